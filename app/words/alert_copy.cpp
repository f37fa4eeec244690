// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/words/alert_copy.h"

#include "app/words/copy.h"
#include "app/words/copy_subject.h"
#include "app/words/count.h"
#include "app/words/finding.h"
#include "app/words/others.h"
#include "app/words/tr.h"

namespace kpwatch::words {

namespace {

// How long, since when, or when it was last seen.
QString howLong(const IncidentTold& told, const Clause& clause, const ToldOf& of, CopyStyle style) {
    if (of.unseenFrom)
        return Tr::tr("when last seen, %1").arg(clockAt(*of.unseenFrom, told.asOf, style));
    if (!of.now)
        return Tr::tr("for %1").arg(subjectLength(told, of, LengthStyle::Rounded));
    return clockSince(clause.since, told.asOf, style);
}

// "None of 4 N. Korean sites", "3 of 4 N. Korean name servers"; empty if there is nothing to count.
QString shortCount(const ToldOf& of) {
    const int sites = static_cast<int>(of.who.sites.size());
    const auto some = [](int count, int all, const QString& things) {
        return count == all ? Tr::tr("All %1 %2").arg(QString::number(count), things)
                            : Tr::tr("%1 of %2 %3").arg(QString::number(count), QString::number(all), things);
    };
    if (of.none)
        return of.who.sitesWatched == 2 ? Tr::tr("Neither of 2 N. Korean sites")
                                        : Tr::tr("None of %1 N. Korean sites").arg(of.who.sitesWatched);
    if (sites > 1)
        return some(sites, of.who.sitesWatched, Tr::tr("N. Korean sites"));
    if (sites == 0 && of.who.nameServers > 1)
        return some(of.who.nameServers, of.who.nameServersWatched, Tr::tr("N. Korean name servers"));
    return sites == 0 && of.members.size() > 1 ? Tr::tr("%1 N. Korean addresses").arg(of.members.size()) : QString();
}

// Who without saying how many, for what is long otherwise.
QString withoutCount(const ToldOf& of) {
    const bool many = of.subject.size() > 1 || of.none;
    const QString who = of.who.sites.empty()
                            ? (many ? Tr::tr("North Korean addresses") : Tr::tr("A North Korean address"))
                            : (many ? Tr::tr("North Korean sites") : Tr::tr("A North Korean site"));
    const QString what = !of.now ? Tr::tr("did not answer")
                         : many  ? Tr::tr("have not answered")
                                 : Tr::tr("has not answered");
    return who + QLatin1Char(' ') + what;
}

// Shorter and shorter: first the words, then Greenwich goes, then the time, which says less than how many. Never the
// country, nor that it is a site: a ministry answers otherwise.
QStringList waysToSay(const IncidentTold& told, const ToldOf& of, CopyStyle style) {
    const Clause clause = incidentClause(told);
    const QString when = howLong(told, clause, of, style), whenHere = when.section(QStringLiteral(" ("), 0, 0);
    const QString verb = copyVerb(clause, of);
    const auto said = [](const QString& subject, const QString& predicate, const QString& time) {
        return QStringLiteral("%1 %2 %3").arg(subject, predicate, time);
    };
    QStringList names{copySubject(told)}, ways;
    if (of.subject.size() == 1 && !of.none && !of.who.sites.empty())
        names << Tr::tr("N. Korea's %1 site").arg(clause.subject);
    const QString count = shortCount(of);
    if (!count.isEmpty())
        names << count;
    for (const QString& who : names)
        ways << said(who, verb, when);
    if (!of.together && !count.isEmpty())
        ways << said(count, Tr::tr("at some point did not answer"), when);
    ways << said(names.back(), verb, whenHere);
    if (!count.isEmpty())
        ways << count + QLatin1Char(' ') + clause.predicate;
    const QString plain = withoutCount(of);
    ways << plain + QLatin1Char(' ') + when << plain + QLatin1Char(' ') + whenHere << plain;
    return ways;
}

// Of sites that are back while others are not: "All 4 N. Korean sites answered again by 12:10 p.m. KST; 2 mail servers
// not yet".
QStringList waysToSayBack(const IncidentTold& told, const ToldOf& of, CopyStyle style) {
    const auto count = static_cast<int>(of.who.sites.size());
    const QString when = clockAt(*of.backBy, told.asOf, style), whenHere = when.section(QStringLiteral(" ("), 0, 0);
    const Others yet = othersAmong(of.yetSilent, told.watchlist);
    QString who, briefly, least;
    if (count == 1) {
        const QString site = siteLabel(told.watchlist, of.who.sites.front());
        who = Tr::tr("North Korea's %1 site").arg(site);
        briefly = Tr::tr("N. Korea's %1 site").arg(site);
        least = Tr::tr("A North Korean site");
    } else if (count == of.who.sitesWatched) {
        who =
            count == 2 ? Tr::tr("Both North Korean sites") : Tr::tr("All %1 North Korean sites").arg(numberWord(count));
        least = briefly = Tr::tr("All %1 N. Korean sites").arg(count);
    } else {
        who = Tr::tr("The %1 North Korean sites that had stopped").arg(numberWord(count));
        least = briefly = Tr::tr("%1 N. Korean sites").arg(count);
    }
    const auto back = [&](const QString& subject, const QString& time, const QString& not_yet) {
        return (of.yetUnseenFrom ? Tr::tr("%1 answered again by %2; %3 not when last seen")
                                 : Tr::tr("%1 answered again by %2; %3 not yet"))
            .arg(subject, time, not_yet);
    };
    const QString last =
        of.yetUnseenFrom ? Tr::tr("%1 answered again; %2 not when last seen") : Tr::tr("%1 answered again; %2 not yet");
    return {back(who, when, others(yet)), back(who, whenHere, others(yet)), back(briefly, whenHere, shortOthers(yet)),
            back(briefly, whenHere, Tr::tr("others")), last.arg(least, Tr::tr("others"))};
}

} // namespace

QString alertCopy(const IncidentTold& told, CopyStyle style) {
    const ToldOf of = toldOf(told);
    const QString marks = (told.simulated ? Tr::tr("SIMULATED: ") : QString()) +
                          (told.incident.falseAlarm ? Tr::tr("FALSE ALARM: ") : QString());
    QString text;
    for (const QString& way : of.yetSilent.empty() ? waysToSay(told, of, style) : waysToSayBack(told, of, style)) {
        text = marks + way;
        if (text.size() <= alertLength)
            break;
    }
    return text;
}

} // namespace kpwatch::words
