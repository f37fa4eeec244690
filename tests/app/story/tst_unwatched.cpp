// SPDX-License-Identifier: GPL-3.0-or-later
// Times that nobody watched: by checks, by listening, or by both in turn.
#include "app/story/unwatched.h"

#include <QTest>

using namespace kpwatch;
using namespace std::chrono_literals;

namespace {

const UtcTime zero = *parseIsoUtc("2026-11-20T00:00:00Z");
const TimeRange day{zero, zero + 24h};

Span span(std::chrono::minutes from, std::chrono::minutes to, Verdict verdict, Reason reason = Reason::None) {
    return {{zero + from, zero + to}, verdict, reason, {}, {}, {}};
}
// Heard every ten minutes.
std::vector<RouteReading> heard(std::chrono::minutes from, std::chrono::minutes to) {
    std::vector<RouteReading> readings;
    for (auto at = from; at <= to; at += 10min)
        readings.push_back({zero + at, "ripe-ris", "175.45.176.0/24", 320, 320, {}});
    return readings;
}
TimeRange range(std::chrono::minutes from, std::chrono::minutes to) { return {zero + from, zero + to}; }

} // namespace

class UnwatchedTest : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void gapOverTenMinutesIsFound_data() {
        QTest::addColumn<int>("minutes");
        QTest::addColumn<int>("gaps");
        QTest::newRow("ten") << 10 << 0;
        QTest::newRow("eleven") << 11 << 1;
        QTest::newRow("a night") << 600 << 1;
    }
    void gapOverTenMinutesIsFound() {
        QFETCH(int, minutes);
        QFETCH(int, gaps);
        const std::chrono::minutes length(minutes);
        const std::vector<Span> line{span(0min, 60min, Verdict::Up),
                                     span(60min, 60min + length, Verdict::NotMonitored, Reason::Asleep),
                                     span(60min + length, 24h, Verdict::Up)};
        const auto found = unwatched(line, {}, day);
        QCOMPARE(found.size(), static_cast<std::size_t>(gaps));
        if (gaps > 0)
            QVERIFY(found.front() == range(60min, 60min + length));
    }

    void pausesAndSleepThatFollowEachOtherAreOneGap() {
        const std::vector<Span> line{span(0min, 60min, Verdict::Up),
                                     span(60min, 66min, Verdict::NotMonitored, Reason::Paused),
                                     span(66min, 72min, Verdict::NotMonitored, Reason::Closed),
                                     span(72min, 24h, Verdict::Unknown, Reason::NoControl)};
        QVERIFY(unwatched(line, {}, day) == std::vector<TimeRange>{range(60min, 72min)});
    }

    // What was asked for when the program stopped arrives a moment later, and the next one asks before it checks.
    void whatIsHeardAtItsEdgesMakesNoGapShorter() {
        const std::vector<Span> line{span(0min, 60min, Verdict::Up),
                                     span(60min, 71min, Verdict::NotMonitored, Reason::Closed),
                                     span(71min, 24h, Verdict::Up)};
        std::vector<RouteReading> readings = heard(50min, 50min);
        for (const UtcTime at : {zero + 60min + 20s, zero + 70min + 15s})
            readings.push_back({at, "ripe-ris", "175.45.176.0/24", 320, 320, {}});
        QVERIFY(unwatched(line, readings, day) == std::vector<TimeRange>{range(60min, 71min)});
        readings.insert(readings.end() - 1, {zero + 65min, "ripe-ris", "175.45.176.0/24", 320, 320, {}});
        QVERIFY(unwatched(line, readings, day).empty()); // somebody listened
    }

    void whatIsAskedForAtTheStartIsDatedBeforeIt() {
        const auto gap = 11min + 12s;
        const std::vector<Span> line{
            span(0min, 60min, Verdict::Up),
            {{zero + 60min, zero + 60min + gap}, Verdict::NotMonitored, Reason::Closed, {}, {}, {}},
            {{zero + 60min + gap, zero + 24h}, Verdict::Up, Reason::None, {}, {}, {}}};
        std::vector<RouteReading> readings = heard(50min, 50min);
        readings.push_back({zero + 60min + gap - 2min, "ripe-ris", "175.45.176.0/24", 320, 320, {}});
        QVERIFY(unwatched(line, readings, day) == (std::vector<TimeRange>{{zero + 60min, zero + 60min + gap}}));
    }

    void whatIsNotOverIsLeftOut() {
        const std::vector<Span> line{span(0min, 60min, Verdict::Up),
                                     span(60min, 24h, Verdict::NotMonitored, Reason::Closed)};
        QVERIFY(unwatched(line, {}, day).empty());
    }

    void beforeTheBeginNobodyIsMissed() {
        const std::vector<Span> line{span(0min, 600min, Verdict::NotMonitored, Reason::NotStarted),
                                     span(600min, 24h, Verdict::Up)};
        QVERIFY(unwatched(line, {}, day).empty());
        QVERIFY(unwatched({}, {}, day).empty());
        QVERIFY(unwatched({}, heard(600min, 1430min), day).empty());
    }

    void whoOnlyListensHasGapsBetweenReadings() {
        auto readings = heard(60min, 120min);
        for (const RouteReading& later : heard(300min, 400min))
            readings.push_back(later);
        QVERIFY(unwatched({}, readings, day) == std::vector<TimeRange>{range(120min, 300min)});
    }

    void listeningFillsATimeWithoutChecks() {
        const std::vector<Span> line{span(0min, 60min, Verdict::Up),
                                     span(60min, 600min, Verdict::NotMonitored, Reason::Closed),
                                     span(600min, 24h, Verdict::Up)};
        QVERIFY(unwatched(line, heard(60min, 600min), day).empty());
        QVERIFY(unwatched(line, heard(60min, 200min), day) == std::vector<TimeRange>{range(200min, 600min)});
    }

    void whoOnlyListensHasAGapWhereARunEnded() {
        std::vector<RouteReading> readings = heard(60min, 120min);
        readings.push_back({zero + 128min, "ripe-ris", "175.45.176.0/24", 0, 0, {}});
        readings.push_back({zero + 131min, "ripe-ris", "175.45.176.0/24", 320, 320, {}});
        QVERIFY(unwatched({}, readings, day).empty());
        QVERIFY(unheard({}, readings, {}) == std::vector<TimeRange>{range(128min, 131min)});
        readings.back().at = zero + 139min;
        const std::vector<Span> line{span(0min, 60min, Verdict::Up),
                                     span(60min, 24h, Verdict::NotMonitored, Reason::Closed)};
        for (const std::vector<Span>& own : {std::vector<Span>(), line})
            QVERIFY(unwatched(own, readings, day) == std::vector<TimeRange>{range(120min, 139min)});
        readings.insert(readings.end() - 2, {zero + 127min + 50s, "ripe-ris", "175.45.176.0/24", 320, 320, {}});
        for (const std::vector<Span>& own : {std::vector<Span>(), line})
            QVERIFY(unwatched(own, readings, day) == std::vector<TimeRange>{range(128min, 139min)});
    }

    void sourceThatIsBegunAnewAtOnceWasHeard() {
        std::vector<RouteReading> readings = heard(60min, 120min);
        readings.push_back({zero + 128min, "ripe-ris", "175.45.176.0/24", 0, 0, {}});
        readings.push_back({zero + 128min + 2s, "ripe-ris", "175.45.176.0/24", 320, 320, {}});
        QVERIFY(unheard({}, readings, {}).empty());
    }

    void whatWasToldOfTheTimeAfterAnEndWasHeard() {
        std::vector<RouteReading> readings = heard(0min, 300min);
        readings.insert(readings.begin() + 13, {zero + 123min, "ripe-ris", "175.45.176.0/24", 0, 0, {}});
        QVERIFY(unheard({}, readings, {}) == std::vector<TimeRange>{range(123min, 130min)});
        const PastTold past{zero + 301min, "ripe-ris", range(120min, 300min), false, true, {}};
        QVERIFY(unheard({}, readings, {past}).empty());
    }

    // Who only listens asks at the begin of the next run, when the last minutes are not there yet.
    void whatWasNotToldAfterAnEndIsUnheardUntilTheNextRun() {
        std::vector<RouteReading> readings = heard(0min, 170min);
        readings.insert(readings.begin() + 7, {zero + 63min, "ripe-ris", "175.45.176.0/24", 0, 0, {}});
        PastTold past{zero + 181min, "ripe-ris", range(60min, 175min), false, true, {}};
        const std::vector<Span> line{span(-60h, -48h, Verdict::Up), // of one that checked, days ago
                                     span(-48h, 24h, Verdict::NotMonitored, Reason::Closed)};
        QVERIFY(unheard({}, readings, {past}) == (std::vector<TimeRange>{{zero + 175min, UtcTime::max()}}));
        for (const UtcTime at : {zero + 178min, zero + 188min})
            readings.push_back({at, "ripe-ris", "175.45.176.0/24", 320, 320, {}});
        QVERIFY(unheard({}, readings, {past}) == std::vector<TimeRange>{range(175min, 178min)});
        QVERIFY(unheard(line, readings, {past}) == (std::vector<TimeRange>{range(-48h, 0min), range(175min, 178min)}));
        past.byPerson = true; // a time that may end while the program listens
        QVERIFY(unheard({}, readings, {past}).empty());
    }

    void nobodyListenedUntilTheFirstReadingAfterAStop() {
        const std::vector<Span> line{span(0min, 60min, Verdict::Up),
                                     span(60min, 65min, Verdict::NotMonitored, Reason::Closed),
                                     span(65min, 24h, Verdict::Up)};
        std::vector<RouteReading> readings = heard(50min, 50min);
        QVERIFY(unheard(line, readings, {}) == std::vector<TimeRange>{range(60min, 65min)});
        for (const auto at : {60min + 20s, 63min + 0s}) // a last answer, and what the next run was told first
            readings.push_back({zero + at, "ripe-ris", "175.45.176.0/24", 320, 320, {}});
        QVERIFY(unheard(line, readings, {}) == std::vector<TimeRange>{range(60min, 63min)});
        QVERIFY(unheard({}, readings, {}).empty());
    }

    void whatGoesOnIsUnheardToo() {
        const std::vector<Span> line{span(0min, 60min, Verdict::Up),
                                     span(60min, 24h, Verdict::NotMonitored, Reason::Closed)};
        QVERIFY(unheard(line, heard(50min, 50min), {}) == std::vector<TimeRange>{range(60min, 24h)});
    }

    void whatTheSourceItselfDidNotHearIsUnheard() {
        const std::vector<Span> line{span(0min, 60min, Verdict::Up),
                                     span(60min, 80min, Verdict::NotMonitored, Reason::Closed),
                                     span(80min, 24h, Verdict::Up)};
        std::vector<RouteReading> readings = heard(0min, 10min);
        const auto add = [&](std::chrono::minutes at, int networks) {
            readings.push_back({zero + at, "ripe-ris", "175.45.176.0/24", networks, networks, {}});
        };
        add(12min, 0);
        add(30min, 320);
        add(50min, 0);
        add(55min, 0);
        add(90min, 320);
        add(95min, 0);
        const TimeRange on{zero + 95min, UtcTime::max()};
        QVERIFY(unheard({}, readings, {}) == (std::vector<TimeRange>{range(12min, 30min), range(50min, 90min), on}));
        QVERIFY(unheard(line, readings, {}) == (std::vector<TimeRange>{range(12min, 30min), range(50min, 90min), on}));
    }

    // The state that is asked for after it is dated before it.
    void aMomentIsHeardOfAfterwards() {
        const std::vector<Span> line{span(0min, 60min, Verdict::Up),
                                     span(60min, 62min, Verdict::NotMonitored, Reason::Closed),
                                     span(62min, 24h, Verdict::Up)};
        QVERIFY(unheard(line, heard(50min, 60min), {}).empty());
    }

    void whatASourceToldAfterwardsIsNotUnheard() {
        const std::vector<Span> line{span(0min, 63min, Verdict::Up),
                                     span(63min, 68min, Verdict::NotMonitored, Reason::Closed),
                                     span(68min, 24h, Verdict::Up)};
        const auto past = [](std::chrono::minutes from, bool told) {
            return std::vector<PastTold>{{zero + 24h, "ripe-ris", range(from, 600min), true, told, {}}};
        };
        const std::vector<RouteReading> readings = heard(0min, 600min);
        QVERIFY(unheard(line, readings, past(30min, true)).empty());
        QVERIFY(unheard(line, readings, past(120min, true)).empty()); // a day before it is told as well
        QCOMPARE(unheard(line, readings, past(30min, false)).size(), std::size_t{1});
        QCOMPARE(unheard(line, readings, past(35min, true)).size(),
                 std::size_t{1}); // by the day alone: others' readings
    }

    // It is asked at the end of a gap, when the last minutes of it are not there yet.
    void whatWasNotThereYetWhenItWasAskedForIsUnheard() {
        const std::vector<Span> line{span(0min, 60min, Verdict::Up),
                                     span(60min, 180min, Verdict::NotMonitored, Reason::Closed),
                                     span(180min, 24h, Verdict::Up)};
        const std::vector<PastTold> past{{zero + 181min, "ripe-ris", range(60min, 175min), false, true, {}}};
        std::vector<RouteReading> readings = heard(0min, 170min);
        QVERIFY(unheard(line, readings, past) == std::vector<TimeRange>{range(175min, 180min)});
        readings.push_back({zero + 178min, "ripe-ris", "175.45.176.0/24", 320, 320, {}});
        QVERIFY(unheard(line, readings, past) == std::vector<TimeRange>{range(175min, 178min)});
    }
};

QTEST_APPLESS_MAIN(UnwatchedTest)
#include "tst_unwatched.moc"
