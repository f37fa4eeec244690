// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/story/judgement.h"

#include <algorithm>
#include <array>
#include <set>

namespace kpwatch {

namespace {

constexpr std::array allHands{Hand::Merge, Hand::Split, Hand::Window, Hand::Exclude, Hand::FalseAlarm, Hand::Undo};

bool isBlank(const std::string& text) { return text.find_first_not_of(" \t\r\n") == std::string::npos; }

std::optional<std::string> faultOfHand(const Judgement& judgement) {
    switch (judgement.hand) {
    case Hand::Merge:
        if (judgement.other.empty() || judgement.other == judgement.incident)
            return "it takes another incident to merge this one with";
        break;
    case Hand::Split:
        if (!judgement.from)
            return "it takes the moment at which the second incident begins";
        break;
    case Hand::Window:
        if (!judgement.from || !judgement.to || *judgement.from >= *judgement.to)
            return "a window begins before it ends";
        break;
    case Hand::Exclude:
        if (judgement.other.empty())
            return "it takes a target to exclude";
        break;
    case Hand::FalseAlarm:
        break;
    case Hand::Undo:
        if (judgement.undoes < 1)
            return "it takes the number of what is to be undone";
        break;
    }
    return std::nullopt;
}

} // namespace

std::string_view name(Hand hand) {
    switch (hand) {
    case Hand::Merge:
        return "merge";
    case Hand::Split:
        return "split";
    case Hand::Window:
        return "window";
    case Hand::Exclude:
        return "exclude";
    case Hand::FalseAlarm:
        return "false-alarm";
    case Hand::Undo:
        return "undo";
    }
    return "undo";
}

std::optional<Hand> handNamed(std::string_view wanted) {
    const auto* const found =
        std::find_if(allHands.begin(), allHands.end(), [wanted](Hand hand) { return name(hand) == wanted; });
    return found == allHands.end() ? std::nullopt : std::optional(*found);
}

std::optional<std::string> faultOf(const Judgement& judgement) {
    if (isBlank(judgement.reason))
        return "a judgement needs a reason";
    if (judgement.reason.size() > longestReason)
        return "the reason is longer than " + std::to_string(longestReason) + " bytes";
    return faultOfHand(judgement);
}

// From the last to the first: what undoes may itself have been undone.
std::vector<Judgement> inForce(std::span<const Judgement> said) {
    std::set<std::int64_t> undone;
    std::vector<Judgement> held;
    for (auto each = said.rbegin(); each != said.rend(); ++each) {
        if (undone.contains(each->id))
            continue;
        if (each->hand == Hand::Undo)
            undone.insert(each->undoes);
        else
            held.push_back(*each);
    }
    std::reverse(held.begin(), held.end());
    return held;
}

} // namespace kpwatch
