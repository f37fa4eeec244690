// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/watchlist_probe.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>

namespace kpwatch {

namespace {

// RFC 1123 host names; a last label that begins with a digit would be read as an address by others.
bool isHostName(std::string_view text) {
    if (text.empty() || text.size() > 253)
        return false;
    std::size_t label_length = 0;
    char first_of_label = 0;
    char previous = '.';
    for (const char letter : text) {
        if (letter == '.') {
            if (label_length == 0 || previous == '-')
                return false;
            label_length = 0;
        } else {
            const bool letter_or_digit = (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') ||
                                         (letter >= '0' && letter <= '9');
            if (!letter_or_digit && (letter != '-' || label_length == 0))
                return false;
            if (label_length == 0)
                first_of_label = letter;
            if (++label_length > 63)
                return false;
        }
        previous = letter;
    }
    return label_length > 0 && previous != '-' && !(first_of_label >= '0' && first_of_label <= '9');
}

void expectDiallable(const JsonReader& reader, const Address& address, const AddressRules& rules) {
    if (rules.allows(address))
        return;
    if (address.isDocumentation() && !rules.allowPrivate)
        reader.fail(address.text() + " is a documentation address",
                    "only controls of the ring \"negative\" may use it");
    reader.fail(address.text() + " is a private or special address",
                rules.allowPrivate ? "it cannot be dialled at all, use another"
                                   : "use a public one or set \"allow_private\": true");
}

std::string literalAddress(const JsonReader& reader, const AddressRules& rules) {
    auto text = reader.text();
    const auto address = Address::parse(text);
    if (!address)
        reader.fail("\"" + text + "\" is not an address", "write it as numbers, such as 175.45.176.15");
    expectDiallable(reader, *address, rules);
    return text;
}

std::uint16_t portOr(const JsonReader& probe, std::string_view key, std::optional<std::uint16_t> otherwise) {
    if (otherwise && !probe.has(key))
        return *otherwise;
    return static_cast<std::uint16_t>(probe.at(key).integer(1, 65535));
}

ResolveOptions resolveOptions(const JsonReader& reader, const AddressRules& rules) {
    reader.expectObject({"servers", "port"});
    ResolveOptions resolve;
    const JsonReader servers = reader.at("servers");
    if (servers.arraySize() == 0)
        servers.fail("is empty", "name at least one name server by its address");
    for (std::size_t i = 0; i < servers.arraySize(); ++i)
        resolve.servers.push_back(literalAddress(servers.at(i), rules));
    resolve.port = portOr(reader, "port", 53);
    return resolve;
}

void checkUrl(const JsonReader& reader, const std::string& url, const AddressRules& rules, bool has_resolve) {
    const bool web = url.starts_with("http://") || url.starts_with("https://");
    if (!web || url.find_first_of(" \"<>\\^`{|}") != std::string::npos)
        reader.fail("\"" + url + "\" is not a web address", "write it as http://host/ or https://host/");
    const std::size_t begin = url.find("://") + 3;
    const std::string authority = url.substr(begin, url.find_first_of("/?#", begin) - begin);
    if (authority.find('@') != std::string::npos)
        reader.fail("carries a user name", "remove everything up to the @");
    const std::size_t colon = authority.find(':', authority.starts_with('[') ? authority.find(']') : 0);
    if (colon != std::string::npos) {
        unsigned port = 0;
        const char* const end = authority.data() + authority.size();
        const auto [rest, failure] = std::from_chars(authority.data() + colon + 1, end, port);
        if (failure != std::errc() || rest != end || port == 0 || port > 65535)
            reader.fail("has no usable port after the colon", "write a number from 1 to 65535");
    }
    const std::string host = authority.substr(0, colon);
    if (const auto address = Address::parse(host)) {
        expectDiallable(reader, *address, rules);
        return;
    }
    if (!isHostName(host))
        reader.fail("\"" + host + "\" is neither a host name nor an address", "correct the host in it");
    if (!has_resolve)
        reader.fail("names a host but the probe has no \"resolve\"",
                    "add \"resolve\": {\"servers\": [...]} with the name servers to ask");
}

ExpectedAnswer expectedAnswer(const JsonReader& reader) {
    reader.expectObject({"status", "text"});
    if (!reader.has("status") && !reader.has("text"))
        reader.fail("expects nothing", "give it a \"status\", a \"text\" of the page, or both");
    ExpectedAnswer expected;
    if (reader.has("status"))
        expected.status = static_cast<int>(reader.at("status").integer(100, 599));
    if (reader.has("text"))
        expected.text = reader.at("text").text(500);
    return expected;
}

HttpOptions httpOptions(const JsonReader& probe, const AddressRules& rules) {
    probe.expectObject({"kind", "url", "resolve", "expect"});
    HttpOptions http;
    http.url = probe.at("url").text(2048);
    checkUrl(probe.at("url"), http.url, rules, probe.has("resolve"));
    if (probe.has("resolve"))
        http.resolve = resolveOptions(probe.at("resolve"), rules);
    if (probe.has("expect"))
        http.expect = expectedAnswer(probe.at("expect"));
    return http;
}

DnsOptions dnsOptions(const JsonReader& probe, const AddressRules& rules) {
    probe.expectObject({"kind", "server", "port", "name", "type"});
    static constexpr std::array<std::string_view, 6> types{"SOA", "A", "AAAA", "NS", "MX", "TXT"};
    DnsOptions dns;
    dns.server = literalAddress(probe.at("server"), rules);
    dns.port = portOr(probe, "port", 53);
    dns.name = probe.at("name").text(253);
    const bool lone_label = isHostName(dns.name) || dns.name == ".";
    if (!lone_label && !(dns.name.ends_with('.') && isHostName(dns.name.substr(0, dns.name.size() - 1))))
        probe.at("name").fail("\"" + dns.name + "\" is not a domain name", "write it as \"kp\" or \"kcna.kp\"");
    if (probe.has("type"))
        dns.type = probe.at("type").text();
    if (std::find(types.begin(), types.end(), dns.type) == types.end())
        probe.at("type").fail("\"" + dns.type + "\" is not a record type asked for here",
                              "use SOA, A, AAAA, NS, MX or TXT");
    return dns;
}

} // namespace

std::string nameOrAddress(const JsonReader& reader, const AddressRules& rules) {
    auto text = reader.text(253);
    if (const auto address = Address::parse(text))
        expectDiallable(reader, *address, rules);
    else if (!isHostName(text))
        reader.fail("\"" + text + "\" is neither a host name nor an address", "correct it");
    return text;
}

ProbeOptions probeOptions(const JsonReader& probe, const AddressRules& rules) {
    if (!probe.value().is_object())
        probe.fail("is not an object", "write {\"kind\": ...}");
    const std::string kind = probe.at("kind").text();
    if (kind == "http")
        return httpOptions(probe, rules);
    if (kind == "dns")
        return dnsOptions(probe, rules);
    if (kind == "tcp") {
        probe.expectObject({"kind", "host", "port"});
        return TcpOptions{literalAddress(probe.at("host"), rules), portOr(probe, "port", std::nullopt)};
    }
    if (kind == "smtp") {
        probe.expectObject({"kind", "host", "port"});
        return SmtpOptions{nameOrAddress(probe.at("host"), rules), portOr(probe, "port", 25)};
    }
    if (kind == "ping") {
        probe.expectObject({"kind", "host"});
        return PingOptions{nameOrAddress(probe.at("host"), rules)};
    }
    if (kind == "trace") {
        probe.expectObject({"kind", "host", "port"});
        return TraceOptions{nameOrAddress(probe.at("host"), rules), portOr(probe, "port", std::uint16_t(0))};
    }
    probe.at("kind").fail("\"" + kind + "\" is not a kind of probe", "use http, dns, tcp, smtp, ping or trace");
}

} // namespace kpwatch
