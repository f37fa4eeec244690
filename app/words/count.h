// SPDX-License-Identifier: GPL-3.0-or-later
// Numbers as words. Any thread.
#pragma once

#include <QString>

#include <cstdint>

namespace kpwatch::words {

QString numberWord(std::int64_t number); // "one" to "nine", else "10"
QString countCapital(int count);         // "One" to "Nine", else "10"
QString sitesOf(int count);              // "one site", "four sites"
QString noneOfSites(int count);          // "Neither of the two sites", "None of the four sites"
QString capital(const QString& text);    // its first letter made one
QString dataSize(std::uint64_t bytes);   // "267 KiB", "1.3 MiB": as exact as anybody wants it

} // namespace kpwatch::words
