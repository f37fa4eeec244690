// SPDX-License-Identifier: GPL-3.0-or-later
// The two clocks of the published chart, with their names and the lines that go up from them.
#include "app/words/korea_time.h"
#include "app/words/language.h"
#include "app/words/tr.h"
#include "app/words/words.h"
#include "ui/paint/chart_sheet.h"
#include "ui/paint/text_block.h"

#include <QFontMetricsF>

namespace kpwatch {
namespace {

using words::Tr;

// Keeps a row of labels inside the plot and apart from each other.
class LabelRow {
  public:
    LabelRow(const Sheet& sheet, qreal top, qreal height) : m_sheet(sheet), m_top(top), m_height(height) {}

    // False if there is no room for it.
    bool add(qreal x, const QString& text, const QFont& face, const QColor& colour) {
        const qreal width = QFontMetricsF(face).horizontalAdvance(text);
        // The first label may reach into the gutter, where there is one; none may leave the sheet.
        const qreal from = std::clamp(x - width / 2, m_sheet.left(), std::max(m_sheet.left(), m_sheet.right() - width));
        if (text.isEmpty() || from < m_taken)
            return false;
        write(from, width, {text, face, colour});
        return true;
    }
    // The first, which says the day: it is never left out.
    bool begin(qreal x, const QString& text, const QFont& face, const QColor& colour) {
        const qreal width = QFontMetricsF(face).horizontalAdvance(text);
        const qreal latest = std::max(m_sheet.left(), m_sheet.right() - width);
        if (!text.isEmpty())
            write(std::min(latest, std::max({m_taken, m_sheet.left(), x - face.pixelSize()})), width,
                  {text, face, colour});
        return !text.isEmpty();
    }
    void startAt(qreal x) { m_taken = x; }

  private:
    struct Label {
        const QString& text;
        const QFont& face;
        const QColor& colour;
    };
    void write(qreal from, qreal width, const Label& label) {
        m_taken = from + width + label.face.pixelSize() * 0.5;
        m_sheet.painter.setFont(label.face);
        m_sheet.painter.setPen(label.colour);
        m_sheet.painter.drawText(QRectF(from, m_top, width + 1, m_height), Qt::AlignLeft | Qt::AlignVCenter,
                                 label.text);
    }

    const Sheet& m_sheet;
    qreal m_top, m_height;
    qreal m_taken = 0;
};

qreal lineOf(const Sheet& sheet) { return sheet.readable(sheet.preset.axis) * 1.22; }

// Korea's clocks were set to another zone within the range.
bool changesZone(const Sheet& sheet) { return words::zoneName(sheet.range.begin) != words::zoneName(sheet.range.end); }

// Months have no second row: one label a day apart from it would be the same.
bool inMonths(const Sheet& sheet) {
    const std::vector<Tick> ticks = sheet.axis().ticks(sheet.preset.axis * 5);
    return !ticks.empty() && std::ranges::all_of(ticks, [](const Tick& tick) { return tick.utc.isEmpty(); });
}

// "UTC+9", "UTC+8:30".
QString offsetName(const Sheet& sheet) {
    const int minutes = inKorea(sheet.range.begin).offsetFromUtc() / 60;
    return minutes % 60 == 0 ? QStringLiteral("UTC+%1").arg(minutes / 60)
                             : QStringLiteral("UTC+%1:%2").arg(minutes / 60).arg(minutes % 60);
}

// Under the rows where names stand above their lanes, and where there is more to say than fits the gutter.
QString noteBelow(const Sheet& sheet) {
    const QString zone = words::zoneName(sheet.range.begin), later = words::zoneName(sheet.range.end);
    if (changesZone(sheet))
        return Tr::tr("Upper row %1, later %2; lower row UTC").arg(zone, later);
    const QString name = zone == Tr::tr("KST") ? Tr::tr("Korea time (KST)") : zone;
    if (!sheet.preset.namesAbove)
        return {};
    return inMonths(sheet) ? QStringLiteral("%1, %2").arg(name, offsetName(sheet))
                           : Tr::tr("Upper row %1, lower row UTC").arg(name);
}

// Which row is whose clock.
void paintZoneNames(const Sheet& sheet, qreal top, qreal line) {
    const ChartPreset& preset = sheet.preset;
    const QFont small = printFont(sheet.readable(preset.axis * 0.85), 400), strong = printFont(small.pixelSize(), 600);
    sheet.painter.setPen(sheet.theme.text3);
    sheet.painter.setFont(small);
    if (const QString note = noteBelow(sheet); !note.isEmpty()) {
        const QRectF under(sheet.left(), top + 2 * line, sheet.width(), line);
        sheet.painter.drawText(under, Qt::AlignLeft | Qt::AlignVCenter, elided(note, small, under.width()));
    }
    if (preset.namesAbove)
        return;
    const QString zone = words::zoneName(sheet.range.begin);
    const qreal width = preset.gutter - preset.axis * 1.6;
    QStringList wordings{zone};
    if (changesZone(sheet))
        wordings = {Tr::tr("Korea time")};
    else if (zone == Tr::tr("KST"))
        wordings = {Tr::tr("Korea time (KST)"), Tr::tr("Korea time"), zone};
    else
        wordings.append(Tr::tr("UTC+8:30"));
    const auto fitting = std::ranges::find_if(
        wordings, [&](const QString& each) { return QFontMetricsF(strong).horizontalAdvance(each) <= width; });
    sheet.painter.drawText(QRectF(sheet.left(), top + line, width, line), Qt::AlignLeft | Qt::AlignVCenter,
                           inMonths(sheet) && !changesZone(sheet) ? offsetName(sheet) : QStringLiteral("UTC"));
    sheet.painter.setPen(sheet.theme.text2);
    sheet.painter.setFont(strong);
    sheet.painter.drawText(QRectF(sheet.left(), top, width, line), Qt::AlignLeft | Qt::AlignVCenter,
                           elided(fitting == wordings.end() ? wordings.back() : *fitting, strong, width));
}

// A day that begins among hours is told with its weekday; one tick also with its year, for what is published is read in
// other years too.
QString koreaLabel(const Sheet& sheet, const Tick& tick, bool dated) {
    const bool clocks = sheet.range.length() <= std::chrono::hours{96};
    const QDateTime korea = inKorea(tick.at);
    if (!dated)
        return tick.strong && clocks ? words::printedDate(korea, words::DateForm::Weekday) : tick.kst;
    if (tick.utc.isEmpty()) // months
        return tick.strong ? tick.kst : QStringLiteral("%1 %2").arg(tick.kst).arg(korea.date().year());
    const QString day = words::printedDate(korea, words::DateForm::WeekdayYear);
    return clocks && korea.time() != QTime(0, 0) ? QStringLiteral("%1, %2").arg(day, tick.kst) : day;
}

// With its day where that differs from `told`, the day of the label before it; null for the first.
QString utcLabel(const Tick& tick, QDate told) {
    const bool clock = tick.utc.contains(QLatin1Char(':'));
    const bool dayAlone = !clock && told.isValid();
    if (inUtc(tick.at).date() == told || tick.utc.isEmpty() || tick.utc.contains(QLatin1Char(',')) || dayAlone)
        return tick.utc;
    return QStringLiteral("%1, %2").arg(words::dayUtc(tick.at), clock ? tick.utc : words::clockUtc(tick.at));
}

QFont koreaFace(const Sheet& sheet, bool strong) {
    return printFont(sheet.readable(sheet.preset.axis), strong ? 600 : 400);
}

// The one that says the year: the first, unless a day begins where its label stands; then that one, and those before it
// go without.
std::size_t datedTick(const Sheet& sheet, const std::vector<Tick>& ticks) {
    if (ticks.empty())
        return 0;
    const QFont face = koreaFace(sheet, true);
    const auto widthOf = [&](const QString& text) { return QFontMetricsF(face).horizontalAdvance(text); };
    const TimeAxis axis = sheet.axis();
    const qreal end =
        axis.xAt(ticks.front().at) + widthOf(koreaLabel(sheet, ticks.front(), true)) + face.pixelSize() * 0.5;
    for (std::size_t index = 1; index < ticks.size(); ++index)
        if (const Tick& tick = ticks[index];
            tick.strong && axis.xAt(tick.at) - widthOf(koreaLabel(sheet, tick, false)) / 2 < end)
            return index;
    return 0;
}

} // namespace

qreal axisHeight(const Sheet& sheet) {
    const int rows = noteBelow(sheet).isEmpty() ? 2 : 3;
    return sheet.preset.axis * 0.5 + rows * lineOf(sheet);
}

qreal paintAxis(const Sheet& sheet, qreal top, qreal bottom) {
    const qreal px = sheet.preset.axis;
    const qreal line = lineOf(sheet);
    const qreal end = bottom - axisHeight(sheet);
    const qreal text = end + px * 0.2;
    paintZoneNames(sheet, text, line);
    LabelRow kst(sheet, text, line), utc(sheet, text + line, line);
    const qreal first = sheet.preset.namesAbove ? 0 : (sheet.preset.gutter - px * 1.6) * 0.9;
    kst.startAt(sheet.left() + first);
    utc.startAt(sheet.left() + first);
    const TimeAxis axis = sheet.axis();
    const std::vector<Tick> ticks = axis.ticks(px * 5);
    const std::size_t dated = datedTick(sheet, ticks);
    QDate told_utc;
    for (std::size_t index = 0; index < ticks.size(); ++index) {
        const Tick& tick = ticks[index];
        const qreal x = axis.xAt(tick.at);
        const QColor colour = tick.strong ? sheet.theme.borderStrong : sheet.theme.grid;
        sheet.painter.fillRect(QRectF(x - 0.75, top, 1.5, end - top), colour);
        if (index < dated)
            continue;
        const bool year = index == dated;
        const auto add = year && index == 0 ? &LabelRow::begin : &LabelRow::add;
        // A lower label alone would be read as that of its neighbour.
        if (!(kst.*add)(x, koreaLabel(sheet, tick, year), koreaFace(sheet, tick.strong || year), sheet.theme.text))
            continue;
        if ((utc.*add)(x, utcLabel(tick, told_utc), printFont(sheet.readable(px * 0.85), 400), sheet.theme.text3))
            told_utc = inUtc(tick.at).date();
    }
    return end;
}

} // namespace kpwatch
