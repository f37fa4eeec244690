// SPDX-License-Identifier: GPL-3.0-or-later
// Tells a story as rows: targets and line controls asked regularly from a first moment on, failures where the story
// wants them, re-checks and extra control readings as the program would make them. For tests of what is made of rows.
#pragma once

#include "app/story/event.h"
#include "app/watchlist.h"
#include "probes/observation.h"

#include <functional>
#include <map>
#include <random>
#include <string>
#include <vector>

namespace kpwatch::test {

using std::chrono::milliseconds;
using std::chrono::seconds;

// 2026-03-05T00:00:00Z, where every story begins.
UtcTime storyBegin();
UtcTime after(seconds since_begin);

// Four sites, four name servers, two routers and `controls` line controls, intervals of the defaults.
Watchlist storyWatchlist(int controls = 3);

// What one check sees. Answered by default.
struct Outcome {
    Failure failure = Failure::None;
    Stage stage = Stage::Done;
    Detail detail;
    milliseconds elapsed{300};

    static Outcome answer(milliseconds elapsed = milliseconds(300)) {
        return {Failure::None, Stage::Done, {}, elapsed};
    }
    static Outcome timeout(milliseconds elapsed = milliseconds(10000)) {
        return {Failure::Timeout, Stage::Connect, {}, elapsed};
    }
    static Outcome page(int status);
    static Outcome serverFailure();
    static Outcome neutral(Failure failure) { return {failure, Stage::Prepare, {}, milliseconds(1)}; }
};

class Story {
  public:
    explicit Story(Watchlist watchlist = storyWatchlist(), unsigned seed = 1);

    const Watchlist& watchlist() const { return m_watchlist; }

    // From `from` to `to` (seconds after the begin) a target or control sees this. Later words win.
    Story& sees(const std::string& target, int from, int to, const Outcome& outcome);
    Story& allTargetsSee(int from, int to, const Outcome& outcome);
    Story& allControlsSee(int from, int to, const Outcome& outcome);
    // Independent loss of targets' checks.
    Story& loses(int from, int to, double share);
    // Nobody asks: the program does not run, sleeps or is paused. The events are the story's own affair.
    Story& silent(int from, int to);
    Story& silent(const std::string& target, int from, int to);
    Story& happens(int at, decltype(Event::what) what);
    Story& withHeartbeats(bool kept);

    struct Rows {
        std::vector<Observation> observations; // by end, then target
        std::vector<Event> events;
    };
    Rows until(int end) const;

  private:
    struct Word {
        int from, to;
        Outcome outcome;
    };
    Outcome seen(const Target& target, UtcTime at, std::mt19937& random) const;
    bool isSilent(const std::string& target, UtcTime at) const;

    Watchlist m_watchlist;
    unsigned m_seed;
    std::map<std::string, std::vector<Word>> m_words;
    std::vector<Word> m_targetWords, m_controlWords;
    struct Loss {
        int from, to;
        double share;
    };
    std::vector<Loss> m_losses;
    std::map<std::string, std::vector<std::pair<int, int>>> m_silences; // "" for everybody
    std::vector<Event> m_events;
    bool m_heartbeats = true;
};

} // namespace kpwatch::test
