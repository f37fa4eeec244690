// SPDX-License-Identifier: GPL-3.0-or-later
// The rows beside an assessment: what supports it, what speaks against it, what is not known. What is missing is a row.
#include "app/story/failure_order.h"
#include "app/story/hosts.h"
#include "app/story/pattern.h"
#include "app/story/route_evidence.h"

#include <algorithm>
#include <cmath>

namespace kpwatch {

namespace {

class Rows {
  public:
    Rows(const Scene& scene, Pattern weighed, const RouteFinding& routes)
        : m_scene(scene), m_routes(routes), m_weighed(weighed), m_down(hosts(scene.down)) {}

    std::vector<Evidence> all() {
        addStart();
        addHosts();
        if (!m_scene.startUnseen)
            addTrouble();
        addOrder();
        addRoutes();
        addControls();
        addVoices();
        return std::move(m_rows);
    }

  private:
    void add(Sign sign, Fact fact, double a = 0, double b = 0, std::string source = {}) {
        m_rows.push_back({sign, fact, a, b, std::move(source)});
    }
    // + for the patterns it is a part of, - for the others.
    Sign signFor(std::initializer_list<Pattern> supported) const {
        return std::find(supported.begin(), supported.end(), m_weighed) != supported.end() ? Sign::Supports
                                                                                           : Sign::Against;
    }

    // Rows are of hosts, as people count them.
    double hosts(const std::vector<const Target*>& targets) const {
        return static_cast<double>(hostsAmong(targets, m_scene.given.watchlist).size());
    }
    // Of whom nothing stopped, here or in an incident beside this one.
    double hostsAnswering() const {
        const Watchlist& watchlist = m_scene.given.watchlist;
        const auto stopped = [&](TargetId id) {
            return std::ranges::find(m_scene.down, id, &Target::id) != m_scene.down.end();
        };
        const auto answers = [&](const Target* host) {
            return std::ranges::find(m_scene.answering, host) != m_scene.answering.end() &&
                   std::ranges::none_of(looksAt(*host, watchlist), stopped);
        };
        return static_cast<double>(std::ranges::count_if(hostsAmong(m_scene.watched, watchlist), answers));
    }

    void addStart() {
        if (m_scene.startUnseen)
            add(Sign::NotKnown, Fact::StartUnseen);
        if (m_scene.coverage < m_scene.given.thresholds.coverage)
            add(Sign::NotKnown, Fact::Coverage, m_scene.coverage);
        if (m_scene.lineTrouble.count() > 0)
            add(Sign::Against, Fact::LineFailed, std::chrono::duration<double>(m_scene.lineTrouble).count());
        else if (m_scene.given.spans.contains(ownLineId))
            add(Sign::Supports, Fact::LineWorked);
    }

    void addHosts() {
        if (shareOneAddress(m_scene))
            add(signFor({Pattern::SingleServer, Pattern::NameServersOnly}), Fact::OneAddress, m_down, 0,
                m_scene.addressOf(*m_scene.down.front()));
        if (m_scene.answering.empty())
            add(signFor({Pattern::Abrupt, Pattern::Gradual, Pattern::Unstable}), Fact::NothingAnswered, m_down,
                hosts(m_scene.watched));
        else if (hostsAnswering() > 0)
            add(signFor(
                    {Pattern::SingleServer, Pattern::NameServersOnly, Pattern::OneUpstream, Pattern::RoutingPolicy}),
                Fact::SomeAnswered, hostsAnswering(), hosts(m_scene.watched) - m_down);
        if (areNameServersOnly(m_scene) && sitesAnswering(m_scene) > 0)
            add(signFor({Pattern::NameServersOnly, Pattern::SingleServer}), Fact::SiteAnsweredBeside,
                sitesAnswering(m_scene));
        if (const OneSide side = oneSideOf(m_scene); side.side != Via::Unknown) {
            add(signFor({Pattern::OneUpstream}), Fact::SideSilent, hosts(side.silent), hosts(side.asked),
                std::string(name(side.side)));
            add(signFor({Pattern::OneUpstream}), Fact::OtherSideAnswers, hosts(side.otherAnswering));
        }
        if (const int cycles = m_scene.cycles(); cycles >= 2)
            add(signFor({Pattern::Unstable}), Fact::Cycles, cycles, hosts(m_scene.watched));
    }

    void addTrouble() {
        if (m_down < 2)
            return;
        const Troubled troubled = troubledOf(m_scene);
        if (!troubled.targets.empty())
            add(signFor({Pattern::Gradual, Pattern::Unstable}), Fact::TroubleBefore, hosts(troubled.targets), m_down);
        else if (!m_scene.given.trouble.of.empty())
            add(signFor({Pattern::Abrupt, Pattern::OneUpstream, Pattern::NameServersOnly, Pattern::SingleServer,
                         Pattern::RoutingPolicy}),
                Fact::NoTroubleBefore, 0, m_down);
        if (m_scene.given.trouble.alikeDays > 0)
            add(Sign::Against, Fact::TroubleUsual, m_scene.given.trouble.alikeDays);
    }

    void addOrder() {
        if (m_down < 2)
            return;
        std::vector<Ranged> onsets;
        for (const Member* const host : hostsOf(m_scene.incident, m_scene.given.watchlist))
            onsets.push_back({host->target, host->began()});
        const int chain = longestChain(onsets, m_scene.given.clockError);
        if (chain > 1)
            add(signFor({Pattern::Gradual}), Fact::OrderCertain, chain);
        else
            add(m_scene.startUnseen
                    ? Sign::NotKnown
                    : signFor({Pattern::Abrupt, Pattern::OneUpstream, Pattern::SingleServer, Pattern::NameServersOnly}),
                Fact::OrderUncertain, m_down);
        const auto spread = spreadOf(m_scene);
        if (!spread || m_scene.startUnseen)
            return;
        const double apart = std::chrono::duration<double>(*spread).count();
        const double limit = m_scene.given.thresholds.abruptWithin_s;
        if (apart < limit)
            add(signFor({Pattern::Abrupt, Pattern::OneUpstream, Pattern::SingleServer, Pattern::NameServersOnly}),
                Fact::WithinSeconds, widest());
        else
            add(signFor({Pattern::Gradual, Pattern::Unstable}), Fact::NotWithinSeconds, std::floor(apart));
    }
    // From the earliest `after` to the latest `by`.
    double widest() const {
        UtcTime latest = UtcTime::min();
        for (const Ranged& onset : m_scene.onsets)
            latest = std::max(latest, onset.range.by);
        return std::ceil(std::chrono::duration<double>(latest - *m_scene.incident.began.after).count());
    }

    void addRoutes() {
        const std::string& source = m_routes.source;
        switch (m_routes.routes) {
        case Routes::WithHosts:
            add(Sign::Supports, Fact::RoutesWithHosts, m_routes.lowest.value_or(0), 0, source);
            break;
        case Routes::Around:
            add(Sign::NotKnown, Fact::RoutesAround, m_routes.lowest.value_or(0), 0, source);
            break;
        case Routes::HostsFirst:
        case Routes::RoutesFirst:
            add(signFor({Pattern::Gradual, Pattern::Unstable}), Fact::RoutesApart, m_routes.lowest.value_or(0),
                m_routes.routes == Routes::HostsFirst ? 1 : 0, source);
            break;
        case Routes::StillPresent:
            add(signFor({Pattern::SingleServer, Pattern::NameServersOnly, Pattern::Gradual}), Fact::RoutesPresent,
                m_routes.readings, std::chrono::duration<double>(m_routes.unheard).count(), source);
            break;
        case Routes::Partly:
            add(signFor({Pattern::RoutingPolicy, Pattern::OneUpstream, Pattern::Unstable}), Fact::RoutesPartly,
                m_routes.lowest.value_or(0), 0, source);
            break;
        case Routes::Unknown:
            add(Sign::NotKnown, Fact::RoutesUnknown);
            m_rows.back().at = m_routes.lastBefore;
            break;
        }
        addBesides();
        if (m_routes.fullLosses > 0)
            add(signFor({Pattern::Unstable, Pattern::Abrupt, Pattern::Gradual}), Fact::RouteLosses, m_routes.fullLosses,
                0, source);
        if (!m_routes.onlyVia.empty())
            add(signFor({Pattern::OneUpstream}), Fact::OnlyVia, 0, 0, m_routes.onlyVia);
        for (Evidence& row : refusalsAmong(m_scene.given.routing.sightings, signFor({Pattern::RoutingPolicy})))
            m_rows.push_back(std::move(row));
        for (Evidence& row : strangersAmong(m_scene.given.routing.sightings))
            m_rows.push_back(std::move(row));
    }
    // After the row about what the first source saw.
    void addBesides() {
        if (m_routes.routes == Routes::Unknown)
            return;
        const UtcTime at = m_routes.gone ? m_routes.gone->by : m_scene.incident.began.by;
        for (Evidence& row : besides(m_scene.given.routing.besides, at, m_routes.gone.has_value(), m_rows.back().sign))
            m_rows.push_back(std::move(row));
    }

    void addControls() {
        for (const auto& [ring, side] :
             {std::pair(Ring::TransitChina, "china"), std::pair(Ring::TransitRussia, "russia")})
            if (!asks(ring))
                add(Sign::NotKnown, Fact::NoTransitControls, 0, 0, side);
        if (!areNameServersOnly(m_scene))
            return;
        if (asks(Ring::Negative))
            add(Sign::Supports, Fact::NegativeSilent);
        else
            add(Sign::NotKnown, Fact::NoNegativeControls);
    }
    bool asks(Ring ring) const {
        const auto& controls = m_scene.given.watchlist.controls;
        return std::any_of(controls.begin(), controls.end(), [ring](const Control& each) { return each.ring == ring; });
    }

    void addVoices() {
        const SecondOpinion& opinion = m_scene.given.opinion;
        if (opinion.rounds.empty())
            add(Sign::NotKnown, Fact::NoOtherPlaces);
        for (const PlaceRound& round : opinion.rounds)
            addRound(round);
        for (const BlockFinding& finding : opinion.blocks) {
            if (finding.usual <= 0)
                continue;
            add(finding.changed() ? asOfNow(signFor({Pattern::Abrupt, Pattern::Gradual, Pattern::Unstable}), finding.at)
                                  : signFor({Pattern::SingleServer, Pattern::NameServersOnly, Pattern::OneUpstream}),
                finding.changed() ? Fact::BlocksFell : Fact::BlocksStayed, finding.lowest, finding.usual,
                finding.source);
            m_rows.back().at = finding.at;
        }
        for (const ProbeFinding& finding : opinion.probes) {
            add(asOfNow(finding.changed() ? Sign::Supports : Sign::Against, finding.at),
                finding.changed() ? Fact::ProbesSilent : Fact::ProbesReached,
                finding.changed() ? finding.silent : finding.voting - finding.silent, finding.voting,
                std::to_string(finding.measurement));
            m_rows.back().at = finding.at;
        }
    }
    // What was seen before the silence of now began speaks neither for nor against it.
    Sign asOfNow(Sign sign, UtcTime at) const { return at < m_scene.given.opinion.since ? Sign::NotKnown : sign; }
    // That they answer elsewhere speaks against the fault being theirs, whatever the pattern.
    void addRound(const PlaceRound& round) {
        if (round.voting == 0)
            add(Sign::NotKnown, Fact::PlacesUnproven, round.asked);
        else if (round.agrees())
            add(asOfNow(Sign::Supports, round.at), Fact::PlacesSilent, round.silent, round.voting);
        else
            add(asOfNow(Sign::Against, round.at), Fact::PlacesReached, round.voting - round.silent, round.voting);
        m_rows.back().source = globalpingSource;
        if (round.about == PlaceQuestion::Kind::Dns)
            m_rows.back().source += "/name-servers";
        else if (round.about == PlaceQuestion::Kind::Tcp)
            m_rows.back().source += "/addresses";
        m_rows.back().at = round.at;
    }

    const Scene& m_scene;
    const RouteFinding& m_routes;
    const Pattern m_weighed;
    const double m_down; // hosts that stopped
    std::vector<Evidence> m_rows;
};

} // namespace

Pattern nearestPattern(const Scene& scene, const Shape& shape) {
    if (shape.pattern != Pattern::Unclear)
        return shape.pattern;
    if (areNameServersOnly(scene))
        return Pattern::NameServersOnly;
    if (shareOneAddress(scene))
        return Pattern::SingleServer;
    return longestChain(scene.onsets, scene.given.clockError) > 1 ? Pattern::Gradual : Pattern::Abrupt;
}

std::vector<Evidence> evidenceOf(const Scene& scene, Pattern weighed, const RouteFinding& routes) {
    return Rows(scene, weighed, routes).all();
}

} // namespace kpwatch
