// SPDX-License-Identifier: GPL-3.0-or-later
// Small numbers as words: "three", "Three"; from five on as figures. Any thread.
#pragma once

#include <QString>

namespace kpwatch::words {

QString countWord(int count);    // "one" to "four", else "5"
QString countCapital(int count); // "One" to "Four", else "5"
QString sitesOf(int count);      // "one site", "four sites"

} // namespace kpwatch::words
