// SPDX-License-Identifier: GPL-3.0-or-later
// What others reported is listed apart, cited, and never taken for a measurement of ours; events are a list beside it.
#include "app/desk/dated_events.h"
#include "app/desk/reported.h"
#include "app/errors.h"
#include "app/evidence/observation_file.h"
#include "app/history/incident_reader.h"
#include "resources/resources.h"
#include "tests/app/history/builders.h"

#include <QFile>
#include <QTest>

#include <algorithm>
#include <fstream>
#include <set>
#include <sstream>

using namespace kpwatch;
using namespace kpwatch::testing;

namespace {

// They say more than anybody saw. In what others said they are not used either.
const char* const neverUsed[] = {"offline", "blackout", "collapse", "attack", "cut off", "shut down", "restored"};

std::string carried(const char* file) {
    QFile data(QString::fromLatin1(file));
    return data.open(QIODevice::ReadOnly) ? data.readAll().toStdString() : std::string();
}

} // namespace

class TestReported : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void initTestCase() { initResources(); }

    void everyEntryIsCitedAndPrecise() {
        const auto outages = reportedOutages();
        QVERIFY(outages.size() >= 14);
        std::set<std::string> ids;
        for (const ReportedOutage& outage : outages) {
            QVERIFY2(ids.insert(outage.id).second, outage.id.c_str());
            QVERIFY2(!outage.reported.empty(), outage.id.c_str());
            QVERIFY2(!outage.precision.empty() && !outage.scope.empty(), outage.id.c_str());
            for (const Citation& citation : outage.reported) {
                QVERIFY2(!citation.by.empty() && !citation.on.empty() && !citation.says.empty(), outage.id.c_str());
                QVERIFY2(citation.url.starts_with("http") && citation.url.find(' ') == std::string::npos,
                         outage.id.c_str());
            }
        }
        for (const char* id : {"2013-03-13", "2013-03-27", "2014-12-22", "2021-05", "2022-01-26", "2022-11-17",
                               "2024-01-11", "2025-03-18", "2025-06-07"})
            QVERIFY2(ids.contains(id), id);
        QVERIFY(std::is_sorted(outages.begin(), outages.end(),
                               [](const auto& left, const auto& right) { return left.from < right.from; }));
    }

    void everyEntryIsInKoreanToo() {
        for (const ReportedOutage& outage : reportedOutages()) {
            QVERIFY2(outage.korean, outage.id.c_str());
            const ReportedOutage korean = inKorean(outage);
            QString all = QString::fromStdString(korean.title + korean.precision + korean.length + korean.causeClaimed +
                                                 korean.note);
            for (std::size_t i = 0; i < korean.reported.size(); ++i) {
                QVERIFY2(korean.reported[i].says != outage.reported[i].says, outage.id.c_str());
                QCOMPARE(korean.reported[i].url, outage.reported[i].url);
                all += QString::fromStdString(korean.reported[i].says);
            }
            for (const char* const word : {"마비", "먹통", "다운", "셧다운", "공격", "불통", "외교부"})
                QVERIFY2(!all.contains(QString::fromUtf8(word)), word);
        }
    }

    void noneOfTheWords() {
        std::string all = carried(":/reported-outages.json") + carried(":/known-events.csv");
        std::transform(all.begin(), all.end(), all.begin(), [](unsigned char letter) { return std::tolower(letter); });
        // Addresses of pages are quoted as they are.
        std::stringstream lines(all);
        for (std::string line; std::getline(lines, line);)
            for (const char* word : neverUsed)
                QVERIFY2(line.find("\"url\"") != std::string::npos || line.find(word) == std::string::npos,
                         line.c_str());
    }

    // The list is no observation file, and a record that spans all those years holds no incident of them.
    void isNeverAMeasurement() {
        const TempHistory history;
        history.write();
        std::istringstream file(carried(":/reported-outages.json"));
        const ObservationFile read = readObservations(file, "list", history.settings, &history.watchlist);
        QVERIFY(read.observations.empty() && read.events.empty());
        QCOMPARE(read.report.accepted, std::uint64_t(0));
        QVERIFY(history.observations({utc("2013-01-01T00:00:00Z"), utc("2026-01-01T00:00:00Z")}).empty());
        const HistoryReader reader = history.read();
        QVERIFY(incidentLog(reader, {history.watchlist, history.settings, noon}).empty());
    }

    void brokenListIsRefusedInWords_data() {
        QTest::addColumn<std::string>("json");
        QTest::addColumn<std::string>("says");
        const std::string begin = R"({"version":1,"dated":"2026-01-01","outages":[{"id":"a","title":"b","from":)";
        const std::string rest = R"(,"precision":"day","length":"c","scope":"d","shape":"e","reported":)";
        QTest::newRow("nobody cited") << begin + "\"2020\"" + rest + "[]}]}" << std::string("cite who reported it");
        QTest::newRow("no time") << begin + "\"yesterday\"" + rest + "[]}]}" << std::string("is no time");
        QTest::newRow("a script as page")
            << begin + "\"2020\"" + rest + R"([{"by":"x","on":"2020","says":"y","url":"javascript:1"}]}]})"
            << std::string("is no address");
        QTest::newRow("no list") << std::string("[]") << std::string();
    }
    void brokenListIsRefusedInWords() {
        QFETCH(std::string, json);
        QFETCH(std::string, says);
        const std::string sentence = sentenceOf<InputError>([&] { (void)parseReported(json, "list"); });
        QVERIFY(!sentence.empty());
        QVERIFY2(sentence.find(says) != std::string::npos, sentence.c_str());
    }

    void eventsAreReadFromCsv() {
        const auto events = parseEvents("\xEF\xBB\xBF"
                                        "date,title,source\r\n"
                                        "2026-03-05,\"A \"\"test\"\", announced\",KCNA\r\n\r\n"
                                        "2026-03-04T12:30:00Z,Another,Yonhap\n",
                                        "list");
        QCOMPARE(events.size(), std::size_t(2));
        QCOMPARE(events[0].title, std::string("Another"));
        QVERIFY(!events[0].wholeDay);
        QCOMPARE(events[1].title, std::string("A \"test\", announced"));
        QVERIFY(events[1].wholeDay);
        QVERIFY(!knownEvents().empty());
    }

    void brokenEventsAreRefusedWithTheirLine_data() {
        QTest::addColumn<std::string>("csv");
        QTest::addColumn<std::string>("says");
        QTest::newRow("no heading") << std::string("2026-03-05,a,b\n") << std::string("line 1");
        QTest::newRow("no date") << std::string("date,title,source\n2026-03-05,a,b\nsoon,a,b\n")
                                 << std::string("line 3");
        QTest::newRow("no source") << std::string("date,title,source\n2026-03-05,a,\n") << std::string("line 2");
        QTest::newRow("two cells") << std::string("date,title,source\n2026-03-05,a\n") << std::string("cells");
    }
    void brokenEventsAreRefusedWithTheirLine() {
        QFETCH(std::string, csv);
        QFETCH(std::string, says);
        const std::string sentence = sentenceOf<InputError>([&] { (void)parseEvents(csv, "list"); });
        QVERIFY(!sentence.empty());
        QVERIFY2(sentence.find(says) != std::string::npos, sentence.c_str());
    }

    void hostileTitleIsCleaned() {
        const auto events = parseEvents("date,title,source\n2026-03-05,a\x1b[31m\xE2\x80\xAE"
                                        "b,c\n",
                                        "list");
        QVERIFY(events[0].title.find('\x1b') == std::string::npos);
        QVERIFY(events[0].title.find("\xE2\x80\xAE") == std::string::npos);
    }

    void eventsOfOnesOwnAreKeptBesideTheRecord() {
        const TempHistory history;
        history.write();
        const std::filesystem::path csv = history.directory / "mine.csv";
        std::ofstream(csv) << "date,title,source\n2026-03-05,A parade,KCNA\n";
        QVERIFY(keptEvents(history.directory).empty());
        keepEvents(history.directory, csv);
        QCOMPARE(keptEvents(history.directory).size(), std::size_t(1));
        std::ofstream(csv) << "rubbish";
        QVERIFY(!sentenceOf<InputError>([&] { keepEvents(history.directory, csv); }).empty());
        QCOMPARE(keptEvents(history.directory).size(), std::size_t(1));
        dropEvents(history.directory);
        QVERIFY(keptEvents(history.directory).empty());
    }

    void eventsAreKeptBeforeThereIsARecord() {
        const TempHistory history;
        const std::filesystem::path csv = history.directory / "mine.csv", empty = history.directory / "a" / "kpwatch";
        std::filesystem::create_directories(history.directory);
        std::ofstream(csv) << "date,title,source\n2026-03-05,A parade,KCNA\n";
        keepEvents(empty, csv);
        QCOMPARE(keptEvents(empty).size(), std::size_t(1));
        QCOMPARE(std::filesystem::status(empty).permissions(), std::filesystem::perms::owner_all);
    }
};

QTEST_GUILESS_MAIN(TestReported)
#include "tst_reported.moc"
