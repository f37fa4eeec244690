// SPDX-License-Identifier: GPL-3.0-or-later
// Korean copy: expected sentences, particles, day shifts, ranges, and the words that are never used.
#include "app/words/korean_copy.h"
#include "app/words/korean_time.h"
#include "app/words/particles.h"
#include "tests/app/words/told.h"

#include <QTest>

using namespace kpwatch;
using namespace kpwatch::testing;
using namespace std::chrono_literals;

namespace {

using words::CopyStyle;
using words::Particle;

struct Row {
    const char* what;
    const char* lanes;
    double now;
    CopyStyle style;
    const char *alert, *brief;
};
const Row rows[] = {
    {"one site, over", "kcna-http 100-190", 300, CopyStyle::Wire,
     "북한 조선중앙통신 사이트 약 1시간 30분간 응답 없었음",
     "한빛일보가 서울에서 한 접속 점검에 북한 조선중앙통신 사이트가 3월 5일(목) 오전 10시 38~41분 사이(그리니치 표준시 "
     "1시 38~41분)부터 응답하지 않았다. 다시 응답한 것은 3월 5일(목) 낮 12시 8~11분 사이(그리니치 표준시 3시 "
     "8~11분)다."},
    {"one site, going on", "kcna-http 100-", 300, CopyStyle::Wire,
     "북한 조선중앙통신 사이트 오전 10시 40분(한국시간)부터 응답 없음",
     "한빛일보가 서울에서 한 접속 점검에 북한 조선중앙통신 사이트가 3월 5일(목) 오전 10시 40분께(그리니치 표준시 1시 "
     "40분)부터 응답하지 않고 있다."},
    {"all sites, each at its own time",
     "kcna-http 100-190; naenara-http 110-180; airkoryo-http 120-170; mfa-http 130-160", 300, CopyStyle::Wire,
     "북한 사이트 4곳 모두 약 30분간 응답 없었음",
     "한빛일보가 서울에서 한 접속 점검에 북한 사이트 4곳이 모두 3월 5일(목) 오전 11시 8~11분 사이(그리니치 표준시 2시 "
     "8~11분)부터 응답하지 않았다. 이 가운데 처음으로 다시 응답한 것은 3월 5일(목) 오전 11시 38~41분 사이(그리니치 "
     "표준시 2시 38~41분)다. 모두 다시 응답한 것은 3월 5일(목) 낮 12시 8~11분 사이(그리니치 표준시 3시 8~11분)다."},
    {"all sites, going on", "sites 100-", 300, CopyStyle::Wire,
     "북한 사이트 4곳 모두 오전 10시 40분(한국시간)부터 응답 없음",
     "한빛일보가 서울에서 한 접속 점검에 북한 사이트 4곳이 모두 3월 5일(목) 오전 10시 40분께(그리니치 표준시 1시 "
     "40분)부터 응답하지 않고 있다."},
    {"three sites", "kcna-http 100-190; naenara-http 100-190; airkoryo-http 100-190", 300, CopyStyle::Wire,
     "북한 사이트 4곳 중 3곳 약 1시간 30분간 응답 없었음",
     "한빛일보가 서울에서 한 접속 점검에 북한 사이트 4곳 중 3곳이 3월 5일(목) 오전 10시 38~41분 사이(그리니치 표준시 "
     "1시 38~41분)부터 응답하지 않았다. 모두 다시 응답한 것은 3월 5일(목) 낮 12시 8~11분 사이(그리니치 표준시 3시 "
     "8~11분)다."},
    {"all name servers", "servers 100-190", 300, CopyStyle::Wire, "북한 네임서버 4대 모두 약 1시간 30분간 응답 없었음",
     "한빛일보가 서울에서 한 접속 점검에 북한 네임서버 4대가 모두 3월 5일(목) 오전 10시 38~41분 사이(그리니치 표준시 "
     "1시 38~41분)부터 응답하지 않았다. 모두 다시 응답한 것은 3월 5일(목) 낮 12시 8~11분 사이(그리니치 표준시 3시 "
     "8~11분)다."},
    {"two of four are back, two still silent",
     "kcna-http 100-; naenara-http 110-180; airkoryo-http 120-; mfa-http 130-160", 300, CopyStyle::Wire,
     "북한 사이트 4곳 중 2곳 오전 11시(한국시간)부터 응답 없음",
     "한빛일보가 서울에서 한 접속 점검에 북한 사이트 4곳 중 2곳이 3월 5일(목) 오전 11시께(그리니치 표준시 2시)부터 "
     "응답하지 않고 있다. 함께 응답하지 않던 내나라·외무성은 3월 5일(목) 낮 12시(그리니치 표준시 3시)까지 다시 "
     "응답했다."},
    {"all sites are back, a name server is not", "sites 100-190; ns1 100-; ns2 100-190", 300, CopyStyle::Wire,
     "북한 사이트 4곳 모두 낮 12시 10분(한국시간)까지 다시 응답, 네임서버 1대 아직 응답 없음",
     "한빛일보가 서울에서 한 접속 점검에 북한 사이트 4곳이 모두 3월 5일(목) 오전 10시 38~41분 사이(그리니치 표준시 1시 "
     "38~41분)부터 응답하지 않았다. 모두 다시 응답한 것은 3월 5일(목) 낮 12시 8~11분 사이(그리니치 표준시 3시 "
     "8~11분)다. 함께 응답하지 않던 네임서버 1대는 3월 5일(목) 낮 12시 10분(그리니치 표준시 3시 10분)까지 다시 "
     "응답했다. 아직 응답하지 않는 것: 네임서버 1대(ns1)."},
    {"going on when last seen", "sites 100-200? o200-300; servers 100-200? o200-300", 300, CopyStyle::Wire,
     "북한 사이트 4곳 모두 낮 12시 20분(한국시간) 마지막 관측 때 응답 없음",
     "한빛일보가 서울에서 한 접속 점검에 북한 사이트 4곳이 모두 3월 5일(목) 오전 10시 38~41분 사이(그리니치 표준시 1시 "
     "38~41분)부터 응답하지 않았다. 3월 5일(목) 낮 12시 20분(그리니치 표준시 3시 20분) 이후는 관측되지 않았다. "
     "네임서버 4대도 응답하지 않았다."},
    {"back for a while, then out of sight", "kcna-http 100-108 120-123? z123-300", 300, CopyStyle::Wire,
     "북한 조선중앙통신 사이트 오전 11시 3분(한국시간) 마지막 관측 때 응답 없음",
     "한빛일보가 서울에서 한 접속 점검에 북한 조선중앙통신 사이트가 3월 5일(목) 오전 10시 38~41분 사이(그리니치 표준시 "
     "1시 38~41분)부터 응답하지 않았다. 그 사이 응답한 때도 있었다. 3월 5일(목) 오전 11시 3분(그리니치 표준시 2시 "
     "3분) 이후는 관측되지 않았다."},
    {"began while nobody looked, two blocked here",
     "kcna-http b0-100 u100-300; naenara-http b0-100 u100-300; airkoryo-http 200~170-; mfa-http 200~170-", 300,
     CopyStyle::Wire, "북한 사이트 4곳 중 2곳 늦어도 낮 12시 21분(한국시간)부터 응답 없음",
     "한빛일보가 서울에서 한 접속 점검에 북한 사이트 4곳 중 2곳이 적어도 3월 5일(목) 낮 12시 21분(그리니치 표준시 3시 "
     "21분)부터 응답하지 않고 있다. 마지막 응답이 관측된 것은 3월 5일(목) 오전 9시 30분(그리니치 표준시 0시 30분)이다. "
     "이 컴퓨터의 회선에서 막혀 있어 판단하지 않은 사이트: 조선중앙통신, 내나라."},
    {"over noon", "mfa-http 180-400", 500, CopyStyle::Wire, "북한 외무성 사이트 약 3시간 40분간 응답 없었음",
     "한빛일보가 서울에서 한 접속 점검에 북한 외무성 사이트가 3월 5일(목) 오전 11시 58분~낮 12시 1분 사이(그리니치 "
     "표준시 2시 58분~3시 1분)부터 응답하지 않았다. 다시 응답한 것은 3월 5일(목) 오후 3시 38~41분 사이(그리니치 표준시 "
     "6시 38~41분)다."},
    {"over Korea's midnight", "mfa-http 900-1000", 1100, CopyStyle::Wire,
     "북한 외무성 사이트 약 1시간 40분간 응답 없었음",
     "한빛일보가 서울에서 한 접속 점검에 북한 외무성 사이트가 3월 5일(목) 오후 11시 58분~6일(금) 오전 0시 1분 "
     "사이(그리니치 표준시 5일(목) 14시 58분~15시 1분)부터 응답하지 않았다. 다시 응답한 것은 3월 6일(금) 오전 1시 "
     "38~41분 사이(그리니치 표준시 5일(목) 16시 38~41분)다."},
    {"over the midnight of GMT", "mfa-http 1440-1500", 1600, CopyStyle::Wire,
     "북한 외무성 사이트 약 1시간 동안 응답 없었음",
     "한빛일보가 서울에서 한 접속 점검에 북한 외무성 사이트가 3월 6일(금) 오전 8시 58분~9시 1분 사이(그리니치 표준시 "
     "5일(목) 23시 58분~6일(금) 0시 1분)부터 응답하지 않았다. 다시 응답한 것은 3월 6일(금) 오전 9시 58분~10시 1분 "
     "사이(그리니치 표준시 0시 58분~1시 1분)다."},
    {"more than a week ago", "kcna-http 100-190", 15000, CopyStyle::Wire,
     "북한 조선중앙통신 사이트 약 1시간 30분간 응답 없었음",
     "한빛일보가 서울에서 한 접속 점검에 북한 조선중앙통신 사이트가 3월 5일(목) 오전 10시 38~41분 사이(그리니치 표준시 "
     "1시 38~41분)부터 응답하지 않았다. 다시 응답한 것은 3월 5일(목) 낮 12시 8~11분 사이(그리니치 표준시 3시 "
     "8~11분)다."},
    {"24 h, over Korea's midnight", "mfa-http 900-1000", 1100, CopyStyle::Clock24,
     "북한 외무성 사이트 약 1시간 40분간 응답 없었음",
     "한빛일보가 서울에서 한 접속 점검에 북한 외무성 사이트가 3월 5일(목) 23:58~6일(금) 00:01 KST 사이(5일(목) "
     "14:58~15:01 UTC)부터 응답하지 않았다. 다시 응답한 것은 3월 6일(금) 01:38~01:41 KST 사이(5일(목) 16:38~16:41 "
     "UTC)다."},
    {"24 h, going on", "kcna-http 100-", 300, CopyStyle::Clock24, "북한 조선중앙통신 사이트 10:40 KST부터 응답 없음",
     "한빛일보가 서울에서 한 접속 점검에 북한 조선중앙통신 사이트가 3월 5일(목) 10:40 KST께(01:40 UTC)부터 응답하지 "
     "않고 있다."},
};

// They say more than anybody saw; 외교부 is the South's ministry. English ones must not slip in either.
const char* const neverUsed[] = {"마비", "먹통", "다운",    "셧다운", "공격",     "불통",          "외교부",
                                 "끊긴", "차단", "offline", "attack", "blackout", "did not answer"};

} // namespace

class TestKoreanCopy : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    // Neither language counts seconds, and what may have been longer is not under a minute.
    void whatWasSeenForLessThanAMinuteIsToldWithoutAFigure() {
        Told story("sites 100-190", 300);
        Incident& incident = story.incidents.at(0);
        QVERIFY(incident.none.has_value());
        incident.none->length = 38s;
        incident.lengths.noneAnswered = 38s;
        incident.none->known.atLeast = incident.lengths.none.atLeast = true;
        const QString alert = story.koreanCopy().alert;
        QVERIFY2(alert.contains(text("최소 몇 초간 응답 없었음")), qPrintable(alert));
        const QString full = story.copy().full;
        QVERIFY2(full.contains(text("No site answered for at least some seconds.")), qPrintable(full));
    }

    void alertAndBriefReadAsExpected_data() {
        QTest::addColumn<int>("row");
        for (std::size_t i = 0; i < std::size(rows); ++i)
            QTest::newRow(rows[i].what) << static_cast<int>(i);
    }
    void alertAndBriefReadAsExpected() {
        QFETCH(int, row);
        const Row& expected = rows[row];
        const words::Copy copy = Told(expected.lanes, expected.now).koreanCopy(expected.style);
        QCOMPARE(copy.alert, text(expected.alert));
        QCOMPARE(copy.brief, text(expected.brief));
        QVERIFY(copy.alert.size() <= words::alertLength);
    }

    void particlesFollowTheSound_data() {
        QTest::addColumn<QString>("word");
        QTest::addColumn<QString>("all");
        const auto row = [](const char* word, const char* all) { QTest::newRow(word) << text(word) << text(all); };
        row("조선중앙통신", "조선중앙통신은 조선중앙통신이 조선중앙통신을 조선중앙통신과 조선중앙통신으로");
        row("내나라", "내나라는 내나라가 내나라를 내나라와 내나라로");
        row("고려항공", "고려항공은 고려항공이 고려항공을 고려항공과 고려항공으로");
        row("서울", "서울은 서울이 서울을 서울과 서울로");
        row("4곳", "4곳은 4곳이 4곳을 4곳과 4곳으로");
        row("4대", "4대는 4대가 4대를 4대와 4대로");
        row("3", "3은 3이 3을 3과 3으로");
        row("2", "2는 2가 2를 2와 2로");
        row("1", "1은 1이 1을 1과 1로");
        row("KCNA", "KCNA는 KCNA가 KCNA를 KCNA와 KCNA로");
        row("CNN", "CNN은 CNN이 CNN을 CNN과 CNN으로");
        row("server", "server는 server가 server를 server와 server로");
        row("외무성(MFA)", "외무성(MFA)는 외무성(MFA)가 외무성(MFA)를 외무성(MFA)와 외무성(MFA)로");
    }
    void particlesFollowTheSound() {
        QFETCH(QString, word);
        QFETCH(QString, all);
        QStringList with;
        for (const Particle particle :
             {Particle::Topic, Particle::Subject, Particle::Object, Particle::With, Particle::Towards})
            with << words::with(word, particle);
        QCOMPARE(with.join(u' '), all);
    }

    // The alert claims no more than the sentences do.
    void whoWereNeverSilentTogetherAreNotSaidToHaveBeen() {
        QCOMPARE(Told("naenara-http 100-400; kcna-http 120-150; airkoryo-http 200-230; mfa-http 300-330", 500)
                     .koreanCopy()
                     .alert,
                 text("북한 사이트 4곳 모두 저마다 다른 때에 최장 약 5시간 동안 응답 없었음"));
    }

    void severalTimesAreAddedUp() {
        const words::Copy one = Told("kcna-http 100-110 150-160", 300).koreanCopy();
        QCOMPARE(one.alert, text("북한 조선중앙통신 사이트 합쳐서 약 20분간 응답 없었음"));
        QVERIFY2(one.brief.endsWith(text("그 사이 응답한 때도 있었다.")), qPrintable(one.brief));
        QCOMPARE(Told("sites 100-110 150-160 200-210 250-260", 400).koreanCopy().alert,
                 text("북한 사이트 4곳 모두 합쳐서 약 40분간 응답 없었음"));
    }

    void whatSeveralWereSilentAtLeastHoldsForEach() {
        QCOMPARE(Told("kcna-http 100-120+150-190 z120-150; naenara-http 100-130", 300).koreanCopy().alert,
                 text("북한 사이트 4곳 중 2곳 최소 27분~57분간 응답 없었음"));
    }

    void lengthsAreRoundedLikeTheEnglishOnes() {
        const auto in = [](auto length) { return words::korean::duration(length); };
        QCOMPARE(in(30s), text("1분 미만"));
        QCOMPARE(in(48min), text("48분"));
        QCOMPARE(in(1h), text("1시간"));
        QCOMPARE(in(8h + 10min), text("8시간 10분"));
        QCOMPARE(in(76h), text("3일 4시간"));
        QCOMPARE(in(72h), text("3일"));
    }

    void clockOf2015To2018IsNamed() {
        const UtcTime then = parseIsoUtc("2017-10-01T09:08:00.000Z").value();
        QCOMPARE(words::korean::atMoment(then, minute(0), CopyStyle::Wire),
                 text("2017년 10월 1일(일) 오후 5시 38분 평양시간(UTC+8:30)(그리니치 표준시 9시 8분)"));
    }

    void startThatNobodySawIsAtLeast() {
        Told seen("kcna-http 100-", 300);
        seen.incidents[0].began.after.reset();
        seen.incidents[0].lengths.one.atLeast = true;
        for (Member& member : seen.incidents[0].members)
            member.downTimes[0].began.after.reset();
        const words::Copy copy = seen.koreanCopy();
        QVERIFY2(copy.brief.contains(text("적어도 3월 5일(목) 오전 10시 41분(그리니치 표준시 1시 41분)부터")),
                 qPrintable(copy.brief));
        QVERIFY2(copy.full.contains(text("지금까지 최소 3시간 19분 동안이다.")), qPrintable(copy.full));
    }

    void whoAskedIsSaid_data() {
        QTest::addColumn<QString>("newsroom");
        QTest::addColumn<QString>("place");
        QTest::addColumn<QString>("begin");
        QTest::newRow("both") << text("중앙통신") << text("런던") << text("중앙통신이 런던에서 한 접속 점검에 ");
        QTest::newRow("newsroom") << text("한빛일보") << QString() << text("한빛일보가 한 접속 점검에 ");
        QTest::newRow("place") << QString() << text("런던") << text("런던에서 컴퓨터 한 대로 한 접속 점검에 ");
        QTest::newRow("neither") << QString() << QString() << text("컴퓨터 한 대로 한 접속 점검에 ");
    }
    void whoAskedIsSaid() {
        QFETCH(QString, newsroom);
        QFETCH(QString, place);
        QFETCH(QString, begin);
        const Told seen("kcna-http 100-", 300);
        const words::Copy copy =
            words::copyOf(seen.told(), {newsroom, place, CopyStyle::Wire, words::CopyLanguage::Korean});
        QVERIFY2(copy.brief.startsWith(begin), qPrintable(copy.brief));
    }

    void fullSaysOnWhatItRestsAndWhatItCannotTell() {
        const QString full = Told("all 100-190", 300).koreanCopy().full;
        QVERIFY2(full.contains(text("3개 대역의 주소 10개를 컴퓨터 1대로 본 결과이며 외부 자료는 없다.")),
                 qPrintable(full));
        QVERIFY(full.contains(text("2026년 3월 5일(목) 오후 2시(그리니치 표준시 5시) 현재.")));
        QVERIFY(full.contains(text("이 기록으로는 고의인지")));
        QVERIFY2(full.contains(text("어느 사이트도 응답하지 않은 시간은 약 1시간 30분")), qPrintable(full));
    }

    void verbFollowsTheEvidence() {
        QVERIFY(!Told("all 100-", 300).koreanCopy().full.contains(text("라우팅")));
        const QString full = Told("all 100-", 300, routesGone()).koreanCopy().full;
        QVERIFY2(full.contains(text("세계 라우팅 표에서 사라졌으며")), qPrintable(full));
        QVERIFY2(full.contains(text("외부 자료는 1건이다")), qPrintable(full));
        QVERIFY2(full.endsWith(text("자료: RIPE NCC RIS, RIPEstat(stat.ripe.net)·RIS Live")), qPrintable(full));
    }

    void whoIsLeftOutIsNamedInKorean() {
        Told seen("sites 100-190", 300);
        seen.incidents[seen.which].excluded = {seen.watchlist.findByName("airkoryo-http")->id};
        QVERIFY2(seen.koreanCopy().brief.contains(text("사람이 판단해 뺀 것: 고려항공.")),
                 qPrintable(seen.koreanCopy().brief));
        seen.incidents[seen.which].excluded.clear();
        seen.incidents[seen.which].leftOut = seen.incidents[seen.which].members.back().downTimes;
        QVERIFY2(seen.koreanCopy().brief.contains(text("사람이 정한 이야기 범위 밖이라 뺀 무응답: ")),
                 qPrintable(seen.koreanCopy().brief));
    }

    void expertTableHasTheSameFigures() {
        const Told seen("kcna-http 100-190; ns1 110-", 300);
        const QStringList korean = seen.koreanCopy().expert.split(u'\n'), english = seen.copy().expert.split(u'\n');
        QCOMPARE(korean.size(), english.size());
        QCOMPARE(korean.mid(2), english.mid(2));
        QVERIFY(korean[0].startsWith(text("사건 20260305-014000, UTC, 2026-03-05T05:00:00Z 현재")));
    }

    void whatIsSimulatedSaysSo() {
        const Told seen("kcna-http 100-", 300);
        words::IncidentTold told = seen.told();
        told.simulated = true;
        const words::Copy copy = words::copyOf(told, {.language = words::CopyLanguage::Korean});
        for (const QString& each : {copy.alert, copy.brief, copy.full, copy.expert})
            QVERIFY2(each.startsWith(text("[모의] ")), qPrintable(each));
    }

    void noneOfTheWords() {
        for (const char* lanes : {"kcna-http 100-190", "all 100-", "servers 100-190", "sites 100-190; servers 110-",
                                  "all 100-110 150-160 200-210", "routers 100-190", "china 100-190"})
            for (const Routing& routing : {Routing(), routesGone()}) {
                const words::Copy copy = Told(lanes, 300, routing).koreanCopy();
                for (const char* word : neverUsed)
                    QVERIFY2(!(copy.alert + copy.brief + copy.full + copy.expert).contains(text(word)), word);
            }
    }
};

QTEST_GUILESS_MAIN(TestKoreanCopy)
#include "tst_korean_copy.moc"
