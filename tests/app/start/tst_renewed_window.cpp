// SPDX-License-Identifier: GPL-3.0-or-later
// Another language takes a window of its own, while the watch goes on: nothing is stopped, and what was given to the
// window before by hand is not asked for again.
#include "app/history/history_reader.h"
#include "app/start/renewed_window.h"
#include "tests/support/one_page.h"
#include "ui/live/first_run_pane.h"
#include "ui/live/headline_bar.h"
#include "ui/live/live_page.h"
#include "ui/tell/telling_dialog.h"
#include "ui/translation.h"

#include <QAction>
#include <QApplication>
#include <QLineEdit>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QtTest>

using namespace kpwatch;
using namespace Qt::StringLiterals;

namespace {

bool choose(MainWindow& window, const QString& text) {
    for (QAction* const action : window.findChildren<QAction*>())
        if (action->text() == text) {
            action->trigger();
            return true;
        }
    return false;
}

bool isKorean(const QString& text) {
    return std::any_of(text.begin(), text.end(), [](QChar c) { return c.script() == QChar::Script_Hangul; });
}

} // namespace

class TestRenewedWindow : public QObject {
    Q_OBJECT
    QTemporaryDir m_folder;

  private Q_SLOTS:
    void initTestCase() {
        QStandardPaths::setTestModeEnabled(true);
        installFonts();
    }
    void cleanup() { speak(u"en"_s); }

    void anotherLanguageTakesOverWhileTheWatchGoesOn() {
        const HttpServer page({}), control({});
        const std::filesystem::path record = m_folder.filePath(u"record"_s).toStdString();
        const Chosen chosen{{}, watchlistAt(page, control)};
        Monitor monitor({record, false}, chosen.watchlist, chosen.settings);
        RenewedWindow shown(monitor, record, std::nullopt, chosen,
                            {.agreed = Direct{}, .before = HandedOver{.kept = {.look = {.language = u"en"_s}}}});
        QTRY_COMPARE(monitor.picture().watching, Watching::Running);
        QTRY_VERIFY_WITH_TIMEOUT(shown.window().page().answer() && shown.window().page().answer()->firstRowAt, 30000);
        QVERIFY(!isKorean(shown.window().windowTitle()));
        const MainWindow* const first = &shown.window();
        const std::uint64_t recorded = monitor.picture().recorded;

        QVERIFY(choose(shown.window(), u"&한국어"_s));
        QTRY_VERIFY(&shown.window() != first);
        QVERIFY2(isKorean(shown.window().windowTitle()), qPrintable(shown.window().windowTitle()));
        QVERIFY(shown.window().isVisible());
        QVERIFY(!shown.window().page().findChild<FirstRunPane*>()->isVisible()); // it watches still
        QCOMPARE(monitor.picture().watching, Watching::Running);
        QTRY_VERIFY_WITH_TIMEOUT(monitor.picture().recorded > recorded + 2, 30000);
        QTRY_VERIFY_WITH_TIMEOUT(shown.window().page().answer().has_value(), 30000);

        const MainWindow* const second = &shown.window();
        QVERIFY(choose(shown.window(), u"&English"_s));
        QTRY_VERIFY(&shown.window() != second);
        QVERIFY2(!isKorean(shown.window().windowTitle()), qPrintable(shown.window().windowTitle()));
        monitor.stop();
        int started = 0, stopped = 0;
        HistoryReader(record).rows(
            chosen.watchlist, {UtcTime{}, utcNow()}, [&](const Observation*, const Event* event) {
                started += event != nullptr && std::holds_alternative<Started>(event->what) ? 1 : 0;
                stopped += event != nullptr && std::holds_alternative<kpwatch::Stopped>(event->what) ? 1 : 0;
            });
        QCOMPARE(started, 1);
        QCOMPARE(stopped, 1);
    }

    // Who stopped, or whose way another program had, begins by their own hand alone.
    void aWindowInItsPlaceBeginsNothing() {
        const HttpServer page({}), control({});
        const std::filesystem::path record = m_folder.filePath(u"stopped"_s).toStdString();
        const Chosen chosen{{}, watchlistAt(page, control)};
        Monitor monitor({record, false}, chosen.watchlist, chosen.settings);
        RenewedWindow shown(monitor, record, std::nullopt, chosen,
                            {.agreed = Direct{}, .before = HandedOver{.kept = {.look = {.language = u"en"_s}}}});
        QTRY_COMPARE(monitor.picture().watching, Watching::Running);
        monitor.stop();
        const MainWindow* const first = &shown.window();
        QVERIFY(choose(shown.window(), u"&한국어"_s));
        QTRY_VERIFY(&shown.window() != first);
        QTest::qWait(300);
        QCOMPARE(monitor.picture().watching, Watching::Stopped);
    }

    void whoLooksOnKeepsThePageAndIsToldNothingUntrue() {
        const HttpServer page({}), control({});
        const std::filesystem::path record = m_folder.filePath(u"looked-on"_s).toStdString();
        const Chosen chosen{{}, watchlistAt(page, control)};
        Monitor collecting({record, false}, chosen.watchlist, chosen.settings);
        collecting.start();
        Monitor idle({record, false}, chosen.watchlist, chosen.settings);
        HandedOver before{.kept = {.look = {.language = u"en"_s}}};
        before.incidents = "20260101-000000";
        RenewedWindow shown(idle, record, std::nullopt, chosen, {.viewer = true, .before = before});
        const auto saidAtOnce = [&] { return shown.window().findChild<HeadlineBar*>()->accessibleName(); };
        QVERIFY2(saidAtOnce().startsWith(u"Reading the record"_s), qPrintable(saidAtOnce()));
        const MainWindow* const first = &shown.window();
        QVERIFY(choose(shown.window(), u"&한국어"_s));
        QTRY_VERIFY(&shown.window() != first);
        QVERIFY(!shown.window().page().isVisible());
        QCOMPARE(shown.window().giveWay().incidents, before.incidents);
    }

    void whatWasGivenByHandIsHandedOver() {
        const HttpServer page({}), control({});
        const std::filesystem::path record = m_folder.filePath(u"given"_s).toStdString();
        std::filesystem::create_directories(record);
        const Chosen chosen{{}, watchlistAt(page, control)};
        Monitor monitor({record, false}, chosen.watchlist, chosen.settings);
        HandedOver before{.kept = {.look = {.language = u"en"_s}}};
        before.secrets[SecretKind::WebhookAddress] = "http://127.0.0.1:9/given-by-hand";
        before.tokens["globalping"] = "tok-by-hand";
        RenewedWindow shown(monitor, record, std::nullopt, chosen, {.beside = record, .before = before});
        const MainWindow* const first = &shown.window();
        QVERIFY(choose(shown.window(), u"&한국어"_s));
        QTRY_VERIFY(&shown.window() != first);
        const HandedOver next = shown.window().giveWay();
        QVERIFY(next.secrets == before.secrets);
        QVERIFY(next.tokens == before.tokens);
        QCOMPARE(next.kept.look.language, u"ko"_s);
    }
};

QTEST_MAIN(TestRenewedWindow)
#include "tst_renewed_window.moc"
