// SPDX-License-Identifier: GPL-3.0-or-later
// Stories of routing as RIPE would tell them, over real connections from servers on loopback: what the lanes say, how
// soon, and what an incident of the same time says of its routes.
#include "app/outside/outside_watch.h"
#include "app/story/route_lane.h"
#include "tests/support/fake_ripe.h"

#include <QElapsedTimer>
#include <QTest>

#include <array>
#include <sys/resource.h>

using namespace kpwatch;
using namespace kpwatch::test;
using namespace kpwatch::simulation;
using namespace std::chrono_literals;

namespace {

constexpr std::array blocks{"175.45.176.0/24", "175.45.177.0/24", "175.45.178.0/24", "175.45.179.0/24"};

std::string told(int network, const char* block, const AsPath& path) {
    return risLine({utcNow(), {fullPeer(network), block, path}}) + "\n";
}
std::string toldOfAll(int network, const AsPath& path) {
    std::string lines;
    for (const char* block : blocks)
        lines += told(network, block, path);
    return lines;
}
AsPath usual(int network) { return network % 4 == 0 ? viaRussia(network) : viaChina(network); }

std::vector<RouteSeen> referenceRoutes(int from, int to) {
    std::vector<RouteSeen> routes;
    for (int i = from; i < to; ++i)
        routes.push_back({fullPeer(i), "193.0.0.0/21", {fullNetwork(i), 1103, 3333}});
    return routes;
}

// RIPE, who asks it, and what came of it.
struct Desk {
    FakeRipe ripe;
    mutable std::mutex mutex;
    SourceNews all;
    std::unique_ptr<OutsideWatch> watch;

    void begin() {
        OutsideWatch::Options options{
            .sources = ripe.sources(), .way = {}, .directory = {}, .userAgent = "KPWatch/test"};
        watch = std::make_unique<OutsideWatch>(
            std::move(options),
            [this](SourceNews news) {
                const std::lock_guard lock(mutex);
                all.add(std::move(news));
            },
            [] {});
        QTRY_VERIFY_WITH_TIMEOUT(readings().size() >= 4, 30'000);
        QTRY_VERIFY_WITH_TIMEOUT(watch->statuses().at(0).streaming, 30'000);
        QTRY_VERIFY_WITH_TIMEOUT(readings().size() >= 4 && asked("/bgp-state/") >= 1, 30'000);
        QTest::qWait(300); // the resynchronisation after the stream began
    }
    std::vector<RouteReading> readings() const {
        const std::lock_guard lock(mutex);
        return all.readings;
    }
    std::vector<RouteSighting> sightings() const {
        const std::lock_guard lock(mutex);
        return all.sightings;
    }
    int asked(const std::string& call) {
        const std::lock_guard lock(ripe.mutex);
        return static_cast<int>(
            std::count_if(ripe.requests.begin(), ripe.requests.end(),
                          [&](const std::string& request) { return request.find(call) != std::string::npos; }));
    }
    int seeing(std::size_t block = 0) const {
        int latest = -1;
        for (const RouteReading& reading : readings())
            if (reading.prefix == blocks[block])
                latest = reading.peersSeeing;
        return latest;
    }
    // As it would be drawn half an hour after a usual day, if nothing were said any more but the same.
    Verdict lane(Side side, std::chrono::minutes after = 5min) const {
        std::vector<RouteReading> told = readings();
        const UtcTime now = told.back().at;
        std::map<std::string, RouteReading> first, last;
        for (const RouteReading& reading : told) {
            first.emplace(reading.prefix, reading);
            last[reading.prefix] = reading;
        }
        std::vector<RouteReading> series;
        for (UtcTime at = now - 24h; at < now - 5min; at += 10min)
            for (auto [block, reading] : first) {
                reading.at = at;
                series.push_back(reading);
            }
        series.insert(series.end(), told.begin(), told.end());
        for (UtcTime at = now + 1min; at <= now + 10min; at += 1min)
            for (auto [block, reading] : last) {
                reading.at = at;
                series.push_back(reading);
            }
        for (const RouteLane& lane : routeLanes(series, {now - 1h, now + 10min}, now + 10min))
            if (lane.side == side && lane.block.empty())
                for (const Span& span : lane.spans)
                    if (span.range.contains(now + after))
                        return span.verdict;
        return Verdict::NotMonitored;
    }
    // Hosts that fell silent half a minute after what was told last, and stayed so.
    RouteFinding beside() const {
        Routing routing;
        routing.readings = readings();
        const UtcTime now = routing.readings.back().at;
        RouteReading before = routing.readings.front();
        for (UtcTime at = now - 50min; at < routing.readings.front().at; at += 10min)
            for (const char* block : blocks) {
                before.prefix = block;
                before.at = at;
                routing.readings.push_back(before);
            }
        std::stable_sort(routing.readings.begin(), routing.readings.end(),
                         [](const RouteReading& one, const RouteReading& other) { return one.at < other.at; });
        std::map<std::string, RouteReading> last;
        for (const RouteReading& reading : routing.readings)
            last[reading.prefix] = reading;
        for (auto& [block, reading] : last) {
            reading.at = now + 2min;
            routing.readings.push_back(reading);
        }
        routing.median = static_cast<double>(routing.readings.front().peersSeeing) / networks;
        Incident incident;
        const Onset onset{now - 30s, now + 30s};
        DownTime down;
        down.began = onset;
        down.seen = {{onset.by, now + 10min}};
        incident.members = {{TargetId{1}, {down}}};
        incident.began = onset;
        return routesOf(
            incident, routing, [](UtcTime) { return false; }, now + 10min);
    }
};

} // namespace

class RouteStoriesTest : public QObject {
    Q_OBJECT

    std::unique_ptr<Desk> m_desk;

  private Q_SLOTS:
    void init() { m_desk = std::make_unique<Desk>(); }
    void cleanup() { m_desk.reset(); }

    void withdrawalByHundredsIsALaneWithinTwoSeconds() {
        m_desk->begin();
        QElapsedTimer sinceLast;
        for (int i = 0; i < networks; ++i)
            m_desk->ripe.say(toldOfAll(i, {}));
        while (true) { // until the server has said the last of it
            {
                const std::lock_guard lock(m_desk->ripe.mutex);
                if (m_desk->ripe.toSay.empty())
                    break;
            }
            QTest::qWait(2);
        }
        sinceLast.start();
        QTRY_COMPARE_WITH_TIMEOUT(m_desk->seeing(3), 0, 20'000);
        const qint64 took = sinceLast.elapsed();
        qInfo("the last message became a reading within %lld ms", static_cast<long long>(took));
        if (qEnvironmentVariableIsSet("KPWATCH_QUIET_MACHINE"))
            QVERIFY2(took <= 2000, qPrintable(QString::number(took)));
        QCOMPARE(m_desk->lane(Side::China), Verdict::Down);
        QCOMPARE(m_desk->lane(Side::Russia), Verdict::Down);
        QCOMPARE(m_desk->beside().routes, Routes::WithHosts);
    }

    void huntedPathsAreNotGoneBeforeTheyAre() {
        m_desk->begin();
        for (int i = 0; i < networks; ++i) // longer and longer ways round
            m_desk->ripe.say(toldOfAll(i, {fullNetwork(i), 3356, 4837, 134544, 131279}) +
                             toldOfAll(i, {fullNetwork(i), 3356, 1299, 4837, 134544, 131279}));
        QTRY_VERIFY_WITH_TIMEOUT(m_desk->readings().back().byUpstream.size() == 1, 20'000);
        QCOMPARE(m_desk->seeing(), networks);
        for (int i = 0; i < networks; ++i)
            m_desk->ripe.say(toldOfAll(i, {}));
        QTRY_COMPARE_WITH_TIMEOUT(m_desk->seeing(), 0, 20'000);
        QCOMPARE(m_desk->lane(Side::China), Verdict::Down);
    }

    void fewPeersThatFlapChangeNoLane() {
        m_desk->begin();
        for (int round = 0; round < 20; ++round)
            for (int i = 0; i < 6; ++i)
                m_desk->ripe.say(toldOfAll(i, round % 2 == 0 ? AsPath() : usual(i)));
        m_desk->ripe.say(toldOfAll(9, {}));
        QTRY_COMPARE_WITH_TIMEOUT(m_desk->seeing(), networks - 1, 20'000);
        QCOMPARE(m_desk->lane(Side::China), Verdict::Up);
        QCOMPARE(m_desk->lane(Side::Russia), Verdict::Up);
        QCOMPARE(m_desk->beside().routes, Routes::StillPresent);
    }

    void peersThatGoAwayHaveWithdrawnNothing() {
        m_desk->begin();
        for (int i = 0; i < networks / 2; ++i)
            m_desk->ripe.say(R"({"type":"ris_message","data":{"timestamp":)" +
                             std::to_string(utcNow().time_since_epoch().count() / 1000) + R"(,"peer":")" +
                             fullPeer(i).address + R"(","host":"rrc00","type":"RIS_PEER_STATE","state":"down"}})" +
                             "\n");
        QTRY_COMPARE_WITH_TIMEOUT(m_desk->readings().back().peersFull, networks / 2, 20'000);
        QCOMPARE(m_desk->lane(Side::China), Verdict::Up);
    }

    void halfThatRefuseIsVisibleInPart() {
        m_desk->begin(); // as after a ROA that makes the routes invalid
        for (int i = 0; i < networks / 2; ++i)
            m_desk->ripe.say(toldOfAll(i, {}));
        QTRY_COMPARE_WITH_TIMEOUT(m_desk->seeing(), networks / 2, 20'000);
        QCOMPARE(m_desk->lane(Side::China), Verdict::Degraded);
        QCOMPARE(m_desk->lane(Side::Russia), Verdict::Degraded);
        const RouteFinding found = m_desk->beside();
        QVERIFY(found.routes == Routes::StillPresent || found.routes == Routes::Partly);
        QVERIFY(found.bothUpstreamsSeen);
        QVERIFY(*found.lowest >= 0.45 && *found.lowest <= 0.55);
    }

    void oneUpstreamMayGoWhileTheTotalStays() {
        m_desk->begin();
        for (int i = 0; i < networks; ++i)
            m_desk->ripe.say(toldOfAll(i, viaRussia(i)));
        QTRY_VERIFY_WITH_TIMEOUT(
            m_desk->readings().back().byUpstream == (std::map<std::string, int>{{"20485", networks}}), 20'000);
        QCOMPARE(m_desk->seeing(), networks);
        QCOMPARE(m_desk->lane(Side::China), Verdict::Down);
        QCOMPARE(m_desk->lane(Side::Russia), Verdict::Up);
        const RouteFinding found = m_desk->beside();
        QCOMPARE(found.routes, Routes::StillPresent);
        QCOMPARE(found.onlyVia, std::string("20485"));
    }

    void whoAnnouncesItFromElsewhereIsNamedAndNothingIsGone() {
        m_desk->begin();
        for (int i = 0; i < networks; ++i)
            m_desk->ripe.say(toldOfAll(i, {fullNetwork(i), 3356, 64666}));
        QTRY_COMPARE_WITH_TIMEOUT(m_desk->seeing(), 0, 20'000);
        QCOMPARE(m_desk->readings().back().peersElsewhere, networks);
        QCOMPARE(m_desk->lane(Side::China), Verdict::Degraded);
        QVERIFY(m_desk->beside().routes == Routes::Partly);
        QCOMPARE(m_desk->beside().fullLosses, 0);
        const auto sightings = m_desk->sightings();
        QVERIFY(!sightings.empty());
        QCOMPARE(sightings.back().origin, 64666U);
        QCOMPARE(sightings.back().what, RouteSighting::What::ForeignOrigin);
    }

    void reconnectInMidOutageFindsTheRest() {
        const UtcTime old = utcNow() - 4min; // RIPEstat's own data are some minutes old
        std::atomic<bool> missed = false;
        m_desk->ripe.answer = [&](const std::string& request) {
            if (request.find("/bgp-state/") != std::string::npos)
                return page(bgpStateBody(usualRoutes(networks), old));
            if (missed && request.find("/bgp-updates/") != std::string::npos) {
                std::vector<RouteChange> changes;
                for (RouteSeen route : usualRoutes(networks)) {
                    route.path.clear();
                    changes.push_back({utcNow(), std::move(route)});
                }
                return page(bgpUpdatesBody(changes, {old, utcNow()}));
            }
            return usualAnswer(request);
        };
        m_desk->begin();
        for (int i = 0; i < networks / 2; ++i)
            m_desk->ripe.say(toldOfAll(i, {}));
        QTRY_COMPARE_WITH_TIMEOUT(m_desk->seeing(), networks / 2, 20'000);
        missed = true;
        m_desk->ripe.say(std::string("{\"type\":\"ris_mess\0", 18)); // cut in mid-line
        QTRY_VERIFY_WITH_TIMEOUT(m_desk->ripe.streams >= 2, 30'000);
        QTRY_COMPARE_WITH_TIMEOUT(m_desk->seeing(3), 0, 30'000);
        QCOMPARE(m_desk->lane(Side::Russia), Verdict::Down);
    }

    void collectorThatFallsSilentHasNoData() {
        // A third of the peers are at a collector of their own, of which RIPEstat has nothing, not even the reference.
        constexpr int here = networks * 2 / 3;
        const auto at = [](int i) { return i < here ? fullPeer(i) : RoutePeer{"21", fullPeer(i).address}; };
        m_desk->ripe.answer = [&](const std::string& request) {
            if (request.find("/ris-peers/") != std::string::npos) {
                FullFeed feed;
                for (int i = 0; i < networks; ++i)
                    feed.peers.emplace(at(i), fullNetwork(i));
                return page(risPeersBody(feed, utcNow()));
            }
            if (request.find("193.0.0.0/21") != std::string::npos)
                return page(bgpStateBody(referenceRoutes(0, here), utcNow()));
            return page(bgpStateBody(usualRoutes(here), utcNow()));
        };
        m_desk->begin();
        QCOMPARE(m_desk->readings().front().peersFull, here);
        QCOMPARE(m_desk->readings().front().peersSeeing, here);
        QVERIFY(m_desk->asked("193.0.0.0/21") >= 1);
    }

    void pastThatIsAskedForComesWithinTheBudget() {
        m_desk->ripe.answer = [](const std::string& request) {
            if (request.find("/bgplay/") == std::string::npos)
                return usualAnswer(request);
            return page(bgpPlayBody(usualRoutes(networks), {}, {utcNow() - 30h, utcNow() - 1h}));
        };
        m_desk->begin();
        const std::size_t before = m_desk->readings().size();
        m_desk->watch->wantPast({utcNow() - 3h, utcNow() - 2h});
        QTRY_VERIFY_WITH_TIMEOUT(m_desk->readings().size() > before, 30'000);
        const std::lock_guard lock(m_desk->mutex);
        QCOMPARE(m_desk->all.past.size(), std::size_t(1));
        QVERIFY(m_desk->all.past.front().byPerson && m_desk->all.past.front().told);
        QVERIFY(std::any_of(m_desk->all.answers.begin(), m_desk->all.answers.end(), [](const SourceAnswer& answer) {
            return answer.question.find("/bgplay/") != std::string::npos && answer.newReadings;
        }));
    }

    // KPWATCH_BURST=1: what the largest burst costs (1,500 peers, 5,000 messages in 2 s).
    void burstIsCheap() {
        if (!qEnvironmentVariableIsSet("KPWATCH_BURST"))
            QSKIP("takes the processor's time as it is used alone; KPWATCH_BURST=1 measures it");
        constexpr int peers = 1500, messages = 5000;
        m_desk->ripe.answer = [](const std::string& request) {
            if (request.find("/ris-peers/") != std::string::npos)
                return page(risPeersBody(fullFeed(peers), utcNow()));
            return page(bgpStateBody(usualRoutes(peers), utcNow()));
        };
        std::vector<std::string> lines;
        for (int i = 0; i < messages; ++i)
            lines.push_back(told(i % peers, blocks[static_cast<std::size_t>(i / peers) % 4], {}));
        m_desk->begin();
        const auto usage = [] {
            rusage used{};
            getrusage(RUSAGE_SELF, &used);
            const auto seconds = [](const timeval& time) {
                return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
            };
            return std::pair(seconds(used.ru_utime) + seconds(used.ru_stime), used.ru_maxrss);
        };
        const auto [before, memoryBefore] = usage();
        for (std::size_t i = 0; i < lines.size(); i += 50) {
            std::string piece;
            for (std::size_t j = i; j < i + 50; ++j)
                piece += lines[j];
            m_desk->ripe.say(piece);
            QTest::qWait(20);
        }
        QTRY_COMPARE_WITH_TIMEOUT(m_desk->seeing(0), 0, 60'000);
        QTest::qWait(1500);
        const auto [after, memoryAfter] = usage();
        qInfo("5,000 messages of 1,500 peers: %.2f s of processor time, the server's included; %.1f MB more, of %.1f",
              after - before, static_cast<double>(memoryAfter - memoryBefore) / 1024,
              static_cast<double>(memoryAfter) / 1024);
        QVERIFY(after - before <= 3);
        QVERIFY(memoryAfter - memoryBefore <= 50 * 1024);
    }
};

QTEST_GUILESS_MAIN(RouteStoriesTest)
#include "tst_route_stories.moc"
