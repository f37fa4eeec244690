// SPDX-License-Identifier: GPL-3.0-or-later
// What one channel is sent through a night: few letters, each of which tells how things are then.
#include "app/tell/outbox.h"
#include "tests/app/words/told.h"

#include <QTest>
#include <nlohmann/json.hpp>

using namespace kpwatch;
using namespace kpwatch::testing;
using namespace std::chrono_literals;

namespace {

constexpr int noon = 12 * 60, night = 3 * 60;

AlertNews news(const std::string& id, double first_minute, Gravity gravity = Gravity::Several) {
    AlertNews made;
    made.incident = id;
    made.firstFailure = minute(first_minute);
    made.gravity = gravity;
    made.sentence = "sentence of " + id;
    made.more = "more of " + id;
    return made;
}

AlertNews over(AlertNews its) {
    its.over = true;
    return its;
}

} // namespace

class TestOutbox : public QObject {
    Q_OBJECT
    const Settings m_settings;
    Outbox m_outbox;
    OutboxRules m_rules;

    std::optional<Letter> at(double now, const std::vector<AlertNews>& what, int minute_of_day = noon) {
        return m_outbox.next(what, m_rules, m_settings, {minute(now), minute_of_day});
    }

  private Q_SLOTS:
    void init() {
        m_outbox = {};
        m_rules = {};
    }

    void incidentIsOneLetterAndOneMoreAtItsEnd() {
        const AlertNews its = news("a", 100);
        QVERIFY(!at(104, {its})); // not announced yet
        QVERIFY(!at(105, {its})); // what else may stop is waited for
        const auto first = at(106, {its});
        QVERIFY(first);
        QVERIFY(first->items.front().kind == LetterKind::First);
        AlertNews longer = its;
        longer.more = "other figures";
        QVERIFY(!at(140, {longer})); // figures alone are no news
        QVERIFY(!at(200, {over(its)}));
        const auto last = at(201, {over(its)});
        QVERIFY(last);
        QVERIFY(last->items.front().kind == LetterKind::Over);
        QVERIFY(!at(300, {over(its)}));
    }

    void fortyIncidentsAreOneLetter() {
        std::vector<AlertNews> forty;
        for (int i = 0; i < 40; ++i)
            forty.push_back(news("n" + std::to_string(i), 100 + i / 40.0, Gravity::OneSite));
        forty[17].gravity = Gravity::Several;
        int letters = 0;
        std::optional<Letter> letter;
        for (double now = 100; now < 112; now += 0.25)
            if (auto next = at(now, forty)) {
                letter = std::move(next);
                ++letters;
            }
        QCOMPARE(letters, 1);
        QCOMPARE(letter->items.size(), std::size_t(40));
        QCOMPARE(letter->items.front().incident, std::string("n17")); // the gravest first
    }

    void whatGrowsGraverWithinTheMinuteIsOneLetter() {
        QVERIFY(!at(105, {news("a", 100, Gravity::OneSite)}));
        const auto letter = at(105.5, {news("a", 100, Gravity::CannotWait)});
        QVERIFY(letter); // this waits for nobody
        QVERIFY(letter->items.front().kind == LetterKind::First);
        QVERIFY(!at(120, {news("a", 100, Gravity::CannotWait)}));
    }

    void holdDownMakesOneLetterOfManyChanges() {
        const AlertNews a = news("a", 100), b = news("b", 103), c = news("c", 104);
        QVERIFY(!at(105, {a}));
        QVERIFY(at(106, {a}));
        QVERIFY(!at(109, {over(a), b, c}));
        QVERIFY(!at(115, {over(a), b, over(c)})); // c was short: nobody was told
        const auto letter = at(116, {over(a), b, over(c)});
        QVERIFY(letter);
        QCOMPARE(letter->items.size(), std::size_t(2));
    }

    void itIsDueWhenItIsHeldNoMore() {
        const AlertNews a = news("a", 100);
        const Moment begun{minute(101), noon};
        QVERIFY(m_outbox.dueAt({a}, m_rules, m_settings, begun) == minute(105));
        QVERIFY(!at(105, {a}));
        QVERIFY(m_outbox.dueAt({a}, m_rules, m_settings, {minute(105), noon}) == minute(106));
        QVERIFY(at(106, {a}));
        QVERIFY(!at(107, {over(a)}));
        QVERIFY(m_outbox.dueAt({over(a)}, m_rules, m_settings, {minute(107), noon}) == minute(116));
    }

    void quietHoursHoldOneSiteAndLetNoneAnswersThrough() {
        m_rules.quiet = QuietHours{22 * 60 + 30, 7 * 60};
        const AlertNews one = news("one", 100, Gravity::OneSite), several = news("several", 100);
        QVERIFY(!at(110, {one, several}, night));
        QVERIFY(m_outbox.dueAt({one}, m_rules, m_settings, {minute(110), night}) == minute(110 + 4 * 60));
        const auto none = at(120, {one, several, news("none", 110, Gravity::CannotWait)}, night);
        QVERIFY(none);
        QCOMPARE(none->items.size(), std::size_t(1));
        QCOMPARE(none->items.front().incident, std::string("none"));
        const auto morning = at(360, {one, over(several), news("none", 110, Gravity::CannotWait)}, 7 * 60);
        QVERIFY(morning); // what still goes on is told of then
        QCOMPARE(morning->items.size(), std::size_t(1));
        QCOMPARE(morning->items.front().incident, std::string("one"));
    }

    void routesGoneAtNightAreTold() {
        m_rules.quiet = QuietHours{22 * 60 + 30, 7 * 60};
        AlertNews gone = news("a", 100, Gravity::CannotWait); // newsOf() makes this of routes that are gone
        gone.routesGone = true;
        QVERIFY(at(101, {gone}, night)); // routing has confirmed it: nothing is waited for
    }

    void whatComesAgainIsHeldDownHoweverGrave() {
        const AlertNews none = news("a", 100, Gravity::CannotWait);
        QVERIFY(at(105, {none}));
        QVERIFY(!at(107, {over(none)}));
        QVERIFY(!at(108, {none}));
        QVERIFY(!at(109, {over(none)}));
        QVERIFY(!at(114, {over(none)}));
        QVERIFY(at(115.5, {over(none)}));
    }

    void falseAlarmIsTakenBackFromWhoWasTold() {
        const AlertNews a = news("a", 100);
        QVERIFY(!at(105, {a}));
        QVERIFY(at(106, {a}));
        AlertNews back = a, never = news("b", 100);
        back.takenBack = never.takenBack = true;
        QVERIFY(!at(116, {back, never}));
        const auto letter = at(117, {back, never});
        QVERIFY(letter);
        QCOMPARE(letter->items.size(), std::size_t(1));
        QVERIFY(letter->items.front().kind == LetterKind::TakenBack);
        QVERIFY(letter->items.front().sentence.find("sentence of a") != std::string::npos);
        QVERIFY(!at(200, {back, never}));
    }

    void whoWantsOnlyTheGraveHearsOfNothingElse() {
        m_rules.least = Gravity::CannotWait;
        QVERIFY(!at(120, {news("a", 100)}));
        QVERIFY(!at(140, {news("a", 100)}));
        QVERIFY(at(141, {news("a", 100, Gravity::CannotWait)}));
    }

    void whatWasSentIsKnownAfterARestart() {
        const AlertNews a = news("a", 100);
        QVERIFY(!at(105, {a}));
        QVERIFY(at(106, {a}));
        const nlohmann::json state = m_outbox.state();
        m_outbox = {};
        m_outbox.restore(nlohmann::json::parse(state.dump()));
        QVERIFY(!at(140, {a}));
        QVERIFY(!at(150, {over(a)}));
        QVERIFY(at(151, {over(a)}));
    }

    void brokenStateIsAsIfNothingHadBeenSent() {
        for (const char* const text :
             {"null", "[]", "{}", R"({"sent":5,"last":7})", R"({"sent":[1,{"incident":2},{"incident":"a"}]})",
              R"({"sent":[{"incident":"a","gravity":99,"over":"x"}],"last":"soon"})"})
            m_outbox.restore(nlohmann::json::parse(text));
        QVERIFY(!at(105, {news("b", 100)}));
        QVERIFY(at(106, {news("b", 100)}));
    }
};

QTEST_APPLESS_MAIN(TestOutbox)
#include "tst_outbox.moc"
