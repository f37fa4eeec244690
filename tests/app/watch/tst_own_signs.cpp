// SPDX-License-Identifier: GPL-3.0-or-later
// What the rows and the clocks show of our own side.
#include "app/watch/own_signs.h"

#include <QtTest>

using namespace kpwatch;
using namespace std::chrono_literals;

namespace {

const UtcTime noon{std::chrono::hours{24 * 20'000 + 12}};

Watchlist list() {
    return parseWatchlist(
        R"({"version":1,"targets":[)"
        R"({"id":"t","group":"routers","probe":{"kind":"tcp","host":"175.45.178.161","port":80}},)"
        R"({"id":"p","group":"routers","probe":{"kind":"ping","host":"175.45.178.161"},"enabled":false}],"controls":[)"
        R"({"id":"c","probe":{"kind":"tcp","host":"141.76.2.4","port":80}},)"
        R"({"id":"n","ring":"negative","probe":{"kind":"tcp","host":"192.0.2.1","port":80}}]})",
        "test", {});
}

} // namespace

class TestOwnSigns : public QObject {
    Q_OBJECT

    const Watchlist m_list = list();

    Observation row(const char* who, Failure failure, UtcTime at = noon) const {
        Observation seen{.target = m_list.findByName(who)->id, .startedAt = at, .reached = Stage::Connect};
        seen.failure = failure;
        if (failure == Failure::None)
            seen.reached = Stage::Done;
        return seen;
    }

  private Q_SLOTS:
    void anOwnFirewallIsSaidUntilTheChecksLeaveAgain() {
        OwnSigns signs(m_list);
        signs.take(row("t", Failure::PermissionDenied));
        signs.take(row("c", Failure::PermissionDenied, noon + 1min));
        QCOMPARE(signs.notices(noon + 2min), (std::vector<Notice>{{noon, OwnFirewall{2}}}));
        signs.take(row("t", Failure::Timeout, noon + 3min));
        QCOMPARE(signs.notices(noon + 3min), (std::vector<Notice>{{noon, OwnFirewall{1}}}));
        signs.take(row("c", Failure::None, noon + 4min));
        QVERIFY(signs.notices(noon + 4min).empty());
    }

    void aPingThatIsNotAllowedIsNoFirewall() {
        OwnSigns signs(m_list);
        signs.take(row("p", Failure::PermissionDenied));
        QVERIFY(signs.notices(noon).empty());
    }

    void aGapIsSaidForAWhile() {
        OwnSigns signs(m_list);
        signs.take(Jolt{.at = noon, .absentSince = noon - 1h, .absent = 1h});
        QCOMPARE(signs.notices(noon + 9min), (std::vector<Notice>{{noon, Woke{1h, false}}}));
        QVERIFY(signs.notices(noon + 11min).empty());
        signs.take(Jolt{.at = noon, .stepped = 1h}); // a set clock is no gap
        QVERIFY(signs.notices(noon).empty());
    }
};

QTEST_GUILESS_MAIN(TestOwnSigns)
#include "tst_own_signs.moc"
