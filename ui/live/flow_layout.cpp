// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/live/flow_layout.h"

#include <algorithm>

namespace kpwatch {

FlowLayout::FlowLayout(int gap) {
    setContentsMargins(0, 0, 0, 0);
    setSpacing(gap);
}

void FlowLayout::addItem(QLayoutItem* item) { m_items.emplace_back(item); }

int FlowLayout::count() const { return static_cast<int>(m_items.size()); }

QLayoutItem* FlowLayout::itemAt(int index) const {
    return index >= 0 && index < count() ? m_items[static_cast<std::size_t>(index)].get() : nullptr;
}

QLayoutItem* FlowLayout::takeAt(int index) {
    if (index < 0 || index >= count())
        return nullptr;
    const auto at = m_items.begin() + index;
    QLayoutItem* const taken = at->release();
    m_items.erase(at);
    return taken;
}

template <typename Place>
int FlowLayout::arrange(int width, Place place) const {
    int x = 0, y = 0, line = 0;
    for (const std::unique_ptr<QLayoutItem>& item : m_items) {
        if (item->isEmpty()) // hidden
            continue;
        const QSize size = item->sizeHint();
        if (x > 0 && x + size.width() > width) {
            x = 0;
            y += line + spacing();
            line = 0;
        }
        place(*item, QRect(QPoint(x, y), size));
        x += size.width() + spacing();
        line = std::max(line, size.height());
    }
    return y + line;
}

int FlowLayout::heightForWidth(int width) const {
    return arrange(width, [](const QLayoutItem& /*item*/, const QRect& /*its*/) {});
}

QSize FlowLayout::minimumSize() const {
    QSize largest(0, 0);
    for (const std::unique_ptr<QLayoutItem>& item : m_items)
        if (!item->isEmpty())
            largest = largest.expandedTo(item->sizeHint());
    return largest;
}

QSize FlowLayout::sizeHint() const {
    int width = 0;
    const int height = arrange(
        QLAYOUTSIZE_MAX, [&width](const QLayoutItem& /*item*/, const QRect& its) { width = its.x() + its.width(); });
    return {width, height};
}

void FlowLayout::setGeometry(const QRect& room) {
    QLayout::setGeometry(room);
    arrange(room.width(),
            [&room](QLayoutItem& item, const QRect& its) { item.setGeometry(its.translated(room.topLeft())); });
}

} // namespace kpwatch
