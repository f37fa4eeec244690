// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/words/notice.h"

#include "app/words/count.h"
#include "app/words/tr.h"
#include "app/words/words.h"

namespace kpwatch::words {

namespace {

QString exactly(std::chrono::milliseconds length) {
    const auto whole = std::chrono::round<std::chrono::seconds>(length);
    return whole < std::chrono::minutes{2} ? Tr::tr("%1 s").arg(whole.count()) : duration(whole);
}

struct WordsOf {
    UtcTime since;

    NoticeWords operator()(const NoRoute& /*what*/) const {
        return {Tr::tr("This computer has no network."), Tr::tr("Nothing can be said about anybody until it has.")};
    }
    NoticeWords operator()(const FirstRouterSilent& /*what*/) const {
        return {Tr::tr("The router of this network does not answer."),
                Tr::tr("What fails meanwhile is our own line, and counts against nobody.")};
    }
    NoticeWords operator()(const SplitRoute& split) const {
        const QString some = split.targets == 1
                                 ? Tr::tr("One target is asked")
                                 : Tr::tr("%1 targets are asked").arg(capital(numberWord(split.targets)));
        return {Tr::tr("%1 through %2, the servers that test our line are not.").arg(some, network(split.network)),
                Tr::tr("They cannot prove that a failure there is not our own.")};
    }
    NoticeWords operator()(const ResolverRewrites& found) const {
        return {Tr::tr("This network makes up answers for names that do not exist."),
                Tr::tr("It answered for %1 of %2 with %3. The sites are looked up elsewhere, so this decides nothing.")
                    .arg(found.names)
                    .arg(found.asked)
                    .arg(cleaned(found.address))};
    }
    NoticeWords operator()(const OwnFirewall& found) const {
        const QString some =
            found.checks == 1 ? Tr::tr("one check") : Tr::tr("%1 checks").arg(numberWord(found.checks));
        return {
            Tr::tr("A firewall on this computer keeps %1 in.").arg(some),
            Tr::tr("What cannot leave says nothing about anybody. Let KPWatch through there, or ask who looks after "
                   "this computer.")};
    }
    NoticeWords operator()(const ClockWrong& wrong) const {
        const QString how_far = exactly(std::chrono::abs(wrong.ahead));
        return {wrong.ahead.count() > 0 ? Tr::tr("The clock of this computer is %1 ahead.").arg(how_far)
                                        : Tr::tr("The clock of this computer is %1 behind.").arg(how_far),
                Tr::tr("Times shown and exported are wrong by as much.")};
    }
    NoticeWords operator()(const SleepComes& /*what*/) const {
        return {Tr::tr("This computer is going to sleep."), Tr::tr("Until it wakes nobody watches.")};
    }
    NoticeWords operator()(const Woke& woke) const {
        return {woke.stoodStill ? Tr::tr("This computer stood still for %1.").arg(exactly(woke.gap))
                                : Tr::tr("This computer slept for %1.").arg(exactly(woke.gap)),
                Tr::tr("Nobody watched meanwhile. Our own line is tested twice before anything is said again.")};
    }
    NoticeWords operator()(const NetworkChanged& changed) const {
        return {Tr::tr("Watching through %1 since %2.").arg(network(changed.network), clockKst(since)),
                Tr::tr("What was usual on the network before says nothing about this one.")};
    }
    NoticeWords operator()(const BetweenUs& between) const {
        if (between.begun)
            return {Tr::tr("Somebody on the way has answered for everybody since %1.").arg(clockKst(since)),
                    Tr::tr("This network is the same. What they answer is not believed, and counts against nobody.")};
        return {Tr::tr("Nobody on the way has answered for others since %1.").arg(clockKst(since)),
                Tr::tr("This network is the same. What was usual here before is usual again.")};
    }
    NoticeWords operator()(const StrayControl& stray) const {
        QStringList networks;
        for (const std::uint32_t each : stray.found)
            networks << QStringLiteral("AS%1").arg(each);
        const QString where = networks.isEmpty() ? Tr::tr("nobody announces its address")
                                                 : Tr::tr("it lies in %1").arg(networks.join(QStringLiteral(", ")));
        return {
            Tr::tr("%1 does not test the road it is for.").arg(cleaned(stray.label)),
            Tr::tr("It should lie in AS%1; %2 (RIPEstat). Take it out of the watchlist, or put another in its place.")
                .arg(QString::number(stray.expected), where)};
    }
};

} // namespace

QString network(const std::string& word) {
    if (word == "ethernet")
        return Tr::tr("the network cable");
    if (word == "wi-fi")
        return Tr::tr("the Wi-Fi");
    if (word == "vpn")
        return Tr::tr("a VPN");
    if (word == "mobile")
        return Tr::tr("the mobile network");
    return Tr::tr("another network");
}

NoticeWords notice(const Notice& notice) { return std::visit(WordsOf{notice.since}, notice.what); }

QString keepAwake(KeepAwake state) {
    switch (state) {
    case KeepAwake::Off:
        return {};
    case KeepAwake::Held:
        return Tr::tr("This computer stays awake while watching.");
    case KeepAwake::OnBattery:
        return Tr::tr("On battery this computer may fall asleep; then nobody watches.");
    case KeepAwake::NotPossible:
        return Tr::tr("This computer cannot be kept awake from here; when it sleeps, nobody watches.");
    }
    return {};
}

} // namespace kpwatch::words
