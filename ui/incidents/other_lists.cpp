// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/incidents/other_lists.h"

#include "app/desk/reported.h"
#include "app/words/label.h"
#include "app/words/words.h"

#include <algorithm>

namespace kpwatch {

namespace {

QString line(const QStringList& parts) {
    QStringList there;
    std::copy_if(parts.begin(), parts.end(), std::back_inserter(there),
                 [](const QString& part) { return !part.isEmpty(); });
    return there.join(QStringLiteral(" · "));
}

} // namespace

QStringList spellLines(const std::vector<Spell>& spells, const Watchlist& watchlist) {
    QStringList lines;
    for (auto spell = spells.rbegin(); spell != spells.rend(); ++spell) {
        const Target* const target = watchlist.find(spell->target);
        lines << line({words::stampKst(spell->range.begin),
                       target == nullptr ? QString() : words::label(target->label, 60),
                       words::duration(spell->range.length()), words::cleaned(spell->note, 80)});
    }
    return lines;
}

QStringList reportedLines() {
    QStringList lines;
    const std::vector<ReportedOutage> outages = reportedOutages();
    for (auto outage = outages.rbegin(); outage != outages.rend(); ++outage) {
        QStringList sources;
        for (const Citation& citation : outage->reported)
            sources << words::cleaned(citation.by, 60);
        lines << line({words::cleaned(outage->from.substr(0, 10)), words::cleaned(outage->title),
                       sources.join(QStringLiteral("; ")), words::cleaned(outage->length),
                       words::cleaned(outage->precision)});
    }
    return lines;
}

} // namespace kpwatch
