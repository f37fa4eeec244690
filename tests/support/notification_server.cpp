// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/notification_server.h"

#include <algorithm>

namespace kpwatch::test {

NotificationServer::NotificationServer(const QString& bus_address) : m_name(QStringLiteral("notification-server")) {
    QDBusConnection bus = QDBusConnection::connectToBus(bus_address, m_name);
    bus.registerObject(QStringLiteral("/org/freedesktop/Notifications"), this,
                       QDBusConnection::ExportAllSlots | QDBusConnection::ExportAllSignals);
    bus.registerService(QStringLiteral("org.freedesktop.Notifications"));
}

NotificationServer::~NotificationServer() { QDBusConnection::disconnectFromBus(m_name); }

QStringList NotificationServer::titles() const {
    QStringList all;
    for (const Open& open : m_open)
        all << open.title;
    return all;
}

QStringList NotificationServer::bodies() const {
    QStringList all;
    for (const Open& open : m_open)
        all << open.body;
    return all;
}

QVariantMap NotificationServer::hints() const { return m_open.empty() ? QVariantMap() : m_open.back().hints; }

std::vector<NotificationServer::Open>::iterator NotificationServer::byTitle(const QString& title) {
    return std::find_if(m_open.begin(), m_open.end(), [&](const Open& open) { return open.title == title; });
}

void NotificationServer::closeByHand(const QString& title) {
    const auto open = byTitle(title);
    constexpr uint dismissed = 2;
    Q_EMIT NotificationClosed(open->id, dismissed);
    m_open.erase(open);
}

void NotificationServer::click(const QString& title) {
    Q_EMIT ActionInvoked(byTitle(title)->id, QStringLiteral("default"));
}

uint NotificationServer::Notify(const QString& /*app*/, uint replaces, const QString& /*icon*/, const QString& title,
                                const QString& body, const QStringList& /*actions*/, const QVariantMap& hints,
                                int /*expires*/) {
    m_ever << title;
    for (Open& open : m_open)
        if (open.id == replaces) {
            open = {replaces, title, body, hints};
            return replaces;
        }
    m_open.push_back({++m_last, title, body, hints});
    return m_last;
}

void NotificationServer::CloseNotification(uint id) {
    std::erase_if(m_open, [id](const Open& open) { return open.id == id; });
    constexpr uint byCall = 3;
    Q_EMIT NotificationClosed(id, byCall);
}

} // namespace kpwatch::test
