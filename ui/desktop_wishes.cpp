// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desktop_wishes.h"

#include "ui/style.h"

#include <QApplication>
#include <QPalette>

#include <optional>

#ifdef QT_DBUS_LIB
#include <QDBusConnection>
#include <QDBusError>
#include <QDBusMessage>
#include <QDBusVariant>
#endif

namespace kpwatch {

namespace {

// XDG desktop portal, Settings: org.freedesktop.appearance, and what GNOME hands on of its own.
std::optional<QVariant> portalSays(const char* group, const char* key) {
#ifdef QT_DBUS_LIB
    static bool waitedInVain = false; // for a portal that hangs: once is enough, for the window waits as well
    if (waitedInVain)
        return std::nullopt;
    QDBusMessage call = QDBusMessage::createMethodCall(
        QStringLiteral("org.freedesktop.portal.Desktop"), QStringLiteral("/org/freedesktop/portal/desktop"),
        QStringLiteral("org.freedesktop.portal.Settings"), QStringLiteral("Read"));
    call << QVariant(QLatin1String(group)) << QVariant(QLatin1String(key));
    constexpr int patience_ms = 300; // at start-up, on the GUI thread
    const QDBusMessage reply = QDBusConnection::sessionBus().call(call, QDBus::Block, patience_ms);
    waitedInVain = QDBusError(reply).type() == QDBusError::NoReply;
    if (reply.type() != QDBusMessage::ReplyMessage || reply.arguments().isEmpty())
        return std::nullopt;
    QVariant value = reply.arguments().constFirst();
    while (value.canConvert<QDBusVariant>()) // Read wraps the value twice
        value = value.value<QDBusVariant>().variant();
    return value;
#else
    Q_UNUSED(group)
    Q_UNUSED(key)
    return std::nullopt;
#endif
}

constexpr const char* appearance = "org.freedesktop.appearance";

std::optional<unsigned> appearanceOf(const char* key) {
    const std::optional<QVariant> value = portalSays(appearance, key);
    bool number = false;
    const unsigned said = value ? value->toUInt(&number) : 0;
    return number ? std::optional(said) : std::nullopt;
}

} // namespace

// color-scheme: 0 no preference, 1 dark, 2 light.
bool desktopPrefersDark() {
    if (const std::optional<unsigned> scheme = appearanceOf("color-scheme"); scheme && *scheme != 0)
        return *scheme == 1;
    const QPalette palette = QApplication::palette();
    return palette.color(QPalette::Window).lightness() < palette.color(QPalette::WindowText).lightness();
}

// contrast: 0 no preference, 1 higher; of GNOME before it had that, a switch of its own.
bool desktopPrefersContrast() {
    if (const std::optional<unsigned> contrast = appearanceOf("contrast"); contrast && *contrast != 0)
        return true;
    const std::optional<QVariant> ours = portalSays("org.gnome.desktop.a11y.interface", "high-contrast");
    return ours && ours->toBool();
}

// reduced-motion: 0 no preference, 1 reduced.
bool desktopPrefersStillness() {
    if (const std::optional<unsigned> motion = appearanceOf("reduced-motion"))
        return *motion == 1;
    const std::optional<QVariant> moves = portalSays("org.gnome.desktop.interface", "enable-animations");
    return moves && !moves->toBool();
}

void setStill(bool wanted) {
    static const int usualFlash = QApplication::cursorFlashTime();
    static std::optional<bool> now;
    if (now == wanted)
        return; // a style that is set goes through every widget
    now = wanted;
    QApplication::setStyle(new Style(wanted));
    QApplication::setCursorFlashTime(wanted ? 0 : usualFlash);
    if (wanted)
        for (const Qt::UIEffect effect : {Qt::UI_AnimateMenu, Qt::UI_FadeMenu, Qt::UI_AnimateCombo,
                                          Qt::UI_AnimateTooltip, Qt::UI_FadeTooltip, Qt::UI_AnimateToolBox})
            QApplication::setEffectEnabled(effect, false);
}

} // namespace kpwatch
