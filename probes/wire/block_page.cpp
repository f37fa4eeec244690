// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/wire/block_page.h"

#include <algorithm>

namespace kpwatch {

namespace {

bool isAtOrBeneath(std::string_view host, std::string_view place) {
    return host == place ||
           (host.size() > place.size() && host.ends_with(place) && host[host.size() - place.size() - 1] == '.');
}

bool contains(std::string_view text, std::string_view part) {
    return part.empty() || text.find(part) != std::string_view::npos;
}

} // namespace

std::string hostInLocation(std::string_view location) {
    const std::size_t slashes = location.find("//");
    // What stands before is a scheme or nothing: a "//" further on belongs to a path or a query.
    if (slashes == std::string_view::npos || location.substr(0, slashes).find_first_of("/?#") != std::string_view::npos)
        return {};
    std::string_view authority = location.substr(slashes + 2);
    authority = authority.substr(0, authority.find_first_of("/?#\\"));
    authority = authority.substr(authority.rfind('@') + 1); // npos + 1 is 0
    if (authority.starts_with('['))
        authority = authority.substr(1, authority.find(']') - 1);
    else
        authority = authority.substr(0, authority.find(':'));
    while (authority.ends_with('.'))
        authority.remove_suffix(1);
    std::string host(authority);
    std::transform(host.begin(), host.end(), host.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    return host;
}

const BlockPage* recognisedIn(const std::vector<BlockPage>& known, const HttpDetail& answer, std::string_view body) {
    const std::string host = hostInLocation(answer.location);
    const auto found = std::find_if(known.begin(), known.end(), [&](const BlockPage& page) {
        const bool says = !page.location.empty() || !page.title.empty() || !page.body.empty();
        return says && (page.location.empty() || isAtOrBeneath(host, page.location)) &&
               contains(answer.title, page.title) && contains(body, page.body);
    });
    return found == known.end() ? nullptr : &*found;
}

bool holdsBogon(const std::vector<DnsRecord>& records, const std::vector<Address>& bogons) {
    return std::any_of(records.begin(), records.end(), [&](const DnsRecord& record) {
        return record.address && std::find(bogons.begin(), bogons.end(), *record.address) != bogons.end();
    });
}

} // namespace kpwatch
