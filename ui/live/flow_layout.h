// SPDX-License-Identifier: GPL-3.0-or-later
// Beside each other as far as there is room, the rest in the lines beneath: buttons that no width and no size of text
// cuts. Each has the size it asks for. GUI thread.
#pragma once

#include <QLayout>

#include <memory>
#include <vector>

namespace kpwatch {

// Without margins, for a place inside another layout.
class FlowLayout : public QLayout {
  public:
    explicit FlowLayout(int gap);
    void addItem(QLayoutItem* item) override; // takes it over
    int count() const override;
    QLayoutItem* itemAt(int index) const override;
    QLayoutItem* takeAt(int index) override;
    Qt::Orientations expandingDirections() const override { return {}; }
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize minimumSize() const override; // of the largest
    QSize sizeHint() const override;    // of one line
    void setGeometry(const QRect& room) override;

  private:
    template <typename Place>
    int arrange(int width, Place place) const; // the height it takes
    std::vector<std::unique_ptr<QLayoutItem>> m_items;
};

} // namespace kpwatch
