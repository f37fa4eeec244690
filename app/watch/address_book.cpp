// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/watch/address_book.h"

#include <algorithm>
#include <utility>

namespace kpwatch {

namespace {

constexpr std::size_t kept = 4; // a name that moves is told once; a liar may change his mind

} // namespace

void AddressBook::remember(const std::string& host, KnownAddresses known) {
    if (known.addresses.empty())
        return;
    const std::lock_guard lock(m_mutex);
    if (m_doubtedSince)
        return;
    std::deque<Given>& given = m_hosts[host];
    const auto same = [&](const std::vector<Address>& others) {
        return std::is_permutation(others.begin(), others.end(), known.addresses.begin(), known.addresses.end());
    };
    if (!given.empty() && same(given.back().known.addresses)) {
        given.back().known.givenAt = known.givenAt;
        return;
    }
    const UtcTime first = known.givenAt.value_or(UtcTime{});
    given.push_back({std::move(known), first});
    if (given.size() > kept)
        given.pop_front();
}

void AddressBook::turn(const std::string& host) {
    const std::lock_guard lock(m_mutex);
    if (const auto found = m_hosts.find(host); found != m_hosts.end()) {
        std::vector<Address>& addresses = found->second.back().known.addresses;
        std::rotate(addresses.begin(), addresses.begin() + 1, addresses.end());
    }
}

void AddressBook::doubt(std::optional<UtcTime> since) {
    const std::lock_guard lock(m_mutex);
    m_doubtedSince = since;
    if (!since)
        return;
    for (auto& [host, given] : m_hosts) {
        while (!given.empty() && given.back().first >= *since)
            given.pop_back();
        if (!given.empty() && given.back().known.givenAt)
            given.back().known.givenAt = std::min(*given.back().known.givenAt, *since);
    }
    std::erase_if(m_hosts, [](const auto& host) { return host.second.empty(); });
}

void AddressBook::lookedUp(const std::string& host, Failure failure) {
    const std::lock_guard lock(m_mutex);
    m_lies.erase(host);
    if (failure == Failure::Blocked || failure == Failure::SuspiciousAnswer)
        m_lies[host] = failure;
}

std::optional<Failure> AddressBook::lie(const std::string& host) const {
    const std::lock_guard lock(m_mutex);
    const auto found = m_lies.find(host);
    return found == m_lies.end() ? std::nullopt : std::optional(found->second);
}

KnownHosts AddressBook::hosts() const {
    const std::lock_guard lock(m_mutex);
    KnownHosts hosts;
    for (const auto& [host, given] : m_hosts)
        hosts[host] = given.back().known;
    return hosts;
}

std::vector<Address> AddressBook::addresses(const std::string& host) const {
    const std::lock_guard lock(m_mutex);
    const auto found = m_hosts.find(host);
    return found == m_hosts.end() ? std::vector<Address>{} : found->second.back().known.addresses;
}

} // namespace kpwatch
