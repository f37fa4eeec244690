// SPDX-License-Identifier: GPL-3.0-or-later
// What the tests of the probers share: asking with short limits, and comparing in words. Loopback only.
#pragma once

#include "app/simulation/stream_server.h"
#include "probes/probe.h"

#include <QString>
#include <memory>
#include <string>
#include <thread>
#include <vector>

namespace kpwatch::asking {

using std::chrono::milliseconds;

constexpr milliseconds shortTimeout(600);
constexpr milliseconds grace(500);         // what probe() may take beyond its deadline
constexpr milliseconds stopGrace(100);     // and after a stop
constexpr milliseconds beforeStop(150);    // how long a check runs before it is stopped
constexpr milliseconds longTimeout(20000); // of checks that are stopped

inline Address loopback(const char* text = "127.0.0.1") { return Address::parse(text).value(); }

struct Asked {
    Observation seen;
    milliseconds took{};

    QString outcome() const {
        const std::string text = std::string(name(seen.reached)) + "/" + std::string(name(seen.failure));
        return QString::fromStdString(text);
    }
    template <typename Detail>
    Detail detail() const {
        const auto* const found = std::get_if<Detail>(&seen.detail);
        return found != nullptr ? *found : Detail{};
    }
};

struct How {
    milliseconds timeout = shortTimeout;
    std::vector<Address> addresses{};
    AddressRules rules{.allowPrivate = true};
    std::stop_token stop{};
    Way way{};
    const Fingerprints* fingerprints = nullptr;
    std::function<bool(const Address&)> mayDial{};
};

inline const TlsStore& systemStore() {
    static const TlsStore store;
    return store;
}

inline Asked ask(const ProbeOptions& options, const How& how = {}, const TlsStore& tls = systemStore()) {
    Target target;
    target.id = TargetId(7);
    target.probe = options;
    const auto begin = std::chrono::steady_clock::now();
    const Attempt attempt{begin + how.timeout, how.stop, utcNow(), how.addresses,    how.rules,
                          how.timeout,         tls,      how.way,  how.fingerprints, how.mayDial};
    Asked asked{probe(target, attempt), {}};
    asked.took = std::chrono::ceil<milliseconds>(std::chrono::steady_clock::now() - begin);
    return asked;
}

// Asks, and stops the check from another thread after a while. Returns also how long the end took after the stop.
struct Stopped {
    Asked asked;
    milliseconds tookToEnd{};
};
inline Stopped askAndStop(const ProbeOptions& options, How how = {}) {
    const auto source = std::make_unique<std::stop_source>(); // on the stack, g++ 12 warns of itself
    how.stop = source->get_token();
    how.timeout = longTimeout;
    std::chrono::steady_clock::time_point stoppedAt;
    Stopped result;
    {
        const std::jthread stopper([&] {
            std::this_thread::sleep_for(beforeStop); // the check has to be under way: that is what is tested
            stoppedAt = std::chrono::steady_clock::now();
            source->request_stop();
        });
        result.asked = ask(options, how);
    }
    result.tookToEnd = std::chrono::ceil<milliseconds>(std::chrono::steady_clock::now() - stoppedAt);
    return result;
}

} // namespace kpwatch::asking
