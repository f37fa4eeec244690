// SPDX-License-Identifier: GPL-3.0-or-later
// The headline of a chart of an incident: of its own members, with the hedge of its copy.
#include "app/words/finding.h"
#include "tests/app/words/told.h"

#include <QTest>

using namespace kpwatch;
using namespace kpwatch::test;
using namespace kpwatch::testing;

class TestFinding : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void aFindingIsOfItsIncident_data() {
        QTest::addColumn<std::string>("lanes");
        QTest::addColumn<double>("now");
        QTest::addColumn<int>("which");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char* what, const char* lanes, double now, int which, const char* expected) {
            QTest::newRow(what) << std::string(lanes) << now << which << text(expected);
        };
        const char* const within = "mfa-http 100-6000; kcna-http 5000-5100; naenara-http 5000-5100; airkoryo-http "
                                   "5000-5100";
        row("one site for days, all within its time", within, 6500, 0,
            "Foreign Ministry did not answer for about four days");
        row("all, within the time of one", within, 6500, 1, "None of the four sites answered for about 100 minutes");
        row("name servers", "servers 100-190", 300, 0, "All four name servers did not answer for about 90 minutes");
        row("a hole outside of what they share",
            "kcna-http 100-190; naenara-http 100-120+150-300 z120-150; airkoryo-http 195-300", 400, 0,
            "Three of four sites at one time or another did not answer for at least 85 minutes");
        row("a hole in the shorter one", "kcna-http 100-500; naenara-http 100-120+150-160 z120-150", 600, 0,
            "Two of four sites did not answer for at least 25 minutes, one of them for at least six and a half hours");
        row("each for another time", "kcna-http 100-400; naenara-http 100-160", 600, 0,
            "Two of four sites did not answer for up to about five hours");
        row("none, several times", "sites 100-110 150-160 200-210 250-260", 400, 0,
            "None of the four sites answered for about 40 minutes in all");
        row("beside one that is asked seldom", "sites 100-200; ns1 100~20-214~20", 300, 0,
            "None of the four sites answered for about 100 minutes");
        row("it goes on", "sites 100-", 300, 0,
            "None of the four sites has answered for about three hours and 20 minutes, as of\u00A014:00\u00A0KST");
        row("all are back, a name server is not", "sites 100-190; ns1 100-", 300, 0,
            "None of the four sites answered for about 90 minutes");
        row("all are back, a name server is not, with a hole",
            "kcna-http 100-120+150-190 z120-150; naenara-http 100-190; airkoryo-http 100-190; mfa-http 100-190; ns1 "
            "100-",
            300, 0, "None of the four sites answered for at least 55 minutes");
        row("it goes on, with a hole", "kcna-http 100-120+150- z120-150", 300, 0,
            "KCNA has not answered for at least two and a half hours, as of\u00A014:00\u00A0KST");
    }
    void aFindingIsOfItsIncident() {
        QFETCH(std::string, lanes);
        QFETCH(double, now);
        QFETCH(int, which);
        QFETCH(QString, expected);
        const Told story(lanes, now, {}, static_cast<std::size_t>(which));
        QCOMPARE(words::sentence(words::findingOf(story.told())), expected);
    }

    // A headline has the figure of everything else.
    void minutesAreOneFigure() {
        const Told story("kcna-http 100-105.965", 300);
        QVERIFY(words::sentence(words::findingOf(story.told())).endsWith(text("about five minutes")));
        QVERIFY2(story.copy().alert.endsWith(text("for about 5 min")), qPrintable(story.copy().alert));
        QVERIFY2(story.koreanCopy().alert.contains(text("약 5분간")), qPrintable(story.koreanCopy().alert));
    }
};

QTEST_GUILESS_MAIN(TestFinding)
#include "tst_finding.moc"
