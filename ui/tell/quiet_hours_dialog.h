// SPDX-License-Identifier: GPL-3.0-or-later
// Asks between which hours of the day only what cannot wait is told. GUI thread.
#pragma once

#include "app/tell/alert_rules.h"

#include <QDialog>

class QCheckBox;
class QTimeEdit;

namespace kpwatch {

class QuietHoursDialog : public QDialog {
    Q_OBJECT
  public:
    explicit QuietHoursDialog(const std::optional<QuietHours>& quiet, QWidget* parent = nullptr);
    std::optional<QuietHours> quiet() const;

  private:
    QCheckBox* m_kept;
    QTimeEdit *m_from, *m_to;
};

} // namespace kpwatch
