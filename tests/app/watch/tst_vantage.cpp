// SPDX-License-Identifier: GPL-3.0-or-later
// When a vantage epoch begins, and when nothing can get out.
#include "app/watch/vantage.h"

#include <QtTest>

using namespace kpwatch;
using namespace std::chrono_literals;

namespace {

Address at(const char* text) { return *Address::parse(text); }

LineReading home() {
    Route exit{.source = at("192.168.1.20"), .interface = "wlan0", .kind = LinkKind::Wireless};
    exit.gateway = at("192.168.1.1");
    exit.gatewayHardware = "0200000000aa";
    exit.router = FirstRouter::Answers;
    return {exit, {at("192.168.1.1")}};
}

LineReading vpn() {
    return {Route{.source = at("10.8.0.2"), .interface = "tun0", .kind = LinkKind::Tunnel}, {at("10.8.0.1")}};
}

LineReading nothing() { return {}; }

using Change = void (*)(LineReading&);

LineReading with(LineReading reading, Change change) {
    change(reading);
    return reading;
}

} // namespace

Q_DECLARE_METATYPE(Change)

class TestVantage : public QObject {
    Q_OBJECT

    SteadyTime m_now{std::chrono::hours{1}};
    SteadyTime after(std::chrono::milliseconds length) { return m_now += length; }

    // Whether a new epoch begins within 3 s of this.
    bool changes(Vantage& line, const LineReading& reading) {
        const bool at_once = line.take(reading, after(100ms)).has_value();
        return line.take(reading, after(3s)).has_value() || at_once;
    }

  private Q_SLOTS:
    void theFirstWayOutIsAnEpochAtOnce() {
        Vantage line({});
        const auto epoch = line.take(home(), after(0ms));
        QVERIFY(epoch);
        QCOMPARE(epoch->network, std::string("wi-fi"));
        QCOMPARE(epoch->way, std::string("direct"));
        QVERIFY(epoch->country.empty());
        QVERIFY(!line.take(home(), after(10s)));
        QVERIFY(!line.nextLook());
    }

    void theEpochSaysNothingOfThePlace() {
        const auto epoch = Vantage(std::vector<Epoch>{}).take(home(), m_now);
        const std::string all = epoch->id + epoch->network + epoch->exit;
        for (const char* const secret : {"192.168", "wlan0", "0200000000aa"})
            QVERIFY2(all.find(secret) == std::string::npos, secret);
        QVERIFY(Vantage(std::vector<Epoch>{}).take(home(), m_now)->exit != epoch->exit); // salted
        QVERIFY(Vantage(std::vector<Epoch>{}).take(home(), m_now)->id != epoch->id);
    }

    void afterARestartTheSameWayOutIsTheSameEpoch() {
        const auto epoch = Vantage(std::vector<Epoch>{}).take(home(), m_now);
        Vantage again({*epoch});
        QVERIFY(!again.take(home(), after(0ms)));
        QVERIFY(!again.take(home(), after(10s)));
        QVERIFY(Vantage({*epoch}).take(vpn(), m_now));
        QVERIFY(Vantage({Epoch{"old", "", ""}}).take(home(), m_now)); // of a version that kept no exit
    }

    void whatMakesAnotherWayOut_data() {
        QTest::addColumn<Change>("change");
        const auto row = [](const char* title, Change change) { QTest::newRow(title) << change; };
        row("interface", [](LineReading& reading) { reading.exit->interface = "eth0"; });
        row("address", [](LineReading& reading) { reading.exit->source = at("192.168.1.21"); });
        row("gateway", [](LineReading& reading) { reading.exit->gateway = at("192.168.1.2"); });
        row("another router of the same address",
            [](LineReading& reading) { reading.exit->gatewayHardware = "0200000000bb"; });
        row("resolver", [](LineReading& reading) { reading.resolvers = {at("9.9.9.9")}; });
        row("proxy", [](LineReading& reading) { reading.way = "proxy"; });
        row("interception", [](LineReading& reading) { reading.intercepted = true; });
    }
    void whatMakesAnotherWayOut() {
        QFETCH(Change, change);
        Vantage line({});
        line.take(home(), after(0ms));
        QVERIFY(changes(line, with(home(), change)));
    }

    void aWayOutThatComesBackIsTheSameEpochAgain() {
        Vantage line({});
        const auto first = line.take(home(), after(0ms));
        const auto back = [&](const LineReading& other) {
            line.take(other, after(10s));
            const auto there = line.take(other, after(10s));
            line.take(home(), after(10s));
            const auto again = line.take(home(), after(10s));
            return there && there->id != first->id && again == first;
        };
        QVERIFY(back(vpn()));
        QVERIFY(back(with(home(), [](LineReading& r) { r.intercepted = true; })));
        Vantage later({*first, Epoch{"other", "", ""}}); // after a restart
        QVERIFY(later.take(home(), after(0ms)) == first);
    }

    void whatDoesNot() {
        Vantage line({});
        LineReading first = home();
        first.exit->gatewayHardware.clear(); // not known yet
        line.take(first, after(0ms));
        QVERIFY(!changes(line, home()));
        QVERIFY(!changes(line, first)); // the kernel has forgotten it
        QVERIFY(!changes(line, with(home(), [](LineReading& r) { r.exit->router = FirstRouter::Silent; })));
        QVERIFY(!changes(line, with(home(), [](LineReading& r) { r.exit->linkUp = false; })));
        QVERIFY(changes(line, with(home(), [](LineReading& r) { r.exit->gatewayHardware = "0200000000bb"; })));
    }

    void anotherTemporaryAddressIsTheSamePlace() {
        Vantage line({});
        LineReading v6 = home();
        v6.exit->source = at("2001:db8:1:2:aaaa::1");
        line.take(v6, after(0ms));
        v6.exit->source = at("2001:db8:1:2:bbbb::7");
        QVERIFY(!changes(line, v6));
        v6.exit->source = at("2001:db8:1:3:bbbb::7");
        QVERIFY(changes(line, v6));
    }

    void aFlapIsNoNewEpoch() {
        Vantage line({});
        line.take(home(), after(0ms));
        QVERIFY(!line.take(vpn(), after(1s)));
        QVERIFY(line.nextLook());
        QVERIFY(!line.take(home(), after(1500ms)));
        QVERIFY(!line.take(home(), after(10s)));
        QVERIFY(!line.nextLook());
    }

    void aChangeThatStandsIsAnEpochAfterTwoSeconds() {
        Vantage line({});
        const auto before = line.take(home(), after(0ms));
        QVERIFY(!line.take(vpn(), after(1s)));
        QCOMPARE(*line.nextLook(), m_now + Vantage::settled);
        const auto epoch = line.take(vpn(), after(2s));
        QVERIFY(epoch);
        QCOMPARE(epoch->network, std::string("vpn"));
        QVERIFY(epoch->id != before->id);
    }

    void whatNeverSettlesIsNotHiddenForEver() {
        Vantage line({});
        line.take(home(), after(0ms));
        int epochs = 0;
        for (int turn = 0; turn < 12; ++turn) {
            LineReading other = vpn();
            other.exit->source = turn % 2 == 0 ? at("10.8.0.3") : at("10.8.0.4");
            epochs += line.take(other, after(1s)) ? 1 : 0;
        }
        QCOMPARE(epochs, 1);
    }

    void noRouteEndsNoEpoch() {
        Vantage line({});
        line.take(home(), after(0ms));
        QVERIFY(!changes(line, nothing()));
        QCOMPARE(line.trouble(), LineTrouble::NoRoute);
        QVERIFY(!changes(line, home()));
        QCOMPARE(line.trouble(), LineTrouble::None);
        QVERIFY(!changes(line, nothing()));
        QVERIFY(changes(line, vpn()));
    }

    void aCableThatIsOutIsNoRoute() {
        Vantage line({});
        line.take(home(), after(0ms));
        line.take(with(home(), [](LineReading& r) { r.exit->linkUp = false; }), after(1s));
        QCOMPARE(line.trouble(), LineTrouble::NoRoute);
        line.take(home(), after(1s));
        QCOMPARE(line.trouble(), LineTrouble::None);
    }

    void anEpochWaitsForARouteAtTheStart() {
        Vantage line({});
        QVERIFY(!line.take(nothing(), after(0ms)));
        QVERIFY(line.take(home(), after(30s)));
    }

    void aSilentRouterIsSilentUntilItAnswers() {
        const LineReading silent = with(home(), [](LineReading& r) { r.exit->router = FirstRouter::Silent; });
        const LineReading tried = with(home(), [](LineReading& r) { r.exit->router = FirstRouter::Unknown; });
        Vantage line({});
        line.take(tried, after(0ms));
        QCOMPARE(line.trouble(), LineTrouble::None);
        line.take(silent, after(1s));
        QCOMPARE(line.trouble(), LineTrouble::FirstRouterSilent);
        line.take(tried, after(1s));
        QCOMPARE(line.trouble(), LineTrouble::FirstRouterSilent);
        line.take(home(), after(1s));
        QCOMPARE(line.trouble(), LineTrouble::None);
        line.take(silent, after(1s));
        line.take(with(tried, [](LineReading& r) { r.exit->gateway = at("192.168.1.2"); }), after(1s));
        QCOMPARE(line.trouble(), LineTrouble::None);
    }
};

QTEST_GUILESS_MAIN(TestVantage)
#include "tst_vantage.moc"
