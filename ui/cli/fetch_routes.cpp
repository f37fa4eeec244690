// SPDX-License-Identifier: GPL-3.0-or-later
// The routes of a past time, asked for without a window and added to the record.
#include "app/errors.h"
#include "app/outside/sources.h"
#include "ui/cli/commands.h"
#include "ui/cli/json.h"
#include "ui/cli/opened_history.h"

#include <iostream>

namespace kpwatch {

namespace {

int tell(const std::optional<PastTold>& told, const std::string& trouble) {
    if (!told) {
        std::cerr << "kpwatch: not told yet"
                  << (trouble.empty() ? ": the day's questions may be used up" : ": " + trouble)
                  << "; ask again later.\n";
        return 1;
    }
    if (!told->told) {
        std::cout << "No data of that time" << (told->said.empty() ? "" : " (" + told->said + ")") << ".\n";
        return 1;
    }
    std::cout << "In the record. Source: RIPE NCC RIS, by RIPEstat (stat.ripe.net).\n"
              << "'kpwatch timeline --from " << isoUtc(told->range.begin) << " --to " << isoUtc(told->range.end)
              << "' shows it.\n";
    return 0;
}

} // namespace

int fetchRoutes(const CommonOptions& common, const SourcesOptions& options, const FetchPast& fetch) {
    if (!readSources(common.history).ripe)
        throw InputError("--fetch: public routing data are switched off; 'kpwatch sources --on ripe' first");
    const TimeRange range = rangeOf({.from = options.fetch.front(), .to = options.fetch.back()}, utcNow());
    std::string trouble;
    const std::optional<PastTold> told = fetch(range, trouble);
    if (!common.json)
        return tell(told, trouble);
    std::cout << documentText({{"from", isoUtc(range.begin)},
                               {"to", isoUtc(range.end)},
                               {"source", routesToldBy},
                               {"told", told && told->told},
                               {"trouble", told ? told->said : trouble}});
    return told && told->told ? 0 : 1;
}

} // namespace kpwatch
