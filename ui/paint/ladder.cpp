// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/paint/ladder.h"

#include "app/story/hosts.h"
#include "app/words/label.h"
#include "app/words/tr.h"
#include "app/words/words.h"
#include "ui/paint/clock_rows.h"
#include "ui/paint/text_block.h"

#include <QFontMetricsF>

#include <algorithm>
#include <tuple>
#include <utility>

namespace kpwatch {

namespace {

using namespace std::chrono_literals;
using words::Tr;

constexpr int labelLength = 60;

struct Sizes { // they grow with the text
    qreal scale = textScale();
    qreal row = 30 * scale, axis = clockRowsHeight(), name = 190 * scale, disc = 20 * scale, line = 3, bar = 18 * scale;
};

Rung rungOf(const Watchlist& watchlist, TargetId id, const Onset& range, int rank) {
    Rung rung{{}, range, rank};
    if (const Target* const target = watchlist.find(id)) {
        const HostName called = hostName(*target, watchlist);
        rung.label = words::label(called.label, labelLength);
        rung.target = target->name;
        rung.shortLabel = words::label(called.shortLabel, labelLength);
    }
    return rung;
}

TimeRange around(const std::vector<Rung>& rungs) {
    if (rungs.empty())
        return {};
    UtcTime first = UtcTime::max(), last = UtcTime::min();
    for (const Rung& rung : rungs) {
        first = std::min(first, rung.range.after.value_or(rung.range.by));
        last = std::max(last, rung.range.by);
    }
    const auto margin = std::max<std::chrono::milliseconds>((last - first) / 8, 30s);
    return {first - margin, last + margin * 3}; // room for what stands beside a disc
}

// After its first silence. Where it stopped no more the end is open, and while others are silent as far as that was
// seen.
std::optional<TimeRange> answeredAfter(const Member& member, const Incident& incident) {
    const auto& times = member.downTimes;
    if (!times.front().ended)
        return std::nullopt;
    const UtcTime seen = incident.over() ? UtcTime::max() : incident.lastSeen();
    const Onset next = times.size() > 1 ? times[1].began : Onset{std::nullopt, seen};
    return TimeRange{times.front().ended->by, next.after.value_or(next.by)};
}

// From 1 without a gap, also where who had a rank of its own is no host. In order of rank.
void renumber(std::vector<Rung>& rungs) {
    int reached = 0, last = 0;
    for (Rung& rung : rungs) {
        if (rung.rank == 0)
            continue;
        reached += rung.rank != std::exchange(last, rung.rank) ? 1 : 0;
        rung.rank = reached;
    }
}

class LadderPainter {
  public:
    LadderPainter(QPainter& painter, const QRectF& rect, const Ladder& ladder, const Theme& theme)
        : m_painter(painter), m_rect(rect), m_ladder(ladder),
          m_theme(theme), m_axis{ladder.shown, rect.left() + m_sizes.name, rect.right()} {}

    void paint() {
        paintClockRows(m_painter, m_rect, m_axis, m_theme);
        qreal top = m_rect.top() + m_sizes.axis;
        for (const Rung& rung : m_ladder.rungs) {
            paintRung(rung, QRectF(m_rect.left(), top, m_rect.width(), m_sizes.row));
            top += m_sizes.row;
        }
    }

  private:
    void fill(qreal from, qreal to, qreal middle, qreal height, const QColor& colour) {
        if (from < to)
            m_painter.fillRect(QRectF(from, middle - height / 2, to - from, height), colour);
    }

    void paintRung(const Rung& rung, const QRectF& row) {
        m_painter.setFont(font(13, 500));
        m_painter.setPen(m_theme.text);
        m_painter.drawText(QRectF(row.left(), row.top(), m_sizes.name - 12, row.height()),
                           Qt::AlignLeft | Qt::AlignVCenter, elided(rung.label, font(13, 500), m_sizes.name - 12));
        const bool failure = m_ladder.kind == LadderKind::Failure;
        const qreal middle = row.center().y(), after = rung.range.after ? m_axis.xAt(*rung.range.after) : m_axis.left;
        const qreal by = m_axis.xAt(rung.range.by);
        const QColor up = m_theme.graphic(Verdict::Up), down = m_theme.graphic(Verdict::Down);
        if (failure)
            fill(m_axis.left, after, middle, m_sizes.line, up);
        else
            paintSilence(rung, after, middle);
        paintBand(after, by, middle);
        const qreal until = rung.until ? std::min(m_axis.xAt(*rung.until), m_axis.right) : m_axis.right;
        fill(by, until, middle, failure ? m_sizes.bar : m_sizes.line, failure ? down : up);
        if (rung.answered)
            fill(std::max(m_axis.xAt(rung.answered->begin), until),
                 m_axis.xAt(std::min(rung.answered->end, m_ladder.shown.end)), middle, m_sizes.line, up);
        paintDisc(rung, QPointF(by, middle));
        paintTime(rung, after, by + m_sizes.disc * 0.75, until, row);
    }

    // In which it happened.
    void paintBand(qreal after, qreal by, qreal middle) {
        const QColor down = m_theme.graphic(Verdict::Down);
        fill(after, by, middle, m_sizes.bar, m_theme.downTint);
        if (m_theme.contrast) // which has no tints
            for (const qreal side : {-1.0, 1.0})
                fill(after, by, middle + side * (m_sizes.bar - 1) / 2, 1, down);
        fill(after, after + 1, middle, m_sizes.bar, down);
    }

    // What came before a recovery: it answered until it fell silent.
    void paintSilence(const Rung& rung, qreal until, qreal middle) {
        qreal from = m_axis.left;
        if (rung.silentFrom) {
            const auto& [after, by] = *rung.silentFrom;
            const qreal last = after ? std::max(m_axis.xAt(*after), m_axis.left) : m_axis.left;
            from = std::clamp(m_axis.xAt(by), last, std::max(last, until));
            fill(m_axis.left, std::min(last, until), middle, m_sizes.line, m_theme.graphic(Verdict::Up));
            if (last < from)
                paintBand(last, from, middle);
        }
        fill(from, until, middle, m_sizes.bar, m_theme.graphic(Verdict::Down));
    }

    void paintDisc(const Rung& rung, QPointF centre) {
        m_painter.save();
        m_painter.setRenderHint(QPainter::Antialiasing);
        m_painter.setPen(QPen(m_theme.surface, 2));
        m_painter.setBrush(m_theme.text);
        m_painter.drawEllipse(centre, m_sizes.disc / 2, m_sizes.disc / 2);
        m_painter.restore();
        m_painter.setFont(font(11, 700));
        m_painter.setPen(m_theme.surface);
        m_painter.drawText(
            QRectF(centre.x() - m_sizes.disc, centre.y() - m_sizes.disc, 2 * m_sizes.disc, 2 * m_sizes.disc),
            Qt::AlignCenter, rung.rank > 0 ? QString::number(rung.rank) : QStringLiteral("–"));
    }

    // On the bar of a failure, behind it where that is too short, or before its band where there is no room.
    void paintTime(const Rung& rung, qreal after, qreal left, qreal barEnd, const QRectF& row) {
        QString text = words::clockKstSeconds(rung.range.by);
        if (const QString later = laterBy(m_ladder.rungs.front().range.by, rung.range.by); !later.isEmpty())
            text += QStringLiteral("  ") + later;
        const QFont face = font(12, 600);
        const qreal width = QFontMetricsF(face).horizontalAdvance(text) + 8;
        const bool failure = m_ladder.kind == LadderKind::Failure, onBar = failure && left + width <= barEnd;
        const qreal wanted = failure && !onBar ? std::max(left, barEnd + 4) : left;
        const qreal before = after - 4 - width, last = std::max(m_axis.left, m_axis.right - width);
        const qreal from = wanted <= last ? wanted : failure && before >= m_axis.left ? before : last;
        const QRectF place(from, row.center().y() - 8 * m_sizes.scale, width, 16 * m_sizes.scale);
        if (!onBar)
            m_painter.fillRect(place, m_theme.surface);
        m_painter.setFont(face);
        m_painter.setPen(onBar ? m_theme.onDown : m_theme.text);
        m_painter.drawText(place, Qt::AlignCenter, text);
    }

    QPainter& m_painter;
    const QRectF m_rect;
    const Ladder& m_ladder;
    const Theme& m_theme;
    const Sizes m_sizes{};
    const TimeAxis m_axis;
};

} // namespace

QString laterBy(UtcTime first, UtcTime by) {
    const auto later = std::chrono::floor<std::chrono::seconds>(by) - std::chrono::floor<std::chrono::seconds>(first);
    if (later < 1s)
        return {};
    if (later < 2min)
        return words::Tr::tr("+%1 s").arg(later / 1s);
    return QLatin1Char('+') + words::duration(std::chrono::round<std::chrono::minutes>(later));
}

Ladder ladderOf(const Incident& incident, const Watchlist& watchlist, LadderKind kind) {
    Ladder ladder;
    ladder.kind = kind;
    const std::vector<const Member*> hosts = hostsOf(incident, watchlist);
    for (const Member* const member : hosts) {
        if (kind == LadderKind::Failure) {
            ladder.rungs.push_back(rungOf(watchlist, member->target, member->began(), member->rank));
            ladder.rungs.back().until = member->downTimes.front().lastSeen();
            ladder.rungs.back().answered = answeredAfter(*member, incident);
        } else if (member->ended()) {
            ladder.rungs.push_back(rungOf(watchlist, member->target, *member->ended(), member->recoveryRank));
            ladder.rungs.back().silentFrom = member->downTimes.back().began;
        }
    }
    std::stable_sort(ladder.rungs.begin(), ladder.rungs.end(), [](const Rung& left, const Rung& right) {
        const bool ordered = left.rank > 0, other_ordered = right.rank > 0;
        return std::tuple(!ordered, left.rank, left.range.by) < std::tuple(!other_ordered, right.rank, right.range.by);
    });
    renumber(ladder.rungs);
    ladder.shown = around(ladder.rungs);
    ladder.firstAlone =
        aheadOfAll(hosts, kind == LadderKind::Failure ? incident.before : incident.recoveredBefore).has_value();
    return ladder;
}

qreal ladderHeight(const Ladder& ladder) {
    const Sizes sizes;
    return sizes.axis + sizes.row * static_cast<qreal>(ladder.rungs.size());
}

void paintLadder(QPainter& painter, const QRectF& rect, const Ladder& ladder, const Theme& theme) {
    if (!ladder.rungs.empty())
        LadderPainter(painter, rect, ladder, theme).paint();
}

QString ladderInWords(const Ladder& ladder) {
    QStringList rungs;
    for (const Rung& rung : ladder.rungs)
        rungs << words::Tr::tr("%1: %2, %3 to %4 Korea time.")
                     .arg(rung.rank > 0 ? QString::number(rung.rank) : words::Tr::tr("no order"), rung.label,
                          rung.range.after ? words::clockKstSeconds(*rung.range.after) : words::Tr::tr("not observed"),
                          words::clockKstSeconds(rung.range.by));
    return rungs.join(QLatin1Char(' '));
}

} // namespace kpwatch
