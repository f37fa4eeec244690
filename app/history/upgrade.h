// SPDX-License-Identifier: GPL-3.0-or-later
// A record that an earlier version wrote, brought to this one's schema. Opening it to write would do the same; of a big
// one it takes minutes, and a window does it beforehand, where it can be stopped. Any thread.
#pragma once

#include "app/history/backup.h"

namespace kpwatch {

// Looks at the file only; false also where there is none, or none that can be read.
bool needsUpgrade(const std::filesystem::path& directory);
// A copy stays beside it as with every migration. A stop leaves the record as it was, with an error. Throws
// WriterBusyError, StorageError.
void upgrade(const std::filesystem::path& directory, const std::stop_token& stop, const Progress& progress);

} // namespace kpwatch
