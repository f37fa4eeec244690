// SPDX-License-Identifier: GPL-3.0-or-later
// How watching goes on although its record is damaged: the damaged file is set aside as it is, a fresh one takes its
// place at once, and what could be salvaged meanwhile (doctor.h) is joined with it afterwards. DIR/history.repairing
// names what waits for that, so that a crash at any moment loses nothing of it. By the writer only, its history closed.
#pragma once

#include "app/errors.h"
#include "probes/utc_time.h"

#include <filesystem>
#include <stop_token>
#include <string>
#include <vector>

namespace kpwatch {

// Whether a failure means that the file itself is damaged, rather than the disk full or somebody in the way.
bool tellsDamage(const StorageError& error);

// Renames history.db, -wal and -shm to history.corrupt-<UTC>.db*, bit for bit, and makes a fresh history that keeps, as
// far as they could still be read, the vantage's name, the latest consent and the vantage epoch. Returns the kept file.
// Takes milliseconds. Throws WriterBusyError, StorageError.
std::filesystem::path makeRoom(const std::filesystem::path& directory, UtcTime now);

// The kept files that wait, oldest first.
std::vector<std::filesystem::path> awaitingRepair(const std::filesystem::path& directory);

// Finishes what a crash interrupted; a writer calls it before it opens. Under the writer's lock.
void finishSettingAside(const std::filesystem::path& directory);

struct Repair; // doctor.h

// Salvages all that waits, and what backups still have of it, into a file beside the record. Takes as long as the
// record is big; touches nothing that is in use. Any thread. Throws WriterBusyError while another does the same, and
// StorageError, also once `stop` is asked for.
Repair salvageBeside(const std::filesystem::path& directory, UtcTime now, const std::stop_token& stop = {});
// Joins the record with what salvageBeside() made, which becomes the record; short, for only what was seen since
// makeRoom() is moved. Throws WriterBusyError, StorageError; then both are as before.
void joinSalvaged(const std::filesystem::path& directory);
// Both, for a program that does not record: nobody else may meanwhile. Throws WriterBusyError, StorageError.
Repair repairSetAside(const std::filesystem::path& directory, UtcTime now);

} // namespace kpwatch
