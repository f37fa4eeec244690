// SPDX-License-Identifier: GPL-3.0-or-later
// Every NAME.jsonl of this folder, replayed, must give the spans of NAME.expected.json:
//   [{"target": SLUG or "own-line", "spans": [{"from", "to", "state", "reason"}, ...]}, ...]
// Lanes not named there are not compared. A new pair of files is a new test.
#include "app/evidence/observation_file.h"
#include "app/json_reader.h"
#include "app/story/replay.h"

#include <nlohmann/json.hpp>

#include <QDir>
#include <QTest>

using namespace kpwatch;

namespace {

const QDir folder(QStringLiteral(KPWATCH_TEST_DATA "/scenarios"));

std::string spansText(const std::vector<Span>& spans) {
    std::string text;
    for (const Span& span : spans)
        text += isoUtc(span.range.begin) + " " + isoUtc(span.range.end) + " " + std::string(name(span.verdict)) + " " +
                std::string(name(span.reason)) + "\n";
    return text;
}

std::string expectedText(const nlohmann::json& spans) {
    std::string text;
    for (const auto& span : spans)
        text += span.at("from").get<std::string>() + " " + span.at("to").get<std::string>() + " " +
                span.at("state").get<std::string>() + " " + span.value("reason", std::string()) + "\n";
    return text;
}

} // namespace

class TestScenarios : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void folderHoldsScenarios() { QVERIFY(folder.entryList({QStringLiteral("*.jsonl")}).size() >= 17); }

    void replayGivesTheExpectedSpans_data() {
        QTest::addColumn<QString>("scenario");
        for (const QString& file : folder.entryList({QStringLiteral("*.jsonl")}, QDir::Files, QDir::Name))
            QTest::newRow(qPrintable(file)) << file.chopped(6);
    }
    void replayGivesTheExpectedSpans() {
        QFETCH(QString, scenario);
        const std::string path = folder.filePath(scenario).toStdString();
        const ObservationFile file = readObservationFile(path + ".jsonl", {});
        for (const std::string& sentence : file.report.named)
            qWarning("%s", sentence.c_str());
        QCOMPARE(file.report.broken + file.report.unknown + file.report.conflicting, std::uint64_t(0));
        const Replayed replayed =
            replayRows(file.watchlist, {}, file.observations, file.events, file.report.hasHeartbeats);
        const auto expected = parsedJson(readInputFile(path + ".expected.json"), path);
        QVERIFY(!expected.empty());
        for (const auto& lane : expected) {
            const auto slug = lane.at("target").get<std::string>();
            const Target* const target = file.watchlist.findByName(slug);
            QVERIFY2(target != nullptr || slug == "own-line", slug.c_str());
            const auto spans = replayed.spans.find(target == nullptr ? ownLineId : target->id);
            QVERIFY2(spans != replayed.spans.end(), slug.c_str());
            const std::string seen = slug + "\n" + spansText(spans->second);
            const std::string wanted = slug + "\n" + expectedText(lane.at("spans"));
            QVERIFY2(seen == wanted, ("\n--- seen\n" + seen + "--- expected\n" + wanted).c_str());
        }
    }
};

QTEST_GUILESS_MAIN(TestScenarios)
#include "tst_scenarios.moc"
