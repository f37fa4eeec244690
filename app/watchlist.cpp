// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/watchlist.h"

#include "app/errors.h"
#include "app/json_reader.h"
#include "resources/resources.h"

#include <QFile>

namespace kpwatch {

std::string_view name(Ring ring) {
    switch (ring) {
    case Ring::Line:
        return "line";
    case Ring::LongHaul:
        return "long-haul";
    case Ring::TransitChina:
        return "transit-china";
    case Ring::TransitRussia:
        return "transit-russia";
    case Ring::Negative:
        return "negative";
    }
    return {};
}

const Target* Watchlist::find(TargetId id) const {
    const auto position = static_cast<std::int64_t>(id);
    if (position < 0)
        return nullptr;
    const auto index = static_cast<std::size_t>(position);
    if (index < targets.size())
        return &targets[index];
    return index - targets.size() < controls.size() ? &controls[index - targets.size()].target : nullptr;
}

const Target* Watchlist::findByName(std::string_view slug) const {
    for (const Target& target : targets)
        if (target.name == slug)
            return &target;
    for (const Control& control : controls)
        if (control.target.name == slug)
            return &control.target;
    return nullptr;
}

bool Watchlist::isControl(TargetId id) const {
    const auto position = static_cast<std::int64_t>(id);
    return position >= static_cast<std::int64_t>(targets.size()) && find(id) != nullptr;
}

Watchlist loadWatchlist(const std::filesystem::path& file, const Settings& settings) {
    return parseWatchlist(readInputFile(file), file.string(), settings);
}

Watchlist defaultWatchlist(const Settings& settings) {
    initResources();
    QFile file(QStringLiteral(":/default-watchlist.json"));
    if (!file.open(QIODevice::ReadOnly))
        throw InputError("default watchlist: is missing from this program; build it again or give --watchlist FILE");
    return parseWatchlist(file.readAll().toStdString(), "default watchlist", settings);
}

} // namespace kpwatch
