// SPDX-License-Identifier: GPL-3.0-or-later
// Whatever Globalping, IODA, RIPE Atlas and Cloudflare Radar answer becomes what it says, or "no data": an outage is
// never made of an error, of a place's own trouble or of a bin that is filled late.
#include "app/simulation/platform_answers.h"
#include "probes/outside/block_counts.h"
#include "probes/outside/globalping.h"

#include <QTest>

#include <nlohmann/json.hpp>

using namespace kpwatch;
using namespace kpwatch::simulation;
using namespace std::chrono_literals;
using nlohmann::json;
using Kind = PlaceQuestion::Kind;

namespace {

const UtcTime night = *parseIsoUtc("2026-11-20T03:00:00Z");
const PlaceQuestion page{Kind::Http, "www.kcna.kp"}, zone{Kind::Dns, "175.45.176.15"},
    router{Kind::Tcp, "175.45.178.161:80"};

// The result of one place, with something changed in it.
PlaceAnswer oneOf(const PlaceQuestion& question, PlaceDoes does, const std::function<void(json&)>& change = nullptr) {
    json document = json::parse(globalpingBody("abc", question, {does}));
    if (change)
        change(document);
    const auto told = readGlobalping(document.dump());
    if (const auto* const measured = std::get_if<PlaceMeasurement>(&told); measured && measured->places.size() == 1)
        return measured->places.front();
    return {{}, PlaceSaid::NoVote, "nothing was read"};
}

template <typename Value>
bool isNoData(const Told<Value>& told, NoData::Why why) {
    const auto* const none = std::get_if<NoData>(&told);
    return none != nullptr && none->why == why;
}

} // namespace

class PlatformsTest : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void placesAreReadWithWhatTheySay() {
        const auto told = readGlobalping(globalpingBody("abc", page, {PlaceDoes::Answers, PlaceDoes::TimesOut}));
        const auto* const measured = std::get_if<PlaceMeasurement>(&told);
        QVERIFY(measured != nullptr && measured->finished && measured->waiting == 0);
        QCOMPARE(measured->id, std::string("abc"));
        QVERIFY(measured->question == page);
        QVERIFY(measured->places[0] == (PlaceAnswer{place(0), PlaceSaid::Answered, "HTTP 200"}));
        QVERIFY(measured->places[1] == (PlaceAnswer{place(1), PlaceSaid::Silent, "Request timeout."}));
    }

    void whoWaitsHasNotAnsweredYet() {
        const auto told = readGlobalping(globalpingBody("abc", page, {PlaceDoes::Answers, PlaceDoes::Waits}));
        QVERIFY(!std::get<PlaceMeasurement>(told).finished);
        QCOMPARE(std::get<PlaceMeasurement>(told).waiting, 1);
    }

    void onlyWhatFailedAtTheTargetCounts_data() {
        QTest::addColumn<int>("kind");
        QTest::addColumn<int>("does");
        QTest::addColumn<int>("said");
        const auto row = [](const char* what, const PlaceQuestion& question, PlaceDoes does, PlaceSaid said) {
            QTest::newRow(what) << static_cast<int>(question.kind) << static_cast<int>(does) << static_cast<int>(said);
        };
        row("page", page, PlaceDoes::Answers, PlaceSaid::Answered);
        row("page refused", page, PlaceDoes::Refuses, PlaceSaid::Refused);
        row("page silent", page, PlaceDoes::TimesOut, PlaceSaid::Silent);
        row("the place's own trouble", page, PlaceDoes::Fails, PlaceSaid::NoVote);
        row("the place is away", page, PlaceDoes::IsOffline, PlaceSaid::NoVote);
        row("name server", zone, PlaceDoes::Answers, PlaceSaid::Answered);
        row("name server silent", zone, PlaceDoes::TimesOut, PlaceSaid::Silent);
        row("name server refuses", zone, PlaceDoes::Refuses, PlaceSaid::Refused);
        row("another name server answered", zone, PlaceDoes::Misled, PlaceSaid::NoVote);
        row("router", router, PlaceDoes::Answers, PlaceSaid::Answered);
        row("router silent", router, PlaceDoes::TimesOut, PlaceSaid::Silent);
    }
    void onlyWhatFailedAtTheTargetCounts() {
        QFETCH(int, kind);
        QFETCH(int, does);
        QFETCH(int, said);
        const PlaceQuestion& question = kind == static_cast<int>(Kind::Http)  ? page
                                        : kind == static_cast<int>(Kind::Dns) ? zone
                                                                              : router;
        QCOMPARE(static_cast<int>(oneOf(question, static_cast<PlaceDoes>(does)).said), said);
    }

    void aResolverOfThePlaceIsNoVote() {
        const auto by_resolver = [](json& document) { document["results"][0]["result"]["failureSource"] = "resolver"; };
        QCOMPARE(oneOf(page, PlaceDoes::TimesOut, by_resolver).said, PlaceSaid::NoVote);
        QCOMPARE(oneOf(page, PlaceDoes::Refuses, by_resolver).said, PlaceSaid::NoVote);
        const auto theirs = [&](json& document) {
            by_resolver(document);
            document["measurementOptions"]["resolver"] = "175.45.176.8";
        };
        QCOMPARE(oneOf(page, PlaceDoes::TimesOut, theirs).said, PlaceSaid::Silent);
    }

    void placesSpokeWhenTheyWereAsked() {
        const std::string body = json{{"createdAt", isoUtc(night)}}.dump();
        QVERIFY(globalpingSpokenAt(body, night + 12s) == night);     // what stopped meanwhile they do not tell of
        QVERIFY(globalpingSpokenAt(body, night - 3s) == night - 3s); // their clock is ahead
        QVERIFY(globalpingSpokenAt("{}", night) == night);
    }

    void pingsByIcmpAreNobodysVote() {
        const auto icmp = [](json& document) { document["measurementOptions"]["protocol"] = "ICMP"; };
        QCOMPARE(oneOf(router, PlaceDoes::TimesOut, icmp).said, PlaceSaid::NoVote);
        QCOMPARE(oneOf(router, PlaceDoes::Answers, icmp).said, PlaceSaid::NoVote);
    }

    void whatIsMissingIsNoVote() {
        QCOMPARE(oneOf(page, PlaceDoes::Answers, [](json& d) { d["results"][0]["result"].erase("statusCode"); }).said,
                 PlaceSaid::NoVote);
        QCOMPARE(
            oneOf(page, PlaceDoes::TimesOut, [](json& d) { d["results"][0]["result"].erase("failureSource"); }).said,
            PlaceSaid::NoVote);
        QCOMPARE(oneOf(router, PlaceDoes::TimesOut, [](json& d) { d["results"][0]["result"]["stats"] = nullptr; }).said,
                 PlaceSaid::NoVote);
        QCOMPARE(oneOf(page, PlaceDoes::Answers, [](json& d) { d["results"][0]["probe"] = nullptr; }).place.network,
                 0U);
        QCOMPARE(
            oneOf(page, PlaceDoes::Answers, [](json& d) { d["results"][0]["probe"]["asn"] = "AS2516"; }).place.network,
            2516U);
    }

    void questionsAreAskedByAddressWithTheirName() {
        GlobalpingTest test{page, "175.45.176.71", 80};
        const json asked = json::parse(globalpingRequest(test, {{"JP", "DE"}, {}}));
        QVERIFY(asked["type"] == json("http"));
        QVERIFY(asked["target"] == json("175.45.176.71"));
        QVERIFY(asked["measurementOptions"]["request"]["host"] == json("www.kcna.kp"));
        QVERIFY(asked["locations"] == json::parse(R"([{"country":"JP","limit":1},{"country":"DE","limit":1}])"));
        QVERIFY(json::parse(globalpingRequest(test, {{"JP"}, "before"}))["locations"] == json("before"));
        GlobalpingTest dns{zone, "175.45.176.15", 53};
        dns.name = "kp";
        dns.type = "SOA";
        const json soa = json::parse(globalpingRequest(dns, {{"JP"}, {}}));
        QVERIFY(soa["target"] == json("kp"));
        QVERIFY(soa["measurementOptions"]["resolver"] == json("175.45.176.15"));
        const json tcp = json::parse(globalpingRequest({router, "175.45.178.161", 80}, {{"JP"}, {}}));
        QVERIFY(tcp["measurementOptions"]["protocol"] == json("TCP"));
        QVERIFY(tcp.dump().find("ICMP") == std::string::npos);
        for (const json& each : {asked, soa, tcp})
            QVERIFY(questionIn(each.dump()).asked == (each == asked ? page : each == soa ? zone : router).asked);
    }

    void errorsAreReadAndCleaned() {
        QCOMPARE(globalpingError(R"({"error":{"type":"no_probes_found","message":"No\u202e matching"}})"),
                 std::string("no_probes_found: No\uFFFD matching"));
        QCOMPARE(globalpingError("<html>"), std::string());
        QVERIFY(isNoData(readGlobalpingBegun(R"({"id":"../../x"})"), NoData::Why::Malformed));
        QCOMPARE(std::get<std::string>(readGlobalpingBegun(R"({"id":"PY5fMsREMmIq45VR","probesCount":1})")),
                 std::string("PY5fMsREMmIq45VR"));
    }

    void binsOfASignalAreRead() {
        const auto told = readIodaSignal(iodaBody("bgp", night, 300s, {4, 4, 2, 0, std::nullopt}), "asn/131279", "bgp");
        const auto* const series = std::get_if<BlockSeries>(&told);
        QVERIFY(series != nullptr && series->step == 300s);
        QCOMPARE(series->counts.size(), std::size_t(4)); // what is null is no zero
        QVERIFY(series->counts[3] == (BlockCount{night + 900s, 0}));
    }

    void whereTheReferenceFallsTooIodaIsInTrouble() {
        const auto read = [](const std::vector<std::optional<double>>& theirs,
                             const std::vector<std::optional<double>>& reference) {
            json both = json::parse(iodaBody("ping-slash24", night, 600s, theirs));
            json beside = json::parse(iodaBody("ping-slash24", night, 600s, reference)).at("data").at(0);
            beside[0]["entityCode"] = std::to_string(iodaReference);
            both["data"].push_back(beside);
            return readIodaSignal(both.dump(), "asn/131279", "ping-slash24");
        };
        const auto told = read({3, 0, 0, 0, 3}, {6000, 5900, 2000, std::nullopt, 6000});
        const std::vector<BlockCount> counts{{night, 3}, {night + 600s, 0}, {night + 2400s, 3}};
        QVERIFY(std::get<BlockSeries>(told).counts == counts);
        QVERIFY(isNoData(read({0, 0}, {0, 0}), NoData::Why::Error)); // in trouble for as long as it was asked about
        QVERIFY(isNoData(read({std::nullopt, 0}, {6000, 10}), NoData::Why::Error));
    }

    void troubleOfIodaIsNoData() {
        const auto read = [](std::string_view body) { return readIodaSignal(body, "asn/131279", "bgp"); };
        QVERIFY(isNoData(read(R"({"error":"Missing","data":null})"), NoData::Why::Error));
        QVERIFY(isNoData(read(R"({"error":null,"data":[[]]})"), NoData::Why::Empty));
        QVERIFY(isNoData(read(R"({"error":null,"data":null})"), NoData::Why::Malformed));
        QVERIFY(isNoData(read("<html>"), NoData::Why::Malformed));
        QVERIFY(isNoData(read(R"({"error":null,"data":[[{"entityCode":"131279","datasource":"bgp","from":1795140000,)"
                              R"("step":300,"values":["nan","inf"]}]]})"),
                         NoData::Why::Empty));
        QVERIFY(isNoData(read(iodaBody("ping-slash24", night, 600s, {3})), NoData::Why::Empty)); // not asked for
        QVERIFY(isNoData(read(iodaBody("bgp", night, 300s, {std::nullopt, std::nullopt})), NoData::Why::Empty));
        QVERIFY(isNoData(read(iodaBody("bgp", night, 0s, {4})), NoData::Why::Malformed));
        QVERIFY(isNoData(read(iodaBody("bgp", night, 300s, {-1.0})), NoData::Why::Empty));
    }

    void atlasProbesAreRead() {
        const auto told =
            readAtlas(atlasPingBody(9, "175.45.176.71", night,
                                    {PlaceSaid::Answered, PlaceSaid::Silent, PlaceSaid::NoVote}, "www.kcna.kp"),
                      9);
        const auto& results = std::get<AtlasResults>(told).results;
        QCOMPARE(results.size(), std::size_t(3));
        QCOMPARE(results[0].address, std::string("175.45.176.71"));
        QCOMPARE(results[0].name, std::string("www.kcna.kp"));
        QCOMPARE(results[0].said, PlaceSaid::Answered);
        QCOMPARE(results[1].said, PlaceSaid::Silent);
        QCOMPARE(results[2].said, PlaceSaid::NoVote); // it could not send
    }

    void troubleOfAtlasProbesIsNoVote() {
        const auto said = [](const char* row) {
            const auto told = readAtlas(std::string("[") + row + "]", 9);
            const auto* const results = std::get_if<AtlasResults>(&told);
            return results == nullptr ? PlaceSaid::Refused : results->results[0].said;
        };
        QCOMPARE(
            said(
                R"({"msm_id":9,"prb_id":1,"timestamp":1795147202,"type":"dns","dst_addr":"x","error":{"timeout":5000}})"),
            PlaceSaid::Silent);
        QCOMPARE(
            said(
                R"({"msm_id":9,"prb_id":1,"timestamp":1795147202,"type":"dns","dst_name":"x","error":{"timeout":5000}})"),
            PlaceSaid::NoVote); // its own resolver was silent, perhaps
        QCOMPARE(said(R"({"msm_id":9,"prb_id":1,"timestamp":1795147202,"type":"dns","error":{"getaddrinfo":"x"}})"),
                 PlaceSaid::NoVote);
        QCOMPARE(
            said(R"({"msm_id":9,"prb_id":1,"timestamp":"1795147202","lts":99999,"type":"ping","sent":3,"rcvd":3})"),
            PlaceSaid::NoVote); // its clock is off
        QVERIFY(isNoData(readAtlas(R"([{"msm_id":9,"prb_id":1,"timestamp":"nan","type":"ping"}])", 9),
                         NoData::Why::Empty)); // a number for who reads numbers, and no moment
        QVERIFY(isNoData(readAtlas("[]", 9), NoData::Why::Empty));
        QVERIFY(isNoData(readAtlas(R"({"error":{"status":429,"detail":"Request was throttled."}})", 9),
                         NoData::Why::Error));
        QVERIFY(isNoData(readAtlas(R"([{"msm_id":8,"prb_id":1,"timestamp":1,"type":"ping"}])", 9), NoData::Why::Empty));
    }

    void radarCountsBlocksThatHalfItsPeersSee() {
        const auto told = readRadarRoutes(radarRoutesBody(night, 82, {76, 76, 40, 0}), 131279);
        QVERIFY(std::get<BlockSeries>(told).counts == (std::vector<BlockCount>{{night, 2}}));
        const auto none = readRadarRoutes(radarRoutesBody(night, 82, {}), 131279);
        QVERIFY(std::get<BlockSeries>(none).counts == (std::vector<BlockCount>{{night, 0}}));
        QVERIFY(isNoData(
            readRadarRoutes(R"({"success":false,"errors":[{"code":10000,"message":"Authentication error"}]})", 1),
            NoData::Why::Error));
        QVERIFY(isNoData(readRadarRoutes(radarRoutesBody(night, 0, {76}), 131279), NoData::Why::Malformed));
        const auto outages = readRadarOutages(
            R"({"success":true,"result":{"annotations":[{"startDate":"2026-11-20T03:15:00Z","endDate":null}]}})");
        QVERIFY(!std::get<std::vector<RadarOutage>>(outages).at(0).to);
    }
};

QTEST_GUILESS_MAIN(PlatformsTest)
#include "tst_platforms.moc"
