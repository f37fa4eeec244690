// SPDX-License-Identifier: GPL-3.0-or-later
// Places elsewhere as they are asked on a manual clock: whom, when, how often, and what is made of troubles.
#include "app/outside/globalping_source.h"
#include "app/simulation/platform_answers.h"
#include "tests/support/story.h"

#include <QTest>

#include <nlohmann/json.hpp>

#include <array>
#include <set>

using namespace kpwatch;
using namespace kpwatch::test;
using namespace kpwatch::simulation;
using namespace std::chrono_literals;
using nlohmann::json;

namespace {

const UtcTime zero = *parseIsoUtc("2026-11-20T00:00:00Z");

// Globalping as it is, and whoever asks it.
struct Desk {
    Watchlist watchlist = storyWatchlist();
    std::unique_ptr<GlobalpingSource> source = std::make_unique<GlobalpingSource>(
        watchlist, [](const std::string& host) { return host.empty() ? std::string() : "175.45.176.71"; });
    UtcTime now = zero;
    PlaceDoes does = PlaceDoes::Answers;
    int places = 12, status = 202, looksUntilDone = 3;
    std::string createBody;
    std::optional<std::chrono::seconds> retryAfter;
    std::vector<std::pair<UtcTime, json>> created;
    std::vector<UtcTime> looked;
    std::vector<std::string> troubles;
    int kept = 0, looks = 0, unchanged = 0;
    PlaceQuestion question;
    std::optional<UtcTime> begun;

    WebAnswer answerTo(const PlatformQuestion& asked) {
        if (asked.post) {
            created.emplace_back(now, json::parse(*asked.post));
            question = questionIn(*asked.post);
            looks = 0;
            if (status != 202)
                return {status, createBody, retryAfter, {}};
            return {202, R"({"id":"m)" + std::to_string(created.size()) + R"(","probesCount":12})", {}, {}};
        }
        looked.push_back(now);
        const bool done = ++looks >= looksUntilDone;
        const std::vector<PlaceDoes> all(static_cast<std::size_t>(places), done ? does : PlaceDoes::Waits);
        const std::string tag = "W/\"" + std::to_string(created.size()) + (done ? "-done\"" : "\"");
        if (asked.unlessStill == tag) {
            ++unchanged;
            return {304, {}, {}, {}, tag};
        }
        return {200, globalpingBody("m" + std::to_string(created.size()), question, all, begun), {}, {}, tag};
    }
    void until(UtcTime end) {
        for (; now < end; now += 100ms) {
            while (const auto asked = source->due(now)) {
                const PlatformTold told = source->answered(answerTo(*asked), now);
                kept += told.keepBody ? 1 : 0;
                if (told.trouble)
                    troubles.push_back(told.trouble->said);
            }
            const UtcTime next = source->dueAt(now); // nothing happens before
            if (next > now + 1s)
                now = std::min(end, next) - 100ms;
        }
    }
    TargetId target(const char* name) const {
        for (const Target& each : watchlist.targets)
            if (each.name == name)
                return each.id;
        return {};
    }
    void goesDown(const char* name) { source->setDown(target(name), now - 4min, now); }
    void fillTheDay() { // but for one incident and a half
        json asked = json::array();
        for (int i = 0; i < 560; ++i)
            asked.push_back((zero - 10h).time_since_epoch().count());
        source->restore({{"manners", {{"asked_ms", asked}}}, {"baseline_ms", zero.time_since_epoch().count()}}, zero);
    }
    std::set<PlaceQuestion::Kind> askedSince(UtcTime from) const {
        std::set<PlaceQuestion::Kind> kinds;
        for (const auto& [at, request] : created)
            if (at >= from)
                kinds.insert(questionIn(request.dump()).kind);
        return kinds;
    }
    std::size_t createdSince(UtcTime from) const {
        return static_cast<std::size_t>(
            std::count_if(created.begin(), created.end(), [&](const auto& each) { return each.first >= from; }));
    }
};

} // namespace

class GlobalpingSourceTest : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void whoReachesWhomIsLearnedTwiceADay() {
        Desk desk;
        desk.until(zero + 1h);
        QCOMPARE(desk.created.size(), std::size_t(8)); // four pages, two name servers, two routers
        QCOMPARE(desk.kept, 8);
        desk.until(zero + 23h);
        QCOMPARE(desk.created.size(), std::size_t(16));
    }

    void whatHasNotChangedIsNotSentAgain() {
        Desk desk;
        desk.looksUntilDone = 4;
        desk.until(zero + 1h);
        QCOMPARE(desk.created.size(), std::size_t(8));
        QCOMPARE(desk.kept, 8);
        QCOMPARE(desk.unchanged, 8 * 2); // the second look and the third
    }

    void theSamePlacesAreAskedEachTime() {
        Desk desk;
        desk.until(zero + 13h);
        QVERIFY(desk.created[0].second["locations"].is_array());
        QCOMPARE(desk.created[0].second["locations"].size(), std::size_t(12));
        for (std::size_t i = 1; i < desk.created.size(); ++i)
            QVERIFY(desk.created[i].second["locations"] == json("m" + std::to_string(i)));
    }

    void neverByIcmpAndByAddress() {
        Desk desk;
        desk.until(zero + 1h);
        for (const auto& [at, request] : desk.created) {
            QVERIFY(request["type"] != "ping" || request["measurementOptions"]["protocol"] == "TCP");
            QVERIFY(request["type"] != "http" || request["target"] == "175.45.176.71");
        }
    }

    void threeRoundsFollowAnIncident() {
        Desk desk;
        desk.until(zero + 2h);
        desk.does = PlaceDoes::TimesOut;
        for (const char* name : {"kcna-http", "naenara-http", "ns1"})
            desk.goesDown(name);
        const UtcTime began = desk.now;
        desk.until(began + 1h);
        QCOMPARE(desk.createdSince(began), std::size_t(6)); // two questions, three times
        const auto minutes = [&](std::size_t back) {
            return std::chrono::floor<std::chrono::minutes>(desk.created[desk.created.size() - back].first - began)
                .count();
        };
        QCOMPARE(minutes(6), 0);
        QCOMPARE(minutes(4), 5);
        QCOMPARE(minutes(2), 15);
        QCOMPARE(desk.source->asking(began + 20min).latest->silent, 12);
        QVERIFY(!desk.source->asking(desk.now).asking);
    }

    // Of four sites and what else is there the first to be confirmed may be a name server or a router.
    void sitesThatFollowWithinAMinuteAreAskedAboutToo() {
        Desk desk;
        desk.until(zero + 2h);
        desk.goesDown("ns2");
        desk.goesDown("ns1");
        const UtcTime began = desk.now;
        desk.until(began + 40s);
        QCOMPARE(desk.createdSince(began), std::size_t(0));
        QVERIFY(desk.source->asking(desk.now).asking);
        QCOMPARE(desk.source->asking(desk.now).round, 0);
        desk.goesDown("kcna-http"); // is asked about at once
        desk.until(began + 4min);
        QCOMPARE(desk.createdSince(began), std::size_t(2));
        QVERIFY(desk.askedSince(began).contains(PlaceQuestion::Kind::Http));
        QVERIFY(desk.askedSince(began).contains(PlaceQuestion::Kind::Dns));
    }

    void otherThanSitesAreAskedAboutAfterAMinute() {
        Desk desk;
        desk.until(zero + 2h);
        desk.goesDown("ns2");
        const UtcTime began = desk.now;
        QCOMPARE(desk.source->asking(began).next, std::optional(began + 1min));
        desk.until(began + 59s);
        QCOMPARE(desk.createdSince(began), std::size_t(0));
        desk.until(began + 2min);
        QCOMPARE(desk.askedSince(began), std::set{PlaceQuestion::Kind::Dns});
    }

    void sitesThatFollowLaterAreAskedAboutInRoundsOfTheirOwn() {
        Desk desk;
        desk.until(zero + 2h);
        desk.goesDown("ns2");
        desk.until(desk.now + 40min);
        Desk again; // restarted meanwhile
        again.now = desk.now;
        again.source->restore(json::parse(desk.source->state().dump()), again.now);
        for (Desk* const each : {&desk, &again}) {
            const UtcTime followed = each->now;
            each->goesDown("kcna-http");
            each->goesDown("naenara-http");
            each->until(followed + 2min);
            QVERIFY(each->askedSince(followed).contains(PlaceQuestion::Kind::Http));
            each->goesDown("mfa-http"); // asked about already: sites
            each->until(followed + 1h);
            QVERIFY(each->createdSince(followed) <= 6);
        }
    }

    void progressIsShown() {
        Desk desk;
        desk.until(zero + 2h);
        desk.goesDown("kcna-http");
        QVERIFY(!desk.source->asking(desk.now).asking || desk.source->asking(desk.now).places == 0);
        desk.looksUntilDone = 1000;
        desk.until(desk.now + 5s);
        const AskingElsewhere shown = desk.source->asking(desk.now);
        QVERIFY(shown.asking);
        QCOMPARE(shown.round, 1);
        QCOMPARE(shown.places, 12);
        QCOMPARE(shown.heard, 0);
    }

    // Of a page and a name server: each place is asked twice.
    void progressGoesOnOverBothQuestions() {
        Desk desk;
        desk.until(zero + 2h);
        desk.goesDown("kcna-http");
        desk.goesDown("ns1");
        std::set<int> whole;
        int most = 0;
        for (int i = 0; i < 120; ++i) {
            desk.until(desk.now + 500ms);
            const AskingElsewhere shown = desk.source->asking(desk.now);
            if (shown.places == 0)
                continue;
            whole.insert(shown.places);
            QVERIFY(shown.heard >= most);
            most = shown.heard;
        }
        QCOMPARE(whole, std::set<int>{24});
        QVERIFY(most >= 12);
    }

    void oneIncidentIsAskedAboutOnce() {
        Desk desk;
        desk.until(zero + 2h);
        desk.goesDown("kcna-http");
        const UtcTime began = desk.now;
        desk.until(began + 30min);
        desk.goesDown("mfa-http"); // joins it
        desk.until(began + 90min);
        QVERIFY(desk.createdSince(began) <= 6);
        desk.source->setDown(desk.target("kcna-http"), std::nullopt, desk.now);
        desk.source->setDown(desk.target("mfa-http"), std::nullopt, desk.now);
        desk.until(began + 4h);
        const std::size_t before = desk.created.size();
        desk.goesDown("kcna-http"); // another one
        desk.until(desk.now + 30min);
        QVERIFY(desk.created.size() > before);
    }

    void aSecondIncidentHasRoundsOfItsOwn_data() {
        QTest::addColumn<int>("minutes"); // after the first
        QTest::newRow("among the rounds of the first") << 7;
        QTest::newRow("after them") << 40;
    }
    void aSecondIncidentHasRoundsOfItsOwn() {
        QFETCH(int, minutes);
        Desk desk;
        desk.until(zero + 2h);
        const UtcTime began = desk.now;
        desk.goesDown("kcna-http");
        desk.until(began + 2min);
        desk.source->setDown(desk.target("kcna-http"), std::nullopt, desk.now);
        desk.until(began + std::chrono::minutes(minutes));
        const UtcTime second = desk.now;
        desk.goesDown("mfa-http");
        desk.until(second + 1min);
        QCOMPARE(desk.createdSince(second), std::size_t(1)); // at once
        desk.until(second + 1h);
        QCOMPARE(desk.createdSince(second), std::size_t(3));
    }

    void whoStopsAgainHasRoundsAnew_data() {
        QTest::addColumn<int>("minutes"); // after the first time
        QTest::newRow("among the rounds of the first") << 12;
        QTest::newRow("late for the last of them") << 20;
        QTest::newRow("after them") << 40;
    }
    void whoStopsAgainHasRoundsAnew() {
        QFETCH(int, minutes);
        Desk desk;
        desk.until(zero + 2h);
        const UtcTime began = desk.now;
        desk.goesDown("kcna-http");
        desk.until(began + 2min);
        desk.source->setDown(desk.target("kcna-http"), std::nullopt, desk.now);
        desk.until(began + std::chrono::minutes(minutes));
        const UtcTime again = desk.now;
        desk.goesDown("kcna-http");
        desk.until(again + 30min);
        QCOMPARE(desk.createdSince(began), std::size_t(1 + 3));
        constexpr std::array times{0min, 5min, 15min};
        for (std::size_t i = 0; i < times.size(); ++i) {
            const auto asked = desk.created[desk.created.size() - times.size() + i].first - again;
            QCOMPARE(std::chrono::floor<std::chrono::minutes>(asked).count(), times[i].count());
        }
        Desk restarted; // the same, told again
        restarted.now = desk.now;
        restarted.source->restore(json::parse(desk.source->state().dump()), restarted.now);
        restarted.source->setDown(restarted.target("kcna-http"), again - 4min, restarted.now);
        restarted.until(again + 1h);
        QCOMPARE(restarted.created.size(), std::size_t(0));
    }

    // So much was asked that the next incident would have too little: what is still to come is asked at its time.
    void whoStopsAgainOnAFullDayHasTheRestOfTheirRounds() {
        Desk desk;
        desk.fillTheDay();
        desk.goesDown("kcna-http");
        desk.until(zero + 2min);
        desk.source->setDown(desk.target("kcna-http"), std::nullopt, desk.now);
        desk.until(zero + 12min);
        desk.goesDown("kcna-http");
        desk.until(zero + 1h);
        QCOMPARE(desk.created.size(), std::size_t(2));
        QVERIFY(desk.created.back().first - zero >= 15min);
    }

    void whoTakeTurnsOnAFullDayHaveRoundsAnewOnceEach() {
        Desk desk;
        desk.fillTheDay();
        for (const auto& [name, began] :
             {std::pair("kcna-http", 0min), std::pair("mfa-http", 12min), std::pair("kcna-http", 24min)}) {
            desk.until(zero + began);
            desk.goesDown(name);
            desk.until(zero + began + 2min);
            if (began < 24min)
                desk.source->setDown(desk.target(name), std::nullopt, desk.now);
        }
        desk.until(zero + 1h);
        QCOMPARE(desk.created.size(), std::size_t(3));
        QVERIFY(desk.created.back().first - zero >= 27min); // the last of those that began after 12
    }

    void whoIsSilentForDaysHidesNoSecondIncident() {
        Desk desk;
        desk.source->setDown(desk.target("ns1"), zero - 48h, zero);
        desk.until(zero + 2h);
        const UtcTime began = desk.now;
        desk.goesDown("kcna-http");
        desk.until(began + 30min);
        QCOMPARE(desk.createdSince(began), std::size_t(6)); // about both
        desk.source->setDown(desk.target("kcna-http"), std::nullopt, desk.now);
        desk.until(began + 40min);
        const UtcTime second = desk.now;
        desk.goesDown("mfa-http");
        desk.until(second + 1h);
        QCOMPARE(desk.createdSince(second), std::size_t(6));
    }

    void whoComesAndGoesLeavesTheNextIncidentItsRounds() {
        Desk desk;
        desk.until(zero + 2h);
        for (int times = 0; times < 20; ++times) {
            desk.goesDown("kcna-http");
            desk.until(desk.now + 16min);
            desk.source->setDown(desk.target("kcna-http"), std::nullopt, desk.now);
            desk.until(desk.now + 5min);
        }
        const UtcTime second = desk.now;
        desk.goesDown("mfa-http");
        desk.goesDown("ns1");
        desk.until(second + 20min);
        QCOMPARE(desk.createdSince(second), std::size_t(6));
    }

    void whoIsBackIsAskedAboutNoMore() {
        Desk desk;
        desk.until(zero + 2h);
        desk.goesDown("kcna-http");
        const UtcTime began = desk.now;
        desk.until(began + 2min);
        desk.source->setDown(desk.target("kcna-http"), std::nullopt, desk.now);
        desk.until(began + 1h);
        QCOMPARE(desk.createdSince(began), std::size_t(1));
    }

    void anOutageFromBeforeWeLookedBeginsNoRounds() {
        Desk desk;
        desk.until(zero + 2h);
        const UtcTime began = desk.now;
        desk.source->setDown(desk.target("kcna-http"), began - 5h, began);
        desk.until(began + 1h);
        QCOMPARE(desk.createdSince(began), std::size_t(0));
    }

    void byHandOneRoundIsAsked() {
        Desk desk;
        desk.until(zero + 2h);
        const UtcTime began = desk.now;
        desk.source->askNow(began);
        QVERIFY(desk.source->asking(began).asking);
        desk.until(began + 30min);
        QCOMPARE(desk.createdSince(began), std::size_t(2));
        QVERIFY(!desk.source->asking(desk.now).asking);
    }

    // Also where no target of ours is down, or none is asked from here at all.
    void whatWasAskedByHandIsAnswered() {
        Desk desk;
        for (Target& each : desk.watchlist.targets)
            if (each.name == "kcna-http")
                each.label = "KCNA";
        desk.source = std::make_unique<GlobalpingSource>(desk.watchlist, AddressOf());
        desk.until(zero + 2h);
        QVERIFY(!desk.source->asking(desk.now).byHand);
        desk.source->askNow(desk.now);
        desk.until(desk.now + 1min);
        const AskingElsewhere shown = desk.source->asking(desk.now);
        QVERIFY(shown.byHand && !shown.latest);
        QCOMPARE(shown.byHand->label, std::string("KCNA"));
        QCOMPARE(shown.byHand->round.voting, 12);
        QCOMPARE(shown.byHand->round.silent, 0);
        desk.does = PlaceDoes::TimesOut;
        desk.source->askNow(desk.now);
        desk.until(desk.now + 1min);
        QCOMPARE(desk.source->asking(desk.now).byHand->round.silent, 12);
        QVERIFY(!desk.source->asking(desk.now + 3h).byHand); // it is of a clock without a day
    }

    void placesThatAreGoneAreReplaced() {
        Desk desk;
        desk.until(zero + 1h);
        desk.status = 422;
        desk.createBody = R"({"error":{"type":"no_probes_found","message":"No matching IPv4 probes available."}})";
        desk.until(zero + 12h + 1min);
        QVERIFY(desk.created.back().second["locations"].is_array());
    }

    void anAddressItWillNotHaveAskedIsLeftOutForADay() {
        Desk desk;
        desk.status = 400;
        desk.createBody = R"({"error":{"type":"validation_error","message":"Parameter validation failed."}})";
        desk.until(zero + 13h);
        QCOMPARE(desk.created.size(), std::size_t(8)); // each once, and not again at noon
        QVERIFY(desk.troubles.front().find("validation_error") != std::string::npos);
    }

    void aRefusalIsHonouredAndOutlivesARestart() {
        Desk desk;
        desk.status = 429;
        desk.retryAfter = 40min;
        desk.createBody = R"({"error":{"type":"rate_limit_exceeded","message":"no"}})";
        desk.until(zero + 10min);
        QCOMPARE(desk.created.size(), std::size_t(1));
        const json state = desk.source->state();
        Desk again;
        again.now = desk.now;
        again.source->restore(json::parse(state.dump()), again.now);
        again.until(zero + 39min);
        QCOMPARE(again.created.size(), std::size_t(0));
        again.source->askNow(again.now); // by hand neither
        again.until(zero + 39min + 30s);
        QCOMPARE(again.created.size(), std::size_t(0));
        again.until(zero + 45min);
        QVERIFY(!again.created.empty());
    }

    void whatIsSaidOfTheNextRoundIsWhenItMayBeAsked() {
        Desk desk;
        desk.until(zero + 2h);
        desk.status = 429;
        desk.retryAfter = 12min;
        desk.createBody = R"({"error":{"type":"rate_limit_exceeded","message":"no"}})";
        desk.goesDown("kcna-http");
        const UtcTime began = desk.now;
        desk.until(began + 2min);
        Desk again;
        again.now = desk.now;
        again.source->restore(json::parse(desk.source->state().dump()), again.now);
        again.goesDown("kcna-http");
        for (const Desk* const each : {&desk, &again}) {
            const AskingElsewhere shown = each->source->asking(each->now);
            QVERIFY(shown.asking);
            const UtcTime welcome = *each->source->guest().waitsUntil(each->now);
            QCOMPARE(shown.next, std::optional(welcome)); // and not after five minutes
            QVERIFY(!shown.trouble.empty());
        }
        desk.status = 202;
        const UtcTime said = *desk.source->asking(desk.now).next;
        desk.until(said);
        const std::size_t before = desk.created.size();
        desk.until(said + 10s);
        QVERIFY(desk.created.size() > before);

        Desk late; // until after the last of them
        late.until(zero + 2h);
        late.status = 429;
        late.retryAfter = 40min;
        late.createBody = desk.createBody;
        late.goesDown("kcna-http");
        late.until(late.now + 2min);
        QVERIFY(!late.source->asking(late.now).asking);
    }

    void roundsGoOnAfterARestart() {
        Desk desk;
        desk.until(zero + 2h);
        desk.goesDown("kcna-http");
        const UtcTime began = desk.now;
        desk.until(began + 3min);
        Desk again;
        again.now = desk.now;
        again.source->restore(desk.source->state(), again.now);
        again.source->setDown(again.target("kcna-http"), began - 4min, again.now);
        again.until(began + 1h);
        QCOMPARE(again.created.size(), std::size_t(2)); // the second and the third; no baseline anew
    }

    void whoJoinedAnIncidentBeginsNoRoundsAnewAfterARestart_data() {
        QTest::addColumn<int>("minutes"); // at which he joined it
        QTest::addColumn<int>("rounds");  // that are left then
        QTest::newRow("among its rounds") << 8 << 1;
        QTest::newRow("after them") << 18 << 0;
    }
    void whoJoinedAnIncidentBeginsNoRoundsAnewAfterARestart() {
        QFETCH(int, minutes);
        QFETCH(int, rounds);
        const std::chrono::minutes joined(minutes);
        Desk desk;
        desk.until(zero + 2h);
        const UtcTime began = desk.now;
        desk.goesDown("mfa-http");
        desk.until(began + joined);
        desk.goesDown("kcna-http");
        desk.until(began + joined + 1min);
        Desk again;
        again.now = desk.now;
        again.source->restore(json::parse(desk.source->state().dump()), again.now);
        again.source->setDown(again.target("kcna-http"), began + joined - 4min, again.now);
        again.source->setDown(again.target("mfa-http"), began - 4min, again.now);
        again.until(began + 1h);
        QCOMPARE(again.created.size(), static_cast<std::size_t>(2 * rounds)); // about both
    }

    void aBaselineGoesOnAfterARestart() {
        Desk desk;
        while (desk.created.size() < 3)
            desk.until(desk.now + 500ms);
        Desk again;
        again.now = desk.now;
        again.question = desk.question;
        again.source->restore(json::parse(desk.source->state().dump()), again.now);
        again.until(zero + 1h);
        QCOMPARE(desk.created.size() + again.created.size(), std::size_t(8));
        QCOMPARE(again.kept, 6); // the third was under way
    }

    void aBaselineLeavesWhatAnIncidentTakes() {
        Desk desk;
        desk.until(zero + 5min);
        QCOMPARE(desk.created.size(), std::size_t(8));
        Desk again; // a second one within the hour
        again.now = desk.now;
        again.source->restore({{"manners", desk.source->state()["manners"]}}, again.now);
        again.until(zero + 10min);
        QVERIFY(again.created.size() < 8);
        again.goesDown("kcna-http");
        again.goesDown("ns1");
        const UtcTime began = again.now;
        again.until(began + 20min);
        QCOMPARE(again.createdSince(began), std::size_t(6));
        again.until(zero + 2h);
        QCOMPARE(again.created.size(), std::size_t(8 + 6)); // the rest of it when there is room
    }

    void whoAsksByHandLeavesWhatAnIncidentTakes_data() {
        QTest::addColumn<bool>("silent");
        QTest::newRow("while nobody is silent") << false;
        QTest::newRow("while somebody is, for days") << true;
    }
    void whoAsksByHandLeavesWhatAnIncidentTakes() {
        QFETCH(bool, silent);
        Desk desk;
        if (silent)
            desk.source->setDown(desk.target("ns1"), zero - 48h, zero);
        for (int minutes = 1; minutes <= 20; ++minutes) {
            desk.source->askNow(desk.now);
            desk.until(zero + std::chrono::minutes(minutes));
        }
        const AskingElsewhere shown = desk.source->asking(desk.now);
        QVERIFY(shown.asking && shown.next && *shown.next > desk.now); // it is said when
        QVERIFY(shown.keptUntil == shown.next);
        QVERIFY(!desk.source->asking(*shown.keptUntil).keptUntil);
        desk.goesDown("kcna-http");
        desk.goesDown("ns1");
        const UtcTime began = desk.now;
        desk.until(began + 20min);
        QCOMPARE(desk.createdSince(began), std::size_t(6));
    }

    void anIncidentDoesNotWaitForABaseline() {
        Desk desk;
        while (desk.created.empty())
            desk.until(desk.now + 500ms);
        desk.goesDown("mfa-http");
        desk.until(zero + 1min);
        QCOMPARE(questionIn(desk.created.at(1).second.dump()).asked, std::string("175.45.176.74"));
        desk.until(zero + 1h);
        QCOMPARE(desk.created.size(), std::size_t(8 + 3));
    }

    // Killed between the request and its answer.
    void whatWasUnderWayIsFetchedAfterARestart() {
        Desk desk;
        desk.does = PlaceDoes::TimesOut;
        desk.until(zero + 2h);
        desk.goesDown("kcna-http");
        desk.looksUntilDone = 1'000'000;
        const UtcTime began = desk.now;
        desk.until(began + 2s);
        const json state = desk.source->state();
        QVERIFY(state.contains("under_way"));

        Desk again;
        again.now = began + 8min;
        again.question = desk.question;
        again.begun = began;
        again.looksUntilDone = 1;
        again.source->restore(json::parse(state.dump()), again.now);
        const auto asked = again.source->due(again.now);
        QVERIFY(asked.has_value());
        QVERIFY(!asked->post);
        QCOMPARE(asked->path, "/v1/measurements/" + state["under_way"]["id"].get<std::string>());
        QVERIFY(again.source->answered(again.answerTo(*asked), again.now).keepBody);
        QVERIFY(!again.source->state().contains("under_way"));
        // The places spoke then, not when they were fetched.
        const std::string body = globalpingBody("m1", desk.question, {PlaceDoes::TimesOut}, began);
        const SourceAnswer late{again.now, globalpingSource, "", 200, body, true};
        QCOMPARE(isoUtc(outsideReadings(std::span(&late, 1)).places.front().at), isoUtc(began));
        const SourceAnswer soon{began + 9s, globalpingSource, "", 200, body, true};
        QCOMPARE(isoUtc(outsideReadings(std::span(&soon, 1)).places.front().at), isoUtc(began));
    }

    void whatAnotherWroteIsNotFetched() {
        for (const char* const id : {"", "../../etc", "a b"}) {
            Desk desk;
            desk.source->restore({{"under_way", {{"id", id}, {"asked_ms", zero.time_since_epoch().count()}}}}, zero);
            QVERIFY(desk.source->due(zero)->post.has_value());
        }
        Desk desk; // it is kept for seven days
        desk.source->restore({{"under_way", {{"id", "m1"}, {"asked_ms", (zero - 7 * 24h).time_since_epoch().count()}}}},
                             zero);
        QVERIFY(desk.source->due(zero)->post.has_value());
    }

    void aMeasurementThatNeverEndsIsLeft() {
        Desk desk;
        desk.looksUntilDone = 1'000'000;
        desk.until(zero + 30min);
        QCOMPARE(desk.created.size(), std::size_t(8));
        QVERIFY(desk.looked.size() < 8 * 45);
        for (std::size_t i = 1; i < desk.looked.size(); ++i)
            QVERIFY(desk.looked[i] - desk.looked[i - 1] >= 500ms);
    }

    // Published: 250 tests an hour without a token. The worst day: an incident every two hours, and somebody who
    // presses the button each minute.
    void aDayStaysWithinWhatIsAllowed() {
        Desk desk;
        desk.does = PlaceDoes::TimesOut;
        for (int minutes = 0; minutes < 24 * 60; ++minutes) {
            if (minutes % 125 == 0)
                desk.goesDown("kcna-http");
            if (minutes % 125 == 60)
                desk.source->setDown(desk.target("kcna-http"), std::nullopt, desk.now);
            desk.source->askNow(desk.now);
            desk.until(zero + std::chrono::minutes(minutes + 1));
        }
        std::size_t most = 0;
        for (std::size_t i = 0; i < desk.created.size(); ++i) {
            std::size_t within = i;
            while (within < desk.created.size() && desk.created[within].first < desk.created[i].first + 1h)
                ++within;
            most = std::max(most, within - i);
        }
        qInfo() << desk.created.size() * 12 << "tests in a day," << most * 12 << "in the busiest hour,"
                << desk.looked.size() << "looks";
        QVERIFY(most * 12 <= 250);
        QVERIFY(desk.created.size() * 12 <= 720);
    }
};

QTEST_GUILESS_MAIN(GlobalpingSourceTest)
#include "tst_globalping_source.moc"
