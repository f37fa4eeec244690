// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/history/consent.h"
#include "app/watch/monitor.h"
#include "app/words/notice.h"
#include "app/words/words.h"
#include "ui/cli/commands.h"
#include "ui/cli/json.h"
#include "ui/cli/time_argument.h"

#include <QCoreApplication>
#include <QSocketNotifier>
#include <QTimer>

#include <algorithm>
#include <array>
#include <csignal>
#include <iostream>
#include <unistd.h>

namespace kpwatch {

namespace {

// The self-pipe trick (signal-safety(7)): the handler writes a byte, the event loop reads it.
std::array<int, 2> stopPipe{-1, -1};

void onStopSignal(int /*signal*/) {
    const char byte = 1;
    [[maybe_unused]] const ssize_t written = ::write(stopPipe[1], &byte, 1);
}

void quitOnSignals(QCoreApplication& application) {
    if (::pipe(stopPipe.data()) != 0)
        throw StorageError("no pipe could be opened: too many files are open, close some programs");
    auto* notifier = new QSocketNotifier(stopPipe[0], QSocketNotifier::Read, &application);
    QObject::connect(notifier, &QSocketNotifier::activated, &application, &QCoreApplication::quit);
    std::signal(SIGINT, onStopSignal);
    std::signal(SIGTERM, onStopSignal);
}

// The same four points as the window's first page, before anything is sent.
void requireConsent(const CommonOptions& common, const CollectOptions& options) {
    if (options.acceptNotice || !needsConsent(latestConsent(common.history), Direct{}))
        return;
    if (::isatty(STDIN_FILENO) == 0)
        throw InputError(
            "nothing was sent: the first time, 'kpwatch collect' needs --accept-notice, which says you know "
            "that the watched servers can log this computer's address");
    std::cout << "Checks leave from this computer: the servers, in North Korea too, can log its address.\n"
                 "When this computer sleeps or the program is closed, the charts show a gap.\n"
                 "Well-connected servers elsewhere are asked as well, to know when our own line fails.\n"
                 "Few and small checks are made; nothing is logged in to and nothing is changed.\n"
                 "Start watching? [y/N] "
              << std::flush;
    std::string answer;
    std::getline(std::cin, answer);
    if (answer != "y" && answer != "Y" && answer != "yes")
        throw InputError("nothing was sent: answer y, or give --accept-notice, to start watching");
}

// Qt's timers count milliseconds in an int, which is 24 days: longer watches are waited for in pieces.
void quitAfter(QTimer& timer, std::chrono::seconds length) {
    const auto deadline = std::chrono::steady_clock::now() + length;
    const auto waitOn = [&timer, deadline] {
        const auto left = std::chrono::ceil<std::chrono::milliseconds>(deadline - std::chrono::steady_clock::now());
        if (left.count() <= 0)
            QCoreApplication::quit();
        else
            timer.start(std::min<std::chrono::milliseconds>(left, std::chrono::hours{1}));
    };
    timer.setSingleShot(true);
    QObject::connect(&timer, &QTimer::timeout, waitOn);
    waitOn();
}

std::ptrdiff_t sitesWatched(const Watchlist& watchlist) {
    return std::ranges::count_if(watchlist.sites, [&](const Site& site) {
        return std::ranges::any_of(watchlist.targets,
                                   [&](const Target& target) { return target.enabled && target.site == site.id; });
    });
}

struct Told {
    QString line, awake;
};

void reportChanges(const Monitor& monitor, Told& told) {
    const Picture picture = monitor.picture();
    QString line = words::headline(picture.live, monitor.settings()).sentence;
    if (picture.storageTrouble)
        line += QStringLiteral(" (not being saved: %1)").arg(QString::fromStdString(*picture.storageTrouble));
    for (const Notice& notice : picture.notices) {
        const words::NoticeWords own = words::notice(notice);
        line += QStringLiteral("\n    %1 %2").arg(own.strong, own.sentence);
    }
    if (const QString awake = words::keepAwake(picture.keepAwake); awake != told.awake && !awake.isEmpty())
        std::cout << awake.toStdString() << std::endl;
    told.awake = words::keepAwake(picture.keepAwake);
    if (line == told.line)
        return;
    told.line = line;
    std::cout << isoUtc(utcNow()) << "  " << line.toStdString() << std::endl;
}

} // namespace

int runCollect(const CommonOptions& common, const CollectOptions& options) {
    const Settings settings = common.settings ? loadSettings(*common.settings) : Settings{};
    const Watchlist watchlist =
        common.watchlist ? loadWatchlist(*common.watchlist, settings) : defaultWatchlist(settings);
    const auto length = options.length.empty() ? std::nullopt : std::optional(parseLength(options.length, "--for"));
    requireConsent(common, options);

    QCoreApplication& application = *QCoreApplication::instance();
    quitOnSignals(application);
    Monitor monitor({.directory = common.history, .simulated = false}, watchlist, settings);
    monitor.start();
    if (!common.json) {
        std::cout << "Watching " << sitesWatched(watchlist) << " sites; the record is kept in "
                  << common.history.string() << ". Stop with Ctrl+C." << std::endl;
        auto told = std::make_shared<Told>();
        QObject::connect(
            &monitor, &Monitor::bell, &application, [&monitor, told] { reportChanges(monitor, *told); },
            Qt::QueuedConnection);
    }
    QTimer end;
    if (length)
        quitAfter(end, *length);
    QCoreApplication::exec();
    monitor.stop();
    const Picture picture = monitor.picture();
    if (picture.storageTrouble)
        throw StorageError(*picture.storageTrouble);
    if (common.json)
        std::cout << documentText({{"observations", picture.recorded}});
    else
        std::cout << picture.recorded << " checks recorded." << std::endl;
    return 0;
}

} // namespace kpwatch
