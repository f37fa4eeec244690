// SPDX-License-Identifier: GPL-3.0-or-later
// How traces ask, in the chain of chain.h: each row where ICMP sockets are allowed and where not, in chains of their
// own beside each other, since they mostly wait. What they find of each fault is in tst_network.
#include "tests/network/chain.h"
#include "tests/probes/asking.h"

#include <QTest>

#include <atomic>

using namespace kpwatch;
using namespace kpwatch::asking;
using namespace kpwatch::test;

namespace {

constexpr int atATime = 10;
const std::string theirs = Chain::theirs;

struct Row {
    const char* name;
    void (*happens)(Chain& chain);
    const char* outcome;      // of the trace; alternatives are set apart by "|"
    const char* hops;         // "1 2 * 3": which router answered at each TTL, "t": the target; empty: chance
    const char* refused = ""; // what a TCP connection knows: "3: 3/13", router 3 with type and code
    const char* method = "";  // the one that got furthest; empty: the first that is allowed
    const char* host = "175.45.176.71";
    std::uint16_t port = 0;
};

void drop(const Space& space, const std::string& hook, const std::string& what) {
    space.nft("table ip test { chain " + hook + " { type filter hook " + hook + " priority 0; " + what + " drop; }; }");
}

const std::vector<Row>& rows() {
    static const std::vector<Row> all{
        {"nothing", [](Chain& /*chain*/) {}, "reached", "1 2 3 4 5 t"},
        {"name server", [](Chain& /*chain*/) {}, "reached", "1 2 3 4 5 t", "", "", "175.45.176.15", 53},
        {"our router itself", [](Chain& /*chain*/) {}, "reached", "t", "", "", "192.168.77.1"},
        {"ourselves", [](Chain& /*chain*/) {}, "reached", "t", "", "", "127.0.0.1"},
        {"server silent to ICMP", [](Chain& chain) { drop(chain.servers, "input", "ip protocol icmp"); }, "reached",
         "1 2 3 4 5 t", "", "udp"},
        {"server silent to all but TCP",
         [](Chain& chain) { drop(chain.servers, "input", "ip protocol { icmp, udp }"); }, "reached", "1 2 3 4 5 t", "",
         "tcp"},
        {"route withdrawn", [](Chain& chain) { chain.r4.ip("route del " + theirs); }, "unreachable", "1 2 3 4",
         "4: 3/0"},
        {"route unreachable", [](Chain& chain) { chain.r3.ip("route replace unreachable " + theirs); }, "unreachable",
         "1 2 3", "3: 3/1"},
        {"route prohibited", [](Chain& chain) { chain.r3.ip("route replace prohibit " + theirs); }, "prohibited",
         "1 2 3", "3: 3/13"},
        {"route prohibited, the nearest question lost",
         [](Chain& chain) {
             chain.r3.ip("route replace prohibit " + theirs);
             chain.r2.nft("table ip test { chain pre { type filter hook prerouting priority 0; ip daddr 175.45.176.71 "
                          "ip protocol { icmp, udp } ip ttl 2 limit rate 1/hour burst 1 packets drop; }; }");
         },
         "prohibited", "1 2 3", "3: 3/13"},
        {"routing loop", [](Chain& chain) { chain.r4.ip("route replace " + theirs + " via 84.16.3.1"); }, "loop",
         "1 2 3 4 3", "?: 11/0"},
    };
    return all;
}

struct Outcome {
    std::string trouble; // why there is none
    Asked trace, connection;
};

Outcome lived(const Row& row, bool icmp) {
    Outcome outcome;
    Chain chain;
    if (icmp)
        chain.us.set("ipv4/ping_group_range", "0 0");
    row.happens(chain);
    // The connection first: a router that has refused a few packets stays silent for a while (ip_rt_error_burst of the
    // Linux kernel), which is why a trace and a connection must not go the same way at the same moment.
    outcome.connection = chain.us.inside([&] { return ask(TcpOptions{row.host, 80}, {.timeout = milliseconds(900)}); });
    outcome.trace = chain.us.inside([&] {
        return ask(TraceOptions{row.host, row.port}, {.timeout = milliseconds(8000)});
    });
    return outcome;
}

QString routerText(const std::string& address, const std::string& target) {
    if (address.empty())
        return QStringLiteral("*");
    if (address == target)
        return QStringLiteral("t");
    for (int hop = 1; hop < Chain::hops; ++hop)
        if (Chain::router(hop) == address)
            return QString::number(hop);
    return QStringLiteral("?");
}

// Who refused a check, as in the rows.
QString refusalText(const Asked& asked, const Row& row) {
    const RefusalDetail* const refusal = refusalOf(asked.seen.detail);
    if (refusal == nullptr)
        return {};
    // Whichever of the two in the loop was the last.
    const QString router = *row.refused == '?' ? QStringLiteral("?") : routerText(refusal->router, row.host);
    return QStringLiteral("%1: %2/%3").arg(router).arg(refusal->icmpType).arg(refusal->icmpCode);
}

} // namespace

class TestTraceProbe : public QObject {
    Q_OBJECT

    std::map<std::pair<std::size_t, bool>, Outcome> m_outcomes;

    void eachRow() const {
        QTest::addColumn<int>("row");
        QTest::addColumn<bool>("icmp");
        for (const auto& [key, outcome] : m_outcomes)
            QTest::addRow("%s, %s", rows()[key.first].name, key.second ? "ICMP" : "UDP")
                << static_cast<int>(key.first) << key.second;
    }
    const Outcome& outcome(int row, bool icmp) const { return m_outcomes.at({static_cast<std::size_t>(row), icmp}); }

  private Q_SLOTS:
    void initTestCase() {
        if (const std::string why = whyNoNetwork(); !why.empty())
            QSKIP(why.c_str());
        for (std::size_t row = 0; row < rows().size(); ++row)
            for (const bool icmp : {false, true})
                m_outcomes[{row, icmp}] = {};
        std::atomic<std::size_t> next = 0;
        std::vector<std::jthread> hands;
        for (int hand = 0; hand < atATime; ++hand)
            hands.emplace_back([&] {
                for (std::size_t taken = next++; taken < m_outcomes.size(); taken = next++) {
                    auto& [key, outcome] = *std::next(m_outcomes.begin(), static_cast<std::ptrdiff_t>(taken));
                    try {
                        outcome = lived(rows()[key.first], key.second);
                    } catch (const std::exception& error) {
                        outcome.trouble = error.what();
                    }
                }
            });
    }

    void tracesSeeTheFaultAsWhatItIs_data() { eachRow(); }
    void tracesSeeTheFaultAsWhatItIs() {
        QFETCH(int, row);
        QFETCH(bool, icmp);
        const Row& expected = rows()[static_cast<std::size_t>(row)];
        QVERIFY2(outcome(row, icmp).trouble.empty(), outcome(row, icmp).trouble.c_str());
        const Observation& seen = outcome(row, icmp).trace.seen;
        const auto detail = outcome(row, icmp).trace.detail<TraceDetail>();
        QStringList hops;
        for (const TraceHop& hop : detail.hops)
            hops << routerText(hop.address, expected.host);
        QCOMPARE(hops.join(QLatin1Char(' ')), QString::fromLatin1(expected.hops));
        QVERIFY2(QString::fromLatin1(expected.outcome)
                     .split(QLatin1Char('|'))
                     .contains(QString::fromStdString(detail.outcome)),
                 detail.outcome.c_str());
        const bool farther = *expected.method != '\0' && (icmp || std::string(expected.method) == "tcp");
        QCOMPARE(detail.method, farther ? std::string(expected.method) : icmp ? "icmp" : "udp");
        QCOMPARE(seen.failure, detail.outcome == "reached" ? Failure::None
                               : detail.outcome == "unreachable" || detail.outcome == "prohibited"
                                   ? Failure::Unreachable
                                   : Failure::Timeout);
    }

    void everyHopIsHeardInOneRound_data() { eachRow(); }
    void everyHopIsHeardInOneRound() {
        QFETCH(int, row);
        QFETCH(bool, icmp);
        const Asked& trace = outcome(row, icmp).trace;
        for (const TraceHop& hop : trace.detail<TraceDetail>().hops)
            QVERIFY(hop.address.empty() == !hop.roundTrip && hop.roundTrip.value_or(Micros(0)) < milliseconds(900));
        QVERIFY2(trace.took < milliseconds(5500), qPrintable(QString::number(trace.took.count())));
        if (std::string(rows()[static_cast<std::size_t>(row)].name) == "nothing") {
            QVERIFY2(trace.took < milliseconds(1000), "a healthy way takes one round trip");
            QCOMPARE(trace.seen.tries, 30);
            QCOMPARE(trace.seen.source, std::string("192.168.77.2"));
        }
    }

    void connectionsKnowWhoRefusedThem_data() { eachRow(); }
    void connectionsKnowWhoRefusedThem() {
        QFETCH(int, row);
        QFETCH(bool, icmp);
        const Row& expected = rows()[static_cast<std::size_t>(row)];
        QCOMPARE(refusalText(outcome(row, icmp).connection, expected), QString::fromLatin1(expected.refused));
    }

    void everyKindOfCheckKnowsWhoRefusedIt() {
        for (const Row& row : rows()) {
            if (*row.refused == '\0')
                continue;
            Chain chain;
            row.happens(chain);
            for (const ProbeOptions& options :
                 {ProbeOptions(HttpOptions{.url = std::string("http://") + row.host + "/"}),
                  ProbeOptions(DnsOptions{.server = row.host, .name = "kp."}), ProbeOptions(SmtpOptions{row.host})}) {
                const Asked asked = chain.us.inside([&] { return ask(options, {.timeout = milliseconds(900)}); });
                QCOMPARE(asked.seen.failure, Failure::Unreachable);
                QCOMPARE(refusalText(asked, row), QString::fromLatin1(row.refused));
            }
        }
    }

    void deadlineAndStopAreKept() {
        for (const bool icmp : {false, true}) {
            Chain chain;
            if (icmp)
                chain.us.set("ipv4/ping_group_range", "0 0");
            drop(chain.servers, "input", "");
            const TraceOptions options{"175.45.176.71", 0};
            const Asked asked = chain.us.inside([&] { return ask(options); });
            QCOMPARE(asked.outcome(), QStringLiteral("exchange/timeout"));
            QVERIFY2(asked.took <= shortTimeout + grace, qPrintable(QString::number(asked.took.count())));
            const Stopped stopped = chain.us.inside([&] { return askAndStop(options); });
            QCOMPARE(stopped.asked.outcome(), QStringLiteral("exchange/cancelled"));
            QVERIFY2(stopped.tookToEnd <= stopGrace, qPrintable(QString::number(stopped.tookToEnd.count())));
        }
    }

    void withoutAWayItIsOurOwnLine() {
        const Space alone;
        const auto traced = [&](const TraceOptions& options, const How& how) {
            return alone.inside([&] { return ask(options, how); }).outcome();
        };
        QCOMPARE(traced({"175.45.176.71", 0}, {}), QStringLiteral("connect/local-network-down"));
        QCOMPARE(traced({"127.0.0.1", 0}, {.rules = {}}), QStringLiteral("prepare/suspicious-answer"));
        QCOMPARE(traced({"www.kcna.kp", 0}, {}), QStringLiteral("resolve/unknown"));
        QCOMPARE(traced({"www.kcna.kp", 0}, {.addresses = {loopback()}}), QStringLiteral("done/none"));
    }
};

int main(int argc, char** argv) {
    enterOwnNetwork(argc, argv);
    TestTraceProbe test;
    QTEST_SET_MAIN_SOURCE_PATH
    return QTest::qExec(&test, argc, argv);
}
#include "tst_trace_probe.moc"
