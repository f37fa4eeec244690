// SPDX-License-Identifier: GPL-3.0-or-later
// The window and what a person chooses: settings, watchlist, and where they watch from.
#include "ui/main_window.h"

#include "app/desk/place.h"
#include "app/errors.h"
#include "app/words/words.h"
#include "ui/incidents/incident_pane.h"
#include "ui/live/live_page.h"
#include "ui/live/plain_dialog.h"
#include "ui/live/trouble_words.h"
#include "ui/settings/settings_dialog.h"
#include "ui/settings/watchlist_dialog.h"

#include <QInputDialog>
#include <QMenu>

namespace kpwatch {

void MainWindow::makeSettingsActions(QMenu& menu) {
    if (!m_options.choosing.change)
        return;
    action(menu, tr("Settings…"), tr("Ctrl+,"), [this] { openSettings(); });
    action(menu, tr("Targets and controls…"), tr("Ctrl+Shift+T"), [this] { openWatchlist(); });
}

std::vector<SettingsLink> MainWindow::settingsLinks() {
    std::vector<SettingsLink> links;
    if (m_options.showRecord)
        links.push_back({tr("Record"), tr("The record…"),
                         tr("How big it is, for how long single checks are kept, and erasing it."),
                         [this] { m_options.showRecord(this); }});
    links.push_back({tr("Notifications"), tr("Notifications and quiet hours…"),
                     tr("Who is told by which channel, and in which quiet hours."), [this] { openTelling(); }});
    if (m_options.beside) {
        links.push_back({tr("Public sources"), tr("Public sources…"),
                         tr("Who else is asked what they see of North Korea's network. All are off at first."),
                         [this] { openSources(); }});
        links.push_back(
            {tr("Watchlist"), tr("Targets and controls…"), tr("Who is asked, and how."), [this] { openWatchlist(); }});
    }
    return links;
}

void MainWindow::openSettings() {
    SettingsDialogOptions options;
    options.now = {m_settings, m_look, m_chartStyle, {}};
    options.file = m_options.choosing.settingsFile;
    options.keepsPlace = m_options.beside.has_value();
    if (m_place)
        options.now.place = words::cleaned(m_place->words);
    options.links = settingsLinks();
    const QString placeBefore = options.now.place;
    bool renew = false;
    options.apply = [&](const SettingsChoice& choice) {
        if (m_options.beside && choice.place != placeBefore)
            setPlace(choice.place);
        if (choice.settings != m_settings)
            m_options.choosing.change({settingsJson(choice.settings), std::nullopt});
        renew = choice.look.language != m_look.language && choice.settings == m_settings;
        m_chartStyle = choice.chart;
        setLook(choice.look);
        m_look.language = choice.look.language;
    };
    SettingsDialog dialog(std::move(options), this);
    dialog.exec();
    if (renew)
        m_options.choosing.renew();
    else if (dialog.linkChosen())
        dialog.linkChosen()();
}

// Asked again when our own line has become another: it may be another place.
void MainWindow::askForPlace() {
    bool said = false;
    const QString place = QInputDialog::getText(
        this, tr("Where do you watch from?"), tr("In your own words. It is shown in this window and is in no export."),
        QLineEdit::Normal, m_place ? words::cleaned(m_place->words) : QString(), &said);
    if (said)
        setPlace(place.simplified());
}

void MainWindow::setPlace(const QString& place) {
    try {
        sayPlace(*m_options.beside, {utcNow(), place.toStdString()});
        m_place = saidPlace(*m_options.beside);
    } catch (const StorageError& error) {
        tellPlainly(this, tr("Not kept"), troubleWords(error.what()));
    }
    followPlace();
    refreshBanner();
}

void MainWindow::followPlace() {
    const std::optional<IncidentsAnswer>& answer = m_page->incidents().answer();
    m_placeMayBeAnother = m_place && answer && isOfBefore(*m_place, answer->lineChanges);
    m_page->setPlace(m_place && !m_placeMayBeAnother ? words::cleaned(m_place->words) : QString());
}

void MainWindow::openWatchlist() { editWatchlist({}); }

void MainWindow::editWatchlist(const std::filesystem::path& imported) {
    WatchlistDialogOptions options;
    options.json = m_watchlist.json();
    options.settings = m_settings;
    options.way = m_picture.way ? m_picture.way : m_options.agreed;
    options.earlier = m_options.choosing.earlier;
    options.save = [this](const std::string& json) { m_options.choosing.change({std::nullopt, json}); };
    WatchlistDialog dialog(std::move(options), this);
    if (!imported.empty())
        dialog.importFrom(imported);
    dialog.exec();
}

} // namespace kpwatch
