// SPDX-License-Identifier: GPL-3.0-or-later
// What an answer said besides its stage and failure, as JSON and back: one list of fields per kind for the record and
// for files. Any thread.
#pragma once

#include "probes/observation.h"

#include <nlohmann/json_fwd.hpp>

#include <string>
#include <string_view>

namespace kpwatch {

// Texts of the network that are no UTF-8: in hexadecimal, so that they come back as they were (the record), or left for
// a dump that puts U+FFFD in their place (files for people).
enum class ForeignBytes { AsHex, Untouched };

// An object with snake_case keys. What there is nothing of is left out, so it may be empty.
nlohmann::ordered_json detailJson(const Detail& detail, ForeignBytes bytes);

// The kind of a detail as stored: "http", "dns", "connect", "smtp", "ping", "trace"; empty for none.
std::string_view detailKind(const Detail& detail);
Detail detailOfKind(std::string_view kind); // a blank one; none for an unknown kind
Detail detailOf(const ProbeOptions& probe); // a blank one of what this kind of probe sees

struct ReadDetail {
    Detail detail;
    std::string fault; // of the first value that is not as it should be, and was left out: "\"ttl\" is out of range"
};
// Fills a blank detail. Keys not known here are passed over, texts and lists cut to their longest, numbers have to be
// in their range. Never throws.
ReadDetail readDetail(Detail blank, const nlohmann::json& object);

} // namespace kpwatch
