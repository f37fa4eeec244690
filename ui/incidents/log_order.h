// SPDX-License-Identifier: GPL-3.0-or-later
// In which order incidents are listed. What is alike in it is listed the latest first. A value.
#pragma once

namespace kpwatch {

enum class LogOrder { Newest, Oldest, Longest, Shortest, MostTargets };

} // namespace kpwatch
