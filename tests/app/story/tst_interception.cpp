// SPDX-License-Identifier: GPL-3.0-or-later
// Who answers in the place of others, told by controls whose answer is known, and by those that nobody can answer.
#include "app/story/interception.h"
#include "tests/support/story.h"

#include <QTest>

using namespace kpwatch;
using namespace kpwatch::test;

namespace {

constexpr int day = 86400;
constexpr std::size_t first = 0, second = 1, nobody = 2;

Watchlist twoPagesAndNobody() {
    Watchlist list;
    const auto control = [&](const std::string& name, Ring ring, ProbeOptions probe) {
        Target target;
        target.name = name;
        target.probe = std::move(probe);
        list.controls.push_back({target, ring});
    };
    const ExpectedAnswer expected{200, "Debian"};
    control("page-1", Ring::Line, HttpOptions{"http://198.51.100.1/", {}, expected});
    control("page-2", Ring::Line, HttpOptions{"http://198.51.100.2/", {}, expected});
    control("nobody", Ring::Negative, TcpOptions{"192.0.2.1", 80});
    return list;
}

Observation page(int at, Failure failure) {
    HttpDetail http;
    http.status = 200;
    Observation row{.startedAt = after(seconds(at)), .elapsed = milliseconds(200), .detail = http};
    row.reached = Stage::Done;
    row.failure = failure;
    return row;
}
Observation asExpected(int at) { return page(at, Failure::None); }
Observation otherwise(int at) { return page(at, Failure::SuspiciousAnswer); }

// What is known once all these have been read.
class Told {
  public:
    Told& page(std::size_t control, const Observation& row) {
        m_since = m_interception.take(control, row, after(seconds(-10 * day)));
        return *this;
    }
    bool somebody() const { return m_interception.knownNow(Transport::Tcp); }
    std::optional<UtcTime> since() const { return m_since; } // as the latest told
    bool isWrongGuess(const Observation& row) const { return m_interception.isWrongGuess(first, row); }

  private:
    Interception m_interception{twoPagesAndNobody()};
    std::optional<UtcTime> m_since;
};

} // namespace

class TestInterception : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void aGuessThatWasNeverRightTellsOfNobody() {
        Told told;
        told.page(first, otherwise(0)).page(first, otherwise(60)).page(second, otherwise(70));
        QVERIFY(!told.somebody());
        QVERIFY(told.isWrongGuess(otherwise(120)));
    }

    void whoAnsweredAsExpectedIsBelievedForADay() {
        for (const int later : {60, day - 1}) {
            Told told;
            told.page(first, asExpected(0)).page(first, otherwise(later));
            QVERIFY(told.somebody());
            QVERIFY(told.since() == after(seconds(0)));
            QVERIFY(!told.isWrongGuess(otherwise(later)));
        }
        Told told;
        told.page(first, asExpected(0)).page(first, otherwise(day + 1));
        QVERIFY(!told.somebody());
    }

    void aDifferentPageIsSomebodyElsesForADayAtMost() {
        Told told;
        told.page(first, asExpected(0));
        for (int at = 60; at < day; at += 3600)
            QVERIFY(told.page(first, otherwise(at)).somebody());
        QVERIFY(!told.page(first, otherwise(day + 60)).somebody());
        QVERIFY(told.isWrongGuess(otherwise(day + 120)));
        QVERIFY(!told.page(first, otherwise(day + 120)).somebody());
    }

    void twoAnswersAsExpectedEndIt() {
        Told told;
        told.page(first, asExpected(0)).page(first, otherwise(60)).page(first, asExpected(120));
        QVERIFY(told.somebody());
        QVERIFY(!told.page(first, asExpected(180)).somebody());
        QVERIFY(told.page(first, otherwise(240)).somebody());
    }

    void whereAnotherAnswersAsExpectedThePageWasChanged() {
        Told told;
        told.page(first, asExpected(0)).page(second, asExpected(10)).page(first, otherwise(60));
        QVERIFY(told.somebody());
        QVERIFY(!told.page(second, asExpected(70)).somebody());
        QVERIFY(!told.page(first, otherwise(120)).somebody()); // from now on it is a wrong guess
        QVERIFY(
            !told.page(first, asExpected(180)).page(second, otherwise(190)).page(first, asExpected(240)).somebody());
    }

    void whereAllAnswerOtherwiseItIsSomebody() {
        Told told;
        told.page(first, asExpected(0)).page(second, asExpected(10));
        told.page(first, otherwise(60)).page(second, otherwise(70)).page(first, otherwise(120));
        QVERIFY(told.somebody());
    }

    void anAnswerWithoutAPageMeetsNoExpectation() {
        Told told;
        Observation compared_with_nothing = asExpected(0);
        compared_with_nothing.detail = {};
        told.page(first, compared_with_nothing).page(first, otherwise(60));
        QVERIFY(!told.somebody());
    }

    void noPageVouchesForAnAnswerInNobodysPlace() {
        Told told;
        told.page(nobody, asExpected(0)).page(first, asExpected(10)).page(second, asExpected(20));
        QVERIFY(told.somebody());
    }
};

QTEST_GUILESS_MAIN(TestInterception)
#include "tst_interception.moc"
