// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/network/faults.h"

#include "tests/network/rehearsal.h"

namespace kpwatch::test {

namespace {

using namespace std::chrono_literals;

// A router says "unreachable" after three seconds of asking for its neighbour; time for two such rounds.
constexpr auto longer = 8500ms;
// All that waits for the neighbour is told at the same moment, and a kernel has no more than some 150 ICMP messages on
// their way at once, in all its namespaces together.
constexpr int fewAtOnce = 1;
// A router that seeks a dead neighbour keeps few packets for him, and says nothing of those that it drops (arp(7)).
// TCP sends again, so it hears it in the end.
const std::string unreachableOrLost = "exchange unreachable|exchange timeout";
constexpr auto fourTries = 10000ms; // at 0, 1, 3 and 7 s, as the time-outs of the rules

const std::string theirs = Chain::theirs;

// Our firewall, or that of a space, with one rule for what it sends or receives.
void filter(const Space& space, const std::string& hook, const std::string& rule) {
    space.nft("table ip test { chain " + hook + " { type filter hook " + hook + " priority 0; " + rule + " }; }");
}

// Whoever it was sent to, the router answers itself, in their name.
void divert(const Space& router, const std::string& what) {
    router.nft("table ip portal { chain in { type nat hook prerouting priority -100; iif in " + what +
               " redirect; }; }");
}

void lose(Chain& chain, int percent) { chain.theirWire.set(Wire::Direction::Out, {.lossPercent = percent}); }
void delay(Chain& chain, std::chrono::milliseconds each_way) { chain.theirWire.setBoth({.delay = each_way}); }

// A word for all checks, those of TCP and those of UDP; controls as named.
Words all(const std::string& tcp, const std::string& udp, const std::vector<std::string>& rings = {}) {
    Words words{{"*", tcp}, {"ns1", udp}, {"ns2", udp}};
    for (const std::string& ring : rings)
        words[ring] = tcp + "|" + udp;
    return words;
}

const std::vector<std::string> everyRing{"line", "long-haul", "transit-china", "negative"};
const Words ownLineDown{{"*", "own-connection-down"}, {"own-line", "own-connection-down"}};

// --- Their servers ---
std::vector<Fault> ofTheServers() {
    return {
        {.name = "nothing", .steps = {{[](Chain& /*chain*/) {}}}},
        {.name = "server resets",
         .steps = {{[](Chain& chain) { chain.web["kcna"]->setBehaviour(HttpBehaviour::Refuse); }}},
         .checks = {{"kcna-http", "connect refused"}},
         .states = {{"kcna-http", "down"}}},
        {.name = "server resets after the request",
         .steps = {{[](Chain& chain) { chain.web["kcna"]->setBehaviour(HttpBehaviour::ResetAfterRequest); }}},
         .checks = {{"kcna-http", "exchange reset"}},
         .states = {{"kcna-http", "down"}}},
        {.name = "server silent",
         .steps = {{[](Chain& chain) { filter(chain.servers, "input", "ip daddr 175.45.176.73 drop;"); }}},
         .checks = {{"rodong-http", "connect timeout"}},
         .states = {{"rodong-http", "down"}}},
        {.name = "all servers silent",
         .steps = {{[](Chain& chain) { filter(chain.servers, "input", "drop;"); }}},
         .checks = all("connect timeout", "exchange timeout"),
         .states = {{"*", "down"}},
         .road = "silence at hop 5, 84.16.4.2"},
        {.name = "name servers dropped",
         .steps = {{[](Chain& chain) { filter(chain.servers, "input", "udp dport 53 drop; tcp dport 53 drop;"); }}},
         .checks = {{"ns1", "exchange timeout"}, {"ns2", "exchange timeout"}},
         .states = {{"ns1", "down"}, {"ns2", "down"}}},
        {.name = "name servers closed",
         .steps = {{[](Chain& chain) {
             for (const char* const server : {"ns1", "ns2"})
                 chain.names[server]->setBehaviour(DnsBehaviour::PortClosed);
         }}},
         .checks = {{"ns1", "exchange refused"}, {"ns2", "exchange refused"}},
         .states = {{"ns1", "down"}, {"ns2", "down"}}},
        {.name = "mail server silent",
         .steps = {{[](Chain& chain) { filter(chain.servers, "input", "tcp dport 25 drop;"); }}},
         .checks = {{"mail-star", "connect timeout"}},
         .states = {{"mail-star", "down"}}},
    };
}

// --- The way there, beyond every control ---
std::vector<Fault> ofTheLastMile() {
    const Words unreachable = all("connect unreachable", "exchange unreachable");
    const Words silent = all("connect timeout", "exchange timeout");
    return {
        {.name = "route withdrawn",
         .steps = {{[](Chain& chain) { chain.r4.ip("route del " + theirs); }}},
         .checks = unreachable,
         .states = {{"*", "down"}},
         .road = "unreachable at hop 4, 84.16.3.2",
         .timeout = 1500ms,
         .gathered = 1,
         .pace = asTablesComplain},
        {.name = "route unreachable",
         .steps = {{[](Chain& chain) { chain.r3.ip("route replace unreachable " + theirs); }}},
         .checks = unreachable,
         .states = {{"*", "down"}},
         .road = "unreachable at hop 3, 84.16.2.2",
         .timeout = 1500ms,
         .gathered = 1,
         .pace = asTablesComplain},
        {.name = "route prohibited",
         .steps = {{[](Chain& chain) { chain.r3.ip("route replace prohibit " + theirs); }}},
         .checks = unreachable,
         .states = {{"*", "down"}},
         .road = "prohibited at hop 3, 84.16.2.2",
         .timeout = 1500ms,
         .gathered = 1,
         .pace = asTablesComplain},
        {.name = "route prohibited by our provider", // where addresses that do not exist end as well
         .steps = {{[](Chain& chain) { chain.r2.ip("route replace prohibit " + theirs); }}},
         .checks = all("connect unreachable|connect timeout", "exchange unreachable|exchange timeout"),
         .states = {{"*", "unknown not-answered-for"}},
         .road = "prohibited at hop 2, 84.16.1.2",
         .timeout = 1500ms,
         .gathered = 2, // a busy kernel may keep one complaint to itself
         .pace = asTablesComplain},
        {.name = "route blackholed", // the router is silent for all that it would swallow
         .steps = {{[](Chain& chain) { chain.r3.ip("route replace blackhole " + theirs); }}},
         .checks = silent,
         .states = {{"*", "down"}},
         .road = "silence at hop 2, 84.16.1.2"},
        {.name = "router drops what it should forward",
         .steps = {{[](Chain& chain) { filter(chain.r3, "forward", "ip daddr " + theirs + " drop;"); }}},
         .checks = silent,
         .states = {{"*", "down"}},
         .road = "silence at hop 3, 84.16.2.2"},
        {.name = "border router dead",
         .steps = {{[](Chain& chain) { unplug(chain.r5, chain.r4); }}},
         .checks = all("connect unreachable", unreachableOrLost),
         .states = {{"*", "down"}},
         .road = "silence at hop 4, 84.16.3.2|unreachable at hop 5, 84.16.3.2",
         .timeout = longer,
         .gathered = fewAtOnce},
        {.name = "routing loop",
         .steps = {{[](Chain& chain) { chain.r4.ip("route replace " + theirs + " via 84.16.3.1"); }}},
         .checks = unreachable,
         .states = {{"*", "down"}},
         .road = "loop at hop 5, 84.16.2.2"},
        {.name = "router that seldom complains", // as all Linux routers do by default
         .steps = {{[](Chain& chain) {
             chain.r3.set("ipv4/icmp_ratemask", "6168");
             chain.r3.ip("route replace unreachable " + theirs);
         }}},
         .checks = all("connect unreachable|connect timeout", "exchange unreachable|exchange timeout"),
         .states = {{"*", "down"}},
         .road = "unreachable at hop 3, 84.16.2.2|silence at hop 2, 84.16.1.2"},
        {.name = "silent router that forwards",
         .steps = {{[](Chain& chain) { filter(chain.r3, "output", "ip protocol icmp drop;"); }}},
         .road = "reached at hop 6, 175.45.176.71; silent: 3"},
        {.name = "loss 10 %",
         .steps = {{[](Chain& chain) { lose(chain, 10); }}},
         .checks = {{"*", "?"}},
         .states = {{"*", "up|degraded"}},
         .road = "?",
         .timeout = fourTries,
         .gathered = 20},
        {.name = "loss 30 %",
         .steps = {{[](Chain& chain) { lose(chain, 30); }}},
         .checks = {{"*", "?"}},
         .states = {{"*", "degraded"}, // but where fewer than thirty tries are made in a quarter of an hour
                    {"router-178", "up|degraded"},
                    {"sentinel-router-178", "up|degraded"},
                    {"ns1", "up|degraded"},
                    {"ns2", "up|degraded"},
                    {"mail-star", "up"},
                    {"own-line", "up"}},
         .road = "?",
         .timeout = fourTries,
         .gathered = 20},
        {.name = "loss 60 %",
         .steps = {{[](Chain& chain) { lose(chain, 60); }}},
         .checks = {{"*", "?"}},
         .states = {{"*", "degraded|unknown not-answered-for"},
                    {"ns1", "up|degraded|unknown not-answered-for"},
                    {"ns2", "up|degraded|unknown not-answered-for"},
                    {"mail-star", "up|degraded|unknown not-answered-for"},
                    {"own-line", "up"}},
         .road = "?",
         .timeout = fourTries,
         .gathered = 20},
        {.name = "growing delay",
         .steps = {{[](Chain& chain) { delay(chain, 60ms); }, 5min},
                   {[](Chain& chain) { delay(chain, 120ms); }, 5min},
                   {[](Chain& chain) { delay(chain, 240ms); }, 15min}},
         .states = {{"*", "degraded"}}},
    };
}

// --- The way there, together with controls ---
std::vector<Fault> ofTheRoad() {
    const auto unreachable = [](const std::vector<std::string>& rings) {
        return all("connect unreachable", unreachableOrLost, rings);
    };
    const auto silent = [](const std::vector<std::string>& rings) {
        return all("connect timeout", "exchange timeout", rings);
    };
    return {
        {.name = "transit dead",
         .steps = {{[](Chain& chain) { unplug(chain.r4, chain.r3); }}},
         .checks = unreachable({"transit-china"}),
         .states = {{"*", "unknown way-there"}},
         .road = "silence at hop 3, 84.16.2.2|unreachable at hop 4, 84.16.2.2",
         .timeout = longer,
         .gathered = fewAtOnce},
        {.name = "long haul dead",
         .steps = {{[](Chain& chain) { unplug(chain.r3, chain.r2); }}},
         .checks = unreachable({"transit-china", "long-haul"}),
         .states = {{"*", "unknown way-there"}},
         .road = "silence at hop 2, 84.16.1.2|unreachable at hop 3, 84.16.1.2",
         .timeout = longer,
         .gathered = fewAtOnce},
        {.name = "transit silent with the servers",
         .steps = {{[](Chain& chain) {
             filter(chain.transit, "input", "drop;");
             filter(chain.servers, "input", "drop;");
         }}},
         .checks = silent({"transit-china"}),
         .states = {{"*", "unknown way-there"}},
         .road = "silence at hop 5, 84.16.4.2"},
        {.name = "long haul silent with the servers",
         .steps = {{[](Chain& chain) {
             filter(chain.longHaul, "input", "drop;");
             filter(chain.servers, "input", "drop;");
         }}},
         .checks = silent({"long-haul"}),
         .states = {{"*", "unknown way-there"}},
         .road = "silence at hop 5, 84.16.4.2"},
        {.name = "transit silent, the servers answer", // a good answer needs no proof
         .steps = {{[](Chain& chain) { filter(chain.transit, "input", "drop;"); }}},
         .checks = {{"transit-china", "connect timeout|exchange timeout"}}},
    };
}

// --- Our own end ---
std::vector<Fault> ofOurs() {
    return {
        {.name = "our link down",
         .steps = {{[](Chain& chain) { chain.us.ip("link set dev eth0 down"); }}},
         .checks = all("connect local-network-down", "connect local-network-down", everyRing),
         .states = ownLineDown,
         .road = "local-network-down"},
        {.name = "our router dead",
         .steps = {{[](Chain& chain) {
             chain.r1.ip("link set dev in down");
             seekAnew(chain.us, "eth0");
         }}},
         .checks = all("connect local-network-down", "exchange local-network-down|exchange timeout", everyRing),
         .states = ownLineDown,
         .road = "no-first-router",
         .timeout = longer,
         .gathered = fewAtOnce},
        {.name = "our provider dead",
         .steps = {{[](Chain& chain) { filter(chain.r2, "prerouting", "drop;"); }}},
         .checks = all("connect timeout", "exchange timeout", everyRing),
         .states = ownLineDown,
         .road = "silence at hop 1, 192.168.77.1"},
        {.name = "our firewall drops",
         .steps = {{[](Chain& chain) { filter(chain.us, "output", "ip protocol { tcp, udp } drop;"); }}},
         .checks = all("connect permission-denied", "exchange permission-denied", everyRing),
         .states = ownLineDown,
         .road = "reached at hop 6, 175.45.176.71|permission-denied|no-first-router"},
        {.name = "our firewall drops questions to name servers",
         .steps = {{[](Chain& chain) { filter(chain.us, "output", "udp dport 53 drop;"); }}},
         .checks = {{"ns1", "exchange permission-denied"},
                    {"ns2", "exchange permission-denied"},
                    {"line", "done none|exchange permission-denied"},
                    {"long-haul", "done none|exchange permission-denied"},
                    {"transit-china", "done none|exchange permission-denied"},
                    {"negative", "connect unreachable|connect timeout|exchange permission-denied"}},
         .states = {{"ns1", "unknown own-firewall"}, {"ns2", "unknown own-firewall"}}},
        {.name = "our firewall drops their web and mail",
         .steps = {{[](Chain& chain) {
             filter(chain.us, "output", "ip daddr 175.45.176.0/22 ip protocol tcp drop;");
         }}},
         .checks = {{"*", "connect permission-denied"}, {"ns1", "done none"}, {"ns2", "done none"}},
         .states = {{"*", "unknown own-firewall"}, {"ns1", "up"}, {"ns2", "up"}, {"own-line", "up"}}},
        {.name = "our firewall rejects their web and mail",
         .steps = {{[](Chain& chain) {
             filter(chain.us, "output", "ip daddr 175.45.176.0/22 ip protocol tcp reject;");
         }}},
         .checks = {{"*", "connect permission-denied"}, {"ns1", "done none"}, {"ns2", "done none"}},
         .states = {{"*", "unknown own-firewall"}, {"ns1", "up"}, {"ns2", "up"}, {"own-line", "up"}}},
        {.name = "our firewall rejects everything",
         .steps = {{[](Chain& chain) {
             filter(chain.us, "output", "ip daddr != 192.168.77.2 reject with icmp type admin-prohibited;");
         }}},
         .checks = all("connect permission-denied", "exchange permission-denied", everyRing),
         .states = ownLineDown,
         .road = "permission-denied|no-first-router"},
        {.name = "our provider blocks port 25",
         .steps = {{[](Chain& chain) { filter(chain.r2, "forward", "tcp dport 25 drop;"); }}},
         .checks = {{"mail-star", "connect timeout"}, {"line-mail", "connect timeout"}},
         .states = {{"mail-star", "unknown not-answered-for"}}},
        {.name = "our own line loses 40 %",
         .steps = {{[](Chain& chain) { chain.ourWire.set(Wire::Direction::Out, {.lossPercent = 40}); }}},
         .checks = all("?", "?", everyRing),
         .states = {{"*", "up|degraded|unknown not-answered-for|own-connection-down"},
                    {"own-line", "up|own-connection-down"}},
         .road = "?",
         .timeout = fourTries,
         .gathered = 20},
        {.name = "somebody answers for everybody on the web",
         .steps = {{[](Chain& chain) {
             chain.web["portal"] = chain.r1.inside([] {
                 return std::make_unique<HttpServer>(
                     HttpServer::Options{{Address::parse(Chain::router(1)).value(), 80}, {}});
             });
             divert(chain.r1, "tcp dport 80");
         }}},
         .checks = {{"negative", "done none|exchange unreachable|exchange timeout"}},
         .states = {{"*", "unknown intercepted"}, {"ns1", "up"}, {"ns2", "up"}}}, // mail may be answered for as well
        {.name = "somebody answers for every name server",
         .steps = {{[](Chain& chain) {
             chain.names["portal"] = chain.r1.inside([] {
                 return std::make_unique<DnsServer>(
                     ServerPlace{Address::parse(Chain::router(1)).value(), 53},
                     std::vector{DnsServer::soa("kp", 1), DnsServer::soa("example.net", 1)});
             });
             divert(chain.r1, "udp dport 53");
         }}},
         .checks = {{"negative", "done none|connect unreachable|connect timeout"}},
         .states = {{"ns1", "unknown intercepted"}, {"ns2", "unknown intercepted"}}},
    };
}

} // namespace

std::span<const Fault> faults() {
    static const std::vector<Fault> table = [] {
        std::vector<Fault> rows;
        for (auto* const part : {ofTheServers, ofTheLastMile, ofTheRoad, ofOurs})
            for (Fault& row : part())
                rows.push_back(std::move(row));
        return rows;
    }();
    return table;
}

} // namespace kpwatch::test
