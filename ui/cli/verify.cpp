// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/history/seal_check.h"
#include "ui/cli/commands.h"
#include "ui/cli/json.h"

#include <iostream>

namespace kpwatch {

int runVerify(const CommonOptions& common) {
    const SealVerdict verdict = checkedSeals(common.history);
    if (common.json) {
        nlohmann::ordered_json json{{"intact", !verdict.differs},
                                    {"days_full", verdict.fullDays},
                                    {"days_pruned", verdict.prunedDays},
                                    {"observations", verdict.rows},
                                    {"restarts", verdict.restarts}};
        json["differs"] = verdict.differs ? nlohmann::ordered_json(*verdict.differs) : nullptr;
        json["last_seal"] = verdict.lastSeal ? nlohmann::ordered_json(*verdict.lastSeal) : nullptr;
        std::cout << documentText(json);
        return verdict.differs ? 1 : 0;
    }
    std::cout << verdict.fullDays << " days full, " << verdict.prunedDays << " pruned, "
              << (verdict.differs ? "and what is there differs from what was sealed.\nFirst: " + *verdict.differs
                                  : std::string("chain intact"))
              << ".\n";
    for (const std::string& restart : verdict.restarts)
        std::cout << "The chain began anew at " << restart << ".\n";
    if (verdict.lastSeal)
        std::cout << "Latest seal: " << *verdict.lastSeal << '\n';
    return verdict.differs ? 1 : 0;
}

} // namespace kpwatch
