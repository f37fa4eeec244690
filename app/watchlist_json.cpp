// SPDX-License-Identifier: GPL-3.0-or-later
// The watchlist file: every key checked, so that what is loaded can be dialled as it stands.
#include "app/json_reader.h"
#include "app/watchlist.h"
#include "probes/net/address_rules.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <optional>
#include <set>

namespace kpwatch {

namespace {

constexpr std::int64_t shortestPublicInterval = 30; // seconds
constexpr std::int64_t longestInterval = 86400;
constexpr std::string_view ownLineSlug = "own-line"; // lane of our own connection

bool isSlug(std::string_view text) {
    bool after_dash = true;
    for (const char letter : text) {
        const bool dash = letter == '-';
        if (dash ? after_dash : !((letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9')))
            return false;
        after_dash = dash;
    }
    return !after_dash && text.size() <= 64;
}

std::string slug(const JsonReader& reader) {
    auto text = reader.text();
    if (!isSlug(text))
        reader.fail("\"" + text + "\" is not a short name", "use a-z, 0-9 and single dashes, at most 64 characters");
    if (text == ownLineSlug)
        reader.fail("\"own-line\" is the lane of our own connection", "choose another short name");
    return text;
}

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

std::string nameOrAddress(const JsonReader& reader, const AddressRules& rules) {
    auto text = reader.text(253);
    if (const auto address = Address::parse(text))
        expectDiallable(reader, *address, rules);
    else if (!isHostName(text))
        reader.fail("\"" + text + "\" is neither a host name nor an address", "correct it");
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

HttpOptions httpOptions(const JsonReader& probe, const AddressRules& rules) {
    probe.expectObject({"kind", "url", "resolve"});
    HttpOptions http;
    http.url = probe.at("url").text(2048);
    checkUrl(probe.at("url"), http.url, rules, probe.has("resolve"));
    if (probe.has("resolve"))
        http.resolve = resolveOptions(probe.at("resolve"), rules);
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
    if (kind == "ping" || kind == "trace") {
        probe.expectObject({"kind", "host"});
        auto host = nameOrAddress(probe.at("host"), rules);
        return kind == "ping" ? ProbeOptions(PingOptions{std::move(host)}) : TraceOptions{std::move(host)};
    }
    probe.at("kind").fail("\"" + kind + "\" is not a kind of probe", "use http, dns, tcp, smtp, ping or trace");
}

struct KindDefaults {
    Layer layer;
    int interval_s, timeout_ms;
};

struct DefaultsOf {
    const Settings& settings;
    KindDefaults operator()(const HttpOptions& /*probe*/) const {
        return {Layer::Http, settings.interval_http_s, settings.timeout_http_ms};
    }
    KindDefaults operator()(const DnsOptions& /*probe*/) const {
        return {Layer::Dns, settings.interval_dns_s, settings.timeout_dns_ms};
    }
    KindDefaults operator()(const TcpOptions& /*probe*/) const {
        return {Layer::Tcp, settings.interval_tcp_s, settings.timeout_connect_ms};
    }
    KindDefaults operator()(const SmtpOptions& /*probe*/) const {
        return {Layer::Mail, settings.interval_mail_s, settings.timeout_connect_ms};
    }
    KindDefaults operator()(const PingOptions& /*probe*/) const {
        return {Layer::Route, settings.interval_tcp_s, settings.timeout_connect_ms};
    }
    KindDefaults operator()(const TraceOptions& /*probe*/) const {
        return {Layer::Route, settings.interval_mail_s, settings.timeout_connect_ms};
    }
};

bool probesHere(const ProbeOptions& probe) { // kinds this version can ask
    return std::holds_alternative<HttpOptions>(probe) || std::holds_alternative<DnsOptions>(probe) ||
           std::holds_alternative<TcpOptions>(probe);
}

class Parser {
  public:
    Parser(const JsonReader& root, const Settings& settings) : m_root(root), m_settings(settings) {}

    Watchlist read() {
        m_root.expectObject({"version", "allow_private", "sites", "targets", "controls", "$schema"});
        m_root.at("version").integer(1, 1);
        m_list.allowPrivate = m_root.has("allow_private") && m_root.at("allow_private").boolean();
        if (m_root.has("sites"))
            readSites(m_root.at("sites"));
        const JsonReader targets = m_root.at("targets");
        for (std::size_t i = 0; i < targets.arraySize(); ++i)
            m_list.targets.push_back(target(targets.at(i)));
        if (m_root.has("controls")) {
            const JsonReader controls = m_root.at("controls");
            for (std::size_t i = 0; i < controls.arraySize(); ++i)
                m_list.controls.push_back(control(controls.at(i)));
        }
        return std::move(m_list);
    }

  private:
    void readSites(const JsonReader& sites) {
        for (std::size_t i = 0; i < sites.arraySize(); ++i) {
            const JsonReader reader = sites.at(i);
            reader.expectObject({"id", "label", "short", "host"});
            Site site;
            site.id = slug(reader.at("id"));
            if (siteKnown(site.id))
                reader.at("id").fail("\"" + site.id + "\" is the name of an earlier site", "give each its own");
            site.label = reader.has("label") ? reader.at("label").text() : site.id;
            site.shortLabel = reader.has("short") ? reader.at("short").text() : site.label;
            site.host = reader.has("host") ? nameOrAddress(reader.at("host"), {true, true}) : std::string();
            m_list.sites.push_back(std::move(site));
        }
    }

    bool siteKnown(const std::string& id) const {
        return std::any_of(m_list.sites.begin(), m_list.sites.end(), [&](const Site& site) { return site.id == id; });
    }

    Target target(const JsonReader& reader) {
        reader.expectObject(
            {"id", "label", "short", "site", "group", "layer", "via", "probe", "interval_s", "timeout_s", "enabled"});
        Target target = common(reader, {m_list.allowPrivate, false});
        readPlace(reader, target);
        if (reader.has("layer")) {
            const auto layer = layerFromName(reader.at("layer").text());
            if (!layer)
                reader.at("layer").fail("is not a layer", "use http, dns, tcp, mail or route");
            target.layer = *layer;
        }
        if (reader.has("via")) {
            const auto via = viaFromName(reader.at("via").text());
            if (!via)
                reader.at("via").fail("is not a side", "use china, russia, both or unknown");
            target.via = *via;
        }
        expectGentle(reader, target);
        target.enabled = !reader.has("enabled") || reader.at("enabled").boolean();
        if (target.enabled && !probesHere(target.probe))
            reader.at("probe").fail(std::string(kindName(target.probe)) + " is not probed by this version",
                                    "set \"enabled\": false");
        return target;
    }

    void readPlace(const JsonReader& reader, Target& target) {
        if (reader.has("site") == reader.has("group"))
            reader.fail(reader.has("site") ? "has both a site and a group" : "has neither a site nor a group",
                        "give it exactly one of \"site\" and \"group\"");
        if (reader.has("site")) {
            target.site = reader.at("site").text();
            if (!siteKnown(target.site))
                reader.at("site").fail("\"" + target.site + "\" is not among the sites", "add it to \"sites\"");
        } else {
            target.group = slug(reader.at("group"));
            if (siteKnown(target.group))
                reader.at("group").fail("\"" + target.group + "\" is the name of a site", "choose another");
        }
    }

    Control control(const JsonReader& reader) {
        reader.expectObject({"id", "label", "ring", "probe", "interval_s", "timeout_s", "status", "reason"});
        Control control;
        if (reader.has("ring")) {
            static constexpr std::array rings{Ring::Line, Ring::LongHaul, Ring::TransitChina, Ring::TransitRussia,
                                              Ring::Negative};
            const std::string text = reader.at("ring").text();
            const auto* const found =
                std::find_if(rings.begin(), rings.end(), [&](Ring ring) { return name(ring) == text; });
            if (found == rings.end())
                reader.at("ring").fail("\"" + text + "\" is not a ring",
                                       "use line, long-haul, transit-china, transit-russia or negative");
            control.ring = *found;
        }
        for (const std::string_view remark : {"status", "reason"})
            if (reader.has(remark))
                reader.at(remark).text(500); // for people; nothing depends on it
        control.target = common(reader, {m_list.allowPrivate, control.ring == Ring::Negative});
        if (!reader.has("interval_s"))
            control.target.interval = std::chrono::seconds(m_settings.interval_control_s);
        if (!probesHere(control.target.probe))
            reader.at("probe").fail(std::string(kindName(control.target.probe)) + " is not probed by this version",
                                    "use http, dns or tcp for a control");
        expectGentle(reader, control.target);
        return control;
    }

    Target common(const JsonReader& reader, const AddressRules& rules) {
        Target target;
        target.id = TargetId{static_cast<std::int64_t>(m_slugs.size())};
        target.name = slug(reader.at("id"));
        if (!m_slugs.insert(target.name).second)
            reader.at("id").fail("\"" + target.name + "\" is the name of an earlier one", "give each its own");
        target.label = reader.has("label") ? reader.at("label").text() : target.name;
        target.shortLabel = reader.has("short") ? reader.at("short").text() : target.label;
        target.probe = probeOptions(reader.at("probe"), rules);
        const KindDefaults defaults = std::visit(DefaultsOf{m_settings}, target.probe);
        target.layer = defaults.layer;
        target.interval =
            std::chrono::seconds(reader.has("interval_s") ? reader.at("interval_s").integer(1, longestInterval)
                                                          : std::int64_t(defaults.interval_s));
        target.timeout = std::chrono::milliseconds(reader.has("timeout_s")
                                                       ? std::llround(reader.at("timeout_s").number(0.1, 120) * 1000)
                                                       : defaults.timeout_ms);
        return target;
    }

    static bool isLoopback(const std::string& host) {
        const auto address = Address::parse(host);
        return address && address->isLoopback();
    }

    // A name lives on our own machine if only our own machine is asked where it lives.
    static bool isOurOwnMachine(const ProbeOptions& probe) {
        const auto* http = std::get_if<HttpOptions>(&probe);
        if (!http || http->resolve.servers.empty() || Address::parse(hostOf(probe)))
            return isLoopback(hostOf(probe));
        return std::all_of(http->resolve.servers.begin(), http->resolve.servers.end(), isLoopback);
    }

    // Only our own machine may be asked more often than every 30 s.
    static void expectGentle(const JsonReader& reader, const Target& target) {
        if (target.interval.count() >= shortestPublicInterval || isOurOwnMachine(target.probe))
            return;
        const std::string reason = "asks every " + std::to_string(target.interval.count()) + " s";
        if (reader.has("interval_s"))
            reader.at("interval_s").fail(reason, "30 s is the shortest except for loopback addresses");
        reader.fail(reason + " by the settings", "give it an \"interval_s\" of at least 30");
    }

    const JsonReader& m_root;
    const Settings& m_settings;
    Watchlist m_list;
    std::set<std::string> m_slugs;
};

} // namespace

Watchlist parseWatchlist(std::string_view json, const std::string& origin, const Settings& settings) {
    const nlohmann::json document = parsedJson(json, origin);
    const JsonReader root(document, {}, origin);
    Watchlist list = Parser(root, settings).read();
    list.json = document.dump();
    return list;
}

} // namespace kpwatch
