// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/story/presence.h"
#include "tests/ui/live/sample_record.h"
#include "ui/live/find_words.h"
#include "ui/live/span_table_model.h"
#include "ui/live/timeline_card.h"

#include <QApplication>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

using namespace kpwatch;
using std::chrono::hours;
using std::chrono::milliseconds;
using std::chrono::minutes;

// The lane with nothing in it but this.
static Lane holding(Lane lane, const Span& span) {
    lane.spans = {span};
    lane.beyond = {};
    return lane;
}

class TimelineWidgetTest : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void controlWheelKeepsTheInstantUnderThePointer_data();
    void controlWheelKeepsTheInstantUnderThePointer();
    void plainWheelIsLeftToThePage();
    void plainWheelScrollsLanesThatDoNotFit();
    void shiftWheelPans();
    void draggingPansWithThePointer();
    void keysMoveTheView_data();
    void keysMoveTheView();
    void arrowsChooseLanes();
    void controlArrowsGoFromChangeToChange();
    void spaceOpensTheTargetsOfALane();
    void clickOnTheChevronOpensALane();
    void ownLineStaysInView();
    void noHeadingStandsWithoutARow();
    void firstSecondsAreCollecting();
    void aChangedWordPaintsItsRowAlone();
    void timeThatPassesPaintsTheRightEndAlone();
    void hoverSaysWhatWasThere();
    void aPieceTellsTheLengthOfTheWhole();
    void escapePutsTheCardAway();
    void nameTellsRangeAndLanes();
    void gutterSaysTheStateInWords();
    void whoIsNotWatchedAnyMoreHasNoStateNow();
    void lanesThatCannotBeAskedAreSwitchedOff();
    void openedLanesNameTheirTargets();
    void aTallScreenIsFilled_data();
    void aTallScreenIsFilled();
    void longRangesShowSharesWithCoverage();
    void nothingIsDrawnAfterTheLastSpan();
    void aTickShowsWhereAnotherQuestionBegins();
    void overviewShowsTheWorstOfAllSites();
    void brushMovesTheView();
    void aFirstLookIsSeenAndNotTold();
    void theCardLeavesWhatStandsBesideReadable();

  private:
    TimelineWidget& timeline() { return m_card->timeline(); }
    void wheel(QPoint turned, Qt::KeyboardModifiers modifiers, QPointF at, bool* accepted = nullptr);
    HoverCard* card() { return m_card->findChild<HoverCard*>(); }
    std::unique_ptr<TimelineCard> m_card;
};

void TimelineWidgetTest::initTestCase() {
    installFonts();
    QApplication::setPalette(paletteOf(Theme::light()));
}

void TimelineWidgetTest::init() {
    m_card = std::make_unique<TimelineCard>(sample::now(), false);
    m_card->resize(1000, 540);
    const TimeRange range = timeline().view().range();
    const TimeRange known{range.begin, sample::now()};
    timeline().setTimeline(sample::timeline(known), sample::targetLanes(known));
    timeline().setStatus(sample::live());
    m_card->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_card.get()));
    m_card->activateWindow();
    timeline().setFocus();
}

void TimelineWidgetTest::cleanup() { m_card.reset(); }

void TimelineWidgetTest::wheel(QPoint turned, Qt::KeyboardModifiers modifiers, QPointF at, bool* accepted) {
    QWheelEvent event(at, timeline().mapToGlobal(at), {}, turned, Qt::NoButton, modifiers, Qt::NoScrollPhase, false);
    QApplication::sendEvent(&timeline(), &event);
    if (accepted)
        *accepted = event.isAccepted();
}

void TimelineWidgetTest::controlWheelKeepsTheInstantUnderThePointer_data() {
    QTest::addColumn<int>("turned");
    QTest::addColumn<qreal>("x");
    QTest::newRow("in, left") << 120 << 300.0;
    QTest::newRow("in, middle") << 120 << 640.0;
    QTest::newRow("in, fast") << 600 << 800.0;
    QTest::newRow("in, touchpad") << 15 << 500.0;
}

void TimelineWidgetTest::controlWheelKeepsTheInstantUnderThePointer() {
    QFETCH(int, turned);
    QFETCH(qreal, x);
    const UtcTime under = timeline().axis().timeAt(x);
    const milliseconds length = timeline().view().range().length();
    wheel({0, turned}, Qt::ControlModifier, {x, 200});
    QVERIFY(timeline().view().range().length() < length);
    QVERIFY(std::abs(timeline().axis().xAt(under) - x) < 0.6);
    wheel({0, -turned}, Qt::ControlModifier, {x, 200}); // and back
    QVERIFY(std::abs(timeline().axis().xAt(under) - x) < 1.2);
}

void TimelineWidgetTest::plainWheelIsLeftToThePage() {
    const TimeRange before = timeline().view().range();
    QVERIFY(!timeline().findChild<QScrollBar*>()->isVisible());
    bool accepted = true;
    wheel({0, 120}, Qt::NoModifier, {600, 200}, &accepted);
    QVERIFY(!accepted);
    QCOMPARE(timeline().view().range(), before);
}

void TimelineWidgetTest::plainWheelScrollsLanesThatDoNotFit() {
    m_card->resize(1000, 320);
    QCoreApplication::processEvents();
    auto* bar = timeline().findChild<QScrollBar*>();
    QVERIFY(bar->isVisible());
    const TimeRange before = timeline().view().range();
    bool accepted = false;
    wheel({0, -120}, Qt::NoModifier, {600, 100}, &accepted);
    QVERIFY(accepted);
    QVERIFY(bar->value() > 0);
    QCOMPARE(timeline().view().range(), before);
}

void TimelineWidgetTest::shiftWheelPans() {
    const TimeRange before = timeline().view().range();
    wheel({0, 120}, Qt::ShiftModifier, {600, 200});
    QVERIFY(timeline().view().range().end < before.end);
    QCOMPARE(timeline().view().range().length(), before.length());
    wheel({-120, 0}, Qt::NoModifier, {600, 200}); // a tilted wheel goes the other way
    QCOMPARE(timeline().view().range(), before);
}

void TimelineWidgetTest::draggingPansWithThePointer() {
    const UtcTime held = timeline().axis().timeAt(500);
    QTest::mousePress(&timeline(), Qt::LeftButton, {}, QPoint(500, 200));
    QMouseEvent move(QEvent::MouseMove, QPointF(620, 200), timeline().mapToGlobal(QPointF(620, 200)), Qt::NoButton,
                     Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(&timeline(), &move);
    QTest::mouseRelease(&timeline(), Qt::LeftButton, {}, QPoint(620, 200));
    QVERIFY(std::abs(timeline().axis().xAt(held) - 620) < 1);
    QVERIFY(!timeline().view().followsNow());
}

void TimelineWidgetTest::keysMoveTheView_data() {
    QTest::addColumn<int>("key");
    QTest::addColumn<int>("modifiers");
    QTest::addColumn<double>("length"); // of what it was
    QTest::addColumn<double>("moved");  // end, in lengths before
    const int none = Qt::NoModifier;
    QTest::newRow("plus") << int(Qt::Key_Plus) << none << 0.8 << -1e9;
    QTest::newRow("equal") << int(Qt::Key_Equal) << none << 0.8 << -1e9;
    QTest::newRow("minus") << int(Qt::Key_Minus) << none << 1.25 << -1e9;
    QTest::newRow("left") << int(Qt::Key_Left) << none << 1.0 << -0.1;
    QTest::newRow("page up") << int(Qt::Key_PageUp) << none << 1.0 << -1.0;
    QTest::newRow("right at now") << int(Qt::Key_Right) << none << 1.0 << 0.0;
    QTest::newRow("end") << int(Qt::Key_End) << none << 1.0 << 0.0;
    QTest::newRow("Ctrl+0") << int(Qt::Key_0) << int(Qt::ControlModifier) << 1.0 << 0.0;
}

void TimelineWidgetTest::keysMoveTheView() {
    QFETCH(int, key);
    QFETCH(int, modifiers);
    QFETCH(double, length);
    QFETCH(double, moved);
    const TimeRange before = timeline().view().range();
    const auto whole = static_cast<double>(before.length().count());
    QTest::keyClick(&timeline(), static_cast<Qt::Key>(key), static_cast<Qt::KeyboardModifiers>(modifiers));
    const TimeRange after = timeline().view().range();
    QVERIFY(std::abs(static_cast<double>(after.length().count()) / whole - length) < 0.001);
    if (moved > -1e8)
        QVERIFY(std::abs(static_cast<double>((after.end - before.end).count()) / whole - moved) < 0.001);
}

void TimelineWidgetTest::arrowsChooseLanes() {
    QTest::keyClick(&timeline(), Qt::Key_Down);
    QCOMPARE(timeline().view().lane(), std::string("kcna"));
    QTest::keyClick(&timeline(), Qt::Key_Down);
    QCOMPARE(timeline().view().lane(), std::string("naenara"));
    QTest::keyClick(&timeline(), Qt::Key_Up);
    QTest::keyClick(&timeline(), Qt::Key_Up);
    QCOMPARE(timeline().view().lane(), std::string("kcna"));
    QCOMPARE(timeline().accessibleDescription(), QStringLiteral("KCNA, Not answering"));
}

void TimelineWidgetTest::controlArrowsGoFromChangeToChange() {
    ViewState view = timeline().view();
    view.selectLane("mfa");
    timeline().setView(view);
    QTest::keyClick(&timeline(), Qt::Key_Left, Qt::ControlModifier);
    QCOMPARE(timeline().view().cursor(), std::optional(sample::ago(2, 13)));
    QVERIFY(timeline().accessibleDescription().startsWith(QStringLiteral("Foreign Ministry · not answering")));
    QTest::keyClick(&timeline(), Qt::Key_Left, Qt::ControlModifier);
    QCOMPARE(timeline().view().cursor(), std::optional(sample::ago(5, 6)));
    QTest::keyClick(&timeline(), Qt::Key_Left, Qt::ControlModifier);
    QCOMPARE(timeline().view().cursor(), std::optional(sample::ago(5, 54)));
    QTest::keyClick(&timeline(), Qt::Key_Right, Qt::ControlModifier);
    QCOMPARE(timeline().view().cursor(), std::optional(sample::ago(5, 6)));
}

void TimelineWidgetTest::spaceOpensTheTargetsOfALane() {
    ViewState view = timeline().view();
    view.selectLane("name-servers");
    timeline().setView(view);
    const QImage before = timeline().grab().toImage();
    QTest::keyClick(&timeline(), Qt::Key_Space);
    QVERIFY(timeline().view().isOpen("name-servers"));
    QVERIFY(timeline().grab().toImage() != before);
    QTest::keyClick(&timeline(), Qt::Key_Space);
    QVERIFY(!timeline().view().isOpen("name-servers"));
}

void TimelineWidgetTest::clickOnTheChevronOpensALane() {
    const TimelineData data{sample::timeline(timeline().view().range()), {}, sample::live()};
    const TimelineLayout layout =
        timelineLayout(data, timeline().view(), timeline().height(), QFontMetricsF(kpwatch::font(13, 500)).height());
    const TimelineRow& first = layout.rows.at(1);
    const int y = static_cast<int>(topOf(layout, first, 0) + first.height / 2);
    QTest::mouseClick(&timeline(), Qt::LeftButton, {}, QPoint(19, y));
    QVERIFY(timeline().view().isOpen("kcna"));
    QCOMPARE(timeline().view().lane(), std::string("kcna"));
    QTest::mouseClick(&timeline(), Qt::LeftButton, {}, QPoint(100, y)); // the name only selects
    QVERIFY(timeline().view().isOpen("kcna"));
}

void TimelineWidgetTest::ownLineStaysInView() {
    const TimelineData data{sample::timeline(timeline().view().range()), {}, sample::live()};
    for (const qreal height : {160.0, 240.0, 500.0}) {
        const TimelineLayout layout = timelineLayout(data, timeline().view(), height, 16);
        const TimelineRow& own = layout.rows.back();
        QCOMPARE(own.lane->id, std::string("own-line"));
        QVERIFY(own.pinned);
        for (const qreal scroll : {0.0, 100.0})
            QVERIFY(topOf(layout, own, scroll) + own.height <= height);
        QCOMPARE(layout.contentHeight > layout.viewHeight, height < 300);
    }
}

void TimelineWidgetTest::noHeadingStandsWithoutARow() {
    const TimelineData data{sample::timeline(timeline().view().range()), {}, sample::live()};
    for (qreal height = 200; height <= 500; height += 4) {
        const TimelineLayout layout = timelineLayout(data, timeline().view(), height, 16);
        RowKind last = RowKind::Lane;
        for (const TimelineRow& row : layout.rows)
            if (!row.pinned && row.top + row.height <= layout.viewHeight)
                last = row.kind;
        QVERIFY2(last != RowKind::Heading, qPrintable(QString::number(height)));
    }
}

// What has to be painted anew after something was done.
class PaintedPart : public QObject {
  public:
    explicit PaintedPart(QWidget& widget) : m_widget(widget) {
        QCoreApplication::processEvents();
        widget.installEventFilter(this);
    }
    QRect take() {
        QCoreApplication::processEvents();
        m_widget.removeEventFilter(this);
        return m_part.boundingRect();
    }

  protected:
    bool eventFilter(QObject* /*object*/, QEvent* event) override {
        if (event->type() == QEvent::Paint)
            m_part += dynamic_cast<const QPaintEvent&>(*event).region();
        return false;
    }

  private:
    QWidget& m_widget;
    QRegion m_part;
};

void TimelineWidgetTest::aChangedWordPaintsItsRowAlone() {
    LiveStatus live = sample::live();
    PaintedPart painted(timeline());
    timeline().setStatus(live); // the same again
    live.sites[1].state = Verdict::Up;
    timeline().setStatus(live);
    const QRect part = painted.take();
    QVERIFY2(part.height() > 10 && part.height() < 60 && part.right() <= gutterWidth() + 1,
             qPrintable(QStringLiteral("%1 x %2").arg(part.width()).arg(part.height())));
    const auto row = std::ranges::find(timeline().rows(), QStringLiteral("Naenara"), &TimelineRow::name);
    QCOMPARE(row->value, QStringLiteral("Answering"));
}

void TimelineWidgetTest::timeThatPassesPaintsTheRightEndAlone() {
    Timeline shown = sample::timeline(timeline().view().range());
    for (Lane& lane : shown.lanes)
        lane.spans.back().verdict = Verdict::Up;
    timeline().setTimeline(shown, {});
    PaintedPart painted(timeline());
    for (Lane& lane : shown.lanes)
        lane.spans.back().range.end += std::chrono::seconds{1};
    timeline().setTimeline(shown, {});
    const QRect part = painted.take();
    QVERIFY(part.left() > timeline().width() / 2 && part.right() >= timeline().axis().right - 1);
}

// A lane without a result says so as long as somebody watches, and that nobody does otherwise.
void TimelineWidgetTest::firstSecondsAreCollecting() {
    Timeline empty = sample::timeline(timeline().view().range());
    for (Lane& lane : empty.lanes)
        lane.spans = spansWithin({}, empty.range);
    LiveStatus live;
    for (const bool running : {true, false}) {
        TimelineData data{empty, {}, live, {}};
        for (const Lane& lane : empty.lanes)
            if (running)
                data.waiting.insert(lane.id);
        for (const TimelineRow& row : timelineLayout(data, timeline().view(), 500, 16).rows)
            if (row.lane)
                QCOMPARE(row.value == QStringLiteral("Collecting…"), running);
    }
}

void TimelineWidgetTest::hoverSaysWhatWasThere() {
    const TimelineData data{sample::timeline(timeline().view().range()), {}, sample::live()};
    const Lane& mfa = data.timeline.lanes.at(3);
    const Span* down = spanAt(mfa, sample::ago(5, 30));
    QVERIFY(down);
    const auto index = static_cast<std::size_t>(down - mfa.spans.data());
    const HoverWords said = hoverWords(mfa, index, data.timeline.range, sample::now());
    QCOMPARE(said.icon, Verdict::Down);
    QCOMPARE(said.title, QStringLiteral("Foreign Ministry · not answering"));
    QCOMPARE(said.kst, QStringLiteral("Thu 12 Mar, 10:52 – 11:40 KST · about 50 min"));
    QCOMPARE(said.utc, QStringLiteral("01:52 – 02:40 UTC"));
    QCOMPARE(said.beneath, QStringLiteral("Stopped between 10:50:20 and 10:52:30 KST · no answer to the connection"));
    Span night = *down; // 02:07 to 10:42 in Korea began the day before elsewhere
    night.range = {*parseIsoUtc("2026-03-11T17:07:00Z"), *parseIsoUtc("2026-03-12T01:42:00Z")};
    QCOMPARE(hoverWords(holding(mfa, night), 0, data.timeline.range, sample::now()).utc,
             QStringLiteral("11 Mar, 17:07 – 12 Mar, 01:42 UTC"));
    Span untold{night.range, Verdict::NotMonitored, Reason::None, {}, {}, std::string(notToldByThem)};
    QVERIFY(hoverWords(holding(mfa, untold), 0, data.timeline.range, sample::now()).beneath.contains(u"handed on"));
    // Of a view that ended yesterday nobody says that it goes on now.
    const TimeRange past{data.timeline.range.begin, down->range.begin + minutes{10}};
    Span atTheEdge = *down;
    atTheEdge.range.end = past.end;
    const HoverWords earlier = hoverWords(holding(mfa, atTheEdge), 0, past, sample::now());
    QVERIFY2(!earlier.kst.contains(QStringLiteral("now")) && earlier.kst.contains(QStringLiteral("or later")) &&
                 earlier.kst.contains(QStringLiteral("at least 10 min")) &&
                 !earlier.utc.startsWith(QStringLiteral("since")),
             qPrintable(earlier.spoken()));
    // But where more is known than the view shows, that is said.
    Lane cut = mfa;
    show(cut, mfa.spans, past, sample::now());
    QCOMPARE(hoverWords(cut, cut.spans.size() - 1, past, sample::now()).kst, said.kst);
    const HoverWords first = hoverWords(mfa, 0, data.timeline.range, sample::now());
    QVERIFY2(first.kst.contains(QStringLiteral("or earlier")) && first.kst.contains(QStringLiteral("at least")),
             qPrintable(first.kst));
}

// Card, table and the list that is searched; the gap between them only its own.
void TimelineWidgetTest::aPieceTellsTheLengthOfTheWhole() {
    const UtcTime began = sample::ago(10), end = sample::ago(1);
    const Onset onset{began - minutes{2}, began}, ended{end - minutes{2}, end};
    const auto span = [](UtcTime from, UtcTime to, Verdict verdict) {
        return Span{{from, to}, verdict, Reason::None, {}, {}, {}};
    };
    Timeline record = sample::timeline({sample::ago(12), sample::now()});
    Lane& lane = record.lanes.at(3);
    lane.beyond = {};
    lane.spans = {span(sample::ago(12), began, Verdict::Up), span(began, sample::ago(5), Verdict::Down),
                  span(sample::ago(5), sample::ago(3), Verdict::NotMonitored), span(sample::ago(3), end, Verdict::Down),
                  span(end, sample::now(), Verdict::Up)};
    for (const std::size_t piece : {1U, 3U}) {
        lane.spans[piece].onset = onset;
        lane.spans[piece].ended = ended;
    }
    record.lanes = {lane};
    const QString whole = QStringLiteral("at least 6 h 58 min in all");
    SpanTableModel table;
    table.setTimeline(record);
    const std::vector<Stretch> found = stretches(record);
    for (const int piece : {1, 3}) {
        const HoverWords said =
            hoverWords(record.lanes[0], static_cast<std::size_t>(piece), record.range, sample::now());
        QVERIFY2(said.kst.endsWith(QStringLiteral("KST · ") + whole), qPrintable(said.kst));
        QCOMPARE(table.index(piece, SpanTableModel::Lasted).data().toString(), whole);
    }
    QCOMPARE(table.index(2, SpanTableModel::Lasted).data().toString(), QStringLiteral("2 h"));
    QCOMPARE(std::ranges::count(found, whole, &Stretch::lasted), 2);
}

void TimelineWidgetTest::escapePutsTheCardAway() {
    const int x = static_cast<int>(timeline().axis().xAt(sample::ago(5, 30)));
    QMouseEvent move(QEvent::MouseMove, QPointF(x, 90), timeline().mapToGlobal(QPointF(x, 90)), Qt::NoButton,
                     Qt::NoButton, Qt::NoModifier);
    QApplication::sendEvent(&timeline(), &move);
    QVERIFY(card() && card()->isVisible());
    QTest::keyClick(&timeline(), Qt::Key_Escape);
    QVERIFY(!card()->isVisible());
}

void TimelineWidgetTest::nameTellsRangeAndLanes() {
    QCOMPARE(timeline().accessibleName(),
             QStringLiteral("Outage timeline, Wed 11 Mar 17:29 to Thu 12 Mar 16:46 Korea time, 7 lanes"));
}

void TimelineWidgetTest::gutterSaysTheStateInWords() {
    const TimelineData data{sample::timeline(timeline().view().range()), {}, sample::live()};
    const TimelineLayout layout = timelineLayout(data, timeline().view(), 500, 16);
    QStringList values;
    for (const TimelineRow& row : layout.rows)
        values << (row.lane ? row.value : row.name);
    const QStringList expected{QStringLiteral("SITES"),          QStringLiteral("Not answering"),
                               QStringLiteral("Slow or patchy"), QStringLiteral("Not answering"),
                               QStringLiteral("Not answering"),  QStringLiteral("WHAT CARRIES THE SITES"),
                               QStringLiteral("1 of 2 answer"),  QStringLiteral("2 of 2 answer"),
                               QStringLiteral("OUR OWN LINE"),   QStringLiteral("3 of 3 answer")};
    QCOMPARE(values, expected);
}

// A view of the past has lanes of who is not watched any more: nobody knows how they are now.
void TimelineWidgetTest::whoIsNotWatchedAnyMoreHasNoStateNow() {
    ViewState past(sample::now());
    past.show({sample::ago(9), sample::ago(5)});
    TimelineData data{sample::timeline({sample::ago(9), sample::ago(5)}), {}, sample::live()};
    data.timeline.now = sample::now();
    const std::string gone = data.live->sites.front().id;
    data.live->sites.erase(data.live->sites.begin());
    for (const TimelineRow& row : timelineLayout(data, past, 500, 16).rows)
        if (row.lane != nullptr && row.lane->kind == LaneKind::Site)
            QCOMPARE(row.value == QStringLiteral("–"), row.lane->id == gone);
}

void TimelineWidgetTest::lanesThatCannotBeAskedAreSwitchedOff() {
    const QString why = QStringLiteral("a proxy does not carry the questions to a name server");
    const TimelineData data{
        sample::timeline(timeline().view().range()), {}, sample::live(), {{"ns1", why}, {"ns2", why}}};
    QStringList off;
    for (const TimelineRow& row : timelineLayout(data, timeline().view(), 500, 16).rows)
        if (row.value == QLatin1String("Switched off"))
            off << row.name;
    QCOMPARE(off.size(), 1);
    for (const Lane& lane : data.timeline.lanes)
        QCOMPARE(whyOff(lane, data.switchedOff), lane.id == "name-servers" ? why : QString());
}

void TimelineWidgetTest::openedLanesNameTheirTargets() {
    ViewState view = timeline().view();
    view.toggleOpen("kcna");
    view.toggleOpen("name-servers");
    const TimelineData data{sample::timeline(view.range()), sample::targetLanes(view.range()), sample::live()};
    QStringList targets;
    for (const TimelineRow& row : timelineLayout(data, view, 500, 16).rows)
        if (row.kind == RowKind::TargetLane)
            targets << row.name;
    QCOMPARE(targets, (QStringList{QStringLiteral("kcna-http"), QStringLiteral("ns1"), QStringLiteral("ns2")}));
}

void TimelineWidgetTest::aTallScreenIsFilled_data() {
    QTest::addColumn<qreal>("height");
    for (const int height : {600, 900, 1200, 1700, 2000})
        QTest::addRow("%d", height) << static_cast<qreal>(height);
}

void TimelineWidgetTest::aTallScreenIsFilled() {
    QFETCH(qreal, height);
    ViewState view = timeline().view();
    const TimelineData data{sample::timeline(view.range()), sample::targetLanes(view.range()), sample::live()};
    const auto targets = [&] {
        const TimelineLayout layout = timelineLayout(data, view, height, 16);
        return std::ranges::count(layout.rows, RowKind::TargetLane, &TimelineRow::kind);
    };
    const TimelineLayout layout = timelineLayout(data, view, height, 16);
    const qreal free = height - axisHeight() - 8 - layout.contentHeight - layout.pinnedHeight;
    QVERIFY2(free >= 0 && free < 100, qPrintable(QString::number(free)));
    QCOMPARE(targets(), height >= 900 ? 2 : 0); // the two name servers, without being asked for
    view.toggleOpen("name-servers");
    QCOMPARE(targets(), height >= 900 ? 0 : 2);
}

void TimelineWidgetTest::longRangesShowSharesWithCoverage() {
    m_card->choose(RangeChoice::Month);
    const TimelineData data{sample::timeline(timeline().view().range()), {}, sample::live()};
    const TimelineLayout layout = timelineLayout(data, timeline().view(), 500, 16);
    QCOMPARE(layout.rows.at(1).value, QStringLiteral("98.4 % · 93 %"));
}

void TimelineWidgetTest::nothingIsDrawnAfterTheLastSpan() {
    QImage image(400, 40, QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    Lane lane;
    const UtcTime begin = sample::now() - hours{4};
    lane.spans = {{{begin, begin + hours{1}}, Verdict::NotMonitored, Reason::NotStarted, {}, {}, {}},
                  {{begin + hours{1}, begin + hours{2}}, Verdict::Down, Reason::None, {}, {}, {}}};
    paintKnown(painter, QRectF(0, 8, 400, 24), lane, TimeAxis{{begin, begin + hours{4}}, 0, 400}, Theme::light(), {1});
    painter.end();
    QCOMPARE(image.pixelColor(150, 20), Theme::light().down);
    QCOMPARE(image.pixelColor(50, 12), QColor(Qt::white)); // before the first row: a dotted line, no hatch
    for (int x = 203; x < 400; ++x)
        for (int y = 0; y < 40; ++y)
            QCOMPARE(image.pixelColor(x, y), QColor(Qt::white));
}

void TimelineWidgetTest::aTickShowsWhereAnotherQuestionBegins() {
    const Lane lane = *timeline().rows().at(1).lane;
    const UtcTime at = lane.spans.back().range.begin + minutes{10};
    const auto place = [&] { return timeline().rectOf(timeline().rows().at(1), {at, at}); };
    const auto seen = [&] { // on the bar, and above it
        const QImage image = timeline().grab().toImage();
        return std::pair(image.pixelColor(place().left(), place().center().y()),
                         image.pixelColor(place().left(), place().top() + 4));
    };
    const QColor text = Theme::light().text;
    QVERIFY(seen().first != text && seen().second != text);
    timeline().setNewQuestions({{lane.id, {at}}});
    QVERIFY(seen() == std::pair(text, text));

    const QString said =
        QStringLiteral("asked something else from %1, %2 KST on").arg(words::weekdayDayKst(at), words::clockKst(at));
    QTest::mouseMove(&timeline(), place().center() + QPoint(3, 0));
    QVERIFY(card() != nullptr && card()->isVisible());
    QVERIFY2(timeline().accessibleDescription().contains(said), qPrintable(timeline().accessibleDescription()));
    for (std::size_t stretch = 0; stretch < lane.spans.size(); ++stretch)
        QCOMPARE(timeline().wordsOf(timeline().rows().at(1), stretch).spoken().contains(said),
                 stretch + 1 == lane.spans.size());
}

void TimelineWidgetTest::overviewShowsTheWorstOfAllSites() {
    const TimeRange range{sample::now() - hours{24}, sample::now()};
    const std::vector<Span> worst = worstOfSites(sample::timeline(range));
    const auto at = [&](UtcTime time) {
        Lane lane;
        lane.spans = worst;
        const Span* span = spanAt(lane, time);
        return span ? span->verdict : Verdict::Unknown;
    };
    QCOMPARE(at(sample::ago(1)), Verdict::Down);
    QCOMPARE(at(sample::ago(5, 30)), Verdict::Down);
    QCOMPARE(at(sample::ago(18, 30)), Verdict::ErrorPage);
    QCOMPARE(at(sample::ago(20, 40)), Verdict::Degraded);
    QCOMPARE(at(sample::ago(13)), Verdict::NotMonitored);
    QCOMPARE(at(sample::ago(8, 30)), Verdict::OwnConnectionDown);
    QCOMPARE(at(sample::ago(15)), Verdict::Up);
    for (std::size_t i = 1; i < worst.size(); ++i)
        QCOMPARE(worst[i].range.begin, worst[i - 1].range.end);
}

void TimelineWidgetTest::brushMovesTheView() {
    OverviewStrip& strip = m_card->overview();
    QSignalSpy changed(&timeline(), &TimelineWidget::viewChanged);
    QTest::mouseClick(&strip, Qt::LeftButton, {}, QPoint(600, 16)); // beside the brush: jumps there
    QVERIFY(changed.count() > 0);
    QVERIFY(!timeline().view().followsNow());
    QCOMPARE(timeline().view().range().length(), milliseconds(hours{24}));
    const TimeRange before = timeline().view().range();
    strip.setFocus();
    QTest::keyClick(&strip, Qt::Key_Left);
    QVERIFY(timeline().view().range().begin < before.begin);
    QCOMPARE(timeline().view().range().length(), before.length());
}

// Lanes in short: their colours, and no word, length or share of them, until those that stand have come.
void TimelineWidgetTest::aFirstLookIsSeenAndNotTold() {
    const TimeRange known{timeline().view().range().begin, sample::now()};
    const auto rowsTold = [&] {
        return std::ranges::count_if(timeline().rows(), [](const TimelineRow& row) {
            return row.lane != nullptr && (row.value != QStringLiteral("…") || stretchCount(row) > 0);
        });
    };
    QVERIFY(rowsTold() > 0);
    timeline().lookAt(sample::timeline(known), sample::targetLanes(known));
    QCOMPARE(rowsTold(), std::ptrdiff_t{0});
    const QImage seen = timeline().grab().toImage();
    int red = 0;
    for (int y = 0; y < seen.height(); ++y)
        for (int x = static_cast<int>(gutterWidth()); x < seen.width(); ++x)
            red += seen.pixelColor(x, y) == Theme::light().down ? 1 : 0;
    QVERIFY(red > 0);
    const std::optional<UtcTime> before = timeline().view().cursor();
    timeline().goToChange(-1); // waits for what stands
    QVERIFY(timeline().view().cursor() == before);
    timeline().setTimeline(sample::timeline(known), sample::targetLanes(known));
    QVERIFY(rowsTold() > 0);
    timeline().setRecord(sample::timeline(known));
    QVERIFY(timeline().view().cursor() != before);
}

void TimelineWidgetTest::theCardLeavesWhatStandsBesideReadable() {
    QWidget window;
    window.resize(1400, 600);
    HoverCard card(&window);
    const HoverWords said{{},
                          QStringLiteral("Foreign Ministry: not answering"),
                          QStringLiteral("Fri 27 Nov, 23:05 to 23:53 KST"),
                          QStringLiteral("14:05 to 14:53 UTC"),
                          {},
                          {}};
    card.showAt(QRect(900, 100, 1, 30), said, 1000);
    QVERIFY2(card.geometry().right() < 900, "flipped, since it would stand over what is right of the timeline");
    card.showAt(QRect(100, 100, 1, 30), said, 150);
    QVERIFY2(card.geometry().left() > 100, "no room on the left: over what is beside, but whole");
    card.showAt(QRect(900, 100, 1, 30), said, 1400);
    QVERIFY(card.geometry().left() > 900 && card.geometry().right() < 1400);
}

QTEST_MAIN(TimelineWidgetTest)
#include "tst_timeline_widget.moc"
