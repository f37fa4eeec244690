// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/story/interception.h"

#include <algorithm>

namespace kpwatch {

namespace {

using namespace std::chrono_literals;

constexpr int cleanToEnd = 2;
constexpr auto pastKept = 2h;

// The longer ago it answered as expected, the likelier it is that the page is another one now.
constexpr auto expectationGoodFor = 24h;

bool hasPage(const Observation& row) {
    const auto* const http = std::get_if<HttpDetail>(&row.detail);
    return http != nullptr && http->status != 0;
}
bool isUnexpected(const Observation& row) { return row.failure == Failure::SuspiciousAnswer && hasPage(row); }

} // namespace

// Somebody spoke in place of a host that does not exist: a finished handshake, or any DNS message. A refusal proves
// nobody: a router of our own may send it (RFC 1122, section 3.2.2.1).
Interception::Said Interception::saidOfNobody(Transport transport, const Observation& row) {
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
Interception::Said Interception::saidOfControl(const Witness& witness, const Observation& row) {
    if (row.failure == Failure::Blocked)
        return Said::Somebody;
    if (isUnexpected(row))
        return witness.asExpected && row.startedAt - *witness.asExpected <= expectationGoodFor ? Said::Somebody
                                                                                               : Said::Nothing;
    return row.answered() ? Said::Nobody : Said::Nothing;
}

bool Interception::isWrongGuess(std::size_t control, const Observation& row) const {
    const Witness& witness = m_witnesses[control];
    return !witness.negative && isUnexpected(row) && saidOfControl(witness, row) == Said::Nothing;
}

// It answered as it should. Who answers otherwise meanwhile does not answer for everybody: that page is another one
// now.
void Interception::vouch(Witness& witness, const Observation& row) {
    if (!witness.expects || row.failure != Failure::None || !hasPage(row))
        return;
    witness.asExpected = row.startedAt;
    for (Witness& other : m_witnesses)
        if (&other != &witness && other.transport == witness.transport && other.otherwise &&
            *other.otherwise <= row.startedAt) {
            other.asExpected.reset();
            close(other, row.endedAt());
        }
}

Interception::Interception(const Watchlist& watchlist) {
    for (const Control& control : watchlist.controls) {
        const auto* const page = std::get_if<HttpOptions>(&control.target.probe);
        m_witnesses.push_back({.transport = transportOf(control.target.probe),
                               .negative = control.ring == Ring::Negative,
                               .expects = page != nullptr && page->expect});
    }
    for (StateTrack& track : m_tracks) {
        track.setFrom(UtcTime{}, {Verdict::Up, Reason::None, {}, {}, {}});
        track.settleChanges();
    }
}

std::optional<UtcTime> Interception::take(std::size_t control, const Observation& row, UtcTime no_earlier) {
    Witness& witness = m_witnesses[control];
    const Said said = witness.negative ? saidOfNobody(witness.transport, row) : saidOfControl(witness, row);
    if (said == Said::Nothing) {
        if (witness.otherwise && isUnexpected(row)) // for a day: it is their page
            close(witness, row.endedAt());
        return std::nullopt;
    }
    witness.answered = said == Said::Somebody;
    if (said == Said::Nobody) {
        vouch(witness, row);
        witness.clean = row.startedAt;
        if (witness.since && ++witness.cleanInRow >= cleanToEnd)
            close(witness, row.endedAt());
        return std::nullopt;
    }
    witness.cleanInRow = 0;
    if (witness.since)
        return std::nullopt;
    if (isUnexpected(row))
        witness.otherwise = row.startedAt;
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
    witness.otherwise.reset();
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

std::optional<UtcTime> Interception::since(Transport transport) const {
    std::optional<UtcTime> earliest;
    for (const Witness& each : m_witnesses)
        if (each.transport == transport && each.since)
            earliest = std::min(earliest.value_or(*each.since), *each.since);
    return earliest;
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
