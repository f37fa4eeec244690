// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/live/timeline_paint.h"

#include "app/words/korea_time.h"
#include "app/words/language.h"
#include "app/words/words.h"
#include "ui/live/controls.h"
#include "ui/paint/agreement_strip.h"
#include "ui/paint/icons.h"
#include "ui/paint/lanes.h"

#include <QFontMetricsF>

#include <algorithm>
#include <cmath>

namespace kpwatch {

using words::Tr;

static qreal plotBottom(const TimelineLayout& layout) {
    return axisHeight() + layout.viewHeight + layout.pinnedHeight + 4;
}

void paintKnown(QPainter& painter, const QRectF& bar, const Lane& lane, const TimeAxis& axis, const Theme& theme,
                const KnownStyle& known) {
    if (lane.spans.empty())
        return;
    UtcTime begin = lane.spans.front().range.begin;
    if (lane.spans.front().reason == Reason::NotStarted)
        begin = lane.spans.front().range.end;
    const UtcTime from = std::clamp(begin, axis.range.begin, axis.range.end);
    const UtcTime to = std::clamp(lane.spans.back().range.end, from, axis.range.end);
    const qreal left = axis.xAt(from), right = axis.xAt(to), middle = std::floor(bar.center().y()) + 0.5;
    if (left > axis.left + 1) {
        painter.setPen(QPen(theme.notMonitored, 1, Qt::DotLine));
        painter.drawLine(QPointF(axis.left, middle), QPointF(left, middle));
    }
    if (right - left < 0.5)
        return;
    LaneStyle style;
    style.ownLine = lane.kind == LaneKind::OwnLine;
    style.durations = known.lengths && lane.kind != LaneKind::Target;
    style.labelPx = std::clamp(bar.height() / 3, 11 * textScale(), 20 * textScale());
    style.devicePixelRatio = known.devicePixelRatio;
    paintLane(painter, QRectF(left, bar.top(), right - left, bar.height()), lane, TimeAxis{{from, to}, left, right},
              theme, style);
}

static void paintText(QPainter& painter, const QRectF& rect, const QFont& font, const QColor& colour,
                      const QString& text, Qt::Alignment alignment = Qt::AlignLeft) {
    painter.setFont(font);
    painter.setPen(colour);
    painter.drawText(rect, static_cast<int>(alignment | Qt::AlignVCenter),
                     QFontMetricsF(font).elidedText(text, Qt::ElideRight, rect.width()));
}

// What is pointed at or marked, in words over the axis.
struct Pill {
    QRectF rect;
    QString text;
};

static std::optional<Pill> pillOf(const TimelinePicture& picture) {
    const TimeAxis& axis = picture.axis;
    QString text;
    qreal middle = 0;
    if (const auto& marked = picture.selection) {
        text =
            QStringLiteral("%1 – %2 · %3")
                .arg(words::clockKst(marked->begin), words::clockKst(marked->end), words::duration(marked->length()));
        middle = axis.xAt(marked->begin + marked->length() / 2);
    } else if (picture.crosshair && axis.range.contains(*picture.crosshair)) {
        text = words::clockKst(*picture.crosshair);
        middle = axis.xAt(*picture.crosshair);
    } else {
        return std::nullopt;
    }
    const qreal width = QFontMetricsF(font(12, 600)).horizontalAdvance(text) + 12;
    const qreal rightmost = std::max(axis.left, picture.size.width() - width - 1);
    return Pill{QRectF(std::clamp(middle - width / 2, axis.left, rightmost), 1, width, 19 * textScale()), text};
}

// Where a day begins it is told with its weekday; months and years stand alone.
static QString kstOf(const Tick& tick, bool months) {
    const QDateTime there = inKorea(tick.at);
    const bool midnight = there.time() == QTime(0, 0);
    return midnight && !months ? words::printedDate(there, words::DateForm::Weekday) : tick.kst;
}

// In the middle over its instant, but never past the right edge: half a day's name would be another day's.
static QRectF withinEdge(qreal x, qreal top, qreal height, qreal width, const TimelinePicture& picture) {
    const qreal wide = width + 2;
    return {std::min(x - wide / 2, picture.size.width() - wide - 2), top, wide, height};
}

static void paintAxis(QPainter& painter, const TimelinePicture& picture, const std::vector<Tick>& ticks,
                      const Theme& theme) {
    const QFont kst = font(12), strong = font(12, 600), utc = font(11);
    const bool months = std::ranges::all_of(ticks, [](const Tick& tick) { return tick.utc.isEmpty(); });
    const bool shares = showsShares(picture.axis.range);
    const qreal scale = textScale();
    const QRectF gutter(16, 2 * scale, gutterWidth() - 28, 18 * scale);
    // What the column of values is about, where that is not what is in view: of the past it would be taken for that.
    const bool past = picture.axis.range.end < picture.now;
    const QString column = shares ? Tr::tr("answered · seen")
                           : past ? (picture.live ? Tr::tr("state now") : Tr::tr("state then"))
                                  : QString();
    const qreal aside = column.isEmpty() ? 0 : -110 * scale; // it stands beside the names of the clocks
    if (!months || !shares)
        paintText(painter, gutter.adjusted(0, 0, aside, 0), font(11, 600), theme.text2, Tr::tr("KST"), Qt::AlignRight);
    if (!months)
        paintText(painter, gutter.adjusted(0, 17 * scale, aside, 17 * scale), utc, theme.text3, Tr::tr("UTC"),
                  Qt::AlignRight);
    paintText(painter, gutter.adjusted(0, 17 * scale, 0, 17 * scale), utc, theme.text3, column, Qt::AlignRight);
    const std::optional<Pill> pill = pillOf(picture);
    for (const Tick& tick : ticks) {
        const qreal x = picture.axis.xAt(tick.at);
        if (x < picture.axis.left + 22 * scale) // would touch the names of the clocks
            continue;
        const QString said = kstOf(tick, months);
        const QFont& face = tick.strong ? strong : kst;
        const QRectF upper = withinEdge(x, 2 * scale, 18 * scale, QFontMetricsF(face).horizontalAdvance(said), picture);
        if (!pill || upper.right() < pill->rect.left() || upper.left() > pill->rect.right())
            paintText(painter, upper, face, tick.strong ? theme.text : theme.text2, said, Qt::AlignHCenter);
        if (std::abs(x - picture.axis.xAt(picture.now)) > 36 * scale) // the word for the present stands there
            paintText(painter,
                      withinEdge(x, 19 * scale, 16 * scale, QFontMetricsF(utc).horizontalAdvance(tick.utc), picture),
                      utc, theme.text3, tick.utc, Qt::AlignHCenter);
    }
}

static void paintGrid(QPainter& painter, const TimelinePicture& picture, const std::vector<Tick>& ticks,
                      const Theme& theme) {
    const TimelineLayout& layout = *picture.layout;
    const qreal bottom = plotBottom(layout);
    for (const Tick& tick : ticks) {
        const qreal x = std::floor(picture.axis.xAt(tick.at)) + 0.5;
        painter.setPen(QPen(tick.strong ? theme.border : theme.grid, 1));
        painter.drawLine(QPointF(x, axisHeight()), QPointF(x, bottom));
    }
}

static void paintHeading(QPainter& painter, const QRectF& rect, const TimelineRow& row, const Theme& theme) {
    const QFont small = font(10.5, 600);
    const qreal width = QFontMetricsF(small).horizontalAdvance(row.name);
    const qreal high = std::min(rect.height(), 28 * textScale());
    const QRectF text(16, rect.bottom() - high, width + 2, high);
    paintText(painter, text, small, theme.text2, row.name);
    const qreal middle = std::floor(text.center().y()) + 0.5;
    painter.setPen(QPen(theme.border, 1));
    painter.drawLine(QPointF(16 + width + 10, middle), QPointF(rect.right() - plotMargin, middle));
}

static void paintChevron(QPainter& painter, QPointF centre, bool open, const QColor& colour) {
    painter.setPen(QPen(colour, 1.5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(Qt::NoBrush);
    const qreal half = 4, depth = 2.2;
    const QPolygonF arrow =
        open ? QPolygonF{centre + QPointF(-half, -depth), centre + QPointF(0, depth), centre + QPointF(half, -depth)}
             : QPolygonF{centre + QPointF(-depth, -half), centre + QPointF(depth, 0), centre + QPointF(-depth, half)};
    painter.drawPolyline(arrow);
}

static constexpr qreal smallestText = 11;

static void paintGutter(QPainter& painter, const QRectF& rect, const TimelineRow& row, const Theme& theme) {
    const bool target = row.kind != RowKind::Lane; // or what else belongs to the row above it
    if (row.openable)
        paintChevron(painter, QPointF(19, rect.center().y()), row.open, theme.text2);
    const qreal iconSize = std::round((target ? 12 : 14) * (1 + textScale()) / 2), left = target ? 50 : 30;
    if (!row.agreement)
        paintIcon(painter, QRectF(left, rect.center().y() - iconSize / 2, iconSize, iconSize), row.state, theme);
    QFont valueFont = font(target ? 11 : 12, row.loud ? 600 : 400);
    const QColor valueColour = row.loud ? inkColour(inkOf(row.state), theme) : theme.text3;
    const qreal right = gutterWidth() - 12, textLeft = left + iconSize + 7;
    // The state is never cut: it is written smaller, and shorter where it can be, and a name that leaves it too little
    // room gives way to its short form.
    const QFont nameFont = font(target ? 12 : 13, target ? 400 : 500);
    const auto nameWidth = [&](const QString& name) { return QFontMetricsF(nameFont).horizontalAdvance(name); };
    const qreal room = right - textLeft - 6;
    QString value = row.value;
    const auto valueLength = [&] { return QFontMetricsF(valueFont).horizontalAdvance(value) + 1; };
    const qreal leastName = std::min(nameWidth(row.name), nameWidth(row.shortName));
    while (valueFont.pixelSize() > smallestText * textScale() && valueLength() > room - leastName)
        valueFont.setPixelSize(valueFont.pixelSize() - 1);
    if (value == words::state(Verdict::BlockedHere) && valueLength() > room - leastName)
        value = Tr::tr("Blocked here");
    const qreal wanted = valueLength();
    const qreal valueWidth = std::min(wanted, room - std::min(leastName, 48 * textScale()));
    paintText(painter, QRectF(right - valueWidth, rect.top(), valueWidth, rect.height()), valueFont, valueColour, value,
              Qt::AlignRight);
    const QRectF nameRect(textLeft, rect.top(), right - valueWidth - 6 - textLeft, rect.height());
    const bool fits = QFontMetricsF(nameFont).horizontalAdvance(row.name) <= nameRect.width();
    paintText(painter, nameRect, nameFont, target ? theme.text2 : theme.text, fits ? row.name : row.shortName);
}

// A tick across the bar and a little beyond, where the lane goes on with another question.
static void paintNewQuestions(QPainter& painter, const QRectF& bar, const TimelineRow& row, const TimeAxis& axis,
                              const Theme& theme) {
    constexpr qreal beyond = 4, half = 3.5;
    for (const UtcTime at : row.newQuestions) {
        if (!axis.range.contains(at))
            continue;
        const qreal x = std::floor(axis.xAt(at)) + 0.5, top = bar.top() - beyond;
        const QLineF tick(x, top, x, bar.bottom() + beyond);
        painter.setPen(QPen(theme.surface, 5, Qt::SolidLine, Qt::FlatCap)); // it is no state, and touches none
        painter.drawLine(tick);
        painter.setPen(QPen(theme.text, 1, Qt::SolidLine, Qt::FlatCap));
        painter.drawLine(tick);
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme.text);
        painter.drawPolygon(QPolygonF{{x - half, top}, {x + half, top}, {x, top + half}});
    }
}

static constexpr qreal lowestBar = 14; // below, a block and a line look alike

static void paintRow(QPainter& painter, const TimelinePicture& picture, const TimelineRow& row, const Theme& theme) {
    const QRectF rect(0, topOf(*picture.layout, row, picture.scroll), picture.size.width(), row.height);
    if (row.kind == RowKind::Heading) {
        paintHeading(painter, rect, row, theme);
        return;
    }
    const bool selected = row.kind == RowKind::Lane && row.lane->id == picture.selected;
    if (selected) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme.surface2);
        painter.drawRoundedRect(QRectF(8, rect.top() + 1, gutterWidth() - 16, rect.height() - 2), 5, 5);
    }
    if (picture.wants(QRectF(0, rect.top(), gutterWidth(), rect.height())))
        paintGutter(painter, rect, row, theme);
    const qreal high = row.kind == RowKind::Lane ? std::max(row.height - 14, lowestBar) : row.height - 10;
    const QRectF bar(picture.axis.left, rect.center().y() - high / 2, picture.axis.right - picture.axis.left, high);
    const bool wanted = picture.wants(rect.adjusted(gutterWidth() - 2, 0, 0, 0));
    if (wanted && row.agreement)
        paintAgreement(painter, bar, *row.agreement, picture.axis, theme);
    else if (wanted) {
        paintKnown(painter, bar, *row.lane, picture.axis, theme, {picture.devicePixelRatio, !row.inShort});
        paintNewQuestions(painter, bar, row, picture.axis, theme);
    }
    if (selected && picture.focused)
        paintFocusRing(painter, QRectF(8, rect.top() + 1, gutterWidth() - 16, rect.height() - 2), 5, theme);
}

static void paintNow(QPainter& painter, const TimelinePicture& picture, const Theme& theme) {
    if (!picture.axis.range.contains(picture.now))
        return;
    const TimelineLayout& layout = *picture.layout;
    const qreal x = std::floor(picture.axis.xAt(picture.now)) + 0.5;
    const qreal bottom = plotBottom(layout);
    const QString word = Tr::tr("Now");
    const QFont small = font(11, 600);
    const qreal half = QFontMetricsF(small).horizontalAdvance(word) / 2 + 3;
    const QRectF label(std::min(x - half, picture.size.width() - 2 * half), 19 * textScale(), 2 * half,
                       15 * textScale());
    painter.fillRect(label, theme.surface);
    paintText(painter, label, small, theme.text, word, Qt::AlignHCenter);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.text);
    painter.drawPolygon(QPolygonF{{x - 4, axisHeight() - 7}, {x + 4, axisHeight() - 7}, {x, axisHeight() - 1}});
    painter.setPen(QPen(theme.text, 1));
    painter.drawLine(QPointF(x, axisHeight() - 2), QPointF(x, bottom));
}

static void paintPill(QPainter& painter, const TimelinePicture& picture, const Theme& theme) {
    const std::optional<Pill> pill = pillOf(picture);
    if (!pill)
        return;
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.accent);
    painter.drawRoundedRect(pill->rect, 4, 4);
    paintText(painter, pill->rect, font(12, 600), theme.onAccent, pill->text, Qt::AlignHCenter);
}

static void paintCrosshair(QPainter& painter, const TimelinePicture& picture, const Theme& theme) {
    if (!picture.crosshair || !picture.axis.range.contains(*picture.crosshair))
        return;
    const qreal x = std::floor(picture.axis.xAt(*picture.crosshair)) + 0.5;
    painter.setPen(QPen(theme.accent, 1, Qt::DashLine));
    painter.drawLine(QPointF(x, axisHeight()), QPointF(x, plotBottom(*picture.layout)));
}

// From the axis down over every lane, with its two ends and its length in words.
static void paintSelection(QPainter& painter, const TimelinePicture& picture, const Theme& theme) {
    const TimelineLayout& layout = *picture.layout;
    const TimeRange& marked = *picture.selection;
    const qreal left = std::clamp(picture.axis.xAt(marked.begin), picture.axis.left, picture.axis.right);
    const qreal right = std::clamp(picture.axis.xAt(marked.end), picture.axis.left, picture.axis.right);
    QColor glass = theme.accent;
    glass.setAlphaF(0.16F);
    painter.fillRect(QRectF(left, axisHeight() - 4, right - left, plotBottom(layout) - axisHeight() + 4), glass);
    painter.setPen(QPen(theme.accent, 1));
    for (const qreal x : {std::floor(left) + 0.5, std::floor(right) + 0.5})
        painter.drawLine(QPointF(x, axisHeight() - 4), QPointF(x, plotBottom(layout)));
}

void paintTimeline(QPainter& painter, const TimelinePicture& picture, const Theme& theme) {
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(QRectF(QPointF(0, 0), picture.size), theme.surface);
    const std::vector<Tick> ticks = picture.axis.ticks(86 * textScale());
    paintGrid(painter, picture, ticks, theme);
    const TimelineLayout& layout = *picture.layout;
    for (const bool pinned : {false, true}) {
        const QRectF part = pinned
                                ? QRectF(0, axisHeight() + layout.viewHeight, picture.size.width(), layout.pinnedHeight)
                                : QRectF(0, axisHeight(), picture.size.width(), layout.viewHeight);
        painter.save();
        painter.setClipRect(part);
        for (const TimelineRow& row : layout.rows) {
            const qreal top = topOf(layout, row, picture.scroll);
            const bool shown = row.pinned == pinned && top < part.bottom() && top + row.height > part.top();
            if (shown && picture.wants(QRectF(0, top, picture.size.width(), row.height)))
                paintRow(painter, picture, row, theme);
        }
        painter.restore();
    }
    if (picture.wants(QRectF(0, 0, picture.size.width(), axisHeight())))
        paintAxis(painter, picture, ticks, theme);
    paintNow(painter, picture, theme);
    if (picture.selection)
        paintSelection(painter, picture, theme);
    else
        paintCrosshair(painter, picture, theme);
    paintPill(painter, picture, theme);
}

} // namespace kpwatch
