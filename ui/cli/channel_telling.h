// SPDX-License-Identifier: GPL-3.0-or-later
// Tells the channels while nobody has a window open: what `kpwatch collect` records it tells of itself. Main thread.
#pragma once

#include "app/history/archive.h"
#include "app/tell/current_news.h"
#include "app/tell/despatch.h"
#include "app/watch/monitor.h"

#include <functional>

namespace kpwatch {

class ChannelTelling {
  public:
    // All must outlive it. `say`: a sentence for who looks on.
    ChannelTelling(const Monitor& monitor, const std::filesystem::path& history, const Channels& channels,
                   const Secrets& secrets, std::function<void(const QString&)> say);

  private:
    void look(); // at the latest picture
    void ask();
    void take();
    void sayTroubles();

    const Monitor& m_monitor;
    const std::function<void(const QString&)> m_say;
    Archive m_archive;
    CurrentNews m_news;
    Despatch m_despatch;
    QTimer m_again;
    std::vector<TargetId> m_down;
    Verdict m_ownLine = Verdict::NotMonitored;
    QString m_troubles;
};

// From the keychain; what is not there is asked for on a terminal, unseen, and else said to be missing, on standard
// error. Never from the command line, where others would see it.
Secrets gatheredSecrets(const Channels& channels);

} // namespace kpwatch
