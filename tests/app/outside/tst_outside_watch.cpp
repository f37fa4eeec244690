// SPDX-License-Identifier: GPL-3.0-or-later
// Public sources asked over real connections: servers on loopback play RIPEstat and RIS Live, and their troubles.
#include "app/outside/outside_watch.h"
#include "tests/support/fake_ripe.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <mutex>

using namespace kpwatch;
using namespace kpwatch::test;
using namespace std::chrono_literals;

namespace {

// What came of watching.
struct Heard {
    mutable std::mutex mutex;
    SourceNews all;
    std::function<void(SourceNews)> taker() {
        return [this](SourceNews news) {
            const std::lock_guard lock(mutex);
            all.readings.insert(all.readings.end(), news.readings.begin(), news.readings.end());
            all.answers.insert(all.answers.end(), news.answers.begin(), news.answers.end());
        };
    }
    std::size_t readings() const {
        const std::lock_guard lock(mutex);
        return all.readings.size();
    }
    std::size_t answers() const {
        const std::lock_guard lock(mutex);
        return all.answers.size();
    }
    int seeing() const {
        const std::lock_guard lock(mutex);
        return all.readings.empty() ? -1 : all.readings.back().peersSeeing;
    }
};

OutsideWatch::Options asking(const FakeRipe& ripe, const std::filesystem::path& directory = {}) {
    return {.sources = ripe.sources(), .way = {}, .directory = directory, .userAgent = "KPWatch/test"};
}

} // namespace

class OutsideWatchTest : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void withdrawalIsHeardThroughTheStream() {
        FakeRipe ripe;
        Heard heard;
        const OutsideWatch watch(asking(ripe), heard.taker(), [] {});
        QTRY_COMPARE_WITH_TIMEOUT(heard.seeing(), networks, 20'000);
        QTRY_VERIFY_WITH_TIMEOUT(watch.statuses().at(0).streaming, 20'000);
        ripe.gone = true;
        QTRY_COMPARE_WITH_TIMEOUT(heard.seeing(), 0, 20'000);
        QVERIFY(heard.readings() < 60); // coalesced
        const std::lock_guard lock(ripe.mutex);
        const auto subscribed =
            std::find_if(ripe.requests.begin(), ripe.requests.end(),
                         [](const std::string& request) { return request.find("/v1/stream/") != std::string::npos; });
        QVERIFY(subscribed->find(R"("prefix":"175.45.176.0/22")") != std::string::npos);
        QVERIFY(subscribed->find("User-Agent: KPWatch/test") != std::string::npos);
    }

    void nothingIsSentToASourceThatIsOff() {
        FakeRipe ripe;
        OutsideWatch::Options options = asking(ripe);
        options.sources.ripe = false;
        Heard heard;
        const OutsideWatch watch(options, heard.taker(), [] {});
        QTest::qWait(300);
        QCOMPARE(ripe.stat.accepted() + ripe.live.accepted(), 0);
        QVERIFY(watch.statuses().empty());
    }

    // Else what a run told that was killed went on for good.
    void whatAnotherRunToldEndsAlsoWhereTheSourceIsOff() {
        FakeRipe ripe;
        OutsideWatch::Options options = asking(ripe);
        options.sources.ripe = options.sources.routeviews = false;
        const UtcTime told = utcNow() - 1h;
        options.told = told;
        Heard heard;
        const OutsideWatch watch(options, heard.taker(), [] {});
        QTRY_VERIFY_WITH_TIMEOUT(heard.readings() > 0, 20'000);
        QCOMPARE(ripe.stat.accepted() + ripe.live.accepted(), 0);
        const std::lock_guard lock(heard.mutex);
        for (const RouteReading& reading : heard.all.readings)
            QVERIFY(reading.peersFull == 0 && reading.at >= told && reading.at < told + 1s);
    }

    void troubleIsNoOutage_data() {
        QTest::addColumn<QByteArray>("answer");
        QTest::addColumn<QString>("said");
        const auto row = [](const char* what, const std::string& answer, const char* said) {
            QTest::newRow(what) << QByteArray::fromStdString(answer) << QString::fromLatin1(said);
        };
        row("too many requests", page("", "429 Too Many Requests", "Retry-After: 1560\r\n"), "HTTP 429");
        row("broken", page("<html>", "502 Bad Gateway"), "HTTP 502");
        row("a page", page("<html>"), "documented");
        row("an error with 200", page(R"({"status":"error","messages":[["error","no"]],"data":{}})"), "no");
        row("cut", "HTTP/1.1 200 OK\r\nContent-Length: 9999\r\n\r\n{\"status\":", "broke");
        row("no HTTP", "SSH-2.0-OpenSSH_9.2\r\n", "");
        row("moved", page("", "302 Found", "Location: http://127.0.0.1:1/\r\n"), "HTTP 302");
    }
    void troubleIsNoOutage() {
        QFETCH(QByteArray, answer);
        QFETCH(QString, said);
        FakeRipe ripe;
        ripe.answer = [&answer](const std::string&) { return answer.toStdString(); };
        Heard heard;
        const OutsideWatch watch(asking(ripe), heard.taker(), [] {});
        QTRY_VERIFY_WITH_TIMEOUT(heard.answers() > 0, 20'000);
        QTRY_VERIFY_WITH_TIMEOUT(watch.statuses().at(0).troubleSince.has_value(), 20'000);
        QVERIFY2(QString::fromStdString(watch.statuses().at(0).trouble).contains(said),
                 watch.statuses().at(0).trouble.c_str());
        QCOMPARE(heard.readings(), std::size_t(0));
        QTest::qWait(100);
        QCOMPARE(heard.answers(), std::size_t(1)); // it is left alone now
    }

    void endlessAnswerIsCut() {
        FakeRipe ripe;
        Heard heard;
        ScriptedServer endless([](Line& line) {
            line.hear();
            line.say("HTTP/1.1 200 OK\r\n\r\n");
            line.say(std::string(1U << 16U, ' '), 100'000);
        });
        OutsideWatch::Options options = asking(ripe);
        options.sources.ripestat = "http://" + endless.place();
        const OutsideWatch watch(options, heard.taker(), [] {});
        QTRY_VERIFY_WITH_TIMEOUT(heard.answers() == 1, 60'000);
        QTRY_COMPARE(watch.statuses().at(0).trouble, std::string("sent more than was asked for"));
    }

    void streamWithoutALineEndIsCutAndLeftAlone() {
        FakeRipe ripe;
        Heard heard;
        std::atomic<int> begun = 0;
        ScriptedServer endless([&begun](Line& line) {
            line.hear();
            ++begun;
            line.say("HTTP/1.1 200 OK\r\n\r\n");
            line.say(std::string(1U << 16U, 'x'), 100'000);
        });
        OutsideWatch::Options options = asking(ripe);
        options.sources.risLive = "http://" + endless.place();
        const OutsideWatch watch(options, heard.taker(), [] {});
        QTRY_COMPARE_WITH_TIMEOUT(watch.statuses().at(0).trouble,
                                  std::string("RIS Live: its answer is not of the documented shape"), 20'000);
        QVERIFY(!watch.statuses().at(0).streaming);
        QTest::qWait(1000);
        QCOMPARE(begun.load(), 1);
    }

    // Whatever the stream says is kept, also what changed nothing.
    void linesThatChangeNothingAreKept() {
        FakeRipe ripe;
        Heard heard;
        const std::string line =
            simulation::risLine({utcNow(), {simulation::fullPeer(1), "175.45.176.0/24", simulation::viaChina(1)}});
        {
            const OutsideWatch watch(asking(ripe), heard.taker(), [] {});
            QTRY_VERIFY_WITH_TIMEOUT(ripe.streams == 1 && heard.seeing() == networks, 20'000);
            ripe.say(line + "\n");
            const auto said = [&] {
                const std::lock_guard lock(ripe.mutex);
                return ripe.toSay.empty();
            };
            QTRY_VERIFY_WITH_TIMEOUT(said(), 20'000);
            QTest::qWait(500);
        }
        const std::lock_guard lock(heard.mutex);
        QCOMPARE(std::ranges::count_if(heard.all.answers,
                                       [&](const SourceAnswer& each) {
                                           return each.body == line + "\n" && each.newReadings &&
                                                  each.question.ends_with("/v1/stream/");
                                       }),
                 1);
    }

    void streamThatHangsUpIsNotBegunAgainAtOnce() {
        FakeRipe ripe;
        Heard heard;
        const OutsideWatch watch(asking(ripe), heard.taker(), [] {});
        QTRY_COMPARE_WITH_TIMEOUT(ripe.streams.load(), 1, 20'000);
        ripe.say(std::string(1, '\0'));
        QTRY_VERIFY_WITH_TIMEOUT(!watch.statuses().at(0).streaming, 20'000);
        QTest::qWait(2500);
        QCOMPARE(ripe.streams.load(), 1);
        QTRY_COMPARE_WITH_TIMEOUT(ripe.streams.load(), 2, 20'000);
    }

    void streamThatIsRefusedIsLeftAloneAfterARestartToo() {
        QTemporaryDir dir;
        FakeRipe ripe;
        std::atomic<int> refused = 0;
        ScriptedServer refusing([&](Line& line) {
            line.hear();
            ++refused;
            line.say(page("", "429 Too Many Requests", "Retry-After: 600\r\n"));
        });
        OutsideWatch::Options options = asking(ripe, dir.path().toStdString());
        options.sources.risLive = "http://" + refusing.place();
        for (int start = 0; start < 2; ++start) {
            Heard heard;
            const OutsideWatch watch(options, heard.taker(), [] {});
            QTRY_VERIFY_WITH_TIMEOUT(refused == 1 && heard.answers() > 0, 20'000);
            QTest::qWait(500);
        }
        QCOMPARE(refused.load(), 1);
    }

    void budgetOutlivesARestart() {
        QTemporaryDir dir;
        FakeRipe ripe;
        ripe.answer = [](const std::string&) { return page("", "429 Too Many Requests", "Retry-After: 600\r\n"); };
        Heard heard;
        {
            const OutsideWatch watch(asking(ripe, dir.path().toStdString()), heard.taker(), [] {});
            QTRY_COMPARE_WITH_TIMEOUT(heard.answers(), std::size_t(1), 20'000);
        }
        const OutsideWatch again(asking(ripe, dir.path().toStdString()), heard.taker(), [] {});
        QTest::qWait(500);
        QCOMPARE(ripe.stat.accepted(), 1);
        QVERIFY(again.statuses().at(0).troubleSince.has_value()); // and why it tells nothing
        QVERIFY(!again.statuses().at(0).trouble.empty());
        const std::optional<AskedInHour> hour = again.statuses().at(0).hour;
        QVERIFY(hour && hour->asked.size() == 1 && hour->most > 0);
    }

    void missingStreamIsSaidAfterARestartToo() {
        QTemporaryDir dir;
        FakeRipe ripe;
        ScriptedServer refusing{[](Line& line) {
            line.hear();
            line.say(page("", "503 Service Unavailable", "Retry-After: 600\r\n"));
        }};
        OutsideWatch::Options options = asking(ripe, dir.path().toStdString());
        options.sources.risLive = "http://" + refusing.place();
        Heard heard;
        std::string said;
        {
            const OutsideWatch watch(options, heard.taker(), [] {});
            const auto isMissing = [&] {
                const SourceStatus status = watch.statuses().at(0);
                said = status.trouble;
                return status.lastTold && !status.troubleSince && !said.empty();
            };
            QTRY_VERIFY_WITH_TIMEOUT(isMissing(), 20'000);
        }
        const std::size_t before = heard.answers();
        const OutsideWatch again(options, heard.taker(), [] {});
        QTRY_VERIFY_WITH_TIMEOUT(heard.answers() > before, 20'000);
        QCOMPARE(again.statuses().at(0).trouble, said);
        QCOMPARE(refusing.accepted(), 1); // it is left alone
    }

    void aPastTimeThatHasToWaitSaysUntilWhen() {
        QTemporaryDir dir;
        FakeRipe ripe;
        const UtcTime asked = utcNow() - 10min;
        QByteArrayList times;
        for (int i = 0; i < 20; ++i)
            times << QByteArray::number(static_cast<qlonglong>(asked.time_since_epoch().count()));
        QFile file(dir.path() + QStringLiteral("/sources-asked.json"));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(R"({"ripe-ris-past":{"asked_ms":[)" + times.join(',') + R"(],"refusals":0}})");
        file.close();
        Heard heard;
        OutsideWatch watch(asking(ripe, dir.path().toStdString()), heard.taker(), [] {});
        watch.wantPast({utcNow() - 3h, utcNow() - 2h});
        QTRY_VERIFY_WITH_TIMEOUT(watch.statuses().at(0).pastWaitsUntil.has_value(), 20'000);
        QVERIFY(watch.statuses().at(0).asksPast);
        QVERIFY(*watch.statuses().at(0).pastWaitsUntil == asked + 1h);
    }

    void whenToComeBackOutlivesAnEndWithoutWarning() {
        QTemporaryDir dir, left; // left: as a killed program leaves it
        FakeRipe ripe;
        ripe.answer = [](const std::string&) { return page("", "429 Too Many Requests", "Retry-After: 600\r\n"); };
        Heard heard;
        const OutsideWatch watch(asking(ripe, dir.path().toStdString()), heard.taker(), [] {});
        QTRY_COMPARE_WITH_TIMEOUT(heard.answers(), std::size_t(1), 20'000);
        const QString file = QStringLiteral("/sources-asked.json");
        const auto others = QFileDevice::ReadGroup | QFileDevice::ReadOther;
        QVERIFY(!(QFile::permissions(dir.path() + file) & others));
        QVERIFY(QFile::copy(dir.path() + file, left.path() + file));
        const OutsideWatch again(asking(ripe, left.path().toStdString()), heard.taker(), [] {});
        QTest::qWait(500);
        QCOMPARE(ripe.stat.accepted(), 1);
    }
};

QTEST_GUILESS_MAIN(OutsideWatchTest)
#include "tst_outside_watch.moc"
