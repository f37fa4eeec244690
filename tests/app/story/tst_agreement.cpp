// SPDX-License-Identifier: GPL-3.0-or-later
// Two desks are compared where both say something, and nowhere else.
#include "app/story/agreement.h"

#include <QTest>

#include <set>

using namespace kpwatch;
using namespace std::chrono_literals;

namespace {

const UtcTime zero{};

Span lane(int from_min, int to_min, Verdict verdict) {
    Span made;
    made.range = {zero + from_min * 1min, zero + to_min * 1min};
    made.verdict = verdict;
    return made;
}

} // namespace

class AgreementTest : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void eachStretchIsNamedByWhatBothSay() {
        const std::vector<Span> ours{lane(0, 10, Verdict::Up), lane(10, 20, Verdict::Down),
                                     lane(20, 30, Verdict::Unknown), lane(30, 40, Verdict::Degraded)};
        const std::vector<Span> theirs{lane(0, 5, Verdict::ErrorPage), lane(5, 15, Verdict::Down),
                                       lane(15, 25, Verdict::Up), lane(25, 40, Verdict::OwnConnectionDown)};
        const std::vector<AgreementSpan> found = agreementOf(ours, theirs, {zero, zero + 50min});
        const std::vector<AgreementSpan> expected{
            {{zero, zero + 5min}, Agreement::BothAnswered},        {{zero + 5min, zero + 10min}, Agreement::OnlyHere},
            {{zero + 10min, zero + 15min}, Agreement::BothSilent}, {{zero + 15min, zero + 20min}, Agreement::OnlyThere},
            {{zero + 20min, zero + 25min}, Agreement::OneDesk},    {{zero + 25min, zero + 30min}, Agreement::Neither},
            {{zero + 30min, zero + 40min}, Agreement::OneDesk},    {{zero + 40min, zero + 50min}, Agreement::Neither}};
        QVERIFY(found == expected);
        QCOMPARE(agreedShare(found), std::optional(0.5));
    }

    void whereOnlyOneLookedThereIsNoShare() {
        const auto found = agreementOf({lane(0, 10, Verdict::Up)}, {}, {zero, zero + 10min});
        QCOMPARE(found.size(), std::size_t{1});
        QCOMPARE(found.front().what, Agreement::OneDesk);
        QVERIFY(!agreedShare(found));
    }

    void anEmptyRangeHasNoStretch() {
        QVERIFY(agreementOf({lane(0, 10, Verdict::Up)}, {lane(0, 10, Verdict::Up)}, {zero, zero}).empty());
    }

    void everyKindHasANameOfItsOwn() {
        std::set<std::string_view> names;
        for (const Agreement each : {Agreement::BothAnswered, Agreement::BothSilent, Agreement::OnlyHere,
                                     Agreement::OnlyThere, Agreement::OneDesk, Agreement::Neither})
            names.insert(name(each));
        QCOMPARE(names.size(), std::size_t{6});
    }
};

QTEST_GUILESS_MAIN(AgreementTest)
#include "tst_agreement.moc"
