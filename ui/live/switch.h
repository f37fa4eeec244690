// SPDX-License-Identifier: GPL-3.0-or-later
// Something that is on or off, with its name beside it. GUI thread.
#pragma once

#include "ui/live/pressable.h"
#include "ui/theme.h"

namespace kpwatch {

class Switch : public Pressable<QAbstractButton> {
    Q_OBJECT
  public:
    explicit Switch(const QString& text, QWidget* parent = nullptr);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

  protected:
    void paintEvent(QPaintEvent* event) override;
};

} // namespace kpwatch
