// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/history/backup.h"
#include "app/history/database.h"
#include "tests/app/history/builders.h"

#include <QProcess>
#include <QTest>

#include <SQLiteCpp/Database.h>
#include <algorithm>
#include <atomic>
#include <fstream>
#include <random>
#include <sqlite3.h>
#include <sstream>
#include <thread>

using namespace kpwatch;
using namespace kpwatch::testing;
using namespace std::chrono_literals;

namespace {

struct Row { // what the order of rows is told by
    UtcTime at;
    TargetId target;
    bool operator==(const Row&) const = default;
};
constexpr TargetId eventId{-2};

std::vector<Row> order(const TempHistory& history, TimeRange range) {
    std::vector<Row> rows;
    history.read().rows(history.watchlist, range, [&](const Observation* row, const Event* event) {
        rows.push_back(row != nullptr ? Row{row->endedAt(), row->target} : Row{event->at, eventId});
    });
    return rows;
}

std::string bytesOf(const std::filesystem::path& file) {
    std::ostringstream bytes;
    bytes << std::ifstream(file, std::ios::binary).rdbuf();
    return bytes.str();
}

LatencyPoint point(UtcTime at, Micros lowest, Micros highest, int answers) { return {at, lowest, highest, answers}; }

bool same(const std::vector<LatencyPoint>& one, const std::vector<LatencyPoint>& other) {
    return std::equal(one.begin(), one.end(), other.begin(), other.end(), [](const auto& a, const auto& b) {
        return a.at == b.at && a.lowest == b.lowest && a.highest == b.highest && a.answers == b.answers;
    });
}

Observation handshake(UtcTime at, Micros resolve, Micros connect) {
    Observation row = answered(webId, at, 1s);
    row.phases.resolve = resolve;
    row.phases.connect = connect;
    return row;
}

} // namespace

class HistoryReaderTest : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void rowsComeInOrderOfTheirEnds() {
        const TempHistory history;
        Batch batch = rowsOnly({answered(webId, noon, 5s), answered(dnsId, noon + 1s, 4s),
                                answered(tcpId, noon + 2s, Micros(2'999'001)), // ends at 12:00:05, rounded up
                                answered(dnsId, noon + 6s, 1s), answered(controlId, noon + 1s, 1s)});
        batch.events = {{noon + 5s, Heartbeat{}}, {noon, Started{}}};
        history.write()->append(batch);
        const std::vector<Row> expected = {{noon, eventId},    {noon + 2s, controlId}, {noon + 5s, eventId},
                                           {noon + 5s, webId}, {noon + 5s, dnsId},     {noon + 5s, tcpId},
                                           {noon + 7s, dnsId}};
        QVERIFY(order(history, {noon, noon + 1h}) == expected);
    }

    void aReaderHoldsLittleOfTheFile() {
        const TempHistory history;
        std::mt19937 chance(7);
        for (auto [writer, second] = std::pair(history.write(), 0s); second < 200'000s; second += 1000s) {
            std::vector<Observation> rows;
            for (auto at = noon + second; at < noon + second + 1000s; at += 1s)
                rows.push_back(answered(webId, at, Micros(chance() % 900'000)));
            writer->append(rowsOnly(std::move(rows)));
        }
        constexpr std::uintmax_t much = 1024 * 1024;
        QVERIFY(std::filesystem::file_size(history.file()) > much);
        const HistoryReader reader = history.read();
        const sqlite3_int64 before = sqlite3_memory_used();
        int read = 0;
        reader.rows(history.watchlist, {noon, noon + 300'000s}, [&](const Observation*, const Event*) { ++read; });
        QCOMPARE(read, 200'000);
        QVERIFY2(sqlite3_memory_used() - before < 768 * 1024,
                 qPrintable(QString::number(sqlite3_memory_used() - before)));
    }

    void theRangeIsOfStarts() {
        const TempHistory history;
        history.write()->append(rowsOnly({answered(webId, noon - 1s, 5s), answered(dnsId, noon, 5s),
                                          answered(tcpId, noon + 59s, 5s), answered(webId, noon + 1min, 5s)}));
        const std::vector<Row> expected = {{noon + 5s, dnsId}, {noon + 64s, tcpId}};
        QVERIFY(order(history, {noon, noon + 1min}) == expected);
    }

    void orderHoldsAcrossPiecesAndAcrossTheMoveToTheirSeries() {
        const TempHistory history;
        const auto writer = history.write();
        std::vector<Row> expected;
        std::mt19937 chance(1);
        std::vector<UtcTime> next(4, noon);
        for (int batch = 0; batch < 50; ++batch) {
            std::vector<Observation> rows;
            for (int i = 0; i < 64; ++i) {
                const auto id = static_cast<std::int64_t>(chance() % 4);
                UtcTime& at = next[static_cast<std::size_t>(id)];
                rows.push_back(answered(TargetId{id}, at, Micros(chance() % 20'000'000)));
                at = rows.back().endedAt() + std::chrono::milliseconds(1 + chance() % 5'000);
                expected.push_back({rows.back().endedAt(), TargetId{id}});
            }
            writer->append(rowsOnly(rows));
            if (batch == 20)
                writer->checkpoint();
        }
        std::sort(expected.begin(), expected.end(),
                  [](const Row& a, const Row& b) { return std::tie(a.at, a.target) < std::tie(b.at, b.target); });
        QVERIFY(order(history, {noon, noon + 24h * 365}) == expected);
    }

    void firstAndLastRowAreFoundWhereverTheyLie() {
        const TempHistory history;
        const auto writer = history.write();
        QVERIFY(!history.read().firstRowAt() && !history.read().lastRowAt());
        writer->append(rowsOnly({answered(webId, noon, 2s)}));
        QCOMPARE(history.read().firstRowAt(), std::optional(noon));
        QCOMPARE(history.read().lastRowAt(), std::optional(noon + 2s));
        writer->checkpoint();
        QCOMPARE(history.read().firstRowAt(), std::optional(noon));
        QCOMPARE(history.read().lastRowAt(), std::optional(noon + 2s));
        Batch batch = rowsOnly({answered(dnsId, noon + 1s, 500ms)});
        batch.events = {{noon - 1h, Started{}}, {noon + 1h, Stopped{}}};
        writer->append(batch);
        QCOMPARE(history.read().firstRowAt(), std::optional(noon - 1h));
        QCOMPARE(history.read().lastRowAt(), std::optional(noon + 1h));
    }

    void latencyIsBinnedToTheHandshakesThatSaySomething() {
        const TempHistory history;
        Observation lost = handshake(noon + 3s, Micros(0), Micros(3'000'000));
        lost.tries = 2;
        Observation again = handshake(noon + 4s, Micros(0), Micros(1));
        again.recheck = true;
        Observation failed = handshake(noon + 5s, Micros(0), Micros(2));
        failed.failure = Failure::Timeout;
        Observation unconnected = handshake(noon + 6s, Micros(0), Micros(3));
        unconnected.phases = {};
        Observation page = handshake(noon + 12s, Micros(0), Micros(300'000));
        page.failure = Failure::UnexpectedAnswer; // an answer all the same
        history.write()->append(rowsOnly({handshake(noon, Micros(50'000), Micros(250'000)),
                                          handshake(noon + 2s, Micros(0), Micros(100'000)), lost, again, failed,
                                          unconnected, page, handshake(noon + 39s, Micros(0), Micros(7'000)),
                                          handshake(noon + 40s, Micros(0), Micros(8'000))}));
        const std::vector<LatencyPoint> points =
            history.read().latency(history.watchlist, webId, {noon, noon + 40s}, 4);
        QVERIFY(same(points, {point(noon, Micros(100'000), Micros(200'000), 2),
                              point(noon + 10s, Micros(300'000), Micros(300'000), 1),
                              point(noon + 30s, Micros(7'000), Micros(7'000), 1)}));
    }

    void aNameServersLatencyIsTheWholeCheck() {
        const TempHistory history;
        Observation row = answered(dnsId, noon, Micros(280'000));
        row.phases = {};
        history.write()->append(rowsOnly({row}));
        const HistoryReader reader = history.read();
        QVERIFY(same(reader.latency(history.watchlist, dnsId, {noon, noon + 1min}, 600),
                     {point(noon, Micros(280'000), Micros(280'000), 1)}));
        QVERIFY(reader.latency(history.watchlist, dnsId, {noon, noon + 1min}, 0).empty());
        QVERIFY(reader.latency(history.watchlist, dnsId, {noon, noon}, 10).empty());
        QVERIFY(reader.latency(history.watchlist, TargetId{99}, {noon, noon + 1min}, 10).empty());
    }

    void theLatestAnswerIsTheLatestOneBefore() {
        const TempHistory history;
        Observation second = answered(webId, noon + 1min);
        second.failure = Failure::UnexpectedAnswer;
        second.detail = HttpDetail{404, "", "nginx", "", "not found", 0, ""};
        Observation silent = answered(webId, noon + 2min);
        silent.failure = Failure::Timeout;
        const auto writer = history.write();
        writer->append(rowsOnly({answered(webId, noon), second}));
        writer->checkpoint();
        writer->append(rowsOnly({silent, answered(webId, noon + 3min)}));
        const HistoryReader reader = history.read();
        QVERIFY(reader.latestAnswer(history.watchlist, webId, noon + 3min) == second);
        QVERIFY(reader.latestAnswer(history.watchlist, webId, noon + 4min) == answered(webId, noon + 3min));
        QVERIFY(!reader.latestAnswer(history.watchlist, webId, noon));
        QVERIFY(!reader.latestAnswer(history.watchlist, dnsId, noon + 1h));
    }

    void theLatestAnswerIsNotOfSomebodyBetweenUs() {
        const TempHistory history;
        const auto writer = history.write();
        Batch batch = spansOnly(webId, noon - 1min,
                                {{{noon - 1min, noon + 2min}, Verdict::Up},
                                 {{noon + 2min, noon + 4min}, Verdict::Unknown, Reason::Intercepted},
                                 {{noon + 4min, noon + 9min}, Verdict::Up}});
        batch.observations = {answered(webId, noon), answered(webId, noon + 2min), answered(webId, noon + 3min)};
        writer->append(batch);
        const HistoryReader reader = history.read();
        QVERIFY(reader.latestAnswer(history.watchlist, webId, noon + 5min) == answered(webId, noon));
        writer->append(rowsOnly({answered(webId, noon + 4min)}));
        QVERIFY(reader.latestAnswer(history.watchlist, webId, noon + 5min) == answered(webId, noon + 4min));
    }

    void aReaderLeavesTheLogAlone() {
        const TempHistory history;
        const std::filesystem::path copy = std::filesystem::path(history.home.path().toStdString()) / "copy";
        const auto writer = history.write();
        writer->append(rowsOnly({answered(webId, noon)}));
        std::filesystem::create_directory(copy); // as a killed writer leaves it: rows in the log only
        for (const char* name : {"history.db", "history.db-wal"})
            std::filesystem::copy_file(history.directory / name, copy / name);
        const std::string file = bytesOf(copy / "history.db");
        const std::string log = bytesOf(copy / "history.db-wal");
        QVERIFY(!log.empty());
        {
            const HistoryReader reader(copy);
            QCOMPARE(reader.lastRowAt(), std::optional(noon + 150ms));
        }
        QVERIFY(bytesOf(copy / "history.db") == file);
        QVERIFY(bytesOf(copy / "history.db-wal") == log);
    }

    // A copy keeps no log; that of the record it takes the place of still has its name.
    void aCopyPutWhereARecordIsWrittenIsReadWithoutItsLog() {
        const TempHistory history;
        auto writer = history.write();
        writer->append(rowsOnly({answered(webId, noon)}));
        const std::filesystem::path copy = suffixed(history.file(), ".copy");
        backUp(history.directory, copy);
        writer->append(rowsOnly({answered(webId, noon + 1min)}));
        std::filesystem::rename(history.file(), suffixed(history.file(), ".moved"));
        std::filesystem::rename(copy, history.file());
        const HistoryReader reader = history.read();
        QCOMPARE(reader.lastRowAt(), std::optional(noon + 150ms));
        writer.reset();
        writer = history.write(noon + 2min); // nobody holds it
        writer->append(rowsOnly({answered(webId, noon + 2min)}));
        QVERIFY(!reader.isCurrent());
        QCOMPARE(history.read().lastRowAt(), std::optional(noon + 2min + 150ms));
        QCOMPARE(history.observations().size(), std::size_t{2});
    }

    // As the record was left by a kill, and a copy put in its place by hand.
    void aCopyPutBesideTheLogOfAnotherIsWrittenWithoutIt() {
        const TempHistory history;
        const std::filesystem::path log = suffixed(history.file(), "-wal"), kept = suffixed(history.file(), ".kept");
        const std::filesystem::path copy = suffixed(history.file(), ".copy");
        history.write()->append(rowsOnly({answered(webId, noon)}));
        backUp(history.directory, copy);
        {
            const auto writer = history.write();
            writer->append(rowsOnly({answered(webId, noon + 1min)}));
            std::filesystem::copy_file(log, kept);
        }
        const std::string left = bytesOf(kept);
        QVERIFY(!left.empty());
        const std::filesystem::path earlier = suffixed(history.file(), ".log-of-another-record"); // of another time
        std::ofstream(earlier) << "earlier";
        std::filesystem::rename(copy, history.file());
        std::filesystem::rename(kept, log);
        history.write(noon + 2min)->append(rowsOnly({answered(webId, noon + 2min)}));
        QCOMPARE(history.observations().size(), std::size_t{2});
        QVERIFY(bytesOf(suffixed(history.file(), ".log-of-another-record-2")) == left);
        QCOMPARE(bytesOf(earlier), std::string("earlier"));
    }

    // Or another program that looks into the file would take itself for the last and clear the log away.
    void whoReadsKeepsTheFileLockedWhenAWriterBegins() {
        const TempHistory history;
        history.write()->append(rowsOnly({answered(webId, noon)}));
        const HistoryReader reader = history.read();
        QCOMPARE(reader.lastRowAt(), std::optional(noon + 150ms));
        const auto writer = history.write(noon + 1min);
        QProcess other;
        other.start(QStringLiteral("python3"), {QStringLiteral("-c"),
                                                QStringLiteral("import fcntl, sys\n"
                                                               "with open(sys.argv[1], 'r+b') as file:\n"
                                                               "    fcntl.lockf(file, fcntl.LOCK_EX | fcntl.LOCK_NB)"),
                                                QString::fromStdString(history.file().string())});
        QVERIFY(other.waitForFinished());
        QCOMPARE(other.exitCode(), 1);
        QVERIFY(other.readAllStandardError().contains("BlockingIOError"));
    }

    void readersAndTheWriterDoNotDisturbEachOther() {
        const TempHistory history;
        const auto writer = history.write();
        writer->append(rowsOnly({answered(webId, noon)}));
        std::atomic<bool> done{false};
        std::atomic<int> reads{0};
        std::vector<std::string> troubles(3);
        std::vector<std::jthread> readers;
        for (std::string& trouble : troubles)
            readers.emplace_back([&] {
                trouble = sentenceOf<std::exception>([&] {
                    const HistoryReader reader = history.read();
                    while (!done) {
                        std::size_t rows = 0;
                        UtcTime latest = noon;
                        reader.rows(history.watchlist, {noon, noon + 24h * 365},
                                    [&](const Observation* row, const Event*) {
                                        ++rows;
                                        if (row->endedAt() < latest)
                                            throw std::runtime_error("out of order");
                                        latest = row->endedAt();
                                    });
                        (void)reader.spans(history.watchlist, {noon, latest});
                        reads += rows > 0 ? 1 : 0;
                    }
                });
            });
        for (int batch = 1; batch <= 300; ++batch) {
            std::vector<Observation> rows;
            for (int i = 0; i < 64; ++i)
                rows.push_back(answered(TargetId{i % 4}, noon + batch * 64s + i * 1s));
            Batch both = rowsOnly(rows);
            both.spans = spansOnly(webId, noon + batch * 64s,
                                   {span(noon + batch * 64s, noon + batch * 128s,
                                         batch % 2 == 0 ? Verdict::Up : Verdict::Degraded)})
                             .spans;
            writer->append(both);
            if (batch % 100 == 0)
                writer->checkpoint();
        }
        QTRY_VERIFY(reads >= 3);
        done = true;
        readers.clear();
        for (const std::string& trouble : troubles)
            QCOMPARE(trouble, std::string());
        QCOMPARE(history.observations().size(), std::size_t{300 * 64 + 1});
    }
};

QTEST_GUILESS_MAIN(HistoryReaderTest)
#include "tst_history_reader.moc"
