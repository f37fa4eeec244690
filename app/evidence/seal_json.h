// SPDX-License-Identifier: GPL-3.0-or-later
// data/seals.json, and the names of the sealed days in a pack. Pure; any thread.
#pragma once

#include "app/history/sealed_days.h"

#include <string_view>

namespace kpwatch {

std::string stretchText(const SealedStretch& stretch);
// The file may be anybody's. Throws InputError that names the origin and the key.
SealedStretch parseStretch(std::string_view text, const std::string& origin);

std::string slugOfSeries(const std::string& series); // of "1f00…/kcna-http"; "_events" of the events
// "data/sealed/2026-03-05/kcna-http.tsv"; later parts end in .1.tsv, what no seal covers in .unsealed.tsv.
std::string leafPath(const Leaf& leaf);
std::string leafPath(const CanonicalLeaf& leaf);

} // namespace kpwatch
