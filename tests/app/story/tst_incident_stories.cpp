// SPDX-License-Identifier: GPL-3.0-or-later
// Stories as rows: what was seen of four sites (175.45.176.71 to .74), four name servers (.8 to .11), all by way of
// China, a router reached both ways and one by way of Russia; and what should be made of it: "scope pattern routes",
// for what is unclear its reason, then how many are strictly ordered. "none" where there is no incident. Lanes are
// written as in tests/support/lane_script.h. What else is known:
// - trouble LANE %, MIN: that share of the checks in the 20 minutes before was lost or slow, from MIN minutes before
// on;
// - road %: and that much of the road's own controls;
// - usual N: as bad in the same hour of N of the 7 days before;
// - unheard MIN MIN: when nobody listened to route collectors;
// - routes MIN:% ...: what route collectors saw of all four prefixes; MIN:A/B by way of China / Russia;
// - route N MIN:% ...: of 175.45.N.0/24 alone;
// - roa: evidence that routes were made invalid;
// - epoch MIN: our line changed;
// - address LANE A: where it was found;
// - outside N: that many other voices changed;
// - until MIN: how long it was watched, if not for a day.
#include "app/story/assessment.h"
#include "app/story/failure_order.h"
#include "app/story/spells.h"
#include "tests/support/lane_script.h"

#include <QTest>

#include <sstream>

using namespace kpwatch;
using namespace kpwatch::test;
using namespace std::chrono_literals;

namespace {

const char* const prefixes[] = {"176", "177", "178", "179"};

// Without the sentinels, which say of each block what its own targets say.
Watchlist plainWatchlist() {
    Watchlist list = storyWatchlist();
    std::erase_if(list.targets, [](const Target& target) { return target.name.starts_with("sentinel-"); });
    return list;
}

// The 16 sites on one server of May 2021, and two others.
Watchlist sharedServer() {
    Watchlist list = plainWatchlist();
    for (int i = 0; i < 16; ++i) {
        Target target = list.targets.front();
        target.id = TargetId{static_cast<std::int64_t>(list.targets.size())};
        target.name = "shared-" + std::to_string(i);
        target.site = target.name;
        target.probe = HttpOptions{"http://" + target.name + ".kp/", {}};
        list.targets.push_back(target);
    }
    return list;
}

// Mail is asked every quarter of an hour.
Watchlist withMail() {
    Watchlist list = plainWatchlist();
    for (int i = 0; i < 3; ++i) {
        Target target = list.targets.back();
        target.id = TargetId{1000 + i};
        target.name = "mail-" + std::to_string(i);
        target.group = "mail";
        target.layer = Layer::Mail;
        target.probe = SmtpOptions{"175.45.178." + std::to_string(56 + i), 25};
        target.interval = 15min;
        list.targets.push_back(target);
    }
    return list;
}

Watchlist oneTarget() {
    Watchlist list = plainWatchlist();
    list.targets.resize(1);
    return list;
}

constexpr double aDay = 24 * 60;

struct Told { // the case, and what it refers to
    Watchlist watchlist;
    double until = aDay; // minutes
    TargetSpans spans;
    std::vector<Event> events{{minute(0), Epoch{"home", "wi-fi", "DE"}}};
    std::map<TargetId, std::string> addresses{};
    TroubleBefore trouble{};
    Routing routing{};
    int outside = 0;

    Case asCase() const {
        Case made{watchlist, spans, settings, events, minute(until)};
        made.addresses = addresses;
        made.trouble = trouble;
        made.routing = routing;
        if (outside > 0) // places elsewhere that agree
            made.opinion.rounds = {PlaceRound{minute(0), outside, outside, outside, outside}};
        return made;
    }
    Settings settings{};
};

void addReading(Routing& routing, const std::string& prefix, const std::string& word) {
    constexpr int full = 320;
    const auto colon = word.find(':');
    const auto slash = word.find('/');
    RouteReading reading{
        minute(std::stod(word.substr(0, colon))), "ripe-ris", "175.45." + prefix + ".0/24", full, 0, {}};
    const double china = std::stod(word.substr(colon + 1));
    if (slash == std::string::npos) {
        reading.byUpstream = {{"134544", static_cast<int>(full * china * 0.7 / 100)},
                              {"20485", static_cast<int>(full * china * 0.3 / 100)}};
        reading.peersSeeing = static_cast<int>(full * china / 100);
    } else {
        const double russia = std::stod(word.substr(slash + 1));
        reading.byUpstream = {{"134544", static_cast<int>(full * china / 100)},
                              {"20485", static_cast<int>(full * russia / 100)}};
        reading.peersSeeing = static_cast<int>(full * (china + russia) / 100);
    }
    routing.readings.push_back(reading);
}

bool isMeant(const Target& target, const std::string& name) {
    return target.name == name || (name == "sites" && !target.site.empty()) ||
           (name == "servers" && target.group == "name-servers") || name == "all";
}

struct Teller {
    Told& told;
    const Incident& incident;

    void hear(const std::string& sentence) {
        std::istringstream words(sentence);
        std::string kind, name;
        words >> kind;
        double number = 0, since = 0;
        if (kind == "trouble") {
            words >> name >> number >> since;
            for (const Member& member : incident.members)
                if (isMeant(*told.watchlist.find(member.target), name))
                    told.trouble.of[member.target] = {100, static_cast<int>(number), 0, 0,
                                                      member.downTimes.front().firstFailure() -
                                                          milliseconds(static_cast<int>(since * 60000))};
        } else if (kind == "road") {
            words >> number;
            for (auto& [id, trouble] : told.trouble.of)
                trouble.onTheRoad = number / 100;
        } else if (kind == "usual") {
            words >> told.trouble.alikeDays;
        } else if (kind == "routes") {
            for (std::string word; words >> word;)
                for (const char* const prefix : prefixes)
                    addReading(told.routing, prefix, word);
        } else if (kind == "route") {
            words >> name;
            for (std::string word; words >> word;)
                addReading(told.routing, name, word);
        } else if (kind == "unheard") {
            words >> since >> number;
            told.routing.unheard.push_back({minute(since), minute(number)});
        } else if (kind == "roa") {
            told.routing.sightings.push_back(
                {minute(0), "routeviews", RouteSighting::What::Invalid, "175.45.176.0/22", 131279, 1});
        } else if (kind == "address") {
            std::string address;
            words >> name >> address;
            for (const Target& target : told.watchlist.targets)
                if (target.name.starts_with(name))
                    told.addresses[target.id] = address;
        } else if (kind == "outside") {
            words >> told.outside;
        }
    }
};

std::vector<std::string> sentencesOf(const std::string& more) {
    std::vector<std::string> sentences;
    std::istringstream split(more);
    for (std::string sentence; std::getline(split, sentence, ';');)
        sentences.push_back(sentence);
    return sentences;
}

std::string judgedStory(const Watchlist& watchlist, const std::string& lanes, const std::string& more) {
    const std::vector<std::string> sentences = sentencesOf(more);
    Told told{watchlist, aDay, {}};
    for (const std::string& sentence : sentences) {
        std::istringstream words(sentence);
        std::string kind;
        double at = 0;
        if (!(words >> kind >> at))
            continue;
        if (kind == "epoch")
            told.events.push_back({minute(at), Epoch{"cafe", "wi-fi", "DE"}});
        else if (kind == "until")
            told.until = at;
    }
    told.spans = lanesOf(watchlist, lanes, told.until);
    std::string text;
    const auto incidents = incidentsOf({told.watchlist, told.spans, told.events, minute(told.until)}, {});
    for (const Incident& incident : incidents) {
        if (incident.longStanding)
            continue;
        Told here = told;
        Teller teller{here, incident};
        for (const std::string& sentence : sentences)
            teller.hear(sentence);
        std::stable_sort(here.routing.readings.begin(), here.routing.readings.end(),
                         [](const RouteReading& one, const RouteReading& other) { return one.at < other.at; });
        const Assessment seen = assessed(incident, here.asCase());
        std::vector<Ranged> ranges;
        for (const Member& member : incident.members)
            ranges.push_back({member.target, member.began()});
        text += (text.empty() ? "" : " / ") + std::string(name(seen.scope)) + " " + std::string(name(seen.pattern));
        if (seen.pattern == Pattern::Unclear)
            text += "(" + std::string(name(seen.why)) + ")";
        text += " " + std::string(name(seen.routes.routes)) + " " + std::to_string(longestChain(ranges, 0ms));
    }
    return text.empty() ? "none" : text;
}

struct Row {
    const char *what, *lanes, *more, *expected;
};

// From the published facts, domain notes of the manual; what no source tells is assumed and said. Minute 0 is an hour
// and more before. Loss before the 2022 outages is assumed for the hosts named first; hosts of 2013 and 2014 are
// assumed to have followed the routes.
const Row documented[] = {
    {"22 December 2014: a day of routes coming and going, then gone for 9 h 31 min",
     "all 100-110 150-165 200-215 260-831",
     "routes 60:100 99:0 104:0 110:100 149:0 155:0 165:100 199:0 204:0 215:100 259:0 264:0 700:0 831:100",
     "whole-network unstable with-hosts 1"},
    {"13 March 2013: four routes gone, another upstream for moments, again", "all 100-104 110-118 125-150",
     "routes 60:100 99:0 103:0 104:80 109:0 113:0 118:90 124:0 140:0 150:100", "whole-network unstable with-hosts 1"},
    {"26 January 2022: time-outs, then single servers, then key routers",
     "mfa-http 100-460; airkoryo-http 108-470; naenara-http 115-480; kcna-http 116-440; servers 130-430; routers "
     "145-420",
     "trouble mfa-http 40 18; trouble airkoryo-http 30 18; trouble naenara-http 40 15; trouble kcna-http 25 12",
     "all-sites gradual unknown 5"},
    {"17 November 2022: Foreign Ministry and Naenara, then name servers, then key routers",
     "mfa-http 100-250; naenara-http 101-250; servers 120-245; routers 140-240; kcna-http 121-250; airkoryo-http "
     "122-250",
     "trouble mfa-http 30 18; trouble naenara-http 30 18; trouble kcna-http 35 19; trouble airkoryo-http 35 19",
     "all-sites gradual unknown 3"},
    {"7 June 2025: everything via China and via Russia at once, for 9 h; routes are assumed to have gone with the "
     "hosts",
     "all 100-640", "routes 60:100 99:100 101:3 300:0 639:0 641:100", "whole-network abrupt with-hosts 1"},
    {"18 March 2025: four routes invalid, fewer networks carry them; half of the hosts are assumed lost from here",
     "kcna-http 100-300; naenara-http 101-300; ns1 100.5-300; ns2 101-300",
     "roa; routes 60:100 99:100 101:30 200:30 300:100", "several routing-policy with-hosts 1"},
    {"27 March 2013: KCNA answered 503 for over ten hours", "kcna-http p100-720", "", "none"},
    {"11 January 2024: sites hosted in China removed; nothing watched here", "", "", "none"},
};

const Row stories[] = {
    // One server.
    {"one site", "kcna-http 100-190", "", "one-server single-server unknown 1"},
    {"one site, not over", "kcna-http 100-", "", "one-server single-server unknown 1"},
    {"one name server", "ns1 100-190", "", "one-server single-server unknown 1"},
    {"one router", "router-177 100-190", "", "one-server single-server unknown 1"},
    {"two names at one address", "kcna-http 100-190; naenara-http 101-190", "address naenara-http 175.45.176.71",
     "one-server single-server unknown 1"},
    {"two names at two addresses", "kcna-http 100-190; naenara-http 101-190", "",
     "several unclear(no-shape) unknown 1"},
    {"one site beside an error page", "kcna-http 100-190; mfa-http p90-200", "", "one-server single-server unknown 1"},
    {"one site beside a slow one", "kcna-http 100-190; mfa-http s90-200", "", "one-server single-server unknown 1"},
    {"one site while but one other is known to answer",
     "kcna-http 100-190; servers n0-; routers n0-; airkoryo-http n0-; mfa-http n0-", "",
     "one-server unclear(no-shape) unknown 1"},
    {"one site, routes present", "kcna-http 100-190", "routes 60:100 120:100 150:100",
     "one-server single-server still-present 1"},
    {"one site that comes and goes", "kcna-http 100-110 150-160 200-210", "", "one-server single-server unknown 1"},
    // Name servers.
    {"all name servers", "servers 100-190", "", "name-servers name-servers-only unknown 1"},
    {"two of four name servers", "ns1 100-190; ns3 101-190", "", "name-servers name-servers-only unknown 1"},
    {"name servers one after another", "ns1 100-190; ns2 110-190; ns3 120-190", "",
     "name-servers name-servers-only unknown 3"},
    {"name servers and one site", "servers 100-190; mfa-http 101-190", "", "several unclear(no-shape) unknown 1"},
    {"name servers while somebody answers for everybody", "servers 100-190; router-178 i120-130", "",
     "name-servers unclear(no-shape) unknown 1"},
    {"name servers while no site is known to answer", "servers 100-190; sites n0-", "",
     "name-servers unclear(no-shape) unknown 1"},
    // One side.
    {"the China side", "china 100-190", "", "all-sites one-upstream unknown 1"},
    {"the China side and what is reached both ways", "china 100-190; router-178 100-190", "",
     "all-sites one-upstream unknown 1"},
    {"the China side, routes only by Russia", "china 100-190", "routes 60:70/30 99:70/30 101:0/95 150:0/95",
     "one-upstream one-upstream still-present 1"},
    {"the China side and the routes with it", "china 100-190", "routes 60:100 99:100 101:20 150:20",
     "one-upstream one-upstream with-hosts 1"},
    {"banned by the edge: that side silent for us, routes there", "china 100-190", "routes 60:100 110:100 150:100",
     "all-sites one-upstream still-present 1"},
    {"the China side and Russia's router", "china 100-190; router-177 101-190", "",
     "all-sites unclear(no-shape) unknown 1"},
    {"the China side but one site", "servers 100-190; kcna-http 101-190; naenara-http 100-190; airkoryo-http 101-190",
     "", "several unclear(no-shape) unknown 1"},
    {"sites of the China side, nothing else known there", "sites 100-190; servers n0-", "",
     "all-sites unclear(no-shape) unknown 1"},
    {"the China side, the other not asked", "china 100-190; router-177 n0-; router-178 n0-", "",
     "all-sites abrupt unknown 1"},
    // Coming and going.
    {"three times", "all 100-110 150-160 200-210", "", "all-sites unstable unknown 1"},
    {"twice", "all 100-110 150-160", "", "all-sites abrupt unknown 1"},
    {"three times in more than six hours", "all 100-200 310-410 520-620", "", "all-sites abrupt unknown 1"},
    {"three times, less than half", "sites 100-110 150-160 200-210", "", "all-sites unclear(no-shape) unknown 1"},
    {"three times, half", "sites 100-110 150-160 200-210; ns1 100-110 150-160 200-210", "",
     "all-sites unstable unknown 1"},
    {"routes lost three times while the hosts stay away", "all 100-300",
     "routes 60:100 99:0 104:0 110:100 120:0 125:0 130:100 140:0 145:0 200:100", "whole-network unstable with-hosts 1"},
    {"routes lost twice", "all 100-300", "routes 60:100 99:0 104:0 110:100 120:0 125:0 200:100",
     "whole-network abrupt with-hosts 1"},
    {"routes lost for a moment three times", "all 100-300",
     "routes 60:100 99:0 100:100 110:0 111:100 120:0 121:100 200:100", "whole-network abrupt with-hosts 1"},
    // One after another.
    {"one after another, after loss", "sites 100-190; servers 110-190; routers 120-190", "trouble sites 40 15",
     "all-sites gradual unknown 3"},
    {"the same without loss before", "sites 100-190; servers 110-190; routers 120-190", "",
     "all-sites unclear(no-shape) unknown 3"},
    {"loss before too few of them", "sites 100-190; servers 110-190; routers 120-190",
     "trouble kcna-http 40 15; trouble mfa-http 40 15; trouble ns1 40 15", "all-sites unclear(no-shape) unknown 3"},
    {"too little lost", "sites 100-190; servers 110-190; routers 120-190", "trouble sites 19 15",
     "all-sites unclear(no-shape) unknown 3"},
    {"lost only just before", "sites 100-190; servers 110-190; routers 120-190", "trouble sites 40 4",
     "all-sites unclear(no-shape) unknown 3"},
    {"lost on the road as well", "sites 100-190; servers 110-190; routers 120-190", "trouble sites 40 15; road 30",
     "all-sites unclear(no-shape) unknown 3"},
    {"as bad as on every evening", "sites 100-190; servers 110-190; routers 120-190", "trouble sites 40 15; usual 3",
     "all-sites unclear(no-shape) unknown 3"},
    {"as bad as on two evenings", "sites 100-190; servers 110-190; routers 120-190", "trouble sites 40 15; usual 2",
     "all-sites gradual unknown 3"},
    {"only two steps", "sites 100-190; servers 110-190; routers 110-190", "trouble sites 40 15",
     "all-sites unclear(no-shape) unknown 2"},
    {"four hosts, two with loss", "kcna-http 100-190; naenara-http 106-190; mfa-http 112-190; ns1 118-190",
     "trouble kcna-http 40 15; trouble mfa-http 30 15", "several gradual unknown 4"},
    {"four hosts, one with loss", "kcna-http 100-190; naenara-http 106-190; mfa-http 112-190; ns1 118-190",
     "trouble kcna-http 40 15", "several unclear(no-shape) unknown 4"},
    {"three hosts", "kcna-http 100-190; naenara-http 106-190; mfa-http 112-190",
     "trouble kcna-http 40 15; trouble mfa-http 30 15", "several unclear(no-shape) unknown 3"},
    {"one after another, and then the routes", "sites 100-190; servers 110-190; routers 120-190",
     "trouble sites 40 15; routes 60:100 100:100 130:100 140:0 180:0", "whole-network gradual hosts-first 3"},
    {"one after another, routes present", "sites 100-190; servers 110-190; routers 120-190",
     "trouble sites 40 15; routes 60:100 100:100 130:100 180:99", "all-sites gradual still-present 3"},
    // Everything at once.
    {"everything", "all 100-190", "", "all-sites abrupt unknown 1"},
    {"everything, not over", "all 100-", "", "all-sites abrupt unknown 1"},
    {"everything within three minutes", "sites 100-190; servers 102-190; routers 103-190", "",
     "all-sites abrupt unknown 2"},
    {"just within four minutes", "sites 100-190; servers 102-190; routers 106-190", "", "all-sites abrupt unknown 2"},
    {"just beyond four minutes", "sites 100-190; servers 102-190; routers 106.2-190", "",
     "all-sites unclear(no-shape) unknown 2"},
    {"eight of ten, of two nothing is known", "china 100-190; routers u95-", "", "all-sites abrupt unknown 1"},
    {"seven of ten", "sites 100-190; ns1 100-190; ns2 100-190; ns3 100-190; ns4 u97-; routers u97-", "",
     "all-sites unclear(no-shape) unknown 1"},
    {"everything but one router", "china 100-190; router-177 100-190", "", "all-sites unclear(no-shape) unknown 1"},
    {"of one layer only", "sites 100-190; servers n0-; routers n0-", "", "all-sites unclear(no-shape) unknown 1"},
    {"three hosts are everything",
     "kcna-http 100-190; naenara-http 100-190; ns1 100-190; airkoryo-http n0-; mfa-http "
     "n0-; ns2 n0-; ns3 n0-; ns4 n0-; routers n0-",
     "", "all-sites unclear(no-shape) unknown 1"},
    {"everything, an outside voice too", "all 100-190", "outside 1", "whole-network abrupt unknown 1"},
    {"everything, routes before", "all 100-190", "routes 60:100 79:100 81:2 150:0",
     "whole-network abrupt routes-first 1"},
    {"everything, routes before and back, and then with them", "all 100-190",
     "routes 60:100 70:0 75:0 85:100 99:100 101:0 150:0", "whole-network abrupt with-hosts 1"},
    {"everything, routes after", "all 100-190", "routes 60:100 110:100 115:2 150:0",
     "whole-network abrupt hosts-first 1"},
    {"everything while asleep, routes then", "all z85-100 100~16-190", "routes 60:100 89:100 91:0 180:0",
     "whole-network unclear(start-not-observed) around 1"},
    {"one after another, the first of them unseen, routes then",
     "sites z85-100 100~16-190; servers 110-190; routers 120-190", "routes 60:100 89:100 91:0 180:0",
     "whole-network unclear(start-not-observed) around 3"},
    {"everything while asleep, routes back before the first failure", "all z85-100 100~16-190",
     "routes 60:100 89:100 90:0 93:100 110:100 180:100", "all-sites unclear(start-not-observed) around 1"},
    {"everything, routes present", "all 100-190", "routes 60:100 110:100 150:99", "all-sites abrupt still-present 1"},
    {"everything, one prefix gone", "all 100-190", "routes 60:100; route 177 99:0 150:0; route 176 150:100",
     "all-sites abrupt partly 1"},
    {"everything for some minutes, nothing changed and nothing was told", "all 100-107",
     "routes 60:75 87:75 97:75 107.5:75", "all-sites abrupt still-present 1"},
    {"the same while it goes on, and the source is not heard again yet", "all 100-",
     "until 106; routes 60:75 87:75 97:75", "all-sites abrupt unknown 1"},
    {"the same, while nobody listened for some minutes of it", "all 100-107",
     "routes 60:75 87:75 97:75 107.5:75; unheard 103 107.5", "all-sites abrupt unknown 1"},
    {"the same, and nobody listened only once it was over", "all 100-105",
     "routes 60:75 87:75 97:75 107.5:75; unheard 106 107.5", "all-sites abrupt still-present 1"},
    {"everything while asleep, routes gone before, which nobody followed",
     "sites z85-100 100~16-190; servers 110-190; routers 120-190", "routes 60:100 89:100 91:0; unheard 95 125",
     "all-sites unclear(start-not-observed) around 3"},
    {"the same, and the source is heard again", "all 100-", "until 109; routes 60:75 87:75 97:75 107:75",
     "all-sites abrupt still-present 1"},
    {"the same, and the source was cut", "all 100-107", "routes 60:75 87:75 97:75 120:75",
     "all-sites abrupt unknown 1"},
    {"the same, and the routes are gone in the next reading", "all 100-107", "routes 60:75 87:75 97:75 108:0 120:0",
     "all-sites abrupt unknown 1"},
    {"everything, nobody looked at the routes then", "all 100-190", "routes 60:100 80:100",
     "all-sites abrupt unknown 1"},
    {"everything, 5 % lost before", "all 100-190", "trouble all 5 19", "all-sites abrupt unknown 1"},
    // Partly visible.
    {"invalid routes, but only one upstream was seen", "kcna-http 100-300; naenara-http 101-300; ns1 100-300",
     "roa; routes 60:100/0 99:100/0 101:30/0 200:30/0", "several unclear(no-shape) with-hosts 1"},
    {"fewer networks, no evidence why", "kcna-http 100-300; naenara-http 101-300; ns1 100-300",
     "routes 60:100 99:100 101:30 200:30", "several unclear(no-shape) with-hosts 1"},
    // Dirty data.
    {"asleep at the start", "all z85-100 100~16-190", "", "all-sites unclear(start-not-observed) unknown 1"},
    {"asleep in the middle", "all 100-120+150-190 z120-150", "", "all-sites abrupt unknown 1"},
    {"asleep at the end", "all 100-160~31 z130-160", "", "all-sites abrupt unknown 1"},
    {"our line down at the start", "all o88-100 100~13-190", "", "all-sites unclear(start-not-observed) unknown 1"},
    {"our line changed at the start", "all 100-190", "epoch 99.5", "all-sites unclear(start-not-observed) unknown 1"},
    {"half of them not seen around the start", "all 100-190; servers u85-95; sites u85-95", "",
     "all-sites unclear(coverage) unknown 1"},
    {"no controls", "all u100-200", "", "none"},
    {"blocked by our own IT", "sites b100-300", "", "none"},
    {"error pages everywhere", "sites p100-300", "", "none"},
    {"a storm in the sixth week of one site's outage",
     "mfa-http 10-; kcna-http 60000-60100; naenara-http 60000-60100; airkoryo-http 60000-60100; servers 60001-60100; "
     "routers 60001-60100",
     "until 60490", "all-sites abrupt unknown 1"},
    {"another site in the sixth week of one site's outage", "mfa-http 10-; kcna-http 60000-60100", "until 60490",
     "one-server single-server unknown 1"},
    {"a storm ten hours into one site's outage",
     "mfa-http 10-; kcna-http 600-700; naenara-http 600-700; airkoryo-http 600-700; "
     "servers 601-700; routers 601-700",
     "", "one-server single-server unknown 1 / all-sites abrupt unknown 1"},
};

} // namespace

class TestIncidentStories : public QObject {
    Q_OBJECT

    static void columns() {
        QTest::addColumn<std::string>("lanes");
        QTest::addColumn<std::string>("more");
        QTest::addColumn<std::string>("expected");
    }
    static void add(const Row& row) {
        QTest::newRow(row.what) << std::string(row.lanes) << std::string(row.more) << std::string(row.expected);
    }
    static void compare(const Watchlist& list) {
        QFETCH(std::string, lanes);
        QFETCH(std::string, more);
        QFETCH(std::string, expected);
        const std::string told = judgedStory(list, lanes, more);
        QVERIFY2(told == expected, ("told \"" + told + "\", expected \"" + expected + "\"").c_str());
    }

  private Q_SLOTS:
    void isToldAsItLooks_data() {
        columns();
        for (const Row& row : stories)
            add(row);
    }
    void isToldAsItLooks() { compare(plainWatchlist()); }

    void documentedCasesAreToldAsTheyWere_data() {
        columns();
        for (const Row& row : documented)
            add(row);
    }
    void documentedCasesAreToldAsTheyWere() { compare(plainWatchlist()); }

    // The hosts whose begin is known went with the routes, whatever else stopped at a time that nobody can tell.
    void mailDoesNotBlurWhenTheHostsStopped_data() {
        QTest::addColumn<std::string>("lanes");
        QTest::addColumn<std::string>("routes");
        QTest::addColumn<Routes>("expected");
        const auto row = [](const char* what, const char* lanes, const char* routes, Routes expected) {
            QTest::newRow(what) << std::string(lanes) << std::string(routes) << expected;
        };
        const char* const then = "routes 60:100 99:100 101:0";
        row("stopped with them, as far as anybody knows", "china 100-190; routers 100-190; mail-0 101~14-190", then,
            Routes::WithHosts);
        row("routes while only mail can have stopped", "china 100-190; routers 100-190; mail-0 101~14-190",
            "routes 60:100 91:100 93:0", Routes::Around);
        row("mail stopped before them", "china 100-190; routers 100-190; mail-0 97~14-190", then, Routes::Around);
        row("a site is not known well", "kcna-http 100~14-190; servers 100-190; routers 100-190; mail-0 101~14-190",
            then, Routes::Around);
        row("only mail", "mail-0 100~14-190; mail-1 100~14-190", then, Routes::Around);
    }
    void mailDoesNotBlurWhenTheHostsStopped() {
        QFETCH(std::string, lanes);
        QFETCH(std::string, routes);
        QFETCH(Routes, expected);
        const std::string told = judgedStory(withMail(), lanes, routes);
        QVERIFY2(told.find(" " + std::string(name(expected)) + " ") != std::string::npos, told.c_str());
    }

    // Who was not asked since the first failure stands against nothing; whoever answered since does.
    void whoWasNotAskedSinceIsNotCounted() {
        const Watchlist list = withMail();
        const Settings settings;
        const auto scopeAt = [&](const char* mail, double at) {
            const TargetSpans spans = lanesOf(list, std::string("china 100-; routers 100-; ") + mail, at);
            Case given{list, spans, settings, {}, minute(at)};
            for (const char* const word : {"60:100", "99:100", "101:0"})
                for (const char* const prefix : prefixes)
                    addReading(given.routing, prefix, word);
            return assessed(incidentsOf({list, spans, {}, minute(at)}, {}).at(0), given).scope;
        };
        const char* const before = "mail-0 u102-; mail-1 u104-; mail-2 u105.9-";
        QCOMPARE(scopeAt(before, 108), Scope::WholeNetwork);
        QCOMPARE(scopeAt("mail-0 u107-; mail-1 u107.2-; mail-2 u107.5-", 108), Scope::AllSites);
        QCOMPARE(scopeAt("mail-0 u102-; mail-1 u104-", 105), Scope::AllSites); // one still speaks
    }

    void aStartThatNobodySawSpeaksForNoShape() {
        const auto saysOfTheOrder = [list = plainWatchlist()](const char* lanes) {
            const TargetSpans spans = lanesOf(list, lanes);
            const std::vector<Incident> incidents = incidentsOf({list, spans, {}, minute(300)}, {});
            std::map<Fact, Sign> said;
            for (const Evidence& row : assessed(incidents.at(0), {list, spans, {}, {}, minute(300)}).evidence)
                said[row.fact] = row.sign;
            return said;
        };
        const auto seen = saysOfTheOrder("all 100-190"), asleep = saysOfTheOrder("all z85-100 100~16-190");
        QCOMPARE(seen.at(Fact::OrderUncertain), Sign::Supports);
        QVERIFY(seen.contains(Fact::WithinSeconds));
        QCOMPARE(asleep.at(Fact::OrderUncertain), Sign::NotKnown);
        QVERIFY(!asleep.contains(Fact::WithinSeconds));
    }

    // What is over is told alike whenever somebody asks, also within the minutes that its start is looked at.
    void whatIsOverIsTheSameWheneverItIsAsked() {
        const Watchlist list = plainWatchlist();
        TargetSpans spans = lanesOf(list, "all 100-103 o104-120");
        spans[ownLineId] = {{{minute(0), minute(104)}, Verdict::Up, Reason::None, {}, {}, {}},
                            {{minute(104), minute(120)}, Verdict::OwnConnectionDown, Reason::None, {}, {}, {}}};
        const std::vector<Incident> incidents = incidentsOf({list, spans, {}, minute(300)}, {});
        QCOMPARE(incidents.size(), std::size_t(1));
        const auto askedAt = [&](double at) { return assessed(incidents[0], {list, spans, {}, {}, minute(at)}); };
        const Assessment late = askedAt(300);
        QVERIFY(std::ranges::find(late.evidence, Fact::LineWorked, &Evidence::fact) != late.evidence.end());
        for (const double at : {103.1, 104.5, 110.0}) {
            QCOMPARE(askedAt(at).coverage, late.coverage);
            QVERIFY(askedAt(at).evidence == late.evidence);
            QCOMPARE(askedAt(at).pattern, late.pattern);
        }
    }

    void nothingIsClaimedOfRoutesWhileNobodyListened() {
        const Watchlist list = plainWatchlist();
        const TargetSpans spans = lanesOf(list, "all 100-190");
        const std::vector<Incident> incidents = incidentsOf({list, spans, {}, minute(400)}, {});
        const Settings settings;
        Case given{list, spans, settings, {}, minute(400)};
        const auto toldWith = [&](const std::string& words, std::vector<TimeRange> unheard) {
            given.routing = {};
            std::istringstream readings(words);
            for (std::string word; readings >> word;)
                for (const char* const prefix : prefixes)
                    addReading(given.routing, prefix, word);
            given.routing.unheard = std::move(unheard);
            return assessed(incidents.at(0), given);
        };
        const auto rowOf = [](const Assessment& seen, Fact fact) {
            const auto row = std::ranges::find(seen.evidence, fact, &Evidence::fact);
            return row == seen.evidence.end() ? Evidence{} : *row;
        };
        const std::vector<TimeRange> hole{{minute(80), minute(90)}, {minute(120), minute(140)}};
        const Assessment stayed = toldWith("60:100 110:100 150:99", hole);
        QVERIFY(stayed.routes.routes == Routes::StillPresent);
        QCOMPARE(rowOf(stayed, Fact::RoutesPresent).b, 20.0 * 60);
        QCOMPARE(rowOf(toldWith("60:100 110:100 150:99", {}), Fact::RoutesPresent).b, 0.0);
        // Gone for a minute is no full loss, however long nobody looked after it.
        const std::string goneOnce = "60:100 99:0 110:100 150:100";
        QCOMPARE(toldWith(goneOnce, {}).routes.fullLosses, 1);
        QCOMPARE(toldWith(goneOnce, {{minute(100), minute(110)}}).routes.fullLosses, 0);
        // Nor is one that nobody bore out.
        QCOMPARE(toldWith("60:100 99:0", {}).routes.fullLosses, 0);
        QCOMPARE(toldWith("60:100 99:0 104:0", {}).routes.fullLosses, 1);
    }

    // It was out of sight while the others were silent, and answered once most of them were back.
    void whoIsSeenAgainAtTheEndDidNotGoOnAnswering_data() {
        QTest::addColumn<std::string>("lanes");
        QTest::addColumn<double>("wentOn");
        QTest::newRow("unknown meanwhile") << std::string("sites 100-300; servers 100-300; router-177 100-340; "
                                                          "router-178 u101-302")
                                           << 0.0;
        QTest::newRow("answers meanwhile")
            << std::string("sites 100-300; servers 100-300; router-177 100-340; router-178 u101-150") << 1.0;
    }
    void whoIsSeenAgainAtTheEndDidNotGoOnAnswering() {
        QFETCH(std::string, lanes);
        QFETCH(double, wentOn);
        const Watchlist list = plainWatchlist();
        QVERIFY(list.findByName("router-178") != nullptr);
        const TargetSpans spans = lanesOf(list, lanes);
        const std::vector<Incident> incidents = incidentsOf({list, spans, {}, minute(400)}, {});
        const Assessment seen = assessed(incidents.at(0), {list, spans, {}, {}, minute(400)});
        const auto row = std::ranges::find(seen.evidence, Fact::SomeAnswered, &Evidence::fact);
        QCOMPARE(row == seen.evidence.end() ? 0.0 : row->a, wentOn);
    }

    // Rows for and against nothing would say nothing.
    void evidenceIsWeighedAgainstAShape_data() {
        QTest::addColumn<std::string>("lanes");
        QTest::addColumn<Pattern>("pattern");
        QTest::addColumn<Pattern>("weighed");
        QTest::newRow("a shape") << std::string("all 100-190") << Pattern::Abrupt << Pattern::Abrupt;
        QTest::newRow("two of many together")
            << std::string("kcna-http 100-300; naenara-http 100-300") << Pattern::Unclear << Pattern::Abrupt;
        QTest::newRow("one after another")
            << std::string("kcna-http 100-300; naenara-http 130-300") << Pattern::Unclear << Pattern::Gradual;
    }
    void evidenceIsWeighedAgainstAShape() {
        QFETCH(std::string, lanes);
        QFETCH(Pattern, pattern);
        QFETCH(Pattern, weighed);
        const Watchlist list = plainWatchlist();
        const TargetSpans spans = lanesOf(list, lanes);
        const std::vector<Incident> incidents = incidentsOf({list, spans, {}, minute(400)}, {});
        const Assessment seen = assessed(incidents.at(0), {list, spans, {}, {}, minute(400)});
        QVERIFY2(seen.pattern == pattern, name(seen.pattern).data());
        QVERIFY2(seen.weighed == weighed, name(seen.weighed).data());
    }

    // Two of Russia's routers, of which one answers.
    void aSideOfWhichSomeAnswerIsNoUpstream() {
        Watchlist list = plainWatchlist();
        Target second = *list.findByName("router-177");
        second.id = TargetId{static_cast<std::int64_t>(list.targets.size())};
        second.name = "second-router";
        list.targets.push_back(second);
        QCOMPARE(judgedStory(list, "china 100-190", ""), std::string("all-sites one-upstream unknown 1"));
        QCOMPARE(judgedStory(list, "china 100-190; router-177 101-190", ""),
                 std::string("all-sites unclear(no-shape) unknown 1"));
    }

    void sixteenSitesOnOneServerAreOneServer() { // May 2021
        std::string lanes;
        for (int i = 0; i < 16; ++i)
            lanes += "shared-" + std::to_string(i) + " " + std::to_string(100 + i % 3) + "-400;";
        QCOMPARE(judgedStory(sharedServer(), lanes, "address shared 175.45.176.81"),
                 std::string("one-server single-server unknown 1"));
        // Where nobody knows that they share it, that is not claimed.
        QCOMPARE(judgedStory(sharedServer(), lanes, ""), std::string("several unclear(no-shape) unknown 1"));
    }

    // What came in which order, with a shared number where two checks cannot tell.
    void orderIsToldOfWhoStoppedSurelyBefore_data() {
        columns();
        add({"26 January 2022", documented[2].lanes, "",
             "1 mfa-http, 2 airkoryo-http, 3 kcna-http naenara-http, 4 ns1 ns2 ns3 ns4, 5 router-178 router-177"});
        add({"17 November 2022", documented[3].lanes, "",
             "1 naenara-http mfa-http, 2 kcna-http airkoryo-http ns1 ns2 ns3 ns4, 3 router-178 router-177"});
        add({"7 June 2025", documented[4].lanes, "",
             "1 kcna-http naenara-http airkoryo-http mfa-http ns1 ns2 ns3 ns4 router-178 router-177"});
        add({"seen too seldom to tell", "kcna-http 100~10-190; naenara-http 105~10-190", "",
             "1 kcna-http naenara-http"});
    }
    void orderIsToldOfWhoStoppedSurelyBefore() {
        QFETCH(std::string, lanes);
        QFETCH(std::string, expected);
        const Watchlist list = plainWatchlist();
        const auto incidents = incidentsOf({list, lanesOf(list, lanes), {}, minute(aDay)}, {});
        QCOMPARE(incidents.size(), std::size_t(1));
        std::map<int, std::string> ranked;
        for (const Member& member : incidents[0].members)
            ranked[member.rank] += " " + list.find(member.target)->name;
        std::string told;
        for (const auto& [rank, names] : ranked)
            told += (told.empty() ? "" : ", ") + std::to_string(rank) + names;
        QVERIFY2(told == expected, ("told \"" + told + "\", expected \"" + expected + "\"").c_str());
    }

    void errorPageOf2013IsInItsOwnList() {
        const Watchlist list = plainWatchlist();
        const auto spells = spellsOf(list, lanesOf(list, documented[6].lanes), Verdict::ErrorPage);
        QCOMPARE(spells.size(), std::size_t(1));
        QCOMPARE(spells[0].note, std::string("503"));
        QVERIFY(spells[0].range.length() > 10h);
    }

    void oneTargetAloneIsNoPattern() {
        QCOMPARE(judgedStory(oneTarget(), "kcna-http 100-190", ""),
                 std::string("one-server unclear(no-shape) unknown 1"));
    }

    void thereAreEnoughStories() { QVERIFY(std::size(stories) + std::size(documented) >= 60); }
};

QTEST_GUILESS_MAIN(TestIncidentStories)
#include "tst_incident_stories.moc"
