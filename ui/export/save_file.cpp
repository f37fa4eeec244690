// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/export/save_file.h"

#include "app/errors.h"

#include <QFileInfo>
#include <QSaveFile>
#include <QStandardPaths>

namespace kpwatch {

void saveWhole(const QString& file, const QByteArray& bytes) {
    const auto refuse = [&](const QString& why) {
        throw InputError(QDir::toNativeSeparators(file).toStdString() + " cannot be written (" + why.toStdString() +
                         "): choose another place");
    };
    if (QFileInfo(file).isDir())
        refuse(QStringLiteral("it is a folder"));
    QSaveFile out(file);
    if (!out.open(QIODevice::WriteOnly) || out.write(bytes) != bytes.size() || !out.commit())
        refuse(out.errorString());
}

QDir documentsFolder() {
    const QDir folder(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation));
    return folder.exists() ? folder : QDir::home(); // not every desktop has one
}

} // namespace kpwatch
