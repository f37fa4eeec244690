// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/export/reopened.h"

#include "app/words/tr.h"
#include "app/words/words.h"
#include "ui/export/chart_file.h"

#include <algorithm>

namespace kpwatch {

using words::Tr;

StillTrue stillTrue(const ChartExport& chart, const Timeline& recorded, const std::vector<Lane>& target_lanes) {
    if (chart.simulated)
        return StillTrue::Simulated;
    const auto seen = [](const Lane& lane) {
        return std::ranges::any_of(lane.spans, [](const Span& span) { return span.verdict != Verdict::NotMonitored; });
    };
    if (std::ranges::none_of(recorded.lanes, seen))
        return StillTrue::NoRecord;
    if (dataHash(recorded, chart.routes) == chart.data)
        return StillTrue::Same;
    // Of response times one lane alone was drawn: that of the target, or of the site it speaks for.
    const auto isIt = [&](const Lane& lane) {
        Timeline alone;
        alone.lanes = {lane};
        return dataHash(alone, false) == chart.data;
    };
    const bool found = chart.kind == ChartKind::ResponseTimes &&
                       (std::ranges::any_of(recorded.lanes, isIt) || std::ranges::any_of(target_lanes, isIt));
    return found ? StillTrue::Same : StillTrue::Changed;
}

bool isSaidAlike(const ChartExport& chart, const ChartFacts& now) {
    std::vector<ChartNumber> then;
    std::ranges::copy_if(chart.numbers, std::back_inserter(then), isSaidByHand);
    return then == saidByHand(now);
}

QString reopenedSentence(const Reopened& reopened) {
    const QString made =
        Tr::tr("This chart was made %1, from what was known then.").arg(words::stampKst(reopened.chart.asOf));
    switch (reopened.still) {
    case StillTrue::Same:
        return Tr::tr("%1 The record here says the same to this day.").arg(made);
    case StillTrue::Changed:
        return Tr::tr("%1 The record here says something else now: compare before you use it again.").arg(made);
    case StillTrue::NoRecord:
        return Tr::tr("%1 Nothing of that time is recorded here, so it cannot be compared.").arg(made);
    case StillTrue::Simulated:
        return Tr::tr("%1 It shows a simulation, nothing that was measured.").arg(made);
    }
    return made;
}

} // namespace kpwatch
