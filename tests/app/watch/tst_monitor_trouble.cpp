// SPDX-License-Identifier: GPL-3.0-or-later
// The engine as a whole while its record is in trouble: nothing that was seen is lost, and nothing shown as saved that
// is not.
#include "app/history/backup.h"
#include "app/history/consent.h"
#include "app/watch/edit_door.h"
#include "tests/app/history/builders.h"
#include "tests/app/watch/small_monitor.h"

#include <SQLiteCpp/SQLiteCpp.h>

#include <atomic>
#include <fcntl.h>
#include <fstream>
#include <sys/stat.h>
#include <thread>
#include <unistd.h>

#include <QElapsedTimer>
#include <QScopeGuard>
#include <QtTest>

using namespace kpwatch;
using namespace std::chrono_literals;

class TestMonitorTrouble : public QObject {
    Q_OBJECT

    std::unique_ptr<testing::SmallMonitor> m_world;

    // As a bad disk does it. While watching, the beginning is still in memory: what is read later is found.
    void breakRecord(bool while_watching) const {
        std::fstream file(m_world->history() / "history.db", std::ios::in | std::ios::out | std::ios::binary);
        if (while_watching) {
            SQLite::Database other((m_world->history() / "history.db").string(), SQLite::OPEN_READWRITE);
            other.exec("PRAGMA wal_checkpoint(TRUNCATE)");
        }
        file.write(std::string(100, '\0').data(), 100);
    }
    bool repairedNote() const {
        const auto note = m_world->monitor->picture().recordNote;
        return note && note->find("has been repaired") != std::string::npos;
    }

    bool noteSays(const char* text) const {
        const auto note = m_world->monitor->picture().recordNote;
        return note && note->find(text) != std::string::npos;
    }

    void moveTo(const std::filesystem::path& directory) const {
        const auto copying = m_world->monitor->beginMove(directory);
        const auto after = qScopeGuard([this] { m_world->monitor->endMove(); });
        m_world->monitor->goOnIn(copying({}, {}).value());
    }

    // Another program that adds something to the record, and has it for as long as it is told to.
    class Adding {
      public:
        explicit Adding(const testing::SmallMonitor& world)
            : m_thread([this, &world, list = world.monitor->watchlist()] {
                  try {
                      asWriter(world.history(), [&] {
                          const History mine({.directory = world.history()}, list, Settings{}, utcNow());
                          has = true;
                          while (!mayEnd)
                              std::this_thread::sleep_for(10ms);
                      });
                  } catch (const std::exception& error) {
                      qWarning("%s", error.what());
                  }
              }) {}
        ~Adding() { mayEnd = true; }
        std::atomic<bool> has = false, mayEnd = false;

      private:
        std::jthread m_thread;
    };

  private Q_SLOTS:
    void init() { m_world = std::make_unique<testing::SmallMonitor>(); }
    void cleanup() { m_world.reset(); }

    void storageTroubleIsSaidAndNothingIsLost() {
        m_world->monitor->start();
        QTRY_VERIFY_WITH_TIMEOUT(m_world->monitor->picture().recorded > 0, 15000);
        {
            SQLite::Database other((m_world->history() / "history.db").string(), SQLite::OPEN_READWRITE);
            other.exec("BEGIN IMMEDIATE"); // as a broken backup tool would
            QTRY_VERIFY_WITH_TIMEOUT(m_world->monitor->picture().storageTrouble.has_value(), 20000);
            const std::uint64_t recorded = m_world->monitor->picture().recorded;
            QTest::qWait(1500);
            QCOMPARE(m_world->monitor->picture().recorded, recorded); // shown as seen, never as saved
            QVERIFY_THROWS_EXCEPTION(StorageError, m_world->monitor->requireRecorded()); // no change now: it would go
            other.exec("ROLLBACK");
        }
        QTRY_VERIFY_WITH_TIMEOUT(!m_world->monitor->picture().storageTrouble.has_value(), 20000);
        m_world->monitor->requireRecorded();
        m_world->monitor->stop();
        QCOMPARE(m_world->rowsOnDisk(), static_cast<std::size_t>(m_world->monitor->picture().recorded));
    }

    void whatTheDiskRefusesGoesOnElsewhere() {
        m_world->monitor->start();
        QTRY_VERIFY_WITH_TIMEOUT(m_world->monitor->picture().recorded >= 2, 20'000);
        const std::size_t saved = m_world->rowsOnDisk();
        SQLite::Database other((m_world->history() / "history.db").string(), SQLite::OPEN_READWRITE);
        other.exec("BEGIN IMMEDIATE");
        QTRY_VERIFY_WITH_TIMEOUT(m_world->monitor->picture().storageTrouble.has_value(), 20'000);
        QTest::qWait(2500); // more is seen, and not saved
        const std::filesystem::path next = m_world->beside("next/record");
        std::ofstream(m_world->history() / "notes.json") << "[]";
        moveTo(next);
        QCOMPARE(m_world->monitor->picture().watching, Watching::Stopped);
        QVERIFY(!m_world->monitor->picture().storageTrouble);
        const std::size_t there = m_world->rowsIn(next);
        QCOMPARE(there, m_world->monitor->picture().recorded);
        QVERIFY2(there > saved + 1, "what could not be saved is missing");
        QCOMPARE(latestConsent(next)->way, WayOut(Direct{}));
        QVERIFY(std::filesystem::exists(next / "notes.json"));
        QVERIFY(m_world->eventsIn(next).contains(QStringLiteral("stopped")));
        QVERIFY(!isBeingWritten(next));
        other.exec("ROLLBACK");
        QVERIFY(m_world->rowsIn(m_world->history()) >= saved); // the old one stays
    }

    void aPlaceThatIsNoneChangesNothing() {
        m_world->monitor->start();
        QTRY_VERIFY_WITH_TIMEOUT(m_world->monitor->picture().recorded >= 2, 20'000);
        const std::filesystem::path file = m_world->beside("a file");
        std::ofstream(file) << "not a folder";
        QVERIFY_EXCEPTION_THROWN(moveTo(file / "record"), StorageError);
        QVERIFY_EXCEPTION_THROWN(moveTo(m_world->history()), InputError);
        QCOMPARE(m_world->monitor->picture().watching, Watching::Running);
        const std::uint64_t recorded = m_world->monitor->picture().recorded;
        QTRY_VERIFY_WITH_TIMEOUT(m_world->monitor->picture().recorded > recorded, 20'000);
        m_world->monitor->stop();
        QCOMPARE(m_world->rowsOnDisk(), m_world->monitor->picture().recorded);
    }

    void aMoveThatIsStoppedChangesNothing() {
        m_world->monitor->start();
        QTRY_VERIFY_WITH_TIMEOUT(m_world->monitor->picture().recorded >= 2, 20'000);
        const std::filesystem::path next = m_world->beside("next");
        const auto copying = m_world->monitor->beginMove(next);
        // Held back, what is seen is not shown as saved.
        QTRY_VERIFY_WITH_TIMEOUT(m_world->monitor->picture().storageTrouble.has_value(), 20'000);
        const std::uint64_t recorded = m_world->monitor->picture().recorded;
        QTest::qWait(1500);
        QCOMPARE(m_world->monitor->picture().recorded, recorded);
        std::stop_source stop;
        stop.request_stop();
        QVERIFY(!copying(stop.get_token(), {}));
        QVERIFY(!std::filesystem::exists(next / "history.db"));
        m_world->monitor->endMove();
        QTRY_VERIFY_WITH_TIMEOUT(
            !m_world->monitor->picture().storageTrouble && m_world->monitor->picture().recorded > recorded, 20'000);
        m_world->monitor->stop();
        QCOMPARE(m_world->rowsOnDisk(), m_world->monitor->picture().recorded);
    }

    // The program may end before the copy has.
    void whatWasHeldBackIsSavedAtTheEnd() {
        m_world->monitor->start();
        QTRY_VERIFY_WITH_TIMEOUT(m_world->monitor->picture().recorded >= 2, 20'000);
        (void)m_world->monitor->beginMove(m_world->beside("next"));
        const std::uint64_t recorded = m_world->monitor->picture().recorded;
        QTest::qWait(2500);
        m_world->monitor->stop();
        QVERIFY(m_world->monitor->picture().recorded > recorded);
        QCOMPARE(m_world->rowsOnDisk(), m_world->monitor->picture().recorded);
    }

    void anUnreadableRecordIsLeftForABlankOne() {
        m_world->monitor->start();
        QTRY_VERIFY_WITH_TIMEOUT(m_world->monitor->picture().recorded >= 4, 20'000);
        m_world->monitor->stop();
        breakRecord(false);
        const std::filesystem::path next = m_world->beside("next");
        moveTo(next);
        QCOMPARE(m_world->rowsIn(next), std::size_t{0});
        QVERIFY(std::filesystem::exists(m_world->history() / "history.db"));
    }

    void aRemovedFolderIsPutBackWithAllItHeld() {
        m_world->monitor->start();
        QTRY_VERIFY_WITH_TIMEOUT(m_world->monitor->picture().recorded >= 3, 20'000);
        const std::size_t before = m_world->rowsOnDisk();
        std::filesystem::remove_all(m_world->history());
        QTRY_VERIFY_WITH_TIMEOUT(HistoryReader::exists(m_world->history()) && m_world->rowsOnDisk() > before, 30'000);
        QVERIFY(!m_world->monitor->picture().storageTrouble);
        m_world->monitor->stop();
        QCOMPARE(m_world->rowsOnDisk(), m_world->monitor->picture().recorded);
    }

    // What was said of the folder before is not so any more.
    void aMovedFolderIsToldWithWhereTheRestIs() {
        m_world->monitor->start();
        QTRY_VERIFY_WITH_TIMEOUT(m_world->monitor->picture().recorded >= 3, 20'000);
        breakRecord(true);
        m_world->monitor->checkRecord();
        QTRY_VERIFY_WITH_TIMEOUT(repairedNote(), 60'000);
        std::filesystem::rename(m_world->history(), m_world->beside("moved"));
        QTRY_VERIFY_WITH_TIMEOUT(noteSays("has been put back into"), 30'000);
        QVERIFY(noteSays(m_world->history().c_str()) && noteSays("backups") && !noteSays("history.corrupt-"));
        QVERIFY(HistoryReader::exists(m_world->history()));
        // Whoever looks on finds who watches.
        QTRY_VERIFY_WITH_TIMEOUT(isRecordedElsewhere(m_world->history()), 10'000);
    }

    // Nor is what was said of the file that lay there before.
    void anotherRecordInItsPlaceIsToldWithWhereTheRestIs() {
        m_world->monitor->start();
        QTRY_VERIFY_WITH_TIMEOUT(m_world->monitor->picture().recorded >= 3, 20'000);
        std::filesystem::rename(m_world->history(), m_world->beside("first"));
        QTRY_VERIFY_WITH_TIMEOUT(noteSays("has been put back into"), 30'000);
        const std::filesystem::path older = m_world->beside("older");
        std::filesystem::create_directory(older);
        backUp(m_world->history(), older / "history.db");
        std::filesystem::rename(m_world->history(), m_world->beside("second"));
        std::filesystem::rename(older, m_world->history());
        QTRY_VERIFY_WITH_TIMEOUT(noteSays("Another record lies in"), 30'000);
        QVERIFY(noteSays(m_world->history().c_str()) && noteSays(" UTC ") && !noteSays("has been put back into"));
        QVERIFY(!m_world->monitor->picture().storageTrouble);
        m_world->monitor->closeRecordNote();
        const std::uint64_t recorded = m_world->monitor->picture().recorded;
        QTRY_VERIFY_WITH_TIMEOUT(m_world->monitor->picture().recorded >= recorded + 2, 20'000);
        QVERIFY(!m_world->monitor->picture().recordNote);
    }

    void whatTheDiskRefusesIsSavedAfterTheRepair() {
        m_world->monitor->start();
        QTRY_VERIFY_WITH_TIMEOUT(m_world->monitor->picture().recorded >= 2, 20'000);
        const std::filesystem::path aside = m_world->beside("aside");
        std::filesystem::rename(m_world->history(), aside);
        std::ofstream(m_world->history()) << "a file where the folder was";
        QTRY_VERIFY_WITH_TIMEOUT(m_world->monitor->picture().storageTrouble.has_value(), 20'000);
        const std::uint64_t recorded = m_world->monitor->picture().recorded;
        QTest::qWait(1500);
        QCOMPARE(m_world->monitor->picture().recorded, recorded); // nothing is shown as saved that is not
        std::filesystem::remove(m_world->history());
        std::filesystem::rename(aside, m_world->history());
        QTRY_VERIFY_WITH_TIMEOUT(
            !m_world->monitor->picture().storageTrouble && m_world->monitor->picture().recorded > recorded, 60'000);
        QVERIFY(!noteSays("Another record")); // it is the same
        m_world->monitor->stop();
        QCOMPARE(m_world->rowsOnDisk(), m_world->monitor->picture().recorded);
    }

    void aFilePutInItsPlaceHasItsLanesToo() {
        m_world->monitor->start();
        const TargetId router = m_world->monitor->watchlist().targets.front().id;
        const auto state = [&] {
            const auto lanes =
                HistoryReader(m_world->history()).spans(m_world->monitor->watchlist(), {utcNow() - 1h, utcNow()});
            return lanes.contains(router) && !lanes.at(router).empty() ? lanes.at(router).back().verdict
                                                                       : Verdict::NotMonitored;
        };
        QTRY_COMPARE_WITH_TIMEOUT(state(), Verdict::Up, 30'000);
        const std::filesystem::path other = m_world->beside("other");
        History({.directory = other}, m_world->monitor->watchlist(), Settings{}, utcNow());
        for (const char* const part : {"history.db-wal", "history.db-shm"})
            std::filesystem::remove(m_world->history() / part);
        std::filesystem::rename(other / "history.db", m_world->history() / "history.db");
        QTRY_COMPARE_WITH_TIMEOUT(state(), Verdict::Up, 30'000); // it did not change: nothing else would say so
        m_world->monitor->stop();
    }

    void anEarlierFilePutInItsPlaceSaysWhatItsOwnRowsSay() {
        m_world = std::make_unique<testing::SmallMonitor>(2);
        m_world->router.setBehaviour(TcpBehaviour::SilentBacklog);
        m_world->monitor->start();
        const TargetId router = m_world->monitor->watchlist().targets.front().id;
        const auto state = [&] {
            if (!HistoryReader::exists(m_world->history()))
                return Verdict::NotMonitored;
            const auto lanes =
                HistoryReader(m_world->history()).spans(m_world->monitor->watchlist(), {utcNow() - 1h, utcNow()});
            return lanes.contains(router) && !lanes.at(router).empty() ? lanes.at(router).back().verdict
                                                                       : Verdict::NotMonitored;
        };
        QTRY_VERIFY_WITH_TIMEOUT(m_world->monitor->picture().recorded >= 2, 20'000);
        QVERIFY(state() != Verdict::Up);
        std::filesystem::rename(m_world->history(), m_world->beside("away"));
        m_world->router.setBehaviour(TcpBehaviour::Accept);
        QTRY_COMPARE_WITH_TIMEOUT(state(), Verdict::Up, 30'000);
        // By time alone it holds all that was saved: a row proves presence for 90 s.
        std::filesystem::rename(m_world->history(), m_world->beside("between"));
        std::filesystem::rename(m_world->beside("away"), m_world->history());
        QTRY_COMPARE_WITH_TIMEOUT(state(), Verdict::Up, 30'000); // it did not change: nothing else would say so
        m_world->monitor->stop();
        const TimeRange all{utcNow() - 1h, utcNow()};
        const HistoryReader reader(m_world->history());
        std::vector<UtcTime> answers; // those before lie in the other file
        reader.rows(m_world->monitor->watchlist(), all, [&](const Observation* row, const Event*) {
            if (row != nullptr && row->target == router && row->failure == Failure::None)
                answers.push_back(row->startedAt);
        });
        QVERIFY(!answers.empty());
        const std::vector<Span> lane = reader.spans(m_world->monitor->watchlist(), all).at(router);
        const auto up = std::ranges::find(lane, Verdict::Up, &Span::verdict);
        QVERIFY(up != lane.end());
        QVERIFY(up->range.begin >= answers.front());
    }

    void whoAddsToTheRecordIsLetInAndNothingIsLost() {
        m_world->monitor->start();
        QTRY_VERIFY_WITH_TIMEOUT(m_world->monitor->picture().recorded >= 2, 20'000);
        {
            Adding other(*m_world);
            QTRY_VERIFY_WITH_TIMEOUT(other.has.load(), 20'000);
            QTRY_VERIFY_WITH_TIMEOUT(m_world->monitor->picture().storageTrouble.has_value(), 20'000);
            const std::uint64_t recorded = m_world->monitor->picture().recorded;
            QTest::qWait(1500);
            QCOMPARE(m_world->monitor->picture().recorded, recorded); // nothing is shown as saved that is not
        }
        QVERIFY(isBeingWritten(m_world->history())); // nobody who looks on takes us for gone
        const std::uint64_t recorded = m_world->monitor->picture().recorded;
        QTRY_VERIFY_WITH_TIMEOUT(
            !m_world->monitor->picture().storageTrouble && m_world->monitor->picture().recorded > recorded, 20'000);
        m_world->monitor->stop();
        QCOMPARE(m_world->rowsOnDisk(), m_world->monitor->picture().recorded);
        QCOMPARE(m_world->eventsOnDisk().count(QStringLiteral("stopped")), 1);
    }

    void whoAddsToTheRecordDoesNotCutARepairShort() {
        const std::filesystem::path kept = m_world->history() / "history.corrupt-20260101T000000Z.db",
                                    letter = m_world->beside("letter"),
                                    half = m_world->history() / "history.salvaging.db";
        std::filesystem::create_directories(m_world->history());
        QVERIFY(::mkfifo(kept.c_str(), S_IRUSR | S_IWUSR) == 0); // who opens it waits, as if it took long to read
        std::ofstream(m_world->history() / "history.repairing") << kept.filename().string() << '\n';
        std::ofstream(letter) << "no database at all";
        const auto readOn = [&] {
            if (!std::filesystem::exists(letter))
                return;
            const int waited_for = ::open(kept.c_str(), O_RDWR | O_CLOEXEC);
            std::filesystem::rename(letter, kept);
            ::close(waited_for);
        };
        const auto after = qScopeGuard(readOn);
        m_world->monitor->start();
        QTRY_VERIFY_WITH_TIMEOUT(std::filesystem::exists(half), 20'000);
        {
            const Adding other(*m_world);
            QTRY_VERIFY_WITH_TIMEOUT(other.has.load(), 20'000);
        }
        const std::uint64_t recorded = m_world->monitor->picture().recorded;
        QTRY_VERIFY_WITH_TIMEOUT(
            !m_world->monitor->picture().storageTrouble && m_world->monitor->picture().recorded > recorded, 20'000);
        QVERIFY(std::filesystem::exists(half));
        readOn();
        QTRY_VERIFY_WITH_TIMEOUT(noteSays("Nothing could be recovered from the record"), 30'000);
    }

    void anEndWaitsForWhoHasTheRecord() {
        m_world->monitor->start();
        QTRY_VERIFY_WITH_TIMEOUT(m_world->monitor->picture().recorded >= 2, 20'000);
        Adding other(*m_world);
        QTRY_VERIFY_WITH_TIMEOUT(other.has.load(), 20'000);
        QTest::qWait(1500); // something is seen meanwhile
        const std::jthread end([&other] {
            std::this_thread::sleep_for(2s);
            other.mayEnd = true;
        });
        m_world->monitor->stop();
        QVERIFY(!m_world->monitor->picture().storageTrouble);
        QCOMPARE(m_world->rowsOnDisk(), m_world->monitor->picture().recorded);
        QCOMPARE(m_world->eventsOnDisk().count(QStringLiteral("stopped")), 1);
    }

    void aLogThatSomebodyHoldsBackIsTold() {
        m_world->monitor->start();
        QTRY_VERIFY_WITH_TIMEOUT(m_world->monitor->picture().recorded >= 1, 20'000);
        m_world->monitor->stop();
        const std::string file = (m_world->history() / "history.db").string();
        SQLite::Database reader(file, SQLite::OPEN_READONLY);
        SQLite::Statement look(reader, "SELECT * FROM every_observation");
        look.executeStep(); // and never goes on
        {
            SQLite::Database other(file, SQLite::OPEN_READWRITE);
            other.exec("INSERT INTO detail(body) VALUES (hex(zeroblob(36000000)))");
        }
        m_world->monitor->start();
        QTRY_VERIFY_WITH_TIMEOUT(noteSays("another program"), 30'000);
        QVERIFY(!m_world->monitor->picture().storageTrouble); // results are saved all the same
    }

    void aRepairThatCannotBeMadeIsPutOff() {
        m_world->monitor->start();
        QTRY_VERIFY_WITH_TIMEOUT(m_world->monitor->picture().recorded >= 4, 20'000);
        std::filesystem::create_directories(m_world->history() / "history.salvaging.db" / "in the way");
        breakRecord(true);
        QTRY_VERIFY_WITH_TIMEOUT(noteSays("could not be repaired yet"), 60'000);
        // Whoever tries again removes this first.
        const std::filesystem::path mark = m_world->history() / "history.beside.db";
        std::ofstream(mark) << "of the attempt before";
        const std::uint64_t recorded = m_world->monitor->picture().recorded;
        m_world->monitor->checkRecord(); // the file is looked at anew: an occasion to salvage, too
        QTRY_VERIFY_WITH_TIMEOUT(m_world->monitor->picture().recorded >= recorded + 6, 30'000);
        QVERIFY(std::filesystem::exists(mark));
        QVERIFY(noteSays("could not be repaired yet"));
        QVERIFY(!m_world->monitor->picture().storageTrouble);
    }

    void aRecordDamagedWhileWatchingIsRepairedAndNothingStops() {
        m_world->monitor->start();
        QTRY_VERIFY_WITH_TIMEOUT(m_world->monitor->picture().recorded >= 4, 20'000);
        std::atomic<bool> alarmed = false; // over what is mended by itself
        const QObject here;
        connect(
            m_world->monitor.get(), &Monitor::bell, &here,
            [&] { alarmed = alarmed || m_world->monitor->picture().storageTrouble; }, Qt::DirectConnection);
        breakRecord(true);
        QTRY_VERIFY_WITH_TIMEOUT(repairedNote(), 60'000);
        QVERIFY(!alarmed);
        QVERIFY(!m_world->monitor->picture().storageTrouble);
        const std::uint64_t recorded = m_world->monitor->picture().recorded;
        QTRY_VERIFY_WITH_TIMEOUT(m_world->monitor->picture().recorded > recorded, 20'000);
        m_world->monitor->stop();
        QVERIFY(m_world->rowsOnDisk() + 1 >= m_world->monitor->picture().recorded);
        QVERIFY(m_world->eventsOnDisk().contains(QStringLiteral("started")));
    }

    void aRepairTellsItsNumbersInGroups() {
        const Watchlist list = m_world->monitor->watchlist();
        const UtcTime begun = utcNow() - 1h;
        std::vector<Observation> rows;
        for (int i = 0; i < 1234; ++i)
            rows.push_back(testing::answered(list.targets.front().id, begun + i * 1s));
        History({.directory = m_world->history()}, list, Settings{}, begun).append(testing::rowsOnly(rows));
        breakRecord(false);
        m_world->monitor->start();
        QTRY_VERIFY_WITH_TIMEOUT(repairedNote(), 60'000);
        QVERIFY2(noteSays("repaired: 1,2"), m_world->monitor->picture().recordNote->c_str());
    }

    void aRecordFoundDamagedAtTheStartHoldsNobodyUp() {
        m_world->monitor->start();
        QTRY_VERIFY_WITH_TIMEOUT(m_world->monitor->picture().recorded >= 4, 20'000);
        m_world->monitor->stop();
        const std::size_t before = m_world->rowsOnDisk();
        breakRecord(false);
        QVERIFY(!latestConsent(m_world->history())); // cannot be read: the person is asked
        QElapsedTimer clock;
        clock.start();
        m_world->monitor->start();
        QVERIFY2(clock.elapsed() < 10'000, qPrintable(QString::number(clock.elapsed())));
        QTRY_VERIFY_WITH_TIMEOUT(repairedNote(), 60'000);
        QTRY_VERIFY_WITH_TIMEOUT(m_world->rowsOnDisk() > before, 20'000);
        m_world->monitor->stop();
        QCOMPARE(m_world->eventsOnDisk().count(QStringLiteral("started")), 2);
    }

    void whoAnsweredBeforeTheDamageIsNotSaidToHaveNever() {
        m_world = std::make_unique<testing::SmallMonitor>(2);
        const auto router = [this] { return m_world->monitor->picture().live.targets.front(); };
        m_world->monitor->start();
        QTRY_VERIFY_WITH_TIMEOUT(router().lastGood && m_world->monitor->picture().recorded >= 4, 20'000);
        const UtcTime answered = *router().lastGood;
        m_world->monitor->stop();
        m_world->router.setBehaviour(TcpBehaviour::SilentBacklog);
        breakRecord(false);
        const std::filesystem::path in_the_way = m_world->history() / "history.salvaging.db";
        std::filesystem::create_directories(in_the_way / "for now");
        m_world->monitor->start();
        QTRY_VERIFY_WITH_TIMEOUT(noteSays("could not be repaired yet"), 30'000);
        QTRY_VERIFY_WITH_TIMEOUT(router().last10 >= 5, 60'000);
        QVERIFY(!router().lastGood);
        QVERIFY(!router().neverAnswered);
        QVERIFY2(router().reason != Reason::NeverAnswered, name(router().reason).data());
        std::filesystem::remove_all(in_the_way);
        m_world->monitor->stop();
        m_world->monitor->start(); // tries again at once
        QTRY_VERIFY_WITH_TIMEOUT(repairedNote(), 60'000);
        QTRY_VERIFY_WITH_TIMEOUT(router().lastGood.has_value(), 20'000);
        QVERIFY(*router().lastGood >= answered);
    }

    void ofAFileThatIsNoRecordNothingIsSaidToBeBack() {
        std::filesystem::create_directories(m_world->history());
        std::ofstream(m_world->history() / "history.db") << "a letter, and no database at all";
        m_world->monitor->start();
        QTRY_VERIFY_WITH_TIMEOUT(noteSays("Nothing could be recovered from the record"), 60'000);
        QVERIFY(noteSays("history.corrupt-"));
        QVERIFY(noteSays("watching goes on in a new record"));
        const std::uint64_t recorded = m_world->monitor->picture().recorded;
        QTRY_VERIFY_WITH_TIMEOUT(m_world->monitor->picture().recorded > recorded, 20'000);
    }
};

QTEST_GUILESS_MAIN(TestMonitorTrouble)
#include "tst_monitor_trouble.moc"
