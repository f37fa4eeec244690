// SPDX-License-Identifier: GPL-3.0-or-later
// The executable: makes the application that what was asked for needs, runs it, and turns the three kinds of error into
// a sentence and an exit code.
#include "app/errors.h"
#include "app/start/command_line.h"
#include "resources/resources.h"
#include "ui/app_icon.h"
#include "ui/remembered.h"
#include "ui/theme.h"

#include <QApplication>
#include <QStandardPaths>

#include <clocale>
#include <iostream>
#include <malloc.h>
#include <sys/stat.h>

namespace kpwatch {

namespace {

constexpr int exitUsage = 2, exitStorage = 3, exitWriterBusy = 4;

std::filesystem::path defaultHistory() {
    if (const std::string chosen = rememberedPlace(); !chosen.empty())
        return chosen;
    return QStandardPaths::writableLocation(QStandardPaths::AppDataLocation).toStdString();
}

bool haveDisplay() {
    return !qEnvironmentVariableIsEmpty("DISPLAY") || !qEnvironmentVariableIsEmpty("WAYLAND_DISPLAY") ||
           qEnvironmentVariable("QT_QPA_PLATFORM") == QLatin1String("offscreen");
}

void requireDisplay() {
    if (!haveDisplay())
        throw InputError("no display was found: set DISPLAY or WAYLAND_DISPLAY, or watch in the terminal with "
                         "'kpwatch collect'");
}

int runWhere(int argc, char** argv, CommandLine& asked) {
    switch (asked.where()) {
    case Runs::Plain:
        return asked.run({});
    case Runs::InTerminal: {
        const QCoreApplication application(argc, argv);
        return asked.run(defaultHistory());
    }
    case Runs::Offscreen: {
        qputenv("QT_QPA_PLATFORM", "offscreen");
        const QApplication application(argc, argv);
        installFonts();
        return asked.run(defaultHistory());
    }
    case Runs::InWindow: {
        requireDisplay();
        const QApplication application(argc, argv);
        installFonts();
        installAppIcon();
        return asked.run(defaultHistory());
    }
    }
    return exitUsage;
}

int run(int argc, char** argv) {
    CommandLine asked;
    if (const std::optional<int> done = asked.parse(argc, argv))
        return *done;
    return runWhere(argc, argv, asked);
}

} // namespace

} // namespace kpwatch

int main(int argc, char** argv) {
    ::umask(077);
    ::mallopt(M_ARENA_MAX, 1); // those who ask are many and allocate little: a heap for each would be mostly empty
    std::setlocale(LC_ALL, "C.UTF-8");
    QCoreApplication::setApplicationName(QStringLiteral("kpwatch"));
    QCoreApplication::setApplicationVersion(QStringLiteral(KPWATCH_VERSION));
    kpwatch::initResources();
    kpwatch::keepFileDialogsApart();
    try {
        return kpwatch::run(argc, argv);
    } catch (const kpwatch::InputError& error) {
        std::cerr << "kpwatch: " << error.what() << '\n';
        return kpwatch::exitUsage;
    } catch (const kpwatch::WriterBusyError& error) {
        std::cerr << "kpwatch: " << error.what() << '\n';
        return kpwatch::exitWriterBusy;
    } catch (const kpwatch::StorageError& error) {
        std::cerr << "kpwatch: " << error.what() << '\n';
        return kpwatch::exitStorage;
    } catch (const std::exception& error) {
        std::cerr << "kpwatch: something went wrong that should not have (" << error.what()
                  << "): please report it with what you did\n";
        return kpwatch::exitUsage;
    }
}
