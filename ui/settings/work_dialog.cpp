// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/work_dialog.h"

#include "app/words/words.h"
#include "ui/live/controls.h"

#include <QDialogButtonBox>
#include <QDir>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

namespace kpwatch {

WorkDialog::Words WorkDialog::moving(const std::filesystem::path& directory) {
    return {tr("Another place for the record"),
            tr("Copying the record to %1. What is seen meanwhile is saved after it.")
                .arg(QDir::toNativeSeparators(words::cleaned(directory.string(), 300))),
            tr("Stopping. The record stays where it is.")};
}

WorkDialog::Words WorkDialog::upgrading() {
    return {
        tr("The record of an earlier version"),
        tr("The record was written by an earlier version of KPWatch. A copy of it is kept beside it, and then it is "
           "brought up to date."),
        tr("Stopping. The record stays as it was.")};
}

WorkDialog::WorkDialog(const Words& words, const Work& work, QWidget* parent)
    : QDialog(parent), m_stopping(words.stopping), m_progress(new QProgressBar), m_said(new TextLabel(13)) {
    setWindowTitle(words.title);
    m_said->setWordWrap(true);
    m_said->setMinimumWidth(static_cast<int>(420 * textScale()));
    m_said->setText(words.doing);
    m_progress->setRange(0, 1000);
    m_progress->setAccessibleName(tr("How far it is"));
    auto* buttons = new QDialogButtonBox;
    m_stop = buttons->addButton(tr("Stop"), QDialogButtonBox::RejectRole);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(24, 20, 24, 20);
    column->setSpacing(12);
    column->addWidget(m_said);
    column->addWidget(m_progress);
    column->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::rejected, this, &WorkDialog::reject);
    connect(&m_work, &Background::moved, this, [this] { m_progress->setValue(m_work.permille()); });
    connect(&m_work, &Background::ended, this, [this] { done(m_work.trouble().empty() ? Accepted : Rejected); });
    m_work.run(
        [this, work](const std::stop_token& stop) { work(stop, [this](double share) { m_work.setShare(share); }); });
}

void WorkDialog::reject() {
    m_work.stop();
    m_stop->setEnabled(false);
    m_said->setText(m_stopping);
}

} // namespace kpwatch
