// SPDX-License-Identifier: GPL-3.0-or-later
// A message bus of the test's own, with a logind and a UPower on it that do as they are told. One thread.
#pragma once

#include <QDBusConnection>
#include <QDBusContext>
#include <QDBusUnixFileDescriptor>
#include <QProcess>
#include <QStringList>
#include <QTemporaryDir>

#include <memory>
#include <vector>

namespace kpwatch::test {

class FakeLogind : public QObject, protected QDBusContext {
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.login1.Manager")
  public:
    ~FakeLogind() override;
    // Whether somebody holds such a lock now.
    bool holds(const char* what, const char* mode) const;
    QStringList refused; // "sleep:idle/block"

  public Q_SLOTS:
    QDBusUnixFileDescriptor Inhibit(const QString& what, const QString& who, const QString& why, const QString& mode);

  Q_SIGNALS:
    void PrepareForSleep(bool start); // NOLINT(readability-identifier-naming): logind's name

  private:
    struct Lock {
        QString what, mode;
        int fd; // the read end: at its end when nobody holds the lock any more
    };
    std::vector<Lock> m_locks;
};

class FakePower : public QObject {
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.UPower")
    Q_PROPERTY(bool OnBattery MEMBER onBattery)
  public:
    bool onBattery = false;
};

// dbus-daemon(1) as a child process.
class PrivateBus {
  public:
    PrivateBus();
    ~PrivateBus();
    bool running() const { return m_running; } // false: it is not installed
    QString address() const { return m_address; }

    // A new logind and UPower in place of those before.
    void bringServices();
    void takeAway(const char* service); // "org.freedesktop.UPower"
    void setOnBattery(bool on);
    FakeLogind& logind() { return *m_logind; }
    FakePower& power() { return *m_power; }

  private:
    QTemporaryDir m_dir;
    QString m_address;
    QProcess m_daemon;
    bool m_running = false;
    std::unique_ptr<FakeLogind> m_logind;
    std::unique_ptr<FakePower> m_power;
};

} // namespace kpwatch::test
