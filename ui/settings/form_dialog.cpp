// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/form_dialog.h"

#include <QDialogButtonBox>
#include <QScrollArea>
#include <QVBoxLayout>

namespace kpwatch {

TextLabel* paragraph(const QString& text, Ink ink, QWidget* parent) {
    auto* label = new TextLabel(13, 400, ink, parent);
    label->setText(text);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    return label;
}

FormDialog::FormDialog(const QString& title, QSize size, QWidget* parent)
    : QDialog(parent), m_above(new QVBoxLayout), m_scroll(new QScrollArea(this)), m_said(paragraph({}, Ink::Text)) {
    setWindowTitle(title);
    resize(qMin(940, qRound(size.width() * textScale())), size.height());
    auto* inside = new QWidget;
    m_list = new QVBoxLayout(inside);
    m_scroll->setWidgetResizable(true);
    m_scroll->setAccessibleName(title); // it scrolls by keys, too
    m_scroll->setWidget(inside);
    m_said->setObjectName(QStringLiteral("said"));
    m_said->hide();
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Save | QDialogButtonBox::Cancel);
    connect(buttons, &QDialogButtonBox::accepted, this, &FormDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &FormDialog::reject);
    auto* layout = new QVBoxLayout(this);
    layout->addLayout(m_above);
    layout->addWidget(m_scroll, 1);
    layout->addWidget(m_said);
    layout->addWidget(buttons);
    connect(&m_eachSecond, &QTimer::timeout, this, &FormDialog::refreshStates);
}

QVBoxLayout& FormDialog::above() { return *m_above; }
QVBoxLayout& FormDialog::list() { return *m_list; }
void FormDialog::bringIntoView(QWidget& part) { m_scroll->ensureWidgetVisible(&part); }

void FormDialog::say(const QString& sentence) {
    m_said->setText(sentence);
    m_said->setVisible(!sentence.isEmpty());
}

void FormDialog::showStates() {
    refreshStates();
    m_eachSecond.start(1000);
}

} // namespace kpwatch
