// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/live/span_words.h"

#include "app/story/presence.h"
#include "app/words/tr.h"
#include "app/words/words.h"

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

QString spanReason(const Span& span) {
    if (span.note.empty())
        return words::reason(span.reason);
    if (span.note == skippedByClock)
        return Tr::tr("no time went by: the clock of this computer was set ahead");
    const QString note = words::cleaned(span.note);
    if (QString said = failureWords(note); !said.isEmpty())
        return said;
    bool number = false;
    const int status = note.toInt(&number);
    return number ? Tr::tr("the server answered %1").arg(status) : note;
}

} // namespace kpwatch
