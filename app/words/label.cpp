// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/words/label.h"

#include "app/sentinels.h"
#include "app/words/tr.h"
#include "app/words/words.h"

#include <algorithm>
#include <array>

namespace kpwatch::words {

namespace {

constexpr std::array shippedLabels{
    // Sites and their short names, as resources/default-watchlist.json has them.
    QT_TRANSLATE_NOOP("words", "KCNA"), QT_TRANSLATE_NOOP("words", "Naenara"), QT_TRANSLATE_NOOP("words", "Air Koryo"),
    QT_TRANSLATE_NOOP("words", "Foreign Ministry"), QT_TRANSLATE_NOOP("words", "MFA"),
    QT_TRANSLATE_NOOP("words", "Rodong Sinmun"), QT_TRANSLATE_NOOP("words", "Rodong"),
    QT_TRANSLATE_NOOP("words", "Voice of Korea"), QT_TRANSLATE_NOOP("words", "VOK"),
    QT_TRANSLATE_NOOP("words", "Committee for Cultural Relations"), QT_TRANSLATE_NOOP("words", "Friend"),
    QT_TRANSLATE_NOOP("words", "Kim Il Sung University"), QT_TRANSLATE_NOOP("words", "KISU"),
    QT_TRANSLATE_NOOP("words", "Media Ryugyong"), QT_TRANSLATE_NOOP("words", "Ryugyong"),
    QT_TRANSLATE_NOOP("words", "DPRK web portal"), QT_TRANSLATE_NOOP("words", "Portal"),
    // What carries them.
    QT_TRANSLATE_NOOP("words", "ns1 of the sites"), QT_TRANSLATE_NOOP("words", "ns2 of the sites"),
    QT_TRANSLATE_NOOP("words", "Sites ns1"), QT_TRANSLATE_NOOP("words", "Sites ns2"),
    QT_TRANSLATE_NOOP("words", "Router 175.45.178.161"), QT_TRANSLATE_NOOP("words", "Router 175.45.177.1"),
    QT_TRANSLATE_NOOP("words", "Router .178"), QT_TRANSLATE_NOOP("words", "Router .177"),
    QT_TRANSLATE_NOOP("words", "Mail of star-co.net.kp (.56)"),
    QT_TRANSLATE_NOOP("words", "Mail of star-co.net.kp (.57)"), QT_TRANSLATE_NOOP("words", "Star mail 1"),
    QT_TRANSLATE_NOOP("words", "Star mail 2"), QT_TRANSLATE_NOOP("words", "Mail of silibank.net.kp"),
    QT_TRANSLATE_NOOP("words", "Road to the name servers of the sites"), QT_TRANSLATE_NOOP("words", "Road .176"),
    QT_TRANSLATE_NOOP("words", "Road to router 175.45.177.1"), QT_TRANSLATE_NOOP("words", "Road .177"),
    // What tests our own line.
    QT_TRANSLATE_NOOP("words", "China Unicom resolver, Shandong"),
    QT_TRANSLATE_NOOP("words", "China Unicom resolver, Tianjin"),
    QT_TRANSLATE_NOOP("words", "TransTeleCom name server 1"), QT_TRANSLATE_NOOP("words", "TransTeleCom name server 2"),
    QT_TRANSLATE_NOOP("words", "Nobody, TCP"), QT_TRANSLATE_NOOP("words", "Nobody, DNS"),
    QT_TRANSLATE_NOOP("words", "Nobody, mail"),
    // Lanes of app/story.
    QT_TRANSLATE_NOOP("words", "Name servers"), QT_TRANSLATE_NOOP("words", "Mail servers"),
    QT_TRANSLATE_NOOP("words", "Routers"), QT_TRANSLATE_NOOP("words", "Road there"),
    QT_TRANSLATE_NOOP("words", "Our own line"), QT_TRANSLATE_NOOP("words", "Our line"),
    QT_TRANSLATE_NOOP("words", "Their own line"), // of another desk (app/history/desk_timeline.cpp)
    QT_TRANSLATE_NOOP("words", "Routes via China"), QT_TRANSLATE_NOOP("words", "Routes via Russia"),
    QT_TRANSLATE_NOOP("words", "Routes another way"),
    // Whoever exports without giving himself a name (ui/cli/export.cpp, app/evidence/pack.h).
    QT_TRANSLATE_NOOP("words", "another computer")};

} // namespace

QString label(const std::string& raw, int length) {
    if (raw.size() > firstSign.size() && raw.ends_with(firstSign))
        return Tr::tr("%1, first sign").arg(label(raw.substr(0, raw.size() - firstSign.size()), length)).left(length);
    const auto* const shipped = std::ranges::find(shippedLabels, raw);
    return shipped == shippedLabels.end() ? cleaned(raw, length) : Tr::tr(*shipped).left(length);
}

} // namespace kpwatch::words
