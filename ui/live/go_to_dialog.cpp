// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/live/go_to_dialog.h"

#include "app/words/korea_time.h"
#include "app/words/language.h"
#include "app/words/words.h"
#include "ui/live/controls.h"

#include <QDateEdit>
#include <QDialogButtonBox>
#include <QFormLayout>

#include <algorithm>

namespace kpwatch {

GoToDialog::GoToDialog(UtcTime at, UtcTime oldest, UtcTime now, QWidget* parent)
    : QDialog(parent), m_oldest(oldest), m_now(now), m_day(new QDateEdit(inKorea(at).date(), this)),
      m_clock(new QTimeEdit(inKorea(at).time(), this)), m_utc(new TextLabel(12, 400, Ink::Text3, this)) {
    setWindowTitle(tr("Go to a day"));
    m_day->setCalendarPopup(true);
    m_day->setLocale(words::language());
    m_day->setDisplayFormat(words::dateFormat(words::DateForm::WeekdayYear));
    m_day->setDateRange(inKorea(oldest).date(), inKorea(now).date());
    m_day->setAccessibleName(tr("Day in Korea"));
    m_clock->setDisplayFormat(QStringLiteral("HH:mm"));
    m_clock->setAccessibleName(tr("Time of day in Korea"));
    auto* form = new QFormLayout(this);
    form->addRow(tr("&Day, Korea time"), m_day);
    form->addRow(tr("&Time, Korea time"), m_clock);
    form->addRow(QString(), m_utc);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    buttons->addButton(tr("Go there"), QDialogButtonBox::AcceptRole);
    form->addRow(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_day, &QDateEdit::dateChanged, this, &GoToDialog::tellUtc);
    connect(m_clock, &QTimeEdit::timeChanged, this, &GoToDialog::tellUtc);
    tellUtc();
    m_day->setFocus();
}

UtcTime GoToDialog::chosen() const {
    const UtcTime there = instantOf(QDateTime(m_day->date(), m_clock->time(), koreaZone()));
    return std::clamp(there, m_oldest, std::max(m_oldest, m_now));
}

void GoToDialog::tellUtc() {
    m_utc->setText(QStringLiteral("%1 · %2, %3")
                       .arg(words::stampKst(chosen()), words::dayUtc(chosen()), words::stampUtc(chosen())));
}

} // namespace kpwatch
