// SPDX-License-Identifier: GPL-3.0-or-later
// A few days of each simulated year; the years themselves are a program of their own (simulated_year).
#include "tests/simulated_year/reckoning.h"

#include <QTest>

using namespace kpwatch;
using namespace kpwatch::simulated;

namespace {

Reckoning days(Model model, int count, const Options& options = {}) {
    const UtcTime begin = *parseIsoUtc("2026-03-05T00:00:00Z");
    Reckoning result = simulate({model, {begin, begin + std::chrono::days(count)}, 1}, options);
    for (const std::string& example : result.examples)
        qWarning("%s", example.c_str());
    return result;
}

} // namespace

class SimulatedYearTest : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void lossAndOurOwnLineAreNobodysSilence_data() {
        QTest::addColumn<int>("model");
        QTest::newRow("1 % of the checks") << static_cast<int>(Model::LostChecks);
        QTest::newRow("1 % of the packets") << static_cast<int>(Model::LostPackets);
        QTest::newRow("our own line") << static_cast<int>(Model::OwnLine);
    }
    void lossAndOurOwnLineAreNobodysSilence() {
        QFETCH(int, model);
        const Reckoning result = days(static_cast<Model>(model), 2);
        QCOMPARE(result.falseDowns, 0);
        QCOMPARE(result.announcements, 0);
        QVERIFY(result.upShare > 0.5);
    }

    // The first two days prove the controls.
    void whatTheRoadLosesIsNobodysSilence_data() {
        QTest::addColumn<int>("model");
        QTest::newRow("the road is cut for minutes") << static_cast<int>(Model::TransitBursts);
        QTest::newRow("busy evenings") << static_cast<int>(Model::EveningPackets);
    }
    void whatTheRoadLosesIsNobodysSilence() {
        QFETCH(int, model);
        const Reckoning result = days(static_cast<Model>(model), 4);
        QVERIFY(result.transitVoting > 0);
        QCOMPARE(result.falseDowns, 0);
        QCOMPARE(result.announcements, 0);
        QVERIFY(result.upShare > 0.98);
    }

    void withoutTransitControlsThatIsSaidAndNothingIsAnnounced() {
        const Reckoning result = days(Model::EveningPackets, 4, {.transitControls = false});
        QCOMPARE(result.transitVoting, 0);
        QCOMPARE(result.announcements, 0);
        QCOMPARE(result.falseDowns, 0);
        QCOMPARE(result.degradedShare, 0.0); // what is lost may be the road's
    }

    void everyOutageThatIsLongEnoughIsFoundAndToldInItsTime() {
        const Reckoning result = days(Model::Outages, 3);
        QVERIFY(result.certain > 50);
        QCOMPARE(result.missed, 0);
        QCOMPARE(result.falseDowns, 0);
        QCOMPARE(result.startsOutside, 0);
        QCOMPARE(result.endsOutside, 0);
        QVERIFY(result.announcements > 0);
    }
};

QTEST_GUILESS_MAIN(SimulatedYearTest)
#include "tst_simulated_year.moc"
