// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/history/migration.h"
#include "tests/app/history/builders.h"

#include <QTest>

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
    std::sort(found.begin(), found.end());
    return found;
}

} // namespace

class MigrationTest : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void aFreshFileReachesTheLastVersionWithoutACopy() {
        const TempHistory history;
        history.write();
        SQLite::Database database = openForReading(history.file());
        QCOMPARE(userVersion(database), schemaVersion());
        QVERIFY(backups(history).empty());
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
        QCOMPARE(userVersion(database), schemaVersion() + 1); // the first step stands, the second left no trace
        QVERIFY(database.tableExists("more"));
        QVERIFY(!database.tableExists("still_more"));
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

QTEST_GUILESS_MAIN(MigrationTest)
#include "tst_migration.moc"
