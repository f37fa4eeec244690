// SPDX-License-Identifier: GPL-3.0-or-later
// A judge folded from the stored rows is the judge that never stopped.
#include "app/story/down_time.h"
#include "tests/app/history/story.h"

#include <QTest>

using namespace kpwatch;
using namespace kpwatch::testing;
using namespace std::chrono_literals;

namespace {

const UtcTime begin = noon;
constexpr auto longerThanTheMemory = 24h * 9; // of a week and some hours

// The web target is silent from `down` on if given.
Story story(std::chrono::hours length, std::optional<UtcTime> down) {
    const UtcTime end = begin + length;
    return storyOf({begin, end, down ? std::optional(TimeRange{*down, end}) : std::nullopt, std::nullopt});
}

constexpr TargetId transitId{4}, tellerId{4};

// A transit control that fails once in `every` from `badSince` on, and never answers once the web target is silent.
void addTransit(TempHistory& history, Story& told, UtcTime silence, UtcTime badSince, int every) {
    history.watchlist.controls.push_back(
        {target(transitId, "china-a", DnsOptions{"127.0.0.1", 53, "kp", "SOA"}, Layer::Dns), Ring::TransitChina});
    history.watchlist.controls.back().target.interval = 60s;
    int asked = 0;
    for (UtcTime at = begin + 17s; at + 30s < told.end; at += 60s) {
        Observation row = answered(transitId, at, 40ms);
        if (at >= silence || (at >= badSince && ++asked % every == 0)) {
            row.failure = Failure::Timeout;
            row.reached = Stage::Exchange;
            row.elapsed = 10s;
        }
        told.observations.push_back(row);
    }
    std::stable_sort(told.observations.begin(), told.observations.end(),
                     [](const auto& one, const auto& other) { return one.endedAt() < other.endedAt(); });
}

const char* const lineControl =
    R"({"id":"line-a","label":"A","ring":"line","probe":{"kind":"tcp","host":"127.0.0.1","port":443}})";

std::string listOf(const std::string& url, const std::string& controls) {
    return R"({"version":1,"allow_private":true,)"
           R"("sites":[{"id":"kcna","label":"KCNA","short":"KCNA","host":"www.kcna.kp"}],"targets":[)"
           R"({"id":"kcna-http","label":"KCNA","short":"KCNA","site":"kcna","layer":"http","via":"china","probe":)"
           R"({"kind":"http","url":")" +
           url + R"("}}],"controls":[)" + controls + "]}";
}

// A control that tells of somebody between us: one that nobody can answer, or one whose page is known.
Observation tellerSays(bool by_page, bool of_somebody, UtcTime at) {
    Observation row = answered(tellerId, at, 40ms);
    if (by_page) {
        HttpDetail page;
        page.status = 200;
        row.detail = page;
        row.failure = of_somebody ? Failure::SuspiciousAnswer : Failure::None;
    } else if (!of_somebody) {
        row.failure = Failure::Timeout;
        row.reached = Stage::Connect;
    }
    return row;
}

void addTeller(TempHistory& history, Story& told, bool by_page, UtcTime since) {
    const ProbeOptions probe = by_page
                                   ? ProbeOptions(HttpOptions{"http://127.0.0.2/", {}, ExpectedAnswer{200, "README"}})
                                   : ProbeOptions(TcpOptions{"192.0.2.1", 80});
    history.watchlist.controls.push_back(
        {target(tellerId, "teller", probe, Layer::Tcp), by_page ? Ring::Line : Ring::Negative});
    history.watchlist.controls.back().target.interval = 60s;
    for (UtcTime at = begin + 17s; at + 30s < told.end; at += 60s)
        told.observations.push_back(tellerSays(by_page, at >= since, at));
    std::stable_sort(told.observations.begin(), told.observations.end(),
                     [](const auto& one, const auto& other) { return one.endedAt() < other.endedAt(); });
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
    QVERIFY(folded.ownLine().since == straight.ownLine().since);
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
        QTest::newRow("down for longer than the memory") << 9 * 24 << 24 * 60 << Verdict::Down;
        QTest::newRow("up for longer than the memory") << 9 * 24 << -1 << Verdict::Up;
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
        compare(foldedJudge(history.read(), history.watchlist, history.settings, told.end).judge, straight);
    }

    // The clock went an hour ahead, and back: the hour between is in the record twice, and only its second time
    // happened then.
    void whatAClockWroteThatWasSetBackIsJudgedNoMore_data() {
        QTest::addColumn<bool>("closed");
        QTest::addColumn<bool>("silentBefore"); // the web target, by the clock that was wrong; else by the right one
        QTest::newRow("while it watched, silent now") << false << false;
        QTest::newRow("while it watched, silent then") << false << true;
        QTest::newRow("while it was closed, silent now") << true << false;
        QTest::newRow("while it was closed, silent then") << true << true;
    }
    void whatAClockWroteThatWasSetBackIsJudgedNoMore() {
        QFETCH(bool, closed);
        QFETCH(bool, silentBefore);
        const TempHistory history;
        const UtcTime back = begin + 2h;
        const TimeRange silence{back + 5min, back + 2h};
        const auto silent = [&](bool so) { return so ? std::optional(silence) : std::nullopt; };
        Story before = storyOf({begin, begin + 3h, silent(silentBefore), {}});
        Story after = storyOf({back + 7s, back + 40min, silent(!silentBefore), {}});
        if (closed)
            before.events.push_back({before.end, Stopped{}});
        else
            after.events.front() = {back, ClockStep{-3'600'000}};
        {
            Judge unused = uninterrupted(history, before);
            store(history, before, unused);
            Batch batch;
            batch.events = after.events;
            batch.observations = after.observations;
            history.write(closed ? back : before.end)->append(batch);
        }

        Story happened = before;
        happened.end = after.end;
        std::erase_if(happened.observations, [&](const Observation& row) { return row.endedAt() >= back; });
        std::erase_if(happened.events, [&](const Event& event) { return event.at >= back; });
        for (auto [from, to] = std::pair(&after, &happened); const Observation& row : from->observations)
            to->observations.push_back(row);
        happened.events.insert(happened.events.end(), after.events.begin(), after.events.end());
        const Judge straight = uninterrupted(history, happened);
        QCOMPARE(straight.status(webId).state, silentBefore ? Verdict::Up : Verdict::Down);
        compare(foldedJudge(history.read(), history.watchlist, history.settings, after.end).judge, straight);
        const Judge later = foldedJudge(history.read(), history.watchlist, history.settings, begin + 3h + 10min).judge;
        QCOMPARE(later.status(webId).state, Verdict::NotMonitored); // nobody has watched since
        QCOMPARE(history.observations().size(), before.observations.size() + after.observations.size());
    }

    void whatAClockWasSetAheadOverIsJudgedAgain() {
        const TempHistory history;
        const UtcTime back = begin + 2h;
        Story before = storyOf({begin, begin + 3h, TimeRange{begin + 150min, begin + 3h}, {}});
        Judge straight = uninterrupted(history, before);
        QCOMPARE(straight.status(webId).state, Verdict::Down);
        store(history, before, straight);
        const auto writer = history.write(back);
        Batch started;
        started.events = {{back, Started{}}};
        writer->append(started);
        const auto folded = [&] {
            return foldedJudge(history.read(), history.watchlist, history.settings, before.end).judge;
        };
        QCOMPARE(folded().status(webId).state, Verdict::NotMonitored);
        QVERIFY(writer->isOvertaking({back + 1min, begin + 3h}) && !writer->isOvertaking({begin, back}));
        Batch ahead;
        ahead.events = {{begin + 3h, ClockStep{59 * 60'000}}};
        writer->append(ahead);
        QCOMPARE(folded().status(webId).state, Verdict::Down);
        QVERIFY(!writer->isOvertaking({back + 1min, begin + 3h}));
    }

    void controlsOfTheRoadKeepTheirVote_data() {
        QTest::addColumn<int>("badAfterHours");
        QTest::addColumn<int>("failsOnceIn");
        QTest::addColumn<Verdict>("expected");
        QTest::newRow("proved at once, poor ever since") << 60 << 20 << Verdict::Unknown;
        QTest::newRow("always poor") << 0 << 20 << Verdict::Down;
        QTest::newRow("always good") << 0 << 1000 << Verdict::Unknown;
        QTest::newRow("proved at once, dead ever since") << 60 << 1 << Verdict::Down;
    }
    // The road's controls fall silent together with the web target two hours before the end.
    void controlsOfTheRoadKeepTheirVote() {
        QFETCH(int, badAfterHours);
        QFETCH(int, failsOnceIn);
        QFETCH(Verdict, expected);
        const UtcTime silence = begin + 24h * 20 - 2h;
        TempHistory history;
        Story told = story(24h * 20, silence);
        addTransit(history, told, silence, begin + std::chrono::hours(badAfterHours), failsOnceIn);
        Judge straight = uninterrupted(history, told);
        QCOMPARE(straight.status(webId).state, expected);
        store(history, told, straight);
        const Judge folded = foldedJudge(history.read(), history.watchlist, history.settings, told.end).judge;
        compare(folded, straight);
        QVERIFY(folded.ownLine().rings == straight.ownLine().rings);
    }

    void anInterceptionThatIsNotOverIsKnownAgain_data() {
        QTest::addColumn<int>("lastsFor"); // minutes, until the end
        QTest::addColumn<bool>("byPage");  // else somebody answers in nobody's place
        QTest::addColumn<bool>("intercepted");
        QTest::newRow("nobody answers, just now") << 3 << false << true;
        QTest::newRow("nobody answers, for two days") << 48 * 60 << false << true;
        QTest::newRow("nobody answers, for six days") << 24 * 60 * 6 << false << true;
        QTest::newRow("a page is another one, just now") << 3 << true << true;
        QTest::newRow("a page is another one, for hours") << 23 * 60 << true << true;
        QTest::newRow("a page is another one, for long") << 26 * 60 << true << false;
    }
    void anInterceptionThatIsNotOverIsKnownAgain() {
        QFETCH(int, lastsFor);
        QFETCH(bool, byPage);
        QFETCH(bool, intercepted);
        const UtcTime end = begin + longerThanTheMemory;
        TempHistory history;
        Story told = story(longerThanTheMemory, std::nullopt);
        addTeller(history, told, byPage, end - std::chrono::minutes(lastsFor));
        Judge straight = uninterrupted(history, told);
        QCOMPARE(straight.status(webId).reason, intercepted ? Reason::Intercepted : Reason::None);
        store(history, told, straight);
        Judge folded = foldedJudge(history.read(), history.watchlist, history.settings, told.end).judge;
        compare(folded, straight);
        QVERIFY(folded.ownLine().rings == straight.ownLine().rings);
        for (Judge* const judge : {&folded, &straight}) // and both see it end
            for (UtcTime at = told.end; at < told.end + 5min; at += 60s) {
                judge->take(Event{at, Heartbeat{}});
                judge->take(answered(controlId, at + 1s, 20ms));
                judge->take(answered(webId, at + 2s, 300ms));
                judge->take(tellerSays(byPage, false, at + 3s));
            }
        compare(folded, straight);
        QCOMPARE(folded.status(webId).state, Verdict::Up);
    }

    void whatIsExpectedOnlyNowHasNotBeenMet() {
        const UtcTime end = begin + 24h;
        TempHistory history;
        Story told = story(24h, std::nullopt);
        addTeller(history, told, true, end);
        Judge straight = uninterrupted(history, told);
        store(history, told, straight);
        std::get<HttpOptions>(history.watchlist.controls.back().target.probe).expect->text = "a guess";
        history.write(end);
        Judge folded = foldedJudge(history.read(), history.watchlist, history.settings, told.end).judge;
        for (Judge* const judge : {&folded, &straight})
            judge->take(tellerSays(true, true, end + 1s));
        QCOMPARE(straight.status(webId).reason, Reason::Intercepted);
        QCOMPARE(folded.status(webId).reason, Reason::None);
    }

    void aStateThatBeganBeforeTheMemoryEndsWhenItEnds() {
        const TempHistory history;
        const Story told = story(longerThanTheMemory, std::nullopt);
        Judge straight = uninterrupted(history, told);
        store(history, told, straight);
        Judge folded = foldedJudge(history.read(), history.watchlist, history.settings, told.end).judge;
        QVERIFY(folded.status(webId).since == begin + 6s);
        for (Judge* const judge : {&folded, &straight}) {
            judge->take(Event{told.end + 10s, Paused{}});
            judge->take(Event{told.end + 1min, Resumed{}});
            judge->advanceTo(told.end + 70s);
        }
        compare(folded, straight);
        QVERIFY(folded.status(webId).since > told.end);
    }

    void whatLacksMemoryIsNotTold() {
        const TempHistory history;
        const Story told = story(longerThanTheMemory, std::nullopt);
        Judge straight = uninterrupted(history, told);
        store(history, told, straight);
        const Fold fold = foldedJudge(history.read(), history.watchlist, history.settings, told.end);
        QCOMPARE(fold.changes.size(), std::size_t{4});
        for (const SpanChange& change : fold.changes) {
            QVERIFY(change.from > told.end - 24h);
            QVERIFY(change.spans.front().range.begin == change.from);
        }
    }

    // By other numbers an outage of before would be none; it stays one.
    void thePastStaysJudgedAsItWas_data() {
        QTest::addColumn<bool>("endedInOrder");
        QTest::addColumn<bool>("others"); // asked from now on, instead of by other numbers
        QTest::addColumn<std::chrono::seconds>("away");
        QTest::newRow("all had been judged") << true << false << 1s;
        QTest::newRow("the run before was killed") << false << false << 1s;
        QTest::newRow("changed in the morning") << true << false << std::chrono::seconds(14h);
        QTest::newRow("other targets and controls") << true << true << 1s;
        QTest::newRow("others, after a kill") << false << true << 1s;
    }
    void thePastStaysJudgedAsItWas() {
        QFETCH(bool, endedInOrder);
        QFETCH(bool, others);
        QFETCH(std::chrono::seconds, away);
        TempHistory history;
        const UtcTime end = begin + 24h;
        history.watchlist.setJson(listOf("http://175.45.176.71/", lineControl));
        const Story told = storyOf({begin, end, TimeRange{end - 3h, end - 2h}, std::nullopt});
        Judge straight = uninterrupted(history, told);
        store(history, told, straight);
        const UtcTime since = end + away;
        if (endedInOrder) {
            Batch last;
            last.events = {{end, Stopped{}}};
            history.write(end)->append(last);
        }
        if (others) { // nobody proves any more what failed then
            history.watchlist.controls.clear();
            history.watchlist.setJson(listOf("https://175.45.176.72/", ""));
        } else {
            history.settings.confirm_failures = history.settings.confirm_failures_alone = 100;
        }
        history.write(since); // keeps from when on they hold
        QCOMPARE(history.read().settingsTexts().size(), others ? std::size_t{1} : std::size_t{2});
        QCOMPARE(history.read().watchlistVersions().size(), others ? std::size_t{2} : std::size_t{1});
        Fold fold = foldedJudge(history.read(), history.watchlist, history.settings, since + 1min);
        const UtcTime last = history.read().lastRowAt().value();
        const bool rewrites = std::any_of(fold.changes.begin(), fold.changes.end(),
                                          [last](const SpanChange& change) { return change.from < last; });
        QCOMPARE(rewrites, !endedInOrder && !others);
        if (!endedInOrder && others) { // nor does what comes now, though nothing of today's list was seen then
            Judge judge = std::move(fold.judge);
            judge.take(Event{since + 1min, Started{}});
            judge.advanceTo(since + 2min);
            const auto changes = judge.changes();
            QVERIFY(!changes.empty());
            for (const SpanChange& change : changes)
                QVERIFY(change.from >= last && change.spans.front().verdict == Verdict::NotMonitored);
        }
        if (!endedInOrder)
            return;
        const auto between = std::find_if(fold.changes.begin(), fold.changes.end(),
                                          [](const SpanChange& change) { return change.target == webId; });
        QVERIFY(between != fold.changes.end()); // nobody looked between the two runs, and that is told
        QCOMPARE(between->spans.front().verdict, Verdict::NotMonitored);
    }

    // Nothing is told anew of what was before, but that it is over.
    void whatOtherNumbersFindOverHasItsEnd_data() {
        QTest::addColumn<bool>("knew"); // that it was down, by the new numbers
        QTest::newRow("it was down by both") << true;
        QTest::newRow("it was down by the old ones only") << false;
    }
    void whatOtherNumbersFindOverHasItsEnd() {
        QFETCH(bool, knew);
        TempHistory history;
        const UtcTime end = begin + 24h, since = end + 1h;
        const Story told = storyOf({begin, end, TimeRange{end - 3h, end}, std::nullopt});
        Judge straight = uninterrupted(history, told);
        QCOMPARE(straight.status(webId).state, Verdict::Down);
        store(history, told, straight);
        Batch rows;
        rows.events = {{end, Stopped{}}};
        history.write(end)->append(rows);
        if (knew)
            history.settings.stale_intervals += 1;
        else
            history.settings.confirm_failures = history.settings.confirm_failures_alone = 100;
        const Story later = storyOf({since + 1s, since + 30min, std::nullopt, std::nullopt});
        rows = {later.observations, later.events};
        const auto writer = history.write(since);
        writer->append(rows);
        rows = {};
        Fold fold = foldedJudge(history.read(), history.watchlist, history.settings, later.end);
        rows.spans = fold.changes;
        writer->append(rows);
        fold.judge.take(Event{later.end + 5min, Paused{}}); // which tells of nothing that came before
        for (const SpanChange& change : fold.judge.changes())
            QVERIFY(!change.ended);
        const std::vector<DownTime> times =
            downTimesOf(webId, history.read().downSpans(history.watchlist).at(webId), {});
        QCOMPARE(times.size(), std::size_t{1});
        QVERIFY(times[0].ended && !times[0].outOfSight);
        QVERIFY(times[0].firstFailure() < end - 3h + 3min && times[0].lastSeen() <= end + 2min);
        QVERIFY(times[0].ended->after > end - 5min && times[0].ended->by > since && times[0].ended->by < since + 10s);
        const TargetSpans lane = history.read().spans(history.watchlist, {end - 1h, since + 30min});
        QCOMPARE(lane.at(webId).front().ended.has_value(), knew);
    }

    // Judged without what it said then, an outage would be unsaid, and our own line never have been seen to work.
    void aControlThatIsAskedSomethingElseUnsaysNothing() {
        TempHistory history;
        const UtcTime end = begin + 24h;
        const Story told = storyOf({begin, end, TimeRange{end - 3h, end - 2h}, std::nullopt});
        Judge straight = uninterrupted(history, told);
        store(history, told, straight); // and then it was killed
        const UtcTime since = end + 1min;
        history.watchlist.controls[0].target.probe = TcpOptions{"127.0.0.2", 443};
        history.write(since);
        const Fold fold = foldedJudge(history.read(), history.watchlist, history.settings, since + 1min);
        for (const SpanChange& change : fold.changes)
            QVERIFY2(change.from >= history.read().lastRowAt().value(),
                     qPrintable(QString::number(static_cast<qlonglong>(change.target))));
    }

    // Another address under the same name has never answered; another label changes nothing.
    void anotherQuestionStartsAnew_data() {
        QTest::addColumn<bool>("changed");
        QTest::addColumn<bool>("killed"); // and begun again at once, so that nobody looked away
        QTest::newRow("another address") << true << false;
        QTest::newRow("another address, after a kill") << true << true;
        QTest::newRow("another label") << false << false;
    }
    void anotherQuestionStartsAnew() {
        QFETCH(bool, changed);
        QFETCH(bool, killed);
        TempHistory history;
        const UtcTime end = begin + 3h;
        const Story told = story(3h, std::nullopt);
        Judge straight = uninterrupted(history, told);
        store(history, told, straight);
        Batch last;
        last.events = {{end, killed ? decltype(Event::what){Heartbeat{}} : decltype(Event::what){Stopped{}}}};
        history.write(end)->append(last);

        const UtcTime since = end + 1s;
        if (changed)
            history.watchlist.targets[0].probe = HttpOptions{"https://127.0.0.1/", {}};
        else
            history.watchlist.targets[0].label = "KCNA (Pyongyang)";
        const Story then = storyOf({since, since + 30min, TimeRange{since, since + 30min}, std::nullopt});
        Batch silence;
        silence.observations = then.observations;
        silence.events = then.events;
        history.write(since)->append(silence);

        const Fold fold = foldedJudge(history.read(), history.watchlist, history.settings, then.end);
        const TargetStatus web = fold.judge.status(webId);
        QCOMPARE(web.state, changed ? Verdict::Unknown : Verdict::Down);
        QCOMPARE(web.neverAnswered, changed);
        QCOMPARE(fold.judge.status(dnsId).state, Verdict::Up);
        for (const SpanChange& change : fold.changes)
            QVERIFY(change.target != webId || !changed || change.from >= since);
        QVERIFY(!changed || *web.since >= since);
    }

    void aFoldIsAbandonedOnceAskedTo() {
        const TempHistory history;
        const Story told = story(24h * 8, std::nullopt);
        Judge straight = uninterrupted(history, told);
        store(history, told, straight);
        const HistoryReader reader = history.read();
        std::stop_source source;
        const auto began = std::chrono::steady_clock::now();
        QVERIFY(foldedJudge(reader, history.watchlist, history.settings, told.end, source.get_token()));
        const auto whole = std::chrono::steady_clock::now() - began;
        source.request_stop();
        const auto asked = std::chrono::steady_clock::now();
        QVERIFY(!foldedJudge(reader, history.watchlist, history.settings, told.end, source.get_token()));
        QVERIFY(std::chrono::steady_clock::now() - asked < whole / 2);

        std::stop_source later;
        int rows = 0;
        const auto count = [&](const Observation*, const Event*) {
            if (++rows == 100)
                later.request_stop();
        };
        reader.rows(history.watchlist, {begin, told.end}, count, later.get_token());
        QCOMPARE(rows, 100);
    }

    void rowsAfterTheMomentAreNotYetKnown() {
        const TempHistory history;
        const Story told = story(4h, begin + 2h);
        Judge straight = uninterrupted(history, told);
        store(history, told, straight);
        const Judge before = foldedJudge(history.read(), history.watchlist, history.settings, begin + 2h).judge;
        QCOMPARE(before.status(webId).state, Verdict::Up);
        QCOMPARE(before.clock(), begin + 2h);
    }

    void anEmptyHistoryFoldsToAFreshJudge() {
        const TempHistory history;
        history.write();
        const Judge judge = foldedJudge(history.read(), history.watchlist, history.settings, noon).judge;
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
