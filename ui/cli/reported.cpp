// SPDX-License-Identifier: GPL-3.0-or-later
// `incidents --reported`: what others reported, a list of its own beside what was measured.
#include "app/desk/reported.h"
#include "app/words/incident.h"
#include "ui/cli/commands.h"
#include "ui/cli/json.h"

#include <iostream>

namespace kpwatch {

using nlohmann::ordered_json;

namespace {

ordered_json orNull(const std::optional<std::string>& text) {
    return text ? ordered_json(*text) : ordered_json(nullptr);
}
ordered_json orNull(const std::string& text) { return text.empty() ? ordered_json(nullptr) : ordered_json(text); }

ordered_json reportedJson(const ReportedOutage& outage) {
    ordered_json citations = ordered_json::array();
    for (const Citation& citation : outage.reported)
        citations.push_back(
            {{"by", citation.by}, {"on", citation.on}, {"says", citation.says}, {"url", orNull(citation.url)}});
    return {{"id", outage.id},
            {"title", outage.title},
            {"from", outage.from},
            {"from_latest", orNull(outage.fromLatest)},
            {"to", orNull(outage.to)},
            {"at_least_until", orNull(outage.atLeastUntil)},
            {"precision", outage.precision},
            {"length", outage.length},
            {"scope", outage.scope},
            {"shape", outage.shape},
            {"reported", citations},
            {"cause_claimed_by_others", orNull(outage.causeClaimed)},
            {"note", orNull(outage.note)},
            {"about_this_network", !outage.control}};
}

} // namespace

int runReported(const CommonOptions& common) {
    const std::vector<ReportedOutage> outages = reportedOutages();
    if (common.json) {
        ordered_json list = ordered_json::array();
        for (const ReportedOutage& outage : outages)
            list.push_back(reportedJson(outage));
        std::cout << documentText({{"measured_by_this_program", false}, {"reported_elsewhere", list}});
        return 0;
    }
    std::cout << words::reportedElsewhere().toStdString() << '\n';
    for (const ReportedOutage& outage : outages) {
        std::cout << '\n' << outage.from << (outage.to ? " to " + *outage.to : "") << "  " << outage.title << '\n';
        for (const Citation& citation : outage.reported)
            std::cout << "  " << citation.by << ", " << citation.on << ": " << citation.says
                      << (citation.url.empty() ? "" : " " + citation.url) << '\n';
        std::cout << "  Precision: " << outage.precision << ". Length: " << outage.length << ".\n";
        if (!outage.causeClaimed.empty())
            std::cout << "  Claimed by others: " << outage.causeClaimed << ".\n";
        if (!outage.note.empty())
            std::cout << "  " << outage.note << '\n';
    }
    return 0;
}

} // namespace kpwatch
