// SPDX-License-Identifier: GPL-3.0-or-later
// A record as a run of the program leaves it: rows, and the spans of the judge that watched them.
#pragma once

#include "tests/app/history/builders.h"

namespace kpwatch::testing {

struct Plan {
    UtcTime begin, end;
    std::optional<TimeRange> silent; // of the web target
    std::optional<TimeRange> closed; // of the program
};

struct Story {
    std::vector<Observation> observations; // in order of their ends
    std::vector<Event> events;
    UtcTime end;
};

// Three targets every two minutes and a control twice a minute.
inline Story storyOf(const Plan& plan) {
    using namespace std::chrono_literals;
    Story told;
    told.end = plan.end;
    told.events = {{plan.begin, Started{}}, {plan.begin, Epoch{"e1", "AS64500", "DE"}}};
    bool open = true;
    for (UtcTime at = plan.begin + 1s; at + 30s < told.end; at += 30s) {
        if (const bool closed = plan.closed && plan.closed->contains(at); closed == open) {
            open = !closed;
            told.events.push_back({at, open ? decltype(Event::what){Started{}} : decltype(Event::what){Stopped{}}});
        }
        if (!open)
            continue;
        told.observations.push_back(answered(controlId, at, 20ms));
        if ((at - plan.begin) % 2min != 1s)
            continue;
        told.events.push_back({at, Heartbeat{}});
        Observation web = answered(webId, at + 5s, 300ms);
        if (plan.silent && plan.silent->contains(at)) {
            web.failure = Failure::Timeout;
            web.reached = Stage::Connect;
            web.phases = {};
            web.elapsed = 10s;
        }
        told.observations.push_back(answered(dnsId, at + 5s, 250ms));
        told.observations.push_back(answered(tcpId, at + 5s, 260ms));
        told.observations.push_back(web);
    }
    return told;
}

inline Judge uninterrupted(const TempHistory& history, const Story& told) {
    Judge judge(history.watchlist, history.settings);
    auto event = told.events.begin();
    for (const Observation& row : told.observations) {
        for (; event != told.events.end() && event->at <= row.endedAt(); ++event)
            judge.take(*event);
        judge.take(row);
    }
    for (; event != told.events.end(); ++event)
        judge.take(*event);
    judge.advanceTo(told.end);
    return judge;
}

inline void store(const TempHistory& history, const Story& told, Judge& judge) {
    Batch batch;
    batch.observations = told.observations;
    batch.events = told.events;
    batch.spans = judge.changes();
    history.write(told.events.front().at)->append(batch);
}

} // namespace kpwatch::testing
