// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/story/agreement.h"

#include <algorithm>

namespace kpwatch {
namespace {

enum class Said { Nothing, Answered, Silent };

Said said(Verdict verdict) {
    switch (verdict) {
    case Verdict::Up:
    case Verdict::Degraded:
    case Verdict::ErrorPage:
        return Said::Answered;
    case Verdict::Down:
        return Said::Silent;
    case Verdict::Unknown:
    case Verdict::BlockedHere:
    case Verdict::OwnConnectionDown:
    case Verdict::NotMonitored:
        return Said::Nothing;
    }
    return Said::Nothing;
}

Agreement between(Said here, Said there) {
    if (here == Said::Nothing || there == Said::Nothing)
        return here == there ? Agreement::Neither : Agreement::OneDesk;
    if (here == there)
        return here == Said::Answered ? Agreement::BothAnswered : Agreement::BothSilent;
    return here == Said::Answered ? Agreement::OnlyHere : Agreement::OnlyThere;
}

} // namespace

std::string_view name(Agreement agreement) {
    switch (agreement) {
    case Agreement::BothAnswered:
        return "both-answered";
    case Agreement::BothSilent:
        return "both-silent";
    case Agreement::OnlyHere:
        return "only-here";
    case Agreement::OnlyThere:
        return "only-there";
    case Agreement::OneDesk:
        return "one-desk";
    case Agreement::Neither:
        return "neither";
    }
    return "neither";
}

std::vector<AgreementSpan> agreementOf(const std::vector<Span>& here, const std::vector<Span>& there, TimeRange range) {
    const std::vector<Span> ours = spansWithin(here, range), theirs = spansWithin(there, range);
    std::vector<AgreementSpan> found;
    std::size_t left = 0, right = 0;
    UtcTime at = range.begin;
    while (left < ours.size() && right < theirs.size() && at < range.end) {
        const UtcTime until = std::min(ours[left].range.end, theirs[right].range.end);
        const Agreement what = between(said(ours[left].verdict), said(theirs[right].verdict));
        if (!found.empty() && found.back().what == what)
            found.back().range.end = until;
        else if (until > at)
            found.push_back({{at, until}, what});
        at = std::max(at, until);
        left += ours[left].range.end <= until ? 1 : 0;
        right += theirs[right].range.end <= until ? 1 : 0;
    }
    return found;
}

std::optional<double> agreedShare(const std::vector<AgreementSpan>& spans) {
    std::chrono::milliseconds same{0}, both{0};
    for (const AgreementSpan& span : spans) {
        const bool agreed = span.what == Agreement::BothAnswered || span.what == Agreement::BothSilent;
        const bool differed = span.what == Agreement::OnlyHere || span.what == Agreement::OnlyThere;
        same += agreed ? span.range.length() : std::chrono::milliseconds(0);
        both += agreed || differed ? span.range.length() : std::chrono::milliseconds(0);
    }
    return both.count() == 0 ? std::nullopt
                             : std::optional(static_cast<double>(same.count()) / static_cast<double>(both.count()));
}

} // namespace kpwatch
