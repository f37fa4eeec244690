// SPDX-License-Identifier: GPL-3.0-or-later
// A program of somebody else that keeps the record open makes the log grow, within bounds, and is told about.
#include "app/history/doctor.h"
#include "tests/app/history/builders.h"

#include <QTest>

#include <SQLiteCpp/SQLiteCpp.h>

using namespace kpwatch;
using namespace kpwatch::testing;
using namespace std::chrono_literals;

namespace {

// As it comes at the default rate: a commit a second, a few rows in it.
void watch(History& history, int from, int seconds) {
    for (int second = from; second < from + seconds; ++second) {
        Batch batch;
        for (int target = 0; target < 4; ++target)
            batch.observations.push_back(answered(TargetId{target}, noon + second * 1s));
        if (second % 60 == 0)
            batch.events = {{noon + second * 1s, Heartbeat{}}};
        history.append(batch);
    }
}

std::uintmax_t logBytes(const TempHistory& history) {
    return std::filesystem::file_size(history.file().string() + "-wal");
}

class ForeignReader {
  public:
    explicit ForeignReader(const TempHistory& history)
        : m_database(history.file().string(), SQLite::OPEN_READONLY),
          m_query(m_database, "SELECT * FROM every_observation") {
        m_query.executeStep(); // and never goes on
    }

  private:
    SQLite::Database m_database;
    SQLite::Statement m_query;
};

} // namespace

class LogGrowthTest : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void aReaderOfTenMinutesLeavesASmallLogAndNoneAMinuteLater() {
        const TempHistory history;
        const auto writer = history.write();
        watch(*writer, 0, 10);
        {
            const ForeignReader reader(history);
            watch(*writer, 10, 600);
            QVERIFY2(logBytes(history) <= 64U << 20U, qPrintable(QString::number(logBytes(history))));
            QVERIFY(logBytes(history) > 0);
            QVERIFY(!logWarning(history.directory));
        }
        const std::uintmax_t held = logBytes(history);
        watch(*writer, 610, 60);
        qInfo("%llu KiB while held, %llu KiB a minute after", static_cast<unsigned long long>(held >> 10U),
              static_cast<unsigned long long>(logBytes(history) >> 10U));
        QVERIFY2(logBytes(history) <= 8U << 20U, qPrintable(QString::number(logBytes(history))));
    }

    void aLogBeyondThatIsToldAndShrinksByItself() {
        const TempHistory history;
        const auto writer = history.write();
        watch(*writer, 0, 10);
        int second = 10;
        {
            const ForeignReader reader(history);
            SQLite::Database(history.file().string(), SQLite::OPEN_READWRITE)
                .exec("INSERT INTO detail(body) VALUES (hex(zeroblob(30000000)))"); // nearly all that is tolerated
            QVERIFY(!logWarning(history.directory));
            for (; !logWarning(history.directory) && second < 400'000; second += 2000) {
                Batch batch; // far above the default rate
                for (int row = 0; row < 2000; ++row)
                    for (int target = 0; target < 4; ++target)
                        batch.observations.push_back(answered(TargetId{target}, noon + (second + row) * 1s));
                writer->append(batch);
            }
            const std::optional<std::string> warning = logWarning(history.directory);
            QVERIFY(warning && warning->find("another program") != std::string::npos);
        }
        watch(*writer, second, 60);
        QVERIFY(!logWarning(history.directory));
        QVERIFY2(logBytes(history) <= 8U << 20U, qPrintable(QString::number(logBytes(history))));
    }

    // What our own programs do never holds the log back: a look is over when it is answered.
    void ourOwnReadersHoldNothing() {
        const TempHistory history;
        const auto writer = history.write();
        watch(*writer, 0, 3000);
        const HistoryReader reader = history.read();
        reader.rows(history.watchlist, {noon, noon + 1h}, [](const Observation*, const Event*) {});
        reader.spans(history.watchlist, {noon, noon + 1h});
        reader.latencyAndLoss(history.watchlist, webId, {noon, noon + 1h}, 100);
        reader.latestChecks(history.watchlist, webId, {.range = {noon, noon + 1h}});
        reader.latestAnswer(history.watchlist, webId, noon + 1h);
        reader.colleagues({noon, noon + 1h});
        writer->checkpoint();
        QCOMPARE(logBytes(history), std::uintmax_t{0}); // truncated: nobody was in the way
        bool once = false;
        reader.rows(history.watchlist, {noon, noon + 1h}, [&](const Observation*, const Event*) {
            if (!std::exchange(once, true)) { // not even while somebody looks at the rows
                watch(*writer, 4000, 5);
                writer->checkpoint();
                QCOMPARE(logBytes(history), std::uintmax_t{0});
            }
        });
        QVERIFY(once);
    }
};

QTEST_GUILESS_MAIN(LogGrowthTest)
#include "tst_log_growth.moc"
