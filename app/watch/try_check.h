// SPDX-License-Identifier: GPL-3.0-or-later
// One check of one target, now, for a person who wants to see whether a question is put rightly. What comes of it is
// shown and not recorded: it was not made when its turn was, and judges nobody. Lives in the GUI thread; the check has
// a thread of its own.
#pragma once

#include "app/fingerprints.h"
#include "app/settings.h"
#include "app/way_out.h"
#include "probes/observation.h"

#include <QObject>

#include <mutex>
#include <optional>
#include <thread>

namespace kpwatch {

struct TryPlan {
    Target target;
    Settings settings;
    WayOut way; // agreed to; not ObserveOnly, and one that can carry it
    bool allowPrivate = false;
    bool nobody = false; // a control that nobody shall answer
};

class TryCheck : public QObject {
    Q_OBJECT
  public:
    explicit TryCheck(QObject* parent = nullptr);
    ~TryCheck() override; // ends it at once

    // Whether nobody is asked just now, and the caps leave room for it: those of all tries of this program together.
    bool mayAsk(const Target& target) const;
    void ask(TryPlan plan); // once mayAsk()
    void stop();            // nothing comes of it any more
    bool isBusy() const { return m_busy; }
    std::optional<Observation> result() const; // of the latest
    // Where the name was found to live; empty for an address, or if it was not found.
    std::vector<std::string> addresses() const;

  Q_SIGNALS:
    void ended(); // in the GUI thread

  private:
    struct Seen {
        Observation row;
        std::vector<std::string> addresses;
    };
    static Seen seen(const TryPlan& plan, const std::stop_token& stop);

    bool m_busy = false;
    mutable std::mutex m_mutex;
    std::optional<Seen> m_seen; // guarded
    std::jthread m_thread;
};

} // namespace kpwatch
