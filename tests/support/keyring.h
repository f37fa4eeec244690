// SPDX-License-Identifier: GPL-3.0-or-later
// gnome-keyring as the secret service of a desktop, unlocked, on a bus and in a home of the test's own. One thread.
#pragma once

#include "tests/support/private_bus.h"

#include <QProcess>
#include <QTemporaryDir>

#include <optional>

namespace kpwatch::test {

class Keyring {
  public:
    Keyring();
    ~Keyring();
    QString missing() const { return m_missing; } // what is not installed here; empty: nothing
    bool begin();                                 // true: it answers; what it kept before is there again
    void end();

    QString path(const char* name) const { return m_home.filePath(QLatin1String(name)); }
    QString home() const { return m_home.path(); }
    // Of a program that finds this keychain and no other; it can ask nobody for a password.
    QProcessEnvironment environment() const;
    // Files below the home that hold the text as it is, in Base64 or in hexadecimal.
    QStringList filesWith(const QByteArray& text) const;

  private:
    QTemporaryDir m_home;
    QString m_missing;
    std::optional<PrivateBus> m_bus;
    std::optional<QProcess> m_daemon;
};

} // namespace kpwatch::test
