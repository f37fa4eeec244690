// SPDX-License-Identifier: GPL-3.0-or-later
// A target is one question, asked one way. Values only; made by app/watchlist, read everywhere. Any thread.
#pragma once

#include "probes/utc_time.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace kpwatch {

// Position in the roster of one program run (targets first, then sentinels, then controls). Never stored: on disk a
// target is known by its slug.
enum class TargetId : std::int64_t {};

enum class Layer { Http, Dns, Tcp, Mail, Route };
enum class Via { China, Russia, Both, Unknown };
// What has to get through for a kind of probe to be answered: each has proofs of its own, since each can be blocked on
// its own. Icmp proves nothing and is proved by nothing.
enum class Transport { Tcp, Udp, Mail, Icmp };

// Where a name's authoritative addresses are asked for. Servers are literal addresses.
struct ResolveOptions {
    std::vector<std::string> servers;
    std::uint16_t port = 53;
    bool operator==(const ResolveOptions&) const = default;
};

// What is known of the answer of a control: another answer is somebody else's.
struct ExpectedAnswer {
    int status = 0;   // 0: any
    std::string text; // contained in the first 64 KiB of the body; empty: any
    bool operator==(const ExpectedAnswer&) const = default;
};

struct HttpOptions {
    std::string url; // http:// or https://; a literal address in it needs no resolve
    ResolveOptions resolve;
    std::optional<ExpectedAnswer> expect{}; // controls only
    bool operator==(const HttpOptions&) const = default;
};
struct DnsOptions {
    std::string server; // literal address
    std::uint16_t port = 53;
    std::string name; // what is asked for, e.g. "kp"
    std::string type = "SOA";
    bool operator==(const DnsOptions&) const = default;
};
struct TcpOptions {
    std::string host; // literal address
    std::uint16_t port = 0;
    bool operator==(const TcpOptions&) const = default;
};
struct SmtpOptions {
    std::string host;
    std::uint16_t port = 25;
    bool operator==(const SmtpOptions&) const = default;
};
struct PingOptions {
    std::string host;
    bool operator==(const PingOptions&) const = default;
};
struct TraceOptions {
    std::string host;
    // Where something listens there, for the ways of asking that need a port: 53 is asked as a name server is; 0: none
    // is known.
    std::uint16_t port = 0;
    bool operator==(const TraceOptions&) const = default;
};
using ProbeOptions = std::variant<HttpOptions, DnsOptions, TcpOptions, SmtpOptions, PingOptions, TraceOptions>;

struct Target {
    TargetId id{};
    std::string name;  // the slug, stable for ever: "kcna-http"
    std::string label; // as people read it: "KCNA"
    std::string shortLabel;
    std::string site;  // id of the site it belongs to; empty if it belongs to a group
    std::string group; // "name-servers", "mail", "routers"; empty if it belongs to a site
    Layer layer = Layer::Http;
    Via via = Via::Unknown;
    ProbeOptions probe;
    std::chrono::seconds interval{120};
    std::chrono::milliseconds timeout{10000};
    bool enabled = true;
};

std::string_view name(Layer layer);
std::string_view name(Via via);
std::string_view name(Transport transport);       // "tcp", "udp", "port-25", "icmp"
Transport transportOf(const ProbeOptions& probe); // smtp is Mail, dns Udp, ping and trace Icmp, the others Tcp
// Whether a SOCKS5 proxy can carry it: what asks by one TCP connection and leaves the look-up of a name to the proxy
// (http and tcp). The others would have to go around it.
bool canGoThrough(const ProbeOptions& probe);
std::optional<Layer> layerFromName(std::string_view text);
std::optional<Via> viaFromName(std::string_view text);
std::string_view kindName(const ProbeOptions& probe); // "http", "dns", "tcp", "smtp", "ping", "trace"

// The host part of what is asked: a name or a literal address, without brackets or port.
std::string hostOf(const ProbeOptions& probe);
// Its port; 0 for ping and trace.
std::uint16_t portOf(const ProbeOptions& probe);

} // namespace kpwatch
