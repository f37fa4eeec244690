// SPDX-License-Identifier: GPL-3.0-or-later
// RIPEstat and RIS Live on loopback, who answer as usual until told otherwise.
#pragma once

#include "app/outside/sources.h"
#include "app/simulation/ripe_answers.h"
#include "tests/probes/scripted_server.h"

#include <mutex>
#include <utility>

namespace kpwatch::test {

inline constexpr int networks = 320;

inline std::string page(const std::string& body, const std::string& status = "200 OK", const std::string& more = {}) {
    return "HTTP/1.1 " + status +
           "\r\nContent-Type: application/json\r\nConnection: close\r\nContent-Length: " + std::to_string(body.size()) +
           "\r\n" + more + "\r\n" + body;
}

inline std::string usualAnswer(const std::string& request) {
    if (request.find("/ris-peers/") != std::string::npos)
        return page(simulation::risPeersBody(simulation::fullFeed(networks), utcNow()));
    if (request.find("/bgp-state/") != std::string::npos)
        return page(simulation::bgpStateBody(simulation::usualRoutes(networks), utcNow()));
    return page(simulation::bgpUpdatesBody({}, {utcNow() - std::chrono::hours(1), utcNow()}));
}

// Every route to every block withdrawn, as the stream tells it.
inline std::string withdrawal() {
    std::string lines;
    for (int i = 0; i < networks; ++i)
        for (const char* block : {"175.45.176.0/24", "175.45.177.0/24", "175.45.178.0/24", "175.45.179.0/24"})
            lines += simulation::risLine({utcNow(), {simulation::fullPeer(i), block, {}}}) + "\n";
    return lines;
}

struct FakeRipe {
    std::atomic<bool> gone = false;
    std::atomic<int> streams = 0; // that were begun
    std::function<std::string(const std::string&)> answer = usualAnswer;
    std::mutex mutex; // the two below
    std::vector<std::string> requests;
    std::string toSay; // by the stream; "\0" hangs up
    ScriptedServer stat{[this](Line& line) {
        const std::string request = line.hear();
        {
            const std::lock_guard lock(mutex);
            requests.push_back(request);
        }
        line.say(answer(request));
    }};
    ScriptedServer live{[this](Line& line) {
        {
            const std::string request = line.hear();
            const std::lock_guard lock(mutex);
            requests.push_back(request);
        }
        line.say("HTTP/1.1 200 OK\r\nContent-Type: application/x-ndjson\r\n\r\n\n");
        ++streams;
        while (!gone && !line.over()) {
            const std::string said = taken();
            if (const std::size_t end = said.find('\0'); end != std::string::npos) {
                line.say(said.substr(0, end));
                return;
            }
            line.say(said);
            line.pause(std::chrono::milliseconds(5));
        }
        line.say(withdrawal());
        line.untilTheEnd();
    }};

    void say(const std::string& lines) {
        const std::lock_guard lock(mutex);
        toSay += lines;
    }
    std::string taken() {
        const std::lock_guard lock(mutex);
        return std::exchange(toSay, {});
    }
    Sources sources() const {
        return {.ripe = true, .ripestat = "http://" + stat.place(), .risLive = "http://" + live.place()};
    }
};

} // namespace kpwatch::test
