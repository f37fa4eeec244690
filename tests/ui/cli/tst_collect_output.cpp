// SPDX-License-Identifier: GPL-3.0-or-later
// What `kpwatch collect` shows while it goes on: lines for a log, a table for a terminal, states for Prometheus.
#include "app/history/history.h"
#include "app/words/sources.h"
#include "ui/cli/asking_log.h"
#include "ui/cli/status_table.h"

#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QtTest>

#include <nlohmann/json.hpp>

#include <functional>
#include <iostream>
#include <sstream>

using namespace kpwatch;
using namespace Qt::StringLiterals;

namespace {

// One port of this computer that nobody has, and a watchlist that asks it: refused at once.
const QByteArray watchlist =
    R"({"version":1,"allow_private":true,"sites":[{"id":"s"}],"targets":[{"id":"w","site":"s",)"
    R"("probe":{"kind":"http","url":"http://127.0.0.1:9/"}}]})";

struct Folder {
    QTemporaryDir files;

    QStringList collect(const QStringList& more) const {
        QFile file(files.filePath(u"watchlist.json"_s));
        if (file.open(QFile::WriteOnly))
            file.write(watchlist);
        file.close();
        return QStringList{u"collect"_s,     u"--accept-notice"_s, u"--history"_s, files.filePath(u"history"_s),
                           u"--watchlist"_s, file.fileName()} +
               more;
    }
};

std::string printed(const std::function<void(LiveTable&)>& play) {
    std::ostringstream text;
    std::streambuf* const before = std::cout.rdbuf(text.rdbuf());
    LiveTable table;
    play(table);
    std::cout.rdbuf(before);
    return text.str();
}

QByteArray fetched(quint16 port) {
    QTcpSocket socket;
    socket.connectToHost(QHostAddress(QHostAddress::LocalHost), port);
    if (!socket.waitForConnected(2000))
        return {};
    socket.write("GET /metrics HTTP/1.0\r\n\r\n");
    while (socket.waitForReadyRead(2000)) {}
    return socket.readAll();
}

} // namespace

class TestCollectOutput : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void aTableSaysWhyItCannotTell() {
        const Watchlist list =
            parseWatchlist(R"({"version":1,"targets":[{"id":"ns1","group":"name-servers","layer":"dns",)"
                           R"("probe":{"kind":"dns","server":"175.45.176.15","port":53,"name":"kp","type":"SOA"}}]})",
                           "test", Settings{});
        LiveStatus live;
        live.targets.resize(1);
        live.targets[0].id = list.targets[0].id;
        live.targets[0].state = Verdict::Unknown;
        live.targets[0].reason = Reason::NotCarried;
        const std::string table = statusTable(live, list, {});
        QVERIFY2(table.find("Can't tell: switched off, a proxy does not carry it\n") != std::string::npos,
                 table.c_str());
    }

    void aLongNameIsApartFromItsState() {
        const Watchlist list =
            parseWatchlist(R"({"version":1,"targets":[{"id":"a-web-site-with-a-long-name","group":"routers",)"
                           R"("probe":{"kind":"tcp","host":"175.45.178.1","port":80}}]})",
                           "test", Settings{});
        LiveStatus live;
        live.targets.resize(1);
        live.targets[0].id = list.targets[0].id;
        live.targets[0].state = Verdict::Unknown;
        const std::string table = statusTable(live, list, {});
        QVERIFY2(table.find("\na-web-site-with-a-long-name  Can't tell") != std::string::npos, table.c_str());
    }

    void aTableCountsWhoIsSwitchedOff() {
        using nlohmann::json;
        const auto tableOf = [](std::initializer_list<bool> enabled) {
            json list{{"version", 1}, {"targets", json::array()}};
            for (const bool each : enabled)
                list["targets"].push_back({{"id", "router-" + std::to_string(list["targets"].size())},
                                           {"group", "routers"},
                                           {"probe", {{"kind", "tcp"}, {"host", "175.45.178.1"}, {"port", 80}}},
                                           {"enabled", each}});
            return statusTable({}, parseWatchlist(list.dump(), "test", Settings{}), {});
        };
        QVERIFY(tableOf({true}).find("switched off") == std::string::npos);
        const std::string one = tableOf({true, false});
        QVERIFY2(one.find("\n1 target is switched off in the watchlist: ") != std::string::npos, one.c_str());
        const std::string two = tableOf({false, false});
        QVERIFY2(two.find("\n2 targets are switched off in the watchlist: ") != std::string::npos, two.c_str());
    }

    void aLogHasOneLineForEachEntry() {
        const Folder folder;
        QProcess process;
        process.start(QStringLiteral(KPWATCH_EXECUTABLE), folder.collect({u"--for"_s, u"3s"_s}));
        QVERIFY(process.waitForFinished(20000));
        QCOMPARE(process.exitCode(), 0);
        const QString text = QString::fromUtf8(process.readAllStandardOutput());
        QVERIFY2(!text.contains(u'\033'), qPrintable(text));
        const QStringList lines = text.trimmed().split(u'\n');
        const qsizetype begin = lines.indexOf(QRegularExpression(u"^Watching one site.*"_s));
        QVERIFY2(begin >= 0, qPrintable(text));
        static const QRegularExpression entry(u"^(\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z  \\S|\\d+ checks recorded)"_s);
        for (const QString& line : lines.mid(begin + 1))
            QVERIFY2(entry.match(line).hasMatch(), qPrintable(line));
    }

    void aRecordThatReachesBackIsNotSeenForTheFirstTime() {
        const auto collected = [](const Folder& folder) {
            QProcess process;
            process.start(QStringLiteral(KPWATCH_EXECUTABLE), folder.collect({u"--for"_s, u"2s"_s}));
            process.waitForFinished(20000);
            return QString::fromUtf8(process.readAllStandardOutput());
        };
        const QString young = collected(Folder{});
        QVERIFY2(young.contains(u"Z  Checking for the first time\n"_s), qPrintable(young));
        const Folder folder;
        const UtcTime begun = utcNow() - std::chrono::hours{2};
        Batch batch;
        batch.events.push_back({begun, Started{}});
        batch.events.push_back({begun + std::chrono::minutes{1}, Stopped{}});
        History({.directory = folder.files.filePath(u"history"_s).toStdString(), .simulated = false},
                parseWatchlist(watchlist.toStdString(), "test", {}), {}, begun)
            .append(batch);
        const QString old = collected(folder);
        QVERIFY2(old.contains(u"Z  Checking again\n"_s), qPrintable(old));
    }

    void otherPlacesThatAreAskedAreTwoLinesARound() {
        using namespace std::chrono_literals;
        const UtcTime at = *parseIsoUtc("2026-03-05T01:40:00.000Z");
        AskingLog log;
        AskingElsewhere asking{.on = true};
        QCOMPARE(log.look(asking), QString());
        asking.asking = true;
        asking.next = at;
        QCOMPARE(words::askingElsewhere(asking), u"Other places are asked at 10:40 KST."_s);
        asking.next.reset();
        asking.round = 1;
        asking.places = 12;
        QCOMPARE(log.look(asking), u"Asking other places: 0 of 12 answers (round 1 of 3)."_s);
        for (asking.heard = 1; asking.heard <= 12; ++asking.heard) {
            asking.latest = PlaceRound{.at = at, .asked = 12, .voting = asking.heard, .silent = asking.heard};
            QCOMPARE(log.look(asking), QString());
        }
        asking.places = asking.heard = 0; // between two questions of a round
        QCOMPARE(log.look(asking), QString());
        asking.next = at + 10min;
        const QString again = u"Other places are asked again at 10:50 KST."_s;
        QCOMPARE(log.look(asking), u"12 of 12 places agree, 10:40 KST. "_s + again);
        asking.latest->silent = 11; // one of those they were asked about is back
        QCOMPARE(log.look(asking), QString());
        asking.next.reset();
        QCOMPARE(log.look(asking), u"Asking other places."_s);
        asking.next = at + 10min; // to no avail
        QCOMPARE(log.look(asking), again);
        asking.next.reset();
        asking.trouble = "answered with HTTP 502";
        const QString hindered = log.look(asking);
        QVERIFY2(hindered.startsWith(u"Other places cannot be asked now: "_s), qPrintable(hindered));
        QCOMPARE(log.look(asking), QString());
    }

    // Lines that wrap take more rows: what is drawn anew begins where the table before it began. (Where the output is
    // no terminal, 80 columns and 24 rows are assumed.)
    void aTableIsDrawnOverItself() {
        const std::string wide(81, 'w');
        QCOMPARE(printed([](LiveTable& table) { table.show("one\ntwo\n"); }), std::string("one\ntwo\n"));
        QCOMPARE(printed([](LiveTable& table) { table.show("one\n"), table.show("one\n"); }), std::string("one\n"));
        QCOMPARE(printed([&](LiveTable& table) { table.show("one\n" + wide + "\n"), table.show("two\n"); }),
                 "one\n" + wide + "\n\033[3A\r\033[Jtwo\n");
        QCOMPARE(printed([](LiveTable& table) { table.show("one\n"), table.lineAbove("entry"); }),
                 std::string("one\n\033[1A\r\033[Jentry\none\n"));
        const std::string high(24, '\n');
        QCOMPARE(printed([&](LiveTable& table) { table.show(high), table.lineAbove("entry"); }),
                 std::string("entry\n"));
    }

    void statesAreServedForPrometheus() {
        QTcpServer free;
        QVERIFY(free.listen(QHostAddress(QHostAddress::LocalHost)));
        const quint16 port = free.serverPort();
        free.close();
        const Folder folder;
        QProcess process;
        process.start(QStringLiteral(KPWATCH_EXECUTABLE),
                      folder.collect({u"--metrics"_s, QString::number(port), u"--for"_s, u"30s"_s}));
        QByteArray text;
        QTRY_VERIFY_WITH_TIMEOUT((text = fetched(port)).contains("\nkpwatch_state{target=\"w\","), 15000);
        QVERIFY2(text.contains("\nkpwatch_state{target=\"w\",state=\"not-monitored\"} "), text);
        QVERIFY2(text.contains("\n# TYPE kpwatch_checks_total counter\n"), text);
        QVERIFY2(text.contains("\nkpwatch_record_saved 1\n"), text);
        static const QRegularExpression one(u"kpwatch_state\\{target=\"w\",[^}]*\\} 1\n"_s);
        QCOMPARE(QString::fromUtf8(text).count(one), 1); // it is in one state

        QProcess second;
        Folder other;
        second.start(QStringLiteral(KPWATCH_EXECUTABLE), other.collect({u"--metrics"_s, QString::number(port)}));
        QVERIFY(second.waitForFinished(10000));
        QCOMPARE(second.exitCode(), 2);
        QVERIFY(second.readAllStandardError().contains("--metrics " + QByteArray::number(port) + ": that port"));
        process.terminate();
        QVERIFY(process.waitForFinished(10000));
        QCOMPARE(process.exitCode(), 0);
    }
};

QTEST_GUILESS_MAIN(TestCollectOutput)
#include "tst_collect_output.moc"
