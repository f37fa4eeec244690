// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include "app/simulation/http_server.h"
#include "tests/probes/asking.h"

using namespace kpwatch;
using namespace kpwatch::asking;

Q_DECLARE_METATYPE(kpwatch::HttpBehaviour)

namespace {

constexpr const char* host = "www.kcna.kp";

HttpPage page() {
    HttpPage page;
    page.title = "KCNA";
    page.lastModified = "Thu, 05 Mar 2026 17:02:05 GMT";
    return page;
}

std::string named(const HttpServer& server, const std::string& path = "/") {
    return std::string("http://") + host + ":" + std::to_string(server.port()) + path;
}

} // namespace

class TestHttpProbe : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void everyServerEndsAsItShould_data();
    void everyServerEndsAsItShould();
    void everyStatusIsAnAnswer_data();
    void everyStatusIsAnAnswer();
    void pageIsDescribed();
    void requestNamesTheHostAndNothingOfUs();
    void bodyIsReadToOurLimitOnly();
    void redirectIsRecordedAndNotFollowed();
    void addressesAreAskedOneAfterAnother();
    void silentFirstAddressLeavesTimeForTheSecond();
    void noMoreThanFourAddressesAreDialled();
    void nobodyIsDialledWithoutLeave();
    void everyAddressHasTimeToAnswer();
    void furthestFailureIsReported();
    void emptyBookIsNobodysFault();
    void addressesOutsideTheRulesAreNotDialled();
    void whatIsNoUrlIsNotAsked_data();
    void whatIsNoUrlIsNotAsked();
    void certificateNobodyKnowsIsAnAnswer();
    void trustedCertificateIsAsked_data();
    void trustedCertificateIsAsked();
    void answerThatIsNotAsExpectedIsSomebodyElses();
    void stopEndsTheCheckAtOnce_data();
    void stopEndsTheCheckAtOnce();
    void proxiesOfTheEnvironmentAreIgnored();
};

void TestHttpProbe::everyServerEndsAsItShould_data() {
    QTest::addColumn<HttpBehaviour>("behaviour");
    QTest::addColumn<QString>("overHttp");
    QTest::addColumn<QString>("overTls");
    const auto row = [](const char* title, HttpBehaviour behaviour, const char* overHttp, const char* overTls) {
        QTest::newRow(title) << behaviour << QString::fromLatin1(overHttp) << QString::fromLatin1(overTls);
    };
    row("answers", HttpBehaviour::Answer, "done/none", "done/certificate-invalid");
    row("drops SYNs", HttpBehaviour::FullBacklog, "connect/timeout", "connect/timeout");
    row("closed port", HttpBehaviour::Refuse, "connect/refused", "connect/refused");
    row("accepts in silence", HttpBehaviour::Silent, "exchange/timeout", "tls/timeout");
    row("silent to requests", HttpBehaviour::SilentToRequests, "exchange/timeout", "exchange/unexpected-answer");
    row("resets after the request", HttpBehaviour::ResetAfterRequest, "exchange/reset", "exchange/unexpected-answer");
    row("closes without a byte", HttpBehaviour::EarlyClose, "exchange/protocol-error", "exchange/protocol-error");
    row("headers drip", HttpBehaviour::SlowHeader, "exchange/timeout", "exchange/unexpected-answer");
    row("body drips", HttpBehaviour::SlowBody, "exchange/unexpected-answer", "exchange/unexpected-answer");
    row("body is cut", HttpBehaviour::ShortBody, "exchange/unexpected-answer", "exchange/unexpected-answer");
    row("garbage", HttpBehaviour::Garbage, "exchange/protocol-error", "tls/protocol-error");
    row("HTTP/0.9", HttpBehaviour::Http09, "exchange/protocol-error", "exchange/protocol-error");
    row("oversized header", HttpBehaviour::OversizedHeader, "exchange/protocol-error", "exchange/protocol-error");
    row("endless headers", HttpBehaviour::EndlessHeaders, "exchange/protocol-error", "exchange/protocol-error");
    row("endless body", HttpBehaviour::EndlessBody, "done/none", "done/certificate-invalid");
}

void TestHttpProbe::everyServerEndsAsItShould() {
    QFETCH(HttpBehaviour, behaviour);
    QFETCH(QString, overHttp);
    QFETCH(QString, overTls);
    for (const bool tls : {false, true}) {
        HttpServer server({{}, tls ? "127.0.0.1" : ""});
        server.setPage(page());
        server.setBehaviour(behaviour);
        const Asked asked = ask(HttpOptions{server.url(), {}});
        QCOMPARE(asked.outcome(), tls ? overTls : overHttp);
        QVERIFY2(asked.took <= shortTimeout + grace, qPrintable(QString::number(asked.took.count())));
        QCOMPARE(asked.seen.peer, std::string("127.0.0.1"));
        QCOMPARE(asked.seen.source, std::string("127.0.0.1"));
        QCOMPARE(asked.seen.phases.connect.has_value(), asked.seen.reached != Stage::Connect);
        QCOMPARE(asked.seen.phases.tls.has_value(), tls && asked.seen.reached > Stage::Tls);
    }
}

void TestHttpProbe::everyStatusIsAnAnswer_data() {
    QTest::addColumn<int>("status");
    for (const int status : {200, 204, 301, 401, 403, 404, 429, 500, 503, 599})
        QTest::addRow("%d", status) << status;
}

void TestHttpProbe::everyStatusIsAnAnswer() {
    QFETCH(int, status);
    HttpServer server({});
    HttpPage wanted = page();
    wanted.status = status;
    if (status == 204)
        wanted.title.clear();
    server.setPage(wanted);
    const Asked asked = ask(HttpOptions{server.url(), {}});
    QCOMPARE(asked.outcome(), QStringLiteral("done/none"));
    QCOMPARE(asked.detail<HttpDetail>().status, status);
}

void TestHttpProbe::pageIsDescribed() {
    HttpServer server({});
    HttpPage wanted = page();
    // "KCNA" in Korean, in the character set of an old Korean page.
    wanted.body = "<html><TITLE>\n\xC1\xB6\xBC\xB1\xC1\xDF\xBE\xD3\xC5\xEB\xBD\xC5 </Title>";
    wanted.contentType = "text/html; charset=EUC-KR";
    wanted.server = "Apache/2.2.15 (RedStar4.0)";
    server.setPage(wanted);
    const Asked asked = ask(HttpOptions{server.url(), {}});
    const auto detail = asked.detail<HttpDetail>();
    QCOMPARE(QString::fromStdString(detail.title), QStringLiteral("조선중앙통신"));
    QCOMPARE(detail.server, wanted.server);
    QCOMPARE(detail.lastModified, wanted.lastModified);
    QCOMPARE(detail.bodyBytes, static_cast<std::int64_t>(wanted.body.size()));
    const QByteArray hash =
        QCryptographicHash::hash(QByteArray::fromStdString(wanted.body), QCryptographicHash::Sha256);
    QCOMPARE(detail.bodySha256, hash.toHex().toStdString());
    const Phases& phases = asked.seen.phases;
    QCOMPARE(phases.resolve.value_or(Micros(-1)), Micros(0));
    QVERIFY(phases.connect && phases.firstByte && !phases.tls);
    QVERIFY(*phases.connect <= *phases.firstByte && *phases.firstByte <= asked.seen.elapsed);
}

void TestHttpProbe::requestNamesTheHostAndNothingOfUs() {
    HttpServer server({});
    server.setPage(page());
    QCOMPARE(ask(HttpOptions{named(server, "/en?q=1"), {}}, {.addresses = {loopback()}}).outcome(),
             QStringLiteral("done/none"));
    const QByteArray request = QByteArray::fromStdString(server.lastRequest());
    QVERIFY(request.startsWith("GET /en?q=1 HTTP/1.1\r\n"));
    QVERIFY(request.contains("\r\nHost: www.kcna.kp:" + QByteArray::number(server.port()) + "\r\n"));
    QVERIFY(request.contains("\r\nUser-Agent: Mozilla/5.0 (compatible)\r\n"));
    for (const QByteArray& word : {QByteArray("kpwatch"), QByteArray("curl"), QByteArray("accept-encoding"),
                                   QByteArray("cookie"), QSysInfo::machineHostName().toUtf8().toLower()})
        QVERIFY2(word.isEmpty() || !request.toLower().contains(word), word);
}

void TestHttpProbe::bodyIsReadToOurLimitOnly() {
    HttpServer server({});
    server.setBehaviour(HttpBehaviour::EndlessBody);
    const auto detail = ask(HttpOptions{server.url(), {}}).detail<HttpDetail>();
    QCOMPARE(detail.bodyBytes, 65536);
    QCOMPARE(detail.title, std::string("Endless"));
    QCOMPARE(detail.status, 200);
    QCOMPARE(detail.bodySha256.size(), std::size_t(64));
    server.setBehaviour(HttpBehaviour::ShortBody);
    QCOMPARE(ask(HttpOptions{server.url(), {}}).detail<HttpDetail>().title, std::string("Cut"));
}

void TestHttpProbe::redirectIsRecordedAndNotFollowed() {
    HttpServer elsewhere({{loopback("127.0.0.5"), 0}, ""});
    HttpServer server({});
    HttpPage wanted = page();
    wanted.status = 302;
    for (const std::string& location :
         {elsewhere.url(), std::string("file:///etc/passwd"), std::string("//10.0.0.1/")}) {
        wanted.location = location;
        server.setPage(wanted);
        const Asked asked = ask(HttpOptions{server.url(), {}});
        QCOMPARE(asked.outcome(), QStringLiteral("done/none"));
        QCOMPARE(asked.detail<HttpDetail>().location, location);
    }
    QCOMPARE(elsewhere.accepted(), 0);
    wanted.location = "http://" + std::string(9000, 'a') + "/";
    server.setPage(wanted);
    QCOMPARE(ask(HttpOptions{server.url(), {}}).detail<HttpDetail>().location.size(), std::size_t(2048));
}

void TestHttpProbe::addressesAreAskedOneAfterAnother() {
    HttpServer server({{loopback("127.0.0.2"), 0}, ""});
    server.setPage(page());
    const Asked asked = ask(HttpOptions{named(server), {}},
                            {.addresses = {loopback("127.0.0.1"), loopback("127.0.0.2"), loopback("127.0.0.3")}});
    QCOMPARE(asked.outcome(), QStringLiteral("done/none"));
    QCOMPARE(asked.seen.peer, std::string("127.0.0.2"));
    QCOMPARE(asked.seen.tries, 2); // 127.0.0.1 refused, 127.0.0.3 was not needed
}

void TestHttpProbe::silentFirstAddressLeavesTimeForTheSecond() {
    HttpServer first({});
    HttpServer second({{loopback("127.0.0.2"), first.port()}, ""});
    for (const HttpBehaviour silence : {HttpBehaviour::FullBacklog, HttpBehaviour::Silent}) {
        first.setBehaviour(silence);
        const Asked asked = ask(HttpOptions{named(first), {}}, {.addresses = {loopback(), loopback("127.0.0.2")}});
        QCOMPARE(asked.outcome(), QStringLiteral("done/none"));
        QCOMPARE(asked.seen.peer, std::string("127.0.0.2"));
        QVERIFY(*asked.seen.phases.connect >= shortTimeout / 2);
    }
}

void TestHttpProbe::noMoreThanFourAddressesAreDialled() {
    HttpServer server({{loopback("127.0.0.6"), 0}, ""});
    std::vector<Address> addresses;
    for (const char* const address : {"127.0.0.2", "127.0.0.3", "127.0.0.4", "127.0.0.5", "127.0.0.6"})
        addresses.push_back(loopback(address));
    const Asked asked = ask(HttpOptions{named(server), {}}, {.addresses = addresses});
    QCOMPARE(asked.outcome(), QStringLiteral("connect/refused"));
    QCOMPARE(asked.seen.tries, 4);
    QCOMPARE(server.accepted(), 0);
}

// The caps of who asks hold for connections, not for checks.
void TestHttpProbe::nobodyIsDialledWithoutLeave() {
    HttpServer first({});
    HttpServer second({{loopback("127.0.0.2"), first.port()}, ""});
    HttpServer third({{loopback("127.0.0.3"), first.port()}, ""});
    first.setBehaviour(HttpBehaviour::Refuse);
    std::vector<std::string> asked_for;
    const Asked asked =
        ask(HttpOptions{named(first), {}}, {.addresses = {loopback(), loopback("127.0.0.2"), loopback("127.0.0.3")},
                                            .mayDial = [&](const Address& address) {
                                                asked_for.push_back(address.text());
                                                return address == loopback("127.0.0.3");
                                            }});
    QCOMPARE(asked.outcome(), QStringLiteral("done/none"));
    QCOMPARE(asked.seen.peer, std::string("127.0.0.3"));
    QCOMPARE(second.accepted(), 0);
    QVERIFY(asked_for == (std::vector<std::string>{"127.0.0.2", "127.0.0.3"}));
    // A reset at the name is not asked about either, and then says nothing.
    first.setBehaviour(HttpBehaviour::ResetAfterRequest);
    const Asked reset = ask(HttpOptions{named(first), {}},
                            {.addresses = {loopback()}, .mayDial = [](const Address& /*address*/) { return false; }});
    QCOMPARE(reset.outcome(), QStringLiteral("exchange/unknown"));
}

// Little time is not cut into slices in which nobody could answer.
void TestHttpProbe::everyAddressHasTimeToAnswer() {
    HttpServer first({});
    HttpServer second({{loopback("127.0.0.2"), first.port()}, ""});
    first.setBehaviour(HttpBehaviour::Silent);
    second.setDelay(milliseconds(500));
    const Asked asked =
        ask(HttpOptions{named(first), {}},
            {.timeout = milliseconds(1200), .addresses = {loopback(), loopback("127.0.0.2"), loopback("127.0.0.3")}});
    QCOMPARE(asked.outcome(), QStringLiteral("done/none"));
    QCOMPARE(asked.seen.peer, std::string("127.0.0.2"));
}

void TestHttpProbe::furthestFailureIsReported() {
    HttpServer first({});
    HttpServer second({{loopback("127.0.0.2"), first.port()}, ""});
    first.setBehaviour(HttpBehaviour::ResetAfterRequest);
    second.setBehaviour(HttpBehaviour::Refuse);
    const Asked asked = ask(HttpOptions{named(first), {}}, {.addresses = {loopback(), loopback("127.0.0.2")}});
    QCOMPARE(asked.outcome(), QStringLiteral("exchange/reset"));
    QCOMPARE(asked.seen.peer, std::string("127.0.0.1"));
    // A failure of theirs says more than one of our own line.
    first.setBehaviour(HttpBehaviour::Refuse);
    const Asked mixed =
        ask(HttpOptions{named(first), {}}, {.addresses = {loopback("127.255.255.255"), loopback("127.0.0.1")}});
    QCOMPARE(mixed.outcome(), QStringLiteral("connect/refused"));
}

void TestHttpProbe::emptyBookIsNobodysFault() {
    const Asked asked = ask(HttpOptions{"http://www.kcna.kp/", {}});
    QCOMPARE(asked.outcome(), QStringLiteral("resolve/unknown"));
    QVERIFY(meaning(asked.seen.failure) == Meaning::Neutral);
    QVERIFY(asked.seen.peer.empty());
}

void TestHttpProbe::addressesOutsideTheRulesAreNotDialled() {
    HttpServer server({});
    const Asked literal = ask(HttpOptions{server.url(), {}}, {.rules = {}});
    QCOMPARE(literal.outcome(), QStringLiteral("prepare/suspicious-answer"));
    const Asked rebound = ask(HttpOptions{named(server), {}}, {.addresses = {loopback()}, .rules = {}});
    QCOMPARE(rebound.outcome(), QStringLiteral("resolve/suspicious-answer"));
    QCOMPARE(rebound.seen.peer, std::string("127.0.0.1"));
    QCOMPARE(server.accepted(), 0);
}

void TestHttpProbe::whatIsNoUrlIsNotAsked_data() {
    QTest::addColumn<QString>("outcome");
    QTest::newRow("") << QStringLiteral("prepare/unknown");
    QTest::newRow("www.kcna.kp") << QStringLiteral("prepare/unknown");
    QTest::newRow("http://www.kcna.kp:99999/") << QStringLiteral("prepare/unknown");
    QTest::newRow("http:///") << QStringLiteral("prepare/unknown");
}

void TestHttpProbe::whatIsNoUrlIsNotAsked() {
    QFETCH(QString, outcome);
    const Asked asked = ask(HttpOptions{QTest::currentDataTag(), {}}, {.addresses = {loopback()}});
    QCOMPARE(asked.outcome(), outcome);
}

void TestHttpProbe::certificateNobodyKnowsIsAnAnswer() {
    HttpServer server({{}, "127.0.0.1"});
    HttpPage wanted = page();
    wanted.status = 503;
    server.setPage(wanted);
    const Asked asked = ask(HttpOptions{server.url(), {}});
    QCOMPARE(asked.outcome(), QStringLiteral("done/certificate-invalid"));
    QVERIFY(asked.seen.answered());
    QCOMPARE(asked.detail<HttpDetail>().status, 503);
    QCOMPARE(asked.detail<HttpDetail>().title, std::string("KCNA"));
    QVERIFY(*asked.seen.phases.connect <= *asked.seen.phases.tls);
    QVERIFY(*asked.seen.phases.tls <= *asked.seen.phases.firstByte);
}

void TestHttpProbe::trustedCertificateIsAsked_data() {
    QTest::addColumn<QByteArray>("askedFor");
    QTest::addColumn<QString>("outcome");
    QTest::newRow("by its name") << QByteArray("www.kcna.kp") << QStringLiteral("done/none");
    QTest::newRow("by its address") << QByteArray("127.0.0.1") << QStringLiteral("done/none");
    QTest::newRow("by another name") << QByteArray("www.rodong.rep.kp") << QStringLiteral("done/certificate-invalid");
}

void TestHttpProbe::trustedCertificateIsAsked() {
    QFETCH(QByteArray, askedFor);
    QFETCH(QString, outcome);
    HttpServer server({{}, host});
    server.setPage(page());
    QTemporaryFile bundle;
    QVERIFY(bundle.open());
    QVERIFY(bundle.write(QByteArray::fromStdString(server.certificatePem())) > 0 && bundle.flush());
    qputenv("SSL_CERT_FILE", bundle.fileName().toLocal8Bit());
    const TlsStore store;
    store.x509Store();
    qunsetenv("SSL_CERT_FILE");
    const std::string url = "https://" + askedFor.toStdString() + ":" + std::to_string(server.port()) + "/";
    QCOMPARE(ask(HttpOptions{url, {}}, {.addresses = {loopback()}}, store).outcome(), outcome);
}

void TestHttpProbe::answerThatIsNotAsExpectedIsSomebodyElses() {
    HttpServer server({});
    HttpPage wanted = page();
    wanted.body = "See the pages of Debian GNU/Linux.";
    server.setPage(wanted);
    const auto outcome = [&](ExpectedAnswer expected) {
        HttpOptions options{server.url(), {}};
        options.expect = std::move(expected);
        return ask(options).outcome();
    };
    QCOMPARE(outcome({200, "Debian GNU/Linux"}), QStringLiteral("done/none"));
    QCOMPARE(outcome({200, ""}), QStringLiteral("done/none"));
    QCOMPARE(outcome({0, "Debian"}), QStringLiteral("done/none"));
    QCOMPARE(outcome({204, ""}), QStringLiteral("done/suspicious-answer"));
    QCOMPARE(outcome({200, "Log in to the hotel"}), QStringLiteral("done/suspicious-answer"));
    server.setBehaviour(HttpBehaviour::Refuse); // who says nothing is not somebody else
    QCOMPARE(outcome({200, "Debian"}), QStringLiteral("connect/refused"));
}

void TestHttpProbe::stopEndsTheCheckAtOnce_data() {
    QTest::addColumn<HttpBehaviour>("behaviour");
    QTest::addColumn<bool>("tls");
    QTest::addColumn<QString>("outcome");
    QTest::newRow("connecting") << HttpBehaviour::FullBacklog << false << QStringLiteral("connect/cancelled");
    QTest::newRow("TLS") << HttpBehaviour::Silent << true << QStringLiteral("tls/cancelled");
    QTest::newRow("waiting") << HttpBehaviour::SilentToRequests << false << QStringLiteral("exchange/cancelled");
    QTest::newRow("waiting over TLS") << HttpBehaviour::SilentToRequests << true
                                      << QStringLiteral("exchange/cancelled");
    QTest::newRow("dripping") << HttpBehaviour::SlowBody << false << QStringLiteral("exchange/cancelled");
}

void TestHttpProbe::stopEndsTheCheckAtOnce() {
    QFETCH(HttpBehaviour, behaviour);
    QFETCH(bool, tls);
    QFETCH(QString, outcome);
    HttpServer server({{}, tls ? "127.0.0.1" : ""});
    server.setBehaviour(behaviour);
    const Stopped stopped = askAndStop(HttpOptions{server.url(), {}});
    QCOMPARE(stopped.asked.outcome(), outcome);
    QVERIFY2(stopped.tookToEnd <= stopGrace, qPrintable(QString::number(stopped.tookToEnd.count())));
}

void TestHttpProbe::proxiesOfTheEnvironmentAreIgnored() {
    HttpServer proxy({});
    HttpServer server({{loopback("127.0.0.2"), 0}, ""});
    server.setPage(page());
    for (const char* const variable : {"http_proxy", "https_proxy", "all_proxy"})
        qputenv(variable, QByteArray::fromStdString(proxy.url()));
    const Asked asked = ask(HttpOptions{server.url(), {}});
    for (const char* const variable : {"http_proxy", "https_proxy", "all_proxy"})
        qunsetenv(variable);
    QCOMPARE(asked.outcome(), QStringLiteral("done/none"));
    QCOMPARE(proxy.accepted(), 0);
}

QTEST_GUILESS_MAIN(TestHttpProbe)
#include "tst_http_probe.moc"
