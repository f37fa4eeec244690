// SPDX-License-Identifier: GPL-3.0-or-later
// The same copy in Korean. Written as sentences, not translated piece by piece: particles follow the word before them,
// and the verb comes last. Any thread.
#pragma once

#include "app/words/copy.h"

namespace kpwatch::words::korean {

Copy copyOf(const IncidentTold& told, const CopyFrom& from);
// "조선중앙통신"; the watchlist's own label where no Korean name is known.
QString siteName(const Watchlist& watchlist, const std::string& site);

} // namespace kpwatch::words::korean
