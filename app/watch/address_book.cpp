// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/watch/address_book.h"

#include <utility>

namespace kpwatch {

void AddressBook::remember(const std::string& host, std::vector<Address> addresses) {
    if (addresses.empty())
        return;
    const std::lock_guard lock(m_mutex);
    m_entries[host] = std::move(addresses);
}

std::vector<Address> AddressBook::addresses(const std::string& host) const {
    const std::lock_guard lock(m_mutex);
    const auto found = m_entries.find(host);
    return found == m_entries.end() ? std::vector<Address>{} : found->second;
}

} // namespace kpwatch
