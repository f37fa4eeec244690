// SPDX-License-Identifier: GPL-3.0-or-later
// Whatever a URL or a name server says, nothing but a public host is dialled. Which addresses are special is tested in
// tst_address_rules; here, that every way to one is closed.
#include <QtTest>

#include "app/simulation/http_server.h"
#include "app/simulation/tcp_server.h"
#include "tests/probes/asking.h"

using namespace kpwatch;
using namespace kpwatch::asking;

namespace {

constexpr std::array specials{"0.0.0.0",
                              "10.0.0.1",
                              "100.64.0.1",
                              "127.0.0.1",
                              "127.255.255.254",
                              "169.254.169.254",
                              "172.16.0.1",
                              "172.31.255.255",
                              "192.0.0.1",
                              "192.0.2.1",
                              "192.88.99.1",
                              "192.168.0.1",
                              "198.18.0.1",
                              "198.51.100.1",
                              "203.0.113.1",
                              "224.0.0.1",
                              "240.0.0.1",
                              "255.255.255.255",
                              "::",
                              "::1",
                              "::127.0.0.1",
                              "::ffff:127.0.0.1",
                              "::ffff:10.0.0.1",
                              "64:ff9b::7f00:1",
                              "64:ff9b:1::a00:1",
                              "fc00::1",
                              "fd00::1",
                              "fe80::1",
                              "ff02::1",
                              "2001:db8::1",
                              "2002:7f00:1::",
                              "2001::7f00:1"};

// Other programs read these as 127.0.0.1 or 10.0.0.1.
constexpr std::array disguised{"127.1",        "127.0.1",    "2130706433", "0x7f000001", "0x7f.0.0.1", "0177.0.0.1",
                               "017700000001", "127.0.0.1.", "012.0.0.1",  "127.0.0.01", "0xa000001",  "167772161"};

std::string inUrl(const std::string& text, std::uint16_t port = 80) {
    const bool v6 = text.find(':') != std::string::npos;
    return "http://" + (v6 ? "[" + text + "]" : text) + ":" + std::to_string(port) + "/";
}

} // namespace

class TestSpecialAddresses : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void specialAddressIsRefused_data();
    void specialAddressIsRefused();
    void disguisedAddressIsNobody_data();
    void disguisedAddressIsNobody();
    void nameThatMovesToAnotherPlaceIsRefusedAtOnce();
};

void TestSpecialAddresses::specialAddressIsRefused_data() {
    QTest::addColumn<QString>("text");
    for (const char* const text : specials)
        QTest::newRow(text) << QString::fromLatin1(text);
}

void TestSpecialAddresses::specialAddressIsRefused() {
    QFETCH(QString, text);
    const Address address = Address::parse(text.toStdString()).value();
    const How strictly{.rules = {}};
    How named = strictly;
    named.addresses = {address};
    QCOMPARE(ask(HttpOptions{inUrl(text.toStdString()), {}}, strictly).outcome(),
             QStringLiteral("prepare/suspicious-answer"));
    QCOMPARE(ask(HttpOptions{"https://www.kcna.kp/", {}}, named).outcome(),
             QStringLiteral("resolve/suspicious-answer"));
    QCOMPARE(ask(TcpOptions{text.toStdString(), 80}, strictly).outcome(), QStringLiteral("prepare/suspicious-answer"));
    QCOMPARE(ask(DnsOptions{text.toStdString(), 53, "kp", "SOA"}, strictly).outcome(),
             QStringLiteral("prepare/suspicious-answer"));
}

void TestSpecialAddresses::disguisedAddressIsNobody_data() {
    QTest::addColumn<QString>("text");
    for (const char* const text : disguised)
        QTest::newRow(text) << QString::fromLatin1(text);
}

void TestSpecialAddresses::disguisedAddressIsNobody() {
    QFETCH(QString, text);
    HttpServer server({});
    QCOMPARE(ask(HttpOptions{inUrl(text.toStdString(), server.port()), {}}).outcome(),
             QStringLiteral("resolve/unknown"));
    QCOMPARE(ask(TcpOptions{text.toStdString(), server.port()}).outcome(), QStringLiteral("prepare/unknown"));
    QCOMPARE(server.accepted(), 0);
}

void TestSpecialAddresses::nameThatMovesToAnotherPlaceIsRefusedAtOnce() {
    HttpServer server({});
    const std::string url = "http://www.kcna.kp:" + std::to_string(server.port()) + "/";
    QCOMPARE(ask(HttpOptions{url, {}}, {.addresses = {loopback()}}).outcome(), QStringLiteral("done/none"));
    const Asked rebound = ask(HttpOptions{url, {}}, {.addresses = {loopback()}, .rules = {}});
    QCOMPARE(rebound.outcome(), QStringLiteral("resolve/suspicious-answer"));
    QVERIFY(rebound.seen.meaning() == Meaning::Neutral);
    QCOMPARE(server.accepted(), 1);
}

QTEST_GUILESS_MAIN(TestSpecialAddresses)
#include "tst_special_addresses.moc"
