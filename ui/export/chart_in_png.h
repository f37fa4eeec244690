// SPDX-License-Identifier: GPL-3.0-or-later
// What stands in the text chunks of a PNG that was saved here: the chart as a value. The file may be anybody's. Any
// thread.
#pragma once

#include "app/evidence/chart_export.h"

#include <QString>

class QIODevice;

namespace kpwatch {

inline constexpr const char* chartKey = "KPWatch"; // of the text chunk

// Only the chunks before the pixels are looked at, by nobody but us: libpng takes as much memory as a chunk says that
// it wants. Nothing is read of files larger than 64 MiB. Throws InputError naming the file: it is no PNG, none of ours,
// or damaged.
ChartExport readChart(const QString& file);
// The same of what is open already; `name` is how it is called in errors.
ChartExport chartIn(QIODevice& png, const std::string& name);

} // namespace kpwatch
