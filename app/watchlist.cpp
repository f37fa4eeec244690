// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/watchlist.h"

#include "app/errors.h"
#include "app/json_reader.h"
#include "resources/resources.h"

#include <QFile>

#include <algorithm>

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
    const auto index = static_cast<std::size_t>(id);
    if (index < targets.size() && targets[index].id == id)
        return &targets[index];
    for (const Target& target : targets)
        if (target.id == id)
            return &target;
    for (const Control& control : controls)
        if (control.target.id == id)
            return &control.target;
    return nullptr;
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
    return std::any_of(controls.begin(), controls.end(),
                       [id](const Control& control) { return control.target.id == id; });
}

const std::string& Watchlist::json() const {
    static const std::string none;
    return m_json ? *m_json : none;
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
