// SPDX-License-Identifier: GPL-3.0-or-later
// The executable: parses the command line, composes the parts, and turns the three kinds of error into a sentence and
// an exit code. The only file that sees everything.
#include "app/desk/notes.h"
#include "app/errors.h"
#include "app/history/archive.h"
#include "app/history/consent.h"
#include "app/history/erase.h"
#include "app/outside/sources.h"
#include "app/simulation/past.h"
#include "app/simulation/scenario.h"
#include "app/simulation/stage.h"
#include "app/watch/fetch_past.h"
#include "app/watch/monitor.h"
#include "app/words/words.h"
#include "resources/resources.h"
#include "ui/app_icon.h"
#include "ui/cli/commands.h"
#include "ui/cli/exported.h"
#include "ui/cli/reopen.h"
#include "ui/evidence/pack_offer.h"
#include "ui/main_window.h"
#include "ui/settings/record_dialog.h"
#include "ui/theme.h"

#include <CLI/CLI.hpp>
#include <QApplication>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QScopeGuard>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTimer>

#include <functional>
#include <iostream>
#include <set>
#include <sys/stat.h>
#include <unistd.h>

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

HandingOn handingOn(const CommonOptions& common) {
    return {.pack =
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
            .list = [common] { return wentOut(common); },
            .again = [common](const Exported& exported) { return madeAgain(common, exported); },
            .note = [common](const Exported& exported) { noteExport(common.history, exported); }};
}

// A colleague's pack that was opened like a document.
void offerPack(MainWindow& window, const CommonOptions& common, const std::string& pack) {
    PackOffer({.file = pack,
               .check = [pack](const PackWork& work) { return checkedPack(pack, work); },
               .take = [pack, common] { runImport(common, pack); }},
              &window)
        .exec();
}

int runDashboard(int argc, char** argv, CommonOptions common, const std::string& picture) {
    requireDisplay();
    QApplication application(argc, argv);
    if (common.history.empty())
        common.history = defaultHistory();
    const bool pack = !picture.empty() && looksLikePack(picture);
    const std::optional<Reopened> reopened =
        picture.empty() || pack ? std::nullopt : std::optional(reopen(common, picture));
    const Settings settings = common.settings ? loadSettings(*common.settings) : Settings{};
    const Watchlist watchlist =
        common.watchlist ? loadWatchlist(*common.watchlist, settings) : defaultWatchlist(settings);
    const std::optional<Consent> latest = latestConsent(common.history);
    const bool viewer = isBeingWritten(common.history);
    installFonts();
    installAppIcon();
    std::optional<QStringList> again; // to start with, once this one has let go of the record
    const auto startAgain = qScopeGuard([&again] {
        if (again)
            QProcess::startDetached(QApplication::applicationFilePath(), *again);
    });
    Monitor monitor({.directory = common.history, .simulated = false}, watchlist, settings);
    Archive archive(common.history, watchlist);
    const auto recordElsewhere = [&](const std::string& directory) {
        monitor.moveRecord(directory);
        rememberPlace(directory);
        QStringList arguments = QApplication::arguments();
        arguments.removeFirst();
        if (const auto given = arguments.indexOf(QStringLiteral("--history")); given >= 0)
            arguments.remove(given, 2);
        again = arguments + QStringList{QStringLiteral("--history"), QString::fromStdString(directory)};
        QApplication::quit();
    };
    QObject::connect(&archive, &Archive::damaged, &monitor, &Monitor::checkRecord);
    bool erased = false; // the window writes what it remembers when it goes
    const auto forget = qScopeGuard([&erased] {
        if (erased)
            forgetRemembered();
    });
    const auto erase = [&] {
        monitor.stop();
        eraseEverything(common.history);
        erased = true;
        QApplication::quit();
    };
    const auto exportAll = [&](const std::filesystem::path& file) {
        runExport({.history = common.history}, {.range = {.from = "1970-01-01T00:00:00Z"}, .output = file});
    };
    const auto showRecord = [&](QWidget* parent) {
        RecordDialog({.directory = common.history, .exportAll = exportAll, .erase = erase}, parent).exec();
    };
    MainWindow window(monitor, archive, watchlist, settings,
                      {.handing = handingOn(common),
                       .agreed = latest ? std::optional(latest->way) : std::nullopt,
                       .viewer = viewer,
                       .stillWritten = [&] { return isBeingWritten(common.history); },
                       .recordElsewhere = recordElsewhere,
                       .showRecord = showRecord,
                       .beside = common.history,
                       .notes = Notes(common.history),
                       .reopened = reopened,
                       .remembers = true});
    window.show();
    if (pack)
        QTimer::singleShot(0, &window, [&] { offerPack(window, common, picture); });
    return QApplication::exec();
}

// The simulated network is a child process: real probes, real sockets, and nothing of it inside the program that
// watches. It plays until its standard input closes, which it does however this program ends.
int runDemo(int argc, char** argv, const std::string& scenario, double speed) {
    const simulation::Scenario& play = simulation::scenario(scenario); // a wrong name is said before a window opens
    requireDisplay();
    QApplication application(argc, argv);
    QProcess network;
    const auto endPlay = qScopeGuard([&network] {
        network.closeWriteChannel();
        network.waitForFinished(2000);
    });
    network.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    network.start(QApplication::applicationFilePath(), {QStringLiteral("simulate"), QString::fromStdString(scenario),
                                                        QStringLiteral("--speed"), QString::number(speed)});
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
    simulation::writePast(history, watchlist, settings, utcNow(), play);
    installFonts();
    installAppIcon();
    Monitor monitor(history, watchlist, settings);
    Archive archive(history.directory, watchlist);
    const Remembered look = remembered();
    MainWindow window(monitor, archive, watchlist, settings,
                      {.simulated = true,
                       .handing = handingOn({.history = history.directory}),
                       .agreed = Direct{},
                       .theme = look.theme,
                       .textPercent = look.textPercent});
    window.show();
    return QApplication::exec();
}

// The child of the demo: first the watchlist and settings as one line of JSON, then the play, until nobody listens.
int sourcesOrFetch(const CommonOptions& common, const SourcesOptions& options) {
    if (options.fetch.empty())
        return runSources(common, options);
    return fetchRoutes(common, options, [&common](TimeRange range, std::string& trouble) {
        Fetched fetched = fetchPast(common.history, readSources(common.history), range);
        trouble = std::move(fetched.trouble);
        return fetched.told;
    });
}

int runSimulate(const std::string& scenario, double speed) {
    simulation::Stage stage(simulation::scenario(scenario), speed);
    std::cout << stage.json() << std::endl;
    stage.playUntilClosed(STDIN_FILENO);
    return 0;
}

int runInTerminal(int argc, char** argv, CommonOptions& common, const std::function<int()>& command) {
    QCoreApplication application(argc, argv);
    if (common.history.empty())
        common.history = defaultHistory();
    return command();
}

int runOffscreen(int argc, char** argv, CommonOptions& common, const std::function<int()>& command) {
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    installFonts();
    if (common.history.empty())
        common.history = defaultHistory();
    return command();
}

void addRange(CLI::App& command, RangeOptions& range) {
    command.add_option("--from", range.from, "Begin: ISO 8601 with zone, or relative to now")->capture_default_str();
    command.add_option("--to", range.to, "End")->capture_default_str();
}

int run(int argc, char** argv) {
    CLI::App app{"Do North Korea's public sites answer, since when, and is the fault theirs, mine, or in between?",
                 "kpwatch"};
    app.set_version_flag("--version", KPWATCH_VERSION);
    app.fallthrough();
    CommonOptions common;
    std::string watchlist, settings;
    app.add_option("--history", common.history, "Folder of the record");
    app.add_option("--watchlist", watchlist, "Watchlist file (JSON); dashboard, collect, replay");
    app.add_option("--settings", settings, "Settings file (JSON)");
    std::string file;
    app.add_option("FILE", file,
                   "A chart that KPWatch saved as PNG, or an evidence pack: opens it, and says whether it still holds");
    app.add_flag("--json", common.json, "Print one JSON document and nothing else");

    std::function<int()> chosen;
    bool paints = false;
    CollectOptions collect;
    CLI::App* command = app.add_subcommand("collect", "Watch without a window");
    command->add_option("--for", collect.length, "Stop after this long, such as 90s or 24h");
    command->add_flag("--accept-notice", collect.acceptNotice, "I agree to what is sent, without being asked");
    command->add_option("--way", collect.way,
                        "direct, observe (nothing is sent) or socks5h://HOST:PORT; else as last time");
    command->add_option("--metrics", collect.metrics, "Serve the states for Prometheus on this port of 127.0.0.1");
    command->callback([&] { chosen = [&] { return runCollect(common, collect); }; });

    std::string at = "now";
    command = app.add_subcommand("status", "What answers, and since when");
    command->add_option("--at", at, "At this moment")->capture_default_str();
    command->callback([&] { chosen = [&] { return runStatus(common, at); }; });

    RangeOptions range;
    command = app.add_subcommand("timeline", "States and shares over a range");
    addRange(*command, range);
    command->add_option("--target", range.target, "Only this target");
    command->callback([&] { chosen = [&] { return runTimeline(common, range); }; });

    IncidentsOptions incidents;
    command = app.add_subcommand("incidents", "The log: what stopped answering, when, for how long");
    command->add_option("--from", incidents.from, "Only those going on after this time");
    command->add_option("--to", incidents.to, "Only those going on before this time");
    command->add_option("--text", incidents.text, "Only with this in their title, name or who was silent");
    command->add_option("--scope", incidents.scope, "Only of this scope, such as all-sites");
    command->add_option("--pattern", incidents.pattern, "Only of this pattern, such as gradual");
    command->add_option("--longer", incidents.longer, "Only those of at least this length, such as 30m");
    command->add_option("--shorter", incidents.shorter, "Only those of at most this length");
    command->add_option("--last", incidents.last, "Only the latest so many")->check(CLI::PositiveNumber);
    bool reported = false;
    command->add_flag("--reported", reported, "Instead: what others reported, 2013 to 2025; not measured here");
    command->callback(
        [&] { chosen = [&] { return reported ? runReported(common) : runIncidents(common, incidents); }; });

    std::string incident;
    command = app.add_subcommand("incident", "One incident: order, what it looks like, and how that is known");
    command->add_option("ID", incident, "As 'kpwatch incidents' names it")->required();
    JudgeOptions judge;
    command->add_option("--merge", judge.merge, "This other incident is part of it");
    command->add_option("--split-at", judge.splitAt, "What stopped at this time or later is an incident of its own");
    command->add_option("--window", judge.window, "FROM TO: leave out what lies outside")->expected(2);
    command->add_option("--exclude", judge.exclude, "Leave this target out");
    command->add_flag("--false-alarm", judge.falseAlarm, "Nothing of theirs had failed");
    command->add_option("--undo", judge.undo, "Take back what was said under this number")->check(CLI::PositiveNumber);
    command->add_option("--reason", judge.reason, "Why; needed with each of those");
    NoteOptions note;
    command->add_option("--note", note.text, "Keep a note of your own, in no backup and no export");
    command->add_option("--link", note.link, "Keep a link likewise");
    command->add_option("--erase-note", note.erase, "Erase the note of this number for good")
        ->check(CLI::PositiveNumber);
    command->callback([&] {
        chosen = [&] {
            return judge.any()  ? runJudge(common, incident, judge)
                   : note.any() ? runNotes(common, incident, note)
                                : runIncident(common, incident);
        };
    });

    ChartOptions chart;
    command = app.add_subcommand("chart", "Save a chart of a range or of an incident");
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
    command->callback([&] { chosen = [&] { return runChart(common, chart); }, paints = true; });

    ExportOptions exported;
    command = app.add_subcommand("export", "Write the observations of a range to a file");
    addRange(*command, exported.range);
    command->add_option("-o,--output", exported.output, "FILE.jsonl or FILE.csv")->required();
    command->callback([&] { chosen = [&] { return runExport(common, exported); }; });

    ReplayOptions replay;
    command = app.add_subcommand("replay", "Judge the observations of a file again");
    command->add_option("FILE", replay.file, "Observation file (JSON lines)")->required();
    command->add_flag("--strict", replay.strict, "Exit with 2 if any row was not accepted");
    command->callback([&] { chosen = [&] { return runReplay(common, replay); }; });

    EvidenceOptions evidence;
    command = app.add_subcommand("evidence", "Save an incident with all it is made of, for others to check");
    command->add_option("ID", evidence.incident, "As 'kpwatch incidents' names it")->required();
    command->add_option("-o,--output", evidence.output, "FILE.zip, or a folder that is made")->required();
    command->add_option("--label", evidence.label, "What this desk is called in it, such as 'the Courier, Berlin'");
    command->add_option("--organization", evidence.organization, "Who hands it on");
    command->add_flag("!--no-chart", evidence.chart, "Leave the chart out");
    command->add_flag("--replace", evidence.replace, "Replace a file of that name");
    command->callback([&] { chosen = [&] { return runEvidence(common, evidence); }, paints = true; });

    ExportsOptions exports;
    command = app.add_subcommand("exports", "What went out, and whether its numbers still hold");
    command->add_option("--again", exports.again, "Make the file of this number once more")->check(CLI::PositiveNumber);
    command->callback([&] { chosen = [&] { return runExports(common, exports); }, paints = true; });

    std::string imported;
    command = app.add_subcommand("import", "Take in a colleague's observations or evidence, beside our own record");
    command->add_option("FILE", imported, "Observation file, as 'kpwatch export' writes it, or an evidence pack")
        ->required();
    command->callback([&] { chosen = [&] { return runImport(common, imported); }; });

    EraseOptions erase;
    command = app.add_subcommand("erase", "Erase all that was recorded, for good");
    command->add_flag("--everything", erase.everything, "Record, backups, notes, list of exports");
    command->callback([&] { chosen = [&] { return runErase(common, erase); }; });

    KeepOptions keep;
    command = app.add_subcommand("keep", "For how long single checks are kept");
    CLI::Option* months = command->add_option("--months", keep.months, "This many months, 1 to 1200");
    command->add_flag("--for-ever", keep.forEver, "Remove nothing")->excludes(months);
    command->callback([&] { chosen = [&] { return runKeep(common, keep); }; });

    std::string backup;
    command = app.add_subcommand("backup", "A checked copy of the record, also while it is being written");
    command->add_option("-o,--output", backup, "FILE.db, which must not exist")->required();
    command->callback([&] { chosen = [&] { return runBackup(common, backup); }; });

    bool onlyLook = false;
    SourcesOptions sources;
    command = app.add_subcommand("sources", "Which public sources are asked beside our own checks");
    const std::set<std::string> names(std::begin(sourceNames), std::end(sourceNames));
    CLI::Option* on = command->add_option("--on", sources.on, "Ask this one")->check(CLI::IsMember(names));
    command->add_option("--off", sources.off, "Ask it no more")->check(CLI::IsMember(names))->excludes(on);
    command->add_option("--measurements", sources.measurements, "Numbers of public measurements of RIPE Atlas")
        ->delimiter(',');
    command->add_option("--token", sources.token, "Keep the token for this one, read from standard input")
        ->check(CLI::IsMember({"globalping", "radar"}));
    command->add_option("--base", sources.bases, "NAME=URL: ask it there, a mirror");
    command
        ->add_option("--fetch", sources.fetch, "Ask for the routes of a past time, FROM TO, and add them to the record")
        ->expected(2);
    command->callback([&] { chosen = [&] { return sourcesOrFetch(common, sources); }; });
    command = app.add_subcommand("doctor", "Check the record; if it is damaged, keep it and save what can be saved");
    command->add_flag("--only-look", onlyLook, "Repair nothing; exit with 1 if it is damaged");
    command->callback([&] { chosen = [&] { return runDoctor(common, onlyLook); }; });

    std::string checked;
    command = app.add_subcommand("verify", "Is an evidence pack what was packed? Without one: the record, day by day");
    command->add_option("PATH", checked, "An evidence pack, .zip or folder; else the record is checked");
    command->callback(
        [&] { chosen = [&] { return checked.empty() ? runVerify(common) : runVerifyPack(common, checked); }; });

    std::string scenario = "gradual";
    double speed = 1;
    bool demo = false;
    command = app.add_subcommand("demo", "Real checks against a simulated network on this computer");
    command->add_option("SCENARIO", scenario, simulation::scenarioNames())->capture_default_str();
    command->add_option("--speed", speed, "Play this many times as fast")->check(CLI::Range(0.1, 20.0));
    command->callback([&] { demo = true; });
    command = app.add_subcommand("simulate", "")->group(""); // what the demo starts; not for people
    command->add_option("SCENARIO", scenario)->required();
    command->add_option("--speed", speed);
    command->callback([&] { chosen = [&] { return runSimulate(scenario, speed); }; });

    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        return app.exit(error) == 0 ? 0 : exitUsage;
    }
    if (!watchlist.empty())
        common.watchlist = watchlist;
    if (!settings.empty())
        common.settings = settings;
    if (demo)
        return runDemo(argc, argv, scenario, speed);
    if (!chosen)
        return runDashboard(argc, argv, common, file);
    return paints ? runOffscreen(argc, argv, common, chosen) : runInTerminal(argc, argv, common, chosen);
}

} // namespace

} // namespace kpwatch

int main(int argc, char** argv) {
    ::umask(077);
    std::setlocale(LC_ALL, "C.UTF-8");
    QCoreApplication::setApplicationName(QStringLiteral("kpwatch"));
    QCoreApplication::setApplicationVersion(QStringLiteral(KPWATCH_VERSION));
    kpwatch::initResources();
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
