// SPDX-License-Identifier: GPL-3.0-or-later
// A judge that says nothing is useless: beside the situations of our own side a real outage is found all the same.
// The sites die at 1200 s and answer again from 2400 s on, if nothing else is told.
#include "tests/support/ringed_story.h"
#include "tests/support/script.h"

#include <QTest>

using namespace kpwatch;
using namespace kpwatch::test;

namespace {

struct Beside {
    const char* name;
    std::function<void(RingedStory&)> tell;
    std::vector<std::pair<std::string, std::string>> lanes;
    int end = 3600;
};

Outcome blockPage() { return {Failure::Blocked, Stage::Done, HttpDetail{}, milliseconds(200)}; }
Outcome refused() { return {Failure::Refused, Stage::Connect, {}, milliseconds(200)}; }

const std::vector<Beside> outages{
    {"nothing beside it",
     [](RingedStory& it) { it.sitesDie(1200, 2400); },
     {{"kcna-http", "unknown/stale@0, up@6, down@1206, up@2406"},
      {"ns1", "unknown/stale@0, up@8, down@1208, up@2408"},
      {"router-177", "unknown/stale@0, up@12, down@1212, up@2412"},
      {"mail", "unknown/stale@0, up@15, down@1215, up@2415"},
      {"router-ping", "unknown/stale@0, up@15, unknown/not-answered-for@1335, up@2415"}}},
    {"one transit control dead",
     [](RingedStory& it) {
         it.sitesDie(1200, 2400);
         it.story.sees("china-1", 0, 3600, Outcome::timeout());
     },
     {{"kcna-http", "unknown/stale@0, up@6, down@1206, up@2406"}}},
    {"one long-haul control dead",
     [](RingedStory& it) {
         it.sitesDie(1200, 2400);
         it.story.sees("long-1", 100, 3600, Outcome::timeout());
     },
     {{"kcna-http", "unknown/stale@0, up@6, down@1206, up@2406"},
      {"router-177", "unknown/stale@0, up@12, down@1212, up@2412"}}},
    {"one line control dead",
     [](RingedStory& it) {
         it.sitesDie(1200, 2400);
         it.story.sees("line-2", 100, 3600, Outcome::timeout());
     },
     {{"kcna-http", "unknown/stale@0, up@6, down@1206, up@2406"}}},
    {"the other side silent",
     [](RingedStory& it) {
         it.sitesDie(1200, 2400);
         it.ringSees(Ring::TransitRussia, 1200, 2400, Outcome::timeout());
     },
     {{"kcna-http", "unknown/stale@0, up@6, down@1206, up@2406"},
      {"router-177", "unknown/stale@0, up@12, unknown/way-there@1332, up@2412"}}},
    {"transit controls that never proved themselves",
     [](RingedStory& it) {
         it.transitProven = false;
         it.sitesDie(1200, 2400);
         it.ringSees(Ring::TransitChina, 0, 3600, Outcome::timeout());
     },
     {{"kcna-http", "unknown/stale@0, up@6, down@1206, up@2406"}}},
    {"hijacked name servers",
     [](RingedStory& it) {
         it.sitesDie(1200, 2400);
         it.transportSees(Transport::Udp, 1200, 2400, Outcome::answer());
         it.story.sees("nobody-dns", 1200, 2400, Outcome::answer());
     },
     {{"kcna-http", "unknown/stale@0, up@6, down@1206, up@2406"},
      {"ns1", "unknown/stale@0, up@8, unknown/intercepted@1140, up@2528"}}},
    {"hijacked name servers, asked where it has lived",
     [](RingedStory& it) {
         Watchlist list = ringedWatchlist();
         list.targets.front().probe = HttpOptions{"http://www.kcna.kp/", {}, {}};
         it.story = Story(list);
         it.ringSees(Ring::Negative, 0, 1000000, Outcome::timeout());
         it.touches.emplace_back([&it](Observation& row) {
             if (it.is(row, "kcna-http"))
                 row.peer = "175.45.176.71";
         });
         it.sitesDie(1200, 2400);
         it.story.sees("nobody-dns", 1100, 3000, Outcome::answer());
     },
     {{"kcna-http", "unknown/stale@0, up@6, down@1206, up@2406"}}},
    {"TCP intercepted, name servers dead",
     [](RingedStory& it) {
         it.sitesDie(1200, 2400);
         it.transportSees(Transport::Tcp, 1200, 2400, Outcome::answer());
         it.story.sees("nobody-tcp", 1200, 2400, Outcome::answer());
     },
     {{"kcna-http", "unknown/stale@0, up@6, unknown/intercepted@1196, up@2526"},
      {"ns1", "unknown/stale@0, up@8, down@1208, up@2408"}}},
    {"an interception long over",
     [](RingedStory& it) {
         it.story.sees("nobody-tcp", 100, 400, Outcome::answer());
         it.sitesDie(1200, 2400);
     },
     {{"kcna-http", "unknown/stale@0, up@6, unknown/intercepted@56, up@486, down@1206, up@2406"}}},
    {"nobody refuses",
     [](RingedStory& it) {
         it.sitesDie(1200, 2400);
         it.ringSees(Ring::Negative, 0, 3600, refused());
     },
     {{"kcna-http", "unknown/stale@0, up@6, down@1206, up@2406"}}},
    {"port 25 blocked",
     [](RingedStory& it) {
         it.sitesDie(1200, 2400);
         it.transportSees(Transport::Mail, 0, 3600, Outcome::timeout());
     },
     {{"kcna-http", "unknown/stale@0, up@6, down@1206, up@2406"}, {"mail", "unknown/stale@0, unknown/no-control@15"}}},
    {"one site blocked here",
     [](RingedStory& it) {
         it.sitesDie(1200, 2400);
         it.story.sees("kcna-http", 600, 3600, blockPage());
     },
     {{"kcna-http", "unknown/stale@0, up@6, blocked-here@606"},
      {"naenara-http", "unknown/stale@0, up@6, down@1206, up@2406"}}},
    {"a block that had ended",
     [](RingedStory& it) {
         it.story.sees("kcna-http", 300, 700, blockPage());
         it.sitesDie(1200, 2400);
     },
     {{"kcna-http", "unknown/stale@0, up@6, blocked-here@366, up@726, down@1206, up@2406"}}},
    {"blocked while down",
     [](RingedStory& it) {
         it.sitesDie(1200, 2400);
         it.story.sees("kcna-http", 1800, 2100, blockPage());
     },
     {{"kcna-http", "unknown/stale@0, up@6, down@1206, blocked-here@1806, unknown/not-answered-for@2286, up@2406"}}},
    {"the same source everywhere",
     [](RingedStory& it) {
         it.sitesDie(1200, 2400);
         it.touches.emplace_back([](Observation& row) { row.source = "192.168.1.5"; });
     },
     {{"kcna-http", "unknown/stale@0, up@6, down@1206, up@2406"}}},
    {"sources of two families",
     [](RingedStory& it) {
         it.sitesDie(1200, 2400);
         it.touches.emplace_back(
             [&it](Observation& row) { row.source = it.isTarget(row) ? "192.168.1.5" : "2001:db8::5"; });
     },
     {{"kcna-http", "unknown/stale@0, up@6, down@1206, up@2406"}}},
    {"prohibited by a router far away",
     [](RingedStory& it) {
         ConnectDetail prohibited;
         prohibited.refusal.router = "219.158.3.1";
         it.story.allTargetsSee(1200, 2400, {Failure::Unreachable, Stage::Connect, prohibited, milliseconds(200)});
         it.touches.emplace_back([](Observation& row) { row.source = "192.168.1.5"; });
     },
     {{"kcna-http", "unknown/stale@0, up@6, down@1206, up@2406"}}},
    {"a port closed, says a name server beside us itself",
     [](RingedStory& it) {
         const DnsDetail closed{.refusal = {"192.168.1.9", 3, 3}};
         it.story.sees("ns1", 1200, 2400, {Failure::Refused, Stage::Exchange, closed, milliseconds(1)});
         it.touches.emplace_back([&it](Observation& row) {
             row.source = "192.168.1.5";
             if (it.is(row, "ns1"))
                 row.peer = "192.168.1.9";
         });
     },
     {{"ns1", "unknown/stale@0, up@8, down@1208, up@2408"}}},
    {"no route, says the router that refuses what does not exist",
     [](RingedStory& it) {
         ConnectDetail no_route{.refusal = {"84.16.1.2", 3, 0}};
         const Outcome unreachable{Failure::Unreachable, Stage::Connect, no_route, milliseconds(200)};
         it.story.sees("nobody-tcp", 0, 3600, unreachable);
         it.story.allTargetsSee(1200, 2400, unreachable);
     },
     {{"kcna-http", "unknown/stale@0, up@6, down@1206, up@2406"}}},
    {"prohibited by a router behind our provider",
     [](RingedStory& it) {
         ConnectDetail refused{.refusal = {"84.16.1.2", 3, 13}};
         it.story.sees("nobody-tcp", 0, 3600, {Failure::Unreachable, Stage::Connect, refused, milliseconds(200)});
         refused.refusal.router = "84.16.2.2";
         it.story.allTargetsSee(1200, 2400, {Failure::Unreachable, Stage::Connect, refused, milliseconds(200)});
     },
     {{"kcna-http", "unknown/stale@0, up@6, down@1206, up@2406"}}},
    {"a port closed, says a router behind our provider",
     [](RingedStory& it) {
         const ConnectDetail closed{.refusal = {"84.16.1.2", 3, 3}};
         it.story.allTargetsSee(1200, 2400, {Failure::Unreachable, Stage::Connect, closed, milliseconds(200)});
     },
     {{"kcna-http", "unknown/stale@0, up@6, down@1206, up@2406"}}},
    {"a rule of ours about names, for everybody's",
     [](RingedStory& it) {
         it.sitesDie(1200, 2400);
         for (const char* const name : {"ns1", "ns2", "ns3", "ns4", "line-udp-1", "line-udp-2"})
             it.story.sees(name, 600, 2400, Outcome::neutral(Failure::PermissionDenied));
     },
     {{"kcna-http", "unknown/stale@0, up@6, down@1206, up@2406"}}},
    {"a rule of ours about their names, that lets their pages through",
     [](RingedStory& it) {
         it.sitesDie(1200, 2400);
         for (const char* const name : {"ns1", "ns2", "ns3", "ns4"})
             it.story.sees(name, 600, 2400, Outcome::neutral(Failure::PermissionDenied));
     },
     {{"kcna-http", "unknown/stale@0, up@6, down@1206, up@2406"}}},
    {"four minutes, while one check of a neighbour is lost",
     [](RingedStory& it) {
         for (const char* const name : {"kcna-http", "naenara-http", "airkoryo-http", "mfa-http"})
             it.story.sees(name, 1200, 1440, Outcome::timeout());
         it.story.sees("ns4", 1200, 1230, Outcome::timeout());
     },
     {{"kcna-http", "unknown/stale@0, up@6, down@1206, up@1446"}}},
    {"woken while they are dead",
     [](RingedStory& it) {
         it.sitesDie(1200, 3000);
         it.story.silent(900, 1500).happens(1500, Asleep{after(seconds(900))});
     },
     {{"kcna-http", "unknown/stale@0, up@6, not-monitored/asleep@900, unknown/stale@1500, "
                    "unknown/line-untested@1566, down@1641, up@3006"}},
     4200},
    {"another network shortly before",
     [](RingedStory& it) {
         it.story.happens(0, Epoch{"home", {}, {}}).happens(800, Epoch{"cafe", {}, {}});
         it.sitesDie(1200, 2400);
     },
     {{"kcna-http", "unknown/stale@0, up@6, unknown/line-untested@800, up@846, down@1206, up@2406"}}},
    {"our own line shortly before",
     [](RingedStory& it) {
         it.everybodySees(600, 1000, Outcome::timeout());
         it.sitesDie(1200, 2400);
     },
     {{"kcna-http",
       "unknown/stale@0, up@6, own-connection-down@566, unknown/not-answered-for@1037, up@1086, down@1206, up@2406"},
      {"own-line", "unknown/no-control@0, up@2, own-connection-down@566, up@1037"}}},
    {"somebody in between for a moment",
     [](RingedStory& it) {
         it.story.happens(0, Epoch{"home", {}, {}}).happens(1562, Epoch{"portal", {}, {}});
         it.story.happens(1692, Epoch{"home", {}, {}});
         it.sitesDie(1200, 3000);
         it.story.sees("nobody-tcp", 1550, 1570, Outcome::answer());
     },
     {{"kcna-http", "unknown/stale@0, up@6, down@1206, unknown/intercepted@1496, unknown/line-untested@1692, "
                    "down@1806, up@3006"},
      {"ns1", "unknown/stale@0, up@8, down@1208, unknown/line-untested@1562, unknown/not-answered-for@1568, "
              "unknown/line-untested@1692, down@1808, up@3008"}},
     4200},
    {"through a VPN for some minutes",
     [](RingedStory& it) {
         it.story.happens(0, Epoch{"home", {}, {}}).happens(1800, Epoch{"vpn", {}, {}});
         it.story.happens(2100, Epoch{"home", {}, {}});
         it.sitesDie(1200, 1800);
         it.sitesDie(2100, 3000);
     },
     {{"kcna-http",
       "unknown/stale@0, up@6, down@1206, unknown/line-untested@1800, up@1806, unknown/line-untested@2100, down@2166, "
       "up@3006"}},
     4200},
    {"through a proxy that answers again, answers are answers",
     [](RingedStory& it) {
         it.story.happens(0, Epoch{"home", {}, {}}).happens(1200, Epoch{"tor", {}, {}, "proxy"});
     },
     {{"kcna-http", "unknown/stale@0, up@6, unknown/line-untested@1200, up@1206"}}},
};

} // namespace

class TestStillFound : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void outageIsFound_data() {
        QTest::addColumn<int>("index");
        for (std::size_t i = 0; i < outages.size(); ++i)
            QTest::newRow(outages[i].name) << static_cast<int>(i);
    }
    void outageIsFound() {
        QFETCH(int, index);
        const Beside& beside = outages[static_cast<std::size_t>(index)];
        RingedStory told;
        beside.tell(told);
        const Replayed replayed = told.judged(beside.end);
        for (const auto& [lane, states] : beside.lanes)
            QCOMPARE(QString::fromStdString(lane + ": " + shown(replayed.spans, told.story.watchlist(), lane)),
                     QString::fromStdString(lane + ": " + states));
        const TargetSpans live = told.judgedLive(beside.end);
        for (const auto& [lane, spans] : replayed.spans)
            QCOMPARE(QString::fromStdString(shown(live.at(lane))), QString::fromStdString(shown(spans)));
    }

    // That somebody else answered comes out a moment later.
    void theLastAnswerBeforeItIsNobodyElses() {
        RingedStory told;
        told.story.sees("kcna-http", 1560, 3000, Outcome::timeout());
        told.story.sees("kcna-http", 1560, 1570, Outcome::answer());
        told.ringSees(Ring::Negative, 1600, 1640, Outcome::answer());
        const Replayed replayed = told.judged(2400);
        const Span& last = replayed.spans.at(told.idOf("kcna-http")).back();
        QVERIFY(last.verdict == Verdict::Down && last.onset->after);
        QVERIFY2(
            *last.onset->after == after(seconds(1446)),
            (isoUtc(*last.onset->after) + " " + shown(replayed.spans, told.story.watchlist(), "kcna-http")).c_str());
    }
};

QTEST_GUILESS_MAIN(TestStillFound)
#include "tst_still_found.moc"
