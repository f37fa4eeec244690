// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/story/down_time.h"
#include "app/words/count.h"
#include "app/words/down_length.h"

#include <QtTest>

using namespace kpwatch;
using namespace std::chrono_literals;

namespace {

const UtcTime start = parseIsoUtc("2026-03-05T09:00:00Z").value();

// A lane built span by span.
struct LaneOf {
    std::vector<Span> spans;
    UtcTime at = start;

    LaneOf& add(Verdict verdict, std::chrono::milliseconds length) {
        spans.push_back({{at, at + length}, verdict, Reason::None, {}, {}, {}});
        if (verdict == Verdict::Down) {
            spans.back().onset = Onset{at - 2min, at + 10s};
            spans.back().ended = Onset{at + length - 110s, at + length + 300ms};
        }
        at += length;
        return *this;
    }
};

} // namespace

class TestDownLength : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void anObservedDownTimeIsRoundedToWhatTheRangesAllow() {
        LaneOf lane;
        lane.add(Verdict::Up, 1h).add(Verdict::Down, 8h + 12min).add(Verdict::Up, 1h);
        const DownLength length = downLength(lane.spans, 1);
        QVERIFY(!length.atLeast && !length.open);
        QCOMPARE(length.nominal, std::chrono::milliseconds(8h + 12min));
        QCOMPARE(length.uncertainty, std::chrono::milliseconds(2min + 10s + 110s + 300ms));
        QCOMPARE(words::roundedLength(length), QStringLiteral("about 8 h 10 min"));
        QCOMPARE(words::shownLength(length), words::roundedLength(length)); // on the screen it is no other
        QCOMPARE(words::looseLength(length), QStringLiteral("about eight hours"));
        QVERIFY(length.certain < length.nominal && length.nominal < length.certain + length.uncertainty);
    }

    void aNarrowRangeNeedsNoAbout() {
        LaneOf lane;
        lane.add(Verdict::Up, 1h).add(Verdict::Down, 8h + 12min).add(Verdict::Up, 1h);
        lane.spans[1].onset->after = lane.spans[1].range.begin - 20s;
        lane.spans[1].ended->after = lane.spans[1].range.end - 20s;
        QCOMPARE(words::roundedLength(downLength(lane.spans, 1)), QStringLiteral("8 h 12 min"));
    }

    void aGapBesideItMakesItAtLeast_data() {
        QTest::addColumn<Verdict>("gap");
        QTest::addColumn<bool>("before");
        for (const bool before : {true, false}) {
            QTest::addRow("not watched %d", before) << Verdict::NotMonitored << before;
            QTest::addRow("own line %d", before) << Verdict::OwnConnectionDown << before;
            QTest::addRow("unknown %d", before) << Verdict::Unknown << before;
            QTest::addRow("blocked %d", before) << Verdict::BlockedHere << before;
        }
    }
    void aGapBesideItMakesItAtLeast() {
        QFETCH(Verdict, gap);
        QFETCH(bool, before);
        LaneOf lane;
        lane.add(before ? gap : Verdict::Up, 1h).add(Verdict::Down, 3h).add(before ? Verdict::Up : gap, 1h);
        if (!before) // the first answer came after it
            lane.spans[1].ended->by = lane.at + 300ms;
        const DownLength length = downLength(lane.spans, 1);
        QVERIFY(length.atLeast);
        QVERIFY(words::roundedLength(length).startsWith(QStringLiteral("at least 2 h 5")));
        QVERIFY(words::shownLength(length).startsWith(QStringLiteral("at least ")));
        QCOMPARE(words::looseLength(length),
                 QStringLiteral("at least two and a half hours")); // cut, so that it stays true
    }

    // A restart takes seconds, and who answers right after it has been seen to come back.
    void aLaneAndAnIncidentHaveOneRuleForAnEndInAGap_data() {
        QTest::addColumn<int>("seconds");
        QTest::addColumn<bool>("unseen");
        QTest::newRow("a restart") << 30 << false;
        QTest::newRow("as long as a row proves presence") << 90 << false;
        QTest::newRow("longer") << 91 << true;
        QTest::newRow("an hour") << 3600 << true;
    }
    void aLaneAndAnIncidentHaveOneRuleForAnEndInAGap() {
        QFETCH(int, seconds);
        QFETCH(bool, unseen);
        LaneOf lane;
        lane.add(Verdict::Up, 1h).add(Verdict::Down, 3h);
        lane.add(Verdict::NotMonitored, std::chrono::seconds{seconds});
        lane.spans[1].ended->by = lane.at;
        lane.add(Verdict::Up, 1h);
        const DownLength length = downLength(lane.spans, 1);
        QCOMPARE(length.atLeast, unseen);
        QCOMPARE(words::roundedLength(length).startsWith(QStringLiteral("at least ")), unseen);
        QCOMPARE(downTimesOf({}, lane.spans, {}).at(0).isAtLeast(), unseen);
    }

    void whatIsAboutIsNoLongerThanItCanHaveBeen() {
        DownLength length;
        length.certain = 2min;
        length.nominal = 7min + 35s;
        length.uncertainty = 5min + 39s; // 7 min 39 s at the most
        QCOMPARE(words::roundedLength(length), QStringLiteral("about 8 min"));
        length.nominal = 6min;
        QCOMPARE(words::roundedLength(length), QStringLiteral("about 5 min"));
    }

    void whatIsAboutIsNoShorterThanItCertainlyWas() {
        DownLength length;
        length.certain = 99min;
        length.nominal = 100min;
        length.uncertainty = 20min;
        QCOMPARE(words::roundedLength(length), QStringLiteral("about 1 h 45 min")); // and not 1 h 30 min
    }

    void whatIsAboutIsNeverNothing() {
        DownLength length;
        length.certain = 54s;
        length.nominal = 1min + 56s;
        length.uncertainty = 2min + 4s;
        QCOMPARE(words::roundedLength(length), QStringLiteral("about 2 min")); // and not cut to one
        QCOMPARE(words::looseLength(length), QStringLiteral("about two minutes"));
    }

    void lessThanAMinuteIsSaidTruly() {
        DownLength length;
        length.nominal = length.certain = 30s;
        length.uncertainty = 90s;
        QCOMPARE(words::roundedLength(length), QStringLiteral("at least some seconds")); // it may have been two minutes
        QCOMPARE(words::shownLength(length), QStringLiteral("at least some seconds"));
        length.atLeast = true;
        QCOMPARE(words::roundedLength(length), QStringLiteral("at least some seconds")); // no seconds in copy
        QCOMPARE(words::shownLength(length), QStringLiteral("at least some seconds"));
        QCOMPARE(words::looseLength(length), QStringLiteral("at least some seconds"));
        length.nominal = 2min; // only a part of it is certain
        QCOMPARE(words::looseLength(length), QStringLiteral("at least some seconds"));
        length.nominal = 30s;
        length.atLeast = false;
        QCOMPARE(words::looseLength(length), QStringLiteral("at least some seconds"));
        length.uncertainty = 20s;
        QCOMPARE(words::roundedLength(length), QStringLiteral("under 1 min"));
        QCOMPARE(words::shownLength(length), QStringLiteral("under 1 min"));
        QCOMPARE(words::looseLength(length), QStringLiteral("under a minute"));
        length.open = true;
        QCOMPARE(words::shownLength(length), QStringLiteral("under 1 min"));
    }

    void atLeastIsNeverRoundedUp() {
        for (std::chrono::milliseconds certain = 1min; certain < 100h; certain = certain * 21 / 20) {
            DownLength length;
            length.certain = certain;
            length.atLeast = true;
            QString text = words::looseLength(length);
            for (int number = 1; number <= 9; ++number)
                text.replace(words::numberWord(number) + QLatin1Char(' '), QString::number(number) + QLatin1Char(' '));
            const bool half = text.contains(QStringLiteral("and a half "));
            text.remove(QStringLiteral("and a half "));
            const QStringList parts = text.split(QLatin1Char(' ')); // "at least 20 minutes"
            const auto unit = parts.at(3).startsWith(QStringLiteral("minute")) ? std::chrono::milliseconds{1min}
                              : parts.at(3).startsWith(QStringLiteral("hour")) ? std::chrono::milliseconds{1h}
                                                                               : std::chrono::milliseconds{24h};
            const auto told = parts.at(2).toInt() * unit + (half ? unit / 2 : 0ms);
            QVERIFY2(parts.at(2).toInt() > 0 && told <= certain, qPrintable(text));
        }
    }

    void aStartNobodySawIsAtLeast() {
        LaneOf lane;
        lane.add(Verdict::Up, 1h).add(Verdict::Down, 3h).add(Verdict::Up, 1h);
        lane.spans[1].onset->after.reset();
        QVERIFY(downLength(lane.spans, 1).atLeast);
    }

    void touchingDownSpansAreOneDownTime() {
        LaneOf lane;
        lane.add(Verdict::Up, 1h).add(Verdict::Down, 3h).add(Verdict::Down, 2h).add(Verdict::Up, 1h);
        QCOMPARE(downLength(lane.spans, 1).nominal, std::chrono::milliseconds(5h));
        QCOMPARE(downLength(lane.spans, 2).first, std::size_t{1});
        QCOMPARE(downLengths(lane.spans).size(), std::size_t{1});
    }

    void aGapInsideIsNotCountedAndMakesItAtLeast() {
        LaneOf lane;
        lane.add(Verdict::Up, 1h).add(Verdict::Down, 3h).add(Verdict::NotMonitored, 4h).add(Verdict::Down, 2h);
        lane.add(Verdict::Up, 1h);
        lane.spans[3].onset = lane.spans[1].onset; // the same down time, as the judge hands it on
        lane.spans[1].ended = lane.spans[3].ended;
        const std::vector<DownLength> lengths = downLengths(lane.spans);
        QCOMPARE(lengths.size(), std::size_t{1});
        QVERIFY(lengths.front().atLeast);
        QCOMPARE(lengths.front().range, (TimeRange{start + 1h, start + 10h}));
        QCOMPARE(words::roundedLength(lengths.front()), QStringLiteral("at least 4 h 58 min"));
        // Each block says what it shows itself.
        QCOMPARE(words::roundedLength(downLength(lane.spans, 3)), QStringLiteral("at least 1 h 58 min"));
    }

    // By other numbers it began at another moment; it is the same time.
    void aChangeOfRulesInAGapMakesNoTwo() {
        LaneOf lane;
        lane.add(Verdict::Down, 3h).add(Verdict::NotMonitored, 1h).add(Verdict::Down, 2h).add(Verdict::Up, 1h);
        QVERIFY(lane.spans[0].onset != lane.spans[2].onset);
        lane.spans[0].ended = lane.spans[2].ended;
        QCOMPARE(downLengths(lane.spans).size(), std::size_t{1});
    }

    void anAnswerBetweenMakesTwoDownTimes() {
        LaneOf lane;
        lane.add(Verdict::Down, 3h).add(Verdict::NotMonitored, 1h).add(Verdict::Up, 1h).add(Verdict::Down, 2h);
        QCOMPARE(downLengths(lane.spans).size(), std::size_t{2});
    }

    void aViewsEdgeDoesNotShortenWhatIsKnown() {
        LaneOf lane;
        lane.add(Verdict::Down, 3h);
        lane.spans[0].onset = Onset{start - 1h - 2min, start - 1h};
        lane.spans[0].ended = Onset{start + 4h - 2min, start + 4h};
        const DownLength length = downLength(lane.spans, 0);
        QCOMPARE(length.nominal, std::chrono::milliseconds(5h));
        QVERIFY(!length.open && !length.atLeast);
    }

    void whatLiesBeyondAViewCounts() {
        LaneOf whole;
        whole.add(Verdict::Up, 1h).add(Verdict::Down, 2h).add(Verdict::NotMonitored, 30min).add(Verdict::Down, 3h);
        whole.add(Verdict::Up, 1h);
        whole.spans[3].onset = whole.spans[1].onset; // one down time, cut by a gap
        const DownLength expected = downLengths(whole.spans).at(0);
        QVERIFY(expected.atLeast);
        for (const TimeRange view : {TimeRange{start + 2h, start + 5h}, TimeRange{start + 4h, start + 5h},
                                     TimeRange{start + 3h + 10min, start + 5h}, TimeRange{start, start + 2h}}) {
            Lane lane;
            show(lane, whole.spans, view, start + 8h);
            const std::vector<DownLength> lengths = downLengths(lane);
            QCOMPARE(lengths.size(), std::size_t{1});
            QVERIFY(lengths[0].whole == expected.whole && lengths[0].certain == expected.certain);
            QVERIFY(lengths[0].atLeast && !lengths[0].open);
            QVERIFY(lengths[0].range.begin >= view.begin && lengths[0].range.end <= view.end);
            QCOMPARE(lane.spans.at(lengths[0].first).verdict, Verdict::Down);
            QCOMPARE(lane.spans.at(lengths[0].last).verdict, Verdict::Down);
            QVERIFY(lengths[0].goesOn(view.end) == (view.end < start + 6h + 30min));
        }
        Lane between; // only the gap is in view
        show(between, whole.spans, {start + 3h + 5min, start + 3h + 25min}, start + 8h);
        QVERIFY(downLengths(between).empty());
    }

    // A hole in its first or last days makes it "at least" also where only its middle is shown.
    void aDownTimeOfWeeksIsKnownWhole() {
        for (const bool early : {true, false}) {
            LaneOf whole;
            whole.add(Verdict::Up, 1h).add(Verdict::Down, early ? 2h : 40 * 24h).add(Verdict::NotMonitored, 30min);
            whole.add(Verdict::Down, early ? 40 * 24h : 2h).add(Verdict::Up, 1h);
            whole.spans[3].onset = whole.spans[1].onset;
            whole.spans[1].ended = whole.spans[3].ended;
            const DownLength expected = downLengths(whole.spans).at(0);
            Lane lane;
            show(lane, whole.spans, {start + 20 * 24h, start + 21 * 24h}, whole.at);
            const std::vector<DownLength> lengths = downLengths(lane);
            QCOMPARE(lengths.size(), std::size_t{1});
            QVERIFY(lengths[0].atLeast && lengths[0].whole == expected.whole);
            QVERIFY(lengths[0].certain == expected.certain);
        }
    }

    void aSpanThatIsCutIsKnownWhole() {
        LaneOf whole;
        whole.add(Verdict::Up, 1h).add(Verdict::Down, 5h).add(Verdict::Up, 1h);
        Lane lane;
        show(lane, whole.spans, {start + 2h, start + 3h}, start + 7h);
        QVERIFY(knownRange(lane, 0) == (TimeRange{start + 1h, start + 6h}));
        lane.beyond = {}; // nothing is known beyond it
        QVERIFY(knownRange(lane, 0) == (TimeRange{start + 2h, start + 3h}));
        show(lane, whole.spans, {start + 30min, start + 45min}, start + 7h);
        QVERIFY(knownRange(lane, 0) ==
                (TimeRange{start + 30min, start + 45min})); // of an answer it is told what is seen
    }

    void withoutAnEndItIsOpen() {
        LaneOf lane;
        lane.add(Verdict::Up, 1h).add(Verdict::Down, 3h);
        lane.spans[1].ended.reset();
        const DownLength length = downLength(lane.spans, 1);
        QVERIFY(length.open);
        QVERIFY(!length.atLeast);
        QCOMPARE(words::shownLength(length), QStringLiteral("3 h"));
    }

    void looseLengthsUseWordsToNine_data() {
        QTest::addColumn<int>("minutes");
        QTest::addColumn<QString>("expected");
        QTest::newRow("minutes, as exactly as they are known") << 7 << "about five minutes";
        QTest::newRow("more minutes") << 8 << "about 10 minutes";
        QTest::newRow("to five") << 43 << "about 45 minutes";
        QTest::newRow("an hour") << 61 << "about one hour";
        QTest::newRow("to an hour") << 58 << "about one hour";
        QTest::newRow("below two hours") << 112 << "about 110 minutes";
        QTest::newRow("hours") << 185 << "about three hours";
        QTest::newRow("up, as far as it can have been") << 179 << "about three hours";
        QTest::newRow("no more than it can have been") << 136 << "about two hours and 15 minutes";
        QTest::newRow("two hours") << 118 << "about two hours";
        QTest::newRow("nor of many hours") << 60 * 14 + 36 << "about 14 and a half hours";
        QTest::newRow("nor of days") << 60 * 24 * 3 + 60 * 20 << "about 92 hours";
        QTest::newRow("and a half") << 514 << "about eight and a half hours";
        QTest::newRow("many hours") << 60 * 11 + 59 << "about 12 hours";
        QTest::newRow("more hours") << 60 * 26 << "about 26 hours";
        QTest::newRow("days") << 60 * 73 << "about three days";
    }
    void looseLengthsUseWordsToNine() {
        QFETCH(int, minutes);
        QFETCH(QString, expected);
        LaneOf lane;
        lane.add(Verdict::Up, 1h).add(Verdict::Down, std::chrono::minutes{minutes}).add(Verdict::Up, 1h);
        QCOMPARE(words::looseLength(downLength(lane.spans, 1)), expected);
    }
};

QTEST_GUILESS_MAIN(TestDownLength)
#include "tst_down_length.moc"
