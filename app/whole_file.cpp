// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/whole_file.h"

#include "app/errors.h"
#include "app/private_directory.h"

#include <QSaveFile>

namespace kpwatch {

void writeWhole(const std::filesystem::path& file, std::string_view text, std::string_view way_out) {
    if (file.has_parent_path())
        (void)makeDirectoryForOneself(file.parent_path()); // if it fails, so does what is written into it
    QSaveFile next(QString::fromStdString(file.string()));
    const auto length = static_cast<qint64>(text.size());
    if (!next.open(QIODevice::WriteOnly) || !next.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner) ||
        next.write(text.data(), length) != length || !next.commit())
        throw StorageError(file.string() + " could not be written (" + next.errorString().toStdString() +
                           "): " + std::string(way_out));
}

void writeBesideRecord(const std::filesystem::path& file, std::string_view text) {
    writeWhole(file, text, "make room, or choose another directory with --history.");
}

} // namespace kpwatch
