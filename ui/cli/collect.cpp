// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/chosen.h"
#include "app/history/consent.h"
#include "app/history/history_reader.h"
#include "app/history/set_aside.h"
#include "app/story/part_of_record.h"
#include "app/watch/monitor.h"
#include "app/words/agreement.h"
#include "app/words/count.h"
#include "app/words/left_out.h"
#include "app/words/notice.h"
#include "ui/cli/asking_log.h"
#include "ui/cli/channel_telling.h"
#include "ui/cli/commands.h"
#include "ui/cli/json.h"
#include "ui/cli/metrics.h"
#include "ui/cli/status_table.h"
#include "ui/cli/time_argument.h"
#include "ui/quit_on_signals.h"
#include "ui/settings/keychain.h"

#include <QCoreApplication>
#include <QTimer>

#include <algorithm>
#include <iostream>
#include <memory>
#include <unistd.h>

namespace kpwatch {

namespace {

WayOut wayOf(const CollectOptions& options, const std::optional<Consent>& latest) {
    if (!options.way.empty())
        return parseWayOut(options.way);
    return latest ? latest->way : WayOut(Direct{});
}

// What the record keeps as agreed to, in the same words, before anything is sent. Beside a document of JSON it is told
// apart from it.
void requireConsent(const CommonOptions& common, const CollectOptions& options, const std::string& notice) {
    if (!options.acceptNotice && ::isatty(STDIN_FILENO) == 0)
        throw InputError("nothing was sent: the first time by this way out, 'kpwatch collect' needs --accept-notice, "
                         "which says you agree to what it sends and from where");
    std::ostream& told = common.json ? std::cerr : std::cout;
    told << notice << std::endl;
    if (options.acceptNotice)
        return;
    told << "Start watching? [y/N] " << std::flush;
    std::string answer;
    std::getline(std::cin, answer);
    if (answer != "y" && answer != "Y" && answer != "yes")
        throw InputError("nothing was sent: answer y, or give --accept-notice, to start watching");
}

// Qt's timers count milliseconds in an int, which is 24 days: longer watches are waited for in pieces.
void quitAfter(QTimer& timer, std::chrono::seconds length) {
    const auto deadline = std::chrono::steady_clock::now() + length;
    const auto waitOn = [&timer, deadline] {
        const auto left = std::chrono::ceil<std::chrono::milliseconds>(deadline - std::chrono::steady_clock::now());
        if (left.count() <= 0)
            QCoreApplication::quit();
        else
            timer.start(std::min<std::chrono::milliseconds>(left, std::chrono::hours{1}));
    };
    timer.setSingleShot(true);
    QObject::connect(&timer, &QTimer::timeout, waitOn);
    waitOn();
}

int sitesWatched(const Watchlist& watchlist) {
    return static_cast<int>(std::ranges::count_if(watchlist.sites, [&](const Site& site) {
        return std::ranges::any_of(watchlist.targets,
                                   [&](const Target& target) { return target.enabled && target.site == site.id; });
    }));
}

// Now, where it has no row yet or cannot be read, which is the recorder's to say.
UtcTime recordedSince(const std::filesystem::path& record) try {
    return HistoryReader(record).firstRowAt().value_or(utcNow());
} catch (const StorageError&) {
    return utcNow();
}

// What a person or a log is told while it goes on: one dated line for each change, on a terminal the table below them.
class Report {
  public:
    // Once the record is open.
    Report(const Monitor& monitor, std::filesystem::path record, bool on_terminal)
        : m_monitor(monitor), m_record(std::move(record)), m_recordedSince(recordedSince(m_record)),
          m_repaired(isInRepair()), m_onTerminal(on_terminal) {}

    void look() {
        const Picture picture = m_monitor.picture();
        if (picture.watching == Watching::Observing)
            return; // it was said at the start, and nothing changes
        const words::Headline headline =
            words::headline(picture.live, m_monitor.settings(), from(picture), picture.elsewhere);
        if (const QString awake = words::keepAwake(picture.keepAwake); awake != m_awake) {
            m_awake = awake;
            if (!awake.isEmpty())
                say(awake);
        }
        QString line = headline.sentence;
        if (picture.storageTrouble)
            line += QStringLiteral(" (not being saved: %1)").arg(QString::fromStdString(*picture.storageTrouble));
        if (picture.recordNote)
            line += QStringLiteral(". %1").arg(QString::fromStdString(*picture.recordNote));
        for (const Notice& notice : picture.notices) {
            const words::NoticeWords own = words::notice(notice);
            line += QStringLiteral(". %1 %2").arg(own.strong, own.sentence);
        }
        if (const QString asking = m_asking.look(picture.elsewhere); !asking.isEmpty())
            say(asking);
        if (line != m_line)
            say(line);
        m_line = line;
        if (m_onTerminal)
            m_table.show('\n' + statusTable(picture.live, m_monitor.watchlist(), headline));
    }

    void say(const QString& sentence) { m_table.lineAbove(isoUtc(utcNow()) + "  " + sentence.toStdString()); }

  private:
    bool isInRepair() const { return !awaitingRepair(m_record).empty(); }

    // What has been repaired reaches back as well.
    words::SeenFrom from(const Picture& picture) {
        const bool repairing = isInRepair();
        m_repaired = m_repaired || repairing;
        return {.proxy = picture.way && std::holds_alternative<Proxy>(*picture.way),
                .repairing = repairing,
                .again = m_repaired || reachesBack(m_recordedSince, utcNow())};
    }

    const Monitor& m_monitor;
    std::filesystem::path m_record;
    UtcTime m_recordedSince;
    bool m_repaired;
    bool m_onTerminal;
    LiveTable m_table;
    AskingLog m_asking;
    QString m_line, m_awake;
};

// How, how much, where to, and what is left out.
void announce(const Monitor& monitor, const CommonOptions& common, const WayOut& way) {
    if (std::holds_alternative<ObserveOnly>(way)) {
        const words::Headline headline = words::observing(monitor.picture().sources);
        std::cout << headline.sentence.toStdString() << ": " << headline.second.toStdString() << " The record in "
                  << common.history.string() << " is held. Stop with Ctrl+C; --way direct asks before it watches."
                  << std::endl;
        return;
    }
    std::cout << "Watching " << words::sitesOf(sitesWatched(monitor.watchlist())).toStdString() << ' '
              << words::wayOut(way).toStdString() << "; the record is kept in " << common.history.string()
              << ". Stop with Ctrl+C." << std::endl;
    for (const QString& left_out :
         {words::switchedOff(monitor.watchlist(), way), words::overCaps(monitor.picture().overCaps)})
        if (!left_out.isEmpty())
            std::cout << left_out.toStdString() << std::endl;
}

constexpr int storageTrouble = 3; // the exit code

// A window that looks on changes settings and watchlist through us.
void takeChanges(Monitor& monitor, const ChosenFiles& files) {
    monitor.setChangeTaker([&monitor, files](const Change& change) {
        Chosen next = changed({monitor.settings(), monitor.watchlist()}, change);
        monitor.requireRecorded();
        keep(files, change);
        monitor.takeOver(std::move(next.watchlist), std::move(next.settings));
    });
    QObject::connect(&monitor, &Monitor::tookOver, &monitor, [](const QString& trouble) {
        if (trouble.isEmpty())
            return;
        std::cerr << "kpwatch: " << trouble.toStdString() << std::endl;
        QCoreApplication::exit(storageTrouble);
    });
}

} // namespace

int runCollect(const CommonOptions& common, const CollectOptions& options) {
    const ChosenFiles files = chosenFiles(common.history, common.settings, common.watchlist);
    const auto [settings, watchlist] = readChosen(files);
    const auto length = options.length.empty() ? std::nullopt : std::optional(parseLength(options.length, "--for"));
    const std::optional<Consent> latest = latestConsent(common.history);
    const WayOut way = wayOf(options, latest);
    if (needsConsent(latest, way))
        requireConsent(common, options, words::agreementText(watchlist, way).toStdString());

    QCoreApplication& application = *QCoreApplication::instance();
    quitOnSignals(application);
    Monitor monitor({.directory = common.history, .simulated = false}, watchlist, settings);
    takeChanges(monitor, files);
    std::optional<Metrics> metrics;
    if (options.metrics)
        metrics.emplace(monitor, *options.metrics);
    monitor.setTokens(keptTokens(readSources(common.history)));
    const Channels channels = readChannels(common.history);
    const Secrets secrets = gatheredSecrets(channels);
    monitor.start(way);
    const std::shared_ptr<Report> report =
        common.json ? nullptr : std::make_shared<Report>(monitor, common.history, ::isatty(STDOUT_FILENO) == 1);
    std::optional<ChannelTelling> telling;
    if (anyOn(channels))
        telling.emplace(monitor, common.history, channels, secrets, [report](const QString& sentence) {
            if (report)
                report->say(sentence);
            else
                std::cerr << sentence.toStdString() << std::endl;
        });
    if (metrics) {
        metrics->look();
        QObject::connect(
            &monitor, &Monitor::bell, &application, [&metrics] { metrics->look(); }, Qt::QueuedConnection);
    }
    if (report) {
        announce(monitor, common, way);
        QObject::connect(
            &monitor, &Monitor::bell, &application, [report] { report->look(); }, Qt::QueuedConnection);
    }
    QTimer end;
    if (length)
        quitAfter(end, *length);
    const int ended = QCoreApplication::exec();
    monitor.stop();
    const Picture picture = monitor.picture();
    if (picture.storageTrouble)
        throw StorageError(*picture.storageTrouble);
    if (common.json)
        std::cout << documentText({{"observations", picture.recorded}});
    else
        std::cout << picture.recorded << " checks recorded." << std::endl;
    return ended;
}

} // namespace kpwatch
