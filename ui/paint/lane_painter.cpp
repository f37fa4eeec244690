// SPDX-License-Identifier: GPL-3.0-or-later
// The drawing half of lanes.h; the binning half is lanes.cpp.
#include "app/words/down_length.h"
#include "app/words/finding.h"
#include "app/words/tr.h"
#include "app/words/words.h"
#include "ui/paint/chart_words.h"
#include "ui/paint/lane_bar.h"
#include "ui/paint/lanes.h"

#include <QFontMetricsF>

#include <algorithm>
#include <optional>

namespace kpwatch {

using words::Tr;

namespace {

// One lane being drawn.
struct Strip {
    QPainter& painter;
    QRectF rect;
    const Lane& shown;
    const TimeAxis& axis;
    const Theme& theme;
    const LaneStyle& style;

    QRectF rectOf(const PixelRun& run) const {
        const qreal from = axis.left + run.from / style.devicePixelRatio;
        const qreal to = axis.left + run.to / style.devicePixelRatio;
        return {from, rect.top(), to - from, rect.height()};
    }
    // A block with an onset is solid from another place than its span.
    bool isPlain(const PixelRun& run) const {
        const bool shifted = run.verdict == Verdict::Down && style.onsetTint && run.span->onset.has_value();
        return !shifted && !style.rounded && kpwatch::isPlain(rectOf(run), run.verdict);
    }
    mutable std::optional<std::vector<DownLength>> wholes{}; // worked out where there is a block to write in

    std::size_t indexOf(const PixelRun& run) const { return static_cast<std::size_t>(run.span - shown.spans.data()); }
    DownLength lengthOf(const PixelRun& run) const { return downLength(shown, indexOf(run)); }
    // All of the down time that this piece belongs to, if this is its longest piece; nothing if another one is.
    std::optional<DownLength> wholeOf(const PixelRun& run) const {
        const DownLength piece = lengthOf(run);
        if (!piece.atLeast) // no gap has cut it
            return piece;
        if (!wholes)
            wholes = downLengths(shown);
        for (const DownLength& whole : *wholes) {
            if (piece.first < whole.first || whole.last < piece.last)
                continue;
            for (std::size_t index = whole.first; index <= whole.last; ++index)
                if (shown.spans[index].verdict == Verdict::Down &&
                    downLength(shown.spans, index).range.length() > piece.range.length())
                    return std::nullopt;
            return whole;
        }
        return piece;
    }
};

// Tinted from `after`: somewhere in there it stopped answering. Drawn first, so that answers stay visible on it. Of
// runs, not of spans: where a column holds many, none of their onsets is as wide as a pixel.
void paintOnsets(const Strip& lane, const std::vector<PixelRun>& runs) {
    constexpr qreal wideEnough = 6; // for an edge of its own
    QColor tint = lane.theme.down;
    tint.setAlphaF(0.2F);
    const Onset* painted = nullptr; // spans of one down time share their onset
    for (const PixelRun& run : runs) {
        if (run.verdict != Verdict::Down || !run.span->onset || !run.span->onset->after)
            continue;
        const Span& span = *run.span;
        if (painted != nullptr && *painted == *span.onset)
            continue;
        painted = &*span.onset;
        const qreal from = std::max(lane.axis.left, lane.axis.xAt(*span.onset->after));
        const qreal to = std::min(lane.axis.right, lane.axis.xAt(span.onset->by));
        if (to - from >= 1)
            lane.painter.fillRect(QRectF(from, lane.rect.top(), to - from, lane.rect.height()), tint);
        if (to - from >= wideEnough && *span.onset->after >= lane.axis.range.begin) // the last good check
            lane.painter.fillRect(QRectF(from, lane.rect.top(), 1, lane.rect.height()), lane.theme.down);
    }
}

// Solid from `by`, but never thinner than the smallest mark.
QRectF solidPart(const Strip& lane, const PixelRun& run) {
    QRectF solid = lane.rectOf(run);
    if (!lane.style.onsetTint || !run.span->onset)
        return solid;
    const qreal by = lane.axis.xAt(run.span->onset->by);
    const qreal latest = solid.right() - lane.style.smallestMark;
    if (by > solid.left() && latest > solid.left())
        solid.setLeft(std::min(by, latest));
    return solid;
}

// Where the block goes on outside the picture: two slits at that end.
struct OpenEnds {
    bool left = false, right = false;
};

void paintOpenEnds(const Strip& lane, const QRectF& block, const OpenEnds& open) {
    const qreal unit = lane.rect.height() / 22;
    if (block.width() < 8 * unit * (open.left + open.right))
        return;
    for (const qreal in : {2.0, 5.0}) {
        if (open.left)
            lane.painter.fillRect(QRectF(block.left() + in * unit, block.top(), unit, block.height()),
                                  lane.theme.surface);
        if (open.right)
            lane.painter.fillRect(QRectF(block.right() - (in + 1) * unit, block.top(), unit, block.height()),
                                  lane.theme.surface);
    }
}

// In print, from long to short: what is "at least" is also the figure of running text. `in_all`: of several pieces.
std::vector<QString> figuresOf(const DownLength& length, const LaneStyle& style, bool in_all) {
    if (style.soFar)
        return {words::inAll(words::lengthSoFar(length), in_all)};
    if (!style.rounded)
        return {words::inAll(words::shownLength(length), in_all)};
    std::vector<QString> figures{words::inAll(words::roundedLength(length), in_all)};
    if (length.atLeast) {
        DownLength loose = length;
        loose.certain = words::looseValue(length);
        figures.push_back(words::inAll(words::roundedLength(loose), in_all));
    }
    return figures;
}

// The longest of the wordings that fits; nothing if none does.
void paintLabel(const Strip& lane, const QRectF& block, const DownLength& length, bool in_all) {
    const QFont strong = printFont(lane.style.labelPx, 600);
    const QFont plain = printFont(lane.style.labelPx, 400);
    const qreal pad = lane.style.labelPx * 0.45;
    const qreal room = block.width() - 2 * pad;
    std::vector<QString> additions;
    if (lane.style.rounded && length.open)
        additions.push_back(
            Tr::tr("as of %1 %2").arg(words::clockKst(length.whole.end), words::zoneName(length.whole.end)));
    if (lane.style.goneSince && !length.atLeast) {
        const UtcTime at = length.whole.begin;
        additions.push_back(goneAt(at, lane.shown));
        if (!isOfAnEarlierDay(at, lane.shown)) // the axis says whose time it is
            additions.push_back(Tr::tr("gone at %1").arg(words::clockKst(at)));
    }
    if (lane.style.withoutAnswer)
        additions.push_back(Tr::tr("without answer"));
    additions.emplace_back();
    for (const QString& figure : figuresOf(length, lane.style, in_all))
        for (const QString& addition : additions) {
            const qreal width = QFontMetricsF(strong).horizontalAdvance(figure);
            const qreal gap = addition.isEmpty() ? 0 : lane.style.labelPx * 0.35;
            const qreal extra = addition.isEmpty() ? 0 : gap + QFontMetricsF(plain).horizontalAdvance(addition);
            if (width + extra > room)
                continue;
            // Capitals and figures look centred on half their height, not on that of the font's box.
            const QPointF base(block.left() + pad, block.center().y() + QFontMetricsF(strong).capHeight() / 2);
            lane.painter.setPen(lane.theme.onDown);
            lane.painter.setFont(strong);
            lane.painter.drawText(base, figure);
            lane.painter.setFont(plain);
            lane.painter.drawText(base + QPointF(width + gap, 0), addition);
            return;
        }
}

void paintDown(const Strip& lane, const PixelRun& run) {
    const QRectF solid = solidPart(lane, run);
    paintBar(lane.painter, solid, Verdict::Down, lane.theme);
    const DownLength length = lane.lengthOf(run);
    const std::vector<Span>& spans = lane.shown.spans;
    OpenEnds open;
    if (lane.style.rounded) {
        open.left = length.first == 0 && length.whole.begin < spans.front().range.begin;
        open.right = length.last + 1 == spans.size() && length.goesOn(spans.back().range.end);
        paintOpenEnds(lane, solid, open);
    }
    const qreal slits = lane.rect.height() / 3;
    // A block that several down times share has no single length to write in it.
    const QRectF block = lane.rectOf(run);
    const qreal slack = 2 / lane.style.devicePixelRatio;
    const bool alone = lane.axis.xAt(length.range.begin) <= block.left() + slack &&
                       lane.axis.xAt(length.range.end) >= block.right() - slack;
    if (!lane.style.durations || !alone)
        return;
    if (const auto whole = lane.wholeOf(run))
        paintLabel(lane, solid.adjusted(open.left ? slits : 0, 0, open.right ? -slits : 0, 0), *whole,
                   whole->whole != length.whole);
}

} // namespace

void paintLane(QPainter& painter, const QRectF& rect, const Lane& shown, const TimeAxis& axis, const Theme& theme,
               const LaneStyle& style) {
    const Strip lane{painter, rect, shown, axis, theme, style};
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const std::vector<PixelRun> runs = binned(shown.spans, axis, style);
    if (style.onsetTint)
        paintOnsets(lane, runs);
    // Most of a crowded lane is plain, and many times faster without antialiasing.
    painter.setRenderHint(QPainter::Antialiasing, false);
    for (const PixelRun& run : runs)
        if (lane.isPlain(run))
            paintBar(painter, lane.rectOf(run), run.verdict, theme);
    painter.setRenderHint(QPainter::Antialiasing);
    for (const PixelRun& run : runs) {
        if (lane.isPlain(run))
            continue;
        if (run.verdict == Verdict::Down)
            paintDown(lane, run);
        else
            paintBar(painter, lane.rectOf(run), run.verdict, theme);
    }
    painter.restore();
}

void paintLegendSample(QPainter& painter, const QRectF& rect, Verdict verdict, const Theme& theme) {
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    paintBar(painter, rect, verdict, theme);
    painter.restore();
}

} // namespace kpwatch
