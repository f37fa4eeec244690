// SPDX-License-Identifier: GPL-3.0-or-later
// The alert rules over time: what somebody is told through a night.
#include "app/tell/bulletin.h"
#include "tests/app/words/told.h"

#include <QTest>

using namespace kpwatch;
using namespace kpwatch::testing;
using namespace std::chrono_literals;

namespace {

constexpr int night = 3 * 60;

AlertNews news(const char* id, double first_minute, Gravity gravity = Gravity::CannotWait) {
    AlertNews made;
    made.incident = id;
    made.firstFailure = minute(first_minute);
    made.gravity = gravity;
    made.sentence = std::string("sentence of ") + id;
    return made;
}

} // namespace

class TestBulletin : public QObject {
    Q_OBJECT
    const Settings m_settings;
    Bulletin m_bulletin{{"desk"}};

    std::vector<AlertStep> at(double now, const std::vector<AlertNews>& what) {
        return m_bulletin.next(what, m_settings, {minute(now), night});
    }

  private Q_SLOTS:
    void init() { m_bulletin = Bulletin{{"desk"}}; }

    void oneMessageForEachFromItsAnnouncementToItsEnd() {
        AlertNews its = news("a", 100);
        QVERIFY(at(104, {its}).empty());
        const auto posted = at(105, {its});
        QCOMPARE(posted.size(), std::size_t(1));
        QVERIFY(posted[0].act == AlertAct::Post);
        QVERIFY(at(106, {its}).empty()); // nothing new
        its.over = true;
        const auto ended = at(200, {its});
        QCOMPARE(ended.size(), std::size_t(1));
        QVERIFY(ended[0].act == AlertAct::Change && ended[0].message.stage == AlertStage::Over);
        QVERIFY(at(201, {its}).empty());
    }

    void whatIsMergedKeepsItsMessageUnderItsNewName() {
        (void)at(105, {news("b", 100)});
        AlertNews merged = news("a", 90);
        merged.aliases = {"b"};
        const auto steps = at(110, {merged});
        QCOMPARE(steps.size(), std::size_t(1));
        QVERIFY(steps[0].act == AlertAct::Change);
        QCOMPARE(steps[0].before, std::string("b"));
        QCOMPARE(steps[0].message.incident, std::string("a"));
    }

    void whatIsTakenBackIsWithdrawnOnce() {
        AlertNews its = news("a", 100);
        (void)at(105, {its});
        its.takenBack = true;
        QVERIFY(at(110, {its}).at(0).act == AlertAct::Withdraw);
        QVERIFY(at(111, {its}).empty());
    }

    void timeAloneMakesDueWhatHasLastedLongEnough() {
        AlertNews over = news("c", 150);
        over.over = true;
        const std::vector<AlertNews> all{news("a", 100), news("b", 130), over};
        QVERIFY(Bulletin::dueAt(all, m_settings, minute(103)) == minute(105));
        QVERIFY(Bulletin::dueAt(all, m_settings, minute(105)) == minute(135));
        QVERIFY(!Bulletin::dueAt(all, m_settings, minute(135)));
    }

    void fortyTargetsMakeOneMessage() {
        QCOMPARE(at(105, {newsOf(Told("all 100-", 105).told())}).size(), std::size_t(1));
    }

    // Its own line is told of like an incident.
    void ownLineIsToldWhenItHasBeenDownForLongAndWhenItIsBack() {
        QVERIFY(at(104, {ownLineNews(minute(100), {})}).empty());
        const auto down = at(105, {ownLineNews(minute(100), {})});
        QCOMPARE(down.at(0).message.sentence,
                 std::string("Our own line has been down since 10:40 a.m. KST (0140 GMT)"));
        const auto back = at(140, {ownLineNews(minute(100), minute(140))});
        QVERIFY(back.at(0).act == AlertAct::Change);
        QVERIFY(QString::fromStdString(back.at(0).message.sentence)
                    .startsWith(QStringLiteral("Our own line has worked again")));
        QVERIFY(at(204, {ownLineNews(minute(200), minute(203))}).empty()); // a short one
    }

    void messageSaysSinceWhenAndThatOurOwnLineWorks() {
        const AlertNews its = newsOf(Told("sites 100-", 300).told(), true);
        QCOMPARE(QString::fromStdString(its.more),
                 text("Stopped between 10:38 and 10:41 a.m. on Thursday (0138–0141 GMT). Our own line works. Seen from "
                      "one computer."));
        const AlertNews over = newsOf(Told("sites 100-190", 300).told(), true);
        QVERIFY(QString::fromStdString(over.more).startsWith(text("All answered again between 12:08 and 12:11 p.m.")));
        // Of whom the title speaks, however much later the last of the others came back.
        const AlertNews sites = newsOf(Told("sites 100-190; servers 100-250", 300).told(), true);
        QVERIFY(QString::fromStdString(sites.more).startsWith(text("All answered again between 12:08 and 12:11 p.m.")));
        const AlertNews unseen = newsOf(Told("sites 100-200? o200-300", 300).told());
        QVERIFY(QString::fromStdString(unseen.more).contains(text("What came after was not seen.")));
        QVERIFY(!QString::fromStdString(unseen.more).contains(text("Our own line works.")));
    }

    // A window says so in its headline: who reads the message alone must not take it for one computer's word.
    void messageSaysWhatOtherPlacesSay() {
        const auto ends = [](const AlertNews& news, const char* end) {
            return QString::fromStdString(news.more).endsWith(QLatin1String(end));
        };
        Told seen("sites 100-", 300);
        QVERIFY(ends(newsOf(seen.told(), true, true), "Our own line works. Seen from one computer; asking elsewhere."));
        const std::string before = newsOf(seen.told(), true, true).ofThem;
        seen.assessment.opinion.rounds = {{minute(105), 12, 12, 10, 9}};
        const AlertNews said = newsOf(seen.told(), true, true);
        QVERIFY2(ends(said, "Seen from one computer; 10 of 12 places agree, 10:45 KST."), said.more.c_str());
        QVERIFY(said.ofThem != before); // which is news to who has it changed in its place
    }
};

QTEST_GUILESS_MAIN(TestBulletin)
#include "tst_bulletin.moc"
