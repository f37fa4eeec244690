// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tell/courier.h"

#include <algorithm>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>

namespace kpwatch {

namespace {

using namespace std::chrono_literals;
using std::chrono::milliseconds;
using std::chrono::steady_clock;

constexpr milliseconds longestWait = 30min;
constexpr int mostTries = 6; // the last an hour or so after the first
constexpr std::size_t mostWaiting = 20;
constexpr int slower = 4;

struct Waiting {
    Letter letter;
    int tries = 0;
    SteadyTime due = steady_clock::now();
};

bool isSameMatter(const Letter& a, const Letter& b) {
    return a.items.front().incident == b.items.front().incident && a.items.front().kind != LetterKind::Trial &&
           b.items.front().kind != LetterKind::Trial;
}

// What the older one told of besides is told with the newer one.
Letter joined(Letter newer, const Letter& older) {
    for (const LetterItem& item : older.items) {
        const bool told = std::any_of(newer.items.begin(), newer.items.end(),
                                      [&](const LetterItem& each) { return each.incident == item.incident; });
        if (!told)
            newer.items.push_back(item);
    }
    return newer;
}

WebLetter posted(std::string url, std::string body) {
    return {std::move(url), {"Content-Type: application/json", "Expect:"}, std::move(body)};
}

const std::string& secretOf(const Secrets& secrets, SecretKind kind) {
    static const std::string none;
    const auto found = secrets.find(kind);
    return found == secrets.end() ? none : found->second;
}

} // namespace

struct Courier::Impl {
    Impl(ChannelKind its_kind, CourierOptions its_options) : kind(its_kind), options(std::move(its_options)) {
        shown.kind = kind;
    }

    void begin() {
        if (!thread.joinable())
            thread = std::jthread([this](const std::stop_token& stop) { run(stop); });
    }

    void run(const std::stop_token& stop) {
        const StopSignal signal(stop);
        std::unique_lock lock(mutex);
        while (!stop.stop_requested()) {
            if (queue.empty()) {
                filled.wait(lock, stop, [this] { return !queue.empty(); });
                continue;
            }
            Waiting& next = queue.front();
            if (const SteadyTime due = next.due; steady_clock::now() < due) {
                changed = false;
                filled.wait_until(lock, stop, due, [this] { return changed; });
                continue;
            }
            Waiting taken = std::move(next);
            queue.pop_front();
            handingOver = true;
            const Channels to = channels;
            const Secrets with = secrets;
            const WayOut by = way;
            lock.unlock();
            const Receipt receipt = deliver(taken.letter, to, with, by, signal);
            lock.lock();
            handingOver = false;
            if (receipt.why != Undelivered::Stopped)
                note(std::move(taken), receipt);
            lock.unlock();
            if (options.bell)
                options.bell();
            lock.lock();
        }
    }

    DeliveryOptions optionsFor(const WayOut& by, bool here) const {
        DeliveryOptions made{.userAgent = options.userAgent, .trustOnly = options.trustOnly};
        if (const Proxy* const proxy = std::get_if<Proxy>(&by); proxy != nullptr && !here)
            made.way.proxy = *proxy;
        return made;
    }

    Receipt deliver(const Letter& letter, const Channels& to, const Secrets& with, const WayOut& by,
                    const StopSignal& signal) const {
        if (wrongWith(to, with, kind) != WrongEntry::None)
            return {Undelivered::Unusable};
        switch (kind) {
        case ChannelKind::Webhook: {
            const std::string& url = secretOf(with, SecretKind::WebhookAddress);
            return kpwatch::deliver(posted(url, webhookBody(letter)), optionsFor(by, isPlainlyHere(url)), signal);
        }
        case ChannelKind::Slack: {
            const std::string& url = secretOf(with, SecretKind::SlackAddress);
            return kpwatch::deliver(posted(url, slackBody(letter)), optionsFor(by, isPlainlyHere(url)), signal);
        }
        case ChannelKind::Ntfy: {
            WebLetter post = posted(to.ntfyServer, ntfyBody(letter, secretOf(with, SecretKind::NtfyTopic)));
            if (to.ntfyToken)
                post.headers.push_back("Authorization: Bearer " + secretOf(with, SecretKind::NtfyToken));
            return kpwatch::deliver(post, optionsFor(by, isPlainlyHere(to.ntfyServer)), signal);
        }
        case ChannelKind::Mail: {
            const MailLetter mail{
                to.mailServer, to.mailPort, to.mailSafety,       to.mailUser, secretOf(with, SecretKind::MailPassword),
                to.mailFrom,   to.mailTo,   mailText(letter, to)};
            return kpwatch::deliver(mail, optionsFor(by, to.mailSafety == MailSafety::Bare), signal);
        }
        }
        return {Undelivered::Unusable};
    }

    // Under the lock.
    void note(Waiting taken, const Receipt& receipt) {
        const UtcTime now = utcNow();
        shown.nextTry.reset();
        if (receipt.why == Undelivered::None) {
            shown.delivered = now;
            shown.trouble = {};
            shown.troubleSince.reset();
            shown.givenUp = 0;
            return;
        }
        shown.trouble = receipt;
        shown.troubleSince = shown.troubleSince.value_or(now);
        ++taken.tries;
        const auto newer = std::find_if(queue.begin(), queue.end(), [&](const Waiting& waiting) {
            return isSameMatter(waiting.letter, taken.letter);
        });
        if (newer != queue.end()) {
            newer->letter = joined(std::move(newer->letter), taken.letter);
            return;
        }
        const bool trial = taken.letter.items.front().kind == LetterKind::Trial; // the person looks on
        if (trial || taken.tries >= mostTries || !worthAnotherTry(receipt.why)) {
            shown.givenUp += trial ? 0 : 1;
            return;
        }
        milliseconds wait = options.firstWait;
        for (int i = 1; i < taken.tries && wait < longestWait; ++i)
            wait *= slower;
        wait = std::min(wait, longestWait);
        if (receipt.retryAfter)
            wait = std::max<milliseconds>(wait, *receipt.retryAfter);
        taken.due = steady_clock::now() + wait;
        shown.nextTry = now + wait;
        queue.push_front(std::move(taken)); // what comes after it waits as well: the other side has trouble
    }

    const ChannelKind kind;
    const CourierOptions options;

    mutable std::mutex mutex;
    std::condition_variable_any filled;
    std::deque<Waiting> queue;
    bool changed = false, handingOver = false;
    Channels channels;
    Secrets secrets;
    WayOut way;
    ChannelStatus shown;

    std::jthread thread; // last: it uses all of the above
};

Courier::Courier(ChannelKind kind, CourierOptions options) : m_impl(std::make_unique<Impl>(kind, std::move(options))) {}
Courier::~Courier() = default;

void Courier::direct(const Channels& channels, const Secrets& secrets, const WayOut& way) {
    const std::lock_guard lock(m_impl->mutex);
    m_impl->channels = channels;
    m_impl->secrets = secrets;
    m_impl->way = way;
}

void Courier::send(Letter letter) {
    {
        const std::lock_guard lock(m_impl->mutex);
        auto& queue = m_impl->queue;
        const auto same = std::find_if(queue.begin(), queue.end(),
                                       [&](const Waiting& waiting) { return isSameMatter(waiting.letter, letter); });
        if (same != queue.end())
            same->letter = joined(std::move(letter), same->letter); // told as things are now; its turn stays
        else if (letter.items.front().kind == LetterKind::Trial)
            queue.push_front({std::move(letter)}); // the person waits for it
        else
            queue.push_back({std::move(letter)});
        if (queue.size() > mostWaiting)
            queue.pop_front();
        m_impl->changed = true;
        m_impl->begin();
    }
    m_impl->filled.notify_one();
}

void Courier::forget() {
    const std::lock_guard lock(m_impl->mutex);
    m_impl->queue.clear();
    m_impl->shown.nextTry.reset();
    m_impl->shown.trouble = {};
    m_impl->shown.troubleSince.reset();
    m_impl->shown.givenUp = 0;
}

ChannelStatus Courier::status() const {
    const std::lock_guard lock(m_impl->mutex);
    ChannelStatus status = m_impl->shown;
    status.waiting = static_cast<int>(m_impl->queue.size()) + (m_impl->handingOver ? 1 : 0);
    return status;
}

} // namespace kpwatch
