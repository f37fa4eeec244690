// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/evidence/incident_facts.h"

#include "app/story/site_page.h"

#include <algorithm>

namespace kpwatch {

using Json = nlohmann::ordered_json;

namespace {

Json timeOf(const std::optional<UtcTime>& time) { return time ? Json(isoUtc(*time)) : Json(nullptr); }
Json rangeOf(const TimeRange& range) { return {{"from", isoUtc(range.begin)}, {"to", isoUtc(range.end)}}; }
Json onsetOf(const std::optional<Onset>& onset) {
    return onset ? Json{{"after", timeOf(onset->after)}, {"by", isoUtc(onset->by)}} : Json(nullptr);
}
Json seconds(std::chrono::milliseconds length) { return static_cast<double>(length.count()) / 1000.0; }
Json rankOf(int rank) { return rank > 0 ? Json(rank) : Json(nullptr); }

class Facts {
  public:
    explicit Facts(const IncidentFacts& facts) : m_facts(facts), m_incident(facts.incident) {}

    Json json() const {
        const Assessment& seen = m_facts.assessment;
        Json json{{"id", m_incident.id},
                  {"aliases", m_incident.aliases},
                  {"as_of", isoUtc(m_facts.asOf)},
                  {"simulated", m_facts.simulated},
                  {"scope", name(seen.scope)},
                  {"pattern", name(seen.pattern)},
                  {"unclear", seen.why == WhyUnclear::None ? Json(nullptr) : Json(name(seen.why))},
                  {"basis",
                   {{"addresses", seen.basis.addresses},
                    {"blocks", seen.basis.blocks},
                    {"vantages", seen.basis.vantages},
                    {"voices", seen.basis.voices}}}};
        addTimes(json);
        json["coverage"] = seen.coverage;
        json["touched"] = touched(seen.touched);
        json["targets"] = targets();
        json["before"] = pairs(m_incident.before);
        json["recovered_before"] = pairs(m_incident.recoveredBefore);
        json["left_out"] = downTimes(m_incident.leftOut);
        json["by_hand"] = byHand();
        json["routes"] = routes(seen.routes);
        json["evidence"] = evidence(seen.evidence);
        json["precursors"] = precursors(seen.precursors);
        return json;
    }

  private:
    std::string slug(TargetId id) const {
        const Target* const target = m_facts.watchlist.find(id);
        return target == nullptr ? std::string() : target->name;
    }

    void addTimes(Json& json) const {
        const Lengths& lengths = m_incident.lengths;
        json["began"] = onsetOf(m_incident.began);
        json["ended"] = onsetOf(m_incident.ended);
        json["cut_at"] = timeOf(m_incident.cutAt);
        json["long_standing"] = m_incident.longStanding;
        json["false_alarm"] = m_incident.falseAlarm;
        json["window"] = m_incident.window ? rangeOf(*m_incident.window) : Json(nullptr);
        const bool told = lengths.noneAnswered && sitesOf(m_incident.excluded, m_facts.watchlist).empty();
        json["lengths_s"] = {{"none_answered", told ? seconds(*lengths.noneAnswered) : Json(nullptr)},
                             {"at_least_one", seconds(lengths.atLeastOne)},
                             {"until_steady", seconds(lengths.untilSteady)},
                             {"uncertainty", seconds(lengths.steady.uncertainty)},
                             {"none_answered_at_least", lengths.none.atLeast},
                             {"at_least", lengths.one.atLeast},
                             {"until_steady_at_least", lengths.steady.atLeast}};
    }

    Json touched(const Touched& touched) const {
        Json others = Json::array();
        for (const TargetId id : touched.others)
            others.push_back(slug(id));
        return {{"sites", touched.sites},
                {"sites_watched", touched.sitesWatched},
                {"name_servers", touched.nameServers},
                {"name_servers_watched", touched.nameServersWatched},
                {"others", std::move(others)}};
    }

    Json downTimes(const std::vector<DownTime>& times) const {
        Json list = Json::array();
        for (const DownTime& time : times) {
            Json seen = Json::array();
            for (const TimeRange& range : time.seen) // a span that goes on ends where it would be stale
                seen.push_back(rangeOf({range.begin, std::min(range.end, m_facts.asOf)}));
            list.push_back({{"id", slug(time.target)},
                            {"began", onsetOf(time.began)},
                            {"ended", onsetOf(time.ended)},
                            {"cut_at", timeOf(time.cutAt)},
                            {"seen", std::move(seen)}});
        }
        return list;
    }

    Json targets() const {
        Json list = Json::array();
        for (const Member& member : m_incident.members)
            list.push_back({{"id", slug(member.target)},
                            {"began", onsetOf(member.began())},
                            {"ended", onsetOf(member.ended())},
                            {"rank", rankOf(member.rank)},
                            {"recovery_rank", rankOf(member.recoveryRank)},
                            {"down_times", downTimes(member.downTimes)}});
        return list;
    }

    Json pairs(const std::vector<Before>& pairs) const {
        Json list = Json::array();
        for (const Before& pair : pairs)
            list.push_back({slug(pair.first), slug(pair.second)});
        return list;
    }

    Json byHand() const {
        Json list = Json::array();
        for (const Judgement& said : m_incident.byHand)
            list.push_back({{"at", isoUtc(said.at)},
                            {"hand", name(said.hand)},
                            {"other", said.other.empty() ? Json(nullptr) : Json(said.other)},
                            {"from", timeOf(said.from)},
                            {"to", timeOf(said.to)},
                            {"reason", said.reason}});
        return list;
    }

    static Json routes(const RouteFinding& found) {
        return {{"finding", name(found.routes)},
                {"gone", onsetOf(found.gone)},
                {"lowest", found.lowest ? Json(*found.lowest) : Json(nullptr)},
                {"readings", found.readings}};
    }

    static Json evidence(const std::vector<Evidence>& rows) {
        Json list = Json::array();
        for (const Evidence& row : rows)
            list.push_back({{"sign", name(row.sign)},
                            {"fact", name(row.fact)},
                            {"a", row.a},
                            {"b", row.b},
                            {"source", row.source.empty() ? Json(nullptr) : Json(row.source)},
                            {"at", timeOf(row.at)}});
        return list;
    }

    Json precursors(const std::vector<Spell>& spells) const {
        Json list = Json::array();
        for (const Spell& spell : spells)
            list.push_back({{"id", slug(spell.target)},
                            {"state", name(spell.verdict)},
                            {"from", isoUtc(spell.range.begin)},
                            {"to", isoUtc(spell.range.end)},
                            {"note", spell.note}});
        return list;
    }

    const IncidentFacts& m_facts;
    const Incident& m_incident;
};

} // namespace

Json factsJson(const IncidentFacts& facts) { return Facts(facts).json(); }

Json thresholdsJson(const PatternThresholds& limits) {
    return {{"coverage", limits.coverage},
            {"coverage_before_s", limits.coverageBefore_s},
            {"coverage_after_s", limits.coverageAfter_s},
            {"coverage_interval_s", limits.coverageInterval_s},
            {"unseen_intervals", limits.unseenIntervals},
            {"unseen_s", limits.unseen_s},
            {"others_answer", limits.othersAnswer},
            {"cycles", limits.cycles},
            {"cycles_within_s", limits.cyclesWithin_s},
            {"gradual_down", limits.gradualDown},
            {"gradual_chain", limits.gradualChain},
            {"gradual_alike_days", limits.gradualAlikeDays},
            {"gradual_share", limits.gradualShare},
            {"trouble_share", limits.troubleShare},
            {"gradual_least", limits.gradualLeast},
            {"trouble_before_s", limits.troubleBefore_s},
            {"abrupt_down", limits.abruptDown},
            {"abrupt_within_s", limits.abruptWithin_s},
            {"abrupt_share", limits.abruptShare},
            {"policy_low", limits.policyLow},
            {"policy_high", limits.policyHigh}};
}

std::string factsText(const Json& json) { return json.dump(2, ' ', true, Json::error_handler_t::replace) + '\n'; }

} // namespace kpwatch
