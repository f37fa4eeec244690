// SPDX-License-Identifier: GPL-3.0-or-later
// What the desktop says of how things should look: dark, in higher contrast, without motion. Read from its settings
// portal over D-Bus where there is one. GUI thread; each waits up to 0.3 s for an answer.
#pragma once

namespace kpwatch {

bool desktopPrefersDark();     // without a portal: as the application's palette
bool desktopPrefersContrast(); // without a portal: no
bool desktopPrefersStillness();

// From now on nothing of Qt moves or blinks: no sliding menus, no running bars, no flashing cursor. Ours never does.
void setStill(bool wanted);

} // namespace kpwatch
