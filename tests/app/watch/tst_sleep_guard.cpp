// SPDX-License-Identifier: GPL-3.0-or-later
// Staying awake, asked of a logind and a UPower of the test's own on a bus of its own.
#include "app/watch/sleep_guard.h"
#include "tests/support/private_bus.h"

#include <QSignalSpy>
#include <QtTest>

using namespace kpwatch;

class TestSleepGuard : public QObject {
    Q_OBJECT

    std::unique_ptr<test::PrivateBus> m_bus;

    std::unique_ptr<SleepGuard> watching() const {
        auto guard = std::make_unique<SleepGuard>(m_bus->address());
        guard->setWanted(true);
        guard->setWatching(true);
        return guard;
    }

  private Q_SLOTS:
    void initTestCase() {
        m_bus = std::make_unique<test::PrivateBus>();
        if (!m_bus->running())
            QSKIP("dbus-daemon is not installed (Debian package dbus)");
    }
    void init() { m_bus->bringServices(); }
    void cleanupTestCase() { m_bus.reset(); }

    void nothingIsHeldBeforeTheWatch() {
        SleepGuard guard(m_bus->address());
        guard.setWanted(true);
        QTest::qWait(200);
        QCOMPARE(guard.state(), KeepAwake::Off);
        QVERIFY(!m_bus->logind().holds("sleep:idle", "block"));
        QVERIFY(!m_bus->logind().holds("sleep", "delay"));
    }

    void watchingKeepsAwakeAndThePauseLetsGo() {
        const auto guard = watching();
        QTRY_COMPARE(guard->state(), KeepAwake::Held);
        QTRY_VERIFY(m_bus->logind().holds("sleep:idle", "block"));
        QTRY_VERIFY(m_bus->logind().holds("sleep", "delay"));
        guard->setWatching(false);
        QCOMPARE(guard->state(), KeepAwake::Off);
        QTRY_VERIFY(!m_bus->logind().holds("sleep:idle", "block"));
        QTRY_VERIFY(!m_bus->logind().holds("sleep", "delay"));
    }

    void theEndLetsGo() {
        auto guard = watching();
        QTRY_VERIFY(m_bus->logind().holds("sleep:idle", "block"));
        guard.reset();
        QTRY_VERIFY(!m_bus->logind().holds("sleep:idle", "block"));
        QTRY_VERIFY(!m_bus->logind().holds("sleep", "delay"));
    }

    void theSwitchOffKeepsOnlyTheDelay() {
        const auto guard = watching();
        QTRY_VERIFY(m_bus->logind().holds("sleep:idle", "block"));
        guard->setWanted(false);
        QTRY_VERIFY(!m_bus->logind().holds("sleep:idle", "block"));
        QTRY_VERIFY(m_bus->logind().holds("sleep", "delay"));
        guard->setWanted(true);
        QTRY_VERIFY(m_bus->logind().holds("sleep:idle", "block"));
    }

    void whoMayNotKeepSleepAwayKeepsIdlenessAway() {
        m_bus->logind().refused = {QStringLiteral("sleep:idle/block")};
        const auto guard = watching();
        QTRY_COMPARE(guard->state(), KeepAwake::Held);
        QVERIFY(m_bus->logind().holds("idle", "block"));
    }

    void aRefusalIsSaid() {
        m_bus->logind().refused = {QStringLiteral("sleep:idle/block"), QStringLiteral("idle/block")};
        const auto guard = watching();
        QSignalSpy changed(guard.get(), &SleepGuard::changed);
        QTRY_COMPARE(guard->state(), KeepAwake::NotPossible);
        QCOMPARE(changed.size(), 1);
    }

    void onBatteryNothingIsHeld() {
        const auto guard = watching();
        QTRY_COMPARE(guard->state(), KeepAwake::Held);
        m_bus->setOnBattery(true);
        QTRY_COMPARE(guard->state(), KeepAwake::OnBattery);
        QTRY_VERIFY(!m_bus->logind().holds("sleep:idle", "block"));
        m_bus->setOnBattery(false);
        QTRY_COMPARE(guard->state(), KeepAwake::Held);
    }

    void batteryIsAskedForAtTheStart() {
        m_bus->power().onBattery = true;
        const auto guard = watching();
        QTRY_COMPARE(guard->state(), KeepAwake::OnBattery);
    }

    void withoutUPowerThereIsNoBattery() {
        m_bus->takeAway("org.freedesktop.UPower");
        const auto guard = watching();
        QTRY_COMPARE(guard->state(), KeepAwake::Held);
    }

    void sleepWaitsUntilWeAreReadyAndIsGuardedAgainAfterwards() {
        const auto guard = watching();
        QTRY_VERIFY(m_bus->logind().holds("sleep", "delay"));
        QSignalSpy comes(guard.get(), &SleepGuard::sleepComes);
        QSignalSpy awake(guard.get(), &SleepGuard::awake);
        Q_EMIT m_bus->logind().PrepareForSleep(true);
        QTRY_COMPARE(comes.size(), 1);
        QVERIFY(m_bus->logind().holds("sleep", "delay"));
        guard->readyToSleep();
        QTRY_VERIFY(!m_bus->logind().holds("sleep", "delay"));
        Q_EMIT m_bus->logind().PrepareForSleep(false);
        QTRY_COMPARE(awake.size(), 1);
        QTRY_VERIFY(m_bus->logind().holds("sleep", "delay"));
    }

    void withoutABusItIsNotPossibleAndNothingBreaks() {
        SleepGuard guard(m_bus->address() + QStringLiteral("-of-nobody"));
        guard.setWanted(true);
        guard.setWatching(true);
        QCOMPARE(guard.state(), KeepAwake::NotPossible);
        guard.readyToSleep();
        guard.setWatching(false);
        QCOMPARE(guard.state(), KeepAwake::Off);
    }

    void withoutLogindItIsNotPossible() {
        m_bus->takeAway("org.freedesktop.login1");
        const auto guard = watching();
        QTRY_COMPARE(guard->state(), KeepAwake::NotPossible);
    }
};

QTEST_GUILESS_MAIN(TestSleepGuard)
#include "tst_sleep_guard.moc"
