// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/chosen.h"

#include "app/json_reader.h"
#include "app/settings_file.h"
#include "app/whole_file.h"

namespace kpwatch {

namespace {

constexpr const char* wayOut = "make room or make its folder writable for yourself, or name another file.";

bool isThere(const std::filesystem::path& file) {
    std::error_code failed;
    return std::filesystem::exists(file, failed);
}

} // namespace

ChosenFiles chosenFiles(const std::filesystem::path& record, const GivenFile& settings, const GivenFile& watchlist) {
    return {settings.value_or(record / "settings.json"), watchlist.value_or(record / "watchlist.json"),
            settings.has_value(), watchlist.has_value()};
}

Chosen readChosen(const ChosenFiles& files) {
    Chosen chosen;
    if (files.settingsGiven)
        chosen.settings = loadSettings(files.settings);
    else if (isThere(files.settings))
        chosen.settings = readSettings(readInputFile(files.settings), files.settings.string(), UnknownKeys::PassedOver);
    chosen.watchlist = files.watchlistGiven || isThere(files.watchlist)
                           ? loadWatchlist(files.watchlist, chosen.settings)
                           : defaultWatchlist(chosen.settings);
    return chosen;
}

Chosen changed(const Chosen& before, const Change& change) {
    Chosen after;
    after.settings = change.settings ? parseSettings(*change.settings, "settings") : before.settings;
    const std::string& list = change.watchlist ? *change.watchlist : before.watchlist.json();
    after.watchlist = parseWatchlist(list, "watchlist", after.settings); // its defaults come from the settings
    return after;
}

void keep(const ChosenFiles& files, const Change& change) {
    if (change.settings) {
        const std::string origin = files.settings.string();
        const std::string before = isThere(files.settings) ? readInputFile(files.settings) : std::string();
        const Settings settings = readSettings(*change.settings, origin, UnknownKeys::PassedOver);
        writeWhole(files.settings, settingsFileText(before, settings, origin), wayOut);
    }
    if (change.watchlist)
        writeWhole(files.watchlist, nlohmann::ordered_json::parse(*change.watchlist).dump(2) + '\n', wayOut);
}

} // namespace kpwatch
