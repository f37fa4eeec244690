// SPDX-License-Identifier: GPL-3.0-or-later
// What public sources said goes along in a pack, and the incident follows from it with its routes.
#include "app/evidence/pack.h"
#include "app/evidence/pack_inputs.h"
#include "app/history/history.h"
#include "app/history/incident_reader.h"
#include "probes/wire/sha256.h"
#include "tests/support/forged_bag.h"
#include "tests/support/recorded_story.h"

#include <nlohmann/json.hpp>

#include <QDir>
#include <QTemporaryDir>
#include <QtTest>

#include <sstream>

using namespace kpwatch;
using namespace kpwatch::test;
using namespace std::chrono_literals;
namespace fs = std::filesystem;

class TestPackSources : public QObject {
    Q_OBJECT
    QTemporaryDir m_home;
    const fs::path m_folder = m_home.path().toStdString();
    const fs::path m_history = m_folder / "history", m_bag = m_folder / "bag";
    std::vector<RouteReading> m_readings;
    std::vector<PackRemark> m_remarks;

    // Every ten minutes what all see; all routes go when the sites do (9000 s) and come back with them (14000 s).
    static SourceNews told() {
        SourceNews news;
        for (int second = 0; second <= siegeEnd; second += 600) {
            const bool gone = second >= 9000 && second < 14000;
            for (const char* const prefix : {"175.45.176.0/24", "175.45.177.0/24"})
                news.readings.push_back(
                    {storyBegin() + std::chrono::seconds(second), second % 1200 == 0 ? "ripe-ris" : "somebody-else",
                     prefix, 320, gone ? 0 : 318,
                     gone ? std::map<std::string, int>{} : std::map<std::string, int>{{"134544", 236}, {"20485", 82}}});
        }
        // Somebody else announced a part, before and while; one network was led there.
        const auto stranger = [&](int second, int networks) {
            news.sightings.push_back({storyBegin() + std::chrono::seconds(second), "ripe-ris",
                                      RouteSighting::What::ForeignOrigin, "175.45.176.0/25", 64500, networks});
        };
        stranger(600, 3);
        stranger(9600, 12);
        news.readings.back().peersElsewhere = 2;
        const auto answer = [&](int second, const std::string& body, bool kept) {
            news.answers.push_back(
                {.at = storyBegin() + std::chrono::seconds(second),
                 .source = "ripestat",
                 .question = "https://stat.ripe.net/data/bgp-state/data.json?n=" + std::to_string(second),
                 .status = 200,
                 .body = body,
                 .newReadings = kept});
        };
        answer(8000, R"({"data":{"bgp_state":[]},"note":"조선 =1+1"})", true);
        answer(8600, "\xff\xfe\x01 no text at all", true);
        answer(9200, "nothing new", false);
        answer(9800, "you are " + QDir::homePath().toStdString() + " at home", true);
        return news;
    }

    std::string id() const {
        const HistoryReader reader(m_history);
        const auto log = incidentLog(reader, {storyWatchlist(), Settings{}, reader.lastRowAt().value()});
        return log.empty() ? std::string() : log.front().id;
    }
    PackMade packed(const fs::path& output) const {
        return packIncident({.history = m_history, .incident = id(), .output = output}).value();
    }
    fs::path copyOfBag() const {
        const fs::path copy = m_folder / "copy";
        fs::remove_all(copy);
        fs::copy(m_bag, copy, fs::copy_options::recursive);
        return copy;
    }
    static QString faultOf(const fs::path& pack) {
        const PackVerdict verdict = checkedPack(pack);
        return verdict.intact() ? QString() : QString::fromStdString(verdict.faults.front());
    }

  private Q_SLOTS:
    void initTestCase() {
        record(siege(), siegeEnd, m_history);
        Batch batch;
        batch.news = told();
        History({.directory = m_history}, storyWatchlist(), {}, storyBegin() + 16000s).append(batch);
        m_readings = HistoryReader(m_history).readings({storyBegin(), storyBegin() + 24h});
        QCOMPARE(m_readings.size(), batch.news.readings.size());
        m_remarks = packed(m_bag).remarks;
    }

    void theIncidentHasItsRoutesAndComesOutTheSame() {
        const PackVerdict verdict = checkedPack(m_bag);
        QVERIFY2(verdict.intact(), verdict.intact() ? "" : verdict.faults.front().c_str());
        QCOMPARE(verdict.readings, std::uint64_t{m_readings.size()});
        QCOMPARE(verdict.answers, std::uint64_t{4});
        const auto incident = nlohmann::json::parse(bytesOf(m_bag / pack::incident));
        // A third is lost on the way: when the sites went is known within more than five minutes.
        QCOMPARE(incident["routes"]["finding"], nlohmann::json("around"));
        QVERIFY(!fs::exists(m_bag / pack::inRecord)); // the record tells it in the same bytes
        QVERIFY(bytesOf(m_bag / pack::incident).find("64500") != std::string::npos);
    }

    void theSameDataPackedTwiceIsTheSame() {
        packed(m_folder / "a.zip");
        packed(m_folder / "b.zip");
        QVERIFY(bytesOf(m_folder / "a.zip") == bytesOf(m_folder / "b.zip"));
        QCOMPARE(faultOf(m_folder / "a.zip"), QString());
    }

    void readingsAreReadBackAsTheyWere() {
        const PackRows rows = rowsOfPack(m_bag);
        QVERIFY(rows.file.sources.readings == m_readings);
        QCOMPARE(m_readings.back().peersElsewhere, 2);
        QVERIFY(rows.file.sources.sightings == told().sightings);
        QCOMPARE(rows.file.report.broken, std::uint64_t{0});
        QCOMPARE(rows.file.report.sourceRows, std::uint64_t{m_readings.size() + told().sightings.size()});
    }

    // Of whoever takes it in: their rules judge their rows.
    void theSettingsOfThePackComeWithItsRows() {
        const fs::path copy = copyOfBag();
        const std::string other = "\"interval_mail_s\":901"; // which the incident does not depend on
        QCOMPARE(replacedIn(copy / pack::settings, "\"interval_mail_s\":900", other), std::string());
        hashAnew(copy);
        QCOMPARE(rowsOfPack(copy).settings.interval_mail_s, 901);
        QCOMPARE(rowsOfPack(m_bag).settings.interval_mail_s, 900);
    }

    void answersAreThereAsReceivedButNoneThatNamesUs() {
        const std::string lines = bytesOf(m_bag / pack::answers);
        QVERIFY(std::ranges::all_of(lines, [](char c) { return c == '\n' || (c >= 0x20 && c < 0x7f); }));
        std::istringstream in(headerLine(storyWatchlist(), "x", "x", false) + "\n" + lines);
        const ObservationFile read = readObservations(in, "answers", {});
        const std::vector<SourceAnswer> sent = told().answers;
        QCOMPARE(read.sources.answers.size(), sent.size());
        for (std::size_t i = 0; i < sent.size(); ++i) {
            const SourceAnswer& got = read.sources.answers[i];
            const bool there = i < 2; // the third was not kept, the last names this computer
            QCOMPARE(got.body, there ? sent[i].body : std::string());
            QCOMPARE(got.hash, sha256(sent[i].body));
            QVERIFY(got.at == sent[i].at && got.question == sent[i].question && got.status == 200);
        }
        QVERIFY(lines.find(QDir::homePath().toStdString()) == std::string::npos);
        QVERIFY(std::ranges::any_of(
            m_remarks, [](const PackRemark& remark) { return remark.kind == PackRemark::Kind::AnswersByHash; }));
    }

    void whoseWordsTheyAreIsSaid() {
        const std::string readme = bytesOf(m_bag / pack::readme);
        for (const char* const whose : {"RIPE NCC RIS", "RIPE Atlas", "RouteViews", "Globalping (jsDelivr)",
                                        "Georgia Tech Research Corporation, all rights reserved", "CC BY-NC 4.0"})
            QVERIFY2(readme.find(whose) != std::string::npos, whose);
    }

    void aForgerIsFound_data() {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QString>("from");
        QTest::addColumn<QString>("to");
        QTest::addColumn<QString>("says");
        // The readings during the outage made to look as if routes had stayed.
        QTest::newRow("a reading") << pack::observations << R"("peers_seeing":0,)"
                                   << R"("peers_seeing":300,)"
                                   << "made again";
        QTest::newRow("a stranger") << pack::observations << R"("networks":12)"
                                    << R"("networks":300)"
                                    << "made again";
        QTest::newRow("an answer") << pack::answers << "bgp_state"
                                   << "bgp_stale"
                                   << "sha256";
        QTest::newRow("no answer at all") << pack::answers << R"("question")"
                                          << R"("questions")"
                                          << "is no answer";
    }
    void aForgerIsFound() {
        QFETCH(QString, file);
        QFETCH(QString, from);
        QFETCH(QString, to);
        QFETCH(QString, says);
        const fs::path copy = copyOfBag();
        const fs::path changed = copy / file.toStdString();
        for (int times = 0; replacedIn(changed, from.toStdString(), to.toStdString()).empty(); ++times)
            QVERIFY(times < 100);
        hashAnew(copy);
        const QString fault = faultOf(copy);
        QVERIFY2(fault.contains(says), qPrintable(fault));
    }
};

QTEST_GUILESS_MAIN(TestPackSources)
#include "tst_pack_sources.moc"
