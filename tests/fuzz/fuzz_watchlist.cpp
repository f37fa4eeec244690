// SPDX-License-Identifier: GPL-3.0-or-later
// A watchlist of somebody else, and the editor that opens it: an InputError, or a list that may be watched.
#include "app/errors.h"
#include "app/sentinels.h"
#include "app/watchlist_draft.h"
#include "probes/net/address_rules.h"
#include "tests/fuzz/fuzzing.h"

using namespace kpwatch;
using fuzzing::require;

namespace {

void check(const Watchlist& list) {
    for (const Target& target : list.targets) {
        require(!target.name.empty() && target.interval.count() > 0 && target.timeout.count() > 0);
        require(list.findByName(target.name) == &target && list.find(target.id) == &target);
        require(!list.isControl(target.id) && (isSentinel(target) || target.site.empty() != target.group.empty()));
        const auto literal = Address::parse(hostOf(target.probe));
        require(!literal || list.allowPrivate || literal->isPublic());
    }
    for (const Control& control : list.controls)
        require(list.isControl(control.target.id));
}

void edit(const std::string& json) {
    WatchlistDraft draft(json);
    require(WatchlistDraft(draft.json()) == draft);
    for (const DraftPart part : {DraftPart::Targets, DraftPart::Controls})
        for (std::size_t i = 0; i < draft.count(part); ++i) {
            const DraftEntry entry = draft.entry({part, i});
            draft.put(entry, DraftPlace{part, i});
        }
    if (draft.count(DraftPart::Targets) > 0) {
        draft.duplicate({DraftPart::Targets, 0});
        draft.setEnabled({DraftPart::Targets, 0}, false);
        draft.move({DraftPart::Targets, 0}, 1);
        draft.remove({DraftPart::Targets, 0});
    }
    draft.addSite("Rodong Sinmun", "www.rodong.rep.kp");
    if (const auto fault = faultOf(draft, {}))
        require(!fault->sentence.empty());
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string json(fuzzing::textOf(data, size));
    try {
        const Watchlist list = parseWatchlist(json, "list.json", {});
        check(list);
        const Watchlist again = parseWatchlist(list.json(), "list.json", {});
        require(again.targets.size() == list.targets.size() && again.controls.size() == list.controls.size());
    } catch (const InputError& error) {
        require(std::string_view(error.what()).starts_with("list.json"));
    }
    try {
        edit(json);
    } catch (const InputError&) {
        return 0;
    }
    return 0;
}
