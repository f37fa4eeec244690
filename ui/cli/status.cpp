// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/history/consent.h"
#include "app/history/set_aside.h"
#include "app/story/part_of_record.h"
#include "app/story/second_opinion.h"
#include "app/words/left_out.h"
#include "app/words/tr.h"
#include "ui/cli/json.h"
#include "ui/cli/opened_history.h"
#include "ui/cli/status_table.h"
#include "ui/cli/time_argument.h"

#include <algorithm>
#include <iostream>

namespace kpwatch {

namespace {

// How many checks of watched targets began in the minute before.
int rateBefore(const OpenedHistory& opened, UtcTime at) {
    int count = 0;
    opened.reader.rows(opened.watchlist, {at - std::chrono::minutes{1}, at}, [&](const Observation* row, const Event*) {
        if (row && !opened.watchlist.isControl(row->target))
            ++count;
    });
    return count;
}

// What places elsewhere had found by then of who is silent, as the window of who watches has it.
AskingElsewhere elsewhereAt(UtcTime moment, const LiveStatus& live, const OpenedHistory& opened) {
    std::vector<PlaceQuestion> silent;
    UtcTime since = moment;
    for (const TargetStatus& status : live.targets) {
        const Target* const target = opened.watchlist.find(status.id);
        if (status.state != Verdict::Down || target == nullptr)
            continue;
        silent.push_back(placeQuestion(*target));
        since = std::min(since, status.since.value_or(moment));
    }
    AskingElsewhere elsewhere;
    if (!silent.empty())
        elsewhere.latest = roundAboutNow(
            opened.reader.outsideReadings({since - placeProvenFor, moment + std::chrono::milliseconds{1}}).places,
            silent, since, moment);
    return elsewhere;
}

// As it was watched then, as far as the record knows: it keeps the way out that was agreed to last.
words::Headline headlineAt(UtcTime moment, const LiveStatus& live, const Settings& settings,
                           const std::optional<Consent>& agreed, words::SeenFrom from,
                           const AskingElsewhere& elsewhere) {
    const bool then = agreed && agreed->at <= moment;
    const bool idle = std::ranges::all_of(
        live.targets, [](const TargetStatus& target) { return target.state == Verdict::NotMonitored; });
    if (then && idle && std::holds_alternative<ObserveOnly>(agreed->way))
        return words::observing();
    const bool blank = std::ranges::all_of(
        live.targets, [](const TargetStatus& target) { return target.reason == Reason::NotStarted; });
    if (blank && from.repairing)
        return {words::Tr::tr("The earlier record is being repaired"), {}, Verdict::Unknown};
    from.proxy = then && std::holds_alternative<Proxy>(agreed->way);
    return words::headline(live, settings, from, elsewhere);
}

} // namespace

int runStatus(const CommonOptions& common, const std::string& at) {
    const OpenedHistory opened = openHistory(common);
    const UtcTime now = utcNow();
    const UtcTime moment = parseTimeArgument(at, "--at", now);
    LiveStatus live = liveStatus(judgeAt(opened.reader, opened.watchlist, opened.settings, moment), opened.watchlist);
    words::SeenFrom from;
    from.repairing = !awaitingRepair(common.history).empty();
    if (from.repairing)
        takeBackNeverAnswered(live);
    from.again = reachesBack(opened.reader.firstRowAt(), moment);
    const words::Headline headline = headlineAt(moment, live, opened.settings, latestConsent(common.history), from,
                                                elsewhereAt(moment, live, opened));
    if (common.json)
        std::cout << documentText(statusJson(live, opened.watchlist, headline.sentence.toStdString(), now,
                                             rateBefore(opened, moment), from.repairing));
    else
        std::cout << statusTable(live, opened.watchlist, headline);
    return 0;
}

} // namespace kpwatch
