// SPDX-License-Identifier: GPL-3.0-or-later
// What the routes did while nobody watched, in words: the title is of the whole gap, and what the answer covers is
// said.
#include "app/words/while_away.h"

#include <QTest>

using namespace kpwatch;
using namespace std::chrono_literals;

namespace {

// 23:41 in Korea.
const UtcTime left = *parseIsoUtc("2026-06-06T14:41:00Z");
const TimeRange gap{left, left + 172min}, covered{left, left + 166min};

Span span(TimeRange range, Verdict verdict) {
    Span made{range, verdict};
    made.reason = verdict == Verdict::NotMonitored ? Reason::Closed : Reason::None;
    return made;
}

PastTold asked(TimeRange range) {
    PastTold told;
    told.at = gap.end + 1min;
    told.source = "ripe-ris";
    told.range = range;
    told.told = true;
    return told;
}

const std::vector<Span> ownLine{span({left - 1h, left}, Verdict::Up), span(gap, Verdict::NotMonitored),
                                span({gap.end, gap.end + 1h}, Verdict::Up)};

} // namespace

class WhileAwayTest : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void theTitleIsOfTheWholeGap() {
        WhileAway away = whileAway(asked(covered), {}, {}, ownLine);
        QCOMPARE(away.gap.end, gap.end);
        QVERIFY(away.covered && away.covered->end == covered.end);
        QCOMPARE(words::whileAwayTitle(away), QStringLiteral("While not watching (23:41–02:33 KST)"));
        QVERIFY(!words::whileAwayLines(away).join(QLatin1Char('\n')).contains(QStringLiteral("covers")));
        RouteLane china;
        china.side = Side::China;
        china.spans = {span(covered, Verdict::Up)};
        away.sides = {china};
        QCOMPARE(
            words::whileAwayLines(away).last(),
            QStringLiteral("This covers 23:41–02:27 KST; the minutes after that were too recent to be asked about."));
    }

    void anAnswerOfAllOfItSaysNothingMore() {
        const WhileAway away = whileAway(asked(gap), {}, {}, ownLine);
        QVERIFY(away.gap.begin == gap.begin && away.gap.end == gap.end);
        QVERIFY(!away.covered);
    }

    // Public sources are listened to without checks: the rest is no gap.
    void whoOnlyListensIsNotAway_data() {
        QTest::addColumn<int>("minutes"); // since then
        QTest::newRow("at first") << 5;
        QTest::newRow("for long") << 300;
    }
    void whoOnlyListensIsNotAway() {
        QFETCH(int, minutes);
        std::vector<Span> own = ownLine;
        own.pop_back();
        own.back().range.end = covered.end + std::chrono::minutes(minutes);
        QVERIFY(!whileAway(asked(covered), {}, {}, own).covered);
        own.push_back(span({own.back().range.end, own.back().range.end + 1h}, Verdict::Up));
        QCOMPARE(whileAway(asked(covered), {}, {}, own).covered.has_value(), minutes == 5);
    }
};

QTEST_GUILESS_MAIN(WhileAwayTest)
#include "tst_while_away.moc"
