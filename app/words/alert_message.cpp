// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/words/alert_message.h"

#include "app/words/copy.h"
#include "app/words/korean_time.h"
#include "app/words/sources.h"
#include "app/words/told_of.h"
#include "app/words/tr.h"

namespace kpwatch::words {

namespace {

// Moments as the copy has them, in the language of the window.
QString changedWhen(const Onset& onset, const TextTimes& times) {
    return copyLanguage() == CopyLanguage::Korean ? korean::whenChanged(onset, times.asOf, CopyStyle::Wire)
                                                  : changeAt(onset, times, CopyStyle::Wire);
}

QString clockHere(UtcTime time, UtcTime asOf) {
    return copyLanguage() == CopyLanguage::Korean ? korean::clockOf(time, asOf, CopyStyle::Wire)
                                                  : clockAt(time, asOf, CopyStyle::Wire);
}

QString whatHappened(const IncidentTold& told) {
    const ToldOf of = toldOf(told);
    const auto back = recoveryOf(of);
    if (told.incident.ended && back && !back->ended)
        return Tr::tr("The first of them answered again %1.").arg(changedWhen(back->first, told.asOf));
    if (told.incident.ended) // of whom the title speaks, as copy has it
        return (of.subject.size() == 1 && !of.none ? Tr::tr("It answered again %1.") : Tr::tr("All answered again %1."))
            .arg(changedWhen(back ? *back->ended : *told.incident.ended, told.asOf));
    const Onset since = incidentClause(told).since;
    const TextTimes times(told.asOf, since.after.value_or(since.by));
    const QString stopped = Tr::tr("Stopped %1.").arg(changedWhen(since, times));
    return !of.yetSilent.empty() && back && back->ended
               ? Tr::tr("%1 Back %2.", "when it stopped; when").arg(stopped, changedWhen(*back->ended, times))
               : stopped;
}

QString seenFrom(const IncidentTold& told, bool asking_elsewhere) {
    const PlaceRound* const round = told.assessment.opinion.telling();
    QString more = round != nullptr ? agreement(*round) : QString();
    if (more.isEmpty() && asking_elsewhere)
        more = Tr::tr("asking elsewhere");
    return more.isEmpty()
               ? Tr::tr("Seen from one computer.")
               : Tr::tr("%1; %2.", "from where it is seen; what more").arg(Tr::tr("Seen from one computer"), more);
}

} // namespace

AlertMessage alertMessage(const IncidentTold& told, bool own_line_works, bool asking_elsewhere) {
    QStringList more{whatHappened(told)};
    const bool cut = told.incident.cutAt && told.incident.lastSeen() <= *told.incident.cutAt;
    if (cut || toldOf(told).unseenFrom)
        more << Tr::tr("What came after was not seen.");
    else if (own_line_works)
        more << Tr::tr("Our own line works.");
    more << seenFrom(told, asking_elsewhere);
    return {copyOf(told, {.language = copyLanguage()}).alert, more.join(QLatin1Char(' '))};
}

AlertMessage ownLineMessage(UtcTime down_since, std::optional<UtcTime> back_at) {
    const QString since = clockHere(down_since, back_at.value_or(down_since));
    if (!back_at)
        return {Tr::tr("Our own line has been down since %1").arg(since),
                Tr::tr("Nothing can be said about the sites meanwhile.")};
    return {Tr::tr("Our own line has worked again since %1").arg(clockHere(*back_at, *back_at)),
            Tr::tr("It was down since %1; that time is shown as a gap.").arg(since)};
}

QString takenBack(const QString& sentence) { return Tr::tr("Taken back as a false alarm: %1").arg(sentence); }

} // namespace kpwatch::words
