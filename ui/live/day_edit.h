// SPDX-License-Identifier: GPL-3.0-or-later
// A day, typed as one writes it or taken from a calendar; the up and down keys go from day to day. GUI thread.
#pragma once

#include <QDate>
#include <QWidget>

class QCalendarWidget;
class QLineEdit;

namespace kpwatch {

// All days in the colour of text: red, as Qt has its weekends, is the colour of what does not answer. The arrows, too:
// Qt's are green.
void writePlainly(QCalendarWidget& calendar);

class DayEdit : public QWidget {
    Q_OBJECT
  public:
    explicit DayEdit(QWidget* parent = nullptr);
    QDate date() const; // invalid while what is typed is no day
    void setDate(QDate day);
    QLineEdit& line() { return *m_line; }

  Q_SIGNALS:
    void changed();

  protected:
    void keyPressEvent(QKeyEvent* event) override;

  private:
    void showCalendar();

    QLineEdit* m_line;
};

} // namespace kpwatch
