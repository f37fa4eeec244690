// SPDX-License-Identifier: GPL-3.0-or-later
// Charts of what is hard to draw, made by hand, and the same as an order and as response times.
#pragma once

#include "ui/paint/chart.h"

#include <utility>
#include <vector>

namespace kpwatch::test {

struct Part {
    Verdict verdict;
    std::chrono::milliseconds length;
};

struct Hard {
    Timeline timeline;
    ChartFacts facts;

    Hard(UtcTime begin, std::chrono::milliseconds length);
    // What is left of the range after the parts answers.
    Lane& add(const std::string& label, std::vector<Part> parts = {});
    void addFour(const std::vector<Part>& parts);
};

const std::vector<Part>& night(); // eight hours of answers, a little more of silence
UtcTime at(const char* text);

Hard longHeadline();
Hard minuteInAYear();
Hard fortyLanes();
Hard acrossMay2018();
Hard oneOfTwo();
Hard cutByAGap();
Hard withRoutes(); // an outage of a night, one site after another, with the routes there
Hard ongoing();

using HardCase = std::pair<const char*, Hard (*)()>;
const std::vector<HardCase>& hardCases(); // all of them, by name

// The same story as an order of who stopped, and as response times of the first lane.
void asOrder(Hard& hard);
void asResponse(Hard& hard);

} // namespace kpwatch::test
