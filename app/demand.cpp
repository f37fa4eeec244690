// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demand.h"

#include "app/sentinels.h"

#include <set>

namespace kpwatch {

namespace {

std::optional<Address> literalOf(const ProbeOptions& probe) { return Address::parse(hostOf(probe)); }

// Where a target is taken to live: at its address, or with the name servers of its name (a sentinel's are those of the
// page it was made from).
std::optional<Address> placeOf(const Watchlist& watchlist, const Target& target) {
    const std::string host = hostOf(target.probe);
    if (const auto address = Address::parse(host))
        return address;
    for (const Target& named : watchlist.targets)
        if (const auto* http = std::get_if<HttpOptions>(&named.probe);
            http && hostOf(named.probe) == host && !http->resolve.servers.empty())
            return Address::parse(http->resolve.servers.front());
    return std::nullopt;
}

class Demand {
  public:
    explicit Demand(const Settings& settings) : m_settings(settings) {}

    void add(const Target& target, const std::optional<Address>& place, double times) {
        if (!place || place->isLoopback())
            return;
        const double rate = times * 60 / static_cast<double>(target.interval.count());
        m_wanted[place->block24()] += rate;
        if (isCountry(*place))
            m_country += rate;
        if (literalOf(target.probe) && !isSentinel(target))
            m_ofAddress[place->text()] += rate;
    }

    std::vector<OverCap> over() const {
        std::vector<OverCap> found;
        for (const auto& [block, wanted] : m_wanted)
            complain(found, {block, wanted, m_settings.rate_per_24_per_min});
        complain(found, {"175.45.176.0/22", m_country, m_settings.rate_per_22_per_min});
        for (const auto& [address, wanted] : m_ofAddress)
            complain(found, {address, wanted, 1});
        return found;
    }

  private:
    static void complain(std::vector<OverCap>& found, OverCap asked) {
        constexpr double rounding = 1e-9;
        if (asked.wantedPerMinute > asked.allowedPerMinute + rounding)
            found.push_back(std::move(asked));
    }

    const Settings& m_settings;
    std::map<std::string, double> m_wanted, m_ofAddress;
    double m_country = 0;
};

} // namespace

bool isCountry(const Address& address) {
    return !address.v6 && address.bytes[0] == 175 && address.bytes[1] == 45 && (address.bytes[2] & 0xfcU) == 176;
}

std::map<TargetId, int> lookUpTurns(const Watchlist& watchlist) {
    std::map<std::vector<std::string>, std::vector<TargetId>> names;
    std::set<std::string> hosts;
    for (const Target& target : watchlist.targets)
        if (const auto* http = std::get_if<HttpOptions>(&target.probe);
            http && target.enabled && !literalOf(target.probe) && hosts.insert(hostOf(target.probe)).second)
            names[http->resolve.servers].push_back(target.id);
    std::map<TargetId, int> turns;
    for (const auto& [servers, targets] : names)
        for (const TargetId target : targets)
            turns[target] = static_cast<int>(targets.size());
    return turns;
}

std::vector<OverCap> overCaps(const Watchlist& watchlist, const Settings& settings, const WayOut& way) {
    const auto turns = lookUpTurns(watchlist);
    const bool looks_up = std::holds_alternative<Direct>(way);
    Demand demand(settings);
    for (const Target& target : watchlist.targets) {
        if (!target.enabled || !canLeave(target, way))
            continue;
        const auto shared = turns.find(target.id);
        demand.add(target, placeOf(watchlist, target),
                   1 + (looks_up && shared != turns.end() ? 1.0 / shared->second : 0));
    }
    for (const Control& control : watchlist.controls)
        if (canLeave(control.target, way))
            demand.add(control.target, literalOf(control.target.probe), 1);
    return demand.over();
}

} // namespace kpwatch
