// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/simulation/socks_server.h"

#include <array>
#include <cerrno>
#include <list>
#include <poll.h>
#include <system_error>

namespace kpwatch {

namespace {

using namespace std::string_literals;

// RFC 1928, 3 to 6, and RFC 1929.
constexpr char version = 5, byUserName = 2, noMethod = '\xff';
constexpr unsigned kindV4 = 1, kindName = 3, kindV6 = 4;
constexpr std::uint8_t networkUnreachable = 3, hostUnreachable = 4, refused = 5, ttlExpired = 6, general = 1;
constexpr std::chrono::seconds longestConnect(10);

std::uint8_t replyFor(Failure failure) {
    switch (failure) {
    case Failure::None:
        return 0;
    case Failure::Refused:
        return refused;
    case Failure::Unreachable:
    case Failure::LocalNetworkDown:
        return networkUnreachable;
    case Failure::Timeout:
        return ttlExpired;
    default:
        return general;
    }
}

void resetAtOnce(Socket& socket) {
    const linger atOnce{1, 0};
    setsockopt(socket.fd(), SOL_SOCKET, SO_LINGER, &atOnce, sizeof atOnce);
    socket.reset();
}

} // namespace

// One client, from its greeting to the end of what is carried for it. Runs in a thread of its own.
class SocksServer::Session {
  public:
    Session(SocksServer& server, Socket client, const std::stop_token& stop)
        : m_server(server), m_client(std::move(client)), m_stop(stop), m_behaviour(server.m_behaviour) {}

    void run() {
        if (m_behaviour == SocksBehaviour::Silent)
            untilStopped();
        else if (greet())
            serve();
    }

  private:
    bool greet() {
        const std::string head = take(2);
        const std::string methods = head.size() == 2 ? take(static_cast<unsigned char>(head[1])) : "";
        if (methods.empty() || m_behaviour == SocksBehaviour::CloseInGreeting)
            return false;
        if (m_behaviour == SocksBehaviour::WrongVersion)
            return give("\x04\x00"s);
        if (m_behaviour == SocksBehaviour::Garbage)
            return give("HTTP/1.1 400 This is no SOCKS proxy\r\n\r\n"s);
        if (m_behaviour == SocksBehaviour::NoMethod)
            return give({version, noMethod});
        if (methods.find(byUserName) == std::string::npos)
            return give({version, 0});
        if (!give({version, byUserName}))
            return false;
        take(1); // the version of this part, 1
        m_asked.user = afterLength(take(1));
        afterLength(take(1)); // the password
        return give("\x01\x00"s);
    }

    void serve() {
        const std::string head = take(4);
        if (head.size() != 4 || !readPlace(static_cast<unsigned char>(head[3])))
            return;
        {
            const std::lock_guard lock(m_server.m_mutex);
            m_server.m_asked.push_back(m_asked);
        }
        switch (m_behaviour) {
        case SocksBehaviour::HangInTunnel:
            return untilStopped();
        case SocksBehaviour::ResetInTunnel:
            return resetAtOnce(m_client);
        case SocksBehaviour::EndlessReply:
            give("\x05\x00\x00\x03\xff"s);
            while (give(std::string(4096, 'a')))
                ;
            return;
        case SocksBehaviour::CloseConnected:
            answer(0);
            return;
        case SocksBehaviour::Relay:
        case SocksBehaviour::EarlyYes:
            return relay();
        case SocksBehaviour::CloseInTunnel:
        case SocksBehaviour::Silent:
        case SocksBehaviour::CloseInGreeting:
        case SocksBehaviour::WrongVersion:
        case SocksBehaviour::NoMethod:
        case SocksBehaviour::Garbage:
            return;
        }
    }

    bool readPlace(unsigned kind) {
        m_asked.byName = kind == kindName;
        if (kind == kindName) {
            m_asked.host = afterLength(take(1));
        } else if (kind == kindV4 || kind == kindV6) {
            Address address;
            address.v6 = kind == kindV6;
            const std::string bytes = take(address.v6 ? 16 : 4);
            std::copy(bytes.begin(), bytes.end(), address.bytes.begin());
            m_asked.host = address.text();
        }
        const std::string port = take(2);
        if (port.size() != 2 || m_asked.host.empty())
            return false;
        m_asked.port =
            static_cast<std::uint16_t>(static_cast<unsigned char>(port[0]) << 8U | static_cast<unsigned char>(port[1]));
        return true;
    }

    void relay() {
        if (const std::uint8_t scripted = m_server.m_reply) {
            answer(scripted);
            return;
        }
        const bool told = m_behaviour == SocksBehaviour::EarlyYes && answer(0);
        const auto named = m_server.m_names.find(m_asked.host);
        const auto address =
            named != m_server.m_names.end() ? std::optional(named->second) : Address::parse(m_asked.host);
        if (!address || !address->isLoopback()) { // nothing leaves this machine
            if (!told)
                answer(hostUnreachable);
            return;
        }
        const Dialled dialled =
            dialTcp(*address, m_asked.port, std::chrono::steady_clock::now() + longestConnect, m_stop);
        if ((told || answer(replyFor(dialled.failure))) && dialled.failure == Failure::None)
            carry(dialled.socket);
    }

    bool answer(std::uint8_t code) {
        return give("\x05"s + static_cast<char>(code) + "\x00\x01\x7f\x00\x00\x01\x00\x00"s);
    }

    // Until either side ends.
    void carry(const Socket& server) {
        while (!m_stop.stopped()) {
            std::array<pollfd, 3> watched{pollfd{m_client.fd(), POLLIN, 0}, pollfd{server.fd(), POLLIN, 0},
                                          pollfd{m_stop.fd(), POLLIN, 0}};
            poll(watched.data(), watched.size(), -1);
            if (watched[0].revents != 0 && !carryOnce(m_client, server))
                return;
            if (watched[1].revents != 0 && !carryOnce(server, m_client))
                return;
        }
    }
    bool carryOnce(const Socket& from, const Socket& to) {
        std::array<char, 16384> buffer{};
        const ssize_t count = recv(from.fd(), buffer.data(), buffer.size(), 0);
        if (count < 0 && errno == EAGAIN)
            return true;
        return count > 0 && giveTo(to, {buffer.data(), static_cast<std::size_t>(count)});
    }

    std::string afterLength(const std::string& length) {
        return length.empty() ? std::string() : take(static_cast<unsigned char>(length.front()));
    }
    // So many bytes, or fewer if the client ends before.
    std::string take(std::size_t count) {
        std::string bytes(count, '\0');
        std::size_t taken = 0;
        while (taken < count) {
            const ssize_t more = recv(m_client.fd(), bytes.data() + taken, count - taken, 0);
            if (more > 0)
                taken += static_cast<std::size_t>(more);
            else if (more == 0 || errno != EAGAIN ||
                     waitFor(m_client.fd(), POLLIN, SteadyTime::max(), m_stop) != Wait::Ready)
                break;
        }
        bytes.resize(taken);
        return bytes;
    }
    bool give(const std::string& bytes) { return giveTo(m_client, bytes); }
    bool giveTo(const Socket& to, std::string_view bytes) {
        while (!bytes.empty()) {
            const ssize_t count = send(to.fd(), bytes.data(), bytes.size(), MSG_NOSIGNAL);
            if (count > 0)
                bytes.remove_prefix(static_cast<std::size_t>(count));
            else if (errno != EAGAIN || waitFor(to.fd(), POLLOUT, SteadyTime::max(), m_stop) != Wait::Ready)
                return false;
        }
        return true;
    }
    void untilStopped() { waitFor(m_client.fd(), POLLHUP, SteadyTime::max(), m_stop); }

    SocksServer& m_server;
    Socket m_client;
    StopSignal m_stop;
    SocksBehaviour m_behaviour;
    Asked m_asked;
};

SocksServer::SocksServer(const ServerPlace& place, std::map<std::string, Address> names) : m_names(std::move(names)) {
    m_listener = Socket::open(place.address, SOCK_STREAM);
    const int yes = 1;
    setsockopt(m_listener.fd(), SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
    const SocketAddress own(place.address, place.port);
    if (!m_listener.valid() || bind(m_listener.fd(), own.data(), own.length) != 0 || listen(m_listener.fd(), 64) != 0)
        throw std::system_error(errno, std::generic_category(), "a simulated SOCKS proxy");
    m_port = localEnd(m_listener)->port();
    m_thread = std::jthread([this](const std::stop_token& stop) { run(stop); });
}

SocksServer::~SocksServer() = default;

std::vector<SocksServer::Asked> SocksServer::asked() const {
    const std::lock_guard lock(m_mutex);
    return m_asked;
}

void SocksServer::run(const std::stop_token& token) {
    const StopSignal stop(token);
    std::list<std::jthread> sessions; // joined at the end; each has the same stop
    while (waitFor(m_listener.fd(), POLLIN, SteadyTime::max(), stop) == Wait::Ready) {
        Socket client(accept4(m_listener.fd(), nullptr, nullptr, SOCK_NONBLOCK | SOCK_CLOEXEC));
        if (!client.valid())
            continue;
        ++m_accepted;
        sessions.emplace_back([this, token, client = std::make_shared<Socket>(std::move(client))] {
            Session(*this, std::move(*client), token).run();
        });
    }
}

} // namespace kpwatch
