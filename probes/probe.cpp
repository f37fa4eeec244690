// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/probe.h"

#include "probes/one_check.h"

#include <cassert>

namespace kpwatch {

namespace {

struct Ask {
    const OneCheck& check;
    Observation operator()(const HttpOptions& options) const { return httpProbe(options, check); }
    Observation operator()(const DnsOptions& options) const { return dnsProbe(options, check); }
    Observation operator()(const TcpOptions& options) const { return tcpProbe(options, check); }
    Observation operator()(const SmtpOptions& /*options*/) const { return notAsked(); }
    Observation operator()(const PingOptions& /*options*/) const { return notAsked(); }
    Observation operator()(const TraceOptions& /*options*/) const { return notAsked(); }

    static Observation notAsked() {
        assert(!"a kind of probe that app/watchlist refuses to enable");
        return {};
    }
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
