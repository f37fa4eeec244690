// SPDX-License-Identifier: GPL-3.0-or-later
// A program that is started again and again, as by a service manager after each crash, stays within the caps.
#include "app/watch/earlier_checks.h"

#include "tests/app/history/builders.h"
#include "tests/app/watch/drive.h"

#include <QtTest>

using namespace kpwatch;
using namespace kpwatch::testing;

namespace {

constexpr auto block = {"175.45.178.161", "175.45.178.162", "175.45.178.163", "175.45.178.164",
                        "175.45.178.165", "175.45.178.166", "175.45.178.167"};

Watchlist sevenInOneBlock() {
    std::string targets;
    for (const char* host : block)
        targets += (targets.empty() ? "" : ",") + tcp("r-" + std::string(host).substr(11), host, 60);
    return parseWatchlist(watchlistWith(targets, control("line-a", "193.0.14.129")), "test", {});
}

struct Life {
    UtcTime born;
    std::chrono::seconds length;
};

// What one run sends to targets; every second of them is silent, and what ends after the run is never recorded.
std::vector<Drive::Sent> live(const QString& folder, const Watchlist& watchlist, History& history, const Life& life) {
    Drive drive(watchlist);
    for (const auto& earlier : earlierChecks(HistoryReader(folder.toStdString()), watchlist, {life.born, drive.now}))
        drive.schedule.count(earlier);
    drive.outcome = [](const std::string& name, SteadyTime) {
        return name.back() % 2 == 0 ? Failure::Timeout : Failure::None;
    };
    drive.run(life.length);
    Batch batch;
    for (const Drive::Sent& one : drive.sent) {
        const UtcTime at = life.born + std::chrono::floor<std::chrono::milliseconds>(one.at.time_since_epoch());
        Observation row = answered(one.target->id, at, std::chrono::floor<Micros>(one.ended - one.at));
        row.recheck = one.kind == Job::Kind::Recheck;
        row.peer = hostOf(one.target->probe);
        if (one.ended <= drive.now)
            batch.observations.push_back(row);
    }
    batch.events.push_back({life.born + life.length, Heartbeat{}});
    history.append(batch);
    std::erase_if(drive.sent, [&](const Drive::Sent& one) { return watchlist.isControl(one.target->id); });
    return drive.sent;
}

// Within any minute.
int most(const std::vector<UtcTime>& times) {
    std::ptrdiff_t found = 0;
    for (auto first = times.begin(), last = times.begin(); last != times.end(); ++last) {
        while (*last - *first >= 60s)
            ++first;
        found = std::max(found, last - first + 1);
    }
    return static_cast<int>(found);
}

} // namespace

class TestEarlierChecks : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void aCrashLoopStaysWithinTheCaps_data() {
        QTest::addColumn<int>("life_s");
        QTest::addColumn<int>("atLeast"); // checks in ten minutes
        QTest::newRow("7 s") << 7 << 1;
        QTest::newRow("20 s") << 20 << 7;
        QTest::newRow("70 s") << 70 << 20;
        QTest::newRow("100 s") << 100 << 40;
    }
    // A life, a kill, a start at once, for ten minutes: the record holds only what had ended.
    void aCrashLoopStaysWithinTheCaps() {
        QFETCH(const int, life_s);
        QFETCH(const int, atLeast);
        const QTemporaryDir folder;
        const Watchlist watchlist = sevenInOneBlock();
        History history({folder.path().toStdString()}, watchlist, {}, noon);
        std::vector<UtcTime> left;
        std::map<std::string, std::vector<UtcTime>> ordinary;
        for (UtcTime born = noon; born < noon + 10min; born += std::chrono::seconds{life_s})
            for (const Drive::Sent& one :
                 live(folder.path(), watchlist, history, {born, std::chrono::seconds{life_s}})) {
                const UtcTime at = born + std::chrono::floor<std::chrono::milliseconds>(one.at.time_since_epoch());
                left.push_back(at);
                if (one.kind == Job::Kind::Check)
                    ordinary[one.name].push_back(at);
            }
        const Settings settings;
        QVERIFY2(most(left) <= settings.rate_alert_per_24_per_min, qPrintable(QString::number(most(left))));
        for (const auto& [name, times] : ordinary)
            QVERIFY2(most(times) <= 1, name.c_str());
        QVERIFY2(std::ssize(left) >= atLeast, qPrintable(QString::number(left.size())));
    }

    void whatIsOlderThanAMinuteIsForgotten() {
        const QTemporaryDir folder;
        const Watchlist watchlist = smallWatchlist();
        History history({folder.path().toStdString()}, watchlist, {}, noon);
        history.append({.observations = {answered(webId, noon), answered(controlId, noon + 1s)}});
        const HistoryReader reader(folder.path().toStdString());
        QVERIFY(earlierChecks(reader, watchlist, {noon + 122s, SteadyTime(1h)}).empty());
        const auto recent = earlierChecks(reader, watchlist, {noon + 30s, SteadyTime(1h)});
        QCOMPARE(recent.size(), std::size_t{2 + 4}); // and once more each of four, who may have been under way
        QVERIFY(recent.back().at == SteadyTime(1h)); // it may have lived until now
        QVERIFY(recent.front().target == webId && recent.front().at == SteadyTime(1h) - 30s + 1ms);
        history.append({.events = {{noon + 10s, Stopped{}}}});
        QVERIFY(earlierChecks(reader, watchlist, {noon + 30s, SteadyTime(1h)}).back().at == SteadyTime(1h) - 20s + 1ms);
        QVERIFY(earlierChecks(reader, watchlist, {noon + 71s, SteadyTime(1h)}).empty());
    }
};

QTEST_GUILESS_MAIN(TestEarlierChecks)
#include "tst_earlier_checks.moc"
