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
    std::optional<TargetStatus> mail;     // of its mail server, where it has one of its own
    std::optional<GroupStatus> nameServers;
    int port = 0; // that its web server is asked at
    Watching watching = Watching::NotStarted;
    bool recorded = false; // something was seen before
    std::optional<UtcTime> pausedAt;
    UtcTime now;
    QString switchedOff{};                  // why it cannot be asked by the way out in force; empty if it can
    std::optional<OwnLineStatus> ownLine{}; // for the facts: that it is not us
    bool longStanding = false;              // alone, and for longer than longstanding_h
    struct Route {
        QString label; // "Routes via China"
        Verdict state = Verdict::Unknown;
        QString said; // "Partly visible"
        bool operator==(const Route&) const = default;
    };
    std::vector<Route> routes{}; // as public sources see them now; none: nobody is asked, or all is too old
};

// One layer of a site in its technical detail.
struct LayerChip {
    QString name;                 // "TCP"
    std::optional<Verdict> state; // nullopt: a dash; it does not apply, or was not reached
    QString result;               // what the latest check saw, in words
    bool operator==(const LayerChip&) const = default;
};

struct TileWords {
    Verdict icon = Verdict::NotMonitored; // our own line down is drawn as unknown here
    QString name, place;                  // "KCNA", "kcna.kp · 9 s ago"
    QString state, length;                // "Not answering", "2 h 13 min"; no length unless it is down
    QString detail;                       // "3 of last 10 checks answered"
    QString lastGood;                     // "Last answer 14:29 KST"
    QStringList lastGoodShorter;          // the same for a narrow tile
    QString changed;                      // "Last changed 13:42 KST", as the server says; empty if it does not
    QString frontPage;                    // title, cleaned; empty if none is known
    std::vector<LayerChip> layers;
    bool stale = false;       // the age deserves attention
    QString sentence() const; // "Not answering 2 h 13 min"
    QStringList told() const; // line by line all that a tile tells of its site
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
