// SPDX-License-Identifier: GPL-3.0-or-later
// What a colleague saw lies below our own lanes: his lanes, how much of the time they cover, and where they say the
// same as ours; for who looks, for who listens, and as a table.
#include "app/words/compared.h"
#include "tests/ui/live/sample_record.h"
#include "ui/live/timeline_card.h"
#include "ui/live/timeline_table.h"
#include "ui/paint/agreement_strip.h"

#include <QAbstractItemModelTester>
#include <QAccessible>
#include <QApplication>
#include <QImage>
#include <QPainter>
#include <QScrollBar>
#include <QStandardPaths>
#include <QTest>

#include <algorithm>

using namespace kpwatch;
using namespace Qt::StringLiterals;

namespace {

TimeRange known() { return {sample::ago(24), sample::now()}; }

// They began 20 hours ago and stopped 1 hour ago; KCNA was silent for them 10 to 9 hours ago, Air Koryo from 2:30 on.
DeskTimeline seoul() {
    ColleagueLanes theirs;
    theirs.desk = {"feedface", "the desk in Seoul <b>"};
    theirs.watchlist = sample::watchlist();
    using sample::ago;
    const auto saw = [&](const char* slug, std::vector<sample::Piece> pieces) {
        pieces.push_back({Verdict::Up, ago(20)});
        pieces.push_back({Verdict::NotMonitored, ago(1), Reason::Closed});
        std::ranges::sort(pieces, {}, &sample::Piece::begin);
        theirs.spans[theirs.watchlist.findByName(slug)->id] = sample::spans(pieces, known());
    };
    saw("kcna-http", {{Verdict::Down, ago(10)}, {Verdict::Up, ago(9)}});
    saw("airkoryo-http", {{Verdict::Down, ago(2, 30)}});
    saw("mfa-http", {});
    theirs.spans[ownLineId] = sample::spans({{Verdict::Up, ago(20)}, {Verdict::NotMonitored, ago(1)}}, known());
    const std::vector<DeskTimeline> desks = deskTimelines({theirs}, sample::timeline(known()));
    return desks.empty() ? DeskTimeline{} : desks.front();
}

QImage strip(Agreement what) {
    QImage image(40, 12, QImage::Format_RGB32);
    image.fill(Theme::light().surface);
    QPainter painter(&image);
    const TimeAxis axis{known(), 0, 40};
    paintAgreement(painter, QRectF(0, 0, 40, 12), {{known(), what}}, axis, Theme::light());
    return image;
}

// Where it is painted at all, in rows of pixels: no colour.
QList<int> shape(const QImage& image) {
    QList<int> painted;
    for (int y = 0; y < image.height(); ++y) {
        int row = 0;
        for (int x = 0; x < image.width(); ++x)
            row += image.pixelColor(x, y) != Theme::light().surface ? 1 : 0;
        painted << row;
    }
    return painted;
}

} // namespace

class DesksTest : public QObject {
    Q_OBJECT

    std::unique_ptr<TimelineCard> shown() {
        auto card = std::make_unique<TimelineCard>(sample::now(), false);
        card->resize(1100, 760);
        card->timeline().setTimeline(sample::timeline(known()), sample::targetLanes(known()), {seoul()});
        card->timeline().setStatus(sample::live());
        card->show();
        return QTest::qWaitForWindowExposed(card.get()) ? std::move(card) : nullptr;
    }

    static const TimelineRow* row(const TimelineCard& card, RowKind kind, const std::string& id) {
        for (const TimelineRow& each : const_cast<TimelineCard&>(card).timeline().rows())
            if (each.kind == kind && each.lane != nullptr && each.lane->id == id)
                return &each;
        return nullptr;
    }

  private Q_SLOTS:
    void initTestCase() {
        QStandardPaths::setTestModeEnabled(true);
        installFonts();
        QApplication::setPalette(paletteOf(Theme::light()));
    }

    void whatWasSeenDiffersInShapeNotOnlyInColour() {
        QList<QList<int>> shapes;
        for (const Agreement what : {Agreement::BothAnswered, Agreement::BothSilent, Agreement::OnlyHere,
                                     Agreement::OnlyThere, Agreement::OneDesk, Agreement::Neither}) {
            const QList<int> one = shape(strip(what));
            QVERIFY2(!shapes.contains(one), qPrintable(words::compared(what)));
            shapes << one;
        }
        QCOMPARE(shapes[1], QList<int>(12, 40));                                    // silent for both: a whole block
        QCOMPARE(shapes[2].mid(0, 6), QList<int>(6, 0));                            // the lower half is theirs
        QCOMPARE(shapes[3].mid(6), QList<int>(6, 0));                               // and the upper is ours
        QCOMPARE(std::ranges::count_if(shapes[0], [](int n) { return n > 0; }), 2); // a quiet line
        QCOMPARE(shapes[5], QList<int>(12, 0));
    }

    void aShortDifferenceIsNeverHidden() {
        const TimeRange range = known();
        const std::vector<AgreementSpan> spans{{{range.begin, sample::ago(12)}, Agreement::BothAnswered},
                                               {{sample::ago(12), sample::ago(11, 59)}, Agreement::OnlyThere},
                                               {{sample::ago(11, 59), range.end}, Agreement::BothAnswered}};
        QImage image(400, 12, QImage::Format_RGB32);
        image.fill(Theme::light().surface);
        QPainter painter(&image);
        paintAgreement(painter, QRectF(0, 0, 400, 12), spans, TimeAxis{range, 0, 400}, Theme::light());
        int marked = 0;
        for (int x = 0; x < 400; ++x)
            marked += image.pixelColor(x, 1) == Theme::light().degraded ? 1 : 0;
        QVERIFY2(marked >= 3 && marked <= 4, qPrintable(QString::number(marked)));
    }

    void theirLanesComeBelowOursAndAboveOurOwnLine() {
        const auto card = shown();
        QVERIFY(card);
        QStringList names;
        for (const TimelineRow& each : card->timeline().rows())
            names << each.name;
        const auto heading = names.indexOf(u"SEEN BY THE DESK IN SEOUL <B>"_s);
        QVERIFY2(heading > names.indexOf(u"Routers"_s), qPrintable(names.join(u'|')));
        QVERIFY(names.indexOf(u"OUR OWN LINE"_s) > heading);
        QCOMPARE(names.mid(heading + 1, 3), QStringList({u"KCNA"_s, u"as ours"_s, u"Naenara"_s}));
        QVERIFY(names.indexOf(u"Their own line"_s) > heading);
        QVERIFY(!row(*card, RowKind::Agreement, "feedface/own-line")); // their line is not ours
    }

    // Their file ends an hour ago: of the 24 hours in view they saw 19, and 18 of 19 of these answered.
    void theirCoverageIsTheirOwn() {
        const auto card = shown();
        QVERIFY(card);
        const TimelineRow* const kcna = row(*card, RowKind::Lane, "feedface/kcna");
        QVERIFY(kcna);
        QCOMPARE(kcna->value, u"%1, 79 % seen"_s.arg(words::percent(18.0 / 19)));
        QCOMPARE(row(*card, RowKind::Lane, "feedface/naenara")->value, u"nothing seen"_s);
        QCOMPARE(row(*card, RowKind::Agreement, "feedface/naenara")->value, u"never seen by both"_s);
        QVERIFY(row(*card, RowKind::Agreement, "feedface/kcna")->loud);
        QCOMPARE(row(*card, RowKind::Lane, "kcna")->value, u"Not answering"_s); // ours still tells the present
    }

    // A state that the lane shows is not denied beside it.
    void whoWasBlockedThereIsSaidToHaveBeen() {
        DeskTimeline desk = seoul();
        const auto naenara = std::ranges::find(desk.lanes, std::string("feedface/naenara"), &Lane::id);
        QVERIFY(naenara != desk.lanes.end());
        naenara->spans = sample::spans({{Verdict::BlockedHere, sample::ago(20)}}, known());
        TimelineCard card(sample::now(), false);
        card.resize(1100, 760);
        card.timeline().setTimeline(sample::timeline(known()), sample::targetLanes(known()), {desk});
        QCOMPARE(row(card, RowKind::Lane, "feedface/naenara")->value, u"blocked there"_s);
    }

    void theTimelineIsScrolledToADesk() {
        const auto card = shown();
        QVERIFY(card);
        card->resize(1100, 420);
        const auto* const scroll = card->timeline().findChild<QScrollBar*>();
        QTRY_VERIFY(scroll->maximum() > 0);
        card->timeline().scrollToDesk("another");
        QCOMPARE(scroll->value(), 0);
        card->timeline().scrollToDesk("feedface");
        const TimelineRow* const first = row(*card, RowKind::Lane, "feedface/kcna");
        QVERIFY(scroll->value() > 0);
        QVERIFY(first->top >= scroll->value() && first->top + first->height <= scroll->value() + scroll->pageStep());
    }

    void theStripIsDrawnWhereTheyDiffer() {
        const auto card = shown();
        QVERIFY(card);
        TimelineWidget& timeline = card->timeline();
        const TimelineRow* const strip = row(*card, RowKind::Agreement, "feedface/kcna");
        const QImage image = timeline.grab().toImage();
        const QRect place = timeline.rectOf(*strip, {sample::ago(10), sample::ago(9)});
        const auto colourAt = [&](int x, int y) {
            return image.pixelColor(static_cast<int>(x * image.devicePixelRatio()),
                                    static_cast<int>(y * image.devicePixelRatio()));
        };
        QVERIFY(place.width() > 8);
        QCOMPARE(colourAt(place.center().x(), place.center().y() + 3), Theme::light().degraded); // not for them
        QCOMPARE(colourAt(place.center().x(), place.center().y() - 4), Theme::light().surface);
        const TimelineRow* const lane = row(*card, RowKind::Lane, "feedface/kcna");
        const QRect block = timeline.rectOf(*lane, {sample::ago(10), sample::ago(9)});
        QCOMPARE(colourAt(block.right() - 4, block.center().y()), Theme::light().down);
    }

    void whoListensHearsWhoseItIs() {
        const auto card = shown();
        QVERIFY(card);
        QAccessibleInterface* const seen = QAccessible::queryAccessibleInterface(&card->timeline());
        QAccessibleTableInterface* const table = seen->tableInterface();
        QStringList rows;
        for (int i = 0; i < table->rowCount(); ++i)
            rows << table->rowDescription(i);
        const auto lane =
            rows.indexOf(u"KCNA, seen by the desk in Seoul <b>, %1, 79 % seen"_s.arg(words::percent(18.0 / 19)));
        QVERIFY2(lane > 0, qPrintable(rows.join(u'|')));
        QVERIFY(rows[lane + 1].startsWith(u"KCNA, compared with the desk in Seoul <b>, "_s));
        QStringList cells;
        for (int i = 0; i < table->columnCount(); ++i)
            cells << table->cellAt(static_cast<int>(lane) + 1, i)->text(QAccessible::Name);
        const auto found = cells.filter(u"KCNA, compared with the desk in Seoul <b> · answered us, not them"_s);
        QCOMPARE(found.size(), 1);
        QVERIFY2(found.front().contains(u"1 h"_s), qPrintable(found.front()));
        QVERIFY(!table->cellAt(static_cast<int>(lane), 1)->text(QAccessible::Name).isEmpty());
    }

    void keysReachTheirLanesAndTheirChanges() {
        const auto card = shown();
        QVERIFY(card);
        TimelineWidget& timeline = card->timeline();
        timeline.setFocus();
        for (int i = 0; i < 7; ++i) // four sites, two groups, then theirs
            QTest::keyClick(&timeline, Qt::Key_Down);
        QCOMPARE(timeline.view().lane(), std::string("feedface/kcna"));
        QVERIFY(timeline.accessibleDescription().contains(u"seen by the desk in Seoul"_s));
        QTest::keyClick(&timeline, Qt::Key_Left, Qt::ControlModifier);
        QCOMPARE(timeline.view().cursor(), std::optional(sample::ago(1)));
        QTest::keyClick(&timeline, Qt::Key_Left, Qt::ControlModifier);
        QCOMPARE(timeline.view().cursor(), std::optional(sample::ago(9)));
    }

    void theirLanesOpenIntoWhatTheyAsked_data() {
        QTest::addColumn<bool>("byKey");
        QTest::newRow("by the chevron") << false;
        QTest::newRow("by a key") << true;
    }
    void theirLanesOpenIntoWhatTheyAsked() {
        QFETCH(bool, byKey);
        const auto card = shown();
        QVERIFY(card);
        TimelineWidget& timeline = card->timeline();
        const TimelineRow* lane = row(*card, RowKind::Lane, "feedface/kcna");
        QVERIFY(lane != nullptr && lane->openable && !lane->open);
        QVERIFY(!row(*card, RowKind::Lane, "feedface/own-line")->openable);
        QVERIFY(row(*card, RowKind::TargetLane, "feedface/kcna-http") == nullptr);
        const QPoint chevron(16, timeline.rectOf(*lane, known()).center().y());
        if (byKey) {
            ViewState view = timeline.view();
            view.selectLane("feedface/kcna");
            timeline.setView(view);
            timeline.setFocus();
            QTest::keyClick(&timeline, Qt::Key_Space);
        } else {
            QTest::mouseClick(&timeline, Qt::LeftButton, Qt::NoModifier, chevron);
        }
        const TimelineRow* const http = row(*card, RowKind::TargetLane, "feedface/kcna-http");
        QVERIFY(http != nullptr && http->others && row(*card, RowKind::Lane, "feedface/kcna")->open);
        QCOMPARE(http->name, u"kcna-http"_s);
        QVERIFY(http->fullName.contains(u"kcna-http, seen by the desk in Seoul"_s));
        QVERIFY(spanAt(*http->lane, sample::ago(9, 30))->verdict == Verdict::Down); // what they saw, not we
        QVERIFY(row(*card, RowKind::TargetLane, "kcna-http") == nullptr);           // ours stays closed
    }

    void theTableHasTheirRowsAndTheComparison() {
        SpanTableModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        const Timeline ours = sample::timeline(known());
        model.setTimeline(ours);
        const int alone = model.rowCount();
        model.setTimeline(ours, {seoul()});
        QStringList rows;
        for (int i = alone; i < model.rowCount(); ++i)
            rows << model.index(i, SpanTableModel::LaneName).data().toString() + u": "_s +
                        model.index(i, SpanTableModel::State).data().toString();
        QVERIFY2(rows.contains(u"KCNA, seen by the desk in Seoul <b>: Not answering"_s), qPrintable(rows.join(u'|')));
        QVERIFY(rows.contains(u"KCNA, compared with the desk in Seoul <b>: Answered us, not them"_s));
        bool reset = false;
        connect(&model, &QAbstractItemModel::modelReset, this, [&reset] { reset = true; });
        model.setTimeline(ours, {seoul()});
        QVERIFY(!reset); // nothing is new: the reader keeps his place
    }

    void aDeskThatSawNothingInViewIsLeftOut() {
        ColleagueLanes theirs;
        theirs.desk = {"feedface", "Seoul"};
        theirs.watchlist = sample::watchlist();
        QVERIFY(deskTimelines({theirs}, sample::timeline(known())).empty());
    }
};

QTEST_MAIN(DesksTest)
#include "tst_desks.moc"
