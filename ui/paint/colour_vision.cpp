// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/paint/colour_vision.h"

#include <algorithm>
#include <cmath>

namespace kpwatch {

namespace {

// Machado, Oliveira, Fernandes: A Physiologically-based Model for Simulation of Color Vision Deficiency (2009), table
// 1, severity 1.0. Grey is relative luminance (WCAG 2.x) in all three.
constexpr EyeMatrix full{{{1, 0, 0}, {0, 1, 0}, {0, 0, 1}}};
constexpr EyeMatrix grey{{{0.2126, 0.7152, 0.0722}, {0.2126, 0.7152, 0.0722}, {0.2126, 0.7152, 0.0722}}};
constexpr EyeMatrix protan{
    {{0.152286, 1.052583, -0.204868}, {0.114503, 0.786281, 0.099216}, {-0.003882, -0.048116, 1.051998}}};
constexpr EyeMatrix deutan{
    {{0.367322, 0.860646, -0.227968}, {0.280085, 0.672501, 0.047413}, {-0.011820, 0.042940, 0.968881}}};
constexpr EyeMatrix tritan{
    {{1.255528, -0.076749, -0.178779}, {-0.078411, 0.930809, 0.147602}, {0.004733, 0.691367, 0.303900}}};

constexpr int steps = 256, fine = 4096;

// IEC 61966-2-1, from a byte to a share of the light and back.
std::array<double, steps> lightOfBytes() {
    std::array<double, steps> light{};
    for (int byte = 0; byte < steps; ++byte) {
        const double share = byte / 255.0;
        light.at(static_cast<std::size_t>(byte)) =
            share <= 0.04045 ? share / 12.92 : std::pow((share + 0.055) / 1.055, 2.4);
    }
    return light;
}

std::array<int, fine + 1> bytesOfLight() {
    std::array<int, fine + 1> bytes{};
    for (int step = 0; step <= fine; ++step) {
        const double light = static_cast<double>(step) / fine;
        const double share = light <= 0.0031308 ? light * 12.92 : 1.055 * std::pow(light, 1 / 2.4) - 0.055;
        bytes.at(static_cast<std::size_t>(step)) = static_cast<int>(std::lround(share * 255));
    }
    return bytes;
}

} // namespace

const EyeMatrix& matrixOf(Eye eye) {
    switch (eye) {
    case Eye::All:
        return full;
    case Eye::Grey:
        return grey;
    case Eye::Protan:
        return protan;
    case Eye::Deutan:
        return deutan;
    case Eye::Tritan:
        return tritan;
    }
    return full;
}

QImage asSeen(const QImage& picture, Eye eye) {
    if (eye == Eye::All)
        return picture;
    static const std::array<double, steps> light = lightOfBytes();
    static const std::array<int, fine + 1> bytes = bytesOfLight();
    const EyeMatrix& matrix = matrixOf(eye);
    QImage seen = picture.convertToFormat(QImage::Format_RGB32);
    for (int y = 0; y < seen.height(); ++y) {
        auto* const line = reinterpret_cast<QRgb*>(seen.scanLine(y)); // of Format_RGB32, which has four bytes a pixel
        for (int x = 0; x < seen.width(); ++x) {
            const std::array<double, 3> from{light.at(static_cast<std::size_t>(qRed(line[x]))),
                                             light.at(static_cast<std::size_t>(qGreen(line[x]))),
                                             light.at(static_cast<std::size_t>(qBlue(line[x])))};
            std::array<int, 3> to{};
            for (std::size_t row = 0; row < to.size(); ++row) {
                const auto& weights = matrix.at(row);
                const double sum = weights[0] * from[0] + weights[1] * from[1] + weights[2] * from[2];
                to.at(row) = bytes.at(static_cast<std::size_t>(std::lround(std::clamp(sum, 0.0, 1.0) * fine)));
            }
            line[x] = qRgb(to[0], to[1], to[2]);
        }
    }
    return seen;
}

} // namespace kpwatch
