// SPDX-License-Identifier: GPL-3.0-or-later
// What the kernel tells of our own side, in a network namespace of the test's own.
#include "probes/own_network.h"
#include "probes/probe.h"
#include "tests/support/own_namespace.h"

#include <QtTest>

#include <thread>

using namespace kpwatch;
using namespace std::chrono_literals;

namespace {

std::optional<std::string> noNamespace;

Address at(const char* text) { return *Address::parse(text); }

} // namespace

class TestOwnNetwork : public QObject {
    Q_OBJECT

    std::optional<Route> way() const { return OwnNetwork().routeTo(at("198.51.100.7")); }

  private Q_SLOTS:
    void initTestCase() {
        if (noNamespace)
            QSKIP(noNamespace->c_str());
        QVERIFY(
            test::runs("ip link add home0 type veth peer name box0 && ip link set home0 up && ip link set box0 up"));
        QVERIFY(test::runs("ip addr add 10.9.0.2/24 dev home0"));
    }
    void cleanup() { test::runs("ip route flush table main 2>/dev/null; ip route replace 10.9.0.0/24 dev home0"); }

    void noRouteIsNoRoute() {
        QVERIFY(!way());
        QVERIFY(test::runs("ip route add unreachable default"));
        QVERIFY(!way());
    }

    void theWayOutIsTold() {
        QVERIFY(test::runs("ip route add default via 10.9.0.1 dev home0"));
        const auto route = way();
        QVERIFY(route);
        QCOMPARE(route->interface, std::string("home0"));
        QCOMPARE(route->source, at("10.9.0.2"));
        QCOMPARE(route->gateway, std::optional(at("10.9.0.1")));
        QCOMPARE(route->kind, LinkKind::Ethernet);
        QCOMPARE(name(route->kind), std::string_view("ethernet"));
        QVERIFY(route->linkUp);
        QCOMPARE(route->router, FirstRouter::Unknown);
    }

    void loopbackHasNoRouter() {
        const auto route = OwnNetwork().routeTo(at("127.0.0.1"));
        QVERIFY(route);
        QCOMPARE(route->kind, LinkKind::Loopback);
        QCOMPARE(route->router, FirstRouter::None);
    }

    void aTunnelIsAVpn() {
        if (!test::runs("ip tuntap add dev vpn0 mode tun && ip link set vpn0 up && ip addr add 10.8.0.2/24 dev vpn0"))
            QSKIP("no tun device may be made here");
        QVERIFY(test::runs("ip route add 198.51.100.0/24 dev vpn0"));
        const auto route = way();
        QVERIFY(route);
        QCOMPARE(route->kind, LinkKind::Tunnel);
        QCOMPARE(route->source, at("10.8.0.2"));
        QVERIFY(!route->linkUp); // nobody holds the other end
        QVERIFY(!route->gateway);
        test::runs("ip link del vpn0");
    }

    void aCableThatIsOutIsSeen() {
        QVERIFY(test::runs("ip route add default via 10.9.0.1 dev home0 && ip link set box0 down"));
        const auto route = way();
        test::runs("ip link set box0 up");
        QVERIFY(route); // the kernel keeps the route: whether packets get anywhere is another matter
        QVERIFY(!route->linkUp);
    }

    void theRoutersHardwareAndSilenceAreTold() {
        QVERIFY(test::runs("ip route add default via 10.9.0.1 dev home0"));
        QVERIFY(test::runs("ip neigh replace 10.9.0.1 lladdr 02:00:00:00:00:aa dev home0 nud reachable"));
        QCOMPARE(way()->router, FirstRouter::Answers);
        QCOMPARE(way()->gatewayHardware, std::string("0200000000aa"));
        QVERIFY(test::runs("ip neigh del 10.9.0.1 dev home0"));
        QVERIFY(way()->router != FirstRouter::Answers);
    }

    // What a check meets behind a router that does not answer is our own line, by the kernel's own word.
    void behindASilentRouterACheckIsLocalNetworkDown() {
        QVERIFY(test::runs("ip ntable change name arp_cache dev home0 retrans 100"));
        QVERIFY(test::runs("ip route add default via 10.9.0.1 dev home0"));
        const Target target{.probe = TcpOptions{"198.51.100.7", 80}};
        const TlsStore tls;
        Attempt attempt{.deadline = std::chrono::steady_clock::now() + 10s,
                        .stop = {},
                        .startedAt = utcNow(),
                        .addresses = {},
                        .rules = {.allowPrivate = true, .allowDocumentation = true},
                        .tls = tls};
        const Observation seen = probe(target, attempt);
        QCOMPARE(name(seen.failure), name(Failure::LocalNetworkDown));
        QCOMPARE(way()->router, FirstRouter::Silent);
    }

    void changesEndTheWait() {
        OwnNetwork network;
        const StopSignal nobody{std::stop_token{}};
        network.waitForChange(std::chrono::steady_clock::now() + 100ms, nobody); // what went before
        QCOMPARE(network.waitForChange(std::chrono::steady_clock::now() + 50ms, nobody), Wait::Deadline);
        QVERIFY(test::runs("ip route add default via 10.9.0.1 dev home0"));
        QCOMPARE(network.waitForChange(std::chrono::steady_clock::now() + 10s, nobody), Wait::Ready);
        QVERIFY(test::runs("ip addr add 10.9.0.3/24 dev home0"));
        QCOMPARE(network.waitForChange(std::chrono::steady_clock::now() + 10s, nobody), Wait::Ready);
        test::runs("ip addr del 10.9.0.3/24 dev home0");
    }

    void aStopEndsTheWait() {
        OwnNetwork network;
        std::stop_source source;
        const StopSignal stop{source.get_token()};
        std::jthread stopping([&source] { source.request_stop(); });
        QCOMPARE(network.waitForChange(std::chrono::steady_clock::now() + 30s, stop), Wait::Stopped);
    }
};

int main(int argc, char** argv) {
    noNamespace = test::enterOwnNetwork();
    TestOwnNetwork test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_own_network.moc"
