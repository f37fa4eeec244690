// SPDX-License-Identifier: GPL-3.0-or-later
// Streams that break, states that come or do not, and what is still known of now.
#include "app/outside/hearing.h"

#include <QTest>

using namespace kpwatch;
using namespace std::chrono_literals;

namespace {

const UtcTime zero = *parseIsoUtc("2026-11-20T00:00:00Z");

void beThere(Hearing& hearing, UtcTime from, UtcTime until) {
    for (UtcTime at = from; at <= until; at += 1s)
        hearing.noticed(at);
}

// A stream that has run for a minute, and whose state is known.
Hearing running() {
    Hearing hearing;
    hearing.noticed(zero);
    hearing.streamBegan(zero);
    hearing.stateAnswered(zero);
    hearing.stateBelieved(zero);
    beThere(hearing, zero, zero + 1min);
    return hearing;
}

} // namespace

class HearingTest : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void atFirstNothingIsKnown() {
        Hearing hearing;
        QVERIFY(hearing.noticed(zero));
        hearing.streamBegan(zero);
        QVERIFY(hearing.wantsState(zero));
        QVERIFY(!hearing.mayBeTold(zero));
        QVERIFY(!hearing.catchesUp(zero)); // there is nothing that its changes could be added to
        QVERIFY(!hearing.fallsSilent(zero + 2min));
        QVERIFY(hearing.fallsSilent(zero + 2min + 1s) == zero);
        QVERIFY(!hearing.fallsSilent(zero + 2min + 2s)); // once
    }

    void whatAnotherRunToldHoldsAsIfItHadRunOn() {
        Hearing hearing;
        hearing.heardBefore(zero - 1min);
        QVERIFY(hearing.noticed(zero));
        QVERIFY(!hearing.fallsSilent(zero + 1min));
        QVERIFY(hearing.fallsSilent(zero + 1min + 1s) == zero - 1min);
    }

    void nothingIsHeldBeyondTheEnd() {
        Hearing hearing = running();
        QVERIFY(hearing.ended(zero + 1min) == zero + 1min);
        QVERIFY(!hearing.ended(zero + 2min)); // once
        Hearing cut = running();
        cut.streamEnded(zero + 1min);
        QVERIFY(cut.ended(zero + 2min) == zero + 1min);
    }

    void eachChangeIsHeardWhileTheStreamRunsAndNothingIsMissing() {
        Hearing hearing = running();
        QVERIFY(hearing.hearsAll());
        const UtcTime cut = zero + 1min;
        hearing.streamEnded(cut);
        QVERIFY(!hearing.hearsAll());
        hearing.streamBegan(cut + 10s);
        QVERIFY(!hearing.hearsAll());
        hearing.stateAnswered(cut + 20s);
        hearing.stateBelieved(cut - 3min);
        QVERIFY(!hearing.hearsAll()); // what changed between the two
        hearing.updatesAnswered();
        QVERIFY(hearing.hearsAll());
    }

    void streamHoldsWhileItRuns() {
        Hearing hearing = running();
        beThere(hearing, zero + 1min, zero + 3h);
        QVERIFY(hearing.mayBeTold(zero + 3h));
        QVERIFY(!hearing.fallsSilent(zero + 3h));
    }

    void stateAloneHoldsUntilTheNextIsDueAndBriefly() {
        Hearing hearing;
        hearing.noticed(zero);
        hearing.stateAnswered(zero + 5s);
        hearing.stateBelieved(zero);
        beThere(hearing, zero, zero + 12min);
        QVERIFY(!hearing.fallsSilent(zero + 12min + 5s));
        QVERIFY(hearing.fallsSilent(zero + 12min + 6s) == zero + 10min + 5s);
    }

    void shortCutIsForgottenOnceAStateIsKnown() {
        Hearing hearing = running();
        const UtcTime cut = zero + 1min;
        hearing.streamEnded(cut);
        hearing.streamBegan(cut + 30s);
        QVERIFY(hearing.wantsState(cut + 30s));
        QVERIFY(hearing.mayBeTold(cut + 2min));
        Hearing answered = hearing;
        answered.stateAnswered(cut + 40s);
        answered.stateBelieved(cut - 3min);
        QVERIFY(answered.wantsUpdates()); // between the two
        QVERIFY(answered.mayBeTold(cut + 1h));
        QVERIFY(!answered.fallsSilent(cut + 1h));

        QVERIFY(!hearing.mayBeTold(cut + 2min + 1s));
        QVERIFY(hearing.catchesUp(cut + 2min + 1s));
        QVERIFY(hearing.fallsSilent(cut + 2min + 1s) == cut);
        hearing.heardByMost();
        QVERIFY(hearing.mayBeTold(cut + 3min));
        QVERIFY(hearing.wantsState(cut + 3min)); // all the same
    }

    void whatMostToldHoldsNoLongerThanTheirStream() {
        Hearing hearing = running();
        hearing.streamEnded(zero + 1min);
        hearing.streamBegan(zero + 90s);
        hearing.heardByMost();
        beThere(hearing, zero + 90s, zero + 10min);
        QVERIFY(hearing.mayBeTold(zero + 10min));
        hearing.streamEnded(zero + 10min);
        QVERIFY(hearing.mayBeTold(zero + 12min));
        QVERIFY(hearing.fallsSilent(zero + 12min + 1s));
        QVERIFY(!hearing.mayBeTold(zero + 12min + 1s)); // else what was known before would be told of now
    }

    // Else the one that was doubted is asked for again every second.
    void stateIsAskedForOnceAfterTheStreamEnded() {
        Hearing hearing = running();
        hearing.streamEnded(zero + 1min);
        QVERIFY(!hearing.wantsState(zero + 2min));
        QVERIFY(hearing.wantsState(zero + 2min + 1s));
        hearing.stateAnswered(zero + 2min + 1s);
        QVERIFY(!hearing.wantsState(zero + 2min + 2s));
    }

    // The state that was under way tells nothing of the sleep: its changes are asked for, too.
    void sleepIsACutOfTheStream() {
        Hearing hearing = running();
        hearing.heard({"00", "192.0.2.1"});
        QVERIFY(hearing.noticed(zero + 5h));
        QVERIFY(hearing.heardSince().empty());
        QVERIFY(hearing.fallsSilent(zero + 5h) == zero + 1min);
        hearing.stateAnswered(zero + 5h + 1s);
        hearing.stateBelieved(zero);
        QVERIFY(hearing.wantsUpdates());
        QVERIFY(hearing.streamSince() == zero + 5h);
    }
};

QTEST_APPLESS_MAIN(HearingTest)
#include "tst_hearing.moc"
