// SPDX-License-Identifier: GPL-3.0-or-later
// Controls around checks: turns, mail between two readings, what a failure calls for, traces apart from connects.
#include "tests/app/watch/drive.h"

#include <QtTest>

using namespace kpwatch;
using namespace kpwatch::testing;

namespace {

std::string smtp(const std::string& id, const std::string& host, int interval_s) {
    return R"({"id":")" + id + R"(","group":"mail","via":"china","probe":{"kind":"smtp","host":")" + host +
           R"("},"interval_s":)" + std::to_string(interval_s) + R"(,"timeout_s":10})";
}

std::string dns(const std::string& id, const std::string& server, const std::string& via) {
    return R"({"id":")" + id + R"(","group":"name-servers","via":")" + via + R"(","probe":{"kind":"dns","server":")" +
           server + R"(","name":"kp"},"interval_s":120,"timeout_s":10})";
}

std::string ringed(const std::string& id, const std::string& ring, const std::string& probe, int interval_s = 60) {
    return R"({"id":")" + id + R"(","ring":")" + ring + R"(","probe":)" + probe + R"(,"interval_s":)" +
           std::to_string(interval_s) + R"(,"timeout_s":10})";
}

std::string tcpProbe(const std::string& host) { return R"({"kind":"tcp","host":")" + host + R"(","port":80})"; }
std::string dnsProbe(const std::string& host) { return R"({"kind":"dns","server":")" + host + R"(","name":"kp"})"; }
std::string smtpProbe(const std::string& host) { return R"({"kind":"smtp","host":")" + host + R"("})"; }

const std::string line =
    ringed("tcp-1", "line", tcpProbe("8.8.4.4")) + "," + ringed("tcp-2", "line", tcpProbe("9.9.9.9")) + "," +
    ringed("dns-1", "line", dnsProbe("130.59.31.26")) + "," + ringed("dns-2", "line", dnsProbe("192.87.106.101"));
const std::string mail = ringed("mail-1", "line", smtpProbe("82.195.75.114"), 900) + "," +
                         ringed("mail-2", "line", smtpProbe("96.47.72.80"), 900);

bool any(const std::vector<Drive::Sent>& sent, SteadyTime from, SteadyTime to) {
    return std::any_of(sent.begin(), sent.end(), [&](const auto& one) { return one.at >= from && one.at <= to; });
}

// The starts of all readings of line controls of a transport, once all of them vote.
std::vector<SteadyTime> readings(const Drive& drive, Transport transport) {
    std::vector<SteadyTime> times;
    for (const auto& one : drive.sent)
        if (drive.watchlist.isControl(one.target->id) && transportOf(one.target->probe) == transport &&
            one.at >= SteadyTime{15s})
            times.push_back(one.at);
    return times;
}

} // namespace

class TestScheduleControls : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void readingsOfATransportAreNeverMoreThan45SecondsApart_data() {
        QTest::addColumn<bool>("oneIsDead");
        QTest::newRow("all answer") << false;
        QTest::newRow("one of each transport is dead") << true;
    }
    void readingsOfATransportAreNeverMoreThan45SecondsApart() {
        QFETCH(const bool, oneIsDead);
        Drive drive(watchlistWith(tcp("a", "175.45.178.161", 120), line));
        drive.outcome = [&](const std::string& name, SteadyTime) {
            return oneIsDead && name.ends_with("-2") ? Failure::Timeout : Failure::None;
        };
        drive.run(24h);
        for (const Transport transport : {Transport::Tcp, Transport::Udp}) {
            const auto times = readings(drive, transport);
            QVERIFY(times.size() > 2000);
            for (std::size_t i = 1; i < times.size(); ++i)
                QVERIFY2(times[i] - times[i - 1] <= 45s, name(transport).data());
        }
    }

    void takingTurnsAsksNoControlMoreOftenThanItsInterval() {
        Drive drive(watchlistWith(tcp("a", "175.45.178.161", 120), line));
        drive.run(24h);
        for (const char* control : {"tcp-1", "tcp-2", "dns-1", "dns-2"}) {
            const auto asked = drive.to(control).size();
            QVERIFY2(asked >= 1350 && asked <= 1450, qPrintable(QString::number(asked)));
        }
    }

    void aMailCheckIsPrecededByAReadingThatHasEnded() {
        Drive drive(watchlistWith(smtp("m", "175.45.178.56", 900), line + "," + mail));
        drive.outcome = [n = 0](const std::string& name, SteadyTime) mutable {
            return name.starts_with("m") && ++n % 3 == 0 ? Failure::Timeout : Failure::None;
        };
        drive.run(24h);
        QVERIFY(drive.to("m").size() >= 85);
        for (const auto& check : drive.to("m")) {
            bool proved = false;
            for (const char* control : {"mail-1", "mail-2"})
                for (const auto& reading : drive.to(control))
                    proved = proved || (reading.ended <= check.at && reading.ended + 46s >= check.at);
            QVERIFY(proved);
        }
    }

    void theWaitForItsControlIsPartOfTheIntervalOfMail() {
        Drive drive(watchlistWith(smtp("m", "175.45.178.56", 900), line + "," + mail));
        drive.outcome = [](const std::string& name, SteadyTime) {
            return name.starts_with("mail-") ? Failure::Timeout : Failure::None; // 10 s each
        };
        drive.run(24h);
        const auto checks = drive.to("m");
        for (std::size_t i = 1; i < checks.size(); ++i)
            QVERIFY(checks[i].at - checks[i - 1].at <= 990s + 1s);
    }

    void withoutAMailControlMailIsAskedAllTheSame() {
        Drive drive(watchlistWith(smtp("m", "175.45.178.56", 900), line));
        drive.run(1h);
        QVERIFY(drive.to("m").size() >= 3);
    }

    void mailControlsAreNotHurriedEvenInTheFirstSeconds() {
        Drive drive(watchlistWith(smtp("m", "175.45.178.56", 900), mail));
        drive.run(24h);
        const auto asked = drive.to("mail-1");
        for (std::size_t i = 1; i < asked.size(); ++i)
            QVERIFY(asked[i].at - asked[i - 1].at >= 25s);
        QVERIFY(asked.size() <= 200);
    }

    void aFailureCallsForItsOwnTransport_data() {
        QTest::addColumn<QString>("target");
        QTest::addColumn<QString>("control");
        QTest::newRow("tcp") << "a"
                             << "tcp-";
        QTest::newRow("udp") << "n"
                             << "dns-";
        QTest::newRow("mail") << "m"
                              << "mail-";
    }
    void aFailureCallsForItsOwnTransport() {
        QFETCH(const QString, target);
        QFETCH(const QString, control);
        Drive drive(watchlistWith(tcp("a", "175.45.178.161", 120) + "," + dns("n", "175.45.176.15", "china") + "," +
                                      smtp("m", "175.45.178.56", 900),
                                  line + "," + mail));
        drive.outcome = [&](const std::string& name, SteadyTime) {
            return name == target.toStdString() ? Failure::Timeout : Failure::None;
        };
        drive.run(1h);
        for (const auto& failed : drive.to(target.toStdString())) {
            if (failed.ended + 1s > drive.now)
                continue;
            const bool followed = any(drive.to(control.toStdString() + "1"), failed.ended, failed.ended + 1s) ||
                                  any(drive.to(control.toStdString() + "2"), failed.ended, failed.ended + 1s);
            QVERIFY(followed);
        }
    }

    void aTransportWithoutAControlIsProvedByAnother() {
        Drive drive(watchlistWith(dns("n", "175.45.176.15", "china"), control("c", "8.8.4.4")));
        drive.outcome = [](const std::string& name, SteadyTime) {
            return name == "n" ? Failure::Timeout : Failure::None;
        };
        drive.run(1h);
        for (const auto& failed : drive.to("n"))
            QVERIFY(failed.ended + 1s > drive.now || any(drive.to("c"), failed.ended, failed.ended + 1s));
    }

    void aFailureCallsForTheRoadToItsSide_data() {
        QTest::addColumn<QByteArray>("via");
        QTest::addColumn<bool>("china");
        QTest::addColumn<bool>("russia");
        QTest::newRow("china") << QByteArray("china") << true << false;
        QTest::newRow("russia") << QByteArray("russia") << false << true;
        QTest::newRow("both") << QByteArray("both") << true << true;
        QTest::newRow("unknown") << QByteArray("unknown") << true << true;
    }
    void aFailureCallsForTheRoadToItsSide() {
        QFETCH(const QByteArray, via);
        QFETCH(const bool, china);
        QFETCH(const bool, russia);
        // The rings beyond our line are asked every hour by themselves, so what is seen came from the failure.
        Drive drive(watchlistWith(dns("n", "175.45.176.15", via.toStdString()),
                                  line + "," + ringed("far-1", "long-haul", tcpProbe("150.65.7.130"), 3600) + "," +
                                      ringed("far-2", "long-haul", tcpProbe("137.189.4.14"), 3600) + "," +
                                      ringed("cn", "transit-china", dnsProbe("202.102.128.68"), 3600) + "," +
                                      ringed("ru", "transit-russia", dnsProbe("217.150.34.129"), 3600)));
        drive.run(10min);
        const SteadyTime from = drive.now;
        drive.outcome = [&](const std::string& name, SteadyTime at) {
            return name == "n" && at < from + 2min ? Failure::Timeout : Failure::None;
        };
        drive.run(10min);
        const auto asked = [&](const char* name) { return any(drive.to(name), from, drive.now); };
        QCOMPARE(asked("cn"), china);
        QCOMPARE(asked("ru"), russia);
        QVERIFY(asked("far-1") || asked("far-2"));
    }

    void theRoadIsAskedGentlyHoweverManyChecksFail() {
        std::string targets;
        for (int i = 0; i < 12; ++i)
            targets +=
                (i ? "," : "") + dns("n" + std::to_string(i),
                                     "175.45.17" + std::to_string(6 + i % 4) + "." + std::to_string(20 + i), "china");
        Drive drive(watchlistWith(targets, line + "," + ringed("cn", "transit-china", dnsProbe("202.102.128.68")) +
                                               "," + ringed("far", "long-haul", tcpProbe("150.65.7.130"))));
        drive.outcome = [](const std::string& name, SteadyTime) {
            return name.starts_with("n") ? Failure::Timeout : Failure::None;
        };
        drive.run(2h);
        for (const char* name : {"cn", "far"}) {
            const auto asked = drive.to(name);
            for (std::size_t i = 4; i < asked.size(); ++i)
                QVERIFY(asked[i].at - asked[i - 4].at >= 58s);
        }
    }

    void afterWakingEveryControlIsAskedAlthoughItHasJustBeen() {
        Drive drive(watchlistWith(tcp("a", "175.45.178.161", 120), line));
        drive.run(10min);
        const SteadyTime woke = drive.now;
        drive.schedule.askControls(drive.now);
        drive.run(31s);
        drive.schedule.askControls(drive.now);
        drive.run(2s);
        for (const char* control : {"tcp-1", "tcp-2", "dns-1", "dns-2"}) {
            QVERIFY2(any(drive.to(control), woke, woke + 1s), control);
            QVERIFY2(any(drive.to(control), woke + 31s, woke + 32s), control);
        }
    }

    void aTraceRunsApartFromConnectsToTheSameAddress() {
        const std::string trace = R"({"id":"t","group":"routes","probe":{"kind":"trace","host":"175.45.178.161"},
            "interval_s":120,"timeout_s":5})";
        Drive drive(watchlistWith(tcp("a", "175.45.178.161", 60) + "," + trace, line));
        drive.outcome = [](const std::string& name, SteadyTime) {
            return name == "t" ? Failure::Timeout : Failure::None; // it takes its 5 s
        };
        drive.run(24h);
        const auto traces = drive.to("t", Job::Kind::Check);
        QVERIFY(traces.size() >= 85);
        for (const auto& one : drive.to("t"))
            for (const auto& connect : drive.to("a"))
                QVERIFY(connect.ended <= one.at || connect.at >= one.ended + 2s);
        for (std::size_t i = 1; i < traces.size(); ++i)
            QVERIFY(traces[i].at - traces[i - 1].at >= 810s);
    }

    void aConfirmedRunIsTraced() {
        const std::string trace = R"({"id":"t","group":"routes","probe":{"kind":"trace","host":"175.45.178.161"},
            "interval_s":3600,"timeout_s":5})";
        Drive drive(watchlistWith(tcp("a", "175.45.178.161", 120) + "," + trace, line));
        drive.run(10min);
        const std::size_t before = drive.to("t").size();
        drive.schedule.setDownSince(drive.watchlist.findByName("a")->id, drive.now - 200s);
        drive.run(61s); // an address is asked once a minute
        QCOMPARE(drive.to("t").size(), before + 1);
        drive.schedule.setDownSince(drive.watchlist.findByName("a")->id, drive.now - 200s); // said again: nothing new
        drive.run(5min);
        QCOMPARE(drive.to("t").size(), before + 1);
    }

    void throughAProxyOnlyWhatCanGoIsAskedAndNothingIsLookedUp() {
        const Settings settings;
        Drive drive(defaultWatchlist(settings), settings, parseWayOut("socks5h://127.0.0.1:9050"));
        drive.run(2h);
        for (const auto& one : drive.sent) {
            QVERIFY(one.kind != Job::Kind::Resolve);
            QVERIFY2(canLeave(*one.target, parseWayOut("socks5h://127.0.0.1:9050")), one.name.c_str());
        }
        QVERIFY(drive.to("kcna-http").size() >= 54);
        QVERIFY(drive.to("line-us").size() >= 100);
    }
};

QTEST_GUILESS_MAIN(TestScheduleControls)
#include "tst_schedule_controls.moc"
