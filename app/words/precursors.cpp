// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/words/precursors.h"

#include "app/words/tr.h"
#include "app/words/words.h"

#include <algorithm>

namespace kpwatch::words {

static QString precursor(const Spell& spell, const Watchlist& watchlist) {
    constexpr int labelLength = 60;
    const Target* const target = watchlist.find(spell.target);
    const QString who = target == nullptr ? Tr::tr("One address") : cleaned(target->label, labelLength);
    const QString note = cleaned(spell.note, labelLength);
    QString what = Tr::tr("slow or patchy");
    if (spell.verdict == Verdict::ErrorPage)
        what = note.isEmpty() ? Tr::tr("error page") : Tr::tr("error page (%1)").arg(note);
    const QString begin = stampKst(spell.range.begin), end = stampKst(spell.range.end);
    const QString when = begin == end ? begin : Tr::tr("%1 to %2").arg(begin, end);
    return Tr::tr("%1: %2, %3 (%4)").arg(who, what, when, duration(spell.range.length()));
}

QString precursorsHeading() { return Tr::tr("Slow spells and error pages in the hour before"); }

QStringList precursors(const IncidentTold& told) {
    constexpr std::size_t mostTold = 10;
    const std::vector<Spell>& spells = told.assessment.precursors;
    QStringList lines;
    for (std::size_t index = 0; index < std::min(mostTold, spells.size()); ++index)
        lines << precursor(spells[index], told.watchlist);
    if (const std::size_t more = spells.size() - static_cast<std::size_t>(lines.size()); more > 0)
        lines << (more == 1 ? Tr::tr("and one more") : Tr::tr("and %1 more").arg(more));
    if (lines.isEmpty())
        lines << Tr::tr("None was seen.");
    return lines;
}

} // namespace kpwatch::words
