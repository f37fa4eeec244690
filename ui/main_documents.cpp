// SPDX-License-Identifier: GPL-3.0-or-later
// The window and the files it is given: chosen, dropped on it, or named when it was started.
#include "ui/main_window.h"

#include "app/errors.h"
#include "ui/evidence/pack_offer.h"
#include "ui/export/save_file.h"
#include "ui/live/plain_dialog.h"
#include "ui/live/trouble_words.h"

#include <QDragEnterEvent>
#include <QDropEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QMimeData>
#include <QScopeGuard>

namespace kpwatch {

namespace {

// The files that are held over the window; what lies elsewhere is none.
QStringList filesOf(const QMimeData& data) {
    QStringList files;
    for (const QUrl& url : data.urls())
        if (const QString file = url.toLocalFile(); !file.isEmpty())
            files << file;
    return files;
}

} // namespace

void MainWindow::dragEnterEvent(QDragEnterEvent* event) {
    if (!filesOf(*event->mimeData()).isEmpty())
        event->acceptProposedAction();
}

// Whoever dropped it waits until we return, and a dialog would keep him.
void MainWindow::dropEvent(QDropEvent* event) {
    event->acceptProposedAction();
    QTimer::singleShot(0, this, [this, files = filesOf(*event->mimeData())] { openDocuments(files); });
}

// In their order, each once the one before is done with.
void MainWindow::openDocuments(QStringList files) {
    if (files.isEmpty())
        return;
    openDocument(files.takeFirst());
    QTimer::singleShot(0, this, [this, files] { openDocuments(files); });
}

void MainWindow::askWhichDocument() {
    const QString file = QFileDialog::getOpenFileName(
        this, tr("Open a chart, a colleague's checks or a watchlist"), documentsFolder().path(),
        tr("Charts, packs, observation files, watchlists and copies of a record (*.png *.zip *.jsonl *.json *.db)") +
            QLatin1String(";;") + tr("All files (*)"));
    if (!file.isEmpty())
        openDocument(file);
}

void MainWindow::openDocument(const QString& file) {
    const std::string path = QFile::encodeName(file).toStdString();
    if (m_options.choosing.change &&
        QFileInfo(file).suffix().compare(QLatin1String("json"), Qt::CaseInsensitive) == 0) {
        editWatchlist(path); // nothing is in force before it is saved there
        return;
    }
    if (m_options.handing.record && QFileInfo(file).suffix().compare(QLatin1String("db"), Qt::CaseInsensitive) == 0) {
        m_options.handing.record(path);
        return;
    }
    if (QFileInfo(file).suffix().compare(QLatin1String("png"), Qt::CaseInsensitive) != 0) {
        m_offering = true;
        const auto after = qScopeGuard([this] { m_offering = false; });
        PackOffer offer(
            {.file = path,
             .check = [this, path](const PackWork& work) { return m_options.handing.check(path, work); },
             .take = [this, path](const std::stop_token& stop) { return m_options.handing.take(path, stop); }},
            this);
        offer.exec();
        m_deskWanted = offer.tookInFrom();
        m_askSoon.start();
        return;
    }
    try {
        showReopened(m_options.handing.chart(path));
    } catch (const std::runtime_error& error) { // no chart of ours, or a record that cannot be read
        tellPlainly(this, tr("Not opened"), troubleWords(error.what()));
    }
}

} // namespace kpwatch
