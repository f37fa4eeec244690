// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/paint/chart.h"

#include "app/words/korea_time.h"
#include "app/words/language.h"
#include "app/words/tr.h"
#include "app/words/words.h"
#include "ui/paint/chart_sheet.h"
#include "ui/paint/chart_words.h"
#include "ui/paint/lanes.h"
#include "ui/paint/text_block.h"

#include <QFontMetricsF>
#include <QLocale>

namespace kpwatch {
namespace {

using words::Tr;

void paintTag(const Sheet& sheet, qreal& y) {
    if (!sheet.timeline.simulated)
        return;
    const QFont face = printFont(sheet.readable(sheet.preset.axis * 0.8), 700);
    const QString text = Tr::tr("SIMULATED · not a measurement");
    const qreal height = sheet.preset.axis * 1.3;
    const QRectF box(sheet.left(), y - height * 0.35, QFontMetricsF(face).horizontalAdvance(text) + height, height);
    sheet.painter.setPen(QPen(sheet.theme.degraded, 2));
    sheet.painter.setBrush(sheet.theme.degradedTint);
    sheet.painter.drawRoundedRect(box, 6, 6);
    sheet.painter.setPen(sheet.theme.degradedText);
    sheet.painter.setFont(face);
    sheet.painter.drawText(box, Qt::AlignCenter, text);
    y = box.bottom() + height * 0.25;
}

struct HeadingRoom {
    qreal width = 0, height = 0;
};

// At the largest size at which all of it fits: one line, else two, three or more, each a little smaller, for lines are
// paid for by the plot. Cut only where even the smallest leaves no room.
TextBlock fitted(const Sheet& sheet, const QString& text, const QFont& asked, HeadingRoom room) {
    const qreal px = asked.pixelSize();
    TextBlock block;
    for (const auto& [share, lines] : {std::pair{1.0, 1}, std::pair{0.9, 1}, std::pair{0.82, 1}, std::pair{0.9, 2},
                                       std::pair{0.8, 3}, std::pair{0.7, 12}}) {
        const QFont face = printFont(sheet.readable(std::floor(px * share)), asked.weight());
        const int most = std::max(1, std::min(lines, static_cast<int>(room.height / (face.pixelSize() * 1.28))));
        block = wrapped(text, face, room.width, most);
        if (block.whole)
            break;
    }
    return block;
}

// What there is between the top and the legend.
void paintHeading(const Sheet& sheet, qreal& y, qreal height) {
    const ChartFacts& facts = sheet.facts;
    const QString headline = facts.headline.isEmpty() ? suggestedHeadline(sheet.timeline, facts) : facts.headline;
    const QString standfirst =
        facts.standfirst.isEmpty() ? suggestedStandfirst(sheet.timeline, facts) : facts.standfirst;
    constexpr qreal forTitle = 0.64;
    const TextBlock title =
        fitted(sheet, headline, printFont(sheet.preset.title, 700), {sheet.width(), height * forTitle});
    sheet.painter.setPen(sheet.theme.text);
    title.paint(sheet.painter, {sheet.left(), y});
    y += title.height();
    const TextBlock sub =
        fitted(sheet, standfirst, printFont(sheet.preset.sub, 400), {sheet.width(), height - title.height()});
    sheet.painter.setPen(sheet.theme.text2);
    sub.paint(sheet.painter, {sheet.left(), y});
    y += sub.height();
}

struct LegendEntry {
    Verdict verdict;
    QString word;
    qreal x = 0;
    int row = 0;
};

struct Legend {
    qreal px, sample, gap, line;
    std::vector<LegendEntry> entries;
    qreal height() const { return px * 0.55 + line * (entries.empty() ? 1 : entries.back().row + 1); }
};

Legend legendOf(const Sheet& sheet) {
    const qreal px = sheet.readable(sheet.preset.axis);
    Legend legend{px, px * 1.6, px * 0.4, px * 1.45, {}};
    const QFont face = printFont(px, 400);
    qreal x = sheet.left();
    int row = 0;
    for (const Verdict verdict : occurringStates(sheet.timeline, sheet.facts)) {
        if (!isSeen(sheet, verdict))
            continue;
        const QString word = legendWord(verdict, sheet.timeline, sheet.facts);
        const qreal width = legend.sample + legend.gap + QFontMetricsF(face).horizontalAdvance(word);
        if (x > sheet.left() && x + width > sheet.right()) {
            x = sheet.left();
            ++row;
        }
        legend.entries.push_back({verdict, word, x, row});
        x += width + px * 1.2;
    }
    return legend;
}

void paintLegend(const Sheet& sheet, const Legend& legend, qreal& y) {
    const QFont face = printFont(legend.px, 400);
    for (const LegendEntry& entry : legend.entries) {
        const qreal top = y + legend.px * 0.55 + entry.row * legend.line;
        const QRectF sample(entry.x, top + legend.line / 2 - legend.px * 0.4, legend.sample, legend.px * 0.8);
        paintLegendSample(sheet.painter, sample, entry.verdict, sheet.theme);
        sheet.painter.setPen(sheet.theme.text);
        sheet.painter.setFont(face);
        const qreal from = sample.right() + legend.gap;
        sheet.painter.drawText(QRectF(from, top, sheet.right() - from + 1, legend.line),
                               Qt::AlignLeft | Qt::AlignVCenter, entry.word);
    }
    y += legend.height();
}

// At the right of the source line, in a corner of its own.
QSizeF logoSize(const Sheet& sheet) {
    if (sheet.facts.logo.isNull())
        return {};
    const QSizeF most(sheet.width() * 0.2, sheet.preset.size.height() * 0.09);
    return QSizeF(sheet.facts.logo.size()).scaled(most, Qt::KeepAspectRatio);
}

// All of it: what it says may not be cut. From the bottom up; returns where the rule above it stands.
qreal paintSource(const Sheet& sheet) {
    const QSizeF logo = logoSize(sheet);
    const qreal width = sheet.width() - (logo.isEmpty() ? 0 : logo.width() + sheet.preset.source);
    constexpr int anyNumber = 40;
    const TextBlock block = wrapped(sourceLine(sheet.timeline, sheet.facts),
                                    printFont(sheet.readable(sheet.preset.source), 400), width, anyNumber);
    const qreal bottom = sheet.preset.size.height() - sheet.preset.margin * 0.75;
    const qreal top = bottom - std::max(block.height(), logo.height());
    sheet.painter.setPen(sheet.theme.text3);
    block.paint(sheet.painter, {sheet.left(), top});
    if (!logo.isEmpty()) {
        sheet.painter.setRenderHint(QPainter::SmoothPixmapTransform);
        sheet.painter.drawImage(QRectF(QPointF(sheet.right() - logo.width(), bottom - logo.height()), logo),
                                sheet.facts.logo);
    }
    const qreal rule = top - sheet.preset.source * 0.45;
    sheet.painter.fillRect(QRectF(sheet.left(), rule, sheet.width(), 2), sheet.theme.border);
    return rule;
}

void paintWatermark(const Sheet& sheet, const QRectF& plot) {
    if (!sheet.timeline.simulated)
        return;
    QColor faint = sheet.theme.text3;
    faint.setAlphaF(0.18F);
    const QString word = Tr::tr("SIMULATED");
    QFont face = printFont(plot.height() * 0.45, 700);
    const qreal width = QFontMetricsF(face).horizontalAdvance(word);
    if (width > plot.width() * 0.9)
        face = printFont(face.pixelSize() * plot.width() * 0.9 / width, 700);
    sheet.painter.setPen(faint);
    sheet.painter.setFont(face);
    sheet.painter.drawText(plot, Qt::AlignCenter, word);
}

} // namespace

// Milliseconds need a place beside the plot where names do not, and totals more than names do. `height`: of the plot.
static ChartPreset withGutter(const Sheet& sheet, qreal height) {
    ChartPreset wide = sheet.preset;
    if (sheet.facts.response && wide.namesAbove)
        wide.gutter = std::max(wide.gutter, sheet.readable(wide.axis * 0.85) * 4.8);
    if (!sheet.facts.response && !sheet.facts.order && sheet.facts.totals && !wide.namesAbove)
        wide.gutter = std::max(wide.gutter, totalsWidth(sheet, height) + wide.axis * 0.6);
    return wide;
}

void paintChart(QPainter& painter, const ChartPreset& preset, const Timeline& timeline, const ChartFacts& facts,
                const Theme& theme) {
    painter.save();
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    painter.fillRect(QRectF(QPointF(0, 0), preset.size), theme.surface);
    const Sheet sheet{painter, preset, timeline, facts, theme, facts.order ? facts.order->shown : timeline.range};
    qreal y = preset.margin * 0.7;
    paintTag(sheet, y);
    const qreal rule = paintSource(sheet);
    const Legend legend = legendOf(sheet);
    const qreal air = preset.axis * 0.5;
    // What the rows need to be read is theirs before the heading gets more than two lines.
    const qreal rows = std::min(rowCount(sheet), 5) * sheet.smallestRow();
    paintHeading(
        sheet, y,
        std::max((preset.title + preset.sub) * 1.3, rule - y - legend.height() - air - axisHeight(sheet) - rows));
    paintLegend(sheet, legend, y);
    const qreal top = y + air;
    const ChartPreset wide = withGutter(sheet, rule - axisHeight(sheet) - top);
    const Sheet plotted{painter, wide, timeline, facts, theme, sheet.range};
    const qreal end = paintAxis(plotted, top, rule);
    const QRectF plot(plotted.plotLeft(), top, plotted.right() - plotted.plotLeft(), std::max<qreal>(1, end - top));
    paintWatermark(plotted, plot); // below the rows, so that it never dims what they say
    if (facts.order)
        paintOrderRows(plotted, plot);
    else if (facts.response)
        paintResponse(plotted, plot);
    else
        paintLaneRows(plotted, plot);
    painter.restore();
}

QImage chartImage(const ChartPreset& preset, const Timeline& timeline, const ChartFacts& facts, const Theme& theme,
                  qreal scale) {
    QImage image(preset.pixels(scale), QImage::Format_RGB32);
    image.fill(theme.surface);     // a fractional size leaves its last row to the background
    constexpr qreal inch = 0.0254; // metres
    image.setDotsPerMeterX(qRound(preset.dotsPerInch * scale / inch));
    image.setDotsPerMeterY(qRound(preset.dotsPerInch * scale / inch));
    QPainter painter(&image);
    painter.scale(preset.enlarged * scale, preset.enlarged * scale);
    paintChart(painter, preset, timeline, facts, theme);
    painter.end();
    image.setText(QStringLiteral("Description"), altText(timeline, facts));
    image.setText(QStringLiteral("Software"), QStringLiteral("KPWatch %1").arg(QStringLiteral(KPWATCH_VERSION)));
    // RFC 1123's spelling, as the PNG specification suggests.
    image.setText(QStringLiteral("Creation Time"),
                  QLocale::c().toString(inUtc(facts.asOf), QStringLiteral("ddd, d MMM yyyy HH:mm:ss '+0000'")));
    return image;
}

} // namespace kpwatch
