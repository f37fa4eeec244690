// SPDX-License-Identifier: GPL-3.0-or-later
// What has changed is handed on, laid over by what hides it; and what cannot be rewritten any more is let go.
#include "app/story/judge_state.h"

#include <algorithm>

namespace kpwatch {

// Mail goes over TCP too: who answers at every port does so at that of mail.
Veils Judge::State::veilsOf(const Watched& target) const {
    Veils veils{&rings.ownLine().track(), &interception.track(target.transport)};
    if (target.transport == Transport::Mail)
        veils.push_back(&interception.track(Transport::Tcp));
    return veils;
}

std::vector<SpanChange> Judge::State::changes() {
    std::vector<SpanChange> changed;
    const auto first = presence.firstRowAt();
    if (!first)
        return changed;
    const auto hand_on = [&](TargetId id, const Veils& veils, StateTrack& own) {
        UtcTime latest = std::max(presence.track().currentSince(), own.currentSince());
        std::vector<const StateTrack*> others = veils;
        others.push_back(&presence.track());
        for (const StateTrack* const other : others) {
            if (other->changedFrom())
                own.markChanged(*other->changedFrom());
            latest = std::max(latest, other->currentSince());
        }
        if (!own.changedFrom())
            return;
        const UtcTime from = std::max({*own.changedFrom(), *first, settled});
        if (from >= clock) // nothing to be seen of it yet
            return;
        changed.push_back({id, from, laidOver(presence.track(), veils, own, {from, clock})});
        if (*own.changedFrom() < from) // of what is not told anew
            changed.back().ended = own.endedBefore(from);
        own.settleChanges();
        if (latest >= clock) // begins where this range ends
            own.markChanged(clock);
    };
    const bool veiled_otherwise =
        presence.track().changedFrom() || rings.ownLine().track().changedFrom() || interception.changed();
    for (Watched& target : watched)
        if (veiled_otherwise || target.course.track().changedFrom())
            hand_on(target.target.id, veilsOf(target), target.course.track());
    hand_on(ownLineId, {&rings.ownLine().track(), &rings.way()}, rings.ownLine().track());
    presence.track().settleChanges();
    rings.way().settleChanges();
    for (StateTrack* const track : interception.tracks())
        track->settleChanges();
    forget();
    return changed;
}

// Keeps what may yet be rewritten or handed on again.
void Judge::State::forget() {
    UtcTime back = std::min(clock - tailKept, rings.rewritesBackTo(clock));
    const UtcTime recent = back;
    for (Watched& target : watched) {
        StateTrack& track = target.course.track();
        UtcTime own = std::min(recent, target.course.rewritesBackTo());
        if (track.changedFrom())
            own = std::min(own, *track.changedFrom());
        track.forgetBefore(own);
        back = std::min(back, own);
    }
    if (!kept.empty())
        back = std::min(back, kept.front().rewritesBackTo);
    rings.ownLine().track().forgetBefore(back);
    rings.way().forgetBefore(back);
    for (StateTrack* const track : interception.tracks())
        track->forgetBefore(back);
    presence.track().forgetBefore(back);
}

} // namespace kpwatch
