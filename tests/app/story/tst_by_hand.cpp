// SPDX-License-Identifier: GPL-3.0-or-later
// What a person says about incidents: applied, dated, undoable, and never to the record itself.
#include "app/story/assessment.h"
#include "app/story/by_hand.h"
#include "app/story/hosts.h"
#include "tests/support/lane_script.h"

#include <QTest>

using namespace kpwatch;
using namespace kpwatch::test;
using namespace std::chrono_literals;

namespace {

const Watchlist list = storyWatchlist();

Judgement said(Hand hand, const char* incident) {
    Judgement judgement;
    judgement.hand = hand;
    judgement.incident = incident;
    judgement.reason = "as I know it";
    judgement.at = minute(3000);
    return judgement;
}
Judgement merged(const char* incident, const char* other) {
    Judgement judgement = said(Hand::Merge, incident);
    judgement.other = other;
    return judgement;
}
Judgement splitAt(const char* incident, double at) {
    Judgement judgement = said(Hand::Split, incident);
    judgement.from = minute(at);
    return judgement;
}
Judgement windowOf(const char* incident, double from, double to) {
    Judgement judgement = said(Hand::Window, incident);
    judgement.from = minute(from);
    judgement.to = minute(to);
    return judgement;
}
Judgement without(const char* incident, const char* target) {
    Judgement judgement = said(Hand::Exclude, incident);
    judgement.other = target;
    return judgement;
}
Judgement undo(std::int64_t id) {
    Judgement judgement = said(Hand::Undo, "");
    judgement.undoes = id;
    return judgement;
}

using All = std::vector<Judgement>;

std::vector<Incident> incidentsIn(const std::string& lanes, All judgements, std::vector<Event> events = {}) {
    for (std::size_t i = 0; i < judgements.size(); ++i)
        judgements[i].id = static_cast<std::int64_t>(i) + 1;
    const TargetSpans spans = lanesOf(list, lanes);
    Record record{list, spans, events, minute(24 * 60)};
    record.judgements = judgements;
    return incidentsOf(record, {});
}

// Minute 100 is 01:40, minute 400 is 06:40.
const char* const first = "20260305-014000";
const char* const second = "20260305-064000";
const char* const two = "kcna-http 100-190; ns1 101-150; mfa-http 400-460";

} // namespace

Q_DECLARE_METATYPE(std::vector<kpwatch::Judgement>)

class TestByHand : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void whatIsSaidIsApplied_data() {
        QTest::addColumn<std::string>("lanes");
        QTest::addColumn<All>("said");
        QTest::addColumn<std::string>("incidents");
        const auto row = [](const char* what, const char* lanes, All judgements, const char* incidents) {
            QTest::newRow(what) << std::string(lanes) << std::move(judgements) << std::string(incidents);
        };
        row("nothing", two, {}, "kcna-http+ns1@100-190, mfa-http@400-460");
        row("merge", two, {merged(first, second)}, "kcna-http+mfa-http+ns1@100-460");
        row("merge named the other way round", two, {merged(second, first)}, "kcna-http+mfa-http+ns1@100-460");
        row("merge with itself", two, {merged(first, first)}, "kcna-http+ns1@100-190, mfa-http@400-460");
        row("merge with nobody", two, {merged(first, "20200101-000000")}, "kcna-http+ns1@100-190, mfa-http@400-460");
        row("merge undone", two, {merged(first, second), undo(1)}, "kcna-http+ns1@100-190, mfa-http@400-460");
        row("the undoing undone", two, {merged(first, second), undo(1), undo(2)}, "kcna-http+mfa-http+ns1@100-460");
        row("split", "kcna-http 100-190; ns1 200-230; mfa-http 180-220", {splitAt(first, 195)},
            "kcna-http+mfa-http@100-220, ns1@200-230");
        row("split where nothing follows", two, {splitAt(first, 300)}, "kcna-http+ns1@100-190, mfa-http@400-460");
        row("split, then merged again", "kcna-http 100-190; ns1 200-230; mfa-http 180-220",
            {splitAt(first, 195), merged(first, "20260305-032000")}, "kcna-http+mfa-http+ns1@100-230");
        row("two times of one target split", "kcna-http 100-110 200-210", {splitAt(first, 150)},
            "kcna-http@100-110, kcna-http@200-210");
        row("window", "kcna-http 100-190; ns1 200-230; mfa-http 180-220", {windowOf(first, 90, 195)},
            "kcna-http+mfa-http@100-220, ns1@200-230");
        row("window, then merged again", "kcna-http 100-190; ns1 200-230; mfa-http 180-220",
            {windowOf(first, 90, 195), merged(first, "20260305-032000")}, "kcna-http+mfa-http+ns1@100-230");
        row("window with somebody at either side", "kcna-http 100-190; ns1 200-230; mfa-http 180-220",
            {windowOf(first, 192, 198)}, "kcna-http@100-190, mfa-http@180-220, ns1@200-230");
        row("window that holds nobody", two, {windowOf(first, 300, 310)}, "kcna-http+ns1@100-190, mfa-http@400-460");
        row("exclude", two, {without(first, "ns1")}, "kcna-http@100-190, mfa-http@400-460");
        row("exclude who opened it", two, {without(first, "kcna-http")}, "ns1@101-150, mfa-http@400-460");
        row("exclude all", two, {without(first, "kcna-http"), without(first, "ns1")}, "ns1@101-150, mfa-http@400-460");
        row("exclude who is not in it", two, {without(first, "ns2")}, "kcna-http+ns1@100-190, mfa-http@400-460");
        row("named as a member would have been", two, {without("20260305-014100", "kcna-http")},
            "ns1@101-150, mfa-http@400-460");
        row("false alarm", two, {said(Hand::FalseAlarm, first)}, "kcna-http+ns1@100-190, mfa-http@400-460");
    }
    void whatIsSaidIsApplied() {
        QFETCH(std::string, lanes);
        QFETCH(All, said);
        QFETCH(std::string, incidents);
        QCOMPARE(shown(incidentsIn(lanes, said), list), incidents);
    }

    void whatHoldsStandsInTheIncident() {
        const auto found = incidentsIn(
            two, {merged(first, second), without(first, "ns2"), without(first, "ns1"), said(Hand::FalseAlarm, first)});
        QCOMPARE(found.size(), std::size_t(1));
        std::string held;
        for (const Judgement& each : found[0].byHand)
            held += std::string(name(each.hand)) + ' ';
        QCOMPARE(held, std::string("merge exclude false-alarm ")); // ns2 was not in it
        QCOMPARE(found[0].aliases, std::vector<std::string>{second});
        QCOMPARE(found[0].leftOut.size(), std::size_t(1));
        QVERIFY(found[0].isExcluded(found[0].leftOut[0].target));
        QVERIFY(found[0].falseAlarm);
    }

    // The log of what was said: undone things and the undoing too.
    void whatWasUndoneStaysKnown_data() {
        QTest::addColumn<All>("said");
        QTest::addColumn<std::string>("told"); // of the first
        const auto row = [](const char* what, All judgements, const char* told) {
            QTest::newRow(what) << std::move(judgements) << std::string(told);
        };
        const auto alarm = said(Hand::FalseAlarm, first);
        row("nothing", {}, "");
        row("holds", {alarm}, "1 false-alarm");
        row("undone", {alarm, undo(1)}, "1 false-alarm undone, 2 undo");
        row("undone and said again", {alarm, undo(1), alarm}, "1 false-alarm undone, 2 undo, 3 false-alarm");
        row("of another", {said(Hand::FalseAlarm, second), undo(1)}, "");
        row("merged", {merged(first, second)}, "1 merge 20260305-064000");
        row("merge undone", {merged(first, second), undo(1)}, "1 merge 20260305-064000 undone, 2 undo");
        row("merge undone that was said of the other", {merged(second, first), undo(1)},
            "1 merge 20260305-064000 undone, 2 undo");
        row("of the other while merged", {said(Hand::FalseAlarm, second), merged(first, second)},
            "1 false-alarm, 2 merge 20260305-064000");
        row("without effect", {without(first, "ns2")}, "1 exclude ns2");
    }
    void whatWasUndoneStaysKnown() {
        QFETCH(All, said);
        QFETCH(std::string, told);
        for (std::size_t i = 0; i < said.size(); ++i)
            said[i].id = static_cast<std::int64_t>(i) + 1;
        const auto found = incidentsIn(two, said);
        std::string log;
        for (const SaidOfIt& each : everSaidOf(found.at(0), said)) {
            log += (log.empty() ? "" : ", ") + std::to_string(each.judgement.id) + " " +
                   std::string(name(each.judgement.hand));
            if (!each.judgement.other.empty())
                log += " " + each.judgement.other;
            log += each.undone ? " undone" : "";
        }
        QCOMPARE(log, told);
    }

    // What nobody had seen yet when something was said about the incident was not meant.
    void whatCameLaterIsAnIncidentOfItsOwn() {
        const char* const storm = "kcna-http 100-120 200-; naenara-http 200-; airkoryo-http 200-; mfa-http 200-";
        const std::string apart = "kcna-http@100-120, kcna-http+naenara-http+airkoryo-http+mfa-http@200-";
        Judgement alarm = said(Hand::FalseAlarm, first);
        alarm.at = minute(150);
        const auto marked = incidentsIn(storm, {alarm});
        QCOMPARE(shown(marked, list), apart);
        QVERIFY(marked[0].falseAlarm && !marked[1].falseAlarm);
        Judgement window = windowOf(first, 60, 180);
        window.at = minute(150);
        QCOMPARE(shown(incidentsIn(storm, {window}), list), apart);
        alarm.at = minute(300); // all of it was known
        QCOMPARE(incidentsIn(storm, {alarm}).size(), std::size_t(1));
    }

    // What begins later joins only what nobody has marked.
    void noMarkSpreadsToAnother() {
        const char* const again = "naenara-http 100-105 200-210; kcna-http 106-120 201-215";
        Judgement alarm = said(Hand::FalseAlarm, first);
        alarm.at = minute(150);
        const auto marked = incidentsIn(again, {alarm});
        QCOMPARE(shown(marked, list), std::string("naenara-http@100-105, kcna-http+naenara-http@106-215"));
        QVERIFY(marked[0].falseAlarm && !marked[1].falseAlarm);
        QVERIFY(marked[1].byHand.empty());

        Judgement one = merged(first, "20260305-014600");
        one.at = minute(140);
        const auto both = incidentsIn(again, {one, alarm});
        QCOMPARE(shown(both, list), std::string("kcna-http+naenara-http@100-120, kcna-http+naenara-http@200-215"));
        QVERIFY(both[0].falseAlarm && !both[1].falseAlarm);
    }

    void nameStaysWhoeverIsLeft() {
        QCOMPARE(incidentsIn(two, {without(first, "kcna-http")})[0].id, std::string(first));
        QCOMPARE(incidentsIn(two, {windowOf(first, 140, 160)})[0].id, std::string(first));
        const auto parts = incidentsIn("kcna-http 100-190; ns1 200-230; mfa-http 180-220", {splitAt(first, 195)});
        QCOMPARE(parts[0].id, std::string(first));
        QCOMPARE(parts[1].id, std::string("20260305-032000"));
    }

    void partThatIsSplitOffTakesItsNameAlong() {
        const auto parts = incidentsIn("sites 100-110 150-160; router-177 149-170", {splitAt(first, 145)});
        QCOMPARE(parts.size(), std::size_t(2));
        QVERIFY(parts[0].aliases.empty());
        QCOMPARE(parts[1].id, std::string("20260305-022900"));
        QVERIFY(parts[1].aliases.empty());
    }

    void boundsOrderAndLengthsFollow() {
        const auto plain = incidentsIn("kcna-http 100-190; ns1 110-300", {});
        const auto judged = incidentsIn("kcna-http 100-190; ns1 110-300", {without(first, "ns1")});
        QVERIFY(!plain[0].before.empty());
        QVERIFY(judged[0].before.empty());
        QCOMPARE(plain[0].lengths.untilSteady, std::chrono::milliseconds(200min));
        QCOMPARE(judged[0].lengths.untilSteady, std::chrono::milliseconds(90min));
        QVERIFY(judged[0].ended->by < plain[0].ended->by);
    }

    void windowIsWhatIsShown() {
        const char* const lanes = "kcna-http 100-190; ns1 200-230; mfa-http 180-220";
        const auto plain = incidentsIn(lanes, {});
        QVERIFY(rangeAround(plain[0], minute(1440)).begin < minute(100));
        const auto judged = incidentsIn(lanes, {windowOf(first, 90, 195)});
        QCOMPARE(rangeAround(judged[0], minute(1440)), (TimeRange{minute(90), minute(195)}));
        QCOMPARE(rangeAround(judged[0], minute(150)).end, minute(150));
        // Who was silent beyond its edges too is told whole.
        QCOMPARE(judged[0].ended->by, minute(220) + 300ms);
    }

    void whoseSilenceTheWindowLeftOutIsKnown() {
        const char* const lanes = "kcna-http 100-190; ns1 200-230; mfa-http 180-220";
        const auto judged = incidentsIn(lanes, {without(first, "mfa-http"), windowOf(first, 90, 195)});
        QCOMPARE(judged[0].outsideWindow(), std::vector{list.findByName("ns1")->id});
        const auto again = incidentsIn(lanes, {windowOf(first, 90, 195), merged(first, "20260305-032000")});
        QVERIFY(again[0].outsideWindow().empty());
    }

    // As if it were not watched: it says neither that all sites were silent nor that one answered.
    void excludedTargetIsNotCountedAsAnswering() {
        const char* const lanes = "kcna-http 100-190; naenara-http 100-190; airkoryo-http 100-190; mfa-http 100-104";
        const auto plain = incidentsIn(lanes, {});
        QCOMPARE(plain[0].lengths.noneAnswered.value(), std::chrono::milliseconds(4min));
        const auto judged = incidentsIn(lanes, {without(first, "mfa-http")});
        QCOMPARE(judged[0].lengths.noneAnswered.value(), std::chrono::milliseconds(90min));
    }

    void whoIsLeftOutGoesWithTheSecondLookAtIt() {
        const auto found = incidentsIn("sentinel-kcna-http 99-300; kcna-http 100-190; naenara-http 101-180",
                                       {without(first, "kcna-http")});
        QCOMPARE(shown(found, list), std::string("naenara-http@101-180"));
        QVERIFY(found[0].isExcluded(list.findByName("sentinel-kcna-http")->id));
        const auto named = hostsAmong(found[0].excluded, list);
        QCOMPARE(named.size(), std::size_t(1));
        QCOMPARE(named[0]->name, std::string("kcna-http"));
        // Then nobody would be left.
        QVERIFY(incidentsIn("kcna-http 100-190; sentinel-kcna-http 100-190", {without(first, "kcna-http")})
                    .at(0)
                    .byHand.empty());
    }

    void whoIsLeftOutIsNoneOfAllWatchedSites() {
        const char* const lanes = "kcna-http 100-190; naenara-http 100-190; airkoryo-http 100-190; mfa-http 100-190";
        const TargetSpans spans = lanesOf(list, lanes);
        const Settings settings;
        const auto scopeWith = [&](const All& judgements) {
            const auto found = incidentsIn(lanes, judgements);
            return assessed(found.at(0), {list, spans, settings, {}, minute(24 * 60)}).scope;
        };
        QVERIFY(scopeWith({}) == Scope::AllSites);
        QVERIFY(scopeWith({without(first, "mfa-http")}) == Scope::Several);
    }

    // Who is told in the other part did not go on answering, though it was back before the end.
    void whoWasSplitOffDidNotGoOnAnswering() {
        const TargetSpans spans = lanesOf(list, "kcna-http 100-190; ns1 99-200");
        const auto parts = incidentsIn("kcna-http 100-190; ns1 99-200", {splitAt("20260305-013900", 100)});
        QCOMPARE(shown(parts, list), std::string("ns1@99-200, kcna-http@100-190"));
        const Settings settings;
        for (const Incident& part : parts) {
            const Assessment seen = assessed(part, {list, spans, settings, {}, minute(24 * 60)});
            const auto row = std::ranges::find(seen.evidence, Fact::SomeAnswered, &Evidence::fact);
            QVERIFY(row != seen.evidence.end());
            QCOMPARE(row->a, row->b - 1);
        }
    }

    // Marked as a whole, it stays so in parts.
    void whatIsSetApartKeepsTheMarkOfTheWhole() {
        const char* const lanes = "kcna-http 100-190; ns1 200-230; mfa-http 180-220";
        for (const Judgement& cut : {splitAt(first, 195), windowOf(first, 90, 195)}) {
            const auto parts = incidentsIn(lanes, {said(Hand::FalseAlarm, first), cut});
            QCOMPARE(parts.size(), std::size_t(2));
            QVERIFY(parts[0].falseAlarm && parts[1].falseAlarm);
            QCOMPARE(parts[1].byHand.front().hand, Hand::FalseAlarm);
        }
    }

    void neverAcrossAChangeOfOurLine() {
        const std::vector<Event> events = {{minute(0), Epoch{"home", "wi-fi", "DE"}},
                                           {minute(300), Epoch{"cafe", "wi-fi", "DE"}}};
        const auto found = incidentsIn(two, {merged(first, second)}, events);
        QCOMPARE(found.size(), std::size_t(2));
        QVERIFY(found[0].byHand.empty());
    }

    void whatLacksSomethingIsRefused_data() {
        QTest::addColumn<All>("said");
        QTest::addColumn<bool>("fine");
        const auto row = [](const char* what, const Judgement& judgement, bool fine) {
            QTest::newRow(what) << All{judgement} << fine;
        };
        Judgement silent = merged(first, second);
        silent.reason = " \n";
        Judgement long_winded = merged(first, second);
        long_winded.reason = std::string(longestReason + 1, 'x');
        row("merge", merged(first, second), true);
        row("no reason", silent, false);
        row("too long a reason", long_winded, false);
        row("merge with itself", merged(first, first), false);
        row("merge with nothing", said(Hand::Merge, first), false);
        row("split at no time", said(Hand::Split, first), false);
        row("window from its end", windowOf(first, 200, 100), false);
        row("window", windowOf(first, 100, 200), true);
        row("exclude nobody", said(Hand::Exclude, first), false);
        row("false alarm", said(Hand::FalseAlarm, first), true);
        row("undo nothing", said(Hand::Undo, first), false);
    }
    void whatLacksSomethingIsRefused() {
        QFETCH(All, said);
        QFETCH(bool, fine);
        QCOMPARE(!faultOf(said[0]), fine);
    }

    void everyHandHasItsName() {
        for (const Hand hand : {Hand::Merge, Hand::Split, Hand::Window, Hand::Exclude, Hand::FalseAlarm, Hand::Undo})
            QVERIFY(handNamed(name(hand)) == hand);
        QVERIFY(!handNamed("erase"));
    }
};

QTEST_GUILESS_MAIN(TestByHand)
#include "tst_by_hand.moc"
