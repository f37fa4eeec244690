// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/outside/sources.h"

#include "app/json_reader.h"
#include "app/whole_file.h"

namespace kpwatch {

namespace {

constexpr const char* fileName = "sources.json";

// A base address, without a slash at its end. Plain http is for mirrors and tests beside us.
std::string baseAt(const JsonReader& reader, const char* key, std::string usual) {
    if (!reader.has(key))
        return usual;
    std::string base = reader.at(key).text();
    if (!base.starts_with("https://") && !base.starts_with("http://"))
        reader.at(key).fail("is no address that begins with https:// or http://", "write one, or leave the key out");
    while (base.ends_with('/'))
        base.pop_back();
    return base;
}

struct Base {
    const char* key;
    std::string Sources::*at;
};
constexpr Base bases[] = {{"ripestat", &Sources::ripestat},          {"ris_live", &Sources::risLive},
                          {"globalping_at", &Sources::globalpingAt}, {"ioda_at", &Sources::iodaAt},
                          {"atlas_at", &Sources::atlasAt},           {"radar_at", &Sources::radarAt},
                          {"routeviews_at", &Sources::routeviewsAt}};

std::vector<std::int64_t> measurementsAt(const JsonReader& reader) {
    std::vector<std::int64_t> measurements;
    if (reader.arraySize() > mostAtlasMeasurements)
        reader.fail("names more than " + std::to_string(mostAtlasMeasurements) + " measurements", "leave some out");
    for (std::size_t i = 0; i < reader.arraySize(); ++i)
        measurements.push_back(reader.at(i).integer(1, INT32_MAX));
    return measurements;
}

} // namespace

bool* switchOf(Sources& sources, std::string_view name) {
    if (name == "ripe")
        return &sources.ripe;
    if (name == "globalping")
        return &sources.globalping;
    if (name == "ioda")
        return &sources.ioda;
    if (name == "atlas")
        return &sources.atlas;
    if (name == "routeviews")
        return &sources.routeviews;
    return name == "radar" ? &sources.radar : nullptr;
}

Sources readSources(const std::filesystem::path& directory) {
    const std::filesystem::path file = directory / fileName;
    Sources sources;
    std::error_code failed;
    if (!std::filesystem::exists(file, failed))
        return sources;
    const std::string origin = file.string();
    const nlohmann::json document = parsedJson(readInputFile(file), origin);
    const JsonReader reader(document, {}, origin);
    reader.expectObject({"ripe", "ripestat", "ris_live", "globalping", "globalping_at", "ioda", "ioda_at", "atlas",
                         "atlas_at", "atlas_measurements", "radar", "radar_at", "routeviews", "routeviews_at"});
    for (const char* const name : sourceNames)
        if (reader.has(name))
            *switchOf(sources, name) = reader.at(name).boolean();
    for (const Base& base : bases)
        sources.*base.at = baseAt(reader, base.key, sources.*base.at);
    if (reader.has("atlas_measurements"))
        sources.atlasMeasurements = measurementsAt(reader.at("atlas_measurements"));
    return sources;
}

void writeSources(const std::filesystem::path& directory, const Sources& sources) {
    nlohmann::ordered_json document;
    Sources written = sources;
    for (const char* const name : sourceNames)
        document[name] = *switchOf(written, name);
    const Sources usual;
    for (const Base& base : bases)
        if (sources.*base.at != usual.*base.at)
            document[base.key] = sources.*base.at;
    if (!sources.atlasMeasurements.empty())
        document["atlas_measurements"] = sources.atlasMeasurements;
    writeBesideRecord(directory / fileName, document.dump(2) + '\n');
}

} // namespace kpwatch
