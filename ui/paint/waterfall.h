// SPDX-License-Identifier: GPL-3.0-or-later
// One check phase by phase, as bars one below the other along its time: what took how long, and in which phase we
// waited in vain. Any thread that may paint.
#pragma once

#include "probes/observation.h"
#include "ui/theme.h"

#include <QPainter>
#include <QRectF>
#include <QString>

#include <vector>

namespace kpwatch {

struct WaterfallPhase {
    enum class End {
        Reached,    // it came to its end
        InVain,     // it is where the check ended without an answer
        NotReached, // the check never got there
    };
    QString name; // "Connection"
    Micros begin{0}, end{0};
    End how = End::Reached;
    std::optional<Micros> usual; // its end as it usually is: a mark in its row
    bool operator==(const WaterfallPhase&) const = default;
};

struct Waterfall {
    std::vector<WaterfallPhase> phases; // empty: this kind of check has none (ping, trace)
    Micros length{0};                   // of the whole check
    bool operator==(const Waterfall&) const = default;
};

// `baseline` is the usual handshake at this hour, if one is known.
Waterfall waterfallOf(const Target& target, const Observation& check, std::optional<Micros> baseline);

qreal waterfallHeight(const Waterfall& waterfall); // with its axis
void paintWaterfall(QPainter& painter, const QRectF& rect, const Waterfall& waterfall, const Theme& theme);

// The same in words, for who cannot see it: "Connection 143 ms. First byte 320 ms. Rest not reached."
QString waterfallInWords(const Waterfall& waterfall);

} // namespace kpwatch
