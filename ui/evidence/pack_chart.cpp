// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/evidence/pack_chart.h"

#include "ui/export/chart_file.h"

namespace kpwatch {

std::string packChart(const ChartSource& source, const Settings& settings) {
    ComposedChart chart{source.timeline, {}, {}, source.incident, {}, {}};
    chart.facts.settings = settings;
    chart.facts.asOf = source.timeline.now;
    chart.facts.routes = source.hasRoutes();
    source.fill(chart.facts, ChartKind::Lanes);
    return chartBytes(chart).toStdString();
}

} // namespace kpwatch
