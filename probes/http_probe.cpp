// SPDX-License-Identifier: GPL-3.0-or-later
// One GET of one page, asked at the addresses of its host one after another until one answers.
#include "probes/net/curl_handle.h"
#include "probes/one_check.h"

#include <algorithm>

namespace kpwatch {

namespace {

constexpr std::size_t mostDialled = 4; // whatever the address book holds
constexpr std::chrono::seconds usefulTime(3);

// When to give up the address at `position` of `count`. What is left is shared equally, but not in slices too short to
// be answered in; only a silent first address always leaves time to ask the second.
SteadyTime giveUpAt(std::size_t position, std::size_t count, SteadyTime now, SteadyTime deadline) {
    const auto left = static_cast<std::int64_t>(count - position);
    const std::int64_t fewest = std::min<std::int64_t>(left, position == 0 ? 2 : 1);
    return now + (deadline - now) / std::clamp<std::int64_t>((deadline - now) / usefulTime, fewest, left);
}

// An answer says more than a failure, a failure more than something of our own; then whoever got further.
bool saysMore(const Observation& left, const Observation& right) {
    const auto rank = [](const Observation& seen) {
        switch (seen.meaning()) {
        case Meaning::Answer:
            return 2;
        case Meaning::Failed:
            return 1;
        case Meaning::Neutral:
            return 0;
        }
        return 0;
    };
    return std::pair(rank(left), left.reached) > std::pair(rank(right), right.reached);
}

class Asking {
  public:
    Asking(const HttpOptions& options, const OneCheck& check)
        : m_url(options.url), m_host(hostOf(options)), m_port(portOf(options)), m_check(check) {}

    Observation askAt(const Address& address, SteadyTime deadline) const {
        Observation seen;
        seen.peer = address.text();
        seen.phases.resolve = Micros(0); // the address book did that before the check
        seen.reached = Stage::Connect;
        const auto now = std::chrono::steady_clock::now();
        const auto connectBy = std::min(deadline, now + m_check.attempt.connectTimeout);
        const Dialled dialled = dialTcp(address, m_port, connectBy, m_check.stop);
        seen.failure = dialled.failure;
        seen.source = dialled.source;
        seen.tries = 1 + dialled.retransmits;
        if (dialled.failure == Failure::None) {
            seen.phases.connect = m_check.soFar();
            exchange({m_url, m_host, address, m_port, deadline}, dialled.socket, seen);
        }
        return seen;
    }

    const std::string& host() const { return m_host; }
    std::uint16_t port() const { return m_port; }

  private:
    void exchange(const HttpRequest& request, const Socket& connection, Observation& seen) const {
        const Micros begin = m_check.soFar();
        HttpExchange result = exchangeHttp(request, connection, m_check.attempt.tls, m_check.stop);
        seen.reached = result.reached;
        seen.failure = result.failure;
        if (result.tls)
            seen.phases.tls = begin + *result.tls;
        if (result.firstByte)
            seen.phases.firstByte = begin + *result.firstByte;
        if (result.detail.status != 0 || result.detail.tls)
            seen.detail = std::move(result.detail);
    }

    const std::string& m_url;
    std::string m_host;
    std::uint16_t m_port;
    const OneCheck& m_check;
};

} // namespace

Observation httpProbe(const HttpOptions& options, const OneCheck& check) {
    const Asking asking(options, check);
    Observation best;
    best.reached = Stage::Prepare;
    if (asking.host().empty() || asking.port() == 0)
        return best;
    const auto literal = Address::parse(asking.host());
    const auto known = literal ? std::span(&*literal, 1) : check.attempt.addresses;
    best.reached = literal ? Stage::Prepare : Stage::Resolve;
    std::vector<Address> allowed;
    std::copy_if(known.begin(), known.end(), std::back_inserter(allowed),
                 [&](const Address& address) { return check.attempt.rules.allows(address); });
    if (allowed.empty() && !known.empty()) {
        best.peer = known.front().text();
        best.failure = Failure::SuspiciousAnswer;
    }
    allowed.resize(std::min(allowed.size(), mostDialled));
    int tries = 0;
    for (std::size_t i = 0; i < allowed.size(); ++i) {
        const auto now = std::chrono::steady_clock::now();
        if (now >= check.attempt.deadline)
            break;
        Observation seen = asking.askAt(allowed[i], giveUpAt(i, allowed.size(), now, check.attempt.deadline));
        tries += seen.tries;
        const bool last = seen.answered() || seen.failure == Failure::Cancelled;
        if (i == 0 || last || saysMore(seen, best))
            best = std::move(seen);
        if (last)
            break;
    }
    best.tries = std::max(tries, 1);
    return best;
}

} // namespace kpwatch
