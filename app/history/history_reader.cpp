// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/history/history_reader.h"

#include "app/history/history.h"
#include "app/history/judgement_store.h"
#include "app/history/last_row.h"
#include "app/history/latency_reader.h"
#include "app/history/migration.h"
#include "app/history/overtaken.h"
#include "app/history/roster.h"
#include "app/history/row_reader.h"
#include "app/history/source_store.h"
#include "app/history/span_reader.h"
#include "app/settings_file.h"

#include <algorithm>
#include <map>
#include <type_traits>

namespace kpwatch {
namespace {

SQLite::Database opened(const std::filesystem::path& file, bool is_copy) {
    std::error_code unknown; // what cannot be looked at cannot be opened either, and that is said then
    if (!std::filesystem::exists(file, unknown) && !unknown)
        throw StorageError(file.string() + " does not exist: start watching first, or name another directory with "
                                           "--history.");
    SQLite::Database database = openForReading(file);
    translated(file, [&] {
        const int application = database.execAndGet("PRAGMA application_id").getInt();
        if (application != historyApplicationId)
            throw StorageError(file.string() + " is no history of KPWatch: name another directory with --history.");
        const int version = userVersion(database); // a later one is read as far as it goes: tables are only added to
        if (version < schemaVersion())
            throw olderHistory(file, version, is_copy);
        // KiB. Each commit of the writer empties it, and the kernel has the file.
        database.exec("PRAGMA cache_size = -512");
    });
    return database;
}

using Questions = std::vector<std::pair<UtcTime, std::string>>; // each another than the one before

} // namespace

struct HistoryReader::Impl {
    explicit Impl(const std::filesystem::path& directory)
        : file(historyFile(directory)), identity(whichFile(file)), database(opened(file, file == directory)),
          rows(asFarAsKnown([&] { return RowReader(database); })),
          responses(asFarAsKnown([&] { return LatencyReader(database); })), verdicts(database, directory) {}

    template <typename Make>
    std::invoke_result_t<Make> asFarAsKnown(const Make& make) {
        return translated(file, [&] {
            try {
                return make();
            } catch (const SQLite::Exception&) {
                if (const int version = userVersion(database); version > schemaVersion())
                    throw newerHistory(file, version);
                throw;
            }
        });
    }

    // Of one target; a series that is there once stays the same.
    std::optional<std::int64_t> seriesOf(const Target& target) {
        const auto known = seriesByName.find(target.name);
        if (known != seriesByName.end())
            return known->second;
        Watchlist alone;
        alone.targets = {target};
        const SeriesOf found = knownSeries(database, alone);
        const auto its = found.find(target.id);
        return its == found.end() ? std::nullopt : std::optional(seriesByName[target.name] = its->second);
    }
    std::optional<std::int64_t> seriesOf(const Watchlist& watchlist, TargetId id) {
        const Target* const target = watchlist.find(id);
        return target == nullptr ? std::nullopt : seriesOf(*target);
    }

    void visitRows(const Watchlist& watchlist, TimeRange range, RowReader::Which which, const RowVisitor& visit,
                   const std::stop_token& stop) {
        translated(file, [&] {
            SeriesOf series = knownSeries(database, watchlist);
            series.erase(ownLineId);
            rows.visitAll(series, range, which, visit, stop);
        });
    }

    Questions questionsTo(const Target& target) const {
        return translated(file, [&] {
            SQLite::Statement each(database, "SELECT since_ms, options FROM target_version JOIN target ON target.id "
                                             "= target_version.target WHERE target.slug = ? ORDER BY since_ms");
            Questions questions;
            for (bound(each, target.name); each.executeStep();)
                if (std::string asked = questionOf(each.getColumn(1).getString());
                    questions.empty() || asked != questions.back().second)
                    questions.emplace_back(utcOf(each.getColumn(0).getInt64()), std::move(asked));
            return questions;
        });
    }

    std::string latestJson(const std::string& table) const {
        return translated(file, [&] {
            SQLite::Statement latest(database, "SELECT json FROM " + table + " ORDER BY rowid DESC LIMIT 1");
            return latest.executeStep() ? latest.getColumn(0).getString() : std::string();
        });
    }

    std::string jsonAt(const std::string& table, UtcTime at) const {
        return translated(file, [&] {
            SQLite::Statement standing(database, "SELECT json FROM " + table +
                                                     " ORDER BY since_ms > ?1, abs(since_ms - ?1), rowid DESC LIMIT 1");
            return bound(standing, msOf(at)).executeStep() ? standing.getColumn(0).getString() : std::string();
        });
    }

    std::filesystem::path file;
    std::optional<FileIdentity> identity; // before it is opened
    SQLite::Database database;
    RowReader rows;
    LatencyReader responses;
    SpanReader verdicts;
    std::map<std::string, std::int64_t> seriesByName;
    std::vector<WatchlistVersion> versions; // as far as row versionsRead
    std::int64_t versionsRead = 0;
};

HistoryReader::HistoryReader(const std::filesystem::path& directory) : m_impl(std::make_unique<Impl>(directory)) {}
HistoryReader::~HistoryReader() = default;
HistoryReader::HistoryReader(HistoryReader&&) noexcept = default;

bool HistoryReader::exists(const std::filesystem::path& directory) {
    std::error_code failed;
    const std::filesystem::path file = historyFile(directory);
    return std::filesystem::exists(file, failed) && std::filesystem::file_size(file, failed) > 0 && !failed;
}

std::optional<std::string> HistoryReader::newer() const {
    return translated(m_impl->file, [&] {
        const int version = userVersion(m_impl->database);
        return version > schemaVersion() ? std::optional<std::string>(newerHistory(m_impl->file, version).what())
                                         : std::nullopt;
    });
}

bool HistoryReader::isCurrent() const {
    return whichFile(m_impl->file) == m_impl->identity && liesStill(m_impl->file) == readsAsStill(m_impl->database);
}

std::string HistoryReader::latestWatchlistJson() const { return m_impl->latestJson("watchlist_version"); }

std::string HistoryReader::latestSettingsJson() const { return m_impl->latestJson("settings_version"); }

std::string HistoryReader::watchlistJsonAt(UtcTime at) const { return m_impl->jsonAt("watchlist_version", at); }

std::string HistoryReader::settingsJsonAt(UtcTime at) const { return m_impl->jsonAt("settings_version", at); }

const std::vector<WatchlistVersion>& HistoryReader::watchlistVersions() const {
    return translated(m_impl->file, [&]() -> const std::vector<WatchlistVersion>& {
        SQLite::Statement fresh(m_impl->database,
                                "SELECT rowid, since_ms, json FROM watchlist_version WHERE rowid > ? ORDER BY rowid");
        bound(fresh, m_impl->versionsRead);
        while (fresh.executeStep()) {
            m_impl->versionsRead = fresh.getColumn(0).getInt64();
            const UtcTime since = utcOf(fresh.getColumn(1).getInt64());
            try {
                const Settings then = storedSettings(settingsJsonAt(since));
                m_impl->versions.push_back(
                    {since, parseWatchlist(fresh.getColumn(2).getString(), "watchlist stored in the history", then)});
            } catch (const InputError&) { // of before a rule became stricter: its neighbours tell of that time
            }
        }
        return m_impl->versions;
    });
}

std::vector<HistoryReader::SettingsText> HistoryReader::settingsTexts() const {
    return translated(m_impl->file, [&] {
        std::vector<SettingsText> all;
        for (SQLite::Statement each(m_impl->database, "SELECT since_ms, json FROM settings_version ORDER BY rowid");
             each.executeStep();)
            all.push_back({utcOf(each.getColumn(0).getInt64()), each.getColumn(1).getString()});
        return all;
    });
}

bool HistoryReader::simulated() const {
    return translated(m_impl->file, [&] {
        SQLite::Statement meta(m_impl->database, "SELECT simulated FROM meta");
        return meta.executeStep() && meta.getColumn(0).getInt() != 0;
    });
}

std::string HistoryReader::vantageName() const {
    return translated(m_impl->file, [&] {
        SQLite::Statement own(m_impl->database, "SELECT name FROM vantage WHERE id = 1");
        return own.executeStep() ? own.getColumn(0).getString() : std::string();
    });
}

std::optional<HistoryReader::Run> HistoryReader::latestRun() const {
    return translated(m_impl->file, [&]() -> std::optional<Run> {
        SQLite::Statement latest(m_impl->database, "SELECT id, began_ms FROM run ORDER BY id DESC LIMIT 1");
        if (!latest.executeStep())
            return std::nullopt;
        return Run{latest.getColumn(0).getInt64(), utcOf(latest.getColumn(1).getInt64())};
    });
}

bool HistoryReader::holds(const Run& run) const {
    return translated(m_impl->file, [&] {
        SQLite::Statement found(m_impl->database, "SELECT 1 FROM run WHERE id = ? AND began_ms = ?");
        return bound(found, run.id, msOf(run.began)).executeStep();
    });
}

std::vector<ColleagueLanes> HistoryReader::colleagues(TimeRange range) const {
    return translated(m_impl->file, [&] { return m_impl->verdicts.colleagues(range); });
}

std::optional<UtcTime> HistoryReader::firstRowAt() const {
    return translated(m_impl->file, [&] { return earliestRow(m_impl->database); });
}

std::optional<UtcTime> HistoryReader::lastRowAt() const {
    return translated(m_impl->file, [&] { return latestRow(m_impl->database); });
}

std::optional<UtcTime> HistoryReader::lastRowBefore(UtcTime moment) const {
    return translated(m_impl->file, [&] { return latestRow(m_impl->database, moment); });
}

std::optional<UtcTime> HistoryReader::leftAt() const {
    return translated(m_impl->file, [&] { return m_impl->verdicts.leftAt(); });
}

bool HistoryReader::isRecordedInto() const {
    return translated(m_impl->file, [&] { return m_impl->verdicts.isRecordedInto(); });
}

TargetSpans HistoryReader::spans(const Watchlist& watchlist, TimeRange range) const {
    return translated(m_impl->file, [&] { return m_impl->verdicts.spans(watchlist, range); });
}

TargetSpans HistoryReader::wholeSpans(const Watchlist& watchlist, TimeRange range) const {
    return translated(m_impl->file, [&] { return m_impl->verdicts.wholeSpans(watchlist, range); });
}

TargetSpans HistoryReader::spansInShort(const Watchlist& watchlist, TimeRange range, int parts) const {
    return translated(m_impl->file, [&] { return m_impl->verdicts.inShort(watchlist, range, parts); });
}

TargetSpans HistoryReader::downSpans(const Watchlist& watchlist) const {
    return translated(m_impl->file, [&] { return m_impl->verdicts.down(watchlist); });
}

TargetSpans HistoryReader::spansThatAre(const Watchlist& watchlist, Verdict verdict) const {
    return translated(m_impl->file, [&] { return m_impl->verdicts.thatAre(watchlist, verdict); });
}

std::vector<Event> HistoryReader::epochs() const {
    return translated(m_impl->file, [&] {
        std::vector<Event> epochs;
        SQLite::Statement query(m_impl->database,
                                "SELECT at_ms, kind, detail FROM event WHERE kind = 'epoch' ORDER BY at_ms, seq");
        while (query.executeStep())
            if (auto event = eventFrom(utcOf(query.getColumn(0).getInt64()), query.getColumn(1).getString(),
                                       query.getColumn(2).getString()))
                epochs.push_back(std::move(*event));
        return epochs;
    });
}

std::vector<Judgement> HistoryReader::judgements() const {
    return translated(m_impl->file, [&] { return storedJudgements(m_impl->database); });
}

std::vector<RouteReading> HistoryReader::readings(TimeRange range) const {
    return translated(m_impl->file, [&] { return storedReadings(m_impl->database, range); });
}

std::optional<UtcTime> HistoryReader::firstReadingAt() const {
    return translated(m_impl->file, [&]() -> std::optional<UtcTime> {
        const SQLite::Column first = m_impl->database.execAndGet("SELECT min(at_ms) FROM source_reading");
        return first.isNull() ? std::nullopt : std::optional(utcOf(first.getInt64()));
    });
}

std::optional<UtcTime> HistoryReader::latestHeardAt() const {
    return translated(m_impl->file, [&]() -> std::optional<UtcTime> {
        SQLite::Statement latest(
            m_impl->database,
            "SELECT at_ms, peers_full FROM source_reading WHERE source = ? ORDER BY at_ms DESC LIMIT 1");
        latest.bind(1, std::string(routesToldBy));
        if (!latest.executeStep() || latest.getColumn(1).getInt() == 0)
            return std::nullopt;
        return utcOf(latest.getColumn(0).getInt64());
    });
}

std::size_t HistoryReader::readingCount(TimeRange range) const {
    return translated(m_impl->file, [&] { return storedReadingCount(m_impl->database, range); });
}

std::vector<RouteSighting> HistoryReader::sightings(TimeRange range) const {
    return translated(m_impl->file, [&] { return storedSightings(m_impl->database, range); });
}

std::vector<RouteStretch> HistoryReader::stretches(TimeRange range) const {
    return translated(m_impl->file, [&] { return storedStretches(m_impl->database, range); });
}

std::vector<PastTold> HistoryReader::pastTold(TimeRange range) const {
    return translated(m_impl->file, [&] { return storedPast(m_impl->database, range); });
}

std::vector<SourceAnswer> HistoryReader::sourceAnswers(TimeRange range) const {
    return translated(m_impl->file, [&] { return storedAnswers(m_impl->database, range); });
}

OutsideReadings HistoryReader::outsideReadings(TimeRange range) const {
    return translated(m_impl->file, [&] { return storedOutsideReadings(m_impl->database, range); });
}

void HistoryReader::rows(const Watchlist& watchlist, TimeRange range, const RowVisitor& visit,
                         const std::stop_token& stop) const {
    m_impl->visitRows(watchlist, range, RowReader::Which::All, visit, stop);
}

void HistoryReader::judgedRows(const Watchlist& watchlist, TimeRange range, const RowVisitor& visit,
                               const std::stop_token& stop) const {
    m_impl->visitRows(watchlist, range, RowReader::Which::Judged, visit, stop);
}

void HistoryReader::overtakenRows(const Watchlist& watchlist, TimeRange range, const RowVisitor& visit,
                                  const std::stop_token& stop) const {
    if (translated(m_impl->file, [&] { return anyMarked(m_impl->database, range); }))
        m_impl->visitRows(watchlist, range, RowReader::Which::Overtaken, visit, stop);
}

void HistoryReader::rowsOf(const Target& target, TimeRange range, const std::function<void(const Observation&)>& visit,
                           const std::stop_token& stop) const {
    translated(m_impl->file, [&] {
        if (const auto series = m_impl->seriesOf(target))
            m_impl->rows.visitSeries(*series, target.id, range, visit, stop);
    });
}

std::optional<UtcTime> HistoryReader::versionSince(const Target& target) const {
    return translated(m_impl->file, [&] {
        SQLite::Statement query(m_impl->database, "SELECT max(since_ms) FROM target_version JOIN target ON target.id = "
                                                  "target_version.target WHERE target.slug = ?");
        return bound(query, target.name).executeStep() && !query.isColumnNull(0)
                   ? std::optional(utcOf(query.getColumn(0).getInt64()))
                   : std::nullopt;
    });
}

std::optional<UtcTime> HistoryReader::askedSince(const Target& target) const {
    const Questions questions = m_impl->questionsTo(target);
    const bool present = !questions.empty() && questions.back().second == questionOf(targetText(target, std::nullopt));
    return present && questions.size() > 1 ? std::optional(questions.back().first) : std::nullopt;
}

std::vector<UtcTime> HistoryReader::askedAnew(const Target& target) const {
    std::vector<UtcTime> times;
    for (const auto& [since, question] : m_impl->questionsTo(target))
        times.push_back(since);
    if (!times.empty())
        times.erase(times.begin()); // the first followed none
    return times;
}

std::optional<UtcTime> HistoryReader::endedInOrderBefore(UtcTime moment) const {
    return translated(m_impl->file, [&] {
        // Its own stop may be of the same millisecond.
        const auto last = m_impl->rows.latestButStart(moment + std::chrono::milliseconds(1));
        return last && std::holds_alternative<Stopped>(last->what) ? std::optional(last->at) : std::nullopt;
    });
}

std::vector<Event> HistoryReader::standingEvents(UtcTime at) const {
    return translated(m_impl->file, [&] {
        std::vector<Event> standing;
        if (auto epoch = m_impl->rows.latestEvent({"epoch"}, at))
            standing.push_back(std::move(*epoch));
        const auto presence = m_impl->rows.latestEvent({"started", "stopped", "paused", "resumed"}, at);
        if (presence && std::holds_alternative<Paused>(presence->what))
            standing.push_back(*presence);
        std::sort(standing.begin(), standing.end(), [](const Event& a, const Event& b) { return a.at < b.at; });
        return standing;
    });
}

std::vector<LatencyPoint> HistoryReader::latency(const Watchlist& watchlist, TargetId target, TimeRange range,
                                                 int columns) const {
    std::vector<LatencyPoint> points = latencyAndLoss(watchlist, target, range, columns);
    std::erase_if(points, [](const LatencyPoint& point) { return point.answers == 0; });
    return points;
}

std::vector<LatencyPoint> HistoryReader::latencyAndLoss(const Watchlist& watchlist, TargetId target, TimeRange range,
                                                        int columns) const {
    return translated(m_impl->file, [&] {
        const SeriesOf series = knownSeries(m_impl->database, watchlist);
        const auto found = series.find(target);
        if (found == series.end() || columns <= 0 || range.end <= range.begin)
            return std::vector<LatencyPoint>();
        return m_impl->responses.points(found->second, range, columns);
    });
}

std::vector<Observation> HistoryReader::latestChecks(const Watchlist& watchlist, TargetId target,
                                                     const Latest& wanted) const {
    return translated(m_impl->file, [&] {
        const auto series = m_impl->seriesOf(watchlist, target);
        return series ? m_impl->rows.latest(*series, target, wanted) : std::vector<Observation>();
    });
}

std::optional<Observation> HistoryReader::latestAnswer(const Watchlist& watchlist, TargetId target, UtcTime at) const {
    return translated(m_impl->file, [&] {
        const auto series = m_impl->seriesOf(watchlist, target);
        return series ? m_impl->rows.latestAnswer(*series, target, at) : std::nullopt;
    });
}

} // namespace kpwatch
