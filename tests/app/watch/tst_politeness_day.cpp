// SPDX-License-Identifier: GPL-3.0-or-later
// The shipped watchlist for a day, in good times and bad: nobody is asked more than the rules allow (section 3.4).
#include "tests/app/watch/drive.h"

#include "app/demand.h"
#include "app/sentinels.h"

#include <QtTest>

#include <random>

using namespace kpwatch;
using namespace kpwatch::testing;

namespace {

using Times = std::vector<SteadyTime>;

const std::vector<std::string> siteAddresses{"175.45.176.71", "175.45.176.67", "175.45.176.69", "175.45.176.81"};

// Where the sites are said to live.
std::optional<Address> livesAt(const Watchlist& watchlist, const Target& page) {
    int at = 0;
    for (const Target& target : watchlist.targets) {
        if (!std::holds_alternative<HttpOptions>(target.probe))
            continue;
        if (hostOf(target.probe) == hostOf(page.probe))
            return Address::parse(siteAddresses[static_cast<std::size_t>(at) % siteAddresses.size()]);
        ++at;
    }
    return std::nullopt;
}

// Whom a job asks; what looks its name up first asks the name server.
Address asked(const Drive& drive, const Drive::Sent& one) {
    if (one.besides)
        return *one.besides;
    const auto* http = std::get_if<HttpOptions>(&one.target->probe);
    if (http && one.kind == Job::Kind::Resolve)
        return *Address::parse(http->resolve.servers.front());
    if (const auto literal = Address::parse(hostOf(one.target->probe)))
        return *literal;
    return *livesAt(drive.watchlist, *one.target);
}

// The most within any minute.
int most(const Times& times) {
    std::size_t most = 0;
    for (std::size_t first = 0, last = 0; last < times.size(); ++last) {
        while (times[last] - times[first] >= 60s)
            ++first;
        most = std::max(most, last - first + 1);
    }
    return static_cast<int>(most);
}

// Every /24, and all of the country as "country".
std::map<std::string, Times> byBlock(const Drive& drive) {
    std::map<std::string, Times> blocks;
    for (const Drive::Sent& one : drive.sent) {
        const Address address = asked(drive, one);
        blocks[address.block24()].push_back(one.at);
        if (isCountry(address))
            blocks["country"].push_back(one.at);
    }
    return blocks;
}

// A day of the shipped list; what each target answers, the test says.
struct Day : Drive {
    explicit Day(std::function<Failure(const Target&, SteadyTime)> answers, Settings settings = {})
        : Drive(defaultWatchlist(settings), settings) {
        found = [this](const Target& page) { return livesAt(watchlist, page); };
        outcome = [this, answers = std::move(answers)](const std::string& name, SteadyTime at) {
            return answers(*watchlist.findByName(name), at);
        };
    }
};

bool inCountry(const Target& target) {
    const auto literal = Address::parse(hostOf(target.probe));
    return literal ? isCountry(*literal) : true; // names: the watched sites
}

Failure nobodyThere(const Target& target, SteadyTime /*at*/) {
    return inCountry(target) ? Failure::Timeout : Failure::None;
}

} // namespace

class TestPolitenessDay : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void noMinuteHoldsMoreThanTheCaps_data() {
        QTest::addColumn<QByteArray>("times");
        QTest::addColumn<int>("perBlock");
        QTest::newRow("everybody answers") << QByteArray("good") << 6;
        QTest::newRow("nobody answers all day") << QByteArray("silent") << 12;
        QTest::newRow("nobody answers, and every name has two addresses") << QByteArray("silent twice") << 12;
        QTest::newRow("a fifth of all checks fail") << QByteArray("lossy") << 12;
        QTest::newRow("coming and going every ten minutes") << QByteArray("unsteady") << 12;
        QTest::newRow("somebody presses F5 every minute") << QByteArray("impatient") << 6;
    }
    void noMinuteHoldsMoreThanTheCaps() {
        QFETCH(const QByteArray, times);
        QFETCH(const int, perBlock);
        std::minstd_rand random(7);
        Day day([&](const Target& target, SteadyTime at) {
            if (times.startsWith("silent") || (times == "unsteady" && at.time_since_epoch() / 10min % 2 == 1))
                return nobodyThere(target, at);
            return times == "lossy" && random() % 5 == 0 ? Failure::Timeout : Failure::None;
        });
        if (times == "silent twice")
            day.further = [](const Target& target) {
                return std::holds_alternative<HttpOptions>(target.probe) ? std::vector{*Address::parse("175.45.176.91")}
                                                                         : std::vector<Address>{};
            };
        for (int minute = 0; minute < 24 * 60; ++minute) {
            day.run(1min);
            if (times == "impatient")
                day.schedule.askAll(day.now);
        }
        for (const auto& [block, at] : byBlock(day)) {
            // Of the controls' own networks none is ever in alert.
            const int cap = block == "country" ? 20 : block.starts_with("175.45.17") ? perBlock : 6;
            QVERIFY2(most(at) <= cap, (block + ": " + std::to_string(most(at))).c_str());
        }
    }

    void anAddressGetsOneOrdinaryCheckAMinute() {
        Day day([](const Target&, SteadyTime) { return Failure::None; });
        day.run(24h);
        std::map<std::string, Times> addresses;
        for (const Drive::Sent& one : day.sent)
            if (one.kind == Job::Kind::Check && !isSentinel(*one.target) && one.at > SteadyTime{5min})
                addresses[asked(day, one).text()].push_back(one.at);
        for (const auto& [address, at] : addresses)
            QVERIFY2(most(at) <= 1, address.c_str());
    }

    void inGoodTimesEverybodyIsAskedAtTheirPace() {
        Day day([](const Target&, SteadyTime) { return Failure::None; });
        day.run(24h);
        for (const Target& target : day.watchlist.targets) {
            if (!target.enabled)
                continue;
            const auto times = day.to(target.name, Job::Kind::Check);
            const auto planned = static_cast<std::size_t>(86400 / target.interval.count());
            QVERIFY2(times.size() >= planned * 97 / 100 && times.size() <= planned * 103 / 100, target.name.c_str());
            // A tenth of jitter, and seconds now and then for the caps, the sentinel and mail's proof.
            std::vector<SteadyTime::duration> gaps;
            for (std::size_t i = 1; i < times.size(); ++i)
                gaps.push_back(times[i].at - times[i - 1].at);
            std::sort(gaps.begin(), gaps.end());
            const auto latest = target.interval * 11 / 10;
            QVERIFY2(gaps[gaps.size() * 95 / 100] <= latest + 15s, target.name.c_str());
            QVERIFY2(gaps.back() <= latest + 60s, target.name.c_str());
        }
    }

    void theNameServersAreAskedForNamesOncePerInterval() {
        Day day([](const Target&, SteadyTime) { return Failure::None; });
        day.run(24h);
        std::size_t lookUps = 0;
        std::map<std::string, Times> names;
        for (const Drive::Sent& one : day.sent) {
            lookUps += one.kind == Job::Kind::Resolve ? 1 : 0;
            if (one.kind == Job::Kind::Resolve)
                names[one.name].push_back(one.at);
        }
        QVERIFY2(lookUps >= 700 && lookUps <= 740, qPrintable(QString::number(lookUps)));
        QCOMPARE(names.size(), std::size_t{4});
        for (const auto& [name, at] : names)
            for (std::size_t i = 1; i < at.size(); ++i)
                QVERIFY2(at[i] - at[i - 1] <= 528s + 90s, name.c_str());
    }

    void aSiteThatFailsIsLookedUpOutOfTurn() {
        Day day([](const Target& target, SteadyTime at) {
            return target.name == "kcna-http" && at >= SteadyTime{1h} ? Failure::Timeout : Failure::None;
        });
        day.run(2h);
        const auto checks = day.to("kcna-http");
        const auto failed =
            std::find_if(checks.begin(), checks.end(), [](const auto& one) { return one.at >= SteadyTime{1h}; });
        const auto lookUps = day.to("kcna-http", Job::Kind::Resolve);
        QVERIFY(std::any_of(lookUps.begin(), lookUps.end(),
                            [&](const auto& one) { return one.at >= failed->ended && one.at <= failed->ended + 15s; }));
    }

    void whatIsDownIsAskedMoreAndMoreSlowlyAndItsSentinelIsNot() {
        Day day(nobodyThere);
        day.run(10min);
        const SteadyTime since = day.now;
        for (const Target& target : day.watchlist.targets)
            day.schedule.setDownSince(target.id, since);
        day.run(6h);
        const auto intervals = [&](const std::string& name, SteadyTime from, SteadyTime to) {
            std::vector<SteadyTime::duration> gaps;
            const auto times = day.to(name, Job::Kind::Check);
            for (std::size_t i = 1; i < times.size(); ++i)
                if (times[i - 1].at >= from && times[i].at <= to)
                    gaps.push_back(times[i].at - times[i - 1].at);
            return gaps;
        };
        for (const auto gap : intervals("kcna-http", since, since + 10min))
            QVERIFY(gap <= 132s + 15s);
        for (const auto gap : intervals("kcna-http", since + 10min, since + 20min))
            QVERIFY(gap >= 216s && gap <= 264s + 15s);
        for (const auto gap : intervals("kcna-http", since + 20min, since + 6h))
            QVERIFY(gap >= 270s && gap <= 330s + 15s);
        for (const auto gap : intervals("sentinel-router-178", since, since + 6h))
            QVERIFY(gap >= 54s && gap <= 66s + 15s);
    }

    void noHourHoldsMoreThanThreeSeriesOfReChecks() {
        std::minstd_rand random(11);
        Day day([&](const Target& target, SteadyTime) {
            return inCountry(target) && random() % 3 == 0 ? Failure::Timeout : Failure::None;
        });
        day.run(24h);
        for (const Target& target : day.watchlist.targets) {
            const auto rechecks = day.to(target.name, Job::Kind::Recheck);
            for (std::size_t i = 9; i < rechecks.size(); ++i) // of three each; the last may run into the next hour
                QVERIFY2(rechecks[i].at - rechecks[i - 9].at >= 1h - 230s, target.name.c_str());
        }
    }

    void onlyThePortsOfTheListAreTouched() {
        Day day(nobodyThere);
        day.run(24h);
        const std::set<int> allowed{25, 53, 80, 443};
        for (const Drive::Sent& one : day.sent)
            if (!std::holds_alternative<PingOptions>(one.target->probe) &&
                !std::holds_alternative<TraceOptions>(one.target->probe))
                QVERIFY2(allowed.contains(portOf(one.target->probe)), one.name.c_str());
    }
};

QTEST_GUILESS_MAIN(TestPolitenessDay)
#include "tst_politeness_day.moc"
