// SPDX-License-Identifier: GPL-3.0-or-later
// Whether two pictures of a chart show the same, however edges are softened: compared small, a quarter of their size in
// each direction. They differ if somewhere in a square of 8 pixels of the small picture, 32 of the chart, the mean of a
// colour is another by more than 12 of 255: a word or a block more, less or elsewhere is far above that, another
// library that softens edges a little otherwise far below.
#pragma once

#include <QImage>

namespace kpwatch::test {

inline constexpr double mostDifference = 12;

// Of 32 steps a colour, so that its file stays small.
QImage small(const QImage& image);
// Of two small ones: the largest difference of a mean colour over a square; infinite if they are not of one size.
double differenceOf(const QImage& one, const QImage& other);

} // namespace kpwatch::test
