// SPDX-License-Identifier: GPL-3.0-or-later
// The window's questions to the history, answered on a thread of its own: the newest query wins. Lives in the GUI
// thread.
#pragma once

#include "app/history/history_reader.h"

#include <QObject>

#include <memory>

namespace kpwatch {

struct ArchiveQuery {
    TimeRange range;                   // of the timeline; end may be now
    TimeRange overview;                // of the strip below it
    int columns = 1000;                // pixels of the plot, for latency
    std::optional<TargetId> latencyOf; // response-time chart of this target over `range`
    UtcTime now;
    bool operator==(const ArchiveQuery&) const = default;
};

struct ArchiveAnswer {
    ArchiveQuery query;
    Timeline timeline;
    Timeline overview;
    std::vector<Lane> targetLanes; // every enabled target over `range`, for opened lanes
    std::vector<LatencyPoint> latency;
    std::vector<Observation> frontPages; // latest answered check of each site's HTTP target
    std::optional<UtcTime> firstRowAt;
    std::optional<std::string> trouble; // one sentence, if the history cannot be read
};

class Archive : public QObject {
    Q_OBJECT
  public:
    Archive(std::filesystem::path directory, Watchlist watchlist, QObject* parent = nullptr);
    ~Archive() override;

    // Replaces any query not yet begun. Answers an empty history with empty lanes (not-monitored throughout).
    void ask(const ArchiveQuery& query);
    // The latest answer not yet taken.
    std::optional<ArchiveAnswer> take();

  Q_SIGNALS:
    void bell(); // an answer is there; emitted from the reader's thread; connect queued

  private:
    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

} // namespace kpwatch
