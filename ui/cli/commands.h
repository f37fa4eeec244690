// SPDX-License-Identifier: GPL-3.0-or-later
// The other face of the program: one file per command. Each prints its answer on standard output (with json: one
// document, nothing else) and returns the exit code; what cannot be done is thrown as InputError, StorageError or
// WriterBusyError, whose sentence main prints on standard error. The main thread.
#pragma once

#include "app/story/source_news.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace kpwatch {

struct CommonOptions {
    std::filesystem::path history; // where the record lives
    std::optional<std::filesystem::path> watchlist, settings;
    bool json = false;
};

struct CollectOptions {
    std::string length; // "90s"; empty: until stopped
    bool acceptNotice = false;
    std::string way;            // "direct", "observe", "socks5h://HOST:PORT"; empty: as last time, else direct
    std::optional<int> metrics; // port on loopback
};
struct RangeOptions {
    std::string from = "-24h", to = "now";
    std::string target; // slug; empty: all
};
struct ChartOptions {
    RangeOptions range;
    std::string incident;       // instead of the range
    std::string kind = "lanes"; // or "order" of an incident, "response-times" of range.target
    std::string preset = "article", theme = "light", title, standfirst, alt;
    std::string newsroom, place, logo;
    double scale = 1;
    bool outlines = false, carriers = false, totals = false, routes = false, datawrapper = false;
    bool replace = false; // a file that is there
    std::filesystem::path output;
};
struct ExportsOptions {
    std::int64_t again = 0; // the number of an entry; 0: the list
};
struct ExportOptions {
    RangeOptions range;
    std::filesystem::path output;
};
struct IncidentsOptions {
    std::string from, to; // empty: all there are
    std::string text, scope, pattern, longer, shorter;
    int last = 0; // at most so many, the latest; 0: all
};
// What is said by hand about an incident: one of these, with its reason.
struct JudgeOptions {
    std::string merge, splitAt, exclude, reason;
    std::vector<std::string> window; // from, to
    bool falseAlarm = false;
    std::int64_t undo = 0;
    bool any() const;
};
struct NoteOptions {
    std::string text, link;
    std::int64_t erase = 0;
    bool any() const { return !text.empty() || !link.empty() || erase > 0; }
};
struct ReplayOptions {
    std::filesystem::path file;
    bool strict = false;
};

struct EvidenceOptions {
    std::string incident;
    std::filesystem::path output; // FILE.zip, or a folder that is made
    std::string label, organization;
    bool chart = true, replace = false;
};

struct EraseOptions {
    bool everything = false;
};
struct SourcesOptions {
    std::string on, off;                    // the name of one; empty: as it is
    std::vector<std::int64_t> measurements; // of RIPE Atlas, instead of those before; empty: as they are
    std::string token;                      // the name of one whose token is read from standard input and kept
    std::vector<std::string> bases;         // "globalping=https://mirror.example"
    std::vector<std::string> fetch; // a past time, its begin and its end, whose routes are asked for; or nothing
};
struct KeepOptions {
    std::optional<int> months;
    bool forEver = false;
};

// Watches without a window until the length is over or SIGINT or SIGTERM arrives. Needs a QCoreApplication.
int runCollect(const CommonOptions& common, const CollectOptions& options);
int runStatus(const CommonOptions& common, const std::string& at);
int runTimeline(const CommonOptions& common, const RangeOptions& options);
int runIncidents(const CommonOptions& common, const IncidentsOptions& options);
// 1 if no incident is called so.
int runIncident(const CommonOptions& common, const std::string& id);
// What others reported since 2013; nothing of it was measured here.
int runReported(const CommonOptions& common);
// Records it and shows what it made of the incident. 1 if no incident is called so.
int runJudge(const CommonOptions& common, const std::string& id, const JudgeOptions& options);
// Adds to the reporter's own notes, or erases one. 1 if there is no such incident or note.
int runNotes(const CommonOptions& common, const std::string& id, const NoteOptions& options);
// Needs a QApplication (fonts), but no display: the offscreen platform will do.
int runChart(const CommonOptions& common, const ChartOptions& options);
int runExport(const CommonOptions& common, const ExportOptions& options);
int runReplay(const CommonOptions& common, const ReplayOptions& options);
// Takes a colleague's observation file or evidence pack in, beside ours.
int runImport(const CommonOptions& common, const std::filesystem::path& file);
// An incident with all it is made of, to be checked by others. Needs a QApplication (fonts), but no display. 1 if no
// incident is called so.
int runEvidence(const CommonOptions& common, const EvidenceOptions& options);
// What went out, and whether its numbers are still those of the record; or one of it once more, 1 if there is none of
// that number. Needs a QApplication, as above.
int runExports(const CommonOptions& common, const ExportsOptions& options);
// Whether a pack is what was packed, and the incident follows from it; 1 if not.
int runVerifyPack(const CommonOptions& common, const std::filesystem::path& pack);
// Erases all that was recorded, after an export was offered and the person has typed that he means it; 1 if he has not.
int runErase(const CommonOptions& common, const EraseOptions& options);
// For how long single checks are kept: says it, or changes it.
int runKeep(const CommonOptions& common, const KeepOptions& options);
// Which public sources are asked, or one switched on or off.
int runSources(const CommonOptions& common, const SourcesOptions& options);
// The routes of a past time are asked for and added to the record; 1 if there is no data.
using FetchPast = std::function<std::optional<PastTold>(TimeRange range, std::string& trouble)>;
int fetchRoutes(const CommonOptions& common, const SourcesOptions& options, const FetchPast& fetch);
// A checked copy of the record, also while somebody watches.
int runBackup(const CommonOptions& common, const std::filesystem::path& output);
// Looks at the record, and repairs it unless it shall only look; 1 if it is damaged and stays so.
int runDoctor(const CommonOptions& common, bool only_look);
// Whether the record is what was sealed; 1 if not.
int runVerify(const CommonOptions& common);

} // namespace kpwatch
