// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/incidents/incident_words.h"

#include "app/story/hosts.h"
#include "app/story/site_page.h"
#include "app/words/count.h"
#include "app/words/finding.h"
#include "app/words/korea_time.h"
#include "app/words/label.h"
#include "app/words/others.h"
#include "app/words/told_of.h"
#include "app/words/tr.h"
#include "app/words/typed_day.h"
#include "app/words/wire_time.h"
#include "app/words/words.h"

#include <algorithm>

namespace kpwatch {

using words::Tr;

static QString thenOutOfSight(const words::IncidentTold& told) {
    return Tr::tr("to %1, then out of sight").arg(words::stampKst(told.incident.seenUntil(told.asOf)));
}

static IncidentFact moment(const QString& name, UtcTime at) {
    return {name, words::stampKst(at),
            sameDay(inUtc(at), inKorea(at)) ? words::stampUtc(at)
                                            : QStringLiteral("%1, %2").arg(words::dayUtc(at), words::stampUtc(at))};
}

static std::vector<IncidentFact> startOf(const Incident& incident) {
    if (!words::beganUnseen(incident.began))
        return {moment(Tr::tr("Start"), incident.began.by)};
    std::vector<IncidentFact> facts{moment(Tr::tr("Start, at the latest"), ceilMinute(incident.began.by))};
    if (incident.began.after)
        facts.insert(facts.begin(), moment(Tr::tr("Last answer before"), *incident.began.after));
    return facts;
}

static IncidentFact noSiteAnswered(const words::IncidentTold& told) {
    const QString name = Tr::tr("No site answered");
    const Lengths& lengths = told.incident.lengths;
    if (lengths.noneAnswered)
        return {name,
                words::inAll(words::lengthOf(*lengths.noneAnswered, lengths.none),
                             words::inAllOf(told.incident).noneAnswered),
                {}};
    const Touched& who = told.assessment.touched;
    const int blocked = static_cast<int>(who.sitesBlocked.size());
    // All the others were silent at some time, and of these nobody here could know.
    if (blocked > 0 && static_cast<int>(who.sites.size()) + blocked >= who.sitesWatched)
        return {name, Tr::tr("Cannot be told"), Tr::tr("%1 blocked here").arg(words::numberWord(blocked))};
    return {name, Tr::tr("Never seen"), {}};
}

std::vector<IncidentFact> reviewFacts(const words::IncidentTold& told) {
    const Incident& incident = told.incident;
    const words::ToldOf of = words::toldOf(told);
    std::vector<IncidentFact> facts = startOf(incident);
    if (incident.ended && words::beganUnseen(*incident.ended))
        facts.push_back(moment(Tr::tr("End, at the latest"), ceilMinute(incident.ended->by)));
    else if (incident.ended)
        facts.push_back(moment(Tr::tr("End, all steady"), incident.ended->by));
    else if (incident.cutAt)
        facts.push_back(moment(Tr::tr("Followed until"), incident.end(told.asOf)));
    else
        facts.push_back({Tr::tr("End"), Tr::tr("Not over"),
                         of.outOfSight() ? thenOutOfSight(told) : Tr::tr("as of %1").arg(words::stampKst(told.asOf))});
    if (!of.siteLeftOut)
        facts.push_back(noSiteAnswered(told));
    facts.push_back({words::isOfOne(told, of) ? Tr::tr("Did not answer") : Tr::tr("At least one did not"),
                     words::inAll(words::lengthOf(incident.lengths.atLeastOne, incident.lengths.one),
                                  words::inAllOf(incident).atLeastOne),
                     {}});
    facts.push_back({Tr::tr("Until all steady"), words::lengthOf(incident.lengths.untilSteady, incident.lengths.steady),
                     incident.over() ? QString() : Tr::tr("so far")});
    return facts;
}

// The present silence, as headline and tiles have it.
static IncidentFact presentSilence(const words::IncidentTold& told, const words::ToldOf& of) {
    UtcTime since = told.incident.firstFailure();
    for (const Member* const member : of.subject)
        since = std::max(since, member->downTimes.back().firstFailure());
    const bool whole = !words::seenSilent(of, told.asOf).atLeast;
    return {Tr::tr("Lasted so far"),
            whole ? words::duration(told.asOf - since) : words::subjectLength(told, of, words::LengthStyle::Rounded),
            since > told.incident.firstFailure() ? Tr::tr("since %1").arg(words::stampKst(since)) : QString()};
}

// The silence in which all of them were when they were last seen; what went before it is not told of as theirs.
static IncidentFact silenceLastSeen(const words::IncidentTold& told, const words::ToldOf& of) {
    auto shortest = std::chrono::milliseconds::max();
    for (const Member* const member : of.subject) {
        std::chrono::milliseconds length{0};
        for (const TimeRange& piece : member->downTimes.back().certain())
            length += piece.length();
        shortest = std::min(shortest, length);
    }
    return {Tr::tr("Lasted so far"), words::lengthOf(shortest, HowKnown{.atLeast = true}), thenOutOfSight(told)};
}

IncidentFact lastedSoFar(const NowFacts& now) {
    const words::ToldOf of = words::toldOf(now.told);
    if (of.now && !now.outOfSight)
        return presentSilence(now.told, of);
    if (of.now || of.unseenFrom)
        return silenceLastSeen(now.told, of);
    const Incident& incident = now.told.incident; // its sites are back
    return {Tr::tr("Lasted so far"), words::lengthOf(incident.lengths.untilSteady, incident.lengths.steady),
            now.outOfSight ? thenOutOfSight(now.told) : QString()};
}

std::vector<IncidentFact> ongoingFacts(const NowFacts& now) {
    const Incident& incident = now.told.incident;
    std::vector<IncidentFact> facts = startOf(incident);
    facts.push_back(lastedSoFar(now));
    const QString first = firstToStop(incident, now.told.watchlist);
    if (hostsOf(incident, now.told.watchlist).size() > 1)
        facts.push_back({Tr::tr("First to stop"), first.isEmpty() ? Tr::tr("Cannot be told") : first,
                         first.isEmpty() ? Tr::tr("between two checks, or together") : QString()});
    return facts;
}

std::vector<std::optional<Verdict>> siteMarks(const Incident& incident, const Watchlist& watchlist) {
    std::vector<std::optional<Verdict>> marks;
    for (const Site& site : watchlist.sites) {
        if (std::ranges::none_of(watchlist.targets,
                                 [&](const Target& its) { return its.enabled && its.site == site.id; }))
            continue;
        const bool silent = std::ranges::any_of(incident.members, [&](const Member& member) {
            const Target* const target = watchlist.find(member.target);
            return target != nullptr && target->site == site.id && target->layer == Layer::Http;
        });
        marks.push_back(silent ? std::optional(Verdict::Down) : std::nullopt);
    }
    return marks;
}

// Who is named: as in the title of the review the sites, and others only where no site was silent.
static int mostNamed(const Incident& incident, const Watchlist& watchlist) {
    constexpr std::ptrdiff_t most = 3;
    const auto sites = std::ranges::count_if(incident.members, [&](const Member& member) {
        const Target* const target = watchlist.find(member.target);
        return target != nullptr && isPageOfSite(watchlist, *target);
    });
    return static_cast<int>(sites == 0 ? most : std::min(sites, most));
}

// For panes of any width: all sites by their number, others by fewer and fewer names.
static QStringList titlesOf(const Incident& incident, const Watchlist& watchlist) {
    const auto marks = siteMarks(incident, watchlist);
    if (marks.size() < 2 || !std::ranges::all_of(marks, [](const auto& mark) { return mark.has_value(); })) {
        QStringList titles;
        for (int named = mostNamed(incident, watchlist); named > 0; --named)
            titles << words::silentOnes(incident, watchlist, named);
        return titles;
    }
    const int others = words::othersAmong(hostsOf(incident, watchlist), watchlist).all();
    const QString all = Tr::tr("All %1 sites").arg(words::numberWord(static_cast<int>(marks.size())));
    return {others == 0 ? all : Tr::tr("%1 and %2 more").arg(all).arg(others)};
}

// The minute of it; where it was not seen, the first by which it had surely begun.
static UtcTime shownStart(const Incident& incident) {
    return words::beganUnseen(incident.began) ? ceilMinute(incident.began.by) : incident.began.by;
}

static QString startClock(const Incident& incident) {
    const UtcTime began = shownStart(incident);
    const QString clock = words::clockWithZone(began);
    return words::beganUnseen(incident.began) ? Tr::tr("by %1").arg(clock) : clock;
}

QString startSaid(const Incident& incident) {
    return QStringLiteral("%1, %2").arg(words::weekdayDayKst(shownStart(incident)), startClock(incident));
}

static QString endSaid(const Incident& incident) {
    if (incident.ended)
        return Tr::tr("over");
    return incident.cutAt ? Tr::tr("end not seen") : QString();
}

// That no site answered, or that at least one did not, was as long as people read it.
static bool areOneLength(const Incident& incident) {
    const Lengths& its = incident.lengths;
    const QString steady = words::lengthOf(its.untilSteady, incident.lengths.steady);
    return (!its.noneAnswered || words::lengthOf(*its.noneAnswered, its.none) == steady) &&
           words::lengthOf(its.atLeastOne, its.one) == steady;
}

IncidentRowWords rowWords(const Incident& incident, const Watchlist& watchlist) {
    const QString length = words::lengthOf(incident.lengths.untilSteady, incident.lengths.steady);
    const QString said = incident.over()         ? length
                         : incident.longStanding ? Tr::tr("%1, long-standing").arg(length)
                                                 : Tr::tr("%1, not over").arg(length);
    const QString marked = incident.falseAlarm ? Tr::tr("%1, false alarm").arg(said) : said;
    const bool named = incident.over() && !areOneLength(incident);
    return {words::weekdayDayKst(shownStart(incident)),
            startClock(incident),
            titlesOf(incident, watchlist),
            words::silentOnes(incident, watchlist, mostNamed(incident, watchlist)),
            marked,
            siteMarks(incident, watchlist),
            named ? Tr::tr("steady after %1").arg(marked) : marked,
            endSaid(incident)};
}

QString IncidentRowWords::which() const { return Tr::tr("until all steady: %1").arg(length); }

QString IncidentRowWords::sentence() const {
    const QString who = titles.size() == 1 ? titles.front() : names; // all of the sites, or some by name
    const QString lasted = end.isEmpty() ? which() : QStringLiteral("%1, %2").arg(which(), end);
    return Tr::tr("%1: no answer, beginning %2, %3; %4.").arg(who, day, clock, lasted);
}

QString IncidentRowWords::spoken() const { return QStringLiteral("%1, %2: %3, %4").arg(day, clock, names, which()); }

static QString isoDay(const QDate& day) { return day.toString(Qt::ISODate); }

QString searchedText(const Incident& incident, const Watchlist& watchlist) {
    QStringList parts{startSaid(incident), words::dayUtc(incident.firstFailure()), words::cleaned(incident.id)};
    for (const QDateTime& began : {inKorea(shownStart(incident)), inUtc(incident.firstFailure())}) {
        const QString day = isoDay(began.date());
        parts << day << QString(day).remove(QLatin1Char('-')); // as in an id
    }
    for (const Member& member : incident.members) {
        const Target* const target = watchlist.find(member.target);
        if (target == nullptr)
            continue;
        parts << words::label(target->label) << words::cleaned(target->label) // by any of its names
              << words::label(hostName(*target, watchlist).label);
        for (const Site& site : watchlist.sites)
            if (site.id == target->site)
                parts << words::label(site.label) << words::cleaned(site.label) << words::cleaned(site.host);
    }
    return parts.join(QLatin1Char(' '));
}

QString searchedFor(const QString& typed) {
    const QDate day = words::typedDay(typed);
    if (day.isValid())
        return isoDay(day);
    const auto its = words::typedDayOfYear(typed);
    if (!its)
        return typed.trimmed();
    constexpr int leapYear = 2000;
    const QString iso = isoDay(QDate(its->year.value_or(leapYear), its->month, its->day));
    return its->year ? iso : iso.mid(4); // "-11-26", whatever year stands before it
}

static bool isDownAt(const DownTime& down, UtcTime at) {
    return down.began.after.value_or(down.firstFailure()) <= at && (!down.ended || at <= down.ended->by);
}

const Incident* incidentAt(const std::vector<Incident>& log, const std::vector<TargetId>& targets, UtcTime at) {
    for (auto incident = log.rbegin(); incident != log.rend(); ++incident)
        for (const TargetId target : targets)
            if (const Member* const member = incident->member(target);
                member != nullptr &&
                std::ranges::any_of(member->downTimes, [at](const DownTime& down) { return isDownAt(down, at); }))
                return &*incident;
    return nullptr;
}

QString firstToStop(const Incident& incident, const Watchlist& watchlist) {
    const std::vector<const Member*> hosts = hostsOf(incident, watchlist);
    const auto first = hosts.size() > 1 ? aheadOfAll(hosts, incident.before) : std::nullopt;
    const Target* const target = first ? watchlist.find(*first) : nullptr;
    return target == nullptr ? QString() : words::label(hostName(*target, watchlist).label, 60);
}

} // namespace kpwatch
