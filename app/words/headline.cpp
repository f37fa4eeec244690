// SPDX-License-Identifier: GPL-3.0-or-later
// The headline of words.h: worst first; a sentence's time belongs to the sentence's subject.
//
// - Our own line down, or nothing watched, comes before anything about the sites.
// - Where no site is watched, only name servers or routers, the same is said of their addresses.
// - A site that stopped answering less than announce_span_s ago is "being checked again": never called answering, not
//   yet counted as silent. So is, for its first minutes, who was known before a time without watching.
//   Who has not been checked yet and was not known either is "being checked for the first time".
// - Behind a proxy nobody is ever silent: what does not answer there is not reachable through the proxy.
// - One site alone silent for over longstanding_h leaves the sentence and stands beneath.
#include "app/words/between.h"
#include "app/words/count.h"
#include "app/words/headline_sites.h"
#include "app/words/korea_time.h"
#include "app/words/label.h"
#include "app/words/sources.h"
#include "app/words/tr.h"
#include "app/words/words.h"

#include <algorithm>
#include <array>

namespace kpwatch::words {

namespace {

QString sinceWhen(UtcTime since, UtcTime asOf) {
    const bool today = sameDay(inKorea(since), inKorea(asOf));
    const QString when = today ? Tr::tr("%1 %2").arg(clockKst(since), zoneName(since)) : stampKst(since);
    return Tr::tr("Since %1 (%2), %3").arg(when, stampUtc(since), duration(asOf - since));
}

// What the sentence did not say, as one more sentence; empty if it said all.
QString alsoSaid(const QStringList& clauses) {
    if (clauses.isEmpty())
        return {};
    const QString text = clauses.join(QStringLiteral(", "));
    return capital(text) + QLatin1Char('.');
}

struct Clauses {
    QStringList list;
    void add(int count, QString (*clause)(int)) {
        if (count > 0)
            list.append(clause(count));
    }
};

QStringList lesserClauses(const Counted& sites, Verdict subject) {
    Clauses clauses;
    if (subject != Verdict::BlockedHere)
        clauses.add(sizeOf(sites.blocked), blockedOnes);
    if (subject != Verdict::ErrorPage)
        clauses.add(sizeOf(sites.error), errorPages);
    if (subject != Verdict::Degraded)
        clauses.add(sizeOf(sites.degraded), slowOnes);
    clauses.add(sizeOf(sites.pending), pendingOnes);
    clauses.add(sizeOf(sites.firstAsked), firstOnes);
    clauses.add(sizeOf(sites.behindProxy), unreachableOnes);
    if (subject != Verdict::Unknown)
        clauses.add(sizeOf(sites.unknown), unknownOnes);
    clauses.add(sizeOf(sites.unwatched), unwatchedOnes);
    return clauses.list;
}

struct Beneath { // the pieces of the second line
    QStringList sentences;
    void add(const QString& sentence) {
        if (!sentence.isEmpty())
            sentences.append(sentence);
    }
    QString text() const { return sentences.join(QLatin1Char(' ')); }
};

void addLongStanding(Beneath& beneath, const Counted& sites) {
    if (sites.longStanding != nullptr)
        beneath.add(Tr::tr("%1: not answering since %2 (long-standing).")
                        .arg(label(sites.longStanding->label, 60), dayKst(*sites.longStanding->since)));
}

void addNeverAnswered(Beneath& beneath, const Counted& sites) {
    if (sites.neverAnswered.empty())
        return;
    beneath.add((sites.elsewhere ? Tr::tr("%1: no answer on this network.") : Tr::tr("%1: never answered us."))
                    .arg(labels(sites.neverAnswered)));
}

Headline aboutUs(Verdict icon, const QString& sentence, std::optional<UtcTime> since, UtcTime asOf,
                 const QString& then) {
    Beneath beneath;
    if (since)
        beneath.add(sinceWhen(*since, asOf) + QLatin1Char('.'));
    beneath.add(then);
    return {sentence, beneath.text(), icon};
}

// Nothing is watched at all: why, and since when.
Headline notWatching(const LiveStatus& live) {
    const auto began = std::ranges::find_if(live.targets, [](const TargetStatus& target) {
        return target.reason != Reason::NotStarted || target.lastCheck.has_value();
    });
    if (began == live.targets.end())
        return {Tr::tr("Ready to watch"), Tr::tr("Nothing has been sent yet."), Verdict::NotMonitored};
    const QString why = reason(began->reason);
    const QString sentence = why.isEmpty() || began->reason == Reason::NotStarted ? Tr::tr("Not watching")
                                                                                  : Tr::tr("Not watching: %1").arg(why);
    return aboutUs(Verdict::NotMonitored, sentence, began->since, live.asOf,
                   Tr::tr("What happens meanwhile is not recorded."));
}

QString noTelling(const Counted& sites) {
    if (QString said = between(sharedReason(sites.unknown)).sentence; !said.isEmpty())
        return said;
    if (sites.total == 1)
        return sites.addresses ? Tr::tr("We can't tell whether the address answers")
                               : Tr::tr("We can't tell whether the site answers");
    return (sites.addresses ? Tr::tr("We can't tell whether the %1 addresses answer")
                            : Tr::tr("We can't tell whether the %1 sites answer"))
        .arg(numberWord(sites.total));
}

// No site says anything: our first checks are under way, or something stands between.
Headline cannotTell(const LiveStatus& live, const Counted& sites, const SeenFrom& from) {
    std::vector<const SiteStatus*> all = sites.unknown;
    all.insert(all.end(), sites.firstAsked.begin(), sites.firstAsked.end());
    const bool settling =
        !sites.firstAsked.empty() || std::ranges::none_of(live.targets, [](const TargetStatus& target) {
            return target.lastGood || target.lastKnown || target.neverAnswered;
        });
    const bool lineUnproven = live.ownLine.state == Verdict::Unknown && live.ownLine.controlsUp == 0;
    const bool justBegun = live.asOf - live.ownLine.since.value_or(live.asOf) < std::chrono::minutes{2};
    if (settling && (!lineUnproven || justBegun) && between(sharedReason(all)).sentence.isEmpty()) {
        const QString beneath = from.repairing
                                    ? Tr::tr("The earlier record is being repaired. A result takes a few minutes.")
                                : from.again ? Tr::tr("No check is recent enough yet. A result takes a few minutes.")
                                             : Tr::tr("A first result takes a few minutes.");
        return {from.repairing || from.again ? Tr::tr("Checking again") : Tr::tr("Checking for the first time"),
                beneath, Verdict::Unknown};
    }
    const auto told = std::ranges::find_if(live.targets, [](const TargetStatus& target) {
        return target.state == Verdict::Unknown && target.reason != Reason::None;
    });
    const QString why = told == live.targets.end() ? QString() : reason(told->reason);
    const QString means = between(sharedReason(all)).means;
    return aboutUs(Verdict::Unknown, noTelling(sites), trueSince(all), live.asOf,
                   !means.isEmpty() ? means
                   : why.isEmpty()  ? QString()
                                    : alsoSaid({why}));
}

struct Subject {
    Verdict icon = Verdict::Up;
    QString sentence;
    const std::vector<const SiteStatus*>* sites = nullptr;
};

Subject worst(const Counted& sites) {
    if (const int count = sizeOf(sites.down); count > 0) {
        const QString sentence = count == sites.total ? noneAnswers(sites)
                                 : count == 1         ? Tr::tr("%1 does not answer").arg(someOf(count, sites))
                                                      : Tr::tr("%1 do not answer").arg(someOf(count, sites));
        return {Verdict::Down, sentence, &sites.down};
    }
    if (const int count = sizeOf(sites.blocked); count > 0)
        return {Verdict::BlockedHere,
                Tr::tr("Blocked on this network: %1")
                    .arg(count == sites.total
                             ? Tr::tr("all %1").arg(numberWord(count))
                             : Tr::tr("%1 of %2", "counts alone").arg(numberWord(count), numberWord(sites.total))),
                &sites.blocked};
    if (const int count = sizeOf(sites.behindProxy); count > 0)
        return {Verdict::Unknown, notReachable(sites), &sites.behindProxy};
    const int speaking = sizeOf(sites.up) + sizeOf(sites.error) + sizeOf(sites.degraded);
    if (speaking == sites.total) {
        Clauses but;
        but.add(sizeOf(sites.error), sizeOf(sites.error) == sites.total ? allErrorPages : errorPages);
        but.add(sizeOf(sites.degraded), sizeOf(sites.degraded) == sites.total ? allSlow : slowOnes);
        const QString all = allAnswer(sites);
        const QString sentence =
            but.list.isEmpty() ? all : all + QStringLiteral("; ") + but.list.join(QStringLiteral(", "));
        if (!sites.error.empty())
            return {Verdict::ErrorPage, sentence, &sites.error};
        if (!sites.degraded.empty())
            return {Verdict::Degraded, sentence, &sites.degraded};
        return {Verdict::Up, sentence, &sites.up};
    }
    // Some answer, and nothing can be said of the others yet.
    const QString sentence = speaking == 1 ? Tr::tr("%1 answers").arg(someOf(speaking, sites))
                                           : Tr::tr("%1 answer").arg(someOf(speaking, sites));
    Clauses rest;
    rest.add(sizeOf(sites.pending), pendingOnes);
    rest.add(sizeOf(sites.firstAsked), firstOnes);
    rest.add(sizeOf(sites.unknown), unknownOnes);
    rest.add(sizeOf(sites.unwatched), unwatchedOnes);
    const QString whole = speaking == 0 ? rest.list.join(QStringLiteral(", "))
                                        : sentence + QStringLiteral("; ") + rest.list.join(QStringLiteral(", "));
    return {Verdict::Unknown, capital(whole), nullptr};
}

// The lesser states that the sentence itself has not named.
QStringList unsaid(const Counted& sites, const Subject& subject) {
    if (subject.icon == Verdict::Down || subject.icon == Verdict::BlockedHere)
        return lesserClauses(sites, subject.icon);
    if (subject.sites == &sites.behindProxy) {
        Clauses others;
        others.add(sizeOf(sites.up), answeringOnes);
        others.add(sizeOf(sites.error), errorPages);
        others.add(sizeOf(sites.degraded), slowOnes);
        others.add(sizeOf(sites.pending), pendingOnes);
        others.add(sizeOf(sites.firstAsked), firstOnes);
        others.add(sizeOf(sites.unknown), unknownOnes);
        others.add(sizeOf(sites.unwatched), unwatchedOnes);
        return others.list;
    }
    if (subject.icon != Verdict::Unknown)
        return {};
    Clauses clauses;
    clauses.add(sizeOf(sites.error), errorPages);
    clauses.add(sizeOf(sites.degraded), slowOnes);
    return clauses.list;
}

} // namespace

// From where it is seen, and what is said elsewhere. That it is not our line is said where somebody might think so.
static QString seenFrom(const LiveStatus& live, const SeenFrom& from, Verdict icon, const AskingElsewhere& elsewhere) {
    if (from.proxy)
        return Tr::tr("Seen through one proxy.");
    const QString seen =
        from.place.isEmpty() ? Tr::tr("Seen from one computer") : Tr::tr("Seen from one computer (%1)").arg(from.place);
    const auto beside = [&seen](const QString& more) {
        return Tr::tr("%1; %2.", "from where it is seen; what more").arg(seen, more);
    };
    const bool down = icon == Verdict::Down;
    if (down && elsewhere.latest)
        return beside(agreement(*elsewhere.latest));
    if (down && elsewhere.asking && elsewhere.trouble.empty())
        return beside(Tr::tr("asking elsewhere"));
    if (down && live.ownLine.state == Verdict::Up && live.ownLine.controlsUp > 0)
        return beside(Tr::tr("our own line works"));
    return seen + QLatin1Char('.');
}

// What is said of the sites themselves: all but our own line and our not watching.
static Headline ofThem(const LiveStatus& live, const Counted& sites, bool ofSites, const SeenFrom& from,
                       const AskingElsewhere& elsewhere) {
    if (sizeOf(sites.unknown) + sizeOf(sites.firstAsked) == sites.total)
        return cannotTell(live, sites, from);

    const Subject subject = worst(sites);
    Beneath beneath;
    const bool someOnly = subject.sites != nullptr && sizeOf(*subject.sites) < sites.total;
    if (subject.sites != nullptr) {
        const std::optional<UtcTime> since = trueSince(*subject.sites);
        const QString who = someOnly && ofSites ? labels(*subject.sites) + QStringLiteral(": ") : QString();
        if (since) {
            const QString when = sinceWhen(*since, live.asOf);
            beneath.add((!who.isEmpty() ? who + when.left(1).toLower() + when.mid(1) : when) + QLatin1Char('.'));
        }
    }
    beneath.add(alsoSaid(unsaid(sites, subject)));
    if (!between(sharedReason(sites.unknown)).sentence.isEmpty())
        beneath.add(alsoSaid({reason(sharedReason(sites.unknown))}));
    addLongStanding(beneath, sites);
    addNeverAnswered(beneath, sites);
    beneath.add(seenFrom(live, from, subject.icon, elsewhere));
    return {subject.sentence, beneath.text(), subject.icon};
}

Headline headline(const LiveStatus& live, const Settings& settings, const SeenFrom& from,
                  const AskingElsewhere& elsewhere) {
    if (live.ownLine.state == Verdict::OwnConnectionDown && live.ownLine.keptIn > 0) {
        const BetweenWords kept_in = between(Reason::OwnFirewall);
        return aboutUs(Verdict::OwnConnectionDown, kept_in.sentence, live.ownLine.since, live.asOf, kept_in.means);
    }
    if (live.ownLine.state == Verdict::OwnConnectionDown)
        return aboutUs(Verdict::OwnConnectionDown, Tr::tr("We can't tell: our own line is down"), live.ownLine.since,
                       live.asOf,
                       live.sites.empty() ? Tr::tr("The addresses are not judged meanwhile.")
                                          : Tr::tr("The sites are not judged meanwhile."));
    const bool ofSites = std::ranges::any_of(live.sites, watched);
    if (!ofSites && std::ranges::all_of(
                        live.targets, [](const TargetStatus& target) { return target.state == Verdict::NotMonitored; }))
        return notWatching(live);
    const std::vector<SiteStatus> said = ofSites ? live.sites : addressesOf(live);
    const Counted sites = counted(said, live, settings);
    const bool proxied = from.proxy || !sites.behindProxy.empty();
    Headline headline = ofThem(live, sites, ofSites, {proxied, from.place, from.repairing, from.again}, elsewhere);
    if (proxied)
        headline.sentence =
            Tr::tr("Watching through a proxy: %1").arg(headline.sentence.left(1).toLower() + headline.sentence.mid(1));
    return headline;
}

} // namespace kpwatch::words
