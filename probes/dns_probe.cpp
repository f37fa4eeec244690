// SPDX-License-Identifier: GPL-3.0-or-later
// One question to one authoritative name server: does it answer for its zone?
#include "probes/net/dns_exchange.h"
#include "probes/one_check.h"
#include "probes/wire/block_page.h"

#include <algorithm>

namespace kpwatch {

namespace {

// Healthy is NOERROR, authoritative, and an answer to what was asked.
Failure judged(const DnsMessage& message, const DnsQuestion& question) {
    if (message.rcode == "NXDOMAIN")
        return Failure::NoSuchName;
    if (message.rcode != "NOERROR")
        return Failure::ServerFailure;
    const bool healthy = message.authoritative && !answersTo(message, question).empty();
    return healthy ? Failure::None : Failure::UnexpectedAnswer;
}

DnsDetail detailOf(const DnsMessage& message, const DnsQuestion& question) {
    DnsDetail detail;
    detail.rcode = message.rcode;
    detail.authoritative = message.authoritative;
    const auto answers = answersTo(message, question);
    if (!answers.empty()) {
        detail.ttl = answers.front().ttl;
        detail.serial = answers.front().serial;
    }
    return detail;
}

} // namespace

Observation dnsProbe(const DnsOptions& options, const OneCheck& check) {
    Observation seen;
    const auto server = allowedAddress(options.server, check.attempt.rules, seen);
    if (!server)
        return seen;
    const DnsQuestion question{options.name, options.type};
    const DnsExchange exchange = askNameServer(*server, options.port, question, check.attempt.deadline, check.stop);
    seen.reached = exchange.reached;
    seen.failure = exchange.failure;
    seen.source = exchange.source;
    seen.tries = std::max(exchange.tries, 1); // as in every observation, also of what could not be sent
    if (exchange.heardAt)
        seen.phases.firstByte = check.since(*exchange.heardAt);
    if (exchange.message)
        seen.detail = detailOf(*exchange.message, question);
    else if (exchange.refusal)
        seen.detail = DnsDetail{.refusal = refusalDetail(*exchange.refusal)};
    if (exchange.failure == Failure::None)
        seen.failure = judged(*exchange.message, question);
    const Fingerprints* const known = check.attempt.fingerprints;
    if (known != nullptr && exchange.message && holdsBogon(exchange.message->answers, known->bogons))
        seen.failure = Failure::Blocked;
    return seen;
}

} // namespace kpwatch
