// SPDX-License-Identifier: GPL-3.0-or-later
// Whether the eight states can be told apart by everybody, as they are drawn: lanes, marks of three pixels and icons,
// without colour and as seen without one kind of cone.
#include "ui/paint/colour_vision.h"
#include "ui/paint/icons.h"
#include "ui/paint/lanes.h"

#include <QtTest>

#include <array>
#include <cmath>
#include <span>

using namespace kpwatch;

namespace {

using Matrix = EyeMatrix;
const Matrix& full = matrixOf(Eye::All);
const Matrix& grey = matrixOf(Eye::Grey);
const Matrix& protan = matrixOf(Eye::Protan);
const Matrix& deutan = matrixOf(Eye::Deutan);
const Matrix& tritan = matrixOf(Eye::Tritan);

using Triple = std::array<double, 3>;

double linear(double channel) {
    return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}

// CIE 1976 L*a*b* of what such an eye sees, D65.
Triple labOf(QRgb pixel, const Matrix& eye) {
    const Triple rgb{linear(qRed(pixel) / 255.0), linear(qGreen(pixel) / 255.0), linear(qBlue(pixel) / 255.0)};
    Triple seen{};
    for (std::size_t row = 0; row < 3; ++row)
        seen.at(row) =
            std::clamp(eye.at(row)[0] * rgb[0] + eye.at(row)[1] * rgb[1] + eye.at(row)[2] * rgb[2], 0.0, 1.0);
    const auto f = [](double t) { return t > 216.0 / 24389 ? std::cbrt(t) : (24389.0 / 27 * t + 16) / 116; };
    const double x = f((0.4124 * seen[0] + 0.3576 * seen[1] + 0.1805 * seen[2]) / 0.9505);
    const double y = f(0.2126 * seen[0] + 0.7152 * seen[1] + 0.0722 * seen[2]);
    const double z = f((0.0193 * seen[0] + 0.1192 * seen[1] + 0.9505 * seen[2]) / 1.0891);
    return {116 * y - 16, 500 * (x - y), 200 * (y - z)};
}

double distance(const Triple& one, const Triple& other) {
    return std::hypot(one[0] - other[0], one[1] - other[1], one[2] - other[2]);
}

QImage swatch(QSize size, Verdict verdict, const Theme& theme, bool icon) {
    QImage image(size, QImage::Format_RGB32);
    image.fill(theme.surface);
    QPainter painter(&image);
    const QRectF rect(QPointF(0, 0), QSizeF(size));
    if (icon)
        paintIcon(painter, rect, verdict, theme);
    else
        paintLegendSample(painter, rect, verdict, theme);
    return image;
}

// How much of the swatch is plainly another colour in the other (CIE76 above 20; 2.3 is just noticeable).
double differing(const QImage& one, const QImage& other, const Matrix& eye) {
    int count = 0;
    for (int y = 0; y < one.height(); ++y)
        for (int x = 0; x < one.width(); ++x)
            count += distance(labOf(one.pixel(x, y), eye), labOf(other.pixel(x, y), eye)) > 20 ? 1 : 0;
    return static_cast<double>(count) / (one.width() * one.height());
}

constexpr std::array states{Verdict::Up,      Verdict::Degraded,    Verdict::ErrorPage,         Verdict::Down,
                            Verdict::Unknown, Verdict::BlockedHere, Verdict::OwnConnectionDown, Verdict::NotMonitored};

} // namespace
Q_DECLARE_METATYPE(Matrix)
Q_DECLARE_METATYPE(const Theme*)

class TestColourVision : public QObject {
    Q_OBJECT

    static void eyes() {
        QTest::addColumn<Matrix>("eye");
        QTest::addColumn<const Theme*>("theme");
        const std::pair<const char*, Matrix> every[] = {
            {"all cones", full}, {"deutan", deutan}, {"protan", protan}, {"tritan", tritan}, {"grey", grey}};
        const std::pair<const char*, const Theme*> themes[] = {{"light", &Theme::light()},
                                                               {"night", &Theme::night()},
                                                               {"print", &Theme::print()},
                                                               {"print night", &Theme::printNight()}};
        for (const auto& [name, eye] : every)
            for (const auto& [its, theme] : themes)
                QTest::addRow("%s, %s", name, its) << eye << theme;
    }

    static void allDiffer(std::span<const Verdict> among, QSize size, bool icon, double least) {
        QFETCH(Matrix, eye);
        QFETCH(const Theme*, theme);
        for (const Verdict one : among)
            for (const Verdict other : among) {
                if (other >= one)
                    continue;
                const double share = differing(swatch(size, one, *theme, icon), swatch(size, other, *theme, icon), eye);
                QVERIFY2(share >= least, qPrintable(QStringLiteral("%1 and %2: %3")
                                                        .arg(static_cast<int>(one))
                                                        .arg(static_cast<int>(other))
                                                        .arg(share)));
            }
    }

  private Q_SLOTS:
    void lanesDiffer_data() { eyes(); }
    void lanesDiffer() { allDiffer(states, {60, 22}, false, 0.1); }

    void legendDiffers_data() { eyes(); }
    void legendDiffers() { allDiffer(states, {22, 14}, false, 0.1); }

    void iconsDiffer_data() { eyes(); }
    void iconsDiffer() {
        allDiffer(states, {12, 12}, true, 0.08);
        allDiffer(states, {16, 16}, true, 0.1);
    }

    // Three pixels have no room for a texture: an error page is like slow or patchy there.
    void narrowMarksDiffer_data() { eyes(); }
    void narrowMarksDiffer() {
        constexpr std::array narrow{Verdict::Up,          Verdict::Degraded,    Verdict::Down,
                                    Verdict::Unknown,     Verdict::BlockedHere, Verdict::OwnConnectionDown,
                                    Verdict::NotMonitored};
        allDiffer(narrow, {3, 22}, false, 0.1);
    }
};

QTEST_MAIN(TestColourVision)
#include "tst_colour_vision.moc"
