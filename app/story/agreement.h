// SPDX-License-Identifier: GPL-3.0-or-later
// Where two desks that watch the same thing agree, and where they do not: the strip below their lanes. Pure.
#pragma once

#include "app/story/timeline.h"

#include <string_view>

namespace kpwatch {

enum class Agreement {
    BothAnswered, // from both places (slow or an error page is an answer)
    BothSilent,   // from neither
    OnlyHere,     // answered us, and not them
    OnlyThere,    // answered them, and not us
    OneDesk,      // the other says nothing about this time
    Neither       // nothing is known from either
};
std::string_view name(Agreement agreement); // kebab-case

struct AgreementSpan {
    TimeRange range;
    Agreement what = Agreement::Neither;
    bool operator==(const AgreementSpan&) const = default;
};

// Disjoint, gap-free over the range, neighbours differ. Of spans that are in order and disjoint.
std::vector<AgreementSpan> agreementOf(const std::vector<Span>& here, const std::vector<Span>& there, TimeRange range);

// Of the time about which both say something: the share in which they say the same. None if there is no such time.
std::optional<double> agreedShare(const std::vector<AgreementSpan>& spans);

} // namespace kpwatch
