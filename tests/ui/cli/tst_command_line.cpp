// SPDX-License-Identifier: GPL-3.0-or-later
// The program as a person meets it in a terminal: exit codes, and one sentence that names the thing and the way out.
#include "app/history/consent.h"
#include "app/history/history.h"
#include "tests/ui/cli/answer.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QRegularExpression>
#include <QtTest>
#include <SQLiteCpp/SQLiteCpp.h>

#include <csignal>
#include <fstream>

using namespace Qt::StringLiterals;
using namespace kpwatch;
using namespace kpwatch::test;

namespace {

const QByteArray oneRouter = R"({"kpwatch":1,"targets":[{"id":"r","group":"routers",)"
                             R"("probe":{"kind":"tcp","host":"175.45.178.161","port":80}}]})"
                             "\n";

QByteArray answerOf(const QByteArray& target) {
    return R"({"at":"2026-03-05T17:02:05.120Z","target":")" + target +
           R"(","stage":"done","failure":"none","elapsed_us":300000})" + "\n";
}

const std::string oneSite = R"({"version":1,"allow_private":true,"sites":[{"id":"s"}],"targets":[{"id":"w",)"
                            R"("site":"s","probe":{"kind":"http","url":"http://127.0.0.1/"}}]})";

// Three pages seen, the titles of which hold bytes that end a C string or a line.
void recordHostilePages(const std::filesystem::path& history) {
    const Watchlist watchlist = parseWatchlist(oneSite, "test", {});
    const UtcTime now = utcNow();
    Batch batch;
    for (int i = 0; i < 3; ++i) {
        HttpDetail page;
        page.status = 200;
        page.title = std::string("a\0b\nc", 5);
        Observation& row = batch.observations.emplace_back();
        row.target = watchlist.targets.front().id;
        row.startedAt = now - std::chrono::minutes{10 - i};
        row.elapsed = Micros(1000);
        row.reached = Stage::Done;
        row.failure = Failure::None;
        row.detail = page;
    }
    History({.directory = history, .simulated = false}, watchlist, {}, now).append(batch);
}

} // namespace

class TestCommandLine : public QObject {
    Q_OBJECT
    QTemporaryDir m_dir;

    QString path(const QString& name) const { return m_dir.filePath(name); }

    // One page at an address of this computer where nobody listens.
    bool saveQuietList() const {
        QFile file(path(u"quiet.json"_s));
        return file.open(QIODevice::WriteOnly) && file.write(oneSite.data(), std::ssize(oneSite)) > 0;
    }
    Answer collect(const QStringList& arguments) const {
        return run(QStringList{u"collect"_s, u"--watchlist"_s, path(u"quiet.json"_s)} + arguments);
    }

  private Q_SLOTS:
    void misuseIsOneSentenceWithTheRightCode_data() {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<int>("code");
        QTest::addColumn<QString>("names");
        const QString none = path(u"none"_s);
        QTest::newRow("no history") << QStringList{u"status"_s, u"--history"_s, none} << 3 << none;
        QTest::newRow("no history for a chart")
            << QStringList{u"chart"_s, u"--history"_s, none, u"-o"_s, path(u"c.png"_s)} << 3 << none;
        const QString loop = path(u"loop"_s);
        QFile::link(loop, loop);
        QTest::newRow("a folder that cannot be looked into")
            << QStringList{u"status"_s, u"--history"_s, loop} << 3 << u"check that its directory exists"_s;
        QTest::newRow("no consent") << QStringList{u"collect"_s, u"--history"_s, none} << 2 << u"--accept-notice"_s;
        QTest::newRow("no consent to a proxy")
            << QStringList{u"collect"_s, u"--history"_s, none, u"--way"_s, u"socks5h://127.0.0.1:9050"_s} << 2
            << u"--accept-notice"_s;
        QTest::newRow("unknown way") << QStringList{u"collect"_s, u"--history"_s, none, u"--way"_s, u"pigeon"_s} << 2
                                     << u"write direct, observe, or socks5h://127.0.0.1:9050"_s;
        QTest::newRow("proxy without port")
            << QStringList{u"collect"_s, u"--history"_s, none, u"--way"_s, u"socks5h://127.0.0.1"_s} << 2
            << u"has no port"_s;
        QTest::newRow("proxy by name") << QStringList{u"collect"_s, u"--history"_s, none, u"--way"_s,
                                                      u"socks5h://proxy.example:9050"_s}
                                       << 2 << u"instead of giving its address"_s;
        QTest::newRow("missing watchlist")
            << QStringList{u"collect"_s, u"--watchlist"_s, path(u"w.json"_s)} << 2 << path(u"w.json"_s);
        QTest::newRow("missing settings")
            << QStringList{u"collect"_s, u"--settings"_s, path(u"s.json"_s)} << 2 << path(u"s.json"_s);
        QTest::newRow("missing replay file") << QStringList{u"replay"_s, path(u"r.jsonl"_s)} << 2 << path(u"r.jsonl"_s);
        QTest::newRow("bad length") << QStringList{u"collect"_s, u"--accept-notice"_s, u"--for"_s, u"soon"_s} << 2
                                    << u"soon"_s;
        QTest::newRow("no number among numbers") << QStringList{u"sources"_s, u"--measurements"_s, u"5"_s, u"abc"_s}
                                                 << 2 << u"--measurements: takes numbers only, and was given abc; "_s;
        QTest::newRow("none among numbers")
            << QStringList{u"sources"_s, u"--measurements"_s, u"x,5,y z"_s} << 2 << u"was given x, y z; write digits"_s;
        QTest::newRow("a number below 0 among numbers")
            << QStringList{u"sources"_s, u"--measurements"_s, u"--"_s, u"-4"_s} << 2
            << u"--measurements: takes numbers only, and was given -4; write digits"_s;
        QTest::newRow("no number of months")
            << QStringList{u"keep"_s, u"--months"_s, u"soon"_s} << 2 << u"--months: takes numbers only"_s;
        QTest::newRow("unknown scenario") << QStringList{u"demo"_s, u"earthquake"_s} << 2 << u"gradual"_s;
    }
    void misuseIsOneSentenceWithTheRightCode() {
        QFETCH(QStringList, arguments);
        QFETCH(int, code);
        QFETCH(QString, names);
        const Answer answer = run(arguments);
        QCOMPARE(answer.code, code);
        QVERIFY2(answer.err.contains(names), qPrintable(answer.err));
        QCOMPARE(answer.err.trimmed().count(u'\n'), 0);
        QVERIFY2(answer.out.isEmpty(), qPrintable(answer.out));
        QVERIFY(!QFile::exists(path(u"none"_s)));
    }

    void aHistoryThatIsJustBeingMadeIsSaidToHoldNothingYet() {
        const QTemporaryDir home;
        const std::filesystem::path history = home.path().toStdString();
        recordHostilePages(history);
        SQLite::Database((history / "history.db").string(), SQLite::OPEN_READWRITE)
            .exec("DELETE FROM settings_version");
        const Answer answer = run({u"status"_s, u"--history"_s, home.path()});
        QCOMPARE(answer.code, 3);
        QVERIFY2(answer.err.contains(u"holds nothing yet"_s), qPrintable(answer.err));
        QCOMPARE(answer.err.trimmed().count(u'\n'), 0);
    }

    void usageErrorsAreCodeTwo_data() {
        QTest::addColumn<QStringList>("arguments");
        QTest::newRow("unknown command") << QStringList{u"conquer"_s};
        QTest::newRow("unknown option") << QStringList{u"status"_s, u"--frobnicate"_s};
        QTest::newRow("chart without output") << QStringList{u"chart"_s};
    }
    void usageErrorsAreCodeTwo() {
        QFETCH(QStringList, arguments);
        const Answer answer = run(arguments);
        QCOMPARE(answer.code, 2);
        QVERIFY(!answer.err.isEmpty());
    }

    void whatIsAgreedToIsPrintedAndKeptInTheSameWords() {
        QVERIFY(saveQuietList());
        const QString home = path(u"agreed"_s);
        const Answer answer = collect({u"--history"_s, home, u"--accept-notice"_s, u"--for"_s, u"1s"_s});
        QVERIFY2(answer.code == 0, qPrintable(answer.err));
        const auto consent = latestConsent(home.toStdString());
        QVERIFY(consent.has_value());
        QCOMPARE(consent->way, WayOut(Direct{}));
        QVERIFY2(answer.out.startsWith(QString::fromStdString(consent->text) + u'\n'), qPrintable(answer.out));
        QVERIFY(consent->text.find("Your address can be seen") != std::string::npos);
        QVERIFY2(answer.out.contains(u"from this computer"_s), qPrintable(answer.out));
    }

    void theWayAgreedToLastIsTakenAndAnotherAsksAgain() {
        QVERIFY(saveQuietList());
        const QString home = path(u"remembered"_s);
        const QString proxy = u"socks5h://127.0.0.1:9"_s;
        const QStringList base{u"--history"_s, home, u"--for"_s, u"1s"_s};
        const QStringList by{u"--way"_s, proxy};
        QCOMPARE(collect(base + by).code, 2);
        QVERIFY(!QFile::exists(home));
        QCOMPARE(collect(base + by + QStringList{u"--accept-notice"_s}).code, 0);
        const Answer again = collect(base);
        QVERIFY2(again.code == 0, qPrintable(again.err));
        QVERIFY2(again.out.startsWith(u"Watching one site through the proxy at 127.0.0.1:9"_s), qPrintable(again.out));
        QCOMPARE(name(latestConsent(home.toStdString())->way), proxy.toStdString());
        const Answer direct = collect(base + QStringList{u"--way"_s, u"direct"_s});
        QCOMPARE(direct.code, 2);
        QVERIFY2(direct.err.contains(u"--accept-notice"_s), qPrintable(direct.err));
        QCOMPARE(name(latestConsent(home.toStdString())->way), proxy.toStdString());
    }

    void observingAsksNobodyAndSaysSo() {
        QVERIFY(saveQuietList());
        const QString home = path(u"observing"_s);
        const Answer answer =
            collect({u"--history"_s, home, u"--for"_s, u"1s"_s, u"--way"_s, u"observe"_s, u"--accept-notice"_s});
        QVERIFY2(answer.code == 0, qPrintable(answer.err));
        QVERIFY2(answer.out.startsWith(u"Observing only"_s), qPrintable(answer.out));
        QVERIFY2(answer.out.contains(u"0 checks recorded"_s), qPrintable(answer.out));
        const Answer status = run({u"status"_s, u"--history"_s, home});
        QVERIFY2(status.out.startsWith(u"Observing only\nNothing is sent to North Korea"_s), qPrintable(status.out));
    }

    // Nor that it checks again, although its latest row still proves that it watched.
    void whoWasKilledIsNotSaidToWatch() {
        const std::filesystem::path home = path(u"killed"_s).toStdString();
        const Watchlist watchlist = parseWatchlist(oneSite, "test", {});
        const UtcTime now = utcNow();
        Batch batch;
        batch.events = {{now - std::chrono::seconds{20}, Started{}}};
        Observation& row = batch.observations.emplace_back();
        row.target = watchlist.targets.front().id;
        row.startedAt = now - std::chrono::seconds{5};
        row.elapsed = Micros(1000);
        row.reached = Stage::Connect;
        row.failure = Failure::Timeout;
        History({.directory = home, .simulated = false}, watchlist, {}, now).append(batch);
        const auto state = [this] {
            const Answer answer = run({u"status"_s, u"--json"_s, u"--history"_s, path(u"killed"_s)});
            return answer.json()[u"targets"_s].toArray()[0].toObject()[u"state"_s].toString();
        };
        QCOMPARE(state(), u"not-monitored"_s);
        const WritersPlace watching(home);
        QVERIFY(state() != u"not-monitored"_s); // the failure is being checked again
    }

    void theRecordOfANewerVersionIsSaidToBeOneAndLeftToIt() {
        const QString home = path(u"newer"_s);
        const std::string record = (home + u"/history.db"_s).toStdString();
        recordHostilePages(home.toStdString());
        SQLite::Database(record, SQLite::OPEN_READWRITE)
            .exec("PRAGMA user_version = 99; ALTER TABLE run RENAME TO lap");
        const QStringList ask{u"doctor"_s, u"--history"_s, home};
        const Answer sound = run(ask);
        QCOMPARE(sound.code, 0);
        QVERIFY2(sound.out.contains(u"newer KPWatch"_s) && sound.out.contains(u"use that version"_s) &&
                     sound.out.contains(u"The record is sound"_s),
                 qPrintable(sound.out));
        QVERIFY(run(ask + QStringList{u"--json"_s}).json()[u"newer"_s].toBool());
        std::fstream file(record, std::ios::in | std::ios::out | std::ios::binary);
        file.seekp(-32'768, std::ios::end);
        file.write(std::string(32'768, '\0').data(), 32'768);
        file.close();
        const Answer damaged = run(ask);
        QCOMPARE(damaged.code, 1);
        QVERIFY2(damaged.out.contains(u"newer KPWatch"_s) && damaged.out.contains(u"is damaged"_s),
                 qPrintable(damaged.out));
        QVERIFY(QDir(home).entryList({u"history.corrupt-*"_s}).isEmpty());
    }

    void helpAndVersionAreCodeZero() {
        QCOMPARE(run({u"--help"_s}).code, 0);
        QCOMPARE(run({u"collect"_s, u"--help"_s}).code, 0);
        QCOMPARE(run({u"--version"_s}).out.trimmed(), QStringLiteral(KPWATCH_VERSION));
    }

    void withoutADisplayTheDashboardSaysSoAndShowsTheWay() {
        const Answer answer = run({u"--history"_s, path(u"none"_s)}, {.display = false});
        QCOMPARE(answer.code, 2);
        QVERIFY2(answer.err.contains(u"kpwatch collect"_s), qPrintable(answer.err));
    }

    void replayPrintsOneJsonDocument() {
        QFile file(path(u"record.jsonl"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(
            R"({"kpwatch":1,"vantage":{"id":"x","label":"x"},"targets":[{"id":"r","label":"R","short":"R","group":"routers","layer":"tcp","via":"unknown","probe":{"kind":"tcp","host":"175.45.178.161","port":80},"interval_s":60,"timeout_s":10,"enabled":true}],"controls":[],"simulated":false}
{"at":"2026-03-05T17:02:05.120Z","target":"r","stage":"done","failure":"none","elapsed_us":300000}
nonsense
{"at":"2026-03-05T17:03:05.120Z","target":"r","stage":"done","failure":"none","elapsed_us":300000}
)");
        file.close();
        const Answer answer = run({u"replay"_s, file.fileName(), u"--json"_s});
        QCOMPARE(answer.code, 0);
        const QJsonObject document = answer.json();
        QCOMPARE(document[u"rows"].toObject()[u"accepted"].toInt(), 2);
        QCOMPARE(document[u"rows"].toObject()[u"broken"].toInt(), 1);
        QVERIFY2(answer.err.contains(u"line 3"_s), qPrintable(answer.err));
        QCOMPARE(run({u"replay"_s, file.fileName(), u"--strict"_s}).code, 2);
    }

    void hostileNamesInAFileHarmNeitherTheDocumentNorTheTerminal() {
        QFile file(path(u"hostile.jsonl"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(oneRouter + answerOf("r") + answerOf(QByteArray(63, 'x') + "\xEC\xA1\xB0") +
                   answerOf("\\u001b]0;owned\\u0007"));
        file.close();
        const Answer answer = run({u"replay"_s, file.fileName(), u"--json"_s});
        QCOMPARE(answer.code, 0);
        const QJsonObject document = answer.json();
        QCOMPARE(document[u"rows"].toObject()[u"unknown"].toInt(), 2);
        QCOMPARE(document[u"rows"].toObject()[u"named"].toArray().size(), 2);
        QVERIFY2(!answer.err.contains(u'\x1b') && !answer.err.contains(u'\a'), qPrintable(answer.err));
        QVERIFY2(answer.err.contains(u"]0;owned"_s), qPrintable(answer.err));
    }

    // A session that ends asks by SIGTERM: the window goes as if it had been closed, and a demo leaves nothing behind.
    void aWindowEndsInOrderByASignal() {
        const QTemporaryDir home;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"TMPDIR"_s, home.path());
        environment.insert(u"XDG_RUNTIME_DIR"_s, path(u""_s));
        QProcess demo;
        demo.setProcessEnvironment(environment);
        demo.start(QStringLiteral(KPWATCH_EXECUTABLE), {u"demo"_s});
        QVERIFY(demo.waitForStarted()); // until then it catches what this test does
        const auto catchesTheSignal = [&] {
            QFile status(u"/proc/%1/status"_s.arg(demo.processId()));
            static const QRegularExpression caught(u"SigCgt:\\s*([0-9a-f]+)"_s);
            return status.open(QIODevice::ReadOnly) &&
                   (caught.match(QString::fromLatin1(status.readAll())).captured(1).toULongLong(nullptr, 16) &
                    (1ULL << (SIGTERM - 1))) != 0;
        };
        QTRY_VERIFY_WITH_TIMEOUT(catchesTheSignal() || demo.state() == QProcess::NotRunning, 60'000);
        QVERIFY2(demo.state() == QProcess::Running, demo.readAllStandardError());
        QVERIFY(!QDir(home.path()).isEmpty());
        demo.terminate();
        QVERIFY(demo.waitForFinished());
        QCOMPARE(demo.exitStatus(), QProcess::NormalExit);
        QCOMPARE(demo.exitCode(), 0);
        QVERIFY(QDir(home.path()).isEmpty());
    }

    void exportedRowsAreWholeLines_data() {
        QTest::addColumn<QString>("format");
        QTest::addColumn<QByteArray>("title");
        QTest::newRow("table") << u".csv"_s << QByteArray(",a\uFFFDb c,");
        QTest::newRow("observation file") << u".jsonl"_s << QByteArray("\"title\":\"a\\u0000b\\nc\"");
    }
    void exportedRowsAreWholeLines() {
        QFETCH(QString, format);
        QFETCH(QByteArray, title);
        const QTemporaryDir home;
        recordHostilePages(home.filePath(u"h"_s).toStdString());
        QFile file(home.filePath(u"rows"_s + format));
        const Answer answer = run({u"export"_s, u"--history"_s, home.filePath(u"h"_s), u"--from"_s, u"-1h"_s, u"-o"_s,
                                   file.fileName(), u"--json"_s});
        QVERIFY2(answer.code == 0, qPrintable(answer.err));
        const QJsonObject document = answer.json();
        QCOMPARE(document[u"observations"_s].toInt(), 3);
        QCOMPARE(document[u"file"_s].toString(), file.fileName());
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray text = file.readAll();
        QVERIFY(text.endsWith('\n'));
        const QList<QByteArray> lines = text.trimmed().split('\n');
        const auto whole = std::ranges::count_if(lines, [&](const QByteArray& line) { return line.contains(title); });
        QVERIFY2(whole == 3, text);
    }
};

QTEST_GUILESS_MAIN(TestCommandLine)
#include "tst_command_line.moc"
