// SPDX-License-Identifier: GPL-3.0-or-later
// A damaged record makes room at once, is kept bit for bit, and what can be salvaged is joined with what came
// meanwhile.
#include "app/history/backup.h"
#include "app/history/doctor.h"
#include "app/history/held_file.h"
#include "app/history/seal_check.h"
#include "app/history/set_aside.h"
#include "tests/app/history/builders.h"

#include <QElapsedTimer>
#include <QTest>
#include <SQLiteCpp/Database.h>

#include <fstream>
#include <sstream>

using namespace kpwatch;
using namespace kpwatch::testing;
using namespace std::chrono_literals;

namespace {

namespace fs = std::filesystem;

std::string bytesOf(const fs::path& file) {
    std::ostringstream bytes;
    bytes << std::ifstream(file, std::ios::binary).rdbuf();
    return bytes.str();
}

// Days of checks with a heartbeat each minute, and a lane that has been up from the first one on.
void fill(History& history, UtcTime from, int minutes) {
    for (int done = 0; done < minutes;) {
        Batch batch;
        for (int i = 0; i < 2000 && done < minutes; ++i, ++done) {
            for (const TargetId id : {webId, dnsId, tcpId, controlId})
                batch.observations.push_back(answered(id, from + done * 1min));
            batch.events.push_back({from + done * 1min, Heartbeat{}});
        }
        if (done <= 2000)
            batch.spans = {{webId, from, {span(from, from, Verdict::Up)}},
                           {dnsId, from, {span(from, from, Verdict::Up)}}};
        history.append(batch);
    }
}

void breakPages(const fs::path& file, int first, int count) {
    std::fstream out(file, std::ios::in | std::ios::out | std::ios::binary);
    out.seekp(first * 1024);
    out.write(std::string(static_cast<std::size_t>(count) * 1024, '\x5a').data(), count * 1024);
}

const UtcTime begun = noon - 72h;
const TimeRange all{noon - 24h * 30, noon + 24h * 30};

} // namespace

class SetAsideTest : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void theDamagedFileIsKeptBitForBitAndTheFreshOneKnowsWhoItIs() {
        const TempHistory history;
        fill(*history.write(begun), begun, 500);
        history.write(begun)->recordConsent({begun, Direct{}, "agreed"});
        breakPages(history.file(), 60, 3);
        const std::string broken = bytesOf(history.file());
        const fs::path kept = makeRoom(history.directory, noon);
        QVERIFY(bytesOf(kept) == broken);
        QCOMPARE(kept.filename().string(), std::string("history.corrupt-20260305T120000Z.db"));
        QCOMPARE(awaitingRepair(history.directory), std::vector<fs::path>{kept});
        const auto consent = latestConsent(history.directory);
        QVERIFY(consent && consent->text == "agreed");
        QVERIFY(history.observations(all).empty());
        history.write(noon)->append(rowsOnly({answered(webId, noon)}));
        QCOMPARE(history.observations(all).size(), std::size_t{1});
    }

    void theFreshFileBeginsWithWhatItSawItself() {
        const TempHistory history;
        Batch batch = rowsOnly({answered(webId, begun)});
        batch.events = {{begun, Epoch{"e1", "AS64500", "DE"}}};
        history.write(begun)->append(batch);
        makeRoom(history.directory, noon);
        QVERIFY(history.events() == batch.events);
        QVERIFY(!history.read().firstRowAt());
        Batch since;
        since.events = {{noon + 1min, Heartbeat{}}};
        history.write(noon)->append(since);
        QCOMPARE(history.read().firstRowAt(), std::optional(noon + 1min));
    }

    void aTornTimeHoldsNobodyUpAndIsNotCarriedOver() {
        const TempHistory history;
        Batch batch = rowsOnly({answered(webId, begun)});
        batch.events = {{begun, Epoch{"e1", "AS64500", "DE"}}, {begun + 1h, Epoch{"e2", "AS64501", "DE"}}};
        history.write(begun)->append(batch);
        history.write(begun)->recordConsent({begun, Direct{}, "agreed"});
        SQLite::Database torn(history.file().string(), SQLite::OPEN_READWRITE);
        torn.exec("UPDATE consent SET at_ms = 'torn'");
        torn.exec("UPDATE event SET at_ms = 'torn' WHERE detail LIKE '%e2%'");
        makeRoom(history.directory, noon);
        QVERIFY(!latestConsent(history.directory)); // asked for again
        QVERIFY(history.events() == std::vector{batch.events.front()});
        QCOMPARE(history.write(noon)->append(rowsOnly({answered(webId, noon)})), std::size_t{1});
    }

    void ofAFileWithoutABeginningTheLatestBackupTellsTheWayOut() {
        const TempHistory history;
        Batch batch = rowsOnly({answered(webId, begun)});
        batch.events = {{begun, Epoch{"e1", "AS64500", "DE"}}};
        history.write(begun)->append(batch);
        history.write(begun)->recordConsent({begun, Direct{}, "agreed"});
        const fs::path backups = history.directory / "backups";
        fs::create_directories(backups);
        fs::copy_file(history.file(), backups / "history-20260304T000000Z.db");
        breakPages(history.file(), 0, 2);
        makeRoom(history.directory, noon);
        QVERIFY(history.events() == batch.events);
        QVERIFY(!latestConsent(history.directory)); // it may have been taken back since
    }

    void whatIsSalvagedAndWhatCameMeanwhileBecomeOne() {
        const TempHistory history;
        fill(*history.write(begun), begun, 3000);
        const std::vector<Observation> before = history.observations(all);
        breakPages(history.file(), 60, 1);
        makeRoom(history.directory, noon);
        {
            const auto writer = history.write(noon);
            fill(*writer, noon, 10);
            Batch standing;
            standing.spans = {{webId, begun, {span(begun, noon, Verdict::Up)}},
                              {tcpId, noon, {span(noon, noon, Verdict::Down)}}};
            writer->append(standing);
        }
        const Repair repair = salvageBeside(history.directory, noon);
        QVERIFY(repair.pagesDamaged >= 1);
        joinSalvaged(history.directory);
        QVERIFY(awaitingRepair(history.directory).empty());
        QVERIFY(examined(history.directory).faults.empty());
        const std::vector<Observation> after = history.observations(all);
        QVERIFY2(after.size() >= before.size() - 100 + 40 && after.size() <= before.size() + 40,
                 qPrintable(QString::number(after.size())));
        QCOMPARE(after.back().startedAt, noon + 9min);
        QCOMPARE(after.back().peer, std::string("127.0.0.1"));
        const TargetSpans spans = history.read().spans(history.watchlist, {begun, noon + 9min});
        QCOMPARE(spans.at(webId).size(), std::size_t{1}); // up all the while
        QCOMPARE(spans.at(webId).front().range.begin, begun);
        QCOMPARE(spans.at(tcpId).back().verdict, Verdict::Down);
        const SealVerdict seals = checkedSeals(history.directory);
        QVERIFY2(!seals.differs, seals.differs.value_or("").c_str());
        const auto writer = history.write(noon + 1h);
        while (writer->tend(noon + 24h * 3)) {}
        QVERIFY(!checkedSeals(history.directory).differs);
    }

    // Its seals are there, and nothing else tells of it.
    void aSeriesOfWhichOnlySealsAreLeftIsMissed() {
        const TempHistory history;
        {
            const auto writer = history.write(begun);
            fill(*writer, begun, 1440);
            while (writer->tend(noon)) {}
        }
        {
            SQLite::Database torn(history.file().string(), SQLite::OPEN_READWRITE);
            torn.exec("DELETE FROM observation WHERE series = (SELECT max(id) FROM series)");
            torn.exec("DELETE FROM series WHERE id = (SELECT max(id) FROM series)");
            torn.exec("VACUUM"); // what is deleted would be found
        }
        makeRoom(history.directory, noon);
        const Repair repair = salvageBeside(history.directory, noon);
        QCOMPARE(repair.missing, std::int64_t{1440});
        QCOMPARE(repair.observations, std::int64_t{3 * 1440});
        QCOMPARE(repair.gaps.size(), std::size_t{2}); // the day it began in and the next
        joinSalvaged(history.directory);
        QCOMPARE(history.observations(all).size(), std::size_t{3 * 1440});
    }

    void joiningTwiceAddsNothingTwice() {
        const TempHistory history;
        fill(*history.write(begun), begun, 300);
        makeRoom(history.directory, noon);
        fill(*history.write(noon), noon, 10);
        salvageBeside(history.directory, noon);
        const fs::path list = history.directory / "history.repairing";
        const std::string waiting = bytesOf(list);
        joinSalvaged(history.directory);
        const auto rows = history.observations(all);
        const auto events = history.events();
        std::ofstream(list) << waiting; // killed before it was removed
        salvageBeside(history.directory, noon);
        joinSalvaged(history.directory);
        QVERIFY(history.observations(all) == rows);
        QVERIFY(history.events() == events);
    }

    void aFreshFileThatIsDamagedAsWellMakesRoomToo() {
        const TempHistory history;
        fill(*history.write(begun), begun, 300);
        makeRoom(history.directory, noon);
        fill(*history.write(noon), noon, 100);
        makeRoom(history.directory, noon);
        fill(*history.write(noon + 2h), noon + 2h, 10);
        QCOMPARE(awaitingRepair(history.directory).size(), std::size_t{2});
        salvageBeside(history.directory, noon);
        joinSalvaged(history.directory);
        QCOMPARE(history.observations(all).size(), std::size_t{410 * 4});
    }

    void aCrashAmidTheRenamingIsFinishedByTheNextWriter() {
        const TempHistory history;
        fill(*history.write(begun), begun, 300);
        const std::string bytes = bytesOf(history.file());
        std::ofstream(history.directory / "history.repairing") << "history.corrupt-20260305T120000Z.db\n";
        std::ofstream(history.directory / "history.corrupt-20260305T120000Z.db-wal") << "moved already";
        history.write(noon)->append(rowsOnly({answered(webId, noon)}));
        QVERIFY(bytesOf(history.directory / "history.corrupt-20260305T120000Z.db") == bytes);
        QCOMPARE(history.observations(all).size(), std::size_t{1});
    }

    void aListThatNamesSomebodyElsesFilesIsNotFollowed() {
        const TempHistory history;
        history.write(noon)->append(rowsOnly({answered(webId, noon)}));
        std::ofstream(history.directory / "history.repairing") << "../history.corrupt-x.db\n/etc/passwd\n";
        QVERIFY(awaitingRepair(history.directory).empty());
    }

    void whatIsNoDamageMakesNoRoom() {
        QVERIFY(tellsDamage(StorageError("", 11)));
        QVERIFY(tellsDamage(StorageError("", 26)));
        QVERIFY(tellsDamage(StorageError("", 11 | 1 << 8)));
        for (const int other : {0, 5, 8, 10, 13, 14})
            QVERIFY(!tellsDamage(StorageError("", other)));
    }

    void aStopCutsTheSalvagingShort() {
        const TempHistory history;
        fill(*history.write(begun), begun, 300);
        makeRoom(history.directory, noon);
        std::stop_source stop;
        stop.request_stop();
        QVERIFY(!sentenceOf<StorageError>([&] { salvageBeside(history.directory, noon, stop.get_token()); }).empty());
        QCOMPARE(awaitingRepair(history.directory).size(), std::size_t{1}); // the next start goes on
    }

    void whoDoesNotRecordRepairsOnlyWhileNobodyElseWrites() {
        const TempHistory history;
        fill(*history.write(begun), begun, 300);
        makeRoom(history.directory, noon);
        const fs::path half = history.directory / "history.salvaging.db";
        std::ofstream(half) << "of who is at it";
        const auto refused = [&] {
            return sentenceOf<WriterBusyError>([&] { (void)repairSetAside(history.directory, noon); });
        };
        {
            const auto watching = history.write(noon);
            QVERIFY(refused().find("already records into") != std::string::npos);
        }
        {
            const WritersPlace aside(history.directory); // for an import, while its salvage goes on
            QVERIFY(refused().find("already records into") != std::string::npos);
        }
        QCOMPARE(bytesOf(half), std::string("of who is at it"));
        QCOMPARE(repairSetAside(history.directory, noon).observations, std::int64_t{1200});
        QVERIFY(awaitingRepair(history.directory).empty());
        QCOMPARE(history.observations(all).size(), std::size_t{1200});
    }

    void aDamagedRecordIsNotRepairedWhileItsWriterIsOnlyAside() {
        const TempHistory history;
        fill(*history.write(begun), begun, 300);
        const WritersPlace aside(history.directory);
        QVERIFY(!sentenceOf<WriterBusyError>([&] { (void)repaired(history.directory, noon); }).empty());
    }

    void twoNeverSalvageAtOnce() {
        const TempHistory history;
        fill(*history.write(begun), begun, 300);
        makeRoom(history.directory, noon);
        const fs::path half = history.directory / "history.salvaging.db";
        {
            const HeldFile other(history.directory / "history.repairing");
            std::ofstream(half) << "the other's";
            QVERIFY(!sentenceOf<WriterBusyError>([&] { salvageBeside(history.directory, noon); }).empty());
            QCOMPARE(bytesOf(half), std::string("the other's"));
        }
        QCOMPARE(salvageBeside(history.directory, noon).observations, std::int64_t{1200});
    }

    void makingRoomTakesNoTime() {
        const TempHistory history;
        fill(*history.write(begun), begun, 3000);
        QElapsedTimer clock;
        clock.start();
        makeRoom(history.directory, noon);
        const auto writer = history.write(noon);
        QVERIFY2(clock.elapsed() < 5000, qPrintable(QString::number(clock.elapsed())));
    }
};

QTEST_GUILESS_MAIN(SetAsideTest)
#include "tst_set_aside.moc"
