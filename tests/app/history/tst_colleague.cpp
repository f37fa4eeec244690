// SPDX-License-Identifier: GPL-3.0-or-later
// Another desk's record lies beside ours: own lanes, own coverage, own seals; nothing of ours changes by it.
#include "app/history/desk_timeline.h"
#include "app/history/doctor.h"
#include "app/history/seal_check.h"
#include "app/history/stoppable_import.h"
#include "app/story/presence.h"
#include "tests/app/history/story.h"

#include <QTest>

#include <SQLiteCpp/SQLiteCpp.h>

#include <fstream>

using namespace kpwatch;
using namespace kpwatch::testing;
using namespace std::chrono_literals;

namespace {

const UtcTime begin = noon;
const UtcTime end = noon + 3h;
const UtcTime later = noon + 48h;

// A web site that was silent for them for an hour, and a target that we do not have.
ColleagueRows theirs() {
    Story told = storyOf({begin, end, TimeRange{begin + 1h, begin + 2h}, std::nullopt});
    ColleagueRows rows;
    rows.desk = {"feedfacefeedface", "the desk in Seoul"};
    rows.watchlist = parseWatchlist(
        R"({"version":1,"allow_private":true,"sites":[{"id":"kcna","label":"KCNA"}],"targets":[)"
        R"({"id":"kcna-http","site":"kcna","probe":{"kind":"http","url":"http://127.0.0.1/"}},)"
        R"({"id":"ns1-dns","site":"kcna","probe":{"kind":"dns","server":"127.0.0.1","name":"kp","type":"SOA"}},)"
        R"({"id":"seoul-only","site":"kcna","probe":{"kind":"tcp","host":"127.0.0.1","port":80}}],)"
        R"("controls":[{"id":"line-a","probe":{"kind":"tcp","host":"127.0.0.1","port":443}}]})",
        "theirs", Settings{});
    for (Observation row : told.observations) {
        row.source.clear();
        row.target = row.target == controlId ? rows.watchlist.controls.front().target.id : row.target;
        rows.observations.push_back(row);
    }
    rows.events = told.events;
    rows.hasHeartbeats = true;
    return rows;
}

std::vector<Span> laneOf(const ColleagueLanes& desk, const std::string& slug) {
    return desk.spans.at(desk.watchlist.findByName(slug)->id);
}

} // namespace

class ColleagueTest : public QObject {
    Q_OBJECT

    static std::unique_ptr<TempHistory> ours() {
        auto history = std::make_unique<TempHistory>();
        const Story told = storyOf({begin, end, std::nullopt, std::nullopt});
        Judge judge = uninterrupted(*history, told);
        store(*history, told, judge);
        return history;
    }

  private Q_SLOTS:
    void theirLanesAreTheirsAndOursStay() {
        const auto history = ours();
        const TargetSpans before = history->read().spans(history->watchlist, {begin, end});
        const auto rowsBefore = history->observations();
        const auto eventsBefore = history->events();
        const std::optional<UtcTime> lastBefore = history->read().lastRowAt();
        const ColleagueRows rows = theirs();
        const Taken taken = takeIn(history->directory, rows, history->settings, later);
        QCOMPARE(taken.observations, std::uint64_t{rows.observations.size()});
        QCOMPARE(taken.events, std::uint64_t{rows.events.size()});
        QVERIFY(history->read().spans(history->watchlist, {begin, end}) == before);
        QVERIFY(history->observations() == rowsBefore);
        QVERIFY(history->events() == eventsBefore);
        QCOMPARE(history->read().lastRowAt(), lastBefore);
        const std::vector<Span> ours = history->read().downSpans(history->watchlist).at(webId);
        QVERIFY(std::ranges::find(ours, Verdict::Down, &Span::verdict) == ours.end()); // no incident of ours

        const std::vector<ColleagueLanes> desks = history->read().colleagues({begin, end + 1h});
        QCOMPARE(desks.size(), std::size_t{1});
        QCOMPARE(desks[0].desk.label, std::string("the desk in Seoul"));
        const std::vector<Span> web = laneOf(desks[0], "kcna-http");
        QVERIFY(std::any_of(web.begin(), web.end(), [](const Span& span) { return span.verdict == Verdict::Down; }));
        QCOMPARE(web.back().verdict, Verdict::NotMonitored); // their file ends there
        QVERIFY(web.back().range.begin <= end + 2min);
        QCOMPARE(web.back().note, std::string(notToldByThem)); // whether their program was closed is not known
        QVERIFY(!laneOf(desks[0], "seoul-only").empty());
    }

    // We were answered all the time; they were not for an hour.
    void whereTheyAgreeLiesBesideTheirLanes() {
        const auto history = ours();
        takeIn(history->directory, theirs(), history->settings, later);
        Watchlist sites = history->watchlist;
        sites.targets[0].site = "kcna";
        const TimeRange range{begin, end + 1h};
        const Timeline own = timelineOf(sites, history->read().spans(sites, range), range, range.end);
        const std::vector<DeskTimeline> desks = deskTimelines(history->read().colleagues(range), own);
        QCOMPARE(desks.size(), std::size_t{1});
        QCOMPARE(desks[0].lanes.size(), desks[0].agreement.size());
        QCOMPARE(desks[0].lanes[0].id, std::string("feedfacefeedface/kcna"));
        QCOMPARE(desks[0].lanes[0].label, std::string("KCNA"));
        QCOMPARE(desks[0].lanes.back().label, std::string("Their own line"));
        QCOMPARE(desks[0].lanes[0].spans.back().note, std::string(notToldByThem));
        QVERIFY(desks[0].agreement.back().empty());
        const std::vector<AgreementSpan>& strip = desks[0].agreement[0];
        QCOMPARE(strip.front().range.begin, range.begin);
        QCOMPARE(strip.back().range.end, range.end);
        QVERIFY(strip.back().what != Agreement::BothAnswered); // their file ends before
        const auto differs =
            std::find_if(strip.begin(), strip.end(), [](const auto& span) { return span.what == Agreement::OnlyHere; });
        QVERIFY(differs != strip.end());
        QVERIFY(differs->range.begin <= begin + 1h + 2min && differs->range.length() > 55min &&
                differs->range.length() < 65min);
        QVERIFY(deskTimelines(history->read().colleagues({end + 5h, end + 6h}),
                              timelineOf(sites, {}, {end + 5h, end + 6h}, later))
                    .empty()); // nothing of theirs lies there
    }

    void theirDownTimesAreReadWholeHoweverLongTheyAre() {
        const auto history = ours();
        takeIn(history->directory, theirs(), history->settings, later);
        {
            SQLite::Database database(history->file().string(), SQLite::OPEN_READWRITE);
            const std::string middle = std::to_string((begin + 90min).time_since_epoch().count());
            const std::string days = std::to_string(std::chrono::milliseconds(40 * 24h).count());
            const std::string ofTheirs = " WHERE series IN (SELECT id FROM series WHERE vantage <> 1) AND ";
            database.exec("UPDATE span SET end_ms = end_ms + " + days + ", ended_after_ms = ended_after_ms + " + days +
                          ", ended_by_ms = ended_by_ms + " + days + ofTheirs + "end_ms > " + middle);
            database.exec("UPDATE span SET begin_ms = begin_ms + " + days + ofTheirs + "begin_ms > " + middle);
        }
        const TimeRange within{begin + 20 * 24h, begin + 21 * 24h};
        const std::vector<Span> web = laneOf(history->read().colleagues(within)[0], "kcna-http");
        QVERIFY(std::ranges::find(web, Verdict::Down, &Span::verdict) != web.end());
        QCOMPARE(web.front().verdict, Verdict::Up); // what stood beside it
        QCOMPARE(web.back().verdict, Verdict::Up);
    }

    void againAddsNothing() {
        const auto history = ours();
        takeIn(history->directory, theirs(), history->settings, later);
        const auto count = [&](const char* sql) {
            SQLite::Database database(history->file().string(), SQLite::OPEN_READONLY);
            return database.execAndGet(sql).getInt();
        };
        const int rows = count("SELECT count(*) FROM observation"), spans = count("SELECT count(*) FROM span"),
                  seals = count("SELECT count(*) FROM seal"), details = count("SELECT count(*) FROM circumstance");
        const Taken again = takeIn(history->directory, theirs(), history->settings, later);
        QCOMPARE(again.observations + again.events, std::uint64_t{0});
        QCOMPARE(again.known, std::uint64_t{theirs().observations.size() + theirs().events.size()});
        QCOMPARE(count("SELECT count(*) FROM observation"), rows);
        QCOMPARE(count("SELECT count(*) FROM span"), spans);
        QCOMPARE(count("SELECT count(*) FROM seal"), seals);
        QCOMPARE(count("SELECT count(*) FROM circumstance"), details);
    }

    void whatSaysSomethingElseIsCountedAndLeft() {
        const auto history = ours();
        takeIn(history->directory, theirs(), history->settings, later);
        ColleagueRows other = theirs();
        other.observations[5].elapsed += 1ms;
        QCOMPARE(takeIn(history->directory, other, history->settings, later).conflicting, std::uint64_t{1});
    }

    void twoFilesBecomeOneLane() {
        const auto history = ours();
        ColleagueRows first = theirs(), second = theirs();
        const auto half = static_cast<std::ptrdiff_t>(first.observations.size() / 2);
        const UtcTime cut = first.observations[static_cast<std::size_t>(half)].startedAt;
        std::erase_if(first.observations, [&](const Observation& row) { return row.startedAt >= cut; });
        std::erase_if(second.observations, [&](const Observation& row) { return row.startedAt < cut; });
        takeIn(history->directory, second, history->settings, later);
        takeIn(history->directory, first, history->settings, later);
        const auto whole = ours();
        takeIn(whole->directory, theirs(), whole->settings, later);
        QVERIFY(laneOf(history->read().colleagues({begin, end})[0], "kcna-http") ==
                laneOf(whole->read().colleagues({begin, end})[0], "kcna-http"));
        QVERIFY(!checkedSeals(history->directory).differs); // the later file came to a sealed day
    }

    void theirRowsAreSealedByThemselves() {
        const auto history = ours();
        takeIn(history->directory, theirs(), history->settings, later);
        const auto writer = history->write(later);
        while (writer->tend(later)) {}
        const SealVerdict sound = checkedSeals(history->directory);
        QVERIFY2(!sound.differs, sound.differs.value_or("").c_str());
        {
            SQLite::Database database(history->file().string(), SQLite::OPEN_READWRITE);
            QCOMPARE(database.execAndGet("SELECT count(DISTINCT vantage) FROM seal").getInt(), 2);
            database.exec("UPDATE observation SET elapsed_us = elapsed_us + 1 WHERE (series, at_ms) = (SELECT series, "
                          "at_ms FROM observation JOIN series ON series.id = series WHERE vantage <> 1 LIMIT 1)");
        }
        QVERIFY(checkedSeals(history->directory).differs.has_value());
    }

    void ourOwnAndSimulatedOnesAreRefused() {
        const auto history = ours();
        ColleagueRows rows = theirs();
        rows.desk.id = history->read().vantageName();
        QVERIFY(sentenceOf<InputError>([&] {
                    takeIn(history->directory, rows, history->settings, later);
                }).find("our own") != std::string::npos);
        rows = theirs();
        rows.simulated = true;
        QVERIFY(!sentenceOf<InputError>([&] { takeIn(history->directory, rows, history->settings, later); }).empty());
        QVERIFY(history->read().colleagues({begin, end}).empty());
    }

    void whatIsStoppedIsNotTakenIn() {
        const auto history = ours();
        std::stop_source stop;
        stop.request_stop();
        QVERIFY(sentenceOf<InputError>([&] {
                    takeIn(history->directory, theirs(), history->settings, later, stop.get_token());
                }).find("nothing was taken in") != std::string::npos);
        QVERIFY(history->read().colleagues({begin, end}).empty());
        QVERIFY(takeIn(history->directory, theirs(), history->settings, later).observations > 0);
    }

    void nothingIsTakenInWhileSomebodyRecordsOrWhereNothingIs() {
        const auto history = ours();
        {
            const auto writer = history->write(later);
            QVERIFY(!sentenceOf<WriterBusyError>([&] {
                         takeIn(history->directory, theirs(), history->settings, later);
                     }).empty());
        }
        const TempHistory nothing;
        QVERIFY(
            !sentenceOf<StorageError>([&] { takeIn(nothing.directory, theirs(), nothing.settings, later); }).empty());
    }

    void theySurviveARepair() {
        const auto history = ours();
        takeIn(history->directory, theirs(), history->settings, later);
        const auto before = history->read().colleagues({begin, end});
        {
            std::fstream file(history->file(), std::ios::in | std::ios::out | std::ios::binary);
            file.write(std::string(1024, '\0').data(), 1024);
        }
        repaired(history->directory, later);
        const auto after = history->read().colleagues({begin, end});
        QCOMPARE(after.size(), std::size_t{1});
        QVERIFY(laneOf(after[0], "kcna-http") == laneOf(before[0], "kcna-http"));
        SQLite::Database database(history->file().string(), SQLite::OPEN_READONLY);
        QCOMPARE(database.execAndGet("SELECT count(*) FROM foreign_event").getInt(),
                 static_cast<int>(theirs().events.size()));
        const SealVerdict seals = checkedSeals(history->directory);
        QVERIFY2(!seals.differs, seals.differs.value_or("").c_str());
    }
};

QTEST_GUILESS_MAIN(ColleagueTest)
#include "tst_colleague.moc"
