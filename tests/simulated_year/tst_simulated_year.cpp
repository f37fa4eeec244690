// SPDX-License-Identifier: GPL-3.0-or-later
// A few days of each simulated year; the years themselves are a program of their own (simulated_year).
#include "tests/simulated_year/bars.h"

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
        QTest::newRow("evenings that lose whole checks") << static_cast<int>(Model::EveningChecks);
    }
    void whatTheRoadLosesIsNobodysSilence() {
        QFETCH(int, model);
        const Reckoning result = days(static_cast<Model>(model), 4);
        QVERIFY(result.transitVoting > 0);
        QCOMPARE(result.falseDowns, 0);
        QCOMPARE(result.announcements, 0);
        QVERIFY(result.upShare > 0.9);
    }

    void withoutTransitControlsThatIsSaidAndNothingIsAnnounced() {
        const Reckoning result = days(Model::EveningPackets, 4, {.transitControls = false});
        QCOMPARE(result.transitVoting, 0);
        QCOMPARE(result.announcements, 0);
        QCOMPARE(result.falseDowns, 0);
        QCOMPARE(result.degradedShare, 0.0); // what is lost may be the road's
        QVERIFY(missedBars(result, {.transitControls = false}).empty());
        QVERIFY(!missedBars(result, {.transitControls = true}).empty());
    }

    void aBarThatIsMissedIsNamed_data() {
        QTest::addColumn<int>("model");
        QTest::addColumn<int>("falseDowns"); // in four target-years
        QTest::addColumn<int>("announcements");
        QTest::addColumn<int>("missed");
        QTest::addColumn<int>("outside");
        QTest::addColumn<int>("bars");
        const auto row = [](const char* title, Model model, std::array<int, 4> years, int bars) {
            QTest::newRow(title) << static_cast<int>(model) << years[0] << years[1] << years[2] << years[3] << bars;
        };
        row("one a target-year at 1 % loss", Model::LostPackets, {4, 0, 0, 0}, 0);
        row("more than one", Model::LostPackets, {5, 0, 0, 0}, 1);
        row("our own line, none", Model::OwnLine, {0, 0, 0, 0}, 0);
        row("our own line, one", Model::OwnLine, {1, 1, 0, 0}, 2);
        row("cut roads", Model::TransitBursts, {4, 1, 0, 0}, 1);
        row("busy evenings", Model::EveningChecks, {1, 0, 0, 0}, 1);
        row("an outage not found", Model::Outages, {0, 7, 1, 0}, 1);
        row("an outage at another time", Model::Outages, {0, 7, 0, 1}, 2);
    }
    void aBarThatIsMissedIsNamed() {
        QFETCH(int, model);
        QFETCH(int, falseDowns);
        QFETCH(int, announcements);
        QFETCH(int, missed);
        QFETCH(int, outside);
        QFETCH(int, bars);
        Reckoning years{.model = static_cast<Model>(model), .targetYears = 3, .transitVoting = 2};
        years.falseDowns = falseDowns;
        years.announcements = announcements;
        years.missed = missed;
        years.startsOutside = years.endsOutside = outside;
        const Reckoning all = together(years, {.model = years.model, .targetYears = 1, .transitVoting = 2});
        QCOMPARE(missedBars(all, {}).size(), static_cast<std::size_t>(bars));
        QCOMPARE(table({all}, {}).find("MISSED") != std::string::npos, bars > 0);
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
