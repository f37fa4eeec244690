// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/history/keeping.h"

#include "app/history/backup.h"
#include "app/whole_file.h"

#include <nlohmann/json.hpp>

#include <fstream>

namespace kpwatch {
namespace {

constexpr const char* key = "raw_months";

std::filesystem::path fileIn(const std::filesystem::path& directory) { return directory / "keep.json"; }

} // namespace

std::optional<int> rawMonthsKept(const std::filesystem::path& directory) {
    std::error_code failed;
    if (!std::filesystem::exists(fileIn(directory), failed) && !failed)
        return rawMonthsUsual;
    std::ifstream in(fileIn(directory));
    const nlohmann::json json = nlohmann::json::parse(in, nullptr, false);
    if (!json.is_object() || !json.contains(key) || !json[key].is_number_integer())
        return std::nullopt;
    const auto months = json[key].get<std::int64_t>();
    return months < 1 || months > rawMonthsMost ? std::nullopt : std::optional(static_cast<int>(months));
}

void keepRaw(const std::filesystem::path& directory, std::optional<int> months) {
    if (months && (*months < 1 || *months > rawMonthsMost))
        throw InputError("single checks can be kept for 1 to " + std::to_string(rawMonthsMost) +
                         " months, or for ever");
    const nlohmann::json kept{{key, months ? nlohmann::json(*months) : nlohmann::json(nullptr)}};
    writeBesideRecord(fileIn(directory), kept.dump() + '\n');
    syncToDisk(directory);
}

} // namespace kpwatch
