// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/words/by_hand.h"

#include "app/words/label.h"
#include "app/words/tr.h"
#include "app/words/words.h"

#include <algorithm>

namespace kpwatch::words {

namespace {

constexpr int labelLength = 60, nameLength = 40, reasonLength = 500;

QString labelOf(const Watchlist& watchlist, const std::string& slug) {
    const auto found = std::find_if(watchlist.targets.begin(), watchlist.targets.end(),
                                    [&](const Target& target) { return target.name == slug; });
    return label(found == watchlist.targets.end() ? slug : found->label, labelLength);
}

QString what(const Judgement& judgement, const Watchlist& watchlist) {
    const UtcTime from = judgement.from.value_or(UtcTime{}), to = judgement.to.value_or(UtcTime{});
    switch (judgement.hand) {
    case Hand::Merge:
        return Tr::tr("merged with %1").arg(cleaned(judgement.other, nameLength));
    case Hand::Split:
        return Tr::tr("split at %1").arg(stampKst(from));
    case Hand::Window:
        return Tr::tr("shown from %1 to %2, silences that lie outside told apart").arg(stampKst(from), stampKst(to));
    case Hand::Exclude:
        return Tr::tr("%1 left out").arg(labelOf(watchlist, judgement.other));
    case Hand::FalseAlarm:
        return Tr::tr("marked as a false alarm");
    case Hand::Undo:
        return Tr::tr("no. %1 undone").arg(judgement.undoes);
    }
    return {};
}

} // namespace

QString hand(Hand hand) {
    switch (hand) {
    case Hand::Merge:
        return Tr::tr("Merge with another incident");
    case Hand::Split:
        return Tr::tr("Split in two");
    case Hand::Window:
        return Tr::tr("Set the story's window");
    case Hand::Exclude:
        return Tr::tr("Leave a target out");
    case Hand::FalseAlarm:
        return Tr::tr("Mark as a false alarm");
    case Hand::Undo:
        return Tr::tr("Undo");
    }
    return {};
}

QString saidByHand(const Judgement& judgement, const Watchlist& watchlist) {
    return Tr::tr("No. %1, %2: %3. “%4”")
        .arg(judgement.id)
        .arg(stampKst(judgement.at), what(judgement, watchlist), cleaned(judgement.reason, reasonLength));
}

QString saidByHand(const SaidOfIt& said, const Watchlist& watchlist) {
    const QString words = saidByHand(said.judgement, watchlist);
    return said.undone ? Tr::tr("%1 (undone)").arg(words) : words;
}

QString writtenWhen(UtcTime at, const std::optional<UtcTime>& changed) {
    return changed ? Tr::tr("%1, changed %2").arg(stampKst(at), stampKst(*changed)) : stampKst(at);
}

} // namespace kpwatch::words
