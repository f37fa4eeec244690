// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include "probes/wire/trace_path.h"

using namespace kpwatch;
using Says = HopAnswer::Says;

namespace {

// "1 2 * 4u": routers 10.0.0.1, 10.0.0.2, silence, 10.0.0.4 says unreachable; p prohibited, r reached.
TracePath pathOf(const QString& text) {
    TracePath path;
    int ttl = 0;
    for (QString word : text.split(QLatin1Char(' '), Qt::SkipEmptyParts)) {
        ++ttl;
        if (word == QStringLiteral("*"))
            continue;
        const Says says = word.endsWith(QLatin1Char('u'))   ? Says::Unreachable
                          : word.endsWith(QLatin1Char('p')) ? Says::Prohibited
                          : word.endsWith(QLatin1Char('r')) ? Says::Reached
                                                            : Says::Expired;
        if (says != Says::Expired)
            word.chop(1);
        path.add({ttl, Address::parse("10.0.0." + word.toStdString()).value(), Micros(1000 * ttl), says});
    }
    return path;
}

QString textOf(const std::vector<TraceHop>& hops) {
    QStringList words;
    for (const TraceHop& hop : hops)
        words << (hop.address.empty() ? QStringLiteral("*") : QString::fromStdString(hop.address).section(u'.', 3));
    return words.join(QLatin1Char(' '));
}

} // namespace

class TestTracePath : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void everyWayEndsAsItShould_data();
    void everyWayEndsAsItShould();
    void hopsSayWhatWasHeard();
    void whatIsSilentIsAskedAgain();
    void whoRefusedMayBeNearer_data();
    void whoRefusedMayBeNearer();
    void wayIsCompleteOnceAllHaveSpoken();
    void firstAnswerHolds();
};

void TestTracePath::everyWayEndsAsItShould_data() {
    QTest::addColumn<QString>("way");
    QTest::addColumn<QString>("outcome");
    QTest::addColumn<QString>("hops");
    const auto row = [](const char* title, const char* way, const char* outcome, const char* hops) {
        QTest::newRow(title) << QString::fromLatin1(way) << QString::fromLatin1(outcome) << QString::fromLatin1(hops);
    };
    row("reached", "1 2 3 9r 9r 9r", "reached", "1 2 3 9");
    row("a silent hop is no fault", "1 * 3 9r", "reached", "1 * 3 9");
    row("reached past silence", "1 2 * * * 9r 9r", "reached", "1 2 * * * 9");
    row("silence", "1 2 * * * *", "silence", "1 2");
    row("silence after a gap", "1 * 3 * *", "silence", "1 * 3");
    row("silent first router", "* 2 * *", "silence", "* 2");
    row("nobody", "* * * * *", "no-first-router", "");
    row("unreachable", "1 2 3u 3u 3u 3u", "unreachable", "1 2 3");
    row("prohibited", "1 2 3p 3p * 3p", "prohibited", "1 2 3");
    row("the router expires its own TTL before it refuses", "1 2 3 3p 3p", "prohibited", "1 2 3 3");
    row("the target's word before a router's", "1 2 3u 4 9r", "reached", "1 2 3 4 9");
    row("loop of two", "1 2 3 4 3 4 3 4", "loop", "1 2 3 4 3");
    row("loop with silence", "1 2 3 4 * 4 * 4 * *", "loop", "1 2 3 4 * 4");
    row("loop of three", "1 2 3 4 5 3 4 5 3", "loop", "1 2 3 4 5 3");
    row("one who counts down twice", "1 2 2 3 * *", "silence", "1 2 2 3");
    row("one who answers for many", "1 2 2 2 2 * *", "silence", "1 2 2 2 2");
    row("ways of different length", "1 2 3 2 5 9r", "reached", "1 2 3 2 5 9");
    row("ways of different length, then silence", "1 2 3 2 5 * *", "silence", "1 2 3 2 5");
}

void TestTracePath::everyWayEndsAsItShould() {
    QFETCH(QString, way);
    const TracePath path = pathOf(way);
    QTEST(QString::fromStdString(path.outcome()), "outcome");
    QTEST(textOf(path.hops()), "hops");
    QCOMPARE(path.decided(), path.outcome() != "silence" && path.outcome() != "no-first-router");
}

void TestTracePath::hopsSayWhatWasHeard() {
    const std::vector<TraceHop> hops = pathOf(QStringLiteral("1 * 3p")).hops();
    QVERIFY((hops == std::vector<TraceHop>{{1, "10.0.0.1", Micros(1000), "expired"},
                                           {2, "", {}, ""},
                                           {3, "10.0.0.3", Micros(3000), "prohibited"}}));
}

void TestTracePath::whatIsSilentIsAskedAgain() {
    QVERIFY((pathOf(QStringLiteral("1 * 3 9r")).silent() == std::vector{2}));
    const TracePath open = pathOf(QStringLiteral("1 * 3"));
    QCOMPARE(open.lastHeard(), 3);
    QCOMPARE(open.silent().size(), std::size_t(28));
    QCOMPARE(open.silentBeyond().size(), std::size_t(27));
    QCOMPARE(open.silentBeyond().front(), 4);
    QCOMPARE(TracePath().silent().size(), std::size_t(TracePath::longest));
}

void TestTracePath::whoRefusedMayBeNearer_data() {
    QTest::addColumn<QString>("way");
    QTest::addColumn<int>("at"); // 0: nowhere
    QTest::newRow("the next one") << QStringLiteral("1 2 * 3p") << 3;
    QTest::newRow("of several the nearest") << QStringLiteral("1 * * 3u *") << 2;
    QTest::newRow("the first") << QStringLiteral("* 1p") << 1;
    QTest::newRow("after a silent one that let it pass") << QStringLiteral("1 * 3 * 4p") << 4;
    QTest::newRow("it was the nearest") << QStringLiteral("1 2 3p * 3p") << 0;
    QTest::newRow("reached") << QStringLiteral("1 2 * 9r") << 0;
    QTest::newRow("silence") << QStringLiteral("1 2 * *") << 0;
}

void TestTracePath::whoRefusedMayBeNearer() {
    QFETCH(QString, way);
    QFETCH(int, at);
    QCOMPARE(pathOf(way).mayBeRefusedAt().value_or(0), at);
}

void TestTracePath::wayIsCompleteOnceAllHaveSpoken() {
    QVERIFY(pathOf(QStringLiteral("1 2 9r")).complete());
    QVERIFY(pathOf(QStringLiteral("9r * *")).complete());
    QVERIFY(pathOf(QStringLiteral("1 2u * 2u")).complete());
    QVERIFY(!pathOf(QStringLiteral("1 * 9r")).complete());
    QVERIFY(!pathOf(QStringLiteral("1 2 3")).complete());
    QVERIFY(!TracePath().complete());
}

void TestTracePath::firstAnswerHolds() {
    TracePath path = pathOf(QStringLiteral("1 2"));
    path.add({2, Address::parse("10.0.0.7").value(), Micros(1), Says::Reached});
    path.add({0, Address::parse("10.0.0.7").value(), Micros(1), Says::Reached});
    path.add({31, Address::parse("10.0.0.7").value(), Micros(1), Says::Reached});
    QCOMPARE(textOf(path.hops()), QStringLiteral("1 2"));
    QVERIFY(!path.reached());
}

QTEST_APPLESS_MAIN(TestTracePath)
#include "tst_trace_path.moc"
