// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include "probes/wire/http_answer.h"

using namespace kpwatch;

namespace {

HttpAnswer answerOf(std::initializer_list<std::string> lines, int status = 200) {
    HttpAnswer answer;
    for (const std::string& line : lines)
        answer.takeHeader(line + "\r\n", status);
    return answer;
}

} // namespace

class TestHttpAnswer : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void knownHeadersAreKeptToTheirLength_data();
    void knownHeadersAreKeptToTheirLength();
    void onlyTheLastHeadCounts();
    void trailersSayNothing();
    void headersThatGoOnEndIt();
    void bodyIsTakenToItsLimit();
    void noStatusLineIsNoAnswer();
};

void TestHttpAnswer::knownHeadersAreKeptToTheirLength_data() {
    QTest::addColumn<QString>("spelled");
    QTest::addColumn<int>("longest");
    QTest::newRow("location") << QStringLiteral("LOCATION") << 2048;
    QTest::newRow("server") << QStringLiteral("server") << 256;
    QTest::newRow("last-modified") << QStringLiteral("Last-Modified") << 64;
    QTest::newRow("date") << QStringLiteral("Date") << 64;
    QTest::newRow("age") << QStringLiteral("Age") << 128;
    QTest::newRow("via") << QStringLiteral("Via") << 128;
    QTest::newRow("cache") << QStringLiteral("X-Cache") << 128;
}

void TestHttpAnswer::knownHeadersAreKeptToTheirLength() {
    QFETCH(QString, spelled);
    QFETCH(int, longest);
    const std::map<std::string, std::string HttpDetail::*> kept{{"location", &HttpDetail::location},
                                                                {"server", &HttpDetail::server},
                                                                {"last-modified", &HttpDetail::lastModified},
                                                                {"date", &HttpDetail::date},
                                                                {"age", &HttpDetail::age},
                                                                {"via", &HttpDetail::via},
                                                                {"cache", &HttpDetail::cache}};
    const auto member = kept.at(QTest::currentDataTag());
    const std::string name = spelled.toStdString();
    QCOMPARE(answerOf({"HTTP/1.1 200 OK", name + ": \t x y \t"}).detail().*member, std::string("x y"));
    QCOMPARE(answerOf({"HTTP/1.1 200 OK", name + ":" + std::string(4000, 'a')}).detail().*member,
             std::string(static_cast<std::size_t>(longest), 'a'));
    QVERIFY((answerOf({"HTTP/1.1 200 OK", name + "x: y", "x" + name + ": y", name}).detail().*member).empty());
}

void TestHttpAnswer::onlyTheLastHeadCounts() {
    HttpAnswer answer = answerOf({"HTTP/1.1 103 Early Hints", "Via: early", ""}, 103);
    QVERIFY(answer.spoke() && !answer.headEnded());
    answer.takeHeader("HTTP/1.1 200 OK\r\n", 200);
    answer.takeHeader("Age: 7\r\n", 200);
    answer.takeHeader("\r\n", 200);
    QVERIFY(answer.headEnded());
    QVERIFY(answer.detail().via.empty());
    QCOMPARE(answer.detail().age, std::string("7"));
    QCOMPARE(answer.detail().status, 200);
}

void TestHttpAnswer::trailersSayNothing() {
    HttpAnswer answer = answerOf({"HTTP/1.1 200 OK", "Server: Apache", ""});
    QVERIFY(answer.takeHeader("Server: somebody else\r\n", 200));
    QVERIFY(answer.takeHeader("HTTP/1.1 500 No\r\n", 500));
    QCOMPARE(answer.detail().server, std::string("Apache"));
    QCOMPARE(answer.detail().status, 200);
}

void TestHttpAnswer::headersThatGoOnEndIt() {
    HttpAnswer many;
    int lines = 0;
    while (lines < 1000 && many.takeHeader("a: b\r\n", 200))
        ++lines;
    QCOMPARE(lines, 100);
    QVERIFY(many.tooManyHeaders());
    HttpAnswer large;
    QVERIFY(large.takeHeader(std::string(16 * 1024, 'a'), 200));
    QVERIFY(!large.takeHeader("b", 200));
}

void TestHttpAnswer::bodyIsTakenToItsLimit() {
    HttpAnswer answer = answerOf({"HTTP/1.1 200 OK", ""});
    QCOMPARE(answer.takeBody("<title>a</title>"), std::size_t(16));
    QVERIFY(!answer.bodyFull());
    QCOMPARE(answer.takeBody(std::string(70000, 'x')), std::size_t(65536 - 16));
    QVERIFY(answer.bodyFull());
    QCOMPARE(answer.detail().bodyBytes, std::int64_t(65536));
    QCOMPARE(answer.detail().title, std::string("a"));
    QCOMPARE(answer.body().size(), std::size_t(65536));
}

void TestHttpAnswer::noStatusLineIsNoAnswer() {
    const HttpAnswer answer;
    QVERIFY(!answer.spoke());
    QVERIFY(answer.detail() == HttpDetail{});
}

QTEST_GUILESS_MAIN(TestHttpAnswer)
#include "tst_http_answer.moc"
