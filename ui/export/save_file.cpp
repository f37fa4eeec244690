// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/export/save_file.h"

#include "app/errors.h"

#include <QFileInfo>
#include <QSaveFile>
#include <QStandardPaths>

#include <cerrno>
#include <string>
#include <system_error>

namespace kpwatch {

void saveWhole(const QString& file, const QByteArray& bytes) {
    const auto refuse = [&](const std::string& why) {
        throw InputError(QDir::toNativeSeparators(file).toStdString() + " cannot be written (" + why +
                         "): choose another place");
    };
    if (QFileInfo(file).isDir())
        refuse("it is a folder");
    QSaveFile out(file);
    if (!out.open(QIODevice::WriteOnly))
        refuse(out.errorString().toStdString());
    // Of a disk that takes a part Qt says "Unknown error".
    if (out.write(bytes) != bytes.size() || !out.flush())
        refuse(std::generic_category().message(errno));
    if (!out.commit())
        refuse(out.errorString().toStdString());
}

QDir documentsFolder() {
    const QDir folder(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation));
    return folder.exists() ? folder : QDir::home(); // not every desktop has one
}

} // namespace kpwatch
