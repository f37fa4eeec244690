// SPDX-License-Identifier: GPL-3.0-or-later
// The tables of a chart: one for spreadsheets, one for those who draw it anew.
#include "app/evidence/csv_line.h"
#include "app/story/presence.h"
#include "app/words/down_length.h"
#include "app/words/korea_time.h"
#include "app/words/words.h"
#include "probes/wire/sha256.h"
#include "ui/export/chart_file.h"
#include "ui/paint/chart_words.h"

#include <QFileInfo>

#include <set>

namespace kpwatch {

namespace {

std::string inKoreaIso(UtcTime time) { return inKorea(time).toString(Qt::ISODateWithMs).toStdString(); }

const char* layerOf(LaneKind kind) {
    switch (kind) {
    case LaneKind::Site:
        return "site";
    case LaneKind::Group:
        return "group";
    case LaneKind::Target:
        return "target";
    case LaneKind::Routes:
        return "routes";
    case LaneKind::OwnLine:
        return "own-line";
    }
    return "";
}

// At an edge of the range where the stretch did not begin or end itself, as far as is known.
const char* cutOf(const Lane& lane, std::size_t index, TimeRange range) {
    const Span& span = lane.spans[index];
    const auto goesOnIn = [&span](const std::vector<Span>& beyond, std::size_t nearest) {
        return beyond.empty() || (beyond[nearest].verdict == span.verdict && beyond[nearest].reason == span.reason);
    };
    const std::vector<Span>& earlier = lane.beyond.before;
    const bool before = span.range.begin <= range.begin && goesOnIn(earlier, earlier.size() - 1);
    const bool after = span.range.end >= range.end && goesOnIn(lane.beyond.after, 0);
    return before && after ? "both" : before ? "begins-earlier" : after ? "goes-on" : "";
}

void addRow(std::string& table, const ComposedChart& chart, const Lane& lane, std::size_t index) {
    const Span& span = lane.spans[index];
    CsvLine line;
    line.text(lane.label);
    line.text(layerOf(lane.kind));
    line.text(name(span.verdict));
    for (const UtcTime time : {span.range.begin, span.range.end})
        line.text(isoUtc(time));
    for (const UtcTime time : {span.range.begin, span.range.end})
        line.text(inKoreaIso(time));
    line.number(span.range.length() / std::chrono::seconds(1));
    const bool routes = lane.kind == LaneKind::Routes; // nobody of ours checked them
    const UtcTime began = knownRange(lane, index).begin;
    const bool unknown = began == chart.timeline.range.begin; // when it began is not in view
    line.text(span.verdict == Verdict::Down && !routes && !unknown ? isoUtc(began) : std::string());
    line.text(span.onset && span.onset->after && !routes ? isoUtc(*span.onset->after) : std::string());
    const bool lost = span.note == recordDamaged || span.note == notSaved;
    line.text(lost ? span.note : std::string(name(span.reason)));
    line.text(routes ? routeCredit(chart.facts).toStdString() : chart.vantage.empty() ? "one computer" : chart.vantage);
    const bool marked = span.verdict == Verdict::Down && !routes && isMarked(chart.facts, lane, span.range);
    line.text(chart.facts.falseAlarm || marked ? "false-alarm" : "");
    line.text(cutOf(lane, index, chart.timeline.range));
    table += line.take() + "\r\n";
}

// 1 answers, 0 does not; empty where nobody can say.
std::optional<int> answering(const Lane& lane, UtcTime at) {
    for (const Span& span : lane.spans) {
        if (!span.range.contains(at))
            continue;
        switch (span.verdict) {
        case Verdict::Up:
        case Verdict::Degraded:
        case Verdict::ErrorPage:
            return 1;
        case Verdict::Down:
            return 0;
        case Verdict::Unknown:
        case Verdict::BlockedHere:
        case Verdict::OwnConnectionDown:
        case Verdict::NotMonitored:
            return std::nullopt;
        }
    }
    return std::nullopt;
}

} // namespace

QByteArray chartCsv(const ComposedChart& chart) {
    std::string table = "lane,layer,state,start_utc,end_utc,start_kst,end_kst,duration_s,first_failed_check,"
                        "last_good_check,reason,vantage,by_hand,cut\r\n";
    for (const Lane* const lane : drawnLanes(chart.timeline, chart.facts))
        for (std::size_t index = 0; index < lane->spans.size(); ++index)
            addRow(table, chart, *lane, index);
    return QByteArray::fromStdString(table);
}

QByteArray datawrapperCsv(const ComposedChart& chart) {
    constexpr std::chrono::seconds before{1}; // so that a line falls at the change and not on the way to it
    const std::vector<const Lane*> lanes = drawnLanes(chart.timeline, chart.facts);
    std::set<UtcTime> times;
    for (const Lane* const lane : lanes)
        for (const Span& span : lane->spans) {
            times.insert(span.range.begin);
            times.insert(std::max(span.range.begin, span.range.end - before));
        }
    CsvLine head;
    head.text("Korea time");
    for (const Lane* const lane : lanes)
        head.text(lane->label);
    std::string table = head.take() + "\r\n";
    for (const UtcTime time : times) {
        CsvLine line;
        line.text(inKorea(time).toString(QStringLiteral("yyyy-MM-dd HH:mm:ss")).toStdString());
        for (const Lane* const lane : lanes)
            line.number(answering(*lane, time));
        table += line.take() + "\r\n";
    }
    return QByteArray::fromStdString(table);
}

QByteArray sideText(const ComposedChart& chart) {
    const std::string settings = settingsJson(chart.facts.settings);
    const QString text =
        QStringLiteral("%1\n\n%2\n\nKPWatch %3, made from what was recorded until %4\nFrom %5 to %6\n"
                       "Settings in force, SHA-256 %7:\n%8\n")
            .arg(words::cleaned(altText(chart.timeline, chart.facts).toStdString(), 8000),
                 sourceLine(chart.timeline, chart.facts), QStringLiteral(KPWATCH_VERSION),
                 words::cleaned(isoUtc(chart.facts.asOf)), words::cleaned(isoUtc(chart.timeline.range.begin)),
                 words::cleaned(isoUtc(chart.timeline.range.end)), words::cleaned(sha256(settings)),
                 words::cleaned(settings, 4000));
    return text.toUtf8();
}

QString sideFileOf(const QString& csv) {
    return csv.left(csv.size() - QFileInfo(csv).suffix().size() - 1) + QStringLiteral("-about.txt");
}

} // namespace kpwatch
