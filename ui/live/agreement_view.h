// SPDX-License-Identifier: GPL-3.0-or-later
// The points a person agrees to before anything is sent by a way out, numbered; their words and numbers are those that
// the record keeps (words::agreement). GUI thread.
#pragma once

#include "app/words/agreement.h"

#include <QWidget>

namespace kpwatch {

class AgreementView : public QWidget {
    Q_OBJECT
  public:
    explicit AgreementView(const Watchlist& watchlist, QWidget* parent = nullptr);
    void setWay(const WayOut& way);

  private:
    const Watchlist& m_watchlist;
    QWidget* m_points = nullptr;
};

} // namespace kpwatch
