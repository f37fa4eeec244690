// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/words/korea_time.h"
#include "tests/ui/live/sample_record.h"
#include "ui/live/find_dialog.h"
#include "ui/theme.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QLabel>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

#include <algorithm>

using namespace kpwatch;

class FindTest : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void initTestCase() { installFonts(); }

    void daysAreReadAsPeopleSayThem_data() {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QDate>("day");
        QTest::addColumn<QString>("rest");
        const QDate none;
        QTest::newRow("today") << "today" << QDate(2026, 3, 12) << "";
        QTest::newRow("yesterday") << "Yesterday kcna" << QDate(2026, 3, 11) << "kcna";
        QTest::newRow("last tuesday") << "last Tuesday" << QDate(2026, 3, 10) << "";
        QTest::newRow("tuesday alone") << "tue not answering" << QDate(2026, 3, 10) << "not answering";
        QTest::newRow("today's weekday is last week's") << "thursday" << QDate(2026, 3, 5) << "";
        QTest::newRow("day month") << "6 mar" << QDate(2026, 3, 6) << "";
        QTest::newRow("month day") << "March 6, kcna" << QDate(2026, 3, 6) << "kcna";
        QTest::newRow("not in the future") << "24 Nov" << QDate(2025, 11, 24) << "";
        QTest::newRow("with its weekday") << "Mon 24 Nov" << QDate(2025, 11, 24) << "";
        QTest::newRow("with a year") << "6 mar 2024" << QDate(2024, 3, 6) << "";
        QTest::newRow("iso") << "2026-01-31" << QDate(2026, 1, 31) << "";
        QTest::newRow("Korean, today") << "오늘 고려항공" << QDate(2026, 3, 12) << "고려항공";
        QTest::newRow("Korean, yesterday") << "어제" << QDate(2026, 3, 11) << "";
        QTest::newRow("Korean, last tuesday") << "지난 화요일 응답 없음" << QDate(2026, 3, 10) << "응답 없음";
        QTest::newRow("Korean, month and day") << "3월 6일 고려항공" << QDate(2026, 3, 6) << "고려항공";
        QTest::newRow("Korean, with its weekday") << "11월 24일(월)" << QDate(2025, 11, 24) << "";
        QTest::newRow("Korean, with a year") << "2024년 3월 6일" << QDate(2024, 3, 6) << "";
        QTest::newRow("Korean, no such day") << "2월 31일" << none << "31 february";
        QTest::newRow("no such day") << "31 feb" << none << "31 feb";
        QTest::newRow("a word that begins so") << "mars" << none << "mars";
        QTest::newRow("nothing") << "  " << none << "";
        QTest::newRow("a site") << "Air Koryo" << none << "air koryo";
    }
    void daysAreReadAsPeopleSayThem() {
        QFETCH(QString, typed);
        QFETCH(QDate, day);
        QFETCH(QString, rest);
        const Sought read = sought(typed, QDate(2026, 3, 12)); // a Thursday
        QCOMPARE(read.day.value_or(QDate()), day);
        QCOMPARE(read.words.join(QLatin1Char(' ')), rest);
    }

    void aDayIsThatOfKorea() {
        const TimeRange day = dayInKorea(QDate(2026, 3, 10));
        QCOMPARE(QString::fromStdString(isoUtc(day.begin)).left(16), QStringLiteral("2026-03-09T15:00"));
        QCOMPARE(day.length(), std::chrono::milliseconds(std::chrono::hours{24}));
        QCOMPARE(dayInKorea(QDate(2015, 8, 14)).length(), std::chrono::milliseconds(std::chrono::hours{24}) +
                                                              std::chrono::minutes{30}); // the clocks were set back
    }

    void onlyWhatWasNotAsItShouldBeIsListed() {
        const std::vector<Stretch> all = stretches(day());
        QVERIFY(all.size() > 10);
        for (const Stretch& each : all)
            QVERIFY(each.verdict != Verdict::Up);
        QVERIFY(
            std::ranges::is_sorted(all, std::ranges::greater{}, [](const Stretch& each) { return each.range.begin; }));
    }

    void wordsNarrowTheList_data() {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<int>("count");
        QTest::newRow("two of one site") << "ministry not answering" << 2;
        QTest::newRow("a state in capitals") << "ERROR PAGE" << 1;
        QTest::newRow("a reason") << "asleep kcna" << 1;
        QTest::newRow("nothing") << "no such word" << 0;
        QTest::newRow("a weekday of the day before") << "wed error" << 1;
    }
    void wordsNarrowTheList() {
        QFETCH(QString, typed);
        QFETCH(int, count);
        FoundModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setRecord(day());
        model.seek(sought(typed, inKorea(sample::now()).date()));
        QCOMPARE(model.rowCount(), count);
    }

    // Also if nothing was found when it opened.
    void noStateIsCutInTheList() {
        FindDialog dialog;
        dialog.begin(false, sample::now());
        dialog.show();
        QVERIFY(QTest::qWaitForWindowExposed(&dialog));
        auto* field = dialog.findChild<QLineEdit*>();
        field->setText(QStringLiteral("no such word"));
        dialog.setRecord(day());
        field->setText(QStringLiteral("mfa"));
        field->clear();
        const auto* view = dialog.findChild<QTableView*>();
        const QFontMetrics metrics(view->font());
        for (int row = 0; row < view->model()->rowCount(); ++row)
            for (int column = 0; column < FoundModel::Why; ++column)
                QVERIFY(metrics.horizontalAdvance(view->model()->index(row, column).data().toString()) <
                        view->columnWidth(column));
    }

    // And that is the one marked.
    void enterShowsTheWorst() {
        FindDialog dialog;
        dialog.begin(false, sample::now());
        dialog.setRecord(day());
        dialog.show();
        QVERIFY(QTest::qWaitForWindowExposed(&dialog));
        QSignalSpy found(&dialog, &FindDialog::found);
        auto* field = dialog.findChild<QLineEdit*>();
        QVERIFY(field->hasFocus() || field == dialog.focusWidget());
        QTest::keyClicks(field, QStringLiteral("ministry answering"));
        QTest::keyClick(field, Qt::Key_Return);
        QCOMPARE(found.count(), 1);
        QCOMPARE(found.first().at(0).value<std::string>(), std::string("mfa"));
        QCOMPARE(found.first().at(1).value<TimeRange>().begin, sample::ago(2, 13));
        QVERIFY(!dialog.isVisible());
    }

    void theMenuOfARowShowsIt() {
        FindDialog dialog;
        dialog.begin(false, sample::now());
        dialog.setRecord(day());
        auto* const view = dialog.findChild<QTableView*>();
        QCOMPARE(view->contextMenuPolicy(), Qt::ActionsContextMenu);
        QSignalSpy found(&dialog, &FindDialog::found);
        view->setCurrentIndex(view->model()->index(0, 0));
        view->actions().front()->trigger();
        QCOMPARE(found.count(), 1);
        dialog.findChild<QLineEdit*>()->setText(QStringLiteral("no such word"));
        view->actions().front()->trigger(); // no row, and nothing to show
        QCOMPARE(found.count(), 1);
    }

    void aQuietDayIsSaidAndCanBeShown() {
        FindDialog dialog;
        dialog.begin(false, sample::now());
        dialog.setRecord(day());
        dialog.show();
        auto* field = dialog.findChild<QLineEdit*>();
        QSignalSpy found(&dialog, &FindDialog::found);
        field->setText(QStringLiteral("2026-03-09"));
        QVERIFY(said(dialog, QStringLiteral("Nothing but answers is recorded on Mon 9 Mar 2026")) ||
                said(dialog, QStringLiteral("Nothing but answers is recorded on Mon 9 Mar")));
        QTest::keyClick(field, Qt::Key_Return);
        QCOMPARE(found.count(), 1);
        QVERIFY(found.first().at(0).value<std::string>().empty());
        QCOMPARE(found.first().at(1).value<TimeRange>(), dayInKorea(QDate(2026, 3, 9)));
        field->setText(QStringLiteral("2019-03-09")); // long before the record
        QVERIFY(said(dialog, QStringLiteral("was before the first check")));
        QTest::keyClick(field, Qt::Key_Return);
        QCOMPARE(found.count(), 1);
    }

  private:
    static Timeline day() {
        Timeline made = sample::timeline({sample::ago(24 * 5), sample::now()});
        return made;
    }
    static bool said(const FindDialog& dialog, const QString& text) {
        const auto labels = dialog.findChildren<QLabel*>();
        return std::ranges::any_of(labels, [&](const QLabel* label) { return label->text().contains(text); });
    }
};

QTEST_MAIN(FindTest)
#include "tst_find.moc"
