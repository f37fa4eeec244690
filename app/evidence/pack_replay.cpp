// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/evidence/pack_replay.h"

#include "app/evidence/incident_facts.h"
#include "app/evidence/observation_row.h"
#include "app/evidence/pack_judges.h"
#include "app/history/incident_reader.h"
#include "app/story/second_opinion.h"
#include "app/story/sightings.h"

#include <algorithm>
#include <fstream>
#include <tuple>

namespace kpwatch {

namespace {

constexpr std::size_t rowsBetween = 4096; // so that what the judge has to say does not pile up

class PackReplay {
  public:
    PackReplay(const std::filesystem::path& file, const PackInputs& inputs, const PackRules& rules)
        : m_file(file, std::ios::binary),
          m_answers(file.parent_path() / std::filesystem::path(pack::answers).filename()), m_inputs(inputs),
          m_rules(rules), m_targets(targetsByName(rules.watchlist)), m_judges(rules),
          m_then(rules.watchlist, m_judges.lists()) {
        if (!m_file)
            throw InputError(file.string() + " cannot be opened: is it still there?");
    }

    Recomputed run(const RowSeen& see, const std::stop_token& stop) {
        readAll(see, stop);
        if (!m_result.fault)
            m_result.incident = incident();
        return std::move(m_result);
    }

  private:
    struct Place { // of a check in the file
        UtcTime at;
        std::streamoff line = 0;
    };

    void readAll(const RowSeen& see, const std::stop_token& stop) {
        std::string line;
        std::getline(m_file, line); // the header says who and what, for import
        std::uint64_t number = 1;
        for (std::streamoff at = m_file.tellg(); !m_result.fault && std::getline(m_file, line); at = m_file.tellg()) {
            ++number;
            if (number % rowsBetween == 0)
                m_judges.takeChanges();
            if (stop.stop_requested())
                m_result.fault = "stopped";
            else if (const std::string fault = take(line, at, see); !fault.empty())
                m_result.fault = "line " + std::to_string(number) + ": " + fault;
        }
        m_file.clear();
        m_spans = m_judges.spans(m_inputs.asOf);
        m_then.silence(m_spans);
    }

    std::string take(const std::string& line, std::streamoff at, const RowSeen& see) {
        Row row = readRow(line, m_targets);
        if (const auto* const bad = std::get_if<BadRow>(&row))
            return bad->reason;
        const auto* const overtaken = std::get_if<OvertakenRow>(&row); // seen, and not judged
        const auto* const event = overtaken != nullptr ? std::get_if<Event>(&overtaken->row) : std::get_if<Event>(&row);
        const auto* const seen =
            overtaken != nullptr ? std::get_if<Observation>(&overtaken->row) : std::get_if<Observation>(&row);
        if (event != nullptr) {
            if (event->at < m_latest)
                return "comes too late";
            m_latest = event->at;
            ++m_result.events;
            if (see)
                see(nullptr, event);
            if (overtaken != nullptr)
                return {};
            m_judges.take(*event);
            if (std::holds_alternative<Epoch>(event->what))
                m_epochs.push_back(*event);
        } else if (seen != nullptr) {
            if (seen->endedAt() < m_latest)
                return "comes too late";
            m_latest = seen->endedAt();
            ++m_result.observations;
            if (see)
                see(seen, nullptr);
            if (overtaken != nullptr) {
                ++m_result.overtaken;
                return {};
            }
            m_judges.take(*seen);
            m_places[seen->target].push_back({seen->startedAt, at});
        } else if (auto* const reading = std::get_if<RouteReading>(&row)) {
            if (!m_readings.empty() && reading->at < m_readings.back().at)
                return "comes too late";
            m_readings.push_back(std::move(*reading));
            ++m_result.readings;
        } else if (auto* const sighting = std::get_if<RouteSighting>(&row)) {
            if (!m_sightings.empty() && sighting->at < m_sightings.back().at)
                return "comes too late";
            m_sightings.push_back(std::move(*sighting));
        }
        return {};
    }

    std::vector<Observation> checks(const Target& target, TimeRange range) {
        std::vector<Observation> found;
        for (const Place& place : m_places[target.id]) {
            if (!range.contains(place.at))
                continue;
            std::string line;
            m_file.seekg(place.line);
            std::getline(m_file, line);
            const Row row = readRow(line, m_targets);
            if (const auto* const seen = std::get_if<Observation>(&row))
                found.push_back(*seen);
        }
        std::ranges::sort(found, {}, &Observation::startedAt);
        return found;
    }

    std::string lastFoundAt(const Target& target, UtcTime by) {
        std::vector<Observation> found = checks(target, {by - addressLately, by});
        const auto first = found.end() - std::min<std::ptrdiff_t>(std::ssize(found), addressChecks);
        const auto answer = std::find_if(found.rbegin(), std::make_reverse_iterator(first),
                                         [](const Observation& row) { return !row.peer.empty(); });
        return answer == std::make_reverse_iterator(first) ? std::string() : answer->peer;
    }

    std::vector<RouteReading> readings(TimeRange range) const {
        std::vector<RouteReading> found;
        std::ranges::copy_if(m_readings, std::back_inserter(found),
                             [&](const RouteReading& reading) { return range.contains(reading.at); });
        return found;
    }

    // What platforms elsewhere measured lies beside the rows, as it was received.
    OutsideReadings outside(TimeRange range) const {
        constexpr std::size_t longest = std::size_t{64} << 20U;
        std::vector<SourceAnswer> answers;
        std::ifstream file(m_answers, std::ios::binary);
        for (std::string line; std::getline(file, line);) {
            Row row = readRow(line, {}, longest);
            if (auto* const answer = std::get_if<SourceAnswer>(&row); answer != nullptr && range.contains(answer->at))
                answers.push_back(std::move(*answer));
        }
        return outsideReadings(answers);
    }

    std::optional<std::string> incident() {
        const Record record{.watchlist = m_then.ever(),
                            .spans = m_spans,
                            .events = m_epochs,
                            .now = m_inputs.asOf,
                            .judgements = m_inputs.judgements,
                            .then = &m_then};
        const std::vector<Incident> all = incidentsOf(record, m_rules.settings);
        const Incident* const found = findIncident(all, m_inputs.incident);
        if (found == nullptr)
            return std::nullopt;
        const Surroundings around{m_spans,
                                  m_epochs,
                                  [this](const Target& target, TimeRange range) { return checks(target, range); },
                                  [this](const Target& target, UtcTime by) { return lastFoundAt(target, by); },
                                  [this](TimeRange range) { return readings(range); },
                                  [this](TimeRange range) { return outside(range); },
                                  [this](TimeRange range) { return sightingsWithin(m_sightings, range); }};
        const Watchlist& list = m_then.of(*found);
        const Assessment seen = assessedWithin(around, {list, m_rules.settings, m_inputs.asOf}, *found);
        return factsText(factsJson({*found, seen, list, m_inputs.asOf, m_inputs.simulated}));
    }

    std::ifstream m_file;
    const std::filesystem::path m_answers;
    const PackInputs& m_inputs;
    const PackRules& m_rules;
    const TargetsByName m_targets;
    PackJudges m_judges;
    const WatchedThen m_then;
    UtcTime m_latest{};
    TargetSpans m_spans;
    std::vector<Event> m_epochs;
    std::vector<RouteReading> m_readings;
    std::vector<RouteSighting> m_sightings;
    std::map<TargetId, std::vector<Place>> m_places;
    Recomputed m_result;
};

} // namespace

Recomputed recomputed(const std::filesystem::path& rows, const PackInputs& inputs, const PackRules& rules,
                      const RowSeen& see, const std::stop_token& stop) {
    return PackReplay(rows, inputs, rules).run(see, stop);
}

} // namespace kpwatch
