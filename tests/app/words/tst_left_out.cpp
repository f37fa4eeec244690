// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/words/left_out.h"

#include "app/settings.h"
#include "app/words/agreement.h"
#include "probes/outside/clauses.h"

#include <QtTest>

using namespace kpwatch;
using namespace Qt::StringLiterals;

class LeftOutTest : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void whatAProxyCannotCarryHasItsReason_data() {
        QTest::addColumn<QString>("target");
        QTest::addColumn<QString>("reason");
        QTest::newRow("page") << u"kcna-http"_s << QString();
        QTest::newRow("port") << u"router-178"_s << QString();
        QTest::newRow("name server") << u"ns1-kptc"_s << u"a proxy does not carry the questions to a name server"_s;
        QTest::newRow("mail") << u"mail-star-1"_s << u"mail is not asked through a proxy"_s;
    }
    void whatAProxyCannotCarryHasItsReason() {
        QFETCH(const QString, target);
        QFETCH(const QString, reason);
        const Watchlist watchlist = defaultWatchlist(Settings{});
        const Target& one = *watchlist.findByName(target.toStdString());
        QCOMPARE(words::switchedOff(one, parseProxy("127.0.0.1:9050")), reason);
        QCOMPARE(words::switchedOff(one, Direct{}), QString());
        QCOMPARE(words::switchedOff(one, ObserveOnly{}), u"observing only, nothing is sent"_s);
    }

    void allOfItIsCountedAndNamed() {
        const Watchlist watchlist = defaultWatchlist(Settings{});
        const WayOut tor = parseProxy("127.0.0.1:9050");
        const QString said = words::switchedOff(watchlist, tor);
        QVERIFY2(said.startsWith(QString::number(switchedOff(watchlist, tor).size())), qPrintable(said));
        QVERIFY2(said.contains(u"name servers, mail"_s), qPrintable(said));
        QVERIFY(words::switchedOff(watchlist, Direct{}).isEmpty());
    }

    void whoIsNotAskedForWantOfATokenIsNotNamed() {
        SourceStatus radar{.source = "cloudflare-radar"};
        radar.trouble = clauses::noToken;
        QVERIFY(!words::observing({radar}).second.contains(u"Watching by"_s));
        const QString said = words::observing({radar, {.source = "ioda"}}).second;
        QVERIFY2(said.contains(u"Watching by public sources: "_s) && !said.contains(u"Radar"_s), qPrintable(said));
        radar.trouble.clear();
        QVERIFY(words::observing({radar}).second.contains(u"Radar"_s));
    }

    void askingTooMuchNamesTheWorstPlace() {
        QVERIFY(words::overCaps({}).isEmpty());
        const QString said = words::overCaps({{"175.45.176.0/24", 7.25, 6}, {"175.45.178.0/24", 18, 6}});
        QVERIFY2(
            said.startsWith(u"The watchlist wants 18.0 checks a minute of 175.45.178.0/24, where 6 may be made."_s),
            qPrintable(said));
        QVERIFY2(said.contains(u"One more place"_s), qPrintable(said));
    }

    void withoutAComputerElsewhereTheAgreementSaysSo() {
        Watchlist watchlist = defaultWatchlist(Settings{});
        std::erase_if(watchlist.controls, [](const Control& control) { return control.ring == Ring::Line; });
        const QString said = words::agreementText(watchlist, parseProxy("127.0.0.1:9050"));
        QVERIFY2(said.contains(u"nothing can be said of theirs"_s) && !said.contains(u"0 computers"_s),
                 qPrintable(said));
    }

    // The resolvers of the two networks are asked by UDP, which no proxy carries.
    void theAgreementNamesWhoIsAskedThisWay() {
        const Watchlist watchlist = defaultWatchlist(Settings{});
        const QString direct = words::agreementText(watchlist, Direct{});
        QVERIFY2(direct.contains(u"in Japan, Hong Kong or Korea, of China Unicom and of TransTeleCom."_s),
                 qPrintable(direct));
        const QString proxy = words::agreementText(watchlist, parseProxy("127.0.0.1:9050"));
        QVERIFY2(proxy.contains(u"on the way there: in Japan, Hong Kong or Korea."_s), qPrintable(proxy));
        QVERIFY(!proxy.contains(u"China Unicom"_s) && !proxy.contains(u"TransTeleCom"_s));
    }
};

QTEST_GUILESS_MAIN(LeftOutTest)
#include "tst_left_out.moc"
