// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/paint/ladder.h"

#include "app/story/grouping.h"
#include "tests/support/lane_script.h"
#include "tests/ui/paint/text_recorder.h"
#include "ui/paint/chart.h"
#include "ui/paint/chart_words.h"
#include "ui/paint/time_axis.h"

#include <QImage>
#include <QtTest>

using namespace kpwatch;
using namespace kpwatch::test;
using namespace Qt::StringLiterals;

namespace {

Watchlist plainWatchlist() {
    Watchlist list = storyWatchlist();
    std::erase_if(list.targets, [](const Target& target) { return target.name.starts_with("sentinel-"); });
    return list;
}
const Watchlist list = plainWatchlist();

Ladder ladderFrom(const char* lanes, LadderKind kind = LadderKind::Failure) {
    const TargetSpans spans = lanesOf(list, lanes);
    return ladderOf(incidentsOf({list, spans, {}, minute(1440)}, {}).at(0), list, kind);
}

QStringList writtenOn(const Ladder& ladder) {
    TextRecorder recorder(QSize(900, static_cast<int>(ladderHeight(ladder))));
    QPainter painter(&recorder);
    paintLadder(painter, QRectF(0, 0, 900, ladderHeight(ladder)), ladder, Theme::light());
    painter.end();
    return recorder.all().split(u'\n');
}

const char* const threeSteps = "kcna-http 100-190; mfa-http 110-180; ns1 120-250; ns2 120.5-";

} // namespace

class TestLadder : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    // What somebody reckons who reads the two clocks.
    void offsetsAreThoseOfTheClocks_data() {
        QTest::addColumn<int>("first"); // ms
        QTest::addColumn<int>("by");
        QTest::addColumn<QString>("later");
        QTest::newRow("the same second") << 100 << 999 << QString();
        QTest::newRow("33.9 and 35.1") << 33'900 << 35'100 << QStringLiteral("+2 s");
        QTest::newRow("a quarter of an hour by the clocks") << 900 << 900'100 << QStringLiteral("+15 min");
        QTest::newRow("a second less is as long") << 0 << 899'000 << QStringLiteral("+15 min");
        QTest::newRow("an hour and more") << 0 << 6'000'000 << QStringLiteral("+1 h 40 min");
        QTest::newRow("nearly two hours") << 0 << 7'199'000 << QStringLiteral("+2 h");
        QTest::newRow("earlier") << 2'000 << 500 << QString();
    }
    void offsetsAreThoseOfTheClocks() {
        QFETCH(int, first);
        QFETCH(int, by);
        QFETCH(QString, later);
        const UtcTime start = parseIsoUtc("2026-03-05T17:00:00Z").value();
        QCOMPARE(laterBy(start + std::chrono::milliseconds(first), start + std::chrono::milliseconds(by)), later);
    }

    void initTestCase() { installFonts(); }

    void whatCannotBeToldSharesItsNumber() {
        const Ladder ladder = ladderFrom(threeSteps);
        std::vector<int> ranks;
        for (const Rung& rung : ladder.rungs)
            ranks.push_back(rung.rank);
        QCOMPARE(ranks, (std::vector<int>{1, 2, 3, 3}));
        const QStringList texts = writtenOn(ladder);
        QCOMPARE(texts.count(u"3"_s), 2);
        QCOMPARE(texts.count(u"1"_s), 1);
    }

    void aRungIsKnownByItsTarget() { QCOMPARE(ladderFrom(threeSteps).rungs[0].target, std::string("kcna-http")); }

    void aNameThatDoesNotFitAChartIsTheShortOne() {
        Ladder ladder = ladderFrom(threeSteps);
        ladder.rungs[0].label = u"Router 175.45.178.161"_s;
        ladder.rungs[0].shortLabel = u"Router .178"_s;
        Timeline timeline;
        timeline.range = ladder.shown;
        timeline.now = ladder.shown.end;
        ChartFacts facts;
        facts.order = ladder;
        facts.asOf = timeline.now;
        const ChartPreset& article = ChartPreset::article();
        TextRecorder recorder(article.pixels());
        QPainter painter(&recorder);
        paintChart(painter, article, timeline, facts, Theme::print());
        painter.end();
        QVERIFY2(recorder.all().split(u'\n').contains(u"Router .178"_s), qPrintable(recorder.all()));
    }

    void timesAreToTheSecondWithTheirDistance() {
        const QStringList texts = writtenOn(ladderFrom(threeSteps));
        QVERIFY2(texts.contains(u"10:40:10"_s), qPrintable(texts.join(u'|')));
        QVERIFY2(texts.contains(u"10:50:10  +10 min"_s), qPrintable(texts.join(u'|')));
    }

    void withinOneMinuteIsAtThatMinute() {
        Ladder ladder = ladderFrom("kcna-http 100-190");
        const UtcTime at = parseIsoUtc("2026-03-05T18:16:00Z").value();
        ladder.rungs[0].range = {at + std::chrono::seconds(10), at + std::chrono::seconds(40)};
        const QString said = orderInWords(ladder);
        QVERIFY2(said.contains(u", at 03:16 KST (18:16 UTC)."_s), qPrintable(said));
        ladder.rungs[0].range.by += std::chrono::minutes(1);
        QVERIFY(orderInWords(ladder).contains(u", between 03:16 and 03:18 KST (18:16 and 18:18 UTC)."_s));
        QCOMPARE(rungMinutes(ladder.rungs[0]), u"03:16–03:18"_s); // it was before 03:18, and perhaps not before 03:17
        ladder.rungs[0].range.after.reset();
        QVERIFY(orderInWords(ladder).contains(u", by 03:18 KST (18:18 UTC), its start was not observed."_s));
        QCOMPARE(rungMinutes(ladder.rungs[0]), u"by 03:18"_s);
    }

    void recoveryHoldsThoseThatCameBack() {
        QCOMPARE(ladderFrom(threeSteps, LadderKind::Recovery).rungs.size(), std::size_t(3));
        QVERIFY(ladderFrom("kcna-http 100-", LadderKind::Recovery).rungs.empty());
    }

    void bandReachesFromTheLastGoodCheckToTheDisc() {
        const Ladder ladder = ladderFrom("kcna-http 100~6-190");
        QImage image(900, static_cast<int>(ladderHeight(ladder)), QImage::Format_RGB32);
        image.fill(Qt::white);
        QPainter painter(&image);
        paintLadder(painter, QRectF(image.rect()), ladder, Theme::light());
        painter.end();
        const int middle = static_cast<int>(ladderHeight(ladder)) - 15 + 4; // within the bar, beside the line
        bool tinted = false, down = false;
        for (int x = 200; x < 900; ++x) {
            tinted = tinted || image.pixelColor(x, middle) == Theme::light().downTint;
            down = down || image.pixelColor(x, middle) == Theme::light().graphic(Verdict::Down);
        }
        QVERIFY(tinted && down);
    }

    void theBarEndsWhereItWasSeenLast() {
        const auto lastRed = [](const char* lanes) {
            const Ladder ladder = ladderFrom(lanes);
            QImage image(900, static_cast<int>(ladderHeight(ladder)), QImage::Format_RGB32);
            image.fill(Qt::white);
            QPainter painter(&image);
            paintLadder(painter, QRectF(image.rect()), ladder, Theme::light());
            painter.end();
            int last = 0;
            const int beneathTheTime = static_cast<int>(ladderHeight(ladder)) - 15 + 8;
            for (int x = 0; x < 900; ++x)
                if (image.pixelColor(x, beneathTheTime) == Theme::light().graphic(Verdict::Down))
                    last = x;
            return last;
        };
        QVERIFY(lastRed("kcna-http 100-190") >= 898);
        const int brief = lastRed("kcna-http 100-100.5");
        QVERIFY2(brief > 200 && brief < 850, qPrintable(QString::number(brief)));
        QVERIFY(writtenOn(ladderFrom("kcna-http 100-100.5")).join(u' ').contains(u"10:40:10"_s));
    }

    // As in a lane: behind the bar it answers until it stops again.
    void whoIsBackIsDrawnAnswering() {
        const auto answersAtTheEnd = [](const char* lanes) {
            const Ladder ladder = ladderFrom(lanes);
            QImage image(900, static_cast<int>(ladderHeight(ladder)), QImage::Format_RGB32);
            image.fill(Qt::white);
            QPainter painter(&image);
            paintLadder(painter, QRectF(image.rect()), ladder, Theme::light());
            painter.end();
            const qreal row = (ladderHeight(ladder) - ladderHeight(Ladder{})) / static_cast<qreal>(ladder.rungs.size());
            const int second = static_cast<int>(ladderHeight(Ladder{}) + row * 1.5);
            return image.pixelColor(895, second) == Theme::light().graphic(Verdict::Up);
        };
        QVERIFY(answersAtTheEnd("naenara-http 99-300; kcna-http 100-102; ns1 115-250"));
        QVERIFY(!answersAtTheEnd("naenara-http 99-300; kcna-http 100-190; ns1 115-250"));
        const Ladder twice = ladderFrom("naenara-http 99-300; kcna-http 100-102 110-150; ns1 115-250");
        const Rung& kcna = twice.rungs.at(1);
        QCOMPARE(kcna.target, std::string("kcna-http"));
        QVERIFY(kcna.answered);
        QCOMPARE(kcna.answered->begin, minute(102) + std::chrono::milliseconds(300));
        QCOMPARE(kcna.answered->end, minute(108));
        QVERIFY(!ladderFrom("kcna-http 100-").rungs[0].answered);
        // Nobody has seen the time that is still to come.
        const Rung back = ladderFrom("naenara-http 1420-; kcna-http 1421-1430").rungs.at(1);
        QCOMPARE(back.target, std::string("kcna-http"));
        QVERIFY(back.answered && back.answered->end <= minute(1440));
    }

    // Who stopped later than others had come back was not silent all the time before.
    void aRecoveryIsRedFromItsOwnBeginOn() {
        const Ladder ladder = ladderFrom(
            "naenara-http 100-400; kcna-http 120-150; airkoryo-http 200-230; mfa-http 300-330", LadderKind::Recovery);
        QImage image(900, static_cast<int>(ladderHeight(ladder)), QImage::Format_RGB32);
        image.fill(Qt::white);
        QPainter painter(&image);
        paintLadder(painter, QRectF(image.rect()), ladder, Theme::light());
        painter.end();
        const TimeAxis axis{ladder.shown, 190 * textScale(), 900};
        const qreal rowHeight = (ladderHeight(ladder) - ladderHeight(Ladder{})) / 4;
        for (std::size_t i = 0; i < ladder.rungs.size(); ++i) {
            const Rung& rung = ladder.rungs[i];
            QVERIFY(rung.silentFrom && rung.silentFrom->after);
            const int y = static_cast<int>(ladderHeight(Ladder{}) + rowHeight * (static_cast<qreal>(i) + 0.5)) + 6;
            for (int x = static_cast<int>(axis.left); x < static_cast<int>(axis.xAt(*rung.silentFrom->after)) - 1; ++x)
                QVERIFY2(image.pixelColor(x, y) != Theme::light().graphic(Verdict::Down),
                         qPrintable(QString::fromStdString(rung.target)));
            const int silent = static_cast<int>((axis.xAt(rung.silentFrom->by) + axis.xAt(*rung.range.after)) / 2);
            QCOMPARE(image.pixelColor(silent, y), Theme::light().graphic(Verdict::Down));
        }
    }

    void noTimeIsCutOffAtTheRight() {
        Ladder ladder = ladderFrom("kcna-http 100-100.5");
        ladder.shown.begin = ladder.rungs[0].range.by - std::chrono::minutes(30);
        for (int seconds = 0; seconds < 1500; seconds += 20) {
            ladder.rungs[0].until = ladder.rungs[0].range.by + std::chrono::seconds(seconds);
            ladder.shown.end = *ladder.rungs[0].until + std::chrono::seconds(5);
            TextRecorder recorder(QSize(900, static_cast<int>(ladderHeight(ladder))));
            QPainter painter(&recorder);
            paintLadder(painter, QRectF(0, 0, 900, ladderHeight(ladder)), ladder, Theme::light());
            painter.end();
            for (const WrittenText& each : recorder.texts())
                if (each.text.contains(u"10:40:10"_s))
                    QVERIFY2(each.box.right() <= 900, qPrintable(QString::number(each.box.right())));
        }
    }

    void nothingIsDrawnOfNothing() { QVERIFY(writtenOn(Ladder{}).join(QString()).isEmpty()); }

    void wordsSayTheSame() {
        const QString words = ladderInWords(ladderFrom(threeSteps));
        QVERIFY2(words.startsWith(u"1: kcna-http, 10:38:00 to 10:40:10 Korea time."_s), qPrintable(words));
    }
};

QTEST_MAIN(TestLadder)
#include "tst_ladder.moc"
