// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/outside/sources.h"
#include "ui/cli/commands.h"
#include "ui/cli/json.h"

#include <iostream>

namespace kpwatch {

int runSources(const CommonOptions& common, const SourcesOptions& options) {
    Sources sources = readSources(common.history);
    if (!options.on.empty() || !options.off.empty()) {
        sources.ripe = !options.on.empty();
        writeSources(common.history, sources);
    }
    if (common.json) {
        std::cout << documentText({{"sources",
                                    {{{"id", "ripe"},
                                      {"on", sources.ripe},
                                      {"ripestat", sources.ripestat},
                                      {"ris_live", sources.risLive}}}}});
        return 0;
    }
    std::cout << "ripe  " << (sources.ripe ? "on " : "off")
              << "  who sees a route to North Korea's network, within seconds\n"
              << "      Source: RIPE NCC RIS, by RIPEstat (stat.ripe.net) and RIS Live.\n"
              << "      It learns this computer's address, or that of your proxy, and that KPWatch asks about\n"
              << "      North Korea's network: at most 400 questions a day and one open stream, while you watch.\n"
              << "In force when watching starts next.\n";
    return 0;
}

} // namespace kpwatch
