// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include "app/simulation/tcp_server.h"
#include "tests/probes/asking.h"
#include "tests/probes/scripted_server.h"

using namespace kpwatch;
using namespace kpwatch::asking;

Q_DECLARE_METATYPE(kpwatch::TcpBehaviour)

class TestTcpProbe : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void everyServerEndsAsItShould_data();
    void everyServerEndsAsItShould();
    void resetAfterTheHandshakeIsConnected();
    void whoSpokeBeforeTheResetHasAnswered();
    void connectionIsDescribed();
    void serverCanChangeItsMind();
    void connectTimeoutEndsBeforeTheDeadline();
    void stopEndsTheCheckAtOnce();
    void stoppedOrLateCheckAsksNobody();
    void addressesOutsideTheRulesAreNotDialled_data();
    void addressesOutsideTheRulesAreNotDialled();
    void noRouteIsOurOwnLine();
    void sixthVersionIsSpokenToo();
};

void TestTcpProbe::everyServerEndsAsItShould_data() {
    QTest::addColumn<TcpBehaviour>("behaviour");
    QTest::addColumn<QString>("outcome");
    QTest::newRow("accepts") << TcpBehaviour::Accept << QStringLiteral("done/none");
    QTest::newRow("drops SYNs") << TcpBehaviour::SilentBacklog << QStringLiteral("connect/timeout");
    QTest::newRow("closed port") << TcpBehaviour::Refuse << QStringLiteral("connect/refused");
}

void TestTcpProbe::everyServerEndsAsItShould() {
    QFETCH(TcpBehaviour, behaviour);
    QFETCH(QString, outcome);
    TcpServer server({});
    server.setBehaviour(behaviour);
    const Asked asked = ask(TcpOptions{"127.0.0.1", server.port()});
    QCOMPARE(asked.outcome(), outcome);
    QVERIFY(asked.took <= shortTimeout + grace);
    QVERIFY(asked.seen.elapsed <= asked.took);
    QCOMPARE(asked.seen.peer, std::string("127.0.0.1"));
    QCOMPARE(asked.seen.source, std::string("127.0.0.1"));
    QCOMPARE(asked.seen.tries, 1 + asked.detail<ConnectDetail>().retransmits);
    QCOMPARE(asked.seen.phases.connect.has_value(), asked.seen.failure == Failure::None);
}

void TestTcpProbe::resetAfterTheHandshakeIsConnected() {
    TcpServer server({});
    server.setBehaviour(TcpBehaviour::Reset);
    // Whether the RST comes before we look is a race; that it makes no difference is shown in tst_early_reset.
    QCOMPARE(ask(TcpOptions{"127.0.0.1", server.port()}).outcome(), QStringLiteral("done/none"));
    QTRY_COMPARE(server.accepted(), 1);
}

void TestTcpProbe::whoSpokeBeforeTheResetHasAnswered() {
    for (const char* const words : {"HTTP", ""}) {
        ScriptedServer server([&](Line& line) {
            line.say(words);
            line.reset();
        });
        const std::stop_token never;
        const StopSignal stop(never);
        const auto deadline = std::chrono::steady_clock::now() + std::chrono::seconds(10);
        Dialled dialled = dialTcp(loopback(), server.port(), deadline, stop);
        QVERIFY(dialled.answered());
        QCOMPARE(waitFor(dialled.socket.fd(), POLLHUP, deadline, stop), Wait::Ready); // both have arrived
        dialled.failure = Failure::Reset;                                             // as if we had not looked before
        QCOMPARE(failureBeforeReading(dialled), *words != '\0' ? Failure::ProtocolError : Failure::Reset);
    }
}

void TestTcpProbe::connectionIsDescribed() {
    TcpServer server({loopback("127.0.0.8"), 0});
    const UtcTime before = utcNow();
    const Asked asked = ask(TcpOptions{"127.0.0.8", server.port()});
    QCOMPARE(asked.seen.target, TargetId(7));
    QVERIFY(asked.seen.startedAt >= before && asked.seen.startedAt <= utcNow());
    QCOMPARE(asked.seen.peer, std::string("127.0.0.8"));
    QVERIFY(asked.seen.elapsed > Micros(0));
    QVERIFY(*asked.seen.phases.connect <= asked.seen.elapsed);
    QVERIFY(!asked.seen.phases.tls && !asked.seen.phases.firstByte);
}

void TestTcpProbe::serverCanChangeItsMind() {
    TcpServer server({});
    const TcpOptions options{"127.0.0.1", server.port()};
    QCOMPARE(ask(options).outcome(), QStringLiteral("done/none"));
    server.setBehaviour(TcpBehaviour::Refuse);
    QCOMPARE(ask(options).outcome(), QStringLiteral("connect/refused"));
    server.setBehaviour(TcpBehaviour::SilentBacklog);
    QCOMPARE(ask(options, {.timeout = milliseconds(200)}).outcome(), QStringLiteral("connect/timeout"));
    server.setBehaviour(TcpBehaviour::Accept);
    QCOMPARE(ask(options).outcome(), QStringLiteral("done/none"));
}

void TestTcpProbe::connectTimeoutEndsBeforeTheDeadline() {
    TcpServer server({});
    server.setBehaviour(TcpBehaviour::SilentBacklog);
    Target target;
    target.probe = TcpOptions{"127.0.0.1", server.port()};
    const auto begin = std::chrono::steady_clock::now();
    const Observation seen = probe(
        target, {begin + longTimeout, {}, utcNow(), {}, {.allowPrivate = true}, milliseconds(1300), systemStore()});
    QCOMPARE(seen.failure, Failure::Timeout);
    QVERIFY(seen.elapsed >= milliseconds(1300) && seen.elapsed <= milliseconds(1300) + grace);
    QVERIFY2(seen.tries >= 2, "the SYN is sent again after a second");
}

void TestTcpProbe::stopEndsTheCheckAtOnce() {
    TcpServer server({});
    server.setBehaviour(TcpBehaviour::SilentBacklog);
    const Stopped stopped = askAndStop(TcpOptions{"127.0.0.1", server.port()});
    QCOMPARE(stopped.asked.outcome(), QStringLiteral("connect/cancelled"));
    QVERIFY2(stopped.tookToEnd <= stopGrace, qPrintable(QString::number(stopped.tookToEnd.count())));
}

void TestTcpProbe::stoppedOrLateCheckAsksNobody() {
    TcpServer server({});
    const auto source = std::make_unique<std::stop_source>();
    source->request_stop();
    const TcpOptions options{"127.0.0.1", server.port()};
    QCOMPARE(ask(options, {.stop = source->get_token()}).outcome(), QStringLiteral("prepare/cancelled"));
    QCOMPARE(ask(options, {.timeout = milliseconds(-1)}).outcome(), QStringLiteral("prepare/unknown"));
    QCOMPARE(ask(options).outcome(), QStringLiteral("done/none"));
    QTRY_COMPARE(server.accepted(), 1);
}

void TestTcpProbe::addressesOutsideTheRulesAreNotDialled_data() {
    QTest::addColumn<QString>("outcome");
    QTest::newRow("127.0.0.1") << QStringLiteral("prepare/suspicious-answer");
    QTest::newRow("::ffff:127.0.0.1") << QStringLiteral("prepare/suspicious-answer");
    QTest::newRow("10.1.2.3") << QStringLiteral("prepare/suspicious-answer");
    QTest::newRow("localhost") << QStringLiteral("prepare/unknown");
    QTest::newRow("") << QStringLiteral("prepare/unknown");
}

void TestTcpProbe::addressesOutsideTheRulesAreNotDialled() {
    QFETCH(QString, outcome);
    TcpServer server({});
    const Asked asked = ask(TcpOptions{QTest::currentDataTag(), server.port()}, {.rules = {}});
    QCOMPARE(asked.outcome(), outcome);
    QCOMPARE(server.accepted(), 0);
}

void TestTcpProbe::noRouteIsOurOwnLine() {
    // The broadcast address of loopback: the kernel itself says there is no such network.
    const Asked asked = ask(TcpOptions{"127.255.255.255", 80});
    QCOMPARE(asked.outcome(), QStringLiteral("connect/local-network-down"));
}

void TestTcpProbe::sixthVersionIsSpokenToo() {
    std::optional<TcpServer> server;
    try {
        server.emplace(ServerPlace{loopback("::1"), 0});
    } catch (const std::system_error&) {
        QSKIP("this machine has no IPv6 loopback");
    }
    const Asked asked = ask(TcpOptions{"::1", server->port()});
    QCOMPARE(asked.outcome(), QStringLiteral("done/none"));
    QCOMPARE(asked.seen.source, std::string("::1"));
    server->setBehaviour(TcpBehaviour::Refuse);
    QCOMPARE(ask(TcpOptions{"[::1]", server->port()}).outcome(), QStringLiteral("connect/refused"));
}

QTEST_GUILESS_MAIN(TestTcpProbe)
#include "tst_tcp_probe.moc"
