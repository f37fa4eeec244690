// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/outside/globalping.h"

#include "probes/outside/loose_json.h"
#include "probes/wire/untrusted_text.h"

#include <algorithm>
#include <cctype>

namespace kpwatch {

namespace {

using loose::Json;
using Kind = PlaceQuestion::Kind;

constexpr std::size_t mostPlaces = 500;   // of a measurement (its specification)
constexpr std::size_t longestId = 64;     // they are 16 characters today
constexpr std::size_t looked = 2048;      // of rawOutput
constexpr std::size_t longestDetail = 80; // shown

// Letters and digits alone: it becomes part of an address.
std::string idOf(const Json& value) {
    std::string id = loose::text(value);
    const bool fits = !id.empty() && id.size() <= longestId && std::all_of(id.begin(), id.end(), [](unsigned char c) {
        return std::isalnum(c) != 0 || c == '_' || c == '-';
    });
    return fits ? id : std::string();
}

std::string lowered(std::string_view text) {
    std::string lower(text.substr(0, looked));
    std::transform(lower.begin(), lower.end(), lower.begin(),
                   [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return lower;
}

bool holds(const std::string& text, std::initializer_list<const char*> words) {
    return std::any_of(words.begin(), words.end(),
                       [&text](const char* word) { return text.find(word) != std::string::npos; });
}

PlaceQuestion questionOf(const Json& document) {
    const std::string type = loose::text(loose::at(document, "type"));
    const std::string target = loose::text(loose::at(document, "target"));
    const Json& options = loose::at(document, "measurementOptions");
    if (type == "http") {
        const std::string host = loose::text(loose::at(loose::at(options, "request"), "host"));
        return {Kind::Http, host.empty() ? target : host};
    }
    if (type == "dns")
        return {Kind::Dns, loose::text(loose::at(options, "resolver"))};
    if (type == "ping" && lowered(loose::text(loose::at(options, "protocol"))) == "tcp")
        return {Kind::Tcp, target + ":" + std::to_string(loose::integer(loose::at(options, "port")).value_or(80))};
    return {Kind::Other, target};
}

// What a test says that went through to its end.
PlaceAnswer finishedOne(const Json& result, const PlaceQuestion& question) {
    switch (question.kind) {
    case Kind::Http:
        if (const auto status = loose::integer(loose::at(result, "statusCode")))
            return {{}, PlaceSaid::Answered, "HTTP " + std::to_string(*status)};
        return {};
    case Kind::Dns: {
        const std::string code = cleanedText(loose::text(loose::at(result, "statusCodeName")), 20);
        // Another resolver than the one asked has put itself in its place.
        if (code.empty() || loose::text(loose::at(result, "resolver")) != question.asked)
            return {{}, PlaceSaid::NoVote, code};
        return {{}, PlaceSaid::Answered, code};
    }
    case Kind::Tcp: {
        const Json& stats = loose::at(result, "stats");
        const auto sent = loose::integer(loose::at(stats, "total"));
        const auto received = loose::integer(loose::at(stats, "rcv"));
        if (!sent || !received || *sent <= 0)
            return {};
        return {{},
                *received > 0 ? PlaceSaid::Answered : PlaceSaid::Silent,
                std::to_string(*received) + " of " + std::to_string(*sent)};
    }
    case Kind::Other:
        return {};
    }
    return {};
}

// A refusal shows that somebody is there. What else broke off in between is nobody's vote.
PlaceAnswer failedOne(const Json& result, bool theirResolver) {
    const std::string raw = loose::text(loose::at(result, "rawOutput"));
    const std::string source = loose::text(loose::at(result, "failureSource"));
    const std::string said = lowered(raw);
    PlaceAnswer answer{{}, PlaceSaid::NoVote, cleanedText(raw, longestDetail)};
    const bool counts = source == "target" || (source == "resolver" && theirResolver);
    if (!counts)
        return answer;
    if (holds(said, {"econnrefused", "connection refused"}))
        answer.said = PlaceSaid::Refused;
    else if (holds(said, {"timeout", "timed out", "no servers could be reached", "unreachable", "ehostunreach",
                          "enetunreach", "100% packet loss"}))
        answer.said = PlaceSaid::Silent;
    return answer;
}

OutsidePlace placeOf(const Json& probe) {
    return {loose::asNumber(loose::at(probe, "asn")).value_or(0),
            cleanedText(loose::text(loose::at(probe, "country")), 2),
            cleanedText(loose::text(loose::at(probe, "city")), 40)};
}

Json testOptions(const GlobalpingTest& test) {
    switch (test.question.kind) {
    case Kind::Http: {
        Json options{{"protocol", test.tls ? "HTTPS" : "HTTP"},
                     {"port", test.port},
                     {"request", {{"method", "HEAD"}, {"path", test.path}, {"host", test.question.asked}}}};
        if (!test.resolver.empty())
            options["resolver"] = test.resolver;
        return options;
    }
    case Kind::Dns:
        return {{"query", {{"type", test.type}}}, {"resolver", test.address}, {"protocol", "UDP"}, {"port", test.port}};
    case Kind::Tcp:
        return {{"protocol", "TCP"}, {"port", test.port}, {"packets", 3}};
    case Kind::Other:
        break;
    }
    return Json::object();
}

} // namespace

std::string globalpingRequest(const GlobalpingTest& test, const GlobalpingPlaces& places) {
    const bool dns = test.question.kind == Kind::Dns;
    Json request{{"type", test.question.kind == Kind::Http ? "http"
                          : dns                            ? "dns"
                                                           : "ping"},
                 {"target", dns ? test.name : test.address},
                 {"measurementOptions", testOptions(test)}};
    if (!places.again.empty()) {
        request["locations"] = places.again;
    } else {
        request["locations"] = Json::array();
        for (const std::string& country : places.countries)
            request["locations"].push_back({{"country", country}, {"limit", 1}});
    }
    return request.dump(-1, ' ', false, Json::error_handler_t::replace);
}

Told<std::string> readGlobalpingBegun(std::string_view body) {
    const Json document = loose::parsed(body);
    std::string id = idOf(loose::at(document, "id"));
    if (id.empty())
        return loose::malformed();
    return id;
}

Told<PlaceMeasurement> readGlobalping(std::string_view body) {
    const Json document = loose::parsed(body);
    const Json& results = loose::at(document, "results");
    PlaceMeasurement read{idOf(loose::at(document, "id")), false, questionOf(document), {}, 0};
    const std::string status = loose::text(loose::at(document, "status"));
    if (read.id.empty() || status.empty() || !results.is_array() || results.size() > mostPlaces)
        return loose::malformed();
    read.finished = status != "in-progress";
    const bool theirs = !loose::text(loose::at(loose::at(document, "measurementOptions"), "resolver")).empty();
    for (const Json& row : results) {
        const Json& result = loose::at(row, "result");
        const std::string how = loose::text(loose::at(result, "status"));
        PlaceAnswer answer;
        if (how == "finished")
            answer = finishedOne(result, read.question);
        else if (how == "failed")
            answer = failedOne(result, theirs);
        else
            answer.detail = cleanedText(how, longestDetail);
        if (read.question.kind == Kind::Other) // ICMP, traceroutes: nobody's vote
            answer.said = PlaceSaid::NoVote;
        read.waiting += how == "in-progress" ? 1 : 0;
        answer.place = placeOf(loose::at(row, "probe"));
        read.places.push_back(std::move(answer));
    }
    return read;
}

UtcTime globalpingSpokenAt(std::string_view body, UtcTime fetched) {
    const auto begun = loose::time(loose::at(loose::parsed(body), "createdAt"));
    return begun ? std::min(*begun, fetched) : fetched; // clocks differ
}

std::string globalpingError(std::string_view body) {
    const Json document = loose::parsed(body);
    const Json& error = loose::at(document, "error");
    const std::string type = cleanedText(loose::text(loose::at(error, "type")), 40);
    const std::string message = cleanedText(loose::text(loose::at(error, "message")), 160);
    return type.empty() || message.empty() ? type + message : type + ": " + message;
}

} // namespace kpwatch
