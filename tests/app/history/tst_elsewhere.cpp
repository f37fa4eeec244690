// SPDX-License-Identifier: GPL-3.0-or-later
// Recording that goes on in another folder: what goes along, and what is left there when it does not come to it.
#include "app/history/elsewhere.h"
#include "tests/app/history/builders.h"
#include "tests/app/history/old_schema.h"

#include <QTest>

#include <fstream>

using namespace kpwatch;
using namespace kpwatch::testing;
using namespace std::chrono_literals;
namespace fs = std::filesystem;

namespace {

// A record of two rows with the person's own lists beside it, and a place to go.
struct Move {
    TempHistory history;
    fs::path there = history.directory.parent_path() / "other disk" / "record";

    Move() {
        fs::create_directories(there.parent_path());
        history.write()->append(rowsOnly({answered(webId, noon), answered(dnsId, noon + 1min)}));
        for (const char* name :
             {"notes.jsonl", "events.json", "settings.json", "watchlist.json", "place.json", "telling.json"})
            std::ofstream(history.directory / name) << name;
    }
    std::optional<Elsewhere> begin(const std::stop_token& stop = {}, bool simulated = false) const {
        return openElsewhere(history.directory, {there, simulated}, history.watchlist, history.settings, noon + 1h,
                             stop);
    }
    std::size_t rowsThere() const {
        std::size_t rows = 0;
        HistoryReader(there).rows(history.watchlist, {noon - 24h, noon + 24h},
                                  [&](const Observation* row, const Event*) { rows += row != nullptr ? 1 : 0; });
        return rows;
    }
};

constexpr const char* ownList = R"({"version":1,"allow_private":true,"targets":[{"id":"own","group":"routers",)"
                                R"("probe":{"kind":"tcp","host":"127.0.0.1","port":9}}]})";

std::string contentOf(const fs::path& file) {
    std::ifstream in(file);
    return {std::istreambuf_iterator<char>(in), {}};
}

} // namespace

class ElsewhereTest : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void recordAndListsGoAlong() {
        const Move move;
        std::ofstream(move.history.directory / "letter.odt") << "somebody else's";
        fs::create_symlink("/etc/hostname", move.history.directory / "notes.link");
        std::optional<Elsewhere> next = move.begin();
        QVERIFY(next && !next->blank);
        QCOMPARE(next->history->append(rowsOnly({answered(webId, noon), answered(webId, noon + 1h)})), std::size_t(1));
        QCOMPARE(move.rowsThere(), std::size_t(3));
        QCOMPARE(move.history.observations().size(), std::size_t(2)); // it stays where it was, as it was
        for (const char* name :
             {"notes.jsonl", "events.json", "settings.json", "watchlist.json", "place.json", "telling.json"})
            QCOMPARE(contentOf(move.there / name), std::string(name));
        QVERIFY(!fs::exists(move.there / "letter.odt") && !fs::exists(fs::symlink_status(move.there / "notes.link")));
    }

    void aRecordThatIsThereAlreadyIsGoneOnWith() {
        const Move move;
        History({move.there, false}, move.history.watchlist, move.history.settings, noon)
            .append(rowsOnly({answered(tcpId, noon + 2min)}));
        const std::optional<Elsewhere> next = move.begin();
        QVERIFY(next && !next->blank);
        QCOMPARE(move.rowsThere(), std::size_t(1));
        QVERIFY(!fs::exists(move.there / "notes.jsonl"));
    }

    // It is because the old disk fails that somebody goes.
    void whereTheOldOneCannotBeReadItBeginsBlank() {
        const Move move;
        fs::resize_file(move.history.file(), 4096 + 100);
        const std::optional<Elsewhere> next = move.begin();
        QVERIFY(next && next->blank);
        next->history->append(rowsOnly({answered(webId, noon + 1h)}));
        QCOMPARE(move.rowsThere(), std::size_t(1));
        QCOMPARE(contentOf(move.there / "notes.jsonl"), std::string("notes.jsonl"));
    }

    void whereAFileIsInItsPlaceItBeginsBlank() {
        const Move move;
        const fs::path letter = move.history.directory.parent_path() / "letter";
        std::ofstream(letter) << std::string(8192, 'x');
        const std::optional<Elsewhere> next =
            openElsewhere(letter, {move.there, false}, move.history.watchlist, move.history.settings, noon + 1h);
        QVERIFY(next && next->blank);
        QVERIFY(fs::exists(letter));
    }

    void whereThereIsNoneItBeginsBlank() {
        const Move move;
        fs::remove(move.history.file());
        const std::optional<Elsewhere> next = move.begin();
        QVERIFY(next && next->blank);
        QCOMPARE(move.rowsThere(), std::size_t(0));
    }

    void aCopyIsPutThereWholeAndStaysAsItIs() {
        const Move move;
        const fs::path copy = move.history.directory.parent_path() / "kpwatch-20260305.db";
        backUp(move.history.directory, copy);
        const std::string before = contentOf(copy);
        {
            const std::optional<Elsewhere> next =
                openElsewhere(copy, {move.there, false}, move.history.watchlist, move.history.settings, noon + 1h);
            QVERIFY(next && !next->blank);
            Batch goesOn;
            goesOn.events.push_back({noon + 1h, Started{}});
            next->history->append(goesOn);
        }
        QCOMPARE(move.rowsThere(), std::size_t(2));
        QVERIFY(contentOf(copy) == before);
        const std::string refused = sentenceOf<InputError>([&] {
            openElsewhere(copy, {move.there, false}, move.history.watchlist, move.history.settings, noon + 2h);
        });
        QVERIFY2(refused.find("holds a record already") != std::string::npos, refused.c_str());
        QCOMPARE(move.rowsThere(), std::size_t(2));
    }

    void aCopyOfAnEarlierVersionIsBroughtUpToDateInItsPlace() {
        const Move move;
        const fs::path copy = move.history.directory.parent_path() / "kpwatch-20250305.db";
        backUp(move.history.directory, copy);
        backToSchema(copy, 7);
        const std::string before = contentOf(copy);
        const std::optional<Elsewhere> next =
            openElsewhere(copy, {move.there, false}, move.history.watchlist, move.history.settings, noon + 1h);
        QVERIFY(next && !next->blank);
        QCOMPARE(move.rowsThere(), std::size_t(2));
        QVERIFY(contentOf(copy) == before);
    }

    void anEarlierCopyThatIsRefusedLeavesNothing() {
        const Move move;
        const fs::path copy = move.history.directory.parent_path() / "kpwatch-20250306.db";
        backUp(move.history.directory, copy);
        backToSchema(copy, 8);
        SQLite::Database(copy.string(), SQLite::OPEN_READWRITE).exec("CREATE TABLE overtaken (in_the_way)");
        const std::string refused = sentenceOf<StorageError>([&] {
            openElsewhere(copy, {move.there, false}, move.history.watchlist, move.history.settings, noon + 1h);
        });
        QVERIFY(!refused.empty());
        QVERIFY(!fs::exists(move.there / "history.db"));
        QVERIFY(backupsOf(move.there).empty());
        QVERIFY(!fs::exists(move.there / "writer.lock"));
    }

    void theListsOfACopyComeOutOfIt() {
        const Move move;
        const fs::path copy = move.history.directory.parent_path() / "kpwatch-20260306.db";
        Settings settings;
        settings.confirm_failures = 4;
        const Watchlist own = parseWatchlist(ownList, "test", settings);
        History({move.history.directory, false}, own, settings, noon + 1h).append({});
        backUp(move.history.directory, copy);
        const Chosen held = chosenIn(copy, {move.history.settings, move.history.watchlist});
        QCOMPARE(held.watchlist.targets.size(), own.targets.size());
        QCOMPARE(held.settings.confirm_failures, 4);
        QVERIFY(openElsewhere(copy, {move.there, false}, move.history.watchlist, move.history.settings, noon + 2h));
        const Chosen there = readChosen(chosenFiles(move.there, {}, {}));
        QCOMPARE(there.watchlist.targets.front().name, std::string("own"));
        QCOMPARE(there.settings.confirm_failures, 4);
    }

    void aDamagedCopyIsNotGoneOnWith() {
        const Move move;
        const fs::path copy = move.history.directory.parent_path() / "kpwatch-20260307.db";
        backUp(move.history.directory, copy);
        fs::resize_file(copy, 4096 + 100);
        const std::string refused = sentenceOf<StorageError>([&] {
            openElsewhere(copy, {move.there, false}, move.history.watchlist, move.history.settings, noon + 1h);
        });
        QVERIFY(!refused.empty());
        QVERIFY(!fs::exists(move.there / "history.db"));
    }

    // Somebody goes on with a backup where its record was lost, and it comes to nothing.
    void whatLiesThereAlreadyStays() {
        const Move move;
        const fs::path copy = move.there / "backups" / "history-20260305T030000Z.db";
        const fs::path older = move.there / "backups" / "history-20260304T030000Z.db";
        fs::create_directories(copy.parent_path());
        backUp(move.history.directory, copy);
        backUp(move.history.directory, older);
        for (const char* name : {"settings.json", "watchlist.json"})
            std::ofstream(move.there / name) << name;
        const std::string refused = sentenceOf<StorageError>([&] { // no simulation is added to real measurements
            openElsewhere(copy, {move.there, true}, move.history.watchlist, move.history.settings, noon + 1h);
        });
        QVERIFY(!refused.empty());
        QVERIFY(fs::exists(copy) && fs::exists(older) && !fs::exists(move.there / "history.db"));
        QVERIFY(!fs::exists(move.there / "writer.lock"));
        for (const char* name : {"settings.json", "watchlist.json"})
            QCOMPARE(contentOf(move.there / name), std::string(name));
    }

    void itsOwnFolderIsRefused() {
        const Move move;
        fs::create_symlink(move.history.directory, move.there);
        QVERIFY(sentenceOf<InputError>([&] { move.begin(); }).find("choose another folder") != std::string::npos);
        QCOMPARE(move.history.observations().size(), std::size_t(2));
    }

    void whatWasStoppedLeavesNothing() {
        const Move move;
        std::stop_source stop;
        stop.request_stop();
        QVERIFY(!move.begin(stop.get_token()));
        QVERIFY(!fs::exists(move.there));
        QCOMPARE(move.history.observations().size(), std::size_t(2));
    }

    void whatWasRefusedLeavesNothing() {
        const Move move; // of real measurements, to which no simulation is added
        QVERIFY(!sentenceOf<StorageError>([&] { move.begin({}, true); }).empty());
        QVERIFY(!fs::exists(move.there / "notes.jsonl") && !fs::exists(move.there / "history.db"));
        QVERIFY(!fs::exists(move.there / "writer.lock"));
        QCOMPARE(move.history.observations().size(), std::size_t(2));
        QVERIFY(move.begin().has_value()); // nothing is in the way of the next try
        QCOMPARE(move.rowsThere(), std::size_t(2));
    }
};

QTEST_GUILESS_MAIN(ElsewhereTest)
#include "tst_elsewhere.moc"
