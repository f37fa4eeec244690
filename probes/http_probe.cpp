// SPDX-License-Identifier: GPL-3.0-or-later
// One GET of one page, asked at the addresses of its host one after another until one answers; through a proxy, once.
#include "probes/one_check.h"
#include "probes/web_exchange.h"

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

// An answer says more than a failure, a failure more than something of our own; then whoever got further. What looks
// like a block says more than a failure of the next address: that one may be blocked less politely.
bool saysMore(const Observation& left, const Observation& right) {
    const auto rank = [](const Observation& seen) {
        if (seen.failure == Failure::Reset && seen.meaning() == Meaning::Neutral)
            return 2;
        switch (seen.meaning()) {
        case Meaning::Answer:
            return 3;
        case Meaning::Failed:
            return 1;
        case Meaning::Neutral:
            return 0;
        }
        return 0;
    };
    return std::pair(rank(left), left.reached) > std::pair(rank(right), right.reached);
}

bool mayDial(const OneCheck& check, const Address& address) {
    return !check.attempt.mayDial || check.attempt.mayDial(address);
}

// A connection that was there, and was cut as soon as the name had been said on it, before anything came back.
bool isCutAtTheName(const HttpExchange& exchange, bool https) {
    if (exchange.failure != Failure::Reset)
        return false;
    return https ? exchange.reached == Stage::Tls && !exchange.spokeTls
                 : exchange.detail.status == 0 && !exchange.firstByte;
}

class Asking {
  public:
    Asking(const HttpOptions& options, const OneCheck& check)
        : m_url(options.url), m_host(hostOf(options)), m_port(portOf(options)),
          m_https(options.url.starts_with("https:")), m_expected(options.expect ? &*options.expect : nullptr),
          m_check(check) {}

    Observation askAt(const Address& address, SteadyTime deadline) {
        Observation seen;
        seen.peer = address.text();
        seen.phases.resolve = Micros(0); // the address book did that before the check
        seen.reached = Stage::Connect;
        const Dialled dialled = dial(address, deadline);
        seen.failure = failureBeforeReading(dialled);
        seen.source = dialled.source;
        seen.tries = 1 + dialled.retransmits;
        if (dialled.refusal)
            seen.detail = HttpDetail{.refusal = refusalDetail(*dialled.refusal)};
        if (dialled.answered()) {
            seen.phases.connect = m_check.soFar();
            seen.reached = m_https ? Stage::Tls : Stage::Exchange;
        }
        if (dialled.failure != Failure::None)
            return seen;
        const HttpExchange exchange = exchangeInto({.url = m_url,
                                                    .host = m_host,
                                                    .address = address,
                                                    .port = m_port,
                                                    .deadline = deadline,
                                                    .expected = m_expected},
                                                   dialled.socket, m_check, seen);
        if (isCutAtTheName(exchange, m_https) && !Address::parse(m_host) && !std::exchange(m_askedByAddress, true))
            suspect(address, deadline, seen);
        return seen;
    }

    const ExpectedAnswer* expected() const { return m_expected; }
    const std::string& host() const { return m_host; }
    std::uint16_t port() const { return m_port; }

  private:
    Dialled dial(const Address& address, SteadyTime deadline) const {
        const auto connectBy = std::min(deadline, std::chrono::steady_clock::now() + m_check.attempt.connectTimeout);
        return dialTcp(address, m_port, connectBy, m_check.stop);
    }

    // Asks the same address once more without the name: over TLS for a handshake, which then names nobody (RFC 6066
    // knows names only), else for the page of the bare address. Whoever speaks then was there all the time.
    void suspect(const Address& address, SteadyTime deadline, Observation& seen) const {
        constexpr Failure couldNotBeFoundOut = Failure::Unknown; // theirs, or somebody's between us
        if (!mayDial(m_check, address)) {
            seen.failure = couldNotBeFoundOut;
            return;
        }
        const Dialled dialled = dial(address, deadline);
        if (meaning(dialled.failure) == Meaning::Neutral) // of our own
            seen.failure = couldNotBeFoundOut;
        seen.tries += 1 + dialled.retransmits;
        if (dialled.failure == Failure::None) {
            const std::string place = address.hostText() + ":" + std::to_string(m_port);
            const HttpRequest request{.url = (m_https ? "https://" : "http://") + place + "/",
                                      .host = address.text(),
                                      .address = address,
                                      .port = m_port,
                                      .deadline = deadline,
                                      .connectOnly = m_https};
            const HttpExchange again = exchangeHttp(request, dialled.socket, m_check.attempt.tls, m_check.stop);
            if (m_https ? again.spokeTls : again.detail.status != 0)
                seen.detail = HttpDetail{.suspectedBlock = true};
        }
        if (m_check.stop.stopped())
            seen.failure = Failure::Cancelled;
    }

    const std::string& m_url;
    std::string m_host;
    std::uint16_t m_port;
    bool m_https;
    const ExpectedAnswer* m_expected;
    bool m_askedByAddress = false; // one extra connection a check
    const OneCheck& m_check;
};

} // namespace

Observation httpProbe(const HttpOptions& options, const OneCheck& check) {
    Asking asking(options, check);
    Observation best;
    best.reached = Stage::Prepare;
    if (asking.host().empty() || asking.port() == 0)
        return best;
    if (check.attempt.way.proxy)
        return askThroughProxy({.url = options.url, .host = asking.host(), .expected = asking.expected()}, check);
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
        if (i > 0 && !mayDial(check, allowed[i]))
            continue;
        Observation seen = asking.askAt(allowed[i], giveUpAt(i, allowed.size(), now, check.attempt.deadline));
        tries += seen.tries;
        // Who answers in somebody's place at one address does so at the others.
        const bool last = seen.answered() || seen.failure == Failure::Cancelled || seen.failure == Failure::Blocked;
        if (i == 0 || last || saysMore(seen, best))
            best = std::move(seen);
        if (last)
            break;
    }
    best.tries = std::max(tries, 1);
    return best;
}

} // namespace kpwatch
