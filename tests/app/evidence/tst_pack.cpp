// SPDX-License-Identifier: GPL-3.0-or-later
// An evidence pack as those meet it who make it, who check it, and who try to deceive with it.
#include "app/evidence/bag_writer.h"
#include "app/evidence/opened_bag.h"
#include "app/evidence/pack.h"
#include "app/history/history.h"
#include "app/history/incident_reader.h"
#include "tests/support/forged_bag.h"
#include "tests/support/recorded_story.h"

#include <QProcess>
#include <QTemporaryDir>
#include <QtTest>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <functional>
#include <random>
#include <sstream>

using namespace kpwatch;
using namespace kpwatch::test;
using namespace std::chrono_literals;
namespace fs = std::filesystem;

namespace {

std::string firstFault(const fs::path& path) {
    try {
        const PackVerdict verdict = checkedPack(path);
        return verdict.faults.empty() ? std::string() : verdict.faults.front();
    } catch (const InputError& error) {
        return error.what();
    }
}

struct Change {
    int at; // seconds after the begin
    bool endedInOrder;
    Settings settings{};
    Watchlist list = storyWatchlist();
    int away_s = 0; // until the second begins
};

// As two runs of the program leave it on disk, the second of which goes by other numbers or another list.
void recordTwice(int end, const Change& change, const fs::path& directory) {
    const Watchlist watchlist = storyWatchlist();
    const UtcTime changed = after(seconds(change.at));
    Judge before(watchlist, {});
    Batch first, second;
    const auto take = [&](const Story::Rows& rows, TimeRange range, Judge& judge, Batch& batch) {
        auto event = rows.events.begin();
        for (const Observation& row : rows.observations) {
            for (; event != rows.events.end() && event->at <= row.endedAt(); ++event)
                if (range.contains(event->at)) {
                    judge.take(*event);
                    batch.events.push_back(*event);
                }
            if (row.startedAt >= range.begin && row.endedAt() < range.end) {
                judge.take(row);
                batch.observations.push_back(row);
            }
        }
    };
    take(siege().until(end), {storyBegin(), changed}, before, first);
    if (change.endedInOrder) {
        first.events.push_back({changed, Stopped{}});
        before.take(first.events.back());
    }
    first.spans = before.changes();
    History({.directory = directory}, watchlist, {}, storyBegin()).append(first);
    const UtcTime since = changed + 100ms + seconds(change.away_s);
    History history({.directory = directory}, change.list, change.settings, since);
    Fold fold = foldedJudge(HistoryReader(directory), change.list, change.settings, since);
    second.spans = fold.changes;
    second.events.push_back({since + 100ms, Started{}});
    fold.judge.take(second.events.back());
    take(siege(change.list).until(end), {since + 100ms, UtcTime::max()}, fold.judge, second);
    const std::vector<SpanChange> changes = fold.judge.changes();
    second.spans.insert(second.spans.end(), changes.begin(), changes.end());
    history.append(second);
}

// The first line of the record's incident that is another in the pack's; empty if the pack says what the record does.
std::string differing(const fs::path& bag) {
    if (!fs::exists(bag / "data/incident-in-the-record.json"))
        return {};
    std::istringstream packed(bytesOf(bag / "data/incident.json"));
    std::istringstream recorded(bytesOf(bag / "data/incident-in-the-record.json"));
    for (std::string theirs, ours; std::getline(recorded, ours);)
        if (!std::getline(packed, theirs) || theirs != ours)
            return ours + " | " + theirs;
    return "the pack says more";
}

// The list of the stories with a line of it changed.
Watchlist listWith(const std::function<void(nlohmann::json& list)>& change) {
    nlohmann::json list = nlohmann::json::parse(storyWatchlist().json());
    change(list);
    return parseWatchlist(list.dump(), "changed", {});
}

} // namespace

Q_DECLARE_METATYPE(std::function<void(nlohmann::json&)>)

class TestPack : public QObject {
    Q_OBJECT
    QTemporaryDir m_home;
    const fs::path m_folder = m_home.path().toStdString();
    const fs::path m_history = m_folder / "history", m_zip = m_folder / "a.zip", m_bag = m_folder / "bag";
    std::string m_id;

    PackMade packed(const fs::path& output, const PackWork& work = {}) const {
        return packIncident({.history = m_history,
                             .incident = m_id,
                             .output = output,
                             .attachments = {{"chart.png", "\x89PNG, drawn elsewhere"}}},
                            work)
            .value();
    }
    fs::path copyOfBag() const {
        const fs::path copy = m_folder / "copy";
        fs::remove_all(copy);
        fs::copy(m_bag, copy, fs::copy_options::recursive);
        return copy;
    }

  private Q_SLOTS:
    void initTestCase() {
        // Two days later, so that the days of the incident are sealed.
        record(siege(), siegeEnd, m_history);
        History history({.directory = m_history}, storyWatchlist(), {}, storyBegin() + 50h);
        while (history.tend(storyBegin() + 50h)) {}
        const HistoryReader reader(m_history);
        const auto log = incidentLog(reader, {storyWatchlist(), Settings{}, reader.lastRowAt().value_or(storyBegin())});
        QCOMPARE(log.size(), std::size_t{1});
        m_id = log.front().id;
        const PackMade made = packed(m_zip);
        QCOMPARE(made.remarks.size(), std::size_t{1});
        QVERIFY(made.remarks.front().kind == PackRemark::Kind::ShortBefore);
        QVERIFY(made.observations > 1000 && made.bytes == fs::file_size(m_zip));
        packed(m_bag);
    }

    void theSameDataPackedTwiceIsTheSame() {
        packed(m_folder / "b.zip");
        QVERIFY(bytesOf(m_zip) == bytesOf(m_folder / "b.zip"));
        const fs::path zone = m_folder / "c.zip";
        qputenv("TZ", "Asia/Seoul");
        tzset();
        packed(zone);
        qunsetenv("TZ");
        tzset();
        QVERIFY(bytesOf(m_zip) == bytesOf(zone));
    }

    void theIncidentComesOutTheSameAndTheDaysAgreeWithTheirSeals() {
        for (const fs::path& pack : {m_zip, m_bag}) {
            const PackVerdict verdict = checkedPack(pack);
            QVERIFY2(verdict.intact(), verdict.faults.empty() ? "" : verdict.faults.front().c_str());
            QCOMPARE(verdict.incident, m_id);
            QCOMPARE(verdict.sealedDays, 1);
            QCOMPARE(verdict.unsealed, std::uint64_t{0});
            QCOMPARE(verdict.lastSeal.size(), std::size_t{64});
            QVERIFY(verdict.events > 0);
        }
        QVERIFY(!fs::exists(m_bag / "data/incident-in-the-record.json"));
    }

    // Whoever watches goes on with it, and its days are not sealed yet.
    void whatIsRecordedMeanwhileIsNoFault() {
        const fs::path watched = m_folder / "watched", pack = m_folder / "watched.zip";
        record(siege(), siegeEnd, watched);
        History history({.directory = watched}, storyWatchlist(), {}, after(seconds(siegeEnd)));
        const auto goOn = [&, at = seconds(0)](double) mutable {
            Batch batch;
            batch.events = {{after(seconds(siegeEnd) + ++at), Heartbeat{}}};
            history.append(batch);
        };
        const auto made = packIncident({.history = watched, .incident = m_id, .output = pack}, {goOn, {}});
        QVERIFY(made.has_value());
        const PackVerdict verdict = checkedPack(pack);
        QVERIFY2(verdict.intact(), verdict.faults.empty() ? "" : verdict.faults.front().c_str());
        QCOMPARE(verdict.sealedDays, 0);
    }

    void othersCanCheckItWithoutUs() {
        QProcess check;
        check.setWorkingDirectory(QString::fromStdString(m_bag.string()));
        check.start(QStringLiteral("sha256sum"),
                    {QStringLiteral("--strict"), QStringLiteral("-c"), QStringLiteral("manifest-sha256.txt"),
                     QStringLiteral("tagmanifest-sha256.txt")});
        QVERIFY(check.waitForFinished());
        QCOMPARE(check.exitCode(), 0);
    }

    void everyChangedByteIsFound_data() {
        QTest::addColumn<bool>("zip");
        QTest::newRow("zip") << true;
        QTest::newRow("folder") << false;
    }
    void everyChangedByteIsFound() {
        QFETCH(bool, zip);
        std::mt19937 random(20260305);
        const std::vector<fs::path> files = zip ? std::vector<fs::path>{m_zip} : filesBelow(m_bag);
        std::uintmax_t bytes = 0;
        for (const fs::path& file : files)
            bytes += fs::file_size(file);
        int found = 0;
        constexpr int changes = 200;
        for (int change = 0; change < changes; ++change) {
            std::uintmax_t at = std::uniform_int_distribution<std::uintmax_t>(0, bytes - 1)(random);
            auto file = files.begin();
            for (; at >= fs::file_size(*file); ++file)
                at -= fs::file_size(*file);
            const std::string before = bytesOf(*file);
            std::string after = before;
            after[at] = static_cast<char>(after[at] ^ static_cast<char>(1 + random() % 255));
            put(*file, after);
            found += firstFault(zip ? m_zip : m_bag).empty() ? 0 : 1;
            put(*file, before);
        }
        QCOMPARE(found, changes);
        QVERIFY(firstFault(zip ? m_zip : m_bag).empty());
    }

    void everyByteOfTheFilesAboutFilesIsFound() {
        for (const char* const name : {"bagit.txt", "bag-info.txt", "tagmanifest-sha256.txt"}) {
            const std::string before = bytesOf(m_bag / name);
            for (std::size_t at = 0; at < before.size(); at += 3) {
                std::string after = before;
                after[at] = static_cast<char>(after[at] ^ 0x20); // also the case of a hexadecimal letter
                put(m_bag / name, after);
                QVERIFY2(!OpenedBag(m_bag).faults().empty(), qPrintable(QString::number(at)));
            }
            put(m_bag / name, before);
        }
        QVERIFY(OpenedBag(m_bag).faults().empty());
    }

    void aForgerWhoMakesTheHashesAnewIsFound_data() {
        QTest::addColumn<QByteArray>("file");
        QTest::addColumn<QByteArray>("from");
        QTest::addColumn<QByteArray>("to");
        QTest::addColumn<QString>("says");
        const auto row = [](const char* tag, const char* file, const char* from, const char* to, const char* says) {
            QTest::newRow(tag) << QByteArray(file) << QByteArray(from) << QByteArray(to) << QString::fromUtf8(says);
        };
        row("a check that answered", "data/observations.jsonl", "\"failure\":\"timeout\"", "\"failure\":\"none\"", "");
        row("a time", "data/observations.jsonl", "\"elapsed_us\":300000", "\"elapsed_us\":300001", "that were sealed");
        row("what the incident says", "data/incident.json", "\"pattern\": \"gradual\"", "\"pattern\": \"abrupt\"",
            "is not the one in");
        row("a number in the table", "data/observations.csv", ",timeout,", ",refused,",
            "observations.csv does not say");
        row("a number in the controls", "data/controls.csv", "300000", "300001", "controls.csv does not say");
        row("the table of the incident", "data/incident.csv", ",1,\n", ",2,\n", "incident.csv does not say");
        row("the page for readers", "data/README.txt", "one computer.", "ten computers.", "README.txt is not what");
        row("a threshold", "data/thresholds.json", "\"coverage\": 0.8", "\"coverage\": 0.1", "other thresholds");
        row("a setting", "data/settings.json", "\"confirm_failures\":3", "\"confirm_failures\":9", "");
        row("a seal", "data/seals.json", "\"kind\": \"day\"", "\"kind\": \"bay\"", "is not over its leaves");
        row("a sealed row", "data/sealed/2026-03-05/kcna-http.tsv", "300000", "300001", "is not what was sealed");
    }
    void aForgerWhoMakesTheHashesAnewIsFound() {
        QFETCH(QByteArray, file);
        QFETCH(QByteArray, from);
        QFETCH(QByteArray, to);
        QFETCH(QString, says);
        const fs::path copy = copyOfBag();
        QCOMPARE(replacedIn(copy / file.toStdString(), from.toStdString(), to.toStdString()), std::string());
        hashAnew(copy);
        const QString fault = QString::fromStdString(firstFault(copy));
        QVERIFY2(!fault.isEmpty() && fault.contains(says), qPrintable(fault));
    }

    // Who changed nothing is not said to have: another program may have judged otherwise.
    void whatAnotherProgramConcludedIsNotCalledChanged() {
        fs::path copy = copyOfBag();
        QVERIFY(!checkedPack(copy).judgedOtherwise); // there is nothing to excuse
        QCOMPARE(replacedIn(copy / "data/thresholds.json", "\"coverage\": 0.8", "\"coverage\": 0.7"), std::string());
        hashAnew(copy);
        QVERIFY(checkedPack(copy).judgedOtherwise);
        QCOMPARE(replacedIn(copy / "data/observations.csv", ",timeout,", ",refused,"), std::string());
        hashAnew(copy);
        QVERIFY(!checkedPack(copy).judgedOtherwise);
    }

    void whatLiesBesideOrIsMissingIsFound() {
        fs::path copy = copyOfBag();
        put(copy / "data/extra.txt", "more");
        QVERIFY(firstFault(copy).find("does not stand in manifest-sha256.txt") != std::string::npos);
        copy = copyOfBag();
        fs::remove(copy / "data/controls.csv");
        QVERIFY(firstFault(copy).find("is missing") != std::string::npos);
        copy = copyOfBag();
        put(copy / "tagmanifest-sha256.txt.sig", "a signature may lie beside it");
        QCOMPARE(firstFault(copy), std::string());
        put(copy / "run-me.sh", "true");
        QVERIFY(firstFault(copy).find("run-me.sh") != std::string::npos);
    }

    void nothingIsLeftOfWhatWasStopped() {
        const fs::path place = m_folder / "stopped";
        fs::create_directory(place);
        for (const double at : {0.1, 0.5, 0.86, 0.99}) {
            std::stop_source stop;
            const auto progress = [&](double share) {
                if (share >= at)
                    stop.request_stop();
            };
            const auto made = packIncident({.history = m_history, .incident = m_id, .output = place / "p.zip"},
                                           {progress, stop.get_token()});
            QVERIFY(!made || at > 0.9);
            if (!made)
                QVERIFY(fs::is_empty(place));
            fs::remove(place / "p.zip");
        }
    }

    // What a killed program leaves is a folder that nobody holds; one in which somebody still works is left alone.
    void whatAKilledProgramLeftIsRemovedByTheNext() {
        const fs::path place = m_folder / "left";
        put(place / ".kpwatch-pack-abcdef/bag/data/README.txt", "half");
        put(place / ".kpwatch-packet/mine.txt", "of somebody else");
        BagWriter another(place / "other.zip");
        another.add("data/a.txt", "a");
        packed(place / "p.zip");
        QVERIFY(!fs::exists(place / ".kpwatch-pack-abcdef"));
        QVERIFY(fs::exists(place / ".kpwatch-packet/mine.txt"));
        QVERIFY(fs::exists(another.pathOf("data/a.txt")));
    }

    void aFileOfThatNameStays() {
        const fs::path file = m_folder / "mine.zip";
        put(file, "mine");
        int steps = 0; // it is said before the work
        QVERIFY_EXCEPTION_THROWN(
            packIncident({.history = m_history, .incident = m_id, .output = file}, {[&](double) { ++steps; }, {}}),
            InputError);
        QCOMPARE(steps, 0);
        QCOMPARE(bytesOf(file), std::string("mine"));
        QVERIFY(packIncident({.history = m_history, .incident = m_id, .output = file, .replace = true}));
        QVERIFY(bytesOf(file) != "mine");
        QVERIFY_EXCEPTION_THROWN(packed(m_folder / "no-such-folder/a.zip"), InputError);
        for (const auto& entry : fs::directory_iterator(m_folder))
            QVERIFY(!entry.path().filename().string().starts_with(".kpwatch"));
    }

    // An outage late in a record: our own line, and the sites that answered, had not changed for thousands of rows.
    void whatHasNotChangedForLongIsKnownToItsEnd() {
        const fs::path place = m_folder / "late";
        Story story(storyWatchlist(), 7);
        story.sees("kcna-http", 72000, 76000, Outcome::timeout());
        record(story, 80000, place / "history");
        const HistoryReader reader(place / "history");
        const auto log = incidentLog(reader, {storyWatchlist(), Settings{}, reader.lastRowAt().value_or(storyBegin())});
        QCOMPARE(log.size(), std::size_t{1});
        QVERIFY(packIncident({.history = place / "history", .incident = log.front().id, .output = place / "bag"}));
        QVERIFY(!fs::exists(place / "bag/data/incident-in-the-record.json"));
        const std::string incident = bytesOf(place / "bag/data/incident.json");
        QVERIFY(incident.find("line-worked") != std::string::npos);
        QVERIFY(incident.find("line-failed") == std::string::npos);
    }

    // The past stays judged as it was, and what came after follows from the new numbers: so the pack has both.
    void settingsChangedMeanwhileArePartOfIt_data() {
        QTest::addColumn<int>("at");
        QTest::addColumn<bool>("endedInOrder");
        for (const bool in_order : {true, false}) {
            const char* const how = in_order ? "taken over" : "after a kill";
            QTest::addRow("before, %s", how) << 8500 << in_order;
            QTest::addRow("while they come back, %s", how) << 14045 << in_order;
        }
    }
    void settingsChangedMeanwhileArePartOfIt() {
        QFETCH(int, at);
        QFETCH(bool, endedInOrder);
        const QTemporaryDir home;
        const fs::path place = home.path().toStdString();
        Settings settings;
        settings.stale_intervals = 1; // an answer speaks half as long
        settings.confirm_failures = 4;
        recordTwice(siegeEnd, {at, endedInOrder, settings}, place / "history");
        const HistoryReader reader(place / "history");
        QCOMPARE(reader.settingsTexts().size(), std::size_t{2});
        const auto log = incidentLog(reader, {storyWatchlist(), settings, reader.lastRowAt().value_or(storyBegin())});
        QCOMPARE(log.size(), std::size_t{1});
        QVERIFY(log.front().ended);
        QVERIFY(log.front().ended->after < after(14000s) && log.front().ended->by >= after(14000s));
        QVERIFY(packIncident({.history = place / "history", .incident = log.front().id, .output = place / "bag"}));
        QVERIFY(fs::exists(place / "bag/data/rules-changed.json"));
        const std::string other = differing(place / "bag");
        QVERIFY2(other.empty(), other.c_str());
        QCOMPARE(firstFault(place / "bag"), std::string());
    }

    // The incident is told by the list of its time, and each day was judged by that of the day: so the pack has all.
    void listsChangedMeanwhileArePartOfIt_data() {
        QTest::addColumn<int>("at");
        QTest::addColumn<bool>("endedInOrder");
        QTest::addColumn<std::function<void(nlohmann::json&)>>("change");
        QTest::addColumn<QString>("says"); // the incident, of the change
        QTest::addColumn<int>("away");     // seconds without a program
        const auto row = [](const char* tag, int at, const char* says, std::function<void(nlohmann::json&)> change,
                            int away = 0) {
            for (const bool in_order : {true, false})
                QTest::addRow("%s, %s", tag, in_order ? "taken over" : "after a kill")
                    << at << in_order << change << QString::fromUtf8(says) << away;
        };
        row("a site taken off while it was silent", 12000, "\"id\": \"mfa-http\"", [](nlohmann::json& list) {
            list["sites"].erase(3);
            list["targets"].erase(3);
        });
        row("a site taken off before", 6000, "\"sites_watched\": 3", [](nlohmann::json& list) {
            list["sites"].erase(3);
            list["targets"].erase(3);
        });
        row("a router added meanwhile", 12000, "\"id\": \"router-178\"", [](nlohmann::json& list) {
            list["targets"].push_back(list["targets"].back());
            list["targets"].back()["id"] = "router-176";
            list["targets"].back()["probe"]["host"] = "175.45.176.1";
        });
        row("a router that is another", 6000, "\"id\": \"router-177\"",
            [](nlohmann::json& list) { list["targets"].back()["probe"]["host"] = "175.45.177.9"; });
        row("a name server asked as a router", 6000, "\"id\": \"ns4\"", [](nlohmann::json& list) {
            list["targets"][7]["probe"] = {{"kind", "tcp"}, {"host", "175.45.176.11"}, {"port", 53}};
        });
        row("other controls", 8500, "\"id\": \"ns1\"", [](nlohmann::json& list) {
            for (nlohmann::json& control : list["controls"])
                control["id"] = "other-" + control["id"].get<std::string>();
        });
        row("in another order", 8500, "\"id\": \"ns1\"",
            [](nlohmann::json& list) { std::ranges::reverse(list["targets"]); });
        row(
            "a router that is another, while nobody watched", 8000, "\"id\": \"router-177\"",
            [](nlohmann::json& list) { list["targets"].back()["probe"]["host"] = "175.45.177.9"; }, 900);
    }
    void listsChangedMeanwhileArePartOfIt() {
        QFETCH(int, at);
        QFETCH(bool, endedInOrder);
        QFETCH(std::function<void(nlohmann::json&)>, change);
        QFETCH(QString, says);
        QFETCH(int, away);
        const QTemporaryDir home;
        const fs::path place = home.path().toStdString();
        const Watchlist list = listWith(change);
        recordTwice(siegeEnd, {at, endedInOrder, {}, list, away}, place / "history");
        const HistoryReader reader(place / "history");
        const auto log = incidentLog(reader, {list, Settings{}, reader.lastRowAt().value_or(storyBegin())});
        QCOMPARE(log.size(), std::size_t{1});
        QVERIFY(packIncident({.history = place / "history", .incident = log.front().id, .output = place / "bag"}));
        QVERIFY(fs::exists(place / "bag/data/rules-changed.json"));
        const std::string other = differing(place / "bag");
        QVERIFY2(other.empty(), other.c_str());
        QCOMPARE(firstFault(place / "bag"), std::string());
        const std::string incident = bytesOf(place / "bag/data/incident.json");
        QVERIFY2(incident.find(says.toStdString()) != std::string::npos, incident.c_str());
    }

    // They end in answers, and what the clock saw when it came by once more is still silent.
    void whatASetClockHasOvertakenIsNotJudgedAgain() {
        const QTemporaryDir home;
        const fs::path place = home.path().toStdString();
        record(siege(), siegeEnd, place / "history");
        const UtcTime back = after(13000s);
        {
            History history({.directory = place / "history"}, storyWatchlist(), {}, back);
            Judge judge = foldedJudge(HistoryReader(place / "history"), storyWatchlist(), Settings{}, back).judge;
            Story longer(storyWatchlist(), 7);
            for (const Target& target : longer.watchlist().targets)
                longer.sees(target.name, 9000, 20000, Outcome::timeout());
            Batch batch;
            batch.events.push_back({back, Started{}});
            judge.take(batch.events.back());
            const Story::Rows rows = longer.until(siegeEnd);
            auto event = rows.events.begin();
            for (Observation row : rows.observations) {
                row.startedAt += 137ms; // at no moment that is there already
                for (; event != rows.events.end() && event->at <= row.endedAt(); ++event)
                    if (event->at > back) {
                        batch.events.push_back({event->at + 1ms, event->what});
                        judge.take(batch.events.back());
                    }
                if (row.startedAt <= back)
                    continue;
                judge.take(row);
                batch.observations.push_back(std::move(row));
            }
            batch.spans = judge.changes();
            history.append(batch);
            while (history.tend(storyBegin() + 50h)) {}
        }
        const HistoryReader reader(place / "history");
        const auto log = incidentLog(reader, {storyWatchlist(), Settings{}, reader.lastRowAt().value_or(storyBegin())});
        QVERIFY(!log.empty() && !log.back().over());
        QVERIFY(packIncident({.history = place / "history", .incident = log.back().id, .output = place / "bag"}));
        QCOMPARE(differing(place / "bag"), std::string());
        QCOMPARE(firstFault(place / "bag"), std::string());
        QVERIFY(bytesOf(place / "bag/data/observations.jsonl").find(R"("overtaken":true)") != std::string::npos);
        const PackRows others = rowsOfPack(place / "bag"); // a colleague judges them no more than we do
        QVERIFY(others.file.report.overtaken > 100);
        const PackVerdict told = checkedPack(place / "bag"); // in figures what is not taken in
        QCOMPARE(told.overtaken, others.file.report.overtakenChecks);
        QCOMPARE(told.observations, others.file.observations.size() + told.overtaken);
        const Replayed theirs = replayRows(others.file.watchlist, others.settings, others.file.observations,
                                           others.file.events, others.file.report.hasHeartbeats);
        const TargetId first = others.file.watchlist.targets.front().id;
        QVERIFY(theirs.spans.at(first).back().verdict == Verdict::Down);
    }

    // Somebody watches while it is packed: what comes after the checks were written is in another pack.
    void whatComesMeanwhileIsLeftOut() {
        const QTemporaryDir home;
        const fs::path place = home.path().toStdString();
        record(siege(), siegeEnd, place / "history");
        History history({.directory = place / "history"}, storyWatchlist(), {}, after(seconds(siegeEnd + 10)));
        bool came = false;
        const auto progress = [&](double share) {
            if (came || share < 0.4)
                return;
            came = true;
            Batch batch;
            batch.observations.push_back({.target = storyWatchlist().targets.front().id,
                                          .startedAt = after(seconds(siegeEnd - 1)),
                                          .elapsed = std::chrono::seconds(12)});
            batch.events.push_back({after(seconds(siegeEnd + 20)), Heartbeat{}});
            history.append(batch);
        };
        const HistoryReader reader(place / "history");
        const auto log = incidentLog(reader, {storyWatchlist(), Settings{}, reader.lastRowAt().value_or(storyBegin())});
        QVERIFY(packIncident({.history = place / "history", .incident = log.front().id, .output = place / "bag"},
                             {progress, {}}));
        QVERIFY(came);
        QCOMPARE(firstFault(place / "bag"), std::string());
    }

    void noSuchIncidentIsSaid() {
        try {
            packIncident({.history = m_history, .incident = "20010101-000000", .output = m_folder / "n.zip"});
            QFAIL("was packed");
        } catch (const InputError& error) {
            QVERIFY(std::string(error.what()).find("20010101-000000") != std::string::npos);
        }
    }
};

QTEST_GUILESS_MAIN(TestPack)
#include "tst_pack.moc"
