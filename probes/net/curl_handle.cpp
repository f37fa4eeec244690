// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/net/curl_handle.h"

#include "probes/probe.h"
#include "probes/wire/html_title.h"

#include <algorithm>
#include <array>
#include <curl/curl.h>
#include <memory>
#include <mutex>
#include <openssl/evp.h>
#include <openssl/ssl.h>
#include <openssl/x509v3.h>

namespace kpwatch {

namespace {

using std::chrono::milliseconds;
using std::chrono::steady_clock;

constexpr std::size_t bodyLimit = 64 * 1024;
constexpr std::size_t headerLimit = 16 * 1024;
constexpr int headerLineLimit = 100;
constexpr curl_off_t announcedLimit = 64 * 1024 * 1024; // a page that announces more is not waited for

struct FreeEasy {
    void operator()(CURL* easy) const { curl_easy_cleanup(easy); }
};
struct FreeMulti {
    void operator()(CURLM* multi) const { curl_multi_cleanup(multi); }
};
struct FreeList {
    void operator()(curl_slist* list) const { curl_slist_free_all(list); }
};

void initialiseOnce() {
    static std::once_flag once;
    // Never undone: other threads may still be asking when the program ends.
    std::call_once(once, [] { curl_global_init(CURL_GLOBAL_DEFAULT); });
}

bool isNamed(std::string_view line, std::string_view name) {
    return line.size() > name.size() && line[name.size()] == ':' &&
           std::equal(name.begin(), name.end(), line.begin(), [](char a, char b) {
               return a == (b >= 'A' && b <= 'Z' ? static_cast<char>(b - 'A' + 'a') : b);
           });
}

std::string valueOf(std::string_view line, std::size_t longest) {
    line.remove_prefix(line.find(':') + 1);
    const std::size_t first = line.find_first_not_of(" \t\r\n");
    if (first == std::string_view::npos)
        return {};
    line = line.substr(first, line.find_last_not_of(" \t\r\n") - first + 1);
    return std::string(line.substr(0, longest));
}

std::string sha256(std::string_view bytes) {
    std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
    unsigned length = 0;
    if (EVP_Digest(bytes.data(), bytes.size(), digest.data(), &length, EVP_sha256(), nullptr) != 1)
        return {};
    constexpr std::string_view digits = "0123456789abcdef";
    std::string hex;
    for (const unsigned char byte : std::span(digest).first(length)) {
        hex += digits[byte >> 4U];
        hex += digits[byte & 15U];
    }
    return hex;
}

class Exchange {
  public:
    Exchange(const HttpRequest& request, const Socket& connection, const TlsStore& tls)
        : m_request(request), m_connection(connection), m_tls(tls), m_easy(curl_easy_init()),
          m_multi(curl_multi_init()) {
        const std::string address = request.address.v6 ? "[" + request.address.text() + "]" : request.address.text();
        // Whatever the URL says, "connect" to the one address we are connected to: nothing is left to resolve.
        m_connectTo.reset(curl_slist_append(nullptr, ("::" + address + ":" + std::to_string(request.port)).c_str()));
    }
    ~Exchange() {
        if (m_easy && m_multi)
            curl_multi_remove_handle(m_multi.get(), m_easy.get());
    }
    Exchange(const Exchange&) = delete;
    Exchange& operator=(const Exchange&) = delete;

    HttpExchange run(const StopSignal& stop);

  private:
    using Self = Exchange;
    static std::size_t onBody(char* data, std::size_t size, std::size_t count, void* self);
    static std::size_t onHeader(char* data, std::size_t size, std::size_t count, void* self);
    static curl_socket_t onOpen(void* self, curlsocktype purpose, curl_sockaddr* address);
    static int onOpened(void* /*self*/, curl_socket_t /*fd*/, curlsocktype /*purpose*/) {
        return CURL_SOCKOPT_ALREADY_CONNECTED;
    }
    static int onClose(void* /*self*/, curl_socket_t /*fd*/) { return 0; } // the connection closes itself
    static CURLcode onTls(CURL* easy, void* context, void* self);
    static int onCertificate(X509_STORE_CTX* chain, void* self);

    template <typename Value>
    bool set(CURLoption option, Value value) {
        return curl_easy_setopt(m_easy.get(), option, value) == CURLE_OK;
    }
    bool configure();
    bool configureConnection();
    void takeHeader(std::string_view line);
    Failure failureFrom(CURLcode code);
    std::optional<Micros> moment(CURLINFO which) const;
    HttpExchange finished(Failure failure);

    const HttpRequest& m_request;
    const Socket& m_connection;
    const TlsStore& m_tls;
    std::unique_ptr<CURL, FreeEasy> m_easy;
    std::unique_ptr<curl_slist, FreeList> m_connectTo;
    std::unique_ptr<CURLM, FreeMulti> m_multi;
    bool m_handedOut = false;
    bool m_certificateValid = true;
    bool m_headersEnded = false;
    bool m_tooManyHeaders = false;
    bool m_bodyFull = false;
    std::size_t m_headerBytes = 0;
    int m_headerLines = 0;
    HttpDetail m_detail;
    std::string m_contentType;
    std::string m_body;
};

std::size_t Exchange::onBody(char* data, std::size_t size, std::size_t count, void* self) {
    Self& exchange = *static_cast<Self*>(self);
    const std::size_t length = size * count;
    const std::size_t taken = std::min(length, bodyLimit - exchange.m_body.size());
    exchange.m_body.append(data, taken);
    exchange.m_bodyFull = exchange.m_body.size() == bodyLimit;
    return taken;
}

std::size_t Exchange::onHeader(char* data, std::size_t size, std::size_t count, void* self) {
    Self& exchange = *static_cast<Self*>(self);
    const std::size_t length = size * count;
    exchange.m_headerBytes += length;
    exchange.m_tooManyHeaders = exchange.m_headerBytes > headerLimit || ++exchange.m_headerLines > headerLineLimit;
    if (exchange.m_tooManyHeaders)
        return 0;
    exchange.takeHeader({data, length});
    return length;
}

void Exchange::takeHeader(std::string_view line) {
    if (line.starts_with("HTTP/")) { // also after a "100 Continue"
        m_detail = {};
        m_headersEnded = false;
    }
    long status = 0;
    curl_easy_getinfo(m_easy.get(), CURLINFO_RESPONSE_CODE, &status);
    m_detail.status = static_cast<int>(status);
    if (line == "\r\n" || line == "\n")
        m_headersEnded = status >= 200;
    else if (isNamed(line, "location"))
        m_detail.location = valueOf(line, 2048);
    else if (isNamed(line, "server"))
        m_detail.server = valueOf(line, 256);
    else if (isNamed(line, "last-modified"))
        m_detail.lastModified = valueOf(line, 64);
    else if (isNamed(line, "content-type"))
        m_contentType = valueOf(line, 256);
}

curl_socket_t Exchange::onOpen(void* self, curlsocktype /*purpose*/, curl_sockaddr* /*address*/) {
    Self& exchange = *static_cast<Self*>(self);
    // Once, and only what we dialled ourselves under our own rules; libcurl may not open anything.
    return std::exchange(exchange.m_handedOut, true) ? CURL_SOCKET_BAD : exchange.m_connection.fd();
}

CURLcode Exchange::onTls(CURL* /*easy*/, void* context, void* self) {
    const Self& exchange = *static_cast<Self*>(self);
    auto* const tls = static_cast<SSL_CTX*>(context);
    SSL_CTX_set1_cert_store(tls, static_cast<X509_STORE*>(exchange.m_tls.x509Store()));
    SSL_CTX_set_cert_verify_callback(tls, onCertificate, self);
    X509_VERIFY_PARAM* const whom = SSL_CTX_get0_param(tls);
    if (Address::parse(exchange.m_request.host))
        X509_VERIFY_PARAM_set1_ip_asc(whom, exchange.m_request.host.c_str());
    else
        X509_VERIFY_PARAM_set1_host(whom, exchange.m_request.host.c_str(), 0);
    // Debian refuses old TLS. An old server is an old server, not a dead one, and we tell it no secrets.
    SSL_CTX_set_security_level(tls, 0);
    SSL_CTX_set_min_proto_version(tls, TLS1_VERSION);
    SSL_CTX_set_options(tls, SSL_OP_LEGACY_SERVER_CONNECT);
    return CURLE_OK;
}

int Exchange::onCertificate(X509_STORE_CTX* chain, void* self) {
    static_cast<Self*>(self)->m_certificateValid = X509_verify_cert(chain) == 1;
    return 1; // noted; go on and see whether the server answers
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
    return set(CURLOPT_TIMEOUT_MS, limit) && set(CURLOPT_CONNECTTIMEOUT_MS, limit) && set(CURLOPT_PROXY, "") &&
           set(CURLOPT_CONNECT_TO, m_connectTo.get()) && set(CURLOPT_DNS_CACHE_TIMEOUT, 0L) &&
           set(CURLOPT_FRESH_CONNECT, 1L) && set(CURLOPT_FORBID_REUSE, 1L) && set(CURLOPT_QUICK_EXIT, 1L) &&
           set(CURLOPT_IPRESOLVE, static_cast<long>(m_request.address.v6 ? CURL_IPRESOLVE_V6 : CURL_IPRESOLVE_V4)) &&
           set(CURLOPT_OPENSOCKETFUNCTION, &Exchange::onOpen) && set(CURLOPT_OPENSOCKETDATA, this) &&
           set(CURLOPT_SOCKOPTFUNCTION, &Exchange::onOpened) && set(CURLOPT_CLOSESOCKETFUNCTION, &Exchange::onClose) &&
           // Verified by onCertificate, against a store that is parsed once and not for each check.
           set(CURLOPT_SSL_VERIFYPEER, 0L) && set(CURLOPT_SSL_VERIFYHOST, 0L) &&
           set(CURLOPT_CAINFO, static_cast<const char*>(nullptr)) &&
           set(CURLOPT_CAPATH, static_cast<const char*>(nullptr)) && set(CURLOPT_SSL_SESSIONID_CACHE, 0L) &&
           set(CURLOPT_SSLVERSION, static_cast<long>(CURL_SSLVERSION_TLSv1)) &&
           set(CURLOPT_SSL_CTX_FUNCTION, &Exchange::onTls) && set(CURLOPT_SSL_CTX_DATA, this);
}

HttpExchange Exchange::run(const StopSignal& stop) {
    if (!m_easy || !m_multi || !m_connectTo || !configure() || !configureConnection() ||
        curl_multi_add_handle(m_multi.get(), m_easy.get()) != CURLM_OK)
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
Failure Exchange::failureFrom(CURLcode code) {
    if (code == CURLE_OK || m_bodyFull || code == CURLE_FILESIZE_EXCEEDED)
        return Failure::None;
    if (m_tooManyHeaders)
        return Failure::ProtocolError;
    if (m_headersEnded)
        return Failure::UnexpectedAnswer; // somebody spoke, and then the body stalled or broke
    if (code == CURLE_OPERATION_TIMEDOUT)
        return Failure::Timeout;
    long error = 0;
    curl_easy_getinfo(m_easy.get(), CURLINFO_OS_ERRNO, &error);
    const bool broken = code == CURLE_RECV_ERROR || code == CURLE_SEND_ERROR || code == CURLE_SSL_CONNECT_ERROR;
    if (broken && error != 0)
        return failureOf(static_cast<int>(error), m_connection);
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
    case CURLE_OUT_OF_MEMORY: // also a header line over 100 KB
        return m_detail.status != 0 ? Failure::ProtocolError : Failure::Unknown;
    default:
        return Failure::Unknown;
    }
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
    if (failure == Failure::None)
        result.reached = Stage::Done;
    else if (m_request.url.starts_with("https:") && !result.tls)
        result.reached = Stage::Tls;
    if (failure == Failure::None && !m_certificateValid)
        result.failure = Failure::CertificateInvalid;
    m_detail.bodyBytes = static_cast<std::int64_t>(m_body.size());
    m_detail.bodySha256 = m_body.empty() ? std::string() : sha256(m_body);
    m_detail.title = htmlTitle(m_body, m_contentType);
    result.detail = std::move(m_detail);
    return result;
}

} // namespace

HttpExchange exchangeHttp(const HttpRequest& request, const Socket& connection, const TlsStore& tls,
                          const StopSignal& stop) {
    initialiseOnce();
    return Exchange(request, connection, tls).run(stop);
}

} // namespace kpwatch
