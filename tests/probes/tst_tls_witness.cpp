// SPDX-License-Identifier: GPL-3.0-or-later
// What is written down of a TLS handshake, asked of servers whose certificates have one fault, several, or none.
#include <QtTest>

#include "app/simulation/http_server.h"
#include "tests/probes/asking.h"
#include "tests/probes/scripted_server.h"

#include <openssl/x509_vfy.h>

using namespace kpwatch;
using namespace kpwatch::asking;

namespace {

constexpr const char* host = "www.kcna.kp";
constexpr std::chrono::hours year{365 * 24};

// A store that trusts one authority and nobody else. Its file is gone when the store is used: it is parsed once.
std::unique_ptr<TlsStore> storeOf(const TlsIdentity& authority) {
    QTemporaryFile bundle;
    if (!bundle.open() || bundle.write(QByteArray::fromStdString(authority.certificatePem)) <= 0 || !bundle.flush())
        return nullptr;
    qputenv("SSL_CERT_FILE", bundle.fileName().toLocal8Bit());
    auto store = std::make_unique<TlsStore>();
    store->x509Store();
    qunsetenv("SSL_CERT_FILE");
    return store;
}

QString joined(const std::vector<std::string>& faults) {
    QStringList list;
    for (const std::string& fault : faults)
        list << QString::fromStdString(fault);
    list.sort();
    return list.join(u' ');
}

} // namespace

class TestTlsWitness : public QObject {
    Q_OBJECT

    TlsIdentity m_root, m_middle;
    std::unique_ptr<TlsStore> m_store;

    Asked askOf(const TlsIdentity& identity, const char* name = host) const {
        HttpServer server({{}, host, identity});
        return ask(HttpOptions{std::string("https://") + name + ":" + std::to_string(server.port()) + "/", {}},
                   {.timeout = milliseconds(3000), .addresses = {loopback()}}, *m_store);
    }
    static TlsDetail tlsOf(const Asked& asked) { return asked.detail<HttpDetail>().tls.value_or(TlsDetail{}); }

  private Q_SLOTS:
    void initTestCase();
    void bundleIsReadWhenItIsFirstWanted();
    void goodCertificateIsDescribed();
    void everyFaultIsNamed_data();
    void everyFaultIsNamed();
    void oldTlsIsSpoken();
    void handshakeThatFailsAfterTheCertificateKeepsIt();
    void failuresOfTheHandshake_data();
    void failuresOfTheHandshake();
    void chainIsHashedAsSent();
};

void TestTlsWitness::initTestCase() {
    m_root = certified({.host = "Test Root", .authority = true});
    m_middle = certified({.host = "Test Intermediate", .authority = true}, &m_root);
    m_store = storeOf(m_root);
    QVERIFY(m_store);
}

// Who asks nobody over TLS does not pay for it.
void TestTlsWitness::bundleIsReadWhenItIsFirstWanted() {
    QTemporaryFile bundle;
    QVERIFY(bundle.open());
    qputenv("SSL_CERT_FILE", bundle.fileName().toLocal8Bit());
    const TlsStore store;
    QVERIFY(bundle.write(QByteArray::fromStdString(m_root.certificatePem)) > 0 && bundle.flush());
    const auto* const read = static_cast<const X509_STORE*>(store.x509Store());
    qunsetenv("SSL_CERT_FILE");
    QCOMPARE(sk_X509_OBJECT_num(X509_STORE_get0_objects(read)), 1);
}

void TestTlsWitness::goodCertificateIsDescribed() {
    const Asked asked = askOf(certified({.host = host}, &m_middle));
    QCOMPARE(asked.outcome(), QStringLiteral("done/none"));
    const TlsDetail tls = tlsOf(asked);
    QCOMPARE(tls.version, std::string("TLSv1.3"));
    QCOMPARE(tls.cipher, std::string("TLS_AES_256_GCM_SHA384"));
    QCOMPARE(tls.subject, std::string("CN=www.kcna.kp"));
    QCOMPARE(tls.issuer, std::string("CN=Test Intermediate"));
    QCOMPARE(tls.chainSha256.size(), std::size_t(64));
    QVERIFY(tls.faults.empty());
    const auto now = utcNow();
    QVERIFY(tls.notBefore && abs(*tls.notBefore + std::chrono::hours(1) - now) < std::chrono::minutes(1));
    QVERIFY(tls.notAfter && abs(*tls.notAfter - std::chrono::days(30) - now) < std::chrono::minutes(1));
}

void TestTlsWitness::everyFaultIsNamed_data() {
    QTest::addColumn<int>("signedBy"); // 0: itself, 1: the trusted root, 2: an unknown one, 3: the intermediate alone
    QTest::addColumn<QByteArray>("asked");
    QTest::addColumn<int>("begins");
    QTest::addColumn<int>("ends");
    QTest::addColumn<bool>("weakKey");
    QTest::addColumn<bool>("weakSignature");
    QTest::addColumn<QString>("faults");
    const QByteArray name(host);
    QTest::newRow("self-signed") << 0 << name << -1 << 720 << false << false << QStringLiteral("self-signed");
    QTest::newRow("unknown issuer") << 2 << name << -1 << 720 << false << false << QStringLiteral("unknown-issuer");
    QTest::newRow("incomplete chain") << 3 << name << -1 << 720 << false << false
                                      << QStringLiteral("incomplete-chain unknown-issuer");
    QTest::newRow("expired") << 1 << name << -48 << -24 << false << false << QStringLiteral("expired");
    QTest::newRow("not yet valid") << 1 << name << 24 << 48 << false << false << QStringLiteral("not-yet-valid");
    QTest::newRow("another name") << 1 << QByteArray("www.rodong.rep.kp") << -1 << 720 << false << false
                                  << QStringLiteral("wrong-name");
    QTest::newRow("another address") << 1 << QByteArray("127.0.0.2") << -1 << 720 << false << false
                                     << QStringLiteral("wrong-name");
    QTest::newRow("weak key") << 1 << name << -1 << 720 << true << false << QStringLiteral("weak-key");
    QTest::newRow("weak signature") << 1 << name << -1 << 720 << false << true << QStringLiteral("weak-signature");
    QTest::newRow("all at once") << 2 << QByteArray("www.rodong.rep.kp") << -48 << -24 << true << true
                                 << QStringLiteral("expired unknown-issuer weak-key weak-signature wrong-name");
    QTest::newRow("none") << 1 << name << -1 << 720 << false << false << QString();
}

void TestTlsWitness::everyFaultIsNamed() {
    QFETCH(int, signedBy);
    QFETCH(QByteArray, asked);
    QFETCH(int, begins);
    QFETCH(int, ends);
    QFETCH(bool, weakKey);
    QFETCH(bool, weakSignature);
    QFETCH(QString, faults);
    const TlsIdentity stranger = certified({.host = "Somebody", .authority = true});
    const std::array<const TlsIdentity*, 4> signers{nullptr, &m_root, &stranger, &m_middle};
    HttpServer server({{loopback(asked == "127.0.0.2" ? "127.0.0.2" : "127.0.0.1"), 0},
                       host,
                       certified({.host = host,
                                  .begins = std::chrono::hours(begins),
                                  .ends = std::chrono::hours(ends),
                                  .weakKey = weakKey,
                                  .weakSignature = weakSignature},
                                 signers.at(static_cast<std::size_t>(signedBy)), signedBy != 3)});
    const Asked seen =
        ask(HttpOptions{"https://" + asked.toStdString() + ":" + std::to_string(server.port()) + "/", {}},
            {.timeout = milliseconds(3000), .addresses = {loopback()}}, *m_store);
    QCOMPARE(joined(tlsOf(seen).faults), faults);
    QCOMPARE(seen.outcome(),
             faults.isEmpty() ? QStringLiteral("done/none") : QStringLiteral("done/certificate-invalid"));
    QVERIFY(seen.seen.answered());
}

void TestTlsWitness::oldTlsIsSpoken() {
    const TlsIdentity old =
        certified({.host = host, .ends = std::chrono::hours(720), .weakKey = true, .weakSignature = true});
    speakOldTlsOnly(old);
    const Asked asked = askOf(old);
    QCOMPARE(asked.outcome(), QStringLiteral("done/certificate-invalid"));
    QCOMPARE(tlsOf(asked).version, std::string("TLSv1"));
    QCOMPARE(joined(tlsOf(asked).faults), QStringLiteral("self-signed weak-key"));
}

// TLS 1.2: the certificate comes before the client has proved anything; then the server falls silent.
void TestTlsWitness::handshakeThatFailsAfterTheCertificateKeepsIt() {
    const TlsIdentity identity = certified({.host = host}, &m_root);
    SSL_CTX_set_max_proto_version(identity.context.get(), TLS1_2_VERSION);
    ScriptedServer server([&](Line& line) {
        line.sayFirstFlight(identity.context.get());
        line.untilTheEnd();
    });
    const Asked asked = ask(HttpOptions{"https://" + std::string(host) + ":" + std::to_string(server.port()) + "/", {}},
                            {.addresses = {loopback()}}, *m_store);
    QCOMPARE(asked.outcome(), QStringLiteral("tls/unexpected-answer")); // somebody there spoke
    QCOMPARE(tlsOf(asked).subject, std::string("CN=www.kcna.kp"));
    QCOMPARE(asked.detail<HttpDetail>().status, 0);
}

void TestTlsWitness::failuresOfTheHandshake_data() {
    QTest::addColumn<QString>("outcome");
    QTest::newRow("alert") << QStringLiteral("tls/protocol-error");
    QTest::newRow("reset") << QStringLiteral("tls/reset");
    QTest::newRow("silence") << QStringLiteral("tls/timeout");
    QTest::newRow("closed") << QStringLiteral("tls/protocol-error");
    QTest::newRow("plain HTTP") << QStringLiteral("tls/protocol-error");
}

void TestTlsWitness::failuresOfTheHandshake() {
    QFETCH(QString, outcome);
    const std::string how = QTest::currentDataTag();
    ScriptedServer server([&](Line& line) {
        line.hear("");
        if (how == "alert")
            line.say(std::string_view("\x15\x03\x01\x00\x02\x02\x28", 7)); // fatal, handshake_failure (RFC 5246, 7.2)
        else if (how == "reset")
            line.reset();
        else if (how == "silence")
            line.untilTheEnd();
        else if (how == "plain HTTP")
            line.say("HTTP/1.1 400 Bad Request\r\n\r\n");
    });
    // By its address: a reset by name would be asked about once more.
    const Asked asked = ask(HttpOptions{"https://" + server.place() + "/", {}});
    QCOMPARE(asked.outcome(), outcome);
    QCOMPARE(asked.seen.answered(), outcome.endsWith(u"protocol-error"));
    QCOMPARE(server.accepted(), 1);
}

void TestTlsWitness::chainIsHashedAsSent() {
    const TlsIdentity leaf = certified({.host = host}, &m_middle);
    const std::string whole = tlsOf(askOf(leaf)).chainSha256;
    QCOMPARE(tlsOf(askOf(leaf)).chainSha256, whole);
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (const TlsIdentity* identity : {&std::as_const(leaf), &std::as_const(m_middle)}) {
        const auto body = QByteArray::fromStdString(identity->certificatePem);
        const auto begin = body.indexOf('\n'), end = body.indexOf("-----END");
        hash.addData(QByteArray::fromBase64(body.mid(begin, end - begin)));
    }
    QCOMPARE(QByteArray::fromStdString(whole), hash.result().toHex());
}

QTEST_GUILESS_MAIN(TestTlsWitness)
#include "tst_tls_witness.moc"
