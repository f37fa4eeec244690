// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/incidents/other_lists.h"

#include "app/desk/reported.h"
#include "app/words/label.h"
#include "app/words/language.h"
#include "app/words/tr.h"
#include "app/words/words.h"

#include <algorithm>

namespace kpwatch {

using words::Tr;

namespace {

QString line(const QStringList& parts) {
    QStringList there;
    std::copy_if(parts.begin(), parts.end(), std::back_inserter(there),
                 [](const QString& part) { return !part.isEmpty(); });
    return there.join(QStringLiteral(" · "));
}

// How far it was seen is all that is known of its end: our own line may have gone down then, or nobody watched.
QString endOf(const Spell& spell, UtcTime as_of) {
    if (spell.range.end >= as_of)
        return Tr::tr("not over as of %1 (%2 so far)")
            .arg(words::stampKst(as_of), words::duration(as_of - spell.range.begin));
    return Tr::tr("seen until %1 (%2)").arg(words::stampKst(spell.range.end), words::duration(spell.range.length()));
}

} // namespace

QStringList spellLines(const std::vector<Spell>& spells, const Watchlist& watchlist, UtcTime as_of) {
    QStringList lines;
    for (auto spell = spells.rbegin(); spell != spells.rend(); ++spell) {
        const Target* const target = watchlist.find(spell->target);
        lines << line({words::stampKst(spell->range.begin),
                       target == nullptr ? QString() : words::label(target->label, 60), words::cleaned(spell->note, 80),
                       endOf(*spell, as_of)});
    }
    return lines;
}

namespace {

std::vector<ReportedOutage> reportedLatestFirst() {
    std::vector<ReportedOutage> outages = reportedOutages();
    std::reverse(outages.begin(), outages.end());
    if (words::language().language() == QLocale::Korean)
        std::transform(outages.begin(), outages.end(), outages.begin(), inKorean);
    return outages;
}

bool isInstant(const std::string& time) { return time.find('T') != std::string::npos; }

// A moment in Korea time, like all others here; a day or a month of its source.
QString inKoreaTime(const std::string& time) {
    if (const auto at = isInstant(time) ? parseIsoUtc(time) : std::nullopt)
        return words::stampKst(*at);
    const QString given = words::cleaned(time);
    if (const QDate day = QDate::fromString(given, QStringLiteral("yyyy-MM-dd")); day.isValid())
        return words::language().toString(day, words::dateFormat(words::DateForm::WeekdayYear));
    if (const QDate month = QDate::fromString(given, QStringLiteral("yyyy-MM")); month.isValid())
        return words::language().toString(month, Tr::tr("MMM yyyy"));
    return given;
}

QString toTheSecond(const std::string& time) {
    return isInstant(time) ? QStringLiteral("%1 (%2)").arg(inKoreaTime(time), words::cleaned(time)) : inKoreaTime(time);
}

// The day of its source is one of UTC: where the latest moment is known, that of Korea can be said.
QString listedAt(const ReportedOutage& outage) {
    return !isInstant(outage.from) && outage.fromLatest ? Tr::tr("by %1").arg(inKoreaTime(*outage.fromLatest))
                                                        : inKoreaTime(outage.from);
}

QString whenReported(const ReportedOutage& outage) {
    const QString from =
        outage.fromLatest
            ? Tr::tr("Began between %1 and %2").arg(toTheSecond(outage.from), toTheSecond(*outage.fromLatest))
            : Tr::tr("Began %1").arg(toTheSecond(outage.from));
    if (outage.to && !isInstant(outage.from)) // one day or month or several
        return Tr::tr("%1 to %2").arg(inKoreaTime(outage.from), inKoreaTime(*outage.to));
    if (outage.to)
        return Tr::tr("%1. Ended %2.").arg(from, toTheSecond(*outage.to));
    if (outage.atLeastUntil)
        return Tr::tr("%1. Lasted at least until %2.").arg(from, toTheSecond(*outage.atLeastUntil));
    return Tr::tr("%1. When it ended was not said.").arg(from);
}

} // namespace

QStringList reportedLines() {
    QStringList lines;
    for (const ReportedOutage& outage : reportedLatestFirst()) {
        QStringList sources;
        for (const Citation& citation : outage.reported)
            sources << words::cleaned(citation.by, 60);
        lines << line({listedAt(outage), words::cleaned(outage.title), sources.join(QStringLiteral("; ")),
                       words::cleaned(outage.length), words::cleaned(outage.precision)});
    }
    return lines;
}

QStringList reportedInFull(int line) {
    const std::vector<ReportedOutage> outages = reportedLatestFirst();
    if (line < 0 || line >= std::ssize(outages))
        return {};
    constexpr int longest = 600;
    const ReportedOutage& outage = outages[static_cast<std::size_t>(line)];
    QStringList lines{words::cleaned(outage.title, longest), whenReported(outage)};
    lines << Tr::tr("Precision: %1. Length: %2.")
                 .arg(words::cleaned(outage.precision, longest), words::cleaned(outage.length, longest));
    for (const Citation& citation : outage.reported) {
        lines << QString()
              << QStringLiteral("%1, %2: %3")
                     .arg(words::cleaned(citation.by), words::cleaned(citation.on),
                          words::cleaned(citation.says, longest));
        if (!citation.url.empty())
            lines << words::cleaned(citation.url, longest);
    }
    if (!outage.causeClaimed.empty())
        lines << QString() << Tr::tr("Claimed by others: %1.").arg(words::cleaned(outage.causeClaimed, longest));
    if (!outage.note.empty())
        lines << QString() << words::cleaned(outage.note, longest);
    return lines;
}

} // namespace kpwatch
