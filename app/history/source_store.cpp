// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/history/source_store.h"

#include "app/history/database.h"
#include "app/history/row_codec.h"
#include "probes/wire/sha256.h"

#include <QByteArray>

#include <nlohmann/json.hpp>

namespace kpwatch {

namespace {

std::map<std::string, int> upstreamsFrom(const std::string& text) {
    std::map<std::string, int> upstreams;
    const auto json = nlohmann::json::parse(text, nullptr, false);
    if (json.is_object())
        for (const auto& [upstream, networks] : json.items())
            if (networks.is_number_integer())
                upstreams[upstream] = networks.get<int>();
    return upstreams;
}

void store(SQLite::Statement& insert, const SourceAnswer& answer) {
    const std::string hash = sha256(answer.body);
    bound(insert, msOf(answer.at), answer.source, answer.question, std::int64_t{answer.status}, hash);
    QByteArray packed;
    if (answer.newReadings) {
        packed = qCompress(QByteArray::fromRawData(answer.body.data(), static_cast<qsizetype>(answer.body.size())));
        insert.bindNoCopy(6, packed.constData(), static_cast<int>(packed.size()));
    } else {
        insert.bind(6);
    }
    insert.exec();
    insert.reset();
}

} // namespace

void storeNews(SQLite::Database& database, const SourceNews& news) {
    SQLite::Statement reading(database, "INSERT OR IGNORE INTO source_reading VALUES (?, ?, ?, ?, ?, ?)");
    for (const RouteReading& each : news.readings)
        run(reading, msOf(each.at), each.source, each.prefix, std::int64_t{each.peersFull},
            std::int64_t{each.peersSeeing}, nlohmann::json(each.byUpstream).dump());
    SQLite::Statement answer(database, "INSERT INTO source_answer(at_ms, source, question, status, hash, body) VALUES "
                                       "(?, ?, ?, ?, ?, ?)");
    for (const SourceAnswer& each : news.answers)
        store(answer, each);
}

std::vector<RouteReading> storedReadings(SQLite::Database& database, TimeRange range) {
    std::vector<RouteReading> readings;
    SQLite::Statement query(database, "SELECT at_ms, source, prefix, peers_full, peers_seeing, by_upstream FROM "
                                      "source_reading WHERE at_ms >= ? AND at_ms < ? ORDER BY at_ms, prefix");
    bound(query, msOf(range.begin), msOf(range.end));
    while (query.executeStep())
        readings.push_back({utcOf(query.getColumn(0).getInt64()), query.getColumn(1).getString(),
                            query.getColumn(2).getString(), query.getColumn(3).getInt(), query.getColumn(4).getInt(),
                            upstreamsFrom(query.getColumn(5).getString())});
    return readings;
}

std::size_t storedReadingCount(SQLite::Database& database, TimeRange range) {
    SQLite::Statement query(database, "SELECT count(*) FROM source_reading WHERE at_ms >= ? AND at_ms < ?");
    bound(query, msOf(range.begin), msOf(range.end));
    query.executeStep();
    return static_cast<std::size_t>(query.getColumn(0).getInt64());
}

std::vector<SourceAnswer> storedAnswers(SQLite::Database& database, TimeRange range) {
    std::vector<SourceAnswer> answers;
    SQLite::Statement query(database,
                            "SELECT at_ms, source, question, status, body, hash FROM source_answer WHERE at_ms >= ? "
                            "AND at_ms < ? ORDER BY at_ms, rowid");
    bound(query, msOf(range.begin), msOf(range.end));
    while (query.executeStep()) {
        SourceAnswer answer{utcOf(query.getColumn(0).getInt64()),
                            query.getColumn(1).getString(),
                            query.getColumn(2).getString(),
                            query.getColumn(3).getInt(),
                            {},
                            false,
                            query.getColumn(5).getString()};
        if (const SQLite::Column body = query.getColumn(4); !body.isNull()) {
            answer.body = qUncompress(static_cast<const uchar*>(body.getBlob()), body.getBytes()).toStdString();
            answer.newReadings = true;
        }
        answers.push_back(std::move(answer));
    }
    return answers;
}

} // namespace kpwatch
