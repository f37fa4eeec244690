// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/export/chart_file.h"

#include "app/errors.h"
#include "app/words/down_length.h"
#include "app/words/korea_time.h"
#include "app/words/words.h"
#include "ui/export/chart_in_png.h"
#include "ui/export/outline_device.h"
#include "ui/paint/chart_words.h"

#include <QBuffer>
#include <QImageReader>
#include <QPageSize>
#include <QPdfWriter>
#include <QRegularExpression>
#include <QSvgGenerator>

#include <algorithm>

namespace kpwatch {

namespace {

QString headlineOf(const ComposedChart& chart) {
    return chart.facts.headline.isEmpty() ? suggestedHeadline(chart.timeline, chart.facts) : chart.facts.headline;
}

QString creator() { return QStringLiteral("KPWatch %1").arg(QStringLiteral(KPWATCH_VERSION)); }

void paint(QPainter& painter, const ComposedChart& chart) {
    paintChart(painter, chart.preset(), chart.timeline, chart.facts, chart.theme());
}

QByteArray pngBytes(const ComposedChart& chart) {
    QImage image = chartImage(chart.preset(), chart.timeline, chart.facts, chart.theme(), chart.style.scale);
    image.setText(QLatin1String(chartKey), QString::fromStdString(chartExportText(chartExport(chart))));
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG");
    return bytes;
}

// Ours is embedded in this program alone; its letters and figures are Inter's and Noto's. An attribute's quotes do not
// occur in the text of an SVG, where they are escaped.
QByteArray withKnownFonts(QByteArray svg) {
    return svg.replace("font-family=\"KPWatch Chart\"",
                       "font-family=\"Inter, 'KPWatch Chart', 'Noto Sans KR', 'Noto Sans CJK KR', sans-serif\"");
}

// Qt tells its size in millimetres, which others round up to a pixel more. And letters stand where they are wide, not
// where the next pixel begins (SVG 1.1, 11.7.4: geometricPrecision): else a long line ends some pixels off elsewhere.
QByteArray inPixels(QByteArray svg, QSize size) {
    const qsizetype from = svg.indexOf("width=\""), to = svg.indexOf("viewBox");
    if (from > 0 && to > from)
        svg.replace(from, to - from,
                    QStringLiteral("text-rendering=\"geometricPrecision\" width=\"%1\" height=\"%2\"\n ")
                        .arg(size.width())
                        .arg(size.height())
                        .toLatin1());
    return svg;
}

QByteArray svgBytes(const ComposedChart& chart) {
    const ChartPreset preset = chart.preset();
    QByteArray bytes;
    QBuffer buffer(&bytes);
    QSvgGenerator generator;
    generator.setOutputDevice(&buffer);
    generator.setSize(preset.pixels());
    generator.setViewBox(QRectF(QPointF(0, 0), QSizeF(preset.pixels())));
    generator.setResolution(preset.dotsPerInch); // else its size is told in odd millimetres
    // Qt 6.4 writes both as they are.
    generator.setTitle(headlineOf(chart).toHtmlEscaped());
    generator.setDescription(altText(chart.timeline, chart.facts).toHtmlEscaped());
    QPainter painter(&generator);
    painter.scale(preset.enlarged, preset.enlarged);
    if (chart.style.outlines) {
        OutlineDevice device(painter, preset.size.toSize());
        QPainter outlined(&device);
        paint(outlined, chart);
    } else {
        paint(painter, chart);
    }
    painter.end();
    return preset.dotsPerInch == 96 ? inPixels(withKnownFonts(bytes), preset.pixels()) : withKnownFonts(bytes);
}

// What Qt writes of this computer: the moment with its zone, and a number drawn by chance. Replaced in place, as long
// as they were, so that no offset in the file moves.
void makeAnonymous(QByteArray& pdf, UtcTime as_of) {
    const QByteArray stamp = inUtc(as_of).toString(QStringLiteral("yyyyMMddHHmmss")).toLatin1();
    const QByteArray iso = inUtc(as_of).toString(QStringLiteral("yyyy-MM-ddTHH:mm:ss")).toLatin1();
    const auto replaceAfter = [&](const QByteArray& key, char end, const QByteArray& with) {
        for (qsizetype at = pdf.indexOf(key); at >= 0; at = pdf.indexOf(key, at + 1)) {
            const qsizetype from = at + key.size(), to = pdf.indexOf(end, from);
            if (to > from && to - from < 80)
                pdf.replace(from, to - from, with.leftJustified(to - from, with.contains('T') ? 'Z' : '0', true));
        }
    };
    replaceAfter("/CreationDate (D:", ')', stamp + "Z");
    for (const char* const key : {"<xmp:CreateDate>", "<xmp:ModifyDate>", "<xmp:MetadataDate>"})
        replaceAfter(key, '<', iso + "Z");
    replaceAfter("<xmpMM:DocumentID>uuid:", '<', "");
    replaceAfter("/ID [ <", '>', "");
}

QByteArray pdfBytes(const ComposedChart& chart) {
    const ChartPreset preset = chart.preset();
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    {
        QPdfWriter writer(&buffer);
        constexpr int fine = 1200; // dots an inch: positions to a fiftieth of a millimetre
        writer.setResolution(fine);
        writer.setPageSize(
            QPageSize(preset.millimetres(), QPageSize::Millimeter, QStringLiteral("chart"), QPageSize::ExactMatch));
        writer.setPageMargins({});
        writer.setTitle(headlineOf(chart));
        writer.setCreator(creator());
        QPainter painter(&writer);
        painter.scale(writer.width() / preset.size.width(), writer.width() / preset.size.width());
        paint(painter, chart);
    }
    makeAnonymous(bytes, chart.facts.asOf);
    return bytes;
}

std::string figureOf(const DownLength& length) {
    const words::RoundedLength its = words::rounded(length);
    std::string seconds = std::to_string(its.figure / std::chrono::seconds(1)) + " s";
    switch (its.kind) {
    case words::RoundedLength::Kind::Exact:
        return seconds;
    case words::RoundedLength::Kind::About:
        return "about " + seconds;
    case words::RoundedLength::Kind::AtLeast:
        return "at least " + seconds;
    }
    return seconds;
}

std::vector<ChartNumber> numbersOf(const ComposedChart& chart) {
    std::vector<ChartNumber> numbers = saidByHand(chart.facts);
    if (chart.facts.order) {
        for (const Rung& rung : chart.facts.order->rungs)
            numbers.push_back({rung.target, std::to_string(rung.rank) + ", by " + isoUtc(rung.range.by)});
        return numbers;
    }
    if (chart.facts.response) {
        numbers.push_back({"middle", std::to_string(qRound(chart.facts.response->middle)) + " ms"});
        numbers.push_back({"highest", std::to_string(qRound(chart.facts.response->highest)) + " ms"});
    }
    for (const Lane* const lane : drawnLanes(chart.timeline, chart.facts)) {
        int number = 0;
        for (const DownLength& length : downLengths(*lane))
            if (numbers.size() < mostChartNumbers)
                numbers.push_back({lane->id + " " + std::to_string(++number),
                                   figureOf(length) + " from " + isoUtc(length.whole.begin)});
    }
    return numbers;
}

} // namespace

std::vector<ChartNumber> saidByHand(const ChartFacts& facts) {
    std::vector<ChartNumber> said;
    if (!facts.leftOut.isEmpty())
        said.push_back({"left out by hand", facts.leftOut.join(QStringLiteral(", ")).toStdString()});
    if (const auto& window = facts.window)
        said.push_back({"window by hand", isoUtc(window->begin) + " to " + isoUtc(window->end)});
    if (facts.falseAlarm)
        said.push_back({"marked by hand", "a false alarm"});
    for (const FalseAlarm& each : facts.falseAlarms)
        if (said.size() < mostChartNumbers)
            said.push_back({"marked by hand " + isoUtc(each.range.begin), "a false alarm"});
    return said;
}

bool isSaidByHand(const ChartNumber& number) { return number.name.find("by hand") != std::string::npos; }

ChartPreset ComposedChart::preset() const { return ChartPreset::of(style.preset).value_or(ChartPreset::article()); }

const Theme& ComposedChart::theme() const { return style.dark ? Theme::printNight() : Theme::print(); }

ChartExport chartExport(const ComposedChart& chart) {
    ChartExport value;
    value.kind = chart.facts.order      ? ChartKind::Order
                 : chart.facts.response ? ChartKind::ResponseTimes
                                        : ChartKind::Lanes;
    value.incident = chart.incident;
    value.target = chart.facts.response ? chart.target : std::string();
    value.range = chart.timeline.range;
    value.asOf = chart.facts.asOf;
    value.preset = chart.style.preset;
    value.scale = chart.style.scale;
    value.dark = chart.style.dark;
    value.ownHeadline = !chart.facts.headline.isEmpty();
    value.ownStandfirst = !chart.facts.standfirst.isEmpty();
    value.ownAlt = !chart.facts.alt.isEmpty();
    value.headline = headlineOf(chart).toStdString();
    value.standfirst =
        (chart.facts.standfirst.isEmpty() ? suggestedStandfirst(chart.timeline, chart.facts) : chart.facts.standfirst)
            .toStdString();
    value.credit = sourceLine(chart.timeline, chart.facts).toStdString();
    value.alt = altText(chart.timeline, chart.facts).toStdString();
    value.carriers = chart.facts.carriers;
    value.totals = chart.facts.totals;
    value.routes = chart.facts.routes;
    value.place = chart.facts.place.toStdString();
    value.simulated = chart.timeline.simulated;
    value.data = dataHash(chart.timeline, chart.facts.routes);
    value.numbers = numbersOf(chart);
    return value;
}

QByteArray chartBytes(const ComposedChart& chart) {
    switch (chart.style.format) {
    case ChartFormat::Png:
        return pngBytes(chart);
    case ChartFormat::Svg:
        return svgBytes(chart);
    case ChartFormat::Pdf:
        return pdfBytes(chart);
    case ChartFormat::Csv:
        return chartCsv(chart);
    case ChartFormat::Datawrapper:
        return datawrapperCsv(chart);
    }
    return {};
}

QString cleanFileName(const QString& name, const QString& ending) {
    static const QRegularExpression others(QStringLiteral("[^A-Za-z0-9._-]+"));
    static const QRegularExpression device(QStringLiteral("^(con|prn|aux|nul|com[0-9]|lpt[0-9])(\\.|$)"),
                                           QRegularExpression::CaseInsensitiveOption);
    constexpr qsizetype longest = 80;
    QString clean = QString(name).replace(others, QStringLiteral("-"));
    while (clean.startsWith(QLatin1Char('.')) || clean.startsWith(QLatin1Char('-')))
        clean.remove(0, 1);
    clean.truncate(longest - ending.size());
    if (clean.isEmpty() || device.match(clean).hasMatch())
        clean.prepend(QStringLiteral("kpwatch-"));
    return clean + ending;
}

QString chartFileName(const ComposedChart& chart) {
    const QString stamp = chart.incident.empty()
                              ? inUtc(chart.facts.asOf).toString(QStringLiteral("yyyyMMdd-HHmm")) + QLatin1Char('Z')
                              : words::cleaned(chart.incident);
    const QString what = chart.facts.order      ? QStringLiteral("-order")
                         : chart.facts.response ? QStringLiteral("-response")
                                                : QString();
    QString form; // so that an article and a telephone get files of their own
    if (chart.style.format == ChartFormat::Datawrapper)
        form = QStringLiteral("-datawrapper");
    else if (chart.style.format != ChartFormat::Csv)
        form = QLatin1Char('-') + words::cleaned(chart.style.preset);
    return cleanFileName(QStringLiteral("kpwatch-%1%2%3").arg(stamp, what, form),
                         QLatin1String(nameOf(chart.style.format).ending));
}

QImage readLogo(const QString& file) {
    constexpr int longestSide = 1200, mostMegabytes = 64;
    QImageReader reader(file);
    reader.setAutoTransform(true);
    QImageReader::setAllocationLimit(mostMegabytes);
    const QSize size = reader.size();
    if (size.width() > longestSide || size.height() > longestSide)
        reader.setScaledSize(size.scaled(longestSide, longestSide, Qt::KeepAspectRatio));
    QImage logo = reader.read();
    if (logo.isNull())
        throw InputError(file.toStdString() + " is no picture that can be read (" + reader.errorString().toStdString() +
                         "): choose a PNG or JPEG");
    for (const QString& key : logo.textKeys()) // what else it says is nobody's business
        logo.setText(key, {});
    return logo;
}

} // namespace kpwatch
