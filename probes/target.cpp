// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/target.h"

#include "probes/value_named.h"

#include <array>
#include <charconv>

namespace kpwatch {

namespace {

constexpr std::array allLayers{Layer::Http, Layer::Dns, Layer::Tcp, Layer::Mail, Layer::Route};
constexpr std::array allVias{Via::China, Via::Russia, Via::Both, Via::Unknown};

bool isHttps(std::string_view url) { return url.starts_with("https://"); }

// Host and port of "http://user@host:8080/path"; the port is empty if none is given.
struct Authority {
    std::string_view host, port;
};

Authority authorityOf(std::string_view url) {
    const auto scheme = url.find("://");
    if (scheme == std::string_view::npos)
        return {};
    std::string_view rest = url.substr(scheme + 3);
    rest = rest.substr(0, rest.find_first_of("/?#"));
    if (const auto user = rest.rfind('@'); user != std::string_view::npos)
        rest.remove_prefix(user + 1);
    if (rest.starts_with('[')) {
        const auto close = rest.find(']');
        if (close == std::string_view::npos)
            return {};
        const std::string_view after = rest.substr(close + 1);
        return {rest.substr(1, close - 1), after.starts_with(':') ? after.substr(1) : std::string_view()};
    }
    const auto colon = rest.find(':');
    return {rest.substr(0, colon), colon == std::string_view::npos ? std::string_view() : rest.substr(colon + 1)};
}

std::uint16_t httpPort(std::string_view url) {
    const std::string_view text = authorityOf(url).port;
    if (text.empty())
        return isHttps(url) ? 443 : 80;
    std::uint16_t port = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), port);
    return error == std::errc() && end == text.data() + text.size() ? port : std::uint16_t(0);
}

std::string withoutBrackets(std::string_view host) {
    if (host.size() >= 2 && host.front() == '[' && host.back() == ']')
        host = host.substr(1, host.size() - 2);
    return std::string(host);
}

struct KindName {
    std::string_view operator()(const HttpOptions& /*probe*/) const { return "http"; }
    std::string_view operator()(const DnsOptions& /*probe*/) const { return "dns"; }
    std::string_view operator()(const TcpOptions& /*probe*/) const { return "tcp"; }
    std::string_view operator()(const SmtpOptions& /*probe*/) const { return "smtp"; }
    std::string_view operator()(const PingOptions& /*probe*/) const { return "ping"; }
    std::string_view operator()(const TraceOptions& /*probe*/) const { return "trace"; }
};

struct HostOf {
    std::string operator()(const HttpOptions& probe) const { return std::string(authorityOf(probe.url).host); }
    std::string operator()(const DnsOptions& probe) const { return withoutBrackets(probe.server); }
    std::string operator()(const TcpOptions& probe) const { return withoutBrackets(probe.host); }
    std::string operator()(const SmtpOptions& probe) const { return withoutBrackets(probe.host); }
    std::string operator()(const PingOptions& probe) const { return withoutBrackets(probe.host); }
    std::string operator()(const TraceOptions& probe) const { return withoutBrackets(probe.host); }
};

struct PortOf {
    std::uint16_t operator()(const HttpOptions& probe) const { return httpPort(probe.url); }
    std::uint16_t operator()(const DnsOptions& probe) const { return probe.port; }
    std::uint16_t operator()(const TcpOptions& probe) const { return probe.port; }
    std::uint16_t operator()(const SmtpOptions& probe) const { return probe.port; }
    std::uint16_t operator()(const PingOptions& /*probe*/) const { return 0; }
    std::uint16_t operator()(const TraceOptions& /*probe*/) const { return 0; }
};

struct TransportOf {
    Transport operator()(const HttpOptions& /*probe*/) const { return Transport::Tcp; }
    Transport operator()(const DnsOptions& /*probe*/) const { return Transport::Udp; }
    Transport operator()(const TcpOptions& /*probe*/) const { return Transport::Tcp; }
    Transport operator()(const SmtpOptions& /*probe*/) const { return Transport::Mail; }
    Transport operator()(const PingOptions& /*probe*/) const { return Transport::Icmp; }
    Transport operator()(const TraceOptions& /*probe*/) const { return Transport::Icmp; }
};

} // namespace

std::string_view name(Layer layer) {
    switch (layer) {
    case Layer::Http:
        return "http";
    case Layer::Dns:
        return "dns";
    case Layer::Tcp:
        return "tcp";
    case Layer::Mail:
        return "mail";
    case Layer::Route:
        return "route";
    }
    return {};
}

std::string_view name(Via via) {
    switch (via) {
    case Via::China:
        return "china";
    case Via::Russia:
        return "russia";
    case Via::Both:
        return "both";
    case Via::Unknown:
        return "unknown";
    }
    return {};
}

std::string_view name(Transport transport) {
    switch (transport) {
    case Transport::Tcp:
        return "tcp";
    case Transport::Udp:
        return "udp";
    case Transport::Mail:
        return "port-25";
    case Transport::Icmp:
        return "icmp";
    }
    return {};
}

bool canGoThrough(const ProbeOptions& probe) {
    return std::holds_alternative<HttpOptions>(probe) || std::holds_alternative<TcpOptions>(probe);
}

std::optional<Layer> layerFromName(std::string_view text) { return valueNamed(allLayers, text); }

std::optional<Via> viaFromName(std::string_view text) { return valueNamed(allVias, text); }

Transport transportOf(const ProbeOptions& probe) { return std::visit(TransportOf{}, probe); }

std::string_view kindName(const ProbeOptions& probe) { return std::visit(KindName{}, probe); }

std::string hostOf(const ProbeOptions& probe) { return std::visit(HostOf{}, probe); }

std::uint16_t portOf(const ProbeOptions& probe) { return std::visit(PortOf{}, probe); }

} // namespace kpwatch
