// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/simulation/stream_server.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <netinet/in.h>
#include <openssl/err.h>
#include <openssl/ssl.h>
#include <poll.h>
#include <sys/eventfd.h>
#include <system_error>

namespace kpwatch {

namespace {

using std::chrono::steady_clock;

constexpr int backlog = 256;
constexpr int fillersNeeded = 3; // one fits into a backlog of 0; two to be sure
constexpr std::size_t longestReceived = 64 * 1024;

[[noreturn]] void fail(const char* what) { throw std::system_error(errno, std::generic_category(), what); }

struct FreeTls {
    void operator()(SSL* tls) const { SSL_free(tls); }
};

// Writing to a connection that is gone must be an error, not the end of the program; OpenSSL writes without
// MSG_NOSIGNAL.
void blockBrokenPipeSignal() {
    sigset_t signals;
    sigemptyset(&signals);
    sigaddset(&signals, SIGPIPE);
    pthread_sigmask(SIG_BLOCK, &signals, nullptr);
}

} // namespace

class StreamServer::Connection {
  public:
    Connection(Socket socket, Welcome welcome, SSL_CTX* tls) : m_socket(std::move(socket)), m_welcome(welcome) {
        if (tls == nullptr || welcome != Welcome::Talk)
            return;
        m_tls.reset(SSL_new(tls));
        SSL_set_fd(m_tls.get(), m_socket.fd());
        SSL_set_accept_state(m_tls.get());
    }

    int fd() const { return m_socket.fd(); }
    bool ended() const { return !m_socket.valid(); }
    short events() const {
        if (m_welcome == Welcome::Ignore)
            return 0;
        const bool due = m_reply && steady_clock::now() >= m_nextAt;
        return static_cast<short>(POLLIN | (due && m_blocked ? POLLOUT : 0));
    }
    SteadyTime nextAt() const { return m_reply && !m_blocked ? m_nextAt : SteadyTime::max(); }

    // Does all that can be done without waiting.
    void step(const Conduct& conduct) {
        if (m_welcome == Welcome::Ignore) { // called only because the peer has reset it
            m_socket.reset();
            return;
        }
        m_blocked = false;
        receive();
        if (!ended() && !m_reply)
            begin(conduct.answer(m_received));
        if (!ended() && m_reply)
            send();
    }
    void begin(std::optional<Reply> reply) {
        if (!reply)
            return;
        m_nextAt = steady_clock::now() + reply->delay;
        m_sent = 0;
        m_reply = std::move(reply);
    }
    void end(Reply::Then how) {
        if (how == Reply::Then::Keep)
            return;
        if (how == Reply::Then::Reset) {
            const linger atOnce{1, 0};
            setsockopt(m_socket.fd(), SOL_SOCKET, SO_LINGER, &atOnce, sizeof atOnce);
        } else if (m_tls) {
            SSL_shutdown(m_tls.get());
        }
        m_tls.reset();
        m_socket.reset();
    }

  private:
    // Bytes moved; 0 when it would wait. What is over is closed.
    std::size_t moved(ssize_t count) {
        if (count > 0)
            return static_cast<std::size_t>(count);
        if (m_tls) {
            const int error = SSL_get_error(m_tls.get(), static_cast<int>(count));
            ERR_clear_error();
            if (error == SSL_ERROR_WANT_READ || error == SSL_ERROR_WANT_WRITE)
                return 0;
        } else if (count < 0 && (errno == EAGAIN || errno == EINTR)) {
            return 0;
        }
        m_tls.reset();
        m_socket.reset();
        return 0;
    }
    void receive() {
        while (!ended() && m_received.size() < longestReceived) {
            std::array<char, 4096> buffer{};
            const std::size_t count =
                moved(m_tls ? SSL_read(m_tls.get(), buffer.data(), static_cast<int>(buffer.size()))
                            : recv(m_socket.fd(), buffer.data(), buffer.size(), 0));
            if (count == 0)
                return;
            m_received.append(buffer.data(), count);
        }
    }
    void send() {
        while (!ended() && m_reply && steady_clock::now() >= m_nextAt) {
            if (m_sent == m_reply->bytes.size() && (!m_reply->endless || m_reply->bytes.empty())) {
                end(m_reply->then);
                m_reply.reset();
                return;
            }
            m_sent = m_sent == m_reply->bytes.size() ? 0 : m_sent;
            const std::size_t left = m_reply->bytes.size() - m_sent;
            const std::size_t wanted = m_sent < m_reply->headBytes ? m_reply->headBytes - m_sent : m_reply->pieceBytes;
            const std::size_t piece = wanted == 0 ? left : std::min(left, wanted);
            const char* const bytes = m_reply->bytes.data() + m_sent;
            const std::size_t count = moved(m_tls ? SSL_write(m_tls.get(), bytes, static_cast<int>(piece))
                                                  : ::send(m_socket.fd(), bytes, piece, MSG_NOSIGNAL));
            m_blocked = count == 0;
            if (m_blocked)
                return;
            m_sent += count;
            m_nextAt += m_reply->pause;
        }
    }

    Socket m_socket;
    Welcome m_welcome;
    std::unique_ptr<SSL, FreeTls> m_tls;
    std::string m_received;
    std::optional<Reply> m_reply;
    std::size_t m_sent = 0;
    SteadyTime m_nextAt;
    bool m_blocked = false; // the peer does not read fast enough
};

StreamServer::StreamServer(const ServerPlace& place, Conduct conduct, std::shared_ptr<ssl_ctx_st> tls)
    : m_address(place.address), m_port(place.port), m_conduct(std::move(conduct)), m_tls(std::move(tls)),
      m_wake(eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)) {
    m_placeholder = bound();
    m_port = localEnd(m_placeholder)->port();
    openDoor(Door::Open);
    m_thread = std::jthread([this](const std::stop_token& stop) { run(stop); });
}

StreamServer::~StreamServer() {
    m_thread.request_stop();
    wake();
    m_thread.join();
}

Socket StreamServer::bound() const {
    Socket socket = Socket::open(m_address, SOCK_STREAM);
    const int yes = 1;
    setsockopt(socket.fd(), SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
    const SocketAddress own(m_address, m_port);
    if (!socket.valid() || bind(socket.fd(), own.data(), own.length) != 0)
        fail("bind");
    return socket;
}

void StreamServer::openDoor(Door door) {
    m_listener.reset();
    m_fillers.clear();
    if (door == Door::Refusing)
        return;
    m_listener = bound();
    if (listen(m_listener.fd(), door == Door::Full ? 0 : backlog) != 0)
        fail("listen");
    const SocketAddress own(m_address, m_port);
    for (int filler = 0; door == Door::Full && filler < fillersNeeded; ++filler) {
        m_fillers.push_back(Socket::open(m_address, SOCK_STREAM));
        static_cast<void>(connect(m_fillers.back().fd(), own.data(), own.length)); // one is kept, the others wait
    }
}

void StreamServer::setDoor(Door door) {
    std::unique_lock lock(m_mutex);
    m_wanted = door;
    wake();
    m_applied.wait(lock, [this] { return m_door == m_wanted; });
}

void StreamServer::wake() const { eventfd_write(m_wake.fd(), 1); }

void StreamServer::applyDoor() {
    eventfd_t ignored = 0;
    eventfd_read(m_wake.fd(), &ignored);
    const std::lock_guard lock(m_mutex);
    if (m_door == m_wanted)
        return;
    openDoor(m_wanted);
    m_door = m_wanted;
    m_applied.notify_all();
}

void StreamServer::acceptAll() {
    for (;;) {
        Socket socket(accept4(m_listener.fd(), nullptr, nullptr, SOCK_NONBLOCK | SOCK_CLOEXEC));
        if (!socket.valid())
            return;
        ++m_accepted;
        const Welcome welcome = m_conduct.welcome();
        auto connection = std::make_unique<Connection>(std::move(socket), welcome, m_tls.get());
        if (welcome == Welcome::Reset)
            connection->end(Reply::Then::Reset);
        else
            m_connections.push_back(std::move(connection));
        if (welcome == Welcome::Talk && m_conduct.greeting)
            m_connections.back()->begin(m_conduct.greeting());
    }
}

void StreamServer::run(const std::stop_token& stop) {
    blockBrokenPipeSignal();
    std::vector<pollfd> watched;
    while (!stop.stop_requested()) {
        const bool accepting = m_listener.valid() && m_fillers.empty();
        watched.assign({pollfd{m_wake.fd(), POLLIN, 0}, pollfd{accepting ? m_listener.fd() : -1, POLLIN, 0}});
        auto next = SteadyTime::max();
        for (const auto& connection : m_connections) {
            watched.push_back({connection->fd(), connection->events(), 0});
            next = std::min(next, connection->nextAt());
        }
        const auto left = std::chrono::ceil<std::chrono::milliseconds>(next - steady_clock::now());
        const bool forever = next == SteadyTime::max();
        poll(watched.data(), watched.size(), forever ? -1 : std::max(0, static_cast<int>(left.count())));
        const auto now = steady_clock::now();
        for (std::size_t i = 0; i < m_connections.size(); ++i) {
            if (watched[i + 2].revents != 0 || m_connections[i]->nextAt() <= now)
                m_connections[i]->step(m_conduct);
        }
        std::erase_if(m_connections, [](const auto& connection) { return connection->ended(); });
        if (watched[0].revents != 0)
            applyDoor();
        if (watched[1].revents != 0)
            acceptAll();
    }
}

} // namespace kpwatch
