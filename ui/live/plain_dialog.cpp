// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/live/plain_dialog.h"

#include "ui/live/controls.h"

#include <QCoreApplication>
#include <QDialog>
#include <QDialogButtonBox>
#include <QVBoxLayout>

namespace kpwatch {

static constexpr int lineWidth = 420; // at a text size of 100 %

static bool shown(QWidget* parent, const QString& title, const QString& text, QDialogButtonBox* buttons) {
    QDialog dialog(parent);
    dialog.setWindowTitle(title);
    auto* sentence = new TextLabel(13, 400, Ink::Text, &dialog);
    sentence->setText(text);
    sentence->setWordWrap(true);
    sentence->setMinimumWidth(qMin(800, qRound(lineWidth * textScale())));
    auto* column = new QVBoxLayout(&dialog); // takes them over
    column->addWidget(sentence);
    column->addWidget(buttons);
    QObject::connect(buttons, &QDialogButtonBox::accepted, &dialog, &QDialog::accept);
    QObject::connect(buttons, &QDialogButtonBox::rejected, &dialog, &QDialog::reject);
    return dialog.exec() == QDialog::Accepted;
}

void tellPlainly(QWidget* parent, const QString& title, const QString& text) {
    auto* buttons = new QDialogButtonBox;
    buttons->addButton(QCoreApplication::translate("kpwatch::PlainDialog", "Close"), QDialogButtonBox::AcceptRole);
    shown(parent, title, text, buttons);
}

bool askPlainly(QWidget* parent, const QString& title, const QString& text, const QString& choice) {
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    buttons->addButton(choice, QDialogButtonBox::AcceptRole);
    return shown(parent, title, text, buttons);
}

} // namespace kpwatch
