// SPDX-License-Identifier: GPL-3.0-or-later
// Routes in the time line: below what carries the sites, above our own line, in words that say nothing about hosts.
#include "app/story/route_lane.h"
#include "tests/ui/live/sample_record.h"
#include "ui/live/hover_card.h"
#include "ui/live/page_facts.h"
#include "ui/live/span_table_model.h"
#include "ui/live/timeline_layout.h"
#include "ui/paint/chart_words.h"
#include "ui/translation.h"

#include <QTest>

#include <algorithm>

using namespace kpwatch;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

TimeRange known() { return {sample::ago(24), sample::now()}; }

// Usual for a day, and gone via China for the last hour.
std::vector<RouteReading> readings() {
    std::vector<RouteReading> all;
    for (UtcTime at = known().begin - 24h; at < known().end; at += 10min) {
        const bool gone = at >= sample::ago(1);
        all.push_back({at, "ripe-ris", "175.45.176.0/24", 320, gone ? 80 : 320, {{"20485", 80}}});
        if (!gone)
            all.back().byUpstream["134544"] = 240;
    }
    return all;
}

TimelineData shownData(const std::vector<RouteReading>& told = readings()) {
    TimelineData made;
    made.timeline = sample::timeline(known());
    LanesOfRoutes routes = lanesOf(routeLanes(told, known(), sample::now()), known());
    std::vector<Lane>& lanes = made.timeline.lanes;
    lanes.insert(std::prev(lanes.end()), routes.sides.begin(), routes.sides.end());
    made.targetLanes = routes.blocks;
    return made;
}

} // namespace

class RouteLanesTest : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void routesHaveAHeadingAndWordsOfTheirOwn() {
        const TimelineData shown = shownData();
        ViewState view(sample::now());
        view.toggleOpen("routes-china");
        const TimelineLayout layout = timelineLayout(shown, view, 900, 16);
        QStringList said;
        for (const TimelineRow& row : layout.rows)
            said << (row.kind == RowKind::Heading ? row.name : row.name + u": "_s + row.value);
        const qsizetype heading = said.indexOf(u"ROUTES, SEEN BY OTHERS (RIPE NCC RIS)"_s);
        QVERIFY2(heading > 0, qPrintable(said.join(u'\n')));
        QCOMPARE(said.mid(heading + 1, 3), (QStringList{u"Routes via China: Gone"_s, u"175.45.176.0/24: Gone"_s,
                                                        u"Routes via Russia: 80 of 320"_s}));
        QCOMPARE(said.at(heading + 4), u"OUR OWN LINE"_s);
    }

    void cardSaysHowManyNetworksSeeIt() {
        const TimelineData shown = shownData();
        const auto lane = std::ranges::find(shown.timeline.lanes, "routes-china", &Lane::id);
        const HoverWords said = hoverWords(*lane, lane->spans.size() - 1, known(), sample::now());
        QCOMPARE(said.title, u"Routes via China · gone"_s);
        QVERIFY2(said.beneath.contains(u"0 of 320 networks"_s), qPrintable(said.beneath));
    }

    void noneForTwoMinutesIsNotInPart() {
        std::vector<RouteReading> told = readings();
        std::erase_if(told, [](const RouteReading& each) { return each.at >= sample::ago(1); });
        for (UtcTime at = sample::ago(1); at < sample::now() - 2min; at += 10min)
            told.push_back({at, "ripe-ris", "175.45.176.0/24", 320, 320, {{"20485", 80}, {"134544", 240}}});
        told.push_back({sample::now() - 2min, "ripe-ris", "175.45.176.0/24", 320, 80, {{"20485", 80}}});
        const TimelineData shown = shownData(told);
        const auto lane = std::ranges::find(shown.timeline.lanes, "routes-china", &Lane::id);
        const HoverWords said = hoverWords(*lane, lane->spans.size() - 1, known(), sample::now());
        QCOMPARE(said.title, u"Routes via China · gone briefly"_s);
        QVERIFY2(said.beneath.contains(u"0 of 320 networks"_s), qPrintable(said.beneath));
        Picture picture;
        picture.watching = Watching::Observing;
        ArchiveAnswer answer;
        answer.timeline = shown.timeline;
        const QString headline = withRoutes({}, picture, answer, sample::now()).second;
        QVERIFY2(headline.contains(u"Routes via China: seen by 0 of 320 networks; called gone after 3 minutes"_s),
                 qPrintable(headline));
        QVERIFY2(!headline.contains(u"partly"_s), qPrintable(headline));
    }

    void headlineIsOfNowWhateverDayIsShown() {
        const TimelineData today = shownData();
        ArchiveAnswer answer;
        answer.timeline = today.timeline;
        Picture picture;
        picture.watching = Watching::Observing;
        const QString said = withRoutes({}, picture, answer, sample::now()).second;
        QVERIFY2(said.contains(u"Routes via China: gone since"_s), qPrintable(said));
        answer.timeline = sample::timeline({known().begin - 72h, known().end - 72h});
        std::ranges::copy_if(today.timeline.lanes, std::back_inserter(answer.routesNow),
                             [](const Lane& lane) { return lane.kind == LaneKind::Routes; });
        QCOMPARE(withRoutes({}, picture, answer, sample::now()).second, said);
        QCOMPARE(withRoutes({}, picture, answer, sample::now() + 1h).second, QString()); // none has come since
    }

    void headlineNamesThemInKorean() {
        ArchiveAnswer answer;
        answer.timeline = shownData().timeline;
        Picture picture;
        picture.watching = Watching::Observing;
        QVERIFY(speak(u"ko"_s));
        const QString said = withRoutes({}, picture, answer, sample::now()).second;
        speak(u"en"_s);
        QVERIFY2(said.contains(QString::fromUtf8("중국 쪽 경로: ")), qPrintable(said));
        QVERIFY2(!said.contains(u"Routes"_s), qPrintable(said));
    }

    void chartsDrawThemWhereAskedFor() {
        ChartFacts facts;
        facts.carriers = true;
        const TimelineData shown = shownData();
        const auto routes = [&] {
            const auto lanes = drawnLanes(shown.timeline, facts);
            return std::ranges::count(lanes, LaneKind::Routes, &Lane::kind);
        };
        QCOMPARE(routes(), 0);
        facts.routes = true;
        QCOMPARE(routes(), 2);
        const auto china = std::ranges::find(shown.timeline.lanes, "routes-china", &Lane::id);
        const Span& gone = china->spans.back(); // between two readings, ten minutes apart
        QVERIFY(gone.onset && gone.onset->after && gone.onset->by - *gone.onset->after == 10min);
    }
};

QTEST_MAIN(RouteLanesTest)
#include "tst_route_lanes.moc"
