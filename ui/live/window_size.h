// SPDX-License-Identifier: GPL-3.0-or-later
// How large a window is made. GUI thread.
#pragma once

#include <QSize>

class QWidget;

namespace kpwatch {

// `usual` at a text size of 100 %, larger with the text, and within the screen.
void resizeWithText(QWidget& window, QSize usual);

} // namespace kpwatch
