// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/live/day_edit.h"

#include "app/words/language.h"
#include "app/words/typed_day.h"
#include "ui/live/controls.h"
#include "ui/theme.h"

#include <QCalendarWidget>
#include <QFontMetrics>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QTextCharFormat>
#include <QToolButton>

#include <algorithm>

namespace kpwatch {

void writePlainly(QCalendarWidget& calendar) {
    for (const Qt::DayOfWeek day : {Qt::Saturday, Qt::Sunday})
        calendar.setWeekdayTextFormat(day, QTextCharFormat());
    const auto write = [&calendar](const QString& button, const QString& arrow, const QString& name) {
        auto* const month = calendar.findChild<QToolButton*>(button);
        month->setIcon({});
        month->setText(arrow);
        month->setFont(kpwatch::font(17, 500));
        month->setAccessibleName(name);
    };
    write(QStringLiteral("qt_calendar_prevmonth"), QStringLiteral("‹"), DayEdit::tr("Month before"));
    write(QStringLiteral("qt_calendar_nextmonth"), QStringLiteral("›"), DayEdit::tr("Month after"));
}

DayEdit::DayEdit(QWidget* parent) : QWidget(parent), m_line(new QLineEdit(this)) {
    auto* calendar = new Button(QStringLiteral("▼"), ButtonKind::Plain, this);
    calendar->setAccessibleName(tr("Choose in a calendar"));
    setPlainTip(*calendar, tr("Choose in a calendar"));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(6);
    row->addWidget(m_line, 1);
    row->addWidget(calendar);
    setFocusProxy(m_line);
    connect(m_line, &QLineEdit::textChanged, this, &DayEdit::changed);
    connect(calendar, &QAbstractButton::clicked, this, &DayEdit::showCalendar);
}

QDate DayEdit::date() const { return words::typedDay(m_line->text()); }

void DayEdit::setDate(QDate day) {
    const QString text = words::language().toString(day, words::dateFormat(words::DateForm::WeekdayYear));
    const QFontMetrics metrics = m_line->fontMetrics();
    m_line->setMinimumWidth(std::max(m_line->minimumWidth(), metrics.horizontalAdvance(text) + metrics.height()));
    m_line->setText(text);
}

void DayEdit::keyPressEvent(QKeyEvent* event) {
    const int days = event->key() == Qt::Key_Up ? 1 : event->key() == Qt::Key_Down ? -1 : 0;
    if (const QDate day = date(); days != 0 && day.isValid())
        setDate(day.addDays(days));
    else
        QWidget::keyPressEvent(event);
}

void DayEdit::showCalendar() {
    auto* calendar = new QCalendarWidget(this);
    calendar->setWindowFlag(Qt::Popup);
    calendar->setAttribute(Qt::WA_DeleteOnClose);
    calendar->setLocale(words::language());
    calendar->setVerticalHeaderFormat(QCalendarWidget::NoVerticalHeader);
    writePlainly(*calendar);
    if (const QDate day = date(); day.isValid())
        calendar->setSelectedDate(day);
    const auto take = [this, calendar](QDate day) {
        setDate(day);
        calendar->close();
    };
    connect(calendar, &QCalendarWidget::clicked, this, take);
    connect(calendar, &QCalendarWidget::activated, this, take); // by the Return key
    calendar->move(mapToGlobal(QPoint(0, height())));
    calendar->show();
    calendar->setFocus(Qt::PopupFocusReason);
}

} // namespace kpwatch
