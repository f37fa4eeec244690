// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/move_dialog.h"

#include "app/words/words.h"
#include "ui/live/controls.h"

#include <QDialogButtonBox>
#include <QDir>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

namespace kpwatch {

MoveDialog::MoveDialog(const std::filesystem::path& directory, const Copying& copying, QWidget* parent)
    : QDialog(parent), m_progress(new QProgressBar), m_said(new TextLabel(13)) {
    setWindowTitle(tr("Another place for the record"));
    m_said->setWordWrap(true);
    m_said->setMinimumWidth(static_cast<int>(420 * textScale()));
    m_said->setText(tr("Copying the record to %1. What is seen meanwhile is saved after it.")
                        .arg(QDir::toNativeSeparators(words::cleaned(directory.string(), 300))));
    m_progress->setRange(0, 1000);
    m_progress->setAccessibleName(tr("How far the copy is"));
    auto* buttons = new QDialogButtonBox;
    m_stop = buttons->addButton(tr("Stop"), QDialogButtonBox::RejectRole);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(24, 20, 24, 20);
    column->setSpacing(12);
    column->addWidget(m_said);
    column->addWidget(m_progress);
    column->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::rejected, this, &MoveDialog::reject);
    connect(&m_work, &Background::moved, this, [this] { m_progress->setValue(m_work.permille()); });
    connect(&m_work, &Background::ended, this, [this] { done(m_work.trouble().empty() ? Accepted : Rejected); });
    m_work.run([this, copying](const std::stop_token& stop) {
        copying(stop, [this](double share) { m_work.setShare(share); });
    });
}

void MoveDialog::reject() {
    m_work.stop();
    m_stop->setEnabled(false);
    m_said->setText(tr("Stopping. The record stays where it is."));
}

} // namespace kpwatch
