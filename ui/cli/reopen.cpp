// SPDX-License-Identifier: GPL-3.0-or-later
// `kpwatch FILE.png`: what the picture says of itself, beside what the record says now.
#include "ui/cli/reopen.h"

#include "ui/cli/opened_history.h"
#include "ui/export/chart_in_png.h"

namespace kpwatch {

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
    return reopened;
}

} // namespace kpwatch
