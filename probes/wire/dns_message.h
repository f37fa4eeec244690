// SPDX-License-Identifier: GPL-3.0-or-later
// DNS messages: bytes to values and back (RFC 1035), with ldns as the codec. Pure; any thread. Bytes come from whoever
// answered and may be anything.
#pragma once

#include "probes/net/address_rules.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace kpwatch {

using Bytes = std::vector<std::uint8_t>;

struct DnsQuestion {
    std::string name;       // "www.kcna.kp", with or without the final dot
    std::string type;       // "SOA", "A", "AAAA", "TYPE65"
    bool recursion = false; // asks a resolver to find out; those we mostly ask know themselves
};

struct DnsRecord {
    std::string owner; // lower case, with the final dot
    std::string type;
    std::uint32_t ttl = 0;
    std::optional<Address> address;      // of A and AAAA
    std::optional<std::uint32_t> serial; // of SOA
    std::string target;                  // of CNAME: lower case, with the final dot
};

struct DnsMessage {
    std::uint16_t id = 0;
    std::string rcode; // "NOERROR", "SERVFAIL", ...; "RCODE12" for a number without a name
    bool authoritative = false;
    bool truncated = false;
    std::optional<DnsQuestion> question; // the first one, as the server repeats it; lower case, with the final dot
    std::vector<DnsRecord> answers;      // class IN only
};

// Plain RFC 1035 without EDNS: old servers answer EDNS with
// FORMERR, what we ask for fits into 512 bytes, and what does not comes over TCP. nullopt if the name or type is none.
std::optional<Bytes> encodeQuery(std::uint16_t id, const DnsQuestion& question);

// What can be told before the whole message is believed; nullopt below 12 bytes.
struct DnsHeader {
    std::uint16_t id = 0;
    bool response = false;
    bool truncated = false;
};
std::optional<DnsHeader> decodeHeader(std::span<const std::uint8_t> bytes);

// nullopt for anything that does not parse to its end (junk, cut short, pointer loops, wrong counts), or is no
// response.
std::optional<DnsMessage> decodeMessage(std::span<const std::uint8_t> bytes);

// The same name, whatever the case and the final dot.
bool sameName(std::string_view left, std::string_view right);

// Does the message repeat the question? A refusal may leave it out (some servers do).
bool repeats(const DnsMessage& message, const DnsQuestion& question);

// Records of the asked type for the asked name, following the message's own CNAMEs at most eight times.
std::vector<DnsRecord> answersTo(const DnsMessage& message, const DnsQuestion& question);

} // namespace kpwatch
