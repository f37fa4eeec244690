// SPDX-License-Identifier: GPL-3.0-or-later
// What incidents cost to read: the log of ten thousand (to be at most 100 ms) and the review of the last one, in which
// 20 targets lost checks before they stopped, as they did on the evenings before (to be at most 150 ms).
// `bench_incidents [incidents] [directory]`.
#include "app/history/history.h"
#include "app/history/incident_reader.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <random>
#include <unistd.h>

using namespace kpwatch;
using namespace std::chrono_literals;

namespace {

constexpr int targets = 20;
constexpr auto between = 100min;
const UtcTime start = parseIsoUtc("2023-03-01T00:00:00Z").value();

Watchlist watchlistOf() {
    Watchlist list;
    for (int i = 0; i < targets; ++i) {
        Target target;
        target.id = TargetId{i};
        target.name = "target-" + std::to_string(i);
        target.site = i < 4 ? target.name : "";
        target.group = i < 4 ? "" : "name-servers";
        target.layer = i < 4 ? Layer::Http : Layer::Dns;
        target.probe = TcpOptions{"175.45.176." + std::to_string(i + 1), 80};
        if (i < 4) // asked by name: where each was found is looked up in the record
            target.probe = HttpOptions{"http://" + target.name + ".kp/", {{"175.45.176.15"}, 53}};
        list.targets.push_back(target);
        if (i < 4)
            list.sites.push_back({target.name, target.name, target.name, target.name});
    }
    return list;
}

// Of the processor, so that a busy machine tells the same; everything read is in memory after the first round.
double spent() { return 1000.0 * static_cast<double>(std::clock()) / CLOCKS_PER_SEC; }

template <typename Work>
double best(int rounds, Work work) {
    double shortest = 1e9;
    for (int round = 0; round < rounds; ++round) {
        const double begun = spent();
        work();
        shortest = std::min(shortest, spent() - begun);
    }
    return shortest;
}

SpanChange downAndUp(TargetId id, UtcTime begin, UtcTime end) {
    Span down{{begin, end},
              Verdict::Down,
              Reason::None,
              Onset{begin - 2min, begin + 10s},
              Onset{end - 2min, end + 1s},
              "http connect timeout"};
    Span up{{end, end}, Verdict::Up, Reason::None, {}, {}, {}};
    return {id, begin, {down, up}};
}

// Four of five are one target alone, the others several, every twentieth all.
int membersOf(int incident) { return incident % 20 == 19 ? targets : incident % 5 == 4 ? 4 : 1; }

UtcTime fill(History& history, int incidents) {
    Batch batch;
    for (int i = 0; i < targets; ++i)
        batch.spans.push_back({TargetId{i}, start, {Span{{start, start}, Verdict::Up, Reason::None, {}, {}, {}}}});
    batch.events.push_back({start, Epoch{"home", "wi-fi", "DE"}});
    UtcTime at = start;
    for (int incident = 0; incident < incidents; ++incident) {
        at = start + (incident + 1) * between * 3;
        for (int member = 0; member < membersOf(incident); ++member)
            batch.spans.push_back(downAndUp(TargetId{(incident + member) % targets}, at + member * 7min, at + 3h));
        for (UtcTime beat = at - 3 * between; beat < at; beat += 5min)
            batch.events.push_back({beat, Heartbeat{}});
        if (batch.spans.size() > 2000) {
            history.append(batch);
            batch = Batch();
        }
    }
    history.append(batch);
    return at;
}

// The week before the last incident, evenings with loss.
void fillChecks(History& history, UtcTime last) {
    std::minstd_rand chance{1};
    Batch batch;
    for (UtcTime at = last - 8 * 24h; at < last + 4h; at += 2min)
        for (int i = 0; i < targets; ++i) {
            Observation row;
            row.target = TargetId{i};
            row.startedAt = at + std::chrono::milliseconds(700 * i);
            const bool evening = (last + i * 7min - at) % 24h <= 1h;
            const bool lost = at >= last + i * 7min || (evening && chance() % 10 < 4);
            row.elapsed = lost ? Micros(10s) : Micros(300ms);
            row.reached = lost ? Stage::Connect : Stage::Done;
            row.failure = lost ? Failure::Timeout : Failure::None;
            if (!lost)
                row.phases.connect = Micros(300ms);
            batch.observations.push_back(row);
            if (batch.observations.size() == 2000) {
                history.append(batch);
                batch = Batch();
            }
        }
    history.append(batch);
}

} // namespace

int main(int argc, char** argv) {
    const int incidents = argc > 1 ? std::atoi(argv[1]) : 10000;
    const std::filesystem::path home =
        argc > 2 ? argv[2] : std::filesystem::temp_directory_path() / ("bench_incidents." + std::to_string(::getpid()));
    const Watchlist list = watchlistOf();
    const Settings settings;
    UtcTime last;
    {
        History history({home, false}, list, settings, start);
        last = fill(history, incidents);
        fillChecks(history, last);
    }
    const HistoryReader reader(home);
    const IncidentQuestion question{list, settings, last + 4h};
    std::vector<Incident> log;
    std::printf("log of all: %.1f ms\n", best(5, [&] { log = incidentLog(reader, question); }));
    std::printf("  of which down spans %.1f ms, epochs %.1f ms\n", best(5, [&] { (void)reader.downSpans(list); }),
                best(5, [&] { (void)reader.epochs(); }));
    std::printf("incidents: %zu\n", log.size());
    Assessment seen;
    std::printf("review of the last, %zu targets: %.1f ms\n", log.back().members.size(),
                best(5, [&] { seen = assessmentOf(reader, question, log.back()); }));
    std::printf("  %s, as bad on %s evenings\n", std::string(name(seen.pattern)).c_str(),
                std::any_of(seen.evidence.begin(), seen.evidence.end(),
                            [](const Evidence& row) { return row.fact == Fact::TroubleUsual; })
                    ? "other"
                    : "no");
    std::printf("all of them assessed: %.1f ms\n", best(1, [&] { (void)assessmentsOf(reader, question, log); }));
    Sieve sieve;
    const IncidentFilter gradual{.pattern = Pattern::Gradual};
    std::printf("list narrowed by pattern, first: %.1f ms\n",
                best(1, [&] { (void)sieve.passing(reader, question, log, gradual); }));
    std::printf("  and again: %.1f ms\n", best(5, [&] { (void)sieve.passing(reader, question, log, gradual); }));
    const TargetSpans spans = reader.downSpans(list);
    std::printf("folding alone: %.1f ms\n", best(5, [&] {
                    (void)incidentsOf({list, spans, {}, question.now}, settings);
                }));
    if (argc <= 2)
        std::filesystem::remove_all(home);
    return 0;
}
