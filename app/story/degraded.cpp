// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/story/degraded.h"

#include <algorithm>

namespace kpwatch {

namespace {

long long inMillis(Micros length) { return std::chrono::round<std::chrono::milliseconds>(length).count(); }

} // namespace

std::string technicalNote(const Patchy& patchy) {
    std::string note;
    if (patchy.lost > 0)
        note = std::to_string(patchy.lost) + " of " + std::to_string(patchy.tries) + " tries lost";
    if (patchy.median && patchy.baseline)
        note += (note.empty() ? "" : ", ") + std::string("median ") + std::to_string(inMillis(*patchy.median)) +
                " ms, usually " + std::to_string(inMillis(*patchy.baseline)) + " ms";
    return note;
}

Degraded::Degraded(std::size_t targets, const Settings& settings)
    : m_settings(settings), m_window(settings.degraded_window_s), m_series(targets) {}

void Degraded::keep(const Check& check, UtcTime decided) {
    Series& series = m_series[check.target];
    series.transport = check.transport;
    const UtcTime oldest = check.range.end - 2 * m_window; // twice, for what is taken back
    for (auto& [block, asked] : series.asked) {
        auto& [at_once, others] = asked;
        while (!at_once.empty() && at_once.front() < oldest)
            at_once.pop_front();
        others.erase(others.begin(),
                     std::ranges::find_if(others, [&](const Tried& tried) { return tried.range.end >= oldest; }));
    }
    std::erase_if(series.asked, [](const auto& of_block) {
        return of_block.second.answeredAtOnce.empty() && of_block.second.others.empty();
    });
    const Packets& packets = check.packets;
    if (packets.recheck)
        return;
    auto& [at_once, others] = series.asked[packets.block];
    if (packets.tries == 1 && packets.lost() == 0 && decided == check.range.end)
        at_once.push_back(decided);
    else
        others.push_back({check.range, packets.lost(), packets.tries, decided});
}

void Degraded::failed(const Check& check) { keep(check, undecided); }

void Degraded::disproved(std::size_t target, const std::vector<UtcTime>& starts, UtcTime by) {
    for (auto& [block, asked] : m_series[target].asked)
        for (Tried& tried : asked.others)
            if (tried.decided == undecided &&
                std::find(starts.begin(), starts.end(), tried.range.begin) != starts.end())
                tried.decided = by;
}

std::optional<Patchy> Degraded::answered(const Check& check) {
    Series& series = m_series[check.target];
    const UtcTime now = check.range.end;
    keep(check, now);
    if (check.packets.handshake && !check.packets.recheck)
        series.handshakes.add(now, *check.packets.handshake);
    series.answered = now;

    Patchy patchy;
    const LostShare here = pooled(check);
    patchy.tries = here.tries;
    const auto median = series.handshakes.median(now, m_settings);
    if (isLossy(here, check, patchy.usualLossShare))
        patchy.lost = here.lost;
    if (median && isSlow(*median, series.handshakes.shortest(), m_settings)) // else to look for what is usual is no use
        if (const auto usual = series.handshakes.usual(now); usual && isSlow(*median, *usual, m_settings)) {
            patchy.median = median;
            patchy.baseline = usual;
        }
    series.patchy = patchy.lost > 0 || patchy.median ? std::optional(patchy) : std::nullopt;
    return series.patchy;
}

std::optional<Micros> Degraded::usual(std::size_t target) const {
    const Series& series = m_series[target];
    return series.answered ? series.handshakes.usual(*series.answered) : std::nullopt;
}

LostShare Degraded::pooled(const Check& check) const {
    const UtcTime from = check.range.end - m_window;
    LostShare pool;
    for (const Series& series : m_series) {
        const auto same = series.asked.find(check.packets.block);
        if (series.transport != check.transport || same == series.asked.end())
            continue;
        const auto& [at_once, others] = same->second;
        const auto before = std::find_if(at_once.rbegin(), at_once.rend(), [&](UtcTime end) { return end <= from; });
        pool.add(0, static_cast<int>(before - at_once.rbegin()));
        for (auto tried = others.rbegin(); tried != others.rend() && tried->range.end > from; ++tried)
            if (tried->decided != undecided)
                pool.add(tried->lost, tried->tries);
    }
    return pool;
}

void Degraded::readTransit(Ring side, std::size_t control, TimeRange reading, const Packets& packets) {
    auto& readings = side == Ring::TransitChina ? m_china : m_russia;
    while (!readings.empty() && readings.front().range.end < reading.end - 2 * m_window)
        readings.pop_front();
    readings.push_back({reading, control, packets});
}

// What the controls of a side lost; one that never answered in the window is down itself. nullopt: nobody knows.
std::optional<LostShare> Degraded::onTheRoad(Ring side, UtcTime now) const {
    struct Heard {
        LostShare share;
        bool answered = false;
    };
    std::map<std::size_t, Heard> controls;
    for (const Reading& reading : side == Ring::TransitChina ? m_china : m_russia) {
        if (reading.range.end <= now - m_window || reading.range.end > now)
            continue;
        Heard& control = controls[reading.control];
        control.share.add(reading.packets.lost(), reading.packets.tries);
        control.answered = control.answered || reading.packets.heard;
    }
    LostShare road;
    for (const auto& [position, control] : controls)
        if (control.answered)
            road.add(control.share.lost, control.share.tries);
    return road.tries > 0 ? std::optional(road) : std::nullopt;
}

// Which side a target of both, or of none known, was reached by is not known: then it has to be more than on either.
bool Degraded::isLossy(const LostShare& here, const Check& check, double& on_the_road) const {
    if (here.tries < m_settings.degraded_min_tries || !check.packets.block)
        return false;
    bool lossy = true;
    for (const Ring side : {Ring::TransitChina, Ring::TransitRussia}) {
        if (check.via == (side == Ring::TransitChina ? Via::Russia : Via::China))
            continue;
        const auto road = onTheRoad(side, check.range.end);
        lossy = lossy && road && 100 * (here.share() - road->share()) >= m_settings.degraded_loss_points &&
                surelyMore(here, *road) > 0;
        on_the_road = std::max(on_the_road, road ? road->share() : 0);
    }
    return lossy;
}

void Degraded::exchangeSeries(const std::string& epoch) {
    auto known = m_left.take(epoch);
    const std::size_t count = m_series.size();
    m_left.leave(m_epoch, std::move(m_series));
    m_series = known ? std::move(*known) : std::vector<Series>(count);
    m_epoch = epoch;
}

void Degraded::enterEpoch(UtcTime at, const std::string& epoch) {
    exchangeSeries(epoch);
    for (Series& series : m_series) {
        series.asked.clear(); // of a while ago
        series.answered.reset();
        series.patchy.reset();
    }
    for (auto* const readings : {&m_china, &m_russia})
        std::erase_if(*readings, [at](const Reading& reading) { return reading.range.begin < at; });
}

void Degraded::takeBack(UtcTime from, const std::string& epoch) {
    if (!epoch.empty() && epoch != m_epoch)
        exchangeSeries(epoch);
    const auto take_back = [from](std::vector<Series>& all) {
        for (Series& series : all) {
            series.handshakes.takeBack(from);
            for (auto& [block, asked] : series.asked) {
                auto& [at_once, others] = asked;
                while (!at_once.empty() && at_once.back() >= from)
                    at_once.pop_back();
                while (!others.empty() && others.back().range.end >= from)
                    others.pop_back();
                for (Tried& tried : others)
                    if (tried.decided >= from)
                        tried.decided = undecided;
            }
        }
    };
    take_back(m_series);
    m_left.forEach(take_back);
}

} // namespace kpwatch
