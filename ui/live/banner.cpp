// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/live/banner.h"

#include "ui/paint/icons.h"

#include <QHBoxLayout>
#include <QPainter>

namespace kpwatch {

Banner::Banner(QWidget* parent)
    : QWidget(parent), m_icon(new StateIcon(22, this)), m_strong(new TextLabel(13, 600, Ink::Text, this)),
      m_sentence(new TextLabel(13, 400, Ink::Text2, this)), m_action(new Button({}, ButtonKind::Plain, this)) {
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(28, 6, 24, 7);
    row->setSpacing(10);
    row->addWidget(m_icon);
    m_strong->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Preferred);
    row->addWidget(m_strong);
    row->addWidget(m_sentence, 1);
    row->addWidget(m_action);
    setMinimumHeight(48);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    connect(m_action, &QAbstractButton::clicked, this, &Banner::actionWanted);
    hide();
}

void Banner::setWords(const std::optional<BannerWords>& words) {
    setVisible(words.has_value());
    if (!words)
        return;
    m_icon->setVerdict(words->icon);
    m_strong->setText(words->strong);
    m_strong->setVisible(!words->strong.isEmpty());
    m_sentence->setText(words->sentence);
    m_action->setText(words->action);
    m_action->setVisible(!words->action.isEmpty());
    setAccessibleName(QStringLiteral("%1 %2").arg(words->strong, words->sentence));
}

void Banner::paintEvent(QPaintEvent*) {
    const Theme& theme = themeInForce();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool own = m_icon->verdict() == Verdict::OwnConnectionDown;
    painter.fillRect(rect(), own ? theme.ownTint : theme.tint(m_icon->verdict()));
    const QColor edge = theme.graphic(m_icon->verdict());
    const QRectF strip(0, 0, 16, height() - 1);
    if (own)
        paintHatch(painter, strip, edge, 5, 1.2, true);
    else
        painter.fillRect(strip.adjusted(0, 0, -10, 0), edge);
    painter.fillRect(0, height() - 1, width(), 1, own ? edge : theme.border);
}

} // namespace kpwatch
