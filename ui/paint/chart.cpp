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

// On one line if a slightly smaller size allows it, else on two: lines are paid for by the lanes.
TextBlock fitted(const QString& text, qreal px, int weight, qreal width) {
    constexpr qreal smallest = 0.82;
    const qreal asked = QFontMetricsF(printFont(px, weight)).horizontalAdvance(text);
    const qreal share = width / std::max<qreal>(1, asked);
    if (share >= smallest)
        return wrapped(text, printFont(std::floor(px * std::min<qreal>(1, share)), weight), width, 1);
    return wrapped(text, printFont(px * 0.9, weight), width, 2);
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
    const QFont face = printFont(px, 400);
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
        wrapped(sourceLine(sheet.timeline, sheet.facts), printFont(sheet.preset.source, 400), sheet.width(), 5);
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
        // The first label may reach into the gutter, where there is one; none may leave the sheet.
        const qreal from = std::clamp(x - width / 2, m_sheet.left(), std::max(m_sheet.left(), m_sheet.right() - width));
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

// Which row is whose clock: in the gutter, or under the rows where names stand above their lanes.
void paintZoneNames(const Sheet& sheet, qreal top, qreal line) {
    const ChartPreset& preset = sheet.preset;
    const QString zone = words::zoneName(sheet.timeline.range.begin);
    const QFont small = printFont(sheet.readable(preset.axis * 0.85), 400), strong = printFont(small.pixelSize(), 600);
    const QString name = zone == Tr::tr("KST") ? Tr::tr("Korea time (KST)") : zone;
    sheet.painter.setPen(sheet.theme.text3);
    sheet.painter.setFont(small);
    if (preset.namesAbove) {
        const QRectF under(sheet.left(), top + 2 * line, sheet.width(), line);
        sheet.painter.drawText(under, Qt::AlignLeft | Qt::AlignVCenter,
                               elided(Tr::tr("Upper row %1, lower row UTC").arg(name), small, under.width()));
        return;
    }
    const qreal width = preset.gutter - preset.axis * 1.6;
    QStringList wordings{name, zone};
    if (name != zone)
        wordings.insert(1, Tr::tr("Korea time"));
    const auto fitting = std::ranges::find_if(
        wordings, [&](const QString& each) { return QFontMetricsF(strong).horizontalAdvance(each) <= width; });
    sheet.painter.drawText(QRectF(sheet.left(), top + line, width, line), Qt::AlignLeft | Qt::AlignVCenter,
                           QStringLiteral("UTC"));
    sheet.painter.setPen(sheet.theme.text2);
    sheet.painter.setFont(strong);
    sheet.painter.drawText(QRectF(sheet.left(), top, width, line), Qt::AlignLeft | Qt::AlignVCenter,
                           elided(fitting == wordings.end() ? zone : *fitting, strong, width));
}

// Grid from `top`, both clocks above `bottom`; returns where the plot ends.
qreal paintAxis(const Sheet& sheet, qreal top, qreal bottom) {
    const qreal px = sheet.preset.axis;
    const qreal line = px * 1.22;
    const int rows = sheet.preset.namesAbove ? 3 : 2;
    const qreal end = bottom - px * 0.5 - rows * line;
    const qreal text = end + px * 0.2;
    paintZoneNames(sheet, text, line);
    LabelRow kst(sheet, text, line), utc(sheet, text + line, line);
    const qreal first = sheet.preset.namesAbove ? 0 : (sheet.preset.gutter - px * 1.6) * 0.9;
    kst.startAt(sheet.left() + first);
    utc.startAt(sheet.left() + first);
    const TimeAxis axis = sheet.axis();
    const bool clocks = sheet.timeline.range.length() <= std::chrono::hours{96};
    for (const Tick& tick : axis.ticks(px * 5)) {
        const qreal x = axis.xAt(tick.at);
        const QColor colour = tick.strong ? sheet.theme.borderStrong : sheet.theme.grid;
        sheet.painter.fillRect(QRectF(x - 0.75, top, 1.5, end - top), colour);
        // A day that begins among hours is told with its weekday.
        const QString day =
            tick.strong && clocks ? words::printedDate(inKorea(tick.at), words::DateForm::Weekday) : tick.kst;
        kst.add(x, day, printFont(px, tick.strong ? 600 : 400), sheet.theme.text);
        utc.add(x, tick.utc, printFont(sheet.readable(px * 0.85), 400), sheet.theme.text3);
    }
    return end;
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
    paintRows(sheet, plot);
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
