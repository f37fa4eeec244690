// SPDX-License-Identifier: GPL-3.0-or-later
// Lanes of many years that are asked for again are those of the record, and are not read again.
#include "app/history/span_memory.h"
#include "tests/app/history/builders.h"

#include <QTest>

using namespace kpwatch;
using namespace kpwatch::testing;
using namespace std::chrono_literals;

namespace {

constexpr std::chrono::hours day{24};
const UtcTime begin = utc("2020-01-01T00:00:00.000Z"), end = begin + 3 * 365 * day;

// In turn up and down, from one day on: five days each.
std::vector<Span> changing(UtcTime from, UtcTime until) {
    std::vector<Span> spans;
    for (UtcTime at = from; at < until; at += 5 * day)
        spans.push_back(span(at, std::min(at + 5 * day, until), spans.size() % 2 == 0 ? Verdict::Up : Verdict::Down));
    return spans;
}

void watchedUntil(History& history, UtcTime until) {
    Batch presence;
    presence.events = {{until, Heartbeat{}}};
    history.append(presence);
}

} // namespace

class SpanMemoryTest : public QObject {
    Q_OBJECT

    std::unique_ptr<TempHistory> m_history;
    std::unique_ptr<History> m_writer;
    SpanMemory m_memory;

    TargetSpans asRead(TimeRange range) const { return m_history->read().spans(m_history->watchlist, range); }
    TargetSpans remembered(TimeRange range) { return m_memory.over(m_history->read(), m_history->watchlist, range); }

  private Q_SLOTS:
    void init() {
        m_history = std::make_unique<TempHistory>();
        m_writer = m_history->write(begin);
        m_writer->append(spansOnly(webId, begin, changing(begin, end)));
        m_writer->append(spansOnly(dnsId, begin, {span(begin, end, Verdict::Up)}));
        watchedUntil(*m_writer, end);
        m_memory = {};
    }

    void whatIsAskedAgainIsNotReadAgain() {
        const TimeRange range{begin, end};
        QVERIFY(remembered(range) == asRead(range));
        const std::size_t once = m_memory.readSoFar();
        QVERIFY2(once > 200, qPrintable(QString::number(once)));
        QVERIFY(remembered(range) == asRead(range));
        QVERIFY2(m_memory.readSoFar() - once < 20, qPrintable(QString::number(m_memory.readSoFar() - once)));
    }

    // An open lane goes on, a verdict is written anew, and the view follows the present.
    void whatChangedSinceIsSeen() {
        remembered({begin, end});
        const UtcTime later = end + 3 * day;
        m_writer->append(spansOnly(webId, end - 6 * day, {span(end - 6 * day, later, Verdict::ErrorPage)}));
        m_writer->append(spansOnly(tcpId, end, {span(end, later, Verdict::Up)}));
        watchedUntil(*m_writer, later);
        const TimeRange moved{begin + 3 * day, later};
        const TargetSpans seen = remembered(moved);
        QVERIFY(seen == asRead(moved));
        QCOMPARE(seen.at(webId).back().verdict, Verdict::ErrorPage);
        QCOMPARE(seen.at(tcpId).front().verdict, Verdict::Up);
    }

    // Long after the record ended.
    void whereNobodyWatchesTheGapGrows() {
        remembered({begin, end});
        const TimeRange range{begin, end + 200 * day};
        QVERIFY(remembered(range) == asRead(range));
        const TimeRange further{begin, end + 201 * day};
        QVERIFY(remembered(further) == asRead(further));
    }

    void anotherRangeIsReadAnew() {
        remembered({begin + 300 * day, end});
        for (const TimeRange& range : {TimeRange{begin, end}, TimeRange{begin, end - 400 * day}})
            QVERIFY(remembered(range) == asRead(range));
    }
};

QTEST_GUILESS_MAIN(SpanMemoryTest)
#include "tst_span_memory.moc"
