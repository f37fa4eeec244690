// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/live/page_facts.h"

#include "app/story/route_lane.h"
#include "app/story/state_track.h"
#include "app/words/label.h"
#include "app/words/left_out.h"
#include "app/words/tr.h"
#include "ui/live/span_words.h"

#include <QUrl>

#include <algorithm>
#include <iterator>

namespace kpwatch {

using words::Tr;

// An outage is as old as it is, whatever hole lies in it.
static UtcTime sinceOf(const Span& last) { return last.onset ? last.onset->by : last.range.begin; }

LiveStatus statusAtEnd(const Timeline& timeline) {
    LiveStatus status;
    status.asOf = timeline.now;
    for (const Lane& lane : timeline.lanes) {
        if (lane.spans.empty())
            continue;
        const Span& last = lane.spans.back();
        if (lane.kind == LaneKind::Site)
            status.sites.push_back({lane.id, lane.label, last.verdict, sinceOf(last), last.reason, true,
                                    std::ranges::any_of(lane.spans, saysSomething, &Span::verdict)});
        if (lane.kind == LaneKind::OwnLine)
            status.ownLine = {last.verdict, last.range.begin, 0, 0};
    }
    return status;
}

std::vector<TargetStatus> targetsAtEnd(const Watchlist& watchlist, const ArchiveAnswer& answer) {
    std::vector<TargetStatus> statuses;
    for (const Lane& lane : answer.targetLanes) {
        const Target* const target = watchlist.findByName(lane.id);
        if (target == nullptr || lane.spans.empty())
            continue;
        const Span& last = lane.spans.back();
        TargetStatus status;
        status.id = target->id;
        status.state = last.verdict;
        status.reason = last.reason;
        status.neverAnswered = last.reason == Reason::NeverAnswered;
        status.since = sinceOf(last);
        status.onset = last.onset;
        const auto said = std::ranges::find_if(lane.spans.rbegin(), lane.spans.rend(), saysSomething, &Span::verdict);
        if (said != lane.spans.rend()) {
            status.lastKnown = said->verdict;
            status.lastKnownAt = said->range.end;
        }
        const auto check = std::ranges::find(answer.latest, target->id, &Observation::target);
        if (check != answer.latest.end()) {
            status.lastCheck = check->startedAt;
            status.stage = check->reached;
            status.failure = check->failure;
        }
        if (check != answer.latest.end() && check->answered()) {
            status.lastGood = check->startedAt;
            status.latency = check->responseTime();
        }
        statuses.push_back(status);
    }
    return statuses;
}

words::Headline headlineFor(const Picture& picture, const Settings& settings, const Known& known) {
    if (picture.watching == Watching::Observing)
        return words::observing(picture.sources);
    const bool nothing_yet = std::ranges::all_of(
        picture.live.targets, [](const TargetStatus& target) { return target.reason == Reason::NotStarted; });
    if (picture.watching == Watching::Running && nothing_yet)
        return {Tr::tr("Starting to watch"), Tr::tr("The first results are on their way."), Verdict::Unknown};
    if (picture.watching == Watching::Paused && nothing_yet)
        return {Tr::tr("Not watching: paused by you"), Tr::tr("What happens meanwhile is not recorded."),
                Verdict::NotMonitored};
    if (known.viewer && !known.read)
        return {Tr::tr("Reading the record …"), {}, Verdict::Unknown};
    if (known.viewer && nothing_yet)
        return {known.inRepair ? Tr::tr("The earlier record is being repaired") : Tr::tr("Nothing is recorded yet"),
                Tr::tr("Another program is watching."), Verdict::Unknown};
    if (picture.watching != Watching::NotStarted || known.viewer)
        return words::headline(
            picture.live, settings,
            {picture.way && std::holds_alternative<Proxy>(*picture.way), known.place, known.inRepair, known.again},
            picture.elsewhere);
    if (known.copy)
        return {Tr::tr("A copy of a record"),
                known.copy->until ? Tr::tr("It reaches until %1.").arg(words::stampKst(*known.copy->until)) : QString(),
                Verdict::NotMonitored};
    if (known.recorded)
        return {words::state(Verdict::NotMonitored),
                known.newer ? QString() : Tr::tr("Nothing is sent until you start."), Verdict::NotMonitored};
    return {Tr::tr("Ready to watch"), Tr::tr("Nothing has been sent yet."), Verdict::NotMonitored};
}

// Whatever time is shown. What was read of routes speaks for a quarter of an hour: all of them are asked for every ten
// minutes.
static std::vector<Lane> routeLanesNow(const std::optional<ArchiveAnswer>& answer, UtcTime now) {
    std::vector<Lane> lanes;
    if (answer)
        std::ranges::copy_if(answer->routesNow.empty() ? answer->timeline.lanes : answer->routesNow,
                             std::back_inserter(lanes), [now](const Lane& lane) {
                                 return lane.kind == LaneKind::Routes && !lane.spans.empty() &&
                                        now - lane.spans.back().range.end < readingSpeaks;
                             });
    return lanes;
}

static std::vector<SiteFacts::Route> routesBeside(const std::optional<ArchiveAnswer>& answer, UtcTime now) {
    std::vector<SiteFacts::Route> routes;
    for (const Lane& lane : routeLanesNow(answer, now))
        routes.push_back(
            {words::label(lane.label), lane.spans.back().verdict, spanState(LaneKind::Routes, lane.spans.back())});
    return routes;
}

static QString routeNow(const Lane& lane) {
    const Span& last = lane.spans.back();
    const QString name = words::label(lane.label);
    switch (last.verdict) {
    case Verdict::Up:
        return Tr::tr("%1: visible.").arg(name);
    case Verdict::Degraded:
        return goneBriefly(last)
                   ? Tr::tr("%1: seen by %2; called gone after 3 minutes of that.").arg(name, spanReason(last))
                   : Tr::tr("%1: partly visible.").arg(name);
    case Verdict::Down:
        return Tr::tr("%1: gone since %2.").arg(name, words::stampKst(last.onset ? last.onset->by : last.range.begin));
    case Verdict::Unknown:
    case Verdict::NotMonitored:
    case Verdict::ErrorPage:
    case Verdict::BlockedHere:
    case Verdict::OwnConnectionDown:
        break;
    }
    return Tr::tr("%1: no data.").arg(name);
}

words::Headline withRoutes(words::Headline headline, const Picture& picture, const std::optional<ArchiveAnswer>& answer,
                           UtcTime now) {
    if (picture.watching != Watching::Observing)
        return headline;
    const std::vector<Lane> lanes = routeLanesNow(answer, now);
    for (const Lane& lane : lanes)
        headline.second += QLatin1Char(' ') + routeNow(lane);
    const auto is_gone = [](const Lane& lane) { return lane.spans.back().verdict == Verdict::Down; };
    if (!lanes.empty() && std::ranges::all_of(lanes, is_gone))
        headline.sentence = Tr::tr("Observing only: no route to their network is seen");
    return headline;
}

SiteFacts PageFacts::ofSite(const Site& site) const {
    SiteFacts facts;
    facts.routes = routesBeside(m_answer, m_now);
    facts.site = site;
    facts.watching = m_viewer ? Watching::Running : m_picture.watching;
    facts.recorded = m_answer && m_answer->firstRowAt;
    facts.pausedAt = m_picture.pausedAt;
    facts.now = m_now;
    facts.ownLine = m_picture.live.ownLine;
    facts.status = {site.id, site.label, Verdict::NotMonitored, {}};
    for (const SiteStatus& status : m_picture.live.sites)
        if (status.id == site.id)
            facts.status = status;
    const auto others_down = std::ranges::count_if(m_picture.live.sites, [&](const SiteStatus& other) {
        return other.id != site.id && other.state == Verdict::Down;
    });
    facts.longStanding = facts.status.state == Verdict::Down && facts.status.since && others_down == 0 &&
                         m_picture.live.sites.size() > 1 &&
                         m_now - *facts.status.since > std::chrono::hours{m_settings.longstanding_h};
    for (const GroupStatus& group : m_picture.live.groups)
        if (group.id == "name-servers")
            facts.nameServers = group;
    const auto statusOf = [this](TargetId id) {
        const auto& all = m_picture.live.targets;
        const auto found = std::ranges::find(all, id, &TargetStatus::id);
        return found == all.end() ? std::nullopt : std::optional(*found);
    };
    for (const Target& target : m_watchlist.targets) {
        if (target.site == site.id && target.layer == Layer::Mail && target.enabled)
            facts.mail = statusOf(target.id);
        if (target.site != site.id || target.layer != Layer::Http || !target.enabled)
            continue;
        facts.switchedOff = whyOff(target);
        facts.http = statusOf(target.id);
        if (const auto* options = std::get_if<HttpOptions>(&target.probe))
            facts.port = QUrl(words::cleaned(options->url)).port(options->url.starts_with("https") ? 443 : 80);
        if (m_answer)
            for (const Observation& page : m_answer->frontPages)
                if (page.target == target.id)
                    facts.frontPage = page;
    }
    return facts;
}

QString PageFacts::whyOff(const Target& target) const {
    return m_picture.way ? words::switchedOff(target, *m_picture.way) : QString();
}

std::optional<SiteFacts> PageFacts::ofTarget(TargetId id) const {
    const Target* target = m_watchlist.find(id);
    for (const Site& site : m_watchlist.sites)
        if (target && site.id == target->site)
            return ofSite(site);
    if (!target)
        return std::nullopt;
    SiteFacts facts; // a target that carries the sites is shown like one of them
    facts.site = {target->name, target->label, target->shortLabel, hostOf(target->probe)};
    facts.watching = m_viewer ? Watching::Running : m_picture.watching;
    facts.recorded = m_answer && m_answer->firstRowAt;
    facts.pausedAt = m_picture.pausedAt;
    facts.now = m_now;
    facts.ownLine = m_picture.live.ownLine;
    facts.switchedOff = whyOff(*target);
    for (const TargetStatus& status : m_picture.live.targets)
        if (status.id == target->id) {
            facts.http = status;
            facts.status = {target->name, target->label, status.state, status.since};
        }
    return facts;
}

RoutesNow PageFacts::routesNow() const {
    RoutesNow routes;
    if (m_answer && !m_answer->routesNow.empty()) // else the lanes in view say it
        for (const Lane& lane : routeLanesNow(m_answer, m_now))
            routes[lane.id] = lane.spans.back();
    return routes;
}

SwitchedOff PageFacts::lanesOff() const {
    SwitchedOff off;
    if (!m_picture.way || std::holds_alternative<ObserveOnly>(*m_picture.way))
        return off;
    for (const Target& target : m_watchlist.targets)
        if (const QString why = words::switchedOff(target, *m_picture.way); !why.isEmpty())
            off[target.name] = why;
    return off;
}

std::set<std::string> PageFacts::waitingLanes() const {
    if (m_picture.watching != Watching::Running)
        return {};
    std::set<std::string> waiting, heard;
    for (const TargetStatus& status : m_picture.live.targets) {
        const Target* const target = m_watchlist.find(status.id);
        if (target == nullptr)
            continue;
        for (const std::string& lane : {target->name, target->site, target->group})
            (status.lastCheck ? heard : waiting).insert(lane);
    }
    if (heard.empty())
        waiting.insert("own-line"); // its controls have just been asked, too
    std::erase_if(waiting, [&](const std::string& lane) { return lane.empty() || heard.contains(lane); });
    return waiting;
}

} // namespace kpwatch
