// SPDX-License-Identifier: GPL-3.0-or-later
// Whose work the program stands on: each with the version that runs here, and its licence. Any thread.
#pragma once

#include <QString>

#include <vector>

namespace kpwatch {

struct Work {
    QString name, version, licence; // version: of the library that was loaded, or was built with; may be empty
};
std::vector<Work> works();

} // namespace kpwatch
