// SPDX-License-Identifier: GPL-3.0-or-later
// A host and the second look at it are one host to a person, in every number and list.
#include "app/story/hosts.h"

#include "app/words/copy.h"
#include "tests/support/lane_script.h"
#include "ui/incidents/incident_words.h"
#include "ui/paint/chart_words.h"
#include "ui/paint/ladder.h"

#include <QtTest>

using namespace kpwatch;
using namespace kpwatch::test;
using namespace Qt::StringLiterals;

namespace {

struct Seen {
    Watchlist list = storyWatchlist();
    TargetSpans spans;
    std::vector<Incident> incidents;
    Assessment assessment;

    explicit Seen(const char* lanes)
        : spans(lanesOf(list, lanes)), incidents(incidentsOf({list, spans, {}, minute(400)}, {})),
          assessment(assessed(incidents.at(0), {list, spans, {}, {}, minute(400)})) {}
    const Incident& incident() const { return incidents.front(); }
    words::IncidentTold told() const { return {incident(), assessment, list, minute(400)}; }
    Evidence row(Fact fact) const {
        const auto found = std::ranges::find(assessment.evidence, fact, &Evidence::fact);
        return found == assessment.evidence.end() ? Evidence{} : *found;
    }
};

} // namespace

class TestHosts : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void everyHostCountsOnce() {
        const Seen all("all 100-190");
        QCOMPARE(all.incident().members.size(), std::size_t(13));
        QCOMPARE(hostsOf(all.incident(), all.list).size(), std::size_t(10));
        const Ladder ladder = ladderOf(all.incident(), all.list, LadderKind::Failure);
        QCOMPARE(ladder.rungs.size(), std::size_t(10));
        QCOMPARE(orderHeadline(ladder), u"Which of 10 hosts stopped answering first cannot be told"_s);
        QCOMPARE(all.row(Fact::NothingAnswered).a, 10.0);
        QCOMPARE(all.row(Fact::NothingAnswered).b, 10.0);
        QCOMPARE(all.row(Fact::OrderUncertain).a, 10.0);
        QCOMPARE(rowWords(all.incident(), all.list).titles.front(), u"All four sites and 6 more"_s);
    }

    void aSecondLookIsNobodyElse() {
        const Seen one("kcna-http 100-190; sentinel-kcna-http 100-190");
        QCOMPARE(one.incident().members.size(), std::size_t(2));
        QCOMPARE(words::silentOnes(one.incident(), one.list), u"kcna"_s);
        QVERIFY(std::ranges::any_of(reviewFacts(one.told()),
                                    [](const IncidentFact& fact) { return fact.name == u"Did not answer"_s; }));
        QCOMPARE(one.row(Fact::SomeAnswered).a, 9.0);
        QCOMPARE(one.row(Fact::SomeAnswered).b, 9.0);
        QCOMPARE(one.row(Fact::OrderUncertain).a, 0.0);
        const Seen router("router-177 100-190; sentinel-router-177 100-190");
        QCOMPARE(words::incidentTitle(router.told()), u"router-177 did not answer"_s);
        QVERIFY(router.assessment.touched.others.size() == 1);
    }

    void aSecondLookIsNotWhatElseHadStopped() {
        for (const char* const lanes :
             {"kcna-http 100-190; sentinel-kcna-http 98-195", "kcna-http 100-190; sentinel-kcna-http 102-185"}) {
            const Seen site(lanes);
            QCOMPARE(site.incident().members.size(), std::size_t(2));
            const words::Copy english = words::copyOf(site.told(), {});
            const words::Copy korean = words::copyOf(site.told(), {.language = words::CopyLanguage::Korean});
            for (const QString& said : {english.brief, english.full})
                QVERIFY2(!said.contains(u"what else had stopped"_s) && said.contains(u"It answered again between"_s),
                         qPrintable(said));
            for (const QString& said : {korean.brief, korean.full})
                QVERIFY2(!said.contains(u"나머지가"_s) && said.contains(u"다시 응답한 것은"_s), qPrintable(said));
        }
    }

    void whoIsLeftOutIsNamedOnce() {
        Seen seen("sites 100-190");
        seen.incidents.front().excluded = {seen.list.findByName("kcna-http")->id,
                                           seen.list.findByName("sentinel-kcna-http")->id};
        const QString brief = words::copyOf(seen.told(), {}).brief;
        QVERIFY2(brief.contains(u"Left out by hand: kcna-http."_s), qPrintable(brief));
        const QString korean = words::copyOf(seen.told(), {.language = words::CopyLanguage::Korean}).brief;
        QVERIFY2(korean.contains(u"사람이 판단해 뺀 것: 조선중앙통신."_s), qPrintable(korean));
    }

    void noNumberIsLeftOutInTheOrder() {
        const Seen steps("sentinel-kcna-http 100-190; kcna-http 110-190; ns1 120-190");
        const Ladder ladder = ladderOf(steps.incident(), steps.list, LadderKind::Failure);
        QCOMPARE(ladder.rungs.size(), std::size_t(2));
        QCOMPARE(ladder.rungs[0].rank, 1);
        QCOMPARE(ladder.rungs[1].rank, 2);
        QVERIFY(ladder.firstAlone);
        QCOMPARE(firstToStop(steps.incident(), steps.list), u"kcna-http"_s);
    }

    void aSecondLookAloneIsToldOf() {
        const Seen alone("sentinel-router-177 100-190");
        QCOMPARE(hostsOf(alone.incident(), alone.list).size(), std::size_t(1));
        QCOMPARE(words::silentOnes(alone.incident(), alone.list), u"router-177"_s);
        QCOMPARE(words::incidentTitle(alone.told()), u"router-177 did not answer"_s);
    }

    // Nobody saw its page fail.
    void aSecondLookAloneSpeaksOfTheHostAndOfNoPage() {
        const Seen alone("sentinel-kcna-http 100-190");
        const words::Copy english = words::copyOf(alone.told(), {});
        QCOMPARE(words::incidentTitle(alone.told()), u"175.45.176.71 did not answer"_s);
        QVERIFY2(english.alert.startsWith(u"The North Korean address 175.45.176.71 did not answer for "_s),
                 qPrintable(english.alert));
        const words::Copy korean = words::copyOf(alone.told(), {.language = words::CopyLanguage::Korean});
        QVERIFY2(korean.alert.startsWith(u"북한 175.45.176.71 약"_s), qPrintable(korean.alert));
        for (const QString& said : {english.full, korean.full})
            QVERIFY2(!said.contains(u"first sign"_s) && !said.contains(u"첫 신호"_s) && !said.contains(u"kcna"_s),
                     qPrintable(said));
        const Ladder ladder = ladderOf(alone.incident(), alone.list, LadderKind::Failure);
        QCOMPARE(ladder.rungs.front().label, u"175.45.176.71"_s);
        QCOMPARE(ladder.rungs.front().shortLabel, u"175.45.176.71"_s);
        QVERIFY(searchedText(alone.incident(), alone.list).contains(u"175.45.176.71"_s));
    }
};

QTEST_MAIN(TestHosts)
#include "tst_hosts.moc"
