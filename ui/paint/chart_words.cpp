// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/paint/chart_words.h"

#include "app/story/state_track.h"
#include "app/words/count.h"
#include "app/words/down_length.h"
#include "app/words/korea_time.h"
#include "app/words/label.h"
#include "app/words/language.h"
#include "app/words/tr.h"
#include "app/words/words.h"

#include <QLocale>

#include <algorithm>
#include <array>
#include <map>
#include <ranges>

namespace kpwatch {
namespace {

using std::chrono::milliseconds;
using words::Tr;

QString text(const std::string& label) { return words::label(label); }

// Times during which a number of sites were silent together.
struct Together {
    int sites = 0;                  // most that were silent at once
    int times = 0;                  // how often that many were
    DownLength longest;             // of those times
    std::vector<std::string> names; // of every site that was silent at all
};

struct Silence {
    const Lane* lane = nullptr;
    DownLength length;
};

// The longest stretch begins with the last of the sites that fell silent and ends with the first that answered: what is
// not known of any of them is not known of it.
DownLength combined(TimeRange range, const std::vector<Silence>& silences) {
    DownLength result;
    result.range = result.whole = range;
    result.nominal = range.length();
    const DownLength* one = nullptr;
    int covering = 0;
    for (const auto& [lane, length] : silences) {
        const bool covers = length.whole.begin <= range.begin && range.end <= length.whole.end;
        if (!covers)
            continue;
        one = &length;
        ++covering;
        const bool decidesBegin = length.whole.begin == range.begin;
        const bool decidesEnd = length.whole.end == range.end;
        if (decidesBegin || decidesEnd) {
            result.uncertainty = std::max(result.uncertainty, length.uncertainty);
            result.atLeast = result.atLeast || length.atLeast;
        }
        result.open = result.open || (decidesEnd && length.open);
    }
    const bool isOnes = covering == 1 && one->whole == range;
    result.certain = isOnes ? one->certain : std::max(milliseconds{0}, result.nominal - result.uncertainty);
    return result;
}

Together silentTogether(const Timeline& timeline) {
    Together result;
    std::vector<Silence> silences;
    std::map<UtcTime, int> steps; // change of the number of silent sites
    for (const Lane* lane : siteLanes(timeline)) {
        const std::vector<DownLength> lengths = downLengths(*lane);
        for (const DownLength& length : lengths) {
            silences.push_back({lane, length});
            ++steps[length.whole.begin];
            --steps[length.whole.end];
        }
        if (!lengths.empty())
            result.names.push_back(lane->label);
    }
    int silent = 0;
    for (const auto& [at, change] : steps)
        result.sites = std::max(result.sites, silent += change);
    UtcTime began;
    for (const auto& [at, change] : steps) {
        const int before = silent;
        silent += change;
        if (silent == result.sites && before < silent)
            began = at;
        if (before == result.sites && silent < before) {
            ++result.times;
            if (at - began > result.longest.nominal)
                result.longest = combined({began, at}, silences);
        }
    }
    return result;
}

QString subject(const Together& together, int total) {
    if (together.sites == total && total > 1)
        return words::noneOfSites(total);
    if (together.sites == 1 && together.names.size() == 1)
        return text(together.names.front());
    return Tr::tr("%1 of %2").arg(words::countCapital(together.sites), words::sitesOf(total));
}

// "…answered", "…did not answer", "…has answered": by who is meant and whether it is over.
QString predicate(const Together& together, int total) {
    const bool none = together.sites == total && total > 1;
    if (none)
        return together.longest.open ? Tr::tr("has answered for") : Tr::tr("answered for");
    if (!together.longest.open)
        return Tr::tr("did not answer for");
    return together.sites == 1 ? Tr::tr("has not answered for") : Tr::tr("have not answered for");
}

int countOf(const std::vector<const Lane*>& lanes, Verdict verdict) {
    return static_cast<int>(std::ranges::count_if(lanes, [&](const Lane* lane) {
        return std::ranges::find(lane->spans, verdict, &Span::verdict) != lane->spans.end();
    }));
}

// Of a site that was blocked here nothing is known of whether it answered: that belongs into the same sentence.
QString withBlocked(const QString& sentence, const std::vector<const Lane*>& lanes) {
    const int blocked = countOf(lanes, Verdict::BlockedHere);
    if (blocked == 0)
        return sentence;
    const int total = static_cast<int>(lanes.size());
    const QString who = blocked == total ? words::sitesOf(total)
                                         : Tr::tr("%1 of %2").arg(words::numberWord(blocked), words::sitesOf(total));
    return sentence.isEmpty() ? Tr::tr("Blocked on this network: %1").arg(who)
                              : Tr::tr("%1; blocked on this network: %2").arg(sentence, who);
}

QString noSilence(const std::vector<const Lane*>& lanes) {
    const int total = static_cast<int>(lanes.size());
    if (total == 0)
        return Tr::tr("No site was watched in this time");
    const bool judged = std::ranges::any_of(lanes, [](const Lane* lane) { return lane->shares.coverage > 0; });
    const int blocked = countOf(lanes, Verdict::BlockedHere);
    if (!judged)
        return blocked > 0 ? QString() : Tr::tr("No record of %1 in this time").arg(words::sitesOf(total));
    if (blocked == total)
        return {};
    // "Was seen": what happened in gaps is not known. And no "none ... answering", for who reads in a hurry.
    QString sentence =
        Tr::tr("No outage of %1 was seen")
            .arg(total == 1 ? text(lanes.front()->label) : Tr::tr("the %1 sites").arg(words::countWord(total)));
    const int errors = countOf(lanes, Verdict::ErrorPage);
    if (errors == 0)
        return sentence;
    return Tr::tr("%1; %2 showed an error page").arg(sentence, words::countWord(errors));
}

QString laneInWords(const Lane& lane) {
    constexpr std::size_t mostTold = 4;
    const std::vector<DownLength> lengths = downLengths(lane);
    QStringList parts;
    for (std::size_t index = 0; index < std::min(mostTold, lengths.size()); ++index)
        parts.append(
            Tr::tr("no answer %1, %2")
                .arg(clockRange(lengths[index].whole, lengths[index].open), words::roundedLength(lengths[index])));
    if (lengths.size() > mostTold)
        parts.append(lengths.size() - mostTold == 1 ? Tr::tr("and once more")
                                                    : Tr::tr("and %1 more times").arg(lengths.size() - mostTold));
    if (lengths.empty())
        parts.append(lane.shares.coverage > 0 ? Tr::tr("no stretch without answer") : Tr::tr("nothing recorded"));
    parts.append(Tr::tr("watched %1 of the time").arg(words::percent(lane.shares.monitoredShare)));
    return QStringLiteral("%1: %2.").arg(text(lane.label), parts.join(QStringLiteral("; ")));
}

// The slowest of the sites: said of all of them it is true of each. Lanes without one are asked as the settings say.
std::int64_t intervalOf(const Timeline& timeline, const Settings& settings) {
    std::int64_t slowest = 0;
    for (const Lane* lane : siteLanes(timeline))
        slowest = std::max<std::int64_t>(slowest, lane->interval.count());
    return slowest > 0 ? slowest : settings.interval_http_s;
}

} // namespace

bool isMarked(const ChartFacts& facts, TimeRange silence) {
    return std::ranges::any_of(facts.falseAlarms,
                               [&](TimeRange each) { return each.begin < silence.end && silence.begin < each.end; });
}

// On the watchlist at some time of the range.
static bool isListed(const Lane& lane, TimeRange range) {
    return std::ranges::any_of(lane.spans, [&](const Span& span) {
        return span.range.begin < range.end && range.begin < span.range.end && span.reason != Reason::NotStarted;
    });
}

// Before anybody is asked for the first time, their lane holds nothing but what is known of our own side.
static bool isOfThem(const Span& span) {
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

static bool wasAsked(const Lane& lane, TimeRange range) {
    return std::ranges::any_of(lane.spans, [&](const Span& span) {
        return span.range.begin < range.end && range.begin < span.range.end && isOfThem(span);
    });
}

std::vector<const Lane*> siteLanes(const Timeline& timeline) {
    std::vector<const Lane*> lanes, listed;
    for (const Lane& lane : timeline.lanes)
        if (lane.kind == LaneKind::Site)
            lanes.push_back(&lane);
    std::ranges::copy_if(lanes, std::back_inserter(listed),
                         [&](const Lane* lane) { return isListed(*lane, timeline.range); });
    return listed.empty() ? lanes : listed; // where nobody watched, of all it is said that they were not
}

std::vector<const Lane*> drawnLanes(const Timeline& timeline, const ChartFacts& facts) {
    const auto wanted = [&](const Lane& lane) {
        switch (lane.kind) {
        case LaneKind::Site:
            return true;
        case LaneKind::Routes:
            return facts.routes && hasReadings(lane);
        case LaneKind::Group:
        case LaneKind::Target:
        case LaneKind::OwnLine:
            return facts.carriers;
        }
        return false;
    };
    std::vector<const Lane*> lanes;
    for (const Lane& lane : timeline.lanes)
        if (wanted(lane))
            lanes.push_back(&lane);
    return lanes;
}

QString everyInterval(std::int64_t interval_s) {
    if (interval_s % 60 != 0)
        return Tr::tr("every %1 seconds").arg(interval_s);
    const int minutes = static_cast<int>(interval_s / 60);
    return minutes == 1 ? Tr::tr("every minute") : Tr::tr("every %1 minutes").arg(words::numberWord(minutes));
}

QString placeOf(const ChartFacts& facts) { return facts.place.isEmpty() ? Tr::tr("one computer") : facts.place; }

std::vector<Verdict> occurringStates(const Timeline& timeline, const ChartFacts& facts) {
    if (facts.order)
        return {Verdict::Up, Verdict::Down};
    constexpr std::array order{
        Verdict::Up,          Verdict::Degraded, Verdict::ErrorPage,         Verdict::Down,
        Verdict::BlockedHere, Verdict::Unknown,  Verdict::OwnConnectionDown, Verdict::NotMonitored};
    std::vector<Verdict> result;
    const std::vector<const Lane*> lanes = drawnLanes(timeline, facts);
    std::ranges::copy_if(order, std::back_inserter(result), [&](Verdict verdict) {
        return std::ranges::any_of(lanes, [&](const Lane* lane) {
            return std::ranges::any_of(lane->spans, [&](const Span& span) { return span.verdict == verdict; });
        });
    });
    return result;
}

QString legendWord(Verdict verdict) {
    if (verdict == Verdict::NotMonitored)
        return Tr::tr("Not watching", "in the legend of a chart");
    return verdict == Verdict::Down ? Tr::tr("No answer") : words::state(verdict);
}

QString dateSpan(TimeRange range) {
    const QLocale language = words::language();
    const QDate first = inKorea(range.begin).date();
    const QDate last = inKorea(range.end - milliseconds{1}).date(); // midnight at the end is not a day of it
    const QString full = Tr::tr("ddd d MMMM yyyy");
    if (first == last)
        return language.toString(first, full);
    // What both have in common is said once: with the last day here, with the first one elsewhere.
    const bool sameYear = first.year() == last.year(), sameMonth = sameYear && first.month() == last.month();
    const QString begin = sameMonth  ? Tr::tr("ddd d", "from, in a month")
                          : sameYear ? Tr::tr("ddd d MMMM", "from, in a year")
                                     : full;
    const QString end = sameMonth  ? Tr::tr("ddd d MMMM yyyy", "to, in a month")
                        : sameYear ? Tr::tr("ddd d MMMM yyyy", "to, in a year")
                                   : full;
    // The first date and the dash stay together when the line breaks.
    return QStringLiteral("%1\u00A0– %2").arg(language.toString(first, begin), language.toString(last, end));
}

static QString headlineOf(const Timeline& timeline, const ChartFacts& facts) {
    if (facts.order)
        return orderHeadline(*facts.order);
    const std::vector<const Lane*> lanes = siteLanes(timeline);
    const Together together = silentTogether(timeline);
    const auto of = std::ranges::count_if(
        lanes, [&](const Lane* lane) { return together.sites == 0 || wasAsked(*lane, together.longest.range); });
    const int total = static_cast<int>(of) + facts.leftOutSites;
    if (together.sites == 0)
        return facts.response && facts.response->highest > 0 ? responseHeadline(*facts.response)
                                                             : withBlocked(noSilence(lanes), lanes);
    QString sentence =
        Tr::tr("%1 %2 %3", "who, did not answer for, how long")
            .arg(subject(together, total), predicate(together, total), words::looseLength(together.longest));
    if (together.longest.open)
        sentence = Tr::tr("%1, as of\u00A0%2\u00A0%3")
                       .arg(sentence, words::clockKst(together.longest.range.end),
                            words::zoneName(together.longest.range.end));
    else if (together.times > 1)
        sentence = Tr::tr("%1, the longest of %2 times").arg(sentence, words::numberWord(together.times));
    return withBlocked(sentence, lanes);
}

// Whether what the headline speaks of was marked so.
static bool isOfFalseAlarm(const Timeline& timeline, const ChartFacts& facts) {
    if (facts.falseAlarms.empty())
        return facts.falseAlarm;
    const Together together = silentTogether(timeline);
    return together.sites > 0 && isMarked(facts, together.longest.range);
}

QString suggestedHeadline(const Timeline& timeline, const ChartFacts& facts) {
    const QString headline = headlineOf(timeline, facts);
    return !headline.isEmpty() && isOfFalseAlarm(timeline, facts) ? Tr::tr("Marked as a false alarm: %1").arg(headline)
                                                                  : headline;
}

QString suggestedStandfirst(const Timeline& timeline, const ChartFacts& facts) {
    if (facts.order)
        return orderStandfirst(facts, intervalOf(timeline, facts.settings));
    if (facts.response)
        return Tr::tr("How long a connection to %1 took, checked from %2 %3, %4")
            .arg(facts.response->label, placeOf(facts), everyInterval(intervalOf(timeline, facts.settings)),
                 dateSpan(timeline.range));
    const int total = static_cast<int>(siteLanes(timeline).size());
    if (total == 0)
        return dateSpan(timeline.range);
    const QString what = total == 1 ? Tr::tr("One North Korean website")
                                    : Tr::tr("%1 North Korean websites").arg(words::capital(words::numberWord(total)));
    const auto watched = [](const Lane* lane) { return lane->shares.monitoredShare > 0; };
    if (std::ranges::none_of(siteLanes(timeline), watched)) // nobody can say that they were checked
        return Tr::tr("%1, not watched in this time, %2").arg(what, dateSpan(timeline.range));
    return Tr::tr("%1, checked from %2 %3, %4")
        .arg(what, placeOf(facts), everyInterval(intervalOf(timeline, facts.settings)), dateSpan(timeline.range));
}

static QString marks(const std::vector<TimeRange>& marked) {
    constexpr std::size_t mostTold = 3;
    QStringList begins;
    for (const TimeRange& each : marked | std::views::take(mostTold))
        begins.append(momentWithYear(each.begin));
    const QString told = begins.join(QStringLiteral(", "));
    return marked.size() > mostTold ? Tr::tr("%1 and %2 more times").arg(told).arg(marked.size() - mostTold) : told;
}

QString sourceLine(const Timeline& timeline, const ChartFacts& facts) {
    const Settings& settings = facts.settings;
    QStringList sentences;
    if (timeline.simulated)
        sentences.append(Tr::tr("SIMULATED: made-up sample data, not a measurement."));
    if (facts.falseAlarm)
        sentences.append(Tr::tr("MARKED BY HAND AS A FALSE ALARM."));
    if (!facts.falseAlarms.empty())
        sentences.append(Tr::tr("MARKED BY HAND AS A FALSE ALARM: no answer from %1.").arg(marks(facts.falseAlarms)));
    QStringList leftOut;
    for (const QString& each : facts.leftOut)
        leftOut.append(words::label(each.toStdString()));
    if (!leftOut.isEmpty())
        sentences.append(Tr::tr("Left out by hand: %1.").arg(leftOut.join(QStringLiteral(", "))));
    const QString tool = QStringLiteral("KPWatch %1").arg(QStringLiteral(KPWATCH_VERSION));
    const QString checks = facts.newsroom.isEmpty()
                               ? Tr::tr("Source: %1, checks from %2").arg(tool, placeOf(facts))
                               : Tr::tr("Source: %1 checks with %2, from %3").arg(facts.newsroom, tool, placeOf(facts));
    const bool routes = !facts.order && !facts.response &&
                        std::ranges::any_of(drawnLanes(timeline, facts),
                                            [](const Lane* lane) { return lane->kind == LaneKind::Routes; });
    sentences.append(routes ? Tr::tr("%1; routes: %2.").arg(checks, routeCredit(facts)) : checks + QLatin1Char('.'));
    if (facts.otherComputers > 0)
        sentences.append(Tr::tr("One of %1 computers that watched; the others are not shown.")
                             .arg(words::numberWord(facts.otherComputers + 1)));
    if (facts.order)
        sentences.append(orderRule());
    if (facts.response)
        sentences.append(Tr::tr("No line: no answer, or nobody looked."));
    sentences.append(
        Tr::tr("“No answer” means at least %1 failed checks (%2 for a site alone) over at least %3 "
               "seconds while our own line was shown to work.")
            .arg(words::numberWord(settings.confirm_failures), words::numberWord(settings.confirm_failures_alone))
            .arg(settings.confirm_span_s));
    if (facts.rulesChanged)
        sentences.append(Tr::tr("These numbers were changed within this time."));
    sentences.append(Tr::tr("That a website answers says nothing about access inside the country."));
    return sentences.join(QLatin1Char(' '));
}

QString altText(const Timeline& timeline, const ChartFacts& facts) {
    if (!facts.alt.isEmpty())
        return timeline.simulated ? Tr::tr("SIMULATED: %1").arg(facts.alt) : facts.alt;
    QStringList sentences;
    const QString headline = facts.headline.isEmpty() ? suggestedHeadline(timeline, facts) : facts.headline;
    const QString standfirst = facts.standfirst.isEmpty() ? suggestedStandfirst(timeline, facts) : facts.standfirst;
    sentences.append(Tr::tr("Chart: %1.").arg(headline));
    sentences.append(standfirst + QLatin1Char('.'));
    if (facts.order)
        sentences.append(orderInWords(*facts.order));
    if (facts.response)
        sentences.append(responseInWords(*facts.response));
    if (!facts.order)
        for (const Lane* lane : drawnLanes(timeline, facts))
            sentences.append(lane->kind == LaneKind::Routes ? routeInWords(*lane) : laneInWords(*lane));
    sentences.append(sourceLine(timeline, facts));
    return sentences.join(QLatin1Char(' '));
}

} // namespace kpwatch
