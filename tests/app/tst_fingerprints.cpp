// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/errors.h"
#include "app/fingerprints.h"

#include <QtTest>

using namespace kpwatch;

class TestFingerprints : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void theShippedListIsReadAndNamesItsSources() {
        const Fingerprints shipped = shippedFingerprints();
        QCOMPARE(shipped.dated.size(), std::size_t(10));
        QVERIFY(!shipped.bogons.empty());
        const auto korean = std::count_if(shipped.blockPages.begin(), shipped.blockPages.end(),
                                          [](const BlockPage& page) { return page.country == "KR"; });
        QVERIFY(korean >= 2);
        for (const BlockPage& page : shipped.blockPages)
            QVERIFY2(!page.source.empty(), page.id.c_str());
        // Addresses that may not be dialled are refused anyway, and do not belong here.
        for (const Address& bogon : shipped.bogons)
            QVERIFY2(bogon.isPublic(), bogon.text().c_str());
    }

    void whatIsWrongIsNamed_data() {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QByteArray>("sentence");
        const auto file = [](const QByteArray& pages, const QByteArray& bogons = "",
                             const QByteArray& dated = "2026-11-25") {
            return "{\"version\":1,\"dated\":\"" + dated + "\",\"block_pages\":[" + pages + "],\"bogons\":[" + bogons +
                   "]}";
        };
        const auto page = [](const QByteArray& rest, const QByteArray& country = "KR") {
            return "{\"id\":\"a\",\"country\":\"" + country + "\",\"source\":\"s\"" + rest + "}";
        };
        QTest::newRow("not JSON") << QByteArray("{") << QByteArray("list: is not valid JSON at line 1");
        QTest::newRow("version") << QByteArray(R"({"version":2})") << QByteArray("list: version: 2 is out of range");
        QTest::newRow("date") << file("", "", "25.11.2026") << QByteArray("list: dated: \"25.11.2026\" is not a date");
        QTest::newRow("no such day") << file("", "", "2026-02-30") << QByteArray("list: dated:");
        QTest::newRow("matches all") << file(page("")) << QByteArray("list: block_pages[0]: would match every answer");
        QTest::newRow("short") << file(page(",\"body\":\"blocked\""))
                               << QByteArray("list: block_pages[0].body: is shorter than 12 bytes");
        QTest::newRow("URL") << file(page(R"(,"location":"http:\/\/warning.or.kr")"))
                             << QByteArray("block_pages[0].location: \"http://warning.or.kr\" is not a host");
        QTest::newRow("country") << file(page(",\"location\":\"a.b\"", "Korea"))
                                 << QByteArray("block_pages[0].country: \"Korea\" is not a country");
        QTest::newRow("key") << file(page(",\"header\":\"x\""))
                             << QByteArray("block_pages[0].header: is not a key known here");
        QTest::newRow("twice") << file(page(",\"location\":\"a.b\"") + "," + page(",\"location\":\"a.c\""))
                               << QByteArray("block_pages[1].id: \"a\" is there already");
        QTest::newRow("name") << file("", R"({"address":"a.b","country":"CN","source":"s"})")
                              << QByteArray("bogons[0].address: \"a.b\" is not an address");
        QTest::newRow("private") << file("", R"({"address":"10.10.34.34","country":"IR","source":"s"})")
                                 << QByteArray("bogons[0].address: 10.10.34.34 is no public address");
    }

    void whatIsWrongIsNamed() {
        QFETCH(QByteArray, json);
        QFETCH(QByteArray, sentence);
        try {
            parseFingerprints(json.toStdString(), "list");
        } catch (const InputError& error) {
            QVERIFY2(QByteArray(error.what()).contains(sentence), error.what());
            return;
        }
        QFAIL("was accepted");
    }
};

QTEST_GUILESS_MAIN(TestFingerprints)
#include "tst_fingerprints.moc"
