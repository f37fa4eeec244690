// SPDX-License-Identifier: GPL-3.0-or-later
// How wrong our clock is, from what web servers say the time is.
#include "app/watch/clock_error.h"

#include <QtTest>

using namespace kpwatch;
using namespace std::chrono_literals;

namespace {

// Wed, 25 Mar 2026 12:00:00 GMT by the right clock.
const UtcTime noon = *httpDate("Wed, 25 Mar 2026 12:00:00 GMT");

// A control asked half a second after noon by the right clock, by a clock that is `ahead`; it answered in 300 ms.
Observation reading(int control, std::chrono::milliseconds ahead,
                    const std::string& date = "Wed, 25 Mar 2026 12:00:00 GMT") {
    Observation row{.target = TargetId{control}, .startedAt = noon + 500ms + ahead, .elapsed = 300ms};
    row.phases.connect = 100ms;
    row.phases.firstByte = 300ms;
    HttpDetail http;
    http.status = 200;
    http.date = date;
    row.detail = http;
    return row;
}

ClockError told(const std::vector<std::chrono::milliseconds>& ahead) {
    ClockError error;
    for (int control = 0; const auto& each : ahead)
        error.take(reading(control++, each));
    return error;
}

} // namespace

class TestClockError : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void datesAreReadStrictly() {
        QVERIFY(httpDate("Sun, 06 Nov 1994 08:49:37 GMT"));
        QCOMPARE(isoUtc(*httpDate("Sun, 06 Nov 1994 08:49:37 GMT")), std::string("1994-11-06T08:49:37.000Z"));
        for (const char* const not_one :
             {"", "yesterday", "Sunday, 06-Nov-94 08:49:37 GMT", "Sun Nov  6 08:49:37 1994", "06 Nov 1994 08:49:37 GMT",
              "Sun, 06 Nov 1994 08:49:37 +0900", "Sun, 06 Nov 1994 08:49:37 GMT ", "Sun, 31 Feb 1994 08:49:37 GMT",
              "Sun, 06 Nov 1994 25:49:37 GMT", "Sun, 06 Nov 1994 08:49:37 GMT\x1b[31m"})
            QVERIFY2(!httpDate(not_one), not_one);
    }

    void anHourIsSeenBothWays() {
        for (const auto ahead : {std::chrono::milliseconds(1h), std::chrono::milliseconds(-1h)}) {
            const auto found = told({ahead, ahead, ahead}).ahead(noon + ahead + 1s);
            QVERIFY(found);
            QVERIFY(std::chrono::abs(*found - ahead) <= 1s);
        }
    }

    void fiveSecondsAreNotWorthSaying() {
        QVERIFY(!told({4s, 4s}).ahead(noon + 5s));
        QVERIFY(!told({-5s, -5s}).ahead(noon));
        QVERIFY(!told({5300ms, 5300ms}).ahead(noon + 6s)); // a Date is cut: it may be less
        QVERIFY(told({7s, 7s}).ahead(noon + 8s));
        QVERIFY(told({-7s, -7s}).ahead(noon));
    }

    void aRightClockIsRight() { QVERIFY(!told({0ms, 10ms, -10ms}).ahead(noon + 1s)); }

    void oneServerAloneIsNotBelieved() {
        QVERIFY(!told({1h}).ahead(noon + 1h));
        QVERIFY(!told({1h, 0s, 0s}).ahead(noon + 1h));
    }

    void whatIsOldSaysNothing() { QVERIFY(!told({1h, 1h}).ahead(noon + 1h + 11min)); }

    void cachedAnswersAndOthersAreNotRead() {
        ClockError error;
        for (int control = 0; control < 3; ++control) {
            Observation cached = reading(control, 1h);
            std::get<HttpDetail>(cached.detail).age = "3600";
            error.take(cached);
        }
        error.take(reading(4, 1h, "not a date"));
        error.take({.target = TargetId{5}, .detail = ConnectDetail{}});
        QVERIFY(!error.ahead(noon + 1h));
    }

    void aSetClockStartsAfresh() {
        ClockError error = told({1h, 1h});
        error.forget();
        QVERIFY(!error.ahead(noon + 1h));
    }
};

QTEST_GUILESS_MAIN(TestClockError)
#include "tst_clock_error.moc"
