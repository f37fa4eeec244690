// SPDX-License-Identifier: GPL-3.0-or-later
// `kpwatch FILE.png`: what the picture says of itself, beside what the record says now.
#include "ui/cli/reopen.h"

#include "app/history/incident_reader.h"
#include "app/history/route_reader.h"
#include "ui/cli/opened_history.h"
#include "ui/export/chart_in_png.h"
#include "ui/export/chart_source.h"

namespace kpwatch {

// What a person says by now of the incident, or of the outages in the range.
static ChartFacts saidNow(const OpenedHistory& opened, const WatchedThen& then, const ChartExport& chart,
                          const Incident* incident) {
    ChartSource source;
    if (chart.incident.empty())
        source.falseAlarms = falseAlarms(opened.reader, {opened.watchlist, opened.settings, utcNow()}, chart.range);
    else if (incident != nullptr)
        source.tellByHand(*incident, then.of(*incident));
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
    const UtcTime now = utcNow();
    const std::vector<Incident> log = chart.incident.empty()
                                          ? std::vector<Incident>()
                                          : incidentLog(opened.reader, {opened.watchlist, opened.settings, now});
    const Incident* const incident = findIncident(log, chart.incident);
    const WatchedThen then = watchedThen(opened.reader, opened.watchlist);
    const Watchlist watchlist = incident == nullptr ? then.over(chart.range, chart.asOf) : then.of(*incident);
    const TargetSpans spans = spansThen(opened.reader, then, chart.range);
    std::vector<Lane> lanes;
    for (const Target& target : watchlist.targets) {
        Lane lane;
        lane.id = target.name;
        const auto its = spans.find(target.id);
        lane.spans = spansWithin(its == spans.end() ? std::vector<Span>{} : its->second, chart.range);
        lanes.push_back(std::move(lane));
    }
    const UtcTime until = std::max(now, chart.range.end);
    Timeline recorded = timelineOf(watchlist, spans, chart.range, until);
    addRoutes(recorded, routesOver(opened.reader, chart.range, until));
    if (incident != nullptr)
        leaveOut(recorded, *incident, watchlist);
    reopened.still = stillTrue(chart, recorded, lanes);
    if (reopened.still == StillTrue::Same && !isSaidAlike(chart, saidNow(opened, then, chart, incident)))
        reopened.still = StillTrue::Changed;
    return reopened;
}

} // namespace kpwatch
