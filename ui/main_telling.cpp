// SPDX-License-Identifier: GPL-3.0-or-later
// The window and what is told outside it: notifications of this desktop, channels, quiet hours.
#include "ui/main_window.h"

#include "app/errors.h"
#include "app/tell/despatch.h"
#include "ui/live/plain_dialog.h"
#include "ui/live/trouble_words.h"
#include "ui/settings/keychain.h"
#include "ui/tell/channel_words.h"
#include "ui/tell/telling.h"
#include "ui/tell/telling_dialog.h"

#include <QAction>
#include <QMenu>

namespace kpwatch {

void MainWindow::makeTellActions(QMenu& menu) {
    QMenu* const telling = menu.addMenu(tr("Notifications"));
    m_tellHere = &action(*telling, tr("Tell me on this desktop"), {}, [this] {
        m_telling->setWanted(m_tellHere->isChecked());
        if (m_tellHere->isChecked() && !m_telling->available())
            tellPlainly(this, tr("Notifications"),
                        tr("This desktop shows no notifications: nobody answers at org.freedesktop.Notifications. The "
                           "window's title tells what goes on."));
    });
    m_tellHere->setCheckable(true);
    action(*telling, tr("Notifications and quiet hours…"), tr("Ctrl+Shift+N"), [this] { openTelling(); });
    action(*telling, tr("Show one to try"), {}, [this] { m_telling->tryOne(); });
    makeTrayActions(*telling);
}

void MainWindow::beginTelling(bool wanted, const std::optional<QuietHours>& quiet) {
    const bool kept = m_options.beside && !m_options.simulated;
    m_telling = new Telling(m_watchlist, m_settings, m_options.simulated,
                            kept ? *m_options.beside / "telling-here.json" : std::filesystem::path(), {}, this);
    m_quiet = quiet;
    beginChannels();
    m_telling->setQuiet(m_quiet);
    m_telling->setWanted(wanted);
    m_tellHere->setChecked(wanted);
    connect(m_telling, &Telling::answerWanted, this, &MainWindow::askForIncidents);
    connect(m_telling, &Telling::opened, this, [this](const QString& incident) {
        comeForward();
        if (incident.isEmpty())
            showTab(Tab::Live);
        else
            review(incident.toStdString());
    });
}

// Quiet hours lie beside the record, where the program that records finds them as well; before they were kept there,
// the window kept them.
void MainWindow::beginChannels() {
    if (!m_options.beside || m_options.simulated)
        return;
    m_despatch = new Despatch(m_settings, *m_options.beside, {.userAgent = "KPWatch/" KPWATCH_VERSION}, this);
    connect(m_despatch, &Despatch::answerWanted, this, &MainWindow::askForIncidents);
    connect(m_despatch, &Despatch::bell, this, &MainWindow::refreshBanner, Qt::QueuedConnection);
    if (m_options.before)
        m_despatch->setChannels({}, m_options.before->secrets); // told again which channels, as watching starts
    try {
        if (channelsKept(*m_options.beside))
            m_quiet = readChannels(*m_options.beside).quiet;
    } catch (const InputError&) { // said when it is opened, or when watching starts
    }
}

void MainWindow::readChannelsAgain() {
    if (m_despatch == nullptr)
        return;
    try {
        const Channels channels = readChannels(*m_options.beside);
        Secrets secrets = m_despatch->secrets(); // what was given by hand
        if (anyOn(channels))
            secrets.merge(keptSecrets(channels));
        m_despatch->setChannels(channels, secrets);
    } catch (const InputError& error) {
        tellPlainly(this, tr("Notifications"), troubleWords(error.what()));
    }
}

void MainWindow::openTelling() {
    TellingDialogOptions options{.choice = {.here = m_tellHere->isChecked()},
                                 .desktopShows = m_telling->available(),
                                 .channels = m_despatch != nullptr,
                                 .keepsSecrets = m_despatch != nullptr && keepsSecrets(),
                                 .viewer = m_options.viewer,
                                 .way = m_picture.way.value_or(m_options.agreed.value_or(Direct{}))};
    options.tryHere = [this] { m_telling->tryOne(); };
    options.keep = [this](const TellingChoice& choice) { keepTelling(choice); };
    try {
        if (m_despatch != nullptr) {
            options.choice.channels = readChannels(*m_options.beside);
            options.choice.secrets = m_despatch->secrets();
            options.choice.secrets.merge(keptSecrets(options.choice.channels, true));
            m_despatch->setWay(options.way);
        }
        options.choice.channels.quiet = m_quiet;
        options.tryOne = [this](ChannelKind kind, const Channels& channels, const Secrets& secrets) {
            m_despatch->tryOne(kind, channels, secrets, trialMessage());
        };
        options.trialOf = [this](ChannelKind kind) { return m_despatch->trialOf(kind); };
        options.statuses = [this] { return m_despatch->statuses(); };
        TellingDialog(std::move(options), this).exec();
    } catch (const InputError& error) {
        tellPlainly(this, tr("Notifications"), troubleWords(error.what()));
    }
    refreshBanner();
}

void MainWindow::keepTelling(const TellingChoice& choice) {
    if (m_despatch != nullptr)
        writeChannels(*m_options.beside, choice.channels);
    m_tellHere->setChecked(choice.here);
    m_telling->setWanted(choice.here);
    m_quiet = choice.channels.quiet;
    m_telling->setQuiet(m_quiet);
    if (m_despatch == nullptr)
        return;
    Secrets known = m_despatch->secrets();
    for (const auto& [kind, secret] : choice.secrets)
        if (known[kind] != secret)
            keepSecret(kind, secret);
    m_despatch->setChannels(m_options.viewer ? Channels() : choice.channels, choice.secrets);
    askForIncidents();
}

// Only who records tells them: beside another program they would be told twice. And only once a way out was agreed to.
void MainWindow::tellChannels() {
    if (m_despatch == nullptr || m_options.viewer || !m_picture.way)
        return;
    m_despatch->setWay(*m_picture.way);
    m_despatch->take(m_telling->news().all(), utcNow());
}

QString MainWindow::untold() const {
    if (m_despatch == nullptr || m_options.viewer)
        return {};
    QStringList said;
    const auto missing = secretsMissing(m_despatch->channels(), m_despatch->secrets());
    if (!missing.empty())
        said << secretsMissingSentence(missing);
    for (const ChannelStatus& status : m_despatch->statuses())
        if (const QString trouble = channelTrouble(status); !trouble.isEmpty())
            said << trouble;
    return said.join(QLatin1Char(' '));
}

} // namespace kpwatch
