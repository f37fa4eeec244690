// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/outside/clauses.h"

namespace kpwatch::clauses {

std::string filled(std::string_view clause, std::string_view first, std::string_view second) {
    std::string said(clause);
    if (const auto place = said.find("%2"); place != std::string::npos)
        said.replace(place, 2, second);
    if (const auto place = said.find("%1"); place != std::string::npos)
        said.replace(place, 2, first);
    return said;
}

} // namespace kpwatch::clauses
