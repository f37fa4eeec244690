// SPDX-License-Identifier: GPL-3.0-or-later
// The thread that watches our own line, in a network namespace of the test's own.
#include "app/settings.h"
#include "app/simulation/dns_server.h"
#include "app/watch/line_watch.h"
#include "tests/support/own_namespace.h"

#include <QTemporaryDir>
#include <QtTest>

#include <fstream>

using namespace kpwatch;

namespace {

std::optional<std::string> noNamespace;

Address at(const char* text) { return *Address::parse(text); }

Watchlist twoFarAway() {
    const std::string json =
        R"({"version":1,"targets":[{"id":"t","group":"routers","probe":{"kind":"tcp","host":"175.45.178.161","port":80}}],)"
        R"("controls":[{"id":"c","probe":{"kind":"tcp","host":"141.76.2.4","port":80}}]})";
    return parseWatchlist(json, "test", Settings{});
}

// A resolver that invents an address for every name below .com.
std::unique_ptr<DnsServer> rewritingResolver() {
    return std::make_unique<DnsServer>(ServerPlace{},
                                       std::vector<std::string>{DnsServer::soa("com.", 1), DnsServer::soa("net.", 1),
                                                                DnsServer::soa("org.", 1), "*.com. 60 IN A 127.0.0.9"});
}

} // namespace

class TestLineWatch : public QObject {
    Q_OBJECT

    const Watchlist m_watchlist = twoFarAway();
    QTemporaryDir m_dir;
    std::mutex m_mutex; // bells ring from another thread
    std::vector<Epoch> m_epochs;
    std::atomic<int> m_asked = 0;
    std::vector<NameSaid> m_named;

    std::string resolvConf() const { return m_dir.filePath(QStringLiteral("resolv.conf")).toStdString(); }

    std::unique_ptr<LineWatch> watched(LineWatchOptions options = {}, std::vector<Epoch> known = {}) {
        options.resolvers = resolvConf();
        return std::make_unique<LineWatch>(m_watchlist, std::move(known), options,
                                           LineWatch::Bells{.epoch =
                                                                [this](const Epoch& epoch) {
                                                                    const std::lock_guard lock(m_mutex);
                                                                    m_epochs.push_back(epoch);
                                                                },
                                                            .askControls = [this] { ++m_asked; },
                                                            .noticed = [] {},
                                                            .named =
                                                                [this](const NameSaid& said) {
                                                                    const std::lock_guard lock(m_mutex);
                                                                    m_named.push_back(said);
                                                                }});
    }
    std::vector<Epoch> epochs() {
        const std::lock_guard lock(m_mutex);
        return m_epochs;
    }
    template <typename What>
    static const What* notice(const LineWatch& line) {
        static What found;
        for (const Notice& each : line.notices())
            if (const auto* const what = std::get_if<What>(&each.what)) {
                found = *what;
                return &found;
            }
        return nullptr;
    }

  private Q_SLOTS:
    void initTestCase() {
        if (noNamespace)
            QSKIP(noNamespace->c_str());
        QVERIFY(
            test::runs("ip link add home0 type veth peer name box0 && ip link set home0 up && ip link set box0 up"));
        QVERIFY(
            test::runs("ip link add work0 type veth peer name box1 && ip link set work0 up && ip link set box1 up"));
        QVERIFY(test::runs("ip addr add 10.9.0.2/24 dev home0 && ip addr add 10.7.0.2/24 dev work0"));
    }
    void init() {
        QVERIFY(test::runs("ip route add default via 10.9.0.1 dev home0"));
        m_epochs.clear();
        m_asked = 0;
    }
    void cleanup() {
        test::runs("ip route flush root 0/0 table main; ip neigh flush all;"
                   "ip route replace 10.9.0.0/24 dev home0; ip route replace 10.7.0.0/24 dev work0");
        std::remove(resolvConf().c_str());
    }

    void anEpochStandsBeforeTheFirstCheckAndGoesOnAfterARestart() {
        watched();
        QCOMPARE(epochs().size(), std::size_t(1));
        QCOMPARE(epochs().front().network, std::string("ethernet"));
        const auto again = watched({}, {epochs().front()});
        QTest::qWait(300);
        QCOMPARE(epochs().size(), std::size_t(1));
        QCOMPARE(m_asked, 0);
        QVERIFY(again->notices().empty());
    }

    void aLostRouteHasTheControlsAskedAtOnce() {
        const auto line = watched();
        QVERIFY(test::runs("ip route del default"));
        QTRY_VERIFY(m_asked == 1);
        QTRY_VERIFY(notice<NoRoute>(*line));
        QVERIFY(test::runs("ip route add default via 10.9.0.1 dev home0"));
        QTRY_VERIFY(!notice<NoRoute>(*line));
        QTRY_VERIFY_WITH_TIMEOUT(m_asked == 2, 20000); // not at once again, but asked
        QCOMPARE(epochs().size(), std::size_t(1));
    }

    void aSilentFirstRouterHasTheControlsAsked() {
        const auto line = watched();
        QVERIFY(test::runs("ip ntable change name arp_cache dev home0 retrans 100"));
        QVERIFY(test::runs("ping -c 1 -W 1 141.76.2.4 >/dev/null 2>&1; ip neigh show | grep -q FAILED || sleep 1"));
        QTRY_VERIFY(notice<FirstRouterSilent>(*line));
        QTRY_VERIFY(m_asked >= 1);
        QVERIFY(test::runs("ip neigh replace 10.9.0.1 lladdr 02:00:00:00:00:aa dev home0 nud reachable"));
        QTRY_VERIFY(!notice<FirstRouterSilent>(*line));
        QCOMPARE(epochs().size(), std::size_t(1)); // the router has only become known
    }

    void anotherWayOutIsAnotherEpoch() {
        const auto line = watched();
        QVERIFY(test::runs("ip route replace default via 10.7.0.1 dev work0"));
        QTRY_VERIFY_WITH_TIMEOUT(epochs().size() == 2, 20000);
        QVERIFY(epochs()[0].id != epochs()[1].id);
        QTRY_VERIFY(notice<NetworkChanged>(*line));
        QVERIFY(m_asked >= 1);
    }

    void whoAnswersForEverybodyIsNoOtherNetworkAndEachChangeHasADate() {
        const auto line = watched();
        const auto since = [&] {
            const std::vector<Notice> all = line->notices();
            const auto change = std::ranges::find_if(
                all, [](const Notice& each) { return std::holds_alternative<BetweenUs>(each.what); });
            return change == all.end() ? UtcTime{} : change->since;
        };
        line->setIntercepted(true);
        QTRY_VERIFY_WITH_TIMEOUT(epochs().size() == 2, 30000);
        QTRY_VERIFY(notice<BetweenUs>(*line));
        QVERIFY(notice<BetweenUs>(*line)->begun && !notice<NetworkChanged>(*line));
        const UtcTime begun = since();
        QVERIFY(begun != UtcTime{});
        line->setIntercepted(false);
        QTRY_VERIFY_WITH_TIMEOUT(epochs().size() == 3, 30000);
        QCOMPARE(epochs()[2].id, epochs()[0].id); // the line as it was
        QTRY_VERIFY(notice<BetweenUs>(*line) && !notice<BetweenUs>(*line)->begun);
        QVERIFY(since() - begun >= std::chrono::seconds{2});
    }

    void whoAnswersForEverybodyIsNoOtherNetworkAfterARestartEither() {
        watched();
        const auto line = watched({}, {epochs().front()});
        QVERIFY(test::runs("ip neigh replace 10.9.0.1 lladdr 02:00:00:00:00:aa dev home0 nud reachable"));
        line->setIntercepted(true);
        QTRY_VERIFY_WITH_TIMEOUT(epochs().size() == 2, 30000);
        QTRY_VERIFY(notice<BetweenUs>(*line));
        QVERIFY(!notice<NetworkChanged>(*line));
    }

    void targetsThatLeaveByAnotherAddressAreNoticed() {
        const auto line = watched();
        QVERIFY(!notice<SplitRoute>(*line));
        QVERIFY(test::runs("ip route add 175.45.176.0/22 via 10.7.0.1 dev work0"));
        QTRY_VERIFY(notice<SplitRoute>(*line));
        QCOMPARE(notice<SplitRoute>(*line)->targets, 1);
        QVERIFY(test::runs("ip route del 175.45.176.0/22"));
        QTRY_VERIFY(!notice<SplitRoute>(*line));
    }

    void aResolverThatMakesUpAnswersIsNoticed() {
        const auto resolver = rewritingResolver();
        std::ofstream(resolvConf()) << "nameserver 127.0.0.1\n";
        const auto line = watched({.resolverPort = resolver->port()});
        QTRY_VERIFY(notice<ResolverRewrites>(*line));
        QCOMPARE(notice<ResolverRewrites>(*line)->names, 1);
        QCOMPARE(notice<ResolverRewrites>(*line)->asked, 3);
        QCOMPARE(notice<ResolverRewrites>(*line)->address, std::string("127.0.0.9"));
        QCOMPARE(m_asked, 0); // evidence only
    }

    void whatTheResolverSaysOfWatchedNamesIsToldOnce() {
        const DnsServer resolver({}, {"www.kcna.kp. 60 IN A 175.45.176.71", DnsServer::soa("kp.", 1)});
        std::ofstream(resolvConf()) << "nameserver 127.0.0.1\n";
        const auto line = watched({.resolverPort = resolver.port(), .names = {"www.kcna.kp", "none.kp"}});
        QTRY_COMPARE(line->namesSaid().size(), std::size_t(2));
        const std::lock_guard lock(m_mutex);
        QCOMPARE(m_named.size(), std::size_t(2));
        QCOMPARE(m_named[0].host, std::string("www.kcna.kp"));
        QCOMPARE(m_named[0].says, (ResolverSays{"NOERROR", {at("175.45.176.71")}}));
        QCOMPARE(m_named[1].says.rcode, std::string("NXDOMAIN"));
    }

    void throughAProxyNoResolverIsAsked() {
        const auto resolver = rewritingResolver();
        std::ofstream(resolvConf()) << "nameserver 127.0.0.1\n";
        const auto line = watched(
            {.proxy = Proxy{at("127.0.0.1"), 9050}, .resolverPort = resolver->port(), .names = {"www.kcna.kp"}});
        QTest::qWait(500);
        QCOMPARE(resolver->asked(), 0);
        QCOMPARE(epochs().front().way, std::string("proxy"));
        QVERIFY(line->notices().empty()); // nor is it a split way that targets are not asked as the proxy is
    }
};

int main(int argc, char** argv) {
    noNamespace = test::enterOwnNetwork();
    QCoreApplication application(argc, argv);
    TestLineWatch test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_line_watch.moc"
