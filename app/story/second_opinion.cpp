// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/story/second_opinion.h"

#include "app/watchlist.h"

#include <algorithm>
#include <set>
#include <tuple>

namespace kpwatch {

namespace {

using namespace std::chrono_literals;
using Kind = PlaceQuestion::Kind;

constexpr auto usualFrom = std::chrono::days(7);

using PlaceKey = std::pair<std::uint32_t, std::string>; // network, country: one voice
PlaceKey keyOf(const OutsidePlace& place) { return {place.network, place.country}; }

bool spoke(PlaceSaid said) { return said == PlaceSaid::Answered || said == PlaceSaid::Refused; }

// The latest answers of one question by one place that came before a moment, not more than 36 hours.
bool isProven(std::span<const PlaceReading> readings, const PlaceReading& silent, UtcTime round) {
    return std::any_of(readings.begin(), readings.end(), [&](const PlaceReading& before) {
        return before.at < round && before.at >= round - placeProvenFor && spoke(before.said) &&
               before.question == silent.question && keyOf(before.place) == keyOf(silent.place);
    });
}

// One vote a place: who answers anything of what was asked answers.
PlaceRound counted(std::span<const PlaceReading> all, std::span<const PlaceReading* const> members) {
    PlaceRound round{.at = members.front()->at, .about = Kind::Other};
    std::set<PlaceKey> asked, answered, silent;
    for (const PlaceReading* const reading : members) {
        asked.insert(keyOf(reading->place));
        if (spoke(reading->said))
            answered.insert(keyOf(reading->place));
        else if (reading->said == PlaceSaid::Silent && isProven(all, *reading, round.at))
            silent.insert(keyOf(reading->place));
        else
            continue;
        round.about = std::min(round.about, reading->question.kind);
    }
    std::set<std::string> countries;
    for (const PlaceKey& place : silent)
        if (!answered.contains(place)) {
            ++round.silent;
            countries.insert(place.second);
        }
    round.asked = static_cast<int>(asked.size());
    round.voting = round.silent + static_cast<int>(answered.size());
    round.silentCountries = static_cast<int>(countries.size());
    return round;
}

// Weighted by how long each number held: a source that is read more often while something happens does not shift it.
double medianOver(const std::vector<BlockReading>& readings, TimeRange range) {
    std::vector<std::pair<double, std::chrono::milliseconds>> held;
    std::chrono::milliseconds whole{0};
    for (std::size_t i = 0; i < readings.size(); ++i) {
        const UtcTime from = std::max(readings[i].at, range.begin);
        const UtcTime to = std::min(i + 1 < readings.size() ? readings[i + 1].at : range.end, range.end);
        if (to <= from)
            continue;
        const auto length = std::min<std::chrono::milliseconds>(to - from, 3h); // longer, and nobody read it
        held.emplace_back(readings[i].blocks, length);
        whole += length;
    }
    std::sort(held.begin(), held.end());
    std::chrono::milliseconds sum{0};
    for (const auto& [blocks, length] : held)
        if ((sum += length) * 2 >= whole)
            return blocks;
    return 0;
}

// What a source counted while it had trouble of its own, which may last for longer than one answer tells of.
void leaveOutTrouble(std::vector<BlockReading>& readings, const std::vector<BlockReading>& reference) {
    constexpr auto holds = 6h; // of one that says the same only some answers are kept
    if (reference.empty())
        return;
    const double most = std::ranges::max_element(reference, {}, &BlockReading::blocks)->blocks;
    std::erase_if(readings, [&](const BlockReading& reading) {
        const auto next = std::ranges::upper_bound(reference, reading.at, {}, &BlockReading::at);
        const auto beside = next == reference.begin() ? next : std::prev(next); // the first tells of before it, too
        return std::chrono::abs(beside->at - reading.at) > holds || beside->blocks * 2 < most;
    });
}

std::vector<BlockFinding> findingsOf(const std::vector<BlockReading>& readings, TimeRange during) {
    std::map<std::string, std::vector<BlockReading>> bySource;
    for (const BlockReading& reading : readings)
        bySource[reading.source].push_back(reading);
    std::vector<BlockFinding> findings;
    for (auto& [source, its] : bySource) {
        if (source.ends_with(referenceOf))
            continue;
        if (const auto reference = bySource.find(source + referenceOf); reference != bySource.end())
            leaveOutTrouble(its, reference->second);
        const BlockReading* lowest = nullptr;
        for (const BlockReading& reading : its)
            if (during.begin <= reading.at && reading.at < during.end &&
                (lowest == nullptr || reading.blocks <= lowest->blocks))
                lowest = &reading;
        if (lowest != nullptr)
            findings.push_back(
                {source, medianOver(its, {during.begin - usualFrom, during.begin}), lowest->blocks, lowest->at});
    }
    return findings;
}

std::vector<ProbeFinding> findingsOf(const std::vector<ProbeReading>& readings, const std::set<std::string>& asked,
                                     TimeRange during) {
    std::map<std::pair<std::int64_t, std::int64_t>, UtcTime> answered;          // last, before it began
    std::map<std::int64_t, std::map<std::int64_t, const ProbeReading*>> latest; // while it went on, by measurement
    std::map<std::int64_t, std::string> kinds;
    for (const ProbeReading& reading : readings) {
        if ((!asked.contains(reading.address) && !asked.contains(reading.name)) || reading.said == PlaceSaid::NoVote)
            continue;
        kinds[reading.measurement] = reading.kind;
        if (reading.at < during.begin && spoke(reading.said))
            answered[{reading.measurement, reading.probe}] = reading.at;
        else if (during.begin <= reading.at && reading.at < during.end)
            latest[reading.measurement][reading.probe] = &reading;
    }
    std::vector<ProbeFinding> findings;
    for (const auto& [measurement, probes] : latest) {
        ProbeFinding finding{measurement, kinds[measurement], 0, 0};
        for (const auto& [probe, reading] : probes) {
            const auto before = answered.find({measurement, probe});
            const bool proven = before != answered.end() && before->second >= during.begin - placeProvenFor;
            if (!spoke(reading->said) && !proven)
                continue;
            ++finding.voting;
            finding.silent += spoke(reading->said) ? 0 : 1;
            finding.at = std::max(finding.at, reading->at);
        }
        if (finding.voting > 0)
            findings.push_back(finding);
    }
    return findings;
}

UtcTime silentSince(const Incident& incident) {
    std::optional<UtcTime> since;
    for (const Member& member : incident.members)
        if (!member.over())
            since = std::min(since.value_or(UtcTime::max()), member.downTimes.back().firstFailure());
    return since.value_or(incident.firstFailure());
}

} // namespace

PlaceQuestion placeQuestion(const Target& target) {
    if (std::holds_alternative<HttpOptions>(target.probe))
        return {Kind::Http, hostOf(target.probe)};
    if (const auto* const dns = std::get_if<DnsOptions>(&target.probe))
        return {Kind::Dns, dns->server};
    if (const auto* const tcp = std::get_if<TcpOptions>(&target.probe))
        return {Kind::Tcp, tcp->host + ":" + std::to_string(tcp->port)};
    return {};
}

std::vector<PlaceRound> placeRounds(std::span<const PlaceReading> readings, std::span<const PlaceQuestion> questions,
                                    TimeRange range) {
    std::vector<PlaceRound> rounds;
    std::vector<const PlaceReading*> members;
    const auto close = [&] {
        if (!members.empty())
            rounds.push_back(counted(readings, members));
        members.clear();
    };
    for (const PlaceReading& reading : readings) {
        if (reading.at < range.begin || reading.at >= range.end ||
            std::find(questions.begin(), questions.end(), reading.question) == questions.end())
            continue;
        const bool again = std::ranges::any_of(members, [&](const PlaceReading* member) {
            return member->question == reading.question && member->at != reading.at;
        });
        const bool sitesFollow =
            reading.question.kind == Kind::Http && std::ranges::none_of(members, [](const PlaceReading* member) {
                return member->question.kind == Kind::Http;
            }); // in a round they go first
        if (!members.empty() && (again || sitesFollow || reading.at - members.front()->at >= roundFor))
            close();
        members.push_back(&reading);
    }
    close();
    return rounds;
}

SecondOpinion secondOpinion(const Incident& incident, const Watchlist& watchlist, const OutsideReadings& readings,
                            UtcTime now, const std::map<TargetId, std::string>& addresses) {
    std::vector<PlaceQuestion> questions;
    std::set<std::string> asked;
    for (const Member& member : incident.members)
        if (const Target* const target = watchlist.find(member.target)) {
            questions.push_back(placeQuestion(*target));
            asked.insert(hostOf(target->probe));
            if (const auto found = addresses.find(member.target); found != addresses.end())
                asked.insert(found->second);
        }
    const TimeRange during{incident.firstFailure(), std::max(incident.end(now), incident.firstFailure() + 1ms)};
    return {placeRounds(readings.places, questions, during),
            findingsOf(readings.blocks, during),
            findingsOf(readings.probes, asked, during),
            incident.over(),
            incident.over() ? incident.firstFailure() : silentSince(incident),
            std::ranges::count(questions, Kind::Http, &PlaceQuestion::kind) > 0};
}

std::optional<PlaceRound> roundAboutNow(std::span<const PlaceReading> readings, std::span<const PlaceQuestion> silent,
                                        UtcTime since, UtcTime now) {
    constexpr std::chrono::hours tellsFor{2};
    const std::vector<PlaceRound> all = placeRounds(readings, silent, {std::max(since, now - tellsFor), now + 1ms});
    const auto latest = std::find_if(all.rbegin(), all.rend(), [](const PlaceRound& each) { return each.voting > 0; });
    return latest == all.rend() ? std::nullopt : std::optional(*latest);
}

bool SecondOpinion::asked() const { return !rounds.empty() && rounds.back().at >= since; }

const PlaceRound* SecondOpinion::telling() const {
    const PlaceRound* best = nullptr;
    for (const PlaceRound& round : rounds) {
        if (round.voting == 0 || round.at < since)
            continue;
        const auto weight = [](const PlaceRound& each) {
            return std::tuple(each.isBroad(), each.isBroad() ? each.silent : 0);
        };
        if (best == nullptr || !over || weight(round) >= weight(*best))
            best = &round;
    }
    return best;
}

const PlaceRound* SecondOpinion::counting() const {
    const PlaceRound* const round = telling();
    return round != nullptr && ofSites && round->about != Kind::Http ? nullptr : round;
}

bool SecondOpinion::heard() const {
    return counting() != nullptr || !probes.empty() ||
           std::any_of(blocks.begin(), blocks.end(), [](const BlockFinding& each) { return each.usual > 0; });
}

int SecondOpinion::voices() const {
    const PlaceRound* const round = counting();
    const int voices = round != nullptr && round->agrees() ? round->silent : 0;
    const auto holds = [this, round](const auto& finding) {
        return finding.changed() && finding.at >= since &&
               (round == nullptr || round->agrees() || finding.at > round->at);
    };
    // Pings of blocks are one voice, whoever sends them; what Atlas asks otherwise is one more.
    const bool pings = std::any_of(blocks.begin(), blocks.end(), [&holds](const BlockFinding& each) {
        return holds(each) && each.source == "ioda/ping-slash24";
    });
    const auto by = [&](bool icmp) {
        return std::any_of(probes.begin(), probes.end(), [&holds, icmp](const ProbeFinding& each) {
            return holds(each) && (each.kind == "ping") == icmp;
        });
    };
    return voices + (pings || by(true) ? 1 : 0) + (by(false) ? 1 : 0);
}

} // namespace kpwatch
