// SPDX-License-Identifier: GPL-3.0-or-later
// A judge folded from the stored rows is the judge that never stopped.
#include "tests/app/history/builders.h"

#include <QTest>

using namespace kpwatch;
using namespace kpwatch::testing;
using namespace std::chrono_literals;

namespace {

const UtcTime begin = noon;

struct Story {
    std::vector<Observation> observations; // in order of their ends
    std::vector<Event> events;
    UtcTime end;
};

// Three targets every two minutes and a control twice a minute; the web target is down from `down` on if given.
Story story(std::chrono::hours length, std::optional<UtcTime> down) {
    Story told;
    told.end = begin + length;
    told.events = {{begin, Started{}}, {begin, Epoch{"e1", "AS64500", "DE"}}};
    for (UtcTime at = begin + 1s; at < told.end; at += 30s) {
        told.observations.push_back(answered(controlId, at, 20ms));
        if ((at - begin) % 2min != 1s)
            continue;
        told.events.push_back({at, Heartbeat{}});
        Observation web = answered(webId, at + 5s, 300ms);
        if (down && at >= *down) {
            web.failure = Failure::Timeout;
            web.reached = Stage::Connect;
            web.phases = {};
            web.elapsed = 10s;
        }
        told.observations.push_back(answered(dnsId, at + 5s, 250ms));
        told.observations.push_back(answered(tcpId, at + 5s, 260ms));
        told.observations.push_back(web);
    }
    return told;
}

Judge uninterrupted(const TempHistory& history, const Story& told) {
    Judge judge(history.watchlist, history.settings);
    auto event = told.events.begin();
    for (const Observation& row : told.observations) {
        for (; event != told.events.end() && event->at <= row.endedAt(); ++event)
            judge.take(*event);
        judge.take(row);
    }
    judge.advanceTo(told.end);
    return judge;
}

void store(const TempHistory& history, const Story& told, Judge& judge) {
    Batch batch;
    batch.observations = told.observations;
    batch.events = told.events;
    batch.spans = judge.changes();
    history.write(begin)->append(batch);
}

void compare(const Judge& folded, const Judge& straight) {
    for (const TargetId id : {webId, dnsId, tcpId}) {
        const TargetStatus one = folded.status(id);
        const TargetStatus other = straight.status(id);
        QCOMPARE(one.state, other.state);
        QCOMPARE(one.reason, other.reason);
        QVERIFY(one.since == other.since);
        QVERIFY(one.onset == other.onset);
        QVERIFY(one.lastCheck == other.lastCheck && one.lastGood == other.lastGood);
        QVERIFY(one.checking == other.checking);
        QCOMPARE(one.neverAnswered, other.neverAnswered);
        QCOMPARE(one.answeredOfLast10, other.answeredOfLast10);
    }
    QCOMPARE(folded.ownLine().state, straight.ownLine().state);
    QCOMPARE(folded.clock(), straight.clock());
}

} // namespace

class FoldedJudgeTest : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void foldingEqualsWatchingWithoutInterruption_data() {
        QTest::addColumn<int>("hours");
        QTest::addColumn<int>("downAfterMinutes"); // -1: never
        QTest::addColumn<Verdict>("expected");
        QTest::newRow("a quiet day") << 24 << -1 << Verdict::Up;
        QTest::newRow("down for an hour") << 24 << 23 * 60 << Verdict::Down;
        QTest::newRow("first failure just now") << 24 << 24 * 60 - 2 << Verdict::Up;
        QTest::newRow("down for longer than the memory") << 24 * 12 << 24 * 60 << Verdict::Down;
    }
    void foldingEqualsWatchingWithoutInterruption() {
        QFETCH(int, hours);
        QFETCH(int, downAfterMinutes);
        QFETCH(Verdict, expected);
        const TempHistory history;
        const Story told =
            story(std::chrono::hours(hours),
                  downAfterMinutes < 0 ? std::nullopt : std::optional(begin + std::chrono::minutes(downAfterMinutes)));
        Judge straight = uninterrupted(history, told);
        QCOMPARE(straight.status(webId).state, expected);
        store(history, told, straight);
        compare(foldedJudge(history.read(), history.watchlist, history.settings, told.end), straight);
    }

    void rowsAfterTheMomentAreNotYetKnown() {
        const TempHistory history;
        const Story told = story(4h, begin + 2h);
        Judge straight = uninterrupted(history, told);
        store(history, told, straight);
        const Judge before = foldedJudge(history.read(), history.watchlist, history.settings, begin + 2h);
        QCOMPARE(before.status(webId).state, Verdict::Up);
        QCOMPARE(before.clock(), begin + 2h);
    }

    void anEmptyHistoryFoldsToAFreshJudge() {
        const TempHistory history;
        history.write();
        const Judge judge = foldedJudge(history.read(), history.watchlist, history.settings, noon);
        QCOMPARE(judge.status(webId).state, Verdict::NotMonitored);
        QCOMPARE(judge.clock(), noon);
    }

    void epochAndPauseAreRememberedFromBeforeTheMemory() {
        const TempHistory history;
        Batch batch;
        batch.events = {{noon, Started{}},
                        {noon + 1s, Epoch{"old", "", ""}},
                        {noon + 2s, Epoch{"new", "", ""}},
                        {noon + 3s, Paused{}},
                        {noon + 4s, Heartbeat{}}};
        const auto writer = history.write();
        writer->append(batch);
        const HistoryReader reader = history.read();
        QVERIFY(reader.standingEvents(noon).empty());
        QVERIFY(reader.standingEvents(noon + 24h) ==
                (std::vector<Event>{{noon + 2s, Epoch{"new", "", ""}}, {noon + 3s, Paused{}}}));
        batch.events = {{noon + 5s, Resumed{}}};
        writer->append(batch);
        QVERIFY(reader.standingEvents(noon + 24h) == (std::vector<Event>{{noon + 2s, Epoch{"new", "", ""}}}));
    }
};

QTEST_GUILESS_MAIN(FoldedJudgeTest)
#include "tst_folded_judge.moc"
