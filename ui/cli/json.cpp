// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/cli/json.h"

namespace kpwatch {

using nlohmann::ordered_json;

namespace {

ordered_json textJson(std::string_view text) {
    return text.empty() ? ordered_json(nullptr) : ordered_json(std::string(text));
}

ordered_json targetJson(const TargetStatus& status, const Target& target) {
    ordered_json checking = nullptr;
    if (status.checking)
        checking = {{"failed", status.checking->failed}, {"needed", status.checking->needed}};
    ordered_json latency = nullptr;
    if (status.latency)
        latency = static_cast<double>(status.latency->count()) / 1000.0;
    return {{"id", target.name},
            {"label", target.label},
            {"site", textJson(target.site)},
            {"group", textJson(target.group)},
            {"state", name(status.state)},
            {"since", isoJson(status.since)},
            {"last_check", isoJson(status.lastCheck)},
            {"last_good", isoJson(status.lastGood)},
            {"stage", status.lastCheck ? ordered_json(name(status.stage)) : ordered_json(nullptr)},
            {"failure", status.lastCheck ? ordered_json(name(status.failure)) : ordered_json(nullptr)},
            {"latency_ms", latency},
            {"checking", checking},
            {"never_answered", status.neverAnswered}};
}

} // namespace

ordered_json isoJson(const std::optional<UtcTime>& time) {
    return time ? ordered_json(isoUtc(*time)) : ordered_json(nullptr);
}

std::string documentText(const ordered_json& document) {
    return document.dump(2, ' ', false, ordered_json::error_handler_t::replace) + '\n';
}

ordered_json statusJson(const LiveStatus& live, const Watchlist& watchlist, const std::string& headline,
                        UtcTime generated_at, int rate_per_min, bool in_repair) {
    ordered_json targets = ordered_json::array();
    for (const TargetStatus& status : live.targets)
        targets.push_back(targetJson(status, *watchlist.find(status.id)));
    ordered_json sites = ordered_json::array();
    for (const SiteStatus& site : live.sites)
        sites.push_back(
            {{"id", site.id}, {"label", site.label}, {"state", name(site.state)}, {"since", isoJson(site.since)}});
    return {{"generated_at", isoUtc(generated_at)},
            {"as_of", isoUtc(live.asOf)},
            {"headline", headline},
            {"in_repair", in_repair},
            {"own_connection",
             {{"state", name(live.ownLine.state)},
              {"controls_up", live.ownLine.controlsUp},
              {"controls", live.ownLine.controls},
              {"since", isoJson(live.ownLine.since)}}},
            {"rate_per_min", rate_per_min},
            {"targets", targets},
            {"sites", sites}};
}

ordered_json laneJson(const std::string& id, const std::vector<Span>& spans, TimeRange range) {
    ordered_json list = ordered_json::array();
    for (const Span& span : spans)
        list.push_back(
            {{"from", isoUtc(span.range.begin)},
             {"to", isoUtc(span.range.end)},
             {"state", name(span.verdict)},
             {"reason", textJson(span.reason == Reason::None ? std::string_view(span.note) : name(span.reason))}});
    const Shares shares = sharesOf(spans, range);
    return {{"id", id},
            {"spans", list},
            {"up_share", shares.upShare ? ordered_json(*shares.upShare) : ordered_json(nullptr)},
            {"monitored_share", shares.monitoredShare},
            {"coverage", shares.coverage}};
}

ordered_json timelineJson(const Watchlist& watchlist, const TargetSpans& spans, TimeRange range,
                          const std::string& only_target) {
    ordered_json targets = ordered_json::array();
    for (const Target& target : watchlist.targets) {
        if (only_target.empty() ? !target.enabled : target.name != only_target)
            continue;
        const auto found = spans.find(target.id);
        const std::vector<Span> within = spansWithin(found == spans.end() ? std::vector<Span>{} : found->second, range);
        targets.push_back(laneJson(target.name, within, range));
    }
    return {{"from", isoUtc(range.begin)}, {"to", isoUtc(range.end)}, {"targets", targets}};
}

} // namespace kpwatch
