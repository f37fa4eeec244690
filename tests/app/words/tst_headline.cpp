// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/words/sources.h"
#include "app/words/words.h"

#include <QtTest>

#include <array>

using namespace kpwatch;
using namespace std::chrono_literals;

namespace {

constexpr auto U = Verdict::Up, D = Verdict::Down, E = Verdict::ErrorPage, G = Verdict::Degraded, Q = Verdict::Unknown,
               B = Verdict::BlockedHere, N = Verdict::NotMonitored;

const UtcTime now = parseIsoUtc("2026-03-12T07:46:20Z").value(); // 16:46 KST
const std::array names{"KCNA", "Naenara", "Air Koryo", "Foreign Ministry"};

// Sites in these states, each for `length`; our own line works.
LiveStatus live(const std::vector<Verdict>& states, std::chrono::milliseconds length = 2h + 15min) {
    LiveStatus status;
    status.asOf = now;
    status.ownLine = {Verdict::Up, now - 24h, 3, 3};
    for (std::size_t index = 0; index < states.size(); ++index) {
        const std::string name = names.at(index % names.size());
        status.sites.push_back({name, name, states[index], now - length, Reason::None});
        TargetStatus target;
        target.id = static_cast<TargetId>(index);
        target.state = states[index];
        target.reason = states[index] == N ? Reason::NotStarted : Reason::None;
        target.since = now - length;
        if (states[index] != N)
            target.lastCheck = target.lastGood = now - 1min;
        status.targets.push_back(target);
    }
    return status;
}

// The same of a watchlist that has groups only: name servers, routers.
LiveStatus withoutSites(const std::vector<Verdict>& states, std::chrono::milliseconds length = 2h + 15min) {
    LiveStatus status = live(states, length);
    status.sites.clear();
    return status;
}

QString sentence(const LiveStatus& status) { return words::headline(status, Settings{}).sentence; }
QString second(const LiveStatus& status) { return words::headline(status, Settings{}).second; }

} // namespace

class TestHeadline : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void aFirewallOfOursIsNamedWithTheWayOut() {
        const QString named =
            QStringLiteral("We can't tell: a firewall on our side, or our provider's, keeps our checks in");
        const QString way_out =
            QStringLiteral("Let KPWatch through there, or ask who looks after this computer or its network.");
        LiveStatus ours = live({Q, Q, Q, Q});
        ours.ownLine = {Verdict::OwnConnectionDown, now - 5min, 0, 3};
        ours.ownLine.keptIn = 3;
        QCOMPARE(sentence(ours), named);
        QVERIFY(second(ours).endsWith(way_out));
        LiveStatus theirs = live({Q, Q, Q, Q});
        for (SiteStatus& site : theirs.sites)
            site.reason = Reason::OwnFirewall;
        QCOMPARE(sentence(theirs), named);
        QVERIFY(second(theirs).endsWith(way_out));
    }

    void afterWakingOurOwnLineIsTestedFirst() {
        LiveStatus status = live({Q, Q, Q, Q});
        for (TargetStatus& target : status.targets)
            target.reason = Reason::LineUntested;
        QVERIFY(second(status).contains(QStringLiteral("Our line and the way there are being tested first.")));
    }

    void thePlaceStandsBesideTheOneComputer() {
        words::SeenFrom from;
        from.place = QStringLiteral("our office in Seoul");
        const auto second = [&](const LiveStatus& status) { return words::headline(status, Settings{}, from).second; };
        QVERIFY(second(live({U, U, U, U})).endsWith(QStringLiteral("Seen from one computer (our office in Seoul).")));
        QVERIFY(second(live({D, D, D, D})).contains(QStringLiteral("Seen from one computer (our office in Seoul);")));
        from.proxy = true; // which sees it instead
        QVERIFY(!second(live({U, U, U, U})).contains(from.place));
    }

    void whatOtherPlacesSayStandsBeneath() {
        const LiveStatus status = live({D, D, D, D});
        const auto second = [&](const AskingElsewhere& elsewhere) {
            return words::headline(status, Settings{}, {}, elsewhere).second;
        };
        AskingElsewhere elsewhere{.on = true};
        QVERIFY(second(elsewhere).endsWith(QStringLiteral("Seen from one computer; our own line works.")));
        elsewhere.asking = true;
        QVERIFY(second(elsewhere).endsWith(QStringLiteral("Seen from one computer; asking elsewhere.")));
        elsewhere.latest = PlaceRound{now - 2min, 12, 12, 10, 9};
        QVERIFY(second(elsewhere).contains(QStringLiteral("10 of 12 places agree, ")));
        elsewhere.latest->about = PlaceQuestion::Kind::Tcp; // routers alone were asked
        QVERIFY(second(elsewhere).contains(QStringLiteral("10 of 12 places could not reach an address of theirs")));
        elsewhere.latest = PlaceRound{now - 2min, 12, 12, 2, 2};
        QVERIFY(second(elsewhere).contains(QStringLiteral("10 of 12 other places reach them, ")));
    }

    void whatWasAskedByHandIsAnsweredInWords() {
        const UtcTime at = *parseIsoUtc("2026-03-05T18:19:00Z");
        QCOMPARE(words::reaching({"KCNA", {at, 12, 12, 0, 0}}),
                 QStringLiteral("12 of 12 places reach KCNA, 03:19 KST"));
        QCOMPARE(words::reaching({"KCNA", {at, 12, 12, 12, 9}}),
                 QStringLiteral("None of 12 places reaches KCNA, 03:19 KST"));
        QCOMPARE(words::reaching({"KCNA", {at, 12, 0, 0, 0}}),
                 QStringLiteral("None of 12 places reaches KCNA, and none had in the 36 h before, 03:19 KST"));
    }

    void whoHasNeverAnsweredIsLeftOut() {
        LiveStatus status = live({U, U, Q, U});
        status.sites[2].reason = Reason::NeverAnswered;
        QCOMPARE(sentence(status), QStringLiteral("All three sites answer"));
        QVERIFY2(second(status).contains(QStringLiteral("Air Koryo: never answered us.")), qPrintable(second(status)));
        TargetStatus elsewhere;
        elsewhere.neverAnswered = true;
        elsewhere.lastGood = status.asOf - 20min; // before we came to this network
        status.targets.push_back(elsewhere);
        QVERIFY2(second(status).contains(QStringLiteral("Air Koryo: no answer on this network.")),
                 qPrintable(second(status)));
        QCOMPARE(sentence(status), QStringLiteral("All three sites that have answered on this network answer"));
        status.sites[0].state = D;
        QCOMPARE(sentence(status),
                 QStringLiteral("One of three sites that have answered on this network does not answer"));
        status.sites[1].state = status.sites[3].state = D;
        QCOMPARE(sentence(status),
                 QStringLiteral("None of the three sites that have answered on this network answers"));
        status.sites[1].state = Q;
        status.sites[1].reason = Reason::NeverAnswered;
        QCOMPARE(sentence(status),
                 QStringLiteral("Neither of the two sites that have answered on this network answers"));
        status.targets.pop_back();
        for (SiteStatus& site : status.sites) { // unless nobody is left
            site.state = Q;
            site.reason = Reason::NeverAnswered;
        }
        QCOMPARE(words::headline(status, Settings{}).icon, Q);
        QVERIFY(sentence(status).contains(QStringLiteral("four sites")));
    }

    void theWorstComesFirst_data() {
        QTest::addColumn<std::vector<Verdict>>("states");
        QTest::addColumn<QString>("expected");
        QTest::addColumn<Verdict>("icon");
        const auto row = [](const char* name, std::vector<Verdict> states, const char* expected, Verdict icon) {
            QTest::newRow(name) << std::move(states) << QString::fromUtf8(expected) << icon;
        };
        row("all up", {U, U, U, U}, "All four sites answer", U);
        row("both up", {U, U}, "Both sites answer", U);
        row("one down", {D, U, U, U}, "One of four sites does not answer", D);
        row("three down", {D, D, D, U}, "Three of four sites do not answer", D);
        row("none", {D, D, D, D}, "None of the four sites answers", D);
        row("both of two", {D, D}, "Neither of the two sites answers", D);
        row("the only one", {D}, "The one site we watch does not answer", D);
        row("one to nine in words", {D, D, D, D, D}, "None of the five sites answers", D);
        row("down beats error page", {E, D, G, U}, "One of four sites does not answer", D);
        row("error page", {E, U, U, U}, "All four sites answer; one shows an error page", E);
        row("error page and slow", {E, G, U, U},
            "All four sites answer; one shows an error page, one is slow or patchy", E);
        row("two slow", {G, G, U, U}, "All four sites answer; two are slow or patchy", G);
        row("all slow", {G, G, G, G}, "All four sites answer; all are slow or patchy", G);
        row("the only one slow", {G}, "The one site we watch answers; it is slow or patchy", G);
        row("all error pages", {E, E, E, E}, "All four sites answer; all show an error page", E);
        row("blocked", {B, B, B, U}, "Blocked on this network: three of four", B);
        row("all blocked", {B, B, B, B}, "Blocked on this network: all four", B);
        row("one unknown", {Q, U, U, U}, "Three of four sites answer; for one we can't tell", Q);
        row("all unknown", {Q, Q, Q, Q}, "We can't tell whether the four sites answer", Q);
        row("never started", {N, N, N, N}, "Ready to watch", N);
        row("no sites", {}, "Ready to watch", N);
    }
    void theWorstComesFirst() {
        QFETCH(std::vector<Verdict>, states);
        QFETCH(QString, expected);
        QFETCH(Verdict, icon);
        LiveStatus status = live(states);
        if (states.empty() || states.front() == N)
            for (TargetStatus& target : status.targets)
                target.since.reset();
        const words::Headline headline = words::headline(status, Settings{});
        QCOMPARE(headline.sentence, expected);
        QCOMPARE(headline.icon, icon);
    }

    void theSecondLineTellsSinceWhenInBothZonesAndHowLong() {
        QCOMPARE(
            second(live({D, D, D, D})),
            QStringLiteral("Since 14:31 KST (05:31 UTC), 2 h 15 min. Seen from one computer; our own line works."));
        QVERIFY(
            second(live({D, U, U, U})).startsWith(QStringLiteral("KCNA: since 14:31 KST (05:31 UTC), 2 h 15 min.")));
        QVERIFY(second(live({D, D, D, D}, 20h)).startsWith(QStringLiteral("Since Wed 11 Mar")));
        QVERIFY(second(live({U, U, U, U})).endsWith(QStringLiteral("Seen from one computer.")));
        LiveStatus doubtful = live({D, D, D, D});
        doubtful.ownLine.state = Verdict::Unknown;
        QVERIFY(!second(doubtful).contains(QStringLiteral("own line works")));
    }

    void aCountIsTrueSinceTheLastSiteJoinedIt() {
        LiveStatus status = live({D, D, D, D});
        status.sites[2].since = now - 1h;
        QVERIFY2(second(status).startsWith(QStringLiteral("Since 15:46 KST")), qPrintable(second(status)));
    }

    void whatTheSentenceLeavesOutStandsBeneath() {
        QVERIFY(
            second(live({D, E, G, Q}))
                .contains(QStringLiteral("One shows an error page, one is slow or patchy, for one we can't tell.")));
    }

    void aSiteIsAnnouncedOnlyAfterTheSpan() {
        LiveStatus status = live({U, U, U, D});
        status.sites[3].since = now - 299s;
        QCOMPARE(sentence(status), QStringLiteral("Three of four sites answer; one is being checked again"));
        status.sites[3].since = now - 300s;
        QCOMPARE(sentence(status), QStringLiteral("One of four sites does not answer"));
    }

    void anUnannouncedSiteIsNeverCalledAnswering() {
        const LiveStatus status = live({D, D, D, D}, 10s);
        QCOMPARE(sentence(status), QStringLiteral("Four are being checked again"));
        QCOMPARE(words::headline(status, Settings{}).icon, Verdict::Unknown);
    }

    void ourOwnLineComesBeforeEverything() {
        LiveStatus status = live({D, D, D, D});
        status.ownLine = {Verdict::OwnConnectionDown, now - 5min, 0, 3};
        QCOMPARE(sentence(status), QStringLiteral("We can't tell: our own line is down"));
        QVERIFY(second(status).startsWith(QStringLiteral("Since 16:41 KST (07:41 UTC), 5 min.")));
    }

    void oneSiteAloneForDaysLeavesTheSentence() {
        LiveStatus status = live({U, D, U, U});
        status.sites[1].since = parseIsoUtc("2026-02-11T00:00:00Z").value();
        QCOMPARE(sentence(status), QStringLiteral("The other three sites answer"));
        QVERIFY(second(status).contains(QStringLiteral("Naenara: not answering since 11 Feb (long-standing).")));
        status.sites[0].state = D; // in company it is news again
        QCOMPARE(sentence(status), QStringLiteral("Two of four sites do not answer"));
    }

    void theOnlySiteNeverLeavesTheSentence() {
        QCOMPARE(sentence(live({D}, 100h)), QStringLiteral("The one site we watch does not answer"));
    }

    void beforeTheStartNothingHasBeenSent() {
        LiveStatus status = live({N, N, N, N});
        QCOMPARE(second(status), QStringLiteral("Nothing has been sent yet."));
    }

    void aPauseIsNamed() {
        LiveStatus status = live({N, N, N, N}, 30min);
        for (TargetStatus& target : status.targets)
            target.reason = Reason::Paused;
        QCOMPARE(sentence(status), QStringLiteral("Not watching: paused by you"));
        QVERIFY(second(status).startsWith(QStringLiteral("Since 16:16 KST (07:16 UTC), 30 min.")));
    }

    void withoutSitesTheAddressesAreSpokenOf_data() {
        QTest::addColumn<std::vector<Verdict>>("states");
        QTest::addColumn<QString>("expected");
        QTest::addColumn<Verdict>("icon");
        const auto row = [](const char* name, std::vector<Verdict> states, const char* expected, Verdict icon) {
            QTest::newRow(name) << std::move(states) << QString::fromUtf8(expected) << icon;
        };
        row("all up", {U, U, U, U}, "All four addresses answer", U);
        row("the only one up", {U}, "The one address we watch answers", U);
        row("both up", {U, U}, "Both addresses answer", U);
        row("one down", {D, U, U, U}, "One of four addresses does not answer", D);
        row("three of twelve", {D, D, D, U, U, U, U, U, U, U, U, U}, "Three of 12 addresses do not answer", D);
        row("none", {D, D, D}, "None of the three addresses answers", D);
        row("both of two", {D, D}, "Neither of the two addresses answers", D);
        row("the only one down", {D}, "The one address we watch does not answer", D);
        row("one unknown", {Q, U, U, U}, "Three of four addresses answer; for one we can't tell", Q);
        row("all unknown", {Q, Q, Q}, "We can't tell whether the three addresses answer", Q);
        row("the only one unknown", {Q}, "We can't tell whether the address answers", Q);
        row("not started", {N, N}, "Ready to watch", N);
    }
    void withoutSitesTheAddressesAreSpokenOf() {
        QFETCH(std::vector<Verdict>, states);
        QFETCH(QString, expected);
        QFETCH(Verdict, icon);
        LiveStatus status = withoutSites(states);
        const words::Headline headline = words::headline(status, Settings{});
        QCOMPARE(headline.sentence, expected);
        QCOMPARE(headline.icon, icon);
        QCOMPARE(headline.second.contains(QStringLiteral("not recorded")), false);
        status.ownLine.state = Verdict::OwnConnectionDown;
        QVERIFY(!second(status).contains(QStringLiteral("site"), Qt::CaseInsensitive));
    }

    void addressesHaveNoNamesInTheSecondLine() {
        QCOMPARE(
            second(withoutSites({D, U, U})),
            QStringLiteral("Since 14:31 KST (05:31 UTC), 2 h 15 min. Seen from one computer; our own line works."));
        // Long or not: without a name it cannot stand beneath.
        QCOMPARE(sentence(withoutSites({D, U, U}, 100h)), QStringLiteral("One of three addresses does not answer"));
    }

    void sitesThatAreNotWatchedDoNotHideWhatIs() {
        LiveStatus status = live({N, N, U});
        status.sites.pop_back();
        QCOMPARE(sentence(status), QStringLiteral("One of three addresses answers; two are not watched"));
    }

    void whatStandsBetweenIsTheNews_data() {
        QTest::addColumn<Reason>("reason");
        QTest::addColumn<QString>("all");
        QTest::addColumn<QString>("some");
        const auto row = [](const char* name, Reason reason, const char* all, const char* some) {
            QTest::newRow(name) << reason << QString::fromUtf8(all) << QString::fromUtf8(some);
        };
        row("way there", Reason::WayThere, "We can't tell: the way there does not work",
            "Two of four sites answer; for two we can't tell");
        row("intercepted", Reason::Intercepted, "We can't tell: somebody between answers for everybody",
            "Two of four sites answer; for two we can't tell");
        row("suspected block", Reason::SuspectedBlock, "We can't tell: it looks like a block on this network",
            "Two of four sites answer; for two we can't tell");
        row("other route", Reason::OtherRoute, "We can't tell: our own line is tested by another way",
            "Two of four sites answer; for two we can't tell");
        row("proxy", Reason::ThroughProxy, "Watching through a proxy: none of the four sites is reachable",
            "Watching through a proxy: two of four sites are not reachable");
    }
    void whatStandsBetweenIsTheNews() {
        QFETCH(Reason, reason);
        QFETCH(QString, all);
        QFETCH(QString, some);
        for (const bool everybody : {true, false}) {
            LiveStatus status = everybody ? live({Q, Q, Q, Q}) : live({Q, Q, U, U});
            for (SiteStatus& site : status.sites)
                if (site.state == Q)
                    site.reason = reason;
            for (TargetStatus& target : status.targets) {
                target.reason = target.state == Q ? reason : Reason::None;
                target.lastGood.reset(); // from the very start, even
            }
            const words::Headline said = words::headline(status, Settings{});
            QCOMPARE(said.sentence, everybody ? all : some);
            QCOMPARE(said.icon, Q);
            QVERIFY(!said.sentence.contains(QStringLiteral("not answer"), Qt::CaseInsensitive));
        }
    }

    void aProxyIsSaidFirst() {
        const words::Headline said = words::headline(live({U, U, U, U}), Settings{}, {.proxy = true});
        QCOMPARE(said.sentence, QStringLiteral("Watching through a proxy: all four sites answer"));
        QVERIFY(said.second.endsWith(QStringLiteral("Seen through one proxy.")));
        QVERIFY(!words::headline(live({U, U, U, U}), Settings{}).sentence.contains(QStringLiteral("proxy")));
        LiveStatus status = live({U, U, U, U});
        status.ownLine = {Verdict::OwnConnectionDown, now - 5min, 0, 3};
        QCOMPARE(words::headline(status, Settings{}, {.proxy = true}).sentence,
                 QStringLiteral("We can't tell: our own line is down"));
    }

    void reasonsThatDifferAreNotMadeOne() {
        LiveStatus status = live({Q, Q, Q, Q});
        status.sites[0].reason = Reason::WayThere;
        status.sites[1].reason = Reason::Intercepted;
        QCOMPARE(sentence(status), QStringLiteral("We can't tell whether the four sites answer"));
    }

    void whoeverIsKnownFromBeforeIsNotCheckedForTheFirstTime() {
        LiveStatus status = live({Q, Q, Q, Q}, 1min);
        status.ownLine.since = now - 1min;
        for (TargetStatus& target : status.targets) {
            target.lastGood.reset();
            target.lastKnown = Verdict::Down;
        }
        QVERIFY(sentence(status) != QStringLiteral("Checking for the first time"));
    }

    void whoWasKnownBeforeARestartIsBeingCheckedAgain() {
        LiveStatus status = live({Q, Q, Q, Q}, 12s);
        for (std::size_t i = 0; i < status.sites.size(); ++i) {
            status.sites[i].reason = status.targets[i].reason = Reason::Stale;
            status.sites[i].known = true;
            status.targets[i].lastKnown = Verdict::Down;
        }
        QCOMPARE(sentence(status), QStringLiteral("Four are being checked again"));
        QCOMPARE(words::headline(status, Settings{}).icon, Verdict::Unknown);
        QVERIFY(!second(status).contains(QStringLiteral("recently enough"), Qt::CaseInsensitive));
        for (SiteStatus& site : status.sites) // but checks that do not come are said not to
            site.since = now - 2min;
        QCOMPARE(sentence(status), QStringLiteral("We can't tell whether the four sites answer"));
        QVERIFY(second(status).contains(QStringLiteral("No check recently enough.")));
    }

    void whoHasNotBeenCheckedYetIsNotCheckedAgain() {
        LiveStatus status = live({U, Q, Q, Q}, 12s);
        status.targets[0].lastKnown = U;
        for (std::size_t i = 1; i < status.sites.size(); ++i) {
            status.sites[i].reason = Reason::Stale;
            status.sites[i].checked = false;
        }
        QCOMPARE(sentence(status),
                 QStringLiteral("One of four sites answers; three are being checked for the first time"));
        status.sites[0].state = Q; // who has answered is no site
        status.sites[0].checked = false;
        QCOMPARE(sentence(status), QStringLiteral("Checking for the first time"));
        for (SiteStatus& site : status.sites) // of a record that goes on, whatever it had last of them
            site.known = true;
        status.sites[3].known = false; // but it had been checked
        status.sites[3].reason = Reason::NotAnsweredFor;
        QCOMPARE(sentence(status), QStringLiteral("Four are being checked again"));
        status.sites[3].reason = Reason::WayThere;
        QVERIFY(sentence(status).endsWith(QStringLiteral("for one we can't tell")));
    }

    void theFirstMinutesAreCalledThat() {
        LiveStatus status = live({Q, Q, Q, Q}, 1min);
        status.ownLine.since = now - 1min;
        for (TargetStatus& target : status.targets)
            target.lastGood.reset();
        QCOMPARE(sentence(status), QStringLiteral("Checking for the first time"));
        QCOMPARE(words::headline(status, Settings{}, {.repairing = true}).sentence, QStringLiteral("Checking again"));
        const words::Headline again = words::headline(status, Settings{}, {.again = true});
        QCOMPARE(again.sentence, QStringLiteral("Checking again"));
        QVERIFY2(again.second.startsWith(QStringLiteral("No check is recent enough yet.")), qPrintable(again.second));
    }

    // All combinations of states of four sites, with every length and state of our own line that changes the words.
    void forbiddenWordsNeverAppear() {
        const QRegularExpression forbidden(
            QStringLiteral("\\b(offline|dark|blackout|collapse[sd]?|attack\\w*|cut off|shut ?down|restored|outage|"
                           "North Korea.s internet|our monitor|confiden\\w*)\\b|마비|먹통|다운|셧다운|공격|불통"),
            QRegularExpression::CaseInsensitiveOption);
        QStringList texts;
        constexpr std::array states{U, D, E, G, Q, B, N};
        for (const Verdict a : states)
            for (const Verdict b : states)
                for (const Verdict c : states)
                    for (const Verdict d : states)
                        for (const auto length : std::initializer_list<std::chrono::milliseconds>{10s, 2h, 100h}) {
                            const auto headline = words::headline(live({a, b, c, d}, length), Settings{});
                            texts << headline.sentence << headline.second;
                            QVERIFY(!headline.sentence.isEmpty());
                            QVERIFY(!headline.sentence.contains(QLatin1String("  ")));
                        }
        for (int failure = 0; failure <= static_cast<int>(Failure::Unknown); ++failure)
            for (int stage = 0; stage <= static_cast<int>(Stage::Done); ++stage)
                texts << words::lastResult(static_cast<Stage>(stage), static_cast<Failure>(failure));
        for (int verdict = 0; verdict <= static_cast<int>(Verdict::NotMonitored); ++verdict)
            texts << words::state(static_cast<Verdict>(verdict));
        for (int reason = 0; reason <= static_cast<int>(Reason::OtherRoute); ++reason)
            texts << words::reason(static_cast<Reason>(reason));
        texts.removeDuplicates();
        QVERIFY(texts.size() > 100);
        for (const QString& text : std::as_const(texts))
            QVERIFY2(!forbidden.match(text).hasMatch(), qPrintable(text));
    }
};

QTEST_GUILESS_MAIN(TestHeadline)
#include "tst_headline.moc"
