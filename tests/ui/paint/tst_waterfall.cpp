// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/paint/waterfall.h"

#include <QImage>
#include <QtTest>

using namespace kpwatch;
using namespace std::chrono_literals;
using End = WaterfallPhase::End;

namespace {

Target web(const char* url) {
    Target target;
    target.probe = HttpOptions{url, {}};
    return target;
}

Observation answered() {
    Observation check;
    check.reached = Stage::Done;
    check.failure = Failure::None;
    check.phases = {{}, 100ms, 250ms, 600ms};
    check.elapsed = 800ms;
    return check;
}

Observation silentAt(Stage stage) {
    Observation check;
    check.reached = stage;
    check.failure = Failure::Timeout;
    check.elapsed = 10s;
    if (stage > Stage::Connect)
        check.phases.connect = 120ms;
    return check;
}

std::vector<End> ends(const Waterfall& waterfall) {
    std::vector<End> result;
    for (const WaterfallPhase& phase : waterfall.phases)
        result.push_back(phase.how);
    return result;
}

QImage painted(const Waterfall& waterfall, const Theme& theme) {
    QImage image(500, static_cast<int>(waterfallHeight(waterfall)), QImage::Format_RGB32);
    image.fill(theme.surface);
    QPainter painter(&image);
    paintWaterfall(painter, QRectF(image.rect()), waterfall, theme);
    return image;
}

int pixels(const QImage& image, const QColor& colour, const QRect& where) {
    int count = 0;
    for (int y = where.top(); y <= where.bottom(); ++y)
        for (int x = where.left(); x <= where.right(); ++x)
            count += image.pixelColor(x, y) == colour ? 1 : 0;
    return count;
}

} // namespace

class TestWaterfall : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void initTestCase() { installFonts(); }

    void phasesFollowEachOtherWithoutOverlap() {
        const Waterfall waterfall = waterfallOf(web("https://x.kp/"), answered(), {});
        const std::vector<WaterfallPhase> expected{{QStringLiteral("Connection"), 0us, 100ms},
                                                   {QStringLiteral("Encryption"), 100ms, 250ms},
                                                   {QStringLiteral("First byte"), 250ms, 600ms},
                                                   {QStringLiteral("The rest"), 600ms, 800ms}};
        QVERIFY(waterfall.phases == expected);
        QCOMPARE(waterfallInWords(waterfall),
                 QStringLiteral("Connection 100 ms. Encryption 150 ms. First byte 350 ms. The rest 200 ms."));
    }

    void whatWasNotAskedHasNoRow() {
        QCOMPARE(waterfallOf(web("http://x.kp/"), answered(), {}).phases.size(), std::size_t{3});
        Observation lookedUp = answered();
        lookedUp.phases.resolve = 40ms;
        QCOMPARE(waterfallOf(web("http://x.kp/"), lookedUp, {}).phases.front().name, QStringLiteral("Name"));
        Target ping;
        ping.probe = PingOptions{"10.0.0.1"};
        QVERIFY(waterfallOf(ping, answered(), {}).phases.empty());
        QCOMPARE(waterfallHeight(waterfallOf(ping, answered(), {})), 0.0);
    }

    void theWaitIsInVainWhereTheCheckEnded_data() {
        QTest::addColumn<Stage>("stage");
        QTest::addColumn<std::vector<End>>("expected");
        const End good = End::Reached, vain = End::InVain, never = End::NotReached;
        QTest::newRow("name") << Stage::Resolve << std::vector{vain, never, never, never, never};
        QTest::newRow("connect") << Stage::Connect << std::vector{vain, never, never, never};
        QTest::newRow("tls") << Stage::Tls << std::vector{good, vain, never, never};
    }
    void theWaitIsInVainWhereTheCheckEnded() {
        QFETCH(Stage, stage);
        QFETCH(std::vector<End>, expected);
        const Waterfall waterfall = waterfallOf(web("https://x.kp/"), silentAt(stage), {});
        QVERIFY(ends(waterfall) == expected);
        QVERIFY(waterfallInWords(waterfall).contains(QStringLiteral("in vain")));
    }

    void theUsualHandshakeIsMarkedWhereTheConnectionWas() {
        Observation lookedUp = answered();
        lookedUp.phases = {40ms, 140ms, {}, 600ms};
        const Waterfall waterfall = waterfallOf(web("http://x.kp/"), lookedUp, 90ms);
        QVERIFY(waterfall.phases[1].usual == std::optional<Micros>(130ms));
        QVERIFY(!waterfall.phases[0].usual && !waterfall.phases[2].usual);
    }

    void barsLieWhereTheTimeSays_data() {
        QTest::addColumn<bool>("dark");
        QTest::newRow("light") << false;
        QTest::newRow("dark") << true;
    }
    void barsLieWhereTheTimeSays() {
        QFETCH(bool, dark);
        const Theme& theme = dark ? Theme::night() : Theme::light();
        Observation check = answered();
        check.phases = {{}, 400ms, {}, 600ms};
        const QImage image = painted(waterfallOf(web("http://x.kp/"), check, {}), theme);
        // The plot is what the names (110) and the values (104) leave; 400 of 800 ms is its first half.
        constexpr int left = 110, right = 500 - 104, middle = (left + right) / 2, row = 12;
        QVERIFY(pixels(image, theme.up, {left + 4, row, middle - left - 8, 1}) >= middle - left - 10);
        QCOMPARE(pixels(image, theme.up, {middle + 4, row, right - middle - 8, 1}), 0);
    }

    void waitingInVainIsNeverDrawnAsAnswerNorAsDown() {
        for (const Theme* theme : {&Theme::light(), &Theme::night()}) {
            const QImage image = painted(waterfallOf(web("http://x.kp/"), silentAt(Stage::Connect), {}), *theme);
            QCOMPARE(pixels(image, theme->up, image.rect()), 0);
            QCOMPARE(pixels(image, theme->down, image.rect()), 0);
            QVERIFY(pixels(image, theme->surface2, image.rect()) > 500);
        }
    }

    void strangeTimesStayInThePicture() {
        Observation check = answered();
        check.phases = {{}, 900ms, {}, 600ms}; // longer than the whole, and backwards
        for (const WaterfallPhase& phase : waterfallOf(web("http://x.kp/"), check, 5s).phases)
            QVERIFY(phase.begin <= phase.end && phase.end <= check.elapsed);
        check.elapsed = 0us;
        painted(waterfallOf(web("http://x.kp/"), check, {}), Theme::light());
    }
};

QTEST_MAIN(TestWaterfall)
#include "tst_waterfall.moc"
