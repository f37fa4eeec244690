// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/story/incident.h"

#include <algorithm>

namespace kpwatch {

UtcTime Member::lastSeen() const {
    const DownTime& latest = downTimes.back();
    return std::min(latest.lastSeen(), latest.cutAt.value_or(UtcTime::max()));
}

bool Member::boundsUnseen() const {
    return !began().after || downTimes.front().startUnseen || !ended() || downTimes.back().endUnseen();
}

bool Incident::boundsUnseen() const {
    return !began.after || !ended || std::ranges::any_of(members, &Member::boundsUnseen);
}

UtcTime Incident::firstFailure() const {
    UtcTime first = members.front().downTimes.front().firstFailure();
    for (const Member& member : members)
        first = std::min(first, member.downTimes.front().firstFailure());
    return first;
}

UtcTime Incident::end(UtcTime now) const {
    if (!over())
        return now;
    return std::max(cutAt.value_or(UtcTime::min()), lastSeen());
}

UtcTime Incident::lastSeen() const { return std::ranges::max_element(members, {}, &Member::lastSeen)->lastSeen(); }

std::optional<Onset> Incident::lastRecovery() const {
    std::optional<Onset> last;
    for (const Member& member : members)
        if (const auto& its = member.ended())
            last = last ? Onset{std::max(last->after, its->after), std::max(last->by, its->by)} : *its;
    return last;
}

UtcTime Incident::seenUntil(UtcTime now) const {
    std::optional<UtcTime> last;
    for (const Member& member : members)
        if (!member.over())
            last = std::max(last.value_or(UtcTime::min()), member.downTimes.back().lastSeen());
    return std::min(last.value_or(now), now);
}

const Member* Incident::member(TargetId target) const {
    const auto found =
        std::find_if(members.begin(), members.end(), [target](const Member& each) { return each.target == target; });
    return found == members.end() ? nullptr : &*found;
}

bool Incident::isExcluded(TargetId target) const {
    return std::find(excluded.begin(), excluded.end(), target) != excluded.end();
}

std::vector<TargetId> Incident::outsideWindow() const {
    std::vector<TargetId> whose;
    for (const DownTime& time : leftOut)
        if (!isExcluded(time.target) && std::ranges::find(whose, time.target) == whose.end())
            whose.push_back(time.target);
    return whose;
}

TimeRange rangeAround(const Incident& incident, UtcTime now) {
    if (incident.window && incident.window->begin < now)
        return {incident.window->begin, std::min(incident.window->end, now)};
    TimeRange range{incident.firstFailure(), incident.end(now)};
    if (incident.ended) // perhaps while nobody looked
        range.end = std::max(range.end, incident.ended->by);
    const auto room = std::max<std::chrono::milliseconds>(range.length() / 6, std::chrono::minutes(30));
    return {range.begin - room, std::min(range.end + room, now)};
}

bool isNamed(const Incident& incident, std::string_view id) {
    if (incident.id == id || std::find(incident.aliases.begin(), incident.aliases.end(), id) != incident.aliases.end())
        return true;
    return std::any_of(incident.members.begin(), incident.members.end(), [id](const Member& member) {
        return std::any_of(member.downTimes.begin(), member.downTimes.end(),
                           [id](const DownTime& time) { return incidentId(time.firstFailure()) == id; });
    });
}

const Incident* findIncident(const std::vector<Incident>& incidents, std::string_view id) {
    auto found =
        std::find_if(incidents.begin(), incidents.end(), [id](const Incident& incident) { return incident.id == id; });
    if (found == incidents.end())
        found = std::find_if(incidents.begin(), incidents.end(),
                             [id](const Incident& incident) { return isNamed(incident, id); });
    return found == incidents.end() ? nullptr : &*found;
}

std::string incidentId(UtcTime first_failure) {
    std::string id;
    for (const char letter : isoUtc(first_failure).substr(0, 19)) // "2026-03-05T17:17:00"
        if (letter == 'T')
            id += '-';
        else if (letter != '-' && letter != ':')
            id += letter;
    return id;
}

} // namespace kpwatch
