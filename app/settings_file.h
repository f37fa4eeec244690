// SPDX-License-Identifier: GPL-3.0-or-later
// The settings as text that somebody wrote: a file of theirs, a record of a newer version, a form. Any thread.
#pragma once

#include "app/settings.h"

namespace kpwatch {

// What becomes of a key that is no setting: a slip of the person who wrote it, or a setting of a newer version.
enum class UnknownKeys { Refused, PassedOver };

// As parseSettings(), which refuses them.
Settings readSettings(std::string_view json, const std::string& origin, UnknownKeys unknown);
// As a record keeps them, perhaps written by a newer version.
Settings storedSettings(std::string_view json);

// The settings file `before` (empty: none) with these settings in force: keys that this version does not know stay, so
// does the order; a setting that has its default and was not written down is left out. Throws InputError.
std::string settingsFileText(const std::string& before, const Settings& settings, const std::string& origin);

// What may be written for a key, for who asks in a form; a list of seconds has the bounds of each.
struct SettingBounds {
    std::string_view key;
    double lowest = 0, highest = 0;
};
std::vector<SettingBounds> settingBounds(); // in the order of the struct

} // namespace kpwatch
