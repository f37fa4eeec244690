// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/small_picture.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace kpwatch::test {

namespace {

constexpr int square = 8;
constexpr int part = 4;

} // namespace

QImage small(const QImage& image) {
    constexpr int steps = 31, brightest = 255;
    QImage picture = image.scaled(image.size() / part, Qt::IgnoreAspectRatio, Qt::SmoothTransformation)
                         .convertToFormat(QImage::Format_RGB888);
    for (int y = 0; y < picture.height(); ++y) {
        uchar* const line = picture.scanLine(y);
        std::for_each(line, line + std::ptrdiff_t{3} * picture.width(), [](uchar& level) {
            level = static_cast<uchar>((level * steps + brightest / 2) / brightest * brightest / steps);
        });
    }
    return picture;
}

double differenceOf(const QImage& one, const QImage& other) {
    if (one.size() != other.size())
        return std::numeric_limits<double>::infinity();
    double largest = 0;
    for (int top = 0; top + square <= one.height(); top += square / 2)
        for (int left = 0; left + square <= one.width(); left += square / 2) {
            std::array<int, 3> sums{};
            for (int y = top; y < top + square; ++y)
                for (int x = left; x < left + square; ++x) {
                    const QRgb a = one.pixel(x, y), b = other.pixel(x, y);
                    sums[0] += qRed(a) - qRed(b);
                    sums[1] += qGreen(a) - qGreen(b);
                    sums[2] += qBlue(a) - qBlue(b);
                }
            for (const int sum : sums)
                largest = std::max(largest, std::abs(sum) / static_cast<double>(square * square));
        }
    return largest;
}

} // namespace kpwatch::test
