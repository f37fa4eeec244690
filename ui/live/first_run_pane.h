// SPDX-License-Identifier: GPL-3.0-or-later
// The gate before the first packet: what will be sent, from where it can be seen, and the button that starts it. Its
// numbers come from the watchlist in force. GUI thread.
#pragma once

#include "app/words/agreement.h"

#include <QWidget>

namespace kpwatch {

class Button;

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
