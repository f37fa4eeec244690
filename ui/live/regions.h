// SPDX-License-Identifier: GPL-3.0-or-later
// The parts of a page that F6 goes through. GUI thread.
#pragma once

#include <vector>

class QWidget;

namespace kpwatch {

// Gives the focus to the next of the regions (1) or the previous (-1), from anywhere else to the first, and returns it.
// A region is itself and what lies in it; not empty.
QWidget* focusNextRegion(const std::vector<QWidget*>& regions, int direction);

} // namespace kpwatch
