// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sentinels.h"

#include "probes/net/address_rules.h"

#include <algorithm>
#include <optional>
#include <set>
#include <string>

namespace kpwatch {

namespace {

constexpr std::string_view prefix = "sentinel-";

std::optional<std::string> blockOf(const ProbeOptions& probe) {
    std::optional<Address> address = Address::parse(hostOf(probe));
    if (const auto* http = std::get_if<HttpOptions>(&probe); http && !address && !http->resolve.servers.empty())
        address = Address::parse(http->resolve.servers.front());
    return address ? std::optional(address->block24()) : std::nullopt;
}

template <typename Options>
void addFor(const std::vector<Target>& targets, const Settings& settings, std::set<std::string>& guarded,
            std::vector<Target>& sentinels) {
    for (const Target& target : targets) {
        const std::optional<std::string> block = blockOf(target.probe);
        if (!target.enabled || !std::holds_alternative<Options>(target.probe) || !block ||
            !guarded.insert(*block).second || target.interval.count() <= settings.interval_sentinel_s)
            continue;
        Target sentinel;
        sentinel.name = std::string(prefix) + target.name;
        sentinel.label = target.label + std::string(firstSign);
        sentinel.shortLabel = target.shortLabel;
        sentinel.layer = Layer::Tcp;
        sentinel.via = target.via;
        sentinel.probe = TcpOptions{hostOf(target.probe), portOf(target.probe)};
        sentinel.interval = std::chrono::seconds{settings.interval_sentinel_s};
        sentinel.timeout = std::chrono::milliseconds{settings.timeout_connect_ms};
        sentinels.push_back(std::move(sentinel));
    }
}

} // namespace

std::vector<Target> sentinelsOf(const std::vector<Target>& targets, const Settings& settings) {
    std::set<std::string> guarded;
    std::vector<Target> sentinels;
    addFor<TcpOptions>(targets, settings, guarded, sentinels);
    addFor<HttpOptions>(targets, settings, guarded, sentinels);
    return sentinels;
}

bool isSentinel(const Target& target) {
    return target.site.empty() && target.group.empty() && target.name.starts_with(prefix);
}

std::string_view guardedBy(const Target& sentinel) { return std::string_view(sentinel.name).substr(prefix.size()); }

} // namespace kpwatch
