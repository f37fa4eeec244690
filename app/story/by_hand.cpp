// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/story/by_hand.h"

#include "app/story/hosts.h"

#include <algorithm>
#include <functional>
#include <iterator>
#include <set>

namespace kpwatch {

namespace {

using Leaves = std::function<bool(const DownTime&)>; // the incident

// Takes them out of their members, and members out that have none left.
std::vector<DownTime> takeOut(Incident& incident, const Leaves& leaves) {
    std::vector<DownTime> taken;
    for (Member& member : incident.members) {
        const auto stay = std::stable_partition(member.downTimes.begin(), member.downTimes.end(), std::not_fn(leaves));
        std::move(stay, member.downTimes.end(), std::back_inserter(taken));
        member.downTimes.erase(stay, member.downTimes.end());
    }
    std::erase_if(incident.members, [](const Member& member) { return member.downTimes.empty(); });
    return taken;
}

bool leavesSomebody(const Incident& incident, const Leaves& leaves) {
    return std::any_of(incident.members.begin(), incident.members.end(), [&](const Member& member) {
        return !std::all_of(member.downTimes.begin(), member.downTimes.end(), leaves);
    });
}

void putIn(Incident& incident, std::vector<DownTime> times) {
    for (DownTime& time : times) {
        auto& members = incident.members;
        auto at = std::lower_bound(members.begin(), members.end(), time.target,
                                   [](const Member& member, TargetId id) { return member.target < id; });
        if (at == members.end() || at->target != time.target)
            at = members.insert(at, Member{time.target, {}, 0, 0});
        at->downTimes.push_back(std::move(time));
        std::sort(at->downTimes.begin(), at->downTimes.end(),
                  [](const DownTime& left, const DownTime& right) { return left.began.by < right.began.by; });
    }
}

bool isTold(const Incident& incident, const DownTime& time) {
    const Member* const member = incident.member(time.target);
    return member != nullptr && std::ranges::find(member->downTimes, time) != member->downTimes.end();
}

// The aliases that are of what is in the other now.
std::vector<std::string> takeNames(Incident& incident, const Incident& other) {
    const auto stays = [&](const std::string& alias) { return !isNamed(other, alias); };
    const auto theirs = std::stable_partition(incident.aliases.begin(), incident.aliases.end(), stays);
    const std::vector<std::string> taken(theirs, incident.aliases.end());
    incident.aliases.erase(theirs, incident.aliases.end());
    return taken;
}

template <typename Value>
void append(std::vector<Value>& all, const std::vector<Value>& more) {
    all.insert(all.end(), more.begin(), more.end());
}

class Applying {
  public:
    Applying(std::vector<Incident>& incidents, const Record& record, const std::vector<UtcTime>& epoch_changes)
        : m_incidents(incidents), m_watchlist(record.watchlist), m_epochs(epoch_changes) {}

    void apply(const Judgement& judgement) {
        Incident* const incident = named(judgement.incident);
        if (incident == nullptr || faultOf(judgement))
            return;
        switch (judgement.hand) {
        case Hand::Merge:
            return merge(*incident, judgement);
        case Hand::Split:
            return split(*incident, judgement);
        case Hand::Window:
            return setWindow(*incident, judgement);
        case Hand::Exclude:
            return exclude(*incident, judgement);
        case Hand::FalseAlarm:
            return markFalse(*incident, judgement);
        case Hand::Undo: // inForce has left none
            return;
        }
    }

  private:
    Incident* named(const std::string& id) {
        const Incident* const found = findIncident(m_incidents, id);
        return found == nullptr ? nullptr : &m_incidents[static_cast<std::size_t>(found - m_incidents.data())];
    }

    std::ptrdiff_t epochOf(const Incident& incident) const {
        return std::upper_bound(m_epochs.begin(), m_epochs.end(), incident.firstFailure()) - m_epochs.begin();
    }

    // The earlier keeps its name, the other's becomes an alias.
    void merge(Incident& one, const Judgement& judgement) {
        Incident* const other = named(judgement.other);
        if (other == nullptr || other == &one || epochOf(one) != epochOf(*other))
            return;
        Incident& earlier = one.firstFailure() <= other->firstFailure() ? one : *other;
        Incident& later = &earlier == &one ? *other : one;
        putIn(earlier, takeOut(later, [](const DownTime&) { return true; }));
        earlier.aliases.push_back(later.id);
        append(earlier.aliases, later.aliases);
        append(earlier.byHand, later.byHand);
        append(earlier.excluded, later.excluded);
        append(earlier.leftOut, later.leftOut);
        std::erase_if(earlier.leftOut, [&](const DownTime& time) { return isTold(earlier, time); });
        earlier.falseAlarm = earlier.falseAlarm && later.falseAlarm;
        earlier.byHand.push_back(judgement);
        m_incidents.erase(m_incidents.begin() + (&later - m_incidents.data()));
    }

    // An incident of its own. It is a false alarm if all of it was marked so.
    Incident setApart(Incident& incident, std::vector<DownTime> times) const {
        Incident second;
        putIn(second, std::move(times));
        second.aliases = takeNames(incident, second);
        second.excluded = incident.excluded;
        second.falseAlarm = incident.falseAlarm;
        if (second.falseAlarm)
            std::ranges::copy_if(incident.byHand, std::back_inserter(second.byHand),
                                 [](const Judgement& each) { return each.hand == Hand::FalseAlarm; });
        second.id = freeName(incidentId(second.firstFailure()));
        std::erase(second.aliases, second.id);
        return second;
    }

    void split(Incident& incident, const Judgement& judgement) {
        const Leaves later = [&](const DownTime& time) { return time.began.by >= *judgement.from; };
        const Leaves earlier = std::not_fn(later);
        if (!leavesSomebody(incident, later) || !leavesSomebody(incident, earlier))
            return;
        Incident second = setApart(incident, takeOut(incident, later));
        incident.byHand.push_back(judgement);
        second.byHand.push_back(judgement);
        m_incidents.push_back(std::move(second)); // `incident` may no longer be there
    }

    void markFalse(Incident& incident, const Judgement& judgement) {
        if (incident.firstFailure() > judgement.at)
            return;
        incident.falseAlarm = true;
        incident.byHand.push_back(judgement);
    }

    void setWindow(Incident& incident, const Judgement& judgement) {
        const TimeRange window{*judgement.from, *judgement.to};
        const Leaves before = [&](const DownTime& time) { return time.lastSeen() <= window.begin; };
        const Leaves after = [&](const DownTime& time) { return time.firstFailure() >= window.end; };
        if (!leavesSomebody(incident, [&](const DownTime& time) { return before(time) || after(time); }))
            return;
        std::vector<Incident> apart;
        for (const Leaves& side : {before, after}) {
            const std::vector<DownTime> times = takeOut(incident, side);
            if (times.empty())
                continue;
            append(incident.leftOut, times);
            apart.push_back(setApart(incident, times));
        }
        incident.window = window;
        incident.byHand.push_back(judgement);
        append(m_incidents, apart); // `incident` may no longer be there
    }

    void exclude(Incident& incident, const Judgement& judgement) {
        const auto& targets = m_watchlist.targets;
        const auto target = std::find_if(targets.begin(), targets.end(),
                                         [&](const Target& each) { return each.name == judgement.other; });
        if (target == targets.end() || incident.member(target->id) == nullptr)
            return;
        const std::vector<TargetId> looks = looksAt(*target, m_watchlist);
        const Leaves its = [&](const DownTime& time) { return std::ranges::count(looks, time.target) > 0; };
        if (!leavesSomebody(incident, its))
            return;
        append(incident.leftOut, takeOut(incident, its));
        std::ranges::remove_copy_if(looks, std::back_inserter(incident.excluded),
                                    [&](TargetId look) { return incident.isExcluded(look); });
        incident.byHand.push_back(judgement);
    }

    std::string freeName(const std::string& plain) const {
        std::string id = plain;
        const auto taken = [&](const Incident& incident) {
            return incident.id == id || std::ranges::find(incident.aliases, id) != incident.aliases.end();
        };
        for (int number = 2; std::any_of(m_incidents.begin(), m_incidents.end(), taken); ++number)
            id = plain + "-" + std::to_string(number);
        return id;
    }

    std::vector<Incident>& m_incidents;
    const Watchlist& m_watchlist;
    const std::vector<UtcTime>& m_epochs;
};

} // namespace

void applyByHand(std::vector<Incident>& incidents, const Record& record, const std::vector<UtcTime>& epoch_changes) {
    Applying applying(incidents, record, epoch_changes);
    for (const Judgement& judgement : inForce(record.judgements))
        applying.apply(judgement);
}

std::vector<SaidOfIt> everSaidOf(const Incident& incident, std::span<const Judgement> said) {
    const auto hasId = [](std::int64_t id) { return [id](const Judgement& each) { return each.id == id; }; };
    const std::vector<Judgement> held = inForce(said);
    std::vector<SaidOfIt> all;
    for (const Judgement& each : said) {
        const bool its = isNamed(incident, each.incident) || std::ranges::any_of(incident.byHand, hasId(each.id));
        const bool others = each.hand == Hand::Merge && isNamed(incident, each.other);
        const bool undoing = each.hand == Hand::Undo && std::ranges::any_of(all, [&](const SaidOfIt& earlier) {
                                 return earlier.judgement.id == each.undoes;
                             });
        if (each.hand == Hand::Undo ? !undoing : !its && !others)
            continue;
        all.push_back({each, each.hand != Hand::Undo && std::ranges::none_of(held, hasId(each.id))});
        if (!its && others)
            all.back().judgement.other = each.incident;
    }
    return all;
}

} // namespace kpwatch
