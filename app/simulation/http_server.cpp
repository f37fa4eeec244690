// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/simulation/http_server.h"

#include "probes/utc_time.h"

#include <array>
#include <ctime>

namespace kpwatch {

namespace {

using namespace std::string_literals;
using std::chrono::milliseconds;
using Welcome = StreamServer::Welcome;
using Door = StreamServer::Door;

constexpr milliseconds drip(100);

void addHeader(std::string& text, const char* name, const std::string& value) {
    if (!value.empty())
        text += std::string(name) + ": " + value + "\r\n";
}

// RFC 9110, 5.6.7. The locale of dates is always "C" here.
std::string dateText(UtcTime time) {
    const std::time_t seconds = std::chrono::system_clock::to_time_t(std::chrono::floor<std::chrono::seconds>(time));
    std::tm parts{};
    gmtime_r(&seconds, &parts);
    std::array<char, 40> text{};
    const std::size_t length = std::strftime(text.data(), text.size(), "%a, %d %b %Y %H:%M:%S GMT", &parts);
    return {text.data(), length};
}

std::string bytesOf(const HttpPage& page) {
    const std::string body =
        !page.body.empty() || page.title.empty()
            ? page.body
            : "<!DOCTYPE html>\n<html><head><title>" + page.title + "</title></head><body></body></html>\n";
    std::string text = "HTTP/1.1 " + std::to_string(page.status) + " Simulated\r\n";
    addHeader(text, "Server", page.server);
    addHeader(text, "Last-Modified", page.lastModified);
    addHeader(text, "Location", page.location);
    if (page.clockAhead)
        addHeader(text, "Date", dateText(utcNow() + *page.clockAhead));
    addHeader(text, "Content-Type", page.contentType);
    addHeader(text, "Content-Length", std::to_string(body.size()));
    return text + page.headers + "Connection: close\r\n\r\n" + body;
}

Reply closing(std::string bytes) {
    Reply reply;
    reply.bytes = std::move(bytes);
    return reply;
}

Reply endless(std::string bytes) {
    Reply reply = closing(std::move(bytes));
    reply.endless = true;
    return reply;
}

Door doorFor(HttpBehaviour behaviour) {
    if (behaviour == HttpBehaviour::FullBacklog)
        return Door::Full;
    return behaviour == HttpBehaviour::Refuse ? Door::Refusing : Door::Open;
}

} // namespace

HttpServer::HttpServer(const Options& options)
    : m_host(options.tlsHost.empty() ? options.place.address.text() : options.tlsHost) {
    if (!options.tlsHost.empty())
        m_identity = options.identity.context ? options.identity : selfSigned(options.tlsHost, options.place.address);
    m_stream = std::make_unique<StreamServer>(
        options.place,
        StreamServer::Conduct{[this] { return welcome(); }, [this](std::string& received) { return answer(received); }},
        m_identity.context);
}

std::string HttpServer::url() const {
    const std::string scheme = m_identity.context ? "https" : "http";
    return scheme + "://" + m_host + ":" + std::to_string(port()) + "/";
}

void HttpServer::setBehaviour(HttpBehaviour behaviour) {
    m_behaviour = behaviour;
    m_stream->setDoor(doorFor(behaviour));
}

void HttpServer::setPage(HttpPage page) {
    const std::lock_guard lock(m_mutex);
    m_page = std::move(page);
}

void HttpServer::setDelay(milliseconds delay) { m_delay = delay; }

std::string HttpServer::lastRequest() const {
    const std::lock_guard lock(m_mutex);
    return m_lastRequest;
}

Welcome HttpServer::welcome() const {
    const HttpBehaviour behaviour = m_behaviour;
    if (behaviour == HttpBehaviour::Silent)
        return Welcome::Ignore;
    if (behaviour == HttpBehaviour::ResetAfterAccept)
        return Welcome::Reset;
    return behaviour == HttpBehaviour::Garbage ? Welcome::Plain : Welcome::Talk;
}

std::optional<Reply> HttpServer::answer(std::string& received) {
    const HttpBehaviour behaviour = m_behaviour;
    const bool talksAtOnce = behaviour == HttpBehaviour::Garbage;
    const std::size_t end = received.find("\r\n\r\n");
    if (received.empty() || (!talksAtOnce && end == std::string::npos))
        return std::nullopt;
    const std::string request = talksAtOnce ? std::exchange(received, {}) : received.substr(0, end + 4);
    received.erase(0, request.size());
    const std::lock_guard lock(m_mutex);
    m_lastRequest = request;
    if (behaviour == HttpBehaviour::SilentToRequests)
        return std::nullopt;
    Reply reply = misbehave(behaviour, bytesOf(m_page));
    reply.delay = m_delay;
    return reply;
}

Reply HttpServer::misbehave(HttpBehaviour behaviour, const std::string& page) const {
    Reply reply = closing(page);
    switch (behaviour) {
    case HttpBehaviour::Answer:
    // Decided before there is a request; who has sent one already is answered.
    case HttpBehaviour::FullBacklog:
    case HttpBehaviour::Refuse:
    case HttpBehaviour::ResetAfterAccept:
    case HttpBehaviour::Silent:
    case HttpBehaviour::SilentToRequests:
        return reply;
    case HttpBehaviour::ResetAfterRequest:
        reply.bytes.clear();
        reply.then = Reply::Then::Reset;
        return reply;
    case HttpBehaviour::EarlyClose:
        return closing({});
    case HttpBehaviour::SlowHeader:
        reply.pieceBytes = 1;
        reply.pause = drip;
        return reply;
    case HttpBehaviour::SlowBody:
        reply.bytes = "HTTP/1.1 200 Simulated\r\nContent-Length: 50\r\n\r\n" + std::string(50, 'x');
        reply.headBytes = reply.bytes.size() - 50;
        reply.pieceBytes = 1;
        reply.pause = drip;
        return reply;
    case HttpBehaviour::ShortBody:
        return closing("HTTP/1.1 200 Simulated\r\nContent-Length: 5000\r\n\r\n<title>Cut</title>");
    case HttpBehaviour::Garbage:
        return closing("\x00\xff\x16\x1b[31m\r\n\r\n\x80garbage"s);
    case HttpBehaviour::Http09:
        return closing("<html><title>Old</title></html>");
    case HttpBehaviour::OversizedHeader:
        return closing("HTTP/1.1 200 Simulated\r\nServer: " + std::string(200'000, 'A') + "\r\n\r\n");
    case HttpBehaviour::EndlessHeaders:
        return endless("HTTP/1.1 103 Early Hints\r\nLink: </>\r\n\r\n");
    case HttpBehaviour::EndlessBody:
        // Sent over and over: what follows the first head is body.
        return endless("HTTP/1.1 200 Simulated\r\nConnection: close\r\n\r\n<title>Endless</title>" +
                       std::string(100'000, 'x'));
    }
    return reply;
}

} // namespace kpwatch
