// SPDX-License-Identifier: GPL-3.0-or-later
// From the first start to a saved chart without a pointer, in both languages, at usual and at twice the text size:
// every step is a key that somebody may press who cannot use a mouse. What is watched is a page of the test's own.
#include "tests/support/one_page.h"
#include "ui/export/export_dialog.h"
#include "ui/live/controls.h"
#include "ui/live/first_run_pane.h"
#include "ui/live/live_page.h"
#include "ui/live/way_gate.h"
#include "ui/main_window.h"
#include "ui/translation.h"

#include <QApplication>
#include <QFileDialog>
#include <QImageReader>
#include <QLineEdit>
#include <QTemporaryDir>
#include <QtTest>

using namespace kpwatch;
using namespace Qt::StringLiterals;

namespace {

// Until the widget has the focus, as by a person's thumb on the key; false: it is not reached.
bool tabTo(QWidget& window, const QWidget& wanted) {
    for (int i = 0; i < 200; ++i) {
        if (window.focusWidget() == &wanted)
            return true;
        QTest::keyClick(window.focusWidget() != nullptr ? window.focusWidget() : &window, Qt::Key_Tab);
    }
    return false;
}

Button* buttonOf(const QWidget& window, const QString& text) {
    for (Button* const button : window.findChildren<Button*>())
        if (button->text() == text)
            return button;
    return nullptr;
}

} // namespace

class TestKeyboardOnly : public QObject {
    Q_OBJECT
    QTemporaryDir m_folder;
    const Settings m_settings;

  private Q_SLOTS:
    void initTestCase() {
        installFonts();
        QApplication::setAttribute(Qt::AA_DontUseNativeDialogs);
    }
    void cleanup() {
        QLocale::setDefault(QLocale::c());
        speak(u"en"_s);
        setTextScale(1);
    }

    void firstRunToASavedChart_data() {
        QTest::addColumn<QString>("language");
        QTest::addColumn<int>("percent");
        for (const char* const language : {"en", "ko"})
            for (const int percent : {100, 200})
                QTest::newRow(qPrintable(u"%1 at %2 %"_s.arg(QLatin1String(language)).arg(percent)))
                    << QString::fromLatin1(language) << percent;
    }
    void firstRunToASavedChart() {
        QFETCH(const QString, language);
        QFETCH(const int, percent);
        const HttpServer page({}), control({});
        const Watchlist list = watchlistAt(page, control);
        const QString history = m_folder.filePath(language + QString::number(percent));
        Monitor monitor({history.toStdString(), false}, list, m_settings);
        Archive archive(history.toStdString(), list);
        QLocale::setDefault(QLocale(language)); // the window speaks it
        MainWindow window(monitor, archive, list, m_settings,
                          {.before = HandedOver{.kept = {.look = {.textPercent = percent}}}});
        window.show();
        window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        QCOMPARE(page.accepted(), 0);

        Button& start = window.findChild<FirstRunPane*>()->startButton();
        QVERIFY(tabTo(window, start));
        QTest::keyClick(&start, Qt::Key_Space);
        QTRY_COMPARE(monitor.picture().watching, Watching::Running);
        QTRY_VERIFY_WITH_TIMEOUT(window.page().answer() && window.page().answer()->firstRowAt, 30000);

        const QString file = m_folder.filePath(u"chart-%1-%2.png"_s.arg(language).arg(percent));
        QString trouble = u"the chart dialog did not open"_s;
        QTimer::singleShot(0, this, [&] { saveByKeys(file, trouble); });
        QTest::keyClick(window.focusWidget(), Qt::Key_E, Qt::ControlModifier); // blocks while the dialog is open
        QVERIFY2(trouble.isEmpty(), qPrintable(trouble));
        QCOMPARE(QImageReader(file).size(), QSize(1600, 900));
        monitor.stop();
    }

    void gateIsReadAndSeenAtEachStop_data() {
        QTest::addColumn<int>("percent");
        QTest::newRow("100 %") << 100;
        QTest::newRow("200 %") << 200;
    }
    void gateIsReadAndSeenAtEachStop() {
        QFETCH(const int, percent);
        const HttpServer page({}), control({});
        const Watchlist list = watchlistAt(page, control);
        const QString history = m_folder.filePath(u"gate-"_s + QString::number(percent));
        Monitor monitor({history.toStdString(), false}, list, m_settings);
        Archive archive(history.toStdString(), list);
        MainWindow window(monitor, archive, list, m_settings,
                          {.beside = m_folder.path().toStdString(),
                           .choosing = {.change = [](auto&&...) {}},
                           .before = HandedOver{.kept = {.look = {.textPercent = percent}}}});
        window.resize(1280, 800);
        window.show();
        window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        const auto& gate = *window.findChild<FirstRunPane*>();
        QStringList stops;
        for (int i = 0; i < 40; ++i) {
            QTest::keyClick(window.focusWidget(), Qt::Key_Tab);
            QCoreApplication::processEvents();
            const QWidget& here = *window.focusWidget();
            const QRect seen = here.visibleRegion().boundingRect();
            const auto* const button = qobject_cast<const QAbstractButton*>(&here);
            const QString name = button != nullptr ? button->text() : here.accessibleName();
            QVERIFY2(!seen.isEmpty(), qPrintable(name));
            if (!gate.isAncestorOf(&here) || &here == static_cast<const QWidget*>(&gate.gate()))
                continue;
            QVERIFY2(seen.height() == here.height(), qPrintable(name));
            if (!stops.contains(name))
                stops << name;
        }
        QCOMPARE(stops, (QStringList{u"From this computer"_s, u"Where do you watch from?"_s, u"Start watching"_s,
                                     u"Change what is checked…"_s}));
    }

  private:
    // In the dialogs, which have loops of their own.
    void saveByKeys(const QString& file, QString& trouble) {
        ExportDialog* dialog = nullptr;
        for (int i = 0; i < 200 && dialog == nullptr; ++i) {
            QTest::qWait(50);
            dialog = qobject_cast<ExportDialog*>(QApplication::activeModalWidget());
        }
        if (dialog == nullptr)
            return;
        trouble.clear();
        Button* const save = buttonOf(*dialog, ExportDialog::tr("Save…"));
        if (save == nullptr || !tabTo(*dialog, *save)) {
            trouble = save == nullptr ? u"there is no button to save"_s : u"it is not reached by Tab"_s;
        } else {
            QTimer::singleShot(0, this, [&] { nameByKeys(file, trouble); });
            QTest::keyClick(save, Qt::Key_Space); // blocks while the file dialog is open
        }
        QTest::keyClick(dialog, Qt::Key_Escape);
    }

    void nameByKeys(const QString& file, QString& trouble) {
        QFileDialog* dialog = nullptr;
        for (int i = 0; i < 200 && dialog == nullptr; ++i) {
            QTest::qWait(50);
            dialog = qobject_cast<QFileDialog*>(QApplication::activeModalWidget());
        }
        auto* const name = dialog != nullptr ? dialog->findChild<QLineEdit*>(u"fileNameEdit"_s) : nullptr;
        if (name == nullptr) {
            trouble = u"the dialog for the file did not open"_s;
            return;
        }
        if (!tabTo(*dialog, *name)) {
            trouble = u"the name of the file is not reached by Tab"_s;
            dialog->reject();
            return;
        }
        name->selectAll();
        QTest::keyClicks(name, file);
        QTest::keyClick(name, Qt::Key_Return);
    }
};

QTEST_MAIN(TestKeyboardOnly)
#include "tst_keyboard_only.moc"
