// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sentinels.h"
#include "app/watchlist.h"

#include <QtTest>

using namespace kpwatch;

namespace {

// Written apart: moc 6.4 takes // inside a raw string for a comment.
const std::string http = "http:"
                         "//";

QStringList sentinelNames(const Watchlist& watchlist) {
    QStringList names;
    for (const Target& target : watchlist.targets)
        if (isSentinel(target))
            names << QString::fromStdString(target.name);
    return names;
}

} // namespace

class TestSentinels : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void theDefaultListHasOnePerBlock() {
        const Watchlist watchlist = defaultWatchlist({});
        QCOMPARE(sentinelNames(watchlist).size(), 3); // 175.45.176, .177 and .178: nothing is watched in .179
        int at = 0;
        for (const Target& target : watchlist.targets) {
            QCOMPARE(static_cast<int>(target.id), at++);
            if (!isSentinel(target))
                continue;
            QVERIFY(std::holds_alternative<TcpOptions>(target.probe));
            QCOMPARE(target.interval.count(), 60);
            QVERIFY(target.enabled);
        }
        for (const Control& control : watchlist.controls)
            QCOMPARE(static_cast<int>(control.target.id), at++);
    }

    void tcpTargetsComeBeforePages() {
        const Settings settings;
        const Watchlist watchlist = parseWatchlist(R"({"version":1,"sites":[{"id":"s","label":"S"}],"targets":[
            {"id":"page","label":"Page","site":"s","probe":{"kind":"http","url":")" +
                                                       http + R"(175.45.176.71/"}},
            {"id":"router","label":"Router","group":"routers","probe":{"kind":"tcp","host":"175.45.176.1","port":80}},
            {"id":"off","label":"Off","group":"routers","enabled":false,
             "probe":{"kind":"tcp","host":"175.45.178.1","port":80}}]})",
                                                   "test", settings);
        QCOMPARE(sentinelNames(watchlist), QStringList{QStringLiteral("sentinel-router")});
    }

    void aNameLivesWhereItsNameServersDo() {
        const Watchlist watchlist = parseWatchlist(R"({"version":1,"sites":[{"id":"s","label":"S"}],"targets":[
            {"id":"page","label":"Page","site":"s","probe":{"kind":"http","url":")" +
                                                       http + R"(www.kcna.kp:8080/",
             "resolve":{"servers":["175.45.176.8"]}}}]})",
                                                   "test", {});
        const Target* sentinel = watchlist.findByName("sentinel-page");
        QVERIFY(sentinel);
        QCOMPARE(std::get<TcpOptions>(sentinel->probe), (TcpOptions{"www.kcna.kp", 8080}));
    }

    void whatIsAskedAsOftenNeedsNone() {
        const Watchlist watchlist = parseWatchlist(R"({"version":1,"targets":[
            {"id":"router","label":"Router","group":"routers","interval_s":60,
             "probe":{"kind":"tcp","host":"175.45.176.1","port":80}}]})",
                                                   "test", {});
        QVERIFY(sentinelNames(watchlist).isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestSentinels)
#include "tst_sentinels.moc"
