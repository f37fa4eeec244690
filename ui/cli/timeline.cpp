// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/words/words.h"
#include "ui/cli/json.h"
#include "ui/cli/opened_history.h"

#include <algorithm>
#include <iomanip>
#include <iostream>

namespace kpwatch {

namespace {

void printLane(const std::string& label, const std::vector<Span>& spans, TimeRange range) {
    const Shares shares = sharesOf(spans, range);
    std::cout << label;
    if (shares.upShare)
        std::cout << ", answered " << words::percent(*shares.upShare).toStdString();
    std::cout << ", coverage " << words::percent(shares.coverage).toStdString() << '\n';
    for (const Span& span : spans) {
        std::cout << "  " << isoUtc(span.range.begin) << "  " << std::left << std::setw(12)
                  << words::duration(span.range.length()).toStdString() << words::state(span.verdict).toStdString();
        if (span.reason != Reason::None)
            std::cout << " (" << words::reason(span.reason).toStdString() << ')';
        std::cout << '\n';
    }
}

} // namespace

int runTimeline(const CommonOptions& common, const RangeOptions& options) {
    const OpenedHistory opened = openHistory(common);
    const UtcTime now = utcNow();
    TimeRange range = rangeOf(options, now);
    range.end = std::max(std::min(range.end, now), range.begin);
    if (!options.target.empty() && !opened.watchlist.findByName(options.target))
        throw InputError("--target '" + options.target + "' is not in the watchlist of " + common.history.string() +
                         ": 'kpwatch status' lists the ids");
    const TargetSpans spans = opened.reader.spans(opened.watchlist, range);
    if (common.json) {
        std::cout << documentText(timelineJson(opened.watchlist, spans, range, options.target));
        return 0;
    }
    for (const Target& target : opened.watchlist.targets)
        if (options.target.empty() ? target.enabled : target.name == options.target)
            printLane(target.name,
                      spansWithin(spans.contains(target.id) ? spans.at(target.id) : std::vector<Span>{}, range), range);
    return 0;
}

} // namespace kpwatch
