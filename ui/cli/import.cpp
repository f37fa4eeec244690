// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/chosen.h"
#include "app/evidence/observation_file.h"
#include "app/evidence/pack.h"
#include "app/history/colleague.h"
#include "app/history/history_reader.h"
#include "app/history/stoppable_import.h"
#include "app/watch/edit_door.h"
#include "app/words/words.h"
#include "ui/cli/checked_import.h"
#include "ui/cli/json.h"
#include "ui/cli/opened_history.h"

#include <iostream>

namespace kpwatch {
namespace {

constexpr std::chrono::hours clocksMayDiffer{24};

// What is damaged or cannot be is refused whole: half a colleague's record would look like gaps in his watching.
void refuseDamaged(const std::filesystem::path& path, const ObservationFile& file, UtcTime now) {
    const auto refuse = [&](const std::string& what) {
        throw InputError(path.string() + ' ' + what + ": ask for it again, nothing was imported");
    };
    if (file.report.broken > 0)
        refuse("is damaged (" + (file.report.named.empty() ? "broken rows" : file.report.named.front()) + ")");
    if (file.vantageId.empty() || file.vantageId == "own")
        refuse("does not say whose record it is (vantage.id in its first line)");
    if (file.observations.empty())
        refuse("holds no observations");
    for (const Observation& row : file.observations)
        if (row.startedAt > now + clocksMayDiffer)
            refuse("says what was seen at " + isoUtc(row.startedAt) + ", which has not come yet");
}

// A pack is judged as it was judged there, unless other settings are asked for; a file says nothing of them.
PackRows rowsFrom(const std::filesystem::path& path, const CommonOptions& common) {
    const std::optional<Settings> given =
        common.settings ? std::optional(loadSettings(*common.settings)) : std::optional<Settings>();
    if (!looksLikePack(path))
        return {readObservationFile(path, given.value_or(Settings{})), given.value_or(Settings{})};
    PackRows rows = rowsOfPack(path);
    if (given)
        rows.settings = *given;
    return rows;
}

PackVerdict checkedFile(const CommonOptions& common, const std::filesystem::path& path) {
    const ObservationFile file = rowsFrom(path, common).file;
    refuseDamaged(path, file, utcNow());
    PackVerdict verdict;
    verdict.vantage = file.vantageId;
    verdict.label = file.vantageLabel;
    verdict.observations = file.observations.size();
    verdict.overtaken = file.report.overtakenChecks;
    verdict.events = file.events.size();
    return verdict;
}

// Of a record that cannot be read nobody knows; who takes in is told why.
bool isOurs(const CommonOptions& common, const std::string& vantage) {
    try {
        return HistoryReader::exists(common.history) && HistoryReader(common.history).vantageName() == vantage;
    } catch (const StorageError&) {
        return false;
    }
}

// Who only wants to look at what a colleague saw need not watch first: nothing is sent for that.
void makeRecordIfNone(const CommonOptions& common, bool simulated, UtcTime now) {
    if (HistoryReader::exists(common.history) || std::filesystem::is_regular_file(common.history))
        return;
    if (simulated)
        throw InputError("these observations are simulated, and would begin a record that is to hold real ones: look "
                         "at them with 'kpwatch replay'");
    const Chosen chosen = readChosen(chosenFiles(common.history, common.settings, common.watchlist));
    beginRecord(common.history, chosen.watchlist, chosen.settings, now);
}

struct Imported {
    ReadReport report;
    Colleague desk;
    Taken taken;
};

Imported imported(const CommonOptions& common, const std::filesystem::path& path, const std::stop_token& stop) {
    const UtcTime now = utcNow();
    auto [file, settings] = rowsFrom(path, common);
    refuseDamaged(path, file, now);
    const ColleagueRows rows{.desk = {file.vantageId, file.vantageLabel.empty() ? file.vantageId : file.vantageLabel},
                             .watchlist = std::move(file.watchlist),
                             .observations = std::move(file.observations),
                             .events = std::move(file.events),
                             .hasHeartbeats = file.report.hasHeartbeats,
                             .simulated = file.report.simulated};
    Imported its{file.report, rows.desk, {}};
    makeRecordIfNone(common, rows.simulated, now);
    asWriter(common.history, [&, &by = settings] { its.taken = takeIn(common.history, rows, by, now, stop); });
    return its;
}

} // namespace

PackVerdict checkedImport(const CommonOptions& common, const std::filesystem::path& path, const PackWork& work) {
    PackVerdict verdict = looksLikePack(path) ? checkedPack(path, work) : checkedFile(common, path);
    verdict.ours = isOurs(common, verdict.vantage);
    return verdict;
}

std::uint64_t takenImport(const CommonOptions& common, const std::filesystem::path& path, const std::stop_token& stop) {
    return imported(common, path, stop).taken.observations;
}

int runImport(const CommonOptions& common, const std::filesystem::path& path) {
    const auto [report, desk, taken] = imported(common, path, {});
    for (const std::string& line : report.named)
        std::cerr << path.string() << ", " << line << '\n';
    if (common.json)
        std::cout << documentText({{"desk", {{"id", desk.id}, {"label", desk.label}}},
                                   {"observations", taken.observations},
                                   {"events", taken.events},
                                   {"known", taken.known},
                                   {"conflicting", taken.conflicting},
                                   {"overtaken", report.overtakenChecks},
                                   {"unknown", report.unknown},
                                   {"source_rows", report.sourceRows}});
    else
        std::cout << taken.observations << " observations of " << desk.label << " (" << desk.id << ") are new, "
                  << taken.known << " rows were there already, " << taken.conflicting
                  << " differ from what is there and were left, " << report.overtakenChecks
                  << " had been written before their clock was set back over them and were left out. They lie beside "
                     "ours: 'kpwatch timeline' shows both.\n";
    return 0;
}

} // namespace kpwatch
