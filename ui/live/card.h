// SPDX-License-Identifier: GPL-3.0-or-later
// A rounded ground for what belongs together: a card with a line around it, or a box in a grey of its own. GUI thread.
#pragma once

#include <QWidget>

namespace kpwatch {

enum class Ground { Card, Box };

class Card : public QWidget {
    Q_OBJECT
  public:
    explicit Card(Ground ground, QWidget* parent = nullptr);

  protected:
    void paintEvent(QPaintEvent* event) override;

  private:
    Ground m_ground;
};

} // namespace kpwatch
