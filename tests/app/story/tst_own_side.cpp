// SPDX-License-Identifier: GPL-3.0-or-later
// Whose fault is it? Situations on our own side and in between: exact states, and nobody is down for them. Beside each
// kind a real outage is still found: tst_still_found.
#include "tests/support/ringed_story.h"
#include "tests/support/script.h"

#include <QTest>

using namespace kpwatch;
using namespace kpwatch::test;

namespace {

using Lanes = std::vector<std::pair<std::string, std::string>>;

struct Situation {
    const char* name;
    std::function<void(RingedStory&)> tell;
    Lanes lanes;
    int end = 3600;
};

DnsDetail soa(std::uint32_t ttl, bool authoritative) {
    DnsDetail dns;
    dns.rcode = "NOERROR";
    dns.authoritative = authoritative;
    dns.ttl = ttl;
    return dns;
}
Outcome failing(Failure failure, Stage stage, Detail detail = {}) {
    return {failure, stage, std::move(detail), milliseconds(200)};
}
Outcome blockPage() {
    HttpDetail http;
    http.status = 302;
    http.location = "http://warning.or.kr/";
    http.blockPage = "kr-warning";
    return failing(Failure::Blocked, Stage::Done, http);
}
Outcome resetAfterName() {
    HttpDetail http;
    http.suspectedBlock = true;
    return failing(Failure::Reset, Stage::Tls, http);
}
Outcome otherPage() {
    HttpDetail http;
    http.status = 200;
    return failing(Failure::SuspiciousAnswer, Stage::Done, http);
}
// ICMP "unreachable" (RFC 792) of that code.
template <typename Kind = ConnectDetail>
Outcome refusedBy(const std::string& router, int code) {
    return failing(Failure::Unreachable, Stage::Connect, Kind{.refusal = {router, 3, code}});
}
Outcome quick() { return Outcome::answer(milliseconds(20)); }
Outcome headed(const std::string& age, const std::string& via, const std::string& cache) {
    Outcome page = Outcome::page(200);
    auto& http = std::get<HttpDetail>(page.detail);
    http.age = age;
    http.via = via;
    http.cache = cache;
    return page;
}

int secondsOf(UtcTime time) { return static_cast<int>(std::chrono::floor<seconds>(time - storyBegin()).count()); }

// From `at` on every row is written with another time; the step is an event.
void setClock(RingedStory& it, int at, int by) {
    it.story.happens(at, ClockStep{by * 1000});
    it.edits.emplace_back([at, by](Story::Rows& rows) {
        for (Observation& row : rows.observations)
            if (row.startedAt >= after(seconds(at)))
                row.startedAt += seconds(by);
        for (Event& event : rows.events)
            if (event.at >= after(seconds(at)))
                event.at += seconds(by);
        std::stable_sort(rows.events.begin(), rows.events.end(),
                         [](const Event& left, const Event& right) { return left.at < right.at; });
    });
}

// All of it happens at another time, from `begin` on.
void moveTo(RingedStory& it, const char* begin) {
    const auto by = *parseIsoUtc(begin) - storyBegin();
    it.edits.emplace_back([by](Story::Rows& rows) {
        for (Observation& row : rows.observations)
            row.startedAt += by;
        for (Event& event : rows.events)
            event.at += by;
    });
}

// KCNA is known by its name, and asked where the name servers say it lives.
void liesByName(RingedStory& it, int from, int to) {
    Watchlist list = ringedWatchlist();
    list.targets.front().probe = HttpOptions{"http://www.kcna.kp/", {}, {}};
    it.story = Story(list);
    it.ringSees(Ring::Negative, 0, 1000000, Outcome::timeout());
    it.story.sees("nobody-dns", from, to, quick());
    it.touches.emplace_back([&it, from, to](Observation& row) {
        const int at = secondsOf(row.startedAt);
        if (it.is(row, "kcna-http"))
            row.peer = at >= from && at < to ? "5.5.5.5" : "175.45.176.71";
    });
}

const std::vector<Situation> situations{
    {"captive portal",
     [](RingedStory& it) {
         it.everybodySees(1200, 2400, quick());
         it.ringSees(Ring::Negative, 1200, 2400, quick());
     },
     {{"kcna-http", "unknown/stale@0, up@6, unknown/intercepted@1196, up@2526"},
      {"ns1", "unknown/stale@0, up@8, unknown/intercepted@1140, up@2528"},
      {"own-line", "unknown/no-control@0, up@2"}}},
    {"portal that lets no names through",
     [](RingedStory& it) {
         it.everybodySees(1200, 2400, quick());
         it.ringSees(Ring::Negative, 1200, 2400, quick());
         it.transportSees(Transport::Udp, 1200, 2400, Outcome::timeout());
         it.story.sees("nobody-dns", 1200, 2400, Outcome::timeout());
     },
     {{"kcna-http", "unknown/stale@0, up@6, unknown/intercepted@1196, up@2526"},
      {"ns1", "unknown/stale@0, up@8, unknown/not-answered-for@1328, up@2408"},
      {"own-line", "unknown/no-control@0, up@2"}}},
    {"terminating proxy before dead sites",
     [](RingedStory& it) {
         it.story.allTargetsSee(1200, 2400, quick());
         it.story.sees("nobody-tcp", 1190, 2400, quick());
         for (const char* const name : {"ns1", "ns2", "ns3", "ns4"})
             it.story.sees(name, 1200, 2400, Outcome::answer());
     },
     {{"kcna-http", "unknown/stale@0, up@6, unknown/intercepted@1136, up@2526"}, {"ns1", "unknown/stale@0, up@8"}}},
    {"hijacked name servers",
     [](RingedStory& it) { it.story.sees("nobody-dns", 1200, 2400, quick()); },
     {{"kcna-http", "unknown/stale@0, up@6"}, {"ns1", "unknown/stale@0, up@8, unknown/intercepted@1140, up@2528"}}},
    {"hijacked name servers that send us to somebody's page",
     [](RingedStory& it) { liesByName(it, 1200, 2400); },
     {{"kcna-http", "unknown/stale@0, up@6, unknown/intercepted@1326, up@2406"}}},
    {"hijacked name servers that send us to nobody",
     [](RingedStory& it) {
         liesByName(it, 1200, 2400);
         it.story.sees("kcna-http", 1200, 2400, Outcome::timeout());
     },
     {{"kcna-http", "unknown/stale@0, up@6, unknown/intercepted@1326, up@2406"}}},
    {"sent to somebody's page before it is known that names are hijacked",
     [](RingedStory& it) {
         liesByName(it, 1200, 2400);
         it.story.sees("nobody-dns", 1200, 1300, Outcome::timeout(milliseconds(3000))).silent("nobody-dns", 1170, 1300);
     },
     {{"kcna-http", "unknown/stale@0, up@6, unknown/intercepted@1326, up@2406"}}},
    {"names hijacked all the time",
     [](RingedStory& it) { liesByName(it, 0, 3600); },
     {{"kcna-http", "unknown/stale@0, unknown/intercepted@6"}}},
    {"port 25 redirected by our provider",
     [](RingedStory& it) {
         Watchlist list = ringedWatchlist();
         Control nobody = list.controls.back();
         nobody.target.name = "nobody-mail";
         nobody.target.probe = SmtpOptions{"192.0.2.1", 25};
         nobody.target.id = TargetId{static_cast<std::int64_t>(list.targets.size() + list.controls.size())};
         list.controls.push_back(nobody);
         it.story = Story(list);
         it.ringSees(Ring::Negative, 0, 1000000, Outcome::timeout());
         it.story.sees("nobody-mail", 1200, 2400, Outcome::answer());
     },
     {{"mail", "unknown/stale@0, up@15, unknown/intercepted@1141, up@2535"}, {"kcna-http", "unknown/stale@0, up@6"}}},
    {"somebody answers at every port, mail closes without a word",
     [](RingedStory& it) {
         it.story.sees("nobody-tcp", 1200, 2400, quick());
         it.story.sees("mail", 1200, 2400, failing(Failure::SuspiciousAnswer, Stage::Exchange));
     },
     {{"mail", "unknown/stale@0, up@15, unknown/intercepted@1196, up@2535"}}},
    {"names not found for us alone",
     [](RingedStory& it) {
         for (const char* const name : {"kcna-http", "naenara-http", "airkoryo-http", "mfa-http"})
             it.story.sees(name, 1200, 2400, failing(Failure::NoSuchName, Stage::Resolve));
     },
     {{"kcna-http", "unknown/stale@0, up@6, unknown/not-answered-for@1326, up@2406"},
      {"ns1", "unknown/stale@0, up@8"}}},
    {"transparent DNS proxy",
     [](RingedStory& it) {
         it.touches.emplace_back([&it](Observation& row) {
             if (!it.is(row, "ns1"))
                 return;
             const int at = secondsOf(row.startedAt);
             const bool proxied = at >= 1200 && at < 2400;
             row.detail = soa(proxied ? static_cast<std::uint32_t>(3600 - at % 1000) : 3600, !proxied);
         });
     },
     {{"ns1", "unknown/stale@0, up@8, unknown/intercepted@1328, up@2408"}, {"ns2", "unknown/stale@0, up@9"}}},
    {"DNS cache that lies about its authority",
     [](RingedStory& it) {
         it.touches.emplace_back([&it](Observation& row) {
             if (!it.is(row, "ns1"))
                 return;
             const int at = secondsOf(row.startedAt);
             row.detail = soa(at >= 1200 && at < 2400 ? static_cast<std::uint32_t>(3600 - at % 1000) : 3600, true);
         });
     },
     {{"ns1", "unknown/stale@0, up@8, unknown/intercepted@1448, up@2408"}}},
    {"zone with a shorter time",
     [](RingedStory& it) {
         it.touches.emplace_back([&it](Observation& row) {
             if (it.is(row, "ns1"))
                 row.detail = soa(secondsOf(row.startedAt) >= 1200 ? 900 : 3600, true);
         });
     },
     {{"ns1", "unknown/stale@0, up@8"}}},
    {"cached page",
     [](RingedStory& it) { it.story.sees("kcna-http", 1200, 2400, headed("77", "", "")); },
     {{"kcna-http", "unknown/stale@0, up@6, unknown/intercepted@1326, up@2406"}}},
    {"page passed on",
     [](RingedStory& it) { it.story.sees("kcna-http", 1200, 2400, headed("", "1.1 proxy", "")); },
     {{"kcna-http", "unknown/stale@0, up@6, unknown/intercepted@1326, up@2406"}}},
    {"page from a cache",
     [](RingedStory& it) { it.story.sees("kcna-http", 1200, 2400, headed("", "", "HIT")); },
     {{"kcna-http", "unknown/stale@0, up@6, unknown/intercepted@1326, up@2406"}}},
    {"round trip that cannot be",
     [](RingedStory& it) { it.story.sees("kcna-http", 19200, 20400, quick()); },
     {{"kcna-http", "unknown/stale@0, up@6, unknown/intercepted@19326, up@20406"},
      {"naenara-http", "unknown/stale@0, up@6"}},
     21000},
    {"block page",
     [](RingedStory& it) { it.story.sees("kcna-http", 1200, 2400, blockPage()); },
     {{"kcna-http", "unknown/stale@0, up@6, blocked-here@1206, up@2406"}}},
    {"block page, then silence",
     [](RingedStory& it) {
         it.story.sees("kcna-http", 1200, 1300, blockPage());
         it.story.sees("kcna-http", 1300, 2400, Outcome::timeout());
     },
     {{"kcna-http", "unknown/stale@0, up@6, blocked-here@1206, unknown/not-answered-for@1446, up@2406"}}},
    {"reset after the name",
     [](RingedStory& it) { it.story.sees("kcna-http", 1200, 2400, resetAfterName()); },
     {{"kcna-http", "unknown/stale@0, up@6, unknown/suspected-block@1326, up@2406"}}},
    {"prohibited by our own IT, the controls by another way",
     [](RingedStory& it) {
         it.story.allTargetsSee(1200, 2400, failing(Failure::Unreachable, Stage::Connect));
         it.touches.emplace_back(
             [&it](Observation& row) { row.source = it.isTarget(row) ? "10.8.0.2" : "192.168.1.5"; });
     },
     {{"kcna-http", "unknown/stale@0, up@6, unknown/other-route@1326, up@2406"},
      {"ns1", "unknown/stale@0, up@8, unknown/other-route@1328, up@2408"}}},
    {"prohibited by a router beside us",
     [](RingedStory& it) {
         it.story.allTargetsSee(1200, 2400, refusedBy("192.168.1.1", 13));
         it.touches.emplace_back([](Observation& row) { row.source = "192.168.1.5"; });
     },
     {{"kcna-http", "unknown/stale@0, up@6, unknown/own-firewall@1326, up@2406"}}},
    {"prohibited by our provider, which also refuses what does not exist",
     [](RingedStory& it) {
         it.story.sees("nobody-tcp", 0, 3600, refusedBy("84.16.1.2", 0));
         it.story.allTargetsSee(1200, 2400, refusedBy("84.16.1.2", 13));
     },
     {{"kcna-http", "unknown/stale@0, up@6, unknown/not-answered-for@1326, up@2406"}}},
    {"a page and a name refused by a router beside us",
     [](RingedStory& it) {
         it.story.sees("kcna-http", 1200, 2400, refusedBy<HttpDetail>("192.168.1.1", 13));
         it.story.sees("ns1", 1200, 2400, refusedBy<DnsDetail>("192.168.1.1", 3));
         it.touches.emplace_back([](Observation& row) { row.source = "192.168.1.5"; });
     },
     {{"kcna-http", "unknown/stale@0, up@6, unknown/own-firewall@1326, up@2406"},
      {"ns1", "unknown/stale@0, up@8, unknown/own-firewall@1328, up@2408"}}},
    {"refused beside us, as only the sentinel can say",
     [](RingedStory& it) {
         it.story.allTargetsSee(1200, 1800, failing(Failure::Unreachable, Stage::Connect));
         it.story.allTargetsSee(1800, 2400, Outcome::timeout()); // routers do not complain each time
         it.story.sees("sentinel-kcna-http", 1200, 2400, refusedBy("192.168.1.1", 13));
         it.touches.emplace_back([&it](Observation& row) {
             row.source = "192.168.1.5";
             if (it.isTarget(row))
                 row.peer = "175.45.176.71";
         });
     },
     {{"kcna-http", "unknown/stale@0, up@6, unknown/own-firewall@1446, up@2406"},
      {"ns1", "unknown/stale@0, up@8, unknown/own-firewall@1448, up@2408"}}},
    {"split tunnel that died",
     [](RingedStory& it) {
         it.sitesDie(1200, 2400);
         it.touches.emplace_back(
             [&it](Observation& row) { row.source = it.isTarget(row) ? "10.8.0.2" : "192.168.1.5"; });
     },
     {{"kcna-http", "unknown/stale@0, up@6, unknown/other-route@1326, up@2406"},
      {"router-177", "unknown/stale@0, up@12, unknown/other-route@1332, up@2412"}}},
    {"UDP blocked, TCP works",
     [](RingedStory& it) { it.transportSees(Transport::Udp, 1200, 2400, Outcome::timeout()); },
     {{"kcna-http", "unknown/stale@0, up@6"},
      {"ns1", "unknown/stale@0, up@8, unknown/not-answered-for@1328, up@2408"},
      {"own-line", "unknown/no-control@0, up@2"}}},
    {"port 25 blocked",
     [](RingedStory& it) { it.transportSees(Transport::Mail, 1200, 2400, Outcome::timeout()); },
     {{"mail", "unknown/stale@0, up@15, unknown/not-answered-for@1335, up@2415"},
      {"kcna-http", "unknown/stale@0, up@6"},
      {"own-line", "unknown/no-control@0, up@2"}}},
    {"port 25 blocked for ever",
     [](RingedStory& it) { it.transportSees(Transport::Mail, 0, 3600, Outcome::timeout()); },
     {{"mail", "unknown/stale@0, unknown/no-control@15"}}},
    {"firewall of ours, of which only the datagrams tell",
     [](RingedStory& it) {
         it.story.allTargetsSee(1200, 2400, Outcome::timeout());
         for (const char* const name : {"ns1", "ns2", "ns3", "ns4"})
             it.story.sees(name, 1200, 2400, failing(Failure::PermissionDenied, Stage::Exchange));
     },
     {{"kcna-http", "unknown/stale@0, up@6, unknown/own-firewall@1326, up@2406"},
      {"router-177", "unknown/stale@0, up@12, unknown/own-firewall@1332, up@2412"},
      {"own-line", "unknown/no-control@0, up@2"}}},
    {"firewall of ours that rejects connections as if there were no way",
     [](RingedStory& it) {
         it.story.allTargetsSee(1200, 2400, failing(Failure::LocalNetworkDown, Stage::Connect));
         for (const char* const name : {"ns1", "ns2", "ns3", "ns4"})
             it.story.sees(name, 1200, 2400, failing(Failure::PermissionDenied, Stage::Exchange));
     },
     {{"kcna-http", "unknown/stale@0, up@6, unknown/own-firewall@1326, up@2406"},
      {"router-177", "unknown/stale@0, up@12, unknown/own-firewall@1332, up@2412"},
      {"own-line", "unknown/no-control@0, up@2"}}},
    {"no way to them, and no firewall that tells",
     [](RingedStory& it) { it.story.allTargetsSee(1200, 2400, failing(Failure::LocalNetworkDown, Stage::Connect)); },
     {{"kcna-http", "unknown/stale@0, up@6, unknown/not-answered-for@1326, up@2406"},
      {"own-line", "unknown/no-control@0, up@2"}}},
    {"reset by our side, sooner than they could",
     [](RingedStory& it) {
         it.story.allTargetsSee(19200, 20400, Outcome{Failure::Refused, Stage::Connect, {}, milliseconds(1)});
         for (const char* const name : {"ns1", "ns2", "ns3", "ns4"}) // which lie in the block of the sites
             it.story.sees(name, 19200, 20400, Outcome::timeout());
         it.touches.emplace_back([&it](Observation& row) { row.peer = it.isTarget(row) ? "175.45.176.71" : row.peer; });
     },
     {{"kcna-http", "unknown/stale@0, up@6, unknown/own-firewall@19326, up@20406"},
      {"router-177", "unknown/stale@0, up@12, unknown/own-firewall@19332, up@20412"}},
     21000},
    {"reset by our side, before much is known of the road",
     [](RingedStory& it) {
         it.story.allTargetsSee(1200, 2400, Outcome{Failure::Refused, Stage::Connect, {}, milliseconds(1)});
         it.touches.emplace_back([&it](Observation& row) { row.peer = it.isTarget(row) ? "175.45.176.71" : row.peer; });
     },
     {{"kcna-http", "unknown/stale@0, up@6, unknown/own-firewall@1326, up@2406"},
      {"router-177", "unknown/stale@0, up@12, unknown/own-firewall@1332, up@2412"}}},
    {"no way there, says a router beside us", // which is no rule of anybody's
     [](RingedStory& it) {
         it.story.allTargetsSee(1200, 2400, refusedBy("192.168.1.1", 1));
         it.touches.emplace_back([](Observation& row) { row.source = "192.168.1.5"; });
     },
     {{"kcna-http", "unknown/stale@0, up@6, unknown/not-answered-for@1326, up@2406"}}},
    {"closed port, says a router of our provider",
     [](RingedStory& it) {
         it.story.sees("nobody-tcp", 0, 3600, refusedBy("84.16.1.2", 3));
         it.story.allTargetsSee(1200, 2400, refusedBy("84.16.1.2", 3));
     },
     {{"kcna-http", "unknown/stale@0, up@6, unknown/not-answered-for@1326, up@2406"}}},
    {"forbidden by a private router two hops away",
     [](RingedStory& it) {
         it.story.allTargetsSee(1200, 2400, refusedBy("10.20.0.1", 13));
         it.touches.emplace_back([&it](Observation& row) { row.peer = it.isTarget(row) ? "175.45.176.71" : row.peer; });
     },
     {{"kcna-http", "unknown/stale@0, up@6, unknown/own-firewall@1326, up@2406"}}},
    {"our own firewall",
     [](RingedStory& it) { it.story.allTargetsSee(1200, 2400, failing(Failure::PermissionDenied, Stage::Connect)); },
     {{"kcna-http", "unknown/stale@0, up@6, unknown/own-firewall@1326, up@2406"},
      {"ns1", "unknown/stale@0, up@8, unknown/own-firewall@1328, up@2408"}}},
    {"no route",
     [](RingedStory& it) {
         it.everybodySees(1200, 2400, failing(Failure::LocalNetworkDown, Stage::Connect));
         it.ringSees(Ring::Negative, 1200, 2400, failing(Failure::LocalNetworkDown, Stage::Connect));
     },
     {{"kcna-http", "unknown/stale@0, up@6, own-connection-down@1166, up@2409"},
      {"own-line", "unknown/no-control@0, up@2, own-connection-down@1166, up@2409"}}},
    // The servers are asked at IPv4 addresses, to which such a network leads no way without a translator of our own.
    {"network of IPv6 alone, with NAT64",
     [](RingedStory& it) {
         it.story.happens(0, Epoch{"home", {}, {}}).happens(1200, Epoch{"ipv6", {}, {}});
         it.everybodySees(1200, 2400, failing(Failure::LocalNetworkDown, Stage::Connect));
         it.ringSees(Ring::Negative, 1200, 2400, failing(Failure::LocalNetworkDown, Stage::Connect));
         it.story.happens(2400, Epoch{"home", {}, {}});
     },
     {{"own-line", "unknown/no-control@0, up@2, own-connection-down@1200, up@2409"}}},
    {"IPv4 of our line dead, where most controls are asked over IPv6", // which alone is native there
     [](RingedStory& it) {
         it.sitesDie(1200, 2400);
         for (const char* const name : {"line-1", "line-udp-1"})
             it.story.sees(name, 1200, 2400, Outcome::timeout());
         it.touches.emplace_back([&it](Observation& row) {
             const bool v4 = it.isTarget(row) || it.is(row, "line-1") || it.is(row, "line-udp-1");
             row.source = v4 ? "192.168.1.5" : "2001:db8::5";
         });
     },
     {{"kcna-http", "unknown/stale@0, up@6, unknown/not-answered-for@1326, up@2406"},
      {"ns1", "unknown/stale@0, up@8, unknown/not-answered-for@1328, up@2408"},
      {"own-line", "unknown/no-control@0, up@2"}}},
    {"first router dead",
     [](RingedStory& it) { it.everybodySees(1200, 2400, Outcome::timeout()); },
     {{"kcna-http", "unknown/stale@0, up@6, own-connection-down@1166, up@2409"},
      {"own-line", "unknown/no-control@0, up@2, own-connection-down@1166, up@2409"}}},
    {"names cannot be asked for",
     [](RingedStory& it) {
         for (const char* const name : {"kcna-http", "naenara-http", "airkoryo-http", "mfa-http"})
             it.story.sees(name, 1200, 3000, failing(Failure::Timeout, Stage::Resolve));
         it.transportSees(Transport::Udp, 1200, 3000, Outcome::timeout());
     },
     {{"kcna-http", "unknown/stale@0, up@6, unknown/not-answered-for@1326, up@3006"},
      {"own-line", "unknown/no-control@0, up@2"}}},
    {"proxy that cannot reach them",
     [](RingedStory& it) {
         it.story.happens(0, Epoch{"tor", {}, {}, "proxy"});
         it.sitesDie(1200, 2400);
     },
     {{"kcna-http", "unknown/stale@0, up@6, unknown/through-proxy@1326, up@2406"},
      {"own-line", "unknown/no-control@0, up@2"}}},
    {"proxy that has carried nothing yet",
     [](RingedStory& it) {
         it.story.happens(0, Epoch{"tor", {}, {}, "proxy"});
         it.everybodySees(0, 600, Outcome::timeout());
     },
     {{"kcna-http", "unknown/stale@0, unknown/no-control@6, up@606"}}},
    {"proxy down",
     [](RingedStory& it) {
         it.story.happens(0, Epoch{"tor", {}, {}, "proxy"});
         it.everybodySees(1200, 2400, failing(Failure::Refused, Stage::Connect));
     },
     {{"kcna-http", "unknown/stale@0, up@6, own-connection-down@1166, up@2409"},
      {"own-line", "unknown/no-control@0, up@2, own-connection-down@1166, up@2409"}}},
    {"tunnel that comes and goes",
     [](RingedStory& it) {
         it.story.happens(0, Epoch{"home", {}, {}});
         for (int at = 1200; at < 2400; at += 240) {
             it.story.happens(at, Epoch{"tunnel", {}, {}}).happens(at + 120, Epoch{"home", {}, {}});
             it.story.allTargetsSee(at, at + 120, Outcome::timeout());
         }
     },
     {{"kcna-http",
       "unknown/stale@0, up@6, unknown/line-untested@1200, unknown/not-answered-for@1206, unknown/never-answered@1236, "
       "unknown/line-untested@1320, up@1326, unknown/line-untested@1440, unknown/not-answered-for@1446, "
       "unknown/never-answered@1476, "
       "unknown/line-untested@1560, up@1566, unknown/line-untested@1680, unknown/not-answered-for@1686, "
       "unknown/never-answered@1716, "
       "unknown/line-untested@1800, up@1806, unknown/line-untested@1920, unknown/not-answered-for@1926, "
       "unknown/never-answered@1956, "
       "unknown/line-untested@2040, up@2046, unknown/line-untested@2160, unknown/not-answered-for@2166, "
       "unknown/never-answered@2196, "
       "unknown/line-untested@2280, up@2286"},
      {"own-line",
       "unknown/no-control@0, up@2, unknown/line-untested@1200, up@1209, unknown/line-untested@1320, up@1329, "
       "unknown/line-untested@1440, up@1449, unknown/line-untested@1560, up@1569, unknown/line-untested@1680, up@1689, "
       "unknown/line-untested@1800, up@1809, unknown/line-untested@1920, up@1929, unknown/line-untested@2040, up@2049, "
       "unknown/line-untested@2160, up@2169, unknown/line-untested@2280, up@2289"}}},
    {"asleep in the middle of our own outage",
     [](RingedStory& it) {
         it.everybodySees(1200, 1800, Outcome::timeout());
         it.story.silent(1500, 2100).happens(2100, Asleep{after(seconds(1500))});
         it.everybodySees(2100, 2200, Outcome::timeout());
     },
     {{"kcna-http", "unknown/stale@0, up@6, own-connection-down@1166, not-monitored/asleep@1500, "
                    "own-connection-down@2100, unknown/line-untested@2229, up@2406"},
      {"own-line", "unknown/no-control@0, up@2, own-connection-down@1166, not-monitored/asleep@1500, "
                   "own-connection-down@2100, up@2229"}}},
    {"woken before the road is",
     [](RingedStory& it) {
         it.story.silent(1200, 2100).happens(2100, Asleep{after(seconds(1200))});
         it.sitesDie(2100, 2200);
     },
     {{"kcna-http", "unknown/stale@0, up@6, not-monitored/asleep@1200, unknown/stale@2100, "
                    "unknown/line-untested@2166, up@2241"}}},
    {"started again before the road is asked",
     [](RingedStory& it) {
         it.story.silent(1800, 1866).happens(1800, Stopped{}).happens(1866, Started{});
         for (const char* const name : {"long-1", "long-2", "china-1", "china-2"})
             it.story.silent(name, 1800, 1957);
         it.sitesDie(1866, 2000);
     },
     {{"kcna-http", "unknown/stale@0, up@6, not-monitored/closed@1800, unknown/stale@1866, "
                    "unknown/line-untested@1926, up@2001"}}},
    {"stalled computer",
     [](RingedStory& it) { it.story.silent(1200, 1500); },
     {{"kcna-http", "unknown/stale@0, up@6, not-monitored/closed@1296, unknown/stale@1500, up@1566"},
      {"own-line", "unknown/no-control@0, up@2, not-monitored/closed@1296, unknown/no-control@1500, up@1509"}}},
    {"line that comes and goes",
     [](RingedStory& it) {
         for (int at = 1200; at < 2400; at += 150)
             it.everybodySees(at, at + 75, Outcome::timeout());
     },
     {{"kcna-http",
       "unknown/stale@0, up@6, own-connection-down@1166, up@1286, own-connection-down@1346, up@1457, "
       "own-connection-down@1466, up@1579, own-connection-down@1646, up@1729, own-connection-down@1766, up@1886, "
       "own-connection-down@1946, up@2053, own-connection-down@2066, up@2177, own-connection-down@2246, up@2330"},
      {"own-line", "unknown/no-control@0, up@2, own-connection-down@1166, up@1286, unknown/way-there@1299, "
                   "own-connection-down@1346, up@1457, own-connection-down@1466, up@1579, unknown/way-there@1599, "
                   "own-connection-down@1646, up@1729, own-connection-down@1766, up@1886, unknown/way-there@1899, "
                   "own-connection-down@1946, up@2053, own-connection-down@2066, up@2177, unknown/way-there@2199, "
                   "own-connection-down@2246, up@2330"}}},
    {"addresses made up for IPv6 alone",
     [](RingedStory& it) { it.story.allTargetsSee(1200, 2400, failing(Failure::SuspiciousAnswer, Stage::Connect)); },
     {{"kcna-http", "unknown/stale@0, up@6, unknown/not-answered-for@1326, up@2406"}}},
    {"somebody answers in a control's place",
     [](RingedStory& it) {
         it.story.sees("line-1", 0, 3600, Outcome::page(200));
         it.story.sees("line-1", 1200, 2400, otherPage());
     },
     {{"kcna-http", "unknown/stale@0, up@6, unknown/intercepted@1149, up@2526"}, {"ns1", "unknown/stale@0, up@8"}}},
    {"wrong guess about a control's page",
     [](RingedStory& it) { it.story.sees("line-1", 0, 3600, otherPage()); },
     {{"kcna-http", "unknown/stale@0, up@6"}, {"own-line", "unknown/no-control@0, up@2"}}},
    {"wrong guess about the only control that answers",
     [](RingedStory& it) {
         it.story.sees("line-1", 0, 3600, otherPage());
         for (const char* const name : {"line-2", "line-3", "line-udp-1", "line-udp-2"})
             it.story.sees(name, 0, 3600, Outcome::timeout());
     },
     {{"kcna-http", "unknown/stale@0, up@6"}, {"own-line", "unknown/no-control@0, up@2"}}},
    {"negative control that answers now and then",
     [](RingedStory& it) {
         for (int at = 1200; at < 2400; at += 300)
             it.story.sees("nobody-tcp", at, at + 60, quick());
     },
     {{"kcna-http", "unknown/stale@0, up@6, unknown/intercepted@1196, up@1446, unknown/intercepted@1496, up@1686, "
                    "unknown/intercepted@1796, up@2046, unknown/intercepted@2096, up@2286"},
      {"ns1", "unknown/stale@0, up@8"}}},
    {"refused for nobody is no interception",
     [](RingedStory& it) { it.ringSees(Ring::Negative, 0, 3600, failing(Failure::Refused, Stage::Connect)); },
     {{"kcna-http", "unknown/stale@0, up@6"}, {"ns1", "unknown/stale@0, up@8"}}},
    {"long-haul silent",
     [](RingedStory& it) {
         it.ringSees(Ring::LongHaul, 1200, 2400, Outcome::timeout());
         it.sitesDie(1200, 2400);
     },
     {{"kcna-http", "unknown/stale@0, up@6, unknown/way-there@1326, up@2406"},
      {"router-177", "unknown/stale@0, up@12, unknown/way-there@1332, up@2412"},
      {"own-line", "unknown/no-control@0, up@2, unknown/way-there@1179, up@2435"}}},
    {"loss that a transit control sees as well",
     [](RingedStory& it) {
         it.story.sees("kcna-http", 1200, 1900, Outcome::timeout());
         for (int at = 660; at < 2400; at += 120) // in the minutes between the checks, so that these count
             it.story.sees("china-1", at, at + 60, failing(Failure::Refused, Stage::Connect));
     },
     {{"kcna-http", "unknown/stale@0, up@6, unknown/not-answered-for@1566, up@1926"}}},
    {"China side silent",
     [](RingedStory& it) {
         it.ringSees(Ring::TransitChina, 1200, 2400, Outcome::timeout());
         it.sitesDie(1200, 2400);
         for (const char* const name : {"router-177", "sentinel-router-177"})
             it.story.sees(name, 1200, 2400, Outcome::answer());
     },
     {{"kcna-http", "unknown/stale@0, up@6, unknown/way-there@1326, up@2406"},
      {"router-178", "unknown/stale@0, up@11, unknown/way-there@1331, up@2411"},
      {"router-177", "unknown/stale@0, up@12"},
      {"own-line", "unknown/no-control@0, up@2"}}},
    {"Russia side silent",
     [](RingedStory& it) {
         it.ringSees(Ring::TransitRussia, 1200, 2400, Outcome::timeout());
         it.story.sees("router-177", 1200, 2400, Outcome::timeout());
         it.story.sees("router-178", 1200, 2400, Outcome::timeout());
     },
     {{"kcna-http", "unknown/stale@0, up@6"},
      {"router-178", "unknown/stale@0, up@11, unknown/way-there@1331, up@2411"},
      {"router-177", "unknown/stale@0, up@12, unknown/way-there@1332, up@2412"},
      {"own-line", "unknown/no-control@0, up@2"}}},
    {"both sides silent",
     [](RingedStory& it) {
         it.ringSees(Ring::TransitRussia, 1200, 2400, Outcome::timeout());
         it.ringSees(Ring::TransitChina, 1200, 2400, Outcome::timeout());
         it.sitesDie(1200, 2400);
     },
     {{"kcna-http", "unknown/stale@0, up@6, unknown/way-there@1326, up@2406"},
      {"router-177", "unknown/stale@0, up@12, unknown/way-there@1332, up@2412"},
      {"own-line", "unknown/no-control@0, up@2, unknown/way-there@1192, up@2443"}}},
    {"portal that begins an epoch of its own",
     [](RingedStory& it) {
         it.story.happens(0, Epoch{"home", {}, {}}).happens(1262, Epoch{"portal", {}, {}});
         it.story.happens(2530, Epoch{"home", {}, {}});
         it.everybodySees(1200, 2400, quick());
         it.ringSees(Ring::Negative, 1200, 2400, quick());
     },
     {{"kcna-http", "unknown/stale@0, up@6, unknown/intercepted@1196, up@2526, unknown/line-untested@2530, up@2646"}}},
    {"faster circuit of a proxy",
     [](RingedStory& it) {
         it.story.happens(0, Epoch{"tor", {}, {}, "proxy"});
         it.story.sees("kcna-http", 19200, 20400, Outcome::answer(milliseconds(100)));
     },
     {{"kcna-http", "unknown/stale@0, up@6"}},
     21000},
    {"machine no longer busy",
     [](RingedStory& it) { it.story.sees("kcna-http", 7200, 8400, quick()); },
     {{"kcna-http", "unknown/stale@0, up@6"}},
     9000},
    {"clock set forward by an hour",
     [](RingedStory& it) { setClock(it, 1200, 3600); },
     {{"kcna-http", "unknown/stale@0, up@6, not-monitored@1296, unknown/stale@4800, up@4806"},
      {"own-line", "unknown/no-control@0, up@2, not-monitored@1296, unknown/no-control@4800, up@4809"}},
     3600},
    {"clock set back by an hour",
     [](RingedStory& it) { setClock(it, 4500, -3600); },
     {{"kcna-http", "unknown/stale@0, up@6"}, {"own-line", "unknown/no-control@0, up@2"}},
     6000},
    {"night on which the clocks change",
     [](RingedStory& it) { moveTo(it, "2026-03-29T00:30:00Z"); },
     {{"kcna-http", "unknown/stale@2075400, up@2075406"}}},
    {"night in which an hour comes twice",
     [](RingedStory& it) { moveTo(it, "2026-10-25T00:30:00Z"); },
     {{"kcna-http", "unknown/stale@20219400, up@20219406"}}},
    {"echoes refused",
     [](RingedStory& it) { it.story.sees("router-ping", 1200, 2400, Outcome::timeout()); },
     {{"router-ping", "unknown/stale@0, up@15, unknown/not-answered-for@1335, up@2415"}}},
};

} // namespace

class TestOwnSide : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void initTestCase() { qputenv("TZ", "Europe/Berlin"); } // where clocks change: nothing may go by local time

    void nobodyIsDown_data() {
        QTest::addColumn<int>("index");
        for (std::size_t i = 0; i < situations.size(); ++i)
            QTest::newRow(situations[i].name) << static_cast<int>(i);
    }
    void nobodyIsDown() {
        QFETCH(int, index);
        const Situation& situation = situations[static_cast<std::size_t>(index)];
        RingedStory told;
        situation.tell(told);
        const Replayed replayed = told.judged(situation.end);
        for (const auto& [lane, spans] : replayed.spans)
            for (const Span& span : spans)
                QVERIFY2(span.verdict != Verdict::Down, shown(spans).c_str());
        for (const auto& [lane, states] : situation.lanes)
            QCOMPARE(QString::fromStdString(lane + ": " + shown(replayed.spans, told.story.watchlist(), lane)),
                     QString::fromStdString(lane + ": " + states));
        const TargetSpans live = told.judgedLive(situation.end);
        for (const auto& [lane, spans] : replayed.spans)
            QCOMPARE(QString::fromStdString(shown(live.at(lane))), QString::fromStdString(shown(spans)));
    }

    void whoAnswersForEverybodyIsNobodysLastAnswer() {
        RingedStory told;
        told.everybodySees(1200, 2400, quick());
        told.ringSees(Ring::Negative, 1200, 2400, quick());
        const LiveStatus status = told.judged(2000).status;
        const TargetId page = told.story.watchlist().findByName("kcna-http")->id;
        const auto found = std::ranges::find(status.targets, page, &TargetStatus::id);
        QVERIFY(found->reason == Reason::Intercepted);
        QVERIFY(found->lastGood > after(seconds(1000)) && found->lastGood < after(seconds(1200)));
    }

    void whatAProxyDoesNotCarryIsSwitchedOff() {
        RingedStory told;
        told.story.happens(0, Epoch{"home", {}, {}}).happens(1200, Epoch{"tor", {}, {}, "proxy"});
        told.edits.push_back([&](Story::Rows& rows) {
            std::erase_if(rows.observations, [&](const Observation& row) {
                return row.startedAt > after(seconds(1200)) &&
                       transportOf(told.story.watchlist().find(row.target)->probe) != Transport::Tcp;
            });
        });
        const Replayed replayed = told.judged(2400);
        const LiveStatus& status = replayed.status;
        const auto reason = [&](const char* name) {
            return std::ranges::find(status.targets, told.idOf(name), &TargetStatus::id)->reason;
        };
        QVERIFY(reason("ns1") == Reason::NotCarried);
        QVERIFY(reason("kcna-http") == Reason::None);
        QCOMPARE(shown(replayed.spans, told.story.watchlist(), "ns1"),
                 std::string("unknown/stale@0, up@8, unknown/not-carried@1200"));
        for (const RingStatus& ring : status.ownLine.rings)
            QCOMPARE(ring.off, ring.ring != Ring::Negative && ring.transport != Transport::Tcp);
    }

    // What a bare connection through a proxy brings says nothing, and a failure before it does not stand for it.
    void whoTellsNothingIsNotCountedAmongOurControls() {
        RingedStory told;
        told.story.happens(0, Epoch{"tor", {}, {}, "proxy"});
        told.transportSees(Transport::Tcp, 1200, 1500, Outcome::neutral(Failure::LocalNetworkDown));
        told.story.sees("line-2", 0, 1200, Outcome::neutral(Failure::Unknown));
        told.story.sees("line-2", 1500, 3000, Outcome::neutral(Failure::Unknown));
        told.edits.push_back([&](Story::Rows& rows) {
            std::erase_if(rows.observations, [&](const Observation& row) {
                return transportOf(told.story.watchlist().find(row.target)->probe) != Transport::Tcp;
            });
        });
        const OwnLineStatus before = told.judged(1100).status.ownLine, after_it = told.judged(2400).status.ownLine;
        QCOMPARE(after_it.controls, before.controls);
        QCOMPARE(after_it.controlsUp, after_it.controls);
    }

    void aFirewallOfOursIsNamed() {
        RingedStory told;
        told.everybodySees(1200, 2400, failing(Failure::PermissionDenied, Stage::Connect));
        const OwnLineStatus line = told.judged(2000).status.ownLine;
        QVERIFY(line.state == Verdict::OwnConnectionDown && line.keptIn > 0);
        QCOMPARE(told.judged(3000).status.ownLine.keptIn, 0);
        RingedStory theirs;
        theirs.story.allTargetsSee(1200, 2400, failing(Failure::PermissionDenied, Stage::Connect));
        const LiveStatus status = theirs.judged(2000).status;
        QVERIFY(status.ownLine.state == Verdict::Up && status.ownLine.keptIn == 0);
        QVERIFY(status.sites.front().reason == Reason::OwnFirewall);
    }

    // A record that was opened a moment ago: most of it has been handed on, and is forgotten by the judge.
    void interceptionRewritesNoMoreThanItSpoils() {
        RingedStory told;
        told.everybodySees(7200, 9000, quick());
        told.ringSees(Ring::Negative, 7200, 9000, quick());
        const Story::Rows rows = told.story.until(8400);
        Judge judge(told.story.watchlist(), {});
        auto event = rows.events.begin();
        bool opened = false;
        int intercepted = 0;
        for (const Observation& row : rows.observations) {
            for (; event != rows.events.end() && event->at <= row.endedAt(); ++event)
                judge.take(*event);
            judge.take(row);
            if (row.endedAt() < after(seconds(7000)))
                continue;
            for (const SpanChange& change : judge.changes()) {
                QVERIFY2(!opened || change.from >= after(seconds(5000)), isoUtc(change.from).c_str());
                for (const Span& span : change.spans)
                    intercepted += span.reason == Reason::Intercepted;
            }
            opened = true;
        }
        QVERIFY(intercepted > 0);
    }
};

QTEST_GUILESS_MAIN(TestOwnSide)
#include "tst_own_side.moc"
