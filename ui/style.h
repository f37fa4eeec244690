// SPDX-License-Identifier: GPL-3.0-or-later
// Fusion with outlines that can be seen on dark ground as well, for it takes them from the window's colour and makes
// that darker; its marks and fields as large as the text wants them; and without motion, if that is wished. GUI thread.
#pragma once

#include <QProxyStyle>

namespace kpwatch {

class Style : public QProxyStyle {
    Q_OBJECT
  public:
    explicit Style(bool still);
    int styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget,
                  QStyleHintReturn* answer) const override;
    int pixelMetric(PixelMetric metric, const QStyleOption* option, const QWidget* widget) const override;
    QSize sizeFromContents(ContentsType type, const QStyleOption* option, const QSize& size,
                           const QWidget* widget) const override;
    void drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                       const QWidget* widget) const override;
    void drawComplexControl(ComplexControl control, const QStyleOptionComplex* option, QPainter* painter,
                            const QWidget* widget) const override;

  private:
    const bool m_still;
};

} // namespace kpwatch
