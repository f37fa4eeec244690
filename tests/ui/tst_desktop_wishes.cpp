// SPDX-License-Identifier: GPL-3.0-or-later
// What a desktop asks for through its settings portal is what the window looks like: higher contrast, nothing that
// moves. The portal is one of the test's own, on a bus of its own.
#include "tests/support/private_bus.h"
#include "ui/desktop_wishes.h"
#include "ui/theme.h"

#include <QApplication>
#include <QDBusVariant>
#include <QEventLoop>
#include <QStyle>
#include <QtTest>

#include <future>
#include <mutex>
#include <thread>

using namespace kpwatch;
using namespace Qt::StringLiterals;

class FakePortal : public QObject, protected QDBusContext {
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.portal.Settings")
  public:
    void set(const QString& key, const QVariant& value) {
        const std::scoped_lock lock(m_mutex);
        m_values[key] = value;
    }
    void forget() {
        const std::scoped_lock lock(m_mutex);
        m_values.clear();
    }

  public Q_SLOTS:
    QDBusVariant Read(const QString& group, const QString& key) { // NOLINT(readability-identifier-naming): the portal's
        const std::scoped_lock lock(m_mutex);
        const auto found = m_values.constFind(group + u' ' + key);
        if (found == m_values.constEnd()) {
            sendErrorReply(u"org.freedesktop.portal.Error.NotFound"_s, u"not found"_s);
            return {};
        }
        return QDBusVariant(QVariant::fromValue(QDBusVariant(*found)));
    }

  private:
    std::mutex m_mutex;
    QHash<QString, QVariant> m_values;
};

class TestDesktopWishes : public QObject {
    Q_OBJECT
    std::unique_ptr<test::PrivateBus> m_bus;
    FakePortal* m_portal = nullptr; // lives in its thread
    QEventLoop* m_loop = nullptr;
    std::jthread m_thread;

  private Q_SLOTS:
    void initTestCase() {
        installFonts();
        m_bus = std::make_unique<test::PrivateBus>();
        if (!m_bus->running())
            QSKIP("dbus-daemon is not installed (Debian package dbus)");
        qputenv("DBUS_SESSION_BUS_ADDRESS", m_bus->address().toUtf8()); // before anybody asks for it
        std::promise<void> there;
        m_thread = std::jthread([&, address = m_bus->address()] {
            FakePortal portal;
            QEventLoop loop;
            QDBusConnection bus = QDBusConnection::connectToBus(address, u"portal"_s);
            bus.registerObject(u"/org/freedesktop/portal/desktop"_s, &portal, QDBusConnection::ExportAllSlots);
            bus.registerService(u"org.freedesktop.portal.Desktop"_s);
            m_portal = &portal;
            m_loop = &loop;
            there.set_value();
            loop.exec();
            QDBusConnection::disconnectFromBus(u"portal"_s);
        });
        there.get_future().wait();
    }
    void cleanupTestCase() {
        if (m_loop != nullptr)
            QMetaObject::invokeMethod(m_loop, &QEventLoop::quit, Qt::QueuedConnection);
        if (m_thread.joinable())
            m_thread.join();
    }
    void cleanup() {
        m_portal->forget();
        setHighContrast(false);
        setStill(false);
    }

    void whatThePortalSaysIsWished_data() {
        QTest::addColumn<QString>("key");
        QTest::addColumn<QVariant>("value");
        QTest::addColumn<bool>("contrast");
        QTest::addColumn<bool>("still");
        const auto row = [](const char* key, const QVariant& value, bool contrast, bool still) {
            QTest::newRow(qPrintable(u"%1 = %2"_s.arg(QLatin1String(key), value.toString())))
                << QString::fromLatin1(key) << value << contrast << still;
        };
        row("none of them", 1U, false, false);
        row("org.freedesktop.appearance contrast", 1U, true, false);
        row("org.freedesktop.appearance contrast", 0U, false, false);
        row("org.gnome.desktop.a11y.interface high-contrast", true, true, false);
        row("org.freedesktop.appearance reduced-motion", 1U, false, true);
        row("org.freedesktop.appearance reduced-motion", 0U, false, false);
        row("org.gnome.desktop.interface enable-animations", false, false, true);
        row("org.gnome.desktop.interface enable-animations", true, false, false);
    }
    void whatThePortalSaysIsWished() {
        QFETCH(const QString, key);
        QFETCH(const QVariant, value);
        m_portal->set(key, value);
        QTEST(desktopPrefersContrast(), "contrast");
        QTEST(desktopPrefersStillness(), "still");
    }

    void stillnessReachesStyleAndCursor() {
        QVERIFY(QApplication::cursorFlashTime() > 0);
        setStill(true);
        QCOMPARE(QApplication::cursorFlashTime(), 0);
        QCOMPARE(QApplication::style()->styleHint(QStyle::SH_Widget_Animation_Duration), 0);
        setStill(false);
        QVERIFY(QApplication::cursorFlashTime() > 0);
    }

    void higherContrastHasTwoInksNoTintsAndWiderBorders() {
        for (const bool dark : {false, true}) {
            setHighContrast(false);
            const Theme usual = screenTheme(dark);
            QCOMPARE(usual.edge(1), 1.0);
            setHighContrast(true);
            const Theme& high = screenTheme(dark);
            QCOMPARE(high.text3, usual.text2);
            QCOMPARE(high.border, usual.borderStrong);
            for (const Verdict verdict : {Verdict::Down, Verdict::Degraded, Verdict::OwnConnectionDown})
                QCOMPARE(high.tint(verdict), high.surface);
            QCOMPARE(high.edge(1.5), 2.0);
            QCOMPARE(high.dark, dark);
        }
    }
};

QTEST_MAIN(TestDesktopWishes)
#include "tst_desktop_wishes.moc"
