// SPDX-License-Identifier: GPL-3.0-or-later
// Who scrolls a form past a field does not mean to change it: the wheel goes on to whatever scrolls. GUI thread.
#pragma once

class QWidget;

namespace kpwatch {

void passWheel(QWidget& field);
// The same of every number, time and choice within.
void passWheels(QWidget& form);

} // namespace kpwatch
