// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/live/controls.h"

#include "ui/live/pass_wheel.h"
#include "ui/paint/icons.h"
#include "ui/paint/text_block.h"

#include <QAbstractItemView>
#include <QAction>
#include <QApplication>
#include <QFontMetricsF>
#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

namespace kpwatch {

const Theme& themeInForce() {
    return screenTheme(QGuiApplication::palette().color(QPalette::Window).lightness() < 128);
}

QColor inkColour(Ink ink, const Theme& theme) {
    switch (ink) {
    case Ink::Text:
        return theme.text;
    case Ink::Text2:
        return theme.text2;
    case Ink::Text3:
        return theme.text3;
    case Ink::Up:
        return theme.upText;
    case Ink::Degraded:
        return theme.degradedText;
    case Ink::Down:
        return theme.downText;
    case Ink::Unknown:
        return theme.unknownText;
    case Ink::Own:
        return theme.ownText;
    }
    return theme.text;
}

Ink inkOf(Verdict verdict) {
    switch (verdict) {
    case Verdict::Up:
        return Ink::Text;
    case Verdict::Degraded:
    case Verdict::ErrorPage:
        return Ink::Degraded;
    case Verdict::Down:
        return Ink::Down;
    case Verdict::Unknown:
    case Verdict::BlockedHere:
    case Verdict::NotMonitored:
        return Ink::Unknown;
    case Verdict::OwnConnectionDown:
        return Ink::Own;
    }
    return Ink::Unknown;
}

TextLabel::TextLabel(qreal px, int weight, Ink ink, QWidget* parent) : QLabel(parent), m_ink(ink) {
    setTextFormat(Qt::PlainText);
    setFont(kpwatch::font(px, weight));
    setAlignment(Qt::AlignLeft | Qt::AlignVCenter);
}

void TextLabel::setInk(Ink ink) {
    m_ink = ink;
    update();
}

QSize TextLabel::minimumSizeHint() const {
    const QSize whole = QLabel::minimumSizeHint();
    return wordWrap() ? whole : QSize(0, whole.height());
}

// What is shown may take a line more than the text by itself.
int TextLabel::heightForWidth(int width) const {
    const int usual = QLabel::heightForWidth(width);
    if (!wordWrap())
        return usual;
    const QMargins around = contentsMargins();
    const int flags = static_cast<int>(alignment()) | Qt::TextWordWrap;
    const QRect shown =
        fontMetrics().boundingRect(0, 0, width - around.left() - around.right(), QWIDGETSIZE_MAX, flags, shownText());
    return std::max(usual, shown.height() + around.top() + around.bottom());
}

QString TextLabel::shownText() const {
    return wordWrap() ? unbroken(text()) : fontMetrics().elidedText(text(), Qt::ElideRight, contentsRect().width());
}

void TextLabel::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setFont(font());
    painter.setPen(inkColour(m_ink, themeInForce()));
    painter.drawText(contentsRect(), static_cast<int>(alignment()) | (wordWrap() ? Qt::TextWordWrap : 0), shownText());
}

bool TextLabel::event(QEvent* event) {
    const auto* help = dynamic_cast<QHelpEvent*>(event);
    if (help && help->type() == QEvent::ToolTip && toolTip().isEmpty() && !wordWrap() && shownText() != text()) {
        QToolTip::showText(help->globalPos(), plainTip(text()), this);
        return true;
    }
    return QLabel::event(event);
}

QString plainTip(const QString& text) {
    if (text.isEmpty())
        return {};
    return QStringLiteral("<span>%1</span>")
        .arg(text.toHtmlEscaped().replace(QLatin1Char('\n'), QStringLiteral("<br>")));
}

void setPlainTip(QWidget& widget, const QString& text) {
    widget.setToolTip(plainTip(text));
    widget.setAccessibleDescription(text);
}

StateIcon::StateIcon(int size, QWidget* parent) : QWidget(parent), m_size(size) {
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

QAction& addToMenu(QAbstractItemView& list, const QString& text, const std::function<void()>& run) {
    auto* const action = new QAction(text, &list);
    QObject::connect(action, &QAction::triggered, &list, run);
    list.addAction(action);
    list.setContextMenuPolicy(Qt::ActionsContextMenu);
    return *action;
}

QSize StateIcon::sizeHint() const { return QSize(1, 1) * qRound(m_size * textScale()); }

void StateIcon::setVerdict(Verdict verdict) {
    m_verdict = verdict;
    update();
}

void StateIcon::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    paintIcon(painter, QRectF(rect()), m_verdict, themeInForce());
}

void paintFocusRing(QPainter& painter, const QRectF& rect, qreal radius, const Theme& theme) {
    painter.setPen(QPen(theme.accent, 2));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), radius, radius);
}

Button::Button(const QString& text, ButtonKind kind, QWidget* parent) : Pressable(parent), m_kind(kind) {
    setText(text);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    const bool small = kind == ButtonKind::Segment;
    setFont(kpwatch::font(small ? 12 : 13, kind == ButtonKind::Primary || small ? 600 : 500));
    setCursor(Qt::PointingHandCursor);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

QSize Button::sizeHint() const {
    const QFontMetrics metrics(font());
    const int side = m_kind == ButtonKind::Segment ? 11 : m_kind == ButtonKind::Tab ? 2 : 14;
    const int height = metrics.height() + (m_kind == ButtonKind::Segment ? 12 : 16);
    return {std::max(metrics.horizontalAdvance(text()) + 2 * side, height - 2), height};
}

QColor Button::textColour(const Theme& theme) const {
    if (!isEnabled())
        return theme.text3;
    switch (m_kind) {
    case ButtonKind::Primary:
        return theme.onAccent;
    case ButtonKind::Segment:
    case ButtonKind::Tab:
        return isChecked() ? theme.text : theme.text2;
    case ButtonKind::Plain:
        return theme.text;
    }
    return theme.text;
}

void Button::paintFace(QPainter& painter, const QRectF& rect, const Theme& theme) const {
    const QRectF face = rect.adjusted(0.5, 0.5, -0.5, -0.5);
    const bool hot = isEnabled() && (underMouse() || isDown());
    switch (m_kind) {
    case ButtonKind::Primary: {
        const QColor colour = isEnabled() ? theme.accent : theme.surface2;
        painter.setPen(Qt::NoPen);
        painter.setBrush(hot ? colour.darker(112) : colour);
        painter.drawRoundedRect(rect, 6, 6);
        return;
    }
    case ButtonKind::Plain:
        painter.setPen(QPen(isEnabled() ? theme.borderStrong : theme.border, theme.edge(1)));
        painter.setBrush(hot ? theme.surface2 : theme.surface);
        painter.drawRoundedRect(face, 6, 6);
        return;
    case ButtonKind::Segment:
        if (isChecked() || hot) {
            painter.setPen(isChecked() ? QPen(theme.borderStrong, 1) : QPen(Qt::NoPen));
            painter.setBrush(isChecked() ? theme.surface : theme.border);
            painter.drawRoundedRect(face, 5, 5);
        }
        return;
    case ButtonKind::Tab:
        if (isChecked())
            painter.fillRect(QRectF(rect.left(), rect.bottom() - 3, rect.width(), 3), theme.accent);
        return;
    }
}

void Button::paintEvent(QPaintEvent*) {
    const Theme& theme = themeInForce();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    paintFace(painter, QRectF(rect()), theme);
    painter.setFont(font());
    painter.setPen(textColour(theme));
    painter.drawText(rect(), Qt::AlignCenter, text());
    if (!hasFocus())
        return;
    if (m_kind != ButtonKind::Primary)
        return paintFocusRing(painter, QRectF(rect()), 6, theme);
    painter.setPen(QPen(theme.onAccent, 2)); // on its own face the usual ring would not show
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(QRectF(rect()).adjusted(4, 4, -4, -4), 3, 3);
}

Selector::Selector(QWidget* parent) : QComboBox(parent) {
    passWheel(*this);
    setFont(kpwatch::font(13));
    setMinimumHeight(QFontMetrics(font()).height() + 16);
    setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
}

void Selector::paintEvent(QPaintEvent*) {
    const Theme& theme = themeInForce();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(theme.borderStrong, 1));
    painter.setBrush(underMouse() ? theme.surface2 : theme.surface);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);
    painter.setPen(theme.text);
    const QRect text = rect().adjusted(10, 0, -28, 0);
    qreal px = 13; // smaller, down to the smallest there is, before it is cut
    while (px > 10.5 && QFontMetricsF(kpwatch::font(px)).horizontalAdvance(currentText()) > text.width())
        px -= 0.5;
    painter.setFont(kpwatch::font(px));
    painter.drawText(text, Qt::AlignLeft | Qt::AlignVCenter,
                     painter.fontMetrics().elidedText(currentText(), Qt::ElideRight, text.width()));
    painter.setPen(QPen(theme.text2, 1.5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(Qt::NoBrush);
    const QPointF tip(width() - 17, height() / 2.0 + 2);
    painter.drawPolyline(QPolygonF{tip + QPointF(-4.5, -4.5), tip, tip + QPointF(4.5, -4.5)});
    if (hasFocus())
        paintFocusRing(painter, QRectF(rect()), 6, theme);
}

Divider::Divider(QWidget* parent) : QWidget(parent) { setFixedHeight(1); }

void Divider::paintEvent(QPaintEvent*) { QPainter(this).fillRect(rect(), themeInForce().border); }

SimulatedBadge::SimulatedBadge(QWidget* parent) : QLabel(tr("SIMULATED"), parent) {
    setTextFormat(Qt::PlainText);
    setFont(kpwatch::font(11, 700));
    setAccessibleName(tr("Simulated: nothing shown here is the real network"));
    setPlainTip(*this, tr("Simulated: nothing shown here is the real network"));
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

QSize SimulatedBadge::sizeHint() const {
    return {fontMetrics().horizontalAdvance(text()) + 16, fontMetrics().height() + 8};
}

void SimulatedBadge::paintEvent(QPaintEvent*) {
    const Theme& theme = themeInForce();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(theme.degraded, 1.5));
    painter.setBrush(theme.degradedTint);
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 4, 4);
    painter.setFont(font());
    painter.setPen(theme.degradedText);
    painter.drawText(rect(), Qt::AlignCenter, text());
}

} // namespace kpwatch
