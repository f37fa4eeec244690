// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/paint/chart.h"

#include "app/words/korea_time.h"
#include "app/words/tr.h"
#include "app/words/words.h"
#include "ui/paint/chart_words.h"
#include "ui/paint/lanes.h"
#include "ui/paint/text_block.h"

#include <QFontMetricsF>
#include <QLocale>

#include <algorithm>
#include <cmath>

namespace kpwatch {
namespace {

using words::Tr;

// A chart being drawn from the top down; what is left in the middle belongs to the lanes.
struct Sheet {
    QPainter& painter;
    const ChartPreset& preset;
    const Timeline& timeline;
    const ChartFacts& facts;
    const Theme& theme;

    qreal left() const { return preset.margin; }
    qreal right() const { return preset.size.width() - preset.margin; }
    qreal width() const { return right() - left(); }
    qreal plotLeft() const { return left() + preset.gutter; }
    TimeAxis axis() const { return {timeline.range, plotLeft(), right()}; }
    // Of the device, so that lanes are binned to real pixels.
    qreal scale() const {
        return std::max<qreal>(0.1, std::abs(painter.worldTransform().m11()) * painter.device()->devicePixelRatioF());
    }
};

void paintTag(const Sheet& sheet, qreal& y) {
    if (!sheet.timeline.simulated)
        return;
    const QFont face = font(sheet.preset.axis * 0.8, 700);
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

// On one line if a slightly smaller size allows it, else on two: lines are paid for by the lanes.
TextBlock fitted(const QString& text, qreal px, int weight, qreal width) {
    constexpr qreal smallest = 0.82;
    const qreal asked = QFontMetricsF(font(px, weight)).horizontalAdvance(text);
    const qreal share = width / std::max<qreal>(1, asked);
    if (share >= smallest)
        return wrapped(text, font(std::floor(px * std::min<qreal>(1, share)), weight), width, 1);
    return wrapped(text, font(px * 0.9, weight), width, 2);
}

void paintHeading(const Sheet& sheet, qreal& y) {
    const ChartFacts& facts = sheet.facts;
    const QString headline = facts.headline.isEmpty() ? suggestedHeadline(sheet.timeline, facts) : facts.headline;
    const QString standfirst =
        facts.standfirst.isEmpty() ? suggestedStandfirst(sheet.timeline, facts) : facts.standfirst;
    const TextBlock title = fitted(headline, sheet.preset.title, 700, sheet.width());
    sheet.painter.setPen(sheet.theme.text);
    title.paint(sheet.painter, {sheet.left(), y});
    y += title.height();
    const TextBlock sub = fitted(standfirst, sheet.preset.sub, 400, sheet.width());
    sheet.painter.setPen(sheet.theme.text2);
    sub.paint(sheet.painter, {sheet.left(), y});
    y += sub.height();
}

void paintLegend(const Sheet& sheet, qreal& y) {
    const qreal px = sheet.preset.axis;
    const QFont face = font(px, 400);
    const qreal sample = px * 1.6, gap = px * 0.4, row = px * 1.45;
    qreal x = sheet.left();
    y += px * 0.55;
    for (const Verdict verdict : occurringStates(sheet.timeline)) {
        const QString word = legendWord(verdict);
        const qreal width = sample + gap + QFontMetricsF(face).horizontalAdvance(word);
        if (x > sheet.left() && x + width > sheet.right()) {
            x = sheet.left();
            y += row;
        }
        paintLegendSample(sheet.painter, QRectF(x, y + row / 2 - px * 0.4, sample, px * 0.8), verdict, sheet.theme);
        sheet.painter.setPen(sheet.theme.text);
        sheet.painter.setFont(face);
        sheet.painter.drawText(QRectF(x + sample + gap, y, width, row), Qt::AlignLeft | Qt::AlignVCenter, word);
        x += width + px * 1.2;
    }
    y += row;
}

// From the bottom up: returns where the rule above it stands.
qreal paintSource(const Sheet& sheet) {
    const TextBlock block =
        wrapped(sourceLine(sheet.timeline, sheet.facts), font(sheet.preset.source, 400), sheet.width(), 5);
    const qreal top = sheet.preset.size.height() - sheet.preset.margin * 0.75 - block.height();
    sheet.painter.setPen(sheet.theme.text3);
    block.paint(sheet.painter, {sheet.left(), top});
    const qreal rule = top - sheet.preset.source * 0.45;
    sheet.painter.fillRect(QRectF(sheet.left(), rule, sheet.width(), 2), sheet.theme.border);
    return rule;
}

// Keeps a row of labels inside the plot and apart from each other.
class LabelRow {
  public:
    LabelRow(const Sheet& sheet, qreal top, qreal height) : m_sheet(sheet), m_top(top), m_height(height) {}

    void add(qreal x, const QString& text, const QFont& face, const QColor& colour) {
        if (text.isEmpty())
            return;
        const qreal width = QFontMetricsF(face).horizontalAdvance(text);
        // The first label may reach into the gutter; the last may not leave the sheet.
        const qreal from = std::min(x - width / 2, m_sheet.right() - width);
        if (from < m_taken)
            return;
        m_taken = from + width + face.pixelSize() * 0.5;
        m_sheet.painter.setFont(face);
        m_sheet.painter.setPen(colour);
        m_sheet.painter.drawText(QRectF(from, m_top, width + 1, m_height), Qt::AlignLeft | Qt::AlignVCenter, text);
    }
    void startAt(qreal x) { m_taken = x; }

  private:
    const Sheet& m_sheet;
    qreal m_top, m_height;
    qreal m_taken = 0;
};

void paintZoneNames(const Sheet& sheet, QRectF kst, QRectF utc, qreal px) {
    const QString zone = words::zoneName(sheet.timeline.range.begin);
    const QString name = zone == Tr::tr("KST") ? Tr::tr("Korea time (KST)") : zone;
    sheet.painter.setPen(sheet.theme.text2);
    sheet.painter.setFont(font(px * 0.85, 600));
    sheet.painter.drawText(kst, Qt::AlignLeft | Qt::AlignVCenter, elided(name, sheet.painter.font(), kst.width()));
    sheet.painter.setPen(sheet.theme.text3);
    sheet.painter.setFont(font(px * 0.85, 400));
    sheet.painter.drawText(utc, Qt::AlignLeft | Qt::AlignVCenter, QStringLiteral("UTC"));
}

// Grid from `top`, both clocks above `bottom`; returns where the plot ends.
qreal paintAxis(const Sheet& sheet, qreal top, qreal bottom) {
    const qreal px = sheet.preset.axis;
    const qreal line = px * 1.22;
    const qreal end = bottom - px * 0.5 - 2 * line;
    const qreal text = end + px * 0.2;
    const QSizeF gutter(sheet.preset.gutter - px * 1.6, line);
    paintZoneNames(sheet, {QPointF(sheet.left(), text), gutter}, {QPointF(sheet.left(), text + line), gutter}, px);
    LabelRow kst(sheet, text, line), utc(sheet, text + line, line);
    kst.startAt(sheet.left() + gutter.width() * 0.9);
    utc.startAt(sheet.left() + gutter.width() * 0.9);
    const TimeAxis axis = sheet.axis();
    const bool clocks = sheet.timeline.range.length() <= std::chrono::hours{96};
    for (const Tick& tick : axis.ticks(px * 5)) {
        const qreal x = axis.xAt(tick.at);
        const QColor colour = tick.strong ? sheet.theme.borderStrong : sheet.theme.grid;
        sheet.painter.fillRect(QRectF(x - 0.75, top, 1.5, end - top), colour);
        // A day that begins among hours is told with its weekday.
        const QString day =
            tick.strong && clocks ? QLocale::c().toString(inKorea(tick.at), QStringLiteral("ddd d MMM")) : tick.kst;
        kst.add(x, day, font(px, tick.strong ? 600 : 400), sheet.theme.text);
        utc.add(x, tick.utc, font(px * 0.85, 400), sheet.theme.text3);
    }
    return end;
}

void paintWatermark(const Sheet& sheet, const QRectF& plot) {
    if (!sheet.timeline.simulated)
        return;
    QColor faint = sheet.theme.text3;
    faint.setAlphaF(0.18F);
    const QString word = Tr::tr("SIMULATED");
    QFont face = font(plot.height() * 0.45, 700);
    const qreal width = QFontMetricsF(face).horizontalAdvance(word);
    if (width > plot.width() * 0.9)
        face = font(face.pixelSize() * plot.width() * 0.9 / width, 700);
    sheet.painter.setPen(faint);
    sheet.painter.setFont(face);
    sheet.painter.drawText(plot, Qt::AlignCenter, word);
}

// The size at which the names fit their gutter, not under three quarters of what was asked for. A name that would not
// fit even so is elided and does not make the others small.
qreal nameSize(const std::vector<const Lane*>& lanes, qreal px, qreal width) {
    constexpr qreal smallest = 0.75;
    qreal share = 1;
    for (const Lane* lane : lanes) {
        const qreal asked = QFontMetricsF(font(px, 500)).horizontalAdvance(QString::fromStdString(lane->label));
        if (asked > 0 && width / asked >= smallest)
            share = std::min(share, width / asked);
    }
    return std::floor(px * share);
}

void paintName(const Sheet& sheet, const Lane& lane, const QRectF& row, qreal px) {
    const QFont face = font(px, 500);
    const qreal width = sheet.preset.gutter - sheet.preset.axis * 0.6;
    QString name = QString::fromStdString(lane.label);
    if (QFontMetricsF(face).horizontalAdvance(name) > width && !lane.shortLabel.empty())
        name = QString::fromStdString(lane.shortLabel);
    const QFont small = font(px * 0.72, 400);
    const bool withHost = !lane.host.empty() && row.height() >= px * 2.2 && px >= sheet.preset.label * 0.65;
    const qreal nameHeight = px * 1.25, hostHeight = px * 0.95;
    const qreal top = row.center().y() - (withHost ? nameHeight + hostHeight : nameHeight) / 2;
    sheet.painter.setFont(face);
    sheet.painter.setPen(sheet.theme.text);
    sheet.painter.drawText(QRectF(sheet.left(), top, width, nameHeight), Qt::AlignLeft | Qt::AlignVCenter,
                           elided(name, face, width));
    if (!withHost)
        return;
    sheet.painter.setFont(small);
    sheet.painter.setPen(sheet.theme.text3);
    sheet.painter.drawText(QRectF(sheet.left(), top + nameHeight, width, hostHeight), Qt::AlignLeft | Qt::AlignVCenter,
                           elided(QString::fromStdString(lane.host), small, width));
}

void paintLanes(const Sheet& sheet, const QRectF& plot) {
    const std::vector<const Lane*> lanes = siteLanes(sheet.timeline);
    if (lanes.empty())
        return;
    const qreal rowHeight = plot.height() / static_cast<qreal>(lanes.size());
    const qreal bar = std::min(sheet.preset.lane, rowHeight * 0.66);
    const qreal names =
        nameSize(lanes, std::min(sheet.preset.label, rowHeight * 0.6), sheet.preset.gutter - sheet.preset.axis * 0.6);
    LaneStyle style;
    style.devicePixelRatio = sheet.scale();
    style.labelPx = std::floor(std::min(sheet.preset.axis, bar * 0.6));
    style.smallestMark = 4;
    style.rounded = true;
    qreal y = plot.top();
    for (const Lane* lane : lanes) {
        const QRectF row(plot.left(), y, plot.width(), rowHeight);
        paintName(sheet, *lane, row, names);
        style.withoutAnswer = lane == lanes.front();
        const QRectF block(plot.left(), row.center().y() - bar / 2, plot.width(), bar);
        paintLane(sheet.painter, block, lane->spans, sheet.axis(), sheet.theme, style);
        y += rowHeight;
    }
}

} // namespace

ChartPreset ChartPreset::article() { return {}; }

void paintChart(QPainter& painter, const ChartPreset& preset, const Timeline& timeline, const ChartFacts& facts,
                const Theme& theme) {
    painter.save();
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    painter.fillRect(QRectF(QPointF(0, 0), preset.size), theme.surface);
    const Sheet sheet{painter, preset, timeline, facts, theme};
    qreal y = preset.margin * 0.7;
    paintTag(sheet, y);
    paintHeading(sheet, y);
    paintLegend(sheet, y);
    const qreal rule = paintSource(sheet);
    const qreal top = y + preset.axis * 0.5;
    const qreal end = paintAxis(sheet, top, rule);
    const QRectF plot(sheet.plotLeft(), top, sheet.right() - sheet.plotLeft(), std::max<qreal>(1, end - top));
    paintWatermark(sheet, plot); // below the lanes, so that it never dims what they say
    paintLanes(sheet, plot);
    painter.restore();
}

QImage chartImage(const ChartPreset& preset, const Timeline& timeline, const ChartFacts& facts, const Theme& theme,
                  qreal scale) {
    const QSizeF size = preset.size * scale;
    QImage image(static_cast<int>(std::ceil(size.width())), static_cast<int>(std::ceil(size.height())),
                 QImage::Format_RGB32);
    image.fill(theme.surface); // a fractional size leaves its last row to the background
    QPainter painter(&image);
    painter.scale(scale, scale);
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
