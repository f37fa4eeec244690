// SPDX-License-Identifier: GPL-3.0-or-later
// The sentences of charts that show an order or response times, and the totals beside lanes. Minutes and rounded
// lengths: what leaves claims no more than was measured.
#include "app/words/count.h"
#include "app/words/down_length.h"
#include "app/words/korea_time.h"
#include "app/words/tr.h"
#include "app/words/words.h"
#include "ui/paint/chart_words.h"

#include <QtMath>

#include <algorithm>

namespace kpwatch {

using words::Tr;

QString totalWithoutAnswer(const Lane& lane) {
    const std::vector<DownLength> lengths = downLengths(lane);
    const bool at_least = std::ranges::any_of(lengths, &DownLength::atLeast);
    std::chrono::milliseconds all{0};
    HowKnown known{.atLeast = at_least};
    for (const DownLength& length : lengths) {
        all += at_least ? length.certain : length.nominal;
        known += words::howKnown(length);
    }
    if (lengths.empty())
        return lane.shares.coverage > 0 ? Tr::tr("no silence seen") : Tr::tr("nothing seen");
    return Tr::tr("%1 in all").arg(words::lengthOf(all, known));
}

namespace {

// The whole minutes that hold when it happened, as copy has them; within one, that one.
Onset minutesOf(const Onset& range) {
    Onset minutes{range.after, ceilMinute(range.by)};
    if (range.after)
        minutes.after = floorMinute(*range.after);
    if (minutes.after && minutes.by - *minutes.after <= std::chrono::minutes{1})
        minutes.by = *minutes.after;
    return minutes;
}

} // namespace

QString rungMinutes(const Rung& rung) {
    const Onset its = minutesOf(rung.range);
    const QString by = words::clockKst(its.by);
    if (!its.after)
        return Tr::tr("by %1").arg(by);
    return its.after == its.by ? by : QStringLiteral("%1–%2").arg(words::clockKst(*its.after), by);
}

QString orderHeadline(const Ladder& ladder) {
    if (ladder.rungs.empty())
        return Tr::tr("No outage was seen");
    if (ladder.rungs.size() == 1 || ladder.firstAlone)
        return ladder.rungs.size() == 1 ? Tr::tr("%1 stopped answering").arg(ladder.rungs.front().label)
                                        : Tr::tr("%1 stopped answering first").arg(ladder.rungs.front().label);
    const bool told = std::ranges::any_of(ladder.rungs, [](const Rung& rung) { return rung.rank > 1; });
    return told ? Tr::tr("In what order %1 hosts stopped answering, as far as it can be told")
                      .arg(words::numberWord(static_cast<int>(ladder.rungs.size())))
                : Tr::tr("Which of %1 hosts stopped answering first cannot be told")
                      .arg(words::numberWord(static_cast<int>(ladder.rungs.size())));
}

QString orderStandfirst(const ChartFacts& facts, std::int64_t interval_s) {
    const QString when = facts.order->rungs.size() == 1
                             ? Tr::tr("When it stopped answering, checked from %1 %2, %3")
                             : Tr::tr("When each of them stopped answering, checked from %1 %2, %3");
    return when.arg(placeOf(facts), everyInterval(interval_s), dateSpan(facts.order->shown));
}

static QString rungInWords(const Rung& rung) {
    const QString number = rung.rank > 0 ? QString::number(rung.rank) : Tr::tr("no place");
    const Onset its = minutesOf(rung.range);
    const QString by = words::clockKst(its.by), utc = words::clockUtc(its.by);
    const QString zone = words::zoneName(its.by);
    if (!its.after)
        return Tr::tr("%1: %2, by %3 %4 (%5 UTC), its start was not observed.").arg(number, rung.label, by, zone, utc);
    return its.after == its.by
               ? Tr::tr("%1: %2, at %3 %4 (%5 UTC).").arg(number, rung.label, by, zone, utc)
               : Tr::tr("%1: %2, between %3 and %4 %5 (%6 and %7 UTC).")
                     .arg(number, rung.label, words::clockKst(*its.after), by, zone, words::clockUtc(*its.after), utc);
}

QString orderInWords(const Ladder& ladder) {
    QStringList rungs;
    for (const Rung& rung : ladder.rungs)
        rungs.append(rungInWords(rung));
    return rungs.join(QLatin1Char(' '));
}

QString orderRule() {
    return Tr::tr("Tinted: between the last answer and the failure that decides. A shared number: no order of all "
                  "who have it can be told.");
}

QString responseHeadline(const ResponseTimes& times) {
    return Tr::tr("Half of the answers of %1 came within about %2\u00A0ms, all within %3\u00A0ms")
        .arg(times.label)
        .arg(qRound(times.middle))
        .arg(qCeil(times.highest));
}

QString responseInWords(const ResponseTimes& times) {
    return times.highest > 0 ? Tr::tr("%1.").arg(responseHeadline(times)) : Tr::tr("No answer in this time.");
}

} // namespace kpwatch
