// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/evidence/shared_detail.h"

#include "probes/net/address_rules.h"

#include <algorithm>

namespace kpwatch {

namespace {

constexpr int leastOwnHops = 3;          // our router, our provider's nearest, and the one behind it
constexpr std::size_t ownPublicHops = 2; // the first public addresses on the way are our provider's
constexpr int greeting = 220;            // RFC 5321, 4.2

// The block a provider's routers are numbered from, at a guess: /16, of IPv6 /32.
bool isNeighbour(const Address& left, const Address& right) {
    return left.v6 == right.v6 &&
           std::equal(left.bytes.begin(), left.bytes.begin() + (left.v6 ? 4 : 2), right.bytes.begin());
}

// Networks cannot be told apart by their numbers without asking somebody, so this errs towards leaving out: all up to
// the third hop, up to the last private or special address, up to the second public one, and up to the last that is
// numbered like one of these two or like ourselves.
int lastOwnHop(const TraceDetail& trace, const std::optional<Address>& source) {
    // A trace of ours begins with the first hop, silent or not; one that does not has been through here before.
    if (!trace.hops.empty() && trace.hops.front().ttl > leastOwnHops)
        return 0;
    std::vector<Address> own;
    if (source && source->isPublic())
        own.push_back(*source);
    std::size_t public_hops = 0;
    int last = leastOwnHops;
    for (const TraceHop& hop : trace.hops) {
        const auto address = Address::parse(hop.address);
        if (!address)
            continue;
        bool ours = !address->isPublic() || std::any_of(own.begin(), own.end(), [&](const Address& known) {
            return isNeighbour(known, *address);
        });
        if (address->isPublic() && ++public_hops <= ownPublicHops) {
            own.push_back(*address);
            ours = true;
        }
        if (ours)
            last = std::max(last, hop.ttl);
    }
    return last;
}

struct Shared {
    const Observation& row;

    template <typename Kind>
    Detail operator()(const Kind& detail) const {
        Kind shared = detail;
        if constexpr (requires { shared.refusal; })
            shared.refusal.router.clear();
        return shared;
    }
    Detail operator()(const SmtpDetail& smtp) const {
        SmtpDetail shared = smtp;
        shared.refusal.router.clear();
        if (smtp.code != greeting)
            shared.banner.clear();
        return shared;
    }
    Detail operator()(const TraceDetail& trace) const {
        TraceDetail shared = trace;
        const int own = lastOwnHop(trace, Address::parse(row.source));
        std::erase_if(shared.hops, [&](const TraceHop& hop) { return hop.ttl <= own; });
        return shared;
    }
};

} // namespace

Detail sharedDetail(const Observation& row) { return std::visit(Shared{row}, row.detail); }

} // namespace kpwatch
