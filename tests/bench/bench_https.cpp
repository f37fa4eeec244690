// SPDX-License-Identifier: GPL-3.0-or-later
// What an HTTPS check costs beside a bare OpenSSL handshake with the same server, in CPU time of the asking thread, the
// two taking turns. `bench_https [checks]`; to be at most twice the handshake.
#include "app/simulation/http_server.h"
#include "probes/probe.h"

#include <cstdio>
#include <cstdlib>
#include <openssl/ssl.h>
#include <poll.h>
#include <sys/resource.h>

using namespace kpwatch;
using namespace std::chrono_literals;

namespace {

const Address here = Address::parse("127.0.0.1").value();

// getrusage(2), of this thread alone: the servers have threads of their own.
Micros cpuTime() {
    rusage used{};
    getrusage(RUSAGE_THREAD, &used);
    const auto micros = [](const timeval& time) { return std::chrono::seconds(time.tv_sec) + Micros(time.tv_usec); };
    return micros(used.ru_utime) + micros(used.ru_stime);
}

template <typename Work>
Micros costOf(Work work) {
    const Micros before = cpuTime();
    work();
    return cpuTime() - before;
}

// As a client would that does nothing else: one context for all, the same store, the certificate verified, and a
// connection of its own.
class BareClient {
  public:
    explicit BareClient(const TlsStore& store) : m_context(SSL_CTX_new(TLS_client_method()), SSL_CTX_free) {
        SSL_CTX_set1_cert_store(m_context.get(), static_cast<X509_STORE*>(store.x509Store()));
        SSL_CTX_set_verify(m_context.get(), SSL_VERIFY_PEER, [](int, X509_STORE_CTX*) { return 1; });
    }
    bool handshake(std::uint16_t port) const {
        const auto deadline = std::chrono::steady_clock::now() + 5s;
        const Dialled dialled = dialTcp(here, port, deadline, m_stop);
        const std::unique_ptr<SSL, decltype(&SSL_free)> tls(SSL_new(m_context.get()), SSL_free);
        SSL_set_fd(tls.get(), dialled.socket.fd());
        int result = 0;
        while ((result = SSL_connect(tls.get())) != 1 && SSL_want_read(tls.get()))
            waitFor(dialled.socket.fd(), POLLIN, deadline, m_stop);
        SSL_shutdown(tls.get());
        return result == 1;
    }

  private:
    std::shared_ptr<SSL_CTX> m_context;
    StopSignal m_stop{std::stop_token()};
};

bool check(const HttpServer& server, const TlsStore& store) {
    Target target;
    target.probe = HttpOptions{server.url(), {}};
    const Attempt attempt{.deadline = std::chrono::steady_clock::now() + 5s,
                          .startedAt = utcNow(),
                          .rules = {.allowPrivate = true},
                          .tls = store};
    return probe(target, attempt).answered();
}

void compare(const char* what, const TlsIdentity& identity, int checks) {
    const TlsStore store;
    HttpServer server({{}, "127.0.0.1", identity});
    server.setPage({.title = "KCNA", .server = "Apache"});
    const BareClient bare(store);
    int failed = 0;
    Micros checked{0}, shaken{0};
    for (int i = -10; i < checks; ++i) { // the first few fill caches
        const Micros one = costOf([&] { failed += check(server, store) ? 0 : 1; });
        const Micros other = costOf([&] { failed += bare.handshake(server.port()) ? 0 : 1; });
        checked += i < 0 ? Micros(0) : one;
        shaken += i < 0 ? Micros(0) : other;
    }
    const double perCheck = static_cast<double>(checked.count()) / checks;
    const double perHandshake = static_cast<double>(shaken.count()) / checks;
    std::printf("%s: %.0f us a check, %.0f us a bare handshake, ratio %.2f (%d of each, %d failed)\n", what, perCheck,
                perHandshake, perCheck / perHandshake, checks, failed);
}

} // namespace

int main(int count, char** arguments) {
    const int checks = count > 1 ? std::atoi(arguments[1]) : 1000;
    compare("P-256, self-signed", certified({.host = "127.0.0.1"}), checks);
    const TlsIdentity root = certified({.host = "Root", .authority = true});
    compare("P-256, with its issuer", certified({.host = "127.0.0.1"}, &root), checks);
    return 0;
}
