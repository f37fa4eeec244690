// SPDX-License-Identifier: GPL-3.0-or-later
// Charts of what is hard to draw, in every shape, theme and kind: all text stays on the sheet, none runs into another,
// none is smaller than its shape allows, nothing that must be there is cut.
#include "app/words/words.h"
#include "tests/support/hard_charts.h"
#include "tests/ui/paint/text_recorder.h"
#include "ui/paint/chart_words.h"

#include <QRegularExpression>
#include <QtTest>

#include <algorithm>
#include <cmath>

using namespace kpwatch;
using namespace kpwatch::test;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {

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
                for (std::size_t i = 0; i < hardCases().size(); ++i)
                    QTest::addRow("%s, %s, %s", shape, kind, hardCases()[i].first)
                        << static_cast<int>(i) << QString::fromLatin1(shape) << QString::fromLatin1(kind)
                        << (i % 2 == 1);
    }

    static int indexOf(std::string_view name) {
        const auto found = std::ranges::find_if(
            hardCases(), [&](const HardCase& each) { return std::string_view(each.first) == name; });
        return static_cast<int>(found - hardCases().begin());
    }

    static Hard hardCase(int number, const QString& kind) {
        Hard hard = hardCases()[static_cast<std::size_t>(number)].second();
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
            QVERIFY2(has(legendWord(verdict, hard.timeline, hard.facts)), qPrintable(all));
    }

    // Five lanes, a logo, a tag and a headline of two lines: whatever the rows have left.
    void totalsAreThereUnderALongHeadline_data() {
        QTest::addColumn<QString>("shape");
        for (const char* const shape : {"article", "social", "square", "phone", "print", "2000x700", "1200x900"})
            QTest::addRow("%s", shape) << QString::fromLatin1(shape);
    }
    void totalsAreThereUnderALongHeadline() {
        QFETCH(QString, shape);
        Hard hard = hardCase(indexOf("everything"), u"lanes"_s);
        for (const int words : {1, 4, 8}) {
            hard.facts.headline = QStringLiteral("None of the four sites answered. ").repeated(words);
            QStringList all;
            for (const WrittenText& text : textsOf(hard, shapeOf(shape), false))
                all.append(text.text);
            for (const Lane& lane : hard.timeline.lanes)
                QVERIFY2(all.contains(totalWithoutAnswer(lane)) || !all.contains(QString::fromStdString(lane.label)),
                         qPrintable(QString::number(words) + u' ' + all.join(u'\n')));
            QVERIFY2(all.contains(u"KCNA"_s), qPrintable(all.join(u'\n')));
        }
    }

    void aNameGivesWayToItsTotal() {
        Hard hard = hardCase(indexOf("everything"), u"lanes"_s);
        for (Lane& lane : hard.timeline.lanes)
            lane.label = lane.shortLabel = lane.label + std::string(80, 'm');
        for (const ChartPreset& preset : ChartPreset::all()) {
            QStringList all;
            for (const WrittenText& text : textsOf(hard, preset, false))
                all.append(text.text);
            QVERIFY2(all.contains(totalWithoutAnswer(hard.timeline.lanes.front())), qPrintable(all.join(u'\n')));
        }
    }

    void theLegendNamesNoStateTooNarrowToBeSeen() {
        Hard hard(at("2026-03-05T09:00:00Z"), 24h);
        hard.addFour(
            {{Verdict::Unknown, 20s}, {Verdict::Up, 10h}, {Verdict::Down, 1min}, {Verdict::NotMonitored, 30s}});
        const auto legend = [&] {
            QString all;
            for (const WrittenText& text : textsOf(hard, ChartPreset::article(), false))
                all += text.text + u'\n';
            QStringList named;
            for (const Verdict verdict : occurringStates(hard.timeline, hard.facts))
                if (const QString word = legendWord(verdict, hard.timeline, hard.facts); all.contains(word + u'\n'))
                    named.append(word);
            return named;
        };
        QCOMPARE(legend(), (QStringList{u"Answering"_s, u"No answer"_s})); // the minute has its smallest mark
        hard.timeline.lanes[2].spans.back().range.end -= 2h;
        hard.timeline.lanes[2].spans.push_back(
            {{hard.timeline.range.end - 2h, hard.timeline.range.end}, Verdict::Unknown, Reason::None, {}, {}, {}});
        QCOMPARE(legend(), (QStringList{u"Answering"_s, u"No answer"_s, words::state(Verdict::Unknown)}));
    }

    // 390 pixels wide, as a telephone shows it.
    void onATelephoneNothingIsUnderElevenPixels() {
        QVERIFY(ChartPreset::phone().smallest * 390.0 / ChartPreset::phone().size.width() >= 11);
        QVERIFY(ChartPreset::article().smallest >= 26);
    }

    void routesAreCreditedWhereTheyAreDrawnAndOnlyThere() {
        Hard hard = withRoutes();
        const auto texts = [&] {
            QString all;
            for (const WrittenText& text : textsOf(hard, ChartPreset::article(), false))
                all += text.text + u'\n';
            return all.remove(u'\n') + altText(hard.timeline, hard.facts);
        };
        QString all = texts();
        QVERIFY2(all.contains(u"; routes: RIPE NCC RIS."_s) && all.contains(u"Routes via China: gone from"_s),
                 qPrintable(all));
        QVERIFY2(all.contains(u"No answer; route gone"_s) && all.contains(u"gone at "_s), qPrintable(all));
        hard.facts.routes = false;
        all = texts();
        QVERIFY2(!all.contains(u"RIPE"_s) && !all.contains(u"oute"_s), qPrintable(all)); // neither lane nor marker
        hard.facts.routes = true;
        for (Lane& lane : hard.timeline.lanes)
            if (lane.kind == LaneKind::Routes)
                lane.spans = {{hard.timeline.range, Verdict::Unknown, Reason::Stale, {}, {}, {}}};
        all = texts(); // nobody told of them
        QVERIFY2(!all.contains(u"RIPE"_s) && !all.contains(u"oute"_s), qPrintable(all));
        hard = withRoutes();
        asOrder(hard);
        QVERIFY(!texts().contains(u"RIPE"_s));
    }

    void routesGoneForAMomentAreNotPartlyVisible() {
        Hard hard = withRoutes();
        const auto word = [&] { return legendWord(Verdict::Degraded, hard.timeline, hard.facts); };
        const TimeRange all = hard.timeline.range;
        const auto part = [&](std::chrono::minutes from, std::chrono::minutes to, Verdict verdict, const char* note) {
            return Span{{all.begin + from, all.begin + to}, verdict, Reason::None, {}, {}, note};
        };
        std::vector<Lane*> routes;
        for (Lane& lane : hard.timeline.lanes)
            if (lane.kind == LaneKind::Routes)
                routes.push_back(&lane);
        QVERIFY(!routes.empty());
        for (Lane* lane : routes)
            lane->spans = {part(0min, 30min, Verdict::Up, "310 of 320 networks"),
                           part(30min, 32min, Verdict::Degraded, "3 of 320 networks; for under 3 min"),
                           part(32min, 60min, Verdict::Up, "310 of 320 networks")};
        QVERIFY2(word().contains(u"oute briefly gone"_s) && !word().contains(u"artly"_s), qPrintable(word()));
        QVERIFY(routeInWords(*routes.front()).contains(u"never gone for 3 minutes or longer"_s));
        routes.front()->spans.push_back(part(60min, 90min, Verdict::Degraded, "160 of 320 networks"));
        QVERIFY2(word().contains(u"oute partly visible or briefly gone"_s), qPrintable(word()));
        QVERIFY(routeInWords(*routes.front()).contains(u"partly visible at times"_s));
    }

    // Routes went when they went, whatever of it is in view.
    void routesThatTheEdgeCutsWentWhenTheyDid() {
        Hard hard = withRoutes();
        const auto told = [&] {
            QString all = altText(hard.timeline, hard.facts);
            for (const WrittenText& text : textsOf(hard, ChartPreset::phone(), false))
                all += text.text + u'\n';
            return all;
        };
        static const QRegularExpression gone(u"gone at \\d\\d:\\d\\d"_s), from(u"gone from [^,]*"_s);
        const QString whole = told();
        const Lane& routes =
            *std::ranges::find(hard.timeline.lanes, LaneKind::Routes, [](const Lane& lane) { return lane.kind; });
        const auto went = std::ranges::find(routes.spans, Verdict::Down, &Span::verdict);
        QVERIFY(went != routes.spans.end());
        hard.timeline.range.begin = went->range.begin + 10min;
        for (Lane& lane : hard.timeline.lanes)
            lane.spans = spansWithin(lane.spans, hard.timeline.range);
        const QString cut = told();
        QVERIFY(gone.match(whole).hasMatch() && from.match(whole).hasMatch());
        QCOMPARE(gone.match(cut).captured(), gone.match(whole).captured());
        QCOMPARE(from.match(cut).captured(), from.match(whole).captured());
    }

    void anOpenEndSaysAsOfWhen() {
        QString all;
        for (const WrittenText& text : textsOf(ongoing(), ChartPreset::phone(), false))
            all += text.text + u'\n';
        QVERIFY2(all.contains(u"as of"_s), qPrintable(all));
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

    // Routes that stayed are not among the silent ones, and those that went are not silent.
    void routesAreNotCountedAsSilent() {
        Hard hard(at("2026-03-05T09:00:00Z"), 20h);
        for (int i = 0; i < 60; ++i)
            hard.add("Site number " + std::to_string(i), night());
        const auto rest = [&] {
            hard.facts.routes = true;
            for (const WrittenText& text : textsOf(hard, ChartPreset::article(), false))
                if (text.text.startsWith(u"and "_s) && text.text.contains(u" more, "_s))
                    return text.text;
            return QString();
        };
        QVERIFY2(QRegularExpression(u"^and \\d+ more, silent for a time$"_s).match(rest()).hasMatch(),
                 qPrintable(rest()));
        hard.add("Routes via Russia").kind = LaneKind::Routes;
        const QRegularExpression stayed(u"^and \\d+ more, silent for a time; and a row of routes, not seen to go$"_s);
        QVERIFY2(stayed.match(rest()).hasMatch(), qPrintable(rest()));
        hard.add("Routes via China", night()).kind = LaneKind::Routes;
        QVERIFY2(rest().endsWith(u" more, silent for a time; and 2 rows of routes, 1 of them gone for a time"_s),
                 qPrintable(rest()));
    }

    // Who shares a number with somebody shown is neither later nor without a place.
    void whoHasNoRoomKeepsItsNumber() {
        Hard hard(at("2026-03-05T09:00:00Z"), 20h);
        hard.addFour(night());
        const UtcTime after = hard.timeline.range.begin + 8h;
        Ladder ladder;
        ladder.shown = hard.timeline.range;
        const auto add = [&](int count, int rank) {
            for (int i = 0; i < count; ++i) {
                Rung rung;
                rung.label = QStringLiteral("Host %1").arg(ladder.rungs.size());
                rung.range = {after, after + 2min};
                rung.rank = rank;
                ladder.rungs.push_back(rung);
            }
        };
        const auto rest = [&] {
            hard.facts.order = ladder;
            for (const WrittenText& text : textsOf(hard, ChartPreset::article(), false))
                if (text.text.startsWith(u"and "_s) && text.text.contains(u" more, "_s))
                    return text.text;
            return QString();
        };
        add(60, 1);
        QVERIFY2(QRegularExpression(u"^and \\d+ more, also number 1$"_s).match(rest()).hasMatch(), qPrintable(rest()));
        add(2, 2);
        const QRegularExpressionMatch counted =
            QRegularExpression(u"^and (\\d+) more, (\\d+) of them also number 1$"_s).match(rest());
        QVERIFY2(counted.hasMatch(), qPrintable(rest()));
        QCOMPARE(counted.captured(1).toInt(), counted.captured(2).toInt() + 2);
        ladder.rungs.clear();
        add(1, 1);
        add(60, 0);
        QVERIFY2(rest().endsWith(u" more, later or without a place in the order"_s), qPrintable(rest()));
    }

    void ofOneThatHasNoRoomNobodyCountsThem() {
        Hard hard(at("2026-03-05T09:00:00Z"), 20h);
        for (int i = 0; i < 60; ++i) {
            hard.add("Site number " + std::to_string(i), night());
            for (const WrittenText& text : textsOf(hard, ChartPreset::article(), false))
                if (text.text.startsWith(u"and 1 more"_s)) {
                    QCOMPARE(text.text, u"and 1 more, silent for a time"_s);
                    return;
                }
        }
        QSKIP("with no number of lanes is there room for all but one");
    }

    void theHeadlineTellsWhatWasBlockedHere_data() {
        QTest::addColumn<int>("blocked");
        QTest::addColumn<int>("silent");
        QTest::addColumn<QString>("expected");
        QTest::newRow("two, the others answer") << 2 << 0
                                                << u"No outage of the four sites was seen; blocked on the "
                                                   "network of the checks: two of four sites"_s;
        QTest::newRow("two, the others silent")
            << 2 << 2
            << u"Two of four sites did not answer for about eight hours; blocked on "
               "the network of the checks: two of four sites"_s;
        QTest::newRow("all") << 4 << 0 << u"Blocked on the network of the checks: four sites"_s;
    }
    void theHeadlineTellsWhatWasBlockedHere() {
        QFETCH(int, blocked);
        QFETCH(int, silent);
        QFETCH(QString, expected);
        Hard hard(at("2026-03-05T09:00:00Z"), 20h);
        for (int i = 0; i < 4; ++i)
            hard.add("S" + std::to_string(i), i < blocked            ? std::vector<Part>{{Verdict::BlockedHere, 20h}}
                                              : i < blocked + silent ? night()
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
            at_least += text.text == u"at least 11 h 58 min in all"_s ? 1 : 0; // both pieces together, said once
            QVERIFY2(!text.text.startsWith(u"about"_s), qPrintable(text.text));
        }
        QString all;
        for (const WrittenText& text : textsOf(hard, ChartPreset::article(), false))
            all += text.text + u" / "_s;
        QVERIFY2(at_least == 4, qPrintable(all));
    }

    void whereNoPieceHoldsItsMinutesTheHoursAreSaid() {
        Hard hard = cutByAGap();
        std::ptrdiff_t hours = 0;
        for (int wider = 0; wider < 40 && hours == 0;
             ++wider) { // the bars become shorter, until the minutes do not fit
            hard.timeline.range.end += 15min;
            const std::vector<WrittenText> texts = textsOf(hard, ChartPreset::phone(), false);
            hours = std::ranges::count(texts, u"at least 11 h in all"_s, &WrittenText::text);
        }
        QCOMPARE(hours, std::ptrdiff_t{4});
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
