// SPDX-License-Identifier: GPL-3.0-or-later
// What the simulated TCP services have in common: one thread that listens on a loopback address, and does to each
// connection what its owner says. For `kpwatch demo` and the tests; never given an address outside loopback,
// but within a network namespace of the tests' own.
#pragma once

#include "probes/net/socket.h"

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <thread>

struct ssl_ctx_st;

namespace kpwatch {

// Where a simulated service lives.
struct ServerPlace {
    Address address = Address::parse("127.0.0.1").value();
    std::uint16_t port = 0; // 0: any free one
};

// What is sent back.
struct Reply {
    enum class Then { Keep, Close, Reset };
    std::string bytes;
    std::chrono::milliseconds delay{0}; // before the first byte
    std::size_t headBytes = 0;          // sent at once, before the first pause
    std::size_t pieceBytes = 0;         // how much is sent between pauses after that; 0: everything
    std::chrono::milliseconds pause{0};
    bool endless = false; // at its end it begins again
    Then then = Then::Close;
};

class StreamServer {
  public:
    // Open: answers SYNs. Full: its backlog is full and stays so, SYNs are dropped. Refusing: nobody listens.
    enum class Door { Open, Full, Refusing };
    // Ignore: the connection stays open and nothing is ever read from it. Plain: no TLS, even on a TLS server.
    enum class Welcome { Talk, Ignore, Plain, Reset };
    // All are called in the server's thread.
    struct Conduct {
        std::function<Welcome()> welcome;
        // Gets what was received and not yet taken; takes what it understood. nullopt: nothing to say yet.
        std::function<std::optional<Reply>(std::string& received)> answer;
        std::function<Reply()> greeting{}; // of who speaks first; empty: nobody does
    };

    // Listens at once. Throws std::system_error if the place is taken. tls: null for plain TCP.
    StreamServer(const ServerPlace& place, Conduct conduct, std::shared_ptr<ssl_ctx_st> tls = nullptr);
    ~StreamServer(); // closes everything, within 100 ms
    StreamServer(const StreamServer&) = delete;
    StreamServer& operator=(const StreamServer&) = delete;

    std::uint16_t port() const { return m_port; }
    // Returns once it is so (some milliseconds). Connections already made live on. Any thread.
    void setDoor(Door door);
    int accepted() const { return m_accepted; } // connections so far

  private:
    class Connection;

    Socket bound() const;
    void openDoor(Door door);
    void run(const std::stop_token& stop);
    void applyDoor();
    void acceptAll();
    void wake() const;

    Address m_address;
    std::uint16_t m_port = 0;
    Conduct m_conduct;
    std::shared_ptr<ssl_ctx_st> m_tls;
    Socket m_placeholder; // bound and never listening: keeps the port ours while nobody listens
    Socket m_wake;        // eventfd
    std::atomic<int> m_accepted = 0;

    std::mutex m_mutex;
    std::condition_variable m_applied;
    Door m_wanted = Door::Open;
    Door m_door = Door::Open;

    // Of the thread alone, once it runs.
    Socket m_listener;
    std::vector<Socket> m_fillers; // our own connections that fill the backlog
    std::vector<std::unique_ptr<Connection>> m_connections;

    std::jthread m_thread; // last: everything it uses outlives it
};

} // namespace kpwatch
