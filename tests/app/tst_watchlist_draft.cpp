// SPDX-License-Identifier: GPL-3.0-or-later
// A watchlist while it is edited: what a form shows is what the file says, nothing it does not know is lost, and what
// is wrong is told in the words of the reader of files.
#include "app/errors.h"
#include "app/watchlist_draft.h"

#include <QTest>

using namespace kpwatch;

namespace {

constexpr const char* smallList = R"({"$schema":"x","version":1,
    "sites":[{"id":"kcna","label":"KCNA","short":"KCNA","host":"www.kcna.kp"}],
    "targets":[
      {"id":"kcna-http","label":"KCNA","site":"kcna","layer":"http","via":"china","probe":{"kind":"http",
        "url":"http:\/\/www.kcna.kp/","resolve":{"servers":["175.45.176.8","175.45.176.9"],"port":53}},"enabled":true},
      {"id":"ns1","label":"ns1","group":"name-servers","probe":{"kind":"dns","server":"175.45.176.15","port":53,
        "name":"kp","type":"SOA"},"interval_s":300},
      {"id":"router","group":"routers","probe":{"kind":"tcp","host":"175.45.178.161","port":80},"timeout_s":2.5}],
    "controls":[{"id":"line-de","ring":"line","status":"unproven","reason":"a mirror","probe":{"kind":"http",
        "url":"http:\/\/141.76.2.4/","expect":{"status":200,"text":"Debian"}}}]})";

DraftPlace target(std::size_t index) { return {DraftPart::Targets, index}; }
constexpr DraftPlace control{DraftPart::Controls, 0};

} // namespace

class WatchlistDraftTest : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void whatAFormShowsAndTakesIsWhatTheFileSays() {
        const WatchlistDraft draft(smallList);
        WatchlistDraft again = draft;
        for (std::size_t i = 0; i < draft.count(DraftPart::Targets); ++i)
            (void)again.put(draft.entry(target(i)), target(i));
        (void)again.put(draft.entry(control), control);
        QCOMPARE(again.json(), draft.json()); // to the order of its keys
    }

    void theOrderOfKeysIsNoDifference() {
        const WatchlistDraft draft(smallList);
        const WatchlistDraft sorted(nlohmann::json::parse(smallList).dump());
        QVERIFY(sorted.json() != draft.json());
        QCOMPARE(sorted, draft);
    }

    void theShippedListGoesThroughTheFormUnharmed() {
        const std::string shipped = defaultWatchlist({}).json();
        WatchlistDraft draft(shipped);
        for (const DraftPart part : {DraftPart::Targets, DraftPart::Controls})
            for (std::size_t i = 0; i < draft.count(part); ++i)
                (void)draft.put(draft.entry({part, i}), DraftPlace{part, i});
        QCOMPARE(parseWatchlist(draft.json(), "draft", {}).json(), shipped);
    }

    void entriesArePutInOrderWithinTheirPart() {
        WatchlistDraft draft(smallList);
        draft.move(target(2), 0);
        QCOMPARE(draft.entry(target(0)).id, std::string("router"));
        QCOMPARE(draft.entry(target(1)).id, std::string("kcna-http"));
        draft.move(target(0), 2);
        QCOMPARE(draft, WatchlistDraft(smallList));
        draft.move(target(0), 3); // there is none
        QCOMPARE(draft, WatchlistDraft(smallList));
    }

    void aCopyHasAnIdOfItsOwnAndIsSwitchedOff() {
        WatchlistDraft draft(smallList);
        const DraftPlace copy = draft.duplicate(target(2));
        QCOMPARE(copy, target(3));
        QCOMPARE(draft.entry(copy).id, std::string("router-2"));
        QVERIFY(!draft.entry(copy).enabled);
        QVERIFY(!faultOf(draft, {}));
        (void)draft.duplicate(control);
        QVERIFY(!faultOf(draft, {}));
    }

    void aNewSiteIsMadeOnce() {
        WatchlistDraft draft(smallList);
        QCOMPARE(draft.addSite("KCNA", "www.kcna.kp"), std::string("kcna"));
        QCOMPARE(draft.addSite("Rodong Sinmun", "www.rodong.rep.kp"), std::string("rodong-sinmun"));
        QCOMPARE(draft.addSite("Rodong Sinmun", {}), std::string("rodong-sinmun"));
        QCOMPARE(draft.sites().size(), std::size_t{2});
        QCOMPARE(draft.freeId("로동신문"), std::string("target"));
        QCOMPARE(draft.freeId("Own line"), std::string("target")); // that lane is taken
        QCOMPARE(draft.freeId("ns1"), std::string("ns1-2"));
    }

    void whatTheReaderRefusesIsToldWithItsKey_data() {
        QTest::addColumn<QString>("host");
        QTest::addColumn<QString>("port");
        QTest::addColumn<QString>("interval");
        QTest::addColumn<QString>("key");
        QTest::addColumn<QString>("says");
        QTest::newRow("private") << "192.168.1.1"
                                 << "80"
                                 << ""
                                 << "targets[2].probe.host"
                                 << "private or special";
        QTest::newRow("loopback") << "127.0.0.1"
                                  << "80"
                                  << ""
                                  << "targets[2].probe.host"
                                  << "private or special";
        QTest::newRow("documentation") << "192.0.2.7"
                                       << "80"
                                       << ""
                                       << "targets[2].probe.host"
                                       << "documentation";
        QTest::newRow("no port") << "175.45.178.161"
                                 << ""
                                 << ""
                                 << "targets[2].probe.port"
                                 << "is missing";
        QTest::newRow("port no number") << "175.45.178.161"
                                        << "http"
                                        << ""
                                        << "targets[2].probe.port"
                                        << "whole number";
        QTest::newRow("too often") << "175.45.178.161"
                                   << "80"
                                   << "5"
                                   << "targets[2].interval_s"
                                   << "30 s is the shortest";
    }
    void whatTheReaderRefusesIsToldWithItsKey() {
        QFETCH(QString, host);
        QFETCH(QString, port);
        QFETCH(QString, interval);
        QFETCH(QString, key);
        QFETCH(QString, says);
        WatchlistDraft draft(smallList);
        DraftEntry entry = draft.entry(target(2));
        entry.host = host.toStdString();
        entry.port = port.toStdString();
        entry.interval = interval.toStdString();
        (void)draft.put(entry, target(2));
        const auto fault = faultOf(draft, {});
        QVERIFY(fault);
        QCOMPARE(QString::fromStdString(fault->key), key);
        QVERIFY2(QString::fromStdString(fault->sentence).contains(says), fault->sentence.c_str());
    }

    void aLayerThatTheKindNoLongerHasGoes() {
        WatchlistDraft draft(smallList);
        DraftEntry entry = draft.entry(target(0));
        entry.kind = "ping";
        entry.host = "175.45.176.71";
        (void)draft.put(entry, target(0));
        QVERIFY(!faultOf(draft, {}));
    }

    // A file of any kind can be opened to be mended.
    void whatIsBrokenCanBeWrittenOver_data() {
        QTest::addColumn<std::string>("entry");
        QTest::newRow("no probe") << std::string(R"({"id":"a","layer":"http"})");
        QTest::newRow("a probe that is none") << std::string(R"({"id":"a","layer":"http","probe":null})");
        QTest::newRow("a kind that is none") << std::string(R"({"id":"a","layer":"http","probe":{"kind":5}})");
        QTest::newRow("no entry") << std::string("5");
    }

    void whatIsBrokenCanBeWrittenOver() {
        QFETCH(std::string, entry);
        WatchlistDraft draft(R"({"version":1,"sites":{},"targets":[)" + entry + "]}");
        const DraftEntry wanted = WatchlistDraft(smallList).entry(target(0));
        draft.setEnabled(draft.duplicate(target(0)), true);
        draft.put(wanted, target(0));
        QCOMPARE(draft.entry(target(0)).kind, wanted.kind);
        QCOMPARE(draft.entry(target(0)).url, wanted.url);
        draft.addSite("KCNA", "www.kcna.kp");
        QCOMPARE(draft.sites().size(), std::size_t(1));
    }

    void whatIsNoListIsRefused() {
        QVERIFY_EXCEPTION_THROWN(WatchlistDraft("[]"), InputError);
        QVERIFY_EXCEPTION_THROWN(WatchlistDraft("{"), InputError);
        WatchlistDraft strange(R"({"targets":5,"sites":[7]})"); // is shown as empty, and told
        QCOMPARE(strange.count(DraftPart::Targets), std::size_t{0});
        QVERIFY(faultOf(strange, {}));
    }
};

QTEST_GUILESS_MAIN(WatchlistDraftTest)
#include "tst_watchlist_draft.moc"
