// SPDX-License-Identifier: GPL-3.0-or-later
// Whether the controls of the road lie in the networks whose road they are to prove: China Unicom's backbone (AS4837)
// and TransTeleCom (AS20485). RIPEstat tells in which network an address lies; it is asked once a week about each.
// Pure: asks nobody; one thread.
#pragma once

#include "app/outside/ripe_question.h"
#include "app/watchlist.h"

#include <optional>
#include <string>
#include <vector>

namespace kpwatch {

// Of the ring: AS4837 or AS20485; nullopt for a ring that stands for no network.
std::optional<std::uint32_t> networkOf(Ring ring);

struct ControlPlace {
    std::string label, address;
    std::uint32_t expected = 0;       // the network
    std::vector<std::uint32_t> found; // those that announce the address; empty: nobody does
    std::optional<UtcTime> toldAt;    // nullopt: not known yet
    bool isElsewhere() const;         // it is known, and the network expected is not among them
};

class ControlNetworks {
  public:
    // Those in a ring of transit with a literal address.
    explicit ControlNetworks(const Watchlist& watchlist = {});

    std::optional<UtcTime> dueAt() const; // nullopt: there is nobody to ask about
    RipeQuestion question() const;        // about the one that has waited longest
    void answered(const NetworkInfo& told, UtcTime now);
    void refused(UtcTime now); // not before the next day

    const std::vector<ControlPlace>& places() const { return m_places; }

  private:
    void comeBack(UtcTime at);

    struct Turn {
        std::size_t place = 0;
        UtcTime at{};
    };
    std::vector<ControlPlace> m_places;
    std::vector<Turn> m_turns; // the next one first
};

} // namespace kpwatch
