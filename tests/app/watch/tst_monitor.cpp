// SPDX-License-Identifier: GPL-3.0-or-later
// The engine as a whole on loopback: real probes, a real history, servers that misbehave on cue.
#include "app/history/consent.h"
#include "app/history/history_reader.h"
#include "app/simulation/tcp_server.h"
#include "app/watch/edit_door.h"
#include "app/watch/monitor.h"
#include "app/words/agreement.h"

#include <SQLiteCpp/SQLiteCpp.h>

#include <atomic>
#include <fstream>
#include <thread>

#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QtTest>

using namespace kpwatch;
using namespace std::chrono_literals;

namespace {

std::string tcp(const std::string& id, const char* place, const TcpServer& server) {
    return R"({"id":")" + id + R"(",)" + place + R"("probe":{"kind":"tcp","host":"127.0.0.1","port":)" +
           std::to_string(server.port()) + R"(},"interval_s":1,"timeout_s":30})";
}

} // namespace

class TestMonitor : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<TcpServer> m_router, m_control;
    std::unique_ptr<Monitor> m_monitor;

    std::filesystem::path history() const { return m_dir->filePath(QStringLiteral("history")).toStdString(); }

    std::size_t rowsOnDisk() const { return rowsIn(history()); }
    std::size_t rowsIn(const std::filesystem::path& directory) const {
        std::size_t rows = 0;
        HistoryReader(directory).rows(m_monitor->watchlist(), {UtcTime{}, utcNow() + 1h},
                                      [&](const Observation* row, const Event*) { rows += row ? 1 : 0; });
        return rows;
    }

    QStringList eventsOnDisk() const { return eventsIn(history()); }
    QStringList eventsIn(const std::filesystem::path& directory) const {
        QStringList names;
        HistoryReader(directory).rows(m_monitor->watchlist(), {UtcTime{}, utcNow() + 1h},
                                      [&](const Observation*, const Event* event) {
                                          if (event)
                                              names << QString::fromUtf8(name(*event).data());
                                      });
        return names;
    }

    // As a bad disk does it. While watching, the beginning is still in memory: what is read later is found.
    void breakRecord(bool while_watching) const {
        std::fstream file(history() / "history.db", std::ios::in | std::ios::out | std::ios::binary);
        if (while_watching) {
            SQLite::Database other((history() / "history.db").string(), SQLite::OPEN_READWRITE);
            other.exec("PRAGMA wal_checkpoint(TRUNCATE)");
        }
        file.write(std::string(100, '\0').data(), 100);
    }
    bool repairedNote() const {
        const auto note = m_monitor->picture().recordNote;
        return note && note->find("has been repaired") != std::string::npos;
    }

    bool noteSays(const char* text) const {
        const auto note = m_monitor->picture().recordNote;
        return note && note->find(text) != std::string::npos;
    }

    // Another program that adds something to the record, and has it for as long as it is told to.
    class Adding {
      public:
        explicit Adding(const TestMonitor& test)
            : m_thread([this, &test, list = test.m_monitor->watchlist()] {
                  try {
                      asWriter(test.history(), [&] {
                          const History mine({.directory = test.history()}, list, Settings{}, utcNow());
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
    void init() {
        m_dir = std::make_unique<QTemporaryDir>();
        m_router = std::make_unique<TcpServer>(ServerPlace{});
        m_control = std::make_unique<TcpServer>(ServerPlace{});
        const std::string json = R"({"version":1,"allow_private":true,"targets":[)" +
                                 tcp("router", R"("group":"routers",)", *m_router) + R"(],"controls":[)" +
                                 tcp("control", "", *m_control) + "]}";
        m_monitor = std::make_unique<Monitor>(HistoryOptions{.directory = history()},
                                              parseWatchlist(json, "test", Settings{}), Settings{});
    }
    void cleanup() { m_monitor.reset(); }

    void nothingIsSentOrWrittenBeforeTheStart() {
        QTest::qWait(300);
        QCOMPARE(m_router->accepted() + m_control->accepted(), 0);
        QVERIFY(!HistoryReader::exists(history()));
        QCOMPARE(m_monitor->picture().watching, Watching::NotStarted);
    }

    // Whether it is being written by us, kept open, or by nobody.
    void whatIsSaidByHandIsStored() {
        Judgement judgement;
        judgement.at = utcNow();
        judgement.hand = Hand::FalseAlarm;
        judgement.incident = "20260305-120000";
        judgement.reason = "our firewall";
        const auto stored = [&] { return HistoryReader(history()).judgements().size(); };
        m_monitor->start();
        m_monitor->say(judgement);
        QTRY_COMPARE_WITH_TIMEOUT(stored(), std::size_t(1), 20000);
        m_monitor->stop();
        m_monitor->say(judgement);
        QCOMPARE(stored(), std::size_t(2));
        m_monitor->start(ObserveOnly{});
        m_monitor->say(judgement);
        QCOMPARE(stored(), std::size_t(3));
    }

    void theStartRecordsTheConsent() {
        m_monitor->start();
        const auto consent = latestConsent(history());
        QVERIFY(consent.has_value());
        QCOMPARE(name(consent->way), std::string("direct"));
        QCOMPARE(consent->text, words::agreementText(m_monitor->watchlist(), Direct{}).toStdString());
        QCOMPARE(m_monitor->picture().watching, Watching::Running);
    }

    void observingAsksNobodyAndKeepsTheRecordOpen() {
        m_monitor->start(ObserveOnly{});
        QCOMPARE(m_monitor->picture().watching, Watching::Observing);
        QCOMPARE(m_monitor->picture().switchedOff.size(), std::size_t{2});
        m_monitor->checkNow();
        Monitor second(HistoryOptions{.directory = history()}, m_monitor->watchlist(), Settings{});
        QVERIFY_EXCEPTION_THROWN(second.start(), WriterBusyError);
        QTest::qWait(300);
        QCOMPARE(m_router->accepted() + m_control->accepted(), 0);
        for (const TargetStatus& status : m_monitor->picture().live.targets)
            QCOMPARE(status.state, Verdict::NotMonitored);
        m_monitor->stop();
        QCOMPARE(m_monitor->picture().watching, Watching::Stopped);
        QCOMPARE(eventsOnDisk(), QStringList());
        QCOMPARE(latestConsent(history())->way, WayOut(ObserveOnly{}));
    }

    void anotherWayIsAnotherEpochAndAnotherConsent() {
        const auto epochs = [this] { return eventsOnDisk().count(QStringLiteral("epoch")); };
        const WayOut proxy = parseProxy("127.0.0.1:" + std::to_string(m_control->port()));
        m_monitor->start();
        m_monitor->stop();
        const auto first = epochs();
        for (int again = 0; again < 2; ++again) { // the second time nothing has changed
            m_monitor->start(proxy);
            m_monitor->stop();
            QCOMPARE(epochs(), first + 1);
            QCOMPARE(latestConsent(history())->way, proxy);
        }
        m_monitor->start();
        m_monitor->stop();
        QCOMPARE(epochs(), first + 2);
        QCOMPARE(latestConsent(history())->way, WayOut(Direct{}));
    }

    void whatIsShownIsOnDisk() {
        m_monitor->start();
        QTRY_VERIFY_WITH_TIMEOUT(m_monitor->picture().recorded >= 6, 15000);
        QVERIFY(rowsOnDisk() >= m_monitor->picture().recorded);
        m_monitor->stop();
        QCOMPARE(rowsOnDisk(), static_cast<std::size_t>(m_monitor->picture().recorded));
        QCOMPARE(eventsOnDisk().first(), QStringLiteral("started"));
        QCOMPARE(eventsOnDisk().last(), QStringLiteral("stopped"));
    }

    void stopTakesASecondAtMostWhileEverybodyIsSilent() {
        m_router->setBehaviour(TcpBehaviour::SilentBacklog);
        m_control->setBehaviour(TcpBehaviour::SilentBacklog);
        m_monitor->start();
        QTest::qWait(6500); // both are being asked by now, for thirty seconds if they were let
        QElapsedTimer since;
        since.start();
        m_monitor->stop();
        QVERIFY2(since.elapsed() <= 1000, qPrintable(QString::number(since.elapsed())));
        QCOMPARE(m_monitor->picture().watching, Watching::Stopped);
    }

    void aPauseAsksNobodyAndIsWritten() {
        m_monitor->start();
        QTRY_VERIFY_WITH_TIMEOUT(m_router->accepted() > 0, 15000);
        m_monitor->pause();
        QCOMPARE(m_monitor->picture().watching, Watching::Paused);
        QTest::qWait(300); // what was under way ends
        const int before = m_router->accepted() + m_control->accepted();
        QTest::qWait(2500);
        QCOMPARE(m_router->accepted() + m_control->accepted(), before);
        m_monitor->resume();
        QTRY_VERIFY_WITH_TIMEOUT(m_router->accepted() + m_control->accepted() > before, 5000);
        m_monitor->stop();
        QVERIFY(eventsOnDisk().contains(QStringLiteral("paused")));
        QVERIFY(eventsOnDisk().contains(QStringLiteral("resumed")));
    }

    void theWayOutIsAnEpochBeforeTheFirstCheck() {
        m_monitor->start();
        QTRY_VERIFY_WITH_TIMEOUT(m_monitor->picture().recorded > 0, 15000);
        m_monitor->stop();
        bool epoch = false;
        HistoryReader(history()).rows(m_monitor->watchlist(), {UtcTime{}, utcNow() + 1h},
                                      [&](const Observation* row, const Event* event) {
                                          epoch = epoch || (event && std::holds_alternative<Epoch>(event->what));
                                          QVERIFY(!row || epoch);
                                      });
    }

    void aSecondWriterIsRefused() {
        m_monitor->start();
        Monitor second(HistoryOptions{.directory = history()}, m_monitor->watchlist(), Settings{});
        QVERIFY_EXCEPTION_THROWN(second.start(), WriterBusyError);
        QCOMPARE(second.picture().watching, Watching::NotStarted);
    }

    void storageTroubleIsSaidAndNothingIsLost() {
        m_monitor->start();
        QTRY_VERIFY_WITH_TIMEOUT(m_monitor->picture().recorded > 0, 15000);
        {
            SQLite::Database other((history() / "history.db").string(), SQLite::OPEN_READWRITE);
            other.exec("BEGIN IMMEDIATE"); // as a broken backup tool would
            QTRY_VERIFY_WITH_TIMEOUT(m_monitor->picture().storageTrouble.has_value(), 20000);
            const std::uint64_t recorded = m_monitor->picture().recorded;
            QTest::qWait(1500);
            QCOMPARE(m_monitor->picture().recorded, recorded); // shown as seen, never as saved
            other.exec("ROLLBACK");
        }
        QTRY_VERIFY_WITH_TIMEOUT(!m_monitor->picture().storageTrouble.has_value(), 20000);
        m_monitor->stop();
        QCOMPARE(rowsOnDisk(), static_cast<std::size_t>(m_monitor->picture().recorded));
    }

    void whatTheDiskRefusesGoesOnElsewhere() {
        m_monitor->start();
        QTRY_VERIFY_WITH_TIMEOUT(m_monitor->picture().recorded >= 2, 20'000);
        const std::size_t saved = rowsOnDisk();
        SQLite::Database other((history() / "history.db").string(), SQLite::OPEN_READWRITE);
        other.exec("BEGIN IMMEDIATE");
        QTRY_VERIFY_WITH_TIMEOUT(m_monitor->picture().storageTrouble.has_value(), 20'000);
        QTest::qWait(2500); // more is seen, and not saved
        const std::filesystem::path next = m_dir->filePath(QStringLiteral("next/record")).toStdString();
        std::ofstream(history() / "notes.json") << "[]";
        m_monitor->moveRecord(next);
        QCOMPARE(m_monitor->picture().watching, Watching::Stopped);
        QVERIFY(!m_monitor->picture().storageTrouble);
        const std::size_t there = rowsIn(next);
        QCOMPARE(there, m_monitor->picture().recorded);
        QVERIFY2(there > saved + 1, "what could not be saved is missing");
        QCOMPARE(latestConsent(next)->way, WayOut(Direct{}));
        QVERIFY(std::filesystem::exists(next / "notes.json"));
        QVERIFY(eventsIn(next).contains(QStringLiteral("stopped")));
        QVERIFY(!isBeingWritten(next));
        other.exec("ROLLBACK");
        QVERIFY(rowsIn(history()) >= saved); // the old one stays
    }

    void aPlaceThatIsNoneChangesNothing() {
        m_monitor->start();
        QTRY_VERIFY_WITH_TIMEOUT(m_monitor->picture().recorded >= 2, 20'000);
        const std::filesystem::path file = m_dir->filePath(QStringLiteral("a file")).toStdString();
        std::ofstream(file) << "not a folder";
        QVERIFY_EXCEPTION_THROWN(m_monitor->moveRecord(file / "record"), StorageError);
        QVERIFY_EXCEPTION_THROWN(m_monitor->moveRecord(history()), InputError);
        QCOMPARE(m_monitor->picture().watching, Watching::Running);
        const std::uint64_t recorded = m_monitor->picture().recorded;
        QTRY_VERIFY_WITH_TIMEOUT(m_monitor->picture().recorded > recorded, 20'000);
        m_monitor->stop();
        QCOMPARE(rowsOnDisk(), m_monitor->picture().recorded);
    }

    void anUnreadableRecordIsLeftForABlankOne() {
        m_monitor->start();
        QTRY_VERIFY_WITH_TIMEOUT(m_monitor->picture().recorded >= 4, 20'000);
        m_monitor->stop();
        breakRecord(false);
        const std::filesystem::path next = m_dir->filePath(QStringLiteral("next")).toStdString();
        m_monitor->moveRecord(next);
        QCOMPARE(rowsIn(next), std::size_t{0});
        QVERIFY(std::filesystem::exists(history() / "history.db"));
    }

    void aRemovedFolderIsPutBackWithAllItHeld() {
        m_monitor->start();
        QTRY_VERIFY_WITH_TIMEOUT(m_monitor->picture().recorded >= 3, 20'000);
        const std::size_t before = rowsOnDisk();
        std::filesystem::remove_all(history());
        QTRY_VERIFY_WITH_TIMEOUT(HistoryReader::exists(history()) && rowsOnDisk() > before, 30'000);
        QVERIFY(!m_monitor->picture().storageTrouble);
        m_monitor->stop();
        QCOMPARE(rowsOnDisk(), m_monitor->picture().recorded);
    }

    void whatTheDiskRefusesIsSavedAfterTheRepair() {
        m_monitor->start();
        QTRY_VERIFY_WITH_TIMEOUT(m_monitor->picture().recorded >= 2, 20'000);
        const std::filesystem::path aside = m_dir->filePath(QStringLiteral("aside")).toStdString();
        std::filesystem::rename(history(), aside);
        std::ofstream(history()) << "a file where the folder was";
        QTRY_VERIFY_WITH_TIMEOUT(m_monitor->picture().storageTrouble.has_value(), 20'000);
        const std::uint64_t recorded = m_monitor->picture().recorded;
        QTest::qWait(1500);
        QCOMPARE(m_monitor->picture().recorded, recorded); // nothing is shown as saved that is not
        std::filesystem::remove(history());
        std::filesystem::rename(aside, history());
        QTRY_VERIFY_WITH_TIMEOUT(!m_monitor->picture().storageTrouble && m_monitor->picture().recorded > recorded,
                                 60'000);
        m_monitor->stop();
        QCOMPARE(rowsOnDisk(), m_monitor->picture().recorded);
    }

    void whoAddsToTheRecordIsLetInAndNothingIsLost() {
        m_monitor->start();
        QTRY_VERIFY_WITH_TIMEOUT(m_monitor->picture().recorded >= 2, 20'000);
        {
            Adding other(*this);
            QTRY_VERIFY_WITH_TIMEOUT(other.has.load(), 20'000);
            QTRY_VERIFY_WITH_TIMEOUT(m_monitor->picture().storageTrouble.has_value(), 20'000);
            const std::uint64_t recorded = m_monitor->picture().recorded;
            QTest::qWait(1500);
            QCOMPARE(m_monitor->picture().recorded, recorded); // nothing is shown as saved that is not
        }
        QVERIFY(isBeingWritten(history())); // nobody who looks on takes us for gone
        const std::uint64_t recorded = m_monitor->picture().recorded;
        QTRY_VERIFY_WITH_TIMEOUT(!m_monitor->picture().storageTrouble && m_monitor->picture().recorded > recorded,
                                 20'000);
        m_monitor->stop();
        QCOMPARE(rowsOnDisk(), m_monitor->picture().recorded);
        QCOMPARE(eventsOnDisk().count(QStringLiteral("stopped")), 1);
    }

    void anEndWaitsForWhoHasTheRecord() {
        m_monitor->start();
        QTRY_VERIFY_WITH_TIMEOUT(m_monitor->picture().recorded >= 2, 20'000);
        Adding other(*this);
        QTRY_VERIFY_WITH_TIMEOUT(other.has.load(), 20'000);
        QTest::qWait(1500); // something is seen meanwhile
        const std::jthread end([&other] {
            std::this_thread::sleep_for(2s);
            other.mayEnd = true;
        });
        m_monitor->stop();
        QVERIFY(!m_monitor->picture().storageTrouble);
        QCOMPARE(rowsOnDisk(), m_monitor->picture().recorded);
        QCOMPARE(eventsOnDisk().count(QStringLiteral("stopped")), 1);
    }

    void aLogThatSomebodyHoldsBackIsTold() {
        m_monitor->start();
        QTRY_VERIFY_WITH_TIMEOUT(m_monitor->picture().recorded >= 1, 20'000);
        m_monitor->stop();
        const std::string file = (history() / "history.db").string();
        SQLite::Database reader(file, SQLite::OPEN_READONLY);
        SQLite::Statement look(reader, "SELECT * FROM every_observation");
        look.executeStep(); // and never goes on
        {
            SQLite::Database other(file, SQLite::OPEN_READWRITE);
            other.exec("INSERT INTO detail(body) VALUES (hex(zeroblob(36000000)))");
        }
        m_monitor->start();
        QTRY_VERIFY_WITH_TIMEOUT(noteSays("another program"), 30'000);
        QVERIFY(!m_monitor->picture().storageTrouble); // results are saved all the same
    }

    void aRepairThatCannotBeMadeIsPutOff() {
        m_monitor->start();
        QTRY_VERIFY_WITH_TIMEOUT(m_monitor->picture().recorded >= 4, 20'000);
        std::filesystem::create_directories(history() / "history.salvaging.db" / "in the way");
        breakRecord(true);
        QTRY_VERIFY_WITH_TIMEOUT(noteSays("could not be repaired yet"), 60'000);
        // Whoever tries again removes this first.
        const std::filesystem::path mark = history() / "history.beside.db";
        std::ofstream(mark) << "of the attempt before";
        const std::uint64_t recorded = m_monitor->picture().recorded;
        m_monitor->checkRecord(); // the file is looked at anew: an occasion to salvage, too
        QTRY_VERIFY_WITH_TIMEOUT(m_monitor->picture().recorded >= recorded + 6, 30'000);
        QVERIFY(std::filesystem::exists(mark));
        QVERIFY(noteSays("could not be repaired yet"));
        QVERIFY(!m_monitor->picture().storageTrouble);
    }

    void aRecordDamagedWhileWatchingIsRepairedAndNothingStops() {
        m_monitor->start();
        QTRY_VERIFY_WITH_TIMEOUT(m_monitor->picture().recorded >= 4, 20'000);
        breakRecord(true);
        QTRY_VERIFY_WITH_TIMEOUT(repairedNote(), 60'000);
        QVERIFY(!m_monitor->picture().storageTrouble);
        const std::uint64_t recorded = m_monitor->picture().recorded;
        QTRY_VERIFY_WITH_TIMEOUT(m_monitor->picture().recorded > recorded, 20'000);
        m_monitor->stop();
        QVERIFY(rowsOnDisk() + 1 >= m_monitor->picture().recorded);
        QVERIFY(eventsOnDisk().contains(QStringLiteral("started")));
    }

    void aRecordFoundDamagedAtTheStartHoldsNobodyUp() {
        m_monitor->start();
        QTRY_VERIFY_WITH_TIMEOUT(m_monitor->picture().recorded >= 4, 20'000);
        m_monitor->stop();
        const std::size_t before = rowsOnDisk();
        breakRecord(false);
        QVERIFY(!latestConsent(history())); // cannot be read: the person is asked
        QElapsedTimer clock;
        clock.start();
        m_monitor->start();
        QVERIFY2(clock.elapsed() < 10'000, qPrintable(QString::number(clock.elapsed())));
        QTRY_VERIFY_WITH_TIMEOUT(repairedNote(), 60'000);
        QTRY_VERIFY_WITH_TIMEOUT(rowsOnDisk() > before, 20'000);
        m_monitor->stop();
        QCOMPARE(eventsOnDisk().count(QStringLiteral("started")), 2);
    }

    void aRestartGoesOnFromTheRecord() {
        m_monitor->start();
        QTRY_VERIFY_WITH_TIMEOUT(m_monitor->picture().live.targets.front().state == Verdict::Up, 20000);
        m_monitor->stop();
        m_monitor->start();
        QTRY_VERIFY_WITH_TIMEOUT(m_monitor->picture().live.targets.front().lastGood.has_value(), 2000);
        m_monitor->stop();
        QCOMPARE(eventsOnDisk().count(QStringLiteral("started")), 2);
        QCOMPARE(eventsOnDisk().count(QStringLiteral("epoch")), 1); // the way out is still the same
    }
};

QTEST_GUILESS_MAIN(TestMonitor)
#include "tst_monitor.moc"
