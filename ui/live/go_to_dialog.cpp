// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/live/go_to_dialog.h"

#include "app/words/korea_time.h"
#include "app/words/language.h"
#include "app/words/words.h"
#include "ui/live/controls.h"
#include "ui/live/day_edit.h"

#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QTimeEdit>

#include <algorithm>

namespace kpwatch {

GoToDialog::GoToDialog(UtcTime at, UtcTime oldest, UtcTime now, QWidget* parent)
    : QDialog(parent), m_oldest(oldest), m_now(now), m_day(new DayEdit(this)), m_clock(new QTimeEdit(this)),
      m_utc(new TextLabel(12, 400, Ink::Text3, this)) {
    at = std::clamp(at, m_oldest, std::max(m_oldest, m_now));
    m_day->setDate(inKorea(at).date());
    m_clock->setTime(inKorea(at).time());
    setWindowTitle(tr("Go to a day"));
    m_day->line().setAccessibleName(tr("Day in Korea"));
    m_clock->setDisplayFormat(QStringLiteral("HH:mm"));
    m_clock->setAccessibleName(tr("Time of day in Korea"));
    auto* form = new QFormLayout(this);
    form->addRow(tr("&Day, Korea time"), m_day);
    qobject_cast<QLabel*>(form->labelForField(m_day))->setBuddy(&m_day->line());
    form->addRow(tr("&Time, Korea time"), m_clock);
    m_utc->setWordWrap(true);
    form->addRow(QString(), m_utc);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_go = buttons->addButton(tr("Go there"), QDialogButtonBox::AcceptRole);
    form->addRow(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_day, &DayEdit::changed, this, &GoToDialog::follow);
    connect(m_clock, &QTimeEdit::timeChanged, this, &GoToDialog::follow);
    follow();
    m_day->setFocus();
}

UtcTime GoToDialog::chosen() const { return instantOf(QDateTime(m_day->date(), m_clock->time(), koreaZone())); }

void GoToDialog::follow() {
    const bool readable = m_day->date().isValid();
    const UtcTime at = readable ? chosen() : UtcTime{};
    const bool early = readable && m_day->date() < inKorea(m_oldest).date();
    const bool late = readable && at > m_now;
    m_go->setEnabled(readable && !early && !late);
    m_utc->setInk(m_go->isEnabled() ? Ink::Text3 : Ink::Degraded);
    if (!readable)
        m_utc->setText(tr("This is not read as a day. Write it as %1, or as %2.")
                           .arg(words::printedDate(inKorea(m_now), words::DateForm::WeekdayYear),
                                inKorea(m_now).date().toString(Qt::ISODate)));
    else if (late)
        m_utc->setText(m_day->date() > inKorea(m_now).date() ? tr("This day is still to come.")
                                                             : tr("This hour is still to come."));
    else if (early)
        m_utc->setText(tr("Nothing is known of days before %1.").arg(words::dayKst(m_oldest)));
    else
        m_utc->setText(QStringLiteral("%1 · %2, %3").arg(words::stampKst(at), words::dayUtc(at), words::stampUtc(at)));
    m_day->line().setAccessibleDescription(m_utc->text());
    if (isVisible()) // what is said may take more lines now
        resize(width(), std::max(height(), layout()->totalHeightForWidth(width())));
}

} // namespace kpwatch
