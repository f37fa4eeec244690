// SPDX-License-Identifier: GPL-3.0-or-later
// When places are asked about one incident, and what of that outlives a restart.
#include "app/outside/incident_rounds.h"
#include "probes/utc_time.h"

#include <QTest>

#include <nlohmann/json.hpp>

using namespace kpwatch;
using namespace std::chrono_literals;
using nlohmann::json;

namespace {

const UtcTime zero = *parseIsoUtc("2026-11-20T00:00:00Z");

IncidentRounds ofASite() {
    IncidentRounds rounds(zero);
    rounds.join("kcna-http", true, zero);
    return rounds;
}

} // namespace

class IncidentRoundsTest : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void threeRoundsFollowTheConfirmation() {
        IncidentRounds rounds = ofASite();
        for (const auto after : {0min, 5min, 15min}) {
            QCOMPARE(rounds.next(), std::optional<UtcTime>(zero + after));
            rounds.begin(true);
        }
        QVERIFY(!rounds.next());
    }

    void sitesMayFollowWhereAnotherStopsAgainFirst() {
        IncidentRounds rounds = ofASite();
        rounds.begin(true);
        rounds.beginAnew(zero + 10min);
        rounds.join("ns1", false, zero + 10min);
        QCOMPARE(rounds.next(), std::optional<UtcTime>(zero + 11min));
        rounds.join("kcna-http", true, zero + 10min + 20s);
        QCOMPARE(rounds.next(), std::optional<UtcTime>(zero + 10min));
    }

    void whatFellIntoTheTimeWhenAllWereBackIsLeftOut() {
        IncidentRounds rounds = ofASite();
        rounds.begin(true);
        rounds.goOn(zero + 7min);
        QCOMPARE(rounds.next(), std::optional<UtcTime>(zero + 15min));
        rounds.goOn(zero + 16min);
        QVERIFY(!rounds.next());
    }

    void aSilenceIsToldOnce() {
        IncidentRounds rounds = ofASite();
        rounds.join("ns1", false, zero + 8min);
        QVERIFY(rounds.knows("ns1", zero + 4min));
        QVERIFY(!rounds.knows("ns1", zero + 9min));
        QVERIFY(!rounds.knows("ns2", zero + 4min));
        QVERIFY(rounds.knows("ns2", zero - 1min)); // had begun before
    }

    void aRestartLosesNothing() {
        IncidentRounds rounds(zero);
        rounds.join("ns1", false, zero);
        rounds.begin(false);
        rounds.join("kcna-http", true, zero + 8min);
        const json kept = json::parse(rounds.state().dump());
        const auto again = IncidentRounds::restored(kept, zero + 9min);
        QVERIFY(again.has_value());
        QVERIFY(again->state() == rounds.state());
        QVERIFY(again->missedSites() && again->knows("kcna-http", zero + 8min));
        QVERIFY(!IncidentRounds::restored(kept, zero + 3h));
        QVERIFY(!IncidentRounds::restored(kept, zero - 1min)); // the clock was set back
    }

    void whatIsNotOfThisShapeIsLeftOut() {
        const auto at = zero.time_since_epoch().count();
        for (const json& kept : {json(), json(7), json{{"begun", 1}}, json{{"began_ms", at}, {"begun", "two"}}})
            QVERIFY(!IncidentRounds::restored(kept, zero));
        const auto odd = IncidentRounds::restored(
            {{"began_ms", at}, {"begun", 99}, {"sites", 4}, {"told_ms", {{"ns1", "x"}}}}, zero);
        QVERIFY(odd && !odd->next() && odd->missedSites() && !odd->isOfIt("ns1"));
    }
};

QTEST_GUILESS_MAIN(IncidentRoundsTest)
#include "tst_incident_rounds.moc"
