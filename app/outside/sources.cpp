// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/outside/sources.h"

#include "app/errors.h"
#include "app/json_reader.h"
#include "app/private_directory.h"

#include <cerrno>
#include <cstring>
#include <fstream>
#include <unistd.h>

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

} // namespace

Sources readSources(const std::filesystem::path& directory) {
    const std::filesystem::path file = directory / fileName;
    Sources sources;
    std::error_code failed;
    if (!std::filesystem::exists(file, failed))
        return sources;
    const std::string origin = file.string();
    const nlohmann::json document = parsedJson(readInputFile(file), origin);
    const JsonReader reader(document, {}, origin);
    reader.expectObject({"ripe", "ripestat", "ris_live"});
    if (reader.has("ripe"))
        sources.ripe = reader.at("ripe").boolean();
    sources.ripestat = baseAt(reader, "ripestat", sources.ripestat);
    sources.risLive = baseAt(reader, "ris_live", sources.risLive);
    return sources;
}

void writeSources(const std::filesystem::path& directory, const Sources& sources) {
    (void)makeDirectoryForOneself(directory); // if it fails, so does what is written into it
    const std::filesystem::path file = directory / fileName;
    const std::filesystem::path part = directory / (std::string(fileName) + ".part");
    nlohmann::ordered_json document{{"ripe", sources.ripe}};
    const Sources usual;
    if (sources.ripestat != usual.ripestat)
        document["ripestat"] = sources.ripestat;
    if (sources.risLive != usual.risLive)
        document["ris_live"] = sources.risLive;
    std::ofstream out(part, std::ios::trunc);
    out << document.dump(2) << '\n';
    out.close();
    if (!out || std::rename(part.c_str(), file.c_str()) != 0)
        throw StorageError(file.string() + " could not be written (" +
                           std::strerror(errno) + // NOLINT(concurrency-mt-unsafe)
                           "): make room, or choose another directory with --history.");
}

} // namespace kpwatch
