// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/history/carved_row.h"

#include <nlohmann/json.hpp>

#include <array>
#include <utility>

namespace kpwatch {
namespace {

using Kind = CarvedValue::Kind;

bool between(std::int64_t low, const CarvedValue& value, std::int64_t high) {
    return value.kind == Kind::Integer && low <= value.integer && value.integer <= high;
}
bool isMs(const CarvedValue& value) { return between(1'577'836'800'000, value, 4'102'444'800'000); } // 2020 to 2100
bool isId(const CarvedValue& value) { return between(1, value, 1'000'000'000); }
bool isSeries(const CarvedValue& value) { return between(-1'000'000'000, value, 1'000'000'000); } // or events
bool isDay(const CarvedValue& value) { return between(10'000, value, 50'000); }
bool isText(const CarvedValue& value) { return value.kind == Kind::Text; }
bool isJson(const CarvedValue& value) {
    return isText(value) && value.bytes.starts_with('{') && nlohmann::json::accept(value.bytes);
}
bool isHash(const CarvedValue& value) {
    return isText(value) && value.bytes.size() == 64 &&
           value.bytes.find_first_not_of("0123456789abcdef") == std::string::npos;
}
bool isNull(const CarvedValue& value) { return value.kind == Kind::Null; }
bool isLength(const CarvedValue& value) { return between(0, value, 86'400'000'000); } // a day in microseconds
bool isSlug(const CarvedValue& value) {
    return isText(value) && !value.bytes.empty() && value.bytes.size() <= 200 &&
           value.bytes.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-") == std::string::npos;
}

// Rows of the tables `stage` and `failure` look like targets; they are in every new file.
bool isFixedWord(const std::string& word) {
    static const std::array<std::string_view, 22> words{"prepare",
                                                        "resolve",
                                                        "connect",
                                                        "tls",
                                                        "exchange",
                                                        "done",
                                                        "none",
                                                        "timeout",
                                                        "refused",
                                                        "reset",
                                                        "unreachable",
                                                        "no-such-name",
                                                        "server-failure",
                                                        "certificate-invalid",
                                                        "protocol-error",
                                                        "unexpected-answer",
                                                        "suspicious-answer",
                                                        "blocked",
                                                        "permission-denied",
                                                        "local-network-down",
                                                        "cancelled",
                                                        "unknown"};
    for (const std::string_view fixed : words)
        if (word == fixed)
            return true;
    return false;
}

bool isObservation(const std::vector<CarvedValue>& v) {
    for (std::size_t phase = 7; phase <= 10; ++phase)
        if (!isNull(v[phase]) && !isLength(v[phase]))
            return false;
    return isId(v[0]) && isMs(v[1]) && isLength(v[2]) && between(0, v[3], 5) && between(0, v[4], 15) &&
           between(0, v[5], 1) && between(0, v[6], 1'000'000) && isId(v[11]) && (isNull(v[12]) || isId(v[12]));
}

bool isSpan(const std::vector<CarvedValue>& v) {
    for (std::size_t time = 5; time <= 8; ++time)
        if (!isNull(v[time]) && !isMs(v[time]))
            return false;
    return isId(v[0]) && isMs(v[1]) && (isNull(v[2]) || isMs(v[2])) && isSlug(v[3]) && isText(v[4]) && isText(v[9]);
}

std::string ofOrdinaryTable(const std::vector<CarvedValue>& v, bool stale) {
    switch (v.size()) {
    case 2:
        if (isNull(v[0]))
            return v[1].kind == Kind::Blob && v[1].bytes.size() == 32 ? "seal_secret"
                   : isJson(v[1])                                     ? "detail"
                   : isSlug(v[1]) && !isFixedWord(v[1].bytes)         ? "target"
                                                                      : "";
        if (!isMs(v[0]) || !isText(v[1]))
            return "";
        return isSlug(v[1])                                 ? "consent" // as version 1 wrote it
               : v[1].bytes.find("\"interval_http_s\"") < 3 ? "settings_version"
                                                            : "watchlist_version";
    case 3:
        if (isNull(v[0]))
            return between(0, v[1], 1) && isMs(v[2])                         ? "meta"
                   : isId(v[1]) && isId(v[2])                                ? "series"
                   : isText(v[1]) && v[1].bytes.size() == 16 && isText(v[2]) ? "vantage"
                                                                             : "";
        return isMs(v[0]) && isText(v[1]) && isText(v[2]) ? "consent" : "";
    case 4:
        if (!isNull(v[0]) || !isMs(v[1]))
            return "";
        if (isSlug(v[2]))
            return isJson(v[3]) ? "judgement" : "";
        return (isNull(v[2]) || isMs(v[2])) && isText(v[3]) && !stale ? "run" : "";
    case 5:
        return isNull(v[0]) && isId(v[1]) && isText(v[2]) && isText(v[3]) && isText(v[4]) ? "circumstance" : "";
    case 7:
        return isNull(v[0]) && isDay(v[1]) && isText(v[2]) && isMs(v[3]) && isText(v[4]) && isHash(v[5]) && isId(v[6])
                   ? "seal"
                   : "";
    case 6:
        if (isNull(v[0])) // as version 3 wrote it
            return isDay(v[1]) && isText(v[2]) && isMs(v[3]) && isText(v[4]) && isHash(v[5]) ? "seal" : "";
        return isMs(v[0]) && between(0, v[1], INT64_MAX) && between(0, v[2], INT64_MAX) && isText(v[5]) ? "gap" : "";
    default:
        return "";
    }
}

std::string ofKeyedTable(const std::vector<CarvedValue>& v, bool stale) {
    switch (v.size()) {
    case 3:
        return isId(v[0]) && isMs(v[1]) && isJson(v[2])  ? "target_version"
               : isId(v[0]) && isDay(v[1]) && isMs(v[2]) ? "pruned"
                                                         : "";
    case 4:
        if (isMs(v[0]) && between(0, v[1], 1'000'000) && isSlug(v[2]) && isText(v[3]))
            return "event";
        return isSeries(v[0]) && isMs(v[1]) && between(0, v[2], 1'000'000) && between(0, v[3], 1'000'000) && !stale
                   ? "late_row"
                   : "";
    case 6:
        return isSeries(v[0]) && isDay(v[1]) && between(0, v[2], 1'000'000) && isId(v[3]) &&
                       between(0, v[4], 1'000'000'000) && isHash(v[5])
                   ? "leaf"
                   : "";
    case 10:
        if (stale)
            return "";
        return isSpan(v) ? "span" : isId(v[0]) && between(0, v[1], 2) && v[9].kind == Kind::Blob ? "rollup" : "";
    case 13:
        return isObservation(v) ? "observation" : "";
    default:
        return "";
    }
}

} // namespace

const std::set<std::string>& TableShapes::toldByValues() {
    static const std::set<std::string> known{"meta",
                                             "vantage",
                                             "target",
                                             "target_version",
                                             "series",
                                             "run",
                                             "circumstance",
                                             "detail",
                                             "stage",
                                             "failure",
                                             "observation",
                                             "recent",
                                             "event",
                                             "span",
                                             "consent",
                                             "watchlist_version",
                                             "settings_version",
                                             "rollup",
                                             "seal",
                                             "leaf",
                                             "rollup_todo",
                                             "pruned",
                                             "seal_secret",
                                             "late_row",
                                             "gap",
                                             "span_digest",
                                             "judgement"};
    return known;
}

TableShapes::TableShapes(SQLite::Database& database) {
    SQLite::Statement tables(database, "SELECT name, wr FROM pragma_table_list WHERE schema = 'main' AND type = "
                                       "'table' AND name NOT LIKE 'sqlite_%'");
    while (tables.executeStep()) {
        Shape shape{tables.getColumn(0).getString(), tables.getColumn(1).getInt() != 0, {}};
        // A record WITHOUT ROWID begins with its key.
        SQLite::Statement columns(database, "SELECT name, type, \"notnull\", dflt_value IS NOT NULL, pk FROM "
                                            "pragma_table_info(?1) ORDER BY CASE WHEN ?2 AND pk > 0 THEN pk ELSE 1000 "
                                            "+ cid END");
        bound(columns, shape.table, std::int64_t{shape.keyed ? 1 : 0});
        while (columns.executeStep()) {
            Column column{columns.getColumn(0).getString()};
            const std::string type = columns.getColumn(1).getString();
            column.kind = type == "INTEGER" ? Kind::Integer : type == "BLOB" ? Kind::Blob : Kind::Text;
            column.mayBeNull = columns.getColumn(2).getInt() == 0 && (columns.getColumn(4).getInt() == 0);
            column.mayBeMissing = column.mayBeNull || columns.getColumn(3).getInt() != 0;
            column.isRowid = !shape.keyed && columns.getColumn(4).getInt() > 0;
            shape.columns.push_back(column);
        }
        m_shapes.push_back(std::move(shape));
    }
}

std::vector<std::string> TableShapes::columnsOf(const std::string& table) const {
    std::vector<std::string> names;
    for (const Shape& shape : m_shapes)
        if (shape.table == table)
            for (const Column& column : shape.columns)
                names.push_back(column.name);
    return names;
}

std::vector<std::string> TableShapes::salvaged() const {
    // The same in every file, made anew from the rest, or read as another.
    static const std::set<std::string> left{"stage", "failure", "recent", "rollup_todo", "span_digest"};
    std::vector<std::string> names;
    for (const Shape& shape : m_shapes)
        if (!left.contains(shape.table))
            names.push_back(shape.table);
    return names;
}

std::string TableShapes::tableOf(CarvedRecord& record) const {
    if (!record.rowid && record.values.size() == 13 && isMs(record.values[0]))
        std::swap(record.values[0], record.values[1]); // `recent` is ordered by time first
    std::string known =
        record.rowid ? ofOrdinaryTable(record.values, record.stale) : ofKeyedTable(record.values, record.stale);
    return known.empty() && !record.stale ? byShape(record) : known;
}

// For tables that nothing above knows: those of later versions.
std::string TableShapes::byShape(const CarvedRecord& record) const {
    std::string found;
    for (const Shape& shape : m_shapes) {
        if (toldByValues().contains(shape.table) || shape.keyed == record.rowid.has_value() ||
            !fits(shape, record.values))
            continue;
        if (!found.empty())
            return ""; // two tables look alike: they have to be told apart above
        found = shape.table;
    }
    return found;
}

bool TableShapes::fits(const Shape& shape, const std::vector<CarvedValue>& values) {
    if (values.size() > shape.columns.size())
        return false;
    for (std::size_t i = 0; i < shape.columns.size(); ++i) {
        const Column& column = shape.columns[i];
        if (i >= values.size()  ? !column.mayBeMissing
            : column.isRowid    ? !isNull(values[i])
            : isNull(values[i]) ? !column.mayBeNull
                                : values[i].kind != column.kind || (column.name.ends_with("_ms") && !isMs(values[i])))
            return false;
    }
    return true;
}

} // namespace kpwatch
