// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/quit_on_signals.h"

#include "app/errors.h"

#include <QCoreApplication>
#include <QSocketNotifier>

#include <array>
#include <csignal>
#include <unistd.h>

namespace kpwatch {

namespace {

// The self-pipe trick (signal-safety(7)): the handler writes a byte, the event loop reads it.
std::array<int, 2> stopPipe{-1, -1};

void onStopSignal(int /*signal*/) {
    const char byte = 1;
    [[maybe_unused]] const ssize_t written = ::write(stopPipe[1], &byte, 1);
}

} // namespace

void quitOnSignals(QCoreApplication& application) {
    if (::pipe(stopPipe.data()) != 0)
        throw StorageError("no pipe could be opened: too many files are open, close some programs");
    auto* notifier = new QSocketNotifier(stopPipe[0], QSocketNotifier::Read, &application);
    QObject::connect(notifier, &QSocketNotifier::activated, &application, [] { QCoreApplication::exit(); });
    struct sigaction ours {};
    ours.sa_handler = onStopSignal;
    ours.sa_flags = static_cast<int>(SA_RESETHAND | SA_RESTART);
    for (const int signal : {SIGINT, SIGTERM, SIGHUP}) {
        struct sigaction before {};
        ::sigaction(signal, nullptr, &before);
        if (before.sa_handler != SIG_IGN)
            ::sigaction(signal, &ours, nullptr);
    }
}

} // namespace kpwatch
