// SPDX-License-Identifier: GPL-3.0-or-later
// Globalping, IODA, RIPE Atlas and Cloudflare Radar on loopback, who answer as usual until told otherwise.
#pragma once

#include "app/outside/sources.h"
#include "app/simulation/platform_answers.h"
#include "tests/probes/scripted_server.h"

#include <map>
#include <mutex>

namespace kpwatch::test {

inline std::string httpPage(const std::string& body, const std::string& status = "200 OK",
                            const std::string& more = {}) {
    return "HTTP/1.1 " + status +
           "\r\nContent-Type: application/json\r\nConnection: close\r\nContent-Length: " + std::to_string(body.size()) +
           "\r\n" + more + "\r\n" + body;
}

struct FakePlatforms {
    std::atomic<simulation::PlaceDoes> does = simulation::PlaceDoes::Answers;
    std::function<std::string(const std::string&)> instead; // of every answer, if it is set
    std::mutex mutex;
    std::vector<std::string> requests;
    std::map<std::string, PlaceQuestion> measurements;

    ScriptedServer server{[this](Line& line) {
        std::string request = line.hear();
        const std::size_t head = request.find("\r\n\r\n");
        if (request.starts_with("POST ") && head != std::string::npos) {
            const std::size_t length = request.find("Content-Length: ");
            const std::size_t body =
                length == std::string::npos ? 0 : static_cast<std::size_t>(std::atoi(request.c_str() + length + 16));
            while (!line.over() && request.size() < head + 4 + body)
                request += line.hear("}");
        }
        std::string answer;
        {
            const std::lock_guard lock(mutex);
            requests.push_back(request);
            answer = instead ? instead(request) : usual(request);
        }
        line.say(answer);
    }};

    std::string usual(const std::string& request) {
        using namespace simulation;
        const UtcTime now = utcNow();
        if (request.starts_with("POST /v1/measurements ")) {
            const std::string id = "m" + std::to_string(measurements.size() + 1);
            measurements[id] = questionIn(std::string_view(request).substr(request.find("\r\n\r\n") + 4));
            return httpPage(R"({"id":")" + id + R"(","probesCount":12})", "202 Accepted");
        }
        if (request.starts_with("GET /v1/measurements/")) {
            const std::string id = request.substr(21, request.find(' ', 21) - 21);
            return httpPage(globalpingBody(id, measurements[id], std::vector<PlaceDoes>(12, does.load())));
        }
        for (const char* const what : {"datasource=bgp ", "datasource=ping-slash24 "})
            if (request.find(what) != std::string::npos) {
                std::string name(what + 11);
                name.pop_back();
                return httpPage(iodaBody(name, now - std::chrono::hours(3), std::chrono::minutes(10),
                                         std::vector<std::optional<double>>(18, 4.0)));
            }
        if (request.find("/api/v2/measurements/9/") != std::string::npos)
            return httpPage(atlasPingBody(9, "175.45.176.71", now, {PlaceSaid::Answered, PlaceSaid::Answered}));
        if (request.find("/pfx2as?origin=3333&") != std::string::npos)
            return httpPage(radarRoutesBody(now, 82, {80, 80}, 3333U));
        if (request.find("/pfx2as") != std::string::npos)
            return httpPage(radarRoutesBody(now, 82, {76, 76, 76, 76}));
        return httpPage(R"({"success":true,"result":{"annotations":[]}})");
    }

    std::string base() const { return "http://" + server.place(); }
    Sources sources() const {
        Sources all{.globalping = true, .ioda = true, .atlas = true, .radar = true};
        all.globalpingAt = all.iodaAt = all.atlasAt = all.radarAt = base();
        all.atlasMeasurements = {9};
        return all;
    }
    std::size_t count(const std::string& part) {
        const std::lock_guard lock(mutex);
        return static_cast<std::size_t>(
            std::count_if(requests.begin(), requests.end(),
                          [&part](const std::string& each) { return each.find(part) != std::string::npos; }));
    }
};

} // namespace kpwatch::test
