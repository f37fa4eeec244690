// SPDX-License-Identifier: GPL-3.0-or-later
// A small world: our computer, five routers in a row, the watched servers at the far end, and beside the way the
// controls of each ring. Public-looking addresses, in namespaces that nothing leaves.
//
//   us --- r1 ~~~ r2 ------ r3 ------ r4 ~~~ r5 --- servers      ~~~ a wire: delay and loss
//        our     our  |      |         |    their
//       router provider line long-haul transit border
//
// Made in a quarter of a second; gone with the object. Any thread, one at a time.
#pragma once

#include "app/simulation/dns_server.h"
#include "app/simulation/http_server.h"
#include "app/simulation/smtp_server.h"
#include "app/simulation/tcp_server.h"
#include "app/watchlist.h"
#include "tests/network/wire.h"

#include <map>
#include <memory>

namespace kpwatch::test {

class Chain {
  public:
    // Everybody answers. Throws what Space, Wire and the servers throw.
    Chain();
    Chain(const Chain&) = delete;
    Chain& operator=(const Chain&) = delete;

    Space us, r1, r2, r3, r4, r5, servers;
    Space line, longHaul, transit; // where the controls live

    Wire ourWire{r1, "out", r2, "in"};
    Wire theirWire{r4, "out", r5, "in"};

    // As in the watchlist: web servers by site, name servers "ns1" and "ns2".
    std::map<std::string, std::unique_ptr<HttpServer>> web;
    std::map<std::string, std::unique_ptr<DnsServer>> names;
    std::vector<std::unique_ptr<TcpServer>> ports;
    std::vector<std::unique_ptr<SmtpServer>> mail;

    static constexpr const char* theirs = "175.45.176.0/22"; // where all the watched servers live
    // The address by which a router on the way speaks to us, 1 to 5.
    static std::string router(int hop);
    static constexpr int hops = 6; // to a server, itself included

  private:
    void layRoutes() const;
    void settle();
    void serveAll();
};

// Pulls the plugs of a router on the way.
void unplug(const Space& router, const Space& before);
// Makes a computer look for its neighbours anew: it gives one that is gone up after three seconds, when otherwise it
// would trust what it knows for some seconds more.
void seekAnew(const Space& space, const std::string& interface);

// What is watched in the chain: eight targets at its far end and the controls of every ring, over TCP and over UDP.
// Time-outs as given; intervals as by default, but mail is asked as often as the others.
Watchlist chainWatchlist(std::chrono::milliseconds timeout);

} // namespace kpwatch::test
