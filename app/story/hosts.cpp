// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/story/hosts.h"

#include "app/sentinels.h"

#include <algorithm>
#include <iterator>
#include <variant>

namespace kpwatch {

namespace {

TargetId idOf(const Target* target) { return target->id; }
TargetId idOf(const Member* member) { return member->target; }

template <typename Each>
std::vector<Each> withoutSecondLooks(const std::vector<Each>& all, const Watchlist& watchlist) {
    const auto isSecondLook = [&](const Each& each) {
        const Target* const target = watchlist.find(idOf(each));
        if (target == nullptr || !isSentinel(*target))
            return false;
        const Target* const host = watchlist.findByName(guardedBy(*target));
        return host != nullptr && std::ranges::any_of(all, [&](const Each& other) { return idOf(other) == host->id; });
    };
    std::vector<Each> hosts;
    std::ranges::remove_copy_if(all, std::back_inserter(hosts), isSecondLook);
    return hosts;
}

} // namespace

std::vector<const Target*> hostsAmong(const std::vector<const Target*>& targets, const Watchlist& watchlist) {
    return withoutSecondLooks(targets, watchlist);
}

std::vector<const Target*> hostsAmong(const std::vector<TargetId>& targets, const Watchlist& watchlist) {
    std::vector<const Target*> found;
    for (const TargetId id : targets)
        if (const Target* const target = watchlist.find(id))
            found.push_back(target);
    return hostsAmong(found, watchlist);
}

std::vector<const Member*> hostsAmong(const std::vector<const Member*>& members, const Watchlist& watchlist) {
    return withoutSecondLooks(members, watchlist);
}

std::vector<const Member*> hostsOf(const Incident& incident, const Watchlist& watchlist) {
    std::vector<const Member*> members;
    for (const Member& member : incident.members)
        members.push_back(&member);
    return hostsAmong(members, watchlist);
}

std::vector<TargetId> looksAt(const Target& target, const Watchlist& watchlist) {
    std::vector<TargetId> looks{target.id};
    for (const Target& each : watchlist.targets)
        if (isSentinel(each) && guardedBy(each) == target.name)
            looks.push_back(each.id);
    return looks;
}

HostName hostName(const Target& target, const Watchlist& watchlist) {
    if (!isSentinel(target))
        return {target.label, target.shortLabel};
    const Target* const guarded = watchlist.findByName(guardedBy(target));
    if (guarded != nullptr && !std::holds_alternative<HttpOptions>(guarded->probe))
        return {guarded->label, guarded->shortLabel};
    const std::string host = hostOf(target.probe);
    return {host, host};
}

std::optional<TargetId> aheadOfAll(const std::vector<const Member*>& hosts, const std::vector<Before>& pairs) {
    const auto isBefore = [&](const Member* one, const Member* other) {
        return std::ranges::find(pairs, Before{one->target, other->target}) != pairs.end();
    };
    for (const Member* const one : hosts)
        if (std::ranges::all_of(hosts, [&](const Member* other) { return other == one || isBefore(one, other); }))
            return one->target;
    return std::nullopt;
}

} // namespace kpwatch
