// SPDX-License-Identifier: GPL-3.0-or-later
// The program stopped and continued from outside, as a paused virtual machine or a sleeping computer would be: a gap,
// and nothing said about anybody for it. A logind of the test's own tells of the sleep, as the real one would.
#include "app/history/history_reader.h"
#include "app/simulation/tcp_server.h"
#include "tests/support/private_bus.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QtTest>

#include <csignal>
#include <fstream>

using namespace kpwatch;
using std::chrono::milliseconds;
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
    // The latest times of the router: how it was told, and for how long.
    struct Told {
        QString state, reason;
        milliseconds length{};
    };
    std::vector<Told> told() const {
        QProcess timeline;
        timeline.start(QStringLiteral(KPWATCH_EXECUTABLE),
                       {QStringLiteral("timeline"), QStringLiteral("--json"), QStringLiteral("--from"),
                        QStringLiteral("-5m"), QStringLiteral("--to"), QStringLiteral("now"),
                        QStringLiteral("--history"), QString::fromStdString(path("history"))});
        timeline.waitForFinished();
        const auto time = [](const QJsonValue& text) {
            return QDateTime::fromString(text.toString(), Qt::ISODateWithMs).toMSecsSinceEpoch();
        };
        std::vector<Told> all;
        const QJsonObject document = QJsonDocument::fromJson(timeline.readAllStandardOutput()).object();
        for (const auto& span : document[u"targets"].toArray().first()[u"spans"].toArray())
            all.push_back({span[u"state"].toString(), span[u"reason"].toString(),
                           milliseconds(time(span[u"to"]) - time(span[u"from"]))});
        return all;
    }
    // How long nothing was judged after the gap; nullopt as long as there is none.
    std::optional<milliseconds> unjudgedAfterTheGap() const {
        std::optional<milliseconds> length;
        for (const Told& each : told())
            if (each.reason == u"asleep")
                length = milliseconds(0);
            else if (length && each.state == u"unknown")
                *length += each.length;
        return length;
    }
    bool answers() const {
        const auto all = told();
        return !all.empty() && all.back().state == u"up";
    }

  private Q_SLOTS:
    void whatWasUnderWayWhileTheProgramStoodStillIsNobodysFailure() {
        TcpServer router(ServerPlace{});
        const TcpServer control(ServerPlace{});
        std::ofstream(path("list.json")) << R"({"version":1,"allow_private":true,"targets":[)"
                                         << tcp("router", R"("group":"routers",)", router) << R"(],"controls":[)"
                                         << tcp("control", "", control) << "]}";
        test::PrivateBus bus;
        if (!bus.running())
            QSKIP("dbus-daemon is not installed (Debian package dbus)");
        bus.bringServices();
        QProcess program;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("DBUS_SYSTEM_BUS_ADDRESS"), bus.address());
        program.setProcessEnvironment(environment);
        program.start(QStringLiteral(KPWATCH_EXECUTABLE),
                      {QStringLiteral("collect"), QStringLiteral("--accept-notice"), QStringLiteral("--history"),
                       QString::fromStdString(path("history")), QStringLiteral("--watchlist"),
                       QString::fromStdString(path("list.json"))});
        QVERIFY(program.waitForStarted());
        const auto pid = static_cast<pid_t>(program.processId());
        QTRY_VERIFY_WITH_TIMEOUT(record().rows.size() >= 8, 30000);

        QTRY_VERIFY(bus.logind().holds("sleep:idle", "block"));
        QTRY_VERIFY(bus.logind().holds("sleep", "delay"));

        router.setBehaviour(TcpBehaviour::SilentBacklog); // a check hangs when the program is stopped
        QTest::qWait(2500);
        Q_EMIT bus.logind().PrepareForSleep(true);
        QTRY_VERIFY_WITH_TIMEOUT(!bus.logind().holds("sleep", "delay"), 20000);
        QCOMPARE(kill(pid, SIGSTOP), 0);
        const UtcTime stopped = utcNow();
        QTest::qWait(6000);
        router.setBehaviour(TcpBehaviour::Accept);
        const UtcTime continued = utcNow();
        QCOMPARE(kill(pid, SIGCONT), 0);
        Q_EMIT bus.logind().PrepareForSleep(false);
        QTRY_VERIFY_WITH_TIMEOUT(record().gaps() >= 1, 20000);
        QTRY_VERIFY_WITH_TIMEOUT(record().rows.back().startedAt > continued, 20000);
        QTRY_VERIFY(bus.logind().holds("sleep", "delay"));
        // Until the control has answered twice, half a minute apart, nothing is judged, whoever answers.
        const auto goesOn = [&] {
            const auto unjudged = unjudgedAfterTheGap();
            return answers() ? unjudged >= 30s : unjudged > 2s;
        };
        QTRY_VERIFY_WITH_TIMEOUT(goesOn(), 20000);
        if (qEnvironmentVariableIsSet("KPWATCH_LONG_TESTS"))
            QTRY_VERIFY_WITH_TIMEOUT(answers() && goesOn(), 60000);
        program.terminate();
        QVERIFY(program.waitForFinished(20000));
        QTRY_VERIFY(!bus.logind().holds("sleep:idle", "block"));
        QTRY_VERIFY(!bus.logind().holds("sleep", "delay"));

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
