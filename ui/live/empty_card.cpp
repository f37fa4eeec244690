// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/live/empty_card.h"

#include "ui/live/controls.h"

#include <QPainter>
#include <QVBoxLayout>

namespace kpwatch {

EmptyCard::EmptyCard(QWidget* parent)
    : QFrame(parent), m_import(new Button(tr("Import history…"), ButtonKind::Plain, this)) {
    auto* lines = new QVBoxLayout(this);
    lines->setContentsMargins(24, 18, 24, 18);
    lines->setSpacing(6);
    const std::pair<TextLabel*, QString> words[] = {
        {new TextLabel(15, 600, Ink::Text, this), tr("No history yet")},
        {new TextLabel(13, 400, Ink::Text2, this), tr("Lanes fill as checks come in.")}};
    for (const auto& [label, text] : words) {
        label->setText(text);
        label->setAlignment(Qt::AlignCenter);
        lines->addWidget(label);
    }
    setPlainTip(*m_import, tr("A colleague's pack or observation file, as lanes of its own beside ours"));
    lines->addSpacing(6);
    lines->addWidget(m_import, 0, Qt::AlignCenter);
    m_import->hide();
    connect(m_import, &QAbstractButton::clicked, this, &EmptyCard::importWanted);
}

void EmptyCard::offerImport() { m_import->show(); }

void EmptyCard::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(themeInForce().border, themeInForce().edge(1)));
    painter.setBrush(themeInForce().surface);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8);
}

} // namespace kpwatch
