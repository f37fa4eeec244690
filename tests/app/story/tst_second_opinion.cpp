// SPDX-License-Identifier: GPL-3.0-or-later
// Who votes about an incident, and how many voices that is: only places that had reached them lately, one a network and
// country, and those who count blocks only once they count otherwise than usual.
#include "app/simulation/platform_answers.h"
#include "app/words/alert_message.h"
#include "app/words/sources.h"
#include "app/words/words.h"
#include "probes/outside/block_counts.h"
#include "tests/app/words/told.h"

#include <QTest>

using namespace kpwatch;
using namespace kpwatch::test;
using namespace kpwatch::testing;
using namespace kpwatch::simulation;
using namespace std::chrono_literals;

namespace {

using Does = PlaceDoes;

// Two pages silent from minute 100 on, and what others said around it.
struct Around {
    testing::Told story{"kcna-http 100-190; naenara-http 100-190", 300};
    std::vector<SourceAnswer> answers;

    const Incident& incident() const { return story.incidents.at(0); }
    PlaceQuestion question(const char* target = "kcna-http") const {
        for (const Target& each : story.watchlist.targets)
            if (each.name == target)
                return placeQuestion(each);
        return {};
    }
    Around& round(double at, const std::vector<Does>& places, const char* target = "kcna-http") {
        answers.push_back({minute(at), globalpingSource, "https://api.globalping.io/v1/measurements/x", 200,
                           globalpingBody("x", question(target), places), true});
        return *this;
    }
    Around& signal(const char* what, double from, std::chrono::seconds step,
                   const std::vector<std::optional<double>>& values, double answered,
                   const std::vector<std::optional<double>>& reference = {}) {
        answers.push_back({minute(answered), iodaSource, "https://api.ioda/v2/signals/raw/asn/131279", 200,
                           iodaBody(what, minute(from), step, values, reference), true});
        return *this;
    }
    // Blocks that Cloudflare Radar sees, of theirs and of the reference.
    Around& radar(double at, std::size_t theirs, std::optional<std::size_t> reference) {
        const auto add = [&](std::uint32_t network, std::size_t blocks) {
            answers.push_back(
                {minute(at), radarSource,
                 "https://api.cloudflare.com/client/v4/radar/bgp/routes/pfx2as?" + radarOrigin(network) + "format=json",
                 200, radarRoutesBody(minute(at), 82, std::vector<int>(blocks, 80), network), true});
        };
        if (reference)
            add(3333, *reference);
        add(131279, theirs);
        return *this;
    }
    Around& probes(double at, const std::string& address, const std::string& name, PlaceSaid said, std::size_t count) {
        answers.push_back({minute(at), atlasSource, "https://atlas/api/v2/measurements/9/latest/", 200,
                           atlasPingBody(9, address, minute(at), std::vector<PlaceSaid>(count, said), name), true});
        return *this;
    }
    SecondOpinion opinion(const std::map<TargetId, std::string>& addresses = {}) const {
        return secondOpinion(incident(), story.watchlist, outsideReadings(answers), story.asOf, addresses);
    }
    Assessment assessment() const {
        Case given{story.watchlist, story.spans, story.settings, {}, story.asOf};
        given.opinion = opinion();
        return assessed(incident(), given);
    }
    words::Copy copy(words::CopyLanguage language) const {
        return words::copyOf({incident(), assessment(), story.watchlist, story.asOf},
                             {{}, {}, words::CopyStyle::Wire, language});
    }
};

std::vector<Does> all(Does does, int places = 12) { return std::vector<Does>(static_cast<std::size_t>(places), does); }
std::vector<std::optional<double>> steady(double value, std::size_t bins) {
    return std::vector<std::optional<double>>(bins, value);
}

} // namespace

class SecondOpinionTest : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void placesThatReachedThemBeforeVote() {
        const SecondOpinion opinion =
            Around().round(-300, all(Does::Answers)).round(105, all(Does::TimesOut)).opinion();
        QCOMPARE(opinion.rounds.size(), std::size_t(1));
        QVERIFY(opinion.rounds[0] == (PlaceRound{minute(105), 12, 12, 12, 12}));
        QVERIFY(opinion.rounds[0].isBroad());
        QCOMPARE(opinion.voices(), 12);
    }

    void whoNeverReachedThemIsNoVoice() {
        const SecondOpinion opinion = Around().round(105, all(Does::TimesOut)).opinion();
        QCOMPARE(opinion.rounds[0].voting, 0);
        QCOMPARE(opinion.voices(), 0);
        QVERIFY(opinion.telling() == nullptr);
    }

    void whoReachedThemTwoDaysAgoIsNoVoice() {
        const double long_ago = 105 - 36 * 60 - 1;
        QCOMPARE(Around().round(long_ago, all(Does::Answers)).round(105, all(Does::TimesOut)).opinion().voices(), 0);
        QCOMPARE(Around().round(long_ago + 2, all(Does::Answers)).round(105, all(Does::TimesOut)).opinion().voices(),
                 12);
    }

    void whoReachedAnotherAddressIsNoVoiceAboutThis() {
        const Around around = Around().round(-300, all(Does::Answers), "mfa-http").round(105, all(Does::TimesOut));
        QCOMPARE(around.opinion().voices(), 0);
    }

    void aRefusalIsAnAnswer() {
        const SecondOpinion opinion = Around().round(-300, all(Does::Answers)).round(105, all(Does::Refuses)).opinion();
        QCOMPARE(opinion.rounds[0].silent, 0);
        QCOMPARE(opinion.rounds[0].voting, 12);
        QCOMPARE(opinion.voices(), 0);
    }

    void troubleOfThePlaceIsNoVote() {
        for (const Does does : {Does::Fails, Does::IsOffline, Does::Waits}) {
            const SecondOpinion opinion = Around().round(-300, all(Does::Answers)).round(105, all(does)).opinion();
            QCOMPARE(opinion.rounds[0].voting, 0);
            QCOMPARE(opinion.voices(), 0);
        }
    }

    void oneSilentPlaceAmongManyThatAnswerIsNoVoice() {
        std::vector<Does> places = all(Does::Answers);
        places[3] = Does::TimesOut;
        const SecondOpinion opinion = Around().round(-300, all(Does::Answers)).round(105, places).opinion();
        QCOMPARE(opinion.rounds[0].silent, 1);
        QVERIFY(!opinion.rounds[0].agrees());
        QCOMPARE(opinion.voices(), 0);
    }

    void whoAnswersOneOfTwoQuestionsAnswers() {
        const Around around = Around()
                                  .round(-300, all(Does::Answers))
                                  .round(-299, all(Does::Answers), "naenara-http")
                                  .round(105, all(Does::TimesOut))
                                  .round(106, all(Does::Answers), "naenara-http");
        QCOMPARE(around.opinion().rounds.size(), std::size_t(1)); // asked together
        QCOMPARE(around.opinion().rounds[0].silent, 0);
    }

    void whatIsAskedAgainSoonIsARoundOfItsOwn() {
        const SecondOpinion opinion = Around()
                                          .round(-300, all(Does::Answers))
                                          .round(105, all(Does::TimesOut))
                                          .round(107, all(Does::Answers))
                                          .opinion();
        QCOMPARE(opinion.rounds.size(), std::size_t(2));
        QCOMPARE(opinion.rounds[0].silent, 12);
        QCOMPARE(opinion.rounds[1].silent, 0);
    }

    void allRoundsAreKeptAndTheBroadestTells() {
        const Around around = Around()
                                  .round(-300, all(Does::Answers))
                                  .round(105, all(Does::TimesOut))
                                  .round(110, all(Does::TimesOut, 7))
                                  .round(120, all(Does::Answers));
        const SecondOpinion opinion = around.opinion();
        QCOMPARE(opinion.rounds.size(), std::size_t(3));
        QCOMPARE(opinion.telling()->at, minute(105));
    }

    void whileItGoesOnTheLatestRoundTells() {
        Around around;
        around.story = testing::Told("kcna-http 100-; naenara-http 100-", 300);
        around.round(-300, all(Does::Answers)).round(105, all(Does::Answers)).round(112, all(Does::TimesOut));
        QCOMPARE(around.opinion().telling()->at, minute(112));
        QCOMPARE(around.opinion().voices(), 12);
        around.round(120, all(Does::Answers));
        QCOMPARE(around.opinion().telling()->at, minute(120));
        QCOMPARE(around.opinion().voices(), 0);
        around.round(125, all(Does::IsOffline)); // nobody votes: the one before stands
        QCOMPARE(around.opinion().telling()->at, minute(120));
    }

    // All had answered in between: who could not reach them before says nothing of now.
    void aRoundBeforeThePresentSilenceDoesNotTell() {
        Around around;
        around.story = testing::Told("sites 100-110 121-", 300);
        QCOMPARE(around.story.incidents.size(), std::size_t(1));
        around.round(-300, all(Does::Answers)).round(105, all(Does::TimesOut));
        const auto more = [&around] {
            around.story.assessment.opinion = around.opinion();
            return words::alertMessage(around.story.told(), true, true).more;
        };
        QVERIFY2(more().endsWith(text("asking elsewhere.")), qPrintable(more()));
        QVERIFY(around.opinion().telling() == nullptr);
        QCOMPARE(around.opinion().voices(), 0);
        QVERIFY2(words::scope(around.story.assessment).endsWith(text("others last asked before this silence")),
                 qPrintable(words::scope(around.story.assessment)));
        const auto latest = [&around](Fact fact) {
            Case given{around.story.watchlist, around.story.spans, around.story.settings, {}, around.story.asOf};
            given.opinion = around.opinion();
            const std::vector<Evidence> rows = assessed(around.incident(), given).evidence;
            const auto row =
                std::find_if(rows.rbegin(), rows.rend(), [=](const Evidence& its) { return its.fact == fact; });
            return row == rows.rend() ? std::nullopt : std::optional(*row);
        };
        const auto row = latest(Fact::PlacesSilent);
        QVERIFY(row && row->sign == Sign::NotKnown);
        QVERIFY2(words::evidence(*row).endsWith(text("10:45 KST), before this silence")),
                 qPrintable(words::evidence(*row)));
        const auto elsewhere = [&around] { return around.story.copy().brief.contains(text("other places")); };
        QVERIFY2(!elsewhere(), qPrintable(around.story.copy().brief));
        around.round(125, all(Does::TimesOut));
        QVERIFY2(more().contains(text("12 of 12 places agree, 11:05 KST")), qPrintable(more()));
        QCOMPARE(around.opinion().voices(), 12);
        const auto now = latest(Fact::PlacesSilent);
        QVERIFY(now && now->sign == Sign::Supports);
        QVERIFY2(words::evidence(*now).endsWith(text("11:05 KST)")), qPrintable(words::evidence(*now)));
        QVERIFY2(elsewhere(), qPrintable(around.story.copy().brief));
    }

    void sixPlacesInFourCountriesAreBroad() {
        const auto broad = [](int silent) {
            return Around().round(-300, all(Does::Answers, silent)).round(105, all(Does::TimesOut, silent)).opinion();
        };
        QVERIFY(broad(6).rounds[0].isBroad());
        QVERIFY(!broad(5).rounds[0].isBroad());
        QVERIFY(!(PlaceRound{minute(0), 6, 6, 6, 3}).isBroad());
    }

    void silenceAfterTheEndIsNotOfTheIncident() {
        QVERIFY(Around().round(-300, all(Does::Answers)).round(250, all(Does::TimesOut)).opinion().rounds.empty());
    }

    void countsSpeakOnlyOnceTheyChange() {
        const auto week = [](double now, std::vector<std::optional<double>> bins) {
            std::vector<std::optional<double>> all = steady(3, 7 * 144);
            all.insert(all.end(), bins.begin(), bins.end());
            return Around().signal("ping-slash24", 100 - 7.0 * 24 * 60, 600s, all, now).opinion();
        };
        QCOMPARE(week(200, steady(3, 9)).voices(), 0);
        const SecondOpinion fell = week(200, steady(0, 9));
        QCOMPARE(fell.voices(), 1);
        QVERIFY(fell.blocks.at(0) == (BlockFinding{"ioda/ping-slash24", 3, 0, fell.blocks.at(0).at}));
        QVERIFY(fell.blocks.at(0).at >= minute(100) && fell.blocks.at(0).at < minute(190));
    }

    // Who usually counts none has nothing to say when it counts none.
    void aSourceThatNeverSawThemIsNoVoice() {
        const SecondOpinion opinion =
            Around().signal("ping-slash24", 100 - 7.0 * 24 * 60, 600s, steady(0, 7 * 144 + 9), 200).opinion();
        QCOMPARE(opinion.voices(), 0);
        QVERIFY(!opinion.blocks.at(0).changed());
    }

    void binsThatAreFilledLateSayNothing() {
        // The latest two bins of 10 minutes are zero because nobody has filled them yet.
        std::vector<std::optional<double>> values = steady(3, 7 * 144);
        values.insert(values.end(), {3.0, 3.0, 0.0, 0.0});
        const SecondOpinion opinion = Around().signal("ping-slash24", 100 - 7.0 * 24 * 60, 600s, values, 140).opinion();
        QCOMPARE(opinion.voices(), 0);
        QCOMPARE(opinion.blocks.at(0).lowest, 3.0);
    }

    void aBinReadAgainHoldsAsReadLast() {
        Around around;
        around.signal("bgp", 100 - 7.0 * 24 * 60, 300s, steady(4, 7 * 288), 99);
        around.signal("bgp", 100, 300s, steady(0, 6), 160);
        around.signal("bgp", 100, 300s, steady(4, 6), 170);
        QCOMPARE(around.opinion().blocks.at(0).lowest, 4.0);
    }

    // Trouble that lasts longer than one answer tells of: in each of them the reference is as it was all the time.
    void troubleOfTheSourceIsNeitherTheirsNorCalm() {
        const auto around = [](double theirs, double reference) {
            Around made;
            made.signal("ping-slash24", 100 - 7.0 * 24 * 60, 600s, steady(3, 7 * 144 - 48), 99,
                        steady(4000, 7 * 144 - 48)); // until eight hours before
            for (int at = -380; at < 200; at += 180)
                made.signal("ping-slash24", at, 600s, steady(theirs, 18), at + 180, steady(reference, 18));
            return made.opinion();
        };
        QVERIFY(around(0, 1500).blocks.empty());
        QVERIFY(around(3, 1500).blocks.empty());
        QCOMPARE(around(0, 1500).voices(), 0);
        QCOMPARE(around(0, 4000).voices(), 1);
        QCOMPARE(around(0, 4000).blocks.size(), std::size_t(1)); // of the reference itself nothing is said
        QVERIFY(!around(3, 4000).blocks.at(0).changed());
    }

    void radarSpeaksBesideItsReferenceAlone() {
        const auto around = [](std::size_t theirs, std::size_t reference) {
            Around made;
            for (int at = -600; at < 100; at += 150)
                made.radar(at, 4, 6);
            return made.radar(120, theirs, reference).opinion();
        };
        QVERIFY(around(0, 0).blocks.empty());
        QVERIFY(around(0, 2).blocks.empty());
        const SecondOpinion fell = around(0, 6);
        QCOMPARE(fell.blocks.size(), std::size_t(1));
        QVERIFY(fell.blocks.at(0) == (BlockFinding{radarSource, 4, 0, minute(120)}));
        QVERIFY(around(4, 6).blocks.size() == 1 && !around(4, 6).blocks.at(0).changed());
    }

    void firstReferenceJudgesWhatCameBeforeItToo() {
        Around made;
        made.radar(-600, 2, std::nullopt); // too long before
        made.radar(0, 4, std::nullopt);
        made.radar(120, 0, 6);
        QVERIFY(made.opinion().blocks == (std::vector<BlockFinding>{{radarSource, 4, 0, minute(120)}}));
    }

    void bgpOfIodaIsOfTheRoutingVoice() {
        std::vector<std::optional<double>> values = steady(4, 7 * 288);
        values.insert(values.end(), 12, 0.0);
        const SecondOpinion opinion = Around().signal("bgp", 100 - 7.0 * 24 * 60, 300s, values, 200).opinion();
        QVERIFY(opinion.blocks.at(0).changed());
        QCOMPARE(opinion.voices(), 0);
    }

    // Who was silent before places reached them again says nothing of now.
    void whatProbesSaidHoldsUntilALaterRoundReachesThem() {
        const auto around = [](double round) {
            Around made;
            made.story = testing::Told("all 100-", 300);
            for (Target& target : made.story.watchlist.targets)
                if (target.name == "kcna-http")
                    std::get<HttpOptions>(target.probe).url = "http://www.kcna.kp/";
            made.round(-300, all(Does::Answers))
                .probes(90, "192.0.2.7", "www.kcna.kp", PlaceSaid::Answered, 5)
                .probes(110, "192.0.2.7", "www.kcna.kp", PlaceSaid::Silent, 5)
                .round(round, all(Does::Answers));
            return made;
        };
        const auto seen = [](const Around& made) {
            Case given{made.story.watchlist, made.story.spans, made.story.settings, {}, made.story.asOf};
            given.opinion = made.opinion();
            return assessed(made.incident(), given);
        };
        const Assessment before = seen(around(105)), after = seen(around(115));
        QCOMPARE(before.basis.voices, 1);
        QCOMPARE(before.scope, Scope::WholeNetwork);
        QCOMPARE(after.basis.voices, 0);
        QCOMPARE(after.scope, Scope::AllSites);
        const auto row = std::find_if(after.evidence.begin(), after.evidence.end(),
                                      [](const Evidence& each) { return each.fact == Fact::ProbesSilent; });
        QVERIFY(row != after.evidence.end());
        QVERIFY2(words::evidence(*row).contains(words::stampKst(minute(110))), qPrintable(words::evidence(*row)));
    }

    // Their results tell the address even of what was asked by name, and sites are watched by name.
    void probesThatAskedTheNameOrItsAddressAreHeard() {
        const auto around = [](const std::string& address, const std::string& name) {
            Around made;
            for (Target& target : made.story.watchlist.targets)
                if (target.name == "kcna-http")
                    std::get<HttpOptions>(target.probe).url = "http://www.kcna.kp/";
            return made.probes(90, address, name, PlaceSaid::Answered, 5)
                .probes(110, address, name, PlaceSaid::Silent, 5);
        };
        const Around by_name = around("192.0.2.7", "www.kcna.kp");
        QCOMPARE(by_name.question().asked, std::string("www.kcna.kp"));
        QVERIFY(by_name.opinion().probes == (std::vector<ProbeFinding>{{9, "ping", 5, 5, minute(110)}}));
        QCOMPARE(by_name.opinion().voices(), 1);
        const Around by_address = around("175.45.176.71", {});
        QVERIFY(by_address.opinion().probes.empty());
        const TargetId kcna = by_address.incident().members.front().target;
        QCOMPARE(by_address.opinion({{kcna, "175.45.176.71"}}).voices(), 1);
        QVERIFY(around("192.0.2.7", "www.rodong.rep.kp").opinion({{kcna, "175.45.176.71"}}).probes.empty());
    }

    void errorsInTheRecordAreNoReadings() {
        Around around;
        around.round(-300, all(Does::Answers)).round(105, all(Does::TimesOut));
        around.answers.back().status = 429;
        QVERIFY(around.opinion().rounds.empty());
        around.answers.back() = {minute(105), globalpingSource, "x", 200, "<html>", true};
        QVERIFY(around.opinion().rounds.empty());
    }

    void theWordsSayOfThemWhatIsBroadAlone() {
        const auto told = [](const Around& around) {
            Case given{around.story.watchlist, around.story.spans, around.story.settings, {}, around.story.asOf};
            given.opinion = around.opinion();
            const Assessment seen = assessed(around.incident(), given);
            return words::copyOf({around.incident(), seen, around.story.watchlist, around.story.asOf}, {});
        };
        const QString broad = QStringLiteral("could not be reached from 12 of 12 other places");
        const words::Copy one = told(Around().round(-300, all(Does::Answers)).round(105, all(Does::TimesOut)));
        QVERIFY2(one.brief.contains(broad), qPrintable(one.brief));
        QVERIFY2(one.full.contains(QStringLiteral("Globalping (jsDelivr)")), qPrintable(one.full));
        QVERIFY2(one.brief.contains(broad +
                                    QStringLiteral(" asked through Globalping at 10:45 a.m. on Thursday (0145 GMT).")),
                 qPrintable(one.brief));
        const words::Copy other = told(Around().round(105, all(Does::Answers)));
        QVERIFY(!other.brief.contains(QStringLiteral("other places")));
        QVERIFY2(other.full.contains(QStringLiteral("12 reached them")), qPrintable(other.full));
    }

    // A name server was confirmed down first, and the sites after it were not asked about.
    void aRoundThatAskedNoSiteIsToldOfWhatItAsked() {
        Around around;
        around.story = testing::Told("ns1 100-190; sites 100-190", 300);
        around.round(-300, all(Does::Answers), "ns1").round(105, all(Does::TimesOut), "ns1");
        const auto seen = [&] { return around.assessment(); };
        const auto copy = [&](words::CopyLanguage language) { return around.copy(language); };
        const std::vector<Evidence> rows = seen().evidence;
        const auto row =
            std::ranges::find_if(rows, [](const Evidence& each) { return each.fact == Fact::PlacesSilent; });
        QVERIFY(row != rows.end());
        QVERIFY2(words::evidence(*row).startsWith(
                     QStringLiteral("12 of 12 other places could not reach a name server either")),
                 qPrintable(words::evidence(*row)));
        QCOMPARE(words::evidenceSource(*row), words::sourceName(globalpingSource));
        const SecondOpinion opinion = around.opinion();
        QVERIFY(opinion.rounds.at(0).about == PlaceQuestion::Kind::Dns);
        QCOMPARE(words::agreement(opinion.rounds.at(0)),
                 QStringLiteral("12 of 12 places could not reach a name server either, 10:45 KST"));
        const words::Copy english = copy(words::CopyLanguage::English), korean = copy(words::CopyLanguage::Korean);
        QVERIFY2(english.brief.contains(QStringLiteral("From 12 of 12 other places asked through Globalping a name "
                                                       "server could not be reached either at 10:45 a.m. on Thursday")),
                 qPrintable(english.brief));
        QVERIFY2(english.full.contains(QStringLiteral(", 12 could not reach a name server either.")),
                 qPrintable(english.full));
        QVERIFY2(korean.full.contains(QStringLiteral("12곳에서도 네임서버 한 곳에 접속되지 않았다")),
                 qPrintable(korean.full));
        around.round(-290, all(Does::Answers)).round(112, all(Does::TimesOut), "ns1").round(112.5, all(Does::TimesOut));
        QVERIFY(around.opinion().rounds.back().about == PlaceQuestion::Kind::Http);
        QVERIFY(copy(words::CopyLanguage::English)
                    .brief.contains(QStringLiteral("They could not be reached from 12 of 12 other places")));
        around.round(130, all(Does::TimesOut), "ns1").round(130.5, all(Does::Answers));
        around.round(130.7, all(Does::TimesOut), "ns1"); // asked again together with the page
        const PlaceRound last = around.opinion().rounds.back();
        QCOMPARE(last.voting, 12);
        QCOMPARE(last.silent, 0); // the page was reached, whatever the name server did
    }

    void aRoundAboutARouterIsNoVoiceAboutSites() {
        Around around;
        around.story = testing::Told("router-178 100-190; sites 100-190", 300);
        around.round(-300, all(Does::Answers), "router-178").round(105, all(Does::TimesOut), "router-178");
        QVERIFY(around.opinion().rounds.at(0).agrees());
        QCOMPARE(around.opinion().voices(), 0);
        QVERIFY2(words::basis(around.assessment()).contains(QStringLiteral("no outside voice.")),
                 qPrintable(words::basis(around.assessment())));
        around.round(-290, all(Does::Answers)).round(112, all(Does::TimesOut));
        QCOMPARE(around.opinion().voices(), 12);
        around.story = testing::Told("router-178 100-190", 300); // of a router alone it is one
        QCOMPARE(around.opinion().voices(), 12);
    }

    // Places that reached them again are neither silent still, nor "not yet asked", nor missing.
    void whatIsSaidAsOfNowGoesByTheLatestRound() {
        Around around;
        around.story = testing::Told("sites 100-", 300);
        const auto seen = [&] { return around.assessment(); };
        const auto copy = [&](words::CopyLanguage language) { return around.copy(language); };
        QVERIFY(words::scope(seen()).contains(QStringLiteral("others not yet asked")));
        QVERIFY(words::basis(seen()).contains(QStringLiteral("no outside voice.")));
        around.round(-300, all(Does::Answers)).round(112, all(Does::TimesOut));
        QVERIFY(copy(words::CopyLanguage::English).brief.contains(QStringLiteral("12 of 12 other places")));
        QVERIFY(copy(words::CopyLanguage::Korean).brief.contains(QStringLiteral("Globalping으로 물은 다른 지점 12곳")));
        around.round(120, all(Does::Answers));
        QCOMPARE(words::scope(seen()),
                 QStringLiteral("all watched sites; not reachable from here, but from other places"));
        QVERIFY2(words::basis(seen()).contains(QStringLiteral("no outside voice that agrees")),
                 qPrintable(words::basis(seen())));
        QVERIFY(!copy(words::CopyLanguage::English).brief.contains(QStringLiteral("other places")));
        const words::Copy korean = copy(words::CopyLanguage::Korean);
        QVERIFY(!korean.brief.contains(QStringLiteral("다른 지점")));
        QVERIFY2(korean.full.contains(QStringLiteral("다른 지점 12곳 가운데 12곳에서는 접속됐다")),
                 qPrintable(korean.full));
    }

    void rowsOfEvidenceNameEachRound() {
        const Around around =
            Around().round(-300, all(Does::Answers)).round(105, all(Does::TimesOut)).round(120, all(Does::Answers));
        Case given{around.story.watchlist, around.story.spans, around.story.settings, {}, around.story.asOf};
        given.opinion = around.opinion();
        const Assessment seen = assessed(around.incident(), given);
        const auto count = [&](Sign sign, Fact fact) {
            return std::count_if(seen.evidence.begin(), seen.evidence.end(),
                                 [&](const Evidence& row) { return row.sign == sign && row.fact == fact; });
        };
        QCOMPARE(count(Sign::Supports, Fact::PlacesSilent), 1);
        QCOMPARE(count(Sign::Against, Fact::PlacesReached), 1);
        QCOMPARE(count(Sign::NotKnown, Fact::NoOtherPlaces), 0);
        QCOMPARE(seen.basis.voices, 12);
    }
};

QTEST_GUILESS_MAIN(SecondOpinionTest)
#include "tst_second_opinion.moc"
