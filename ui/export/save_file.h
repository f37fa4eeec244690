// SPDX-License-Identifier: GPL-3.0-or-later
// Files that leave: whole or not at all, and never over another one unasked. Any thread.
#pragma once

#include <QByteArray>
#include <QDir>
#include <QString>

namespace kpwatch {

// Throws InputError naming the file, what is in the way and the way out. What was there stays as it was then.
void saveWhole(const QString& file, const QByteArray& bytes);

// Where files of the person are offered to be saved and looked for: with the documents, or at home.
QDir documentsFolder();

} // namespace kpwatch
