// SPDX-License-Identifier: GPL-3.0-or-later
// The schedule under a manual clock: pace, re-checks, controls around failures, politeness.
#include "tests/app/watch/drive.h"

#include <QtTest>

#include <utility>

using namespace kpwatch;
using namespace kpwatch::testing;

class TestSchedule : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void aTargetIsAskedOncePerIntervalWithTenPercentJitter() {
        Drive drive(watchlistWith(tcp("a", "175.45.178.161", 120), control("c", "8.8.4.4")));
        drive.run(2h);
        const auto asked = drive.to("a");
        QVERIFY(asked.size() >= 54 && asked.size() <= 67);
        bool varies = false;
        for (std::size_t i = 1; i < asked.size(); ++i) {
            const auto gap = asked[i].at - asked[i - 1].at;
            QVERIFY(gap >= 107s && gap <= 133s);
            varies = varies || gap < 118s || gap > 122s;
        }
        QVERIFY(varies);
    }

    void lineControlsAreAskedThriceInTheFirstSeconds() {
        Drive drive(watchlistWith(tcp("a", "175.45.178.161", 120), control("c", "8.8.4.4")));
        drive.run(10s);
        QVERIFY(drive.to("c").size() >= 3);
        drive.run(60s);
        QVERIFY(drive.to("c").size() <= 5);
    }

    // Although each has been asked less than a minute ago.
    void allControlsAreAskedAtOnceWhenOurLineMayHaveChanged() {
        Drive drive(
            watchlistWith(tcp("a", "175.45.178.161", 120), control("c", "8.8.4.4") + "," + control("d", "9.9.9.9")));
        drive.run(80s);
        const std::size_t before = drive.to("c").size() + drive.to("d").size();
        drive.schedule.askControls(drive.now);
        drive.run(2s);
        QCOMPARE(drive.to("c").size() + drive.to("d").size(), before + 2);
        drive.schedule.askControls(drive.now);
        drive.run(2s);
        QCOMPARE(drive.to("c").size() + drive.to("d").size(), before + 4);
    }

    void targetsWaitUntilTheControlsCouldVote() {
        Drive drive(watchlistWith(tcp("a", "175.45.178.161", 120), control("c", "8.8.4.4")));
        drive.run(30s);
        QVERIFY(drive.to("c").at(2).at <= drive.to("a").at(0).at);
    }

    void aFirstFailureBringsRechecksWithinTwentyPercentOfTheirTimes() {
        Drive drive(watchlistWith(tcp("a", "175.45.178.161", 120), control("c", "8.8.4.4")));
        drive.outcome = [](const std::string& name, SteadyTime) {
            return name == "a" ? Failure::Timeout : Failure::None;
        };
        drive.run(4min);
        const auto checks = drive.to("a", Job::Kind::Check);
        const auto rechecks = drive.to("a", Job::Kind::Recheck);
        QCOMPARE(rechecks.size(), std::size_t{3});
        const std::array offsets{30s, 75s, 190s};
        for (std::size_t i = 0; i < 3; ++i) {
            const auto after = rechecks[i].at - checks[0].at;
            QVERIFY(after >= offsets[i] * 8 / 10 - 1s);
            QVERIFY(after <= offsets[i] * 12 / 10 + 1s);
        }
    }

    void anAnswerCancelsTheRestOfTheSeries() {
        Drive drive(watchlistWith(tcp("a", "175.45.178.161", 120), control("c", "8.8.4.4")));
        int asked = 0;
        drive.outcome = [&asked](const std::string& name, SteadyTime) {
            return name == "a" && asked++ == 0 ? Failure::Timeout : Failure::None;
        };
        drive.run(5min);
        QCOMPARE(drive.to("a", Job::Kind::Recheck).size(), std::size_t{1});
    }

    void atMostTwoSeriesPerHourForSingleFailures() {
        Drive drive(watchlistWith(tcp("a", "175.45.178.161", 60), control("c", "8.8.4.4")));
        bool fail = false;
        drive.outcome = [&fail](const std::string& name, SteadyTime) {
            if (name != "a")
                return Failure::None;
            fail = !fail;
            return fail ? Failure::Timeout : Failure::None;
        };
        drive.run(50min);
        QVERIFY(drive.to("a", Job::Kind::Recheck).size() <= 2);
    }

    void aSecondFailureInARowMayUseTheThirdSeries() {
        Drive drive(watchlistWith(tcp("a", "175.45.178.161", 60), control("c", "8.8.4.4")));
        // Two single failures use up the free series; then two in a row.
        std::vector<Failure> results{Failure::Timeout, Failure::None,    Failure::Timeout,
                                     Failure::None,    Failure::Timeout, Failure::Timeout};
        std::size_t next = 0;
        drive.outcome = [&](const std::string& name, SteadyTime) {
            return name == "a" && next < results.size() ? results[next++] : Failure::None;
        };
        drive.run(30min);
        QCOMPARE(drive.to("a", Job::Kind::Recheck).size(), std::size_t{3});
    }

    void aNeighbourInTheSameBlockIsRecheckedToo() {
        Drive drive(watchlistWith(tcp("a", "175.45.178.161", 120) + "," + tcp("b", "175.45.178.129", 120) + "," +
                                      tcp("far", "175.45.177.1", 120),
                                  control("c", "8.8.4.4")));
        drive.outcome = [](const std::string& name, SteadyTime) {
            return name == "a" ? Failure::Timeout : Failure::None;
        };
        drive.run(4min);
        QVERIFY(!drive.to("b", Job::Kind::Recheck).empty());
        QVERIFY(drive.to("far", Job::Kind::Recheck).empty());
    }

    void theNeighbourIsWhoWasAskedLongestAgo() {
        Drive drive(watchlistWith(tcp("a", "175.45.178.161", 120) + "," + tcp("often", "175.45.178.129", 120) + "," +
                                      tcp("seldom", "175.45.178.56", 900),
                                  control("c", "8.8.4.4")));
        bool silent = false;
        drive.outcome = [&silent](const std::string& name, SteadyTime) {
            return name == "a" && silent ? Failure::Timeout : Failure::None;
        };
        drive.run(5min);
        silent = true;
        drive.run(4min);
        QVERIFY(!drive.to("seldom", Job::Kind::Recheck).empty());
        QVERIFY(drive.to("often", Job::Kind::Recheck).empty());
    }

    // It tells nothing of who answers, and while it is under way nobody else at its address is asked.
    void aTraceIsNoNeighbour() {
        const std::string trace = R"({"id":"t","group":"routes","probe":{"kind":"trace","host":"175.45.178.56"},)"
                                  R"("interval_s":1800,"timeout_s":5})";
        Drive drive(watchlistWith(tcp("a", "175.45.178.161", 120) + "," + tcp("b", "175.45.178.129", 120) + "," + trace,
                                  control("c", "8.8.4.4")));
        bool silent = false;
        drive.outcome = [&silent](const std::string& name, SteadyTime) {
            return name == "a" && silent ? Failure::Timeout : Failure::None;
        };
        drive.run(5min);
        silent = true;
        drive.run(4min);
        QVERIFY(!drive.to("b", Job::Kind::Recheck).empty());
        QVERIFY(drive.to("t", Job::Kind::Recheck).empty());
    }

    void aNeighbourWithoutSeriesLeftGivesWayToTheNext() {
        Drive drive(watchlistWith(tcp("a", "175.45.178.161", 60) + "," + tcp("often", "175.45.178.129", 120) + "," +
                                      tcp("seldom", "175.45.178.56", 1800),
                                  control("c", "8.8.4.4")));
        bool fail = false;
        drive.outcome = [&fail](const std::string& name, SteadyTime) {
            return name == "a" && std::exchange(fail, false) ? Failure::Timeout : Failure::None;
        };
        drive.run(5min);
        for (int time = 0; time < 3; ++time) {
            QVERIFY(drive.to("often", Job::Kind::Recheck).empty());
            fail = true;
            drive.run(10min);
        }
        QVERIFY(!drive.to("often", Job::Kind::Recheck).empty());
    }

    void aLineControlIsAskedAtOnceAfterEveryFailedCheck() {
        Drive drive(
            watchlistWith(tcp("a", "175.45.178.161", 120), control("c", "8.8.4.4") + "," + control("d", "9.9.9.9")));
        drive.outcome = [](const std::string& name, SteadyTime) {
            return name == "a" ? Failure::Timeout : Failure::None;
        };
        drive.run(10min);
        for (const auto& failed : drive.to("a")) {
            if (failed.ended + 1s >= drive.now)
                continue;
            const bool followed = std::any_of(drive.sent.begin(), drive.sent.end(), [&](const auto& s) {
                return (s.name == "c" || s.name == "d") && s.at >= failed.ended && s.at <= failed.ended + 1s;
            });
            QVERIFY(followed);
        }
    }

    void whatStaysDownIsAskedMoreSlowlyAndAtItsPaceAgainOnceBack() {
        Drive drive(watchlistWith(tcp("a", "175.45.178.161", 120), control("c", "8.8.4.4")));
        drive.run(1min);
        drive.schedule.setDownSince(drive.watchlist.findByName("a")->id, drive.now);
        drive.run(1h);
        const auto slow = drive.to("a");
        QVERIFY(slow.back().at - slow[slow.size() - 2].at >= 265s);
        QVERIFY(slow.back().at - slow[slow.size() - 2].at <= 335s);
        drive.schedule.setDownSince(drive.watchlist.findByName("a")->id, std::nullopt);
        drive.run(20min);
        const auto back = drive.to("a");
        QVERIFY(back.back().at - back[back.size() - 2].at <= 135s);
    }

    // An end takes two answers, 100 s apart: it waits for no quarter of an hour.
    void whatComesBackIsSoonAskedAgain() {
        Drive drive(watchlistWith(tcp("a", "175.45.178.161", 900), control("c", "8.8.4.4")));
        bool silent = true;
        drive.outcome = [&silent](const std::string& name, SteadyTime) {
            return name == "a" && silent ? Failure::Timeout : Failure::None;
        };
        drive.run(1min);
        drive.schedule.setDownSince(drive.watchlist.findByName("a")->id, drive.now);
        drive.run(30min);
        silent = false;
        const std::size_t before = drive.to("a").size();
        drive.run(50min);
        const auto asked = drive.to("a");
        QVERIFY(asked.size() >= before + 3);
        QVERIFY(asked[before + 1].at - asked[before].at >= 100s);
        QVERIFY(asked[before + 1].at - asked[before].at <= 123s);
        QVERIFY(asked[before + 2].at - asked[before + 1].at >= 800s); // only once
    }

    void theCapsAreNeverExceededInAnyMinute() {
        std::string targets;
        for (int i = 0; i < 30; ++i)
            targets += (i ? "," : "") + tcp("t" + std::to_string(i),
                                            "175.45.17" + std::to_string(6 + i % 4) + "." + std::to_string(20 + i), 60);
        Drive drive(watchlistWith(targets, control("c", "8.8.4.4")));
        // A quarter of all checks fail, so that re-checks and alerts are in it.
        drive.outcome = [n = 0](const std::string& name, SteadyTime) mutable {
            return name != "c" && ++n % 4 == 0 ? Failure::Timeout : Failure::None;
        };
        drive.run(1h);
        std::map<std::string, std::vector<SteadyTime>> blocks;
        for (const auto& s : drive.sent) {
            if (s.name == "c")
                continue;
            const Address address = *Address::parse(hostOf(drive.watchlist.findByName(s.name)->probe));
            blocks[address.block24()].push_back(s.at);
            blocks["all"].push_back(s.at);
        }
        for (const auto& [block, times] : blocks) {
            const std::size_t cap = block == "all" ? 20 : 12;
            for (std::size_t i = cap; i < times.size(); ++i)
                QVERIFY2(times[i] - times[i - cap] >= 60s, block.c_str());
        }
        QVERIFY(blocks["all"].size() > 1000); // late is delayed, never dropped
    }

    void nobodyIsStarvedUnderTheCaps() {
        std::string targets;
        for (int i = 0; i < 12; ++i)
            targets += (i ? "," : "") + tcp("t" + std::to_string(i), "175.45.176." + std::to_string(20 + i), 60);
        Drive drive(watchlistWith(targets, control("c", "8.8.4.4")));
        drive.run(1h);
        for (int i = 0; i < 12; ++i)
            QVERIFY(drive.to("t" + std::to_string(i)).size() >= 24); // 6 a minute shared by 12 for an hour is 30 each
    }

    void loopbackIsExemptFromTheCaps() {
        std::string targets;
        for (int i = 0; i < 30; ++i)
            targets += (i ? "," : "") + tcp("t" + std::to_string(i), "127.0.0." + std::to_string(20 + i), 1);
        Drive drive(watchlistWith(targets, control("c", "127.0.0.5")));
        drive.run(1min);
        QVERIFY(drive.to("t0").size() >= 40);
    }

    void checkNowAsksEverybodyWithinTheCaps() {
        Drive drive(watchlistWith(tcp("a", "175.45.178.161", 120), control("c", "8.8.4.4")));
        drive.run(5min);
        const std::size_t before = drive.to("a").size();
        drive.schedule.askAll(drive.now);
        drive.run(61s);
        QVERIFY(drive.to("a").size() > before);
    }

    void aSentinelKeepsItsPaceWhileItsTargetIsDown() {
        Drive drive(watchlistWith(tcp("a", "175.45.178.161", 120), control("c", "8.8.4.4")));
        drive.run(1min);
        drive.schedule.setDownSince(drive.watchlist.findByName("a")->id, drive.now);
        drive.schedule.setDownSince(drive.watchlist.findByName("sentinel-a")->id, drive.now);
        drive.run(1h);
        const auto asked = drive.to("sentinel-a");
        QVERIFY(asked.size() >= 52 && asked.size() <= 68);
    }

    void aSentinelOfANameWaitsUntilItsAddressIsKnown() {
        Drive drive(R"({"version":1,"sites":[{"id":"s","label":"S"}],"targets":[{"id":"page","label":"P","site":"s",
            "probe":{"kind":"http","url":")" +
                    http + R"(www.kcna.kp/","resolve":{"servers":["175.45.176.8"]}}}]})");
        drive.run(5min);
        QVERIFY(!drive.to("page").empty());
        QVERIFY(drive.to("sentinel-page").empty());
        drive.schedule.resolved(drive.watchlist.findByName("page")->id, Address::parse("175.45.176.71"), drive.now);
        drive.run(5min);
        QVERIFY(drive.to("sentinel-page").size() >= 4);
    }

    void nextNamesTheMomentSomethingIsDue() {
        Drive drive(watchlistWith(tcp("a", "175.45.178.161", 120), control("c", "8.8.4.4")));
        drive.run(1min);
        const SteadyTime next = drive.schedule.next(drive.now);
        QVERIFY(next > drive.now);
        QVERIFY(drive.schedule.take(next - 1ms).empty());
        QVERIFY(!drive.schedule.take(next).empty());
    }
};

QTEST_GUILESS_MAIN(TestSchedule)
#include "tst_schedule.moc"
