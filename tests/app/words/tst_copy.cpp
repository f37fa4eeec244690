// SPDX-License-Identifier: GPL-3.0-or-later
// What a newsroom can send: expected sentences, in both styles, and the words that are never used.
#include "app/words/alert_message.h"
#include "app/words/down_length.h"
#include "app/words/precursors.h"
#include "app/words/words.h"
#include "tests/app/words/told.h"

#include <QTest>

#include <algorithm>

using namespace kpwatch;
using namespace kpwatch::test;
using namespace kpwatch::testing;

namespace {

// Minute 0 is Thursday, 5 March 2026, 9 a.m. in Korea.
struct Row {
    const char* what;
    const char* lanes;
    double now;
    const char *alert, *brief;
};
const Row rows[] = {
    {"one site, over", "kcna-http 100-190", 300, "North Korea's KCNA site did not answer for about 1 h 30 min",
     "North Korea's KCNA site did not answer checks by the Courier from Berlin, beginning between 10:38 and 10:41 a.m. "
     "on Thursday (0138–0141 GMT). It answered again between 12:08 and 12:11 p.m. on Thursday (0308–0311 GMT)."},
    {"one site, going on", "kcna-http 100-", 300,
     "North Korea's KCNA site has not answered since 10:40 a.m. KST (0140 GMT)",
     "North Korea's KCNA site has not answered checks by the Courier from Berlin since about 10:40 a.m. on Thursday "
     "(0140 GMT)."},
    {"all sites, each at its own time",
     "kcna-http 100-190; naenara-http 110-180; airkoryo-http 120-170; mfa-http 130-160", 300,
     "None of the four North Korean sites answered for about 30 min",
     "None of the four North Korean sites answered checks by the Courier from Berlin, beginning between 11:08 and "
     "11:11 "
     "a.m. on Thursday (0208–0211 GMT). The first of them answered again between 11:38 and 11:41 a.m. on Thursday "
     "(0238–0241 GMT). All answered again between 12:08 and 12:11 p.m. on Thursday (0308–0311 GMT)."},
    {"the first back long before the last",
     "kcna-http 100-900; naenara-http 100-160; airkoryo-http 100-160; mfa-http 100-160", 1000,
     "None of the four North Korean sites answered for about 1 h",
     "None of the four North Korean sites answered checks by the Courier from Berlin, beginning between 10:38 and "
     "10:41 "
     "a.m. on Thursday (0138–0141 GMT). The first of them answered again between 11:38 and 11:41 a.m. on Thursday "
     "(0238–0241 GMT). All answered again between 11:58 p.m. on Thursday and 12:01 a.m. on Friday (1458–1501 GMT on "
     "Thursday)."},
    {"three sites", "kcna-http 100-190; naenara-http 100-190; airkoryo-http 100-190", 300,
     "Three of four North Korean sites did not answer for about 1 h 30 min",
     "Three of four North Korean sites did not answer checks by the Courier from Berlin, beginning between 10:38 and "
     "10:41 a.m. on Thursday (0138–0141 GMT). All answered again between 12:08 and 12:11 p.m. on Thursday (0308–0311 "
     "GMT)."},
    {"all name servers", "servers 100-190", 300,
     "All four North Korean name servers did not answer for about 1 h 30 min",
     "All four North Korean name servers did not answer checks by the Courier from Berlin, beginning between 10:38 and "
     "10:41 a.m. on Thursday (0138–0141 GMT). All answered again between 12:08 and 12:11 p.m. on Thursday (0308–0311 "
     "GMT)."},
    {"two of four are back, two still silent",
     "kcna-http 100-; naenara-http 110-180; airkoryo-http 120-; mfa-http 130-160", 300,
     "Two of four North Korean sites have not answered since 11:00 a.m. KST (0200 GMT)",
     "Two of four North Korean sites have not answered checks by the Courier from Berlin since about 11:00 a.m. on "
     "Thursday "
     "(0200 GMT). Naenara and Foreign Ministry, which had stopped too, answered again by 12:00 p.m. on Thursday (0300 "
     "GMT)."},
    {"all sites are back, a name server is not", "sites 100-190; ns1 100-; ns2 100-190", 300,
     "All 4 N. Korean sites answered again by 12:10 p.m. KST; 1 name server not yet",
     "None of the four North Korean sites answered checks by the Courier from Berlin, beginning between 10:38 and "
     "10:41 a.m. on Thursday (0138–0141 GMT). All answered again between 12:08 and 12:11 p.m. on Thursday (0308–0311 "
     "GMT). One name server, which had stopped too, answered again by 12:10 p.m. on Thursday (0310 GMT). Not yet: one "
     "name server (ns1)."},
    {"all sites and their name servers are back, routers are not", "sites 100-190; servers 100-170; routers 100-", 300,
     "All 4 N. Korean sites answered again by 12:10 p.m. KST; 2 routers not yet",
     "None of the four North Korean sites answered checks by the Courier from Berlin, beginning between 10:38 and "
     "10:41 a.m. on Thursday (0138–0141 GMT). All answered again between 12:08 and 12:11 p.m. on Thursday (0308–0311 "
     "GMT). Four name servers, which had stopped too, answered again by 11:50 a.m. on Thursday (0250 GMT). Not yet: "
     "two routers (router-178, router-177)."},
    {"the one site that had stopped is back, routers are not", "kcna-http 100-190; routers 100-", 300,
     "North Korea's KCNA site answered again by 12:10 p.m. KST; two routers not yet",
     "North Korea's KCNA site did not answer checks by the Courier from Berlin, beginning between 10:38 and 10:41 a.m. "
     "on Thursday (0138–0141 GMT). It answered again between 12:08 and 12:11 p.m. on Thursday (0308–0311 GMT). Not "
     "yet: two routers (router-178, router-177)."},
    {"began while nobody looked, two blocked here",
     "kcna-http b0-100 u100-300; naenara-http b0-100 u100-300; airkoryo-http 200~170-; mfa-http 200~170-", 300,
     "2 of 4 N. Korean sites have not answered since at least 12:21 p.m. KST",
     "Two of four North Korean sites have not answered checks by the Courier from Berlin since at least 12:21 p.m. on "
     "Thursday (0321 GMT). The last answer was seen at 9:30 a.m. on Thursday (0030 GMT). Not judged, for they are "
     "blocked on the network of this computer: KCNA, Naenara."},
    {"one was back and stopped again", "kcna-http 100-; naenara-http 100-120 140-", 300,
     "Two of four North Korean sites have not answered since 11:20 a.m. KST (0220 GMT)",
     "Two of four North Korean sites have not answered checks by the Courier from Berlin since about 11:20 a.m. on "
     "Thursday "
     "(0220 GMT)."},
    {"going on when last seen", "sites 100-200? o200-300; servers 100-200? o200-300", 300,
     "None of 4 N. Korean sites answered when last seen, 12:20 p.m. KST (0320 GMT)",
     "None of the four North Korean sites answered checks by the Courier from Berlin, beginning between 10:38 and "
     "10:41 "
     "a.m. on Thursday (0138–0141 GMT). What came after 12:20 p.m. on Thursday (0320 GMT) was not seen. Four name "
     "servers did not answer either."},
    {"going on when watching was paused a minute ago", "sites 100-200? z200-201; servers 100-200? z200-201", 201,
     "None of 4 N. Korean sites answered when last seen, 12:20 p.m. KST (0320 GMT)",
     "None of the four North Korean sites answered checks by the Courier from Berlin, beginning between 10:38 and "
     "10:41 "
     "a.m. on Thursday (0138–0141 GMT). What came after 12:20 p.m. on Thursday (0320 GMT) was not seen. Four name "
     "servers did not answer either."},
    {"one is back, the other out of sight", "kcna-http 100-190 o200-300; mfa-http 100-200? o200-300", 300,
     "N. Korea's Foreign Ministry site did not answer when last seen, 12:20 p.m. KST",
     "North Korea's Foreign Ministry site did not answer checks by the Courier from Berlin, beginning between 10:38 "
     "and "
     "10:41 a.m. on Thursday (0138–0141 GMT). KCNA, which had stopped too, answered again by 12:10 p.m. on Thursday "
     "(0310 GMT). What came after 12:20 p.m. "
     "on "
     "Thursday (0320 GMT) was not seen."},
    {"back for a while, then out of sight", "kcna-http 100-108 120-123? z123-300", 300,
     "North Korea's KCNA site did not answer when last seen, 11:03 a.m. KST (0203 GMT)",
     "North Korea's KCNA site did not answer checks by the Courier from Berlin, beginning between 10:38 and 10:41 a.m. "
     "on Thursday (0138–0141 GMT). It had answered at times in between. What came after 11:03 a.m. on Thursday (0203 "
     "GMT) was not seen."},
    {"one after another, never all together",
     "naenara-http 100-400; kcna-http 120-150; airkoryo-http 200-230; mfa-http 300-330", 500,
     "All 4 N. Korean sites at one time or another did not answer for up to about 5 h",
     "All four North Korean sites at one time or another did not answer checks by the Courier from Berlin, beginning "
     "between 10:38 and 10:41 a.m. on Thursday (0138–0141 GMT). All answered again between 3:38 and 3:41 p.m. on "
     "Thursday (0638–0641 GMT)."},
    {"over noon", "mfa-http 180-400", 500, "North Korea's Foreign Ministry site did not answer for about 3 h 40 min",
     "North Korea's Foreign Ministry site did not answer checks by the Courier from Berlin, beginning between 11:58 "
     "a.m. "
     "and 12:01 p.m. on Thursday (0258–0301 GMT). It answered again between 3:38 and 3:41 p.m. on Thursday (0638–0641 "
     "GMT)."},
    {"over Korea's midnight", "mfa-http 900-1000", 1100,
     "North Korea's Foreign Ministry site did not answer for about 1 h 40 min",
     "North Korea's Foreign Ministry site did not answer checks by the Courier from Berlin, beginning between 11:58 "
     "p.m. "
     "on Thursday and 12:01 a.m. on Friday (1458–1501 GMT on Thursday). It answered again between 1:38 and 1:41 a.m. "
     "on "
     "Friday (1638–1641 GMT on Thursday)."},
    {"over the midnight of GMT", "mfa-http 1440-1500", 1600,
     "North Korea's Foreign Ministry site did not answer for about 1 h",
     "North Korea's Foreign Ministry site did not answer checks by the Courier from Berlin, beginning between 8:58 and "
     "9:01 a.m. on Friday (2358 GMT on Thursday–0001 GMT on Friday). It answered again between 9:58 and 10:01 a.m. on "
     "Friday (0058–0101 GMT)."},
    {"more than a week ago", "kcna-http 100-190", 15000, "North Korea's KCNA site did not answer for about 1 h 30 min",
     "North Korea's KCNA site did not answer checks by the Courier from Berlin, beginning between 10:38 and 10:41 a.m. "
     "on Thursday, 5 March (0138–0141 GMT). It answered again between 12:08 and 12:11 p.m. on Thursday, 5 March "
     "(0308–0311 GMT)."},
};

// What is hard to say truly: the alert of the incident at this place of the log.
struct HardRow {
    const char* what;
    const char* lanes;
    double now;
    std::size_t which;
    double toldAt; // in minutes, as `now`
    const char* alert;
};
const HardRow hardRows[] = {
    {"the fourth stopped long after three, the three",
     "kcna-http 100-; naenara-http 100-; airkoryo-http 100-; mfa-http 400-", 460, 0, 460,
     "3 of 4 N. Korean sites have not answered since 10:40 a.m. KST (0140 GMT)"},
    {"the fourth stopped long after three, the fourth",
     "kcna-http 100-; naenara-http 100-; airkoryo-http 100-; mfa-http 400-", 460, 1, 460,
     "None of the four North Korean sites has answered since 3:40 p.m. KST (0640 GMT)"},
    {"others stopped a day after it, it", "mfa-http 100-; kcna-http 2000-; naenara-http 2000-; airkoryo-http 2000-",
     2100, 0, 2100, "N. Korea's Foreign Ministry site has not answered since 10:40 a.m. Thu KST"},
    {"others stopped a day after it, they", "mfa-http 100-; kcna-http 2000-; naenara-http 2000-; airkoryo-http 2000-",
     2100, 1, 2100, "None of the four North Korean sites has answered since 6:20 p.m. KST (0920 GMT)"},
    {"none only at its second time",
     "kcna-http 100-130 200-300; naenara-http 150-300; airkoryo-http 150-300; mfa-http 150-300", 400, 0, 400,
     "None of the four North Korean sites answered for about 1 h 40 min"},
    {"two times of twenty minutes", "kcna-http 100-120 200-220", 400, 0, 400,
     "North Korea's KCNA site did not answer for about 40 min in all"},
    {"four times of ten minutes of none", "sites 100-110 150-160 200-210 250-260", 400, 0, 400,
     "None of the four North Korean sites answered for about 40 min in all"},
    {"a night nobody watched in its middle", "kcna-http 100-120+150-190 z120-150", 300, 0, 300,
     "North Korea's KCNA site did not answer for at least 57 min"},
    {"a hole in the longer one of two", "kcna-http 100-120+150-190 z120-150; naenara-http 100-130", 300, 0, 300,
     "Two of four North Korean sites did not answer for at least 27 to 57 min"},
    {"a hole in the shorter one of two", "kcna-http 100-190; naenara-http 100-120+150-160 z120-150", 300, 0, 300,
     "Two of four North Korean sites did not answer for at least 27 min to 1 h 27 min"},
    {"two about as long, one with a hole", "kcna-http 100-190; naenara-http 100-120+150-190 z120-150", 300, 0, 300,
     "Two of four North Korean sites did not answer for at least 57 min"},
    {"told three days after the last row", "sites 100-; servers 100-", 300, 0, 300 + 3 * 1440,
     "None of 4 N. Korean sites answered when last seen, 2:00 p.m. Thu KST (0500 GMT)"},
    {"told three weeks after the last row", "kcna-http 100-", 300, 0, 300 + 21 * 1440,
     "N. Korea's KCNA site did not answer when last seen, 2:00 p.m. 5 Mar KST"},
    {"yesterday's, still going on", "sites 100-", 2000, 0, 2000,
     "None of 4 N. Korean sites has answered since 10:40 a.m. Thu KST (0140 GMT)"},
    {"one of the silent is out of sight", "kcna-http 100-130? u130-300; mfa-http 100-", 300, 0, 300,
     "N. Korea's Foreign Ministry site has not answered since 10:40 a.m. KST"},
    {"as long as there is room", "mfa-http 30-", 300, 0, 300,
     "N. Korea's Foreign Ministry site has not answered since 9:30 a.m. KST (0030 GMT)"},
};

const char* const neverUsed[] = {"offline",
                                 "dark",
                                 "blackout",
                                 "collapse",
                                 "attack",
                                 "cut off",
                                 "shut down",
                                 "restored",
                                 "outage",
                                 "confidence",
                                 "North Korea's internet"};

} // namespace

class TestCopy : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    // The lanes show those readings: nobody must read that there were none.
    void theLastReadingOfTheRoutesIsNamed() {
        Routing routing = routesGone();
        routing.readings.resize(2); // those before it
        routing.readings.back().at = minute(95);
        const auto said = [](const Told& made) {
            for (const Evidence& row : made.assessment.evidence)
                if (row.fact == Fact::RoutesUnknown)
                    return words::evidence(row);
            return QString();
        };
        const Told made("kcna-http 100-; naenara-http 101-", 104, routing);
        QCOMPARE(said(made), text("No route reading of the silence itself; the last before it was at Thu 5 Mar, "
                                  "10:35 KST"));
        QCOMPARE(words::routes(made.assessment.routes),
                 text("no reading of the silence itself, the last before it was at Thu 5 Mar, 10:35 KST"));
        const Told without("kcna-http 100-; naenara-http 101-", 104);
        QCOMPARE(said(without), text("No route readings of that time"));
        QCOMPARE(words::routes(without.assessment.routes), text("nothing is known of the routes"));
    }

    void otherPlacesAreDatedAsEverythingElse() {
        Told made("kcna-http 100-; naenara-http 101-", 200);
        made.assessment.opinion.rounds = {PlaceRound{minute(105), 12, 12, 10, 5}};
        const QString full = made.copy().full;
        QVERIFY2(full.contains(text("Of 12 other places asked at 10:45 a.m. on Thursday (0145 GMT), 10 could not reach "
                                    "them either.")),
                 qPrintable(full));
        const QString clock24 = made.copy(words::CopyStyle::Clock24).full;
        QVERIFY2(clock24.contains(text("asked at 10:45 KST on Thursday (01:45 UTC), 10 could")), qPrintable(clock24));
    }

    void alertAndBriefReadAsExpected_data() {
        QTest::addColumn<int>("row");
        for (std::size_t i = 0; i < std::size(rows); ++i)
            QTest::newRow(rows[i].what) << static_cast<int>(i);
    }
    void alertAndBriefReadAsExpected() {
        QFETCH(int, row);
        const Row& expected = rows[row];
        const words::Copy copy = Told(expected.lanes, expected.now).copy();
        QCOMPARE(copy.alert, text(expected.alert));
        QCOMPARE(copy.brief, text(expected.brief));
        QVERIFY(copy.alert.size() <= words::alertLength);
    }

    void hardToSayTruly_data() {
        QTest::addColumn<int>("row");
        for (std::size_t i = 0; i < std::size(hardRows); ++i)
            QTest::newRow(hardRows[i].what) << static_cast<int>(i);
    }
    void hardToSayTruly() {
        QFETCH(int, row);
        const HardRow& expected = hardRows[row];
        Told seen(expected.lanes, expected.now, {}, expected.which);
        seen.asOf = minute(expected.toldAt);
        QCOMPARE(seen.copy().alert, text(expected.alert));
    }

    // A weekday alone after a date is read as the next one of that name.
    void besideADateAllDaysAreDated() {
        const QString brief = Told("mfa-http 100-4380", 10200).copy().brief;
        QVERIFY2(brief.contains(text("10:41 a.m. on Thursday, 5 March (0138–0141 GMT)")), qPrintable(brief));
        QVERIFY2(brief.contains(text("10:01 a.m. on Sunday, 8 March (0058–0101 GMT)")), qPrintable(brief));
        const QString lately = Told("mfa-http 100-4380", 8000).copy().brief;
        QVERIFY2(lately.contains(text("10:01 a.m. on Sunday (0058–0101 GMT)")), qPrintable(lately));
        Routing routing = routesGone();
        RouteReading back = routing.readings.front();
        back.at = minute(4370);
        routing.readings.push_back(back);
        const QString routes = Told("all 100-4380", 10200, routing).copy().brief;
        QVERIFY2(routes.contains(text("The routes were back by 9:50 a.m. on Sunday, 8 March (0050 GMT).")),
                 qPrintable(routes));
        const Told sites_back("sites 100-4380; ns1 100-", 10200);
        const QString more = words::alertMessage(sites_back.told(), true, false).more;
        QVERIFY2(more.contains(text("Back between 9:58 and 10:01 a.m. on Sunday, 8 March (0058–0101 GMT).")),
                 qPrintable(more));
    }

    void twentyFourHoursAreASetting() {
        const words::Copy copy = Told("mfa-http 900-1000", 1100).copy(words::CopyStyle::Clock24);
        QCOMPARE(copy.brief,
                 text("North Korea's Foreign Ministry site did not answer checks by the Courier from Berlin, beginning "
                      "between 23:58 on Thursday and 00:01 KST on Friday (14:58–15:01 UTC on Thursday). It answered "
                      "again between 01:38 and 01:41 KST on Friday (16:38–16:41 UTC on Thursday)."));
    }

    void startThatNobodySawIsAtLeast() {
        Told seen("kcna-http 100-", 300);
        seen.incidents[0].began.after.reset();
        for (Member& member : seen.incidents[0].members)
            member.downTimes[0].began.after.reset();
        QVERIFY2(seen.copy().brief.contains(text("since at least 10:41 a.m. on Thursday (0141 GMT)")),
                 qPrintable(seen.copy().brief));
        QVERIFY2(seen.copy().alert.contains(text("since at least 10:41 a.m. KST")), qPrintable(seen.copy().alert));
    }

    // What certainly was is the same wherever it is told: in the blocks of a chart, too.
    void whatIsAtLeastIsAsLongInTheBlocks_data() {
        QTest::addColumn<std::string>("lanes");
        QTest::addColumn<QString>("expected");
        QTest::newRow("a start nobody saw") << std::string("kcna-http z70-100 100~32-190") << text("at least 57 min");
        QTest::newRow("a hole") << std::string("kcna-http 100-120+150-190 z120-150") << text("at least 57 min");
        QTest::newRow("going on") << std::string("kcna-http 100-") << text("at least 3 h 19 min");
    }
    void whatIsAtLeastIsAsLongInTheBlocks() {
        QFETCH(std::string, lanes);
        QFETCH(QString, expected);
        const Told seen(lanes, 300);
        const std::vector<DownLength> lengths = downLengths(seen.spans.at(seen.watchlist.findByName("kcna-http")->id));
        QCOMPARE(lengths.size(), std::size_t(1));
        QCOMPARE(words::lengthSoFar(lengths.front()), expected);
        const Lengths& its = seen.incidents.at(0).lengths;
        QCOMPARE(words::lengthOf(its.atLeastOne, its.one), expected);
        const words::Copy copy = seen.copy();
        QVERIFY2((copy.alert + copy.full).contains(expected), qPrintable(copy.alert + copy.full));
    }

    // Who is asked seldom is known to a quarter of an hour, wherever its length stands.
    void whatIsRoundedIsAsLongInTheBlocks() {
        const Told seen("kcna-http 100~14-964~14", 1100);
        const std::vector<DownLength> lengths = downLengths(seen.spans.at(seen.watchlist.findByName("kcna-http")->id));
        QCOMPARE(lengths.size(), std::size_t(1));
        QCOMPARE(words::roundedLength(lengths.front()), text("about 14 h 30 min"));
        const Incident& incident = seen.incidents.at(0);
        QCOMPARE(words::lengthOf(incident.lengths.untilSteady, incident.lengths.steady), text("about 14 h 30 min"));
        QVERIFY2(seen.copy().alert.endsWith(text("for about 14 h 30 min")), qPrintable(seen.copy().alert));
    }

    // Who is asked seldom makes the length of no other less exact.
    void aLengthIsRoundedByItsOwnRanges_data() {
        QTest::addColumn<std::string>("lanes");
        QTest::addColumn<QString>("expected");
        QTest::addColumn<QString>("korean");
        QTest::newRow("once") << std::string("sites 100-200; ns1 100~20-214~20") << text("about 1 h 40 min")
                              << text("약 1시간 40분");
        QTest::newRow("three times") << std::string("sites 100-110 150-160 200-210; ns1 100~20-224~20")
                                     << text("about 30 min in all") << text("합쳐서 약 30분");
    }
    void aLengthIsRoundedByItsOwnRanges() {
        QFETCH(std::string, lanes);
        QFETCH(QString, expected);
        QFETCH(QString, korean);
        const Told seen(lanes, 300);
        QVERIFY2(seen.copy().alert.endsWith(text("for ") + expected), qPrintable(seen.copy().alert));
        QVERIFY2(seen.copy().full.contains(text("No site answered for %1.").arg(expected)),
                 qPrintable(seen.copy().full));
        for (const QString& each : {seen.koreanCopy().alert, seen.koreanCopy().full})
            QVERIFY2(each.contains(korean), qPrintable(each));
    }

    // No length is longer than the time since the begin that is told with it.
    void oneBeginAndOneLength_data() {
        QTest::addColumn<std::string>("lanes");
        QTest::addColumn<QString>("begin");
        QTest::addColumn<QString>("length");
        QTest::addColumn<QString>("korean");
        QTest::newRow("one, twice")
            << std::string("kcna-http 100-108 120-123? z123-300") << text("between 10:38 and")
            << text("not seen. KCNA was seen not to answer for at least 8 min in all.")
            << text("않았다. 북한 조선중앙통신 사이트가 응답하지 않은 것으로 관측된 시간은 합쳐서 최소 8분이다.");
        QTest::newRow("none, twice") << std::string("sites 100-108 120-123? z123-300") << text("between 10:38 and")
                                     << text("No site answered for at least 8 min in all. At least one was seen")
                                     << text("어느 사이트도 응답하지 않은 시간은 합쳐서 최소 8분이다.");
        QTest::newRow("another before them")
            << std::string("ns1 100-123? z123-300; sites 120-123? z123-300") << text("between 10:58 and")
            << text("From the first failure on, at least one was seen not to answer for at least 22 min.")
            << text("첫 실패부터 적어도 한 곳이 응답하지 않은 것으로 관측된 시간은 최소 22분이다.");
    }
    void oneBeginAndOneLength() {
        QFETCH(std::string, lanes);
        QFETCH(QString, begin);
        QFETCH(QString, length);
        QFETCH(QString, korean);
        const Told seen(lanes, 300);
        QVERIFY2(seen.copy().full.contains(text("beginning ") + begin), qPrintable(seen.copy().full));
        QVERIFY2(seen.copy().full.contains(length), qPrintable(seen.copy().full));
        QVERIFY2(seen.koreanCopy().full.contains(korean), qPrintable(seen.koreanCopy().full));
    }

    // As long as its alert says, beside the time from its first failure on.
    void oneThatStoppedSeveralTimesHasItsOwnLength_data() {
        QTest::addColumn<std::string>("lanes");
        QTest::addColumn<QString>("lengths");
        QTest::addColumn<QString>("korean");
        QTest::newRow("over")
            << std::string("kcna-http 100-120 140-160 180-210")
            << text("KCNA was seen not to answer for about 1 h 10 min in all. From the first failure "
                    "to the last recovery it was about 1 h 50 min.")
            << text("시간은 합쳐서 약 1시간 10분이다. 첫 실패에서 마지막 응답 재개까지 약 1시간 50분이 "
                    "걸렸다.");
        QTest::newRow("in pieces") << std::string("kcna-http 100-120+150-190 z120-150")
                                   << text("KCNA was seen not to answer for at least 57 min. From the first failure to "
                                           "the last recovery it was about 1 h 30 min. Not all of that time was seen.")
                                   << text("약 1시간 30분이 걸렸다. 그 시간이 모두 관측된 것은 아니다.");
        QTest::newRow("going on")
            << std::string("kcna-http 100-108 150-158 200-")
            << text("KCNA was seen not to answer for at least 1 h 51 min in all. From the first failure on, between "
                    "10:38 and 10:41 a.m. on Thursday (0138–0141 GMT), it has been at least 3 h 19 min. It had "
                    "answered at times in between.")
            << text("시간은 합쳐서 최소 1시간 51분이다. 첫 실패는 3월 5일(목) 오전 10시 38~41분 사이(그리니치 표준시 "
                    "1시 "
                    "38~41분)이며, 그때부터 지금까지 최소 3시간 19분이다. 그 사이 응답한 때도 있었다.");
    }
    void oneThatStoppedSeveralTimesHasItsOwnLength() {
        QFETCH(std::string, lanes);
        QFETCH(QString, lengths);
        QFETCH(QString, korean);
        const Told seen(lanes, 300);
        QVERIFY2(seen.copy().full.contains(lengths), qPrintable(seen.copy().full));
        QVERIFY2(seen.koreanCopy().full.contains(korean), qPrintable(seen.koreanCopy().full));
    }

    // Between its times, which a person had told as one, all answered.
    void severalWhoAllAnsweredInBetweenWereNotSilentAllTheTime() {
        const auto as_one = [](Told made) {
            Judgement merged;
            merged.id = 1;
            merged.hand = Hand::Merge;
            merged.incident = made.incidents.at(0).id;
            merged.other = made.incidents.at(1).id;
            merged.reason = "as I know it";
            merged.at = made.asOf;
            Record record{made.watchlist, made.spans, {}, made.asOf};
            record.judgements = {&merged, 1};
            made.incidents = incidentsOf(record, made.settings);
            made.assessment =
                assessed(made.incidents.at(0), Case{made.watchlist, made.spans, made.settings, {}, made.asOf});
            return made;
        };
        const Told seen = as_one(Told("kcna-http 100-135; naenara-http 235-285; airkoryo-http 235-285", 400));
        QCOMPARE(seen.incidents.size(), std::size_t(1));
        QCOMPARE(seen.copy().alert, text("3 of 4 N. Korean sites at some point did not answer for up to about 50 min"));
        QVERIFY2(seen.copy().brief.endsWith(text("All had answered for a time in between.")),
                 qPrintable(seen.copy().brief));
        QVERIFY2(seen.copy().full.contains(text("At least one was seen not to answer for about 1 h 25 min in all. From "
                                                "the first failure to the last recovery it was about 3 h 5 min.")),
                 qPrintable(seen.copy().full));
        QVERIFY2(seen.koreanCopy().brief.endsWith(text("그 사이 모두 응답한 때가 있었다.")),
                 qPrintable(seen.koreanCopy().brief));
        QVERIFY2(seen.koreanCopy().full.contains(text("적어도 한 곳이 응답하지 않은 것으로 관측된 시간은 합쳐서 약 "
                                                      "1시간 25분이다. 첫 실패에서")),
                 qPrintable(seen.koreanCopy().full));
        // Nobody knows it where the last answer of one came before the first of another.
        const Told close = as_one(Told("kcna-http 100-135; naenara-http 136-185", 300));
        QVERIFY2(!close.copy().brief.contains(text(" had answered")), qPrintable(close.copy().brief));
    }

    // Of a site that is back nobody says that it was silent for as long as what of it is not.
    void whatOfASiteIsNotBackIsNotTheSite() {
        Told seen("kcna-http 100-108; router-177 100-", 300);
        const auto router = std::ranges::find(seen.watchlist.targets, std::string("router-177"), &Target::name);
        QVERIFY(router != seen.watchlist.targets.end());
        router->site = "kcna";
        const QString full = seen.copy().full;
        QVERIFY2(full.contains(text("t least one was seen not to answer for")), qPrintable(full));
        QVERIFY2(!full.contains(text("KCNA was seen")), qPrintable(full));
    }

    void longLabelDoesNotBreakTheAlert() {
        Told seen("kcna-http 100-", 300);
        seen.watchlist.sites[0].label = std::string(300, 'x');
        QVERIFY(seen.copy().alert.size() <= words::alertLength);
        QVERIFY(seen.copy().alert.contains(text("10:40 a.m. KST")));
    }

    void whatIsSimulatedSaysSo() {
        const Told seen("kcna-http 100-", 300);
        words::IncidentTold told = seen.told();
        told.simulated = true;
        const words::Copy copy = words::copyOf(told, {});
        for (const QString& each : {copy.alert, copy.brief, copy.full, copy.expert})
            QVERIFY2(each.startsWith(text("SIMULATED: ")), qPrintable(each));
        QVERIFY(copy.alert.size() <= words::alertLength);
    }

    // The mark and how many they are, whatever else has to go.
    void markAndCountFitTheAlert_data() {
        QTest::addColumn<std::string>("lanes");
        QTest::addColumn<double>("toldAt");
        QTest::addColumn<QString>("count");
        const auto row = [](const char* what, const char* lanes, double told_at, const char* count) {
            QTest::newRow(what) << std::string(lanes) << told_at << text(count);
        };
        row("none, now", "sites 100-", 300, "None of 4 N. Korean sites has answered since 10:40 a.m. KST (0140 GMT)");
        row("none, since yesterday", "sites 100-", 2000,
            "None of 4 N. Korean sites has answered since 10:40 a.m. Thu KST (0140 GMT)");
        row("three, over", "kcna-http 100-190; naenara-http 100-190; airkoryo-http 100-190", 300,
            "Three of four North Korean sites did not answer for about 1 h");
        row("name servers", "servers 100-", 300, "All 4 N. Korean name servers have not answered since 10:40 a.m. KST");
        row("when last seen", "sites 100-300? z300-2000", 3000, "None of 4 N. Korean sites answered when last seen, ");
    }
    void markAndCountFitTheAlert() {
        QFETCH(std::string, lanes);
        QFETCH(double, toldAt);
        QFETCH(QString, count);
        Told seen(lanes, std::min(toldAt, 2000.0));
        seen.asOf = minute(toldAt);
        words::IncidentTold told = seen.told();
        told.simulated = true;
        const QString alert = words::copyOf(told, {}).alert;
        QVERIFY2(alert.startsWith(text("SIMULATED: ") + count.left(24)), qPrintable(alert));
        QVERIFY2(alert.size() <= words::alertLength, qPrintable(alert));
        seen.incidents[0].falseAlarm = true;
        const QString both = words::copyOf(told, {}).alert;
        QVERIFY2(both.startsWith(text("SIMULATED: FALSE ALARM: ")) &&
                     both.contains(text(" of ")) == alert.contains(text(" of ")),
                 qPrintable(both));
        QVERIFY2(both.size() <= words::alertLength, qPrintable(both));
    }

    void anErrorPageIsNotAllTheyCameFor() {
        Told seen("kcna-http 100-190 p190-250; mfa-http 101-190", 300);
        QVERIFY2(seen.copy().brief.contains(text("All answered again between 12:08 and 12:11 p.m. on Thursday "
                                                 "(0308–0311 GMT), one with an error page.")),
                 qPrintable(seen.copy().brief));
        Told alone("kcna-http 100-190 p190-250", 300);
        QVERIFY2(alone.copy().brief.endsWith(text(", with an error page.")), qPrintable(alone.copy().brief));
        QVERIFY2(alone.koreanCopy().brief.contains(text("오류 화면으로 응답했다")),
                 qPrintable(alone.koreanCopy().brief));
        QVERIFY(!Told("kcna-http 100-190", 300).copy().brief.contains(text("error page")));
    }

    // A sentence's time belongs to the sentence's subject, and what is told as one silence was one.
    void endIsTheSubjects() {
        const QString brief = Told("sites 100-110 150-160 200-210; ns1 100-400", 500).copy().brief;
        QVERIFY2(
            brief.contains(text("All of them answered again between 12:28 and 12:31 p.m. on Thursday (0328–0331 GMT). "
                                "All had answered for a time in between. The last of what else had stopped "
                                "answered again between 3:38 and 3:41 p.m. on Thursday (0638–0641 GMT).")),
            qPrintable(brief));
        const QString korean = Told("sites 100-110 150-160 200-210; ns1 100-400", 500).koreanCopy().brief;
        QVERIFY2(korean.contains(
                     text("그 사이 모두 응답한 때가 있었다. 함께 응답하지 않던 나머지가 다시 응답한 것은 3월 5일(목)")),
                 qPrintable(korean));
        const QString chain = Told("kcna-http 100-130; naenara-http 100-160; ns1 100-200", 400).copy().brief;
        QVERIFY2(chain.contains(text("The first of them answered again between 11:08 and 11:11 a.m.")) &&
                     chain.contains(text(" All of them answered again between 11:38 and 11:41 a.m.")),
                 qPrintable(chain));
        const QString alone = Told("kcna-http 100-120 200-220", 400).copy().brief;
        QVERIFY2(alone.endsWith(text("(0338–0341 GMT). It had answered at times in between.")), qPrintable(alone));
        QVERIFY(!Told("sites 100-190", 300).copy().brief.contains(text("at times in between")));
        // What one had before the silence that is told of is not between its begin and its end.
        for (const char* lanes : {"kcna-http 100-130; sites 180-240", "kcna-http 100-130 180-240; naenara-http 180-240",
                                  "kcna-http 100-110 120-130; sites 180-240"}) {
            const Told later(lanes, 400);
            QCOMPARE(later.incidents.size(), std::size_t(1));
            QVERIFY2(!later.copy().brief.contains(text(" had answered")), qPrintable(later.copy().brief));
            QVERIFY2(!later.koreanCopy().brief.contains(text("그 사이")), qPrintable(later.koreanCopy().brief));
        }
        // All were silent once; that one was so again later must not read as all until then.
        const Told again("sites 100-130; kcna-http 180-240", 400);
        QVERIFY2(again.copy().brief.contains(text("The first of them answered again between 11:08 and 11:11 a.m.")) &&
                     again.copy().brief.endsWith(text("All had answered for a time in between.")),
                 qPrintable(again.copy().brief));
        // Where both would print as the same minutes, they are told once.
        const Told together("sites 100-190; ns1 100-190.1", 300);
        QVERIFY2(together.copy().brief.contains(text("All answered again between 12:08 and 12:11 p.m.")) &&
                     !together.copy().brief.contains(text("The last of what else")),
                 qPrintable(together.copy().brief));
        QVERIFY2(!together.koreanCopy().brief.contains(text("나머지가")), qPrintable(together.koreanCopy().brief));
    }

    // "None" is of every site, also of one whose silence is another incident's.
    void whoIsBackIsToldOfAllThatDidNotAnswer() {
        const Told earlier("kcna-http 120-300; naenara-http 270-400; airkoryo-http 270-400; mfa-http 270-400", 500, {},
                           1);
        QVERIFY2(earlier.copy().brief.contains(
                     text("The first of them answered again between 1:58 and 2:01 p.m. on Thursday (0458–0501 GMT). "
                          "All answered again between 3:38 and 3:41 p.m. on Thursday (0638–0641 GMT).")),
                 qPrintable(earlier.copy().brief));
        QVERIFY2(earlier.koreanCopy().brief.contains(
                     text("이 가운데 처음으로 다시 응답한 것은 3월 5일(목) 오후 1시 58분~2시 1분 사이(그리니치 표준시 "
                          "4시 58분~5시 1분)다. 모두 다시 응답한 것은 3월 5일(목) 오후 3시 38~41분")),
                 qPrintable(earlier.koreanCopy().brief));
        const Told never("kcna-http 120-; naenara-http 270-400; airkoryo-http 270-400; mfa-http 270-400", 500, {}, 1);
        QVERIFY2(never.copy().brief.endsWith(text("The first of them answered again between 3:38 and 3:41 p.m. on "
                                                  "Thursday (0638–0641 GMT). Not all of them were seen to answer "
                                                  "again.")),
                 qPrintable(never.copy().brief));
        QVERIFY2(never.koreanCopy().brief.endsWith(text("다. 모두 다시 응답한 것은 관측되지 않았다.")),
                 qPrintable(never.koreanCopy().brief));
        QVERIFY(words::alertMessage(never.told(), true, false).more.startsWith(text("The first of them answered")));
        // Where no judge said when, what answered next tells it, as it ends the incident.
        const Told unjudged("sites 100-200? z200-230", 300);
        QVERIFY(unjudged.incidents.at(0).ended);
        QVERIFY2(unjudged.copy().brief.contains(text("All answered again ")), qPrintable(unjudged.copy().brief));
        QVERIFY2(!unjudged.koreanCopy().brief.contains(text("모두 다시 응답한 것은 관측되지 않았다")),
                 qPrintable(unjudged.koreanCopy().brief));
        // Nor is it one alone whose answer ended it.
        const Told fourth("kcna-http 100-500; naenara-http 100-500; airkoryo-http 100-500; mfa-http 400-450", 600, {},
                          1);
        QVERIFY2(fourth.copy().brief.endsWith(text("All answered again between 5:18 and 5:21 p.m. on Thursday "
                                                   "(0818–0821 GMT).")) &&
                     !fourth.copy().brief.contains(text("what else")),
                 qPrintable(fourth.copy().brief));
    }

    // Whatever else is silent yet, it is the sites that a reader was told of.
    void sitesThatAreBackStayTheSubject() {
        const auto title = [](const char* lanes) { return words::incidentTitle(Told(lanes, 300).told()); };
        QCOMPARE(title("sites 100-190; ns1 100-; routers 100-"),
                 text("All four sites answer again, but not yet one name server and two routers"));
        QCOMPARE(title("kcna-http 100-190; ns1 100-"), text("KCNA answers again, but not yet one name server"));
        QCOMPARE(title("kcna-http 100-190; mfa-http 100-180; ns1 100-"),
                 text("The two sites that had stopped answer again, but not yet one name server"));
        // Also once nobody looks on.
        QCOMPARE(title("sites 100-190; ns1 100-200? o200-300"),
                 text("All four sites answered again, one name server not when last seen"));
        const Told unseen("sites 100-190; ns1 100-200? o200-300", 300);
        QCOMPARE(unseen.copy().alert, text("All 4 N. Korean sites answered again; others not when last seen"));
        QVERIFY2(unseen.copy().brief.contains(text("Not when last seen at 12:20 p.m.")) &&
                     unseen.copy().brief.contains(text("one name server")) &&
                     !unseen.copy().brief.contains(text("Not yet")),
                 qPrintable(unseen.copy().brief));
        QVERIFY2(unseen.koreanCopy().alert.contains(text("다시 응답, 네임서버 1대 마지막 관측 때 응답 없음")),
                 qPrintable(unseen.koreanCopy().alert));
        const Told seen("sites 100-190; servers 100-; routers 100-", 300);
        QCOMPARE(seen.copy().alert, text("All 4 N. Korean sites answered again by 12:10 p.m. KST; 6 others not yet"));
        QVERIFY2(seen.copy().full.contains(text("At least one was seen not to answer for at least 3 h 19 min.")),
                 qPrintable(seen.copy().full));
        const QString more = words::alertMessage(seen.told(), true, false).more;
        QVERIFY2(more.contains(text("Back between 12:08 and 12:11 p.m.")), qPrintable(more));
    }

    void verbFollowsTheEvidence() {
        const QString alone = Told("all 100-", 300).copy().full;
        QVERIFY(!alone.contains(text("disconnected")) && !alone.contains(text("routing tables")));
        const QString with_routes = Told("all 100-", 300, routesGone()).copy().full;
        QVERIFY2(with_routes.contains(text("disappeared from global routing tables")), qPrintable(with_routes));
        QVERIFY(with_routes.contains(text("appeared to be disconnected from the global internet")));
        QVERIFY2(with_routes.contains(text("one outside source (RIPE NCC RIS)")), qPrintable(with_routes));
        // One of the sites answers: then not, whatever the routes.
        const QString partly = Told("servers 100-", 300, routesGone()).copy().full;
        QVERIFY2(!partly.contains(text("disconnected")), qPrintable(partly));
    }

    // What a reader of either alone must not miss.
    void briefAndFullTellOfTheRoutesAndOfWhoElseIsSilent() {
        const QString brief = Told("all 100-", 300, routesGone()).copy().brief;
        QVERIFY2(brief.contains(text("Four name servers and two routers have not answered either. The routes to them")),
                 qPrintable(brief));
        QVERIFY2(brief.endsWith(text("disconnected from the global internet.")), qPrintable(brief));
        const QString full = Told("all 100-", 300, routesGone()).copy().full;
        QVERIFY2(full.contains(text("Four name servers and two routers have not answered either. The routes to them")),
                 qPrintable(full));
        const QString korean = Told("all 100-", 300, routesGone()).koreanCopy().full;
        QVERIFY2(korean.contains(text("네임서버 4대·라우터 2대도 응답하지 않고 있다.")), qPrintable(korean));
        QVERIFY(!Told("all 100-", 300).copy().brief.contains(text("routes")));
        QVERIFY(!Told("kcna-http 100-", 300).copy().brief.contains(text("either")));
        const QString one = Told("kcna-http 100-; ns1 100-", 300).copy().brief;
        QVERIFY2(one.endsWith(text("One name server has not answered either.")), qPrintable(one));
    }

    void routesThatAreBackAreSaidToBe() {
        Routing routing = routesGone();
        RouteReading back = routing.readings.front();
        back.at = minute(180);
        routing.readings.push_back(back);
        const Told seen("all 100-190", 300, routing);
        const QString expected = text("The routes were back by 12:00 p.m. on Thursday (0300 GMT).");
        for (const QString& copy : {seen.copy().brief, seen.copy().full})
            QVERIFY2(copy.contains(expected), qPrintable(copy));
        for (const QString& copy : {seen.koreanCopy().brief, seen.koreanCopy().full})
            QVERIFY2(copy.contains(text("경로는 3월 5일(목) 낮 12시(그리니치 표준시 3시)까지 다시 나타났다.")),
                     qPrintable(copy));
        QVERIFY(!Told("all 100-", 300, routesGone()).copy().full.contains(text("were back")));
    }

    void fullSaysOnWhatItRestsAndWhatItCannotTell() {
        const QString full = Told("all 100-190", 300).copy().full;
        QVERIFY2(full.contains(text("Based on 10 addresses in 3 blocks, one computer, no outside voice.")),
                 qPrintable(full));
        QVERIFY(full.contains(text("As of 2:00 p.m. on Thursday, 5 March 2026 (0500 GMT).")));
        QVERIFY(full.contains(text("This cannot tell")));
        QVERIFY(full.contains(text("No site answered for about 1 h 30 min")));
    }

    void expertTableIsInUtcToTheSecond() {
        Told seen("kcna-http 100-190; ns1 110-", 300);
        seen.assessment.failed[seen.watchlist.targets[0].id] = {"175.45.176.71", Stage::Connect, Failure::Timeout};
        seen.assessment.network = "wi-fi";
        seen.assessment.country = "DE";
        const QStringList lines = seen.copy().expert.split(u'\n');
        QCOMPARE(lines.size(), 4);
        QVERIFY(lines[0].startsWith(text("Incident 20260305-014000, UTC")));
        QCOMPARE(lines[2], text("kcna-http\t175.45.176.71\t80\thttp: no answer to the connection\twi-fi, DE\t"
                                "2026-03-05T01:38:00Z\t2026-03-05T01:40:10Z\t2026-03-05T03:08:00Z\t"
                                "2026-03-05T03:10:00Z\t1\t1"));
        QCOMPARE(lines[3], text("ns1\t175.45.176.8\t53\t-\twi-fi, DE\t2026-03-05T01:48:00Z\t"
                                "2026-03-05T01:50:10Z\t-\t-\t1\t2"));
        QCOMPARE(lines[1].count(u'\t'), lines[2].count(u'\t'));
    }

    void aShortSpellBeforeIsToldAtOneTime() {
        Told seen("kcna-http 100-", 300);
        const TargetId page = seen.watchlist.findByName("kcna-http")->id;
        seen.assessment.precursors = {{page, {minute(80), minute(80.5)}, Verdict::Degraded, {}},
                                      {page, {minute(85), minute(90)}, Verdict::ErrorPage, "503"}};
        const QStringList lines = words::precursors(seen.told());
        QVERIFY2(lines[0].endsWith(text(": slow or patchy, %1 (under 1 min)").arg(words::stampKst(minute(80)))),
                 qPrintable(lines[0]));
        QVERIFY2(lines[1].endsWith(text(": error page (503), %1 to %2 (5 min)")
                                       .arg(words::stampKst(minute(85)), words::stampKst(minute(90)))),
                 qPrintable(lines[1]));
    }

    void whoseSilenceTheWindowLeftOutIsNamed() {
        Told seen("sites 100-190; ns1 110-190", 300);
        QVERIFY(!seen.copy().brief.contains(text("Left out by hand")));
        const Target& ns1 = *seen.watchlist.findByName("ns1");
        Incident& incident = seen.incidents[seen.which];
        incident.leftOut = incident.member(ns1.id)->downTimes;
        const QString named =
            text("Left out by hand, outside the story's window: silences of %1.").arg(text(ns1.label.c_str()));
        for (const QString& told : {seen.copy().brief, seen.copy().full})
            QVERIFY2(told.contains(named), qPrintable(told));
    }

    void noPatternNoCauseAndNoneOfTheWords() {
        for (const char* lanes : {"kcna-http 100-190", "all 100-", "servers 100-190", "sites 100-190; servers 110-",
                                  "all 100-110 150-160 200-210", "routers 100-190", "china 100-190"})
            for (const Routing& routing : {Routing(), routesGone()}) {
                const Told seen(lanes, 300, routing);
                const words::Copy copy = seen.copy();
                const words::IncidentTold told = seen.told();
                QString all = copy.alert + copy.brief + copy.full + words::incidentTitle(told) +
                              words::scope(told.assessment) + words::pattern(told.assessment.pattern);
                for (const Evidence& row : told.assessment.evidence) {
                    QVERIFY(!words::evidence(row).isEmpty());
                    QVERIFY(!words::evidenceSource(row).isEmpty());
                    all += words::evidence(row);
                }
                for (const char* word : neverUsed)
                    QVERIFY2(!all.contains(text(word), Qt::CaseInsensitive), word);
                QVERIFY(!copy.full.contains(words::pattern(told.assessment.pattern)) ||
                        told.assessment.pattern == Pattern::SingleServer);
            }
    }
};

QTEST_GUILESS_MAIN(TestCopy)
#include "tst_copy.moc"
