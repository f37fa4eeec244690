// SPDX-License-Identifier: GPL-3.0-or-later
// Text of others made fit for one line of a table or of a terminal. Any thread.
#pragma once

#include <string>
#include <string_view>

namespace kpwatch {

// Valid UTF-8 in which what was none, and every control character, is U+FFFD. Nothing else is changed.
std::string plainText(std::string_view raw);

// The same for a name to be quoted in a sentence: at most 64 characters, never cut inside one.
std::string quotedName(std::string_view raw);

} // namespace kpwatch
