// SPDX-License-Identifier: GPL-3.0-or-later
// The summaries say what the rows say, whenever one looks.
#include "app/history/rollup_store.h"
#include "tests/app/history/builders.h"
#include "tests/app/history/old_schema.h"

#include <QTest>

#include <SQLiteCpp/Transaction.h>
#include <algorithm>
#include <cmath>
#include <random>

using namespace kpwatch;
using namespace kpwatch::testing;
using namespace std::chrono_literals;

namespace {

// Answers of all kinds, losses, re-checks, and what decides nothing.
Observation chanceRow(std::mt19937& chance, TargetId id, UtcTime at) {
    Observation row = answered(id, at, Micros(50'000 + chance() % 900'000));
    row.phases.resolve = Micros(chance() % 20'000);
    row.phases.connect = *row.phases.resolve + Micros(1 + chance() % 400'000);
    row.recheck = chance() % 10 == 0;
    row.tries = chance() % 8 == 0 ? 2 : 1;
    switch (chance() % 12) {
    case 0:
        row.failure = Failure::Timeout;
        row.phases = {};
        break;
    case 1:
        row.failure = Failure::Cancelled;
        break;
    case 2:
        row.failure = Failure::UnexpectedAnswer;
        break;
    }
    return row;
}

std::vector<Observation> filled(History& history, int days, std::chrono::seconds step) {
    std::mt19937 chance(3);
    std::vector<Observation> all;
    Batch batch;
    for (UtcTime at = noon; at < noon + days * 24h; at += step) {
        for (const TargetId id : {webId, dnsId})
            batch.observations.push_back(chanceRow(chance, id, at + std::chrono::milliseconds(chance() % 5000)));
        if (batch.observations.size() >= 2000) {
            all.insert(all.end(), batch.observations.begin(), batch.observations.end());
            history.append(batch);
            batch = {};
        }
    }
    all.insert(all.end(), batch.observations.begin(), batch.observations.end());
    history.append(batch);
    return all;
}

struct Truth {
    std::vector<Micros> times;
    int checks = 0, lost = 0;
};

Truth truthOf(const std::vector<Observation>& rows, TargetId id, TimeRange range) {
    Truth truth;
    for (const Observation& row : rows) {
        if (row.target != id || row.recheck || !range.contains(row.startedAt) || row.meaning() == Meaning::Neutral)
            continue;
        ++truth.checks;
        truth.lost += row.answered() ? 0 : 1;
        if (row.answered() && row.tries == 1)
            truth.times.push_back(id == dnsId ? row.elapsed : *row.phases.connect - *row.phases.resolve);
    }
    std::sort(truth.times.begin(), truth.times.end());
    return truth;
}

bool near(Micros told, Micros truth) {
    return std::abs(static_cast<double>((told - truth).count())) <= 0.065 * static_cast<double>(truth.count());
}

std::vector<std::string> rollups(const TempHistory& history) {
    SQLite::Database database(history.file().string(), SQLite::OPEN_READONLY);
    SQLite::Statement query(database, "SELECT series || ' ' || level || ' ' || bucket || ' ' || checks || ' ' || lost "
                                      "|| ' ' || answers || ' ' || lowest_us || ' ' || highest_us || ' ' || sum_us || "
                                      "' ' || hex(histogram) FROM rollup");
    std::vector<std::string> all;
    while (query.executeStep())
        all.push_back(query.getColumn(0).getString());
    return all;
}

void inTransaction(const TempHistory& history, const std::function<void(SQLite::Database&, RollupStore&)>& work) {
    SQLite::Database database(history.file().string(), SQLite::OPEN_READWRITE);
    RollupStore store(database);
    SQLite::Transaction transaction(database);
    work(database, store);
    transaction.commit();
}

} // namespace

class RollupsTest : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void everyLevelTellsWhatTheRowsTell_data() {
        QTest::addColumn<int>("columns");
        QTest::newRow("raw, as a pixel is narrower than ten minutes") << 40'000;
        QTest::newRow("10 minutes") << 20 * 144;
        QTest::newRow("2 hours") << 20 * 12;
        QTest::newRow("days") << 20;
    }
    void everyLevelTellsWhatTheRowsTell() {
        QFETCH(int, columns);
        const TempHistory history;
        const auto writer = history.write();
        const std::vector<Observation> rows = filled(*writer, 20, 307s); // the last thousands still wait
        const UtcTime midnight = utc("2026-03-05T00:00:00.000Z");
        const auto width = 20 * 24h / 1ms / columns * 1ms;
        for (const TargetId id : {webId, dnsId}) {
            const std::vector<LatencyPoint> points =
                history.read().latencyAndLoss(history.watchlist, id, {midnight, midnight + 20 * 24h}, columns);
            QVERIFY(!points.empty());
            int checks = 0;
            for (const LatencyPoint& point : points) {
                const Truth truth = truthOf(rows, id, {point.at, point.at + width});
                QCOMPARE(point.checks, truth.checks);
                QCOMPARE(point.lost, truth.lost);
                QCOMPARE(point.answers, static_cast<int>(truth.times.size()));
                checks += point.checks;
                if (truth.times.empty())
                    continue;
                QCOMPARE(point.lowest.count(), truth.times.front().count());
                QCOMPARE(point.highest.count(), truth.times.back().count());
                const auto ranked = [&](double share) {
                    return truth.times[static_cast<std::size_t>(
                                           std::ceil(share * static_cast<double>(truth.times.size()) - 1e-9)) -
                                       1];
                };
                QVERIFY(near(point.median, ranked(0.5)));
                QVERIFY(near(point.p95, ranked(0.95)));
            }
            QCOMPARE(checks, truthOf(rows, id, {midnight, midnight + 20 * 24h}).checks);
        }
    }

    void targetsAskedInTheSameMinutesAreSummedApart() {
        const TempHistory history;
        history.write()->append(rowsOnly({answered(webId, noon), answered(dnsId, noon), answered(dnsId, noon + 1s)}));
        QCOMPARE(rollups(history).size(), 2 * rollupMs.size());
    }

    void aColumnOfSilenceIsLossWithoutATime() {
        const TempHistory history;
        Observation silent = answered(webId, noon);
        silent.failure = Failure::Timeout;
        history.write()->append(rowsOnly({silent}));
        const TimeRange range{noon, noon + 1min};
        QVERIFY(history.read().latency(history.watchlist, webId, range, 60).empty());
        const auto points = history.read().latencyAndLoss(history.watchlist, webId, range, 60);
        QCOMPARE(points.size(), std::size_t{1});
        QCOMPARE(points[0].lost, 1);
    }

    void madeAgainTheyAreTheSame() {
        const TempHistory history;
        filled(*history.write(), 70, 607s); // settled at its end
        const std::vector<std::string> before = rollups(history);
        QVERIFY(before.size() > 1000);
        inTransaction(history, [](SQLite::Database& database, RollupStore& store) {
            database.exec("UPDATE rollup SET checks = 99 WHERE bucket % 3 = 0");
            database.exec("DELETE FROM rollup WHERE bucket % 7 = 0");
            store.makeAgain(UtcTime{});
        });
        QVERIFY(rollups(history) != before);
        bool more = true;
        int pieces = 0;
        while (more) {
            inTransaction(history, [&](SQLite::Database&, RollupStore& store) { more = store.makeSomeAgain(); });
            ++pieces;
        }
        QVERIFY(pieces > 6); // a month at a time
        QVERIFY(rollups(history) == before);
    }

    void whileTheyAreMadeTheRowsAreRead() {
        const TempHistory history;
        const std::vector<Observation> rows = filled(*history.write(), 12, 307s);
        inTransaction(history, [](SQLite::Database& database, RollupStore& store) {
            database.exec("DELETE FROM rollup");
            store.makeAgain(UtcTime{});
        });
        const TimeRange range{noon, noon + 12 * 24h};
        int checks = 0;
        for (const LatencyPoint& point : history.read().latencyAndLoss(history.watchlist, webId, range, 12))
            checks += point.checks;
        QCOMPARE(checks, truthOf(rows, webId, range).checks);
    }

    void anOldHistoryGetsThemAfterItsMigration() {
        const TempHistory history;
        const std::vector<Observation> rows = filled(*history.write(), 12, 307s);
        backToSchema(history.file(), 2);
        const auto writer = history.write(noon + 12 * 24h);
        while (writer->tend(noon + 12 * 24h)) {}
        SQLite::Database database(history.file().string(), SQLite::OPEN_READONLY);
        QCOMPARE(database.execAndGet("SELECT count(*) FROM rollup_todo").getInt(), 0);
        QCOMPARE(database.execAndGet("SELECT sum(checks) FROM rollup WHERE level = 2").getInt(),
                 truthOf(rows, webId, {noon, noon + 12 * 24h}).checks +
                     truthOf(rows, dnsId, {noon, noon + 12 * 24h}).checks);
    }
};

QTEST_GUILESS_MAIN(RollupsTest)
#include "tst_rollups.moc"
