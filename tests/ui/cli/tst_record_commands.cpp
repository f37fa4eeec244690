// SPDX-License-Identifier: GPL-3.0-or-later
// `import`, `keep` and `erase` as a person and a script meet them.
#include "app/history/history.h"
#include "app/simulation/platform_answers.h"
#include "app/story/second_opinion.h"
#include "tests/support/recorded_story.h"
#include "tests/ui/cli/answer.h"
#include "ui/cli/checked_import.h"

#include <QDir>
#include <QJsonArray>
#include <QTest>

#include <algorithm>
#include <nlohmann/json.hpp>

using namespace Qt::StringLiterals;
using namespace kpwatch::test;

class TestRecordCommands : public QObject {
    Q_OBJECT
    QTemporaryDir m_home;
    QString m_ours = m_home.filePath(u"ours"_s), m_theirs = m_home.filePath(u"theirs"_s);
    QString m_file = m_home.filePath(u"theirs.jsonl"_s);

    Answer ask(const QString& history, QStringList arguments, const QByteArray& typed = {}) const {
        return run(arguments << u"--history"_s << history, {.typed = typed, .config = m_home.filePath(u"config"_s)});
    }

    QByteArray exported() const {
        QFile file(m_file);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    QString put(const QByteArray& bytes) const {
        const QString name = m_home.filePath(u"other.jsonl"_s);
        QFile file(name);
        if (file.open(QIODevice::WriteOnly | QIODevice::Truncate))
            file.write(bytes);
        return name;
    }

  private Q_SLOTS:
    void initTestCase() {
        record(siege(), siegeEnd, m_ours.toStdString());
        record(siege(), siegeEnd, m_theirs.toStdString());
        const Answer answer = ask(m_theirs, {u"export"_s, u"--from"_s, u"2026-01-01T00:00:00Z"_s, u"-o"_s, m_file});
        QVERIFY2(answer.code == 0, qPrintable(answer.err));
    }

    void whoseReadingsAreInAFileIsCreditedInIt() {
        QVERIFY(!exported().split('\n').front().contains("\"credit\"")); // nobody told anything
        const QString told = m_home.filePath(u"told"_s), out = m_home.filePath(u"told.jsonl"_s);
        const kpwatch::UtcTime at = kpwatch::utcNow() - std::chrono::minutes{5};
        kpwatch::Batch batch;
        batch.news.readings.push_back({at, "ripe-ris", "175.45.176.0/24", 320, 318, {{"134544", 318}}});
        batch.news.answers.push_back({at, "ioda", "https://ioda.example/", 200, "{}", true});
        kpwatch::History({.directory = told.toStdString(), .simulated = false}, storyWatchlist(), {}, at).append(batch);
        const Answer answer = ask(told, {u"export"_s, u"--from"_s, u"-1h"_s, u"-o"_s, out});
        QVERIFY2(answer.code == 0, qPrintable(answer.err));
        QFile file(out);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QString credit = QJsonDocument::fromJson(file.readLine()).object()[u"credit"_s].toString();
        QVERIFY2(credit.contains(u"RIPE NCC RIS"_s) && credit.contains(u"Georgia Tech"_s), qPrintable(credit));
        QVERIFY(!credit.contains(u"Globalping"_s));
    }

    void aColleaguesFileLiesBesideOurs() {
        const Answer first = ask(m_ours, {u"import"_s, m_file, u"--json"_s});
        QVERIFY2(first.code == 0, qPrintable(first.err));
        QVERIFY(first.json()[u"observations"_s].toInt() > 100);
        const Answer again = ask(m_ours, {u"import"_s, m_file, u"--json"_s});
        QCOMPARE(again.json()[u"observations"_s].toInt(), 0);
        QCOMPARE(again.json()[u"conflicting"_s].toInt(), 0);
        const QStringList range{u"timeline"_s, u"--from"_s, u"2026-03-05T00:00:00Z"_s, u"--to"_s,
                                u"2026-03-06T00:00:00Z"_s};
        const Answer timeline = ask(m_ours, range + QStringList{u"--json"_s});
        QVERIFY2(timeline.code == 0, qPrintable(timeline.err));
        const QJsonArray desks = timeline.json()[u"desks"_s].toArray();
        QCOMPARE(desks.size(), 1);
        const QJsonObject lane = desks[0][u"targets"_s][0].toObject();
        QVERIFY(!lane[u"spans"_s].toArray().isEmpty());
        QVERIFY(!lane[u"agreement"_s].toArray().isEmpty());
        QVERIFY2(lane[u"agreed_share"_s].toDouble() > 0.95, qPrintable(timeline.out)); // the same was seen
        QVERIFY(ask(m_ours, range).out.contains(u"As seen by"_s));
        QCOMPARE(ask(m_ours, {u"incidents"_s, u"--json"_s}).json()[u"incidents"_s].toArray().size(), 1); // ours alone
        QCOMPARE(ask(m_ours, {u"verify"_s}).code, 0);
    }

    void whoHasNoRecordMayLookAtAColleagues() {
        const QString none = m_home.filePath(u"none"_s);
        const Answer taken = ask(none, {u"import"_s, m_file, u"--json"_s});
        QVERIFY2(taken.code == 0, qPrintable(taken.err));
        QVERIFY(taken.json()[u"observations"_s].toInt() > 100);
        const Answer timeline = ask(none, {u"timeline"_s, u"--from"_s, u"2026-03-05T00:00:00Z"_s, u"--to"_s,
                                           u"2026-03-06T00:00:00Z"_s, u"--json"_s});
        QCOMPARE(timeline.json()[u"desks"_s].toArray().size(), 1);
        QVERIFY(ask(none, {u"incidents"_s, u"--json"_s}).json()[u"incidents"_s].toArray().isEmpty());
        QByteArray simulated = exported();
        simulated.replace("\"simulated\":false", "\"simulated\":true");
        const QString empty = m_home.filePath(u"still-none"_s);
        const Answer refused = ask(empty, {u"import"_s, put(simulated)});
        QCOMPARE(refused.code, 2);
        QVERIFY2(refused.err.contains(u"simulated"_s), qPrintable(refused.err));
        QVERIFY(!QFileInfo::exists(empty));
    }

    // Who records goes on with it: nobody has to stop watching for a file of somebody else.
    void aProgramThatRecordsStepsAsideForAnImport() {
        const QString ours = m_home.filePath(u"watched"_s), list = m_home.filePath(u"quiet.json"_s);
        QFile file(list);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(R"({"version":1,"allow_private":true,"sites":[{"id":"s"}],"targets":[{"id":"w","site":"s",)"
                   R"("interval_s":1,"timeout_s":1,"probe":{"kind":"tcp","host":"127.0.0.1","port":1}}]})");
        file.close();
        QProcess collector;
        collector.start(QStringLiteral(KPWATCH_EXECUTABLE), {u"collect"_s, u"--accept-notice"_s, u"--watchlist"_s, list,
                                                             u"--history"_s, ours, u"--for"_s, u"2m"_s});
        const auto checks = [&] { // of ours
            const QString out = m_home.filePath(u"watched.jsonl"_s);
            return ask(ours, {u"export"_s, u"--from"_s, u"-1h"_s, u"-o"_s, out, u"--json"_s})
                .json()[u"observations"_s]
                .toInt();
        };
        QTRY_VERIFY_WITH_TIMEOUT(checks() > 1, 60'000);
        const Answer taken = ask(ours, {u"import"_s, m_file, u"--json"_s});
        QVERIFY2(taken.code == 0, qPrintable(taken.err));
        QVERIFY(taken.json()[u"observations"_s].toInt() > 100);
        const auto before = checks();
        QTRY_VERIFY_WITH_TIMEOUT(checks() > before, 60'000); // and it is still the writer
        QCOMPARE(ask(ours, {u"erase"_s, u"--everything"_s}, "\nerase everything\n").code, 4);
        collector.terminate();
        QVERIFY(collector.waitForFinished(30'000));
        QCOMPARE(collector.exitCode(), 0);
        QCOMPARE(ask(ours, {u"verify"_s}).code, 0);
    }

    void whereNothingCouldBeSalvagedTheWayOutIsNamed() {
        const QString letter = m_home.filePath(u"letter"_s);
        QDir().mkdir(letter);
        QFile file(letter + u"/history.db"_s);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("a letter, and no database at all") > 0);
        file.close();
        const Answer doctor = ask(letter, {u"doctor"_s});
        QVERIFY2(doctor.out.contains(u"Nothing could be recovered from it"_s), qPrintable(doctor.out + doctor.err));
        const Answer status = ask(letter, {u"status"_s});
        QVERIFY(!status.err.contains(u"just being made"_s));
        QVERIFY2(status.err.contains(u"holds nothing yet"_s) && status.err.contains(u"start watching into it"_s),
                 qPrintable(status.err));
    }

    // As the window says it.
    void whatPlacesElsewhereFoundIsPartOfTheStatus() {
        using namespace kpwatch;
        using namespace kpwatch::simulation;
        const QString home = m_home.filePath(u"asked"_s);
        record(siege(), siegeEnd, home.toStdString());
        const Watchlist list = storyWatchlist();
        const auto kcna = std::ranges::find(list.targets, "kcna-http", &Target::name);
        QVERIFY(kcna != list.targets.end());
        Batch batch;
        for (const auto& [second, does] : {std::pair(6000, PlaceDoes::Answers), std::pair(10'000, PlaceDoes::TimesOut)})
            batch.news.answers.push_back({.at = after(std::chrono::seconds(second)),
                                          .source = globalpingSource,
                                          .question = "https://api.globalping.io/v1/measurements/x",
                                          .status = 200,
                                          .body = globalpingBody("x", placeQuestion(*kcna), std::vector(12, does)),
                                          .newReadings = true});
        History({.directory = home.toStdString()}, list, {}, after(std::chrono::seconds(siegeEnd))).append(batch);
        const auto saidAt = [&](int second) {
            const std::string moment = isoUtc(after(std::chrono::seconds(second)));
            return ask(home, {u"status"_s, u"--at"_s, QString::fromStdString(moment)}).out;
        };
        QVERIFY2(!saidAt(9900).contains(u"places agree"_s), qPrintable(saidAt(9900)));
        QVERIFY2(saidAt(10'500).contains(u"12 of 12 places agree"_s), qPrintable(saidAt(10'500)));
    }

    void aRecordInRepairIsNotToldAsTheWhole() {
        const QString home = m_home.filePath(u"in-repair"_s);
        Story since;
        since.sees("kcna-http", 0, 3600, Outcome::timeout());
        record(since, 3600, home.toStdString());
        const QStringList now{u"status"_s, u"--at"_s, u"2026-03-05T00:50:00Z"_s};
        QVERIFY(ask(home, now).out.contains(u"never answered us"_s));
        QVERIFY(!ask(home, now + QStringList{u"--json"_s}).json()[u"in_repair"_s].toBool(true));
        QFile waiting(home + u"/history.repairing"_s);
        QVERIFY(waiting.open(QIODevice::WriteOnly) && waiting.write("history.corrupt-20260304T120000Z.db\n") > 0);
        waiting.close();
        const Answer inRepair = ask(home, now);
        QVERIFY2(inRepair.err.contains(u"not joined yet"_s), qPrintable(inRepair.err));
        QVERIFY2(!inRepair.out.contains(u"never answered us"_s), qPrintable(inRepair.out));
        QVERIFY(ask(home, now + QStringList{u"--json"_s}).json()[u"in_repair"_s].toBool());
        const Answer timeline =
            ask(home, {u"timeline"_s, u"--from"_s, u"2026-03-04T12:00:00Z"_s, u"--to"_s, u"2026-03-05T00:50:00Z"_s});
        QVERIFY2(timeline.out.contains(u"Not known (the earlier record is being repaired)"_s),
                 qPrintable(timeline.out + timeline.err));
        QVERIFY(!timeline.out.contains(u"before the first check"_s));
        {
            const kpwatch::WritersPlace watching(home.toStdString());
            const Answer doctor = ask(home, {u"doctor"_s});
            QCOMPARE(doctor.code, 4);
            QVERIFY2(doctor.err.contains(u"already records into"_s), qPrintable(doctor.err));
            QCOMPARE(doctor.err.count(u'\n'), 1);
            const Answer look = ask(home, {u"doctor"_s, u"--only-look"_s});
            QCOMPARE(look.code, 1);
            QVERIFY2(look.out.contains(u"history.corrupt-20260304T120000Z.db; what can be salvaged"_s),
                     qPrintable(look.out));
            QVERIFY2(!look.out.contains(u"The record is sound"_s), qPrintable(look.out));
            const QJsonObject told = ask(home, {u"doctor"_s, u"--only-look"_s, u"--json"_s}).json();
            QVERIFY(told[u"in_repair"_s].toBool());
            QVERIFY(!told[u"sound"_s].toBool(true));
        }
        const Answer before = ask(home, {u"status"_s, u"--at"_s, u"2026-03-04T12:00:00Z"_s});
        QVERIFY2(before.out.startsWith(u"The earlier record is being repaired\n"_s), qPrintable(before.out));
    }

    void whatAClockThatWasSetBackWroteIsCountedAndLeftOut() {
        QByteArray bytes = exported();
        const qsizetype row = bytes.indexOf("\"elapsed_us\"");
        QVERIFY(row > 0);
        bytes.insert(bytes.indexOf("}\n", row), ",\"overtaken\":true");
        const Answer all = ask(m_home.filePath(u"all"_s), {u"import"_s, m_file, u"--json"_s});
        const Answer less = ask(m_home.filePath(u"less"_s), {u"import"_s, put(bytes), u"--json"_s});
        QCOMPARE(all.json()[u"overtaken"_s].toInt(), 0);
        QCOMPARE(less.json()[u"overtaken"_s].toInt(), 1);
        QCOMPARE(less.json()[u"observations"_s].toInt(), all.json()[u"observations"_s].toInt() - 1);
    }

    void ourOwnIsKnownBeforeItIsTakenIn() {
        const std::filesystem::path file = m_file.toStdString();
        QVERIFY(kpwatch::checkedImport({.history = m_theirs.toStdString()}, file, {}).ours);
        QVERIFY(!kpwatch::checkedImport({.history = m_ours.toStdString()}, file, {}).ours);
        QVERIFY(!kpwatch::checkedImport({.history = m_home.filePath(u"no record"_s).toStdString()}, file, {}).ours);
    }

    void ourOwnIsRefused() {
        const Answer answer = ask(m_theirs, {u"import"_s, m_file});
        QCOMPARE(answer.code, 2);
        QVERIFY2(answer.err.contains(u"our own"_s), qPrintable(answer.err));
    }

    void damagedFilesAreRefusedWithOneSentence_data() {
        QTest::addColumn<QByteArray>("bytes");
        const QByteArray whole = exported();
        QTest::newRow("torn") << whole.left(whole.size() - 25);
        QTest::newRow("zeros in it") << QByteArray(whole).replace(whole.size() / 2, 400, QByteArray(400, '\0'));
        QTest::newRow("no header") << whole.mid(whole.indexOf('\n') + 1);
        QTest::newRow("nobody's") << QByteArray(whole).replace("\"vantage\":{\"id\":\"", "\"vantage\":{\"di\":\"");
        QTest::newRow("a header alone") << whole.left(whole.indexOf('\n') + 1);
        QTest::newRow("noise") << QByteArray(3000, '\x8f');
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("from the future") << QByteArray(whole).replace("\"at\":\"2026-", "\"at\":\"2096-");
    }
    void damagedFilesAreRefusedWithOneSentence() {
        QFETCH(QByteArray, bytes);
        const Answer answer = ask(m_ours, {u"import"_s, put(bytes)});
        QCOMPARE(answer.code, 2);
        QCOMPARE(answer.err.count(u'\n'), 1);
        QVERIFY2(answer.err.contains(u"other.jsonl"_s) && answer.out.isEmpty(), qPrintable(answer.err));
    }

    // A list of today that knows neither a site nor a control of then: their checks are in the file all the same, and
    // whoever replays it finds the incident.
    void whoIsNotWatchedAnyMoreIsExportedToo() {
        const QString former = m_home.filePath(u"former"_s), file = m_home.filePath(u"former.jsonl"_s);
        const Story story = siege();
        record(story, siegeEnd, former.toStdString());
        const QStringList all{u"export"_s, u"--from"_s, u"2026-01-01T00:00:00Z"_s, u"-o"_s, file, u"--json"_s};
        const int before = ask(former, all).json()[u"observations"_s].toInt();
        QVERIFY(before > 1000);
        auto smaller = nlohmann::json::parse(story.watchlist().json());
        smaller["targets"].erase(0);
        smaller["controls"].erase(1);
        smaller["sites"].erase(0);
        const kpwatch::Settings settings;
        const kpwatch::Watchlist today = kpwatch::parseWatchlist(smaller.dump(), "later", settings);
        { const kpwatch::History later({former.toStdString(), false}, today, settings, after(seconds(20000))); }
        const Answer answer = ask(former, all);
        QVERIFY2(answer.err.isEmpty(), qPrintable(answer.err));
        QCOMPARE(answer.json()[u"observations"_s].toInt(), before);
        const Answer again = ask(m_ours, {u"replay"_s, u"--strict"_s, file, u"--json"_s});
        QVERIFY2(again.code == 0, qPrintable(again.err));
        QCOMPARE(ask(m_ours, {u"import"_s, file, u"--json"_s}).json()[u"observations"_s].toInt(), before);
    }

    void aMirrorIsAskedInItsPlace() {
        const QString home = m_home.filePath(u"mirrored"_s);
        const Answer answer = ask(home, {u"sources"_s, u"--base"_s, u"ripe=http://127.0.0.1:1"_s, u"--base"_s,
                                         u"ris-live=http://127.0.0.1:2"_s, u"--json"_s});
        QVERIFY2(answer.code == 0, qPrintable(answer.err));
        const QJsonObject ripe = answer.json()[u"sources"_s].toArray()[0].toObject();
        QCOMPARE(ripe[u"ripestat"_s].toString(), u"http://127.0.0.1:1"_s);
        QCOMPARE(ripe[u"ris_live"_s].toString(), u"http://127.0.0.1:2"_s);
        QCOMPARE(ripe[u"most_a_day"_s].toInt(), 400);
        const QString said = ask(home, {u"sources"_s}).out;
        QVERIFY2(said.contains(u"At most 40 questions an hour and 400 a day."_s), qPrintable(said));
        QVERIFY2(said.contains(u"Asked at http://127.0.0.1:1, in place of https://stat.ripe.net."_s) &&
                     said.contains(u"Asked at http://127.0.0.1:2, in place of https://ris-live.ripe.net."_s),
                 qPrintable(said));
        QCOMPARE(said.count(u"in place of"_s), 2); // the others are asked where they are
        const Answer unknown = ask(home, {u"sources"_s, u"--base"_s, u"ripestat=http://127.0.0.1:1"_s});
        QCOMPARE(unknown.code, 2);
        QVERIFY2(unknown.err.contains(u"ripe (RIPEstat), ris-live (its stream), globalping, "_s),
                 qPrintable(unknown.err));
    }

    void howLongChecksAreKeptIsSaidAndChanged() {
        QCOMPARE(ask(m_ours, {u"keep"_s, u"--json"_s}).json()[u"raw_months"_s].toInt(), 13);
        QCOMPARE(ask(m_ours, {u"keep"_s, u"--months"_s, u"24"_s}).code, 0);
        QCOMPARE(ask(m_ours, {u"keep"_s, u"--json"_s}).json()[u"raw_months"_s].toInt(), 24);
        QCOMPARE(ask(m_ours, {u"keep"_s, u"--months"_s, u"0"_s}).code, 2);
        QVERIFY(ask(m_ours, {u"keep"_s, u"--for-ever"_s}).out.contains(u"for ever"_s));
        QVERIFY(ask(m_ours, {u"keep"_s, u"--json"_s}).json()[u"raw_months"_s].isNull());
    }

    void erasingNeedsToBeMeantAndOffersAnExport() {
        QCOMPARE(ask(m_theirs, {u"erase"_s}).code, 2);
        for (const QByteArray& typed :
             {QByteArray(), QByteArray("\n"), QByteArray("\nyes\n"), QByteArray("erase\n\n")}) {
            QVERIFY(ask(m_theirs, {u"erase"_s, u"--everything"_s}, typed).code != 0);
            QCOMPARE(ask(m_theirs, {u"status"_s}).code, 0);
        }
        const QString lost = m_theirs + u"/history.jsonl"_s;
        QCOMPARE(ask(m_theirs, {u"erase"_s, u"--everything"_s}, lost.toUtf8() + "\nerase everything\n").code, 2);
        QCOMPARE(ask(m_theirs, {u"status"_s}).code, 0);
        const QString copy = m_home.filePath(u"copy.db"_s);
        QCOMPARE(ask(m_theirs, {u"backup"_s, u"-o"_s, copy}).code, 0);
        QCOMPARE(ask(copy, {u"erase"_s, u"--everything"_s}, "\nerase everything\n").code, 2);
        QVERIFY(QFileInfo::exists(copy));
        const QString last = m_home.filePath(u"last.jsonl"_s);
        const Answer answer = ask(m_theirs, {u"erase"_s, u"--everything"_s}, last.toUtf8() + "\nerase everything\n");
        QVERIFY2(answer.code == 0, qPrintable(answer.err));
        QVERIFY(!QDir(m_theirs).exists());
        QVERIFY(QFileInfo(last).size() > 1000);
        QCOMPARE(ask(m_theirs, {u"status"_s}).code, 3);
    }
};

QTEST_GUILESS_MAIN(TestRecordCommands)
#include "tst_record_commands.moc"
