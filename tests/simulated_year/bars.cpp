// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulated_year/bars.h"

#include <algorithm>
#include <iomanip>
#include <optional>
#include <sstream>

namespace kpwatch::simulated {

namespace {

// Of false downs per target-year, without which an outage is missing that is long enough, and so on.
struct Limits {
    double falseDownsAYear = 0;
    std::optional<int> announcements = 0; // nullopt: there are true ones
    bool findsAll = false;
    bool needsTransit = false; // says nothing without a transit control that may vote
};

Limits limitsOf(Model model) {
    switch (model) {
    case Model::LostChecks:
    case Model::LostPackets:
        return {.falseDownsAYear = 1};
    case Model::OwnLine:
        return {};
    case Model::TransitBursts:
    case Model::TransitBurstsVary:
        return {.falseDownsAYear = 1, .needsTransit = true};
    case Model::EveningChecks:
    case Model::EveningPackets:
        return {.needsTransit = true};
    case Model::Outages:
        return {.announcements = std::nullopt, .findsAll = true};
    case Model::OutagesAndLoss:
        return {.falseDownsAYear = 1, .announcements = std::nullopt, .findsAll = true};
    }
    return {};
}

double aYear(const Reckoning& years) { return years.falseDowns / std::max(years.targetYears, 1e-9); }

std::string number(double value) {
    std::ostringstream text;
    text << std::setprecision(3) << value;
    return text.str();
}

} // namespace

Reckoning together(const Reckoning& one, const Reckoning& other) {
    Reckoning sum = one;
    sum.rows += other.rows;
    sum.targetYears += other.targetYears;
    sum.falseDowns += other.falseDowns;
    sum.transitVoting = std::min(one.transitVoting, other.transitVoting);
    sum.announcements += other.announcements;
    sum.certain += other.certain;
    sum.missed += other.missed;
    sum.others += other.others;
    sum.found += other.found;
    sum.startsOutside += other.startsOutside;
    sum.endsOutside += other.endsOutside;
    const double weight = other.targetYears / std::max(sum.targetYears, 1e-9);
    for (double Reckoning::*const share : {&Reckoning::upShare, &Reckoning::unknownShare, &Reckoning::degradedShare})
        sum.*share += (other.*share - one.*share) * weight;
    return sum;
}

std::vector<std::string> missedBars(const Reckoning& years, const Options& options) {
    const Limits limits = limitsOf(years.model);
    std::vector<std::string> missed;
    const auto expect = [&missed](const std::string& what, double is, double at_most) {
        if (is > at_most)
            missed.push_back(number(is) + " " + what + ", at most " + number(at_most));
    };
    const bool blind = limits.needsTransit && !options.transitControls; // then only what is announced counts
    if (!blind)
        expect("false downs a target-year", aYear(years), limits.falseDownsAYear);
    if (limits.announcements)
        expect("announcements", years.announcements, *limits.announcements);
    if (limits.findsAll)
        expect("outages missed that were long enough", years.missed, 0);
    expect("starts outside their range", years.startsOutside, 0);
    expect("ends outside their range", years.endsOutside, 0);
    if (!options.transitControls) {
        expect("transit controls that vote", years.transitVoting, 0);
        expect("of the time called slow or patchy", years.degradedShare, limits.needsTransit ? 0 : 1);
    } else if (limits.needsTransit && years.transitVoting == 0) {
        missed.emplace_back("no transit control may vote");
    }
    return missed;
}

std::string table(const std::vector<Reckoning>& years, const Options& options) {
    std::ostringstream text;
    const auto column = [&text](int width) -> std::ostream& { return text << std::left << std::setw(width); };
    column(22) << "model";
    for (const char* const title : {"years", "false downs", "a year", "announced", "missed", "outside"})
        column(13) << title;
    text << "bars\n";
    for (const Reckoning& each : years) {
        const std::vector<std::string> missed = missedBars(each, options);
        column(22) << name(each.model);
        column(13) << number(each.targetYears);
        column(13) << each.falseDowns;
        column(13) << number(aYear(each));
        column(13) << each.announcements;
        column(13) << std::to_string(each.missed) + " of " + std::to_string(each.certain);
        column(13) << each.startsOutside + each.endsOutside;
        text << (missed.empty() ? "met" : "MISSED:");
        for (const std::string& bar : missed)
            text << ' ' << bar << ';';
        text << '\n';
    }
    return text.str();
}

} // namespace kpwatch::simulated
