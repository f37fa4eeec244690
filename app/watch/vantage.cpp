// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/watch/vantage.h"

#include <QCryptographicHash>

#include <algorithm>
#include <random>

namespace kpwatch {

namespace {

constexpr int hashBytes = 16;
constexpr std::size_t kept = 16;

std::string randomHex(int digits) {
    static constexpr std::string_view all = "0123456789abcdef";
    std::random_device random;
    std::uniform_int_distribution<std::size_t> digit(0, all.size() - 1);
    std::string text;
    for (int i = 0; i < digits; ++i)
        text += all[digit(random)];
    return text;
}

std::string hash(const std::string& salt, const std::string& text) {
    if (text.empty())
        return {};
    const std::string salted = salt + ":" + text;
    const auto bytes = QByteArray::fromRawData(salted.data(), static_cast<qsizetype>(salted.size()));
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).left(hashBytes).toHex().toStdString();
}

// An IPv6 host changes the lower half of its address every day (RFC 8981) without going anywhere.
std::string placeOf(Address address) {
    if (address.v6)
        std::fill(address.bytes.begin() + 8, address.bytes.end(), std::uint8_t(0));
    return address.text();
}

} // namespace

bool Vantage::Marks::sameAs(const Marks& other) const {
    return place == other.place && (router == other.router || router.empty() || other.router.empty());
}

Vantage::Marks Vantage::marksOf(const LineReading& reading) {
    const Route& exit = *reading.exit;
    std::vector<std::string> resolvers;
    for (const Address& resolver : reading.resolvers)
        resolvers.push_back(resolver.text());
    std::sort(resolvers.begin(), resolvers.end());
    Marks marks;
    marks.place = reading.way + reading.proxy + (reading.intercepted ? " intercepted " : " ") + exit.interface + " " +
                  placeOf(exit.source) + " via " + (exit.gateway ? exit.gateway->text() : std::string()) + " names";
    for (const std::string& resolver : resolvers)
        marks.place += " " + resolver;
    marks.router = exit.gatewayHardware;
    return marks;
}

// "salt:place:router", the last part empty while the router's hardware is not known.
std::string Vantage::hashed(const Marks& marks) {
    const std::string salt = randomHex(hashBytes);
    return salt + ":" + hash(salt, marks.place) + ":" + hash(salt, marks.router);
}

bool Vantage::isOf(const Epoch& epoch, const Marks& marks) {
    const std::string& exit = epoch.exit;
    const std::size_t first = exit.find(':');
    const std::size_t second = exit.find(':', first == std::string::npos ? first : first + 1);
    if (first == std::string::npos || second == std::string::npos)
        return false;
    const std::string salt = exit.substr(0, first);
    const Marks stored{exit.substr(first + 1, second - first - 1), exit.substr(second + 1)};
    return stored.sameAs({hash(salt, marks.place), hash(salt, marks.router)});
}

// The kernel forgets that a router was silent and tries again: it stays silent here until it answers or is another.
void Vantage::noteTrouble(const LineReading& reading) {
    if (!reading.exit || !reading.exit->linkUp) { // without a partner a link leads nowhere, whatever the routes say
        m_trouble = LineTrouble::NoRoute;
        return;
    }
    switch (reading.exit->router) {
    case FirstRouter::Silent:
        m_trouble = LineTrouble::FirstRouterSilent;
        m_silentRouter = reading.exit->gateway;
        break;
    case FirstRouter::None:
    case FirstRouter::Answers:
        m_trouble = LineTrouble::None;
        break;
    case FirstRouter::Unknown:
        if (m_trouble != LineTrouble::FirstRouterSilent || reading.exit->gateway != m_silentRouter)
            m_trouble = LineTrouble::None;
        break;
    }
}

Epoch Vantage::begin(const LineReading& reading, const Marks& marks) {
    m_current = marks;
    m_next.reset();
    const auto before =
        std::find_if(m_known.rbegin(), m_known.rend(), [&](const Epoch& each) { return isOf(each, marks); });
    if (before != m_known.rend()) {
        std::rotate(std::prev(before.base()), before.base(), m_known.end());
    } else {
        m_known.push_back({.id = randomHex(16),
                           .network = std::string(name(reading.exit->kind)),
                           .country = {},
                           .way = reading.way,
                           .exit = hashed(marks)});
        if (m_known.size() > kept)
            m_known.erase(m_known.begin());
    }
    return m_known.back();
}

std::optional<Epoch> Vantage::take(const LineReading& reading, SteadyTime now) {
    noteTrouble(reading);
    if (!reading.exit) {
        m_nextSince = now; // the next way out has yet to stand still
        return std::nullopt;
    }
    const Marks marks = marksOf(reading);
    if (!m_current) {
        if (m_known.empty() || !isOf(m_known.back(), marks))
            return begin(reading, marks);
        m_current = marks;
        return std::nullopt;
    }
    if (marks.sameAs(*m_current)) {
        m_next.reset();
        if (!marks.router.empty())
            m_current->router = marks.router;
        return std::nullopt;
    }
    if (!m_next)
        m_restlessSince = now;
    if (!m_next || !marks.sameAs(*m_next))
        m_nextSince = now;
    m_next = marks;
    if (now - m_nextSince >= settled || now - m_restlessSince >= restless)
        return begin(reading, marks);
    return std::nullopt;
}

bool Vantage::isSameNetwork(LineReading reading) const {
    if (!reading.exit || !m_current)
        return false;
    reading.intercepted = !reading.intercepted;
    return marksOf(reading).sameAs(*m_current);
}

std::optional<SteadyTime> Vantage::nextLook() const {
    if (!m_next)
        return std::nullopt;
    return std::min<SteadyTime>(m_nextSince + settled, m_restlessSince + restless);
}

} // namespace kpwatch
