// SPDX-License-Identifier: GPL-3.0-or-later
// What went before a failure, read from checks.
#include "app/story/assessment.h"
#include "app/story/replay.h"
#include "app/story/trouble.h"
#include "tests/support/script.h"

#include <QTest>

using namespace kpwatch;
using namespace kpwatch::test;
using namespace std::chrono_literals;

namespace {

struct Rows {
    std::vector<Observation> all;

    ChecksOf asChecks() const {
        return [this](const Target& target, TimeRange range) {
            std::vector<Observation> its;
            for (const Observation& row : all)
                if (row.target == target.id && range.contains(row.startedAt))
                    its.push_back(row);
            std::sort(its.begin(), its.end(),
                      [](const Observation& one, const Observation& other) { return one.startedAt < other.startedAt; });
            return its;
        };
    }
};

Incident downAt(TargetId target, UtcTime from) {
    Incident incident;
    incident.members = {{target, {{target, {from - 120s, from + 10s}, {}, {}, {{from, from + 3600s}}}}, 1, 0}};
    incident.began = incident.members[0].began();
    return incident;
}

Observation check(TargetId target, UtcTime at, Micros connect) {
    Observation row;
    row.target = target;
    row.startedAt = at;
    row.elapsed = connect;
    row.reached = Stage::Done;
    row.failure = Failure::None;
    row.phases.connect = row.phases.firstByte = connect;
    return row;
}

// Answers every two minutes for three hours, of `usual` and in the last 20 minutes of `late`.
Rows answersOf(TargetId target, UtcTime until, Micros usual, Micros late) {
    Rows rows;
    for (UtcTime at = until - 3h; at < until; at += 120s)
        rows.all.push_back(check(target, at, at >= until - 20min ? late : usual));
    return rows;
}

const Watchlist list = storyWatchlist();
const TargetId kcna = list.targets.front().id;
const UtcTime failed = after(36000s);

Trouble troubleOf(const Rows& rows, const Watchlist& watchlist = list) {
    return troubleBefore(downAt(kcna, failed), watchlist, rows.asChecks()).of.at(kcna);
}

} // namespace

class TestTrouble : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void quietBeforeIsNoTrouble() {
        const Trouble trouble = troubleOf(answersOf(kcna, failed, 200ms, 200ms));
        QCOMPARE(trouble.checks, 10);
        QCOMPARE(trouble.share(), 0.0);
        QVERIFY(!trouble.first);
    }

    void slowIsHalfAsMuchAgainAndATenthOfASecond_data() {
        QTest::addColumn<int>("usual_ms");
        QTest::addColumn<int>("late_ms");
        QTest::addColumn<bool>("slow");
        QTest::newRow("a tenth of a second on little") << 100 << 200 << false;
        QTest::newRow("more than that") << 100 << 201 << true;
        QTest::newRow("half of much") << 600 << 900 << false;
        QTest::newRow("more than half of much") << 600 << 901 << true;
    }
    void slowIsHalfAsMuchAgainAndATenthOfASecond() {
        QFETCH(int, usual_ms);
        QFETCH(int, late_ms);
        QFETCH(bool, slow);
        const Trouble trouble = troubleOf(answersOf(kcna, failed, milliseconds(usual_ms), milliseconds(late_ms)));
        QCOMPARE(trouble.slow, slow ? 10 : 0);
        QCOMPARE(trouble.first.has_value(), slow);
    }

    void secondTryIsSlow() {
        Rows rows = answersOf(kcna, failed, 200ms, 200ms);
        rows.all.back().tries = 2;
        QCOMPARE(troubleOf(rows).slow, 1);
        QCOMPARE(*troubleOf(rows).first, failed - 120s);
    }

    void recheckCountsInNeither() {
        Rows rows = answersOf(kcna, failed, 200ms, 200ms);
        Observation again = check(kcna, failed - 60s, 5s);
        again.recheck = true;
        rows.all.push_back(again);
        QCOMPARE(troubleOf(rows).checks, 10);
    }

    // A failure that does not count, as before the first control after a sleep, is no sign of what was to come.
    void silenceItselfIsNotWhatWentBeforeIt() {
        Rows rows = answersOf(kcna, failed, 200ms, 200ms);
        Observation lost = check(kcna, failed - 60s, 10s);
        lost.reached = Stage::Connect;
        lost.failure = Failure::Timeout;
        rows.all.push_back(lost);
        QCOMPARE(troubleOf(rows).lost, 0);
        rows.all.back().startedAt = failed - 150s; // and answered after that
        QCOMPARE(troubleOf(rows).lost, 1);
    }

    void whatTheRoadLosesIsTakenOff() {
        Watchlist with_road = list;
        Target road = list.controls.front().target;
        road.id = TargetId{1000};
        road.name = "china-1";
        with_road.controls.push_back({road, Ring::TransitChina});
        Rows rows = answersOf(kcna, failed, 200ms, 900ms);
        const Rows of_road = answersOf(road.id, failed, 100ms, 700ms);
        rows.all.insert(rows.all.end(), of_road.all.begin(), of_road.all.end());
        const Trouble trouble = troubleOf(rows, with_road);
        QCOMPARE(trouble.share(), 1.0);
        QCOMPARE(trouble.beyondTheRoad(), 0.0);
    }

    void sameHourOfTheDaysBeforeIsCounted() {
        Rows rows = answersOf(kcna, failed, 200ms, 900ms);
        for (int day = 1; day <= 4; ++day) {
            Rows then = answersOf(kcna, failed - std::chrono::days(day), 200ms, 900ms);
            rows.all.insert(rows.all.end(), then.all.begin(), then.all.end());
        }
        QCOMPARE(troubleBefore(downAt(kcna, failed), list, rows.asChecks()).alikeDays, 4);
    }

    // From rows to the finding: every step of the way is the program's own.
    void siegeIsGradualAndASwitchIsAbrupt_data() {
        QTest::addColumn<bool>("siege");
        QTest::addColumn<std::string>("pattern");
        QTest::newRow("loss, then sites, name servers, routers") << true << std::string("gradual");
        QTest::newRow("all at once, nothing before") << false << std::string("abrupt");
    }
    void siegeIsGradualAndASwitchIsAbrupt() {
        QFETCH(bool, siege);
        QFETCH(std::string, pattern);
        Story story(storyWatchlist(), 7);
        const auto silent = [&](const std::string& group, int from) {
            for (const Target& target : story.watchlist().targets)
                if (group.empty() || target.group == group || (group == "sites" && !target.site.empty()))
                    story.sees(target.name, from, 14000, Outcome::timeout());
        };
        if (siege) {
            story.loses(7200, 9000, 0.35);
            silent("sites", 9000);
            silent("name-servers", 9600);
            silent("routers", 10200);
        } else {
            silent({}, 9000);
        }
        const Story::Rows told = story.until(16000);
        const Replayed judged = replayRows(story.watchlist(), {}, told.observations, told.events, true);
        const auto incidents = incidentsOf({story.watchlist(), judged.spans, told.events, judged.lastRowAt}, {});
        QCOMPARE(incidents.size(), std::size_t(1));
        const Settings settings;
        Case given{story.watchlist(), judged.spans, settings, told.events, judged.lastRowAt};
        given.trouble = troubleBefore(incidents[0], story.watchlist(), Rows{told.observations}.asChecks());
        const Assessment seen = assessed(incidents[0], given);
        QCOMPARE(std::string(name(seen.pattern)), pattern);
        QVERIFY(std::any_of(seen.evidence.begin(), seen.evidence.end(), [&](const Evidence& row) {
            return row.fact == (siege ? Fact::TroubleBefore : Fact::NoTroubleBefore) && row.sign == Sign::Supports;
        }));
        QVERIFY(std::any_of(seen.evidence.begin(), seen.evidence.end(), [](const Evidence& row) {
            return row.fact == Fact::RoutesUnknown && row.sign == Sign::NotKnown;
        }));
    }
};

QTEST_GUILESS_MAIN(TestTrouble)
#include "tst_trouble.moc"
