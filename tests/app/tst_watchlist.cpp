// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/errors.h"
#include "app/watchlist.h"

#include <QTest>

#include <set>

using namespace kpwatch;

namespace {

// A small list that is right; each row of the table below breaks one thing in it.
const QString right = QString::fromUtf8(
    R"({"version":1,"allow_private":false,)"
    R"("sites":[{"id":"kcna","label":"KCNA","short":"KCNA","host":"www.kcna.kp"}],)"
    R"("targets":[)"
    R"({"id":"kcna-http","label":"KCNA","site":"kcna","layer":"http","via":"china",)"
    R"("probe":{"kind":"http","url":"http://www.kcna.kp/","resolve":{"servers":["175.45.176.8"],"port":53}},)"
    R"("interval_s":60,"timeout_s":2.5},)"
    R"({"id":"ns1","label":"ns1","group":"name-servers","layer":"dns","via":"china",)"
    R"("probe":{"kind":"dns","server":"175.45.176.15","name":"kp"}},)"
    R"({"id":"mail","label":"Mail","group":"mail","layer":"mail","via":"both",)"
    R"("probe":{"kind":"smtp","host":"175.45.178.56"},"enabled":false}],)"
    R"("controls":[)"
    R"({"id":"line-a","label":"A","probe":{"kind":"tcp","host":"141.76.2.4","port":80},"status":"unproven","reason":"far"},)"
    R"({"id":"nobody","label":"N","ring":"negative","probe":{"kind":"tcp","host":"192.0.2.1","port":80}}]})");

Watchlist parsed(const QString& json) { return parseWatchlist(json.toStdString(), "w.json", {}); }

} // namespace

class TestWatchlist : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void idsArePositionsControlsAfterTargets() {
        const Watchlist list = parsed(right);
        QCOMPARE(list.targets.size(), std::size_t(3));
        QCOMPARE(list.controls.size(), std::size_t(2));
        QVERIFY(list.targets[2].id == TargetId{2});
        QVERIFY(list.controls[0].target.id == TargetId{3});
        QVERIFY(list.find(TargetId{4}) == &list.controls[1].target);
        QVERIFY(list.find(TargetId{5}) == nullptr);
        QVERIFY(list.find(TargetId{-1}) == nullptr);
        QVERIFY(list.findByName("line-a") == &list.controls[0].target);
        QVERIFY(list.findByName("kcna") == nullptr);
        QVERIFY(list.isControl(TargetId{3}));
        QVERIFY(!list.isControl(TargetId{2}));
        QVERIFY(!list.isControl(TargetId{5}));
    }

    void ownValuesWinOverTheSettings() {
        const Watchlist list = parsed(right);
        QCOMPARE(list.targets[0].interval.count(), 60);
        QCOMPARE(list.targets[0].timeout.count(), 2500);
        QCOMPARE(list.targets[1].interval.count(), 120);
        QCOMPARE(list.targets[1].timeout.count(), 10000);
        QCOMPARE(list.targets[2].interval.count(), 900);
        QCOMPARE(list.controls[0].target.interval.count(), 60);
        QVERIFY(list.controls[0].ring == Ring::Line); // a missing ring means line
        QVERIFY(list.controls[1].ring == Ring::Negative);
    }

    void documentCanBeReadAgain() {
        const Watchlist list = parsed(right);
        const Watchlist again = parseWatchlist(list.json(), "again", {});
        QCOMPARE(again.json(), list.json());
        QCOMPARE(again.targets.size(), list.targets.size());
    }

    void brokenListsAreRefusedNamingTheKey_data() {
        QTest::addColumn<QString>("from");
        QTest::addColumn<QString>("to");
        QTest::addColumn<QString>("named");
        const auto row = [](const char* what, const char* from, const char* to, const char* named) {
            QTest::newRow(what) << QString::fromUtf8(from) << QString::fromUtf8(to) << QString::fromUtf8(named);
        };
        row("no version", R"("version":1,)", "", "version: is missing");
        row("other version", R"("version":1)", R"("version":2)", "version: 2 is out of range");
        row("unknown key", R"("allow_private")", R"("allow_privat")", "allow_privat: is not a key known");
        row("unknown target key", R"("via":"china",)", R"("via":"china","vja":1,)", "targets[0].vja");
        row("unknown control key", R"("reason")", R"("reasons")", "controls[0].reasons");
        row("unknown site key", R"("host":"www)", R"("hosts":"www)", "sites[0].hosts");
        row("bad slug", R"("id":"kcna-http")", R"("id":"KCNA http")", "targets[0].id");
        row("slug with double dash", R"("id":"kcna-http")", R"("id":"kcna--http")", "targets[0].id");
        row("reserved slug", R"("id":"ns1")", R"("id":"own-line")", "targets[1].id");
        row("slug twice", R"("id":"ns1")", R"("id":"kcna-http")", "targets[1].id");
        row("control slug twice", R"("id":"line-a")", R"("id":"ns1")", "controls[0].id");
        row("unknown site", R"("site":"kcna")", R"("site":"naenara")", "targets[0].site");
        row("site and group", R"("site":"kcna",)", R"("site":"kcna","group":"mail",)", "both a site and a group");
        row("no place", R"("site":"kcna",)", "", "neither a site nor a group");
        row("group named as a site", R"("group":"mail")", R"("group":"kcna")", "targets[2].group");
        row("layer", R"("layer":"dns")", R"("layer":"bgp")", "targets[1].layer");
        row("via", R"("via":"both")", R"("via":"japan")", "targets[2].via");
        row("kind", R"("kind":"dns")", R"("kind":"doh")", "targets[1].probe.kind");
        row("scheme", "http://www.kcna.kp/", "ftp://www.kcna.kp/", "targets[0].probe.url");
        row("user in url", "http://www.kcna.kp/", "http://me@www.kcna.kp/", "targets[0].probe.url");
        row("port in url", "http://www.kcna.kp/", "http://www.kcna.kp:0/", "targets[0].probe.url");
        row("decimal host", "http://www.kcna.kp/", "http://2130706433/", "targets[0].probe.url");
        row("private url", "http://www.kcna.kp/", "http://192.168.1.1/", "targets[0].probe.url");
        row("space in url", "http://www.kcna.kp/", "http://www.kcna.kp/a b", "targets[0].probe.url");
        row("name without resolve", R"(,"resolve":{"servers":["175.45.176.8"],"port":53})", "", "resolve");
        row("no servers", R"(["175.45.176.8"])", "[]", "targets[0].probe.resolve.servers");
        row("server by name", R"("175.45.176.8")", R"("ns1.kcna.kp")", "targets[0].probe.resolve.servers[0]");
        row("private server", "175.45.176.15", "10.0.0.1", "targets[1].probe.server");
        row("loopback", "175.45.176.15", "127.0.0.1", "allow_private");
        row("documentation target", "175.45.176.15", "192.0.2.53", "negative");
        row("documentation line control", "141.76.2.4", "198.51.100.7", "controls[0].probe.host");
        row("port", R"("host":"141.76.2.4","port":80)", R"("host":"141.76.2.4","port":65536)",
            "controls[0].probe.port");
        row("no port", R"("host":"141.76.2.4","port":80)", R"("host":"141.76.2.4")", "controls[0].probe.port");
        row("record type", R"("name":"kp")", R"("name":"kp","type":"AXFR")", "targets[1].probe.type");
        row("dns name", R"("name":"kp")", R"("name":"k p")", "targets[1].probe.name");
        row("short interval", R"("interval_s":60)", R"("interval_s":29)", "targets[0].interval_s");
        row("no interval", R"("interval_s":60)", R"("interval_s":0)", "targets[0].interval_s");
        row("timeout", R"("timeout_s":2.5)", R"("timeout_s":0)", "targets[0].timeout_s");
        row("ring", R"("ring":"negative")", R"("ring":"lines")", "controls[1].ring");
        row("mail by a name nobody looks up", R"("host":"175.45.178.56"},"enabled":false)",
            R"("host":"mail.star-co.net.kp"})", "targets[2].probe.host");
        row("ping as a layer", R"({"kind":"smtp","host":"175.45.178.56"})", R"({"kind":"ping","host":"175.45.178.56"})",
            "targets[2].layer: ping tells only of the way there");
        row("ping as a control", R"({"kind":"tcp","host":"141.76.2.4","port":80})",
            R"({"kind":"ping","host":"141.76.2.4"})", "controls[0].probe: ping proves nothing");
        row("port of a ping", R"({"kind":"smtp","host":"175.45.178.56"})",
            R"({"kind":"ping","host":"175.45.178.56","port":80})", "targets[2].probe.port");
        row("expectation of a target",
            "\"resolve\":", "\"expect\":{\"status\":200},\"resolve\":", "targets[0].probe.expect");
        row("label not text", R"("label":"ns1")", R"("label":1)", "targets[1].label");
        row("label with escape", R"("label":"ns1")", "\"label\":\"\\u001b\"", "control character");
    }
    void brokenListsAreRefusedNamingTheKey() {
        QFETCH(QString, from);
        QFETCH(QString, to);
        QFETCH(QString, named);
        QString json = right;
        const auto place = json.indexOf(from);
        QVERIFY(place >= 0);
        json.replace(place, from.size(), to);
        try {
            parsed(json);
            QFAIL("accepted");
        } catch (const InputError& error) {
            const QString sentence = QString::fromUtf8(error.what());
            QVERIFY2(sentence.startsWith(QStringLiteral("w.json: ")), error.what());
            QVERIFY2(sentence.contains(named), error.what());
        }
    }

    void mailPingAndTraceCanBeWatched() {
        QString json = right;
        json.replace(QStringLiteral(R"(,"enabled":false)"), QString());
        json.replace(QStringLiteral(R"(],"controls")"),
                     QStringLiteral(R"(,{"id":"way","group":"routers","probe":{"kind":"trace","host":"175.45.178.56",)"
                                    R"("port":53}},{"id":"echo","group":"routers","probe":{"kind":"ping",)"
                                    R"("host":"www.kcna.kp"}}],"controls")"));
        json.replace(QStringLiteral(R"("kind":"tcp","host":"141.76.2.4","port":80)"),
                     QStringLiteral(R"("kind":"smtp","host":"141.76.2.4")"));
        const Watchlist list = parsed(json);
        QVERIFY(list.findByName("mail")->enabled);
        QVERIFY(std::get<TraceOptions>(list.findByName("way")->probe) == (TraceOptions{"175.45.178.56", 53}));
        QVERIFY(list.findByName("way")->layer == Layer::Route);
        QVERIFY(list.findByName("echo")->layer == Layer::Route);
        QCOMPARE(portOf(list.findByName("line-a")->probe), std::uint16_t(25));
    }

    void loopbackMayBeAskedOften() {
        QString json = right;
        json.replace(QStringLiteral("\"allow_private\":false"), QStringLiteral("\"allow_private\":true"));
        json.replace(QStringLiteral("http://www.kcna.kp/"), QStringLiteral("http://127.0.0.1:8080/"));
        json.replace(QStringLiteral("\"interval_s\":60"), QStringLiteral("\"interval_s\":1"));
        QCOMPARE(parsed(json).targets[0].interval.count(), 1);
    }

    void settingsCannotMakeAPublicTargetHurry() {
        Settings settings;
        settings.interval_dns_s = 10;
        QVERIFY_EXCEPTION_THROWN(parseWatchlist(right.toStdString(), "w.json", settings), InputError);
    }

    void aControlMayExpectAnAnswer() {
        const auto read = [](const std::string& expect) {
            const QString json = QStringLiteral("{\"version\":1,\"targets\":[],\"controls\":[{\"id\":\"c\",\"probe\":"
                                                "{\"kind\":\"http\",\"url\":\"http://141.76.2.4/\",\"expect\":%1}}]}");
            const Watchlist list = parsed(json.arg(QString::fromStdString(expect)));
            return *std::get<HttpOptions>(list.controls[0].target.probe).expect;
        };
        QCOMPARE(read(R"({"status":200,"text":"Debian"})"), (ExpectedAnswer{200, "Debian"}));
        QCOMPARE(read(R"({"text":"Debian"})"), (ExpectedAnswer{0, "Debian"}));
        QVERIFY_EXCEPTION_THROWN(read("{}"), InputError);
        QVERIFY_EXCEPTION_THROWN(read(R"({"status":99})"), InputError);
        QVERIFY_EXCEPTION_THROWN(read(R"({"title":"x"})"), InputError);
    }

    void defaultListWatchesTheFourSites() {
        const Watchlist list = defaultWatchlist({});
        std::set<std::string> enabled_sites;
        for (const Target& target : list.targets) {
            if (target.enabled && !target.site.empty())
                enabled_sites.insert(target.site);
            const auto port = portOf(target.probe);
            QVERIFY2(port != 22 && port != 23, target.name.c_str()); // no log-in ports
        }
        QVERIFY((enabled_sites == std::set<std::string>{"kcna", "naenara", "airkoryo", "mfa"}));
        QVERIFY(list.findByName("ns1-kptc") != nullptr);
        QVERIFY(list.findByName("mail-star-1")->enabled);
        QVERIFY(!list.findByName("road-china")->enabled); // many small packets: the person's choice
    }

    void defaultListHasControlsInEveryRing() {
        std::map<Ring, std::set<std::string>> hosts;
        std::map<Transport, std::set<std::string>> lines;
        int pages = 0;     // whose Date headers tell our clock
        int expecting = 0; // whose answers tell of somebody who answers for everybody, and vouch for each other
        const Watchlist list = defaultWatchlist({});
        for (const Control& control : list.controls) {
            hosts[control.ring].insert(hostOf(control.target.probe));
            if (control.ring == Ring::Line)
                lines[transportOf(control.target.probe)].insert(hostOf(control.target.probe));
            if (const auto* page = std::get_if<HttpOptions>(&control.target.probe)) {
                ++pages;
                expecting += page->expect ? 1 : 0;
            }
        }
        QVERIFY(lines[Transport::Tcp].size() >= 3);
        QVERIFY(lines[Transport::Udp].size() >= 2);
        QVERIFY(lines[Transport::Mail].size() >= 2);
        QVERIFY(pages >= 2);
        QVERIFY(expecting >= 2);
        QVERIFY(hosts[Ring::LongHaul].size() >= 2);
        QVERIFY(!hosts[Ring::TransitChina].empty());
        QVERIFY(!hosts[Ring::TransitRussia].empty());
        QVERIFY((hosts[Ring::Negative] == std::set<std::string>{"192.0.2.1", "192.0.2.25", "192.0.2.53"}));
    }
};

QTEST_GUILESS_MAIN(TestWatchlist)
#include "tst_watchlist.moc"
