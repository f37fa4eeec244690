// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/web_exchange.h"

#include "probes/wire/block_page.h"

#include <algorithm>

namespace kpwatch {

namespace {

// What libcurl would read as an IPv4 address although it is not written as one: "127.1", "2130706433", "0x7f000001".
// No top-level domain begins with a digit.
bool isNumberInDisguise(std::string_view host) {
    while (host.ends_with('.'))
        host.remove_suffix(1);
    const std::string_view last = host.substr(host.rfind('.') + 1); // npos + 1 is 0
    return last.empty() || (last.front() >= '0' && last.front() <= '9');
}

bool mayBeTold(const std::string& host, const AddressRules& rules) {
    if (const auto address = Address::parse(host))
        return rules.allows(*address);
    return !isNumberInDisguise(host);
}

bool isAsExpected(const ExpectedAnswer& expected, const HttpExchange& answer) {
    return (expected.status == 0 || expected.status == answer.detail.status) &&
           answer.body.find(expected.text) != std::string::npos;
}

// Whatever kept us from the proxy lies on our side of it.
Failure onOurSide(Failure failure) { return meaning(failure) == Meaning::Failed ? Failure::LocalNetworkDown : failure; }

} // namespace

HttpExchange exchangeInto(const HttpRequest& request, const Socket& connection, const OneCheck& check,
                          Observation& seen) {
    const Micros begin = check.soFar();
    HttpExchange result = exchangeHttp(request, connection, check.attempt.tls, check.stop);
    seen.reached = result.reached;
    seen.failure = result.failure;
    if (request.proxy != nullptr && result.tunnel)
        seen.phases.connect = begin + *result.tunnel;
    if (result.tls)
        seen.phases.tls = begin + *result.tls;
    if (result.firstByte)
        seen.phases.firstByte = begin + *result.firstByte;
    const Fingerprints* const known = check.attempt.fingerprints;
    if (known != nullptr && result.detail.status != 0) {
        if (const BlockPage* const page = recognisedIn(known->blockPages, result.detail, result.body)) {
            seen.failure = Failure::Blocked;
            result.detail.blockPage = page->id;
        }
    }
    if (request.expected && result.detail.status != 0 && meaning(seen.failure) == Meaning::Answer &&
        !isAsExpected(*request.expected, result))
        seen.failure = Failure::SuspiciousAnswer;
    if (result.detail.status != 0 || result.detail.tls)
        seen.detail = result.detail;
    return result;
}

Observation askThroughProxy(const ProxiedRequest& asked, const OneCheck& check) {
    const Attempt& attempt = check.attempt;
    const Proxy& proxy = *attempt.way.proxy;
    Observation seen;
    if (!mayBeTold(asked.host, attempt.rules)) {
        seen.failure = Failure::SuspiciousAnswer;
        return seen;
    }
    seen.reached = Stage::Connect;
    const auto connectBy = std::min(attempt.deadline, check.begin + attempt.connectTimeout);
    const Dialled dialled = dialTcp(proxy.address, proxy.port, connectBy, check.stop);
    seen.failure = onOurSide(dialled.failure);
    seen.source = dialled.source;
    if (dialled.failure == Failure::None)
        exchangeInto({.url = asked.url,
                      .host = asked.host,
                      .address = proxy.address,
                      .port = proxy.port,
                      .deadline = attempt.deadline,
                      .proxy = &proxy,
                      .connectOnly = asked.connectOnly,
                      .expected = asked.expected},
                     dialled.socket, check, seen);
    return seen;
}

} // namespace kpwatch
