// SPDX-License-Identifier: GPL-3.0-or-later
// What a mail server says to whoever comes in. We read it and take our leave: no EHLO, which would tell our name, and
// never a letter.
#include "probes/net/stream.h"
#include "probes/one_check.h"
#include "probes/wire/smtp_reply.h"

#include <algorithm>
#include <array>

namespace kpwatch {

namespace {

constexpr std::chrono::seconds farewell(1); // how long QUIT may take: it is politeness, not part of the answer

class Conversation {
  public:
    Conversation(const Socket& connection, const StreamLimit& limit) : m_connection(connection), m_limit(limit) {}

    // The greeting as far as it came. failure: None once there is a whole one; what else was said is no SMTP.
    Failure greeting(SmtpReply& reply) {
        const Failure failure = readReply(reply, m_limit);
        // Whatever became of it: somebody there spoke.
        return failure != Failure::None && failure != Failure::Cancelled && heard() ? Failure::ProtocolError : failure;
    }

    void quit() {
        static constexpr std::array<std::uint8_t, 6> command{'Q', 'U', 'I', 'T', '\r', '\n'};
        const StreamLimit limit{std::min(m_limit.deadline, std::chrono::steady_clock::now() + farewell), m_limit.stop};
        m_received.clear();
        SmtpReply ignored;
        if (sendAll(m_connection, command, limit) == Failure::None)
            readReply(ignored, limit);
    }

    std::optional<SteadyTime> firstByte() const { return m_firstByte; }

  private:
    bool heard() const { return !m_received.empty(); }

    Failure readReply(SmtpReply& reply, const StreamLimit& limit) {
        while (reply.state == SmtpReply::State::Unfinished) {
            std::array<std::uint8_t, 4096> buffer{};
            const Received more = receiveSome(m_connection, buffer, limit);
            if (more.failure != Failure::None)
                return more.failure;
            if (more.count == 0) // closed before a word: who takes a connection and says nothing may be anybody
                return heard() ? Failure::ProtocolError : Failure::SuspiciousAnswer;
            if (!m_firstByte)
                m_firstByte = std::chrono::steady_clock::now();
            m_received.append(buffer.begin(), buffer.begin() + static_cast<std::ptrdiff_t>(more.count));
            reply = readSmtpReply(m_received);
        }
        return reply.state == SmtpReply::State::Whole ? Failure::None : Failure::ProtocolError;
    }

    const Socket& m_connection;
    StreamLimit m_limit;
    std::string m_received; // one reply's limit and a buffer at most
    std::optional<SteadyTime> m_firstByte;
};

// RFC 5321, 4.2.1: 2yz is welcome; 421, 554 and the like turn us away, but they are spoken by the server.
Failure judged(const SmtpReply& greeting) { return greeting.code / 100 == 2 ? Failure::None : Failure::ServerFailure; }

} // namespace

Observation smtpProbe(const SmtpOptions& options, const OneCheck& check) {
    Observation seen;
    const auto address = addressToAsk(options.host, check.attempt, seen);
    if (!address)
        return seen;
    const Dialled dialled = dialInto(*address, options.port, check, seen);
    if (dialled.answered())
        seen.reached = Stage::Exchange;
    if (dialled.failure != Failure::None) {
        seen.failure = failureBeforeReading(dialled);
        if (dialled.refusal)
            seen.detail = SmtpDetail{.refusal = refusalDetail(*dialled.refusal)};
        return seen;
    }
    Conversation conversation(dialled.socket, {check.attempt.deadline, check.stop});
    SmtpReply greeting;
    seen.failure = conversation.greeting(greeting);
    if (conversation.firstByte())
        seen.phases.firstByte = check.since(*conversation.firstByte());
    seen.detail = SmtpDetail{.code = greeting.code, .banner = greeting.text};
    if (seen.failure == Failure::None) {
        seen.reached = Stage::Done;
        seen.failure = judged(greeting);
        conversation.quit();
    }
    return seen;
}

} // namespace kpwatch
