// SPDX-License-Identifier: GPL-3.0-or-later
// Takes letters to one channel, one after another, in a thread of its own that sleeps while there are none. What is not
// taken is tried again, ever more seldom, for an hour; a newer letter about the same incident takes the place of one
// that waits. Every function may be called from any thread, and none blocks; the destructor ends what is under way.
#pragma once

#include "app/tell/letter.h"
#include "app/way_out.h"

#include <functional>
#include <memory>

namespace kpwatch {

struct ChannelStatus {
    ChannelKind kind{};
    int waiting = 0;                  // letters, the one that is being handed over included
    std::optional<UtcTime> delivered; // the latest
    Receipt trouble{};                // of the latest try, unless it was taken
    std::optional<UtcTime> troubleSince;
    std::optional<UtcTime> nextTry;
    int givenUp = 0; // letters that nobody took, since one was taken
};

struct CourierOptions {
    std::function<void()> bell; // a status changed; from the thread
    std::string userAgent = "KPWatch";
    std::string trustOnly{};                     // as DeliveryOptions
    std::chrono::milliseconds firstWait{30'000}; // then four times as long, to half an hour
};

class Courier {
  public:
    Courier(ChannelKind kind, CourierOptions options);
    ~Courier();
    Courier(const Courier&) = delete;
    Courier& operator=(const Courier&) = delete;

    // By which way and where to, from the next try on.
    void direct(const Channels& channels, const Secrets& secrets, const WayOut& way);
    void send(Letter letter);
    void forget(); // nothing more is sent of what waits
    ChannelStatus status() const;

  private:
    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

} // namespace kpwatch
