// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/network/chain.h"

#include <nlohmann/json.hpp>

#include <array>

namespace kpwatch::test {

namespace {

struct Host {
    const char *id, *address;
};

constexpr std::array sites{Host{"kcna", "175.45.176.71"}, Host{"naenara", "175.45.176.72"},
                           Host{"rodong", "175.45.176.73"}};
constexpr std::array nameServers{Host{"ns1", "175.45.176.15"}, Host{"ns2", "175.45.176.16"}};
constexpr std::array openPorts{Host{"gate", "175.45.176.8"}, Host{"router-178", "175.45.178.161"}};

constexpr Host mailServer{"mail-star", "175.45.178.56"};

enum class Asks { Port, Names, Mail };

struct Beside { // a control, and where it is
    const char *id, *ring, *address;
    Asks asks = Asks::Port;
};
constexpr std::array controls{Beside{"line-1", "line", "141.76.2.4"},
                              Beside{"line-2", "line", "194.71.11.4"},
                              Beside{"line-3", "line", "209.51.188.4"},
                              Beside{"line-4", "line", "130.59.31.4", Asks::Names},
                              Beside{"line-5", "line", "192.36.148.4", Asks::Names},
                              Beside{"line-mail", "line", "194.71.12.4", Asks::Mail},
                              Beside{"long-1", "long-haul", "150.65.7.4"},
                              Beside{"long-2", "long-haul", "137.189.4.4"},
                              Beside{"long-3", "long-haul", "203.119.1.4", Asks::Names},
                              Beside{"china-1", "transit-china", "219.158.1.4"},
                              Beside{"china-2", "transit-china", "202.102.128.4", Asks::Names},
                              Beside{"nobody-tcp", "negative", "192.0.2.1"},
                              Beside{"nobody-dns", "negative", "192.0.2.53", Asks::Names}};

Address at(const std::string& text) { return Address::parse(text).value(); }

std::string network(std::string address) { return address.erase(address.rfind('.')) + ".0/24"; }
std::string firstOf(std::string address) { return address.erase(address.rfind('.')) + ".1"; }

// The addresses of everybody in a space, a router's end for each network, and the way back.
void moveIn(const Space& space, const Space& router, const std::string& interface,
            const std::vector<std::string>& addresses) {
    std::string own;
    std::string routers;
    std::map<std::string, bool> known;
    for (const std::string& address : addresses) {
        own += "addr add " + address + "/24 dev eth0\n";
        if (!std::exchange(known[network(address)], true))
            routers += "addr add " + firstOf(address) + "/24 dev " + interface + "\n";
    }
    space.ip(own + "route add default via " + firstOf(addresses.front()));
    router.ip(routers);
}

std::vector<std::string> addressesOf(const std::string& ring) {
    std::vector<std::string> found;
    for (const Beside& control : controls)
        if (control.ring == ring)
            found.emplace_back(control.address);
    return found;
}

std::string routes(const std::vector<std::string>& networks, const std::string& via) {
    std::string lines;
    for (const std::string& each : networks)
        lines += "route add " + each + " via " + via + "\n";
    return lines;
}

} // namespace

std::string Chain::router(int hop) { return hop == 1 ? "192.168.77.1" : "84.16." + std::to_string(hop - 1) + ".2"; }

void unplug(const Space& router, const Space& before) {
    router.ip("link set dev in down\nlink set dev out down");
    seekAnew(before, "out");
}

void seekAnew(const Space& space, const std::string& interface) { space.ip("neigh flush dev " + interface); }

Chain::Chain() {
    connectSpaces(us, "eth0", r1, "in");
    connectSpaces(r2, "out", r3, "in");
    connectSpaces(r3, "out", r4, "in");
    connectSpaces(r5, "out", servers, "eth0");
    connectSpaces(r2, "line", line, "eth0");
    connectSpaces(r3, "far", longHaul, "eth0");
    connectSpaces(r4, "transit", transit, "eth0");
    layRoutes();
    settle();
    serveAll();
}

// Between router k and k + 1 lies 84.16.k.0/24, .1 on our side and .2 on the far one. Everybody knows the way to us,
// and to what lies behind the next router; nobody but our own two has a default route.
void Chain::layRoutes() const {
    const std::string ours = "192.168.77.0/24";
    us.ip("addr add 192.168.77.2/24 dev eth0\nroute add default via 192.168.77.1");
    r1.ip("addr add 192.168.77.1/24 dev in\naddr add 84.16.1.1/24 dev out\nroute add default via 84.16.1.2");
    const std::array<const Space*, 4> later{&r2, &r3, &r4, &r5};
    std::vector<std::string> beyond; // the nearest is known to the most
    for (int i = 3; i >= 0; --i) {
        const int k = i + 2;
        const Space& here = *later.at(static_cast<std::size_t>(i));
        const std::string before = "84.16." + std::to_string(k - 1);
        const std::string after = "84.16." + std::to_string(k);
        here.ip("addr add " + before + ".2/24 dev in\n" + routes({ours}, before + ".1"));
        if (k < 5)
            here.ip("addr add " + after + ".1/24 dev out\n" + routes(beyond, after + ".2"));
        const std::string besides = k == 3 ? "long-haul" : k == 4 ? "transit-china" : "";
        for (const std::string& address : addressesOf(besides))
            beyond.push_back(network(address));
        if (k == 5)
            beyond.emplace_back(theirs);
    }
}

void Chain::settle() {
    std::vector<std::string> watched;
    for (const Host& host : sites)
        watched.emplace_back(host.address);
    for (const Host& host : nameServers)
        watched.emplace_back(host.address);
    for (const Host& host : openPorts)
        watched.emplace_back(host.address);
    watched.emplace_back(mailServer.address);
    moveIn(servers, r5, "out", watched);
    moveIn(line, r2, "line", addressesOf("line"));
    moveIn(longHaul, r3, "far", addressesOf("long-haul"));
    moveIn(transit, r4, "transit", addressesOf("transit-china"));
}

void Chain::serveAll() {
    const auto serve_port = [this](const Space& space, const char* address) {
        ports.push_back(space.inside([&] { return std::make_unique<TcpServer>(ServerPlace{at(address), 80}); }));
    };
    const auto serve_names = [this](const Space& space, const char* id, const char* address,
                                    const std::vector<std::string>& records) {
        names[id] = space.inside([&] { return std::make_unique<DnsServer>(ServerPlace{at(address), 53}, records); });
    };
    const auto serve_mail = [this](const Space& space, const char* address) {
        mail.push_back(space.inside([&] { return std::make_unique<SmtpServer>(ServerPlace{at(address), 25}); }));
    };
    serve_mail(servers, mailServer.address);
    std::vector<std::string> zone{DnsServer::soa("kp", 2026010101)};
    for (const Host& site : sites) {
        zone.push_back("www." + std::string(site.id) + ".kp 21600 IN A " + site.address);
        web[site.id] = servers.inside([&] {
            return std::make_unique<HttpServer>(HttpServer::Options{{at(site.address), 80}, {}});
        });
    }
    for (const Host& server : nameServers)
        serve_names(servers, server.id, server.address, zone);
    for (const Host& port : openPorts)
        serve_port(servers, port.address);
    for (const Beside& control : controls) {
        const std::string ring = control.ring;
        if (ring == "negative")
            continue;
        const Space& space = ring == "line" ? line : ring == "long-haul" ? longHaul : transit;
        switch (control.asks) {
        case Asks::Port:
            serve_port(space, control.address);
            break;
        case Asks::Names:
            serve_names(space, control.id, control.address, {DnsServer::soa("example.net", 1)});
            break;
        case Asks::Mail:
            serve_mail(space, control.address);
            break;
        }
    }
}

Watchlist chainWatchlist(std::chrono::milliseconds timeout) {
    using nlohmann::json;
    json list = {{"version", 1}, {"sites", json::array()}, {"targets", json::array()}, {"controls", json::array()}};
    for (const Host& site : sites) {
        const std::string host = "www." + std::string(site.id) + ".kp";
        const bool by_name = site.id != std::string("rodong");
        json probe = {{"kind", "http"}, {"url", "http://" + (by_name ? host : std::string(site.address)) + "/"}};
        if (by_name)
            probe["resolve"] = {{"servers", {nameServers[0].address, nameServers[1].address}}};
        list["sites"].push_back({{"id", site.id}, {"label", site.id}, {"host", host}});
        list["targets"].push_back(
            {{"id", site.id + std::string("-http")}, {"site", site.id}, {"via", "china"}, {"probe", probe}});
    }
    for (const Host& server : nameServers)
        list["targets"].push_back({{"id", server.id},
                                   {"group", "name-servers"},
                                   {"via", "china"},
                                   {"probe", {{"kind", "dns"}, {"server", server.address}, {"name", "kp"}}}});
    for (const Host& port : openPorts)
        list["targets"].push_back({{"id", port.id},
                                   {"group", "routers"},
                                   {"via", "china"},
                                   {"probe", {{"kind", "tcp"}, {"host", port.address}, {"port", 80}}}});
    list["targets"].push_back({{"id", mailServer.id},
                               {"group", "mail"},
                               {"via", "china"},
                               {"probe", {{"kind", "smtp"}, {"host", mailServer.address}}},
                               {"interval_s", 120}});
    for (const Beside& control : controls) {
        json probe = {{"kind", "tcp"}, {"host", control.address}, {"port", 80}};
        if (control.asks == Asks::Names)
            probe = {{"kind", "dns"}, {"server", control.address}, {"name", "example.net"}};
        if (control.asks == Asks::Mail)
            probe = {{"kind", "smtp"}, {"host", control.address}};
        list["controls"].push_back({{"id", control.id}, {"ring", control.ring}, {"probe", probe}});
    }
    Settings settings;
    settings.timeout_connect_ms = settings.timeout_http_ms = settings.timeout_dns_ms =
        static_cast<int>(timeout.count());
    return parseWatchlist(list.dump(), "the chain", settings);
}

} // namespace kpwatch::test
