// SPDX-License-Identifier: GPL-3.0-or-later
// A bag of somebody else, opened to be looked at: a folder where it lies, a .zip unpacked into a private folder that
// goes with this object. Nothing of it is believed before `faults` has none. One thread.
#pragma once

#include "app/errors.h"

#include <QTemporaryDir>

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace kpwatch {

class OpenedBag {
  public:
    // Throws InputError if it cannot be a bag, or must not be unpacked: one sentence.
    explicit OpenedBag(const std::filesystem::path& path);

    // Whether a file or folder says that it wants to be one: by its first bytes or its bagit.txt.
    static bool looksLikeOne(const std::filesystem::path& path);

    // Every way in which it is not what was packed, one sentence each.
    std::vector<std::string> faults() const;
    const std::filesystem::path& root() const { return m_root; }
    bool has(const std::string& name) const;
    std::vector<std::string> filesIn(const std::string& folder) const; // of a path that ends in a slash
    // Of a small file, 64 MiB at most. Throws InputError.
    std::string text(const std::string& name) const;

  private:
    void findFiles();
    void addManifestFaults(const char* manifest, const std::vector<std::string>& names,
                           std::vector<std::string>& faults) const;

    std::filesystem::path m_path, m_root;
    std::unique_ptr<QTemporaryDir> m_unpacked; // of a .zip
    bool m_zipChanged = false;
    std::vector<std::string> m_files; // paths in the bag, in order
};

} // namespace kpwatch
