// SPDX-License-Identifier: GPL-3.0-or-later
// A public measurement platform that is asked and answers: what to ask it next, and whether an answer brought anything
// new. Decides and asks nobody itself: PlatformWatch does. Pure; one thread.
#pragma once

#include "app/outside/guest.h"
#include "probes/net/web_client.h"
#include "probes/outside/routes_seen.h"

#include <nlohmann/json_fwd.hpp>

#include <string>

namespace kpwatch {

struct PlatformQuestion {
    std::string path;                // to be put after the base address
    std::optional<std::string> post; // a JSON body; nullopt: GET
    std::string unlessStill{};       // an entity tag: what is still so need not be sent again (RFC 9110, 13.1.2)
};

// What there is to keep of an answer.
struct PlatformTold {
    bool stored = true;            // the answer goes into the record at all
    bool keepBody = false;         // it brought something new: as received
    std::optional<NoData> trouble; // nothing could be read
    // What was wrong with the latest answer to another question of ours, whatever this one says.
    std::optional<NoData> standing{};
};

class Platform {
  public:
    Platform() = default;
    virtual ~Platform() = default;
    Platform(const Platform&) = delete;
    Platform& operator=(const Platform&) = delete;

    // The next question, if one is due and the manners let it be asked now; it counts as asked. One at a time.
    virtual std::optional<PlatformQuestion> due(UtcTime now) = 0;
    virtual UtcTime dueAt(UtcTime now) const = 0;                            // when to look again
    virtual PlatformTold answered(const WebAnswer& answer, UtcTime now) = 0; // to the question asked last
    virtual const Guest& guest() const = 0;

    // What outlasts a restart; of another shape it is left out.
    virtual nlohmann::json state() const = 0;
    virtual void restore(const nlohmann::json& state, UtcTime now) = 0;
};

// "answered with HTTP 502", or what the client says.
std::string whyNot(const WebAnswer& answer);

} // namespace kpwatch
