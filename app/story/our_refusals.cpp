// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/story/our_refusals.h"

#include <algorithm>
#include <array>

namespace kpwatch {

namespace {

using namespace std::chrono_literals;

constexpr auto routerKnownFor = 24h;
constexpr auto speaksForItsBlock = 3min; // the sentinel of a block is asked every minute
constexpr std::size_t mostRouters = 64;  // of one day

// Who refused it, if that was not the one who was asked: the port closed, says a name server itself.
std::optional<Address> routerOf(const Observation& row) {
    const RefusalDetail* const refusal = refusalOf(row.detail);
    const auto router = refusal == nullptr ? std::nullopt : Address::parse(refusal->router);
    return router == Address::parse(row.peer) ? std::nullopt : router;
}

// RFC 1812, section 5.2.7.1, and RFC 4443, section 3.1; and that a port is closed, which is what a firewall says unless
// it is told otherwise, and no business of a router's. That there is no route is another matter: it may be theirs that
// is gone, and a provider's router says so of both.
bool isForbidden(const RefusalDetail& refused, bool v6) {
    constexpr std::array codes{3, 9, 10, 13};
    constexpr std::array codesV6{1, 4, 5, 6};
    const auto& known = v6 ? codesV6 : codes;
    return refused.icmpType == (v6 ? 1 : 3) && std::find(known.begin(), known.end(), refused.icmpCode) != known.end();
}

bool isClosedPort(const RefusalDetail& refused, bool v6) { return refused.icmpCode == (v6 ? 4 : 3); }

// Private addresses of two sides do not meet: it stands before the public network begins. In a network that is private
// from end to end it tells nothing.
bool isPrivateOfOurs(const Address& router, const Observation& row) {
    const auto asked = Address::parse(row.peer);
    return asked && asked->isPublic() && !router.isPublic();
}

// In the network that the check left by, the same /24 or /48.
bool isBesideUs(const Address& router, const Observation& row) {
    const auto ours = Address::parse(row.source);
    return ours && router.v6 == ours->v6 && router.block() == ours->block();
}

} // namespace

void OurRefusals::ofNobody(const Observation& row) {
    const auto router = routerOf(row);
    if (!router)
        return;
    std::erase_if(m_routers, [&](const auto& known) { return known.second < row.startedAt - routerKnownFor; });
    if (m_routers.size() < mostRouters)
        m_routers[*router] = row.endedAt();
}

std::optional<Reason> OurRefusals::saidBy(const Observation& row) const {
    const auto router = routerOf(row);
    if (!router)
        return std::nullopt;
    const bool forbidden = isForbidden(*refusalOf(row.detail), router->v6);
    if (isBesideUs(*router, row))
        return forbidden ? Reason::OwnFirewall : Reason::NotAnsweredFor;
    if (isPrivateOfOurs(*router, row)) // that a port is closed says no router: their own address, let out by their side
        return forbidden && !isClosedPort(*refusalOf(row.detail), router->v6) ? Reason::OwnFirewall
                                                                              : Reason::NotAnsweredFor;
    const auto known = m_routers.find(*router);
    const bool of_nobody = known != m_routers.end() && row.startedAt - known->second <= routerKnownFor;
    return of_nobody && forbidden ? std::optional(Reason::NotAnsweredFor) : std::nullopt; // our provider's, maybe
}

std::optional<Reason> OurRefusals::ours(const Observation& row, std::optional<Reason> tooSoon) {
    const auto address = Address::parse(row.peer);
    if (const auto why = tooSoon ? tooSoon : saidBy(row)) {
        if (address)
            m_refusedHere[address->block()] = {row.endedAt(), *why};
        return why;
    }
    const bool nobody_spoke = row.failure == Failure::Unreachable || row.failure == Failure::Timeout;
    if (!nobody_spoke || routerOf(row) || !address)
        return std::nullopt;
    const auto refused = m_refusedHere.find(address->block());
    const bool lately = refused != m_refusedHere.end() && row.endedAt() - refused->second.at <= speaksForItsBlock;
    return lately ? std::optional(refused->second.why) : std::nullopt;
}

} // namespace kpwatch
