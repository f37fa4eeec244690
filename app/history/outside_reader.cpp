// SPDX-License-Identifier: GPL-3.0-or-later
// Of source_store.h: what public platforms measured, out of their answers.
#include "app/history/database.h"
#include "app/history/row_codec.h"
#include "app/history/source_store.h"

#include <QByteArray>

namespace kpwatch {

OutsideReadings storedOutsideReadings(SQLite::Database& database, TimeRange range) {
    std::vector<SourceAnswer> answers;
    SQLite::Statement query(database, "SELECT at_ms, source, question, body FROM source_answer WHERE at_ms >= ? AND "
                                      "at_ms < ? AND status = 200 AND body IS NOT NULL AND source IN (?, ?, ?, ?) "
                                      "ORDER BY at_ms, rowid");
    bound(query, msOf(range.begin), msOf(range.end), std::string(globalpingSource), std::string(atlasSource),
          std::string(iodaSource), std::string(radarSource));
    while (query.executeStep()) {
        const SQLite::Column body = query.getColumn(3);
        answers.push_back(
            {utcOf(query.getColumn(0).getInt64()), query.getColumn(1).getString(), query.getColumn(2).getString(), 200,
             qUncompress(static_cast<const uchar*>(body.getBlob()), body.getBytes()).toStdString(), true});
    }
    return outsideReadings(answers);
}

} // namespace kpwatch
