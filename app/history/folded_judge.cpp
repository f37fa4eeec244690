// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/history/history_reader.h"
#include "app/history/judged_by.h"
#include "app/story/rings.h"
#include "app/story/state_track.h"

#include <algorithm>

namespace kpwatch {
namespace {

// What a verdict rests on: an answer within 7 days, and how much was lost in the 2 hours before.
constexpr std::chrono::hours memoryOfJudge = std::chrono::days(7) + std::chrono::hours(4);

// Enough for two days of readings, and then a day of silence.
constexpr std::chrono::days firstLookAtControl{3};

// What the readings of a road's control before `from` made of its right to vote. The longer it was doubtful, the
// further back they are read.
Qualification qualifiedBefore(const HistoryReader& reader, const Control& control, TimeRange record,
                              const std::stop_token& stop) {
    for (auto back = firstLookAtControl;; back *= 2) {
        Qualification known(qualifiesBy(control.ring));
        const UtcTime begin = std::max<UtcTime>(record.begin, record.end - back);
        const auto take = [&](const Observation& row) {
            if (const auto outcome = outcomeOf(row, transportOf(control.target.probe));
                outcome && *outcome != ControlRing::Outcome::NoRoute)
                known.take(row.endedAt(), *outcome == ControlRing::Outcome::Answered);
        };
        reader.rowsOf(control.target, {begin, record.end}, take, stop);
        if (known.settled() || begin == record.begin || stop.stop_requested())
            return known;
    }
}

// Since when targets and controls have been asked what they are asked now, where it was something else before.
std::map<TargetId, UtcTime> askedSince(const HistoryReader& reader, const Watchlist& watchlist) {
    std::map<TargetId, UtcTime> since;
    const auto add = [&](const Target& target) {
        if (const auto changed = reader.askedSince(target))
            since[target.id] = *changed;
    };
    for (const Target& target : watchlist.targets)
        add(target);
    for (const Control& control : watchlist.controls)
        add(control.target);
    return since;
}

void tellWhoMayVote(Judge& judge, const HistoryReader& reader, const Watchlist& watchlist, TimeRange record,
                    const std::map<TargetId, UtcTime>& anew, const std::stop_token& stop) {
    for (std::size_t i = 0; i < watchlist.controls.size(); ++i)
        if (const Control& control = watchlist.controls[i]; isOfTheRoad(control.ring)) {
            const auto begun = anew.find(control.target.id);
            const UtcTime begin = begun == anew.end() ? record.begin : std::max(record.begin, begun->second);
            if (begin < record.end)
                judge.know(i, qualifiedBefore(reader, control, {begin, record.end}, stop));
        }
}

// Since when the pages of controls have been compared with what the list expects of them.
std::map<TargetId, UtcTime> expectedSince(const HistoryReader& reader, const Watchlist& watchlist) {
    std::map<TargetId, UtcTime> since;
    for (const Control& control : watchlist.controls) {
        const auto* const page = std::get_if<HttpOptions>(&control.target.probe);
        if (const auto version = page != nullptr && page->expect ? reader.versionSince(control.target) : std::nullopt)
            since[control.target.id] = *version;
    }
    return since;
}

bool isBefore(const std::map<TargetId, UtcTime>& since, const Observation& row) {
    const auto found = since.find(row.target);
    return found != since.end() && row.startedAt < found->second;
}

// An answer that was not compared with what is expected now neither meets it nor does not.
Observation withoutPage(Observation answer) {
    answer.detail = {};
    return answer;
}

// Since when a lane was down at that time, if the last that had been said about it is that. A hole does not end a down
// state.
std::optional<UtcTime> downSince(const std::vector<Span>& lane, UtcTime at) {
    std::optional<UtcTime> since;
    for (const Span& span : lane) {
        if (span.range.begin > at)
            break;
        if (span.verdict == Verdict::Down)
            since = since.value_or(span.range.begin);
        else if (saysSomething(span.verdict))
            since.reset();
    }
    return since;
}

// Of a lane that was something else without what came before it became what it is.
std::vector<SpanChange> cutAt(std::vector<SpanChange> changes, const std::map<TargetId, UtcTime>& anew) {
    for (SpanChange& change : changes) {
        const auto begun = anew.find(change.target);
        if (begun == anew.end() || change.from >= begun->second)
            continue;
        const UtcTime from = begun->second;
        std::erase_if(change.spans, [from](const Span& span) { return span.range.end <= from; });
        change.from = from;
        change.ended.reset();
        if (!change.spans.empty())
            change.spans.front().range.begin = std::max(change.spans.front().range.begin, from);
    }
    std::erase_if(changes, [](const SpanChange& change) { return change.spans.empty(); });
    return changes;
}

// Since when a state had stood at that time, as the stored spans say; nullopt if it was another then. Our own line
// works while the road beyond it is silent.
std::optional<UtcTime> storedSince(const std::vector<Span>& lane, UtcTime at, Verdict state, bool own_line) {
    const auto stands = [&](const Span& span) {
        return span.verdict == state || (own_line && state == Verdict::Up && span.reason == Reason::WayThere);
    };
    auto span = std::find_if(lane.begin(), lane.end(), [at](const Span& each) { return each.range.contains(at); });
    if (span == lane.end() || !stands(*span))
        return std::nullopt;
    while (own_line && span != lane.begin() && stands(*std::prev(span)))
        --span;
    return span->range.begin;
}

// A state that has stood since before `soundFrom` began when the stored spans say so: of it the fold may have seen the
// end only.
void tellSince(Judge& judge, const TargetSpans& lanes, UtcTime soundFrom) {
    for (const auto& [id, lane] : lanes) {
        const OwnLineStatus line = judge.ownLine();
        const TargetStatus status = judge.status(id);
        const bool own_line = id == ownLineId;
        const Verdict state = own_line ? line.state : status.state;
        const std::optional<UtcTime> since = own_line ? line.since : status.since;
        if (!since || *since > soundFrom || state == Verdict::Down) // the rows of a down state are all there
            continue;
        if (const auto stored = storedSince(lane, soundFrom, state, own_line))
            judge.stoodSince(id, *stored);
    }
}

// Since when the judge goes by other numbers or hears others, if all before had been judged by then: the run before
// ended in order.
std::optional<UtcTime> judgedOtherwiseSince(const HistoryReader& reader) {
    std::optional<UtcTime> since;
    const auto add = [&](const auto& versions) {
        if (versions.size() >= 2)
            since = std::max(since, reader.endedInOrderBefore(versions.back().since));
    };
    add(reader.settingsTexts());
    add(reader.watchlistVersions());
    return since;
}

std::optional<UtcTime> controlGoneSince(const HistoryReader& reader) {
    std::optional<UtcTime> since;
    const std::vector<WatchlistVersion>& versions = reader.watchlistVersions();
    for (std::size_t i = 1; i < versions.size(); ++i)
        if (lacksControlOf(versions[i - 1].list, versions[i].list))
            since = versions[i].since;
    return since;
}

} // namespace

std::optional<Fold> foldedJudge(const HistoryReader& reader, const Watchlist& watchlist, const Settings& settings,
                                UtcTime now, const std::stop_token& stop) {
    Judge judge(watchlist, settings);
    UtcTime soundFrom = now;
    const auto anew = askedSince(reader, watchlist); // what was seen before was of another
    if (const std::optional<UtcTime> first = reader.firstRowAt(); first && *first <= now) {
        const TargetSpans lanes = reader.spans(watchlist, {*first, now});
        soundFrom = std::min(now, reader.lastRowAt().value_or(now)) - settledRows;
        UtcTime oldest = soundFrom;
        for (const auto& [target, lane] : lanes)
            oldest = std::min(oldest, downSince(lane, soundFrom).value_or(soundFrom));
        UtcTime from = oldest - memoryOfJudge;
        if (from <= *first)
            soundFrom = from = *first; // all there is
        if (from > *first)
            tellWhoMayVote(judge, reader, watchlist, {*first, from}, anew, stop);
        for (const Event& event : reader.standingEvents(from))
            judge.take(event);
        const auto compared = expectedSince(reader, watchlist);
        const auto take = [&](const Observation* observation, const Event* event) {
            if (event != nullptr)
                judge.take(*event);
            else if (observation->endedAt() > now || isBefore(anew, *observation))
                return;
            else if (isBefore(compared, *observation))
                judge.take(withoutPage(*observation));
            else
                judge.take(*observation);
        };
        reader.judgedRows(watchlist, {from, now + std::chrono::milliseconds(1)}, take, stop);
        judge.advanceTo(now);
        if (const auto otherwise = judgedOtherwiseSince(reader))
            soundFrom = std::max(soundFrom, *otherwise); // the past stays as it was judged
        // What a control said before it was asked something else, or went, is left out: the past would be judged by
        // less. But of what came after the last row nothing has been told.
        std::optional<UtcTime> less = controlGoneSince(reader);
        for (const Control& control : watchlist.controls)
            if (const auto begun = anew.find(control.target.id); begun != anew.end())
                less = std::max(less, std::optional(begun->second));
        if (less)
            soundFrom = std::max(soundFrom, std::min(*less, reader.lastRowAt().value_or(now)));
        tellSince(judge, lanes, soundFrom);
    }
    if (stop.stop_requested())
        return std::nullopt;
    judge.advanceTo(now);
    judge.settleBefore(soundFrom);
    std::vector<SpanChange> changes = cutAt(judge.changes(), anew);
    return Fold{std::move(judge), std::move(changes)};
}

Fold foldedJudge(const HistoryReader& reader, const Watchlist& watchlist, const Settings& settings, UtcTime now) {
    return foldedJudge(reader, watchlist, settings, now, std::stop_token()).value();
}

Judge judgeAt(const HistoryReader& reader, const Watchlist& watchlist, const Settings& settings, UtcTime moment) {
    const std::optional<UtcTime> left = reader.leftAt();
    Judge judge = foldedJudge(reader, watchlist, settings, std::min(moment, left.value_or(moment))).judge;
    if (left && *left < moment)
        judge.take(Event{*left, Stopped{}});
    judge.advanceTo(moment);
    return judge;
}

} // namespace kpwatch
