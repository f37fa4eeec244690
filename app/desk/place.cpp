// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desk/place.h"

#include "app/errors.h"
#include "app/json_reader.h"
#include "app/whole_file.h"

#include <algorithm>

namespace kpwatch {

namespace {

constexpr std::size_t longestPlace = 80;

std::filesystem::path fileIn(const std::filesystem::path& record) { return record / "place.json"; }

} // namespace

std::optional<SaidPlace> saidPlace(const std::filesystem::path& record) {
    std::error_code failed;
    if (!std::filesystem::exists(fileIn(record), failed))
        return std::nullopt;
    try {
        const std::string origin = fileIn(record).string();
        const nlohmann::json document = parsedJson(readInputFile(fileIn(record)), origin);
        const JsonReader reader(document, {}, origin);
        reader.expectObject({"place", "said_at"});
        const auto at = parseIsoUtc(reader.at("said_at").text());
        return at ? std::optional(SaidPlace{*at, reader.at("place").text(longestPlace * 4)}) : std::nullopt;
    } catch (const InputError&) {
        return std::nullopt; // it is asked again
    }
}

void sayPlace(const std::filesystem::path& record, const SaidPlace& place) {
    std::error_code failed;
    if (place.words.empty()) {
        std::filesystem::remove(fileIn(record), failed);
        return;
    }
    const nlohmann::ordered_json document{{"place", place.words}, {"said_at", isoUtc(place.at)}};
    writeBesideRecord(fileIn(record), document.dump(2) + '\n');
}

bool isOfBefore(const SaidPlace& place, std::span<const UtcTime> changes) {
    return std::any_of(changes.begin(), changes.end(), [&place](UtcTime change) { return change > place.at; });
}

} // namespace kpwatch
