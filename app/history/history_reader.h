// SPDX-License-Identifier: GPL-3.0-or-later
// Reads a history, never writes: SQLITE_OPEN_READONLY, short statements. One thread per reader.
#pragma once

#include "app/errors.h"
#include "app/history/colleague.h"
#include "app/story/event.h"
#include "app/story/judgement.h"
#include "app/story/second_opinion.h"
#include "app/story/timeline.h"
#include "app/story/watched_then.h"

#include <filesystem>
#include <functional>
#include <memory>
#include <stop_token>

namespace kpwatch {

struct LatencyPoint { // of one pixel column or bucket
    UtcTime at;
    Micros lowest{0}, highest{0};
    int answers = 0;                   // with a response time
    int checks = 0;                    // decided ones, re-checks left out: somebody answered, or nobody did
    int lost = 0;                      // of these, without an answer
    Micros mean{0}, median{0}, p95{0}; // the last two within 6.5 %
};

class HistoryReader {
  public:
    // Throws StorageError if DIR has no history, is damaged, or is of a newer schema that this program cannot even
    // read.
    explicit HistoryReader(const std::filesystem::path& directory);
    ~HistoryReader();
    HistoryReader(HistoryReader&&) noexcept;

    static bool exists(const std::filesystem::path& directory);

    // One sentence if the file was written by a newer program: what is shown may not be all, and nothing is written.
    std::optional<std::string> newer() const;
    // The file opened is still the one of that name: none took its place since (a repair, a backup put back), and
    // nobody may have begun to write to one that was read as if it lay still.
    bool isCurrent() const;

    // The watchlist and settings latest stored, as JSON; for showing a history without a watchlist file at hand.
    std::string latestWatchlistJson() const;
    std::string latestSettingsJson() const;
    // Those that were in force at a moment; of before the first, the first.
    std::string watchlistJsonAt(UtcTime at) const;
    std::string settingsJsonAt(UtcTime at) const;
    // All watchlists there were, in order. Kept until there is another; one that cannot be read any more is left out.
    const std::vector<WatchlistVersion>& watchlistVersions() const;
    // The texts of all settings there were, in order of time.
    struct SettingsText {
        UtcTime since;
        std::string json;
    };
    std::vector<SettingsText> settingsTexts() const;
    bool simulated() const;
    std::string vantageName() const; // ours, drawn by chance
    // What other desks saw over the range, as wholeSpans; those whose files were imported.
    std::vector<ColleagueLanes> colleagues(TimeRange range) const;

    // A run of the program that recorded: who knows one tells by it whether it is the same record still.
    struct Run {
        std::int64_t id = 0;
        UtcTime began;
    };
    std::optional<Run> latestRun() const;
    bool holds(const Run& run) const;

    std::optional<UtcTime> firstRowAt() const;
    std::optional<UtcTime> lastRowAt() const; // latest end of an observation or event: what proves presence
    std::optional<UtcTime> lastRowBefore(UtcTime moment) const; // the same of those that began before it

    // The last moment of watching on record, if nobody records into it any more.
    std::optional<UtcTime> leftAt() const;
    bool isRecordedInto() const; // by some program at this moment; who only observes leaves no last moment of watching

    // Spans of every target of the watchlist and of ownLineId over the range, as stored; an open span reaches to
    // lastRowAt(), while somebody records into it 90 s further, after that the lane is not-monitored (closed).
    TargetSpans spans(const Watchlist& watchlist, TimeRange range) const;
    // The same, and of every lane also what lies beyond the range as far as the down times reach that it cuts, of other
    // lanes' at most `reachBeyond`: of what is shown in part the length is known.
    TargetSpans wholeSpans(const Watchlist& watchlist, TimeRange range) const;

    // The same in at most `parts` pieces a lane: the worst that was in each. For a first look at many years; how long
    // something lasted, and whether it was at the same time as something else, cannot be told from it.
    TargetSpans spansInShort(const Watchlist& watchlist, TimeRange range, int parts) const;

    // Of every target all its down spans, before them the first in which anybody answered for it, after one that has no
    // end what was said next, and after all the latest, if it is another: what incidents are folded from. The last ends
    // at lastRowAt(), as nobody saw more. What is lost of the checks within a down span is left out of it.
    TargetSpans downSpans(const Watchlist& watchlist) const;
    // Of every target all its spans of one verdict, the last until lastRowAt().
    TargetSpans spansThatAre(const Watchlist& watchlist, Verdict verdict) const;
    // All vantage epochs there were, in order.
    std::vector<Event> epochs() const;
    // All that was said about incidents, in that order.
    std::vector<Judgement> judgements() const;

    // What public sources said of routes, in order of time; empty in a record of before there were any.
    std::vector<RouteReading> readings(TimeRange range) const;
    std::optional<UtcTime> firstReadingAt() const;
    std::optional<UtcTime> latestHeardAt() const; // of routesToldBy; none if the latest says that nobody hears
    // How many these are: as they are only ever added, whether there are others than before.
    std::size_t readingCount(TimeRange range) const;
    // Who else announced the space, and the like; first what stood when the range began.
    std::vector<RouteSighting> sightings(TimeRange range) const;
    std::vector<RouteStretch> stretches(TimeRange range) const; // routes by the day, that touch the range
    std::vector<PastTold> pastTold(TimeRange range) const;      // past times that were asked about, in that order
    // Their answers as they were received.
    std::vector<SourceAnswer> sourceAnswers(TimeRange range) const;
    // What places elsewhere and public counts found, read out of these.
    OutsideReadings outsideReadings(TimeRange range) const;

    // Every row that starts in the range, ordered by end time, then target id, events at their time. Rows of targets
    // the watchlist does not know are skipped. Streams: constant memory. Ends early once `stop` is asked for.
    using RowVisitor = std::function<void(const Observation*, const Event*)>;
    void rows(const Watchlist& watchlist, TimeRange range, const RowVisitor& visit,
              const std::stop_token& stop = {}) const;
    // The same without those that were written by a clock that was set back since, and has gone through their time once
    // more: they are of another moment than they say.
    void judgedRows(const Watchlist& watchlist, TimeRange range, const RowVisitor& visit,
                    const std::stop_token& stop = {}) const;

    // Those others.
    void overtakenRows(const Watchlist& watchlist, TimeRange range, const RowVisitor& visit,
                       const std::stop_token& stop = {}) const;

    // The judged rows of one target or control alone that start in the range, in order of start.
    void rowsOf(const Target& target, TimeRange range, const std::function<void(const Observation&)>& visit,
                const std::stop_token& stop = {}) const;

    // Since when a target or control has been asked in the way it was asked last; nullopt if it never was.
    std::optional<UtcTime> versionSince(const Target& target) const;
    // Since when the question to it has been the present one, after another; nullopt if it always was.
    std::optional<UtcTime> askedSince(const Target& target) const;
    // Each time from which on it was asked something else than before, in order.
    std::vector<UtcTime> askedAnew(const Target& target) const;

    // When the run before that moment ended, if it did in order; all of its rows had been judged by then.
    std::optional<UtcTime> endedInOrderBefore(UtcTime moment) const;
    // What still holds at a moment from events before it: the latest epoch, and a pause nobody ended.
    std::vector<Event> standingEvents(UtcTime at) const;

    // Response time (Observation::responseTime) of one target's answers without retransmission, binned to `columns`
    // equal buckets, those without one left out. From 11 days on it comes from the summaries of 10 minutes, 2 hours or
    // a day, the coarsest that fit a column.
    std::vector<LatencyPoint> latency(const Watchlist& watchlist, TargetId target, TimeRange range, int columns) const;
    // The same with the columns in which checks were made and none was answered so.
    std::vector<LatencyPoint> latencyAndLoss(const Watchlist& watchlist, TargetId target, TimeRange range,
                                             int columns) const;

    // The latest checks of one target that start in the range, newest first.
    struct Latest {
        TimeRange range;
        int most = 1;
        bool failedOnly = false;
    };
    std::vector<Observation> latestChecks(const Watchlist& watchlist, TargetId target, const Latest& wanted) const;

    // The latest answered HTTP check before `at`, for the front page's title and Last-Modified; none of a time in which
    // somebody else is known to have answered.
    std::optional<Observation> latestAnswer(const Watchlist& watchlist, TargetId target, UtcTime at) const;

  private:
    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

// The judge as it stands after the stored rows up to `now`: folded, never stored. Reads back as far as the judge's
// memory reaches: 8 days before the latest row, or further if somebody was down at that time; of the road's controls as
// far as their right to vote follows from their readings.
struct Fold {
    Judge judge; // its own changes() go on from here
    // The last of what it read, for an earlier run may have had no time to judge it. All before that lacks the memory
    // it was once judged with and is not told.
    std::vector<SpanChange> changes;
};
Fold foldedJudge(const HistoryReader& reader, const Watchlist& watchlist, const Settings& settings, UtcTime now);
// Nothing if `stop` was asked for meanwhile.
std::optional<Fold> foldedJudge(const HistoryReader& reader, const Watchlist& watchlist, const Settings& settings,
                                UtcTime now, const std::stop_token& stop);
// As it stood at a moment, for who looks on: where nobody records any more nobody watches from leftAt() on, as in the
// lanes.
Judge judgeAt(const HistoryReader& reader, const Watchlist& watchlist, const Settings& settings, UtcTime moment);

} // namespace kpwatch
