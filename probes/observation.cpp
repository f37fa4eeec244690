// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/observation.h"

namespace kpwatch {

const RefusalDetail* refusalOf(const Detail& detail) {
    return std::visit(
        [](const auto& kind) -> const RefusalDetail* {
            if constexpr (requires { kind.refusal; })
                return kind.refusal == RefusalDetail{} ? nullptr : &kind.refusal;
            else
                return nullptr;
        },
        detail);
}

Meaning Observation::meaning() const {
    const auto* const http = std::get_if<HttpDetail>(&detail);
    if (failure == Failure::Reset && http != nullptr && http->suspectedBlock)
        return Meaning::Neutral;
    const Meaning heard = kpwatch::meaning(failure);
    const bool notAsked = reached == Stage::Prepare || reached == Stage::Resolve;
    return heard == Meaning::Answer && notAsked && !std::holds_alternative<DnsDetail>(detail) ? Meaning::Neutral
                                                                                              : heard;
}

std::optional<Micros> Observation::responseTime() const {
    if (!answered() || tries > 1)
        return std::nullopt;
    if (std::holds_alternative<DnsDetail>(detail))
        return elapsed;
    const std::optional<Micros> reachedAt = phases.firstByte ? phases.firstByte : phases.connect;
    if (!reachedAt)
        return std::nullopt;
    return *reachedAt - phases.resolve.value_or(Micros{0});
}

} // namespace kpwatch
