// SPDX-License-Identifier: GPL-3.0-or-later
// A picture as others see it: without colour, and without one kind of cone. For previews and for the test that the
// states can be told apart. Any thread.
#pragma once

#include <QImage>

#include <array>

namespace kpwatch {

enum class Eye { All, Grey, Protan, Deutan, Tritan };
inline constexpr std::array eyes{Eye::All, Eye::Grey, Eye::Protan, Eye::Deutan, Eye::Tritan};

// For linear RGB.
using EyeMatrix = std::array<std::array<double, 3>, 3>;
const EyeMatrix& matrixOf(Eye eye);

QImage asSeen(const QImage& picture, Eye eye);

} // namespace kpwatch
