// SPDX-License-Identifier: GPL-3.0-or-later
// A made-up day of four sites, as the window gets it: three stop answering, one turns patchy, the computer slept and
// our own line was down for a while. Values only.
#pragma once

#include "app/history/archive.h"
#include "app/watch/monitor.h"

#include <algorithm>

namespace kpwatch::sample {

using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::seconds;

inline UtcTime now() { return *parseIsoUtc("2026-03-12T07:46:20Z"); } // 16:46:20 in Korea

inline Watchlist watchlist() {
    Watchlist list;
    const auto site = [&](const char* id, const char* label, const char* host) {
        list.sites.push_back({id, label, label, host});
        Target target;
        target.id = TargetId{static_cast<std::int64_t>(list.targets.size())};
        target.name = std::string(id) + "-http";
        target.label = target.shortLabel = label;
        target.site = id;
        target.probe = HttpOptions{std::string("http://") + host + "/", {{"175.45.176.15", "175.45.176.16"}, 53}};
        list.targets.push_back(target);
    };
    site("kcna", "KCNA", "www.kcna.kp");
    site("naenara", "Naenara", "naenara.com.kp");
    site("airkoryo", "Air Koryo", "www.airkoryo.com.kp");
    site("mfa", "Foreign Ministry", "www.mfa.gov.kp");
    for (const char* name : {"ns1", "ns2"}) {
        Target target;
        target.id = TargetId{static_cast<std::int64_t>(list.targets.size())};
        target.name = target.label = target.shortLabel = name;
        target.group = "name-servers";
        target.layer = Layer::Dns;
        target.probe = DnsOptions{"175.45.176.15", 53, "kp", "SOA"};
        list.targets.push_back(target);
    }
    for (const char* name : {"line-a", "line-b", "line-c"}) {
        Control control;
        control.target.id = TargetId{static_cast<std::int64_t>(list.targets.size() + list.controls.size())};
        control.target.name = control.target.label = name;
        control.target.interval = seconds{60};
        control.target.probe = TcpOptions{"198.51.100.1", 80};
        list.controls.push_back(control);
    }
    return list;
}

struct Piece {
    Verdict verdict;
    UtcTime begin;
    Reason reason = Reason::None;
};

inline std::vector<Span> spans(const std::vector<Piece>& pieces, TimeRange range) {
    std::vector<Span> made;
    for (std::size_t i = 0; i < pieces.size(); ++i) {
        Span span;
        span.range = {std::max(pieces[i].begin, range.begin),
                      std::min(i + 1 < pieces.size() ? pieces[i + 1].begin : range.end, range.end)};
        span.verdict = pieces[i].verdict;
        span.reason = pieces[i].reason;
        if (span.verdict == Verdict::Down) {
            span.onset = Onset{pieces[i].begin - minutes{2}, pieces[i].begin + seconds{10}};
            span.note = "http connect timeout";
        }
        if (span.range.begin < span.range.end)
            made.push_back(span);
    }
    return made;
}

inline UtcTime ago(int hour, int minute = 0) { return now() - hours{hour} - minutes{minute}; }

// What every lane shares: asleep from 13 h 30 ago for 75 min, own line down 8 h 40 ago for 20 min.
inline std::vector<Piece> day(const std::vector<Piece>& own) {
    std::vector<Piece> pieces{{Verdict::Up, ago(24 * 60)},
                              {Verdict::NotMonitored, ago(13, 30), Reason::Asleep},
                              {Verdict::Up, ago(12, 15)},
                              {Verdict::OwnConnectionDown, ago(8, 40)},
                              {Verdict::Up, ago(8, 20)}};
    pieces.insert(pieces.end(), own.begin(), own.end());
    std::ranges::sort(pieces, {}, &Piece::begin);
    return pieces;
}

inline Timeline timeline(TimeRange range) {
    Timeline made;
    made.range = range;
    made.now = now();
    const auto lane = [&](LaneKind kind, const char* id, const char* label, std::vector<std::string> targets,
                          const std::vector<Piece>& pieces) {
        Lane one;
        one.id = id;
        one.kind = kind;
        one.label = one.shortLabel = label;
        one.targets = std::move(targets);
        one.spans = spans(pieces, range);
        one.shares = {0.984, 0.95, 0.93};
        made.lanes.push_back(one);
    };
    lane(LaneKind::Site, "kcna", "KCNA", {"kcna-http"}, day({{Verdict::Down, ago(2, 13)}}));
    lane(LaneKind::Site, "naenara", "Naenara", {"naenara-http"},
         day({{Verdict::Degraded, ago(20, 50)}, {Verdict::Up, ago(20, 30)}, {Verdict::Degraded, ago(2, 13)}}));
    lane(LaneKind::Site, "airkoryo", "Air Koryo", {"airkoryo-http"},
         day({{Verdict::ErrorPage, ago(19)}, {Verdict::Up, ago(18, 10)}, {Verdict::Down, ago(2, 12)}}));
    lane(LaneKind::Site, "mfa", "Foreign Ministry", {"mfa-http"},
         day({{Verdict::Down, ago(5, 54)}, {Verdict::Up, ago(5, 6)}, {Verdict::Down, ago(2, 13)}}));
    lane(LaneKind::Group, "name-servers", ".kp name servers", {"ns1", "ns2"}, day({{Verdict::Degraded, ago(2, 13)}}));
    lane(LaneKind::Group, "routers", "Routers", {"router"}, day({{Verdict::Unknown, ago(4)}, {Verdict::Up, ago(3)}}));
    lane(LaneKind::OwnLine, "own-line", "Your connection", {}, day({}));
    return made;
}

inline std::vector<Lane> targetLanes(TimeRange range) {
    std::vector<Lane> lanes;
    for (const Target& target : watchlist().targets) {
        Lane lane;
        lane.id = target.name;
        lane.label = lane.shortLabel = target.label;
        lane.spans = spans(day({}), range);
        lanes.push_back(lane);
    }
    return lanes;
}

inline LiveStatus live() {
    LiveStatus status;
    status.asOf = now();
    const auto site = [&](const char* id, const char* label, Verdict state, UtcTime since) {
        status.sites.push_back({id, label, state, since});
        TargetStatus target;
        target.id = TargetId{static_cast<std::int64_t>(status.targets.size())};
        target.state = state;
        target.reason = Reason::None;
        target.since = since;
        target.lastCheck = now() - seconds{9};
        target.lastGood = state == Verdict::Down ? since - minutes{2} : now() - seconds{9};
        target.stage = state == Verdict::Down ? Stage::Connect : Stage::Done;
        target.failure = state == Verdict::Down ? Failure::Timeout : Failure::None;
        if (state == Verdict::Down)
            target.onset = Onset{since - minutes{2}, since};
        target.last10 = 10;
        target.answeredOfLast10 = state == Verdict::Degraded ? 3 : 0;
        target.latency = std::chrono::milliseconds{143};
        status.targets.push_back(target);
    };
    site("kcna", "KCNA", Verdict::Down, ago(2, 13));
    site("naenara", "Naenara", Verdict::Degraded, ago(2, 13));
    site("airkoryo", "Air Koryo", Verdict::Down, ago(2, 12));
    site("mfa", "Foreign Ministry", Verdict::Down, ago(2, 13));
    status.groups.push_back({"name-servers", Verdict::Degraded, ago(2, 13), 1, 2});
    status.groups.push_back({"routers", Verdict::Up, ago(3), 2, 2});
    status.ownLine = {Verdict::Up, ago(8, 20), 3, 3};
    return status;
}

inline Picture picture() {
    Picture made;
    made.live = live();
    made.watching = Watching::Running;
    made.recorded = 12345;
    return made;
}

inline Observation frontPage(TargetId target, const std::string& title) {
    Observation page;
    page.target = target;
    page.startedAt = now() - minutes{3};
    page.reached = Stage::Done;
    page.failure = Failure::None;
    HttpDetail detail;
    detail.status = 200;
    detail.title = title;
    detail.lastModified = "Wed, 11 Mar 2026 02:00:00 GMT";
    page.detail = detail;
    return page;
}

inline ArchiveAnswer answer(const ArchiveQuery& query) {
    ArchiveAnswer made;
    made.query = query;
    made.timeline = timeline(query.range);
    made.overview = timeline(query.overview);
    made.targetLanes = targetLanes(query.range);
    made.firstRowAt = now() - hours{24 * 60};
    const auto step = query.range.length() / 200;
    for (int i = 0; i < 200; ++i) {
        const UtcTime at = query.range.begin + i * step;
        if (at > ago(2, 13) || (at > ago(13, 30) && at < ago(12, 15)))
            continue;
        made.latency.push_back({at, Micros{138000 + (i * 7919) % 9000}, Micros{151000 + (i * 104729) % 23000}, 3});
    }
    made.frontPages.push_back(
        frontPage(TargetId{0}, "KCNA \xEC\xA1\xB0\xEC\x84\xA0\xEC\xA4\x91\xEC\x95\x99\xED\x86\xB5\xEC\x8B\xA0"));
    made.frontPages.push_back(frontPage(TargetId{1}, "Naenara <b>welcome</b>\x01"));
    return made;
}

// What the archive says of a history that does not exist yet.
inline ArchiveAnswer nothing(const ArchiveQuery& query) {
    ArchiveAnswer made;
    made.query = query;
    for (const auto& [part, range] :
         {std::pair(&made.timeline, query.range), std::pair(&made.overview, query.overview)}) {
        *part = timeline(range);
        for (Lane& lane : part->lanes)
            lane.spans = {{range, Verdict::NotMonitored, Reason::NotStarted, {}, {}, {}}};
    }
    return made;
}

} // namespace kpwatch::sample
