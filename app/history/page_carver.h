// SPDX-License-Identifier: GPL-3.0-or-later
// Reads the records of a SQLite file page by page, without trusting anything that holds the pages together: what lies
// in an undamaged page comes back whatever became of the header, the schema or the pages above it. The format is that
// of https://www.sqlite.org/fileformat2.html (3.40). Pages of the write-ahead log count as far as it was committed.
// Every byte is taken for hostile. Private to history/; throws nothing of its own.
#pragma once

#include <cstdint>
#include <filesystem>
#include <fstream>
#include <functional>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace kpwatch {

struct CarvedValue {
    enum class Kind { Null, Integer, Real, Text, Blob } kind = Kind::Null;
    std::int64_t integer = 0;
    std::string bytes; // of text and blobs
    bool operator==(const CarvedValue&) const = default;
};
struct CarvedRecord {
    std::optional<std::int64_t> rowid; // of an ordinary table; none: of one WITHOUT ROWID
    std::vector<CarvedValue> values;
    bool stale = false; // from a page that is no longer in force: true once, perhaps removed since
};

class PageCarver {
  public:
    // Of file and file-wal. A file that cannot be read has no pages.
    explicit PageCarver(const std::filesystem::path& file);

    void visit(const std::function<void(const CarvedRecord&)>& visit);
    std::int64_t pages() const { return m_pages; }
    std::int64_t pagesDamaged() const { return m_damaged; } // that did not read well, seen by visit()

  private:
    void readHeader();
    void readLog();
    void readFreeList();
    std::string fromFile(std::int64_t page);
    std::string inForce(std::int64_t page); // empty if it cannot be read
    void visitPage(std::string_view page, std::int64_t number, bool stale,
                   const std::function<void(const CarvedRecord&)>& visit);
    std::optional<std::string> payload(std::string_view page, std::size_t at, std::uint64_t length, bool of_table);

    std::ifstream m_file, m_log;
    std::size_t m_pageBytes = 1024; // what we make files of
    std::int64_t m_pages = 0, m_damaged = 0;
    std::unordered_map<std::int64_t, std::int64_t> m_logged; // page: offset of its latest committed image in the log
    std::set<std::int64_t> m_free;
    std::set<std::int64_t> m_unknown, m_longValues; // pages of no known kind; of these, some hold long values
    bool m_freeKnown = false;                       // all that are free
};

} // namespace kpwatch
