// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/watch/address_book.h"

#include <utility>

namespace kpwatch {

void AddressBook::remember(const std::string& host, KnownAddresses known) {
    if (known.addresses.empty())
        return;
    const std::lock_guard lock(m_mutex);
    m_hosts[host] = std::move(known);
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
    return m_hosts;
}

std::vector<Address> AddressBook::addresses(const std::string& host) const {
    const std::lock_guard lock(m_mutex);
    const auto found = m_hosts.find(host);
    return found == m_hosts.end() ? std::vector<Address>{} : found->second.addresses;
}

} // namespace kpwatch
