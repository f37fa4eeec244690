// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/simulation/dns_server.h"

#include "app/simulation/dns_zone.h"

#include <algorithm>
#include <array>
#include <netinet/in.h>
#include <poll.h>
#include <sys/eventfd.h>
#include <system_error>

namespace kpwatch {

namespace {

using std::chrono::milliseconds;
using std::chrono::steady_clock;
using Door = StreamServer::Door;

constexpr std::uint32_t fiveDays = 432'000; // as the kp zone itself

} // namespace

DnsServer::DnsServer(const ServerPlace& place, const std::vector<std::string>& records)
    : m_address(place.address), m_zone(std::make_unique<Zone>(records)),
      m_wake(eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)) {
    const StreamServer::Conduct conduct{[] { return StreamServer::Welcome::Talk; },
                                        [this](std::string& received) { return answerOverTcp(received); }};
    Socket datagrams;
    // A port that is free for TCP may be taken for UDP: with a free choice, try others.
    for (int attempt = 0; !datagrams.valid(); ++attempt) {
        m_stream = std::make_unique<StreamServer>(place, conduct);
        try {
            datagrams = boundDatagrams(false);
        } catch (const std::system_error&) {
            if (place.port != 0 || attempt == 20)
                throw;
        }
    }
    m_thread = std::jthread([this, socket = std::move(datagrams)](const std::stop_token& stop) mutable {
        while (!stop.stop_requested()) {
            run(stop, socket);
            applyPort(socket);
        }
    });
}

DnsServer::~DnsServer() {
    m_thread.request_stop();
    wake();
    m_thread.join();
}

std::string DnsServer::soa(const std::string& zone, std::uint32_t serial) {
    return zone + " " + std::to_string(fiveDays) + " IN SOA ns1." + zone + " hostmaster." + zone + " " +
           std::to_string(serial) + " 10800 900 604800 86400";
}

// Bound but connected to somebody who never sends, the port is closed to all others, and still ours.
Socket DnsServer::boundDatagrams(bool closed) const {
    Socket socket = Socket::open(m_address, SOCK_DGRAM);
    const int yes = 1;
    const int no = 0;
    setsockopt(socket.fd(), SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
    // Whether somebody left before our answer came is none of our business.
    setsockopt(socket.fd(), m_address.v6 ? IPPROTO_IPV6 : IPPROTO_IP, m_address.v6 ? IPV6_RECVERR : IP_RECVERR, &no,
               sizeof no);
    const SocketAddress own(m_address, port());
    if (!socket.valid() || bind(socket.fd(), own.data(), own.length) != 0)
        throw std::system_error(errno, std::generic_category(), "bind");
    const SocketAddress nobody(m_address, 1);
    if (closed && connect(socket.fd(), nobody.data(), nobody.length) != 0)
        throw std::system_error(errno, std::generic_category(), "connect");
    return socket;
}

void DnsServer::setBehaviour(DnsBehaviour behaviour) {
    const bool closed = behaviour == DnsBehaviour::PortClosed;
    m_behaviour = behaviour;
    m_stream->setDoor(closed || behaviour == DnsBehaviour::TruncatedOnly ? Door::Refusing : Door::Open);
    std::unique_lock lock(m_mutex);
    m_wantClosed = closed;
    wake();
    m_applied.wait(lock, [this] { return m_closed == m_wantClosed; });
}

void DnsServer::setRecords(const std::vector<std::string>& records) {
    auto zone = std::make_unique<Zone>(records);
    const std::lock_guard lock(m_mutex);
    m_zone = std::move(zone);
}

void DnsServer::setDelay(milliseconds delay) { m_delay = delay; }

void DnsServer::wake() const { eventfd_write(m_wake.fd(), 1); }

void DnsServer::applyPort(Socket& socket) {
    eventfd_t ignored = 0;
    eventfd_read(m_wake.fd(), &ignored);
    const std::lock_guard lock(m_mutex);
    if (m_closed != m_wantClosed)
        socket = boundDatagrams(m_wantClosed);
    m_closed = m_wantClosed;
    m_applied.notify_all();
}

// Until somebody wakes it.
void DnsServer::run(const std::stop_token& stop, const Socket& socket) {
    std::vector<Late> late;
    while (!stop.stop_requested()) {
        const auto next = std::min_element(late.begin(), late.end(),
                                           [](const Late& left, const Late& right) { return left.at < right.at; });
        const auto left =
            next == late.end()
                ? milliseconds(-1)
                : std::max(milliseconds(0), std::chrono::ceil<milliseconds>(next->at - steady_clock::now()));
        std::array<pollfd, 2> watched{pollfd{m_wake.fd(), POLLIN, 0}, pollfd{socket.fd(), POLLIN, 0}};
        poll(watched.data(), watched.size(), static_cast<int>(left.count()));
        if (watched[0].revents != 0)
            return;
        if (watched[1].revents != 0)
            receiveAll(socket, late);
        std::erase_if(late, [&](const Late& answer) {
            if (answer.at > steady_clock::now())
                return false;
            sendto(socket.fd(), answer.bytes.data(), answer.bytes.size(), MSG_NOSIGNAL, answer.to.data(),
                   answer.to.length);
            return true;
        });
    }
}

void DnsServer::receiveAll(const Socket& socket, std::vector<Late>& late) {
    for (;;) {
        std::array<std::uint8_t, 4096> buffer{};
        Late answer;
        answer.to.length = sizeof answer.to.storage;
        const ssize_t length = recvfrom(socket.fd(), buffer.data(), buffer.size(), 0,
                                        reinterpret_cast<sockaddr*>(&answer.to.storage), &answer.to.length);
        if (length < 0)
            return;
        ++m_asked;
        auto bytes = this->answer(std::span(buffer).first(static_cast<std::size_t>(length)), false);
        if (!bytes)
            continue;
        answer.at = steady_clock::now() + m_delay.load();
        answer.bytes = std::move(*bytes);
        late.push_back(std::move(answer));
    }
}

std::optional<Bytes> DnsServer::answer(std::span<const std::uint8_t> query, bool overTcp) {
    const std::lock_guard lock(m_mutex);
    return m_zone->answer(query, m_behaviour, overTcp);
}

std::optional<Reply> DnsServer::answerOverTcp(std::string& received) {
    if (received.size() < 2)
        return std::nullopt;
    const auto byte = [&](std::size_t at) {
        return static_cast<std::size_t>(static_cast<unsigned char>(received[at]));
    };
    const std::size_t length = byte(0) << 8U | byte(1);
    if (received.size() < 2 + length)
        return std::nullopt;
    const Bytes query(received.begin() + 2, received.begin() + 2 + static_cast<std::ptrdiff_t>(length));
    received.erase(0, 2 + length);
    const auto bytes = answer(query, true);
    if (!bytes)
        return std::nullopt;
    Reply reply;
    reply.bytes = {static_cast<char>(bytes->size() >> 8U), static_cast<char>(bytes->size() & 0xffU)};
    reply.bytes.append(bytes->begin(), bytes->end());
    reply.then = Reply::Then::Keep;
    return reply;
}

} // namespace kpwatch
