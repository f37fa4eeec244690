// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/words/down_length.h"
#include "tests/ui/paint/text_recorder.h"
#include "ui/paint/lanes.h"

#include <QElapsedTimer>
#include <QtTest>

#include <random>

using namespace kpwatch;
using namespace std::chrono_literals;

namespace {

using Millis = std::chrono::milliseconds;

constexpr auto U = Verdict::Up, D = Verdict::Down, E = Verdict::ErrorPage, G = Verdict::Degraded, Q = Verdict::Unknown,
               B = Verdict::BlockedHere, N = Verdict::NotMonitored, O = Verdict::OwnConnectionDown;

const UtcTime start = parseIsoUtc("2026-03-05T09:00:00Z").value();

struct Piece {
    Verdict verdict;
    Millis length;
};

std::vector<Span> spansOf(const std::vector<Piece>& pieces) {
    std::vector<Span> spans;
    UtcTime at = start;
    for (const Piece& piece : pieces) {
        spans.push_back({{at, at + piece.length}, piece.verdict, Reason::None, {}, {}, {}});
        at += piece.length;
    }
    return spans;
}

// One pixel holds everything.
Verdict inOnePixel(const std::vector<Piece>& pieces, bool ownLine = false) {
    const std::vector<Span> spans = spansOf(pieces);
    LaneStyle style;
    style.ownLine = ownLine;
    style.smallestMark = 1;
    const std::vector<PixelRun> runs = binned(spans, {{start, spans.back().range.end}, 0, 1}, style);
    return runs.size() == 1 ? runs.front().verdict : Verdict::NotMonitored;
}

Lane laneOf(std::vector<Span> spans) {
    Lane lane;
    lane.spans = std::move(spans);
    return lane;
}

Span downAt(Millis offset, Millis length) {
    const UtcTime begin = start + offset;
    return {{begin, begin + length}, D, Reason::None, Onset{begin - 2min, begin + 10s}, {}, {}};
}

} // namespace
Q_DECLARE_METATYPE(std::vector<Piece>)

class TestLanes : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void initTestCase() { installFonts(); }

    void theRuleOfABucket_data() {
        QTest::addColumn<std::vector<Piece>>("pieces");
        QTest::addColumn<bool>("ownLine");
        QTest::addColumn<Verdict>("expected");
        const auto row = [](const char* name, std::vector<Piece> pieces, Verdict expected, bool ownLine = false) {
            QTest::newRow(name) << std::move(pieces) << ownLine << expected;
        };
        row("down at any length", {{U, 1h}, {D, 1s}, {U, 1h}}, D);
        row("down over a longer gap", {{N, 10h}, {D, 1s}}, D);
        row("down over blocked", {{B, 1h}, {D, 1s}}, D);
        row("blocked over error page", {{E, 1h}, {B, 1s}}, B);
        row("error page over degraded", {{G, 1h}, {E, 1s}}, E);
        row("degraded over unknown", {{Q, 1h}, {G, 1s}}, G);
        row("unknown over up", {{U, 1h}, {Q, 1s}}, Q);
        row("a gap below half", {{U, 61min}, {N, 59min}}, U);
        row("a gap from half", {{U, 1h}, {N, 1h}}, N);
        row("own line below half", {{U, 61min}, {O, 59min}}, U);
        row("own line from half", {{U, 1h}, {O, 1h}}, O);
        row("two gaps that are half together", {{U, 50min}, {N, 30min}, {O, 40min}}, O);
        row("gaps only", {{N, 2h}, {O, 1h}}, N);
        row("up alone", {{U, 1h}}, U);
        row("own lane: down at any length", {{U, 10h}, {O, 1s}}, O, true);
        row("own lane: not watched at any length", {{U, 10h}, {N, 1s}}, N, true);
        row("own lane: up", {{U, 10h}}, U, true);
    }
    void theRuleOfABucket() {
        QFETCH(std::vector<Piece>, pieces);
        QFETCH(bool, ownLine);
        QFETCH(Verdict, expected);
        QCOMPARE(inOnePixel(pieces, ownLine), expected);
    }

    // However many spans a column holds, and whatever of them was looked at.
    void aColumnIsWhatItIsAlone_data() {
        QTest::addColumn<bool>("ownLine");
        QTest::newRow("a site") << false;
        QTest::newRow("own line") << true;
    }
    void aColumnIsWhatItIsAlone() {
        QFETCH(bool, ownLine);
        std::minstd_rand chance(5);
        std::vector<Piece> pieces;
        for (int i = 0; i < 4000; ++i) // from many in a column to columns in one
            pieces.push_back(
                {static_cast<Verdict>(chance() % 8), Millis(1 + chance() % (i % 500 == 0 ? 400'000 : 900))});
        const std::vector<Span> spans = spansOf(pieces);
        LaneStyle style;
        style.ownLine = ownLine;
        style.smallestMark = 1;
        constexpr int columns = 300;
        const TimeRange all{start, spans.back().range.end};
        std::vector<Verdict> seen(columns, U);
        for (const PixelRun& run : binned(spans, {all, 0, columns}, style))
            std::fill(seen.begin() + run.from, seen.begin() + run.to, run.verdict);
        for (int column = 0; column < columns; ++column) {
            const TimeRange part{all.begin + all.length() * column / columns,
                                 all.begin + all.length() * (column + 1) / columns};
            std::vector<Piece> within;
            for (const Span& span : spans)
                if (const auto overlap = std::min(part.end, span.range.end) - std::max(part.begin, span.range.begin);
                    overlap > Millis(0))
                    within.push_back({span.verdict, overlap});
            QCOMPARE(seen[static_cast<std::size_t>(column)], inOnePixel(within, ownLine));
        }
    }

    void nothingBadIsThinnerThanTheSmallestMark_data() {
        QTest::addColumn<Verdict>("verdict");
        QTest::addColumn<bool>("widened");
        QTest::newRow("down") << D << true;
        QTest::newRow("blocked") << B << true;
        QTest::newRow("error page") << E << true;
        QTest::newRow("degraded") << G << true;
        QTest::newRow("unknown") << Q << false;
    }
    void nothingBadIsThinnerThanTheSmallestMark() {
        QFETCH(Verdict, verdict);
        QFETCH(bool, widened);
        for (const qreal ratio : {1.0, 1.5, 2.0})
            for (const Millis offset : {Millis{0}, Millis{5h}, Millis{24h * 365 - 1min}}) {
                const std::vector<Span> spans = spansOf({{U, offset + 1ms}, {verdict, 1min}, {U, 24h * 365 - offset}});
                LaneStyle style;
                style.devicePixelRatio = ratio;
                const std::vector<PixelRun> runs = binned(spans, {{start, start + 24h * 365}, 10, 1000}, style);
                const auto bad = std::ranges::find(runs, verdict, &PixelRun::verdict);
                QVERIFY(bad != runs.end());
                QCOMPARE(bad->to - bad->from >= 3 * ratio, widened);
                QVERIFY(bad->from >= 0 && bad->to <= 990 * ratio);
            }
    }

    void wideningNeverHidesSomethingWorse() {
        const std::vector<Span> spans = spansOf({{U, 10h}, {G, 1min}, {D, 1min}, {G, 1min}, {U, 10h}});
        const std::vector<PixelRun> runs = binned(spans, {{start, start + 20h + 3min}, 0, 200}, {});
        const auto down = std::ranges::find(runs, D, &PixelRun::verdict);
        QVERIFY(down != runs.end());
        QVERIFY(down->to - down->from >= 3);
    }

    void runsAreInOrderDisjointAndWithinTheAxis() {
        std::vector<Piece> pieces;
        for (int index = 0; index < 500; ++index)
            pieces.push_back({static_cast<Verdict>(index * 7 % 8), Millis{1 + index * 7919 % 600000}});
        const std::vector<Span> spans = spansOf(pieces);
        const std::vector<PixelRun> runs = binned(spans, {{start + 1min, spans.back().range.end + 1h}, 3, 803}, {});
        for (std::size_t index = 0; index < runs.size(); ++index) {
            QVERIFY(runs[index].from < runs[index].to);
            QVERIFY(runs[index].span != nullptr);
            QVERIFY(index == 0 || runs[index - 1].to <= runs[index].from);
        }
        QVERIFY(runs.back().to < 800); // nothing is drawn where nothing is known
    }

    void emptyInputIsHarmless() {
        QVERIFY(binned({}, {{start, start + 1h}, 0, 100}, {}).empty());
        QVERIFY(binned(spansOf({{U, 1h}}), {{start, start}, 0, 100}, {}).empty());
        QVERIFY(binned(spansOf({{U, 1h}}), {{start, start + 1h}, 100, 100}, {}).empty());
        QVERIFY(binned(spansOf({{U, 1h}}), {{start + 2h, start + 3h}, 0, 100}, {}).empty());
    }

    void downIsTintedFromAfterAndSolidFromBy() {
        // Twenty minutes on 1200 pixels: a second is a pixel.
        const std::vector<Span> spans{{{start, start + 10min}, U, Reason::None, {}, {}, {}}, downAt(10min, 10min)};
        QImage image(1200, 20, QImage::Format_RGB32);
        image.fill(Theme::light().surface);
        QPainter painter(&image);
        LaneStyle style;
        style.durations = false;
        paintLane(painter, QRectF(0, 0, 1200, 20), laneOf(spans), {{start, start + 20min}, 0, 1200}, Theme::light(),
                  style);
        painter.end();
        const QColor surface = Theme::light().surface;
        QCOMPARE(image.pixelColor(470, 2), surface);             // before `after`
        QCOMPARE(image.pixelColor(480, 2), Theme::light().down); // the last good check
        const QColor tinted = image.pixelColor(500, 2);
        QVERIFY(tinted != surface && tinted != Theme::light().down);
        QCOMPARE(image.pixelColor(500, 10), Theme::light().up); // answers stay visible on the tint
        QCOMPARE(image.pixelColor(605, 2), tinted);             // between the first failure and its end
        QCOMPARE(image.pixelColor(614, 10), Theme::light().down);
    }

    // In print a block that the edges of the picture cut is open there, also one that is over by now.
    void whatTheEdgesCutIsOpenThere() {
        const std::vector<Span> spans = spansOf({{U, 10min}, {D, 60min}, {U, 10min}});
        const TimeRange view{start + 20min, start + 60min};
        const auto drawn = [&](TimeRange range) {
            Lane lane;
            show(lane, spans, range, start + 80min);
            QImage image(400, 22, QImage::Format_RGB32);
            image.fill(Theme::print().surface);
            QPainter painter(&image);
            LaneStyle style;
            style.durations = false;
            style.rounded = true;
            paintLane(painter, QRectF(0, 0, 400, 22), lane, {view, 0, 400}, Theme::print(), style);
            return image;
        };
        const QColor slit = Theme::print().surface, down = Theme::print().down;
        const QImage cut = drawn(view);
        QCOMPARE(cut.pixelColor(2, 11), slit);
        QCOMPARE(cut.pixelColor(397, 11), slit);
        QCOMPARE(cut.pixelColor(200, 11), down);
        const QImage whole = drawn({start, start + 80min});
        QCOMPARE(whole.pixelColor(2, 11), down);
        QCOMPARE(whole.pixelColor(397, 11), down);
    }

    // As its chart and its review have it, once, in the longest piece.
    void whatAGapHasCutTellsTheLengthOfTheWhole() {
        std::vector<Span> spans = spansOf({{U, 1h}, {D, 6h}, {N, 1h}, {D, 2h}, {U, 1h}});
        spans[1].onset = spans[3].onset = Onset{start + 58min, start + 1h + 10s};
        spans[1].ended = spans[3].ended = Onset{start + 10h - 2min, start + 10h};
        const Lane lane = laneOf(spans);
        const std::vector<DownLength> lengths = downLengths(lane);
        QCOMPARE(lengths.size(), std::size_t{1});
        TextRecorder recorder(QSize(1200, 22));
        QPainter painter(&recorder);
        paintLane(painter, QRectF(0, 0, 1200, 22), lane, {{start, start + 11h}, 0, 1200}, Theme::light());
        painter.end();
        const QString whole = words::shownLength(lengths.front());
        QVERIFY2(whole.startsWith(QStringLiteral("at least 7 h 5")), qPrintable(whole));
        QCOMPARE(recorder.all().trimmed(), whole + QStringLiteral(" in all")); // longer than the piece it stands in
    }

    // Nor does a short bar say a third figure beside its own and the headline's.
    void aBarWithoutRoomForItsLengthSaysThatOfTheHeadlineOrNone() {
        std::vector<Span> spans = spansOf({{U, 1h}, {D, 60min}, {N, 20min}, {D, 50min}, {U, 1h}});
        spans[1].onset = spans[3].onset = Onset{start + 58min, start + 1h + 10s};
        spans[1].ended = spans[3].ended = Onset{start + 190min - 2min, start + 190min};
        const Lane lane = laneOf(spans);
        QCOMPARE(words::looseLength(downLengths(lane).at(0)), QStringLiteral("at least 105 minutes"));
        LaneStyle style;
        style.rounded = true;
        QStringList said;
        for (double width = 100; width <= 1600; width += 10) {
            TextRecorder recorder(QSize(1600, 22));
            QPainter painter(&recorder);
            paintLane(painter, QRectF(0, 0, width, 22), lane, {{start, start + 250min}, 0, width}, Theme::print(),
                      style);
            painter.end();
            said << recorder.all().trimmed();
        }
        said.removeDuplicates();
        said.removeAll(QString());
        QVERIFY2(said.removeAll(QStringLiteral("at least 1 h 47 min in all")) == 1, qPrintable(said.join(u'|')));
        said.removeAll(QStringLiteral("at least 1 h 45 min in all"));
        QVERIFY2(said.isEmpty(), qPrintable(said.join(u'|')));
    }

    void everyStateLooksDifferentWithoutColour() {
        std::vector<QImage> greys;
        for (int verdict = 0; verdict <= static_cast<int>(N); ++verdict) {
            QImage image(40, 20, QImage::Format_RGB32);
            image.fill(Qt::white);
            QPainter painter(&image);
            paintLegendSample(painter, QRectF(0, 0, 40, 20), static_cast<Verdict>(verdict), Theme::light());
            painter.end();
            greys.push_back(image.convertToFormat(QImage::Format_Grayscale8));
        }
        for (std::size_t one = 0; one < greys.size(); ++one)
            for (std::size_t other = 0; other < one; ++other) {
                int different = 0;
                for (int y = 0; y < 20; ++y)
                    for (int x = 0; x < 40; ++x)
                        different += std::abs(qGray(greys[one].pixel(x, y)) - qGray(greys[other].pixel(x, y))) > 40;
                QVERIFY2(different > 80, qPrintable(QStringLiteral("%1 and %2").arg(one).arg(other)));
            }
    }

    void twentyLanesOfTenThousandSpansAreDrawnInAFrame() {
        std::vector<Piece> pieces;
        for (int index = 0; index < 10000; ++index)
            pieces.push_back(
                {index % 50 == 1 ? static_cast<Verdict>(index / 50 % 8) : U, Millis{60000 + index * 37 % 9000}});
        const std::vector<Span> spans = spansOf(pieces);
        const Lane crowded = laneOf(spans);
        const TimeAxis axis{{start, spans.back().range.end}, 0, 1200};
        QImage image(1200, 400, QImage::Format_ARGB32_Premultiplied);
        QPainter painter(&image);
        QElapsedTimer timer;
        timer.start();
        for (int lane = 0; lane < 20; ++lane)
            paintLane(painter, QRectF(0, lane * 20, 1200, 17), crowded, axis, Theme::light());
        // 6 ms of processor time in a release build. The bound leaves room for sanitizers on a busy machine and still
        // fails what looks at every span for every pixel.
        QVERIFY2(timer.elapsed() < 1000, qPrintable(QString::number(timer.elapsed())));
        QVERIFY(binned(spans, axis, {}).size() > 200);
    }
};

QTEST_MAIN(TestLanes)
#include "tst_lanes.moc"
