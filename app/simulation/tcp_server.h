// SPDX-License-Identifier: GPL-3.0-or-later
// A port on loopback that can be open, full, closed or rude. One thread of its own; every function from any thread.
#pragma once

#include "app/simulation/stream_server.h"

namespace kpwatch {

enum class TcpBehaviour {
    Accept,        // and say nothing
    SilentBacklog, // SYNs are dropped
    Refuse,        // nobody listens
    Reset          // RST right after the handshake
};

class TcpServer {
  public:
    // Throws std::system_error if the place is taken.
    explicit TcpServer(const ServerPlace& place);

    std::uint16_t port() const { return m_stream->port(); }
    void setBehaviour(TcpBehaviour behaviour); // returns once it holds
    int accepted() const { return m_stream->accepted(); }

  private:
    std::atomic<TcpBehaviour> m_behaviour = TcpBehaviour::Accept;
    std::unique_ptr<StreamServer> m_stream; // last: its thread uses the behaviour
};

} // namespace kpwatch
