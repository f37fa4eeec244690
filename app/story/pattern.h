// SPDX-License-Identifier: GPL-3.0-or-later
// Which shape the hosts of an incident show: the first row of the table that holds. Included by story/*.cpp only. Pure;
// any thread.
#pragma once

#include "app/story/scene.h"

namespace kpwatch {

struct Shape {
    Pattern pattern = Pattern::Unclear;
    WhyUnclear why = WhyUnclear::NoShape;
};
Shape shapeOf(const Scene& scene, const RouteFinding& routes);

// How far the tests of single rows came, for the evidence.
struct OneSide {
    Via side = Via::Unknown; // the silent one; Unknown if neither is
    std::vector<const Target*> silent, asked, otherAnswering;
};
OneSide oneSideOf(const Scene& scene);
bool shareOneAddress(const Scene& scene);
bool areNameServersOnly(const Scene& scene);
int sitesAnswering(const Scene& scene);
// How many of DN had enough lost or slow checks before, and whether one of them had long enough before.
struct Troubled {
    std::vector<const Target*> targets;
    bool longBefore = false;
};
Troubled troubledOf(const Scene& scene);
// Latest `after` minus earliest `by` of DN: negative if all ranges share a moment; empty if one is not observed.
std::optional<std::chrono::milliseconds> spreadOf(const Scene& scene);

// The pattern, or while that is unclear the one that comes nearest, so that the evidence shows what it lacks.
Pattern nearestPattern(const Scene& scene, const Shape& shape);

Scope scopeOf(const Scene& scene, const RouteFinding& routes);
// For and against a pattern.
std::vector<Evidence> evidenceOf(const Scene& scene, Pattern weighed, const RouteFinding& routes);

} // namespace kpwatch
