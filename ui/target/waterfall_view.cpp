// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/target/waterfall_view.h"

#include "ui/live/controls.h"

#include <cmath>

namespace kpwatch {

WaterfallView::WaterfallView(QWidget* parent) : QWidget(parent) {
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    setAccessibleName(tr("The latest check phase by phase"));
}

void WaterfallView::setWaterfall(const Waterfall& waterfall) {
    setVisible(!waterfall.phases.empty());
    if (waterfall == m_waterfall)
        return;
    m_waterfall = waterfall;
    setAccessibleDescription(waterfallInWords(waterfall));
    updateGeometry();
    update();
}

QSize WaterfallView::sizeHint() const { return {320, static_cast<int>(std::ceil(waterfallHeight(m_waterfall)))}; }

void WaterfallView::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    paintWaterfall(painter, QRectF(rect()), m_waterfall, themeInForce());
}

} // namespace kpwatch
