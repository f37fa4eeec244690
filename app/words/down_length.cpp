// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/words/down_length.h"

#include "app/words/count.h"
#include "app/words/tr.h"
#include "app/words/words.h"

#include <algorithm>
#include <array>

namespace kpwatch::words {
namespace {

using std::chrono::hours;
using std::chrono::milliseconds;
using std::chrono::minutes;

milliseconds toStep(milliseconds length, milliseconds step) { return (length + step / 2) / step * step; }

QString atLeast(const QString& length) { return Tr::tr("at least %1").arg(length); }
// Of what may have been longer "under 1 min" would not be true, and copy has no figure for less.
QString atLeast(milliseconds length) {
    return atLeast(length < minutes{1} ? Tr::tr("some seconds") : duration(length));
}
QString about(const QString& length) { return Tr::tr("about %1").arg(length); }

QString counted(std::int64_t count, const QString& one, const QString& many) {
    return count == 1 ? one : many.arg(numberWord(count));
}

// How coarsely a length is told in running text.
milliseconds looseStep(milliseconds length) {
    if (length < minutes{10})
        return minutes{1};
    if (length < hours{2})
        return minutes{5};
    if (length < hours{10}) // eight hours and a half are neither eight nor nine
        return minutes{30};
    return length < hours{48} ? hours{1} : hours{24};
}

// Of what is "at least", so that it stays true.
milliseconds cutLoosely(milliseconds length) {
    const milliseconds step = looseStep(length);
    return length < minutes{1} ? length : length / step * step;
}

// "eight hours", "eight and a half hours", "40 minutes", "one hour", "three days", of a whole number of those; "two
// hours and 15 minutes" where it is no such number.
QString inWords(milliseconds length) {
    if (length < hours{2} && length != hours{1}) // that is an hour wherever it is told
        return counted(length / minutes{1}, Tr::tr("one minute"), Tr::tr("%1 minutes"));
    if (length % hours{1} == minutes{30})
        return Tr::tr("%1 and a half hours").arg(numberWord(length / hours{1}));
    const auto whole_hours = [&] { return counted(length / hours{1}, Tr::tr("one hour"), Tr::tr("%1 hours")); };
    if (const milliseconds rest = length % hours{1}; rest != milliseconds{0})
        return Tr::tr("%1 and %2", "hours, and minutes").arg(whole_hours(), inWords(rest));
    if (length < hours{48} || length % hours{24} != milliseconds{0})
        return whole_hours();
    return counted(length / hours{24}, Tr::tr("one day"), Tr::tr("%1 days"));
}

milliseconds longestOf(milliseconds length, const HowKnown& known) {
    return std::chrono::ceil<minutes>(length + known.longer);
}

// Neither less than is certain nor more than is possible, as far as minutes tell.
bool isPossible(milliseconds figure, milliseconds length, const HowKnown& known) {
    return figure >= std::chrono::floor<minutes>(length - known.shorter) && figure <= longestOf(length, known);
}

// To which a length is rounded that is known so exactly; to the minute if that left nothing of it.
milliseconds closeStep(milliseconds length, const HowKnown& known) {
    constexpr std::array steps{minutes{1}, minutes{2}, minutes{5}, minutes{10}, minutes{15}, minutes{30}, minutes{60}};
    const auto* step = std::ranges::find_if(steps, [&](minutes each) { return each >= known.uncertainty; });
    if (step == steps.end())
        --step;
    while (step != steps.begin() && !isPossible(toStep(length, *step), length, known))
        --step;
    return toStep(length, *step) > milliseconds{0} ? *step : steps.front();
}

milliseconds figureOf(const DownLength& length) { return length.atLeast ? length.certain : length.nominal; }

} // namespace

HowKnown howKnown(const DownLength& length) {
    return {length.uncertainty, length.nominal - length.certain, length.certain + length.uncertainty - length.nominal,
            length.atLeast};
}

RoundedLength rounded(milliseconds length, const HowKnown& known) {
    using Kind = RoundedLength::Kind;
    if (known.atLeast)
        return {Kind::AtLeast, length};
    if (length < minutes{1}) // no minutes are true of it
        return length + known.longer < minutes{1}
                   ? RoundedLength{Kind::Exact, length}
                   : RoundedLength{Kind::AtLeast, std::max(milliseconds{0}, length - known.shorter)};
    return {known.uncertainty <= minutes{1} ? Kind::Exact : Kind::About, toStep(length, closeStep(length, known))};
}

RoundedLength rounded(const DownLength& length) { return rounded(figureOf(length), howKnown(length)); }

RoundedLength shown(const DownLength& length) {
    if (length.open && !length.atLeast)
        return {RoundedLength::Kind::Exact, length.nominal};
    return rounded(length);
}

static QString told(const RoundedLength& its) {
    switch (its.kind) {
    case RoundedLength::Kind::Exact:
        return duration(its.figure);
    case RoundedLength::Kind::About:
        return about(duration(its.figure));
    case RoundedLength::Kind::AtLeast:
        return atLeast(its.figure);
    }
    return {};
}

QString shownLength(const DownLength& length) { return told(shown(length)); }
QString roundedLength(const DownLength& length) { return told(rounded(length)); }
QString lengthOf(milliseconds length, const HowKnown& known) { return told(rounded(length, known)); }

QString lengthSoFar(const DownLength& length) { return length.open ? atLeast(length.certain) : roundedLength(length); }

// To its coarse step, to a finer one where that would be more than it can have been, and never to one finer than
// rounded() takes: a chart's headline is no more exact than its bars.
static milliseconds looseFigureOf(milliseconds length, const HowKnown& known) {
    if (known.atLeast)
        return cutLoosely(length);
    constexpr std::array<milliseconds, 5> finer{hours{24}, hours{1}, minutes{30}, minutes{5}, minutes{1}};
    const milliseconds close = closeStep(length, known);
    const auto* step = std::ranges::find(finer, looseStep(length));
    while (*step > close && step + 1 != finer.end() && toStep(length, *step) > longestOf(length, known))
        ++step;
    return toStep(length, std::max(*step, close));
}

milliseconds looseValue(const DownLength& length) { return looseFigureOf(figureOf(length), howKnown(length)); }

QString looseFigure(milliseconds at_least) { return inWords(cutLoosely(at_least)); }

QString looseLengthOf(milliseconds length, const HowKnown& known) {
    const milliseconds its = looseFigureOf(length, known);
    if (!known.atLeast && length < minutes{1})
        return length + known.longer < minutes{1} ? Tr::tr("under a minute") : atLeast(length);
    if (!known.atLeast)
        return about(inWords(its));
    return its < minutes{1} ? atLeast(its) : atLeast(inWords(its));
}

QString looseLength(const DownLength& length) { return looseLengthOf(figureOf(length), howKnown(length)); }

} // namespace kpwatch::words
