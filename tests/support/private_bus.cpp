// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/private_bus.h"

#include <QDBusMessage>
#include <QFile>

#include <algorithm>
#include <array>
#include <poll.h>
#include <unistd.h>

namespace kpwatch::test {

namespace {

QString services() { return QStringLiteral("services"); } // the name of our connection

} // namespace

FakeLogind::~FakeLogind() {
    for (const Lock& lock : m_locks)
        ::close(lock.fd);
}

bool FakeLogind::holds(const char* what, const char* mode) const {
    return std::any_of(m_locks.begin(), m_locks.end(), [&](const Lock& lock) {
        pollfd watched{lock.fd, POLLIN, 0};
        return lock.what == QLatin1String(what) && lock.mode == QLatin1String(mode) && ::poll(&watched, 1, 0) == 0;
    });
}

QDBusUnixFileDescriptor FakeLogind::Inhibit(const QString& what, const QString& who, const QString& why,
                                            const QString& mode) {
    std::array<int, 2> ends{};
    if (who.isEmpty() || why.isEmpty() || refused.contains(what + QLatin1Char('/') + mode) ||
        ::pipe(ends.data()) != 0) {
        sendErrorReply(QDBusError::AccessDenied, QStringLiteral("no"));
        return {};
    }
    m_locks.push_back({what, mode, ends[0]});
    QDBusUnixFileDescriptor given;
    given.giveFileDescriptor(ends[1]);
    return given;
}

PrivateBus::PrivateBus() : m_address(QStringLiteral("unix:path=") + m_dir.filePath(QStringLiteral("bus"))) {
    // No services of the system are started on it: who is not brought is not there.
    QFile config(m_dir.filePath(QStringLiteral("bus.conf")));
    if (!config.open(QIODevice::WriteOnly))
        return;
    config.write(QStringLiteral("<busconfig><type>session</type><listen>%1</listen><policy context=\"default\">"
                                "<allow send_destination=\"*\" eavesdrop=\"true\"/><allow eavesdrop=\"true\"/>"
                                "<allow own=\"*\"/></policy></busconfig>")
                     .arg(m_address)
                     .toUtf8());
    config.close();
    m_daemon.start(QStringLiteral("dbus-daemon"), {QStringLiteral("--config-file=") + config.fileName(),
                                                   QStringLiteral("--nofork"), QStringLiteral("--print-address")});
    if (m_daemon.waitForStarted())
        m_running = m_daemon.waitForReadyRead(20000); // it has printed: it listens
}

PrivateBus::~PrivateBus() {
    QDBusConnection::disconnectFromBus(services());
    if (m_daemon.state() == QProcess::NotRunning)
        return;
    m_daemon.terminate();
    m_daemon.waitForFinished();
}

void PrivateBus::bringServices() {
    QDBusConnection::disconnectFromBus(services());
    m_logind = std::make_unique<FakeLogind>();
    m_power = std::make_unique<FakePower>();
    QDBusConnection bus = QDBusConnection::connectToBus(m_address, services());
    const auto all = QDBusConnection::ExportAllContents;
    bus.registerObject(QStringLiteral("/org/freedesktop/login1"), m_logind.get(), all);
    bus.registerObject(QStringLiteral("/org/freedesktop/UPower"), m_power.get(), all);
    bus.registerService(QStringLiteral("org.freedesktop.login1"));
    bus.registerService(QStringLiteral("org.freedesktop.UPower"));
}

void PrivateBus::takeAway(const char* service) {
    QDBusConnection(services()).unregisterService(QString::fromLatin1(service));
}

void PrivateBus::setOnBattery(bool on) {
    m_power->onBattery = on;
    QDBusMessage signal = QDBusMessage::createSignal(QStringLiteral("/org/freedesktop/UPower"),
                                                     QStringLiteral("org.freedesktop.DBus.Properties"),
                                                     QStringLiteral("PropertiesChanged"));
    signal << QStringLiteral("org.freedesktop.UPower") << QVariantMap{{QStringLiteral("OnBattery"), on}}
           << QStringList();
    QDBusConnection(services()).send(signal);
}

} // namespace kpwatch::test
