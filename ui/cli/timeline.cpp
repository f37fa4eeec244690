// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/history/incident_reader.h"
#include "app/history/route_reader.h"
#include "app/history/set_aside.h"
#include "app/story/agreement.h"
#include "app/words/sources.h"
#include "app/words/words.h"
#include "ui/cli/json.h"
#include "ui/cli/opened_history.h"
#include "ui/live/span_words.h"

#include <algorithm>
#include <iomanip>
#include <iostream>

namespace kpwatch {

namespace {

void printLane(const std::string& label, const std::vector<Span>& spans, TimeRange range,
               LaneKind kind = LaneKind::Target, bool in_repair = false) {
    const Shares shares = sharesOf(spans, range);
    std::cout << label;
    if (shares.upShare)
        std::cout << (kind == LaneKind::Routes ? ", visible " : ", answered ")
                  << words::percent(*shares.upShare).toStdString();
    std::cout << ", coverage " << words::percent(shares.coverage).toStdString() << '\n';
    for (const Span& span : spans) {
        std::cout << "  " << isoUtc(span.range.begin) << "  " << std::left << std::setw(12)
                  << words::duration(span.range.length()).toStdString();
        if (in_repair && span.reason == Reason::NotStarted) {
            std::cout << "Not known (the earlier record is being repaired)\n";
            continue;
        }
        std::cout << spanState(kind, span).toStdString();
        if (span.reason != Reason::None || span.verdict == Verdict::NotMonitored)
            std::cout << " (" << spanReason(span).toStdString() << ')';
        std::cout << '\n';
    }
}

struct Shown {
    TimeRange range;
    std::string only; // target; empty: all
};

std::vector<Span> spansIn(const TargetSpans& spans, const Target* target, TimeRange range) {
    const auto found = target == nullptr ? spans.end() : spans.find(target->id);
    return spansWithin(found == spans.end() ? std::vector<Span>{} : found->second, range);
}

nlohmann::ordered_json deskJson(const Watchlist& watchlist, const TargetSpans& ours, const ColleagueLanes& desk,
                                const Shown& shown) {
    nlohmann::ordered_json lanes = timelineJson(desk.watchlist, desk.spans, shown.range, shown.only)["targets"];
    for (nlohmann::ordered_json& lane : lanes) {
        const std::string slug = lane["id"];
        const auto agreement =
            agreementOf(spansIn(ours, watchlist.findByName(slug), shown.range),
                        spansIn(desk.spans, desk.watchlist.findByName(slug), shown.range), shown.range);
        nlohmann::ordered_json strip = nlohmann::ordered_json::array();
        for (const AgreementSpan& span : agreement)
            strip.push_back(
                {{"from", isoUtc(span.range.begin)}, {"to", isoUtc(span.range.end)}, {"what", name(span.what)}});
        const std::optional<double> share = agreedShare(agreement);
        lane["agreement"] = strip;
        lane["agreed_share"] = share ? nlohmann::ordered_json(*share) : nlohmann::ordered_json(nullptr);
    }
    return {{"id", desk.desk.id}, {"label", desk.desk.label}, {"targets", lanes}};
}

void printDesk(const Watchlist& watchlist, const TargetSpans& ours, const ColleagueLanes& desk, const Shown& shown) {
    std::cout << "\nAs seen by " << desk.desk.label << " (" << desk.desk.id << ")\n";
    for (const Target& target : desk.watchlist.targets) {
        if (shown.only.empty() ? !target.enabled : target.name != shown.only)
            continue;
        const std::vector<Span> theirs = spansIn(desk.spans, &target, shown.range);
        printLane(target.name, theirs, shown.range);
        const auto share = agreedShare(
            agreementOf(spansIn(ours, watchlist.findByName(target.name), shown.range), theirs, shown.range));
        if (share)
            std::cout << "  the same as ours " << words::percent(*share).toStdString()
                      << " of the time that both looked\n";
    }
}

} // namespace

int runTimeline(const CommonOptions& common, const RangeOptions& options) {
    const bool in_repair = !awaitingRepair(common.history).empty(); // before: by then it may be joined
    const OpenedHistory opened = openHistory(common);
    const UtcTime now = utcNow();
    TimeRange range = rangeOf(options, now);
    range.end = std::max(std::min(range.end, now), range.begin);
    const WatchedThen then = watchedThen(opened.reader, opened.watchlist);
    const Watchlist watchlist = then.over(range, now);
    if (!options.target.empty() && !watchlist.findByName(options.target))
        throw InputError("--target '" + options.target + "' is not in the watchlist of " + common.history.string() +
                         ": 'kpwatch status' lists the ids");
    const TargetSpans spans = spansThen(opened.reader, then, range);
    const std::vector<ColleagueLanes> desks = opened.reader.colleagues(range);
    const LanesOfRoutes lanes = options.target.empty() ? routesOver(opened.reader, range, now) : LanesOfRoutes();
    const std::vector<Lane>& routes = lanes.sides;
    const std::string credit = words::attributions(lanes.sources).toStdString();
    if (common.json) {
        nlohmann::ordered_json document = timelineJson(watchlist, spans, range, options.target);
        for (const Lane& lane : routes)
            document["routes"].push_back(laneJson(lane.id, lane.spans, range));
        if (!credit.empty())
            document["credit"] = credit;
        if (!desks.empty())
            document["desks"] = nlohmann::ordered_json::array();
        for (const ColleagueLanes& desk : desks)
            document["desks"].push_back(deskJson(watchlist, spans, desk, {range, options.target}));
        std::cout << documentText(document);
        return 0;
    }
    for (const Target& target : watchlist.targets)
        if (options.target.empty() ? target.enabled : target.name == options.target)
            printLane(target.name,
                      spansWithin(spans.contains(target.id) ? spans.at(target.id) : std::vector<Span>{}, range), range,
                      LaneKind::Target, in_repair);
    for (const Lane& lane : routes)
        printLane(lane.label, lane.spans, range, lane.kind);
    if (!credit.empty())
        std::cout << credit << '\n';
    for (const ColleagueLanes& desk : desks)
        printDesk(watchlist, spans, desk, {range, options.target});
    return 0;
}

} // namespace kpwatch
