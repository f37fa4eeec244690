// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/style.h"

#include "ui/theme.h"

#include <QPainter>
#include <QStyleFactory>
#include <QStyleOption>

namespace kpwatch {

namespace {

// In the colour that controls are bordered with (WCAG 2.x, 1.4.11: 3 to 1); of the one with the focus, in the accent.
QPen outlinePen(const QStyleOption& option) {
    const bool focus = (option.state & QStyle::State_HasFocus) != 0;
    return {option.palette.color(focus ? QPalette::Highlight : QPalette::Dark), focus ? 2.0 : 1.0};
}

void paintOutline(QPainter& painter, const QStyleOption& option) {
    const QPen pen = outlinePen(option);
    const qreal half = pen.widthF() / 2;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(pen);
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(QRectF(option.rect).adjusted(half, half, -half, -half), 3, 3);
    painter.restore();
}

void paintCheckBox(QPainter& painter, const QStyleOption& option) {
    const QRectF box = QRectF(option.rect).adjusted(0.5, 0.5, -0.5, -0.5);
    const bool on = (option.state & QStyle::State_On) != 0;
    const QPalette::ColorGroup group =
        (option.state & QStyle::State_Enabled) != 0 ? QPalette::Active : QPalette::Disabled;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(option.palette.color(group, on ? QPalette::Highlight : QPalette::Dark), 1));
    painter.setBrush(option.palette.color(group, on ? QPalette::Highlight : QPalette::Base));
    painter.drawRoundedRect(box, 3, 3);
    painter.setPen(QPen(option.palette.color(group, QPalette::HighlightedText), box.width() / 7, Qt::SolidLine,
                        Qt::RoundCap, Qt::RoundJoin));
    const auto at = [&box](qreal x, qreal y) {
        return QPointF(box.left() + x * box.width(), box.top() + y * box.height());
    };
    if (on)
        painter.drawPolyline(QPolygonF{at(0.24, 0.52), at(0.43, 0.71), at(0.77, 0.3)});
    painter.restore();
}

} // namespace

Style::Style(bool still) : QProxyStyle(QStyleFactory::create(QStringLiteral("Fusion"))), m_still(still) {}

int Style::styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget,
                     QStyleHintReturn* answer) const {
    const bool moves = hint == SH_Widget_Animate || hint == SH_Widget_Animation_Duration;
    return m_still && moves ? 0 : QProxyStyle::styleHint(hint, option, widget, answer);
}

int Style::pixelMetric(PixelMetric metric, const QStyleOption* option, const QWidget* widget) const {
    const int usual = QProxyStyle::pixelMetric(metric, option, widget);
    const bool mark = metric == PM_IndicatorWidth || metric == PM_IndicatorHeight;
    return mark ? qRound(usual * textScale()) : usual;
}

// Hangul is higher than the Latin letters by which a field is measured.
QSize Style::sizeFromContents(ContentsType type, const QStyleOption* option, const QSize& size,
                              const QWidget* widget) const {
    QSize whole = QProxyStyle::sizeFromContents(type, option, size, widget);
    if (option != nullptr && (type == CT_LineEdit || type == CT_SpinBox))
        whole.setHeight(qMax(whole.height(), qRound(option->fontMetrics.height() * 1.5)));
    return whole;
}

void Style::drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                          const QWidget* widget) const {
    if (element == PE_IndicatorCheckBox)
        return paintCheckBox(*painter, *option);
    QProxyStyle::drawPrimitive(element, option, painter, widget);
    if (element == PE_FrameLineEdit)
        paintOutline(*painter, *option);
}

void Style::drawComplexControl(ComplexControl control, const QStyleOptionComplex* option, QPainter* painter,
                               const QWidget* widget) const {
    QProxyStyle::drawComplexControl(control, option, painter, widget);
    if (control == CC_SpinBox || control == CC_ComboBox)
        paintOutline(*painter, *option);
}

} // namespace kpwatch
