// SPDX-License-Identifier: GPL-3.0-or-later
// What each setting of the file is called for a person: where it stands, its sentence and its unit. Pure; any thread.
#pragma once

#include <QString>

#include <string_view>
#include <vector>

namespace kpwatch {

enum class SettingGroup { Watching, Judging, Incidents };

struct SettingWords {
    std::string_view key; // of the file
    SettingGroup group;
    QString label; // "Web sites are asked every"
    QString unit;  // "s"; empty: it is a bare number
};
// All there are, in the order they are shown in.
std::vector<SettingWords> settingWords();

} // namespace kpwatch
