// SPDX-License-Identifier: GPL-3.0-or-later
// `incidents` and `incident ID` as a script meets them: their JSON and exit codes.
#include "tests/support/recorded_story.h"
#include "tests/ui/cli/answer.h"

#include <QJsonArray>
#include <QLocale>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace kpwatch::test;

class TestIncidentsCommand : public QObject {
    Q_OBJECT
    QTemporaryDir m_home;
    QString m_history = m_home.filePath(u"history"_s);

    Answer ask(QStringList arguments) const { return run(arguments << u"--history"_s << m_history); }
    QJsonObject onlyIncident() const {
        return ask({u"incidents"_s, u"--json"_s}).json()[u"incidents"_s].toArray()[0].toObject();
    }

  private Q_SLOTS:
    void initTestCase() { record(siege(), siegeEnd, m_history.toStdString()); }

    void logHasEveryKeyOfTheRules() {
        const Answer answer = ask({u"incidents"_s, u"--json"_s});
        QVERIFY2(answer.code == 0, qPrintable(answer.err));
        const QJsonArray list = answer.json()[u"incidents"_s].toArray();
        QCOMPARE(list.size(), 1);
        const QJsonObject incident = list[0].toObject();
        for (const char* key : {"id", "aliases", "scope", "pattern", "routes", "basis", "began", "ended", "lengths_s",
                                "coverage", "targets", "before", "evidence", "copy", "left_out"})
            QVERIFY2(incident.contains(QLatin1String(key)), key);
        QCOMPARE(incident[u"pattern"_s].toString(), u"gradual"_s);
        QCOMPARE(incident[u"scope"_s].toString(), u"all-sites"_s);
        QCOMPARE(incident[u"routes"_s].toString(), u"unknown"_s);
        QVERIFY(incident[u"targets"_s].toArray().size() >= 10);
        QVERIFY(!incident[u"before"_s].toArray().isEmpty());
        QVERIFY(!incident[u"copy"_s][u"alert"_s].toString().isEmpty());
        QVERIFY(incident[u"lengths_s"_s][u"none_answered"_s].toDouble() > 4000);
    }

    void reviewIsTheSameIncident() {
        const QJsonObject logged = ask({u"incidents"_s, u"--json"_s}).json()[u"incidents"_s].toArray()[0].toObject();
        const Answer answer = ask({u"incident"_s, logged[u"id"_s].toString(), u"--json"_s});
        QVERIFY2(answer.code == 0, qPrintable(answer.err));
        const QJsonObject review = answer.json();
        for (const QString& key : logged.keys())
            if (key != u"copy"_s)
                QCOMPARE(review[key], logged[key]);
        QCOMPARE(review[u"copy"_s][u"full"_s], logged[u"copy"_s][u"full"_s]);
        QVERIFY(!review[u"cannot_tell"_s].toString().isEmpty());
        QVERIFY(!review[u"thresholds"_s].toString().isEmpty());
    }

    // A length is named, for there are three; who stopped first stands first.
    void whatIsPrintedNamesItsLengthsAndGoesByTime() {
        const Answer log = ask({u"incidents"_s});
        QVERIFY2(log.out.contains(u"None of the four sites answered; until all steady "_s), qPrintable(log.out));
        const Answer answer = ask({u"incident"_s, onlyIncident()[u"id"_s].toString()});
        for (const char* const name :
             {"\nNo site answered: ", "\nAt least one did not: ", "\nUntil all steady: ", "Scope: "})
            QVERIFY2(answer.out.contains(QLatin1String(name)), name);
        const QString order = answer.out.section(u"can be told\n"_s, 1).section(u"\n\n"_s, 0, 0);
        QStringList times;
        for (const QString& line : order.split(u'\n'))
            times << line.section(u" to "_s, -1);
        QStringList sorted = times;
        sorted.sort();
        QVERIFY(times.size() >= 10);
        QCOMPARE(times, sorted);
    }

    void unknownIncidentIsNo() {
        const Answer answer = ask({u"incident"_s, u"20990101-000000"_s});
        QCOMPARE(answer.code, 1);
        QVERIFY2(answer.err.contains(u"20990101-000000"_s), qPrintable(answer.err));
        QVERIFY(answer.out.isEmpty());
    }

    void chartOfAnIncidentShowsIt() {
        const QString id =
            ask({u"incidents"_s, u"--json"_s}).json()[u"incidents"_s].toArray()[0].toObject()[u"id"_s].toString();
        const QString file = m_home.filePath(u"incident.png"_s);
        const Answer answer = ask({u"chart"_s, u"--incident"_s, id, u"-o"_s, file, u"--json"_s});
        QVERIFY2(answer.code == 0 && QFile::exists(file), qPrintable(answer.err));
        QVERIFY2(answer.json()[u"alt"_s].toString().contains(u"None of the four sites answered"_s),
                 qPrintable(answer.out));
        QCOMPARE(ask({u"chart"_s, u"--incident"_s, u"20990101-000000"_s, u"-o"_s, file}).code, 1);
    }

    void chartsOfEveryKindAndFormatAreSaved_data() {
        QTest::addColumn<QStringList>("options");
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("head");
        QTest::newRow("order") << QStringList{u"--kind"_s, u"order"_s} << u"o.png"_s << QByteArray("\x89PNG");
        QTest::newRow("response") << QStringList{u"--kind"_s, u"response-times"_s, u"--target"_s, u"kcna-http"_s}
                                  << u"r.png"_s << QByteArray("\x89PNG");
        QTest::newRow("svg") << QStringList{} << u"a.svg"_s << QByteArray("<?xml");
        QTest::newRow("outlines") << QStringList{u"--outlines"_s} << u"b.svg"_s << QByteArray("<?xml");
        QTest::newRow("pdf in print") << QStringList{u"--preset"_s, u"print"_s} << u"a.pdf"_s << QByteArray("%PDF");
        QTest::newRow("csv") << QStringList{} << u"a.csv"_s << QByteArray("lane,layer,");
        QTest::newRow("datawrapper") << QStringList{u"--datawrapper"_s} << u"d.csv"_s << QByteArray("Korea time,");
        QTest::newRow("own size") << QStringList{u"--preset"_s, u"1200x800"_s, u"--newsroom"_s, u"한빛일보"_s}
                                  << u"s.png"_s << QByteArray("\x89PNG");
    }
    void chartsOfEveryKindAndFormatAreSaved() {
        QFETCH(QStringList, options);
        QFETCH(QString, name);
        QFETCH(QByteArray, head);
        const QString id = onlyIncident()[u"id"_s].toString(), file = m_home.filePath(name);
        const QStringList command = QStringList{u"chart"_s, u"--incident"_s, id, u"-o"_s, file} + options;
        const Answer answer = ask(command);
        QVERIFY2(answer.code == 0, qPrintable(answer.err));
        QFile saved(file);
        QVERIFY(saved.open(QIODevice::ReadOnly) && saved.readAll().startsWith(head));
        QCOMPARE(QFile::exists(m_home.filePath(name.section(u'.', 0, 0) + u"-about.txt"_s)), name.endsWith(u".csv"_s));
        const Answer again = ask(command); // it is there
        QVERIFY2(again.code == 2 && again.err.contains(u"--replace"_s), qPrintable(again.err));
        QCOMPARE(ask(command + QStringList{u"--replace"_s}).code, 0);
    }

    void chartsThatCannotBeAreRefusedInWords_data() {
        QTest::addColumn<QStringList>("options");
        QTest::addColumn<QString>("says");
        const QString png = u"x.png"_s;
        QTest::newRow("ending") << QStringList{u"-o"_s, u"x.gif"_s} << u".png, .svg, .pdf or .csv"_s;
        QTest::newRow("size") << QStringList{u"-o"_s, png, u"--preset"_s, u"12x12"_s} << u"600 to 6000"_s;
        QTest::newRow("kind") << QStringList{u"-o"_s, png, u"--kind"_s, u"pie"_s} << u"lanes, order"_s;
        QTest::newRow("order of a range") << QStringList{u"-o"_s, png, u"--kind"_s, u"order"_s} << u"--incident"_s;
        QTest::newRow("response of nobody")
            << QStringList{u"-o"_s, png, u"--kind"_s, u"response-times"_s} << u"--target"_s;
        QTest::newRow("table as picture") << QStringList{u"-o"_s, png, u"--datawrapper"_s} << u".csv"_s;
        QTest::newRow("future") << QStringList{u"-o"_s,     png,
                                               u"--from"_s, u"2099-01-01T00:00:00Z"_s,
                                               u"--to"_s,   u"2099-01-02T00:00:00Z"_s}
                                << u"nothing has been seen yet"_s;
        QTest::newRow("logo") << QStringList{u"-o"_s, png, u"--logo"_s, u"/etc/passwd"_s} << u"is no picture"_s;
    }
    void chartsThatCannotBeAreRefusedInWords() {
        QFETCH(QStringList, options);
        QFETCH(QString, says);
        const Answer answer = ask(QStringList{u"chart"_s} + options);
        QCOMPARE(answer.code, 2);
        QVERIFY2(answer.err.contains(says), qPrintable(answer.err));
        QVERIFY(!QFile::exists(u"x.png"_s));
    }

    // What is said by hand needs a reason, shows at once, and can be taken back.
    void handOnItIsRecordedAndUndone() {
        const QString id = onlyIncident()[u"id"_s].toString();
        const auto members = onlyIncident()[u"targets"_s].toArray().size();
        QCOMPARE(ask({u"incident"_s, id, u"--exclude"_s, u"ns1"_s}).code, 2); // no reason
        QCOMPARE(ask({u"incident"_s, id, u"--exclude"_s, u"nobody"_s, u"--reason"_s, u"x"_s}).code, 2);
        QCOMPARE(ask({u"incident"_s, id, u"--exclude"_s, u"ns1"_s, u"--false-alarm"_s, u"--reason"_s, u"x"_s}).code, 2);
        QCOMPARE(ask({u"incident"_s, u"20990101-000000"_s, u"--exclude"_s, u"ns1"_s, u"--reason"_s, u"x"_s}).code, 1);
        QVERIFY(onlyIncident()[u"by_hand"_s].toArray().isEmpty());

        const Answer said =
            ask({u"incident"_s, id, u"--exclude"_s, u"ns1"_s, u"--reason"_s, u"our firewall"_s, u"--json"_s});
        QVERIFY2(said.code == 0, qPrintable(said.err));
        QCOMPARE(said.json()[u"targets"_s].toArray().size(), members - 1);
        const QJsonObject held = said.json()[u"by_hand"_s].toArray()[0].toObject();
        QCOMPARE(held[u"hand"_s].toString(), u"exclude"_s);
        QCOMPARE(held[u"reason"_s].toString(), u"our firewall"_s);
        QVERIFY(ask({u"incident"_s, id}).out.contains(u"our firewall"_s));

        const Answer undone = ask({u"incident"_s, id, u"--undo"_s, QString::number(held[u"no"_s].toInt()),
                                   u"--reason"_s, u"it was not"_s, u"--json"_s});
        QVERIFY2(undone.code == 0, qPrintable(undone.err));
        QCOMPARE(undone.json()[u"targets"_s].toArray().size(), members);
    }

    // Nobody must read that all were silent where one was left out.
    void whoIsLeftOutIsNamedAndNoneIsNotSaid() {
        const QString id = onlyIncident()[u"id"_s].toString();
        QVERIFY(ask({u"incident"_s, id}).out.contains(u"None of the four"_s));
        const Answer said =
            ask({u"incident"_s, id, u"--exclude"_s, u"kcna-http"_s, u"--reason"_s, u"our firewall"_s, u"--json"_s});
        QVERIFY2(said.code == 0, qPrintable(said.err));
        const QString told = ask({u"incident"_s, id}).out;
        QVERIFY2(told.contains(u"Three of four"_s) && told.contains(u"Left out by hand: "_s), qPrintable(told));
        QVERIFY2(!told.contains(u"None of the"_s), qPrintable(told));
        const QJsonArray held = said.json()[u"by_hand"_s].toArray();
        const QString number = QString::number(held[held.size() - 1].toObject()[u"no"_s].toInt());
        QCOMPARE(ask({u"incident"_s, id, u"--undo"_s, number, u"--reason"_s, u"it was not"_s}).code, 0);
    }

    // Also where nothing that was drawn or counted is another by that: what went out names nobody left out.
    void whoIsLeftOutAfterItWentOutIsFlagged() {
        const QString id = onlyIncident()[u"id"_s].toString();
        const QString chart = m_home.filePath(u"left-out.png"_s), pack = m_home.filePath(u"left-out.zip"_s);
        QCOMPARE(ask({u"chart"_s, u"--incident"_s, id, u"--preset"_s, u"600x600"_s, u"-o"_s, chart}).code, 0);
        QCOMPARE(ask({u"evidence"_s, id, u"-o"_s, pack}).code, 0);
        const auto changes = [&](const QString& file) {
            const QJsonArray all = ask({u"exports"_s, u"--json"_s}).json()[u"exports"_s].toArray();
            for (const QJsonValue& each : all)
                if (each[u"file"_s].toString() == file)
                    return QString::fromUtf8(QJsonDocument(each[u"changed"_s].toArray()).toJson());
            return u"not listed"_s;
        };
        QCOMPARE(changes(chart).simplified(), u"[ ]"_s);
        QCOMPARE(changes(pack).simplified(), u"[ ]"_s);
        const Answer said =
            ask({u"incident"_s, id, u"--exclude"_s, u"ns1"_s, u"--reason"_s, u"our firewall"_s, u"--json"_s});
        QVERIFY2(changes(chart).contains(u"left out by hand"_s), qPrintable(changes(chart)));
        QVERIFY2(changes(pack).contains(u"left out by hand"_s), qPrintable(changes(pack)));
        const QJsonArray held = said.json()[u"by_hand"_s].toArray();
        const QString number = QString::number(held[held.size() - 1].toObject()[u"no"_s].toInt());
        QCOMPARE(ask({u"incident"_s, id, u"--undo"_s, number, u"--reason"_s, u"it was not"_s}).code, 0);
        QCOMPARE(changes(chart).simplified(), u"[ ]"_s);
        QCOMPARE(changes(pack).simplified(), u"[ ]"_s);
    }

    void aPackWithoutSealsIsSaidToHaveNone() {
        const QString pack = m_home.filePath(u"unsealed.zip"_s);
        QCOMPARE(ask({u"evidence"_s, onlyIncident()[u"id"_s].toString(), u"-o"_s, pack}).code, 0);
        const Answer verified = ask({u"verify"_s, pack});
        QVERIFY2(verified.code == 0, qPrintable(verified.err));
        QVERIFY2(verified.out.contains(u"None of its days was sealed yet."_s), qPrintable(verified.out));
        QVERIFY2(!verified.out.contains(u"not sealed yet"_s), qPrintable(verified.out));
    }

    void aPackThatIsThereIsReplacedIfAsked() {
        const QString pack = m_home.filePath(u"twice.zip"_s);
        const QStringList made{u"evidence"_s, onlyIncident()[u"id"_s].toString(), u"-o"_s, pack};
        QCOMPARE(ask(made).code, 0);
        const Answer refused = ask(made);
        QCOMPARE(refused.code, 2);
        QVERIFY2(refused.err.contains(u"--replace"_s), qPrintable(refused.err));
        QCOMPARE(ask(made + QStringList{u"--replace"_s}).code, 0);
    }

    // What was suggested is suggested again; what a person wrote stays.
    void madeAgainItSaysWhatIsTrueNow() {
        const QString id = onlyIncident()[u"id"_s].toString();
        QCOMPARE(ask({u"chart"_s, u"--incident"_s, id, u"--preset"_s, u"600x600"_s, u"--title"_s, u"My own words"_s,
                      u"-o"_s, m_home.filePath(u"own.png"_s)})
                     .code,
                 0);
        const QJsonObject entry = ask({u"exports"_s, u"--json"_s}).json()[u"exports"_s].toArray()[0].toObject();
        QCOMPARE(entry[u"headline"_s].toString(), u"My own words"_s);
        const Answer again = ask({u"exports"_s, u"--again"_s, QString::number(entry[u"no"_s].toInt())});
        QVERIFY2(again.code == 0, qPrintable(again.err));
        const auto all = ask({u"exports"_s, u"--json"_s}).json()[u"exports"_s].toArray();
        QCOMPARE(all[0][u"headline"_s].toString(), u"My own words"_s);
        QCOMPARE(all[0][u"file"_s].toString(), m_home.filePath(u"own-2.png"_s));
    }

    void madeAgainItSpeaksAsItDid_data() {
        QTest::addColumn<QStringList>("command");
        QTest::addColumn<QString>("name");
        QTest::newRow("chart") << QStringList{u"chart"_s, u"--incident"_s} << u"spoken.svg"_s;
        QTest::newRow("pack") << QStringList{u"evidence"_s} << u"spoken.zip"_s;
    }
    void madeAgainItSpeaksAsItDid() {
        QFETCH(QStringList, command);
        QFETCH(QString, name);
        const QString id = onlyIncident()[u"id"_s].toString(), list = m_history + u"/exports.json"_s;
        QCOMPARE(ask(command << id << u"-o"_s << m_home.filePath(name)).code, 0);
        QFile file(list);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QByteArray entries = file.readAll();
        file.close();
        const QByteArray english = R"(\"language\":\"en\")", korean = R"(\"language\":\"ko\")"; // as a window may speak
        const qsizetype latest = entries.lastIndexOf(english);
        QVERIFY2(latest > 0, entries.constData());
        entries.replace(latest, english.size(), korean);
        QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
        file.write(entries);
        file.close();
        const auto newest = [&] {
            return ask({u"exports"_s, u"--json"_s}).json()[u"exports"_s].toArray()[0].toObject();
        };
        const QString before = newest()[u"headline"_s].toString();
        QCOMPARE(ask({u"exports"_s, u"--again"_s, QString::number(newest()[u"no"_s].toInt())}).code, 0);
        const QString after = newest()[u"headline"_s].toString();
        static const QRegularExpression hangul(u"[가-힣]"_s);
        QVERIFY2(before.startsWith(u"None of"_s) && after.contains(hangul), qPrintable(after));
    }

    void withoutItsLogoItIsMadeAgain() {
        const QString id = onlyIncident()[u"id"_s].toString(), logo = m_home.filePath(u"logo.png"_s);
        const QStringList chart{u"chart"_s, u"--incident"_s, id, u"--preset"_s, u"600x600"_s, u"-o"_s};
        QCOMPARE(ask(chart + QStringList{logo}).code, 0);
        QCOMPARE(ask(chart + QStringList{m_home.filePath(u"branded.png"_s), u"--logo"_s, logo}).code, 0);
        QVERIFY(QFile::remove(logo));
        const QJsonObject entry = ask({u"exports"_s, u"--json"_s}).json()[u"exports"_s].toArray()[0].toObject();
        QVERIFY2(entry[u"unknown"_s].isNull(), qPrintable(entry[u"unknown"_s].toString()));
        const Answer again = ask({u"exports"_s, u"--again"_s, QString::number(entry[u"no"_s].toInt())});
        QVERIFY2(again.code == 0 && again.err.contains(u"without its logo"_s), qPrintable(again.err));
    }

    void notesAreForTheTerminalAlone() {
        const QString id = onlyIncident()[u"id"_s].toString();
        QVERIFY(ask({u"incident"_s, id, u"--note"_s, u"ask the ministry"_s}).out.contains(u"ask the ministry"_s));
        QVERIFY(ask({u"incident"_s, id, u"--link"_s, u"https://example.org/"_s}).code == 0);
        QCOMPARE(ask({u"incident"_s, id, u"--link"_s, u"file:///etc/passwd"_s}).code, 2);
        QVERIFY(ask({u"incident"_s, id}).out.contains(u"ask the ministry"_s));
        QVERIFY(!ask({u"incident"_s, id, u"--json"_s}).out.contains(u"ministry"_s));
        QVERIFY(!ask({u"incident"_s, id, u"--erase-note"_s, u"1"_s}).out.contains(u"ministry"_s));
        QCOMPARE(ask({u"incident"_s, id, u"--erase-note"_s, u"1"_s}).code, 1);
    }

    void logIsFiltered_data() {
        QTest::addColumn<QStringList>("options");
        QTest::addColumn<int>("incidents");
        QTest::newRow("its pattern") << QStringList{u"--pattern"_s, u"gradual"_s} << 1;
        QTest::newRow("another pattern") << QStringList{u"--pattern"_s, u"abrupt"_s} << 0;
        QTest::newRow("its scope") << QStringList{u"--scope"_s, u"all-sites"_s} << 1;
        QTest::newRow("another scope") << QStringList{u"--scope"_s, u"one-server"_s} << 0;
        QTest::newRow("longer") << QStringList{u"--longer"_s, u"1h"_s} << 1;
        QTest::newRow("longer than it was") << QStringList{u"--longer"_s, u"7d"_s} << 0;
        QTest::newRow("shorter than it was") << QStringList{u"--shorter"_s, u"1h"_s} << 0;
        QTest::newRow("a site") << QStringList{u"--text"_s, u"kcna"_s} << 1;
        QTest::newRow("nobody") << QStringList{u"--text"_s, u"wikipedia"_s} << 0;
        QTest::newRow("the latest") << QStringList{u"--last"_s, u"1"_s} << 1;
        QTest::newRow("no scope") << QStringList{u"--scope"_s, u"huge"_s} << -1;
    }
    void logIsFiltered() {
        QFETCH(QStringList, options);
        QFETCH(int, incidents);
        const Answer answer = ask(QStringList{u"incidents"_s, u"--json"_s} + options);
        QCOMPARE(answer.code, incidents < 0 ? 2 : 0);
        if (incidents >= 0)
            QCOMPARE(answer.json()[u"incidents"_s].toArray().size(), incidents);
    }

    void aDayIsATextToo() {
        const QDate day = QDate::fromString(onlyIncident()[u"id"_s].toString().left(8), u"yyyyMMdd"_s);
        const auto found = [&](const QDate& its) {
            const QString typed = QLocale::c().toString(its, u"d MMMM"_s);
            return ask({u"incidents"_s, u"--json"_s, u"--text"_s, typed}).json()[u"incidents"_s].toArray().size();
        };
        QCOMPARE(found(day), 1);
        QCOMPARE(found(day.addDays(40)), 0);
    }

    void whatOthersReportedIsAListOfItsOwn() {
        const Answer reported = ask({u"incidents"_s, u"--reported"_s, u"--json"_s});
        QVERIFY2(reported.code == 0, qPrintable(reported.err));
        QVERIFY(!reported.json()[u"measured_by_this_program"_s].toBool(true));
        QVERIFY(reported.json()[u"reported_elsewhere"_s].toArray().size() >= 14);
        QVERIFY(ask({u"incidents"_s, u"--reported"_s})
                    .out.startsWith(u"Reported elsewhere. Not measured by this program."_s));
        QVERIFY(!ask({u"incidents"_s, u"--json"_s}).out.contains(u"Dyn"_s));
        const QString file = m_home.filePath(u"all.csv"_s);
        QCOMPARE(ask({u"export"_s, u"--from"_s, u"2013-01-01T00:00:00Z"_s, u"--to"_s, u"2026-01-01T00:00:00Z"_s,
                      u"-o"_s, file})
                     .code,
                 0);
        QFile written(file);
        QVERIFY(written.open(QIODevice::ReadOnly));
        QCOMPARE(written.readAll().count('\n'), 1); // the heading alone
    }

    void emptyLogIsNoError() {
        const Answer answer = ask({u"incidents"_s, u"--from"_s, u"2026-03-04T00:00:00Z"_s, u"--to"_s,
                                   u"2026-03-05T00:10:00Z"_s, u"--json"_s});
        QVERIFY2(answer.code == 0, qPrintable(answer.err));
        QCOMPARE(answer.json()[u"incidents"_s].toArray().size(), 0);
        const Answer none = ask({u"incidents"_s, u"--scope"_s, u"one-server"_s});
        QCOMPARE(none.out.trimmed(), u"None of the recorded incidents matches."_s);
    }

    void anEndAloneIsNotComparedWithABeginThatNobodyGave() {
        const QString early = u"2020-01-01T00:00:00Z"_s;
        const Answer log = ask({u"incidents"_s, u"--to"_s, early});
        QCOMPARE(log.code, 2);
        QVERIFY2(log.err.contains(u"lies before the record"_s) && !log.err.contains(u"--from"_s), qPrintable(log.err));
        const Answer lanes = ask({u"timeline"_s, u"--to"_s, early});
        QCOMPARE(lanes.code, 2);
        QVERIFY2(lanes.err.contains(u"give one, too"_s) && !lanes.err.contains(u"swap"_s), qPrintable(lanes.err));
    }

    void textNamesWhatItIs() {
        const Answer answer = ask({u"incidents"_s});
        QVERIFY2(answer.code == 0 && answer.out.contains(u"None of the four sites answered"_s), qPrintable(answer.out));
        const Answer review = ask({u"incident"_s, answer.out.section(u' ', 0, 0)});
        QVERIFY2(review.out.contains(u"What this cannot tell you"_s), qPrintable(review.out));
        QVERIFY2(review.out.contains(u"one after another, after loss"_s), qPrintable(review.out));
    }
};

QTEST_GUILESS_MAIN(TestIncidentsCommand)
#include "tst_incidents_command.moc"
