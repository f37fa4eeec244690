// SPDX-License-Identifier: GPL-3.0-or-later
// The engine and a computer that goes to sleep: what is on disk before it does, and who is asked when.
#include "app/history/history_reader.h"
#include "app/simulation/tcp_server.h"
#include "app/watch/monitor.h"
#include "tests/support/private_bus.h"

#include <QTemporaryDir>
#include <QtTest>

using namespace kpwatch;
using namespace std::chrono_literals;

namespace {

std::string tcp(const char* id, const char* place, const TcpServer& server) {
    return std::string(R"({"id":")") + id + R"(",)" + place + R"("probe":{"kind":"tcp","host":"127.0.0.1","port":)" +
           std::to_string(server.port()) + R"(},"interval_s":1,"timeout_s":5})";
}

bool says(const Monitor& monitor, auto what) {
    const auto notices = monitor.picture().notices;
    return std::any_of(notices.begin(), notices.end(),
                       [&](const Notice& notice) { return std::holds_alternative<decltype(what)>(notice.what); });
}

} // namespace

class TestMonitorSleep : public QObject {
    Q_OBJECT

    std::unique_ptr<test::PrivateBus> m_bus;

  private Q_SLOTS:
    void initTestCase() {
        m_bus = std::make_unique<test::PrivateBus>();
        if (!m_bus->running())
            QSKIP("dbus-daemon is not installed (Debian package dbus)");
        qputenv("DBUS_SYSTEM_BUS_ADDRESS", m_bus->address().toLatin1());
        m_bus->bringServices();
    }
    void cleanupTestCase() { m_bus.reset(); }

    void sleepIsWrittenBeforeItComesAndNobodyIsAskedOnTheWay() {
        const QTemporaryDir dir;
        const std::filesystem::path history = dir.filePath(QStringLiteral("history")).toStdString();
        const TcpServer router(ServerPlace{});
        const TcpServer control(ServerPlace{});
        const std::string json = R"({"version":1,"allow_private":true,"targets":[)" +
                                 tcp("router", R"("group":"routers",)", router) + R"(],"controls":[)" +
                                 tcp("control", "", control) + "]}";
        Monitor monitor({.directory = history}, parseWatchlist(json, "test", {}), {});
        monitor.start();
        QTRY_VERIFY_WITH_TIMEOUT(monitor.picture().recorded > 0, 20000);
        QTRY_COMPARE(monitor.picture().keepAwake, KeepAwake::Held);
        monitor.setKeepAwake(false);
        QCOMPARE(monitor.picture().keepAwake, KeepAwake::Off);
        QTRY_VERIFY(m_bus->logind().holds("sleep", "delay"));

        const UtcTime before = utcNow();
        Q_EMIT m_bus->logind().PrepareForSleep(true);
        QTRY_VERIFY_WITH_TIMEOUT(!m_bus->logind().holds("sleep", "delay"), 20000);
        QVERIFY(says(monitor, SleepComes{}));
        bool written = false;
        HistoryReader(history).rows(monitor.watchlist(), {before, utcNow() + 1h},
                                    [&](const Observation*, const Event* event) {
                                        written = written || (event && std::holds_alternative<Heartbeat>(event->what));
                                    });
        QVERIFY(written);
        const int asked = router.accepted() + control.accepted();
        QTest::qWait(2500); // two intervals
        QCOMPARE(router.accepted() + control.accepted(), asked);

        Q_EMIT m_bus->logind().PrepareForSleep(false);
        QTRY_VERIFY_WITH_TIMEOUT(control.accepted() + router.accepted() > asked, 10000);
        QTRY_VERIFY(!says(monitor, SleepComes{}));
        QTRY_VERIFY(m_bus->logind().holds("sleep", "delay"));
        monitor.stop();
        QTRY_VERIFY(!m_bus->logind().holds("sleep", "delay"));
    }
};

QTEST_GUILESS_MAIN(TestMonitorSleep)
#include "tst_monitor_sleep.moc"
