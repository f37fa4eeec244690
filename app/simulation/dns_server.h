// SPDX-License-Identifier: GPL-3.0-or-later
// An authoritative name server on loopback, over UDP and TCP, that answers or misbehaves on cue. Two threads of its
// own; every function may be called from any thread and holds for the next question.
#pragma once

#include "app/simulation/stream_server.h"
#include "probes/wire/dns_message.h"

namespace kpwatch {

enum class DnsBehaviour {
    Answer,
    PortClosed,       // ICMP port unreachable over UDP, RST over TCP
    Silent,           // over both
    ServFail,         // "my zone is broken"
    Refused,          // "not for you"
    NotAuthoritative, // the right answer without AA
    NoAnswer,         // NOERROR and nothing
    WrongId,          // the right answer to a question nobody asked
    WrongQuestion,    // repeats another question
    WrongAnswer,      // answers for another name
    Garbage,          // the right id, then junk
    Short,            // cut off in the middle of the header
    Truncated,        // over UDP only the TC bit; the answer over TCP
    TruncatedOnly,    // the same, and nobody listens on TCP
    Oversized         // a datagram of 60 KB
};

class DnsServer {
  public:
    // Records in presentation form, "www.kcna.kp. 300 IN A 127.0.0.9", "*.com." for every name below; a name with an
    // SOA is the top of a zone. Names outside all zones are refused. Throws std::system_error if the place is taken,
    // std::invalid_argument naming a record that is none.
    DnsServer(const ServerPlace& place, const std::vector<std::string>& records);
    ~DnsServer(); // within 100 ms
    DnsServer(const DnsServer&) = delete;
    DnsServer& operator=(const DnsServer&) = delete;

    static std::string soa(const std::string& zone, std::uint32_t serial); // a record for the zone, kept for 5 days

    std::uint16_t port() const { return m_stream->port(); }
    void setBehaviour(DnsBehaviour behaviour); // returns once it holds
    void setRecords(const std::vector<std::string>& records);
    void setDelay(std::chrono::milliseconds delay); // before each answer over UDP
    int asked() const { return m_asked; }           // datagrams received

  private:
    class Zone;
    struct Late {
        SteadyTime at;
        SocketAddress to;
        Bytes bytes;
    };

    void run(const std::stop_token& stop, const Socket& socket);
    void receiveAll(const Socket& socket, std::vector<Late>& late);
    void applyPort(Socket& socket);
    Socket boundDatagrams(bool closed) const;
    std::optional<Bytes> answer(std::span<const std::uint8_t> query, bool overTcp);
    std::optional<Reply> answerOverTcp(std::string& received);
    void wake() const;

    Address m_address;
    std::atomic<DnsBehaviour> m_behaviour = DnsBehaviour::Answer;
    std::atomic<std::chrono::milliseconds> m_delay{};
    std::atomic<int> m_asked = 0;
    std::mutex m_mutex;
    std::condition_variable m_applied;
    std::unique_ptr<Zone> m_zone;
    bool m_wantClosed = false, m_closed = false;
    Socket m_wake; // eventfd
    std::unique_ptr<StreamServer> m_stream;
    std::jthread m_thread; // last: everything it uses outlives it
};

} // namespace kpwatch
