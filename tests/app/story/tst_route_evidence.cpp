// SPDX-License-Identifier: GPL-3.0-or-later
// Rows about routes beside how many networks see them: strangers in North Korea's space, and other collectors.
#include "app/story/route_evidence.h"

#include <QTest>

using namespace kpwatch;
using namespace std::chrono_literals;

namespace {

using What = RouteSighting::What;
const UtcTime zero = *parseIsoUtc("2026-11-20T03:00:00Z");

RouteSighting sighting(What what, std::uint32_t origin, int networks) {
    return {zero, "ripe-ris", what, "175.45.176.0/22", origin, networks};
}

} // namespace

class RouteEvidenceTest : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void strangerIsNamedWithHowManyHadItsRouteAtMost() {
        const auto rows =
            strangersAmong({sighting(What::ForeignOrigin, 64666, 12), sighting(What::ForeignOrigin, 64666, 310),
                            sighting(What::ForeignOrigin, 64666, 0)});
        QVERIFY(rows == (std::vector<Evidence>{{Sign::Against, Fact::ForeignOrigin, 310, 64666, "175.45.176.0/22"}}));
    }

    void partOfABlockByThemselvesAccusesNobody() {
        const auto rows = strangersAmong({sighting(What::MoreSpecific, 131279, 3)});
        QVERIFY(rows == (std::vector<Evidence>{{Sign::NotKnown, Fact::MoreSpecific, 3, 131279, "175.45.176.0/22"}}));
    }

    void whoeverAnnouncesAThousandPartsFillsNoPage() {
        std::vector<RouteSighting> many;
        for (std::uint32_t i = 0; i < 1000; ++i)
            many.push_back(sighting(What::ForeignOrigin, 64512 + i, static_cast<int>(i)));
        const auto rows = strangersAmong(many);
        QCOMPARE(rows.size(), std::size_t(5));
        QCOMPARE(rows.front().a, 999.0); // and those that the most networks had
    }

    void refusalIsDatedFromTheFirstReadingThatSaidSo() {
        RouteSighting refused{zero, "routeviews", What::Invalid, "175.45.176.0/24", 131279, 1};
        std::vector<RouteSighting> told{refused};
        refused.at += 1h;
        told.push_back(refused); // told anew after a restart
        refused.networks = 0;
        told.push_back(refused);
        told.push_back(sighting(What::ForeignOrigin, 64666, 12));
        const Evidence row{Sign::Supports, Fact::RouteValidity, 0, 0, "175.45.176.0/24 (routeviews)", zero};
        QVERIFY(refusalsAmong(told, Sign::Supports) == std::vector<Evidence>{row});
    }

    void otherCollectorsBearOutOrLeaveOpen() {
        std::vector<RouteReading> others;
        for (const char* block : {"175.45.176.0/24", "175.45.177.0/24"})
            others.push_back({zero + 20min, "routeviews", block, 200, 10, {}});
        const Evidence row{Sign::Supports, Fact::RoutesBorneOut, 10, 200, "routeviews", zero + 20min};
        QVERIFY(besides(others, zero, true, Sign::Supports) == std::vector<Evidence>{row});
        QCOMPARE(besides(others, zero, false, Sign::Supports).front().sign, Sign::NotKnown); // it saw it otherwise
        QVERIFY(besides(others, zero + 1h, true, Sign::Supports).empty());                   // of before
        QVERIFY(besides(others, zero - 3h, true, Sign::Supports).empty());                   // of long after
    }
};

QTEST_APPLESS_MAIN(RouteEvidenceTest)
#include "tst_route_evidence.moc"
