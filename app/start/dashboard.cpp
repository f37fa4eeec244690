// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/start/dashboard.h"

#include "app/chosen.h"
#include "app/desk/notes.h"
#include "app/history/backup.h"
#include "app/history/consent.h"
#include "app/history/elsewhere.h"
#include "app/history/erase.h"
#include "app/history/history_reader.h"
#include "app/history/upgrade.h"
#include "app/start/renewed_window.h"
#include "app/watch/edit_door.h"
#include "app/watch/monitor.h"
#include "ui/app_look.h"
#include "ui/cli/checked_import.h"
#include "ui/cli/exported.h"
#include "ui/cli/observation_export.h"
#include "ui/cli/reopen.h"
#include "ui/main_window.h"
#include "ui/quit_on_signals.h"
#include "ui/remembered.h"
#include "ui/settings/keychain.h"
#include "ui/settings/record_dialog.h"
#include "ui/settings/work_dialog.h"

#include <QApplication>
#include <QProcess>
#include <QScopeGuard>
#include <QTimer>

#include <atomic>
#include <utility>

namespace kpwatch {

namespace {

// As this program was called, but with the record there, and without the copy that was opened.
QStringList argumentsFor(const std::string& directory, const std::string& opened) {
    QStringList arguments = QApplication::arguments().sliced(1);
    if (opened.ends_with(".db"))
        arguments.removeOne(QString::fromStdString(opened));
    if (const auto given = arguments.indexOf(QStringLiteral("--history")); given >= 0)
        arguments.remove(given, 2);
    return arguments + QStringList{QStringLiteral("--history"), QString::fromStdString(directory)};
}

// Said in the window from the start. What cannot be read at all it tells by itself.
std::optional<std::string> writtenByNewer(const std::filesystem::path& record) {
    try {
        return HistoryReader::exists(record) ? HistoryReader(record).newer() : std::nullopt;
    } catch (const StorageError&) {
        return std::nullopt;
    }
}

ShownCopy shownCopy(const std::filesystem::path& file) {
    ShownCopy copy{QString::fromStdString(file.filename().string()), {}, needsUpgrade(file)};
    try {
        copy.until = HistoryReader(file).lastRowAt();
    } catch (const StorageError&) { // the window says why
    }
    return copy;
}

// What a demo recorded is a simulation whoever looks into it. Of a record that cannot be read the window tells itself.
bool holdsSimulation(const std::filesystem::path& directory) {
    try {
        return HistoryReader::exists(directory) && HistoryReader(directory).simulated();
    } catch (const StorageError&) {
        return false;
    }
}

// Before the window, for it would stand still meanwhile. False: the person stopped it. What else hinders it is told by
// the window, which meets the same.
bool isUpgraded(const std::filesystem::path& directory) {
    if (!needsUpgrade(directory) || isBeingWritten(directory))
        return true;
    const Look look = remembered().look;
    wearLook(look);
    speakAsChosen(look);
    QApplication::setQuitOnLastWindowClosed(false);
    const auto after = qScopeGuard([] { QApplication::setQuitOnLastWindowClosed(true); });
    std::atomic<bool> stopped = false;
    WorkDialog dialog(WorkDialog::upgrading(), [&](const std::stop_token& stop, const auto& progress) {
        try {
            upgrade(directory, stop, progress);
        } catch (const StorageError&) {
            stopped = stop.stop_requested();
        }
    });
    dialog.exec();
    return !stopped;
}

// For the folder, where a file lies in its place. Then all is read anew: what it holds was known to nobody.
constexpr std::chrono::seconds lookAgainAfter{5};

// What is left to do once the window and the monitor have let go of the record.
struct Afterwards {
    bool erased = false;
    std::optional<QStringList> again; // this program, called so

    Afterwards() = default;
    Afterwards(const Afterwards&) = delete;
    Afterwards& operator=(const Afterwards&) = delete;
    ~Afterwards() {
        if (erased)
            forgetRemembered(); // the window wrote it when it went
        if (again)
            QProcess::startDetached(QApplication::applicationFilePath(), *again);
    }
};

struct Place {
    std::string directory;
    std::string opened; // what the program was given to open
};

void recordElsewhere(Monitor& monitor, Afterwards& afterwards, const Place& place, QWidget* parent) {
    const std::string& directory = place.directory;
    const auto copying = monitor.beginMove(directory);
    const auto after = qScopeGuard([&monitor] { monitor.endMove(); });
    std::optional<Elsewhere> there;
    WorkDialog dialog(
        WorkDialog::moving(directory), [&](const auto& stop, const auto& progress) { there = copying(stop, progress); },
        parent);
    dialog.exec();
    if (!dialog.trouble().empty())
        throw StorageError(dialog.trouble());
    if (!there)
        return;
    monitor.goOnIn(std::move(*there));
    rememberPlace(directory);
    afterwards.again = argumentsFor(directory, place.opened);
    QApplication::quit();
}

bool copied(const std::filesystem::path& record, const std::filesystem::path& file, const std::stop_token& stop) {
    try {
        backUp(record, file, stop);
        return true;
    } catch (const StorageError&) {
        if (stop.stop_requested())
            return false;
        throw;
    }
}

std::optional<std::uint64_t> exportedAll(const std::filesystem::path& record, const std::filesystem::path& file,
                                         const PackWork& work) {
    if (isErasedWith(record, file))
        throw InputError(file.string() + " would be erased with the record: choose another folder");
    return exportObservations({.history = record}, {.range = {.from = "1970-01-01T00:00:00Z"}, .output = file}, work);
}

Erased erased(Monitor& monitor, Afterwards& afterwards, const std::filesystem::path& record) {
    monitor.stop();
    Erased all{erasable(record), false};
    eraseEverything(record);
    all.secrets = forgetSecrets();
    afterwards.erased = true;
    return all;
}

RecordDialogOptions choicesOf(Monitor& monitor, Afterwards& afterwards, const std::filesystem::path& record) {
    return {.directory = record,
            .copy = [record](const std::filesystem::path& file,
                             const std::stop_token& stop) { return copied(record, file, stop); },
            .exportAll = [record](const std::filesystem::path& file,
                                  const PackWork& work) { return exportedAll(record, file, work); },
            .erase = [&monitor, &afterwards, record] { return erased(monitor, afterwards, record); },
            .end = [] { QApplication::quit(); }};
}

// What was given, and else what the copy of a record holds.
Chosen chosenFor(const std::filesystem::path& copy, const ChosenFiles& files) {
    const Chosen given = readChosen(files), held = chosenIn(copy, given);
    return {files.settingsGiven ? given.settings : held.settings,
            files.watchlistGiven ? given.watchlist : held.watchlist};
}

} // namespace

HandingOn handingOn(const CommonOptions& common) {
    return {
        .pack =
            [common](const PackChoice& choice, const PackWork& work) {
                return savedPack(common,
                                 {.incident = choice.incident,
                                  .output = choice.output,
                                  .label = choice.label,
                                  .organization = choice.organization,
                                  .chart = choice.chart,
                                  .replace = true},
                                 work);
            },
        .list = [common](const PackWork& work) { return wentOut(common, work); },
        .again = [common](const Exported& exported, const PackWork& work) { return madeAgain(common, exported, work); },
        .note = [common](const Exported& exported) { noteExport(common.history, exported); },
        .chart = [common](const std::string& file) { return reopen(common, file); },
        .check = [common](const std::string& file, const PackWork& work) { return checkedImport(common, file, work); },
        .take = [common](const std::string& file,
                         const std::stop_token& stop) { return takenImport(common, file, stop); },
        .record =
            [](const std::string& file) {
                QProcess::startDetached(QApplication::applicationFilePath(),
                                        {QStringLiteral("--history"), QString::fromStdString(file)});
            }};
}

int runDashboard(const CommonOptions& given, const std::string& opened) {
    CommonOptions common = given;
    std::string document = opened;
    if (document.ends_with(".json")) // a watchlist, as with --watchlist
        common.watchlist = std::exchange(document, {});
    else if (document.ends_with(".db")) // a copy of a record
        common.history = std::exchange(document, {});
    const std::optional<std::string> misplaced = opened.ends_with(".db") ? std::nullopt : misplacedFile(common.history);
    const bool copy = std::filesystem::is_regular_file(common.history) && !misplaced; // of a record: to be looked at
    if (!copy && !isUpgraded(common.history))
        return 0;
    const bool pack = !document.empty() && looksLikePack(document);
    const std::optional<Reopened> reopened =
        document.empty() || pack ? std::nullopt : std::optional(reopen(common, document));
    const ChosenFiles files = chosenFiles(common.history, common.settings, common.watchlist);
    const Chosen chosen = copy ? chosenFor(common.history, files) : readChosen(files);
    const std::optional<Consent> latest = latestConsent(common.history);
    Afterwards afterwards;
    Monitor monitor({.directory = common.history, .simulated = false}, chosen.watchlist, chosen.settings);
    std::function<void(QWidget*)> showRecord; // of a copy there is nothing to choose
    if (!copy)
        showRecord = [&](QWidget* parent) {
            RecordDialog(choicesOf(monitor, afterwards, common.history), parent).exec();
        };
    RenewedWindow window(monitor, common.history, files, chosen,
                         {.simulated = holdsSimulation(common.history),
                          .handing = handingOn(common),
                          .agreed = latest && !copy ? std::optional(latest->way) : std::nullopt,
                          .viewer = isBeingWritten(common.history),
                          .writtenElsewhere = [&] { return isBeingWritten(common.history); },
                          .recordedElsewhere = [&] { return isRecordedElsewhere(common.history); },
                          .recordElsewhere =
                              [&](const std::string& directory, QWidget* parent) {
                                  recordElsewhere(monitor, afterwards, {directory, opened}, parent);
                              },
                          .showRecord = showRecord,
                          .beside = common.history,
                          .notes = Notes(common.history),
                          .reopened = reopened,
                          .remembers = true,
                          .copy = copy ? std::optional(shownCopy(common.history)) : std::nullopt,
                          .newer = writtenByNewer(common.history),
                          .hindered = misplaced});
    QTimer look;
    if (misplaced)
        look.start(lookAgainAfter);
    QObject::connect(&look, &QTimer::timeout, [&] {
        std::error_code unknown;
        if (!std::filesystem::is_directory(common.history, unknown) ||
            monitor.picture().watching != Watching::NotStarted || QApplication::activeModalWidget() != nullptr)
            return;
        afterwards.again = QApplication::arguments().sliced(1);
        QApplication::quit();
    });
    if (pack)
        QTimer::singleShot(0, &window, [&] { window.window().openDocument(QString::fromStdString(document)); });
    quitOnSignals(*qApp);
    return QApplication::exec();
}

} // namespace kpwatch
