// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/outside/globalping_source.h"

#include <algorithm>
#include <utility>

namespace kpwatch {

namespace {

using namespace std::chrono_literals;
using Kind = PlaceQuestion::Kind;

// Twelve countries on five continents, whose networks reach North Korea by China and by Russia. Not South Korea, where
// these sites are blocked.
const std::vector<std::string> countries{"JP", "SG", "HK", "IN", "RU", "DE", "GB", "NL", "US", "BR", "ZA", "AU"};

constexpr auto baselineEvery = 12h;
constexpr std::size_t baselinePages = 4, baselineOthers = 2; // of a kind
constexpr auto freshFor = 30min;                             // a down time that is older was there before we looked
constexpr auto lateFor = IncidentRounds::lateFor;
constexpr auto oneIncident = IncidentRounds::oneIncident;
constexpr auto clocksDiffer = 1min; // theirs, by which a test was begun, and ours
constexpr auto unwelcomeFor = 24h;

std::string resolverOf(const HttpOptions& page) {
    return page.resolve.servers.empty() || page.resolve.port != 53 ? std::string() : page.resolve.servers.front();
}

std::string pathOf(const std::string& url) {
    const std::size_t scheme = url.find("://");
    const std::size_t slash = url.find('/', scheme == std::string::npos ? 0 : scheme + 3);
    return slash == std::string::npos ? "/" : url.substr(slash);
}

std::string keyOf(const GlobalpingTest& test) { return test.question.asked + " " + test.address; }

bool isSiteAmong(const std::vector<GlobalpingTest>& tests) {
    return std::any_of(tests.begin(), tests.end(),
                       [](const GlobalpingTest& test) { return test.question.kind == Kind::Http; });
}

} // namespace

std::optional<GlobalpingTest> globalpingTest(const Target& target, const AddressOf& address) {
    GlobalpingTest test{placeQuestion(target), hostOf(target.probe), portOf(target.probe)};
    if (const auto* const page = std::get_if<HttpOptions>(&target.probe)) {
        test.tls = page->url.starts_with("https:");
        test.path = pathOf(page->url);
        if (std::string known = address ? address(test.address) : std::string(); !known.empty())
            test.address = std::move(known);
        else
            test.resolver = resolverOf(*page);
        return test;
    }
    if (const auto* const dns = std::get_if<DnsOptions>(&target.probe)) {
        test.name = dns->name;
        test.type = dns->type;
        return test;
    }
    return test.question.kind == Kind::Tcp ? std::optional(test) : std::nullopt;
}

GlobalpingSource::GlobalpingSource(Watchlist watchlist, AddressOf address, std::vector<PlaceReading> recent)
    : m_watchlist(std::move(watchlist)), m_address(std::move(address)), m_guest(mannersTowards(globalpingSource)),
      m_readings(std::move(recent)) {}

void GlobalpingSource::setDown(TargetId target, std::optional<UtcTime> since, UtcTime now) {
    if (!since) {
        m_down.erase(target);
        return;
    }
    const bool alone = std::ranges::none_of(m_down, [this](const auto& each) { return isOfIncident(each.first); });
    m_down[target] = *since;
    const Target* const its = m_watchlist.find(target);
    if (its == nullptr || now - *since >= freshFor)
        return;
    beginRounds(*its, *since, alone, now);
    m_rounds->join(its->name, placeQuestion(*its).kind == Kind::Http, now);
}

bool GlobalpingSource::isOfIncident(TargetId target) const {
    const Target* const its = m_watchlist.find(target);
    return its != nullptr && m_rounds && m_rounds->isOfIt(its->name);
}

// `alone`: nobody of the incident was down. Who is down is told again after a restart, whenever he stopped.
void GlobalpingSource::beginRounds(const Target& target, UtcTime since, bool alone, UtcTime now) {
    const bool again = alone && m_rounds && !m_rounds->knows(target.name, since);
    const auto hasRoom = [&] { return roomAt(now, testsOfIncident, {0, testsOfIncident}) <= now; };
    if (!m_rounds || m_rounds->isPast(now))
        m_rounds.emplace(now);
    else if ((placeQuestion(target).kind == Kind::Http && m_rounds->missedSites()) ||
             (again && (!m_rounds->isOfIt(target.name) || hasRoom())))
        m_rounds->beginAnew(now);
    else if (again)
        m_rounds->goOn(now);
}

void GlobalpingSource::askNow(UtcTime /*now*/) { m_byHand = true; }

std::optional<UtcTime> GlobalpingSource::nextRoundAt() const {
    return m_rounds && !m_down.empty() ? m_rounds->next() : std::nullopt;
}

std::optional<UtcTime> GlobalpingSource::nextRoundFrom(UtcTime welcome) const {
    return m_rounds && !m_down.empty() ? m_rounds->nextFrom(welcome) : std::nullopt;
}

UtcTime GlobalpingSource::nextBaselineAt(UtcTime now) const {
    const bool over = m_baselineLeft.empty() && m_baselineAt && *m_baselineAt <= now;
    return roomAt(over ? *m_baselineAt + baselineEvery : now, places, {testsOfIncident, testsOfIncident});
}

UtcTime GlobalpingSource::roomAt(UtcTime from, int tests, const Manners& reserve) const {
    const Manners& all = m_guest.manners();
    return m_guest.welcomeAt(
        from, {all.mostAnHour - reserve.mostAnHour - tests + 1, all.mostADay - reserve.mostADay - tests + 1});
}

UtcTime GlobalpingSource::handAt(UtcTime now) const {
    return roomAt(now, testsOfRound, {testsOfIncident, testsOfIncident});
}

std::vector<GlobalpingTest> GlobalpingSource::standing() const {
    std::vector<GlobalpingTest> tests;
    std::map<Kind, std::size_t> many;
    for (const Target& target : m_watchlist.targets) {
        if (!target.enabled || target.name.starts_with("sentinel-"))
            continue;
        auto test = globalpingTest(target, m_address);
        if (test && many[test->question.kind]++ < (test->question.kind == Kind::Http ? baselinePages : baselineOthers))
            tests.push_back(std::move(*test));
    }
    return tests;
}

// One at a time: an incident need not wait for the rest.
std::vector<GlobalpingTest> GlobalpingSource::nextOfBaseline(UtcTime now) {
    const std::vector<GlobalpingTest> all = standing();
    if (m_baselineLeft.empty()) {
        m_baselineAt = now;
        for (const GlobalpingTest& test : all)
            m_baselineLeft.insert(test.question.asked);
    }
    for (const GlobalpingTest& test : all)
        if (m_baselineLeft.erase(test.question.asked) > 0)
            return {test};
    m_baselineLeft.clear(); // of another watchlist
    return {};
}

std::vector<GlobalpingTest> GlobalpingSource::nextOfIncident() {
    std::vector<GlobalpingTest> tests = aboutTheSilent();
    m_rounds->begin(isSiteAmong(tests));
    m_byHand = false; // it is what was wished for
    return tests;
}

std::vector<GlobalpingTest> GlobalpingSource::askedForByHand() {
    m_byHand = false;
    std::vector<GlobalpingTest> tests = aboutTheSilent();
    if (!tests.empty())
        return tests;
    tests = standing(); // nobody is silent: a page and a name server
    std::stable_sort(tests.begin(), tests.end(), [](const GlobalpingTest& one, const GlobalpingTest& other) {
        return (one.question.kind == Kind::Dns) < (other.question.kind == Kind::Dns);
    });
    if (tests.size() > questionsARound)
        tests = {tests.front(), tests.back()};
    return tests;
}

// Sites first, and of these whom places are known to reach: the others' silence would be nobody's vote.
std::vector<GlobalpingTest> GlobalpingSource::aboutTheSilent() const {
    std::vector<GlobalpingTest> tests = standing();
    const std::vector<PlaceQuestion> silent = silentQuestions();
    std::erase_if(tests, [&silent](const GlobalpingTest& test) {
        return std::find(silent.begin(), silent.end(), test.question) == silent.end();
    });
    for (const auto& [id, since] : m_down)
        if (const Target* const target = m_watchlist.find(id))
            if (auto test = globalpingTest(*target, m_address);
                test && std::none_of(tests.begin(), tests.end(),
                                     [&](const GlobalpingTest& each) { return each.question == test->question; }))
                tests.push_back(std::move(*test));
    const auto rank = [](const GlobalpingTest& test) {
        return test.question.kind == Kind::Http ? 0 : test.question.kind == Kind::Dns ? 1 : 2;
    };
    std::stable_sort(tests.begin(), tests.end(), [&rank](const GlobalpingTest& one, const GlobalpingTest& other) {
        return rank(one) < rank(other);
    });
    // A page and a name server, if both are silent: two ways of being silent are more than one twice.
    const auto server = std::find_if(tests.begin(), tests.end(),
                                     [](const GlobalpingTest& test) { return test.question.kind == Kind::Dns; });
    if (server != tests.end() && server - tests.begin() >= static_cast<std::ptrdiff_t>(questionsARound))
        std::iter_swap(tests.begin() + 1, server);
    if (tests.size() > questionsARound)
        tests.resize(questionsARound);
    return tests;
}

std::vector<PlaceQuestion> GlobalpingSource::silentQuestions() const {
    std::vector<PlaceQuestion> questions;
    for (const auto& [id, since] : m_down)
        if (const Target* const target = m_watchlist.find(id))
            questions.push_back(placeQuestion(*target));
    return questions;
}

// An incident goes before a wish, and both before the question who reaches whom.
std::optional<GlobalpingSource::Why> GlobalpingSource::dueRound(UtcTime now) {
    if (m_rounds)
        m_rounds->leaveOutLate(now); // nobody is silent any more, or the computer slept
    if (const auto at = nextRoundAt(); at && *at <= now)
        return Why::Incident;
    if (m_byHand && handAt(now) <= now)
        return Why::Hand;
    return nextBaselineAt(now) <= now ? std::optional(Why::Baseline) : std::nullopt;
}

void GlobalpingSource::beginRound(UtcTime now) {
    const std::optional<Why> why = dueRound(now);
    if (!why)
        return;
    std::vector<GlobalpingTest> tests = *why == Why::Incident ? nextOfIncident()
                                        : *why == Why::Hand   ? askedForByHand()
                                                              : nextOfBaseline(now);
    std::erase_if(m_unwelcome, [now](const auto& each) { return now - each.second >= unwelcomeFor; });
    std::erase_if(tests, [this](const GlobalpingTest& test) { return m_unwelcome.contains(keyOf(test)); });
    if (tests.empty())
        return;
    if (*why == Why::Hand)
        m_handAsked = HandAsked{now, tests.front().question};
    m_round = Round{*why, now, {tests.begin(), tests.end()}};
}

UtcTime GlobalpingSource::dueAt(UtcTime now) const {
    if (m_asking)
        return now + 10min; // an answer brings us back
    if (m_underWay)
        return std::max(m_underWay->lookAt(), now);
    UtcTime next = nextBaselineAt(now);
    if (m_round)
        next = now;
    if (m_byHand)
        next = std::min(next, handAt(now));
    if (const auto at = nextRoundAt())
        next = std::min(next, *at);
    return std::max(next, m_guest.welcomeAt(now));
}

std::optional<PlatformQuestion> GlobalpingSource::due(UtcTime now) {
    if (m_asking)
        return std::nullopt;
    if (m_underWay) {
        if (m_underWay->lookAt() > now)
            return std::nullopt;
        m_asking = true;
        return m_underWay->question(now);
    }
    if (m_round && m_round->why != Why::Baseline && now - m_round->began >= lateFor)
        m_round.reset(); // it was kept waiting for too long to be a round
    if (m_guest.welcomeAt(now) > now)
        return std::nullopt;
    if (!m_round)
        beginRound(now);
    if (!m_round)
        return std::nullopt;
    GlobalpingTest test = std::move(m_round->left.front());
    m_round->left.pop_front();
    const bool again = !m_same.empty() && m_sameAt <= now && now - m_sameAt < setKept;
    for (int i = 0; i < places; ++i)
        m_guest.asked(now);
    m_asking = true;
    m_underWay.emplace(std::move(test), GlobalpingPlaces{countries, again ? m_same : std::string()}, now);
    return m_underWay->question(now);
}

PlatformTold GlobalpingSource::answered(const WebAnswer& answer, UtcTime now) {
    if (!m_asking || !m_underWay)
        return {.stored = false};
    m_asking = false;
    const bool was_begun = m_underWay->isBegun();
    PlatformTold told = m_underWay->answered(answer, now);
    m_trouble = told.trouble ? told.trouble->said : std::string();
    if (m_underWay->isOver()) {
        const GlobalpingMeasurement over = *std::exchange(m_underWay, std::nullopt);
        conclude(over, answer, now);
    } else if (!was_begun) {
        m_guest.answered(now, true, std::nullopt);
    }
    return told;
}

void GlobalpingSource::conclude(const GlobalpingMeasurement& over, const WebAnswer& answer, UtcTime now) {
    using State = GlobalpingMeasurement::State;
    switch (over.state()) {
    case State::Requested:
    case State::Begun:
    case State::NoPlaces:
        break;
    case State::Measured:
        take(over, now);
        break;
    case State::PlacesGone: // others are chosen
        m_same.clear();
        askAgain(over.test());
        break;
    case State::Unwelcome:
        m_unwelcome[keyOf(over.test())] = now;
        break;
    case State::Refused:
        if (answer.status != 0)
            m_guest.answered(now, false, answer.retryAfter);
        else
            m_guest.unreached(now);
        askAgain(over.test());
        break;
    case State::Lost:
        m_guest.answered(now, false, answer.retryAfter);
        break;
    }
    if (m_round && m_round->left.empty())
        m_round.reset();
}

void GlobalpingSource::askAgain(const GlobalpingTest& test) {
    if (m_round && m_round->why == Why::Baseline)
        m_baselineLeft.insert(test.question.asked);
    else if (m_round)
        m_round->left.push_front(test);
}

void GlobalpingSource::take(const GlobalpingMeasurement& over, UtcTime now) {
    if (m_round) {
        m_round->places += over.places();
        m_round->heard += over.heard();
    }
    int usable = 0;
    for (const PlaceAnswer& place : over.measured().places) {
        usable += place.said != PlaceSaid::NoVote ? 1 : 0;
        m_readings.push_back({over.spokenAt(), over.measured().question, place.place, place.said});
    }
    std::stable_sort(m_readings.begin(), m_readings.end(),
                     [](const PlaceReading& one, const PlaceReading& other) { return one.at < other.at; });
    std::erase_if(m_readings, [now](const PlaceReading& each) { return each.at < now - placeProvenFor - oneIncident; });
    // Half of them gone: the next baseline chooses others. An outage of theirs leaves all of them usable.
    if (2 * usable >= places) {
        m_same = over.measured().id;
        m_sameAt = now;
    } else if (m_round && m_round->why == Why::Baseline) {
        m_same.clear();
    }
}

AskingElsewhere GlobalpingSource::asking(UtcTime now) const {
    AskingElsewhere shown{.on = true, .trouble = m_trouble};
    const auto waits = m_underWay ? std::nullopt : m_guest.waitsUntil(now);
    const bool wanted = m_round && m_round->why != Why::Baseline && !(waits && *waits - m_round->began >= lateFor);
    auto next = wanted || m_byHand ? waits : nextRoundFrom(waits.value_or(now));
    const UtcTime by_hand = handAt(now);
    if (!wanted && m_byHand && by_hand > now)
        next = by_hand;
    if (by_hand > now && !m_guest.waitsUntil(now))
        shown.keptUntil = by_hand;
    shown.asking = wanted || m_byHand || next;
    shown.round = m_rounds ? m_rounds->begun() : 0;
    if (wanted && m_underWay) {
        shown.places = m_round->places + m_underWay->places() + static_cast<int>(m_round->left.size()) * places;
        shown.heard = m_round->heard + m_underWay->heard();
    }
    shown.next = next;
    UtcTime since = now;
    for (const auto& [id, began] : m_down)
        since = std::min(since, began);
    shown.latest = roundAboutNow(m_readings, silentQuestions(), since, now);
    if (m_down.empty() || (m_handAsked && m_handAsked->at >= since)) // what is older is not about who is silent
        shown.byHand = askedByHand(now);
    return shown;
}

// Of the first that was asked: a page, if any.
std::optional<AskedByHand> GlobalpingSource::askedByHand(UtcTime now) const {
    if (!m_handAsked || m_handAsked->at > now || now - m_handAsked->at >= oneIncident)
        return std::nullopt;
    const auto target =
        std::find_if(m_watchlist.targets.begin(), m_watchlist.targets.end(),
                     [this](const Target& each) { return placeQuestion(each) == m_handAsked->question; });
    const std::vector<PlaceRound> rounds = placeRounds(m_readings, std::span(&m_handAsked->question, 1),
                                                       {m_handAsked->at - clocksDiffer, m_handAsked->at + lateFor});
    if (target == m_watchlist.targets.end() || rounds.empty())
        return std::nullopt;
    return AskedByHand{target->label, rounds.back()};
}

} // namespace kpwatch
