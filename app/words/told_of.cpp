// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/words/told_of.h"

#include "app/story/hosts.h"
#include "app/story/incident_lengths.h"
#include "app/story/ranges.h"
#include "app/story/site_page.h"
#include "app/words/others.h"

#include <algorithm>
#include <set>
#include <span>
#include <utility>

namespace kpwatch::words {

namespace {

constexpr std::chrono::seconds provenFor{90}; // any row proves presence for so long: rules, section 4

bool isSeen(const Member& member, UtcTime as_of) {
    const DownTime& latest = member.downTimes.back();
    return !latest.outOfSight && as_of - latest.lastSeen() <= provenFor;
}

// Sites that were left out by hand are none of those that were silent.
void countLeftOut(ToldOf& of, const IncidentTold& told) {
    const std::set<std::string> sites = sitesOf(told.incident.excluded, told.watchlist);
    of.who.sitesWatched += static_cast<int>(sites.size());
    of.siteLeftOut = !sites.empty();
    of.none = of.none && !of.siteLeftOut;
}

ToldOf ofWhole(const IncidentTold& told) {
    ToldOf of;
    of.who = told.assessment.touched;
    of.members = hostsOf(told.incident, told.watchlist);
    of.none = told.incident.none.has_value();
    countLeftOut(of, told);
    return of;
}

bool isSite(const IncidentTold& told, const Member& member) {
    const Target* const target = told.watchlist.find(member.target);
    return target != nullptr && isPageOfSite(told.watchlist, *target);
}

void addSilent(ToldOf& of, const IncidentTold& told, const Member& member) {
    const Target* const target = told.watchlist.find(member.target);
    if (target != nullptr && isPageOfSite(told.watchlist, *target))
        of.who.sites.push_back(target->site);
    else if (target != nullptr && target->layer == Layer::Dns)
        ++of.who.nameServers;
    else
        of.who.others.push_back(member.target);
}

void addBack(ToldOf& of, const IncidentTold& told, const Member& member) {
    if (!isSite(told, member))
        return;
    of.sitesBack.push_back(told.watchlist.find(member.target)->site);
    of.backBy = std::max(of.backBy.value_or(UtcTime::min()), member.ended()->by);
}

// Who was taken off the list while silent is neither silent nor back, nor one of those that are watched.
void countOff(ToldOf& of, const IncidentTold& told, const Member& member) {
    const Target* const target = told.watchlist.find(member.target);
    if (target != nullptr && isPageOfSite(told.watchlist, *target))
        --of.who.sitesWatched;
    else if (target != nullptr && target->layer == Layer::Dns)
        --of.who.nameServersWatched;
    of.off.push_back(&member);
}

bool areSitesBack(const ToldOf& of, const IncidentTold& told) {
    return !of.sitesBack.empty() && std::ranges::none_of(told.incident.members, [&](const Member& member) {
        return !member.over() && isSite(told, member);
    });
}

void tellOfSitesBack(ToldOf& of, const IncidentTold& told) {
    of.yetSilent = std::exchange(of.members, {});
    for (const Member& member : told.incident.members)
        if (member.ended() && isSite(told, member))
            of.members.push_back(&member);
        else if (member.ended() && othersAmong({&member}, told.watchlist).all() > 0)
            of.othersBack.push_back(&member);
    of.who.sites = std::exchange(of.sitesBack, {});
    of.who.nameServers = 0;
    of.who.others.clear();
    of.none = told.incident.none.has_value();
    of.now = false;
    of.yetUnseenFrom = std::exchange(of.unseenFrom, {});
}

// Those that were seen to be silent a moment ago; if none was, those that were when they were last seen.
ToldOf ofSilentOnes(const IncidentTold& told) {
    const auto& members = told.incident.members;
    const bool anySeen = std::any_of(members.begin(), members.end(),
                                     [&](const Member& member) { return !member.over() && isSeen(member, told.asOf); });
    ToldOf of;
    of.who.sitesWatched = told.assessment.touched.sitesWatched;
    of.who.nameServersWatched = told.assessment.touched.nameServersWatched;
    for (const Member& member : members)
        if (member.ended())
            addBack(of, told, member);
        else if (member.over())
            countOff(of, told, member);
        else if (!anySeen || isSeen(member, told.asOf))
            of.members.push_back(&member);
    of.members = hostsAmong(of.members, told.watchlist);
    of.off = hostsAmong(of.off, told.watchlist);
    for (const Member* const member : of.members)
        addSilent(of, told, *member);
    const bool all = static_cast<int>(of.who.sites.size()) == of.who.sitesWatched;
    of.none = told.incident.none && (told.incident.none->atLast || all);
    of.now = anySeen;
    if (!anySeen)
        of.unseenFrom = told.incident.seenUntil(told.asOf);
    if (areSitesBack(of, told))
        tellOfSitesBack(of, told);
    countLeftOut(of, told);
    return of;
}

bool isNamed(const ToldOf& of, const IncidentTold& told, const Member& member) {
    const Target* const target = told.watchlist.find(member.target);
    if (!of.who.sites.empty())
        return isSite(told, member);
    return of.who.nameServers <= 1 || (target != nullptr && target->layer == Layer::Dns);
}

using SilentFrom = std::vector<std::pair<UtcTime, int>>;

// How many are silent from each moment on, from who begins (1) and ends (-1) then.
SilentFrom addedUp(SilentFrom changes) {
    std::sort(changes.begin(), changes.end()); // ends before begins of the same moment
    int silent = 0;
    for (auto& [at, change] : changes)
        change = silent += change;
    return changes;
}

// All of them were certainly silent at one moment; one alone was, however short.
bool wereSilentTogether(const std::vector<const Member*>& members) {
    if (members.size() <= 1)
        return true;
    std::vector<std::vector<TimeRange>> certain(members.size());
    for (std::size_t i = 0; i < members.size(); ++i)
        for (const DownTime& time : members[i]->downTimes)
            for (const TimeRange& piece : time.certain())
                certain[i].push_back(piece);
    const auto most = mostAtOnce(certain);
    return !most.empty() && most.front().size() == members.size();
}

// Those of its down times that were not over by `since`; they are in order.
std::span<const DownTime> timesAfter(const Member& member, UtcTime since) {
    const std::span<const DownTime> all(member.downTimes);
    const auto first =
        std::ranges::find_if(all, [&](const DownTime& time) { return !time.ended || time.ended->by > since; });
    return all.subspan(static_cast<std::size_t>(first - all.begin()));
}

// After `since`. Holes in down times are part of them; what was not seen to end may have gone on.
bool allAnsweredInBetween(const std::vector<const Member*>& members, Silent how, UtcTime since) {
    SilentFrom changes;
    for (const Member* const member : members)
        for (const DownTime& time : timesAfter(*member, since)) {
            TimeRange its{time.firstFailure(), time.lastSeen()};
            if (how == Silent::Possibly)
                its = possibleOf({its.begin, time.ended ? its.end : UtcTime::max()}, time.began, time.ended);
            changes.emplace_back(its.begin, 1);
            changes.emplace_back(its.end, -1);
        }
    changes = addedUp(std::move(changes));
    return std::ranges::any_of(changes,
                               [&](const auto& each) { return each.second == 0 && each.first < changes.back().first; });
}

// The begin that is told of those of the subject: what is told is theirs from then on.
UtcTime toldFrom(const ToldOf& of) {
    if (of.ofNone != nullptr)
        return of.ofNone->since.by;
    UtcTime from = UtcTime::min();
    if (of.together)
        for (const Member* const member : of.subject)
            from = std::max(from, member->began().by);
    return from;
}

} // namespace

ToldOf toldOf(const IncidentTold& told) {
    ToldOf of = told.incident.over() ? ofWhole(told) : ofSilentOnes(told);
    of.none = of.none && !of.who.sites.empty() && of.who.sitesWatched > 1;
    of.ofNone = of.none ? &*told.incident.none : nullptr;
    for (const Member* const member : of.members)
        if (isNamed(of, told, *member))
            of.subject.push_back(member);
    of.together = of.now || of.none || wereSilentTogether(of.subject);
    return of;
}

UtcTime offFrom(const std::vector<const Member*>& off) {
    UtcTime from = UtcTime::min();
    for (const Member* const member : off)
        from = std::max(from, member->downTimes.back().cutAt.value_or(from));
    return from;
}

std::optional<UtcTime> othersBackBy(const ToldOf& of) {
    std::optional<UtcTime> by;
    for (const Member* const member : of.othersBack)
        by = std::max(by.value_or(UtcTime::min()), member->ended()->by);
    return by;
}

std::optional<Onset> lastBack(const ToldOf& of) {
    std::optional<Onset> last;
    for (const Member* const member : of.members)
        if (const auto& its = member->ended())
            last = last ? Onset{std::max(last->after, its->after), std::max(last->by, its->by)} : *its;
    return last;
}

std::vector<const Member*> besidesSubject(const ToldOf& of) {
    std::vector<const Member*> others;
    for (const Member* const member : of.members)
        if (std::ranges::find(of.subject, member) == of.subject.end())
            others.push_back(member);
    return others;
}

bool isOfOne(const IncidentTold& told, const ToldOf& of) {
    if (!of.yetSilent.empty())
        return false;
    const auto siteOf = [&](const Member& member) {
        const Target* const target = told.watchlist.find(member.target);
        return target == nullptr ? std::string() : target->site;
    };
    const std::vector<const Member*> hosts = hostsOf(told.incident, told.watchlist);
    const std::string site = siteOf(*hosts.front());
    return hosts.size() == 1 ||
           (!site.empty() && std::ranges::all_of(hosts, [&](const Member* each) { return siteOf(*each) == site; }));
}

InAll inAllOf(const Incident& incident) {
    std::vector<const Member*> members;
    for (const Member& member : incident.members)
        members.push_back(&member);
    return {incident.none && cameAndWent(*incident.none),
            allAnsweredInBetween(members, Silent::AsDrawn, UtcTime::min())};
}

// The down times that are told of, in which somebody is silent now alone that one.
static std::span<const DownTime> toldTimes(const Member& member, const ToldOf& of) {
    const std::span<const DownTime> all(member.downTimes);
    return of.now ? all.last(1) : all;
}

static bool mayHaveBeenLonger(const DownTime& time, const ToldOf& of) {
    return of.now ? !time.began.after || time.startUnseen || time.seen.size() > 1 : time.isAtLeast();
}

namespace {

struct SilenceOf {
    std::chrono::milliseconds length{0};
    HowKnown known;
    bool inAll = false; // put together from several times
};

SilenceOf silenceOf(std::span<const DownTime> times, bool at_least, UtcTime as_of) {
    const auto lengthOf = [&](TimeRange range) {
        return std::max(std::chrono::milliseconds{0}, std::min(range.end, as_of) - range.begin);
    };
    SilenceOf all;
    all.inAll = times.size() > 1;
    all.known.atLeast = at_least;
    for (const DownTime& time : times)
        for (const TimeRange& piece : time.seen) {
            const auto drawn = lengthOf(piece), certain = lengthOf(certainOf(piece, time.began, time.ended)),
                       longest = lengthOf(possibleOf(piece, time.began, time.ended));
            all.length += at_least ? certain : drawn;
            if (!at_least)
                all.known += {longest - certain, drawn - certain, longest - drawn, false};
        }
    return all;
}

} // namespace

SeenSilent seenSilent(const ToldOf& of, UtcTime as_of) {
    SeenSilent seen;
    seen.atLeast = std::ranges::any_of(of.subject, [&](const Member* member) {
        return std::ranges::any_of(toldTimes(*member, of),
                                   [&](const DownTime& time) { return mayHaveBeenLonger(time, of); });
    });
    std::vector<SilenceOf> each;
    for (const Member* const member : of.subject)
        each.push_back(silenceOf(toldTimes(*member, of), seen.atLeast, as_of));
    if (each.empty())
        return seen;
    const auto [shortest, last] = std::ranges::minmax_element(each, {}, &SilenceOf::length);
    const auto longest = of.now ? shortest : last;
    seen.shortest = shortest->length;
    seen.ofShortest = shortest->known;
    seen.longest = longest->length;
    seen.ofLongest = longest->known;
    seen.inAll = seen.atLeast ? std::ranges::any_of(each, &SilenceOf::inAll) : last->inAll;
    return seen;
}

InBetween answeredInBetween(const ToldOf& of) {
    const UtcTime since = toldFrom(of);
    const bool some =
        std::ranges::any_of(of.subject, [&](const Member* each) { return timesAfter(*each, since).size() > 1; });
    const bool ofAll = !of.none || static_cast<int>(of.subject.size()) == of.who.sitesWatched;
    const bool all = ofAll && !of.subject.empty() && allAnsweredInBetween(of.subject, Silent::Possibly, since);
    return {some || all, all};
}

std::optional<Recovery> recoveryOf(const ToldOf& of) {
    std::optional<Onset> first, ended;
    const auto include = [&](const Onset& its) {
        if (!first || its.by < first->by)
            first = its;
        ended = ended ? Onset{std::max(ended->after, its.after), std::max(ended->by, its.by)} : its;
    };
    for (const Member* const member : of.subject) {
        if (!member->ended())
            return std::nullopt;
        include(*member->ended());
    }
    if (!first)
        return std::nullopt;
    if (of.ofNone != nullptr && of.ofNone->firstBack)
        include(*of.ofNone->firstBack);
    if (of.ofNone != nullptr && of.ofNone->lastBack)
        include(*of.ofNone->lastBack);
    else if (of.ofNone != nullptr)
        ended.reset();
    const bool cameBack = of.ofNone == nullptr ? answeredInBetween(of).some : cameAndWent(*of.ofNone);
    return Recovery{ended, cameBack, *first};
}

} // namespace kpwatch::words
