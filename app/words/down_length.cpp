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

// "eight hours", "eight and a half hours", "40 minutes", "one hour", "three days", of a whole number of those.
QString inWords(milliseconds length) {
    if (length < hours{2} && length != hours{1}) // that is an hour wherever it is told
        return counted(std::max<std::int64_t>(1, length / minutes{1}), Tr::tr("one minute"), Tr::tr("%1 minutes"));
    if (length < hours{48} && length % hours{1} != milliseconds{0})
        return Tr::tr("%1 and a half hours").arg(numberWord(length / hours{1}));
    if (length < hours{48})
        return counted(length / hours{1}, Tr::tr("one hour"), Tr::tr("%1 hours"));
    return counted(length / hours{24}, Tr::tr("one day"), Tr::tr("%1 days"));
}

} // namespace

RoundedLength rounded(const DownLength& length) {
    using Kind = RoundedLength::Kind;
    if (length.atLeast)
        return {Kind::AtLeast, length.certain};
    constexpr std::array steps{minutes{1}, minutes{2}, minutes{5}, minutes{10}, minutes{15}, minutes{30}, minutes{60}};
    if (length.uncertainty <= steps.front())
        return {Kind::Exact, toStep(length.nominal, steps.front())};
    const auto* step = std::ranges::find_if(steps, [&](minutes each) { return each >= length.uncertainty; });
    if (step == steps.end())
        --step;
    const auto longest = std::chrono::ceil<minutes>(length.certain + length.uncertainty);
    while (step != steps.begin() && toStep(length.nominal, *step) > longest)
        --step;
    const milliseconds figure = toStep(length.nominal, *step);
    return {Kind::About, figure > milliseconds{0} ? figure : std::max<milliseconds>(length.nominal, minutes{1})};
}

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

QString lengthSoFar(const DownLength& length) { return length.open ? atLeast(length.certain) : roundedLength(length); }

milliseconds looseValue(const DownLength& length) {
    if (!length.atLeast)
        return toStep(length.nominal, looseStep(length.nominal));
    return cutLoosely(length.certain);
}

QString looseFigure(milliseconds at_least) { return inWords(cutLoosely(at_least)); }

QString looseLength(const DownLength& length) {
    const milliseconds its = looseValue(length);
    if (!length.atLeast)
        return about(inWords(its));
    return its < minutes{1} ? atLeast(its) : atLeast(inWords(its));
}

} // namespace kpwatch::words
