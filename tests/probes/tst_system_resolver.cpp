// SPDX-License-Identifier: GPL-3.0-or-later
// Whether the system's resolver makes up answers: read from a file, asked on loopback.
#include "app/simulation/dns_server.h"
#include "probes/system_resolver.h"

#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QtTest>

#include <fstream>

using namespace kpwatch;
using namespace std::chrono_literals;

namespace {

// A resolver that knows what exists below the large domains: nothing.
std::vector<std::string> honest() {
    return {DnsServer::soa("com.", 1), DnsServer::soa("net.", 1), DnsServer::soa("org.", 1)};
}

std::vector<std::string> with(std::vector<std::string> records, const std::vector<std::string>& more) {
    records.insert(records.end(), more.begin(), more.end());
    return records;
}

const StopSignal& nobodyStops() {
    static const StopSignal never{std::stop_token{}};
    return never;
}

MadeUpAnswers asked(const DnsServer& server, std::vector<Address> resolvers = {*Address::parse("127.0.0.1")}) {
    return askForNamesThatDoNotExist(resolvers, 3, std::chrono::steady_clock::now() + 4s, nobodyStops(), server.port());
}

} // namespace

class TestSystemResolver : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void resolvConfIsReadAsTheCLibraryDoes() {
        const QTemporaryDir dir;
        const std::string file = dir.filePath(QStringLiteral("resolv.conf")).toStdString();
        std::ofstream(file) << "# nameserver 192.0.2.1\nsearch example.org\nnameserver 10.0.0.1\nnameserver nonsense\n"
                               "nameserver fe80::1%eth0\noptions rotate\nnameserver 10.0.0.3\nnameserver 10.0.0.4\n";
        const std::vector<Address> expected{*Address::parse("10.0.0.1"), *Address::parse("fe80::1"),
                                            *Address::parse("10.0.0.3")};
        QCOMPARE(systemResolvers(file), expected);
        QVERIFY(systemResolvers(file + ".missing").empty());
    }

    void anHonestResolverMakesNothingUp() {
        const DnsServer server({}, honest());
        const MadeUpAnswers found = asked(server);
        QCOMPARE(found.asked, 3);
        QVERIFY(!found.rewrites());
        QCOMPARE(server.asked(), 3);
    }

    void aResolverThatAnswersForEverythingIsFound() {
        const DnsServer server(
            {}, with(honest(), {"*.com. 60 IN A 127.0.0.9", "*.net. 60 IN A 127.0.0.9", "*.org. 60 IN A 127.0.0.9"}));
        const MadeUpAnswers found = asked(server);
        QCOMPARE(found.madeUp, 3);
        QCOMPARE(found.answers, std::vector{*Address::parse("127.0.0.9")});
    }

    void whatItSaysOfANameIsToldAsItSaysIt() {
        const DnsServer server({}, {"www.kcna.kp. 60 IN A 175.45.176.71", DnsServer::soa("kp.", 1)});
        const auto says = [&](const std::string& host,
                              std::vector<Address> resolvers = {*Address::parse("127.0.0.1")}) {
            return askResolver(resolvers, host, std::chrono::steady_clock::now() + 1s, nobodyStops(), server.port());
        };
        QCOMPARE(says("www.kcna.kp"), (ResolverSays{"NOERROR", {*Address::parse("175.45.176.71")}}));
        QCOMPARE(says("none.kcna.kp"), (ResolverSays{"NXDOMAIN", {}}));
        QCOMPARE(says("www.kcna.kp", {*Address::parse("127.0.0.77")}), ResolverSays{}); // nobody is there
    }

    void oneThatOnlyRewritesMistypedWebNamesIsFound() {
        const DnsServer server({}, with(honest(), {"*.com. 60 IN A 127.0.0.9"}));
        QCOMPARE(asked(server).madeUp, 1);
    }

    void refusingIsNotMakingUp() {
        DnsServer server({}, honest());
        server.setBehaviour(DnsBehaviour::Refused);
        QVERIFY(!asked(server).rewrites());
    }

    void whoDoesNotAnswerIsNotCounted() {
        DnsServer server({}, honest());
        server.setBehaviour(DnsBehaviour::PortClosed);
        QCOMPARE(asked(server).asked, 0);
    }

    void theSecondResolverIsAskedWhenTheFirstIsDead() {
        const DnsServer server({}, with(honest(), {"*.com. 60 IN A 127.0.0.9"}));
        const MadeUpAnswers found = asked(server, {*Address::parse("127.0.0.2"), *Address::parse("127.0.0.1")});
        QCOMPARE(found.asked, 3);
        QCOMPARE(found.madeUp, 1);
    }

    void aStopEndsItAtOnce() {
        DnsServer server({}, honest());
        server.setBehaviour(DnsBehaviour::Silent);
        std::stop_source source;
        source.request_stop();
        const StopSignal stopped{source.get_token()};
        QElapsedTimer since;
        since.start();
        const std::vector resolvers{*Address::parse("127.0.0.1")};
        askForNamesThatDoNotExist(resolvers, 3, std::chrono::steady_clock::now() + 20s, stopped, server.port());
        QVERIFY(since.elapsed() < 5000);
    }
};

QTEST_GUILESS_MAIN(TestSystemResolver)
#include "tst_system_resolver.moc"
