// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/net/dns_exchange.h"

#include "probes/net/stream.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <poll.h>
#include <sys/random.h>

namespace kpwatch {

namespace {

using std::chrono::steady_clock;

// As a kernel repeats its SYN, so that a lost packet costs DNS and TCP alike.
constexpr std::array resendAfter{std::chrono::seconds(0), std::chrono::seconds(1), std::chrono::seconds(3),
                                 std::chrono::seconds(7)};
constexpr std::size_t largestDatagram = 4096;

std::uint16_t randomId() {
    std::uint16_t id = 0;
    // Cannot fail for two bytes once the kernel's pool is ready, which it is long before any program of a user.
    if (getrandom(&id, sizeof id, 0) != sizeof id)
        id = static_cast<std::uint16_t>(steady_clock::now().time_since_epoch().count());
    return id;
}

class Exchange {
  public:
    Exchange(const DnsQuestion& question, SteadyTime deadline, const StopSignal& stop)
        : m_question(question), m_deadline(deadline), m_stop(stop) {}

    DnsExchange ask(const Address& server, std::uint16_t port) {
        overUdp(server, port);
        if (m_truncated)
            overTcp(server, port);
        return std::move(m_result);
    }

  private:
    bool end(Failure failure) {
        m_result.failure = failure;
        return true;
    }
    bool endWithError(int error, const Socket& socket) {
        const Complaints complaints = complaintsIn(socket);
        m_result.refusal = complaints.refusal;
        return end(failureOf(error, complaints));
    }
    bool endWith(Wait wait) { return end(wait == Wait::Stopped ? Failure::Cancelled : Failure::Timeout); }

    void overUdp(const Address& server, std::uint16_t port);
    bool sendDatagram(const Socket& socket);
    bool readDatagrams(const Socket& socket);
    bool considerDatagram(std::span<const std::uint8_t> bytes);
    bool accept(std::span<const std::uint8_t> bytes);

    void overTcp(const Address& server, std::uint16_t port);
    void askOver(const Socket& connection);
    bool receiveAll(const Socket& socket, std::span<std::uint8_t> bytes);

    const DnsQuestion& m_question;
    SteadyTime m_deadline;
    const StopSignal& m_stop;
    DnsExchange m_result;
    std::vector<std::uint16_t> m_ids; // of all datagrams sent: a late answer to the first is an answer
    bool m_truncated = false;
};

void Exchange::overUdp(const Address& server, std::uint16_t port) {
    m_result.reached = Stage::Connect;
    const Socket socket = Socket::open(server, SOCK_DGRAM);
    const SocketAddress peer(server, port);
    // Connected, the kernel drops datagrams of anybody else and hands us the ICMP errors.
    if (!socket.valid() || connect(socket.fd(), peer.data(), peer.length) != 0) {
        endWithError(errno, socket);
        return;
    }
    m_result.source = localAddress(socket);
    m_result.reached = Stage::Exchange;
    const auto begin = steady_clock::now();
    std::size_t sent = 0;
    for (bool ended = false; !ended;) {
        if (sent < resendAfter.size() && steady_clock::now() >= begin + resendAfter.at(sent)) {
            ++sent;
            ended = sendDatagram(socket);
            continue;
        }
        const auto next = sent < resendAfter.size() ? begin + resendAfter.at(sent) : m_deadline;
        const Wait wait = waitFor(socket.fd(), POLLIN, std::min(next, m_deadline), m_stop);
        if (wait == Wait::Ready)
            ended = readDatagrams(socket);
        else if (wait == Wait::Stopped || steady_clock::now() >= m_deadline)
            ended = endWith(wait);
    }
}

bool Exchange::sendDatagram(const Socket& socket) {
    const std::uint16_t id = randomId();
    const auto query = encodeQuery(id, m_question);
    if (!query) {
        m_result.reached = Stage::Prepare;
        return end(Failure::Unknown);
    }
    m_ids.push_back(id);
    ++m_result.tries;
    if (send(socket.fd(), query->data(), query->size(), MSG_NOSIGNAL) >= 0 || errno == EAGAIN || errno == ENOBUFS)
        return false; // a full queue of our own is one more way to lose a datagram
    return endWithError(errno, socket);
}

bool Exchange::readDatagrams(const Socket& socket) {
    // Bounded, so that a flood of wrong answers cannot keep us from looking at the clock.
    for (int datagram = 0; datagram < 64; ++datagram) {
        std::array<std::uint8_t, largestDatagram> buffer{};
        const ssize_t length = recv(socket.fd(), buffer.data(), buffer.size(), 0);
        if (length < 0)
            return errno != EAGAIN && errno != EINTR && endWithError(errno, socket);
        if (considerDatagram(std::span(buffer).first(static_cast<std::size_t>(length))))
            return true;
    }
    return false;
}

bool Exchange::considerDatagram(std::span<const std::uint8_t> bytes) {
    const auto isOurs = [&](std::uint16_t id) { return std::find(m_ids.begin(), m_ids.end(), id) != m_ids.end(); };
    if (bytes.size() < 2 || !isOurs(static_cast<std::uint16_t>(bytes[0] << 8 | bytes[1])))
        return false; // anybody could have sent this
    m_result.heardAt = steady_clock::now();
    const auto header = decodeHeader(bytes);
    if (!header || !header->response)
        return end(Failure::ProtocolError);
    m_truncated = header->truncated;
    return m_truncated || accept(bytes);
}

bool Exchange::accept(std::span<const std::uint8_t> bytes) {
    m_result.message = decodeMessage(bytes);
    if (!m_result.message)
        return end(Failure::ProtocolError);
    if (!repeats(*m_result.message, m_question))
        return end(Failure::UnexpectedAnswer);
    m_result.reached = Stage::Done;
    return end(Failure::None);
}

void Exchange::overTcp(const Address& server, std::uint16_t port) {
    const Dialled dialled = dialTcp(server, port, m_deadline, m_stop);
    if (dialled.failure == Failure::None)
        askOver(dialled.socket);
    else
        end(dialled.failure);
    // It did answer, only not in full: port 53/tcp is closed by many a firewall.
    if (meaning(m_result.failure) == Meaning::Failed)
        end(Failure::UnexpectedAnswer);
}

// RFC 1035, 4.2.2: two bytes of length, then the message; so an answer is 64 KB at most.
void Exchange::askOver(const Socket& connection) {
    const std::uint16_t id = randomId();
    const Bytes query = encodeQuery(id, m_question).value_or(Bytes());
    Bytes framed{static_cast<std::uint8_t>(query.size() >> 8), static_cast<std::uint8_t>(query.size())};
    framed.insert(framed.end(), query.begin(), query.end());
    std::array<std::uint8_t, 2> length{};
    const Failure sent = sendAll(connection, framed, {m_deadline, m_stop});
    if (sent != Failure::None) {
        end(sent);
        return;
    }
    if (!receiveAll(connection, length))
        return;
    Bytes answer(static_cast<std::size_t>(length[0] << 8 | length[1]));
    if (!receiveAll(connection, answer))
        return;
    const auto header = decodeHeader(answer);
    if (header && header->id == id)
        accept(answer);
    else
        end(Failure::ProtocolError);
}

bool Exchange::receiveAll(const Socket& socket, std::span<std::uint8_t> bytes) {
    while (!bytes.empty()) {
        const Received received = receiveSome(socket, bytes, {m_deadline, m_stop});
        if (received.failure != Failure::None)
            return !end(received.failure);
        if (received.count == 0)
            return !end(Failure::ProtocolError); // closed in the middle of a message
        bytes = bytes.subspan(received.count);
    }
    return true;
}

} // namespace

DnsExchange askNameServer(const Address& server, std::uint16_t port, const DnsQuestion& question, SteadyTime deadline,
                          const StopSignal& stop) {
    return Exchange(question, deadline, stop).ask(server, port);
}

} // namespace kpwatch
