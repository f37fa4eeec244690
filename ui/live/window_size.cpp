// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/live/window_size.h"

#include "ui/theme.h"

#include <QScreen>
#include <QWidget>

namespace kpwatch {

void resizeWithText(QWidget& window, QSize usual) {
    const QSize room = window.screen()->availableSize() - QSize(40, 80); // but for its frame
    window.resize((QSizeF(usual) * textScale()).toSize().boundedTo(room));
}

} // namespace kpwatch
