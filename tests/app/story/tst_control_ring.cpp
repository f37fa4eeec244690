// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/story/own_line.h"
#include "tests/support/script.h"

#include <QTest>

#include <algorithm>
#include <iterator>
#include <sstream>

using namespace kpwatch;
using namespace kpwatch::test;

namespace {

// "a100+ b110-": control a answered at 100 s within 100 ms, b failed from 110 s to 120 s. In order of their ends.
std::vector<ControlRing::Reading> readings(const std::string& script, const std::string& source = {}) {
    std::vector<ControlRing::Reading> list;
    std::istringstream words(script);
    for (std::string word; words >> word;) {
        const bool answered = word.back() == '+';
        const UtcTime begin = after(seconds(std::stoi(word.substr(1))));
        list.push_back({static_cast<std::size_t>(word[0] - 'a'),
                        {begin, begin + (answered ? milliseconds(100) : milliseconds(10000))},
                        answered ? ControlRing::Outcome::Answered : ControlRing::Outcome::Failed,
                        source});
    }
    std::stable_sort(list.begin(), list.end(),
                     [](const auto& left, const auto& right) { return left.range.end < right.range.end; });
    return list;
}

// Line controls, and our own line as it follows from them.
struct Line {
    explicit Line(std::size_t count) : ring(std::vector<ControlRing::Member>(count)) {}
    ControlRing ring;
    OwnLine own{seconds(130)};

    void hear(const std::string& script, UtcTime watching_since = storyBegin()) {
        for (const ControlRing::Reading& reading : readings(script)) {
            ring.take(reading);
            own.judge(ring, reading.range, watching_since);
        }
    }
    Proof proofOf(TimeRange check, UtcTime now) const { return ring.bracket(check, {}, now).proof; }
};
Line fed(const std::string& script, std::size_t count = 3) {
    Line line(count);
    line.hear(script);
    return line;
}

TimeRange check(int begin, int end) { return {after(seconds(begin)), after(seconds(end))}; }

std::string lineStates(const Line& line, int end) {
    StateTrack present;
    present.setFrom(storyBegin(), {Verdict::Up, Reason::None, {}, {}, {}});
    return shown(laidOver(present, {}, line.own.track(), {storyBegin(), after(seconds(end))}));
}

const std::string qualified = "a1+ b1+ c1+ a2+ b2+ c2+ a3+ b3+ c3+ "; // all three may vote

} // namespace

class TestControlRing : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    // The check runs from 100 s to 120 s; what is known then is known at `now`.
    void proofOfAFailedCheck_data() {
        QTest::addColumn<QString>("script");
        QTest::addColumn<int>("now");
        QTest::addColumn<int>("proof");
        const auto row = [](const char* claim, const char* script, int now, Proof proof) {
            QTest::newRow(claim) << QString::fromStdString(qualified) + QString::fromLatin1(script) << now
                                 << static_cast<int>(proof);
        };
        row("answered before and after counts", "a90+ b125+", 200, Proof::Counts);
        row("the same control before and after counts", "a90+ a125+", 200, Proof::Counts);
        row("60 s before is near enough", "a40+ b125+", 200, Proof::Counts);
        row("61 s before is too far", "a39+ b125+", 200, Proof::Neutral);
        row("60 s after is near enough", "a90+ b180+", 300, Proof::Counts);
        row("61 s after is too far", "a90+ b181+", 300, Proof::Neutral);
        row("nothing after is neutral in the end", "a90+", 192, Proof::Neutral);
        row("until then it waits", "a90+", 190, Proof::Wait);
        row("an answer is believed once earlier readings have ended", "a90+ b125+", 136, Proof::Wait);
        row("and no later", "a90+ b125+", 137, Proof::Counts);
        row("the one before failed", "a80+ b85- c125+", 200, Proof::Neutral);
        row("the one after failed", "a90+ b121- c125+", 200, Proof::Neutral);
        row("one failed in between", "a90+ b105- c125+", 200, Proof::Neutral);
        row("one that began before and failed in between", "a90+ b95- c125+", 200, Proof::Neutral);
        row("an answer in between changes nothing", "a90+ b110+ c125+", 200, Proof::Counts);
    }
    void proofOfAFailedCheck() {
        QFETCH(QString, script);
        QFETCH(int, now);
        QFETCH(int, proof);
        const Line line = fed(script.toStdString());
        QCOMPARE(static_cast<int>(line.proofOf(check(100, 120), after(seconds(now)))), proof);
    }

    // The road's controls are asked each at its own pace.
    void theNearestMustBeWithinAWindowOfItsOwn() {
        const auto proof = [](const std::string& script) {
            ControlRing::Member wide;
            wide.window = seconds(300);
            ControlRing ring({ControlRing::Member{}, wide});
            for (const ControlRing::Reading& reading : readings("a1+ b1+ a2+ b2+ a3+ b3+ " + script + " b425+"))
                ring.take(reading);
            return ring.bracket(check(400, 420), {}, after(seconds(500))).proof;
        };
        QVERIFY(proof("b250+") == Proof::Counts);
        QVERIFY(proof("b250+ a300+") == Proof::Neutral);
    }

    // The check left by an IPv4 address; b, which answers, is asked over IPv6.
    void anotherFamilyProvesNothingWhereItsOwnIsSilent() {
        const std::string v4 = "198.18.0.5";
        const auto proof = [&](const std::string& of_v4) {
            auto all = readings("a1+ a2+ a3+ " + of_v4, v4);
            std::ranges::copy(readings("b1+ b2+ b3+ b890+ b925+", "2001:db8::5"), std::back_inserter(all));
            std::ranges::stable_sort(all, {}, [](const ControlRing::Reading& each) { return each.range.end; });
            ControlRing ring(std::vector<ControlRing::Member>(2));
            for (const ControlRing::Reading& reading : all)
                ring.take(reading);
            return ring.bracket(check(900, 920), v4, after(seconds(1000))).proof;
        };
        QVERIFY(proof("a850+") == Proof::Counts);
        QVERIFY(proof("a840-") == Proof::Neutral);
        QVERIFY(proof("a760-") == Proof::Counts); // which is not lately
        QVERIFY(proof("") == Proof::Counts);      // nobody is asked over IPv4
    }

    void withoutAQualifiedControlThereIsNoProof() {
        QVERIFY(fed("").proofOf(check(100, 120), after(seconds(300))) == Proof::NoControl);
        QVERIFY(fed("a10+ a20+ a90+ a125+").ring.anyQualified(after(seconds(200))));
        QVERIFY(!fed("a10+ a20+ a30- b40+ b90+ c125+").ring.anyQualified(after(seconds(200))));
        QVERIFY(fed("a10+ a20+ a30- a60+ a125+", 1).proofOf(check(100, 120), after(seconds(300))) == Proof::NoControl);
    }

    void unqualifiedControlsDoNotVote() {
        const Line line = fed("a1+ a2+ a3+ a90+ b105- a125+");
        QVERIFY(line.proofOf(check(100, 120), after(seconds(200))) == Proof::Counts);
    }

    // Silent for over ten minutes while others answer: out of service, it harms no proof any more.
    void deadControlLeavesServiceAfterTenMinutes() {
        const auto proof = [](int begin) {
            const int at = begin;
            std::string script = qualified + "b60- ";
            for (int time = 63; time < at; time += 30)
                script += "a" + std::to_string(time) + "+ ";
            script +=
                "c" + std::to_string(at - 4) + "+ b" + std::to_string(at + 5) + "- a" + std::to_string(at + 25) + "+";
            return fed(script).proofOf(check(at, at + 20), after(seconds(at + 100)));
        };
        QVERIFY(proof(400) == Proof::Neutral);
        QVERIFY(proof(800) == Proof::Counts);
    }

    void answeredBetweenIsStrict() {
        const Line line = fed(qualified + "a90+ b125+");
        QVERIFY(line.ring.answeredBetween(after(seconds(100)), after(seconds(130))));
        QVERIFY(!line.ring.answeredBetween(after(seconds(100)), after(seconds(125))));
        QVERIFY(!line.ring.answeredBetween(after(seconds(125)), after(seconds(300))));
    }

    void ownLine_data() {
        QTest::addColumn<QString>("script");
        QTest::addColumn<QString>("states");
        const auto row = [](const char* claim, const char* script, const char* states) {
            QTest::newRow(claim) << QString::fromLatin1(script) << QString::fromLatin1(states);
        };
        row("is not known before a control is qualified", "a1+ a2+", "unknown/no-control@0");
        row("is up once one is", "a1+ a2+ a3+", "unknown/no-control@0, up@3");
        row("one of three failing is not our line", "a1+ b1+ c1+ a2+ b2+ c2+ a3+ b3+ c3+ a50-",
            "unknown/no-control@0, up@3");
        row("two of three are, from the last answer on", "a1+ b1+ c1+ a2+ b2+ c2+ a3+ b3+ c3+ c40+ a50- b60-",
            "unknown/no-control@0, up@3, own-connection-down@40");
        row("half is not more than half", "a1+ b1+ a2+ b2+ a3+ b3+ a50-", "unknown/no-control@0, up@3");
        row("it is back with the majority", "a1+ b1+ c1+ a2+ b2+ c2+ a3+ b3+ c3+ c40+ a50- b60- a90+",
            "unknown/no-control@0, up@3, own-connection-down@40, up@90");
    }
    void ownLine() {
        QFETCH(QString, script);
        QFETCH(QString, states);
        QCOMPARE(QString::fromStdString(lineStates(fed(script.toStdString()), 100)), states);
    }

    void ownLineIsUnknownWhenNoControlSpeaks() {
        Line line = fed(qualified);
        line.own.advanceTo(after(seconds(130)));
        QVERIFY(line.own.track().current().verdict == Verdict::Up);
        line.own.advanceTo(after(seconds(140)));
        QCOMPARE(lineStates(line, 200), std::string("unknown/no-control@0, up@3, unknown/no-control@133"));
    }

    void nothingIsDatedBackBeforeWatching() {
        Line line = fed(qualified);
        const UtcTime woke = after(seconds(1000));
        line.ring.forgetLatest();
        line.own.forgetLatest(woke);
        line.hear("a1010- b1020- c1030-", woke);
        QVERIFY(line.own.track().current().verdict == Verdict::OwnConnectionDown);
        QVERIFY(line.own.track().currentSince() == woke);
    }

    void afterWakingControlsMustAnswerTwice() {
        Line line = fed(qualified);
        line.ring.wake(after(seconds(1000)));
        const auto hear = [&](const char* script) { line.hear(script, after(seconds(1000))); };
        QVERIFY(!line.ring.tooSoonAfterWaking(check(900, 999)));
        QVERIFY(line.ring.tooSoonAfterWaking(check(1005, 1006)));
        hear("a1010+ b1020+ a1039+");
        QVERIFY(line.ring.tooSoonAfterWaking(check(1041, 1042))); // 29 s apart
        hear("a1040+");
        QVERIFY(line.ring.tooSoonAfterWaking(check(1041, 1042))); // b answered once
        hear("b1050+");
        QVERIFY(line.ring.tooSoonAfterWaking(check(1050, 1052)));
        QVERIFY(!line.ring.tooSoonAfterWaking(check(1051, 1052)));
        hear("c1060+"); // late: the others have answered twice
        QVERIFY(!line.ring.tooSoonAfterWaking(check(1061, 1062)));
    }
};

QTEST_GUILESS_MAIN(TestControlRing)
#include "tst_control_ring.moc"
