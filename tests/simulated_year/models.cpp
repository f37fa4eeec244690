// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulated_year/models.h"

#include "app/story/judge.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <set>

namespace kpwatch::simulated {

namespace {

using namespace std::chrono_literals;
using std::chrono::milliseconds;

// Controls of the transit rings vote after 48 hours; the troubles of the road begin when they do.
constexpr auto quietAtFirst = 50h;
constexpr auto startUp = 10min;
constexpr double onePercent = 0.01;

constexpr std::array names{
    std::pair{Model::LostChecks, "lost-checks"},
    std::pair{Model::LostPackets, "lost-packets"},
    std::pair{Model::OwnLine, "own-line"},
    std::pair{Model::TransitBursts, "transit-bursts"},
    std::pair{Model::TransitBurstsVary, "transit-bursts-vary"},
    std::pair{Model::EveningChecks, "evening-checks"},
    std::pair{Model::EveningPackets, "evening-packets"},
    std::pair{Model::Outages, "outages"},
    std::pair{Model::OutagesAndLoss, "outages-and-loss"},
};

milliseconds seconds(double count) { return milliseconds(std::llround(count * 1000)); }
double inSeconds(milliseconds length) { return static_cast<double>(length.count()) / 1000; }

// Down times from 1 s to 3 h, as many short as long ones, twenty a day; a third of them only lose most of everything,
// and of the others every other one is seen by ourselves as a missing route.
void breakOwnLine(Network& network, const Setting& setting, Random& random) {
    UtcTime at = setting.range.begin + startUp;
    while (true) {
        at += seconds(-std::log(between(1e-9, 1, random)) * 3600);
        const milliseconds length = seconds(std::pow(10, between(0, 4, random)));
        if (at + length >= setting.range.end)
            return;
        Cut cut{{at, at + length}, 1, happens(0.5, random) ? Failure::LocalNetworkDown : Failure::Timeout};
        if (happens(1.0 / 3, random))
            cut = {cut.range, between(0.3, 0.95, random), Failure::Timeout};
        network.line.cut(cut);
        at += length;
    }
}

void cutTransit(Network& network, const Setting& setting, Random& random) {
    const bool vary = setting.model == Model::TransitBurstsVary;
    constexpr int aDay = 2;
    for (UtcTime day = setting.range.begin + quietAtFirst; day + 24h <= setting.range.end; day += 24h)
        for (int i = 0; i < aDay; ++i) {
            const UtcTime part = day + i * 24h / aDay;
            const UtcTime at = part + seconds(between(0, inSeconds(8h), random));
            const double length = vary ? -std::log(between(1e-9, 1, random)) * 180 : 180;
            const Cut cut{{at, at + seconds(std::min(length, inSeconds(4h)))}, 1, Failure::Timeout};
            const double side = between(0, 3, random);
            if (side < 2)
                network.china.cut(cut);
            if (side >= 1)
                network.russia.cut(cut);
        }
}

void busyEvenings(Network& network, const Setting& setting) {
    const bool whole = setting.model == Model::EveningChecks;
    LossLaw& law = whole ? network.china.checks : network.china.packets;
    // The share of round trips that is lost: 1 - (1 - p)^2, p being that of one way.
    const auto each_way = [whole](double share) { return whole ? share : 1 - std::sqrt(1 - share); };
    law.low = each_way(0.15);
    law.high = each_way(0.40);
    law.eveningsFrom = setting.range.begin + quietAtFirst;
}

class Planter {
  public:
    Planter(Network& network, const Watchlist& watchlist, const Settings& settings)
        : m_network(network), m_watchlist(watchlist), m_settings(settings) {}

    Truth plant(const Setting& setting, Random& random) {
        UtcTime at = setting.range.begin + 1h;
        while (true) {
            const std::vector<std::string> struck = someHosts(random);
            at += seconds(between(inSeconds(65min), inSeconds(4h), random));
            const TimeRange outage{at, at + lengthFor(struck, random)};
            if (outage.end + 1h >= setting.range.end)
                return std::move(m_truth);
            strike(struck, outage, random);
            at = outage.end;
        }
    }

  private:
    std::vector<std::string> someHosts(Random& random) {
        std::vector<std::string> all;
        for (const auto& [address, stretch] : m_network.hosts)
            all.push_back(address);
        std::shuffle(all.begin(), all.end(), random);
        const double kind = between(0, 1, random);
        if (kind < 0.5)
            all.resize(1);
        else if (kind < 0.7)
            all.resize(2 + random() % (all.size() - 2));
        return all;
    }

    // Of all that a host carries the target that takes longest to be found: exactly as long, up to three times,
    // shorter, or for hours.
    milliseconds lengthFor(const std::vector<std::string>& struck, Random& random) {
        milliseconds certain{0};
        for (const Target& target : m_watchlist.targets)
            if (target.enabled && isIn(struck, target))
                certain = std::max(certain, guaranteedDetection(target.interval, target.timeout, m_settings));
        const double kind = between(0, 1, random);
        if (kind < 0.3)
            return certain;
        if (kind < 0.6)
            return seconds(inSeconds(certain) * between(1, 3, random));
        if (kind < 0.8)
            return seconds(between(20, inSeconds(certain), random));
        return seconds(between(inSeconds(20min), inSeconds(6h), random));
    }

    bool isIn(const std::vector<std::string>& struck, const Target& target) const {
        return std::find(struck.begin(), struck.end(), m_network.addressOf(target.id)) != struck.end();
    }

    void strike(const std::vector<std::string>& struck, TimeRange outage, Random& random) {
        const std::array kinds{Failure::Timeout, Failure::Timeout, Failure::Timeout, Failure::Refused,
                               Failure::Unreachable};
        const Failure kind = kinds[random() % kinds.size()];
        for (const std::string& address : struck)
            m_network.hosts[address].cut({outage, 1, kind});
        for (const Target& target : m_watchlist.targets)
            if (target.enabled && isIn(struck, target))
                m_truth[target.id].push_back(outage);
    }

    Network& m_network;
    const Watchlist& m_watchlist;
    const Settings& m_settings;
    Truth m_truth;
};

} // namespace

std::string_view name(Model model) {
    return std::find_if(names.begin(), names.end(), [model](const auto& each) { return each.first == model; })->second;
}

std::optional<Model> modelFromName(std::string_view text) {
    const auto found =
        std::find_if(names.begin(), names.end(), [text](const auto& each) { return each.second == text; });
    return found == names.end() ? std::nullopt : std::optional(found->first);
}

std::vector<Model> everyModel() {
    std::vector<Model> all;
    for (const auto& [model, text] : names)
        all.push_back(model);
    return all;
}

Truth lay(Network& network, const Watchlist& watchlist, const Settings& settings, const Setting& setting) {
    Random random(setting.seed * 7919 + static_cast<std::uint64_t>(setting.model));
    switch (setting.model) {
    case Model::LostChecks:
        network.line.checks.always = onePercent; // our line is part of every road
        return {};
    case Model::LostPackets:
        network.line.packets.always = onePercent;
        return {};
    case Model::OwnLine:
        breakOwnLine(network, setting, random);
        return {};
    case Model::TransitBursts:
    case Model::TransitBurstsVary:
        cutTransit(network, setting, random);
        return {};
    case Model::EveningChecks:
    case Model::EveningPackets:
        busyEvenings(network, setting);
        return {};
    case Model::OutagesAndLoss:
        network.line.packets.always = onePercent;
        [[fallthrough]];
    case Model::Outages:
        return Planter(network, watchlist, settings).plant(setting, random);
    }
    return {};
}

} // namespace kpwatch::simulated
