// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/history/migration.h"
#include "app/history/upgrade.h"
#include "tests/app/history/builders.h"
#include "tests/app/history/old_schema.h"

#include <QDeadlineTimer>
#include <QElapsedTimer>
#include <QProcess>
#include <QRandomGenerator>
#include <QTest>

#include <cstdio>
#include <map>
#include <sqlite3.h>
#include <sys/stat.h>

using namespace kpwatch;
using namespace kpwatch::testing;
using namespace std::chrono_literals;

namespace {

std::vector<std::string_view> with(std::vector<std::string_view> further) {
    std::vector<std::string_view> steps(migrations().begin(), migrations().end());
    steps.insert(steps.end(), further.begin(), further.end());
    return steps;
}

std::vector<std::filesystem::path> backups(const TempHistory& history) {
    std::vector<std::filesystem::path> found;
    for (const auto& entry : std::filesystem::directory_iterator(history.directory))
        if (entry.path().filename().string().starts_with("backup-"))
            found.push_back(entry.path());
    // By the time in their names: of numbers, 10 would come before 9.
    std::sort(found.begin(), found.end(), [](const auto& one, const auto& other) {
        const auto when = [](const std::filesystem::path& path) {
            const std::string name = path.filename().string();
            return name.substr(name.rfind('-'));
        };
        return when(one) < when(other);
    });
    return found;
}

} // namespace

constexpr int oldRows = 20'000;
constexpr int freshRecords = 40;

// As an earlier program left it.
void makeOld(const TempHistory& history, int version) {
    std::vector<Observation> rows;
    rows.reserve(oldRows);
    for (int row = 0; row < oldRows; ++row)
        rows.push_back(answered(TargetId{row % 4}, noon + row / 4 * 30s));
    history.write()->append(rowsOnly(rows));
    backToSchema(history.file(), version);
}

int migrateAsChild(const std::filesystem::path& directory) {
    std::puts("now");
    std::fflush(stdout);
    const History migrated({directory, false}, smallWatchlist(), Settings(), noon);
    return 0;
}

// One new record after the other, for as long as somebody reads what is said of it.
int makeAsChild(const std::filesystem::path& directory) {
    for (int one = 0; one < freshRecords; ++one) {
        const History made({directory / std::to_string(one), false}, smallWatchlist(), Settings(), noon);
        std::puts("made");
        std::fflush(stdout);
    }
    return 0;
}

class MigrationTest : public QObject {
    Q_OBJECT

    // Starts a migration of a copy of `made` in a program of its own, and ends it after that long; nothing: lets it
    // end.
    static std::chrono::milliseconds migrateFor(const TempHistory& made, const TempHistory& history,
                                                std::optional<std::chrono::milliseconds> length) {
        std::filesystem::create_directories(history.directory);
        std::filesystem::copy_file(made.file(), history.file());
        QProcess child;
        child.start(QCoreApplication::applicationFilePath(),
                    {QStringLiteral("--migrate"), QString::fromStdString(history.directory.string())});
        if (!child.waitForReadyRead(20'000))
            qFatal("the child did not start");
        QElapsedTimer since;
        since.start();
        const QDeadlineTimer moment(length.value_or(60s));
        while (child.state() != QProcess::NotRunning && !moment.hasExpired())
            child.waitForFinished(static_cast<int>(moment.remainingTime()));
        const std::chrono::milliseconds took(since.elapsed());
        child.kill(); // SIGKILL, if it still runs
        child.waitForFinished(20'000);
        return took;
    }

  private Q_SLOTS:
    void aFreshFileReachesTheLastVersionWithoutACopy() {
        const TempHistory history;
        history.write();
        SQLite::Database database = openForReading(history.file());
        QCOMPARE(userVersion(database), schemaVersion());
        QVERIFY(backups(history).empty());
    }

    // A window that looks while its collector makes the file finds nothing or a whole history.
    void aFreshFileIsMadeAtOnce() {
        SQLite::Database database(":memory:", SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
        int commits = 0;
        sqlite3_commit_hook(
            database.getHandle(), [](void* count) { return ++*static_cast<int*>(count), 0; }, &commits);
        migrate(database, "history.db", migrations(), noon);
        QCOMPARE(userVersion(database), schemaVersion());
        QCOMPARE(commits, 1);
    }

    void whoLooksWhileItIsMadeFindsNothingOrAWhole() {
        const TempHistory history;
        QProcess child;
        child.start(QCoreApplication::applicationFilePath(),
                    {QStringLiteral("--make"), QString::fromStdString(history.directory.string())});
        QVERIFY(child.waitForStarted(20'000));
        int looks = 0;
        for (int one = 0; one < freshRecords; ++one) {
            const std::filesystem::path directory = history.directory / std::to_string(one);
            const QDeadlineTimer patient(20s);
            for (bool whole = false; !whole && !patient.hasExpired(); ++looks) {
                if (!HistoryReader::exists(directory))
                    continue;
                const HistoryReader reader(directory); // throws where it finds half a record
                whole = !reader.latestWatchlistJson().empty();
                QVERIFY(!reader.simulated());
                QVERIFY(reader.spans(smallWatchlist(), {noon, noon + 1h}).at(webId).empty());
            }
            QVERIFY(!patient.hasExpired());
        }
        QVERIFY(child.waitForFinished(20'000));
        QCOMPARE(child.exitCode(), 0);
        qInfo("%d looks at %d records that were being made", looks, freshRecords);
    }

    void aStepIsPrecededByACopyOfWhatWas() {
        const TempHistory history;
        history.write()->append(rowsOnly({answered(webId, noon)}));
        {
            SQLite::Database database = openForWriting(history.file());
            migrate(database, history.file(), with({"CREATE TABLE more(x); INSERT INTO more VALUES (1);"}), noon);
            QCOMPARE(userVersion(database), schemaVersion() + 1);
            QCOMPARE(database.execAndGet("SELECT x FROM more").getInt(), 1);
        }
        const std::vector<std::filesystem::path> copies = backups(history);
        QCOMPARE(copies.size(), std::size_t{1});
        QCOMPARE(copies[0].filename().string(), "backup-v" + std::to_string(schemaVersion()) + "-20260305T120000Z.db");
        struct stat status {};
        QCOMPARE(::stat(copies[0].c_str(), &status), 0);
        QCOMPARE(status.st_mode & 0777U, 0600U);
        SQLite::Database copy = openForReading(copies[0]);
        QCOMPARE(userVersion(copy), schemaVersion());
        QCOMPARE(copy.execAndGet("SELECT count(*) FROM every_observation").getInt(), 1);
        QVERIFY(!copy.tableExists("more"));
    }

    void aStepThatFailsChangesNothing() {
        const TempHistory history;
        history.write()->append(rowsOnly({answered(webId, noon)}));
        SQLite::Database database = openForWriting(history.file());
        const std::string sentence = sentenceOf<StorageError>([&] {
            migrate(database, history.file(),
                    with({"CREATE TABLE more(x);", "CREATE TABLE still_more(x); INSERT INTO nowhere VALUES (1);"}),
                    noon);
        });
        QVERIFY2(sentence.starts_with(history.file().string()), sentence.c_str());
        QCOMPARE(userVersion(database), schemaVersion());
        QVERIFY(!database.tableExists("more"));
        QVERIFY(!database.tableExists("still_more"));
    }

    void oldRecordIsUpgradedBesideTheWindowAndMayBeStopped() {
        const TempHistory history;
        QVERIFY(!needsUpgrade(history.directory)); // there is none
        makeOld(history, 5);
        QVERIFY(needsUpgrade(history.directory));
        {
            std::stop_source stopped;
            const auto stopAtTheSteps = [&](double share) {
                if (share >= 0.5)
                    stopped.request_stop();
            };
            QVERIFY_EXCEPTION_THROWN(upgrade(history.directory, stopped.get_token(), stopAtTheSteps), StorageError);
        }
        QVERIFY(needsUpgrade(history.directory));
        std::vector<double> shares;
        upgrade(history.directory, {}, [&](double share) { shares.push_back(share); });
        QVERIFY(!needsUpgrade(history.directory));
        QVERIFY(shares.size() > 3 && std::is_sorted(shares.begin(), shares.end()) && shares.back() < 1);
        SQLite::Database database = openForReading(history.file());
        QCOMPARE(database.execAndGet("SELECT count(*) FROM every_observation").getInt(), oldRows);
    }

    void whoRecordsIsNotDisturbedByAnUpgrade() {
        const TempHistory history;
        makeOld(history, 5);
        const auto writer = history.write();
        QVERIFY_EXCEPTION_THROWN(upgrade(history.directory, {}, [](double) {}), WriterBusyError);
    }

    void twoCopiesAreKept() {
        const TempHistory history;
        history.write();
        std::vector<std::string_view> steps = with({});
        SQLite::Database database = openForWriting(history.file());
        for (int day = 0; day < 4; ++day) {
            steps.push_back("SELECT 1;");
            migrate(database, history.file(), steps, noon + 24h * day);
        }
        const std::vector<std::filesystem::path> copies = backups(history);
        QCOMPARE(copies.size(), std::size_t{2});
        QVERIFY(copies[0].string().ends_with("20260307T120000Z.db"));
        QVERIFY(copies[1].string().ends_with("20260308T120000Z.db"));
    }

    // KPWATCH_LONG_TESTS=1: 150 times from every version.
    void aKilledMigrationLeavesTheOldOrTheNew_data() {
        QTest::addColumn<int>("from");
        for (int version = 1; version < schemaVersion(); ++version)
            QTest::addRow("version %d", version) << version;
    }
    void aKilledMigrationLeavesTheOldOrTheNew() {
        QFETCH(int, from);
        const TempHistory made;
        makeOld(made, from);
        const int kills = qEnvironmentVariableIsSet("KPWATCH_LONG_TESTS") ? 150 : 6;
        const std::chrono::milliseconds whole = migrateFor(made, TempHistory(), std::nullopt);
        std::map<int, int> reached;
        for (int kill = 0; kill < kills; ++kill) {
            const TempHistory history;
            const std::chrono::milliseconds moment(
                QRandomGenerator::global()->bounded(static_cast<int>(whole.count()) + 1));
            migrateFor(made, history, moment);
            SQLite::Database database = openForReading(history.file());
            const int version = userVersion(database);
            ++reached[version];
            QVERIFY(version == from || version == schemaVersion());
            QCOMPARE(database.execAndGet("PRAGMA integrity_check").getString(), std::string("ok"));
            QCOMPARE(database.execAndGet("SELECT count(*) FROM every_observation").getInt(), oldRows);
            if (version > from) {
                QVERIFY(!backups(history).empty());
                SQLite::Database copy = openForReading(backups(history).front());
                QCOMPARE(userVersion(copy), from);
                QCOMPARE(copy.execAndGet("SELECT count(*) FROM every_observation").getInt(), oldRows);
            }
            history.write(noon); // and it can be gone on with
            QCOMPARE(history.observations().size(), static_cast<std::size_t>(oldRows));
        }
        for (const auto& [version, times] : reached)
            qInfo("%d times at version %d", times, version);
    }

    void aLaterVersionIsLeftAlone() {
        const TempHistory history;
        history.write();
        SQLite::Database database = openForWriting(history.file());
        migrate(database, history.file(), with({"SELECT 1;"}), noon);
        const std::string sentence =
            sentenceOf<StorageError>([&] { migrate(database, history.file(), migrations(), noon + 1h); });
        QVERIFY2(sentence.find("newer KPWatch") != std::string::npos, sentence.c_str());
        QCOMPARE(backups(history).size(), std::size_t{1});
    }
};

int main(int argc, char** argv) {
    if (argc == 3 && std::string(argv[1]) == "--migrate")
        return migrateAsChild(argv[2]);
    if (argc == 3 && std::string(argv[1]) == "--make")
        return makeAsChild(argv[2]);
    const QCoreApplication application(argc, argv);
    MigrationTest test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_migration.moc"
