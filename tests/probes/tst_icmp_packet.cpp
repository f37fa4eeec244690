// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include "probes/wire/icmp_packet.h"

using namespace kpwatch;

namespace {

// What comes back: the same packet, only of the type of an answer.
std::vector<std::uint8_t> replyTo(const Echo& echo, bool v6) {
    std::vector<std::uint8_t> bytes = encodeEchoRequest(echo, v6);
    bytes[0] = v6 ? 129 : 0;
    return bytes;
}

} // namespace

class TestIcmpPacket : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void requestIsAsTheStandardSays();
    void answerCarriesWhatWasAsked();
    void everythingElseIsNoAnswer();
    void errorsQuoteTheSequence();
    void everyErrorIsUnderstood_data();
    void everyErrorIsUnderstood();
};

void TestIcmpPacket::requestIsAsTheStandardSays() {
    const std::vector<std::uint8_t> bytes = encodeEchoRequest({0x0102, 0x11223344}, false);
    QCOMPARE(bytes.size(), std::size_t(64));
    QCOMPARE(bytes[0], std::uint8_t(8));
    QCOMPARE(bytes[1], std::uint8_t(0));
    QCOMPARE(bytes[6] << 8 | bytes[7], 0x0102);
    QCOMPARE(encodeEchoRequest({}, true)[0], std::uint8_t(128));
}

void TestIcmpPacket::answerCarriesWhatWasAsked() {
    const Echo echo{65535, 0xfedcba9876543210U};
    for (const bool v6 : {false, true}) {
        QVERIFY(decodeEchoReply(replyTo(echo, v6), v6) == echo);
        QVERIFY(!decodeEchoReply(replyTo(echo, v6), !v6));
    }
}

void TestIcmpPacket::everythingElseIsNoAnswer() {
    const std::vector<std::uint8_t> reply = replyTo({7, 8}, false);
    for (std::size_t length = 0; length < 16; ++length)
        QVERIFY(!decodeEchoReply(std::span(reply).first(length), false));
    QVERIFY(decodeEchoReply(std::span(reply).first(16), false));
    for (const int type : {3, 5, 8, 11, 13, 255}) {
        std::vector<std::uint8_t> other = reply;
        other[0] = static_cast<std::uint8_t>(type);
        QVERIFY(!decodeEchoReply(other, false));
    }
    std::vector<std::uint8_t> code = reply;
    code[1] = 1;
    QVERIFY(!decodeEchoReply(code, false));
}

void TestIcmpPacket::errorsQuoteTheSequence() {
    const std::vector<std::uint8_t> request = encodeEchoRequest({300, 9}, false);
    QCOMPARE(quotedSequence(request, false), std::optional<std::uint16_t>(300));
    QCOMPARE(quotedSequence(std::span(request).first(8), false), std::optional<std::uint16_t>(300));
    QVERIFY(!quotedSequence(std::span(request).first(7), false));
    QVERIFY(!quotedSequence(request, true));
    QVERIFY(!quotedSequence(replyTo({300, 9}, false), false));
    QVERIFY(!quotedSequence({}, false));
}

void TestIcmpPacket::everyErrorIsUnderstood_data() {
    QTest::addColumn<int>("type");
    QTest::addColumn<int>("code");
    QTest::addColumn<bool>("v6");
    QTest::addColumn<int>("says");
    const auto row = [](const char* title, int type, int code, bool v6, IcmpError says) {
        QTest::newRow(title) << type << code << v6 << static_cast<int>(says);
    };
    row("TTL", 11, 0, false, IcmpError::Expired);
    row("fragments late", 11, 1, false, IcmpError::Other);
    row("network", 3, 0, false, IcmpError::Unreachable);
    row("host", 3, 1, false, IcmpError::Unreachable);
    row("protocol", 3, 2, false, IcmpError::Unreachable);
    row("port", 3, 3, false, IcmpError::PortClosed);
    row("too long", 3, 4, false, IcmpError::Other);
    row("network prohibited", 3, 9, false, IcmpError::Prohibited);
    row("host prohibited", 3, 10, false, IcmpError::Prohibited);
    row("prohibited", 3, 13, false, IcmpError::Prohibited);
    row("code of nobody", 3, 200, false, IcmpError::Unreachable);
    row("redirect", 5, 1, false, IcmpError::Other);
    row("hop limit", 3, 0, true, IcmpError::Expired);
    row("no route", 1, 0, true, IcmpError::Unreachable);
    row("prohibited, v6", 1, 1, true, IcmpError::Prohibited);
    row("address", 1, 3, true, IcmpError::Unreachable);
    row("port, v6", 1, 4, true, IcmpError::PortClosed);
    row("source policy", 1, 5, true, IcmpError::Prohibited);
    row("reject route", 1, 6, true, IcmpError::Prohibited);
    row("too big", 2, 0, true, IcmpError::Other);
}

void TestIcmpPacket::everyErrorIsUnderstood() {
    QFETCH(int, type);
    QFETCH(int, code);
    QFETCH(bool, v6);
    QTEST(static_cast<int>(icmpError(type, code, v6)), "says");
}

QTEST_APPLESS_MAIN(TestIcmpPacket)
#include "tst_icmp_packet.moc"
