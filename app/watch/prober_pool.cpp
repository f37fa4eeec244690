// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/watch/prober_pool.h"

#include "probes/resolve.h"

#include <algorithm>
#include <random>
#include <system_error>
#include <utility>

namespace kpwatch {

namespace {

// Blocked threads are cheap (1000 cost 36 MB, once they have asked 60 MB); this many cover 1000 targets at 20 s with 5
// s time-outs.
constexpr std::size_t mostWorkers = 256;
constexpr std::chrono::seconds sleepsWithin{30};
// Nothing is judged after waking until the controls have answered twice, 30 s apart; a second for a slow start.
constexpr std::chrono::seconds secondRoundAfterWaking{31};

bool speaksTls(const Target& target) {
    const auto* const http = std::get_if<HttpOptions>(&target.probe);
    return http != nullptr && http->url.starts_with("https:");
}

std::optional<Proxy> proxyOf(const WayOut& way) {
    const auto* proxy = std::get_if<Proxy>(&way);
    return proxy ? std::optional(*proxy) : std::nullopt;
}

} // namespace

ProberPool::ProberPool(Plan plan, Channel<Observation>& observed)
    : m_watchlist(std::move(plan.watchlist)), m_settings(plan.settings), m_proxy(proxyOf(plan.way)),
      m_circuits(std::to_string(std::random_device{}())), m_begun(std::chrono::steady_clock::now()),
      m_observed(observed),
      m_schedule(m_watchlist, m_settings, {.seed = std::random_device{}(), .now = m_begun, .way = plan.way}),
      m_surplusKept(plan.surplusKept), m_busiestSince(m_begun) {
    if (!m_proxy)
        for (const auto& [host, addresses] : plan.known)
            m_book.remember(host, {addresses, std::nullopt});
    learnFromBook();
    for (const Schedule::Earlier& earlier : plan.earlier)
        m_schedule.count(earlier);
    if (std::ranges::any_of(m_watchlist.targets, speaksTls) ||
        std::ranges::any_of(m_watchlist.controls, speaksTls, &Control::target))
        m_tls.x509Store(); // not in the time of a check
    m_paused = plan.paused;
    m_pacer = std::jthread([this](const std::stop_token& stop) { pace(stop); });
}

ProberPool::~ProberPool() {
    m_pacer = {}; // requests its stop and joins: nobody is hired after this
    std::vector<std::jthread> workers;
    {
        const std::lock_guard lock(m_mutex);
        workers.swap(m_workers); // nor does anybody leave
        for (std::jthread& worker : workers)
            worker.request_stop();
    }
}

void ProberPool::setPaused(bool paused) {
    {
        const std::lock_guard lock(m_mutex);
        m_paused = paused;
        m_changed = true;
    }
    m_scheduleChanged.notify_all();
}

bool ProberPool::isBusy() const {
    const std::lock_guard lock(m_mutex);
    return !m_waiting.empty() || m_idle < m_workers.size();
}

void ProberPool::askAll() {
    {
        const std::lock_guard lock(m_mutex);
        m_schedule.askAll(std::chrono::steady_clock::now());
        m_changed = true;
    }
    m_scheduleChanged.notify_all();
}

void ProberPool::askControls() {
    {
        const std::lock_guard lock(m_mutex);
        m_schedule.askControls(std::chrono::steady_clock::now());
        m_changed = true;
    }
    m_scheduleChanged.notify_all();
}

void ProberPool::sleepComes() {
    const std::lock_guard lock(m_mutex);
    m_heldUntil = std::chrono::steady_clock::now() + sleepsWithin; // stands still while the computer sleeps
}

void ProberPool::woke() {
    {
        const std::lock_guard lock(m_mutex);
        m_wokeAt = std::chrono::steady_clock::now();
        m_heldUntil = {};
        m_controlsAgainAt = m_wokeAt + secondRoundAfterWaking;
        m_schedule.askControls(m_wokeAt);
        m_changed = true;
    }
    m_scheduleChanged.notify_all();
}

void ProberPool::setDownSince(TargetId target, std::optional<SteadyTime> since) {
    const std::lock_guard lock(m_mutex);
    m_schedule.setDownSince(target, since);
}

void ProberPool::doubtNames(std::optional<UtcTime> since) {
    m_book.doubt(since);
    const std::lock_guard lock(m_mutex);
    learnFromBook();
}

KnownHosts ProberPool::knownHosts() const { return m_book.hosts(); }

int ProberPool::checksLastMinute() const {
    const std::lock_guard lock(m_mutex);
    return m_schedule.lastMinute(std::chrono::steady_clock::now());
}

void ProberPool::pace(const std::stop_token& stop) {
    std::unique_lock lock(m_mutex);
    while (!stop.stop_requested()) {
        if (std::vector<std::jthread> left = std::exchange(m_left, {}); !left.empty()) {
            lock.unlock();
            left.clear(); // joins
            lock.lock();
        }
        const SteadyTime now = std::chrono::steady_clock::now();
        const bool held = m_paused || now < m_heldUntil;
        if (m_controlsAgainAt && *m_controlsAgainAt <= now) {
            m_controlsAgainAt.reset();
            m_schedule.askControls(now);
        }
        if (!held) {
            for (const Job& job : m_schedule.take(now)) {
                m_waiting.push_back({job, m_watchlist.find(job.target), now});
                hire();
                m_workArrived.notify_one();
            }
        }
        SteadyTime until = m_paused ? now + std::chrono::hours{1} : held ? m_heldUntil : m_schedule.next(now);
        if (m_controlsAgainAt)
            until = std::min(until, *m_controlsAgainAt);
        m_changed = false;
        m_scheduleChanged.wait_until(lock, stop, until, [this] { return m_changed; });
    }
}

void ProberPool::hire() {
    if (m_idle >= m_waiting.size() || m_workers.size() >= mostWorkers)
        return;
    try {
        m_workers.emplace_back([this](const std::stop_token& stop) { work(stop); });
    } catch (const std::system_error&) {
        // The system gives no thread now: those there are do the work, and the next check asks again.
    }
}

void ProberPool::noteBusy() {
    const SteadyTime now = std::chrono::steady_clock::now();
    if (now - m_busiestSince >= m_surplusKept) {
        m_busiestBefore = std::exchange(m_busiest, 0);
        m_busiestSince = now;
    }
    m_busiest = std::max(m_busiest, m_workers.size() - m_idle);
}

bool ProberPool::isSurplus() const {
    return m_waiting.empty() && m_workers.size() > std::max(m_busiest, m_busiestBefore);
}

void ProberPool::leave() {
    const auto self = std::ranges::find(m_workers, std::this_thread::get_id(), &std::jthread::get_id);
    m_left.push_back(std::move(*self));
    m_workers.erase(self);
}

void ProberPool::work(const std::stop_token& stop) {
    std::unique_lock lock(m_mutex);
    while (!isSurplus()) {
        ++m_idle;
        const bool found = m_workArrived.wait(lock, stop, [this] { return !m_waiting.empty(); });
        --m_idle;
        if (!found || stop.stop_requested())
            return;
        noteBusy();
        const Work work = m_waiting.front();
        m_waiting.pop_front();
        lock.unlock();
        run(work, stop);
        lock.lock();
    }
    leave();
}

void ProberPool::run(const Work& work, const std::stop_token& stop) {
    if (work.job.kind == Job::Kind::Resolve) {
        look(work, stop);
        return;
    }
    Observation seen = check(work, stop);
    if (stop.stop_requested())
        return; // cut short by ourselves: says nothing about anybody
    {
        const std::lock_guard lock(m_mutex);
        if (work.began < m_wokeAt)
            seen.failure = Failure::Cancelled;
        m_schedule.finished(seen, work.began, std::chrono::steady_clock::now());
        m_changed = true;
    }
    if (seen.failure != Failure::Cancelled)
        m_observed.push(std::move(seen));
    m_scheduleChanged.notify_all();
}

// The documentation addresses are nobody's: only controls that nobody shall answer are asked there.
static bool isNobody(const Watchlist& watchlist, TargetId id) {
    return std::any_of(watchlist.controls.begin(), watchlist.controls.end(), [id](const Control& control) {
        return control.target.id == id && control.ring == Ring::Negative;
    });
}

Attempt ProberPool::attemptFor(const Target& target, SteadyTime began, const std::stop_token& stop) const {
    return {.deadline = began + target.timeout,
            .stop = stop,
            .startedAt = utcNow(),
            .addresses = {},
            .rules = {.allowPrivate = m_watchlist.allowPrivate, .allowDocumentation = isNobody(m_watchlist, target.id)},
            .connectTimeout = std::chrono::milliseconds{m_settings.timeout_connect_ms},
            .tls = m_tls,
            .way = wayAt(began),
            .fingerprints = &m_fingerprints};
}

// One circuit to a round of checks, and the controls of that round go by it too; the next round takes another.
Way ProberPool::wayAt(SteadyTime began) const {
    if (!m_proxy)
        return {};
    Proxy proxy = *m_proxy;
    proxy.circuit =
        m_circuits + "-" + std::to_string((began - m_begun) / std::chrono::seconds{m_settings.interval_http_s});
    return {proxy};
}

// The look-up was part of the check: all its lengths begin with it.
static Observation afterLookUp(Observation seen, Micros looked_up) {
    if (looked_up.count() == 0)
        return seen;
    seen.elapsed += looked_up;
    for (std::optional<Micros>* phase : {&seen.phases.connect, &seen.phases.tls, &seen.phases.firstByte})
        if (*phase)
            **phase += looked_up;
    seen.phases.resolve = looked_up;
    return seen;
}

Observation ProberPool::check(const Work& work, const std::stop_token& stop) {
    Target target = *work.target;
    Attempt attempt = attemptFor(target, std::chrono::steady_clock::now(), stop);
    std::vector<Address> addresses;
    Observation seen{.target = target.id, .startedAt = attempt.startedAt};
    Micros lookedUp{0};
    const std::string host = hostOf(target.probe);
    // A proxy is given the name as it is: nothing is looked up past it.
    const bool byName = !m_proxy && !Address::parse(host) && !std::holds_alternative<DnsOptions>(target.probe);
    if (byName) {
        addresses = m_book.addresses(host);
        if (addresses.empty() && std::holds_alternative<HttpOptions>(target.probe)) {
            addresses = lookUp(target, attempt, seen);
            lookedUp = seen.elapsed;
        }
        attempt.addresses = addresses;
        if (auto* tcp = std::get_if<TcpOptions>(&target.probe); tcp && !addresses.empty())
            tcp->host = addresses.front().text();
    }
    bool left_out = false;
    attempt.mayDial = [&](const Address& address) {
        const std::lock_guard lock(m_mutex);
        const bool may = m_schedule.mayAlsoDial(target.id, address, std::chrono::steady_clock::now());
        left_out = left_out || !may;
        return may;
    };
    if (!byName || !addresses.empty())
        seen = afterLookUp(probe(target, attempt), lookedUp);
    if (left_out && seen.meaning() == Meaning::Failed)
        turn(host);
    // An old address that does not answer says nothing while the name's servers cannot say where it lives now.
    if (const auto lie = byName && seen.meaning() == Meaning::Failed ? m_book.lie(host) : std::nullopt) {
        seen.failure = *lie;
        seen.reached = Stage::Resolve;
    }
    seen.recheck = work.job.kind == Job::Kind::Recheck && !m_watchlist.isControl(target.id);
    return seen;
}

// The book is empty: the check looks the name up itself, and a failure of that is the check's result.
std::vector<Address> ProberPool::lookUp(const Target& target, const Attempt& attempt, Observation& failed) {
    const auto began = std::chrono::steady_clock::now();
    const Resolved found = resolve(hostOf(target.probe), std::get<HttpOptions>(target.probe).resolve, attempt);
    remember(target, found);
    failed = {.target = target.id,
              .startedAt = attempt.startedAt,
              .elapsed = std::chrono::duration_cast<Micros>(std::chrono::steady_clock::now() - began),
              .reached = Stage::Resolve,
              .failure = found.failure};
    const std::lock_guard lock(m_mutex);
    learn(target.id, found);
    return found.addresses;
}

void ProberPool::remember(const Target& target, const Resolved& found) {
    const std::string host = hostOf(target.probe);
    m_book.remember(host, {found.addresses, utcNow()});
    m_book.lookedUp(host, found.addresses.empty() ? found.failure : Failure::None);
}

void ProberPool::learn(TargetId target, const Resolved& found) {
    m_schedule.resolved(target, found.addresses.empty() ? std::nullopt : std::optional(found.addresses.front()),
                        std::chrono::steady_clock::now());
}

// The caps left some of its addresses out: they come first next time.
void ProberPool::turn(const std::string& host) {
    m_book.turn(host);
    const std::lock_guard lock(m_mutex);
    learnFromBook();
}

void ProberPool::learnFromBook() {
    for (const Target& target : m_watchlist.targets)
        if (const auto addresses = m_book.addresses(hostOf(target.probe)); !addresses.empty())
            m_schedule.moved(target.id, addresses.front());
}

void ProberPool::look(const Work& work, const std::stop_token& stop) {
    const Target& target = *work.target;
    Attempt attempt = attemptFor(target, std::chrono::steady_clock::now(), stop);
    attempt.deadline = std::chrono::steady_clock::now() + std::chrono::milliseconds{m_settings.timeout_dns_ms};
    Resolved found = resolve(hostOf(target.probe), std::get<HttpOptions>(target.probe).resolve, attempt);
    remember(target, found);
    if (auto known = m_book.addresses(hostOf(target.probe)); !known.empty()) // what was found may be doubted
        found.addresses = std::move(known);
    {
        const std::lock_guard lock(m_mutex);
        learn(target.id, found);
        m_changed = true;
    }
    m_scheduleChanged.notify_all();
}

} // namespace kpwatch
