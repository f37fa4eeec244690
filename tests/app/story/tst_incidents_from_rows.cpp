// SPDX-License-Identifier: GPL-3.0-or-later
// From checks to findings with everything between: what goes wrong on our own side, and loss, must not make, move or
// name an incident.
#include "app/story/assessment.h"
#include "app/story/replay.h"
#include "tests/support/lane_script.h"

#include <QTest>

using namespace kpwatch;
using namespace kpwatch::test;
using namespace std::chrono_literals;

namespace {

constexpr int onset = 9000, back = 14000, end = 16000;

struct Seen {
    std::vector<Incident> incidents;
    std::vector<Assessment> assessments;
    std::string text() const {
        std::string said;
        for (std::size_t i = 0; i < incidents.size(); ++i)
            said += (i == 0 ? "" : " / ") + std::string(name(assessments[i].scope)) + " " +
                    std::string(name(assessments[i].pattern)) +
                    (assessments[i].why == WhyUnclear::None ? "" : "(" + std::string(name(assessments[i].why)) + ")") +
                    (incidents[i].lengths.one.atLeast ? " at-least" : "") + (incidents[i].cutAt ? " cut" : "");
        return said.empty() ? "none" : said;
    }
};

Seen seen(const Story& story) {
    const Story::Rows rows = story.until(end);
    const Replayed judged = replayRows(story.watchlist(), {}, rows.observations, rows.events, true);
    const ChecksOf checks = [&](const Target& target, TimeRange range) {
        std::vector<Observation> its;
        for (const Observation& row : rows.observations)
            if (row.target == target.id && range.contains(row.startedAt))
                its.push_back(row);
        return its;
    };
    const Settings settings;
    Seen result;
    result.incidents = incidentsOf({story.watchlist(), judged.spans, rows.events, judged.lastRowAt}, settings);
    for (const Incident& incident : result.incidents) {
        Case given{story.watchlist(), judged.spans, settings, rows.events, judged.lastRowAt};
        given.trouble = troubleBefore(incident, story.watchlist(), checks);
        result.assessments.push_back(assessed(incident, given));
    }
    return result;
}

using Tell = std::function<void(Story&)>;
void everythingDown(Story& story) { story.allTargetsSee(onset, back, Outcome::timeout()); }
void sleeps(Story& story, int from, int to) {
    story.silent(from, to);
    story.happens(to, Asleep{after(seconds(from))});
}

} // namespace

class TestIncidentsFromRows : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void ownSideAndLossAreKeptApart_data() {
        QTest::addColumn<Tell>("tell");
        QTest::addColumn<std::string>("expected");
        const auto row = [](const char* what, const Tell& tell, const char* expected) {
            QTest::newRow(what) << tell << std::string(expected);
        };
        row("everything", everythingDown, "all-sites abrupt");
        row(
            "everything, with 5 % lost all the time",
            [](Story& story) {
                story.loses(0, end, 0.05);
                everythingDown(story);
            },
            "all-sites abrupt");
        row(
            "5 % lost and nothing else", [](Story& story) { story.loses(0, end, 0.05); }, "none");
        row(
            "asleep in the middle",
            [](Story& story) {
                everythingDown(story);
                sleeps(story, 10500, 12000);
            },
            "all-sites abrupt at-least");
        row(
            "asleep when it began",
            [](Story& story) {
                everythingDown(story);
                sleeps(story, 8000, 9600);
            },
            "all-sites unclear(start-not-observed) at-least");
        row(
            "asleep when it ended",
            [](Story& story) {
                everythingDown(story);
                sleeps(story, 13000, 14600);
            },
            "all-sites abrupt at-least");
        row(
            "our own line down when it began",
            [](Story& story) {
                everythingDown(story);
                story.allControlsSee(8400, 9600, Outcome::timeout());
                story.allTargetsSee(8400, 9000, Outcome::timeout());
            },
            "all-sites unclear(start-not-observed) at-least");
        row(
            "our own line alone",
            [](Story& story) {
                story.allControlsSee(onset, back, Outcome::timeout());
                story.allTargetsSee(onset, back, Outcome::timeout());
            },
            "none");
        row(
            "our line changed in the middle",
            [](Story& story) {
                everythingDown(story);
                story.happens(1, Epoch{"home", "wi-fi", "DE"});
                story.happens(11000, Epoch{"cafe", "wi-fi", "DE"});
            },
            "all-sites abrupt at-least cut");
        row(
            "one site", [](Story& story) { story.sees("mfa-http", onset, back, Outcome::timeout()); },
            "one-server single-server");
        row(
            "one site's error page", [](Story& story) { story.sees("mfa-http", onset, back, Outcome::page(503)); },
            "none");
        row(
            "a block page of our own network",
            [](Story& story) {
                for (const char* site : {"kcna-http", "naenara-http", "airkoryo-http", "mfa-http"})
                    story.sees(site, onset, back, Outcome::neutral(Failure::Blocked));
            },
            "none");
        row(
            "no control answers from the start on",
            [](Story& story) {
                everythingDown(story);
                story.allControlsSee(onset, back, Outcome::timeout());
            },
            "none");
        row(
            "controls come back in the middle",
            [](Story& story) {
                everythingDown(story);
                story.allControlsSee(onset, onset + 1800, Outcome::timeout());
            },
            "all-sites unclear(start-not-observed) at-least");
        row(
            "one site, with 5 % lost all the time",
            [](Story& story) {
                story.loses(0, end, 0.05);
                story.sees("mfa-http", onset, back, Outcome::timeout());
            },
            "one-server single-server");
        row(
            "a short one", [](Story& story) { story.allTargetsSee(onset, onset + 60, Outcome::timeout()); }, "none");
        row(
            "name servers that answer with a failure",
            [](Story& story) {
                for (const char* server : {"ns1", "ns2", "ns3", "ns4"})
                    story.sees(server, onset, back, Outcome::serverFailure());
            },
            "none");
        row(
            "name servers",
            [](Story& story) {
                for (const char* server : {"ns1", "ns2", "ns3", "ns4"})
                    story.sees(server, onset, back, Outcome::timeout());
            },
            "name-servers name-servers-only");
        row(
            "three times",
            [](Story& story) {
                for (const int from : {9000, 10500, 12000})
                    story.allTargetsSee(from, from + 900, Outcome::timeout());
            },
            "all-sites unstable");
    }
    void ownSideAndLossAreKeptApart() {
        QFETCH(Tell, tell);
        QFETCH(std::string, expected);
        Story story(storyWatchlist(), 3);
        tell(story);
        const std::string told = seen(story).text();
        QVERIFY2(told == expected, ("told \"" + told + "\", expected \"" + expected + "\"").c_str());
    }

    void aRestartInTheMiddleChangesNoIncident_data() {
        QTest::addColumn<bool>("killed");
        QTest::addColumn<int>("length");
        for (const int length : {5, 60, 600, 2000})
            for (const bool killed : {false, true})
                QTest::addRow("%s for %d s", killed ? "killed" : "stopped", length) << killed << length;
    }
    void aRestartInTheMiddleChangesNoIncident() {
        QFETCH(bool, killed);
        QFETCH(int, length);
        constexpr int at = onset + 2000;
        const auto told = [&](bool restart) {
            Story story(storyWatchlist(), 3);
            everythingDown(story);
            if (restart) {
                story.silent(at, at + length).happens(at + length, Started{});
                if (!killed)
                    story.happens(at, Stopped{});
            }
            return seen(story).incidents;
        };
        const std::vector<Incident> through = told(false), over = told(true);
        QCOMPARE(over.size(), std::size_t(1));
        QCOMPARE(over.front().id, through.front().id);
        QVERIFY(over.front().began == through.front().began && over.front().ended == through.front().ended);
        QCOMPARE(over.front().members.size(), through.front().members.size());
        for (std::size_t i = 0; i < over.front().members.size(); ++i)
            QVERIFY(over.front().members[i].began() == through.front().members[i].began());
    }

    void withoutControlsNobodyIsToldSilent() {
        Story story(storyWatchlist(0), 3);
        everythingDown(story);
        QCOMPARE(seen(story).text(), std::string("none"));
    }
};

QTEST_GUILESS_MAIN(TestIncidentsFromRows)
#include "tst_incidents_from_rows.moc"
