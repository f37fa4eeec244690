// SPDX-License-Identifier: GPL-3.0-or-later
// Names and bars of the published chart, whatever is drawn in the bars.
#include "app/words/words.h"
#include "ui/paint/chart_sheet.h"
#include "ui/paint/text_block.h"

#include <QFontMetricsF>

namespace kpwatch {

namespace {

qreal widthOf(const QString& text, const QFont& face) { return QFontMetricsF(face).horizontalAdvance(text); }

// The sizes of one chart's rows, the same for all of them.
struct RowSizes {
    qreal height = 0;  // of a row
    qreal name = 0;    // px of names
    qreal beneath = 0; // px of what stands under them
    bool shortHosts = false;
    qreal width = 0; // that names may take
    qreal bar = 0;
    qreal label = 0; // px of what is written into bars; 0: too low for that
};

// The size at which the names fit their width, not under three quarters of what was asked for. A name that would not
// fit even so is elided and does not make the others small.
qreal nameSize(const std::vector<ChartRow>& rows, qreal px, qreal width) {
    constexpr qreal smallest = 0.75;
    qreal share = 1;
    for (const ChartRow& row : rows) {
        const qreal asked = widthOf(row.name, printFont(px, 500));
        if (asked > 0 && width / asked >= smallest)
            share = std::min(share, width / asked);
    }
    return std::floor(px * share);
}

// Without "www." where one of them would not fit otherwise: of all alike.
bool hostsShort(const Sheet& sheet, const std::vector<ChartRow>& rows, qreal width) {
    const QFont smallest = printFont(sheet.readable(0), 400);
    return std::any_of(rows.begin(), rows.end(),
                       [&](const ChartRow& row) { return widthOf(row.beneath, smallest) > width; });
}

QString beneathOf(const ChartRow& row, const RowSizes& sizes) {
    const QString prefix = QStringLiteral("www.");
    return sizes.shortHosts && row.beneath.startsWith(prefix) ? row.beneath.mid(prefix.size()) : row.beneath;
}

// Of all alike, so that the widest fits; no smaller than can be read.
qreal beneathSize(const Sheet& sheet, const std::vector<ChartRow>& rows, const RowSizes& sizes) {
    qreal px = sheet.beneathPx(sizes.name);
    for (const ChartRow& row : rows) {
        const qreal wide = widthOf(beneathOf(row, sizes), printFont(px, 400));
        if (wide > sizes.width)
            px = std::max(sheet.readable(0), std::floor(px * sizes.width / wide));
    }
    return px;
}

RowSizes sizesOf(const Sheet& sheet, const std::vector<ChartRow>& rows, qreal height) {
    const ChartPreset& preset = sheet.preset;
    RowSizes sizes{.height = height};
    if (preset.namesAbove) {
        sizes.width = sheet.width();
        sizes.name = sheet.readable(std::min(preset.label, height * 0.36));
        sizes.bar = std::min(preset.lane, (height - sizes.name * 1.3) * 0.9);
    } else {
        sizes.width = preset.gutter - preset.axis * 0.6;
        sizes.name = sheet.readable(nameSize(rows, sheet.namePx(height), sizes.width));
        sizes.shortHosts = hostsShort(sheet, rows, sizes.width);
        sizes.beneath = beneathSize(sheet, rows, sizes);
        sizes.bar = std::min(preset.lane, height * 0.7);
    }
    // Capitals take seven tenths of their size: text as high as its bar still stands in it.
    const qreal label = sheet.readable(std::floor(std::min(preset.axis, sizes.bar * 0.6)));
    sizes.label = label <= sizes.bar * 1.05 ? label : 0;
    return sizes;
}

void write(const Sheet& sheet, const QRectF& box, const QString& text, const QFont& face, const QColor& colour) {
    sheet.painter.setFont(face);
    sheet.painter.setPen(colour);
    sheet.painter.drawText(box, Qt::AlignLeft | Qt::AlignVCenter, elided(text, face, box.width()));
}

// Name and host on one line above the bar, on a ground of their own: the grid does not run through them.
void paintNameAbove(const Sheet& sheet, const ChartRow& row, const QRectF& band, qreal px) {
    const QFont face = printFont(px, 500);
    const QFont small = printFont(std::min(px, sheet.readable(px * 0.72)), 400);
    const qreal total = row.total ? widthOf(row.beneath, small) + px * 0.5 + 1 : 0;
    const qreal used = std::min(widthOf(row.name, face), band.width() - total);
    const QRectF rest = band.adjusted(used + px * 0.5, 0, 0, 0);
    const auto fits = [&](const QString& text) { return !text.isEmpty() && widthOf(text, small) <= rest.width(); };
    const QString both = row.aside.isEmpty() ? row.beneath : row.aside + QStringLiteral(" · ") + row.beneath;
    const QString said = fits(both) ? both : fits(row.aside) ? row.aside : fits(row.beneath) ? row.beneath : QString();
    const qreal ground = said.isEmpty() ? used : rest.left() - band.left() + widthOf(said, small);
    sheet.painter.fillRect(QRectF(band.topLeft(), QSizeF(ground + px * 0.2, band.height())), sheet.theme.surface);
    write(sheet, QRectF(band.topLeft(), QSizeF(used + 1, band.height())), row.name, face, sheet.theme.text);
    if (!said.isEmpty())
        write(sheet, rest, said, small, sheet.theme.text3);
}

// Name beside the bar, the host under it where there is room.
void paintNameBeside(const Sheet& sheet, const ChartRow& row, const QRectF& place, const RowSizes& sizes) {
    const qreal px = sizes.name;
    const QFont face = printFont(px, 500);
    const QFont small = printFont(sizes.beneath, 400);
    const QString beneath = beneathOf(row, sizes);
    const qreal both = sheet.twoLines(px, sizes.beneath), line = px * 1.25;
    const bool more = !beneath.isEmpty() && place.height() >= both;
    const qreal total = !more && row.total ? widthOf(beneath, small) : 0;
    const qreal room = total > 0 ? sizes.width - total - px * 0.5 : sizes.width;
    const bool tooWide = widthOf(row.name, face) > room && !row.shortName.isEmpty();
    const qreal top = place.center().y() - (more ? both : line) / 2;
    write(sheet, {sheet.left(), top, room, line}, tooWide ? row.shortName : row.name, face, sheet.theme.text);
    if (more)
        write(sheet, {sheet.left(), top + line, sizes.width, both - line}, beneath, small, sheet.theme.text3);
    else if (total > 0)
        write(sheet, {sheet.left() + sizes.width - total, top, total + 1, line}, beneath, small, sheet.theme.text3);
}

// Where the bar of a row stands, its name painted beside or above it.
QRectF paintName(const Sheet& sheet, const ChartRow& row, const QRectF& place, const RowSizes& sizes) {
    if (!sheet.preset.namesAbove) {
        paintNameBeside(sheet, row, place, sizes);
        return {place.left(), place.center().y() - sizes.bar / 2, place.width(), sizes.bar};
    }
    const qreal band = sizes.name * 1.3;
    const qreal top = place.top() + (sizes.height - band - sizes.bar) / 2;
    paintNameAbove(sheet, row, {place.left(), top, place.width(), band}, sizes.name);
    return {place.left(), top + band, place.width(), sizes.bar};
}

} // namespace

void paintRows(const Sheet& sheet, const QRectF& plot, const ChartRows& rows) {
    if (rows.rows.empty())
        return;
    const qreal needed = sheet.smallestRow();
    const auto fitting = static_cast<std::size_t>(std::max<qreal>(1, std::floor(plot.height() / needed)));
    const bool all = rows.rows.size() <= fitting;
    const qreal line = all ? 0 : sheet.readable(sheet.preset.axis) * 1.4; // for what is said of the rest
    const std::size_t room = static_cast<std::size_t>(std::max<qreal>(1, std::floor((plot.height() - line) / needed)));
    const std::vector<ChartRow> shown(
        rows.rows.begin(), rows.rows.begin() + static_cast<std::ptrdiff_t>(std::min(rows.rows.size(), room)));
    const RowSizes sizes = sizesOf(sheet, shown, (plot.height() - line) / static_cast<qreal>(shown.size()));
    qreal y = plot.top();
    for (const ChartRow& row : shown) {
        row.paint(paintName(sheet, row, {plot.left(), y, plot.width(), sizes.height}, sizes), sizes.label);
        y += sizes.height;
    }
    if (all)
        return;
    const QFont face = printFont(sheet.readable(sheet.preset.axis * 0.85), 400);
    const QRectF place(sheet.left(), y, sheet.width(), line);
    const QString said = elided(rows.rest(shown.size()), face, place.width());
    sheet.painter.fillRect(QRectF(place.topLeft(), QSizeF(widthOf(said, face) + 8, line)), sheet.theme.surface);
    write(sheet, place, said, face, sheet.theme.text2);
}

} // namespace kpwatch
