// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tell/despatch.h"

#include "app/errors.h"
#include "app/json_reader.h"
#include "app/tell/minute_here.h"
#include "app/whole_file.h"

namespace kpwatch {

namespace {

constexpr const char* sentFile = "telling-sent.json";
constexpr std::chrono::seconds soonest{1};
constexpr std::chrono::hours latest{12}; // a timer of Qt counts milliseconds in an int

// What cannot be read counts as never sent: then it is told once more.
nlohmann::json sentBefore(const std::filesystem::path& directory) {
    try {
        return nlohmann::json::parse(readInputFile(directory / sentFile), nullptr, false);
    } catch (const InputError&) {
        return {};
    }
}

} // namespace

Despatch::Despatch(const Settings& settings, std::filesystem::path directory, CourierOptions options, QObject* parent)
    : QObject(parent), m_settings(settings), m_directory(std::move(directory)), m_options(std::move(options)) {
    m_due.setSingleShot(true);
    connect(&m_due, &QTimer::timeout, this, &Despatch::answerWanted);
    const nlohmann::json before = sentBefore(m_directory);
    for (const ChannelKind kind : channelKinds)
        if (before.is_object() && before.contains(nameOf(kind))) {
            m_outboxes[kind].restore(before[nameOf(kind)]);
            m_delivered[kind] = m_outboxes[kind].state().dump();
        }
    connect(this, &Despatch::bell, this, &Despatch::keepDelivered, Qt::QueuedConnection);
}

Despatch::~Despatch() = default;

CourierOptions Despatch::courierOptions() {
    CourierOptions options = m_options;
    options.bell = [this] { Q_EMIT bell(); };
    return options;
}

void Despatch::setChannels(const Channels& channels, const Secrets& secrets) {
    m_channels = channels;
    m_secrets = secrets;
    for (const ChannelKind kind : channelKinds) {
        std::unique_ptr<Courier>& courier = m_couriers[kind];
        if (!choiceOf(channels, kind).on) {
            courier.reset();
            continue;
        }
        if (courier == nullptr)
            courier = std::make_unique<Courier>(kind, courierOptions());
        courier->direct(m_channels, m_secrets, m_way);
    }
}

void Despatch::setWay(const WayOut& way) {
    if (way == m_way)
        return;
    m_way = way;
    for (const auto& [kind, courier] : m_couriers)
        if (courier != nullptr)
            courier->direct(m_channels, m_secrets, m_way);
}

OutboxRules Despatch::rulesOf(ChannelKind kind) const {
    return {choiceOf(m_channels, kind).least, std::chrono::minutes(m_channels.holdDown_min), m_channels.quiet};
}

void Despatch::take(const std::vector<AlertNews>& news, UtcTime now) {
    const Moment moment{now, minuteHere()};
    std::optional<UtcTime> due;
    for (const auto& [kind, courier] : m_couriers) {
        if (courier == nullptr || wrongWith(m_channels, m_secrets, kind) != WrongEntry::None)
            continue; // what is due stays due until it can go
        Outbox& outbox = m_outboxes[kind];
        if (auto letter = outbox.next(news, rulesOf(kind), m_settings, moment))
            courier->send(std::move(*letter));
        if (const auto at = outbox.dueAt(news, rulesOf(kind), m_settings, moment))
            due = std::min(due.value_or(*at), *at);
    }
    if (!due) {
        m_due.stop();
        return;
    }
    m_due.start(std::clamp<std::chrono::milliseconds>(std::chrono::ceil<std::chrono::milliseconds>(*due - now), soonest,
                                                      latest));
}

// What still waits is not told of: whoever ends meanwhile tells it at the next start.
void Despatch::keepDelivered() {
    const auto before = m_delivered;
    for (const auto& [kind, courier] : m_couriers)
        if (courier != nullptr && courier->status().waiting == 0)
            m_delivered[kind] = m_outboxes[kind].state().dump();
    if (m_delivered == before)
        return;
    nlohmann::json state;
    for (const auto& [kind, delivered] : m_delivered)
        state[nameOf(kind)] = nlohmann::json::parse(delivered);
    try {
        writeBesideRecord(m_directory / sentFile, state.dump() + '\n');
    } catch (const StorageError&) { // then a restart may tell it again: no reason not to tell it
    }
}

void Despatch::tryOne(ChannelKind kind, const Channels& channels, const Secrets& secrets, LetterItem trial) {
    m_trials[kind] = std::make_unique<Courier>(kind, courierOptions());
    m_trials[kind]->direct(channels, secrets, m_way);
    trial.kind = LetterKind::Trial;
    trial.incident = "trial";
    m_trials[kind]->send({utcNow(), {std::move(trial)}});
}

ChannelStatus Despatch::trialOf(ChannelKind kind) const {
    const auto found = m_trials.find(kind);
    return found == m_trials.end() ? ChannelStatus{.kind = kind} : found->second->status();
}

std::vector<ChannelStatus> Despatch::statuses() const {
    std::vector<ChannelStatus> statuses;
    for (const auto& [kind, courier] : m_couriers)
        if (courier != nullptr)
            statuses.push_back(courier->status());
    return statuses;
}

} // namespace kpwatch
