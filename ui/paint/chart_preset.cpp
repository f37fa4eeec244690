// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/paint/chart_preset.h"

#include "app/words/tr.h"

#include <QtMath>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace kpwatch {

namespace {

using words::Tr;

enum Position : std::size_t { Article, Social, Square, Phone, Print };

constexpr int lowestSide = 600, highestSide = 6000, longestShape = 3;

const std::array<ChartPreset, 5>& presets() {
    static const std::array<ChartPreset, 5> made{ChartPreset{},
                                                 ChartPreset{.id = "social",
                                                             .size = {1200, 675},
                                                             .title = 38,
                                                             .sub = 20,
                                                             .label = 20,
                                                             .axis = 16,
                                                             .source = 14,
                                                             .smallest = 14,
                                                             .gutter = 186,
                                                             .lane = 42,
                                                             .margin = 48},
                                                 ChartPreset{.id = "square",
                                                             .size = {1080, 1080},
                                                             .title = 46,
                                                             .sub = 25,
                                                             .label = 25,
                                                             .axis = 19,
                                                             .source = 16,
                                                             .smallest = 16,
                                                             .gutter = 0,
                                                             .lane = 60,
                                                             .margin = 56,
                                                             .namesAbove = true},
                                                 ChartPreset{.id = "phone",
                                                             .size = {1080, 1350},
                                                             .title = 56,
                                                             .sub = 36,
                                                             .label = 36,
                                                             .axis = 31,
                                                             .source = 31,
                                                             .smallest = 31,
                                                             .gutter = 0,
                                                             .lane = 72,
                                                             .margin = 56,
                                                             .namesAbove = true},
                                                 ChartPreset{.id = "print", .enlarged = 1.32875, .dotsPerInch = 300}};
    return made;
}

// The sizes of the shape most like it, as large as both sides allow.
ChartPreset custom(int width, int height) {
    constexpr qreal wide = 1.3, tall = 0.9, leastPx = 12;
    const qreal shape = static_cast<qreal>(width) / height;
    ChartPreset preset = presets()[shape >= wide ? Article : shape >= tall ? Square : Phone];
    const qreal share = std::min(width / preset.size.width(), height / preset.size.height());
    for (qreal ChartPreset::*each : {&ChartPreset::title, &ChartPreset::sub, &ChartPreset::label, &ChartPreset::axis,
                                     &ChartPreset::source, &ChartPreset::smallest})
        preset.*each = std::max(leastPx, std::floor(preset.*each * share));
    for (qreal ChartPreset::*each : {&ChartPreset::gutter, &ChartPreset::lane, &ChartPreset::margin})
        preset.*each *= share;
    preset.id = "custom";
    preset.size = QSizeF(width, height);
    return preset;
}

std::optional<int> sideOf(std::string_view digits) {
    int side = 0;
    const auto [end, failure] = std::from_chars(digits.data(), digits.data() + digits.size(), side);
    const bool whole = failure == std::errc() && end == digits.data() + digits.size();
    return whole && side >= lowestSide && side <= highestSide ? std::optional(side) : std::nullopt;
}

} // namespace

const ChartPreset& ChartPreset::article() { return presets()[Article]; }
const ChartPreset& ChartPreset::social() { return presets()[Social]; }
const ChartPreset& ChartPreset::square() { return presets()[Square]; }
const ChartPreset& ChartPreset::phone() { return presets()[Phone]; }

const ChartPreset& ChartPreset::print() { return presets()[Print]; }

std::span<const ChartPreset> ChartPreset::all() { return presets(); }

const ChartPreset* ChartPreset::named(std::string_view id) {
    const auto* const found = std::ranges::find(presets(), id, &ChartPreset::id);
    return found == presets().end() ? nullptr : found;
}

std::optional<ChartPreset> ChartPreset::of(std::string_view word) {
    if (const ChartPreset* const preset = named(word))
        return *preset;
    const std::size_t cross = word.find('x');
    if (cross == std::string_view::npos)
        return std::nullopt;
    const auto width = sideOf(word.substr(0, cross)), height = sideOf(word.substr(cross + 1));
    if (!width || !height || *width > longestShape * *height || *height > longestShape * *width)
        return std::nullopt;
    return custom(*width, *height);
}

QSize ChartPreset::pixels(qreal scale) const {
    const QSizeF full = size * enlarged * scale;
    return {qCeil(full.width() - 0.01), qCeil(full.height() - 0.01)};
}

QSizeF ChartPreset::millimetres() const {
    constexpr qreal inch = 25.4;
    return size * (enlarged * inch / dotsPerInch);
}

QString presetLabel(const ChartPreset& preset) {
    if (preset.id == "print")
        return Tr::tr("Print, 180 × 101 mm at 300 dots an inch");
    if (preset.id == "custom")
        return Tr::tr("Custom, %1 × %2").arg(preset.size.width()).arg(preset.size.height());
    const QString name = preset.id == "social"   ? Tr::tr("Social")
                         : preset.id == "square" ? Tr::tr("Square")
                         : preset.id == "phone"  ? Tr::tr("Phone")
                                                 : Tr::tr("Article");
    return Tr::tr("%1, %2 × %3").arg(name).arg(preset.size.width()).arg(preset.size.height());
}

} // namespace kpwatch
