// SPDX-License-Identifier: GPL-3.0-or-later
// Where a person watches from, in their own words: kept for themselves, and asked again once the line is another.
#include "app/desk/place.h"

#include <QTemporaryDir>
#include <QTest>

#include <fstream>
#include <sys/stat.h>
#include <vector>

using namespace kpwatch;
using namespace std::chrono_literals;

class PlaceTest : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void whatWasSaidIsKeptForThePersonAlone() {
        const QTemporaryDir folder;
        const std::filesystem::path record = folder.filePath(QStringLiteral("record")).toStdString();
        QVERIFY(!saidPlace(record));
        const SaidPlace place{parseIsoUtc("2026-03-05T12:00:00.000Z").value(), "우리 서울 사무실"};
        sayPlace(record, place);
        QVERIFY(saidPlace(record) == place);
        struct stat status {};
        QCOMPARE(::stat((record / "place.json").c_str(), &status), 0);
        QCOMPARE(status.st_mode & 0777U, 0600U);
        sayPlace(record, {place.at, {}});
        QVERIFY(!saidPlace(record));
        QVERIFY(!std::filesystem::exists(record / "place.json"));
    }

    void whatCannotBeReadIsAskedAgain() {
        const QTemporaryDir folder;
        const std::filesystem::path record = folder.path().toStdString();
        for (const char* const text :
             {"{", "{}", R"({"place":5,"said_at":"x"})", R"({"place":"a","said_at":"soon"})"}) {
            std::ofstream(record / "place.json") << text;
            QVERIFY2(!saidPlace(record), text);
        }
    }

    void anotherLineSinceMayBeAnotherPlace() {
        const SaidPlace place{parseIsoUtc("2026-03-05T12:00:00.000Z").value(), "here"};
        QVERIFY(!isOfBefore(place, {}));
        const std::vector<UtcTime> before{place.at - 1h}, after{place.at - 1h, place.at + 1h};
        QVERIFY(!isOfBefore(place, before));
        QVERIFY(isOfBefore(place, after));
    }
};

QTEST_GUILESS_MAIN(PlaceTest)
#include "tst_place.moc"
