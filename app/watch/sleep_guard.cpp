// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/watch/sleep_guard.h"

#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusVariant>

#include <atomic>
#include <functional>

namespace kpwatch {

namespace {

QString logind() { return QStringLiteral("org.freedesktop.login1"); }
QString logindPath() { return QStringLiteral("/org/freedesktop/login1"); }
QString logindManager() { return QStringLiteral("org.freedesktop.login1.Manager"); }
QString power() { return QStringLiteral("org.freedesktop.UPower"); }
QString powerPath() { return QStringLiteral("/org/freedesktop/UPower"); }
QString properties() { return QStringLiteral("org.freedesktop.DBus.Properties"); }
constexpr int answerWithin_ms = 5000;

QDBusConnection connected(const QString& address, const QString& name) {
    return address.isEmpty() ? QDBusConnection::connectToBus(QDBusConnection::SystemBus, name)
                             : QDBusConnection::connectToBus(address, name);
}

// Everybody on the computer can read who keeps it awake, and why: not a word about what is watched.
QDBusMessage inhibit(const char* what, const char* mode) {
    QDBusMessage call =
        QDBusMessage::createMethodCall(logind(), logindPath(), logindManager(), QStringLiteral("Inhibit"));
    call << QString::fromLatin1(what) << QStringLiteral("KPWatch") << QStringLiteral("Watching")
         << QString::fromLatin1(mode);
    return call;
}

void whenAnswered(QObject* owner, const QDBusPendingCall& call,
                  const std::function<void(const QDBusPendingCall&)>& then) {
    auto* const watcher = new QDBusPendingCallWatcher(call, owner);
    QObject::connect(watcher, &QDBusPendingCallWatcher::finished, owner, [watcher, then] {
        watcher->deleteLater();
        then(*watcher);
    });
}

QString ownName() {
    static std::atomic<int> count = 0;
    return QStringLiteral("kpwatch-sleep-guard-%1").arg(++count);
}

} // namespace

SleepGuard::SleepGuard(const QString& bus_address, QObject* parent)
    : QObject(parent), m_name(ownName()), m_bus(connected(bus_address, m_name)) {
    if (!m_bus.isConnected())
        return;
    m_bus.connect(logind(), logindPath(), logindManager(), QStringLiteral("PrepareForSleep"), this,
                  SLOT(onPrepareForSleep(bool)));
    m_bus.connect(power(), powerPath(), properties(), QStringLiteral("PropertiesChanged"), this,
                  SLOT(onPowerChanged(QString, QVariantMap, QStringList)));
    askOnBattery();
}

SleepGuard::~SleepGuard() { QDBusConnection::disconnectFromBus(m_name); }

void SleepGuard::setWatching(bool watching) {
    m_watching = watching;
    reconcile();
}

void SleepGuard::setWanted(bool wanted) {
    m_wanted = wanted;
    reconcile();
}

KeepAwake SleepGuard::state() const {
    if (!m_watching || !m_wanted)
        return KeepAwake::Off;
    if (m_onBattery)
        return KeepAwake::OnBattery;
    if (m_block)
        return KeepAwake::Held;
    return m_bus.isConnected() && m_asking != Ask::Refused ? KeepAwake::Off : KeepAwake::NotPossible;
}

// Without UPower there is no battery to spare.
void SleepGuard::askOnBattery() {
    QDBusMessage call = QDBusMessage::createMethodCall(power(), powerPath(), properties(), QStringLiteral("Get"));
    call << power() << QStringLiteral("OnBattery");
    whenAnswered(this, m_bus.asyncCall(call, answerWithin_ms), [this](const QDBusPendingCall& answer) {
        const QDBusPendingReply<QDBusVariant> reply = answer;
        if (reply.isValid())
            setOnBattery(reply.value().variant().toBool());
    });
}

void SleepGuard::onPowerChanged(const QString& /*interface*/, const QVariantMap& changed_ones,
                                const QStringList& invalidated) {
    const QString key = QStringLiteral("OnBattery");
    if (changed_ones.contains(key))
        setOnBattery(changed_ones.value(key).toBool());
    else if (invalidated.contains(key))
        askOnBattery();
}

void SleepGuard::setOnBattery(bool on_battery) {
    m_onBattery = on_battery;
    reconcile();
}

void SleepGuard::reconcile() {
    if (!m_watching || !m_wanted || m_onBattery) {
        m_block.reset();
        m_asking = Ask::Nothing;
        ++m_round;
    } else if (m_bus.isConnected() && !m_block && m_asking == Ask::Nothing) {
        askToStayAwake(Ask::SleepAndIdle);
    }
    if (!m_watching)
        m_delay.reset();
    else
        askForDelay();
    tellChange();
}

// Keeping everything from putting the computer to sleep needs a right that only the person at it has; keeping idleness
// from doing so does not (org.freedesktop.login1.inhibit-block-sleep, -idle).
void SleepGuard::askToStayAwake(Ask what) {
    m_asking = what;
    const QDBusMessage call = inhibit(what == Ask::SleepAndIdle ? "sleep:idle" : "idle", "block");
    whenAnswered(this, m_bus.asyncCall(call, answerWithin_ms),
                 [this, what, round = m_round](const QDBusPendingCall& answer) {
                     const QDBusPendingReply<QDBusUnixFileDescriptor> reply = answer;
                     if (round != m_round)
                         return; // not wanted any more; the lock, if there is one, goes with the reply
                     if (reply.isValid()) {
                         m_block = reply.value();
                         m_asking = Ask::Nothing;
                     } else if (what == Ask::SleepAndIdle) {
                         askToStayAwake(Ask::Idle);
                     } else {
                         m_asking = Ask::Refused;
                     }
                     tellChange();
                 });
}

void SleepGuard::askForDelay() {
    if (!m_bus.isConnected() || m_delay || m_askingDelay)
        return;
    m_askingDelay = true;
    whenAnswered(this, m_bus.asyncCall(inhibit("sleep", "delay"), answerWithin_ms),
                 [this](const QDBusPendingCall& answer) {
                     const QDBusPendingReply<QDBusUnixFileDescriptor> reply = answer;
                     m_askingDelay = false;
                     if (reply.isValid() && m_watching)
                         m_delay = reply.value();
                 });
}

void SleepGuard::readyToSleep() { m_delay.reset(); }

void SleepGuard::onPrepareForSleep(bool begins) {
    if (begins) {
        Q_EMIT sleepComes();
        return;
    }
    reconcile(); // a new delay for the next sleep
    Q_EMIT awake();
}

void SleepGuard::tellChange() {
    if (m_told == state())
        return;
    m_told = state();
    Q_EMIT changed();
}

} // namespace kpwatch
