// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/watch/fetch_past.h"

#include "app/history/history_reader.h"
#include "app/outside/outside_watch.h"
#include "app/settings_file.h"

#include <condition_variable>
#include <mutex>

namespace kpwatch {

namespace {

using namespace std::chrono_literals;

constexpr auto longestWait = 10min; // a budget that is used up takes longer: then it is said

// What comes is stored as it comes; the answer to what was asked ends the wait.
class Fetch {
  public:
    Fetch(History& history, TimeRange range) : m_history(history), m_range(range) {}

    void take(SourceNews news) {
        const std::lock_guard lock(m_mutex);
        for (const PastTold& told : news.past)
            if (told.byPerson && told.range == m_range)
                m_told = told;
        Batch batch;
        batch.news = std::move(news);
        try {
            m_history.append(batch);
        } catch (const StorageError& error) {
            m_trouble = error.what();
        }
        m_changed.notify_all();
    }
    std::optional<PastTold> wait() {
        std::unique_lock lock(m_mutex);
        m_changed.wait_for(lock, longestWait, [&] { return m_told || !m_trouble.empty(); });
        if (!m_trouble.empty())
            throw StorageError(m_trouble);
        return m_told;
    }

  private:
    History& m_history;
    const TimeRange m_range;
    std::mutex m_mutex; // the three below
    std::condition_variable m_changed;
    std::optional<PastTold> m_told;
    std::string m_trouble;
};

// As they are in the record, so that nothing of them is new; as they are chosen where it holds none yet.
Chosen watchedIn(const std::filesystem::path& directory, const ChosenFiles& files) {
    if (!HistoryReader::exists(directory))
        return readChosen(files);
    const HistoryReader reader(directory);
    const std::string list = reader.latestWatchlistJson();
    if (list.empty())
        return readChosen(files);
    Chosen held{storedSettings(reader.latestSettingsJson()), {}};
    held.watchlist = parseWatchlist(list, "watchlist stored in the history", held.settings);
    return held;
}

} // namespace

Fetched fetchPast(const std::filesystem::path& directory, const Sources& sources, const ChosenFiles& files,
                  TimeRange range) {
    const Chosen watched = watchedIn(directory, files);
    History history({directory}, watched.watchlist, watched.settings, utcNow());
    Fetch fetch(history, range);
    OutsideWatch::Options asked{
        .sources = sources, .way = {}, .directory = directory, .userAgent = "KPWatch/" KPWATCH_VERSION};
    OutsideWatch watch(
        std::move(asked), [&](SourceNews news) { fetch.take(std::move(news)); }, [] {});
    watch.wantPast(range);
    Fetched fetched{fetch.wait(), {}};
    if (const std::vector<SourceStatus> statuses = watch.statuses(); !statuses.empty())
        fetched.trouble = statuses.front().trouble;
    return fetched;
}

} // namespace kpwatch
