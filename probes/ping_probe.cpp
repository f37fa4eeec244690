// SPDX-License-Identifier: GPL-3.0-or-later
// Five echoes, for what they tell of loss and delay. Evidence only: many a network drops ICMP and carries all else.
#include "probes/net/echo_socket.h"
#include "probes/net/program.h"
#include "probes/one_check.h"
#include "probes/wire/ping_output.h"

#include <algorithm>
#include <array>
#include <poll.h>

namespace kpwatch {

namespace {

using std::chrono::milliseconds;
using std::chrono::steady_clock;

constexpr std::uint16_t echoes = 5;
constexpr milliseconds between(200); // the shortest that ping(8) lets everybody use
constexpr milliseconds lastWait(2000);
// Has the capability that ours lacks where ping_group_range is closed (Debian 12); on Debian 13 it is the other way
// round.
constexpr const char* pingProgram = "/bin/ping";

void setRoundTrips(PingDetail& detail, std::vector<Micros> round_trips) {
    if (round_trips.empty())
        return;
    std::sort(round_trips.begin(), round_trips.end());
    detail.shortest = round_trips.front();
    detail.median = round_trips[round_trips.size() / 2];
}

class Pinging {
  public:
    Pinging(EchoSocket& socket, const OneCheck& check, Observation& seen)
        : m_socket(socket), m_check(check), m_seen(seen) {}

    PingDetail ping() {
        SteadyTime until = steady_clock::now();
        for (std::uint16_t sequence = 0; sequence < echoes && goesOn(); ++sequence) {
            m_seen.failure = m_socket.send(sequence);
            if (m_seen.failure != Failure::None)
                break;
            m_sentAt.at(sequence) = steady_clock::now();
            ++m_detail.sent;
            until += between;
            listenUntil(until);
        }
        listenUntil(until + lastWait - between);
        conclude();
        return m_detail;
    }

  private:
    bool goesOn() const { return !m_check.stop.stopped() && steady_clock::now() < m_check.attempt.deadline; }
    bool allBack() const { return m_detail.received == echoes; }

    void listenUntil(SteadyTime until) {
        const SteadyTime end = std::min(until, m_check.attempt.deadline);
        const auto enough = [&] { return allBack() || (m_seen.failure != Failure::None && m_detail.sent == 0); };
        while (!enough() && waitFor(m_socket.fd(), POLLIN, end, m_check.stop) == Wait::Ready)
            for (const EchoHeard& heard : m_socket.hear())
                take(heard);
    }

    void take(const EchoHeard& heard) {
        if (heard.sequence >= m_detail.sent)
            return;
        if (heard.error) {
            m_refused = true;
            return;
        }
        auto& sent = m_sentAt.at(heard.sequence);
        if (!sent)
            return; // a second answer to the same request
        const auto now = steady_clock::now();
        if (m_roundTrips.empty())
            m_seen.phases.firstByte = m_check.since(now);
        m_roundTrips.push_back(std::chrono::duration_cast<Micros>(now - *sent));
        sent.reset();
        ++m_detail.received;
    }

    void conclude() {
        setRoundTrips(m_detail, m_roundTrips);
        if (m_detail.received > 0)
            m_seen.failure = Failure::None;
        else if (m_check.stop.stopped())
            m_seen.failure = Failure::Cancelled;
        else if (m_refused)
            m_seen.failure = Failure::Unreachable;
        else if (m_seen.failure == Failure::None)
            m_seen.failure = Failure::Timeout;
    }

    EchoSocket& m_socket;
    const OneCheck& m_check;
    Observation& m_seen;
    PingDetail m_detail{"socket", 0, 0, {}, {}};
    std::array<std::optional<SteadyTime>, echoes> m_sentAt; // of those not answered yet
    std::vector<Micros> m_roundTrips;
    bool m_refused = false; // a router told us that it leads nowhere
};

PingDetail pingByProgram(const Address& address, const OneCheck& check, Observation& seen) {
    const ProgramRun run =
        runProgram(pingProgram, {"-n", "-c", std::to_string(echoes), "-i", "0.2", "-W", "2", address.text()},
                   check.attempt.deadline, check.stop);
    const PingOutput output = readPingOutput(run.output);
    const auto counted = static_cast<int>(output.roundTrips.size());
    PingDetail detail{"ping", output.sent, std::max(output.received, counted), {}, {}};
    if (check.stop.stopped()) {
        seen.failure = Failure::Cancelled;
    } else if (detail.received > 0) {
        detail.sent = std::max(detail.sent, detail.received);
        setRoundTrips(detail, output.roundTrips);
        seen.failure = Failure::None;
    } else if (output.whole || (run.started && !run.ended)) {
        detail.sent = output.whole ? output.sent : int(echoes);
        seen.failure = Failure::Timeout;
    } else { // not installed, or without its capability: there is no_new_privs in a sandbox
        detail = {"none", 0, 0, {}, {}};
        seen.failure = Failure::PermissionDenied;
    }
    return detail;
}

} // namespace

Observation pingProbe(const PingOptions& options, const OneCheck& check) {
    Observation seen;
    // That there is no way ping(8) would only tell in words.
    const auto address = addressInReach(options.host, check.attempt, seen);
    if (!address)
        return seen;
    seen.reached = Stage::Exchange;
    EchoSocket socket(*address);
    const PingDetail detail =
        socket.failure() == Failure::None ? Pinging(socket, check, seen).ping() : pingByProgram(*address, check, seen);
    if (seen.failure == Failure::None)
        seen.reached = Stage::Done;
    seen.tries = std::max(detail.sent, 1);
    seen.detail = detail;
    return seen;
}

} // namespace kpwatch
