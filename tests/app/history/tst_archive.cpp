// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/history/archive.h"
#include "tests/app/history/story.h"

#include <QElapsedTimer>
#include <QTest>
#include <SQLiteCpp/Database.h>

#include <atomic>
#include <fstream>

using namespace kpwatch;
using namespace kpwatch::testing;
using namespace std::chrono_literals;

namespace {

ArchiveQuery queryUntil(UtcTime end) {
    ArchiveQuery query;
    query.range = {noon, end};
    query.overview = {noon - 24h, end};
    query.now = end;
    return query;
}

// Counts the bells in the thread of the test; QSignalSpy would count in the archive's own.
class Bells : public QObject {
  public:
    explicit Bells(Archive& archive) {
        connect(
            &archive, &Archive::bell, this, [this] { ++m_rung; }, Qt::QueuedConnection);
    }
    int rung() const { return m_rung; }

  private:
    int m_rung = 0;
};

// One of the record's, or an empty one if none comes.
IncidentsAnswer incidentsFor(Archive& archive, const IncidentsQuery& query) {
    archive.askForIncidents(query);
    std::optional<IncidentsAnswer> answer;
    const auto came = [&] { return (answer = archive.takeIncidents()).has_value(); };
    return QTest::qWaitFor(came, 10'000) ? *answer : IncidentsAnswer{};
}

// Empty, with no lanes at all, if no answer comes.
ArchiveAnswer answerTo(Archive& archive, const ArchiveQuery& query) {
    const Bells bells(archive);
    archive.ask(query);
    while (QTest::qWaitFor([&, before = bells.rung()] { return bells.rung() > before; }, 10'000))
        if (auto answer = archive.take(); answer && answer->query == query)
            return *answer;
    return {};
}

const Lane* laneNamed(const std::vector<Lane>& lanes, const std::string& id) {
    const auto found = std::find_if(lanes.begin(), lanes.end(), [&](const Lane& lane) { return lane.id == id; });
    return found == lanes.end() ? nullptr : &*found;
}

} // namespace

class ArchiveTest : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void anEmptyHistoryIsNotMonitoredThroughout() {
        const TempHistory history;
        Archive archive(history.directory, history.watchlist);
        const ArchiveAnswer answer = answerTo(archive, queryUntil(noon + 1h));
        QVERIFY(!answer.trouble && !answer.firstRowAt && answer.frontPages.empty());
        QCOMPARE(answer.targetLanes.size(), std::size_t{3});
        const Lane* site = laneNamed(answer.timeline.lanes, "kcna");
        QVERIFY(site != nullptr);
        QVERIFY(site->spans == std::vector{span(noon, noon + 1h, Verdict::NotMonitored, Reason::NotStarted)});
        QVERIFY(!std::filesystem::exists(history.directory)); // looking leaves no trace
    }

    void anotherQuestionIsMarkedOnTheLanesThatItFeeds() {
        TempHistory history;
        history.write(noon)->append(rowsOnly({answered(webId, noon + 1min)}));
        history.watchlist.targets.front().label = "renamed"; // the same question
        history.write(noon + 10min);
        history.watchlist.targets.front().probe = HttpOptions{"http://127.0.0.9/", {}};
        history.write(noon + 20min);
        Archive archive(history.directory, history.watchlist);
        const ArchiveAnswer answer = answerTo(archive, queryUntil(noon + 1h));
        const std::vector<UtcTime> once{noon + 20min};
        QVERIFY((answer.newQuestions == NewQuestions{{"kcna", once}, {"kcna-http", once}}));
        QVERIFY(answerTo(archive, queryUntil(noon + 15min)).newQuestions.empty());
    }

    void routesOfNowComeWithAnyDay() {
        TempHistory history;
        Batch batch = rowsOnly({answered(webId, noon)});
        for (UtcTime at = noon - 2h; at <= noon; at += 10min)
            batch.news.readings.push_back({at, "ripe-ris", "175.45.176.0/24", 320, 320, {{"20485", 320}}});
        history.write(noon)->append(batch);
        Archive archive(history.directory, history.watchlist);
        ArchiveQuery query = queryUntil(noon + 5min);
        QVERIFY(answerTo(archive, query).routesNow.empty()); // the time line has them
        query.range = {noon - 96h, noon - 72h};
        const ArchiveAnswer answer = answerTo(archive, query);
        QVERIFY(laneNamed(answer.timeline.lanes, "routes-russia") == nullptr);
        const Lane* const now = laneNamed(answer.routesNow, "routes-russia");
        QVERIFY(now != nullptr);
        QCOMPARE(now->spans.back().range.end, noon + 5min);
    }

    void whoIsNoLongerWatchedKeepsAPast() {
        const auto listWith = [](const char* enabled) {
            return parseWatchlist(
                std::string(R"({"version":1,"allow_private":true,"sites":[{"id":"kcna"},{"id":"mfa"}],"targets":[)"
                            R"({"id":"mfa-http","site":"mfa","probe":{"kind":"http","url":"http://127.0.0.1/"}},)"
                            R"({"id":"kcna-http","site":"kcna","enabled":)") +
                    enabled + R"(,"probe":{"kind":"http","url":"http://127.0.0.2/"}}]})",
                "test", {});
        };
        TempHistory history;
        history.watchlist = listWith("true");
        const TargetId mfa = history.watchlist.findByName("mfa-http")->id;
        const TargetId kcna = history.watchlist.findByName("kcna-http")->id;
        Batch batch = rowsOnly({answered(kcna, noon), answered(kcna, noon + 9min)});
        batch.spans = {SpanChange{kcna, noon, {span(noon, noon + 9min, Verdict::Up)}}};
        history.write(noon)->append(batch);
        history.watchlist = listWith("false");
        history.write(noon + 10min)->append(rowsOnly({answered(mfa, noon + 1h)}));
        Archive archive(history.directory, history.watchlist);
        ArchiveQuery query = queryUntil(noon + 1h);
        const ArchiveAnswer now = answerTo(archive, query);
        QVERIFY(laneNamed(now.targetLanes, "kcna-http") == nullptr); // what is watched now
        QVERIFY(laneNamed(now.overview.lanes, "kcna") != nullptr);   // the whole record is looked through there
        query.range.end = noon + 20min;
        const ArchiveAnswer past = answerTo(archive, query);
        const Lane* const its = laneNamed(past.targetLanes, "kcna-http");
        QVERIFY(its != nullptr && laneNamed(past.timeline.lanes, "kcna") != nullptr);
        const UtcTime last = batch.observations.back().endedAt();
        const std::vector expected{span(noon, last, Verdict::Up),
                                   span(last, noon + 10min, Verdict::NotMonitored, Reason::Closed),
                                   span(noon + 10min, noon + 20min, Verdict::NotMonitored, Reason::NotStarted)};
        QVERIFY(its->spans == expected);
        query.range = {noon + 12min, noon + 20min}; // nor was he then
        QVERIFY(laneNamed(answerTo(archive, query).targetLanes, "kcna-http") == nullptr);
    }

    void lanesFrontPagesAndLatencyAreRead() {
        const TempHistory history;
        const auto writer = history.write();
        Observation page = answered(webId, noon + 1min);
        page.detail = HttpDetail{200, "", "nginx", "", "KCNA", 0, ""};
        Batch batch = rowsOnly({answered(webId, noon), page, answered(dnsId, noon + 59min)});
        batch.spans = {SpanChange{webId, noon, {span(noon, noon + 59min, Verdict::Up)}}};
        writer->append(batch);
        Archive archive(history.directory, history.watchlist);
        ArchiveQuery query = queryUntil(noon + 1h);
        query.latencyOf = webId;
        const ArchiveAnswer answer = answerTo(archive, query);
        QVERIFY(!answer.trouble);
        QCOMPARE(answer.firstRowAt, std::optional(noon));
        QVERIFY(answer.frontPages == std::vector{page});
        QCOMPARE(answer.latency.size(), std::size_t{2});
        const Lane* site = laneNamed(answer.timeline.lanes, "kcna");
        const Lane* target = laneNamed(answer.targetLanes, "kcna-http");
        QVERIFY(site != nullptr && target != nullptr);
        const std::vector expected{span(noon, noon + 1h, Verdict::Up)};
        QVERIFY(target->spans == expected);
        QCOMPARE(target->shares.upShare, std::optional(1.0));
        QCOMPARE(site->spans.back().verdict, Verdict::Up);
        QCOMPARE(answer.overview.range.begin, noon - 24h);
    }

    void theNewestQueryWins() {
        const TempHistory history;
        history.write()->append(rowsOnly({answered(webId, noon)}));
        Archive archive(history.directory, history.watchlist);
        const Bells bells(archive);
        for (int minute = 1; minute <= 200; ++minute)
            archive.ask(queryUntil(noon + minute * 1min));
        std::optional<ArchiveAnswer> last;
        const auto newest = [&] {
            if (auto answer = archive.take())
                last = std::move(answer);
            return last && last->query == queryUntil(noon + 200min);
        };
        QTRY_VERIFY_WITH_TIMEOUT(newest(), 10'000);
        QVERIFY(bells.rung() < 200);
        QVERIFY(!archive.take());
    }

    void troubleIsASentenceAndMayPass() {
        const TempHistory history;
        std::filesystem::create_directories(history.directory);
        std::ofstream(history.file()) << "this is no database, whatever its name says, and it is longer than a header";
        Archive archive(history.directory, history.watchlist);
        const ArchiveAnswer broken = answerTo(archive, queryUntil(noon + 1h));
        QVERIFY(broken.trouble && broken.trouble->find(history.file().string()) != std::string::npos);
        QCOMPARE(broken.targetLanes.size(), std::size_t{3});
        std::filesystem::remove(history.file());
        history.write()->append(rowsOnly({answered(webId, noon)}));
        const ArchiveAnswer well = answerTo(archive, queryUntil(noon + 2h));
        QVERIFY(!well.trouble);
        QCOMPARE(well.firstRowAt, std::optional(noon));
    }

    // It was not read to hold nothing.
    void aRecordThatIsOutOfReachIsSaidToBe() {
        const TempHistory history;
        history.write()->append(rowsOnly({answered(webId, noon)}));
        Archive archive(history.directory, history.watchlist);
        QVERIFY(!incidentsFor(archive, {{}, noon + 1h}).trouble);
        const std::filesystem::path away = history.directory.string() + "-away";
        std::filesystem::rename(history.directory, away);
        QVERIFY(incidentsFor(archive, {{}, noon + 1h}).trouble);
        QVERIFY(incidentsFor(archive, {{}, noon + 1h}).trouble); // for as long as it is
        QVERIFY(answerTo(archive, queryUntil(noon + 1h)).trouble);
        std::filesystem::rename(away, history.directory);
        const IncidentsAnswer back = incidentsFor(archive, {{}, noon + 1h});
        QVERIFY(!back.trouble && back.firstRowAt == noon);
    }

    void anotherRecordInItsPlaceIsTold() {
        const TempHistory history, other;
        history.write()->append(rowsOnly({answered(webId, noon)}));
        other.write(noon + 1min)->append(rowsOnly({answered(webId, noon + 1min)}));
        Archive archive(history.directory, history.watchlist);
        QVERIFY(!answerTo(archive, queryUntil(noon + 1h)).anotherSince);
        history.write(noon + 2min); // goes on with the same
        QVERIFY(!answerTo(archive, queryUntil(noon + 2h)).anotherSince);
        std::filesystem::rename(other.file(), history.file());
        QVERIFY(answerTo(archive, queryUntil(noon + 3h)).anotherSince);
        QVERIFY(answerTo(archive, queryUntil(noon + 4h)).anotherSince); // for as long as nobody says that it is read
    }

    void whatLiesAheadIsNotAskedFor() {
        const TempHistory history;
        history.write()->append(rowsOnly({answered(webId, noon)}));
        Archive archive(history.directory, history.watchlist);
        ArchiveQuery query = queryUntil(noon + 1h);
        query.now = noon + 10min;
        QCOMPARE(answerTo(archive, query).timeline.range.end, noon + 10min);
    }

    void aTargetIsToldAsItWasAtAMoment() {
        const TempHistory history;
        const auto failed = [](UtcTime at, const char* peer) {
            Observation row = answered(webId, at);
            row.failure = Failure::Timeout;
            row.reached = Stage::Connect;
            row.phases = {};
            row.peer = peer;
            return row;
        };
        const Observation first = answered(webId, noon), second = failed(noon + 2min, "127.0.0.2"),
                          third = failed(noon + 4min, "127.0.0.1");
        const Observation before = answered(controlId, noon + 3min + 55s),
                          after = answered(controlId, noon + 4min + 1s), late = answered(controlId, noon + 4min + 58s);
        history.write()->append(rowsOnly({first, second, before, third, after, late, answered(webId, noon + 9min)}));
        Archive archive(history.directory, history.watchlist);
        const auto told = [&](const TargetQuery& query) {
            const Bells bells(archive);
            archive.askAbout(query);
            std::optional<TargetAnswer> answer;
            const auto came = [&] { return (answer = archive.takeTarget()).has_value(); };
            if (!QTest::qWaitFor(came, 10'000))
                return TargetAnswer{};
            return *answer;
        };
        const TargetAnswer answer = told({webId, noon + 5min});
        QVERIFY(answer.latest == std::optional(third));
        QVERIFY((answer.failures == std::vector{third, second}));
        QVERIFY((answer.addresses == std::vector{third, second}));
        QVERIFY(answer.controls == std::vector{after}); // nearer than the one before
        QVERIFY(!answer.trouble);
        const TargetAnswer earlier = told({webId, noon});
        QVERIFY(earlier.latest == std::optional(first) && earlier.failures.empty());
        QVERIFY(!told({tcpId, noon + 1h}).latest);
        QVERIFY(!told({TargetId{77}, noon + 1h}).latest);
    }

    void anOutageIsTold_data() {
        QTest::addColumn<int>("until"); // minutes after noon; silent from the 60th to the 120th
        QTest::addColumn<std::string>("asked");
        QTest::addColumn<bool>("shown");
        QTest::addColumn<int>("current");
        QTest::addColumn<bool>("goesOn");
        QTest::newRow("while it goes on") << 90 << std::string() << true << 1 << true;
        QTest::newRow("soon after its end") << 150 << std::string() << true << 1 << false;
        QTest::newRow("later") << 300 << std::string() << true << 0 << false;
        QTest::newRow("a name that nobody has") << 150 << std::string("KP-19480909-0000") << false << 1 << false;
    }

    void anOutageIsTold() {
        QFETCH(int, until);
        QFETCH(std::string, asked);
        QFETCH(bool, shown);
        QFETCH(int, current);
        QFETCH(bool, goesOn);
        const TempHistory history;
        const Story told = storyOf({noon, noon + until * 1min, TimeRange{noon + 1h, noon + 2h}, {}});
        Judge judge = uninterrupted(history, told);
        store(history, told, judge);
        Archive archive(history.directory, history.watchlist);
        const IncidentsAnswer answer = incidentsFor(archive, {asked, told.end});
        QVERIFY(!answer.trouble);
        QCOMPARE(answer.log.size(), std::size_t{1});
        QVERIFY(answer.passing == std::vector{true});
        QCOMPARE(answer.shown.has_value(), shown);
        QCOMPARE(static_cast<int>(answer.current.size()), current);
        QCOMPARE(answer.goingOn() != nullptr, goesOn);
        if (goesOn) // a row proves that somebody watched for a while longer, and not what was to be seen
            QCOMPARE(answer.log[0].lastSeen(), history.read().lastRowAt().value());
        QCOMPARE(answer.latencyOf, shown ? std::optional(webId) : std::nullopt);
        QCOMPARE(answer.latency.empty(), !shown);
        QCOMPARE(laneNamed(answer.around.lanes, "kcna") != nullptr, shown);
    }

    void withoutARecordThereAreNoIncidents() {
        const TempHistory history;
        Archive archive(history.directory, history.watchlist);
        QVERIFY(incidentsFor(archive, {"", noon}).log.empty());
        history.write(); // which holds nothing yet
        const IncidentsAnswer answer = incidentsFor(archive, {"", noon + 1h});
        QVERIFY(!answer.trouble && answer.log.empty() && !answer.shown && answer.goingOn() == nullptr);
        QCOMPARE(answer.asOf, noon + 1h);
    }

    // A window that only looks on knows of each target what was seen of it last, if that was lately.
    void theLatestOfEachTargetIsReadWhereItIsAskedFor() {
        const TempHistory history;
        history.write()->append(rowsOnly({answered(webId, noon), answered(dnsId, noon), answered(dnsId, noon + 90min),
                                          answered(dnsId, noon + 95min), answered(tcpId, noon + 3h)}));
        Archive archive(history.directory, history.watchlist);
        ArchiveQuery query = queryUntil(noon + 2h);
        QVERIFY(answerTo(archive, query).latest.empty());
        query.latest = true;
        QVERIFY(answerTo(archive, query).latest == std::vector{answered(dnsId, noon + 95min)});
    }

    void settingsThatCannotBeReadAreASentence() {
        const TempHistory history;
        history.write()->append(rowsOnly({answered(webId, noon)}));
        SQLite::Database(history.file().string(), SQLite::OPEN_READWRITE)
            .exec(R"(UPDATE settings_version SET json = '{"confirm_failures": 1000000}')");
        Archive archive(history.directory, history.watchlist);
        const IncidentsAnswer answer = incidentsFor(archive, {"", noon + 1h});
        QVERIFY(answer.trouble && answer.trouble->find("settings stored in the history") != std::string::npos);
        QVERIFY(!answerTo(archive, queryUntil(noon + 1h)).trouble); // lanes were judged already
    }

    void damageIsToldWhateverWasAsked() {
        const TempHistory history;
        std::filesystem::create_directories(history.directory);
        std::ofstream(history.file()) << std::string(8192, 'x');
        Archive archive(history.directory, history.watchlist);
        std::atomic<int> damaged = 0;
        connect(
            &archive, &Archive::damaged, &archive, [&] { ++damaged; }, Qt::DirectConnection);
        const IncidentsAnswer incidents = incidentsFor(archive, {"", noon});
        QVERIFY(incidents.trouble && incidents.inRepair);
        QVERIFY(answerTo(archive, queryUntil(noon + 1h)).trouble);
        QCOMPARE(damaged.load(), 2);
    }

    void aDamagedCopyIsNotSaidToBeRepaired() {
        const TempHistory history;
        std::filesystem::create_directories(history.directory);
        const std::filesystem::path copy = history.directory / "mine.db";
        std::ofstream(copy) << std::string(8192, 'x');
        Archive archive(copy, history.watchlist);
        std::atomic<int> damaged = 0;
        connect(
            &archive, &Archive::damaged, &archive, [&] { ++damaged; }, Qt::DirectConnection);
        const IncidentsAnswer incidents = incidentsFor(archive, {"", noon});
        QVERIFY(incidents.trouble && !incidents.inRepair);
        QVERIFY2(incidents.trouble->find("ask for another copy") != std::string::npos, incidents.trouble->c_str());
        QCOMPARE(damaged.load(), 0);
    }

    void questionsOfOneKindLeaveTheOtherAlone() {
        const TempHistory history;
        history.write()->append(rowsOnly({answered(webId, noon)}));
        Archive archive(history.directory, history.watchlist);
        archive.ask(queryUntil(noon + 1h));
        archive.askAbout({webId, noon + 1h});
        std::optional<ArchiveAnswer> lanes;
        std::optional<TargetAnswer> target;
        const auto both = [&] {
            if (auto answer = archive.take())
                lanes = std::move(answer);
            if (auto answer = archive.takeTarget())
                target = std::move(answer);
            return lanes && target;
        };
        QTRY_VERIFY_WITH_TIMEOUT(both(), 10'000);
        QVERIFY(target->latest.has_value());
    }

    void closingDoesNotWaitForAnAnswer() {
        const TempHistory history;
        history.write()->append(rowsOnly({answered(webId, noon)}));
        QElapsedTimer watch;
        watch.start();
        for (int i = 0; i < 20; ++i) {
            Archive archive(history.directory, history.watchlist);
            if (i % 2 == 0)
                archive.ask(queryUntil(noon + 1h));
        }
        QVERIFY(watch.elapsed() < 10'000); // a thread that missed its stop would never end
    }
};

QTEST_GUILESS_MAIN(ArchiveTest)
#include "tst_archive.moc"
