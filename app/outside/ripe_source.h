// SPDX-License-Identifier: GPL-3.0-or-later
// What to ask RIPE NCC's services next, and what their answers say about the routes: RIS Live tells each change within
// seconds, RIPEstat the whole state every ten minutes and after each (re)connect, since a stream cannot say what it
// missed. A reference prefix, far from Korea, tells trouble of the source from theirs. Pure: asks nobody; one thread.
#pragma once

#include "app/outside/control_networks.h"
#include "app/outside/guest.h"
#include "app/outside/hearing.h"
#include "app/outside/past_routes.h"
#include "app/story/sightings.h"

namespace kpwatch {

class RipeSource {
  public:
    explicit RipeSource(const WatchedRoutes& watched = {}, const Watchlist& watchlist = {});

    // The next question, if one is due and the manners let it be asked now; it counts as asked. One at a time.
    std::optional<RipeQuestion> due(UtcTime now);
    UtcTime dueAt(UtcTime now) const; // when to look again
    RipeNews answered(const RipeQuestion& question, std::string_view body, UtcTime now);
    // No answer, or none with status 200.
    struct Refusal {
        std::string said;
        std::optional<std::chrono::seconds> retryAfter{};
        bool reached = true; // somebody answered
    };
    RipeNews refused(const RipeQuestion& question, const Refusal& refusal, UtcTime now);

    // The routes of a past time, asked for with what the present leaves of the budget.
    void wantPast(TimeRange range, bool by_person, UtcTime now) { m_past.want(range, by_person, now); }
    bool wantsPast() const { return !m_past.idle(); }
    std::optional<UtcTime> pastWaitsUntil(UtcTime now) const; // if the budget keeps what is wanted of the past back

    // A run begins. What is told from then on is dated no earlier. `told`: when another run told of the
    // routes last, unless it told its end.
    void began(UtcTime now, std::optional<UtcTime> told);
    RipeNews ended(UtcTime now); // if anything was ever told: readings in which nobody is counted, since nobody hears

    void streamBegan(UtcTime now);
    void streamEnded(UtcTime now);
    RipeNews heard(const RisMessage& message, UtcTime now); // trouble only; changes are told by settled()
    // What the changes of the last moment came to, once a second: a withdrawal comes in hundreds of messages. To be
    // called as often while there are none: who does not has slept. Where what was told holds no longer, also what
    // was told before a restart, a reading of each block in which nobody is counted, as of then. Where something may
    // be gone, what stayed the same for 3 minutes in which each change would have been heard is told once more: before,
    // nothing is called gone.
    RipeNews settled(UtcTime now);
    bool unsettled() const { return m_changed; } // there is something to settle

    const std::vector<ControlPlace>& controls() const { return m_controls.places(); } // where those of the road lie
    Guest& manners() { return m_guest; }
    Guest& pastAsked() { return m_pastAsked; } // the part of these questions that was about the past

  private:
    RipeNews take(const BgpState& state, UtcTime now);
    RipeNews takeReference(const BgpState& state, UtcTime now);
    RipeNews takeUpdates(const BgpUpdates& updates, const std::optional<BgpState>& before, UtcTime now);
    RipeNews tellMissed(const BgpState& before, BgpUpdates updates) const;
    RipeNews takeNetwork(std::string_view body, UtcTime now);
    RipeNews takePresent(const RipeQuestion& question, std::string_view body, UtcTime now);
    void believe(const BgpState& state, const BgpState& before);
    bool isFarFromTold() const;         // much more or less is seen of a block than was told last
    void hearOf(const BgpState& state); // who has routes in it is there
    void rebuild();                     // the table, from the latest state and what was heard since
    RipeNews tell();                    // all blocks as they are now
    RipeNews tellNothingHeard(UtcTime since);
    void remember(const RouteReading& told);
    RipeNews tellWhatLasts(UtcTime now);
    bool looksGone() const;
    void forget();
    bool isHeardByMost() const;
    std::set<std::string> silentCollectors(const BgpState& state) const;
    std::size_t muteNetworks(const BgpState& state) const;
    std::optional<RipeQuestion::What> wanted(UtcTime now) const;
    RipeQuestion questionOf(RipeQuestion::What what, UtcTime now) const;
    UtcTime asOf() const;
    UtcTime pastWelcomeAt(UtcTime now) const;

    WatchedRoutes m_watched;
    RouteTable m_table;
    FullFeed m_full;
    Guest m_guest{mannersTowards(routesToldBy)};
    Guest m_pastAsked{mannersTowards(routesToldBy)};
    std::optional<UtcTime> m_peersAt;    // last answered
    BgpState m_state;                    // the latest one believed
    std::optional<BgpState> m_doubted;   // one that waits for the reference
    std::optional<BgpState> m_beforeGap; // one after which nobody listened: what changed since is asked for
    std::set<RoutePeer> m_blind;         // who had not even the reference, when it was asked for last
    std::map<RoutePeer, UtcTime> m_left; // who went away, and was not heard of since
    std::set<std::string> m_silent;      // collectors that were looked into then
    std::size_t m_mute = 0;              // networks without any route then
    UtcTime m_lookedAt{};
    Hearing m_hearing;
    std::vector<RouteChange> m_lately; // heard in the last half hour, in order of time
    std::map<std::string, RouteReading> m_told;
    std::map<std::string, UtcTime> m_sameSince; // as in m_told
    UtcTime m_beganAt{}, m_toldAt{};
    bool m_changed = false;
    UtcTime m_settledAt{};
    bool m_asking = false;
    Strangers m_strangers;
    ControlNetworks m_controls;
    PastRoutes m_past;
};

} // namespace kpwatch
