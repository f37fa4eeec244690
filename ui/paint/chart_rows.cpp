// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/words/words.h"
#include "ui/paint/chart_sheet.h"
#include "ui/paint/chart_words.h"
#include "ui/paint/lanes.h"
#include "ui/paint/text_block.h"

#include <QFontMetricsF>

namespace kpwatch {

namespace {

qreal widthOf(const QString& text, const QFont& face) { return QFontMetricsF(face).horizontalAdvance(text); }

// The sizes of one chart's rows, the same for all of them.
struct RowSizes {
    qreal height = 0; // of a row
    qreal name = 0;   // px of names
    qreal host = 0;   // px of hosts under them
    bool shortHosts = false;
    qreal width = 0; // that names may take
    qreal bar = 0;
};

// The size at which the names fit their width, not under three quarters of what was asked for. A name that would not
// fit even so is elided and does not make the others small.
qreal nameSize(const std::vector<const Lane*>& lanes, qreal px, qreal width) {
    constexpr qreal smallest = 0.75;
    qreal share = 1;
    for (const Lane* lane : lanes) {
        const qreal asked = widthOf(words::cleaned(lane->label), printFont(px, 500));
        if (asked > 0 && width / asked >= smallest)
            share = std::min(share, width / asked);
    }
    return std::floor(px * share);
}

// Where many lanes share the sheet, being told apart goes before being large.
qreal inside(const Sheet& sheet, qreal px, qreal room) { return std::min(sheet.readable(px), room); }

// Without "www." where one of them would not fit otherwise: of all alike.
bool hostsShort(const Sheet& sheet, const std::vector<const Lane*>& lanes, qreal width) {
    const QFont smallest = printFont(sheet.readable(0), 400);
    return std::any_of(lanes.begin(), lanes.end(),
                       [&](const Lane* lane) { return widthOf(words::cleaned(lane->host), smallest) > width; });
}

QString hostOf(const Lane& lane, const RowSizes& sizes) {
    const QString host = words::cleaned(lane.host), prefix = QStringLiteral("www.");
    return sizes.shortHosts && host.startsWith(prefix) ? host.mid(prefix.size()) : host;
}

// Of all hosts alike, so that the widest fits; no smaller than can be read.
qreal hostSize(const Sheet& sheet, const std::vector<const Lane*>& lanes, const RowSizes& sizes) {
    qreal px = std::min(sizes.name, sheet.readable(sizes.name * 0.72));
    for (const Lane* lane : lanes) {
        const qreal wide = widthOf(hostOf(*lane, sizes), printFont(px, 400));
        if (wide > sizes.width)
            px = std::max(sheet.readable(0), std::floor(px * sizes.width / wide));
    }
    return px;
}

RowSizes sizesOf(const Sheet& sheet, const std::vector<const Lane*>& lanes, qreal height) {
    const ChartPreset& preset = sheet.preset;
    RowSizes sizes{.height = height};
    if (preset.namesAbove) {
        sizes.width = sheet.width();
        sizes.name = inside(sheet, preset.label, height * 0.36);
        sizes.bar = std::min(preset.lane, (height - sizes.name * 1.3) * 0.8);
    } else {
        sizes.width = preset.gutter - preset.axis * 0.6;
        sizes.name = inside(sheet, nameSize(lanes, std::min(preset.label, height * 0.6), sizes.width), height * 0.6);
        sizes.shortHosts = hostsShort(sheet, lanes, sizes.width);
        sizes.host = hostSize(sheet, lanes, sizes);
        sizes.bar = std::min(preset.lane, height * 0.66);
    }
    return sizes;
}

void write(const Sheet& sheet, const QRectF& box, const QString& text, const QFont& face, const QColor& colour) {
    sheet.painter.setFont(face);
    sheet.painter.setPen(colour);
    sheet.painter.drawText(box, Qt::AlignLeft | Qt::AlignVCenter, elided(text, face, box.width()));
}

// Name and host on one line above the bar, on a ground of their own: the grid does not run through them.
void paintNameAbove(const Sheet& sheet, const Lane& lane, const QRectF& band, qreal px) {
    const QFont face = printFont(px, 500);
    const QFont small = printFont(std::min(px, sheet.readable(px * 0.72)), 400);
    const QString name = words::cleaned(lane.label), host = words::cleaned(lane.host);
    const qreal used = std::min(widthOf(name, face), band.width());
    const QRectF rest = band.adjusted(used + px * 0.5, 0, 0, 0);
    const bool with_host = !host.isEmpty() && widthOf(host, small) <= rest.width();
    const qreal ground = with_host ? rest.left() - band.left() + widthOf(host, small) : used;
    sheet.painter.fillRect(QRectF(band.topLeft(), QSizeF(ground + px * 0.2, band.height())), sheet.theme.surface);
    write(sheet, band, name, face, sheet.theme.text);
    if (with_host)
        write(sheet, rest, host, small, sheet.theme.text3);
}

// Name beside the bar, the host under it where there is room.
void paintNameBeside(const Sheet& sheet, const Lane& lane, const QRectF& row, const RowSizes& sizes) {
    const qreal px = sizes.name;
    const QFont face = printFont(px, 500);
    const QFont small = printFont(sizes.host, 400);
    QString name = words::cleaned(lane.label);
    if (widthOf(name, face) > sizes.width && !lane.shortLabel.empty())
        name = words::cleaned(lane.shortLabel);
    const QString host = hostOf(lane, sizes);
    const bool with_host = !host.isEmpty() && row.height() >= px * 2.2 && px >= sheet.preset.label * 0.65;
    const qreal name_height = px * 1.25, host_height = small.pixelSize() * 1.3;
    const qreal top = row.center().y() - (with_host ? name_height + host_height : name_height) / 2;
    write(sheet, {sheet.left(), top, sizes.width, name_height}, name, face, sheet.theme.text);
    if (with_host)
        write(sheet, {sheet.left(), top + name_height, sizes.width, host_height}, host, small, sheet.theme.text3);
}

// Where the bar of a row stands, its name painted beside or above it.
QRectF paintName(const Sheet& sheet, const Lane& lane, const QRectF& row, const RowSizes& sizes) {
    if (!sheet.preset.namesAbove) {
        paintNameBeside(sheet, lane, row, sizes);
        return {row.left(), row.center().y() - sizes.bar / 2, row.width(), sizes.bar};
    }
    const qreal band = sizes.name * 1.3;
    const qreal top = row.top() + (sizes.height - band - sizes.bar) / 2;
    paintNameAbove(sheet, lane, {row.left(), top, row.width(), band}, sizes.name);
    return {row.left(), top + band, row.width(), sizes.bar};
}

} // namespace

void paintRows(const Sheet& sheet, const QRectF& plot) {
    const std::vector<const Lane*> lanes = siteLanes(sheet.timeline);
    if (lanes.empty())
        return;
    const RowSizes sizes = sizesOf(sheet, lanes, plot.height() / static_cast<qreal>(lanes.size()));
    LaneStyle style;
    style.devicePixelRatio = sheet.scale();
    style.labelPx = std::floor(inside(sheet, std::min(sheet.preset.axis, sizes.bar * 0.6), sizes.bar * 0.8));
    style.smallestMark = 4;
    style.rounded = true;
    qreal y = plot.top();
    for (const Lane* lane : lanes) {
        const QRectF bar = paintName(sheet, *lane, {plot.left(), y, plot.width(), sizes.height}, sizes);
        style.withoutAnswer = lane == lanes.front();
        paintLane(sheet.painter, bar, lane->spans, sheet.axis(), sheet.theme, style);
        y += sizes.height;
    }
}

} // namespace kpwatch
