// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/start/renewed_window.h"

#include "app/history/history_reader.h"
#include "app/watch/edit_door.h"
#include "ui/live/live_page.h"

#include <QApplication>

namespace kpwatch {

namespace {

constexpr std::chrono::milliseconds untilDialogsAreGone{50};

} // namespace

RenewedWindow::Shown::Shown(const std::filesystem::path& record, Chosen what)
    : chosen(std::move(what)), archive(record, chosen.watchlist) {}

RenewedWindow::RenewedWindow(Monitor& monitor, std::filesystem::path record, std::optional<ChosenFiles> files,
                             Chosen chosen, MainWindowOptions options)
    : m_monitor(monitor), m_record(std::move(record)), m_files(std::move(files)), m_options(std::move(options)) {
    m_options.choosing.renew = [this] { renew(); };
    if (m_files) {
        m_options.choosing.change = [this](const Change& what) { change(what); };
        m_options.choosing.earlier = [this] { return earlier(); };
        m_options.choosing.settingsFile = QString::fromStdString(m_files->settings.string());
    }
    m_soon.setInterval(untilDialogsAreGone);
    connect(&m_soon, &QTimer::timeout, this, [this] {
        if (QApplication::activeModalWidget() != nullptr || QApplication::activePopupWidget() != nullptr)
            return;
        m_soon.stop();
        show(m_next);
    });
    show(std::move(chosen));
}

RenewedWindow::~RenewedWindow() = default;

// A window that looks on asks the program that records, which keeps the files.
void RenewedWindow::change(const Change& change) {
    Chosen next = changed(m_shown->chosen, change);
    const Watching watching = m_monitor.picture().watching;
    const bool ours = watching != Watching::NotStarted && watching != Watching::Stopped;
    if (!ours && isBeingWritten(m_record)) {
        changeInRecord(m_record, change);
    } else {
        m_monitor.requireRecorded();
        keep(*m_files, change);
    }
    m_takesOver = true; // also of who looks on: once they watch from here, it is by these
    m_next = std::move(next);
    m_soon.start();
}

void RenewedWindow::renew() {
    m_next = m_shown->chosen;
    m_soon.start();
}

void RenewedWindow::show(Chosen chosen) {
    std::optional<TimeRange> looked_at;
    if (m_shown) {
        m_options.before = m_shown->window->giveWay();
        m_options.goesOn = true;
        m_options.reopened.reset();
        if (!m_shown->window->page().card().timeline().view().choice())
            looked_at = m_shown->window->page().query().range;
        const Picture picture = m_monitor.picture();
        if (picture.way)
            m_options.agreed = picture.way;
        const bool ours = picture.watching != Watching::NotStarted && picture.watching != Watching::Stopped;
        m_options.viewer = !ours && isBeingWritten(m_record);
    }
    if (std::exchange(m_takesOver, false)) // not before: the window that goes knows the old list only
        m_monitor.takeOver(chosen.watchlist, chosen.settings);
    auto next = std::make_unique<Shown>(m_record, std::move(chosen));
    connect(&next->archive, &Archive::damaged, &m_monitor, &Monitor::checkRecord);
    next->window = std::make_unique<MainWindow>(m_monitor, next->archive, next->chosen.watchlist, next->chosen.settings,
                                                m_options);
    next->window->show();
    if (looked_at)
        next->window->page().card().showRange(*looked_at);
    m_shown = std::move(next); // the one before goes once this one is there: the program does not end in between
}

std::vector<DatedList> RenewedWindow::earlier() const {
    if (!HistoryReader::exists(m_record))
        return {};
    std::vector<DatedList> lists;
    const HistoryReader reader(m_record);
    for (const WatchlistVersion& each : reader.watchlistVersions())
        lists.push_back({each.since, each.list.json()});
    return lists;
}

} // namespace kpwatch
