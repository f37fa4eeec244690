// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/cli/channel_telling.h"

#include "ui/settings/keychain.h"
#include "ui/tell/channel_words.h"

#include <iostream>
#include <termios.h>
#include <unistd.h>

namespace kpwatch {

namespace {

constexpr std::chrono::seconds retold{60}; // what is out of sight is found out by time alone

std::vector<TargetId> downIn(const LiveStatus& live) {
    std::vector<TargetId> down;
    for (const TargetStatus& target : live.targets)
        if (target.state == Verdict::Down)
            down.push_back(target.id);
    return down;
}

// A line that is not shown while it is typed (termios(3)).
std::string unseenLine() {
    termios before{};
    const bool terminal = ::tcgetattr(STDIN_FILENO, &before) == 0;
    if (terminal) {
        termios without = before;
        without.c_lflag &= ~static_cast<tcflag_t>(ECHO);
        ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &without);
    }
    std::string line;
    std::getline(std::cin, line);
    if (terminal)
        ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &before);
    std::cerr << '\n';
    return line;
}

} // namespace

ChannelTelling::ChannelTelling(const Monitor& monitor, const std::filesystem::path& history, const Channels& channels,
                               const Secrets& secrets, std::function<void(const QString&)> say)
    : m_monitor(monitor), m_say(std::move(say)), m_archive(history, monitor.watchlist()),
      m_news(monitor.watchlist(), false),
      m_despatch(monitor.settings(), history, {.userAgent = "KPWatch/" KPWATCH_VERSION}) {
    m_despatch.setChannels(channels, secrets);
    QObject::connect(
        &monitor, &Monitor::bell, &m_despatch, [this] { look(); }, Qt::QueuedConnection);
    QObject::connect(
        &m_archive, &Archive::bell, &m_despatch, [this] { take(); }, Qt::QueuedConnection);
    QObject::connect(&m_despatch, &Despatch::answerWanted, &m_despatch, [this] { ask(); });
    QObject::connect(
        &m_despatch, &Despatch::bell, &m_despatch, [this] { sayTroubles(); }, Qt::QueuedConnection);
    QObject::connect(&m_again, &QTimer::timeout, &m_despatch, [this] { ask(); });
    m_again.start(retold);
    ask();
}

// Who stopped or came back, or our own line: the record is asked as soon as it is on disk.
void ChannelTelling::look() {
    const Picture picture = m_monitor.picture();
    std::vector<TargetId> down = downIn(picture.live);
    if (down == m_down && picture.live.ownLine.state == m_ownLine)
        return;
    m_down = std::move(down);
    m_ownLine = picture.live.ownLine.state;
    m_news.takeOwnLine(picture.live.ownLine);
    ask();
}

void ChannelTelling::ask() { m_archive.askForIncidents({.now = utcNow()}); }

void ChannelTelling::take() {
    const auto answer = m_archive.takeIncidents();
    const Picture picture = m_monitor.picture();
    m_news.takeElsewhere(picture.elsewhere);
    if (!answer || !m_news.takeIncidents(*answer) || !picture.way)
        return;
    m_despatch.setWay(*picture.way);
    m_despatch.take(m_news.all(), utcNow());
}

void ChannelTelling::sayTroubles() {
    QStringList troubles;
    for (const ChannelStatus& status : m_despatch.statuses())
        if (const QString trouble = channelTrouble(status); !trouble.isEmpty())
            troubles << trouble;
    const QString all = troubles.join(QLatin1Char(' '));
    if (all != m_troubles && !all.isEmpty())
        m_say(all);
    m_troubles = all;
}

Secrets gatheredSecrets(const Channels& channels) {
    Secrets secrets = anyOn(channels) ? keptSecrets(channels) : Secrets{};
    const std::vector<SecretKind> missing = secretsMissing(channels, secrets);
    if (missing.empty())
        return secrets;
    std::cerr << secretsMissingSentence(missing).toStdString() << '\n';
    if (::isatty(STDIN_FILENO) == 0) {
        std::cerr << "Nothing is told there. Keep it with 'kpwatch telling --secret NAME', or start on a terminal, "
                     "where it is asked for.\n";
        return secrets;
    }
    for (const SecretKind kind : missing) {
        std::cerr << nameOf(kind) << " (not shown; empty: not told there): " << std::flush;
        if (std::string line = unseenLine(); !line.empty())
            secrets[kind] = std::move(line);
    }
    return secrets;
}

} // namespace kpwatch
