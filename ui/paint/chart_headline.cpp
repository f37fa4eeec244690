// SPDX-License-Identifier: GPL-3.0-or-later
// The headline of the published chart: of an incident what is told of it, of a range how many of the sites were silent
// together, and for how long.
#include "app/story/ranges.h"
#include "app/story/state_track.h"
#include "app/words/count.h"
#include "app/words/down_length.h"
#include "app/words/label.h"
#include "app/words/tr.h"
#include "app/words/words.h"
#include "ui/paint/chart_words.h"

#include <algorithm>
#include <utility>

namespace kpwatch {
namespace {

using std::chrono::milliseconds;
using words::Tr;

constexpr double enoughKnown = 0.5; // of a range, for its headline to speak of all of it
constexpr double printable = 0.001; // less would be "0.0 %"

// Times during which a number of sites were silent together.
struct Together {
    int sites = 0;                  // most that were certainly silent at once
    int times = 0;                  // how often that many were
    DownLength longest;             // of those times, as it is said
    std::vector<std::string> names; // of every site that was silent at all
    std::string ofLongest;          // whose that is, or of one of several
    std::vector<TimeRange> ranges;  // of all those times

    // Several sites were silent, and never two at once.
    bool apart() const { return sites == 1 && names.size() > 1; }
};

// Begins with the last of the sites that fell silent and ends with the first that answered: what is not known of any of
// them is not known of it.
DownLength combined(const std::vector<const DownLength*>& silences) {
    DownLength result;
    TimeRange range = silences.front()->whole;
    for (const DownLength* const length : silences)
        range = {std::max(range.begin, length->whole.begin), std::min(range.end, length->whole.end)};
    result.range = result.whole = range;
    result.nominal = range.length();
    result.sure = {range};
    result.possible = silences.front()->possible;
    for (const DownLength* const length : silences) {
        for (std::size_t i = 1; i < length->sure.size(); ++i) // a hole of its own, perhaps at an end of it
            result.atLeast =
                result.atLeast || (length->sure[i - 1].end < range.end && range.begin < length->sure[i].begin);
        result.sure = common(result.sure, length->sure);
        const bool decidesBegin = length->whole.begin == range.begin;
        const bool decidesEnd = length->whole.end == range.end;
        result.atLeast = result.atLeast || ((decidesBegin || decidesEnd) && length->atLeast);
        result.open = result.open || (decidesEnd && length->open);
        result.possible = {std::max(result.possible.begin, length->possible.begin),
                           std::min(result.possible.end, length->possible.end)};
    }
    for (const TimeRange& piece : result.sure)
        result.certain += piece.length();
    result.uncertainty = result.possible.length() - result.certain;
    return result;
}

// When the most sites were certainly silent together; where no two were, each silence by itself.
std::vector<std::vector<const DownLength*>> timesOfMost(const std::vector<DownLength>& silences) {
    std::vector<std::vector<TimeRange>> sure;
    for (const DownLength& silence : silences)
        sure.push_back(silence.sure);
    std::vector<std::vector<const DownLength*>> times;
    for (const std::vector<std::size_t>& which : mostAtOnce(sure)) {
        if (which.size() < 2)
            break; // all are of one size
        times.emplace_back();
        for (const std::size_t index : which)
            times.back().push_back(&silences[index]);
    }
    if (times.empty())
        for (const DownLength& silence : silences)
            times.push_back({&silence});
    return times;
}

bool isLonger(const DownLength& one, const DownLength& other) {
    return std::pair(words::looseValue(one), one.nominal) > std::pair(words::looseValue(other), other.nominal);
}

Together silentTogether(const Timeline& timeline) {
    Together result;
    std::vector<DownLength> silences;
    std::vector<std::string> whose;
    for (const Lane* lane : siteLanes(timeline)) {
        const std::vector<DownLength> lengths = downLengths(*lane);
        silences.insert(silences.end(), lengths.begin(), lengths.end());
        whose.resize(silences.size(), lane->label);
        if (!lengths.empty())
            result.names.push_back(lane->label);
    }
    for (const std::vector<const DownLength*>& time : timesOfMost(silences)) {
        result.sites = static_cast<int>(time.size());
        const DownLength length = combined(time);
        result.ranges.push_back(length.range);
        if (++result.times > 1 && !isLonger(length, result.longest))
            continue;
        result.longest = length;
        result.ofLongest = whose[static_cast<std::size_t>(time.front() - silences.data())];
    }
    return result;
}

QString subject(const Together& together, int total) {
    if (together.sites == total && total > 1)
        return words::noneOfSites(total);
    if (together.sites == 1 && together.names.size() == 1)
        return words::label(together.names.front());
    return Tr::tr("%1 of %2").arg(words::countCapital(together.sites), words::sitesOf(total));
}

// "KCNA and Naenara", "Three of four sites".
QString everySilent(const Together& together, int total) {
    const int count = static_cast<int>(together.names.size());
    if (count == 2)
        return Tr::tr("%1 and %2").arg(words::label(together.names[0]), words::label(together.names[1]));
    return count >= total ? Tr::tr("All %1 sites").arg(words::numberWord(count))
                          : Tr::tr("%1 of %2").arg(words::countCapital(count), words::sitesOf(total));
}

// Nobody must read several sites as one that was silent several times.
QString ofSitesApart(const Together& together, int total) {
    const DownLength& longest = together.longest;
    const QString length = words::looseLength(longest);
    if (longest.open)
        return words::sentence(
            {words::label(together.ofLongest), false, false, true, length, std::optional(longest.range.end)});
    const QString most = longest.atLeast ? Tr::tr("%1 in one case").arg(length) : Tr::tr("up to %1").arg(length);
    return words::sentence({everySilent(together, total), false, true, false, most, std::nullopt});
}

int countOf(const std::vector<const Lane*>& lanes, Verdict verdict) {
    return static_cast<int>(std::ranges::count_if(lanes, [&](const Lane* lane) {
        return std::ranges::find(lane->spans, verdict, &Span::verdict) != lane->spans.end();
    }));
}

// Of a site that was blocked here nothing is known of whether it answered: that belongs into the same sentence. Who
// reads a chart does not know whose network "this network" would be.
QString withBlocked(const QString& sentence, const std::vector<const Lane*>& lanes) {
    const int blocked = countOf(lanes, Verdict::BlockedHere);
    if (blocked == 0)
        return sentence;
    const int total = static_cast<int>(lanes.size());
    const QString who = blocked == total ? words::sitesOf(total)
                                         : Tr::tr("%1 of %2").arg(words::numberWord(blocked), words::sitesOf(total));
    return sentence.isEmpty() ? Tr::tr("Blocked on the network of the checks: %1").arg(who)
                              : Tr::tr("%1; blocked on the network of the checks: %2").arg(sentence, who);
}

QString noSilence(const std::vector<const Lane*>& lanes) {
    const int total = static_cast<int>(lanes.size());
    if (total == 0)
        return Tr::tr("No site was watched in this time");
    double known = 0; // share of the time, of whom most is known
    for (const Lane* const lane : lanes)
        known = std::max(known, lane->shares.coverage);
    const int blocked = countOf(lanes, Verdict::BlockedHere);
    if (known <= 0)
        return blocked > 0 ? QString() : Tr::tr("No record of %1 in this time").arg(words::sitesOf(total));
    if (blocked == total)
        return {};
    // "Was seen": what happened in gaps is not known. And no "none ... answering", for who reads in a hurry.
    const QString sites =
        total == 1 ? words::label(lanes.front()->label) : Tr::tr("the %1 sites").arg(words::numberWord(total));
    QString sentence = known < printable ? Tr::tr("The record of %1 covers hardly any of this time").arg(sites)
                       : known < enoughKnown
                           ? Tr::tr("The record of %1 covers only %2 of this time").arg(sites, words::percent(known))
                           : Tr::tr("No outage of %1 was seen").arg(sites);
    const int errors = countOf(lanes, Verdict::ErrorPage);
    if (errors == 0)
        return sentence;
    return Tr::tr("%1; %2 showed an error page").arg(sentence, words::numberWord(errors));
}

// Before anybody is asked for the first time, their lane holds nothing but what is known of our own side.
bool isOfThem(const Span& span) {
    switch (span.reason) {
    case Reason::None:
        return saysSomething(span.verdict) || span.verdict == Verdict::BlockedHere;
    case Reason::Intercepted:
    case Reason::WayThere:
    case Reason::LineUntested:
        return false;
    default:
        return span.verdict != Verdict::NotMonitored && span.verdict != Verdict::OwnConnectionDown;
    }
}

// Who came to the list in that time counts if anything was heard of it then.
bool wasAsked(const Lane& lane, TimeRange range, UtcTime shown_from) {
    const UtcTime begin = std::max(range.begin, shown_from);
    const bool before =
        std::ranges::any_of(lane.beyond.before, isOfThem) ||
        std::ranges::any_of(lane.spans, [&](const Span& span) { return span.range.begin <= begin && isOfThem(span); });
    return std::ranges::any_of(lane.spans, [&](const Span& span) {
        return span.range.begin < range.end && range.begin < span.range.end &&
               (before ? isOfThem(span) : saysSomething(span.verdict));
    });
}

QString headlineOf(const Timeline& timeline, const ChartFacts& facts) {
    if (facts.order)
        return orderHeadline(*facts.order);
    const std::vector<const Lane*> lanes = siteLanes(timeline);
    if (facts.finding)
        return withBlocked(words::sentence(*facts.finding), lanes);
    const Together together = silentTogether(timeline);
    const auto of = std::ranges::count_if(lanes, [&](const Lane* lane) {
        return together.sites == 0 || wasAsked(*lane, together.longest.range, timeline.range.begin);
    });
    const int total = static_cast<int>(of) + facts.leftOutSites;
    if (together.sites == 0)
        return facts.response && facts.response->highest > 0 ? responseHeadline(*facts.response)
                                                             : withBlocked(noSilence(lanes), lanes);
    if (together.apart())
        return withBlocked(ofSitesApart(together, total), lanes);
    const DownLength& longest = together.longest;
    QString sentence =
        words::sentence({subject(together, total), together.sites == total && total > 1, together.sites > 1, true,
                         words::looseLength(longest), longest.open ? std::optional(longest.range.end) : std::nullopt});
    if (!longest.open && together.times > 1)
        sentence = Tr::tr("%1, the longest of %2 times").arg(sentence, words::numberWord(together.times));
    return withBlocked(sentence, lanes);
}

bool isSilentIn(const Lane& lane, TimeRange range) {
    return std::ranges::any_of(downLengths(lane), [&](const DownLength& each) {
        return each.whole.begin <= range.begin && range.end <= each.whole.end;
    });
}

// Whether what the headline speaks of was marked so, of all who were silent then.
bool isOfFalseAlarm(const Timeline& timeline, const ChartFacts& facts) {
    if (facts.falseAlarms.empty())
        return facts.falseAlarm;
    const Together together = silentTogether(timeline);
    const auto is_marked = [&](TimeRange range) {
        std::vector<const Lane*> silent = siteLanes(timeline);
        std::erase_if(silent, [&](const Lane* lane) { return !isSilentIn(*lane, range); });
        return !silent.empty() &&
               std::ranges::all_of(silent, [&](const Lane* lane) { return isMarked(facts, *lane, range); });
    };
    if (together.apart() && !together.longest.open) // it speaks of all of them
        return std::ranges::all_of(together.ranges, is_marked);
    return together.sites > 0 && is_marked(together.longest.range);
}

} // namespace

QString suggestedHeadline(const Timeline& timeline, const ChartFacts& facts) {
    const QString headline = headlineOf(timeline, facts);
    return !headline.isEmpty() && isOfFalseAlarm(timeline, facts) ? Tr::tr("Marked as a false alarm: %1").arg(headline)
                                                                  : headline;
}

} // namespace kpwatch
