// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include "probes/wire/smtp_reply.h"

using namespace kpwatch;
using namespace std::string_literals;
using State = SmtpReply::State;

Q_DECLARE_METATYPE(kpwatch::SmtpReply::State)

class TestSmtpReply : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void everyTextIsReadAsItShould_data();
    void everyTextIsReadAsItShould();
    void everyBeginningOfAReplyIsUnfinished();
    void whatFollowsAReplyIsPassedOver();
    void textIsBounded();
    void nothingLongerIsWaitedFor();
};

void TestSmtpReply::everyTextIsReadAsItShould_data() {
    QTest::addColumn<QByteArray>("received");
    QTest::addColumn<State>("state");
    QTest::addColumn<int>("code");
    QTest::addColumn<QByteArray>("text");
    const auto row = [](const char* title, QByteArray received, State state, int code, const char* text) {
        QTest::newRow(title) << std::move(received) << state << code << QByteArray(text);
    };
    row("one line", "220 mail ESMTP\r\n", State::Whole, 220, "mail ESMTP");
    row("lines", "220-one\r\n220-two\r\n220 three\r\n", State::Whole, 220, "one\ntwo\nthree");
    row("LF alone", "220-one\n220 two\n", State::Whole, 220, "one\ntwo");
    row("no text", "220\r\n", State::Whole, 220, "");
    row("no text after the space", "220 \r\n", State::Whole, 220, "");
    row("turned away", "554 no\r\n", State::Whole, 554, "no");
    row("busy", "421 later\r\n", State::Whole, 421, "later");
    row("the last line decides", "220-hello\r\n554 no\r\n", State::Whole, 554, "hello\nno");
    row("bytes that are no text", "220 \xff\x1b[2J\r\n", State::Whole, 220, "\xff\x1b[2J");
    row("nothing", "", State::Unfinished, 0, "");
    row("no line end", "220 mail", State::Unfinished, 0, "");
    row("more to come", "220-one\r\n", State::Unfinished, 220, "one");
    row("web", "HTTP/1.1 400 Bad Request\r\n", State::NotSmtp, 0, "");
    row("the first letter is enough", "H", State::NotSmtp, 0, "");
    row("TLS", "\x16\x03\x01", State::NotSmtp, 0, "");
    row("SSH", "SSH-2.0-OpenSSH\r\n", State::NotSmtp, 0, "");
    row("no such code", "999 x\r\n", State::NotSmtp, 0, "");
    row("preliminary code", "120 x\r\n", State::NotSmtp, 0, "");
    row("four digits", "2200 x\r\n", State::NotSmtp, 0, "");
    row("two digits", "22\r\n", State::NotSmtp, 0, "");
    row("empty line", "\r\n", State::NotSmtp, 0, "");
    row("a line that is none among others", "220-one\r\nGET /\r\n", State::NotSmtp, 220, "one");
    QTest::newRow("NUL") << QByteArray("220 a\0b\r\n", 9) << State::Whole << 220 << QByteArray("a\0b", 3);
}

void TestSmtpReply::everyTextIsReadAsItShould() {
    QFETCH(QByteArray, received);
    QFETCH(QByteArray, text);
    const SmtpReply reply = readSmtpReply({received.constData(), static_cast<std::size_t>(received.size())});
    QTEST(reply.state, "state");
    QTEST(reply.code, "code");
    QCOMPARE(QByteArray::fromStdString(reply.text), text);
}

void TestSmtpReply::everyBeginningOfAReplyIsUnfinished() {
    const std::string whole = "220-one\r\n220-two\r\n220 three\r\n";
    for (std::size_t length = 0; length < whole.size(); ++length)
        QCOMPARE(readSmtpReply(whole.substr(0, length)).state, State::Unfinished);
    QCOMPARE(readSmtpReply(whole).state, State::Whole);
}

void TestSmtpReply::whatFollowsAReplyIsPassedOver() {
    const SmtpReply reply = readSmtpReply("220 one\r\nGET / HTTP/1.1\r\n");
    QCOMPARE(reply.state, State::Whole);
    QCOMPARE(reply.text, "one"s);
}

void TestSmtpReply::textIsBounded() {
    QCOMPARE(readSmtpReply("220 " + std::string(9000, 'x') + "\r\n").text, std::string(512, 'x'));
    std::string lines;
    for (int line = 0; line < 500; ++line)
        lines += "220-line\r\n";
    const SmtpReply reply = readSmtpReply(lines + "220 end\r\n");
    QCOMPARE(reply.state, State::Whole);
    QCOMPARE(reply.text.size(), std::size_t(512));
}

void TestSmtpReply::nothingLongerIsWaitedFor() {
    QCOMPARE(readSmtpReply("220 " + std::string(longestSmtpReply - 5, 'x')).state, State::Unfinished);
    QCOMPARE(readSmtpReply("220 " + std::string(longestSmtpReply - 4, 'x')).state, State::NotSmtp);
    std::string lines;
    while (lines.size() < longestSmtpReply)
        lines += "220-and another\r\n";
    QCOMPARE(readSmtpReply(lines).state, State::NotSmtp);
}

QTEST_APPLESS_MAIN(TestSmtpReply)
#include "tst_smtp_reply.moc"
