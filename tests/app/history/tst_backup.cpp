// SPDX-License-Identifier: GPL-3.0-or-later
// Copies are whole, also of a record that is being written, and are opened where they lie.
#include "app/history/backup.h"
#include "app/history/upkeep.h"
#include "tests/app/history/builders.h"

#include <SQLiteCpp/SQLiteCpp.h>

#include <QElapsedTimer>
#include <QScopeGuard>
#include <QTest>

#include <atomic>
#include <fcntl.h>
#include <fstream>
#include <sys/file.h>
#include <sys/stat.h>
#include <thread>
#include <unistd.h>

using namespace kpwatch;
using namespace kpwatch::testing;
using namespace std::chrono_literals;

namespace {

// Four rows and an event a batch, so that a torn copy shows.
Batch numbered(int number) {
    Batch batch;
    for (int target = 0; target < 4; ++target)
        batch.observations.push_back(answered(TargetId{target}, noon + number * 1s));
    batch.events = {{noon + number * 1s, Heartbeat{}}};
    return batch;
}

std::pair<std::size_t, std::size_t> countsIn(const std::filesystem::path& file) {
    std::pair<std::size_t, std::size_t> counts;
    HistoryReader(file).rows(smallWatchlist(), {noon, noon + 24h * 365}, [&](const Observation* row, const Event*) {
        ++(row != nullptr ? counts.first : counts.second);
    });
    return counts;
}

// As it comes about while somebody watches; false if none was due.
bool backedUp(History& writer, const std::filesystem::path& directory, UtcTime now) {
    if (!requestBackup(directory, now))
        return false;
    while (requestedBackup(directory))
        writer.tend(now);
    return finishBackup(directory);
}

// Beyond what is read in one look.
void makeBig(const TempHistory& history) {
    SQLite::Database other(history.file().string(), SQLite::OPEN_READWRITE);
    other.exec("INSERT INTO detail(body) VALUES (hex(zeroblob(36000000)))");
    other.exec("PRAGMA wal_checkpoint(TRUNCATE)");
}

} // namespace

class BackupTest : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void everyCopyOfABusyRecordIsWhole() {
        const TempHistory history;
        const auto writer = history.write();
        writer->append(numbered(0));
        std::jthread writing([&](const std::stop_token& stop) {
            for (int number = 1; !stop.stop_requested(); ++number) {
                writer->append(numbered(number));
                if (number % 200 == 0)
                    writer->checkpoint();
            }
        });
        std::size_t before = 0;
        for (int copy = 0; copy < 12; ++copy) {
            const std::filesystem::path file = history.directory / ("copy-" + std::to_string(copy) + ".db");
            backUp(history.directory, file);
            const auto [rows, events] = countsIn(file);
            QCOMPARE(rows, 4 * events);
            QVERIFY(rows >= 4 && rows >= before);
            before = rows;
            QVERIFY(faultsOf(file).empty());
            struct stat status {};
            QCOMPARE(::stat(file.c_str(), &status), 0);
            QCOMPARE(status.st_mode & 0777U, 0600U);
        }
    }

    void aCopyIsLookedAtAndNothingIsAddedToIt() {
        const TempHistory history;
        history.write()->append(numbered(0));
        const std::filesystem::path file = history.directory / "mine.db";
        backUp(history.directory, file);
        const auto size = std::filesystem::file_size(file);
        const std::string sentence = sentenceOf<StorageError>([&] {
            History(HistoryOptions{file, false}, history.watchlist, {}, noon);
        });
        QVERIFY2(sentence.find("is a copy of a record") != std::string::npos, sentence.c_str());
        QCOMPARE(std::filesystem::file_size(file), size);
        QVERIFY(HistoryReader(file).firstRowAt().has_value());
        const std::filesystem::path other = history.directory / "notes.txt";
        std::ofstream(other) << "dear";
        const std::string of_other = sentenceOf<StorageError>([&] {
            History(HistoryOptions{other, false}, history.watchlist, {}, noon);
        });
        QVERIFY2(of_other.find("is a file, where the folder of the record should be") != std::string::npos,
                 of_other.c_str());
        QCOMPARE(misplacedFile(other), std::optional(of_other));
        QVERIFY(!misplacedFile(file));
        QVERIFY(!misplacedFile(history.directory));
        QVERIFY(!misplacedFile(history.directory / "none"));
    }

    void aCopyOverwritesNothing() {
        const TempHistory history;
        history.write();
        const std::filesystem::path file = history.directory / "mine.db";
        std::ofstream(file) << "dear";
        QVERIFY(sentenceOf<InputError>([&] { backUp(history.directory, file); }).find("exists already") !=
                std::string::npos);
        QCOMPARE(std::filesystem::file_size(file), std::uintmax_t{4});
    }

    void aCopyThatCannotBeMadeLeavesNothing() {
        const TempHistory history;
        history.write()->append(numbered(0));
        QVERIFY(!sentenceOf<StorageError>([&] {
                     backUp(history.directory, history.directory / "no" / "such.db");
                 }).empty());
        const std::filesystem::path empty = history.directory / "empty";
        std::filesystem::create_directories(empty);
        QVERIFY(!sentenceOf<StorageError>([&] { backUp(empty, empty / "copy.db"); }).empty());
        QVERIFY(std::filesystem::is_empty(empty));
    }

    void withoutRoomNoCopyIsBegun() {
        const TempHistory history;
        history.write();
        std::filesystem::resize_file(history.file(), 1ULL << 42U); // a hole: it takes no room itself
        const std::filesystem::path copy = history.directory / "copy.db";
        const std::string sentence = sentenceOf<StorageError>([&] { backUp(history.directory, copy); });
        QVERIFY2(sentence.find(": free ") != std::string::npos, sentence.c_str());
        QVERIFY(!std::filesystem::exists(copy) && !std::filesystem::exists(copy.string() + ".part"));
        QVERIFY(!sentenceOf<StorageError>([&] { requireRoom(history.file(), history.directory, 2); }).empty());
    }

    void whatIsFreeAlreadyIsNotAskedFor() {
        constexpr std::uintmax_t each = 1U << 20U;
        QCOMPARE(lackingRoom({.capacity = 400 * each, .free = 60 * each, .available = 57 * each}, 333 * each),
                 std::optional(276 * each));
        QCOMPARE(lackingRoom({.capacity = 400 * each, .free = 60 * each, .available = 57 * each}, 57 * each),
                 std::optional<std::uintmax_t>());
        QCOMPARE(mebibytes(276 * each), std::string("276 MiB"));
        QCOMPARE(mebibytes(276 * each + 1), std::string("277 MiB"));
        std::error_code failed;
        const auto nowhere = std::filesystem::space("/no/such/place", failed);
        QCOMPARE(lackingRoom(nowhere, each), std::optional<std::uintmax_t>());
    }

    void whereNothingCanBeWrittenNoRoomIsAskedFor() {
        const TempHistory history;
        history.write();
        const std::string sentence = sentenceOf<StorageError>([&] { backUp(history.directory, "/proc/x.db"); });
        QVERIFY2(sentence.starts_with("/proc/x.db cannot be made or written") &&
                     sentence.find("free ") == std::string::npos,
                 sentence.c_str());
    }

    void aCopyPutInPlaceIsGoneOnWith() {
        const TempHistory history, restored;
        history.write()->append(numbered(0));
        std::filesystem::create_directories(restored.directory);
        backUp(history.directory, restored.file());
        restored.write()->append(numbered(1));
        QCOMPARE(countsIn(restored.directory).first, std::size_t{8});
    }

    void aCopyThatCannotGetItsNameIsNone() {
        const TempHistory history;
        const auto writer = history.write();
        QVERIFY(requestBackup(history.directory, noon));
        std::filesystem::path wanted = requestedBackup(history.directory).value();
        while (writer->tend(noon)) {}
        std::filesystem::create_directories(wanted.replace_extension() / "in its place");
        const std::string sentence = sentenceOf<StorageError>([&] { finishBackup(history.directory); });
        QVERIFY2(sentence.find(wanted.filename().string()) != std::string::npos, sentence.c_str());
        QVERIFY(!finishBackup(history.directory)); // nothing is left of it
    }

    // The writer copies a piece at a time, goes on writing in between, and all of that is in the copy.
    void aCopyInPiecesHoldsNobodyUpAndMissesNothing() {
        const TempHistory history;
        const auto writer = history.write();
        for (int number = 0; number < 3000; ++number) {
            Batch batch;
            for (int more = 0; more < 20; ++more) {
                const Batch one = numbered(number * 20 + more);
                batch.observations.insert(batch.observations.end(), one.observations.begin(), one.observations.end());
                batch.events.push_back(one.events.front());
            }
            writer->append(batch);
        }
        writer->checkpoint();
        makeBig(history); // more than a machine copies in one piece
        QVERIFY(requestBackup(history.directory, noon));
        QElapsedTimer clock;
        qint64 longest = 0;
        int number = 60'000, pieces = 0;
        for (bool more = true; more; ++pieces) {
            clock.start();
            more = writer->tend(noon);
            longest = std::max(longest, clock.elapsed());
            writer->append(numbered(number++));
        }
        QVERIFY2(longest < 1000, qPrintable(QString::number(longest)));
        QVERIFY2(pieces > 1, qPrintable(QString::number(pieces)));
        QVERIFY(!requestedBackup(history.directory));
        QVERIFY(finishBackup(history.directory));
        QVERIFY(!finishBackup(history.directory));
        const std::vector<std::filesystem::path> kept = backupsOf(history.directory);
        QCOMPARE(kept.size(), std::size_t{1});
        const auto [rows, events] = countsIn(kept.front());
        QCOMPARE(rows, 4 * events);
        QVERIFY(events >= 60'000 && events <= static_cast<std::size_t>(number));
        std::filesystem::permissions(kept.front().parent_path(),
                                     std::filesystem::perms::owner_read | std::filesystem::perms::owner_exec);
        QVERIFY(faultsOf(kept.front()).empty()); // opened where it lies, without a file beside it
        std::filesystem::permissions(kept.front().parent_path(), std::filesystem::perms::owner_all);
        qInfo("%d pieces, the longest %lld ms", pieces, longest);
    }

    // A big record that is written to all the time: pieces would never come to an end, so its writer makes the copy.
    void aBigRecordUnderLoadIsCopiedByItsWriter() {
        const TempHistory history;
        const auto writer = history.write();
        writer->append(numbered(0));
        makeBig(history);
        std::atomic<int> number{1};
        std::jthread writing([&](const std::stop_token& stop) {
            while (!stop.stop_requested()) {
                writer->append(numbered(number++));
                if (requestedBackup(history.directory))
                    writer->tend(noon);
            }
        });
        const std::filesystem::path file = history.directory / "copy.db";
        backUp(history.directory, file);
        const auto [rows, events] = countsIn(file);
        QCOMPARE(rows, 4 * events);
        QVERIFY(events >= 1 && events <= static_cast<std::size_t>(number));
        QVERIFY(std::filesystem::file_size(file) > 64U << 20U);
        QVERIFY(faultsOf(file).empty());
        QVERIFY(faultsOfRecord(history.file()).empty());
        QVERIFY(std::filesystem::is_empty(history.directory / "backups"));
        QVERIFY(!std::filesystem::exists(history.file().string() + ".look"));
        QVERIFY(backupsOf(history.directory).empty()); // nobody's daily one
    }

    void whatNobodyWaitsForIsNotMade() {
        const TempHistory history;
        const auto writer = history.write();
        writer->append(numbered(0));
        std::filesystem::create_directories(history.directory / "backups");
        std::ofstream(history.directory / "backups" / "asked-1-20260305T120000Z.db.wanted").flush();
        QVERIFY(!requestedBackup(history.directory)); // of somebody who was killed
        QVERIFY(std::filesystem::is_empty(history.directory / "backups"));
    }

    void aBigRecordThatNobodyWritesIsCopiedInPieces() {
        const TempHistory history;
        history.write()->append(numbered(0));
        makeBig(history);
        const std::filesystem::path file = history.directory / "copy.db";
        std::vector<double> shares;
        backUp(history.directory, file, {}, [&shares](double share) { shares.push_back(share); });
        QVERIFY(std::ranges::is_sorted(shares) && shares.front() < 0.1 && shares.back() > 0.7 && shares.back() <= 1);
        QCOMPARE(countsIn(file), std::pair(std::size_t{4}, std::size_t{1}));
        QVERIFY(!std::filesystem::exists(history.directory / "backups"));
        std::filesystem::permissions(history.directory,
                                     std::filesystem::perms::owner_read | std::filesystem::perms::owner_exec);
        QVERIFY(faultsOf(file).empty()); // without a file beside it
        std::filesystem::permissions(history.directory, std::filesystem::perms::owner_all);
    }

    void aCopyThatIsStoppedIsGone() {
        const TempHistory history;
        history.write()->append(numbered(0));
        makeBig(history);
        const std::filesystem::path file = history.directory / "copy.db";
        std::stop_source stop;
        const auto stopLater = [&stop](double share) {
            if (share > 0.2)
                stop.request_stop();
        };
        QVERIFY(sentenceOf<StorageError>([&] {
                    backUp(history.directory, file, stop.get_token(), stopLater);
                }).find("it was stopped") != std::string::npos);
        QVERIFY(!std::filesystem::exists(file) && !std::filesystem::exists(file.string() + ".part"));
    }

    // That no copy can be made says nothing about the record.
    void aLookThatHasNobodyToAskLooksAtTheFileItself() {
        const TempHistory history;
        history.write()->append(numbered(0));
        makeBig(history);
        std::filesystem::create_directories(history.file().string() + ".look");
        QVERIFY(faultsOfRecord(history.file()).empty());
        std::stop_source stop;
        stop.request_stop();
        QVERIFY(faultsOfRecord(history.file(), stop.get_token()).empty());
    }

    void twoWhoLookAtOnceDoNotWriteTheSameCopy() {
        const TempHistory history;
        history.write()->append(numbered(0));
        makeBig(history);
        const std::filesystem::path copy = history.file().string() + ".look";
        std::ofstream(copy) << "the other's";
        const int other = ::open(history.directory.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
        const auto after = qScopeGuard([other] { ::close(other); });
        QVERIFY(::flock(other, LOCK_EX | LOCK_NB) == 0);
        QVERIFY(faultsOfRecord(history.file()).empty());
        std::string kept;
        std::getline(std::ifstream(copy), kept);
        QCOMPARE(kept, std::string("the other's"));
    }

    void sevenDaysAreKeptAndOneIsMadeADay() {
        const TempHistory history;
        const auto writer = history.write();
        writer->append(numbered(0));
        for (int hour = 0; hour < 24 * 10; hour += 6)
            backedUp(*writer, history.directory, noon + hour * 1h);
        const std::vector<std::filesystem::path> kept = backupsOf(history.directory);
        QCOMPARE(kept.size(), std::size_t{7});
        QCOMPARE(kept.front().filename().string(), std::string("history-20260314T120000Z.db"));
        QCOMPARE(kept.back().filename().string(), std::string("history-20260308T120000Z.db"));
        QVERIFY(!backedUp(*writer, history.directory, noon + 24h * 9 + 23h));
        QVERIFY(backedUp(*writer, history.directory, noon)); // the clock was wrong, and is not now
    }

    void afterAnUncleanEndTheFileIsLookedAtWhileWatchingGoesOn() {
        const TempHistory history;
        const auto writer = history.write();
        for (int number = 0; number < 200; ++number)
            writer->append(numbered(number));
        writer->checkpoint();
        {
            const Upkeep upkeep(history.directory, {.look = true});
            QTRY_VERIFY_WITH_TIMEOUT(upkeep.found().checked, 30'000);
            QVERIFY(!upkeep.found().damage);
            const auto made = [&] {
                writer->tend(noon); // as the recorder does; it is the writer that copies
                return backupsOf(history.directory).size() == 1;
            };
            QTRY_VERIFY_WITH_TIMEOUT(made(), 30'000);
            QCOMPARE(countsIn(backupsOf(history.directory).front()), std::pair(std::size_t{800}, std::size_t{200}));
        }
        std::fstream file(history.file(), std::ios::in | std::ios::out | std::ios::binary);
        for (int page = 10; page < 30; ++page) {
            file.seekp(page * 1024);
            file.write(std::string(1024, '\x5a').data(), 1024);
        }
        file.close();
        const Upkeep upkeep(history.directory, {.look = true});
        QTRY_VERIFY_WITH_TIMEOUT(upkeep.found().checked, 30'000);
        QVERIFY(upkeep.found().damage.has_value());
    }
};

QTEST_GUILESS_MAIN(BackupTest)
#include "tst_backup.moc"
