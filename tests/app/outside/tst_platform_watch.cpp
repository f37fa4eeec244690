// SPDX-License-Identifier: GPL-3.0-or-later
// Measurement platforms asked over real connections: one server on loopback plays them all, and every trouble there is.
// What comes of a trouble is "no data", never a reading.
#include "app/outside/platform_watch.h"
#include "tests/support/fake_platforms.h"
#include "tests/support/story.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace kpwatch;
using namespace kpwatch::test;
using namespace kpwatch::simulation;
using namespace std::chrono_literals;

namespace {

// What came of watching.
struct Heard {
    mutable std::mutex mutex;
    std::vector<SourceAnswer> all;
    std::function<void(SourceNews)> taker() {
        return [this](SourceNews news) {
            const std::lock_guard lock(mutex);
            all.insert(all.end(), news.answers.begin(), news.answers.end());
        };
    }
    OutsideReadings readings() const {
        const std::lock_guard lock(mutex);
        return outsideReadings(all);
    }
    std::size_t answers() const {
        const std::lock_guard lock(mutex);
        return all.size();
    }
};

PlatformWatch::Options asking(const FakePlatforms& platforms, const std::filesystem::path& directory = {}) {
    return {.sources = platforms.sources(),
            .tokens = {{radarSource, "a-secret"}},
            .way = {},
            .directory = directory,
            .userAgent = "KPWatch/test",
            .watchlist = storyWatchlist(),
            .address = {},
            .recent = {}};
}

SourceStatus statusOf(const PlatformWatch& watch, const std::string& source) {
    for (const SourceStatus& status : watch.statuses())
        if (status.source == source)
            return status;
    return {};
}

} // namespace

class PlatformWatchTest : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void allOfThemAreRead() {
        FakePlatforms platforms;
        Heard heard;
        const PlatformWatch watch(asking(platforms), heard.taker(), [] {});
        QTRY_VERIFY_WITH_TIMEOUT(heard.readings().places.size() >= 12 * 8, 60'000);
        QTRY_VERIFY_WITH_TIMEOUT(heard.readings().blocks.size() > 30, 60'000);
        QTRY_VERIFY_WITH_TIMEOUT(heard.readings().probes.size() == 2, 60'000);
        for (const PlaceReading& each : heard.readings().places)
            QCOMPARE(each.said, PlaceSaid::Answered);
        for (const char* const source : {globalpingSource, iodaSource, atlasSource, radarSource})
            QTRY_VERIFY2_WITH_TIMEOUT(statusOf(watch, source).lastTold, source, 60'000);
        QVERIFY(platforms.count("User-Agent: KPWatch/test") > 0);
    }

    void nothingIsSentToWhoIsOff() {
        FakePlatforms platforms;
        PlatformWatch::Options options = asking(platforms);
        options.sources.globalping = options.sources.ioda = options.sources.atlas = options.sources.radar = false;
        Heard heard;
        PlatformWatch watch(std::move(options), heard.taker(), [] {});
        watch.askElsewhere();
        QTest::qWait(300);
        QCOMPARE(platforms.server.accepted(), 0);
        QVERIFY(watch.statuses().empty());
        QVERIFY(!watch.asking().on);
    }

    void aTokenGoesToItsOwnPlatformAlone() {
        FakePlatforms platforms;
        Heard heard;
        const PlatformWatch watch(asking(platforms), heard.taker(), [] {});
        QTRY_VERIFY_WITH_TIMEOUT(statusOf(watch, radarSource).lastTold, 60'000);
        QTRY_VERIFY_WITH_TIMEOUT(statusOf(watch, iodaSource).lastTold, 60'000);
        const std::lock_guard lock(platforms.mutex);
        for (const std::string& request : platforms.requests)
            QCOMPARE(request.find("a-secret") != std::string::npos,
                     request.find("/client/v4/radar/") != std::string::npos);
    }

    void radarIsNotAskedWithoutAToken() {
        FakePlatforms platforms;
        PlatformWatch::Options options = asking(platforms);
        options.tokens.clear();
        Heard heard;
        const PlatformWatch watch(std::move(options), heard.taker(), [] {});
        QTRY_VERIFY_WITH_TIMEOUT(statusOf(watch, iodaSource).lastTold, 60'000);
        QCOMPARE(platforms.count("/client/v4/radar/"), std::size_t(0));
        QVERIFY(!statusOf(watch, radarSource).trouble.empty());
    }

    void noTokenGoesOverAnOpenRoad() {
        FakePlatforms platforms;
        PlatformWatch::Options options = asking(platforms);
        options.sources.radarAt = "http://localhost:" + std::to_string(platforms.server.port());
        Heard heard;
        const PlatformWatch watch(std::move(options), heard.taker(), [] {});
        QTRY_VERIFY_WITH_TIMEOUT(statusOf(watch, iodaSource).lastTold, 60'000);
        QCOMPARE(platforms.count("a-secret"), std::size_t(0));
    }

    void roundsFollowWhoStopsAnswering() {
        FakePlatforms platforms;
        Heard heard;
        PlatformWatch watch(asking(platforms), heard.taker(), [] {});
        QTRY_VERIFY_WITH_TIMEOUT(heard.readings().places.size() >= 12 * 8, 60'000);
        platforms.does = PlaceDoes::TimesOut;
        watch.setDown(storyWatchlist().targets.at(0).id, utcNow());
        QTRY_VERIFY_WITH_TIMEOUT(watch.asking().latest.has_value(), 60'000);
        QCOMPARE(watch.asking().latest->silent, 12);
        QVERIFY(watch.asking().latest->isBroad());
        QVERIFY(watch.asking().asking); // the second round is to come
        QVERIFY(watch.asking().next.has_value());
    }

    void troubleIsNoReading_data() {
        QTest::addColumn<QByteArray>("answer");
        QTest::addColumn<QString>("said");
        const auto row = [](const char* what, const std::string& answer, const char* said) {
            QTest::newRow(what) << QByteArray::fromStdString(answer) << QString::fromLatin1(said);
        };
        row("too many requests", httpPage("", "429 Too Many Requests", "Retry-After: 1560\r\n"), "HTTP 429");
        row("broken", httpPage("<html>", "502 Bad Gateway"), "HTTP 502");
        row("a page for JSON", httpPage("<html>"), "documented");
        row("an error with 200", httpPage(R"({"error":"backend failed","data":null})"), "backend failed");
        row("nothing with 200", httpPage(R"({"error":null,"data":[[]]})"), "");
        row("keys missing", httpPage(R"({"error":null})"), "documented");
        row("null", httpPage("null"), "documented");
        row("maintenance", httpPage("", "503 Service Unavailable", "Retry-After: 600\r\n"), "HTTP 503");
        row("cut", "HTTP/1.1 200 OK\r\nContent-Length: 9999\r\n\r\n{\"error\":", "broke");
        row("no HTTP", "SSH-2.0-OpenSSH_9.2\r\n", "documented");
        row("moved", httpPage("", "302 Found", "Location: http://127.0.0.1:1/\r\n"), "HTTP 302");
        row("deep", httpPage(std::string(100'000, '[')), "documented");
    }
    void troubleIsNoReading() {
        QFETCH(QByteArray, answer);
        QFETCH(QString, said);
        FakePlatforms platforms;
        platforms.instead = [&answer](const std::string&) { return answer.toStdString(); };
        Heard heard;
        PlatformWatch watch(asking(platforms), heard.taker(), [] {});
        watch.setDown(storyWatchlist().targets.at(0).id, utcNow() - 4min);
        QTRY_VERIFY_WITH_TIMEOUT(heard.answers() >= 4, 60'000);
        QVERIFY(heard.readings().empty());
        QVERIFY(!watch.asking().latest);
        QTRY_VERIFY2_WITH_TIMEOUT(QString::fromStdString(statusOf(watch, iodaSource).trouble).contains(said),
                                  statusOf(watch, iodaSource).trouble.c_str(), 60'000);
    }

    void whoNeverEndsIsCut() {
        ScriptedServer endless([](Line& line) {
            line.hear();
            line.say("HTTP/1.1 200 OK\r\n\r\n");
            line.say(std::string(1U << 16U, ' '), 100'000);
        });
        FakePlatforms platforms;
        PlatformWatch::Options options = asking(platforms);
        options.sources = {.ioda = true};
        options.sources.iodaAt = "http://" + endless.place();
        Heard heard;
        const PlatformWatch watch(std::move(options), heard.taker(), [] {});
        QTRY_VERIFY_WITH_TIMEOUT(heard.answers() == 1, 60'000);
        QTRY_COMPARE(statusOf(watch, iodaSource).trouble, std::string("sent more than was asked for"));
        QVERIFY(heard.readings().empty());
    }

    void aCertificateThatDoesNotHoldIsNoSource() {
        const TlsIdentity self = selfSigned("localhost", Address::parse("127.0.0.1").value());
        FakePlatforms platforms;
        ScriptedServer tls([&self](Line& line) {
            if (line.startTls(self.context.get())) {
                line.hear();
                line.say(httpPage(iodaBody("bgp", utcNow() - 3h, 600s, std::vector<std::optional<double>>(18, 0.0))));
            }
        });
        PlatformWatch::Options options = asking(platforms);
        options.sources = {.ioda = true};
        options.sources.iodaAt = "https://" + tls.place();
        Heard heard;
        const PlatformWatch watch(std::move(options), heard.taker(), [] {});
        QTRY_VERIFY_WITH_TIMEOUT(heard.answers() == 1, 60'000);
        QTRY_COMPARE(statusOf(watch, iodaSource).trouble, std::string("its certificate does not hold"));
        QVERIFY(heard.readings().empty());
    }

    void aSlowOneIsWaitedForAMinuteAndEndedAtOnce() {
        ScriptedServer slow([](Line& line) {
            line.hear();
            line.untilTheEnd();
        });
        FakePlatforms platforms;
        PlatformWatch::Options options = asking(platforms);
        options.sources = {.ioda = true};
        options.sources.iodaAt = "http://" + slow.place();
        Heard heard;
        auto watch = std::make_unique<PlatformWatch>(std::move(options), heard.taker(), [] {});
        QTRY_VERIFY_WITH_TIMEOUT(slow.accepted() == 1, 20'000);
        const auto began = std::chrono::steady_clock::now();
        watch.reset(); // nobody waits for it
        QVERIFY(std::chrono::steady_clock::now() - began < 10s);
        QCOMPARE(heard.answers(), std::size_t(0));
        QCOMPARE(WebRequest().patience, 60s);
    }

    void measurementUnderWayOutlivesARestart() {
        QTemporaryDir dir;
        FakePlatforms platforms;
        platforms.does = PlaceDoes::Waits;
        Heard heard;
        PlatformWatch::Options options = asking(platforms, dir.path().toStdString());
        options.sources.ioda = options.sources.atlas = options.sources.radar = false;
        const auto kept = [&] {
            QFile file(dir.filePath(QStringLiteral("sources-platforms.json")));
            return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
        };
        QByteArray atTheKill;
        {
            const PlatformWatch watch(options, heard.taker(), [] {});
            QTRY_VERIFY_WITH_TIMEOUT(kept().contains("under_way"), 60'000);
            atTheKill = kept(); // before it could end in order
        }
        QFile file(dir.filePath(QStringLiteral("sources-platforms.json")));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(atTheKill) == atTheKill.size());
        file.close();
        platforms.does = PlaceDoes::Answers;
        const std::size_t asked = platforms.count("POST ");
        const PlatformWatch again(options, heard.taker(), [] {});
        QTRY_VERIFY_WITH_TIMEOUT(!heard.readings().places.empty(), 60'000);
        QVERIFY(platforms.count("GET /v1/measurements/m1 ") > 0);
        QVERIFY(platforms.count("POST ") <= asked + 8);
    }

    void budgetsOutliveARestart() {
        QTemporaryDir dir;
        FakePlatforms platforms;
        platforms.instead = [](const std::string&) {
            return httpPage("", "429 Too Many Requests", "Retry-After: 600\r\n");
        };
        Heard heard;
        {
            const PlatformWatch watch(asking(platforms, dir.path().toStdString()), heard.taker(), [] {});
            QTRY_VERIFY_WITH_TIMEOUT(heard.answers() == 4, 60'000);
        }
        PlatformWatch again(asking(platforms, dir.path().toStdString()), heard.taker(), [] {});
        again.askElsewhere();
        QTest::qWait(500);
        QCOMPARE(platforms.server.accepted(), 4);
    }

    void whenItLastToldAndWhyItDoesNotOutliveARestart() {
        QTemporaryDir dir;
        FakePlatforms platforms;
        PlatformWatch::Options options = asking(platforms, dir.path().toStdString());
        options.sources.globalping = options.sources.atlas = options.sources.radar = false;
        Heard heard;
        SourceStatus before;
        {
            const PlatformWatch watch(options, heard.taker(), [] {});
            QTRY_VERIFY_WITH_TIMEOUT(heard.answers() == 2, 60'000);
            before = statusOf(watch, iodaSource);
            QVERIFY(before.lastTold && !before.troubleSince);
            QVERIFY(before.hour && !before.hour->asked.empty() && before.hour->most > 0);
        }
        platforms.instead = [](const std::string&) {
            return httpPage("", "429 Too Many Requests", "Retry-After: 600\r\n");
        };
        {
            const PlatformWatch again(options, heard.taker(), [] {});
            QTRY_VERIFY_WITH_TIMEOUT(statusOf(again, iodaSource).lastTold.has_value(), 20'000);
            QCOMPARE(isoUtc(*statusOf(again, iodaSource).lastTold), isoUtc(*before.lastTold));
        }
        QFile::remove(dir.filePath(QStringLiteral("sources-platforms.json")));
        {
            const PlatformWatch refused(options, heard.taker(), [] {});
            QTRY_VERIFY_WITH_TIMEOUT(statusOf(refused, iodaSource).troubleSince.has_value(), 60'000);
            before = statusOf(refused, iodaSource);
        }
        const PlatformWatch again(options, heard.taker(), [] {});
        QTRY_VERIFY_WITH_TIMEOUT(statusOf(again, iodaSource).troubleSince.has_value(), 20'000);
        QCOMPARE(isoUtc(*statusOf(again, iodaSource).troubleSince), isoUtc(*before.troubleSince));
        QCOMPARE(statusOf(again, iodaSource).trouble, before.trouble);
    }

    void whoIsSwitchedOffKeepsItsBudget() {
        QTemporaryDir dir;
        FakePlatforms platforms;
        Heard heard;
        PlatformWatch::Options options = asking(platforms, dir.path().toStdString());
        options.sources.globalping = options.sources.atlas = options.sources.radar = false;
        {
            const PlatformWatch watch(options, heard.taker(), [] {});
            QTRY_VERIFY_WITH_TIMEOUT(platforms.count("/v2/signals/") == 2, 60'000);
        }
        options.sources.ioda = false;
        options.sources.atlas = true;
        {
            const PlatformWatch watch(options, heard.taker(), [] {});
            QTRY_VERIFY_WITH_TIMEOUT(platforms.count("/api/v2/") == 1, 60'000);
        }
        options.sources.ioda = true;
        const PlatformWatch watch(options, heard.taker(), [] {});
        QTest::qWait(500);
        QCOMPARE(platforms.count("/v2/signals/"), std::size_t(2));
    }
};

QTEST_GUILESS_MAIN(PlatformWatchTest)
#include "tst_platform_watch.moc"
