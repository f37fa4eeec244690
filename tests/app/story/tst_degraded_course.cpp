// SPDX-License-Identifier: GPL-3.0-or-later
// How "slow or patchy" stands among the other states of a target, and what is told of it.
#include "tests/support/ringed_story.h"
#include "tests/support/script.h"

#include <QTest>

using namespace kpwatch;
using namespace kpwatch::test;
using namespace std::chrono_literals;

namespace {

const char* const router = "router-177";

class Watched {
  public:
    Watched() : list(storyWatchlist()), judge(list, {}), id(list.findByName(router)->id) {
        controls = steadyControls(list, 0, 3 * 3600);
    }

    struct Seen {
        milliseconds handshake;
        Failure failure = Failure::None;
        int tries = 1;
        Detail detail = ConnectDetail{};
    };
    // Checks every two minutes from the latest on.
    void ask(int count, const Seen& seen) {
        for (int i = 0; i < count; ++i, at += 120) {
            Observation row{.target = id, .startedAt = after(seconds(at)), .elapsed = seen.handshake};
            row.tries = seen.tries;
            row.failure = seen.failure;
            row.detail = seen.detail;
            row.peer = "175.45.177.1";
            const bool answered = seen.failure == Failure::None;
            row.reached = answered ? Stage::Done : Stage::Connect;
            if (answered)
                row.phases.connect = seen.handshake;
            takeControlsUntil(row.endedAt());
            judge.take(row);
        }
        takeControlsUntil(after(seconds(at)));
    }
    std::string told() {
        judge.advanceTo(after(seconds(at)));
        for (const SpanChange& change : judge.changes())
            applyChange(spans, change);
        return shown(spans[id]);
    }
    TargetStatus status() const { return judge.status(id); }

    Watchlist list;
    Judge judge;
    TargetId id;
    TargetSpans spans;
    int at = 60;

  private:
    void takeControlsUntil(UtcTime end) {
        for (; next < controls.size() && controls[next].endedAt() <= end; ++next)
            judge.take(controls[next]);
    }
    std::vector<Observation> controls;
    std::size_t next = 0;
};

} // namespace

class DegradedCourseTest : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void whatIsUsualAndWhatIsNowIsTold() {
        Watched watched;
        watched.ask(9, {290ms});
        QVERIFY(!watched.status().baseline); // nine answers are too few
        watched.ask(6, {290ms});
        QCOMPARE(watched.status().baseline, std::optional(Micros(290ms)));
        QVERIFY(!watched.status().patchy);
        watched.ask(8, {812ms});
        const TargetStatus slow = watched.status();
        QCOMPARE(slow.state, Verdict::Degraded);
        QVERIFY(slow.patchy);
        QCOMPARE(slow.patchy->lost, 0);
        QCOMPARE(slow.patchy->median, std::optional(Micros(812ms)));
        QCOMPARE(slow.patchy->baseline, std::optional(Micros(290ms)));
        watched.ask(8, {290ms});
        QCOMPARE(watched.status().state, Verdict::Up);
        QVERIFY(!watched.status().patchy);
        QCOMPARE(QString::fromStdString(watched.told()),
                 QStringLiteral("unknown/stale@0, up@60, degraded@2220, up@3300"));
    }

    void aStretchKeepsTheNoteItBeganWith() {
        Watched watched;
        watched.ask(15, {290ms});
        watched.ask(4, {800ms});
        watched.ask(8, {900ms});
        watched.told();
        const Span& last = watched.spans[watched.id].back();
        QCOMPARE(last.verdict, Verdict::Degraded);
        QCOMPARE(last.note, std::string("median 545 ms, usually 290 ms"));
    }

    void anErrorPageComesBeforeSlowness() {
        Watched watched;
        watched.ask(15, {290ms});
        watched.ask(6, {800ms});
        QCOMPARE(watched.status().state, Verdict::Degraded);
        HttpDetail page;
        page.status = 503;
        watched.ask(2, {.handshake = 800ms, .detail = page});
        QCOMPARE(watched.status().state, Verdict::ErrorPage);
        QVERIFY(!watched.status().patchy);
        QCOMPARE(QString::fromStdString(watched.told()),
                 QStringLiteral("unknown/stale@0, up@60, degraded@2220, error-page@2580"));
    }

    void untilARunIsDecidedSlownessStands() {
        Watched watched;
        watched.ask(15, {290ms});
        watched.ask(6, {800ms});
        watched.ask(2, {10s, Failure::Timeout, 4});
        QCOMPARE(watched.status().state, Verdict::Degraded);
        watched.ask(6, {10s, Failure::Timeout, 4});
        QCOMPARE(watched.status().state, Verdict::Down);
        QVERIFY(!watched.status().patchy);
    }

    void repeatedSynsSayNothingOfSpeed() {
        Watched watched;
        watched.ask(15, {290ms});
        watched.ask(8, {1290ms, Failure::None, 2});
        QCOMPARE(watched.status().state, Verdict::Up); // and of loss nothing is known without a transit control
        QVERIFY(!watched.status().latency);
    }

    // The first answer ends it; what fails until the second is no part of it.
    void whatFailsDuringARecoveryIsLost() {
        RingedStory told;
        told.sitesDie(1200, 2400);
        told.story.allTargetsSee(2500, 2530, Outcome::timeout());
        told.touches.emplace_back([&told](Observation& row) {
            row.peer = told.isTarget(row) ? "175.45.176.71" : "202.102.128.68";
            row.tries = row.answered() ? 1 : 4;
        });
        const std::string states = shown(told.judged(3000).spans, told.story.watchlist(), "kcna-http");
        QVERIFY2(states.starts_with("unknown/stale@0, up@6, down@1206, up@2406, degraded@"), states.c_str());
    }

    void anotherEpochHasNoUsual() {
        Watched watched;
        watched.judge.take(Event{after(30s), Epoch{"home", "", ""}});
        watched.ask(15, {290ms});
        watched.judge.take(Event{after(seconds(watched.at)), Epoch{"cafe", "", ""}});
        watched.at += 30;
        watched.ask(8, {812ms});
        QCOMPARE(watched.status().state, Verdict::Up);
        QVERIFY(!watched.status().baseline);
    }
};

QTEST_GUILESS_MAIN(DegradedCourseTest)
#include "tst_degraded_course.moc"
