// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/evidence/ever_watched.h"
#include "app/evidence/observation_file.h"
#include "app/history/route_reader.h"
#include "ui/cli/json.h"
#include "ui/cli/opened_history.h"

#include <QSaveFile>

#include <iostream>

namespace kpwatch {

int runExport(const CommonOptions& common, const ExportOptions& options) {
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
              : headerLine(ever.list, opened.reader.vantageName(), "another computer", opened.reader.simulated()));
    std::uint64_t rows = 0;
    if (!csv) {
        for (const RouteReading& reading : opened.reader.readings(range))
            write(readingLine(reading));
        for (const RouteSighting& sighting : opened.reader.sightings(range))
            write(sightingLine(sighting));
        eachAnswer(opened.reader, range, [&](const SourceAnswer& answer) { write(answerLine(answer)); });
    }
    opened.reader.rows(ever.list, range, [&](const Observation* row, const Event* event) {
        if (row) {
            write(csv ? observationCsvLine(*row, ever.list) : observationLine(*row, ever.list));
            ++rows;
        } else if (event && !csv) {
            write(eventLine(*event));
        }
    });
    if (!file.commit())
        throw fail();
    if (common.json)
        std::cout << documentText({{"file", options.output.string()}, {"observations", rows}});
    else
        std::cout << rows << " observations written to " << options.output.string() << '\n';
    return 0;
}

} // namespace kpwatch
