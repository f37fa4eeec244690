// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/words/words.h"
#include "ui/live/banner.h"
#include "ui/live/own_line_button.h"
#include "ui/live/switch.h"
#include "ui/live/trouble_words.h"

#include <QSignalSpy>
#include <QTest>

using namespace kpwatch;
using namespace std::chrono_literals;

namespace {

const UtcTime now = parseIsoUtc("2026-03-12T07:46:20Z").value();

QStringList strong(const BannerFacts& facts) {
    QStringList said;
    for (const BannerWords& words : bannerWords(facts))
        said << words.strong;
    return said;
}

} // namespace

class BannerWordsTest : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void nothingToSayIsNothingSaid() { QVERIFY(bannerWords({}).empty()); }

    void theMostImportantComesFirst() {
        BannerFacts facts;
        facts.picture.storageTrouble = "disk full";
        facts.picture.live.ownLine = {Verdict::OwnConnectionDown, now - 5min, 0, 3, {}};
        facts.picture.notices = {{now, NoRoute{}}, {now, ClockWrong{12s}}};
        facts.picture.way = Proxy{*Address::parse("127.0.0.1"), 9050, {}};
        facts.picture.switchedOff = {TargetId{1}, TargetId{2}};
        facts.viewer = true;
        facts.recordTrouble = "cannot read";
        facts.startTrouble = "cannot start";
        QCOMPARE(
            strong(facts),
            QStringList({QStringLiteral("Watching could not be started."),
                         QStringLiteral("Results are not being saved."), QStringLiteral("The record cannot be read."),
                         QStringLiteral("Our own line is down."), QStringLiteral("This computer has no network."),
                         QStringLiteral("The clock of this computer is 12 s ahead."),
                         QStringLiteral("Watching through the proxy at 127.0.0.1:9050."),
                         QStringLiteral("Another program is watching.")}));
        QCOMPARE(bannerWords(facts)[6].sentence, QStringLiteral("Two checks that it cannot carry are off."));
        facts.picture.way.reset();
        QCOMPARE(bannerWords(facts)[3].action, BannerAction::TestAgain);
    }

    void whatIsMendedByItselfIsNoAlarm() {
        BannerFacts facts;
        facts.recordTrouble = "cannot read";
        QCOMPARE(bannerWords(facts)[0].icon, Verdict::Down);
        facts.repairing = true;
        QCOMPARE(bannerWords(facts)[0].icon, Verdict::NotMonitored);
        QVERIFY(bannerWords(facts)[0].sentence.contains(QStringLiteral("being repaired")));
        facts.picture.recordNote = "The record is being repaired."; // says it already
        QCOMPARE(bannerWords(facts).size(), std::size_t{1});
    }

    // Who watches has a note of it from who records.
    void anotherRecordInItsPlaceIsSaidWhereNobodyWatches() {
        BannerFacts facts;
        facts.anotherSince = now;
        facts.viewer = true;
        QCOMPARE(bannerWords(facts)[0].sentence,
                 QStringLiteral("Since %1 another record lies in its place, and this window shows that one.")
                     .arg(words::clockWithZone(now)));
        QCOMPARE(bannerWords(facts)[0].action, BannerAction::Close);
        facts.viewer = false;
        facts.picture.watching = Watching::Running;
        QVERIFY(bannerWords(facts).empty());
    }

    void whatIsSaidAboutTheRecordCanBeClosed() {
        BannerFacts facts;
        facts.picture.recordNote = "The record was repaired.";
        Banner banner;
        banner.setWords(bannerWords(facts));
        QSignalSpy wanted(&banner, &Banner::closeWanted);
        QCOMPARE(banner.findChildren<Button*>().first()->text(), QStringLiteral("Close"));
        QTest::mouseClick(banner.findChildren<Button*>().first(), Qt::LeftButton);
        QCOMPARE(wanted.count(), 1);
    }

    void aCopyIsToldFirstAndGoneOnWith() {
        BannerFacts facts;
        facts.picture.recordNote = "The record is being repaired.";
        facts.copy = ShownCopy{QStringLiteral("kpwatch-20260101.db"), now};
        const BannerWords said = bannerWords(facts).front();
        QCOMPARE(said.strong, QStringLiteral("This window shows a copy of a record."));
        QVERIFY2(said.sentence.startsWith(QStringLiteral("kpwatch-20260101.db reaches until ")),
                 qPrintable(said.sentence));
        Banner banner;
        banner.setWords({said});
        QSignalSpy wanted(&banner, &Banner::goOnWanted);
        QCOMPARE(banner.findChildren<Button*>().first()->text(), QStringLiteral("Go on with it…"));
        QTest::mouseClick(banner.findChildren<Button*>().first(), Qt::LeftButton);
        QCOMPARE(wanted.count(), 1);
    }

    void aCopyThatCannotBeReadIsToldSoFirst() {
        BannerFacts facts;
        facts.recordTrouble = "/x/mine.db is damaged or no record of KPWatch: make or ask for another copy.";
        facts.copy = ShownCopy{QStringLiteral("mine.db"), {}};
        const QStringList both{QStringLiteral("The record cannot be read."),
                               QStringLiteral("This window shows a copy of a record.")};
        QCOMPARE(strong(facts), both);
        for (const BannerWords& words : bannerWords(facts))
            QCOMPARE(words.action, BannerAction::None); // neither another place nor going on would help
        facts.copy->older = true;
        QCOMPARE(strong(facts), both);
        for (const BannerWords& words : bannerWords(facts))
            QCOMPARE(words.action, BannerAction::GoOn);
    }

    void aRecordOfANewerProgramIsToldSo() {
        const std::string rest = " was written by a newer KPWatch (schema 12, this one reads 9): it is read as far as "
                                 "it can be, and nothing is written; use that version to go on.";
        BannerFacts facts;
        facts.newer = "/home/ann/history/history.db" + rest;
        QCOMPARE(bannerWords(facts)[0].sentence,
                 QStringLiteral("The record was written by a newer KPWatch: it is read as far as it can be, and "
                                "nothing is written. Use that version to go on."));
        facts.newer = "/home/ann/copy.db" + rest;
        const QString ofCopy = bannerWords(facts)[0].sentence;
        QVERIFY2(ofCopy.startsWith(QStringLiteral("The record was written by a newer KPWatch: it is read")) &&
                     ofCopy.endsWith(QStringLiteral("\n/home/ann/copy.db")),
                 qPrintable(ofCopy));
        facts.copy = ShownCopy{QStringLiteral("copy.db"), {}};
        for (const BannerWords& each : bannerWords(facts))
            QVERIFY2(each.action != BannerAction::GoOn, "it would be refused");
    }

    void whereOneWatchesIsAskedAgainOnAnotherNetwork() {
        BannerFacts facts;
        facts.placeBefore = QStringLiteral("our office in Seoul");
        QCOMPARE(strong(facts), QStringList(QStringLiteral("Another place?")));
        QVERIFY(bannerWords(facts)[0].sentence.contains(facts.placeBefore));
        Banner banner;
        banner.setWords(bannerWords(facts));
        QSignalSpy wanted(&banner, &Banner::sayPlaceWanted);
        QTest::mouseClick(banner.findChildren<Button*>().first(), Qt::LeftButton);
        QCOMPARE(wanted.count(), 1);
    }

    void observingIsSaidAndCanBeChanged() {
        BannerFacts facts;
        facts.picture.watching = Watching::Observing;
        facts.picture.way = ObserveOnly{};
        QCOMPARE(strong(facts), QStringList(QStringLiteral("Observing only.")));
        QCOMPARE(bannerWords(facts)[0].action, BannerAction::ChangeWay);
        QVERIFY(bannerWords(facts)[0].sentence.contains(QStringLiteral("not recorded")));
        facts.picture.sources = {{.source = "ripe-ris"}};
        QVERIFY(bannerWords(facts)[0].sentence.contains(QStringLiteral("what public sources say is recorded")));
        Banner banner;
        banner.setWords(bannerWords(facts));
        int wanted = 0;
        connect(&banner, &Banner::wayWanted, &banner, [&] { ++wanted; });
        QTest::mouseClick(banner.findChildren<Button*>().first(), Qt::LeftButton);
        QCOMPARE(wanted, 1);
    }

    void aProxyThatPassesNothingOnIsNamed() {
        BannerFacts facts;
        facts.picture.live.ownLine = {Verdict::OwnConnectionDown, now - 5min, 0, 3, {}};
        facts.picture.way = Proxy{*Address::parse("127.0.0.1"), 9050, {}};
        QCOMPARE(bannerWords(facts)[0].sentence,
                 QStringLiteral("Nothing comes back through the proxy at 127.0.0.1:9050, so nothing can be said about "
                                "the sites. Checks go on."));
    }

    void aListThatAsksTooMuchIsToldSo() {
        BannerFacts facts;
        facts.picture.overCaps = {{"175.45.176.0/24", 9.5, 6}};
        QCOMPARE(strong(facts), QStringList(QStringLiteral("More is asked than may be.")));
        QVERIFY(bannerWords(facts)[0].sentence.contains(QStringLiteral("9.5 checks a minute of 175.45.176.0/24")));
    }

    void theWindowsOwnTakingInIsNoTrouble() {
        BannerFacts facts;
        facts.picture.storageTrouble = recordLent;
        QCOMPARE(strong(facts), QStringList{QStringLiteral("Results are not being saved.")});
        facts.takingIn = true;
        QVERIFY(bannerWords(facts).empty());
    }

    void troubleOfTheDiskIsToldWithoutFileAndCode() {
        BannerFacts facts;
        facts.unsavedSince = now;
        facts.picture.storageTrouble =
            "/home/ann/my files/history/history.db cannot be written, it or its directory is "
            "read-only (SQLite code 8): make both writable for yourself, or choose another "
            "directory with --history.";
        const BannerWords said = bannerWords(facts).front();
        QVERIFY2(said.strong.startsWith(QStringLiteral("Results since ")), qPrintable(said.strong));
        QCOMPARE(said.sentence, QStringLiteral("The record cannot be written, it or its directory is read-only: make "
                                               "both writable for yourself."));
        QVERIFY(said.whole.contains(QStringLiteral("/home/ann/my files")));
        Banner banner;
        banner.setWords({said});
        QSignalSpy wanted(&banner, &Banner::placeWanted);
        QCOMPARE(banner.findChildren<Button*>().first()->text(), QStringLiteral("Choose another place…"));
        QTest::mouseClick(banner.findChildren<Button*>().first(), Qt::LeftButton);
        QCOMPARE(wanted.count(), 1);
    }

    void nothingOfATerminalIsSaidInAWindow() {
        QCOMPARE(troubleWords("/home/ann/history/history.db does not exist: start watching first, or name another "
                              "directory with --history."),
                 QStringLiteral("The record does not exist: start watching first, or name another directory."));
        QCOMPARE(troubleWords("/x/history.db is another program's database: choose another directory with --history."),
                 QStringLiteral("The record is another program's database: choose another directory."));
    }

    void troubleOfTheDiskIsCleanedAndCut() {
        BannerFacts facts;
        facts.startTrouble = "\x1b[31m" + std::string(10'000, 'x');
        const QString said = bannerWords(facts).front().sentence;
        QVERIFY(said.size() <= 300 && !said.contains(QChar(0x1b)));
    }

    void everyNoticeHasAnIconOfOurOwnSide() {
        BannerFacts facts;
        facts.picture.notices = {{now, NoRoute{}},
                                 {now, FirstRouterSilent{}},
                                 {now, SplitRoute{1, "vpn"}},
                                 {now, ResolverRewrites{1, 1, "10.0.0.1"}},
                                 {now, OwnFirewall{1}},
                                 {now, ClockWrong{1min}},
                                 {now, SleepComes{}},
                                 {now, Woke{1h, false}},
                                 {now, NetworkChanged{"vpn"}}};
        for (const BannerWords& words : bannerWords(facts)) {
            QVERIFY(words.icon != Verdict::Down && words.icon != Verdict::Up);
            QVERIFY(words.strong.endsWith(QLatin1Char('.')) && words.sentence.endsWith(QLatin1Char('.')));
        }
    }

    void othersAreReachedByTheButton() {
        BannerFacts facts;
        facts.picture.notices = {{now, NoRoute{}}, {now, ClockWrong{12s}}};
        Banner banner;
        banner.setWords(bannerWords(facts));
        QVERIFY(banner.accessibleName().startsWith(QStringLiteral("This computer has no network.")));
        auto* next = banner.findChildren<Button*>().last();
        QVERIFY(!next->isHidden());
        QCOMPARE(next->text(), QStringLiteral("1 of 2 ›"));
        QTest::mouseClick(next, Qt::LeftButton);
        QVERIFY(banner.accessibleName().startsWith(QStringLiteral("The clock")));
        facts.picture.notices[1].what = ClockWrong{14s}; // the same news: it stays where it was turned to
        banner.setWords(bannerWords(facts));
        QVERIFY(banner.accessibleName().startsWith(QStringLiteral("The clock of this computer is 14 s")));
        facts.picture.storageTrouble = "disk full"; // other news comes first
        banner.setWords(bannerWords(facts));
        QVERIFY(banner.accessibleName().startsWith(QStringLiteral("Results are not being saved.")));
        banner.setWords({});
        QVERIFY(banner.isHidden());
    }

    void ourLineSaysWhatItsRingsSay_data() {
        QTest::addColumn<std::vector<RingStatus>>("rings");
        QTest::addColumn<QString>("expected");
        const RingStatus line{Ring::Line, Transport::Tcp, 3, 3, 3, false, {}};
        QTest::newRow("works") << std::vector{line} << "Your connection: working";
        QTest::newRow("way there") << std::vector{line, RingStatus{Ring::LongHaul, Transport::Tcp, 0, 3, 3, true, now}}
                                   << "Your connection: working, the way there is not";
        QTest::newRow("between") << std::vector{line, RingStatus{Ring::Negative, Transport::Tcp, 1, 1, 1, true, now}}
                                 << "Your connection: somebody between answers";
    }
    void ourLineSaysWhatItsRingsSay() {
        QFETCH(std::vector<RingStatus>, rings);
        QFETCH(QString, expected);
        const OwnLineStatus line{Verdict::Up, now, 3, 3, rings};
        OwnLineButton button;
        button.setOwnLine(line, Watching::Running);
        QCOMPARE(button.accessibleName(), expected);
        QVERIFY(button.toolTip().contains(QStringLiteral("Our own line: 3 of 3 answer (TCP)")));
        QCOMPARE(ownLineGrounds(line).size(), qsizetype(rings.size()));
    }

    void aFirewallOfOursIsNamedWithTheWayOut() {
        OwnLineStatus line{Verdict::OwnConnectionDown, now, 0, 3, {{Ring::Line, Transport::Tcp, 0, 3, 3, true, now}}};
        QCOMPARE(ownLineSentence(line, Watching::Running), QStringLiteral("Your connection: not working"));
        line.keptIn = 3;
        QCOMPARE(ownLineSentence(line, Watching::Running),
                 QStringLiteral("Your connection: kept in by a firewall here"));
        QCOMPARE(ownLineGrounds(line).sliced(1),
                 QStringList({QStringLiteral("A firewall on our side, or our provider's, keeps the checks in."),
                              QStringLiteral(
                                  "Let KPWatch through there, or ask who looks after this computer or its network.")}));
    }

    void itsGroundsOpenByKeyAndCloseWithEscape() {
        OwnLineButton button;
        button.setOwnLine({Verdict::Up, now, 3, 3, {{Ring::Line, Transport::Tcp, 3, 3, 3, false, {}}}},
                          Watching::Running);
        button.show();
        QVERIFY(QTest::qWaitForWindowExposed(&button));
        QTest::keyClick(&button, Qt::Key_Return);
        QTRY_VERIFY(QApplication::activePopupWidget() != nullptr);
        QVERIFY(QApplication::activePopupWidget()->accessibleDescription().contains(QStringLiteral("3 of 3 answer")));
        QTest::keyClick(QApplication::activePopupWidget(), Qt::Key_Escape);
        QTRY_VERIFY(QApplication::activePopupWidget() == nullptr);
    }

    void aSwitchTurnsByKeyAndByMouse() {
        Switch awake(QStringLiteral("Keep awake"));
        QVERIFY(!awake.isChecked());
        QTest::keyClick(&awake, Qt::Key_Space);
        QVERIFY(awake.isChecked());
        QTest::mouseClick(&awake, Qt::LeftButton);
        QVERIFY(!awake.isChecked());
    }
};

QTEST_MAIN(BannerWordsTest)
#include "tst_banner_words.moc"
