// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/paint/chart_words.h"

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

namespace kpwatch {

using std::chrono::milliseconds;
using words::Tr;

QStringList untold(const Lane& lane) {
    QStringList parts;
    for (const Verdict verdict : {Verdict::BlockedHere, Verdict::Unknown, Verdict::OwnConnectionDown}) {
        milliseconds length{0};
        for (const Span& span : lane.spans)
            if (span.verdict == verdict)
                length += span.range.length();
        if (length >= std::chrono::minutes{1})
            parts.append(Tr::tr("%1 for %2", "a state, for how long in all")
                             .arg(verdict == Verdict::BlockedHere ? Tr::tr("blocked on the network it was checked from")
                                                                  : words::stateLower(verdict),
                                  words::duration(length)));
    }
    return parts;
}

namespace {

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
    const QStringList gaps = untold(lane);
    if (lengths.empty() && (gaps.isEmpty() || (lane.shares.coverage > 0 && lane.kind != LaneKind::OwnLine)))
        parts.append(lane.shares.coverage > 0 ? Tr::tr("no stretch without answer") : Tr::tr("nothing recorded"));
    parts.append(gaps);
    parts.append(Tr::tr("watched %1 of the time").arg(words::percent(lane.shares.monitoredShare)));
    return QStringLiteral("%1: %2.").arg(words::label(lane.label), parts.join(QStringLiteral("; ")));
}

// The slowest of the sites: said of all of them it is true of each. Lanes without one are asked as the settings say.
std::int64_t intervalOf(const Timeline& timeline, const Settings& settings) {
    std::int64_t slowest = 0;
    for (const Lane* lane : siteLanes(timeline))
        slowest = std::max<std::int64_t>(slowest, lane->interval.count());
    return slowest > 0 ? slowest : settings.interval_http_s;
}

} // namespace

static bool isOf(const FalseAlarm& alarm, const Lane& lane) {
    return std::ranges::any_of(alarm.targets, [&](const std::string& slug) {
        return std::ranges::find(lane.targets, slug) != lane.targets.end();
    });
}

bool isMarked(const ChartFacts& facts, const Lane& lane, TimeRange silence) {
    return std::ranges::any_of(facts.falseAlarms, [&](const FalseAlarm& each) {
        return isOf(each, lane) && each.range.begin < silence.end && silence.begin < each.range.end;
    });
}

// On the watchlist at some time of the range.
static bool isListed(const Lane& lane, TimeRange range) {
    return std::ranges::any_of(lane.spans, [&](const Span& span) {
        return span.range.begin < range.end && range.begin < span.range.end && span.reason != Reason::NotStarted;
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
    if (verdict == Verdict::BlockedHere)
        return Tr::tr("Blocked on the network it was checked from");
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
                                    : Tr::tr("%1 North Korean websites").arg(words::countCapital(total));
    const auto watched = [](const Lane* lane) { return lane->shares.monitoredShare > 0; };
    if (std::ranges::none_of(siteLanes(timeline), watched)) // nobody can say that they were checked
        return Tr::tr("%1, not watched in this time, %2").arg(what, dateSpan(timeline.range));
    return Tr::tr("%1, checked from %2 %3, %4")
        .arg(what, placeOf(facts), everyInterval(intervalOf(timeline, facts.settings)), dateSpan(timeline.range));
}

// The sites by name, of many how many; what carries them where it was no site.
static QString whose(const FalseAlarm& alarm, const Timeline& timeline) {
    constexpr int mostNamed = 2;
    const auto named = [&](const std::vector<const Lane*>& lanes) {
        QStringList names;
        for (const Lane* const lane : lanes)
            if (isOf(alarm, *lane))
                names.append(words::label(lane->label));
        return names;
    };
    const std::vector<const Lane*> sites = siteLanes(timeline);
    const QStringList names = named(sites);
    const int silent = static_cast<int>(names.size()), total = static_cast<int>(sites.size());
    if (silent > mostNamed)
        return silent == total ? words::sitesOf(total)
                               : Tr::tr("%1 of %2").arg(words::numberWord(silent), words::sitesOf(total));
    if (silent > 0)
        return names.join(QStringLiteral(", "));
    std::vector<const Lane*> others;
    for (const Lane& lane : timeline.lanes)
        others.push_back(&lane);
    return named(others).join(QStringLiteral(", "));
}

static QString marks(const std::vector<FalseAlarm>& marked, const Timeline& timeline) {
    constexpr std::size_t mostTold = 3;
    QStringList begins;
    for (std::size_t i = 0; i < std::min(mostTold, marked.size()); ++i) {
        const QString began = momentWithYear(marked[i].range.begin), names = whose(marked[i], timeline);
        begins.append(names.isEmpty() ? began : QStringLiteral("%1 (%2)").arg(began, names));
    }
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
        sentences.append(
            Tr::tr("MARKED BY HAND AS A FALSE ALARM: no answer from %1.").arg(marks(facts.falseAlarms, timeline)));
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
