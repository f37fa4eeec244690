// SPDX-License-Identifier: GPL-3.0-or-later
// A table of dated events (CSV), whoever made it: an InputError with its line, or events that may be shown.
#include "app/desk/dated_events.h"
#include "app/errors.h"
#include "probes/wire/untrusted_text.h"
#include "tests/fuzz/fuzzing.h"

#include <algorithm>

using namespace kpwatch;
using fuzzing::require;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    try {
        const auto events = parseEvents(fuzzing::textOf(data, size), "events.csv");
        require(events.size() <= mostEvents && std::ranges::is_sorted(events, {}, &DatedEvent::at));
        for (const DatedEvent& event : events) {
            require(!event.title.empty() && !event.source.empty());
            require(cleanedText(event.title, 200) == event.title && cleanedText(event.source, 200) == event.source);
            require(parseIsoUtc(isoUtc(event.at)) == event.at);
        }
    } catch (const InputError& error) {
        require(std::string_view(error.what()).starts_with("events.csv, line "));
    }
    return 0;
}
