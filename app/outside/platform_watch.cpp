// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/outside/platform_watch.h"

#include "app/outside/asked_file.h"
#include "app/outside/polled_platform.h"
#include "probes/outside/clauses.h"

#include <nlohmann/json.hpp>

#include <mutex>
#include <thread>
#include <utility>

namespace kpwatch {

namespace {

using namespace std::chrono_literals;

constexpr const char* askedFile = "sources-platforms.json";
constexpr auto longestWait = 1s; // then it is seen whether somebody stopped answering

// A secret goes to its own platform alone, and to nobody who could read it on the way.
bool mayHaveToken(const std::string& base) {
    return base.starts_with("https://") || base.starts_with("http://127.0.0.1:");
}

struct Guested {
    std::string source, base;
    std::unique_ptr<Platform> platform;
    std::vector<std::string> headers;
    SourceStatus status; // guarded
};

} // namespace

struct PlatformWatch::Impl {
    Impl(Options its_options, std::function<void(SourceNews)> on_news, std::function<void()> on_bell)
        : options(std::move(its_options)), news(std::move(on_news)), bell(std::move(on_bell)) {
        if (options.sources.globalping) {
            auto source = std::make_unique<GlobalpingSource>(std::exchange(options.watchlist, {}), options.address,
                                                             std::exchange(options.recent, {}));
            globalping = source.get();
            add(globalpingSource, options.sources.globalpingAt, std::move(source));
            shown.on = true;
        }
        if (options.sources.ioda)
            add(iodaSource, options.sources.iodaAt, iodaPlatform());
        if (options.sources.atlas)
            add(atlasSource, options.sources.atlasAt, atlasPlatform(options.sources.atlasMeasurements));
        if (options.sources.radar)
            addRadar();
        if (!guests.empty())
            thread = std::jthread([this](const std::stop_token& stop) { run(stop); });
    }

    void add(const char* source, const std::string& base, std::unique_ptr<Platform> platform) {
        Guested guest{source, base, std::move(platform), {"Content-Type: application/json"}, {.source = source}};
        if (const auto token = options.tokens.find(source);
            token != options.tokens.end() && !token->second.empty() && mayHaveToken(base))
            guest.headers.push_back("Authorization: Bearer " + token->second);
        takeBudget(guest, utcNow());
        guests.push_back(std::move(guest));
    }

    void addRadar() {
        add(radarSource, options.sources.radarAt, radarPlatform());
        if (guests.back().headers.size() > 1)
            return;
        guests.back().platform.reset(); // without a token it would only be turned away
        guests.back().status.trouble = clauses::noToken;
        guests.back().status.troubleSince = utcNow();
    }

    void run(const std::stop_token& stop) {
        const StopSignal signal(stop);
        WebClient client(options.userAgent, options.way);
        web = &client;
        restore(utcNow());
        while (!stop.stop_requested()) {
            const UtcTime now = utcNow();
            hearOfTargets(now);
            UtcTime next = now + longestWait;
            for (Guested& guest : guests)
                if (guest.platform) {
                    ask(guest, now);
                    next = std::min(next, guest.platform->dueAt(now));
                }
            showAsking(now);
            const auto wait = std::clamp<std::chrono::milliseconds>(next - now, 20ms, longestWait);
            client.work(std::chrono::steady_clock::now() + wait, signal);
        }
        web = nullptr;
        keep();
    }

    void hearOfTargets(UtcTime now) {
        std::map<TargetId, std::optional<UtcTime>> told;
        bool wished = false;
        {
            const std::lock_guard lock(mutex);
            told.swap(toldDown);
            wished = std::exchange(askNow, false);
        }
        if (globalping == nullptr)
            return;
        for (const auto& [target, since] : told)
            globalping->setDown(target, since, now);
        if (wished)
            globalping->askNow(now);
        if (!told.empty())
            keep(); // who is of the incident is known to whoever comes after us
    }

    void ask(Guested& guest, UtcTime now) {
        const auto question = guest.platform->due(now);
        if (!question)
            return;
        if (question->post || guest.source != globalpingSource) // a look at what is under way counts for nothing
            keep();
        const std::string url = guest.base + question->path;
        std::vector<std::string> headers = guest.headers;
        if (!question->unlessStill.empty())
            headers.push_back("If-None-Match: " + question->unlessStill);
        web->ask({.url = url, .headers = std::move(headers), .post = question->post},
                 [this, &guest, url, posted = question->post.has_value()](const WebAnswer& answer) {
                     take(guest, url, answer);
                     if (posted)
                         keep(); // the measurement it began is fetched by whoever comes after us, if we are ended
                 });
    }

    static void takeBudget(Guested& guest, UtcTime now) {
        const Guest& manners = guest.platform->guest();
        guest.status.askedLastDay = manners.askedWithin(24h, now);
        guest.status.mostADay = manners.manners().mostADay;
        guest.status.hour = AskedInHour{manners.askedSince(now - 1h), manners.manners().mostAnHour};
        guest.status.leftAloneUntil = manners.waitsUntil(now);
    }

    void take(Guested& guest, const std::string& url, const WebAnswer& answer) {
        const UtcTime now = utcNow();
        const PlatformTold told = guest.platform->answered(answer, now);
        {
            const std::lock_guard lock(mutex);
            SourceStatus& status = guest.status;
            takeBudget(guest, now);
            const bool well = !told.trouble || told.trouble->why == NoData::Why::Empty;
            const std::optional<NoData>& trouble = well ? told.standing : told.trouble;
            if (well)
                status.lastTold = now;
            if (trouble)
                status.troubleSince = status.troubleSince.value_or(now);
            else
                status.troubleSince.reset();
            status.trouble = trouble ? trouble->said : std::string();
        }
        if (!told.stored)
            return;
        SourceNews fresh;
        fresh.answers.push_back(
            {now, guest.source, url, answer.status, answer.body, told.keepBody || told.trouble.has_value()});
        news(std::move(fresh));
        keep();
        bell();
    }

    void showAsking(UtcTime now) {
        if (globalping == nullptr)
            return;
        AskingElsewhere asking = globalping->asking(now);
        {
            const std::lock_guard lock(mutex);
            if (asking == shown)
                return;
            shown = std::move(asking);
        }
        bell();
    }

    void restore(UtcTime now) {
        const nlohmann::json kept = readAsked(options.directory, askedFile);
        for (Guested& guest : guests) {
            if (!guest.platform || !kept.contains(guest.source))
                continue;
            guest.platform->restore(kept[guest.source], now);
            const std::lock_guard lock(mutex); // what is left of the budget is told before anybody is asked again
            takeBudget(guest, now);
            takeStatus(kept[guest.source], guest.status, now);
        }
    }

    void keep() {
        nlohmann::json all = readAsked(options.directory, askedFile); // those that are off keep theirs
        for (const Guested& guest : guests)
            if (guest.platform) {
                const std::lock_guard lock(mutex);
                putStatus(all[guest.source] = guest.platform->state(), guest.status);
            }
        keepAsked(options.directory, askedFile, all);
    }

    Options options; // without the watchlist and what places said: the source holds them
    const std::function<void(SourceNews)> news;
    const std::function<void()> bell;

    // The thread's own, but for what is guarded.
    WebClient* web = nullptr;
    std::vector<Guested> guests;
    GlobalpingSource* globalping = nullptr;

    mutable std::mutex mutex;
    std::map<TargetId, std::optional<UtcTime>> toldDown;
    bool askNow = false;
    AskingElsewhere shown;

    std::jthread thread; // last: it uses all of the above
};

PlatformWatch::PlatformWatch(Options options, std::function<void(SourceNews)> news, std::function<void()> bell)
    : m_impl(std::make_unique<Impl>(std::move(options), std::move(news), std::move(bell))) {}
PlatformWatch::~PlatformWatch() = default;

void PlatformWatch::setDown(TargetId target, std::optional<UtcTime> since) {
    const std::lock_guard lock(m_impl->mutex);
    m_impl->toldDown[target] = since;
}

void PlatformWatch::askElsewhere() {
    const std::lock_guard lock(m_impl->mutex);
    m_impl->askNow = true;
}

std::vector<SourceStatus> PlatformWatch::statuses() const {
    const std::lock_guard lock(m_impl->mutex);
    std::vector<SourceStatus> statuses;
    for (const Guested& guest : m_impl->guests)
        statuses.push_back(guest.status);
    return statuses;
}

AskingElsewhere PlatformWatch::asking() const {
    const std::lock_guard lock(m_impl->mutex);
    return m_impl->shown;
}

} // namespace kpwatch
