// SPDX-License-Identifier: GPL-3.0-or-later
// The reporter's own notes and links about incidents: a file of their own beside the record, in no seal, backup, export
// or pack, and erased for good. Any program may write it, one at a time. Values; one thread per object.
#pragma once

#include "probes/utc_time.h"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kpwatch {

enum class NoteKind { Text, Link };

struct Note {
    std::int64_t id = 0; // from 1; given by the store
    UtcTime at;
    std::string incident; // as it was called then
    NoteKind kind = NoteKind::Text;
    std::string text;                 // or the address of the link
    std::optional<UtcTime> changed{}; // when it became what it says now; empty: as it was written
    bool operator==(const Note&) const = default;
};

inline constexpr std::size_t longestNote = 10'000; // bytes

// A text that is nothing but the address of a page is a link.
NoteKind noteKindOf(std::string_view text);

class Notes {
  public:
    // Of the record in DIR; the file is DIR/notes.json, made with the first note.
    explicit Notes(std::filesystem::path directory);

    // In the order they were made. All throw StorageError, if the file cannot be read or written.
    std::vector<Note> all() const;
    // Its id. Throws InputError if it is empty, too long, or a link that is none of http or https.
    std::int64_t add(Note note) const;
    // It says `text` from now on, and nothing is left of what it said, as after erasing. False if there is none; throws
    // as add().
    bool change(std::int64_t id, const std::string& text, UtcTime now) const;
    // False if there is none. What it said is overwritten before the old file goes: on a disk that keeps old copies by
    // itself (a snapshot, a file system that copies on writing) that is as far as a program can reach.
    bool erase(std::int64_t id) const;
    void eraseAll() const;

  private:
    std::filesystem::path m_file;
};

} // namespace kpwatch
