// SPDX-License-Identifier: GPL-3.0-or-later
// What a record survives of the power going and of a disk that refuses. KPWATCH_LONG_TESTS=1: a thousand losses, and a
// failure at each of the first 500 operations.
#include "app/history/seal_check.h"
#include "tests/app/history/builders.h"
#include "tests/support/faulty_disk.h"

#include <QElapsedTimer>
#include <QTest>

#include <SQLiteCpp/Database.h>

using namespace kpwatch;
using namespace kpwatch::testing;
using namespace std::chrono_literals;

namespace {

const UtcTime midnight = utc("2026-03-05T00:00:00.000Z");
constexpr int perBatch = 8;

bool longTests() { return qEnvironmentVariableIsSet("KPWATCH_LONG_TESTS"); }

// Rows of many minutes, so that days are finished and sealed on the way.
Batch numbered(int number) {
    Batch batch;
    const UtcTime at = midnight + number * 97min;
    for (int row = 0; row < perBatch; ++row)
        batch.observations.push_back(answered(TargetId{row % 4}, at + row * 1min));
    batch.observations.front().detail = DnsDetail{"NOERROR", true, static_cast<std::uint32_t>(number), 1};
    batch.events = {{at, Heartbeat{}}};
    batch.spans = {SpanChange{webId, at, {span(at, at + 1min, number % 2 == 0 ? Verdict::Up : Verdict::Degraded)}}};
    return batch;
}

// Appends, tends and checkpoints from batch `first` on, and returns the number of the first that was not acknowledged.
int written(const TempHistory& history, int first, int last) {
    int next = first;
    try {
        const auto writer = history.write(midnight);
        for (; next < last; ++next) {
            writer->append(numbered(next));
            writer->tend(midnight + next * 97min);
            if (next % 11 == 0)
                writer->checkpoint();
        }
    } catch (const StorageError&) {
        return next; // the next loop says whether that was right
    }
    return next;
}

void verify(const TempHistory& history, int acknowledged, int& stored) {
    {
        SQLite::Database database(history.file().string(), SQLite::OPEN_READWRITE);
        QCOMPARE(database.execAndGet("PRAGMA integrity_check").getString(), std::string("ok"));
        if (database.execAndGet("PRAGMA user_version").getInt() == 0) {
            QCOMPARE(acknowledged, 0); // the power went before the first version was there
            stored = 0;
            return;
        }
    }
    history.write(midnight);
    const std::vector<Observation> rows = history.observations();
    QCOMPARE(rows.size() % perBatch, std::size_t{0}); // whole batches
    stored = static_cast<int>(rows.size()) / perBatch;
    QVERIFY2(stored >= acknowledged, qPrintable(QStringLiteral("%1 of %2").arg(stored).arg(acknowledged)));
    QCOMPARE(history.events().size(), static_cast<std::size_t>(stored));
    const SealVerdict verdict = checkedSeals(history.directory);
    QVERIFY2(!verdict.differs, verdict.differs.value_or("").c_str());
    SQLite::Database database(history.file().string(), SQLite::OPEN_READONLY);
    QCOMPARE(database.execAndGet("SELECT coalesce(sum(checks), 0) FROM rollup WHERE level = 0").getInt64(),
             database.execAndGet("SELECT count(*) FROM observation").getInt64());
}

} // namespace

class PowerLossTest : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void nothingAcknowledgedIsLostWithThePower() {
        const int losses = longTests() ? 1000 : 40;
        std::mt19937 chance(29);
        int lost = 0, most = 0;
        qint64 slowest = 0;
        while (lost < losses) {
            const TempHistory history; // some records live through several losses
            for (int next = 0, lives = 0; lives < 5 && lost < losses; ++lives) {
                FaultyDisk disk;
                disk.cutPowerAt(1 + chance() % 900);
                const int acknowledged = written(history, next, next + 200);
                const bool dark = disk.isDark();
                disk.restart(chance);
                lost += dark ? 1 : 0;
                int stored = 0;
                QElapsedTimer clock;
                clock.start();
                verify(history, acknowledged, stored);
                slowest = std::max(slowest, clock.elapsed());
                if (QTest::currentTestFailed())
                    return;
                most = std::max(most, stored);
                next = stored;
            }
        }
        qInfo("%d power losses, none with damage or a lost acknowledged row; opened and checked whole in at most %lld "
              "ms; "
              "records of up to %d batches",
              lost, slowest, most);
    }

    void anyFailureIsASentenceAndRecordingGoesOn_data() {
        QTest::addColumn<bool>("full");
        QTest::addColumn<int>("more");
        QTest::newRow("one I/O error") << false << 0;
        QTest::newRow("I/O errors for a while") << false << 20;
        QTest::newRow("the disk is full") << true << 40;
    }
    void anyFailureIsASentenceAndRecordingGoesOn() {
        QFETCH(bool, full);
        QFETCH(int, more);
        const int last = 500, step = longTests() ? 1 : 23;
        int failures = 0;
        for (int n = 1; n <= last; n += step) {
            const TempHistory history;
            FaultyDisk disk;
            disk.failAt(n, full ? FaultyDisk::Fault::Full : FaultyDisk::Fault::IoError, more);
            std::unique_ptr<History> writer;
            int next = 0;
            std::string sentence;
            for (int attempt = 0; next < 40; ++attempt) {
                QVERIFY2(attempt < 400, qPrintable(QString::number(n)));
                try {
                    if (!writer)
                        writer = history.write(midnight);
                    writer->append(numbered(next));
                    ++next;
                    writer->tend(midnight + next * 97min);
                    if (next % 9 == 0)
                        writer->checkpoint();
                } catch (const StorageError& error) {
                    sentence = error.what();
                    if (attempt % 3 == 2)
                        writer.reset(); // as the recorder does when it goes on for long
                }
            }
            failures += disk.hasFailed() ? 1 : 0;
            if (!sentence.empty())
                QVERIFY2(sentence.find(history.directory.string()) != std::string::npos, sentence.c_str());
            writer.reset();
            disk.repair();
            int stored = 0;
            verify(history, 40, stored);
            if (QTest::currentTestFailed()) {
                qInfo("at operation %d", n);
                return;
            }
            QCOMPARE(stored, 40);
        }
        qInfo("%d failures met, all results there each time", failures);
        QVERIFY(failures > 10);
    }
};

QTEST_GUILESS_MAIN(PowerLossTest)
#include "tst_power_loss.moc"
