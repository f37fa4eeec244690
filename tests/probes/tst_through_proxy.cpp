// SPDX-License-Identifier: GPL-3.0-or-later
// What a SOCKS5 proxy is asked, what comes back through it, and that nothing is asked of anybody else.
#include <QtTest>

#include "app/fingerprints.h"
#include "app/simulation/http_server.h"
#include "app/simulation/socks_server.h"
#include "app/simulation/tcp_server.h"
#include "tests/probes/asking.h"
#include "tests/probes/scripted_server.h"

#include <QProcess>
#include <QStandardPaths>

using namespace kpwatch;
using namespace kpwatch::asking;

Q_DECLARE_METATYPE(kpwatch::SocksBehaviour)

namespace {

constexpr const char* host = "www.kcna.kp";

std::map<std::string, Address> names() { return {{host, loopback()}, {"empty.kp", loopback("127.255.255.255")}}; }

How through(std::uint16_t port, const std::string& circuit = "round-1") {
    return {.timeout = milliseconds(1500), .way = {Proxy{loopback(), port, circuit}}};
}

std::string url(const char* scheme, std::uint16_t port, const char* name = host) {
    return std::string(scheme) + "://" + name + ":" + std::to_string(port) + "/";
}

// A port that is ours, and on which nobody listens.
class ClosedPort {
  public:
    ClosedPort() : m_socket(Socket::open(loopback(), SOCK_STREAM)) {
        const SocketAddress own(loopback(), 0);
        m_bound = bind(m_socket.fd(), own.data(), own.length) == 0;
    }
    std::uint16_t port() const { return m_bound ? localEnd(m_socket)->port() : 0; }

  private:
    Socket m_socket;
    bool m_bound = false;
};

} // namespace

class TestThroughProxy : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void onlySingleConnectionsCanGoThrough();
    void nameIsResolvedThereAndNeverHere_data();
    void nameIsResolvedThereAndNeverHere();
    void addressesOfTheBookAreNotUsed();
    void roundsHaveCircuitsOfTheirOwn();
    void addressIsGivenAsOne();
    void tcpConnectionIsMadeThere();
    void aProxyThatSaysYesTooEarlyIsNotBelieved();
    void specialAddressesAreNotTold_data();
    void specialAddressesAreNotTold();
    void proxyThatIsDownIsOurOwnLine();
    void repliesAreTold_data();
    void repliesAreTold();
    void rudeProxiesBlameNobody_data();
    void rudeProxiesBlameNobody();
    void whatEndsBehindTheProxyBlamesNobody_data();
    void whatEndsBehindTheProxyBlamesNobody();
    void blockPageOfTheExitIsRecognised();
    void stopEndsTheCheckAtOnce();
    void environmentCannotGoAroundTheProxy();
    void realProxyCarriesTheCheck();
};

void TestThroughProxy::onlySingleConnectionsCanGoThrough() {
    QVERIFY(canGoThrough(HttpOptions{}) && canGoThrough(TcpOptions{}));
    QVERIFY(!canGoThrough(DnsOptions{}) && !canGoThrough(SmtpOptions{}));
    QVERIFY(!canGoThrough(PingOptions{}) && !canGoThrough(TraceOptions{}));
}

void TestThroughProxy::nameIsResolvedThereAndNeverHere_data() {
    QTest::addColumn<bool>("tls");
    QTest::newRow("HTTP") << false;
    QTest::newRow("HTTPS") << true;
}

void TestThroughProxy::nameIsResolvedThereAndNeverHere() {
    QFETCH(bool, tls);
    SocksServer proxy({}, names());
    HttpServer server({{}, tls ? host : ""});
    server.setPage({.title = "KCNA"});
    const Asked asked = ask(HttpOptions{url(tls ? "https" : "http", server.port()), {}}, through(proxy.port()));
    QCOMPARE(asked.outcome(), tls ? QStringLiteral("done/certificate-invalid") : QStringLiteral("done/none"));
    QCOMPARE(asked.detail<HttpDetail>().title, std::string("KCNA"));
    QVERIFY(proxy.asked() == (std::vector{SocksServer::Asked{host, true, server.port(), "round-1"}}));
    QVERIFY(asked.seen.peer.empty()); // only the proxy knows
    QCOMPARE(asked.seen.source, std::string("127.0.0.1"));
    const Phases& phases = asked.seen.phases;
    QVERIFY(!phases.resolve && phases.connect && phases.firstByte);
    QCOMPARE(phases.tls.has_value(), tls);
    QVERIFY(*phases.connect <= phases.tls.value_or(*phases.firstByte) && *phases.connect <= *phases.firstByte);
    QVERIFY(server.lastRequest().find(std::string("\r\nHost: ") + host + ":") != std::string::npos);
}

void TestThroughProxy::addressesOfTheBookAreNotUsed() {
    SocksServer proxy({}, names());
    HttpServer server({}), direct({{loopback("127.0.0.2"), server.port()}, ""});
    How how = through(proxy.port());
    how.addresses = {loopback("127.0.0.2")};
    QCOMPARE(ask(HttpOptions{url("http", server.port()), {}}, how).outcome(), QStringLiteral("done/none"));
    QCOMPARE(direct.accepted(), 0);
    QCOMPARE(server.accepted(), 1);
}

void TestThroughProxy::roundsHaveCircuitsOfTheirOwn() {
    SocksServer proxy({}, names());
    HttpServer server({});
    for (const char* const circuit : {"a", "b", ""})
        ask(HttpOptions{url("http", server.port()), {}}, through(proxy.port(), circuit));
    const auto asked = proxy.asked();
    QCOMPARE(asked.size(), std::size_t(3));
    QCOMPARE(asked[0].user + "," + asked[1].user + "," + asked[2].user, std::string("a,b,"));
}

void TestThroughProxy::addressIsGivenAsOne() {
    SocksServer proxy({}, {});
    HttpServer server({});
    QCOMPARE(ask(HttpOptions{server.url(), {}}, through(proxy.port())).outcome(), QStringLiteral("done/none"));
    QVERIFY(proxy.asked() == (std::vector{SocksServer::Asked{"127.0.0.1", false, server.port(), "round-1"}}));
}

void TestThroughProxy::tcpConnectionIsMadeThere() {
    SocksServer proxy({}, names());
    TcpServer server({});
    for (const char* const place : {host, "127.0.0.1"}) {
        const Asked asked = ask(TcpOptions{place, server.port()}, through(proxy.port()));
        QCOMPARE(asked.outcome(), QStringLiteral("exchange/unknown")); // nobody behind it has said a word
        QVERIFY(asked.seen.phases.connect && !asked.seen.phases.firstByte);
        QVERIFY(std::holds_alternative<ConnectDetail>(asked.seen.detail));
        QVERIFY(asked.seen.peer.empty());
    }
    QTRY_COMPARE(server.accepted(), 2); // the kernel says yes before the server takes it
    QVERIFY(proxy.asked().front().byName && !proxy.asked().back().byName);
    server.setBehaviour(TcpBehaviour::Refuse);
    QCOMPARE(ask(TcpOptions{host, server.port()}, through(proxy.port())).outcome(), QStringLiteral("connect/refused"));
}

void TestThroughProxy::aProxyThatSaysYesTooEarlyIsNotBelieved() {
    SocksServer proxy({}, names());
    proxy.setBehaviour(SocksBehaviour::EarlyYes);
    HttpServer server({});
    const ClosedPort nobody;
    for (const std::uint16_t port : {server.port(), nobody.port()}) { // it says the same of both
        const Asked asked = ask(TcpOptions{host, port}, through(proxy.port()));
        QCOMPARE(asked.outcome(), QStringLiteral("exchange/unknown"));
        QCOMPARE(asked.seen.meaning(), Meaning::Neutral);
    }
    QCOMPARE(ask(HttpOptions{url("http", server.port()), {}}, through(proxy.port())).outcome(),
             QStringLiteral("done/none"));
    QCOMPARE(ask(HttpOptions{url("http", nobody.port()), {}}, through(proxy.port())).outcome(),
             QStringLiteral("exchange/unknown"));
}

void TestThroughProxy::specialAddressesAreNotTold_data() {
    QTest::addColumn<bool>("told");
    for (const char* text :
         {"10.0.0.1", "127.0.0.1", "192.168.1.1", "169.254.169.254", "0.0.0.0", "[::1]", "[::ffff:127.0.0.1]",
          "[64:ff9b::7f00:1]", "127.1", "2130706433", "0x7f000001", "0177.0.0.1", "0x7f.1", "127.0.0.1.", "1.2.3.4.5"})
        QTest::newRow(text) << false;
}

void TestThroughProxy::specialAddressesAreNotTold() {
    QFETCH(bool, told);
    SocksServer proxy({}, {});
    const std::string place = QTest::currentDataTag();
    How how = through(proxy.port());
    how.rules = {};
    const Asked page = ask(HttpOptions{"http://" + place + "/", {}}, how);
    QCOMPARE(page.outcome(), QStringLiteral("prepare/suspicious-answer"));
    const std::string bare = place.starts_with('[') ? place.substr(1, place.size() - 2) : place;
    QCOMPARE(ask(TcpOptions{bare, 80}, how).outcome(), QStringLiteral("prepare/suspicious-answer"));
    QCOMPARE(proxy.accepted() != 0, told);
}

void TestThroughProxy::proxyThatIsDownIsOurOwnLine() {
    const ClosedPort nobody;
    const Asked closed = ask(HttpOptions{url("http", 80), {}}, through(nobody.port()));
    QCOMPARE(closed.outcome(), QStringLiteral("connect/local-network-down"));
    QCOMPARE(ask(TcpOptions{host, 80}, through(nobody.port())).outcome(), QStringLiteral("connect/local-network-down"));
    // Takes the connection and never says a word.
    SocksServer hung({}, {});
    hung.setBehaviour(SocksBehaviour::Silent);
    const Asked silent = ask(HttpOptions{url("http", 80), {}}, through(hung.port()));
    QCOMPARE(silent.outcome(), QStringLiteral("connect/local-network-down"));
    QVERIFY2(silent.took <= milliseconds(1500) + grace, qPrintable(QString::number(silent.took.count())));
    TcpServer full({});
    full.setBehaviour(TcpBehaviour::SilentBacklog);
    QCOMPARE(ask(HttpOptions{url("http", 80), {}}, through(full.port())).outcome(),
             QStringLiteral("connect/local-network-down"));
}

void TestThroughProxy::repliesAreTold_data() {
    QTest::addColumn<int>("reply");
    QTest::addColumn<QString>("outcome");
    QTest::newRow("general") << 1 << QStringLiteral("connect/unknown");
    QTest::newRow("not allowed") << 2 << QStringLiteral("connect/unknown");
    QTest::newRow("network unreachable") << 3 << QStringLiteral("connect/unreachable");
    QTest::newRow("host unreachable") << 4 << QStringLiteral("connect/unreachable");
    QTest::newRow("refused") << 5 << QStringLiteral("connect/refused");
    QTest::newRow("TTL expired") << 6 << QStringLiteral("connect/timeout");
    QTest::newRow("no such command") << 7 << QStringLiteral("connect/unknown");
    QTest::newRow("no such address type") << 8 << QStringLiteral("connect/unknown");
    QTest::newRow("Tor's own") << 0xf0 << QStringLiteral("connect/unknown");
}

void TestThroughProxy::repliesAreTold() {
    QFETCH(int, reply);
    QFETCH(QString, outcome);
    SocksServer proxy({}, names());
    proxy.setReply(static_cast<std::uint8_t>(reply));
    QCOMPARE(ask(HttpOptions{url("https", 443), {}}, through(proxy.port())).outcome(), outcome);
    QCOMPARE(ask(TcpOptions{host, 80}, through(proxy.port())).outcome(), outcome);
}

void TestThroughProxy::rudeProxiesBlameNobody_data() {
    QTest::addColumn<SocksBehaviour>("behaviour");
    QTest::addColumn<QString>("outcome");
    QTest::newRow("hangs") << SocksBehaviour::HangInTunnel << QStringLiteral("connect/timeout");
    QTest::newRow("closes greeted") << SocksBehaviour::CloseInGreeting << QStringLiteral("connect/unknown");
    QTest::newRow("closes asked") << SocksBehaviour::CloseInTunnel << QStringLiteral("connect/unknown");
    QTest::newRow("resets") << SocksBehaviour::ResetInTunnel << QStringLiteral("connect/unknown");
    QTest::newRow("SOCKS4") << SocksBehaviour::WrongVersion << QStringLiteral("connect/unknown");
    QTest::newRow("no method") << SocksBehaviour::NoMethod << QStringLiteral("connect/unknown");
    QTest::newRow("no SOCKS") << SocksBehaviour::Garbage << QStringLiteral("connect/unknown");
    QTest::newRow("says connected") << SocksBehaviour::CloseConnected << QStringLiteral("exchange/unknown");
    // The address it says is 255 bytes long; what follows is no answer of a web server, and may be anybody's.
    QTest::newRow("never ends") << SocksBehaviour::EndlessReply << QStringLiteral("exchange/unknown");
}

void TestThroughProxy::rudeProxiesBlameNobody() {
    QFETCH(SocksBehaviour, behaviour);
    QFETCH(QString, outcome);
    SocksServer proxy({}, names());
    proxy.setBehaviour(behaviour);
    const Asked asked = ask(HttpOptions{url("http", 80), {}}, through(proxy.port()));
    QCOMPARE(asked.outcome(), outcome);
    QVERIFY2(asked.took <= milliseconds(1500) + grace, qPrintable(QString::number(asked.took.count())));
    QVERIFY(asked.detail<HttpDetail>() == HttpDetail{});
    QCOMPARE(proxy.accepted(), 1);
}

void TestThroughProxy::whatEndsBehindTheProxyBlamesNobody_data() {
    QTest::addColumn<HttpBehaviour>("behaviour");
    QTest::addColumn<bool>("tls");
    QTest::addColumn<QString>("outcome");
    QTest::newRow("refuses") << HttpBehaviour::Refuse << false << QStringLiteral("connect/refused");
    QTest::newRow("resets") << HttpBehaviour::ResetAfterRequest << false << QStringLiteral("exchange/unknown");
    QTest::newRow("closes") << HttpBehaviour::EarlyClose << false << QStringLiteral("exchange/unknown");
    // Sometimes the reset comes before the proxy has told us that it is connected.
    QTest::newRow("resets before TLS") << HttpBehaviour::ResetAfterAccept << true << QStringLiteral("/unknown");
    QTest::newRow("silent to TLS") << HttpBehaviour::Silent << true << QStringLiteral("tls/timeout");
    QTest::newRow("cuts the body") << HttpBehaviour::ShortBody << false << QStringLiteral("exchange/unexpected-answer");
}

void TestThroughProxy::whatEndsBehindTheProxyBlamesNobody() {
    QFETCH(HttpBehaviour, behaviour);
    QFETCH(bool, tls);
    QFETCH(QString, outcome);
    SocksServer proxy({}, names());
    HttpServer server({{}, tls ? host : ""});
    server.setBehaviour(behaviour);
    const Asked asked = ask(HttpOptions{url(tls ? "https" : "http", server.port()), {}}, through(proxy.port()));
    QVERIFY2(asked.outcome().endsWith(outcome), qPrintable(asked.outcome()));
    QCOMPARE(proxy.accepted(), 1);
}

void TestThroughProxy::blockPageOfTheExitIsRecognised() {
    SocksServer proxy({}, names());
    HttpServer server({});
    server.setPage({.status = 302, .location = "http://warning.or.kr/i1.html"});
    const Fingerprints known = shippedFingerprints();
    How how = through(proxy.port());
    how.fingerprints = &known;
    QCOMPARE(ask(HttpOptions{url("http", server.port()), {}}, how).outcome(), QStringLiteral("done/blocked"));
}

void TestThroughProxy::stopEndsTheCheckAtOnce() {
    SocksServer proxy({}, names());
    for (const SocksBehaviour behaviour : {SocksBehaviour::Silent, SocksBehaviour::HangInTunnel}) {
        proxy.setBehaviour(behaviour);
        const Stopped stopped = askAndStop(HttpOptions{url("http", 80), {}}, through(proxy.port()));
        QCOMPARE(stopped.asked.outcome(), QStringLiteral("connect/cancelled"));
        QVERIFY2(stopped.tookToEnd <= stopGrace, qPrintable(QString::number(stopped.tookToEnd.count())));
    }
}

void TestThroughProxy::environmentCannotGoAroundTheProxy() {
    SocksServer proxy({}, names());
    HttpServer server({});
    for (const char* const variable : {"no_proxy", "NO_PROXY"})
        qputenv(variable, "*,.kp,www.kcna.kp");
    const Asked asked = ask(HttpOptions{url("http", server.port()), {}}, through(proxy.port()));
    for (const char* const variable : {"no_proxy", "NO_PROXY"})
        qunsetenv(variable);
    QCOMPARE(asked.outcome(), QStringLiteral("done/none"));
    QCOMPARE(proxy.asked().size(), std::size_t(1));
}

void TestThroughProxy::realProxyCarriesTheCheck() {
    const QString program = QStandardPaths::findExecutable(QStringLiteral("microsocks"));
    if (program.isEmpty())
        QSKIP("microsocks is not installed: tests/run.sh installs it");
    const std::uint16_t port = ClosedPort().port(); // free a moment later
    QProcess microsocks;
    microsocks.start(program,
                     {QStringLiteral("-i"), QStringLiteral("127.0.0.1"), QStringLiteral("-p"), QString::number(port)});
    QVERIFY(microsocks.waitForStarted(5000));
    HttpServer server({}), https({{}, "localhost"});
    server.setPage({.title = "KCNA"});
    TcpServer tcp({});
    const Asked control = ask(TcpOptions{"127.0.0.1", tcp.port()}, through(port));
    // It needs a moment to listen.
    QTRY_COMPARE_WITH_TIMEOUT(ask(TcpOptions{"127.0.0.1", tcp.port()}, through(port)).outcome(),
                              QStringLiteral("exchange/unknown"), 5000);
    const Asked page = ask(HttpOptions{url("http", server.port(), "localhost"), {}}, through(port, ""));
    QCOMPARE(page.outcome(), QStringLiteral("done/none"));
    QCOMPARE(page.detail<HttpDetail>().title, std::string("KCNA"));
    QCOMPARE(ask(HttpOptions{url("https", https.port(), "localhost"), {}}, through(port)).outcome(),
             QStringLiteral("done/certificate-invalid"));
    const ClosedPort nobody;
    QCOMPARE(ask(TcpOptions{"127.0.0.1", nobody.port()}, through(port)).outcome(), QStringLiteral("connect/refused"));
    microsocks.terminate();
    QVERIFY(microsocks.waitForFinished(5000));
    QCOMPARE(ask(TcpOptions{"127.0.0.1", tcp.port()}, through(port)).outcome(),
             QStringLiteral("connect/local-network-down"));
}

QTEST_GUILESS_MAIN(TestThroughProxy)
#include "tst_through_proxy.moc"
