// SPDX-License-Identifier: GPL-3.0-or-later
// A mail server on loopback that greets, or misbehaves on cue. One thread of its own; every function may be called from
// any thread and holds for the next connection.
#pragma once

#include "app/simulation/stream_server.h"

namespace kpwatch {

enum class SmtpBehaviour {
    Greet,              // 220, and 221 to QUIT
    GreetInLines,       // a 220 of three lines
    GreetWithLf,        // lines end in LF alone
    GreetLate,          // after 300 ms
    Busy,               // 421, and closes
    NoService,          // 554, waits for QUIT
    FullBacklog,        // SYNs are dropped
    Refuse,             // nobody listens
    ResetAfterAccept,   // RST right after the handshake
    ResetWhileGreeting, // RST in the middle of the greeting
    Silent,             // accepts and says nothing
    Close,              // FIN instead of a greeting
    CutGreeting,        // FIN in the middle of it
    WithoutLineEnd,     // a greeting that never ends its line
    Drip,               // a byte of it every 100 ms
    SlowLines,          // "220-" lines for ever, one every 50 ms
    EndlessLines,       // "220-" lines for ever, as fast as they go
    EndlessLine,        // one line without end
    Web,                // a web server's answer, unasked
    Garbage,            // the beginning of a TLS handshake, and noise
    BadCode,            // 999
    SilentToQuit,       // greets, then says nothing
    ResetAtQuit,        // greets, then RST
    FloodAtQuit         // greets, then talks without end
};

class SmtpServer {
  public:
    // Throws std::system_error if the place is taken.
    explicit SmtpServer(const ServerPlace& place);

    std::uint16_t port() const { return m_stream->port(); }
    void setBehaviour(SmtpBehaviour behaviour); // returns once it holds
    int accepted() const { return m_stream->accepted(); }
    std::string heard() const; // all that clients have said so far

  private:
    StreamServer::Welcome welcome() const;
    Reply greeting() const;
    std::optional<Reply> answer(std::string& received);

    std::atomic<SmtpBehaviour> m_behaviour = SmtpBehaviour::Greet;
    mutable std::mutex m_mutex;
    std::string m_heard;
    std::unique_ptr<StreamServer> m_stream; // last: its thread uses all of the above
};

} // namespace kpwatch
