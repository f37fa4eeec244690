// SPDX-License-Identifier: GPL-3.0-or-later
// The gate before the first packet: what will be sent, from where it can be seen, and the button that starts it. Its
// numbers come from the watchlist in force. GUI thread; plannedChecks() is pure.
#pragma once

#include "app/watchlist.h"

#include <QWidget>

namespace kpwatch {

class Button;

struct PlannedChecks {
    int perDay = 0; // to the watched addresses: checks, and look-ups of the sites' addresses
    double perMinute = 0;
    int lineControls = 0;      // computers elsewhere that our own line is tested with
    int controlInterval_s = 0; // of the most frequent of them
};
PlannedChecks plannedChecks(const Watchlist& watchlist);

class FirstRunPane : public QWidget {
    Q_OBJECT
  public:
    // `consented`: it was agreed to on an earlier day, so that the points need not be read again.
    FirstRunPane(const Watchlist& watchlist, bool consented, QWidget* parent = nullptr);
    Button& startButton() { return *m_start; }

  Q_SIGNALS:
    void startWanted();

  private:
    Button* m_start;
};

} // namespace kpwatch
