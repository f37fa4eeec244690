// SPDX-License-Identifier: GPL-3.0-or-later
// The program as it is met from outside: what it is given, and what it answers.
#pragma once

#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>

namespace kpwatch::test {

struct Answer {
    int code = -1;
    QString out, err;
    QJsonObject json() const { return QJsonDocument::fromJson(out.toUtf8()).object(); }
};

struct Call {
    QByteArray typed{};  // on standard input, which ends then
    QString config{};    // instead of the configuration folder of whoever runs the test
    bool display = true; // there is one
};

// Within a minute; a code of -1 is none.
inline Answer run(const QStringList& arguments, const Call& call = {}) {
    static const QTemporaryDir runtime; // Qt says a line of its own where this is missing
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("XDG_RUNTIME_DIR"), runtime.path());
    if (!call.config.isEmpty())
        environment.insert(QStringLiteral("XDG_CONFIG_HOME"), call.config);
    if (!call.display)
        for (const char* const name : {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"})
            environment.remove(QString::fromLatin1(name));
    QProcess process;
    process.setProcessEnvironment(environment);
    process.start(QStringLiteral(KPWATCH_EXECUTABLE), arguments);
    process.write(call.typed);
    process.closeWriteChannel();
    if (!process.waitForFinished(60'000) || process.exitStatus() != QProcess::NormalExit)
        return {};
    return {process.exitCode(), QString::fromUtf8(process.readAllStandardOutput()),
            QString::fromUtf8(process.readAllStandardError())};
}

} // namespace kpwatch::test
