// SPDX-License-Identifier: GPL-3.0-or-later
// Judgements in the record: added, never changed, in force when incidents are read; the observations stay as they were.
#include "app/history/doctor.h"
#include "app/history/incident_reader.h"
#include "app/history/judgement_store.h"
#include "app/history/judgement_text.h"
#include "app/history/seal_check.h"
#include "tests/app/history/builders.h"
#include "tests/support/recorded_story.h"

#include <QTest>

#include <fstream>

using namespace kpwatch;
using namespace kpwatch::testing;
using namespace std::chrono_literals;

namespace {

Judgement falseAlarm(const std::string& incident) {
    Judgement judgement;
    judgement.at = noon;
    judgement.hand = Hand::FalseAlarm;
    judgement.incident = incident;
    judgement.reason = "our own firewall; \"tested\" by hand – 확인";
    return judgement;
}

Judgement everything() {
    Judgement judgement = falseAlarm("20260305-120000");
    judgement.hand = Hand::Window;
    judgement.other = "kcna-http";
    judgement.from = noon;
    judgement.to = noon + 1h;
    judgement.undoes = 7;
    return judgement;
}

std::string sealed(const TempHistory& history) {
    const SealVerdict verdict = checkedSeals(history.file());
    return verdict.differs ? std::string() : verdict.lastSeal.value_or("");
}

// A record of one incident of many.
struct Siege {
    QTemporaryDir home;
    std::filesystem::path directory = std::filesystem::path(home.path().toStdString()) / "history";
    test::Story story = test::siege();
    Replayed judged = test::record(story, test::siegeEnd, directory);
    Settings settings;
};

} // namespace

class TestJudgements : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void textsOfOthersAreBounded() {
        QVERIFY(judgementFromText(judgementText(everything())) == everything());
        const auto read = [](const std::string& at) {
            return judgementFromText(R"({"at_ms":)" + at + R"(,"hand":"false-alarm","detail":{}})");
        };
        QVERIFY(read("1772712125000").has_value());
        QVERIFY(!read("9223372036854775807").has_value()); // no time could be added to it
        QVERIFY(!read("-9223372036854775808").has_value());
        QVERIFY(!judgementFromText(std::string(300'000, '[')).has_value());
    }

    void comesBackAsItWasSaid() {
        const TempHistory history;
        {
            const auto writer = history.write();
            Batch batch;
            batch.judgements = {everything(), falseAlarm("20260305-130000")};
            writer->append(batch);
        }
        Judgement wanted = everything();
        wanted.id = 1;
        QVERIFY(history.read().judgements().at(0) == wanted);
        QCOMPARE(history.read().judgements().at(1).id, 2);
    }

    void isAddedWhileNobodyRecords() {
        const TempHistory history;
        history.write();
        recordJudgement(history.directory, everything());
        QCOMPARE(history.read().judgements().size(), std::size_t(1));
    }

    void givesWayToTheWriter() {
        const TempHistory history;
        const auto writer = history.write();
        QVERIFY(!sentenceOf<WriterBusyError>([&] { recordJudgement(history.directory, everything()); }).empty());
        QVERIFY(history.read().judgements().empty());
    }

    void needsARecord() {
        const TempHistory history;
        QVERIFY(!sentenceOf<StorageError>([&] { recordJudgement(history.directory, everything()); }).empty());
    }

    // A hand on an incident changes what is told, and no byte of what was measured.
    void observationsAndSealsStayAsTheyWere() {
        const TempHistory history;
        {
            const auto writer = history.write(noon);
            writer->append(rowsOnly({answered(webId, noon), answered(dnsId, noon + 1s)}));
            while (writer->tend(noon + 48h))
                ;
        }
        const auto rows = history.observations();
        const std::string before = sealed(history);
        recordJudgement(history.directory, everything());
        QVERIFY(history.observations() == rows);
        QCOMPARE(sealed(history), before);
        QVERIFY(!before.empty());
    }

    void isInForceWhenIncidentsAreRead() {
        const Siege record;
        const auto& [home, directory, story, judged, settings] = record;
        const IncidentQuestion question{story.watchlist(), settings, judged.lastRowAt};
        const auto plain = incidentLog(HistoryReader(directory), question);
        QCOMPARE(plain.size(), std::size_t(1));

        Judgement judgement = falseAlarm(plain[0].id);
        judgement.hand = Hand::Exclude;
        judgement.other = "ns1";
        QVERIFY(!refusalOf(HistoryReader(directory), question, judgement));
        recordJudgement(directory, judgement);
        const auto judgedLog = incidentLog(HistoryReader(directory), question);
        QCOMPARE(judgedLog[0].members.size() + 1, plain[0].members.size());
        QCOMPARE(judgedLog[0].byHand.at(0).reason, judgement.reason);
        const Assessment seen = assessmentOf(HistoryReader(directory), question, judgedLog[0]);
        QCOMPARE(seen.touched.nameServers + 1,
                 assessmentOf(HistoryReader(directory), question, plain[0]).touched.nameServers);

        // The same again changes nothing; undoing it does.
        QVERIFY(refusalOf(HistoryReader(directory), question, judgement));
        Judgement undo = falseAlarm(plain[0].id);
        undo.hand = Hand::Undo;
        undo.undoes = 2;
        QVERIFY(refusalOf(HistoryReader(directory), question, undo));
        undo.undoes = 1;
        QVERIFY(!refusalOf(HistoryReader(directory), question, undo));
        recordJudgement(directory, undo);
        QCOMPARE(incidentLog(HistoryReader(directory), question)[0].members.size(), plain[0].members.size());
    }

    void falseAlarmsAreFoundWhereARangeMeetsThem() {
        const Siege record;
        const auto& [home, directory, story, judged, settings] = record;
        const IncidentQuestion question{story.watchlist(), settings, judged.lastRowAt};
        const Incident incident = incidentLog(HistoryReader(directory), question).at(0);
        const TimeRange its{incident.firstFailure(), incident.end(judged.lastRowAt)};
        const auto found = [&](TimeRange range) { return falseAlarms(HistoryReader(directory), question, range); };
        QVERIFY(found(its).empty());
        recordJudgement(directory, falseAlarm(incident.id));
        const std::vector<FalseAlarm> marked = found({its.end - 1s, its.end + 1h});
        QCOMPARE(marked.size(), std::size_t(1));
        QVERIFY(marked[0].range == its);
        QCOMPARE(marked[0].targets.size(), incident.members.size());
        QVERIFY(found({its.end, its.end + 1h}).empty());
        QVERIFY(found({its.begin - 1h, its.begin}).empty());
        Judgement undo = falseAlarm(incident.id);
        undo.hand = Hand::Undo;
        undo.undoes = 1;
        recordJudgement(directory, undo);
        QVERIFY(found(its).empty());
    }

    void isSavedFromADamagedFile() {
        const TempHistory history;
        {
            const auto writer = history.write();
            writer->append(rowsOnly({answered(webId, noon)}));
            Batch batch;
            batch.judgements = {everything(), falseAlarm("20260305-130000")};
            writer->append(batch);
        }
        {
            std::fstream file(history.file(), std::ios::binary | std::ios::in | std::ios::out);
            file.write(std::string(16, 'x').data(), 16);
        }
        (void)repaired(history.directory, noon + 1h);
        const auto saved = history.read().judgements();
        QCOMPARE(saved.size(), std::size_t(2));
        QCOMPARE(saved[0].reason, everything().reason);
        QCOMPARE(saved[1].id, 2);
    }
};

QTEST_GUILESS_MAIN(TestJudgements)
#include "tst_judgements.moc"
