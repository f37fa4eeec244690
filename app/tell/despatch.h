// SPDX-License-Identifier: GPL-3.0-or-later
// Tells the channels that are on what the alert rules say: what is due, through which courier, and what became of it.
// Only the program that records tells them, so that no message comes twice. GUI (or main) thread.
#pragma once

#include "app/tell/courier.h"
#include "app/tell/outbox.h"

#include <QObject>
#include <QTimer>

#include <map>

namespace kpwatch {

class Despatch : public QObject {
    Q_OBJECT
  public:
    // `settings` must outlive it. `directory` is that of the record: what was sent is remembered there.
    Despatch(const Settings& settings, std::filesystem::path directory, CourierOptions options = {},
             QObject* parent = nullptr);
    ~Despatch() override; // ends all deliveries, at once

    // In force at once; a channel that is off sends nothing more, also of what waits.
    void setChannels(const Channels& channels, const Secrets& secrets);
    void setWay(const WayOut& way);
    const Channels& channels() const { return m_channels; }
    const Secrets& secrets() const { return m_secrets; }

    void take(const std::vector<AlertNews>& news, UtcTime now);
    // A letter that says it is none, by what was entered just now.
    void tryOne(ChannelKind kind, const Channels& channels, const Secrets& secrets, LetterItem trial);
    ChannelStatus trialOf(ChannelKind kind) const;
    std::vector<ChannelStatus> statuses() const; // of those that are on

  Q_SIGNALS:
    void bell();         // a status changed; from another thread: connect queued
    void answerWanted(); // time alone has made something due: take() is awaited

  private:
    OutboxRules rulesOf(ChannelKind kind) const;
    CourierOptions courierOptions();
    void keepDelivered();

    const Settings& m_settings;
    const std::filesystem::path m_directory;
    const CourierOptions m_options;
    Channels m_channels;
    Secrets m_secrets;
    WayOut m_way;
    std::map<ChannelKind, Outbox> m_outboxes;
    std::map<ChannelKind, std::string> m_delivered; // their states with nothing under way: a start goes on from them
    QTimer m_due;
    std::map<ChannelKind, std::unique_ptr<Courier>> m_trials;
    std::map<ChannelKind, std::unique_ptr<Courier>> m_couriers; // of those that are on
};

} // namespace kpwatch
