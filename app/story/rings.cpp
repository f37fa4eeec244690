// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/story/rings.h"

#include <algorithm>

namespace kpwatch {

namespace {

// A line control is asked at once after a failed check; the road's controls are asked at their own pace.
ControlRing::Member memberOf(const Control& control, const Settings& settings) {
    const auto window = std::chrono::seconds(settings.control_window_s);
    const Target& target = control.target;
    return {qualifiesBy(control.ring), target.timeout, target.interval,
            control.ring == Ring::Line ? window : window + target.interval};
}

bool isOurLine(const Control& control) {
    const Transport transport = transportOf(control.target.probe);
    return control.ring == Ring::Line && (transport == Transport::Tcp || transport == Transport::Udp);
}

bool isOnTheWay(const Control& control) {
    return isOfTheRoad(control.ring) && transportOf(control.target.probe) != Transport::Icmp;
}

// How long the latest reading of these speaks.
std::chrono::milliseconds speaksFor(const Watchlist& watchlist, const Settings& settings,
                                    bool (*among)(const Control&)) {
    std::chrono::milliseconds longest_timeout{0};
    std::chrono::seconds longest_interval{0};
    for (const Control& control : watchlist.controls)
        if (among(control)) {
            longest_timeout = std::max(longest_timeout, control.target.timeout);
            longest_interval = std::max(longest_interval, control.target.interval);
        }
    return std::min<std::chrono::seconds>(settings.stale_intervals * longest_interval,
                                          std::chrono::seconds(settings.stale_cap_s)) +
           longest_timeout;
}

} // namespace

Qualification::By qualifiesBy(Ring ring) {
    switch (ring) {
    case Ring::Line:
    case Ring::Negative:
        return Qualification::By::Answers;
    case Ring::LongHaul:
        return Qualification::By::AnswersUntilQuiet;
    case Ring::TransitChina:
    case Ring::TransitRussia:
        return Qualification::By::TwoDays;
    }
    return Qualification::By::Answers;
}

bool isOfTheRoad(Ring ring) { return ring != Ring::Line && ring != Ring::Negative; }

std::optional<ControlRing::Outcome> outcomeOf(const Observation& row, Transport transport) {
    // No route, or a firewall of ours that keeps connections in, is nobody else's fault: of a control it is a failed
    // reading.
    const bool kept_in =
        row.failure == Failure::PermissionDenied && transport != Transport::Udp && transport != Transport::Icmp;
    if (row.failure == Failure::LocalNetworkDown || kept_in)
        return ControlRing::Outcome::NoRoute;
    switch (row.meaning()) {
    case Meaning::Answer:
        return ControlRing::Outcome::Answered;
    case Meaning::Failed:
        return ControlRing::Outcome::Failed;
    case Meaning::Neutral:
        break;
    }
    return std::nullopt;
}

Rings::Rings(const Watchlist& watchlist, const Settings& settings)
    : m_ownLine(speaksFor(watchlist, settings, isOurLine)), m_waySpeaksFor(speaksFor(watchlist, settings, isOnTheWay)) {
    std::vector<std::vector<ControlRing::Member>> members(static_cast<std::size_t>(Which::Count));
    for (const Control& control : watchlist.controls) {
        const Transport transport = transportOf(control.target.probe);
        Controlled controlled{control.ring, transport, {}};
        const auto seat = [&](Which which) {
            auto& its_members = members[static_cast<std::size_t>(which)];
            controlled.seats.push_back({which, its_members.size()});
            its_members.push_back(memberOf(control, settings));
        };
        if (control.ring != Ring::Negative && transport != Transport::Icmp) {
            if (isOurLine(control))
                seat(Which::Line);
            seat(ringFor(control.ring, transport));
        }
        m_controls.push_back(std::move(controlled));
    }
    for (const auto& its_members : members)
        m_rings.emplace_back(its_members);
    m_way.setFrom(UtcTime{}, {Verdict::Up, Reason::None, {}, {}, {}});
    m_way.settleChanges();
}

Rings::Which Rings::ringFor(Ring ring, Transport transport) {
    switch (ring) {
    case Ring::Line:
    case Ring::Negative:
        break;
    case Ring::LongHaul:
        return Which::LongHaul;
    case Ring::TransitChina:
        return Which::China;
    case Ring::TransitRussia:
        return Which::Russia;
    }
    switch (transport) {
    case Transport::Tcp:
    case Transport::Icmp:
        return Which::LineTcp;
    case Transport::Udp:
        return Which::LineUdp;
    case Transport::Mail:
        return Which::Mail;
    }
    return Which::LineTcp;
}

void Rings::take(std::size_t control, const Heard& heard, UtcTime watching_since) {
    const UtcTime no_earlier = std::max(watching_since, m_epochSince);
    bool back = false; // our own line, or all of a transport on our side
    for (const Seat& seat : m_controls[control].seats) {
        ring(seat.which).take({seat.position, heard.range, heard.outcome, heard.source});
        if (seat.which == Which::Line)
            m_ownLine.judge(ring(Which::Line), heard.range, no_earlier);
        const bool silent_before = silentSince(seat.which).has_value();
        judgeSilence(seat.which, heard.range.end, no_earlier);
        back = back || (silent_before && !silentSince(seat.which));
    }
    if (m_controls[control].seats.empty())
        return;
    if (m_controls[control].ring != Ring::Line)
        judgeWay(heard.range, no_earlier);
    else if (back) // what was silent behind it has not been asked since
        roadUnheard(std::max(heard.range.begin, no_earlier));
}

void Rings::saidNothing(std::size_t control) {
    for (const Seat& seat : m_controls[control].seats)
        ring(seat.which).saidNothing(seat.position);
}

void Rings::judgeSilence(Which which, UtcTime now, UtcTime no_earlier) {
    auto& since = m_silentSince[static_cast<std::size_t>(which)];
    int& readings = m_silentReadings[static_cast<std::size_t>(which)];
    const bool silent = ring(which).voices(now).silent();
    readings = silent ? readings + 1 : 0;
    if (!silent)
        since.reset();
    else if (!since)
        since = std::max(no_earlier, ring(which).lastAnswer());
}

// Nothing of the transports that a ring is asked by gets out of here.
bool Rings::blockedOnOurSide(Which road) const {
    bool any = false;
    for (const Controlled& control : m_controls) {
        if (control.seats.empty() || control.seats.back().which != road)
            continue;
        any = true;
        if (!silentSince(ringFor(Ring::Line, control.transport)))
            return false;
    }
    return any;
}

// Since when long-haul, or every transit ring in service, has been silent.
std::optional<UtcTime> Rings::waySilentSince(UtcTime now) const {
    const auto silent = [this](Which which) { return blockedOnOurSide(which) ? std::nullopt : silentSince(which); };
    std::optional<UtcTime> transit;
    bool one_speaks = false;
    for (const Which side : {Which::China, Which::Russia}) {
        if (silent(side))
            transit = std::max(transit.value_or(UtcTime{}), *silent(side));
        else
            one_speaks = one_speaks || ring(side).voices(now).inService > 0;
    }
    if (one_speaks)
        transit.reset();
    const auto long_haul = silent(Which::LongHaul);
    return transit && long_haul ? std::min(transit, long_haul) : transit ? transit : long_haul;
}

void Rings::judgeWay(TimeRange reading, UtcTime no_earlier) {
    m_lastWayReading = reading.end;
    const bool before = m_way.current().verdict != Verdict::Up;
    const auto since = waySilentSince(reading.end);
    if (since && !before)
        m_way.setFrom(*since, {Verdict::Unknown, Reason::WayThere, {}, {}, {}});
    else if (!since && before)
        m_way.setFrom(std::max(reading.begin, no_earlier), {Verdict::Up, Reason::None, {}, {}, {}});
}

void Rings::advanceTo(UtcTime now) {
    m_ownLine.advanceTo(now);
    if (m_way.current().verdict != Verdict::Up && now > m_lastWayReading + m_waySpeaksFor)
        roadUnheard(m_lastWayReading + m_waySpeaksFor);
}

void Rings::roadUnheard(UtcTime from) {
    m_roadUnheardSince = from;
    m_way.setFrom(from, {Verdict::Up, Reason::None, {}, {}, {}});
    for (const Which which : {Which::LongHaul, Which::China, Which::Russia}) {
        ring(which).forgetLatest();
        m_silentSince[static_cast<std::size_t>(which)].reset();
        m_silentReadings[static_cast<std::size_t>(which)] = 0;
    }
}

void Rings::watchingAgain(UtcTime since) {
    for (ControlRing& each : m_rings)
        each.forgetLatest();
    m_silentSince = {};
    m_silentReadings = {};
    m_ownLine.forgetLatest(since);
    roadUnheard(since);
}

void Rings::wake(UtcTime at) {
    for (ControlRing& each : m_rings)
        each.wake(at);
}

void Rings::newEpoch(UtcTime at) {
    m_epochSince = at;
    for (ControlRing& each : m_rings)
        each.newEpoch(at);
    m_silentSince = {};
    m_silentReadings = {};
    m_ownLine.newEpoch(at);
    roadUnheard(at);
}

void Rings::know(std::size_t control, const Qualification& before) {
    for (const Seat& seat : m_controls[control].seats)
        ring(seat.which).know(seat.position, before);
}

bool Rings::mayVote(std::size_t control, UtcTime now) const {
    const auto& seats = m_controls[control].seats;
    return std::any_of(seats.begin(), seats.end(),
                       [&](const Seat& seat) { return ring(seat.which).qualified(seat.position, now); });
}

std::vector<Rings::Which> Rings::roadOf(Via via) {
    switch (via) {
    case Via::China:
        return {Which::LongHaul, Which::China};
    case Via::Russia:
        return {Which::LongHaul, Which::Russia};
    case Via::Both:
    case Via::Unknown: // the doubt is ours
        return {Which::LongHaul, Which::China, Which::Russia};
    }
    return {};
}

Rings::Proven Rings::prove(const Question& check, UtcTime now) const {
    if (check.transport == Transport::Icmp)
        return {Proof::Neutral, Reason::NotAnsweredFor};
    Proven all{Proof::Counts, Reason::None};
    // False once it is decided, or has to wait. In this order, so that the reason does not depend on who speaks first.
    const auto hear = [&](Which which, Reason silent) {
        const ControlRing::Bracket bracket = ring(which).bracket(check.range, check.source, now);
        if (bracket.proof == Proof::Counts && bracket.otherRoute)
            all = {Proof::Neutral, Reason::OtherRoute};
        else if (bracket.proof == Proof::NoControl)
            all = {Proof::NoControl, Reason::NoControl};
        else if (bracket.proof != Proof::Counts)
            all = {bracket.proof, silent};
        return all.proof == Proof::Counts;
    };
    if (!hear(Which::Line, Reason::NotAnsweredFor))
        return all;
    const Which own = ringFor(Ring::Line, check.transport);
    if ((own == Which::Mail || ring(own).size() > 0) && !hear(own, Reason::NotAnsweredFor))
        return all;
    for (const Which road : roadOf(check.via)) {
        if (!ring(road).anyQualified(check.range.end))
            continue;
        if (ring(road).tooSoonAfterWaking(check.range))
            return {Proof::Neutral, Reason::LineUntested};
        // Who was not asked before it since we watch, or since our line is back, is not silent.
        const bool untested =
            check.range.begin >= m_roadUnheardSince && !ring(road).heardWithin(m_roadUnheardSince, check.range.begin);
        if (!hear(road, untested ? Reason::LineUntested : Reason::WayThere))
            return all;
    }
    return all;
}

UtcTime Rings::rewritesBackTo(UtcTime now) const {
    UtcTime back = std::min(now, m_ownLine.rewritesBackTo());
    for (const Which which : {Which::LongHaul, Which::China, Which::Russia})
        if (m_silentReadings[static_cast<std::size_t>(which)] < 2 && ring(which).anyQualified(now))
            back = std::min(back, std::max(ring(which).lastAnswer(), m_epochSince));
    return back;
}

} // namespace kpwatch
