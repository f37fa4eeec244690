// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/way_out.h"

#include "app/errors.h"

#include <charconv>

namespace kpwatch {

namespace {

constexpr std::string_view scheme = "socks5h://";

[[noreturn]] void refuse(std::string_view text, const std::string& reason) {
    throw InputError("the way out \"" + std::string(text.substr(0, 100)) + "\" " + reason +
                     ": write direct, observe, or socks5h://127.0.0.1:9050 with your proxy's address and port");
}

std::optional<std::uint16_t> portOf(std::string_view digits) {
    std::uint16_t port = 0;
    const char* const end = digits.data() + digits.size();
    const auto [rest, failure] = std::from_chars(digits.data(), end, port);
    return failure == std::errc() && rest == end && port != 0 ? std::optional(port) : std::nullopt;
}

} // namespace

std::string name(const WayOut& way) {
    if (std::holds_alternative<Direct>(way))
        return "direct";
    if (std::holds_alternative<ObserveOnly>(way))
        return "observe";
    const Proxy& proxy = std::get<Proxy>(way);
    return std::string(scheme) + proxy.address.hostText() + ":" + std::to_string(proxy.port);
}

WayOut parseWayOut(std::string_view text) {
    if (text == "direct")
        return Direct{};
    if (text == "observe")
        return ObserveOnly{};
    if (!text.starts_with(scheme))
        refuse(text, "is none that this program knows");
    return parseProxy(text);
}

Proxy parseProxy(std::string_view text) {
    std::string_view place = text;
    if (place.starts_with(scheme))
        place.remove_prefix(scheme.size());
    if (place.ends_with('/'))
        place.remove_suffix(1);
    if (place.find("://") != std::string_view::npos)
        refuse(text, "is no SOCKS proxy that resolves names itself");
    if (place.find('@') != std::string_view::npos)
        refuse(text, "carries a user name, which is where the circuits are kept apart");
    const std::size_t colon = place.rfind(':');
    const bool v6_without_brackets = !place.starts_with('[') && place.find(':') != colon;
    const auto port =
        colon == std::string_view::npos || v6_without_brackets ? std::nullopt : portOf(place.substr(colon + 1));
    if (!port)
        refuse(text, "has no port from 1 to 65535 at its end");
    const std::string_view host = place.substr(0, colon);
    const auto address = Address::parse(host == "localhost" ? "127.0.0.1" : host);
    if (!address)
        refuse(text, "names its host instead of giving its address");
    if (!AddressRules{.allowPrivate = true}.allows(*address))
        refuse(text, "has an address that nobody can listen at");
    return {.address = *address, .port = *port, .circuit = {}};
}

bool canLeave(const Target& target, const WayOut& way) {
    if (std::holds_alternative<ObserveOnly>(way))
        return false;
    if (std::holds_alternative<Direct>(way))
        return true;
    const auto* tcp = std::get_if<TcpOptions>(&target.probe); // a name in it stands for an address not known yet
    return canGoThrough(target.probe) && (!tcp || Address::parse(tcp->host));
}

std::vector<TargetId> switchedOff(const Watchlist& watchlist, const WayOut& way) {
    std::vector<TargetId> off;
    for (const Target& target : watchlist.targets)
        if (target.enabled && !canLeave(target, way))
            off.push_back(target.id);
    for (const Control& control : watchlist.controls)
        if (!canLeave(control.target, way))
            off.push_back(control.target.id);
    return off;
}

} // namespace kpwatch
