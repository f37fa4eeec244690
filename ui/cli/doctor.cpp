// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/history/doctor.h"
#include "app/history/set_aside.h"
#include "ui/cli/commands.h"
#include "ui/cli/json.h"

#include <iostream>
#include <vector>

namespace kpwatch {
namespace {

nlohmann::ordered_json timeOrNull(const std::optional<UtcTime>& time) {
    return time ? nlohmann::ordered_json(isoUtc(*time)) : nlohmann::ordered_json(nullptr);
}

// What was damaged while watching, is kept as it was, and is not joined with the record yet.
using SetAside = std::vector<std::filesystem::path>;

nlohmann::ordered_json jsonOf(const Diagnosis& found, const SetAside& waiting) {
    nlohmann::ordered_json json{{"sound", found.faults.empty() && waiting.empty()},
                                {"faults", found.faults},
                                {"in_repair", !waiting.empty()},
                                {"newer", found.newer.has_value()},
                                {"unclean_end", found.uncleanEnd},
                                {"bytes", found.size.bytes},
                                {"bytes_free", found.size.free},
                                {"bytes_backups", found.size.backups}};
    json["raw_from"] = timeOrNull(found.size.rawFrom);
    json["latest_backup"] = timeOrNull(found.latestBackup);
    return json;
}

nlohmann::ordered_json jsonOf(const Repair& repair) {
    return {{"original", repair.original.string()},
            {"observations", repair.observations},
            {"from_backup", repair.fromBackup},
            {"missing", repair.missing},
            {"pages", repair.pages},
            {"pages_damaged", repair.pagesDamaged},
            {"gaps", repair.gaps},
            {"names_lost", repair.seriesLost}};
}

void tell(const Diagnosis& found, const SetAside& waiting) {
    if (found.placeWarning)
        std::cout << *found.placeWarning << '\n';
    if (found.newer)
        std::cout << *found.newer << '\n';
    if (found.older)
        std::cout << *found.older << '\n';
    for (const std::filesystem::path& kept : waiting)
        std::cout << "The record was damaged and is kept as " << kept.string()
                  << "; what can be salvaged of it is not joined yet.\n";
    if (!found.faults.empty()) {
        std::cout << "The record is damaged:\n";
        for (const std::string& fault : found.faults)
            std::cout << "  " << fault << '\n';
        return;
    }
    std::cout << (waiting.empty() ? "The record is sound" : "What was recorded since is sound") << ". It takes "
              << (found.size.bytes >> 10U) << " KiB, of which " << (found.size.free >> 10U)
              << " KiB are free to be filled again; its backups take " << (found.size.backups >> 10U) << " KiB.\n";
    if (found.size.rawFrom)
        std::cout << "Single checks are kept from " << isoUtc(*found.size.rawFrom) << " on.\n";
    if (found.latestBackup)
        std::cout << "The latest backup is of " << isoUtc(*found.latestBackup) << ".\n";
    else
        std::cout << "There is no backup yet: one is made every day of watching, or by 'kpwatch backup'.\n";
    if (found.uncleanEnd)
        std::cout << "The latest run was ended by force; nothing that was saved is lost by that.\n";
}

void tell(const Repair& repair) {
    std::cout << "The damaged file is kept as it was: " << repair.original.string() << '\n';
    if (repair.observations == 0) {
        std::cout
            << "Nothing could be recovered from it: it is damaged as a whole, or was no record. In its place is a "
               "new one, which holds nothing yet.\n";
        return;
    }
    std::cout << repair.observations << " checks are back";
    if (repair.fromBackup > 0)
        std::cout << ", " << repair.fromBackup << " of them from a backup";
    std::cout << ". " << repair.pagesDamaged << " of " << repair.pages << " pages could not be read.\n";
    if (repair.missing > 0)
        std::cout << repair.missing << " checks are known to be missing; that is recorded as a gap:\n";
    for (const std::string& gap : repair.gaps)
        std::cout << "  " << gap << '\n';
    if (repair.seriesLost)
        std::cout << "The names of some series were lost; their checks are kept under names that begin with lost-.\n";
}

} // namespace

int runDoctor(const CommonOptions& common, bool only_look) {
    const SetAside waiting = awaitingRepair(common.history); // before: by then it may be joined
    const Diagnosis found = examined(common.history);
    const bool repairs = !only_look && !found.newer;
    std::optional<Repair> repair;
    if (!common.json)
        tell(found, waiting);
    if (!found.faults.empty() && repairs)
        repair = repaired(common.history, utcNow());
    else if (!waiting.empty() && repairs)
        repair = repairSetAside(common.history, utcNow());
    if (common.json) {
        nlohmann::ordered_json json = jsonOf(found, waiting);
        json["repair"] = repair ? jsonOf(*repair) : nlohmann::ordered_json(nullptr);
        std::cout << documentText(json);
    } else if (repair) {
        tell(*repair);
    }
    return (found.faults.empty() && waiting.empty()) || repair ? 0 : 1;
}

} // namespace kpwatch
