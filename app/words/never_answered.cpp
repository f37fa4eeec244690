// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/words/never_answered.h"

#include "app/words/tr.h"

namespace kpwatch::words {

QString neverAnswered(std::optional<UtcTime> last, UtcTime now) {
    if (!last)
        return Tr::tr("has never answered us");
    constexpr std::chrono::hours week{24 * 7};
    return now - *last > week ? Tr::tr("no answer in the last 7 days") : Tr::tr("no answer on this network");
}

} // namespace kpwatch::words
