// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/paint/chart.h"

#include "app/words/words.h"
#include "tests/ui/paint/text_recorder.h"
#include "ui/paint/chart_words.h"

#include <QBuffer>
#include <QImageReader>
#include <QtTest>

#include <algorithm>

using namespace kpwatch;
using namespace std::chrono_literals;

namespace {

using Millis = std::chrono::milliseconds;

const UtcTime start = parseIsoUtc("2026-03-05T09:00:00Z").value(); // 18:00 in Korea, a Thursday
const UtcTime finish = start + 20h;

struct Part {
    Verdict verdict;
    Millis length;
};

Lane site(const std::string& label, const std::vector<Part>& parts) {
    Lane lane;
    lane.id = label;
    lane.kind = LaneKind::Site;
    lane.label = lane.shortLabel = label;
    lane.host = "example.kp";
    UtcTime at = start;
    for (const Part& part : parts) {
        lane.spans.push_back({{at, at + part.length}, part.verdict, Reason::None, {}, {}, {}});
        if (part.verdict == Verdict::Down) {
            lane.spans.back().onset = Onset{at - 2min, at + 10s};
            lane.spans.back().ended = Onset{at + part.length - 110s, at + part.length + 300ms};
        }
        at += part.length;
    }
    lane.shares = {0.6, 0.93, 0.93};
    return lane;
}

// The night of 5 March: a gap of our own, then four sites silent for some eight hours.
Timeline night() {
    Timeline timeline;
    timeline.range = {start, finish};
    timeline.now = finish + 3h;
    const auto story = [](Millis length) {
        return std::vector<Part>{{Verdict::Up, 80min},
                                 {Verdict::NotMonitored, 90min},
                                 {Verdict::Up, 328min},
                                 {Verdict::Down, length},
                                 {Verdict::Up, 20h - 498min - length}};
    };
    timeline.lanes = {site("KCNA", story(8h + 12min)), site("Naenara", story(8h)), site("Air Koryo", story(8h + 8min)),
                      site("Foreign Ministry", story(8h + 40min))};
    Lane own = site("Our own line", {{Verdict::OwnConnectionDown, 20h}});
    own.kind = LaneKind::OwnLine;
    timeline.lanes.push_back(own);
    return timeline;
}

// The same, not over yet.
Timeline ongoing() {
    Timeline timeline = night();
    timeline.now = finish;
    for (Lane& lane : timeline.lanes) {
        if (lane.kind != LaneKind::Site)
            continue;
        lane.spans.pop_back();
        lane.spans.back().range.end = finish;
        lane.spans.back().ended.reset();
    }
    return timeline;
}

ChartFacts facts() {
    ChartFacts result;
    result.place = QStringLiteral("one computer in Europe");
    result.asOf = finish + 3h;
    return result;
}

void paintOn(TextRecorder& recorder, const Timeline& timeline, const ChartFacts& chartFacts,
             const ChartPreset& preset = ChartPreset::article()) {
    QPainter painter(&recorder);
    paintChart(painter, preset, timeline, chartFacts, Theme::print());
}

QString textOf(const Timeline& timeline, const ChartFacts& chartFacts) {
    TextRecorder recorder({1600, 900});
    paintOn(recorder, timeline, chartFacts);
    return recorder.all();
}

} // namespace

class TestChart : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void initTestCase() { installFonts(); }

    void bothClocksBeginWithADate_data() {
        QTest::addColumn<QString>("preset");
        QTest::addColumn<QString>("begin");
        QTest::addColumn<QString>("end");
        QTest::addColumn<QString>("korea");
        QTest::addColumn<QString>("utc");
        const QString phone = QStringLiteral("phone"), article = QStringLiteral("article");
        const QString social = QStringLiteral("social");
        QTest::newRow("an hour before midnight")
            << article << QStringLiteral("2025-06-06T14:00:00Z") << QStringLiteral("2025-06-06T20:00:00Z")
            << QStringLiteral("Sat 7 Jun 2025|01:00|02:00|03:00|04:00|05:00")
            << QStringLiteral("6 Jun, 15:00|16:00|17:00|18:00|19:00|20:00");
        QTest::newRow("at the edge of a telephone")
            << phone << QStringLiteral("2025-06-06T13:00:00Z") << QStringLiteral("2025-06-06T23:00:00Z")
            << QStringLiteral("Sat 7 Jun 2025|02:00|04:00|06:00|08:00")
            << QStringLiteral("6 Jun, 15:00|17:00|19:00|21:00|23:00");
        QTest::newRow("minutes on a telephone")
            << phone << QStringLiteral("2025-06-06T14:55:00Z") << QStringLiteral("2025-06-06T15:20:00Z")
            << QStringLiteral("Sat 7 Jun 2025|00:05|00:10|00:15|00:20")
            << QStringLiteral("6 Jun, 15:00|15:05|15:10|15:15|15:20");
        QTest::newRow("a year from December")
            << social << QStringLiteral("2024-11-25T00:00:00Z") << QStringLiteral("2025-11-25T00:00:00Z")
            << QStringLiteral("2025|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov") << QString();
        // No tick of two hours stands at midnight UTC.
        QTest::newRow("a day that begins in UTC")
            << article << QStringLiteral("2025-06-06T21:00:00Z") << QStringLiteral("2025-06-07T10:00:00Z")
            << QStringLiteral("Sat 7 Jun 2025, 06:00|10:00|12:00|14:00|16:00|18:00")
            << QStringLiteral("6 Jun, 21:00|7 Jun, 01:00|03:00|05:00|07:00|09:00");
    }
    void bothClocksBeginWithADate() {
        QFETCH(QString, preset);
        QFETCH(QString, begin);
        QFETCH(QString, end);
        QFETCH(QString, korea);
        QFETCH(QString, utc);
        Timeline timeline;
        timeline.range = {parseIsoUtc(begin.toStdString()).value(), parseIsoUtc(end.toStdString()).value()};
        timeline.now = timeline.range.end;
        timeline.lanes = {site("KCNA", {})};
        timeline.lanes[0].spans = {{timeline.range, Verdict::Up, Reason::None, {}, {}, {}}};
        const ChartPreset& chosen = *ChartPreset::named(preset.toStdString());
        TextRecorder recorder(chosen.pixels());
        paintOn(recorder, timeline, facts(), chosen);
        // A line of text, by where it stands.
        const auto lineOf = [&](const QString& first) {
            QStringList line;
            const auto& texts = recorder.texts();
            const auto found = std::ranges::find(texts, first, &WrittenText::text);
            for (const WrittenText& each : texts)
                if (found != texts.end() && qAbs(each.box.center().y() - found->box.center().y()) < 3 &&
                    each.box.left() >= chosen.margin + chosen.gutter - chosen.axis * 4)
                    line << each.text;
            return line.join(QLatin1Char('|'));
        };
        QCOMPARE(lineOf(korea.section(QLatin1Char('|'), 0, 0)), korea);
        QCOMPARE(lineOf(utc.section(QLatin1Char('|'), 0, 0)), utc);
    }

    void theHeadlineIsTheFinding_data() {
        QTest::addColumn<Timeline>("timeline");
        QTest::addColumn<QString>("expected");
        const auto lanes = [](std::vector<Lane> sites) {
            Timeline timeline = night();
            timeline.lanes = std::move(sites);
            return timeline;
        };
        const std::vector<Part> quiet{{Verdict::Up, 20h}};
        const std::vector<Part> silent{{Verdict::Up, 5h}, {Verdict::Down, 3h}, {Verdict::Up, 12h}};
        const std::vector<Part> later{{Verdict::Up, 15h}, {Verdict::Down, 2h}, {Verdict::Up, 3h}};
        const std::vector<Part> twice{
            {Verdict::Up, 2h}, {Verdict::Down, 1h}, {Verdict::Up, 2h}, {Verdict::Down, 3h}, {Verdict::Up, 12h}};
        const std::vector<Part> intoGapAndAgain{{Verdict::Up, 2h},           {Verdict::Down, 3h},
                                                {Verdict::NotMonitored, 2h}, {Verdict::Up, 2h},
                                                {Verdict::Down, 2h + 50min}, {Verdict::Up, 8h + 10min}};
        const std::vector<Part> intoGap{{Verdict::Up, 5h}, {Verdict::Down, 3h}, {Verdict::NotMonitored, 12h}};
        Lane into_gap = site("KCNA", intoGap);
        into_gap.spans[1].ended.reset();
        QTest::newRow("all four") << night() << "None of the four sites answered for about eight hours";
        QTest::newRow("still so") << ongoing()
                                  << QStringLiteral(
                                         "None of the four sites has answered for about 11 and a half hours, as "
                                         "of\u00A014:00\u00A0KST");
        QTest::newRow("one") << lanes({site("KCNA", silent), site("Naenara", quiet)})
                             << "KCNA did not answer for about three hours";
        QTest::newRow("three of four") << lanes({site("A", silent), site("B", silent), site("C", silent),
                                                 site("D", quiet)})
                                       << "Three of four sites did not answer for about three hours";
        QTest::newRow("both") << lanes({site("A", silent), site("B", silent)})
                              << "Neither of the two sites answered for about three hours";
        QTest::newRow("never together") << lanes({site("A", silent), site("B", later), site("C", quiet)})
                                        << "A and B at one time or another did not answer for up to about three hours";
        const std::vector<Part> first_of_all{{Verdict::Up, 1h}, {Verdict::Down, 1h}, {Verdict::Up, 18h}};
        QTest::newRow("never together, each of three")
            << lanes({site("A", silent), site("B", later), site("C", first_of_all), site("D", quiet)})
            << "Three of four sites at one time or another did not answer for up to about three hours";
        QTest::newRow("never together, all")
            << lanes({site("A", silent), site("B", later), site("C", first_of_all)})
            << "All three sites at one time or another did not answer for up to about three hours";
        QTest::newRow("never together, one into a gap")
            << lanes({into_gap, site("B", first_of_all), site("C", quiet)})
            << "KCNA and B at one time or another did not answer for at least two and a half hours in one case";
        Lane goes_on = site("A", {{Verdict::Up, 15h}, {Verdict::Down, 5h}});
        goes_on.spans[1].ended.reset();
        QTest::newRow("never together, one not over")
            << lanes({goes_on, site("B", silent), site("C", quiet)})
            << QStringLiteral("A has not answered for about five hours, as of\u00A014:00\u00A0KST");
        QTest::newRow("twice") << lanes({site("KCNA", twice), site("Naenara", quiet)})
                               << "KCNA did not answer for about three hours, the longest of two times";
        Lane into_gap_and_again = site("KCNA", intoGapAndAgain);
        into_gap_and_again.spans[1].ended.reset();
        QTest::newRow("twice, the longer one into a gap")
            << lanes({into_gap_and_again, site("Naenara", quiet)})
            << "KCNA did not answer for about two hours and 50 minutes, the longest of two times";
        QTest::newRow("into a gap") << lanes({into_gap, site("Naenara", quiet)})
                                    << "KCNA did not answer for at least two and a half hours";
        Lane brief = site("A", {{Verdict::Up, 5h},
                                {Verdict::Down, 50s},
                                {Verdict::NotMonitored, 10min},
                                {Verdict::Up, 15h - 10min - 50s}});
        const TimeRange down = brief.spans[1].range;
        brief.spans[1].onset = Onset{down.begin - 2s, down.begin + 1s};
        brief.spans[1].ended = Onset{down.end - 5s, down.end + 10min};
        Lane as_brief = brief;
        as_brief.id = as_brief.label = as_brief.shortLabel = "B";
        QTest::newRow("both, into a gap")
            << lanes({brief, as_brief}) << "Neither of the two sites answered for at least some seconds";
        // As they are drawn they overlap; but when one had surely stopped, the other was on its way back.
        const auto between = [](const char* name, TimeRange drawn, Onset onset, Onset ended) {
            Lane lane = site(name, {{Verdict::Up, drawn.begin - start},
                                    {Verdict::Down, drawn.length()},
                                    {Verdict::Up, finish - drawn.end}});
            lane.spans[1].onset = onset;
            lane.spans[1].ended = ended;
            return lane;
        };
        const UtcTime back = start + 5h;
        const Lane first = between("A", {back - 150s, back + 5s}, {back - 210s, back - 145s}, {back - 10s, back + 5s});
        const Lane second = between("B", {back, back + 160s}, {back - 10s, back + 3s}, {back + 140s, back + 160s});
        QTest::newRow("one back as the other stops")
            << lanes({first, second, site("C", quiet), site("D", quiet)})
            << "A and B at one time or another did not answer for up to about three minutes";
        const Lane third = between("C", {back - 20s, back + 30s}, {back - 25s, back - 18s}, {back + 25s, back + 31s});
        QTest::newRow("two together for less than a minute")
            << lanes({second, third, site("D", quiet)}) << "Two of three sites did not answer for under a minute";
        const std::vector<Part> failing{{Verdict::Up, 5h}, {Verdict::ErrorPage, 3h}, {Verdict::Up, 12h}};
        QTest::newRow("error page") << lanes({site("A", quiet), site("B", failing), site("C", quiet)})
                                    << "No outage of the three sites was seen; one showed an error page";
        Lane later_on_list = site("E", {{Verdict::NotMonitored, 15h}, {Verdict::Up, 5h}});
        Lane never_on_list = site("F", {{Verdict::NotMonitored, 20h}});
        later_on_list.spans.front().reason = never_on_list.spans.front().reason = Reason::NotStarted;
        QTest::newRow("two who came to the list later")
            << lanes({site("A", silent), site("B", silent), site("C", silent), later_on_list, never_on_list})
            << "None of the three sites answered for about three hours";
        // Between two programs, and while ours went on, its lane holds what is known of our own side.
        Lane asked_later = site("E", {{Verdict::Unknown, 6h},
                                      {Verdict::OwnConnectionDown, 30min},
                                      {Verdict::NotMonitored, 3h},
                                      {Verdict::Up, 10h}});
        asked_later.spans[2].reason = Reason::Closed;
        QTest::newRow("one who was first asked after it")
            << lanes({site("A", silent), site("B", silent), site("C", silent), asked_later})
            << "None of the three sites answered for about three hours";
        Lane not_answered_for = site("E", {{Verdict::Unknown, 15h}, {Verdict::Up, 5h}});
        not_answered_for.spans.front().reason = Reason::NotAnsweredFor;
        QTest::newRow("one who was asked, and of whom it is not known")
            << lanes({site("A", silent), site("B", silent), site("C", silent), not_answered_for})
            << "Three of four sites did not answer for about three hours";
        Lane came_meanwhile = site("E", {{Verdict::NotMonitored, 6h}, {Verdict::Unknown, 4h}, {Verdict::Up, 10h}});
        came_meanwhile.spans[0].reason = Reason::NotStarted;
        came_meanwhile.spans[1].reason = Reason::NeverAnswered;
        QTest::newRow("one who came to the list meanwhile")
            << lanes({site("A", silent), site("B", silent), site("C", silent), came_meanwhile})
            << "None of the three sites answered for about three hours";
        Lane answered_meanwhile = site("E", {{Verdict::NotMonitored, 6h}, {Verdict::Up, 14h}});
        answered_meanwhile.spans[0].reason = Reason::NotStarted;
        QTest::newRow("one who came to the list meanwhile, and answered")
            << lanes({site("A", silent), site("B", silent), site("C", silent), answered_meanwhile})
            << "Three of four sites did not answer for about three hours";
        QTest::newRow("quiet, and one who came later")
            << lanes({site("A", quiet), site("B", quiet), never_on_list}) << "No outage of the two sites was seen";
        Timeline hardly = lanes({site("A", quiet), site("B", quiet)});
        for (Lane& lane : hardly.lanes)
            lane.shares = {1.0, 0.005, 0.005};
        QTest::newRow("hardly watched")
            << hardly
            << QStringLiteral("The record of the two sites covers only %1 of this time").arg(words::percent(0.005));
        for (Lane& lane : hardly.lanes)
            lane.shares = {1.0, 0.0005, 0.0005};
        QTest::newRow("watched for minutes of weeks")
            << hardly << "The record of the two sites covers hardly any of this time";
        QTest::newRow("nothing") << lanes({site("KCNA", quiet), site("Naenara", quiet)})
                                 << "No outage of the two sites was seen";
    }
    void theHeadlineIsTheFinding() {
        QFETCH(Timeline, timeline);
        QFETCH(QString, expected);
        QCOMPARE(suggestedHeadline(timeline, facts()), expected);
    }

    void withoutARecordNothingIsClaimed() {
        Timeline timeline = night();
        for (Lane& lane : timeline.lanes) {
            lane.spans = {{timeline.range, Verdict::NotMonitored, Reason::NotStarted, {}, {}, {}}};
            lane.shares = {};
        }
        QCOMPARE(suggestedHeadline(timeline, facts()), QStringLiteral("No record of four sites in this time"));
        QVERIFY(
            altText(timeline, facts()).contains(QStringLiteral("KCNA: nothing recorded; watched 0.0 % of the time.")));
    }

    void whatCouldNotBeToldIsInTheAltText() {
        Timeline timeline = night();
        timeline.lanes[0] = site("KCNA", {{Verdict::Up, 11h}, {Verdict::Unknown, 8h + 52min}, {Verdict::Up, 8min}});
        timeline.lanes[1] = site("Naenara", {{Verdict::BlockedHere, 19h}, {Verdict::NotMonitored, 1h}});
        timeline.lanes[1].shares = {std::nullopt, 0.95, 0};
        const QString text = altText(timeline, facts());
        QVERIFY2(text.contains(QStringLiteral("KCNA: no stretch without answer; can't tell for 8 h 52 min; watched")),
                 qPrintable(text));
        QVERIFY2(text.contains(QStringLiteral("Naenara: blocked on the network it was checked from for 19 h; watched")),
                 qPrintable(text));
        QCOMPARE(legendWord(Verdict::BlockedHere), QStringLiteral("Blocked on the network it was checked from"));
        QVERIFY2(!text.contains(QStringLiteral("nothing recorded")), qPrintable(text));
    }

    void theStandfirstSaysFromWhereHowOftenAndWhen() {
        QCOMPARE(suggestedStandfirst(night(), facts()),
                 QStringLiteral("Four North Korean websites, checked from one computer in Europe every two minutes, "
                                "Thu 5\u00A0– Fri 6 March 2026"));
    }

    // One to nine in words, so that no sentence has both.
    void fiveSitesAreFiveInEveryLine() {
        Timeline five = night();
        five.lanes.insert(five.lanes.begin(), five.lanes.front());
        QCOMPARE(suggestedHeadline(five, facts()),
                 QStringLiteral("None of the five sites answered for about eight hours"));
        QVERIFY2(suggestedStandfirst(five, facts()).startsWith(QStringLiteral("Five North Korean websites, ")),
                 qPrintable(suggestedStandfirst(five, facts())));
    }

    // Where they went before the range, their day is another than its own.
    void whenRoutesWentIsSaidWithItsDay() {
        Lane routes = site("Routes via China", {{Verdict::Up, 1h}, {Verdict::Down, 10h}, {Verdict::Up, 9h}});
        QCOMPARE(goneAt(start + 1h, routes), QStringLiteral("gone at 19:00 KST"));
        QCOMPARE(goneAt(start - 1h, routes), QStringLiteral("gone at 17:00 KST")); // of the same day
        QCOMPARE(goneAt(start - 20h, routes), QStringLiteral("gone at %1").arg(words::stampKst(start - 20h)));
    }

    // An outage that the edges of a chart cut is as long in its headline as in its bar and its alt text.
    void anOutageThatTheEdgesCutHasOneLength() {
        Timeline cut = night();
        cut.range = {start + 600min, start + 700min};
        for (Lane& lane : cut.lanes)
            lane.spans = spansWithin(lane.spans, cut.range);
        QCOMPARE(suggestedHeadline(cut, facts()), suggestedHeadline(night(), facts()));
        const QString whole = altText(night(), facts()), part = altText(cut, facts());
        const QString kcna = whole.section(QStringLiteral("KCNA: "), 1).section(u';', 0, 0);
        QVERIFY2(kcna.startsWith(QStringLiteral("no answer from")) && part.contains(kcna), qPrintable(part + kcna));
    }

    void falseAlarmsOfARangeAreMarked() {
        Timeline timeline = night();
        for (Lane& lane : timeline.lanes)
            lane.targets = {lane.label};
        ChartFacts marked = facts();
        const QString plain = suggestedHeadline(timeline, marked);
        const QString beginning = QStringLiteral("MARKED BY HAND AS A FALSE ALARM: no answer from 02:20 KST on Fri 6 "
                                                 "Mar 2026 ");
        const TimeRange silence{start + 500min, start + 16h};
        marked.falseAlarms.push_back({silence, {"KCNA", "Naenara", "Air Koryo", "Foreign Ministry"}});
        QCOMPARE(suggestedHeadline(timeline, marked), QStringLiteral("Marked as a false alarm: ") + plain);
        QVERIFY2(sourceLine(timeline, marked).contains(beginning + QStringLiteral("(four sites).")),
                 qPrintable(sourceLine(timeline, marked)));
        // Others were silent at the same time, and nobody has marked that.
        marked.falseAlarms[0].targets = {"KCNA", "Naenara"};
        QCOMPARE(suggestedHeadline(timeline, marked), plain);
        QVERIFY2(sourceLine(timeline, marked).contains(beginning + QStringLiteral("(KCNA, Naenara).")),
                 qPrintable(sourceLine(timeline, marked)));
        QVERIFY(isMarked(marked, timeline.lanes[0], silence) && !isMarked(marked, timeline.lanes[2], silence));
        marked.falseAlarms[0].targets = {"Our own line"}; // no site
        QVERIFY2(sourceLine(timeline, marked).contains(beginning + QStringLiteral("(Our own line).")),
                 qPrintable(sourceLine(timeline, marked)));
        // The headline is of another one.
        marked.falseAlarms.assign(5, FalseAlarm{{start, start + 10min}, {"KCNA"}});
        QCOMPARE(suggestedHeadline(timeline, marked), plain);
        QVERIFY2(sourceLine(timeline, marked).contains(QStringLiteral("and 2 more times.")),
                 qPrintable(sourceLine(timeline, marked)));
    }

    void theSourceLineSpeaksTheSettingsInForce() {
        ChartFacts chartFacts = facts();
        QVERIFY(sourceLine(night(), chartFacts)
                    .contains(QStringLiteral("“No answer” means at least three failed checks (five for a site alone) "
                                             "over at least 150 seconds while our own line was shown to work.")));
        chartFacts.settings.confirm_failures = 4;
        chartFacts.settings.confirm_failures_alone = 12;
        chartFacts.settings.confirm_span_s = 200;
        QVERIFY(sourceLine(night(), chartFacts)
                    .contains(QStringLiteral("at least four failed checks (12 for a site alone) over at least 200")));
        QVERIFY(sourceLine(night(), chartFacts).contains(QStringLiteral("KPWatch " KPWATCH_VERSION)));
        QVERIFY(!sourceLine(night(), chartFacts).contains(QStringLiteral("changed")));
        chartFacts.rulesChanged = true;
        QVERIFY(sourceLine(night(), chartFacts)
                    .contains(QStringLiteral("work. These numbers were changed within this time.")));
    }

    void everyFactIsOnTheChart_data() {
        QTest::addColumn<QString>("fact");
        for (const char* fact : {"None of the four sites answered for about eight hours",
                                 "Fri 6 March 2026",
                                 "Answering",
                                 "No answer",
                                 "Not watching",
                                 "KCNA",
                                 "Naenara",
                                 "Air Koryo",
                                 "Foreign Ministry",
                                 "example.kp",
                                 "about 8 h 10 min",
                                 "without answer",
                                 "about 8 h 40 min",
                                 "Korea time",
                                 "UTC",
                                 "Fri 6 Mar",
                                 "18:00",
                                 "09:00",
                                 "Source: KPWatch",
                                 "one computer in Europe",
                                 "access inside the country"})
            QTest::newRow(fact) << QString::fromUtf8(fact);
    }
    void everyFactIsOnTheChart() {
        QFETCH(QString, fact);
        const QString text = textOf(night(), facts()).replace(QLatin1Char('\n'), QLatin1Char(' '));
        QVERIFY2(text.contains(fact), qPrintable(text));
    }

    void theLegendHoldsWhatOccursAndNothingElse() {
        QCOMPARE(occurringStates(night()), (std::vector{Verdict::Up, Verdict::Down, Verdict::NotMonitored}));
        QVERIFY(!textOf(night(), facts()).contains(words::state(Verdict::OwnConnectionDown)));
    }

    void simulatedIsPlainEverywhere() {
        Timeline timeline = night();
        QVERIFY(!textOf(timeline, facts()).contains(QStringLiteral("SIMULATED")));
        timeline.simulated = true;
        QVERIFY(textOf(timeline, facts()).count(QStringLiteral("SIMULATED")) >= 3); // tag, lanes, source line
        QVERIFY(altText(timeline, facts()).contains(QStringLiteral("SIMULATED")));
        QVERIFY(sourceLine(timeline, facts()).startsWith(QStringLiteral("SIMULATED")));
    }

    void anOpenEndSaysAsOf() {
        QVERIFY(textOf(ongoing(), facts()).contains(QStringLiteral("as of 14:00 KST")));
        QVERIFY(altText(ongoing(), facts()).contains(QStringLiteral("still none at 14:00 KST on Fri 6 Mar 2026")));
    }

    void lengthsAndTimesInTheAltTextAreThoseOfTheLanes() {
        const QString text = altText(night(), facts());
        QVERIFY2(
            text.contains(QStringLiteral("KCNA: no answer from 02:18 to 10:30 KST on Fri 6 Mar 2026 (5 Mar, 17:18 to "
                                         "6 Mar, 01:30 UTC), about 8 h 10 min; watched 93.0 % of the time.")),
            qPrintable(text));
    }

    void wordsOfThePersonReplaceTheSuggestions() {
        ChartFacts chartFacts = facts();
        chartFacts.headline = QStringLiteral("A headline by hand");
        chartFacts.standfirst = QStringLiteral("A standfirst by hand");
        const QString text = textOf(night(), chartFacts) + altText(night(), chartFacts);
        QCOMPARE(text.count(QStringLiteral("A headline by hand")), 2);
        QCOMPARE(text.count(QStringLiteral("A standfirst by hand")), 2);
        QVERIFY(!text.contains(QStringLiteral("None of the four")));
    }

    void textNeverLeavesTheSheetNorRunsIntoOther_data() {
        QTest::addColumn<QString>("headline");
        QTest::addColumn<QString>("label");
        QTest::addColumn<int>("sites");
        QTest::addColumn<QString>("shape");
        const QString longText = QStringLiteral("a rather long sentence without an end in sight ").repeated(12);
        for (const ChartPreset& preset : ChartPreset::all()) {
            const QString shape = QString::fromUtf8(preset.id.data(), static_cast<qsizetype>(preset.id.size()));
            const auto row = [&](const char* tag, const QString& headline, const QString& label, int sites) {
                QTest::addRow("%s, %s", qPrintable(shape), tag) << headline << label << sites << shape;
            };
            row("as suggested", {}, QStringLiteral("KCNA"), 4);
            row("long headline", longText, QStringLiteral("KCNA"), 4);
            row("one long word", QStringLiteral("W").repeated(400), QStringLiteral("W").repeated(200), 4);
            row("hangul", QStringLiteral("조선중앙통신이 응답하지 않음 ").repeated(9),
                QStringLiteral("조선민주주의인민공화국 외무성"), 4);
            row("many sites", longText, QStringLiteral("Korean Committee for Cultural Relations"), 14);
            row("one site", {}, QStringLiteral("KCNA"), 1);
        }
    }
    void textNeverLeavesTheSheetNorRunsIntoOther() {
        QFETCH(QString, headline);
        QFETCH(QString, label);
        QFETCH(int, sites);
        QFETCH(QString, shape);
        const ChartPreset& preset = *ChartPreset::named(shape.toStdString());
        Timeline timeline = ongoing();
        timeline.simulated = true;
        timeline.lanes.resize(1);
        timeline.lanes.front().label = timeline.lanes.front().shortLabel = label.toStdString();
        timeline.lanes.resize(static_cast<std::size_t>(sites), timeline.lanes.front());
        ChartFacts chartFacts = facts();
        chartFacts.headline = chartFacts.standfirst = headline;
        TextRecorder recorder(preset.size.toSize());
        paintOn(recorder, timeline, chartFacts, preset);
        const QRectF sheet = QRectF(QPointF(0, 0), preset.size).adjusted(24, 20, -24, -20);
        const std::vector<WrittenText>& texts = recorder.texts();
        QVERIFY(texts.size() > 10);
        for (std::size_t one = 0; one < texts.size(); ++one) {
            QVERIFY2(sheet.contains(texts[one].box), qPrintable(texts[one].text));
            if (texts[one].text == QStringLiteral("SIMULATED"))
                continue; // lies under the lanes
            for (std::size_t other = 0; other < one; ++other) {
                if (texts[other].text == QStringLiteral("SIMULATED"))
                    continue;
                // Boxes of lines may touch at their ascenders and descenders, not by more.
                const QRectF overlap = texts[one].box.intersected(texts[other].box);
                const qreal most = 0.45 * std::min(texts[one].pixelSize, texts[other].pixelSize);
                QVERIFY2(overlap.width() < 2 || overlap.height() < most,
                         qPrintable(texts[one].text + QStringLiteral(" | ") + texts[other].text));
            }
        }
    }

    void totalsStandWholeInEveryShape_data() { nothingIsSmallerThanItsShapeAllows_data(); }
    void totalsStandWholeInEveryShape() {
        QFETCH(QString, shape);
        const ChartPreset& preset = *ChartPreset::named(shape.toStdString());
        for (const bool carriers : {false, true}) {
            Timeline timeline = night();
            for (const char* const group : {"Name servers", "Routers"}) {
                timeline.lanes.push_back(timeline.lanes.front());
                timeline.lanes.back().kind = LaneKind::Group;
                timeline.lanes.back().label = timeline.lanes.back().shortLabel = group;
            }
            ChartFacts chartFacts = facts();
            chartFacts.totals = true;
            chartFacts.carriers = carriers;
            TextRecorder recorder(preset.size.toSize());
            paintOn(recorder, timeline, chartFacts, preset);
            for (const Lane* lane : drawnLanes(timeline, chartFacts)) {
                const bool there = std::ranges::any_of(
                    recorder.texts(), [&](const WrittenText& each) { return each.text == totalWithoutAnswer(*lane); });
                QVERIFY2(there || (carriers && preset.namesAbove), qPrintable(recorder.all()));
            }
        }
    }

    void nothingIsSmallerThanItsShapeAllows_data() {
        QTest::addColumn<QString>("shape");
        for (const ChartPreset& preset : ChartPreset::all())
            QTest::addRow("%s", preset.id.data())
                << QString::fromUtf8(preset.id.data(), static_cast<qsizetype>(preset.id.size()));
    }
    void nothingIsSmallerThanItsShapeAllows() {
        QFETCH(QString, shape);
        const ChartPreset& preset = *ChartPreset::named(shape.toStdString());
        Timeline timeline = ongoing();
        timeline.simulated = true;
        TextRecorder recorder(preset.size.toSize());
        paintOn(recorder, timeline, facts(), preset);
        QStringList names;
        for (const WrittenText& each : recorder.texts()) {
            QVERIFY2(each.pixelSize >= preset.smallest, qPrintable(each.text));
            names.append(each.text);
        }
        for (const char* name : {"KCNA", "Naenara", "Air Koryo", "Foreign Ministry"})
            QVERIFY2(names.contains(QLatin1String(name)), name);
        if (const QString folder = qEnvironmentVariable("KPWATCH_PICTURES"); !folder.isEmpty()) {
            const QString file = folder + QStringLiteral("/chart-%1.png");
            QVERIFY(chartImage(preset, night(), facts(), Theme::print()).save(file.arg(shape)));
            QVERIFY(chartImage(preset, ongoing(), facts(), Theme::printNight())
                        .save(file.arg(shape + QStringLiteral("-dark"))));
        }
    }

    void theImageIsAsLargeAsAsked_data() {
        QTest::addColumn<double>("scale");
        QTest::addColumn<QSize>("expected");
        QTest::newRow("1") << 1.0 << QSize(1600, 900);
        QTest::newRow("2") << 2.0 << QSize(3200, 1800);
        QTest::newRow("print") << 1.329 << QSize(2127, 1197);
    }
    void theImageIsAsLargeAsAsked() {
        QFETCH(double, scale);
        QFETCH(QSize, expected);
        const QImage image = chartImage(ChartPreset::article(), night(), facts(), Theme::print(), scale);
        QCOMPARE(image.size(), expected);
        const QColor white = Theme::print().surface;
        QCOMPARE(image.pixelColor(expected.width() - 1, expected.height() - 1), white);
        // A block of the first lane, found where the axis puts it: 04:00 in Korea is half of the plot.
        const int x = static_cast<int>((300 + 0.6 * 1236) * scale);
        int red = 0;
        for (int y = 0; y < expected.height(); ++y)
            red += image.pixelColor(x, y) == Theme::print().down;
        QVERIFY(red > 4 * 40 * scale);
    }

    void thePngCarriesItsOwnDescription() {
        QByteArray bytes;
        QBuffer buffer(&bytes);
        QVERIFY(buffer.open(QIODevice::WriteOnly));
        QVERIFY(chartImage(ChartPreset::article(), night(), facts(), Theme::print()).save(&buffer, "PNG"));
        const QImage read = QImage::fromData(bytes, "PNG");
        QCOMPARE(read.text(QStringLiteral("Description")), altText(night(), facts()));
        QCOMPARE(read.text(QStringLiteral("Software")), QStringLiteral("KPWatch " KPWATCH_VERSION));
        QCOMPARE(read.text(QStringLiteral("Creation Time")), QStringLiteral("Fri, 6 Mar 2026 08:00:00 +0000"));
    }

    void theSameFactsGiveTheSameBytes() {
        const QImage one = chartImage(ChartPreset::article(), night(), facts(), Theme::printNight());
        QCOMPARE(one, chartImage(ChartPreset::article(), night(), facts(), Theme::printNight()));
        QVERIFY(one != chartImage(ChartPreset::article(), ongoing(), facts(), Theme::printNight()));
        QCOMPARE(one.pixelColor(4, 4), Theme::printNight().surface);
    }

    void anEmptyTimelineIsDrawnWithoutHarm() {
        Timeline empty;
        empty.range = {start, start};
        QVERIFY(!chartImage(ChartPreset::article(), empty, facts(), Theme::print()).isNull());
        QVERIFY(!altText(empty, facts()).isEmpty());
    }
};

QTEST_MAIN(TestChart)
#include "tst_chart.moc"
