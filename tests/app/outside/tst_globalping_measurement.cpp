// SPDX-License-Identifier: GPL-3.0-or-later
// One measurement from its request to its end, answer by answer.
#include "app/outside/globalping_measurement.h"
#include "app/simulation/platform_answers.h"

#include <QTest>

using namespace kpwatch;
using namespace kpwatch::simulation;
using namespace std::chrono_literals;
using State = GlobalpingMeasurement::State;

namespace {

const UtcTime zero = *parseIsoUtc("2026-11-20T00:00:00Z");
const GlobalpingPlaces chosen{{"JP", "DE"}, {}}, theSame{{"JP", "DE"}, "m0"};

GlobalpingMeasurement begun() {
    GlobalpingMeasurement measurement({{}, "175.45.176.71"}, chosen, zero);
    measurement.answered({202, R"({"id":"m1","probesCount":2})", {}, {}}, zero);
    return measurement;
}

} // namespace

class GlobalpingMeasurementTest : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void itIsBegunAndLookedAtUntilAllHaveSpoken() {
        GlobalpingMeasurement measurement({{}, "175.45.176.71"}, chosen, zero);
        QVERIFY(measurement.question(zero).post.has_value());
        QVERIFY(!measurement.isBegun());
        QVERIFY(!measurement.answered({202, R"({"id":"m1","probesCount":2})", {}, {}}, zero + 1s).stored);
        QVERIFY(measurement.state() == State::Begun);
        QCOMPARE(measurement.places(), 2);
        QVERIFY(measurement.lookAt() > zero + 1s);
        QCOMPARE(measurement.question(zero + 2s).path, std::string("/v1/measurements/m1"));
        const std::string waits = globalpingBody("m1", {}, {PlaceDoes::Answers, PlaceDoes::Waits});
        QVERIFY(!measurement.answered({200, waits, {}, {}, "tag"}, zero + 2s).stored);
        QCOMPARE(measurement.heard(), 1);
        QCOMPARE(measurement.question(zero + 3s).unlessStill, std::string("tag"));
        const std::string done = globalpingBody("m1", {}, {PlaceDoes::Answers, PlaceDoes::TimesOut});
        QVERIFY(measurement.answered({200, done, {}, {}}, zero + 3s).keepBody);
        QVERIFY(measurement.state() == State::Measured);
        QCOMPARE(measurement.measured().places.size(), std::size_t(2));
    }

    // After a minute nobody speaks any more.
    void whoHasNotSpokenInTimeIsNotWaitedFor() {
        GlobalpingMeasurement measurement = begun();
        const std::string waits = globalpingBody("m1", {}, {PlaceDoes::Answers, PlaceDoes::Waits});
        measurement.answered({200, waits, {}, {}, "tag"}, zero + 59s);
        QVERIFY(!measurement.isOver());
        QVERIFY(measurement.question(zero + 60s).unlessStill.empty());
        measurement.answered({200, waits, {}, {}, "tag"}, zero + 60s);
        QVERIFY(measurement.state() == State::Measured);
    }

    void aRefusalSaysWhatItIsAbout_data() {
        QTest::addColumn<int>("status");
        QTest::addColumn<int>("ofChosen");
        QTest::addColumn<int>("ofTheSame");
        const auto row = [](int status, State ofChosen, State ofTheSame) {
            QTest::addRow("%d", status) << status << static_cast<int>(ofChosen) << static_cast<int>(ofTheSame);
        };
        row(400, State::Unwelcome, State::PlacesGone);
        row(404, State::Refused, State::PlacesGone);
        row(422, State::NoPlaces, State::PlacesGone);
        row(429, State::Refused, State::Refused);
        row(0, State::Refused, State::Refused);
    }
    void aRefusalSaysWhatItIsAbout() {
        QFETCH(const int, status);
        QFETCH(const int, ofChosen);
        QFETCH(const int, ofTheSame);
        for (const auto& [places, state] : {std::pair(chosen, ofChosen), std::pair(theSame, ofTheSame)}) {
            GlobalpingMeasurement measurement({{}, "175.45.176.71"}, places, zero);
            const PlatformTold told =
                measurement.answered({status, {}, {}, status == 0 ? "did not answer within 60 s" : ""}, zero);
            QVERIFY(told.trouble && told.keepBody);
            QCOMPARE(static_cast<int>(measurement.state()), state);
        }
    }

    void whatCannotBeReadIsLost() {
        GlobalpingMeasurement unread({{}, "175.45.176.71"}, chosen, zero);
        QVERIFY(unread.answered({202, "{}", {}, {}}, zero).trouble.has_value());
        QVERIFY(unread.state() == State::Lost);
        GlobalpingMeasurement failing = begun();
        for (int look = 1; look < 5; ++look) {
            QVERIFY(!failing.answered({502, {}, {}, {}}, zero + look * 2s).trouble);
            QVERIFY(!failing.isOver());
        }
        QVERIFY(failing.answered({502, {}, {}, {}}, zero + 10s).trouble.has_value());
        QVERIFY(failing.state() == State::Lost);
    }
};

QTEST_GUILESS_MAIN(GlobalpingMeasurementTest)
#include "tst_globalping_measurement.moc"
