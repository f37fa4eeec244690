// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include "probes/wire/dns_message.h"

using namespace kpwatch;

namespace {

// An answer to "kp. SOA", as a name server of kp would send it: built by hand, byte by byte, so that the codec is not
// checked against itself.
Bytes soaAnswer() {
    return {0x12, 0x34, 0x84, 0x00, 0,    1,  0, 1, 0,    0,    0, 0,  // id, QR AA NOERROR, one question, one answer
            2,    'k',  'p',  0,    0,    6,  0, 1,                    // kp. SOA IN
            0xc0, 12,   0,    6,    0,    1,  0, 6, 0x97, 0x80, 0, 31, // the same, 432000 s, 31 bytes
            3,    'n',  's',  '1',  0xc0, 12,                          // ns1.kp.
            2,    'h',  'm',  0xc0, 12,                                // hm.kp.
            0x78, 0xc3, 0x4b, 0x75, 0,    0,  0, 1, 0,    0,    0, 2,  0, 0, 0, 3, 0, 0, 0, 4};
}

const DnsQuestion soaOfKp{"kp", "SOA"};

} // namespace

class TestDnsMessage : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void queryIsWhatTheStandardSays();
    void whatIsNoQuestionIsNotEncoded_data();
    void whatIsNoQuestionIsNotEncoded();
    void answerIsRead();
    void everyCutAnswerIsRefused();
    void everyFlippedBitIsSurvived();
    void junkIsSurvived();
    void hostileFormsAreRefused_data();
    void hostileFormsAreRefused();
    void cnameLoopsEnd();
    void questionIsComparedWithoutCase();
};

void TestDnsMessage::queryIsWhatTheStandardSays() {
    const Bytes expected{0xab, 0xcd, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 2, 'k', 'p', 0, 0, 6, 0, 1}; // recursion not desired
    QVERIFY(encodeQuery(0xabcd, soaOfKp) == expected);
    QVERIFY(encodeQuery(0xabcd, {"kp.", "soa"}) == expected);
    const Bytes root{0, 1, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 2, 0, 1};
    QVERIFY(encodeQuery(1, {".", "NS"}) == root);
}

void TestDnsMessage::whatIsNoQuestionIsNotEncoded_data() {
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("type");
    QTest::newRow("no name") << QByteArray("") << QByteArray("A");
    QTest::newRow("empty label") << QByteArray("a..kp") << QByteArray("A");
    QTest::newRow("label of 64") << QByteArray(64, 'a') + ".kp" << QByteArray("A");
    QTest::newRow("name of 260") << QByteArray("abcdefghi.").repeated(26) << QByteArray("A");
    QTest::newRow("no type") << QByteArray("kp") << QByteArray("");
    QTest::newRow("unknown type") << QByteArray("kp") << QByteArray("NOTYPE");
}

void TestDnsMessage::whatIsNoQuestionIsNotEncoded() {
    QFETCH(QByteArray, name);
    QFETCH(QByteArray, type);
    QVERIFY(!encodeQuery(1, {name.toStdString(), type.toStdString()}));
}

void TestDnsMessage::answerIsRead() {
    const auto message = decodeMessage(soaAnswer());
    QVERIFY(message);
    QCOMPARE(message->id, std::uint16_t(0x1234));
    QCOMPARE(message->rcode, std::string("NOERROR"));
    QVERIFY(message->authoritative && !message->truncated);
    QVERIFY(repeats(*message, soaOfKp));
    const auto answers = answersTo(*message, soaOfKp);
    QCOMPARE(answers.size(), std::size_t(1));
    QCOMPARE(answers.front().owner, std::string("kp."));
    QCOMPARE(answers.front().ttl, 432000U);
    QCOMPARE(answers.front().serial.value_or(0), 2026064757U);
}

void TestDnsMessage::everyCutAnswerIsRefused() {
    const Bytes whole = soaAnswer();
    for (std::size_t length = 0; length < whole.size(); ++length)
        QVERIFY2(!decodeMessage(std::span(whole).first(length)), qPrintable(QString::number(length)));
}

void TestDnsMessage::everyFlippedBitIsSurvived() {
    int read = 0;
    for (std::size_t byte = 0; byte < soaAnswer().size(); ++byte) {
        for (unsigned bit = 0; bit < 8; ++bit) {
            Bytes changed = soaAnswer();
            changed[byte] = static_cast<std::uint8_t>(changed[byte] ^ (1U << bit));
            const auto message = decodeMessage(changed);
            read += message ? 1 : 0;
            if (message)
                QVERIFY(answersTo(*message, soaOfKp).size() <= 1);
        }
    }
    QVERIFY(read > 0);
}

void TestDnsMessage::junkIsSurvived() {
    std::mt19937 random(20260305); // always the same bytes
    for (int round = 0; round < 5000; ++round) {
        Bytes junk(random() % 300);
        std::generate(junk.begin(), junk.end(), [&] { return static_cast<std::uint8_t>(random()); });
        if (round % 2 == 0 && junk.size() > 12) { // with a header that promises something
            const Bytes header{0x12, 0x34, 0x84, 0, 0, 1, 0, static_cast<std::uint8_t>(random() % 4), 0, 0, 0, 0};
            std::copy(header.begin(), header.end(), junk.begin());
        }
        if (const auto message = decodeMessage(junk))
            QVERIFY(answersTo(*message, soaOfKp).size() <= message->answers.size());
    }
}

void TestDnsMessage::hostileFormsAreRefused_data() {
    QTest::addColumn<QByteArray>("body"); // after a header that promises one question and one answer
    const QByteArray question("\2kp\0\0\6\0\1", 8);
    QTest::newRow("pointer to itself") << QByteArray("\xc0\x0c\0\6\0\1", 6);
    QTest::newRow("pointer forward") << QByteArray("\xc0\x20\0\6\0\1", 6);
    QTest::newRow("two pointers at each other") << QByteArray("\xc0\x0e\xc0\x0c\0\6\0\1", 8);
    QTest::newRow("pointer past the end") << QByteArray("\xff\xff\0\6\0\1", 6);
    QTest::newRow("label past the end") << QByteArray("\x3f"
                                                      "abc",
                                                      4);
    QTest::newRow("reserved label type") << QByteArray("\x80"
                                                       "a\0\0\6\0\1",
                                                       7);
    QTest::newRow("no answer where one was promised") << question;
    QTest::newRow("data past the end") << question + QByteArray("\xc0\x0c\0\6\0\1\0\0\0\0\xff\xff"
                                                                "ab",
                                                                14);
    QTest::newRow("answer in a loop") << question + QByteArray("\xc0\x14\0\1\0\1\0\0\0\0\0\4\1\2\3\4", 16);
    QTest::newRow("A of two bytes") << question + QByteArray("\xc0\x0c\0\1\0\1\0\0\0\0\0\2\1\2", 14);
}

void TestDnsMessage::hostileFormsAreRefused() {
    QFETCH(QByteArray, body);
    const QByteArray bytes = QByteArray("\x12\x34\x84\0\0\1\0\1\0\0\0\0", 12) + body;
    QVERIFY(!decodeMessage(Bytes(bytes.begin(), bytes.end())));
}

void TestDnsMessage::cnameLoopsEnd() {
    DnsMessage message;
    message.answers = {{"a.kp.", "CNAME", 60, {}, {}, "b.kp."}, {"b.kp.", "CNAME", 60, {}, {}, "a.kp."}};
    QVERIFY(answersTo(message, {"a.kp", "A"}).empty());
    message.answers.push_back({"b.kp.", "A", 60, Address::parse("175.45.176.71"), {}, {}});
    QCOMPARE(answersTo(message, {"a.kp", "A"}).size(), std::size_t(1));
    QCOMPARE(answersTo(message, {"a.kp", "CNAME"}).size(), std::size_t(1));
}

void TestDnsMessage::questionIsComparedWithoutCase() {
    DnsMessage message;
    message.rcode = "NOERROR";
    QVERIFY(!repeats(message, soaOfKp));
    message.rcode = "REFUSED"; // some servers leave the question out of a refusal
    QVERIFY(repeats(message, soaOfKp));
    message.question = DnsQuestion{"kp.", "SOA"};
    QVERIFY(repeats(message, {"KP", "soa"}));
    QVERIFY(!repeats(message, {"kp", "NS"}) && !repeats(message, {"kpp", "SOA"}));
    QVERIFY(sameName(".", ".") && !sameName(".", "kp"));
}

QTEST_GUILESS_MAIN(TestDnsMessage)
#include "tst_dns_message.moc"
