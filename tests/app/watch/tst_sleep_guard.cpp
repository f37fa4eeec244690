// SPDX-License-Identifier: GPL-3.0-or-later
// Staying awake, asked of a logind and a UPower of the test's own on a bus of its own.
#include "app/watch/sleep_guard.h"

#include <QDBusContext>
#include <QDBusMessage>
#include <QDBusVariant>
#include <QProcess>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QtTest>

#include <array>
#include <poll.h>
#include <unistd.h>

using namespace kpwatch;

namespace {

// The read end of a lock: at its end when nobody holds the lock any more.
struct Lock {
    QString what, mode;
    int fd;
    bool held() const {
        pollfd watched{fd, POLLIN, 0};
        return poll(&watched, 1, 0) == 0;
    }
};

} // namespace

class FakeLogind : public QObject, protected QDBusContext {
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.login1.Manager")
  public:
    ~FakeLogind() override { forget(); }
    void forget() {
        for (const Lock& lock : m_locks)
            ::close(lock.fd);
        m_locks.clear();
    }
    bool holds(const char* what, const char* mode) const {
        return std::any_of(m_locks.begin(), m_locks.end(), [&](const Lock& lock) {
            return lock.what == QLatin1String(what) && lock.mode == QLatin1String(mode) && lock.held();
        });
    }
    QStringList refused; // "sleep:idle/block"

  public Q_SLOTS:
    QDBusUnixFileDescriptor Inhibit(const QString& what, const QString& who, const QString& why, const QString& mode) {
        if (who.isEmpty() || why.isEmpty() || refused.contains(what + QLatin1Char('/') + mode)) {
            sendErrorReply(QDBusError::AccessDenied, QStringLiteral("no"));
            return {};
        }
        std::array<int, 2> ends{};
        if (::pipe(ends.data()) != 0)
            return {};
        m_locks.push_back({what, mode, ends[0]});
        QDBusUnixFileDescriptor given;
        given.giveFileDescriptor(ends[1]);
        return given;
    }

  Q_SIGNALS:
    void PrepareForSleep(bool start); // NOLINT(readability-identifier-naming): logind's name

  private:
    std::vector<Lock> m_locks;
};

class FakePower : public QObject {
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.UPower")
    Q_PROPERTY(bool OnBattery MEMBER onBattery)
  public:
    bool onBattery = false;
};

class TestSleepGuard : public QObject {
    Q_OBJECT

    QProcess m_daemon;
    QTemporaryDir m_dir;
    QString m_address;
    std::unique_ptr<FakeLogind> m_logind;
    std::unique_ptr<FakePower> m_power;
    const QString m_services = QStringLiteral("services");

    QDBusConnection services() const { return QDBusConnection(m_services); }

    void setOnBattery(bool on) {
        m_power->onBattery = on;
        QDBusMessage signal = QDBusMessage::createSignal(QStringLiteral("/org/freedesktop/UPower"),
                                                         QStringLiteral("org.freedesktop.DBus.Properties"),
                                                         QStringLiteral("PropertiesChanged"));
        signal << QStringLiteral("org.freedesktop.UPower") << QVariantMap{{QStringLiteral("OnBattery"), on}}
               << QStringList();
        services().send(signal);
    }

    std::unique_ptr<SleepGuard> watching() const {
        auto guard = std::make_unique<SleepGuard>(m_address);
        guard->setWanted(true);
        guard->setWatching(true);
        return guard;
    }

  private Q_SLOTS:
    void initTestCase() {
        m_address = QStringLiteral("unix:path=") + m_dir.filePath(QStringLiteral("bus"));
        m_daemon.start(QStringLiteral("dbus-daemon"),
                       {QStringLiteral("--session"), QStringLiteral("--nofork"),
                        QStringLiteral("--address=") + m_address, QStringLiteral("--print-address")});
        if (!m_daemon.waitForStarted())
            QSKIP("dbus-daemon is not installed (Debian package dbus)");
        QVERIFY(m_daemon.waitForReadyRead(20000)); // it listens
    }
    void cleanupTestCase() {
        if (m_daemon.state() == QProcess::NotRunning)
            return;
        m_daemon.terminate();
        m_daemon.waitForFinished();
    }
    void init() {
        m_logind = std::make_unique<FakeLogind>();
        m_power = std::make_unique<FakePower>();
        QDBusConnection bus = QDBusConnection::connectToBus(m_address, m_services);
        QVERIFY(bus.isConnected());
        const auto all = QDBusConnection::ExportAllContents;
        QVERIFY(bus.registerObject(QStringLiteral("/org/freedesktop/login1"), m_logind.get(), all));
        QVERIFY(bus.registerObject(QStringLiteral("/org/freedesktop/UPower"), m_power.get(), all));
        QVERIFY(bus.registerService(QStringLiteral("org.freedesktop.login1")));
        QVERIFY(bus.registerService(QStringLiteral("org.freedesktop.UPower")));
    }
    void cleanup() { QDBusConnection::disconnectFromBus(m_services); }

    void nothingIsHeldBeforeTheWatch() {
        SleepGuard guard(m_address);
        guard.setWanted(true);
        QTest::qWait(200);
        QCOMPARE(guard.state(), KeepAwake::Off);
        QVERIFY(!m_logind->holds("sleep:idle", "block"));
        QVERIFY(!m_logind->holds("sleep", "delay"));
    }

    void watchingKeepsAwakeAndThePauseLetsGo() {
        const auto guard = watching();
        QTRY_COMPARE(guard->state(), KeepAwake::Held);
        QTRY_VERIFY(m_logind->holds("sleep:idle", "block"));
        QTRY_VERIFY(m_logind->holds("sleep", "delay"));
        guard->setWatching(false);
        QCOMPARE(guard->state(), KeepAwake::Off);
        QTRY_VERIFY(!m_logind->holds("sleep:idle", "block"));
        QTRY_VERIFY(!m_logind->holds("sleep", "delay"));
    }

    void theEndLetsGo() {
        auto guard = watching();
        QTRY_VERIFY(m_logind->holds("sleep:idle", "block"));
        guard.reset();
        QTRY_VERIFY(!m_logind->holds("sleep:idle", "block"));
        QTRY_VERIFY(!m_logind->holds("sleep", "delay"));
    }

    void theSwitchOffKeepsOnlyTheDelay() {
        const auto guard = watching();
        QTRY_VERIFY(m_logind->holds("sleep:idle", "block"));
        guard->setWanted(false);
        QTRY_VERIFY(!m_logind->holds("sleep:idle", "block"));
        QTRY_VERIFY(m_logind->holds("sleep", "delay"));
        guard->setWanted(true);
        QTRY_VERIFY(m_logind->holds("sleep:idle", "block"));
    }

    void whoMayNotKeepSleepAwayKeepsIdlenessAway() {
        m_logind->refused = {QStringLiteral("sleep:idle/block")};
        const auto guard = watching();
        QTRY_COMPARE(guard->state(), KeepAwake::Held);
        QVERIFY(m_logind->holds("idle", "block"));
    }

    void aRefusalIsSaid() {
        m_logind->refused = {QStringLiteral("sleep:idle/block"), QStringLiteral("idle/block")};
        const auto guard = watching();
        QSignalSpy changed(guard.get(), &SleepGuard::changed);
        QTRY_COMPARE(guard->state(), KeepAwake::NotPossible);
        QCOMPARE(changed.size(), 1);
    }

    void onBatteryNothingIsHeld() {
        const auto guard = watching();
        QTRY_COMPARE(guard->state(), KeepAwake::Held);
        setOnBattery(true);
        QTRY_COMPARE(guard->state(), KeepAwake::OnBattery);
        QTRY_VERIFY(!m_logind->holds("sleep:idle", "block"));
        setOnBattery(false);
        QTRY_COMPARE(guard->state(), KeepAwake::Held);
    }

    void batteryIsAskedForAtTheStart() {
        m_power->onBattery = true;
        const auto guard = watching();
        QTRY_COMPARE(guard->state(), KeepAwake::OnBattery);
    }

    void withoutUPowerThereIsNoBattery() {
        services().unregisterService(QStringLiteral("org.freedesktop.UPower"));
        const auto guard = watching();
        QTRY_COMPARE(guard->state(), KeepAwake::Held);
    }

    void sleepWaitsUntilWeAreReadyAndIsGuardedAgainAfterwards() {
        const auto guard = watching();
        QTRY_VERIFY(m_logind->holds("sleep", "delay"));
        QSignalSpy comes(guard.get(), &SleepGuard::sleepComes);
        QSignalSpy awake(guard.get(), &SleepGuard::awake);
        Q_EMIT m_logind->PrepareForSleep(true);
        QTRY_COMPARE(comes.size(), 1);
        QVERIFY(m_logind->holds("sleep", "delay"));
        guard->readyToSleep();
        QTRY_VERIFY(!m_logind->holds("sleep", "delay"));
        Q_EMIT m_logind->PrepareForSleep(false);
        QTRY_COMPARE(awake.size(), 1);
        QTRY_VERIFY(m_logind->holds("sleep", "delay"));
    }

    void withoutABusItIsNotPossibleAndNothingBreaks() {
        SleepGuard guard(QStringLiteral("unix:path=") + m_dir.filePath(QStringLiteral("nobody")));
        guard.setWanted(true);
        guard.setWatching(true);
        QCOMPARE(guard.state(), KeepAwake::NotPossible);
        guard.readyToSleep();
        guard.setWatching(false);
        QCOMPARE(guard.state(), KeepAwake::Off);
    }

    void withoutLogindItIsNotPossible() {
        services().unregisterService(QStringLiteral("org.freedesktop.login1"));
        const auto guard = watching();
        QTRY_COMPARE(guard->state(), KeepAwake::NotPossible);
    }
};

QTEST_GUILESS_MAIN(TestSleepGuard)
#include "tst_sleep_guard.moc"
