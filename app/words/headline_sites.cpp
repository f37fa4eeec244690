// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/words/headline_sites.h"

#include "app/words/count.h"
#include "app/words/label.h"
#include "app/words/tr.h"
#include "app/words/words.h"

#include <algorithm>
#include <iterator>

namespace kpwatch::words {

using std::chrono::hours;
using std::chrono::milliseconds;
using std::chrono::seconds;

bool watched(const SiteStatus& site) { return site.state != Verdict::NotMonitored; }

std::vector<SiteStatus> addressesOf(const LiveStatus& live) {
    std::vector<SiteStatus> addresses;
    for (const TargetStatus& target : live.targets)
        addresses.push_back({{},
                             {},
                             target.state,
                             target.since,
                             target.reason,
                             target.lastCheck.has_value(),
                             target.lastKnown.has_value()});
    return addresses;
}

// Nothing stands between: it has only not been checked yet.
static bool isAwaited(const SiteStatus& site) {
    return site.state == Verdict::Unknown && !site.checked &&
           (site.reason == Reason::None || site.reason == Reason::Stale || site.reason == Reason::NotAnsweredFor);
}

// Watching has just begun anew, and who was known before, or had failed, is being asked.
static bool askedAnew(const SiteStatus& site, const LiveStatus& live) {
    const bool just_stale = site.state == Verdict::Unknown && site.reason == Reason::Stale &&
                            live.asOf - site.since.value_or(live.asOf) < std::chrono::minutes{2};
    return (site.known && just_stale) || (isAwaited(site) && (site.known || site.reason == Reason::NotAnsweredFor));
}

Counted counted(const std::vector<SiteStatus>& said, const LiveStatus& live, const Settings& settings) {
    Counted result;
    result.addresses = std::ranges::none_of(live.sites, watched);
    for (const SiteStatus& site : said) {
        const milliseconds length = live.asOf - site.since.value_or(live.asOf);
        const bool announced = length >= seconds{settings.announce_span_s};
        if ((site.state == Verdict::Down && !announced) || askedAnew(site, live))
            result.pending.push_back(&site);
        else if (isAwaited(site))
            result.firstAsked.push_back(&site);
        else
            result.listOf(site).push_back(&site);
    }
    result.total = static_cast<int>(said.size());
    const auto never = [](const SiteStatus* site) { return site->reason == Reason::NeverAnswered; };
    if (!result.addresses && !std::ranges::all_of(said, [&](const SiteStatus& site) { return never(&site); })) {
        std::ranges::copy_if(result.unknown, std::back_inserter(result.neverAnswered), never);
        std::erase_if(result.unknown, never);
        result.elsewhere = !result.neverAnswered.empty() && std::ranges::any_of(live.targets, [](const auto& target) {
            return target.neverAnswered && target.lastGood;
        });
        result.total -= static_cast<int>(result.neverAnswered.size());
    }
    const bool alone = !result.addresses && result.down.size() == 1 && result.pending.empty() && result.total > 1;
    if (alone && live.asOf - *result.down.front()->since > hours{settings.longstanding_h}) {
        result.longStanding = result.down.front();
        result.down.clear();
        --result.total;
    }
    return result;
}

// Each that is counted has answered here, as far as is known.
static bool countsThisNetwork(const Counted& sites) { return sites.elsewhere && sites.unknown.empty(); }

QString noneAnswers(const Counted& sites) {
    if (countsThisNetwork(sites))
        return sites.total == 1   ? Tr::tr("The one site that has answered on this network does not answer")
               : sites.total == 2 ? Tr::tr("Neither of the two sites that have answered on this network answers")
                                  : Tr::tr("None of the %1 sites that have answered on this network answers")
                                        .arg(numberWord(sites.total));
    if (sites.total == 1)
        return sites.addresses ? Tr::tr("The one address we watch does not answer")
                               : Tr::tr("The one site we watch does not answer");
    if (sites.total == 2)
        return sites.addresses ? Tr::tr("Neither of the two addresses answers")
                               : Tr::tr("Neither of the two sites answers");
    return (sites.addresses ? Tr::tr("None of the %1 addresses answers") : Tr::tr("None of the %1 sites answers"))
        .arg(numberWord(sites.total));
}

QString someOf(int some, const Counted& sites) {
    const QString all = countsThisNetwork(sites) && sites.total > 1
                            ? Tr::tr("%1 sites that have answered on this network").arg(numberWord(sites.total))
                        : !sites.addresses ? sitesOf(sites.total)
                        : sites.total == 1 ? Tr::tr("one address")
                                           : Tr::tr("%1 addresses").arg(numberWord(sites.total));
    return Tr::tr("%1 of %2").arg(countCapital(some), all);
}

QString notReachable(const Counted& sites) {
    const int count = static_cast<int>(sites.behindProxy.size());
    if (count == sites.total && count > 2)
        return (sites.addresses ? Tr::tr("None of the %1 addresses is reachable")
                                : Tr::tr("None of the %1 sites is reachable"))
            .arg(numberWord(count));
    return (count == 1 ? Tr::tr("%1 is not reachable") : Tr::tr("%1 are not reachable")).arg(someOf(count, sites));
}

QString allAnswer(const Counted& sites) {
    if (countsThisNetwork(sites) && sites.longStanding == nullptr)
        return sites.total == 1 ? Tr::tr("The one site that has answered on this network answers")
               : sites.total == 2
                   ? Tr::tr("Both sites that have answered on this network answer")
                   : Tr::tr("All %1 sites that have answered on this network answer").arg(numberWord(sites.total));
    if (sites.total == 2 && sites.longStanding == nullptr)
        return sites.addresses ? Tr::tr("Both addresses answer") : Tr::tr("Both sites answer");
    if (sites.addresses)
        return sites.total == 1 ? Tr::tr("The one address we watch answers")
                                : Tr::tr("All %1 addresses answer").arg(numberWord(sites.total));
    if (sites.longStanding != nullptr)
        return sites.total == 1 ? Tr::tr("The other site answers")
                                : Tr::tr("The other %1 sites answer").arg(numberWord(sites.total));
    return sites.total == 1 ? Tr::tr("The one site we watch answers")
                            : Tr::tr("All %1 sites answer").arg(numberWord(sites.total));
}

QString answeringOnes(int count) {
    return count == 1 ? Tr::tr("one answers") : Tr::tr("%1 answer").arg(numberWord(count));
}
QString errorPages(int count) {
    return count == 1 ? Tr::tr("one shows an error page") : Tr::tr("%1 show an error page").arg(numberWord(count));
}
QString slowOnes(int count) {
    return count == 1 ? Tr::tr("one is slow or patchy") : Tr::tr("%1 are slow or patchy").arg(numberWord(count));
}
QString allErrorPages(int count) {
    return count == 1 ? Tr::tr("it shows an error page") : Tr::tr("all show an error page");
}
QString allSlow(int count) { return count == 1 ? Tr::tr("it is slow or patchy") : Tr::tr("all are slow or patchy"); }
QString pendingOnes(int count) {
    return count == 1 ? Tr::tr("one is being checked again")
                      : Tr::tr("%1 are being checked again").arg(numberWord(count));
}
QString firstOnes(int count) {
    return count == 1 ? Tr::tr("one is being checked for the first time")
                      : Tr::tr("%1 are being checked for the first time").arg(numberWord(count));
}
QString blockedOnes(int count) {
    return count == 1 ? Tr::tr("one is blocked on this network")
                      : Tr::tr("%1 are blocked on this network").arg(numberWord(count));
}
QString unknownOnes(int count) { return Tr::tr("for %1 we can't tell").arg(numberWord(count)); }
QString unreachableOnes(int count) {
    return count == 1 ? Tr::tr("one is not reachable through the proxy")
                      : Tr::tr("%1 are not reachable through the proxy").arg(numberWord(count));
}
QString unwatchedOnes(int count) {
    return count == 1 ? Tr::tr("one is not watched") : Tr::tr("%1 are not watched").arg(numberWord(count));
}

std::optional<UtcTime> trueSince(const std::vector<const SiteStatus*>& sites) {
    std::optional<UtcTime> latest;
    for (const SiteStatus* site : sites)
        if (site->since)
            latest = std::max(latest.value_or(*site->since), *site->since);
    return latest;
}

QString labels(const std::vector<const SiteStatus*>& sites) {
    QStringList names;
    for (const SiteStatus* site : sites)
        names.append(label(site->label, 60));
    return names.join(QStringLiteral(", "));
}

Reason sharedReason(const std::vector<const SiteStatus*>& sites) {
    const bool alike = !sites.empty() && std::ranges::all_of(sites, [&](const SiteStatus* site) {
        return site->reason == sites.front()->reason;
    });
    return alike ? sites.front()->reason : Reason::None;
}

} // namespace kpwatch::words
