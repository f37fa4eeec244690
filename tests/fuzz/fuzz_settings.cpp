// SPDX-License-Identifier: GPL-3.0-or-later
// Settings and lists of block pages that somebody else wrote: an InputError, or numbers within their bounds.
#include "app/errors.h"
#include "app/fingerprints.h"
#include "app/settings_file.h"
#include "tests/fuzz/fuzzing.h"

using namespace kpwatch;
using fuzzing::require;

namespace {

void readOnes(const std::string& json) {
    try {
        const Settings settings = parseSettings(json, "settings.json");
        require(parseSettings(settingsJson(settings), "again") == settings);
        require(settings.rate_per_24_per_min >= 1 && settings.rate_per_24_per_min <= 6);
        require(settings.rate_alert_per_24_per_min <= 12 && settings.rate_per_22_per_min <= 20);
        require(parseSettings(settingsFileText(json, settings, "settings.json"), "file") == settings);
    } catch (const InputError& error) {
        require(std::string_view(error.what()).starts_with("settings.json"));
    }
    try {
        (void)storedSettings(json);
    } catch (const InputError&) {
        return;
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto [choice, text] = fuzzing::chosen(data, size);
    const std::string json(text);
    if (choice % 2 == 0) {
        readOnes(json);
        return 0;
    }
    try {
        for (const BlockPage& page : parseFingerprints(json, "pages.json").blockPages)
            require(!page.id.empty() && !(page.location.empty() && page.title.empty() && page.body.empty()));
    } catch (const InputError& error) {
        require(std::string_view(error.what()).starts_with("pages.json"));
    }
    return 0;
}
