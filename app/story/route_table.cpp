// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/story/route_table.h"

#include "probes/net/address_rules.h"

#include <algorithm>
#include <charconv>
#include <unordered_map>

namespace kpwatch {

namespace {

constexpr std::uint32_t several = 0; // an origin that is a set: nobody can say whose

struct Block {
    std::uint32_t first = 0;
    int length = 0;
    std::uint32_t mask() const { return length == 0 ? 0 : ~std::uint32_t{0} << static_cast<unsigned>(32 - length); }
    bool covers(const Block& other) const { return length <= other.length && (other.first & mask()) == first; }
};

// Of a prefix as probes/outside hands it over; nothing covers what is malformed.
Block read(const std::string& prefix) {
    const std::size_t slash = prefix.find('/');
    const std::optional<Address> address = Address::parse(std::string_view(prefix).substr(0, slash));
    Block block{0, 33};
    if (slash == std::string::npos || !address || address->v6)
        return block;
    std::from_chars(prefix.data() + slash + 1, prefix.data() + prefix.size(), block.length);
    for (std::size_t byte = 0; byte < 4; ++byte)
        block.first = block.first << 8U | address->bytes.at(byte);
    block.first &= block.length <= 32 ? block.mask() : 0;
    return block;
}

// The same few prefixes come from each of a thousand peers.
Block blockOf(const std::string& prefix) {
    constexpr std::size_t most = 4096;
    thread_local std::unordered_map<std::string, Block> known;
    if (const auto found = known.find(prefix); found != known.end())
        return found->second;
    if (known.size() >= most)
        known.clear();
    return known[prefix] = read(prefix);
}

// The network left of the origin, which may stand there several times (prepended); nullopt if it stands alone.
std::optional<std::uint32_t> upstreamOf(const AsPath& path) {
    const std::uint32_t origin = path.back();
    const auto upstream =
        std::find_if(path.rbegin(), path.rend(), [origin](std::uint32_t hop) { return hop != origin; });
    return upstream == path.rend() ? std::nullopt : std::optional(*upstream);
}

} // namespace

Side sideOf(std::uint32_t upstream) {
    if (upstream == 134544 || upstream == 4837)
        return Side::China;
    return upstream == 20485 ? Side::Russia : Side::Other;
}

void RouteTable::know(const FullFeed& feed) { m_full = feed.peers; }

void RouteTable::replace(const BgpState& state) {
    m_routes.clear();
    m_away.clear();
    for (const RouteSeen& route : state.routes)
        apply({state.at, route});
}

void RouteTable::apply(const RouteChange& change) {
    if (!blockOf(m_watched.whole).covers(blockOf(change.route.prefix)))
        return;
    m_away.erase(change.route.peer);
    if (change.route.path.empty())
        m_routes[change.route.peer].erase(change.route.prefix);
    else
        m_routes[change.route.peer][change.route.prefix] = change.route.path;
}

void RouteTable::apply(const PeerState& state) {
    m_routes.erase(state.peer);
    m_away.insert(state.peer); // also once it is back: to tell its whole table again takes minutes
}

void RouteTable::leaveOut(const std::set<RoutePeer>& peers) { m_away.insert(peers.begin(), peers.end()); }

// Of those that end at the origin, or at somebody else, the most specific one, as a router would choose.
const AsPath* RouteTable::pathTo(const RoutePeer& peer, const std::string& block, bool theirs) const {
    const auto its = m_routes.find(peer);
    if (its == m_routes.end())
        return nullptr;
    const Block wanted = blockOf(block);
    const AsPath* best = nullptr;
    int length = -1;
    for (const auto& [prefix, path] : its->second) {
        const Block covering = blockOf(prefix);
        if (covering.covers(wanted) && covering.length > length && path.back() != several &&
            (path.back() == m_watched.origin) == theirs) {
            best = &path;
            length = covering.length;
        }
    }
    return best;
}

std::vector<RouteReading> RouteTable::readings(UtcTime at, const std::string& source) const {
    std::set<std::uint32_t> asked;
    for (const auto& [peer, network] : m_full)
        if (!m_away.contains(peer))
            asked.insert(network);
    std::vector<RouteReading> readings;
    for (const std::string& block : m_watched.blocks) {
        std::set<std::uint32_t> seeing, led;
        std::map<std::uint32_t, std::set<std::uint32_t>> through;
        for (const auto& [peer, network] : m_full) {
            if (m_away.contains(peer))
                continue;
            const AsPath* const path = pathTo(peer, block, true);
            if (path == nullptr) {
                if (pathTo(peer, block, false) != nullptr)
                    led.insert(network);
                continue;
            }
            seeing.insert(network);
            if (const std::optional<std::uint32_t> upstream = upstreamOf(*path))
                through[*upstream].insert(network);
        }
        RouteReading reading{at, source, block, static_cast<int>(asked.size()), static_cast<int>(seeing.size()), {}};
        for (const auto& [upstream, networks] : through)
            reading.byUpstream[std::to_string(upstream)] = static_cast<int>(networks.size());
        reading.peersElsewhere = static_cast<int>(
            std::count_if(led.begin(), led.end(), [&](std::uint32_t network) { return !seeing.contains(network); }));
        readings.push_back(std::move(reading));
    }
    return readings;
}

std::map<StrangeRoute, int> RouteTable::strange() const {
    std::map<StrangeRoute, std::set<std::uint32_t>> found;
    for (const auto& [peer, routes] : m_routes) {
        const auto network = m_full.find(peer);
        if (network == m_full.end())
            continue;
        for (const auto& [prefix, path] : routes) {
            const Block block = blockOf(prefix);
            const bool within = std::any_of(m_watched.blocks.begin(), m_watched.blocks.end(), [&](const auto& watched) {
                const Block its = blockOf(watched);
                return its.covers(block) && its.length < block.length;
            });
            if (path.back() != several && (within || path.back() != m_watched.origin))
                found[{prefix, path.back()}].insert(network->second);
        }
    }
    std::map<StrangeRoute, int> counted;
    for (const auto& [route, networks] : found)
        counted[route] = static_cast<int>(networks.size());
    return counted;
}

} // namespace kpwatch
