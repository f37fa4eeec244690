// SPDX-License-Identifier: GPL-3.0-or-later
// Text of others made fit to be read: the one place where bytes from the network become something that may be shown,
// printed or put into a table. Pure; any thread.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace kpwatch {

// One line of valid UTF-8, composed (NFC), at most `length` characters and then an ellipsis as the last of them.
// Replaced by U+FFFD: what is no UTF-8, and characters that are not seen or that steer what is seen (control, format,
// private use, unassigned, default-ignorable; so also terminal escapes and bidirectional overrides, Unicode Technical
// Report 36). Dropped: combining marks that do not compose. White space of any kind becomes one space, none at the
// ends. Markup stays as it was written: whoever shows it shows it as plain text.
std::string cleanedText(std::string_view raw, std::size_t length = 120);

} // namespace kpwatch
