// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/history/archive.h"
#include "tests/app/history/builders.h"

#include <QElapsedTimer>
#include <QTest>

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

    void whatLiesAheadIsNotAskedFor() {
        const TempHistory history;
        history.write()->append(rowsOnly({answered(webId, noon)}));
        Archive archive(history.directory, history.watchlist);
        ArchiveQuery query = queryUntil(noon + 1h);
        query.now = noon + 10min;
        QCOMPARE(answerTo(archive, query).timeline.range.end, noon + 10min);
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
