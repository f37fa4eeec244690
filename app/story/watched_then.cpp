// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/story/watched_then.h"

#include <algorithm>
#include <unordered_map>

namespace kpwatch {

namespace {

// A number for every name there ever was; those of today's list stay.
class Numbers {
  public:
    explicit Numbers(const Watchlist& today) {
        for (const Target& target : today.targets)
            m_known.emplace(target.name, target.id);
        for (const Control& control : today.controls)
            m_known.emplace(control.target.name, control.target.id);
    }
    void renumber(Watchlist& list) {
        for (Target& target : list.targets)
            target.id = of(target.name);
        for (Control& control : list.controls)
            control.target.id = of(control.target.name);
    }

  private:
    TargetId of(const std::string& slug) {
        return m_known.emplace(slug, TargetId{static_cast<std::int64_t>(m_known.size())}).first->second;
    }
    std::unordered_map<std::string, TargetId> m_known;
};

const Target* targetIn(const Watchlist& list, TargetId id) {
    const auto found = std::ranges::find(list.targets, id, &Target::id);
    return found == list.targets.end() ? nullptr : &*found;
}

// What `later` knows besides. Who was asked at either time counts as watched.
void take(Watchlist& list, const Watchlist& later) {
    for (const Site& site : later.sites)
        if (std::ranges::find(list.sites, site.id, &Site::id) == list.sites.end())
            list.sites.push_back(site);
    for (const Target& target : later.targets) {
        const auto known = std::ranges::find(list.targets, target.id, &Target::id);
        if (known == list.targets.end())
            list.targets.push_back(target);
        else
            known->enabled = known->enabled || target.enabled;
    }
}

// The nearest from `from` on, else before it.
std::optional<std::size_t> versionNaming(TargetId target, const std::vector<WatchlistVersion>& versions,
                                         std::size_t from) {
    for (std::size_t version = from; version < versions.size(); ++version)
        if (targetIn(versions[version].list, target) != nullptr)
            return version;
    for (std::size_t version = from; version-- > 0;)
        if (targetIn(versions[version].list, target) != nullptr)
            return version;
    return std::nullopt;
}

} // namespace

WatchedThen::WatchedThen(Watchlist today, std::vector<WatchlistVersion> versions) : m_ever(std::move(today)) {
    if (std::ranges::all_of(versions, [&](const WatchlistVersion& each) { return each.list.json() == m_ever.json(); }))
        return;
    m_versions = std::move(versions);
    std::ranges::stable_sort(m_versions, {}, &WatchlistVersion::since); // of records put together they may be mixed
    Numbers numbers(m_ever);
    for (WatchlistVersion& version : m_versions)
        numbers.renumber(version.list);
    for (auto version = m_versions.rbegin(); version != m_versions.rend(); ++version) { // as it was called last
        Watchlist former = version->list;
        for (Target& target : former.targets)
            target.enabled = false;
        std::erase_if(former.targets, [&](const Target& target) { return m_ever.isControl(target.id); });
        take(m_ever, former);
    }
    for (const Target& target : m_ever.targets)
        for (std::size_t version = 1; version < m_versions.size(); ++version)
            if (isAsked(version - 1, target.id) && !asksTheSame(version, target.id))
                m_leavings[target.id].push_back(m_versions[version].since);
}

std::size_t WatchedThen::versionAt(UtcTime at) const {
    const auto after = std::ranges::upper_bound(m_versions, at, {}, &WatchlistVersion::since);
    return after == m_versions.begin() ? 0 : static_cast<std::size_t>(after - m_versions.begin()) - 1;
}

bool WatchedThen::isAsked(std::size_t version, TargetId target) const {
    const Target* const found = targetIn(m_versions[version].list, target);
    return found != nullptr && found->enabled;
}

// As the version before it.
bool WatchedThen::asksTheSame(std::size_t version, TargetId target) const {
    return isAsked(version, target) &&
           targetIn(m_versions[version].list, target)->probe == targetIn(m_versions[version - 1].list, target)->probe;
}

const Watchlist& WatchedThen::of(const Incident& incident) const {
    if (m_versions.empty())
        return m_ever;
    std::size_t first = versionAt(incident.firstFailure());
    std::size_t last = std::max(first, versionAt(incident.end(UtcTime::max())));
    for (const Member& member : incident.members) { // who may have failed by a clock that was set back since
        const auto named = versionNaming(member.target, m_versions, first);
        if (!named)
            return m_ever;
        first = std::min(first, *named);
        last = std::max(last, *named);
    }
    const auto [known, fresh] = m_during.try_emplace({first, last});
    if (fresh) {
        known->second = m_versions[first].list;
        for (std::size_t later = first + 1; later <= last; ++later)
            take(known->second, m_versions[later].list);
    }
    return known->second;
}

Watchlist WatchedThen::over(TimeRange range, UtcTime now) const {
    constexpr std::chrono::minutes stillNow{1};
    Watchlist list = m_ever;
    if (m_versions.empty())
        return list;
    const bool reaches_now = range.end + stillNow >= now;
    const std::size_t last = versionAt(reaches_now ? now : range.end);
    const std::size_t first = reaches_now ? last : versionAt(range.begin);
    if (first + 1 == m_versions.size())
        return list;
    for (Target& target : list.targets) {
        target.enabled = target.enabled && last + 1 == m_versions.size(); // today's may not be among them yet
        for (std::size_t version = first; version <= last && !target.enabled; ++version)
            target.enabled = isAsked(version, target.id);
    }
    const Watchlist& then = m_versions[first].list; // in its order
    const auto place = [](const auto& all, const auto& one, const auto& key) {
        return std::ranges::find(all, one.*key, key) - all.begin();
    };
    std::ranges::stable_sort(list.sites, {}, [&](const Site& site) { return place(then.sites, site, &Site::id); });
    std::ranges::stable_sort(list.targets, {},
                             [&](const Target& target) { return place(then.targets, target, &Target::id); });
    return list;
}

const std::vector<UtcTime>& WatchedThen::leavings(TargetId target) const {
    static const std::vector<UtcTime> none;
    const auto found = m_leavings.find(target);
    return found == m_leavings.end() ? none : found->second;
}

void WatchedThen::silence(TargetSpans& spans) const {
    for (const auto& [target, moments] : m_leavings) {
        const auto lane = spans.find(target);
        if (lane == spans.end())
            continue;
        for (Span& span : lane->second) {
            const auto left = std::ranges::upper_bound(moments, span.range.begin);
            if (left != moments.end())
                span.range.end = std::min(span.range.end, *left);
        }
        std::erase_if(lane->second, [this, asked = target](const Span& span) {
            return !isAsked(versionAt(span.range.begin), asked);
        });
    }
}

} // namespace kpwatch
