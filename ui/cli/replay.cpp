// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/story/replay.h"
#include "app/evidence/observation_file.h"
#include "app/story/route_lane.h"
#include "app/story/unwatched.h"
#include "app/words/words.h"
#include "ui/cli/commands.h"
#include "ui/cli/json.h"

#include <iostream>

namespace kpwatch {

namespace {

nlohmann::ordered_json reportJson(const ReadReport& report) {
    return {{"lines", report.lines},
            {"accepted", report.accepted},
            {"duplicates", report.duplicates},
            {"conflicting", report.conflicting},
            {"unknown", report.unknown},
            {"broken", report.broken},
            {"named", report.named}};
}

void print(const ReadReport& report, const Watchlist& watchlist, const TargetSpans& spans, TimeRange range) {
    std::cout << report.accepted << " rows accepted, " << report.duplicates << " duplicates, " << report.conflicting
              << " conflicting, " << report.unknown << " of unknown targets, " << report.broken << " broken\n";
    for (const Target& target : watchlist.targets) {
        if (!target.enabled || !spans.contains(target.id))
            continue;
        std::cout << target.name << '\n';
        for (const Span& span : spansWithin(spans.at(target.id), range))
            std::cout << "  " << isoUtc(span.range.begin) << "  " << isoUtc(span.range.end) << "  "
                      << words::state(span.verdict).toStdString() << '\n';
    }
}

} // namespace

int runReplay(const CommonOptions& common, const ReplayOptions& options) {
    const Settings settings = common.settings ? loadSettings(*common.settings) : Settings{};
    std::optional<Watchlist> given;
    if (common.watchlist)
        given = loadWatchlist(*common.watchlist, settings);
    const ObservationFile file = readObservationFile(options.file, settings, given ? &*given : nullptr);
    const ReadReport& report = file.report;
    for (const std::string& line : report.named)
        std::cerr << options.file.string() << ", " << line << '\n';
    if (report.accepted == 0)
        throw InputError(options.file.string() + " holds no row that can be used: see the rows named above");
    const Replayed replayed =
        replayRows(file.watchlist, settings, file.observations, file.events, report.hasHeartbeats);
    const TimeRange range{replayed.firstRowAt, replayed.lastRowAt};
    if (common.json) {
        nlohmann::ordered_json document = timelineJson(file.watchlist, replayed.spans, range, {});
        document["rows"] = reportJson(report);
        const auto own = replayed.spans.find(ownLineId);
        const std::vector<TimeRange> silent = unheard(own == replayed.spans.end() ? std::vector<Span>() : own->second,
                                                      file.sources.readings, file.sources.past);
        for (const RouteLane& lane : routeLanes(file.sources.readings, range, range.end, silent))
            if (lane.block.empty())
                document["routes"].push_back(laneJson(lanesOf({lane}, range).sides.front().id, lane.spans, range));
        std::cout << documentText(document);
    } else {
        print(report, file.watchlist, replayed.spans, range);
    }
    const bool all = report.conflicting + report.unknown + report.broken == 0;
    return options.strict && !all ? 2 : 0;
}

} // namespace kpwatch
