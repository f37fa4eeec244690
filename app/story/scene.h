// SPDX-License-Identifier: GPL-3.0-or-later
// An incident among those who were watched meanwhile: who stopped (DN), who had ever answered here (T), who went on
// answering. Worked out once for pattern, scope and evidence. Included by story/*.cpp only. Pure; any thread.
#pragma once

#include "app/story/assessment.h"
#include "app/story/failure_order.h"

namespace kpwatch {

struct Scene {
    Scene(const Incident& its_incident, const Case& its_case);

    const Incident& incident;
    const Case& given;
    std::vector<const Target*> down;      // DN
    std::vector<const Target*> watched;   // T: answered in the 7 days before, in this epoch; not those long down before
    std::vector<const Target*> answering; // of T, not in DN, who answered while the others were down
    std::vector<const Target*> silentBefore; // ever answered here, but already down when it began
    std::vector<Ranged> onsets;              // of DN, in the order of members
    double coverage = 0;
    bool startUnseen = false;
    std::chrono::milliseconds lineTrouble{0}; // our own line down or unwatched around the start

    bool isDown(const Target& target) const;
    bool
    wasBlocked(const Target& target) const; // on this network, at some time of the 7 days before or of the incident
    std::string addressOf(const Target& target) const; // its host's name if nothing better is known
    TimeRange start() const;                           // around which coverage is counted
    bool inTwoLayers(const std::vector<const Target*>& targets) const;
    bool isUnasked(const Target& target) const; // asked too seldom to say anything since the first failure
    bool anybodyAnswered(UtcTime from) const;   // of T, from then on until the incident's end
    int cycles() const; // down and up again of at least half of T, within the 6 h that hold most

  private:
    const std::vector<Span>& lane(TargetId id) const;
    bool answersWithin(TargetId id, TimeRange range) const;
    bool answeredBefore(const Target& target) const;
    bool wasDownBefore(const Target& target) const;
    UtcTime mostBack() const;
    bool wentOnAnswering(const Target& target) const;
    double coverageOf(const Target& target) const;
    bool isUnseen(const Member& member, const Target& target) const;
};

} // namespace kpwatch
