// SPDX-License-Identifier: GPL-3.0-or-later
// Another watchlist or other settings are taken over by a watch that goes on: no check that was under way is lost, what
// was removed keeps its rows, and the record says from when on.
#include "app/chosen.h"
#include "app/history/history_reader.h"
#include "app/simulation/tcp_server.h"
#include "app/watch/edit_door.h"
#include "app/watch/monitor.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QtTest>

#include <algorithm>
#include <atomic>
#include <thread>

using namespace kpwatch;
using namespace std::chrono_literals;

namespace {

// JSON with the other quotation marks: moc loses its way in raw strings.
std::string json(std::string text) {
    std::replace(text.begin(), text.end(), '\'', '"');
    return text;
}

std::string probe(const char* kind, const TcpServer& server) {
    return json("'probe':{'kind':'") + std::string(kind) + json("','host':'127.0.0.1','port':") +
           std::to_string(server.port()) + "}";
}

} // namespace

class TakeOverTest : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<TcpServer> m_router, m_silent, m_added, m_control;
    std::unique_ptr<Monitor> m_monitor;

    std::filesystem::path history() const { return m_dir->filePath(QStringLiteral("history")).toStdString(); }

    // A web server that says nothing holds a check for as long as its time-out.
    std::string list(bool with_silent, bool with_added) const {
        std::string targets =
            json("{'id':'router','group':'routers',") + probe("tcp", *m_router) + json(",'interval_s':1}");
        if (with_silent)
            targets += json(",{'id':'silent','group':'pages','probe':{'kind':'http','url':'http://127.0.0.1:") +
                       std::to_string(m_silent->port()) + json("/'},'interval_s':60,'timeout_s':2}");
        if (with_added)
            targets += json(",{'id':'added','group':'routers',") + probe("tcp", *m_added) + json(",'interval_s':1}");
        return json("{'version':1,'allow_private':true,'targets':[") + targets +
               json("],'controls':[{'id':'control',") + probe("tcp", *m_control) + json(",'interval_s':1}]}");
    }
    Watchlist watchlist(bool with_silent, bool with_added) const {
        return parseWatchlist(list(with_silent, with_added), "test", Settings{});
    }
    std::vector<Observation> rowsOf(const char* target) const {
        const Watchlist all = watchlist(true, true);
        std::vector<Observation> rows;
        HistoryReader(history()).rowsOf(*all.findByName(target), {UtcTime{}, utcNow() + 1h},
                                        [&](const Observation& row) { rows.push_back(row); });
        return rows;
    }
    QStringList events() const {
        QStringList names;
        HistoryReader(history()).rows(watchlist(true, true), {UtcTime{}, utcNow() + 1h},
                                      [&](const Observation*, const Event* event) {
                                          if (event != nullptr)
                                              names << QString::fromUtf8(name(*event).data());
                                      });
        return names;
    }

  private Q_SLOTS:
    void init() {
        m_dir = std::make_unique<QTemporaryDir>();
        for (auto* const server : {&m_router, &m_silent, &m_added, &m_control})
            *server = std::make_unique<TcpServer>(ServerPlace{});
        m_monitor =
            std::make_unique<Monitor>(HistoryOptions{.directory = history()}, watchlist(true, false), Settings{});
    }
    void cleanup() { m_monitor.reset(); }

    void whatIsUnderWayEndsAndIsRecorded() {
        QSignalSpy taken(m_monitor.get(), &Monitor::tookOver);
        m_monitor->start();
        QTRY_VERIFY_WITH_TIMEOUT(m_silent->accepted() > 0, 20'000);
        const UtcTime asked = utcNow();
        m_monitor->takeOver(watchlist(false, true), Settings{});
        QCOMPARE(m_monitor->watchlist().targets.back().name, std::string("added"));
        QCOMPARE(m_monitor->picture().live.targets.size(), std::size_t{2}); // at once those of the new list
        QTRY_COMPARE_WITH_TIMEOUT(taken.size(), 1, 30'000);
        QCOMPARE(taken[0][0].toString(), QString());
        QCOMPARE(m_monitor->picture().watching, Watching::Running);
        const std::vector<Observation> silent = rowsOf("silent");
        QCOMPARE(silent.size(), std::size_t{1}); // it stays, although nobody asks there any more
        QCOMPARE(silent.front().failure, Failure::Timeout);
        QVERIFY(silent.front().startedAt < asked);
        const std::size_t router = rowsOf("router").size();
        QTRY_VERIFY_WITH_TIMEOUT(!rowsOf("added").empty() && rowsOf("router").size() > router, 20'000);
        m_monitor->stop();
        QCOMPARE(rowsOf("silent").size(), std::size_t{1});
        QCOMPARE(events().count(QStringLiteral("started")), 2);
        QCOMPARE(events().count(QStringLiteral("stopped")), 2);
        QCOMPARE(events().count(QStringLiteral("epoch")), 1); // the way out is the same
        const HistoryReader reader(history());
        const auto& versions = reader.watchlistVersions();
        QCOMPARE(versions.size(), std::size_t{2});
        QVERIFY(versions[0].since < asked && versions[1].since >= asked);
        QCOMPARE(versions[1].list.json(), watchlist(false, true).json());
        QCOMPARE(m_monitor->picture().recorded,
                 rowsOf("router").size() + rowsOf("added").size() + rowsOf("control").size() + rowsOf("silent").size());
    }

    void whoIsPausedStaysPaused() {
        m_monitor->start();
        QTRY_VERIFY_WITH_TIMEOUT(m_monitor->picture().recorded > 1, 20'000);
        m_monitor->pause();
        QSignalSpy taken(m_monitor.get(), &Monitor::tookOver);
        m_monitor->takeOver(watchlist(false, true), Settings{});
        QTRY_COMPARE_WITH_TIMEOUT(taken.size(), 1, 30'000);
        QCOMPARE(m_monitor->picture().watching, Watching::Paused);
        QTest::qWait(1500); // nothing leaves meanwhile, controls included
        const int controlAsked = m_control->accepted();
        QTest::qWait(2500);
        QCOMPARE(m_control->accepted(), controlAsked);
        QCOMPARE(m_added->accepted(), 0);
        m_monitor->resume();
        QTRY_VERIFY_WITH_TIMEOUT(m_added->accepted() > 0, 20'000);
    }

    void whoDoesNotWatchSendsNothing() {
        QSignalSpy taken(m_monitor.get(), &Monitor::tookOver);
        m_monitor->takeOver(watchlist(false, true), Settings{});
        QTRY_COMPARE_WITH_TIMEOUT(taken.size(), 1, 5'000);
        QCOMPARE(m_monitor->picture().watching, Watching::NotStarted);
        QCOMPARE(m_monitor->watchlist().json(), watchlist(false, true).json());
        QVERIFY(!HistoryReader::exists(history()));
        QCOMPARE(m_router->accepted() + m_added->accepted() + m_control->accepted(), 0);
    }

    void theLastWordIsTaken() {
        QSignalSpy taken(m_monitor.get(), &Monitor::tookOver);
        m_monitor->start();
        QTRY_VERIFY_WITH_TIMEOUT(m_silent->accepted() > 0, 20'000);
        m_monitor->takeOver(watchlist(false, true), Settings{});
        m_monitor->takeOver(watchlist(false, false), Settings{.interval_http_s = 300});
        QTRY_COMPARE_WITH_TIMEOUT(taken.size(), 1, 30'000);
        QCOMPARE(m_monitor->watchlist().targets.size(), std::size_t{1});
        QCOMPARE(m_monitor->settings().interval_http_s, 300);
        QCOMPARE(HistoryReader(history()).settingsTexts().size(), std::size_t{2});
        QCOMPARE(m_added->accepted(), 0);
    }

    void anotherProgramAsksForItOverTheDoor() {
        std::optional<Change> asked;
        m_monitor->setChangeTaker([&](const Change& change) {
            Chosen next = changed({m_monitor->settings(), m_monitor->watchlist()}, change);
            asked = change;
            m_monitor->takeOver(std::move(next.watchlist), std::move(next.settings));
        });
        m_monitor->start();
        QTRY_VERIFY_WITH_TIMEOUT(m_monitor->picture().recorded > 1, 20'000);
        const auto answerTo = [&](const Change& change) {
            std::atomic<bool> done = false;
            std::string said;
            std::jthread caller([&] {
                try {
                    changeInRecord(history(), change);
                } catch (const std::exception& error) {
                    said = error.what();
                }
                done = true;
            });
            (void)QTest::qWaitFor([&] { return done.load(); }, 20'000);
            return said;
        };
        const std::string refused = answerTo({json("{'interval_http_s':0}"), {}});
        QVERIFY2(refused.find("interval_http_s: 0 is out of range") != std::string::npos, refused.c_str());
        QVERIFY(!asked);
        QSignalSpy taken(m_monitor.get(), &Monitor::tookOver);
        QCOMPARE(answerTo({{}, list(false, true)}), std::string());
        QTRY_COMPARE_WITH_TIMEOUT(taken.size(), 1, 30'000);
        QTRY_VERIFY_WITH_TIMEOUT(m_added->accepted() > 0, 20'000);
        QCOMPARE(m_monitor->settings(), Settings{});
    }

    void aWindowThatWatchesTakesNothingFromElsewhere() {
        const EditDoor door(m_dir->path().toStdString(), {.judgement = [](const Judgement&) {}});
        std::atomic<bool> done = false;
        std::string said;
        std::jthread caller([&] {
            try {
                changeInRecord(m_dir->path().toStdString(), {settingsJson({}), {}});
            } catch (const InputError& error) {
                said = error.what();
            }
            done = true;
        });
        QVERIFY(QTest::qWaitFor([&] { return done.load(); }, 20'000));
        QVERIFY2(said.find("change this there") != std::string::npos, said.c_str());
    }
};

QTEST_GUILESS_MAIN(TakeOverTest)
#include "tst_take_over.moc"
