// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/outside/outside_watch.h"

#include "app/outside/asked_file.h"
#include "app/outside/ripe_source.h"
#include "probes/net/web_client.h"

#include <nlohmann/json.hpp>

#include <mutex>
#include <random>
#include <thread>

namespace kpwatch {

namespace {

using namespace std::chrono_literals;

constexpr const char* askedFile = "sources-asked.json";
constexpr const char* ripe = "ripe-ris";
constexpr auto longestWait = 60s;            // between two looks at what is due
constexpr auto streamFor = 1h;               // then it is begun again: a dead one looks like a quiet one
constexpr std::size_t mostLines = 4U << 20U; // of a stream, kept as received at once

} // namespace

struct OutsideWatch::Impl {
    Impl(Options its_options, std::function<void(SourceNews)> on_news, std::function<void()> on_bell)
        : options(std::move(its_options)), news(std::move(on_news)), bell(std::move(on_bell)), status{.source = ripe} {
        if (options.sources.ripe)
            thread = std::jthread([this](const std::stop_token& stop) { run(stop); });
    }

    void run(const std::stop_token& stop) {
        const StopSignal signal(stop);
        WebClient client(options.userAgent, options.way);
        web = &client;
        restoreManners();
        while (!stop.stop_requested()) {
            const UtcTime now = utcNow();
            askWhatIsDue(now);
            keepStreaming(now);
            settle(now);
            const auto wait = std::clamp<std::chrono::milliseconds>(nextLook(now) - now, 20ms, longestWait);
            client.work(std::chrono::steady_clock::now() + wait, signal);
        }
        web = nullptr;
        keepManners();
    }

    UtcTime nextLook(UtcTime now) const {
        const UtcTime next = streaming ? source.dueAt(now) : std::min(source.dueAt(now), streamAt);
        return unsettled ? std::min(next, now + 1s) : next;
    }

    void askWhatIsDue(UtcTime now) {
        const auto question = source.due(now);
        if (!question)
            return;
        keepManners();
        const std::string url = options.sources.ripestat + question->path;
        web->ask({.url = url},
                 [this, question = *question, url](const WebAnswer& answer) { take(question, url, answer); });
    }

    void take(const RipeQuestion& question, const std::string& url, const WebAnswer& answer) {
        const UtcTime now = utcNow();
        RipeNews told;
        // An error of RIPEstat is told in its own envelope; what is not 200 and has none is a refusal.
        if (answer.status == 200 && answer.trouble.empty()) {
            told = source.answered(question, answer.body, now);
        } else {
            source.refused(question, answer.retryAfter, now);
            told.trouble =
                NoData{NoData::Why::Error,
                       answer.trouble.empty() ? "answered with HTTP " + std::to_string(answer.status) : answer.trouble};
        }
        SourceNews fresh;
        const bool changed = noteChanged(told.readings);
        fresh.answers.push_back({now, ripe, url, answer.status, answer.body, changed || told.trouble.has_value()});
        fresh.readings = std::move(told.readings);
        news(std::move(fresh));
        noteStatus(now, told.trouble);
    }

    void keepStreaming(UtcTime now) {
        if (streaming || now < streamAt)
            return;
        streaming = true;
        const std::string url = options.sources.risLive + "/v1/stream/?format=json&client=kpwatch";
        web->stream(
            {.url = url, .headers = {"X-RIS-Subscribe: " + risSubscription(WatchedRoutes().whole)}, .life = streamFor},
            [this](std::string_view bytes) { hear(bytes); }, [this](const WebAnswer& answer) { endStream(answer); });
    }

    void hear(std::string_view bytes) {
        const UtcTime now = utcNow();
        if (bytes.empty()) {
            failedStreams = 0;
            source.streamBegan(now);
            noteStreaming(true);
            return;
        }
        cutter.take(bytes, [&](std::string_view line) {
            const RipeNews told = source.heard(readRisLine(line), now);
            unsettled = true;
            if (lines.size() + line.size() < mostLines)
                (lines += line) += '\n';
            noteStatus(now, told.trouble);
        });
    }

    void endStream(const WebAnswer& answer) {
        const UtcTime now = utcNow();
        streaming = false;
        cutter = {};
        source.streamEnded(now);
        noteStreaming(false);
        // (n - 1)² seconds, at most a minute, and not all programs at once: as bgpipe does it.
        const std::int64_t tried = std::min(failedStreams++, 8);
        streamAt = now + std::chrono::seconds(tried * tried) + std::chrono::milliseconds(chance() % 2000);
        if (answer.retryAfter)
            streamAt = now + *answer.retryAfter;
        if (answer.status != 200)
            noteStatus(now, NoData{NoData::Why::Error,
                                   "RIS Live " + (answer.trouble.empty()
                                                      ? "answered with HTTP " + std::to_string(answer.status)
                                                      : answer.trouble)});
    }

    void settle(UtcTime now) {
        std::vector<RouteReading> readings = source.settled(now);
        if (readings.empty()) {
            unsettled = unsettled && source.unsettled();
            if (!unsettled)
                lines.clear(); // they changed nothing
            return;
        }
        unsettled = false;
        noteChanged(readings);
        SourceNews fresh;
        fresh.answers.push_back(
            {now, ripe, options.sources.risLive + "/v1/stream/", 200, std::exchange(lines, {}), true});
        fresh.readings = std::move(readings);
        news(std::move(fresh));
    }

    // Whether they say anything else than the ones before.
    bool noteChanged(const std::vector<RouteReading>& readings) {
        bool changed = false;
        for (const RouteReading& reading : readings) {
            RouteReading& before = latest[reading.prefix];
            changed = changed || before.peersFull != reading.peersFull || before.peersSeeing != reading.peersSeeing ||
                      before.byUpstream != reading.byUpstream;
            before = reading;
        }
        return changed;
    }

    // A stream brings thousands of messages within seconds: only what is another state than before rings.
    void noteStatus(UtcTime now, const std::optional<NoData>& trouble) {
        bool another = false;
        {
            const std::lock_guard lock(mutex);
            another = !status.lastTold || status.trouble != (trouble ? trouble->said : std::string());
            status.askedLastDay = source.manners().askedWithin(24h, now);
            status.mostADay = source.manners().manners().mostADay;
            status.leftAloneUntil = source.manners().leftAloneUntil();
            if (trouble) {
                status.troubleSince = status.troubleSince.value_or(now);
                status.trouble = trouble->said;
            } else {
                status.lastTold = now;
                status.troubleSince.reset();
                status.trouble.clear();
            }
        }
        if (another)
            bell();
    }

    void noteStreaming(bool now_so) {
        {
            const std::lock_guard lock(mutex);
            status.streaming = now_so;
        }
        bell();
    }

    void restoreManners() {
        if (const auto document = readAsked(options.directory, askedFile); document.contains(ripe))
            source.manners().restore(document[ripe], utcNow());
    }

    void keepManners() { keepAsked(options.directory, askedFile, {{ripe, source.manners().state()}}); }

    const Options options;
    const std::function<void(SourceNews)> news;
    const std::function<void()> bell;

    // The thread's own.
    WebClient* web = nullptr;
    RipeSource source;
    LineCutter cutter;
    std::string lines; // of the stream, since the last settling
    bool streaming = false, unsettled = false;
    int failedStreams = 0;
    UtcTime streamAt{};
    std::map<std::string, RouteReading> latest;
    std::minstd_rand chance{std::random_device{}()};

    mutable std::mutex mutex;
    SourceStatus status;

    std::jthread thread; // last: it uses all of the above
};

OutsideWatch::OutsideWatch(Options options, std::function<void(SourceNews)> news, std::function<void()> bell)
    : m_impl(std::make_unique<Impl>(std::move(options), std::move(news), std::move(bell))) {}
OutsideWatch::~OutsideWatch() = default;

std::vector<SourceStatus> OutsideWatch::statuses() const {
    if (!m_impl->options.sources.ripe)
        return {};
    const std::lock_guard lock(m_impl->mutex);
    return {m_impl->status};
}

} // namespace kpwatch
