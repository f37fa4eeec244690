// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/live/view_state.h"

#include <QTest>

using namespace kpwatch;
using std::chrono::hours;
using std::chrono::milliseconds;
using std::chrono::minutes;
using std::chrono::seconds;

static UtcTime start() { return *parseIsoUtc("2026-03-12T07:46:20Z"); }

class ViewStateTest : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void beginsWithTheLastDayFollowingNow();
    void choiceHasItsLength_data();
    void choiceHasItsLength();
    void followsThePresentInStepsOfAPixel();
    void aViewOfThePastStandsStill();
    void zoomKeepsTheInstantUnderThePointer();
    void zoomStaysWithinTheLimits();
    void panStopsJustAfterNow();
    void allReachesFromTheFirstRowToNow();
    void oldestShowsTheFirstRow();
    void brushIsKeptWithinTheLimits();
    void anotherLaneForgetsTheCursor();
};

void ViewStateTest::beginsWithTheLastDayFollowingNow() {
    const ViewState view(start());
    QVERIFY(view.followsNow());
    QCOMPARE(view.choice(), std::optional(RangeChoice::Day));
    QCOMPARE(view.range().length(), milliseconds(hours{24}));
    QVERIFY(view.range().contains(start()));
    QCOMPARE(view.range().end - start(), milliseconds(hours{24}) * 3 / 100);
}

void ViewStateTest::choiceHasItsLength_data() {
    QTest::addColumn<int>("index");
    QTest::addColumn<int>("hourCount");
    QTest::newRow("1 h") << 0 << 1;
    QTest::newRow("6 h") << 1 << 6;
    QTest::newRow("24 h") << 2 << 24;
    QTest::newRow("7 d") << 3 << 7 * 24;
    QTest::newRow("30 d") << 4 << 30 * 24;
    QTest::newRow("1 y") << 5 << 365 * 24;
}

void ViewStateTest::choiceHasItsLength() {
    QFETCH(int, index);
    QFETCH(int, hourCount);
    ViewState view(start());
    view.choose(rangeChoices.at(static_cast<std::size_t>(index)));
    QCOMPARE(view.range().length(), milliseconds(hours{hourCount}));
    QVERIFY(view.followsNow());
}

void ViewStateTest::followsThePresentInStepsOfAPixel() {
    ViewState view(start());
    const TimeRange before = view.range();
    view.setNow(start() + seconds{10}); // a pixel of a day is more than a minute
    QCOMPARE(view.range(), before);
    view.setNow(start() + minutes{5});
    QCOMPARE(view.range().end, before.end + minutes{5});
    QCOMPARE(view.range().length(), before.length());
}

void ViewStateTest::aViewOfThePastStandsStill() {
    ViewState view(start());
    view.panByShare(-0.5);
    QVERIFY(!view.followsNow());
    const TimeRange before = view.range();
    view.setNow(start() + hours{3});
    QCOMPARE(view.range(), before);
    view.toNow();
    QVERIFY(view.followsNow());
    QCOMPARE(view.range().length(), before.length());
}

void ViewStateTest::zoomKeepsTheInstantUnderThePointer() {
    ViewState view(start());
    for (const double factor : {0.5, 0.8, 1.25, 0.3}) {
        const TimeAxis axis{view.range(), 262, 1000};
        const UtcTime under = axis.timeAt(500);
        view.zoomAt(axis, 500, factor);
        const TimeAxis after{view.range(), 262, 1000};
        QVERIFY(std::abs(after.xAt(under) - 500) < 0.5);
    }
    QCOMPARE(view.choice(), std::nullopt);
}

void ViewStateTest::zoomStaysWithinTheLimits() {
    ViewState view(start());
    for (int i = 0; i < 60; ++i)
        view.zoom(0.5);
    QCOMPARE(view.range().length(), milliseconds(shortestRange));
    for (int i = 0; i < 60; ++i)
        view.zoom(2);
    QVERIFY(view.range().length() <= milliseconds(longestRange));
    QVERIFY(view.range().end <= start() + view.range().length() * 3 / 100 + milliseconds{1});
}

void ViewStateTest::panStopsJustAfterNow() {
    ViewState view(start());
    view.panByShare(5);
    QVERIFY(view.followsNow());
    QVERIFY(view.range().end <= start() + view.range().length() * 3 / 100 + milliseconds{1});
}

void ViewStateTest::allReachesFromTheFirstRowToNow() {
    ViewState view(start());
    view.choose(RangeChoice::All);
    view.setFirstRow(start() - hours{100});
    QVERIFY(view.range().begin <= start() - hours{100});
    QVERIFY(view.range().begin > start() - hours{104});
    view.setNow(start() + hours{2});
    QVERIFY(view.range().contains(start() + hours{2}));
    QVERIFY(view.range().begin <= start() - hours{99});
}

void ViewStateTest::oldestShowsTheFirstRow() {
    ViewState view(start());
    view.setFirstRow(start() - hours{100});
    view.toOldest();
    QVERIFY(view.range().contains(start() - hours{100}));
    QVERIFY(!view.followsNow());
    view.setFirstRow(start() - hours{2}); // a record shorter than the view
    view.toOldest();
    QVERIFY(view.followsNow());
}

void ViewStateTest::brushIsKeptWithinTheLimits() {
    ViewState view(start());
    view.show({start() - hours{50}, start() - hours{40}});
    QCOMPARE(view.range().length(), milliseconds(hours{10}));
    QVERIFY(!view.followsNow());
    view.show({start() - hours{1}, start() + hours{20}});
    QVERIFY(view.range().end <= start() + hours{1});
    view.show({start() - seconds{10}, start() - seconds{9}});
    QCOMPARE(view.range().length(), milliseconds(shortestRange));
}

void ViewStateTest::anotherLaneForgetsTheCursor() {
    ViewState view(start());
    view.selectLane("kcna");
    view.setCursor(start());
    view.selectLane("kcna");
    QVERIFY(view.cursor().has_value());
    view.selectLane("mfa");
    QVERIFY(!view.cursor().has_value());
    view.toggleOpen("mfa");
    QVERIFY(view.isOpen("mfa"));
    view.toggleOpen("mfa");
    QVERIFY(!view.isOpen("mfa"));
}

QTEST_GUILESS_MAIN(ViewStateTest)
#include "tst_view_state.moc"
