// SPDX-License-Identifier: GPL-3.0-or-later
// What a history survives. The program calls itself as the process that is killed, or that meets a bad disk.
#include "app/history/seal_check.h"
#include "tests/app/history/builders.h"

#include <QDeadlineTimer>
#include <QElapsedTimer>
#include <QProcess>
#include <QRandomGenerator>
#include <QTest>

#include <SQLiteCpp/Database.h>
#include <array>
#include <csignal>
#include <cstdio>
#include <iostream>
#include <sched.h>
#include <sys/mount.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace kpwatch;
using namespace kpwatch::testing;
using namespace std::chrono_literals;

namespace {

constexpr uid_t nobody = 65534;

Batch numbered(std::int64_t number) {
    Batch batch;
    for (int target = 0; target < 4; ++target)
        batch.observations.push_back(answered(TargetId{target}, noon + number * 1s));
    batch.observations.front().peer = "10.0.0." + std::to_string(number % 200);
    batch.events = {{noon + number * 1s, Heartbeat{}}};
    const UtcTime at = noon + number * 1s;
    batch.spans = {SpanChange{webId, at, {span(at, at + 1s, number % 3 == 0 ? Verdict::Up : Verdict::Degraded)}}};
    return batch;
}

// Appends batches from `first` on and says each number once it is stored, until killed.
int writeForEver(const std::filesystem::path& directory, std::int64_t first) {
    History history({directory, false}, smallWatchlist(), Settings(), noon);
    for (std::int64_t number = first; number < first + 1'000'000; ++number) {
        history.append(numbered(number));
        if (number % 7 == 0)
            history.checkpoint();
        if (number % 50 == 0)
            history.tend(noon + 48h); // seals the day: what follows comes late
        std::printf("%lld\n", static_cast<long long>(number));
        std::fflush(stdout);
    }
    return 0;
}

// Appends until it cannot, prints the sentence, and then whether it can again after `recover`.
template <typename Recover>
int writeUntilRefused(const std::filesystem::path& directory, Recover&& recover) {
    History history({directory, false}, smallWatchlist(), Settings(), noon);
    std::int64_t number = 0;
    const std::string sentence = sentenceOf<StorageError>([&] {
        for (; number < 100'000; ++number)
            history.append(numbered(number));
    });
    std::cout << sentence << "\n";
    recover();
    history.append(numbered(number)); // the batch can be given again
    HistoryReader reader(directory);
    std::int64_t rows = 0;
    reader.rows(smallWatchlist(), {noon, noon + 24h * 365},
                [&](const Observation* row, const Event*) { rows += row != nullptr ? 1 : 0; });
    std::cout << (rows == 4 * (number + 1) ? "complete" : "rows are missing") << "\n";
    return 0;
}

int meetFullDisk(const std::filesystem::path& mountPoint) {
    if (::unshare(CLONE_NEWNS) != 0 || ::mount(nullptr, "/", nullptr, MS_REC | MS_PRIVATE, nullptr) != 0 ||
        ::mount("tmpfs", mountPoint.c_str(), "tmpfs", 0, "size=2m") != 0)
        return 77;
    return writeUntilRefused(mountPoint / "history",
                             [&] { ::mount("tmpfs", mountPoint.c_str(), "tmpfs", MS_REMOUNT, "size=16m"); });
}

int meetFileLimit(const std::filesystem::path& directory) {
    std::signal(SIGXFSZ, SIG_IGN);
    rlimit before{};
    ::getrlimit(RLIMIT_FSIZE, &before);
    const rlimit tight{1 << 20, before.rlim_max};
    ::setrlimit(RLIMIT_FSIZE, &tight);
    return writeUntilRefused(directory, [&] { ::setrlimit(RLIMIT_FSIZE, &before); });
}

// Tries to write as somebody who may not.
int meetReadOnly(const std::filesystem::path& directory) {
    if (::geteuid() == 0 && ::setresuid(nobody, nobody, nobody) != 0)
        return 77;
    std::cout << sentenceOf<StorageError>([&] {
        History history({directory, false}, smallWatchlist(), Settings(), noon);
        history.append(numbered(0));
    }) << "\n";
    return 0;
}

// Reads what it must not write to, not even beside it.
int readAsNobody(const std::filesystem::path& directory) {
    if (::geteuid() == 0 && ::setresuid(nobody, nobody, nobody) != 0)
        return 77;
    const HistoryReader reader(directory);
    int rows = 0;
    reader.rows(smallWatchlist(), {noon, noon + 1h},
                [&](const Observation* row, const Event*) { rows += row != nullptr ? 1 : 0; });
    std::cout << rows << (reader.isCurrent() ? " rows" : " rows of another file") << "\n";
    return 0;
}

// Looks again and again, as a window does; a line for each look. What was there when the look began must be there
// whole.
int readForEver(const std::filesystem::path& directory) {
    for (int look = 0; look < 100'000; ++look) {
        const HistoryReader reader(directory);
        const UtcTime last = reader.lastRowAt().value_or(noon);
        std::map<UtcTime, int> whole;
        std::size_t events = 0;
        reader.rows(smallWatchlist(), {std::max(noon, last - 300s), last},
                    [&](const Observation* row, const Event* event) {
                        if (row != nullptr)
                            ++whole[row->startedAt];
                        events += event != nullptr ? 1 : 0;
                    });
        const bool torn = events != whole.size() ||
                          std::any_of(whole.begin(), whole.end(), [](const auto& batch) { return batch.second != 4; });
        reader.spans(smallWatchlist(), {noon, last});
        reader.latencyAndLoss(smallWatchlist(), webId, {noon, last + 1s}, 100);
        std::cout << (torn ? "torn at " + isoUtc(last) : std::string("whole")) << std::endl;
    }
    return 0;
}

int runAsChild(const std::string& role, const std::filesystem::path& directory, std::int64_t first) {
    try {
        if (role == "--write")
            return writeForEver(directory, first);
        if (role == "--read")
            return readForEver(directory);
        if (role == "--full-disk")
            return meetFullDisk(directory);
        if (role == "--file-limit")
            return meetFileLimit(directory);
        if (role == "--read-only")
            return meetReadOnly(directory);
        if (role == "--read-as-nobody")
            return readAsNobody(directory);
    } catch (const std::exception& error) {
        std::cout << error.what() << "\n";
    }
    return 1;
}

void start(QProcess& child, const char* role, const std::filesystem::path& directory, std::int64_t first = 0) {
    child.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    child.start(QCoreApplication::applicationFilePath(),
                {QString::fromLatin1(role), QString::fromStdString(directory.string()), QString::number(first)});
}

// What the child printed, line by line; empty with a failed test if it did not end well.
QStringList linesOf(QProcess& child) {
    if (!child.waitForFinished(60'000))
        return {};
    return QString::fromUtf8(child.readAllStandardOutput()).split(QChar::fromLatin1('\n'), Qt::SkipEmptyParts);
}

} // namespace

class HistoryCrashTest : public QObject {
    Q_OBJECT

  private:
    // The last number the child has said, or -1.
    static std::int64_t lastSaid(QProcess& child, QByteArray& said) {
        said += child.readAllStandardOutput();
        const qsizetype end = said.lastIndexOf('\n');
        const qsizetype begin = end < 0 ? -1 : said.lastIndexOf('\n', end - 1);
        return end < 0 ? -1 : said.mid(begin + 1, end - begin - 1).toLongLong();
    }

  private Q_SLOTS:
    // KPWATCH_LONG_TESTS=1: a thousand kills.
    void aKilledWriterLosesNothingItSaidWasStored() {
        const int records = qEnvironmentVariableIsSet("KPWATCH_LONG_TESTS") ? 40 : 1;
        for (int record = 0; record < records && !QTest::currentTestFailed(); ++record)
            killOften();
        qInfo("%d kills, reopened in at most %lld ms", m_kills, m_slowest);
    }

    // KPWATCH_LONG_TESTS=1: two hundred kills, every third of a reader.
    void readersBesideAWriterThatIsKilledSeeNothingTornAndNoLock() {
        const int kills = qEnvironmentVariableIsSet("KPWATCH_LONG_TESTS") ? 200 : 9;
        const TempHistory history;
        history.write()->append(numbered(0));
        std::array<QProcess, 3> readers;
        for (QProcess& reader : readers)
            start(reader, "--read", history.directory);
        QByteArray seen;
        std::int64_t next = 1;
        for (int kill = 0; kill < kills; ++kill) {
            QProcess writer;
            QByteArray said;
            start(writer, "--write", history.directory, next);
            QTRY_VERIFY_WITH_TIMEOUT(lastSaid(writer, said) >= next, 60'000);
            const QDeadlineTimer moment(QRandomGenerator::global()->bounded(60));
            while (!moment.hasExpired())
                writer.waitForReadyRead(static_cast<int>(moment.remainingTime()));
            ::kill(static_cast<pid_t>(writer.processId()), SIGKILL);
            QVERIFY(writer.waitForFinished(20'000));
            next = lastSaid(writer, said) + 2; // one more may have been stored unsaid
            if (kill % 3 != 0)
                continue;
            QProcess& reader = readers[static_cast<std::size_t>(kill / 3) % readers.size()];
            ::kill(static_cast<pid_t>(reader.processId()), SIGKILL);
            QVERIFY(reader.waitForFinished(20'000));
            seen += reader.readAllStandardOutput();
            start(reader, "--read", history.directory);
        }
        for (QProcess& reader : readers) {
            QVERIFY(reader.state() != QProcess::NotRunning); // none gave up
            ::kill(static_cast<pid_t>(reader.processId()), SIGKILL);
            QVERIFY(reader.waitForFinished(20'000));
            seen += reader.readAllStandardOutput();
        }
        const auto looks = seen.count("whole\n");
        qInfo("%d kills, %lld looks", kills, static_cast<long long>(looks));
        QVERIFY(looks > kills);
        QVERIFY2(!seen.contains("torn"), seen.mid(seen.indexOf("torn"), 200).constData());
        for (const QByteArray& line : seen.split('\n')) // the last of a killed one may be cut
            QVERIFY2(QByteArray("whole").startsWith(line), line.constData());
        SQLite::Database database(history.file().string(), SQLite::OPEN_READONLY);
        QCOMPARE(database.execAndGet("PRAGMA integrity_check").getString(), std::string("ok"));
    }

    void afterAKillTheLaneEndsAtTheLastRow() { laneAfterAKill(); }

  private:
    int m_kills = 0;
    qint64 m_slowest = 0;

    void killOften() {
        const TempHistory history;
        std::int64_t next = 0;
        for (int kill = 0; kill < 25; ++kill, ++m_kills) {
            QProcess child;
            QByteArray said;
            start(child, "--write", history.directory, next);
            QTRY_VERIFY_WITH_TIMEOUT(lastSaid(child, said) >= next, 20'000);
            const QDeadlineTimer moment(QRandomGenerator::global()->bounded(60));
            while (!moment.hasExpired())
                child.waitForReadyRead(static_cast<int>(moment.remainingTime()));
            ::kill(static_cast<pid_t>(child.processId()), SIGKILL);
            QVERIFY(child.waitForFinished(20'000));
            const std::int64_t acknowledged = lastSaid(child, said);

            QElapsedTimer clock;
            clock.start();
            SQLite::Database database(history.file().string(), SQLite::OPEN_READONLY);
            QVERIFY(database.execAndGet("SELECT count(*) FROM run").getInt() > 0);
            m_slowest = std::max(m_slowest, clock.elapsed());
            QCOMPARE(database.execAndGet("PRAGMA integrity_check").getString(), std::string("ok"));
            const std::vector<Observation> rows = history.observations({noon, noon + 24h * 365});
            const auto batches = static_cast<std::int64_t>(rows.size()) / 4;
            QCOMPARE(rows.size() % 4, std::size_t{0}); // whole batches only
            QVERIFY2(batches > acknowledged, qPrintable(QString::number(batches)));
            QVERIFY(rows.back() == numbered(batches - 1).observations.back());
            QVERIFY(rows[rows.size() - 4] == numbered(batches - 1).observations.front());
            QCOMPARE(history.events().size(), static_cast<std::size_t>(batches));
            next = batches;
        }
        const SealVerdict verdict = checkedSeals(history.directory);
        QVERIFY2(!verdict.differs, verdict.differs.value_or("").c_str());
    }

    static void laneAfterAKill() {
        const TempHistory history;
        QProcess child;
        QByteArray said;
        start(child, "--write", history.directory);
        QTRY_VERIFY_WITH_TIMEOUT(lastSaid(child, said) >= 3, 20'000);
        ::kill(static_cast<pid_t>(child.processId()), SIGKILL);
        QVERIFY(child.waitForFinished(20'000));
        const UtcTime horizon = history.read().lastRowAt().value();
        const UtcTime later = horizon + 1h;
        const auto check = [&] {
            const std::vector<Span> lane = history.read().spans(history.watchlist, {noon, later}).at(webId);
            QVERIFY(lane.size() >= 2);
            QCOMPARE(lane[lane.size() - 2].range.end, horizon);
            QVERIFY(lane.back() == span(horizon, later, Verdict::NotMonitored, Reason::Closed));
        };
        check();
        const auto writer = history.write(later);
        Batch started;
        started.events = {{later, Started{}}};
        writer->append(started);
        check();
    }

  private Q_SLOTS:
    void aFullDiskIsOneSentenceAndNoLoss() {
        const TempHistory history;
        QProcess child;
        const std::filesystem::path mountPoint = history.home.path().toStdString();
        start(child, "--full-disk", mountPoint);
        const QStringList lines = linesOf(child);
        if (child.exitCode() == 77)
            QSKIP("a small disk of our own cannot be mounted here");
        QCOMPARE(lines.size(), 2);
        QVERIFY2(lines[0].startsWith(QString::fromStdString(history.file().string())), qPrintable(lines[0]));
        QVERIFY2(lines[0].contains(QLatin1String("disk is full (SQLite code 13)")), qPrintable(lines[0]));
        QCOMPARE(lines[1], QStringLiteral("complete"));
    }

    void aFailingWriteIsOneSentenceAndNoLoss() {
        const TempHistory history;
        QProcess child;
        start(child, "--file-limit", history.directory);
        const QStringList lines = linesOf(child);
        QCOMPARE(lines.size(), 2);
        QVERIFY2(lines[0].startsWith(QString::fromStdString(history.file().string())), qPrintable(lines[0]));
        QVERIFY2(lines[0].contains(QLatin1String("(SQLite code ")), qPrintable(lines[0]));
        QCOMPARE(lines[1], QStringLiteral("complete"));
    }

    void aReadOnlyPlaceIsOneSentence_data() {
        QTest::addColumn<bool>("fileIsThere");
        QTest::newRow("directory") << false;
        QTest::newRow("somebody else's history") << true;
    }
    void aReadOnlyPlaceIsOneSentence() {
        QFETCH(bool, fileIsThere);
        const TempHistory history;
        ::chmod(history.home.path().toLocal8Bit().constData(), 0755);
        if (fileIsThere)
            history.write();
        std::filesystem::create_directories(history.directory);
        ::chmod(history.directory.c_str(), 0555);
        QProcess child;
        start(child, "--read-only", history.directory);
        const QStringList lines = linesOf(child);
        if (child.exitCode() == 77)
            QSKIP("cannot become an ordinary user here");
        ::chmod(history.directory.c_str(), 0755);
        QCOMPARE(lines.size(), 1);
        QVERIFY2(lines[0].startsWith(QString::fromStdString(history.directory.string())), qPrintable(lines[0]));
        QVERIFY2(lines[0].contains(QLatin1String("--history")), qPrintable(lines[0]));
    }

    void whatCannotBeWrittenToCanStillBeRead() {
        const TempHistory history;
        history.write()->append(numbered(0));
        const std::filesystem::path odd = history.directory.parent_path() / "100% read? #only"; // in a URI
        std::filesystem::rename(history.directory, odd);
        ::chmod(history.home.path().toLocal8Bit().constData(), 0755);
        ::chmod((odd / "history.db").c_str(), 0444);
        ::chmod(odd.c_str(), 0555);
        QProcess child;
        start(child, "--read-as-nobody", odd);
        const QStringList lines = linesOf(child);
        ::chmod(odd.c_str(), 0755);
        if (child.exitCode() == 77)
            QSKIP("cannot become an ordinary user here");
        QCOMPARE(lines, QStringList{QStringLiteral("4 rows")});
    }
};

int main(int argc, char** argv) {
    if (argc == 4 && std::string(argv[1]).starts_with("--"))
        return runAsChild(argv[1], argv[2], std::atoll(argv[3]));
    const QCoreApplication application(argc, argv);
    HistoryCrashTest test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_history_crash.moc"
