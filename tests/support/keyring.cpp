// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/keyring.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QStandardPaths>
#include <QtTest>

using namespace Qt::StringLiterals;

namespace kpwatch::test {

namespace {

constexpr const char* daemonName = "gnome-keyring-daemon";

} // namespace

Keyring::Keyring() {
    if (QStandardPaths::findExecutable(QString::fromLatin1(daemonName)).isEmpty()) {
        m_missing = u"gnome-keyring is not installed (Debian package gnome-keyring): tests/run.sh installs it"_s;
        return;
    }
    m_bus.emplace();
    if (!m_bus->running())
        m_missing = u"dbus-daemon is not installed (Debian package dbus)"_s;
    QDir(home()).mkpath(u"run"_s);
    QFile::setPermissions(path("run"), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
}

Keyring::~Keyring() { end(); }

QProcessEnvironment Keyring::environment() const {
    QProcessEnvironment own = QProcessEnvironment::systemEnvironment();
    own.insert(u"DBUS_SESSION_BUS_ADDRESS"_s, m_bus->address());
    own.insert(u"HOME"_s, home());
    own.insert(u"XDG_DATA_HOME"_s, path("data"));
    own.insert(u"XDG_CONFIG_HOME"_s, path("config"));
    own.insert(u"XDG_RUNTIME_DIR"_s, path("run"));
    own.insert(u"XDG_CURRENT_DESKTOP"_s, u"GNOME"_s);
    own.insert(u"QT_QPA_PLATFORM"_s, u"offscreen"_s);
    own.remove(u"DISPLAY"_s);
    return own;
}

bool Keyring::begin() {
    m_daemon.emplace();
    m_daemon->setProcessEnvironment(environment());
    m_daemon->setProcessChannelMode(QProcess::MergedChannels);
    m_daemon->start(QString::fromLatin1(daemonName), {u"--unlock"_s, u"--foreground"_s, u"--components=secrets"_s});
    if (!m_daemon->waitForStarted())
        return false;
    m_daemon->write("a password of the test");
    m_daemon->closeWriteChannel();
    const QDBusConnection bus = QDBusConnection::connectToBus(m_bus->address(), u"looks for the keychain"_s);
    const auto answers = [&bus] {
        return bus.call(QDBusMessage::createMethodCall(u"org.freedesktop.secrets"_s, u"/org/freedesktop/secrets"_s,
                                                       u"org.freedesktop.DBus.Peer"_s, u"Ping"_s))
                   .type() == QDBusMessage::ReplyMessage;
    };
    return QTest::qWaitFor(answers, 20'000);
}

void Keyring::end() {
    if (!m_daemon)
        return;
    m_daemon->terminate();
    if (m_daemon->state() != QProcess::NotRunning && !m_daemon->waitForFinished(5000)) {
        m_daemon->kill();
        m_daemon->waitForFinished(1000);
    }
    m_daemon.reset();
}

QStringList Keyring::filesWith(const QByteArray& text) const {
    QStringList found;
    QDirIterator files(home(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        if (!file.open(QIODevice::ReadOnly))
            continue;
        const QByteArray bytes = file.readAll();
        if (bytes.contains(text) || bytes.contains(text.toBase64()) || bytes.contains(text.toHex()))
            found << file.fileName();
    }
    return found;
}

} // namespace kpwatch::test
