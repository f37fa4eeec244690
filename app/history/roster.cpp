// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/history/roster.h"

#include "app/history/row_codec.h"
#include "app/story/judge.h"

namespace kpwatch {
namespace {

struct Enrolment {
    SQLite::Statement makeTarget, findTarget, makeSeries, findSeries, latestVersion, addVersion;

    explicit Enrolment(SQLite::Database& database)
        : makeTarget(database, "INSERT INTO target(slug) VALUES (?) ON CONFLICT DO NOTHING"),
          findTarget(database, "SELECT id FROM target WHERE slug = ?"),
          makeSeries(database, "INSERT INTO series(vantage, target) VALUES (?, ?) ON CONFLICT DO NOTHING"),
          findSeries(database, "SELECT id FROM series WHERE vantage = ? AND target = ?"),
          latestVersion(database,
                        "SELECT options FROM target_version WHERE target = ?1 AND (since_ms <= ?2 OR ?2 < (SELECT "
                        "created_ms FROM meta)) ORDER BY since_ms DESC LIMIT 1"),
          addVersion(database, "INSERT OR REPLACE INTO target_version VALUES (?, ?, ?)") {}

    std::int64_t targetRow(const std::string& slug) {
        run(makeTarget, slug);
        bound(findTarget, slug).executeStep();
        return findTarget.getColumn(0).getInt64();
    }

    std::int64_t seriesRow(std::int64_t target) {
        run(makeSeries, ownVantage, target);
        bound(findSeries, ownVantage, target).executeStep();
        return findSeries.getColumn(0).getInt64();
    }

    std::int64_t add(const Target& target, std::optional<Ring> ring, UtcTime now) {
        const std::int64_t row = targetRow(target.name);
        const std::string options = targetText(target, ring);
        if (!bound(latestVersion, row, msOf(now)).executeStep() || latestVersion.getColumn(0).getString() != options)
            run(addVersion, row, msOf(now), options);
        return seriesRow(row);
    }
};

void addIfNew(SQLite::Database& database, const std::string& table, const std::string& json, UtcTime now) {
    SQLite::Statement latest(database, "SELECT json FROM " + table + " ORDER BY rowid DESC LIMIT 1");
    if (latest.executeStep() && latest.getColumn(0).getString() == json)
        return;
    SQLite::Statement add(database, "INSERT INTO " + table + " VALUES (?, ?)");
    run(add, msOf(now), json);
}

} // namespace

SeriesOf enrolled(SQLite::Database& database, const Watchlist& watchlist, const Settings& settings, UtcTime now) {
    Enrolment enrolment(database);
    SeriesOf series;
    series[ownLineId] = enrolment.seriesRow(enrolment.targetRow(ownLineSlug));
    for (const Target& target : watchlist.targets)
        series[target.id] = enrolment.add(target, std::nullopt, now);
    for (const Control& control : watchlist.controls)
        series[control.target.id] = enrolment.add(control.target, control.ring, now);
    addIfNew(database, "watchlist_version", watchlist.json(), now);
    addIfNew(database, "settings_version", settingsJson(settings), now);
    return series;
}

SeriesOf knownSeries(SQLite::Database& database, const Watchlist& watchlist, std::int64_t vantage) {
    SQLite::Statement find(database, "SELECT series.id FROM series JOIN target ON target.id = series.target "
                                     "WHERE series.vantage = ? AND target.slug = ?");
    SeriesOf series;
    const auto add = [&](TargetId id, const std::string& slug) {
        if (bound(find, vantage, slug).executeStep())
            series[id] = find.getColumn(0).getInt64();
    };
    add(ownLineId, ownLineSlug);
    for (const Target& target : watchlist.targets)
        add(target.id, target.name);
    for (const Control& control : watchlist.controls)
        add(control.target.id, control.target.name);
    return series;
}

} // namespace kpwatch
