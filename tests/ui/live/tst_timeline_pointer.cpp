// SPDX-License-Identifier: GPL-3.0-or-later
// The timeline and its strip under real events: they go in where the platform would put them.
#include "tests/ui/live/sample_record.h"
#include "ui/live/timeline_card.h"

#include <QAccessible>
#include <QApplication>
#include <QNativeGestureEvent>
#include <QSignalSpy>
#include <QTest>

#include <cmath>

using namespace kpwatch;
using std::chrono::hours;
using std::chrono::milliseconds;
using std::chrono::minutes;
using std::chrono::seconds;

namespace {

qreal lengthsApart(UtcTime one, UtcTime other, TimeRange of) {
    return std::abs(static_cast<qreal>((one - other).count())) / static_cast<qreal>(of.length().count());
}

} // namespace

class TimelinePointerTest : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup() { m_card.reset(); }
    void pinchOnATouchpadKeepsTheInstantUnderThePointer_data();
    void pinchOnATouchpadKeepsTheInstantUnderThePointer();
    void twoFingersOnAScreenZoomAroundTheirMiddle();
    void draggingOnTheAxisShowsThatSpan_data();
    void draggingOnTheAxisShowsThatSpan();
    void aClickOnTheAxisMarksNothing();
    void markingIsPaintedBetweenItsEnds();
    void shiftArrowsMarkAndEnterShows();
    void escapeGivesUpTheMark();
    void backLeadsOutOfALeap();
    void brushHandlesAreDragged_data();
    void brushHandlesAreDragged();
    void brushHandlesAreSlidersForTheKeyboard();
    void handlesNeverPassEachOther();
    void changeButtonsWorkWithoutALane();
    void changesOutOfViewAreGoneTo();
    void changesBeyondWhatIsKnownAreAskedFor();
    void escapeDismissesTheCardWhereverTheFocusIs();
    void aMenuTakesTheCardAway();
    void anOutageIsOpenedAndElseItsLane();

  private:
    TimelineWidget& timeline() { return m_card->timeline(); }
    QPoint inWindow(const QWidget& widget, qreal x, qreal y) const {
        return widget.mapTo(m_card.get(), QPointF(x, y)).toPoint();
    }
    void drag(const QWidget& over, QPointF from, QPointF to, Qt::KeyboardModifiers modifiers = {});
    void clickButton(const QString& name);
    std::unique_ptr<TimelineCard> m_card;
};

void TimelinePointerTest::initTestCase() {
    installFonts();
    QApplication::setPalette(paletteOf(Theme::light()));
}

void TimelinePointerTest::init() {
    m_card = std::make_unique<TimelineCard>(sample::now(), false);
    m_card->resize(1000, 540);
    ViewState view = timeline().view();
    view.setFirstRow(sample::ago(24 * 30));
    timeline().setView(view);
    const TimeRange range = timeline().view().range();
    const TimeRange known{range.begin, sample::now()};
    timeline().setTimeline(sample::timeline(known), sample::targetLanes(known));
    timeline().setStatus(sample::live());
    const TimeRange month{sample::ago(24 * 30), sample::now()};
    timeline().setRecord(sample::timeline(month));
    m_card->overview().setTimeline(sample::timeline(month));
    m_card->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_card.get()));
    m_card->activateWindow();
    timeline().setFocus();
}

void TimelinePointerTest::drag(const QWidget& over, QPointF from, QPointF to, Qt::KeyboardModifiers modifiers) {
    QWindow* window = m_card->windowHandle();
    QTest::mousePress(window, Qt::LeftButton, modifiers, inWindow(over, from.x(), from.y()));
    const QPointF middle = (from + to) / 2;
    QTest::mouseMove(window, inWindow(over, middle.x(), middle.y()));
    QTest::mouseMove(window, inWindow(over, to.x(), to.y()));
    QTest::mouseRelease(window, Qt::LeftButton, modifiers, inWindow(over, to.x(), to.y()));
}

void TimelinePointerTest::clickButton(const QString& name) {
    for (auto* button : m_card->findChildren<QAbstractButton*>())
        if (button->accessibleName() == name)
            return QTest::mouseClick(button, Qt::LeftButton);
    QFAIL(qPrintable(name));
}

void TimelinePointerTest::pinchOnATouchpadKeepsTheInstantUnderThePointer_data() {
    QTest::addColumn<qreal>("step");
    QTest::addColumn<qreal>("x");
    QTest::newRow("in, left") << 0.25 << 300.0;
    QTest::newRow("in, right") << 0.25 << 800.0;
    QTest::newRow("a little") << 0.01 << 500.0;
    QTest::newRow("to nothing") << -2.0 << 500.0; // no such pinch: nothing happens
}

void TimelinePointerTest::pinchOnATouchpadKeepsTheInstantUnderThePointer() {
    QFETCH(qreal, step);
    QFETCH(qreal, x);
    const QPointingDevice touchpad(QStringLiteral("touchpad"), 7, QInputDevice::DeviceType::TouchPad,
                                   QPointingDevice::PointerType::Finger, QInputDevice::Capability::Position, 2, 0);
    const TimeRange before = timeline().view().range();
    const UtcTime under = timeline().axis().timeAt(x);
    const QPointF there(x, 150);
    QNativeGestureEvent pinch(Qt::ZoomNativeGesture, &touchpad, 2, there, there, timeline().mapToGlobal(there), step,
                              {});
    QApplication::sendEvent(&timeline(), &pinch);
    const TimeRange after = timeline().view().range();
    if (step > 0)
        QVERIFY(after.length() < before.length());
    else
        QCOMPARE(after, before);
    QVERIFY(std::abs(timeline().axis().xAt(under) - x) < 0.6);
}

void TimelinePointerTest::twoFingersOnAScreenZoomAroundTheirMiddle() {
    std::unique_ptr<QPointingDevice> screen(QTest::createTouchDevice());
    const TimeRange before = timeline().view().range();
    const UtcTime under = timeline().axis().timeAt(500);
    const auto at = [](int x) { return QPoint(x, 150); };
    QTest::touchEvent(&timeline(), screen.get()).press(0, at(450), &timeline()).press(1, at(550), &timeline());
    for (int apart = 60; apart <= 200; apart += 20)
        QTest::touchEvent(&timeline(), screen.get())
            .move(0, at(500 - apart), &timeline())
            .move(1, at(500 + apart), &timeline());
    QTest::touchEvent(&timeline(), screen.get()).release(0, at(300), &timeline()).release(1, at(700), &timeline());
    const TimeRange after = timeline().view().range();
    QVERIFY2(after.length() < before.length() / 2, qPrintable(QString::number(after.length().count())));
    QVERIFY(std::abs(timeline().axis().xAt(under) - 500) < 2);
    QVERIFY(!timeline().view().selection());
}

void TimelinePointerTest::draggingOnTheAxisShowsThatSpan_data() {
    QTest::addColumn<qreal>("from");
    QTest::addColumn<qreal>("to");
    QTest::addColumn<qreal>("y");
    QTest::addColumn<int>("modifiers");
    QTest::newRow("on the axis") << 400.0 << 600.0 << 20.0 << int(Qt::NoModifier);
    QTest::newRow("backwards") << 600.0 << 400.0 << 20.0 << int(Qt::NoModifier);
    QTest::newRow("over the lanes with Alt") << 400.0 << 600.0 << 150.0 << int(Qt::AltModifier);
}

void TimelinePointerTest::draggingOnTheAxisShowsThatSpan() {
    QFETCH(qreal, from);
    QFETCH(qreal, to);
    QFETCH(qreal, y);
    QFETCH(int, modifiers);
    const TimeAxis axis = timeline().axis();
    drag(timeline(), {from, y}, {to, y}, static_cast<Qt::KeyboardModifiers>(modifiers));
    const TimeRange shown = timeline().view().range();
    const TimeRange marked{axis.timeAt(400), axis.timeAt(600)};
    QVERIFY(lengthsApart(shown.begin, marked.begin, marked) < 0.01);
    QVERIFY(lengthsApart(shown.end, marked.end, marked) < 0.01);
    QVERIFY(!timeline().view().selection());
}

void TimelinePointerTest::aClickOnTheAxisMarksNothing() {
    const TimeRange before = timeline().view().range();
    QTest::mouseClick(m_card->windowHandle(), Qt::LeftButton, {}, inWindow(timeline(), 500, 20));
    QCOMPARE(timeline().view().range(), before);
    QVERIFY(!timeline().view().selection());
    QVERIFY(timeline().view().lane().empty());
}

void TimelinePointerTest::markingIsPaintedBetweenItsEnds() {
    ViewState view = timeline().view();
    view.select(sample::ago(15), sample::ago(14));
    timeline().setView(view);
    const QImage image = timeline().grab().toImage();
    const TimeAxis axis = timeline().axis();
    const int y = static_cast<int>(axisHeight()) + 3; // above the first heading
    const auto pixel = [&](UtcTime at, qreal aside) {
        return image.pixelColor(static_cast<int>(axis.xAt(at) + aside), y);
    };
    QCOMPARE(pixel(sample::ago(15), -8), Theme::light().surface);
    QCOMPARE(pixel(sample::ago(14), 8), Theme::light().surface);
    const QColor inside = pixel(sample::ago(14, 30), 0);
    QVERIFY(inside != Theme::light().surface);
    QVERIFY(inside.blue() > inside.red()); // of the accent
}

void TimelinePointerTest::shiftArrowsMarkAndEnterShows() {
    ViewState view = timeline().view();
    view.selectLane("mfa");
    view.setCursor(sample::ago(5, 54));
    timeline().setView(view);
    const milliseconds length = timeline().view().range().length();
    for (int i = 0; i < 4; ++i)
        QTest::keyClick(&timeline(), Qt::Key_Right, Qt::ShiftModifier);
    QVERIFY(timeline().view().selection());
    QCOMPARE(timeline().view().selection()->begin, sample::ago(5, 54));
    QCOMPARE(timeline().view().selection()->length() / seconds{1}, length * 4 / 100 / seconds{1});
    QTest::keyClick(&timeline(), Qt::Key_Return);
    QVERIFY(!timeline().view().selection());
    QCOMPARE(timeline().view().range().begin, sample::ago(5, 54));
}

void TimelinePointerTest::escapeGivesUpTheMark() {
    const TimeRange before = timeline().view().range();
    QWindow* window = m_card->windowHandle();
    QTest::mousePress(window, Qt::LeftButton, {}, inWindow(timeline(), 400, 20));
    QTest::mouseMove(window, inWindow(timeline(), 500, 20));
    QVERIFY(timeline().view().selection());
    QTest::keyClick(&timeline(), Qt::Key_Escape);
    QVERIFY(!timeline().view().selection());
    QTest::mouseRelease(window, Qt::LeftButton, {}, inWindow(timeline(), 500, 20));
    QCOMPARE(timeline().view().range(), before);
}

void TimelinePointerTest::anOutageIsOpenedAndElseItsLane() {
    QSignalSpy outages(&timeline(), &TimelineWidget::blockOpened), lanes(&timeline(), &TimelineWidget::laneOpened);
    const auto row = std::ranges::find_if(
        timeline().rows(), [](const TimelineRow& each) { return each.lane != nullptr && each.lane->id == "mfa"; });
    QVERIFY(row != timeline().rows().end());
    const qreal middle = timeline().rectOf(*row, timeline().view().range()).center().y();
    const UtcTime within = sample::ago(5, 30);
    const auto doubleClick = [&](qreal x) {
        QTest::mouseDClick(m_card->windowHandle(), Qt::LeftButton, {}, inWindow(timeline(), x, middle));
    };
    doubleClick(timeline().axis().xAt(within));
    QCOMPARE(outages.size(), 1);
    QCOMPARE(outages.first().first().value<std::string>(), std::string("mfa"));
    QVERIFY(std::chrono::abs(outages.first().last().value<UtcTime>() - within) < minutes{5});
    QCOMPARE(lanes.size(), 0);
    doubleClick(timeline().axis().xAt(sample::ago(10)));
    QCOMPARE(lanes.size(), 1);
    ViewState view = timeline().view();
    view.selectLane("mfa");
    view.setCursor(within);
    timeline().setView(view);
    QTest::keyClick(&timeline(), Qt::Key_Return);
    QCOMPARE(outages.size(), 2);
    QCOMPARE(lanes.size(), 1);
}

void TimelinePointerTest::backLeadsOutOfALeap() {
    const TimeRange before = timeline().view().range();
    QVERIFY(!timeline().view().canGoBack());
    drag(timeline(), {400, 20}, {600, 20});
    QVERIFY(timeline().view().canGoBack());
    clickButton(QStringLiteral("Back to the range before"));
    QCOMPARE(timeline().view().range(), before);
    QCOMPARE(timeline().view().choice(), std::optional(RangeChoice::Day)); // and follows the present again
    QVERIFY(!timeline().view().canGoBack());
    m_card->choose(RangeChoice::Week);
    QTest::keyClick(&timeline(), Qt::Key_Backspace);
    QCOMPARE(timeline().view().range(), before);
}

void TimelinePointerTest::brushHandlesAreDragged_data() {
    QTest::addColumn<bool>("begin");
    QTest::addColumn<qreal>("off"); // where it is taken hold of, beside the handle itself
    QTest::newRow("begin") << true << 0.0;
    QTest::newRow("begin, beside it") << true << -9.0;
    QTest::newRow("end") << false << 0.0;
    QTest::newRow("end, beside it") << false << 9.0;
}

void TimelinePointerTest::brushHandlesAreDragged() {
    QFETCH(bool, begin);
    QFETCH(qreal, off);
    m_card->showRange({sample::ago(24 * 20), sample::ago(24 * 10)});
    const OverviewStrip& strip = m_card->overview();
    const TimeRange before = timeline().view().range();
    const TimeAxis axis{overviewRange(timeline().view()), gutterWidth(), strip.width() - plotMargin};
    const qreal x = axis.xAt(begin ? before.begin : before.end);
    const milliseconds by = axis.timeAt(x - 40) - axis.timeAt(x);
    drag(strip, {x + off, 17}, {x + off - 40, 17});
    const TimeRange after = timeline().view().range();
    QVERIFY(lengthsApart(after.begin, before.begin + (begin ? by : milliseconds{0}), before) < 0.01);
    QVERIFY(lengthsApart(after.end, before.end + (begin ? milliseconds{0} : by), before) < 0.01);
}

void TimelinePointerTest::brushHandlesAreSlidersForTheKeyboard() {
    m_card->showRange({sample::ago(24 * 20), sample::ago(24 * 10)});
    const auto handles = m_card->overview().findChildren<BrushHandle*>();
    QCOMPARE(handles.size(), 2);
    m_card->overview().setFocus();
    const TimeRange before = timeline().view().range();
    QTest::keyClick(m_card.get()->focusWidget(), Qt::Key_Tab);
    QVERIFY(handles.at(0)->hasFocus()); // Tab goes from the strip to its begin, then to its end
    QTest::keyClick(handles.at(0), Qt::Key_Left);
    QVERIFY(timeline().view().range().begin < before.begin);
    QCOMPARE(timeline().view().range().end, before.end);
    QTest::keyClick(handles.at(0), Qt::Key_Tab);
    QVERIFY(handles.at(1)->hasFocus());
    QTest::keyClick(handles.at(1), Qt::Key_Left);
    QVERIFY(timeline().view().range().end < before.end);

    QAccessibleInterface* said = QAccessible::queryAccessibleInterface(handles.at(0));
    QVERIFY(said);
    QCOMPARE(said->role(), QAccessible::Slider);
    QCOMPARE(said->text(QAccessible::Name), QStringLiteral("Begin of the range in view"));
    QCOMPARE(said->text(QAccessible::Value), words::stampKst(timeline().view().range().begin));
    QVERIFY(said->valueInterface());
    QVERIFY(said->valueInterface()->minimumValue().toLongLong() < said->valueInterface()->currentValue().toLongLong());
    QVERIFY(handles.at(0)->width() >= 24 && handles.at(0)->height() >= 24);
}

void TimelinePointerTest::handlesNeverPassEachOther() {
    m_card->showRange({sample::ago(24 * 20), sample::ago(24 * 10)});
    const auto handles = m_card->overview().findChildren<BrushHandle*>();
    Q_EMIT handles.at(0)->moved(hours{24 * 15});
    QVERIFY(timeline().view().range().length() >= shortestRange);
    QCOMPARE(timeline().view().range().end, sample::ago(24 * 10));
    Q_EMIT handles.at(1)->moved(-hours{24 * 15});
    QVERIFY(timeline().view().range().length() >= shortestRange);
}

void TimelinePointerTest::changeButtonsWorkWithoutALane() {
    QVERIFY(timeline().view().lane().empty());
    clickButton(QStringLiteral("Previous change"));
    QCOMPARE(timeline().view().cursor(), std::optional(sample::ago(2, 12))); // the latest of all lanes
    QCOMPARE(timeline().view().lane(), std::string("airkoryo"));
    QVERIFY(timeline().accessibleDescription().startsWith(QStringLiteral("Air Koryo · not answering")));
    clickButton(QStringLiteral("Next change"));
    QCOMPARE(timeline().view().cursor(), std::optional(sample::ago(2, 12))); // nothing after it
}

void TimelinePointerTest::changesOutOfViewAreGoneTo() {
    Timeline record = sample::timeline({sample::ago(24 * 30), sample::now()});
    record.lanes.front().spans = sample::spans(
        {{Verdict::Up, sample::ago(24 * 30)}, {Verdict::Down, sample::ago(24 * 9)}, {Verdict::Up, sample::ago(24 * 8)}},
        record.range);
    timeline().setRecord(record);
    ViewState view = timeline().view();
    view.selectLane("kcna");
    view.setCursor(view.range().begin);
    timeline().setView(view);
    const milliseconds length = view.range().length();
    timeline().goToChange(-1);
    QCOMPARE(timeline().view().cursor(), std::optional(sample::ago(24 * 8)));
    QVERIFY(timeline().view().range().contains(sample::ago(24 * 8)));
    QCOMPARE(timeline().view().range().length(), length);
    const TimeRange there = timeline().view().range();
    timeline().setTimeline(sample::timeline(there), {}); // read meanwhile: the card comes with it
    QVERIFY(m_card->findChild<HoverCard*>()->isVisible());
    timeline().goToChange(-1);
    QCOMPARE(timeline().view().cursor(), std::optional(sample::ago(24 * 9)));
}

void TimelinePointerTest::changesBeyondWhatIsKnownAreAskedFor() {
    ViewState view = timeline().view();
    view.setFirstRow(sample::ago(24 * 400));
    view.selectLane("kcna");
    view.setCursor(sample::ago(24 * 30));
    timeline().setView(view);
    QSignalSpy wanted(&timeline(), &TimelineWidget::wholeRecordWanted);
    timeline().goToChange(-1);
    QCOMPARE(wanted.count(), 1);
    Timeline record = sample::timeline({sample::ago(24 * 400), sample::now()});
    record.lanes.front().spans = sample::spans({{Verdict::Up, sample::ago(24 * 400)},
                                                {Verdict::Down, sample::ago(24 * 200)},
                                                {Verdict::Up, sample::ago(24 * 199)}},
                                               record.range);
    timeline().setRecord(record);
    QCOMPARE(timeline().view().cursor(), std::optional(sample::ago(24 * 199)));
    timeline().goToChange(-1);
    timeline().goToChange(-1); // before the first change there is none, and nobody is asked again
    QCOMPARE(timeline().view().cursor(), std::optional(sample::ago(24 * 200)));
    QCOMPARE(wanted.count(), 1);
}

void TimelinePointerTest::escapeDismissesTheCardWhereverTheFocusIs() {
    const qreal x = timeline().axis().xAt(sample::ago(5, 30));
    QTest::mouseMove(m_card->windowHandle(), inWindow(timeline(), x, 90));
    QTRY_VERIFY(m_card->findChild<HoverCard*>() && m_card->findChild<HoverCard*>()->isVisible());
    m_card->overview().setFocus();
    QTest::keyClick(m_card->windowHandle(), Qt::Key_Escape);
    QVERIFY(!m_card->findChild<HoverCard*>()->isVisible());
}

void TimelinePointerTest::aMenuTakesTheCardAway() {
    const QPointF place(timeline().axis().xAt(sample::ago(4)), 90);
    QTest::mouseMove(m_card->windowHandle(), inWindow(timeline(), place.x(), place.y()));
    QTRY_VERIFY(m_card->findChild<HoverCard*>() && m_card->findChild<HoverCard*>()->isVisible());
    const auto cursor = timeline().view().cursor();
    QContextMenuEvent menu(QContextMenuEvent::Mouse, place.toPoint(), timeline().mapToGlobal(place.toPoint()));
    QApplication::sendEvent(&timeline(), &menu);
    QVERIFY(!m_card->findChild<HoverCard*>()->isVisible());
    QCOMPARE(timeline().view().cursor(), cursor); // from which the menu leads on
}

QTEST_MAIN(TimelinePointerTest)
#include "tst_timeline_pointer.moc"
