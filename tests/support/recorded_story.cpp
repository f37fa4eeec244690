// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/recorded_story.h"

#include "app/history/history.h"

namespace kpwatch::test {

Replayed record(const Story& story, int end, const std::filesystem::path& directory) {
    return record(story.until(end), story.watchlist(), directory);
}

Replayed record(const Story::Rows& rows, const Watchlist& watchlist, const std::filesystem::path& directory) {
    Replayed judged = replayRows(watchlist, {}, rows.observations, rows.events, true);
    Batch batch;
    batch.observations = rows.observations;
    batch.events = rows.events;
    for (const auto& [lane, spans] : judged.spans)
        if (!spans.empty())
            batch.spans.push_back({lane, spans.front().range.begin, spans});
    History({.directory = directory, .simulated = false}, watchlist, {}, storyBegin()).append(batch);
    return judged;
}

Story siege(Watchlist watchlist) {
    Story story(std::move(watchlist), 7);
    story.loses(7200, 9000, 0.35);
    for (const Target& target : story.watchlist().targets)
        story.sees(target.name,
                   !target.site.empty()             ? 9000
                   : target.group == "name-servers" ? 9600
                                                    : 10200,
                   14000, Outcome::timeout());
    return story;
}

} // namespace kpwatch::test
