// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/paint/icons.h"

#include <QtTest>

#include <functional>

using namespace kpwatch;

namespace {

QImage drawn(int px, const std::function<void(QPainter&, const QRectF&)>& paint) {
    QImage image(px, px, QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    paint(painter, QRectF(0, 0, px, px));
    painter.end();
    return image.convertToFormat(QImage::Format_Grayscale8);
}

// All states in one grey, so that only the silhouette is left to tell them apart.
QImage silhouette(int px, Verdict verdict) {
    Theme theme = Theme::light();
    theme.up = theme.degraded = theme.down = theme.unknown = theme.notMonitored = theme.ownLine = QColor(70, 70, 70);
    return drawn(px, [&](QPainter& painter, const QRectF& square) { paintIcon(painter, square, verdict, theme); });
}

int differingPixels(const QImage& one, const QImage& other) {
    int count = 0;
    for (int y = 0; y < one.height(); ++y)
        for (int x = 0; x < one.width(); ++x)
            count += std::abs(qGray(one.pixel(x, y)) - qGray(other.pixel(x, y))) > 48;
    return count;
}

} // namespace

class TestIcons : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void allSilhouettesDifferInGrey_data() {
        QTest::addColumn<int>("px");
        QTest::addColumn<int>("least");
        QTest::newRow("12 px") << 12 << 18;
        QTest::newRow("16 px") << 16 << 30;
        QTest::newRow("40 px") << 40 << 180;
    }
    void allSilhouettesDifferInGrey() {
        QFETCH(int, px);
        QFETCH(int, least);
        for (int one = 0; one <= static_cast<int>(Verdict::NotMonitored); ++one)
            for (int other = 0; other < one; ++other) {
                const int count = differingPixels(silhouette(px, static_cast<Verdict>(one)),
                                                  silhouette(px, static_cast<Verdict>(other)));
                QVERIFY2(count >= least, qPrintable(QStringLiteral("%1 and %2: %3").arg(one).arg(other).arg(count)));
            }
    }

    void theDashAndTheMarkAreDrawn() {
        const QImage blank = drawn(16, [](QPainter&, const QRectF&) {});
        const QImage dash = drawn(
            16, [](QPainter& painter, const QRectF& square) { paintNotApplicable(painter, square, Theme::light()); });
        const QImage mark =
            drawn(16, [](QPainter& painter, const QRectF& square) { paintMark(painter, square, Theme::light()); });
        QVERIFY(differingPixels(blank, dash) > 6);
        QVERIFY(differingPixels(blank, mark) > 20);
    }

    void iconsStayInTheirSquare() {
        for (int verdict = 0; verdict <= static_cast<int>(Verdict::NotMonitored); ++verdict) {
            const QImage image = drawn(60, [&](QPainter& painter, const QRectF&) {
                paintIcon(painter, QRectF(20, 20, 20, 20), static_cast<Verdict>(verdict), Theme::light());
            });
            for (int at = 0; at < 60; ++at)
                for (const int edge : {18, 41})
                    QVERIFY(qGray(image.pixel(at, edge)) == 255 && qGray(image.pixel(edge, at)) == 255);
        }
    }

    void hatchNeverLeavesItsRectangle() {
        const QRectF rect(11, 7, 37, 23);
        const QImage image =
            drawn(64, [&](QPainter& painter, const QRectF&) { paintHatch(painter, rect, Qt::black, 5, 1, true); });
        int inside = 0;
        for (int y = 0; y < 64; ++y)
            for (int x = 0; x < 64; ++x) {
                const bool dark = qGray(image.pixel(x, y)) < 200;
                if (dark)
                    QVERIFY(rect.adjusted(-1, -1, 1, 1).contains(QPointF(x + 0.5, y + 0.5)));
                inside += dark;
            }
        QVERIFY(inside > 100);
    }

    void aHatchWithoutRoomDrawsNothing() {
        const QImage blank = drawn(16, [](QPainter&, const QRectF&) {});
        for (const QRectF& rect : {QRectF(), QRectF(2, 2, 0, 9), QRectF(2, 2, -4, 9)})
            QCOMPARE(drawn(16, [&](QPainter& painter, const QRectF&) { paintHatch(painter, rect, Qt::black, 5, 1); }),
                     blank);
        QCOMPARE(
            drawn(16, [](QPainter& painter, const QRectF& square) { paintHatch(painter, square, Qt::black, 0, 1); }),
            blank);
    }
};

QTEST_MAIN(TestIcons)
#include "tst_icons.moc"
