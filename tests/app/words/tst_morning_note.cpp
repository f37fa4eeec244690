// SPDX-License-Identifier: GPL-3.0-or-later
// The last 24 hours in words, in both languages: what was watched, who answered, what the routes did.
#include "app/words/morning_note.h"
#include "tests/app/words/told.h"

#include <QTest>

using namespace kpwatch;
using namespace kpwatch::testing;
using namespace std::chrono_literals;

namespace {

// Tuesday, 10 March 2026, 8:40 a.m. in Korea.
const UtcTime morning = *parseIsoUtc("2026-03-09T23:40:00Z");
const TimeRange day{morning - 24h, morning};

struct Piece {
    std::chrono::seconds length;
    Verdict verdict;
};
Lane lane(const char* id, LaneKind kind, const char* label, const std::vector<Piece>& pieces) {
    Lane made;
    made.id = id;
    made.kind = kind;
    made.label = label;
    UtcTime at = day.begin;
    for (const Piece& piece : pieces) {
        Span span{{at, std::min(at + piece.length, day.end)}, piece.verdict};
        if (piece.verdict == Verdict::Down) {
            span.onset = Onset{at, at};
            if (span.range.end < day.end)
                span.ended = Onset{span.range.end, span.range.end};
        }
        at = span.range.end;
        made.spans.push_back(span);
    }
    if (at < day.end)
        made.spans.push_back({{at, day.end}, pieces.empty() ? Verdict::Up : pieces.back().verdict});
    return made;
}

constexpr const char* names[] = {"KCNA", "Naenara", "Air Koryo", "Foreign Ministry"};

// Four sites that answer while we watch, and the lanes that are given instead.
Timeline timeline(const std::vector<Piece>& own, const std::vector<Lane>& instead = {}) {
    Timeline made{day, morning};
    for (const char* const name : names)
        made.lanes.push_back(lane(name, LaneKind::Site, name, own));
    for (const Lane& each : instead) {
        const auto same = std::ranges::find(made.lanes, each.id, &Lane::id);
        if (same != made.lanes.end())
            *same = each;
        else
            made.lanes.push_back(each);
    }
    made.lanes.push_back(lane("own-line", LaneKind::OwnLine, "Our own line", own));
    return made;
}

const std::vector<Piece> allDay{{24h, Verdict::Up}};
const std::vector<Piece> away{{9h + 50min, Verdict::NotMonitored}, {14h + 10min, Verdict::Up}};

Lane routes(const char* id, const std::vector<Piece>& pieces) { return lane(id, LaneKind::Routes, id, pieces); }

} // namespace

class TestMorningNote : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void dayIsToldInBothLanguages_data() {
        QTest::addColumn<Timeline>("timeline");
        QTest::addColumn<bool>("routed");
        QTest::addColumn<QString>("english");
        QTest::addColumn<QString>("korean");
        const QString to = text("In the 24 hours to 8:40 a.m. Tuesday Korea time ");
        const QString ko = text("화요일 오전 8시 40분(한국 시간)까지 24시간 동안 ");
        const std::vector<Lane> seen{routes("routes-china", allDay), routes("routes-russia", allDay)};
        QTest::newRow("all answered, routes seen")
            << timeline(away, seen) << true
            << to + text("we watched 14 h 10 min; all four sites answered. Routes visible throughout (RIPE NCC RIS).")
            << ko + text("14시간 10분을 관측했다. 사이트 네 곳 모두 응답했다. 경로는 내내 보였다(RIPE NCC RIS).");
        QTest::newRow("nobody told of routes")
            << timeline(allDay) << true << to + text("we watched 24 h; all four sites answered.")
            << ko + text("24시간을 관측했다. 사이트 네 곳 모두 응답했다.");
        QTest::newRow("one was silent")
            << timeline(allDay, {lane("Naenara", LaneKind::Site, "Naenara",
                                      {{5h, Verdict::Up}, {48min, Verdict::Down}, {19h, Verdict::Up}})})
            << true << to + text("we watched 24 h; Naenara did not answer for 48 min; the other three answered.")
            << ko + text("24시간을 관측했다. Naenara는 48분 동안 응답하지 않았다. 나머지 세 곳은 응답했다.");
        QTest::newRow("still silent, begun out of sight")
            << timeline(away, {lane("KCNA", LaneKind::Site, "KCNA",
                                    {{9h + 50min, Verdict::NotMonitored}, {15h, Verdict::Down}})})
            << true
            << to + text("we watched 14 h 10 min; KCNA did not answer for at least 14 h 10 min and still does not; the "
                         "other three answered.")
            << ko + text("14시간 10분을 관측했다. KCNA는 최소 14시간 10분 동안 응답하지 않았다(아직 응답 없음). 나머지 "
                         "세 "
                         "곳은 응답했다.");
        QTest::newRow("silent for less than a minute that was seen")
            << timeline(away, {lane("KCNA", LaneKind::Site, "KCNA",
                                    {{9h + 50min, Verdict::NotMonitored}, {40s, Verdict::Down}, {15h, Verdict::Up}})})
            << true
            << to + text("we watched 14 h 10 min; KCNA did not answer for at least some seconds; the other three "
                         "answered.")
            << ko + text("14시간 10분을 관측했다. KCNA는 최소 몇 초 동안 응답하지 않았다. 나머지 세 곳은 응답했다.");
        QTest::newRow("an error page, and one that nothing is known of")
            << timeline(allDay, {lane("KCNA", LaneKind::Site, "KCNA", {{2h, Verdict::ErrorPage}, {22h, Verdict::Up}}),
                                 lane("Air Koryo", LaneKind::Site, "Air Koryo", {{24h, Verdict::Unknown}})})
            << true
            << to + text("we watched 24 h; KCNA showed an error page for 2 h; of Air Koryo nothing can be "
                         "said; the other two answered.")
            << ko +
                   text(
                       "24시간을 관측했다. KCNA는 2시간 동안 오류 화면을 보였다. Air Koryo는 판단할 수 없다. 나머지 두 "
                       "곳은 응답했다.");
        QTest::newRow("our own line")
            << timeline({{2h, Verdict::OwnConnectionDown}, {22h, Verdict::Up}}) << true
            << to + text("we watched 24 h; all four sites answered. Our own line was down for 2 h.")
            << ko + text("24시간을 관측했다. 사이트 네 곳 모두 응답했다. 자체 회선 장애가 2시간 동안 있었다.");
        QTest::newRow("routes gone for a while")
            << timeline(allDay,
                        {routes("routes-china", {{1h, Verdict::Up}, {12min, Verdict::Down}, {23h, Verdict::Up}}),
                         routes("routes-russia", allDay)})
            << true
            << to + text("we watched 24 h; all four sites answered. Routes gone for at least 12 min (RIPE NCC "
                         "RIS).")
            << ko +
                   text("24시간을 관측했다. 사이트 네 곳 모두 응답했다. 경로는 최소 12분 동안 사라졌다(RIPE NCC RIS).");
        QTest::newRow("nobody watched") << timeline({{24h, Verdict::NotMonitored}}, {routes("routes-china", allDay)})
                                        << true
                                        << to + text("nobody watched. Routes visible throughout (RIPE NCC RIS).")
                                        << ko + text("아무도 관측하지 않았다. 경로는 내내 보였다(RIPE NCC RIS).");
    }
    void dayIsToldInBothLanguages() {
        QFETCH(const Timeline, timeline);
        QFETCH(const QString, english);
        QFETCH(const QString, korean);
        const auto note = words::morningNote(timeline, {"ripe-ris"}, morning);
        QVERIFY(note);
        QCOMPARE(words::sentenceOf(*note, words::CopyLanguage::English), english);
        QCOMPARE(words::sentenceOf(*note, words::CopyLanguage::Korean), korean);
    }

    // Three are named: those of the longest silence.
    void theLongestSilencesAreNamed() {
        const auto silent = [](const char* name, std::chrono::seconds length) {
            Lane made = lane(name, LaneKind::Site, name,
                             {{2h, Verdict::Up},
                              {std::chrono::ceil<std::chrono::minutes>(length), Verdict::Down},
                              {22h, Verdict::Up}});
            made.spans[1].range.end = made.spans[2].range.begin = made.spans[1].range.begin + length;
            made.spans[1].ended = Onset{made.spans[1].range.end, made.spans[1].range.end};
            return made;
        };
        const auto note =
            words::morningNote(timeline(allDay, {silent("KCNA", 230s), silent("Naenara", 230s),
                                                 silent("Air Koryo", 230s), silent("Foreign Ministry", 50min)}),
                               {}, morning);
        const QString said = words::sentenceOf(*note, words::CopyLanguage::English);
        QVERIFY2(said.contains(text("Foreign Ministry did not answer for 50 min; KCNA did not answer for 4 min")),
                 qPrintable(said));
    }

    // As its tile says it: to the minute, of what goes on.
    void whatGoesOnIsNotRoundedUp() {
        const auto note = words::morningNote(
            timeline(allDay,
                     {lane("KCNA", LaneKind::Site, "KCNA", {{24h - 230s, Verdict::Up}, {230s, Verdict::Down}})}),
            {}, morning);
        const QString english = words::sentenceOf(*note, words::CopyLanguage::English),
                      korean = words::sentenceOf(*note, words::CopyLanguage::Korean);
        QVERIFY2(english.contains(text("KCNA did not answer for 3 min and still does not;")), qPrintable(english));
        QVERIFY2(korean.contains(text("3분 동안")), qPrintable(korean));
    }

    void whoIsNotNamedAndStillSilentIsSaid() {
        const auto silent = [](const char* name, std::chrono::hours from) {
            return lane(name, LaneKind::Site, name, {{from, Verdict::Up}, {24h - from, Verdict::Down}});
        };
        const auto note =
            words::morningNote(timeline(allDay, {silent("KCNA", 1h), silent("Naenara", 2h), silent("Air Koryo", 3h),
                                                 silent("Foreign Ministry", 4h)}),
                               {}, morning);
        const QString english = words::sentenceOf(*note, words::CopyLanguage::English),
                      korean = words::sentenceOf(*note, words::CopyLanguage::Korean);
        QVERIFY2(english.contains(text("1 more did not answer at times and still does not.")), qPrintable(english));
        QVERIFY2(korean.contains(text("때때로 응답하지 않았다(아직 응답 없음)")), qPrintable(korean));
        Lane back =
            lane("fifth", LaneKind::Site, "fifth", {{4h, Verdict::Up}, {10min, Verdict::Down}, {20h, Verdict::Up}});
        const auto both =
            words::morningNote(timeline(allDay, {silent("KCNA", 1h), silent("Naenara", 2h), silent("Air Koryo", 3h),
                                                 silent("Foreign Ministry", 4h), back}),
                               {}, morning);
        const QString said = words::sentenceOf(*both, words::CopyLanguage::English);
        QVERIFY2(said.contains(text("2 more did not answer at times, and 1 of them still does not.")),
                 qPrintable(said));
    }

    // As the list of incidents and the charts round it.
    void aLengthIsRoundedAsItsEndsAreKnown() {
        Lane silent =
            lane("KCNA", LaneKind::Site, "KCNA", {{2h, Verdict::Up}, {52min, Verdict::Down}, {22h, Verdict::Up}});
        silent.spans[1].onset->after = silent.spans[1].range.begin - 2min;
        silent.spans[1].ended->after = silent.spans[1].range.end - 2min;
        const auto note = words::morningNote(timeline(allDay, {silent}), {}, morning);
        const QString english = words::sentenceOf(*note, words::CopyLanguage::English),
                      korean = words::sentenceOf(*note, words::CopyLanguage::Korean);
        QVERIFY2(english.contains(text("KCNA did not answer for about 50 min;")), qPrintable(english));
        QVERIFY2(korean.contains(text("약 50분 동안")), qPrintable(korean));
    }

    // Of what began before, the part that lies within the 24 hours.
    void noLengthIsLongerThanTheDay() {
        Lane silent = lane("KCNA", LaneKind::Site, "KCNA", {{5h, Verdict::Down}, {19h, Verdict::Up}});
        silent.spans[0].onset = Onset{day.begin - 49h, day.begin - 48h};
        const auto note = words::morningNote(timeline(allDay, {silent}), {}, morning);
        QCOMPARE(note->sites.front().down, std::chrono::milliseconds(5h));
    }

    void manyOfWhomNothingIsKnownAreCounted() {
        Timeline many = timeline({{24h, Verdict::Unknown}});
        for (const char* const name : {"a", "b"})
            many.lanes.push_back(lane(name, LaneKind::Site, name, {{24h, Verdict::Unknown}}));
        const auto note = words::morningNote(many, {}, morning);
        const QString english = words::sentenceOf(*note, words::CopyLanguage::English),
                      korean = words::sentenceOf(*note, words::CopyLanguage::Korean);
        QVERIFY2(english.contains(text("of Air Koryo nothing can be said; of 3 more nothing can be said.")),
                 qPrintable(english));
        QVERIFY2(korean.contains(text("그 밖의 세 곳도 판단할 수 없다.")), qPrintable(korean));
    }

    void whatWasNotWatchedIsNotCalledAnswering() {
        const auto note = words::morningNote(
            timeline(away, {lane("KCNA", LaneKind::Site, "KCNA", {{24h, Verdict::NotMonitored}})}), {}, morning);
        QVERIFY(words::sentenceOf(*note, words::CopyLanguage::English).contains(text("of KCNA nothing can be said")));
    }

    void lanesThatDoNotReachOverTheDayTellNothing() {
        Timeline hour = timeline(allDay);
        hour.range.begin = morning - 1h;
        QVERIFY(!words::morningNote(hour, {}, morning));
        QVERIFY(!words::morningNote(Timeline{day, morning}, {}, morning));
    }

    void whatIsMadeUpSaysSo() {
        Timeline play = timeline(allDay);
        play.simulated = true;
        const auto note = words::morningNote(play, {}, morning);
        QVERIFY(words::sentenceOf(*note, words::CopyLanguage::English).startsWith(text("SIMULATED: ")));
        QVERIFY(words::sentenceOf(*note, words::CopyLanguage::Korean).startsWith(text("[모의] ")));
    }
};

QTEST_APPLESS_MAIN(TestMorningNote)
#include "tst_morning_note.moc"
