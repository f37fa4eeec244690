// SPDX-License-Identifier: GPL-3.0-or-later
// Old checks go by whole sealed leaves, never those around a down time, and what was sealed still verifies.
#include "app/history/keeping.h"
#include "app/history/rollup_store.h"
#include "app/history/seal_check.h"
#include "tests/app/history/builders.h"

#include <QElapsedTimer>
#include <QTest>

#include <fstream>
#include <set>

using namespace kpwatch;
using namespace kpwatch::testing;
using namespace std::chrono_literals;

namespace {

const UtcTime midnight = utc("2026-03-05T00:00:00.000Z");
constexpr auto day = 24h;

void fill(History& history, int days) {
    Batch batch;
    for (UtcTime at = midnight; at < midnight + days * day; at += 30min)
        for (const TargetId id : {webId, dnsId})
            batch.observations.push_back(answered(id, at));
    history.append(batch);
}

std::set<std::int64_t> daysOf(const TempHistory& history, TargetId id) {
    std::set<std::int64_t> days;
    for (const Observation& row : history.observations({midnight, midnight + 1000 * day}))
        if (row.target == id)
            days.insert((row.startedAt - midnight) / day);
    return days;
}

} // namespace

class RetentionTest : public QObject {
    Q_OBJECT

    static std::unique_ptr<History> opened(const TempHistory& history, std::optional<int> months) {
        std::filesystem::create_directories(history.directory);
        keepRaw(history.directory, months);
        return history.write(midnight);
    }
    static int tended(History& history, UtcTime now) {
        int pieces = 0;
        while (history.tend(now))
            ++pieces;
        return pieces;
    }

  private Q_SLOTS:
    void whatIsOlderGoesExceptAroundADownTime() {
        const TempHistory history;
        const auto writer = opened(history, 1);
        fill(*writer, 20);
        writer->append(spansOnly(webId, midnight + 7 * day + 1h,
                                 {span(midnight + 7 * day + 1h, midnight + 7 * day + 2h, Verdict::Down),
                                  span(midnight + 7 * day + 2h, midnight + 7 * day + 3h, Verdict::Up)}));
        writer->checkpoint();
        tended(*writer, midnight + 20 * day + 1h);
        QCOMPARE(daysOf(history, webId).size(), std::size_t{20});
        tended(*writer, midnight + 43 * day); // a month before is day 12.6
        const std::set<std::int64_t> kept{6, 7, 8, 12, 13, 14, 15, 16, 17, 18, 19};
        QVERIFY(daysOf(history, webId) == kept);
        QVERIFY(daysOf(history, dnsId) == kept);
        const SealVerdict verdict = checkedSeals(history.directory);
        QVERIFY2(!verdict.differs, verdict.differs.value_or("").c_str());
        QCOMPARE(verdict.fullDays, 11);
        QCOMPARE(verdict.prunedDays, 9);
        QCOMPARE(tended(*writer, midnight + 43 * day), 0);
    }

    void theSummariesOfTwoHoursOutliveTheChecks() {
        const TempHistory history;
        const auto writer = opened(history, 1);
        fill(*writer, 20);
        writer->checkpoint();
        const auto checks = [&](TimeRange range, int columns) {
            int all = 0;
            for (const LatencyPoint& point : history.read().latencyAndLoss(history.watchlist, webId, range, columns))
                all += point.checks;
            return all;
        };
        tended(*writer, midnight + 60 * day);
        QVERIFY(daysOf(history, webId).empty());
        QCOMPARE(checks({midnight, midnight + 20 * day}, 20), 20 * 48);
        QCOMPARE(checks({midnight, midnight + 20 * day}, 240), 20 * 48);
        QCOMPARE(checks({midnight + 3 * day, midnight + 4 * day}, 1600), 48); // zoomed in: what there still is
        SQLite::Database database(history.file().string(), SQLite::OPEN_READONLY);
        QCOMPARE(database.execAndGet("SELECT count(*) FROM rollup WHERE level = 0").getInt(), 0);
    }

    void whatIsNotSealedStays() {
        const TempHistory history;
        const auto writer = opened(history, 1);
        fill(*writer, 3);
        writer->checkpoint();
        tended(*writer, midnight + 60 * day);
        QVERIFY(daysOf(history, webId).empty());
        writer->append(rowsOnly({answered(webId, midnight + 5s)})); // much later: it gets its addendum first
        QCOMPARE(daysOf(history, webId).size(), std::size_t{1});
        tended(*writer, midnight + 61 * day);
        QVERIFY(!checkedSeals(history.directory).differs);
    }

    void thirteenMonthsAreUsualAndAnotherLengthHoldsAtOnce() {
        const TempHistory history;
        const auto writer = history.write(midnight);
        QCOMPARE(rawMonthsKept(history.directory), std::optional(13));
        fill(*writer, 3);
        writer->checkpoint();
        tended(*writer, midnight + 60 * day);
        QCOMPARE(daysOf(history, webId).size(), std::size_t{3});
        keepRaw(history.directory, 1);
        QCOMPARE(rawMonthsKept(history.directory), std::optional(1));
        tended(*writer, midnight + 60 * day);
        QVERIFY(daysOf(history, webId).empty());
    }

    void whatCannotBeUnderstoodRemovesNothing() {
        const TempHistory history;
        history.write(midnight);
        for (const char* text :
             {"", "{", "[]", "{\"raw_months\":0}", "{\"raw_months\":\"1\"}", "{\"raw_months\":9999}"}) {
            std::ofstream(history.directory / "keep.json", std::ios::trunc) << text;
            QVERIFY2(!rawMonthsKept(history.directory), text);
        }
        QVERIFY(!sentenceOf<InputError>([&] { keepRaw(history.directory, 0); }).empty());
    }

    void forEverIsForEver() {
        const TempHistory history;
        const auto writer = opened(history, std::nullopt);
        fill(*writer, 3);
        tended(*writer, midnight + 4000 * day);
        QCOMPARE(daysOf(history, webId).size(), std::size_t{3});
    }

    void removingNeverHoldsAResultUpForLong() {
        const TempHistory history;
        const auto writer = opened(history, 1);
        fill(*writer, 20);
        writer->checkpoint();
        tended(*writer, midnight + 20 * day + 1h);
        QElapsedTimer clock;
        qint64 longest = 0;
        int pieces = 0;
        for (bool more = true; more; ++pieces) {
            clock.start();
            more = writer->tend(midnight + 60 * day);
            longest = std::max(longest, clock.elapsed());
        }
        QVERIFY(pieces >= 40); // a leaf at a time
        QVERIFY2(longest < 1000, qPrintable(QString::number(longest)));
    }
};

QTEST_GUILESS_MAIN(RetentionTest)
#include "tst_retention.moc"
