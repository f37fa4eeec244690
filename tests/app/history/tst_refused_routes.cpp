// SPDX-License-Identifier: GPL-3.0-or-later
// Routes that are refused, from what RouteViews answered to the pattern, its evidence and the copy: 18 March 2025 in
// small. The collectors of RIS see 30 % of the networks keep the routes, by both sides; half of the hosts fall silent.
#include "app/history/history.h"
#include "app/history/incident_reader.h"
#include "app/outside/routeviews_source.h"
#include "app/words/copy.h"
#include "app/words/sources.h"
#include "app/words/words.h"
#include "tests/support/recorded_story.h"

#include <QTemporaryDir>
#include <QTest>
#include <nlohmann/json.hpp>

using namespace kpwatch;
using namespace kpwatch::test;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {

constexpr int silentFrom = 9000, silentTo = 14000, end = 16000; // s after the begin

// As RouteViews answers for one prefix.
std::string answerFor(const std::string& prefix, std::uint32_t origin, int peers, const char* state) {
    nlohmann::json reporting = nlohmann::json::array();
    for (int i = 0; i < peers; ++i)
        reporting.push_back({{"peer_asn", std::to_string(64512 + i)},
                             {"peer_addr", "198.18.1." + std::to_string(i + 1)},
                             {"collector", "route-views2"},
                             {"as_path", std::to_string(64512 + i) + " 4837 134544 " + std::to_string(origin)}});
    nlohmann::json list = nlohmann::json::array();
    list.push_back({{"prefix", prefix}, {"origin_asn", origin}, {"rpki_state", state}, {"reporting_peers", reporting}});
    return list.dump();
}

// What it says while it is asked as it wishes to be, from the begin on.
std::vector<RouteSighting> sightingsFrom(const char* state) {
    RouteViewsSource source;
    std::vector<RouteSighting> seen;
    for (int at = 0; at < end; ++at)
        if (const auto path = source.due(after(seconds(at)))) {
            std::string prefix = path->substr(14, path->find('?') - 14);
            prefix.replace(prefix.find("%2F"), 3, "/");
            const bool theirs = prefix.starts_with("175.45.");
            const bool refused = theirs && at >= silentFrom - 3600;
            RipeNews news = source.answered(
                prefix.ends_with("/22") ? "[]"
                                        : answerFor(prefix, theirs ? 131279 : 3333, 100, refused ? state : "valid"),
                after(seconds(at)));
            seen.insert(seen.end(), news.sightings.begin(), news.sightings.end());
        }
    return seen;
}

std::vector<RouteReading> readings() {
    std::vector<RouteReading> rows;
    for (int at = 0; at < end; at += 300)
        for (const char* prefix : {"175.45.176.0/24", "175.45.177.0/24", "175.45.178.0/24", "175.45.179.0/24"}) {
            const int seeing = at >= silentFrom && at < silentTo ? 96 : 320;
            rows.push_back({after(seconds(at)),
                            std::string(routesToldBy),
                            prefix,
                            320,
                            seeing,
                            {{"134544", seeing * 7 / 10}, {"20485", seeing - seeing * 7 / 10}}});
        }
    return rows;
}

struct Refused {
    QTemporaryDir home;
    std::filesystem::path directory = std::filesystem::path(home.path().toStdString()) / "history";
    Story story{storyWatchlist(), 3};
    std::vector<Incident> incidents;
    Assessment seen;

    explicit Refused(const char* state) {
        for (const char* who : {"kcna-http", "naenara-http", "ns1", "ns2"})
            story.sees(who, silentFrom, silentTo, Outcome::timeout());
        const Replayed judged = record(story, end, directory);
        Batch batch;
        batch.news.readings = readings();
        batch.news.sightings = sightingsFrom(state);
        History({.directory = directory, .simulated = false}, story.watchlist(), {}, after(seconds(end))).append(batch);
        const HistoryReader reader(directory);
        const Settings settings;
        const IncidentQuestion question{story.watchlist(), settings, judged.lastRowAt};
        incidents = incidentLog(reader, question);
        seen = assessmentOf(reader, question, incidents.at(0));
    }
    QString evidence() const {
        QString all;
        for (const Evidence& row : seen.evidence)
            all += QString::fromUtf8(name(row.sign).data()) + u' ' + words::evidence(row) + u" ("_s +
                   words::evidenceSource(row) + u")\n"_s;
        return all;
    }
};

} // namespace

class TestRefusedRoutes : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void areAPatternWithItsEvidenceAndCredit() {
        const Refused told("invalid-length");
        QCOMPARE(told.incidents.size(), std::size_t(1));
        QCOMPARE(told.seen.pattern, Pattern::RoutingPolicy);
        QVERIFY2(told.evidence().contains(u"+ The routes were marked invalid: 175.45.176.0/24"_s),
                 qPrintable(told.evidence()));
        QVERIFY2(told.evidence().contains(u"(RouteViews"_s), qPrintable(told.evidence()));
        const words::IncidentTold as_told{told.incidents[0], told.seen, told.story.watchlist(), after(seconds(end))};
        const words::Copy copy = words::copyOf(as_told, {});
        QVERIFY2(copy.full.contains(u"routeviews.org"_s), qPrintable(copy.full));
        QVERIFY2(copy.full.contains(u"stat.ripe.net"_s), qPrintable(copy.full));
        for (const QString& each : {copy.alert, copy.brief, copy.full}) // no pattern and no cause in copy
            QVERIFY2(!each.contains(u"invalid"_s) && !each.contains(words::pattern(told.seen.pattern)),
                     qPrintable(each));
        QVERIFY(!copy.full.contains(u"disappeared from global routing tables"_s));
    }

    void whoRefusesSaysWhen() {
        const Evidence row{Sign::Supports,     Fact::RouteValidity, 0, 0, "175.45.176.0/24 (routeviews)",
                           after(seconds(end))};
        QVERIFY2(words::evidence(row).contains(words::stampKst(after(seconds(end)))), qPrintable(words::evidence(row)));
        QCOMPARE(words::evidenceSource(row), u"RouteViews"_s);
    }

    void whatOtherCollectorsSawSaysWhen() {
        const Evidence row{Sign::Supports, Fact::RoutesBorneOut, 10, 200, "routeviews", after(seconds(end))};
        QVERIFY2(words::evidence(row).contains(words::stampKst(after(seconds(end)))), qPrintable(words::evidence(row)));
    }

    void withoutThatEvidenceItIsUnclear() {
        const Refused told("valid");
        QCOMPARE(told.seen.pattern, Pattern::Unclear);
        QVERIFY(!told.evidence().contains(u"invalid"_s));
    }
};

QTEST_GUILESS_MAIN(TestRefusedRoutes)
#include "tst_refused_routes.moc"
