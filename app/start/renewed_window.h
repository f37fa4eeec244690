// SPDX-License-Identifier: GPL-3.0-or-later
// The window and the archive it reads from, made anew when settings, watchlist or language become others, while the
// monitor goes on. Main thread.
#pragma once

#include "app/chosen.h"
#include "app/history/archive.h"
#include "app/watch/monitor.h"
#include "ui/main_window.h"

#include <QTimer>

namespace kpwatch {

class RenewedWindow : public QObject {
  public:
    // Shows it. The monitor has to outlive it; `options` are those of the first window, without `choosing`. Without
    // `files` only the language may be another.
    RenewedWindow(Monitor& monitor, std::filesystem::path record, std::optional<ChosenFiles> files, Chosen chosen,
                  MainWindowOptions options);
    ~RenewedWindow() override;

    MainWindow& window() { return *m_shown->window; }

  private:
    // What one window stands on; it goes before what it refers to.
    struct Shown {
        Chosen chosen;
        Archive archive;
        std::unique_ptr<MainWindow> window;
        Shown(const std::filesystem::path& record, Chosen what);
    };
    void change(const Change& change);
    void renew(); // soon, from no window's own call
    void show(Chosen chosen);
    std::vector<DatedList> earlier() const;

    Monitor& m_monitor;
    const std::filesystem::path m_record;
    const std::optional<ChosenFiles> m_files;
    MainWindowOptions m_options;
    Chosen m_next;
    bool m_takesOver = false;
    QTimer m_soon;
    std::unique_ptr<Shown> m_shown;
};

} // namespace kpwatch
