// SPDX-License-Identifier: GPL-3.0-or-later
// What is watched, by its name in the language of the window: the labels that the shipped watchlist gives, and those of
// lanes and desks that the program names itself. A label of the person's own is theirs in every language. Any thread.
#pragma once

#include <QString>

#include <string>

namespace kpwatch::words {

// Cleaned as every text of a file is, and no longer than `length`.
QString label(const std::string& raw, int length = 120);

} // namespace kpwatch::words
