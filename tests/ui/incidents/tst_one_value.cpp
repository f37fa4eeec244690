// SPDX-License-Identifier: GPL-3.0-or-later
// One value, many places: headline, list, pane, review, copy in both languages and styles, alert, alt text, chart, CSV
// and JSON of one incident. Every length and every time in any of them is one of that incident's own, in a form in
// which it may be said; what is left of a text without those holds no other.
#include "app/evidence/observation_file.h"
#include "app/history/archive.h"
#include "app/history/history.h"
#include "app/history/judgement_store.h"
#include "app/history/route_reader.h"
#include "app/tell/alert_rules.h"
#include "app/words/copy.h"
#include "app/words/down_length.h"
#include "app/words/korea_time.h"
#include "app/words/korean_time.h"
#include "app/words/words.h"
#include "tests/app/words/told.h"
#include "tests/support/recorded_story.h"
#include "tests/ui/paint/text_recorder.h"
#include "ui/cli/incident_json.h"
#include "ui/cli/incident_line.h"
#include "ui/cli/reopen.h"
#include "ui/export/chart_file.h"
#include "ui/export/chart_source.h"
#include "ui/export/save_file.h"
#include "ui/incidents/incident_words.h"
#include "ui/live/page_facts.h"
#include "ui/paint/chart.h"
#include "ui/paint/chart_words.h"

#include <QPainter>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QtTest>

#include <algorithm>
#include <map>
#include <set>

using namespace kpwatch;
using namespace kpwatch::test;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {

using Texts = std::vector<std::pair<QString, QString>>; // where, what

// The siege, as it is recorded until `end`.
struct Seen {
    QTemporaryDir home;
    Story story = siege();
    Settings settings;
    std::filesystem::path directory = std::filesystem::path(home.path().toStdString()) / "history";
    Replayed judged;
    WritersPlace watching{directory}; // what goes on is in sight
    IncidentsAnswer answer;

    explicit Seen(int end) : judged(record(story, end, directory)) {
        const HistoryReader reader(directory);
        const IncidentQuestion question{story.watchlist(), settings, judged.lastRowAt};
        answer.log = incidentLog(reader, question);
        answer.asOf = answer.toldAt = judged.lastRowAt;
        answer.assessment = assessmentOf(reader, question, answer.log.at(0));
        const TimeRange range{incident().firstFailure() - 30min,
                              std::min(incident().end(answer.asOf) + 30min, answer.asOf)};
        answer.around = timelineOf(story.watchlist(), reader.spans(story.watchlist(), range), range, answer.asOf);
    }
    const Incident& incident() const { return answer.log[0]; }
    words::IncidentTold told() const { return {incident(), answer.assessment, story.watchlist(), answer.asOf, false}; }

    std::vector<UtcTime> itsTimes() const {
        std::vector<UtcTime> times{answer.asOf, incident().end(answer.asOf), incident().firstFailure()};
        const auto add = [&](const Onset& onset) {
            times.push_back(onset.by);
            if (onset.after)
                times.push_back(*onset.after);
        };
        add(incident().began);
        add(incidentClauseSince());
        if (incident().ended)
            add(*incident().ended);
        for (const Member& member : incident().members)
            for (const DownTime& time : member.downTimes) {
                add(time.began);
                times.push_back(time.firstFailure());
                times.push_back(time.lastSeen());
                if (time.ended)
                    add(*time.ended);
            }
        return times;
    }
    Onset incidentClauseSince() const { return words::incidentClause(told()).since; }

    // Every form in which its times and lengths may be said; the longest first.
    std::vector<QString> itsFigures() const {
        std::set<QString> all;
        for (const UtcTime time : itsTimes()) {
            all.insert(words::duration(answer.asOf - time)); // "for 32 min now"
            for (const UtcTime minute : {UtcTime(std::chrono::floor<std::chrono::minutes>(time)),
                                         UtcTime(std::chrono::ceil<std::chrono::minutes>(time))}) {
                const QDateTime korea = inKorea(minute);
                const int hour = korea.time().hour() % 12 == 0 ? 12 : korea.time().hour() % 12;
                const QString of_hour = QStringLiteral("%1").arg(korea.time().minute(), 2, 10, QLatin1Char('0'));
                all.insert(
                    {words::clockKst(minute), words::clockUtc(minute), QStringLiteral("%1:%2").arg(hour).arg(of_hour),
                     words::clockUtc(minute).remove(u':'),
                     QStringLiteral("%1시 %2분").arg(hour).arg(korea.time().minute()),
                     QStringLiteral("%1시 %2분").arg(inUtc(minute).time().hour()).arg(inUtc(minute).time().minute()),
                     QStringLiteral("~%1분").arg(korea.time().minute())});
            }
        }
        const Lengths& its = incident().lengths;
        for (const auto& [length, known] :
             {std::pair(its.noneAnswered.value_or(its.atLeastOne), its.noneAnswered ? its.none : its.one),
              std::pair(its.atLeastOne, its.one), std::pair(its.untilSteady, its.steady)})
            all.insert({words::duration(length), words::lengthOf(length, known), words::looseLengthOf(length, known),
                        words::korean::duration(words::rounded(length, known).figure)});
        for (const Lane& lane : answer.around.lanes) {
            std::map<Verdict, std::chrono::milliseconds> in_all; // what could not be told, in alt text
            for (const Span& span : lane.spans)
                in_all[span.verdict] += span.range.length();
            for (const Verdict gap : {Verdict::Unknown, Verdict::BlockedHere, Verdict::OwnConnectionDown})
                all.insert(words::duration(in_all[gap]));
            for (const DownLength& length : downLengths(lane))
                all.insert({words::shownLength(length), words::roundedLength(length), words::looseLength(length),
                            words::lengthSoFar(length), words::duration(length.range.length())});
        }
        std::vector<QString> sorted(all.begin(), all.end());
        std::stable_sort(sorted.begin(), sorted.end(),
                         [](const QString& left, const QString& right) { return left.size() > right.size(); });
        return sorted;
    }

    Texts everywhere() const {
        Texts texts;
        const words::Headline headline = words::headline(statusAtEnd(answer.around), settings);
        texts.emplace_back(u"headline"_s, headline.sentence + u'\n' + headline.second);
        texts.emplace_back(u"list"_s, rowWords(incident(), story.watchlist()).spoken());
        for (const IncidentFact& fact : reviewFacts(told()))
            texts.emplace_back(u"review"_s, fact.name + u'\n' + fact.value + u'\n' + fact.beneath);
        for (const IncidentFact& fact : ongoingFacts({told()}))
            texts.emplace_back(u"pane"_s, fact.name + u'\n' + fact.value + u'\n' + fact.beneath);
        for (const auto style : {words::CopyStyle::Wire, words::CopyStyle::Clock24})
            for (const auto language : {words::CopyLanguage::English, words::CopyLanguage::Korean}) {
                const words::Copy copy = words::copyOf(told(), {u"the Courier"_s, u"Berlin"_s, style, language});
                texts.emplace_back(u"copy"_s, copy.alert + u'\n' + copy.brief + u'\n' + copy.full);
            }
        texts.emplace_back(u"alert"_s, QString::fromStdString(newsOf(told()).sentence));
        const ChartFacts facts{
            .settings = settings, .headline = {}, .standfirst = {}, .place = {}, .asOf = answer.asOf};
        const QString rules = sourceLine(answer.around, facts); // its figures are the rules'
        texts.emplace_back(u"alt text"_s, altText(answer.around, facts).remove(rules));
        texts.emplace_back(u"chart"_s,
                           suggestedHeadline(answer.around, facts) + u'\n' + suggestedStandfirst(answer.around, facts));
        return texts;
    }
};

QString without(QString text, const std::vector<QString>& figures) {
    for (const QString& figure : figures)
        text.replace(figure, u"…"_s);
    return text;
}

const QRegularExpression lengthOrTime(u"\\d+ ?(h|min|d|hours?|minutes?|days?|시간|분)\\b|\\b\\d{1,2}:\\d{2}\\b|"
                                      "\\b\\d{4} (GMT|UTC)"_s,
                                      QRegularExpression::UseUnicodePropertiesOption);

} // namespace

class TestOneValue : public QObject {
    Q_OBJECT

    static void ends() {
        QTest::addColumn<int>("end");
        QTest::newRow("over") << siegeEnd;
        QTest::newRow("going on") << 13000;
    }

  private Q_SLOTS:
    void initTestCase() { installFonts(); }

    void noOtherFigureIsSaidAnywhere_data() { ends(); }
    void noOtherFigureIsSaidAnywhere() {
        QFETCH(int, end);
        const Seen seen(end);
        const std::vector<QString> figures = seen.itsFigures();
        for (const auto& [where, text] : seen.everywhere()) {
            const auto strange = lengthOrTime.match(without(text, figures));
            QVERIFY2(!strange.hasMatch(), qPrintable(where + u": "_s + strange.captured() + u" in "_s +
                                                     without(text, figures) + u" of "_s + text));
        }
        // And the check can fail.
        QVERIFY(lengthOrTime.match(without(u"about 7 h 77 min"_s, figures)).hasMatch());
        QVERIFY(lengthOrTime.match(without(u"since 03:33 KST"_s, figures)).hasMatch());
    }

    void everyPlaceSaysThem_data() { ends(); }
    void everyPlaceSaysThem() {
        QFETCH(int, end);
        const Seen seen(end);
        const std::vector<QString> figures = seen.itsFigures();
        std::map<QString, int> said;
        for (const auto& [where, text] : seen.everywhere())
            for (const QString& figure : figures)
                said[where] += text.contains(figure) ? 1 : 0;
        for (const auto& [where, times] : said)
            if (where != u"headline"_s || !seen.incident().over()) // which tells what goes on
                QVERIFY2(times > 0, qPrintable(where));
    }

    // The blocks of the chart are as long as the lanes say; its ticks are the axis's own.
    void blocksOfTheChartAreItsLanes_data() { ends(); }
    void blocksOfTheChartAreItsLanes() {
        QFETCH(int, end);
        const Seen seen(end);
        const ChartFacts facts{
            .settings = seen.settings, .headline = {}, .standfirst = {}, .place = {}, .asOf = seen.answer.asOf};
        const ChartPreset& preset = *ChartPreset::named("article");
        TextRecorder paper(QSize(1600, 900));
        {
            QPainter painter(&paper);
            paintChart(painter, preset, seen.answer.around, facts, Theme::print());
        }
        const QRegularExpression length(u"^(at least |about )?\\d+ (h|min)( \\d+ min)?$"_s);
        int blocks = 0;
        for (const WrittenText& written : paper.texts()) {
            if (!length.match(written.text).hasMatch())
                continue;
            ++blocks;
            QVERIFY2(without(written.text, seen.itsFigures()) != written.text, qPrintable(written.text));
        }
        QVERIFY(blocks >= 4);
    }

    void rowsOfTheCsvAreItsOnsets_data() { ends(); }
    void rowsOfTheCsvAreItsOnsets() {
        QFETCH(int, end);
        const Seen seen(end);
        std::map<TargetId, QString> csv;
        HistoryReader(seen.directory)
            .rows(seen.story.watchlist(), {storyBegin(), seen.answer.asOf}, [&](const Observation* row, const Event*) {
                if (row != nullptr)
                    csv[row->target] +=
                        QString::fromStdString(observationCsvLine(*row, seen.story.watchlist())) + u'\n';
            });
        for (const Member& member : seen.incident().members) {
            const QString& rows = csv[member.target];
            const auto line = [&](UtcTime at) {
                const qsizetype place = rows.indexOf(QString::fromStdString(isoUtc(at)));
                return place < 0 ? QString() : rows.mid(place).section(u'\n', 0, 0);
            };
            QVERIFY2(line(member.downTimes[0].firstFailure()).contains(u"timeout"_s), qPrintable(rows.left(300)));
            QVERIFY(line(member.began().after.value()).contains(u"none"_s));
        }
    }

    // Nor does the range in which it is looked at change any.
    void noEdgeOfAViewChangesALength() {
        const Seen seen(siegeEnd);
        const HistoryReader reader(seen.directory);
        const Watchlist& list = seen.story.watchlist();
        const auto lanesOver = [&](TimeRange range) {
            return timelineOf(list, reader.wholeSpans(list, range), range, seen.answer.asOf).lanes;
        };
        const auto figures = [](const DownLength& length) {
            return std::tuple(length.whole.begin, length.whole.end, length.nominal, length.certain, length.uncertainty,
                              length.atLeast, length.open);
        };
        const std::vector<Lane> whole = lanesOver({storyBegin(), seen.answer.asOf});
        const UtcTime middle = seen.incident().firstFailure() + 50min;
        for (const TimeRange cut : {TimeRange{storyBegin(), middle}, TimeRange{middle, seen.answer.asOf},
                                    TimeRange{middle, middle + 10min}}) {
            const std::vector<Lane> part = lanesOver(cut);
            QCOMPARE(part.size(), whole.size());
            int lengths = 0;
            for (std::size_t i = 0; i < whole.size(); ++i)
                for (const DownLength& length : downLengths(part[i])) {
                    ++lengths;
                    QVERIFY(cut.begin <= length.range.begin && length.range.end <= cut.end);
                    QVERIFY2(
                        std::ranges::any_of(downLengths(whole[i]),
                                            [&](const DownLength& its) { return figures(its) == figures(length); }),
                        whole[i].id.c_str());
                }
            QVERIFY(lengths >= 6); // sites and groups
        }
    }

    // Whoever else was silent in the time that its chart shows.
    void aChartOfAnIncidentSaysWhatItsCopySays_data() { ends(); }
    void aChartOfAnIncidentSaysWhatItsCopySays() {
        QFETCH(int, end);
        Seen seen(end);
        seen.answer.shown = 0;
        for (Lane& lane : seen.answer.around.lanes)
            lane.spans = {{seen.answer.around.range, Verdict::Down, Reason::None, {}, {}, {}}};
        const ChartSource source = chartSource(seen.answer, seen.story.watchlist());
        ChartFacts facts;
        source.fill(facts, ChartKind::Lanes);
        const QString headline = suggestedHeadline(source.drawn(ChartKind::Lanes), facts);
        QCOMPARE(headline, words::sentence(words::findingOf(seen.told())));
        QVERIFY2(headline.startsWith(seen.incident().over() ? u"None of the four sites answered for "_s
                                                            : u"None of the four sites has answered for "_s),
                 qPrintable(headline));
        source.fill(facts, ChartKind::Order);
        QVERIFY(suggestedHeadline(source.drawn(ChartKind::Order), facts) != headline);
    }

    // What a person said of it is said wherever it is told, and who was left out is counted nowhere.
    void whatWasSaidByHandIsSaidEverywhere() {
        Seen seen(siegeEnd);
        Incident& incident = seen.answer.log[0];
        const Target& left_out = *seen.story.watchlist().findByName("kcna-http");
        incident.falseAlarm = true;
        incident.excluded = {left_out.id};
        std::erase_if(incident.members, [&](const Member& member) { return member.target == left_out.id; });
        seen.answer.shown = 0;
        seen.answer.assessment = assessmentOf(HistoryReader(seen.directory),
                                              {seen.story.watchlist(), seen.settings, seen.answer.asOf}, incident);
        const ChartSource source = chartSource(seen.answer, seen.story.watchlist());
        ComposedChart chart{source.drawn(ChartKind::Lanes), {}, {}, source.incident, {}, {}};
        chart.facts.settings = seen.settings;
        chart.facts.asOf = seen.answer.asOf;
        source.fill(chart.facts, ChartKind::Lanes);
        const QString alt = altText(chart.timeline, chart.facts);
        QVERIFY2(alt.contains(u"Marked as a false alarm: Three of four sites"_s), qPrintable(alt));
        QVERIFY2(alt.contains(u"MARKED BY HAND AS A FALSE ALARM. Left out by hand: kcna-http."_s), qPrintable(alt));
        QVERIFY2(!alt.contains(u"kcna: "_s), qPrintable(alt));
        const QStringList csv = QString::fromUtf8(chartCsv(chart)).split(u"\r\n"_s, Qt::SkipEmptyParts);
        QVERIFY(csv.size() > 3 && csv[0].endsWith(u",by_hand,cut"_s));
        for (const QString& line : csv.mid(1))
            QVERIFY2(line.contains(u",false-alarm,"_s) && !line.startsWith(u"kcna,"_s), qPrintable(line));
        // Where the edge cuts an outage, nobody knows its first failed check.
        ComposedChart cut = chart;
        cut.timeline.range.begin = incident.firstFailure() + 5min;
        for (Lane& lane : cut.timeline.lanes)
            lane.spans = spansWithin(lane.spans, cut.timeline.range);
        const QString edge = QString::fromStdString(isoUtc(cut.timeline.range.begin));
        for (const QString& line : QString::fromUtf8(chartCsv(cut)).split(u"\r\n"_s, Qt::SkipEmptyParts).mid(1))
            QVERIFY2(line.count(edge) <= 1, qPrintable(line)); // the start of the row
        // Unless what lies beyond the edge is known.
        QByteArray began;
        for (std::size_t i = 0; i < cut.timeline.lanes.size(); ++i) {
            const Lane& whole = chart.timeline.lanes[i];
            show(cut.timeline.lanes[i], whole.spans, cut.timeline.range, seen.answer.asOf);
            const auto down = std::ranges::find(whole.spans, Verdict::Down, &Span::verdict);
            if (whole.kind == LaneKind::Site && down != whole.spans.end())
                began = QByteArray::fromStdString(isoUtc(down->range.begin));
        }
        QVERIFY(!began.isEmpty() && chartCsv(cut).contains(began));
        // A window that is set changes what went out.
        const auto numbers = chartExport(chart).numbers;
        incident.window = {{incident.firstFailure(), incident.firstFailure() + 10min}};
        chartSource(seen.answer, seen.story.watchlist()).fill(chart.facts, ChartKind::Lanes);
        QVERIFY(chartExport(chart).numbers != numbers);
        // In a chart of a range, the rows of that outage are.
        chart.facts.falseAlarm = false;
        FalseAlarm alarm{{incident.firstFailure(), incident.end(seen.answer.asOf)}, {}};
        for (const Target& target : seen.story.watchlist().targets)
            alarm.targets.push_back(target.name);
        chart.facts.falseAlarms.assign(1, alarm);
        for (const QString& line : QString::fromUtf8(chartCsv(chart)).split(u"\r\n"_s, Qt::SkipEmptyParts).mid(1))
            QVERIFY2(line.contains(u",false-alarm,"_s) == line.contains(u",down,"_s), qPrintable(line));
        const auto json = reviewJson(seen.told());
        QVERIFY(json["false_alarm"].get<bool>());
        QCOMPARE(json["left_out"].dump(), std::string("[\"kcna-http\"]"));
        const words::Copy copy = words::copyOf(seen.told(), {});
        QVERIFY2(copy.full.contains(u"Left out by hand: kcna-http."_s), qPrintable(copy.full));
        QVERIFY(copy.alert.startsWith(u"FALSE ALARM: "_s) && copy.expert.startsWith(u"MARKED AS A FALSE ALARM: "_s));
    }

    // A picture that is opened again is compared with all that it shows.
    void aPictureWithRoutesIsStillTrueOfTheRecordItWasMadeFrom() {
        const Seen seen(siegeEnd);
        const Watchlist& list = seen.story.watchlist();
        const TimeRange range = seen.answer.around.range;
        {
            History history({seen.directory, false}, list, seen.settings, seen.answer.asOf);
            Batch batch;
            for (UtcTime at = range.begin - 1h; at < range.end; at += 10min)
                batch.news.readings.push_back({at, "ripe-ris", "175.45.176.0/24", 320, 300, {{"134544", 300}}});
            history.append(batch);
        }
        const HistoryReader reader(seen.directory);
        ComposedChart chart{
            timelineOf(list, reader.wholeSpans(list, range), range, seen.answer.asOf), {}, {}, {}, {}, {}};
        addRoutes(chart.timeline, routesOver(reader, range, seen.answer.asOf));
        chart.facts.settings = seen.settings;
        chart.facts.asOf = seen.answer.asOf;
        chart.facts.routes = true;
        const QString file = seen.home.filePath(u"chart.png"_s);
        saveWhole(file, chartBytes(chart));
        QVERIFY(reopen({.history = seen.directory}, file.toStdString()).still == StillTrue::Same);
    }

    // A chart of then tells the numbers by which then was judged, whatever they are by now.
    void aChartTellsTheNumbersOfItsTime() {
        const Seen seen(siegeEnd);
        const Watchlist& list = seen.story.watchlist();
        const UtcTime changed = seen.answer.asOf + 1h;
        Settings stricter = seen.settings;
        ++stricter.confirm_failures;
        { History history({seen.directory, false}, list, stricter, changed); }
        const HistoryReader reader(seen.directory);
        ChartSource source;
        const auto lineOver = [&](TimeRange range) {
            source.rules = settingsOver(reader, range);
            ChartFacts facts;
            facts.settings = stricter; // in force now
            source.fill(facts, ChartKind::Lanes);
            return sourceLine(seen.answer.around, facts);
        };
        const QString then = lineOver(seen.answer.around.range);
        QVERIFY2(then.contains(u"at least three failed checks"_s) && !then.contains(u"changed"_s), qPrintable(then));
        const QString over = lineOver({storyBegin(), changed + 1h});
        QVERIFY2(over.contains(u"at least three failed checks"_s) &&
                     over.contains(u"These numbers were changed within this time."_s),
                 qPrintable(over));
        const QString now = lineOver({changed, changed + 1h});
        QVERIFY2(now.contains(u"at least four failed checks"_s) && !now.contains(u"changed"_s), qPrintable(now));
    }

    // Nobody knows of the hours since that it is not over.
    void whatIsOutOfSightIsNotOverWhenItWasLastSeen() {
        const Seen seen(13000);
        words::IncidentTold told = seen.told();
        QVERIFY(!told.incident.over());
        const auto end = [&told] {
            const auto facts = reviewFacts(told);
            return *std::ranges::find(facts, u"End"_s, &IncidentFact::name);
        };
        QCOMPARE(end().beneath, u"as of "_s + words::stampKst(seen.answer.asOf));
        told.asOf = seen.answer.asOf + 3h;
        const QString until = words::stampKst(seen.incident().seenUntil(told.asOf));
        QVERIFY(until != words::stampKst(told.asOf));
        QCOMPARE(end().beneath, u"to "_s + until + u", then out of sight"_s);
        const auto pane = ongoingFacts({told, true});
        QVERIFY(std::ranges::find(pane, end().beneath, &IncidentFact::beneath) != pane.end());
    }

    // Nor of the minutes since the sites came back whether what else was silent is.
    void whatIsOutOfSightWhileItsSitesAreBackIsNotOverEither() {
        const kpwatch::testing::Told story("sites 100-190; ns1 100-200? o200-300", 300);
        const QString unseen = u"to %1, then out of sight"_s.arg(words::stampKst(test::minute(200)));
        const auto facts = reviewFacts(story.told());
        QCOMPARE(std::ranges::find(facts, u"End"_s, &IncidentFact::name)->beneath, unseen);
        const kpwatch::testing::Told seen("sites 100-190; ns1 100-", 300);
        const auto now = reviewFacts(seen.told());
        QVERIFY(std::ranges::find(now, u"End"_s, &IncidentFact::name)->beneath.startsWith(u"as of "_s));
    }

    // As its copy has it.
    void lengthsOfSeveralTimesAreOnesInAll() {
        const auto value = [](const kpwatch::testing::Told& story, const QString& name) {
            const auto facts = reviewFacts(story.told());
            return std::ranges::find(facts, name, &IncidentFact::name)->value;
        };
        const kpwatch::testing::Told several("sites 100-110 150-160 200-210 250-260", 400);
        QCOMPARE(value(several, u"No site answered"_s), u"about 40 min in all"_s);
        QCOMPARE(value(several, u"At least one did not"_s), u"about 40 min in all"_s);
        QVERIFY2(several.copy().full.contains(u"No site answered for about 40 min in all."_s),
                 qPrintable(several.copy().full));
        QVERIFY2(several.koreanCopy().full.contains(u"시간은 합쳐서 약 40분이다."_s),
                 qPrintable(several.koreanCopy().full));
        const kpwatch::testing::Told between("sites 100-110 150-160; ns1 100-160", 300);
        QCOMPARE(value(between, u"No site answered"_s), u"about 20 min in all"_s);
        QCOMPARE(value(between, u"At least one did not"_s), u"about 1 h"_s);
        const kpwatch::testing::Told one("kcna-http 100-110 150-160", 300);
        QCOMPARE(value(one, u"Did not answer"_s), u"about 20 min in all"_s); // of one it is not "at least one"
    }

    // Whoever of them is known least.
    void theSameTimeIsNotSaidInTwoFigures() {
        const kpwatch::testing::Told seldom("sites 100-115; ns1 100~14-115.12~14", 300);
        const Lengths& its = seldom.incidents.at(0).lengths;
        QCOMPARE(its.atLeastOne, its.untilSteady);
        const auto facts = reviewFacts(seldom.told());
        for (const QString& name : {u"At least one did not"_s, u"Until all steady"_s})
            QCOMPARE(std::ranges::find(facts, name, &IncidentFact::name)->value, u"about 15 min"_s);
        QVERIFY2(seldom.copy().full.contains(u"it was about 15 min."_s), qPrintable(seldom.copy().full));
        QVERIFY2(seldom.koreanCopy().full.contains(u"재개까지 약 15분"_s), qPrintable(seldom.koreanCopy().full));
    }

    // Headline and pane stand beside each other.
    void theSilenceThatGoesOnIsOneFigure() {
        const auto lasted = [](const kpwatch::testing::Told& story) {
            const auto facts = ongoingFacts({story.told()});
            return *std::ranges::find(facts, u"Lasted so far"_s, &IncidentFact::name);
        };
        const IncidentFact brief = lasted({"kcna-http 100-", 100.5});
        QCOMPARE(brief.value, u"under 1 min"_s);
        QVERIFY(brief.beneath.isEmpty());
        QCOMPARE(lasted({"kcna-http 100-", 300}).value, u"3 h 20 min"_s);
        const kpwatch::testing::Told later("kcna-http 100-160; naenara-http 110-", 300); // and in a list of a terminal
        QCOMPARE(lasted(later).value, u"3 h 10 min"_s);
        const std::string line = incidentLine(later.told());
        QVERIFY2(line.find("Naenara does not answer; so far 3 h 10 min; ") != std::string::npos, line.c_str());
        const IncidentFact again = lasted({"kcna-http 100-105 120-", 120.5});
        QCOMPARE(again.value, u"under 1 min"_s);
        QCOMPARE(again.beneath, u"since "_s + words::stampKst(test::minute(120)));
    }

    // Who had answered in between was not silent since the incident began.
    void theSilenceThatWasLastSeenIsOfThoseInIt() {
        const kpwatch::testing::Told story("kcna-http 100-108 120-123? z123-300", 300);
        const auto facts = ongoingFacts({story.told(), true});
        const IncidentFact lasted = *std::ranges::find(facts, u"Lasted so far"_s, &IncidentFact::name);
        QCOMPARE(lasted.value, u"at least 2 min"_s);
        QCOMPARE(lasted.beneath, u"to %1, then out of sight"_s.arg(words::stampKst(test::minute(123))));
    }

    // That a state was never seen is no finding where it could not be.
    void whatBlockedSitesDidCannotBeTold() {
        const Seen seen(siegeEnd);
        Incident incident = seen.incident();
        incident.lengths.noneAnswered.reset();
        Assessment assessment = seen.answer.assessment;
        assessment.touched.sites = {"airkoryo"};
        assessment.touched.sitesBlocked = {"kcna", "naenara", "mfa"};
        const words::IncidentTold told{incident, assessment, seen.story.watchlist(), seen.answer.asOf, false};
        const auto said = [&](int watched) {
            assessment.touched.sitesWatched = watched;
            const auto facts = reviewFacts(told);
            const auto fact = std::ranges::find(facts, u"No site answered"_s, &IncidentFact::name);
            return fact->value + u'|' + fact->beneath;
        };
        QCOMPARE(said(4), u"Cannot be told|three blocked here"_s);
        QCOMPARE(said(5), u"Never seen|"_s); // one answered throughout
    }

    void aShortLengthWhoseEndNobodySawIsAtLeast() {
        const Seen seen(siegeEnd);
        Incident brief = seen.incident();
        brief.lengths.atLeastOne = 55s;
        const auto lengthIn = [&](bool at_least) {
            brief.lengths.one = {.atLeast = at_least};
            const words::IncidentTold its{brief, seen.answer.assessment, seen.story.watchlist(), seen.answer.asOf,
                                          false};
            const auto facts = reviewFacts(its);
            return std::ranges::find(facts, u"At least one did not"_s, &IncidentFact::name)->value;
        };
        QCOMPARE(lengthIn(true), u"at least some seconds"_s);
        QCOMPARE(lengthIn(false), u"under 1 min"_s);
    }

    // In a list of a terminal, in the lanes and in copy as in the review.
    void lessThanAMinuteIsOneFigure() {
        const kpwatch::testing::Told story("kcna-http 100~0.1-100.65~0.1", 300);
        const auto facts = reviewFacts(story.told());
        QCOMPARE(std::ranges::find(facts, u"Until all steady"_s, &IncidentFact::name)->value, u"under 1 min"_s);
        const std::string line = incidentLine(story.told());
        QVERIFY2(line.find("until all steady under 1 min;") != std::string::npos, line.c_str());
        const auto lengths = downLengths(story.spans.at(story.watchlist.findByName("kcna-http")->id));
        QCOMPARE(words::shownLength(lengths.at(0)), u"under 1 min"_s);
        QVERIFY2(story.copy().alert.endsWith(u"for under 1 min"_s), qPrintable(story.copy().alert));
        QVERIFY2(story.koreanCopy().alert.contains(u"1분 미만 동안"_s), qPrintable(story.koreanCopy().alert));
    }

    // Where no seconds are told, a bound is rounded away from what it bounds; and a list hedges as the review does.
    void whatIsAtTheLatestIsNoEarlier() {
        const Seen seen(siegeEnd);
        Incident unseen = seen.incident();
        const UtcTime minute = std::chrono::floor<std::chrono::minutes>(unseen.began.by);
        unseen.began = {{}, minute + 50s};
        unseen.ended = Onset{minute + 50s, minute + 8h + 50s};
        const words::IncidentTold told{unseen, seen.answer.assessment, seen.story.watchlist(), seen.answer.asOf, false};
        const auto facts = reviewFacts(told);
        const auto value = [&](const QString& name) {
            const auto found = std::ranges::find(facts, name, &IncidentFact::name);
            return found == facts.end() ? QString() : found->value;
        };
        QCOMPARE(value(u"Start, at the latest"_s), words::stampKst(minute + 1min));
        QCOMPARE(value(u"End, at the latest"_s), words::stampKst(minute + 8h + 1min));
        const QString by = u"by "_s + words::clockKst(minute + 1min);
        QVERIFY(rowWords(unseen, seen.story.watchlist()).clock.startsWith(by));
        QVERIFY2(startSaid(unseen).contains(u", "_s + by), qPrintable(startSaid(unseen)));
        QCOMPARE(startSaid(seen.incident()), words::stampKst(seen.incident().began.by));
    }

    void aPictureOfWhatHasSomebodyLeftOutIsStillTrue() {
        const Seen seen(siegeEnd);
        const Watchlist& list = seen.story.watchlist();
        Judgement exclude;
        exclude.at = seen.answer.asOf;
        exclude.hand = Hand::Exclude;
        exclude.incident = seen.incident().id;
        exclude.other = "airkoryo-http";
        exclude.reason = "its server was being moved";
        recordJudgement(seen.directory, exclude);
        const HistoryReader reader(seen.directory);
        const auto log = incidentLog(reader, {list, seen.settings, seen.answer.asOf});
        QCOMPARE(log.at(0).excluded.size(), std::size_t{1});
        const TimeRange range = seen.answer.around.range;
        ChartSource source;
        source.timeline = timelineOf(list, reader.wholeSpans(list, range), range, seen.answer.asOf);
        source.tellOf({log.at(0), seen.answer.assessment, list, seen.answer.asOf});
        QCOMPARE(source.leftOutSites, 1);
        ComposedChart chart{source.drawn(ChartKind::Lanes), {}, {}, source.incident, {}, {}};
        source.fill(chart.facts, ChartKind::Lanes);
        chart.facts.settings = seen.settings;
        chart.facts.asOf = seen.answer.asOf;
        const QString file = seen.home.filePath(u"chart.png"_s);
        saveWhole(file, chartBytes(chart));
        QVERIFY(reopen({.history = seen.directory}, file.toStdString()).still == StillTrue::Same);

        const words::IncidentTold told{log.at(0), seen.answer.assessment, list, seen.answer.asOf, false};
        QVERIFY(!words::copyOf(told, {}).full.contains(u"No site answered"_s));
        const auto facts = reviewFacts(told);
        const auto none = std::ranges::find(facts, u"No site answered"_s, &IncidentFact::name);
        QVERIFY(none == facts.end());
        QVERIFY(log.at(0).lengths.noneAnswered && reviewJson(told)["lengths_s"]["none_answered"].is_null());
    }

    void jsonIsTheSameValue_data() { ends(); }
    void jsonIsTheSameValue() {
        QFETCH(int, end);
        const Seen seen(end);
        const auto json = reviewJson(seen.told());
        const Incident& incident = seen.incident();
        QCOMPARE(json["id"].get<std::string>(), incident.id);
        QCOMPARE(json["began"]["after"].get<std::string>(), isoUtc(*incident.began.after));
        QCOMPARE(json["began"]["by"].get<std::string>(), isoUtc(incident.began.by));
        QCOMPARE(json["ended"].is_null(), !incident.ended.has_value());
        const auto seconds = [](std::chrono::milliseconds length) {
            return static_cast<double>(length.count()) / 1000;
        };
        QCOMPARE(json["lengths_s"]["none_answered"].get<double>(), seconds(*incident.lengths.noneAnswered));
        QCOMPARE(json["lengths_s"]["at_least_one"].get<double>(), seconds(incident.lengths.atLeastOne));
        QCOMPARE(json["lengths_s"]["until_steady"].get<double>(), seconds(incident.lengths.untilSteady));
        QCOMPARE(json["lengths_s"]["at_least"].get<bool>(), incident.lengths.one.atLeast);
        QCOMPARE(json["lengths_s"]["none_answered_at_least"].get<bool>(), incident.lengths.none.atLeast);
        QCOMPARE(json["lengths_s"]["until_steady_at_least"].get<bool>(), incident.boundsUnseen());
        QCOMPARE(json["copy"]["brief"].get<std::string>(), words::copyOf(seen.told(), {}).brief.toStdString());
        QCOMPARE(json["copy_ko"]["brief"].get<std::string>(),
                 words::copyOf(seen.told(), {.language = words::CopyLanguage::Korean}).brief.toStdString());
    }
};

QTEST_MAIN(TestOneValue)
#include "tst_one_value.moc"
