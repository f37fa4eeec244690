// SPDX-License-Identifier: GPL-3.0-or-later
// What a site's tile and the pane beside the timeline say, as words: put together from values here, painted elsewhere.
// Pure; any thread.
#pragma once

#include "app/watch/monitor.h"
#include "app/words/words.h"

namespace kpwatch {

struct SiteFacts {
    Site site;
    SiteStatus status;
    std::optional<TargetStatus> http;     // of its HTTP target, or of the one target that is shown
    std::optional<Observation> frontPage; // latest answered check of it
    Watching watching = Watching::NotStarted;
    std::optional<UtcTime> pausedAt;
    UtcTime now;
    QString switchedOff{}; // why it cannot be asked by the way out in force; empty if it can
};

struct TileWords {
    Verdict icon = Verdict::NotMonitored; // our own line down is drawn as unknown here
    QString name, place;                  // "KCNA", "kcna.kp · 9 s ago"
    QString state, length;                // "Not answering", "2 h 13 min"; no length unless it is down
    QString detail;                       // "3 of last 10 checks answered"
    QString lastGood;                     // "Last answer 14:29 KST"
    QString frontPage;                    // title, cleaned; empty if none is known
    bool stale = false;                   // the age deserves attention
    QString sentence() const;             // "Not answering 2 h 13 min"
    QString accessibleName() const;
    QString accessibleDescription() const;
    bool operator==(const TileWords&) const = default;
};
TileWords tileWords(const SiteFacts& facts);

// When the server says its front page last changed (Last-Modified, RFC 9110 §8.8.2); nullopt if it does not say.
std::optional<UtcTime> frontPageChanged(const Observation& answer);
QString frontPageTitle(const Observation& answer);

struct FactRow {
    QString name, value, beneath; // beneath: UTC or a qualifier, may be empty
};
std::vector<FactRow> factRows(const SiteFacts& facts);

} // namespace kpwatch
