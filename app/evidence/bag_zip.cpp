// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/evidence/bag_zip.h"

#include "probes/wire/untrusted_text.h"

#include <QCryptographicHash>
#include <archive.h>
#include <archive_entry.h>

#include <array>
#include <fstream>
#include <memory>
#include <set>

namespace kpwatch {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t blockBytes = 1U << 16U;
constexpr std::string_view commentWords = "KPWatch evidence pack. SHA-256 of all bytes before this comment: ";
constexpr std::size_t hashLetters = 64;
constexpr std::size_t commentBytes = commentWords.size() + hashLetters + 1;
constexpr std::size_t endBytes = 22; // of the end of central directory record without a comment (APPNOTE 4.3.16)

struct Free {
    void operator()(archive* open) const { archive_free(open); }
    void operator()(archive_entry* entry) const { archive_entry_free(entry); }
};
using Archive = std::unique_ptr<archive, Free>;
using Entry = std::unique_ptr<archive_entry, Free>;

[[noreturn]] void failWriting(const fs::path& zip, archive* open) {
    const char* const why = archive_error_string(open);
    throw StorageError(zip.string() + " cannot be written (" + (why == nullptr ? "no reason given" : why) +
                       "): is there room on that disk?");
}

void writeEntry(archive* open, const fs::path& zip, const fs::path& from, const std::string& name) {
    const Entry entry(archive_entry_new());
    archive_entry_set_pathname(entry.get(), name.c_str());
    archive_entry_set_size(entry.get(), static_cast<la_int64_t>(fs::file_size(from)));
    archive_entry_set_filetype(entry.get(), AE_IFREG);
    archive_entry_set_perm(entry.get(), 0644);
    if (archive_write_header(open, entry.get()) != ARCHIVE_OK)
        failWriting(zip, open);
    std::ifstream file(from, std::ios::binary);
    std::array<char, blockBytes> block{};
    while (file.read(block.data(), block.size()), file.gcount() > 0)
        if (archive_write_data(open, block.data(), static_cast<std::size_t>(file.gcount())) != file.gcount())
            failWriting(zip, open);
}

std::string hashOfBeginning(std::istream& file, std::uintmax_t bytes) {
    QCryptographicHash hash(QCryptographicHash::Sha256);
    std::array<char, blockBytes> block{};
    while (bytes > 0 && file.read(block.data(), static_cast<std::streamsize>(std::min(bytes, blockBytes + 0UL))),
           bytes > 0 && file.gcount() > 0) {
        hash.addData({block.data(), static_cast<qsizetype>(file.gcount())});
        bytes -= static_cast<std::uintmax_t>(file.gcount());
    }
    return hash.result().toHex().toStdString();
}

std::string commentFor(const fs::path& zip, std::uintmax_t bytes_before) {
    std::ifstream file(zip, std::ios::binary);
    return std::string(commentWords) + hashOfBeginning(file, bytes_before) + '\n';
}

// The length of the comment stands in the last two bytes of what libarchive wrote.
void addComment(const fs::path& zip) {
    std::fstream file(zip, std::ios::binary | std::ios::in | std::ios::out | std::ios::ate);
    const auto bytes = static_cast<std::uintmax_t>(file.tellp());
    file.seekp(static_cast<std::streamoff>(bytes - 2));
    file.put(static_cast<char>(commentBytes & 0xffU)).put(static_cast<char>(commentBytes >> 8U));
    file.flush();
    file.seekp(0, std::ios::end);
    file << commentFor(zip, bytes);
    file.close();
    if (!file)
        throw StorageError(zip.string() + " cannot be written: is there room on that disk?");
}

// What comes out, and the room it takes.
class Unpacking {
  public:
    Unpacking(const fs::path& zip, const fs::path& folder, const ZipLimits& limits)
        : m_zip(zip), m_folder(folder), m_limits(limits), m_open(archive_read_new()),
          m_most(std::min(limits.bytes, std::max(limits.freeBytes, fs::file_size(zip) * limits.ratio))) {
        archive_read_support_format_zip_seekable(m_open.get());
        if (archive_read_open_filename(m_open.get(), zip.c_str(), blockBytes) != ARCHIVE_OK)
            refuse("is no .zip that can be read");
    }

    void all() {
        archive_entry* entry = nullptr;
        for (int read = 0; (read = archive_read_next_header(m_open.get(), &entry)) != ARCHIVE_EOF;) {
            if (read != ARCHIVE_OK)
                refuse("is damaged or no .zip");
            take(entry);
        }
        if (m_names.empty())
            refuse("is empty");
    }

  private:
    [[noreturn]] void refuse(const std::string& what) const {
        throw InputError(m_zip.string() + ' ' + what + ": nothing was taken from it");
    }

    void take(archive_entry* entry) {
        const char* const given = archive_entry_pathname(entry);
        const std::string name = given == nullptr ? std::string() : given;
        const std::string shown = "holds '" + cleanedText(name, 80) + "', which ";
        if (archive_entry_hardlink(entry) != nullptr || archive_entry_symlink(entry) != nullptr ||
            archive_entry_filetype(entry) != AE_IFREG)
            refuse(shown + "is a link, a folder or something else that is no file");
        if (const std::string fault = faultOfName(name, m_limits); !fault.empty())
            refuse(shown + fault);
        if (archive_entry_is_encrypted(entry) != 0)
            refuse(shown + "is encrypted");
        if (!m_names.insert(name).second)
            refuse(shown + "is there twice");
        if (m_names.size() > m_limits.files)
            refuse("holds more than " + std::to_string(m_limits.files) + " files");
        write(m_folder / name);
    }

    void write(const fs::path& to) {
        std::error_code failed;
        fs::create_directories(to.parent_path(), failed);
        std::ofstream file(to, std::ios::binary | std::ios::trunc);
        std::array<char, blockBytes> block{};
        for (la_ssize_t read = 0; (read = archive_read_data(m_open.get(), block.data(), block.size())) != 0;) {
            if (read < 0)
                refuse("is damaged");
            m_bytes += static_cast<std::uintmax_t>(read);
            if (m_bytes > m_most)
                refuse("would unpack to more than " + std::to_string(m_most >> 20U) + " MiB");
            file.write(block.data(), read);
        }
        file.close();
        if (!file)
            throw StorageError(to.string() + " cannot be written: is there room on that disk?");
    }

    const fs::path& m_zip;
    const fs::path& m_folder;
    const ZipLimits& m_limits;
    const Archive m_open;
    const std::uintmax_t m_most;
    std::uintmax_t m_bytes = 0;
    std::set<std::string> m_names;
};

} // namespace

void writeZip(const fs::path& zip, const fs::path& folder, const std::vector<std::string>& names,
              const std::string& top, const std::function<void(double)>& step) {
    const Archive open(archive_write_new());
    archive_write_set_format_zip(open.get());
    archive_write_zip_set_compression_deflate(open.get());
    if (archive_write_open_filename(open.get(), zip.c_str()) != ARCHIVE_OK)
        failWriting(zip, open.get());
    std::uintmax_t all = 1, done = 0;
    for (const std::string& name : names)
        all += fs::file_size(folder / name);
    for (const std::string& name : names) {
        writeEntry(open.get(), zip, folder / name, top + '/' + name);
        done += fs::file_size(folder / name);
        step(static_cast<double>(done) / static_cast<double>(all));
    }
    if (archive_write_close(open.get()) != ARCHIVE_OK)
        failWriting(zip, open.get());
    addComment(zip);
}

std::string faultOfName(const std::string& name, const ZipLimits& limits) {
    if (name.empty() || name.size() > limits.longestName)
        return "has a name that is empty or too long";
    const auto plain = [](char letter) {
        return (letter >= '0' && letter <= '9') || (letter >= 'a' && letter <= 'z') ||
               (letter >= 'A' && letter <= 'Z') || std::string_view("._-/").find(letter) != std::string_view::npos;
    };
    if (!std::ranges::all_of(name, plain))
        return "has a name of other letters than a-z, 0-9, dot, dash and underscore";
    std::size_t folders = 0;
    for (std::size_t begin = 0; begin <= name.size(); ++folders) {
        const std::size_t end = std::min(name.find('/', begin), name.size());
        const std::string part = name.substr(begin, end - begin);
        if (part.empty() || part.front() == '.')
            return "leads elsewhere or is hidden";
        begin = end + 1;
    }
    return folders > limits.deepest ? "lies too deep" : "";
}

bool zipIsAsWritten(const fs::path& zip) {
    std::error_code failed;
    const std::uintmax_t bytes = fs::file_size(zip, failed);
    if (failed || bytes < endBytes + commentBytes)
        return false;
    std::ifstream file(zip, std::ios::binary);
    file.seekg(static_cast<std::streamoff>(bytes - commentBytes));
    std::string comment(commentBytes, '\0');
    file.read(comment.data(), static_cast<std::streamsize>(commentBytes));
    return file && comment == commentFor(zip, bytes - commentBytes);
}

void unpackZip(const fs::path& zip, const fs::path& folder, const ZipLimits& limits) {
    Unpacking(zip, folder, limits).all();
}

} // namespace kpwatch
