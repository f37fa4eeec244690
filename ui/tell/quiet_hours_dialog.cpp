// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tell/quiet_hours_dialog.h"

#include "ui/live/controls.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QTimeEdit>

namespace kpwatch {

namespace {

constexpr QuietHours usual{22 * 60 + 30, 7 * 60};

QTime timeOf(int minute) { return QTime(0, 0).addSecs(minute * 60); }
int minuteOf(const QTimeEdit& edit) { return edit.time().hour() * 60 + edit.time().minute(); }

} // namespace

QuietHoursDialog::QuietHoursDialog(const std::optional<QuietHours>& quiet, QWidget* parent)
    : QDialog(parent), m_kept(new QCheckBox(tr("&Keep quiet hours"), this)),
      m_from(new QTimeEdit(timeOf(quiet.value_or(usual).from), this)),
      m_to(new QTimeEdit(timeOf(quiet.value_or(usual).to), this)) {
    setWindowTitle(tr("Quiet hours"));
    m_kept->setChecked(quiet.has_value());
    for (QTimeEdit* const edit : {m_from, m_to}) {
        edit->setDisplayFormat(QStringLiteral("HH:mm"));
        edit->setEnabled(quiet.has_value());
        connect(m_kept, &QCheckBox::toggled, edit, &QTimeEdit::setEnabled);
    }
    m_from->setAccessibleName(tr("From, by this computer's clock"));
    m_to->setAccessibleName(tr("To, by this computer's clock"));
    auto* about = new TextLabel(12, 400, Ink::Text3, this);
    about->setText(tr("By this computer's clock. That none of the sites answers, or that the routes are gone, is told "
                      "at any hour. One site alone never interrupts."));
    about->setWordWrap(true);
    auto* form = new QFormLayout(this);
    form->addRow(m_kept);
    form->addRow(tr("&From"), m_from);
    form->addRow(tr("&To"), m_to);
    form->addRow(about);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this);
    form->addRow(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
}

std::optional<QuietHours> QuietHoursDialog::quiet() const {
    if (!m_kept->isChecked())
        return std::nullopt;
    return QuietHours{minuteOf(*m_from), minuteOf(*m_to)};
}

} // namespace kpwatch
