// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/cli/status_table.h"

#include "app/words/never_answered.h"
#include "app/words/rings.h"

#include <QStringTokenizer>

#include <algorithm>
#include <iomanip>
#include <iostream>
#include <sstream>
#include <sys/ioctl.h>
#include <unistd.h>

namespace kpwatch {

std::string statusTable(const LiveStatus& live, const Watchlist& watchlist, const words::Headline& headline) {
    std::ostringstream text;
    text << headline.sentence.toStdString() << '\n';
    if (!headline.second.isEmpty())
        text << headline.second.toStdString() << '\n';
    text << '\n';
    std::size_t width = 24; // of the names, which are ASCII
    for (const TargetStatus& status : live.targets)
        width = std::max(width, watchlist.find(status.id)->name.size() + 2);
    for (const TargetStatus& status : live.targets) {
        const Target& target = *watchlist.find(status.id);
        text << std::left << std::setw(static_cast<int>(width)) << target.name
             << words::state(status.state).toStdString();
        if (status.since)
            text << " since " << words::stampKst(*status.since).toStdString() << " ("
                 << words::stampUtc(*status.since).toStdString() << ')';
        if (status.checking)
            text << ". " << words::checkingAgain(*status.checking).toStdString();
        if (const QString why = words::reasonFor(status.reason, transportOf(target.probe));
            status.state == Verdict::Unknown && status.reason != Reason::NeverAnswered && !why.isEmpty())
            text << ": " << why.toStdString();
        if (status.neverAnswered)
            text << ", " << words::neverAnswered(status.lastGood, live.asOf).toStdString();
        text << '\n';
    }
    if (const auto off = std::ranges::count(watchlist.targets, false, &Target::enabled); off > 0)
        text
            << off << (off == 1 ? " target is" : " targets are")
            << " switched off in the watchlist: Targets and controls… in the window, or \"enabled\": true in the file, "
               "switches on\n";
    text << "\nOur own line: " << words::state(live.ownLine.state).toStdString() << ", " << live.ownLine.controlsUp
         << " of " << live.ownLine.controls << " controls answer\n";
    return text.str();
}

namespace {

struct Terminal {
    int columns = 80, rows = 24;
};

Terminal terminal() {
    winsize size{};
    if (::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0 || size.ws_col == 0 || size.ws_row == 0)
        return {};
    return {size.ws_col, size.ws_row};
}

// Long lines go on in the next row.
int rowsTaken(const std::string& text, int columns) {
    int rows = 0;
    for (const QStringView line : QStringTokenizer(QString::fromStdString(text), u'\n'))
        rows += std::max(1, (static_cast<int>(line.size()) + columns - 1) / columns);
    return rows - 1; // nothing stands behind the last line feed
}

} // namespace

// Up by its rows, to the left, and everything below away (CUU, CR and ED of ECMA-48).
void LiveTable::erase() const {
    if (const int rows = rowsTaken(m_shown, terminal().columns); rows > 0)
        std::cout << "\033[" << rows << "A\r\033[J";
}

void LiveTable::show(const std::string& table) {
    if (table == m_shown)
        return;
    const Terminal now = terminal();
    erase();
    m_shown = rowsTaken(table, now.columns) < now.rows ? table : std::string();
    std::cout << m_shown << std::flush;
}

void LiveTable::lineAbove(const std::string& line) {
    erase();
    std::cout << line << '\n' << m_shown << std::flush;
}

} // namespace kpwatch
