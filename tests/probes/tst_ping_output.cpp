// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include "probes/wire/ping_output.h"

using namespace kpwatch;
using std::chrono::microseconds;

namespace {

const std::string twoOfThree = "PING 175.45.176.71 (175.45.176.71) 56(84) bytes of data.\n"
                               "64 bytes from 175.45.176.71: icmp_seq=1 ttl=64 time=281 ms\n"
                               "64 bytes from 175.45.176.71: icmp_seq=3 ttl=64 time=0.018 ms\n"
                               "\n"
                               "--- 175.45.176.71 ping statistics ---\n"
                               "3 packets transmitted, 2 received, 33.3333% packet loss, time 2035ms\n"
                               "rtt min/avg/max/mdev = 0.018/140.509/281.000/140.491 ms\n";

} // namespace

class TestPingOutput : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void countsAndRoundTripsAreRead();
    void errorsInBetweenAreNoAnswers();
    void withoutSummaryItIsNotWhole();
    void junkIsNothing_data();
    void junkIsNothing();
};

void TestPingOutput::countsAndRoundTripsAreRead() {
    const PingOutput output = readPingOutput(twoOfThree);
    QVERIFY(output.whole);
    QCOMPARE(output.sent, 3);
    QCOMPARE(output.received, 2);
    QVERIFY((output.roundTrips == std::vector{microseconds(281'000), microseconds(18)}));
}

void TestPingOutput::errorsInBetweenAreNoAnswers() {
    const PingOutput output =
        readPingOutput("PING 10.0.0.9 (10.0.0.9) 56(84) bytes of data.\n"
                       "From 10.0.0.1 icmp_seq=1 Destination Host Unreachable\n\n"
                       "--- 10.0.0.9 ping statistics ---\n"
                       "5 packets transmitted, 0 received, +5 errors, 100% packet loss, time 807ms\n");
    QVERIFY(output.whole);
    QCOMPARE(output.sent, 5);
    QCOMPARE(output.received, 0);
    QVERIFY(output.roundTrips.empty());
}

void TestPingOutput::withoutSummaryItIsNotWhole() {
    const PingOutput output = readPingOutput(twoOfThree.substr(0, twoOfThree.find("\n---")));
    QVERIFY(!output.whole);
    QCOMPARE(output.roundTrips.size(), std::size_t(2));
    QVERIFY(!readPingOutput("ping: socktype: SOCK_RAW\nping: socket: Operation not permitted\n"
                            "ping: => missing cap_net_raw+p capability or setuid?\n")
                 .whole);
}

void TestPingOutput::junkIsNothing_data() {
    QTest::addColumn<QByteArray>("text");
    int row = 0;
    for (const char* const text :
         {"", "\n\n\n", " packets transmitted, received", "-1 packets transmitted, 99999999999 received",
          "x packets transmitted, y received", "1001 packets transmitted, 1 received", " time= ms", " time=-1 ms",
          " time=nan ms", " time=1e300 ms", " time=5 ms (DUP!)", "time=5 ms", " time=5ms", "\xff\xfe\0"})
        QTest::addRow("%d", row++) << QByteArray(text);
}

void TestPingOutput::junkIsNothing() {
    QFETCH(QByteArray, text);
    const PingOutput output = readPingOutput(text.toStdString());
    QVERIFY(!output.whole);
    QVERIFY(output.roundTrips.empty());
}

QTEST_APPLESS_MAIN(TestPingOutput)
#include "tst_ping_output.moc"
