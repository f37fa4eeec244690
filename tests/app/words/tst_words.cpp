// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/words/count.h"
#include "app/words/incident.h"
#include "app/words/korea_time.h"
#include "app/words/words.h"

#include <QtTest>

#include <array>
#include <set>

using namespace kpwatch;
using namespace std::chrono_literals;

namespace {

constexpr std::array reasons{Reason::None,           Reason::NotStarted,     Reason::Closed,       Reason::Paused,
                             Reason::Asleep,         Reason::NoControl,      Reason::Intercepted,  Reason::WayThere,
                             Reason::NeverAnswered,  Reason::NotAnsweredFor, Reason::Stale,        Reason::ThroughProxy,
                             Reason::SuspectedBlock, Reason::OtherRoute,     Reason::LineUntested, Reason::OwnFirewall,
                             Reason::NotCarried};

UtcTime at(const char* iso) { return parseIsoUtc(iso).value(); }

} // namespace

class TestWords : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void sizesAreNoMoreExactThanAnybodyWants() {
        QLocale::setDefault(QLocale::c());
        QCOMPARE(words::dataSize(512), QStringLiteral("512 bytes"));
        QCOMPARE(words::dataSize(5000), QStringLiteral("4.9 KiB"));
        QCOMPARE(words::dataSize(273'746), QStringLiteral("267 KiB"));
        QCOMPARE(words::dataSize(1'400'000), QStringLiteral("1.3 MiB"));
        QCOMPARE(words::dataSize(57ULL << 30U), QStringLiteral("57 GiB"));
    }

    void statesAreNamedAsTheVocabularySays_data() {
        QTest::addColumn<Verdict>("verdict");
        QTest::addColumn<QString>("expected");
        QTest::newRow("up") << Verdict::Up << "Answering";
        QTest::newRow("degraded") << Verdict::Degraded << "Slow or patchy";
        QTest::newRow("error page") << Verdict::ErrorPage << "Error page";
        QTest::newRow("down") << Verdict::Down << "Not answering";
        QTest::newRow("unknown") << Verdict::Unknown << "Can't tell";
        QTest::newRow("blocked") << Verdict::BlockedHere << "Blocked on this network";
        QTest::newRow("own line") << Verdict::OwnConnectionDown << "Our own line was down";
        QTest::newRow("not monitored") << Verdict::NotMonitored << "Not watching";
    }
    void statesAreNamedAsTheVocabularySays() {
        QFETCH(Verdict, verdict);
        QFETCH(QString, expected);
        QCOMPARE(words::state(verdict), expected);
        QCOMPARE(words::stateLower(verdict), expected.left(1).toLower() + expected.mid(1));
    }

    void statesOfSeveralSitesAreCounted_data() {
        QTest::addColumn<Verdict>("verdict");
        QTest::addColumn<QString>("expected");
        QTest::newRow("up") << Verdict::Up << "2 answering";
        QTest::newRow("degraded") << Verdict::Degraded << "2 slow or patchy";
        QTest::newRow("error page") << Verdict::ErrorPage << "2 with an error page";
        QTest::newRow("down") << Verdict::Down << "2 not answering";
        QTest::newRow("unknown") << Verdict::Unknown << "2 we can't tell of";
        QTest::newRow("blocked") << Verdict::BlockedHere << "2 blocked on this network";
        QTest::newRow("own line") << Verdict::OwnConnectionDown << "2 out of sight, our own line is down";
        QTest::newRow("not monitored") << Verdict::NotMonitored << "2 not watched";
    }
    void statesOfSeveralSitesAreCounted() {
        QFETCH(Verdict, verdict);
        QFETCH(QString, expected);
        QCOMPARE(words::countOf(2, verdict), expected);
    }

    void everyReasonButNoneHasItsOwnWords() {
        std::set<QString> texts;
        for (const Reason reason : reasons)
            texts.insert(words::reason(reason));
        QCOMPARE(texts.size(), reasons.size());
        QVERIFY(words::reason(Reason::None).isEmpty());
    }

    void aTimeoutIsNamedByHowFarItGot() {
        QCOMPARE(words::lastResult(Stage::Done, Failure::None), QStringLiteral("answered"));
        QCOMPARE(words::lastResult(Stage::Connect, Failure::Refused), QStringLiteral("connection refused"));
        std::set<QString> texts;
        for (const Stage stage : {Stage::Resolve, Stage::Connect, Stage::Tls, Stage::Exchange})
            texts.insert(words::lastResult(stage, Failure::Timeout));
        QCOMPARE(texts.size(), std::size_t{4});
    }

    void withinIsNeverLessThanItWas() {
        const auto within = [](double seconds) {
            return words::evidence({Sign::Supports, Fact::WithinSeconds, seconds, 0, {}, {}});
        };
        QCOMPARE(within(0), QStringLiteral("All that stopped did so within 1 min"));
        QCOMPARE(within(60), QStringLiteral("All that stopped did so within 1 min"));
        QCOMPARE(within(61), QStringLiteral("All that stopped did so within 2 min"));
    }

    void lengthsAreInTheUnitsPeopleSay_data() {
        QTest::addColumn<qint64>("seconds");
        QTest::addColumn<QString>("expected");
        QTest::newRow("59 s") << qint64{59} << "under 1 min";
        QTest::newRow("1 min") << qint64{60} << "1 min";
        QTest::newRow("cut, not rounded") << qint64{48 * 60 + 59} << "48 min";
        QTest::newRow("59 min") << qint64{3599} << "59 min";
        QTest::newRow("1 h") << qint64{3600} << "1 h";
        QTest::newRow("8 h 12") << qint64{8 * 3600 + 12 * 60} << "8 h 12 min";
        QTest::newRow("below 48 h") << qint64{47 * 3600 + 59 * 60} << "47 h 59 min";
        QTest::newRow("48 h") << qint64{48 * 3600} << "2 d";
        QTest::newRow("days") << qint64{76 * 3600 + 600} << "3 d 4 h";
    }
    void lengthsAreInTheUnitsPeopleSay() {
        QFETCH(qint64, seconds);
        QFETCH(QString, expected);
        QCOMPARE(words::duration(std::chrono::seconds{seconds}), expected);
    }

    void agesNeverLieInTheFuture() {
        QCOMPARE(words::age(9s), QStringLiteral("9 s ago"));
        QCOMPARE(words::age(4min + 10s), QStringLiteral("4 min ago"));
        QCOMPARE(words::age(-3s), QStringLiteral("0 s ago"));
    }

    void sharesAreCutSoThatAlmostAllIsNotAll() {
        QCOMPARE(words::percent(0.984), QStringLiteral("98.4 %"));
        QCOMPARE(words::percent(0.9997), QStringLiteral("99.9 %"));
        QCOMPARE(words::percent(1), QStringLiteral("100.0 %"));
    }

    void clocksFollowTheZoneDatabase_data() {
        QTest::addColumn<QString>("iso");
        QTest::addColumn<QString>("kst");
        QTest::addColumn<QString>("zone");
        QTest::newRow("now") << "2026-03-12T07:46:20Z"
                             << "16:46:20"
                             << "KST";
        QTest::newRow("before 15 Aug 2015") << "2015-08-14T14:00:00Z"
                                            << "23:00:00"
                                            << "KST";
        QTest::newRow("in the era of 8:30") << "2016-01-01T00:00:00Z"
                                            << "08:30:00"
                                            << "Pyongyang time (UTC+8:30)";
        QTest::newRow("its last day") << "2018-05-04T14:00:00Z"
                                      << "22:30:00"
                                      << "Pyongyang time (UTC+8:30)";
        QTest::newRow("after it") << "2018-05-04T15:30:00Z"
                                  << "00:30:00"
                                  << "KST";
    }
    void clocksFollowTheZoneDatabase() {
        QFETCH(QString, iso);
        QFETCH(QString, kst);
        QFETCH(QString, zone);
        const UtcTime time = at(iso.toUtf8().constData());
        QCOMPARE(words::clockKstSeconds(time), kst);
        QCOMPARE(words::clockKst(time), kst.left(5));
        QCOMPARE(words::zoneName(time), zone);
    }

    void stampsCarryWeekdayAndTheYearOfAnotherYear() {
        const UtcTime time = at("2022-01-26T00:16:00Z");
        QCOMPARE(words::stampKst(time), QStringLiteral("Wed 26 Jan 2022, 09:16 KST"));
        QCOMPARE(words::stampUtc(time), QStringLiteral("00:16 UTC"));
        QCOMPARE(words::clockWithZone(time), QStringLiteral("09:16 KST"));
        const UtcTime present = utcNow();
        QVERIFY(!words::weekdayDayKst(present).contains(inKorea(present).toString(QStringLiteral("yyyy"))));
    }

    void daysAreThoseOfEachZone() {
        const UtcTime time = at("2026-03-05T17:18:00Z");
        QCOMPARE(words::dayKst(time), QStringLiteral("6 Mar"));
        QCOMPARE(words::dayUtc(time), QStringLiteral("5 Mar"));
        QCOMPARE(words::clockUtcSeconds(time), QStringLiteral("17:18:00"));
        QCOMPARE(words::clockUtc(time), QStringLiteral("17:18"));
    }

    void textOfTheNetworkIsMadeHarmless() {
        QCOMPARE(words::cleaned("a\x1b[31m  \u202Egpj"), QStringLiteral("a\uFFFD[31m \uFFFDgpj"));
        QCOMPARE(words::cleaned(std::string(100000, 'x')).size(), 120);
        QVERIFY(words::cleaned("abc", -1).isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestWords)
#include "tst_words.moc"
