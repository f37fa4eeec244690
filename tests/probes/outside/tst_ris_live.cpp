// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/simulation/ripe_answers.h"
#include "probes/outside/ris_live.h"

#include <QTest>

#include <algorithm>

using namespace kpwatch;
using namespace kpwatch::simulation;
using namespace std::chrono_literals;

namespace {

const UtcTime night = *parseIsoUtc("2026-11-20T03:12:10.120Z");

// JSON is written with ' for ", so that it can be read here.
std::string json(std::string text) {
    std::replace(text.begin(), text.end(), '\'', '"');
    return text;
}
std::string update(const std::string& rest) {
    return "{'type':'ris_message','data':{'timestamp':1795144330.12,'peer':'192.0.2.9','peer_asn':'64500',"
           "'host':'rrc21','type':'UPDATE'," +
           rest + "}}";
}
std::vector<RouteChange> changesOf(const std::string& line) {
    const RisMessage message = readRisLine(json(line));
    const auto* changes = std::get_if<std::vector<RouteChange>>(&message);
    return changes != nullptr ? *changes : std::vector<RouteChange>();
}

} // namespace

class RisLiveTest : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void withdrawalsAndAnnouncementsAreRead() {
        const RouteChange gone{night, {fullPeer(3), "175.45.176.0/24", {}}};
        const RouteChange back{night + 2h, {fullPeer(3), "175.45.176.0/24", viaChina(3)}};
        QVERIFY(changesOf(risLine(gone)) == std::vector{gone});
        QVERIFY(changesOf(risLine(back)) == std::vector{back});
    }

    void ofOneMessageTheAnnouncementIsTheLastWord() {
        const auto changes = changesOf(update(
            "'path':[64500,[131279]],'announcements':[{'next_hop':'192.0.2.9','prefixes':['175.45.176.0/24','eor']}],"
            "'withdrawals':['175.45.176.0/24','2605:de00:bb:0:0:0:0:0/48']"));
        QCOMPARE(changes.size(), std::size_t(2));
        QVERIFY(changes.front().route.path.empty());
        QVERIFY(changes.back().route.path == (AsPath{64500, 131279}));
        QCOMPARE(changes.back().route.peer.collector, std::string("21"));
    }

    void keysMayBeMissing() {
        QCOMPARE(changesOf(update("'withdrawals':['175.45.179.0/24']")).size(), std::size_t(1));
        QCOMPARE(changesOf("{'timestamp':1795144330,'peer':'192.0.2.9','host':'rrc21.ripe.net','withdrawals':"
                           "['175.45.179.0/24']}")
                     .size(),
                 std::size_t(1)); // a bare message
    }

    void peerThatGoesAwayHasWithdrawnNothing() {
        const RisMessage message = readRisLine(
            json("{'type':'ris_message','data':{'timestamp':1568365292.84,'peer':'192.0.2.1','peer_asn':'64496',"
                 "'host':'rrc00','type':'RIS_PEER_STATE','state':'down'}}"));
        QVERIFY(std::holds_alternative<PeerState>(message));
        QVERIFY(!std::get<PeerState>(message).connected);
    }

    void anythingElseChangesNothing_data() {
        QTest::addColumn<QByteArray>("line");
        QTest::addColumn<bool>("trouble");
        QTest::newRow("pong") << QByteArray("{'type':'pong','data':null}") << false;
        QTest::newRow("acknowledged") << QByteArray("{'type':'ris_subscribe_ok','data':{'subscription':{}}}") << false;
        QTest::newRow("keepalive") << QByteArray("{'type':'ris_message','data':{'timestamp':1,'peer':'192.0.2.0',"
                                                 "'host':'rrc00','type':'KEEPALIVE'}}")
                                   << false;
        QTest::newRow("end of table") << QByteArray::fromStdString(
                                             update("'path':[1],'announcements':[{'prefixes':['eor']}]"))
                                      << false;
        QTest::newRow("no path") << QByteArray::fromStdString(
                                        update("'announcements':[{'prefixes':['175.45.176.0/24']}]"))
                                 << false;
        QTest::newRow("lists of null") << QByteArray::fromStdString(
                                              update("'path':null,'announcements':null,'withdrawals':null"))
                                       << false;
        QTest::newRow("refused") << QByteArray("{'type':'ris_error','data':{'message':'invalid'}}") << true;
        QTest::newRow("cut") << QByteArray("{'type':'ris_message','data':{'timest") << true;
        QTest::newRow("a page") << QByteArray("<html>") << true;
        QTest::newRow("a number") << QByteArray("7") << true;
    }
    void anythingElseChangesNothing() {
        QFETCH(QByteArray, line);
        QFETCH(bool, trouble);
        const RisMessage message = readRisLine(json(line.toStdString()));
        QVERIFY(trouble ? std::holds_alternative<NoData>(message) : std::holds_alternative<NothingNew>(message));
    }

    void linesAreCutWhereverThePiecesEnd() {
        for (std::size_t piece = 1; piece < 12; ++piece) {
            LineCutter cutter;
            std::vector<std::string> lines;
            const std::string text = "one\r\n\ntwo\nthree";
            for (std::size_t i = 0; i < text.size(); i += piece)
                cutter.take(std::string_view(text).substr(i, piece),
                            [&](std::string_view line) { lines.emplace_back(line); });
            QVERIFY(lines == (std::vector<std::string>{"one", "two"})); // what is not ended may go on
        }
    }

    void endlessLineIsDroppedAndTheNextIsRead() {
        LineCutter cutter;
        std::vector<std::string> lines;
        const auto onLine = [&](std::string_view line) { lines.emplace_back(line); };
        const std::string piece(100'000, 'x');
        for (int i = 0; i < 50; ++i) {
            QCOMPARE(cutter.isEndless(), i > 41); // more than 4 MiB
            cutter.take(piece, onLine);
        }
        cutter.take("tail\nnext\n", onLine);
        QVERIFY(!cutter.isEndless());
        QVERIFY(lines == std::vector<std::string>{"next"});
        QCOMPARE(cutter.dropped(), std::uint64_t(1));
    }

    void subscriptionIsByPrefix() {
        QCOMPARE(risSubscription("175.45.176.0/22"),
                 json("{'moreSpecific':true,'prefix':'175.45.176.0/22','type':'UPDATE'}"));
    }
};

QTEST_APPLESS_MAIN(RisLiveTest)
#include "tst_ris_live.moc"
