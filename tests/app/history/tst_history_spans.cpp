// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/history/verdict_sql.h"
#include "app/story/down_length.h"
#include "app/story/presence.h"
#include "tests/app/history/builders.h"

#include <QTest>

#include <SQLiteCpp/Database.h>

#include <algorithm>

using namespace kpwatch;
using namespace kpwatch::testing;
using namespace std::chrono_literals;

namespace {

using Spans = std::vector<Span>;

// What the lane of the web target looks like until `end`.
Spans lane(const TempHistory& history, UtcTime end, TargetId id = webId) {
    return history.read().spans(history.watchlist, {noon, end})[id];
}

int storedSpans(const TempHistory& history) {
    SQLite::Database database(history.file().string(), SQLite::OPEN_READONLY);
    return database.execAndGet("SELECT count(*) FROM span").getInt();
}

// A row that ends at `at`: somebody watched.
Batch presence(UtcTime at) {
    Batch batch;
    batch.events = {{at, Heartbeat{}}};
    return batch;
}

Span downSpan(UtcTime begin, UtcTime end) {
    Span down = span(begin, end, Verdict::Down);
    down.onset = Onset{begin - 1min, begin + 10s};
    down.note = "http connect timeout";
    return down;
}

} // namespace

class HistorySpansTest : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    // Who was down when last seen is told apart from who still is.
    void whatCameAfterTheLastDownTimeIsReadWithThem() {
        const TempHistory history;
        Batch batch = presence(noon + 60min);
        batch.spans = {{webId,
                        noon,
                        {span(noon, noon + 10min, Verdict::Up), span(noon + 10min, noon + 20min, Verdict::Down),
                         span(noon + 20min, noon + 60min, Verdict::NotMonitored, Reason::Paused)}}};
        history.write(noon)->append(batch);
        const Spans spans = history.read().downSpans(history.watchlist).at(webId);
        QCOMPARE(spans.size(), std::size_t{3});
        QCOMPARE(spans.back().reason, Reason::Paused);
    }

    // Of who else was watched no more is read than a little around the range.
    void aDownTimeIsReadWholeHoweverLongItIs() {
        const TempHistory history;
        const UtcTime back = noon + 40 * 24h, end = back + 1h;
        Spans web{span(noon, noon + 1h, Verdict::Up), downSpan(noon + 1h, noon + 2h),
                  span(noon + 2h, noon + 3h, Verdict::NotMonitored, Reason::Paused), downSpan(noon + 3h, back),
                  span(back, end, Verdict::Up)};
        web[3].onset = web[1].onset;
        web[1].ended = web[3].ended = Onset{back - 2min, back + 1s};
        const auto writer = history.write();
        writer->append(presence(end));
        writer->append(spansOnly(webId, noon, web));
        writer->append(
            spansOnly(dnsId, noon, {span(noon, noon + 1h, Verdict::Up), span(noon + 1h, end, Verdict::Degraded)}));
        const TimeRange middle{noon + 20 * 24h, noon + 21 * 24h};
        const TargetSpans read = history.read().wholeSpans(history.watchlist, middle);
        web.back().range.end = back + 1ms; // enough to know what stood beside it
        QVERIFY(read.at(webId) == web);
        QCOMPARE(read.at(dnsId).size(), std::size_t{1});
        const Timeline timeline = timelineOf(history.watchlist, read, middle, end);
        const std::vector<DownLength> lengths = downLengths(timeline.lanes.at(0));
        QCOMPARE(lengths.size(), std::size_t{1});
        QVERIFY(lengths[0].atLeast && lengths[0].whole == (TimeRange{noon + 1h, back}));
    }

    void soIsThatOfAGroupInWhichOneNeverAnswered() {
        TempHistory history;
        for (Target& target : history.watchlist.targets) {
            target.site.clear();
            target.group = "routers";
            target.enabled = target.id != dnsId;
        }
        const UtcTime back = noon + 40 * 24h, end = back + 1h;
        const auto writer = history.write();
        writer->append(presence(end));
        writer->append(
            spansOnly(webId, noon,
                      {span(noon, noon + 1h, Verdict::Up), downSpan(noon + 1h, back), span(back, end, Verdict::Up)}));
        writer->append(spansOnly(tcpId, noon, {span(noon, end, Verdict::Unknown, Reason::NeverAnswered)}));
        const TimeRange middle{noon + 20 * 24h, noon + 21 * 24h};
        const TargetSpans read = history.read().wholeSpans(history.watchlist, middle);
        const Timeline timeline = timelineOf(history.watchlist, read, middle, end);
        const auto group = std::ranges::find(timeline.lanes, LaneKind::Group, &Lane::kind);
        QVERIFY(group != timeline.lanes.end());
        const std::vector<DownLength> lengths = downLengths(*group);
        QCOMPARE(lengths.size(), std::size_t{1});
        QVERIFY(!lengths[0].atLeast && lengths[0].whole == (TimeRange{noon + 1h, back}));
    }

    void whatCouldNotBeSavedIsNoVerdict() {
        const TempHistory history;
        Batch batch = presence(noon + 60min);
        batch.spans = {{webId, noon, {span(noon, noon + 60min, Verdict::Up)}}};
        batch.lost = NotStored{{noon + 10min, noon + 40min}, 900};
        history.write(noon)->append(batch);
        const Spans spans = lane(history, noon + 60min);
        QCOMPARE(spans.size(), std::size_t{3});
        QCOMPARE(spans[1].range, (TimeRange{noon + 10min, noon + 40min}));
        QCOMPARE(spans[1].verdict, Verdict::NotMonitored);
        QCOMPARE(spans[1].note, std::string(notSaved));
        QCOMPARE(spans[2].verdict, Verdict::Up);
    }

    void everyFieldOfASpanComesBack() {
        const TempHistory history;
        Spans spans;
        UtcTime at = noon;
        for (int verdict = 0; verdict <= static_cast<int>(Verdict::NotMonitored); ++verdict, at += 1min)
            spans.push_back(span(at, at + 1min, static_cast<Verdict>(verdict)));
        for (int reason = 0; reason <= static_cast<int>(Reason::Stale); ++reason, at += 1min)
            spans.push_back(span(at, at + 1min, Verdict::Unknown, static_cast<Reason>(reason)));
        spans.push_back(downSpan(at, at + 1min));
        spans.back().ended = Onset{at + 50s, at + 55s};
        spans.push_back(span(at + 1min, at + 2min, Verdict::Up));
        spans.push_back(span(at + 2min, at + 3min, Verdict::Down));
        spans.back().onset = Onset{std::nullopt, at + 2min};
        spans.push_back(span(at + 3min, at + 4min, Verdict::ErrorPage));
        spans.back().note = "503";
        const auto writer = history.write();
        writer->append(presence(at + 4min));
        writer->append(spansOnly(webId, noon, spans));
        QVERIFY(lane(history, at + 4min) == spans);
    }

    void ownLineHasALane() {
        const TempHistory history;
        const auto writer = history.write();
        writer->append(presence(noon + 1min));
        writer->append(spansOnly(ownLineId, noon, {span(noon, noon + 1min, Verdict::Up)}));
        QVERIFY(lane(history, noon + 1min, ownLineId) == Spans{span(noon, noon + 1min, Verdict::Up)});
        QVERIFY(lane(history, noon + 1min).empty());
    }

    void anOpenSpanGrowsWithoutBeingWritten() {
        const TempHistory history;
        const auto writer = history.write();
        writer->append(spansOnly(webId, noon, {span(noon, noon + 1s, Verdict::Up)}));
        writer->checkpoint();
        for (int i = 1; i <= 100; ++i) {
            const UtcTime at = noon + i * 1s;
            writer->append(spansOnly(webId, at, {span(at, at + 1s, Verdict::Up)}));
        }
        QCOMPARE(std::filesystem::file_size(history.directory / "history.db-wal"), std::uintmax_t{0});
        writer->append(presence(noon + 101s));
        QVERIFY(lane(history, noon + 101s) == Spans{span(noon, noon + 101s, Verdict::Up)});
    }

    void aBackdatedVerdictReplacesWhatWasSaid() {
        const TempHistory history;
        const auto writer = history.write();
        writer->append(presence(noon + 10min));
        writer->append(spansOnly(webId, noon,
                                 {span(noon, noon + 4min, Verdict::Up),
                                  span(noon + 4min, noon + 6min, Verdict::Unknown, Reason::NotAnsweredFor),
                                  span(noon + 6min, noon + 8min, Verdict::Unknown, Reason::Stale)}));
        writer->append(spansOnly(webId, noon + 3min, {downSpan(noon + 3min, noon + 9min)}));
        QVERIFY(lane(history, noon + 10min) ==
                (Spans{span(noon, noon + 3min, Verdict::Up), downSpan(noon + 3min, noon + 10min)}));
        QCOMPARE(storedSpans(history), 2);
    }

    void equalNeighboursBecomeOne() {
        const TempHistory history;
        const auto writer = history.write();
        writer->append(presence(noon + 10min));
        writer->append(spansOnly(webId, noon,
                                 {span(noon, noon + 1min, Verdict::Up), span(noon + 1min, noon + 2min, Verdict::Up),
                                  span(noon + 2min, noon + 3min, Verdict::Degraded)}));
        writer->append(spansOnly(webId, noon + 2min, {span(noon + 2min, noon + 4min, Verdict::Up)}));
        QVERIFY(lane(history, noon + 10min) == Spans{span(noon, noon + 10min, Verdict::Up)});
        QCOMPARE(storedSpans(history), 1);
    }

    // As a damaged page may take what was between.
    void whatWasLostBetweenTwoAnswersDidNotAnswer() {
        const TempHistory history;
        history.write()->append(spansOnly(
            webId, noon, {span(noon, noon + 1min, Verdict::Up), span(noon + 1min, noon + 2min, Verdict::Degraded)}));
        SQLite::Database(history.file().string(), SQLite::OPEN_READWRITE).exec("DELETE FROM span WHERE end_ms IS NULL");
        history.write()->append(spansOnly(webId, noon + 5min, {span(noon + 5min, noon + 6min, Verdict::Up)}));
        QCOMPARE(storedSpans(history), 2);
    }

    void whatIsOpenMayCloseWithinItsOwnBegin() {
        const TempHistory history;
        const auto writer = history.write();
        writer->append(presence(noon + 10min));
        writer->append(spansOnly(webId, noon, {span(noon, noon + 1min, Verdict::Up)}));
        writer->append(spansOnly(webId, noon, {downSpan(noon, noon + 2min)})); // same begin, other content
        QVERIFY(lane(history, noon + 10min) == Spans{downSpan(noon, noon + 10min)});
        writer->append(spansOnly(webId, noon - 1min, {span(noon - 1min, noon + 2min, Verdict::Up)}));
        QVERIFY(lane(history, noon + 10min) == Spans{span(noon - 1min, noon + 10min, Verdict::Up)});
    }

    void aFailedBatchLeavesTheLaneAsItWas() {
        const TempHistory history;
        const auto writer = history.write();
        writer->append(presence(noon + 10min));
        writer->append(spansOnly(webId, noon, {span(noon, noon + 1min, Verdict::Up)}));
        Batch broken = spansOnly(webId, noon + 1min, {downSpan(noon + 1min, noon + 2min)});
        broken.spans.push_back(SpanChange{TargetId{99}, noon, {}});
        QVERIFY_THROWS_EXCEPTION(std::logic_error, writer->append(broken));
        QVERIFY(lane(history, noon + 10min) == Spans{span(noon, noon + 10min, Verdict::Up)});
        broken.spans.pop_back();
        writer->append(broken);
        QCOMPARE(lane(history, noon + 10min).size(), std::size_t{2});
    }

    void onlyWhatOverlapsTheRangeIsRead() {
        const TempHistory history;
        const auto writer = history.write();
        writer->append(presence(noon + 10min));
        Spans spans;
        for (int i = 0; i < 10; ++i)
            spans.push_back(span(noon + i * 1min, noon + (i + 1) * 1min, i % 2 == 0 ? Verdict::Up : Verdict::Degraded));
        writer->append(spansOnly(webId, noon, spans));
        const TargetSpans some = history.read().spans(history.watchlist, {noon + 3min, noon + 5min});
        QVERIFY(some.at(webId) == (Spans{spans[3], spans[4]}));
    }

    void whatAWriterHasOpenEndsNinetySecondsAfterTheLastRow_data() {
        QTest::addColumn<int>("asked"); // seconds after the last row
        QTest::addColumn<int>("open");
        QTest::newRow("at once") << 0 << 0;
        QTest::newRow("within") << 60 << 60;
        QTest::newRow("at the edge") << 90 << 90;
        QTest::newRow("beyond") << 91 << 90;
        QTest::newRow("next day") << 86400 << 90;
    }
    void whatAWriterHasOpenEndsNinetySecondsAfterTheLastRow() {
        QFETCH(int, asked);
        QFETCH(int, open);
        const TempHistory history;
        const auto writer = history.write();
        Batch batch = rowsOnly({answered(webId, noon + 10min - 150ms)}); // ends at 12:10
        batch.spans = {SpanChange{webId, noon, {span(noon, noon + 10min, Verdict::Up)}}};
        writer->append(batch);
        const UtcTime end = noon + 10min + std::chrono::seconds(asked);
        const UtcTime horizon = noon + 10min + std::chrono::seconds(open);
        Spans expected = {span(noon, horizon, Verdict::Up)};
        if (asked > open)
            expected.push_back(span(horizon, end, Verdict::NotMonitored, Reason::Closed));
        QVERIFY(lane(history, end) == expected);
        const TargetSpans later = history.read().spans(history.watchlist, {end + 1h, end + 2h});
        QCOMPARE(verdictAt(later.at(webId), end + 1h), Verdict::NotMonitored);
    }

    void whereNobodyRecordsAnOpenSpanEndsAtTheLastRow() {
        const TempHistory history;
        Batch seen = presence(noon + 10min);
        seen.spans = {{webId, noon, {span(noon, noon + 10min, Verdict::Up)}}};
        auto writer = history.write();
        writer->append(seen);
        QVERIFY(lane(history, noon + 11min) == Spans{span(noon, noon + 11min, Verdict::Up)});
        writer.reset();
        QVERIFY(lane(history, noon + 11min) ==
                (Spans{span(noon, noon + 10min, Verdict::Up),
                       span(noon + 10min, noon + 11min, Verdict::NotMonitored, Reason::Closed)}));
    }

    // Nobody has said more by the latest row: what incidents are made of ends there, whoever watches.
    void whatIsReadByItsVerdictEndsAtTheLastRow() {
        const TempHistory history;
        Batch seen = presence(noon + 10min);
        seen.spans = {{webId, noon, {downSpan(noon, noon + 10min)}}};
        const auto writer = history.write();
        writer->append(seen);
        QCOMPARE(history.read().downSpans(history.watchlist).at(webId).back().range.end, noon + 10min);
        QCOMPARE(history.read().spansThatAre(history.watchlist, Verdict::Down).at(webId).back().range.end,
                 noon + 10min);
    }

    void theNextRunClosesWhatAKilledOneLeftOpen() {
        const TempHistory history;
        history.write()->append(spansOnly(webId, noon, {span(noon, noon + 1min, Verdict::Up)}));
        {
            const auto writer = history.write();
            writer->append(presence(noon + 10min));
            writer->append(spansOnly(dnsId, noon, {span(noon, noon + 1min, Verdict::NotMonitored, Reason::Paused)}));
        }
        const auto next = history.write(noon + 3h);
        next->append(presence(noon + 3h)); // proves nothing about the three hours before
        QVERIFY(lane(history, noon + 3h) ==
                (Spans{span(noon, noon + 10min, Verdict::Up),
                       span(noon + 10min, noon + 3h, Verdict::NotMonitored, Reason::Closed)}));
        QVERIFY(lane(history, noon + 3h, dnsId) ==
                (Spans{span(noon, noon + 3h, Verdict::NotMonitored, Reason::Paused)}));
    }

    // The judge may have said more than the rows do, as that an answer is too old.
    void whatBeganAfterTheLastRowIsClosedWhereItBegan() {
        const TempHistory history;
        const UtcTime stale = noon + 10min + 20s;
        Batch seen = presence(noon + 10min);
        seen.spans = {
            {webId, noon, {span(noon, stale, Verdict::Up), span(stale, stale, Verdict::Unknown, Reason::Stale)}}};
        history.write()->append(seen);
        history.write(noon + 3h)->append(presence(noon + 3h));
        QVERIFY(lane(history, noon + 3h) ==
                (Spans{span(noon, stale, Verdict::Up), span(stale, noon + 3h, Verdict::NotMonitored, Reason::Closed)}));
    }

    // The clock is slow at the next start, and is set right while that runs.
    void whatBeganLongAfterTheLastRowStays() {
        const TempHistory history;
        Batch seen = presence(noon + 10min);
        seen.spans = {{webId, noon, {span(noon, noon + 1h, Verdict::Up), downSpan(noon + 1h, noon + 1h)}}};
        history.write()->append(seen);
        history.write(noon + 20min)->append(presence(noon + 3h));
        QVERIFY(lane(history, noon + 3h) ==
                (Spans{span(noon, noon + 1h, Verdict::Up), downSpan(noon + 1h, noon + 3h)}));
    }

    // Of who is not in the next list nobody says more.
    void aQuickRestartClosesTheLaneAsWell() {
        const TempHistory history;
        auto writer = history.write();
        writer->append(presence(noon + 10min));
        writer->append(spansOnly(webId, noon, {span(noon, noon + 1min, Verdict::Up)}));
        writer.reset();
        history.write(noon + 11min)->append(presence(noon + 11min));
        QVERIFY(lane(history, noon + 11min) ==
                (Spans{span(noon, noon + 10min, Verdict::Up),
                       span(noon + 10min, noon + 11min, Verdict::NotMonitored, Reason::Closed)}));
    }

    // A disk that was out of reach for hours, and a watch that kept in memory what it saw meanwhile.
    void aWatchThatGoesOnLeavesTheLaneOpen() {
        const TempHistory history;
        Batch seen = spansOnly(webId, noon, {span(noon, noon + 1min, Verdict::Up)});
        seen.events = {{noon + 10min, Heartbeat{}}};
        history.write()->append(seen);
        const auto again = [&](UtcTime savedUntil, UtcTime now) {
            return std::make_unique<History>(HistoryOptions{history.directory, false, savedUntil}, history.watchlist,
                                             history.settings, now);
        };
        auto writer = again(noon + 10min + 1s, noon + 3h);
        QVERIFY(writer->goesOn());
        writer->append(presence(noon + 3h));
        QVERIFY(lane(history, noon + 3h) == Spans{span(noon, noon + 3h, Verdict::Up)});
        writer.reset();
        writer = again(noon + 4h, noon + 4h); // a copy of before was put in its place
        QVERIFY(!writer->goesOn());
        writer->append(presence(noon + 4h));
        QVERIFY(lane(history, noon + 4h) == (Spans{span(noon, noon + 3h, Verdict::Up),
                                                   span(noon + 3h, noon + 4h, Verdict::NotMonitored, Reason::Closed)}));
    }

    void nobodyWatchesFromTheStopOn() {
        const TempHistory history;
        Batch stop = spansOnly(webId, noon, {span(noon, noon + 10min, Verdict::Up)});
        stop.events = {{noon + 10min, Stopped{}}};
        history.write()->append(stop);
        const Spans stopped{span(noon, noon + 10min, Verdict::Up),
                            span(noon + 10min, noon + 11min, Verdict::NotMonitored, Reason::Closed)};
        QVERIFY(lane(history, noon + 11min) == stopped);
        history.write(noon + 11min)->append(presence(noon + 11min));
        QVERIFY(lane(history, noon + 11min) == stopped);
    }

    void theVerdictsThatSaySomethingAreTheJudges() {
        QCOMPARE(verdictIn(saysSomething), std::string("verdict IN ('up', 'degraded', 'error-page', 'down')"));
    }

  private:
    // The verdict a lane gives at a moment.
    static Verdict verdictAt(const Spans& spans, UtcTime at) {
        for (const Span& each : spans)
            if (each.range.contains(at))
                return each.verdict;
        return Verdict::Unknown;
    }
};

QTEST_GUILESS_MAIN(HistorySpansTest)
#include "tst_history_spans.moc"
