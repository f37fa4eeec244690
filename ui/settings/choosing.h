// SPDX-License-Identifier: GPL-3.0-or-later
// What the window needs to let a person change settings and watchlist: handed to it by who keeps their files. GUI
// thread.
#pragma once

#include "app/chosen.h"

#include <QString>

#include <functional>
#include <vector>

namespace kpwatch {

// A watchlist as the record keeps it.
struct DatedList {
    UtcTime since;
    std::string json;
};

struct Choosing {
    // Kept and in force soon; the window is made anew then. Throws InputError, StorageError, WriterBusyError, and
    // nothing has changed. None: neither is offered.
    std::function<void(const Change&)> change{};
    std::function<void()> renew{};                     // the window alone: in another language
    std::function<std::vector<DatedList>()> earlier{}; // throws StorageError
    QString settingsFile{};                            // where the numbers are kept
};

} // namespace kpwatch
