// SPDX-License-Identifier: GPL-3.0-or-later
// Stories of routing, told change by change: what the networks see is counted, and drawn as lanes.
#include "app/simulation/ripe_answers.h"
#include "app/story/route_lane.h"
#include "app/words/down_length.h"

#include <QTest>

#include <algorithm>
#include <iterator>

using namespace kpwatch;
using namespace kpwatch::simulation;
using namespace std::chrono_literals;

namespace {

const UtcTime zero = *parseIsoUtc("2026-11-20T00:00:00Z");
constexpr int networks = 320;

// A day of usual routes, read every ten minutes, and then a night of which the table is told.
class Night {
  public:
    Night() {
        m_table.know(fullFeed(networks));
        m_table.replace({zero, usualRoutes(networks)});
        for (UtcTime at = zero - 24h; at <= zero; at += 10min)
            read(at);
    }
    RouteTable& table() { return m_table; }
    void read(UtcTime at) {
        for (RouteReading& reading : m_table.readings(at, "ripe-ris"))
            m_readings.push_back(std::move(reading));
    }
    void goOn(UtcTime from, UtcTime to) {
        for (UtcTime at = from; at < to; at += 10min)
            read(at);
    }
    // Networks first ... last - 1 withdraw (or announce) all blocks.
    void change(UtcTime at, int first, int last, bool withdraw) {
        const std::vector<RouteSeen> usual = usualRoutes(networks); // four a network
        for (auto i = static_cast<std::size_t>(first) * 4; i < static_cast<std::size_t>(last) * 4; ++i)
            m_table.apply({at, {usual[i].peer, usual[i].prefix, withdraw ? AsPath() : usual[i].path}});
        read(at);
    }
    Verdict at(UtcTime moment, Side side, const std::string& block = {}) const {
        for (const RouteLane& lane : routeLanes(m_readings, {zero - 1h, zero + 6h}, zero + 6h))
            if (lane.side == side && lane.block == block)
                for (const Span& span : lane.spans)
                    if (span.range.contains(moment))
                        return span.verdict;
        return Verdict::NotMonitored;
    }
    RouteLane lane(Side side, UtcTime now) const {
        for (RouteLane& lane : routeLanes(m_readings, {zero - 1h, zero + 6h}, now))
            if (lane.side == side && lane.block.empty())
                return std::move(lane);
        return {};
    }

  private:
    RouteTable m_table;
    std::vector<RouteReading> m_readings;
};

} // namespace

class RoutesTest : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void networksAreCountedAndNotPeers() {
        RouteTable table;
        FullFeed feed = fullFeed(4);
        feed.peers.emplace(RoutePeer{"01", "198.18.9.9"}, fullNetwork(0)); // a second peer of the first network
        table.know(feed);
        table.replace({zero, usualRoutes(4)});
        const RouteReading reading = table.readings(zero, "ripe-ris").front();
        QCOMPARE(reading.prefix, std::string("175.45.176.0/24"));
        QCOMPARE(reading.peersFull, 4);
        QCOMPARE(reading.peersSeeing, 4);
        QVERIFY(reading.byUpstream == (std::map<std::string, int>{{"134544", 3}, {"20485", 1}}));
    }

    void theWholeSpaceAnnouncedAsOneIsSeenInEachBlock() {
        RouteTable table;
        table.know(fullFeed(2));
        table.apply({zero, {fullPeer(0), "175.45.176.0/22", viaChina(0)}});
        for (const RouteReading& reading : table.readings(zero, "ripe-ris"))
            QCOMPARE(reading.peersSeeing, 1);
    }

    void prependedOriginHidesNoUpstream() {
        RouteTable table;
        table.know(fullFeed(1));
        table.apply({zero, {fullPeer(0), "175.45.176.0/24", {64512, 20485, 131279, 131279, 131279}}});
        QVERIFY(table.readings(zero, "x").front().byUpstream == (std::map<std::string, int>{{"20485", 1}}));
    }

    void strangersAreNamed() {
        RouteTable table;
        table.know(fullFeed(2));
        table.apply({zero, {fullPeer(0), "175.45.176.0/24", {64512, 64666}}});
        table.apply({zero, {fullPeer(1), "175.45.178.128/25", {64513, 20485, 131279}}});
        table.apply({zero, {fullPeer(1), "8.8.8.0/24", {64513, 15169}}}); // not theirs at all
        QCOMPARE(table.readings(zero, "x").front().peersSeeing, 0);
        QCOMPARE(table.readings(zero, "x").front().peersElsewhere, 1);
        QVERIFY(table.strange() ==
                (std::map<StrangeRoute, int>{{{"175.45.176.0/24", 64666}, 1}, {{"175.45.178.128/25", 131279}, 1}}));
    }

    void whoIsLedToAStrangerHasLostNothing() {
        Night night;
        for (int i = 0; i < networks; ++i)
            for (const char* block : {"175.45.176.0/24", "175.45.177.0/24", "175.45.178.0/24", "175.45.179.0/24"})
                night.table().apply({zero + 1h, {fullPeer(i), block, {fullNetwork(i), 3356, 64666}}});
        night.read(zero + 1h);
        night.goOn(zero + 65min, zero + 3h);
        for (const Side side : {Side::China, Side::Russia})
            QCOMPARE(night.at(zero + 2h, side), Verdict::Degraded);
    }

    void originThatIsASetAccusesNobody() {
        RouteTable table;
        table.know(fullFeed(1));
        table.apply({zero, {fullPeer(0), "175.45.176.0/24", {64512, 3356, 0}}});
        QCOMPARE(table.readings(zero, "x").front().peersElsewhere, 0);
        QVERIFY(table.strange().empty());
    }

    void peerThatIsAwayCountsOnNeitherSide() {
        RouteTable table;
        table.know(fullFeed(4));
        table.replace({zero, usualRoutes(4)});
        table.apply(PeerState{zero, fullPeer(1), false});
        QCOMPARE(table.readings(zero, "x").front().peersFull, 3);
        QCOMPARE(table.readings(zero, "x").front().peersSeeing, 3);
        table.apply(PeerState{zero, fullPeer(1), true}); // back, and about to tell its table
        QCOMPARE(table.readings(zero, "x").front().peersFull, 3);
        table.apply(RouteChange{zero, usualRoutes(4).at(4)});
        QCOMPARE(usualRoutes(4).at(4).peer, fullPeer(1));
        QCOMPARE(table.readings(zero, "x").front().peersFull, 4);
    }

    void withdrawalByAllIsGoneFromItsFirstReadingOn() {
        Night night;
        night.goOn(zero + 10min, zero + 1h);
        night.change(zero + 1h, 0, networks, true);
        night.goOn(zero + 65min, zero + 2h);
        night.change(zero + 2h, 0, networks, false);
        night.goOn(zero + 125min, zero + 6h);
        for (const Side side : {Side::China, Side::Russia}) {
            QCOMPARE(night.at(zero + 1h - 1s, side), Verdict::Up);
            QCOMPARE(night.at(zero + 1h, side), Verdict::Down);
            QCOMPARE(night.at(zero + 2h - 1s, side), Verdict::Down);
            QCOMPARE(night.at(zero + 2h, side), Verdict::Up);
        }
    }

    void twoMinutesWithoutRoutesAreNotGone() {
        Night night;
        night.change(zero + 1h, 0, networks, true);
        night.change(zero + 62min, 0, networks, false);
        QCOMPARE(night.at(zero + 61min, Side::China), Verdict::Degraded);
        QCOMPARE(night.at(zero + 63min, Side::China), Verdict::Up);
    }

    // Nobody sees it, and that is neither "in part" nor, for three minutes, "gone".
    void whatIsGoneOnlyJustIsMarked() {
        Night night;
        night.change(zero + 1h, 0, networks / 2, true);
        night.change(zero + 70min, 0, networks, true);
        const auto last = [&night](UtcTime now) { return night.lane(Side::China, now).spans.back(); };
        QVERIFY(!goneBriefly(last(zero + 65min)));
        QVERIFY(goneBriefly(last(zero + 72min)));
        QCOMPARE(last(zero + 72min).verdict, Verdict::Degraded);
        QVERIFY(last(zero + 72min).range.begin == zero + 70min);
        night.read(zero + 73min); // all the same
        QVERIFY(!goneBriefly(last(zero + 74min)));
        QCOMPARE(last(zero + 74min).verdict, Verdict::Down);
    }

    void whatIsGoneBrieflyWasNotVisible() {
        Night night;
        night.change(zero + 1h, 0, networks, true);
        const RouteLane lane = night.lane(Side::China, zero + 62min);
        QVERIFY(goneBriefly(lane.spans.back()));
        QCOMPARE(*sharesOf(lane.spans, {zero + 1h, zero + 62min}).upShare, 0.0);
        QCOMPARE(sharesOf(lane.spans, {zero + 1h, zero + 62min}).coverage, 1.0);
    }

    // The source may have been cut at once: that becomes known some minutes later.
    void whatIsMerelyHeldIsNotGone() {
        Night night;
        night.change(zero + 1h, 0, networks, true);
        const auto last = [&night](UtcTime now) { return night.lane(Side::China, now).spans.back(); };
        QVERIFY(goneBriefly(last(zero + 65min)));
        QCOMPARE(last(zero + 2h).verdict, Verdict::Unknown);
        night.read(zero + 62min);
        QVERIFY(goneBriefly(last(zero + 65min)));
        night.read(zero + 90min); // of the time between nobody told
        QVERIFY(goneBriefly(last(zero + 92min)));
        QCOMPARE(night.at(zero + 61min, Side::China), Verdict::Degraded);
    }

    void oneUpstreamMayGoWhileTheOtherCarriesAll() {
        Night night;
        for (int i = 0; i < networks; ++i) // whoever came over China now comes over Russia
            for (const char* block : {"175.45.176.0/24", "175.45.177.0/24", "175.45.178.0/24", "175.45.179.0/24"})
                night.table().apply({zero + 1h, {fullPeer(i), block, viaRussia(i)}});
        night.read(zero + 1h);
        night.goOn(zero + 65min, zero + 3h);
        QCOMPARE(night.at(zero + 2h, Side::China), Verdict::Down);
        QCOMPARE(night.at(zero + 2h, Side::Russia), Verdict::Up);
    }

    void fewPeersThatFlapAndPathsThatAreHuntedChangeNothing() {
        Night night;
        for (int i = 0; i < 40; ++i)
            night.change(zero + 1h + i * 1s, i % 8, i % 8 + 1, i % 2 == 0);
        for (int i = 0; i < networks; ++i) // longer and longer ways round, and then the old one
            night.table().apply(
                {zero + 70min, {fullPeer(i), "175.45.176.0/24", {fullNetwork(i), 3356, 4837, 134544, 131279}}});
        night.read(zero + 70min);
        QCOMPARE(night.at(zero + 1h + 20s, Side::China), Verdict::Up);
        QCOMPARE(night.at(zero + 71min, Side::China), Verdict::Up);
    }

    void partlyVisibleIsNeitherUpNorGone() {
        Night night; // as after an invalid ROA: a part of the networks refuses
        night.change(zero + 1h, 0, networks / 2, true);
        night.goOn(zero + 65min, zero + 3h);
        QCOMPARE(night.at(zero + 2h, Side::China), Verdict::Degraded);
    }

    void sourceThatFallsSilentIsNoDataAndNeverGone() {
        Night night;
        night.goOn(zero + 10min, zero + 1h);
        QCOMPARE(night.at(zero + 50min + readingSpeaks - 1s, Side::China), Verdict::Up);
        QCOMPARE(night.at(zero + 2h, Side::China), Verdict::Unknown);
    }

    void aReadingSaysNothingOfATimeWhenNobodyListened() {
        RouteTable table;
        table.know(fullFeed(8));
        table.replace({zero, usualRoutes(8)});
        std::vector<RouteReading> readings;
        for (const auto at : {0min, 10min, 20min, 40min, 50min})
            std::ranges::copy(table.readings(zero + at, "ripe-ris"), std::back_inserter(readings));
        const TimeRange range{zero, zero + 1h}, silent{zero + 24min, zero + 38min};
        for (const RouteLane& lane : routeLanes(readings, range, zero + 1h, {silent})) {
            QCOMPARE(lane.spans.size(), std::size_t{3});
            QVERIFY(lane.spans[0].range.end == silent.begin);
            QCOMPARE(lane.spans[1].verdict, Verdict::Unknown);
            QVERIFY(lane.spans[2].range.begin == zero + 40min);
        }
        QCOMPARE(routeLanes(readings, range, zero + 1h, {{zero + 19min, zero + 24min}}).front().spans.size(),
                 std::size_t{3}); // what came within it says nothing of it either
    }

    // On a first day the sources may have told of routes for a minute only before they went.
    void anOutageLongerThanWhatWasSeenBeforeKeepsItsLanes() {
        RouteTable table;
        table.know(fullFeed(8));
        table.replace({zero, usualRoutes(8)});
        std::vector<RouteReading> readings = table.readings(zero, "ripe-ris");
        table.replace({zero + 1min, {}});
        for (UtcTime at = zero + 1min; at < zero + 5h; at += 10min)
            std::ranges::copy(table.readings(at, "ripe-ris"), std::back_inserter(readings));
        const std::vector<RouteLane> lanes = routeLanes(readings, {zero - 1h, zero + 4h}, zero + 4h);
        QCOMPARE(lanes.size(), std::size_t{10}); // two sides, and each of their four blocks
        for (const RouteLane& lane : lanes)
            QCOMPARE(lane.spans.back().verdict, Verdict::Down);
    }

    // Nor is a loss in part what is usual, because it outlasts what was heard before it.
    void aLossInPartLongerThanWhatWasSeenBeforeIsNotUsual_data() {
        QTest::addColumn<int>("wholeMinutes");
        QTest::addColumn<int>("lossHours");
        QTest::newRow("minutes") << 1 << 4;
        QTest::newRow("more than a day") << 60 << 40;
    }
    void aLossInPartLongerThanWhatWasSeenBeforeIsNotUsual() {
        QFETCH(int, wholeMinutes);
        QFETCH(int, lossHours);
        const UtcTime lost = zero + std::chrono::minutes(wholeMinutes), end = lost + std::chrono::hours(lossHours);
        RouteTable table;
        table.know(fullFeed(networks));
        table.replace({zero, usualRoutes(networks)});
        std::vector<RouteReading> readings;
        const auto read = [&](UtcTime from, UtcTime to) {
            for (UtcTime at = from; at < to; at += 10min)
                std::ranges::copy(table.readings(at, "ripe-ris"), std::back_inserter(readings));
        };
        read(zero, lost);
        std::vector<RouteSeen> left = usualRoutes(networks); // four a network
        left.erase(left.begin(), left.end() - 96 * 4);
        table.replace({lost, left});
        read(lost, end);
        const std::vector<RouteLane> lanes = routeLanes(readings, {zero, end}, end);
        QCOMPARE(lanes.size(), std::size_t{10});
        for (const RouteLane& lane : lanes) {
            QCOMPARE(lane.spans.front().verdict, Verdict::Up);
            QVERIFY(lane.spans.back().range.begin == lost);
            QVERIFY(lane.spans.back().verdict != Verdict::Up);
        }
    }

    // What is shown ends while they were gone, and they are back since.
    void whatCameBackAfterTheRangeIsOver() {
        RouteTable table;
        table.know(fullFeed(8));
        std::vector<RouteReading> readings;
        const auto read = [&](UtcTime from, UtcTime to) {
            for (UtcTime at = from; at < to; at += 10min)
                std::ranges::copy(table.readings(at, "ripe-ris"), std::back_inserter(readings));
        };
        table.replace({zero, usualRoutes(8)});
        read(zero, zero + 1h);
        table.replace({zero + 1h, {}});
        read(zero + 1h, zero + 3h);
        table.replace({zero + 3h, usualRoutes(8)});
        read(zero + 3h, zero + 4h);
        const auto lengthSeenUntil = [&](UtcTime end) {
            const TimeRange range{zero, end};
            const std::vector<DownLength> lengths =
                downLengths(lanesOf(routeLanes(readings, range, zero + 4h), range).sides.at(0));
            return lengths.size() == 1 ? lengths[0] : DownLength{};
        };
        const DownLength whole = lengthSeenUntil(zero + 4h), cut = lengthSeenUntil(zero + 2h);
        QVERIFY(!whole.open && !cut.open);
        QCOMPARE(cut.nominal, whole.nominal);
        QVERIFY(cut.whole == whole.whole && cut.range.end == zero + 2h);
    }

    void nobodyWhoCountsIsNoData() {
        RouteTable table;
        table.replace({zero, usualRoutes(4)}); // whose tables are full is not known yet
        QVERIFY(routeLanes(table.readings(zero, "x"), {zero - 1h, zero + 1h}, zero + 1h).empty());
    }

    void eachBlockHasALaneOfItsOwn() {
        Night night;
        for (int i = 0; i < networks; ++i)
            night.table().apply({zero + 1h, {fullPeer(i), "175.45.177.0/24", {}}});
        night.read(zero + 1h);
        night.goOn(zero + 65min, zero + 3h);
        QCOMPARE(night.at(zero + 2h, Side::China, "175.45.177.0/24"), Verdict::Down);
        QCOMPARE(night.at(zero + 2h, Side::China, "175.45.176.0/24"), Verdict::Up);
        QCOMPARE(night.at(zero + 2h, Side::China), Verdict::Degraded); // three of four
    }
};

QTEST_APPLESS_MAIN(RoutesTest)
#include "tst_routes.moc"
