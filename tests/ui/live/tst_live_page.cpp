// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/words/agreement.h"
#include "app/words/words.h"
#include "tests/ui/live/sample_record.h"
#include "ui/incidents/incident_pane.h"
#include "ui/live/away_card.h"
#include "ui/live/controls.h"
#include "ui/live/first_run_pane.h"
#include "ui/live/headline_bar.h"
#include "ui/live/live_page.h"
#include "ui/live/morning_card.h"
#include "ui/live/site_pane.h"
#include "ui/live/site_tile.h"
#include "ui/live/top_bar.h"
#include "ui/live/watch_pane.h"

#include <QApplication>
#include <QDir>
#include <QLabel>
#include <QTemporaryDir>
#include <QTest>
#include <QVBoxLayout>

#include <algorithm>
#include <map>

using namespace kpwatch;

class LivePageTest : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void initTestCase();
    void everySizeAndThemeIsPainted_data();
    void everySizeAndThemeIsPainted();
    void beforeTheStartNothingWasSent();
    void tilesSayNameStateAndSince();
    void theMeterSaysWhatIsSentAndWhatMayBe();
    void titlesOfTheNetworkStayPlainText();
    void choosingATileSelectsItsLane();
    void narrowWindowKeepsThePaneAway();
    void whatComesByItselfMovesNothing();
    void cardsOfThePaneDoNotTouch();
    void aLookInTheNightIsNoneOfTheMorning();
    void partsAreVisitedInReadingOrder();
    void simulationIsNamedOnTheCard();
    void whoIsLeftAloneIsNotAskedByHand();
    void viewerReadsStatesFromTheRecord();
    void viewerTellsAnOutageFromItsBegin();
    void viewerCountsNobodyWhoNeverAnswered();
    void aRecordInRepairIsNotCalledYoung();
    void whatWasAskedOfThePastIsAnswered();
    void whatIsRecordedForWeeksIsNotSeenForTheFirstTime();
    void whoObservesSeesTheRoutesFirst();
    void aViewOfThePastSaysWhatIsSeenOfRoutesNow();

  private:
    QString pictureFile(const QString& name) const;
    QTemporaryDir m_folder;
    Watchlist m_watchlist = sample::watchlist();
    Settings m_settings;
};

static void dress(const Theme& theme) {
    QApplication::setPalette(paletteOf(theme));
    qApp->setStyleSheet(styleSheetOf(theme));
    QApplication::setFont(kpwatch::font(13));
}

// To look at them: KPWATCH_PICTURES=DIR.
QString LivePageTest::pictureFile(const QString& name) const {
    const QString wanted = qEnvironmentVariable("KPWATCH_PICTURES");
    return QDir(wanted.isEmpty() ? m_folder.path() : wanted).filePath(name + QStringLiteral(".png"));
}

void LivePageTest::initTestCase() {
    installFonts();
    QApplication::setStyle(QStringLiteral("Fusion"));
    dress(Theme::light());
}

void LivePageTest::everySizeAndThemeIsPainted_data() {
    QTest::addColumn<QSize>("size");
    QTest::addColumn<bool>("dark");
    QTest::addColumn<int>("scene"); // 0 outage, 1 first run, 2 own line down, 3 a year
    QTest::newRow("main-light") << QSize(1440, 900) << false << 0;
    QTest::newRow("main-dark") << QSize(1440, 900) << true << 0;
    QTest::newRow("small-light") << QSize(960, 680) << false << 0;
    QTest::newRow("small-dark") << QSize(960, 680) << true << 0;
    QTest::newRow("first-light") << QSize(1440, 900) << false << 1;
    QTest::newRow("first-dark") << QSize(1440, 900) << true << 1;
    QTest::newRow("first-small") << QSize(960, 680) << false << 1;
    QTest::newRow("own-light") << QSize(1440, 900) << false << 2;
    QTest::newRow("year-light") << QSize(1440, 900) << false << 3;
}

void LivePageTest::everySizeAndThemeIsPainted() {
    QFETCH(QSize, size);
    QFETCH(bool, dark);
    QFETCH(int, scene);
    const Theme& theme = dark ? Theme::night() : Theme::light();
    dress(theme);
    QWidget window;
    TopBar top(scene == 1);
    LivePage page(m_watchlist, m_settings, {.simulated = scene == 1}, sample::now());
    QVBoxLayout column(&window);
    column.setContentsMargins(0, 0, 0, 0);
    column.setSpacing(0);
    column.addWidget(&top);
    column.addWidget(&page);
    window.resize(size);
    window.show();
    page.setNow(sample::now());
    Picture picture = sample::picture();
    if (scene == 2)
        picture.live.ownLine.state = Verdict::OwnConnectionDown;
    if (scene == 2)
        for (SiteStatus& site : picture.live.sites)
            site.state = Verdict::OwnConnectionDown;
    if (scene == 3)
        page.card().choose(RangeChoice::Year);
    if (scene != 1) {
        page.setPicture(picture);
        page.setAnswer(sample::answer(page.query()));
        top.setPicture(picture);
        top.setExportable(true);
    } else {
        page.setAnswer(sample::nothing(page.query()));
        top.setPicture({});
    }
    QVERIFY(QTest::qWaitForWindowExposed(&window));
    QCoreApplication::processEvents();
    const QImage seen = window.grab().toImage();
    QVERIFY(seen.save(pictureFile(QString::fromUtf8(QTest::currentDataTag()))));
    QCOMPARE(seen.pixelColor(400, 30), theme.surface);
    QCOMPARE(seen.pixelColor(3, size.height() - 100), theme.window);
    // Down is painted in its own colour nowhere but where something is down.
    int down = 0;
    for (int y = 60; y < seen.height() - 50; y += 3) // the legend below always shows it
        for (int x = 0; x < seen.width(); x += 3)
            down += seen.pixelColor(x, y) == theme.down ? 1 : 0;
    QCOMPARE(down > 20, scene != 1);
    dress(Theme::light());
}

void LivePageTest::beforeTheStartNothingWasSent() {
    LivePage page(m_watchlist, m_settings, {}, sample::now());
    page.resize(1440, 850);
    page.show();
    auto* headline = page.findChild<HeadlineBar*>();
    QVERIFY(headline);
    QCOMPARE(headline->accessibleName(), QStringLiteral("Ready to watch. Nothing has been sent yet."));
    for (const SiteTile* tile : page.findChildren<SiteTile*>())
        QVERIFY2(tile->accessibleName().endsWith(QStringLiteral("Not started")), qPrintable(tile->accessibleName()));
    auto* pane = page.findChild<FirstRunPane*>();
    QVERIFY(pane && pane->isVisible());
    // Every 120 s four sites, one of their names in turn with two look-ups at two servers, and two name servers.
    const PlannedChecks planned = plannedChecks(m_watchlist);
    QCOMPARE(planned.perDay, (4 + 4 + 2) * 720);
    QCOMPARE(planned.lineControls, 3);
    QCOMPARE(planned.controlInterval_s, 60);
    QStringList said;
    for (const QLabel* label : pane->findChildren<QLabel*>())
        said << label->text();
    QVERIFY(said.join(u' ').contains(QStringLiteral("about 7,200 a day")));
    QVERIFY(said.join(u' ').contains(QStringLiteral("3 computers elsewhere")));
    int wanted = 0;
    connect(&page, &LivePage::startWanted, &page, [&] { ++wanted; });
    QTest::keyClick(&pane->startButton(), Qt::Key_Space);
    QCOMPARE(wanted, 1);
}

void LivePageTest::tilesSayNameStateAndSince() {
    LivePage page(m_watchlist, m_settings, {}, sample::now());
    page.setPicture(sample::picture());
    page.setAnswer(sample::answer(page.query()));
    const QList<SiteTile*> tiles = page.findChildren<SiteTile*>();
    QCOMPARE(tiles.size(), 4);
    QCOMPARE(tiles[0]->accessibleName(), QStringLiteral("KCNA, Not answering 2 h 13 min"));
    QVERIFY(tiles[1]->accessibleDescription().startsWith(QStringLiteral("3 of last 10 checks answered")));
    QVERIFY(page.findChild<HeadlineBar*>()->accessibleName().startsWith(
        QStringLiteral("Three of four sites do not answer")));
}

void LivePageTest::theMeterSaysWhatIsSentAndWhatMayBe() {
    LivePage page(m_watchlist, m_settings, {}, sample::now());
    Picture picture = sample::picture();
    picture.checksLastMinute = 7;
    page.setPicture(picture);
    QStringList said;
    for (const QLabel* label : page.findChildren<QLabel*>())
        said << label->text();
    const QString meter = QStringLiteral(
        "7 checks in the last minute; at most %1 to a block of 256 addresses (%2 after a failure) and %3 "
        "to North Korea's four blocks together.");
    QVERIFY(said.join(u' ').contains(meter.arg(m_settings.rate_per_24_per_min)
                                         .arg(m_settings.rate_alert_per_24_per_min)
                                         .arg(m_settings.rate_per_22_per_min)));
}

void LivePageTest::titlesOfTheNetworkStayPlainText() {
    LivePage page(m_watchlist, m_settings, {}, sample::now());
    page.setPicture(sample::picture());
    page.setAnswer(sample::answer(page.query()));
    page.findChildren<SiteTile*>()[1]->click();
    bool found = false;
    for (const QLabel* label : page.findChildren<QLabel*>()) {
        QCOMPARE(label->textFormat(), Qt::PlainText);
        found = found || label->text().startsWith(QStringLiteral("Naenara <b>welcome</b>"));
        QVERIFY(!label->text().contains(QChar(1)));
    }
    QVERIFY(found);
}

void LivePageTest::choosingATileSelectsItsLane() {
    LivePage page(m_watchlist, m_settings, {}, sample::now());
    page.setPicture(sample::picture());
    page.setAnswer(sample::answer(page.query()));
    page.findChildren<SiteTile*>()[3]->click();
    QCOMPARE(page.card().timeline().view().lane(), std::string("mfa"));
    QCOMPARE(page.query().latencyOf, std::optional(TargetId{3}));
    ViewState view = page.card().timeline().view();
    view.selectLane("name-servers"); // what carries the sites is shown like one of them
    page.card().timeline().setView(view);
    QTest::keyClick(&page.card().timeline(), Qt::Key_Down);
    QTest::keyClick(&page.card().timeline(), Qt::Key_Up);
    QCOMPARE(page.query().latencyOf, std::optional(TargetId{4}));
}

void LivePageTest::narrowWindowKeepsThePaneAway() {
    LivePage page(m_watchlist, m_settings, {}, sample::now());
    page.resize(960, 620);
    page.show();
    const auto* pane = page.findChild<FirstRunPane*>();
    QVERIFY(pane->isVisible()); // the gate must be found
    page.setPicture(sample::picture());
    const int whole = page.card().width();
    page.togglePane();
    QCOMPARE(page.card().width(), whole); // it lies over the page
    page.togglePane();
    page.resize(1440, 850);
    QCoreApplication::processEvents();
    QVERIFY(page.card().mapTo(&page, QPoint(page.card().width(), 0)).x() <= 1440 - LivePage::paneWidth);
}

// Where everything beside the timeline lies.
static std::map<QWidget*, QRect> placesIn(QWidget& part, LivePage& page) {
    QCoreApplication::sendPostedEvents();
    QCoreApplication::processEvents();
    std::map<QWidget*, QRect> places;
    for (QWidget* const each : part.findChildren<QWidget*>())
        if (each->isVisible())
            places[each] = {each->mapTo(&page, QPoint()), each->size()};
    return places;
}

void LivePageTest::whatComesByItselfMovesNothing() {
    LivePage page(m_watchlist, m_settings, {}, sample::now());
    page.resize(1440, 850);
    page.show();
    page.setPicture(sample::picture());
    ArchiveAnswer answer = sample::answer(page.query());
    page.setAnswer(answer);
    IncidentsAnswer incidents;
    incidents.firstRowAt = answer.firstRowAt;
    page.incidents().setAnswer(incidents);
    const auto list = placesIn(page.incidents(), page);
    QVERIFY(!list.empty());
    page.morning().setNote(words::MorningNote{
        .asOf = sample::now(), .watched = std::chrono::hours{14}, .sites = {{.label = "KCNA"}}, .routes = {}});
    QTRY_COMPARE(placesIn(page.incidents(), page), list);
    QVERIFY(page.morning().isVisible());
    const auto note = placesIn(page.morning(), page);

    answer.away = WhileAway{.gap = {sample::ago(10), sample::ago(2)}, .said = "nothing was heard", .sides = {}};
    page.setAnswer(answer);
    QTRY_COMPARE(placesIn(page.incidents(), page), list);
    QVERIFY(page.findChild<AwayCard*>()->isVisible());
    QTRY_COMPARE(placesIn(page.morning(), page), note);
}

void LivePageTest::cardsOfThePaneDoNotTouch() {
    QWidget window;
    auto* const incidents = new IncidentPane(m_watchlist, false, &window);
    auto* const site = new SitePane(m_watchlist, &window);
    WatchPane pane(*incidents, *site);
    pane.resize(LivePage::paneWidth, 900);
    pane.show();
    pane.away().show();
    pane.morning().show();
    QTRY_VERIFY(pane.morning().y() > pane.away().y());
    const int gap = pane.morning().y() - pane.away().geometry().bottom() - 1;
    QVERIFY2(gap >= 8, qPrintable(QString::number(gap)));
}

void LivePageTest::aLookInTheNightIsNoneOfTheMorning() {
    const QDate day(2026, 3, 5);
    QCOMPARE(dayOfMorning(QDateTime(day, QTime(2, 33))), day.addDays(-1));
    QCOMPARE(dayOfMorning(QDateTime(day, QTime(4, 59, 59))), day.addDays(-1));
    QCOMPARE(dayOfMorning(QDateTime(day, QTime(5, 0))), day);
    QCOMPARE(dayOfMorning(QDateTime(day, QTime(23, 59))), day);
}

void LivePageTest::partsAreVisitedInReadingOrder() {
    LivePage page(m_watchlist, m_settings, {}, sample::now());
    page.resize(1440, 850);
    page.show();
    page.setPicture(sample::picture());
    page.setAnswer(sample::answer(page.query()));
    page.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&page));
    page.findChild<HeadlineBar*>()->setFocus();
    page.cycleRegion(1);
    QVERIFY(qobject_cast<SiteTile*>(QApplication::focusWidget()));
    page.cycleRegion(1);
    QCOMPARE(QApplication::focusWidget(), static_cast<QWidget*>(&page.card().timeline()));
    page.cycleRegion(1);
    QCOMPARE(qobject_cast<Button*>(QApplication::focusWidget())->text(), QStringLiteral("Incidents"));
    page.cycleRegion(1);
    QVERIFY(qobject_cast<HeadlineBar*>(QApplication::focusWidget()));
    page.cycleRegion(-1);
    page.cycleRegion(-1);
    QCOMPARE(QApplication::focusWidget(), static_cast<QWidget*>(&page.card().timeline()));
}

void LivePageTest::simulationIsNamedOnTheCard() {
    const LivePage real(m_watchlist, m_settings, {}, sample::now());
    QCOMPARE(real.findChildren<SimulatedBadge*>().size(), 0);
    const LivePage page(m_watchlist, m_settings, {.simulated = true}, sample::now());
    QCOMPARE(page.findChildren<SimulatedBadge*>().size(), 1);
    const TopBar top(true);
    QCOMPARE(top.findChildren<SimulatedBadge*>().size(), 1);
}

void LivePageTest::whoIsLeftAloneIsNotAskedByHand() {
    LivePage page(m_watchlist, m_settings, {}, sample::now());
    Picture picture;
    picture.watching = Watching::Running;
    picture.elsewhere.on = true;
    picture.sources = {{.source = "globalping"}};
    page.setPicture(picture);
    const auto* const ask = page.findChild<QAbstractButton*>(QStringLiteral("ask-elsewhere"));
    QVERIFY(ask->isEnabled());
    const auto* const said = page.findChild<QLabel*>(QStringLiteral("elsewhere"));
    QVERIFY(said->text().isEmpty());
    picture.elsewhere.byHand = AskedByHand{"KCNA", {sample::now(), 12, 12, 0, 0}};
    page.setPicture(picture);
    QVERIFY2(said->text().startsWith(QStringLiteral("12 of 12 places reach KCNA, ")), qPrintable(said->text()));
    picture.sources.front().leftAloneUntil = sample::now() + std::chrono::minutes{23};
    page.setPicture(picture);
    QVERIFY(!ask->isEnabled());
    QVERIFY2(ask->accessibleDescription().contains(words::clockKst(sample::now() + std::chrono::minutes{23})),
             qPrintable(ask->accessibleDescription()));
    picture.sources.front().leftAloneUntil.reset();
    picture.elsewhere.keptUntil = sample::now() + std::chrono::minutes{37};
    page.setPicture(picture);
    QVERIFY(!ask->isEnabled());
    const QString kept = ask->accessibleDescription();
    QVERIFY2(kept.contains(QStringLiteral("kept for the rounds that begin by themselves in an outage")) &&
                 kept.contains(words::clockKst(sample::now() + std::chrono::minutes{37})),
             qPrintable(kept));
    QVERIFY2(said->text().endsWith(kept + QLatin1Char('.')), qPrintable(said->text())); // also for who has only keys
    picture.elsewhere.keptUntil = sample::now();
    page.setPicture(picture);
    QVERIFY(ask->isEnabled());
    QVERIFY2(!said->text().contains(QStringLiteral("kept")), qPrintable(said->text()));
}

void LivePageTest::viewerReadsStatesFromTheRecord() {
    LivePage page(m_watchlist, m_settings, {.viewer = true}, sample::now());
    page.setAnswer(sample::answer(page.query()));
    QVERIFY(page.findChildren<SiteTile*>()[0]->accessibleName().startsWith(QStringLiteral("KCNA, Not answering")));
    QVERIFY(page.findChild<HeadlineBar*>()->accessibleName().startsWith(
        QStringLiteral("Three of four sites do not answer")));
}

// Who watched began anew in the middle of it: the tiles and the headline tell the same outage.
void LivePageTest::viewerTellsAnOutageFromItsBegin() {
    LivePage page(m_watchlist, m_settings, {.viewer = true}, sample::now());
    ArchiveAnswer answer = sample::answer(page.query());
    for (Lane& lane : answer.overview.lanes) {
        Span again = lane.spans.back(), between{{}, Verdict::NotMonitored, Reason::Closed, {}, {}, {}};
        again.range.begin = sample::now() - std::chrono::minutes{1};
        between.range = {again.range.begin - std::chrono::minutes{1}, again.range.begin};
        lane.spans.back().range.end = between.range.begin;
        lane.spans.insert(lane.spans.end(), {between, again});
    }
    page.setAnswer(answer);
    QVERIFY(page.findChild<HeadlineBar*>()->accessibleName().startsWith(
        QStringLiteral("Three of four sites do not answer")));
    const QString tile = page.findChildren<SiteTile*>()[0]->accessibleName();
    QVERIFY2(tile.startsWith(QStringLiteral("KCNA, Not answering 2 h 1")), qPrintable(tile));
}

void LivePageTest::viewerCountsNobodyWhoNeverAnswered() {
    LivePage page(m_watchlist, m_settings, {.viewer = true}, sample::now());
    ArchiveAnswer answer = sample::answer(page.query());
    for (Lane& lane : answer.overview.lanes)
        if (Span& last = lane.spans.back(); lane.kind == LaneKind::Site && last.verdict != Verdict::Down) {
            last.verdict = Verdict::Unknown;
            last.reason = Reason::NeverAnswered;
        }
    page.setAnswer(answer);
    const QString headline = page.findChild<HeadlineBar*>()->accessibleName();
    QVERIFY2(headline.startsWith(QStringLiteral("None of the three sites answers")), qPrintable(headline));
}

void LivePageTest::aRecordInRepairIsNotCalledYoung() {
    LivePage page(m_watchlist, m_settings, {}, sample::now());
    Picture picture = sample::picture();
    page.setPicture(picture);
    page.incidents().setAnswer({});
    ArchiveAnswer fresh = sample::nothing(page.query());
    page.setAnswer(fresh);
    const AwayCard& card = *page.findChild<AwayCard*>();
    QVERIFY(!card.isHidden());
    fresh.inRepair = true;
    page.setAnswer(fresh);
    QVERIFY(card.isHidden());
}

void LivePageTest::whatWasAskedOfThePastIsAnswered() {
    LivePage page(m_watchlist, m_settings, {}, sample::now());
    Picture picture = sample::picture();
    page.setPicture(picture);
    page.incidents().setAnswer({});
    ArchiveAnswer answer = sample::answer(page.query());
    answer.away = WhileAway{.gap = {sample::ago(10), sample::ago(2)}, .said = "nothing was heard", .sides = {}};
    page.setAnswer(answer);
    const AwayCard& card = *page.findChild<AwayCard*>();
    const auto says = [&card](const QString& words) {
        return std::ranges::any_of(card.findChildren<TextLabel*>(), [&](const TextLabel* label) {
            return !label->isHidden() && label->text().contains(words);
        });
    };
    QVERIFY(!card.isHidden() && !says(QStringLiteral("sources")));
    picture.sources = {{.source = "ripe-ris", .asksPast = true}};
    page.setPicture(picture);
    page.setAnswer(answer);
    QVERIFY(says(QStringLiteral("While not watching")) && says(QStringLiteral("Asking public sources…")));
    const UtcTime again = sample::now() + std::chrono::minutes(40);
    picture.sources[0].pastWaitsUntil = again;
    page.setPicture(picture);
    page.setAnswer(answer);
    QVERIFY(says(QStringLiteral("asked again at %1 KST").arg(words::clockKst(again))));
    picture.sources[0] = {.source = "ripe-ris"};
    page.setPicture(picture);
    answer.askedInVain =
        PastTold{sample::now(), "ripe-ris", AwayCard::offered(), true, false, "the source has nothing for that time"};
    page.setAnswer(answer);
    QVERIFY(says(QStringLiteral("No data")) && says(QStringLiteral("the source has nothing for that time")));
    QVERIFY(!says(QStringLiteral("sources are asked")));
}

// As after a long time without watching, or once a repaired record has been joined.
void LivePageTest::whatIsRecordedForWeeksIsNotSeenForTheFirstTime() {
    LivePage page(m_watchlist, m_settings, {}, sample::now());
    Picture picture = sample::picture();
    for (SiteStatus& site : picture.live.sites)
        site.state = Verdict::Unknown;
    for (TargetStatus& target : picture.live.targets) {
        target.state = Verdict::Unknown;
        target.reason = Reason::Stale;
        target.lastGood.reset();
    }
    page.setPicture(picture);
    ArchiveAnswer answer = sample::nothing(page.query());
    answer.firstRowAt = sample::now() - std::chrono::minutes{2};
    page.setAnswer(answer);
    QCOMPARE(page.headline({}).sentence, QStringLiteral("Checking for the first time"));
    answer.firstRowAt = sample::ago(24 * 21);
    page.setAnswer(answer);
    QCOMPARE(page.headline({}).sentence, QStringLiteral("Checking again"));
}

void LivePageTest::whoObservesSeesTheRoutesFirst() {
    LivePage page(m_watchlist, m_settings, {}, sample::now());
    ArchiveAnswer answer = sample::answer(page.query());
    Lane routes = answer.timeline.lanes.front();
    routes.id = "routes-china";
    routes.kind = LaneKind::Routes;
    answer.timeline.lanes.insert(std::prev(answer.timeline.lanes.end()), routes);
    const auto first = [&](Watching watching) {
        Picture picture;
        picture.watching = watching;
        page.setPicture(picture);
        page.setAnswer(answer);
        return page.card().timeline().rows().front().name;
    };
    QCOMPARE(first(Watching::Running), QStringLiteral("SITES"));
    QVERIFY(first(Watching::Observing).startsWith(QStringLiteral("ROUTES")));
}

void LivePageTest::aViewOfThePastSaysWhatIsSeenOfRoutesNow() {
    LivePage page(m_watchlist, m_settings, {}, sample::now());
    Picture picture;
    picture.watching = Watching::Observing;
    page.setPicture(picture);
    page.card().showRange({sample::ago(9), sample::ago(5)});
    ArchiveAnswer answer = sample::answer(page.query());
    Lane routes = answer.timeline.lanes.front();
    routes.id = "routes-china";
    routes.kind = LaneKind::Routes;
    answer.timeline.lanes.push_back(routes);
    Span seen;
    seen.range = {sample::ago(24), sample::now()};
    seen.verdict = Verdict::Up;
    seen.note = "310 of 320 networks";
    const auto value = [&] {
        routes.spans = {seen};
        answer.routesNow = {routes};
        page.setAnswer(answer);
        for (const TimelineRow& row : page.card().timeline().rows())
            if (row.lane != nullptr && row.lane->id == routes.id)
                return row.value;
        return QString();
    };
    QCOMPARE(value(), QStringLiteral("310 of 320"));
    seen.verdict = Verdict::Down;
    QCOMPARE(value(), QStringLiteral("Gone"));
    seen.range.end -= std::chrono::minutes{16}; // nobody has told of them since
    QCOMPARE(value(), QStringLiteral("–"));
}

QTEST_MAIN(LivePageTest)
#include "tst_live_page.moc"
