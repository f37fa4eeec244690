// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/words/answers.h"

#include <QtTest>

using namespace kpwatch;
using namespace std::chrono_literals;

namespace {

// Hops that answer up to `answering`, silent ones after it.
TraceDetail trace(const char* outcome, int answering, int silent = 0) {
    TraceDetail detail{.method = "icmp", .hops = {}, .outcome = outcome};
    for (int ttl = 1; ttl <= answering + silent; ++ttl)
        detail.hops.push_back(ttl <= answering
                                  ? TraceHop{ttl, "10.77." + std::to_string(ttl) + ".2", Micros(300 * ttl), "expired"}
                                  : TraceHop{ttl, {}, {}, {}});
    return detail;
}

} // namespace

class TestAnswers : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void aTraceSaysHowFarItSaw_data() {
        QTest::addColumn<TraceDetail>("seen");
        QTest::addColumn<QString>("expected");
        QTest::newRow("silence") << trace("silence", 3, 4)
                                 << "The last router that answered is hop 3; silence between hop 3 and hop 4.";
        TraceDetail gap = trace("silence", 5);
        gap.hops[2] = {3, {}, {}, {}}; // silent but forwarding
        QTest::newRow("a silent one in the middle")
            << gap << "The last router that answered is hop 5; silence between hop 5 and hop 6.";
        QTest::newRow("reached") << trace("reached", 6) << "It was reached at hop 6.";
        QTest::newRow("unreachable") << trace("unreachable", 3)
                                     << "The router at hop 3 says that it knows no way there.";
        QTest::newRow("prohibited") << trace("prohibited", 3)
                                    << "The router at hop 3 says that it may not pass this on.";
        QTest::newRow("loop") << trace("loop", 4) << "From hop 4 on it goes in circles.";
        QTest::newRow("first silent") << trace("no-first-router", 0, 3) << "Not even the first router answered.";
        QTest::newRow("nothing at all") << trace("silence", 0) << "Not even the first router answered.";
        QTest::newRow("prohibited by nobody") << trace("prohibited", 0) << "Not even the first router answered.";
        QTest::newRow("reached without hops") << trace("reached", 0) << "It was reached.";
    }
    void aTraceSaysHowFarItSaw() {
        QFETCH(TraceDetail, seen);
        QFETCH(QString, expected);
        QCOMPARE(words::traceOutcome(seen), expected);
    }

    void hopsAreListedWithTheSilentOnes() {
        QCOMPARE(words::traceHops(trace("silence", 1, 1)),
                 QStringList({QStringLiteral("1  10.77.1.2  0.3 ms"), QStringLiteral("2  no answer")}));
        TraceDetail gap = trace("reached", 3);
        gap.hops[1] = {2, {}, {}, {}};
        QCOMPARE(words::traceHops(gap)[1], QStringLiteral("2  no answer, but it passes on what comes"));
    }

    void everyFaultOfACertificateIsNamed() {
        QCOMPARE(words::certificateFaults({.version = "TLSv1.3"}), QStringLiteral("No fault was found."));
        QCOMPARE(words::certificateFaults({.faults = {"self-signed", "expired", "wrong-name"}}),
                 QStringLiteral("Faults: it is signed by itself, it has expired, it was made out to another name."));
        QCOMPARE(words::certificateFault("other-7"), QStringLiteral("it is wrong in another way (other-7)"));
        for (const char* const id : {"self-signed", "unknown-issuer", "incomplete-chain", "expired", "not-yet-valid",
                                     "wrong-name", "weak-signature", "weak-key", "revoked"})
            QVERIFY2(!words::certificateFault(id).contains(QStringLiteral("another way (")), id);
    }

    void greetingsOfMailServersAreToldByTheirFirstDigit_data() {
        QTest::addColumn<int>("code");
        QTest::addColumn<QString>("expected");
        QTest::newRow("ready") << 220 << "Greeting 220: ready for mail";
        QTest::newRow("for now") << 421 << "Greeting 421: not now";
        QTest::newRow("for good") << 554 << "Greeting 554: turns everybody away";
        QTest::newRow("no mail server") << 354 << "Greeting 354: not what a mail server says";
        QTest::newRow("none") << 0 << "No greeting came";
    }
    void greetingsOfMailServersAreToldByTheirFirstDigit() {
        QFETCH(int, code);
        QFETCH(QString, expected);
        QCOMPARE(words::mailAnswer({code, "<b>"}), expected);
    }

    void pingsAreEvidenceOnly() {
        QCOMPARE(words::pingAnswer({"socket", 5, 4, Micros(140'000), Micros(143'000)}),
                 QStringLiteral("4 of 5 came back, in the middle 143 ms."));
        QVERIFY(words::pingAnswer({"ping", 5, 0, {}, {}}).endsWith(QStringLiteral("it says nothing alone.")));
        QCOMPARE(words::pingAnswer({"none", 0, 0, {}, {}}),
                 QStringLiteral("This computer does not let programs ping."));
    }

    void nameServersAreToldByWhoseAnswerItIs() {
        QCOMPARE(words::nameServerAnswer({"NOERROR", true, 7, 60}), QStringLiteral("NOERROR, from its own zone"));
        QCOMPARE(words::nameServerAnswer({"SERVFAIL", false, {}, {}}),
                 QStringLiteral("SERVFAIL: the server answers, its zone is broken"));
        QVERIFY(words::nameServerAnswer({"NOERROR", false, {}, {}}).contains(QStringLiteral("somebody between")));
        QCOMPARE(words::nameServerAnswer({}), QStringLiteral("No answer came"));
    }

    void whoRefusedIsNamedWithItsReason() {
        QCOMPARE(
            words::refusal({"219.158.3.1", 3, 13}),
            QStringLiteral("Router 219.158.3.1 says that it may not pass this on: a router or firewall prohibits it."));
        QCOMPARE(words::refusal({"219.158.3.1", 3, 1}),
                 QStringLiteral("Router 219.158.3.1 says that it knows no way there."));
        QVERIFY(words::refusal({"219.158.3.1", 11, 0}).endsWith(QStringLiteral("it went in circles.")));
        QCOMPARE(words::refusal({"175.45.176.15", 3, 3}),
                 QStringLiteral("175.45.176.15 says that nobody listens there."));
        QCOMPARE(words::refusal({"", 3, 13}),
                 QStringLiteral("A router says that it may not pass this on: a router or firewall prohibits it."));
        QCOMPARE(words::refusal({"<b>\x1b[2J", 77, 1}), QStringLiteral("A router sent it back."));
    }

    void lengthsKeepTheDigitsThatMean() {
        QCOMPARE(words::measured(Micros(40)), QStringLiteral("under 0.1 ms"));
        QCOMPARE(words::measured(Micros(400)), QStringLiteral("0.4 ms"));
        QCOMPARE(words::measured(Micros(143'400)), QStringLiteral("143 ms"));
        QCOMPARE(words::measured(Micros(2'614'000)), QStringLiteral("2.61 s"));
    }

    void whatTheNetworkWroteIsCleaned() {
        TraceDetail hostile = trace("silence", 1);
        hostile.hops[0].address = "\x1b[2J<img>\u202E";
        QVERIFY(!words::traceHops(hostile).join(QString()).contains(QChar(0x1b)));
        QVERIFY(!words::certificateFault("\x1b[2J" + std::string(10'000, 'x')).contains(QChar(0x1b)));
        QVERIFY(words::certificateFault(std::string(10'000, 'x')).size() < 100);
    }
};

QTEST_GUILESS_MAIN(TestAnswers)
#include "tst_answers.moc"
