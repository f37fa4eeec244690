// SPDX-License-Identifier: GPL-3.0-or-later
// Whatever RIPEstat answers becomes what it says, or "no data": an outage is never made of an error.
#include "app/simulation/ripe_answers.h"

#include <QTest>

#include <nlohmann/json.hpp>

using namespace kpwatch;
using namespace kpwatch::simulation;
using namespace std::chrono_literals;
using nlohmann::json;

namespace {

const UtcTime night = *parseIsoUtc("2026-11-20T03:00:00Z");
const TimeRange hours{night, night + 4h};

RouteChange withdrawn(int peer, UtcTime at) { return {at, {fullPeer(peer), "175.45.176.0/24", {}}}; }

} // namespace

class RipestatTest : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void routesOfAMomentAreRead() {
        const Told<BgpState> told = readBgpState(bgpStateBody(usualRoutes(8), night));
        const auto* state = std::get_if<BgpState>(&told);
        QVERIFY(state != nullptr);
        QCOMPARE(state->at, night);
        QVERIFY(state->routes == usualRoutes(8));
    }

    void noRouteAtAllIsAnAnswer() {
        const Told<BgpState> told = readBgpState(bgpStateBody({}, night));
        QVERIFY(std::holds_alternative<BgpState>(told));
        QVERIFY(std::get<BgpState>(told).routes.empty());
    }

    void numbersMayBeStringsAndPathsMayHoldSets() {
        const json data{
            {"bgp_state",
             json::array({{{"target_prefix", "175.45.176.0/24"},
                           {"source_id", "21-2001:db8::7"},
                           {"path", json::array({"7018", 20485, json::array({131279})})}},
                          {{"target_prefix", "175.45.177.0/24"},
                           {"source_id", "21-192.0.2.7"},
                           {"path", "7018 20485 {131279}"}},
                          {{"target_prefix", "2001:db8::/32"}, {"source_id", "21-192.0.2.7"}, {"path", {1}}},
                          {{"target_prefix", nullptr}, {"source_id", nullptr}, {"path", nullptr}},
                          "a row that is none"})},
            {"query_time", "2026-11-20T03:00"}};
        const Told<BgpState> told = readBgpState(envelope(data).dump());
        QVERIFY(std::holds_alternative<BgpState>(told));
        const std::vector<RouteSeen> expected{{{"21", "2001:db8::7"}, "175.45.176.0/24", {7018, 20485, 131279}},
                                              {{"21", "192.0.2.7"}, "175.45.177.0/24", {7018, 20485, 131279}}};
        QVERIFY(std::get<BgpState>(told).routes == expected);
    }

    void changesComeInOrderOfTime() {
        const std::vector<RouteChange> changes{withdrawn(1, night + 9s), withdrawn(0, night + 3s)};
        const Told<BgpUpdates> told = readBgpUpdates(bgpUpdatesBody(changes, hours));
        QVERIFY(std::holds_alternative<BgpUpdates>(told));
        const std::vector<RouteChange> expected{changes[1], changes[0]};
        QVERIFY(std::get<BgpUpdates>(told).changes == expected);
        QVERIFY(!std::get<BgpUpdates>(told).initial);
    }

    void nothingForAnOldTimeIsNoData() {
        const Told<BgpUpdates> updates = readBgpUpdates(bgpUpdatesBody({}, hours));
        QCOMPARE(std::get<NoData>(updates).why, NoData::Why::Empty);
        const Told<BgpUpdates> play = readBgpPlay(bgpPlayBody({}, {}, hours));
        QCOMPARE(std::get<NoData>(play).why, NoData::Why::Empty);
        const Told<BgpUpdates> quiet = readBgpPlay(bgpPlayBody(usualRoutes(2), {}, hours));
        QVERIFY(std::holds_alternative<BgpUpdates>(quiet));
        QCOMPARE(std::get<BgpUpdates>(quiet).initial->size(), std::size_t(8));
    }

    void onlyWhoTellsAFullTableCounts() {
        const Told<FullFeed> told = readRisPeers(risPeersBody(fullFeed(12), night));
        QVERIFY(std::holds_alternative<FullFeed>(told));
        QVERIFY(std::get<FullFeed>(told).peers == fullFeed(12).peers);
        QCOMPARE(std::get<FullFeed>(told).networks().size(), std::size_t(12));
    }

    void yearsAreReadOfTheOriginAskedFor() {
        const json line{
            {"starttime", "2012-01-01T00:00:00"}, {"endtime", "2014-12-21T15:59:59"}, {"full_peers_seeing", 101.4}};
        const json data{
            {"by_origin", json::array({{{"origin", "131279"},
                                        {"prefixes", json::array({{{"prefix", "175.45.176.0/24"},
                                                                   {"timelines", json::array({line, nullptr})}}})}},
                                       {{"origin", 4837}, {"prefixes", nullptr}}})}};
        const Told<RouteHistory> told = readRoutingHistory(envelope(data).dump(), 131279);
        QVERIFY(std::holds_alternative<RouteHistory>(told));
        const auto& stretches = std::get<RouteHistory>(told).byPrefix.at("175.45.176.0/24");
        QCOMPARE(stretches.size(), std::size_t(1));
        QCOMPARE(stretches.front().to, *parseIsoUtc("2014-12-21T15:59:59Z"));
        QCOMPARE(std::get<NoData>(readRoutingHistory(envelope(data).dump(), 1)).why, NoData::Why::Empty);
    }

    void errorsAreNoData_data() {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<int>("why");
        const auto row = [](const char* what, const std::string& body, NoData::Why why) {
            QTest::newRow(what) << QByteArray::fromStdString(body) << static_cast<int>(why);
        };
        using Why = NoData::Why;
        row("nothing", "", Why::Malformed);
        row("a page", "<!DOCTYPE html><html><title>502 Bad Gateway</title>", Why::Malformed);
        row("cut", bgpStateBody(usualRoutes(4), night).substr(0, 900), Why::Malformed);
        row("a list", "[]", Why::Malformed);
        row("null", "null", Why::Malformed);
        row("an error with 200", R"({"status":"error","messages":[["error","no such resource"]],"data":{}})",
            Why::Error);
        row("a status unheard of", R"({"status":"tired","data":{"bgp_state":[],"query_time":"2026-11-20T03:00:00"}})",
            Why::Error);
        row("maintenance", R"({"status":"maintenance","messages":[["error","later"]],"data":{}})", Why::Maintenance);
        row("no data", R"({"status":"ok"})", Why::Malformed);
        row("data of null", R"({"status":"ok","data":null})", Why::Malformed);
        row("no routes key", R"({"status":"ok","data":{"query_time":"2026-11-20T03:00:00"}})", Why::Malformed);
        row("no time", R"({"status":"ok","data":{"bgp_state":[]}})", Why::Malformed);
        row("routes of null", R"({"status":"ok","data":{"bgp_state":null,"query_time":"2026-11-20T03:00:00"}})",
            Why::Malformed);
        row("only rows that are none",
            R"({"status":"ok","data":{"bgp_state":[{},1,null],"query_time":"2026-11-20T03:00:00"}})", Why::Malformed);
        row("deep", std::string(100'000, '['), Why::Malformed);
        row("no UTF-8", "{\"status\":\"\xFF\"}", Why::Malformed);
    }
    void errorsAreNoData() {
        QFETCH(QByteArray, body);
        QFETCH(int, why);
        const Told<BgpState> told = readBgpState(body.toStdString());
        QVERIFY(std::holds_alternative<NoData>(told));
        QCOMPARE(static_cast<int>(std::get<NoData>(told).why), why);
        QVERIFY(std::holds_alternative<NoData>(readBgpUpdates(body.toStdString())));
        QVERIFY(std::holds_alternative<NoData>(readBgpPlay(body.toStdString())));
        QVERIFY(std::holds_alternative<NoData>(readRisPeers(body.toStdString())));
        QVERIFY(std::holds_alternative<NoData>(readNetworkInfo(body.toStdString())));
        QVERIFY(std::holds_alternative<NoData>(readRoutingHistory(body.toStdString(), 131279)));
    }

    void whatTheSourceSaysIsCleaned() {
        const Told<BgpState> told =
            readBgpState("{\"status\":\"error\",\"messages\":[[\"error\",\"a\\u001b[31m\\u202eb\"]],\"data\":{}}");
        QCOMPARE(std::get<NoData>(told).said, std::string("a\uFFFD[31m\uFFFDb"));
    }
};

QTEST_APPLESS_MAIN(RipestatTest)
#include "tst_ripestat.moc"
