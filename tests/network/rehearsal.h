// SPDX-License-Identifier: GPL-3.0-or-later
// Lives through minutes of watching in no time. The packets are real, and so are the schedule and the judge; only the
// clock is moved by hand. Each check that the schedule asks for is one that was made in the chain beforehand, under the
// same conditions, with all its lengths: many at a time, since most of a failed check is waiting. One thread at a time.
#pragma once

#include "app/story/judge.h"
#include "app/story/timeline.h"
#include "app/watch/schedule.h"
#include "probes/resolve.h"
#include "tests/network/chain.h"

#include <set>

namespace kpwatch::test {

// "silence at hop 3, 84.16.2.2; silent: 1 2"; of a trace that was none, how it failed.
std::string described(const Observation& trace);

// A routing table that says "unreachable" says so six times at once and then once a second to each host
// (ip_rt_error_burst of the Linux kernel, which no namespace can change).
inline constexpr std::chrono::milliseconds asTablesComplain(600);

class Rehearsal {
  public:
    // Nothing has been seen yet. The transit controls have answered for two days, so that they may vote.
    Rehearsal(const Chain& chain, const Watchlist& watchlist);

    // Really asks every target and control so many times, all at once, and keeps what was seen in place of
    // what was kept before. With a pace, the targets are asked one after another. Blocks for the longest time-out,
    // about.
    void gather(int checks, std::chrono::milliseconds pace = {});
    // Lets so much time pass, in which the program watches: each check sees what was gathered, one after another, over
    // and over. Precondition: gather().
    void pass(std::chrono::minutes length);

    // What was gathered of a target or control, as "connect timeout"; each kind once.
    std::set<std::string> seen(const std::string& slug) const;
    // Really traces the way to a target, without ICMP sockets and then with them; keeps nothing of it. Once only.
    std::set<std::string> roads(const std::string& slug) const;
    // A state in words, "up", "unknown way-there", now and ever since the first call of pass(); of a target or of
    // "own-line".
    std::string state(const std::string& slug) const;
    std::set<std::string> statesEver(const std::string& slug) const;

  private:
    struct Gathered {
        std::vector<Observation> checks;
        std::size_t next = 0;
    };
    struct Underway {
        Observation row;
        SteadyTime began;
    };

    void bringInTheTransit();
    std::future<Resolved> look(const Target& target) const;
    std::future<Observation> ask(const Target& target) const;
    void begin(const Job& job);
    void finish(const Underway& check, SteadyTime end);
    UtcTime clock() const;
    TargetId idOf(const std::string& slug) const;

    const Chain& m_chain;
    Watchlist m_watchlist;
    Settings m_settings{.degraded_slow_ms = 300}; // a busy machine answers itself a tenth of a second late
    std::map<std::string, std::vector<Address>> m_book;
    std::map<TargetId, Gathered> m_gathered;

    SteadyTime m_origin, m_now, m_nextHeartbeat;
    Schedule m_schedule;
    Judge m_judge;
    std::multimap<std::pair<SteadyTime, TargetId>, Underway> m_underway;
    TargetSpans m_spans;
};

} // namespace kpwatch::test
