// SPDX-License-Identifier: GPL-3.0-or-later
// What a watchlist wants against what it may ask.
#include "app/demand.h"

#include <QtTest>

using namespace kpwatch;

namespace {

// Written apart: moc 6.4 takes // inside a raw string for a comment.
const std::string http = "http:"
                         "//";

std::string tcp(int number, const std::string& host, int interval_s) {
    return R"({"id":"t)" + std::to_string(number) + R"(","group":"routers","probe":{"kind":"tcp","host":")" + host +
           R"(","port":80},"interval_s":)" + std::to_string(interval_s) + "}";
}

std::string page(int number, const std::string& servers) {
    const std::string id = std::to_string(number);
    return R"({"id":"p)" + id + R"(","site":"s","probe":{"kind":"http","url":")" + http + "www" + id +
           R"(.kp/","resolve":{"servers":[)" + servers + "]}}}";
}

Watchlist list(const std::string& targets) {
    return parseWatchlist(R"({"version":1,"sites":[{"id":"s"}],"targets":[)" + targets + "]}", "test", {});
}

} // namespace

class TestDemand : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void theShippedListAsksNoMoreThanItMay() {
        for (const char* way : {"direct", "observe", "socks5h://127.0.0.1:9050"}) {
            const auto over = overCaps(defaultWatchlist({}), {}, parseWayOut(way));
            QVERIFY2(over.empty(), over.empty() ? "" : over.front().where.c_str());
        }
    }

    void namesOfTheSameServersAreLookedUpInTurn() {
        const std::string ours = R"("175.45.176.8","175.45.176.9")", others = R"("175.45.178.8")";
        const Watchlist watchlist = list(page(0, ours) + "," + page(1, ours) + "," + page(2, others));
        const auto turns = lookUpTurns(watchlist);
        QCOMPARE(turns.at(watchlist.findByName("p0")->id), 2);
        QCOMPARE(turns.at(watchlist.findByName("p1")->id), 2);
        QCOMPARE(turns.at(watchlist.findByName("p2")->id), 1);
        QVERIFY(lookUpTurns(list(tcp(1, "175.45.178.161", 120))).empty());
    }

    void aBlockThatIsAskedTooOftenIsNamedWithItsNumbers() {
        std::string targets;
        for (int i = 0; i < 7; ++i)
            targets += (i ? "," : "") + tcp(i, "175.45.178." + std::to_string(20 + i), 60);
        const std::vector<OverCap> expected{{"175.45.178.0/24", 7, 6}};
        QCOMPARE(overCaps(list(targets), {}), expected);
    }

    void theSentinelAndTheLookUpsAreCounted() {
        // Five pages every two minutes, one look-up every two minutes, and the sentinel every minute.
        std::string targets;
        for (int i = 0; i < 10; ++i)
            targets += (i ? "," : "") + page(i, R"("175.45.176.8")");
        const auto over = overCaps(list(targets), {});
        QCOMPARE(over.size(), std::size_t{1});
        QCOMPARE(over.front().wantedPerMinute, 6.5);
        QVERIFY(overCaps(list(targets), {}, parseWayOut("socks5h://127.0.0.1:9050")).empty());
    }

    void theCountryAndAnAddressHaveCapsOfTheirOwn() {
        std::string targets;
        for (int i = 0; i < 24; ++i)
            targets +=
                (i ? "," : "") + tcp(i, "175.45.17" + std::to_string(6 + i % 4) + "." + std::to_string(20 + i), 60);
        const std::vector<OverCap> country{{"175.45.176.0/22", 24, 20}};
        QCOMPARE(overCaps(list(targets), {}), country);
        const std::vector<OverCap> address{{"175.45.178.161", 2, 1}};
        QCOMPARE(overCaps(list(tcp(1, "175.45.178.161", 30)), {}), address);
    }

    void aLowerCapOfTheSettingsCounts() {
        Settings settings;
        settings.rate_per_24_per_min = 1;
        QCOMPARE(overCaps(list(tcp(1, "175.45.178.161", 60) + "," + tcp(2, "175.45.178.162", 60)), settings).size(),
                 std::size_t{1});
    }

    void loopbackIsExempt() {
        const Watchlist watchlist = parseWatchlist(
            R"({"version":1,"allow_private":true,"targets":[)" + tcp(1, "127.0.0.1", 1) + "]}", "test", {});
        QVERIFY(overCaps(watchlist, {}).empty());
    }
};

QTEST_GUILESS_MAIN(TestDemand)
#include "tst_demand.moc"
