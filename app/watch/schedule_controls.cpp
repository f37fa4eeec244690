// SPDX-License-Identifier: GPL-3.0-or-later
// Controls: that one has spoken shortly before each check and at once after each failure, for every transport by
// itself.
#include "app/watch/schedule.h"

#include <algorithm>
#include <tuple>

namespace kpwatch {

using std::chrono::milliseconds;
using std::chrono::seconds;

namespace {

// A reading proves what begins within control_window_s (60 s) of its end. With these no two readings of a transport
// begin more than 45 s apart: 40 s and the jitter.
constexpr seconds longestTurn{40};
constexpr seconds mailProofHolds{45};
constexpr seconds controlAtMostEvery{20}; // of the rings beyond our line, however many checks fail
constexpr seconds quietAfterTrace{2};     // routers answer one probe a second (icmp(7), icmp_ratelimit)

} // namespace

// Asked in the first seconds, except mail servers: those take such haste for an attack.
seconds Schedule::paceUntilVote(Transport transport) { return transport == Transport::Mail ? seconds{30} : seconds{2}; }

// Where a transport has several line controls, those that vote are asked in turn, so that their readings never bunch.
// Mail is asked too seldom for that and is proved when it is needed.
void Schedule::planTurns(SteadyTime now) {
    std::map<Transport, int> controls;
    for (const Item& item : m_items)
        if (item.ring == Ring::Line && item.transport != Transport::Mail && ++controls[item.transport] > 1)
            m_turns[item.transport] = now;
}

bool Schedule::takesTurns(const Item& item) const {
    return item.ring == Ring::Line && m_turns.contains(item.transport) &&
           (item.good >= goodToVote || item.failures > 0);
}

// So that each is asked about as often as its own interval says.
milliseconds Schedule::turnLength(Transport transport) const {
    double perSecond = 0;
    for (const Item& item : m_items)
        if (item.transport == transport && takesTurns(item))
            perSecond += 1 / static_cast<double>(item.target->interval.count());
    if (perSecond <= 0)
        return longestTurn;
    return std::min<milliseconds>(longestTurn, milliseconds{static_cast<std::int64_t>(1000 / perSecond)});
}

void Schedule::takeTurn(const Item& control, SteadyTime now) {
    if (takesTurns(control))
        m_turns[control.transport] = jittered(now, turnLength(control.transport), 0.1);
}

// At each turn the one that was asked longest ago.
void Schedule::addTurns(std::vector<Candidate>& candidates, SteadyTime until) const {
    for (const auto& [transport, due] : m_turns) {
        if (due > until)
            continue;
        const Item* next = nullptr;
        for (const Item& item : m_items)
            if (item.transport == transport && !item.inFlight && takesTurns(item) &&
                (!next || item.lastBegan < next->lastBegan))
                next = &item;
        if (next)
            candidates.push_back({{next->target->id, Job::Kind::Check}, due, Politeness::Kind::Ordinary});
    }
}

// A failure counts only between two readings that answered: our line by the same transport, and the road to its side.
void Schedule::askAround(const Item& failed, SteadyTime now) {
    m_lineWanted.insert(failed.transport);
    const Via via = failed.target->via;
    Item* far = nullptr;
    for (Item& item : m_items) {
        if (item.ring == Ring::LongHaul && (!far || item.lastBegan < far->lastBegan))
            far = &item;
        if ((item.ring == Ring::TransitChina && via != Via::Russia) ||
            (item.ring == Ring::TransitRussia && via != Via::China))
            askSoon(item, std::max(now, item.lastBegan + controlAtMostEvery));
    }
    if (far)
        askSoon(*far, std::max(now, far->lastBegan + controlAtMostEvery));
}

void Schedule::askSoon(Item& control, SteadyTime from) {
    if (control.rechecks.empty())
        control.rechecks.push_back(from);
}

// Of those that use the transport, else of all: one that is free and answered when last asked, asked longest ago.
void Schedule::askLineControl(Transport transport, SteadyTime now) {
    const auto isOfTransport = [transport](const Item& item) {
        return item.ring == Ring::Line && item.transport == transport;
    };
    const bool any = std::none_of(m_items.begin(), m_items.end(), isOfTransport);
    Item* chosen = nullptr;
    for (Item& item : m_items) {
        if (item.inFlight || item.ring != Ring::Line || (!any && !isOfTransport(item)))
            continue;
        const auto worse = [](const Item& one) { return std::tuple(one.failures > 0, one.lastBegan); };
        if (!chosen || worse(item) < worse(*chosen))
            chosen = &item;
    }
    if (chosen)
        askSoon(*chosen, now);
    else
        m_lineWanted.insert(transport); // all are being asked: the next one to be free
}

bool Schedule::mailIsProved(SteadyTime now) const {
    return std::any_of(m_items.begin(), m_items.end(), [now](const Item& item) {
        return item.ring == Ring::Line && item.transport == Transport::Mail && item.lastEnded != SteadyTime{} &&
               item.lastEnded + mailProofHolds >= now;
    });
}

// A mail check waits for a reading of a mail control. How long is not known: the end of that reading says it.
std::optional<SteadyTime> Schedule::heldByMail(const Item& item, SteadyTime from) const {
    if (item.ring || item.transport != Transport::Mail || mailIsProved(from))
        return std::nullopt;
    const bool coming = std::any_of(m_items.begin(), m_items.end(), [](const Item& other) {
        return other.ring == Ring::Line && other.transport == Transport::Mail &&
               (other.inFlight || !other.rechecks.empty());
    });
    return coming ? std::optional(SteadyTime::max()) : std::nullopt;
}

bool Schedule::proveMail(const std::vector<Candidate>& due, SteadyTime now) {
    const bool wanted = std::any_of(due.begin(), due.end(), [&](const Candidate& candidate) {
        const Item& asked = item(candidate.job.target);
        return !asked.ring && asked.transport == Transport::Mail && !heldByMail(asked, now);
    });
    const bool possible = std::any_of(m_items.begin(), m_items.end(), [](const Item& item) {
        return item.ring == Ring::Line && item.transport == Transport::Mail;
    });
    if (!wanted || !possible || mailIsProved(now))
        return false;
    askLineControl(Transport::Mail, now);
    return true;
}

// A trace uses up what routers are willing to say for a while: no other check of that address runs beside it, and none
// begins right after it.
std::optional<SteadyTime> Schedule::heldByTrace(const Item& item, SteadyTime from) const {
    if (m_traces.empty() || !item.address)
        return std::nullopt;
    std::optional<SteadyTime> held;
    const bool traces = std::holds_alternative<TraceOptions>(item.target->probe);
    for (const Item& other : m_items) {
        if (other.address != item.address || &other == &item)
            continue;
        if (traces ? other.inFlight : other.inFlight && std::holds_alternative<TraceOptions>(other.target->probe))
            return SteadyTime::max();
        if (!traces && std::holds_alternative<TraceOptions>(other.target->probe) && other.lastEnded != SteadyTime{})
            held = std::max(held.value_or(from), other.lastEnded + quietAfterTrace);
    }
    return held;
}

// Readings of the last minute do not stand in the way: something has happened since.
void Schedule::askControls(SteadyTime now) {
    for (Item& item : m_items)
        if (item.ring && item.rechecks.empty())
            item.rechecks.push_back(now); // besides the ordinary one a minute
}

} // namespace kpwatch
