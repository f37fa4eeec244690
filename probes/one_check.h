// SPDX-License-Identifier: GPL-3.0-or-later
// The one signature of every prober, and what all of them begin with. Internal to probes: the door is probes/probe.h.
// Each function asks and waits as probe() promises; any thread.
#pragma once

#include "probes/net/socket.h"
#include "probes/net/stop_signal.h"
#include "probes/probe.h"

namespace kpwatch {

// What a check carries along: the clock it is measured by and what may end it.
struct OneCheck {
    explicit OneCheck(const Attempt& what) : attempt(what), begin(std::chrono::steady_clock::now()), stop(what.stop) {}
    const Attempt& attempt;
    SteadyTime begin;
    StopSignal stop;

    Micros since(SteadyTime then) const { return std::chrono::duration_cast<Micros>(then - begin); }
    Micros soFar() const { return since(std::chrono::steady_clock::now()); }
};

// Each fills what it saw: everything but target, startedAt, elapsed, which are the same for all.
Observation httpProbe(const HttpOptions& options, const OneCheck& check);
Observation dnsProbe(const DnsOptions& options, const OneCheck& check);
Observation tcpProbe(const TcpOptions& options, const OneCheck& check);
Observation smtpProbe(const SmtpOptions& options, const OneCheck& check);
Observation pingProbe(const PingOptions& options, const OneCheck& check);
Observation traceProbe(const TraceOptions& options, const OneCheck& check);

// The address a literal names, or an observation that says why nothing was asked: Prepare and Unknown for what is no
// address, SuspiciousAnswer for one that may not be dialled.
std::optional<Address> allowedAddress(const std::string& literal, const AddressRules& rules, Observation& seen);

// The same for a host that may also be a name: then it is the first address of the address book that may be dialled.
std::optional<Address> addressToAsk(const std::string& host, const Attempt& attempt, Observation& seen);

// And of those one to which a way leads from here; source and stage are noted, and LocalNetworkDown if there is none.
std::optional<Address> addressInReach(const std::string& host, const Attempt& attempt, Observation& seen);

RefusalDetail refusalDetail(const Refusal& refusal);

// Connects within the limits of the check and notes how that went.
Dialled dialInto(const Address& address, std::uint16_t port, const OneCheck& check, Observation& seen);

} // namespace kpwatch
