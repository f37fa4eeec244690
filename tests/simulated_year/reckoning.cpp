// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulated_year/reckoning.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <sstream>

namespace kpwatch::simulated {

namespace {

constexpr std::size_t examplesKept = 12;
constexpr double secondsPerYear = 365.25 * 86400;
constexpr std::chrono::hours lossRemembered{2}; // of one's own checks

double inSeconds(std::chrono::milliseconds length) { return static_cast<double>(length.count()) / 1000; }

// One time of not answering; a hole in it is bridged.
struct DownTime {
    TimeRange range;
    Onset onset;
    std::optional<Onset> ended;
};

std::vector<DownTime> downTimes(const std::vector<Span>& spans) {
    std::vector<DownTime> times;
    for (const Span& span : spans) {
        if (span.verdict != Verdict::Down)
            continue;
        if (!times.empty() && times.back().onset == *span.onset) {
            times.back().range.end = span.range.end;
            times.back().ended = span.ended;
        } else {
            times.push_back({span.range, *span.onset, span.ended});
        }
    }
    return times;
}

bool inside(UtcTime moment, const Onset& range) {
    return (!range.after || *range.after < moment) && moment <= range.by;
}

class Reckoner {
  public:
    Reckoner(const Settings& settings, Reckoning& result) : m_settings(settings), m_result(result) {}

    void compare(const Target& target, const std::vector<DownTime>& told, const std::vector<TimeRange>& truth) {
        std::vector<bool> found(truth.size(), false);
        for (const DownTime& down : told) {
            // the last one that had begun when it was told
            const auto after = std::upper_bound(truth.begin(), truth.end(), down.range.end,
                                                [](UtcTime end, const TimeRange& t) { return end <= t.begin; });
            const auto it = after == truth.begin() ? truth.end() : std::prev(after);
            if (it == truth.end() || it->end <= down.range.begin) {
                ++m_result.falseDowns;
                note("false down", target, down, {});
                continue;
            }
            found[static_cast<std::size_t>(it - truth.begin())] = true;
            if (!inside(it->begin, down.onset)) {
                ++m_result.startsOutside;
                note("start outside", target, down, *it);
            }
            if (down.ended && !inside(it->end, *down.ended)) {
                ++m_result.endsOutside;
                note("end outside", target, down, *it);
            }
        }
        std::optional<UtcTime> lost; // the latest end of one that was not found: its failures count as loss
        for (std::size_t i = 0; i < truth.size(); ++i) {
            count(target, truth[i], found[i], lost && truth[i].begin - *lost < lossRemembered);
            if (!found[i])
                lost = truth[i].end;
        }
    }

  private:
    // What is guaranteed is guaranteed without loss.
    void count(const Target& target, TimeRange outage, bool found, bool after_loss) {
        const bool certain =
            !after_loss && outage.length() >= guaranteedDetection(target.interval, target.timeout, m_settings);
        ++(certain ? m_result.certain : m_result.others);
        m_result.found += !certain && found ? 1 : 0;
        if (certain && !found) {
            ++m_result.missed;
            note("missed", target, std::nullopt, outage);
        }
    }

    void note(const std::string& what, const Target& target, const std::optional<DownTime>& down,
              const std::optional<TimeRange>& truth) {
        if (m_result.examples.size() >= examplesKept)
            return;
        std::string text = what + " " + target.name;
        if (down) {
            text += " told " + isoUtc(down->range.begin) + " onset (" +
                    (down->onset.after ? isoUtc(*down->onset.after) : "-") + ", " + isoUtc(down->onset.by) + "]";
            if (down->ended)
                text += " ended (" + isoUtc(*down->ended->after) + ", " + isoUtc(down->ended->by) + "]";
        }
        if (truth)
            text += " true " + isoUtc(truth->begin) + " to " + isoUtc(truth->end);
        m_result.examples.push_back(text);
    }

    const Settings& m_settings;
    Reckoning& m_result;
};

Watchlist withoutTransitControls(const Settings& settings) {
    nlohmann::json document = nlohmann::json::parse(defaultWatchlist(settings).json());
    nlohmann::json kept = nlohmann::json::array();
    for (const auto& control : document.at("controls"))
        if (!control.at("ring").get<std::string>().starts_with("transit"))
            kept.push_back(control);
    document["controls"] = kept;
    return parseWatchlist(document.dump(), "default without transit controls", settings);
}

} // namespace

Reckoning reckon(const Setting& setting, const Watchlist& watchlist, const Settings& settings, const Watched& watched,
                 const Truth& truth) {
    Reckoning result;
    result.model = setting.model;
    result.rows = watched.rows;
    result.announcements = static_cast<int>(watched.announcements.size());
    for (const RingStatus& ring : watched.ownLine.rings)
        if (ring.ring == Ring::TransitChina || ring.ring == Ring::TransitRussia)
            result.transitVoting += ring.qualified;
    Reckoner reckoner(settings, result);
    double all = 0;
    for (const Target& target : watchlist.targets) {
        const auto spans = watched.spans.find(target.id);
        if (!target.enabled || spans == watched.spans.end())
            continue;
        const double seconds = inSeconds(setting.range.length());
        result.targetYears += seconds / secondsPerYear;
        all += seconds;
        for (const Span& span : spans->second) {
            const double length = inSeconds(span.range.length());
            result.upShare += span.verdict == Verdict::Up ? length : 0;
            result.unknownShare += span.verdict == Verdict::Unknown ? length : 0;
            result.degradedShare += span.verdict == Verdict::Degraded ? length : 0;
        }
        const auto planted = truth.find(target.id);
        reckoner.compare(target, downTimes(spans->second),
                         planted == truth.end() ? std::vector<TimeRange>() : planted->second);
    }
    for (double* const share : {&result.upShare, &result.unknownShare, &result.degradedShare})
        *share /= std::max(all, 1.0);
    return result;
}

Reckoning simulate(const Setting& setting, const Options& options) {
    const Settings settings;
    const Watchlist watchlist = options.transitControls ? defaultWatchlist(settings) : withoutTransitControls(settings);
    Network network(watchlist, settings, setting.seed % 2 == 0 ? Via::China : Via::Russia, setting.seed);
    const Truth truth = lay(network, watchlist, settings, setting);
    const Watched watched =
        watch(network, {watchlist, settings, setting.range, static_cast<std::uint32_t>(setting.seed), {}});
    return reckon(setting, watchlist, settings, watched, truth);
}

std::string inWords(const Reckoning& r) {
    std::ostringstream text;
    text.precision(3);
    text << name(r.model) << ": " << r.rows << " rows, " << r.targetYears << " target-years, false downs "
         << r.falseDowns << " (" << r.falseDowns / std::max(r.targetYears, 1e-9) << " per target-year), announcements "
         << r.announcements;
    if (r.certain + r.others > 0)
        text << ", certain " << r.certain << " missed " << r.missed << ", others " << r.others << " found " << r.found
             << ", starts outside " << r.startsOutside << ", ends outside " << r.endsOutside;
    text << "; up " << 100 * r.upShare << " %, degraded " << 100 * r.degradedShare << " %, unknown "
         << 100 * r.unknownShare << " %";
    return text.str();
}

} // namespace kpwatch::simulated
