// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/evidence/ever_watched.h"

#include "app/errors.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace kpwatch {

namespace {

using nlohmann::json;

const json* entryOf(const json& list, const char* key, const std::string& id) {
    if (!list.contains(key))
        return nullptr;
    const auto found = std::ranges::find_if(list[key], [&](const json& each) { return each["id"] == id; });
    return found == list[key].end() ? nullptr : &*found;
}

// What the program adds to a list by itself is in no document.
json entryOfSentinel(const Target& sentinel) {
    return {{"id", sentinel.name},
            {"label", sentinel.label},
            {"group", "first-signs"},
            {"probe", {{"kind", "tcp"}, {"host", hostOf(sentinel.probe)}, {"port", portOf(sentinel.probe)}}}};
}

class Gathering {
  public:
    Gathering(const Watchlist& today, const Settings& settings)
        : m_settings(settings), m_ever{today, {}}, m_document(json::parse(today.json())) {}

    void takeFormer(const Watchlist& list) {
        const json document = json::parse(list.json());
        if (list.allowPrivate)
            m_document["allow_private"] = true;
        for (const Target& target : list.targets) {
            const json* const written = entryOf(document, "targets", target.name);
            json entry = written != nullptr ? *written : entryOfSentinel(target);
            entry["enabled"] = false;
            const json* const site = entryOf(document, "sites", target.site);
            add("targets", entry,
                site != nullptr && entryOf(m_document, "sites", target.site) == nullptr ? site : nullptr);
        }
        for (const Control& control : list.controls)
            if (const json* const written = entryOf(document, "controls", control.target.name))
                add("controls", *written, nullptr);
    }
    EverWatched taken() && { return std::move(m_ever); }

  private:
    void add(const char* key, const json& entry, const json* site) {
        const std::string id = entry["id"];
        if (m_ever.list.findByName(id) != nullptr || std::ranges::find(m_refused, id) != m_refused.end())
            return;
        json tried = m_document;
        if (site != nullptr)
            tried["sites"].push_back(*site);
        tried[key].push_back(entry);
        try {
            m_ever.list = parseWatchlist(tried.dump(), "all watchlists in one", m_settings);
            m_document = std::move(tried);
        } catch (const InputError& error) { // a name that meant another thing then
            m_refused.push_back(id);
            m_ever.leftOut.push_back(id + ": " + error.what());
        }
    }

    const Settings& m_settings;
    EverWatched m_ever;
    json m_document;
    std::vector<std::string> m_refused;
};

} // namespace

EverWatched everWatched(const Watchlist& today, const std::vector<WatchlistVersion>& versions,
                        const Settings& settings) {
    Gathering gathering(today, settings);
    for (auto version = versions.rbegin(); version != versions.rend(); ++version) // as it was called last
        gathering.takeFormer(version->list);
    return std::move(gathering).taken();
}

} // namespace kpwatch
