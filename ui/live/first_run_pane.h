// SPDX-License-Identifier: GPL-3.0-or-later
// The gate before the first packet: by which way out, what will be sent, from where it can be seen, and the button that
// starts it. Its numbers come from the watchlist in force. GUI thread.
#pragma once

#include "app/way_out.h"

#include <QWidget>

#include <optional>

class QLineEdit;

namespace kpwatch {

class Button;
class WayGate;

class FirstRunPane : public QWidget {
    Q_OBJECT
  public:
    // `agreed`: the way out agreed to on an earlier day.
    FirstRunPane(const Watchlist& watchlist, const std::optional<WayOut>& agreed, QWidget* parent = nullptr);
    void offerList();   // a way to change what is checked
    void askForPlace(); // where the person watches from, in their own words
    Button& startButton() { return *m_start; }
    WayGate& gate() const { return *m_gate; }

  Q_SIGNALS:
    void startWanted(const WayOut& way);
    void listWanted();
    void placeSaid(const QString& place); // before startWanted; only if something was

  private:
    void follow();
    WayGate* m_gate;
    Button* m_start;
    Button* m_list;
    QLineEdit* m_place = nullptr;
};

} // namespace kpwatch
