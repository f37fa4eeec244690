// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/evidence/pack_chart.h"

#include "ui/export/chart_file.h"

namespace kpwatch {

std::string packChart(const Timeline& timeline, const Settings& settings, const std::string& incident) {
    ComposedChart chart{timeline, {}, {}, incident, {}, {}};
    chart.facts.settings = settings;
    chart.facts.asOf = timeline.now;
    return chartBytes(chart).toStdString();
}

} // namespace kpwatch
