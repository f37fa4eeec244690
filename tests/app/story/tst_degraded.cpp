// SPDX-License-Identifier: GPL-3.0-or-later
// Who answers slowly or not at every try is "slow or patchy": only what exceeds the usual, and what exceeds the road.
#include "app/story/degraded.h"

#include <QTest>

using namespace kpwatch;
using namespace std::chrono_literals;

namespace {

const UtcTime noon = *parseIsoUtc("2026-03-05T12:00:00Z");
const auto block = Address::parse("175.45.176.0"), otherBlock = Address::parse("175.45.178.0");

Micros ms(int count) { return std::chrono::milliseconds(count); }

Packets answer(int tries = 1, Micros handshake = ms(200)) {
    return {tries, true, tries == 1 ? std::optional(handshake) : std::nullopt, block, false};
}
Packets silence() { return {4, false, std::nullopt, block, false}; }

// Four targets of one /24 and the controls of both sides, asked in turn.
class Watch {
  public:
    Watch() : degraded(targets, Settings{}) {}

    // Everybody is asked once; `tries` of each target, 0 for a failure that an answer disproves at once.
    void round(int tries, int road_tries = 1) {
        at += 2min;
        if (transit) {
            for (const Ring side : {Ring::TransitChina, Ring::TransitRussia})
                for (std::size_t control = 0; control < 2; ++control)
                    degraded.readTransit(side, control, {at, at + 200ms},
                                         road_tries == 0 ? silence() : answer(road_tries));
        }
        for (std::size_t target = 0; target < targets; ++target)
            ask(target, tries);
    }
    void ask(std::size_t target, int tries) {
        Degraded::Check check{target, {at, at + 300ms}, Transport::Tcp, via, answer(tries)};
        std::vector<UtcTime> disproved;
        if (tries == 0) {
            check.packets = silence();
            degraded.failed(check);
            disproved.push_back(at);
            check.range = {at + 30s, at + 31s};
            check.packets = answer();
            check.packets.recheck = true;
        }
        degraded.disproved(target, disproved, check.range.end);
        patchy[target] = degraded.answered(check);
    }

    static constexpr std::size_t targets = 4;
    Degraded degraded;
    UtcTime at = noon;
    Via via = Via::China;
    bool transit = true;
    std::array<std::optional<Patchy>, targets> patchy;
};

} // namespace

class DegradedTest : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void lossIsWhatExceedsTheRoad_data() {
        QTest::addColumn<int>("tries");     // of each answer; 0: a lost check
        QTest::addColumn<int>("roadTries"); // of the transit controls'
        QTest::addColumn<bool>("lossy");
        QTest::newRow("nothing is lost") << 1 << 1 << false;
        QTest::newRow("every other try is lost") << 2 << 1 << true;
        QTest::newRow("every other try is lost, on the road too") << 2 << 2 << false;
        QTest::newRow("more than on the road") << 4 << 2 << true;
        QTest::newRow("less than on the road") << 2 << 4 << false;
        QTest::newRow("checks are lost whole") << 0 << 1 << true;
        QTest::newRow("the transit controls are silent: nobody knows") << 2 << 0 << false;
    }
    void lossIsWhatExceedsTheRoad() {
        QFETCH(int, tries);
        QFETCH(int, roadTries);
        QFETCH(bool, lossy);
        Watch watch;
        for (int round = 0; round < 8; ++round)
            watch.round(tries, roadTries);
        for (const auto& patchy : watch.patchy)
            QCOMPARE(patchy.has_value(), lossy);
    }

    void theCountsAreThoseOfTheBlockAndTheWindow() {
        Watch watch;
        for (int round = 0; round < 20; ++round)
            watch.round(2);
        QVERIFY(watch.patchy[3]);
        QCOMPARE(watch.patchy[3]->lost, 32); // 4 targets, 8 checks each in 15 minutes, one of two tries
        QCOMPARE(watch.patchy[3]->tries, 64);
        QCOMPARE(watch.patchy[3]->usualLossShare, 0.0);
        QCOMPARE(technicalNote(*watch.patchy[3]), std::string("32 of 64 tries lost"));
    }

    void whatIsAnsweredAtOnceIsAmongTheTries() {
        Watch watch;
        for (int round = 0; round < 20; ++round)
            watch.round(1 + round % 2);
        QVERIFY(watch.patchy[3]);
        QCOMPARE(watch.patchy[3]->lost,
                 16); // 4 targets, 8 checks each in 15 minutes, every other one at the second try
        QCOMPARE(watch.patchy[3]->tries, 48);
    }

    void itEndsWhenTheWindowNoLongerSaysSo() {
        Watch watch;
        for (int round = 0; round < 8; ++round)
            watch.round(2);
        QVERIFY(watch.patchy[3]);
        int rounds = 0;
        for (; watch.patchy[3] && rounds < 8; ++rounds)
            watch.round(1);
        QVERIFY(rounds > 4 && rounds < 8); // 5 points of 40 tries, and surely above nothing
    }

    void underThirtyTriesLossSaysNothing() {
        Watch watch;
        watch.round(2);
        watch.round(2);
        watch.round(2);
        QVERIFY(!watch.patchy[3]); // 24 tries
        watch.round(2);
        QVERIFY(watch.patchy[3]); // 32
    }

    void aHandshakeThatWasAnsweredIsNotALostTry() {
        const Packets stalled{1, true, std::nullopt, block, false}; // connected, then nothing more
        QCOMPARE(stalled.lost(), 0);
        QCOMPARE(silence().lost(), 4);
        QCOMPARE(answer(3).lost(), 2);
    }

    void aFailureThatNoAnswerDisprovedIsNotLoss() {
        Watch watch;
        for (int round = 0; round < 12; ++round) {
            watch.round(1);
            watch.degraded.failed({0, {watch.at + 20s, watch.at + 30s}, Transport::Tcp, Via::China, silence()});
        }
        QVERIFY(!watch.patchy[3]);
    }

    void withoutATransitControlThatMayVoteLossSaysNothing_data() {
        QTest::addColumn<int>("via");
        QTest::addColumn<bool>("china");
        QTest::addColumn<bool>("russia");
        QTest::addColumn<bool>("lossy");
        QTest::newRow("none") << static_cast<int>(Via::China) << false << false << false;
        QTest::newRow("of its side") << static_cast<int>(Via::China) << true << false << true;
        QTest::newRow("of the other side") << static_cast<int>(Via::China) << false << true << false;
        QTest::newRow("the other side's target") << static_cast<int>(Via::Russia) << false << true << true;
        QTest::newRow("of one of both") << static_cast<int>(Via::Both) << true << false << false;
        QTest::newRow("of both") << static_cast<int>(Via::Both) << true << true << true;
        QTest::newRow("by an unknown side") << static_cast<int>(Via::Unknown) << true << true << true;
    }
    void withoutATransitControlThatMayVoteLossSaysNothing() {
        QFETCH(int, via);
        QFETCH(bool, china);
        QFETCH(bool, russia);
        QFETCH(bool, lossy);
        Watch watch;
        watch.transit = false;
        watch.via = static_cast<Via>(via);
        for (int round = 0; round < 8; ++round) {
            for (int reading = 0; reading < 2; ++reading) {
                const TimeRange range{watch.at + 1min * reading, watch.at + 1min * reading + 200ms};
                if (china)
                    watch.degraded.readTransit(Ring::TransitChina, 0, range, answer());
                if (russia)
                    watch.degraded.readTransit(Ring::TransitRussia, 1, range, answer());
            }
            watch.round(2);
        }
        QCOMPARE(watch.patchy[0].has_value(), lossy);
    }

    void blocksAndTransportsAreCountedApart() {
        Degraded degraded(3, Settings{});
        std::optional<Patchy> patchy;
        for (int i = 0; i < 15; ++i) {
            const UtcTime at = noon + i * 1min;
            for (const std::size_t control : {0, 1})
                degraded.readTransit(Ring::TransitChina, control, {at, at + 1s}, answer());
            Packets elsewhere = answer(2);
            elsewhere.block = otherBlock;
            degraded.answered({0, {at, at + 1s}, Transport::Udp, Via::China, answer(2)});
            degraded.answered({2, {at, at + 1s}, Transport::Tcp, Via::China, elsewhere});
            patchy = degraded.answered({1, {at, at + 2s}, Transport::Tcp, Via::China, answer(2)});
            QVERIFY(!patchy || patchy->tries <= 30);
        }
        QCOMPARE(patchy->tries, 30);
    }

    void rechecksAreNotCounted() {
        Degraded degraded(1, Settings{});
        for (int i = 0; i < 60; ++i) {
            const UtcTime at = noon + i * 15s;
            degraded.readTransit(Ring::TransitChina, 0, {at, at + 1s}, answer());
            Packets again = answer(2, ms(900));
            again.recheck = true;
            QVERIFY(!degraded.answered({0, {at, at + 1s}, Transport::Tcp, Via::China, again}));
        }
    }

    void slowIsTheMedianAgainstTheUsual() {
        Degraded degraded(1, Settings{});
        std::optional<Patchy> patchy;
        UtcTime at = noon;
        const auto ask = [&](int tries, Micros handshake) {
            at += 2min;
            patchy = degraded.answered({0, {at, at + 1s}, Transport::Tcp, Via::China, answer(tries, handshake)});
        };
        for (int i = 0; i < 30; ++i)
            ask(1, ms(290));
        QVERIFY(!patchy);
        QCOMPARE(degraded.usual(0), std::optional(ms(290)));
        for (int i = 0; i < 3; ++i)
            ask(1, ms(812));
        QVERIFY(!patchy); // not yet half of the window
        for (int i = 0; i < 3; ++i)
            ask(1, ms(812));
        QVERIFY(patchy);
        QCOMPARE(patchy->lost, 0);
        QCOMPARE(technicalNote(*patchy), std::string("median 812 ms, usually 290 ms"));
        for (int i = 0; i < 8; ++i)
            ask(1, ms(290));
        QVERIFY(!patchy);
        for (int i = 0; i < 8; ++i)
            ask(2, ms(1812)); // the time of those is that of the wait before the second try
        QVERIFY(!patchy);
    }

    void anotherRoadHasNoUsual() {
        Degraded degraded(1, Settings{});
        for (int i = 0; i < 20; ++i)
            degraded.answered({0, {noon + i * 2min, noon + i * 2min + 1s}, Transport::Tcp, Via::China, answer()});
        QVERIFY(degraded.usual(0));
        degraded.enterEpoch(noon + 1h, "elsewhere");
        QVERIFY(!degraded.usual(0));
        const auto patchy =
            degraded.answered({0, {noon + 1h, noon + 1h + 1s}, Transport::Tcp, Via::China, answer(1, ms(3000))});
        QVERIFY(!patchy && !degraded.usual(0));
    }

    void whatIsTakenBackNeverWas() {
        Watch straight;
        Watch again;
        for (int round = 0; round < 40; ++round) {
            const int tries = round % 7 == 3 ? 0 : 1 + round % 3;
            straight.round(tries);
            again.round(tries);
            if (round % 5 == 4) { // the last target is judged once more
                again.degraded.takeBack(again.at + 300ms, "");
                for (std::size_t target = 0; target < Watch::targets; ++target)
                    again.ask(target, tries);
            }
            QVERIFY(again.patchy == straight.patchy);
        }
    }

    void whatOneCheckSays() {
        Observation row{.failure = Failure::None};
        row.reached = Stage::Done;
        row.peer = "175.45.176.71";
        row.phases.resolve = ms(50);
        row.phases.connect = ms(340);
        row.detail = HttpDetail{};
        QCOMPARE(packetsOf(row).handshake, std::optional(ms(290)));
        row.tries = 2;
        QVERIFY(!packetsOf(row).handshake);
        QCOMPARE(packetsOf(row).lost(), 1);
        Observation dns = row;
        dns.tries = 1;
        dns.peer = "175.45.176.8";
        dns.phases = {};
        dns.phases.firstByte = ms(280);
        dns.elapsed = ms(700); // went on over TCP
        dns.detail = DnsDetail{};
        QCOMPARE(packetsOf(dns).handshake, std::optional(ms(280)));
        QCOMPARE(packetsOf(dns).block, packetsOf(row).block);
        dns.peer = "175.45.177.8";
        QVERIFY(packetsOf(dns).block != packetsOf(row).block);
    }

    void sharesAreBoundedAsWilsonAndNewcombeSay_data() {
        QTest::addColumn<int>("lost");
        QTest::addColumn<int>("tries");
        QTest::addColumn<double>("lower");
        QTest::addColumn<double>("upper");
        QTest::newRow("none of 10") << 0 << 10 << 0.0 << 0.2775;
        QTest::newRow("56 of 70") << 56 << 70 << 0.6918 << 0.8769;
        QTest::newRow("48 of 80") << 48 << 80 << 0.4904 << 0.7003;
        QTest::newRow("nothing asked") << 0 << 0 << 0.0 << 1.0;
    }
    void sharesAreBoundedAsWilsonAndNewcombeSay() {
        QFETCH(int, lost);
        QFETCH(int, tries);
        QFETCH(double, lower);
        QFETCH(double, upper);
        const ShareBounds bounds = wilson({lost, tries});
        QVERIFY(std::abs(bounds.lower - lower) < 0.0005 && std::abs(bounds.upper - upper) < 0.0005);
        // Newcombe's example: 56/70 against 48/80, 0.0524 to 0.3339
        QVERIFY(std::abs(surelyMore({56, 70}, {48, 80}) - 0.0524) < 0.0005);
    }
};

QTEST_GUILESS_MAIN(DegradedTest)
#include "tst_degraded.moc"
