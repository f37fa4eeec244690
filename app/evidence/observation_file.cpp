// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/evidence/observation_file.h"

#include "app/evidence/observation_row.h"
#include "app/json_reader.h"
#include "app/sentinels.h"
#include "probes/wire/json_depth.h"
#include "probes/wire/untrusted_text.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cerrno>
#include <fstream>
#include <numeric>
#include <optional>
#include <set>
#include <system_error>
#include <tuple>

namespace kpwatch {

namespace {

using nlohmann::json;

constexpr std::size_t namedAtMost = 20;

// The targets of a header are those of a watchlist, but nothing of it is dialled, and sites may be left out.
Watchlist watchlistOf(const json& header, const std::string& origin, const Settings& settings) {
    json list;
    list["version"] = 1;
    list["allow_private"] = true;
    list["targets"] = header.contains("targets") ? header["targets"] : json::array();
    list["controls"] = header.contains("controls") ? header["controls"] : json::array();
    if (header.contains("sites")) {
        list["sites"] = header["sites"];
    } else if (list["targets"].is_array()) {
        std::set<std::string> known;
        list["sites"] = json::array();
        for (const json& target : list["targets"])
            if (target.is_object() && target.contains("site") && target["site"].is_string() &&
                known.insert(target["site"].get<std::string>()).second)
                list["sites"].push_back({{"id", target["site"]}});
    }
    return parseWatchlist(list.dump(), origin + ": first line", settings);
}

// What somebody else calls himself.
std::string wordOf(const json& object, const char* key) {
    constexpr std::size_t longest = 80;
    const auto found = object.find(key);
    return found == object.end() || !found->is_string() ? std::string()
                                                        : cleanedText(found->get<std::string>(), longest);
}

struct Lines { // where each row stood, to name it
    std::vector<std::uint64_t> observations, events, readings;
};

class Reader {
  public:
    Reader(const std::string& origin, const Settings& settings, const Watchlist* fallback)
        : m_origin(origin), m_settings(settings), m_fallback(fallback) {}

    ObservationFile read(std::istream& in) {
        std::string line;
        while (std::getline(in, line)) {
            ++m_line;
            if (!line.empty() && line.back() == '\r')
                line.pop_back();
            if (line.empty())
                continue;
            ++m_file.report.lines;
            const bool header = !m_started && takeHeader(line);
            if (!header)
                takeRow(line);
        }
        if (in.bad())
            throw InputError(m_origin + ": reading stopped (" + std::generic_category().message(errno) +
                             "); check the disk it lies on");
        if (!m_started)
            throw InputError(m_origin + ": holds no rows; give an observation file");
        dropRepeated();
        bringInOrder();
        leaveOutSilentSentinels();
        m_file.report.accepted =
            m_file.observations.size() + m_file.events.size() + m_file.report.sourceRows + m_file.report.overtaken;
        return std::move(m_file);
    }

  private:
    bool takeHeader(const std::string& line) {
        m_started = true;
        if (isNestedTooDeep(line))
            throw InputError(m_origin + ": its first line is nested too deeply; give an observation file");
        const json header = json::parse(line, nullptr, false);
        if (header.is_object() && header.contains("kpwatch")) {
            if (header["kpwatch"] != 1)
                throw InputError(m_origin +
                                 ": is of another version of observation files; this program reads version 1");
            m_file.watchlist = watchlistOf(header, m_origin, m_settings);
            if (const auto vantage = header.find("vantage"); vantage != header.end() && vantage->is_object()) {
                m_file.vantageId = wordOf(*vantage, "id");
                m_file.vantageLabel = wordOf(*vantage, "label");
            }
            m_file.report.simulated = header.value("simulated", json(false)) == json(true);
            m_targets = targetsByName(m_file.watchlist);
            return true;
        }
        if (m_fallback == nullptr)
            throw InputError(m_origin + ": does not begin with a header line; give --watchlist FILE");
        m_file.watchlist = *m_fallback;
        m_targets = targetsByName(m_file.watchlist);
        return false;
    }

    void takeRow(const std::string& line) {
        Row row = readRow(line, m_targets);
        if (auto* const seen = std::get_if<Observation>(&row)) {
            m_file.observations.push_back(std::move(*seen));
            m_lines.observations.push_back(m_line);
        } else if (auto* const event = std::get_if<Event>(&row)) {
            m_file.report.hasHeartbeats = m_file.report.hasHeartbeats || std::holds_alternative<Heartbeat>(event->what);
            m_file.events.push_back(std::move(*event));
            m_lines.events.push_back(m_line);
        } else if (const auto* const overtaken = std::get_if<OvertakenRow>(&row)) {
            ++m_file.report.overtaken;
            m_file.report.overtakenChecks += std::holds_alternative<Observation>(overtaken->row) ? 1 : 0;
        } else if (const auto* const bad = std::get_if<BadRow>(&row)) {
            ++(bad->unknown ? m_file.report.unknown : m_file.report.broken);
            nameLine(m_line, bad->reason + (bad->unknown ? " in the watchlist of this file" : ""));
        } else {
            takeSource(row);
        }
    }

    void takeSource(Row& row) {
        if (auto* const reading = std::get_if<RouteReading>(&row)) {
            m_file.sources.readings.push_back(std::move(*reading));
            m_lines.readings.push_back(m_line);
        } else if (auto* const sighting = std::get_if<RouteSighting>(&row)) {
            m_file.sources.sightings.push_back(std::move(*sighting));
        } else if (auto* const answer = std::get_if<SourceAnswer>(&row)) {
            m_file.sources.answers.push_back(std::move(*answer));
        }
        ++m_file.report.sourceRows;
    }

    void nameLine(std::uint64_t line, const std::string& reason) {
        m_named.emplace(line, "line " + std::to_string(line) + ": " + reason);
        if (m_named.size() > namedAtMost)
            m_named.erase(std::prev(m_named.end()));
    }

    // Keeps the first of rows with the same key; equal ones are dropped silently, others are in conflict with it.
    template <typename RowType, typename Key>
    void keepFirst(std::vector<RowType>& rows, const std::vector<std::uint64_t>& lines, const Key& key_of) {
        std::vector<std::size_t> order(rows.size());
        std::iota(order.begin(), order.end(), std::size_t(0));
        std::stable_sort(order.begin(), order.end(),
                         [&](std::size_t left, std::size_t right) { return key_of(rows[left]) < key_of(rows[right]); });
        std::vector<bool> dropped(rows.size(), false);
        bool any = false;
        for (std::size_t i = 1, first = 0; i < order.size(); ++i) {
            if (key_of(rows[order[first]]) != key_of(rows[order[i]])) {
                first = i;
                continue;
            }
            dropped[order[i]] = true;
            any = true;
            if (rows[order[first]] == rows[order[i]]) {
                ++m_file.report.duplicates;
            } else {
                ++m_file.report.conflicting;
                nameLine(lines[order[i]],
                         "says something else than line " + std::to_string(lines[order[first]]) + " of the same check");
            }
        }
        if (!any)
            return;
        std::size_t kept = 0;
        for (std::size_t i = 0; i < rows.size(); ++i)
            if (!dropped[i]) {
                if (kept != i)
                    rows[kept] = std::move(rows[i]);
                ++kept;
            }
        rows.erase(rows.begin() + static_cast<std::ptrdiff_t>(kept), rows.end());
    }

    void dropRepeated() {
        keepFirst(m_file.observations, m_lines.observations,
                  [](const Observation& row) { return std::pair(row.target, row.startedAt); });
        keepFirst(m_file.events, m_lines.events, [](const Event& row) { return std::pair(row.at, row.what.index()); });
        const std::size_t told = m_file.sources.readings.size();
        keepFirst(m_file.sources.readings, m_lines.readings,
                  [](const RouteReading& row) { return std::tuple(row.at, row.source, row.prefix); });
        m_file.report.sourceRows -= told - m_file.sources.readings.size();
        for (auto& [line, sentence] : m_named)
            m_file.report.named.push_back(std::move(sentence));
    }

    void bringInOrder() {
        const auto earlier = [](const Observation& left, const Observation& right) {
            return std::tuple(left.endedAt(), left.target, left.startedAt) <
                   std::tuple(right.endedAt(), right.target, right.startedAt);
        };
        if (!std::is_sorted(m_file.observations.begin(), m_file.observations.end(), earlier))
            std::stable_sort(m_file.observations.begin(), m_file.observations.end(), earlier);
        std::ranges::stable_sort(m_file.sources.readings, {}, &RouteReading::at);
        std::ranges::stable_sort(m_file.sources.sightings, {}, &RouteSighting::at);
        std::ranges::stable_sort(m_file.sources.answers, {}, &SourceAnswer::at);
        std::stable_sort(m_file.events.begin(), m_file.events.end(),
                         [](const Event& left, const Event& right) { return left.at < right.at; });
    }

    // A file of somebody who asked no sentinels says nothing about them.
    void leaveOutSilentSentinels() {
        std::set<TargetId> seen;
        for (const Observation& row : m_file.observations)
            seen.insert(row.target);
        for (Target& target : m_file.watchlist.targets)
            if (isSentinel(target))
                target.enabled = seen.contains(target.id);
    }

    const std::string& m_origin;
    const Settings& m_settings;
    const Watchlist* m_fallback;
    ObservationFile m_file;
    Lines m_lines;
    TargetsByName m_targets;
    std::map<std::uint64_t, std::string> m_named; // by line, the first ones
    std::uint64_t m_line = 0;
    bool m_started = false;
};

} // namespace

ObservationFile readObservations(std::istream& in, const std::string& origin, const Settings& settings,
                                 const Watchlist* fallback) {
    return Reader(origin, settings, fallback).read(in);
}

ObservationFile readObservationFile(const std::filesystem::path& file, const Settings& settings,
                                    const Watchlist* fallback) {
    std::error_code failure;
    if (std::filesystem::is_directory(file, failure))
        throw InputError(file.string() + ": is a directory; give the path of an observation file");
    std::ifstream in(file, std::ios::binary);
    if (!in)
        throw InputError(file.string() + ": cannot be opened (" + std::generic_category().message(errno) +
                         "); check the path and its permissions");
    return readObservations(in, file.string(), settings, fallback);
}

} // namespace kpwatch
