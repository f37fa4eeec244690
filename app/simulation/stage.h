// SPDX-License-Identifier: GPL-3.0-or-later
// The demo's network: web, name and router servers on loopback that play a scenario. One object, one thread; the
// servers have threads of their own.
#pragma once

#include "app/simulation/scenario.h"

#include <memory>
#include <string>

namespace kpwatch::simulation {

class Stage {
  public:
    // Opens every server. Throws InputError if an address or port cannot be opened.
    Stage(const Scenario& scenario, double speed);
    ~Stage();

    // {"watchlist":{...},"settings":{...}} on one line: what to give to whoever watches.
    std::string json() const;

    // Plays the scenario over and over until the descriptor reaches its end.
    void playUntilClosed(int descriptor);

  private:
    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

} // namespace kpwatch::simulation
