// SPDX-License-Identifier: GPL-3.0-or-later
// The words for what stands on our own side (app/story/notice.h). Any thread.
#pragma once

#include "app/story/notice.h"

#include <QString>

namespace kpwatch::words {

struct NoticeWords {
    QString strong;   // what is so: "The clock of this computer is 12 s ahead."
    QString sentence; // what that means for what is shown; complete in itself
};
NoticeWords notice(const Notice& notice);

// "wi-fi" as a person says it: "the Wi-Fi"; "another network" for a word that is none of Epoch::network's.
QString network(const std::string& word);

// What the switch "keep this computer awake" has come to: "This computer stays awake while watching."; empty for Off.
QString keepAwake(KeepAwake state);

} // namespace kpwatch::words
