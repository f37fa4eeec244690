// SPDX-License-Identifier: GPL-3.0-or-later
// A list of the person's own beside the record: one small JSON file, {"KEY":[...]}, readable for nobody else, written
// by one program at a time, whole or not at all. Included by desk/*.cpp only; all throw StorageError. Any
// thread, under Locked.
#pragma once

#include <QLockFile>
#include <nlohmann/json.hpp>

#include <filesystem>

namespace kpwatch {

class OwnFile {
  public:
    OwnFile(std::filesystem::path file, const char* key) : m_file(std::move(file)), m_key(key) {}

    // Keeps other programs from writing it, as long as it lives; waits for them for two seconds.
    class Locked {
      public:
        explicit Locked(const OwnFile& file);

      private:
        QLockFile m_lock;
    };

    nlohmann::json read() const; // an array; an empty one if there is no file
    // The new file takes the old one's name at once; then the old one's bytes are overwritten.
    void write(const nlohmann::ordered_json& list) const;
    void eraseAll() const; // overwritten, then removed

  private:
    const std::filesystem::path m_file;
    const char* const m_key;
};

} // namespace kpwatch
