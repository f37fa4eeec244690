// SPDX-License-Identifier: GPL-3.0-or-later
// Puts the questions of a RipeSource to RIPEstat and hands its answers over. One thread, but for controls().
#pragma once

#include "app/outside/control_networks.h"
#include "app/outside/outlet.h"
#include "app/outside/source_board.h"
#include "probes/net/web_client.h"

#include <mutex>

namespace kpwatch {

class RipeSource;
struct RipeQuestion;

class RipestatAsker {
  public:
    // `base`: to be put before the paths. The source and the board have to outlive it.
    RipestatAsker(std::string base, RipeSource& source, SourceBoard& board, Outlet outlet);

    void askWhatIsDue(WebClient& web, UtcTime now);
    // Where the controls of the road lie, as far as it has told. Any thread.
    std::vector<ControlPlace> controls() const;

  private:
    void take(const RipeQuestion& question, const std::string& url, const WebAnswer& answer);
    void noteControls();

    const std::string m_base;
    RipeSource& m_source;
    SourceBoard& m_board;
    const Outlet m_outlet;
    mutable std::mutex m_mutex;
    std::vector<ControlPlace> m_controls; // guarded
};

} // namespace kpwatch
