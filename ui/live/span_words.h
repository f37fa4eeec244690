// SPDX-License-Identifier: GPL-3.0-or-later
// Why a span is what it is, in words: the short technical note of the record is for files. Pure; any thread.
#pragma once

#include "app/story/down_length.h"
#include "app/story/timeline.h"

#include <QString>

#include <vector>

namespace kpwatch {

// "Partly visible"; of routes that nobody sees, but not for long enough to be called gone, not that.
QString spanState(LaneKind kind, const Span& span);
// "no answer to the connection", "the server answered 503", "our program was closed"; empty where there is nothing to
// add to the state.
QString spanReason(const Span& span);
// How long it lasted; of a piece of a down time that a gap has cut, all of that: "at least 8 h 20 min in all".
// `wholes`: downLengths(lane), for who asks of many.
QString spanLength(const Lane& lane, std::size_t index);
QString spanLength(const Lane& lane, std::size_t index, const std::vector<DownLength>& wholes);

} // namespace kpwatch
