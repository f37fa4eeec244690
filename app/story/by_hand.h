// SPDX-License-Identifier: GPL-3.0-or-later
// What a person said, applied to the incidents as the rules have them. The record itself stays as it is: down times are
// told in another story, or left out of one. Pure; any thread.
//
// What cannot be done any more (its incident is gone since the record was judged anew, nobody would be left in the
// story, our own line changed between two incidents) has no effect, and stands in no incident's byHand.
#pragma once

#include "app/story/grouping.h"

namespace kpwatch {

// Bounds, order and lengths are to be worked out again afterwards.
void applyByHand(std::vector<Incident>& incidents, const Record& record, const std::vector<UtcTime>& epoch_changes);

struct SaidOfIt {
    Judgement judgement;
    bool undone = false;
    bool operator==(const SaidOfIt&) const = default;
};
// All that was ever said of one incident, what was undone and the undoing too, in that order. A merge that was said of
// the other is told as one with that.
std::vector<SaidOfIt> everSaidOf(const Incident& incident, std::span<const Judgement> said);

} // namespace kpwatch
