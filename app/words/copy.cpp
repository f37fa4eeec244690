// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/words/copy.h"

#include "app/story/hosts.h"
#include "app/story/site_page.h"
#include "app/words/alert_copy.h"
#include "app/words/copy_sentences.h"
#include "app/words/copy_subject.h"
#include "app/words/count.h"
#include "app/words/expert_table.h"
#include "app/words/finding.h"
#include "app/words/korean_copy.h"
#include "app/words/label.h"
#include "app/words/language.h"
#include "app/words/others.h"
#include "app/words/sources.h"
#include "app/words/tr.h"
#include "app/words/words.h"

#include <algorithm>

namespace kpwatch::words {

namespace {

constexpr qsizetype namedAtMost = 3;

// Who asked, and from where.
QString asker(const CopyFrom& from) {
    const QString who =
        from.newsroom.isEmpty() ? Tr::tr("checks from one computer") : Tr::tr("checks by %1").arg(from.newsroom);
    return from.place.isEmpty()      ? who
           : from.newsroom.isEmpty() ? Tr::tr("checks from one computer in %1").arg(from.place)
                                     : Tr::tr("%1 from %2").arg(who, from.place);
}

TextTimes timesOf(const IncidentTold& told) {
    const Onset since = incidentClause(told).since;
    const UtcTime began = since.after.value_or(since.by);
    const ToldOf of = toldOf(told);
    return {told.asOf, std::min({began, of.backBy.value_or(began), othersBackBy(of).value_or(began),
                                 of.off.empty() ? began : offFrom(of.off)})};
}

// Said of them, and no longer of us alone, once enough places in enough countries agree.
QString elsewhere(const IncidentTold& told, CopyStyle style) {
    const PlaceRound* const round = told.assessment.opinion.telling();
    if (round == nullptr || !round->isBroad())
        return {};
    const QString at = momentAt(round->at, timesOf(told), style);
    if (round->about != PlaceQuestion::Kind::Http)
        return Tr::tr("From %1 of %2 other places asked through Globalping %3 could not be reached either at %4.")
            .arg(round->silent)
            .arg(round->voting)
            .arg(askedBesides(round->about), at);
    const QString they =
        hostsOf(told.incident, told.watchlist).size() > 1
            ? Tr::tr("They could not be reached from %1 of %2 other places asked through Globalping at %3.")
            : Tr::tr("It could not be reached from %1 of %2 other places asked through Globalping at %3.");
    return they.arg(round->silent).arg(round->voting).arg(at);
}

QString otherPlaces(const IncidentTold& told, CopyStyle style) {
    const PlaceRound* const round = told.assessment.opinion.telling();
    if (round == nullptr)
        return {};
    if (round->about != PlaceQuestion::Kind::Http)
        return (round->agrees() ? Tr::tr("Of %1 other places asked at %2, %3 could not reach %4 either.")
                                : Tr::tr("Of %1 other places asked at %2, %3 reached %4."))
            .arg(round->voting)
            .arg(momentAt(round->at, timesOf(told), style))
            .arg(round->agrees() ? round->silent : round->voting - round->silent)
            .arg(askedBesides(round->about));
    return round->agrees() ? Tr::tr("Of %1 other places asked at %2, %3 could not reach them either.")
                                 .arg(round->voting)
                                 .arg(momentAt(round->at, timesOf(told), style))
                                 .arg(round->silent)
                           : Tr::tr("Of %1 other places asked at %2, %3 reached them.")
                                 .arg(round->voting)
                                 .arg(momentAt(round->at, timesOf(told), style))
                                 .arg(round->voting - round->silent);
}

QString opening(const IncidentTold& told, const CopyFrom& from) {
    const Clause clause = incidentClause(told);
    const ToldOf of = toldOf(told);
    const QString what = QStringLiteral("%1 %2 %3").arg(copySubject(told), copyVerb(clause, of), asker(from));
    return of.now ? Tr::tr("%1 %2").arg(what, changedSince(clause.since, timesOf(told), from.style))
                  : Tr::tr("%1, beginning %2").arg(what, changeAt(clause.since, timesOf(told), from.style));
}

// Of what goes on and began while nobody looked: from when on it can have begun.
QString lastAnswer(const IncidentTold& told, CopyStyle style) {
    const Onset since = incidentClause(told).since;
    return toldOf(told).now && since.after && beganUnseen(since)
               ? Tr::tr("The last answer was seen at %1.").arg(momentAt(*since.after, timesOf(told), style))
               : QString();
}

QString blockedHere(const IncidentTold& told) {
    QStringList names;
    for (const std::string& site : told.assessment.touched.sitesBlocked)
        names << siteLabel(told.watchlist, site);
    return names.isEmpty() ? QString()
                           : Tr::tr("Not judged, for they are blocked on the network of this computer: %1.")
                                 .arg(names.join(QStringLiteral(", ")));
}

QString routesSentence(const IncidentTold& told, CopyStyle style) {
    if (!leftTheTables(told.assessment))
        return {};
    const auto back = told.assessment.routes.back;
    return sentences(
        {Tr::tr("The routes to them, by way of China and of Russia, disappeared from global routing tables; they "
                "appeared to be disconnected from the global internet."),
         back ? Tr::tr("The routes were back by %1.").arg(momentAt(*back, timesOf(told), style)) : QString()});
}

// "Four name servers and two routers have not answered either."
QString besides(const IncidentTold& told) {
    const ToldOf of = toldOf(told);
    const Others counted = othersAmong(besidesSubject(of), told.watchlist);
    if (counted.all() == 0)
        return {};
    const QString who = capital(others(counted));
    return !of.now              ? Tr::tr("%1 did not answer either.").arg(who)
           : counted.all() == 1 ? Tr::tr("%1 has not answered either.").arg(who)
                                : Tr::tr("%1 have not answered either.").arg(who);
}

// "KCNA and Naenara, which had stopped too, answered again by 11:41 a.m. on Thursday (0241 GMT)."
QString backToo(const QString& who, UtcTime by, const IncidentTold& told, CopyStyle style) {
    return Tr::tr("%1, which had stopped too, answered again by %2.").arg(who, momentAt(by, timesOf(told), style));
}

// "Foreign Ministry was no longer watched from 10:56 a.m. on Thursday (0156 GMT)."
QString offTheList(const std::vector<const Member*>& off, const IncidentTold& told, CopyStyle style) {
    QStringList names;
    for (const Member* const member : off)
        if (const Target* const target = told.watchlist.find(member->target))
            names << (isPageOfSite(told.watchlist, *target) ? siteLabel(told.watchlist, target->site)
                                                            : cleaned(hostName(*target, told.watchlist).label, 60));
    if (names.isEmpty())
        return {};
    const QString when = momentAt(offFrom(off), timesOf(told), style);
    return names.size() == 1 ? Tr::tr("%1 was no longer watched from %2.").arg(names.front(), when)
                             : Tr::tr("%1 of those that had stopped were no longer watched from %2.")
                                   .arg(countCapital(static_cast<int>(names.size())), when);
}

QString returned(const IncidentTold& told, const ToldOf& of, CopyStyle style) {
    const QString gone = offTheList(of.off, told, style);
    QStringList names;
    for (const std::string& site : of.sitesBack)
        names << siteLabel(told.watchlist, site);
    if (names.isEmpty())
        return gone;
    const QString last = names.takeLast();
    const QString all = names.isEmpty() ? last : Tr::tr("%1 and %2").arg(names.join(QStringLiteral(", ")), last);
    return sentences({backToo(all, *of.backBy, told, style), gone});
}

QString othersReturned(const IncidentTold& told, const ToldOf& of, CopyStyle style) {
    const auto by = othersBackBy(of);
    return by ? backToo(capital(others(othersAmong(of.othersBack, told.watchlist))), *by, told, style) : QString();
}

// Our own line changed, or who was silent was taken off the watchlist; then others may have answered again.
QString cut(const IncidentTold& told, const ToldOf& of, CopyStyle style) {
    if (told.assessment.lineChanged)
        return Tr::tr("Our own line changed at %1; what came after was not seen in the same way.")
            .arg(momentAt(*told.incident.cutAt, timesOf(told), style));
    const CutShort its = cutShort(of);
    const QString gone = offTheList(its.silent, told, style);
    if (!its.othersBack)
        return gone;
    const QString again =
        its.oneBack ? Tr::tr("The other one answered again %1.") : Tr::tr("The others answered again %1.");
    return sentences({gone, again.arg(changeAt(*its.othersBack, timesOf(told), style))});
}

// "Not yet: one name server (ns1)."; of what is out of sight, when it was last seen.
QString notYet(const IncidentTold& told, const ToldOf& of, CopyStyle style) {
    if (of.yetSilent.empty())
        return {};
    QStringList names;
    for (const Member* const member : of.yetSilent)
        if (const Target* const target = told.watchlist.find(member->target))
            names << cleaned(hostName(*target, told.watchlist).label, 60);
    const QString who = others(othersAmong(of.yetSilent, told.watchlist));
    const QString all =
        names.size() > namedAtMost ? who : QStringLiteral("%1 (%2)").arg(who, names.join(QStringLiteral(", ")));
    return of.yetUnseenFrom
               ? Tr::tr("Not when last seen at %1: %2.").arg(momentAt(*of.yetUnseenFrom, timesOf(told), style), all)
               : Tr::tr("Not yet: %1.").arg(all);
}

QString inBetween(const ToldOf& of) {
    const InBetween its = answeredInBetween(of);
    return !its.some                            ? QString()
           : of.subject.size() == 1 && !of.none ? Tr::tr("It had answered at times in between.")
           : its.all                            ? Tr::tr("All had answered for a time in between.")
                                                : Tr::tr("Some had answered at times in between.");
}

// "All answered again ...": the time is that of whom the sentences are about; who else came back later is told apart.
QString recovered(const IncidentTold& told, const ToldOf& of, CopyStyle style) {
    const auto [its, alone, pages] = answeredAgain(told, of);
    const std::optional<Onset> latest = lastBack(of);
    const QString when = its.ended ? changeAt(*its.ended, timesOf(told), style) : QString(),
                  lastAt = latest ? changeAt(*latest, timesOf(told), style) : when;
    // Nobody later than them, as it is printed.
    const bool last = when == lastAt || !its.ended || latest->by < its.ended->by;
    const QString page = pages == 0   ? QString()
                         : alone      ? Tr::tr(", with an error page")
                         : pages == 1 ? Tr::tr(", one with an error page")
                                      : Tr::tr(", %1 with an error page").arg(numberWord(pages));
    const QString again = !its.ended ? Tr::tr("Not all of them were seen to answer again.")
                          : alone    ? Tr::tr("It answered again %1%2.").arg(when, page)
                          : last     ? Tr::tr("All answered again %1%2.").arg(when, page)
                                     : Tr::tr("All of them answered again %1%2.").arg(when, page);
    const QString first =
        of.together && its.firstLongBefore()
            ? Tr::tr("The first of them answered again %1.").arg(changeAt(its.first, timesOf(told), style))
            : QString();
    const QString others =
        last ? QString() : Tr::tr("The last of what else had stopped answered again %1.").arg(lastAt);
    return sentences({first, again, inBetween(of), others, othersReturned(told, of, style),
                      offTheList(of.off, told, style), notYet(told, of, style)});
}

QString outOfSight(const IncidentTold& told, const ToldOf& of, CopyStyle style) {
    return sentences({returned(told, of, style), inBetween(of),
                      Tr::tr("What came after %1 was not seen.").arg(momentAt(*of.unseenFrom, timesOf(told), style))});
}

constexpr EndingWords ends{&returned, &outOfSight, &cut, &recovered};

// The first failure of one that began before what the opening tells.
QString firstFailure(const IncidentTold& told, CopyStyle style) {
    const Onset& began = told.incident.began;
    TextTimes times = timesOf(told);
    times.earliest = std::min(times.earliest, began.after.value_or(began.by));
    return changeAt(began, times, style);
}

// `only`: who stopped, where that is one.
QString sentenceOf(LengthsTold::Of of, const QString& only, const QString& length, const QString& first_failure) {
    switch (of) {
    case LengthsTold::Of::SeenSilent:
        return Tr::tr("At least one was seen not to answer for %1.").arg(length);
    case LengthsTold::Of::SeenSilentFromFirst:
        return Tr::tr("From the first failure on, at least one was seen not to answer for %1.").arg(length);
    case LengthsTold::Of::OneSeenSilent:
        return Tr::tr("%1 was seen not to answer for %2.").arg(only, length);
    case LengthsTold::Of::Whole:
        return Tr::tr("From the first failure to the last recovery it was %1.").arg(length);
    case LengthsTold::Of::SoFar:
        return Tr::tr("So far that is %1.").arg(length);
    case LengthsTold::Of::SoFarFromFirst:
        return Tr::tr("From the first failure on, %1, it has been %2.").arg(first_failure, length);
    }
    return {};
}

QString lengths(const IncidentTold& told, CopyStyle style) {
    const LengthsTold its = lengthsTold(told);
    const QString only = incidentClause(told).subject;
    const QString none = its.none ? Tr::tr("No site answered for %1.")
                                        .arg(inAll(lengthOf(*its.none, told.incident.lengths.none), its.noneInAll))
                                  : QString();
    const QString length = inAll(lengthOf(its.length, its.roundedBy), its.inAll);
    const QString own =
        its.own ? sentenceOf(its.ofOwn, only, inAll(lengthOf(*its.own, told.incident.lengths.one), its.ownInAll), {})
                : QString();
    const QString between = its.of == LengthsTold::Of::SoFarFromFirst ? inBetween(toldOf(told)) : QString();
    return sentences({none, own, sentenceOf(its.of, only, length, firstFailure(told, style)), between,
                      its.partUnseen ? Tr::tr("Not all of that time was seen.") : QString()});
}

QString mark(const IncidentTold& told) {
    return (told.simulated ? Tr::tr("SIMULATED: ") : QString()) +
           (told.incident.falseAlarm ? Tr::tr("MARKED AS A FALSE ALARM: ") : QString());
}

QString credit(const Assessment& seen) {
    const QString credit = attributions(sourcesOf(seen));
    return credit.isEmpty() ? credit : credit + QLatin1Char('.');
}

QString namesOf(const std::vector<TargetId>& ids, const Watchlist& watchlist) {
    QStringList names;
    for (const Target* const host : hostsAmong(ids, watchlist))
        names << label(host->label, 60);
    return names.join(QStringLiteral(", "));
}

QString leftOut(const IncidentTold& told) {
    const QString excluded = namesOf(told.incident.excluded, told.watchlist);
    const QString outside = namesOf(told.incident.outsideWindow(), told.watchlist);
    return sentences({excluded.isEmpty() ? QString() : Tr::tr("Left out by hand: %1.").arg(excluded),
                      outside.isEmpty()
                          ? QString()
                          : Tr::tr("Left out by hand, outside the story's window: silences of %1.").arg(outside)});
}

} // namespace

bool leftTheTables(const Assessment& assessment) {
    return assessment.scope == Scope::WholeNetwork && assessment.routes.bothUpstreamsSeen &&
           assessment.routes.fullLosses > 0;
}

CopyLanguage copyLanguage() {
    return language().language() == QLocale::Korean ? CopyLanguage::Korean : CopyLanguage::English;
}

Copy copyOf(const IncidentTold& told, const CopyFrom& from) {
    if (from.language == CopyLanguage::Korean)
        return korean::copyOf(told, from);
    const InLanguage english(QStringLiteral("en"));
    Copy copy;
    copy.alert = alertCopy(told, from.style);
    const QString first = mark(told) + opening(told, from) + QLatin1Char('.');
    copy.brief =
        sentences({first, lastAnswer(told, from.style), blockedHere(told), leftOut(told), elsewhere(told, from.style),
                   ending(ends, told, from.style), besides(told), routesSentence(told, from.style)});
    copy.full = sentences({first, lastAnswer(told, from.style), blockedHere(told), ending(ends, told, from.style),
                           lengths(told, from.style), besides(told), routesSentence(told, from.style),
                           otherPlaces(told, from.style), basis(told.assessment), leftOut(told),
                           Tr::tr("As of %1.").arg(datedMoment(told.asOf, from.style)),
                           Tr::tr("This cannot tell: %1").arg(cannotTell().left(1).toLower() + cannotTell().mid(1)),
                           credit(told.assessment)});
    copy.expert =
        mark(told) + expertTable(told, {Tr::tr("Incident %1, UTC; as of %2"),
                                        QStringLiteral("target\taddress\tport\tfailure\tvantage network\tlast good\t"
                                                       "first failed by\tlast failed\tanswered by\ttimes\trank"),
                                        &lastResult});
    return copy;
}

} // namespace kpwatch::words
