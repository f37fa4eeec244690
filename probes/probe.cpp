// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/probe.h"

#include "probes/one_check.h"

#include <algorithm>

namespace kpwatch {

namespace {

struct Ask {
    const OneCheck& check;
    Observation operator()(const HttpOptions& options) const { return httpProbe(options, check); }
    Observation operator()(const DnsOptions& options) const { return dnsProbe(options, check); }
    Observation operator()(const TcpOptions& options) const { return tcpProbe(options, check); }
    Observation operator()(const SmtpOptions& options) const { return smtpProbe(options, check); }
    Observation operator()(const PingOptions& options) const { return pingProbe(options, check); }
    Observation operator()(const TraceOptions& options) const { return traceProbe(options, check); }
};

} // namespace

std::optional<Address> allowedAddress(const std::string& literal, const AddressRules& rules, Observation& seen) {
    const auto address = Address::parse(literal);
    if (!address)
        return std::nullopt;
    seen.peer = address->text();
    if (rules.allows(*address))
        return address;
    seen.failure = Failure::SuspiciousAnswer;
    return std::nullopt;
}

std::optional<Address> addressToAsk(const std::string& host, const Attempt& attempt, Observation& seen) {
    if (Address::parse(host))
        return allowedAddress(host, attempt.rules, seen);
    seen.reached = Stage::Resolve;
    const auto known = attempt.addresses;
    const auto allowed =
        std::find_if(known.begin(), known.end(), [&](const Address& address) { return attempt.rules.allows(address); });
    const auto asked = allowed == known.end() ? known.begin() : allowed;
    return asked == known.end() ? std::nullopt : allowedAddress(asked->text(), attempt.rules, seen);
}

std::optional<Address> addressInReach(const std::string& host, const Attempt& attempt, Observation& seen) {
    auto address = addressToAsk(host, attempt, seen);
    if (!address)
        return std::nullopt;
    seen.reached = Stage::Connect;
    const OwnEnd own = ownEndTowards(*address);
    seen.source = own.address ? own.address->text() : std::string();
    seen.failure = own.failure;
    return own.failure == Failure::None ? address : std::nullopt;
}

RefusalDetail refusalDetail(const Refusal& refusal) { return {refusal.router.text(), refusal.type, refusal.code}; }

Dialled dialInto(const Address& address, std::uint16_t port, const OneCheck& check, Observation& seen) {
    seen.reached = Stage::Connect;
    const auto deadline = std::min(check.attempt.deadline, check.begin + check.attempt.connectTimeout);
    Dialled dialled = dialTcp(address, port, deadline, check.stop);
    seen.failure = dialled.failure;
    seen.source = dialled.source;
    seen.tries = 1 + dialled.retransmits;
    if (dialled.answered())
        seen.phases.connect = check.soFar();
    return dialled;
}

Observation probe(const Target& target, const Attempt& attempt) {
    const OneCheck check(attempt);
    Observation seen;
    // A check that comes too late asks nobody, so it says nothing about anybody.
    if (attempt.stop.stop_requested())
        seen.failure = Failure::Cancelled;
    else if (check.begin < attempt.deadline)
        seen = std::visit(Ask{check}, target.probe);
    seen.target = target.id;
    seen.startedAt = attempt.startedAt;
    seen.elapsed = check.soFar();
    return seen;
}

} // namespace kpwatch
