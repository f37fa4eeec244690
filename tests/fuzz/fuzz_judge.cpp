// SPDX-License-Identifier: GPL-3.0-or-later
// What the judge makes of rows of somebody else, and the incidents of it: whatever they say, spans are in order and
// without holes. Slow, for each input is a life of its own.
#include "app/errors.h"
#include "app/evidence/observation_file.h"
#include "app/story/grouping.h"
#include "app/story/replay.h"
#include "tests/fuzz/fuzzing.h"
#include "tests/fuzz/six_kinds.h"

#include <sstream>

using namespace kpwatch;
using fuzzing::require;

namespace {

void judge(const ObservationFile& file) {
    const Replayed seen = replayRows(file.watchlist, {}, file.observations, file.events, file.report.hasHeartbeats);
    for (const auto& [target, spans] : seen.spans)
        for (std::size_t i = 0; i < spans.size(); ++i) {
            require(spans[i].range.begin < spans[i].range.end);
            require(i == 0 || spans[i - 1].range.end == spans[i].range.begin);
        }
    for (const Incident& incident :
         incidentsOf({.watchlist = file.watchlist, .spans = seen.spans, .now = seen.lastRowAt}, {}))
        require(!incident.id.empty());
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    std::istringstream in{std::string(fuzzing::textOf(data, size))};
    try {
        judge(readObservations(in, "rows", {}, &fuzzing::sixKinds()));
    } catch (const InputError&) {
        return 0;
    }
    return 0;
}
