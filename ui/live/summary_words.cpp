// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/live/summary_words.h"

#include "app/words/tr.h"

namespace kpwatch {

using words::Tr;

// "Thu 12 Mar, 14:31 KST (05:31 UTC)"
static QString bothClocks(UtcTime time) {
    return QStringLiteral("%1 (%2)").arg(words::stampKst(time), words::stampUtc(time));
}

static QString siteLine(const SiteFacts& facts) {
    const TileWords said = tileWords(facts);
    QStringList parts{Tr::tr("%1 (%2): %3").arg(said.name, words::cleaned(facts.site.host), said.sentence())};
    if (facts.status.since)
        parts << Tr::tr("since %1").arg(bothClocks(*facts.status.since));
    if (facts.http && facts.http->lastGood && facts.status.state != Verdict::Up)
        parts << Tr::tr("last answer %1").arg(bothClocks(*facts.http->lastGood));
    return parts.join(QStringLiteral(", "));
}

static QString ownLineLine(const OwnLineStatus& line) {
    const bool counted = line.state == Verdict::Up && line.controls > 0; // who looks at a record counts none
    QString said = counted ? Tr::tr("Our own line works: %1 of %2 test servers elsewhere answer")
                                 .arg(line.controlsUp)
                                 .arg(line.controls)
                           : Tr::tr("Our own line: %1").arg(words::stateLower(line.state));
    if (line.since)
        said += QStringLiteral(", ") + Tr::tr("since %1").arg(bothClocks(*line.since));
    return said + QLatin1Char('.');
}

QString summaryText(const SummaryFacts& facts) {
    QStringList lines;
    if (facts.simulated)
        lines << Tr::tr("SIMULATED: this is not what happened in the world.");
    lines << QStringLiteral("%1. %2").arg(facts.headline.sentence, facts.headline.second).trimmed();
    for (const SiteFacts& site : facts.sites)
        lines << siteLine(site) + QLatin1Char('.');
    lines << ownLineLine(facts.ownLine);
    lines << Tr::tr("As of %1, by checks from one computer with KPWatch %2. That a site answers or does not says "
                    "nothing about access inside the country, nor about a cause.")
                 .arg(bothClocks(facts.asOf), QStringLiteral(KPWATCH_VERSION));
    return lines.join(QLatin1Char('\n'));
}

} // namespace kpwatch
