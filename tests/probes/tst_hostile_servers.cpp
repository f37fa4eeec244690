// SPDX-License-Identifier: GPL-3.0-or-later
// Servers that want to crash, fill, hold or lead astray whoever asks them. Each must end as the table says, in time,
// and leave no more behind than the first 64 KB of what it said.
#include <QtTest>

#include "tests/probes/asking.h"
#include "tests/probes/scripted_server.h"

#include <QFile>

#include <unistd.h>

using namespace kpwatch;
using namespace kpwatch::asking;
using namespace std::string_literals;

namespace {

constexpr std::int64_t bodyCap = 64 * 1024, bodyGrace = 16 * 1024;
constexpr std::int64_t mostGrowth = 8 * 1024 * 1024;
constexpr int megabytes = 16; // of `block`s in a megabyte

const std::string block(64 * 1024, 'A');

struct Case {
    const char* name;
    bool tls; // the script begins after a handshake
    const char* outcome;
    ScriptedServer::Script script;
};

// Says an answer to a whole request, as often as it can be said.
ScriptedServer::Script saying(const std::string& head, const std::string& again = {}, int times = 0) {
    return [=](Line& line) {
        line.hear();
        line.say(head);
        line.say(again, times);
    };
}

ScriptedServer::Script redirectingTo(const std::string& location) {
    return saying("HTTP/1.1 302 Found\r\nContent-Length: 0\r\nLocation: " + location + "\r\n\r\n");
}

ScriptedServer::Script tlsSaying(const std::string& bytes, int times = 1) {
    return [=](Line& line) {
        line.hear("");
        line.say(bytes, times);
        line.untilTheEnd();
    };
}

std::vector<Case> overHttp() {
    const std::string ok = "HTTP/1.1 200 OK\r\n";
    return {
        {"endless body", false, "done/none", saying(ok + "\r\n", block, 1000 * megabytes)},
        {"endless chunks", false, "done/none",
         saying(ok + "Transfer-Encoding: chunked\r\n\r\n", "10000\r\n" + block + "\r\n", 1000 * megabytes)},
        {"chunks of one byte", false, "done/none",
         saying(ok + "Transfer-Encoding: chunked\r\n\r\n", "1\r\nA\r\n", 1'000'000)},
        {"gzip bomb", false, "done/none",
         saying(ok + "Content-Encoding: gzip\r\n\r\n\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\x03"s,
                std::string(65536, '\0'), 1000 * megabytes)},
        {"stacked encodings", false, "done/none",
         saying(ok +
                "Content-Encoding: gzip, gzip, gzip, gzip, gzip, gzip, gzip, gzip\r\nContent-Length: 4\r\n\r\nAAAA")},
        {"unknown transfer coding", false, "exchange/unexpected-answer",
         saying(ok + "Transfer-Encoding: gzip, br, chunked\r\n\r\n", block, megabytes)},
        {"99 GB announced", false, "done/none",
         saying(ok + "Content-Length: 99000000000\r\n\r\n", block, 1000 * megabytes)},
        {"length over 64 bits", false, "done/none",
         saying(ok + "Content-Length: 99999999999999999999999999\r\n\r\n", block, megabytes)},
        {"negative length", false, "exchange/protocol-error", saying(ok + "Content-Length: -1\r\n\r\n", block, 1)},
        {"two lengths", false, "exchange/unexpected-answer",
         saying(ok + "Content-Length: 5\r\nContent-Length: 5000\r\n\r\nAAAAAAAAAA")},
        {"chunk size over 64 bits", false, "exchange/unexpected-answer",
         saying(ok + "Transfer-Encoding: chunked\r\n\r\nFFFFFFFFFFFFFFFFFFFFF\r\n", block, megabytes)},
        {"endless trailers", false, "exchange/protocol-error",
         saying(ok + "Transfer-Encoding: chunked\r\n\r\n1\r\nA\r\n0\r\n", "X-Trailer: A\r\n", 1'000'000)},
        {"endless headers", false, "exchange/protocol-error", saying(ok, "X-Header: A\r\n", 1'000'000)},
        {"30 MB header line", false, "exchange/protocol-error", saying(ok + "Server: ", block, 30 * megabytes)},
        {"30 MB status line", false, "exchange/protocol-error", saying("HTTP/1.1 200 ", block, 30 * megabytes)},
        {"folded header lines", false, "exchange/protocol-error", saying(ok + "Server: A\r\n", " A\r\n", 1'000'000)},
        {"flood of 1xx", false, "exchange/protocol-error",
         saying({}, "HTTP/1.1 103 Early Hints\r\nLink: </>\r\n\r\n", 1'000'000)},
        {"100 and nothing more", false, "exchange/unexpected-answer",
         [](Line& line) {
             line.hear();
             line.say("HTTP/1.1 100 Continue\r\n\r\n");
             line.untilTheEnd();
         }},
        {"90 KB location", false, "exchange/protocol-error", redirectingTo("http://" + std::string(90'000, 'a') + "/")},
        {"redirect to file:", false, "done/none", redirectingTo("file:///etc/passwd")},
        {"redirect to gopher:", false, "done/none", redirectingTo("gopher://127.0.0.1:25/_HELO")},
        {"redirect to a private address", false, "done/none", redirectingTo("http://10.0.0.1/")},
        {"redirect to itself", false, "done/none", redirectingTo("/")},
        {"log-in wanted", false, "done/none",
         saying("HTTP/1.1 401 Who?\r\nWWW-Authenticate: Negotiate\r\nWWW-Authenticate: NTLM\r\nContent-Length: "
                "0\r\n\r\n")},
        {"slow head", false, "exchange/unexpected-answer",
         [ok](Line& line) {
             line.hear();
             line.drip(ok + std::string(4000, 'A'));
         }},
        {"slow body", false, "exchange/unexpected-answer",
         [ok](Line& line) {
             line.hear();
             line.say(ok + "Content-Length: 4000\r\n\r\n");
             line.drip(std::string(4000, 'A'));
         }},
        {"HTTP/0.9", false, "exchange/protocol-error", saying("<html>", block, megabytes)},
        {"HTTP/9.9", false, "exchange/protocol-error", saying("HTTP/9.9 200 OK\r\n\r\n")},
        {"status of one digit", false, "exchange/protocol-error", saying("HTTP/1.1 2\r\n\r\n")},
        {"HTTP/2 frames", false, "exchange/protocol-error", saying("\0\0\x12\4\0\0\0\0\0"s + std::string(18, '\0'))},
        {"NUL in a header", false, "exchange/protocol-error", saying(ok + "Server: A\0B\r\n\r\n"s)},
        {"no byte", false, "exchange/protocol-error", saying({})},
        {"closed in the head", false, "exchange/unexpected-answer", saying(ok + "Server: A")},
        {"closed in the body", false, "exchange/unexpected-answer", saying(ok + "Content-Length: 9\r\n\r\nA")},
        {"reset in the body", false, "exchange/unexpected-answer",
         [ok](Line& line) {
             line.hear();
             line.say(ok + "Content-Length: 9\r\n\r\nA");
             line.pause(milliseconds(50));
             line.reset();
         }},
        {"TLS to plain HTTP", false, "exchange/protocol-error", saying("\x15\x03\x01\x00\x02\x02\x28"s)},
        {"talks before it is asked", false, "done/none",
         [ok](Line& line) {
             line.say(ok + "Content-Length: 1\r\n\r\nA");
             line.hear();
         }},
    };
}

std::vector<Case> overTls() {
    return {
        {"plain HTTP", false, "tls/protocol-error", tlsSaying("HTTP/1.1 400 Bad Request\r\n\r\n")},
        {"alert", false, "tls/protocol-error", tlsSaying("\x15\x03\x01\x00\x02\x02\x28"s)},
        {"warnings without end", false, "tls/protocol-error", tlsSaying("\x15\x03\x03\x00\x02\x01\x5a"s, 1'000'000)},
        {"silence", false, "tls/timeout", tlsSaying({})},
        {"empty records without end", false, "tls/protocol-error", tlsSaying("\x16\x03\x03\x00\x00"s, 1'000'000)},
        {"record over the limit", false, "tls/protocol-error", tlsSaying("\x16\x03\x03\xff\xff"s + block)},
        {"handshake of 16 MB", false, "tls/protocol-error",
         tlsSaying("\x16\x03\x03\x40\x00\x02\xff\xff\xff"s + std::string(16380, 'A') + "\x16\x03\x03\x40\x00"s +
                   std::string(16384, 'A'))},
        {"garbage after the handshake", true, "exchange/protocol-error",
         [](Line& line) {
             line.hear();
             line.saySmuggled("this is no TLS record\r\n\r\n" + block);
         }},
        {"endless body in TLS", true, "done/certificate-invalid",
         saying("HTTP/1.1 200 OK\r\n\r\n", block, 1000 * megabytes)},
        {"endless headers in TLS", true, "exchange/protocol-error",
         saying("HTTP/1.1 200 OK\r\n", "X-Header: A\r\n", 1'000'000)},
        {"cut without a word in TLS", true, "exchange/protocol-error",
         [](Line& line) {
             line.hear();
             line.saySmuggled({});
         }},
    };
}

// Resident memory of this program, both sides of the test in one; 0 if it cannot be told.
std::int64_t residentBytes() {
    QFile file(QStringLiteral("/proc/self/statm"));
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    return file.readAll().split(' ').value(1).toLongLong() * sysconf(_SC_PAGESIZE);
}

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr bool memoryIsOurs = false; // the sanitizers keep what was freed
#else
constexpr bool memoryIsOurs = true;
#endif

} // namespace

class TestHostileServers : public QObject {
    Q_OBJECT

    const TlsIdentity m_identity = selfSigned("localhost", loopback());
    std::vector<Case> m_cases;

    // What holds of every answer, whoever gave it.
    void expectBounded(const HttpDetail& detail) const {
        QVERIFY2(detail.bodyBytes <= bodyCap + bodyGrace, qPrintable(QString::number(detail.bodyBytes)));
        QVERIFY(detail.location.size() <= 2048 && detail.server.size() <= 256 && detail.title.size() <= 512);
        QVERIFY(detail.date.size() <= 64 && detail.lastModified.size() <= 64);
        QVERIFY(detail.age.size() <= 128 && detail.via.size() <= 128 && detail.cache.size() <= 128);
        if (detail.tls)
            QVERIFY(detail.tls->subject.size() <= 256 && detail.tls->issuer.size() <= 256 &&
                    detail.tls->faults.size() <= 16);
    }

  private Q_SLOTS:
    void everyOneEndsInTimeAndLeavesLittle_data();
    void everyOneEndsInTimeAndLeavesLittle();
    void hugeCertificateIsNotTaken();
    void textsAreKeptAsBytesAndBounded_data();
    void textsAreKeptAsBytesAndBounded();
    void textsOfACertificateAreEscapedAndBounded_data();
    void textsOfACertificateAreEscapedAndBounded();
    void nothingIsRememberedForTheNextCheck();
};

void TestHostileServers::everyOneEndsInTimeAndLeavesLittle_data() {
    QTest::addColumn<std::size_t>("index");
    QTest::addColumn<bool>("https");
    m_cases = overHttp();
    const std::size_t plain = m_cases.size();
    for (Case& one : overTls())
        m_cases.push_back(std::move(one));
    for (std::size_t i = 0; i < m_cases.size(); ++i)
        QTest::addRow("%s%s", i < plain ? "" : "TLS: ", m_cases[i].name) << i << (i >= plain);
    // Both libraries fill their caches with the first check.
    ScriptedServer server([this](Line& line) {
        if (line.peek().starts_with("G") || line.startTls(m_identity.context.get()))
            saying("HTTP/1.1 200 OK\r\n\r\n", block, 2)(line);
    });
    for (const char* const scheme : {"http://", "https://"})
        ask(HttpOptions{scheme + server.place() + "/", {}});
}

void TestHostileServers::everyOneEndsInTimeAndLeavesLittle() {
    QFETCH(std::size_t, index);
    QFETCH(bool, https);
    const Case& one = m_cases.at(index);
    const std::int64_t before = residentBytes();
    ScriptedServer server([&](Line& line) {
        if (!one.tls || line.startTls(m_identity.context.get()))
            one.script(line);
    });
    const Asked asked = ask(HttpOptions{(https ? "https://" : "http://") + server.place() + "/", {}});
    const std::int64_t growth = residentBytes() - before;
    QCOMPARE(asked.outcome(), QString::fromLatin1(one.outcome));
    QVERIFY2(asked.took <= shortTimeout + grace, qPrintable(QString::number(asked.took.count())));
    expectBounded(asked.detail<HttpDetail>());
    QCOMPARE(server.accepted(), 1); // nothing is followed, nothing asked twice
    QVERIFY2(growth <= mostGrowth || !memoryIsOurs, qPrintable(QString::number(growth)));
}

void TestHostileServers::hugeCertificateIsNotTaken() {
    // OpenSSL takes 100 KB of certificates (SSL_CTX_set_max_cert_list).
    const TlsIdentity huge = certified({.host = std::string(150'000, 'a')});
    const std::int64_t before = residentBytes();
    ScriptedServer server([&](Line& line) {
        line.startTls(huge.context.get());
        line.untilTheEnd();
    });
    const Asked asked = ask(HttpOptions{"https://" + server.place() + "/", {}});
    QCOMPARE(asked.outcome(), QStringLiteral("tls/protocol-error"));
    QVERIFY(residentBytes() - before <= mostGrowth || !memoryIsOurs);
}

void TestHostileServers::textsAreKeptAsBytesAndBounded_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("terminal") << QByteArray("\x1b]0;owned\x07\x1b[2J\x9b");
    QTest::newRow("right to left") << QByteArray("\xe2\x80\xaegnp.exe \xd7\x90\xe2\x81\xa6");
    QTest::newRow("HTML") << QByteArray("<img src='file:///etc/passwd' onerror=alert(1)>");
    QTest::newRow("formula") << QByteArray("=HYPERLINK(\"http://evil\",\"KCNA\")");
    QTest::newRow("no UTF-8") << QByteArray("\xff\xfe\xc0\x80\xed\xa0\x80\xf4\x90\x80\x80");
}

void TestHostileServers::textsAreKeptAsBytesAndBounded() {
    QFETCH(QByteArray, text);
    const std::string bytes = text.toStdString();
    ScriptedServer server(saying("HTTP/1.1 302 Found\r\nServer: " + bytes + "\r\nLocation: " + bytes +
                                 "\r\nVia: " + bytes + "\r\nX-Cache: " + bytes + "\r\nDate: " + bytes +
                                 "\r\nContent-Type: text/html; charset=" + bytes + "\r\n\r\n<title>" + bytes +
                                 "</title>"));
    const Asked asked = ask(HttpOptions{"http://" + server.place() + "/", {}});
    const auto detail = asked.detail<HttpDetail>();
    QCOMPARE(asked.outcome(), QStringLiteral("done/none"));
    expectBounded(detail);
    for (const std::string& kept : {detail.server, detail.location, detail.via, detail.cache, detail.date})
        QCOMPARE(kept, bytes); // evidence: cleaned where it is shown, not here
    QVERIFY(QString::fromStdString(detail.title).toUtf8() == QByteArray::fromStdString(detail.title));
}

void TestHostileServers::textsOfACertificateAreEscapedAndBounded_data() { textsAreKeptAsBytesAndBounded_data(); }

void TestHostileServers::textsOfACertificateAreEscapedAndBounded() {
    QFETCH(QByteArray, text);
    for (const int times : {1, 100}) {
        const TlsIdentity identity = certified({.host = "localhost", .subject = text.repeated(times).toStdString()});
        ScriptedServer server([&](Line& line) {
            if (line.startTls(identity.context.get()))
                saying("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n")(line);
        });
        const Asked asked = ask(HttpOptions{"https://" + server.place() + "/", {}});
        if (QString::fromUtf8(text).toUtf8() != text) { // OpenSSL takes no certificate that only calls itself UTF-8
            QCOMPARE(asked.outcome(), QStringLiteral("tls/protocol-error"));
            continue;
        }
        QCOMPARE(asked.outcome(), QStringLiteral("done/certificate-invalid"));
        const auto detail = asked.detail<HttpDetail>();
        expectBounded(detail);
        QVERIFY(detail.tls && detail.tls->subject.size() > 4);
        const std::string& subject = detail.tls->subject;
        QVERIFY(std::none_of(subject.begin(), subject.end(),
                             [](char byte) { return static_cast<unsigned char>(byte) < 0x20 || byte == 0x7f; }));
    }
}

void TestHostileServers::nothingIsRememberedForTheNextCheck() {
    std::mutex mutex;
    std::vector<std::string> requests;
    ScriptedServer server([&](Line& line) {
        const std::string request = line.hear();
        {
            const std::lock_guard lock(mutex);
            requests.push_back(request);
        }
        line.say("HTTP/1.1 301 Moved\r\nLocation: https://" + std::string("127.0.0.1/\r\n") +
                 "Set-Cookie: id=1; Path=/\r\nStrict-Transport-Security: max-age=99999999\r\n"
                 "Alt-Svc: h3=\":443\"\r\nETag: \"x\"\r\nConnection: keep-alive\r\nContent-Length: 0\r\n\r\n");
        line.untilTheEnd(); // the connection is not to be used again
    });
    for (int i = 0; i < 2; ++i)
        QCOMPARE(ask(HttpOptions{"http://" + server.place() + "/", {}}).outcome(), QStringLiteral("done/none"));
    const std::lock_guard lock(mutex);
    QCOMPARE(requests.size(), std::size_t(2));
    QCOMPARE(requests[0], requests[1]);
}

QTEST_GUILESS_MAIN(TestHostileServers)
#include "tst_hostile_servers.moc"
