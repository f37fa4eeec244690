// SPDX-License-Identifier: GPL-3.0-or-later
// Makes a record of an observation file, as if this computer had watched: for walks through the window with a night of
// long ago. `recorded FILE.jsonl DIR`, with `faketime` the window then believes to be in that night.
#include "app/evidence/observation_file.h"
#include "app/history/history.h"
#include "app/story/replay.h"

#include <iostream>

int main(int argc, char** argv) {
    using namespace kpwatch;
    if (argc != 3) {
        std::cerr << "usage: recorded FILE.jsonl DIR\n";
        return 2;
    }
    ObservationFile file = readObservationFile(argv[1], {});
    const Replayed judged = replayRows(file.watchlist, {}, file.observations, file.events, file.report.hasHeartbeats);
    Batch batch;
    batch.observations = std::move(file.observations);
    batch.events = std::move(file.events);
    batch.news = std::move(file.sources);
    for (const auto& [lane, spans] : judged.spans)
        if (!spans.empty())
            batch.spans.push_back({lane, spans.front().range.begin, spans});
    History({.directory = argv[2], .simulated = file.report.simulated}, file.watchlist, {}, judged.firstRowAt)
        .append(batch);
    std::cout << file.report.accepted << " rows, until " << isoUtc(judged.lastRowAt) << '\n';
}
