// SPDX-License-Identifier: GPL-3.0-or-later
// Small worlds for the tests of the history: three targets, a control, and rows of them.
#pragma once

#include "app/history/history.h"
#include "app/history/history_reader.h"

#include <QTemporaryDir>

namespace kpwatch::testing {

inline UtcTime utc(const char* text) { return parseIsoUtc(text).value(); }
inline const UtcTime noon = utc("2026-03-05T12:00:00.000Z");

constexpr TargetId webId{0};
constexpr TargetId dnsId{1};
constexpr TargetId tcpId{2};
constexpr TargetId controlId{3};

inline Target target(TargetId id, const std::string& name, ProbeOptions probe, Layer layer) {
    Target made;
    made.id = id;
    made.name = name;
    made.label = made.shortLabel = name;
    made.site = "kcna";
    made.probe = std::move(probe);
    made.layer = layer;
    return made;
}

inline Watchlist smallWatchlist() {
    Watchlist list;
    list.sites = {{"kcna", "KCNA", "KCNA", "kcna.kp"}};
    list.targets = {target(webId, "kcna-http", HttpOptions{"http://127.0.0.1/", {}}, Layer::Http),
                    target(dnsId, "ns1-dns", DnsOptions{"127.0.0.1", 53, "kp", "SOA"}, Layer::Dns),
                    target(tcpId, "kcna-tcp", TcpOptions{"127.0.0.1", 80}, Layer::Tcp)};
    list.controls = {{target(controlId, "line-a", TcpOptions{"127.0.0.1", 443}, Layer::Tcp), Ring::Line}};
    list.setJson(R"({"version":1,"sites":[],"targets":[]})");
    return list;
}

inline Observation answered(TargetId id, UtcTime at, Micros elapsed = Micros(150'000)) {
    Observation row;
    row.target = id;
    row.startedAt = at;
    row.elapsed = elapsed;
    row.reached = Stage::Done;
    row.failure = Failure::None;
    row.phases.connect = elapsed / 2;
    row.peer = "127.0.0.1";
    return row;
}

inline Span span(UtcTime begin, UtcTime end, Verdict verdict, Reason reason = Reason::None) {
    Span made;
    made.range = {begin, end};
    made.verdict = verdict;
    made.reason = reason;
    return made;
}

inline Batch rowsOnly(std::vector<Observation> rows) {
    Batch batch;
    batch.observations = std::move(rows);
    return batch;
}

inline Batch spansOnly(TargetId id, UtcTime from, std::vector<Span> spans) {
    Batch batch;
    batch.spans = {SpanChange{id, from, std::move(spans)}};
    return batch;
}

// A directory of its own with a history in it.
struct TempHistory {
    QTemporaryDir home;
    std::filesystem::path directory = std::filesystem::path(home.path().toStdString()) / "history";
    Watchlist watchlist = smallWatchlist();
    Settings settings;

    std::unique_ptr<History> write(UtcTime now = noon) const {
        return std::make_unique<History>(HistoryOptions{directory, false}, watchlist, settings, now);
    }
    HistoryReader read() const { return HistoryReader(directory); }
    std::filesystem::path file() const { return directory / "history.db"; }

    std::vector<Observation> observations(TimeRange range = {noon - std::chrono::years(1),
                                                             noon + std::chrono::years(1)}) const {
        std::vector<Observation> rows;
        read().rows(watchlist, range, [&](const Observation* row, const Event*) {
            if (row != nullptr)
                rows.push_back(*row);
        });
        return rows;
    }
    std::vector<Event> events() const {
        std::vector<Event> rows;
        read().rows(watchlist, {noon - std::chrono::years(1), noon + std::chrono::years(1)},
                    [&](const Observation*, const Event* row) {
                        if (row != nullptr)
                            rows.push_back(*row);
                    });
        return rows;
    }
};

// The sentence of what is thrown; empty if nothing was.
template <typename Error, typename Work>
std::string sentenceOf(Work&& work) {
    try {
        work();
    } catch (const Error& error) {
        return error.what();
    }
    return {};
}

} // namespace kpwatch::testing
