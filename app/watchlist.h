// SPDX-License-Identifier: GPL-3.0-or-later
// What is watched: sites, targets, and the controls we test ourselves with. A value, loaded once, passed by value.
#pragma once

#include "app/settings.h"
#include "probes/target.h"

#include <filesystem>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace kpwatch {

struct Site {
    std::string id, label, shortLabel, host;
};

// Controls are asked to test ourselves; app/story/rings.h says which of them votes for what.
enum class Ring { Line, LongHaul, TransitChina, TransitRussia, Negative };
std::string_view name(Ring ring);

struct Control {
    Target target; // enabled, no site, no group
    Ring ring = Ring::Line;
};

struct Watchlist {
    bool allowPrivate = false;
    std::vector<Site> sites;
    std::vector<Target> targets;   // id = position; disabled ones are kept, with enabled == false
    std::vector<Control> controls; // ids go on after the targets

    const Target* find(TargetId id) const; // a target or a control's target; nullptr if unknown
    const Target* findByName(std::string_view slug) const;
    bool isControl(TargetId id) const;

    // The document it was read from, as stored with the history; empty if there is none.
    const std::string& json() const;
    void setJson(std::string document) { m_json = std::make_shared<const std::string>(std::move(document)); }

  private:
    std::shared_ptr<const std::string> m_json; // of all its copies: they are many, and it is long
};

// Throws InputError naming the origin, the key ("targets[3].probe.url"), the reason and the way out.
// Intervals and timeouts not given come from the settings.
Watchlist parseWatchlist(std::string_view json, const std::string& origin, const Settings& settings);
Watchlist loadWatchlist(const std::filesystem::path& file, const Settings& settings);
Watchlist defaultWatchlist(const Settings& settings);

} // namespace kpwatch
