// SPDX-License-Identifier: GPL-3.0-or-later
// The stream of RIS Live: begun, begun again when it ended, each line handed to the RipeSource and kept as it came, at
// once with what it changed, else after a while. One thread.
#pragma once

#include "app/outside/outlet.h"
#include "app/outside/source_board.h"
#include "app/outside/stream_pace.h"
#include "probes/net/web_client.h"
#include "probes/outside/ris_live.h"

#include <random>

namespace kpwatch {

class RipeSource;

class RisStream {
  public:
    // `base`: of the service. The source and the board have to outlive it.
    RisStream(std::string base, RipeSource& source, SourceBoard& board, Outlet outlet);

    void keepUp(WebClient& web, UtcTime now);            // begins it, if it is time to
    void settle(UtcTime now);                            // what the lines of the last moment came to
    UtcTime dueAt(UtcTime now, UtcTime otherwise) const; // when to look again, at `otherwise` at the latest
    void handOver(UtcTime now);                          // the lines that are not in the record yet
    StreamPace& pace() { return m_pace; }

  private:
    bool hear(std::string_view bytes);
    void end(const WebAnswer& answer);
    SourceAnswer linesHeard(UtcTime now);

    const std::string m_base;
    RipeSource& m_source;
    SourceBoard& m_board;
    const Outlet m_outlet;
    StreamPace m_pace;
    LineCutter m_cutter;
    std::string m_lines; // not in the record yet
    UtcTime m_linesSince{};
    bool m_streaming = false, m_unsettled = false;
    std::minstd_rand m_chance{std::random_device{}()};
};

} // namespace kpwatch
