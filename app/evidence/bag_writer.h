// SPDX-License-Identifier: GPL-3.0-or-later
// Writes a bag (RFC 8493): a payload with a SHA-256 of every file, as a folder or as a .zip. It grows in a hidden
// folder beside its place and takes its name at the end: it is there whole or not at all. What a killed program left of
// one is removed by the next that is made in the same place. Equal files give equal bytes.
// One thread; throws StorageError.
#pragma once

#include "app/errors.h"

#include <QCryptographicHash>

#include <filesystem>
#include <fstream>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace kpwatch {

using BagInfo = std::vector<std::pair<std::string, std::string>>; // of bag-info.txt; the payload's size is added

class BagWriter {
  public:
    // `target` ends in .zip or is to become a folder. What has its name goes at the end if `replace`; else, and if it
    // is a folder, nothing happens and this or finish() throws InputError.
    explicit BagWriter(std::filesystem::path target, bool replace = false);
    ~BagWriter(); // what was not finished is removed
    BagWriter(const BagWriter&) = delete;
    BagWriter& operator=(const BagWriter&) = delete;

    // One file that is written piece by piece; it is in the bag once it is closed.
    class File {
      public:
        void write(std::string_view bytes);
        void close();

      private:
        friend class BagWriter;
        File(BagWriter& bag, std::string name);
        BagWriter& m_bag;
        const std::string m_name;
        std::ofstream m_out;
        QCryptographicHash m_hash{QCryptographicHash::Sha256};
        std::uintmax_t m_bytes = 0;
    };
    File file(const std::string& name) { return {*this, name}; } // "data/README.txt"
    void add(const std::string& name, std::string_view bytes);
    std::filesystem::path pathOf(const std::string& name) const; // where a closed file lies meanwhile

    // Adds the tag files, and gives the bag its name. Inside a .zip everything lies in one folder, `top`. `step` is
    // told the share done, and ends it by throwing.
    void finish(const BagInfo& info, const std::string& top, const std::function<void(double)>& step);
    std::uintmax_t bytes() const { return m_bytes; } // of the payload

  private:
    struct Sum {
        std::string sha256;
        std::uintmax_t bytes = 0;
    };
    void refuseExisting() const;
    void addTags(const BagInfo& info);
    [[noreturn]] void fail(const std::string& name) const;

    const std::filesystem::path m_target;
    const bool m_replace;
    std::filesystem::path m_folder;
    int m_lock = -1; // on the folder, as long as somebody works in it
    std::map<std::string, Sum> m_files;
    std::uintmax_t m_bytes = 0;
};

// The text of bagit.txt.
std::string bagDeclaration();
// Lines of `sha256sum -c`: hash, two spaces, path; in order of path.
std::string manifestText(const std::map<std::string, std::string>& hash_by_path);

} // namespace kpwatch
