// SPDX-License-Identifier: GPL-3.0-or-later
// What a person chose: the settings and the watchlist, and the two files that say so. They are the truth: what the
// window changes is written there, and what somebody else wrote into them stays. Any thread.
#pragma once

#include "app/watchlist.h"

#include <filesystem>
#include <optional>
#include <string>

namespace kpwatch {

// Given on the command line, or settings.json and watchlist.json beside the record, which need not be there.
struct ChosenFiles {
    std::filesystem::path settings, watchlist;
    bool settingsGiven = false, watchlistGiven = false;
};
using GivenFile = std::optional<std::filesystem::path>;
ChosenFiles chosenFiles(const std::filesystem::path& record, const GivenFile& settings, const GivenFile& watchlist);

struct Chosen {
    Settings settings;
    Watchlist watchlist;
};
// What is not given and not there is as shipped. Throws InputError. The file beside the record may know more settings
// than this version: they are passed over, and kept.
Chosen readChosen(const ChosenFiles& files);

// What is to be otherwise from now on, as JSON; nullopt: as it is.
struct Change {
    std::optional<std::string> settings, watchlist;
    bool operator==(const Change&) const = default;
};
// Throws InputError with the sentence that a file of that content would be refused with.
Chosen changed(const Chosen& before, const Change& change);
// Writes what is otherwise. Throws InputError if a file that is there cannot be read, StorageError.
void keep(const ChosenFiles& files, const Change& change);

} // namespace kpwatch
