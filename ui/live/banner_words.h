// SPDX-License-Identifier: GPL-3.0-or-later
// What the slot under the top bar has to say, the most important first. Pure; any thread.
#pragma once

#include "app/watch/monitor.h"
#include "ui/live/shown_copy.h"

#include <QString>

#include <vector>

namespace kpwatch {

enum class BannerAction { None, TestAgain, ChangeWay, ChoosePlace, OpenTelling, SayPlace, GoOn, Close };

struct BannerWords {
    Verdict icon = Verdict::Unknown;
    QString strong, sentence;
    BannerAction action = BannerAction::None;
    QString whole{}; // for the tooltip: the same with file and code, where the sentence leaves them out
    bool operator==(const BannerWords&) const = default;
};

struct BannerFacts {
    Picture picture;
    std::optional<std::string> startTrouble, recordTrouble; // one sentence each
    bool viewer = false;                                    // another program writes the record
    QString untold{};                                       // which channels could not be told, and why
    std::optional<UtcTime> unsavedSince{};                  // since when nothing is saved, as far as the window saw
    QString placeBefore{};  // where the person watched from, in their words, before our own line became another
    bool repairing = false; // who watches here repairs the record: that it cannot be read passes by itself
    bool takingIn = false;  // the window itself has the record lent to it, and says so where it takes something in
    std::optional<ShownCopy> copy{};       // what is shown is one
    std::optional<std::string> newer{};    // one sentence: a newer program wrote the record
    bool triesAgain = false;               // to start, by itself, whatever hinders it
    std::optional<UtcTime> anotherSince{}; // ArchiveAnswer's, until it was read; who watches here has a note of it
};

// Our own disk, our own line, what else stands on our own side, and who is watching. Empty: nothing to say.
std::vector<BannerWords> bannerWords(const BannerFacts& facts);

} // namespace kpwatch
