// SPDX-License-Identifier: GPL-3.0-or-later
// A copy of a record that is whole whatever its writer does meanwhile, and that no reader holds the log back for.
// Private to history/; any thread and any process.
#pragma once

#include <filesystem>
#include <functional>
#include <stop_token>

namespace kpwatch {

// Larger files take longer than a second to be read as one.
inline constexpr std::uintmax_t readAtOnce = 64U << 20U;

// Behind the name of a copy that was asked for: held by who waits for it.
inline constexpr const char* copyIsWaitedFor = ".waiting";

// Into `copy`, a file that is there and empty; needs no log beside it then. A small record is copied in one look, a big
// one a piece at a time; if it is written to again and again meanwhile, its writer is asked for the copy (backup.h).
// Throws StorageError; also if it is stopped. Told how far it is (0 to 1), where that is known.
void copyWhole(const std::filesystem::path& source, const std::filesystem::path& copy, const std::stop_token& stop,
               const std::function<void(double share)>& progress = {});

} // namespace kpwatch
