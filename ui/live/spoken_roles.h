// SPDX-License-Identifier: GPL-3.0-or-later
// What our own controls are for a screen reader: Qt takes whatever can be checked for a check box, and what is painted
// for nothing at all. GUI thread.
#pragma once

namespace kpwatch {

void tellRoles(); // once is enough

} // namespace kpwatch
