// SPDX-License-Identifier: GPL-3.0-or-later
// Registers what the program carries inside itself (default watchlist, fonts, icon, manual, words of other languages).
// A static library's resources are dropped by the linker unless somebody asks for them; this asks. Any thread, any
// number of times.
#pragma once

namespace kpwatch {

void initResources();

} // namespace kpwatch
