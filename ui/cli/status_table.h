// SPDX-License-Identifier: GPL-3.0-or-later
// What answers and since when, as a table for people: the headline, a line per target, our own line. One thread.
#pragma once

#include "app/story/timeline.h"
#include "app/words/words.h"

#include <string>

namespace kpwatch {

// Lines that each end in a line feed; UTF-8, cleaned.
std::string statusTable(const LiveStatus& live, const Watchlist& watchlist, const words::Headline& headline);

// Such a table on a terminal that understands ECMA-48, drawn over itself instead of below. Keeps to its own lines:
// what others print in between belongs into lineAbove().
class LiveTable {
  public:
    // Nothing happens if it is what is shown. One that is higher than the terminal is not shown.
    void show(const std::string& table);
    // A line that stays, above the table.
    void lineAbove(const std::string& line);

  private:
    void erase() const;
    std::string m_shown;
};

} // namespace kpwatch
