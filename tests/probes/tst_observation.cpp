// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/observation.h"

#include <QtTest>

using namespace kpwatch;

namespace {

Observation ended(Stage reached, Failure failure, Detail detail = {}) {
    Observation seen;
    seen.reached = reached;
    seen.failure = failure;
    seen.detail = std::move(detail);
    return seen;
}

} // namespace

class TestObservation : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void whoWasNotAskedHasNotSpoken_data();
    void whoWasNotAskedHasNotSpoken();
    void whatNameServerAnswersIsItsAnswer();
    void silenceBeforeTheConnectionIsStillAFailure();
    void suspectedBlockSaysNothingOfTheTarget();
    void onlyAnAnswerHasATime();
};

void TestObservation::whoWasNotAskedHasNotSpoken_data() {
    QTest::addColumn<Failure>("failure");
    for (const Failure failure : {Failure::None, Failure::NoSuchName, Failure::ServerFailure, Failure::UnexpectedAnswer,
                                  Failure::ProtocolError, Failure::CertificateInvalid})
        QTest::newRow(std::string(name(failure)).c_str()) << failure;
}

void TestObservation::whoWasNotAskedHasNotSpoken() {
    QFETCH(Failure, failure);
    for (const Stage stage : {Stage::Prepare, Stage::Resolve}) {
        QVERIFY(ended(stage, failure).meaning() == Meaning::Neutral);
        QVERIFY(!ended(stage, failure).answered());
    }
    for (const Stage stage : {Stage::Connect, Stage::Tls, Stage::Exchange, Stage::Done}) {
        QVERIFY(ended(stage, failure).meaning() == Meaning::Answer);
        QVERIFY(ended(stage, failure).answered());
    }
}

void TestObservation::whatNameServerAnswersIsItsAnswer() {
    for (const Stage stage : {Stage::Prepare, Stage::Resolve, Stage::Exchange, Stage::Done})
        QVERIFY(ended(stage, Failure::ServerFailure, DnsDetail{"SERVFAIL", true, {}, {}}).answered());
}

void TestObservation::silenceBeforeTheConnectionIsStillAFailure() {
    for (const Failure failure : {Failure::Timeout, Failure::Unreachable, Failure::Refused})
        QVERIFY(ended(Stage::Resolve, failure).meaning() == Meaning::Failed);
    QVERIFY(ended(Stage::Resolve, Failure::SuspiciousAnswer).meaning() == Meaning::Neutral);
}

void TestObservation::suspectedBlockSaysNothingOfTheTarget() {
    QVERIFY(ended(Stage::Tls, Failure::Reset, HttpDetail{}).meaning() == Meaning::Failed);
    QVERIFY(ended(Stage::Tls, Failure::Reset, HttpDetail{.suspectedBlock = true}).meaning() == Meaning::Neutral);
    // Anything else that happened to the target stands, whatever was suspected before.
    QVERIFY(ended(Stage::Tls, Failure::Timeout, HttpDetail{.suspectedBlock = true}).meaning() == Meaning::Failed);
    QVERIFY(ended(Stage::Done, Failure::None, HttpDetail{.suspectedBlock = true}).meaning() == Meaning::Answer);
}

void TestObservation::onlyAnAnswerHasATime() {
    Observation seen = ended(Stage::Done, Failure::None);
    seen.phases = {Micros(100), Micros(300), std::nullopt, Micros(900)};
    QCOMPARE(seen.responseTime().value_or(Micros(0)), Micros(800));
    seen.tries = 2;
    QVERIFY(!seen.responseTime());
    seen.tries = 1;
    seen.reached = Stage::Resolve;
    seen.failure = Failure::NoSuchName;
    QVERIFY(!seen.responseTime());
}

QTEST_GUILESS_MAIN(TestObservation)
#include "tst_observation.moc"
