// SPDX-License-Identifier: GPL-3.0-or-later
// Traces through a small network of the test's own: two routers and a server.
//   us 10.0.1.1 - 10.0.1.2 first 10.0.2.1 - 10.0.2.2 second 10.0.3.1 - 10.0.3.2 server
#include <QtTest>

#include "tests/probes/asking.h"
#include "tests/probes/own_network.h"

using namespace kpwatch;
using namespace kpwatch::asking;

namespace {

// A namespace lives as long as a process in it.
class Node {
  public:
    bool begin() {
        m_process.start(QStringLiteral("unshare"), {QStringLiteral("--net"), QStringLiteral("sh"), QStringLiteral("-c"),
                                                    QStringLiteral("echo ready; exec sleep 100")});
        return m_process.waitForStarted(5000) && m_process.waitForReadyRead(5000);
    }
    QString pid() const { return QString::number(m_process.processId()); }
    ~Node() {
        m_process.kill();
        m_process.waitForFinished(2000);
    }

  private:
    QProcess m_process;
};

// "at NODE COMMAND": runs it in the namespace of the node.
const QString network = QStringLiteral(R"(
at() { node=$1; shift; nsenter -t $node -n "$@"; }
set_to() { at $1 sh -c "echo $3 > /proc/sys/net/$2"; }
ip link set lo up
ip link delete to1 2>/dev/null || true
ip link add to1 type veth peer name to0 netns $first
at $first ip link add to2 type veth peer name to1 netns $second
at $second ip link add to3 type veth peer name to2 netns $server
ip address add 10.0.1.1/24 dev to1; ip link set to1 up
for node in $first $second $server; do
  at $node ip link set lo up
  set_to $node ipv4/icmp_ratelimit 0  # or one trace would not see what the one before has seen
done
set_to $first ipv4/ip_forward 1; set_to $second ipv4/ip_forward 1
at $first ip address add 10.0.1.2/24 dev to0; at $first ip link set to0 up
at $first ip address add 10.0.2.1/24 dev to2; at $first ip link set to2 up
at $second ip address add 10.0.2.2/24 dev to1; at $second ip link set to1 up
at $second ip address add 10.0.3.1/24 dev to3; at $second ip link set to3 up
for host in 2 3 4; do at $server ip address add 10.0.3.$host/24 dev to2; done
at $server ip link set to2 up
ip route replace default via 10.0.1.2
at $first ip route add default via 10.0.2.2
at $second ip route add 10.0.1.0/24 via 10.0.2.1
at $server ip route add default via 10.0.3.1
at $second ip route add unreachable 10.0.4.1
at $second ip route add prohibit 10.0.4.2
at $second ip route add blackhole 10.0.4.3
at $second ip route add 10.0.4.4 via 10.0.2.1   # who sends it back
at $second ip route add 10.0.4.5 via 10.0.3.2   # who drops it
at $second ip rule add to 10.0.3.3 ipproto icmp blackhole
at $second ip rule add to 10.0.3.4 ipproto icmp blackhole
at $second ip rule add to 10.0.3.4 ipproto udp blackhole
)");

Asked trace(const char* host, milliseconds timeout = milliseconds(8000)) {
    return ask(TraceOptions{host, 0}, {.timeout = timeout});
}

// "1 10.0.1.2 expired; 2 *"
QString textOf(const TraceDetail& trace) {
    QStringList hops;
    for (const TraceHop& hop : trace.hops)
        hops << (QString::number(hop.ttl) + u' ' +
                 QString::fromStdString(hop.address.empty() ? "*" : hop.address + ' ' + hop.said));
    return hops.join(QStringLiteral("; "));
}

} // namespace

class TestTraceProbe : public QObject {
    Q_OBJECT

  public:
    TestTraceProbe(std::string no_network, bool icmp) : m_noNetwork(std::move(no_network)), m_icmp(icmp) {}

  private:
    std::string m_noNetwork; // why
    bool m_icmp;             // may we have an ICMP socket?
    Node m_first, m_second, m_server;

  private Q_SLOTS:
    void initTestCase();
    void connectionKnowsWhoRefusedIt();
    void everyWayEndsAsItShould_data();
    void everyWayEndsAsItShould();
    void healthyWayTakesOneRoundTrip();
    void methodsTakeTurnsWhereOneEndsInSilence();
    void deadlineIsKept();
    void stopEndsTheCheckAtOnce();
    void noWayIsOurOwnLine();
    void addressesOutsideTheRulesAreNotAsked();
};

void TestTraceProbe::initTestCase() {
    if (!m_noNetwork.empty())
        QSKIP(m_noNetwork.c_str());
    if (!m_first.begin() || !m_second.begin() || !m_server.begin())
        QSKIP("unshare(1) cannot make the namespaces of the routers");
    const QString nodes =
        QStringLiteral("first=%1; second=%2; server=%3\n").arg(m_first.pid(), m_second.pid(), m_server.pid());
    const QString failure = shell(nodes + network);
    if (!failure.isEmpty())
        QSKIP(qPrintable(QStringLiteral("the routers cannot be set up here: ") + failure));
}

void TestTraceProbe::connectionKnowsWhoRefusedIt() {
    // First of all tests: a router that has refused a few packets in a second stays silent (error_burst of ip_error()
    // in Linux), which is why a trace and a connection must not go the same way at the same moment.
    const Asked prohibited = ask(TcpOptions{"10.0.4.2", 80});
    QCOMPARE(prohibited.outcome(), QStringLiteral("connect/unreachable"));
    QVERIFY((prohibited.detail<ConnectDetail>() == ConnectDetail{0, "10.0.2.2", 3, 13}));
    const Asked unreachable = ask(TcpOptions{"10.0.4.1", 80});
    QVERIFY((unreachable.detail<ConnectDetail>() == ConnectDetail{0, "10.0.2.2", 3, 1}));
    const Asked loop = ask(TcpOptions{"10.0.4.4", 80});
    QCOMPARE(loop.detail<ConnectDetail>().icmpType, 11);
    QVERIFY((ask(TcpOptions{"10.0.3.2", 80}).detail<ConnectDetail>() == ConnectDetail{}));
}

void TestTraceProbe::everyWayEndsAsItShould_data() {
    QTest::addColumn<QByteArray>("host");
    QTest::addColumn<QString>("outcome");
    QTest::addColumn<QString>("says");
    QTest::addColumn<QString>("hops");
    const QString one = QStringLiteral("1 10.0.1.2 expired");
    const QString two = one + QStringLiteral("; 2 10.0.2.2 expired");
    const auto row = [](const char* title, const char* host, const char* outcome, const char* says,
                        const QString& hops) {
        QTest::newRow(title) << QByteArray(host) << QString::fromLatin1(outcome) << QString::fromLatin1(says) << hops;
    };
    row("reached", "10.0.3.2", "done/none", "reached", two + QStringLiteral("; 3 10.0.3.2 reached"));
    row("the neighbour", "10.0.1.2", "done/none", "reached", QStringLiteral("1 10.0.1.2 reached"));
    row("ourselves", "127.0.0.1", "done/none", "reached", QStringLiteral("1 127.0.0.1 reached"));
    row("unreachable", "10.0.4.1", "exchange/unreachable", "unreachable",
        one + QStringLiteral("; 2 10.0.2.2 unreachable"));
    row("prohibited", "10.0.4.2", "exchange/unreachable", "prohibited",
        one + QStringLiteral("; 2 10.0.2.2 prohibited"));
    row("black hole", "10.0.4.3", "exchange/timeout", "silence", one);
    row("loop", "10.0.4.4", "exchange/timeout", "loop", two + QStringLiteral("; 3 10.0.1.2 expired"));
    row("dropped by the server", "10.0.4.5", "exchange/timeout", "silence", two);
    row("nobody there", "10.0.1.77", "exchange/timeout", "no-first-router", QString());
}

void TestTraceProbe::everyWayEndsAsItShould() {
    QFETCH(QByteArray, host);
    const Asked asked = trace(host.constData());
    const auto detail = asked.detail<TraceDetail>();
    QTEST(QString::fromStdString(detail.outcome), "says");
    QTEST(textOf(detail), "hops");
    QTEST(asked.outcome(), "outcome");
    QCOMPARE(QString::fromStdString(detail.method), m_icmp ? QStringLiteral("icmp") : QStringLiteral("udp"));
    QVERIFY2(asked.took < milliseconds(5000), qPrintable(QString::number(asked.took.count())));
    QCOMPARE(asked.seen.peer, host.toStdString());
    QVERIFY(!asked.seen.responseTime() || asked.seen.failure == Failure::None);
    for (const TraceHop& hop : detail.hops)
        QVERIFY(hop.roundTrip && *hop.roundTrip < milliseconds(900));
}

void TestTraceProbe::healthyWayTakesOneRoundTrip() {
    const Asked asked = trace("10.0.3.2");
    QVERIFY2(asked.took < milliseconds(500), qPrintable(QString::number(asked.took.count())));
    QCOMPARE(asked.seen.tries, 30);
    QCOMPARE(asked.seen.source, std::string("10.0.1.1"));
}

void TestTraceProbe::methodsTakeTurnsWhereOneEndsInSilence() {
    const Asked byUdp = trace("10.0.3.3");
    QCOMPARE(byUdp.outcome(), QStringLiteral("done/none"));
    QCOMPARE(byUdp.detail<TraceDetail>().method, std::string("udp"));
    QVERIFY2(!m_icmp || byUdp.took >= milliseconds(2200), "rounds are 1.1 s apart");
    const Asked byTcp = trace("10.0.3.4");
    QCOMPARE(byTcp.outcome(), QStringLiteral("done/none"));
    QCOMPARE(byTcp.detail<TraceDetail>().method, std::string("tcp"));
    QCOMPARE(textOf(byTcp.detail<TraceDetail>()),
             QStringLiteral("1 10.0.1.2 expired; 2 10.0.2.2 expired; 3 10.0.3.4 reached"));
}

void TestTraceProbe::deadlineIsKept() {
    const Asked asked = trace("10.0.4.5", shortTimeout);
    QCOMPARE(asked.outcome(), QStringLiteral("exchange/timeout"));
    QVERIFY2(asked.took <= shortTimeout + grace, qPrintable(QString::number(asked.took.count())));
}

void TestTraceProbe::stopEndsTheCheckAtOnce() {
    const Stopped stopped = askAndStop(TraceOptions{"10.0.4.5", 0});
    QCOMPARE(stopped.asked.outcome(), QStringLiteral("exchange/cancelled"));
    QVERIFY2(stopped.tookToEnd <= stopGrace, qPrintable(QString::number(stopped.tookToEnd.count())));
}

void TestTraceProbe::noWayIsOurOwnLine() {
    QCOMPARE(shell(QStringLiteral("ip route del default")), QString());
    const Asked asked = trace("10.8.8.8");
    QCOMPARE(asked.outcome(), QStringLiteral("connect/local-network-down"));
    QCOMPARE(shell(QStringLiteral("ip route add default via 10.0.1.2")), QString());
}

void TestTraceProbe::addressesOutsideTheRulesAreNotAsked() {
    QCOMPARE(ask(TraceOptions{"10.0.3.2", 0}, {.rules = {}}).outcome(), QStringLiteral("prepare/suspicious-answer"));
    QCOMPARE(trace("www.kcna.kp").outcome(), QStringLiteral("resolve/unknown"));
}

int main(int argc, char** argv) { return runWithAndWithoutIcmp<TestTraceProbe>(argc, argv); }
#include "tst_trace_probe.moc"
