// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/story.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace kpwatch::test {

UtcTime storyBegin() { return *parseIsoUtc("2026-03-05T00:00:00Z"); }
UtcTime after(seconds since_begin) { return storyBegin() + since_begin; }

Watchlist storyWatchlist(int controls) {
    using nlohmann::json;
    json list = {{"version", 1}, {"sites", json::array()}, {"targets", json::array()}, {"controls", json::array()}};
    const char* const sites[] = {"kcna", "naenara", "airkoryo", "mfa"};
    for (int i = 0; i < 4; ++i) {
        list["sites"].push_back({{"id", sites[i]}, {"label", sites[i]}, {"host", std::string(sites[i]) + ".kp"}});
        list["targets"].push_back(
            {{"id", std::string(sites[i]) + "-http"},
             {"site", sites[i]},
             {"via", "china"},
             {"probe", {{"kind", "http"}, {"url", "http://175.45.176." + std::to_string(71 + i) + "/"}}}});
    }
    for (int i = 1; i <= 4; ++i)
        list["targets"].push_back(
            {{"id", "ns" + std::to_string(i)},
             {"group", "name-servers"},
             {"via", "china"},
             {"probe", {{"kind", "dns"}, {"server", "175.45.176." + std::to_string(7 + i)}, {"name", "kp"}}}});
    list["targets"].push_back({{"id", "router-178"},
                               {"group", "routers"},
                               {"via", "both"},
                               {"probe", {{"kind", "tcp"}, {"host", "175.45.178.161"}, {"port", 80}}}});
    list["targets"].push_back({{"id", "router-177"},
                               {"group", "routers"},
                               {"via", "russia"},
                               {"probe", {{"kind", "tcp"}, {"host", "175.45.177.1"}, {"port", 80}}}});
    for (int i = 0; i < controls; ++i)
        list["controls"].push_back(
            {{"id", "line-" + std::to_string(i + 1)},
             {"probe", {{"kind", "tcp"}, {"host", "141.76." + std::to_string(2 + i) + ".4"}, {"port", 80}}}});
    return parseWatchlist(list.dump(), "story", {});
}

Outcome Outcome::page(int status) {
    HttpDetail http;
    http.status = status;
    return {Failure::None, Stage::Done, http, milliseconds(400)};
}

Outcome Outcome::serverFailure() {
    DnsDetail dns;
    dns.rcode = "SERVFAIL";
    return {Failure::ServerFailure, Stage::Done, dns, milliseconds(300)};
}

Story::Story(Watchlist watchlist, unsigned seed) : m_watchlist(std::move(watchlist)), m_seed(seed) {}

Story& Story::sees(const std::string& target, int from, int to, const Outcome& outcome) {
    m_words[target].push_back({from, to, outcome});
    return *this;
}
Story& Story::allTargetsSee(int from, int to, const Outcome& outcome) {
    m_targetWords.push_back({from, to, outcome});
    return *this;
}
Story& Story::allControlsSee(int from, int to, const Outcome& outcome) {
    m_controlWords.push_back({from, to, outcome});
    return *this;
}
Story& Story::loses(int from, int to, double share) {
    m_losses.push_back({from, to, share});
    return *this;
}
Story& Story::silent(int from, int to) { return silent({}, from, to); }
Story& Story::silent(const std::string& target, int from, int to) {
    m_silences[target].emplace_back(from, to);
    return *this;
}
Story& Story::happens(int at, decltype(Event::what) what) {
    m_events.push_back({after(seconds(at)), std::move(what)});
    return *this;
}
Story& Story::withHeartbeats(bool kept) {
    m_heartbeats = kept;
    return *this;
}

bool Story::isSilent(const std::string& target, UtcTime at) const {
    for (const std::string& who : {std::string(), target})
        if (const auto found = m_silences.find(who); found != m_silences.end())
            for (const auto& [from, to] : found->second)
                if (after(seconds(from)) <= at && at < after(seconds(to)))
                    return true;
    return false;
}

Outcome Story::seen(const Target& target, UtcTime at, std::mt19937& random) const {
    Outcome outcome = Outcome::answer();
    const auto hear = [&](const std::vector<Word>& words) {
        for (const Word& word : words)
            if (after(seconds(word.from)) <= at && at < after(seconds(word.to)))
                outcome = word.outcome;
    };
    const bool control = m_watchlist.isControl(target.id);
    if (!control)
        for (const Loss& loss : m_losses)
            if (after(seconds(loss.from)) <= at && at < after(seconds(loss.to)) &&
                std::uniform_real_distribution<double>(0, 1)(random) < loss.share)
                outcome = Outcome::timeout(target.timeout);
    hear(control ? m_controlWords : m_targetWords);
    if (const auto own = m_words.find(target.name); own != m_words.end())
        hear(own->second);
    return outcome;
}

Story::Rows Story::until(int end) const {
    std::mt19937 random(m_seed);
    const UtcTime last = after(seconds(end));
    Rows rows;
    const auto ask = [&](const Target& target, UtcTime at, bool recheck) -> const Observation* {
        if (at >= last || isSilent(target.name, at))
            return nullptr;
        const Outcome outcome = seen(target, at, random);
        Observation row;
        row.target = target.id;
        row.startedAt = at;
        row.elapsed = outcome.elapsed;
        row.reached = outcome.stage;
        row.failure = outcome.failure;
        row.detail = outcome.detail;
        row.recheck = recheck;
        if (row.answered())
            row.phases.connect = outcome.elapsed;
        if (row.endedAt() >= last)
            return nullptr;
        rows.observations.push_back(row);
        return &rows.observations.back();
    };
    std::size_t next_control = 0;
    const auto ask_control_after = [&](UtcTime moment) {
        if (m_watchlist.controls.empty())
            return;
        const Control& control = m_watchlist.controls[next_control++ % m_watchlist.controls.size()];
        ask(control.target, moment + milliseconds(50), false);
    };
    // The first seconds belong to the controls: each is asked three times and so may vote.
    for (std::size_t i = 0; i < m_watchlist.controls.size(); ++i) {
        const Target& control = m_watchlist.controls[i].target;
        for (int early = 0; early < 3; ++early)
            ask(control, storyBegin() + milliseconds(100 + 1000 * early + 20 * static_cast<int>(i)), false);
        const auto offset = control.interval * (i + 1) / (m_watchlist.controls.size() + 1);
        for (UtcTime at = storyBegin() + offset + seconds(5); at < last; at += control.interval)
            ask(control, at, false);
    }
    for (std::size_t i = 0; i < m_watchlist.targets.size(); ++i) {
        const Target& target = m_watchlist.targets[i];
        if (!target.enabled)
            continue;
        UtcTime free = storyBegin();
        int failures = 0;
        const auto check = [&](UtcTime at, bool recheck) {
            at = std::max(at, free); // never overlaps the one before
            const Observation* const row = ask(target, at, recheck);
            if (row == nullptr)
                return;
            free = row->endedAt() + milliseconds(1);
            const bool failed = row->meaning() == Meaning::Failed;
            const UtcTime ended = row->endedAt();
            failures = row->answered() ? 0 : failures + (failed ? 1 : 0);
            if (failed)
                ask_control_after(ended);
        };
        std::vector<UtcTime> rechecks;
        const auto first = seconds(6) + milliseconds(700 * static_cast<int>(i));
        for (UtcTime at = storyBegin() + first; at < last; at += target.interval) {
            for (const UtcTime again : rechecks)
                if (again < at && failures > 0)
                    check(again, true);
            std::erase_if(rechecks, [&](UtcTime again) { return again < at || failures == 0; });
            const int before = failures;
            check(at, false);
            if (before == 0 && failures == 1)
                rechecks = {at + seconds(30), at + seconds(75), at + seconds(190)};
        }
    }
    rows.events = m_events;
    if (m_heartbeats)
        for (UtcTime at = storyBegin(); at < last; at += seconds(60))
            if (!isSilent({}, at))
                rows.events.push_back({at, Heartbeat{}});
    std::stable_sort(rows.events.begin(), rows.events.end(),
                     [](const Event& left, const Event& right) { return left.at < right.at; });
    std::erase_if(rows.events, [&](const Event& event) { return event.at >= last; });
    std::sort(rows.observations.begin(), rows.observations.end(),
              [](const Observation& left, const Observation& right) {
                  return std::tuple(left.endedAt(), left.target, left.startedAt) <
                         std::tuple(right.endedAt(), right.target, right.startedAt);
              });
    return rows;
}

} // namespace kpwatch::test
