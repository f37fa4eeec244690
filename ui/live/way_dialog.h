// SPDX-License-Identifier: GPL-3.0-or-later
// Changes the way out while the program runs: shows what the other one sends before it is taken. GUI thread.
#pragma once

#include "app/way_out.h"

#include <QDialog>

#include <optional>

namespace kpwatch {

class Button;
class WayGate;

class WayDialog : public QDialog {
    Q_OBJECT
  public:
    // `in_force`: nullopt if nothing is watched.
    WayDialog(const Watchlist& watchlist, const std::optional<WayOut>& in_force, QWidget* parent = nullptr);
    std::optional<WayOut> way() const; // once accepted

  protected:
    void paintEvent(QPaintEvent* event) override;

  private:
    void follow();
    std::optional<WayOut> m_inForce;
    WayGate* m_gate;
    Button* m_take;
};

} // namespace kpwatch
