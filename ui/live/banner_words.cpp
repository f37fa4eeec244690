// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/live/banner_words.h"

#include "app/words/agreement.h"
#include "app/words/count.h"
#include "app/words/left_out.h"
#include "app/words/notice.h"
#include "app/words/tr.h"
#include "app/words/words.h"
#include "ui/live/trouble_words.h"

namespace kpwatch {

using words::Tr;

// How a notice is drawn: as our own side's fault, as a gap, or as something to be careful with.
struct IconOf {
    Verdict operator()(const NoRoute& /*what*/) const { return Verdict::OwnConnectionDown; }
    Verdict operator()(const FirstRouterSilent& /*what*/) const { return Verdict::OwnConnectionDown; }
    Verdict operator()(const SplitRoute& /*what*/) const { return Verdict::Unknown; }
    Verdict operator()(const ResolverRewrites& /*what*/) const { return Verdict::Unknown; }
    Verdict operator()(const OwnFirewall& /*what*/) const { return Verdict::OwnConnectionDown; }
    Verdict operator()(const ClockWrong& /*what*/) const { return Verdict::Degraded; }
    Verdict operator()(const SleepComes& /*what*/) const { return Verdict::NotMonitored; }
    Verdict operator()(const Woke& /*what*/) const { return Verdict::NotMonitored; }
    Verdict operator()(const NetworkChanged& /*what*/) const { return Verdict::Unknown; }
    Verdict operator()(const BetweenUs& /*what*/) const { return Verdict::Unknown; }
    Verdict operator()(const StrayControl& /*what*/) const { return Verdict::Degraded; }
};

static BannerWords ownLineDown(const OwnLineStatus& line, const std::optional<WayOut>& way) {
    if (way && std::holds_alternative<Proxy>(*way))
        return {Verdict::OwnConnectionDown, Tr::tr("Our own line is down."),
                Tr::tr("Nothing comes back %1, so nothing can be said about the sites. Checks go on.")
                    .arg(words::wayOut(*way)),
                BannerAction::ChangeWay};
    const QString sentence =
        line.since
            ? Tr::tr(
                  "Nothing can be said about the sites since %1. Checks go on; this gap will be marked in every chart.")
                  .arg(words::stampKst(*line.since))
            : Tr::tr("Nothing can be said about the sites. Checks go on.");
    return {Verdict::OwnConnectionDown, Tr::tr("Our own line is down."), sentence, BannerAction::TestAgain};
}

static void addWay(std::vector<BannerWords>& said, const Picture& picture) {
    if (picture.watching == Watching::Observing)
        said.push_back(
            {Verdict::NotMonitored, Tr::tr("Observing only."),
             std::ranges::none_of(picture.sources, [](const SourceStatus& asked) { return !asked.source.empty(); })
                 ? Tr::tr("Nothing is sent; what happens meanwhile is not recorded.")
                 : Tr::tr("Nothing is sent to North Korea; what public sources say is recorded."),
             BannerAction::ChangeWay});
    if (!picture.way || !std::holds_alternative<Proxy>(*picture.way))
        return;
    const int off = static_cast<int>(picture.switchedOff.size());
    const QString rest =
        off == 0   ? Tr::tr("What does not answer is not reachable through it; more cannot be said.")
        : off == 1 ? Tr::tr("One check that it cannot carry is off.")
                   : Tr::tr("%1 checks that it cannot carry are off.").arg(words::capital(words::numberWord(off)));
    said.push_back(
        {Verdict::Unknown, Tr::tr("Watching %1.").arg(words::wayOut(*picture.way)), rest, BannerAction::ChangeWay});
}

// One that cannot be read is nothing to go on with, unless it is only older.
static BannerWords copyShown(const ShownCopy& copy, bool readable) {
    const QString name = words::cleaned(copy.name.toStdString());
    return {Verdict::NotMonitored, Tr::tr("This window shows a copy of a record."),
            copy.until ? Tr::tr("%1 reaches until %2. It is only looked at; nothing is watched from here.")
                             .arg(name, words::stampKst(*copy.until))
                       : Tr::tr("%1 is only looked at; nothing is watched from here.").arg(name),
            readable || copy.older ? BannerAction::GoOn : BannerAction::None};
}

std::vector<BannerWords> bannerWords(const BannerFacts& facts) {
    std::vector<BannerWords> said;
    const BannerAction way_out = !facts.copy         ? BannerAction::ChoosePlace
                                 : facts.copy->older ? BannerAction::GoOn
                                                     : BannerAction::None;
    const auto trouble = [&](const QString& strong, const std::optional<std::string>& sentence) {
        if (sentence)
            said.push_back(
                {Verdict::Down, strong, troubleWords(*sentence), way_out, words::cleaned(*sentence, longestTrouble)});
    };
    if (facts.copy && !facts.recordTrouble)
        said.push_back(copyShown(*facts.copy, !facts.newer));
    trouble(facts.triesAgain ? Tr::tr("Watching could not be started. KPWatch keeps trying.")
                             : Tr::tr("Watching could not be started."),
            facts.startTrouble);
    if (!facts.takingIn)
        trouble(facts.unsavedSince
                    ? Tr::tr("Results since %1 are not being saved.").arg(words::clockWithZone(*facts.unsavedSince))
                    : Tr::tr("Results are not being saved."),
                facts.picture.storageTrouble);
    if (!facts.repairing)
        trouble(Tr::tr("The record cannot be read."), facts.recordTrouble);
    else if (facts.recordTrouble && !facts.picture.recordNote)
        said.push_back({Verdict::NotMonitored, Tr::tr("About the record."),
                        Tr::tr("It is damaged and being repaired; what it holds comes back by itself."),
                        BannerAction::None, words::cleaned(*facts.recordTrouble, longestTrouble)});
    if (facts.copy && facts.recordTrouble)
        said.push_back(copyShown(*facts.copy, false));
    if (facts.newer)
        said.push_back({Verdict::Unknown, Tr::tr("About the record."), troubleWords(*facts.newer), BannerAction::None,
                        words::cleaned(*facts.newer, longestTrouble)});
    if (facts.picture.recordNote)
        said.push_back({Verdict::NotMonitored, Tr::tr("About the record."), troubleWords(*facts.picture.recordNote),
                        BannerAction::Close});
    const Watching watching = facts.picture.watching;
    if (facts.anotherSince && (watching == Watching::NotStarted || watching == Watching::Stopped))
        said.push_back({Verdict::NotMonitored, Tr::tr("About the record."),
                        Tr::tr("Since %1 another record lies in its place, and this window shows that one.")
                            .arg(words::clockWithZone(*facts.anotherSince)),
                        BannerAction::Close});
    if (facts.picture.live.ownLine.state == Verdict::OwnConnectionDown)
        said.push_back(ownLineDown(facts.picture.live.ownLine, facts.picture.way));
    for (const Notice& notice : facts.picture.notices) {
        const words::NoticeWords told = words::notice(notice);
        said.push_back({std::visit(IconOf{}, notice.what), told.strong, told.sentence, BannerAction::None});
    }
    if (!facts.untold.isEmpty())
        said.push_back(
            {Verdict::Degraded, Tr::tr("Not everybody could be told."), facts.untold, BannerAction::OpenTelling});
    addWay(said, facts.picture);
    if (const QString over = words::overCaps(facts.picture.overCaps); !over.isEmpty())
        said.push_back({Verdict::Unknown, Tr::tr("More is asked than may be."), over, BannerAction::None});
    if (!facts.placeBefore.isEmpty())
        said.push_back({Verdict::Unknown, Tr::tr("Another place?"),
                        Tr::tr("Before your network changed you watched from %1.").arg(facts.placeBefore),
                        BannerAction::SayPlace});
    if (facts.viewer)
        said.push_back({Verdict::Unknown, Tr::tr("Another program is watching."),
                        Tr::tr("This window only shows what it records."), BannerAction::None});
    return said;
}

} // namespace kpwatch
