// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tell/private_file.h"

#include "app/errors.h"
#include "app/private_directory.h"

#include <QSaveFile>

namespace kpwatch {

void writePrivately(const std::filesystem::path& file, const std::string& text) {
    (void)makeDirectoryForOneself(file.parent_path()); // if it fails, so does what is written into it
    QSaveFile out(QString::fromStdString(file.string()));
    if (!out.open(QIODevice::WriteOnly) || !out.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner) ||
        out.write(text.data(), static_cast<qint64>(text.size())) < 0 || !out.commit())
        throw StorageError(file.string() + " could not be written (" + out.errorString().toStdString() +
                           "): make room, or choose another directory with --history.");
}

} // namespace kpwatch
