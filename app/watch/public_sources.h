// SPDX-License-Identifier: GPL-3.0-or-later
// The public sources beside our own checks, while somebody watches or observes: those who see routes, and the platforms
// that measure from elsewhere. Begun and ended in the GUI (or main) thread; the rest may be called from any.
#pragma once

#include "app/outside/outside_watch.h"
#include "app/outside/platform_watch.h"
#include "app/story/notice.h"

#include <mutex>

namespace kpwatch {

class PublicSources {
  public:
    struct Asking {
        std::filesystem::path directory; // of the record: who is on, budgets, and what places said of late
        const Watchlist& watchlist;
        Way way;
        AddressOf address;
        std::function<void(SourceNews)> news; // called from threads of theirs
        std::function<void()> bell;
    };
    // Ends what is under way. What cannot be read of the choice is told by statuses().
    void begin(const Asking& asking);
    void end(); // within 1 s each
    void clearFault() { m_fault.clear(); }

    void setTokens(const Tokens& tokens) { m_tokens = tokens; } // from the next begin() on

    void setDown(TargetId target, std::optional<UtcTime> since);
    void askElsewhere();
    bool askPast(TimeRange range);              // of who sees routes; false while nobody is asked
    std::vector<SourceStatus> statuses() const; // one without a name tells why none is asked
    AskingElsewhere asking() const;
    std::vector<Notice> notices() const; // of controls that do not lie where they should

  private:
    void replacePlatforms(std::unique_ptr<PlatformWatch> next);

    std::unique_ptr<OutsideWatch> m_routes;
    std::optional<UtcTime> m_ended;
    mutable std::mutex m_mutex;
    std::unique_ptr<PlatformWatch> m_platforms;        // guarded
    std::map<TargetId, std::optional<UtcTime>> m_down; // guarded; for platforms to come
    Tokens m_tokens;
    std::string m_fault; // why no public source is asked, although one may be switched on
};

} // namespace kpwatch
