// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/words/sources.h"

#include "app/words/tr.h"
#include "app/words/words.h"

#include <QRegularExpression>
#include <QStringList>

#include <algorithm>

namespace kpwatch::words {

namespace {

enum class Known { Ripe, RouteViews, Globalping, Atlas, Ioda, Radar };
constexpr std::pair<const char*, Known> known[] = {
    {"ripe-ris", Known::Ripe},   {"routeviews", Known::RouteViews}, {globalpingSource, Known::Globalping},
    {atlasSource, Known::Atlas}, {iodaSource, Known::Ioda},         {radarSource, Known::Radar}};

std::optional<Known> knownAs(const std::string& source) {
    const auto* const found =
        std::find_if(std::begin(known), std::end(known), [&source](const auto& each) { return source == each.first; });
    return found == std::end(known) ? std::nullopt : std::optional(found->second);
}

// Three times as long as it is left alone when nothing happens; who is asked twice a day, an hour more than that.
std::chrono::minutes staleAfter(const std::string& source) {
    using std::chrono::hours;
    using std::chrono::minutes;
    switch (knownAs(source).value_or(Known::Globalping)) {
    case Known::Ripe:
    case Known::Ioda:
        return minutes{30};
    case Known::Atlas:
        return minutes{45};
    case Known::Radar:
        return minutes{90};
    case Known::RouteViews:
        return hours{3};
    case Known::Globalping:
        return hours{13};
    }
    return hours{13};
}

// Each of probes/outside/clauses.h, so that it is translated.
constexpr const char* clausesOfOurs[] = {
    QT_TRANSLATE_NOOP("words", "did not answer within %1 s"),
    QT_TRANSLATE_NOOP("words", "its name could not be looked up"),
    QT_TRANSLATE_NOOP("words", "could not be connected to"),
    QT_TRANSLATE_NOOP("words", "its certificate does not hold"),
    QT_TRANSLATE_NOOP("words", "the connection broke"),
    QT_TRANSLATE_NOOP("words", "sent more than was asked for"),
    QT_TRANSLATE_NOOP("words", "could not be asked (%1)"),
    QT_TRANSLATE_NOOP("words", "answered with HTTP %1"),
    QT_TRANSLATE_NOOP("words", "its answer is not of the documented shape"),
    QT_TRANSLATE_NOOP("words", "it is under maintenance"),
    QT_TRANSLATE_NOOP("words", "it says that it failed"),
    QT_TRANSLATE_NOOP("words", "the source has nothing for that time"),
    QT_TRANSLATE_NOOP("words", "it sees only %1 of %2 networks' routes to a network that is always there"),
    QT_TRANSLATE_NOOP("words", "the source itself saw too little at that time"),
    QT_TRANSLATE_NOOP("words", "it has no route to a network that is always there"),
    QT_TRANSLATE_NOOP("words", "it wants a token, and none was given"),
    QT_TRANSLATE_NOOP("words", "a measurement that was begun could not be read: %1"),
    QT_TRANSLATE_NOOP("words", "RIS Live: %1"),
};

// A clause of ours, with another in it where it has one; nullopt: these are not our words.
std::optional<QString> ours(const QString& said) {
    for (const char* const clause : clausesOfOurs) {
        QString pattern = QRegularExpression::escape(QLatin1String(clause));
        pattern.replace(QStringLiteral("\\%1"), QStringLiteral("(.+)"));
        pattern.replace(QStringLiteral("\\%2"), QStringLiteral("(.+)"));
        const QRegularExpressionMatch match =
            QRegularExpression(QRegularExpression::anchoredPattern(pattern)).match(said);
        if (!match.hasMatch())
            continue;
        QString sentence = Tr::tr(clause);
        for (int i = match.lastCapturedIndex(); i > 0; --i)
            sentence.replace(QStringLiteral("%%1").arg(i), ours(match.captured(i)).value_or(match.captured(i)));
        return sentence;
    }
    return std::nullopt;
}

QString learnsAddress(const QString& rest) {
    return Tr::tr("It learns this computer's address, or that of your proxy, and that KPWatch asks about %1.")
        .arg(rest);
}

} // namespace

QString sourceName(const std::string& source) {
    const auto which = knownAs(source);
    if (!which)
        return cleaned(source, 40);
    switch (*which) {
    case Known::Ripe:
        return QStringLiteral("RIPE NCC RIS");
    case Known::RouteViews:
        return QStringLiteral("RouteViews");
    case Known::Globalping:
        return QStringLiteral("Globalping (jsDelivr)");
    case Known::Atlas:
        return QStringLiteral("RIPE Atlas");
    case Known::Ioda:
        return QStringLiteral("IODA, Georgia Tech");
    case Known::Radar:
        return QStringLiteral("Cloudflare Radar");
    }
    return {};
}

QString attribution(const std::string& source) {
    const auto which = knownAs(source);
    if (!which)
        return {};
    switch (*which) {
    case Known::Ripe:
        return Tr::tr("Source: RIPE NCC RIS, by RIPEstat (stat.ripe.net) and RIS Live");
    case Known::RouteViews:
        return Tr::tr("Source: RouteViews, University of Oregon (routeviews.org)");
    case Known::Globalping:
        return Tr::tr("Source: Globalping (jsDelivr), globalping.io");
    case Known::Atlas:
        return Tr::tr("Source: RIPE NCC, RIPE Atlas (atlas.ripe.net)");
    case Known::Ioda:
        return Tr::tr("Source: IODA, Internet Intelligence Lab, Georgia Tech (ioda.live). Copyright Georgia Tech "
                      "Research Corporation, all rights reserved");
    case Known::Radar:
        return Tr::tr("Source: Cloudflare Radar (radar.cloudflare.com), CC BY-NC 4.0");
    }
    return {};
}

QString attributions(const std::vector<std::string>& sources) {
    QStringList lines;
    for (const auto& [id, which] : known)
        if (std::find(sources.begin(), sources.end(), id) != sources.end())
            lines << attribution(id);
    return lines.join(QStringLiteral(" · "));
}

SourceWords sourceWords(const std::string& source) {
    const auto which = knownAs(source);
    if (!which)
        return {};
    switch (*which) {
    case Known::Ripe:
        return {Tr::tr("Who sees a route to North Korea's network."),
                learnsAddress(Tr::tr("North Korea's network")),
                {},
                Tr::tr("Changes within seconds; all routes every 10 minutes.")};
    case Known::RouteViews:
        return {Tr::tr("What other collectors see of the same routes, as a cross-check."),
                learnsAddress(Tr::tr("North Korea's network")),
                {},
                Tr::tr("Once an hour, and when much changes.")};
    case Known::Globalping:
        return {Tr::tr("Asks the same addresses from up to 12 places in the world, when somebody stops answering, and "
                       "twice a day to know who reaches them."),
                learnsAddress(Tr::tr("these sites, and when")) + QLatin1Char(' ') +
                    Tr::tr("Its measurements are public. The sites see those places, not you."),
                {},
                Tr::tr("At once, after 5 and after 15 minutes; twice a day otherwise.")};
    case Known::Atlas:
        return {Tr::tr("Public measurements by RIPE Atlas probes, by the numbers you enter."),
                learnsAddress(Tr::tr("these measurements")),
                {},
                Tr::tr("Looked at every 15 minutes.")};
    case Known::Ioda:
        return {
            Tr::tr("How many of North Korea's blocks are announced, and how many answer pings. The pings count only "
                   "once they change from what is usual."),
            learnsAddress(Tr::tr("North Korea's network")),
            Tr::tr("Its data may be shown with credit, and not passed on in bulk."),
            Tr::tr("Steps of 5 and 10 minutes, some 20 minutes late; looked at every 10 minutes.")};
    case Known::Radar:
        return {Tr::tr("Another count of the blocks that are announced."),
                learnsAddress(Tr::tr("North Korea's network")) + QLatin1Char(' ') +
                    Tr::tr("The token tells Cloudflare who you are."),
                Tr::tr("Its data are for non-commercial use (CC BY-NC 4.0). A newsroom that sells its work needs "
                       "Cloudflare's consent to publish them."),
                Tr::tr("Snapshots up to 2 hours old; looked at every 30 minutes.")};
    }
    return {};
}

std::string validityBy(const std::string& evidence) {
    const auto open = evidence.rfind('('), close = evidence.rfind(')');
    return open == std::string::npos || close == std::string::npos || close < open
               ? std::string()
               : evidence.substr(open + 1, close - open - 1);
}

std::vector<std::string> sourcesOf(const Assessment& seen) {
    std::vector<std::string> sources;
    if (!seen.routes.source.empty())
        sources.push_back(seen.routes.source);
    if (!seen.opinion.rounds.empty())
        sources.emplace_back(globalpingSource);
    if (!seen.opinion.probes.empty())
        sources.emplace_back(atlasSource);
    for (const BlockFinding& finding : seen.opinion.blocks)
        sources.push_back(finding.source.substr(0, finding.source.find('/')));
    for (const Evidence& row : seen.evidence) {
        if (row.fact == Fact::RoutesBorneOut)
            sources.push_back(row.source);
        if (row.fact == Fact::RouteValidity)
            sources.push_back(validityBy(row.source));
    }
    return sources;
}

QString sourceTrouble(const std::string& said) {
    const QString whole = cleaned(said, 120);
    return ours(whole).value_or(Tr::tr("it says “%1”").arg(whole));
}

QString sourceState(const SourceStatus& status, UtcTime now) {
    const bool waits = status.leftAloneUntil && *status.leftAloneUntil > now;
    QString state;
    if (status.troubleSince) {
        const QString why = status.trouble.empty() ? Tr::tr("no data") : sourceTrouble(status.trouble);
        state = status.lastTold ? Tr::tr("no answer since %1 KST: %2").arg(clockKst(*status.troubleSince), why)
                                : Tr::tr("no answer yet: %1").arg(why);
    } else if (status.lastTold) {
        const QString when = age(now - *status.lastTold);
        state = now - *status.lastTold > staleAfter(status.source) ? Tr::tr("stale, last answer %1").arg(when)
                                                                   : Tr::tr("last answer %1").arg(when);
    } else {
        state = status.askedLastDay > 0 ? Tr::tr("not asked again yet") : Tr::tr("not asked yet");
    }
    if (status.lastTold && !status.troubleSince && !status.trouble.empty())
        state = Tr::tr("%1; no live changes: %2").arg(state, sourceTrouble(status.trouble));
    return waits ? Tr::tr("%1; left alone until %2 KST").arg(state, clockKst(*status.leftAloneUntil)) : state;
}

QString sourceBudget(const SourceStatus& status, UtcTime now) {
    if (status.mostADay == 0)
        return {};
    QString said = Tr::tr("Asked %1 times in the last 24 hours; at most %2, so %3 are left.")
                       .arg(status.askedLastDay)
                       .arg(status.mostADay)
                       .arg(std::max(0, status.mostADay - status.askedLastDay));
    const std::vector<UtcTime> lately = status.hour ? status.hour->asked : std::vector<UtcTime>();
    const auto times =
        static_cast<int>(std::ranges::count_if(lately, [&](UtcTime at) { return now - at < std::chrono::hours(1); }));
    if (times > 0) // else all of it is left
        said += QLatin1Char(' ') + Tr::tr("In the last hour %1 times; at most %2, so %3 are left.")
                                       .arg(times)
                                       .arg(status.hour->most)
                                       .arg(std::max(0, status.hour->most - times));
    return said;
}

QString sourceLimits(int mostAnHour, int mostADay) {
    return Tr::tr("At most %1 questions an hour and %2 a day.").arg(mostAnHour).arg(mostADay);
}

QString askingElsewhere(const AskingElsewhere& asking) {
    if (!asking.asking)
        return {};
    if (asking.places > 0) {
        const QString so_far = Tr::tr("Asking other places: %1 of %2 answers").arg(asking.heard).arg(asking.places);
        return asking.round > 0 ? Tr::tr("%1 (round %2 of 3).").arg(so_far).arg(asking.round)
                                : so_far + QLatin1Char('.');
    }
    if (asking.next && asking.round == 0)
        return Tr::tr("Other places are asked at %1 KST.").arg(clockKst(*asking.next));
    if (asking.next)
        return Tr::tr("Other places are asked again at %1 KST.").arg(clockKst(*asking.next));
    if (!asking.trouble.empty())
        return Tr::tr("Other places cannot be asked now: %1.").arg(sourceTrouble(asking.trouble));
    return Tr::tr("Asking other places.");
}

QString reaching(const AskedByHand& asked) {
    const PlaceRound& round = asked.round;
    const QString who = cleaned(asked.label, 60), at = clockKst(round.at);
    if (round.voting == 0)
        return Tr::tr("None of %1 places reaches %2, and none had in the 36 h before, %3 KST")
            .arg(round.asked)
            .arg(who, at);
    if (round.silent == round.voting)
        return Tr::tr("None of %1 places reaches %2, %3 KST").arg(round.voting).arg(who, at);
    return Tr::tr("%1 of %2 places reach %3, %4 KST").arg(round.voting - round.silent).arg(round.voting).arg(who, at);
}

QString askedBesides(PlaceQuestion::Kind about) {
    return about == PlaceQuestion::Kind::Dns ? Tr::tr("a name server") : Tr::tr("an address of theirs");
}

QString agreement(const PlaceRound& round) {
    if (round.voting == 0)
        return {};
    const QString at = clockKst(round.at);
    if (round.about != PlaceQuestion::Kind::Http)
        return (round.agrees() ? Tr::tr("%1 of %2 places could not reach %3 either, %4 KST")
                               : Tr::tr("%1 of %2 other places reach %3, %4 KST"))
            .arg(round.agrees() ? round.silent : round.voting - round.silent)
            .arg(round.voting)
            .arg(askedBesides(round.about), at);
    if (round.agrees())
        return Tr::tr("%1 of %2 places agree, %3 KST").arg(round.silent).arg(round.voting).arg(at);
    return Tr::tr("%1 of %2 other places reach them, %3 KST")
        .arg(round.voting - round.silent)
        .arg(round.voting)
        .arg(at);
}

} // namespace kpwatch::words
