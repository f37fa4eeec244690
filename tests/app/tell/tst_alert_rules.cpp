// SPDX-License-Identifier: GPL-3.0-or-later
// Who is told what, and when.
#include "app/tell/alert_rules.h"
#include "tests/app/words/told.h"

#include <QTest>

using namespace kpwatch;
using namespace kpwatch::testing;
using namespace std::chrono_literals;

namespace {

constexpr int noon = 12 * 60, night = 3 * 60;
const QuietHours nightly{22 * 60 + 30, 7 * 60};

AlertNews news(Gravity gravity) {
    AlertNews made;
    made.incident = "20260305-014000";
    made.firstFailure = minute(100);
    made.gravity = gravity;
    made.sentence = made.ofThem = "something";
    return made;
}
SentAlert sent(Gravity gravity, Loudness heard, AlertStage stage = AlertStage::Announced) {
    return {"20260305-014000", stage, gravity, heard, "something", {}, false, "something"};
}

// One incident through a night: what one recipient has at the end, and how often it was heard.
struct Heard {
    int posts = 0, changes = 0, sounds = 0;
};

} // namespace

struct AlertRow {
    AlertNews news;
    std::optional<SentAlert> sent;
    Recipient recipient;
    int secondsAfter, minuteOfDay;
    AlertAct act;
    Loudness loudness;
};
Q_DECLARE_METATYPE(AlertRow)

class TestAlertRules : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void everyoneIsToldWhatTheyShould_data() {
        QTest::addColumn<AlertRow>("row");
        const Recipient desk{"desk", Gravity::OneSite, nightly}, chief{"chief", Gravity::CannotWait, nightly};
        const auto none = Loudness::Unheard, sound = Loudness::Sound;
        const auto row = [](const char* what, AlertRow its) { QTest::newRow(what) << std::move(its); };
        AlertNews checking = news(Gravity::CannotWait);
        checking.confirmed = false;
        row("checking is for the screen", {checking, {}, desk, 600, noon, AlertAct::Nothing, none});
        row("confirmed and young", {news(Gravity::Several), {}, desk, 299, noon, AlertAct::Nothing, none});
        row("after 300 s", {news(Gravity::Several), {}, desk, 300, noon, AlertAct::Post, sound});
        AlertNews routes = news(Gravity::CannotWait);
        routes.routesGone = true;
        row("routing confirms it", {routes, {}, desk, 170, noon, AlertAct::Post, sound});
        row("routing confirms it at night", {routes, {}, desk, 170, night, AlertAct::Post, sound});
        row("none answers at night", {news(Gravity::CannotWait), {}, desk, 300, night, AlertAct::Post, sound});
        row("several at night", {news(Gravity::Several), {}, desk, 300, night, AlertAct::Post, none});
        row("one site by day", {news(Gravity::OneSite), {}, desk, 300, noon, AlertAct::Post, none});
        row("one site at night", {news(Gravity::OneSite), {}, desk, 300, night, AlertAct::Post, none});
        row("several, for who hears of nothing smaller than all",
            {news(Gravity::Several), {}, chief, 300, noon, AlertAct::Nothing, none});
        row("all, for the same", {news(Gravity::CannotWait), {}, chief, 300, night, AlertAct::Post, sound});
        row("nothing new",
            {news(Gravity::Several), sent(Gravity::Several, sound), desk, 900, noon, AlertAct::Nothing, none});
        AlertNews other = news(Gravity::Several);
        other.sentence = other.ofThem = "something else";
        row("new figures, the same message",
            {other, sent(Gravity::Several, sound), desk, 900, noon, AlertAct::Change, none});
        row("graver than what was heard",
            {news(Gravity::CannotWait), sent(Gravity::Several, sound), desk, 900, night, AlertAct::Change, sound});
        row("one site, then several",
            {news(Gravity::Several), sent(Gravity::OneSite, none), desk, 900, noon, AlertAct::Change, sound});
        row("one site, then several, at night",
            {news(Gravity::Several), sent(Gravity::OneSite, none), desk, 900, night, AlertAct::Change, none});
        row("day comes: what was held is not heard late",
            {news(Gravity::Several), sent(Gravity::Several, none), desk, 30000, noon, AlertAct::Nothing, none});
        AlertNews unseen = news(Gravity::CannotWait);
        unseen.unseen = true;
        row("out of sight, and nobody was told", {unseen, {}, desk, 9000, noon, AlertAct::Nothing, none});
        unseen.sentence = "when last seen";
        row("out of sight since", {unseen, sent(Gravity::CannotWait, sound), desk, 9000, noon, AlertAct::Change, none});
        AlertNews partly = news(Gravity::CannotWait);
        partly.partlyUnseen = true;
        partly.ofThem = "one is silent";
        SentAlert toldUnseen = sent(Gravity::CannotWait, sound);
        toldUnseen.unseen = true;
        row("seen again in part", {partly, toldUnseen, desk, 9000, noon, AlertAct::Nothing, none});
        AlertNews again = news(Gravity::CannotWait);
        Recipient here = desk;
        here.inPlace = true;
        row("seen again as it was", {again, toldUnseen, desk, 9000, noon, AlertAct::Nothing, none});
        row("the same where it takes the place of what they have",
            {again, toldUnseen, here, 9000, noon, AlertAct::Change, none});
        row("the same in part", {partly, toldUnseen, here, 9000, noon, AlertAct::Nothing, none});
        row("and not over and over",
            {again, sent(Gravity::CannotWait, sound), here, 9000, noon, AlertAct::Nothing, none});
        partly.back = 1;
        row("one is back, of another nothing is known", {partly, toldUnseen, desk, 9000, noon, AlertAct::Change, none});
        AlertNews over = news(Gravity::CannotWait);
        over.over = true;
        row("over", {over, sent(Gravity::CannotWait, sound), desk, 9000, noon, AlertAct::Change, none});
        row("over before anybody was told", {over, {}, desk, 250, noon, AlertAct::Nothing, none});
        row("comes again", {news(Gravity::CannotWait), sent(Gravity::CannotWait, sound, AlertStage::Over), desk, 9000,
                            night, AlertAct::Change, sound});
        AlertNews back = news(Gravity::CannotWait);
        back.takenBack = true;
        row("a false alarm is withdrawn",
            {back, sent(Gravity::CannotWait, sound), desk, 9000, noon, AlertAct::Withdraw, none});
        row("a false alarm nobody heard of", {back, {}, desk, 9000, noon, AlertAct::Nothing, none});
        AlertNews standing = news(Gravity::OneSite);
        standing.toldApart = true;
        row("long-standing", {standing, sent(Gravity::OneSite, none), desk, 300000, noon, AlertAct::Withdraw, none});
    }
    void everyoneIsToldWhatTheyShould() {
        QFETCH(AlertRow, row);
        const AlertStep step =
            nextAlert(row.news, row.sent, row.recipient, Settings(),
                      {row.news.firstFailure + std::chrono::seconds(row.secondsAfter), row.minuteOfDay});
        QCOMPARE(static_cast<int>(step.act), static_cast<int>(row.act));
        QCOMPARE(static_cast<int>(step.loudness), static_cast<int>(row.loudness));
    }

    // Who pauses and goes on is told how it was when last seen, and then nothing until something is new.
    void whatIsSeenAgainAsItWasIsNotToldAgain() {
        const Recipient desk{"desk", Gravity::OneSite, nightly};
        std::optional<SentAlert> sent;
        const auto tell = [&](const Told& told, bool own_line_works) {
            const AlertNews its = newsOf(told.told(), own_line_works);
            const AlertStep step = nextAlert(its, sent, desk, Settings(), {told.asOf, noon});
            if (step.act != AlertAct::Nothing)
                sent = step.message;
            return step.act;
        };
        QVERIFY(tell(Told("sites 100-", 110), true) == AlertAct::Post);
        QVERIFY(tell(Told("sites 100-110? z110-", 115), false) == AlertAct::Change); // paused
        QVERIFY(QByteArray::fromStdString(sent->sentence).contains("when last seen"));
        QVERIFY(tell(Told("sites 100-110? z110-", 116), false) == AlertAct::Nothing);
        const Told by_halves("kcna-http 100-110+116- z110-116; naenara-http 100-110? z110-; "
                             "airkoryo-http 100-110? z110-; mfa-http 100-110? z110-",
                             117);
        QVERIFY(tell(by_halves, false) == AlertAct::Nothing); // one has been asked already
        const Told seen_again("sites 100-110+116- z110-116", 118);
        QVERIFY(tell(seen_again, false) == AlertAct::Nothing);
        QVERIFY(tell(seen_again, true) == AlertAct::Nothing);
        QVERIFY(tell(Told("sites 100-110+116-122 z110-116", 130), true) == AlertAct::Change); // over
    }

    // It is as grave as it is now, and heard when it becomes graver.
    void whatComesAgainIsToldLikeANewOne() {
        const Recipient desk{"desk", Gravity::OneSite, nightly};
        const Moment moment{news(Gravity::Several).firstFailure + 9000s, noon};
        const AlertStep again =
            nextAlert(news(Gravity::Several), sent(Gravity::CannotWait, Loudness::Sound, AlertStage::Over), desk,
                      Settings(), moment);
        QVERIFY(again.act == AlertAct::Change && again.message.gravity == Gravity::Several);
        const AlertStep worse = nextAlert(news(Gravity::CannotWait), again.message, desk, Settings(), moment);
        QVERIFY(worse.act == AlertAct::Change && worse.loudness == Loudness::Sound);
        QVERIFY(worse.message.gravity == Gravity::CannotWait);
    }

    void quietHoursReachOverMidnight_data() {
        QTest::addColumn<int>("minute");
        QTest::addColumn<bool>("quiet");
        QTest::newRow("before") << 22 * 60 + 29 << false;
        QTest::newRow("first") << 22 * 60 + 30 << true;
        QTest::newRow("midnight") << 0 << true;
        QTest::newRow("last") << 6 * 60 + 59 << true;
        QTest::newRow("after") << 7 * 60 << false;
    }
    void quietHoursReachOverMidnight() {
        QFETCH(int, minute);
        QFETCH(bool, quiet);
        QCOMPARE(nightly.hold(minute), quiet);
    }

    void incidentsAreAsGraveAsTheirWords_data() {
        QTest::addColumn<std::string>("lanes");
        QTest::addColumn<bool>("routes");
        QTest::addColumn<int>("gravity");
        const auto row = [](const char* what, const char* lanes, bool routes, Gravity gravity) {
            QTest::newRow(what) << std::string(lanes) << routes << static_cast<int>(gravity);
        };
        row("one site", "kcna-http 100-", false, Gravity::OneSite);
        row("one name server", "ns1 100-", false, Gravity::OneSite);
        row("two sites", "kcna-http 100-; mfa-http 100-", false, Gravity::Several);
        row("a site and a name server", "kcna-http 100-; ns1 100-", false, Gravity::Several);
        row("no site answers", "sites 100-", false, Gravity::CannotWait);
        row("all sites answer again, a name server does not", "sites 100-190; ns1 100-", false, Gravity::Several);
        row("the routes are gone as well", "all 100-", true, Gravity::CannotWait);
    }
    void incidentsAreAsGraveAsTheirWords() {
        QFETCH(std::string, lanes);
        QFETCH(bool, routes);
        QFETCH(int, gravity);
        const Told seen(lanes, 300, routes ? routesGone() : Routing());
        const AlertNews found = newsOf(seen.told());
        QCOMPARE(static_cast<int>(found.gravity), gravity);
        QCOMPARE(found.routesGone, routes);
        QCOMPARE(found.sentence, seen.copy().alert.toStdString());
    }

    // A storm that begins with one site at night, takes all, and ends: one message, heard once.
    void oneMessageAnIncident() {
        const Recipient desk{"desk", Gravity::OneSite, nightly};
        std::vector<SentAlert> all;
        Heard heard;
        const auto tell = [&](const AlertNews& its, int seconds) {
            const SentAlert* const known = sentOf(its, all);
            const AlertStep step = nextAlert(its, known != nullptr ? std::optional(*known) : std::nullopt, desk,
                                             Settings(), {its.firstFailure + std::chrono::seconds(seconds), night});
            heard.posts += step.act == AlertAct::Post ? 1 : 0;
            heard.changes += step.act == AlertAct::Change ? 1 : 0;
            heard.sounds += step.loudness == Loudness::Sound ? 1 : 0;
            if (step.act == AlertAct::Post || step.act == AlertAct::Change)
                all = {step.message};
        };
        AlertNews its = news(Gravity::OneSite);
        for (int seconds = 0; seconds < 600; seconds += 10)
            tell(its, seconds);
        its.gravity = Gravity::CannotWait;
        its.aliases = {its.incident}; // merged into an earlier one: the message stays the same
        its.incident = "20260305-013000";
        for (int seconds = 600; seconds < 3000; seconds += 10)
            tell(its, seconds);
        its.over = true;
        for (int seconds = 3000; seconds < 4000; seconds += 10)
            tell(its, seconds);
        QCOMPARE(heard.posts, 1);
        QCOMPARE(heard.changes, 2);
        QCOMPARE(heard.sounds, 1);
        QCOMPARE(all.size(), std::size_t(1));
    }
};

QTEST_GUILESS_MAIN(TestAlertRules)
#include "tst_alert_rules.moc"
