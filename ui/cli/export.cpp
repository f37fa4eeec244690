// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/evidence/ever_watched.h"
#include "app/evidence/observation_file.h"
#include "app/history/overtaken_rows.h"
#include "app/history/route_reader.h"
#include "app/words/sources.h"
#include "ui/cli/json.h"
#include "ui/cli/observation_export.h"
#include "ui/cli/opened_history.h"

#include <QSaveFile>

#include <algorithm>
#include <iostream>
#include <set>

namespace kpwatch {

namespace {

struct StoppedByHand {}; // by the person; unwinds the reading

// The share of the record's time that has been written, as far as it has been.
class Share {
  public:
    Share(const PackWork& work, std::optional<UtcTime> from, UtcTime to)
        : m_work(work), m_from(from.value_or(to)), m_length(std::max(1.0, seconds(to - m_from))) {}
    void reached(UtcTime at) {
        constexpr int often = 1000; // rows
        if (++m_rows % often != 0)
            return;
        if (m_work.stop.stop_requested())
            throw StoppedByHand();
        if (m_work.progress)
            m_work.progress(std::clamp(seconds(at - m_from) / m_length, 0.0, 1.0));
    }

  private:
    static double seconds(std::chrono::milliseconds length) { return std::chrono::duration<double>(length).count(); }
    const PackWork& m_work;
    const UtcTime m_from;
    const double m_length;
    std::uint64_t m_rows = 0;
};

// Of all that public sources told in that time.
std::string creditOver(const HistoryReader& reader, TimeRange range) {
    std::set<std::string> sources;
    for (const RouteReading& reading : reader.readings(range))
        sources.insert(reading.source);
    for (const RouteSighting& sighting : reader.sightings(range))
        sources.insert(sighting.source);
    eachAnswer(reader, range, [&](const SourceAnswer& answer) { sources.insert(answer.source); });
    return words::attributions({sources.begin(), sources.end()}).toStdString();
}

std::uint64_t written(const CommonOptions& common, const ExportOptions& options, const PackWork& work) {
    const OpenedHistory opened = openHistory(common);
    const EverWatched ever = everWatched(opened.watchlist, opened.reader.watchlistVersions(), opened.settings);
    for (const std::string& left : ever.leftOut)
        std::cerr << "Not in the file, and still in the record: " << left << '\n';
    const TimeRange range = rangeOf(options.range, utcNow());
    const std::string extension = options.output.extension().string();
    const bool csv = extension == ".csv";
    if (!csv && extension != ".jsonl")
        throw InputError("-o " + options.output.string() + " must end in .jsonl or .csv, which chooses the format");

    QSaveFile file(QString::fromStdString(options.output.string()));
    const auto fail = [&] {
        return InputError(options.output.string() + " cannot be written (" + file.errorString().toStdString() +
                          "): choose another place");
    };
    if (!file.open(QIODevice::WriteOnly))
        throw fail();
    const auto write = [&](const std::string& line) { // by its length: what the network sent may hold any byte
        file.write(line.data(), static_cast<qint64>(line.size()));
        file.putChar('\n');
    };
    write(csv ? observationCsvHeader()
              : headerLine(ever.list, opened.reader.vantageName(), "another computer", opened.reader.simulated(),
                           creditOver(opened.reader, range)));
    std::uint64_t rows = 0;
    Share share(work, opened.reader.firstRowAt(), std::min(range.end, utcNow()));
    if (!csv) {
        for (const RouteReading& reading : opened.reader.readings(range))
            write(readingLine(reading));
        for (const RouteSighting& sighting : opened.reader.sightings(range))
            write(sightingLine(sighting));
        eachAnswer(opened.reader, range, [&](const SourceAnswer& answer) { write(answerLine(answer)); });
    }
    const OvertakenRows overtaken(opened.reader, ever.list, range);
    const auto marked = [&](std::string line, const auto& row) {
        return overtaken.contains(row) ? overtakenLine(std::move(line)) : std::move(line);
    };
    opened.reader.rows(ever.list, range, [&](const Observation* row, const Event* event) {
        if (row) {
            share.reached(row->startedAt);
            write(csv ? observationCsvLine(*row, ever.list) : marked(observationLine(*row, ever.list), *row));
            ++rows;
        } else if (event && !csv) {
            write(marked(eventLine(*event), *event));
        }
    });
    if (!file.commit())
        throw fail();
    return rows;
}

} // namespace

std::optional<std::uint64_t> exportObservations(const CommonOptions& common, const ExportOptions& options,
                                                const PackWork& work) {
    try {
        return written(common, options, work);
    } catch (const StoppedByHand&) { // the file is not there before it is whole
        return std::nullopt;
    }
}

int runExport(const CommonOptions& common, const ExportOptions& options) {
    const std::uint64_t rows = exportObservations(common, options).value_or(0);
    if (common.json)
        std::cout << documentText({{"file", options.output.string()}, {"observations", rows}});
    else
        std::cout << rows << " observations written to " << options.output.string() << '\n';
    return 0;
}

} // namespace kpwatch
