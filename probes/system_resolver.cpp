// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/system_resolver.h"

#include "probes/net/dns_exchange.h"

#include <algorithm>
#include <array>
#include <fstream>
#include <random>
#include <sstream>

namespace kpwatch {

namespace {

constexpr std::size_t resolversTaken = 3; // MAXNS of resolv.h
constexpr std::size_t answersKept = 8;
constexpr int letters = 20; // 94 bits: nobody has registered it
// Resolvers that rewrite do so where people mistype: below the large domains, some only for names that begin with www.
constexpr std::array<const char*, 3> patterns{"www.*.com", "*.net", "*.org"};

std::string randomName(int index) {
    std::random_device random;
    std::uniform_int_distribution<int> letter('a', 'z');
    std::string label;
    for (int i = 0; i < letters; ++i)
        label += static_cast<char>(letter(random));
    std::string name = patterns[static_cast<std::size_t>(index) % patterns.size()];
    return name.replace(name.find('*'), 1, label);
}

void note(const DnsMessage& message, const DnsQuestion& question, MadeUpAnswers& found) {
    ++found.asked;
    bool address = false;
    for (const DnsRecord& record : answersTo(message, question)) {
        if (!record.address)
            continue;
        address = true;
        const bool known =
            std::find(found.answers.begin(), found.answers.end(), *record.address) != found.answers.end();
        if (!known && found.answers.size() < answersKept)
            found.answers.push_back(*record.address);
    }
    found.madeUp += address ? 1 : 0;
}

} // namespace

std::vector<Address> systemResolvers(const std::filesystem::path& file) {
    std::vector<Address> resolvers;
    std::ifstream lines(file);
    for (std::string line; std::getline(lines, line) && resolvers.size() < resolversTaken;) {
        std::istringstream words(line);
        std::string keyword;
        std::string value;
        if (!(words >> keyword >> value) || keyword != "nameserver")
            continue;
        value = value.substr(0, value.find('%')); // "fe80::1%eth0"
        if (const auto address = Address::parse(value))
            resolvers.push_back(*address);
    }
    return resolvers;
}

// From the first that answers, beginning with `first`; one that does not is not asked again.
static std::optional<DnsMessage> answerInTurn(std::span<const Address> resolvers, std::size_t& first,
                                              std::uint16_t port, const DnsQuestion& question, SteadyTime deadline,
                                              const StopSignal& stop) {
    for (; first < resolvers.size(); ++first) {
        const auto now = std::chrono::steady_clock::now();
        const auto share = (deadline - now) / static_cast<std::int64_t>(resolvers.size() - first);
        const DnsExchange exchange = askNameServer(resolvers[first], port, question, now + share, stop);
        if (exchange.failure == Failure::Cancelled || std::chrono::steady_clock::now() >= deadline)
            return std::nullopt;
        if (exchange.failure == Failure::None && exchange.message)
            return exchange.message;
    }
    return std::nullopt;
}

MadeUpAnswers askForNamesThatDoNotExist(std::span<const Address> resolvers, int names, SteadyTime deadline,
                                        const StopSignal& stop, std::uint16_t port) {
    MadeUpAnswers found;
    std::size_t first = 0;
    for (int name = 0; name < names; ++name) {
        const DnsQuestion question{.name = randomName(name), .type = "A", .recursion = true};
        const auto message = answerInTurn(resolvers, first, port, question, deadline, stop);
        if (!message)
            break;
        note(*message, question, found);
    }
    return found;
}

ResolverSays askResolver(std::span<const Address> resolvers, const std::string& host, SteadyTime deadline,
                         const StopSignal& stop, std::uint16_t port) {
    const DnsQuestion question{.name = host, .type = "A", .recursion = true};
    std::size_t first = 0;
    const auto message = answerInTurn(resolvers, first, port, question, deadline, stop);
    if (!message)
        return {};
    ResolverSays says{.rcode = message->rcode, .addresses = {}};
    for (const DnsRecord& record : answersTo(*message, question))
        if (record.address && says.addresses.size() < answersKept)
            says.addresses.push_back(*record.address);
    return says;
}

} // namespace kpwatch
