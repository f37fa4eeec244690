// SPDX-License-Identifier: GPL-3.0-or-later
// Platforms that are simply looked at from time to time: IODA, RIPE Atlas, Cloudflare Radar. Pure; one thread.
#pragma once

#include "app/outside/platform.h"

#include <functional>
#include <memory>
#include <variant>
#include <vector>

namespace kpwatch {

// One thing that is looked at.
struct PlatformLook {
    std::chrono::minutes every{10};
    // `since`: the latest answer that was kept; nullopt: none yet.
    std::function<std::string(UtcTime now, std::optional<UtcTime> since)> path;
    // What of an answer counts, in a form in which the same is the same; or that it says nothing.
    std::function<std::variant<std::string, NoData>(std::string_view body, UtcTime now)> read;
    // So long an answer that says the same may stand for those after it; then one is kept again.
    std::chrono::minutes standsFor{120};
};

class PolledPlatform : public Platform {
  public:
    PolledPlatform(const Manners& manners, std::vector<PlatformLook> looks);

    std::optional<PlatformQuestion> due(UtcTime now) override;
    UtcTime dueAt(UtcTime now) const override;
    PlatformTold answered(const WebAnswer& answer, UtcTime now) override;
    const Guest& guest() const override { return m_guest; }
    nlohmann::json state() const override;
    void restore(const nlohmann::json& state, UtcTime now) override;

  private:
    UtcTime turnOf(std::size_t look, UtcTime now) const;
    std::size_t nextLook(UtcTime now) const;

    struct Known {
        std::optional<UtcTime> askedAt, keptAt;
        std::string said;
        std::optional<NoData> trouble{}; // the latest answer is there, and cannot be used
    };
    std::optional<NoData> standing() const;
    Guest m_guest;
    std::vector<PlatformLook> m_looks;
    std::vector<Known> m_known; // of each look
    std::optional<std::size_t> m_asking;
};

// bgp and ping-slash24 of their network, every 10 minutes.
std::unique_ptr<Platform> iodaPlatform();
// The latest results of each of these measurements, every 15 minutes.
std::unique_ptr<Platform> atlasPlatform(const std::vector<std::int64_t>& measurements);
// Who sees their blocks, and those of the reference, every 30 minutes, and what was written of outages, every 6 hours.
std::unique_ptr<Platform> radarPlatform();

} // namespace kpwatch
