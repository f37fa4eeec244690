// SPDX-License-Identifier: GPL-3.0-or-later
// An observation file of somebody else, line by line: whatever it says, what is taken is in order and can be written
// again.
#include "app/evidence/observation_file.h"
#include "probes/wire/untrusted_text.h"
#include "tests/fuzz/fuzzing.h"
#include "tests/fuzz/six_kinds.h"

#include <algorithm>
#include <sstream>

using namespace kpwatch;
using fuzzing::require;

namespace {

void check(const ObservationFile& file) {
    const ReadReport& report = file.report;
    require(report.accepted + report.duplicates + report.conflicting + report.unknown + report.broken <= report.lines);
    require(report.named.size() <= 20);
    for (const std::string& sentence : report.named)
        require(cleanedText(sentence, sentence.size()) == sentence);
    require(std::ranges::is_sorted(file.events, {}, &Event::at));
    for (const Observation& row : file.observations) {
        require(file.watchlist.find(row.target) != nullptr && row.elapsed.count() >= 0);
        require(!observationLine(row, file.watchlist).empty() && !observationCsvLine(row, file.watchlist).empty());
    }
    for (const Event& event : file.events)
        require(!eventLine(event).empty());
    for (const RouteReading& reading : file.sources.readings)
        require(!readingLine(reading).empty());
    for (const SourceAnswer& answer : file.sources.answers)
        require(!answerLine(answer).empty());
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    std::istringstream in{std::string(fuzzing::textOf(data, size))};
    try {
        const ObservationFile file = readObservations(in, "rows", {}, &fuzzing::sixKinds());
        check(file);
    } catch (const InputError& error) {
        require(std::string_view(error.what()).starts_with("rows"));
    }
    return 0;
}
