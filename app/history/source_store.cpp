// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/history/source_store.h"

#include "app/history/database.h"
#include "app/history/row_codec.h"
#include "app/story/sightings.h"
#include "probes/wire/sha256.h"

#include <QByteArray>

#include <nlohmann/json.hpp>

#include <cmath>

namespace kpwatch {

namespace {

constexpr double millionths = 1e6;

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

void storeSightings(SQLite::Database& database, const std::vector<RouteSighting>& sightings) {
    SQLite::Statement insert(database, "INSERT OR IGNORE INTO source_sighting VALUES (?, ?, ?, ?, ?, ?)");
    for (const RouteSighting& each : sightings)
        run(insert, msOf(each.at), each.source, std::string(name(each.what)), each.prefix, std::int64_t{each.origin},
            std::int64_t{each.networks});
}

void storePast(SQLite::Database& database, const SourceNews& news) {
    SQLite::Statement stretch(database, "INSERT OR REPLACE INTO source_stretch VALUES (?, ?, ?, ?, ?)");
    for (const RouteStretch& each : news.stretches)
        run(stretch, each.source, each.prefix, msOf(each.range.begin), msOf(each.range.end),
            std::int64_t{std::llround(each.peersSeeing * millionths)});
    SQLite::Statement past(database, "INSERT INTO source_past VALUES (?, ?, ?, ?, ?, ?, ?)");
    for (const PastTold& each : news.past)
        run(past, msOf(each.at), each.source, msOf(each.range.begin), msOf(each.range.end),
            std::int64_t{each.byPerson ? 1 : 0}, std::int64_t{each.told ? 1 : 0}, each.said);
}

template <typename MakeRow>
auto rowsOf(SQLite::Statement& query, const MakeRow& make_row) {
    std::vector<decltype(make_row())> rows;
    while (query.executeStep())
        rows.push_back(make_row());
    return rows;
}

} // namespace

void storeNews(SQLite::Database& database, const SourceNews& news) {
    SQLite::Statement reading(database, "INSERT OR IGNORE INTO source_reading VALUES (?, ?, ?, ?, ?, ?, ?)");
    for (const RouteReading& each : news.readings)
        run(reading, msOf(each.at), each.source, each.prefix, std::int64_t{each.peersFull},
            std::int64_t{each.peersSeeing}, nlohmann::json(each.byUpstream).dump(), std::int64_t{each.peersElsewhere});
    storeSightings(database, news.sightings);
    storePast(database, news);
    SQLite::Statement answer(database, "INSERT INTO source_answer(at_ms, source, question, status, hash, body) VALUES "
                                       "(?, ?, ?, ?, ?, ?)");
    for (const SourceAnswer& each : news.answers)
        store(answer, each);
}

std::vector<RouteReading> storedReadings(SQLite::Database& database, TimeRange range) {
    SQLite::Statement query(
        database, "SELECT at_ms, source, prefix, peers_full, peers_seeing, by_upstream, "
                  "peers_elsewhere FROM source_reading WHERE at_ms >= ? AND at_ms < ? ORDER BY at_ms, prefix");
    bound(query, msOf(range.begin), msOf(range.end));
    return rowsOf(query, [&] {
        return RouteReading{utcOf(query.getColumn(0).getInt64()), query.getColumn(1).getString(),
                            query.getColumn(2).getString(),       query.getColumn(3).getInt(),
                            query.getColumn(4).getInt(),          upstreamsFrom(query.getColumn(5).getString()),
                            query.getColumn(6).getInt()};
    });
}

std::size_t storedReadingCount(SQLite::Database& database, TimeRange range) {
    SQLite::Statement query(database, "SELECT count(*) FROM source_reading WHERE at_ms >= ? AND at_ms < ?");
    bound(query, msOf(range.begin), msOf(range.end));
    query.executeStep();
    return static_cast<std::size_t>(query.getColumn(0).getInt64());
}

std::vector<RouteSighting> storedSightings(SQLite::Database& database, TimeRange range) {
    std::vector<RouteSighting> sightings;
    // What stood when the range begins belongs to it.
    SQLite::Statement query(database, "SELECT at_ms, source, kind, prefix, origin, networks FROM source_sighting AS s "
                                      "WHERE at_ms < ?2 AND (at_ms >= ?1 OR networks > 0 AND at_ms = (SELECT "
                                      "max(at_ms) FROM source_sighting WHERE at_ms < ?1 AND source = s.source AND kind "
                                      "= s.kind AND prefix = s.prefix AND origin = s.origin)) ORDER BY at_ms, source, "
                                      "kind, prefix, origin");
    bound(query, msOf(range.begin), msOf(range.end));
    while (query.executeStep())
        if (const auto what = sightingNamed(query.getColumn(2).getString()))
            sightings.push_back({utcOf(query.getColumn(0).getInt64()), query.getColumn(1).getString(), *what,
                                 query.getColumn(3).getString(), query.getColumn(4).getUInt(),
                                 query.getColumn(5).getInt()});
    return sightings;
}

std::vector<RouteStretch> storedStretches(SQLite::Database& database, TimeRange range) {
    SQLite::Statement query(database, "SELECT source, prefix, begin_ms, end_ms, peers_millionths FROM source_stretch "
                                      "WHERE begin_ms < ?2 AND end_ms > ?1 ORDER BY prefix, begin_ms");
    bound(query, msOf(range.begin), msOf(range.end));
    return rowsOf(query, [&] {
        return RouteStretch{query.getColumn(0).getString(),
                            query.getColumn(1).getString(),
                            {utcOf(query.getColumn(2).getInt64()), utcOf(query.getColumn(3).getInt64())},
                            static_cast<double>(query.getColumn(4).getInt64()) / millionths};
    });
}

std::vector<PastTold> storedPast(SQLite::Database& database, TimeRange range) {
    SQLite::Statement query(database,
                            "SELECT at_ms, source, begin_ms, end_ms, by_person, told, said FROM source_past WHERE "
                            "begin_ms < ?2 AND end_ms > ?1 ORDER BY at_ms, rowid");
    bound(query, msOf(range.begin), msOf(range.end));
    return rowsOf(query, [&] {
        return PastTold{utcOf(query.getColumn(0).getInt64()),
                        query.getColumn(1).getString(),
                        {utcOf(query.getColumn(2).getInt64()), utcOf(query.getColumn(3).getInt64())},
                        query.getColumn(4).getInt() != 0,
                        query.getColumn(5).getInt() != 0,
                        query.getColumn(6).getString()};
    });
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
