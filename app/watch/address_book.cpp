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
