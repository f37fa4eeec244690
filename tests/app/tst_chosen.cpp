// SPDX-License-Identifier: GPL-3.0-or-later
// The files a person's choice is kept in: written whole, for their owner alone, and nothing in them is lost that this
// version does not know.
#include "app/chosen.h"
#include "app/errors.h"
#include "app/json_reader.h"
#include "app/settings_file.h"

#include <QTemporaryDir>
#include <QTest>

#include <fstream>
#include <sys/stat.h>

using namespace kpwatch;

namespace {

constexpr const char* oneTarget =
    R"({"version":1,"targets":[{"id":"router","group":"routers","probe":{"kind":"tcp","host":"175.45.178.161","port":80}}]})";

} // namespace

class ChosenTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    std::filesystem::path record() const { return m_folder.filePath(QStringLiteral("record")).toStdString(); }
    ChosenFiles files() const { return chosenFiles(record(), {}, {}); }
    void write(const std::filesystem::path& file, const std::string& text) const {
        std::filesystem::create_directories(file.parent_path());
        std::ofstream(file) << text;
    }

  private Q_SLOTS:
    void cleanup() { std::filesystem::remove_all(record()); }

    void withoutFilesAllIsAsShipped() {
        const Chosen chosen = readChosen(files());
        QVERIFY(chosen.settings == Settings{});
        QCOMPARE(chosen.watchlist.json(), defaultWatchlist({}).json());
        QVERIFY(!std::filesystem::exists(record())); // and nothing was written
    }

    void aGivenFileHasToBeThere() {
        QVERIFY_EXCEPTION_THROWN(readChosen(chosenFiles(record(), record() / "gone.json", {})), InputError);
        QVERIFY_EXCEPTION_THROWN(readChosen(chosenFiles(record(), {}, record() / "gone.json")), InputError);
    }

    void whatIsKeptIsReadAgainAndForNobodyElse() {
        Settings slower;
        slower.interval_http_s = 300;
        slower.recheck_s = {40, 90};
        keep(files(), {settingsJson(slower), oneTarget});
        const Chosen chosen = readChosen(files());
        QVERIFY(chosen.settings == slower);
        QCOMPARE(chosen.watchlist.targets.front().name, std::string("router"));
        for (const auto& file : {files().settings, files().watchlist}) {
            struct stat status {};
            QCOMPARE(::stat(file.c_str(), &status), 0);
            QCOMPARE(status.st_mode & 0777U, 0600U);
        }
        QCOMPARE(readInputFile(files().settings),
                 std::string("{\n  \"interval_http_s\": 300,\n  \"recheck_s\": [\n    40,\n    90\n  ]\n}\n"));
    }

    void keysOfANewerVersionAndRemarksStay() {
        const std::string remark = "{\"// mine\":\"slow at night\"";
        write(files().settings, remark + R"(,"flux_s":{"deep":[1]},"interval_http_s":240,"longstanding_h":72})");
        QCOMPARE(readChosen(files()).settings.interval_http_s, 240);
        Settings changed = readChosen(files()).settings;
        changed.interval_http_s = 120;
        changed.announce_span_s = 600;
        keep(files(), {settingsJson(changed), {}});
        const auto document = nlohmann::ordered_json::parse(readInputFile(files().settings));
        const auto expected = nlohmann::ordered_json::parse(
            remark + R"(,"flux_s":{"deep":[1]},"interval_http_s":120,"longstanding_h":72,)"
                     R"("announce_span_s":600})");
        QCOMPARE(document.dump(), expected.dump()); // in that order
        QVERIFY(!std::filesystem::exists(files().watchlist));
    }

    // Who writes a file by hand and names it is told of a slip.
    void aSlipInAGivenFileIsSaid() {
        write(record() / "mine.json", R"({"interval_htttp_s":60})");
        try {
            readChosen(chosenFiles(record(), record() / "mine.json", {}));
            QFAIL("accepted");
        } catch (const InputError& error) {
            QVERIFY(std::string(error.what()).find("interval_htttp_s") != std::string::npos);
        }
    }

    void aFileThatCannotBeReadIsNotOverwritten() {
        write(files().settings, "{\"interval_http_s\": 12");
        QVERIFY_EXCEPTION_THROWN(keep(files(), {settingsJson({}), {}}), InputError);
        QCOMPARE(readInputFile(files().settings), std::string("{\"interval_http_s\": 12"));
    }

    void whereItCannotBeWrittenTheFileIsNamed() {
        write(record(), "a file, no folder");
        try {
            keep(files(), {settingsJson({}), {}});
            QFAIL("written");
        } catch (const StorageError& error) {
            QVERIFY(std::string(error.what()).find("settings.json") != std::string::npos);
        }
        std::filesystem::remove(record());
    }

    void aChangeIsRefusedWithTheFilesOwnSentence() {
        const Chosen now{Settings{}, defaultWatchlist({})};
        try {
            (void)changed(now, {R"({"interval_http_s":0})", {}});
            QFAIL("accepted");
        } catch (const InputError& error) {
            QVERIFY(std::string(error.what()).find("interval_http_s: 0 is out of range") != std::string::npos);
        }
        QVERIFY_EXCEPTION_THROWN((void)changed(now, {{}, R"({"version":1,"targets":[{}]})"}), InputError);
    }

    // Intervals that the list does not name are those of the settings.
    void otherSettingsReachTheTargets() {
        Settings slower;
        slower.interval_tcp_s = 600;
        const Chosen before{Settings{}, parseWatchlist(oneTarget, "test", {})};
        QCOMPARE(changed(before, {settingsJson(slower), {}}).watchlist.targets.front().interval,
                 std::chrono::seconds(600));
    }

    void everyBoundIsThatOfTheReader() {
        for (const SettingBounds& each : settingBounds()) {
            const auto text = [&](double value) {
                const std::string number = nlohmann::json(static_cast<std::int64_t>(value)).dump();
                const bool list = each.key == "recheck_s";
                return "{\"" + std::string(each.key) + "\":" + (list ? "[" + number + "]" : number) + "}";
            };
            const bool alone = each.key == "confirm_failures_alone" || each.key == "confirm_failures"; // of a pair
            if (!alone)
                (void)parseSettings(text(each.lowest), "s");
            QVERIFY_EXCEPTION_THROWN((void)parseSettings(text(each.lowest - 1), "s"), InputError);
            QVERIFY_EXCEPTION_THROWN((void)parseSettings(text(each.highest + 1), "s"), InputError);
        }
        QCOMPARE(settingBounds().size(), nlohmann::json::parse(settingsJson({})).size());
    }
};

QTEST_GUILESS_MAIN(ChosenTest)
#include "tst_chosen.moc"
