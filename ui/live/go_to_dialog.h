// SPDX-License-Identifier: GPL-3.0-or-later
// "Go to": a day and a time of day in Korea, chosen by hand. GUI thread.
#pragma once

#include "probes/utc_time.h"

#include <QDialog>

class QPushButton;
class QTimeEdit;

namespace kpwatch {

class DayEdit;
class TextLabel;

class GoToDialog : public QDialog {
    Q_OBJECT
  public:
    // Begins at `at`. What is before the day of `oldest`, or after `now`, is told to be so and cannot be gone to.
    GoToDialog(UtcTime at, UtcTime oldest, UtcTime now, QWidget* parent = nullptr);
    UtcTime chosen() const; // of what can be gone to

  private:
    void follow();

    UtcTime m_oldest, m_now;
    DayEdit* m_day;
    QTimeEdit* m_clock;
    TextLabel* m_utc;
    QPushButton* m_go = nullptr;
};

} // namespace kpwatch
