// SPDX-License-Identifier: GPL-3.0-or-later
// The icon in the panel: each state a shape of its own with its count; and, on a bus and a display of the test's own,
// that a panel (StatusNotifierWatcher) gets it with its words and its menu, whenever it comes.
#include "app/history/archive.h"
#include "tests/support/private_bus.h"
#include "ui/main_window.h"
#include "ui/tell/tray_icon.h"

#include <QAction>
#include <QApplication>
#include <QCloseEvent>
#include <QDBusArgument>
#include <QDBusConnection>
#include <QDBusContext>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDir>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTextStream>
#include <QtTest>

#include <iostream>

using namespace kpwatch;
using namespace Qt::StringLiterals;

namespace {

constexpr const char* watcherArgument = "--watcher";
QString watcherName() { return u"org.kde.StatusNotifierWatcher"_s; }

// Plays the panel's part in a process of its own: whoever asks a bus waits for the answer.
class Watcher : public QObject, protected QDBusContext {
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.kde.StatusNotifierWatcher")
    Q_PROPERTY(bool IsStatusNotifierHostRegistered READ registered)
    Q_PROPERTY(int ProtocolVersion READ version)
  public:
    bool registered() const { return true; }
    int version() const { return 0; }

  public Q_SLOTS:
    void RegisterStatusNotifierItem(const QString& service) { // NOLINT(readability-identifier-naming): of the protocol
        std::cout << "registered " << service.toStdString() << std::endl;
    }
    void RegisterStatusNotifierHost(const QString& /*service*/) {} // NOLINT(readability-identifier-naming)
};

int playWatcher(int argc, char** argv) {
    QCoreApplication application(argc, argv);
    Watcher watcher;
    QDBusConnection bus = QDBusConnection::connectToBus(QString::fromUtf8(argv[2]), u"panel"_s);
    if (!bus.registerObject(u"/StatusNotifierWatcher"_s, &watcher,
                            QDBusConnection::ExportAllSlots | QDBusConnection::ExportAllProperties) ||
        !bus.registerService(watcherName()))
        return 1;
    std::cout << "ready" << std::endl;
    return QCoreApplication::exec();
}

QString picturesOf(Verdict icon, int down) {
    const QImage image = trayPicture({icon, down}, Qt::black, 22);
    QString text;
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x)
            text += qAlpha(image.pixel(x, y)) > 127 ? u'#' : u'.';
    return text;
}

void stayInPanel(const MainWindow& window) {
    for (QAction* const each : window.findChildren<QAction*>())
        if (each->text().remove(u'&') == u"Closing the window leaves it in the panel"_s)
            each->setChecked(true);
}

// As the frame of the window tells it.
bool closesByHand(MainWindow& window) {
    QCloseEvent close;
    QSpontaneKeyEvent::setSpontaneous(&close);
    QCoreApplication::instance()->notify(&window, &close);
    return close.isAccepted();
}

} // namespace

class TestTray : public QObject {
    Q_OBJECT

  public:
    static inline QProcess *display = nullptr, *panel = nullptr; // main()'s
    static inline QString missing;                               // why there is no panel
    static inline std::unique_ptr<test::PrivateBus> bus;

    static void startPanel() {
        panel->start(QCoreApplication::applicationFilePath(), {QLatin1String(watcherArgument), bus->address()});
    }

  private Q_SLOTS:
    void initTestCase() { installFonts(); }

    void everyStateHasAShapeOfItsOwnInOneColour() {
        QStringList shapes;
        for (const Verdict verdict : {Verdict::Up, Verdict::Degraded, Verdict::ErrorPage, Verdict::Unknown,
                                      Verdict::BlockedHere, Verdict::NotMonitored, Verdict::OwnConnectionDown})
            shapes << picturesOf(verdict, 0);
        for (int down = 0; down <= 4; ++down)
            shapes << picturesOf(Verdict::Down, down);
        for (const QString& shape : shapes) {
            QVERIFY(shape.count(u'#') > 40);
            QCOMPARE(shapes.count(shape), 1);
        }
        const QColor ink(20, 30, 40);
        const QImage image = trayPicture({Verdict::Down, 4}, ink, 44);
        for (int y = 0; y < image.height(); ++y)
            for (int x = 0; x < image.width(); ++x)
                if (const QRgb pixel = image.pixel(x, y); qAlpha(pixel) > 0)
                    QCOMPARE(pixel | 0xFF000000U, ink.rgb());
    }

    void manySitesAreMoreThanNine() { QVERIFY(picturesOf(Verdict::Down, 12) != picturesOf(Verdict::Down, 1)); }

    void menuSaysTheHeadlineAndWhatMayBeDone() {
        TrayIcon tray;
        tray.setWords({{Verdict::Down, 3}, u"Three of four sites do not answer"_s, u"Since 14:31."_s, true, false});
        const QList<QAction*> actions = tray.menu().actions();
        QCOMPARE(actions.first()->text(), u"Three of four sites do not answer"_s);
        QVERIFY(!actions.first()->isEnabled());
        QStringList texts;
        for (const QAction* const each : actions)
            if (!each->isSeparator())
                texts << each->text();
        QCOMPARE(texts.mid(1), QStringList({u"Open"_s, u"Pause for 1 h"_s, u"Export last 24 h…"_s, u"Quit"_s}));
        QSignalSpy pause(&tray, &TrayIcon::pauseWanted);
        actions[3]->trigger();
        QCOMPARE(pause.size(), 1);
        tray.setWords({{Verdict::NotMonitored}, u"Not watching, paused by you"_s, {}, false, true});
        QCOMPARE(actions[3]->text(), u"Resume"_s);
    }

    void panelThatComesLateGetsTheIconItsWordsAndItsPictures() {
        if (!missing.isEmpty())
            QSKIP(qPrintable(missing));
        TrayIcon tray;
        tray.setWords({{Verdict::Down, 3}, u"Three of four sites do not answer"_s, u"Since 14:31 KST."_s, true, false});
        tray.setWanted(true);
        QTest::qWait(300);
        QVERIFY(!tray.isShown());
        QString service;
        const auto registered = [&] {
            panel->waitForReadyRead(50);
            const QString said = QString::fromUtf8(panel->readAllStandardOutput());
            if (const qsizetype at = said.indexOf(u"registered "_s); at >= 0)
                service = said.mid(at).section(u' ', 1).trimmed();
            return !service.isEmpty();
        };
        // It comes, goes, and comes again.
        QSignalSpy shown(&tray, &TrayIcon::shownChanged);
        startPanel();
        QTRY_VERIFY(tray.isShown());
        QTRY_VERIFY(registered());
        panel->terminate();
        QTRY_VERIFY(!tray.isShown());
        QTRY_COMPARE(panel->state(), QProcess::NotRunning);
        service.clear();
        startPanel();
        QTRY_VERIFY(tray.isShown());
        QCOMPARE(shown.size(), 3);
        QTRY_VERIFY(registered());
        // Asked as a panel does, from another connection; the answer comes by our own event loop.
        QDBusConnection other = QDBusConnection::connectToBus(bus->address(), u"other"_s);
        QDBusMessage all = QDBusMessage::createMethodCall(service, u"/StatusNotifierItem"_s,
                                                          u"org.freedesktop.DBus.Properties"_s, u"GetAll"_s);
        all << u"org.kde.StatusNotifierItem"_s;
        QDBusPendingCallWatcher asked(other.asyncCall(all));
        QTRY_VERIFY(asked.isFinished());
        const QDBusPendingReply<QVariantMap> reply = asked;
        QVERIFY2(!reply.isError(), qPrintable(reply.error().message()));
        const QVariantMap item = reply.value();
        QCOMPARE(item[u"Status"_s].toString(), u"Active"_s);
        QVERIFY(item.contains(u"IconPixmap"_s) && item.contains(u"Menu"_s));
        const auto tip = item[u"ToolTip"_s].value<QDBusArgument>();
        QString name, title, description;
        tip.beginStructure();
        tip >> name;
        tip.beginArray();
        while (!tip.atEnd()) {
            int width = 0, height = 0;
            QByteArray bytes;
            tip.beginStructure();
            tip >> width >> height >> bytes;
            tip.endStructure();
        }
        tip.endArray();
        tip >> title >> description;
        tip.endStructure(); // else what it reads with is lost
        QVERIFY2((title + description).contains(u"Three of four sites do not answer"_s),
                 qPrintable(title + description));
    }

    // Where no icon tells the state, the window's title does; no window stays in a panel that is not there, and a panel
    // that goes takes none with it.
    void titleTellsWhatNoIconTells() {
        if (!missing.isEmpty())
            QSKIP(qPrintable(missing));
        if (panel->state() != QProcess::NotRunning) {
            panel->terminate();
            QTRY_COMPARE(panel->state(), QProcess::NotRunning);
        }
        const Watchlist list =
            parseWatchlist("{\"version\":1,\"allow_private\":true,\"targets\":[{\"id\":\"r\",\"group\":"
                           "\"routers\",\"probe\":{\"kind\":\"tcp\",\"host\":\"127.0.0.1\",\"port\":9}}]}",
                           "test", {});
        const Settings settings;
        QTemporaryDir folder;
        const std::filesystem::path history = folder.filePath(u"record"_s).toStdString();
        Monitor monitor({history, false}, list, settings);
        Archive archive(history, list);
        MainWindow window(monitor, archive, list, settings, {.agreed = Direct{}});
        window.show();
        QTRY_VERIFY(window.windowTitle().endsWith(u" – KPWatch"_s));
        stayInPanel(window);
        QVERIFY(closesByHand(window)); // nowhere to stay
        startPanel();
        QTRY_COMPARE(window.windowTitle(), u"KPWatch"_s);
        QVERIFY(!closesByHand(window));
        QVERIFY(window.isHidden());
        panel->terminate();
        QTRY_VERIFY(window.windowTitle().endsWith(u" – KPWatch"_s));
        QTRY_VERIFY_WITH_TIMEOUT(window.isVisible(), 10000);
    }
};

// The display has to be there before the application is.
int main(int argc, char** argv) {
    if (argc > 2 && std::string_view(argv[1]) == watcherArgument)
        return playWatcher(argc, argv);
    QProcess display, panel;
    TestTray::display = &display;
    TestTray::panel = &panel;
    const QString xvfb = QStandardPaths::findExecutable(u"Xvfb"_s);
    TestTray::bus = std::make_unique<test::PrivateBus>();
    if (xvfb.isEmpty()) {
        TestTray::missing = u"Xvfb is not installed (Debian package xvfb): there is no panel without a display"_s;
    } else if (!TestTray::bus->running()) {
        TestTray::missing = u"dbus-daemon is not installed (Debian package dbus)"_s;
    } else {
        TestTray::display->start(
            xvfb, {u"-displayfd"_s, u"1"_s, u"-screen"_s, u"0"_s, u"640x480x24"_s, u"-nolisten"_s, u"tcp"_s});
        TestTray::display->waitForReadyRead(20000);
        const QByteArray number = TestTray::display->readAllStandardOutput().trimmed();
        if (number.isEmpty()) {
            TestTray::missing = u"no display could be started here"_s;
        } else {
            qputenv("DISPLAY", ":" + number);
            qputenv("QT_QPA_PLATFORM", "xcb");
            qputenv("XDG_CURRENT_DESKTOP", "KDE");
            qputenv("DBUS_SESSION_BUS_ADDRESS", TestTray::bus->address().toUtf8());
        }
    }
    int result = 0;
    {
        QApplication application(argc, argv);
        TestTray test;
        result = QTest::qExec(&test, argc, argv);
    }
    for (QProcess* const each : {TestTray::panel, TestTray::display}) {
        each->terminate();
        if (each->state() != QProcess::NotRunning && !each->waitForFinished(5000))
            each->kill();
        each->waitForFinished(1000);
    }
    TestTray::bus.reset();
    return result;
}

#include "tst_tray.moc"
