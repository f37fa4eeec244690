// SPDX-License-Identifier: GPL-3.0-or-later
// Charts of what is hard to draw, in every shape, theme and kind: all text stays on the sheet, none runs into another,
// none is smaller than its shape allows, nothing that must be there is cut.
#include "app/words/words.h"
#include "tests/ui/paint/text_recorder.h"
#include "ui/paint/chart_words.h"

#include <QRegularExpression>
#include <QtTest>

#include <cmath>

using namespace kpwatch;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {

using Millis = std::chrono::milliseconds;

UtcTime at(const char* text) { return parseIsoUtc(text).value(); }

struct Part {
    Verdict verdict;
    Millis length;
};

struct Hard {
    Timeline timeline;
    ChartFacts facts;

    Hard(UtcTime begin, Millis length) {
        timeline.range = {begin, begin + length};
        timeline.now = facts.asOf = timeline.range.end + 1h;
    }

    // What is left of the range after the parts answers.
    Lane& add(const std::string& label, std::vector<Part> parts = {}) {
        Lane lane;
        lane.id = lane.label = lane.shortLabel = label;
        lane.kind = LaneKind::Site;
        lane.host = "www." + label + ".kp";
        lane.interval = 120s;
        UtcTime now = timeline.range.begin;
        Millis used{0};
        for (const Part& part : parts)
            used += part.length;
        if (used < timeline.range.length())
            parts.push_back({Verdict::Up, timeline.range.length() - used});
        for (const Part& part : parts) {
            lane.spans.push_back({{now, now + part.length}, part.verdict, Reason::None, {}, {}, {}});
            now += part.length;
            if (part.verdict != Verdict::Down)
                continue;
            lane.spans.back().onset = Onset{lane.spans.back().range.begin - 2min, lane.spans.back().range.begin + 10s};
            if (now < timeline.range.end)
                lane.spans.back().ended = Onset{now - 110s, now + 300ms};
        }
        lane.shares = sharesOf(lane.spans, timeline.range);
        timeline.lanes.push_back(lane);
        return timeline.lanes.back();
    }
    void addFour(const std::vector<Part>& parts) {
        for (const char* const name : {"KCNA", "Naenara", "Air Koryo", "Foreign Ministry"})
            add(name, parts);
    }
};

const std::vector<Part> night{{Verdict::Up, 8h}, {Verdict::Down, 8h + 12min}};

Hard longHeadline() {
    Hard hard(at("2026-03-05T09:00:00Z"), 20h);
    hard.addFour(night);
    hard.facts.headline = QStringLiteral("None of the four sites answered, ").repeated(10).left(299) + u'.';
    return hard;
}
Hard minuteInAYear() {
    Hard hard(at("2025-03-05T09:00:00Z"), 365 * 24h);
    hard.add("KCNA", {{Verdict::Up, 200 * 24h}, {Verdict::Down, 1min}});
    hard.add("Naenara");
    return hard;
}
Hard fortyLanes() {
    Hard hard(at("2026-03-05T09:00:00Z"), 20h);
    for (int i = 0; i < 40; ++i)
        hard.add("Site number " + std::to_string(i), i % 9 == 8 ? night : std::vector<Part>{});
    return hard;
}
Hard noData() {
    Hard hard(at("2026-03-05T09:00:00Z"), 20h);
    hard.addFour({{Verdict::NotMonitored, 20h}});
    return hard;
}
Hard noLanes() { return {at("2026-03-05T09:00:00Z"), 20h}; }
Hard acrossMay2018() {
    Hard hard(at("2018-05-04T03:00:00Z"), 24h);
    hard.addFour({{Verdict::Up, 8h}, {Verdict::Down, 8h}});
    return hard;
}
Hard pyongyangTime() {
    Hard hard(at("2017-05-04T03:00:00Z"), 24h);
    hard.addFour({{Verdict::Up, 8h}, {Verdict::Down, 8h}});
    return hard;
}
Hard future() {
    Hard hard(at("2099-03-05T09:00:00Z"), 20h);
    hard.timeline.now = hard.facts.asOf = at("2026-03-05T09:00:00Z");
    hard.addFour({{Verdict::NotMonitored, 20h}});
    return hard;
}
Hard twoMidnights() { // 15:00 UTC in Korea, 09:00 there for UTC
    Hard hard(at("2026-03-05T14:30:00Z"), 10h);
    hard.addFour({{Verdict::Up, 2h}, {Verdict::Down, 3h}});
    return hard;
}
Hard twoBlocked() {
    Hard hard(at("2026-03-05T09:00:00Z"), 20h);
    hard.add("KCNA", {{Verdict::BlockedHere, 20h}});
    hard.add("Naenara", night);
    hard.add("Air Koryo", {{Verdict::BlockedHere, 20h}});
    hard.add("Foreign Ministry", night);
    return hard;
}
Hard oneOfTwo() {
    Hard hard(at("2026-03-05T09:00:00Z"), 20h);
    hard.addFour(night);
    hard.facts.otherComputers = 1;
    hard.facts.newsroom = u"한빛일보 The Courier"_s;
    hard.facts.place = u"one computer in Europe"_s;
    return hard;
}
Hard everything() { // all states, ongoing, simulated, with totals and a logo
    Hard hard(at("2026-03-05T09:00:00Z"), 20h);
    hard.addFour({{Verdict::Degraded, 2h},
                  {Verdict::ErrorPage, 2h},
                  {Verdict::Unknown, 1h},
                  {Verdict::OwnConnectionDown, 1h},
                  {Verdict::NotMonitored, 1h},
                  {Verdict::BlockedHere, 1h},
                  {Verdict::Up, 1h},
                  {Verdict::Down, 11h}});
    Lane& carriers = hard.add("Name servers", night);
    carriers.kind = LaneKind::Group;
    hard.timeline.simulated = true;
    hard.facts.carriers = hard.facts.totals = true;
    hard.facts.logo = QImage(300, 120, QImage::Format_RGB32);
    hard.facts.logo.fill(Qt::darkGreen);
    return hard;
}
Hard cutByAGap() { // the gap lies in the block; length and headline say "at least"
    Hard hard(at("2026-03-05T09:00:00Z"), 20h);
    hard.addFour({{Verdict::Up, 4h}, {Verdict::Down, 4h}, {Verdict::NotMonitored, 2h}, {Verdict::Down, 8h}});
    for (Lane& lane : hard.timeline.lanes) {
        lane.spans[3].onset = lane.spans[1].onset;
        lane.spans[1].ended.reset();
    }
    return hard;
}

using Make = Hard (*)();
const std::pair<const char*, Make> cases[] = {{"300 characters", longHeadline},
                                              {"a minute in a year", minuteInAYear},
                                              {"forty lanes", fortyLanes},
                                              {"no data", noData},
                                              {"no lanes", noLanes},
                                              {"May 2018", acrossMay2018},
                                              {"2017", pyongyangTime},
                                              {"future", future},
                                              {"midnight twice", twoMidnights},
                                              {"two blocked", twoBlocked},
                                              {"one of two computers", oneOfTwo},
                                              {"everything", everything},
                                              {"cut by a gap", cutByAGap}};

// The same story as an order of who stopped, and as response times of the first lane.
void asOrder(Hard& hard) {
    Ladder ladder;
    UtcTime first = hard.timeline.range.end, last = hard.timeline.range.begin;
    int rank = 0;
    for (const Lane& lane : hard.timeline.lanes) {
        const UtcTime by = hard.timeline.range.begin + 1h + std::chrono::minutes(rank * 3);
        const bool observed = rank % 5 != 4;
        ladder.rungs.push_back({words::cleaned(lane.label),
                                {observed ? std::optional(by - 2min) : std::nullopt, by},
                                rank % 7 == 6 ? 0 : rank / 2 + 1});
        first = std::min(first, by - 2min);
        last = std::max(last, by);
        ++rank;
    }
    ladder.shown = {first - 3min, last + 12min};
    hard.facts.order = ladder;
}
void asResponse(Hard& hard) {
    ResponseTimes times{u"KCNA"_s, {}, 151, 2310};
    QList<QPointF> run;
    const double length = static_cast<double>(hard.timeline.range.length() / 1s);
    for (int i = 0; i <= 200; ++i) {
        if (i == 100)
            times.runs.push_back(std::exchange(run, {}));
        run.append({i * length / 200, 150 + 40 * std::sin(i) + (i == 150 ? 2120 : 0)});
    }
    times.runs.push_back(run);
    hard.facts.response = times;
    if (!hard.timeline.lanes.empty())
        hard.timeline.lanes.resize(1);
}

ChartPreset shapeOf(const QString& shape) { return ChartPreset::of(shape.toStdString()).value(); }

} // namespace

class TestHardCharts : public QObject {
    Q_OBJECT

    static void every() {
        QTest::addColumn<int>("number");
        QTest::addColumn<QString>("shape");
        QTest::addColumn<QString>("kind");
        QTest::addColumn<bool>("dark");
        for (const char* const shape :
             {"article", "social", "square", "phone", "print", "600x600", "2000x700", "900x2400"})
            for (const char* const kind : {"lanes", "order", "response"})
                for (std::size_t i = 0; i < std::size(cases); ++i)
                    QTest::addRow("%s, %s, %s", shape, kind, cases[i].first)
                        << static_cast<int>(i) << QString::fromLatin1(shape) << QString::fromLatin1(kind)
                        << (i % 2 == 1);
    }

    static Hard hardCase(int number, const QString& kind) {
        Hard hard = cases[static_cast<std::size_t>(number)].second();
        if (kind == u"order"_s)
            asOrder(hard);
        if (kind == u"response"_s)
            asResponse(hard);
        return hard;
    }

    static std::vector<WrittenText> textsOf(const Hard& hard, const ChartPreset& preset, bool dark) {
        TextRecorder recorder(preset.size.toSize());
        {
            QPainter painter(&recorder);
            paintChart(painter, preset, hard.timeline, hard.facts, dark ? Theme::printNight() : Theme::print());
        }
        return recorder.texts();
    }

  private Q_SLOTS:
    void initTestCase() { installFonts(); }

    void everyTextHasItsPlace_data() { every(); }
    void everyTextHasItsPlace() {
        QFETCH(int, number);
        QFETCH(QString, shape);
        QFETCH(QString, kind);
        QFETCH(bool, dark);
        const ChartPreset preset = shapeOf(shape);
        const Hard hard = hardCase(number, kind);
        const std::vector<WrittenText> texts = textsOf(hard, preset, dark);
        const QRectF sheet = QRectF(QPointF(0, 0), preset.size).adjusted(8, 8, -8, -8);
        QVERIFY(texts.size() > 4);
        for (std::size_t one = 0; one < texts.size(); ++one) {
            const WrittenText& text = texts[one];
            QVERIFY2(sheet.contains(text.box), qPrintable(text.text));
            QVERIFY2(text.pixelSize >= preset.smallest, qPrintable(text.text));
            if (text.text == u"SIMULATED"_s) // lies under the rows
                continue;
            for (std::size_t other = 0; other < one; ++other) {
                const QRectF overlap = text.box.intersected(texts[other].box);
                const qreal most = 0.45 * std::min(text.pixelSize, texts[other].pixelSize);
                QVERIFY2(texts[other].text == u"SIMULATED"_s || overlap.width() < 2 || overlap.height() < most,
                         qPrintable(text.text + u" | "_s + texts[other].text));
            }
        }
        if (const QString folder = qEnvironmentVariable("KPWATCH_PICTURES"); !folder.isEmpty())
            QVERIFY(chartImage(preset, hard.timeline, hard.facts, dark ? Theme::printNight() : Theme::print())
                        .save(folder + QStringLiteral("/%1-%2-%3.png").arg(shape, kind).arg(number)));
    }

    // What may not be switched off is there, whole.
    void whatMustBeThereIsNotCut_data() { every(); }
    void whatMustBeThereIsNotCut() {
        QFETCH(int, number);
        QFETCH(QString, shape);
        QFETCH(QString, kind);
        QFETCH(bool, dark);
        const Hard hard = hardCase(number, kind);
        QString all;
        for (const WrittenText& text : textsOf(hard, shapeOf(shape), dark))
            all += text.text + u' ';
        const auto has = [&](const QString& what) {
            return QString(all).remove(u' ').contains(QString(what).remove(u' '));
        };
        QVERIFY2(has(sourceLine(hard.timeline, hard.facts)), qPrintable(all));
        QVERIFY2(has(u"UTC"_s), qPrintable(all));
        for (const Verdict verdict : occurringStates(hard.timeline, hard.facts))
            QVERIFY2(has(legendWord(verdict)), qPrintable(all));
    }

    // 390 pixels wide, as a telephone shows it.
    void onATelephoneNothingIsUnderElevenPixels() {
        QVERIFY(ChartPreset::phone().smallest * 390.0 / ChartPreset::phone().size.width() >= 11);
        QVERIFY(ChartPreset::article().smallest >= 26);
    }

    void aLongHeadlineIsReadToItsEnd_data() {
        QTest::addColumn<QString>("shape");
        for (const ChartPreset& preset : ChartPreset::all())
            QTest::addRow("%s", preset.id.data()) << QString::fromLatin1(preset.id.data());
    }
    void aLongHeadlineIsReadToItsEnd() {
        QFETCH(QString, shape);
        const Hard hard = longHeadline();
        QCOMPARE(hard.facts.headline.size(), 300);
        QString all;
        for (const WrittenText& text : textsOf(hard, shapeOf(shape), false))
            all += text.text;
        QVERIFY2(all.remove(u' ').contains(QString(hard.facts.headline).remove(u' ')), qPrintable(all));
    }

    void aMinuteInAYearIsSeen() {
        const Hard hard = minuteInAYear();
        const ChartPreset& preset = ChartPreset::article();
        const QImage image = chartImage(preset, hard.timeline, hard.facts, Theme::print());
        int red = 0;
        for (int y = 300; y < 700; ++y)
            for (int x = 300; x < 1536; ++x)
                red += image.pixelColor(x, y) == Theme::print().down ? 1 : 0;
        QVERIFY2(red >= 3 * 40, qPrintable(QString::number(red)));
        QVERIFY(suggestedHeadline(hard.timeline, hard.facts).startsWith(u"KCNA did not answer for about one minute"_s));
    }

    void whoCannotBeShownIsCounted() {
        const Hard hard = fortyLanes();
        for (const ChartPreset& preset : ChartPreset::all()) {
            QString all;
            for (const WrittenText& text : textsOf(hard, preset, false))
                all += text.text + u'\n';
            QVERIFY2(all.contains(QRegularExpression(u"and \\d+ more, none seen"_s)), qPrintable(all));
            for (const int silent : {8, 17, 26, 35}) // they have a story
                if (preset.size.height() > 1000)
                    QVERIFY2(all.contains(QStringLiteral("Site number %1").arg(silent)), qPrintable(all));
        }
        QCOMPARE(altText(hard.timeline, hard.facts).count(u"Site number"_s), 40);
    }

    void theHeadlineTellsWhatWasBlockedHere_data() {
        QTest::addColumn<int>("blocked");
        QTest::addColumn<int>("silent");
        QTest::addColumn<QString>("expected");
        QTest::newRow("two, the others answer")
            << 2 << 0
            << u"None of the four sites was seen to stop answering; blocked on this "
               "network: two of four sites"_s;
        QTest::newRow("two, the others silent")
            << 2 << 2
            << u"Two of four sites did not answer for about eight hours; blocked on "
               "this network: two of four sites"_s;
        QTest::newRow("all") << 4 << 0 << u"Blocked on this network: four sites"_s;
    }
    void theHeadlineTellsWhatWasBlockedHere() {
        QFETCH(int, blocked);
        QFETCH(int, silent);
        QFETCH(QString, expected);
        Hard hard(at("2026-03-05T09:00:00Z"), 20h);
        for (int i = 0; i < 4; ++i)
            hard.add("S" + std::to_string(i), i < blocked            ? std::vector<Part>{{Verdict::BlockedHere, 20h}}
                                              : i < blocked + silent ? night
                                                                     : std::vector<Part>{});
        QCOMPARE(suggestedHeadline(hard.timeline, hard.facts), expected);
    }

    void clocksThatWereSetAreTold() {
        QString all;
        for (const WrittenText& text : textsOf(acrossMay2018(), ChartPreset::article(), false))
            all += text.text + u'\n';
        QVERIFY2(all.contains(u"Upper row Pyongyang time (UTC+8:30), later KST; lower row UTC"_s), qPrintable(all));
    }

    void oneOfTwoComputersSaysSo() {
        const Hard hard = oneOfTwo();
        const QString line = sourceLine(hard.timeline, hard.facts);
        QVERIFY2(line.contains(u"One of two computers that watched"_s), qPrintable(line));
        QVERIFY2(line.startsWith(u"Source: 한빛일보 The Courier checks with KPWatch"_s), qPrintable(line));
    }

    void aGapInABlockMakesItAtLeast() {
        const Hard hard = cutByAGap();
        QVERIFY(suggestedHeadline(hard.timeline, hard.facts).contains(u"at least"_s));
        int at_least = 0;
        for (const WrittenText& text : textsOf(hard, ChartPreset::article(), false)) {
            at_least += text.text == u"at least 11 h 58 min"_s ? 1 : 0; // both pieces together, said once
            QVERIFY2(!text.text.startsWith(u"about"_s), qPrintable(text.text));
        }
        QString all;
        for (const WrittenText& text : textsOf(hard, ChartPreset::article(), false))
            all += text.text + u" / "_s;
        QVERIFY2(at_least == 4, qPrintable(all));
    }

    void anOrderClaimsNoMoreThanItKnows() {
        Ladder ladder;
        const UtcTime t = at("2026-03-05T09:00:00Z");
        ladder.rungs = {{u"KCNA"_s, {t, t + 2min}, 1}, {u"Naenara"_s, {t + 5min, t + 7min}, 2}};
        ladder.firstAlone = true;
        QCOMPARE(orderHeadline(ladder), u"KCNA stopped answering first"_s);
        ladder.firstAlone = false;
        QVERIFY(!orderHeadline(ladder).contains(u"KCNA"_s));
        ladder.rungs[1].rank = 1;
        QCOMPARE(orderHeadline(ladder), u"Which of two hosts stopped answering first cannot be told"_s);
        QCOMPARE(rungMinutes(ladder.rungs[0]), u"18:00–18:02"_s); // minutes: it is read as copy
        QCOMPARE(rungMinutes({u"x"_s, {{}, t}, 0}), u"by 18:00"_s);
    }

    void sizesOfOnesOwn() {
        QVERIFY(ChartPreset::of("1200x800").has_value());
        QCOMPARE(ChartPreset::of("1200x800")->pixels(2), QSize(2400, 1600));
        for (const char* const wrong : {"", "x", "1200", "1200x", "x800", "599x800", "7000x800", "2000x600",
                                        "1200x800x2", "1200 x800", "-1200x800", "1e3x800", "99999999999x800", "poster"})
            QVERIFY2(!ChartPreset::of(wrong), wrong);
        QCOMPARE(ChartPreset::print().pixels(), QSize(2126, 1196));
        QVERIFY(std::abs(ChartPreset::print().millimetres().width() - 180) < 0.1);
    }
};

QTEST_MAIN(TestHardCharts)
#include "tst_hard_charts.moc"
