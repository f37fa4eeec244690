// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/simulation/scenario.h"

#include "app/errors.h"

#include <algorithm>

namespace kpwatch::simulation {

using namespace std::chrono_literals;

namespace {

const std::vector<std::string> everySite{"kcna", "naenara", "airkoryo", "mfa"};
const std::vector<std::string> everybody{"kcna", "naenara", "airkoryo", "mfa", "ns1", "ns2", "router-a", "router-b"};
const std::vector<std::string> ourLine{"line-1", "line-2", "line-3", "line-dns", "line-web-1", "line-web-2"};
const std::vector<std::string> theRoad{"far-1", "far-2", "china-1", "china-2"};
const std::vector<std::string> nobody{"nobody-tcp", "nobody-dns"}; // silent at first

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
          {60s, theRoad, Act::Silent},
          {240s, ourLine, Act::Answer},
          {240s, theRoad, Act::Answer},
          {240s, everybody, Act::Answer}},
         360s},
        {"out-of-sight",
         "everything at once, and then our own line as well",
         {{45s, everybody, Act::Silent},
          {150s, ourLine, Act::Silent},
          {150s, theRoad, Act::Silent},
          {360s, ourLine, Act::Answer},
          {360s, theRoad, Act::Answer},
          {420s, everybody, Act::Answer}},
         540s},
        {"blocked",
         "three sites are blocked on this network",
         {{45s, {"kcna", "naenara", "airkoryo"}, Act::BlockPage}, {300s, everySite, Act::Answer}},
         420s},
        {"transit",
         "the way there fails, our own line works",
         {{60s, everybody, Act::Silent},
          {60s, theRoad, Act::Silent},
          {240s, theRoad, Act::Answer},
          {240s, everybody, Act::Answer}},
         360s},
        {"patchy",
         "slow name servers, and sites that lose packets",
         {{30s, everySite, Act::LosePackets},
          {30s, {"ns1", "ns2"}, Act::AnswerLate},
          {420s, everySite, Act::Answer},
          {420s, {"ns1", "ns2"}, Act::Answer}},
         600s},
        {"portal",
         "a hotel's network wants a log-in first and answers for everybody",
         {{45s, everySite, Act::LogInFirst},
          {45s, nobody, Act::Answer},
          {240s, nobody, Act::Silent},
          {240s, everySite, Act::Answer}},
         360s},
        {"long-standing",
         "one site has been silent for days, another has never answered",
         {{0s, {"mfa", "airkoryo"}, Act::Silent}},
         600s,
         {"mfa"},
         {"airkoryo"}},
        {"clock",
         "the clock of this computer is wrong",
         {{10s, {"line-web-1", "line-web-2"}, Act::WrongDate}},
         600s,
         {},
         {}},
        {"quiet", "everybody answers", {{1s, everySite, Act::Answer}}, 600s},
    };
    return all;
}

std::string scenarioNames() {
    std::string names;
    for (const Scenario& one : scenarios())
        names += (names.empty() ? "" : ", ") + one.name;
    return names;
}

const Scenario& scenario(const std::string& name) {
    const std::span<const Scenario> all = scenarios();
    const auto found = std::find_if(all.begin(), all.end(), [&](const Scenario& s) { return s.name == name; });
    if (found != all.end())
        return *found;
    throw InputError("there is no demo scenario '" + name + "': choose one of " + scenarioNames());
}

} // namespace kpwatch::simulation
