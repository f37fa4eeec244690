// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/outside/place_answer.h"

namespace kpwatch {

std::string_view name(PlaceSaid said) {
    switch (said) {
    case PlaceSaid::Answered:
        return "answered";
    case PlaceSaid::Refused:
        return "refused";
    case PlaceSaid::Silent:
        return "silent";
    case PlaceSaid::NoVote:
        return "no-vote";
    }
    return "no-vote";
}

} // namespace kpwatch
