// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/ringed_story.h"

#include "app/story/rings.h"

#include <algorithm>

namespace kpwatch::test {

namespace {

Target named(const std::string& name, ProbeOptions probe) {
    Target target;
    target.name = target.label = target.shortLabel = name;
    target.probe = std::move(probe);
    target.interval = seconds(60);
    return target;
}
ProbeOptions tcp(const std::string& host) { return TcpOptions{host, 80}; }
ProbeOptions dns(const std::string& server) { return DnsOptions{server, 53, "example", "SOA"}; }

Qualification answeredForTwoDays(Ring ring) {
    Qualification known(qualifiesBy(ring));
    for (UtcTime at = storyBegin() - std::chrono::hours(50); at < storyBegin(); at += seconds(60))
        known.take(at, true);
    return known;
}

Judge judgeOf(const RingedStory& told) {
    const Watchlist& list = told.story.watchlist();
    Judge judge(list, {});
    for (std::size_t i = 0; told.transitProven && i < list.controls.size(); ++i)
        if (const Ring ring = list.controls[i].ring; ring == Ring::TransitChina || ring == Ring::TransitRussia)
            judge.know(i, answeredForTwoDays(ring));
    return judge;
}

Story::Rows rowsOf(const RingedStory& told, int end) {
    Story::Rows rows = told.story.until(end);
    for (Observation& row : rows.observations)
        for (const auto& touch : told.touches)
            touch(row);
    for (const auto& edit : told.edits)
        edit(rows);
    std::stable_sort(rows.observations.begin(), rows.observations.end(), [](const auto& left, const auto& right) {
        return std::pair(left.endedAt(), left.target) < std::pair(right.endedAt(), right.target);
    });
    return rows;
}

void take(Judge& judge, const Story::Rows& rows, const std::function<void(UtcTime)>& before,
          const std::function<void()>& after_each) {
    auto event = rows.events.begin();
    const auto tell_until = [&](UtcTime time) {
        for (; event != rows.events.end() && event->at <= time; ++event) {
            judge.take(*event);
            after_each();
        }
    };
    for (const Observation& row : rows.observations) {
        tell_until(row.endedAt());
        before(row.endedAt());
        judge.take(row);
        after_each();
    }
    tell_until(UtcTime::max());
}

} // namespace

Watchlist ringedWatchlist() {
    Watchlist list = storyWatchlist(3);
    Target mail = named("mail", SmtpOptions{"175.45.176.75", 25});
    mail.group = "mail";
    mail.layer = Layer::Mail;
    mail.via = Via::China;
    mail.interval = seconds(120);
    list.targets.push_back(mail);
    Target ping = named("router-ping", PingOptions{"175.45.178.161"});
    ping.group = "routers";
    ping.layer = Layer::Route;
    ping.interval = seconds(120);
    list.targets.push_back(ping);
    const auto control = [&](const std::string& name, Ring ring, ProbeOptions probe) {
        list.controls.push_back({named(name, std::move(probe)), ring});
    };
    control("line-udp-1", Ring::Line, dns("130.59.31.26"));
    control("line-udp-2", Ring::Line, dns("192.36.148.17"));
    control("line-mail", Ring::Line, SmtpOptions{"141.76.2.5", 25});
    control("long-1", Ring::LongHaul, tcp("150.65.7.130"));
    control("long-2", Ring::LongHaul, tcp("137.189.4.14"));
    control("china-1", Ring::TransitChina, dns("202.102.128.68"));
    control("china-2", Ring::TransitChina, dns("202.99.96.68"));
    control("russia-1", Ring::TransitRussia, dns("217.150.34.129"));
    control("nobody-tcp", Ring::Negative, tcp("192.0.2.1"));
    control("nobody-dns", Ring::Negative, dns("192.0.2.53"));
    list.controls.front().target.probe = HttpOptions{"http://141.76.2.4/README", {}, ExpectedAnswer{200, "README"}};
    std::int64_t id = 0;
    for (Target& target : list.targets)
        target.id = TargetId{id++};
    for (Control& each : list.controls)
        each.target.id = TargetId{id++};
    return list;
}

RingedStory::RingedStory() : story(ringedWatchlist()) { ringSees(Ring::Negative, 0, 1000000, Outcome::timeout()); }

void RingedStory::transportSees(Transport transport, int from, int to, const Outcome& outcome) {
    const Watchlist& list = story.watchlist();
    for (const Target& target : list.targets)
        if (transportOf(target.probe) == transport)
            story.sees(target.name, from, to, outcome);
    for (const Control& control : list.controls)
        if (transportOf(control.target.probe) == transport && control.ring != Ring::Negative)
            story.sees(control.target.name, from, to, outcome);
}

void RingedStory::ringSees(Ring ring, int from, int to, const Outcome& outcome) {
    const Watchlist& list = story.watchlist();
    for (const Control& control : list.controls)
        if (control.ring == ring)
            story.sees(control.target.name, from, to, outcome);
}

void RingedStory::everybodySees(int from, int to, const Outcome& outcome) {
    story.allTargetsSee(from, to, outcome);
    story.allControlsSee(from, to, outcome);
}

Replayed RingedStory::judged(int end) const {
    const Story::Rows rows = rowsOf(*this, end);
    Judge judge = judgeOf(*this);
    take(
        judge, rows, [](UtcTime) {}, [] {});
    Replayed replayed;
    for (const SpanChange& change : judge.changes())
        applyChange(replayed.spans, change);
    replayed.status = liveStatus(judge, story.watchlist());
    replayed.lastRowAt = judge.clock();
    return replayed;
}

TargetSpans RingedStory::judgedLive(int end) const {
    const Story::Rows rows = rowsOf(*this, end);
    Judge judge = judgeOf(*this);
    TargetSpans spans;
    const auto ask = [&] {
        for (const SpanChange& change : judge.changes())
            applyChange(spans, change);
    };
    const auto move = [&](UtcTime until) {
        for (UtcTime now = judge.clock() + seconds(11); judge.clock() > UtcTime{} && now < until; now += seconds(11)) {
            judge.advanceTo(now);
            ask();
        }
    };
    take(judge, rows, move, ask);
    for (auto& [lane, its_spans] : spans)
        its_spans.back().range.end = judge.clock();
    return spans;
}

} // namespace kpwatch::test
