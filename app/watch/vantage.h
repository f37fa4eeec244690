// SPDX-License-Identifier: GPL-3.0-or-later
// What the readings of our own network mean: when a new vantage epoch begins, and why nothing may get out. Knows no
// clock and no socket, so that tests drive it by hand. One thread at a time.
#pragma once

#include "app/story/event.h"
#include "probes/own_network.h"

#include <optional>
#include <string>
#include <vector>

namespace kpwatch {

// Our own network at one moment.
struct LineReading {
    std::optional<Route> exit; // towards the line controls; nullopt: there is no route
    std::vector<Address> resolvers;
    std::string way = "direct"; // as Epoch::way
    std::string proxy{};        // which one, if any
    bool intercepted = false;   // somebody between answers for everybody
};

enum class LineTrouble { None, NoRoute, FirstRouterSilent };

class Vantage {
  public:
    // What stands still for so long is the new way out; what never does, is one after the second length all the same.
    static constexpr std::chrono::seconds settled{2}, restless{10};

    // `known` are the latest epochs of the record, in order: the last goes on if the way out is still the same.
    explicit Vantage(std::vector<Epoch> known) : m_known(std::move(known)) {}

    // The epoch that begins with this reading, if one does; one that was there before comes back as it was. Without a
    // route there is no way out, so none begins: when the old way is back, the old epoch goes on.
    std::optional<Epoch> take(const LineReading& reading, SteadyTime now);
    // Whether nothing but who is in between has changed since the latest epoch began.
    bool isSameNetwork(LineReading reading) const;
    // When to take a reading again although nothing changes.
    std::optional<SteadyTime> nextLook() const;

    LineTrouble trouble() const { return m_trouble; }

  private:
    // Everything that tells one way out from another. Never leaves this computer; the record keeps a salted hash.
    struct Marks {
        std::string place;  // way, interface, addresses, resolvers
        std::string router; // the first router's hardware: two homes may both be 192.168.1.0/24. Empty: not known yet
        bool sameAs(const Marks& other) const;
    };
    static Marks marksOf(const LineReading& reading);
    static std::string hashed(const Marks& marks);
    static bool isOf(const Epoch& epoch, const Marks& marks);
    void noteTrouble(const LineReading& reading);
    Epoch begin(const LineReading& reading, const Marks& marks);

    std::vector<Epoch> m_known; // in the order in which they were there last
    std::optional<Marks> m_current, m_next;
    SteadyTime m_nextSince, m_restlessSince;
    LineTrouble m_trouble = LineTrouble::None;
    std::optional<Address> m_silentRouter;
};

} // namespace kpwatch
