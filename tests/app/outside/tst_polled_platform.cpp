// SPDX-License-Identifier: GPL-3.0-or-later
// Platforms that are looked at from time to time, on a manual clock: how often in a day, what of an answer is kept, and
// that a restart begins no budget anew.
#include "app/outside/polled_platform.h"
#include "app/simulation/platform_answers.h"
#include "app/story/second_opinion.h"

#include <QTest>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>

using namespace kpwatch;
using namespace kpwatch::simulation;
using namespace std::chrono_literals;
using nlohmann::json;

namespace {

const UtcTime zero = *parseIsoUtc("2026-11-20T00:00:00Z");

struct Desk {
    std::unique_ptr<Platform> platform;
    UtcTime now = zero;
    std::function<WebAnswer(const PlatformQuestion&)> answer;
    std::vector<std::pair<UtcTime, std::string>> asked;
    std::vector<SourceAnswer> received; // as kept
    int kept = 0, troubles = 0;
    std::optional<NoData> standing; // after the latest answer

    void until(UtcTime end) {
        for (; now < end; now += 1s) {
            if (const auto question = platform->due(now)) {
                asked.emplace_back(now, question->path);
                const WebAnswer brought = answer(*question);
                const PlatformTold told = platform->answered(brought, now);
                if (told.keepBody)
                    received.push_back({now, iodaSource, question->path, brought.status, brought.body, true});
                kept += told.keepBody ? 1 : 0;
                troubles += told.trouble ? 1 : 0;
                standing = told.standing;
            }
            if (const UtcTime next = platform->dueAt(now); next > now + 1s)
                now = std::min(end, next) - 1s;
        }
    }
};

WebAnswer iodaAnswer(const PlatformQuestion& question, UtcTime now, double blocks = 4) {
    const bool bgp = question.path.ends_with("datasource=bgp");
    return {200,
            iodaBody(bgp ? "bgp" : "ping-slash24", now - 3h, bgp ? 300s : 600s,
                     std::vector<std::optional<double>>(bgp ? 36 : 18, blocks)),
            {},
            {}};
}

} // namespace

class PolledPlatformTest : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void aDayStaysWithinTheBudget_data() {
        QTest::addColumn<int>("which");
        QTest::addColumn<int>("expected");
        QTest::newRow("ioda") << 0 << 288;       // two signals every 10 minutes
        QTest::newRow("ripe atlas") << 1 << 768; // eight measurements every 15 minutes
        QTest::newRow("radar") << 2 << 100;      // two networks every 30 minutes, and four times what was written
    }
    void aDayStaysWithinTheBudget() {
        QFETCH(int, which);
        QFETCH(int, expected);
        Desk desk{which == 0 ? iodaPlatform() : which == 1 ? atlasPlatform({1, 2, 3, 4, 5, 6, 7, 8}) : radarPlatform()};
        desk.answer = [&](const PlatformQuestion& question) -> WebAnswer {
            if (which == 0)
                return iodaAnswer(question, desk.now);
            if (which == 1)
                return {200, "[]", {}, {}};
            const bool reference = question.path.find("origin=3333&") != std::string::npos;
            return {200, radarRoutesBody(desk.now, 82, {76, 76, 76, 76}, reference ? 3333U : 131279U), {}, {}};
        };
        desk.until(zero + 24h);
        qInfo() << desk.asked.size() << "questions in a day," << desk.kept << "answers kept whole";
        QVERIFY(static_cast<int>(desk.asked.size()) <= expected + 2);
        QVERIFY(static_cast<int>(desk.asked.size()) >= expected - 10);
        QVERIFY(static_cast<int>(desk.asked.size()) <= desk.platform->guest().manners().mostADay);
        for (std::size_t i = 1; i < desk.asked.size(); ++i)
            QVERIFY(desk.asked[i].first > desk.asked[i - 1].first); // one after another
    }

    void radarThatSeesNothingOfTheReferenceIsInTrouble() {
        Desk desk{radarPlatform()};
        desk.answer = [&](const PlatformQuestion& question) -> WebAnswer {
            const bool reference = question.path.find("origin=3333&") != std::string::npos;
            return {200, radarRoutesBody(desk.now, 82, {}, reference ? 3333U : 131279U), {}, {}};
        };
        desk.until(zero + 1s);
        QCOMPARE(desk.asked.size(), std::size_t(1)); // it is asked about first
        QCOMPARE(desk.troubles, 1);
    }

    void troubleOfOneQuestionStandsUntilItIsAnsweredWell() {
        Desk desk{radarPlatform()};
        desk.answer = [&](const PlatformQuestion& question) -> WebAnswer {
            if (question.path.find("outages") != std::string::npos)
                return {200, R"({"success":true,"result":{"annotations":[]}})", {}, {}};
            const bool ours = question.path.find("origin=3333&") != std::string::npos;
            return {200,
                    radarRoutesBody(desk.now, 82, ours ? std::vector<int>() : std::vector<int>{76, 76, 76, 76},
                                    ours ? 3333U : 131279U),
                    {},
                    {}};
        };
        desk.until(zero + 10min);
        QCOMPARE(desk.asked.size(), std::size_t(3)); // each question once
        QVERIFY(desk.standing.has_value());
        desk.answer = [&](const PlatformQuestion& question) -> WebAnswer {
            const bool ours = question.path.find("origin=3333&") != std::string::npos;
            return {200, radarRoutesBody(desk.now, 82, {76, 76, 76, 76}, ours ? 3333U : 131279U), {}, {}};
        };
        desk.until(zero + 45min);
        QVERIFY(!desk.standing.has_value());
    }

    void whoRefusesIsLeftAloneLongerAndLonger() {
        Desk desk{iodaPlatform()};
        desk.answer = [](const PlatformQuestion&) -> WebAnswer { return {503, "", {}, {}}; };
        desk.until(zero + 24h);
        QVERIFY(desk.asked.size() < 40);
        QCOMPARE(desk.kept, 0);
    }

    void theSameIsKeptOnceInTwoHoursAndAChangeAtOnce() {
        Desk desk{iodaPlatform()};
        double blocks = 4;
        desk.answer = [&](const PlatformQuestion& question) { return iodaAnswer(question, desk.now, blocks); };
        desk.until(zero + 12h);
        QVERIFY2(desk.kept <= 12, qPrintable(QString::number(desk.kept)));
        const int before = desk.kept;
        blocks = 0;
        desk.until(zero + 12h + 11min);
        QCOMPARE(desk.kept, before + 4); // of both, the change and what came to it since
    }

    // Zeros in bins that may still be filled are not counted: the answer in which they count is new, although it looks
    // the same.
    void aFallIsKeptOnceItCounts() {
        Desk desk{iodaPlatform()};
        const UtcTime fell = zero + 12h;
        desk.answer = [&](const PlatformQuestion& question) -> WebAnswer {
            const bool bgp = question.path.ends_with("datasource=bgp");
            const std::chrono::seconds step = bgp ? 300s : 600s;
            const UtcTime from = zero + std::chrono::floor<std::chrono::hours>(desk.now - zero) - 3h;
            std::vector<std::optional<double>> values;
            for (UtcTime at = from; at <= desk.now; at += step)
                values.emplace_back(at < fell ? 4 : 0);
            return {200, iodaBody(bgp ? "bgp" : "ping-slash24", from, step, values), {}, {}};
        };
        const auto areCounted = [&](UtcTime from) {
            const OutsideReadings readings = outsideReadings(desk.received);
            return std::ranges::all_of(std::array{"ioda/bgp", "ioda/ping-slash24"}, [&](const char* source) {
                return std::ranges::any_of(readings.blocks, [&](const BlockReading& each) {
                    return each.source == source && each.at >= from && each.blocks == 0;
                });
            });
        };
        desk.until(fell + 45min);
        QVERIFY(areCounted(fell));
        desk.until(fell + 2h);
        QVERIFY(areCounted(fell + 1h)); // as long as it goes on
    }

    // The first look reads a week, so that it is known at once what is usual; later ones what may have been filled.
    void whatWasMissedIsAskedFor() {
        Desk desk{iodaPlatform()};
        desk.answer = [&](const PlatformQuestion& question) { return iodaAnswer(question, desk.now); };
        const auto span = [&] {
            const std::string& path = desk.asked.back().second;
            const auto number = [&path](const char* key) {
                return std::atoll(path.c_str() + path.find(key) + std::string_view(key).size());
            };
            return std::chrono::seconds(number("until=") - number("from="));
        };
        desk.until(zero + 1s);
        QCOMPARE(span(), std::chrono::seconds(7 * 24h));
        desk.until(zero + 40min);
        QVERIFY(span() < 4h);
    }

    void aRestartBeginsNoBudgetAnew() {
        Desk desk{iodaPlatform()};
        desk.answer = [](const PlatformQuestion&) -> WebAnswer { return {429, "", 3600s, {}}; };
        desk.until(zero + 1min);
        QCOMPARE(desk.asked.size(), std::size_t(1));
        Desk again{iodaPlatform()};
        again.answer = desk.answer;
        again.now = desk.now;
        again.platform->restore(json::parse(desk.platform->state().dump()), again.now);
        again.until(zero + 59min);
        QCOMPARE(again.asked.size(), std::size_t(0));
        again.until(zero + 62min);
        QCOMPARE(again.asked.size(), std::size_t(1));
    }

    // Ended between a question and its answer: it is not waited for, and the budget counts both.
    void questionThatWasCutOffIsAskedAgain() {
        Desk desk{radarPlatform()};
        const auto first = desk.platform->due(zero);
        QVERIFY(first.has_value());
        Desk again{radarPlatform()};
        again.platform->restore(json::parse(desk.platform->state().dump()), zero + 5s);
        const auto second = again.platform->due(zero + 5s);
        QVERIFY(second.has_value());
        QCOMPARE(second->path, first->path);
        QCOMPARE(again.platform->guest().askedWithin(24h, zero + 5s), 2);
    }

    void stateOfAnotherShapeIsLeftOut() {
        for (const char* const text : {"null", "[]", "7", R"({"manners":7,"looks":"x"})", R"({"looks":[1,2]})",
                                       R"({"manners":{"asked_ms":["x"]},"looks":[{"asked_ms":"x"},{}]})"}) {
            const auto platform = iodaPlatform();
            platform->restore(json::parse(text), zero);
            QVERIFY(platform->due(zero).has_value());
        }
    }
};

QTEST_GUILESS_MAIN(PolledPlatformTest)
#include "tst_polled_platform.moc"
