// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/simulation/scenario.h"

#include "app/errors.h"

#include <algorithm>

namespace kpwatch::simulation {

using namespace std::chrono_literals;

namespace {

const std::vector<std::string> everySite{"kcna", "naenara", "airkoryo", "mfa"};
const std::vector<std::string> everybody{"kcna", "naenara", "airkoryo", "mfa", "ns1", "ns2", "router-a", "router-b"};
const std::vector<std::string> ourLine{"control-1", "control-2", "control-3"};

} // namespace

std::span<const Scenario> scenarios() {
    static const std::vector<Scenario> all{
        {"gradual",
         "one after another, then all back",
         {{45s, {"naenara"}, Act::ErrorPage},
          {90s, {"naenara"}, Act::Silent},
          {120s, {"mfa"}, Act::Silent},
          {150s, {"kcna", "airkoryo"}, Act::Silent},
          {200s, {"ns1", "ns2"}, Act::Silent},
          {240s, {"router-a", "router-b"}, Act::Silent},
          {480s, everybody, Act::Answer}},
         600s},
        {"abrupt", "everything at once", {{60s, everybody, Act::Silent}, {300s, everybody, Act::Answer}}, 420s},
        {"one-site", "Air Koryo alone", {{45s, {"airkoryo"}, Act::Silent}, {300s, {"airkoryo"}, Act::Answer}}, 420s},
        {"error-page", "KCNA shows an error", {{45s, {"kcna"}, Act::ErrorPage}, {240s, {"kcna"}, Act::Answer}}, 360s},
        {"own-line",
         "our own line fails, and with it everything",
         {{60s, everybody, Act::Silent},
          {60s, ourLine, Act::Silent},
          {240s, ourLine, Act::Answer},
          {240s, everybody, Act::Answer}},
         360s},
        {"quiet", "everybody answers", {{1s, everySite, Act::Answer}}, 600s},
    };
    return all;
}

const Scenario& scenario(const std::string& name) {
    const std::span<const Scenario> all = scenarios();
    const auto found = std::find_if(all.begin(), all.end(), [&](const Scenario& s) { return s.name == name; });
    if (found != all.end())
        return *found;
    std::string names;
    for (const Scenario& s : all)
        names += (names.empty() ? "" : ", ") + s.name;
    throw InputError("there is no demo scenario '" + name + "': choose one of " + names);
}

} // namespace kpwatch::simulation
