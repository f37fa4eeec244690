// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tell/desktop_messages.h"

#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QVariantMap>

#include <atomic>

namespace kpwatch {

namespace {

QString service() { return QStringLiteral("org.freedesktop.Notifications"); }
QString path() { return QStringLiteral("/org/freedesktop/Notifications"); }
QString openAction() { return QStringLiteral("default"); } // a click on the message itself

QDBusMessage call(const char* method) {
    return QDBusMessage::createMethodCall(service(), path(), service(), QString::fromLatin1(method));
}

QString ownName() {
    static std::atomic<int> count = 0;
    return QStringLiteral("kpwatch-messages-%1").arg(++count);
}

QVariantMap hintsOf(const DesktopMessage& message) {
    return {{QStringLiteral("urgency"), QVariant::fromValue(static_cast<uchar>(message.urgency))},
            {QStringLiteral("suppress-sound"), true},
            {QStringLiteral("desktop-entry"), QStringLiteral("org.kpwatch.kpwatch")}};
}

} // namespace

DesktopMessages::DesktopMessages(const QString& bus_address, QObject* parent)
    : QObject(parent), m_name(ownName()),
      m_bus(bus_address.isEmpty() ? QDBusConnection::connectToBus(QDBusConnection::SessionBus, m_name)
                                  : QDBusConnection::connectToBus(bus_address, m_name)) {
    m_available = m_bus.isConnected();
    if (!m_available)
        return;
    m_bus.connect(service(), path(), service(), QStringLiteral("NotificationClosed"), this, SLOT(onClosed(uint, uint)));
    m_bus.connect(service(), path(), service(), QStringLiteral("ActionInvoked"), this, SLOT(onAction(uint, QString)));
    // The bus answers it itself, before it hands on what follows.
    auto* const bus =
        new QDBusPendingCallWatcher(m_bus.asyncCall(QDBusMessage::createMethodCall(
                                        QStringLiteral("org.freedesktop.DBus"), QStringLiteral("/org/freedesktop/DBus"),
                                        QStringLiteral("org.freedesktop.DBus"), QStringLiteral("GetId"))),
                                    this);
    connect(bus, &QDBusPendingCallWatcher::finished, this, [this, bus] {
        bus->deleteLater();
        m_busId = QDBusPendingReply<QString>(*bus).value();
    });
    auto* const watcher = new QDBusPendingCallWatcher(m_bus.asyncCall(call("GetCapabilities")), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher] {
        watcher->deleteLater();
        const QDBusPendingReply<QStringList> reply = *watcher;
        m_available = !reply.isError();
        m_ready = true;
        meet(m_available && !m_busId.isEmpty() ? m_busId + QLatin1Char(' ') + reply.reply().service() : QString());
        if (m_available)
            m_capabilities = reply.value();
        for (auto& [key, shown] : m_shown)
            if (shown.next && m_available)
                send(key, *std::exchange(shown.next, std::nullopt));
    });
}

DesktopMessages::~DesktopMessages() { QDBusConnection::disconnectFromBus(m_name); }

// The same name on another bus, or another server, counts its messages anew.
void DesktopMessages::meet(const QString& server) {
    m_server = server;
    if (m_server.isEmpty() || m_server != m_serverBefore)
        for (auto& [key, shown] : m_shown)
            shown.id = 0;
}

void DesktopMessages::takeOver(const std::map<QString, uint>& numbers, const QString& server) {
    m_serverBefore = server;
    for (const auto& [key, number] : numbers)
        m_shown[key] = {.id = number, .left = true};
}

std::map<QString, uint> DesktopMessages::numbers() const {
    std::map<QString, uint> numbers;
    for (const auto& [key, shown] : m_shown)
        if (!shown.withdrawn)
            numbers.emplace(key, shown.id);
    return numbers;
}

void DesktopMessages::show(const QString& key, const DesktopMessage& message) {
    Shown& shown = m_shown[key];
    shown.withdrawn = false;
    if ((shown.closed || shown.left) && !message.insists)
        return;
    if (!m_ready || shown.asked)
        shown.next = message;
    else if (m_available)
        send(key, message);
}

void DesktopMessages::send(const QString& key, const DesktopMessage& message) {
    Shown& shown = m_shown[key];
    shown.asked = true;
    shown.closed = shown.left = false;
    const bool markup = m_capabilities.contains(QStringLiteral("body-markup"));
    const bool actions = m_capabilities.contains(QStringLiteral("actions"));
    QDBusMessage notify = call("Notify");
    notify << QStringLiteral("KPWatch") << shown.id << QStringLiteral("org.kpwatch.kpwatch") << message.title
           << (markup ? message.body.toHtmlEscaped() : message.body)
           << (actions ? QStringList{openAction(), tr("Open")} : QStringList()) << hintsOf(message) << -1;
    auto* const watcher = new QDBusPendingCallWatcher(m_bus.asyncCall(notify), this);
    // The key may be another by the time of the answer.
    watcher->setProperty("key", key);
    watcher->setObjectName(QStringLiteral("notify"));
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher] {
        watcher->deleteLater();
        const QDBusPendingReply<uint> reply = *watcher;
        answered(watcher->property("key").toString(), reply.isError() ? 0 : reply.value());
    });
}

void DesktopMessages::answered(const QString& key, uint id) {
    const auto found = m_shown.find(key);
    if (found == m_shown.end())
        return;
    Shown& shown = found->second;
    shown.asked = false;
    shown.id = id;
    Q_EMIT numbered();
    if (shown.withdrawn) {
        close(id);
        m_shown.erase(found);
    } else if (shown.next) {
        send(key, *std::exchange(shown.next, std::nullopt));
    }
}

void DesktopMessages::rename(const QString& key, const QString& to) {
    if (key == to || !m_shown.contains(key))
        return;
    auto node = m_shown.extract(key);
    node.key() = to;
    m_shown.insert(std::move(node));
    for (QDBusPendingCallWatcher* const asked : findChildren<QDBusPendingCallWatcher*>(QStringLiteral("notify")))
        if (asked->property("key").toString() == key)
            asked->setProperty("key", to);
}

void DesktopMessages::withdraw(const QString& key) {
    const auto found = m_shown.find(key);
    if (found == m_shown.end())
        return;
    Shown& shown = found->second;
    shown.next.reset();
    if (shown.asked) {
        shown.withdrawn = true;
        return;
    }
    if (shown.id != 0 && !shown.closed && m_ready)
        close(shown.id);
    m_shown.erase(found);
}

void DesktopMessages::close(uint id) {
    QDBusMessage message = call("CloseNotification");
    message << id;
    m_bus.send(message); // nobody waits for its answer
}

DesktopMessages::Shown* DesktopMessages::known(uint id, QString& key) {
    for (auto& [name, shown] : m_shown)
        if (id != 0 && shown.id == id) {
            key = name;
            return &shown;
        }
    return nullptr;
}

void DesktopMessages::onClosed(uint id, uint /*reason*/) {
    QString key;
    Shown* const shown = known(id, key);
    if (shown == nullptr)
        return;
    shown->closed = true;
    shown->id = 0; // its number may be given to somebody else's message
    Q_EMIT numbered();
}

void DesktopMessages::onAction(uint id, const QString& action) {
    QString key;
    if (known(id, key) != nullptr && action == openAction())
        Q_EMIT opened(key);
}

} // namespace kpwatch
