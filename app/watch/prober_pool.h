// SPDX-License-Identifier: GPL-3.0-or-later
// The workers: takes what the schedule says is due, asks it on as many threads as are needed, and pushes what was seen.
// Its own threads do all the work; every public function may be called from any thread.
#pragma once

#include "app/fingerprints.h"
#include "app/watch/address_book.h"
#include "app/watch/channel.h"
#include "app/watch/schedule.h"
#include "app/way_out.h"
#include "probes/resolve.h"

#include <condition_variable>
#include <deque>
#include <mutex>
#include <stop_token>
#include <thread>
#include <vector>

namespace kpwatch {

class ProberPool {
  public:
    struct Plan {
        Watchlist watchlist;
        Settings settings;
        WayOut way; // through a proxy nothing is ever looked up here; only ObserveOnly is none for a pool
        std::map<std::string, std::vector<Address>> known; // seeds the address book
        std::vector<Schedule::Earlier> earlier{};          // what a run before this one has just sent, in order
        bool paused = false;
        // A worker leaves that was not needed in this time and the like one before.
        std::chrono::milliseconds surplusKept = std::chrono::minutes{1};
    };
    // Begins to ask at once, unless paused. Observations go to `observed`, which must outlive the pool.
    ProberPool(Plan plan, Channel<Observation>& observed);
    // Ends every check at once (cancelled ones are not pushed) and joins; at most 1 s.
    ~ProberPool();
    ProberPool(const ProberPool&) = delete;
    ProberPool& operator=(const ProberPool&) = delete;

    void setPaused(bool paused); // checks in flight end by themselves
    bool isBusy() const;         // something is under way
    void askAll();
    void askControls();
    // Nothing leaves any more until woke(), or until it turns out that the computer did not sleep.
    void sleepComes();
    // The computer slept or stood still. What was under way has measured that and is not pushed; all controls are asked
    // at once, and once more as soon as the judge takes that for a second answer.
    void woke();
    void setDownSince(TargetId target, std::optional<SteadyTime> since);
    // Since when somebody answers in the place of name servers; nullopt: nobody does any more.
    void doubtNames(std::optional<UtcTime> since);
    int checksLastMinute() const;
    KnownHosts knownHosts() const;

  private:
    struct Work {
        Job job;
        const Target* target;
        SteadyTime began;
    };

    void pace(const std::stop_token& stop);
    void work(const std::stop_token& stop);
    void hire();            // one more thread, if all are busy; m_mutex held
    void noteBusy();        // one of them begins; m_mutex held
    bool isSurplus() const; // fewer would have done lately; m_mutex held
    void leave();           // the worker that calls it, for good; m_mutex held
    void run(const Work& work, const std::stop_token& stop);
    void look(const Work& work, const std::stop_token& stop);
    Observation check(const Work& work, const std::stop_token& stop);
    std::vector<Address> lookUp(const Target& target, const Attempt& attempt, Observation& failed);
    void remember(const Target& target, const Resolved& found);
    void learn(TargetId target, const Resolved& found); // m_mutex held
    void learnFromBook();                               // m_mutex held
    void turn(const std::string& host);
    Attempt attemptFor(const Target& target, SteadyTime began, const std::stop_token& stop) const;
    Way wayAt(SteadyTime began) const;

    const Watchlist m_watchlist;
    const Settings m_settings;
    const std::optional<Proxy> m_proxy;
    const std::string m_circuits; // what their names begin with: no two runs of the program share one
    const SteadyTime m_begun;
    const TlsStore m_tls;
    const Fingerprints m_fingerprints = shippedFingerprints();
    AddressBook m_book;
    Channel<Observation>& m_observed;

    mutable std::mutex m_mutex; // all below
    Schedule m_schedule;
    std::deque<Work> m_waiting;
    std::condition_variable_any m_workArrived, m_scheduleChanged;
    std::size_t m_idle = 0;
    const std::chrono::milliseconds m_surplusKept;
    SteadyTime m_busiestSince;
    std::size_t m_busiest = 0, m_busiestBefore = 0; // at once, since then and in the like time before
    bool m_paused = false, m_changed = false;
    SteadyTime m_heldUntil{}, m_wokeAt{};
    std::optional<SteadyTime> m_controlsAgainAt;
    std::vector<std::jthread> m_workers, m_left; // who left is joined by the pacer
    std::jthread m_pacer;                        // last: it begins when everything above is there
};

} // namespace kpwatch
