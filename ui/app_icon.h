// SPDX-License-Identifier: GPL-3.0-or-later
// What makes the program's windows its own on a desktop: the icon, and the name of the desktop file that it was started
// from (packaging/desktop). GUI thread.
#pragma once

namespace kpwatch {

// Once, after the QApplication was made.
void installAppIcon();

} // namespace kpwatch
