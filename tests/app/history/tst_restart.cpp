// SPDX-License-Identifier: GPL-3.0-or-later
// A program that starts again adds to what an earlier run stored, and unsays none of it.
#include "app/watch/recorder.h"
#include "tests/app/history/story.h"

#include <QElapsedTimer>
#include <QTest>

using namespace kpwatch;
using namespace kpwatch::testing;
using namespace std::chrono_literals;

namespace {

using Spans = std::vector<Span>;

Spans downSpans(const TempHistory& history, TimeRange range) {
    Spans spans = spansWithin(history.read().spans(history.watchlist, range)[webId], range);
    std::erase_if(spans, [](const Span& span) { return span.verdict != Verdict::Down; });
    return spans;
}

// Starts on the record, and stops once the state of the targets is known.
Picture restarted(const TempHistory& history) {
    Channel<Observation> observed;
    std::atomic<bool> recorded = false;
    Recorder recorder(history.write(utcNow()), HistoryOptions{history.directory, false}, history.watchlist,
                      history.settings, observed, {[&] { recorded = true; }, [](auto, auto) {}});
    [&] { QTRY_VERIFY_WITH_TIMEOUT(recorded.load(), 30'000); }();
    return recorder.picture();
}

} // namespace

class RestartTest : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    // The computer woke with a clock two hours slow, and was set right while the program ran.
    void aClockThatIsSetRightFindsWhatWasSeenBefore() {
        const TempHistory history;
        const UtcTime end = utcNow();
        const Story told = storyOf({end - 8h, end, TimeRange{end - 1h, end}, std::nullopt});
        Judge straight = uninterrupted(history, told);
        QCOMPARE(straight.status(webId).state, Verdict::Down);
        store(history, told, straight);
        const Spans before = downSpans(history, {end - 8h, end - 1min});
        QCOMPARE(before.size(), std::size_t{1});

        bool right = false; // of the recorder's threads, one at a time
        const auto clocks = [&right] {
            Clocks now = readClocks();
            if (!std::exchange(right, true))
                now.wall -= 2h;
            return now;
        };
        Channel<Observation> observed;
        {
            Recorder recorder(history.write(end - 2h), HistoryOptions{history.directory, false}, history.watchlist,
                              history.settings, observed, {[] {}, [](auto, auto) {}}, clocks);
            const auto lastKnown = [&] {
                const LiveStatus live = recorder.picture().live;
                const auto found = std::ranges::find(live.targets, webId, &TargetStatus::id);
                return found == live.targets.end() ? std::nullopt : found->lastKnown;
            };
            QTRY_VERIFY_WITH_TIMEOUT(lastKnown() == Verdict::Down, 30'000);
        }
        QCOMPARE(downSpans(history, {end - 8h, end - 1min}), before);
    }

    void anOutageOfAnEarlierRunStaysStored_data() {
        QTest::addColumn<int>("silentFor"); // hours
        QTest::addColumn<Verdict>("now");
        QTest::newRow("over since a day") << 48 << Verdict::Up;
        QTest::newRow("over since two hours") << 70 << Verdict::Up;
        QTest::newRow("still going on") << 73 << Verdict::Down;
    }
    // What it answered last lies further back than the memory of a judge that begins now.
    void anOutageOfAnEarlierRunStaysStored() {
        QFETCH(int, silentFor);
        QFETCH(Verdict, now);
        const TempHistory history;
        const UtcTime end = utcNow();
        const UtcTime silence = end - 72h;
        const Story told = storyOf({end - 230h, end, TimeRange{silence, silence + std::chrono::hours(silentFor)},
                                    TimeRange{end - 206h, silence}});
        Judge straight = uninterrupted(history, told);
        QCOMPARE(straight.status(webId).state, now);
        store(history, told, straight);
        const TimeRange all{end - 230h, end - 1min};
        const Spans before = downSpans(history, all);
        QCOMPARE(before.size(), std::size_t{1});
        const Picture picture = restarted(history);
        QVERIFY(downSpans(history, all) == before);
        const TargetStatus& page = picture.live.targets.front();
        QCOMPARE(page.state, Verdict::Unknown); // nobody has been asked yet
        QCOMPARE(page.lastKnown, std::optional(now));
    }
};

QTEST_GUILESS_MAIN(RestartTest)
#include "tst_restart.moc"
