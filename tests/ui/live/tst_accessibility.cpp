// SPDX-License-Identifier: GPL-3.0-or-later
// What a screen reader meets: the timeline as a table with words in its cells, and a name on everything that takes the
// focus.
#include "tests/ui/live/sample_record.h"
#include "ui/export/export_dialog.h"
#include "ui/incidents/incident_pane.h"
#include "ui/live/find_dialog.h"
#include "ui/live/headline_bar.h"
#include "ui/live/live_page.h"
#include "ui/live/timeline_table.h"
#include "ui/live/top_bar.h"
#include "ui/main_window.h"
#include "ui/target/target_panel.h"

#include <QAccessible>
#include <QApplication>
#include <QTemporaryDir>
#include <QtTest>

#include <algorithm>

using namespace kpwatch;
using namespace Qt::StringLiterals;

namespace {

// Of everything below that takes the focus: what has no name.
QStringList nameless(QWidget& root) {
    QStringList found;
    for (QWidget* widget : root.findChildren<QWidget*>()) {
        const bool ofQt = qstrcmp(widget->metaObject()->className(), "QComboBoxListView") == 0; // in its own pop-up
        if (widget->focusPolicy() == Qt::NoFocus || widget->focusProxy() != nullptr || widget->isHidden() || ofQt)
            continue;
        const QAccessibleInterface* const interface = QAccessible::queryAccessibleInterface(widget);
        if (interface == nullptr || interface->text(QAccessible::Name).isEmpty())
            found << QString::fromUtf8(widget->metaObject()->className()) + u" in "_s +
                         QString::fromUtf8(widget->parentWidget()->metaObject()->className());
    }
    return found;
}

} // namespace

class TestAccessibility : public QObject {
    Q_OBJECT
    Watchlist m_watchlist = sample::watchlist();
    Settings m_settings;
    QTemporaryDir m_folder;

    std::unique_ptr<LivePage> shownPage() const {
        auto page = std::make_unique<LivePage>(m_watchlist, m_settings, LivePageOptions{}, sample::now());
        page->resize(1440, 850);
        page->show();
        page->setPicture(sample::picture());
        page->setAnswer(sample::answer(page->query()));
        return page;
    }

  private Q_SLOTS:
    void initTestCase() {
        installFonts();
        QAccessible::setActive(true);
    }

    void timelineIsATableOfLanesAndStretches() {
        const auto page = shownPage();
        TimelineWidget& timeline = page->card().timeline();
        QAccessibleInterface* const seen = QAccessible::queryAccessibleInterface(&timeline);
        QCOMPARE(seen->role(), QAccessible::Table);
        QVERIFY(seen->text(QAccessible::Name).startsWith(u"Outage timeline, "_s));
        QAccessibleTableInterface* const table = seen->tableInterface();
        QVERIFY(table != nullptr);
        const Timeline sampled = sample::timeline(page->query().range);
        QCOMPARE(table->rowCount(), static_cast<int>(sampled.lanes.size()));
        QCOMPARE(table->rowDescription(3), u"Foreign Ministry, Not answering"_s);
        const auto& spans = sampled.lanes[3].spans;
        QVERIFY(table->columnCount() >= static_cast<int>(spans.size()));
        for (std::size_t i = 0; i < spans.size(); ++i) {
            QAccessibleInterface* const cell = table->cellAt(3, static_cast<int>(i));
            QCOMPARE(cell->role(), QAccessible::Cell);
            QCOMPARE(cell->tableCellInterface()->rowIndex(), 3);
            QCOMPARE(cell->tableCellInterface()->table(), seen);
            const QString said = cell->text(QAccessible::Name);
            QVERIFY2(said.startsWith(u"Foreign Ministry · "_s + words::stateLower(spans[i].verdict)), qPrintable(said));
            QCOMPARE(seen->indexOfChild(cell), 3 * table->columnCount() + static_cast<int>(i));
            QCOMPARE(seen->child(3 * table->columnCount() + static_cast<int>(i)), cell);
        }
        const int down = static_cast<int>(std::ranges::find(spans, Verdict::Down, &Span::verdict) - spans.begin());
        const QString said = table->cellAt(3, down)->text(QAccessible::Name);
        QVERIFY2(said.contains(u"10:52 – 11:40 KST · about 50 min"_s), qPrintable(said));
        const QRect place = table->cellAt(3, down)->rect();
        QVERIFY(place.width() > 10 && timeline.rect().contains(timeline.mapFromGlobal(place.center())));
    }

    void whatIsNoLongerThereSaysNothing() {
        const auto page = shownPage();
        QAccessibleInterface* const seen = QAccessible::queryAccessibleInterface(&page->card().timeline());
        QAccessibleInterface* const last = seen->tableInterface()->cellAt(0, seen->tableInterface()->columnCount() - 1);
        page->card().timeline().setTimeline({}, {});
        QCOMPARE(seen->tableInterface()->rowCount(), 0);
        QVERIFY(!last->isValid() && last->text(QAccessible::Name).isEmpty() && last->rect().isEmpty());
        QVERIFY(seen->tableInterface()->cellAt(0, 0) == nullptr);
    }

    void choosingARowChoosesItsLane() {
        const auto page = shownPage();
        QAccessibleTableInterface* const table =
            QAccessible::queryAccessibleInterface(&page->card().timeline())->tableInterface();
        QVERIFY(table->selectRow(2));
        QCOMPARE(page->card().timeline().view().lane(), std::string("airkoryo"));
        QCOMPARE(table->selectedRows(), QList<int>{2});
    }

    void controlsSayWhatTheyAre() {
        const std::string history = m_folder.filePath(u"none"_s).toStdString();
        Monitor monitor({history, false}, m_watchlist, m_settings);
        Archive archive(history, m_watchlist);
        MainWindow window(monitor, archive, m_watchlist, m_settings, {});
        window.show();
        window.page().setPicture(sample::picture());
        window.page().setAnswer(sample::answer(window.page().query()));
        const auto roleOf = [&](const QString& text) {
            for (Button* const button : window.findChildren<Button*>())
                if (button->text() == text)
                    return QAccessible::queryAccessibleInterface(button)->role();
            return QAccessible::NoRole;
        };
        QCOMPARE(roleOf(u"Live"_s), QAccessible::PageTab);
        QCOMPARE(roleOf(u"24 h"_s), QAccessible::RadioButton);
        QCOMPARE(roleOf(u"Find…"_s), QAccessible::Button);
        QAccessibleInterface* const headline = QAccessible::queryAccessibleInterface(window.findChild<HeadlineBar*>());
        QCOMPARE(headline->role(), QAccessible::StatusBar);
        for (QWidget* const widget : window.findChildren<QWidget*>())
            if (QAccessibleInterface* const spoken = QAccessible::queryAccessibleInterface(widget))
                QVERIFY2(!spoken->text(QAccessible::Description).contains(u"<span"_s),
                         qPrintable(spoken->text(QAccessible::Description)));
        for (Button* const button : window.findChildren<Button*>())
            if (button->text() == u"7 d"_s) {
                QAccessible::queryAccessibleInterface(button)->actionInterface()->doAction(
                    QAccessibleActionInterface::pressAction());
                QVERIFY(QAccessible::queryAccessibleInterface(button)->state().checked);
            }
        QCOMPARE(window.page().card().timeline().view().choice(), std::optional(RangeChoice::Week));
    }

    // From the top to the bottom, and in a row from left to right; the pane last.
    void tabGoesAsTheEyeDoes() {
        const std::string history = m_folder.filePath(u"none"_s).toStdString();
        Monitor monitor({history, false}, m_watchlist, m_settings);
        Archive archive(history, m_watchlist);
        MainWindow window(monitor, archive, m_watchlist, m_settings, {});
        window.resize(1440, 900);
        window.show();
        QVERIFY(QTest::qWaitForWindowExposed(&window));
        window.page().setPicture(sample::picture());
        window.page().setAnswer(sample::answer(window.page().query()));
        QCoreApplication::processEvents();
        const auto* const top = window.findChild<TopBar*>();
        std::vector<std::tuple<int, int, int>> visited; // column, row, place in it
        QWidget* at = window.findChild<TopBar*>();
        for (int steps = 0; steps < 200; ++steps, at = at->nextInFocusChain()) {
            if (!at->isVisible() || !at->isEnabled() || !(at->focusPolicy() & Qt::TabFocus))
                continue;
            const QPoint place = at->mapTo(&window, QPoint(0, at->height() / 2));
            const bool pane = !top->isAncestorOf(at) && place.x() > 1440 - LivePage::paneWidth;
            if (!visited.empty() && std::tuple(pane ? 1 : 0, place.y() / 24, place.x()) == visited.front())
                break; // once around
            visited.emplace_back(pane ? 1 : 0, place.y() / 24, place.x());
        }
        QVERIFY(visited.size() > 20);
        const auto sorted = std::ranges::is_sorted_until(visited);
        QVERIFY2(sorted == visited.end(),
                 qPrintable(u"at %1 of %2"_s.arg(sorted - visited.begin()).arg(visited.size())));
    }

    void everythingThatTakesTheFocusHasAName() {
        const std::string history = m_folder.filePath(u"none"_s).toStdString();
        Monitor monitor({history, false}, m_watchlist, m_settings);
        Archive archive(history, m_watchlist);
        MainWindow window(monitor, archive, m_watchlist, m_settings, {});
        window.show();
        QCOMPARE(nameless(window).join(u", "_s), QString());
        window.page().setPicture(sample::picture());
        window.page().setAnswer(sample::answer(window.page().query()));
        QCOMPARE(nameless(window).join(u", "_s), QString());
        TargetPanel target(m_watchlist, m_settings, false, nullptr);
        QCOMPARE(nameless(target).join(u", "_s), QString());
        ExportDialog chart({sample::timeline(window.page().query().range)}, m_settings, {}, nullptr);
        QCOMPARE(nameless(chart).join(u", "_s), QString());
        FindDialog find(nullptr);
        QCOMPARE(nameless(find).join(u", "_s), QString());
        TimelineTable table(nullptr);
        QCOMPARE(nameless(table).join(u", "_s), QString());
    }
};

QTEST_MAIN(TestAccessibility)
#include "tst_accessibility.moc"
