// SPDX-License-Identifier: GPL-3.0-or-later
// What the panel of one target says, as words: put together from values here, laid out in target_panel. Pure; any
// thread.
#pragma once

#include "app/history/archive.h"
#include "app/watch/monitor.h"
#include "app/way_out.h"
#include "ui/live/tile_words.h"

namespace kpwatch {

struct TargetFacts {
    Target target;
    std::optional<TargetStatus> status; // none until it is known
    OwnLineStatus ownLine;
    std::optional<TargetAnswer> answer; // none until the history has answered
    Settings settings;
    UtcTime now;
    std::optional<UtcTime> addressesGivenAt{}; // when the name servers last gave what the address book has
    std::optional<NameSaid> ourResolver{};     // what it says of the name
    std::optional<WayOut> way{};               // by which it is asked; none before the start
    bool viewer = false;                       // another program watches: the status is what its record says
};

struct TargetSection {
    QString heading; // in capitals
    std::vector<FactRow> rows;
    QString otherwise; // said where there is no row
};

// "Web page http://www.kcna.kp/", "Name server 175.45.176.15, asked for kp SOA", "Port 80 at 175.45.178.161", "Mail
// ..."
QString askedWhat(const Target& target);
QString kindWord(const Target& target); // "Web page", "Name server", "Port 80", "Mail", "Ping", "Trace"

// The state, since when and why, in one line: "Not answering since Thu 12 Mar, 14:31 KST".
QString targetSentence(const TargetFacts& facts);

// When, with what result; then the rest of it: address, what the answer said.
TargetSection resultSection(const TargetFacts& facts);
TargetSection latestCheckSection(const TargetFacts& facts);
TargetSection judgementSection(const TargetFacts& facts);   // reason, counts, usual handshake, guarantee
TargetSection certificateSection(const TargetFacts& facts); // no rows and no sentence where nothing is encrypted
TargetSection ownLineSection(const TargetFacts& facts, const Watchlist& watchlist); // rings now, controls at the time
TargetSection failuresSection(const TargetFacts& facts);
TargetSection wayThereSection(const TargetFacts& facts); // the latest trace and ping of the same place

} // namespace kpwatch
