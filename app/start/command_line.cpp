// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/start/command_line.h"

#include "app/outside/sources.h"
#include "app/simulation/scenario.h"
#include "app/start/dashboard.h"
#include "app/start/demo.h"
#include "app/story/incident_filter.h"
#include "app/tell/channels.h"
#include "app/watch/fetch_past.h"
#include "ui/cli/telling.h"

#include <CLI/CLI.hpp>

#include <functional>
#include <iostream>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace kpwatch {

namespace {

constexpr int exitUsage = 2;

int sourcesOrFetch(const CommonOptions& common, const SourcesOptions& options) {
    if (options.fetch.empty())
        return runSources(common, options);
    return fetchRoutes(common, options, [&common](TimeRange range, std::string& trouble) {
        Fetched fetched = fetchPast(common.history, readSources(common.history),
                                    chosenFiles(common.history, common.settings, common.watchlist), range);
        trouble = std::move(fetched.trouble);
        return fetched.told;
    });
}

void addRange(CLI::App& command, RangeOptions& range) {
    command.add_option("--from", range.from, "Begin: ISO 8601 with zone, or relative to now")->capture_default_str();
    command.add_option("--to", range.to, "End")->capture_default_str();
}

// Of what was given for several numbers what is none; all of it if each is one, but too long, or follows a "--".
std::string noNumbersAmong(const std::string& given) {
    std::string wrong, numbers;
    for (const std::string& each : CLI::detail::split(given, ',')) {
        if (each == "--") // ends the options, and is nothing that was given
            continue;
        std::int64_t number = 0;
        std::string& among = CLI::detail::lexical_cast(each, number) ? numbers : wrong;
        among += (among.empty() ? "" : ", ") + each;
    }
    if (!wrong.empty())
        return wrong;
    return numbers.empty() ? given : numbers;
}

// The library's "Could not convert: --months = soon", in our words; empty: it says something else. All our options of
// which that can be said take numbers.
std::string notANumber(std::string_view said) {
    constexpr std::string_view before = "Could not convert: ", between = " = ";
    const std::size_t at = said.find(between);
    if (!said.starts_with(before) || at == std::string_view::npos)
        return {};
    return std::string(said.substr(before.size(), at - before.size())) + ": takes numbers only, and was given " +
           noNumbersAmong(std::string(said.substr(at + between.size()))) + "; write digits";
}

template <typename Value>
CLI::IsMember isOneOf(std::span<const Value> values) {
    std::vector<std::string> names;
    for (const Value value : values)
        names.emplace_back(name(value));
    return CLI::IsMember(names);
}

} // namespace

// CLI11 writes what was given into these.
struct CommandLine::Impl {
    CLI::App app{"Do North Korea's public sites answer, since when, and is the fault theirs, mine, or in between?",
                 "kpwatch"};
    CommonOptions common;
    std::string watchlist, settings;
    std::string document; // opened with the window
    CollectOptions collect;
    std::string at = "now";
    RangeOptions range;
    IncidentsOptions incidents;
    bool reported = false;
    std::string incident;
    JudgeOptions judge;
    NoteOptions note;
    ChartOptions chart;
    ExportOptions exported;
    ReplayOptions replay;
    EvidenceOptions evidence;
    ExportsOptions exports;
    std::string imported;
    EraseOptions erase;
    KeepOptions keep;
    std::string backup;
    SourcesOptions sources;
    TellingOptions telling;
    bool onlyLook = false;
    std::string checked;
    Play play;

    std::function<int()> chosen = [this] { return runDashboard(common, document); };
    Runs where = Runs::InWindow;

    void runs(CLI::App* command, std::function<int()> what, Runs place = Runs::InTerminal) {
        command->callback([this, what = std::move(what), place] {
            chosen = what;
            where = place;
        });
    }

    void addCommon();
    void addWatching();
    void addLooking();
    void addIncidents();
    void addIncident();
    void addChart();
    void addFiles();
    void addEvidence();
    void addImport();
    void addRecord();
    void addSources();
    void addChecks();
    void addDemo();
};

void CommandLine::Impl::addCommon() {
    app.set_version_flag("--version", KPWATCH_VERSION);
    app.fallthrough();
    app.add_option("--history", common.history, "Folder of the record");
    app.add_option("--watchlist", watchlist, "Watchlist file (JSON); dashboard, collect, replay");
    app.add_option("--settings", settings, "Settings file (JSON)");
    app.add_option("FILE", document,
                   "A chart that KPWatch saved as PNG or an evidence pack: opens it, and says whether it still holds; "
                   "or a watchlist (.json), or a copy of a record (.db)");
    app.add_flag("--json", common.json, "Print one JSON document and nothing else");
}

void CommandLine::Impl::addWatching() {
    CLI::App* command = app.add_subcommand("collect", "Watch without a window");
    command->add_option("--for", collect.length, "Stop after this long, such as 90s or 24h");
    command->add_flag("--accept-notice", collect.acceptNotice, "I agree to what is sent, without being asked");
    command->add_option("--way", collect.way,
                        "direct, observe (nothing is sent) or socks5h://HOST:PORT; else as last time");
    command->add_option("--metrics", collect.metrics, "Serve the states for Prometheus on this port of 127.0.0.1");
    runs(command, [this] { return runCollect(common, collect); });
}

void CommandLine::Impl::addLooking() {
    CLI::App* command = app.add_subcommand("status", "What answers, and since when");
    command->add_option("--at", at, "At this moment")->capture_default_str();
    runs(command, [this] { return runStatus(common, at); });

    command = app.add_subcommand("timeline", "States and shares over a range");
    addRange(*command, range);
    command->add_option("--target", range.target, "Only this target");
    runs(command, [this] { return runTimeline(common, range); });
}

void CommandLine::Impl::addIncidents() {
    CLI::App* command = app.add_subcommand("incidents", "The log: what stopped answering, when, for how long");
    command->add_option("--from", incidents.from, "Only those going on after this time");
    command->add_option("--to", incidents.to, "Only those going on before this time");
    command->add_option("--text", incidents.text, "Only with this in their name or who was silent, or of this day");
    command->add_option("--scope", incidents.scope, "Only of this scope")->check(isOneOf(allScopes()));
    command->add_option("--pattern", incidents.pattern, "Only of this pattern")->check(isOneOf(allPatterns()));
    command->add_option("--longer", incidents.longer, "Only those of at least this length, such as 30m");
    command->add_option("--shorter", incidents.shorter, "Only those of at most this length");
    command->add_option("--last", incidents.last, "Only the latest so many")->check(CLI::PositiveNumber);
    command->add_flag("--reported", reported, "Instead: what others reported, 2013 to 2025; not measured here");
    runs(command, [this] { return reported ? runReported(common) : runIncidents(common, incidents); });
}

void CommandLine::Impl::addIncident() {
    CLI::App* command =
        app.add_subcommand("incident", "One incident: order, what it looks like, and how that is known");
    command->add_option("ID", incident, "As 'kpwatch incidents' names it")->required();
    command->add_option("--merge", judge.merge, "This other incident is part of it");
    command->add_option("--split-at", judge.splitAt, "What stopped at this time or later is an incident of its own");
    command->add_option("--window", judge.window, "FROM TO: show this time, silences that lie outside told apart")
        ->expected(2);
    command->add_option("--exclude", judge.exclude, "Leave this target out");
    command->add_flag("--false-alarm", judge.falseAlarm, "Nothing of theirs had failed");
    command->add_option("--undo", judge.undo, "Take back what was said under this number")->check(CLI::PositiveNumber);
    command->add_option("--reason", judge.reason, "Why; needed with each of those");
    command->add_option("--note", note.text, "Keep a note of your own, in no backup and no export");
    command->add_option("--link", note.link, "Keep a link likewise");
    command->add_option("--erase-note", note.erase, "Erase the note of this number for good")
        ->check(CLI::PositiveNumber);
    runs(command, [this] {
        return judge.any()  ? runJudge(common, incident, judge)
               : note.any() ? runNotes(common, incident, note)
                            : runIncident(common, incident);
    });
}

void CommandLine::Impl::addChart() {
    CLI::App* command = app.add_subcommand("chart", "Save a chart of a range or of an incident");
    addRange(*command, chart.range);
    command->add_option("--incident", chart.incident, "Of this incident instead of a range");
    command->add_option("--kind", chart.kind, "lanes, order (of an incident) or response-times (of --target)")
        ->capture_default_str();
    command->add_option("--target", chart.range.target, "Whose response times");
    command->add_option("--preset", chart.preset, "article, social, square, phone, print or WIDTHxHEIGHT")
        ->capture_default_str();
    command->add_option("--scale", chart.scale, "1 to 4")->capture_default_str();
    command->add_option("--theme", chart.theme, "light or dark")->capture_default_str();
    command->add_option("--title", chart.title, "Headline instead of the suggested one");
    command->add_option("--standfirst", chart.standfirst, "Line below it instead of the suggested one");
    command->add_option("--alt", chart.alt, "Alt text instead of the suggested one");
    command->add_option("--newsroom", chart.newsroom, "Whose checks they are, for the source line");
    command->add_option("--place", chart.place, "Checked from where; it can give away where you are");
    command->add_option("--logo", chart.logo, "A picture for the corner");
    command->add_flag("--carriers", chart.carriers, "With what carries the sites, and our own line");
    command->add_flag("--routes", chart.routes,
                      "With the routes via China and via Russia, where a public source told of them");
    command->add_flag("--totals", chart.totals, "With the total time without answer");
    command->add_flag("--outlines", chart.outlines, "In an SVG: text as shapes");
    command->add_flag("--datawrapper", chart.datawrapper, "In a CSV: the table for Datawrapper");
    command->add_flag("--replace", chart.replace, "Replace the file if it is there");
    command->add_option("-o,--output", chart.output, "FILE.png, .svg, .pdf or .csv")->required();
    runs(
        command, [this] { return runChart(common, chart); }, Runs::Offscreen);
}

void CommandLine::Impl::addFiles() {
    CLI::App* command = app.add_subcommand("export", "Write the observations of a range to a file");
    addRange(*command, exported.range);
    command->add_option("-o,--output", exported.output, "FILE.jsonl or FILE.csv")->required();
    runs(command, [this] { return runExport(common, exported); });

    command = app.add_subcommand("replay", "Judge the observations of a file again");
    command->add_option("FILE", replay.file, "Observation file (JSON lines)")->required();
    command->add_flag("--strict", replay.strict, "Exit with 2 if any row was not accepted");
    runs(command, [this] { return runReplay(common, replay); });
}

void CommandLine::Impl::addEvidence() {
    CLI::App* command = app.add_subcommand("evidence", "Save an incident with all it is made of, for others to check");
    command->add_option("ID", evidence.incident, "As 'kpwatch incidents' names it")->required();
    command->add_option("-o,--output", evidence.output, "FILE.zip, or a folder that is made")->required();
    command->add_option("--label", evidence.label, "What this desk is called in it, such as 'the Courier, Berlin'");
    command->add_option("--organization", evidence.organization, "Who hands it on");
    command->add_flag_callback(
        "--no-chart", [this] { evidence.chart = false; }, "Leave the chart out");
    command->add_flag("--replace", evidence.replace, "Replace a file of that name");
    runs(
        command, [this] { return runEvidence(common, evidence); }, Runs::Offscreen);

    command = app.add_subcommand("exports", "What went out, and whether its numbers still hold");
    command->add_option("--again", exports.again, "Make the file of this number once more")->check(CLI::PositiveNumber);
    runs(
        command, [this] { return runExports(common, exports); }, Runs::Offscreen);
}

void CommandLine::Impl::addImport() {
    CLI::App* command =
        app.add_subcommand("import", "Take in a colleague's observations or evidence, beside our own record");
    command->add_option("FILE", imported, "Observation file, as 'kpwatch export' writes it, or an evidence pack")
        ->required();
    runs(command, [this] { return runImport(common, imported); });
}

void CommandLine::Impl::addRecord() {
    CLI::App* command = app.add_subcommand("erase", "Erase all that was recorded, for good");
    command->add_flag("--everything", erase.everything, "Record, backups, notes, list of exports");
    runs(command, [this] { return runErase(common, erase); });

    command = app.add_subcommand("keep", "For how long single checks are kept");
    CLI::Option* months = command->add_option("--months", keep.months, "This many months, 1 to 1200");
    command->add_flag("--for-ever", keep.forEver, "Remove nothing")->excludes(months);
    runs(command, [this] { return runKeep(common, keep); });

    command = app.add_subcommand("backup", "A checked copy of the record, also while it is being written");
    command->add_option("-o,--output", backup, "FILE.db, which must not exist")->required();
    runs(command, [this] { return runBackup(common, backup); });
}

void CommandLine::Impl::addSources() {
    CLI::App* command = app.add_subcommand("sources", "Which public sources are asked beside our own checks");
    const std::set<std::string> names(std::begin(sourceNames), std::end(sourceNames));
    CLI::Option* on = command->add_option("--on", sources.on, "Ask this one")->check(CLI::IsMember(names));
    command->add_option("--off", sources.off, "Ask it no more")->check(CLI::IsMember(names))->excludes(on);
    command->add_option("--measurements", sources.measurements, "Numbers of public measurements of RIPE Atlas")
        ->delimiter(',');
    command->add_option("--token", sources.token, "Keep the token for this one, read from standard input")
        ->check(CLI::IsMember({"globalping", "radar"}));
    command->add_option("--base", sources.bases,
                        "NAME=URL: ask it there, a mirror; of ripe RIPEstat, ris-live is its stream");
    command
        ->add_option("--fetch", sources.fetch, "Ask for the routes of a past time, FROM TO, and add them to the record")
        ->expected(2);
    runs(command, [this] { return sourcesOrFetch(common, sources); });

    command = app.add_subcommand("telling", "By which channels you are told outside this desktop");
    std::set<std::string> secrets;
    for (const SecretKind kind : secretKinds)
        secrets.insert(nameOf(kind));
    command->add_option("--secret", telling.secret, "Keep this one in the keychain, read from standard input")
        ->check(CLI::IsMember(secrets));
    runs(command, [this] { return runTelling(common, telling); });
}

void CommandLine::Impl::addChecks() {
    CLI::App* command =
        app.add_subcommand("doctor", "Check the record; if it is damaged, keep it and save what can be saved");
    command->add_flag("--only-look", onlyLook, "Repair nothing; exit with 1 if it is damaged");
    runs(command, [this] { return runDoctor(common, onlyLook); });

    command = app.add_subcommand("verify", "Is an evidence pack what was packed? Without one: the record, day by day");
    command->add_option("PATH", checked, "An evidence pack, .zip or folder; else the record is checked");
    runs(command, [this] { return checked.empty() ? runVerify(common) : runVerifyPack(common, checked); });
}

void CommandLine::Impl::addDemo() {
    CLI::App* command = app.add_subcommand("demo", "Real checks against a simulated network on this computer");
    command->add_option("SCENARIO", play.scenario, simulation::scenarioNames())->capture_default_str();
    command->add_option("--speed", play.speed, "Play this many times as fast")->check(CLI::Range(0.1, 20.0));
    runs(
        command, [this] { return runDemo(play); }, Runs::InWindow);
    command = app.add_subcommand("simulate", "")->group(""); // what the demo starts; not for people
    command->add_option("SCENARIO", play.scenario)->required();
    command->add_option("--speed", play.speed);
    runs(
        command, [this] { return runSimulate(play); }, Runs::Plain);
}

CommandLine::CommandLine() : m_impl(std::make_unique<Impl>()) {
    m_impl->addCommon();
    m_impl->addWatching();
    m_impl->addLooking();
    m_impl->addIncidents();
    m_impl->addIncident();
    m_impl->addChart();
    m_impl->addFiles();
    m_impl->addEvidence();
    m_impl->addImport();
    m_impl->addRecord();
    m_impl->addSources();
    m_impl->addChecks();
    m_impl->addDemo();
}

CommandLine::~CommandLine() = default;

std::optional<int> CommandLine::parse(int argc, char** argv) {
    try {
        m_impl->app.parse(argc, argv);
    } catch (const CLI::ConversionError& error) {
        const std::string said = notANumber(error.what());
        if (said.empty())
            m_impl->app.exit(error);
        else
            std::cerr << said << '\n';
        return exitUsage;
    } catch (const CLI::ParseError& error) {
        return m_impl->app.exit(error) == 0 ? 0 : exitUsage;
    }
    if (!m_impl->watchlist.empty())
        m_impl->common.watchlist = m_impl->watchlist;
    if (!m_impl->settings.empty())
        m_impl->common.settings = m_impl->settings;
    return std::nullopt;
}

Runs CommandLine::where() const { return m_impl->where; }

int CommandLine::run(const std::filesystem::path& default_history) {
    if (m_impl->common.history.empty())
        m_impl->common.history = default_history;
    return m_impl->chosen();
}

} // namespace kpwatch
