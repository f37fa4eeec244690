// SPDX-License-Identifier: GPL-3.0-or-later
// What stopped answering first, or came back first: a rung each with a tinted band where it may have happened and a
// numbered disc; what cannot be put in order shares its number. Any thread that may paint.
#pragma once

#include "app/story/incident.h"
#include "ui/theme.h"

#include <QPainter>
#include <QRectF>
#include <QString>

#include <optional>
#include <string>
#include <vector>

namespace kpwatch {

enum class LadderKind { Failure, Recovery };

struct Rung {
    QString label;
    Onset range;          // of the first onset, or the last end
    int rank = 0;         // 0: asked too seldom to be put in order
    std::string target{}; // slug
    QString shortLabel{};
    std::optional<UtcTime> until{};      // how long it was seen to be so from `range` on; empty: over all that is shown
    std::optional<TimeRange> answered{}; // of a failure: from its end to the next one
    std::optional<Onset> silentFrom{};   // of a recovery: when the silence that it ended began; else empty
    bool operator==(const Rung&) const = default;
};

struct Ladder {
    LadderKind kind = LadderKind::Failure;
    std::vector<Rung> rungs; // in order of rank, then of time
    TimeRange shown;         // a little more than all the bands
    bool firstAlone = false; // the first of them was surely before every other
};

// Of a recovery: those that have come back.
Ladder ladderOf(const Incident& incident, const Watchlist& watchlist, LadderKind kind);

// "+35 s", between the clocks as they are shown, to the second; empty if it is not later.
QString laterBy(UtcTime first, UtcTime by);

qreal ladderHeight(const Ladder& ladder); // with its axis
void paintLadder(QPainter& painter, const QRectF& rect, const Ladder& ladder, const Theme& theme);

// The same in words, for who cannot see it: "1: KCNA, 11:28:06 to 11:36:16 Korea time. …"
QString ladderInWords(const Ladder& ladder);

} // namespace kpwatch
