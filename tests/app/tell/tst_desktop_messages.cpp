// SPDX-License-Identifier: GPL-3.0-or-later
// Notifications on a bus of the test's own: shown by a server that writes down what it is told.
#include "app/tell/desktop_messages.h"
#include "tests/support/notification_server.h"
#include "tests/support/private_bus.h"

#include <QDBusConnectionInterface>
#include <QDBusMessage>
#include <QDBusVariant>
#include <QProcess>
#include <QSignalSpy>
#include <QtTest>

using namespace kpwatch;
using namespace Qt::StringLiterals;

namespace {

void endProcess(QProcess& process) {
    process.terminate();
    process.waitForFinished();
}

} // namespace

class TestDesktopMessages : public QObject {
    Q_OBJECT
    const QString m_asker = u"asker"_s;
    std::unique_ptr<test::PrivateBus> m_bus;
    std::unique_ptr<test::NotificationServer> m_server;
    std::unique_ptr<DesktopMessages> m_messages;

  private Q_SLOTS:
    void initTestCase() {
        m_bus = std::make_unique<test::PrivateBus>();
        if (!m_bus->running())
            QSKIP("dbus-daemon is not installed (Debian package dbus)");
    }
    void init() {
        m_server = std::make_unique<test::NotificationServer>(m_bus->address());
        m_messages = std::make_unique<DesktopMessages>(m_bus->address());
    }
    void cleanup() {
        m_messages.reset();
        m_server.reset();
    }
    void cleanupTestCase() { m_bus.reset(); }

    void oneMessageIsChangedInPlace() {
        m_messages->show(u"a"_s, {u"first"_s, u"body"_s});
        m_messages->show(u"a"_s, {u"second"_s, u"body"_s}); // before the first has its number
        QTRY_COMPARE(m_server->titles(), QStringList{u"second"_s});
        m_messages->show(u"b"_s, {u"other"_s, {}});
        QTRY_COMPARE(m_server->titles(), (QStringList{u"second"_s, u"other"_s}));
        m_messages->withdraw(u"a"_s);
        QTRY_COMPARE(m_server->titles(), QStringList{u"other"_s});
    }

    void withdrawnBeforeItHasItsNumber() {
        m_messages->show(u"z"_s, {u"ready"_s, {}});
        QTRY_COMPARE(m_server->titles().size(), 1);
        m_messages->show(u"a"_s, {u"first"_s, {}});
        m_messages->withdraw(u"a"_s);
        m_messages->show(u"b"_s, {u"last"_s, {}});
        QTRY_COMPARE(m_server->titles(), (QStringList{u"ready"_s, u"last"_s}));
    }

    void bodyIsNoMarkup() {
        m_messages->show(u"a"_s, {u"<b>title</b>"_s, u"<a href=\"http://x\">a & b</a>"_s});
        QTRY_COMPARE(m_server->bodies(), QStringList{u"&lt;a href=&quot;http://x&quot;&gt;a &amp; b&lt;/a&gt;"_s});
        m_server->capabilities = {u"body"_s};
        DesktopMessages plain(m_bus->address());
        plain.show(u"a"_s, {u"t"_s, u"a & b"_s});
        QTRY_COMPARE(m_server->bodies().last(), u"a & b"_s);
    }

    void noneMakesASound() {
        m_messages->show(u"a"_s, {u"t"_s, {}, DesktopMessage::Urgency::Critical});
        QTRY_COMPARE(m_server->titles().size(), 1);
        QCOMPARE(m_server->hints().value(u"urgency"_s).toInt(), 2);
        QCOMPARE(m_server->hints().value(u"suppress-sound"_s).toBool(), true);
    }

    void closedOneIsShownAgainOnlyForWhatMatters() {
        m_messages->show(u"a"_s, {u"first"_s, {}});
        QTRY_COMPARE(m_server->titles().size(), 1);
        m_server->closeByHand(u"first"_s);
        m_messages->show(u"b"_s, {u"mark"_s, {}}); // after the closing has come
        QTRY_COMPARE(m_server->titles(), QStringList{u"mark"_s});
        m_messages->show(u"a"_s, {u"figures"_s, {}, DesktopMessage::Urgency::Low, false});
        m_messages->show(u"a"_s, {u"graver"_s, {}});
        QTRY_COMPARE(m_server->titles(), (QStringList{u"mark"_s, u"graver"_s}));
        QVERIFY(!m_server->everShown().contains(u"figures"_s));
    }

    void clickOpensIt() {
        QSignalSpy opened(m_messages.get(), &DesktopMessages::opened);
        m_messages->show(u"b"_s, {u"title"_s, {}});
        QTRY_COMPARE(m_server->titles().size(), 1);
        m_messages->rename(u"b"_s, u"a"_s); // merged meanwhile
        m_server->click(u"title"_s);
        QTRY_COMPARE(opened.size(), 1);
        QCOMPARE(opened.first().first().toString(), u"a"_s);
    }

    // dunst(1), in a display of its own: it shows one message, changes it in place, and closes it.
    void realDaemonShowsChangesAndCloses() {
        QProcess display, daemon;
        display.start(u"Xvfb"_s, {u"-displayfd"_s, u"1"_s, u"-nolisten"_s, u"tcp"_s});
        if (!display.waitForStarted() || !display.waitForReadyRead(20000))
            QSKIP("Xvfb is not installed (Debian package xvfb)");
        m_server.reset();
        QProcessEnvironment room = QProcessEnvironment::systemEnvironment();
        room.insert(u"DISPLAY"_s, u":"_s + QString::fromLatin1(display.readLine()).trimmed());
        room.insert(u"DBUS_SESSION_BUS_ADDRESS"_s, m_bus->address());
        daemon.setProcessEnvironment(room);
        daemon.start(u"dunst"_s, {});
        if (!daemon.waitForStarted()) {
            endProcess(display);
            QSKIP("dunst is not installed (Debian package dunst)");
        }
        const auto count = [&](const char* which) {
            QDBusMessage get =
                QDBusMessage::createMethodCall(u"org.freedesktop.Notifications"_s, u"/org/freedesktop/Notifications"_s,
                                               u"org.freedesktop.DBus.Properties"_s, u"Get"_s);
            get << u"org.dunstproject.cmd0"_s << QString::fromLatin1(which);
            const QDBusMessage answer = QDBusConnection(m_asker).call(get);
            return answer.arguments().value(0).value<QDBusVariant>().variant().toInt();
        };
        QDBusConnection asker = QDBusConnection::connectToBus(m_bus->address(), m_asker);
        QTRY_VERIFY(asker.interface()->isServiceRegistered(u"org.freedesktop.Notifications"_s));
        DesktopMessages messages(m_bus->address());
        messages.show(u"a"_s, {u"None of the four sites answers"_s, u"Stopped <between> 2:16 & 2:18"_s});
        QTRY_COMPARE(count("displayedLength"), 1);
        messages.show(u"a"_s, {u"Two of four sites do not answer"_s, u"more"_s});
        QTest::qWait(300); // a second one would have come by then
        QCOMPARE(count("displayedLength") + count("waitingLength"), 1);
        messages.withdraw(u"a"_s);
        QTRY_COMPARE(count("displayedLength"), 0);
        QDBusConnection::disconnectFromBus(m_asker);
        endProcess(daemon);
        endProcess(display);
    }

    void nobodyThereIsKnown() {
        m_server.reset();
        DesktopMessages alone(m_bus->address());
        QTRY_VERIFY(!alone.available());
        alone.show(u"a"_s, {u"t"_s, {}});
        DesktopMessages nowhere(u"unix:path=/nowhere"_s);
        QVERIFY(!nowhere.available());
        nowhere.show(u"a"_s, {u"t"_s, {}});
        nowhere.withdraw(u"a"_s);
    }
};

QTEST_GUILESS_MAIN(TestDesktopMessages)
#include "tst_desktop_messages.moc"
