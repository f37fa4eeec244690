// SPDX-License-Identifier: GPL-3.0-or-later
// A line of checks, written as "10+ 130+ 250- 280n": seconds after the begin and what was seen. For tests of one clause
// of the rules at a time. '+' answer, '-' timeout after 10 s, 'r' refused, 'x' reset, 'u' unreachable, 'n' no
// permission (says nothing), 'c' cancelled, 'e' 503, 'f' 404, 'a' 403, 'p' not HTTP, 't' bad certificate, 's' SERVFAIL.
#pragma once

#include "app/story/replay.h"
#include "tests/support/story.h"

namespace kpwatch::test {

std::vector<Observation> checksOf(TargetId target, const std::string& script);
// Line controls of the list, each asked every 30 s and answering, one of them every 10 s.
std::vector<Observation> steadyControls(const Watchlist& list, int from, int to);
std::vector<Observation> inOrder(std::vector<Observation> rows);

// "up@10, down@250, unknown/stale@700": states with the seconds they began at.
std::string shown(const std::vector<Span>& spans);
std::string shown(const TargetSpans& spans, const Watchlist& list, const std::string& lane);

} // namespace kpwatch::test
