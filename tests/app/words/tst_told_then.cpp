// SPDX-License-Identifier: GPL-3.0-or-later
// An incident is told by the watchlist of its time: what was taken off, switched off, renamed or added since changes
// neither its title nor its counts, copy and evidence.
#include "app/words/copy.h"
#include "tests/app/words/told.h"

#include <QTest>

using namespace kpwatch;
using namespace kpwatch::test;
using namespace kpwatch::testing;
using namespace std::chrono_literals;

namespace {

Watchlist numbered(Watchlist list, const char* version) {
    std::int64_t next = 0;
    for (Target& target : list.targets)
        target.id = TargetId{next++};
    for (Control& control : list.controls)
        control.target.id = TargetId{next++};
    list.setJson(version);
    return list;
}

Watchlist whole() { return numbered(namedWatchlist(), "whole"); }

Watchlist withoutMinistry() {
    Watchlist list = namedWatchlist();
    std::erase_if(list.targets, [](const Target& target) { return target.name == "mfa-http"; });
    std::erase_if(list.sites, [](const Site& site) { return site.id == "mfa"; });
    return numbered(list, "without the ministry");
}

Watchlist ministryOff() {
    Watchlist list = whole();
    for (Target& target : list.targets)
        target.enabled = target.name != "mfa-http";
    list.setJson("the ministry switched off");
    return list;
}

Watchlist renamed() {
    Watchlist list = whole();
    list.sites[3].label = "MFA";
    list.setJson("renamed");
    return list;
}

// One incident of a record in which `before` was watched until minute 1000 and `after` from then on; its lanes are
// written by the slugs of all.
struct Told2 {
    WatchedThen then;
    TargetSpans spans;
    UtcTime asOf = minute(24 * 60);
    std::vector<Incident> incidents;
    Assessment assessment;

    Told2(const Watchlist& before, const Watchlist& after, const std::string& lanes)
        : then(after, {{minute(0), before}, {minute(1000), after}}), spans(lanesOf(then.ever(), lanes)) {
        then.silence(spans);
        Record record{.watchlist = then.ever(), .spans = spans, .now = asOf};
        record.then = &then;
        incidents = incidentsOf(record, {});
        assessment = assessed(incidents.at(0), {then.of(incidents[0]), spans, {}, {}, asOf});
    }
    words::IncidentTold told() const { return {incidents[0], assessment, then.of(incidents[0]), asOf}; }
    QString title() const { return words::incidentTitle(told()); }
};

} // namespace

class TestToldThen : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void laterListsChangeNothing_data() {
        QTest::addColumn<int>("row");
        for (std::size_t i = 0; i < std::size(rows); ++i)
            QTest::newRow(rows[i].what) << static_cast<int>(i);
    }
    void laterListsChangeNothing() {
        QFETCH(int, row);
        const Row& expected = rows[row];
        const Told2 seen(expected.before(), expected.after(), expected.lanes);
        QCOMPARE(seen.title(), text(expected.title));
        QVERIFY2(words::copyOf(seen.told(), {}).alert.contains(text(expected.inAlert)),
                 qPrintable(words::copyOf(seen.told(), {}).alert));
        QCOMPARE(seen.assessment.touched.sitesWatched, expected.sitesWatched);
    }

    void whoWasTakenOffWhileSilentIsToldOfUntilThen() {
        for (const auto& after : {withoutMinistry(), ministryOff()}) {
            const Told2 seen(whole(), after, "mfa-http 900-; kcna-http 905-950");
            QCOMPARE(seen.incidents.size(), std::size_t(1));
            QVERIFY(seen.incidents[0].over());
            QCOMPARE(seen.incidents[0].cutAt, std::optional(minute(1000)));
            const QString brief = words::copyOf(seen.told(), {}).brief;
            QVERIFY2(brief.contains(text("Foreign Ministry was no longer watched from 1:40 a.m. on Friday")),
                     qPrintable(brief));
            QVERIFY2(brief.contains(text("The other one answered again between 12:48 and 12:51 a.m. on Friday")),
                     qPrintable(brief));
            const QString korean = words::copyOf(seen.told(), {.language = words::CopyLanguage::Korean}).brief;
            QVERIFY2(korean.contains(text("관측 대상에서 빠졌다. 나머지 하나가 다시 응답한 것은 3월 6일(금)")),
                     qPrintable(korean));
        }
    }

    void theOthersThatAnsweredAgainAreAll() {
        const Told2 seen(whole(), withoutMinistry(), "mfa-http 900-; kcna-http 905-950; naenara-http 905-950");
        const QString brief = words::copyOf(seen.told(), {}).brief;
        QVERIFY2(brief.contains(text("The others answered again between 12:48 and 12:51 a.m. on Friday")),
                 qPrintable(brief));
        const QString korean = words::copyOf(seen.told(), {.language = words::CopyLanguage::Korean}).brief;
        QVERIFY2(korean.contains(text("나머지가 모두 다시 응답한 것은 3월 6일(금)")), qPrintable(korean));
    }

    void aSecondLookIsNoOtherOne() {
        const auto guarded = [](Watchlist list, const char* version) {
            const Watchlist all = storyWatchlist();
            list.targets.push_back(*all.findByName("sentinel-kcna-http"));
            return numbered(std::move(list), version);
        };
        const Told2 seen(guarded(whole(), "guarded"), guarded(withoutMinistry(), "guarded, without the ministry"),
                         "mfa-http 900-; kcna-http 905-950; sentinel-kcna-http 905-950");
        QCOMPARE(seen.incidents[0].members.size(), std::size_t(3));
        const QString brief = words::copyOf(seen.told(), {}).brief;
        QVERIFY2(brief.contains(text("The other one answered again")), qPrintable(brief));
        const QString korean = words::copyOf(seen.told(), {.language = words::CopyLanguage::Korean}).brief;
        QVERIFY2(korean.contains(text("나머지 하나가 다시 응답한 것은")), qPrintable(korean));
    }

    void whoWasTakenOffIsToldOfWhileOthersAreSilent() {
        const Told2 seen(whole(), withoutMinistry(), "mfa-http 900-; kcna-http 905-");
        QCOMPARE(seen.incidents.size(), std::size_t(1));
        QVERIFY(!seen.incidents[0].over());
        QCOMPARE(seen.title(), text("KCNA does not answer"));
        const words::Copy copy = words::copyOf(seen.told(), {});
        for (const QString& each : {copy.brief, copy.full})
            QVERIFY2(each.contains(text("Foreign Ministry was no longer watched from 1:40 a.m.")), qPrintable(each));
        const words::Copy korean = words::copyOf(seen.told(), {.language = words::CopyLanguage::Korean});
        for (const QString& each : {korean.brief, korean.full})
            QVERIFY2(each.contains(text("관측 대상에서 빠졌다.")), qPrintable(each));
    }

    // It is as long as those saw it who stayed on the list.
    void whoIsTakenOffShortensNobody() {
        const Told2 seen(whole(), withoutMinistry(), "mfa-http 900-; kcna-http 905-1100; naenara-http 905-1100");
        QCOMPARE(seen.incidents.size(), std::size_t(1));
        const Incident& incident = seen.incidents[0];
        QCOMPARE(incident.cutAt, std::optional(minute(1000)));
        QCOMPARE(incident.end(seen.asOf), minute(1100));
        QCOMPARE(incident.lengths.atLeastOne, std::chrono::milliseconds(198min - 10s));
        QCOMPARE(incident.lengths.untilSteady, std::chrono::milliseconds(198min - 10s));
    }

    // That another host answers ends no silence of the one before.
    void whoIsAnotherFromThenOnIsToldOfUntilThen() {
        Watchlist elsewhere = whole();
        for (Target& target : elsewhere.targets)
            if (target.name == "mfa-http")
                target.probe = HttpOptions{"https://moved.example.kp/", {}};
        elsewhere.setJson("the ministry elsewhere");
        const Told2 seen(whole(), elsewhere, "mfa-http 900-960? z960-1010");
        QCOMPARE(seen.incidents.size(), std::size_t(1));
        QVERIFY(!seen.incidents[0].ended);
        QCOMPARE(seen.incidents[0].cutAt, std::optional(minute(1000)));
    }

    void whoCameMeanwhileCountsFromItsFirstAnswer() {
        const Told2 seen(withoutMinistry(), whole(),
                         "kcna-http 900-1100; naenara-http 900-1100; airkoryo-http 900-1100; mfa-http z0-1000 "
                         "n1000-1099");
        QCOMPARE(seen.title(), text("None of the three sites answered"));
        QCOMPARE(seen.assessment.scope, Scope::AllSites);
        QCOMPARE(seen.incidents[0].lengths.noneAnswered, std::optional(std::chrono::milliseconds(199min)));
    }

    void whoWasTakenOffWhileAllWereSilentMakesNoThreeOfFour() {
        const Told2 seen(whole(), withoutMinistry(),
                         "kcna-http 900-; naenara-http 901-; airkoryo-http 902-; mfa-http 903-");
        const QString alert = words::copyOf(seen.told(), {}).alert;
        QVERIFY2(seen.title().startsWith(text("None of the three sites")), qPrintable(seen.title()));
        QVERIFY2(alert.startsWith(text("None of 3")), qPrintable(alert));
    }

    void aTimeThatIsOverHasTheLanesOfThen() {
        for (const auto& today : {withoutMinistry(), ministryOff()}) {
            const WatchedThen then(today, {{minute(0), whole()}, {minute(1000), today}});
            const auto isAsked = [&](TimeRange range) {
                const Watchlist list = then.over(range, minute(2000));
                return list.findByName("mfa-http")->enabled;
            };
            QVERIFY(isAsked({minute(100), minute(200)}));
            QVERIFY(isAsked({minute(900), minute(1100)}));
            QVERIFY(!isAsked({minute(1100), minute(1200)}));
            QVERIFY(!isAsked({minute(900), minute(2000)})); // up to now: what is watched now
        }
    }

    void lanesStandInTheOrderOfThen() {
        Watchlist turned = whole();
        std::ranges::reverse(turned.sites);
        turned.setJson("turned");
        const WatchedThen then(turned, {{minute(0), whole()}, {minute(1000), turned}});
        QCOMPARE(then.over({minute(100), minute(200)}, minute(2000)).sites.front().id, whole().sites.front().id);
        QCOMPARE(then.over({minute(1100), minute(1200)}, minute(2000)).sites.front().id, turned.sites.front().id);
    }

    void whoCameToTheListLaterIsInNoLaneOfBefore() {
        const WatchedThen then(whole(), {{minute(0), withoutMinistry()}, {minute(1000), whole()}});
        const auto isAsked = [&](TimeRange range, UtcTime now) {
            return then.over(range, now).findByName("mfa-http")->enabled;
        };
        QVERIFY(!isAsked({minute(100), minute(200)}, minute(2000)));
        QVERIFY(!isAsked({minute(100), minute(900)}, minute(900))); // as it was drawn at that moment
        QVERIFY(isAsked({minute(900), minute(1100)}, minute(2000)));
        QVERIFY(isAsked({minute(100), minute(2000)}, minute(2000)));
    }

    // One list for all of the record: nobody pays for what did not change.
    void oneListIsToldByItself() {
        const Watchlist list = whole();
        const WatchedThen then(list, {{minute(0), list}, {minute(1000), list}});
        QCOMPARE(then.ever().targets.size(), list.targets.size());
        const auto incidents = incidentsOf({list, lanesOf(list, "kcna-http 100-200"), {}, minute(1440)}, {});
        QVERIFY(&then.of(incidents[0]) == &then.ever());
        QVERIFY(then.leavings(list.targets[0].id).empty());
    }

    // Of a record that never named him, as somebody else's list may.
    void whoWasInNoListIsToldByTodays() {
        const WatchedThen then(whole(), {{minute(0), withoutMinistry()}});
        const auto incidents =
            incidentsOf({then.ever(), lanesOf(then.ever(), "mfa-http 100-200"), {}, minute(1440)}, {});
        QVERIFY(&then.of(incidents.at(0)) == &then.ever());
    }

    // A list in which all stand elsewhere: ids are today's, names decide.
    void namesAndNotPlacesDecideWhoIsMeant() {
        Watchlist turned = whole();
        std::reverse(turned.targets.begin(), turned.targets.end());
        turned = numbered(turned, "turned");
        const Told2 seen(turned, whole(), "kcna-http 100-200");
        QCOMPARE(seen.title(), text("KCNA did not answer"));
        QCOMPARE(seen.told().watchlist.find(seen.incidents[0].members[0].target)->name, std::string("kcna-http"));
    }

  private:
    struct Row {
        const char* what;
        Watchlist (*before)();
        Watchlist (*after)();
        const char* lanes;
        const char* title;
        const char* inAlert;
        int sitesWatched;
    };
    static constexpr const char* three = "kcna-http 100-200; naenara-http 100-200; airkoryo-http 100-200";
    static constexpr const char* late = "kcna-http 100-200; naenara-http 100-200; airkoryo-http 100-200; "
                                        "mfa-http z0-1000";
    const Row rows[9] = {
        {"nothing changed", whole, whole, three, "Three of four sites did not answer", "Three of four", 4},
        {"one that answered was taken off", whole, withoutMinistry, three, "Three of four sites did not answer",
         "Three of four", 4},
        {"one that answered was switched off", whole, ministryOff, three, "Three of four sites did not answer",
         "Three of four", 4},
        {"one was added", withoutMinistry, whole, late, "None of the three sites answered", "None of the three", 3},
        {"one was switched on", ministryOff, whole, late, "None of the three sites answered", "None of the three", 3},
        {"who was silent was taken off", whole, withoutMinistry, "mfa-http 100-200", "Foreign Ministry did not answer",
         "Foreign Ministry", 4},
        {"who was silent was switched off", whole, ministryOff, "mfa-http 100-200", "Foreign Ministry did not answer",
         "Foreign Ministry", 4},
        {"who was silent was added by a clock that was ahead", withoutMinistry, whole, "mfa-http 100-200",
         "Foreign Ministry did not answer", "Foreign Ministry", 4},
        {"who was silent was renamed", whole, renamed, "mfa-http 100-200", "Foreign Ministry did not answer",
         "Foreign Ministry", 4},
    };
};

QTEST_GUILESS_MAIN(TestToldThen)
#include "tst_told_then.moc"
