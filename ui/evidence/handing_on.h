// SPDX-License-Identifier: GPL-3.0-or-later
// What the window can hand on and take in, as whoever composes the program gives it. Values. All but `note`, `chart`
// and `record` block and are called from a thread of their own; they throw InputError, StorageError and
// WriterBusyError.
#pragma once

#include "app/evidence/pack.h"
#include "ui/evidence/went_out.h"
#include "ui/export/reopened.h"

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
    std::function<std::vector<WentOut>(const PackWork& work)> list; // stopped: as far as it came
    std::function<Remade(const Exported& exported, const PackWork& work)> again;
    std::function<void(const Exported& exported)> note;     // that a chart was saved; any thread
    std::function<Reopened(const std::string& file)> chart; // a picture of ours, for the GUI thread
    // A colleague's pack or observation file; of the latter a verdict names no incident.
    std::function<PackVerdict(const std::string& file, const PackWork& work)> check;
    // All or nothing; how many checks are new.
    std::function<std::uint64_t(const std::string& file, const std::stop_token& stop)> take;
    std::function<void(const std::string& file)> record; // a copy of a record, in a window of its own; GUI thread
    bool offered() const { return pack && list && again && note; }
    bool opens() const { return chart && check && take; }
};

} // namespace kpwatch
