// SPDX-License-Identifier: GPL-3.0-or-later
// Who answers in somebody's place: the page, and the reset that comes as soon as a name is said.
#include <QtTest>

#include "app/fingerprints.h"
#include "app/simulation/http_server.h"
#include "probes/wire/block_page.h"
#include "tests/probes/asking.h"
#include "tests/probes/scripted_server.h"

using namespace kpwatch;
using namespace kpwatch::asking;

namespace {

constexpr const char* host = "www.kcna.kp";
constexpr const char* kcscText = "불법·유해정보사이트에 대한 차단 안내";

const Fingerprints& shipped() {
    static const Fingerprints known = shippedFingerprints();
    return known;
}

QString recognised(const HttpDetail& answer, std::string_view body = {}) {
    const BlockPage* const page = recognisedIn(shipped().blockPages, answer, body);
    return page == nullptr ? QString() : QString::fromStdString(page->id);
}

std::string url(const char* scheme, std::uint16_t port) {
    return std::string(scheme) + "://" + host + ":" + std::to_string(port) + "/";
}

bool namesTheHost(const std::string& request) { return request.find(host) != std::string::npos; }

How fromTheBook(std::vector<Address> addresses = {loopback()}) {
    return {.addresses = std::move(addresses), .fingerprints = &shipped()};
}

} // namespace

class TestBlockPage : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void redirectsAreRecognisedByTheirHost_data();
    void redirectsAreRecognisedByTheirHost();
    void pagesAreRecognisedByTheirText();
    void everyFieldOfAFingerprintMustFit();
    void southKoreanWarningIsBlockedAndKept_data();
    void southKoreanWarningIsBlockedAndKept();
    void nobodyIsRecognisedWithoutFingerprints();
    void blockPageEndsTheAsking();
    void resetAtTheNameIsSuspected_data();
    void resetAtTheNameIsSuspected();
    void resetOfEverybodyIsAFailure_data();
    void resetOfEverybodyIsAFailure();
    void suspicionIsAskedOnceACheck();
    void suspicionOutlivesTheFailureOfAnotherAddress();
    void answerOfAnotherAddressEndsTheSuspicion();
    void bareAddressHasNoOtherName();
    void resetAfterTheHandshakeIsNoSuspicion();
};

void TestBlockPage::redirectsAreRecognisedByTheirHost_data() {
    QTest::addColumn<bool>("expected");
    for (const char* location :
         {"http://warning.or.kr", "http://www.warning.or.kr/i1.html", "HTTPS://WARNING.OR.KR:443/?a=b",
          "//warning.or.kr/", "http://user@warning.or.kr/", "http://warning.or.kr./", "http:\\\\warning.or.kr"})
        QTest::newRow(location) << (std::string_view(location).find('\\') == std::string_view::npos);
    for (const char* location : {"", "/", "http://www.kcna.kp/?to=http://warning.or.kr/", "http://nowarning.or.kr/",
                                 "http://warning.or.kr.evil/", "/http://warning.or.kr/",
                                 "http://www.kcna.kp#//warning.or.kr", "http://[::1]/", "http://[", "//", "http://@/"})
        QTest::addRow("not '%s'", location) << false;
}

void TestBlockPage::redirectsAreRecognisedByTheirHost() {
    QFETCH(bool, expected);
    std::string location = QTest::currentDataTag();
    if (!expected && location.starts_with("not '"))
        location = location.substr(5, location.size() - 6);
    QCOMPARE(recognised({.status = 302, .location = location}),
             expected ? QStringLiteral("kr-kcsc-redirect") : QString());
}

void TestBlockPage::pagesAreRecognisedByTheirText() {
    QCOMPARE(recognised({.status = 200}, std::string("<h1>") + kcscText + "</h1>"), QStringLiteral("kr-kcsc-warning"));
    QCOMPARE(recognised({.status = 200, .title = kcscText}, "\xBA\xD2"), QStringLiteral("kr-kcsc-warning-title"));
    QCOMPARE(recognised({.status = 200, .title = "KCNA"}, "<html>"), QString());
}

void TestBlockPage::everyFieldOfAFingerprintMustFit() {
    const std::vector<BlockPage> both{{.id = "both", .location = "block.example", .title = "Blocked"}};
    const HttpDetail fits{.status = 302, .location = "http://block.example/", .title = "It is Blocked."};
    HttpDetail otherTitle = fits, otherPlace = fits;
    otherTitle.title = "It is blocked.";
    otherPlace.location.clear();
    QVERIFY(recognisedIn(both, fits, "") == both.data());
    QVERIFY(recognisedIn(both, otherTitle, "") == nullptr);
    QVERIFY(recognisedIn(both, otherPlace, "") == nullptr);
    QVERIFY(recognisedIn({BlockPage{.id = "says nothing"}}, fits, "") == nullptr);
}

void TestBlockPage::southKoreanWarningIsBlockedAndKept_data() {
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("location");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<bool>("tls");
    QTest::addColumn<QString>("id");
    QTest::newRow("redirect") << 302 << QByteArray("http://warning.or.kr/i1.html") << QByteArray() << false
                              << QStringLiteral("kr-kcsc-redirect");
    QTest::newRow("page") << 200 << QByteArray() << QByteArray(kcscText) << false << QStringLiteral("kr-kcsc-warning");
    QTest::newRow("page over TLS") << 200 << QByteArray() << QByteArray(kcscText) << true
                                   << QStringLiteral("kr-kcsc-warning");
    QTest::newRow("error page") << 503 << QByteArray() << QByteArray(kcscText) << false
                                << QStringLiteral("kr-kcsc-warning");
}

void TestBlockPage::southKoreanWarningIsBlockedAndKept() {
    QFETCH(int, status);
    QFETCH(QByteArray, location);
    QFETCH(QByteArray, body);
    QFETCH(bool, tls);
    QFETCH(QString, id);
    HttpServer server({{}, tls ? host : ""});
    server.setPage({.status = status, .body = body.toStdString(), .location = location.toStdString()});
    const Asked asked = ask(HttpOptions{url(tls ? "https" : "http", server.port()), {}}, fromTheBook());
    QCOMPARE(asked.outcome(), QStringLiteral("done/blocked"));
    QVERIFY(asked.seen.meaning() == Meaning::Neutral);
    const auto detail = asked.detail<HttpDetail>();
    QCOMPARE(QString::fromStdString(detail.blockPage), id);
    QCOMPARE(detail.status, status);
    QCOMPARE(detail.location, location.toStdString());
    QCOMPARE(detail.bodySha256.empty(), body.isEmpty());
    QCOMPARE(detail.tls.has_value(), tls);
}

void TestBlockPage::nobodyIsRecognisedWithoutFingerprints() {
    HttpServer server({});
    server.setPage({.body = kcscText});
    const Asked asked = ask(HttpOptions{server.url(), {}});
    QCOMPARE(asked.outcome(), QStringLiteral("done/none"));
    QVERIFY(asked.detail<HttpDetail>().blockPage.empty());
}

void TestBlockPage::blockPageEndsTheAsking() {
    HttpServer first({}), second({{loopback("127.0.0.2"), first.port()}, ""});
    first.setPage({.body = kcscText});
    second.setBehaviour(HttpBehaviour::Refuse);
    const Asked asked =
        ask(HttpOptions{url("http", first.port()), {}}, fromTheBook({loopback(), loopback("127.0.0.2")}));
    QCOMPARE(asked.outcome(), QStringLiteral("done/blocked"));
    QCOMPARE(asked.seen.tries, 1);
}

void TestBlockPage::resetAtTheNameIsSuspected_data() {
    QTest::addColumn<QByteArray>("scheme");
    QTest::addColumn<QString>("stage");
    QTest::newRow("TLS") << QByteArray("https") << QStringLiteral("tls/reset");
    QTest::newRow("TLS with an alert") << QByteArray("https") << QStringLiteral("tls/reset");
    QTest::newRow("HTTP") << QByteArray("http") << QStringLiteral("exchange/reset");
}

void TestBlockPage::resetAtTheNameIsSuspected() {
    QFETCH(QByteArray, scheme);
    QFETCH(QString, stage);
    const bool alert = std::string_view(QTest::currentDataTag()).ends_with("alert");
    const TlsIdentity identity = selfSigned("other", loopback());
    ScriptedServer server([&](Line& line) {
        if (namesTheHost(line.peek())) {
            line.hear("");
            line.reset();
        } else if (alert) {
            line.hear("");
            line.say(std::string_view("\x15\x03\x01\x00\x02\x02\x70", 7)); // unrecognized_name (RFC 6066, 3)
        } else if (scheme == "https") {
            line.startTls(identity.context.get());
            line.untilTheEnd();
        } else {
            line.hear();
            line.say("HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n");
        }
    });
    const Asked asked = ask(HttpOptions{url(scheme, server.port()), {}}, fromTheBook());
    QCOMPARE(asked.outcome(), stage);
    QVERIFY(asked.detail<HttpDetail>().suspectedBlock);
    QVERIFY(asked.seen.meaning() == Meaning::Neutral);
    QCOMPARE(asked.detail<HttpDetail>().status, 0); // what the address says to another name is not the target's answer
    QCOMPARE(asked.seen.tries, 2);
    QCOMPARE(server.accepted(), 2);
}

void TestBlockPage::resetOfEverybodyIsAFailure_data() {
    QTest::addColumn<QByteArray>("scheme");
    QTest::newRow("TLS") << QByteArray("https");
    QTest::newRow("HTTP") << QByteArray("http");
}

void TestBlockPage::resetOfEverybodyIsAFailure() {
    QFETCH(QByteArray, scheme);
    for (const bool silentToOthers : {false, true}) {
        ScriptedServer server([&](Line& line) {
            if (!namesTheHost(line.hear("")) && silentToOthers)
                line.untilTheEnd();
            else
                line.reset();
        });
        const Asked asked = ask(HttpOptions{url(scheme, server.port()), {}}, fromTheBook());
        QVERIFY(asked.seen.failure == Failure::Reset);
        QVERIFY(asked.seen.meaning() == Meaning::Failed);
        QVERIFY(!asked.detail<HttpDetail>().suspectedBlock);
        QCOMPARE(server.accepted(), 2);
        QVERIFY2(asked.took <= shortTimeout + grace, qPrintable(QString::number(asked.took.count())));
    }
}

void TestBlockPage::suspicionIsAskedOnceACheck() {
    HttpServer first({}), second({{loopback("127.0.0.2"), first.port()}, ""}),
        third({{loopback("127.0.0.3"), first.port()}, ""});
    for (HttpServer* const server : {&first, &second, &third})
        server->setBehaviour(HttpBehaviour::ResetAfterRequest);
    const Asked asked = ask(HttpOptions{url("http", first.port()), {}},
                            fromTheBook({loopback(), loopback("127.0.0.2"), loopback("127.0.0.3")}));
    QCOMPARE(asked.outcome(), QStringLiteral("exchange/reset"));
    QCOMPARE(first.accepted() + second.accepted() + third.accepted(), 4);
    QCOMPARE(asked.seen.tries, 4);
}

namespace {
// Resets who says the name, and answers the others.
void cutAtTheName(Line& line) {
    if (namesTheHost(line.hear()))
        line.reset();
    else
        line.say("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
}
} // namespace

void TestBlockPage::suspicionOutlivesTheFailureOfAnotherAddress() {
    ScriptedServer first(cutAtTheName);
    const Asked asked =
        ask(HttpOptions{url("http", first.port()), {}}, fromTheBook({loopback(), loopback("127.0.0.2")}));
    QCOMPARE(asked.outcome(), QStringLiteral("exchange/reset")); // 127.0.0.2 refused
    QVERIFY(asked.seen.meaning() == Meaning::Neutral);
    QCOMPARE(asked.seen.tries, 3);
    const Asked otherOrder =
        ask(HttpOptions{url("http", first.port()), {}}, fromTheBook({loopback("127.0.0.2"), loopback()}));
    QVERIFY(otherOrder.seen.meaning() == Meaning::Neutral);
}

void TestBlockPage::answerOfAnotherAddressEndsTheSuspicion() {
    ScriptedServer first(cutAtTheName);
    HttpServer second({{loopback("127.0.0.2"), first.port()}, ""});
    const Asked asked =
        ask(HttpOptions{url("http", first.port()), {}}, fromTheBook({loopback(), loopback("127.0.0.2")}));
    QCOMPARE(asked.outcome(), QStringLiteral("done/none"));
    QVERIFY(!asked.detail<HttpDetail>().suspectedBlock);
}

void TestBlockPage::bareAddressHasNoOtherName() {
    HttpServer server({});
    server.setBehaviour(HttpBehaviour::ResetAfterRequest);
    QCOMPARE(ask(HttpOptions{server.url(), {}}, fromTheBook()).outcome(), QStringLiteral("exchange/reset"));
    QCOMPARE(server.accepted(), 1);
}

void TestBlockPage::resetAfterTheHandshakeIsNoSuspicion() {
    HttpServer server({{}, host});
    server.setBehaviour(HttpBehaviour::ResetAfterRequest);
    const Asked asked = ask(HttpOptions{url("https", server.port()), {}}, fromTheBook());
    QCOMPARE(asked.outcome(), QStringLiteral("exchange/unexpected-answer")); // whoever shook hands spoke
    QCOMPARE(server.accepted(), 1);
}

QTEST_GUILESS_MAIN(TestBlockPage)
#include "tst_block_page.moc"
