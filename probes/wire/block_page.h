// SPDX-License-Identifier: GPL-3.0-or-later
// Recognises who answers in somebody else's place. Pure; any thread.
#pragma once

#include "probes/fingerprints.h"
#include "probes/observation.h"
#include "probes/wire/dns_message.h"

#include <string_view>

namespace kpwatch {

// The first fingerprint that fits an answer and the part of its body that was read; nullptr if none does.
const BlockPage* recognisedIn(const std::vector<BlockPage>& known, const HttpDetail& answer, std::string_view body);

// Whether one of these records is an address that lying name servers are known to give.
bool holdsBogon(const std::vector<DnsRecord>& records, const std::vector<Address>& bogons);

// The host of an absolute or scheme-relative URL ("//warning.or.kr/i1.html"), in small letters, without user name, port
// and brackets; empty if it has none.
std::string hostInLocation(std::string_view location);

} // namespace kpwatch
