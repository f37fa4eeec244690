// SPDX-License-Identifier: GPL-3.0-or-later
// What public sources said is kept as they said it, and incidents are seen beside it.
#include "app/history/away_reader.h"
#include "app/history/history.h"
#include "app/history/history_reader.h"
#include "app/history/route_reader.h"
#include "app/watchlist.h"

#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace kpwatch;
using namespace std::chrono_literals;

namespace {

const UtcTime noon = *parseIsoUtc("2026-03-05T12:00:00Z");

RouteReading reading(UtcTime at, int seeing) {
    return {at, "ripe-ris", "175.45.176.0/24", 320, seeing, {{"134544", seeing - 1}, {"20485", 1}}};
}

} // namespace

class SourceStoreTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_dir;
    std::filesystem::path directory() const { return m_dir.path().toStdString(); }

  private Q_SLOTS:
    void readingsAndAnswersComeBackAsTheyWere() {
        const SourceAnswer fresh{noon,
                                 "ripe-ris",
                                 "https://stat.ripe.net/data/bgp-state/data.json?resource=AS131279",
                                 200,
                                 std::string("{\"a\":\0\xFF}", 8),
                                 true};
        SourceAnswer same = fresh;
        same.at = noon + 10min;
        same.newReadings = false;
        {
            History history({directory()}, {}, {}, noon);
            Batch batch;
            batch.news = {{reading(noon, 318), reading(noon + 1min, 0)}, {fresh, same}};
            history.append(batch);
            batch.news = {{reading(noon, 1)}, {}}; // of the same moment: what was said first stands
            history.append(batch);
        }
        const HistoryReader reader(directory());
        const std::vector<RouteReading> expected{reading(noon, 318), reading(noon + 1min, 0)};
        QVERIFY(reader.readings({noon, noon + 1h}) == expected);
        QVERIFY(reader.readings({noon + 2min, noon + 1h}).empty());
        const std::vector<SourceAnswer> answers = reader.sourceAnswers({noon, noon + 1h});
        QCOMPARE(answers.size(), std::size_t(2));
        QCOMPARE(answers[0].body, fresh.body);
        QVERIFY(answers[0].newReadings && !answers[1].newReadings && answers[1].body.empty());
        QCOMPARE(answers[1].question, fresh.question);
    }

    void whatOurOwnResolverSaysIsKeptAndHandedToNobody() {
        const std::filesystem::path apart = directory() / "resolver";
        const SourceAnswer ours{noon, std::string(ownResolver), "www.kcna.kp A", 1, "NOERROR 10.1.2.3", true};
        {
            History history({apart}, {}, {}, noon);
            Batch batch;
            batch.news = {{}, {ours}};
            history.append(batch);
        }
        const HistoryReader reader(apart);
        QCOMPARE(reader.sourceAnswers({noon, noon + 1h}).at(0).body, ours.body);
        int handed = 0;
        eachAnswer(reader, {noon, noon + 1h}, [&](const SourceAnswer& /*answer*/) { ++handed; });
        QCOMPARE(handed, 0);
    }

    void allOfTimeIsGoneThroughAtOnce() {
        const std::filesystem::path apart = directory() / "all";
        {
            History history({apart}, {}, {}, noon);
            Batch batch;
            for (const auto later : {0min, 30min, 60min, 525'600min})
                batch.news.answers.push_back({noon + later, "ripe", "ris-peers", 200, "{}", true});
            history.append(batch);
        }
        const HistoryReader reader(apart);
        std::vector<UtcTime> seen;
        QElapsedTimer clock;
        clock.start();
        eachAnswer(reader, {UtcTime{}, noon + 24h * 10'000},
                   [&](const SourceAnswer& answer) { seen.push_back(answer.at); });
        QVERIFY(seen == std::vector<UtcTime>({noon, noon + 30min, noon + 60min, noon + 525'600min}));
        QVERIFY2(clock.elapsed() < 5000, qPrintable(QString::number(clock.elapsed()))); // hour by hour it is minutes
        seen.clear();
        eachAnswer(reader, {noon + 1min, noon + 60min}, [&](const SourceAnswer& answer) { seen.push_back(answer.at); });
        QVERIFY(seen == std::vector<UtcTime>({noon + 30min}));
    }

    void whatWasReadOfRoutesIsKept() {
        const std::filesystem::path apart = directory() / "kept";
        History history({apart}, {}, {}, noon);
        const auto add = [&](UtcTime at) {
            Batch batch;
            batch.news = {{reading(at, 318)}, {}};
            history.append(batch);
        };
        for (int i = 0; i < 12; ++i)
            add(noon + i * 10min);
        const HistoryReader reader(apart);
        RouteMemory memory;
        const UtcTime now = noon + 3h;
        const auto same = [&](TimeRange range) {
            const LanesOfRoutes kept = memory.over(reader, range, now), anew = routesOver(reader, range, now);
            return std::equal(kept.sides.begin(), kept.sides.end(), anew.sides.begin(), anew.sides.end(),
                              [](const Lane& one, const Lane& other) { return one.spans == other.spans; });
        };
        QVERIFY(!memory.over(reader, {noon, now}, now).sides.empty());
        QVERIFY(same({noon, now}) && same({noon + 1h, now}) && same({noon + 1h, noon + 2h}));
        QCOMPARE(memory.readSoFar(), std::size_t(12));
        add(noon + 2h); // at the end: it alone is read
        QVERIFY(same({noon, now}));
        QCOMPARE(memory.readSoFar(), std::size_t(13));
        add(noon + 5min); // from before: all is
        QVERIFY(same({noon, now}));
        QCOMPARE(memory.readSoFar(), std::size_t(27));
        add(noon - 24h); // earlier than all that is kept, in the days that say what is usual
        QVERIFY(same({noon, now}) && same({noon - 48h, now}));
        QCOMPARE(memory.kept(), std::size_t(15));
    }

    void aReadingEndsWhereOurWatchingEnded() {
        const std::filesystem::path apart = directory() / "stopped";
        const auto span = [](std::chrono::minutes from, std::chrono::minutes to, Verdict verdict, Reason reason) {
            return Span{{noon + from, noon + to}, verdict, reason, {}, {}, {}};
        };
        {
            History history({apart}, {}, {}, noon);
            Batch batch;
            for (int i = 0; i < 12; ++i)
                batch.news.readings.push_back(reading(noon + i * 10min, 318));
            batch.events.push_back({noon + 2h, Heartbeat{}});
            batch.spans.push_back({ownLineId,
                                   noon,
                                   {span(0min, 61min, Verdict::Up, Reason::None),
                                    span(61min, 69min, Verdict::NotMonitored, Reason::Closed),
                                    span(69min, 120min, Verdict::Up, Reason::None)}});
            history.append(batch);
        }
        const HistoryReader reader(apart);
        const TimeRange range{noon, noon + 2h};
        RouteMemory memory;
        for (const LanesOfRoutes& routes :
             {routesOver(reader, range, range.end), memory.over(reader, range, range.end)}) {
            const std::vector<Span>& spans = routes.sides.at(0).spans;
            QCOMPARE(spans.size(), std::size_t(4));
            QCOMPARE(spans[1].verdict, Verdict::Unknown);
            QVERIFY(spans[1].range == (TimeRange{noon + 61min, noon + 70min}));
            QVERIFY(spans[3].range == (TimeRange{noon + 112min, noon + 120min})); // nobody records any more
        }
    }

    // Who only observed and was killed told no end, and left no last moment of watching.
    void whereNobodyRecordsAReadingSpeaksBriefly() {
        const std::filesystem::path apart = directory() / "killed";
        const TimeRange range{noon, noon + 1h};
        const auto last = [&] {
            const HistoryReader reader(apart);
            return routesOver(reader, range, noon + 40min).sides.at(0).spans.back();
        };
        auto history = std::make_unique<History>(HistoryOptions{.directory = apart, .simulated = false}, Watchlist{},
                                                 Settings{}, noon);
        Batch batch;
        for (int i = 0; i < 4; ++i)
            batch.news.readings.push_back(reading(noon + i * 10min, 318));
        history->append(batch);
        QVERIFY(last().range.end == noon + 40min && last().verdict == Verdict::Up);
        history.reset();
        QCOMPARE(last().verdict, Verdict::Unknown);
        QVERIFY(last().range == (TimeRange{noon + 32min, noon + 40min}));
        batch = {};
        batch.news.past = {{noon + 45min, "ripe-ris", {noon, noon + 36min}, true, true, {}}};
        History({apart}, {}, {}, noon).append(batch);
        QVERIFY(last().range == (TimeRange{noon + 36min, noon + 40min})); // as far as it was told
    }

    void whatElseWasSaidComesBackAsItWas() {
        RouteReading led = reading(noon + 2h, 4);
        led.peersElsewhere = 300;
        using What = RouteSighting::What;
        const RouteSighting began{noon - 1h, "ripe-ris", What::ForeignOrigin, "175.45.176.0/24", 64666, 300};
        const RouteSighting ended{noon + 1h, "ripe-ris", What::ForeignOrigin, "175.45.176.0/24", 64666, 0};
        const RouteStretch stretch{"ripe-history", "175.45.176.0/24", {noon - 48h, noon - 24h}, 328.7};
        const PastTold past{noon, "ripe-ris", {noon - 3h, noon - 2h},
                            true, false,      "the source has nothing for that time"};
        {
            History history({directory()}, {}, {}, noon);
            Batch batch;
            batch.news.readings = {led};
            batch.news.sightings = {began, ended};
            batch.news.stretches = {stretch};
            batch.news.past = {past};
            history.append(batch);
        }
        const HistoryReader reader(directory());
        QVERIFY(reader.readings({noon + 2h, noon + 3h}) == std::vector<RouteReading>{led});
        QVERIFY(reader.sightings({noon, noon + 2h}) == (std::vector<RouteSighting>{began, ended})); // it stood at noon
        QVERIFY(reader.sightings({noon + 2h, noon + 3h}).empty());
        QVERIFY(reader.stretches({noon - 30h, noon}) == std::vector<RouteStretch>{stretch});
        QVERIFY(reader.pastTold({noon - 3h, noon}) == std::vector<PastTold>{past});
        QVERIFY(reader.pastTold({noon, noon + 1h}).empty());
        QVERIFY(askedInVain(reader, {noon - 3h, noon}) == past);
        QVERIFY(!askedInVain(reader, {noon, noon + 1h}));
    }
};

QTEST_APPLESS_MAIN(SourceStoreTest)
#include "tst_source_store.moc"
