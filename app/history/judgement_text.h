// SPDX-License-Identifier: GPL-3.0-or-later
// Judgements as JSON: in the record, in packs, and from one program to another. It may be anybody's. Pure; any thread.
#pragma once

#include "app/story/judgement.h"

namespace kpwatch {

// All of one but its id; nothing if this program does not know it, or it is damaged.
std::string judgementText(const Judgement& judgement);
std::optional<Judgement> judgementFromText(const std::string& text);

// What the record keeps beside the columns of moment and hand.
std::string judgementDetail(const Judgement& judgement);
std::optional<Judgement> judgementFrom(UtcTime at, const std::string& hand_name, const std::string& detail);

} // namespace kpwatch
