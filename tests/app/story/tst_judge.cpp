// SPDX-License-Identifier: GPL-3.0-or-later
// The verdict, clause by clause. One target asked every 120 s; the line controls answer throughout.
#include "tests/support/script.h"

#include <QTest>

using namespace kpwatch;
using namespace kpwatch::test;

namespace {

const Watchlist& list() {
    static const Watchlist story = storyWatchlist(3);
    return story;
}

Replayed judged(const std::map<std::string, std::string>& scripts, int end, const Settings& settings = {},
                const std::vector<Event>& events = {}) {
    std::vector<Observation> rows = steadyControls(list(), 0, end);
    for (const auto& [target, script] : scripts)
        for (const Observation& row : checksOf(list().findByName(target)->id, script))
            if (row.endedAt() < after(seconds(end)))
                rows.push_back(row);
    return replayRows(list(), settings, inOrder(rows), events, true);
}

const TargetStatus& statusOf(const Replayed& replayed, const std::string& target) {
    for (const TargetStatus& status : replayed.status.targets)
        if (status.id == list().findByName(target)->id)
            return status;
    qFatal("no such target");
}

int secondsOf(UtcTime time) { return static_cast<int>(std::chrono::floor<seconds>(time - storyBegin()).count()); }

} // namespace

class TestJudge : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void courseOfOneTarget_data() {
        QTest::addColumn<QString>("script");
        QTest::addColumn<int>("end");
        QTest::addColumn<QString>("states");
        const auto row = [](const char* claim, const char* script, int end, const char* states) {
            QTest::newRow(claim) << QString::fromLatin1(script) << end << QString::fromLatin1(states);
        };
        // The beginning: unknown until the first check, here at 10 s.
        const auto* const five = "10+ 130+ 250- 280- 325- 370- 440-";
        row("an answer is up", "10+ 130+", 200, "up@10");
        row("an answer speaks for two intervals", "10+", 600, "up@10, unknown/stale@250");
        row("five failures over 150 s are down from the first", five, 500, "up@10, down@250");
        row("until confirmed the old state stands", five, 445, "up@10");
        row("four failures alone are not", "10+ 130+ 250- 280- 325- 440-", 500, "up@10");
        row("a fast burst never confirms", "10+ 130+ 250- 265- 280- 295- 310- 325- 340- 355- 370- 385-", 430, "up@10");
        row("149 s are too short", "10+ 130+ 250- 280- 325- 370- 399-", 500, "up@10");
        row("150 s suffice", "10+ 130+ 250- 280- 325- 370- 400-", 500, "up@10, down@250");
        row("neutral checks do not lengthen a run", "10+ 130+ 250- 280n 325- 370- 440-", 500, "up@10");
        row("neutral checks do not break a run", "10+ 130+ 250- 265- 280n 325- 370c 385- 440-", 500, "up@10, down@250");
        row("an answer breaks a run", "10+ 130+ 250- 280- 300+ 325- 370- 440- 480-", 520, "up@10");
        row("refused counts", "10+ 130+ 250r 280r 325r 370r 440r", 500, "up@10, down@250");
        row("reset counts", "10+ 130+ 250x 280x 325x 370x 440x", 500, "up@10, down@250");
        row("unreachable counts", "10+ 130+ 250u 280u 325u 370u 440u", 500, "up@10, down@250");
        row("a bad certificate is an answer", "10+ 130t 250t 370t", 500, "up@10");
        row("a stretch without a check discards a run", "10+ 130+ 250- 280- 325- 370- 731-", 800,
            "up@10, unknown/not-answered-for@610");
        row("a stretch of 360 s does not", "10+ 130+ 250- 280- 325- 370- 730-", 800, "up@10, down@250");
        row("neutral checks fill no stretch", "10+ 130+ 250- 280- 325- 370- 500n 620n 731-", 800,
            "up@10, unknown/own-firewall@610, unknown/not-answered-for@731");
        row("never answered is never down", "100- 130- 160- 205- 250- 320- 370-", 500, "unknown/never-answered@100");
        row("no control is qualified yet", "10- 40-", 50, "unknown/no-control@10");
        row("failures that do not count leave it unknown", "10+ 130n 250n 370n", 500,
            "up@10, unknown/own-firewall@250");
        row("503 twice is an error page, from the first", "10+ 130e 250e 370+", 500, "up@10, error-page@130, up@370");
        row("404 twice is an error page", "10+ 130f 250f", 300, "up@10, error-page@130");
        row("not speaking HTTP twice is an error page", "10+ 130p 250p", 300, "up@10, error-page@130");
        row("one error page is not", "10+ 130e 250+", 300, "up@10");
        row("403 is no error page", "10+ 130a 250a", 300, "up@10");
        row("an error page stands until its run is confirmed", "10e 130e 250- 280- 325- 370- 440-", 445,
            "error-page@10");
        row("an error page can go down", "10e 130e 250- 280- 325- 370- 440-", 500, "error-page@10, down@250");
        row("two answers 100 s apart end it at the first", "10+ 130+ 250- 280- 325- 370- 440- 560+ 660+", 700,
            "up@10, down@250, up@560");
        row("one answer does not end it", "10+ 130+ 250- 280- 325- 370- 440- 560+ 680-", 750, "up@10, down@250");
        row("answers within 99 s do not end it", "10+ 130+ 250- 280- 325- 370- 440- 560+ 600+ 659+", 700,
            "up@10, down@250");
        row("two failures between answers do not matter", "10+ 130+ 250- 280- 325- 370- 440- 560+ 580- 620- 660+", 700,
            "up@10, down@250, up@560");
        row("three failures between answers do", "10+ 130+ 250- 280- 325- 370- 440- 560+ 580- 600- 620- 660+", 700,
            "up@10, down@250");
        row("a later pair may end it", "10+ 130+ 250- 280- 325- 370- 440- 560+ 580- 600- 620- 660+ 760+", 800,
            "up@10, down@250, up@660");
        row("down survives a hole", "10+ 130+ 250- 280- 325- 370- 440- 1000- 1120-", 1200,
            "up@10, down@250, unknown/stale@680, down@1000");
        row("the first check after a hole decides", "10+ 130+ 250- 280- 325- 370- 440- 1000+", 1200,
            "up@10, down@250, unknown/stale@680, up@1000");
        row("a stretch of 360 s in it is no hole", "10+ 130+ 250- 280- 325- 370- 440- 800- 920-", 1000,
            "up@10, down@250");
        row("recovered into an error page", "10+ 130+ 250- 280- 325- 370- 440- 560e 680e", 750,
            "up@10, down@250, error-page@560");
    }
    void courseOfOneTarget() {
        QFETCH(QString, script);
        QFETCH(int, end);
        QFETCH(QString, states);
        const Replayed replayed = judged({{"kcna-http", script.toStdString()}}, end);
        QCOMPARE(QString::fromStdString(shown(replayed.spans, list(), "kcna-http")),
                 QStringLiteral("unknown/stale@0, ") + states);
    }

    // As mail's are, which is asked every 900 s while the cap is 360 s.
    void answerSpeaksUntilTheNextCheckEvenBeyondTheCap() {
        Settings settings;
        settings.stale_cap_s = 60;
        const Replayed replayed = judged({{"kcna-http", "10+ 130+"}}, 600, settings);
        QCOMPARE(QString::fromStdString(shown(replayed.spans, list(), "kcna-http")),
                 QStringLiteral("unknown/stale@0, up@10, unknown/stale@280"));
    }

    // The name servers spoke, the site was not even asked.
    void nameThatIsNotFoundSaysNothingOfTheSite_data() {
        QTest::addColumn<Failure>("failure");
        for (const Failure failure : {Failure::NoSuchName, Failure::ServerFailure, Failure::UnexpectedAnswer})
            QTest::newRow(std::string(name(failure)).c_str()) << failure;
    }
    void nameThatIsNotFoundSaysNothingOfTheSite() {
        QFETCH(Failure, failure);
        const TargetId site = list().findByName("kcna-http")->id;
        std::vector<Observation> rows = checksOf(site, "10+ 130n 250n 370n");
        for (Observation& row : rows)
            if (row.failure != Failure::None) {
                row.reached = Stage::Resolve;
                row.failure = failure;
            }
        const std::vector<Observation> controls = steadyControls(list(), 0, 500);
        rows.insert(rows.end(), controls.begin(), controls.end());
        const Replayed replayed = replayRows(list(), {}, inOrder(rows), {}, true);
        QCOMPARE(shown(replayed.spans, list(), "kcna-http"),
                 std::string("unknown/stale@0, up@10, unknown/not-answered-for@250"));
        QCOMPARE(statusOf(replayed, "kcna-http").answeredOfLast10, 1);
        QCOMPARE(secondsOf(*statusOf(replayed, "kcna-http").lastGood), 10);
    }

    void controlWhoseNameIsNotFoundHasNotAnswered() {
        std::vector<Observation> rows = steadyControls(list(), 0, 300);
        for (Observation& row : rows) {
            row.reached = Stage::Resolve;
            row.failure = Failure::NoSuchName;
        }
        QCOMPARE(replayRows(list(), {}, inOrder(rows), {}, true).status.ownLine.controlsUp, 0);
    }

    void nameServerThatFailsTwiceIsAnErrorPage() {
        const Replayed replayed = judged({{"ns1", "10+ 130s 250s 370+"}}, 500);
        QCOMPARE(shown(replayed.spans, list(), "ns1"), std::string("unknown/stale@0, up@10, error-page@130, up@370"));
    }

    void certificateOrProtocolOfARouterIsNoErrorPage() {
        QCOMPARE(shown(judged({{"router-178", "10+ 130p 250p"}}, 300).spans, list(), "router-178"),
                 std::string("unknown/stale@0, up@10"));
    }

    void companyNeedsThree() {
        const std::map<std::string, std::string> three{{"kcna-http", "10+ 130+ 250- 280- 400-"},
                                                       {"ns1", "10+ 130+ 250- 280- 400-"},
                                                       {"ns2", "10+ 130+ 250- 280- 400-"}};
        const Replayed replayed = judged(three, 440);
        for (const auto& [target, script] : three)
            QCOMPARE(shown(replayed.spans, list(), target), std::string("unknown/stale@0, up@10, down@250"));
    }

    void companyOfOneIsNotEnough() {
        const Replayed replayed =
            judged({{"kcna-http", "10+ 130+ 250- 280- 400-"}, {"ns1", "10+ 250- 280- 400-"}}, 440);
        QCOMPARE(shown(replayed.spans, list(), "kcna-http"), std::string("unknown/stale@0, up@10"));
        QCOMPARE(statusOf(replayed, "kcna-http").checking->failed, 3);
        QCOMPARE(statusOf(replayed, "kcna-http").checking->needed, 5);
    }

    void thoseDownForLongAreNoCompany() {
        const std::string long_down = "10+ 130+ 250- 280- 325- 370- 440- 560- 680- 800- 920- 1040- 1160- 1280-";
        const std::string late = "10+ 130+ 250+ 370+ 490+ 610+ 730+ 850+ 970+ 1090- 1120- 1240-";
        const Replayed replayed = judged({{"ns1", long_down}, {"ns2", long_down}, {"kcna-http", late}}, 1300);
        QCOMPARE(shown(replayed.spans, list(), "kcna-http"), std::string("unknown/stale@0, up@10"));
        QCOMPARE(statusOf(replayed, "kcna-http").checking->needed, 5);
    }

    void onsetIsBoundedByTheLastAnswerAndTheFirstFailure() {
        const Replayed replayed = judged({{"kcna-http", "10+ 130+ 250- 280- 325- 370- 440- 560+ 680+"}}, 800);
        const auto& spans = replayed.spans.at(list().findByName("kcna-http")->id);
        const Span& down = spans[2];
        QCOMPARE(secondsOf(*down.onset->after), 130);
        QCOMPARE(secondsOf(down.onset->by), 260); // end of the first failure
        QCOMPARE(secondsOf(*down.ended->after), 440);
        QVERIFY(down.ended->by == after(seconds(560)) + milliseconds(300));
        QCOMPARE(down.note, std::string("http connect timeout"));
    }

    // 15 answers and 5 lost checks before: p = 0.25, so the run needs 9 and its fifth failure bounds the onset.
    void lossRaisesTheNumberNeeded() {
        std::string script;
        for (int i = 0; i < 20; ++i)
            script += std::to_string(10 + 60 * i) + (i % 4 == 2 ? "- " : "+ ");
        const std::string before = script;
        for (int i = 0; i < 8; ++i)
            script += std::to_string(1210 + 60 * i) + "- ";
        const Replayed eight = judged({{"kcna-http", script}}, 1680);
        QCOMPARE(shown(eight.spans, list(), "kcna-http"),
                 std::string("unknown/stale@0, up@10, unknown/not-answered-for@1450"));
        QCOMPARE(statusOf(eight, "kcna-http").checking->needed, 9);
        const Replayed nine = judged({{"kcna-http", script + "1690-"}}, 1760);
        QCOMPARE(shown(nine.spans, list(), "kcna-http"), std::string("unknown/stale@0, up@10, down@1210"));
        const Onset onset = *nine.spans.at(list().findByName("kcna-http")->id).back().onset;
        QCOMPARE(secondsOf(*onset.after), 1150);
        QCOMPARE(secondsOf(onset.by), 1210 + 4 * 60 + 10);
    }

    // An evening's loss begins with the run: what came before is calm, and would vouch for a share of nothing.
    void lossThatBeginsWithTheRunRaisesTheNumberNeeded() {
        const auto* const five = "10+ 130+ 250- 280- 325- 370- 440-";
        const auto* const losing = "10+ 130+ 260- 290+ 350- 380+";
        const Replayed same_side = judged({{"kcna-http", five}, {"ns1", losing}}, 500);
        QCOMPARE(shown(same_side.spans, list(), "kcna-http"),
                 std::string("unknown/stale@0, up@10, unknown/not-answered-for@440"));
        QCOMPARE(statusOf(same_side, "kcna-http").checking->needed, 9);
        const std::string down = "unknown/stale@0, up@10, down@250";
        const Replayed other_side = judged({{"kcna-http", five}, {"router-177", losing}}, 500);
        QCOMPARE(shown(other_side.spans, list(), "kcna-http"), down);
        const Replayed before = judged({{"kcna-http", five}, {"ns1", "10+ 130- 160+ 200- 230+ 260+ 380+"}}, 500);
        QCOMPARE(shown(before.spans, list(), "kcna-http"), down);
    }

    void fifteenOverHalfAnHourNeedNoMore() {
        std::string script; // two of three lost: p = 2/3 would need 29
        for (int i = 0; i < 21; ++i)
            script += std::to_string(10 + 60 * i) + (i % 3 == 0 ? "+ " : "- ");
        script += "1270+ ";
        for (int i = 0; i < 15; ++i)
            script += std::to_string(1390 + 129 * i) + "- ";
        QCOMPARE(shown(judged({{"kcna-http", script}}, 3300).spans, list(), "kcna-http"),
                 std::string("unknown/stale@0, up@10, down@1390"));
    }

    void sevenOverHalfAnHourSufficeInLongCompany() {
        std::string lossy; // two of three lost: p = 2/3 would need 29
        for (int i = 0; i < 21; ++i)
            lossy += std::to_string(10 + 60 * i) + (i % 3 == 0 ? "+ " : "- ");
        lossy += "1270+ ";
        for (int i = 0; i < 7; ++i)
            lossy += std::to_string(1390 + 300 * i) + "- ";
        std::string silent = "10+ 130+ ";
        for (int at = 250; at < 3300; at += 120)
            silent += std::to_string(at) + "- ";
        const Replayed two = judged({{"kcna-http", lossy}, {"ns1", silent}, {"ns2", silent}}, 3300);
        QCOMPARE(shown(two.spans, list(), "kcna-http"), std::string("unknown/stale@0, up@10, down@1390"));
        const Replayed one = judged({{"kcna-http", lossy}, {"ns1", silent}}, 3300);
        QVERIFY(statusOf(one, "kcna-http").state != Verdict::Down);
    }

    // Our own line may have been gone from the first failure to the last.
    void aControlMustHaveAnsweredDuringTheRun() {
        Settings settings;
        settings.confirm_span_s = 20;
        std::vector<Observation> rows =
            checksOf(list().findByName("kcna-http")->id, "10+ 130+ 250r 255r 260r 265r 271r");
        for (const auto& [from, to] : {std::pair(0, 250), std::pair(275, 400)})
            for (const Observation& control : steadyControls(list(), from, to))
                rows.push_back(control);
        QCOMPARE(shown(replayRows(list(), settings, inOrder(rows), {}, true).spans, list(), "kcna-http"),
                 std::string("unknown/stale@0, up@10, unknown/not-answered-for@271"));
        rows.push_back(steadyControls(list(), 262, 263).front());
        QCOMPARE(shown(replayRows(list(), settings, inOrder(rows), {}, true).spans, list(), "kcna-http"),
                 std::string("unknown/stale@0, up@10, down@250"));
    }

    void answerOlderThanSevenDaysIsForgotten() {
        const int week = 7 * 86400;
        const auto down_after = [&](int pause) {
            std::string script = "10+ 130+ ";
            for (const int offset : {0, 30, 75, 120, 190})
                script += std::to_string(130 + pause + offset) + "- ";
            std::vector<Observation> rows = checksOf(list().targets[0].id, script);
            for (const int from : {0, pause})
                for (const Observation& row : steadyControls(list(), from, from + 500))
                    rows.push_back(row);
            return shown(replayRows(list(), {}, inOrder(rows), {}, true).spans.at(list().targets[0].id));
        };
        QVERIFY(down_after(week).ends_with("down@" + std::to_string(130 + week)));
        QVERIFY(down_after(week + 1).ends_with("unknown/never-answered@" + std::to_string(131 + week)));
    }

    void statusTellsOfTheLatestChecks() {
        const Replayed replayed = judged({{"kcna-http", "10+ 130+ 250- 280-"}}, 330);
        const TargetStatus& status = statusOf(replayed, "kcna-http");
        QVERIFY(status.state == Verdict::Up);
        QCOMPARE(secondsOf(*status.since), 10);
        QCOMPARE(secondsOf(*status.lastCheck), 280);
        QCOMPARE(secondsOf(*status.lastGood), 130);
        QVERIFY(status.stage == Stage::Connect && status.failure == Failure::Timeout);
        QCOMPARE(status.checking->failed, 2);
        QCOMPARE(status.checking->needed, 5);
        QCOMPARE(status.answeredOfLast10, 2);
        QCOMPARE(status.last10, 4);
        QVERIFY(!status.neverAnswered);
        QVERIFY(status.lastKnown == Verdict::Up);
        QVERIFY(statusOf(replayed, "ns1").state == Verdict::Unknown);
        QVERIFY(!statusOf(replayed, "ns1").lastKnown);
        QVERIFY(replayed.status.ownLine.state == Verdict::Up);
        QCOMPARE(replayed.status.ownLine.controlsUp, 3);
    }

    void downIsSinceItsOnset() {
        const Replayed replayed = judged({{"kcna-http", "10+ 130+ 250- 280- 325- 370- 440-"}}, 500);
        const TargetStatus& status = statusOf(replayed, "kcna-http");
        QVERIFY(status.state == Verdict::Down);
        QCOMPARE(secondsOf(*status.since), 260);
        QVERIFY(!status.checking);
    }

    void lastKnownStateOutlivesTheAnswer() {
        const TargetStatus status = statusOf(judged({{"kcna-http", "10+"}}, 3000), "kcna-http");
        QVERIFY(status.state == Verdict::Unknown);
        QVERIFY(status.lastKnown == Verdict::Up);
        QCOMPARE(secondsOf(*status.lastKnownAt), 10); // when somebody looked, not until when it held
    }

    // What answered before a pause, sleep or restart may not answer after it, however short it was.
    void anAnswerSaysNothingBeyondATimeWithoutWatching_data() {
        QTest::addColumn<std::vector<Event>>("events");
        const Event begin{after(seconds(0)), Epoch{"home", {}, {}}};
        const auto row = [&](const char* what, const std::vector<Event>& events) {
            std::vector<Event> all{begin};
            all.insert(all.end(), events.begin(), events.end());
            QTest::newRow(what) << all;
        };
        row("paused", {{after(seconds(300)), Paused{}}, {after(seconds(340)), Resumed{}}});
        row("closed", {{after(seconds(300)), Stopped{}}, {after(seconds(340)), Started{}}});
        row("killed", {{after(seconds(340)), Started{}}});
        row("asleep", {{after(seconds(340)), Asleep{after(seconds(300))}}});
    }
    void anAnswerSaysNothingBeyondATimeWithoutWatching() {
        QFETCH(const std::vector<Event>, events);
        const Replayed replayed = judged({{"kcna-http", "10+ 130+ 250+ 420+"}}, 430, {}, events);
        const QString lane = QString::fromStdString(shown(replayed.spans, list(), "kcna-http"));
        QVERIFY2(lane.startsWith(QStringLiteral("unknown/stale@0, up@10, not-monitored/")) &&
                     lane.endsWith(QStringLiteral("0, up@420")),
                 qPrintable(lane));
        const TargetStatus status = statusOf(judged({{"kcna-http", "10+ 130+ 250+"}}, 350, {}, events), "kcna-http");
        QVERIFY(status.state == Verdict::Unknown && status.lastKnown == Verdict::Up);
        QCOMPARE(secondsOf(*status.lastKnownAt), 250);
    }

    // Nor is who was down called so before somebody looked: it may have healed meanwhile.
    void whoWasDownIsUnknownAfterATimeWithoutWatching() {
        const std::vector<Event> events{{after(seconds(0)), Epoch{"home", {}, {}}},
                                        {after(seconds(700)), Stopped{}},
                                        {after(seconds(760)), Started{}}};
        const std::string down = "10+ 130+ 250- 280- 325- 370- 440- 560- 680-";
        const std::vector<std::pair<std::string, std::string>> others{{"ns1", "10+ 130+ 250+ 370+ 490+ 610+"}};
        const auto lane = [&](const std::string& after_start, int until) {
            return shown(judged({{"kcna-http", down + after_start}, others[0]}, until, {}, events).spans, list(),
                         "kcna-http");
        };
        const TargetStatus status = statusOf(judged({{"kcna-http", down}, others[0]}, 790, {}, events), "kcna-http");
        QVERIFY(status.state == Verdict::Unknown && status.lastKnown == Verdict::Down);
        QVERIFY2(lane(" 800-", 860).ends_with("down@760"), lane(" 800-", 860).c_str());
        QVERIFY2(lane(" 800+", 810).ends_with("up@800"), lane(" 800+", 810).c_str());
        const Replayed again = judged({{"kcna-http", down + " 800-"}, others[0]}, 860, {}, events);
        QCOMPARE(secondsOf(*statusOf(again, "kcna-http").since), 260); // it is the same outage
    }

    // Not a moment later, for that is what the window shows before anybody has been asked; nor does a check that still
    // waits for its control speak for the time after.
    void aStartItselfMakesEverybodyUnknown_data() {
        QTest::addColumn<std::vector<Event>>("events");
        const Event begin{after(seconds(0)), Epoch{"home", {}, {}}}, started{after(seconds(760)), Started{}};
        QTest::newRow("closed") << std::vector<Event>{begin, {after(seconds(700)), Stopped{}}, started};
        QTest::newRow("killed") << std::vector<Event>{begin, started};
    }
    void aStartItselfMakesEverybodyUnknown() {
        QFETCH(const std::vector<Event>, events);
        const Replayed replayed = judged(
            {{"kcna-http", "10+ 130+ 250- 280- 325- 370- 440- 560- 688-"}, {"ns1", "10+ 130+ 250+ 370+ 490+ 610+"}},
            700, {}, events);
        QCOMPARE(secondsOf(replayed.status.asOf), 760);
        for (const auto& [target, known] : {std::pair("kcna-http", Verdict::Down), std::pair("ns1", Verdict::Up)}) {
            const TargetStatus status = statusOf(replayed, target);
            QVERIFY(status.state == Verdict::Unknown && status.reason == Reason::Stale);
            QVERIFY(status.lastKnown == known);
            QCOMPARE(secondsOf(*status.since), 760);
        }
    }

    void newEpochForgetsAndCuts() {
        const std::vector<Event> events{{after(seconds(0)), Epoch{"home", {}, {}}},
                                        {after(seconds(500)), Epoch{"cafe", {}, {}}}};
        const Replayed replayed = judged({{"kcna-http", "10+ 130+ 250- 280- 325- 370- 440- 560- 680- 800-"},
                                          {"ns1", "10+ 130+ 250+ 370+ 490+ 610+ 730+"}},
                                         900, {}, events);
        QCOMPARE(
            shown(replayed.spans, list(), "kcna-http"),
            std::string("unknown/stale@0, up@10, down@250, unknown/line-untested@500, unknown/never-answered@560"));
        QCOMPARE(shown(replayed.spans, list(), "ns1"),
                 std::string("unknown/stale@0, up@10, unknown/line-untested@500, up@610"));
        QVERIFY(statusOf(replayed, "kcna-http").neverAnswered);
    }

    // Nobody has been asked over it yet, and after as long as an answer speaks nobody was asked lately.
    void anotherLineIsUntestedBeforeItIsStale() {
        const std::vector<Event> events{{after(seconds(0)), Epoch{"home", {}, {}}},
                                        {after(seconds(500)), Epoch{"cafe", {}, {}}}};
        const auto lane = [&](const std::string& script, int until) {
            return shown(judged({{"ns1", script}}, until, {}, events).spans, list(), "ns1");
        };
        const std::string told = "unknown/stale@0, up@10, unknown/line-untested@500";
        QCOMPARE(lane("10+ 130+ 250+ 370+ 490+", 700), told);
        QCOMPARE(lane("10+ 130+ 250+ 370+ 490+", 900), told + ", unknown/stale@740");
        QCOMPARE(lane("10+ 130+ 250+ 370+ 490+ 800+", 900), told + ", unknown/stale@740, up@800");
        QCOMPARE(lane("10+ 130+ 250+ 370+ 490+ 610n", 900), told + ", unknown/own-firewall@610");
        std::vector<Observation> rows = checksOf(list().findByName("ns1")->id, "10+ 130+ 250+ 370+ 490+");
        rows.back().elapsed = seconds(15); // it ends on the other line, and says nothing of it
        const std::vector<Observation> controls = steadyControls(list(), 0, 900);
        rows.insert(rows.end(), controls.begin(), controls.end());
        const std::string late = shown(replayRows(list(), {}, inOrder(rows), events, true).spans, list(), "ns1");
        QVERIFY2(late.ends_with("unknown/line-untested@500, unknown/stale@740"), late.c_str());
    }

    // The latest check has failed, and whether that counts was not known yet when the program was closed.
    void nobodyIsSaidToAnswerOverAQuickRestart() {
        const TargetId id = list().findByName("ns1")->id;
        std::vector<Observation> rows = checksOf(id, "10+ 130+ 250+ 370- 430- 490-");
        const std::vector<Observation> controls = steadyControls(list(), 0, 488);
        rows.insert(rows.end(), controls.begin(), controls.end());
        Judge judge(list(), {});
        judge.take(Event{after(seconds(0)), Started{}});
        for (const Observation& row : inOrder(rows))
            judge.take(row);
        judge.take(Event{after(seconds(500)), Stopped{}});
        judge.take(Event{after(seconds(512)), Started{}});
        judge.advanceTo(after(seconds(514)));
        QVERIFY(judge.status(id).state == Verdict::Unknown);
        QVERIFY(judge.status(id).lastKnown == Verdict::Up);
    }

    void whatWasAskedOverTheOldLineSaysNothingOfTheNew() {
        const std::vector<Event> events{{after(seconds(0)), Epoch{"home", {}, {}}},
                                        {after(seconds(500)), Epoch{"cafe", {}, {}}}};
        std::vector<Observation> rows = checksOf(list().findByName("ns1")->id, "10+ 130+ 250+ 370+ 490+");
        rows.back().elapsed = seconds(15);
        const std::vector<Observation> controls = steadyControls(list(), 0, 560);
        rows.insert(rows.end(), controls.begin(), controls.end());
        const Replayed replayed = replayRows(list(), {}, inOrder(rows), events, true);
        QVERIFY(statusOf(replayed, "ns1").state == Verdict::Unknown);
    }

    void theNewLineWorksOnceSomebodyAnsweredOverIt() {
        const std::vector<Event> events{{after(seconds(0)), Epoch{"home", {}, {}}},
                                        {after(seconds(500)), Epoch{"cafe", {}, {}}}};
        const std::vector<Observation> rows = steadyControls(list(), 0, 500);
        const Observation first = checksOf(list().controls.front().target.id, "530+").front();
        const auto told = [&](bool heard) {
            std::vector<Observation> all = rows;
            for (const Observation& row : checksOf(list().findByName("ns1")->id, "490+ 520+ 540+"))
                all.push_back(row);
            if (heard)
                all.push_back(first);
            return replayRows(list(), {}, inOrder(all), events, true);
        };
        const OwnLineStatus untested = told(false).status.ownLine, tested = told(true).status.ownLine;
        QVERIFY(untested.state == Verdict::Unknown);
        QCOMPARE(untested.controlsUp, 0);
        QVERIFY(tested.state == Verdict::Up);
        QCOMPARE(tested.controlsUp, 1);
        const std::string line = shown(told(true).spans, list(), "own-line");
        QVERIFY2(line.ends_with("unknown/line-untested@500, up@530"), line.c_str());
    }

    void theNewLineIsNotSilentBeforeItIsThere() {
        const std::vector<Event> events{{after(seconds(0)), Epoch{"home", {}, {}}},
                                        {after(seconds(500)), Epoch{"cafe", {}, {}}}};
        std::vector<Observation> rows = steadyControls(list(), 0, 500);
        for (Observation row : steadyControls(list(), 505, 560)) {
            row.failure = Failure::Timeout;
            row.reached = Stage::Connect;
            rows.push_back(row);
        }
        const std::string line = shown(replayRows(list(), {}, inOrder(rows), events, true).spans, list(), "own-line");
        QVERIFY2(line.ends_with("own-connection-down@500"), line.c_str());
    }

    void sameEpochAgainChangesNothing() {
        const std::vector<Event> events{{after(seconds(0)), Epoch{"home", {}, {}}},
                                        {after(seconds(200)), Epoch{"home", {}, {}}}};
        QCOMPARE(shown(judged({{"ns1", "10+ 130+ 250+"}}, 300, {}, events).spans, list(), "ns1"),
                 std::string("unknown/stale@0, up@10"));
    }

    void changesAreEmptyWhenNothingChanged() {
        Judge judge(list(), {});
        const auto rows = inOrder([] {
            auto all = steadyControls(list(), 0, 400);
            for (const Observation& row : checksOf(list().targets[0].id, "10+ 130+ 250+"))
                all.push_back(row);
            return all;
        }());
        int changed = 0;
        for (const Observation& row : rows) {
            judge.take(row);
            changed += row.startedAt > after(seconds(140)) && !judge.changes().empty() ? 1 : 0;
            if (row.startedAt <= after(seconds(140)))
                judge.changes();
        }
        QCOMPARE(changed, 0);
        QVERIFY(judge.clock() == rows.back().endedAt());
    }

    void rowsOfStrangersAreIgnored() {
        Judge judge(list(), {});
        Observation row;
        row.target = TargetId{4711};
        row.startedAt = storyBegin();
        judge.take(row);
        QVERIFY(judge.changes().empty());
        QVERIFY(judge.status(TargetId{4711}).state == Verdict::NotMonitored);
    }
};

QTEST_GUILESS_MAIN(TestJudge)
#include "tst_judge.moc"
