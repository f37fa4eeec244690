// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include "probes/failure.h"
#include "probes/target.h"

using namespace kpwatch;

class TestFailure : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void everyStageNameLeadsBack();
    void everyFailureMeansWhatTheRulesSay_data();
    void everyFailureMeansWhatTheRulesSay();
    void unknownWordsAreNoNames_data();
    void unknownWordsAreNoNames();
    void layersAndViasLeadBack();
    void hostAndPortAreTakenFromWhatIsAsked_data();
    void hostAndPortAreTakenFromWhatIsAsked();
};

void TestFailure::everyStageNameLeadsBack() {
    constexpr std::array stages{"prepare", "resolve", "connect", "tls", "exchange", "done"};
    for (std::size_t i = 0; i < stages.size(); ++i) {
        const auto stage = stageFromName(stages.at(i));
        QVERIFY(stage);
        QCOMPARE(static_cast<std::size_t>(*stage), i);
        QCOMPARE(name(*stage), std::string_view(stages.at(i)));
    }
}

void TestFailure::everyFailureMeansWhatTheRulesSay_data() {
    QTest::addColumn<int>("expected");
    const auto row = [](const char* word, Meaning meaning) { QTest::newRow(word) << static_cast<int>(meaning); };
    for (const char* word : {"timeout", "refused", "reset", "unreachable"})
        row(word, Meaning::Failed);
    for (const char* word :
         {"none", "protocol-error", "unexpected-answer", "certificate-invalid", "server-failure", "no-such-name"})
        row(word, Meaning::Answer);
    for (const char* word :
         {"permission-denied", "local-network-down", "cancelled", "suspicious-answer", "blocked", "unknown"})
        row(word, Meaning::Neutral);
}

void TestFailure::everyFailureMeansWhatTheRulesSay() {
    QFETCH(int, expected);
    const std::string_view word = QTest::currentDataTag();
    const auto failure = failureFromName(word);
    QVERIFY(failure);
    QCOMPARE(name(*failure), word);
    QCOMPARE(static_cast<int>(meaning(*failure)), expected);
}

void TestFailure::unknownWordsAreNoNames_data() {
    QTest::addColumn<QByteArray>("word");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("capital") << QByteArray("Timeout");
    QTest::newRow("prefix") << QByteArray("time");
    QTest::newRow("snake case") << QByteArray("no_such_name");
}

void TestFailure::unknownWordsAreNoNames() {
    QFETCH(QByteArray, word);
    QVERIFY(!failureFromName(word.toStdString()));
    QVERIFY(!stageFromName(word.toStdString()));
    QVERIFY(!layerFromName(word.toStdString()));
    QVERIFY(!viaFromName(word.toStdString()));
}

void TestFailure::layersAndViasLeadBack() {
    for (const Layer layer : {Layer::Http, Layer::Dns, Layer::Tcp, Layer::Mail, Layer::Route})
        QVERIFY(layerFromName(name(layer)) == layer);
    for (const Via via : {Via::China, Via::Russia, Via::Both, Via::Unknown})
        QVERIFY(viaFromName(name(via)) == via);
}

void TestFailure::hostAndPortAreTakenFromWhatIsAsked_data() {
    QTest::addColumn<QByteArray>("url");
    QTest::addColumn<QByteArray>("host");
    QTest::addColumn<int>("port");
    const auto row = [](const char* url, const char* host, int port) {
        QTest::newRow(url) << QByteArray(url) << QByteArray(host) << port;
    };
    row("http://www.kcna.kp/", "www.kcna.kp", 80);
    row("https://www.kcna.kp", "www.kcna.kp", 443);
    row("http://kcna.kp:8080/a:b@c", "kcna.kp", 8080);
    row("http://kcna.kp?a@b", "kcna.kp", 80);
    row("http://user:word@kcna.kp/", "kcna.kp", 80);
    row("https://[2001:db8::1]:8443/x", "2001:db8::1", 8443);
    row("http://[2001:db8::1]/", "2001:db8::1", 80);
    row("http://[2001:db8::1/", "", 80);
    row("http://kcna.kp:99999/", "kcna.kp", 0);
    row("http://kcna.kp:80x/", "kcna.kp", 0);
    row("kcna.kp", "", 80);
}

void TestFailure::hostAndPortAreTakenFromWhatIsAsked() {
    QFETCH(QByteArray, url);
    QFETCH(QByteArray, host);
    QFETCH(int, port);
    const ProbeOptions probe = HttpOptions{url.toStdString(), {}};
    QCOMPARE(hostOf(probe), host.toStdString());
    QCOMPARE(static_cast<int>(portOf(probe)), port);
    QCOMPARE(kindName(probe), std::string_view("http"));
}

QTEST_GUILESS_MAIN(TestFailure)
#include "tst_failure.moc"
