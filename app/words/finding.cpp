// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/words/finding.h"

#include "app/words/tr.h"
#include "app/words/words.h"

namespace kpwatch::words {
namespace {

// "…answered", "…did not answer", "…has answered": by who is meant and whether it is over.
QString predicate(const Finding& finding) {
    if (finding.none)
        return finding.asOf ? Tr::tr("has answered for") : Tr::tr("answered for");
    if (finding.asOf)
        return finding.many ? Tr::tr("have not answered for") : Tr::tr("has not answered for");
    return finding.together ? Tr::tr("did not answer for") : Tr::tr("at one time or another did not answer for");
}

QString lengthIn(LengthStyle style, std::chrono::milliseconds length, const HowKnown& known) {
    return style == LengthStyle::Rounded ? lengthOf(length, known) : looseLengthOf(length, known);
}

// "at least 27 to 57 min": a unit of both is said once.
QString fromTo(QString from, const QString& to) {
    const QString unit = to.section(QLatin1Char(' '), 1);
    if (!unit.isEmpty() && !unit.contains(QLatin1Char(' ')) && from.endsWith(QLatin1Char(' ') + unit))
        from.chop(unit.size() + 1);
    return Tr::tr("%1 to %2", "at least so long, of another so long").arg(from, to);
}

// Said apart where there is room, since "25 minutes to six hours" may be read as of one.
QString ofShortestAndLongest(LengthStyle style, const QString& shortest, std::chrono::milliseconds longest) {
    return style == LengthStyle::Rounded
               ? fromTo(shortest, duration(longest))
               : Tr::tr("%1, one of them for at least %2").arg(shortest, looseFigure(longest));
}

} // namespace

QString sentence(const Finding& finding) {
    const QString text =
        Tr::tr("%1 %2 %3", "who, did not answer for, how long").arg(finding.who, predicate(finding), finding.howLong);
    return finding.asOf
               ? Tr::tr("%1, as of\u00A0%2\u00A0%3").arg(text, clockKst(*finding.asOf), zoneName(*finding.asOf))
               : text;
}

Finding findingOf(const IncidentTold& told) {
    const ToldOf of = toldOf(told);
    const Clause clause = incidentClause(told);
    Finding finding{clause.subject, clause.none, of.subject.size() > 1, of.together, {}, {}};
    finding.howLong = subjectLength(told, of, LengthStyle::Loose);
    if (of.now)
        finding.asOf = told.asOf;
    return finding;
}

QString inAll(const QString& length, bool several) { return several ? Tr::tr("%1 in all").arg(length) : length; }

QString subjectLength(const IncidentTold& told, const ToldOf& of, LengthStyle style) {
    if (of.none && !of.now)
        return inAll(lengthIn(style, told.incident.none->length, told.incident.none->known),
                     cameAndWent(*told.incident.none));
    const SeenSilent seen = seenSilent(of, told.asOf);
    const QString shortest = lengthIn(style, seen.shortest, seen.ofShortest),
                  longest = lengthIn(style, seen.longest, seen.ofLongest);
    QString length = longest;
    if (seen.atLeast)
        length = seen.differMuch() ? ofShortestAndLongest(style, shortest, seen.longest) : shortest;
    else if (shortest != longest && (style == LengthStyle::Rounded || seen.longest >= std::chrono::minutes{1}))
        length = Tr::tr("up to %1").arg(longest);
    return inAll(length, seen.inAll);
}

} // namespace kpwatch::words
