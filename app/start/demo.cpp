// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/start/demo.h"

#include "app/errors.h"
#include "app/simulation/past.h"
#include "app/simulation/scenario.h"
#include "app/simulation/stage.h"
#include "app/start/dashboard.h"
#include "app/start/renewed_window.h"
#include "app/watch/monitor.h"
#include "ui/quit_on_signals.h"
#include "ui/remembered.h"

#include <QApplication>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QScopeGuard>
#include <QTemporaryDir>

#include <iostream>
#include <unistd.h>

namespace kpwatch {

// The simulated network is a child process: real probes, real sockets, and nothing of it inside the program that
// watches. It plays until its standard input closes, which it does however this program ends.
int runDemo(const Play& play) {
    const simulation::Scenario& scenario = simulation::scenario(play.scenario);
    QProcess network;
    const auto endPlay = qScopeGuard([&network] {
        network.closeWriteChannel();
        network.waitForFinished(2000);
    });
    network.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    network.start(QApplication::applicationFilePath(),
                  {QStringLiteral("simulate"), QString::fromStdString(play.scenario), QStringLiteral("--speed"),
                   QString::number(play.speed)});
    while (!network.canReadLine())
        if (!network.waitForReadyRead(10000))
            break;
    const QJsonObject staged = QJsonDocument::fromJson(network.readLine()).object();
    if (staged.isEmpty())
        throw InputError("the simulated network did not start: is another demo using its addresses on 127.45.0.0/16?");
    const auto document = [&](QLatin1String key) {
        return QJsonDocument(staged[key].toObject()).toJson(QJsonDocument::Compact).toStdString();
    };
    const Settings settings = parseSettings(document(QLatin1String("settings")), "the simulated network");
    const Watchlist watchlist = parseWatchlist(document(QLatin1String("watchlist")), "the simulated network", settings);
    const QTemporaryDir folder;
    const HistoryOptions history{.directory = folder.filePath(QStringLiteral("history")).toStdString(),
                                 .simulated = true};
    simulation::writePast(history, watchlist, settings, utcNow(), scenario);
    Monitor monitor(history, watchlist, settings);
    const RenewedWindow window(monitor, history.directory, std::nullopt, {settings, watchlist},
                               {.simulated = true,
                                .handing = handingOn({.history = history.directory}),
                                .agreed = Direct{},
                                .before = HandedOver{.kept = {.look = remembered().look, .keepAwake = false}}});
    quitOnSignals(*qApp);
    return QApplication::exec();
}

int runSimulate(const Play& play) {
    simulation::Stage stage(simulation::scenario(play.scenario), play.speed);
    std::cout << stage.json() << std::endl;
    stage.playUntilClosed(STDIN_FILENO);
    return 0;
}

} // namespace kpwatch
