// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desk/own_file.h"

#include "app/errors.h"
#include "app/whole_file.h"

#include <QFile>

#include <unistd.h>

namespace kpwatch {

namespace {

constexpr int lockWaitMs = 2000;
constexpr qint64 largestFile = 64 * 1024 * 1024;

QString nameOf(const std::filesystem::path& file) { return QString::fromStdString(file.string()); }

StorageError trouble(const std::filesystem::path& file, const QString& reason) {
    return StorageError(file.string() + " cannot be used (" + reason.toStdString() +
                        "): make it readable and writable for yourself, or move it away.");
}

// What has lost its name must not be read from the disk either.
void overwrite(QFile& old) {
    const QByteArray zeros(static_cast<qsizetype>(old.size()), '\0');
    old.seek(0);
    old.write(zeros);
    old.flush();
    ::fsync(old.handle());
}

} // namespace

OwnFile::Locked::Locked(const OwnFile& file) : m_lock(nameOf(file.m_file) + QStringLiteral(".lock")) {
    if (!m_lock.tryLock(lockWaitMs))
        throw trouble(file.m_file, QStringLiteral("another program is writing it"));
}

nlohmann::json OwnFile::read() const {
    QFile file(nameOf(m_file));
    if (!file.exists())
        return nlohmann::json::array();
    if (!file.open(QIODevice::ReadOnly) || file.size() > largestFile)
        throw trouble(m_file, file.errorString());
    const auto json = nlohmann::json::parse(file.readAll().toStdString(), nullptr, false);
    if (!json.is_object() || !json.contains(m_key) || !json[m_key].is_array())
        throw trouble(m_file, QStringLiteral("it holds no %1").arg(QLatin1String(m_key)));
    return json[m_key];
}

void OwnFile::write(const nlohmann::ordered_json& list) const {
    QFile old(nameOf(m_file));
    if (old.exists() && !old.open(QIODevice::ReadWrite))
        throw trouble(m_file, old.errorString());
    writeBesideRecord(m_file, nlohmann::ordered_json{{m_key, list}}.dump(1) + "\n");
    if (old.isOpen())
        overwrite(old);
}

void OwnFile::eraseAll() const {
    QFile file(nameOf(m_file));
    if (!file.exists())
        return;
    if (!file.open(QIODevice::ReadWrite))
        throw trouble(m_file, file.errorString());
    overwrite(file);
    if (!file.remove())
        throw trouble(m_file, file.errorString());
}

} // namespace kpwatch
