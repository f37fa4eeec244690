// SPDX-License-Identifier: GPL-3.0-or-later
// Asks places elsewhere by Globalping: a standing set of at most 12, the same ones each time, twice a day so that it is
// known who reaches whom, and in three rounds once somebody stops answering here. Pure: asks nobody; one thread.
#pragma once

#include "app/outside/globalping_measurement.h"
#include "app/outside/incident_rounds.h"
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
    // minute, so that sites that follow are asked about). They begin anew when all were back and another stops, or
    // one of them again as far as that leaves the next incident its own, and with a site if none was asked about.
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
    static constexpr std::size_t questionsARound = 2;
    static constexpr int testsOfRound = static_cast<int>(questionsARound) * places;
    // As many are kept of what it may be asked in an hour and in a day: baselines and rounds by hand leave them.
    static constexpr int testsOfIncident = IncidentRounds::most * testsOfRound;
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

    bool isOfIncident(TargetId target) const;
    // Or goes on with those there are; there are some afterwards.
    void beginRounds(const Target& target, UtcTime since, bool alone, UtcTime now);
    void restoreUnderWay(const nlohmann::json& kept, UtcTime now);
    void beginRound(UtcTime now);
    std::optional<Why> dueRound(UtcTime now);
    std::optional<UtcTime> nextRoundAt() const;                  // of the incident
    std::optional<UtcTime> nextRoundFrom(UtcTime welcome) const; // of it, if it may be asked again from then on
    UtcTime nextBaselineAt(UtcTime now) const;
    UtcTime roomAt(UtcTime from, int tests, const Manners& reserve) const; // for these beside what is kept
    UtcTime handAt(UtcTime now) const;                                     // when a round by hand may be asked
    std::vector<GlobalpingTest> standing() const;
    std::vector<GlobalpingTest> nextOfBaseline(UtcTime now);
    std::vector<GlobalpingTest> nextOfIncident();
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
    std::optional<IncidentRounds> m_rounds; // of the latest incident
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
