// SPDX-License-Identifier: GPL-3.0-or-later
// A sentence about our own disk as a window says it: those of app/history are written for a terminal. Any thread.
#pragma once

#include <QString>

#include <string>

namespace kpwatch {

inline constexpr int longestTrouble = 300; // characters

// Without the file, its code and the option of the command line, which have no place outside a terminal.
QString troubleWords(const std::string& sentence);

} // namespace kpwatch
