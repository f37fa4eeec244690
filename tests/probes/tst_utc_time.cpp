// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include "probes/utc_time.h"

using namespace kpwatch;

class TestUtcTime : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void everySpellingIsReadAsTheSameInstant_data();
    void everySpellingIsReadAsTheSameInstant();
    void whatIsNoTimeIsRefused_data();
    void whatIsNoTimeIsRefused();
    void writtenTimesAreReadBack();
    void nowIsAboutNow();
};

void TestUtcTime::everySpellingIsReadAsTheSameInstant_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("expected");
    const auto row = [](const char* text, const char* expected) {
        QTest::newRow(text) << QByteArray(text) << QByteArray(expected);
    };
    row("2026-03-05T17:02:05.120Z", "2026-03-05T17:02:05.120Z");
    row("2026-03-05T17:02:05Z", "2026-03-05T17:02:05.000Z");
    row("2026-03-05T17:02:05.1Z", "2026-03-05T17:02:05.100Z");
    row("2026-03-05T17:02:05.123999999Z", "2026-03-05T17:02:05.123Z");
    row("2026-03-06T02:02:05.120+09:00", "2026-03-05T17:02:05.120Z");
    row("2026-03-05T13:32:05-03:30", "2026-03-05T17:02:05.000Z");
    row("2024-02-29T23:59:59.999Z", "2024-02-29T23:59:59.999Z");
    row("1969-12-31T23:59:59.999Z", "1969-12-31T23:59:59.999Z");
    row("0001-01-01T00:00:00Z", "0001-01-01T00:00:00.000Z");
    row("9999-12-31T23:59:59.999Z", "9999-12-31T23:59:59.999Z");
}

void TestUtcTime::everySpellingIsReadAsTheSameInstant() {
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, expected);
    const auto time = parseIsoUtc(text.toStdString());
    QVERIFY(time);
    QCOMPARE(isoUtc(*time), expected.toStdString());
}

void TestUtcTime::whatIsNoTimeIsRefused_data() {
    QTest::addColumn<QByteArray>("text");
    for (const char* text : {"",
                             "2026-03-05",
                             "2026-03-05T17:02Z",
                             "2026-03-05T17:02:05",
                             "2026-03-05 17:02:05Z",
                             "2026-02-29T00:00:00Z",
                             "2026-13-01T00:00:00Z",
                             "2026-00-01T00:00:00Z",
                             "2026-03-32T00:00:00Z",
                             "2026-03-05T24:00:00Z",
                             "2026-03-05T17:60:00Z",
                             "2026-03-05T17:02:60Z",
                             "2026-03-05T17:02:05.Z",
                             "2026-03-05T17:02:05.1234567890Z",
                             "2026-03-05T17:02:05z",
                             "2026-03-05t17:02:05Z",
                             "2026-03-05T17:02:05+0900",
                             "2026-03-05T17:02:05+24:00",
                             "2026-03-05T17:02:05+09:60",
                             "0000-01-01T00:00:00+00:01", // the year before could not be written
                             "9999-12-31T23:59:59-00:01",
                             "2026-03-05T17:02:05Z ",
                             " 2026-03-05T17:02:05Z",
                             "-026-03-05T17:02:05Z",
                             "2026-03-05T17:02:05,120Z",
                             "2026-3-5T17:02:05Z",
                             "2026-03-05T17:02:05"})
        QTest::addRow("'%s'", text) << QByteArray(text);
}

void TestUtcTime::whatIsNoTimeIsRefused() {
    QFETCH(QByteArray, text);
    QVERIFY(!parseIsoUtc(text.toStdString()));
}

void TestUtcTime::writtenTimesAreReadBack() {
    for (std::int64_t ms = -100'000'000'000; ms < 4'000'000'000'000; ms += 12'345'678'901) {
        const UtcTime time{std::chrono::milliseconds(ms)};
        QVERIFY(parseIsoUtc(isoUtc(time)) == time);
    }
}

void TestUtcTime::nowIsAboutNow() {
    const qint64 difference = QDateTime::currentMSecsSinceEpoch() - utcNow().time_since_epoch().count();
    QVERIFY(std::abs(difference) < 5000);
}

QTEST_GUILESS_MAIN(TestUtcTime)
#include "tst_utc_time.moc"
