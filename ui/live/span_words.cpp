// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/live/span_words.h"

#include "app/story/presence.h"
#include "app/story/route_lane.h"
#include "app/words/down_length.h"
#include "app/words/finding.h"
#include "app/words/tr.h"
#include "app/words/words.h"

#include <QRegularExpression>

namespace kpwatch {

using words::Tr;

// Of "http connect timeout" the stage and the failure; a note of another shape says itself.
static QString failureWords(const QString& note) {
    const QStringList parts = note.split(QLatin1Char(' '));
    if (parts.size() != 3)
        return {};
    const auto stage = stageFromName(parts[1].toStdString());
    const auto failure = failureFromName(parts[2].toStdString());
    return stage && failure ? words::lastResult(*stage, *failure) : QString();
}

// Of the counts that app/story writes down in English: of a group, of routes, of what was lost or slow.
static QString countWords(const QString& note) {
    static const QRegularExpression group(QStringLiteral(R"(^(\d+) of (\d+) answer$)"));
    static const QRegularExpression routes(
        QStringLiteral(R"(^(\d+) of (\d+) networks(?:; (\d+) led to another origin)?(?:; for under 3 min)?$)"));
    static const QRegularExpression patchy(
        QStringLiteral(R"(^(?:(\d+) of (\d+) tries lost)?(?:, )?(?:median (\d+) ms, usually (\d+) ms)?$)"));
    if (const auto its = group.match(note); its.hasMatch())
        return Tr::tr("%1 of %2 answer").arg(its.captured(1), its.captured(2));
    QStringList parts;
    if (const auto its = routes.match(note); its.hasMatch()) {
        parts << Tr::tr("%1 of %2 networks").arg(its.captured(1), its.captured(2));
        if (!its.captured(3).isEmpty())
            parts << Tr::tr("%1 led to another origin").arg(its.captured(3));
        return parts.join(QStringLiteral("; "));
    }
    if (const auto slow = patchy.match(note); slow.hasMatch()) {
        if (!slow.captured(1).isEmpty())
            parts << Tr::tr("%1 of %2 tries lost").arg(slow.captured(1), slow.captured(2));
        if (!slow.captured(3).isEmpty())
            parts << Tr::tr("median %1 ms, usually %2 ms").arg(slow.captured(3), slow.captured(4));
    }
    return parts.join(QStringLiteral(", "));
}

QString spanState(LaneKind kind, const Span& span) {
    return kind == LaneKind::Routes && goneBriefly(span) ? Tr::tr("Gone briefly") : words::state(kind, span.verdict);
}

QString spanReason(const Span& span) {
    if (span.note.empty())
        return words::reason(span.reason);
    if (span.note == skippedByClock)
        return Tr::tr("no time went by: the clock of this computer was set ahead");
    if (span.note == notToldByThem)
        return Tr::tr("their program was closed or paused, or nothing of that time was handed on");
    if (span.note == recordDamaged)
        return Tr::tr("the record of this time was damaged and could not be read back");
    if (span.note == notSaved)
        return Tr::tr("what was seen at this time could not be saved, the disk refused it too long");
    const QString note = words::cleaned(span.note);
    if (QString said = failureWords(note); !said.isEmpty())
        return said;
    if (QString said = countWords(note); !said.isEmpty())
        return said;
    bool number = false;
    const int status = note.toInt(&number);
    return number ? Tr::tr("the server answered %1").arg(status) : note;
}

QString spanLength(const Lane& lane, std::size_t index, const std::vector<DownLength>& wholes) {
    const Span& span = lane.spans[index];
    if (span.verdict != Verdict::Down)
        return words::duration(span.range.length());
    const DownLength piece = downLength(lane, index);
    for (const DownLength& whole : wholes)
        if (whole.first <= index && index <= whole.last && whole.whole != piece.whole)
            return words::inAll(words::shownLength(whole), true);
    return words::shownLength(piece);
}

QString spanLength(const Lane& lane, std::size_t index) {
    const bool cut = lane.spans[index].verdict == Verdict::Down && downLength(lane, index).atLeast; // by a gap
    return spanLength(lane, index, cut ? downLengths(lane) : std::vector<DownLength>());
}

} // namespace kpwatch
