// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/cli/metrics.h"

#include "app/errors.h"
#include "app/watch/monitor.h"

#include <prometheus/exposer.h>
#include <prometheus/metric_family.h>

#include <array>
#include <mutex>
#include <optional>

namespace kpwatch {

namespace {

constexpr std::array verdicts{Verdict::Unknown,           Verdict::Up,          Verdict::Degraded,
                              Verdict::ErrorPage,         Verdict::Down,        Verdict::BlockedHere,
                              Verdict::OwnConnectionDown, Verdict::NotMonitored};

using Labels = std::vector<prometheus::ClientMetric::Label>;

prometheus::MetricFamily family(const std::string& name, const std::string& help,
                                prometheus::MetricType type = prometheus::MetricType::Gauge) {
    prometheus::MetricFamily made;
    made.name = name;
    made.help = help;
    made.type = type;
    return made;
}

void add(prometheus::MetricFamily& whole, double value, Labels labels = {}) {
    prometheus::ClientMetric metric;
    metric.label = std::move(labels);
    if (whole.type == prometheus::MetricType::Counter)
        metric.counter.value = value;
    else
        metric.gauge.value = value;
    whole.metric.push_back(std::move(metric));
}

double secondsOf(UtcTime moment) { return std::chrono::duration<double>(moment.time_since_epoch()).count(); }

class Readings : public prometheus::Collectable {
  public:
    void take(const Monitor& monitor) {
        const std::lock_guard lock(m_mutex);
        m_picture = monitor.picture();
        m_watchlist = monitor.watchlist();
    }

    std::vector<prometheus::MetricFamily> Collect() const override {
        const auto [picture, watchlist] = [this] {
            const std::lock_guard lock(m_mutex);
            return std::pair(m_picture, m_watchlist);
        }();
        auto state = family("kpwatch_state", "1 for the state a target is in, 0 for the others");
        auto since = family("kpwatch_state_since_seconds", "Begin of that state, seconds since 1970");
        auto answered = family("kpwatch_last_answer_seconds", "Begin of the latest check that was answered");
        auto latency = family("kpwatch_response_seconds", "Response time of the latest answer, if one try was enough");
        for (const TargetStatus& target : picture.live.targets) {
            const std::string id = watchlist.find(target.id)->name;
            for (const Verdict verdict : verdicts)
                add(state, target.state == verdict ? 1 : 0, {{"target", id}, {"state", std::string(name(verdict))}});
            if (target.since)
                add(since, secondsOf(*target.since), {{"target", id}});
            if (target.lastGood)
                add(answered, secondsOf(*target.lastGood), {{"target", id}});
            if (target.latency)
                add(latency, std::chrono::duration<double>(*target.latency).count(), {{"target", id}});
        }
        auto line = family("kpwatch_own_line_controls", "Servers that show whether our own line works");
        add(line, picture.live.ownLine.controlsUp, {{"answer", "yes"}});
        add(line, picture.live.ownLine.controls - picture.live.ownLine.controlsUp, {{"answer", "no"}});
        auto checks =
            family("kpwatch_checks_total", "Checks recorded since the start", prometheus::MetricType::Counter);
        add(checks, static_cast<double>(picture.recorded));
        auto saved = family("kpwatch_record_saved", "0 while results are not being saved");
        add(saved, picture.storageTrouble ? 0 : 1);
        return {state, since, answered, latency, line, checks, saved};
    }

  private:
    mutable std::mutex m_mutex;
    Picture m_picture; // the latest; taken by the monitor's thread, read by those that serve
    Watchlist m_watchlist;
};

} // namespace

struct Metrics::Impl {
    const Monitor& monitor;
    std::shared_ptr<Readings> readings;
    std::optional<prometheus::Exposer> exposer;
};

Metrics::Metrics(const Monitor& monitor, int port) : m_impl(new Impl{monitor, nullptr, std::nullopt}) {
    constexpr int highest = 65535;
    const std::string text = std::to_string(port);
    if (port < 1 || port > highest)
        throw InputError("--metrics " + text + " is no port: give a number from 1 to 65535 that is free");
    m_impl->readings = std::make_shared<Readings>();
    try {
        m_impl->exposer.emplace("127.0.0.1:" + text, 1);
    } catch (const std::exception&) {
        throw InputError("--metrics " + text +
                         ": that port of this computer cannot be listened on, another program "
                         "has it or it is not for you; give another number");
    }
    m_impl->exposer->RegisterCollectable(m_impl->readings);
}

void Metrics::look() { m_impl->readings->take(m_impl->monitor); }

Metrics::~Metrics() = default;

} // namespace kpwatch
