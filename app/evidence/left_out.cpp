// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/evidence/left_out.h"

#include "app/evidence/shared_detail.h"

#include <QDir>
#include <QNetworkInterface>
#include <QSysInfo>

#include <fstream>
#include <sstream>

namespace kpwatch {

namespace {

constexpr std::size_t shortestWord = 4;
constexpr std::string_view leftOut = "[left out]";

// Part of a longer name or number: 10.0.0.1 does not stand in 10.0.0.12.
bool joins(char letter) {
    return (letter >= '0' && letter <= '9') || (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') ||
           letter == '_' || static_cast<unsigned char>(letter) >= 0x80;
}

std::size_t wordAt(std::string_view text, const std::string& word, std::size_t from) {
    for (std::size_t at = text.find(word, from); at != std::string_view::npos; at = text.find(word, at + 1)) {
        const std::size_t end = at + word.size();
        const bool begins = at == 0 || !joins(text[at - 1]) || !joins(word.front());
        if (begins && (end == text.size() || !joins(text[end])))
            return at;
    }
    return std::string_view::npos;
}

std::vector<std::string> resolversAsked() {
    std::vector<std::string> found;
    std::ifstream file("/etc/resolv.conf"); // resolv.conf(5)
    for (std::string line; std::getline(file, line);) {
        std::istringstream words(line);
        std::string key, value;
        if (words >> key >> value && (key == "nameserver" || key == "search" || key == "domain"))
            found.push_back(value);
    }
    return found;
}

} // namespace

std::string StandIns::of(std::string_view address) {
    const auto parsed = Address::parse(address);
    if (!parsed)
        return {};
    const int block = m_blocks.try_emplace(parsed->block(), static_cast<int>(m_blocks.size()) + 1).first->second;
    auto& hosts = m_hosts[parsed->block()];
    const int host = hosts.try_emplace(*parsed, static_cast<int>(hosts.size()) + 1).first->second;
    Address made;
    made.v6 = parsed->v6;
    const auto byte = [](int number, int shift) { return static_cast<std::uint8_t>((number >> shift) & 0xff); };
    if (made.v6)
        made.bytes = {0x20, 0x01, 0x0d, 0xb8, byte(block, 8), byte(block, 0), 0, 0, 0, 0,
                      0,    0,    0,    0,    byte(host, 8),  byte(host, 0)};
    else
        made.bytes = {240, byte(block, 8), byte(block, 0), byte(host, 0)};
    return made.text();
}

Observation StandIns::in(const Observation& row) {
    Observation shown = row;
    shown.detail = sharedDetail(row);
    shown.source = of(row.source);
    const RefusalDetail* const refusal = refusalOf(row.detail);
    if (refusal == nullptr || Address::parse(refusal->router) == Address::parse(row.peer)) // closed, says itself
        return shown;
    const std::string router = of(refusal->router);
    std::visit(
        [&](auto& detail) {
            if constexpr (requires { detail.refusal; })
                detail.refusal.router = router;
        },
        shown.detail);
    return shown;
}

PrivateWords PrivateWords::ofThisComputer(const std::string& watchlist_json) {
    PrivateWords words;
    words.m_known = watchlist_json;
    words.add(QSysInfo::machineHostName().toStdString());
    words.add(QDir::homePath().toStdString());
    for (const QNetworkInterface& interface : QNetworkInterface::allInterfaces()) {
        if (interface.flags().testFlag(QNetworkInterface::IsLoopBack))
            continue;
        words.add(interface.name().toStdString());
        words.add(interface.hardwareAddress().toStdString());
        for (const QNetworkAddressEntry& entry : interface.addressEntries())
            words.add(entry.ip().toString().section(u'%', 0, 0).toStdString());
    }
    for (const std::string& resolver : resolversAsked())
        words.add(resolver);
    return words;
}

void PrivateWords::add(const std::string& word) {
    const auto address = Address::parse(word);
    const bool everybodys = word == "localhost" || (address && address->isLoopback());
    if (word.size() >= shortestWord && !everybodys && wordAt(m_known, word, 0) == std::string::npos)
        m_words.insert(word);
}

const std::string* PrivateWords::foundIn(std::string_view text) const {
    for (const std::string& word : m_words)
        if (wordAt(text, word, 0) != std::string_view::npos)
            return &word;
    return nullptr;
}

std::string PrivateWords::without(std::string text) const {
    for (const std::string& word : m_words)
        for (std::size_t at = wordAt(text, word, 0); at != std::string::npos;
             at = wordAt(text, word, at + leftOut.size()))
            text.replace(at, word.size(), leftOut);
    return text;
}

} // namespace kpwatch
