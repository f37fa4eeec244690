// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/story/interception.h"

#include <algorithm>

namespace kpwatch {

namespace {

using namespace std::chrono_literals;

constexpr int cleanToEnd = 2;
constexpr auto pastKept = 2h;

enum class Said { Nothing, Nobody, Somebody };

// Somebody spoke in place of a host that does not exist: a finished handshake, or any DNS message. A refusal proves
// nobody: a router of our own may send it (RFC 1122, section 3.2.2.1).
Said saidOfNobody(Transport transport, const Observation& row) {
    switch (row.failure) {
    case Failure::PermissionDenied:
    case Failure::LocalNetworkDown:
    case Failure::Cancelled:
    case Failure::Unknown:
        return Said::Nothing;
    case Failure::None:
    case Failure::NoSuchName:
    case Failure::ServerFailure:
    case Failure::CertificateInvalid:
    case Failure::ProtocolError:
    case Failure::UnexpectedAnswer:
    case Failure::SuspiciousAnswer:
    case Failure::Blocked:
        return row.reached > Stage::Resolve ? Said::Somebody : Said::Nothing;
    case Failure::Timeout:
    case Failure::Refused:
    case Failure::Reset:
    case Failure::Unreachable:
        break;
    }
    const bool handshake = transport != Transport::Udp && row.reached > Stage::Connect;
    return handshake ? Said::Somebody : Said::Nobody;
}

// Of a control that exists: somebody else answered in its place, or it answered itself.
Said saidOfControl(const Observation& row) {
    if (row.failure == Failure::SuspiciousAnswer || row.failure == Failure::Blocked)
        return Said::Somebody;
    return row.answered() ? Said::Nobody : Said::Nothing;
}

} // namespace

Interception::Interception(const Watchlist& watchlist) {
    for (const Control& control : watchlist.controls)
        m_witnesses.push_back({transportOf(control.target.probe), control.ring == Ring::Negative, {}, {}, 0, {}});
    for (StateTrack& track : m_tracks) {
        track.setFrom(UtcTime{}, {Verdict::Up, Reason::None, {}, {}, {}});
        track.settleChanges();
    }
}

std::optional<UtcTime> Interception::take(std::size_t control, const Observation& row, UtcTime no_earlier) {
    Witness& witness = m_witnesses[control];
    const Said said = witness.negative ? saidOfNobody(witness.transport, row) : saidOfControl(row);
    if (said == Said::Nothing)
        return std::nullopt;
    witness.answered = said == Said::Somebody;
    if (said == Said::Nobody) {
        witness.clean = row.startedAt;
        if (witness.since && ++witness.cleanInRow >= cleanToEnd)
            close(witness, row.endedAt());
        return std::nullopt;
    }
    witness.cleanInRow = 0;
    if (witness.since)
        return std::nullopt;
    witness.since = std::min(row.startedAt, std::max(no_earlier, witness.clean.value_or(no_earlier)));
    StateTrack& its_track = track(witness.transport);
    if (its_track.current().verdict == Verdict::Up || *witness.since < its_track.currentSince())
        its_track.setFrom(*witness.since, {Verdict::Unknown, Reason::Intercepted, {}, {}, {}});
    return witness.since;
}

void Interception::close(Witness& witness, UtcTime at) {
    auto& past = m_past[static_cast<std::size_t>(witness.transport)];
    past.push_back({*witness.since, at});
    while (past.front().end < at - pastKept)
        past.pop_front();
    witness.since.reset();
    witness.cleanInRow = 0;
    if (!knownNow(witness.transport))
        track(witness.transport).setFrom(at, {Verdict::Up, Reason::None, {}, {}, {}});
}

// Who answered for everybody is believed to go on until two readings tell otherwise: an epoch may begin just because
// they do.
void Interception::newEpoch() {
    for (Witness& witness : m_witnesses) {
        witness.clean.reset();
        witness.cleanInRow = 0;
    }
}

bool Interception::knownNow(Transport transport) const {
    return std::any_of(m_witnesses.begin(), m_witnesses.end(),
                       [transport](const Witness& each) { return each.transport == transport && each.since; });
}

bool Interception::known(Transport transport, TimeRange range) const {
    const auto& past = m_past[static_cast<std::size_t>(transport)];
    return std::any_of(m_witnesses.begin(), m_witnesses.end(),
                       [&](const Witness& each) {
                           return each.transport == transport && each.since && range.end > *each.since;
                       }) ||
           std::any_of(past.begin(), past.end(), [&](const TimeRange& intercepted) {
               return range.end > intercepted.begin && range.begin < intercepted.end;
           });
}

bool Interception::changed() const {
    return std::any_of(m_tracks.begin(), m_tracks.end(),
                       [](const StateTrack& track) { return track.changedFrom().has_value(); });
}

std::vector<StateTrack*> Interception::tracks() {
    std::vector<StateTrack*> all;
    for (StateTrack& track : m_tracks)
        all.push_back(&track);
    return all;
}

std::vector<RingStatus> Interception::status() const {
    std::vector<RingStatus> told;
    for (const Witness& witness : m_witnesses) {
        if (!witness.negative)
            continue;
        auto status = std::find_if(told.begin(), told.end(),
                                   [&](const RingStatus& each) { return each.transport == witness.transport; });
        if (status == told.end())
            status = told.insert(told.end(), {Ring::Negative, witness.transport, 0, 0, 0, false, {}});
        ++status->configured;
        status->qualified += witness.answered ? 1 : 0;
        status->answering += witness.answered.value_or(false) ? 1 : 0;
        if (witness.since) {
            status->silent = true;
            status->since = std::min(status->since.value_or(*witness.since), *witness.since);
        }
    }
    return told;
}

} // namespace kpwatch
