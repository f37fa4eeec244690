// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/target/target_panel.h"

#include "tests/ui/live/sample_record.h"
#include "ui/live/controls.h"
#include "ui/live/live_page.h"
#include "ui/live/site_tile.h"
#include "ui/main_window.h"
#include "ui/target/waterfall_view.h"

#include <QComboBox>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace kpwatch;
using namespace std::chrono_literals;

namespace {

TargetAnswer answerOf(TargetId target) {
    TargetAnswer answer;
    answer.query = {target, sample::now()};
    Observation check;
    check.target = target;
    check.startedAt = sample::now() - 9s;
    check.elapsed = 10s;
    check.reached = Stage::Connect;
    check.failure = Failure::Timeout;
    check.peer = "175.45.176.71";
    answer.latest = check;
    answer.failures = {check};
    return answer;
}

QString said(const QWidget& widget) {
    QStringList texts;
    for (const QLabel* label : widget.findChildren<QLabel*>())
        if (label->isVisibleTo(&widget))
            texts << label->text();
    return texts.join(QLatin1Char('\n'));
}

} // namespace

class TargetPanelTest : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void init() {
        m_window.emplace(*m_monitor, *m_archive, m_watchlist, m_settings, MainWindowOptions{});
        m_window->show();
        QVERIFY(QTest::qWaitForWindowExposed(&*m_window));
        m_window->page().card().timeline().setTimeline(sample::timeline({sample::ago(24), sample::now()}), {});
    }
    void cleanup() { m_window.reset(); }

    void opensOnATile_data() {
        QTest::addColumn<int>("way");
        QTest::newRow("double click") << 0;
        QTest::newRow("enter") << 1;
        QTest::newRow("return") << 2;
    }
    void opensOnATile() {
        QFETCH(int, way);
        SiteTile* tile = m_window->findChildren<SiteTile*>().at(1);
        if (way == 0)
            QTest::mouseDClick(tile, Qt::LeftButton);
        else
            QTest::keyClick(tile, way == 1 ? Qt::Key_Enter : Qt::Key_Return);
        QTRY_VERIFY(panel() && panel()->isVisible());
        QCOMPARE(panel()->target(), TargetId{1});
        QVERIFY(said(*panel()).contains(QStringLiteral("Naenara")));
    }

    void opensOnALaneByMouseAndByKey() {
        TimelineWidget& timeline = m_window->page().card().timeline();
        const QPoint first(150, static_cast<int>(axisHeight()) + 66);
        QTest::mouseDClick(&timeline, Qt::LeftButton, {}, first);
        QTRY_VERIFY(panel() && panel()->isVisible());
        const TargetId clicked = panel()->target();
        QTest::keyClick(panel(), Qt::Key_Escape);
        QTRY_VERIFY(!panel()->isVisible());
        QTest::keyClick(&timeline, Qt::Key_Down);
        QTest::keyClick(&timeline, Qt::Key_Return);
        QTRY_VERIFY(panel()->isVisible());
        QVERIFY(m_watchlist.find(panel()->target()) != nullptr);
        QCOMPARE(clicked, TargetId{0});
    }

    void escapeClosesAndTabReachesEverything() {
        QTest::mouseDClick(m_window->findChildren<SiteTile*>().front(), Qt::LeftButton);
        QTRY_VERIFY(panel() && panel()->isVisible());
        QVERIFY(QTest::qWaitForWindowActive(panel()));
        QSet<QWidget*> reached;
        for (int i = 0; i < 8; ++i) {
            reached.insert(QApplication::focusWidget());
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        }
        reached.remove(nullptr);
        QVERIFY(reached.size() >= 2); // the facts, to scroll them, and the button
        for (const QWidget* widget : reached)
            QVERIFY2(!widget->accessibleName().isEmpty() || qobject_cast<const QAbstractButton*>(widget),
                     widget->metaObject()->className());
        QTest::keyClick(panel(), Qt::Key_Escape);
        QTRY_VERIFY(!panel()->isVisible());
    }

    void answersOfOtherTargetsAreIgnored() {
        TargetPanel alone(m_watchlist, m_settings, false, nullptr);
        QVERIFY(alone.showLane("kcna"));
        alone.setNow(sample::now());
        alone.setAnswer(answerOf(TargetId{1}));
        QVERIFY(said(alone).contains(QStringLiteral("Reading the record")));
        QVERIFY(alone.findChild<WaterfallView*>()->isHidden());
        alone.setAnswer(answerOf(TargetId{0}));
        QVERIFY(said(alone).contains(QStringLiteral("No answer to the connection")));
        QVERIFY(!alone.findChild<WaterfallView*>()->isHidden());
        QVERIFY(alone.findChild<WaterfallView*>()->accessibleDescription().contains(QStringLiteral("in vain")));
    }

    void aWindowThatLooksOnSaysWhatTheRecordSays() {
        m_window.emplace(*m_monitor, *m_archive, m_watchlist, m_settings, MainWindowOptions{.viewer = true});
        m_window->show();
        QTRY_VERIFY(m_window->page().answer());
        m_window->page().setAnswer(sample::answer(m_window->page().query()));
        QTest::mouseDClick(m_window->findChildren<SiteTile*>().front(), Qt::LeftButton);
        QVERIFY(panel() && panel()->isVisible());
        QVERIFY2(said(*panel()).contains(QStringLiteral("nswering since")), qPrintable(said(*panel())));
        QVERIFY2(!said(*panel()).contains(QStringLiteral("Not started")), qPrintable(said(*panel())));
    }

    void aGroupOffersEveryTargetOfIt() {
        TargetPanel alone(m_watchlist, m_settings, false, nullptr);
        QSignalSpy asked(&alone, &TargetPanel::queryWanted);
        QVERIFY(alone.showLane("name-servers"));
        auto* choice = alone.findChild<QComboBox*>();
        QCOMPARE(choice->count(), 2);
        QCOMPARE(alone.target(), TargetId{4});
        choice->setCurrentIndex(1);
        QCOMPARE(alone.target(), TargetId{5});
        QCOMPARE(asked.count(), 2);
        QVERIFY(!alone.showLane("own-line"));
        QVERIFY(!alone.showLane(""));
    }

  private:
    TargetPanel* panel() { return m_window->findChild<TargetPanel*>(); }

    Watchlist m_watchlist = sample::watchlist();
    Settings m_settings;
    QTemporaryDir m_folder;
    std::filesystem::path m_history = m_folder.filePath(QStringLiteral("history")).toStdString();
    std::unique_ptr<Monitor> m_monitor =
        std::make_unique<Monitor>(HistoryOptions{.directory = m_history, .simulated = false}, m_watchlist, m_settings);
    std::unique_ptr<Archive> m_archive = std::make_unique<Archive>(m_history, m_watchlist);
    std::optional<MainWindow> m_window;
};

QTEST_MAIN(TargetPanelTest)
#include "tst_target_panel.moc"
