// SPDX-License-Identifier: GPL-3.0-or-later
// Who announces their space besides them: which change of it makes a row, and which rows a range is told with.
#include "app/story/sightings.h"

#include <QTest>

using namespace kpwatch;
using namespace std::chrono_literals;

namespace {

using What = RouteSighting::What;
const UtcTime noon = *parseIsoUtc("2026-03-05T12:00:00.000Z");
const StrangeRoute theirs{"175.45.176.128/25", WatchedRoutes().origin}, stranger{"175.45.176.0/22", 64666};

RouteSighting seen(UtcTime at, int networks, const StrangeRoute& route = stranger) {
    const What what = route.origin == WatchedRoutes().origin ? What::MoreSpecific : What::ForeignOrigin;
    return {at, std::string(routesToldBy), what, route.prefix, route.origin, networks};
}

} // namespace

class SightingsTest : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void whatIsWorthARow_data() {
        QTest::addColumn<std::vector<int>>("networks"); // that have the stranger's route, minute by minute
        QTest::addColumn<std::vector<int>>("rows");     // -1: none
        QTest::newRow("begins, is still there, ends") << std::vector{3, 3, 0} << std::vector{3, -1, 0};
        QTest::newRow("nobody") << std::vector{0, 0} << std::vector{-1, -1};
        QTest::newRow("less than twice as many say nothing new") << std::vector{3, 5} << std::vector{3, -1};
        QTest::newRow("twice as many do") << std::vector{3, 5, 6} << std::vector{3, -1, 6};
        QTest::newRow("fewer do not") << std::vector{8, 2, 8} << std::vector{8, -1, -1};
        QTest::newRow("begins again") << std::vector{8, 0, 2} << std::vector{8, 0, 2};
    }

    void whatIsWorthARow() {
        QFETCH(std::vector<int>, networks);
        QFETCH(std::vector<int>, rows);
        Strangers strangers;
        for (std::size_t minute = 0; minute < networks.size(); ++minute) {
            const UtcTime at = noon + 1min * static_cast<int>(minute);
            std::map<StrangeRoute, int> there;
            if (networks[minute] > 0)
                there = {{stranger, networks[minute]}};
            std::vector<RouteSighting> told;
            strangers.note(there, at, told);
            const int row = rows[minute];
            QVERIFY((told == (row < 0 ? std::vector<RouteSighting>() : std::vector{seen(at, row)})));
        }
    }

    void aPartOfABlockByThemselvesIsNoStranger() {
        Strangers strangers;
        std::vector<RouteSighting> told;
        strangers.note({{theirs, 12}}, noon, told);
        QCOMPARE(told.size(), std::size_t(1));
        QCOMPARE(told[0].what, What::MoreSpecific);
        QCOMPARE(told[0].origin, WatchedRoutes().origin);
    }

    void whoAnnouncesEachAddressFillsNoRecord() {
        std::map<StrangeRoute, int> each;
        for (int i = 0; i < 1000; ++i)
            each[{"175.45." + std::to_string(176 + i / 256) + "." + std::to_string(i % 256) + "/32", 64666}] = 4;
        Strangers strangers;
        std::vector<RouteSighting> told;
        strangers.note(each, noon, told);
        QCOMPARE(told.size(), std::size_t(200));
        strangers.note({}, noon + 1min, told);
        QCOMPARE(told.size(), std::size_t(400)); // what was told ends, no more
    }

    void aRangeIsToldWithWhatStoodAtItsBegin_data() {
        using Rows = std::vector<RouteSighting>;
        QTest::addColumn<Rows>("rows");
        QTest::addColumn<Rows>("within"); // of the hour from noon on
        const RouteSighting before = seen(noon - 2h, 3), grown = seen(noon - 1h, 9), ended = seen(noon - 30min, 0),
                            during = seen(noon, 4), after = seen(noon + 1h, 8), another = seen(noon - 3h, 5, theirs);
        QTest::newRow("nothing") << Rows{} << Rows{};
        QTest::newRow("stands") << Rows{before} << Rows{before};
        QTest::newRow("the latest word before it") << Rows{before, grown} << Rows{grown};
        QTest::newRow("had ended") << Rows{before, ended} << Rows{};
        QTest::newRow("its first moment counts, its last does not") << Rows{during, after} << Rows{during};
        QTest::newRow("each by itself") << Rows{another, before, ended} << Rows{another};
        QTest::newRow("stands and goes on") << Rows{before, during} << Rows{before, during};
    }

    void aRangeIsToldWithWhatStoodAtItsBegin() {
        QFETCH(std::vector<RouteSighting>, rows);
        QFETCH(std::vector<RouteSighting>, within);
        QVERIFY(sightingsWithin(rows, {noon, noon + 1h}) == within);
    }

    void everyNameIsReadAgain() {
        for (const What what : {What::ForeignOrigin, What::MoreSpecific, What::Invalid})
            QCOMPARE(sightingNamed(name(what)), std::optional(what));
        QVERIFY(!sightingNamed("hijack"));
    }
};

QTEST_APPLESS_MAIN(SightingsTest)
#include "tst_sightings.moc"
