// SPDX-License-Identifier: GPL-3.0-or-later
// The program stopped and continued from outside, as a paused virtual machine or a sleeping computer would be: a gap,
// and nothing said about anybody for it.
#include "app/history/history_reader.h"
#include "app/simulation/tcp_server.h"

#include <QProcess>
#include <QTemporaryDir>
#include <QtTest>

#include <csignal>
#include <fstream>

using namespace kpwatch;
using namespace std::chrono_literals;

namespace {

std::string tcp(const char* id, const char* place, const TcpServer& server) {
    return std::string(R"({"id":")") + id + R"(",)" + place + R"("probe":{"kind":"tcp","host":"127.0.0.1","port":)" +
           std::to_string(server.port()) + R"(},"interval_s":1,"timeout_s":5})";
}

struct Record {
    std::vector<Observation> rows;
    std::vector<Event> events;
    int gaps() const {
        return static_cast<int>(std::count_if(events.begin(), events.end(), [](const Event& event) {
            return std::holds_alternative<Asleep>(event.what);
        }));
    }
};

} // namespace

class TestStandstill : public QObject {
    Q_OBJECT

    QTemporaryDir m_dir;

    std::string path(const char* file) const { return m_dir.filePath(QString::fromLatin1(file)).toStdString(); }

    Record record() const {
        Record all;
        if (!HistoryReader::exists(path("history")))
            return all;
        HistoryReader(path("history"))
            .rows(loadWatchlist(path("list.json"), {}), {UtcTime{}, utcNow() + 1h},
                  [&](const Observation* row, const Event* event) {
                      if (row)
                          all.rows.push_back(*row);
                      if (event)
                          all.events.push_back(*event);
                  });
        return all;
    }

  private Q_SLOTS:
    void whatWasUnderWayWhileTheProgramStoodStillIsNobodysFailure() {
        TcpServer router(ServerPlace{});
        const TcpServer control(ServerPlace{});
        std::ofstream(path("list.json")) << R"({"version":1,"allow_private":true,"targets":[)"
                                         << tcp("router", R"("group":"routers",)", router) << R"(],"controls":[)"
                                         << tcp("control", "", control) << "]}";
        QProcess program;
        program.start(QStringLiteral(KPWATCH_EXECUTABLE),
                      {QStringLiteral("collect"), QStringLiteral("--accept-notice"), QStringLiteral("--history"),
                       QString::fromStdString(path("history")), QStringLiteral("--watchlist"),
                       QString::fromStdString(path("list.json"))});
        QVERIFY(program.waitForStarted());
        const auto pid = static_cast<pid_t>(program.processId());
        QTRY_VERIFY_WITH_TIMEOUT(record().rows.size() >= 8, 30000);

        router.setBehaviour(TcpBehaviour::SilentBacklog); // a check hangs when the program is stopped
        QTest::qWait(2500);
        QCOMPARE(kill(pid, SIGSTOP), 0);
        const UtcTime stopped = utcNow();
        QTest::qWait(6000);
        router.setBehaviour(TcpBehaviour::Accept);
        const UtcTime continued = utcNow();
        QCOMPARE(kill(pid, SIGCONT), 0);
        QTRY_VERIFY_WITH_TIMEOUT(record().gaps() >= 1, 20000);
        QTRY_VERIFY_WITH_TIMEOUT(record().rows.back().startedAt > continued, 20000);
        program.terminate();
        QVERIFY(program.waitForFinished(20000));

        const Record all = record();
        QCOMPARE(all.gaps(), 1);
        for (const Event& event : all.events)
            if (const auto* const gap = std::get_if<Asleep>(&event.what)) {
                QVERIFY(gap->from <= stopped && gap->from > stopped - 4s);
                QVERIFY(event.at >= continued - 100ms);
                for (const Observation& row : all.rows)
                    QVERIFY(row.endedAt() < gap->from || row.startedAt >= event.at);
            }
    }
};

QTEST_GUILESS_MAIN(TestStandstill)
#include "tst_standstill.moc"
