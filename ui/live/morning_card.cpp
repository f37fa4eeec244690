// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/live/morning_card.h"

#include "ui/live/controls.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>

namespace kpwatch {

MorningCard::MorningCard(QWidget* parent)
    : Card(Ground::Box, parent), m_text(new TextLabel(13, 400, Ink::Text, this)),
      m_copy(new Button(tr("Copy"), ButtonKind::Plain, this)), m_hide(new Button(tr("Hide"), ButtonKind::Plain, this)) {
    auto* title = new TextLabel(13, 600, Ink::Text, this);
    title->setText(tr("The last 24 hours"));
    m_text->setWordWrap(true);
    m_text->setObjectName(QStringLiteral("morning"));
    m_copy->setAccessibleDescription(tr("Copies what was said of the last 24 hours"));
    m_hide->setAccessibleDescription(tr("Puts the note of the last 24 hours away until tomorrow"));
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addWidget(m_copy);
    buttons->addWidget(m_hide);
    buttons->addStretch(1);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(14, 10, 14, 11);
    column->setSpacing(4);
    column->addWidget(title);
    column->addWidget(m_text);
    column->addLayout(buttons);
    connect(m_copy, &Button::clicked, this, [this] { QGuiApplication::clipboard()->setText(m_text->text()); });
    connect(m_hide, &Button::clicked, this, [this] { setNote({}); });
    setVisible(false);
}

void MorningCard::setNote(const std::optional<words::MorningNote>& note) {
    m_note = note;
    setVisible(note.has_value());
    if (note)
        m_text->setText(words::sentenceOf(*note));
}

QDate dayOfMorning(const QDateTime& local) {
    constexpr int beginsAt = 5;
    return local.time().hour() < beginsAt ? local.date().addDays(-1) : local.date();
}

} // namespace kpwatch
