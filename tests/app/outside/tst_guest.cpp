// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/outside/guest.h"

#include <QTest>

#include <nlohmann/json.hpp>

using namespace kpwatch;
using namespace std::chrono_literals;

namespace {

const UtcTime zero = *parseIsoUtc("2026-11-20T00:00:00Z");

} // namespace

class GuestTest : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void neverMoreThanTheBudget() {
        Guest guest({.mostAnHour = 3, .mostADay = 5});
        std::vector<UtcTime> asked;
        for (UtcTime now = zero; now < zero + 30h; now += 1min)
            if (guest.welcomeAt(now) <= now) {
                guest.asked(now);
                asked.push_back(now);
            }
        for (const UtcTime at : asked) {
            const auto within = [&](auto length) {
                return std::count_if(asked.begin(), asked.end(),
                                     [&](UtcTime other) { return other > at - length && other <= at; });
            };
            QVERIFY(within(1h) <= 3);
            QVERIFY(within(24h) <= 5);
        }
        QCOMPARE(asked.size(), std::size_t(10)); // and all of it, a day and a bit more
    }

    void refusalsMakeItWaitLonger() {
        Guest guest({});
        UtcTime now = zero;
        std::vector<std::chrono::minutes> waits;
        for (int i = 0; i < 9; ++i) {
            guest.asked(now);
            guest.answered(now, false, std::nullopt);
            const UtcTime next = guest.welcomeAt(now);
            waits.push_back(std::chrono::duration_cast<std::chrono::minutes>(next - now));
            now = next;
        }
        QVERIFY(waits ==
                (std::vector<std::chrono::minutes>{1min, 2min, 4min, 8min, 16min, 32min, 60min, 60min, 60min}));
        guest.answered(now, true, std::nullopt);
        QCOMPARE(guest.welcomeAt(now), now);
    }

    void whoIsNotReachedIsTriedAgainSoon() {
        Guest guest({});
        UtcTime now = zero;
        for (const std::chrono::minutes wait : {1min, 2min, 4min, 8min, 10min, 10min}) {
            guest.asked(now);
            guest.unreached(now);
            QCOMPARE(guest.welcomeAt(now), now + wait);
            now += wait;
        }
        guest.answered(now, false, std::nullopt); // a refusal, on top of these
        QCOMPARE(guest.welcomeAt(now), now + 60min);
    }

    void whatItSaidHolds() {
        Guest guest({});
        guest.asked(zero);
        guest.answered(zero, false, 1560s);
        QCOMPARE(guest.welcomeAt(zero + 1s), zero + 1560s);
    }

    void itOutlivesARestart() {
        const Manners manners{.mostAnHour = 2, .mostADay = 10};
        Guest before(manners);
        before.asked(zero);
        before.asked(zero + 1min);
        before.answered(zero + 1min, false, 3h);
        Guest after(manners);
        after.restore(nlohmann::json::parse(before.state().dump()), zero + 2min);
        QCOMPARE(after.welcomeAt(zero + 2min), zero + 1min + 3h);
        QCOMPARE(after.askedWithin(1h, zero + 2min), 2);
        after.restore(nlohmann::json::parse(R"({"asked_ms":[null,"x"],"refusals":"many","left_alone_until_ms":{}})"),
                      zero);
        QCOMPARE(after.askedWithin(1h, zero + 2min), 0);
    }

    void clockSetBackLocksNobodyOut() {
        Guest guest({.mostAnHour = 1, .mostADay = 100});
        guest.asked(zero + 400 * 24h); // by a clock that was a year ahead
        guest.answered(zero + 400 * 24h, false, 60s);
        guest.asked(zero);
        guest.answered(zero, true, std::nullopt);
        QCOMPARE(guest.welcomeAt(zero + 2h), zero + 2h);
    }
};

QTEST_APPLESS_MAIN(GuestTest)
#include "tst_guest.moc"
