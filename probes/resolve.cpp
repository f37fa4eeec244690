// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/resolve.h"

#include "probes/net/dns_exchange.h"
#include "probes/wire/block_page.h"

#include <algorithm>

namespace kpwatch {

namespace {

// Every address kept is dialled in each check: whoever answers must not make us knock at many doors.
constexpr std::size_t keptOfEachFamily = 2;
constexpr std::ptrdiff_t believableRecords = 16;

bool isFlood(const DnsMessage& message, const DnsQuestion& question) {
    return std::count_if(message.answers.begin(), message.answers.end(),
                         [&](const DnsRecord& record) { return record.type == question.type; }) > believableRecords;
}

void keepAllowed(const std::vector<DnsRecord>& records, const AddressRules& rules, Resolved& result) {
    std::size_t kept = 0;
    for (const DnsRecord& record : records) {
        if (!record.address)
            continue;
        const auto& known = result.addresses;
        if (!rules.allows(*record.address)) {
            result.failure = Failure::SuspiciousAnswer;
        } else if (kept < keptOfEachFamily && std::find(known.begin(), known.end(), *record.address) == known.end()) {
            result.addresses.push_back(*record.address);
            ++kept;
        }
    }
}

class Asking {
  public:
    Asking(const std::string& host, std::uint16_t port, const Attempt& attempt)
        : m_host(host), m_port(port), m_attempt(attempt), m_stop(attempt.stop) {}

    // Both questions to one server; without authority, why not.
    Resolved ask(const Address& server, SteadyTime deadline) const {
        Resolved result;
        for (const char* const type : {"A", "AAAA"}) {
            const DnsQuestion question{m_host, type};
            const DnsExchange exchange = askNameServer(server, m_port, question, deadline, m_stop);
            if (exchange.failure != Failure::None)
                return result.authoritative ? finished(std::move(result)) : failed(exchange.failure);
            const DnsMessage& message = *exchange.message;
            if (isForged(message)) // whatever it says of its authority
                return result.authoritative ? finished(std::move(result)) : failed(Failure::Blocked);
            const bool noSuchName = message.rcode == "NXDOMAIN";
            if (message.rcode != "NOERROR" && !noSuchName)
                return result.authoritative ? finished(std::move(result)) : failed(Failure::ServerFailure);
            if (!message.authoritative)
                return result.authoritative ? finished(std::move(result)) : failed(Failure::UnexpectedAnswer);
            result.authoritative = true;
            if (noSuchName) {
                result.failure = Failure::NoSuchName;
                return result;
            }
            if (isFlood(message, question))
                result.failure = Failure::SuspiciousAnswer;
            else
                keepAllowed(answersTo(message, question), m_attempt.rules, result);
        }
        return finished(std::move(result));
    }

  private:
    bool isForged(const DnsMessage& message) const {
        return m_attempt.fingerprints != nullptr && holdsBogon(message.answers, m_attempt.fingerprints->bogons);
    }
    static Resolved failed(Failure failure) { return {{}, false, failure}; }
    static Resolved finished(Resolved result) {
        if (result.failure != Failure::SuspiciousAnswer)
            result.failure = result.addresses.empty() ? Failure::UnexpectedAnswer : Failure::None;
        return result;
    }

    const std::string& m_host;
    std::uint16_t m_port;
    const Attempt& m_attempt;
    StopSignal m_stop;
};

} // namespace

Resolved resolve(const std::string& host, const ResolveOptions& options, const Attempt& attempt) {
    Resolved first;
    if (const auto literal = Address::parse(host)) {
        const bool allowed = attempt.rules.allows(*literal);
        return {allowed ? std::vector{*literal} : std::vector<Address>{}, true,
                allowed ? Failure::None : Failure::SuspiciousAnswer};
    }
    const Asking asking(host, options.port, attempt);
    bool asked = false;
    for (std::size_t i = 0; i < options.servers.size(); ++i) {
        const auto now = std::chrono::steady_clock::now();
        const auto server = Address::parse(options.servers[i]);
        if (!server || now >= attempt.deadline)
            continue;
        const auto share = (attempt.deadline - now) / static_cast<std::int64_t>(options.servers.size() - i);
        Resolved result = attempt.rules.allows(*server) ? asking.ask(*server, now + share)
                                                        : Resolved{{}, false, Failure::SuspiciousAnswer};
        if (result.authoritative || result.failure == Failure::Cancelled)
            return result;
        if (!asked || result.failure == Failure::Blocked)
            first = result;
        asked = true;
    }
    return first;
}

} // namespace kpwatch
