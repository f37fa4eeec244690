// SPDX-License-Identifier: GPL-3.0-or-later
// What failed is tried again later and later, and at once after it went well.
#include "app/watch/back_off.h"

#include <QTest>

using namespace kpwatch;
using namespace std::chrono_literals;

class BackOffTest : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void eachFailureDoublesTheWaitUpToTheLongest() {
        BackOff joining{1min, 1h};
        BackOff::Time now{};
        QVERIFY(joining.isDue(now));
        int tries = 0;
        for (const auto wait : {1min, 2min, 4min, 8min, 16min, 32min, 60min, 60min}) {
            joining.failed(now);
            QVERIFY(!joining.isDue(now + wait - 1s));
            now += wait;
            QVERIFY2(joining.isDue(now), qPrintable(QString::number(tries)));
            ++tries;
        }
    }

    void aSuccessBeginsAnew() {
        BackOff storing{1s, 1min};
        storing.failed({});
        storing.failed({});
        storing.succeeded();
        QVERIFY(storing.isDue({}));
        QCOMPARE(storing.pause(), 1s);
    }

    void aWaitThatIsNoFailureLengthensNothing() {
        BackOff storing{1s, 1min};
        storing.waitUntil(BackOff::Time{} + 3s);
        QVERIFY(!storing.isDue({}));
        QCOMPARE(storing.pause(), 1s);
        storing.atOnce();
        QVERIFY(storing.isDue({}));
    }
};

QTEST_GUILESS_MAIN(BackOffTest)
#include "tst_back_off.moc"
