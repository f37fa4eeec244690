// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/network/faults.h"

namespace kpwatch::test {

namespace {

using namespace std::chrono_literals;

constexpr auto longer = 5500ms; // a router says "unreachable" after three seconds of asking for its neighbour
// A routing table that says "unreachable" says so six times at once and then once a second to each host
// (ip_rt_error_burst of the Linux kernel, which no namespace can change).
constexpr auto asTablesComplain = 600ms;
constexpr auto fourTries = 10000ms; // at 0, 1, 3 and 7 s, as the time-outs of the rules

constexpr const char* rings = "the rings beyond our line do not vote yet";

const std::string theirs = Chain::theirs;

// Our firewall, or that of a space, with one rule for what it sends or receives.
void filter(const Space& space, const std::string& hook, const std::string& rule) {
    space.nft("table ip test { chain " + hook + " { type filter hook " + hook + " priority 0; " + rule + " }; }");
}

void lose(Chain& chain, int percent) { chain.theirWire.set(Wire::Direction::Out, {.lossPercent = percent}); }
void delay(Chain& chain, std::chrono::milliseconds each_way) { chain.theirWire.setBoth({.delay = each_way}); }

const Words unreachable{{"*", "connect unreachable"}, {"ns1", "exchange unreachable"}, {"ns2", "exchange unreachable"}};
const Words silent{{"*", "connect timeout"}, {"ns1", "exchange timeout"}, {"ns2", "exchange timeout"}};

Words with(Words words, const Words& others) {
    for (const auto& [whom, word] : others)
        words[whom] = word;
    return words;
}

const std::vector<Fault>& table() {
    static const std::vector<Fault> rows{
        {"nothing", {{[](Chain& /*chain*/) {}}}, {}, {}},

        // --- Their servers ---
        {"server resets",
         {{[](Chain& chain) { chain.web["kcna"]->setBehaviour(HttpBehaviour::Refuse); }}},
         {{"kcna-http", "connect refused"}},
         {{"kcna-http", "down"}}},
        {"server resets after the request",
         {{[](Chain& chain) { chain.web["kcna"]->setBehaviour(HttpBehaviour::ResetAfterRequest); }}},
         {{"kcna-http", "exchange reset"}},
         {{"kcna-http", "down"}}},
        {"server silent",
         {{[](Chain& chain) { filter(chain.servers, "input", "ip daddr 175.45.176.73 drop;"); }}},
         {{"rodong-http", "connect timeout"}},
         {{"rodong-http", "down"}}},
        {"all servers silent",
         {{[](Chain& chain) { filter(chain.servers, "input", "drop;"); }}},
         silent,
         {{"*", "down"}}},
        {"name servers dropped",
         {{[](Chain& chain) { filter(chain.servers, "input", "udp dport 53 drop; tcp dport 53 drop;"); }}},
         {{"ns1", "exchange timeout"}, {"ns2", "exchange timeout"}},
         {{"ns1", "down"}, {"ns2", "down"}}},
        {"name servers closed",
         {{[](Chain& chain) {
             for (const char* const server : {"ns1", "ns2"})
                 chain.names[server]->setBehaviour(DnsBehaviour::PortClosed);
         }}},
         {{"ns1", "exchange refused"}, {"ns2", "exchange refused"}},
         {{"ns1", "down"}, {"ns2", "down"}}},

        // --- The way there, beyond every control ---
        {"route withdrawn",
         {{[](Chain& chain) { chain.r4.ip("route del " + theirs); }}},
         unreachable,
         {{"*", "down"}},
         1500ms,
         1,
         asTablesComplain},
        {"route unreachable",
         {{[](Chain& chain) { chain.r3.ip("route replace unreachable " + theirs); }}},
         unreachable,
         {{"*", "down"}},
         1500ms,
         1,
         asTablesComplain},
        {"route prohibited",
         {{[](Chain& chain) { chain.r3.ip("route replace prohibit " + theirs); }}},
         unreachable,
         {{"*", "down"}},
         1500ms,
         1,
         asTablesComplain},
        {"route blackholed",
         {{[](Chain& chain) { chain.r3.ip("route replace blackhole " + theirs); }}},
         silent,
         {{"*", "down"}}},
        {"router drops what it should forward",
         {{[](Chain& chain) { filter(chain.r3, "forward", "ip daddr " + theirs + " drop;"); }}},
         silent,
         {{"*", "down"}}},
        {"border router dead",
         {{[](Chain& chain) { unplug(chain.r5, chain.r4); }}},
         unreachable,
         {{"*", "down"}},
         longer},
        {"routing loop",
         {{[](Chain& chain) { chain.r4.ip("route replace " + theirs + " via 84.16.3.1"); }}},
         unreachable,
         {{"*", "down"}}},
        {"router that seldom complains", // as all Linux routers do by default
         {{[](Chain& chain) {
             chain.r3.set("ipv4/icmp_ratemask", "6168");
             chain.r3.ip("route replace unreachable " + theirs);
         }}},
         {{"*", "connect unreachable|connect timeout"},
          {"ns1", "exchange unreachable|exchange timeout"},
          {"ns2", "exchange unreachable|exchange timeout"}},
         {{"*", "down"}}},
        {"silent router that forwards",
         {{[](Chain& chain) { filter(chain.r3, "output", "ip protocol icmp drop;"); }}},
         {},
         {}},

        // --- The way there, together with controls ---
        {"transit dead",
         {{[](Chain& chain) { unplug(chain.r4, chain.r3); }}},
         with(unreachable, {{"transit-china", "connect unreachable|exchange unreachable"}}),
         {{"*", "unknown way-there"}},
         longer,
         6,
         0ms,
         rings},
        {"long haul dead",
         {{[](Chain& chain) { unplug(chain.r3, chain.r2); }}},
         with(unreachable, {{"transit-china", "connect unreachable|exchange unreachable"},
                            {"long-haul", "connect unreachable|exchange unreachable"}}),
         {{"*", "unknown way-there"}},
         longer,
         6,
         0ms,
         rings},
        {"transit silent with the servers",
         {{[](Chain& chain) {
             filter(chain.transit, "input", "drop;");
             filter(chain.servers, "input", "drop;");
         }}},
         with(silent, {{"transit-china", "connect timeout|exchange timeout"}}),
         {{"*", "unknown way-there"}},
         2000ms,
         6,
         0ms,
         rings},
        {"long haul silent with the servers",
         {{[](Chain& chain) {
             filter(chain.longHaul, "input", "drop;");
             filter(chain.servers, "input", "drop;");
         }}},
         with(silent, {{"long-haul", "connect timeout|exchange timeout"}}),
         {{"*", "unknown way-there"}},
         2000ms,
         6,
         0ms,
         rings},

        // --- Weather: loss as ping(8) would show it ---
        {"loss 10 %", {{[](Chain& chain) { lose(chain, 10); }}}, {{"*", "?"}}, {{"*", "up|degraded"}}, fourTries, 20},
        {"loss 30 %", {{[](Chain& chain) { lose(chain, 30); }}}, {{"*", "?"}}, {{"*", "up|degraded"}}, fourTries, 20},
        {"loss 60 %",
         {{[](Chain& chain) { lose(chain, 60); }}},
         {{"*", "?"}},
         {{"*", "up|degraded|unknown not-answered-for"}},
         fourTries,
         20},
        {"growing delay",
         {{[](Chain& chain) { delay(chain, 60ms); }, 5min},
          {[](Chain& chain) { delay(chain, 120ms); }, 5min},
          {[](Chain& chain) { delay(chain, 240ms); }, 15min}},
         {},
         {{"*", "up|degraded"}}},

        // --- Our own end ---
        {"our link down",
         {{[](Chain& chain) { chain.us.ip("link set dev eth0 down"); }}},
         {{"*", "connect local-network-down"},
          {"line", "connect local-network-down"},
          {"long-haul", "connect local-network-down"},
          {"transit-china", "connect local-network-down"},
          {"negative", "connect local-network-down"}},
         {{"*", "own-connection-down"}, {"own-line", "own-connection-down"}}},
        {"our router dead",
         {{[](Chain& chain) {
             chain.r1.ip("link set dev in down");
             chain.us.ip("neigh flush dev eth0");
         }}},
         {{"*", "connect local-network-down"},
          {"ns1", "exchange local-network-down"},
          {"ns2", "exchange local-network-down"},
          {"line", "connect local-network-down|exchange local-network-down"},
          {"long-haul", "connect local-network-down|exchange local-network-down"},
          {"transit-china", "connect local-network-down|exchange local-network-down"},
          {"negative", "connect local-network-down|exchange local-network-down"}},
         {{"*", "own-connection-down"}, {"own-line", "own-connection-down"}},
         longer},
        {"our provider dead",
         {{[](Chain& chain) { filter(chain.r2, "prerouting", "drop;"); }}},
         with(silent, {{"line", "connect timeout|exchange timeout"},
                       {"long-haul", "connect timeout|exchange timeout"},
                       {"transit-china", "connect timeout|exchange timeout"},
                       {"negative", "connect timeout|exchange timeout"}}),
         {{"*", "own-connection-down"}, {"own-line", "own-connection-down"}}},
        {"our firewall drops",
         {{[](Chain& chain) { filter(chain.us, "output", "ip protocol { tcp, udp } drop;"); }}},
         {{"*", "connect timeout"},
          {"ns1", "exchange permission-denied"},
          {"ns2", "exchange permission-denied"},
          {"line", "connect timeout|exchange permission-denied"},
          {"long-haul", "connect timeout|exchange permission-denied"},
          {"transit-china", "connect timeout|exchange permission-denied"},
          {"negative", "connect timeout|exchange permission-denied"}},
         {{"*", "own-connection-down"}, {"own-line", "own-connection-down"}}},
        {"our firewall drops questions to name servers",
         {{[](Chain& chain) { filter(chain.us, "output", "udp dport 53 drop;"); }}},
         {{"ns1", "exchange permission-denied"},
          {"ns2", "exchange permission-denied"},
          {"line", "done none|exchange permission-denied"},
          {"long-haul", "done none|exchange permission-denied"},
          {"transit-china", "done none|exchange permission-denied"},
          {"negative", "connect unreachable|connect timeout|exchange permission-denied"}},
         {{"ns1", "unknown not-answered-for"}, {"ns2", "unknown not-answered-for"}}},
        {"our firewall refuses", // to a connect() that is still under way the kernel does not say so
         {{[](Chain& chain) {
             filter(chain.us, "output", "ip daddr != 192.168.77.2 reject with icmp type admin-prohibited;");
         }}},
         {{"*", "connect local-network-down|connect timeout"},
          {"ns1", "exchange permission-denied"},
          {"ns2", "exchange permission-denied"},
          {"line", "connect local-network-down|connect timeout|exchange permission-denied"},
          {"long-haul", "connect local-network-down|connect timeout|exchange permission-denied"},
          {"transit-china", "connect local-network-down|connect timeout|exchange permission-denied"},
          {"negative", "connect local-network-down|connect timeout|exchange permission-denied"}},
         {{"*", "own-connection-down"}, {"own-line", "own-connection-down"}}},
        {"our own line loses 40 %",
         {{[](Chain& chain) { chain.ourWire.set(Wire::Direction::Out, {.lossPercent = 40}); }}},
         {{"*", "?"}, {"line", "?"}, {"long-haul", "?"}, {"transit-china", "?"}, {"negative", "?"}},
         {{"*", "up|degraded|unknown not-answered-for|own-connection-down"}, {"own-line", "up|own-connection-down"}},
         fourTries,
         20},
    };
    return rows;
}

} // namespace

std::span<const Fault> faults() { return table(); }

} // namespace kpwatch::test
