// SPDX-License-Identifier: GPL-3.0-or-later
// The engine as a whole on loopback: real probes, a real history, servers that misbehave on cue.
#include "app/history/consent.h"
#include "app/words/agreement.h"
#include "tests/app/watch/small_monitor.h"

#include <QElapsedTimer>
#include <QtTest>

using namespace kpwatch;
using namespace std::chrono_literals;

class TestMonitor : public QObject {
    Q_OBJECT

    std::unique_ptr<testing::SmallMonitor> m_world;

  private Q_SLOTS:
    void init() { m_world = std::make_unique<testing::SmallMonitor>(); }
    void cleanup() { m_world.reset(); }

    void nothingIsSentOrWrittenBeforeTheStart() {
        QTest::qWait(300);
        QCOMPARE(m_world->router.accepted() + m_world->control.accepted(), 0);
        QVERIFY(!HistoryReader::exists(m_world->history()));
        QCOMPARE(m_world->monitor->picture().watching, Watching::NotStarted);
    }

    // Whether it is being written by us, kept open, or by nobody.
    void whatIsSaidByHandIsStored() {
        Judgement judgement;
        judgement.at = utcNow();
        judgement.hand = Hand::FalseAlarm;
        judgement.incident = "20260305-120000";
        judgement.reason = "our firewall";
        const auto stored = [&] { return HistoryReader(m_world->history()).judgements().size(); };
        m_world->monitor->start();
        m_world->monitor->say(judgement);
        QTRY_COMPARE_WITH_TIMEOUT(stored(), std::size_t(1), 20000);
        m_world->monitor->stop();
        m_world->monitor->say(judgement);
        QCOMPARE(stored(), std::size_t(2));
        m_world->monitor->start(ObserveOnly{});
        m_world->monitor->say(judgement);
        QCOMPARE(stored(), std::size_t(3));
    }

    void theStartRecordsTheConsent() {
        m_world->monitor->start();
        const auto consent = latestConsent(m_world->history());
        QVERIFY(consent.has_value());
        QCOMPARE(name(consent->way), std::string("direct"));
        QCOMPARE(consent->text, words::agreementText(m_world->monitor->watchlist(), Direct{}).toStdString());
        QCOMPARE(m_world->monitor->picture().watching, Watching::Running);
    }

    void observingAsksNobodyAndKeepsTheRecordOpen() {
        m_world->monitor->start(ObserveOnly{});
        QCOMPARE(m_world->monitor->picture().watching, Watching::Observing);
        QCOMPARE(m_world->monitor->picture().switchedOff.size(), std::size_t{2});
        m_world->monitor->checkNow();
        Monitor second(HistoryOptions{.directory = m_world->history()}, m_world->monitor->watchlist(), Settings{});
        QVERIFY_EXCEPTION_THROWN(second.start(), WriterBusyError);
        QTest::qWait(300);
        QCOMPARE(m_world->router.accepted() + m_world->control.accepted(), 0);
        for (const TargetStatus& status : m_world->monitor->picture().live.targets)
            QCOMPARE(status.state, Verdict::NotMonitored);
        m_world->monitor->stop();
        QCOMPARE(m_world->monitor->picture().watching, Watching::Stopped);
        QCOMPARE(m_world->eventsOnDisk(), QStringList());
        QCOMPARE(latestConsent(m_world->history())->way, WayOut(ObserveOnly{}));
    }

    void anotherWayIsAnotherEpochAndAnotherConsent() {
        const auto epochs = [this] { return m_world->eventsOnDisk().count(QStringLiteral("epoch")); };
        const WayOut proxy = parseProxy("127.0.0.1:" + std::to_string(m_world->control.port()));
        m_world->monitor->start();
        m_world->monitor->stop();
        const auto first = epochs();
        for (int again = 0; again < 2; ++again) { // the second time nothing has changed
            m_world->monitor->start(proxy);
            m_world->monitor->stop();
            QCOMPARE(epochs(), first + 1);
            QCOMPARE(latestConsent(m_world->history())->way, proxy);
        }
        m_world->monitor->start();
        m_world->monitor->stop();
        QCOMPARE(epochs(), first + 2);
        QCOMPARE(latestConsent(m_world->history())->way, WayOut(Direct{}));
    }

    void whatIsShownIsOnDisk() {
        m_world->monitor->start();
        QTRY_VERIFY_WITH_TIMEOUT(m_world->monitor->picture().recorded >= 6, 15000);
        QVERIFY(m_world->rowsOnDisk() >= m_world->monitor->picture().recorded);
        m_world->monitor->stop();
        QCOMPARE(m_world->rowsOnDisk(), static_cast<std::size_t>(m_world->monitor->picture().recorded));
        QCOMPARE(m_world->eventsOnDisk().first(), QStringLiteral("started"));
        QCOMPARE(m_world->eventsOnDisk().last(), QStringLiteral("stopped"));
    }

    void stopTakesASecondAtMostWhileEverybodyIsSilent() {
        m_world->router.setBehaviour(TcpBehaviour::SilentBacklog);
        m_world->control.setBehaviour(TcpBehaviour::SilentBacklog);
        m_world->monitor->start();
        QTest::qWait(6500); // both are being asked by now, for thirty seconds if they were let
        QElapsedTimer since;
        since.start();
        m_world->monitor->stop();
        QVERIFY2(since.elapsed() <= 1000, qPrintable(QString::number(since.elapsed())));
        QCOMPARE(m_world->monitor->picture().watching, Watching::Stopped);
    }

    void aPauseAsksNobodyAndIsWritten() {
        m_world->monitor->start();
        QTRY_VERIFY_WITH_TIMEOUT(m_world->router.accepted() > 0, 15000);
        m_world->monitor->pause();
        QCOMPARE(m_world->monitor->picture().watching, Watching::Paused);
        QTest::qWait(300); // what was under way ends
        const int before = m_world->router.accepted() + m_world->control.accepted();
        QTest::qWait(2500);
        QCOMPARE(m_world->router.accepted() + m_world->control.accepted(), before);
        m_world->monitor->resume();
        QTRY_VERIFY_WITH_TIMEOUT(m_world->router.accepted() + m_world->control.accepted() > before, 5000);
        m_world->monitor->stop();
        QVERIFY(m_world->eventsOnDisk().contains(QStringLiteral("paused")));
        QVERIFY(m_world->eventsOnDisk().contains(QStringLiteral("resumed")));
    }

    void theWayOutIsAnEpochBeforeTheFirstCheck() {
        m_world->monitor->start();
        QTRY_VERIFY_WITH_TIMEOUT(m_world->monitor->picture().recorded > 0, 15000);
        m_world->monitor->stop();
        bool epoch = false;
        HistoryReader(m_world->history())
            .rows(m_world->monitor->watchlist(), {UtcTime{}, utcNow() + 1h},
                  [&](const Observation* row, const Event* event) {
                      epoch = epoch || (event && std::holds_alternative<Epoch>(event->what));
                      QVERIFY(!row || epoch);
                  });
    }

    void aSecondWriterIsRefused() {
        m_world->monitor->start();
        Monitor second(HistoryOptions{.directory = m_world->history()}, m_world->monitor->watchlist(), Settings{});
        QVERIFY_EXCEPTION_THROWN(second.start(), WriterBusyError);
        QCOMPARE(second.picture().watching, Watching::NotStarted);
    }

    void aRestartGoesOnFromTheRecord() {
        m_world->monitor->start();
        QTRY_VERIFY_WITH_TIMEOUT(m_world->monitor->picture().live.targets.front().state == Verdict::Up, 20000);
        m_world->monitor->stop();
        m_world->monitor->start();
        QTRY_VERIFY_WITH_TIMEOUT(m_world->monitor->picture().live.targets.front().lastGood.has_value(), 2000);
        m_world->monitor->stop();
        QCOMPARE(m_world->eventsOnDisk().count(QStringLiteral("started")), 2);
        QCOMPARE(m_world->eventsOnDisk().count(QStringLiteral("epoch")), 1); // the way out is still the same
    }
};

QTEST_GUILESS_MAIN(TestMonitor)
#include "tst_monitor.moc"
