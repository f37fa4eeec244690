// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/simulation/platform_answers.h"

#include <nlohmann/json.hpp>

namespace kpwatch::simulation {

namespace {

using nlohmann::json;
using Kind = PlaceQuestion::Kind;

struct Town {
    std::uint32_t network;
    const char* country;
    const char* city;
};
constexpr Town towns[] = {{2516, "JP", "Tokyo"},      {4657, "SG", "Singapore"},    {9304, "HK", "Hong Kong"},
                          {45820, "IN", "Mumbai"},    {12389, "RU", "Moscow"},      {24940, "DE", "Falkenstein"},
                          {20712, "GB", "London"},    {1103, "NL", "Amsterdam"},    {7018, "US", "New York"},
                          {28573, "BR", "Sao Paulo"}, {3741, "ZA", "Johannesburg"}, {7545, "AU", "Sydney"}};

json finishedResult(const PlaceQuestion& question, bool misled) {
    switch (question.kind) {
    case Kind::Http:
        return {{"status", "finished"},       {"rawOutput", "HTTP/1.1 200"}, {"resolvedAddress", "192.0.2.1"},
                {"statusCode", 200},          {"statusCodeName", "OK"},      {"headers", json::object()},
                {"rawBody", nullptr},         {"truncated", false},          {"tls", nullptr},
                {"timings", {{"total", 512}}}};
    case Kind::Dns:
        return {{"status", "finished"},
                {"statusCodeName", "NOERROR"},
                {"statusCode", 0},
                {"rawOutput", "(composed)"},
                {"answers", json::array()},
                {"resolver", misled ? "private" : question.asked},
                {"timings", {{"total", 121}}}};
    case Kind::Tcp:
        return {{"status", "finished"},
                {"rawOutput", "(composed)"},
                {"stats", {{"total", 3}, {"rcv", 3}, {"drop", 0}, {"loss", 0}}},
                {"timings", json::array({{{"rtt", 300.5}}})}};
    case Kind::Other:
        break;
    }
    return json::object();
}

json failedResult(const char* source, const char* raw) {
    return {{"status", "failed"}, {"failureSource", source}, {"rawOutput", raw}, {"statusCode", nullptr}};
}

json resultOf(const PlaceQuestion& question, PlaceDoes does) {
    const char* const whose = question.kind == Kind::Dns ? "resolver" : "target";
    switch (does) {
    case PlaceDoes::Answers:
    case PlaceDoes::Misled:
        return finishedResult(question, does == PlaceDoes::Misled);
    case PlaceDoes::Refuses:
        return failedResult(whose, "connect ECONNREFUSED 192.0.2.1:80");
    case PlaceDoes::TimesOut:
        if (question.kind == Kind::Tcp)
            return {{"status", "finished"},
                    {"rawOutput", "(composed)"},
                    {"stats", {{"total", 3}, {"rcv", 0}, {"drop", 3}, {"loss", 100}, {"min", nullptr}}},
                    {"timings", json::array()}};
        return failedResult(whose, "Request timeout.");
    case PlaceDoes::Fails:
        return failedResult("internal", "The measurement timed out.");
    case PlaceDoes::IsOffline:
        return {{"status", "offline"}, {"rawOutput", "This probe is currently offline. Please try again later."}};
    case PlaceDoes::Waits:
        return {{"status", "in-progress"}, {"rawOutput", ""}};
    }
    return json::object();
}

json optionsOf(const PlaceQuestion& question, std::string& target) {
    target = "kp";
    if (question.kind == Kind::Dns)
        return {{"query", {{"type", "SOA"}}}, {"resolver", question.asked}, {"protocol", "UDP"}};
    if (question.kind == Kind::Http) {
        target = "192.0.2.1";
        return {{"protocol", "HTTP"},
                {"port", 80},
                {"request", {{"method", "HEAD"}, {"path", "/"}, {"host", question.asked}}}};
    }
    const std::size_t colon = question.asked.rfind(':');
    target = question.asked.substr(0, colon);
    return {{"protocol", "TCP"},
            {"port", colon == std::string::npos ? 80 : std::stoi(question.asked.substr(colon + 1))}};
}

} // namespace

OutsidePlace place(int index) {
    const Town& town = towns[static_cast<std::size_t>(index) % std::size(towns)];
    return {town.network, town.country, town.city};
}

std::string globalpingBody(const std::string& id, const PlaceQuestion& question, const std::vector<PlaceDoes>& places,
                           std::optional<UtcTime> begun) {
    json results = json::array();
    bool waiting = false;
    for (std::size_t i = 0; i < places.size(); ++i) {
        const OutsidePlace where = place(static_cast<int>(i));
        results.push_back({{"probe",
                            {{"continent", "EU"},
                             {"country", where.country},
                             {"state", nullptr},
                             {"city", where.city},
                             {"asn", where.network},
                             {"network", "a network"},
                             {"tags", json::array()},
                             {"resolvers", json::array({"private"})}}},
                           {"result", resultOf(question, places[i])}});
        waiting = waiting || places[i] == PlaceDoes::Waits;
    }
    std::string target;
    const json options = optionsOf(question, target);
    const char* const type = question.kind == Kind::Dns ? "dns" : question.kind == Kind::Http ? "http" : "ping";
    json body{{"id", id},
              {"type", type},
              {"status", waiting ? "in-progress" : "finished"},
              {"target", target},
              {"probesCount", places.size()},
              {"measurementOptions", options},
              {"results", results}};
    if (begun)
        body["createdAt"] = isoUtc(*begun);
    return body.dump();
}

PlaceQuestion questionIn(std::string_view request) {
    const json asked = json::parse(request, nullptr, false);
    const std::string type = asked.value("type", "");
    const json options = asked.value("measurementOptions", json::object());
    if (type == "dns")
        return {Kind::Dns, options.value("resolver", "")};
    if (type == "http")
        return {Kind::Http, options.value("request", json::object()).value("host", "")};
    return {Kind::Tcp, asked.value("target", "") + ":" + std::to_string(options.value("port", 80))};
}

std::string iodaBody(std::string_view datasource, UtcTime from, std::chrono::seconds step,
                     const std::vector<std::optional<double>>& values,
                     const std::vector<std::optional<double>>& reference) {
    const auto begin = std::chrono::duration_cast<std::chrono::seconds>(from.time_since_epoch());
    const auto seriesOf = [&](const std::string& network, const std::vector<std::optional<double>>& counts) {
        json numbers = json::array();
        for (const auto& count : counts)
            numbers.push_back(count ? json(*count) : json(nullptr));
        return json::array({json{{"entityType", "asn"},
                                 {"entityCode", network},
                                 {"entityName", "AS" + network},
                                 {"datasource", datasource},
                                 {"subtype", ""},
                                 {"from", begin.count()},
                                 {"until", (begin + step * static_cast<int>(counts.size())).count()},
                                 {"step", step.count()},
                                 {"nativeStep", step.count()},
                                 {"values", numbers}}});
    };
    json entities = json::array();
    entities.push_back(seriesOf("131279", values));
    if (!reference.empty())
        entities.push_back(seriesOf("1103", reference));
    return json{{"type", "signals"},
                {"error", nullptr},
                {"perf", nullptr},
                {"data", std::move(entities)},
                {"copyright", "This data is Copyright (c) 2021-2025 Georgia Tech Research Corporation."}}
        .dump();
}

std::string atlasPingBody(std::int64_t measurement, const std::string& address, UtcTime at,
                          const std::vector<PlaceSaid>& probes, const std::string& name) {
    json rows = json::array();
    for (std::size_t i = 0; i < probes.size(); ++i) {
        const bool answered = probes[i] == PlaceSaid::Answered;
        const json packet = answered                         ? json{{"rtt", 112.1}}
                            : probes[i] == PlaceSaid::Silent ? json{{"x", "*"}}
                                                             : json{{"error", "sendto failed: Network is unreachable"}};
        rows.push_back({{"fw", 5080},
                        {"lts", 17},
                        {"msm_id", measurement},
                        {"prb_id", 6000 + i},
                        {"timestamp", std::chrono::duration_cast<std::chrono::seconds>(at.time_since_epoch()).count()},
                        {"type", "ping"},
                        {"dst_addr", address},
                        {"dst_name", name.empty() ? address : name},
                        {"sent", probes[i] == PlaceSaid::NoVote ? 0 : 3},
                        {"rcvd", answered ? 3 : 0},
                        {"result", json::array({packet})}});
    }
    return rows.dump();
}

std::string radarRoutesBody(UtcTime at, int peers, const std::vector<int>& seeing, std::uint32_t origin) {
    const std::string space = origin == 131279 ? "175.45." : "193.0.";
    json rows = json::array();
    for (std::size_t i = 0; i < seeing.size(); ++i)
        rows.push_back({{"origin", origin},
                        {"peer_count", seeing[i]},
                        {"prefix", space + std::to_string(176 + i) + ".0/24"},
                        {"rpki_validation", "Unknown"}});
    return json{
        {"success", true},
        {"errors", json::array()},
        {"messages", json::array()},
        {"result",
         {{"meta", {{"data_time", isoUtc(at).substr(0, 19)}, {"total_peers", peers}}}, {"prefix_origins", rows}}}}
        .dump();
}

} // namespace kpwatch::simulation
