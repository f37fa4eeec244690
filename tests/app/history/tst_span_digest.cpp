// SPDX-License-Identifier: GPL-3.0-or-later
// Lanes of many years in short show the worst there was, never more than that, and never what no longer holds.
#include "app/history/archive.h"
#include "app/history/span_digest.h"
#include "tests/app/history/builders.h"

#include <QSignalSpy>
#include <QTest>

#include <mutex>

using namespace kpwatch;
using namespace kpwatch::testing;
using namespace std::chrono_literals;

namespace {

constexpr std::chrono::hours day{24};
const UtcTime begin = utc("2020-01-01T00:00:00.000Z"), end = begin + 3 * 365 * day;

// Up but for what is given, until the end; somebody watched until then.
void fill(History& history, TargetId id, const std::vector<Span>& other, UtcTime until = end) {
    std::vector<Span> spans;
    UtcTime at = begin;
    for (const Span& each : other) {
        spans.push_back(span(at, each.range.begin, Verdict::Up));
        spans.push_back(each);
        at = each.range.end;
    }
    spans.push_back(span(at, until, Verdict::Up));
    history.append(spansOnly(id, begin, spans));
    Batch presence;
    presence.events = {{until, Heartbeat{}}};
    history.append(presence);
}

void tendAll(History& history, UtcTime now = end) {
    for (int pieces = 0; pieces < 5000 && history.tend(now); ++pieces) {}
}

int digests(const TempHistory& history) {
    SQLite::Database database(history.file().string(), SQLite::OPEN_READONLY);
    return database.execAndGet("SELECT count(*) FROM span_digest").getInt();
}

std::vector<Span> inShort(const TempHistory& history, int parts = 2000, TargetId id = webId) {
    return history.read().spansInShort(history.watchlist, {begin, end}, parts)[id];
}

// What a lane is at a moment by its spans.
Verdict at(const std::vector<Span>& spans, UtcTime time) {
    const auto found =
        std::find_if(spans.begin(), spans.end(), [&](const Span& each) { return each.range.contains(time); });
    return found == spans.end() ? Verdict::NotMonitored : found->verdict;
}

} // namespace

class SpanDigestTest : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void everyMomentOfAnOutageIsInIt_data() {
        QTest::addColumn<bool>("tended");
        QTest::addColumn<int>("parts");
        QTest::newRow("from the spans") << false << 2000;
        QTest::newRow("made before") << true << 2000;
        QTest::newRow("made before, wide parts") << true << 100;
    }
    void everyMomentOfAnOutageIsInIt() {
        QFETCH(bool, tended);
        QFETCH(int, parts);
        const TempHistory history;
        const auto writer = history.write();
        std::vector<Span> outages;
        for (int i = 0; i < 30; ++i)
            outages.push_back(span(begin + i * 30 * day + i * 97min, begin + i * 30 * day + i * 97min + 5min * (i + 1),
                                   Verdict::Down));
        fill(*writer, webId, outages);
        if (tended)
            tendAll(*writer);
        QCOMPARE(digests(history) > 0, tended);
        const std::vector<Span> seen = inShort(history, parts);
        QVERIFY(std::cmp_less_equal(seen.size(), parts));
        for (const Span& outage : outages) {
            QCOMPARE(at(seen, outage.range.begin), Verdict::Down);
            QCOMPARE(at(seen, outage.range.end - 1ms), Verdict::Down);
        }
        // and nothing is down further away from one than a part is wide
        const auto width = std::chrono::milliseconds(end - begin) / parts * 4;
        for (const Span& each : seen)
            for (const UtcTime edge : {each.range.begin, each.range.end - 1ms})
                if (each.verdict == Verdict::Down)
                    QVERIFY(std::ranges::any_of(outages, [&](const Span& outage) {
                        return outage.range.begin - width < edge && edge < outage.range.end + width;
                    }));
    }

    void aShortGapIsNoneAndALongOneIs() {
        const TempHistory history;
        const auto writer = history.write();
        fill(*writer, webId,
             {span(begin + 100 * day, begin + 100 * day + 10min, Verdict::NotMonitored, Reason::Asleep),
              span(begin + 200 * day, begin + 260 * day, Verdict::NotMonitored, Reason::Closed)});
        tendAll(*writer);
        const std::vector<Span> seen = inShort(history);
        QCOMPARE(at(seen, begin + 100 * day + 5min), Verdict::Up);
        QCOMPARE(at(seen, begin + 230 * day), Verdict::NotMonitored);
    }

    void onOurOwnLineEveryGapShows() {
        const TempHistory history;
        const auto writer = history.write();
        fill(*writer, ownLineId, {span(begin + 100 * day, begin + 100 * day + 10min, Verdict::OwnConnectionDown)});
        tendAll(*writer);
        QCOMPARE(at(inShort(history, 2000, ownLineId), begin + 100 * day), Verdict::OwnConnectionDown);
    }

    void whatIsChangedLaterIsReadAnew() {
        const TempHistory history;
        const auto writer = history.write();
        fill(*writer, webId, {});
        tendAll(*writer);
        const int before = digests(history);
        QVERIFY(before > 30);
        QCOMPARE(at(inShort(history), begin + 500 * day), Verdict::Up);
        fill(*writer, webId, {span(begin + 500 * day, begin + 501 * day, Verdict::Down)});
        QVERIFY(digests(history) < before);
        QCOMPARE(at(inShort(history), begin + 500 * day), Verdict::Down);
        tendAll(*writer);
        QCOMPARE(digests(history), before);
        QCOMPARE(at(inShort(history), begin + 500 * day), Verdict::Down);
    }

    void nothingIsToldOfTimesAfterTheLastRow() {
        const TempHistory history;
        const auto writer = history.write();
        fill(*writer, webId, {}, begin + 400 * day);
        tendAll(*writer);
        QCOMPARE(at(inShort(history), begin + 399 * day), Verdict::Up);
        QCOMPARE(at(inShort(history), begin + 410 * day), Verdict::NotMonitored);
    }

    // The window's archive gives a first look at many years, and then what stands.
    void manyYearsAreAnsweredTwice() {
        const TempHistory history;
        const auto writer = history.write();
        fill(*writer, webId, {span(begin + 500 * day, begin + 501 * day, Verdict::Down)});
        tendAll(*writer);
        std::mutex mutex;
        std::vector<ArchiveAnswer> taken; // in the thread that answers: none is missed
        QObject bells;
        Archive archive(history.directory, history.watchlist);
        connect(
            &archive, &Archive::bell, &bells,
            [&] {
                const std::scoped_lock lock(mutex);
                if (auto answer = archive.take())
                    taken.push_back(std::move(*answer));
            },
            Qt::DirectConnection);
        const auto soFar = [&] {
            const std::scoped_lock lock(mutex);
            return taken;
        };
        ArchiveQuery query;
        query.range = query.overview = {begin, end};
        query.now = end;
        archive.ask(query);
        QTRY_COMPARE_WITH_TIMEOUT(soFar().size(), std::size_t{2}, 20'000);
        const std::vector<ArchiveAnswer> answers = soFar();
        QVERIFY(answers[0].inShort);
        for (const ArchiveAnswer& answer : answers) {
            QCOMPARE(answer.targetLanes.size(), std::size_t{3});
            QCOMPARE(at(answer.targetLanes[0].spans, begin + 500 * day + 1h), Verdict::Down);
            QCOMPARE(at(answer.timeline.lanes[0].spans, begin + 500 * day + 1h), Verdict::Down);
        }
        QVERIFY(!answers[0].timeline.lanes[0].shares.upShare); // it would not be the true one
        QVERIFY(answers[1].timeline.lanes[0].shares.upShare);
        query.now = query.range.end = query.overview.end = end + 1min; // the present goes on: it stays
        archive.ask(query);
        QTRY_COMPARE_WITH_TIMEOUT(soFar().size(), std::size_t{3}, 20'000);
        QVERIFY(!soFar()[2].inShort);
    }
};

QTEST_GUILESS_MAIN(SpanDigestTest)
#include "tst_span_digest.moc"
