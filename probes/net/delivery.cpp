// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/net/delivery.h"

#include "probes/net/curl_free.h"
#include "probes/net/curl_handle.h"

#include <algorithm>
#include <cstring>
#include <curl/curl.h>
#include <memory>

namespace kpwatch {

namespace {

using std::chrono::milliseconds;
using std::chrono::seconds;

constexpr std::size_t mostOfAnAnswer = 64U << 10U;
constexpr seconds longestWait{24 * 3600}; // that a server may ask for
// What we call ourselves to a mail server: the host's name is nobody's business (RFC 5321, 4.1.3).
constexpr const char* ourName = "%5B127.0.0.1%5D";

using List = std::unique_ptr<curl_slist, FreeList>;

List listOf(const std::vector<std::string>& entries) {
    List list;
    for (const std::string& entry : entries)
        if (curl_slist* const longer = curl_slist_append(list.get(), entry.c_str())) {
            (void)list.release();
            list.reset(longer);
        }
    return list;
}

std::string urlOf(const Proxy& proxy) {
    return "socks5h://" + proxy.address.hostText() + ":" + std::to_string(proxy.port);
}

std::size_t countOnly(char* /*data*/, std::size_t size, std::size_t count, void* taken) {
    auto& sum = *static_cast<std::size_t*>(taken);
    sum += size * count;
    return sum > mostOfAnAnswer ? 0 : size * count;
}

struct Unread {
    std::string_view text;
};
std::size_t readText(char* into, std::size_t size, std::size_t count, void* unread) {
    std::string_view& text = static_cast<Unread*>(unread)->text;
    const std::size_t piece = std::min(size * count, text.size());
    std::memcpy(into, text.data(), piece);
    text.remove_prefix(piece);
    return piece;
}

class Transfer {
  public:
    explicit Transfer(const DeliveryOptions& options) {
        initialiseCurlOnce();
        m_easy.reset(curl_easy_init());
        const std::string proxy = options.way.proxy ? urlOf(*options.way.proxy) : std::string();
        const long patience = static_cast<long>(milliseconds(options.patience).count());
        set(CURLOPT_NOSIGNAL, 1L);
        set(CURLOPT_QUICK_EXIT, 1L);
        set(CURLOPT_TIMEOUT_MS, patience);
        set(CURLOPT_CONNECTTIMEOUT_MS, patience);
        set(CURLOPT_PROXY, proxy.c_str()); // empty: none, whatever the environment says
        set(CURLOPT_NOPROXY, "");
        set(CURLOPT_NETRC, static_cast<long>(CURL_NETRC_IGNORED));
        set(CURLOPT_FOLLOWLOCATION, 0L);
        set(CURLOPT_USERAGENT, options.userAgent.c_str());
        set(CURLOPT_WRITEFUNCTION, &countOnly);
        set(CURLOPT_WRITEDATA, &m_taken);
        if (!options.trustOnly.empty()) {
            set(CURLOPT_CAINFO, options.trustOnly.c_str());
            set(CURLOPT_CAPATH, static_cast<char*>(nullptr));
        }
    }

    template <typename Value>
    void set(CURLoption option, Value value) {
        m_good = m_good && m_easy && curl_easy_setopt(m_easy.get(), option, value) == CURLE_OK;
    }

    // What came of it; nullopt: a stop was asked for.
    std::optional<CURLcode> perform(const StopSignal& stop) {
        const std::unique_ptr<CURLM, FreeMulti> multi(curl_multi_init());
        if (!m_good || !multi || curl_multi_add_handle(multi.get(), m_easy.get()) != CURLM_OK)
            return CURLE_FAILED_INIT;
        std::optional<CURLcode> code;
        int running = 1;
        while (running > 0 && !stop.stopped()) {
            curl_multi_perform(multi.get(), &running);
            int queued = 0;
            while (const CURLMsg* const message = curl_multi_info_read(multi.get(), &queued))
                if (message->msg == CURLMSG_DONE)
                    code = message->data.result;
            if (running == 0)
                break;
            curl_waitfd stopped{stop.fd(), CURL_WAIT_POLLIN, 0};
            curl_multi_poll(multi.get(), &stopped, stop.fd() >= 0 ? 1U : 0U, 1000, nullptr);
        }
        curl_multi_remove_handle(multi.get(), m_easy.get());
        return code;
    }

    int code() const {
        long code = 0;
        curl_easy_getinfo(m_easy.get(), CURLINFO_RESPONSE_CODE, &code);
        return static_cast<int>(code);
    }
    std::optional<seconds> retryAfter() const {
        curl_off_t wait = 0;
        if (curl_easy_getinfo(m_easy.get(), CURLINFO_RETRY_AFTER, &wait) != CURLE_OK || wait <= 0)
            return std::nullopt;
        return std::min(seconds(wait), longestWait);
    }

  private:
    std::unique_ptr<CURL, FreeEasy> m_easy;
    std::size_t m_taken = 0;
    bool m_good = true;
};

Undelivered whyOf(CURLcode code) {
    switch (code) { // NOLINT(clang-diagnostic-switch-enum): a hundred codes, and the rest is a connection that broke
    case CURLE_OK:
        return Undelivered::None;
    case CURLE_OPERATION_TIMEDOUT:
        return Undelivered::NoAnswer;
    case CURLE_COULDNT_RESOLVE_HOST:
        return Undelivered::NameUnknown;
    case CURLE_COULDNT_CONNECT:
    case CURLE_PROXY:
    case CURLE_COULDNT_RESOLVE_PROXY:
        return Undelivered::NotConnected;
    case CURLE_PEER_FAILED_VERIFICATION:
    case CURLE_SSL_CACERT_BADFILE:
        return Undelivered::CertificateInvalid;
    case CURLE_USE_SSL_FAILED:
        return Undelivered::NotEncrypted;
    case CURLE_LOGIN_DENIED:
        return Undelivered::LoginRefused;
    case CURLE_URL_MALFORMAT:
    case CURLE_UNSUPPORTED_PROTOCOL:
    case CURLE_FAILED_INIT:
        return Undelivered::Unusable;
    default:
        return Undelivered::ConnectionBroke;
    }
}

Undelivered whyOfHttp(int status) {
    if (status >= 200 && status < 300)
        return Undelivered::None;
    if (status == 401 || status == 403)
        return Undelivered::LoginRefused;
    if (status == 404 || status == 410)
        return Undelivered::AddressUnknown;
    return status == 408 || status == 429 || status >= 500 ? Undelivered::Busy : Undelivered::TurnedAway;
}

// RFC 5321, 4.2.1 and RFC 4954: 4yz may succeed later, 530 to 538 are about the login, 550 to 553 about a mailbox.
Undelivered whyOfSmtp(CURLcode code, int reply) {
    if (code == CURLE_OK || reply < 400)
        return whyOf(code);
    if (reply < 500)
        return Undelivered::Busy;
    if (code == CURLE_LOGIN_DENIED || (reply >= 530 && reply <= 538))
        return Undelivered::LoginRefused;
    if (code == CURLE_USE_SSL_FAILED)
        return Undelivered::NotEncrypted;
    return reply >= 550 && reply <= 553 ? Undelivered::AddressUnknown : Undelivered::TurnedAway;
}

} // namespace

bool worthAnotherTry(Undelivered why) {
    switch (why) {
    case Undelivered::NameUnknown:
    case Undelivered::NotConnected:
    case Undelivered::NoAnswer:
    case Undelivered::ConnectionBroke:
    case Undelivered::CertificateInvalid: // a portal in between shows its own, and goes away
    case Undelivered::Busy:
        return true;
    case Undelivered::None:
    case Undelivered::NotEncrypted:
    case Undelivered::LoginRefused:
    case Undelivered::AddressUnknown:
    case Undelivered::TurnedAway:
    case Undelivered::Stopped:
    case Undelivered::Unusable:
        return false;
    }
    return false;
}

Receipt deliver(const WebLetter& letter, const DeliveryOptions& options, const StopSignal& stop) {
    const List headers = listOf(letter.headers);
    Transfer transfer(options);
    transfer.set(CURLOPT_URL, letter.url.c_str());
    transfer.set(CURLOPT_PROTOCOLS_STR, "http,https");
    transfer.set(CURLOPT_HTTP09_ALLOWED, 0L);
    transfer.set(CURLOPT_HTTPHEADER, headers.get());
    transfer.set(CURLOPT_POSTFIELDSIZE, static_cast<long>(letter.body.size()));
    transfer.set(CURLOPT_POSTFIELDS, letter.body.c_str());
    const std::optional<CURLcode> code = transfer.perform(stop);
    if (!code)
        return {Undelivered::Stopped};
    const int status = transfer.code();
    // Who has said yes has taken it, whatever became of the connection then.
    if (status >= 200)
        return {whyOfHttp(status), status, transfer.retryAfter()};
    return {whyOf(*code), status};
}

Receipt deliver(const MailLetter& letter, const DeliveryOptions& options, const StopSignal& stop) {
    const bool tls = letter.safety == MailSafety::Tls;
    const std::string host = letter.server.find(':') == std::string::npos ? letter.server : "[" + letter.server + "]";
    const std::string url = (tls ? "smtps://" : "smtp://") + host + ":" + std::to_string(letter.port) + "/" + ourName;
    const List to = listOf(letter.to);
    Unread unread{letter.text};
    Transfer transfer(options);
    transfer.set(CURLOPT_URL, url.c_str());
    transfer.set(CURLOPT_PROTOCOLS_STR, "smtp,smtps");
    const bool bare = letter.safety == MailSafety::Bare;
    transfer.set(CURLOPT_USE_SSL, static_cast<long>(bare ? CURLUSESSL_NONE : CURLUSESSL_ALL));
    transfer.set(CURLOPT_MAIL_FROM, letter.from.c_str());
    transfer.set(CURLOPT_MAIL_RCPT, to.get());
    transfer.set(CURLOPT_UPLOAD, 1L);
    transfer.set(CURLOPT_READFUNCTION, &readText);
    transfer.set(CURLOPT_READDATA, &unread);
    if (!letter.user.empty()) {
        transfer.set(CURLOPT_USERNAME, letter.user.c_str());
        transfer.set(CURLOPT_PASSWORD, letter.password.c_str());
    }
    const std::optional<CURLcode> code = transfer.perform(stop);
    if (!code)
        return {Undelivered::Stopped};
    return {whyOfSmtp(*code, transfer.code()), transfer.code()};
}

} // namespace kpwatch
