// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desk/dated_events.h"

#include "app/errors.h"
#include "app/json_reader.h"
#include "app/whole_file.h"
#include "probes/wire/untrusted_text.h"

#include <QFile>

#include <algorithm>
#include <array>
#include <optional>

namespace kpwatch {

namespace {

constexpr std::size_t longestText = 200;

using Cells = std::vector<std::string>;

// The cells of one record after another; quotes as RFC 4180 has them, line ends of any system.
class CsvReader {
  public:
    explicit CsvReader(std::string_view text) : m_rest(text) {
        if (m_rest.starts_with("\xEF\xBB\xBF")) // as spreadsheets write it
            m_rest.remove_prefix(3);
    }

    int line() const { return m_line; } // of the record returned last

    std::optional<Cells> next() {
        if (m_rest.empty())
            return std::nullopt;
        m_line = m_nextLine;
        Cells cells{std::string()};
        bool quoted = false;
        while (!m_rest.empty()) {
            const char letter = take();
            if (quoted && letter == '"' && m_rest.starts_with('"'))
                cells.back() += take();
            else if (letter == '"' && (quoted || cells.back().empty()))
                quoted = !quoted;
            else if (!quoted && letter == ',')
                cells.emplace_back();
            else if (!quoted && letter == '\n')
                break;
            else if (quoted || letter != '\r')
                cells.back() += letter;
        }
        return cells;
    }

  private:
    char take() {
        const char letter = m_rest.front();
        m_rest.remove_prefix(1);
        m_nextLine += letter == '\n' ? 1 : 0;
        return letter;
    }

    std::string_view m_rest;
    int m_line = 0, m_nextLine = 1;
};

[[noreturn]] void fail(const std::string& origin, int line, const std::string& reason) {
    throw InputError(origin + ", line " + std::to_string(line) + ": " + reason +
                     "; each line is date,title,source, such as 2026-03-05,\"Something happened\",Reuters");
}

DatedEvent eventFrom(const Cells& cells, const std::string& origin, int line) {
    if (cells.size() != 3)
        fail(origin, line, "it has " + std::to_string(cells.size()) + " cells instead of three");
    DatedEvent event;
    event.wholeDay = cells[0].size() == 10;
    const auto at = parseIsoUtc(event.wholeDay ? cells[0] + "T00:00:00Z" : cells[0]);
    if (!at)
        fail(origin, line, "\"" + cleanedText(cells[0], 40) + "\" is no date");
    event.at = *at;
    event.title = cleanedText(cells[1], longestText);
    event.source = cleanedText(cells[2], longestText);
    if (event.title.empty() || event.source.empty())
        fail(origin, line, "title or source is missing");
    return event;
}

std::filesystem::path fileIn(const std::filesystem::path& directory) { return directory / "events.csv"; }

} // namespace

std::vector<DatedEvent> parseEvents(std::string_view csv, const std::string& origin) {
    CsvReader reader(csv);
    const auto header = reader.next();
    if (!header || *header != Cells{"date", "title", "source"})
        fail(origin, 1, "the first line must be date,title,source");
    std::vector<DatedEvent> events;
    while (const auto cells = reader.next()) {
        if (*cells == Cells{std::string()})
            continue; // an empty line
        if (events.size() == mostEvents)
            fail(origin, reader.line(), "there are more than " + std::to_string(mostEvents));
        events.push_back(eventFrom(*cells, origin, reader.line()));
    }
    std::stable_sort(events.begin(), events.end(),
                     [](const DatedEvent& left, const DatedEvent& right) { return left.at < right.at; });
    return events;
}

std::vector<DatedEvent> knownEvents() {
    QFile file(QStringLiteral(":/known-events.csv"));
    if (!file.open(QIODevice::ReadOnly))
        throw InputError("the list of events is missing in this program: build it again");
    return parseEvents(file.readAll().toStdString(), "the list of events");
}

std::vector<DatedEvent> keptEvents(const std::filesystem::path& directory) {
    const std::filesystem::path file = fileIn(directory);
    if (!std::filesystem::exists(file))
        return {};
    return parseEvents(readInputFile(file), file.string());
}

void keepEvents(const std::filesystem::path& directory, const std::filesystem::path& csv) {
    const std::string text = readInputFile(csv);
    (void)parseEvents(text, csv.string());
    writeBesideRecord(fileIn(directory), text);
}

void dropEvents(const std::filesystem::path& directory) {
    std::error_code failed;
    std::filesystem::remove(fileIn(directory), failed);
}

} // namespace kpwatch
