// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/paint/chart_preset.h"

#include "app/words/tr.h"

#include <algorithm>
#include <array>

namespace kpwatch {

namespace {

using words::Tr;

enum Position : std::size_t { Article, Social, Square, Phone };

const std::array<ChartPreset, 4>& presets() {
    static const std::array<ChartPreset, 4> made{ChartPreset{},
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
                                                             .axis = 30,
                                                             .source = 30,
                                                             .smallest = 30,
                                                             .gutter = 0,
                                                             .lane = 72,
                                                             .margin = 56,
                                                             .namesAbove = true}};
    return made;
}

} // namespace

const ChartPreset& ChartPreset::article() { return presets()[Article]; }
const ChartPreset& ChartPreset::social() { return presets()[Social]; }
const ChartPreset& ChartPreset::square() { return presets()[Square]; }
const ChartPreset& ChartPreset::phone() { return presets()[Phone]; }

std::span<const ChartPreset> ChartPreset::all() { return presets(); }

const ChartPreset* ChartPreset::named(std::string_view id) {
    const auto* const found = std::ranges::find(presets(), id, &ChartPreset::id);
    return found == presets().end() ? nullptr : found;
}

QString presetLabel(const ChartPreset& preset) {
    const QString name = preset.id == "social"   ? Tr::tr("Social")
                         : preset.id == "square" ? Tr::tr("Square")
                         : preset.id == "phone"  ? Tr::tr("Phone")
                                                 : Tr::tr("Article");
    return Tr::tr("%1, %2 × %3").arg(name).arg(preset.size.width()).arg(preset.size.height());
}

} // namespace kpwatch
