// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/words/words.h"
#include "tests/ui/live/sample_record.h"
#include "ui/live/day_edit.h"
#include "ui/live/go_to_dialog.h"
#include "ui/live/span_words.h"
#include "ui/live/timeline_table.h"
#include "ui/remembered.h"
#include "ui/theme.h"
#include "ui/translation.h"

#include <QAbstractButton>
#include <QAbstractItemModelTester>
#include <QAction>
#include <QCalendarWidget>
#include <QClipboard>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QStandardPaths>
#include <QStyle>
#include <QStyleOption>
#include <QTableView>
#include <QTest>
#include <QTextCharFormat>
#include <QTimeEdit>
#include <QToolButton>

#include <algorithm>

using namespace kpwatch;

class TimelineTableTest : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void initTestCase() {
        QStandardPaths::setTestModeEnabled(true);
        installFonts();
    }

    void everyStretchOfEveryLaneIsARow() {
        SpanTableModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        const Timeline timeline = day();
        model.setTimeline(timeline);
        QCOMPARE(model.rowCount(), rowsOf(timeline));
        const Span& first = timeline.lanes.front().spans.front();
        QCOMPARE(cell(model, 0, SpanTableModel::LaneName), QStringLiteral("KCNA"));
        QCOMPARE(cell(model, 0, SpanTableModel::State), words::state(first.verdict));
        QVERIFY(cell(model, 0, SpanTableModel::FromKst).contains(words::clockKstSeconds(first.range.begin)));
        QVERIFY(cell(model, 0, SpanTableModel::FromUtc).endsWith(QStringLiteral("UTC")));
    }

    void whatGoesOnEndsNow() {
        SpanTableModel model;
        const Timeline timeline = day();
        model.setTimeline(timeline);
        const int last = static_cast<int>(timeline.lanes.front().spans.size()) - 1;
        QCOMPARE(cell(model, last, SpanTableModel::ToKst), QStringLiteral("now"));
        QVERIFY(cell(model, 0, SpanTableModel::ToKst) != QStringLiteral("now"));
    }

    void aLongerLastStretchKeepsThePlaceOfTheReader() {
        SpanTableModel model;
        Timeline timeline = day();
        model.setTimeline(timeline);
        bool reset = false;
        connect(&model, &QAbstractItemModel::modelReset, this, [&reset] { reset = true; });
        timeline.now += std::chrono::minutes{1};
        for (Lane& lane : timeline.lanes)
            lane.spans.back().range.end = timeline.now;
        model.setTimeline(timeline);
        QVERIFY(!reset);
        timeline.lanes.front().label = "Another";
        model.setTimeline(timeline);
        QVERIFY(reset);
    }

    // Its edges move on every few seconds, and now and then a stretch goes out at one and another comes in at the
    // other.
    void aLiveViewMovesOnBeneathTheReader() {
        TimelineTable table;
        const QTableView& view = *table.findChild<QTableView*>();
        const QAbstractItemModelTester tester(view.model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        const auto from = [](std::chrono::minutes later) {
            return sample::timeline({sample::now() - std::chrono::hours{24} + later, sample::now()});
        };
        const auto read = [&view](int row) {
            const QAbstractItemModel& rows = *view.model();
            return rows.index(row, SpanTableModel::LaneName).data().toString() + u'|' +
                   rows.index(row, SpanTableModel::ToKst).data().toString();
        };
        const Timeline before = from({});
        table.setTimeline(before);
        const auto row = static_cast<int>(before.lanes[0].spans.size() + before.lanes[1].spans.size()) - 2;
        table.findChild<QTableView*>()->setCurrentIndex(view.model()->index(row, 0));
        const QString was = read(row);
        QVERIFY(was.startsWith(QStringLiteral("Naenara")) && !was.endsWith(QStringLiteral("now")));
        table.setTimeline(from(std::chrono::minutes{1}));
        QCOMPARE(view.currentIndex().row(), row);
        Timeline later = from(std::chrono::hours{11}); // the earliest stretch is gone
        Span back = later.lanes[0].spans.back();
        back.range.begin = later.lanes[0].spans.back().range.end -= std::chrono::minutes{1};
        back.verdict = Verdict::Up;
        later.lanes[0].spans.push_back(back);
        table.setTimeline(later);
        QCOMPARE(view.model()->rowCount(), rowsOf(later));
        QVERIFY(view.currentIndex().row() < row);
        QCOMPARE(read(view.currentIndex().row()), was);
        int each = 0;
        for (const Lane& lane : later.lanes)
            for (const Span& span : lane.spans)
                QCOMPARE(view.model()->index(each++, SpanTableModel::State).data().toString(),
                         spanState(lane.kind, span));
    }

    void searchAndCopyByKeyboard() {
        TimelineTable table;
        table.setTimeline(day());
        table.show();
        QVERIFY(QTest::qWaitForWindowExposed(&table));
        auto* const view = table.findChild<QTableView*>();
        const int all = view->model()->rowCount();
        QTest::keyClicks(table.findChild<QLineEdit*>(), QStringLiteral("not answering"));
        const int found = view->model()->rowCount();
        QVERIFY(found > 0 && found < all);
        view->selectAll();
        view->setFocus();
        QTRY_VERIFY(view->hasFocus());
        QTest::keySequence(view, QKeySequence::Copy);
        const QStringList lines = QGuiApplication::clipboard()->text().split(QLatin1Char('\n'));
        QCOMPARE(lines.size(), found + 1);
        QVERIFY(lines.front().startsWith(QStringLiteral("Lane\tState\t")));
        QVERIFY(lines.at(1).contains(QStringLiteral("\tNot answering\t")));
    }

    void rowsAreCopiedByTheirMenu() {
        TimelineTable table;
        table.setTimeline(day());
        auto* const view = table.findChild<QTableView*>();
        QCOMPARE(view->contextMenuPolicy(), Qt::ActionsContextMenu);
        view->selectRow(1);
        view->actions().front()->trigger();
        QCOMPARE(QGuiApplication::clipboard()->text().count(QLatin1Char('\n')), 1); // the headings, and it
    }

    void aDayIsChosenInKoreaTimeAndWhatIsNotInTheRecordIsSaid() {
        const UtcTime oldest = *parseIsoUtc("2026-03-01T00:00:00Z"), now = sample::now();
        GoToDialog dialog(now, oldest, now);
        const auto says = [&dialog](const QString& what) {
            for (const QLabel* const label : dialog.findChildren<QLabel*>())
                if (label->text().contains(what))
                    return true;
            return false;
        };
        const QPushButton* go = nullptr;
        for (const QPushButton* const each : dialog.findChildren<QPushButton*>())
            go = each->text() == QStringLiteral("Go there") ? each : go;
        QVERIFY(go != nullptr);
        dialog.findChild<DayEdit*>()->setDate({2026, 3, 10});
        dialog.findChild<QTimeEdit*>()->setTime({2, 18});
        QCOMPARE(dialog.chosen(), *parseIsoUtc("2026-03-09T17:18:00Z"));
        QVERIFY(go->isEnabled());
        dialog.findChild<DayEdit*>()->setDate({2026, 3, 12});
        dialog.findChild<QTimeEdit*>()->setTime({23, 0});
        QVERIFY(says(QStringLiteral("This hour is still to come.")) && !go->isEnabled());
        dialog.findChild<DayEdit*>()->setDate({2027, 3, 12});
        QVERIFY(says(QStringLiteral("This day is still to come.")) && !go->isEnabled());
        dialog.findChild<DayEdit*>()->setDate({2026, 2, 27});
        QVERIFY(says(QStringLiteral("Nothing is known of days before")) && !go->isEnabled());
    }

    // Hangul is wider than the letters by which Qt measures a field.
    void theWholeDayIsSeenInKorean() {
        QVERIFY(speak(QStringLiteral("ko")));
        DayEdit edit;
        QLineEdit& line = edit.line();
        line.setFont(kpwatch::font(26));
        edit.setDate({2026, 11, 27});
        speak(QStringLiteral("en"));
        QCOMPARE(line.text(), QString::fromUtf8("2026년 11월 27일(금)"));
        edit.show();
        QVERIFY(QTest::qWaitForWindowExposed(&edit));
        QStyleOptionFrame option;
        option.initFrom(&line);
        option.lineWidth = line.style()->pixelMetric(QStyle::PM_DefaultFrameWidth, &option, &line);
        const QRect room = line.style()->subElementRect(QStyle::SE_LineEditContents, &option, &line);
        QVERIFY(room.width() > line.fontMetrics().horizontalAdvance(line.text()));
    }

    // Qt's own are green.
    void arrowsOfTheCalendarAreInTheColourOfText() {
        DayEdit edit;
        edit.setDate({2026, 3, 12});
        edit.show();
        edit.findChild<QAbstractButton*>()->click();
        auto* calendar = edit.findChild<QCalendarWidget*>();
        QVERIFY(QTest::qWaitForWindowExposed(calendar));
        QStringList names;
        for (auto* const button : calendar->findChildren<QToolButton*>())
            if (button->objectName().endsWith(QStringLiteral("prevmonth")) ||
                button->objectName().endsWith(QStringLiteral("nextmonth"))) {
                QVERIFY(button->icon().isNull() && !button->text().isEmpty());
                names << button->accessibleName();
            }
        QCOMPARE(names, (QStringList{QStringLiteral("Month before"), QStringLiteral("Month after")}));
        calendar->findChild<QToolButton*>(QStringLiteral("qt_calendar_prevmonth"))->click();
        QCOMPARE(calendar->monthShown(), 2);
        calendar->close();
    }

    void weekendsInTheCalendarAreNotRed() {
        DayEdit edit;
        edit.show();
        edit.findChild<QAbstractButton*>()->click();
        auto* calendar = edit.findChild<QCalendarWidget*>();
        QVERIFY(calendar != nullptr);
        for (const Qt::DayOfWeek day : {Qt::Saturday, Qt::Sunday})
            QCOMPARE(calendar->weekdayTextFormat(day), calendar->weekdayTextFormat(Qt::Monday));
        calendar->close();
    }

    void aDayIsReadAsItIsTyped() {
        const UtcTime oldest = *parseIsoUtc("2026-03-01T00:00:00Z"), now = sample::now();
        GoToDialog dialog(now, oldest, now);
        dialog.show();
        QLineEdit& line = dialog.findChild<DayEdit*>()->line();
        QVERIFY(QTest::qWaitForWindowExposed(&dialog));
        dialog.findChild<QTimeEdit*>()->setTime({2, 18});
        line.setFocus();
        const auto type = [&line](const QString& text) {
            line.selectAll();
            QTest::keyClicks(&line, text);
        };
        for (const char* const day : {"10 Mar 2026", "10 March 2026", "2026-03-10", "Tue 10 Mar 2026"}) {
            type(QStringLiteral("someday"));
            QVERIFY(line.accessibleDescription().startsWith(QStringLiteral("This is not read as a day.")));
            type(QString::fromLatin1(day));
            QCOMPARE(dialog.chosen(), *parseIsoUtc("2026-03-09T17:18:00Z"));
        }
        QTest::keyClick(&line, Qt::Key_Down);
        QCOMPARE(line.text(), QStringLiteral("Mon 9 Mar 2026"));
    }

    void whatIsRememberedComesBack() {
        const Remembered kept{.geometry = QByteArray("place"),
                              .look = {.theme = ThemeChoice::Dark,
                                       .textPercent = 150,
                                       .contrast = Wish::Yes,
                                       .stillness = Wish::No,
                                       .language = QStringLiteral("ko")},
                              .chart = {.preset = "phone", .dark = true},
                              .range = RangeChoice::Month,
                              .order = LogOrder::Longest};
        remember(kept);
        const Remembered read = remembered();
        QCOMPARE(read.geometry, kept.geometry);
        QVERIFY(read.look == kept.look);
        QCOMPARE(read.chart.preset, kept.chart.preset);
        QCOMPARE(read.chart.dark, kept.chart.dark);
        QCOMPARE(read.range, kept.range);
        QVERIFY(read.order == kept.order);
    }

  private:
    static Timeline day() { return sample::timeline({sample::now() - std::chrono::hours{24}, sample::now()}); }
    static int rowsOf(const Timeline& timeline) {
        std::size_t spans = 0;
        for (const Lane& lane : timeline.lanes)
            spans += lane.spans.size();
        return static_cast<int>(spans);
    }
    static QString cell(const SpanTableModel& model, int row, int column) {
        return model.index(row, column).data().toString();
    }
};

QTEST_MAIN(TimelineTableTest)
#include "tst_timeline_table.moc"
