// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desk/exports.h"

#include "app/errors.h"
#include "app/history/erase.h"

#include <QtTest>

#include <fstream>

using namespace kpwatch;

namespace {

Exported example() {
    return {.at = parseIsoUtc("2026-03-06T09:00:00.000Z").value(),
            .file = "/home/desk/\xff.png",
            .kind = "chart",
            .incident = "20260305-171700",
            .headline = "네 곳 모두 응답 없음",
            .numbers = {{"kcna", "29520 s"}, {"naenara", "28800 s"}},
            .again = R"({"kpwatch_chart":1})"};
}

} // namespace

class TestExports : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void whatWentOutIsReadAsItWasWritten() {
        const QTemporaryDir folder;
        const Exports exports(folder.path().toStdString());
        QVERIFY(exports.all().empty());
        Exported expected = example();
        expected.id = exports.add(example());
        QCOMPARE(expected.id, std::int64_t{1});
        QCOMPARE(exports.add(example()), std::int64_t{2});
        QVERIFY(exports.all().front() == expected);
        QVERIFY(exports.erase(1) && !exports.erase(1));
        QCOMPARE(exports.all().size(), std::size_t{1});
    }

    void numbersThatAreNotWhatTheyWereAreNamed() {
        const std::vector<ExportNumber> then = example().numbers;
        QVERIFY(changedNumbers(then, then).empty());
        std::vector<ExportNumber> now = then;
        now[0].value = "29460 s";
        now[1].name = "mfa";
        QCOMPARE(changedNumbers(then, now),
                 (std::vector<std::string>{"kcna: 29520 s, now 29460 s", "naenara: 28800 s, now not there",
                                           "mfa: was not there, now 28800 s"}));
    }

    void aRungThatWentByItsLabelIsTheSame() {
        const std::vector<ExportNumber> then{{"left out by hand", "Air Koryo"},
                                             {"조선중앙통신", "1, by 17:18"},
                                             {"Naenara", "2, by 17:20"},
                                             {"외무성", "2, by 17:20"}};
        std::vector<ExportNumber> now{{"left out by hand", "Air Koryo"},
                                      {"kcna", "1, by 17:18"},
                                      {"naenara", "2, by 17:20"},
                                      {"mfa", "2, by 17:20"}};
        QVERIFY(changedNumbers(withNamesOf(now, then), now).empty());
        now[1].value = "1, by 17:19";
        QCOMPARE(changedNumbers(withNamesOf(now, then), now),
                 (std::vector<std::string>{"조선중앙통신: 1, by 17:18, now not there",
                                           "kcna: was not there, now 1, by 17:19"}));
    }

    void theListStaysBounded() {
        const QTemporaryDir folder;
        const std::filesystem::path file = folder.filePath(QStringLiteral("exports.json")).toStdString();
        std::string entries;
        for (std::size_t i = 1; i <= mostExported; ++i)
            entries += (i > 1 ? ",{\"id\":" : "{\"id\":") + std::to_string(i) + "}";
        std::ofstream(file) << "{\"exports\":[" << entries << "]}";
        const Exports exports(folder.path().toStdString());
        exports.add(example());
        QCOMPARE(exports.all().size(), mostExported);
        QCOMPARE(exports.all().front().id, std::int64_t{2});
        QCOMPARE(exports.all().back().headline, example().headline);
    }

    void aDamagedListIsNeverWrittenOver() {
        const QTemporaryDir folder;
        std::ofstream(folder.filePath(QStringLiteral("exports.json")).toStdString()) << "not a list";
        QVERIFY_EXCEPTION_THROWN(Exports(folder.path().toStdString()).add(example()), StorageError);
    }

    void itIsForNobodyElseAndGoesWithEverything() {
        const QTemporaryDir folder;
        Exports(folder.path().toStdString()).add(example());
        const QFileInfo file(folder.filePath(QStringLiteral("exports.json")));
        QCOMPARE(file.permissions() & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
        const auto files = erasable(folder.path().toStdString()).files;
        QVERIFY(std::ranges::find(files, std::filesystem::path(file.filePath().toStdString())) != files.end());
    }
};

QTEST_GUILESS_MAIN(TestExports)
#include "tst_exports.moc"
