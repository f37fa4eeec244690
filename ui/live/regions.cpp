// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/live/regions.h"

#include <QApplication>
#include <QWidget>

#include <algorithm>

namespace kpwatch {

QWidget* focusNextRegion(const std::vector<QWidget*>& regions, int direction) {
    const QWidget* const focus = QApplication::focusWidget();
    const auto here = std::ranges::find_if(
        regions, [focus](const QWidget* region) { return focus == region || region->isAncestorOf(focus); });
    const auto count = static_cast<std::ptrdiff_t>(regions.size());
    const std::ptrdiff_t next = here == regions.end() ? 0 : (here - regions.begin() + direction + count) % count;
    QWidget* const region = regions[static_cast<std::size_t>(next)];
    region->setFocus(Qt::ShortcutFocusReason);
    return region;
}

} // namespace kpwatch
