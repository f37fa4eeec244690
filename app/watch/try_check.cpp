// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/watch/try_check.h"

#include "app/watch/tries.h"
#include "probes/probe.h"
#include "probes/resolve.h"

namespace kpwatch {

namespace {

Tries& triesOfAll() { // of the GUI thread
    static Tries tries;
    return tries;
}

} // namespace

TryCheck::TryCheck(QObject* parent) : QObject(parent) {}

TryCheck::~TryCheck() { m_thread = {}; }

bool TryCheck::mayAsk(const Target& target) const {
    return !m_busy && triesOfAll().may(hostOf(target.probe), std::chrono::steady_clock::now());
}

void TryCheck::ask(TryPlan plan) {
    m_busy = true;
    const std::string host = hostOf(plan.target.probe);
    const SteadyTime begun = std::chrono::steady_clock::now();
    triesOfAll().asked(host, begun);
    m_thread = std::jthread([this, plan = std::move(plan), host, begun](const std::stop_token& stop) {
        Seen what = seen(plan, stop);
        {
            const std::lock_guard lock(m_mutex);
            m_seen = std::move(what);
        }
        const auto tell = [this, host, begun] {
            if (const auto address = Address::parse(result().value_or(Observation{}).peer))
                triesOfAll().livesAt(host, *address, begun);
            m_busy = false;
            Q_EMIT ended();
        };
        if (!stop.stop_requested())
            QMetaObject::invokeMethod(this, tell, Qt::QueuedConnection);
    });
}

void TryCheck::stop() {
    m_thread = {};
    m_busy = false;
}

// A name is asked for at its own name servers first, as the schedule does. Through a proxy it is given as it is.
TryCheck::Seen TryCheck::seen(const TryPlan& plan, const std::stop_token& stop) {
    static const TlsStore trust;
    static const Fingerprints known = shippedFingerprints();
    trust.x509Store(); // not in the time of the check
    const auto* const proxy = std::get_if<Proxy>(&plan.way);
    const auto begun = std::chrono::steady_clock::now();
    Attempt attempt{.deadline = begun + plan.target.timeout,
                    .stop = stop,
                    .startedAt = utcNow(),
                    .addresses = {},
                    .rules = {.allowPrivate = plan.allowPrivate, .allowDocumentation = plan.nobody},
                    .connectTimeout = std::chrono::milliseconds{plan.settings.timeout_connect_ms},
                    .tls = trust,
                    .way = {proxy ? std::optional(*proxy) : std::nullopt},
                    .fingerprints = &known};
    std::vector<Address> addresses;
    Seen told{{.target = plan.target.id, .startedAt = attempt.startedAt}, {}};
    const std::string host = hostOf(plan.target.probe);
    const auto* const web = std::get_if<HttpOptions>(&plan.target.probe);
    if (web != nullptr && !proxy && !Address::parse(host)) {
        const Resolved found = resolve(host, web->resolve, attempt);
        told.row.phases.resolve = std::chrono::duration_cast<Micros>(std::chrono::steady_clock::now() - begun);
        told.row.elapsed = *told.row.phases.resolve;
        told.row.reached = Stage::Resolve;
        told.row.failure = found.failure;
        addresses = found.addresses;
        for (const Address& each : addresses)
            told.addresses.push_back(each.text());
        if (addresses.empty())
            return told;
        attempt.addresses = addresses;
    }
    const std::optional<Micros> looked_up = told.row.phases.resolve;
    told.row = probe(plan.target, attempt);
    if (looked_up)
        told.row.phases.resolve = looked_up;
    return told;
}

std::optional<Observation> TryCheck::result() const {
    const std::lock_guard lock(m_mutex);
    return m_seen ? std::optional(m_seen->row) : std::nullopt;
}

std::vector<std::string> TryCheck::addresses() const {
    const std::lock_guard lock(m_mutex);
    return m_seen ? m_seen->addresses : std::vector<std::string>();
}

} // namespace kpwatch
