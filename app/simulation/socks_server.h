// SPDX-License-Identifier: GPL-3.0-or-later
// A SOCKS5 proxy on loopback (RFC 1928, RFC 1929) that knows a few names, connects to what they stand for, writes down
// what it was asked, and misbehaves on cue. A thread per connection; every function may be called from any thread.
#pragma once

#include "app/simulation/stream_server.h"

#include <map>
#include <thread>
#include <vector>

namespace kpwatch {

enum class SocksBehaviour {
    Relay,           // connects and carries bytes both ways
    Silent,          // accepts and says nothing
    HangInTunnel,    // greets, and never says whether it has connected (Tor without a circuit)
    CloseInGreeting, // FIN instead of a greeting
    CloseInTunnel,   // FIN instead of a reply
    ResetInTunnel,
    WrongVersion,   // greets as SOCKS4
    NoMethod,       // accepts no way to log in
    Garbage,        // bytes that are no SOCKS
    EndlessReply,   // a reply whose address never ends
    CloseConnected, // says it has connected, and closes
    EarlyYes        // says it has connected before it tries, as "ssh -D" does
};

class SocksServer {
  public:
    struct Asked {
        std::string host; // as it was given: a name, or an address
        bool byName = false;
        std::uint16_t port = 0;
        std::string user; // empty: it did not log in
        bool operator==(const Asked&) const = default;
    };

    // names: where each host lives; an address given as such is connected to if it is on loopback. Throws
    // std::system_error if the place is taken.
    SocksServer(const ServerPlace& place, std::map<std::string, Address> names);
    ~SocksServer(); // closes everything, within 100 ms
    SocksServer(const SocksServer&) = delete;
    SocksServer& operator=(const SocksServer&) = delete;

    std::uint16_t port() const { return m_port; }
    void setBehaviour(SocksBehaviour behaviour) { m_behaviour = behaviour; } // of connections to come
    // Answers every request with this reply (RFC 1928, 6: 1 general, 3 network and 4 host unreachable, 5 refused,
    // 6 TTL expired); 0: connects, or tells the truth about why not.
    void setReply(std::uint8_t code) { m_reply = code; }
    std::vector<Asked> asked() const;
    int accepted() const { return m_accepted; }

  private:
    class Session;

    void run(const std::stop_token& stop);

    Socket m_listener;
    std::uint16_t m_port = 0;
    const std::map<std::string, Address> m_names;
    std::atomic<SocksBehaviour> m_behaviour = SocksBehaviour::Relay;
    std::atomic<std::uint8_t> m_reply = 0;
    std::atomic<int> m_accepted = 0;
    mutable std::mutex m_mutex; // what was asked
    std::vector<Asked> m_asked;
    std::jthread m_thread; // last: everything it uses outlives it
};

} // namespace kpwatch
