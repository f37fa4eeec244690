// SPDX-License-Identifier: GPL-3.0-or-later
// Public sources beside our own checks: asked once the person has started and switched them on, by each way of
// watching, and what they say is in the record.
#include "app/history/history_reader.h"
#include "app/watch/monitor.h"
#include "app/watchlist.h"
#include "tests/support/fake_ripe.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <fstream>

using namespace kpwatch;
using namespace kpwatch::test;
using namespace std::chrono_literals;

namespace {

TimeRange now() { return {utcNow() - 1h, utcNow() + 1h}; }

} // namespace

class WatchingSourcesTest : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_dir;
    std::filesystem::path directory() const { return m_dir->filePath(QStringLiteral("history")).toStdString(); }
    std::size_t stored() const {
        return HistoryReader::exists(directory()) ? HistoryReader(directory()).readings(now()).size() : 0;
    }

  private Q_SLOTS:
    void init() { m_dir = std::make_unique<QTemporaryDir>(); }

    void observerRecordsWhatTheySay() {
        FakeRipe ripe;
        writeSources(directory(), ripe.sources());
        Monitor monitor({directory()}, {}, {});
        QTest::qWait(100);
        QCOMPARE(ripe.stat.accepted() + ripe.live.accepted(), 0); // not before the person starts
        monitor.start(ObserveOnly{});
        QTRY_COMPARE_WITH_TIMEOUT(stored(), std::size_t(4), 20'000);
        QTRY_VERIFY_WITH_TIMEOUT(monitor.picture().sources.at(0).lastTold.has_value(), 20'000);
        QTest::qWait(500);
        const std::uint64_t told = monitor.picture().told;
        QVERIFY(told > 0);
        int bells = 0;
        connect(&monitor, &Monitor::bell, this, [&bells] { ++bells; });
        ripe.gone = true;
        QTRY_VERIFY_WITH_TIMEOUT(stored() > 4, 20'000);
        QTRY_VERIFY(bells > 0); // who looks at it sees when they spoke last
        QTRY_VERIFY(monitor.picture().told > told);
        QTRY_COMPARE_WITH_TIMEOUT(HistoryReader(directory()).readings(now()).back().peersSeeing, 0, 20'000);
        monitor.stop();
        monitor.disconnect(this);
        QCOMPARE(HistoryReader(directory()).readings(now()).back().peersFull, 0); // nobody hears any more
        QVERIFY(!HistoryReader(directory()).latestHeardAt());
        // Everything as it was received: the questions, and the lines of the stream.
        const std::vector<SourceAnswer> answers = HistoryReader(directory()).sourceAnswers(now());
        QVERIFY(std::any_of(answers.begin(), answers.end(), [](const SourceAnswer& answer) {
            return answer.question.find("/v1/stream/") != std::string::npos &&
                   answer.body.find("\"withdrawals\":[\"175.45.176.0/24\"]") != std::string::npos;
        }));
    }

    void watcherRecordsThemBesideItsChecksAndRestsWhilePaused() {
        FakeRipe ripe;
        Monitor monitor({directory()}, {}, {});
        monitor.start(Direct{});
        QTest::qWait(100);
        QCOMPARE(ripe.stat.accepted(), 0); // nothing is on
        monitor.setSources(ripe.sources());
        QTRY_COMPARE_WITH_TIMEOUT(stored(), std::size_t(4), 20'000);
        monitor.pause();
        QVERIFY(monitor.picture().sources.empty());
        monitor.setSources({});
        QVERIFY(!readSources(directory()).ripe);
        monitor.stop();
    }

    // Else who saves both has each source asked twice in the same second.
    void tokensAloneBeginNothingAnew() {
        FakeRipe ripe;
        writeSources(directory(), ripe.sources());
        Monitor monitor({directory()}, {}, {});
        monitor.start(ObserveOnly{});
        QTRY_VERIFY_WITH_TIMEOUT(monitor.picture().sources.at(0).streaming, 20'000);
        const int before = ripe.live.accepted();
        monitor.setTokens({{"globalping", ""}});
        QTest::qWait(1000);
        QCOMPARE(ripe.live.accepted(), before);
        monitor.stop();
    }

    void brokenChoiceIsToldAndAsksNobody() {
        std::filesystem::create_directories(directory());
        std::ofstream(directory() / "sources.json") << R"({"ripe": "perhaps"})";
        Monitor monitor({directory()}, {}, {});
        monitor.start(ObserveOnly{});
        QVERIFY(
            QString::fromStdString(monitor.picture().sources.at(0).trouble).contains(QStringLiteral("sources.json")));
        monitor.setSources({});
        QVERIFY(monitor.picture().sources.empty());
    }
};

QTEST_GUILESS_MAIN(WatchingSourcesTest)
#include "tst_watching_sources.moc"
