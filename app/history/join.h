// SPDX-License-Identifier: GPL-3.0-or-later
// Two files of one record become one: rows, events, spans and words of `from` are added to `into`, each number given
// anew. Seals and summaries of `from` are left: `into` makes its own. Private to history/.
#pragma once

#include <filesystem>

namespace kpwatch {

// All or nothing, and doing it again adds no check, event or span twice. Nobody else may have either open for writing.
// Throws StorageError.
void joinInto(const std::filesystem::path& into, const std::filesystem::path& from);

} // namespace kpwatch
