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
