// SPDX-License-Identifier: GPL-3.0-or-later
// What does not work, as a window says it. Those who find it out speak English, for a terminal and a log. Any thread.
#pragma once

#include <QString>

#include <string>

namespace kpwatch {

inline constexpr int longestTrouble = 300; // characters

// Of an InputError's, StorageError's or WriterBusyError's sentence: the same in the language of the window, without the
// file of the record, codes, and options of the command line; what the system said of it stands below, in lines of its
// own. One that is not known here stays as it is, below a sentence in the language of the window where that is not
// English.
QString troubleWords(const std::string& sentence);

} // namespace kpwatch
