// SPDX-License-Identifier: GPL-3.0-or-later
// Which down times make one incident.
#include "app/story/grouping.h"
#include "tests/support/lane_script.h"

#include <QTest>

using namespace kpwatch;
using namespace kpwatch::test;
using namespace std::chrono_literals;

namespace {

const Watchlist list = storyWatchlist();

std::vector<Incident> incidentsIn(const TargetSpans& spans, std::vector<Event> events = {}, double now = 24 * 60) {
    return incidentsOf({list, spans, events, minute(now)}, {});
}
std::vector<Incident> incidentsIn(const char* script, std::vector<Event> events = {}) {
    return incidentsIn(lanesOf(list, script), std::move(events));
}
std::int64_t minutesIn(std::chrono::milliseconds length) { return length / 1min; }

} // namespace

class TestGrouping : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void downTimesMakeIncidents_data() {
        QTest::addColumn<std::string>("lanes");
        QTest::addColumn<std::string>("incidents");
        const auto row = [](const char* what, const char* lanes, const char* incidents) {
            QTest::newRow(what) << std::string(lanes) << std::string(incidents);
        };
        row("nobody", "", "");
        row("one alone", "kcna-http 100-190", "kcna-http@100-190");
        row("one that is not over", "kcna-http 100-", "kcna-http@100-");
        row("two at once", "kcna-http 100-190; ns1 101-150", "kcna-http+ns1@100-190");
        row("two, one not over", "kcna-http 100-; ns1 101-150", "kcna-http+ns1@100-");
        row("just within two hours of an onset", "kcna-http 100-400; ns1 219-230", "kcna-http+ns1@100-400");
        row("later than two hours after an onset", "kcna-http 100-400; ns1 221-230", "kcna-http@100-400, ns1@221-230");
        row("within two hours of an end", "kcna-http 100-400; mfa-http 110-200; ns1 310-320",
            "kcna-http+mfa-http+ns1@100-400");
        row("after it has ended", "kcna-http 100-110; ns1 115-130", "kcna-http@100-110, ns1@115-130");
        row("the same again soon", "kcna-http 100-110 200-210", "kcna-http@100-210");
        row("the same again after two hours", "kcna-http 100-110 240-250", "kcna-http@100-110, kcna-http@240-250");
        row("one joins a chain", "kcna-http 100-500; mfa-http 200-500; ns1 300-500", "kcna-http+mfa-http+ns1@100-500");
        row("a storm under a long outage", "kcna-http 10-1400; naenara-http 600-700; mfa-http 601-720; servers 602-710",
            "kcna-http@10-1400, naenara-http+mfa-http+ns1+ns2+ns3+ns4@600-720");
        row("a long outage that ends in a storm absorbs nothing",
            "kcna-http 10-650; naenara-http 600-700; mfa-http 601-720; servers 660-710",
            "kcna-http@10-650, naenara-http+mfa-http+ns1+ns2+ns3+ns4@600-720");
        row("a storm that returns, led by another", "sites 100-110 150-160; router-177 149-170",
            "kcna-http+naenara-http+airkoryo-http+mfa-http+router-177@100-170");
        row("a hole in one down time", "kcna-http 100-120+180-220", "kcna-http@100-220");
        row("one that nobody told the end of", "kcna-http 100-190?", "kcna-http@100-190");
        row("nor what was looked at meanwhile", "kcna-http 100-190? z190-250", "kcna-http@100-250");
        row("slow and error pages open none", "kcna-http s100-200; mfa-http p100-300", "");
    }
    void downTimesMakeIncidents() {
        QFETCH(std::string, lanes);
        QFETCH(std::string, incidents);
        const auto found = incidentsIn(lanes.c_str());
        QCOMPARE(shown(found, list), incidents);
    }

    void theSameAgainReopensWithinItsOwnGap() {
        Settings settings;
        settings.merge_own_gap_s = 1800;
        const TargetSpans spans = lanesOf(list, "kcna-http 100-110 150-160; ns1 300-310 325-330");
        QCOMPARE(shown(incidentsOf({list, spans, {}, minute(24 * 60)}, settings), list),
                 std::string("kcna-http@100-110, kcna-http@150-160, ns1@300-330"));
    }

    void anOutageOfDaysIsNoStormThatReturns() {
        const TargetSpans spans = lanesOf(list, "kcna-http 100-5000 5050-5100; router-177 5020-5200", 6000);
        QCOMPARE(shown(incidentsIn(spans, {}, 6000), list),
                 std::string("kcna-http@100-5000, kcna-http+router-177@5020-5200"));
    }

    // By other numbers it began at another moment; it is the same time.
    void otherRulesCutNoTime() {
        const auto down = [](double from, double to, double began) {
            Span span{
                {minute(from), minute(to)}, Verdict::Down, Reason::None, Onset{minute(98), minute(began)}, {}, {}};
            return span;
        };
        const Span answers{{minute(190), minute(300)}, Verdict::Up, Reason::None, {}, {}, {}};
        std::vector<Span> lane{down(100, 150, 100), down(150, 190, 104), answers};
        const auto once = [&] {
            const std::vector<DownTime> times = downTimesOf(list.targets[0].id, lane, {});
            return times.size() == 1 && times[0].began.by == minute(100) && times[0].seen.size() == 1 &&
                   times[0].ended && times[0].ended->by == minute(190);
        };
        QVERIFY(once());
        lane[1].ended = Onset{minute(188), minute(190)};
        QVERIFY(once());
        lane[0].ended = lane[1].ended;
        QVERIFY(once());
        QCOMPARE(downTimesOf(list.targets[0].id, lane, {}).front().ended->after, minute(188));
    }

    void whatAnotherEpochSawEndsNothing() {
        const std::vector<Event> events = {{minute(0), Epoch{"home", "wi-fi", "DE"}},
                                           {minute(195), Epoch{"cafe", "wi-fi", "DE"}}};
        QCOMPARE(shown(incidentsIn("kcna-http 100-190? z190-250", events), list), std::string("kcna-http@100-195|"));
    }

    // Down at home before and after: what happens in the café meanwhile is no part of it.
    void anotherEpochIsNoCompany() {
        const std::vector<Event> events = {{minute(0), Epoch{"home", "wi-fi", "DE"}},
                                           {minute(150), Epoch{"cafe", "wi-fi", "DE"}},
                                           {minute(300), Epoch{"home", "wi-fi", "DE"}}};
        QCOMPARE(shown(incidentsIn("kcna-http 100-150+300-400; ns1 160-170", events), list),
                 std::string("kcna-http@100-400, ns1@160-170"));
    }

    void newEpochCutsAnIncident() {
        const std::vector<Event> events = {{minute(0), Epoch{"home", "wi-fi", "DE"}},
                                           {minute(150), Epoch{"cafe", "wi-fi", "DE"}}};
        TargetSpans spans = lanesOf(list, "kcna-http 100-; ns1 160-170");
        spans[list.targets[0].id].back().range.end = minute(150);
        const auto found = incidentsIn(spans, events);
        QCOMPARE(shown(found, list), std::string("kcna-http@100-150|, ns1@160-170"));
        QVERIFY(!found[0].ended);
        QVERIFY(found[0].over());
        QVERIFY(found[0].lengths.one.atLeast);
        QCOMPARE(found[0].lengths.untilSteady, std::chrono::milliseconds(50min - 10s)); // from when it certainly was
    }

    // "None of the sites" belongs to the incident whose members made it so.
    void noneAnsweredIsTheIncidentsOwn() {
        const auto found = incidentsIn("mfa-http 100-; kcna-http 600-700; naenara-http 610-700; airkoryo-http 620-700");
        QCOMPARE(shown(found, list), std::string("mfa-http@100-, kcna-http+naenara-http+airkoryo-http@600-700"));
        QVERIFY(!found[0].none);
        QVERIFY(found[0].lengths.noneAnswered);
        QVERIFY(found[1].none);
        QVERIFY(found[1].none->since.by == minute(620) + 10s);
        QCOMPARE(minutesIn(found[1].none->length), 80);
        const auto twice = incidentsIn("kcna-http 100-130 200-300; naenara-http 150-300; airkoryo-http 150-300; "
                                       "mfa-http 150-300");
        QVERIFY(twice[0].none->since.by == minute(200) + 10s);
    }

    // As drawn the first three are back a minute after the last has stopped; their last failed checks are older.
    void noneAnsweredIsSaidOnlyWhereItIsCertain() {
        const auto found =
            incidentsIn("kcna-http 100-190; naenara-http 100-190; airkoryo-http 100-190; mfa-http 189-260");
        QCOMPARE(found.size(), std::size_t(1));
        QVERIFY(!found[0].none && !found[0].lengths.noneAnswered);
        const auto longer =
            incidentsIn("kcna-http 100-190; naenara-http 100-190; airkoryo-http 100-190; mfa-http 185-260");
        QVERIFY(longer[0].none);
        QCOMPARE(minutesIn(longer[0].lengths.noneAnswered.value()), 5);
        // What is so at this moment has been judged so.
        QVERIFY(incidentsIn("kcna-http 1400-; naenara-http 1400-; airkoryo-http 1400-; mfa-http 1439.9-")[0].none);
    }

    void noneIsAtLastOnlyWhileItIsSo() {
        QVERIFY(incidentsIn("sites 100-")[0].none->atLast);
        const auto partly = incidentsIn("kcna-http 100-; naenara-http 100-200; airkoryo-http 100-; mfa-http 100-");
        QVERIFY(partly[0].none && !partly[0].none->atLast);
    }

    void whoComesAndGoesIsNotLongStanding() {
        const auto lane = [](const char* script) {
            return incidentsOf({list, lanesOf(list, script, 6000), {}, minute(6000)}, {});
        };
        QVERIFY(lane("kcna-http 100-")[0].longStanding);
        std::string flaps = "kcna-http";
        for (int at = 100; at < 5800; at += 100)
            flaps += " " + std::to_string(at) + "-" + std::to_string(at + 10);
        QVERIFY(!lane(flaps.c_str())[0].longStanding);
        QVERIFY(!lane("kcna-http 100-130? z130-6000")[0].longStanding); // half an hour was seen
        QVERIFY(lane("kcna-http 100-130+5990-6000? z130-5990")[0].longStanding);
    }

    // Asked no longer since minute 1000: it answered while the others did not.
    void whatIsNoLongerAskedStillAnsweredThen() {
        Watchlist later = list;
        for (Target& target : later.targets)
            target.enabled = target.enabled && target.name != "kcna-http";
        const auto found = incidentsOf({later,
                                        lanesOf(later, "naenara-http 100-200; airkoryo-http 100-200; mfa-http 100-200; "
                                                       "kcna-http z1000-1440"),
                                        {},
                                        minute(1440)},
                                       {});
        QVERIFY(!found[0].none && !found[0].lengths.noneAnswered);
    }

    void noneAnsweredIsSaidUntilANewcomerAnswers() {
        const auto found =
            incidentsIn("kcna-http 100-200; naenara-http 100-200; airkoryo-http 100-200; mfa-http n0-190");
        QCOMPARE(found.size(), std::size_t(1));
        QVERIFY(found[0].none);
        QCOMPARE(minutesIn(found[0].lengths.noneAnswered.value()), 90);
        QVERIFY(!incidentsIn("router-177 100-200; sites n0-150")[0].lengths.noneAnswered); // none had ever answered
    }

    void sameEpochToldAgainCutsNothing() {
        const std::vector<Event> events = {{minute(0), Epoch{"home", "wi-fi", "DE"}},
                                           {minute(150), Epoch{"home", "wi-fi", "DE"}}};
        QCOMPARE(shown(incidentsIn("kcna-http 100-200", events), list), std::string("kcna-http@100-200"));
    }

    void stormOfFortyIsOneIncident() {
        Watchlist forty;
        TargetSpans spans;
        for (int i = 0; i < 40; ++i) {
            Target target;
            target.id = TargetId{i};
            target.name = "host-" + std::to_string(i);
            target.probe = TcpOptions{"175.45.176." + std::to_string(i + 1), 80};
            forty.targets.push_back(target);
        }
        std::string script;
        for (int i = 0; i < 40; ++i) { // fail, return and fail again, each at its own time
            const int begin = 100 + i * 3;
            script += "host-" + std::to_string(i) + " " + std::to_string(begin) + "-" + std::to_string(begin + 30) +
                      " " + std::to_string(begin + 60 + i % 7) + "-" + std::to_string(begin + 120) + ";";
        }
        spans = lanesOf(forty, script);
        const auto found = incidentsOf({forty, spans, {}, minute(1440)}, {});
        QCOMPARE(found.size(), std::size_t(1));
        QCOMPARE(found[0].members.size(), std::size_t(40));
        QVERIFY(found[0].ended);
    }

    void boundsAreTheEarliestAndTheLatest() {
        const auto found = incidentsIn("kcna-http 100~6-190; ns1 101-195~2");
        QCOMPARE(found.size(), std::size_t(1));
        QCOMPARE(found[0].began, (Onset{minute(94), minute(100) + 10s}));
        QCOMPARE(found[0].ended->by, minute(195) + 300ms);
        QCOMPARE(found[0].id, std::string("20260305-014000"));
    }

    void isFoundByEveryNameItMayHaveHad() {
        const auto found = incidentsIn("sites 100-110 150-160; router-177 149-170");
        QCOMPARE(found[0].aliases, std::vector<std::string>{"20260305-022900"});
        for (const char* id : {"20260305-014000", "20260305-022900", "20260305-023000"})
            QVERIFY2(isNamed(found[0], id), id);
        QVERIFY(!isNamed(found[0], "20260305-014001"));
    }

    // Whoever comes again first.
    void joinedOnesAreCalledAsTheFirst() {
        for (const char* again : {"naenara-http 100-105 200-215; kcna-http 106-120 201-210",
                                  "naenara-http 100-105 201-215; kcna-http 106-120 200-210"}) {
            const auto found = incidentsIn(again);
            QCOMPARE(shown(found, list), std::string("kcna-http+naenara-http@100-215"));
            QCOMPARE(found[0].id, std::string("20260305-014000"));
            QCOMPARE(found[0].aliases, std::vector<std::string>{"20260305-014600"});
            for (const Member& member : found[0].members)
                QVERIFY(member.downTimes.size() == 2 && member.downTimes[0].began.by < member.downTimes[1].began.by);
        }
    }

    void whoIsOutOfSightShortensNobody() {
        const auto found = incidentsIn("kcna-http 100-200; naenara-http 100-120? u120-1440");
        QCOMPARE(found.size(), std::size_t(1));
        QVERIFY(!found[0].over());
        QCOMPARE(found[0].lengths.atLeastOne, std::chrono::milliseconds(98min - 10s));
    }

    void threeLengths() {
        const auto found =
            incidentsIn("kcna-http 100-190; naenara-http 110-200; airkoryo-http 105-195; mfa-http 120-180; "
                        "ns1 100-130 240-250");
        QCOMPARE(found.size(), std::size_t(1));
        QCOMPARE(minutesIn(found[0].lengths.noneAnswered.value()), 60);
        QCOMPARE(minutesIn(found[0].lengths.atLeastOne), 110);
        QCOMPARE(minutesIn(found[0].lengths.untilSteady), 150);
        QVERIFY(!found[0].lengths.one.atLeast);
    }

    // Its bar says the same of it.
    void aHoleNobodyKnowsOfMakesNoOutageLonger() {
        const auto cut = incidentsIn("kcna-http 100-120+180- z120-180")[0].lengths;
        QCOMPARE(cut.untilSteady, cut.atLeastOne);
        QVERIFY(cut.untilSteady < std::chrono::minutes(24 * 60 - 100 - 60));
        const auto seen = incidentsIn("kcna-http 100-120+180- z120-180; mfa-http 100-")[0].lengths;
        QVERIFY(seen.untilSteady > std::chrono::minutes(24 * 60 - 100 - 2)); // by the other one
        const auto back = incidentsIn("kcna-http 100-120 180-")[0].lengths;
        QVERIFY(back.untilSteady > std::chrono::minutes(24 * 60 - 100 - 2) && back.atLeastOne < back.untilSteady);
    }

    void noneAnsweredIsNotSaidWhileOneIsBlockedHere() {
        const auto found =
            incidentsIn("kcna-http b0-90 u90-200; naenara-http 100-190; airkoryo-http 100-190; mfa-http 100-190");
        QVERIFY(!found[0].none && !found[0].lengths.noneAnswered);
    }

    void noneAnsweredIsNotSaidWhileOneAnswers() {
        const auto found = incidentsIn("kcna-http 100-190; naenara-http 110-200; airkoryo-http 105-195");
        QVERIFY(!found[0].lengths.noneAnswered);
    }

    void oneSiteAloneForDaysIsSetApart_data() {
        QTest::addColumn<std::string>("lanes");
        QTest::addColumn<bool>("apart");
        QTest::newRow("four days") << std::string("mfa-http 100-5900") << true;
        QTest::newRow("four days and not over") << std::string("mfa-http 100-") << true;
        QTest::newRow("three days but a minute") << std::string("mfa-http 100-4419") << false;
        QTest::newRow("two sites") << std::string("mfa-http 100-5900; kcna-http 105-5900") << false;
    }
    void oneSiteAloneForDaysIsSetApart() {
        QFETCH(std::string, lanes);
        QFETCH(bool, apart);
        const TargetSpans spans = lanesOf(list, lanes, 6000);
        const auto found = incidentsIn(spans, {}, 6000);
        QCOMPARE(found.size(), std::size_t(1));
        QCOMPARE(found[0].longStanding, apart);
    }
};

QTEST_GUILESS_MAIN(TestGrouping)
#include "tst_grouping.moc"
