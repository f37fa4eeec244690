// SPDX-License-Identifier: GPL-3.0-or-later
// What a command hands on, and the list of it. Included by ui/cli and main; as each command, in one thread.
#pragma once

#include "app/evidence/pack.h"
#include "ui/cli/commands.h"
#include "ui/evidence/went_out.h"
#include "ui/export/chart_file.h"

namespace kpwatch {

// Adds an entry. That a file went out is not undone by a list that cannot be written: then it is said on standard
// error.
void noteExport(const std::filesystem::path& history, Exported exported);

// Nothing if there is no such incident.
std::optional<ComposedChart> composedChart(const CommonOptions& common, const ChartOptions& options);
// Writes the file, whole or not at all, over what is there; and notes that it went out. Throws InputError.
void saveComposed(const CommonOptions& common, const ComposedChart& chart, const std::filesystem::path& output);
// Packs, and notes that it went out; nothing if it was stopped. Throws what packIncident throws.
std::optional<PackMade> savedPack(const CommonOptions& common, const EvidenceOptions& options, const PackWork& work);

// Newest first; as far as it came when it was stopped.
std::vector<WentOut> wentOut(const CommonOptions& common, const PackWork& work = {});
// Makes it once more, beside the first; without a logo that cannot be read. Throws InputError, StorageError.
Remade madeAgain(const CommonOptions& common, const Exported& exported, const PackWork& work = {});

} // namespace kpwatch
