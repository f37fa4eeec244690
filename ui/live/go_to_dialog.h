// SPDX-License-Identifier: GPL-3.0-or-later
// "Go to": a day and a time of day in Korea, chosen by hand. GUI thread.
#pragma once

#include "probes/utc_time.h"

#include <QDialog>

class QDateEdit;
class QLabel;
class QTimeEdit;

namespace kpwatch {

class GoToDialog : public QDialog {
    Q_OBJECT
  public:
    // Begins at `at`; no earlier than `oldest` and no later than `now` can be chosen.
    GoToDialog(UtcTime at, UtcTime oldest, UtcTime now, QWidget* parent = nullptr);
    UtcTime chosen() const;

  private:
    void tellUtc();

    UtcTime m_oldest, m_now;
    QDateEdit* m_day;
    QTimeEdit* m_clock;
    QLabel* m_utc;
};

} // namespace kpwatch
