// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/story/replay.h"
#include "tests/support/script.h"

#include <QTest>

using namespace kpwatch;
using namespace kpwatch::test;

namespace {

TimeRange range(int begin, int end) { return {after(seconds(begin)), after(seconds(end))}; }
Span span(int begin, int end, Verdict verdict, Reason reason = Reason::None) {
    Span made{range(begin, end), verdict, reason, {}, {}, {}};
    if (verdict == Verdict::Down)
        made.onset = Onset{after(seconds(begin - 10)), after(seconds(begin + 10))};
    return made;
}

} // namespace

class TestTimeline : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void verdictAndReasonNamesComeBack() {
        for (const Verdict verdict :
             {Verdict::Unknown, Verdict::Up, Verdict::Degraded, Verdict::ErrorPage, Verdict::Down, Verdict::BlockedHere,
              Verdict::OwnConnectionDown, Verdict::NotMonitored})
            QVERIFY(verdictFromName(name(verdict)) == verdict);
        for (int i = 0; i <= static_cast<int>(Reason::Stale); ++i)
            QVERIFY(reasonFromName(name(static_cast<Reason>(i))) == static_cast<Reason>(i));
        QVERIFY(!verdictFromName("offline"));
        QVERIFY(!reasonFromName("offline"));
    }

    void missingTimeIsNotMonitored() {
        QCOMPARE(shown(spansWithin({span(100, 200, Verdict::Up), span(300, 400, Verdict::Up)}, range(50, 500))),
                 std::string("not-monitored/not-started@50, up@100, not-monitored/not-started@200, up@300, "
                             "not-monitored/not-started@400"));
        QCOMPARE(shown(spansWithin({span(100, 200, Verdict::Up)}, range(120, 150))), std::string("up@120"));
        QCOMPARE(shown(spansWithin({}, range(0, 10))), std::string("not-monitored/not-started@0"));
        QVERIFY(spansWithin({span(100, 200, Verdict::Up)}, range(10, 10)).empty());
    }

    void sharesAreWeightedByTime() {
        const Shares shares =
            sharesOf({span(0, 50, Verdict::Up), span(50, 75, Verdict::Down), span(75, 80, Verdict::ErrorPage),
                      span(80, 90, Verdict::Unknown, Reason::Stale)},
                     range(0, 100));
        QCOMPARE(*shares.upShare, 55.0 / 80);
        QCOMPARE(shares.monitoredShare, 0.9);
        QCOMPARE(shares.coverage, 0.8);
    }

    void nothingJudgedHasNoUpShare() {
        const Shares shares = sharesOf({span(0, 100, Verdict::OwnConnectionDown)}, range(0, 100));
        QVERIFY(!shares.upShare);
        QCOMPARE(shares.monitoredShare, 1.0);
        QCOMPARE(shares.coverage, 0.0);
        QVERIFY(!sharesOf({}, range(5, 5)).upShare);
    }

    void siteIsItsPageButNeverBetterThanItsOthers() {
        const std::vector<Span> http{span(0, 300, Verdict::Up), span(300, 400, Verdict::Down)};
        const std::vector<std::vector<Span>> other{{span(0, 100, Verdict::Up), span(100, 350, Verdict::Down),
                                                    span(350, 400, Verdict::Unknown, Reason::Stale)}};
        QCOMPARE(shown(siteSpans(http, other)), std::string("up@0, degraded@100, down@300"));
        QCOMPARE(siteSpans(http, other)[1].note, std::string("1 of 2 answer"));
        QCOMPARE(shown(siteSpans(http, {})), std::string("up@0, down@300"));
    }

    void groups_data() {
        QTest::addColumn<QList<int>>("members");
        QTest::addColumn<QString>("state");
        const auto row = [](const char* claim, QList<Verdict> members, const char* state) {
            QList<int> numbers;
            for (const Verdict verdict : members)
                numbers.append(static_cast<int>(verdict));
            QTest::newRow(claim) << numbers << QString::fromLatin1(state);
        };
        using enum Verdict;
        row("all up", {Up, Up}, "up@0");
        row("all down", {Down, Down}, "down@0");
        row("one down", {Up, Down}, "degraded@0");
        row("one down, one unknown", {Unknown, Down}, "unknown@0");
        row("one down, one answers, one unknown", {Unknown, Down, Up}, "degraded@0");
        row("one unknown", {Unknown, Up}, "up@0");
        row("an error page is better than nothing", {Unknown, ErrorPage}, "error-page@0");
        row("our own line", {OwnConnectionDown, OwnConnectionDown}, "own-connection-down@0");
        row("not watched", {NotMonitored, NotMonitored}, "not-monitored@0");
    }
    void groups() {
        QFETCH(QList<int>, members);
        QFETCH(QString, state);
        std::vector<std::vector<Span>> lanes;
        for (const int member : members)
            lanes.push_back({span(0, 100, static_cast<Verdict>(member))});
        QCOMPARE(QString::fromStdString(shown(groupSpans(lanes))), state);
    }

    void thoseThatNeverAnsweredAreLeftOutOfAGroup() {
        const std::vector<Span> never{span(0, 100, Verdict::Unknown, Reason::NeverAnswered)};
        QCOMPARE(shown(groupSpans({never, {span(0, 100, Verdict::Down)}})), std::string("down@0"));
        QCOMPARE(shown(groupSpans({never, never})), std::string("unknown/never-answered@0"));
    }

    // Somebody between us had answered in their place: what was told of their end is told anew.
    void anEndIsToldAnewIfItWasTakenBack() {
        Span down = span(100, 200, Verdict::Down);
        const UtcTime from = after(seconds(200));
        QVERIFY(endDown(down, {after(seconds(290)), after(seconds(300))}, from));
        QVERIFY(!endDown(down, {after(seconds(290)), after(seconds(300))}, from));
        QVERIFY(endDown(down, {after(seconds(890)), after(seconds(900))}, from));
        QVERIFY(down.ended == (Onset{after(seconds(890)), after(seconds(900))}));
        Span earlier = span(100, 200, Verdict::Down);
        earlier.ended = Onset{after(seconds(150)), after(seconds(199))};
        QVERIFY(!endDown(earlier, {after(seconds(890)), after(seconds(900))}, from));
        Span up = span(100, 200, Verdict::Up);
        QVERIFY(!endDown(up, {after(seconds(890)), after(seconds(900))}, from));
    }

    // Who is asked first after a gap is known to be down a little before the others are: nobody answered meanwhile.
    void aGroupGoesOnBeingDownOverAGap() {
        const auto lane = [](int known_again) {
            std::vector<Span> spans{span(0, 100, Verdict::Up), span(100, 200, Verdict::Down),
                                    span(200, 300, Verdict::NotMonitored, Reason::Asleep),
                                    span(300, known_again, Verdict::Unknown, Reason::Stale),
                                    span(known_again, 400, Verdict::Down)};
            spans.back().onset = spans[1].onset;
            return spans;
        };
        const auto spans = groupSpans({lane(305), lane(320)});
        QCOMPARE(shown(spans), std::string("up@0, down@100, not-monitored/asleep@200, unknown/stale@300, down@320"));
        QVERIFY(spans.back().onset == spans[1].onset);
    }

    void groupIsDownSinceItsLastMember() {
        const auto spans = groupSpans({{span(0, 100, Verdict::Up), span(100, 300, Verdict::Down)},
                                       {span(0, 150, Verdict::Up), span(150, 300, Verdict::Down)}});
        QCOMPARE(shown(spans), std::string("up@0, degraded@100, down@150"));
        QVERIFY(spans[2].onset->by == after(seconds(160)));
    }

    void timelineHasSitesThenGroupsThenOurLine() {
        const Watchlist list = storyWatchlist(3);
        const auto rows = Story(list).sees("ns1", 600, 2000, Outcome::timeout()).until(2000);
        const Replayed replayed = replayRows(list, {}, rows.observations, rows.events, true);
        const Timeline timeline = timelineOf(list, replayed.spans, range(-500, 9000), replayed.lastRowAt);
        QVERIFY(timeline.range.end == replayed.lastRowAt); // clipped to now
        std::string ids;
        for (const Lane& lane : timeline.lanes) {
            ids += lane.id + " ";
            QVERIFY(lane.spans.front().range.begin == timeline.range.begin);
            QVERIFY(lane.spans.back().range.end == timeline.range.end);
        }
        QCOMPARE(ids, std::string("kcna naenara airkoryo mfa name-servers routers own-line "));
        const Lane& name_servers = timeline.lanes[4];
        QVERIFY(name_servers.kind == LaneKind::Group);
        QCOMPARE(name_servers.targets.size(), std::size_t(4));
        QCOMPARE(shown(name_servers.spans),
                 std::string("not-monitored/not-started@-500, unknown/stale@0, up@8, degraded@608"));
        QCOMPARE(name_servers.spans.back().note, std::string("3 of 4 answer"));
        QVERIFY(timeline.lanes.back().kind == LaneKind::OwnLine);
    }

    void presentStateOfSitesAndGroups() {
        const Watchlist list = storyWatchlist(3);
        const auto rows = Story(list)
                              .sees("router-177", 600, 2000, Outcome::timeout())
                              .sees("router-178", 600, 2000, Outcome::timeout())
                              .sees("ns1", 600, 2000, Outcome::timeout())
                              .until(2000);
        const LiveStatus live = replayRows(list, {}, rows.observations, rows.events, true).status;
        QCOMPARE(live.targets.size(), list.targets.size());
        QCOMPARE(live.sites.size(), std::size_t(4));
        QVERIFY(live.sites[0].state == Verdict::Up);
        QCOMPARE(live.groups[0].id, std::string("name-servers"));
        QVERIFY(live.groups[0].state == Verdict::Degraded);
        QCOMPARE(live.groups[0].answering, 3);
        QCOMPARE(live.groups[0].members, 4);
        QVERIFY(live.groups[1].state == Verdict::Down);
        const auto down_since = [&](std::size_t target) { return *live.targets[target].since; };
        QVERIFY(live.groups[1].since == std::max(down_since(8), down_since(9)));
    }

    void changesAreAppliedOverWhatIsKnown() {
        TargetSpans spans;
        const TargetId lane{0};
        applyChange(spans, {lane, after(seconds(0)), {span(0, 100, Verdict::Up)}});
        applyChange(spans, {lane, after(seconds(50)), {span(50, 150, Verdict::Up)}}); // the same state goes on
        QCOMPARE(shown(spans[lane]), std::string("up@0"));
        applyChange(spans, {lane, after(seconds(80)), {span(80, 160, Verdict::Down), span(160, 170, Verdict::Up)}});
        QCOMPARE(shown(spans[lane]), std::string("up@0, down@80, up@160"));
        QVERIFY(spans[lane][0].range.end == after(seconds(80)));
        applyChange(spans, {lane, after(seconds(200)), {span(200, 210, Verdict::Down)}}); // an open span reaches there
        QVERIFY(spans[lane][2].range.end == after(seconds(200)));
    }
};

QTEST_GUILESS_MAIN(TestTimeline)
#include "tst_timeline.moc"
