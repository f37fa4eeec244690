// SPDX-License-Identifier: GPL-3.0-or-later
// Asks the system to stay awake while we watch, and to be told in time when it sleeps all the same: logind's inhibitors
// (org.freedesktop.login1(5)) and UPower over D-Bus. Never blocks and never fails: where there is nobody to ask, its
// state says so. GUI (or main) thread.
#pragma once

#include "app/story/notice.h"

#include <QDBusConnection>
#include <QDBusUnixFileDescriptor>
#include <QObject>

#include <optional>

namespace kpwatch {

class SleepGuard : public QObject {
    Q_OBJECT
  public:
    // `bus_address` is that of a message bus (DBUS_SYSTEM_BUS_ADDRESS has the form); empty for the system's.
    explicit SleepGuard(const QString& bus_address = {}, QObject* parent = nullptr);
    ~SleepGuard() override; // gives up all locks

    // While watching, sleep is delayed until readyToSleep(); and prevented, if that is wanted and the power cord is in.
    void setWatching(bool watching);
    void setWanted(bool wanted);
    KeepAwake state() const;

    void readyToSleep(); // what had to be written before the sleep is written

  Q_SIGNALS:
    void changed(); // state() has
    void sleepComes();
    void awake(); // after sleepComes(), whether or not it has slept

  private Q_SLOTS:
    void onPrepareForSleep(bool begins);
    void onPowerChanged(const QString& interface, const QVariantMap& properties, const QStringList& invalidated);

  private:
    enum class Ask { Nothing, SleepAndIdle, Idle, Refused };

    void askOnBattery();
    void setOnBattery(bool on_battery);
    void reconcile();
    void askToStayAwake(Ask what);
    void askForDelay();
    void tellChange();

    QString m_name; // of our connection
    QDBusConnection m_bus;
    bool m_wanted = false, m_watching = false, m_onBattery = false, m_askingDelay = false;
    Ask m_asking = Ask::Nothing;
    int m_round = 0; // answers to what was asked in an earlier one come too late
    std::optional<QDBusUnixFileDescriptor> m_block, m_delay; // closing one gives up the lock
    KeepAwake m_told = KeepAwake::Off;
};

} // namespace kpwatch
