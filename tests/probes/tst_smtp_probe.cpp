// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include "app/simulation/smtp_server.h"
#include "tests/probes/asking.h"

using namespace kpwatch;
using namespace kpwatch::asking;

Q_DECLARE_METATYPE(kpwatch::SmtpBehaviour)

class TestSmtpProbe : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void everyServerEndsAsItShould_data();
    void everyServerEndsAsItShould();
    void resetAfterTheHandshakeIsAReset();
    void greetingIsDescribed();
    void onlyQuitIsSaid();
    void farewellIsWaitedForASecond();
    void stopEndsTheCheckAtOnce_data();
    void stopEndsTheCheckAtOnce();
    void nameIsAskedWhereTheAddressBookSays();
    void addressesOutsideTheRulesAreNotDialled();
};

void TestSmtpProbe::everyServerEndsAsItShould_data() {
    QTest::addColumn<SmtpBehaviour>("behaviour");
    QTest::addColumn<QString>("outcome");
    QTest::addColumn<int>("code");
    const auto row = [](const char* title, SmtpBehaviour behaviour, const char* outcome, int code) {
        QTest::newRow(title) << behaviour << QString::fromLatin1(outcome) << code;
    };
    row("greets", SmtpBehaviour::Greet, "done/none", 220);
    row("greets in lines", SmtpBehaviour::GreetInLines, "done/none", 220);
    row("greets with LF", SmtpBehaviour::GreetWithLf, "done/none", 220);
    row("greets late", SmtpBehaviour::GreetLate, "done/none", 220);
    row("is busy", SmtpBehaviour::Busy, "done/server-failure", 421);
    row("turns away", SmtpBehaviour::NoService, "done/server-failure", 554);
    row("drops SYNs", SmtpBehaviour::FullBacklog, "connect/timeout", 0);
    row("closed port", SmtpBehaviour::Refuse, "connect/refused", 0);
    row("accepts in silence", SmtpBehaviour::Silent, "exchange/timeout", 0);
    row("closes without a byte", SmtpBehaviour::Close, "exchange/suspicious-answer", 0);
    row("closes in the greeting", SmtpBehaviour::CutGreeting, "exchange/protocol-error", 220);
    row("resets in the greeting", SmtpBehaviour::ResetWhileGreeting, "exchange/protocol-error", 0);
    row("never ends its line", SmtpBehaviour::WithoutLineEnd, "exchange/protocol-error", 0);
    row("drips", SmtpBehaviour::Drip, "exchange/protocol-error", 0);
    row("lines without end, slowly", SmtpBehaviour::SlowLines, "exchange/protocol-error", 220);
    row("lines without end", SmtpBehaviour::EndlessLines, "exchange/protocol-error", 220);
    row("a line without end", SmtpBehaviour::EndlessLine, "exchange/protocol-error", 0);
    row("a web server", SmtpBehaviour::Web, "exchange/protocol-error", 0);
    row("garbage", SmtpBehaviour::Garbage, "exchange/protocol-error", 0);
    row("no such code", SmtpBehaviour::BadCode, "exchange/protocol-error", 0);
    row("silent to QUIT", SmtpBehaviour::SilentToQuit, "done/none", 220);
    row("resets at QUIT", SmtpBehaviour::ResetAtQuit, "done/none", 220);
    row("floods at QUIT", SmtpBehaviour::FloodAtQuit, "done/none", 220);
}

void TestSmtpProbe::everyServerEndsAsItShould() {
    QFETCH(SmtpBehaviour, behaviour);
    SmtpServer server({});
    server.setBehaviour(behaviour);
    const Asked asked = ask(SmtpOptions{"127.0.0.1", server.port()});
    QTEST(asked.outcome(), "outcome");
    QTEST(asked.detail<SmtpDetail>().code, "code");
    QVERIFY2(asked.took <= shortTimeout + grace, qPrintable(QString::number(asked.took.count())));
    QCOMPARE(asked.seen.peer, std::string("127.0.0.1"));
    QCOMPARE(asked.seen.source, std::string("127.0.0.1"));
    QCOMPARE(asked.seen.phases.connect.has_value(), asked.seen.reached != Stage::Connect);
    QVERIFY(asked.detail<SmtpDetail>().banner.size() <= 512);
}

void TestSmtpProbe::resetAfterTheHandshakeIsAReset() {
    SmtpServer server({});
    server.setBehaviour(SmtpBehaviour::ResetAfterAccept);
    QCOMPARE(ask(SmtpOptions{"127.0.0.1", server.port()}).outcome(), QStringLiteral("exchange/reset"));
}

void TestSmtpProbe::greetingIsDescribed() {
    SmtpServer server({});
    server.setBehaviour(SmtpBehaviour::GreetInLines);
    const Asked asked = ask(SmtpOptions{"127.0.0.1", server.port()});
    QCOMPARE(asked.detail<SmtpDetail>().banner, std::string("mail.star-co.net.kp\nNo unsolicited mail\nESMTP"));
    const Phases& phases = asked.seen.phases;
    QVERIFY(*phases.connect <= *phases.firstByte && *phases.firstByte <= asked.seen.elapsed);
    QVERIFY(!phases.tls);
    server.setBehaviour(SmtpBehaviour::GreetLate);
    const Asked late = ask(SmtpOptions{"127.0.0.1", server.port()});
    QVERIFY(*late.seen.responseTime() >= milliseconds(300));
}

void TestSmtpProbe::onlyQuitIsSaid() {
    SmtpServer server({});
    for (const SmtpBehaviour behaviour : {SmtpBehaviour::Greet, SmtpBehaviour::NoService, SmtpBehaviour::Web,
                                          SmtpBehaviour::Silent, SmtpBehaviour::WithoutLineEnd}) {
        server.setBehaviour(behaviour);
        ask(SmtpOptions{"127.0.0.1", server.port()}, {.timeout = milliseconds(200)});
    }
    QTRY_COMPARE(server.heard(), std::string("QUIT\r\nQUIT\r\n")); // to who greeted, and to who turned us away
    QCOMPARE(server.accepted(), 5);
}

void TestSmtpProbe::farewellIsWaitedForASecond() {
    SmtpServer server({});
    server.setBehaviour(SmtpBehaviour::SilentToQuit);
    const Asked asked = ask(SmtpOptions{"127.0.0.1", server.port()}, {.timeout = longTimeout});
    QCOMPARE(asked.outcome(), QStringLiteral("done/none"));
    QVERIFY2(asked.took >= milliseconds(900) && asked.took <= milliseconds(1000) + grace,
             qPrintable(QString::number(asked.took.count())));
    QVERIFY(*asked.seen.responseTime() < milliseconds(900)); // which is not part of how long the answer took
}

void TestSmtpProbe::stopEndsTheCheckAtOnce_data() {
    QTest::addColumn<SmtpBehaviour>("behaviour");
    QTest::addColumn<QString>("outcome");
    QTest::newRow("connecting") << SmtpBehaviour::FullBacklog << QStringLiteral("connect/cancelled");
    QTest::newRow("waiting") << SmtpBehaviour::Silent << QStringLiteral("exchange/cancelled");
    QTest::newRow("in the greeting") << SmtpBehaviour::SlowLines << QStringLiteral("exchange/cancelled");
    QTest::newRow("taking leave") << SmtpBehaviour::SilentToQuit << QStringLiteral("done/none");
}

void TestSmtpProbe::stopEndsTheCheckAtOnce() {
    QFETCH(SmtpBehaviour, behaviour);
    SmtpServer server({});
    server.setBehaviour(behaviour);
    const Stopped stopped = askAndStop(SmtpOptions{"127.0.0.1", server.port()});
    QTEST(stopped.asked.outcome(), "outcome");
    QVERIFY2(stopped.tookToEnd <= stopGrace, qPrintable(QString::number(stopped.tookToEnd.count())));
}

void TestSmtpProbe::nameIsAskedWhereTheAddressBookSays() {
    SmtpServer server({});
    const SmtpOptions options{"mail.star-co.net.kp", server.port()};
    QCOMPARE(ask(options, {.addresses = {loopback()}}).outcome(), QStringLiteral("done/none"));
    QCOMPARE(ask(options).outcome(), QStringLiteral("resolve/unknown"));
}

void TestSmtpProbe::addressesOutsideTheRulesAreNotDialled() {
    SmtpServer server({});
    QCOMPARE(ask(SmtpOptions{"127.0.0.1", server.port()}, {.rules = {}}).outcome(),
             QStringLiteral("prepare/suspicious-answer"));
    QCOMPARE(ask(SmtpOptions{"mail.kp", server.port()}, {.addresses = {loopback()}, .rules = {}}).outcome(),
             QStringLiteral("resolve/suspicious-answer"));
    QCOMPARE(server.accepted(), 0);
}

QTEST_GUILESS_MAIN(TestSmtpProbe)
#include "tst_smtp_probe.moc"
