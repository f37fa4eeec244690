// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/evidence/pack_chart.h"

#include "ui/paint/chart.h"

#include <QBuffer>

namespace kpwatch {

std::string packChart(const Timeline& timeline, const Settings& settings) {
    ChartFacts facts;
    facts.settings = settings;
    facts.asOf = timeline.now;
    const QImage image = chartImage(ChartPreset::article(), timeline, facts, Theme::print());
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG");
    return bytes.toStdString();
}

} // namespace kpwatch
