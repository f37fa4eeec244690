// SPDX-License-Identifier: GPL-3.0-or-later
// The thread that watches our own line: hears from the kernel when a link, a route or the first router changes, begins
// vantage epochs, has the controls asked when something happened, and asks the system's resolver whether it makes up
// answers, and what it says of the watched names. Every public function may be called from any thread.
#pragma once

#include "app/story/notice.h"
#include "app/watch/name_said.h"
#include "app/watch/vantage.h"
#include "app/watchlist.h"
#include "app/way_out.h"

#include <atomic>
#include <filesystem>
#include <functional>
#include <mutex>
#include <thread>

namespace kpwatch {

struct LineWatchOptions {
    // Through it nothing else is looked at than the way to it, and the resolver is not asked.
    std::optional<Proxy> proxy{};
    std::filesystem::path resolvers = "/etc/resolv.conf"; // resolv.conf(5)
    std::uint16_t resolverPort = 53;
    std::vector<std::string> names{}; // watched: the resolver is asked for each, as evidence
    bool paused = false;              // nobody is asked before setPaused(false)
    bool askOnLoopback = false;       // tests: a list of loopback servers otherwise has no network worth asking about
};

class LineWatch {
  public:
    // Rung from this thread, and once from the constructor's.
    struct Bells {
        std::function<void(const Epoch&)> epoch;    // a new one has begun
        std::function<void()> askControls;          // something happened to our line: ask all of them now
        std::function<void()> noticed;              // notices() has changed
        std::function<void(const NameSaid&)> named; // the resolver says another thing of a watched name than before
    };

    // Takes a first reading before it returns, so that an epoch stands before the first check. `known` are the latest
    // epochs of the record, in order.
    LineWatch(const Watchlist& watchlist, std::vector<Epoch> known, LineWatchOptions options, Bells bells);
    ~LineWatch(); // within 0.1 s
    LineWatch(const LineWatch&) = delete;
    LineWatch& operator=(const LineWatch&) = delete;

    void setPaused(bool paused);           // nobody is asked anything meanwhile
    void setIntercepted(bool intercepted); // which makes another way out of the same one
    std::vector<Notice> notices() const;
    std::vector<NameSaid> namesSaid() const; // one for each name that was asked for, in their order

  private:
    struct Seen { // what a change is told by
        bool route = false, linkUp = false;
        LineTrouble trouble = LineTrouble::None;
        std::optional<Address> source, gateway;
        bool operator==(const Seen&) const = default;
    };

    void addAll(const Watchlist& watchlist);
    void run(const std::stop_token& stop);
    void look(UtcTime now);
    std::optional<Route> exitFor(bool v6) const;
    LineReading read() const;
    std::optional<SplitRoute> splitRoute() const;
    void askWhenCalm(SteadyTime now);
    bool resolverIsWorthAsking() const;
    void askResolver(const StopSignal& stop);
    void askForOneName(const StopSignal& stop);
    bool noteName(const NameSaid& said);
    void say(std::optional<Notice>& slot, std::optional<decltype(Notice::what)> what, UtcTime now);
    SteadyTime nextLook(SteadyTime now) const;

    const LineWatchOptions m_options;
    const Bells m_bells;
    std::vector<Address> m_controls, m_targets; // literal ones
    std::atomic<bool> m_paused = false, m_intercepted = false;

    // The thread's own, after the constructor.
    OwnNetwork m_network;
    Vantage m_line;
    std::optional<Seen> m_seen;
    std::optional<LineReading> m_reading; // the latest
    bool m_askWanted = false;
    SteadyTime m_lastAsked{};
    std::optional<SteadyTime> m_resolverDue;
    int m_resolverTries = 0;
    std::size_t m_nextName = 0;
    SteadyTime m_nameDue{};

    mutable std::mutex m_mutex; // the notices and the names
    std::vector<NameSaid> m_said;
    std::optional<Notice> m_troubleNotice, m_splitNotice, m_resolverNotice, m_changeNotice;

    std::jthread m_thread; // last
};

} // namespace kpwatch
