// SPDX-License-Identifier: GPL-3.0-or-later
// What the window can hand on and take back, as whoever composes the program gives it. Values. `pack`, `list` and
// `again` block and are called from a thread of their own; they throw InputError and StorageError.
#pragma once

#include "app/evidence/pack.h"
#include "ui/evidence/went_out.h"

#include <functional>

namespace kpwatch {

struct PackChoice {
    std::string incident;         // id
    std::filesystem::path output; // the person has agreed to replace what is there
    std::string label, organization;
    bool chart = true;
};

struct HandingOn {
    std::function<std::optional<PackMade>(const PackChoice& choice, const PackWork& work)> pack;
    std::function<std::vector<WentOut>()> list;
    std::function<std::string(const Exported& exported)> again; // the new file
    std::function<void(const Exported& exported)> note;         // that a chart was saved; any thread
    bool offered() const { return pack && list && again && note; }
};

} // namespace kpwatch
