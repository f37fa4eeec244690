// SPDX-License-Identifier: GPL-3.0-or-later
// The page of public sources: all off at first, what each learns is said before it is switched on, and only what is
// well-formed is kept.
#include "app/words/sources.h"
#include "app/words/words.h"
#include "probes/outside/clauses.h"
#include "ui/settings/keychain.h"
#include "ui/settings/sources_dialog.h"
#include "ui/translation.h"

#include <QCheckBox>
#include <QGroupBox>
#include <QLabel>
#include <QLineEdit>
#include <QTest>

using namespace kpwatch;
using namespace std::chrono_literals;

namespace {

struct Kept {
    int times = 0;
    Sources sources;
    Tokens tokens;
};

SourcesDialogOptions options(Kept& kept, std::vector<SourceStatus> statuses = {}) {
    SourcesDialogOptions made;
    made.statuses = [statuses = std::move(statuses)] { return statuses; };
    made.keep = [&kept](const Sources& sources, const Tokens& tokens) {
        ++kept.times;
        kept.sources = sources;
        kept.tokens = tokens;
    };
    return made;
}

QString allText(const QWidget& widget) {
    QStringList all;
    for (const QLabel* const label : widget.findChildren<QLabel*>())
        all << label->text();
    return all.join(QLatin1Char('\n'));
}

} // namespace

class SourcesDialogTest : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void allAreOffAtFirst() {
        Kept kept;
        SourcesDialog dialog(options(kept));
        const auto boxes = dialog.findChildren<QCheckBox*>();
        QCOMPARE(boxes.size(), static_cast<qsizetype>(std::size(sourceNames)));
        for (const QCheckBox* const box : boxes)
            QVERIFY(!box->isChecked());
        dialog.accept();
        QCOMPARE(kept.times, 1);
        QVERIFY(kept.sources == Sources());
    }

    void eachSaysWhatItLearnsAndWhomToThank() {
        Kept kept;
        const SourcesDialog dialog(options(kept));
        const QString said = allText(dialog);
        for (const char* const source : {"ripe-ris", globalpingSource, iodaSource, atlasSource, radarSource}) {
            QVERIFY(said.contains(words::sourceWords(source).learns));
            QVERIFY(said.contains(words::attribution(source)));
        }
        QVERIFY(said.contains(QStringLiteral("non-commercial")));
        QVERIFY(said.contains(QStringLiteral("No keychain was found")));
    }

    void whatIsChosenIsKept() {
        Kept kept;
        SourcesDialog dialog(options(kept));
        dialog.findChild<QCheckBox*>(QStringLiteral("globalping"))->setChecked(true);
        dialog.findChild<QLineEdit*>(QStringLiteral("globalping-base-0"))
            ->setText(QStringLiteral("http://127.0.0.1:9/"));
        dialog.findChild<QLineEdit*>(QStringLiteral("measurements"))->setText(QStringLiteral("1823330, 1823331"));
        dialog.findChild<QLineEdit*>(QStringLiteral("token-radar"))->setText(QStringLiteral(" secret "));
        dialog.accept();
        QVERIFY(kept.sources.globalping && !kept.sources.ioda);
        QCOMPARE(kept.sources.globalpingAt, std::string("http://127.0.0.1:9"));
        QVERIFY(kept.sources.atlasMeasurements == (std::vector<std::int64_t>{1823330, 1823331}));
        QCOMPARE(kept.tokens[radarSource], std::string("secret"));
    }

    void whatIsNotWellFormedIsSaidAndNotKept_data() {
        QTest::addColumn<QString>("field");
        QTest::addColumn<QString>("text");
        QTest::newRow("a word") << "measurements"
                                << "1823330, all";
        QTest::newRow("negative") << "measurements"
                                  << "-1";
        QTest::newRow("too many") << "measurements"
                                  << "1 2 3 4 5 6 7 8 9";
        QTest::newRow("another scheme") << "ioda-base-0"
                                        << "file:///etc/passwd";
    }
    void whatIsNotWellFormedIsSaidAndNotKept() {
        QFETCH(QString, field);
        QFETCH(QString, text);
        Kept kept;
        SourcesDialog dialog(options(kept));
        dialog.findChild<QLineEdit*>(field)->setText(text);
        dialog.accept();
        QCOMPARE(kept.times, 0);
        QVERIFY(!dialog.findChild<QLabel*>(QStringLiteral("said"))->text().isEmpty());
    }

    void howASourceDoesIsShownInWords() {
        Kept kept;
        SourceStatus status{.source = iodaSource, .troubleSince = utcNow() - 5min, .trouble = "answered with HTTP 502"};
        status.askedLastDay = 20;
        status.mostADay = 320;
        status.leftAloneUntil = utcNow() + 10min;
        const UtcTime now = utcNow();
        status.hour = AskedInHour{{now - 90min, now - 50min, now - 20min}, 200};
        const SourcesDialog dialog(options(kept, {status}));
        const QString state = dialog.findChild<QLabel*>(QStringLiteral("state-ioda"))->text();
        QVERIFY2(state.contains(QStringLiteral("HTTP 502")) && state.contains(QStringLiteral("left alone until")) &&
                     state.contains(QStringLiteral("300 are left")),
                 qPrintable(state));
        QVERIFY2(state.contains(QStringLiteral("In the last hour 2 times; at most 200, so 198 are left.")),
                 qPrintable(state));
        QVERIFY(words::sourceBudget(status, now + 30min).contains(QStringLiteral("In the last hour 1 "))); // as of then
        QVERIFY(
            !words::sourceBudget(status, now + 40min).contains(QStringLiteral("last hour"))); // nothing of it counts
        QCOMPARE(dialog.findChild<QLabel*>(QStringLiteral("state-radar"))->text(),
                 QStringLiteral("Not being asked. At most 10 questions an hour and 100 a day."));
    }

    void whoWasAskedBeforeARestartIsNotCalledUnasked() {
        SourceStatus status{.source = iodaSource};
        QCOMPARE(words::sourceState(status, utcNow()), QStringLiteral("not asked yet"));
        status.askedLastDay = 2;
        QCOMPARE(words::sourceState(status, utcNow()), QStringLiteral("not asked again yet"));
    }

    void whoIsStaleTurnsOnHowOftenItIsAsked() {
        const UtcTime now = utcNow();
        SourceStatus status{.source = "ripe-ris", .lastTold = now - 2h};
        QCOMPARE(words::sourceState(status, now), QStringLiteral("stale, last answer 2 h ago"));
        status.source = globalpingSource;
        QCOMPARE(words::sourceState(status, now), QStringLiteral("last answer 2 h ago"));
    }

    void eachClauseOfOursIsSaidInKorean() {
        const auto isHangul = [](QChar letter) { return letter.script() == QChar::Script_Hangul; };
        speak(QStringLiteral("ko"));
        for (const std::string_view clause : clauses::all) {
            const QString said = words::sourceTrouble(clauses::filled(clause, "17", "32"));
            QVERIFY2(std::any_of(said.begin(), said.end(), isHangul) || clause == clauses::stream, qPrintable(said));
            QVERIFY2(!said.contains(QStringLiteral("“")), qPrintable(said)); // as words of somebody else's
            QCOMPARE(said.contains(QStringLiteral("17")), clause.find("%1") != std::string_view::npos);
            QCOMPARE(said.contains(QStringLiteral("32")), clause.find("%2") != std::string_view::npos);
        }
        const QString inner = words::sourceTrouble(clauses::filled(clauses::httpStatus, "502"));
        QVERIFY(words::sourceTrouble(clauses::filled(clauses::stream, "answered with HTTP 502")).contains(inner));
        QVERIFY(words::sourceTrouble("We are moving house.").contains(QStringLiteral("“We are moving house.”")));
    }
    void cleanup() { speak(QStringLiteral("en")); }

    void streamThatIsAwayIsSaid() {
        Kept kept;
        const SourceStatus status{.source = "ripe-ris",
                                  .lastTold = utcNow() - 1min,
                                  .trouble = clauses::filled(clauses::stream, clauses::broken)};
        const SourcesDialog dialog(options(kept, {status}));
        const QString state = dialog.findChild<QLabel*>(QStringLiteral("state-ripe"))->text();
        QVERIFY2(state.startsWith(QStringLiteral("Last answer")) &&
                     state.contains(QStringLiteral("no live changes: RIS Live: the connection broke")),
                 qPrintable(state));
    }

    void whereNobodyKeepsSecretsATokenIsNotKept() {
        if (keepsSecrets())
            QSKIP("this desktop has a secret service; a test does not write into it");
        QVERIFY(!keepToken("cloudflare-radar", "secret"));
        QVERIFY(keptTokens({.radar = true}).empty());
    }
};

QTEST_MAIN(SourcesDialogTest)
#include "tst_sources_dialog.moc"
