// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/words/while_away.h"

#include "app/words/sources.h"
#include "app/words/tr.h"
#include "app/words/words.h"

namespace kpwatch::words {

namespace {

using namespace std::chrono_literals;

constexpr auto passing = 10min; // what lasts no longer, on the way to gone or back, is a part of that
constexpr int mostTurns = 6;

enum class Seen { Visible, Partly, Gone, NoData };

Seen seenIn(const Span& span) {
    switch (span.verdict) {
    case Verdict::Up:
        return Seen::Visible;
    case Verdict::Degraded:
    case Verdict::ErrorPage:
        return Seen::Partly;
    case Verdict::Down:
        return Seen::Gone;
    case Verdict::Unknown:
    case Verdict::BlockedHere:
    case Verdict::OwnConnectionDown:
    case Verdict::NotMonitored:
        return Seen::NoData;
    }
    return Seen::NoData;
}

struct Stretch {
    Seen seen;
    TimeRange range;
};

std::vector<Stretch> stretchesOf(const std::vector<Span>& spans) {
    std::vector<Stretch> stretches;
    for (std::size_t i = 0; i < spans.size(); ++i) {
        const Seen seen = seenIn(spans[i]);
        const bool between = i > 0 && i + 1 < spans.size() && seenIn(spans[i + 1]) != seenIn(spans[i - 1]);
        if (seen == Seen::Partly && between && spans[i].range.length() <= passing)
            continue; // withdrawn by one network after another, or announced again
        if (!stretches.empty() && stretches.back().seen == seen)
            stretches.back().range.end = spans[i].range.end;
        else
            stretches.push_back({seen, spans[i].range});
    }
    return stretches;
}

QString throughout(Seen seen) {
    switch (seen) {
    case Seen::Visible:
        return Tr::tr("visible throughout");
    case Seen::Partly:
        return Tr::tr("visible in part throughout");
    case Seen::Gone:
        return Tr::tr("gone throughout");
    case Seen::NoData:
        return Tr::tr("no data");
    }
    return {};
}

QString turnTo(const Stretch& stretch, bool again) {
    const QString at = clockKst(stretch.range.begin);
    switch (stretch.seen) {
    case Seen::Visible:
        return again ? Tr::tr("visible again by %1").arg(at) : Tr::tr("visible from %1").arg(at);
    case Seen::Partly:
        return Tr::tr("visible in part from %1").arg(at);
    case Seen::Gone:
        return Tr::tr("gone by %1").arg(at);
    case Seen::NoData:
        return Tr::tr("no data from %1").arg(at);
    }
    return {};
}

QString courseOf(const std::vector<Span>& spans) {
    const std::vector<Stretch> stretches = stretchesOf(spans);
    if (stretches.empty())
        return Tr::tr("no data");
    const Stretch& first = stretches.front();
    if (stretches.size() == 1)
        return throughout(first.seen);
    QStringList turns;
    if (first.seen == Seen::Visible)
        turns << Tr::tr("visible until %1").arg(clockKst(first.range.end));
    else if (first.seen != Seen::NoData)
        turns << turnTo(first, false);
    for (std::size_t i = 1; i < stretches.size(); ++i) {
        if (turns.size() == mostTurns) {
            turns << Tr::tr("and more");
            break;
        }
        turns << turnTo(stretches[i], first.seen != Seen::NoData || i > 1);
    }
    return turns.join(Tr::tr(", "));
}

QString nameOf(Side side) {
    switch (side) {
    case Side::China:
        return Tr::tr("Routes via China");
    case Side::Russia:
        return Tr::tr("Routes via Russia");
    case Side::Other:
        return Tr::tr("Routes another way");
    }
    return {};
}

struct RangeWords {
    QString from, to, zone;
};
RangeWords rangeWords(TimeRange range) {
    const auto at = [in_a_day = range.length() < 24h](UtcTime time) {
        return in_a_day ? clockKst(time) : dayKst(time) + u' ' + clockKst(time);
    };
    return {at(range.begin), at(range.end), zoneName(range.begin)};
}

} // namespace

QString whileAwayTitle(const WhileAway& away) {
    const RangeWords gap = rangeWords(away.gap);
    return Tr::tr("While not watching (%1–%2 %3)").arg(gap.from, gap.to, gap.zone);
}

QString whileAwayUtc(const WhileAway& away) {
    return Tr::tr("%1–%2 UTC").arg(clockUtc(away.gap.begin), clockUtc(away.gap.end));
}

QStringList whileAwayLines(const WhileAway& away) {
    QStringList lines;
    for (const RouteLane& side : away.sides)
        lines << Tr::tr("%1: %2").arg(nameOf(side.side), courseOf(side.spans));
    if (away.covered && !lines.isEmpty()) {
        const RangeWords covered = rangeWords(*away.covered);
        lines << Tr::tr("This covers %1–%2 %3; the minutes after that were too recent to be asked about.")
                     .arg(covered.from, covered.to, covered.zone);
    }
    if (lines.isEmpty())
        lines << (away.said.empty()
                      ? Tr::tr("Public routing data have nothing of that time.")
                      : Tr::tr("Public routing data have nothing of that time (%1).").arg(sourceTrouble(away.said)));
    return lines;
}

} // namespace kpwatch::words
