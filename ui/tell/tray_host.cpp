// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tell/tray_host.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusServiceWatcher>
#include <QGuiApplication>

#include <cstdlib>
#include <memory>
#include <string_view>
#include <xcb/xcb.h>

namespace kpwatch {

namespace {

QString service() { return QStringLiteral("org.kde.StatusNotifierWatcher"); }
QString path() { return QStringLiteral("/StatusNotifierWatcher"); }

template <typename Reply>
std::unique_ptr<Reply, decltype(&std::free)> freed(Reply* reply) {
    return {reply, &std::free};
}

// Of the freedesktop.org System Tray Protocol: who owns this selection takes icons in.
bool takesWindowsIn() {
    const auto* const x11 = qGuiApp->nativeInterface<QNativeInterface::QX11Application>();
    if (x11 == nullptr || x11->connection() == nullptr) // the second off screen
        return false;
    constexpr std::string_view selection = "_NET_SYSTEM_TRAY_S0";
    xcb_connection_t* const display = x11->connection();
    const auto asked = xcb_intern_atom(display, 1, static_cast<std::uint16_t>(selection.size()), selection.data());
    const auto atom = freed(xcb_intern_atom_reply(display, asked, nullptr));
    if (atom == nullptr || atom->atom == XCB_NONE)
        return false;
    const auto owner =
        freed(xcb_get_selection_owner_reply(display, xcb_get_selection_owner(display, atom->atom), nullptr));
    return owner != nullptr && owner->owner != XCB_NONE;
}

} // namespace

TrayHost::TrayHost(QObject* parent) : QObject(parent) {
    QDBusConnection bus = QDBusConnection::sessionBus();
    if (!bus.isConnected())
        return;
    auto* const watcher = new QDBusServiceWatcher(
        service(), bus, QDBusServiceWatcher::WatchForRegistration | QDBusServiceWatcher::WatchForUnregistration, this);
    connect(watcher, &QDBusServiceWatcher::serviceRegistered, this, &TrayHost::look);
    connect(watcher, &QDBusServiceWatcher::serviceUnregistered, this, [this] { setRegistered(false); });
    for (const char* const signal : {"StatusNotifierHostRegistered", "StatusNotifierHostUnregistered"})
        bus.connect(service(), path(), service(), QLatin1String(signal), this, SLOT(look()));
    look();
}

bool TrayHost::isThere() const { return m_registered || takesWindowsIn(); }

void TrayHost::look() {
    QDBusMessage message = QDBusMessage::createMethodCall(
        service(), path(), QStringLiteral("org.freedesktop.DBus.Properties"), QStringLiteral("Get"));
    message << service() << QStringLiteral("IsStatusNotifierHostRegistered");
    message.setAutoStartService(false);
    auto* const asked = new QDBusPendingCallWatcher(QDBusConnection::sessionBus().asyncCall(message), this);
    connect(asked, &QDBusPendingCallWatcher::finished, this, [this, asked] {
        asked->deleteLater();
        const QDBusPendingReply<QVariant> reply = *asked;
        setRegistered(!reply.isError() && reply.value().toBool());
    });
}

void TrayHost::setRegistered(bool registered) {
    if (registered == m_registered)
        return;
    m_registered = registered;
    Q_EMIT changed();
}

} // namespace kpwatch
