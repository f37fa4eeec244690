// SPDX-License-Identifier: GPL-3.0-or-later
// Answers in the shapes of Globalping, IODA and RIPE Atlas, made from values: every place and every outage in them is
// invented.
#pragma once

#include "probes/outside/atlas.h"
#include "probes/outside/globalping.h"

namespace kpwatch::simulation {

// Place number `index` (0 ... 11): twelve networks in twelve countries.
OutsidePlace place(int index);

// What a place does, as Globalping tells it. Fails: by trouble of its own; Waits: it has not answered yet; Misled:
// another resolver answered in the place of the one asked.
enum class PlaceDoes { Answers, Refuses, TimesOut, Fails, IsOffline, Waits, Misled };
std::string globalpingBody(const std::string& id, const PlaceQuestion& question, const std::vector<PlaceDoes>& places,
                           std::optional<UtcTime> begun = {}); // nullopt: it does not say
// The question in a request, as POST /v1/measurements brings it.
PlaceQuestion questionIn(std::string_view request);

// Values from a moment on; nullopt: a bin without a number. With those of the reference, if there are any.
std::string iodaBody(std::string_view datasource, UtcTime from, std::chrono::seconds step,
                     const std::vector<std::optional<double>>& values,
                     const std::vector<std::optional<double>>& reference = {});
std::string atlasPingBody(std::int64_t measurement, const std::string& address, UtcTime at,
                          const std::vector<PlaceSaid>& probes, const std::string& name = {}); // by which it was asked
std::string radarRoutesBody(UtcTime at, int peers, const std::vector<int>& seeing, std::uint32_t origin = 131279);

} // namespace kpwatch::simulation
