// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/story/grouping.h"

#include "app/story/by_hand.h"
#include "app/story/failure_order.h"
#include "app/story/incident_lengths.h"

#include <algorithm>
#include <set>
#include <tuple>

namespace kpwatch {

namespace {

using std::chrono::milliseconds;
using std::chrono::seconds;

// An incident while it grows.
struct Growing {
    Incident incident;
    std::size_t epoch = 0;
    std::vector<UtcTime> happened;       // onsets and ends
    UtcTime openUntil = UtcTime::min();  // latest end of a member; the end of time while one is down
    std::map<TargetId, UtcTime> lastEnd; // of each member that came back
    UtcTime judgedAt = UtcTime::max();   // by a person: what begins later is no part of it
    bool merged = false;                 // into another

    void take(const DownTime& time) {
        auto& members = incident.members;
        auto at = std::lower_bound(members.begin(), members.end(), time.target,
                                   [](const Member& member, TargetId id) { return member.target < id; });
        if (at == members.end() || at->target != time.target)
            at = members.insert(at, Member{time.target, {}, 0, 0});
        auto& its = at->downTimes;
        its.insert(std::ranges::upper_bound(its, time.began.by, {}, [](const DownTime& each) { return each.began.by; }),
                   time);
        happened.push_back(time.began.by);
        if (time.ended) {
            happened.push_back(time.ended->by);
            UtcTime& last = lastEnd.try_emplace(time.target, time.ended->by).first->second;
            last = std::max(last, time.ended->by);
            openUntil = std::max(openUntil, time.ended->by);
        } else {
            openUntil = std::max(openUntil, time.cutAt.value_or(UtcTime::max()));
        }
    }
    bool openAt(UtcTime moment) const { return moment < openUntil; }
    bool isJudgedBefore(const DownTime& time) const { return judgedAt < time.firstFailure(); }
    // How long before the moment something last happened.
    std::optional<milliseconds> quietBefore(UtcTime moment) const {
        std::optional<milliseconds> quiet;
        for (const UtcTime each : happened)
            if (each <= moment)
                quiet = std::min(quiet.value_or(milliseconds::max()), moment - each);
        return quiet;
    }
};

// What a person had told as one with the incident called so.
std::set<std::string> toldWith(const std::string& id, std::span<const Judgement> earlier) {
    std::set<std::string> names{id};
    for (bool more = true; more;) {
        more = false;
        for (const Judgement& each : earlier)
            if (each.hand == Hand::Merge && names.contains(each.incident) != names.contains(each.other)) {
                names.insert({each.incident, each.other});
                more = true;
            }
    }
    return names;
}

using JudgedAt = std::map<std::string, UtcTime>; // by the first failed check that names the incident

// When each that was marked as a false alarm, or whose window was set, was so first. What nobody had seen by then was
// not meant.
JudgedAt judgedAt(std::span<const Judgement> said) {
    constexpr std::size_t plainId = 15; // "20260305-171700"
    const std::vector<Judgement> held = inForce(said);
    JudgedAt all;
    for (std::size_t i = 0; i < held.size(); ++i) {
        const Judgement& each = held[i];
        if ((each.hand != Hand::FalseAlarm && each.hand != Hand::Window) || faultOf(each))
            continue;
        for (const std::string& id : toldWith(each.incident, std::span(held).first(i))) {
            UtcTime& first = all.try_emplace(id.substr(0, plainId), each.at).first->second;
            first = std::min(first, each.at);
        }
    }
    return all;
}

class Grouping {
  public:
    Grouping(const std::vector<UtcTime>& epoch_changes, const Settings& settings, JudgedAt judged)
        : m_epochs(epoch_changes), m_settings(settings), m_judged(std::move(judged)) {}

    void take(const DownTime& time) {
        const std::size_t epoch = static_cast<std::size_t>(
            std::upper_bound(m_epochs.begin(), m_epochs.end(), time.firstFailure()) - m_epochs.begin());
        forgetQuiet(time.began.by);
        Growing* const company = inCompany(time, epoch);
        Growing* const own = reopened(time, epoch);
        Growing* into = company != nullptr ? company : own;
        if (company != nullptr && own != nullptr && company != own)
            into = &merge(*own, *company);
        if (into == nullptr) {
            m_all.push_back(std::make_unique<Growing>());
            into = m_all.back().get();
            into->epoch = epoch;
            into->incident.id = newId(time.firstFailure());
            m_lately.push_back(into);
        }
        into->take(time);
        noteJudged(*into, time);
    }

    std::vector<Incident> finished() {
        std::vector<Incident> incidents;
        for (const auto& growing : m_all)
            if (!growing->merged)
                incidents.push_back(std::move(growing->incident));
        return incidents;
    }

  private:
    // The open one in which something happened last.
    Growing* inCompany(const DownTime& time, std::size_t epoch) const {
        Growing* nearest = nullptr;
        milliseconds best = seconds(m_settings.merge_window_s);
        for (Growing* const each : m_lately) {
            if (each->epoch != epoch || !each->openAt(time.began.by) || each->isJudgedBefore(time))
                continue;
            const auto quiet = each->quietBefore(time.began.by);
            if (quiet && (*quiet < best || (*quiet == best && nearest == nullptr))) {
                best = *quiet;
                nearest = each;
            }
        }
        return nearest;
    }

    // The one that had ended and in which this very target had come back last.
    Growing* reopened(const DownTime& time, std::size_t epoch) const {
        for (Growing* const each : m_lately) {
            const auto end = each->lastEnd.find(time.target);
            if (each->epoch == epoch && !each->openAt(time.began.by) && !each->isJudgedBefore(time) &&
                end != each->lastEnd.end() && time.began.by - end->second <= seconds(m_settings.merge_own_gap_s))
                return each;
        }
        return nullptr;
    }

    // A storm that comes again, led by somebody who was not in it before. An outage of days is no storm. The one that
    // was opened first keeps its name.
    Growing& merge(Growing& ended, Growing& open) {
        if (ended.openUntil - ended.happened.front() > std::chrono::hours(m_settings.longstanding_h))
            return open;
        const bool open_is_older = open.happened.front() < ended.happened.front();
        Growing& earlier = open_is_older ? open : ended;
        Growing& later = open_is_older ? ended : open;
        for (const Member& member : later.incident.members)
            for (const DownTime& time : member.downTimes)
                earlier.take(time);
        auto& aliases = earlier.incident.aliases;
        aliases.push_back(later.incident.id);
        aliases.insert(aliases.end(), later.incident.aliases.begin(), later.incident.aliases.end());
        earlier.judgedAt = std::min(earlier.judgedAt, later.judgedAt);
        later.merged = true;
        std::erase(m_lately, &later);
        return earlier;
    }

    std::string newId(UtcTime first_failure) {
        const std::string plain = incidentId(first_failure);
        std::string id = plain;
        for (int number = 2; !m_ids.insert(id).second; ++number)
            id = plain + "-" + std::to_string(number);
        return id;
    }

    void noteJudged(Growing& growing, const DownTime& time) const {
        if (m_judged.empty())
            return;
        const auto said = m_judged.find(incidentId(time.firstFailure()));
        if (said != m_judged.end() && time.firstFailure() <= said->second)
            growing.judgedAt = std::min(growing.judgedAt, said->second);
    }

    void forgetQuiet(UtcTime now) {
        const auto memory = seconds(std::max(m_settings.merge_window_s, m_settings.merge_own_gap_s));
        std::erase_if(m_lately,
                      [&](const Growing* each) { return !each->openAt(now) && now - each->openUntil > memory; });
    }

    const std::vector<UtcTime>& m_epochs;
    const Settings m_settings;
    const JudgedAt m_judged;
    std::set<std::string> m_ids; // of all that were opened, merged ones too
    std::vector<std::unique_ptr<Growing>> m_all;
    std::vector<Growing*> m_lately; // open, or ended not long ago
};

// Whoever is watched no longer is told of until then.
std::vector<UtcTime> cutsOf(TargetId target, const Record& record, const std::vector<UtcTime>& epoch_changes) {
    std::vector<UtcTime> cuts = epoch_changes;
    if (record.then != nullptr) {
        const std::vector<UtcTime>& leavings = record.then->leavings(target);
        cuts.insert(cuts.end(), leavings.begin(), leavings.end());
        std::ranges::sort(cuts);
    }
    return cuts;
}

std::vector<DownTime> everyDownTime(const Record& record, const std::vector<UtcTime>& epoch_changes) {
    std::vector<DownTime> times;
    for (const Target& target : record.watchlist.targets)
        if (const auto lane = record.spans.find(target.id); lane != record.spans.end())
            for (DownTime& time : downTimesOf(target.id, lane->second, cutsOf(target.id, record, epoch_changes)))
                times.push_back(std::move(time));
    std::sort(times.begin(), times.end(), [](const DownTime& left, const DownTime& right) {
        return std::tuple(left.began.by, left.target) < std::tuple(right.began.by, right.target);
    });
    return times;
}

void bound(Incident& incident) {
    incident.ended.reset();
    incident.cutAt.reset();
    incident.began = incident.members.front().began();
    bool all_over = true;
    for (const Member& member : incident.members) {
        const Onset& began = member.began();
        // One whose start was not observed may have been the first.
        incident.began.after = began.after && incident.began.after
                                   ? std::optional(std::min(*began.after, *incident.began.after))
                                   : std::nullopt;
        incident.began.by = std::min(incident.began.by, began.by);
        all_over = all_over && member.over();
        if (!member.ended() && member.downTimes.back().cutAt)
            incident.cutAt = std::max(incident.cutAt.value_or(UtcTime::min()), *member.downTimes.back().cutAt);
    }
    if (all_over && !incident.cutAt)
        incident.ended = incident.lastRecovery();
    if (!all_over)
        incident.cutAt.reset();
}

// One site alone: all its members are of one site, or it has but one.
bool isOneAlone(const Incident& incident, const Watchlist& watchlist) {
    const Target* const first = watchlist.find(incident.members.front().target);
    return std::all_of(incident.members.begin(), incident.members.end(), [&](const Member& member) {
        const Target* const target = watchlist.find(member.target);
        return incident.members.size() == 1 ||
               (target != nullptr && first != nullptr && !first->site.empty() && target->site == first->site);
    });
}

void putInTime(std::vector<Incident>& incidents) {
    std::stable_sort(incidents.begin(), incidents.end(),
                     [](const Incident& left, const Incident& right) { return left.began.by < right.began.by; });
}

// Of one time that nobody saw an answer in, holes in it included: down outlives a hole.
milliseconds longestSilence(const Incident& incident, UtcTime now) {
    milliseconds longest{0};
    for (const Member& member : incident.members)
        for (const DownTime& time : member.downTimes)
            longest = std::max(longest, std::min(time.lastSeen(), now) - time.firstFailure());
    return longest;
}

const Watchlist& listOf(const Incident& incident, const Record& record) {
    return record.then == nullptr ? record.watchlist : record.then->of(incident);
}

// In the order of the list of its own time.
void putInPlace(Incident& incident, const Watchlist& watchlist) {
    const auto place = [&](const Member& member) {
        return std::ranges::find(watchlist.targets, member.target, &Target::id) - watchlist.targets.begin();
    };
    std::ranges::stable_sort(incident.members, {}, place);
}

// When no site answered, by each list there was.
class Silences {
  public:
    explicit Silences(const Record& record) : m_record(record) {}
    const SiteSilence& of(const Incident& incident) {
        const Watchlist& list = listOf(incident, m_record);
        return m_known.try_emplace(&list, list, m_record.spans).first->second;
    }

  private:
    const Record& m_record;
    std::map<const Watchlist*, SiteSilence> m_known;
};

} // namespace

std::vector<Incident> incidentsOf(const Record& record, const Settings& settings) {
    const std::vector<UtcTime> epoch_changes = epochChanges(record.events);
    Grouping grouping(epoch_changes, settings, judgedAt(record.judgements));
    for (const DownTime& time : everyDownTime(record, epoch_changes))
        grouping.take(time);
    std::vector<Incident> incidents = grouping.finished();
    std::for_each(incidents.begin(), incidents.end(), bound);
    putInTime(incidents);
    if (!record.judgements.empty()) {
        applyByHand(incidents, record, epoch_changes);
        std::for_each(incidents.begin(), incidents.end(), bound);
        putInTime(incidents);
    }
    Silences silences(record);
    for (Incident& incident : incidents) {
        const Watchlist& watchlist = listOf(incident, record);
        if (record.then != nullptr)
            putInPlace(incident, watchlist);
        const SiteSilence& silence = silences.of(incident);
        putInOrder(incident, watchlist, record.clockError);
        incident.lengths = lengthsOf(incident, silence, record.now);
        incident.none = noneAnswered(incident, silence, record.now);
        incident.longStanding = isOneAlone(incident, watchlist) &&
                                longestSilence(incident, record.now) > std::chrono::hours(settings.longstanding_h);
    }
    return incidents;
}

} // namespace kpwatch
