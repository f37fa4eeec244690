// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/history/row_reader.h"

#include "app/history/overtaken.h"

#include <algorithm>
#include <queue>

namespace kpwatch {
namespace {

constexpr std::int64_t pieceRows = 256;
constexpr std::size_t remembered = 4096; // shared values kept at hand while reading

const std::string observationColumns = "at_ms, elapsed_us, stage, failure, recheck, tries, resolve_us, connect_us, "
                                       "tls_us, first_byte_us, circumstance, detail";

std::optional<Micros> micros(SQLite::Statement& row, int column) {
    const std::optional<std::int64_t> us = optionalAt(row, column);
    return us ? std::optional(Micros(*us)) : std::nullopt;
}

// The rows of one series, a piece at a time.
class Cursor {
  public:
    Cursor(RowReader& reader, std::int64_t series, TargetId target, TimeRange range, RowReader::Which which)
        : m_reader(reader), m_series(series), m_target(target), m_rest(range), m_which(which) {}

    // nullptr after the last.
    const Observation* front() {
        while (m_piece.empty() && m_rest.begin < m_rest.end)
            readPiece();
        return m_piece.empty() ? nullptr : &m_piece.front();
    }
    void pop() { m_piece.pop_front(); }

  private:
    void readPiece() {
        m_piece = m_reader.observations(m_series, m_target, m_rest);
        m_rest.begin = m_piece.empty() ? m_rest.end : m_piece.back().startedAt + std::chrono::milliseconds(1);
        if (m_which != RowReader::Which::All)
            std::erase_if(m_piece, [&](const Observation& row) {
                return m_reader.isOvertaken(m_series, msOf(row.startedAt)) != (m_which == RowReader::Which::Overtaken);
            });
    }

    RowReader& m_reader;
    std::int64_t m_series;
    TargetId m_target;
    TimeRange m_rest;
    RowReader::Which m_which;
    std::deque<Observation> m_piece;
};

class EventCursor {
  public:
    EventCursor(RowReader& reader, TimeRange range, RowReader::Which which)
        : m_reader(reader), m_rest(range), m_which(which) {}

    const Event* front() {
        for (;;) {
            if (m_piece.empty() && !readPiece())
                return nullptr;
            const RowReader::EventRow& next = m_piece.front();
            if (next.event && (m_which == RowReader::Which::All || m_reader.isOvertaken(0, next.at_ms, next.seq) ==
                                                                       (m_which == RowReader::Which::Overtaken)))
                return &*m_piece.front().event;
            m_piece.pop_front();
        }
    }
    void pop() { m_piece.pop_front(); }

  private:
    RowReader& m_reader;
    bool readPiece() {
        m_piece = m_reader.events(m_rest, m_seq);
        if (m_piece.empty())
            return false;
        m_rest.begin = utcOf(m_piece.back().at_ms);
        m_seq = m_piece.back().seq;
        return true;
    }

    TimeRange m_rest;
    RowReader::Which m_which;
    std::int64_t m_seq = -1;
    std::deque<RowReader::EventRow> m_piece;
};

std::string eventsOf(std::int64_t vantage) {
    return vantage == ownVantage ? "event WHERE true" : "foreign_event WHERE vantage = " + std::to_string(vantage);
}

struct Turn { // whose row comes next
    UtcTime endedAt;
    TargetId target;
    std::size_t cursor;
    auto operator<=>(const Turn&) const = default; // NOLINT(modernize-use-nullptr): its own comparison with 0
};

} // namespace

RowReader::RowReader(SQLite::Database& database, std::int64_t vantage)
    : m_database(database), m_words(database),
      m_observations(database,
                     "SELECT " + observationColumns +
                         " FROM every_observation WHERE series = ? AND at_ms >= ? AND at_ms < ? ORDER BY at_ms "
                         "LIMIT " +
                         std::to_string(pieceRows)),
      m_events(database, "SELECT at_ms, seq, kind, detail FROM " + eventsOf(vantage) +
                             " AND (at_ms, seq) > (?, ?) AND at_ms < ? ORDER BY at_ms, seq LIMIT " +
                             std::to_string(pieceRows)),
      m_circumstance(database, "SELECT peer, source FROM circumstance WHERE id = ?"),
      m_detail(database, "SELECT body FROM detail WHERE id = ?"),
      m_latest(database, "SELECT " + observationColumns +
                             " FROM every_observation WHERE series = ?1 AND at_ms >= ?2 AND at_ms < ?3 AND (NOT ?4 OR "
                             "failure <> " +
                             std::to_string(m_words.code(Failure::None)) + ") ORDER BY at_ms DESC LIMIT ?5"),
      m_latestAnswer(database, "SELECT " + observationColumns +
                                   " FROM every_observation WHERE series = ?1 AND at_ms < ?2 AND failure IN (" +
                                   m_words.answerCodes() +
                                   ") AND (SELECT reason FROM span WHERE span.series = ?1 AND begin_ms <= at_ms "
                                   "ORDER BY begin_ms DESC LIMIT 1) IS NOT '" +
                                   std::string(name(Reason::Intercepted)) + "' ORDER BY at_ms DESC"),
      m_overtaken(database, "SELECT 1 FROM overtaken WHERE series = ? AND at_ms = ? AND seq = ?") {}

bool RowReader::isOvertaken(std::int64_t series, std::int64_t at_ms, std::int64_t seq) {
    const bool found = bound(m_overtaken, series, at_ms, seq).executeStep();
    m_overtaken.reset();
    return found;
}

void RowReader::visitAll(const SeriesOf& series, TimeRange range, Which which, const HistoryReader::RowVisitor& visit,
                         const std::stop_token& stop) {
    std::vector<Cursor> cursors;
    std::priority_queue<Turn, std::vector<Turn>, std::greater<>> turns;
    for (const auto& [target, id] : series)
        cursors.emplace_back(*this, id, target, range, which);
    const auto queue = [&](std::size_t cursor) {
        if (const Observation* next = cursors[cursor].front())
            turns.push({next->endedAt(), next->target, cursor});
    };
    for (std::size_t i = 0; i < cursors.size(); ++i)
        queue(i);
    EventCursor events(*this, range, which);
    while (!stop.stop_requested()) {
        const Event* event = events.front();
        if (event != nullptr && (turns.empty() || event->at <= turns.top().endedAt)) {
            visit(nullptr, event);
            events.pop();
        } else if (!turns.empty()) {
            const std::size_t cursor = turns.top().cursor;
            turns.pop();
            visit(cursors[cursor].front(), nullptr);
            cursors[cursor].pop();
            queue(cursor);
        } else {
            return;
        }
    }
}

void RowReader::visitSeries(std::int64_t series, TargetId target, TimeRange range,
                            const std::function<void(const Observation&)>& visit, const std::stop_token& stop) {
    Cursor cursor(*this, series, target, range, Which::Judged);
    for (const Observation* row = cursor.front(); row != nullptr && !stop.stop_requested(); row = cursor.front()) {
        visit(*row);
        cursor.pop();
    }
}

std::vector<Observation> RowReader::latest(std::int64_t series, TargetId target, const HistoryReader::Latest& wanted) {
    std::vector<Observation> newestFirst;
    bound(m_latest, series, msOf(wanted.range.begin), msOf(wanted.range.end), wanted.failedOnly ? 1 : 0, wanted.most);
    while (m_latest.executeStep())
        newestFirst.push_back(observationFrom(m_latest, target));
    m_latest.reset();
    return newestFirst;
}

std::optional<Observation> RowReader::latestAnswer(std::int64_t series, TargetId target, UtcTime at) {
    std::optional<Observation> answer;
    bound(m_latestAnswer, series, msOf(at));
    // A name that was not found is an answer of its name servers, not of the target.
    while (m_latestAnswer.executeStep() && !answer)
        if (Observation row = observationFrom(m_latestAnswer, target); row.answered())
            answer = std::move(row);
    m_latestAnswer.reset();
    return answer;
}

std::optional<Event> RowReader::latestEvent(const std::vector<std::string>& kinds, UtcTime before) {
    // Heartbeats are most events; a year of them is walked through in milliseconds, and only when a program starts.
    SQLite::Statement query(m_database, "SELECT at_ms, kind, detail FROM event WHERE at_ms < ? AND kind <> 'heartbeat' "
                                        "AND " +
                                            notOvertaken("0", "event.at_ms", "event.seq") +
                                            " ORDER BY at_ms DESC, seq DESC");
    bound(query, msOf(before));
    while (query.executeStep())
        if (std::find(kinds.begin(), kinds.end(), query.getColumn(1).getString()) != kinds.end())
            return eventFrom(utcOf(query.getColumn(0).getInt64()), query.getColumn(1).getString(),
                             query.getColumn(2).getString());
    return std::nullopt;
}

std::optional<Event> RowReader::latestButStart(UtcTime before) {
    SQLite::Statement query(m_database, "SELECT at_ms, kind, detail FROM event WHERE at_ms < ? AND kind <> 'started' "
                                        "AND " +
                                            notOvertaken("0", "event.at_ms", "event.seq") +
                                            " ORDER BY at_ms DESC, seq DESC LIMIT 1");
    if (!bound(query, msOf(before)).executeStep())
        return std::nullopt;
    return eventFrom(utcOf(query.getColumn(0).getInt64()), query.getColumn(1).getString(),
                     query.getColumn(2).getString());
}

std::deque<Observation> RowReader::observations(std::int64_t series, TargetId target, TimeRange range) {
    std::deque<Observation> piece;
    bound(m_observations, series, msOf(range.begin), msOf(range.end));
    while (m_observations.executeStep())
        piece.push_back(observationFrom(m_observations, target));
    m_observations.reset();
    return piece;
}

std::deque<RowReader::EventRow> RowReader::events(TimeRange range, std::int64_t after_seq) {
    std::deque<EventRow> piece;
    bound(m_events, msOf(range.begin), after_seq, msOf(range.end));
    while (m_events.executeStep()) {
        const std::int64_t at_ms = m_events.getColumn(0).getInt64();
        piece.push_back(
            {at_ms, m_events.getColumn(1).getInt64(),
             eventFrom(utcOf(at_ms), m_events.getColumn(2).getString(), m_events.getColumn(3).getString())});
    }
    m_events.reset();
    return piece;
}

Observation RowReader::observationFrom(SQLite::Statement& row, TargetId target) {
    Observation observation;
    observation.target = target;
    observation.startedAt = utcOf(row.getColumn(0).getInt64());
    observation.elapsed = Micros(row.getColumn(1).getInt64());
    observation.reached = m_words.stage(row.getColumn(2).getInt64());
    observation.failure = m_words.failure(row.getColumn(3).getInt64());
    observation.recheck = row.getColumn(4).getInt() != 0;
    observation.tries = row.getColumn(5).getInt();
    observation.phases = {micros(row, 6), micros(row, 7), micros(row, 8), micros(row, 9)};
    const Circumstance& under = circumstance(row.getColumn(10).getInt64());
    observation.peer = under.peer;
    observation.source = under.source;
    if (const std::optional<std::int64_t> id = optionalAt(row, 11))
        observation.detail = detail(*id);
    return observation;
}

const RowReader::Circumstance& RowReader::circumstance(std::int64_t id) {
    const auto known = m_circumstances.find(id);
    if (known != m_circumstances.end())
        return known->second;
    if (m_circumstances.size() >= remembered)
        m_circumstances.clear();
    Circumstance read;
    if (bound(m_circumstance, id).executeStep())
        read = {m_circumstance.getColumn(0).getString(), m_circumstance.getColumn(1).getString()};
    m_circumstance.reset();
    return m_circumstances[id] = std::move(read);
}

const Detail& RowReader::detail(std::int64_t id) {
    const auto known = m_details.find(id);
    if (known != m_details.end())
        return known->second;
    if (m_details.size() >= remembered)
        m_details.clear();
    Detail read;
    if (bound(m_detail, id).executeStep())
        read = detailFrom(m_detail.getColumn(0).getString());
    m_detail.reset();
    return m_details[id] = std::move(read);
}

} // namespace kpwatch
