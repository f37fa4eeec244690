// SPDX-License-Identifier: GPL-3.0-or-later
// Shows a waterfall as a widget; says the same in words to a screen reader. GUI thread.
#pragma once

#include "ui/paint/waterfall.h"

#include <QWidget>

namespace kpwatch {

class WaterfallView : public QWidget {
    Q_OBJECT
  public:
    explicit WaterfallView(QWidget* parent = nullptr);
    void setWaterfall(const Waterfall& waterfall); // hidden while it has no phases
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

  protected:
    void paintEvent(QPaintEvent* event) override;

  private:
    Waterfall m_waterfall;
};

} // namespace kpwatch
