// SPDX-License-Identifier: GPL-3.0-or-later
// What is asked next, and when: intervals with jitter, re-checks after a first failure, controls around every failure,
// slower pace for what stays down and a sooner check for what comes back, all within the caps of Politeness. Knows no
// clock and no socket, so that tests drive it by hand. One thread at a time. What concerns controls is in
// schedule_controls.cpp.
#pragma once

#include "app/watch/politeness.h"
#include "app/watchlist.h"
#include "app/way_out.h"
#include "probes/observation.h"

#include <optional>
#include <random>
#include <set>
#include <vector>

namespace kpwatch {

struct Job {
    enum class Kind { Check, Recheck, Resolve }; // Resolve: ask the name servers where an HTTP host lives
    TargetId target{};
    Kind kind = Kind::Check;
    bool operator==(const Job&) const = default;
};

class Schedule {
  public:
    struct Start {
        std::uint32_t seed = 0;
        SteadyTime now{};
        WayOut way; // what cannot leave by it is never due; through a proxy names are not looked up either
    };
    Schedule(const Watchlist& watchlist, const Settings& settings, const Start& start);
    Schedule(const Schedule&) = delete; // items point into the watchlist beside them
    Schedule& operator=(const Schedule&) = delete;

    // A check that an earlier run sent. To be told in order, before anything is taken.
    struct Earlier {
        TargetId target{};
        std::optional<Address> peer; // whom it asked; nullopt: where the target is known to live
        bool recheck = false;
        SteadyTime at;
    };
    void count(const Earlier& earlier);

    // What may leave now, most urgent first; each is then in flight until finished() or resolved().
    std::vector<Job> take(SteadyTime now);
    // When to call take() again, if nothing else happens before.
    SteadyTime next(SteadyTime now) const;

    // A check that began at `began` has ended as `seen`.
    void finished(const Observation& seen, SteadyTime began, SteadyTime now);
    // An HTTP host was looked up; `address` is where its checks, and those of its sentinel, will go, if that is known.
    void resolved(TargetId target, std::optional<Address> address, SteadyTime now);
    // Whether a check under way may open one more connection, to there; then it is counted.
    bool mayAlsoDial(TargetId target, const Address& address, SteadyTime now);
    // Its checks go there from now on, and nobody was asked for it.
    void moved(TargetId target, const Address& address);
    // The judge's word: since when a target is down; nullopt once it is not.
    void setDownSince(TargetId target, std::optional<SteadyTime> since);
    // Everything as soon as the caps allow.
    void askAll(SteadyTime now);
    // Every control, also those asked within the last minute.
    void askControls(SteadyTime now);

    // Checks of targets (not of controls) that left in the last minute.
    int lastMinute(SteadyTime now) const;

  private:
    struct Item {
        const Target* target = nullptr;
        std::optional<Ring> ring; // controls only
        Transport transport = Transport::Tcp;
        std::optional<Address> address;
        SteadyTime due;
        int lookUpTurn = 1;                   // how many names take turns at its name servers
        std::optional<SteadyTime> resolveDue; // HTTP targets with a name
        std::vector<SteadyTime> rechecks;     // planned, in order
        std::vector<SteadyTime> series;       // begins of re-check series of the last hour
        std::optional<SteadyTime> downSince;
        SteadyTime lastBegan, lastEnded;
        std::optional<SteadyTime> silentSince; // begin of the run of failures
        int failures = 0;                      // in a row since the last answer
        int good = 0;                          // in a row; a line control votes from the third on
        bool inFlight = false, resolving = false;
    };
    struct Candidate {
        Job job;
        SteadyTime from;
        Politeness::Kind kind;
    };

    // A line control votes from the third good check in a row on.
    static constexpr int goodToVote = 3;
    static std::chrono::seconds paceUntilVote(Transport transport);

    void planFirstRound(const Start& start);
    Item* find(TargetId id);
    const Item& item(TargetId id) const;
    bool isLoopback(const Item& item) const;
    bool alert(const Item& item, SteadyTime now) const;
    std::optional<Address> nameServer(const Item& item) const;
    SteadyTime jittered(SteadyTime from, std::chrono::milliseconds length, double share);
    bool mayYetVote(const Item& item) const;
    std::chrono::milliseconds interval(const Item& item, SteadyTime now) const;
    std::vector<Candidate> candidates(SteadyTime until) const; // that want to leave by then
    SteadyTime mayLeave(const Candidate& candidate, SteadyTime now) const;
    void begin(const Candidate& candidate, SteadyTime now);
    void planNext(Item& asked, SteadyTime now);
    void planRechecks(Item& failed, SteadyTime began);
    void planSeries(Item& item, SteadyTime began, std::size_t allowed);

    // Controls.
    void planTurns(SteadyTime now);
    bool takesTurns(const Item& item) const;
    std::chrono::milliseconds turnLength(Transport transport) const;
    void takeTurn(const Item& control, SteadyTime now);
    void addTurns(std::vector<Candidate>& candidates, SteadyTime until) const;
    void askAround(const Item& failed, SteadyTime now);
    void askLineControl(Transport transport, SteadyTime now);
    static void askSoon(Item& control, SteadyTime from);
    bool mailIsProved(SteadyTime now) const;
    std::optional<SteadyTime> heldByMail(const Item& item, SteadyTime from) const;
    bool proveMail(const std::vector<Candidate>& due, SteadyTime now); // true if a control was asked for
    std::optional<SteadyTime> heldByTrace(const Item& item, SteadyTime from) const;

    Settings m_settings;
    Watchlist m_watchlist;
    bool m_proxied;
    Politeness m_politeness;
    std::minstd_rand m_random;
    std::vector<Item> m_items; // enabled targets, then controls
    std::map<TargetId, std::size_t> m_positions;
    std::deque<SteadyTime> m_left;           // checks of targets in the last minute
    std::vector<std::size_t> m_traces;       // positions
    std::map<Transport, SteadyTime> m_turns; // when the next line control of a transport is due
    std::set<Transport> m_lineWanted;        // a reading is wanted of these as soon as one is free
};

} // namespace kpwatch
