// SPDX-License-Identifier: GPL-3.0-or-later
// What the simulated network does, and when: the plays of `kpwatch demo`. Values.
#pragma once

#include <chrono>
#include <span>
#include <string>
#include <vector>

namespace kpwatch::simulation {

enum class Act {
    Answer,
    Silent,
    ErrorPage,
    BlockPage,   // a web site: what a country's censor answers in its place
    LogInFirst,  // a web site: a hotel's network answers in its place
    LosePackets, // every now and then nothing gets in
    AnswerLate,  // a name server: after a pause
    WrongDate    // a web server among the controls: its clock and ours differ
};

struct Cue {
    std::chrono::seconds at;      // after the beginning, at speed 1
    std::vector<std::string> who; // target or control ids of the demo's watchlist
    Act act;
};

struct Scenario {
    std::string name, title;
    std::vector<Cue> cues;                  // in order; everybody answers at first
    std::chrono::seconds length{};          // then it begins again
    std::vector<std::string> longSilent;    // already for four days
    std::vector<std::string> neverAnswered; // as far back as the record goes
};

std::span<const Scenario> scenarios();
std::string scenarioNames(); // "gradual, abrupt, ..."
// Throws InputError that lists the names there are.
const Scenario& scenario(const std::string& name);

} // namespace kpwatch::simulation
