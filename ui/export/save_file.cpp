// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/export/save_file.h"

#include "app/errors.h"

#include <QDir>
#include <QFileInfo>
#include <QSaveFile>

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

} // namespace kpwatch
