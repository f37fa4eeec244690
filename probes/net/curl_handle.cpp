// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/net/curl_handle.h"

#include "probes/net/curl_free.h"
#include "probes/net/tls_witness.h"
#include "probes/wire/http_answer.h"

#include <algorithm>
#include <curl/curl.h>
#include <memory>
#include <mutex>

namespace kpwatch {

namespace {

using std::chrono::milliseconds;
using std::chrono::steady_clock;

constexpr curl_off_t announcedLimit = 64 * 1024 * 1024; // a page that announces more is not waited for

// What a proxy that answered says of the other end (RFC 1928, 6), as libcurl numbers it.
Failure failureFromProxy(long reply) {
    switch (reply) {
    case CURLPX_REPLY_CONNECTION_REFUSED:
        return Failure::Refused;
    case CURLPX_REPLY_HOST_UNREACHABLE:
    case CURLPX_REPLY_NETWORK_UNREACHABLE:
        return Failure::Unreachable;
    case CURLPX_REPLY_TTL_EXPIRED: // Tor's word for a connection that nobody answered
        return Failure::Timeout;
    default: // a general failure, or a proxy that does not speak SOCKS5: says nothing about anybody behind it
        return Failure::Unknown;
    }
}

class Exchange {
  public:
    Exchange(const HttpRequest& request, const Socket& connection, const TlsStore& tls)
        : m_request(request), m_connection(connection), m_witness(tls, request.host), m_easy(curl_easy_init()),
          m_multi(curl_multi_init()) {
        const std::string place = request.address.hostText() + ":" + std::to_string(request.port);
        // Whatever the URL says, "connect" to the one address we are connected to: nothing is left to resolve.
        m_connectTo.reset(curl_slist_append(nullptr, ("::" + place).c_str()));
        m_proxyUrl = request.proxy != nullptr ? "socks5h://" + place : ""; // and none of the environment's
    }
    ~Exchange() {
        if (m_easy && m_multi)
            curl_multi_remove_handle(m_multi.get(), m_easy.get());
    }
    Exchange(const Exchange&) = delete;
    Exchange& operator=(const Exchange&) = delete;

    HttpExchange run(const StopSignal& stop);

  private:
    static std::size_t onBody(char* data, std::size_t size, std::size_t count, void* self);
    static std::size_t onHeader(char* data, std::size_t size, std::size_t count, void* self);
    static curl_socket_t onOpen(void* self, curlsocktype purpose, curl_sockaddr* address);
    static int onOpened(void* /*self*/, curl_socket_t /*fd*/, curlsocktype /*purpose*/) {
        return CURL_SOCKOPT_ALREADY_CONNECTED;
    }
    static int onClose(void* /*self*/, curl_socket_t /*fd*/) { return 0; } // the connection closes itself
    static CURLcode onTls(CURL* easy, void* context, void* self);
    static int onRequest(void* self, char* /*peer*/, char* /*own*/, int /*peerPort*/, int /*ownPort*/);

    template <typename Value>
    bool set(CURLoption option, Value value) {
        return curl_easy_setopt(m_easy.get(), option, value) == CURLE_OK;
    }
    bool configure();
    bool configureConnection();
    bool configureTls();
    bool configureProxy();
    void connected();
    Failure failureFrom(CURLcode code) const;
    Failure failureInTunnel(CURLcode code) const;
    std::optional<Micros> moment(CURLINFO which) const;
    HttpExchange finished(Failure failure);

    const HttpRequest& m_request;
    const Socket& m_connection;
    TlsWitness m_witness;
    HttpAnswer m_answer;
    std::string m_proxyUrl;
    const steady_clock::time_point m_begin = steady_clock::now();
    std::optional<Micros> m_connected; // when there was nothing left to do but TLS and HTTP
    bool m_handedOut = false;
    std::unique_ptr<curl_slist, FreeList> m_connectTo;
    std::unique_ptr<CURL, FreeEasy> m_easy; // libcurl's own last, made last and freed first: they call the others
    std::unique_ptr<CURLM, FreeMulti> m_multi;
};

std::size_t Exchange::onBody(char* data, std::size_t size, std::size_t count, void* self) {
    return static_cast<Exchange*>(self)->m_answer.takeBody({data, size * count});
}

std::size_t Exchange::onHeader(char* data, std::size_t size, std::size_t count, void* self) {
    Exchange& exchange = *static_cast<Exchange*>(self);
    long status = 0;
    curl_easy_getinfo(exchange.m_easy.get(), CURLINFO_RESPONSE_CODE, &status);
    return exchange.m_answer.takeHeader({data, size * count}, static_cast<int>(status)) ? size * count : 0;
}

curl_socket_t Exchange::onOpen(void* self, curlsocktype /*purpose*/, curl_sockaddr* /*address*/) {
    Exchange& exchange = *static_cast<Exchange*>(self);
    // Once, and only what we dialled ourselves under our own rules; libcurl may not open anything.
    return std::exchange(exchange.m_handedOut, true) ? CURL_SOCKET_BAD : exchange.m_connection.fd();
}

CURLcode Exchange::onTls(CURL* /*easy*/, void* context, void* self) {
    Exchange& exchange = *static_cast<Exchange*>(self);
    exchange.connected();
    exchange.m_witness.watch(static_cast<ssl_ctx_st*>(context));
    return CURLE_OK;
}

int Exchange::onRequest(void* self, char* /*peer*/, char* /*own*/, int /*peerPort*/, int /*ownPort*/) {
    static_cast<Exchange*>(self)->connected();
    return CURL_PREREQFUNC_OK;
}

void Exchange::connected() {
    if (!m_connected)
        m_connected = std::chrono::duration_cast<Micros>(steady_clock::now() - m_begin);
}

bool Exchange::configure() {
    return set(CURLOPT_URL, m_request.url.c_str()) && set(CURLOPT_NOSIGNAL, 1L) &&
           set(CURLOPT_PROTOCOLS_STR, "http,https") && set(CURLOPT_REDIR_PROTOCOLS_STR, "http,https") &&
           set(CURLOPT_FOLLOWLOCATION, 0L) && set(CURLOPT_HTTP_VERSION, static_cast<long>(CURL_HTTP_VERSION_1_1)) &&
           set(CURLOPT_HTTP09_ALLOWED, 0L) && set(CURLOPT_USERAGENT, "Mozilla/5.0 (compatible)") &&
           set(CURLOPT_NETRC, static_cast<long>(CURL_NETRC_IGNORED)) &&
           set(CURLOPT_MAXFILESIZE_LARGE, announcedLimit) && set(CURLOPT_WRITEFUNCTION, &Exchange::onBody) &&
           set(CURLOPT_WRITEDATA, this) && set(CURLOPT_HEADERFUNCTION, &Exchange::onHeader) &&
           set(CURLOPT_HEADERDATA, this);
}

bool Exchange::configureConnection() {
    const auto left = std::chrono::ceil<milliseconds>(m_request.deadline - steady_clock::now());
    // run() ends at the deadline itself; these only keep libcurl's own, longer limits out of the way.
    const long limit = static_cast<long>(std::max(left, milliseconds(0)).count()) + 1000;
    return set(CURLOPT_TIMEOUT_MS, limit) && set(CURLOPT_CONNECTTIMEOUT_MS, limit) &&
           set(CURLOPT_DNS_CACHE_TIMEOUT, 0L) && set(CURLOPT_FRESH_CONNECT, 1L) && set(CURLOPT_FORBID_REUSE, 1L) &&
           set(CURLOPT_QUICK_EXIT, 1L) && set(CURLOPT_CONNECT_ONLY, m_request.connectOnly ? 1L : 0L) &&
           set(CURLOPT_IPRESOLVE, static_cast<long>(m_request.address.v6 ? CURL_IPRESOLVE_V6 : CURL_IPRESOLVE_V4)) &&
           set(CURLOPT_OPENSOCKETFUNCTION, &Exchange::onOpen) && set(CURLOPT_OPENSOCKETDATA, this) &&
           set(CURLOPT_SOCKOPTFUNCTION, &Exchange::onOpened) && set(CURLOPT_CLOSESOCKETFUNCTION, &Exchange::onClose) &&
           set(CURLOPT_PREREQFUNCTION, &Exchange::onRequest) && set(CURLOPT_PREREQDATA, this);
}

bool Exchange::configureTls() {
    // Verified by the witness, against a store that is parsed once and not for each check.
    return set(CURLOPT_SSL_VERIFYPEER, 0L) && set(CURLOPT_SSL_VERIFYHOST, 0L) &&
           set(CURLOPT_CAINFO, static_cast<const char*>(nullptr)) &&
           set(CURLOPT_CAPATH, static_cast<const char*>(nullptr)) && set(CURLOPT_SSL_SESSIONID_CACHE, 0L) &&
           set(CURLOPT_SSLVERSION, static_cast<long>(CURL_SSLVERSION_TLSv1)) &&
           set(CURLOPT_SSL_CTX_FUNCTION, &Exchange::onTls) && set(CURLOPT_SSL_CTX_DATA, this);
}

bool Exchange::configureProxy() {
    // NOPROXY empty: a no_proxy of the environment would send the name past the proxy.
    if (!set(CURLOPT_PROXY, m_proxyUrl.c_str()) || !set(CURLOPT_NOPROXY, ""))
        return false;
    if (m_request.proxy == nullptr)
        return set(CURLOPT_CONNECT_TO, m_connectTo.get());
    if (!set(CURLOPT_SOCKS5_AUTH, static_cast<long>(CURLAUTH_BASIC)) || m_request.proxy->circuit.empty())
        return true;
    // The name alone tells Tor the circuit; RFC 1929 wants a password of at least one byte.
    return set(CURLOPT_PROXYUSERNAME, m_request.proxy->circuit.c_str()) && set(CURLOPT_PROXYPASSWORD, "0");
}

HttpExchange Exchange::run(const StopSignal& stop) {
    if (!m_easy || !m_multi || !m_connectTo || !configure() || !configureConnection() || !configureTls() ||
        !configureProxy() || curl_multi_add_handle(m_multi.get(), m_easy.get()) != CURLM_OK)
        return finished(Failure::Unknown);
    for (;;) {
        int running = 0;
        if (curl_multi_perform(m_multi.get(), &running) != CURLM_OK)
            return finished(Failure::Unknown);
        if (running == 0)
            break;
        if (stop.stopped())
            return finished(Failure::Cancelled);
        if (steady_clock::now() >= m_request.deadline)
            return finished(failureFrom(CURLE_OPERATION_TIMEDOUT));
        curl_waitfd stopped{stop.fd(), CURL_WAIT_POLLIN, 0};
        curl_multi_poll(m_multi.get(), &stopped, stop.fd() >= 0 ? 1U : 0U, pollMilliseconds(m_request.deadline, stop),
                        nullptr);
    }
    int queued = 0;
    const CURLMsg* const message = curl_multi_info_read(m_multi.get(), &queued);
    return finished(message != nullptr ? failureFrom(message->data.result) : Failure::Unknown);
}

// What libcurl's codes mean was measured one by one against servers that misbehave: several say two things.
Failure Exchange::failureFrom(CURLcode code) const {
    if (code == CURLE_OK && m_answer.spoke() && !m_answer.headEnded())
        return Failure::UnexpectedAnswer; // closed within the head, which libcurl takes for its end
    if (code == CURLE_OK || m_answer.bodyFull() || code == CURLE_FILESIZE_EXCEEDED)
        return Failure::None;
    if (m_answer.tooManyHeaders())
        return Failure::ProtocolError;
    const bool stalled = code == CURLE_OPERATION_TIMEDOUT;
    const bool broken = code == CURLE_RECV_ERROR || code == CURLE_SEND_ERROR || code == CURLE_SSL_CONNECT_ERROR;
    long error = 0;
    curl_easy_getinfo(m_easy.get(), CURLINFO_OS_ERRNO, &error);
    const bool cut = stalled || (broken && error != 0);
    if (m_answer.headEnded() || (m_answer.spoke() && (stalled || broken)) || (m_witness.spoke() && cut))
        return Failure::UnexpectedAnswer; // somebody spoke, and then the answer stalled or broke
    if (m_request.proxy != nullptr && !m_connected)
        return failureInTunnel(code);
    if (stalled)
        return Failure::Timeout;
    // Behind a proxy nobody can tell who ended the connection, and whether the other end ever had it.
    if (m_request.proxy != nullptr && !m_answer.spoke() && !m_witness.spoke())
        return Failure::Unknown;
    if (broken && error != 0)
        return m_request.proxy != nullptr ? Failure::Unknown : failureOf(static_cast<int>(error), m_connection);
    switch (code) { // NOLINT(clang-diagnostic-switch-enum): a hundred codes, few of which can come here
    case CURLE_SSL_CONNECT_ERROR:
    case CURLE_SSL_CIPHER:
    case CURLE_RECV_ERROR:
    case CURLE_SEND_ERROR:
    case CURLE_GOT_NOTHING:
    case CURLE_UNSUPPORTED_PROTOCOL: // "Received HTTP/0.9 when not allowed"
    case CURLE_WEIRD_SERVER_REPLY:
    case CURLE_PARTIAL_FILE:
    case CURLE_BAD_CONTENT_ENCODING:
        return Failure::ProtocolError;
    case CURLE_OUT_OF_MEMORY: // also a line of the head over 100 KB
        return m_answer.spoke() || moment(CURLINFO_STARTTRANSFER_TIME_T) ? Failure::ProtocolError : Failure::Unknown;
    default:
        return Failure::Unknown;
    }
}

// Before the proxy has connected us. One that never said a word is a part of our own line that is down.
Failure Exchange::failureInTunnel(CURLcode code) const {
    if (code == CURLE_OPERATION_TIMEDOUT)
        return bytesReceived(m_connection) == 0 ? Failure::LocalNetworkDown : Failure::Timeout;
    long reply = CURLPX_OK;
    curl_easy_getinfo(m_easy.get(), CURLINFO_PROXY_ERROR, &reply);
    return code == CURLE_PROXY ? failureFromProxy(reply) : Failure::Unknown;
}

std::optional<Micros> Exchange::moment(CURLINFO which) const {
    curl_off_t micros = 0;
    if (curl_easy_getinfo(m_easy.get(), which, &micros) != CURLE_OK || micros <= 0)
        return std::nullopt;
    return Micros(micros);
}

HttpExchange Exchange::finished(Failure failure) {
    HttpExchange result;
    result.failure = failure;
    if (!m_easy)
        return result;
    result.tls = moment(CURLINFO_APPCONNECT_TIME_T);
    result.firstByte = moment(CURLINFO_STARTTRANSFER_TIME_T);
    result.tunnel = m_connected;
    // libcurl's clock starts a moment after ours, which on a busy machine would have the answer come before the tunnel.
    if (const std::optional<Micros> next = result.tls ? result.tls : result.firstByte; result.tunnel && next)
        result.tunnel = std::min(*result.tunnel, *next);
    result.spokeTls = m_witness.spoke();
    if (failure == Failure::None)
        result.reached = Stage::Done;
    else if (m_request.proxy != nullptr && !m_connected)
        result.reached = Stage::Connect;
    else if (m_request.url.starts_with("https:") && !result.tls)
        result.reached = Stage::Tls;
    result.detail = m_answer.detail();
    result.detail.tls = m_witness.detail();
    if (failure == Failure::None && result.detail.tls && !result.detail.tls->faults.empty())
        result.failure = Failure::CertificateInvalid;
    result.body = m_answer.body();
    return result;
}

} // namespace

void initialiseCurlOnce() {
    static std::once_flag once;
    // Never undone: other threads may still be asking when the program ends.
    std::call_once(once, [] { curl_global_init(CURL_GLOBAL_DEFAULT); });
}

HttpExchange exchangeHttp(const HttpRequest& request, const Socket& connection, const TlsStore& tls,
                          const StopSignal& stop) {
    initialiseCurlOnce();
    return Exchange(request, connection, tls).run(stop);
}

} // namespace kpwatch
