// SPDX-License-Identifier: GPL-3.0-or-later
// A copy of a record that a window shows: a file, which is looked at and gone on with elsewhere. A value; any thread.
#pragma once

#include "probes/utc_time.h"

#include <QString>

#include <optional>

namespace kpwatch {

struct ShownCopy {
    QString name;                   // of the file
    std::optional<UtcTime> until{}; // it reaches; none: it holds nothing, or cannot be read
    bool older = false;             // it is brought up to date where it is gone on with, and not shown before
    bool operator==(const ShownCopy&) const = default;
};

} // namespace kpwatch
