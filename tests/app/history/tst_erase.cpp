// SPDX-License-Identifier: GPL-3.0-or-later
// Erasing takes all of ours and nothing of others.
#include "app/history/backup.h"
#include "app/history/erase.h"
#include "app/history/keeping.h"
#include "app/history/set_aside.h"
#include "tests/app/history/builders.h"

#include <QTest>

#include <fstream>

using namespace kpwatch;
using namespace kpwatch::testing;
using namespace std::chrono_literals;

class EraseTest : public QObject {
    Q_OBJECT

    // A record with everything that gathers beside one.
    static void fill(const TempHistory& history) {
        history.write(noon)->append(rowsOnly({answered(webId, noon)}));
        std::filesystem::create_directory(history.directory / "backups");
        backUp(history.directory, history.directory / "backups" / "history-20260305T120000Z.db");
        makeRoom(history.directory, noon);
        history.write(noon)->append(rowsOnly({answered(webId, noon)}));
        keepRaw(history.directory, 2);
        std::ofstream(history.directory / "notes.json") << "the name of a source";
        std::ofstream(history.directory / "backup-v1-20260305T120000Z.db") << "of a migration";
    }

  private Q_SLOTS:
    void nothingOfOursIsLeft() {
        const TempHistory history;
        fill(history);
        QVERIFY(erasable(history.directory).files.size() >= 7);
        QCOMPARE(erasable(history.directory).files.front(), history.file());
        eraseEverything(history.directory);
        QVERIFY(!std::filesystem::exists(history.directory));
        eraseEverything(history.directory); // again is no error
        history.write(noon);                // and one begins anew
        QVERIFY(history.observations().empty());
    }

    void whatIsNotOursStays() {
        const TempHistory history;
        fill(history);
        const std::filesystem::path elsewhere = std::filesystem::path(history.home.path().toStdString()) / "thesis.txt";
        std::ofstream(elsewhere) << "dear";
        std::ofstream(history.directory / "thesis.txt") << "dear";
        std::filesystem::create_directories(history.directory / "history.pictures");
        std::filesystem::create_symlink(elsewhere, history.directory / "history.link");
        QCOMPARE(erasable(history.directory).left.size(), std::size_t{2});
        eraseEverything(history.directory);
        QVERIFY(std::filesystem::exists(history.directory / "thesis.txt"));
        QVERIFY(std::filesystem::exists(history.directory / "history.pictures"));
        QVERIFY(std::filesystem::exists(elsewhere)); // the link went, not what it named
        QVERIFY(!std::filesystem::exists(std::filesystem::symlink_status(history.directory / "history.link")));
        QVERIFY(!std::filesystem::exists(history.file()));
    }

    void aCopyIsNotTakenForARecord() {
        const TempHistory history;
        fill(history);
        const std::filesystem::path copy = history.directory / "of-march.db";
        backUp(history.directory, copy);
        for (const auto& erases : {std::function<void()>([&] { erasable(copy); }), {[&] { eraseEverything(copy); }}})
            QVERIFY(sentenceOf<InputError>(erases).find("of-march.db") != std::string::npos);
        QVERIFY(std::filesystem::exists(copy));
    }

    void whatWouldGoWithTheRestIsKnownBefore() {
        const TempHistory history;
        fill(history);
        QVERIFY(isErasedWith(history.directory, history.directory / "history-of-mine.jsonl"));
        QVERIFY(isErasedWith(history.directory, history.directory / "backups" / ".." / "events.csv"));
        QVERIFY(isErasedWith(history.directory, history.directory / "backups" / "history.csv"));
        QVERIFY(!isErasedWith(history.directory, history.directory / "mine.jsonl"));
        QVERIFY(!isErasedWith(history.directory, history.directory.parent_path() / "history-of-mine.jsonl"));
    }

    void notWhileSomebodyRecords() {
        const TempHistory history;
        const auto writer = history.write(noon);
        QVERIFY(!sentenceOf<WriterBusyError>([&] { eraseEverything(history.directory); }).empty());
        QVERIFY(std::filesystem::exists(history.file()));
    }
};

QTEST_GUILESS_MAIN(EraseTest)
#include "tst_erase.moc"
