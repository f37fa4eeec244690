// SPDX-License-Identifier: GPL-3.0-or-later
// `kpwatch FILE.png`: what the picture says of itself, beside what the record says now.
#include "ui/cli/reopen.h"

#include "app/history/incident_reader.h"
#include "ui/cli/opened_history.h"
#include "ui/export/chart_in_png.h"
#include "ui/export/chart_source.h"

namespace kpwatch {

// What a person says by now of the incident, or of the outages in the range.
static ChartFacts saidNow(const OpenedHistory& opened, const ChartExport& chart) {
    const IncidentQuestion question{opened.watchlist, opened.settings, utcNow()};
    ChartSource source;
    if (chart.incident.empty()) {
        source.falseAlarms = falseAlarms(opened.reader, question, chart.range);
    } else {
        const std::vector<Incident> log = incidentLog(opened.reader, question);
        if (const Incident* const its = findIncident(log, chart.incident))
            source.tellOf(*its, watchedThen(opened.reader, opened.watchlist).of(*its));
    }
    ChartFacts facts;
    source.fill(facts, chart.kind);
    return facts;
}

Reopened reopen(const CommonOptions& common, const std::string& file) {
    Reopened reopened{readChart(QString::fromStdString(file)), StillTrue::NoRecord};
    const ChartExport& chart = reopened.chart;
    if (!HistoryReader::exists(common.history)) {
        reopened.still = chart.simulated ? StillTrue::Simulated : StillTrue::NoRecord;
        return reopened;
    }
    const OpenedHistory opened = openHistory(common);
    const TargetSpans spans = opened.reader.spans(opened.watchlist, chart.range);
    std::vector<Lane> lanes;
    for (const Target& target : opened.watchlist.targets) {
        Lane lane;
        lane.id = target.name;
        const auto its = spans.find(target.id);
        lane.spans = spansWithin(its == spans.end() ? std::vector<Span>{} : its->second, chart.range);
        lanes.push_back(std::move(lane));
    }
    reopened.still =
        stillTrue(chart, timelineOf(opened.watchlist, spans, chart.range, std::max(utcNow(), chart.range.end)), lanes);
    if (reopened.still == StillTrue::Same && !isSaidAlike(chart, saidNow(opened, chart)))
        reopened.still = StillTrue::Changed;
    return reopened;
}

} // namespace kpwatch
