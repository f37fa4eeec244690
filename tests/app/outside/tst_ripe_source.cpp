// SPDX-License-Identifier: GPL-3.0-or-later
// RIPE's services as they are asked and heard on a manual clock: what is made of their answers, and of their troubles.
#include "app/outside/ripe_source.h"
#include "app/simulation/ripe_answers.h"

#include <QTest>

#include <nlohmann/json.hpp>

#include <functional>

using namespace kpwatch;
using namespace kpwatch::simulation;
using namespace std::chrono_literals;

namespace {

using What = RipeQuestion::What;
const UtcTime zero = *parseIsoUtc("2026-11-20T00:00:00Z");
constexpr int networks = 320;

std::vector<RouteSeen> referenceRoutes(int seeing) {
    std::vector<RouteSeen> routes;
    for (int i = 0; i < seeing; ++i)
        routes.push_back({fullPeer(i), "193.0.0.0/21", {fullNetwork(i), 1103, 3333}});
    return routes;
}

// The last twenty at a collector of their own.
RoutePeer peerOf(int network) { return network < 300 ? fullPeer(network) : RoutePeer{"21", fullPeer(network).address}; }
FullFeed withCollector() {
    FullFeed feed;
    for (int i = 0; i < networks; ++i)
        feed.peers.emplace(peerOf(i), fullNetwork(i));
    return feed;
}
std::vector<RouteSeen> moved(std::vector<RouteSeen> routes) {
    for (RouteSeen& route : routes)
        for (int i = 300; i < networks; ++i)
            if (route.peer == fullPeer(i))
                route.peer = peerOf(i);
    return routes;
}

// RIPE as it is, and whoever asks it.
struct Desk {
    RipeSource source;
    UtcTime now = zero;
    std::vector<RouteSeen> routes = usualRoutes(networks); // what RIPE knows
    std::vector<RouteChange> missed;                       // what bgp-updates tells
    int reference = networks;                              // networks that see the reference
    std::string networkInfo;                               // what network-info says of any address
    std::vector<RouteReading> told, nothingHeard;          // the latter count nobody
    std::vector<std::string> troubles;
    std::map<What, int> asked;

    void keep(RipeNews news) {
        for (const RouteReading& reading : news.readings)
            (reading.peersFull > 0 ? told : nothingHeard).push_back(reading);
        if (news.trouble)
            troubles.push_back(news.trouble->said);
    }
    std::string answerTo(const RipeQuestion& question) const {
        switch (question.what) {
        case What::Peers:
            return risPeersBody(fullFeed(networks), now);
        case What::State:
            return bgpStateBody(routes, now);
        case What::Reference:
            return bgpStateBody(referenceRoutes(reference), now);
        case What::Network:
            return networkInfo;
        case What::Updates:
            return bgpUpdatesBody(missed, {now - 1h, now});
        case What::PastPeers:
            return risPeersBody(fullFeed(networks), now);
        case What::PastReference:
            return bgpStateBody(referenceRoutes(networks), now);
        case What::PastRoutes:
            return bgpPlayBody(usualRoutes(networks), {}, {now - 48h, now});
        case What::Years:
        case What::YearsReference:
            return {};
        }
        return {};
    }
    void askAll() {
        while (const auto question = source.due(now)) {
            ++asked[question->what];
            keep(source.answered(*question, answerTo(*question), now));
        }
    }
    void until(UtcTime end) {
        for (; now < end; now += 1s) {
            askAll();
            keep(source.settled(now));
        }
    }
    void unreachedUntil(UtcTime end) { // RIPEstat does not answer
        for (; now < end; now += 1s) {
            if (const auto question = source.due(now))
                keep(source.refused(*question, {"did not answer", {}, false}, now));
            keep(source.settled(now));
        }
    }
    void withdrawnBy(int first, int end) {
        for (int i = first; i < end; ++i)
            for (const char* block : {"175.45.176.0/24", "175.45.177.0/24", "175.45.178.0/24", "175.45.179.0/24"})
                hear({now, {fullPeer(i), block, {}}});
    }
    void hear(const RouteChange& change) { keep(source.heard(readRisLine(risLine(change)), now)); }
    double seen() const { return static_cast<double>(told.back().peersSeeing) / told.back().peersFull; }
};

} // namespace

class RipeSourceTest : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void usualRoutesAreToldEveryTenMinutes() {
        Desk desk;
        desk.until(zero + 1h);
        QCOMPARE(desk.asked[What::Peers], 1);
        QCOMPARE(desk.asked[What::State], 6);
        QCOMPARE(desk.asked[What::Updates], 0);      // nothing changed much from one to the next
        QCOMPARE(desk.told.size(), std::size_t(24)); // four blocks each
        QCOMPARE(desk.seen(), 1.0);
        QVERIFY(desk.troubles.empty());
        QVERIFY(std::is_sorted(desk.told.begin(), desk.told.end(),
                               [](const auto& one, const auto& other) { return one.at < other.at; }));
    }

    void withdrawalByHundredsIsToldWithinTwoSeconds() {
        Desk desk;
        desk.source.streamBegan(zero);
        desk.until(zero + 2min);
        const UtcTime begin = desk.now;
        for (int i = 0; i < networks; ++i) {
            for (const char* block : {"175.45.176.0/24", "175.45.177.0/24", "175.45.178.0/24", "175.45.179.0/24"})
                desk.hear({begin + i * 10ms, {fullPeer(i), block, {}}});
            if (i % 100 == 99) {
                desk.now += 1s;
                desk.keep(desk.source.settled(desk.now));
            }
        }
        desk.until(desk.now + 2s);
        QCOMPARE(desk.seen(), 0.0);
        QVERIFY(desk.told.back().at <= begin + networks * 10ms);
        QVERIFY(desk.told.size() < 40); // coalesced: not one for each message
    }

    // So that an outage that goes on without a word is told from a source that was cut.
    void whatIsGoneIsToldOnceMoreIfTheStreamLasts_data() {
        QTest::addColumn<bool>("lasts");
        QTest::addColumn<bool>("repeats");
        QTest::newRow("it does") << true << false;
        QTest::newRow("it says what is known, every second") << true << true;
        QTest::newRow("it is cut after a minute") << false << false;
    }
    void whatIsGoneIsToldOnceMoreIfTheStreamLasts() {
        QFETCH(bool, lasts);
        QFETCH(bool, repeats);
        Desk desk;
        const auto go_on_until = [&](UtcTime end) {
            while (desk.now < end) {
                if (repeats)
                    desk.withdrawnBy(0, 1);
                desk.unreachedUntil(desk.now + 1s);
            }
        };
        desk.source.streamBegan(zero);
        desk.until(zero + 2min);
        desk.withdrawnBy(0, networks - 10); // it takes its time
        desk.unreachedUntil(desk.now + 20s);
        const UtcTime gone = desk.now;
        desk.withdrawnBy(networks - 10, networks);
        desk.unreachedUntil(gone + 1min);
        QCOMPARE(desk.seen(), 0.0);
        const std::size_t before = desk.told.size();
        if (!lasts)
            desk.source.streamEnded(desk.now);
        go_on_until(gone + 3min);
        QCOMPARE(desk.told.size(), before);
        go_on_until(gone + 7min);
        QCOMPARE(desk.told.size(), before + (lasts ? 4 : 0)); // each block, once
        QCOMPARE(desk.seen(), 0.0);
        if (lasts)
            QCOMPARE(desk.told.back().at, gone + 3min);
    }

    void controlsOfTheRoadAreLookedUpOnceAWeek() {
        Desk desk;
        desk.source = RipeSource(
            {},
            parseWatchlist(
                R"({"version":1,"targets":[],"controls":[)"
                R"({"id":"a","label":"A","ring":"transit-china","probe":{"kind":"tcp","host":"202.102.128.68","port":53}},)"
                R"({"id":"b","label":"B","ring":"transit-russia","probe":{"kind":"tcp","host":"217.150.34.129","port":53}},)"
                R"({"id":"c","label":"C","ring":"line","probe":{"kind":"tcp","host":"141.76.2.4","port":80}}]})",
                "test", Settings{}));
        desk.networkInfo = R"({"status":"ok","data":{"asns":["4837"],"prefix":"202.102.128.0/18"}})";
        desk.until(zero + 30min);
        QCOMPARE(desk.asked[What::Network], 2);
        QCOMPARE(desk.source.controls().size(), std::size_t(2));
        QVERIFY(!desk.source.controls()[0].isElsewhere());
        QVERIFY(desk.source.controls()[1].isElsewhere()); // AS4837 is no way to Russia's side
        desk.networkInfo = R"({"status":"ok","data":{"asns":[],"prefix":""}})";
        desk.now = zero + 24h * 7 - 2min;
        desk.until(zero + 24h * 7 - 1min);
        QCOMPARE(desk.asked[What::Network], 2);
        desk.until(zero + 24h * 7 + 10min);
        QCOMPARE(desk.asked[What::Network], 4);
        QVERIFY(desk.source.controls()[0].isElsewhere()); // nobody announces it
    }

    void whereAControlLiesIsNotGuessedFromTrouble() {
        Desk desk;
        desk.source =
            RipeSource({}, parseWatchlist(R"({"version":1,"targets":[],"controls":[{"id":"a","ring":"transit-china",)"
                                          R"("probe":{"kind":"tcp","host":"202.102.128.68","port":53}}]})",
                                          "test", Settings{}));
        for (const char* body : {"<html>", R"({"status":"maintenance"})", R"({"status":"ok","data":{"asns":null}})"}) {
            desk.networkInfo = body;
            desk.until(desk.now + 10min);
            QVERIFY(!desk.source.controls()[0].isElsewhere());
            desk.now += 24h;
        }
        QCOMPARE(desk.asked[What::Network], 3); // once a day
    }

    void silenceIsBelievedOnlyBesideTheReference() {
        Desk desk;
        desk.until(zero + 5min);
        desk.routes.clear();
        desk.until(zero + 11min);
        QCOMPARE(desk.asked[What::Reference], 1);
        QCOMPARE(desk.seen(), 0.0);

        Desk blind;
        blind.until(zero + 5min);
        blind.routes.clear();
        blind.reference = 3;
        const std::size_t before = blind.told.size();
        blind.until(zero + 40min);
        QCOMPARE(blind.told.size(), before); // no reading: the lane runs into "no data"
        QVERIFY(!blind.troubles.empty() && blind.troubles.front().find("3 of 320") != std::string::npos);
    }

    void stateThatNobodyVouchesForIsAskedForAgainSoon_data() {
        QTest::addColumn<bool>("refused");
        QTest::newRow("the reference has no routes either") << false;
        QTest::newRow("the reference is refused") << true;
    }
    void stateThatNobodyVouchesForIsAskedForAgainSoon() {
        QFETCH(bool, refused);
        Desk desk;
        desk.source.streamBegan(zero);
        desk.until(zero + 2min);
        desk.source.streamEnded(desk.now);
        desk.until(desk.now + 10s);
        const UtcTime back = desk.now;
        desk.source.streamBegan(back);
        desk.routes.clear();
        desk.reference = 0;
        std::vector<std::chrono::seconds> asked;
        for (; desk.now < back + 20min; desk.now += 1s) {
            while (const auto question = desk.source.due(desk.now)) {
                if (question->what == What::State)
                    asked.push_back(std::chrono::duration_cast<std::chrono::seconds>(desk.now - back));
                desk.keep(refused && question->what == What::Reference
                              ? desk.source.refused(*question, {"answered with HTTP 500"}, desk.now)
                              : desk.source.answered(*question, desk.answerTo(*question), desk.now));
            }
            desk.keep(desk.source.settled(desk.now));
        }
        QVERIFY(asked == (std::vector<std::chrono::seconds>{0s, 1min, 3min, 7min, 15min}));
        desk.routes = usualRoutes(networks);
        desk.until(back + 25min + 2s);
        QCOMPARE(desk.seen(), 1.0);
        QVERIFY(desk.told.back().at >= back + 25min);
        const int before = desk.asked[What::State];
        desk.until(back + 35min - 1s); // as ever
        QCOMPARE(desk.asked[What::State], before);
    }

    void reconnectInMidOutageFindsWhatWasMissed() {
        Desk desk;
        desk.source.streamBegan(zero);
        desk.until(zero + 2min);
        desk.source.streamEnded(desk.now);
        // While nobody listened all went but for the last network, and RIPEstat's state is still the old one.
        for (int i = 0; i + 1 < networks; ++i)
            desk.missed.push_back({desk.now + 30s, {fullPeer(i), "175.45.176.0/24", {}}});
        const UtcTime old = desk.now;
        desk.now += 2min;
        desk.source.streamBegan(desk.now);
        while (const auto question = desk.source.due(desk.now)) {
            ++desk.asked[question->what];
            const std::string body =
                question->what == What::State ? bgpStateBody(desk.routes, old) : desk.answerTo(*question);
            desk.keep(desk.source.answered(*question, body, desk.now));
        }
        QCOMPARE(desk.asked[What::Updates], 1); // at the first begin nothing was missed
        const auto block = std::find_if(desk.told.rbegin(), desk.told.rend(),
                                        [](const RouteReading& each) { return each.prefix == "175.45.176.0/24"; });
        QCOMPARE(block->peersSeeing, 1);
    }

    void whatWentWithoutTheStreamIsToldAsOfThen_data() {
        QTest::addColumn<bool>("refused");
        QTest::newRow("at once") << false;
        QTest::newRow("after a refusal that outlasts the state") << true;
    }
    void whatWentWithoutTheStreamIsToldAsOfThen() {
        QFETCH(const bool, refused);
        Desk desk;
        desk.source.streamBegan(zero);
        desk.until(zero + 2min);
        desk.source.streamEnded(desk.now);
        desk.until(zero + 5min); // a state came in its place
        for (RouteSeen route : usualRoutes(networks)) {
            route.path.clear();
            desk.missed.push_back({desk.now, std::move(route)});
        }
        desk.routes.clear();
        bool refuses = refused;
        for (; desk.now < zero + 40min; desk.now += 1s) {
            while (const auto question = desk.source.due(desk.now)) {
                ++desk.asked[question->what];
                const bool no = refuses && question->what == What::Updates;
                refuses = refuses && !no;
                desk.keep(no ? desk.source.refused(*question, {"answered with HTTP 503", 15min}, desk.now)
                             : desk.source.answered(*question, desk.answerTo(*question), desk.now));
            }
            desk.keep(desk.source.settled(desk.now));
        }
        QCOMPARE(desk.asked[What::Updates], refused ? 2 : 1);
        std::map<std::string, UtcTime> goneSince;
        for (const RouteReading& reading : desk.told)
            if (reading.peersSeeing == 0) {
                const auto [since, first] = goneSince.emplace(reading.prefix, reading.at);
                since->second = std::min(since->second, reading.at);
            }
        QCOMPARE(goneSince.size(), std::size_t(4));
        for (const auto& [block, since] : goneSince)
            QCOMPARE(since, zero + 5min);
    }

    void staleStateTakesNothingBackThatWasHeard() {
        Desk desk;
        desk.source.streamBegan(zero);
        desk.until(zero + 10min);
        for (int i = 0; i < networks; ++i)
            desk.hear({desk.now - 1s, {fullPeer(i), "175.45.176.0/24", {}}});
        const auto question = desk.source.due(desk.now + 1s);
        QVERIFY(question && question->what == What::State);
        desk.keep(desk.source.answered(*question, bgpStateBody(desk.routes, desk.now - 4min), desk.now + 1s));
        desk.now += 2s;
        desk.askAll(); // the reference
        QCOMPARE(desk.told.at(desk.told.size() - 4).peersSeeing, 0);
        QCOMPARE(desk.told.back().peersSeeing, networks);
    }

    void errorsAreNeverReadings_data() {
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("a page") << QByteArray("<html>502</html>");
        QTest::newRow("an error with 200") << QByteArray(R"({"status":"error","messages":[["error","no"]],"data":{}})");
        QTest::newRow("maintenance") << QByteArray(R"({"status":"maintenance","data":{}})");
        QTest::newRow("cut") << QByteArray::fromStdString(bgpStateBody(usualRoutes(9), zero)).chopped(40);
    }
    void errorsAreNeverReadings() {
        QFETCH(QByteArray, body);
        Desk desk;
        desk.until(zero + 1min);
        const std::size_t before = desk.told.size();
        int asked = 0;
        for (; desk.now < zero + 6h; desk.now += 10s)
            while (const auto question = desk.source.due(desk.now)) {
                ++asked;
                desk.keep(desk.source.answered(*question, body.toStdString(), desk.now));
            }
        QCOMPARE(desk.told.size(), before);
        QVERIFY2(asked >= 6 && asked <= 14, qPrintable(QString::number(asked))); // less and less often
    }

    void tooManyRequestsIsHeeded() {
        Desk desk;
        desk.until(zero + 1min);
        desk.now = zero + 11min;
        const auto question = desk.source.due(desk.now);
        QVERIFY(question);
        desk.source.refused(*question, {"answered with HTTP 429", 1560s}, desk.now);
        QVERIFY(!desk.source.due(desk.now + 1559s));
        QVERIFY(desk.source.due(desk.now + 1560s));
    }

    void aDayKeepsWithinOurLimits() {
        Desk desk;
        desk.source.streamBegan(zero);
        int reconnects = 0;
        for (; desk.now < zero + 24h; desk.now += 5s) {
            if (desk.now >= zero + reconnects * 20min) { // a line that breaks all the time, and gaps with it
                if (reconnects % 2 == 1)
                    desk.source.wantPast({desk.now - 30min, desk.now - 8min}, false, desk.now);
                ++reconnects;
                desk.source.streamEnded(desk.now);
                desk.source.streamBegan(desk.now);
            }
            desk.askAll();
        }
        int all = 0;
        for (const auto& [what, times] : desk.asked)
            all += times;
        QVERIFY2(all <= 400, qPrintable(QString::number(all)));
        QVERIFY(all > 144);
        QVERIFY(desk.asked[What::PastRoutes] >= 10); // what the present leaves
        QVERIFY(desk.asked[What::State] >= 100);     // which goes before
    }

    // A few starts of the program ask as often as the past may in an hour.
    void questionsAboutThePresentAreNotCountedAgainstThePast() {
        Desk desk;
        for (int i = 0; i < 22; ++i)
            desk.source.manners().asked(zero);
        desk.source.wantPast({zero - 3h, zero - 2h}, true, zero);
        desk.until(zero + 2min);
        QVERIFY(desk.asked[What::PastRoutes] > 0);
        QVERIFY(!desk.source.pastWaitsUntil(desk.now));
        for (int i = 0; i < 30; ++i)
            desk.source.wantPast({zero - 24h * (i + 2), zero - 24h * (i + 2) + 1h}, true, zero);
        desk.until(zero + 20min);
        QVERIFY(desk.source.wantsPast());
        const std::optional<UtcTime> until = desk.source.pastWaitsUntil(desk.now);
        QVERIFY(until && *until > desk.now && *until <= zero + 80min);
    }

    void thePastLeavesThePresentItsBudget() {
        Desk desk;
        for (int i = 0; i < 200; ++i)
            desk.source.wantPast({zero - 24h * 6 + i * 30min, zero - 24h * 6 + i * 30min + 20min}, false, zero);
        desk.until(zero + 2h);
        QCOMPARE(desk.asked[What::State], 12);
        int all = 0;
        for (const auto& [what, times] : desk.asked)
            all += times;
        QVERIFY2(all <= 60, qPrintable(QString::number(all)));
    }

    void peersThatWentAwayHaveWithdrawnNothing() {
        Desk desk;
        desk.source.streamBegan(zero);
        desk.until(zero + 2min);
        for (int i = 0; i < 100; ++i) {
            desk.keep(desk.source.heard(PeerState{desk.now, fullPeer(i), false}, desk.now));
            std::erase_if(desk.routes, [&](const RouteSeen& route) { return route.peer == fullPeer(i); });
        }
        desk.until(zero + 4min);
        QCOMPARE(desk.told.back().peersFull, networks - 100);
        desk.until(zero + 25min); // and the states after it have none of theirs
        QCOMPARE(desk.told.back().peersFull, networks - 100);
        QCOMPARE(desk.told.back().peersSeeing, networks - 100);
        desk.routes = usualRoutes(networks);
        desk.until(zero + 35min);
        QCOMPARE(desk.told.back().peersFull, networks); // they are back
    }

    // One here and one there, at collectors that see the routes by others.
    void manyThatFallSilentAtOnceAreLookedInto() {
        Desk desk;
        desk.until(zero + 5min);
        const auto isHere = [](const RouteSeen& route) {
            for (int i = 0; i < 230; ++i)
                if (route.peer == fullPeer(i))
                    return true;
            return false;
        };
        std::erase_if(desk.routes, std::not_fn(isHere));
        desk.reference = 230;
        desk.until(zero + 41min);
        QCOMPARE(desk.asked[What::Reference], 1);
        QCOMPARE(desk.told.back().peersFull, 230);
        QCOMPARE(desk.told.back().peersSeeing, 230);

        Desk lost; // those who have the reference have lost the routes
        lost.until(zero + 5min);
        std::erase_if(lost.routes, std::not_fn(isHere));
        lost.until(zero + 41min);
        QCOMPARE(lost.asked[What::Reference], 1);
        QCOMPARE(lost.told.back().peersFull, networks);
        QCOMPARE(lost.told.back().peersSeeing, 230);
    }

    // Of what it missed nobody has told yet: few changes of a table of before would make it one of now.
    void streamThatIsBackTellsNothingBeforeTheStateDoes() {
        Desk desk;
        desk.source.streamBegan(zero);
        desk.until(zero + 2min);
        desk.source.streamEnded(desk.now);
        desk.now += 20min;
        desk.source.streamBegan(desk.now);
        const std::size_t before = desk.told.size();
        desk.hear({desk.now, {fullPeer(0), "175.45.176.0/24", {}}});
        desk.keep(desk.source.settled(desk.now + 2s));
        QCOMPARE(desk.told.size(), before);
        desk.until(desk.now + 5s); // the state is answered
        QVERIFY(desk.told.size() > before);
        desk.hear({desk.now, {fullPeer(1), "175.45.176.0/24", {}}});
        const std::size_t then = desk.told.size();
        desk.until(desk.now + 3s);
        QVERIFY(desk.told.size() > then);
        desk.source.streamEnded(desk.now); // begun again each hour
        desk.source.streamBegan(desk.now + 5s);
        desk.hear({desk.now + 5s, {fullPeer(2), "175.45.176.0/24", {}}});
        const std::size_t last = desk.told.size();
        desk.keep(desk.source.settled(desk.now + 7s));
        QVERIFY(desk.told.size() > last);
    }

    void streamThatIsCutIsNoLongerToldAsNow_data() {
        QTest::addColumn<bool>("stateComes");
        QTest::newRow("a state comes in its place") << true;
        QTest::newRow("nobody is reached") << false;
    }
    void streamThatIsCutIsNoLongerToldAsNow() {
        QFETCH(bool, stateComes);
        Desk desk;
        desk.source.streamBegan(zero);
        desk.until(zero + 2min);
        const UtcTime cut = desk.now;
        desk.source.streamEnded(cut);
        const auto goOn = [&](UtcTime end) { stateComes ? desk.until(end) : desk.unreachedUntil(end); };
        const std::size_t before = desk.told.size();
        goOn(cut + 110s);
        QCOMPARE(desk.nothingHeard.size(), std::size_t(0)); // it may soon be back
        goOn(cut + 14min);
        QCOMPARE(desk.nothingHeard.size(), std::size_t(stateComes ? 0 : 4)); // of each block, once
        QCOMPARE(desk.told.size() > before, stateComes);
        if (stateComes)
            return;
        for (const RouteReading& reading : desk.nothingHeard)
            QVERIFY(reading.at >= cut - 1s && reading.at <= cut + 1s);
        desk.source.streamBegan(desk.now);
        stateComes = true;
        goOn(desk.now + 15min); // as soon as they may be asked again
        QVERIFY(desk.told.size() > before);
        QVERIFY(desk.told.back().at > desk.nothingHeard.back().at);
    }

    void whatTheLastRunToldHoldsNoLongerThanTwoMinutes_data() {
        QTest::addColumn<bool>("streams");
        QTest::newRow("nobody is reached") << false;
        QTest::newRow("the stream alone") << true;
    }
    void whatTheLastRunToldHoldsNoLongerThanTwoMinutes() {
        QFETCH(bool, streams);
        Desk desk; // just begun
        if (streams) {
            const auto question = desk.source.due(zero);
            QVERIFY(question && question->what == What::Peers);
            desk.keep(desk.source.answered(*question, desk.answerTo(*question), zero));
            desk.source.streamBegan(zero);
        }
        desk.unreachedUntil(zero + 2min);
        QCOMPARE(desk.nothingHeard.size(), std::size_t(0));
        desk.unreachedUntil(zero + 1h);
        QCOMPARE(desk.nothingHeard.size(), std::size_t(4)); // of each block, once
        for (const RouteReading& reading : desk.nothingHeard)
            QCOMPARE(reading.at, zero);
        for (int i = 0; streams && i < networks; ++i) // of one block: of the others nobody has told anything
            desk.hear({desk.now, {fullPeer(i), "175.45.176.0/24", viaChina(i)}});
        desk.unreachedUntil(desk.now + 3s);
        QVERIFY(desk.told.empty());
        desk.until(desk.now + 15min); // as soon as they may be asked again
        QCOMPARE(desk.told.back().peersSeeing, networks);
        QVERIFY(desk.told.front().at > zero);
    }

    void whatAKilledRunToldHoldsAsIfItHadRunOn() {
        Desk desk;
        desk.source.began(zero, zero - 5min);
        desk.unreachedUntil(zero + 10s);
        QCOMPARE(desk.nothingHeard.size(), std::size_t(4));
        QVERIFY(desk.nothingHeard.front().at == zero - 5min + 1ms);
        desk.until(desk.now + 15min); // as soon as they may be asked again
        QVERIFY(desk.told.front().at >= zero);
    }

    void whoEndsTellsThatNobodyHears() {
        Desk desk;
        QVERIFY(desk.source.ended(zero).readings.empty()); // nothing was told
        desk.until(zero + 1min);
        desk.keep(desk.source.ended(desk.now));
        QCOMPARE(desk.nothingHeard.size(), std::size_t(4));
        for (const RouteReading& reading : desk.nothingHeard)
            QVERIFY(reading.at == zero + 1min);
        QVERIFY(desk.source.ended(desk.now).readings.empty());
    }

    void whatARunTellsIsDatedWithinIt() {
        Desk desk;
        desk.source.began(zero + 1min, {}); // RIPE's state is older
        desk.until(zero + 10s);
        QVERIFY(desk.told.front().at == zero + 1min);
    }

    void stateHoldsUntilTheNextIsDue() {
        Desk desk;
        desk.until(zero + 1min);
        desk.unreachedUntil(zero + 12min);
        QCOMPARE(desk.nothingHeard.size(), std::size_t(0));
        desk.unreachedUntil(zero + 30min);
        QCOMPARE(desk.nothingHeard.size(), std::size_t(4));
        QCOMPARE(desk.nothingHeard.back().at, zero + 10min);
    }

    void streamThatIsSoonBackTellsOnIfTheStateComes_data() {
        QTest::addColumn<bool>("stateComes");
        QTest::newRow("the state comes") << true;
        QTest::newRow("nobody tells what it missed") << false;
    }
    void streamThatIsSoonBackTellsOnIfTheStateComes() {
        QFETCH(bool, stateComes);
        Desk desk;
        desk.source.streamBegan(zero);
        desk.until(zero + 2min);
        const UtcTime cut = desk.now;
        desk.source.streamEnded(cut);
        const auto goOn = [&](UtcTime end) { stateComes ? desk.until(end) : desk.unreachedUntil(end); };
        goOn(cut + 30s);
        desk.source.streamBegan(desk.now);
        goOn(cut + 40s);
        std::size_t before = desk.told.size();
        desk.withdrawnBy(0, 1);
        goOn(cut + 50s);
        QVERIFY(desk.told.size() > before); // as if nothing had been
        before = desk.told.size();
        goOn(cut + 5min);
        QCOMPARE(desk.nothingHeard.size(), std::size_t(stateComes ? 0 : 4));
        QCOMPARE(desk.told.size(), before);
        desk.withdrawnBy(1, 2);
        goOn(desk.now + 3s);
        QCOMPARE(desk.told.size() > before, stateComes);
        desk.withdrawnBy(2, 200); // with the two of before
        goOn(desk.now + 3s);
        QCOMPARE(desk.told.back().peersFull, stateComes ? networks : 200);
        QCOMPARE(desk.told.back().peersSeeing, stateComes ? networks - 200 : 0);
    }

    void whatMostTellAfterACutGoesOnWithoutAState() {
        Desk desk;
        desk.source.streamBegan(zero);
        desk.until(zero + 2min);
        desk.source.streamEnded(desk.now);
        desk.unreachedUntil(desk.now + 30s);
        desk.source.streamBegan(desk.now);
        desk.withdrawnBy(0, 200);
        desk.unreachedUntil(desk.now + 5min);
        QCOMPARE(desk.nothingHeard.size(), std::size_t(0));
        QCOMPARE(desk.told.back().peersFull, 200); // of the others nobody knows what they did in the cut
        QCOMPARE(desk.told.back().peersSeeing, 0);
        const UtcTime end = desk.now;
        desk.source.streamEnded(end);
        desk.unreachedUntil(end + 3min);
        QCOMPARE(desk.nothingHeard.size(), std::size_t(4));
        QVERIFY(desk.nothingHeard.back().at >= end - 1s);
    }

    void whatASleepMissedIsNotTold_data() {
        QTest::addColumn<bool>("endsFirst");
        QTest::newRow("the stream ends before anything else is noticed") << true;
        QTest::newRow("the stream seems to go on") << false;
    }
    void whatASleepMissedIsNotTold() {
        QFETCH(bool, endsFirst);
        Desk desk;
        desk.source.streamBegan(zero);
        desk.until(zero + 2min);
        desk.now += 5h;
        if (!endsFirst) {
            desk.keep(desk.source.settled(desk.now));
            const auto question = RipeSource(desk.source).due(desk.now);
            QVERIFY(question && question->what == What::State); // at once
        }
        desk.source.streamEnded(desk.now);
        desk.source.streamBegan(desk.now + 1s);
        const std::size_t before = desk.told.size();
        desk.hear({desk.now + 1s, {fullPeer(0), "175.45.176.0/24", {}}});
        desk.keep(desk.source.settled(desk.now + 3s));
        QCOMPARE(desk.told.size(), before);
    }

    void whatWasAskedBeforeASleepIsNotToldAsOfNow() {
        Desk desk;
        desk.source.streamBegan(zero + 30s); // later than the state is of
        std::optional<RipeQuestion> question;
        for (; desk.now < zero + 20s && !(question && question->what == What::Updates); desk.now += 1s) {
            desk.keep(desk.source.settled(desk.now));
            question = desk.source.due(desk.now);
            if (question && question->what != What::Updates)
                desk.keep(desk.source.answered(*question, desk.answerTo(*question), desk.now));
        }
        QVERIFY(question && question->what == What::Updates);
        desk.now += 10min;
        desk.keep(desk.source.settled(desk.now));
        const std::size_t before = desk.told.size();
        desk.hear({desk.now, {fullPeer(0), "175.45.176.0/24", {}}});
        desk.missed.push_back({zero + 1s, {fullPeer(1), "175.45.176.0/24", {}}});
        desk.keep(desk.source.answered(*question, desk.answerTo(*question), desk.now));
        QCOMPARE(desk.told.size(), before);
        desk.until(desk.now + 5s); // the state is answered
        QVERIFY(desk.told.size() > before);
    }

    void withdrawalByMostIsToldWhateverWasMissed() {
        Desk desk;
        desk.source.streamBegan(zero);
        desk.until(zero + 2min);
        desk.source.streamEnded(desk.now);
        desk.now += 20min;
        desk.keep(desk.source.settled(desk.now)); // we were there
        desk.source.streamBegan(desk.now);        // and the state does not come
        desk.withdrawnBy(0, 200);
        desk.keep(desk.source.settled(desk.now + 2s));
        QCOMPARE(desk.told.back().peersFull, 200);
        QCOMPARE(desk.told.back().peersSeeing, 0);
    }

    void collectorOfWhichNobodySeesAnythingIsLookedInto() {
        Desk desk;
        const FullFeed feed = withCollector();
        const auto ask = [&](const std::string& body) {
            const auto question = desk.source.due(desk.now);
            if (question)
                desk.keep(desk.source.answered(*question, body, desk.now));
            return question ? question->what : What::Updates;
        };
        QCOMPARE(ask(risPeersBody(feed, zero)), What::Peers);
        QCOMPARE(ask(bgpStateBody(usualRoutes(300), zero)), What::State);
        QVERIFY(desk.told.empty()); // not before the reference
        QCOMPARE(ask(bgpStateBody(referenceRoutes(300), zero)), What::Reference);
        QCOMPARE(desk.told.back().peersFull, 300);
        QCOMPARE(desk.told.back().peersSeeing, 300);
        desk.now += 10min; // the same collector is not looked into again for an hour
        QCOMPARE(ask(bgpStateBody(usualRoutes(300), desk.now)), What::State);
        QCOMPARE(desk.told.size(), std::size_t(8));
        desk.now += 10min; // and once it is back it counts
        QCOMPARE(ask(bgpStateBody(moved(usualRoutes(networks)), desk.now)), What::State);
        QCOMPARE(desk.told.back().peersFull, networks);
    }

    void collectorThatHasTheReferenceAloneHasLostThem() {
        Desk desk;
        for (const std::string& body : {risPeersBody(withCollector(), zero), bgpStateBody(usualRoutes(300), zero),
                                        bgpStateBody(moved(referenceRoutes(networks)), zero)})
            desk.keep(desk.source.answered(*desk.source.due(zero), body, zero));
        QCOMPARE(desk.told.back().peersFull, networks);
        QCOMPARE(desk.told.back().peersSeeing, 300);
    }
};

QTEST_APPLESS_MAIN(RipeSourceTest)
#include "tst_ripe_source.moc"
