// SPDX-License-Identifier: GPL-3.0-or-later
// The way out in words and back, and what it leaves out.
#include "app/errors.h"
#include "app/way_out.h"

#include <QtTest>

using namespace kpwatch;

class TestWayOut : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void theWordsComeBackAsTheyWere_data() {
        QTest::addColumn<QByteArray>("text");
        for (const char* text :
             {"direct", "observe", "socks5h://127.0.0.1:9050", "socks5h://[::1]:9150", "socks5h://10.0.0.7:1080"})
            QTest::newRow(text) << QByteArray(text);
    }
    void theWordsComeBackAsTheyWere() {
        QFETCH(const QByteArray, text);
        QCOMPARE(name(parseWayOut(text.toStdString())), text.toStdString());
    }

    void aProxyMayBeWrittenShort() {
        for (const char* text : {"127.0.0.1:9050", "localhost:9050", "socks5h://localhost:9050/"})
            QCOMPARE(name(WayOut(parseProxy(text))), std::string("socks5h://127.0.0.1:9050"));
    }

    void whatIsNoWayIsRefusedInOneSentence_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("why");
        const auto row = [](const char* text, const char* why) {
            QTest::newRow(text) << QByteArray(text) << QByteArray(why);
        };
        row("", "none that this program knows");
        row("tor", "none that this program knows");
        row("Direct", "none that this program knows");
        row("socks5://127.0.0.1:9050", "none that this program knows"); // would look names up here
        row("socks5h://http://127.0.0.1:9050", "resolves names itself");
        row("socks5h://proxy.example.org:9050", "instead of giving its address");
        row("socks5h://me:secret@127.0.0.1:9050", "user name");
        row("socks5h://127.0.0.1", "port");
        row("socks5h://127.0.0.1:", "port");
        row("socks5h://127.0.0.1:0", "port");
        row("socks5h://127.0.0.1:65536", "port");
        row("socks5h://127.0.0.1:90 50", "port");
        row("socks5h://::1:9050", "port");
        row("socks5h://0.0.0.0:9050", "nobody can listen");
        row("socks5h://224.0.0.1:9050", "nobody can listen");
    }
    void whatIsNoWayIsRefusedInOneSentence() {
        QFETCH(const QByteArray, text);
        QFETCH(const QByteArray, why);
        try {
            parseWayOut(text.toStdString());
            QFAIL("was taken");
        } catch (const InputError& error) {
            const QByteArray said = error.what();
            QVERIFY2(said.contains(why), said.constData());
            QVERIFY2(!said.contains('\n'), said.constData());
        }
    }

    void aProxyLeavesOutWhatItCannotCarry() {
        const Watchlist watchlist = defaultWatchlist(Settings{});
        const WayOut tor = parseWayOut("socks5h://127.0.0.1:9050");
        QVERIFY(switchedOff(watchlist, Direct{}).empty());
        for (const TargetId id : switchedOff(watchlist, tor)) {
            const Target& target = *watchlist.find(id);
            const bool unknownPlace =
                std::holds_alternative<TcpOptions>(target.probe) && !Address::parse(hostOf(target.probe));
            QVERIFY2(!canGoThrough(target.probe) || unknownPlace, target.name.c_str());
        }
        for (const char* through : {"kcna-http", "router-178", "line-de"})
            QVERIFY2(canLeave(*watchlist.findByName(through), tor), through);
        for (const char* off : {"ns1-kptc", "mail-star-1", "nobody-dns", "china-sd"})
            QVERIFY2(!canLeave(*watchlist.findByName(off), tor), off);
    }

    void observingLeavesOutEverything() {
        const Watchlist watchlist = defaultWatchlist(Settings{});
        for (const Target& target : watchlist.targets)
            QVERIFY(!canLeave(target, ObserveOnly{}));
    }
};

QTEST_GUILESS_MAIN(TestWayOut)
#include "tst_way_out.moc"
