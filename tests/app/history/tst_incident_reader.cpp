// SPDX-License-Identifier: GPL-3.0-or-later
// Incidents read from a history are those folded from the rows at hand.
#include "app/history/history.h"
#include "app/history/incident_reader.h"
#include "app/story/down_length.h"
#include "app/story/incident_filter.h"
#include "tests/support/lane_script.h"
#include "tests/support/recorded_story.h"

#include <SQLiteCpp/SQLiteCpp.h>

#include <QTemporaryDir>
#include <QTest>
#include <nlohmann/json.hpp>

using namespace kpwatch;
using namespace kpwatch::test;
using namespace std::chrono_literals;

namespace {

const Settings settings;

struct Recorded {
    QTemporaryDir home;
    std::filesystem::path directory = std::filesystem::path(home.path().toStdString()) / "history";
    Story story;
    Replayed judged;

    explicit Recorded(Story told, int end) : story(std::move(told)), judged(record(story, end, directory)) {}
    HistoryReader reader() const { return HistoryReader(directory); }
    IncidentQuestion question() const { return {story.watchlist(), settings, judged.lastRowAt}; }
};

} // namespace

class TestIncidentReader : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void readsWhatTheRowsTell() {
        const Recorded recorded(siege(), siegeEnd);
        const auto folded =
            incidentsOf({recorded.story.watchlist(), recorded.judged.spans, {}, recorded.judged.lastRowAt}, settings);
        const auto read = incidentLog(recorded.reader(), recorded.question());
        QCOMPARE(shown(read, recorded.story.watchlist()), shown(folded, recorded.story.watchlist()));
        QCOMPARE(read.size(), std::size_t(1));
        QCOMPARE(read[0].id, folded[0].id);
        QCOMPARE(read[0].began, folded[0].began);
        QCOMPARE(read[0].lengths, folded[0].lengths);
        QCOMPARE(read[0].before, folded[0].before);
        QVERIFY(!read[0].before.empty());
    }

    void assessesFromTheChecks() {
        const Recorded recorded(siege(), siegeEnd);
        const HistoryReader reader = recorded.reader();
        const auto read = incidentLog(reader, recorded.question());
        const Assessment seen = assessmentOf(reader, recorded.question(), read[0]);
        QCOMPARE(seen.pattern, Pattern::Gradual);
        QCOMPARE(seen.scope, Scope::AllSites);
        QCOMPARE(seen.routes.routes, Routes::Unknown);
        QCOMPARE(seen.touched.sites.size(), std::size_t(4));
        QCOMPARE(seen.touched.sitesWatched, 4);
        const auto all = assessmentsOf(reader, recorded.question(), read);
        QCOMPARE(all.size(), read.size());
        QCOMPARE(all[0].pattern, seen.pattern);
        QCOMPARE(all[0].evidence, seen.evidence);
        QCOMPARE(all[0].coverage, seen.coverage);
    }

    void siteThatNeverFailedStillAnswers() {
        Story story(storyWatchlist(), 1);
        for (const char* site : {"kcna-http", "naenara-http", "airkoryo-http"})
            story.sees(site, 7200, 10800, Outcome::timeout());
        const Recorded recorded(std::move(story), 12000);
        const auto read = incidentLog(recorded.reader(), recorded.question());
        QCOMPARE(read.size(), std::size_t(1));
        QVERIFY(!read[0].lengths.noneAnswered);
    }

    // Nobody knows when in the gap it stopped: the log, too, which reads less than the lanes.
    void startThatFellIntoAGapIsUnseen() {
        Story story(storyWatchlist(), 1);
        story.silent(7200, 14400).sees("kcna-http", 9000, 20000, Outcome::timeout());
        const Recorded recorded(std::move(story), 24000);
        const auto folded =
            incidentsOf({recorded.story.watchlist(), recorded.judged.spans, {}, recorded.judged.lastRowAt}, settings);
        const auto read = incidentLog(recorded.reader(), recorded.question());
        QCOMPARE(read.size(), std::size_t(1));
        QVERIFY(read[0].began.after && read[0].boundsUnseen() && read[0].lengths.one.atLeast);
        QCOMPARE(read[0].lengths, folded.at(0).lengths);
    }

    void ongoingOneLastsToTheLastRow() {
        Story story(storyWatchlist(), 1);
        story.sees("kcna-http", 7200, 100000, Outcome::timeout());
        const Recorded recorded(std::move(story), 9000);
        const auto read = incidentLog(recorded.reader(), recorded.question());
        QCOMPARE(read.size(), std::size_t(1));
        QVERIFY(!read[0].over());
        QCOMPARE(read[0].end(recorded.judged.lastRowAt), recorded.judged.lastRowAt);
        QCOMPARE(read[0].lengths.atLeastOne, read[0].lengths.untilSteady);
    }

    // However lately it was killed who recorded.
    void ongoingOneIsOutOfSightOnceNobodyRecords() {
        Story story(storyWatchlist(), 1);
        story.sees("kcna-http", 7200, 100000, Outcome::timeout());
        const Recorded recorded(std::move(story), 9000);
        const auto isOutOfSight = [&] {
            const auto read = incidentLog(recorded.reader(), recorded.question());
            return read.at(0).members.at(0).downTimes.back().outOfSight;
        };
        QVERIFY(isOutOfSight());
        const WritersPlace watching(recorded.directory);
        QVERIFY(!isOutOfSight());
    }

    // As the lane has it.
    void whatTheRecordLostMakesNoOutageLonger() {
        Story story(storyWatchlist(), 1);
        story.sees("kcna-http", 7200, 100000, Outcome::timeout());
        const Recorded recorded(std::move(story), 20000);
        const UtcTime last = recorded.judged.lastRowAt;
        const Lengths whole = incidentLog(recorded.reader(), recorded.question()).at(0).lengths;
        SQLite::Database database((recorded.directory / "history.db").string(), SQLite::OPEN_READWRITE);
        SQLite::Statement lose(database, "INSERT INTO gap SELECT 0, ?, ?, id, 9, 'damaged' FROM series");
        lose.bind(1, std::int64_t{(last - 60min).time_since_epoch().count()});
        lose.bind(2, std::int64_t{(last - 30min).time_since_epoch().count()});
        lose.exec();
        const auto read = incidentLog(recorded.reader(), recorded.question());
        QCOMPARE(read.size(), std::size_t(1));
        QCOMPARE(read[0].lengths.untilSteady, whole.untilSteady - 30min);
        QCOMPARE(read[0].lengths.atLeastOne, read[0].lengths.untilSteady);
        const Watchlist watchlist = recorded.story.watchlist();
        const auto lanes = recorded.reader().spans(watchlist, {last - 6h, last});
        const auto lengths = downLengths(lanes.at(read[0].members.front().target));
        QCOMPARE(lengths.size(), std::size_t(1));
        QCOMPARE(lengths[0].certain, read[0].lengths.untilSteady);
    }

    void sieveLetsThroughWhatIsWanted() {
        const Recorded recorded(siege(), siegeEnd);
        const HistoryReader reader = recorded.reader();
        const IncidentQuestion question = recorded.question();
        const auto log = incidentLog(reader, question);
        Sieve sieve;
        const auto passes = [&](const IncidentFilter& filter) -> bool {
            return sieve.passing(reader, question, log, filter).at(0);
        };
        for (int again = 0; again < 2; ++again) { // the second time from memory
            QVERIFY(passes({}));
            QVERIFY(passes({.pattern = Pattern::Gradual}));
            QVERIFY(!passes({.pattern = Pattern::Abrupt}));
            QVERIFY(passes({.scope = Scope::AllSites, .pattern = Pattern::Gradual}));
            QVERIFY(!passes({.scope = Scope::OneServer, .pattern = Pattern::Gradual}));
            QVERIFY(!passes({.atLeast = 24h, .pattern = Pattern::Gradual}));
        }
    }

    void slowSpellsHaveAListOfTheirOwn() {
        const Recorded recorded(siege(), siegeEnd);
        const auto spells = spellLog(recorded.reader(), recorded.story.watchlist(), Verdict::Degraded);
        std::size_t slow = 0;
        for (const auto& [id, lane] : recorded.judged.spans)
            if (id != ownLineId)
                slow += static_cast<std::size_t>(std::count_if(
                    lane.begin(), lane.end(), [](const Span& span) { return span.verdict == Verdict::Degraded; }));
        QCOMPARE(spells.size(), slow);
        QVERIFY(std::is_sorted(spells.begin(), spells.end(), [](const Spell& left, const Spell& right) {
            return left.range.begin < right.range.begin;
        }));
    }

    // As left on disk by a first run with four sites, and a second with three of them.
    void isToldByTheWatchlistOfItsTime() {
        Story story(storyWatchlist(), 1);
        for (const char* site : {"kcna-http", "naenara-http", "airkoryo-http"})
            story.sees(site, 7200, 10800, Outcome::timeout());
        const Recorded recorded(std::move(story), 12000);
        auto smaller = nlohmann::json::parse(recorded.story.watchlist().json());
        smaller["targets"].erase(0); // KCNA, which was silent,
        smaller["targets"].erase(2); // and the Foreign Ministry, which was not
        const Watchlist today = parseWatchlist(smaller.dump(), "later", settings);
        { const History again({.directory = recorded.directory, .simulated = false}, today, {}, after(20000s)); }
        const HistoryReader reader = recorded.reader();
        QCOMPARE(reader.watchlistVersions().size(), std::size_t(2));
        const IncidentQuestion question{today, settings, recorded.judged.lastRowAt};
        const auto read = incidentLog(reader, question);
        QCOMPARE(read.size(), std::size_t(1));
        const WatchedThen then = watchedThen(reader, today);
        const auto own = incidentLog(reader, recorded.question());
        QCOMPARE(shown(read, then.of(read[0])), shown(own, recorded.story.watchlist()));
        QVERIFY(!read[0].none);
        const Assessment seen = assessmentOf(reader, question, read[0]);
        const Assessment first = assessmentOf(reader, recorded.question(), own[0]);
        QCOMPARE(seen.touched.sites.size(), std::size_t(3));
        QCOMPARE(seen.touched.sitesWatched, 4);
        QCOMPARE(seen.pattern, first.pattern);
        QCOMPARE(seen.evidence.size(), first.evidence.size());
    }

    void isFoundByAnyNameAndByRange() {
        const Recorded recorded(siege(), siegeEnd);
        const auto read = incidentLog(recorded.reader(), recorded.question());
        const UtcTime now = recorded.judged.lastRowAt;
        QVERIFY(findIncident(read, read[0].id) == &read[0]);
        QVERIFY(findIncident(read, incidentId(read[0].members.back().downTimes[0].firstFailure())) == &read[0]);
        QVERIFY(findIncident(read, "20990101-000000") == nullptr);
        const auto passes = [&](TimeRange when) { return IncidentFilter{.when = when}.passes(read[0], now); };
        QVERIFY(passes({read[0].firstFailure() + 60s, read[0].firstFailure() + 120s}));
        QVERIFY(!passes({storyBegin(), read[0].firstFailure()}));
        QVERIFY(!passes({read[0].end(now), now + 1h}));
    }
};

QTEST_GUILESS_MAIN(TestIncidentReader)
#include "tst_incident_reader.moc"
