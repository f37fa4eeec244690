// SPDX-License-Identifier: GPL-3.0-or-later
// A server on loopback that does to each connection, byte by byte, what a test wrote down for it: for those that no
// honest server imitates. Connections are served one after another in a thread of its own. It keeps little in memory,
// so that what a test measures is the other side.
#pragma once

#include "app/simulation/self_signed.h"
#include "probes/net/socket.h"

#include <atomic>
#include <cerrno>
#include <csignal>
#include <functional>
#include <netinet/in.h>
#include <openssl/err.h>
#include <openssl/ssl.h>
#include <poll.h>
#include <thread>

namespace kpwatch {

// One accepted connection. Everything ends, and then does nothing more, when the peer is gone or the test is over.
class Line {
  public:
    Line(Socket socket, const StopSignal& stop) : m_socket(std::move(socket)), m_stop(stop) {}

    bool over() const { return m_over; }
    // What comes, until it holds `end` (or anything at all, if that is empty) or 64 KB.
    std::string hear(std::string_view end = "\r\n\r\n") {
        std::string heard;
        while (!m_over && heard.size() < 65536 && (heard.empty() || heard.find(end) == std::string::npos)) {
            char buffer[4096];
            const ssize_t count =
                m_tls ? SSL_read(m_tls.get(), buffer, sizeof buffer) : recv(m_socket.fd(), buffer, sizeof buffer, 0);
            if (count > 0)
                heard.append(buffer, static_cast<std::size_t>(count));
            else
                await(count, POLLIN);
        }
        return heard;
    }
    // What is about to come, left where it is.
    std::string peek() {
        char buffer[4096];
        ssize_t count = -1;
        while (!m_over && (count = recv(m_socket.fd(), buffer, sizeof buffer, MSG_PEEK)) <= 0)
            await(count, POLLIN);
        return count > 0 ? std::string(buffer, static_cast<std::size_t>(count)) : std::string();
    }
    void say(std::string_view bytes, int times = 1) {
        for (int time = 0; time < times && !m_over; ++time)
            for (std::size_t sent = 0; sent < bytes.size() && !m_over;) {
                const std::string_view left = bytes.substr(sent);
                const ssize_t count = m_tls ? SSL_write(m_tls.get(), left.data(), static_cast<int>(left.size()))
                                            : send(m_socket.fd(), left.data(), left.size(), MSG_NOSIGNAL);
                if (count > 0)
                    sent += static_cast<std::size_t>(count);
                else
                    await(count, POLLOUT);
            }
    }
    // A byte every 20 ms.
    void drip(std::string_view bytes) {
        for (std::size_t i = 0; i < bytes.size() && !m_over; ++i) {
            say(bytes.substr(i, 1));
            pause(std::chrono::milliseconds(20));
        }
    }
    void pause(std::chrono::milliseconds howLong) {
        const auto until = std::chrono::steady_clock::now() + howLong;
        m_over = m_over || waitFor(m_socket.fd(), POLLHUP, until, m_stop) == Wait::Stopped;
    }
    void untilTheEnd() { hear(std::string(1, '\0') + "never said"); }
    bool startTls(ssl_ctx_st* context) {
        m_tls.reset(SSL_new(context));
        SSL_set_fd(m_tls.get(), m_socket.fd());
        for (int result = 0; !m_over && (result = SSL_accept(m_tls.get())) != 1;)
            await(result, SSL_want_write(m_tls.get()) ? POLLOUT : POLLIN);
        return !m_over;
    }
    // What a server says until it has to hear the client's part (up to ServerHelloDone in TLS 1.2), and no more: it is
    // given the ClientHello alone, however fast the client answers.
    void sayFirstFlight(ssl_ctx_st* context) {
        const std::string hello = peek();
        BIO* const heard = BIO_new(BIO_s_mem());
        BIO_set_mem_eof_return(heard, -1);
        BIO_write(heard, hello.data(), static_cast<int>(hello.size()));
        m_tls.reset(SSL_new(context));
        SSL_set0_rbio(m_tls.get(), heard);
        SSL_set0_wbio(m_tls.get(), BIO_new_socket(m_socket.fd(), BIO_NOCLOSE));
        SSL_accept(m_tls.get());
        m_tls.reset();
    }
    // Beneath the TLS, if there is any.
    void saySmuggled(std::string_view bytes) {
        const auto tls = std::move(m_tls);
        say(bytes);
    }
    void reset() {
        const linger atOnce{1, 0};
        setsockopt(m_socket.fd(), SOL_SOCKET, SO_LINGER, &atOnce, sizeof atOnce);
        m_tls.reset();
        m_socket.reset();
        m_over = true;
    }
    void close() {
        if (m_tls && !m_over)
            SSL_shutdown(m_tls.get());
        m_over = true;
    }

  private:
    struct Free {
        void operator()(SSL* tls) const { SSL_free(tls); }
    };
    void await(ssize_t result, short events) {
        bool again = result < 0 && (errno == EAGAIN || errno == EINTR);
        if (m_tls) {
            const int error = SSL_get_error(m_tls.get(), static_cast<int>(result));
            again = error == SSL_ERROR_WANT_READ || error == SSL_ERROR_WANT_WRITE;
            events = error == SSL_ERROR_WANT_WRITE ? POLLOUT : POLLIN;
            ERR_clear_error();
        }
        const auto longest = std::chrono::steady_clock::now() + std::chrono::seconds(30);
        m_over = !again || waitFor(m_socket.fd(), events, longest, m_stop) != Wait::Ready;
    }

    Socket m_socket;
    const StopSignal& m_stop;
    std::unique_ptr<SSL, Free> m_tls;
    bool m_over = false;
};

class ScriptedServer {
  public:
    using Script = std::function<void(Line&)>;

    explicit ScriptedServer(Script script, const char* address = "127.0.0.1")
        : m_script(std::move(script)), m_address(Address::parse(address).value()) {
        m_listener = Socket::open(m_address, SOCK_STREAM);
        const SocketAddress own(m_address, 0);
        if (bind(m_listener.fd(), own.data(), own.length) == 0)
            listen(m_listener.fd(), 16);
        m_thread = std::jthread([this](const std::stop_token& stop) { run(stop); });
    }
    std::uint16_t port() const { return localEnd(m_listener)->port(); }
    std::string place() const { return m_address.text() + ":" + std::to_string(port()); }
    int accepted() const { return m_accepted; }

  private:
    void run(const std::stop_token& token) {
        sigset_t brokenPipe; // OpenSSL writes without MSG_NOSIGNAL
        sigemptyset(&brokenPipe);
        sigaddset(&brokenPipe, SIGPIPE);
        pthread_sigmask(SIG_BLOCK, &brokenPipe, nullptr);
        const StopSignal stop(token);
        while (waitFor(m_listener.fd(), POLLIN, SteadyTime::max(), stop) == Wait::Ready) {
            Socket socket(accept4(m_listener.fd(), nullptr, nullptr, SOCK_NONBLOCK | SOCK_CLOEXEC));
            if (!socket.valid())
                continue;
            ++m_accepted;
            Line line(std::move(socket), stop);
            m_script(line);
            line.close();
        }
    }

    Script m_script;
    Address m_address;
    Socket m_listener;
    std::atomic<int> m_accepted = 0;
    std::jthread m_thread; // last: it uses all of the above
};

} // namespace kpwatch
