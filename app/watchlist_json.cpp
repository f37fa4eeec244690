// SPDX-License-Identifier: GPL-3.0-or-later
// The watchlist file: every key checked, so that what is loaded can be dialled as it stands.
#include "app/json_reader.h"
#include "app/sentinels.h"
#include "app/watchlist.h"
#include "app/watchlist_probe.h"
#include "probes/value_named.h"

#include <algorithm>
#include <array>
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

bool isEvidenceOnly(const ProbeOptions& probe) { return transportOf(probe) == Transport::Icmp; }

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
        for (std::size_t i = 0; i < targets.arraySize(); ++i)
            expectFindable(targets.at(i), m_list.targets[i]);
        for (Target& sentinel : sentinelsOf(m_list.targets, m_settings)) {
            sentinel.id = TargetId{static_cast<std::int64_t>(m_list.targets.size())};
            if (m_slugs.insert(sentinel.name).second) // else somebody has written down their own
                m_list.targets.push_back(std::move(sentinel));
        }
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
        if (const auto* http = std::get_if<HttpOptions>(&target.probe); http && http->expect)
            reader.at("probe").at("expect").fail("is for controls",
                                                 "what a watched site answers is theirs: leave it out");
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
        if (isEvidenceOnly(target.probe) && target.layer != Layer::Route)
            reader.at("layer").fail(std::string(kindName(target.probe)) + " tells only of the way there",
                                    "use route or leave the key out");
        return target;
    }

    // Only the names of web sites are looked up; what else is asked by such a name goes where its site lives.
    void expectFindable(const JsonReader& reader, const Target& target) const {
        const std::string host = hostOf(target.probe);
        if (!target.enabled || std::holds_alternative<HttpOptions>(target.probe) || Address::parse(host))
            return;
        const bool known = std::any_of(m_list.targets.begin(), m_list.targets.end(), [&](const Target& other) {
            return std::holds_alternative<HttpOptions>(other.probe) && other.enabled && hostOf(other.probe) == host;
        });
        if (!known)
            reader.at("probe").at("host").fail("\"" + host + "\" is the name of no web site in this list",
                                               "write its address");
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
            const auto found = valueNamed(rings, text);
            if (!found)
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
        if (isEvidenceOnly(control.target.probe))
            reader.at("probe").fail(std::string(kindName(control.target.probe)) + " proves nothing",
                                    "use http, dns, tcp or smtp for a control");
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
    list.setJson(document.dump());
    return list;
}

} // namespace kpwatch
