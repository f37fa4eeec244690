// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/net/web_client.h"

#include "probes/net/curl_free.h"
#include "probes/net/curl_handle.h"
#include "probes/outside/clauses.h"

#include <algorithm>
#include <curl/curl.h>
#include <list>
#include <utility>

namespace kpwatch {

namespace {

using std::chrono::milliseconds;
using std::chrono::seconds;
using std::chrono::steady_clock;

// A stream whose network went away says nothing any more: the kernel finds out within some two minutes (tcp(7)).
constexpr long keepAliveAfter_s = 60, keepAliveEvery_s = 20;
constexpr std::size_t mostToReport = 4096; // of the page that stands in for a stream

class Transfer {
  public:
    Transfer(const WebRequest& request, std::function<bool(std::string_view)> on_bytes,
             std::function<void(WebAnswer)> done)
        : m_request(request), m_onBytes(std::move(on_bytes)), m_done(std::move(done)), m_easy(curl_easy_init()) {}

    CURL* easy() const { return m_easy.get(); }
    bool configure(const std::string& userAgent, const std::string& proxyUrl);
    bool isOverdue(SteadyTime now) const { return !m_begun && now >= m_deadline; }
    WebAnswer answer(CURLcode code);
    const std::function<void(WebAnswer)>& done() const { return m_done; }
    bool hasCalledBack() { return std::exchange(m_calledBack, false); }

  private:
    static std::size_t onHeader(char* data, std::size_t size, std::size_t count, void* self);
    static std::size_t onBody(char* data, std::size_t size, std::size_t count, void* self);
    std::size_t take(std::string_view bytes);
    template <typename Value>
    bool set(CURLoption option, Value value) {
        return curl_easy_setopt(m_easy.get(), option, value) == CURLE_OK;
    }
    int status() const {
        long status = 0;
        curl_easy_getinfo(m_easy.get(), CURLINFO_RESPONSE_CODE, &status);
        return static_cast<int>(status);
    }
    std::string inWords(CURLcode code) const;

    WebRequest m_request;
    std::function<bool(std::string_view)> m_onBytes; // of a stream
    std::function<void(WebAnswer)> m_done;
    std::string m_body;
    bool m_tooLong = false, m_begun = false; // begun: the head of a stream came
    bool m_refused = false;                  // by who hears the stream
    bool m_calledBack = false;
    SteadyTime m_deadline = steady_clock::now() + m_request.patience;
    std::unique_ptr<curl_slist, FreeList> m_headers;
    std::unique_ptr<CURL, FreeEasy> m_easy;
};

std::size_t Transfer::onBody(char* data, std::size_t size, std::size_t count, void* self) {
    return static_cast<Transfer*>(self)->take({data, size * count});
}

// A header line that is empty ends the head.
std::size_t Transfer::onHeader(char* data, std::size_t size, std::size_t count, void* self) {
    Transfer& transfer = *static_cast<Transfer*>(self);
    const std::string_view line(data, size * count);
    if (transfer.m_onBytes && !transfer.m_begun && line == "\r\n" && transfer.status() == 200) {
        transfer.m_begun = transfer.m_calledBack = true;
        transfer.m_onBytes({});
    }
    return line.size();
}

std::size_t Transfer::take(std::string_view bytes) {
    if (m_begun) {
        m_calledBack = true;
        m_refused = !m_onBytes(bytes);
        return m_refused ? 0 : bytes.size();
    }
    const std::size_t most = m_onBytes != nullptr ? mostToReport : m_request.mostBytes;
    if (m_body.size() + bytes.size() > most) {
        m_tooLong = true;
        return 0;
    }
    m_body += bytes;
    return bytes.size();
}

bool Transfer::configure(const std::string& userAgent, const std::string& proxyUrl) {
    if (!m_easy)
        return false;
    for (const std::string& header : m_request.headers)
        if (curl_slist* const longer = curl_slist_append(m_headers.get(), header.c_str())) {
            (void)m_headers.release();
            m_headers.reset(longer);
        }
    const long patience = static_cast<long>(milliseconds(m_request.patience).count());
    const bool asked = set(CURLOPT_URL, m_request.url.c_str()) && set(CURLOPT_NOSIGNAL, 1L) &&
                       set(CURLOPT_PROTOCOLS_STR, "http,https") && set(CURLOPT_FOLLOWLOCATION, 0L) &&
                       set(CURLOPT_HTTP_VERSION, static_cast<long>(CURL_HTTP_VERSION_1_1)) &&
                       set(CURLOPT_HTTP09_ALLOWED, 0L) && set(CURLOPT_USERAGENT, userAgent.c_str()) &&
                       set(CURLOPT_NETRC, static_cast<long>(CURL_NETRC_IGNORED)) && set(CURLOPT_ACCEPT_ENCODING, "") &&
                       set(CURLOPT_HTTPHEADER, m_headers.get()) && set(CURLOPT_WRITEFUNCTION, &Transfer::onBody) &&
                       set(CURLOPT_WRITEDATA, this) && set(CURLOPT_HEADERFUNCTION, &Transfer::onHeader) &&
                       set(CURLOPT_HEADERDATA, this);
    const bool connected =
        set(CURLOPT_QUICK_EXIT, 1L) && set(CURLOPT_CONNECTTIMEOUT_MS, std::min(patience, 30'000L)) &&
        set(CURLOPT_TIMEOUT_MS, m_onBytes ? static_cast<long>(milliseconds(m_request.life).count()) : patience) &&
        set(CURLOPT_TCP_KEEPALIVE, 1L) && set(CURLOPT_TCP_KEEPIDLE, keepAliveAfter_s) &&
        set(CURLOPT_TCP_KEEPINTVL, keepAliveEvery_s) && set(CURLOPT_PROXY, proxyUrl.c_str()) &&
        set(CURLOPT_NOPROXY, "");
    if (!m_request.post)
        return asked && connected;
    return asked && connected && set(CURLOPT_POSTFIELDSIZE, static_cast<long>(m_request.post->size())) &&
           set(CURLOPT_POSTFIELDS, m_request.post->c_str());
}

std::string Transfer::inWords(CURLcode code) const {
    if (m_tooLong)
        return std::string(clauses::tooLong);
    if (m_refused)
        return std::string(clauses::malformed);
    switch (code) { // NOLINT(clang-diagnostic-switch-enum): a hundred codes; the rest is told by libcurl
    case CURLE_OK:
        return {};
    case CURLE_OPERATION_TIMEDOUT:
        return clauses::filled(clauses::timedOut, std::to_string(m_request.patience.count()));
    case CURLE_COULDNT_RESOLVE_HOST:
        return std::string(clauses::nameUnknown);
    case CURLE_COULDNT_CONNECT:
        return std::string(clauses::unreachable);
    case CURLE_PEER_FAILED_VERIFICATION:
        return std::string(clauses::badCertificate);
    case CURLE_PARTIAL_FILE:
    case CURLE_RECV_ERROR:
    case CURLE_GOT_NOTHING:
        return std::string(clauses::broken);
    case CURLE_UNSUPPORTED_PROTOCOL: // what came is not HTTP
    case CURLE_WEIRD_SERVER_REPLY:
        return std::string(clauses::malformed);
    default:
        return clauses::filled(clauses::notAsked, curl_easy_strerror(code));
    }
}

WebAnswer Transfer::answer(CURLcode code) {
    WebAnswer answer;
    answer.status = status();
    answer.trouble = inWords(code);
    answer.body = std::move(m_body);
    curl_off_t wait = 0; // libcurl reads both forms of the header
    if (curl_easy_getinfo(m_easy.get(), CURLINFO_RETRY_AFTER, &wait) == CURLE_OK && wait > 0)
        answer.retryAfter = seconds(std::min<curl_off_t>(wait, 7 * 24 * 3600));
    constexpr std::size_t longestTag = 200;
    curl_header* tag = nullptr;
    if (curl_easy_header(m_easy.get(), "ETag", 0, CURLH_HEADER, -1, &tag) == CURLHE_OK &&
        std::string_view(tag->value).size() <= longestTag)
        answer.etag = tag->value;
    return answer;
}

} // namespace

struct WebClient::Impl {
    Impl(std::string agent, const Way& way) : userAgent(std::move(agent)), multi(curl_multi_init()) {
        if (way.proxy)
            proxyUrl = "socks5h://" + way.proxy->address.hostText() + ":" + std::to_string(way.proxy->port);
    }
    ~Impl() {
        for (const Transfer& transfer : transfers)
            curl_multi_remove_handle(multi, transfer.easy());
        transfers.clear();
        curl_multi_cleanup(multi);
    }
    Impl(const Impl&) = delete;
    Impl& operator=(const Impl&) = delete;

    void begin(const WebRequest& request, std::function<bool(std::string_view)> on_bytes,
               std::function<void(WebAnswer)> done) {
        Transfer& transfer = transfers.emplace_back(request, std::move(on_bytes), std::move(done));
        if (!transfer.configure(userAgent, proxyUrl) || curl_multi_add_handle(multi, transfer.easy()) != CURLM_OK)
            broken.push_back(std::prev(transfers.end()));
    }

    void finish(std::list<Transfer>::iterator transfer, CURLcode code) {
        curl_multi_remove_handle(multi, transfer->easy());
        WebAnswer answer = transfer->answer(code);
        const std::function<void(WebAnswer)> done = transfer->done();
        transfers.erase(transfer); // first: what is called back may begin another
        calledBack = true;
        done(std::move(answer));
    }

    void finishEnded() {
        int queued = 0;
        while (const CURLMsg* const message = curl_multi_info_read(multi, &queued)) {
            const auto ended = std::find_if(transfers.begin(), transfers.end(), [message](const Transfer& transfer) {
                return transfer.easy() == message->easy_handle;
            });
            if (message->msg == CURLMSG_DONE && ended != transfers.end())
                finish(ended, message->data.result);
        }
        for (const auto& transfer : std::exchange(broken, {}))
            finish(transfer, CURLE_FAILED_INIT);
    }

    void finishOverdue(SteadyTime now) {
        for (auto transfer = transfers.begin(); transfer != transfers.end();) {
            const auto next = std::next(transfer);
            if (transfer->isOverdue(now))
                finish(transfer, CURLE_OPERATION_TIMEDOUT);
            transfer = next;
        }
    }

    std::string userAgent, proxyUrl;
    CURLM* multi;
    std::list<Transfer> transfers;
    std::vector<std::list<Transfer>::iterator> broken; // never begun
    bool calledBack = false;
};

WebClient::WebClient(std::string userAgent, const Way& way) {
    initialiseCurlOnce();
    m_impl = std::make_unique<Impl>(std::move(userAgent), way);
}
WebClient::~WebClient() = default;

void WebClient::ask(const WebRequest& request, std::function<void(WebAnswer)> done) {
    m_impl->begin(request, nullptr, std::move(done));
}

void WebClient::stream(const WebRequest& request, std::function<bool(std::string_view)> onBytes,
                       std::function<void(WebAnswer)> ended) {
    m_impl->begin(request, std::move(onBytes), std::move(ended));
}

bool WebClient::busy() const { return !m_impl->transfers.empty(); }

void WebClient::work(SteadyTime until, const StopSignal& stop) {
    m_impl->calledBack = false;
    while (!stop.stopped()) {
        int running = 0;
        curl_multi_perform(m_impl->multi, &running);
        m_impl->finishEnded();
        const SteadyTime now = steady_clock::now();
        m_impl->finishOverdue(now);
        for (Transfer& transfer : m_impl->transfers)
            m_impl->calledBack = transfer.hasCalledBack() || m_impl->calledBack;
        if (now >= until || m_impl->calledBack)
            return;
        curl_waitfd stopped{stop.fd(), CURL_WAIT_POLLIN, 0};
        curl_multi_poll(m_impl->multi, &stopped, stop.fd() >= 0 ? 1U : 0U,
                        std::min(pollMilliseconds(until, stop), 1000), nullptr);
    }
}

} // namespace kpwatch
