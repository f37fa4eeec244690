// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/live/sample_record.h"
#include "ui/live/live_page.h"
#include "ui/live/own_line_button.h"
#include "ui/live/response_chart.h"
#include "ui/live/summary_words.h"
#include "ui/live/tile_words.h"

#include <QTest>

using namespace kpwatch;
using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::seconds;

class TileWordsTest : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void tileSaysWhatIsSo_data();
    void tileSaysWhatIsSo();
    void unseenStartIsAtLeast();
    void checkingAgainIsSaidInTheOldState();
    void whatCannotBeAskedIsSwitchedOff();
    void aFailedLastCheckIsNotHiddenByTheAnswerBefore();
    void neverIsSaidOfNobodyWhoAnswered();
    void whoIsKnownIsNotCheckedForTheFirstTime();
    void oldAgeIsStale();
    void lastChangeOfTheFrontPageIsSaid();
    void whileOurLineIsTestedNobodyHasFailed();
    void aChangeInTheFutureIsNone();
    void layersFollowTheLatestCheck_data();
    void layersFollowTheLatestCheck();
    void routesSpeakWhereTheyAreSeen();
    void oneFailedCheckIsNoVerdictOfALayer();
    void summaryIsCompleteInItself();
    void lastModifiedIsRead_data();
    void lastModifiedIsRead();
    void factsNameBothClocks();
    void headlineIsReadyBeforeAnything();
    void ownLineIsNamed_data();
    void ownLineIsNamed();
    void runsBreakWhereNobodyAnswered();
    void bucketHasTwoPointsAtMost();

  private:
    static SiteFacts facts(Verdict state);
};

SiteFacts TileWordsTest::facts(Verdict state) {
    SiteFacts made;
    made.site = sample::watchlist().sites.front();
    made.status = {"kcna", "KCNA", state, sample::ago(2, 13)};
    made.http = sample::live().targets.front();
    made.http->state = state;
    made.watching = Watching::Running;
    made.now = sample::now();
    return made;
}

void TileWordsTest::neverIsSaidOfNobodyWhoAnswered() {
    SiteFacts moved = facts(Verdict::Unknown);
    moved.http->neverAnswered = true;
    moved.http->lastGood = moved.now - minutes{7}; // on the network before
    QCOMPARE(tileWords(moved).detail, QStringLiteral("No answer on this network"));
    QVERIFY(!tileWords(moved).lastGood.isEmpty());
    moved.http->lastGood = moved.now - hours{24 * 8};
    QCOMPARE(tileWords(moved).detail, QStringLiteral("No answer in the last 7 days"));
    moved.http->lastGood.reset();
    QCOMPARE(tileWords(moved).detail, QStringLiteral("Has never answered us"));
    QVERIFY(tileWords(moved).lastGood.isEmpty());
    moved.frontPage = Observation{}; // known from the record alone
    moved.frontPage->startedAt = moved.now - minutes{7};
    QCOMPARE(tileWords(moved).detail, QStringLiteral("No answer on this network"));
}

void TileWordsTest::whatCannotBeAskedIsSwitchedOff() {
    SiteFacts off = facts(Verdict::Unknown);
    off.switchedOff = QStringLiteral("a proxy does not carry pings");
    QCOMPARE(tileWords(off).sentence(), QStringLiteral("Switched off"));
    QCOMPARE(tileWords(off).detail, QStringLiteral("A proxy does not carry pings"));
    QCOMPARE(tileWords(off).icon, Verdict::NotMonitored);
}

void TileWordsTest::tileSaysWhatIsSo_data() {
    QTest::addColumn<int>("state");
    QTest::addColumn<QString>("sentence");
    QTest::addColumn<int>("icon");
    const auto row = [](Verdict state, const char* sentence, Verdict icon) {
        QTest::newRow(name(state).data()) << int(state) << QString::fromUtf8(sentence) << int(icon);
    };
    row(Verdict::Up, "Answering", Verdict::Up);
    row(Verdict::Degraded, "Slow or patchy", Verdict::Degraded);
    row(Verdict::ErrorPage, "Error page", Verdict::ErrorPage);
    row(Verdict::Down, "Not answering 2 h 13 min", Verdict::Down);
    row(Verdict::Unknown, "Can't tell", Verdict::Unknown);
    row(Verdict::BlockedHere, "Blocked on this network", Verdict::BlockedHere);
    row(Verdict::OwnConnectionDown, "Can't tell", Verdict::Unknown); // our own trouble says nothing about them
    row(Verdict::NotMonitored, "Not watching", Verdict::NotMonitored);
}

void TileWordsTest::tileSaysWhatIsSo() {
    QFETCH(int, state);
    QFETCH(QString, sentence);
    QFETCH(int, icon);
    const TileWords said = tileWords(facts(static_cast<Verdict>(state)));
    QCOMPARE(said.sentence(), sentence);
    QCOMPARE(int(said.icon), icon);
    QCOMPARE(said.accessibleName(), QStringLiteral("KCNA, ") + sentence);
    QCOMPARE(said.place, QStringLiteral("www.kcna.kp · 9 s ago"));
}

void TileWordsTest::unseenStartIsAtLeast() {
    SiteFacts down = facts(Verdict::Down);
    down.http->onset = Onset{std::nullopt, sample::ago(2, 13)};
    QCOMPARE(tileWords(down).sentence(), QStringLiteral("Not answering at least 2 h 13 min"));
    down.longStanding = true;
    QCOMPARE(tileWords(down).detail, QStringLiteral("Since %1 (long-standing)").arg(words::dayKst(*down.status.since)));
}

void TileWordsTest::checkingAgainIsSaidInTheOldState() {
    SiteFacts checking = facts(Verdict::Up);
    checking.http->checking = Checking{2, 3};
    const TileWords said = tileWords(checking);
    QCOMPARE(said.sentence(), QStringLiteral("Answering"));
    QCOMPARE(said.detail, QStringLiteral("Checking again, 2 of 3 failed"));
}

void TileWordsTest::aFailedLastCheckIsNotHiddenByTheAnswerBefore() {
    SiteFacts up = facts(Verdict::Up);
    up.http->checking.reset();
    up.http->latency = Micros(121'000);
    up.http->lastCheck = up.http->lastGood = sample::ago(0, 1);
    QCOMPARE(tileWords(up).detail, QStringLiteral("Answered in 121 ms"));
    up.http->lastCheck = sample::ago(0);
    up.http->stage = Stage::Connect;
    up.http->failure = Failure::Timeout;
    QCOMPARE(tileWords(up).detail, QStringLiteral("Last check: no answer to the connection"));
}

void TileWordsTest::oldAgeIsStale() {
    SiteFacts old = facts(Verdict::Up);
    QVERIFY(!tileWords(old).stale);
    old.http->lastCheck = sample::now() - minutes{4};
    QVERIFY(tileWords(old).stale);
    old.watching = Watching::Paused; // nobody expects a check then
    QVERIFY(!tileWords(old).stale);
}

void TileWordsTest::lastModifiedIsRead_data() {
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<QString>("expected");
    QTest::newRow("IMF-fixdate") << QByteArray("Wed, 11 Mar 2026 02:00:00 GMT") << "2026-03-11T02:00:00.000Z";
    QTest::newRow("none") << QByteArray() << QString();
    QTest::newRow("nonsense") << QByteArray("yesterday\x01") << QString();
    QTest::newRow("impossible") << QByteArray("Wed, 41 Mar 2026 02:00:00 GMT") << QString();
}

void TileWordsTest::lastModifiedIsRead() {
    QFETCH(QByteArray, header);
    QFETCH(QString, expected);
    Observation page = sample::frontPage(TargetId{0}, "KCNA");
    std::get<HttpDetail>(page.detail).lastModified = header.toStdString();
    const auto changed = frontPageChanged(page);
    QCOMPARE(changed ? QString::fromStdString(isoUtc(*changed)) : QString(), expected);
}

void TileWordsTest::factsNameBothClocks() {
    SiteFacts down = facts(Verdict::Down);
    down.frontPage = sample::frontPage(TargetId{0}, "KCNA\nfront");
    const std::vector<FactRow> rows = factRows(down);
    const auto find = [&](const char* name) {
        const auto row = std::ranges::find(rows, QString::fromUtf8(name), &FactRow::name);
        return row == rows.end() ? FactRow{} : *row;
    };
    QCOMPARE(find("Our own line").value, QString()); // not known here
    down.ownLine = sample::live().ownLine;
    down.ownLine->state = Verdict::Up;
    down.ownLine->controlsUp = down.ownLine->controls = 6;
    QVERIFY(std::ranges::any_of(factRows(down), [](const FactRow& row) {
        return row.value == QStringLiteral("Working") && row.beneath == QStringLiteral("6 of 6 test addresses answer");
    }));
    QCOMPARE(find("Since").value, QStringLiteral("Thu 12 Mar, 14:33 KST"));
    QCOMPARE(find("Since").beneath, QStringLiteral("05:33 UTC"));
    QCOMPARE(find("Changed").value, QStringLiteral("Wed 11 Mar, 11:00 KST"));
    QCOMPARE(find("Front page").value, QStringLiteral("KCNA front"));
    std::get<HttpDetail>(down.frontPage->detail).lastModified.clear();
    QVERIFY(std::ranges::any_of(
        factRows(down), [](const FactRow& row) { return row.value == QStringLiteral("The server does not say"); }));
}

void TileWordsTest::headlineIsReadyBeforeAnything() {
    const Picture picture;
    const Settings settings;
    QCOMPARE(headlineFor(picture, settings, {}).sentence, QStringLiteral("Ready to watch"));
    QCOMPARE(headlineFor(picture, settings, {}).second, QStringLiteral("Nothing has been sent yet."));
    QCOMPARE(headlineFor(picture, settings, {.recorded = true}).sentence, QStringLiteral("Not watching"));
    QCOMPARE(headlineFor(sample::picture(), settings, {.recorded = true}).sentence,
             QStringLiteral("Three of four sites do not answer"));
}

void TileWordsTest::ownLineIsNamed_data() {
    QTest::addColumn<int>("state");
    QTest::addColumn<int>("watching");
    QTest::addColumn<QString>("sentence");
    const auto row = [](Verdict state, Watching watching, const char* sentence) {
        QTest::newRow(sentence) << int(state) << int(watching) << QString::fromUtf8(sentence);
    };
    row(Verdict::NotMonitored, Watching::NotStarted, "Your connection: not tested");
    row(Verdict::Up, Watching::Running, "Your connection: working");
    row(Verdict::OwnConnectionDown, Watching::Running, "Your connection: not working");
    row(Verdict::Unknown, Watching::Running, "Your connection: can't tell");
    row(Verdict::NotMonitored, Watching::Paused, "Your connection: not watched");
}

void TileWordsTest::ownLineIsNamed() {
    QFETCH(int, state);
    QFETCH(int, watching);
    QFETCH(QString, sentence);
    const OwnLineStatus line{static_cast<Verdict>(state), std::nullopt, 3, 3};
    QCOMPARE(ownLineSentence(line, static_cast<Watching>(watching)), sentence);
}

void TileWordsTest::runsBreakWhereNobodyAnswered() {
    const TimeRange day{sample::now() - hours{24}, sample::now()};
    std::vector<LatencyPoint> points;
    for (int minute = 0; minute < 24 * 60; minute += 2)
        if (minute < 300 || minute > 360)
            points.push_back({day.begin + minutes{minute}, Micros{140000}, Micros{140000}, 1});
    const auto runs = unbrokenRuns(points, day, 268, seconds{120});
    QCOMPARE(runs.size(), std::size_t{2});
    QVERIFY(runs[0].back().x() < 300 * 60);
    QVERIFY(runs[1].front().x() > 360 * 60);
    QCOMPARE(runs[0].front().y(), 140.0);
    QVERIFY(unbrokenRuns({}, day, 268, seconds{120}).empty());
    // Asked every ten seconds today: a record that was made at two minutes is not full of holes for that.
    const TimeRange hour{day.begin, day.begin + hours{1}};
    points.resize(30);
    QCOMPARE(unbrokenRuns(points, hour, 268, seconds{10}).size(), std::size_t{1});
}

void TileWordsTest::bucketHasTwoPointsAtMost() {
    const TimeRange day{sample::now() - hours{24}, sample::now()};
    const std::vector<LatencyPoint> points{{day.begin, Micros{100}, Micros{900}, 7},
                                           {day.begin + minutes{5}, Micros{5}, Micros{5}, 1}};
    const auto runs = unbrokenRuns(points, day, 268, seconds{120});
    QCOMPARE(runs.size(), std::size_t{1});
    QCOMPARE(runs[0].size(), 3);
}

void TileWordsTest::lastChangeOfTheFrontPageIsSaid() {
    SiteFacts known = facts(Verdict::Up);
    known.frontPage = sample::frontPage(known.http->id, "KCNA");
    QCOMPARE(tileWords(known).changed, QStringLiteral("Last changed Wed 11 Mar"));
    std::get<HttpDetail>(known.frontPage->detail).lastModified = "Thu, 12 Mar 2026 04:42:00 GMT";
    QCOMPARE(tileWords(known).changed, QStringLiteral("Last changed 13:42 KST"));
    std::get<HttpDetail>(known.frontPage->detail).lastModified.clear();
    QCOMPARE(tileWords(known).changed, QString());
}

// After a start or a sleep: no check of theirs has failed.
void TileWordsTest::whileOurLineIsTestedNobodyHasFailed() {
    SiteFacts known = facts(Verdict::Unknown);
    known.http->reason = Reason::LineUntested;
    QCOMPARE(tileWords(known).detail, QStringLiteral("Our line and the way there are being tested first"));
    known.http->reason = Reason::NotAnsweredFor;
    QCOMPARE(tileWords(known).detail, QStringLiteral("Failed checks that do not yet say enough"));
}

void TileWordsTest::aChangeInTheFutureIsNone() {
    SiteFacts known = facts(Verdict::Up);
    known.frontPage = sample::frontPage(known.http->id, "KCNA");
    std::get<HttpDetail>(known.frontPage->detail).lastModified = "Fri, 13 Mar 2026 04:42:00 GMT";
    QCOMPARE(tileWords(known).changed, QString());
}

void TileWordsTest::layersFollowTheLatestCheck_data() {
    QTest::addColumn<int>("state");
    QTest::addColumn<int>("stage");
    QTest::addColumn<int>("failure");
    QTest::addColumn<QString>("icons"); // of DNS, TCP, HTTP, mail, route; "-" is a dash
    const auto row = [](const char* name, Verdict state, Stage stage, Failure failure, const char* icons) {
        QTest::newRow(name) << int(state) << int(stage) << int(failure) << QString::fromLatin1(icons);
    };
    row("all well", Verdict::Up, Stage::Done, Failure::None, "degraded up up - -");
    row("slow", Verdict::Degraded, Stage::Done, Failure::None, "degraded degraded degraded - -");
    row("error page", Verdict::ErrorPage, Stage::Done, Failure::None, "degraded up error-page - -");
    row("no connection", Verdict::Down, Stage::Connect, Failure::Timeout, "degraded down - - -");
    row("no page", Verdict::Down, Stage::Exchange, Failure::Timeout, "degraded up down - -");
    row("no address", Verdict::Down, Stage::Resolve, Failure::NoSuchName, "degraded - - - -");
    row("blocked", Verdict::BlockedHere, Stage::Exchange, Failure::Blocked, "degraded up blocked-here - -");
    row("our own line", Verdict::OwnConnectionDown, Stage::Connect, Failure::Timeout, "degraded unknown unknown - -");
    row("paused", Verdict::NotMonitored, Stage::Done, Failure::None, "degraded not-monitored not-monitored - -");
}

void TileWordsTest::layersFollowTheLatestCheck() {
    QFETCH(int, state);
    QFETCH(int, stage);
    QFETCH(int, failure);
    QFETCH(QString, icons);
    SiteFacts known = facts(static_cast<Verdict>(state));
    known.http->stage = static_cast<Stage>(stage);
    known.http->failure = static_cast<Failure>(failure);
    known.nameServers = GroupStatus{"name-servers", Verdict::Degraded, {}, 1, 2};
    QStringList seen;
    for (const LayerChip& chip : tileWords(known).layers)
        seen << (chip.state ? QString::fromUtf8(name(*chip.state).data()) : QStringLiteral("-"));
    QCOMPARE(seen.join(QLatin1Char(' ')), icons);
    QVERIFY(
        tileWords(known).accessibleDescription().contains(QStringLiteral("DNS: 1 of 2 name servers of .kp answer")));
}

void TileWordsTest::whoIsKnownIsNotCheckedForTheFirstTime() {
    SiteFacts waiting = facts(Verdict::Unknown);
    waiting.http->reason = Reason::Stale;
    waiting.http->lastCheck.reset();
    waiting.http->lastKnown.reset();
    QCOMPARE(tileWords(waiting).detail, QStringLiteral("The first check is under way"));
    waiting.http->lastKnown = Verdict::Up;
    waiting.http->lastKnownAt = waiting.now - hours{3};
    QVERIFY2(tileWords(waiting).detail.startsWith(QStringLiteral("Last known: ")),
             qPrintable(tileWords(waiting).detail));
}

void TileWordsTest::routesSpeakWhereTheyAreSeen() {
    SiteFacts known = facts(Verdict::Up);
    QCOMPARE(tileWords(known).layers.back().result, QStringLiteral("routes are not watched"));
    known.routes = {{QStringLiteral("Routes via China"), Verdict::Up, QStringLiteral("Visible")},
                    {QStringLiteral("Routes via Russia"), Verdict::Down, QStringLiteral("Gone")}};
    const LayerChip chip = tileWords(known).layers.back();
    QVERIFY(chip.state == Verdict::Down);
    QCOMPARE(chip.result, QStringLiteral("Routes via China: Visible, Routes via Russia: Gone"));
}

void TileWordsTest::oneFailedCheckIsNoVerdictOfALayer() {
    SiteFacts known = facts(Verdict::Up); // the old state stands while it is being checked again
    known.http->stage = Stage::Connect;
    known.http->failure = Failure::Timeout;
    known.http->checking = Checking{1, 3};
    for (const LayerChip& chip : tileWords(known).layers)
        QVERIFY(chip.state != Verdict::Down);
}

void TileWordsTest::summaryIsCompleteInItself() {
    SummaryFacts said;
    said.headline = {QStringLiteral("One of four sites does not answer"), QStringLiteral("Since 14:33 KST."),
                     Verdict::Down};
    SiteFacts down = facts(Verdict::Down);
    down.http->lastGood = sample::ago(2, 15);
    said.sites = {down};
    said.ownLine = {Verdict::Up, sample::ago(8, 20), 3, 3};
    said.asOf = sample::now();
    const QString text = summaryText(said);
    for (const char* part :
         {"One of four sites does not answer. Since 14:33 KST.",
          "KCNA (www.kcna.kp): Not answering 2 h 13 min, since Thu 12 Mar, 14:33 KST (05:33 UTC), last "
          "answer Thu 12 Mar, 14:31 KST (05:31 UTC).",
          "Our own line works: 3 of 3 test servers elsewhere answer, since Thu 12 Mar, 08:26 KST",
          "As of Thu 12 Mar, 16:46 KST (07:46 UTC)", "nor about a cause"})
        QVERIFY2(text.contains(QString::fromUtf8(part)), qPrintable(text));
    QVERIFY(!text.contains(QStringLiteral("SIMULATED")));
    said.simulated = true;
    QVERIFY(summaryText(said).startsWith(QStringLiteral("SIMULATED")));
}

QTEST_GUILESS_MAIN(TileWordsTest)
#include "tst_tile_words.moc"
