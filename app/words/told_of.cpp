// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/words/told_of.h"

#include <algorithm>

namespace kpwatch::words {

namespace {

enum class SiteNow { Silent, Back, Unknown }; // unknown: our line changed, and it was not seen since

// A site of which one page has come back answers again.
SiteNow siteNow(const IncidentTold& told, const std::string& site) {
    SiteNow now = SiteNow::Unknown;
    for (const Member& member : told.incident.members) {
        const Target* const target = told.watchlist.find(member.target);
        if (target == nullptr || target->layer != Layer::Http || target->site != site)
            continue;
        if (member.ended())
            return SiteNow::Back;
        if (!member.over())
            now = SiteNow::Silent;
    }
    return now;
}

ToldOf ofWhole(const IncidentTold& told) {
    ToldOf of;
    of.who = told.assessment.touched;
    for (const Member& member : told.incident.members)
        of.members.push_back(&member);
    of.none = told.incident.lengths.noneAnswered.has_value();
    return of;
}

ToldOf ofSilentOnes(const IncidentTold& told) {
    const Touched& touched = told.assessment.touched;
    ToldOf of;
    of.who.sitesWatched = touched.sitesWatched;
    of.who.nameServersWatched = touched.nameServersWatched;
    for (const std::string& site : touched.sites)
        switch (siteNow(told, site)) {
        case SiteNow::Silent:
            of.who.sites.push_back(site);
            break;
        case SiteNow::Back:
            of.sitesBack << QString::fromStdString(site);
            break;
        case SiteNow::Unknown:
            break;
        }
    for (const Member& member : told.incident.members) {
        if (member.over())
            continue;
        of.members.push_back(&member);
        const Target* const target = told.watchlist.find(member.target);
        of.who.nameServers += target != nullptr && target->layer == Layer::Dns ? 1 : 0;
        if (std::find(touched.others.begin(), touched.others.end(), member.target) != touched.others.end())
            of.who.others.push_back(member.target);
    }
    of.none = told.incident.noneAtLast;
    return of;
}

} // namespace

ToldOf toldOf(const IncidentTold& told) {
    const bool over = told.incident.over();
    ToldOf of = over ? ofWhole(told) : ofSilentOnes(told);
    of.none = of.none && !of.who.sites.empty() && of.who.sitesWatched > 1;
    const UtcTime seen = told.incident.seenUntil(told.asOf);
    of.now = !over && seen >= told.asOf;
    if (!over && !of.now)
        of.unseenFrom = seen;
    return of;
}

} // namespace kpwatch::words
