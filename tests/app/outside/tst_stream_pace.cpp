// SPDX-License-Identifier: GPL-3.0-or-later
// How often a stream is begun at most, on a manual clock.
#include "app/outside/stream_pace.h"

#include <nlohmann/json.hpp>

#include <QTest>

using namespace kpwatch;
using namespace std::chrono_literals;

namespace {

const UtcTime zero = *parseIsoUtc("2026-11-20T00:00:00Z");

// How often it is begun within a day by who hangs up after so long.
std::vector<UtcTime> begunInADay(std::chrono::seconds life) {
    StreamPace pace;
    std::vector<UtcTime> begun;
    for (UtcTime now = zero; now < zero + 24h;) {
        if (const UtcTime due = pace.dueAt(now); due > now) {
            now = due;
            continue;
        }
        begun.push_back(now);
        pace.began(now);
        now += life;
        pace.ended({.status = 200}, now, 500ms);
    }
    return begun;
}

} // namespace

class StreamPaceTest : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void aDayKeepsWithinOurLimits_data() {
        QTest::addColumn<int>("life");
        for (const int seconds : {0, 20, 300, 899, 900, 3600})
            QTest::addRow("%d s", seconds) << seconds;
    }
    void aDayKeepsWithinOurLimits() {
        QFETCH(int, life);
        const std::vector<UtcTime> begun = begunInADay(std::chrono::seconds(life));
        QVERIFY2(begun.size() >= 23 && begun.size() <= 100, qPrintable(QString::number(begun.size())));
        for (std::size_t i = 12; i < begun.size(); ++i)
            QVERIFY(begun[i] - begun[i - 12] >= 1h);
    }

    void streamThatLastedIsBegunAgainAtOnce() {
        StreamPace pace;
        pace.began(zero);
        pace.ended({.status = 200}, zero + 1h, 700ms);
        QCOMPARE(pace.dueAt(zero + 1h), zero + 1h + 700ms);
    }

    void ownLineThatComesBackIsNotWaitedForLong() {
        StreamPace pace;
        UtcTime now = zero;
        for (int tried = 0; tried < 500; ++tried) { // a night without a network
            pace.ended({}, now, 0ms);
            QVERIFY(pace.dueAt(now) - now <= 64s);
            now = pace.dueAt(now);
        }
    }

    void whatItSaidHoldsAfterARestart() {
        StreamPace before;
        before.ended({.status = 429, .retryAfter = 3h}, zero, 0ms);
        StreamPace after;
        after.restore(nlohmann::json::parse(before.state().dump()), zero + 1min);
        QCOMPARE(after.dueAt(zero + 1min), zero + 3h);
    }

    void clockSetBackLocksNobodyOut() {
        StreamPace pace;
        pace.ended({}, zero + 400 * 24h, 0ms); // by a clock that was a year ahead
        QCOMPARE(pace.dueAt(zero), zero);
    }
};

QTEST_APPLESS_MAIN(StreamPaceTest)
#include "tst_stream_pace.moc"
