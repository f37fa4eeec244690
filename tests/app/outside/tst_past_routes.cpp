// SPDX-License-Identifier: GPL-3.0-or-later
// Past times whose routes are asked for, question by question: what they come to, and what is no data.
#include "app/outside/past_routes.h"
#include "app/simulation/ripe_answers.h"
#include "app/story/route_lane.h"

#include <QTest>

#include <nlohmann/json.hpp>

using namespace kpwatch;
using namespace kpwatch::simulation;
using namespace std::chrono_literals;

namespace {

using What = RipeQuestion::What;
const UtcTime now = *parseIsoUtc("2026-11-20T12:00:00Z");
constexpr int networks = 40;
const TimeRange night{now - 8h, now - 2h};

std::vector<RouteChange> all(UtcTime at, bool withdraw) {
    std::vector<RouteChange> changes;
    for (RouteSeen& route : usualRoutes(networks)) {
        if (withdraw)
            route.path.clear();
        changes.push_back({at, std::move(route)});
    }
    return changes;
}

// RIPEstat as it knows a past time.
struct Known {
    std::vector<RouteSeen> initial = usualRoutes(networks);
    std::vector<RouteChange> changes;
    int reference = networks; // networks that had the reference
    std::vector<std::string> asked;
    RipeNews told;

    std::string bodyFor(const RipeQuestion& question) const {
        const auto moment = [&](const std::string& key) {
            const std::size_t from = question.path.find(key + "=") + key.size() + 1;
            return *parseIsoUtc(question.path.substr(from, 19) + "Z");
        };
        if (question.what == What::PastPeers)
            return risPeersBody(fullFeed(networks), now);
        if (question.what == What::PastReference) {
            std::vector<RouteSeen> routes;
            for (int i = 0; i < reference; ++i)
                routes.push_back({fullPeer(i), referencePrefix, {fullNetwork(i), 1103, referenceOrigin}});
            return bgpStateBody(routes, now);
        }
        if (question.what == What::PastRoutes)
            return bgpPlayBody(initial, changes, {moment("starttime"), moment("endtime")});
        if (question.what == What::YearsReference) {
            nlohmann::json years, origin;
            years["starttime"] = "2012-01-01T00:00:00";
            years["endtime"] = "2026-11-20T00:00:00";
            years["full_peers_seeing"] = 330.0;
            origin["origin"] = std::to_string(referenceOrigin);
            origin["prefixes"][0]["prefix"] = referencePrefix;
            origin["prefixes"][0]["timelines"][0] = years;
            nlohmann::json data;
            data["by_origin"][0] = origin;
            return envelope(data).dump();
        }
        return R"({"status":"ok","data":{"by_origin":[{"origin":"131279","prefixes":[{"prefix":"175.45.176.0/24",
            "timelines":[{"starttime":"2012-01-01T00:00:00","endtime":"2014-12-21T15:59:59","full_peers_seeing":101.4},
            {"starttime":"2014-12-23T00:00:00","endtime":"2026-11-20T00:00:00","full_peers_seeing":328.7}]}]}]}})";
    }
    void askAll(PastRoutes& past) {
        for (int i = 0; i < 50 && !past.idle(); ++i) {
            const RipeQuestion question = past.question();
            asked.push_back(question.path);
            keep(past.answered(question, bodyFor(question), now));
        }
    }
    void keep(RipeNews news) {
        std::move(news.readings.begin(), news.readings.end(), std::back_inserter(told.readings));
        std::move(news.stretches.begin(), news.stretches.end(), std::back_inserter(told.stretches));
        std::move(news.sightings.begin(), news.sightings.end(), std::back_inserter(told.sightings));
        std::move(news.past.begin(), news.past.end(), std::back_inserter(told.past));
    }
    Verdict at(UtcTime moment) const {
        for (const RouteLane& lane : routeLanes(told.readings, night, now))
            if (lane.block.empty() && lane.side == Side::China)
                for (const Span& span : lane.spans)
                    if (span.range.contains(moment))
                        return span.verdict;
        return Verdict::NotMonitored;
    }
};

Known told(Known known) {
    PastRoutes past;
    past.want(night, false, now);
    known.askAll(past);
    return known;
}

} // namespace

class PastRoutesTest : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void quietNightIsVisibleThroughout() {
        const Known known = told({});
        QCOMPARE(known.asked.size(), std::size_t(2)); // who counted then, and the day before with the night
        QVERIFY(known.asked[0].find("/data/ris-peers/data.json?query_time=2026-11-20T04:00:00") == 0);
        QVERIFY(known.asked[1].find("starttime=2026-11-19T04:00:00") != std::string::npos);
        QCOMPARE(known.told.past.size(), std::size_t(1));
        QVERIFY(known.told.past.front().told && known.told.past.front().range == night);
        for (UtcTime at = night.begin; at < night.end; at += 7min)
            QCOMPARE(known.at(at), Verdict::Up);
    }

    void outageIsFoundToTheSecondOnceTheReferenceWasThere() {
        Known known;
        known.changes = all(night.begin + 2h, true);
        for (const RouteChange& back : all(night.begin + 3h, false))
            known.changes.push_back(back);
        known = told(known);
        QCOMPARE(known.asked.size(), std::size_t(3));
        QVERIFY(known.asked[2].find("resource=193.0.0.0/21&timestamp=2026-11-20T06:00:00") != std::string::npos);
        QCOMPARE(known.at(night.begin + 2h - 1s), Verdict::Up);
        QCOMPARE(known.at(night.begin + 2h), Verdict::Down);
        QCOMPARE(known.at(night.begin + 3h - 1s), Verdict::Down);
        QCOMPARE(known.at(night.begin + 3h), Verdict::Up);
        QVERIFY(known.told.readings.size() < 4 * (30 * 6 + 10)); // coalesced
    }

    void sourceThatSawTooLittleItselfHasNoData() {
        Known known;
        known.changes = all(night.begin + 2h, true);
        known.reference = 3;
        known = told(known);
        QVERIFY(known.told.readings.empty());
        QVERIFY(!known.told.past.front().told || !known.told.stretches.empty());
        QCOMPARE(known.at(night.begin + 3h), Verdict::NotMonitored);
    }

    void peersWithoutTheReferenceAreLeftOut() {
        Known known;
        known.changes = all(night.begin + 2h, true);
        std::erase_if(known.changes, [](const RouteChange& change) { // thirty lost all, also what is always there
            const RoutePeer& peer = change.route.peer;
            for (int i = 0; i < 10; ++i)
                if (peer == fullPeer(i))
                    return true;
            return false;
        });
        known.reference = 30; // the last ten had not even that
        known = told(known);
        QCOMPARE(known.told.readings.back().peersFull, 30);
        QCOMPARE(known.told.readings.back().peersSeeing, 10);
    }

    void emptyAnswerIsNoDataAndAskedForByTheDay() {
        Known known;
        known.initial.clear();
        known = told(known);
        QVERIFY(known.told.readings.empty());
        QCOMPARE(known.asked.size(), std::size_t(4));
        QVERIFY(known.asked[2].find("/data/routing-history/") == 0);
        QCOMPARE(known.told.stretches.size(), std::size_t(3)); // with the reference
        QCOMPARE(known.told.stretches[0].peersSeeing, 101.4);
    }

    void yearsAreToldByTheDay() {
        PastRoutes past;
        past.want({now - 24h * 4000, now}, true, now);
        Known known;
        known.askAll(past);
        QCOMPARE(known.asked.size(), std::size_t(2)); // it has a hole
        QVERIFY(known.asked[1].find("/data/routing-history/data.json?resource=193.0.0.0/21&") == 0);
        QVERIFY(known.told.past.front().byPerson);
        QVERIFY(known.told.readings.empty() && known.told.stretches.size() == 3);
        QCOMPARE(known.told.stretches.back().prefix, std::string(referencePrefix));
    }

    void yearsAreToldWithoutTheReferenceToo() {
        PastRoutes past;
        past.want({now - 24h * 4000, now}, true, now);
        const RipeQuestion years = past.question();
        QVERIFY(past.answered(years, Known().bodyFor(years), now).stretches.empty());
        past.refused("answered with HTTP 500", now);
        past.refused("answered with HTTP 500", now);
        const RipeNews last = past.refused("answered with HTTP 500", now);
        QCOMPARE(last.stretches.size(), std::size_t(2));
        QVERIFY(last.past.front().told && past.idle());
    }

    void twoWeeksComeInPieces() {
        PastRoutes past;
        past.want({now - 24h * 14, now - 1h}, true, now);
        Known known;
        known.askAll(past);
        QCOMPARE(known.asked.size(), std::size_t(1 + 8)); // fifteen days, two at once
    }

    void whoIsWaitedForIsNotAskedForTwice() {
        PastRoutes past;
        past.want(night, false, now);
        past.want({night.begin + 1h, night.end}, true, now);
        past.want({now - 4min, now}, true, now); // of these minutes nothing is known yet
        Known known;
        known.askAll(past);
        QCOMPARE(known.told.past.size(), std::size_t(1));
    }

    void whatIsNotThereYetIsNotToldOf() {
        PastRoutes past;
        past.want({now - 2h, now}, false, now);
        Known known;
        known.askAll(past);
        QVERIFY(known.told.past.front().told);
        QVERIFY(known.told.past.front().range == (TimeRange{now - 2h, now - 5min}));
    }

    void threeRefusalsGiveATimeUp() {
        PastRoutes past;
        past.want(night, false, now);
        QVERIFY(past.refused("answered with HTTP 500", now).past.empty());
        QVERIFY(!past.answered(past.question(), "<html>", now).past.size());
        const RipeNews last = past.refused("answered with HTTP 500", now);
        QCOMPARE(last.past.size(), std::size_t(1));
        QVERIFY(!last.past.front().told);
        QCOMPARE(last.past.front().said, std::string("answered with HTTP 500"));
        QVERIFY(past.idle());
    }

    // The computer woke up before its network did, or the source is away as a whole.
    void whoAnswersNobodyRefusesNoTime() {
        PastRoutes past;
        past.want(night, false, now);
        past.refused("did not answer within 60 s", now);
        QVERIFY(past.isDue()); // once more
        past.refused("did not answer within 60 s", now);
        QVERIFY(!past.isDue() && !past.idle());
        past.otherAnswered();
        QVERIFY(past.isDue());
    }

    void strangersOfThePastAreSeen() {
        Known known;
        for (int i = 0; i < networks; ++i)
            known.changes.push_back(
                {night.begin + 1h, {fullPeer(i), "175.45.176.0/22", {fullNetwork(i), 3356, 64666}}});
        known = told(known);
        QCOMPARE(known.told.sightings.size(), std::size_t(1));
        QCOMPARE(known.told.sightings.front().origin, 64666U);
        QCOMPARE(known.told.sightings.front().networks, networks);
        QCOMPARE(known.at(night.begin + 3h), Verdict::Up); // their own routes are still there
    }
};

QTEST_APPLESS_MAIN(PastRoutesTest)
#include "tst_past_routes.moc"
