// SPDX-License-Identifier: GPL-3.0-or-later
// The plays of the demo, as far as they can be told without playing them.
#include "app/history/history_reader.h"
#include "app/simulation/past.h"
#include "app/simulation/stage.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QtTest>

#include <algorithm>

using namespace kpwatch;
using namespace kpwatch::simulation;
using namespace std::chrono_literals;

namespace {

struct Staged {
    Settings settings;
    Watchlist watchlist;

    explicit Staged(const Scenario& scenario) {
        const simulation::Stage stage(scenario, 1);
        const QJsonObject document = QJsonDocument::fromJson(QByteArray::fromStdString(stage.json())).object();
        const auto part = [&](const char* key) {
            return QJsonDocument(document[QLatin1String(key)].toObject()).toJson().toStdString();
        };
        settings = parseSettings(part("settings"), "settings of the stage");
        watchlist = parseWatchlist(part("watchlist"), "watchlist of the stage", settings);
    }
};

bool holds(const std::vector<Span>& spans, Verdict verdict) {
    return std::ranges::any_of(spans, [=](const Span& span) { return span.verdict == verdict; });
}

// After the invented past nobody watches yet.
Span lastWatched(std::vector<Span> spans) {
    std::erase_if(spans, [](const Span& span) { return span.verdict == Verdict::NotMonitored; });
    return spans.back();
}

} // namespace

class TestStage : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void everyPlayIsGivenToWhoItKnows_data() {
        QTest::addColumn<QString>("name");
        for (const Scenario& one : scenarios())
            QTest::newRow(one.name.c_str()) << QString::fromStdString(one.name);
    }
    void everyPlayIsGivenToWhoItKnows() {
        QFETCH(QString, name);
        const Scenario& play = scenario(name.toStdString());
        const Staged staged(play);
        std::chrono::seconds before{0};
        for (const Cue& cue : play.cues) {
            QVERIFY(cue.at >= before && cue.at < play.length);
            before = cue.at;
            for (const std::string& who : cue.who)
                QVERIFY2(staged.watchlist.findByName(who) != nullptr, who.c_str());
        }
    }

    void everyRingHasItsControls() {
        const Staged staged(scenarios().front());
        for (const Ring ring : {Ring::Line, Ring::LongHaul, Ring::TransitChina, Ring::Negative})
            QVERIFY(std::ranges::count(staged.watchlist.controls, ring, &Control::ring) >= 2);
    }

    void everyPlayIsInTheManual() {
        QFile manual(QStringLiteral(KPWATCH_TEST_DATA) + QStringLiteral("/../resources/manual/terminal.md"));
        QVERIFY(manual.open(QIODevice::ReadOnly));
        const QByteArray text = manual.readAll();
        for (const Scenario& one : scenarios())
            QVERIFY2(text.contains(QByteArray("`") + one.name.c_str() + "`"), one.name.c_str());
        QVERIFY(scenarioNames().starts_with("gradual, abrupt, "));
    }

    void silentForDaysIsNotNeverAnswered() {
        const Staged staged(scenario("long-standing"));
        const QTemporaryDir folder;
        const std::filesystem::path directory = folder.filePath(QStringLiteral("history")).toStdString();
        const UtcTime now = utcNow();
        writePast({.directory = directory, .simulated = true}, staged.watchlist, staged.settings, now,
                  scenario("long-standing"));
        const TargetSpans spans = HistoryReader(directory).spans(staged.watchlist, {now - 24h * 30, now});
        const auto of = [&](const char* slug) { return spans.at(staged.watchlist.findByName(slug)->id); };
        const Span mfa = lastWatched(of("mfa"));
        QCOMPARE(mfa.verdict, Verdict::Down);
        QVERIFY(mfa.onset && mfa.onset->by < now - 72h);
        QCOMPARE(lastWatched(of("airkoryo")).reason, Reason::NeverAnswered);
        QVERIFY(!holds(of("airkoryo"), Verdict::Down));
    }

    // What the demo shows on its time line before its first minute is over.
    void theInventedPastIsJudgedAsItWasInvented() {
        const Staged staged(scenario("quiet"));
        const QTemporaryDir folder;
        const std::filesystem::path directory = folder.filePath(QStringLiteral("history")).toStdString();
        const UtcTime now = utcNow();
        writePast({.directory = directory, .simulated = true}, staged.watchlist, staged.settings, now,
                  scenario("quiet"));
        const HistoryReader reader(directory);
        const TargetSpans spans = reader.spans(staged.watchlist, {now - 24h, now});
        const auto of = [&](const char* slug) { return spans.at(staged.watchlist.findByName(slug)->id); };
        QVERIFY(holds(of("mfa"), Verdict::Down) && holds(of("airkoryo"), Verdict::ErrorPage));
        QVERIFY(!holds(of("kcna"), Verdict::Down) && holds(of("kcna"), Verdict::NotMonitored));
        QVERIFY(holds(spans.at(ownLineId), Verdict::OwnConnectionDown));
        for (const Span& span : of("kcna"))
            QVERIFY(span.reason != Reason::Intercepted && span.reason != Reason::WayThere);
        QCOMPARE(lastWatched(of("kcna")).verdict, Verdict::Up);
    }
};

QTEST_GUILESS_MAIN(TestStage)
#include "tst_stage.moc"
