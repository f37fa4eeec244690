// SPDX-License-Identifier: GPL-3.0-or-later
// The window and the public sources: which are asked, and their tokens.
#include "ui/main_window.h"

#include "app/outside/sources.h"
#include "ui/live/live_page.h"
#include "ui/live/plain_dialog.h"
#include "ui/live/trouble_words.h"
#include "ui/settings/keychain.h"
#include "ui/settings/sources_dialog.h"

namespace kpwatch {

void MainWindow::openSources() {
    if (!m_options.beside)
        return;
    try {
        SourcesDialogOptions options{.sources = readSources(*m_options.beside),
                                     .tokens = m_tokens,
                                     .keepsSecrets = keepsSecrets(),
                                     .viewer = m_options.viewer};
        options.statuses = [this] { return m_monitor.picture().sources; };
        options.keep = [this](const Sources& sources, const Tokens& tokens) { keepSources(sources, tokens); };
        SourcesDialog(std::move(options), this).exec();
    } catch (const InputError& error) {
        tellPlainly(this, tr("Public sources"), troubleWords(error.what()));
    }
    takePicture();
}

void MainWindow::keepSources(const Sources& sources, const Tokens& tokens) {
    for (const auto& [source, token] : tokens)
        if (m_tokens[source] != token)
            keepToken(source, token);
    m_tokens = tokens;
    m_monitor.setTokens(tokens);
    m_monitor.setSources(sources);
}

// Before watching starts, so that nobody is asked without.
void MainWindow::readTokens() {
    if (!m_options.beside)
        return;
    try {
        Tokens kept = keptTokens(readSources(*m_options.beside));
        kept.merge(m_tokens); // those that were given in this run
        m_tokens = std::move(kept);
        m_monitor.setTokens(m_tokens);
    } catch (const InputError&) { // said when the sources are asked
        m_tokens.clear();
    }
}

} // namespace kpwatch
