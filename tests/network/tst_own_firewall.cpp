// SPDX-License-Identifier: GPL-3.0-or-later
// A firewall of this computer that rejects what we send, in each of the ways there are: none is the server's doing, so
// none may look as if it had refused us.
#include "tests/network/space.h"
#include "tests/probes/asking.h"

#include <QTest>

#include <unistd.h>

using namespace kpwatch;
using namespace kpwatch::asking;
using namespace kpwatch::test;

Q_DECLARE_METATYPE(kpwatch::ProbeOptions)

namespace {

std::string filter(const std::string& hook, const std::string& rule) {
    return "table inet test { chain " + hook + " { type filter hook " + hook + " priority 0; " + rule + "; }; }";
}

bool speaksIpv6() { return access("/proc/sys/net/ipv6", F_OK) == 0; }

} // namespace

class TestOwnFirewall : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void initTestCase() {
        if (const std::string why = whyNoNetwork(); !why.empty())
            QSKIP(why.c_str());
    }

    void whatItRejectsIsKeptIn_data() {
        QTest::addColumn<ProbeOptions>("options");
        QTest::addColumn<QString>("rule");
        QTest::addColumn<QString>("outcome");
        const auto row = [](const char* name, const ProbeOptions& options, const char* rule, const char* outcome) {
            QTest::newRow(name) << options << QString::fromLatin1(rule) << QString::fromLatin1(outcome);
        };
        const TcpOptions port{"10.9.9.2", 80};
        const char* const unlessTold = "oif eth0 reject"; // "port closed"
        row("connection", port, unlessTold, "connect/permission-denied");
        row("page", HttpOptions{.url = "http://10.9.9.2/"}, unlessTold, "connect/permission-denied");
        row("mail", SmtpOptions{"10.9.9.2", 25}, unlessTold, "connect/permission-denied");
        row("name server", DnsOptions{.server = "10.9.9.2", .name = "kp"}, unlessTold, "exchange/permission-denied");
        row("prohibited", port, "oif eth0 reject with icmpx type admin-prohibited", "connect/permission-denied");
        row("unreachable", port, "oif eth0 reject with icmpx type host-unreachable", "connect/local-network-down");
        // Anybody may send that; the judge goes by how soon it came.
        row("reset", port, "oif eth0 meta l4proto tcp reject with tcp reset", "connect/refused");
        if (!speaksIpv6())
            return;
        const TcpOptions port6{"fd09::2", 80};
        row("connection over IPv6", port6, unlessTold, "connect/permission-denied");
        row("prohibited over IPv6", port6, "oif eth0 reject with icmpx type admin-prohibited",
            "connect/permission-denied");
    }
    void whatItRejectsIsKeptIn() {
        QFETCH(ProbeOptions, options);
        QFETCH(QString, rule);
        const Space us, nowhere;
        connectSpaces(us, "eth0", nowhere, "eth0");
        us.ip("addr add 10.9.9.1/24 dev eth0\nneigh add 10.9.9.2 lladdr 02:00:00:00:00:02 dev eth0");
        if (speaksIpv6())
            us.ip("addr add fd09::1/64 dev eth0 nodad\nneigh add fd09::2 lladdr 02:00:00:00:00:02 dev eth0");
        us.nft(filter("output", rule.toStdString()));
        const Asked asked = us.inside([&] { return ask(options); });
        QTEST(asked.outcome(), "outcome");
    }

    void whatTheirsRejectsIsRefused() {
        const Space us, them;
        connectSpaces(us, "eth0", them, "eth0");
        us.ip("addr add 10.9.9.1/24 dev eth0");
        them.ip("addr add 10.9.9.2/24 dev eth0");
        them.nft(filter("input", "meta l4proto tcp reject"));
        const Asked asked = us.inside([] { return ask(TcpOptions{"10.9.9.2", 80}); });
        QCOMPARE(asked.outcome(), QStringLiteral("connect/refused"));
    }
};

int main(int argc, char** argv) {
    enterOwnNetwork(argc, argv);
    TestOwnFirewall test;
    QTEST_SET_MAIN_SOURCE_PATH
    return QTest::qExec(&test, argc, argv);
}
#include "tst_own_firewall.moc"
