// SPDX-License-Identifier: GPL-3.0-or-later
// Whether the observations of a pack are those that were sealed: each seal over the one before, each leaf over its
// file, each file over the same checks as the judged ones. Included by evidence/*.cpp only; one thread.
#pragma once

#include "app/evidence/opened_bag.h"
#include "app/evidence/pack_inputs.h"
#include "app/evidence/seal_json.h"
#include "app/story/event.h"
#include "probes/observation.h"

#include <map>
#include <set>

namespace kpwatch {

class SealedRows {
  public:
    // All of them must outlive it. Throws InputError if the seals cannot be read.
    SealedRows(const OpenedBag& bag, const PackInputs& inputs, const Watchlist& watchlist);
    void see(const Observation* row, const Event* event); // in any order

    struct Finding {
        std::vector<std::string> faults;
        int days = 0;
        std::uint64_t unsealed = 0;
        std::string lastSeal;
    };
    Finding finding();

  private:
    using Key = std::pair<std::int64_t, std::string>; // day, slug
    struct Rows {
        std::vector<std::string> sealed; // without their private column
        bool pruned = false, any = false;
    };
    void checkChain();
    void readFiles();
    void take(const Leaf& leaf, const std::string& name, bool covered);
    void compare();
    void fault(const std::string& sentence) { m_finding.faults.push_back(sentence); }

    const OpenedBag& m_bag;
    const PackInputs& m_inputs;
    const Watchlist& m_watchlist;
    const SealedStretch m_stretch;
    std::map<Key, std::vector<std::string>> m_judged;
    std::map<Key, Rows> m_rows;
    std::set<std::int64_t> m_sealedDays;
    Finding m_finding;
};

} // namespace kpwatch
