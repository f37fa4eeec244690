// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/words/rings.h"

#include "app/words/words.h"

#include <QtTest>

using namespace kpwatch;
using namespace std::chrono_literals;

class TestRings : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void aRingIsOneLineWithItsTransports() {
        const std::vector<RingStatus> rings{{Ring::Line, Transport::Tcp, 4, 5, 5, false, {}},
                                            {Ring::TransitChina, Transport::Udp, 0, 0, 2, false, {}},
                                            {Ring::Line, Transport::Udp, 2, 2, 2, false, {}},
                                            {Ring::Negative, Transport::Tcp, 0, 1, 1, false, {}},
                                            {Ring::Negative, Transport::Udp, 0, 1, 1, false, {}}};
        QCOMPARE(words::ringLines(rings),
                 QStringList({QStringLiteral("Our own line: 4 of 5 answer (TCP), 2 of 2 answer (UDP)"),
                              QStringLiteral("The way there, China side: not proven yet (UDP)"),
                              QStringLiteral("Addresses that nobody has: silent, as they must be (TCP, UDP)")}));
    }

    // Through a proxy neither UDP nor mail leaves.
    void whoWasNotAskedIsNotSilent() {
        const RingStatus udp{Ring::Negative, Transport::Udp, 0, 0, 1, false, {}};
        QCOMPARE(words::ringLines({{Ring::Negative, Transport::Tcp, 0, 1, 1, false, {}}, udp}),
                 QStringList(QStringLiteral("Addresses that nobody has: silent, as they must be (TCP)")));
        QCOMPARE(words::ringLines({udp}), QStringList(QStringLiteral("Addresses that nobody has: not asked")));
    }

    void whatAProxyDoesNotCarryIsOff() {
        const RingStatus tcp{Ring::Line, Transport::Tcp, 3, 3, 3, false, {}};
        const RingStatus udp{Ring::Line, Transport::Udp, 0, 0, 3, false, {}, true};
        QCOMPARE(
            words::ringLines({tcp, udp}),
            QStringList(QStringLiteral("Our own line: 3 of 3 answer (TCP), off, a proxy does not carry it (UDP)")));
    }

    void aSilentRingSaysSinceWhen() {
        const UtcTime since = parseIsoUtc("2026-03-12T05:31:00Z").value();
        QCOMPARE(words::ringLines({{Ring::LongHaul, Transport::Tcp, 0, 3, 3, true, since}}),
                 QStringList(QStringLiteral("The way to East Asia: 0 of 3 answer (TCP) since 14:31 KST")));
        QCOMPARE(words::ringLines({{Ring::Negative, Transport::Tcp, 1, 1, 1, true, since}}),
                 QStringList(QStringLiteral("Addresses that nobody has: somebody answered for them (TCP)")));
    }

    void whatCannotBeTestedSaysWhat() {
        QCOMPARE(words::reasonFor(Reason::NoControl, Transport::Mail),
                 QStringLiteral("port 25 can't be tested from here"));
        QCOMPARE(words::reasonFor(Reason::NoControl, Transport::Icmp),
                 QStringLiteral("pings and traces are evidence and are not judged"));
        QCOMPARE(words::reasonFor(Reason::NoControl, Transport::Tcp), words::reason(Reason::NoControl));
        QCOMPARE(words::reasonFor(Reason::WayThere, Transport::Mail), words::reason(Reason::WayThere));
    }

    void degradedSaysItsCounts() {
        QCOMPARE(words::patchy({12, 60, 0, {}, {}}), QStringLiteral("12 of 60 tries lost, 0 % on the way there"));
        QCOMPARE(words::patchy({0, 0, 0, Micros(640'000), Micros(210'000)}), QStringLiteral("640 ms, usually 210 ms"));
        QCOMPARE(words::patchy({0, 0, 0, Micros(640'000), {}}), QStringLiteral("640 ms"));
        QVERIFY(words::patchy({}).isEmpty());
    }

    void checkingAgainSaysHowFar() {
        QCOMPARE(words::checkingAgain({2, 3}), QStringLiteral("Checking again, 2 of 3 failed"));
        QCOMPARE(words::checkingAgain({4, 3}), QStringLiteral("Checking again, 4 failed so far"));
    }

    void theGuaranteeIsRoundedUp_data() {
        QTest::addColumn<qint64>("ms");
        QTest::addColumn<QString>("expected");
        QTest::newRow("http") << qint64{380'000} << "An outage of 6 min 20 s or longer is always found.";
        QTest::newRow("a moment more") << qint64{380'001} << "An outage of 6 min 21 s or longer is always found.";
        QTest::newRow("whole minutes") << qint64{360'000} << "An outage of 6 min or longer is always found.";
        QTest::newRow("mail") << qint64{1'990'000} << "An outage of 33 min 10 s or longer is always found.";
        QTest::newRow("of a demo") << qint64{48'000} << "An outage of 48 s or longer is always found.";
    }
    void theGuaranteeIsRoundedUp() {
        QFETCH(qint64, ms);
        QFETCH(QString, expected);
        QCOMPARE(words::guarantee(std::chrono::milliseconds{ms}), expected);
    }
};

QTEST_GUILESS_MAIN(TestRings)
#include "tst_rings.moc"
