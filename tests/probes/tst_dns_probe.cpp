// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include "app/simulation/dns_server.h"
#include "probes/resolve.h"
#include "tests/probes/asking.h"

using namespace kpwatch;
using namespace kpwatch::asking;

Q_DECLARE_METATYPE(kpwatch::DnsBehaviour)

namespace {

std::vector<std::string> records() {
    return {DnsServer::soa("kp.", 2026010101),
            "www.kcna.kp. 21600 IN A 127.0.0.71",
            "www.kcna.kp. 21600 IN A 127.0.0.74",
            "www.kcna.kp. 21600 IN AAAA ::1",
            "alias.kp. 300 IN CNAME www.kcna.kp.",
            "away.kp. 300 IN CNAME www.example.com.",
            "odd.kp. 300 IN A 8.8.8.8",
            "odd.kp. 300 IN A 0.0.0.0",
            "lied.kp. 300 IN A 8.7.198.45",
            "mail.kp. 300 IN MX 10 mx.kp."};
}

DnsOptions about(const DnsServer& server, const char* name = "kp", const char* type = "SOA") {
    return {"127.0.0.1", server.port(), name, type};
}

// One address that lying name servers give.
const Fingerprints& knownLies() {
    static const Fingerprints known{"2026-11-25", {}, {Address::parse("8.7.198.45").value()}};
    return known;
}

Resolved resolved(const std::string& host, const std::vector<const DnsServer*>& servers, std::stop_token stop = {}) {
    const auto deadline = std::chrono::steady_clock::now() + 2 * shortTimeout;
    const Attempt attempt{deadline,     std::move(stop), utcNow(), {},          {.allowPrivate = true},
                          shortTimeout, systemStore(),   {},       &knownLies()};
    ResolveOptions options;
    for (const DnsServer* const server : servers) {
        options.servers.emplace_back("127.0.0." + std::to_string(options.servers.size() + 1));
        options.port = server->port();
    }
    return resolve(host, options, attempt);
}

} // namespace

class TestDnsProbe : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void everyServerEndsAsItShould_data();
    void everyServerEndsAsItShould();
    void answerIsDescribed();
    void lateAnswerToTheFirstDatagramCounts();
    void everyNameEndsAsItShould_data();
    void everyNameEndsAsItShould();
    void stopEndsTheCheckAtOnce_data();
    void stopEndsTheCheckAtOnce();
    void addressesOutsideTheRulesAreNotAsked();
    void ownFirewallOrRouteIsNotTheirFault();
    void namesAreResolvedWithAuthority();
    void whatMayNotBeDialledIsDroppedAndReported();
    void fewAddressesAreKeptAndManyAreNotBelieved_data();
    void fewAddressesAreKeptAndManyAreNotBelieved();
    void nextServerIsAskedWhenOneFails();
    void withoutAuthorityThereAreNoAddresses_data();
    void withoutAuthorityThereAreNoAddresses();
    void knownLieIsBlockedHere();
    void literalAddressIsItsOwnAnswer();
    void stoppedResolveEndsAtOnce();
};

void TestDnsProbe::everyServerEndsAsItShould_data() {
    QTest::addColumn<DnsBehaviour>("behaviour");
    QTest::addColumn<QString>("outcome");
    QTest::addColumn<QString>("rcode");
    const auto row = [](const char* title, DnsBehaviour behaviour, const char* outcome, const char* rcode) {
        QTest::newRow(title) << behaviour << QString::fromLatin1(outcome) << QString::fromLatin1(rcode);
    };
    row("answers", DnsBehaviour::Answer, "done/none", "NOERROR");
    row("closed port", DnsBehaviour::PortClosed, "exchange/refused", "");
    row("silent", DnsBehaviour::Silent, "exchange/timeout", "");
    row("zone broken", DnsBehaviour::ServFail, "done/server-failure", "SERVFAIL");
    row("refuses", DnsBehaviour::Refused, "done/server-failure", "REFUSED");
    row("not authoritative", DnsBehaviour::NotAuthoritative, "done/unexpected-answer", "NOERROR");
    row("no answer", DnsBehaviour::NoAnswer, "done/unexpected-answer", "NOERROR");
    row("wrong id", DnsBehaviour::WrongId, "exchange/timeout", "");
    row("wrong question", DnsBehaviour::WrongQuestion, "exchange/unexpected-answer", "NOERROR");
    row("wrong answer", DnsBehaviour::WrongAnswer, "done/unexpected-answer", "NOERROR");
    row("garbage", DnsBehaviour::Garbage, "exchange/protocol-error", "");
    row("short", DnsBehaviour::Short, "exchange/protocol-error", "");
    row("truncated, then over TCP", DnsBehaviour::Truncated, "done/none", "NOERROR");
    row("truncated, no TCP", DnsBehaviour::TruncatedOnly, "exchange/unexpected-answer", "");
    row("oversized", DnsBehaviour::Oversized, "exchange/protocol-error", "");
}

void TestDnsProbe::everyServerEndsAsItShould() {
    QFETCH(DnsBehaviour, behaviour);
    QFETCH(QString, outcome);
    QFETCH(QString, rcode);
    DnsServer server({}, records());
    server.setBehaviour(behaviour);
    const Asked asked = ask(about(server));
    QCOMPARE(asked.outcome(), outcome);
    QCOMPARE(QString::fromStdString(asked.detail<DnsDetail>().rcode), rcode);
    QVERIFY(asked.took <= shortTimeout + grace);
    QCOMPARE(asked.seen.tries, 1);
    QCOMPARE(asked.seen.source, std::string("127.0.0.1"));
    QCOMPARE(asked.seen.peer, std::string("127.0.0.1"));
}

void TestDnsProbe::answerIsDescribed() {
    DnsServer server({}, records());
    const Asked asked = ask(about(server));
    const auto detail = asked.detail<DnsDetail>();
    QVERIFY(detail.authoritative);
    QCOMPARE(detail.serial.value_or(0), 2026010101U);
    QCOMPARE(detail.ttl.value_or(0), 432000U);
    QVERIFY(asked.seen.phases.firstByte && *asked.seen.phases.firstByte <= asked.seen.elapsed);
    const auto address = ask(about(server, "www.kcna.kp", "A")).detail<DnsDetail>();
    QCOMPARE(address.ttl.value_or(0), 21600U);
    QVERIFY(!address.serial);
}

void TestDnsProbe::lateAnswerToTheFirstDatagramCounts() {
    DnsServer server({}, records());
    server.setDelay(milliseconds(1200));
    const Asked asked = ask(about(server), {.timeout = milliseconds(1900)});
    QCOMPARE(asked.outcome(), QStringLiteral("done/none"));
    QCOMPARE(asked.seen.tries, 2); // at 0 and 1 s
    QVERIFY2(asked.took < milliseconds(1900), "it waited for the answer to the second");
}

void TestDnsProbe::everyNameEndsAsItShould_data() {
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<QString>("outcome");
    QTest::newRow("www.kcna.kp") << QByteArray("A") << QStringLiteral("done/none");
    QTest::newRow("WWW.KCNA.KP.") << QByteArray("aaaa") << QStringLiteral("done/none");
    QTest::newRow("alias.kp") << QByteArray("A") << QStringLiteral("done/none");
    QTest::newRow("mail.kp") << QByteArray("A") << QStringLiteral("done/unexpected-answer");
    QTest::newRow("none.kp") << QByteArray("A") << QStringLiteral("done/no-such-name");
    QTest::newRow("example.com") << QByteArray("A") << QStringLiteral("done/server-failure");
    QTest::newRow("kp") << QByteArray("NOTYPE") << QStringLiteral("prepare/unknown");
    QTest::newRow("a..kp") << QByteArray("A") << QStringLiteral("prepare/unknown");
}

void TestDnsProbe::everyNameEndsAsItShould() {
    QFETCH(QByteArray, type);
    QFETCH(QString, outcome);
    DnsServer server({}, records());
    QCOMPARE(ask(about(server, QTest::currentDataTag(), type.constData())).outcome(), outcome);
}

void TestDnsProbe::stopEndsTheCheckAtOnce_data() {
    QTest::addColumn<DnsBehaviour>("behaviour");
    QTest::newRow("over UDP") << DnsBehaviour::Silent;
    QTest::newRow("flooded with wrong ids") << DnsBehaviour::WrongId;
}

void TestDnsProbe::stopEndsTheCheckAtOnce() {
    QFETCH(DnsBehaviour, behaviour);
    DnsServer server({}, records());
    server.setBehaviour(behaviour);
    const Stopped stopped = askAndStop(about(server));
    QCOMPARE(stopped.asked.outcome(), QStringLiteral("exchange/cancelled"));
    QVERIFY2(stopped.tookToEnd <= stopGrace, qPrintable(QString::number(stopped.tookToEnd.count())));
}

void TestDnsProbe::addressesOutsideTheRulesAreNotAsked() {
    DnsServer server({}, records());
    QCOMPARE(ask(about(server), {.rules = {}}).outcome(), QStringLiteral("prepare/suspicious-answer"));
    QCOMPARE(server.asked(), 0);
}

void TestDnsProbe::ownFirewallOrRouteIsNotTheirFault() {
    // UDP to a broadcast address: the kernel forbids it to us before anything is sent.
    const Asked asked = ask(DnsOptions{"127.255.255.255", 53, "kp", "SOA"});
    QCOMPARE(asked.outcome(), QStringLiteral("connect/permission-denied"));
    QCOMPARE(asked.seen.answered(), false);
}

void TestDnsProbe::namesAreResolvedWithAuthority() {
    DnsServer server({}, records());
    const std::vector expected{loopback("127.0.0.71"), loopback("127.0.0.74"), loopback("::1")};
    for (const char* const host : {"www.kcna.kp", "alias.kp"}) {
        const Resolved found = resolved(host, {&server});
        QVERIFY(found.authoritative);
        QCOMPARE(found.failure, Failure::None);
        QVERIFY(found.addresses == expected);
    }
    QCOMPARE(resolved("away.kp", {&server}).failure, Failure::UnexpectedAnswer);
    const Resolved missing = resolved("none.kp", {&server});
    QVERIFY(missing.authoritative && missing.addresses.empty());
    QCOMPARE(missing.failure, Failure::NoSuchName);
}

void TestDnsProbe::whatMayNotBeDialledIsDroppedAndReported() {
    DnsServer server({}, records());
    const Resolved found = resolved("odd.kp", {&server});
    QCOMPARE(found.failure, Failure::SuspiciousAnswer);
    QVERIFY(found.authoritative);
    QVERIFY(found.addresses == std::vector{loopback("8.8.8.8")});
}

void TestDnsProbe::fewAddressesAreKeptAndManyAreNotBelieved_data() {
    QTest::addColumn<int>("ipv4");
    QTest::addColumn<int>("ipv6");
    QTest::addColumn<QString>("failure");
    QTest::addColumn<QStringList>("kept");
    const auto row = [](const char* title, int ipv4, int ipv6, const char* failure, QStringList kept) {
        QTest::newRow(title) << ipv4 << ipv6 << QString::fromLatin1(failure) << std::move(kept);
    };
    const QString first = QStringLiteral("127.1.0.0"), second = QStringLiteral("127.1.0.1");
    row("two of each", 3, 3, "none", {first, second, QStringLiteral("fd00::1"), QStringLiteral("fd00::2")});
    row("two of the only family", 16, 0, "none", {first, second});
    row("more than sixteen", 17, 1, "suspicious-answer", {QStringLiteral("fd00::1")});
    row("more than sixteen of the other family", 1, 17, "suspicious-answer", {first});
    row("a flood", 1500, 0, "suspicious-answer", {});
}

void TestDnsProbe::fewAddressesAreKeptAndManyAreNotBelieved() {
    QFETCH(int, ipv4);
    QFETCH(int, ipv6);
    QFETCH(QString, failure);
    QFETCH(QStringList, kept);
    std::vector<std::string> zone = records();
    for (int i = 0; i < ipv4; ++i)
        zone.push_back("many.kp. 300 IN A 127.1." + std::to_string(i / 256) + "." + std::to_string(i % 256));
    for (int i = 1; i <= ipv6; ++i)
        zone.push_back("many.kp. 300 IN AAAA fd00::" + std::to_string(i));
    DnsServer server({}, zone);
    server.setBehaviour(DnsBehaviour::Truncated); // so many come over TCP
    const Resolved found = resolved("many.kp", {&server});
    QVERIFY(found.authoritative);
    QCOMPARE(QString::fromStdString(std::string(name(found.failure))), failure);
    QStringList addresses;
    for (const Address& address : found.addresses)
        addresses << QString::fromStdString(address.text());
    QCOMPARE(addresses, kept);
}

void TestDnsProbe::nextServerIsAskedWhenOneFails() {
    DnsServer first({}, records());
    DnsServer second({loopback("127.0.0.2"), first.port()}, records());
    for (const DnsBehaviour behaviour : {DnsBehaviour::Silent, DnsBehaviour::PortClosed, DnsBehaviour::ServFail,
                                         DnsBehaviour::NotAuthoritative, DnsBehaviour::Garbage}) {
        first.setBehaviour(behaviour);
        const Resolved found = resolved("www.kcna.kp", {&first, &second});
        QCOMPARE(found.failure, Failure::None);
        QCOMPARE(found.addresses.size(), std::size_t(3));
    }
}

void TestDnsProbe::withoutAuthorityThereAreNoAddresses_data() {
    QTest::addColumn<DnsBehaviour>("behaviour");
    QTest::addColumn<QString>("failure");
    QTest::newRow("silent") << DnsBehaviour::Silent << QStringLiteral("timeout");
    QTest::newRow("closed port") << DnsBehaviour::PortClosed << QStringLiteral("refused");
    QTest::newRow("zone broken") << DnsBehaviour::ServFail << QStringLiteral("server-failure");
    QTest::newRow("from a cache") << DnsBehaviour::NotAuthoritative << QStringLiteral("unexpected-answer");
    QTest::newRow("garbage") << DnsBehaviour::Garbage << QStringLiteral("protocol-error");
}

void TestDnsProbe::withoutAuthorityThereAreNoAddresses() {
    QFETCH(DnsBehaviour, behaviour);
    QFETCH(QString, failure);
    DnsServer server({}, records());
    server.setBehaviour(behaviour);
    const Resolved found = resolved("www.kcna.kp", {&server});
    QVERIFY(!found.authoritative && found.addresses.empty());
    QCOMPARE(QString::fromStdString(std::string(name(found.failure))), failure);
}

void TestDnsProbe::knownLieIsBlockedHere() {
    DnsServer liar({}, records());
    const Resolved lie = resolved("lied.kp", {&liar});
    QVERIFY(lie.failure == Failure::Blocked && lie.addresses.empty() && !lie.authoritative);
    liar.setBehaviour(DnsBehaviour::NotAuthoritative); // an injected answer seldom claims authority
    QVERIFY(resolved("lied.kp", {&liar}).failure == Failure::Blocked);
    // One liar says more than another server's silence, and less than an honest answer.
    DnsServer second({loopback("127.0.0.2"), liar.port()}, records());
    liar.setBehaviour(DnsBehaviour::Answer);
    second.setBehaviour(DnsBehaviour::Silent);
    QVERIFY(resolved("lied.kp", {&liar, &second}).failure == Failure::Blocked);
    QCOMPARE(resolved("www.kcna.kp", {&liar, &second}).addresses.size(), std::size_t(3));
    const Asked asked = ask(about(liar, "lied.kp", "A"), {.fingerprints = &knownLies()});
    QCOMPARE(asked.outcome(), QStringLiteral("done/blocked"));
    QVERIFY(asked.seen.meaning() == Meaning::Neutral);
    QCOMPARE(ask(about(liar, "lied.kp", "A")).outcome(), QStringLiteral("done/none"));
}

void TestDnsProbe::literalAddressIsItsOwnAnswer() {
    const Resolved found = resolved("127.0.0.9", {});
    QVERIFY(found.addresses == std::vector{loopback("127.0.0.9")});
    QCOMPARE(resolved("0.0.0.0", {}).failure, Failure::SuspiciousAnswer);
    QCOMPARE(resolved("www.kcna.kp", {}).failure, Failure::Unknown);
}

void TestDnsProbe::stoppedResolveEndsAtOnce() {
    DnsServer server({}, records());
    server.setBehaviour(DnsBehaviour::Silent);
    const auto source = std::make_unique<std::stop_source>();
    source->request_stop();
    const auto begin = std::chrono::steady_clock::now();
    QCOMPARE(resolved("www.kcna.kp", {&server, &server}, source->get_token()).failure, Failure::Cancelled);
    QVERIFY(std::chrono::steady_clock::now() - begin <= stopGrace);
}

QTEST_GUILESS_MAIN(TestDnsProbe)
#include "tst_dns_probe.moc"
