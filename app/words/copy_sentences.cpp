// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/words/copy_sentences.h"

#include <algorithm>
#include <iterator>

namespace kpwatch::words {

QString sentences(QStringList each) {
    each.removeAll(QString());
    return each.join(QLatin1Char(' '));
}

QString ending(const EndingWords& words, const IncidentTold& told, CopyStyle style) {
    const ToldOf of = toldOf(told);
    const auto its = of.unseenFrom         ? words.outOfSight
                     : of.now              ? words.returned
                     : told.incident.cutAt ? words.cut
                                           : words.recovered;
    return its(told, of, style);
}

AnsweredAgain answeredAgain(const IncidentTold& told, const ToldOf& of) {
    const auto pages = std::ranges::count_if(of.subject, [&](const Member* member) {
        return std::ranges::count(told.assessment.errorPageAfter, member->target) > 0;
    });
    const auto recovery = recoveryOf(of);
    return {recovery ? *recovery : Recovery{.ended = *told.incident.ended, .first = *told.incident.ended},
            of.subject.size() == 1 && !of.none, pages};
}

CutShort cutShort(const ToldOf& of) {
    CutShort cut{{}, lastBack(of), std::ranges::count_if(of.members, hasAnsweredAgain) == 1};
    std::ranges::remove_copy_if(of.members, std::back_inserter(cut.silent), hasAnsweredAgain);
    return cut;
}

LengthsTold lengthsTold(const IncidentTold& told) {
    const Incident& incident = told.incident;
    const ToldOf of = toldOf(told);
    const bool fromFirst = incidentClause(told).since == incident.began;
    LengthsTold lengths{LengthsTold::Of::Whole, incident.lengths.untilSteady, incident.lengths.steady, {}};
    const InAll inAll = inAllOf(incident);
    lengths.noneInAll = inAll.noneAnswered;
    if (!of.siteLeftOut && !(of.now && of.none) && of.who.sitesWatched > 1)
        lengths.none = incident.lengths.noneAnswered;
    if (of.unseenFrom || incident.cutAt || !of.yetSilent.empty()) {
        lengths.of = isOfOne(told, of) ? LengthsTold::Of::OneSeenSilent
                     : fromFirst       ? LengthsTold::Of::SeenSilent
                                       : LengthsTold::Of::SeenSilentFromFirst;
        lengths.length = incident.lengths.atLeastOne;
        lengths.roundedBy = incident.lengths.one;
        lengths.inAll = inAll.atLeastOne;
        return lengths;
    }
    if (of.now)
        lengths.of = fromFirst ? LengthsTold::Of::SoFar : LengthsTold::Of::SoFarFromFirst;
    const bool ofOne = isOfOne(told, of);
    if (ofOne ? incident.lengths.atLeastOne != incident.lengths.untilSteady
              : inAll.atLeastOne && lengths.none != incident.lengths.atLeastOne) {
        lengths.own = incident.lengths.atLeastOne;
        lengths.ofOwn = ofOne ? LengthsTold::Of::OneSeenSilent : LengthsTold::Of::SeenSilent;
        lengths.ownInAll = inAll.atLeastOne;
        lengths.partUnseen =
            ofOne && std::ranges::any_of(incident.members, [](const Member& member) {
                return std::ranges::any_of(member.downTimes, [](const DownTime& time) { return time.seen.size() > 1; });
            });
    }
    return lengths;
}

} // namespace kpwatch::words
