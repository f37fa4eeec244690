// SPDX-License-Identifier: GPL-3.0-or-later
// The real program in a network of its own: what leaves our computer by each way out, counted packet by packet, with a
// real SOCKS server, with ours that writes down what it is asked, and with Tor's daemon that has nobody to talk to.
//
//   us (10.9.0.1) --- beyond (10.9.0.2): the proxy, and the only way out; everybody who is watched lives there too
#include "app/simulation/http_server.h"
#include "app/simulation/socks_server.h"
#include "app/simulation/tcp_server.h"
#include "app/way_out.h"
#include "tests/network/space.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include <cstdlib>
#include <set>

using namespace kpwatch;
using namespace kpwatch::test;
using namespace Qt::StringLiterals;

namespace {

constexpr const char* proxyAddress = "10.9.0.2";
constexpr std::uint16_t proxyPort = 1080;
constexpr const char* page = "175.45.176.71";
constexpr const char* router = "175.45.178.161";
constexpr std::array controls{"193.0.14.129", "192.36.148.17", "199.7.83.42"}; // root name servers' addresses

// Rounds of three seconds, so that a short test sees several.
constexpr const char* settings = R"({"interval_http_s": 3, "timeout_connect_ms": 2000, "timeout_http_ms": 2000,
    "timeout_dns_ms": 2000, "recheck_s": [5, 15, 25], "confirm_span_s": 60, "recover_span_s": 20})";

QString idOf(const char* control) { return u"line-"_s + QString::fromLatin1(control).replace(u'.', u'-'); }

QByteArray watchlist() {
    QByteArray list = R"({"version":1,"sites":[{"id":"kcna","host":"www.kcna.kp"}],"targets":[)"
                      R"({"id":"kcna-http","site":"kcna","interval_s":60,"probe":{"kind":"http","url":)"
                      R"("http://www.kcna.kp/","resolve":{"servers":["175.45.176.15"]}}},)"
                      R"({"id":"router","group":"routers","interval_s":60,"probe":{"kind":"tcp",)"
                      R"("host":"175.45.178.161","port":80}},)"
                      R"({"id":"ns1","group":"name-servers","interval_s":60,"probe":{"kind":"dns",)"
                      R"("server":"175.45.176.15","name":"kp"}},)"
                      R"({"id":"mail","group":"mail","interval_s":60,"probe":{"kind":"smtp","host":"175.45.176.67"}},)"
                      R"({"id":"ping","group":"routers","interval_s":60,"probe":{"kind":"ping",)"
                      R"("host":"175.45.178.161"}},)"
                      R"({"id":"trace","group":"routers","interval_s":600,"probe":{"kind":"trace",)"
                      R"("host":"175.45.178.161"}}],"controls":[)"
                      R"({"id":"line-dns","ring":"line","probe":{"kind":"dns","server":"193.0.14.129",)"
                      R"("name":"example.net"}})";
    for (const char* address : controls)
        list += R"(,{"id":")" + idOf(address).toUtf8() +
                R"(","ring":"line","probe":{"kind":"http","url":"http:)" // moc 6.4 takes two slashes for a comment
                + QByteArray("//") + address + R"(/"}})";
    return list + "]}";
}

// Targets are asked after five seconds, spread over as long as there are more (schedule.cpp); by then everybody was.
const QString firstRound = u"15s"_s;

struct Left {
    int toProxy = -1, beside = -1; // packets
};

} // namespace

class TestWays : public QObject {
    Q_OBJECT

    std::unique_ptr<Space> m_us, m_beyond;
    std::unique_ptr<HttpServer> m_page;
    std::unique_ptr<TcpServer> m_router;
    std::vector<std::unique_ptr<TcpServer>> m_controls;
    QTemporaryDir m_dir;

    QString path(const QString& name) const { return m_dir.filePath(name); }
    void write(const QString& name, const QByteArray& text) const {
        QFile file(path(name));
        QVERIFY2(file.open(QIODevice::WriteOnly) && file.write(text) == text.size(), qPrintable(name));
    }

    static void start(QProcess& process, const Space& where, const QStringList& command) {
        process.start(u"nsenter"_s, QStringList{u"--net="_s + QString::fromStdString(where.path())} + command);
        QVERIFY(process.waitForStarted(5000));
    }
    static void end(QProcess& process) {
        process.terminate();
        if (!process.waitForFinished(10'000))
            process.kill();
        process.waitForFinished(1000);
    }
    static QByteArray outputOf(const Space& where, const QStringList& command) {
        QProcess process;
        process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        start(process, where, command);
        process.waitForFinished(60'000);
        return process.readAllStandardOutput();
    }

    // By every interface but loopback, since this was last called.
    Left left() const {
        const QString list =
            QString::fromUtf8(outputOf(*m_us, {u"nft"_s, u"reset"_s, u"counters"_s, u"table"_s, u"inet"_s, u"seen"_s}));
        const auto count = [&](const QString& name) {
            const QRegularExpression packets(u"counter "_s + name + u" \\{\\s*packets (\\d+)"_s);
            const auto match = packets.match(list);
            return match.hasMatch() ? match.captured(1).toInt() : -1;
        };
        return {count(u"to_proxy"_s), count(u"beside"_s)};
    }

    QStringList collecting(const QString& history, const QString& way, const QString& length) const {
        return {QStringLiteral(KPWATCH_EXECUTABLE),
                u"collect"_s,
                u"--history"_s,
                path(history),
                u"--watchlist"_s,
                path(u"watchlist.json"_s),
                u"--settings"_s,
                path(u"settings.json"_s),
                u"--way"_s,
                way,
                u"--accept-notice"_s,
                u"--for"_s,
                length};
    }
    QByteArray collect(const QString& history, const QString& way, const QString& length) const {
        return outputOf(*m_us, collecting(history, way, length));
    }
    QJsonObject ask(const QString& history, const QStringList& command) const {
        const QStringList all = QStringList{QStringLiteral(KPWATCH_EXECUTABLE)} + command +
                                QStringList{u"--json"_s, u"--history"_s, path(history)};
        return QJsonDocument::fromJson(outputOf(*m_us, all)).object();
    }
    // What there are observations of.
    QStringList asked(const QString& history) const {
        const QString file = path(history + u".jsonl"_s);
        ask(history, {u"export"_s, u"--from"_s, u"-1h"_s, u"-o"_s, file});
        QFile rows(file);
        QStringList found;
        if (rows.open(QIODevice::ReadOnly))
            for (const QByteArray& line : rows.readAll().split('\n')) {
                const QString target = QJsonDocument::fromJson(line).object()[u"target"_s].toString();
                if (!target.isEmpty() && !found.contains(target))
                    found << target;
            }
        found.sort();
        return found;
    }
    QStringList statesEver(const QString& history) const {
        QStringList states;
        for (const QJsonValue lane : ask(history, {u"timeline"_s, u"--from"_s, u"-1h"_s})[u"targets"_s].toArray())
            for (const QJsonValue span : lane[u"spans"].toArray())
                states << span[u"state"].toString();
        return states;
    }

    // The real one, that knows where the watched name lives as only it does: nobody at our desk could look it up.
    void startMicrosocks(QProcess& process) const {
        write(u"hosts"_s, QByteArray(page) + " www.kcna.kp\n");
        const QString run = u"mount --bind %1 /etc/hosts && exec microsocks -i %2 -p %3"_s.arg(
            path(u"hosts"_s), QString::fromLatin1(proxyAddress), QString::number(proxyPort));
        start(process, *m_beyond, {u"unshare"_s, u"-m"_s, u"sh"_s, u"-c"_s, run});
        waitForPort(proxyPort);
    }
    // Until somebody listens there; what this asks is taken from the counters again.
    void waitForPort(std::uint16_t port) const {
        const QString there = u"exec 3<>/dev/tcp/%1/%2"_s.arg(QString::fromLatin1(proxyAddress), QString::number(port));
        QTRY_COMPARE_WITH_TIMEOUT(m_beyond->inside([&] {
            QProcess knock;
            knock.setProcessChannelMode(QProcess::MergedChannels);
            knock.start(u"bash"_s, {u"-c"_s, there});
            knock.waitForFinished(5000);
            return knock.exitCode();
        }),
                                  0, 20'000);
    }
    static QString proxy(std::uint16_t port = proxyPort) {
        return u"socks5h://%1:%2"_s.arg(QString::fromLatin1(proxyAddress), QString::number(port));
    }
    static ServerPlace at(const char* address, std::uint16_t port = 80) { return {*Address::parse(address), port}; }

  private Q_SLOTS:
    void initTestCase() {
        if (const std::string why = whyNoNetwork(); !why.empty())
            QSKIP(why.c_str());
        m_us = std::make_unique<Space>();
        m_beyond = std::make_unique<Space>();
        for (const Space* space : {m_us.get(), m_beyond.get()}) // which would announce itself by packets of its own
            space->set("ipv6/conf/all/disable_ipv6", "1");
        connectSpaces(*m_us, "eth0", *m_beyond, "in");
        m_us->ip("addr add 10.9.0.1/24 dev eth0\nroute add default via 10.9.0.2");
        m_beyond->ip("addr add 10.9.0.2/24 dev in");
        for (const char* address : {page, router})
            m_beyond->ip(std::string("addr add ") + address + "/32 dev lo");
        m_page = m_beyond->inside([] { return std::make_unique<HttpServer>(HttpServer::Options{at(page), {}}); });
        m_router = m_beyond->inside([] { return std::make_unique<TcpServer>(at(router)); });
        for (const char* address : controls) {
            m_beyond->ip(std::string("addr add ") + address + "/32 dev lo");
            m_controls.push_back(m_beyond->inside([&] { return std::make_unique<TcpServer>(at(address)); }));
        }
        m_us->nft("table inet seen {\n counter to_proxy { }\n counter beside { }\n"
                  " chain out { type filter hook output priority -300;\n  oifname \"lo\" return\n"
                  "  ip daddr 10.9.0.2 tcp dport { 1080, 9050 } counter name to_proxy return\n"
                  "  counter name beside\n }\n}");
        // In our own mount namespace: whoever looks a name up sends a packet, and it is counted.
        write(u"resolv.conf"_s, "nameserver 9.9.9.9\n");
        const QByteArray mount = "mount --bind " + path(u"resolv.conf"_s).toLocal8Bit() + " /etc/resolv.conf";
        QCOMPARE(std::system(mount.constData()), 0); // NOLINT(concurrency-mt-unsafe,cert-env33-c)
        write(u"watchlist.json"_s, watchlist());
        write(u"settings.json"_s, settings);
        QCOMPARE(left().beside, 0);
    }

    void nothingLeavesBeforeTheStart_data() {
        QTest::addColumn<QStringList>("command");
        QTest::addColumn<bool>("stays"); // open, and is ended by us
        QTest::newRow("collect, not agreed") << QStringList{u"collect"_s} << false;
        QTest::newRow("collect, another way") << QStringList{u"collect"_s, u"--way"_s, proxy()} << false;
        QTest::newRow("status") << QStringList{u"status"_s} << false;
        QTest::newRow("window") << QStringList{} << true;
    }
    void nothingLeavesBeforeTheStart() {
        QFETCH(const QStringList, command);
        QFETCH(const bool, stays);
        QProcess process;
        process.setStandardInputFile(QProcess::nullDevice());
        start(process, *m_us,
              QStringList{QStringLiteral(KPWATCH_EXECUTABLE)} + command +
                  QStringList{u"--history"_s, path(u"untouched"_s)});
        QCOMPARE(process.waitForFinished(stays ? 3000 : 20'000), !stays);
        const Left seen = left();
        end(process);
        QCOMPARE(seen.toProxy, 0);
        QCOMPARE(seen.beside, 0);
        QVERIFY(!QFile::exists(path(u"untouched"_s)));
    }

    void observingSendsNothing() {
        const QByteArray said = collect(u"observe"_s, u"observe"_s, u"3s"_s);
        QVERIFY2(said.startsWith("Observing only"), said.constData());
        const Left seen = left();
        QCOMPARE(seen.toProxy, 0);
        QCOMPARE(seen.beside, 0);
        QVERIFY(asked(u"observe"_s).isEmpty());
    }

    // The counters do count: what is found to be nothing elsewhere is found here. And the window, which asks nothing
    // before the start, does begin by the way that was agreed to.
    void directlyTheCountersSeeIt() {
        collect(u"direct"_s, u"direct"_s, u"3s"_s);
        const Left seen = left();
        QCOMPARE(seen.toProxy, 0);
        QVERIFY2(seen.beside > 10, qPrintable(QString::number(seen.beside)));
        QProcess window;
        start(window, *m_us,
              {QStringLiteral(KPWATCH_EXECUTABLE), u"--history"_s, path(u"direct"_s), u"--watchlist"_s,
               path(u"watchlist.json"_s), u"--settings"_s, path(u"settings.json"_s)});
        int packets = 0;
        QTRY_VERIFY_WITH_TIMEOUT((packets += left().beside) > 0, 20'000);
        end(window);
        left();
    }

    void throughARealProxyNothingGoesBesideIt() {
        if (QStandardPaths::findExecutable(u"microsocks"_s).isEmpty())
            QSKIP("microsocks is not installed (Debian package of that name)");
        QProcess microsocks;
        startMicrosocks(microsocks);
        left();
        const QByteArray said = collect(u"proxied"_s, proxy(), firstRound);
        const Left seen = left();
        end(microsocks);
        QVERIFY2(seen.toProxy > 20, qPrintable(QString::number(seen.toProxy)));
        QCOMPARE(seen.beside, 0);
        QVERIFY2(said.contains("Watching one site through the proxy at 10.9.0.2:1080"), said.constData());
        QVERIFY2(said.contains("Five checks that a proxy cannot carry are switched off"), said.constData());
        QVERIFY2(said.contains("Watching through a proxy: "), said.constData());
        QStringList expected{u"kcna-http"_s, u"router"_s};
        for (const char* address : controls)
            expected << idOf(address);
        expected.sort();
        QCOMPARE(asked(u"proxied"_s), expected);
        QVERIFY(statesEver(u"proxied"_s).contains(u"up"_s));
    }

    void aRoundHasOneCircuitAndItsControlsGoByIt() {
        std::map<std::string, Address> names{{"www.kcna.kp", *Address::parse("127.0.0.1")},
                                             {router, *Address::parse("127.0.0.1")}};
        for (const char* address : controls)
            names[address] = *Address::parse("127.0.0.1");
        const auto server = m_beyond->inside([] {
            return std::make_unique<HttpServer>(HttpServer::Options{at("127.0.0.1"), {}});
        });
        const auto socks =
            m_beyond->inside([&] { return std::make_unique<SocksServer>(at(proxyAddress, proxyPort), names); });
        left();
        collect(u"circuits"_s, proxy(), firstRound);
        QCOMPARE(left().beside, 0);
        std::map<std::string, std::set<std::string>> rounds;
        for (const SocksServer::Asked& one : socks->asked()) {
            QVERIFY2(!one.user.empty(), one.host.c_str());
            rounds[one.user].insert(one.host);
        }
        QVERIFY2(rounds.size() >= 3 && rounds.size() <= 6, qPrintable(QString::number(rounds.size())));
        // What fails nowhere is asked once, and a control goes by the circuit of the same round.
        const auto beside_a_control = [&](const std::string& host) {
            return std::ranges::any_of(rounds, [&](const auto& round) {
                return round.second.contains(host) &&
                       std::ranges::any_of(controls, [&](const char* one) { return round.second.contains(one); });
            });
        };
        QVERIFY(beside_a_control("www.kcna.kp"));
        std::set<std::string> runs;
        for (const auto& [circuit, hosts] : rounds)
            runs.insert(circuit.substr(0, circuit.rfind('-')));
        QCOMPARE(runs.size(), std::size_t{1});
    }

    // Its SOCKS port is open and no circuit can be built: nothing can be said of anybody.
    void torWithoutACircuitBlamesNobody() {
        if (QStandardPaths::findExecutable(u"tor"_s).isEmpty())
            QSKIP("tor is not installed (Debian package of that name)");
        write(u"torrc"_s, "SocksPort 10.9.0.2:9050\nSocksPolicy accept *\nDataDirectory " +
                              path(u"tor"_s).toLocal8Bit() + "\nLog notice stderr\nSafeLogging 0\n");
        QProcess tor;
        tor.setStandardErrorFile(path(u"tor.log"_s));
        tor.setStandardOutputFile(QProcess::nullDevice());
        start(
            tor, *m_beyond,
            {u"tor"_s, u"-f"_s, path(u"torrc"_s), u"--defaults-torrc"_s, path(u"none"_s), u"--ignore-missing-torrc"_s});
        waitForPort(9050);
        left();
        const QByteArray said = collect(u"tor"_s, proxy(9050), firstRound);
        const Left seen = left();
        end(tor);
        QVERIFY2(seen.toProxy > 10, qPrintable(QString::number(seen.toProxy)));
        QCOMPARE(seen.beside, 0);
        QVERIFY2(said.contains("Watching through a proxy: checking for the first time"), said.right(400).constData());
        const QByteArray told = said.mid(said.indexOf("Watching one site"));
        QVERIFY2(!told.contains("reachable") && !told.contains("not answer"), told.constData());
        const QJsonObject status = ask(u"tor"_s, {u"status"_s});
        QVERIFY(status[u"own_connection"_s][u"controls_up"_s].toInt() == 0);
        const QStringList states = statesEver(u"tor"_s);
        QVERIFY(!states.isEmpty() && !states.contains(u"down"_s) && !states.contains(u"up"_s));
    }

    // As long as a verdict of "not answering" would take without the proxy, and a minute more.
    void whatIsSilentBehindTheProxyIsNeverCalledNotAnswering() {
        if (qEnvironmentVariable("KPWATCH_LONG_TESTS") != u"1"_s)
            QSKIP("takes four minutes: set KPWATCH_LONG_TESTS=1 to run it");
        QProcess microsocks;
        startMicrosocks(microsocks);
        QProcess collector;
        start(collector, *m_us, collecting(u"silent"_s, proxy(), u"10m"_s));
        const auto states = [&] {
            QStringList said;
            for (const QJsonValue target : ask(u"silent"_s, {u"status"_s})[u"targets"_s].toArray())
                if (const QString id = target[u"id"].toString(); id == u"kcna-http"_s || id == u"router"_s)
                    said << target[u"state"].toString();
            return said.join(u' ');
        };
        // Of the router the proxy alone says that it is connected.
        QTRY_COMPARE_WITH_TIMEOUT(states(), u"up unknown"_s, 60'000);
        m_page->setBehaviour(HttpBehaviour::Silent);
        m_beyond->ip(std::string("addr del ") + router + "/32 dev lo\nroute add blackhole " + router);
        QTRY_COMPARE_WITH_TIMEOUT(states(), u"unknown unknown"_s, 180'000);
        QTest::qWait(60'000);
        QCOMPARE(states(), u"unknown unknown"_s);
        const QString headline = ask(u"silent"_s, {u"status"_s})[u"headline"_s].toString();
        QVERIFY2(headline.startsWith(u"Watching through a proxy: "_s), qPrintable(headline));
        end(collector);
        end(microsocks);
        QVERIFY(!statesEver(u"silent"_s).contains(u"down"_s));
    }
};

int main(int argc, char** argv) {
    enterOwnNetwork(argc, argv);
    QCoreApplication application(argc, argv);
    TestWays test;
    QTEST_SET_MAIN_SOURCE_PATH
    return QTest::qExec(&test, argc, argv);
}
#include "tst_ways.moc"
