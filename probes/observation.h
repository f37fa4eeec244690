// SPDX-License-Identifier: GPL-3.0-or-later
// What one check saw. A failed check is a value, not an error: nothing here is ever thrown or logged.
#pragma once

#include "probes/failure.h"
#include "probes/target.h"

namespace kpwatch {

// Lengths from the start of the check to the end of each phase, by the steady clock; nullopt = not reached.
struct Phases {
    std::optional<Micros> resolve, connect, tls, firstByte;
    bool operator==(const Phases&) const = default;
};

// All strings come from the network: raw bytes as received, cut to a length, not yet cleaned for display.

// The ICMP message that ended an attempt to reach the other end.
struct RefusalDetail {
    std::string router{};           // who sent it; empty if none did
    int icmpType = 0, icmpCode = 0; // 3/13 is "administratively prohibited" (RFC 792, RFC 1812)
    bool operator==(const RefusalDetail&) const = default;
};
// Of a TLS handshake, and of the certificate shown in it: recorded, never trusted, never a reason to doubt the answer.
struct TlsDetail {
    std::string version;             // "TLSv1.3"
    std::string cipher;              // OpenSSL's name of it
    std::vector<std::string> faults; // every one found: "self-signed", "expired", "wrong-name", ...; empty: none
    std::string subject, issuer;     // of the server's own certificate, at most 256 bytes each
    std::optional<UtcTime> notBefore, notAfter;
    std::string chainSha256; // lower-case hex over the certificates as sent, in their order
    bool operator==(const TlsDetail&) const = default;
};
struct HttpDetail {
    int status = 0;
    std::string location;        // Location header of a redirect, at most 2 KiB
    std::string server;          // Server header, at most 256 bytes
    std::string lastModified;    // Last-Modified header, at most 64 bytes
    std::string title;           // content of <title>, at most 512 bytes
    std::int64_t bodyBytes = 0;  // bytes of body received before our own limit
    std::string bodySha256;      // lower-case hex of those bytes; empty if none came
    std::string date;            // Date header, at most 64 bytes
    std::string age, via, cache; // Age, Via and X-Cache headers, at most 128 bytes each: signs of somebody between
    std::string blockPage;       // id of the fingerprint that recognised the answer; empty if none did
    // A reset that looks like a block on the way: the same address accepted another name in the same round.
    bool suspectedBlock = false;
    std::optional<TlsDetail> tls; // of https
    RefusalDetail refusal{};
    bool operator==(const HttpDetail&) const = default;
};
struct DnsDetail {
    std::string rcode; // "NOERROR", "SERVFAIL", ...; empty if no answer came
    bool authoritative = false;
    std::optional<std::uint32_t> serial; // of an SOA answer
    std::optional<std::uint32_t> ttl;    // of the first answer record, seconds
    RefusalDetail refusal{};
    bool operator==(const DnsDetail&) const = default;
};
struct ConnectDetail {
    int retransmits = 0; // SYN retransmissions (tcpi_total_retrans, tcp(7))
    RefusalDetail refusal{};
    bool operator==(const ConnectDetail&) const = default;
};
struct SmtpDetail {
    int code = 0;       // of the greeting, "220 ..."; 0 if none was read
    std::string banner; // its text, at most 512 bytes
    RefusalDetail refusal{};
    bool operator==(const SmtpDetail&) const = default;
};
struct PingDetail {
    std::string method; // "socket" (ping_group_range of icmp(7)), "ping" (/bin/ping), "none" (neither is allowed)
    int sent = 0, received = 0;
    std::optional<Micros> shortest, median; // round trips of those that came back
    bool operator==(const PingDetail&) const = default;
};
struct TraceHop {
    int ttl = 0;
    std::string address;             // empty: silent
    std::optional<Micros> roundTrip; // nullopt: silent
    std::string said;                // "expired", "reached", "unreachable", "prohibited"; empty: silent
    bool operator==(const TraceHop&) const = default;
};
struct TraceDetail {
    std::string method;         // "icmp", "udp", "tcp"
    std::vector<TraceHop> hops; // in order of TTL, up to the last that says something
    std::string outcome;        // "reached", "silence", "unreachable", "prohibited", "loop", "no-first-router"
    bool operator==(const TraceDetail&) const = default;
};
using Detail = std::variant<std::monostate, HttpDetail, DnsDetail, ConnectDetail, SmtpDetail, PingDetail, TraceDetail>;

const RefusalDetail* refusalOf(const Detail& detail); // nullptr: it was not refused, or cannot tell

struct Observation {
    TargetId target{};
    UtcTime startedAt;
    Micros elapsed{0};
    Stage reached = Stage::Prepare;
    Failure failure = Failure::Unknown;
    Phases phases;
    std::string peer;   // address that was asked, "175.45.176.71"; empty if none was, or only the proxy knows
    std::string source; // our own address the packets left by; private, never exported
    int tries = 1;      // datagrams or SYNs sent
    bool recheck = false;
    Detail detail;
    bool operator==(const Observation&) const = default;

    UtcTime endedAt() const { return startedAt + std::chrono::ceil<std::chrono::milliseconds>(elapsed); }
    // What the check says about its target. Before a connection was begun only others spoke, the name servers say, so
    // there is no answer of the target then; what a name server answers to its own check is its answer. A reset that
    // looks like a block on the way says nothing about the target.
    Meaning meaning() const;
    bool answered() const { return meaning() == Meaning::Answer; }
    // How long the answer took: to its first byte, or to the handshake where that is all that was asked for, without
    // the look-up of the name; the whole check for DNS. nullopt if nobody answered or none of these was reached, and if
    // it took more than one try: then it is the wait for the next that was measured (tcp(7), tcpi_total_retrans).
    std::optional<Micros> responseTime() const;
};

} // namespace kpwatch
