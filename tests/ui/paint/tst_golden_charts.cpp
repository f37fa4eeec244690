// SPDX-License-Identifier: GPL-3.0-or-later
// Charts against pictures of them that somebody has looked at: every shape, theme and kind, and what is hard to draw.
// The pictures lie in golden/ as small ones (tests/support/small_picture.h). The fonts are our own. KPWATCH_GOLDEN=make
// draws them anew: look at each before it is committed. KPWATCH_PICTURES=DIR lays the charts at their full size there.
#include "tests/support/hard_charts.h"
#include "tests/support/small_picture.h"

#include <QDir>
#include <QtTest>

using namespace kpwatch;
using namespace kpwatch::test;
using namespace Qt::StringLiterals;

namespace {

struct Picture {
    QString name, shape, kind;
    bool dark = false;
    Hard (*story)() = withRoutes;
};

QString fileOf(const Picture& picture) {
    return QStringLiteral(KPWATCH_TEST_DATA "/ui/paint/golden/%1.png").arg(picture.name);
}

// A story in all shapes, themes and kinds; the hard ones as lanes, for an article and for a telephone.
std::vector<Picture> pictures() {
    std::vector<Picture> all;
    for (const ChartPreset& preset : ChartPreset::all())
        for (const bool dark : {false, true})
            for (const QString& kind : {u"lanes"_s, u"order"_s, u"response"_s}) {
                const QString shape = QString::fromLatin1(preset.id.data());
                all.push_back({u"%1-%2-%3"_s.arg(shape, kind, dark ? u"dark"_s : u"light"_s), shape, kind, dark});
            }
    for (const auto& [name, story] : hardCases())
        for (const QString& shape : {u"article"_s, u"phone"_s})
            if (story != withRoutes)
                all.push_back({u"hard-%1-%2"_s.arg(QString::fromLatin1(name).replace(u' ', u'-'), shape), shape,
                               u"lanes"_s, shape == u"phone"_s, story});
    return all;
}

Hard storyOf(const Picture& picture) {
    Hard story = picture.story();
    if (picture.kind == u"order"_s)
        asOrder(story);
    if (picture.kind == u"response"_s)
        asResponse(story);
    return story;
}

QImage drawn(const Picture& picture, const Hard& story) {
    const ChartPreset preset = ChartPreset::of(picture.shape.toStdString()).value();
    return chartImage(preset, story.timeline, story.facts, picture.dark ? Theme::printNight() : Theme::print());
}

} // namespace

class TestGoldenCharts : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void initTestCase() { installFonts(); }

    void looksAsItDid_data() {
        QTest::addColumn<int>("number");
        const auto all = pictures();
        for (std::size_t i = 0; i < all.size(); ++i)
            QTest::newRow(qPrintable(all[i].name)) << static_cast<int>(i);
    }
    void looksAsItDid() {
        QFETCH(int, number);
        const Picture picture = pictures()[static_cast<std::size_t>(number)];
        const QImage chart = drawn(picture, storyOf(picture));
        if (const QString folder = qEnvironmentVariable("KPWATCH_PICTURES"); !folder.isEmpty())
            QVERIFY(chart.save(QDir(folder).filePath(picture.name + u".png"_s)));
        if (qEnvironmentVariable("KPWATCH_GOLDEN") == u"make"_s) {
            QVERIFY(small(chart).save(fileOf(picture), "PNG", 0));
            return;
        }
        const QImage golden(fileOf(picture));
        QVERIFY2(!golden.isNull(), qPrintable(fileOf(picture)));
        const double found = differenceOf(small(chart), golden);
        if (found > mostDifference)
            chart.save(QDir::temp().filePath(u"kpwatch-differs-%1.png"_s.arg(picture.name)));
        QVERIFY2(found <= mostDifference, qPrintable(u"differs by %1; drawn now: %2"_s.arg(found).arg(
                                              QDir::temp().filePath(u"kpwatch-differs-%1.png"_s.arg(picture.name)))));
    }

    // That the comparison would see it: each of these is what somebody might break.
    void aSmallChangeIsSeen_data() {
        QTest::addColumn<QString>("change");
        for (const char* const change : {"a longer block", "another minute", "no routes", "another name", "no credit"})
            QTest::newRow(change) << QString::fromLatin1(change);
    }
    void aSmallChangeIsSeen() {
        const Picture picture{u"article-lanes-light"_s, u"article"_s, u"lanes"_s};
        Hard story = withRoutes();
        QFETCH(QString, change);
        Lane& last = story.timeline.lanes[3];
        if (change == u"a longer block"_s) // by a quarter of an hour in twenty
            last.spans[1].range.end = last.spans[2].range.begin = last.spans[2].range.begin + std::chrono::minutes(15);
        else if (change == u"another minute"_s)
            last.spans[1].range.begin = last.spans[0].range.end = last.spans[0].range.end + std::chrono::minutes(7);
        else if (change == u"no routes"_s)
            story.facts.routes = false;
        else if (change == u"another name"_s)
            story.timeline.lanes[1].label = "Rodong";
        else
            story.facts.routeSources = {"ioda"};
        const double found = differenceOf(small(drawn(picture, story)), QImage(fileOf(picture)));
        QVERIFY2(found > mostDifference, qPrintable(QString::number(found)));
    }
};

QTEST_MAIN(TestGoldenCharts)
#include "tst_golden_charts.moc"
