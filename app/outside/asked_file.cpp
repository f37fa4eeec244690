// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/outside/asked_file.h"

#include "app/errors.h"
#include "app/whole_file.h"

#include <nlohmann/json.hpp>

#include <fstream>

namespace kpwatch {

using nlohmann::json;

json readAsked(const std::filesystem::path& directory, const char* file) {
    if (directory.empty())
        return json::object();
    std::ifstream in(directory / file);
    json document = json::parse(in, nullptr, false);
    return document.is_object() ? document : json::object();
}

void keepAsked(const std::filesystem::path& directory, const char* file, const json& asked) {
    if (directory.empty())
        return;
    try {
        writeBesideRecord(directory / file, asked.dump(-1, ' ', false, json::error_handler_t::replace) + '\n');
    } catch (const StorageError&) { // then it is counted anew after a restart: no reason to stop watching
    }
}

json timeJson(const std::optional<UtcTime>& at) { return at ? json(at->time_since_epoch().count()) : json(nullptr); }

std::optional<UtcTime> timeIn(const json& object, const char* key, UtcTime now) {
    const auto found = object.find(key);
    if (found == object.end() || !found->is_number_integer())
        return std::nullopt;
    const UtcTime at{std::chrono::milliseconds(found->get<std::int64_t>())};
    return at <= now ? std::optional(at) : std::nullopt;
}

void putStatus(json& kept, const SourceStatus& status) {
    kept["status"] = {{"told_ms", timeJson(status.lastTold)},
                      {"trouble_ms", timeJson(status.troubleSince)},
                      {"trouble", status.trouble}};
}

void takeStatus(const json& kept, SourceStatus& status, UtcTime now) {
    const auto its = kept.is_object() ? kept.find("status") : kept.end();
    if (its == kept.end() || !its->is_object())
        return;
    status.lastTold = timeIn(*its, "told_ms", now);
    status.troubleSince = timeIn(*its, "trouble_ms", now);
    if (const auto trouble = its->find("trouble"); status.troubleSince && trouble != its->end() && trouble->is_string())
        status.trouble = trouble->get<std::string>();
}

} // namespace kpwatch
