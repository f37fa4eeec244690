// SPDX-License-Identifier: GPL-3.0-or-later
// What a headline counts, and the counts in words: the sites of one moment sorted by what is said of them. Private to
// headline.cpp; any thread.
#pragma once

#include "app/story/timeline.h"

#include <QString>
#include <QStringList>

namespace kpwatch::words {

// The sites of one headline, or the addresses where no site is watched, sorted into what the sentence counts.
struct Counted {
    bool addresses = false;
    std::vector<const SiteStatus*> down, pending, blocked, error, degraded, behindProxy, unknown, unwatched, up;
    std::vector<const SiteStatus*> firstAsked; // not checked yet, and never known
    const SiteStatus* longStanding = nullptr;
    std::vector<const SiteStatus*> neverAnswered; // left out, unless no other is left
    bool elsewhere = false;                       // some of those have answered on another network
    int total = 0;

    std::vector<const SiteStatus*>& listOf(const SiteStatus& site) {
        switch (site.state) {
        case Verdict::Down:
            return down;
        case Verdict::BlockedHere:
            return blocked;
        case Verdict::ErrorPage:
            return error;
        case Verdict::Degraded:
            return degraded;
        case Verdict::Up:
            return up;
        case Verdict::NotMonitored:
            return unwatched;
        case Verdict::Unknown:
            return site.reason == Reason::ThroughProxy ? behindProxy : unknown;
        case Verdict::OwnConnectionDown:
            return unknown;
        }
        return unknown;
    }
};

bool watched(const SiteStatus& site);
// Of the addresses only the states are known here, so they stay without names.
std::vector<SiteStatus> addressesOf(const LiveStatus& live);
Counted counted(const std::vector<SiteStatus>& said, const LiveStatus& live, const Settings& settings);
inline int sizeOf(const std::vector<const SiteStatus*>& sites) { return static_cast<int>(sites.size()); }

// Whole sentences, without the full stop: "None of the four sites answers", "Three of four sites", "All four sites
// answer"; of those that have answered on this network where others have on another only.
QString noneAnswers(const Counted& sites);
QString someOf(int some, const Counted& sites);
QString allAnswer(const Counted& sites);
QString notReachable(const Counted& sites); // through the proxy
// The one reason why nothing can be said of any of them; none if they differ.
Reason sharedReason(const std::vector<const SiteStatus*>& sites);

// Clauses: "one shows an error page", "for two we can't tell".
QString answeringOnes(int count);
QString errorPages(int count);
QString slowOnes(int count);
QString allErrorPages(int count); // where it is true of every site
QString allSlow(int count);
QString pendingOnes(int count);
QString firstOnes(int count);
QString blockedOnes(int count);
QString unknownOnes(int count);
QString unreachableOnes(int count);
QString unwatchedOnes(int count);

// A count of sites is true since the last of them joined it.
std::optional<UtcTime> trueSince(const std::vector<const SiteStatus*>& sites);
QString labels(const std::vector<const SiteStatus*>& sites);

} // namespace kpwatch::words
