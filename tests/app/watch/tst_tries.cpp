// SPDX-License-Identifier: GPL-3.0-or-later
// How often somebody may be asked by hand.
#include "app/watch/tries.h"

#include <QTest>

using namespace kpwatch;
using namespace std::chrono_literals;

class TriesTest : public QObject {
    Q_OBJECT

    const SteadyTime m_now = SteadyTime(1000h);

  private Q_SLOTS:
    void nobodyIsAskedTwiceWithinAMinute() {
        Tries tries;
        for (const char* host : {"175.45.176.71", "www.kcna.kp"}) {
            QVERIFY(tries.may(host, m_now));
            tries.asked(host, m_now);
            QVERIFY(!tries.may(host, m_now + 59s));
            QVERIFY(tries.may(host, m_now + 60s));
        }
    }

    void aBlockOfAddressesHasItsCap() {
        Tries tries;
        for (int i = 1; i <= Settings{}.rate_per_24_per_min; ++i)
            tries.asked("175.45.176." + std::to_string(i), m_now);
        QVERIFY(!tries.may("175.45.176.200", m_now + 59s));
        QVERIFY(tries.may("175.45.176.200", m_now + 60s));
        QVERIFY(tries.may("203.0.113.9", m_now));
    }

    void aNameCountsAsWhereItLives() {
        Tries tries;
        tries.asked("www.kcna.kp", m_now);
        tries.livesAt("www.kcna.kp", Address::parse("175.45.176.71").value(), m_now + 20s);
        QVERIFY(!tries.may("175.45.176.71", m_now + 79s));
        QVERIFY(!tries.may("www.kcna.kp", m_now + 79s)); // its address was asked after its name
        QVERIFY(tries.may("175.45.176.71", m_now + 80s));
    }

    void whoRunsHereIsAskedAtWill() {
        Tries tries;
        tries.asked("127.0.0.1", m_now);
        QVERIFY(tries.may("127.0.0.1", m_now));
    }
};

QTEST_GUILESS_MAIN(TriesTest)
#include "tst_tries.moc"
