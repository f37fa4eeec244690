// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/simulation/smtp_server.h"

namespace kpwatch {

namespace {

using namespace std::string_literals;
using std::chrono::milliseconds;
using Then = Reply::Then;
using Welcome = StreamServer::Welcome;
using Door = StreamServer::Door;

const std::string welcomeLine = "220 mail.star-co.net.kp ESMTP\r\n";

Reply saying(std::string bytes, Then then = Then::Keep) {
    Reply reply;
    reply.bytes = std::move(bytes);
    reply.then = then;
    return reply;
}

Reply endless(std::string bytes, std::size_t piece_bytes = 0, milliseconds pause = milliseconds(0)) {
    Reply reply = saying(std::move(bytes));
    reply.endless = true;
    reply.pieceBytes = piece_bytes;
    reply.pause = pause;
    return reply;
}

Reply late(std::string bytes, milliseconds delay) {
    Reply reply = saying(std::move(bytes));
    reply.delay = delay;
    return reply;
}

Reply dripping(std::string bytes, milliseconds pause) {
    Reply reply = saying(std::move(bytes));
    reply.pieceBytes = 1;
    reply.pause = pause;
    return reply;
}

Door doorFor(SmtpBehaviour behaviour) {
    if (behaviour == SmtpBehaviour::FullBacklog)
        return Door::Full;
    return behaviour == SmtpBehaviour::Refuse ? Door::Refusing : Door::Open;
}

} // namespace

SmtpServer::SmtpServer(const ServerPlace& place)
    : m_stream(std::make_unique<StreamServer>(
          place, StreamServer::Conduct{[this] { return welcome(); },
                                       [this](std::string& received) { return answer(received); },
                                       [this] { return greeting(); }})) {}

void SmtpServer::setBehaviour(SmtpBehaviour behaviour) {
    m_behaviour = behaviour;
    m_stream->setDoor(doorFor(behaviour));
}

std::string SmtpServer::heard() const {
    const std::lock_guard lock(m_mutex);
    return m_heard;
}

Welcome SmtpServer::welcome() const {
    if (m_behaviour == SmtpBehaviour::Silent)
        return Welcome::Ignore;
    return m_behaviour == SmtpBehaviour::ResetAfterAccept ? Welcome::Reset : Welcome::Talk;
}

Reply SmtpServer::greeting() const {
    switch (m_behaviour) {
    case SmtpBehaviour::Greet:
    case SmtpBehaviour::SilentToQuit:
    case SmtpBehaviour::ResetAtQuit:
    case SmtpBehaviour::FloodAtQuit:
    // Decided before there is anything to say.
    case SmtpBehaviour::FullBacklog:
    case SmtpBehaviour::Refuse:
    case SmtpBehaviour::ResetAfterAccept:
    case SmtpBehaviour::Silent:
        return saying(welcomeLine);
    case SmtpBehaviour::GreetInLines:
        return saying("220-mail.star-co.net.kp\r\n220-No unsolicited mail\r\n220 ESMTP\r\n");
    case SmtpBehaviour::GreetWithLf:
        return saying("220-one\n220 two\n");
    case SmtpBehaviour::GreetLate:
        return late(welcomeLine, milliseconds(300));
    case SmtpBehaviour::Busy:
        return saying("421 4.3.2 Too many connections\r\n", Then::Close);
    case SmtpBehaviour::NoService:
        return saying("554 No service for you\r\n");
    case SmtpBehaviour::ResetWhileGreeting:
        return saying("220-mail", Then::Reset);
    case SmtpBehaviour::Close:
        return saying({}, Then::Close);
    case SmtpBehaviour::CutGreeting:
        return saying("220-mail\r\n220-", Then::Close);
    case SmtpBehaviour::WithoutLineEnd:
        return saying("220 mail.star-co.net.kp");
    case SmtpBehaviour::Drip:
        return dripping(welcomeLine, milliseconds(100));
    case SmtpBehaviour::SlowLines:
        return endless("220-wait\r\n", 10, milliseconds(50));
    case SmtpBehaviour::EndlessLines:
        return endless("220-and another line\r\n");
    case SmtpBehaviour::EndlessLine:
        return endless("220 and on and on");
    case SmtpBehaviour::Web:
        return saying("HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n", Then::Close);
    case SmtpBehaviour::Garbage:
        return saying("\x16\x03\x01\x00\xff\x1b[31m\r\n\x80garbage\r\n"s);
    case SmtpBehaviour::BadCode:
        return saying("999 what\r\n");
    }
    return {};
}

std::optional<Reply> SmtpServer::answer(std::string& received) {
    {
        const std::lock_guard lock(m_mutex);
        m_heard += received;
    }
    const bool quit = std::exchange(received, {}).starts_with("QUIT\r\n");
    if (!quit || m_behaviour == SmtpBehaviour::SilentToQuit)
        return std::nullopt;
    if (m_behaviour == SmtpBehaviour::ResetAtQuit)
        return saying({}, Then::Reset);
    if (m_behaviour == SmtpBehaviour::FloodAtQuit)
        return endless("221-not yet\r\n");
    return saying("221 Bye\r\n", Then::Close);
}

} // namespace kpwatch
