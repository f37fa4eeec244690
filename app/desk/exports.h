// SPDX-License-Identifier: GPL-3.0-or-later
// What went out: every file that was handed on, when, under which headline and with which numbers, so that it is seen
// later whether the numbers still hold. A file of its own beside the record, in no seal, backup or pack; erased with
// everything. Any program may write it, one at a time. Values; one thread per object.
#pragma once

#include "probes/utc_time.h"

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace kpwatch {

struct ExportNumber { // one figure that stands in the file: "kcna", "29520 s"
    std::string name, value;
    bool operator==(const ExportNumber&) const = default;
};

struct Exported {
    std::int64_t id = 0; // from 1; given by the store
    UtcTime at;
    std::string file;     // its path, absolute
    std::string kind;     // "chart", "pack", "copy"
    std::string incident; // its id; empty: of a range
    std::string headline;
    std::vector<ExportNumber> numbers;
    std::string again; // what it is made again from, JSON of its kind: of a chart chartExportText()
    bool operator==(const Exported&) const = default;
};

inline constexpr std::size_t mostExported = 1000; // the oldest go first

class Exports {
  public:
    // Of the record in DIR; the file is DIR/exports.json, made with the first entry.
    explicit Exports(std::filesystem::path directory);

    // In the order they went out. All throw StorageError, if the file cannot be read or written.
    std::vector<Exported> all() const;
    // Its id. The same file written again is a new entry: the list says what was handed on, not what lies there now.
    std::int64_t add(Exported exported) const;
    bool erase(std::int64_t id) const; // false if there is none

  private:
    std::filesystem::path m_file;
};

// Which numbers are not what they were: "kcna: 29520 s, now 29460 s". Those that are there on one side only count too.
std::vector<std::string> changedNumbers(const std::vector<ExportNumber>& then, const std::vector<ExportNumber>& now);

// Of a chart of an order, whose numbers once went by labels in the language of the day: what stands in both with the
// same value goes by its name of now.
std::vector<ExportNumber> withNamesOf(const std::vector<ExportNumber>& now, std::vector<ExportNumber> then);

} // namespace kpwatch
