// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/simulation/stage.h"

#include "app/errors.h"
#include "app/simulation/dns_server.h"
#include "app/simulation/http_server.h"
#include "app/simulation/tcp_server.h"

#include <nlohmann/json.hpp>

#include <array>
#include <map>
#include <optional>
#include <poll.h>
#include <set>
#include <system_error>

namespace kpwatch::simulation {

using nlohmann::ordered_json;
using namespace std::chrono_literals;
using std::chrono::milliseconds;

namespace {

constexpr int interval_s = 8, controlInterval_s = 10;
constexpr const char* nameServer = "127.45.176.8";

struct SiteFacts {
    const char* id;
    const char* label;
    const char* host;
    const char* address;
    const char* title;
};
// The first addresses mirror 175.45.176.0/24 into loopback.
constexpr std::array<SiteFacts, 4> siteFacts{{
    {"kcna", "KCNA", "www.kcna.kp", "127.45.176.71", "KCNA (simulated)"},
    {"naenara", "Naenara", "naenara.com.kp", "127.45.176.67", "Naenara (simulated)"},
    {"airkoryo", "Air Koryo", "www.airkoryo.com.kp", "127.45.176.69", "Air Koryo (simulated)"},
    {"mfa", "Foreign Ministry", "www.mfa.gov.kp", "127.45.176.70", "Foreign Ministry (simulated)"},
}};

enum class By { Tcp, Dns, Web };
struct ControlFacts {
    const char* id;
    const char* label;
    const char* ring;
    const char* address;
    By by;
};
constexpr std::array<ControlFacts, 12> controlFacts{{
    {"line-1", "Control 1", "line", "127.1.1.1", By::Tcp},
    {"line-2", "Control 2", "line", "127.1.1.2", By::Tcp},
    {"line-3", "Control 3", "line", "127.1.1.3", By::Tcp},
    {"line-dns", "Control 4, DNS", "line", "127.1.1.4", By::Dns},
    {"line-web-1", "Control 5, web", "line", "127.1.1.5", By::Web},
    {"line-web-2", "Control 6, web", "line", "127.1.1.6", By::Web},
    {"far-1", "Far control 1", "long-haul", "127.2.1.1", By::Tcp},
    {"far-2", "Far control 2", "long-haul", "127.2.1.2", By::Tcp},
    {"china-1", "Transit control 1", "transit-china", "127.3.1.1", By::Tcp},
    {"china-2", "Transit control 2", "transit-china", "127.3.1.2", By::Tcp},
    {"nobody-tcp", "Nobody, TCP", "negative", "127.9.1.1", By::Tcp},
    {"nobody-dns", "Nobody, DNS", "negative", "127.9.1.2", By::Dns},
}};

// Of servers that lose packets: nothing gets in for the first of the two, then everything for the other. Together they
// do not divide the second after which a connection is tried again (RFC 6298, section 2).
constexpr milliseconds lostFor{280}, heardFor{420};
// So slow that it is no longer usual (degraded_slow_ms, degraded_slow_share), and no check runs into its time-out.
constexpr milliseconds lateBy{450};

constexpr std::chrono::seconds wrongBy{-47}; // theirs: ours is ahead

ServerPlace at(const char* address) { return {.address = *Address::parse(address)}; }

ordered_json target(const std::string& id, const std::string& label, ordered_json probe, const char* layer) {
    return {{"id", id},
            {"label", label},
            {"short", label},
            {"layer", layer},
            {"via", "china"},
            {"probe", std::move(probe)},
            {"interval_s", interval_s},
            {"timeout_s", 2},
            {"enabled", true}};
}

// Time-outs, spans and stale limits for a network that answers in milliseconds.
ordered_json settings() {
    return {{"timeout_connect_ms", 2000}, {"timeout_http_ms", 2000}, {"timeout_dns_ms", 2000}, {"confirm_span_s", 15},
            {"recover_span_s", 8},        {"recheck_s", {3, 7, 12}}, {"announce_span_s", 15},  {"stale_intervals", 6}};
}

} // namespace

struct Stage::Impl {
    const Scenario scenario;
    const double speed;
    std::map<std::string, std::unique_ptr<HttpServer>> web;
    std::map<std::string, std::unique_ptr<DnsServer>> names;
    std::map<std::string, std::unique_ptr<TcpServer>> ports;
    std::unique_ptr<DnsServer> siteNames; // only tells where the sites live, and always answers
    std::set<std::string> losing;         // web servers that lose packets at the moment
    bool deaf = false;                    // those do not hear just now

    void open() {
        std::vector<std::string> records{DnsServer::soa("kp.", 2026031201)};
        for (const SiteFacts& site : siteFacts) {
            web[site.id] = std::make_unique<HttpServer>(HttpServer::Options{.place = at(site.address)});
            records.push_back(std::string(site.host) + ". 21600 IN A " + site.address);
        }
        names["ns1"] = std::make_unique<DnsServer>(at("127.45.176.15"), records);
        names["ns2"] = std::make_unique<DnsServer>(at("127.45.176.16"), records);
        siteNames = std::make_unique<DnsServer>(at(nameServer), records);
        ports["router-a"] = std::make_unique<TcpServer>(at("127.45.178.161"));
        ports["router-b"] = std::make_unique<TcpServer>(at("127.45.177.1"));
        for (const ControlFacts& control : controlFacts)
            openControl(control, records);
        for (const ControlFacts& control : controlFacts)
            if (std::string_view(control.ring) == "negative")
                perform(control.id, Act::Silent);
        for (const SiteFacts& site : siteFacts)
            perform(site.id, Act::Answer);
    }

    void openControl(const ControlFacts& control, const std::vector<std::string>& records) {
        switch (control.by) {
        case By::Tcp:
            ports[control.id] = std::make_unique<TcpServer>(at(control.address));
            return;
        case By::Dns:
            names[control.id] = std::make_unique<DnsServer>(at(control.address), records);
            return;
        case By::Web:
            web[control.id] = std::make_unique<HttpServer>(HttpServer::Options{.place = at(control.address)});
            perform(control.id, Act::Answer);
            return;
        }
    }

    void perform(const std::string& who, Act act) {
        if (const auto found = web.find(who); found != web.end()) {
            performSite(who, *found->second, act);
        } else if (const auto name = names.find(who); name != names.end()) {
            name->second->setDelay(act == Act::AnswerLate ? lateBy : milliseconds{0});
            name->second->setBehaviour(act == Act::Silent ? DnsBehaviour::Silent : DnsBehaviour::Answer);
        } else {
            ports.at(who)->setBehaviour(act == Act::Silent ? TcpBehaviour::SilentBacklog : TcpBehaviour::Accept);
        }
    }

    void performSite(const std::string& who, HttpServer& server, Act act) {
        const auto* const facts =
            std::find_if(siteFacts.begin(), siteFacts.end(), [&](const SiteFacts& site) { return who == site.id; });
        if (facts == siteFacts.end()) { // a control
            server.setPage({.title = "It works", .clockAhead = act == Act::WrongDate ? wrongBy : 0s});
            server.setBehaviour(act == Act::Silent ? HttpBehaviour::FullBacklog : HttpBehaviour::Answer);
            return;
        }
        if (act == Act::BlockPage)
            server.setPage({.status = 302, .location = "http://warning.or.kr/i3.html"});
        else if (act == Act::LogInFirst)
            server.setPage({.status = 302, .server = "", .location = "http://login.hotel.example/welcome"});
        else
            server.setPage({.status = act == Act::ErrorPage ? 503 : 200,
                            .title = facts->title,
                            .lastModified = "Thu, 12 Mar 2026 04:42:00 GMT"});
        server.setDelay(milliseconds{120 + 15 * (facts - siteFacts.begin())});
        server.setBehaviour(act == Act::Silent ? HttpBehaviour::FullBacklog : HttpBehaviour::Answer);
        if (act == Act::LosePackets)
            losing.insert(who);
        else
            losing.erase(who);
    }

    ordered_json probeOf(const ControlFacts& control) const {
        switch (control.by) {
        case By::Tcp:
            return {{"kind", "tcp"}, {"host", control.address}, {"port", ports.at(control.id)->port()}};
        case By::Dns:
            return {{"kind", "dns"},
                    {"server", control.address},
                    {"port", names.at(control.id)->port()},
                    {"name", "kp"},
                    {"type", "SOA"}};
        case By::Web:
            return {{"kind", "http"}, {"url", web.at(control.id)->url()}};
        }
        return {};
    }

    // How long until the next change of those that lose packets; nothing changes if there are none.
    std::optional<milliseconds> loseOrHear() {
        if (losing.empty())
            return std::nullopt;
        deaf = !deaf;
        for (const std::string& who : losing)
            web.at(who)->setBehaviour(deaf ? HttpBehaviour::FullBacklog : HttpBehaviour::Answer);
        return deaf ? lostFor : heardFor;
    }
};

Stage::Stage(const Scenario& scenario, double speed) : m_impl(new Impl{.scenario = scenario, .speed = speed}) {
    try {
        m_impl->open();
    } catch (const std::system_error& error) {
        throw InputError(std::string("the simulated network cannot open its servers on loopback (") + error.what() +
                         "): is another demo running?");
    }
}

Stage::~Stage() = default;

std::string Stage::json() const {
    ordered_json sites = ordered_json::array(), targets = ordered_json::array(), controls = ordered_json::array();
    for (const SiteFacts& site : siteFacts) {
        sites.push_back({{"id", site.id}, {"label", site.label}, {"short", site.label}, {"host", site.host}});
        const std::string url =
            std::string("http://") + site.host + ":" + std::to_string(m_impl->web.at(site.id)->port()) + "/";
        ordered_json added =
            target(site.id, site.label,
                   {{"kind", "http"},
                    {"url", url},
                    {"resolve", {{"servers", ordered_json::array({nameServer})}, {"port", m_impl->siteNames->port()}}}},
                   "http");
        added["site"] = site.id;
        targets.push_back(std::move(added));
    }
    for (const char* const id : {"ns1", "ns2"}) {
        ordered_json added = target(id, std::string(id) + ".kptc.kp",
                                    {{"kind", "dns"},
                                     {"server", std::string_view(id) == "ns1" ? "127.45.176.15" : "127.45.176.16"},
                                     {"port", m_impl->names.at(id)->port()},
                                     {"name", "kp"},
                                     {"type", "SOA"}},
                                    "dns");
        added["group"] = "name-servers";
        targets.push_back(std::move(added));
    }
    for (const auto& [id, host] : {std::pair{"router-a", "127.45.178.161"}, std::pair{"router-b", "127.45.177.1"}}) {
        ordered_json added =
            target(id, id, {{"kind", "tcp"}, {"host", host}, {"port", m_impl->ports.at(id)->port()}}, "tcp");
        added["group"] = "routers";
        targets.push_back(std::move(added));
    }
    for (const ControlFacts& facts : controlFacts) {
        const ordered_json probe = m_impl->probeOf(facts);
        controls.push_back({{"id", facts.id},
                            {"label", facts.label},
                            {"ring", facts.ring},
                            {"probe", probe},
                            {"interval_s", controlInterval_s},
                            {"timeout_s", 2}});
    }
    const ordered_json watchlist{{"version", 1},
                                 {"allow_private", true},
                                 {"sites", std::move(sites)},
                                 {"targets", std::move(targets)},
                                 {"controls", std::move(controls)}};
    return ordered_json{{"watchlist", watchlist}, {"settings", settings()}}.dump();
}

void Stage::playUntilClosed(int descriptor) {
    const auto closedWithin = [descriptor](milliseconds patience) {
        pollfd watched{.fd = descriptor, .events = POLLIN, .revents = 0};
        return ::poll(&watched, 1, static_cast<int>(patience.count())) != 0;
    };
    while (true) {
        const auto begin = std::chrono::steady_clock::now();
        const auto waitUntil = [&](std::chrono::seconds moment) {
            const auto due = begin + std::chrono::duration<double>(moment) / m_impl->speed;
            for (;;) {
                const auto left = std::max(
                    std::chrono::duration_cast<milliseconds>(due - std::chrono::steady_clock::now()), milliseconds{0});
                const std::optional<milliseconds> change = m_impl->loseOrHear();
                if (closedWithin(std::min(left, change.value_or(left))))
                    return true;
                if (!change || *change >= left)
                    return false;
            }
        };
        for (const Cue& cue : m_impl->scenario.cues) {
            if (waitUntil(cue.at))
                return;
            for (const std::string& who : cue.who)
                m_impl->perform(who, cue.act);
        }
        if (waitUntil(m_impl->scenario.length))
            return;
    }
}

} // namespace kpwatch::simulation
