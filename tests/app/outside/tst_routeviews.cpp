// SPDX-License-Identifier: GPL-3.0-or-later
// RouteViews as a cross-check: its answers read, and what is asked of it in an hour and a day.
#include "app/outside/routeviews_source.h"

#include <QTest>

#include <nlohmann/json.hpp>

using namespace kpwatch;
using namespace std::chrono_literals;

namespace {

const UtcTime zero = *parseIsoUtc("2026-11-20T00:00:00Z");

std::string listOf(const std::string& prefix, std::uint32_t origin, int peers, const char* state = "valid") {
    if (peers == 0)
        return "[]";
    nlohmann::json reporting = nlohmann::json::array();
    for (int i = 0; i < peers; ++i)
        reporting.push_back(
            nlohmann::json{{"peer_asn", std::to_string(64512 + i)},
                           {"peer_addr", "198.18.1." + std::to_string(i + 1)},
                           {"collector", "route-views2"},
                           {"as_path", std::to_string(64512 + i) + " 4837 134544 " + std::to_string(origin)}});
    nlohmann::json list = nlohmann::json::array();
    list.push_back(nlohmann::json{
        {"prefix", prefix}, {"origin_asn", origin}, {"rpki_state", state}, {"reporting_peers", reporting}});
    return list.dump();
}

RouteReading elsewhere(int seeing) { return {zero, "ripe-ris", "175.45.176.0/24", 320, seeing, {}}; }

struct Asked {
    RouteViewsSource source;
    int seeing = 100, reference = 100;
    const char* state = "valid";
    std::vector<std::pair<UtcTime, std::string>> questions;
    RipeNews told;

    void until(UtcTime from, UtcTime to) {
        for (UtcTime now = from; now < to; now += 1s)
            if (const auto path = source.due(now)) {
                questions.emplace_back(now, *path);
                std::string prefix = path->substr(14, path->find('?') - 14);
                prefix.replace(prefix.find("%2F"), 3, "/");
                RipeNews news = source.answered(prefix == referencePrefix ? listOf(prefix, 3333, reference)
                                                : prefix.ends_with("/22") ? "[]"
                                                                          : listOf(prefix, 131279, seeing, state),
                                                now);
                std::move(news.readings.begin(), news.readings.end(), std::back_inserter(told.readings));
                std::move(news.sightings.begin(), news.sightings.end(), std::back_inserter(told.sightings));
                if (news.trouble)
                    told.trouble = news.trouble;
            }
    }
};

} // namespace

class RouteViewsTest : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void aRoundAnHourTwoSecondsApart() {
        Asked asked;
        asked.until(zero, zero + 24h);
        QCOMPARE(asked.questions.size(), std::size_t(24 * 5 + 3));
        for (std::size_t i = 1; i < asked.questions.size(); ++i)
            QVERIFY(asked.questions[i].first >= asked.questions[i - 1].first + 2s);
        QCOMPARE(asked.questions[1].second, std::string("/guest/prefix/175.45.176.0%2F22?strict-match=yes"));
        QCOMPARE(asked.told.readings.size(), std::size_t(24 * 4));
        QCOMPARE(asked.told.readings.back().peersSeeing, 100);
        QCOMPARE(asked.told.readings.back().peersFull, 100);
        QCOMPARE(asked.told.readings.back().source, std::string("routeviews"));
    }

    void silenceIsToldBesideAFreshReference() {
        Asked asked;
        asked.until(zero, zero + 1h);
        asked.seeing = 0;
        asked.until(zero + 1h, zero + 2h);
        QCOMPARE(asked.questions.size(), std::size_t(6 + 5 + 1));
        QCOMPARE(asked.told.readings.back().peersSeeing, 0);
        QCOMPARE(asked.told.readings.back().peersFull, 100);
        asked.reference = 0;
        const std::size_t before = asked.told.readings.size();
        asked.until(zero + 2h, zero + 3h);
        QCOMPARE(asked.told.readings.size(), before); // it sees nothing at all: no data
        QVERIFY(asked.told.trouble.has_value());
    }

    void muchChangedIsLookedIntoAtOnce() {
        Asked asked;
        asked.until(zero, zero + 15min);
        asked.source.seenElsewhere({elsewhere(320), elsewhere(320)});
        asked.source.seenElsewhere({elsewhere(0)});
        asked.until(zero + 15min, zero + 16min);
        asked.source.seenElsewhere({elsewhere(320)}); // and again ten minutes after
        asked.until(zero + 17min, zero + 25min);
        QCOMPARE(asked.questions.size(), std::size_t(6 + 5));
        asked.until(zero + 25min, zero + 26min);
        QCOMPARE(asked.questions.size(), std::size_t(6 + 5 + 5));
    }

    void whatChangesDuringARoundIsLookedIntoAfterwards() {
        Asked asked;
        asked.until(zero, zero + 3s); // two of six questions
        asked.source.seenElsewhere({elsewhere(320)});
        asked.source.seenElsewhere({elsewhere(0)});
        asked.until(zero + 3s, zero + 15min);
        QCOMPARE(asked.questions.size(), std::size_t(6 + 5));
    }

    void whatChangesBitByBitIsLookedIntoToo() {
        Asked asked;
        asked.until(zero, zero + 15min);
        for (int seeing = 320; seeing >= 240; seeing -= 10)
            asked.source.seenElsewhere({elsewhere(seeing)});
        asked.until(zero + 15min, zero + 16min);
        QCOMPARE(asked.questions.size(), std::size_t(6)); // a quarter, and not more
        RouteReading saysNothing = elsewhere(0);
        saysNothing.peersFull = 0;
        asked.source.seenElsewhere({saysNothing});
        asked.source.seenElsewhere({elsewhere(230)});
        asked.until(zero + 16min, zero + 17min);
        QCOMPARE(asked.questions.size(), std::size_t(6 + 5));
    }

    void refusedRoutesAreEvidence() {
        Asked asked;
        asked.state = "invalid-length";
        asked.until(zero, zero + 1h);
        QCOMPARE(asked.told.sightings.size(), std::size_t(4));
        QVERIFY(asked.told.sightings.front().what == RouteSighting::What::Invalid);
        asked.state = "valid";
        asked.until(zero + 1h, zero + 2h);
        QCOMPARE(asked.told.sightings.size(), std::size_t(8));
        QCOMPARE(asked.told.sightings.back().networks, 0);
    }

    void whatIsNoListIsNoData_data() {
        QTest::addColumn<QByteArray>("body");
        for (const char* body :
             {"", "<html>", "{\"detail\":\"throttled\"}", "[1,2]", "[{\"prefix\":\"175.45.176.0/24\"}]",
              "[{\"prefix\":\"2001:db8::/32\",\"origin_asn\":1,\"reporting_peers\":[]}]"})
            QTest::newRow(body) << QByteArray(body);
    }
    void whatIsNoListIsNoData() {
        QFETCH(QByteArray, body);
        RouteViewsSource source;
        QVERIFY(source.due(zero));
        const RipeNews news = source.answered(body.toStdString(), zero);
        QVERIFY(news.trouble && news.readings.empty());
        QVERIFY(!source.due(zero + 59s)); // left alone
        QVERIFY(source.due(zero + 61s));
    }
};

QTEST_APPLESS_MAIN(RouteViewsTest)
#include "tst_routeviews.moc"
