// SPDX-License-Identifier: GPL-3.0-or-later
// That what matters is never cut, at the sizes of window and text there are: states, headline, how our own line does.
#include "app/words/words.h"
#include "tests/ui/live/sample_record.h"
#include "tests/ui/paint/text_recorder.h"
#include "ui/live/banner.h"
#include "ui/live/empty_card.h"
#include "ui/live/keys_dialog.h"
#include "ui/live/live_page.h"
#include "ui/live/own_line_button.h"
#include "ui/live/site_pane.h"
#include "ui/live/site_tile.h"
#include "ui/live/timeline_widget.h"
#include "ui/live/top_bar.h"
#include "ui/paint/text_block.h"
#include "ui/translation.h"

#include <QApplication>
#include <QGridLayout>
#include <QRegularExpression>
#include <QScrollArea>
#include <QScrollBar>
#include <QTest>
#include <QTextLayout>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>
#include <functional>
#include <set>

using namespace kpwatch;

namespace {

constexpr std::array states{Verdict::Up,      Verdict::Degraded,    Verdict::ErrorPage,         Verdict::Down,
                            Verdict::Unknown, Verdict::BlockedHere, Verdict::OwnConnectionDown, Verdict::NotMonitored};

const QScrollArea* scrollAreaOf(const QWidget& inside) {
    for (const QWidget* each = inside.parentWidget(); each != nullptr; each = each->parentWidget())
        if (const auto* const area = qobject_cast<const QScrollArea*>(each))
            return area;
    return nullptr;
}

// The whole window in one state.
struct Scene {
    explicit Scene(QSize size) : top(true), page(list, settings, {.simulated = true}, sample::now()) {
        auto* column = new QVBoxLayout(&window);
        column->setContentsMargins(0, 0, 0, 0);
        column->setSpacing(0);
        column->addWidget(&top);
        column->addWidget(&banner);
        column->addWidget(&page);
        window.resize(size);
    }

    void show(Verdict state) {
        Picture picture = sample::picture();
        for (SiteStatus& site : picture.live.sites) {
            site.state = state;
            site.since = sample::ago(25 * 24);
        }
        for (TargetStatus& target : picture.live.targets) {
            target.state = state;
            target.since = sample::ago(25 * 24);
            target.onset = Onset{std::nullopt, sample::ago(25 * 24)};
            target.reason = Reason::OtherRoute;
        }
        for (auto& group : picture.live.groups)
            group.state = state;
        if (state == Verdict::OwnConnectionDown)
            picture.live.ownLine.state = state;
        page.setNow(sample::now());
        page.setPicture(picture);
        page.setAnswer(sample::answer(page.query()));
        top.setPicture(picture);
        banner.setWords(bannerWords({picture, {}, {}, false}));
        window.show();
        QCoreApplication::processEvents();
    }

    Watchlist list = sample::watchlist();
    Settings settings;
    QWidget window;
    TopBar top;
    Banner banner;
    LivePage page;
};

std::vector<std::pair<QString, SiteFacts>> allThatIsSaid() {
    std::vector<std::pair<QString, SiteFacts>> all;
    const auto add = [&](const QString& what, const std::function<void(SiteFacts&)>& change) {
        SiteFacts facts;
        facts.site = {"airkoryo", "Air Koryo", "Air Koryo", "www.airkoryo.com.kp"};
        facts.status = {"airkoryo", "Air Koryo", Verdict::Unknown, sample::ago(25 * 24)};
        facts.http = sample::live().targets.front();
        facts.http->state = Verdict::Unknown;
        facts.http->lastGood = sample::ago(90 * 24); // in another year
        facts.watching = Watching::Running;
        facts.now = sample::now();
        change(facts);
        all.emplace_back(what, facts);
    };
    for (const Verdict state : states)
        for (const Verdict known : {Verdict::Up, Verdict::Down, Verdict::Degraded, Verdict::ErrorPage})
            for (const int hours : {1, 25 * 24})
                add(words::state(state), [&](SiteFacts& facts) {
                    facts.status.state = facts.http->state = state;
                    facts.http->lastKnown = known;
                    facts.http->lastKnownAt = sample::ago(hours);
                    facts.http->lastGood = sample::ago(hours);
                    facts.http->onset = Onset{std::nullopt, sample::ago(hours)};
                });
    for (int reason = 0; reason <= static_cast<int>(Reason::OtherRoute); ++reason)
        for (const Verdict state : {Verdict::Unknown, Verdict::NotMonitored})
            add(QStringLiteral("reason %1").arg(reason), [&](SiteFacts& facts) {
                facts.status.state = facts.http->state = state;
                facts.http->reason = static_cast<Reason>(reason);
            });
    for (int failure = 0; failure <= static_cast<int>(Failure::Unknown); ++failure)
        for (int stage = 0; stage <= static_cast<int>(Stage::Done); ++stage)
            add(QStringLiteral("failure %1 at %2").arg(failure).arg(stage), [&](SiteFacts& facts) {
                facts.status.state = facts.http->state = Verdict::Up;
                facts.http->failure = static_cast<Failure>(failure);
                facts.http->stage = static_cast<Stage>(stage);
            });
    add(QStringLiteral("checking again"), [](SiteFacts& facts) { facts.http->checking = Checking{4, 5}; });
    add(QStringLiteral("first check"), [](SiteFacts& facts) { facts.http->lastCheck.reset(); });
    add(QStringLiteral("paused"), [](SiteFacts& facts) {
        facts.watching = Watching::Paused;
        facts.pausedAt = sample::ago(1);
    });
    add(QStringLiteral("never answered"), [](SiteFacts& facts) { facts.http->neverAnswered = true; });
    add(QStringLiteral("long-standing"), [](SiteFacts& facts) {
        facts.status.state = facts.http->state = Verdict::Down;
        facts.longStanding = true;
    });
    add(QStringLiteral("through a proxy"),
        [](SiteFacts& facts) { facts.switchedOff = QStringLiteral("cannot be asked through a proxy"); });
    return all;
}

} // namespace

class TestLegibility : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void initTestCase() {
        installFonts();
        QApplication::setStyle(QStringLiteral("Fusion"));
        QApplication::setPalette(paletteOf(Theme::light()));
    }
    void cleanup() { setTextScale(1); }

    void noStateIsCut_data() {
        QTest::addColumn<QSize>("size");
        QTest::addColumn<int>("percent");
        for (const QSize size : {QSize(1440, 900), QSize(1280, 720), QSize(960, 680)})
            for (const int percent : {100, 125, 150, 200})
                QTest::addRow("%d x %d, %d %%", size.width(), size.height(), percent) << size << percent;
    }
    void noStateIsCut() {
        QFETCH(QSize, size);
        QFETCH(int, percent);
        setTextScale(percent / 100.0);
        for (const Verdict state : states) {
            Scene scene(size);
            scene.show(state);
            TextRecorder recorder(scene.window.size());
            QPainter painter(&recorder);
            scene.window.render(&painter);
            painter.end();
            QStringList whole{words::state(state)};
            for (const QLabel* label : scene.window.findChildren<QLabel*>())
                if (label->objectName().startsWith(QLatin1String("headline")))
                    whole << label->text();
            whole << scene.top.findChild<OwnLineButton*>()->text() << scene.banner.accessibleName();
            for (const WrittenText& written : recorder.texts()) {
                if (!written.text.endsWith(u'…'))
                    continue;
                for (const QString& sentence : whole)
                    QVERIFY2(!sentence.startsWith(written.text.chopped(1)), qPrintable(written.text));
            }
            const QString all = recorder.all();
            QVERIFY2(all.contains(words::state(state == Verdict::OwnConnectionDown ? Verdict::Unknown : state)),
                     qPrintable(all));
        }
    }

    void aNameIsNotCutForItsState() {
        setTextScale(1);
        Timeline timeline = sample::timeline({sample::ago(24), sample::now()});
        const auto ministry = std::ranges::find(timeline.lanes, std::string("mfa"), &Lane::id); // without a short name
        QVERIFY(ministry != timeline.lanes.end());
        ministry->spans.back().verdict = Verdict::BlockedHere;
        TimelineWidget widget(sample::now());
        widget.resize(1100, 500);
        widget.setTimeline(timeline, {}, {});
        TextRecorder recorder(widget.size());
        widget.render(&recorder);
        for (const QString& whole : {QStringLiteral("Foreign Ministry\n"), QStringLiteral("Blocked here\n")})
            QVERIFY2(recorder.all().contains(whole), qPrintable(recorder.all()));
    }

    // Everything a tile may have to say, in the smallest window: its title alone is cut, which others wrote.
    void nothingThatATileSaysIsCut_data() {
        QTest::addColumn<int>("percent");
        for (const int percent : {100, 125, 150, 175, 200})
            QTest::addRow("%d %%", percent) << percent;
    }
    void nothingThatATileSaysIsCut() {
        QFETCH(int, percent);
        setTextScale(percent / 100.0);
        for (const auto& [what, facts] : allThatIsSaid()) {
            SiteTile tile;
            tile.setFacts(facts);
            const int columns = 960 < 950 * textScale() ? 2 : 4; // with the page's scroll bar
            tile.resize((960 - 2 * 24 - 12 - (columns - 1) * 12) / columns, tile.sizeHint().height());
            TextRecorder recorder(tile.size());
            QPainter painter(&recorder);
            tile.render(&painter);
            painter.end();
            const QString all = recorder.all();
            QVERIFY2(!all.contains(u'…') || all.contains(QStringLiteral("Checking…")),
                     qPrintable(what + QStringLiteral(": ") + all));
            for (const WrittenText& written : recorder.texts())
                QVERIFY2(QRectF(tile.rect()).contains(written.box),
                         qPrintable(what + QStringLiteral(": ") + written.text));
        }
    }

    void tilesStandInAsManyColumnsAsTheirWordsHaveRoomFor_data() {
        QTest::addColumn<int>("width");
        QTest::addColumn<int>("percent");
        QTest::addColumn<std::size_t>("columns");
        QTest::newRow("the smallest window") << 960 << 100 << std::size_t{4};
        QTest::newRow("the smallest window, large text") << 960 << 200 << std::size_t{2};
        QTest::newRow("narrower still") << 900 << 200 << std::size_t{1};
    }
    void tilesStandInAsManyColumnsAsTheirWordsHaveRoomFor() {
        QFETCH(int, width);
        QFETCH(int, percent);
        QFETCH(std::size_t, columns);
        setTextScale(percent / 100.0);
        const Watchlist list = sample::watchlist();
        const Settings settings;
        LivePage page(list, settings, {}, sample::now());
        page.setPicture(sample::picture());
        page.resize(width, 900);
        page.show();
        QCoreApplication::processEvents();
        std::set<int> lefts;
        for (const SiteTile* const tile : page.findChildren<SiteTile*>())
            lefts.insert(tile->x());
        QCOMPARE(lefts.size(), columns);
    }

    void nothingThatThePaneSaysOfASiteIsCut() {
        const Watchlist list = sample::watchlist();
        for (const auto& [what, facts] : allThatIsSaid()) {
            SitePane pane(list);
            pane.setFacts(facts);
            pane.resize(368, 900);
            pane.show();
            QCoreApplication::processEvents();
            TextRecorder recorder(pane.size());
            QPainter painter(&recorder);
            pane.render(&painter);
            painter.end();
            const QString all = recorder.all();
            QVERIFY2(!all.contains(u'…') || all.contains(QStringLiteral("Checking…")),
                     qPrintable(what + QStringLiteral(": ") + all));
        }
    }

    void howOurOwnLineDoesIsNeverCut_data() { nothingThatATileSaysIsCut_data(); }
    void howOurOwnLineDoesIsNeverCut() {
        QFETCH(int, percent);
        setTextScale(percent / 100.0);
        for (const Verdict state : states)
            for (const Ring silent : {Ring::Line, Ring::LongHaul, Ring::Negative}) {
                Picture picture = sample::picture();
                picture.live.ownLine.state = state;
                picture.live.ownLine.rings = {{silent, Transport::Tcp, 0, 3, 3, silent != Ring::Line, {}}};
                TopBar bar(true);
                bar.resize(960, bar.minimumHeight());
                bar.setPicture(picture);
                bar.show();
                QCoreApplication::processEvents();
                TextRecorder recorder(bar.size());
                QPainter painter(&recorder);
                bar.findChild<OwnLineButton*>()->render(&painter);
                painter.end();
                QVERIFY2(!recorder.all().contains(u'…'), qPrintable(recorder.all()));
            }
    }

    void aNumberAndItsUnitStayInOneLine_data() {
        QTest::addColumn<QString>("sentence");
        QTest::newRow("English") << QStringLiteral("Not answering since 2 h 13 min, of 5 MB the last 60 s");
        QTest::newRow("Korean") << QString::fromUtf8("무응답 2시간 13분째, 대상 40개, 점검 간격 60초, 4곳 중 3곳");
    }
    void aNumberAndItsUnitStayInOneLine() {
        QFETCH(const QString, sentence);
        TextLabel label(13);
        label.setWordWrap(true);
        label.setText(sentence);
        static const QRegularExpression alone(QStringLiteral("\\d\\n(?:\\p{Hangul}|min|h|MB|s\\b)"));
        for (int width = 60; width <= 400; width += 3) {
            label.resize(width, label.heightForWidth(width));
            TextRecorder written(label.size());
            label.render(&written);
            QVERIFY2(!written.all().contains(alone), qPrintable(written.all()));
            for (const WrittenText& each : written.texts())
                QVERIFY2(each.box.bottom() <= label.height() + 1, qPrintable(written.all()));
            QVERIFY(!wrapped(sentence, label.font(), width, 9).lines.join(u'\n').contains(alone));
        }
    }

    void nothingIsPaintedOverTheEdgesInHighContrast() {
        setHighContrast(true);
        const auto back = qScopeGuard([] { setHighContrast(false); });
        Scene scene(QSize(1440, 900));
        scene.show(Verdict::Down);
        auto* const tile = scene.window.findChild<SiteTile*>();
        QVERIFY(QTest::qWaitForWindowActive(&scene.window));
        tile->setFocus();
        QVERIFY(tile->hasFocus());
        const QImage picture = tile->grab().toImage();
        for (const int y : {0, 1})
            QCOMPARE(picture.pixelColor(picture.width() / 2, y), themeInForce().graphic(Verdict::Down));
        QCOMPARE(picture.pixelColor(picture.width() / 2, 4), themeInForce().accent);
        const QImage card = scene.page.card().grab().toImage();
        for (const int x : {0, 1, card.width() - 2, card.width() - 1})
            QCOMPARE(card.pixelColor(x, card.height() / 2), themeInForce().border);
    }

    void noLaneIsCutThroughInTheSmallestWindow() {
        Scene scene(QSize(960, 680));
        scene.show(Verdict::Up);
        const auto* const timeline = scene.window.findChild<TimelineWidget*>();
        TimelineData data;
        data.timeline = sample::timeline(timeline->view().range());
        const TimelineLayout layout =
            timelineLayout(data, timeline->view(), timeline->height(), QFontMetricsF(kpwatch::font(13, 500)).height());
        int whole = 0;
        for (const TimelineRow& row : layout.rows)
            if (!row.pinned) {
                QVERIFY(row.top >= layout.viewHeight || row.top + row.height <= layout.viewHeight);
                whole += row.kind == RowKind::Lane && row.top + row.height <= layout.viewHeight ? 1 : 0;
            }
        QVERIFY2(whole >= 4, qPrintable(QString::number(whole))); // the sites
    }

    void nothingIsWiderThanTheWindow_data() { noStateIsCut_data(); }
    void nothingIsWiderThanTheWindow() {
        QFETCH(QSize, size);
        QFETCH(int, percent);
        setTextScale(percent / 100.0);
        Scene scene(size);
        scene.show(Verdict::BlockedHere);
        QCOMPARE(scene.window.size(), size);
        for (const QScrollArea* area : scene.page.findChildren<QScrollArea*>())
            if (area->isVisible() && area->widget())
                QVERIFY2(area->widget()->width() <= area->viewport()->width(),
                         qPrintable(QString::number(area->widget()->width())));
        for (const QWidget* widget : scene.window.findChildren<QWidget*>()) {
            const auto* button = qobject_cast<const QAbstractButton*>(widget);
            if (button && button->isVisible())
                QVERIFY2(button->parentWidget()->rect().contains(button->geometry()), qPrintable(button->text()));
        }
    }

    void thePageFitsBesideTheGateOrScrolls_data() {
        QTest::addColumn<int>("width");
        QTest::addColumn<bool>("fits");
        QTest::newRow("as the window opens") << 1440 << true;
        QTest::newRow("narrower") << 1280 << false;
    }
    void thePageFitsBesideTheGateOrScrolls() {
        QFETCH(int, width);
        QFETCH(bool, fits);
        setTextScale(2);
        const Watchlist list = sample::watchlist();
        const Settings settings;
        LivePage page(list, settings, {}, sample::now());
        page.resize(width, 850);
        page.show();
        QCoreApplication::processEvents();
        const QScrollArea* const area = scrollAreaOf(*page.findChild<SiteTile*>());
        QVERIFY(area != nullptr);
        QCOMPARE(area->widget()->width() <= area->viewport()->width(), fits);
        QCOMPARE(area->horizontalScrollBar()->isVisible(), !fits);
        const EmptyCard& empty = *page.findChild<EmptyCard*>();
        QVERIFY(empty.isVisible());
        QVERIFY(empty.parentWidget()->rect().contains(empty.geometry()));
        const TimelineWidget& lanes = page.card().timeline();
        const QRect names(0, 0, static_cast<int>(lanes.axis().left), lanes.height());
        const QRect card(lanes.mapFromGlobal(empty.mapToGlobal(QPoint())), empty.size());
        QVERIFY2(!names.intersects(card), "the names of the lanes are covered");
    }

    void onceWatchingTheHeadlineIsSeen() {
        setTextScale(2);
        const Watchlist list = sample::watchlist();
        const Settings settings;
        LivePage page(list, settings, {}, sample::now());
        page.resize(1440, 850);
        page.show();
        QCoreApplication::processEvents();
        QScrollBar& bar = *scrollAreaOf(*page.findChild<SiteTile*>())->verticalScrollBar();
        bar.setValue(bar.maximum());
        QVERIFY(bar.value() > 0);
        page.setPicture(sample::picture());
        QCoreApplication::processEvents();
        QCOMPARE(bar.value(), 0);
    }

    void buttonsOfTheTimelineNeverLieOverEachOther() {
        setTextScale(2);
        TimelineCard card(sample::now(), false);
        card.show();
        for (const int width : {560, 700, 900, 1400}) {
            card.resize(width, 600);
            QCoreApplication::processEvents();
            QList<QRect> places;
            for (const QWidget* const each : card.findChildren<QWidget*>())
                if (each->isVisible() && (qobject_cast<const Button*>(each) || qobject_cast<const Selector*>(each)))
                    places << QRect(each->mapTo(&card, QPoint()), each->size());
            QVERIFY(places.size() >= 5);
            for (qsizetype i = 0; i < places.size(); ++i) {
                QVERIFY2(card.rect().contains(places[i]), qPrintable(QString::number(width)));
                for (qsizetype j = 0; j < i; ++j)
                    QVERIFY2(!places[i].intersects(places[j]), qPrintable(QString::number(width)));
            }
        }
    }

    // Keys are Latin letters, what they do is said in Hangul.
    void aKeyAndWhatItDoesStandOnOneLine() {
        setTextScale(2);
        QVERIFY(speak(QStringLiteral("ko")));
        KeysDialog dialog(QList<QAction*>{});
        speak(QStringLiteral("en"));
        dialog.show();
        QCoreApplication::processEvents();
        const auto baseline = [](const QLabel& label) {
            QTextLayout text(label.text(), label.font());
            text.beginLayout();
            const QTextLine line = text.createLine();
            text.endLayout();
            return label.y() + label.contentsRect().y() + line.ascent();
        };
        const auto* const grid = dialog.findChild<QGridLayout*>();
        int rows = 0;
        for (int row = 0; row < grid->rowCount(); ++row) {
            const QLayoutItem* const left = grid->itemAtPosition(row, 0);
            const QLayoutItem* const right = grid->itemAtPosition(row, 1);
            if (left == nullptr || right == nullptr || left == right) // a heading spans both
                continue;
            const auto& key = *qobject_cast<const QLabel*>(left->widget());
            const auto& what = *qobject_cast<const QLabel*>(right->widget());
            QVERIFY2(std::abs(baseline(key) - baseline(what)) <= 1, qPrintable(key.text()));
            ++rows;
        }
        QVERIFY(rows > 10);
    }

    void textIsAsLargeAsItWasWished() {
        const qreal before = QFontMetricsF(kpwatch::font(13)).height();
        setTextScale(2);
        QVERIFY(QFontMetricsF(kpwatch::font(13)).height() > 1.9 * before);
        QCOMPARE(kpwatch::printFont(13).pixelSize(), 13);
        setTextScale(9);
        QCOMPARE(textScale(), 2.0);
    }
};

QTEST_MAIN(TestLegibility)
#include "tst_legibility.moc"
