// SPDX-License-Identifier: GPL-3.0-or-later
// Asks places elsewhere by Globalping: a standing set of at most 12, the same ones each time, twice a day so that it is
// known who reaches whom, and in three rounds once somebody stops answering here. Pure: asks nobody; one thread.
#pragma once

#include "app/outside/globalping_measurement.h"
#include "app/story/second_opinion.h"
#include "app/watchlist.h"

#include <deque>
#include <map>
#include <set>

namespace kpwatch {

// Where the names of the watchlist live, as far as that is known: host to address.
using AddressOf = std::function<std::string(const std::string& host)>;

// The question of a target, put to places: by address with its name beside it; a page whose address is not known by its
// name and their own name server. nullopt for what is not asked so.
std::optional<GlobalpingTest> globalpingTest(const Target& target, const AddressOf& address);

class GlobalpingSource : public Platform {
  public:
    // `recent`: what places said in the last 36 hours. `address` is asked when a round begins.
    GlobalpingSource(Watchlist watchlist, AddressOf address, std::vector<PlaceReading> recent = {});

    // A target went down, or is no longer; the first of an incident begins its rounds (other than a site, after a
    // minute, so that sites that follow are asked about), also of one that comes again after its rounds, and a site
    // begins them again if none was asked about.
    void setDown(TargetId target, std::optional<UtcTime> since, UtcTime now);
    void askNow(UtcTime now); // by hand: one round more, as soon as the manners allow

    std::optional<PlatformQuestion> due(UtcTime now) override;
    UtcTime dueAt(UtcTime now) const override;
    PlatformTold answered(const WebAnswer& answer, UtcTime now) override;
    const Guest& guest() const override { return m_guest; }
    nlohmann::json state() const override;
    void restore(const nlohmann::json& state, UtcTime now) override;

    AskingElsewhere asking(UtcTime now) const;

  private:
    static constexpr int places = 12;
    static constexpr std::chrono::hours oneIncident{2};  // merge_window_s of the rules
    static constexpr std::chrono::hours setKept{6 * 24}; // its measurements are kept for 7 days
    enum class Why { Baseline, Incident, Hand };
    struct Round {
        Why why = Why::Baseline;
        UtcTime began;
        std::deque<GlobalpingTest> left;
        int places = 0, heard = 0; // of the measurements that are over
    };
    struct HandAsked {
        UtcTime at;
        PlaceQuestion question;
    };
    struct Run { // of an incident
        UtcTime began;
        int begun = 0; // rounds
        bool askedSites = false;
        bool restored = false;        // nobody knows who was down in it before
        std::set<TargetId> targets{}; // that were down in it, since the program began
    };

    bool mayBeOfRun(TargetId target) const;
    bool beginsAnew(TargetId target, UtcTime since, UtcTime now) const;
    void restoreUnderWay(const nlohmann::json& kept, UtcTime now);
    void beginRound(UtcTime now);
    std::optional<Why> dueRound(UtcTime now);
    UtcTime roundAt(int round) const;
    std::optional<UtcTime> nextRoundAt() const;                  // of the run
    std::optional<UtcTime> nextRoundFrom(UtcTime welcome) const; // of the run, if it may be asked again from then on
    UtcTime nextBaselineAt(UtcTime now) const;
    // From then on, whatever an incident, or so many in a day, may still take.
    UtcTime spareAt(UtcTime from, int incidents_a_day = 1) const;
    UtcTime handAt(UtcTime now) const; // when a round by hand may be asked
    std::vector<GlobalpingTest> standing() const;
    std::vector<GlobalpingTest> nextOfBaseline(UtcTime now);
    std::vector<GlobalpingTest> nextOfRun();
    std::vector<GlobalpingTest> askedForByHand();
    std::vector<GlobalpingTest> aboutTheSilent() const;
    void conclude(const GlobalpingMeasurement& over, const WebAnswer& answer, UtcTime now);
    void askAgain(const GlobalpingTest& test);
    void take(const GlobalpingMeasurement& over, UtcTime now);
    std::vector<PlaceQuestion> silentQuestions() const;
    std::optional<AskedByHand> askedByHand(UtcTime now) const;

    const Watchlist m_watchlist;
    const AddressOf m_address;
    Guest m_guest; // counts tests: one is one place
    std::map<TargetId, UtcTime> m_down;
    std::optional<Run> m_run;
    std::optional<UtcTime> m_ranAt; // the latest run began
    bool m_byHand = false;
    std::optional<HandAsked> m_handAsked; // the latest
    std::optional<UtcTime> m_baselineAt;  // the latest began
    std::set<std::string> m_baselineLeft; // what of it is still to be asked, as in PlaceQuestion::asked
    std::optional<Round> m_round;
    std::optional<GlobalpingMeasurement> m_underWay;
    bool m_asking = false; // a request of ours is out
    std::string m_same;    // a measurement by the standing set
    UtcTime m_sameAt{};
    std::map<std::string, UtcTime> m_unwelcome; // addresses it will not have asked, since when
    std::vector<PlaceReading> m_readings;       // of the last 36 hours and what came since
    std::string m_trouble;
};

} // namespace kpwatch
