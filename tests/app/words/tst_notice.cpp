// SPDX-License-Identifier: GPL-3.0-or-later
// What is said about our own side.
#include "app/words/notice.h"

#include <QtTest>

using namespace kpwatch;
using namespace std::chrono_literals;

class TestNotice : public QObject {
    Q_OBJECT

    static QString strong(decltype(Notice::what) what) {
        return words::notice({UtcTime{std::chrono::hours{24 * 20'000}}, std::move(what)}).strong;
    }

  private Q_SLOTS:
    void clockErrorsSayHowFarAndWhichWay() {
        QCOMPARE(strong(ClockWrong{12'300ms}), QStringLiteral("The clock of this computer is 12 s ahead."));
        QCOMPARE(strong(ClockWrong{-1h}), QStringLiteral("The clock of this computer is 1 h behind."));
    }
    void aGapSaysWhetherTheComputerSlept() {
        QCOMPARE(strong(Woke{40s, false}), QStringLiteral("This computer slept for 40 s."));
        QCOMPARE(strong(Woke{3h + 5min, true}), QStringLiteral("This computer stood still for 3 h 5 min."));
    }
    void networksAreNamedAsPeopleSayThem() {
        QVERIFY(strong(BetweenUs{true}).startsWith(QStringLiteral("Somebody on the way has answered for everybody")));
        QCOMPARE(strong(StrayControl{"Resolver, Tianjin", 4837, {64500}}),
                 QStringLiteral("Resolver, Tianjin does not test the road it is for."));
        QVERIFY(strong(BetweenUs{false}).startsWith(QStringLiteral("Nobody on the way has answered for others")));
        QVERIFY(strong(NetworkChanged{"vpn"}).startsWith(QStringLiteral("Watching through a VPN since ")));
        QCOMPARE(words::network("<b>"), QStringLiteral("another network"));
    }
    void countsAreWords() {
        QCOMPARE(strong(SplitRoute{1, "vpn"}),
                 QStringLiteral("One target is asked through a VPN, the servers that test our line are not."));
        QCOMPARE(strong(SplitRoute{3, "wi-fi"}),
                 QStringLiteral("Three targets are asked through the Wi-Fi, the servers that test our line are not."));
        QCOMPARE(strong(OwnFirewall{1}), QStringLiteral("A firewall on this computer keeps one check in."));
    }
    void whatAResolverAnsweredIsInert() {
        const Notice hostile{UtcTime{}, ResolverRewrites{2, 3, "\x1b[31m1.2.3.4"}};
        QVERIFY(!words::notice(hostile).sentence.contains(QChar(0x1b)));
    }
};

QTEST_GUILESS_MAIN(TestNotice)
#include "tst_notice.moc"
