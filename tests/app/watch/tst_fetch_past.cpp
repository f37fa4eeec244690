// SPDX-License-Identifier: GPL-3.0-or-later
// The routes of a past time, fetched while nobody watches.
#include "app/watch/fetch_past.h"

#include "app/history/history_reader.h"
#include "tests/support/fake_ripe.h"

#include <QTemporaryDir>
#include <QTest>

using namespace kpwatch;
using namespace kpwatch::test;
using namespace std::chrono_literals;

class FetchPastTest : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void recordThatBeginsWithWhatWasFetchedCanBeRead() {
        const QTemporaryDir home;
        const std::filesystem::path directory = home.filePath(QStringLiteral("record")).toStdString();
        const UtcTime now = utcNow();
        FakeRipe ripe;
        ripe.answer = [now](const std::string& request) {
            return request.find("/bgplay/") == std::string::npos
                       ? usualAnswer(request)
                       : page(simulation::bgpPlayBody(simulation::usualRoutes(networks), {}, {now - 27h, now - 2h}));
        };
        const Fetched fetched =
            fetchPast(directory, ripe.sources(), chosenFiles(directory, {}, {}), {now - 3h, now - 2h});
        QVERIFY(fetched.told.has_value());
        QVERIFY2(fetched.told->told, fetched.told->said.c_str());
        const HistoryReader reader(directory);
        QCOMPARE(reader.latestWatchlistJson(), defaultWatchlist({}).json());
        QCOMPARE(reader.watchlistVersions().size(), std::size_t(1));
    }
};

QTEST_GUILESS_MAIN(FetchPastTest)
#include "tst_fetch_past.moc"
